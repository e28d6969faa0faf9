// SPDX-License-Identifier: Apache-2.0
// Two outcomes beside each other: whether their bills are alike for every value, or differ for every value from some on.
#include "assess/batch_own.h"

const struct option *option_refused(const struct pbill *p) {
  for (uint32_t i = 0; i < p->option_count; i++)
    if (p->options[i].refusal) return &p->options[i];
  return NULL;
}

const struct option *program_refused(const struct program *p) {
  const struct option *no = NULL;
  for (uint32_t i = 0; i < p->bill_count && !no; i++) no = option_refused(&p->bills[i]);
  return no;
}

/* The smallest value from which two shares are a cent apart. */
static int64_t apart_from(const struct quote *x, const struct quote *y) {
  i128 xd = x->kind == QUOTE_ZERO ? 1 : x->den, yd = y->kind == QUOTE_ZERO ? 1 : y->den;
  i128 xn = x->kind == QUOTE_ZERO ? 0 : x->num, yn = y->kind == QUOTE_ZERO ? 0 : y->num;
  i128 gap = xn * yd - yn * xd, den = xd * yd;
  if (gap < 0) gap = -gap;
  if (!gap || den / gap > INT32_MAX) return -1;
  return (int64_t)((den + gap - 1) / gap);
}

static bool is_share(const struct quote *q) {
  return q->kind == QUOTE_ZERO || q->kind == QUOTE_SHARE;
}

/* The bills of two completions differ for every value from *least on. */
static bool options_differ(const struct option *x, const struct option *y, int64_t *least) {
  if (x->prohibited != y->prohibited || x->count != y->count) return true;
  for (uint32_t i = 0; i < x->count; i++)
    if (x->rows[i]->measure != y->rows[i]->measure || x->rows[i]->heading != y->rows[i]->heading)
      return true;
  for (uint32_t i = 0; i < x->count; i++) {
    const struct prow *a = x->rows[i], *b = y->rows[i];
    if (a->less.kind != QUOTE_ZERO || b->less.kind != QUOTE_ZERO) continue;
    if (!is_share(&a->amount) || !is_share(&b->amount)) continue;
    if (a->amount.cells != b->amount.cells) continue;
    int64_t from = apart_from(&a->amount, &b->amount);
    if (from < 0) continue;
    if (from > *least) *least = from;
    return true;
  }
  return false;
}

/* Millionths of the value in the rows of x that y has not got, and their number; the columns must be the same. */
static bool sum_shares(const struct option *x, const struct option *y, int64_t *ppm,
                       uint32_t *rows) {
  uint64_t used = 0;
  *ppm = 0;
  *rows = 0;
  if (y->count > 64) return false;
  for (uint32_t i = 0; i < x->count; i++) {
    const struct prow *r = x->rows[i];
    uint32_t k = 0;
    while (k < y->count && (used >> k & 1u || !quote_same(&r->amount, &y->rows[k]->amount) ||
                            !quote_same(&r->less, &y->rows[k]->less)))
      k++;
    if (k < y->count) {
      used |= (uint64_t)1 << k;
      continue;
    }
    if (r->less.kind != QUOTE_ZERO || r->amount.cells || !is_share(&r->amount)) return false;
    if (r->amount.kind == QUOTE_SHARE && r->amount.ppm < 0) return false;
    if (r->amount.kind == QUOTE_SHARE) *ppm += r->amount.ppm;
    ++*rows;
  }
  return true;
}

/* From *least on x comes to more than y (`sign` 1), or to less (-1): a row is off by half a cent at most. */
static bool beats(const struct option *x, const struct option *y, int sign, int64_t *least) {
  int64_t a, b;
  uint32_t m, n;
  if (!sum_shares(x, y, &a, &m) || !sum_shares(y, x, &b, &n)) return false;
  int64_t gap = (a - b) * sign, from = gap > 0 ? (int64_t)(m + n) * 5000 / gap + 1 : 0;
  if (gap <= 0 || from > INT32_MAX) return false;
  if (from > *least) *least = from;
  return true;
}

/* One end of the range that a gives lies beyond every bill of b. */
static bool reaches_beyond(const struct pbill *a, const struct pbill *b, int sign, int64_t *least) {
  for (uint32_t i = 0; i < a->option_count; i++) {
    int64_t from = *least;
    uint32_t k = 0;
    while (k < b->option_count && beats(&a->options[i], &b->options[k], sign, &from)) k++;
    if (k < b->option_count) continue;
    *least = from;
    return true;
  }
  return false;
}

static bool pairwise_different(const struct pbill *a, const struct pbill *b, int64_t *least) {
  int64_t from = *least;
  for (uint32_t i = 0; i < a->option_count; i++)
    for (uint32_t k = 0; k < b->option_count; k++)
      if (!options_differ(&a->options[i], &b->options[k], &from)) return false;
  *least = from;
  return true;
}

enum likeness bills_compare(const struct pbill *a, const struct pbill *b, int64_t *least) {
  const struct option *x = option_refused(a), *y = option_refused(b);
  if (x && y) return option_same(x, y) ? ALIKE : DIFFERENT;
  if (x || y) return DIFFERENT;
  bool alike = a->option_count == b->option_count;
  for (uint32_t i = 0; i < a->option_count && alike; i++)
    alike = option_same(&a->options[i], &b->options[i]);
  if (alike) return ALIKE;
  bool apart = pairwise_different(a, b, least) || reaches_beyond(a, b, 1, least) ||
               reaches_beyond(b, a, 1, least) || reaches_beyond(a, b, -1, least) ||
               reaches_beyond(b, a, -1, least);
  return apart ? DIFFERENT : EITHER;
}
