// SPDX-License-Identifier: Apache-2.0
// What the lookups share: the law, the labels, and reading the day asked for.
#ifndef IMPOST_BOOK_LOOKUP_H
#define IMPOST_BOOK_LOOKUP_H

#include "book/bill.h"
#include "book/match.h"
#include "book/query.h"
#include "impost/lookup.h"

struct imp_lookup {
  const struct imp_law *law;
  struct names_headings *headings;
  struct arena arena; /* days of imp_lookup_counts */
};

const char *lookup_day(struct arena *a, imp_day d,
                       bool *no_memory); /* NULL for no beginning or end */
/* Appends "a" or ", a". */
void lookup_join(struct buf *b, struct str s);
/* The buffer's text kept in the arena, "" when empty; the buffer is released. NULL: out of memory. */
const char *lookup_keep(struct arena *a, struct buf *b);

#endif
