// SPDX-License-Identifier: Apache-2.0
// What refer.c, about.c and slots.c ask of each other.
#ifndef IMPOST_NEWS_SLOTS_H
#define IMPOST_NEWS_SLOTS_H

#include "news/news_own.h"

/* The mention of the measure that was spoken of last; NULL. */
const struct news_mention *news_last_of(const struct news_reader *d, uint16_t measure);
bool news_hits_side(const struct news_mention *m, uint8_t side);
/* The only side named since the measure spoken of last, and before `at`, that does not decide it; NEWS_NO_SIDE. */
enum news_side news_fresh_side(const struct news_reader *d, uint32_t at, uint8_t not );

enum news_side news_most_spoken(const struct news_reader *d, enum news_side not );
enum news_side news_clearly_spoken(const struct news_reader *d, enum news_side not );
/* `kind` NEWS_NONE: in any place of any measure. */
enum news_side news_hub(const struct news_reader *d, enum news_side not, uint16_t kind);

#endif
