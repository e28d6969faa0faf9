// SPDX-License-Identifier: Apache-2.0
// Whether two lines get the same rows and amounts from their programs.
#include "assess/batch_own.h"

static bool same_rows(const struct option *x, const struct given *gx, const struct option *y,
                      const struct given *gy) {
  int64_t a[IMP_BATCH_ROWS], b[IMP_BATCH_ROWS], total, part;
  if (x == y && gx == gy) return true;
  if (x->count != y->count) return false;
  if (!option_run(x, gx, a, &total, &part) || !option_run(y, gy, b, &total, &part)) return false;
  for (uint32_t i = 0; i < x->count; i++)
    if (x->rows[i]->measure != y->rows[i]->measure || x->rows[i]->heading != y->rows[i]->heading ||
        a[i] != b[i])
      return false;
  return true;
}

/* As bills_equal compares. */
static bool same_bill(const struct pbill *x, const struct given *gx, const struct pbill *y,
                      const struct given *gy, bool *fits) {
  struct run_bill a, b;
  const struct option *no_x = option_refused(x), *no_y = option_refused(y);
  if (no_x || no_y)
    return no_x && no_y && no_x->refusal == no_y->refusal && no_x->refusing == no_y->refusing;
  if (!bill_run(x, gx, &a) || !bill_run(y, gy, &b)) {
    *fits = false;
    return false;
  }
  return a.low == b.low && a.high == b.high &&
         x->options[a.low_option].prohibited == y->options[b.low_option].prohibited &&
         same_rows(&x->options[a.low_option], gx, &y->options[b.low_option], gy) &&
         same_rows(&x->options[a.high_option], gx, &y->options[b.high_option], gy);
}

bool program_same(const struct program *x, const struct given *gx, const struct program *y,
                  const struct given *gy, bool *fits) {
  if (x == y && gx == gy) return true;
  if (x->bill_count != y->bill_count) return false;
  for (uint32_t i = 0; i < x->bill_count && *fits; i++)
    if (!same_bill(&x->bills[i], gx, &y->bills[i], gy, fits)) return false;
  return true;
}
