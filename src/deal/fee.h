// SPDX-License-Identifier: Apache-2.0
// One fee judged for one call on one day, in one view.
#ifndef IMPOST_DEAL_FEE_H
#define IMPOST_DEAL_FEE_H

#include "book/judge.h"
#include "deal/block.h"
#include "impost/portfee.h"

enum { FEE_OPEN_MAX = 32, FEE_DEPTH_MAX = 4 };

struct fee_open {              /* what is not known */
  const struct law_cond *cond; /* NULL: a quantity, or another fee */
  bool frees;                  /* `unless` */
  struct str fact;             /* the quantity, or the fee that may be owed in its place */
  bool other;                  /* the latter */
};

struct fee_found {
  uint32_t fee;
  enum imp_charge_status status;
  const struct deal_line *rate;    /* current; NULL: none */
  const struct deal_line *decides; /* NOT: the line that takes it out */
  struct deal_stay stay;
  uint32_t yields_to;
  struct rat amount; /* of the currency */
  bool has_amount;
  struct str currency;
  uint32_t cap;
  struct fee_open open[FEE_OPEN_MAX];
  uint32_t open_count;
};

/* The fee reaches calls at the place, and states a rate. */
bool fee_is_of(const struct deal_env *env, uint32_t fee);
void fee_judge(const struct deal_env *env, uint32_t fee, unsigned depth, struct fee_found *out);
/* The arithmetic of the rate in words. */
void fee_how(const struct deal_env *env, const struct fee_found *f, struct buf *out);

/* Adds the facts nobody stated on which the fee hangs, each once: "type, from-abroad". */
void fee_tell(const struct deal_env *env, const struct law *law, const struct fee_found *f,
              struct buf *out);

/* Asserts of fees (src/check). */
void judge_fees(struct judge *j);

#endif
