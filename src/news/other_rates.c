// SPDX-License-Identifier: Apache-2.0
// One government, one saying, two rates: a report has "20% on drones", another "25% on drones". A rate is part of what a
// measure is, so the two stand as two measures; that they are told of the same thing is said as a difference.
//
// Only where the story has just these two rates for the same goods of the same land, nobody tells both, the same speaker
// says them in the same way and the reports are of the same days: steps and rates of several are no difference.
#include <string.h>

#include "news/report_own.h"

#define APART  2   /* days between the reports at most */
#define LOOKED 200 /* propositions of one kind of measure looked at */
#define ASKED  64  /* statements of each of the two, which may have thousands */

static bool only_rate_differs(const struct news_proposition *a, const struct news_proposition *b) {
  return a->measure == b->measure && a->good == b->good && a->imposer == b->imposer &&
         a->target == b->target && a->percent_milli != b->percent_milli && a->percent_milli != 0 &&
         b->percent_milli != 0;
}

/* The only other one; the place itself: there is none, or several. */
static size_t other_of(const struct news_printer *p, size_t proposition) {
  size_t found = proposition;
  size_t low = proposition > LOOKED ? proposition - LOOKED : 0;
  for (size_t i = low; i < p->prop_count && i < proposition + LOOKED; i++) {
    if (i == proposition || !only_rate_differs(&p->props[i], &p->props[proposition])) continue;
    if (found != proposition) return proposition;
    found = i;
  }
  return found;
}

/* Has the report the proposition too? Of one told thousands of times nobody knows. */
static bool tells(const struct news_printer *p, size_t proposition, uint32_t article) {
  uint32_t n = 0;
  for (uint32_t i = p->groups.of[proposition]; i != 0; i = p->groups.after[i - 1])
    for (uint32_t k = i; k != 0; k = p->groups.alike[k - 1])
      if (p->y->statements[k - 1].article == article || n++ > ASKED * ASKED) return true;
  return false;
}

static bool of_one_day(const struct news_printer *p, const struct news_statement *a,
                       const struct news_statement *b) {
  imp_day x = p->y->articles[a->article].published, y = p->y->articles[b->article].published;
  return x == DAY_NEVER || y == DAY_NEVER || (x - y <= APART && y - x <= APART);
}

static bool says_same(const struct news_statement *a, const struct news_statement *b) {
  bool named = a->speaker != NEWS_OUTLET || a->unknown != NULL;
  bool same = a->speaker == b->speaker &&
              (a->unknown == b->unknown ||
               (a->unknown != NULL && b->unknown != NULL && strcmp(a->unknown, b->unknown) == 0));
  return named && same && a->status == b->status && a->article != b->article;
}

bool news_other_rate_find(const struct news_printer *p, size_t proposition,
                          struct news_conflict *out) {
  size_t other = other_of(p, proposition);
  if (other <= proposition) return false; /* told with the first of the two */
  const struct news_statement *all = p->y->statements;
  uint32_t asked = 0;
  for (uint32_t i = p->groups.of[proposition]; i != 0 && asked < ASKED * ASKED;
       i = p->groups.after[i - 1])
    for (uint32_t k = p->groups.of[other], n = 0; k != 0 && n < ASKED;
         k = p->groups.after[k - 1], n++) {
      asked++;
      const struct news_statement *a = &all[i - 1], *b = &all[k - 1];
      if (!says_same(a, b) || !of_one_day(p, a, b) || tells(p, proposition, b->article) ||
          tells(p, other, a->article))
        continue;
      *out = (struct news_conflict){NEWS_SLOT_NUMBER, NEWS_DIFFERS, a, b, a->span, b->span};
      if (a->number_span.to != 0) out->at_a = a->number_span;
      if (b->number_span.to != 0) out->at_b = b->number_span;
      return true;
    }
  return false;
}
