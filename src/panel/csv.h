// SPDX-License-Identifier: Apache-2.0
// What the tables of a panel share: rows of stretches of days, written once for all places of a class.
#ifndef IMPOST_PANEL_CSV_H
#define IMPOST_PANEL_CSV_H

#include "panel/panel_own.h"

enum { CSV_FLUSH = 1 << 18, DAY_TEXT = 12 };

struct tail { /* the rows of one strip: where each begins in the text */
  uint32_t strip;
  size_t first, count; /* into starts */
};

struct table {
  const struct imp_panel *p;
  imp_panel_put put;
  void *user;
  struct buf out;
  struct buf texts; /* tails of the number at hand, one behind the other */
  size_t *starts, start_count, start_cap;
  struct tail *tails; /* met of the number at hand */
  size_t tail_count, tail_cap;
  uint32_t *tail_of; /* per class of places; NOWHERE: not met */
  uint64_t rows;
  char (*days)
      [DAY_TEXT]; /* from the first day of the panel to the day after its last, ",2025-04-05" */
  /* What stands behind the days, as worked out for a program and columns of the schedule: most cells repeat it. */
  struct set keys, behind;
  uint32_t *behind_of; /* per key: the text */
  size_t behind_cap;
  struct buf scratch;
};

enum imp_status csv_open(struct table *t, const struct imp_panel *p, imp_panel_put put, void *user,
                         struct imp_error *err);
enum imp_status csv_close(struct table *t, enum imp_status status, uint64_t *rows,
                          struct imp_error *err);
void csv_begin(struct table *t); /* a new number */
void csv_rows(struct table *t, const char *key, uint32_t place, const struct tail *tail);
enum imp_status csv_flush(struct table *t, size_t least, struct imp_error *err);
void csv_share(struct buf *b, int64_t share); /* "12.5": percent, without trailing noughts */

/* The days from `from` on become a row of the tail; none when there are none. False: out of memory. */
bool csv_end(struct table *t, imp_day from, imp_day until, struct str behind, struct tail *out);
/* What ends the last row. */
bool csv_last(struct table *t);

#endif
