// SPDX-License-Identifier: Apache-2.0
// A run's page of text: what its parts share. Tables fit 80 columns and take more where there is room.
#ifndef IMPOST_MODEL_REPORT_PAGE_H
#define IMPOST_MODEL_REPORT_PAGE_H

#include "model/write.h"

struct page {
  const struct imp_model *m;
  struct buf *b;
  int width;
  bool band;       /* of draws, and there is room for it */
  int decimals;    /* of real income, per cent */
  uint32_t *order; /* regions, worst first under the last outcome */
};

enum { LABEL_COLUMNS = 27, BAND_COLUMNS = 23, PLAIN_COLUMNS = 14 };

void run_page_rule(struct page *p);
/* Words wrapped under the column they begin at. */
void run_page_wrapped(struct page *p, int at, const char *text);
void run_page_item(struct page *p, const char *label, const char *text);
/* A heading of two columns, wrapped, after an empty line. */
void run_page_heading(struct page *p, const char *text);
void run_page_percent_band(struct page *p, const struct imp_estimate *x, bool band, int decimals);
void run_page_billions(struct page *p, double value, int columns);

/* report_more.c */
void run_page_rise_table(struct page *p);
void run_page_region_rows(struct page *p);
void run_page_watch_table(struct page *p);
void run_page_shortage_table(struct page *p);
void run_page_structure_table(struct page *p);
void run_page_foot(struct page *p);

/* report_counted.c: flows that somebody counted, as they are moved. */
void run_page_counted_tables(struct page *p);

#endif
