// SPDX-License-Identifier: Apache-2.0
// What a measure has of one told before though its own words do not say it: whom the same duty hits, whom one like it hits,
// whose measures a court strikes down, how much "the full amount" is of.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"

/* "China's lower tariff on corn", "the reduced duty on wine": compared with the one that was told. */
static bool is_moved(const struct news_sentence *s, const struct news_mention *x) {
  static const char *const words[] = {"lower", "reduced", "higher", "increased", "new", "newer"};
  for (uint32_t at = x->at > 0 ? x->at - 1u : 0; at < x->head; at++)
    if (NEWS_IN(&s->tokens[at], words))
      return x->own || x->definite || x->named || (at > 0 && s->tokens[at - 1].genitive);
  return false;
}

/* "China's lower tariff on corn would start in May": on whom the one told before was; of two nobody. */
enum news_side news_hit_again(const struct news_reader *d, const struct news_statement *st,
                              const struct news_mention *x) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  enum news_side found = NEWS_NO_SIDE;
  if (x->form != NEWS_NOUN || x->worldwide || st->imposer == NEWS_NO_SIDE || !is_moved(d->s, x))
    return found;
  while (n-- > low) {
    const struct news_statement *was = &y->statements[n];
    if (was->measure != st->measure || was->good != st->good || was->imposer != st->imposer)
      continue;
    if (was->target == NEWS_NO_SIDE || (found != NEWS_NO_SIDE && found != was->target))
      return NEWS_NO_SIDE;
    found = was->target;
  }
  return found;
}

/* "Similar duties on dairy began the same day": on whom the one of the sentence before is. */
enum news_side news_hit_alike(const struct news_reader *d, const struct news_statement *st,
                              const struct news_mention *x) {
  static const char *const words[] = {"similar", "matching",   "comparable", "identical",
                                      "like",    "equivalent", "same",       "parallel"};
  const struct news_mention *last = news_last_of(d, x->measure);
  if (d->since_charge > 0 || last == NULL || last->target_count != 1 ||
      last->imposer != (uint8_t)st->imposer || last->targets[0] == (uint8_t)st->imposer)
    return NEWS_NO_SIDE;
  for (uint32_t at = x->at > 0 ? x->at - 1u : 0; at <= x->head; at++)
    if (NEWS_IN(&d->s->tokens[at], words)) return (enum news_side)last->targets[0];
  return NEWS_NO_SIDE;
}

/* "The U.S. Supreme Court struck down the tariff": a court strikes down what its own side has done. */
enum news_side news_court_before(const struct news_reader *d, const struct news_mention *x) {
  static const char *const courts[] = {"court", "judge", "judges", "tribunal", "panel"};
  const struct news_sentence *s = d->s;
  for (uint32_t at = x->at; at > 1 && x->at - at < 10; at--) {
    if (s->tokens[at - 1].kind != NEWS_WORD) break;
    if (!NEWS_IN(&s->tokens[at - 1], courts)) continue;
    for (uint32_t k = at - 1; k > 0 && at - k < 5 && s->tokens[k - 1].kind == NEWS_WORD; k--)
      if (news_hit_at(s, NC_PARTY, k - 1) != NULL)
        return (enum news_side)news_hit_at(s, NC_PARTY, k - 1)->ref;
  }
  return NEWS_NO_SIDE;
}

/* "would buy the full amount": of the goods promised last by the same side. */
void news_take_amount(const struct news_reader *d, struct news_mention *m) {
  static const char *const whole[] = {"full", "whole", "entire", "promised", "agreed", "remaining"};
  static const char *const much[] = {"amount",  "quantity", "volume", "sum",
                                     "tonnage", "total",    "rest"};
  const struct news_sentence *s = d->s;
  if (d->last_promise != m->measure || m->good != NEWS_NONE || m->amount >= 0) return;
  bool full = false;
  for (uint32_t at = m->head + 1u; at < s->count && at < m->head + 5u; at++) {
    full = full || NEWS_IN(&s->tokens[at], whole);
    if (!NEWS_IN(&s->tokens[at], much)) continue;
    const struct news_mention *last = &d->last[m->measure];
    bool same = m->imposer == NEWS_NO_SIDE || m->imposer == last->imposer;
    if ((!full && !news_word_is(&s->tokens[at], "rest")) || !same) return;
    m->good = last->good;
    m->imposer = last->imposer;
    memcpy(m->targets, last->targets, sizeof m->targets);
    m->target_count = last->target_count;
    return;
  }
}

/* "The same rate applies to all other Korean goods": to whatever they are. */
bool news_reaches_all(const struct news_sentence *s, const struct news_mention *m) {
  static const char *const words[] = {"other", "all", "everything", "every", "most", "almost"};
  for (uint32_t at = m->head + 1u; at < m->head + 9u && at < s->count; at++)
    if (NEWS_IN(&s->tokens[at], words)) return true;
  return false;
}
