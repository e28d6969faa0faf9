// SPDX-License-Identifier: Apache-2.0
// What the sum of a fee comes to: its rate over the dollars it bears on, with what is open tried, and how it is printed. See book/fees_own.h.

#include "book/fees_own.h"

static bool amount(struct fee_job *job, const struct law_stmt *s, int64_t dollars, int64_t *cents) {
  struct line l = {.dollars = dollars};
  struct refusal no = {0};
  struct rate_env env = {job->frame.arena, job->frame.law, &l, NULL, &no};
  struct rat exact;
  *cents = 0;
  if (!dollars) return true;
  return rate_amount(&env, &s->expr, RAT_ZERO, rat_int(dollars), &exact) &&
         rat_to_cents_half_up(exact, cents);
}

/* One option: from what is sure to what may be. Several: from the lowest of them to the highest. */
bool fees_amounts(struct fee_job *job, const struct fee_sum *sum, int64_t *low, int64_t *high) {
  const struct fee_option *one = &sum->options[0];
  int64_t cents;
  if (sum->count == 1)
    return amount(job, one->stmt, one->sure, low) &&
           amount(job, one->stmt, one->sure + one->open, high);
  *low = *high = 0;
  for (uint32_t i = 0; i < sum->count; i++) {
    const struct fee_option *o = &sum->options[i];
    if (!amount(job, o->stmt, o->sure + o->open, &cents)) return false;
    if (i == 0 || cents < *low) *low = cents;
    if (cents > *high) *high = cents;
  }
  if (sum->nothing) *low = 0;
  return true;
}

bool fees_add_answered(struct fee_job *job, const struct frame *f, const struct line *line,
                       void *user) {
  struct fee_answers *o = user;
  struct reading r;
  struct line fork;
  bool stated = line->facts[o->fact].stated;
  if (stated ? !fees_begin(job, f, line, &r) : !line_fork(f->arena, f->law, line, &fork))
    return false;
  for (uint32_t w = 0; w < o->f->word_count; w++) {
    if (!stated) {
      fork.facts[o->fact] = (struct fact_value){.stated = true, .word = o->f->words[w]};
      if (!fees_begin(job, f, &fork, &r)) return false;
    }
    fees_add_to(&r, o->measure, &o->sums[w]);
  }
  return true;
}

const struct law_fact *fees_open_word(const struct law *law, const struct fee_sum *sum,
                                      uint32_t *fact) {
  *fact = sum->open_fact.n ? law_find_fact(law, sum->open_fact) : LAW_NONE;
  if (*fact == LAW_NONE || law->facts[*fact].type != LAW_FACT_WORD || sum->not_encoded) return NULL;
  return &law->facts[*fact];
}

bool fees_ends(struct fee_job *job, const struct fee_sum *sums, uint32_t count, int64_t *low,
               int64_t *high) {
  for (uint32_t i = 0; i < count; i++) {
    int64_t least = 0, most = 0;
    if (sums[i].count && !fees_amounts(job, &sums[i], &least, &most)) return false;
    if (i == 0 || least < *low) *low = least;
    if (i == 0 || most > *high) *high = most;
  }
  return true;
}

/* What is open is often one fact of the whole entry (its type, the mode of transport): each answer is tried. */
bool fees_spread(struct fee_job *job, uint32_t m, const struct fee_sum *sum, int64_t *low,
                 int64_t *high) {
  struct fee_answers o = {.measure = m};
  o.f = fees_open_word(job->frame.law, sum, &o.fact);
  if (!o.f) return fees_amounts(job, sum, low, high);
  o.sums = arena_array(job->frame.arena, o.f->word_count + 1u, sizeof *o.sums);
  return o.sums && fees_each_line(job, fees_add_answered, &o) &&
         fees_ends(job, o.sums, o.f->word_count, low, high);
}

/* The option to show: the last that gives an amount, for the general heading stands first in the law. */
static const struct law_stmt *shown(const struct fee_sum *sum) {
  for (uint32_t i = sum->count; i-- > 0;)
    if (sum->options[i].stmt->kind == LAW_FEE) return sum->options[i].stmt;
  return sum->count ? sum->options[0].stmt : NULL;
}

/* What the law does not give, of whichever line of the entry it stands in the way. */
static struct str gap_of(const struct fee_sum *sum) {
  for (uint32_t i = 0; i < sum->count; i++)
    if (sum->options[i].stmt->kind == LAW_NOT_ENCODED) return sum->options[i].stmt->text;
  return (struct str){0};
}

static const char *fee_name(struct arena *a, const struct law_measure *m) {
  char upper[32];
  size_t dot = 0, n = 0;
  for (size_t i = 0; i < m->name.n; i++)
    if (m->name.p[i] == '.') dot = i + 1;
  for (size_t i = dot; i < m->name.n && n + 1 < sizeof upper; i++)
    upper[n++] =
        (char)(m->name.p[i] >= 'a' && m->name.p[i] <= 'z' ? m->name.p[i] - 32 : m->name.p[i]);
  return str_dup(a, (struct str){upper, n});
}

/* An amount for each entry, or a limit: a sum over entries does not give it. */
static bool is_of_entry(const struct fee_sum *sum) {
  if (sum->count > 1) return true;
  const struct law_expr *e = &sum->options[0].stmt->expr;
  return e->count > 1 || (e->count == 1 && e->terms[0].kind == LAW_TERM_MONEY);
}

bool fees_fill(struct fee_job *job, uint32_t m, const struct fee_sum *sum, struct imp_fee *fee) {
  struct arena *a = job->frame.arena;
  const struct law_measure *measure = &job->frame.law->measures[m];
  const struct law_stmt *s = shown(sum);
  struct imp_row cite = {0};
  fee->name = fee_name(a, measure);
  fee->measure = str_dup(a, measure->name);
  fee->rate = s->kind == LAW_FEE ? str_dup(a, s->expr.text) : "not encoded";
  fee->base = sum->dollars * 100;
  if (!bill_cite(a, job->frame.law, s, &cite)) return false;
  fee->act = cite.act;
  fee->cite = cite.cite;
  fee->where = cite.where;
  bool days = job->days && is_of_entry(sum);
  fee->unknown = days || sum->not_encoded || s->kind != LAW_FEE;
  if (days) {
    fee->why = "lines of several days are several entries";
    return true;
  }
  if (fee->unknown) {
    struct str gap = gap_of(sum);
    fee->why =
        sum->open_fact.n
            ? text_in(a, "depends on %.*s, and for one of its answers the fee is not encoded",
                      (int)sum->open_fact.n, sum->open_fact.p)
            : text_in(a, "not encoded: %.*s", (int)gap.n, gap.p ? gap.p : "");
    return fee->why != NULL;
  }
  if (sum->open_fact.n)
    fee->why = text_in(a, "depends on %.*s", (int)sum->open_fact.n, sum->open_fact.p);
  return fee->name && fee->measure && fee->rate;
}
