// SPDX-License-Identifier: Apache-2.0
// One promise against the rows: met on a row, not met only if a later reading is still below, else no verdict.
#include "deal/pledge.h"

const char *pledge_number(struct pledge *p, struct rat x) {
  struct buf b = {0};
  rat_print(x, &b);
  return buf_keep(&b, p->b->arena);
}

const char *pledge_rounded(struct pledge *p, struct rat x, int tenths) {
  struct rat scaled;
  int64_t whole;
  if (!rat_mul(x, rat_int(tenths), &scaled) || !rat_to_dollars_half_up(scaled, &whole)) return NULL;
  return rat_make(whole, tenths, &scaled) ? pledge_number(p, scaled) : NULL;
}

const char *pledge_share(struct pledge *p, struct rat part, struct rat whole) {
  struct rat s;
  if (!rat_div(part, whole, &s) || !rat_mul(s, rat_int(100), &s)) return NULL;
  const char *text = pledge_rounded(p, s, 10);
  return text ? text_in(p->b->arena, "%s%%", text) : NULL;
}

static bool fits_unit(const struct pledge *p, const struct deal_promise *x) {
  const char *unit = x->currency.n ? text_in(p->b->arena, "%.*s %.*s", (int)x->unit.n, x->unit.p,
                                             (int)x->currency.n, x->currency.p)
                                   : NULL;
  return str_eq(unit ? str_of(unit) : x->unit, p->unit);
}

/* The first day by which the rows make the whole amount; DAY_NEVER: none. */
static imp_day met_on(const struct pledge *p, const struct deal_promise *x, struct tally *at) {
  imp_day best = DAY_NEVER;
  for (uint32_t i = 0; i < p->row_count; i++) {
    const struct count_row *r = &p->rows[i];
    if (!r->counts || r->until > x->until || r->until <= x->from || r->until >= best) continue;
    struct tally t = pledge_tally(p, x->from, r->until);
    if (!t.any || rat_cmp(t.low, x->amount) < 0) continue;
    best = r->until;
    *at = t;
  }
  return best;
}

/* The first reading of the whole time since the promise's first day that ends on its last day or later. */
static bool later(const struct pledge *p, const struct deal_promise *x, struct tally *out) {
  imp_day best = DAY_NEVER;
  for (uint32_t i = 0; i < p->row_count; i++) {
    const struct count_row *r = &p->rows[i];
    if (!r->counts || r->until < x->until || r->until >= best) continue;
    struct tally t = pledge_tally(p, x->from, r->until);
    if (!t.any || !t.whole || t.until != r->until) continue;
    best = r->until;
    *out = t;
  }
  return best != DAY_NEVER;
}

static bool set_tally(struct pledge *p, const struct deal_promise *x, const struct tally *t,
                      struct imp_promise *out) {
  const char *low = pledge_share(p, t->low, x->amount), *high = pledge_share(p, t->high, x->amount);
  out->reading = bill_day(p->b->arena, t->until - 1);
  out->low = pledge_number(p, t->low);
  out->high = pledge_number(p, t->high);
  if (low && high)
    out->share = rat_cmp(t->low, t->high) == 0 ? low : text_in(p->b->arena, "%s to %s", low, high);
  return out->reading && out->low && out->high;
}

/* Amount times the days gone of the days there are. */
static const char *even_pace(struct pledge *p, const struct deal_promise *x) {
  imp_day gone = p->b->query.view.known + 1 - x->from, all = x->until - x->from;
  struct rat part, share;
  if (gone < 0 || gone > all || !rat_make(gone, all, &share) || !rat_mul(x->amount, share, &part))
    return NULL;
  return pledge_rounded(p, part, 10);
}

static const char *still_needed(struct pledge *p, const struct deal_promise *x,
                                const struct tally *t) {
  struct rat left, each;
  imp_day days = x->until - t->until;
  if (days <= 0 || !rat_sub(x->amount, t->low, &left) || left.num <= 0) return NULL;
  if (!rat_make(30, days, &each) || !rat_mul(left, each, &each)) return NULL;
  return pledge_rounded(p, each, 100);
}

bool pledge_score(struct pledge *p, const struct deal_promise *x, struct imp_promise *out) {
  struct tally t = {0};
  imp_day known = p->b->query.view.known, day = DAY_NEVER;
  bool counted = fits_unit(p, x);
  out->state = known < x->from ? IMP_PROMISE_TO_COME : IMP_PROMISE_NO_COUNT;
  bool least = counted && x->compare == DEAL_AT_LEAST; /* the one that a count can settle */
  if (least) day = met_on(p, x, &t);
  if (day != DAY_NEVER) {
    out->state = IMP_PROMISE_MET;
    out->early = x->until - day;
    return set_tally(p, x, &t, out);
  }
  if (least && later(p, x, &t)) {
    bool below = rat_cmp(t.high, x->amount) < 0;
    out->state = below ? IMP_PROMISE_NOT_MET : IMP_PROMISE_OPEN;
    if (!set_tally(p, x, &t, out)) return false;
    if (!below && t.until > x->until) out->share = NULL; /* it counts more than these days */
    return true;
  }
  if (out->state == IMP_PROMISE_TO_COME) return true;
  if (known < x->until) out->pace = even_pace(p, x);
  t = counted ? pledge_tally(p, x->from, x->until) : (struct tally){0};
  if (!t.any) return true;
  out->state = known < x->until ? IMP_PROMISE_RUNNING : IMP_PROMISE_OPEN;
  if (known < x->until) out->needed = still_needed(p, x, &t);
  return set_tally(p, x, &t, out);
}
