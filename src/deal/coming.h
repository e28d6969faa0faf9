// SPDX-License-Identifier: Apache-2.0
// Inside of what is coming, of the half of the law that is no duty: what its files share. See book/coming.h.
#ifndef IMPOST_DEAL_COMING_H
#define IMPOST_DEAL_COMING_H

#include "book/coming.h"
#include "law/deal.h"

struct coming_blocks { /* controls or fees */
  const struct deal_block *items;
  uint32_t count;
  const char *of;
};

/* False: out of memory. */
bool coming_of_blocks(struct coming *f, const struct coming_blocks *all);
bool coming_of_meetings(struct coming *f);
enum imp_status coming_of_pledges(struct coming *f, const struct imp_law *law,
                                  const struct imp_query *query, struct imp_error *err);
/* coming_past.c: of questions that are past due without an answer what they move already, and what is known of every
 * question. Behind coming_of_questions. */
bool coming_of_past(struct coming *f, const struct imp_law *law);

#endif
