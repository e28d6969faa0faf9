// SPDX-License-Identifier: Apache-2.0
// Measures that have a name of their own: what else of their kind is told on their days is meant by it.
#include "news/dates.h"
#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

static bool in_days(imp_day day, imp_day from, imp_day until) {
  return day == DAY_NEVER || (day >= from && day < until);
}

/* "the framework reached in October": the sentence names a day on which the measure was new. */
static bool names_days(const struct news_sentence *s, imp_day from, imp_day until) {
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *x = &s->dates[i];
    if (x->resolved && x->precision <= 31 && x->from < until && x->until > from) return true;
  }
  return false;
}

/* A kind on the days of a measure that has a name is that measure. */
void news_take_name(const struct news_reader *d, struct news_statement *st) {
  for (uint16_t i = 0; i < d->r->measure_count; i++) {
    const struct news_measure *x = &d->r->measures[i];
    if (x->of != st->measure || x->good != NEWS_NONE || d->published == DAY_NEVER ||
        !in_days(d->published, x->from, x->until))
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

/* "China would speed up the licences", behind the older rules: what was told under its own name last, and is of these goods. */
static void take_last_name(const struct news_reader *d, struct news_statement *st) {
  const struct news_story *y = d->story;
  for (size_t n = y->statement_count; n > d->opening && n + 3 > y->statement_count; n--) {
    uint16_t was = y->statements[n - 1].measure;
    const struct news_measure *x = &d->r->measures[was];
    if (x->template || x->good != st->good || x->states != 0 || x->competent != st->imposer)
      continue;
    st->measure = was;
    st->imposer = st->target = NEWS_NO_SIDE;
    st->good = NEWS_NONE;
    return;
  }
}

bool news_keep_name(const struct news_reader *d, struct news_statement *st) {
  const struct news_rule *rule = &d->r->rules[st->rule];
  const struct news_measure *x = &d->r->measures[st->measure];
  if (rule->measure != NEWS_NONE && x->template && rule->good != NEWS_NONE) take_last_name(d, st);
  if (rule->measure == NEWS_NONE || x->template || in_days(d->published, x->from, x->until) ||
      (d->published >= x->until && names_days(d->s, x->from, x->until)))
    return true;
  uint16_t kind = x->good != NEWS_NONE || x->of == NEWS_NONE ? x->other : x->of;
  if (kind == NEWS_NONE) return false;
  st->measure = kind;
  st->imposer = x->a;
  st->target = x->b;
  return true;
}

/* "the controls on rare earths it announced on Oct. 9": of the kind, and a day of the span stands with it. */
/* "announced controls. The rules take effect on Dec. 1": those that were told under that name right before. */
static bool goes_on(const struct news_reader *d, const struct news_statement *st,
                    const struct news_mention *x, uint16_t measure) {
  const struct news_story *y = d->story;
  bool again = (x->lent || x->pronoun || x->definite) && st->status == NEWS_ANNOUNCED;
  for (size_t n = y->statement_count; again && n > d->opening && n + 2 > y->statement_count; n--)
    if (y->statements[n - 1].measure == measure && y->statements[n - 1].status != NEWS_SUSPENDED)
      return true;
  return false;
}

/* "has required licences since April, and last week it added metals": of a day before those of the name. */
static bool since_before(const struct news_reader *d, uint32_t low, imp_day from) {
  for (uint8_t i = 0; i < d->s->date_count; i++) {
    const struct news_date *y = &d->s->dates[i];
    if (y->at > low && y->at < low + 16u && y->resolved && y->until <= from &&
        news_led_by_word(d->s, y, "since"))
      return true;
  }
  return false;
}

void news_take_dated(const struct news_reader *d, struct news_statement *st,
                     const struct news_match *m) {
  const struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  uint32_t low = x->at < m->from ? x->at : m->from, high = (uint32_t)x->at + x->n;
  if (high < m->to) high = m->to;
  for (size_t k = 0; k < d->r->dated_count; k++) {
    const struct news_dated *t = &d->r->dated[k];
    if (t->kind != st->measure || t->good != st->good ||
        d->r->measures[t->measure].competent != st->imposer)
      continue;
    if (since_before(d, low, t->from)) continue;
    bool on = goes_on(d, st, x, t->measure);
    for (uint8_t i = 0; i < d->s->date_count; i++) {
      const struct news_date *y = &d->s->dates[i];
      bool near = y->at + 8u >= low && y->at < high + 8u && y->resolved && y->precision <= 31;
      if (!on && (!near || y->from < t->from || y->until > t->until)) continue;
      st->measure = t->measure;
      st->good = NEWS_NONE;
      st->imposer = st->target = NEWS_NO_SIDE;
      return;
    }
  }
}
