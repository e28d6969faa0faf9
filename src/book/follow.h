// SPDX-License-Identifier: Apache-2.0
// Questions that follow others: `default A if Q is B`.
//
// A question follows when it is open, picked by nobody, a default of it hangs on a question that is open or only said, and
// its defaults say what comes under every answer of that one: it is then no outcome of its own but takes what comes. Any
// other question is free. Which questions follow is a matter of the view and the picks alone, never of a line. The law
// has no circles of defaults (check questions.circle). Source: docs/assessment.md, section "Questions that follow".
#ifndef IMPOST_BOOK_FOLLOW_H
#define IMPOST_BOOK_FOLLOW_H

#include "book/view.h"

/* What comes of q by the law's own word under what `v` assumes of the others: of the defaults whose question has that
 * answer the last, else the last that hangs on nothing; LAW_NONE when there is none. */
uint32_t follow_default(const struct view *v, uint32_t q);

/* `fixed[q]`: the user picked the answer. */
bool follow_is(const struct view *v, const bool *fixed, uint32_t q);
/* q follows `leader`, itself or by way of another. */
bool follow_hangs(const struct view *v, const bool *fixed, uint32_t q, uint32_t leader);
/* q follows questions that the user picked, and no other: it goes along with what was picked. */
bool follow_given(const struct view *v, const bool *fixed, uint32_t q);

/* q has outcomes of its own: it is open or said, not picked, follows nothing, and it or one that follows it is asked. */
bool follow_heads(const struct view *v, const bool *fixed, uint32_t q,
                  bool (*asks)(void *user, uint32_t question), void *user);

/* Assumes of every question that follows what comes. True when an assumption changed. */
bool follow_settle(struct view *v, const bool *fixed);
/* The same of those that follow `leader` alone. */
bool follow_settle_with(struct view *v, const bool *fixed, uint32_t leader);
/* The law as it stands: nothing pending but the picks, and what follows picked questions alone. */
void follow_stands(struct view *v, const bool *fixed);

/* Behind what stands in `out`: "us-cn.truce (extended if approved, lapsed if rejected)", where f follows q; of one that
 * follows others besides the name alone. Leaves what is assumed of the questions that follow settled anew. */
void follow_tell(struct view *v, const bool *fixed, uint32_t q, uint32_t f, struct buf *out);

#endif
