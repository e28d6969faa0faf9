// SPDX-License-Identifier: Apache-2.0
// The lines of a file asked twice, in numbers: most of a large file needs no words.
//
// Two batches answer, one a side. A line is done here when both sides have one bill and one amount, or are
// refused, and nobody is to be shown the line; all others go the plain way. Both ways add up to the same.
#ifndef IMPOST_CLI_DIFF_QUICK_H
#define IMPOST_CLI_DIFF_QUICK_H

#include "impost/batch.h"
#include "impost/study.h"

struct diff_quick {
  struct imp_batch *batches[2];
  const char *on[2]; /* day of every line, NULL: its own */
};

enum imp_status diff_quick_open(struct diff_quick *q, const struct imp_side sides[2],
                                struct imp_error *err);
/* *done: the line is in the sum. With `shown` lines that differ are left to the plain way. */
enum imp_status diff_quick_line(struct diff_quick *q, const struct imp_line *line, bool shown,
                                struct imp_diff_sum *sum, bool *done, struct imp_error *err);
void diff_quick_close(struct diff_quick *q);

#endif
