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
/* The answer of r that comes by itself when q is answered so; LAW_NONE: none. */
uint32_t branch_follows(const struct law_question *r, struct str question, struct str answer);
/* branch_then.c: what the law does in the year and more to come under each answer of q and not under every other.
 * `answers` have their statements already; moves are added to each. False: out of memory. */
bool branch_then(struct brancher *b, uint32_t q, struct imp_branch_answer *answers, uint32_t count);

#endif
