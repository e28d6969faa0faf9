// SPDX-License-Identifier: Apache-2.0
// What the words around a statement make of its status: a condition, the deal it is part of, a day that is to come.
#include "news/slots.h"

void news_settle_status(const struct news_reader *d, struct news_statement *st,
                        const struct news_match *m) {
  bool kind = d->r->rules[st->rule].measure == NEWS_NONE;
  bool eases = news_has(d->s, NC_CUT, m->from, m->to) || news_has(d->s, NC_LIFT, m->from, m->to) ||
               news_has(d->s, NC_LOWERED, m->from, m->to) ||
               news_has(d->s, NC_LIFTED, m->from, m->to);
  if (st->status == NEWS_ANNOUNCED && st->condition.to != 0)
    st->status = eases ? NEWS_EXPECTED : NEWS_THREATENED; /* an offer is no threat */
  bool outlet = kind && st->speaker == NEWS_OUTLET && st->unknown == NULL;
  if (st->status == NEWS_ANNOUNCED && outlet && news_opens_proposal(d->s))
    st->status = NEWS_EXPECTED;
  if (outlet && news_in_frame(d, st, m)) st->status = NEWS_FRAMEWORK;
  if (st->status == NEWS_DENIED && kind && news_was_threat(d, st)) st->status = NEWS_AVERTED;
  if (st->status == NEWS_IN_FORCE && kind && st->from != DAY_FIRST && d->published != DAY_NEVER &&
      st->from > d->published && !d->r->measures[st->measure].pair)
    st->status = NEWS_ANNOUNCED; /* what begins later is not in force */
}
