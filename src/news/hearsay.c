// SPDX-License-Identifier: Apache-2.0
// What one side tells of the other's act is that side's word, never the other's.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

/* "would stay suspended", "will continue to suspend": it is so already. */
static bool goes_on(const struct news_sentence *s, const struct news_match *m) {
  return news_has(s, NC_CONTINUES, m->from, m->to) ||
         news_has(s, NC_NEGATION, m->from, m->to); /* "will not take effect for now" */
}

/* "Lee will meet Trump on Monday. The White House confirmed the meeting": no other one that has a name of its own. */
static bool other_meeting(const struct news_reader *d, const struct news_statement *st) {
  const struct news_measure *m = &d->r->measures[st->measure];
  if (m->template || strcmp(m->kind, "meeting") != 0) return false;
  if (st->status != NEWS_CONFIRMED && st->status != NEWS_UNCONFIRMED) return false;
  size_t n = d->story->statement_count,
         low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  while (n-- > low) {
    uint16_t was = d->story->statements[n].measure;
    const char *kind = d->r->measures[was].kind;
    if (strcmp(kind, "meeting") == 0 || strcmp(kind, "talks") == 0) return was != st->measure;
  }
  return false;
}

/* What is told of another's act is no act of the teller: a confirmation or a denial told by the other side is that
 * side's claim of an understanding, or nothing. */
bool news_settle_hearsay(const struct news_reader *d, struct news_statement *st,
                         const struct news_match *m) {
  if (other_meeting(d, st)) return false;
  if (news_of_kind(d, st)) {
    const struct news_measure *kind = &d->r->measures[st->measure];
    enum news_side decides = kind->template ? st->imposer : kind->competent;
    bool other =
        st->side != NEWS_NO_SIDE && !kind->pair && st->side != decides && decides != NEWS_NO_SIDE;
    bool ahead = news_has(d->s, NC_FUTURE, 0, d->s->count) && !goes_on(d->s, m);
    other = other || (st->side == NEWS_NO_SIDE && st->unknown != NULL && !kind->pair);
    other = other || (st->hearsay && !kind->pair);
    bool own = st->side != NEWS_NO_SIDE && st->side == st->imposer;
    if (st->status == NEWS_THREATENED && !own && kind->template &&
        news_has(d->s, NC_MAY, m->from, m->to))
      st->status = NEWS_EXPECTED; /* what others think possible is no threat */
    if (st->hearsay && (st->status == NEWS_DENIED || st->status == NEWS_CONFIRMED)) return false;
    if (other && (st->status == NEWS_ANNOUNCED || (st->status == NEWS_SUSPENDED && ahead)))
      st->status = NEWS_EXPECTED;
    bool agreed = news_has(d->s, NC_AGREES, m->from, m->to); /* "have agreed that they will pay" */
    if (other && !agreed && st->status == NEWS_FRAMEWORK && news_has(d->s, NC_WILL, m->from, m->to))
      st->status = NEWS_EXPECTED; /* "Vietnam will scrap its tariffs under the deal" */
  }
  if (st->about == NEWS_OUTLET) return true;
  if (st->status == NEWS_CONFIRMED) st->status = NEWS_FRAMEWORK;
  return st->status != NEWS_DENIED;
}
