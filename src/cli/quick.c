// SPDX-License-Identifier: Apache-2.0
// See quick.h.
#include "cli/quick.h"

enum { CODES_MOST = 200000, SETS_MOST = 100000 };

enum imp_status quick_duty(struct imp_batch **b, enum quick_for what, const struct imp_law *law,
                           const struct imp_query *query, const struct imp_line *line,
                           struct imp_assessment **out, struct imp_error *err) {
  if (*b == NULL) {
    enum imp_status status = imp_batch_open(law, query, b, err);
    if (status != IMP_OK) return status;
    if (what == QUICK_AMOUNTS) imp_batch_amounts_only(*b);
  }
  return imp_batch_duty(*b, line, out, err);
}

void quick_refresh(struct imp_batch **b) {
  if (*b == NULL) return;
  struct imp_batch_counts n = imp_batch_count(*b);
  if (n.codes <= CODES_MOST && n.fact_sets <= SETS_MOST) return;
  imp_batch_free(*b);
  *b = NULL;
}
