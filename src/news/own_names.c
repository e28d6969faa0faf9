// SPDX-License-Identifier: Apache-2.0
// Measures that have a name of their own: what else of their kind is told on their days is meant by it.
#include "news/slots.h"

/* A kind on the days of a measure that has a name is that measure. */
void news_take_name(const struct news_reader *d, struct news_statement *st) {
  for (uint16_t i = 0; i < d->r->measure_count; i++) {
    const struct news_measure *x = &d->r->measures[i];
    if (x->of != st->measure || x->good != NEWS_NONE || d->published == DAY_NEVER ||
        d->published < x->from || d->published >= x->until)
      continue;
    bool same =
        (x->a == st->imposer && x->b == st->target) || (x->b == st->imposer && x->a == st->target);
    if (!same) continue;
    st->measure = i;
    st->imposer = st->target = NEWS_NO_SIDE;
    return;
  }
}

/* "suspended its controls on rare earths": told so on its days, those that have a name are meant. */
void news_name_goods(const struct news_reader *d, struct news_statement *st) {
  for (uint16_t i = 0; st->good != NEWS_NONE && i < d->r->measure_count; i++) {
    const struct news_measure *x = &d->r->measures[i];
    if (x->good != st->good || x->of != st->measure || x->competent != st->imposer ||
        (x->states & (1u << st->status)) == 0 || d->published == DAY_NEVER ||
        d->published < x->from || d->published >= x->until)
      continue;
    if (st->target != NEWS_NO_SIDE && st->target != x->a && st->target != x->b) continue;
    st->measure = i;
    st->imposer = st->target = NEWS_NO_SIDE;
    st->good = NEWS_NONE;
    return;
  }
}
