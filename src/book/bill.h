// SPDX-License-Identifier: Apache-2.0
// From verdicts to rows and a total: one bill for one line, one view, every fact settled.
#ifndef IMPOST_BOOK_BILL_H
#define IMPOST_BOOK_BILL_H

#include "book/eval.h"

struct bill_row {
  struct imp_row shown;      /* what the user sees; texts in the arena */
  uint32_t measure, heading; /* indices; heading LAW_NONE: nameless */
  const struct law_stmt *stmt;
  unsigned mask;  /* of a charge: the cells it bears on */
  uint32_t order; /* reporting order of the day */
};

struct bill {
  struct bill_row *rows;
  uint32_t count, cap;
  int64_t total; /* cents of applied rows */
  bool prohibited;
  struct refusal refusal;         /* id NULL: the bill stands */
  uint32_t refusing;              /* measure that refuses */
  const struct law_stmt **spoken; /* speaking statements that moved this bill */
  uint32_t spoken_count, spoken_cap;
  const char **notes; /* marks worth a line of their own */
  uint32_t notes_count, notes_cap;
  uint32_t number_first, number_notes; /* those of them that are of this number alone */
};

/* Evaluates everything in scope. False: out of memory. A refusal is in bill->refusal. */
bool bill_make(struct eval *e, struct bill *out);

/* The base duty alone, for tests on it before the facts are settled: e->cond.base_cents. `e` is as begun again
 * after it. False: out of memory. */
bool bill_base(struct eval *e);

/* Duty of an assert's `in NAME` and `under LABEL`: the applied rows of measures under a name. */
int64_t bill_sum(const struct law *law, const struct bill *b, struct str in, struct str under,
                 bool *found);

/* Fills the citation fields of a row from a statement. */
bool bill_cite(struct arena *a, const struct law *law, const struct law_stmt *s,
               struct imp_row *row);
const char *bill_day(struct arena *a, imp_day d); /* ISO text, NULL out of memory */
/* The same with the time, if the day is split: "2025-11-10 13:01". */
const char *bill_moment(struct arena *a, imp_day d, int minute);
/* Where a state ends: at its own end to the minute, unless something cut it on another day. */
const char *bill_state_end(struct arena *a, const struct law_stmt *state, imp_day end);
struct str bill_title(const struct law *law, uint32_t measure);

#endif
