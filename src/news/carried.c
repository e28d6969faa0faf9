// SPDX-License-Identifier: Apache-2.0
// Days that a statement takes from those before it.
#include "news/slots.h"

/* "also pay 25% from that day": the first day stated last. */
void news_take_that_day(const struct news_reader *d, struct news_statement *st,
                        const struct news_match *m) {
  const struct news_sentence *s = d->s;
  const struct news_story *y = d->story;
  bool that = false;
  for (uint32_t at = m->from + 1u; at + 1 < s->count && at < m->to + 4u; at++)
    that = that ||
           (news_word_is(&s->tokens[at], "that") &&
            (news_word_is(&s->tokens[at + 1], "day") || news_word_is(&s->tokens[at + 1], "date")) &&
            (news_word_is(&s->tokens[at - 1], "from") || news_word_is(&s->tokens[at - 1], "on")));
  if (!that || st->dated || y->statement_count == d->opening) return;
  const struct news_statement *last = &y->statements[y->statement_count - 1];
  if (last->from == DAY_FIRST) return;
  st->from = last->from;
  st->dated = true;
}

/* "The duty applies to pipes", and the article had it that the duty begins on Friday: nothing new. */
bool news_yet_to_begin(const struct news_reader *d, const struct news_statement *st,
                       const struct news_match *m) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  bool now = false;
  for (uint32_t at = m->from; at < m->to; at++)
    now = now || news_word_is(&d->s->tokens[at], "apply") ||
          news_word_is(&d->s->tokens[at], "applies");
  if (!now || st->status != NEWS_IN_FORCE || st->dated || d->published == DAY_NEVER) return false;
  while (n-- > low) {
    const struct news_statement *x = &y->statements[n];
    if (x->measure == st->measure && x->imposer == st->imposer && x->target == st->target &&
        x->good == st->good && x->percent_milli == st->percent_milli &&
        !d->r->measures[st->measure].pair)
      return x->status == NEWS_ANNOUNCED && x->from != DAY_FIRST && x->from > d->published;
  }
  return false;
}
