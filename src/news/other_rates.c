// SPDX-License-Identifier: Apache-2.0
// One government, one saying, two rates: a report has "20% on drones", another "25% on drones". A rate is part of what a
// measure is, so the two stand as two measures; that they are told of the same thing is said as a difference.
//
// Only where no report has two of the rates for the same goods of the same land, the same speaker says them in the same way
// and the reports are of the same days: steps and rates of several are no difference. Of three the first differs from the second,
// and that one from the third.
#include <string.h>

#include "news/report_own.h"

#define APART  2   /* days between the reports at most */
#define LOOKED 200 /* propositions of one kind of measure looked at */
#define ASKED  64  /* statements of each of the two, which may have thousands */
#define RATES  8   /* told of one duty; of more nobody knows what they are */

static bool only_rate_differs(const struct news_proposition *a, const struct news_proposition *b) {
  return a->measure == b->measure && a->good == b->good && a->imposer == b->imposer &&
         a->target == b->target && a->percent_milli != b->percent_milli && a->percent_milli != 0 &&
         b->percent_milli != 0;
}

/* Has the report the proposition too? Of one told thousands of times nobody knows. */
static bool tells(const struct news_printer *p, size_t proposition, uint32_t article) {
  uint32_t n = 0;
  for (uint32_t i = p->groups.of[proposition]; i != 0; i = p->groups.after[i - 1])
    for (uint32_t k = i; k != 0; k = p->groups.alike[k - 1])
      if (p->y->statements[k - 1].article == article || n++ > ASKED * ASKED) return true;
  return false;
}

/* The others that differ in nothing but the rate, first to last; more than there is room for: none. */
static size_t others_of(const struct news_printer *p, size_t proposition, size_t all[RATES]) {
  size_t count = 0, low = proposition > LOOKED ? proposition - LOOKED : 0;
  for (size_t i = low; i < p->prop_count && i < proposition + LOOKED; i++) {
    if (i == proposition || !only_rate_differs(&p->props[i], &p->props[proposition])) continue;
    if (count == RATES) return 0;
    all[count++] = i;
  }
  return count;
}

/* Does a report that has the proposition have one of the others as well? Then they are steps, or rates of several. */
static bool told_together(const struct news_printer *p, size_t proposition, const size_t *others,
                          size_t count) {
  uint32_t asked = 0;
  for (uint32_t i = p->groups.of[proposition]; i != 0 && asked < ASKED; i = p->groups.after[i - 1])
    for (size_t k = 0; k < count && asked < ASKED; k++, asked++)
      if (tells(p, others[k], p->y->statements[i - 1].article)) return true;
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

/* The first two statements, one of each, that tell the same of the same days. */
static bool differs_from(const struct news_printer *p, size_t proposition, size_t other,
                         struct news_conflict *out) {
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

bool news_other_rate_find(const struct news_printer *p, size_t proposition,
                          struct news_conflict *out) {
  size_t others[RATES], count = others_of(p, proposition, others);
  if (count > 1 && told_together(p, proposition, others, count)) return false;
  for (size_t k = 0; k < count; k++) /* what came before tells the difference itself */
    if (others[k] > proposition && differs_from(p, proposition, others[k], out)) return true;
  return false;
}
