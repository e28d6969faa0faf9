// SPDX-License-Identifier: Apache-2.0
// See fee.h. Conditions first, then what silences it, then who takes precedence, then the sum.
#include "deal/fee.h"

#include <string.h>

static const struct deal_block *block_of(const struct deal_env *env, uint32_t fee) {
  return &env->c->law->deal->fees[fee];
}

static struct moment when_of(const struct deal_env *env) {
  return (struct moment){env->c->on, env->c->minute};
}

static bool states_rate(const struct deal_block *b) {
  for (uint32_t i = 0; i < b->count; i++)
    if (b->lines[i].kind == DEAL_RATE) return true;
  return false;
}

bool fee_is_of(const struct deal_env *env, uint32_t fee) {
  const struct deal_block *all = env->c->law->deal->fees;
  const struct deal_line *into = deal_scope(env->view, all, fee, DEAL_INTO, when_of(env));
  return states_rate(&all[fee]) && into &&
         deal_place_in(env, &into->places, env->c->into) == TRI_YES;
}

/* ---- conditions ------------------------------------------------------------------------------------------------------ */

static void add_open(struct fee_found *f, const struct law_cond *cond, bool frees,
                     struct str fact) {
  for (uint32_t i = 0; i < f->open_count; i++)
    if (cond ? f->open[i].cond == cond : str_eq(f->open[i].fact, fact)) return;
  if (f->open_count < FEE_OPEN_MAX)
    f->open[f->open_count++] = (struct fee_open){cond, frees, fact, false};
}

/* No: something takes it out, and `decides` says what. */
static enum tri guards(const struct deal_env *env, struct fee_found *f) {
  enum tri r = TRI_YES;
  for (uint32_t b = f->fee; b != LAW_NONE; b = block_of(env, b)->parent)
    for (uint32_t i = 0; i < block_of(env, b)->count; i++) {
      const struct deal_line *line = &block_of(env, b)->lines[i];
      if (line->kind != DEAL_ONLY_IF && line->kind != DEAL_UNLESS) continue;
      if (!deal_line_holds(env->view, line, when_of(env))) continue;
      bool frees = line->kind == DEAL_UNLESS;
      enum tri t = deal_cond(env, line->cond);
      if (frees) t = tri_not(t);
      if (t == TRI_NO && r != TRI_NO) f->decides = line;
      if (t == TRI_UNKNOWN) add_open(f, line->cond, frees, STR(""));
      r = tri_and(r, t);
    }
  return r;
}

/* ---- the sum ------------------------------------------------------------------------------------------------------------ */

static const struct deal_given *counted(const struct deal_env *env, struct str unit,
                                        struct str *fact) {
  const struct law_deal *d = env->c->law->deal;
  *fact = unit;
  for (uint32_t i = 0; i < d->fact_count; i++)
    if (d->facts[i].type == LAW_FACT_QUANTITY && str_eq(d->facts[i].unit, unit)) {
      *fact = d->facts[i].name;
      return env->c->facts[i].stated ? &env->c->facts[i] : NULL;
    }
  return NULL;
}

static bool rounded_up(const struct deal_env *env, uint32_t fee) {
  for (; fee != LAW_NONE; fee = block_of(env, fee)->parent)
    if (block_of(env, fee)->rounded_up) return true;
  return false;
}

static struct rat whole_up(struct rat x) {
  i128 n = x.num / x.den;
  struct rat out = x;
  if (x.num % x.den > 0) n++;
  return rat_make(n, 1, &out) ? out : x;
}

static bool term_amount(const struct deal_env *env, struct fee_found *f, const struct deal_term *t,
                        struct rat *out) {
  struct str fact;
  if (!t->unit.n) return *out = t->value, !t->is_share;
  const struct deal_given *g = counted(env, t->unit, &fact);
  if (!g) return add_open(f, NULL, false, fact), false;
  return rat_mul(rounded_up(env, f->fee) ? whole_up(g->amount) : g->amount, t->value, out);
}

static bool rate_amount(const struct deal_env *env, struct fee_found *f) {
  const struct deal_rate *r = &f->rate->rate;
  struct rat a = RAT_ZERO, b = RAT_ZERO, least = RAT_ZERO, most = RAT_ZERO;
  bool two = r->pick != DEAL_ONE;
  bool have = term_amount(env, f, &r->terms[0], &a);
  bool other = !two || term_amount(env, f, &r->terms[1], &b);
  if (!have || !other) return false;
  if (two && (r->pick == DEAL_GREATER ? rat_cmp(b, a) > 0 : rat_cmp(b, a) < 0)) a = b;
  if (r->has_least && !term_amount(env, f, &r->least, &least)) return false;
  if (r->has_least && rat_cmp(a, least) < 0) a = least;
  if (r->has_most && !term_amount(env, f, &r->most, &most)) return false;
  if (r->has_most && rat_cmp(a, most) > 0) a = most;
  f->amount = a;
  return true;
}

static const struct deal_line *current_rate(const struct deal_env *env, uint32_t fee) {
  const struct deal_block *b = block_of(env, fee);
  for (uint32_t i = b->count; i-- > 0;)
    if (b->lines[i].kind == DEAL_RATE && deal_line_holds(env->view, &b->lines[i], when_of(env)))
      return &b->lines[i];
  return NULL;
}

/* ---- precedence, cap ------------------------------------------------------------------------------------------------------ */

/* Another fee is owed in its place. Maybe: that one is open, and so is this. */
static enum tri yields(const struct deal_env *env, unsigned depth, struct fee_found *f) {
  const struct deal_block *b = block_of(env, f->fee);
  enum tri r = TRI_NO;
  for (uint32_t i = 0; i < b->count && depth < FEE_DEPTH_MAX; i++) {
    const struct deal_line *line = &b->lines[i];
    if (line->kind != DEAL_YIELDS || !deal_line_holds(env->view, line, when_of(env))) continue;
    for (uint32_t k = 0; k < line->name_count; k++) {
      struct fee_found other;
      if (line->targets[k] == LAW_NONE || !fee_is_of(env, line->targets[k])) continue;
      fee_judge(env, line->targets[k], depth + 1, &other);
      if (other.status == IMP_CHARGE_DUE) return f->yields_to = line->targets[k], TRI_YES;
      if (other.status != IMP_CHARGE_DEPENDS) continue;
      r = TRI_UNKNOWN;
      uint32_t n = f->open_count;
      add_open(f, NULL, true, block_of(env, line->targets[k])->title);
      if (f->open_count > n) f->open[n].other = true;
    }
  }
  return r;
}

static bool is_capped(const struct deal_env *env, struct fee_found *f) {
  uint32_t fact = deal_find_fact(env->c->law->deal, STR("charged-this-year"));
  for (uint32_t b = f->fee; b != LAW_NONE && !f->cap; b = block_of(env, b)->parent)
    f->cap = block_of(env, b)->cap;
  if (!f->cap || fact == LAW_NONE || !env->c->facts[fact].stated) return false;
  return rat_cmp(env->c->facts[fact].amount, rat_int(f->cap)) >= 0;
}

void fee_judge(const struct deal_env *env, uint32_t fee, unsigned depth, struct fee_found *out) {
  *out = (struct fee_found){.fee = fee, .yields_to = LAW_NONE, .amount = RAT_ZERO};
  out->rate = current_rate(env, fee);
  if (out->rate) out->currency = out->rate->rate.terms[0].currency;
  out->stay = deal_stay_of(env->view, env->c->law->deal->fees, fee, when_of(env));
  enum tri applies = guards(env, out);
  bool capped = is_capped(env, out);
  if (!out->rate) {
    out->status = IMP_CHARGE_NO_RATE;
    return;
  }
  if (applies == TRI_NO) {
    out->open_count = 0;
    out->status = IMP_CHARGE_NOT;
    return;
  }
  out->has_amount = rate_amount(env, out);
  if (out->stay.line) {
    out->status = IMP_CHARGE_SUSPENDED;
    return;
  }
  enum tri first = yields(env, depth, out);
  out->status = first == TRI_YES ? IMP_CHARGE_YIELDS
                : capped         ? IMP_CHARGE_CAPPED
                : applies == TRI_UNKNOWN || first == TRI_UNKNOWN || !out->has_amount
                    ? IMP_CHARGE_DEPENDS
                    : IMP_CHARGE_DUE;
}

/* ---- words -------------------------------------------------------------------------------------------------------------------- */

/* "40,000", and what is no whole number as it is. */
static void put_number(struct rat x, struct buf *out) {
  struct buf b = {0};
  int64_t cents;
  if (x.den != 1 || !rat_to_cents_half_up(x, &cents)) {
    rat_print(x, out);
    return;
  }
  money_print(cents, true, &b);
  if (b.n > 3) buf_put(out, (struct str){b.p, b.n - 3}); /* without the cents */
  out->failed = out->failed || b.failed;
  buf_free(&b);
}

static void how_term(const struct deal_env *env, const struct fee_found *f,
                     const struct deal_term *t, struct buf *out) {
  struct str fact;
  struct rat x;
  int64_t cents;
  const struct deal_given *g = t->unit.n ? counted(env, t->unit, &fact) : NULL;
  if (!g) return;
  struct rat n = rounded_up(env, f->fee) ? whole_up(g->amount) : g->amount;
  if (!rat_mul(n, t->value, &x) || !rat_to_cents_half_up(x, &cents)) return;
  buf_puts(out, out->n ? "; " : "");
  put_number(t->value, out);
  buf_puts(out, " x ");
  put_number(n, out);
  buf_printf(out, " %.*s = ", (int)t->unit.n, t->unit.p);
  money_print(cents, true, out);
}

void fee_how(const struct deal_env *env, const struct fee_found *f, struct buf *out) {
  if (!f->rate) return;
  how_term(env, f, &f->rate->rate.terms[0], out);
  if (f->rate->rate.pick != DEAL_ONE) how_term(env, f, &f->rate->rate.terms[1], out);
}
