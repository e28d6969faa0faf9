// SPDX-License-Identifier: Apache-2.0
// What the parts of an average share: sums over trade, and the rows they become.
//
// average.c adds up imports of the schedule's own place from panels; average_into.c those of other places, line by line;
// average_rows.c makes rows of the sums.
#ifndef IMPOST_PANEL_AVERAGE_OWN_H
#define IMPOST_PANEL_AVERAGE_OWN_H

#include "impost/average.h"
#include "panel/panel_own.h"
#include "panel/trade.h"

enum { SIDES_MOST = 8, THOUSAND = 1000, AVERAGE_NOTES_MOST = 8 };

struct side { /* a panel, and its day for each day of the report */
  struct imp_panel *p;
  uint32_t *day;
  const char *claim; /* NULL: none */
};

struct sum { /* amounts are thousands of dollars times shares */
  i128 low, high, used_low, used_high;
  int64_t trade, rated, used_rated, by_quantity, by_unit, refused, prohibited, unlisted;
};

struct imp_average {
  struct arena arena;
  struct imp_average_row *rows;
  uint32_t count;
  struct imp_average_row total;
  const char *trade; /* what the weights are */
  const char *notes[AVERAGE_NOTES_MOST];
  uint32_t note_count;
};

struct making {
  const struct imp_law *law;
  const struct imp_query *query;
  const struct imp_average_options *o;
  struct trade_table imports, shares; /* of trade that claims a programme */
  struct trade_claims claims;
  struct side sides[SIDES_MOST];
  uint32_t side_count;
  imp_day *days;
  size_t day_count, day_cap;
  struct set keys;
  struct sum *sums;
  size_t sum_cap;
  struct sum total; /* of the last day */
};

/* The sums of a key; NULL: out of memory. */
struct sum *average_sum(struct making *m, struct str key);
/* The key of a number and place, as rows are of places, chapters or subheadings. */
struct str average_key(const struct making *m, const struct trade_item *t, char room[24]);
/* One cell to whoever asked for cells. */
void average_tell(const struct making *m, const struct trade_item *t, const struct sum *cell);
/* False: out of memory. */
bool average_rows(const struct making *m, struct imp_average *out);

/* Trade of another place, and the sums of its additional duties. */
enum imp_status average_into(struct making *m, const char *prefix, struct imp_average *out,
                             struct imp_error *err);

#endif
