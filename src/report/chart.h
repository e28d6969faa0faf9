// SPDX-License-Identifier: Apache-2.0
// A timeline made ready to be drawn: series that stack, lanes for outcomes, one scale.
//
// A series is a measure that charges something on some step; a lane is one outcome of the open questions,
// followed through all steps. Heights are hundredths of a percent of the value. No floating point.
#ifndef IMPOST_REPORT_CHART_H
#define IMPOST_REPORT_CHART_H

#include "base/day.h"
#include "base/mem.h"
#include "base/num.h"
#include "impost/study.h"
#include "report/page.h"

enum { CHART_SERIES = 12, CHART_LANES = 8 };

struct chart_series {
  const char *measure, *title;
  bool is_base;
};

struct chart_lane {
  const struct imp_bill *picks; /* whose outcome this lane follows; NULL: nothing is open */
};

struct chart {
  const struct imp_timeline *t;
  const struct imp_law *law;
  const struct imp_query *query;
  const struct imp_timeline_report *what;
  struct chart_series series[CHART_SERIES]; /* the ordinary duty first, then as they come */
  uint32_t series_count;
  bool more_series; /* than are held: their part of the bar is the last series' */
  struct chart_lane lanes[CHART_LANES];
  uint32_t lane_count;
  int64_t top; /* highest rate, hundredths of a percent; at least 100 */
  const char *code, *place_name;
  const char *description; /* of the code; NULL: not said */
  int64_t value;
};

void chart_make(struct chart *c, const struct imp_law *law, const struct imp_query *query,
                const struct imp_timeline *t, const struct imp_timeline_report *what);
/* Into a place whose ordinary duty is not held: in the money of the value. */
bool chart_additional(const struct chart *c);
/* The place of entry by its name, as typed where no answer names it; NULL: none was typed. */
const char *chart_into(const struct chart *c);
/* The bill of a step that the lane follows; NULL when the step is refused. */
const struct imp_bill *chart_bill(const struct chart *c, uint32_t lane, const struct imp_step *s);
uint32_t chart_series_of(const struct chart *c, const struct imp_row *r);
/* Hundredths of a percent each series charges in the bill. */
void chart_heights(const struct chart *c, const struct imp_bill *b, int64_t out[CHART_SERIES]);
int64_t chart_rate(const struct chart *c, int64_t cents);
/* "145%", "12.5%", "2.94%" */
void chart_print_rate(int64_t hundredths, struct buf *out);
void chart_print_picks(const struct imp_bill *b, struct buf *out); /* "us.longer-truce=lapsed" */
/* "9903.01.24 20% begins, China and Hong Kong: 20%, 90 FR 11463, known 2025-03-03" */
void chart_print_event(const struct imp_event *e, bool known, struct buf *out);
bool chart_has_range(const struct chart *c); /* somewhere a fact is missing */
/* What changed in the rows, when no statement is found for it. */
void chart_print_rows(const struct imp_step *s, struct buf *out);

void chart_text(const struct chart *c, struct page *p);
void chart_svg(const struct chart *c, struct buf *out);

#endif
