// SPDX-License-Identifier: Apache-2.0
// What could be asked about a line: every fact that a test of a measure in scope names and the line leaves open.
//
// Found widely: a topic that turns out to move nothing is dropped later by trying it, so this walk need not
// know which test decides. Answers are the values that the tests tell apart: the day before a limit, the
// limit itself, each place or word named, nothing and all of a part.
#include "book/ask.h"
#include <assert.h>

#include <stdlib.h>
#include <string.h>

#include "book/assess.h"
#include "book/fees.h"
#include "book/unknown.h"

struct finder {
  struct answer_job *job;
  struct arena *arena;
  const struct law *law;
  struct ask_topics *out;
};

/* ---- topics and their answers ------------------------------------------------------------------- */

static struct ask_topic *add_topic(struct finder *f, enum imp_ask_kind kind, uint32_t fact,
                                   const char *name, const char *question) {
  if (f->out->count == ASK_ITEMS_MAX) return NULL;
  if (!name || !question) {
    f->out->no_memory = true;
    return NULL;
  }
  struct ask_topic *t = &f->out->items[f->out->count++];
  *t = (struct ask_topic){.kind = kind, .fact = fact, .name = name, .question = question};
  return t;
}

static const char *presumption(struct finder *f, const struct law_fact *fact) {
  if (fact->has_else) return str_dup(f->arena, fact->else_value);
  return fact->type == LAW_FACT_PART ? "the full value" : NULL;
}

/* The topic of a fact; NULL when it is stated or cannot be asked for. */
static struct ask_topic *topic_of(struct finder *f, uint32_t fact) {
  if (fact == LAW_NONE || f->job->line.facts[fact].stated) return NULL;
  for (uint32_t i = 0; i < f->out->count; i++)
    if (f->out->items[i].fact == fact) return &f->out->items[i];
  const struct law_fact *x = &f->law->facts[fact];
  if (x->type == LAW_FACT_CLAIM) return NULL;
  enum imp_ask_kind kind =
      x->has_else || x->type == LAW_FACT_PART ? IMP_ASK_PRESUMED : IMP_ASK_NEED;
  struct ask_topic *t =
      add_topic(f, kind, fact, str_dup(f->arena, x->name), str_dup(f->arena, x->question));
  if (t && kind == IMP_ASK_PRESUMED) t->presumed = presumption(f, x);
  return t;
}

static void add_option(struct finder *f, struct ask_topic *t, const char *value) {
  if (!value) f->out->no_memory = true;
  if (!value || t->option_count == ASK_OPTIONS_MAX) return;
  for (uint32_t i = 0; i < t->option_count; i++)
    if (!strcmp(t->options[i].value, value)) return;
  t->options[t->option_count++] = (struct ask_option){t->name, value};
}

static void add_amount(struct finder *f, struct ask_topic *t, struct rat amount, bool share) {
  struct buf b = {0};
  struct rat shown = amount;
  if (share && !rat_mul(amount, rat_int(100), &shown)) return;
  rat_print(shown, &b);
  if (share) buf_putc(&b, '%');
  add_option(f, t, b.failed ? NULL : str_dup(f->arena, buf_str(&b)));
  buf_free(&b);
}

/* ---- what a test asks ------------------------------------------------------------------------------ */

static void ask_day(struct finder *f, struct ask_topic *t, imp_day day) {
  if (day - 1 <= f->job->line.on) add_option(f, t, bill_day(f->arena, day - 1));
  if (day <= f->job->line.on) add_option(f, t, bill_day(f->arena, day));
}

static void ask_places(struct finder *f, struct ask_topic *t, const struct law_set *set) {
  for (uint32_t i = 0; i < set->count; i++) {
    if (set->items[i].kind != LAW_ITEM_PLACE) continue;
    const struct names_place *p = names_place(f->job->frame.names, set->items[i].place);
    if (p) add_option(f, t, str_dup(f->arena, p->iso2_text));
  }
}

/* A limit is tried at itself and on both sides of it. */
static void ask_amount(struct finder *f, struct ask_topic *t, const struct law_cond *c) {
  const struct law_fact *fact = &f->law->facts[c->fact_index];
  bool share = c->amount.kind == LAW_AMOUNT_SHARE && fact->type != LAW_FACT_PART;
  struct rat limit = c->amount.value, half, middle;
  bool of_value = c->amount.kind == LAW_AMOUNT_SHARE && fact->type == LAW_FACT_PART;
  if (of_value) f->out->by_value = true;
  if (of_value && !rat_mul(limit, rat_int(f->job->line.dollars), &limit)) return;
  add_amount(f, t, RAT_ZERO, share);
  if (rat_make(1, 2, &half) && rat_mul(limit, half, &middle)) add_amount(f, t, middle, share);
  add_amount(f, t, limit, share);
  if (rat_add(limit, share ? half : rat_int(1), &middle) &&
      (!share || rat_cmp(middle, rat_int(1)) <= 0))
    add_amount(f, t, middle, share);
}

static void ask_words(struct finder *f, struct ask_topic *t, const struct law_fact *fact) {
  for (uint32_t i = 0; i < fact->word_count; i++)
    add_option(f, t, str_dup(f->arena, fact->words[i]));
}

static void ask_atom(struct finder *f, const struct law_cond *c) {
  struct ask_topic *t = topic_of(f, c->fact_index);
  if (!t) return;
  switch (c->kind) {
  case LAW_COND_BEFORE:
    ask_day(f, t, c->day);
    break;
  case LAW_COND_IN:
    ask_places(f, t, &c->places);
    break;
  case LAW_COND_IS:
    ask_words(f, t, &f->law->facts[c->fact_index]);
    break;
  case LAW_COND_FLAG:
    add_option(f, t, "no");
    add_option(f, t, "yes");
    break;
  case LAW_COND_COMPARE:
    if (c->subject == LAW_SUBJ_FACT) ask_amount(f, t, c);
    break;
  default:
    break;
  }
}

static void walk(struct finder *f, const struct law_cond *c) {
  if (!c) return;
  for (uint32_t i = 0; i < c->kid_count; i++) walk(f, c->kids[i]);
  bool of_fact = c->kind == LAW_COND_BEFORE || c->kind == LAW_COND_IN || c->kind == LAW_COND_IS ||
                 c->kind == LAW_COND_FLAG || c->kind == LAW_COND_COMPARE;
  if (of_fact) ask_atom(f, c);
}

/* A part of the value: none of it, half, all. */
static void walk_parts(struct finder *f, const struct law_parts *on) {
  struct rat half, middle;
  for (uint32_t i = 0; on->stated && i < on->count; i++) {
    bool nil = cond_part_nil(f->law, &f->job->line, on->facts[i]);
    struct ask_topic *t = nil ? NULL : topic_of(f, on->facts[i]);
    if (!t) continue;
    f->out->by_value = true;
    struct rat all = line_part_room(f->law, &f->job->line, on->facts[i]);
    add_amount(f, t, RAT_ZERO, false);
    if (rat_make(1, 2, &half) && rat_mul(all, half, &middle)) add_amount(f, t, middle, false);
    add_amount(f, t, all, false);
  }
}

/* ---- the measures in scope --------------------------------------------------------------------------- */

static void walk_block(struct finder *f, struct eval *e, uint32_t m, const struct law_heading *h) {
  const struct law_measure *measure = &f->law->measures[m];
  const struct law_stmt *block = h ? h->stmts : measure->stmts;
  uint32_t n = h ? h->count : measure->count;
  if (h) walk(f, h->cond);
  for (uint32_t i = 0; i < n; i++) {
    if (block[i].kind == LAW_IF) walk(f, block[i].cond);
    if (block[i].kind < LAW_RATE || block[i].kind > LAW_YIELDS) continue;
    if (!eval_is_current(e, block, n, &block[i])) continue;
    walk(f, block[i].cond);
    walk_parts(f, &block[i].on);
    if (block[i].kind == LAW_QUOTA) {
      uint32_t quota = law_find_fact(f->law, STR("quota"));
      struct ask_topic *t = topic_of(f, quota);
      if (t) ask_words(f, t, &f->law->facts[quota]);
    }
  }
}

/* What lies in two parts at once: no test names it, and nothing is presumed. */
static void ask_overlap(struct finder *f, const struct unknown *u) {
  const struct law_fact *fact = &f->law->facts[u->fact];
  if (fact->type != LAW_FACT_PART || !fact->word_count) return;
  struct ask_topic *t = add_topic(f, IMP_ASK_NEED, u->fact, str_dup(f->arena, fact->name),
                                  str_dup(f->arena, fact->question));
  for (uint32_t i = 0; t && i < u->choice_count; i++) add_option(f, t, u->choices[i].text);
}

/* Headings whose goods are only a described part of the number: is this line of them? */
static bool walk_described(struct finder *f, struct eval *e) {
  struct unknowns u;
  if (!unknowns_find(e, &u)) return false;
  f->out->by_code = u.count > 0;
  for (uint32_t i = 0; i < u.count; i++) {
    if (u.items[i].fact != LAW_NONE) {
      f->out->by_value = true;
      ask_overlap(f, &u.items[i]);
      continue;
    }
    struct ask_topic *t = add_topic(f, IMP_ASK_NEED, LAW_NONE, str_dup(f->arena, u.items[i].label),
                                    str_dup(f->arena, u.items[i].words));
    if (t) add_option(f, t, "no"), add_option(f, t, "yes");
  }
  return !f->out->no_memory;
}

static bool walk_measures(struct finder *f) {
  struct eval e;
  if (!eval_begin(&e, &f->job->frame, f->job->view, &f->job->line)) return false;
  for (uint32_t m = 0; m < f->law->measure_count; m++) {
    if (!e.results[m].in_scope || e.results[m].silence) continue;
    walk_block(f, &e, m, NULL);
    for (uint32_t h = 0; h < f->law->measures[m].heading_count; h++)
      walk_block(f, &e, m, &f->law->measures[m].headings[h]);
  }
  return walk_described(f, &e);
}

/* ---- claims --------------------------------------------------------------------------------------------- */

/* The word to claim stands at the end of what the row says. */
static const char *claim_of(const struct imp_row *row) {
  static const char option[] = "--claim ";
  const char *at = row->why ? strstr(row->why, option) : NULL;
  return at ? at + sizeof option - 1 : row->heading;
}

static bool known_claim(const struct ask_topics *t, const char *name) {
  for (uint32_t i = 0; i < t->count; i++)
    if (t->items[i].kind == IMP_ASK_CLAIM && !strcmp(t->items[i].name, name)) return true;
  return false;
}

static void find_claims(struct finder *f, const struct imp_answer *full) {
  for (uint32_t b = 0; b < full->bill_count; b++)
    for (uint32_t i = 0; i < full->bills[b].row_count; i++) {
      const struct imp_row *row = &full->bills[b].rows[i];
      if (row->status != IMP_ROW_UNCLAIMED || known_claim(f->out, claim_of(row))) continue;
      struct ask_topic *t =
          add_topic(f, IMP_ASK_CLAIM, LAW_NONE, str_dup(f->arena, str_of(claim_of(row))),
                    str_dup(f->arena, str_of(row->title)));
      if (t) t->options[t->option_count++] = (struct ask_option){t->name, NULL};
    }
}

static void add_claim(struct finder *f, struct str name, struct str about) {
  const char *text = str_dup(f->arena, name);
  if (!text) f->out->no_memory = true;
  if (!text || known_claim(f->out, text) || line_claims(&f->job->line, name)) return;
  struct ask_topic *t =
      add_topic(f, IMP_ASK_CLAIM, LAW_NONE, text, str_dup(f->arena, about.n ? about : name));
  if (t) t->options[t->option_count++] = (struct ask_option){t->name, NULL};
}

static void claims_of(struct finder *f, const struct law_cond *c, const struct law_heading *h) {
  if (!c) return;
  for (uint32_t i = 0; i < c->kid_count; i++) claims_of(f, c->kids[i], h);
  if (c->kind != LAW_COND_CLAIMED) return;
  if (!c->label_count && h->label.n) add_claim(f, h->label, h->text);
  struct str text = h->text;
  if (law_block_has(h->stmts, h->count, 1u << LAW_NOT_ENCODED)) text = (struct str){0};
  for (uint32_t i = 0; i < c->label_count; i++) add_claim(f, c->labels[i], text);
}

/* A heading that takes goods out, or lets them in at nothing: what is worth claiming. */
static bool is_benefit(struct eval *e, uint32_t m, const struct law_heading *h) {
  const struct law_stmt *s = eval_current_demand(e, m, h);
  if (s && (eval_lowers(s) || s->kind == LAW_NOT_ENCODED))
    return true; /* a claim may lead past it */
  for (uint32_t i = 0; i < h->count; i++)
    if (h->stmts[i].kind == LAW_EXEMPTS && eval_is_current(e, h->stmts, h->count, &h->stmts[i]))
      return true;
  return false;
}

/* A refused line has no rows that say what is not claimed: the tests of the measures in scope do. */
static bool find_claims_of_refused(struct finder *f) {
  struct eval e;
  if (!eval_begin(&e, &f->job->frame, f->job->view, &f->job->line)) return false;
  for (uint32_t m = 0; m < f->law->measure_count; m++) {
    const struct law_measure *measure = &f->law->measures[m];
    if (!e.results[m].in_scope || e.results[m].silence) continue;
    for (uint32_t h = 0; h < measure->heading_count; h++)
      if (is_benefit(&e, m, &measure->headings[h]))
        claims_of(f, measure->headings[h].cond, &measure->headings[h]);
  }
  return !f->out->no_memory;
}

/* Days in order: ISO texts compare as days do. */
static int by_day(const void *x, const void *y) {
  const struct ask_option *a = x, *b = y;
  return strcmp(a->value, b->value);
}

/* Amounts in order: they are printed shortest, so they are read back. */
static int by_amount(const void *x, const void *y) {
  const struct ask_option *a = x, *b = y;
  struct rat r = RAT_ZERO, s = RAT_ZERO;
  struct str p = str_of(a->value), q = str_of(b->value);
  if (p.n && p.p[p.n - 1] == '%') p.n--;
  if (q.n && q.p[q.n - 1] == '%') q.n--;
  rat_parse(p, &r);
  rat_parse(q, &s);
  return rat_cmp(r, s);
}

static void sort_options(struct finder *f) {
  for (uint32_t i = 0; i < f->out->count; i++) {
    struct ask_topic *t = &f->out->items[i];
    if (t->fact == LAW_NONE || !t->option_count) continue;
    enum law_fact_type type = f->law->facts[t->fact].type;
    if (type == LAW_FACT_DATE)
      qsort(t->options, t->option_count, sizeof *t->options, by_day);
    else if (type == LAW_FACT_SHARE || type == LAW_FACT_PART || type == LAW_FACT_MONEY ||
             type == LAW_FACT_QUANTITY)
      qsort(t->options, t->option_count, sizeof *t->options, by_amount);
  }
}

static_assert((int)DAY_PARTS_MAX <= (int)ASK_OPTIONS_MAX, "every part of a day is an option");

/* On a day that the law splits, the first minute of each of its parts. */
static void find_hour(struct finder *f) {
  int16_t starts[DAY_PARTS_MAX];
  uint32_t n = line_day_parts(f->law, &f->job->line, starts);
  struct ask_topic *t =
      n > 1 ? add_topic(f, IMP_ASK_NEED, LAW_NONE, "hour", "hour of entry") : NULL;
  for (uint32_t i = 0; t && i < n && i < DAY_PARTS_MAX; i++) {
    int minute = i ? starts[i] : 0;
    const char *text = text_in(f->arena, "%02d:%02d", minute / 60, minute % 60);
    if (!text) f->out->no_memory = true;
    t->options[t->option_count++] = (struct ask_option){"hour", text};
  }
}

static bool find_facts(struct finder *f) {
  find_hour(f);
  if (!walk_measures(f) || f->out->no_memory) return false;
  sort_options(f);
  return true;
}

static bool begin(struct finder *f) {
  *f->out = (struct ask_topics){0};
  f->out->items = arena_array(f->arena, ASK_ITEMS_MAX, sizeof *f->out->items);
  return f->out->items != NULL;
}

bool ask_find(struct answer_job *job, const struct imp_answer *full, struct ask_topics *out) {
  struct finder f = {job, job->frame.arena, job->frame.law, out};
  if (!begin(&f)) return false;
  find_claims(&f, full);
  if (full->status == IMP_LINE_REFUSED && !find_claims_of_refused(&f)) return false;
  return find_facts(&f);
}

bool ask_find_facts(struct answer_job *job, struct ask_topics *out) {
  struct finder f = {job, job->frame.arena, job->frame.law, out};
  return begin(&f) && find_facts(&f);
}
