// SPDX-License-Identifier: Apache-2.0
// See quick.h.
#include "cli/quick.h"

static enum imp_status open_batch(struct imp_batch **b, enum quick_for what,
                                  const struct imp_law *law, const struct imp_query *query,
                                  struct imp_error *err) {
  if (*b != NULL) return IMP_OK;
  enum imp_status status = imp_batch_open(law, query, b, err);
  if (status == IMP_OK && what == QUICK_AMOUNTS) imp_batch_amounts_only(*b);
  return status;
}

enum imp_status quick_duty(struct imp_batch **b, enum quick_for what, const struct imp_law *law,
                           const struct imp_query *query, const struct imp_line *line,
                           struct imp_assessment **out, struct imp_error *err) {
  enum imp_status status = open_batch(b, what, law, query, err);
  return status == IMP_OK ? imp_batch_duty(*b, line, out, err) : status;
}

enum imp_status quick_fees(struct imp_batch **b, const struct imp_law *law,
                           const struct imp_query *query, const struct imp_line *lines,
                           uint32_t count, struct imp_fees **out, struct imp_error *err) {
  enum imp_status status = open_batch(b, QUICK_TABLE, law, query, err);
  return status == IMP_OK ? imp_batch_entry_fees(*b, lines, count, out, err) : status;
}

bool quick_is_full(const struct imp_batch *b, uint32_t codes_most) {
  enum { SETS_MOST = 100000 };
  struct imp_batch_counts n = imp_batch_count(b);
  return n.codes > codes_most || n.fact_sets > SETS_MOST;
}

void quick_refresh(struct imp_batch **b) {
  if (*b == NULL || !quick_is_full(*b, QUICK_CODES)) return;
  imp_batch_free(*b);
  *b = NULL;
}
