// SPDX-License-Identifier: Apache-2.0
// Clauses that say nothing of trade.
#ifndef IMPOST_NEWS_IDLE_H
#define IMPOST_NEWS_IDLE_H

#include "news/news_own.h"

/* Takes the clauses that say nothing of trade out of the words of the paragraph. */
void news_idle_drop(struct news_reader *d);

#endif
