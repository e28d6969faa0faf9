// SPDX-License-Identifier: Apache-2.0
// Points held off a rate that is in force: the row says how many, by which act, and until when, so that whoever redoes
// the sum gets its cents.
#include "book/bill_own.h"

enum { HOLDERS_MOST = 8 };

/* The statement written last is the one that is cited, and the first of them to end is the end. */
static bool fill(struct eval *e, struct imp_row *row, const struct eval_held *by, uint32_t n) {
  struct rat sum = RAT_ZERO, percent;
  struct buf words = {0}, acts = {0};
  const struct eval_held *first = &by[0];
  const struct law_pos last = by[n - 1].stmt->pos;
  for (uint32_t i = 0; i < n; i++) {
    uint32_t act = by[i].stmt->when.act;
    if (!rat_add(sum, by[i].stmt->points, &sum)) return false;
    if (by[i].end < first->end) first = &by[i];
    if (act == LAW_NONE) continue;
    buf_puts(&acts, acts.n ? ", " : "");
    buf_put(&acts, e->law->acts[act].name);
  }
  row->points_by = buf_keep(&acts, e->arena);
  if (!row->points_by || !rat_mul(sum, rat_int(100), &percent)) return false;
  rat_print(percent, &words);
  buf_putc(&words, '%');
  row->points = buf_keep(&words, e->arena);
  if (first->end != DAY_NEVER)
    row->points_until = bill_state_end(e->arena, first->stmt, first->end);
  row->points_where = (struct imp_where){e->law->files[last.file].path, last.line};
  row->rate = row->points ? text_in(e->arena, "%s less %s", row->rate, row->points) : NULL;
  return row->rate && !e->arena->failed;
}

bool bill_points(struct eval *e, struct imp_row *row, uint32_t m, uint32_t heading) {
  struct eval_held by[HOLDERS_MOST];
  uint32_t n = 0;
  for (uint32_t k = m; k != LAW_NONE; k = e->law->measures[k].parent)
    n += eval_points(e, e->law->measures[k].stmts, e->law->measures[k].count, by + n,
                     HOLDERS_MOST - n);
  if (heading != LAW_NONE)
    n += eval_points(e, e->law->measures[m].headings[heading].stmts,
                     e->law->measures[m].headings[heading].count, by + n, HOLDERS_MOST - n);
  return n == 0 || fill(e, row, by, n);
}
