// SPDX-License-Identifier: Apache-2.0
// Whose a rate is that stands without "tariff": "Taiwan's 20% rate", "On trucks built in Canada it has collected 25%".
#include "news/mentions.h"

/* "Taiwan's 20% rate": what Taiwan pays, and not what it charges; but "Washington's 20% rate". */
void news_rate_of_owner(const struct news_rules *r, const struct news_sentence *s,
                        struct news_mention *m) {
  static const char *const words[] = {"rate", "rates"}; /* but "Beijing's 76% deposit" is its own */
  const struct news_hit *who = news_hit_at(s, NC_PARTY, m->at);
  uint32_t end = who != NULL ? (uint32_t)who->at + who->n : 0;
  if (who == NULL || end >= m->head || !s->tokens[end].genitive || who->ref == r->levier ||
      m->imposer != (uint8_t)who->ref || m->target_count > 0 || m->good != NEWS_NONE ||
      m->percent == 0 || r->levier == NEWS_NO_SIDE || !NEWS_IN(&s->tokens[m->head], words))
    return;
  m->imposer = NEWS_NO_SIDE;
  news_target_add(m, who->ref);
}

/* "On trucks built in Canada the United States has collected 25%" */
void news_take_front(const struct news_sentence *s, struct news_mention *m) {
  const struct news_hit *good =
      news_word_is(&s->tokens[0], "on") ? news_hit_at(s, NC_GOOD, 1) : NULL;
  if (good == NULL) return;
  m->good = good->ref;
  for (uint32_t at = 1u + good->n; at + 1 < m->at && at < 5u + good->n; at++) {
    const struct news_hit *who = news_hit_at(s, NC_PARTY, at + 1);
    bool from = news_word_is(&s->tokens[at], "from") ||
                (news_word_is(&s->tokens[at], "in") && news_hit_at(s, NC_MADE, at - 1) != NULL);
    if (from && who != NULL) news_target_add(m, who->ref);
  }
}
