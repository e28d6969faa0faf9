// SPDX-License-Identifier: Apache-2.0
// The clock kernel: which line of a sort is current, and what silences a block, on a day.
//
// Pure functions over plain tables. A later-written line paints over an earlier one wherever its window
// holds the day; lines that are not known yet, or that the outcome leaves out, are simply not there.
// Four clocks meet here: in force (the day), known, basis, outcome (`counts`, worked out by the caller).
// Source of the rules: docs/language.md, section 3. It knows nothing of tariffs.
#ifndef IMPOST_BOOK_CLOCK_H
#define IMPOST_BOOK_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"

enum clock_kind {
  CLOCK_PAINT,     /* a line that says something */
  CLOCK_SUSPENDED, /* silence in its window */
  CLOCK_VOID,      /* silence in its window, on basis legal only */
  CLOCK_ENDS,      /* silence from `from` on; the last one written that is known is the end */
  CLOCK_RESUMES    /* cuts the nearest state above it at `from` */
};

struct clock_stmt {
  enum clock_kind kind;
  imp_day known; /* first day on which it is known */
  imp_day from;  /* first day on */
  imp_day until; /* first day off */
  bool counts;   /* the outcome lets it speak */
};

struct clock_view {
  imp_day known;
  bool legal;
};

#define CLOCK_NOTHING UINT32_MAX

/* Index of the current line: of the PAINT lines known and in their window that day, the last written.
 * CLOCK_NOTHING when none is. Statements are in written order; other kinds are passed over. */
uint32_t clock_current(const struct clock_stmt *s, uint32_t n, struct clock_view view, imp_day day);

/* Index of the state that silences the block that day, CLOCK_NOTHING when it speaks. When several hold,
 * the one that lasts longest is named, of several that end together the last written. */
uint32_t clock_silence(const struct clock_stmt *s, uint32_t n, struct clock_view view, imp_day day);

/* State `i` is known, counts, and holds that day (VOID only on basis legal). */
bool clock_state_holds(const struct clock_stmt *s, uint32_t n, uint32_t i, struct clock_view view,
                       imp_day day);

/* First day off of state `i` after later `resumes` and later `ends` lines have cut it. */
imp_day clock_state_end(const struct clock_stmt *s, uint32_t n, uint32_t i, struct clock_view view);

#endif
