// SPDX-License-Identifier: Apache-2.0
// See impost/licence.h: from the words of a case to an answer.
#include "deal/licence.h"

#include <string.h>

#include "base/error.h"
#include "book/follow.h"

/* ---- reading ---------------------------------------------------------------------------------------------------- */

static bool read_place(struct deal_asked *k, const char *text, const char *what, uint16_t *out,
                       struct refusal *no) {
  *out = 0;
  if (!text || !*text) return true;
  *out = names_place_find(k->law->names, str_trim(str_of(text)));
  if (!*out)
    refuse(k->arena, no, "usage.place", "an ISO code or a name: `impost places` lists them",
           "%s \"%.60s\" is no place", what, text);
  return *out != 0;
}

static bool read_day(struct deal_asked *k, const char *text, struct refusal *no) {
  int16_t minute = k->query.on_minute;
  k->c.on = k->query.on;
  bool good = !text || !*text || moment_parse(str_trim(str_of(text)), &k->c.on, &minute);
  k->c.minute = minute;
  if (!good)
    refuse(k->arena, no, "usage.date", "write it as 2025-11-12", "\"%.40s\" is no date", text);
  return good;
}

static bool read_deed(struct deal_asked *k, const char *text, struct refusal *no) {
  static const char *const deeds[] = {"export", "re-export", "transfer", "help"};
  k->c.deed = DEAL_EXPORT;
  k->deed = deeds[0];
  for (unsigned i = 0; text && *text && i < 4; i++)
    if (!strcmp(text, deeds[i])) {
      k->c.deed = 1u << i;
      k->deed = deeds[i];
      return true;
    }
  if (!text || !*text) return true;
  refuse(k->arena, no, "usage.deed", "export, re-export, transfer or help",
         "\"%.40s\" is nothing a control covers", text);
  return false;
}

static bool read_facts(struct deal_asked *k, const struct imp_case *in, struct refusal *no) {
  for (uint32_t i = 0; i < in->fact_count && !no->id; i++)
    if (!deal_case_set(k->arena, &k->c, str_of(in->facts[i].name), str_of(in->facts[i].value), no))
      return false;
  for (uint32_t i = 0; i < in->claim_count && !no->id; i++)
    if (!deal_case_set(k->arena, &k->c, str_of(in->claims[i]), STR("yes"), no)) return false;
  return true;
}

static bool is_among(const struct deal_matches *m, uint32_t entry) {
  for (uint32_t i = 0; i < m->count; i++)
    if (m->items[i].entry == entry) return true;
  return false;
}

/* Entries the user says the item is: they are taken at their word, and stand for the item. */
static bool read_entries(struct deal_asked *k, const struct imp_case *in, struct refusal *no) {
  struct deal_matches *one = arena_alloc(k->arena, sizeof *one);
  if (!one) return false;
  for (uint32_t i = 0; i < in->entry_count; i++) {
    if (!strcmp(in->entries[i], "none")) {
      k->none = true;
      k->matches->count = k->matches->offer_count = 0;
      continue;
    }
    deal_match_entry(k->index, str_of(in->entries[i]), one);
    if (!one->count) {
      refuse(k->arena, no, "usage.item", "the answer without --item prints the names",
             "no entry is called \"%.60s\"", in->entries[i]);
      return true;
    }
    if (i == 0) k->matches->count = k->matches->offer_count = 0, k->matches->by_code = false;
    for (uint32_t n = 0; n < one->count && k->matches->count < DEAL_CANDIDATES_MAX; n++) {
      if (is_among(k->matches, one->items[n].entry)) continue;
      one->items[n].fit = DEAL_FIT_NAME;
      k->matches->items[k->matches->count++] = one->items[n];
    }
  }
  return true;
}

/* "terbium oxide 2846.90": the number among the words, and the words without it. False: there is none. */
static bool split_number(struct str item, char words[DEAL_NORMAL_MAX], struct str *rest,
                         struct str *number) {
  uint64_t lo, hi;
  uint8_t digits;
  struct str one;
  *rest = (struct str){words, 0};
  *number = (struct str){NULL, 0};
  while (str_split(&item, ' ', &one)) {
    one = str_trim(one);
    bool is = !number->n && law_code_parse(one, &lo, &hi, &digits) && digits >= 6;
    if (is) *number = one;
    if (is || !one.n || rest->n + one.n + 1 >= DEAL_NORMAL_MAX) continue;
    if (rest->n) words[rest->n++] = ' ';
    memcpy(words + rest->n, one.p, one.n);
    rest->n += one.n;
  }
  return number->n && rest->n;
}

void deal_match_case(const struct deal_index *ix, const struct imp_case *in, imp_day on,
                     const bool *way, struct deal_matches *m) {
  struct str item = str_trim(str_of(in->item)), code = str_trim(str_of(in->code)), words, beside;
  char own[DEAL_NORMAL_MAX];
  deal_match(ix, item, on, false, m);
  bool number = m->by_code;
  if (!m->count && !number && split_number(item, own, &words, &beside)) {
    item = words;
    if (!code.n) code = beside;
    deal_match(ix, item, on, false, m);
  }
  if (!m->count && code.n) deal_match(ix, code, on, false, m);
  if (m->count)
    deal_match_way(ix, item, way, m);
  else if (!number)
    deal_match_near(ix, item, way, m);
}

static bool read_item(struct deal_asked *k, const struct imp_case *in, struct refusal *no) {
  if (!str_copy(k->arena, str_trim(str_of(in->item)), &k->item)) return false;
  if (!k->item.n && !str_copy(k->arena, str_trim(str_of(in->code)), &k->item)) return false;
  if (!k->item.n && !in->entry_count) {
    refuse(k->arena, no, "usage.item", "impost licence \"terbium oxide\" --out-of CN --into US",
           "no item is named");
    return true;
  }
  const bool *way = deal_way_of(k->arena, k);
  if (!way) return false;
  deal_match_case(k->index, in, k->c.on, way, k->matches);
  return read_entries(k, in, no);
}

bool deal_read_around(struct deal_asked *k, const struct imp_case *in, struct refusal *no) {
  if (!deal_case_start(k->arena, k->law->law, k->law->names, &k->c)) return false;
  if (!read_place(k, in->out_of, "the place it leaves,", &k->c.out_of, no) ||
      !read_place(k, in->into, "the place it goes to,", &k->c.into, no) ||
      !read_day(k, in->on, no) || !read_deed(k, in->deed, no))
    return true;
  if (!k->c.out_of) {
    refuse(k->arena, no, "usage.out-of", "--out-of CN", "the place it leaves is not stated");
    return true;
  }
  if (k->c.into == k->c.out_of && !(k->c.deed & (DEAL_TRANSFER | DEAL_HELP))) {
    refuse(k->arena, no, "usage.into", "a place of its own, or --deed transfer",
           "it does not leave: the place it goes to is the place it comes from");
    return true;
  }
  return read_facts(k, in, no);
}

bool deal_read_case(struct deal_asked *k, const struct imp_case *in, struct refusal *no) {
  k->matches = arena_alloc(k->arena, sizeof *k->matches);
  if (!k->matches || !deal_read_around(k, in, no)) return false;
  return no->id ? true : read_item(k, in, no);
}

/* ---- outcomes --------------------------------------------------------------------------------------------------- */

void deal_answer_in(const struct deal_asked *k, const struct deal_case *c, const struct view *v,
                    struct deal_matches *m, struct deal_judgement *out) {
  struct deal_case own = *c;
  if (!own.origin) own.origin = own.out_of;
  struct deal_env env = {&own, v, LAW_NONE};
  memcpy(m, k->matches, sizeof *m);
  deal_match_limits(&env, m);
  deal_judge(&env, m, out);
}

static uint64_t mix(uint64_t h, uint64_t x) {
  return (h ^ x) * 1099511628211u + 17;
}

static bool judges(const struct deal_judgement *j, uint32_t finding) {
  for (uint32_t i = 0; i < j->review_count; i++)
    if (j->reviews[i].finding == finding) return true;
  for (uint32_t i = 0; i < j->must_count; i++)
    if (j->musts[i].finding == finding) return true;
  return false;
}

/* A control of which nothing but open lines is said moves no answer by being suspended: its lines say until when. */
static bool hangs(const struct deal_judgement *j, uint32_t finding) {
  return j->findings[finding].need == DEAL_IS_MAYBE && !judges(j, finding);
}

static uint64_t signature_of(const struct deal_judgement *j) {
  uint64_t h = mix(1469598103934665603u, j->result * 2u + j->sure);
  for (uint32_t i = 0; i < j->count; i++) {
    const struct deal_finding *f = &j->findings[i];
    if (f->quoted || f->net) continue; /* shown, and no part of the answer */
    h = mix(mix(mix(h, f->control), f->candidate), hangs(j, i) ? DEAL_IN_FORCE : f->standing);
    h = mix(mix(h, f->need), f->reach);
  }
  for (uint32_t i = 0; i < j->open_count; i++)
    if (!j->findings[j->open[i].finding].quoted) h = mix(h, j->open[i].becomes);
  for (uint32_t i = 0; i < j->review_count; i++)
    if (!j->findings[j->reviews[i].finding].quoted) h = mix(h, j->reviews[i].line->review);
  return h;
}

static bool line_asks(void *line, uint32_t q) {
  return view_cond_asks(((const struct deal_line *)line)->cond, q);
}

static void find_questions(const struct view *v, const bool *fixed, const struct deal_block *b,
                           uint32_t *out, uint32_t *n) {
  for (uint32_t i = 0; i < b->count; i++)
    for (uint32_t q = 0; b->lines[i].cond && q < v->law->question_count && *n < 6; q++) {
      if (!follow_heads(v, fixed, q, line_asks, &b->lines[i])) continue;
      uint32_t at = 0;
      while (at < *n && out[at] != q) at++;
      if (at == *n) out[(*n)++] = q;
    }
}

/* What a control gathers stands as the controls that make it items: their questions are its own. */
static void find_lent_questions(const struct view *v, const bool *fixed, uint32_t gathers,
                                uint32_t *out, uint32_t *n) {
  const struct law_deal *d = v->law->deal;
  for (uint32_t l = 0; l < d->list_count; l++) {
    if (!d->lists[l].maker_count || !deal_list_within(d, l, gathers)) continue;
    for (uint32_t m = 0; m < d->lists[l].maker_count; m++)
      for (uint32_t b = d->lists[l].makers[m]; b != LAW_NONE; b = d->controls[b].parent)
        find_questions(v, fixed, &d->controls[b], out, n);
  }
}

/* A list of the items of a control that gathers others; LAW_NONE: there is none. */
static uint32_t gathering(const struct deal_env *env, uint32_t control) {
  const struct law_deal *d = env->c->law->deal;
  const struct deal_line *items = deal_scope(env->view, d->controls, control, DEAL_ITEMS,
                                             (struct moment){env->c->on, env->c->minute});
  for (uint32_t i = 0; items && i < items->item_count; i++) {
    const struct deal_ref *ref = &items->items[i];
    if (ref->whole && ref->list != LAW_NONE && d->lists[ref->list].include_count) return ref->list;
  }
  return LAW_NONE;
}

/* Questions the controls on the way hang on. */
static uint32_t questions_of(const struct deal_asked *k, uint32_t out[8]) {
  const struct law_deal *d = k->law->law->deal;
  uint32_t n = 0, seen = LAW_NONE;
  struct deal_case own = k->c;
  if (!own.origin) own.origin = own.out_of;
  struct deal_env env = {&own, &k->query.view, LAW_NONE};
  for (uint32_t c = 0; c < d->control_count; c++) {
    if (deal_route(&env, c) == TRI_NO) continue;
    for (uint32_t b = c; b != LAW_NONE; b = d->controls[b].parent)
      find_questions(&k->query.view, k->query.fixed, &d->controls[b], out, &n);
    uint32_t gathers = gathering(&env, c);
    if (gathers != LAW_NONE && gathers != seen)
      find_lent_questions(&k->query.view, k->query.fixed, gathers, out, &n);
    seen = gathers != LAW_NONE ? gathers : seen;
  }
  return n;
}

/* The n-th combination of answers: false when there is none. */
static bool set_combination(const struct query *asked, const uint32_t *q, uint32_t n,
                            uint32_t number, struct view_question *out) {
  const struct view *from = &asked->view;
  struct view to = *from;
  memcpy(out, from->questions, from->law->question_count * sizeof *out);
  for (uint32_t i = 0; i < n; i++) {
    uint32_t answers = view_outcome_count(from, q[i]);
    out[q[i]].assumed = view_outcome(from, q[i], number % answers);
    number /= answers;
  }
  to.questions = out;
  follow_settle(&to, asked->fixed);
  return number == 0;
}

/* Two outcomes that give different answers differ in this question alone. */
static bool differs_by(const struct deal_outcomes *all, const uint32_t *q, uint32_t n,
                       uint32_t at) {
  for (uint32_t i = 0; i < all->count; i++)
    for (uint32_t k = i + 1; k < all->count; k++) {
      const struct view_question *a = all->items[i].questions, *b = all->items[k].questions;
      bool alone = a[q[at]].assumed != b[q[at]].assumed;
      for (uint32_t o = 0; o < n && alone; o++)
        alone = o == at || a[q[o]].assumed == b[q[o]].assumed;
      if (alone && all->items[i].signature != all->items[k].signature) return true;
    }
  return false;
}

bool deal_judge_outcomes(struct deal_asked *k, struct deal_outcomes *out) {
  const struct law *law = k->law->law;
  struct deal_matches *m = arena_alloc(k->arena, sizeof *m);
  uint32_t q[8], n = questions_of(k, q);
  out->count = out->moved_count = 0;
  for (uint32_t number = 0; m && out->count < OUTCOMES_MAX; number++) {
    struct deal_outcome *o = &out->items[out->count];
    struct view v = k->query.view;
    o->questions = arena_array(k->arena, law->question_count + 1u, sizeof *o->questions);
    o->j = arena_alloc(k->arena, sizeof *o->j);
    if (!o->questions || !o->j) return false;
    if (!set_combination(&k->query, q, n, number, o->questions)) break;
    v.questions = o->questions;
    deal_answer_in(k, &k->c, &v, m, o->j);
    o->signature = signature_of(o->j);
    out->count++;
  }
  for (uint32_t i = 0; i < n; i++)
    if (differs_by(out, q, n, i)) out->moved[out->moved_count++] = q[i];
  return m != NULL;
}

/* ---- the call ----------------------------------------------------------------------------------------------------- */

struct imp_licence {
  struct arena arena;
  struct imp_licence_answer answer;
};

static const char *place_name(const struct deal_asked *k, uint16_t place) {
  const struct names_place *p = place ? names_place(k->law->names, place) : NULL;
  return p ? deal_text(k->arena, p->name) : NULL;
}

static bool say_case(struct deal_asked *k, struct imp_licence_answer *out) {
  const char **assumed = arena_array(k->arena, 2, sizeof *assumed);
  if (!assumed) return false;
  out->item = deal_text(k->arena, k->item);
  if (!out->item) out->item = "";
  out->out_of = place_name(k, k->c.out_of);
  out->into = place_name(k, k->c.into);
  out->on = deal_day_text(k->arena, k->c.on);
  out->deed = k->deed;
  out->by_code = k->matches->by_code;
  out->entry_count = k->matches->count;
  out->assumed = assumed;
  if (!k->c.origin)
    assumed[out->assumed_count++] =
        text_in(k->arena, "it comes from %s, the place it leaves", out->out_of ? out->out_of : "");
  return !k->arena->failed;
}

bool deal_answer(struct deal_asked *k, struct imp_licence_answer *out) {
  struct deal_outcomes *all = arena_alloc(k->arena, sizeof *all);
  return all && deal_judge_outcomes(k, all) && say_case(k, out) && deal_say_readings(k, all, out) &&
         (k->brief || (deal_say_tells(k, all, out) && deal_say_lists(k, all, out))) &&
         !k->arena->failed;
}

enum imp_status imp_licence(const struct imp_law *law, const struct imp_query *query,
                            const struct imp_case *c, struct imp_licence **out,
                            struct imp_error *err) {
  struct imp_licence *l = mem_alloc(sizeof *l);
  struct refusal no = {0};
  *out = NULL;
  if (!l) return error_no_memory(err);
  struct deal_index index;
  struct deal_asked k = {.arena = &l->arena, .law = law, .index = &index};
  enum imp_status status = query_read(&l->arena, law, query, &k.query, err);
  if (status == IMP_OK &&
      (!deal_index_build(&l->arena, law->law, &index) || !deal_read_case(&k, c, &no)))
    status = error_no_memory(err);
  if (status == IMP_OK && no.id)
    status = error_set(err, IMP_USAGE, no.id, no.next, "%s", no.reason ? no.reason : "");
  if (status == IMP_OK && !deal_answer(&k, &l->answer)) status = error_no_memory(err);
  if (status == IMP_OK)
    *out = l;
  else
    imp_licence_free(l);
  return status;
}

const struct imp_licence_answer *imp_licence_answer(const struct imp_licence *l) {
  return &l->answer;
}

enum imp_status imp_licence_status(const struct imp_licence *l) {
  bool prohibited = false, sure = true;
  for (uint32_t i = 0; i < l->answer.reading_count; i++) {
    prohibited = prohibited || l->answer.readings[i].word == IMP_LICENCE_PROHIBITED;
    sure = sure && l->answer.readings[i].sure;
  }
  return prohibited ? IMP_PROHIBITED : sure ? IMP_OK : IMP_REFUSED;
}

void imp_licence_free(struct imp_licence *l) {
  if (!l) return;
  arena_free(&l->arena);
  mem_free(l);
}
