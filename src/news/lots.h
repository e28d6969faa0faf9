// SPDX-License-Identifier: Apache-2.0
// Goods of a land each in a row (lots.c).
#ifndef IMPOST_NEWS_LOTS_H
#define IMPOST_NEWS_LOTS_H

#include "news/slots.h"

#define ROW 6

struct lot { /* goods of one side */
  uint16_t good;
  uint8_t side;
};

/* "Chinese tyres and Turkish steel", "bananas from Ecuador and coffee from Peru and Chile" in [from, to), in order; their
 * count, 0 where other names stand there; `but`: who decides, no land of a lot. */
uint8_t news_lots_between(const struct news_sentence *s, uint32_t from, uint32_t to, uint8_t but,
                          struct lot *lots);
/* "Japanese cars, Canadian steel and Chinese toys" of which the first ends at the place: where the last does; the place
 * itself: no such row of three and more, or the last has a rate of its own; moves: "to 50%" behind it is of all. */
uint32_t news_lots_end(const struct news_sentence *s, uint32_t to, bool moves);
/* "and beef from Brazil pays 10%", behind the "and": a rate of its own. */
bool news_lot_owes(const struct news_sentence *s, uint32_t at);
/* Of the measure's words behind its noun, or of those before the verb that hits; their count. */
uint8_t news_lots_named(const struct news_reader *d, const struct news_match *m, struct lot *lots);

#endif
