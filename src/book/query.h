// SPDX-License-Identifier: Apache-2.0
// The question asked of the law: known day, basis, outcomes picked. Wrong words are an error of the call.
#ifndef IMPOST_BOOK_QUERY_H
#define IMPOST_BOOK_QUERY_H

#include "book/open.h"
#include "book/view.h"
#include "impost/duty.h"

struct query {
  struct view view;
  bool *fixed;       /* per question: the user picked its outcome */
  imp_day on;        /* day of lines without one */
  int16_t on_minute; /* and its minute, CLOCK_UNSTATED when no hour is given */
};

/* IMP_USAGE with words when a day, question or answer is not one. Lives in the arena. */
enum imp_status query_read(struct arena *a, const struct imp_law *law, const struct imp_query *in,
                           struct query *out, struct imp_error *err);

#endif
