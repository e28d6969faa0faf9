// SPDX-License-Identifier: Apache-2.0
// One line as columns, for imp_batch_duty.
#ifndef IMPOST_ASSESS_ANSWERS_H
#define IMPOST_ASSESS_ANSWERS_H

#include "assess/batch_own.h"

struct one { /* columns of one line, and what came of it */
  uint32_t code, place, set, zero, shape, first[2], done;
  int32_t day;
  int64_t value, quantity[IMP_BATCH_UNITS], low, high, amounts[IMP_BATCH_ROWS];
  uint8_t status;
  struct imp_columns in;
  struct imp_results out;
};

/* False: the line says something that columns cannot. *failed: out of memory. */
bool one_take(struct imp_batch *b, const struct imp_line *line, struct one *o, bool *failed);

/* The quantities that the rates of the code can use, of a line that claims something or not. False: only imp_duty can
 * say. */
bool one_quantities(struct imp_batch *b, const struct imp_line *line, bool claims, struct one *o);

#endif
