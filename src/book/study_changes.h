// SPDX-License-Identifier: Apache-2.0
// What differs between two answers of one line: rows put side by side, outcome by outcome.
#ifndef IMPOST_BOOK_STUDY_CHANGES_H
#define IMPOST_BOOK_STUDY_CHANGES_H

#include "base/mem.h"
#include "impost/study.h"

/* Same status, reason, outcomes and applied rows: nothing a person would call a change. */
bool study_same(const struct imp_answer *a, const struct imp_answer *b);

/* Pairs of bills that agree on the questions both ask, each with its rows; none when a side is refused.
 * False: out of memory. */
bool study_changes(struct arena *a, const struct imp_answer *before, const struct imp_answer *after,
                   const struct imp_bill_change **out, uint32_t *count);

/* The outcomes agree: no question is answered differently. */
bool study_agree(const struct imp_bill *a, const struct imp_bill *b);

bool study_text_eq(const char *a, const char *b); /* NULL equals NULL alone */

#endif
