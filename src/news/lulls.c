// SPDX-License-Identifier: Apache-2.0
// "The pause", "the reprieve": of what was last said to be suspended.
#include "news/slots.h"

/* "The pause ends in May": of the measure last said to be suspended; several in one sentence: of none. */
static const struct news_statement *suspended_last(const struct news_reader *d) {
  const struct news_story *y = d->story;
  const struct news_statement *found = NULL;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  while (n-- > low) {
    const struct news_statement *st = &y->statements[n];
    if (st->status != NEWS_SUSPENDED || d->r->measures[st->measure].pair) continue;
    if (found != NULL && st->sentence.from != found->sentence.from) break;
    if (found != NULL && (st->measure != found->measure || st->imposer != found->imposer ||
                          st->target != found->target || st->good != found->good))
      return NULL;
    found = st;
  }
  return found;
}

void news_add_lulls(struct news_reader *d) {
  struct news_sentence *s = d->s;
  const struct news_statement *st = NULL;
  for (uint16_t i = s->heads[NC_SPARE]; i != NEWS_NONE; i = s->hits[i].next) {
    struct news_hit h = s->hits[i];
    uint32_t end = (uint32_t)h.at + h.n;
    bool plain = end < s->count && (s->np[end] == 0 || s->np[end] == NEWS_NP(NC_NP_AND));
    if (h.at == 0 || s->np[h.at - 1] != NEWS_NP(NC_NP_THE) || !plain || news_in_any(s, h.at))
      continue;
    if (s->mention_count >= NEWS_MENTIONS || (st = suspended_last(d)) == NULL) return;
    if (!d->r->measures[st->measure].template) return;
    struct news_mention m = {.measure = st->measure,
                             .at = (uint16_t)(h.at - 1u),
                             .n = (uint16_t)(h.n + 1u),
                             .head = h.at,
                             .form = NEWS_NOUN,
                             .imposer = (uint8_t)st->imposer,
                             .good = st->good,
                             .percent = st->percent_milli,
                             .amount = -1,
                             .definite = true,
                             .pronoun = true};
    if (st->target != NEWS_NO_SIDE) m.targets[m.target_count++] = (uint8_t)st->target;
    news_hit_add(s, NC_LULL, m.at, m.n, s->mention_count);
    s->mentions[s->mention_count++] = m;
  }
}
