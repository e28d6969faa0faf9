// SPDX-License-Identifier: Apache-2.0
// The atoms of the law under one view: what each measure, heading, statement and condition asks of a code, a
// place or a day. See index.h for why these are all.
//
// A scope that is written once and always is folded into everything below it; any other scope (dated, or
// hanging on an outcome) stays an atom of its own, and what lies below it is kept apart for every line.
#include <string.h>

#include "book/fees.h"
#include "index/index_own.h"

#define WHOLE_BLOCK UINT32_MAX

struct below { /* the scopes that what is being added stands under */
  uint32_t goods[SETS_MAX], of[SETS_MAX];
  uint32_t measure;
  bool claimed;               /* nothing there speaks for a line that claims nothing, */
  struct index_relevance key; /* or none of these */
  struct str label;           /* of the heading, which `claimed` alone asks for */
};

struct builder {
  struct atoms *out;
  const struct law *law;
  const struct view *view;
};

/* ---- tests ------------------------------------------------------------------------------------------- */

/* The list a set is, LAW_NONE when it is more than one whole list. */
static uint32_t plain_list(const struct law_set *s) {
  if (s->count != 1 || s->but_count || s->items[0].kind != LAW_ITEM_LIST || s->items[0].ex.n)
    return LAW_NONE;
  return s->items[0].list;
}

static bool same_set(const struct law_set *a, const struct law_set *b) {
  return a == b || (plain_list(a) != LAW_NONE && plain_list(a) == plain_list(b));
}

static uint32_t add_set(struct atoms *out, const struct law_set ***sets, size_t *count, size_t *cap,
                        const struct law_set *set) {
  for (size_t i = 0; i < *count; i++)
    if (same_set((*sets)[i], set)) return (uint32_t)i;
  if (!mem_grow((void **)sets, cap, *count + 1, sizeof **sets)) {
    out->failed = true;
    return NO_TEST;
  }
  (*sets)[*count] = set;
  return (uint32_t)(*count)++;
}

static uint32_t goods_test(struct builder *b, const struct law_set *set) {
  return add_set(b->out, &b->out->goods, &b->out->goods_count, &b->out->goods_cap, set);
}

static uint32_t place_test(struct builder *b, const struct law_set *set) {
  return add_set(b->out, &b->out->places, &b->out->place_count, &b->out->place_cap, set);
}

static void push(struct builder *b, uint32_t list[SETS_MAX], uint32_t test) {
  uint32_t i = 0;
  while (i < SETS_MAX && list[i] != NO_TEST) i++;
  if (i == SETS_MAX)
    b->out->failed = true;
  else
    list[i] = test;
}

static uint32_t amount_test(struct builder *b, const struct law_cond *c) {
  struct atoms *out = b->out;
  for (uint32_t i = 0; i < out->test_count; i++)
    if (out->tests[i].subject == c->subject && out->tests[i].amount.kind == c->amount.kind &&
        rat_cmp(out->tests[i].amount.value, c->amount.value) == 0)
      return i;
  if (out->test_count == INDEX_TESTS_MAX) {
    out->too_many_tests = true;
    return 0;
  }
  out->tests[out->test_count] = (struct index_test){c->subject, c->amount};
  return out->test_count++;
}

/* ---- atoms ------------------------------------------------------------------------------------------- */

static struct atom under(const struct below *u, enum atom_time time, const struct law_stmt *block,
                         uint32_t count, uint32_t at) {
  struct atom a = {
      .part = NO_TEST, .test = NO_TEST, .wakes = NO_TEST, .measure = u->measure, .time = time};
  memcpy(a.goods, u->goods, sizeof a.goods);
  memcpy(a.of, u->of, sizeof a.of);
  a.claimed = u->claimed;
  a.key = u->key;
  a.block = block;
  a.count = count;
  a.at = at;
  return a;
}

static void add(struct builder *b, struct atom a) {
  struct atoms *out = b->out;
  if (!mem_grow((void **)&out->items, &out->cap, out->count + 1, sizeof *out->items))
    out->failed = true;
  else
    out->items[out->count++] = a;
}

/* What a condition on the place of a fact asks of the day: lines of lists of places come and go. */
static void add_place_lists(struct builder *b, const struct atom *like) {
  for (uint32_t i = 0; i < b->law->list_count; i++) {
    const struct law_list *l = &b->law->lists[i];
    for (uint32_t k = 0; k < l->count && l->of_places; k++) {
      struct atom a = *like;
      if (l->lines[k].when.from == DAY_FIRST && l->lines[k].when.until == DAY_NEVER) continue;
      a.time = TIME_WHEN;
      a.when = &l->lines[k].when;
      add(b, a);
    }
  }
}

uint64_t index_fact_bit(uint32_t fact) {
  return (uint64_t)1 << (fact % 64u);
}

uint64_t index_label_bit(struct str label) {
  uint32_t h = 2166136261u;
  for (size_t i = 0; i < label.n; i++) {
    unsigned char c = (unsigned char)label.p[i];
    h = (h ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 16777619u;
  }
  return (uint64_t)1 << ((h ^ h >> 15) % 64u);
}

/* A word claimed: itself, and every programme that goes by it. */
static void ask_word(const struct law *law, struct str word, struct index_relevance *asks) {
  asks->labels |= index_label_bit(word);
  for (uint32_t i = 0; i < law->fact_count; i++) {
    const struct law_fact *f = &law->facts[i];
    bool named = str_eq_nocase(f->name, word);
    for (uint32_t w = 0; w < f->word_count && !named; w++) named = str_eq_nocase(f->words[w], word);
    if (f->type == LAW_FACT_CLAIM && named) asks->facts |= index_fact_bit(i);
  }
}

static void ask_leaf(const struct law *law, const struct law_cond *c,
                     struct index_relevance *asks) {
  for (uint32_t i = 0; c->kind == LAW_COND_CLAIMED && i < c->label_count; i++)
    ask_word(law, c->labels[i], asks);
  bool fact = c->kind == LAW_COND_BEFORE || c->kind == LAW_COND_IN || c->kind == LAW_COND_IS ||
              c->kind == LAW_COND_FLAG ||
              (c->kind == LAW_COND_COMPARE && c->subject == LAW_SUBJ_FACT);
  if (fact && c->fact_index != LAW_NONE) asks->facts |= index_fact_bit(c->fact_index);
}

static void add_leaf(struct builder *b, const struct law_cond *c, const struct atom *like) {
  struct atom a = *like;
  ask_leaf(b->law, c, &a.asks);
  if (c->kind == LAW_COND_IN && c->fact_index == LAW_NONE) {
    push(b, a.of, place_test(b, &c->places));
    add(b, a);
  } else if (c->kind == LAW_COND_IN) {
    add(b, a);
    add_place_lists(b, like);
  } else if (c->kind == LAW_COND_BEFORE) {
    a.time = TIME_FROM;
    a.from = c->day;
    add(b, a);
  } else if (c->kind == LAW_COND_COMPARE && c->subject != LAW_SUBJ_FACT) {
    a.test = amount_test(b, c);
    add(b, a);
  } else {
    add(b, a);
  }
}

static void add_cond(struct builder *b, const struct law_cond *c, const struct atom *like) {
  if (!c) return;
  for (uint32_t i = 0; i < c->kid_count; i++) add_cond(b, c->kids[i], like);
  if (!c->kid_count) add_leaf(b, c, like);
}

static void add_goods(struct builder *b, const struct law_set *set, const struct atom *like) {
  struct atom a = *like;
  uint32_t test = goods_test(b, set);
  a.part = test;
  add(b, a);
  a.part = NO_TEST;
  push(b, a.goods, test);
  add(b, a);
}

static void add_of(struct builder *b, const struct law_set *set, const struct atom *like) {
  struct atom a = *like;
  push(b, a.of, place_test(b, set));
  add(b, a);
}

static bool is_state(const struct law_stmt *s) {
  return s->kind == LAW_SUSPENDED || s->kind == LAW_VOID || s->kind == LAW_RESUMES ||
         s->kind == LAW_ENDS;
}

static bool is_scope(const struct law_stmt *s) {
  return s->kind == LAW_INTO || s->kind == LAW_OUT_OF || s->kind == LAW_OF || s->kind == LAW_GOODS;
}

/* False for every line that claims nothing. */
static bool needs_claim(const struct law_cond *c) {
  if (!c) return false;
  if (c->kind == LAW_COND_CLAIMED) return true;
  bool all = c->kind == LAW_COND_OR && c->kid_count > 0, any = false;
  for (uint32_t i = 0; i < c->kid_count; i++) {
    bool one = needs_claim(c->kids[i]);
    any = any || one;
    all = all && one;
  }
  return c->kind == LAW_COND_AND ? any : all;
}

/* The claims that a condition which needs one asks for. */
static void add_key(const struct builder *b, const struct law_cond *c, struct str label,
                    struct index_relevance *key) {
  for (uint32_t i = 0; i < c->kid_count; i++) add_key(b, c->kids[i], label, key);
  if (c->kind != LAW_COND_CLAIMED) return;
  for (uint32_t i = 0; i < c->label_count; i++) ask_word(b->law, c->labels[i], key);
  if (!c->label_count && label.n) ask_word(b->law, label, key);
  if (!c->label_count && !label.n) key->labels = UINT64_MAX; /* whatever is claimed */
}

static void add_stmt(struct builder *b, const struct below *u, const struct law_stmt *block,
                     uint32_t n, uint32_t i) {
  const struct law_stmt *s = &block[i];
  if (is_scope(s)) return;
  struct atom a = under(u, is_state(s) ? TIME_WINDOW : TIME_LIVE, block, n, i);
  uint32_t quota = s->kind == LAW_QUOTA ? law_find_fact(b->law, STR("quota")) : LAW_NONE;
  if (quota != LAW_NONE) a.asks.facts |= index_fact_bit(quota);
  for (uint32_t k = 0; k < s->expr.count; k++)
    if (s->expr.terms[k].kind == LAW_TERM_FACT)
      a.asks.facts |= index_fact_bit(s->expr.terms[k].fact_index);
  for (uint32_t k = 0; k < s->on.count; k++) a.asks.facts |= index_fact_bit(s->on.facts[k]);
  a.acts = eval_is_demand(s) || s->kind == LAW_EXEMPTS;
  add(b, a); /* whether it is the current one matters for the lines before it too */
  if (is_state(s)) return;
  a.acts = false;
  if (!a.claimed && needs_claim(s->cond)) {
    a.claimed = true;
    add_key(b, s->cond, u->label, &a.key);
  }
  if (s->has_goods) add_goods(b, &s->goods, &a);
  if (s->has_of) add_of(b, &s->of, &a);
  add_cond(b, s->cond, &a);
}

/* ---- scope ------------------------------------------------------------------------------------------------- */

static const struct law_measure *states_kind(const struct law *law, uint32_t m,
                                             enum law_stmt_kind kind, uint32_t *count,
                                             const struct law_stmt **last) {
  for (; m != LAW_NONE; m = law->measures[m].parent) {
    *count = 0;
    for (uint32_t i = 0; i < law->measures[m].count; i++)
      if (law->measures[m].stmts[i].kind == kind) (*count)++, *last = &law->measures[m].stmts[i];
    if (*count) return &law->measures[m];
  }
  return NULL;
}

static bool always(const struct builder *b, const struct law_stmt *s) {
  return s->when.from == DAY_FIRST && s->when.until == DAY_NEVER && stmt_must_count(b->view, s);
}

/* A scope that is not simply there: each of its lines an atom of its own. */
static void add_scope_lines(struct builder *b, const struct below *u, const struct law_measure *m,
                            enum law_stmt_kind kind) {
  for (uint32_t i = 0; i < m->count; i++) {
    const struct law_stmt *s = &m->stmts[i];
    if (s->kind != kind) continue;
    struct atom a = under(u, TIME_LIVE, m->stmts, m->count, i);
    add(b, a);
    if (kind == LAW_GOODS) add_goods(b, &s->goods, &a);
    if (kind == LAW_OF) add_of(b, &s->of, &a);
    add_cond(b, s->cond, &a);
  }
}

static void add_scope(struct builder *b, struct below *u, uint32_t m) {
  static const enum law_stmt_kind kinds[] = {LAW_GOODS, LAW_OF, LAW_INTO};
  const struct below open = *u;
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
    uint32_t count = 0;
    const struct law_stmt *s = NULL;
    const struct law_measure *at = states_kind(b->law, m, kinds[k], &count, &s);
    if (!at) continue;
    if (count != 1 || !always(b, s))
      add_scope_lines(b, &open, at, kinds[k]);
    else if (kinds[k] == LAW_GOODS)
      push(b, u->goods, goods_test(b, &s->goods));
    else if (kinds[k] == LAW_OF)
      push(b, u->of, place_test(b, &s->of));
  }
  struct atom in = under(u, TIME_ALWAYS, NULL, 0, 0);
  in.asks.labels = index_label_bit(b->law->measures[m].name);
  in.wakes = m;
  add(b, in);
  in.wakes = NO_TEST;
  if (u->goods[0] == NO_TEST) return;
  in.part = u->goods[0];
  add(b, in);
}

/* ---- measures ------------------------------------------------------------------------------------------------ */

static void add_heading(struct builder *b, const struct below *above, const struct law_heading *h) {
  struct below u = *above;
  u.label = h->label;
  u.claimed = needs_claim(h->cond);
  if (u.claimed) add_key(b, h->cond, h->label, &u.key);
  bool own = eval_has_demands(h->stmts, h->count);
  uint32_t goods = h->has_goods ? goods_test(b, &h->goods) : NO_TEST;
  if (goods != NO_TEST) push(b, u.goods, goods);
  if (h->has_of) push(b, u.of, place_test(b, &h->of));
  struct atom a = own ? under(&u, TIME_LIVE, h->stmts, h->count, WHOLE_BLOCK)
                      : under(&u, TIME_ALWAYS, NULL, 0, 0);
  a.asks.labels = index_label_bit(h->label);
  a.wakes = b->law->measure_count + b->out->heading_count++;
  a.acts = own;
  add(b, a);
  a.acts = false;
  a.wakes = NO_TEST;
  add_cond(b, h->cond, &a);
  if (goods != NO_TEST) {
    a.part = goods;
    add(b, a);
  }
  for (uint32_t i = 0; i < h->count; i++) add_stmt(b, &u, h->stmts, h->count, i);
}

/* Of the names above: what they yield to, their `if` and their states hold for what stands below. */
static void add_names_above(struct builder *b, const struct below *u, uint32_t m) {
  for (uint32_t k = b->law->measures[m].parent; k != LAW_NONE; k = b->law->measures[k].parent) {
    const struct law_measure *above = &b->law->measures[k];
    for (uint32_t i = 0; i < above->count; i++) {
      const struct law_stmt *s = &above->stmts[i];
      if (s->kind == LAW_YIELDS || s->kind == LAW_IF || is_state(s))
        add_stmt(b, u, above->stmts, above->count, i);
    }
  }
}

static void add_measure(struct builder *b, uint32_t m) {
  const struct law_measure *measure = &b->law->measures[m];
  struct below u = {.measure = m};
  for (uint32_t i = 0; i < SETS_MAX; i++) u.goods[i] = u.of[i] = NO_TEST;
  add_scope(b, &u, m);
  for (uint32_t i = 0; i < measure->count; i++) add_stmt(b, &u, measure->stmts, measure->count, i);
  b->out->first_heading[m] = b->out->heading_count;
  for (uint32_t h = 0; h < measure->heading_count; h++) add_heading(b, &u, &measure->headings[h]);
  add_names_above(b, &u, m);
}

static void add_orders(struct builder *b) {
  for (uint32_t j = 0; j < b->law->jurisdiction_count; j++)
    for (uint32_t i = 0; i < b->law->jurisdictions[j].order_count; i++) {
      struct below u = {.measure = LAW_NONE};
      for (uint32_t k = 0; k < SETS_MAX; k++) u.goods[k] = u.of[k] = NO_TEST;
      struct atom a = under(&u, TIME_WHEN, NULL, 0, 0);
      a.when = &b->law->jurisdictions[j].orders[i].when;
      add(b, a);
    }
}

static bool block_yields(const struct law_stmt *s, uint32_t n, uint32_t m) {
  for (uint32_t i = 0; i < n; i++)
    for (uint32_t t = 0; s[i].kind == LAW_YIELDS && t < s[i].target_count; t++)
      if (s[i].targets[t] == m) return true;
  return false;
}

/* Some duty gives way to the measure, so its verdict matters. */
static bool is_yielded_to(const struct law *law, uint32_t m) {
  for (uint32_t k = 0; k < law->measure_count; k++) {
    const struct law_measure *x = &law->measures[k];
    if (block_yields(x->stmts, x->count, m)) return true;
    for (uint32_t h = 0; h < x->heading_count; h++)
      if (block_yields(x->headings[h].stmts, x->headings[h].count, m)) return true;
  }
  return false;
}

bool atoms_build(struct atoms *out, const struct law *law, const struct view *view) {
  struct builder b = {out, law, view};
  out->first_heading = mem_alloc((law->measure_count + 1u) * sizeof *out->first_heading);
  if (!out->first_heading) return false;
  for (uint32_t m = 0; m < law->measure_count && !out->failed; m++)
    if (law->measures[m].speaks &&
        (!fees_is_fee(&law->measures[m]) || law->measures[m].relieves || is_yielded_to(law, m)))
      add_measure(&b, m);
  add_orders(&b);
  return !out->failed;
}

void atoms_free(struct atoms *a) {
  mem_free(a->items);
  mem_free(a->first_heading);
  mem_free(a->goods);
  mem_free(a->places);
}
