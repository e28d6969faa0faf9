// SPDX-License-Identifier: Apache-2.0
// The table of a text bill: rows of several outcomes put together, one column an outcome.
#ifndef IMPOST_REPORT_TEXT_TABLE_H
#define IMPOST_REPORT_TEXT_TABLE_H

#include "base/mem.h"
#include "report/report.h"

#define TABLE_OUTCOMES 4 /* most columns side by side */

struct bill_row {
  const struct imp_row *row;                   /* as the first bill that has it states it */
  const struct imp_row *cells[TABLE_OUTCOMES]; /* NULL: the outcome has no such row */
};

struct bill_table {
  bool own; /* money is that of the value, the ordinary duty is not in it */
  const struct imp_bill *bills;
  uint32_t bill_count; /* at most TABLE_OUTCOMES */
  struct bill_row *rows;
  uint32_t count;
  int heading_columns, rate_columns, amount_columns, title_columns;
};

/* Rows of these states (bits 1 << enum imp_row_status) in any of the bills, in reporting order.
 * False: out of memory. */
bool bill_table_build(struct arena *a, const struct imp_bill *bills, uint32_t count,
                      unsigned states, struct bill_table *out);
/* Sets the widths for this page, the same for all tables of these bills; false when the titles would not keep a readable width. */
bool bill_table_fit(struct bill_table *t, const struct page *p);
void bill_table_print(struct imp_report *r, struct page *p, const struct bill_table *t,
                      int64_t value);
/* Rows that are not charged: what they would have been, or would save, with the reason below. */
void bill_table_print_asides(struct imp_report *r, struct page *p, const struct bill_table *t);

/* Two rows that say the same of the same heading. */
bool bill_same_row(const struct imp_row *a, const struct imp_row *b);

#endif
