// SPDX-License-Identifier: Apache-2.0
// Doubtful files and a line, for callers that ask of many lines: which measures of theirs might reach it.
//
// Mostly that hangs on the number, the place and the day alone, as no doubtful measure asks for a fact; then lines
// share it. See answer_doubtful, which says it of one line.
#ifndef IMPOST_BOOK_DOUBTFUL_H
#define IMPOST_BOOK_DOUBTFUL_H

#include "book/complete.h"
#include "book/open.h"

/* Whether what might reach a line hangs on its number, its place and its day alone, and fits in the bits below. */
bool doubtful_settled(const struct law *doubtful);
/* What the scopes and headings of doubtful measures say of a number: numbers with equal bits are alike to them. */
uint64_t doubtful_goods(const struct law *doubtful, const struct names *names, uint64_t code);
/* A bit for each doubtful measure, in the order of the law, that might reach goods entered at home. Only of settled law.
 * False: out of memory. */
bool doubtful_reach(struct arena *scratch, const struct imp_law *law, const struct view *view,
                    uint64_t code, uint16_t place, imp_day on, uint64_t *reach);
/* Names the measures of these bits. False: out of memory. */
bool doubtful_say(struct arena *a, const struct law *doubtful, uint64_t reach,
                  struct text_list *caveats);

#endif
