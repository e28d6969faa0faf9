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

/* "Canada's rate rises to 35%", "is 35%", "was set at 35%": a rate that is told behind it, of what its owner pays. */
bool news_rate_owned(const struct news_rules *r, const struct news_sentence *s,
                     struct news_mention *m) {
  static const char *const helps[] = {"is",   "was",     "will",   "would",  "be",
                                      "has",  "been",    "now",    "stands", "remains",
                                      "set",  "went",    "up",     "down",   "rose",
                                      "fell", "dropped", "jumped", "climbed"};
  const struct news_hit *who = news_hit_at(s, NC_PARTY, m->at);
  uint32_t end = who != NULL ? (uint32_t)who->at + who->n : 0, at = (uint32_t)m->at + m->n;
  bool owns = who != NULL && s->tokens[end].genitive && who->ref != r->levier &&
              m->head < end + 3u && news_word_is(&s->tokens[m->head], "rate") &&
              r->levier != NEWS_NO_SIDE && m->good == NEWS_NONE && m->percent == 0;
  bool paid = owns && m->target_count == 1 && m->targets[0] == (uint8_t)who->ref;
  if (!owns || !(paid || (m->target_count == 0 && m->imposer == (uint8_t)who->ref))) return false;
  while (at + 1 < s->count && at < (uint32_t)m->at + m->n + 5u &&
         news_hit_at(s, NC_PERCENT, at) == NULL &&
         (NEWS_IN(&s->tokens[at], helps) || news_in_class(s, NC_RATE_MOVES, at) ||
          news_in_class(s, NC_GOES, at) || news_in_class(s, NC_RAISED, at) ||
          news_in_class(s, NC_LOWERED, at) || news_word_is(&s->tokens[at], "to") ||
          news_word_is(&s->tokens[at], "at")))
    at++;
  const struct news_hit *rate = news_hit_at(s, NC_PERCENT, at);
  if (rate == NULL) return false;
  m->imposer = NEWS_NO_SIDE;
  if (!paid) news_target_add(m, who->ref);
  if (m->to == 0) m->to = s->values[rate->ref];
  return true;
}

/* "Canada's rate" is of a duty only behind words of one. */
bool news_is_owned(const struct news_sentence *s, const struct news_mention *m) {
  const struct news_hit *who = news_hit_at(s, NC_PARTY, m->at);
  return who != NULL && m->loose && m->imposer == NEWS_NO_SIDE && m->percent == 0 &&
         s->tokens[who->at + who->n].genitive;
}

/* "a 15% ceiling on US duties for most European products": the rate of those duties, and no measure beside them. */
bool news_caps_kind(const struct news_sentence *s, const struct news_hit *h) {
  uint32_t at = (uint32_t)h->at + h->n;
  if (at + 2 >= s->count ||
      !(news_word_is(&s->tokens[at], "on") || news_word_is(&s->tokens[at], "for")))
    return false;
  at += 1u + (news_np_class(s, at + 1) == NC_NP_THE);
  const struct news_hit *who = news_hit_at(s, NC_PARTY, at);
  return news_names_kind(s, at) || (who != NULL && news_names_kind(s, at + who->n));
}

/* Those duties take it. */
void news_take_ceiling(const struct news_sentence *s, struct news_mention *m) {
  static const char *const words[] = {"ceiling", "cap", "limit", "maximum"};
  uint32_t at = m->at;
  if (m->form != NEWS_NOUN || m->percent != 0 || m->to != 0) return;
  at -= at > 0 && news_np_class(s, at - 1) == NC_NP_THE;
  if (at < 3 ||
      !(news_word_is(&s->tokens[at - 1], "on") || news_word_is(&s->tokens[at - 1], "for")) ||
      !NEWS_IN(&s->tokens[at - 2], words))
    return;
  const struct news_hit *rate = news_ending(s, NC_PERCENT, at - 2);
  if (rate == NULL) return;
  uint16_t from =
      (uint16_t)(rate->at - (rate->at > 0 && news_np_class(s, rate->at - 1u) == NC_NP_A));
  m->percent = s->values[rate->ref];
  m->n = (uint16_t)(m->n + m->at - from);
  m->at = from;
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
