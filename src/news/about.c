// SPDX-License-Identifier: Apache-2.0
// Whom an article is about: which governments it names most, and which is in most of what it states.
#include "news/slots.h"

/* The same, or a union and its member: neither imposes on the other, and they have no deal. */
bool news_same_house(const struct news_rules *r, uint32_t a, uint32_t b) {
  return a == b || (b != NEWS_NO_SIDE && r->sides[a].within == b) ||
         (a != NEWS_NO_SIDE && r->sides[b].within == a);
}

/* Of the sides the article has named, the one named most but `not`. */
enum news_side news_most_spoken(const struct news_reader *d, enum news_side not ) {
  enum news_side best = NEWS_NO_SIDE;
  for (uint8_t k = 1; k < d->r->side_count; k++)
    if (!news_same_house(d->r, k, not ) &&
        d->spoken[k] > (best == NEWS_NO_SIDE ? 0 : d->spoken[best]))
      best = (enum news_side)k;
  return best;
}

/* The same where no other comes near it: of three who are named alike none is taken. */
enum news_side news_clearly_spoken(const struct news_reader *d, enum news_side not ) {
  enum news_side best = news_most_spoken(d, not );
  for (uint8_t k = 1; k < d->r->side_count; k++)
    if (!news_same_house(d->r, k, not ) && !news_same_house(d->r, k, best) &&
        d->spoken[k] * 2 >= d->spoken[best] && d->spoken[k] > 0)
      return NEWS_NO_SIDE;
  return best;
}

/* The one side that is in most of what the article has stated so far; of a kind of measure, that decides most of them. */
enum news_side news_hub(const struct news_reader *d, enum news_side not, uint16_t kind) {
  const struct news_story *y = d->story;
  uint32_t count[NEWS_SIDES] = {0};
  uint8_t best = 0, second = 0;
  size_t first = d->opening;
  if (y->statement_count > first + NEWS_BACK) first = y->statement_count - NEWS_BACK;
  for (size_t i = first; i < y->statement_count; i++) {
    const struct news_statement *st = &y->statements[i];
    if (kind == NEWS_NONE || st->measure == kind) count[st->imposer]++;
    if (kind == NEWS_NONE && st->target != st->imposer) count[st->target]++;
  }
  for (uint8_t k = 1; k < d->r->side_count; k++) {
    if (news_same_house(d->r, k, not )) continue;
    if (best == 0 || count[k] > count[best]) {
      second = best;
      best = k;
    } else if (second == 0 || count[k] > count[second])
      second = k;
  }
  if (count[second] == count[best] && d->spoken[second] > d->spoken[best]) {
    uint8_t was = best;
    best = second;
    second = was;
  }
  bool even = count[best] == count[second] && d->spoken[best] <= d->spoken[second];
  bool clear = count[best] >= (kind == NEWS_NONE ? 2 : 1) && !even;
  return clear ? (enum news_side)best : NEWS_NO_SIDE;
}
