// SPDX-License-Identifier: Apache-2.0
// A catalogue screened: the same answers as imp_licence, each worked out once.
//
// A line is its item and what stands around it (way, day, deed, facts). What stands around it is understood once; the
// item is looked up in the index of names, words and numbers; the answer is kept by both. Lines that differ in words no
// entry has share one answer, so the memory held does not grow with the catalogue.
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "deal/licence.h"
#include "deal/match_words.h"

enum { SLOTS = 1u << 16, KEPT_MAX = SLOTS / 2, CASE_TEXT_MAX = 4096 };

struct around { /* what stands around an item, understood */
  uint64_t hash;
  struct str key;
  struct refusal no;
  imp_day on;
  uint32_t number;
  const bool *way; /* by list, see deal_match_near */
};

struct kept { /* an answer, by what stands around and the entries it may be */
  uint64_t hash;
  uint32_t around, count;
  uint64_t *candidates; /* entry and fit, in order */
  struct imp_screened answer;
};

struct imp_screen {
  struct arena arena; /* answers and keys */
  struct arena own;   /* the index and the query */
  struct arena work;  /* of one case */
  const struct imp_law *law;
  struct query query;
  struct deal_index index;
  struct deal_matches matches;
  struct around *around[SLOTS];
  struct kept *kept[SLOTS];
  uint32_t around_count, kept_count;
  struct imp_screened out;
  char near[256];
};

enum imp_status imp_screen_open(const struct imp_law *law, const struct imp_query *query,
                                struct imp_screen **out, struct imp_error *err) {
  struct imp_screen *s = mem_alloc(sizeof *s);
  *out = NULL;
  if (!s) return error_no_memory(err);
  s->law = law;
  enum imp_status status = query_read(&s->own, law, query, &s->query, err);
  if (status == IMP_OK && !deal_index_build(&s->own, law->law, &s->index))
    status = error_no_memory(err);
  if (status == IMP_OK)
    *out = s;
  else
    imp_screen_free(s);
  return status;
}

void imp_screen_free(struct imp_screen *s) {
  if (!s) return;
  arena_free(&s->arena);
  arena_free(&s->own);
  arena_free(&s->work);
  mem_free(s);
}

static void forget(struct imp_screen *s) {
  memset(s->around, 0, sizeof s->around);
  memset(s->kept, 0, sizeof s->kept);
  s->around_count = s->kept_count = 0;
  arena_reset(&s->arena);
}

/* ---- around the item ----------------------------------------------------------------------------------------------- */

static bool put(char *key, size_t *n, const char *text) {
  size_t size = text ? strlen(text) : 0;
  if (*n + size + 1 > CASE_TEXT_MAX) return false;
  if (size) memcpy(key + *n, text, size);
  *n += size;
  key[(*n)++] = '\x1f';
  return true;
}

/* False: longer than what is remembered. */
static bool key_of(const struct imp_case *c, char *key, size_t *n) {
  *n = 0;
  bool fits =
      put(key, n, c->out_of) && put(key, n, c->into) && put(key, n, c->on) && put(key, n, c->deed);
  for (uint32_t i = 0; i < c->fact_count && fits; i++)
    fits = put(key, n, c->facts[i].name) && put(key, n, c->facts[i].value);
  fits = fits && put(key, n, "\x1e");
  for (uint32_t i = 0; i < c->claim_count && fits; i++) fits = put(key, n, c->claims[i]);
  fits = fits && put(key, n, "\x1e");
  for (uint32_t i = 0; i < c->entry_count && fits; i++) fits = put(key, n, c->entries[i]);
  return fits;
}

static const char *kept_text(struct arena *a, const char *s) {
  return s ? str_dup(a, str_of(s)) : "";
}

static struct deal_asked start(struct imp_screen *s) {
  return (struct deal_asked){
      .arena = &s->work, .law = s->law, .query = s->query, .index = &s->index, .brief = true};
}

static struct around *understand(struct imp_screen *s, const struct imp_case *c, uint64_t hash,
                                 struct str key) {
  struct deal_asked k = start(s);
  struct around *a = arena_alloc(&s->arena, sizeof *a);
  struct refusal no = {0};
  if (!a || !str_copy(&s->arena, key, &a->key)) return NULL;
  bool fine = deal_read_around(&k, c, &no);
  a->hash = hash;
  a->on = k.c.on;
  a->number = s->around_count++;
  a->way = no.id ? NULL : deal_way_of(&s->arena, &k);
  if (!no.id && !a->way) return NULL;
  if (no.id) {
    a->no.id = no.id;
    a->no.reason = kept_text(&s->arena, no.reason);
    a->no.next = kept_text(&s->arena, no.next);
  }
  fine = fine && !s->work.failed && !s->arena.failed;
  arena_reset(&s->work);
  return fine ? a : NULL;
}

static struct around *around_of(struct imp_screen *s, const struct imp_case *c) {
  char text[CASE_TEXT_MAX];
  size_t n;
  key_of(c, text, &n);
  struct str key = {text, n};
  uint64_t hash = words_hash(key, WORDS_HASH);
  uint32_t at = (uint32_t)(hash >> 20) % SLOTS;
  for (; s->around[at]; at = (at + 1) % SLOTS)
    if (s->around[at]->hash == hash && str_eq(s->around[at]->key, key)) return s->around[at];
  s->around[at] = understand(s, c, hash, key);
  return s->around[at];
}

/* ---- answers ------------------------------------------------------------------------------------------------------- */

static uint64_t candidate_key(const struct deal_candidate *c) {
  return (uint64_t)c->entry << 8 | (uint64_t)c->fit << 1 | c->pointer;
}

/* The row that gives the word; where that is open or suspended, the one that asks most. */
static const struct imp_licence_row *row_of(const struct imp_licence_reading *r) {
  const struct imp_licence_row *most = NULL;
  bool settled = r->word != IMP_LICENCE_MAYBE && r->word != IMP_LICENCE_SUSPENDED;
  for (uint32_t i = 0; i < r->row_count; i++) {
    const struct imp_licence_row *x = &r->rows[i];
    if (x->quoted) continue;
    if (settled && x->asks == r->word) return x;
    if (!most || x->asks > most->asks) most = x;
  }
  return most;
}

/* Where they give different words; readings that differ in what is listed below the same word are one here. */
static const char *outcomes_text(struct arena *a, const struct imp_licence_answer *in) {
  struct buf b = {0};
  bool differ = false;
  for (uint32_t i = 1; i < in->reading_count; i++)
    differ = differ || in->readings[i].word != in->readings[0].word;
  for (uint32_t i = 0; i < in->reading_count && differ; i++)
    buf_printf(&b, "%s%s if %s", i ? "; " : "", imp_licence_word_text(in->readings[i].word),
               in->readings[i].outcome);
  return deal_buf_text(&b, a, "");
}

/* Conditions nobody answered that would change it. */
static const char *hangs_text(struct arena *a, const struct imp_licence_reading *r) {
  struct buf b = {0};
  for (uint32_t i = 0; i < r->row_count; i++)
    if (r->rows[i].limits && !strstr(b.n ? b.p : "", r->rows[i].limits))
      buf_printf(&b, "%s%s", b.n ? "; " : "", r->rows[i].limits);
  for (uint32_t i = 0; i < r->open_count; i++)
    if (r->open[i].condition)
      buf_printf(&b, "%s%s: %s", b.n ? "; " : "", r->open[i].condition,
                 imp_licence_word_text(r->open[i].becomes));
  return deal_buf_text(&b, a, "");
}

static bool keep_answer(struct arena *a, const struct imp_licence_answer *in,
                        struct imp_screened *out) {
  const struct imp_licence_reading *r = &in->readings[0];
  for (uint32_t i = 1; i < in->reading_count; i++)
    if (in->readings[i].word > r->word) r = &in->readings[i];
  const struct imp_licence_row *row = row_of(r);
  *out = (struct imp_screened){
      .word = r->word, .sure = true, .entries = in->entry_count, .hangs_on = "", .near = ""};
  for (uint32_t i = 0; i < in->reading_count; i++) out->sure = out->sure && in->readings[i].sure;
  out->outcomes = outcomes_text(a, in);
  out->review = kept_text(a, r->review);
  out->entry = kept_text(a, row ? row->entry : NULL);
  out->words = kept_text(a, row ? row->words : NULL);
  out->control = kept_text(a, row ? row->control : NULL);
  out->act = kept_text(a, row ? row->act : NULL);
  out->hangs_on = hangs_text(a, r);
  return !a->failed;
}

static struct kept *work_out(struct imp_screen *s, const struct imp_case *c,
                             const struct around *around, uint64_t hash) {
  struct deal_asked k = start(s);
  struct imp_licence_answer answer = {0};
  struct refusal no = {0};
  struct kept *x = arena_alloc(&s->arena, sizeof *x);
  if (!x) return NULL;
  x->hash = hash;
  x->around = around->number;
  x->count = s->matches.count;
  x->candidates = arena_array(&s->arena, x->count + 1u, sizeof *x->candidates);
  for (uint32_t i = 0; i < x->count && x->candidates; i++)
    x->candidates[i] = candidate_key(&s->matches.items[i]);
  bool fine = x->candidates && deal_read_case(&k, c, &no);
  if (fine && no.id) {
    x->answer.id = no.id;
    x->answer.reason = kept_text(&s->arena, no.reason);
    x->answer.next = kept_text(&s->arena, no.next);
  } else {
    fine = fine && deal_answer(&k, &answer) && keep_answer(&s->arena, &answer, &x->answer);
  }
  fine = fine && !s->work.failed && !s->arena.failed;
  arena_reset(&s->work);
  s->kept_count++;
  return fine ? x : NULL;
}

static bool same_kept(const struct imp_screen *s, const struct kept *x, const struct around *a,
                      uint64_t hash) {
  if (x->hash != hash || x->around != a->number || x->count != s->matches.count) return false;
  for (uint32_t i = 0; i < x->count; i++)
    if (x->candidates[i] != candidate_key(&s->matches.items[i])) return false;
  return true;
}

static struct kept *answer_of(struct imp_screen *s, const struct imp_case *c,
                              const struct around *a) {
  uint64_t hash = a->hash + s->matches.by_code;
  for (uint32_t i = 0; i < s->matches.count; i++)
    hash = (hash ^ candidate_key(&s->matches.items[i])) * 1099511628211u;
  uint32_t at = (uint32_t)(hash >> 20) % SLOTS;
  for (; s->kept[at]; at = (at + 1) % SLOTS)
    if (same_kept(s, s->kept[at], a, hash)) return s->kept[at];
  s->kept[at] = work_out(s, c, a, hash);
  return s->kept[at];
}

/* The nearest entry that could be known. */
static void say_near(struct imp_screen *s) {
  const struct law_deal *d = s->law->law->deal;
  uint32_t i = 0;
  s->out.near = "";
  while (i < s->matches.offer_count &&
         !deal_list_known(&s->query.view, d->entries[s->matches.offers[i].entry].list))
    i++;
  if (i == s->matches.offer_count) return;
  const struct deal_entry *e = &d->entries[s->matches.offers[i].entry];
  struct str list = d->lists[e->list].name;
  snprintf(s->near, sizeof s->near, "%.*s.%.*s %.*s", (int)list.n, list.p, (int)e->name.n,
           e->name.p, (int)e->text.n, e->text.p);
  s->out.near = s->near;
}

static void refused(struct imp_screen *s, const char *id, const char *reason, const char *next) {
  s->out = (struct imp_screened){.id = id, .reason = reason, .next = next};
}

static bool is_empty(const struct imp_case *c) {
  return !str_trim(str_of(c->item)).n && !str_trim(str_of(c->code)).n && !c->entry_count;
}

enum imp_status imp_screen_case(struct imp_screen *s, const struct imp_case *c,
                                const struct imp_screened **out, struct imp_error *err) {
  char key[CASE_TEXT_MAX];
  size_t n;
  *out = &s->out;
  if (s->around_count >= KEPT_MAX || s->kept_count >= KEPT_MAX) forget(s);
  if (!key_of(c, key, &n)) {
    refused(s, "usage.long", "the facts of the line are too long", "fewer facts a line");
    return IMP_OK;
  }
  if (is_empty(c)) {
    refused(s, "usage.item", "no item is named", "words, a number or the name of an entry");
    return IMP_OK;
  }
  const struct around *a = around_of(s, c);
  if (!a) return forget(s), error_no_memory(err);
  if (a->no.id) {
    refused(s, a->no.id, a->no.reason, a->no.next);
    return IMP_OK;
  }
  deal_match_case(&s->index, c, a->on, a->way, &s->matches);
  const struct kept *x = answer_of(s, c, a);
  if (!x) return forget(s), error_no_memory(err);
  s->out = x->answer;
  if (!x->answer.id) say_near(s);
  return IMP_OK;
}
