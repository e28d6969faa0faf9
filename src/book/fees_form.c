// SPDX-License-Identifier: Apache-2.0
// Fees without the value: see fees_form.h. The sums are those of fees.c, made once and kept as shares of the value.
#include "book/fees_form.h"

#include <string.h>

#include "book/fees_own.h"

/* ---- what fees ask for ------------------------------------------------------------------------------------ */

static void add_name(struct fee_forms *f, struct str name) {
  if (!name.n) return;
  for (uint32_t i = 0; i < f->name_count; i++)
    if (str_eq_nocase(f->names[i], name)) return;
  if (f->name_count == FEE_NAMES_MAX)
    f->fine = false;
  else
    f->names[f->name_count++] = name;
}

static void add_limit(struct fee_forms *f, const struct law_amount *limit) {
  if (f->limit_count == FEE_LIMITS_MAX || limit->kind != LAW_AMOUNT_MONEY)
    f->fine = false;
  else
    f->limits[f->limit_count++] = limit->value;
}

/* A part compared with a share of the value hangs on more than which side of a limit the value is. */
static void see_compare(struct fee_forms *f, const struct law *law, const struct law_cond *c) {
  if (c->subject == LAW_SUBJ_VALUE)
    add_limit(f, &c->amount);
  else if (c->subject != LAW_SUBJ_FACT || c->fact_index == LAW_NONE ||
           law->facts[c->fact_index].type == LAW_FACT_PART)
    f->fine = false;
}

static void see_cond(struct fee_forms *f, const struct law *law, const struct law_cond *c) {
  if (!c) return;
  for (uint32_t i = 0; i < c->kid_count; i++) see_cond(f, law, c->kids[i]);
  if (c->kind == LAW_COND_COMPARE) see_compare(f, law, c);
  add_name(f, c->fact);
  for (uint32_t i = 0; i < c->label_count; i++) add_name(f, c->labels[i]);
}

/* A set of goods is told apart by the index for reliefs, not for fees. */
static void see_block(struct fee_forms *f, const struct law *law, const struct law_stmt *s,
                      uint32_t n, bool relief) {
  for (uint32_t i = 0; i < n; i++) {
    see_cond(f, law, s[i].cond);
    for (uint32_t k = 0; k < s[i].on.count; k++) add_name(f, law->facts[s[i].on.facts[k]].name);
    bool goods = (s[i].kind == LAW_GOODS || s[i].has_goods) && fees_name_codes(&s[i].goods);
    if (goods && !relief) f->fine = false;
  }
}

static void see_measure(struct fee_forms *f, const struct law *law, uint32_t m) {
  const struct law_measure *x = &law->measures[m];
  bool relief = x->relieves;
  for (uint32_t h = 0; h < x->heading_count; h++) {
    const struct law_heading *at = &x->headings[h];
    add_name(f, at->label);
    see_cond(f, law, at->cond);
    see_block(f, law, at->stmts, at->count, relief);
    if (at->has_goods && fees_name_codes(&at->goods) && !relief) f->fine = false;
  }
  for (uint32_t k = m; k != LAW_NONE; k = law->measures[k].parent)
    see_block(f, law, law->measures[k].stmts, law->measures[k].count, relief);
}

static void see_law(struct fee_forms *f, const struct law *law) {
  for (uint32_t m = 0; m < law->measure_count; m++) {
    if (fees_bears(law, &law->measures[m])) see_measure(f, law, m);
    if (!fees_is_fee(&law->measures[m])) continue;
    if (f->count == FEE_FORM_FEES)
      f->fine = false;
    else
      f->measures[f->count++] = m;
  }
}

struct fee_forms *fee_forms_open(const struct law *law, const struct names *names,
                                 const struct view *view) {
  struct fee_forms *f = mem_alloc(sizeof *f);
  if (!f) return NULL;
  f->fine = true;
  f->job = (struct fee_job){.frame = {.arena = &f->arena, .law = law, .names = names},
                            .view = view,
                            .count = 1};
  see_law(f, law);
  if (!fees_wake(&f->job)) {
    fee_forms_free(f);
    return NULL;
  }
  f->fine = f->fine && f->job.awake.no_general;
  return f;
}

void fee_forms_free(struct fee_forms *f) {
  if (!f) return;
  fee_parts_free(f);
  arena_free(&f->run);
  arena_free(&f->arena);
  mem_free(f);
}

bool fee_forms_fine(const struct fee_forms *f) {
  return f->fine;
}

bool fee_forms_codes(const struct fee_forms *f) {
  return f->job.any_code;
}

bool fee_forms_asks(const struct fee_forms *f, struct str name) {
  for (uint32_t i = 0; i < f->name_count; i++)
    if (str_eq_nocase(f->names[i], name)) return true;
  return false;
}

uint32_t fee_forms_value(const struct fee_forms *f, int64_t dollars) {
  uint32_t number = dollars > 0;
  for (uint32_t i = 0; i < f->limit_count; i++) {
    int order = rat_cmp(rat_int(dollars), f->limits[i]);
    number += (uint32_t)(order >= 0) + (uint32_t)(order > 0);
  }
  return number;
}

/* ---- making ------------------------------------------------------------------------------------------------ */

/* False: a part of the value. */
static bool share_of(int64_t dollars, int64_t value, uint8_t *out) {
  *out = dollars != 0;
  return dollars == 0 || dollars == value;
}

static bool keep_case(const struct fee_sum *sum, int64_t value, struct fee_case *out) {
  out->count = sum->count;
  out->nothing = sum->nothing;
  for (uint32_t i = 0; i < sum->count; i++) {
    out->stmt[i] = sum->options[i].stmt;
    if (!share_of(sum->options[i].sure, value, &out->sure[i]) ||
        !share_of(sum->options[i].open, value, &out->open[i]))
      return false;
  }
  return true;
}

/* Answers that come to the same count once: only the least and the most of them are asked for. */
static bool add_case(struct fee_form *out, const struct fee_sum *sum, int64_t value) {
  struct fee_case made;
  uint32_t *n = &out->case_count[out->count];
  memset(&made, 0, sizeof made);
  if (!keep_case(sum, value, &made)) return false;
  for (uint32_t i = 0; i < *n; i++)
    if (!memcmp(&out->cases[out->count][i], &made, sizeof made)) return true;
  if (*n == FEE_FORM_CASES) return false;
  out->cases[out->count][(*n)++] = made;
  return true;
}

static bool is_known(const struct fee_sum *sum) {
  for (uint32_t i = 0; i < sum->count; i++)
    if (!sum->not_encoded && sum->options[i].stmt->kind == LAW_FEE) return true;
  return false;
}

/* Each answer of a word nobody stated, as fees.c tries them. */
static bool add_open(struct fee_forms *f, const struct fee_item *item, int64_t value,
                     struct fee_form *out, bool *fits) {
  const struct law *law = f->job.frame.law;
  const struct fee_sum *sum = &item->sum;
  struct fee_answers o = {item->measure,
                          sum->open_fact.n ? law_find_fact(law, sum->open_fact) : LAW_NONE, NULL,
                          NULL};
  o.f = o.fact == LAW_NONE ? NULL : &law->facts[o.fact];
  if (!o.f || o.f->type != LAW_FACT_WORD) {
    *fits = add_case(out, sum, value);
    return true;
  }
  o.sums = arena_array(&f->run, o.f->word_count + 1u, sizeof *o.sums);
  if (!o.sums || !fees_each_line(&f->job, fees_add_answered, &o)) return false;
  for (uint32_t w = 0; w < o.f->word_count && *fits; w++) *fits = add_case(out, &o.sums[w], value);
  return true;
}

bool fee_form_make(struct fee_forms *f, const struct line *line, struct fee_form *out, bool *fits) {
  struct fee_item items[FEE_FORM_FEES] = {{0}};
  struct fee_list list = {items, f->count};
  memset(out, 0, sizeof *out);
  *fits = line->cell_count <= 1;
  f->job.one = line;
  f->job.entry_dollars = line->dollars;
  for (uint32_t i = 0; i < f->count; i++) items[i].measure = f->measures[i];
  bool fine = !*fits || fees_each_line(&f->job, fees_add_all, &list);
  for (uint32_t i = 0; fine && *fits && i < f->count; i++) {
    if (!is_known(&items[i].sum)) continue;
    fine = add_open(f, &items[i], line->dollars, out, fits);
    out->count++;
  }
  arena_reset(&f->run);
  return fine;
}

/* ---- with a value -------------------------------------------------------------------------------------------- */

static bool run_case(struct fee_forms *f, const struct fee_case *c, int64_t dollars, int64_t *low,
                     int64_t *high) {
  struct fee_sum sum = {.count = c->count, .nothing = c->nothing};
  for (uint32_t i = 0; i < c->count; i++)
    sum.options[i] = (struct fee_option){c->stmt[i], c->sure[i] * dollars, c->open[i] * dollars};
  *low = *high = 0;
  return !c->count || fees_amounts(&f->job, &sum, low, high);
}

bool fee_form_run(struct fee_forms *f, const struct fee_form *form, int64_t dollars, int64_t *low,
                  int64_t *high) {
  *low = *high = 0;
  for (uint32_t i = 0; i < form->count; i++) {
    int64_t least = 0, most = 0, a, b;
    for (uint32_t c = 0; c < form->case_count[i]; c++) {
      if (!run_case(f, &form->cases[i][c], dollars, &a, &b)) return false;
      if (c == 0 || a < least) least = a;
      if (c == 0 || b > most) most = b;
    }
    *low += least;
    *high += most;
  }
  return true;
}
