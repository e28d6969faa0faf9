// SPDX-License-Identifier: Apache-2.0
// See quick.h.
#include "cli/quick.h"

enum { CODES_MOST = 200000, SETS_MOST = 100000 };

enum imp_status quick_duty(struct imp_batch **b, const struct imp_law *law,
                           const struct imp_query *query, const struct imp_line *line,
                           struct imp_assessment **out, struct imp_error *err) {
  enum imp_status status = *b == NULL ? imp_batch_open(law, query, b, err) : IMP_OK;
  return status == IMP_OK ? imp_batch_duty(*b, line, out, err) : status;
}

void quick_refresh(struct imp_batch **b) {
  if (*b == NULL) return;
  struct imp_batch_counts n = imp_batch_count(*b);
  if (n.codes <= CODES_MOST && n.fact_sets <= SETS_MOST) return;
  imp_batch_free(*b);
  *b = NULL;
}
