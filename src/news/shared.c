// SPDX-License-Identifier: Apache-2.0
// What two clauses share: "The tariffs take effect in May and will rise to 25% in June" is read as if the tariffs were
// printed again before the second verb; "the former" and "the latter" are the two measures spoken of last.
#include <string.h>

#include "news/slots.h"

/* A verb that a measure is the subject of. */
static bool is_verb(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"is",   "are",   "was",  "were", "has",   "have", "had",
                                      "rise", "rises", "rose", "fall", "falls", "fell", "took"};
  static const uint16_t classes[] = {NC_WILL, NC_MIGHT, NC_EFFECT, NC_STAYS};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (news_word_is(&s->tokens[at], words[i])) return true;
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
    if (news_hit_at(s, classes[i], at) != NULL) return true;
  return false;
}

/* The place is inside a measure, or names somebody: the next verb has another subject. */
static bool turns_to(const struct news_sentence *s, uint32_t at, const struct news_mention *but) {
  if (news_hit_at(s, NC_PARTY, at) != NULL || s->np[at] == NC_NP_IT - NC_NP_A + 1) return true;
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (&s->mentions[k] != but && at == s->mentions[k].at) return true;
  return false;
}

void news_share_subjects(struct news_reader *d) {
  struct news_sentence *s = d->s;
  uint8_t count = s->mention_count;
  for (uint8_t k = 0; k < count && s->mention_count < NEWS_MENTIONS; k++) {
    struct news_mention m = s->mentions[k];
    uint32_t end = (uint32_t)m.at + m.n;
    if (m.form != NEWS_NOUN || end >= s->count || !is_verb(s, end)) continue;
    for (uint32_t at = end + 1; at + 2 < s->count && !turns_to(s, at, &s->mentions[k]); at++) {
      if (!news_word_is(&s->tokens[at], "and") || !is_verb(s, at + 1)) continue;
      m.at = m.head = (uint16_t)at;
      m.n = 1;
      m.pronoun = m.definite = m.shared = true;
      news_mention_again(d, &m);
      break;
    }
  }
}
