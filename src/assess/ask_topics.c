// SPDX-License-Identifier: Apache-2.0
// What could be asked of a line, kept for all lines alike: class of the number, place, stretch of days, facts stated and
// results of the tests on amounts.
#include <stdlib.h>
#include <string.h>

#include "assess/ask_own.h"

enum { BY_CODE = 0x7ffffffe, ANEW = 0x7fffffff }; /* instead of a list: kept by number; not kept */

struct ask_key { /* of lines alike; without holes */
  uint32_t code, of_code, place, segment, rank, set, results;
};

/* ---- days that tests of facts name ------------------------------------------------------------------------- */

static bool add_day(struct asks *a, imp_day day) {
  if (!mem_grow((void **)&a->days, &a->day_cap, a->day_count + 1, sizeof *a->days)) return false;
  a->days[a->day_count++] = day;
  return true;
}

/* The day before a limit is an answer too. */
static bool see_cond(struct asks *a, const struct law_cond *c) {
  if (!c) return true;
  for (uint32_t i = 0; i < c->kid_count; i++)
    if (!see_cond(a, c->kids[i])) return false;
  if (c->kind != LAW_COND_BEFORE || c->fact_index == LAW_NONE) return true;
  return add_day(a, c->day - 1) && add_day(a, c->day);
}

static bool see_block(struct asks *a, const struct law_stmt *s, uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    if (!see_cond(a, s[i].cond)) return false;
  return true;
}

static bool see_law(struct asks *a, const struct law *law) {
  for (uint32_t m = 0; m < law->measure_count; m++) {
    const struct law_measure *x = &law->measures[m];
    if (!see_block(a, x->stmts, x->count)) return false;
    for (uint32_t h = 0; h < x->heading_count; h++)
      if (!see_cond(a, x->headings[h].cond) ||
          !see_block(a, x->headings[h].stmts, x->headings[h].count))
        return false;
  }
  return true;
}

static bool presumes(const struct law_stmt *s, uint32_t n, uint32_t fact) {
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t k = 0; s[i].on.stated && s[i].on.else_value && k < s[i].on.count; k++)
      if (s[i].on.facts[k] == fact) return true;
  return false;
}

static bool is_presumed(const struct law *law, uint32_t fact) {
  if (law->facts[fact].has_else) return true;
  for (uint32_t m = 0; m < law->measure_count; m++) {
    const struct law_measure *x = &law->measures[m];
    if (presumes(x->stmts, x->count, fact)) return true;
    for (uint32_t h = 0; h < x->heading_count; h++)
      if (presumes(x->headings[h].stmts, x->headings[h].count, fact)) return true;
  }
  return false;
}

static void find_open_parts(struct asks *a, const struct imp_batch *b) {
  for (uint32_t i = 0; i < b->part_count; i++)
    if (!is_presumed(b->law->law, b->parts[i])) a->open_parts[a->open_part_count++] = i;
}

static int by_day(const void *x, const void *y) {
  imp_day a = *(const imp_day *)x, b = *(const imp_day *)y;
  return a < b ? -1 : a > b;
}

static void sort_days(struct asks *a) {
  size_t kept = 0;
  if (a->day_count) qsort(a->days, a->day_count, sizeof *a->days, by_day);
  for (size_t i = 0; i < a->day_count; i++)
    if (!kept || a->days[kept - 1] != a->days[i]) a->days[kept++] = a->days[i];
  a->day_count = kept;
}

/* How many of them are not after the day. */
static uint32_t rank_of(const struct asks *a, imp_day day) {
  size_t lo = 0, hi = a->day_count;
  while (lo < hi) {
    size_t mid = lo + (hi - lo) / 2;
    if (a->days[mid] <= day)
      lo = mid + 1;
    else
      hi = mid;
  }
  return (uint32_t)lo;
}

struct asks *asks_open(struct imp_batch *b) {
  struct asks *a = mem_alloc(sizeof *a);
  if (!a) return NULL;
  a->keys.arena = a->fee_keys.arena = a->forms.arena = &b->arena;
  a->fees = fee_forms_open(b->law->law, b->law->names, &b->query.view);
  if (!a->fees || !see_law(a, b->law->law)) {
    asks_free(a);
    return NULL;
  }
  sort_days(a);
  find_open_parts(a, b);
  return a;
}

void asks_free(struct asks *a) {
  if (!a) return;
  fee_forms_free(a->fees);
  mem_free(a->days);
  mem_free(a->list_of);
  mem_free(a->lists);
  mem_free(a->form_of);
  keyed_free(&a->keys);
  keyed_free(&a->fee_keys);
  keyed_free(&a->forms);
  memo_free(&a->set_of);
  arena_free(&a->scratch);
  mem_free(a);
}

/* ---- finding ------------------------------------------------------------------------------------------------- */

static bool keep_text(struct imp_batch *b, const char **text) {
  if (*text) *text = batch_text(b, str_of(*text));
  return true;
}

static const struct ask_topic *keep_topic(struct imp_batch *b, const struct ask_topic *from) {
  struct ask_topic t;
  memset(&t, 0, sizeof t);
  t.kind = from->kind;
  t.fact = from->fact;
  t.name = from->name;
  t.question = from->question;
  t.presumed = from->presumed;
  t.option_count = from->option_count;
  keep_text(b, &t.name);
  keep_text(b, &t.question);
  keep_text(b, &t.presumed);
  bool fine = t.name && t.question && (t.presumed || !from->presumed);
  for (uint32_t i = 0; i < t.option_count; i++) {
    t.options[i].name = t.name;
    t.options[i].value = batch_text(b, str_of(from->options[i].value));
    fine = fine && t.options[i].value;
  }
  return fine ? batch_kept(b, &t, sizeof t) : NULL;
}

static bool offer_of(struct imp_batch *b, const struct benefit *from, struct ask_offer *to) {
  const struct law *law = b->law->law;
  const struct law_heading *h = &law->measures[from->measure].headings[from->heading];
  memset(to, 0, sizeof *to);
  to->measure = from->measure;
  to->claim = batch_text(b, from->claim);
  to->label = batch_text(b, h->label);
  to->title = batch_text(b, h->text.n ? h->text : bill_title(law, from->measure));
  return to->claim && to->label && to->title;
}

/* Texts are of the batch, lists in `a`. */
static bool make_list(struct ask_many *m, struct arena *a, const struct ask_topics *topics,
                      const struct benefit *benefits, uint32_t n, struct ask_list *out) {
  const struct ask_topic **items = arena_array(a, topics->count + 1u, sizeof *items);
  struct ask_offer *offers = arena_array(a, n + 1u, sizeof *offers);
  if (!items || !offers) return false;
  for (uint32_t i = 0; i < topics->count; i++) {
    const struct ask_topic *t = &topics->items[i];
    /* amounts that are found anew for each line are not to stay */
    bool part = topics->by_value && imp_batch_part(m->b, t->name) != NOTHING;
    items[i] = part ? t : keep_topic(m->b, t);
    if (!items[i]) return false;
  }
  for (uint32_t i = 0; i < n; i++)
    if (!offer_of(m->b, &benefits[i], &offers[i])) return false;
  *out = (struct ask_list){items, topics->count, offers, n};
  return true;
}

/* Everything in the arena of the asks; *anew, *by_code: see struct ask_topics. */
static bool find_list(struct ask_many *m, struct arena *a, struct ask_list *out, bool *anew,
                      bool *by_code) {
  struct answer_job job;
  struct ask_topics topics;
  struct benefit benefits[BENEFITS_MAX];
  struct eval e;
  if (!ask_read(m->b->law, m->line, a, &m->b->query, &job) || !ask_find_facts(&job, &topics) ||
      !eval_begin(&e, &job.frame, job.view, &job.line))
    return false;
  uint32_t n = answer_benefits(&e, benefits);
  *anew = topics.by_value;
  *by_code = topics.by_code;
  return make_list(m, a, &topics, benefits, n, out) && !a->failed;
}

/* ---- keeping ----------------------------------------------------------------------------------------------------- */

static bool keep_list(struct imp_batch *b, const struct ask_list *from, uint32_t *at) {
  struct asks *a = b->asks;
  struct ask_list l = *from;
  if (!mem_grow((void **)&a->lists, &a->list_cap, a->list_count + 1, sizeof *a->lists))
    return false;
  l.topics = batch_kept(b, from->topics, (from->count + 1u) * sizeof *from->topics);
  l.offers = batch_kept(b, from->offers, (from->offer_count + 1u) * sizeof *from->offers);
  *at = (uint32_t)a->list_count;
  a->lists[a->list_count++] = l;
  return l.topics && l.offers;
}

/* The place of the key, new ones with NOTHING in it. NULL: out of memory. */
static uint32_t *place_of(struct asks *a, const struct ask_key *k) {
  bool added;
  uint32_t at = keyed_id(&a->keys, (struct str){(const char *)k, sizeof *k}, &added);
  if (at == NOTHING ||
      !mem_grow((void **)&a->list_of, &a->list_of_cap, at + 1u, sizeof *a->list_of))
    return NULL;
  if (added) a->list_of[at] = NOTHING;
  return &a->list_of[at];
}

static struct ask_key key_of(const struct ask_many *m) {
  const struct imp_batch *b = m->b;
  return (struct ask_key){.code = b->variants[m->found.variant].class,
                          .place = m->l.place,
                          .segment = index_segment(b->index, m->l.day),
                          .rank = rank_of(b->asks, m->l.day),
                          .set = m->l.set,
                          .results = m->found.results};
}

bool ask_list_of(struct ask_many *m, struct ask_list *out) {
  struct asks *a = m->b->asks;
  struct ask_key k = key_of(m);
  uint32_t *at = place_of(a, &k), own = NOTHING;
  bool anew, by_code;
  if (at && *at == BY_CODE) {
    k.code = m->l.code;
    k.of_code = 1;
    at = place_of(a, &k);
  }
  if (!at) return false;
  if (*at < BY_CODE) {
    *out = a->lists[*at];
    return true;
  }
  if (!find_list(m, &a->scratch, out, &anew, &by_code)) return false;
  if (anew) {
    *at = ANEW;
    return true;
  }
  if (!keep_list(m->b, out, &own)) return false;
  *at = by_code && !k.of_code ? BY_CODE : own;
  if (*at != BY_CODE) return true;
  k.code = m->l.code;
  k.of_code = 1;
  at = place_of(a, &k);
  if (!at) return false;
  *at = own;
  return true;
}
