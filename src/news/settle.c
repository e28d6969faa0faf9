// SPDX-License-Identifier: Apache-2.0
// What the words around a statement make of its status: a condition, the deal it is part of, a day that is to come.
#include "news/slots.h"

/* "Under the agreement, ...": what will be done is part of it. */
static bool opens_under(const struct news_sentence *s) {
  bool to = s->count > 4 && news_word_is(&s->tokens[0], "according") &&
            (news_word_is(&s->tokens[3], "joint") || news_word_is(&s->tokens[3], "agreement"));
  if (to) return true; /* "According to the joint statement" */
  if (!news_word_is(&s->tokens[0], "under")) return false;
  for (uint32_t at = 1; at < 5 && at < s->count; at++)
    if (news_hit_at(s, NC_PACT, at) != NULL) return true;
  return false;
}

void news_settle_status(const struct news_reader *d, struct news_statement *st,
                        const struct news_match *m) {
  bool kind = d->r->rules[st->rule].measure == NEWS_NONE;
  bool eases = news_has(d->s, NC_CUT, m->from, m->to) || news_has(d->s, NC_LIFT, m->from, m->to) ||
               news_has(d->s, NC_LOWERED, m->from, m->to) ||
               news_has(d->s, NC_LIFTED, m->from, m->to);
  if (st->status == NEWS_ANNOUNCED && st->condition.to != 0)
    st->status = eases ? NEWS_EXPECTED : NEWS_THREATENED; /* an offer is no threat */
  bool outlet = kind && st->speaker == NEWS_OUTLET && st->unknown == NULL;
  if (st->status == NEWS_ANNOUNCED && outlet && opens_under(d->s)) st->status = NEWS_FRAMEWORK;
  if (st->status == NEWS_ANNOUNCED && outlet && news_opens_proposal(d->s))
    st->status = NEWS_EXPECTED;
  bool to_come = st->status == NEWS_ANNOUNCED || st->status == NEWS_EXPECTED;
  if (to_come && outlet && st->condition.to == 0 && news_goes_with(d, st))
    st->status = NEWS_FRAMEWORK;
  if (st->status == NEWS_DENIED && kind && news_was_threat(d, st)) st->status = NEWS_AVERTED;
  if (st->status == NEWS_IN_FORCE && kind && st->from != DAY_FIRST && d->published != DAY_NEVER &&
      st->from > d->published && !d->r->measures[st->measure].pair)
    st->status = NEWS_ANNOUNCED; /* what begins later is not in force */
}
