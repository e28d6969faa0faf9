// SPDX-License-Identifier: Apache-2.0
// Clauses that say nothing of trade.
#ifndef IMPOST_NEWS_IDLE_H
#define IMPOST_NEWS_IDLE_H

#include "news/news_own.h"

/* Takes the clauses that say nothing of trade out of the words of the paragraph. */
void news_idle_drop(struct news_reader *d);
/* "even as", "two days after", ", while": where the words begin that lead to the turn at the place. */
uint32_t news_turn_opening(const struct news_reader *d, uint32_t at);
/* A verb, finite or a participle. */
bool news_idle_verb(const struct news_reader *d, uint32_t at);

/* joints.c: puts the next comma that the writer left out of the sentence that begins at `base`; how many tokens more there are: its
 * marks are to be found anew. */
uint32_t news_joints_put(struct news_reader *d, uint32_t base);
/* Gives the text its own bytes back. */
void news_joints_undo(struct news_reader *d);

#endif
