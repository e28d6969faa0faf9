// SPDX-License-Identifier: Apache-2.0
// The table of a text bill: rows of several outcomes put together, one column an outcome.
#ifndef IMPOST_REPORT_TEXT_TABLE_H
#define IMPOST_REPORT_TEXT_TABLE_H

#include "base/mem.h"
#include "report/report.h"

#define TABLE_OUTCOMES 4 /* most columns side by side */

struct table_row {
  const struct imp_row *row;                   /* as the first bill that has it states it */
  const struct imp_row *cells[TABLE_OUTCOMES]; /* NULL: the outcome has no such row */
};

struct table {
  const struct imp_bill *bills;
  uint32_t bill_count; /* at most TABLE_OUTCOMES */
  struct table_row *rows;
  uint32_t count;
  int heading_columns, rate_columns, amount_columns, title_columns;
};

/* Rows charged or suspended in any of the bills, in reporting order. False: out of memory. */
bool table_build(struct arena *a, const struct imp_bill *bills, uint32_t count, struct table *out);
/* Sets the widths for this page; false when the titles would not keep a readable width. */
bool table_fit(struct table *t, const struct page *p);
void table_print(struct imp_report *r, struct page *p, const struct table *t, int64_t value);

/* Two rows that say the same of the same heading. */
bool table_same_row(const struct imp_row *a, const struct imp_row *b);

#endif
