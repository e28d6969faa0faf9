// SPDX-License-Identifier: Apache-2.0
// From a rate expression to an exact amount: shares of value, money per unit, columns of the schedule.
//
// Amounts are exact rationals in dollars; rounding to the cent happens once per row, in the bill.
// A specific rate on part of the value bears on that part of the quantity: m x Q x S / V.
#ifndef IMPOST_BOOK_RATE_H
#define IMPOST_BOOK_RATE_H

#include "book/cond.h"

struct rate_env {
  struct arena *arena;
  const struct law *law;
  const struct line *line;
  const struct cond_env *cond;
  struct refusal *no;
};

/* Exact amount of `e` (without its `less …`) on S dollars of the line's value, points taken off shares.
 * False: refused (env->no says why) or it does not fit. */
bool rate_amount(struct rate_env *env, const struct law_expr *e, struct rat points, struct rat s,
                 struct rat *out);

/* The text of a column for this line: general, column 2, or the special entry of a claimed programme
 * (empty when there is none). */
struct str rate_column(const struct rate_env *env, enum law_term_kind column);

/* General column on the whole value, for conditions; den 0 when it cannot be computed. */
struct rat rate_general(struct arena *a, const struct law *law, const struct line *l);

/* The quantities the terms per unit were worked with, "2000 kg", in the units of the rate; NULL when there are
 * none. In the arena. False: out of memory. */
bool rate_quantity(struct rate_env *env, const struct law_expr *e, struct rat s, const char **out);

/* Whether every fact that the rate is taken from is stated: a line speaks only then. */
bool rate_stated(const struct line *l, const struct law_expr *e);
/* The rate as written; of one that is taken from a fact what is stated: "13.52%". NULL: out of memory. */
const char *rate_text(struct arena *a, const struct law *law, const struct line *l,
                      const struct law_expr *e);

#endif
