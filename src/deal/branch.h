// SPDX-License-Identifier: Apache-2.0
// Inside of linked outcomes: what their files share. See impost/branch.h.
#ifndef IMPOST_DEAL_BRANCH_H
#define IMPOST_DEAL_BRANCH_H

#include "book/query.h"
#include "impost/branch.h"

struct brancher {
  struct arena *arena;
  const struct law *law;
  struct query query;
  struct imp_move *moves; /* of the answer at hand */
  uint32_t count, cap;
};

/* A new move of the answer at hand, empty; NULL: out of memory. */
struct imp_move *branch_push(struct brancher *b);
/* The questions as they stand with nothing pending but the picks, this answer and what follows it. NULL: out of memory. */
struct view_question *branch_assume(const struct brancher *b, struct arena *a, uint32_t q,
                                    uint32_t answer);
/* branch_then.c: what the law does in the year and more to come under each answer of q and not under every other.
 * `answers` have their statements already; moves are added to each. False: out of memory. */
bool branch_then(struct brancher *b, uint32_t q, struct imp_branch_answer *answers, uint32_t count);

#endif
