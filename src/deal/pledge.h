// SPDX-License-Identifier: Apache-2.0
// Inside of the pledges: rows of a table read as numbers, and promises scored against them.
#ifndef IMPOST_DEAL_PLEDGE_H
#define IMPOST_DEAL_PLEDGE_H

#include "deal/board.h"
#include "impost/pledge.h"

struct count_row { /* a row of the table, known by then */
  struct str what, origin, by;
  imp_day from, until; /* half-open */
  struct rat low, high;
  bool counts; /* of the promise's count, from the seller */
};

struct pledge {
  struct board *b;
  const struct deal_pledge *p;
  struct str unit;
  struct count_row *rows;
  uint32_t row_count;
};

struct tally { /* what the rows within a window make by the end of the last of them */
  bool any;
  imp_day until; /* end of the last row taken */
  struct rat low, high;
  bool whole; /* every day from the window's first to `until` is in a row */
};

/* Rows known by the known day, in the order of the file. False: memory is out. */
bool pledge_rows(struct pledge *p);
/* Rows of the count that lie within [from, until): of those with one beginning the longest, those that do not overlap
 * added. */
struct tally pledge_tally(const struct pledge *p, imp_day from, imp_day until);
bool pledge_score(struct pledge *p, const struct deal_promise *promise, struct imp_promise *out);
const char *pledge_number(struct pledge *p, struct rat x); /* exact */
const char *pledge_rounded(struct pledge *p, struct rat x,
                           int tenths); /* half up to one or two places */
/* "57.5%"; NULL when there is nothing to divide by. */
const char *pledge_share(struct pledge *p, struct rat part, struct rat whole);

#endif
