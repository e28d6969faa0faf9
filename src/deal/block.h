// SPDX-License-Identifier: Apache-2.0
// Lines and states of controls and fees on a day: what counts, what scope is current, what silences a block.
//
// A state of a name holds for all names below it; a scope comes from the nearest name above that states it;
// conditions of every name above hold too. The clock is that of book/clock.h.
#ifndef IMPOST_DEAL_BLOCK_H
#define IMPOST_DEAL_BLOCK_H

#include "deal/cond.h"

/* Known, let by the outcome, and in its window at the moment. */
bool deal_line_holds(const struct view *v, const struct deal_line *line, struct moment at);

/* The current line of a kind of scope (out of, into, of, items) of a block or the nearest name above; NULL: none. */
const struct deal_line *deal_scope(const struct view *v, const struct deal_block *blocks,
                                   uint32_t block, enum deal_line_kind kind, struct moment at);

/* Every `only if` and no `unless`, of the block and of all names above. */
enum tri deal_guards(const struct deal_env *env, const struct deal_block *blocks, uint32_t block,
                     struct moment at);

struct deal_stay {              /* what silences a block */
  const struct deal_line *line; /* NULL: nothing does */
  uint32_t block;               /* whose line it is */
  imp_day until; /* first day off, windows that follow one another joined; DAY_NEVER */
  const struct deal_line *last; /* the line whose window ends there */
};

/* The state of the block itself or of a name above it; of several the one that lasts longest. */
struct deal_stay deal_stay_of(const struct view *v, const struct deal_block *blocks, uint32_t block,
                              struct moment at);

/* Days up to and with `day` on which a line of the block that demands something held and nothing silenced it;
 * with `only` that line alone is counted, for one clause of an act can run while another never starts.
 * DAY_NEVER: more than can be counted (it has no first day). */
imp_day deal_days_in_force(const struct view *v, const struct deal_block *blocks, uint32_t block,
                           const struct deal_line *only, imp_day day);

/* The same days on which another block demanded something too, and was not silenced. */
imp_day deal_days_together(const struct view *v, const struct deal_block *blocks, uint32_t block,
                           const struct deal_line *only, uint32_t with, imp_day day);

/* A line of the block demands something: a licence, a ban, a rate. */
bool deal_demands(const struct deal_line *line);

#endif
