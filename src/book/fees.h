// SPDX-License-Identifier: Apache-2.0
// Fees per entry, as the checks of the law ask for them: one line as an entry of its own.
#ifndef IMPOST_BOOK_FEES_H
#define IMPOST_BOOK_FEES_H

#include "book/complete.h"

bool fees_is_fee(const struct law_measure *m);
/* A fee, or what may take goods out of one. */
bool fees_bears(const struct law *law, const struct law_measure *m);

/* Fee of measure m for an entry of this one line, in cents. *unknown: the law does not give it. False: out
 * of memory. */
bool fees_of_line(const struct frame *f, const struct view *view, const struct line *line,
                  uint32_t m, int64_t *low, int64_t *high, bool *unknown);

#endif
