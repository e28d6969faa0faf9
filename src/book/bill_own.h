// SPDX-License-Identifier: Apache-2.0
// What the files of the bill share: groups of parts with one verdict, and how a row is begun.
#ifndef IMPOST_BOOK_BILL_OWN_H
#define IMPOST_BOOK_BILL_OWN_H

#include "book/bill.h"

struct group { /* cells with one verdict */
  struct cell like;
  unsigned mask;
  struct rat s; /* dollars */
};

/* Exact and rounded amount of a demand on a group. False: refused, or too large. */
bool bill_amount_of(struct eval *e, uint32_t m, const struct law_stmt *demand,
                    const struct group *g, struct rat *exact, int64_t *cents);

struct bill_row *bill_new_row(struct eval *e, struct bill *b, uint32_t m, uint32_t h,
                              const struct law_stmt *s, enum imp_row_status status);
bool bill_set_amount(struct eval *e, struct bill_row *row, const struct group *g, struct rat exact,
                     int64_t cents);
bool bill_add_spoken(struct eval *e, struct bill *b, const struct law_stmt *s);
/* A mark worth a line of its own, once. False: out of memory, or note is NULL. */
bool bill_add_note(struct eval *e, struct bill *b, const char *note);
struct str bill_heading_label(const struct law *law, uint32_t m, uint32_t h);

/* The heading speaks only when its number is claimed. */
bool bill_asks_claim(const struct law_cond *c);
/* Every measure that refuses is named; what the first one advises stands. False: out of memory. */
bool bill_not_encoded(struct eval *e, uint32_t m, const struct group *g);
/* What is held off the rate of the row that day (imp_row.points). False: out of memory. */
bool bill_points(struct eval *e, struct imp_row *row, uint32_t m, uint32_t heading);

/* Rows of what is displaced: by a relief, by another measure, by a heading that says none; and of what is
 * suspended that day. False: out of memory. */
bool bill_exempt_rows(struct eval *e, struct bill *b, uint32_t m, const struct group *g);
bool bill_yield_rows(struct eval *e, struct bill *b, uint32_t m, const struct group *g);
bool bill_none_rows(struct eval *e, struct bill *b, uint32_t m, const struct group *g);
bool bill_suspended_rows(struct eval *e, struct bill *b, uint32_t m);

#endif
