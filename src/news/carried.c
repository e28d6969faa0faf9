// SPDX-License-Identifier: Apache-2.0
// Days that a statement takes from those before it.
#include "news/slots.h"

/* Words that mean a day told before: "from that day" 1, "the same day", "the same month" 2, that of the sentence; 0. */
static int same_day_at(const struct news_sentence *s, uint32_t at) {
  static const char *const units[] = {"day", "date", "month", "week", "morning"};
  if (at + 2 >= s->count) return 0;
  const struct news_token *t = &s->tokens[at];
  if (news_word_is(t, "since") && news_word_is(&t[1], "then")) return 1;
  if (at > 0 && news_word_is(t, "that") && !t[1].genitive &&
      (news_word_is(&t[1], "day") || news_word_is(&t[1], "date")) && t[2].kind != NEWS_WORD)
    return 1; /* "takes effect that day." */
  if (!NEWS_IN(&t[2], units)) return 0;
  if (news_word_is(&t[1], "that") &&
      (news_word_is(t, "from") || news_word_is(t, "on") || news_word_is(t, "of")))
    return 1; /* "as of that day" */
  return news_word_is(t, "the") && news_word_is(&t[1], "same") ? 2 : 0;
}

/* "fees begin on Tuesday, and it said on Friday it would charge its own from the same day": a day of effect goes first. */
static const struct news_date *told_before(const struct news_sentence *s,
                                           const struct news_match *m,
                                           const struct news_date *said) {
  for (uint8_t k = 0; k < s->date_count; k++) {
    const struct news_date *x = &s->dates[k];
    if (!x->said && x->at < said->at && x->at < m->from && x->resolved && x->precision == 1)
      return x;
  }
  return NULL;
}

/* "on the same day as the tariff": of the measure that is named there, stated last; DAY_FIRST: none is. */
static imp_day day_of_named(const struct news_reader *d, uint32_t at) {
  const struct news_story *y = d->story;
  uint32_t as = at + 3u;
  if (as + 1 >= d->s->count || !news_word_is(&d->s->tokens[as], "as")) return DAY_FIRST;
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *x = &d->s->mentions[k];
    if (x->at < as || x->at > as + 2u) continue;
    size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
    while (n-- > low)
      if (y->statements[n].measure == x->measure && y->statements[n].from != DAY_FIRST)
        return y->statements[n].from;
  }
  return DAY_FIRST;
}

/* "from Oct. 14, the day that fees on its ships begin": of what begins; NULL. */
static const struct news_date *day_beside(const struct news_sentence *s,
                                          const struct news_match *m) {
  for (uint8_t k = 0; k < s->date_count; k++) {
    const struct news_date *x = &s->dates[k];
    uint32_t end = (uint32_t)x->at + x->n;
    if (x->said || !x->resolved || x->precision != 1 || end + 3 >= s->count || end >= m->from ||
        end + 8u < m->from)
      continue;
    uint32_t the = end + 1u, day = the + 1u + news_word_is(&s->tokens[the + 1], "same");
    bool around =
        news_word_is(&s->tokens[day + 1], "before") || news_word_is(&s->tokens[day + 1], "after");
    if (s->tokens[end].kind == NEWS_MARK && news_word_is(&s->tokens[the], "the") && !around &&
        news_word_is(&s->tokens[day], "day") && day < m->from)
      return x;
  }
  return NULL;
}

/* "On the same day", "Since that day": the words that point back open the sentence. */
static bool opens_with_day(const struct news_sentence *s) {
  return s->count > 2 &&
         (news_word_is(&s->tokens[0], "since") || news_word_is(&s->tokens[0], "as") ||
          same_day_at(s, 0) == 2 || same_day_at(s, 1) == 2);
}

/* The day of the sentence itself that "the same day" points to: of the saying, or of what else was done; NULL. */
static const struct news_date *same_day_here(const struct news_reader *d,
                                             const struct news_statement *st,
                                             const struct news_match *m, uint32_t where) {
  const struct news_date *here = NULL;
  for (uint8_t k = 0; k < d->s->date_count; k++) {
    const struct news_date *x = &d->s->dates[k];
    if (!x->said || !x->resolved || x->precision != 1) continue;
    const struct news_date *effect = told_before(d->s, m, x);
    return effect != NULL ? effect
                          : x; /* "said on Friday it would charge fees from the same day" */
  }
  for (uint8_t k = 0; k < d->s->date_count; k++) {
    const struct news_date *x = &d->s->dates[k];
    if (!x->said && x->resolved && x->precision == 1 && x->at < where) here = x;
  }
  bool ahead =
      st->status == NEWS_ANNOUNCED || st->status == NEWS_EXPECTED || st->status == NEWS_THREATENED;
  if (here != NULL && ahead && here->from < d->published) here = NULL; /* of the saying */
  return here; /* "restored them on Nov. 10 and lifted the ban the same day" */
}

/* The day of the statement before. `same`: by "the same day", which is only of one that stands near and began then. */
static void take_last_day(const struct news_reader *d, struct news_statement *st, uint32_t where,
                          bool same) {
  const struct news_story *y = d->story;
  if (y->statement_count == d->opening) return;
  const struct news_statement *last = &y->statements[y->statement_count - 1];
  bool near = last->sentence.from == st->sentence.from ||
              (last->sentence.from < st->sentence.from &&
               last->sentence.to + 4 > st->sentence.from); /* "..., its own on the same day" */
  bool ends = d->r->rules[st->rule].date == NEWS_DATE_EXPIRY ||
              (where > 0 && news_in_class(d->s, NC_UNTIL, where - 1));
  if (same && !near) return;
  if (ends && last->until != DAY_NEVER) { /* "and the licences are waived until the same day" */
    st->until = last->until;
    st->dated = true;
  }
  bool ahead =
      st->status == NEWS_ANNOUNCED || st->status == NEWS_EXPECTED || st->status == NEWS_THREATENED;
  if (same && !ends && ahead && last->until != DAY_NEVER && last->from < d->published) {
    st->from = last->until - 1; /* "expires on July 24. A new one would replace it the same day" */
    st->dated = true;
  }
  if (st->dated || last->from == DAY_FIRST) return;
  bool begins = last->status == NEWS_THREATENED || last->status == NEWS_ANNOUNCED ||
                last->status == NEWS_IN_FORCE || last->status == NEWS_ENDED ||
                last->status == NEWS_SUSPENDED;
  if (same && !begins) return;
  if (ends)
    st->until = last->from + 1;
  else
    st->from = last->from;
  st->dated = true;
}

/* What was stated last, of the sentence before, begins later than what this sentence tells was said. */
static bool begins_later(const struct news_reader *d, const struct news_match *m) {
  const struct news_story *y = d->story;
  if (y->statement_count == d->opening) return false;
  imp_day from = y->statements[y->statement_count - 1].from;
  const struct news_date *said = NULL;
  for (uint8_t k = 0; k < d->s->date_count; k++)
    if (d->s->dates[k].said) said = &d->s->dates[k];
  return from != DAY_FIRST && said != NULL && said->resolved && from > said->from &&
         told_before(d->s, m, said) == NULL;
}

static void put_day(struct news_statement *st, imp_day from) {
  st->from = from;
  st->dated = true;
}

/* "also pay 25% from that day", "and export controls the same day": the first day stated last. */
void news_take_that_day(const struct news_reader *d, struct news_statement *st,
                        const struct news_match *m) {
  int how = 0;
  uint32_t where = 0;
  bool both = d->r->measures[st->measure].pair; /* the day of a signing */
  const struct news_date *beside = st->dated || both ? NULL : day_beside(d->s, m);
  if (beside != NULL) {
    put_day(st, beside->from);
    return;
  }
  for (uint32_t at = opens_with_day(d->s) ? 0 : m->from; at < m->to + 8u && how == 0; at++) {
    how = same_day_at(d->s, at);
    where = at;
  }
  if (how == 0 || st->dated) return;
  if (how == 2 && where > 0 && news_word_is(&d->s->tokens[where - 1], "from") &&
      begins_later(d, m)) {
    take_last_day(d, st, where,
                  true); /* "said on Friday that it would collect its own from the same day" */
    return;
  }
  imp_day named = how == 2 ? day_of_named(d, where) : DAY_FIRST;
  const struct news_date *here =
      how == 2 && named == DAY_FIRST ? same_day_here(d, st, m, where) : NULL;
  if (named != DAY_FIRST)
    put_day(st, named);
  else if (here != NULL)
    put_day(st, here->from);
  else
    take_last_day(d, st, where, how == 2);
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

/* "The increase was approved in the spring", and the article had it that it is in force: nothing new. */
bool news_already_held(const struct news_reader *d, const struct news_statement *st,
                       const struct news_match *m) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  if (st->status != NEWS_ANNOUNCED || st->dated || st->percent_milli == 0 ||
      m->mention == NEWS_NONE || !d->s->mentions[d->s->hits[m->mention].ref].pronoun)
    return false;
  while (n-- > low) {
    const struct news_statement *x = &y->statements[n];
    if (x->measure == st->measure && x->imposer == st->imposer && x->target == st->target &&
        x->good == st->good && x->percent_milli == st->percent_milli)
      return x->status == NEWS_IN_FORCE;
  }
  return false;
}

/* The same again, and nothing with it that was not told: no row of its own. */
bool news_told_already(const struct news_reader *d, const struct news_statement *st) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  if (st->dated || st->condition.to != 0 || st->percent_milli == 0 || st->quoted) return false;
  while (n-- > low) {
    const struct news_statement *x = &y->statements[n];
    if (x->measure == st->measure && x->imposer == st->imposer && x->target == st->target &&
        x->good == st->good && x->percent_milli == st->percent_milli && x->status == st->status &&
        x->speaker == st->speaker && x->unknown == st->unknown && x->number == st->number)
      return x->dated;
  }
  return false;
}

void news_end_before(const struct news_reader *d, const struct news_statement *st) {
  struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + 6u ? n - 6u : d->opening;
  if (st->imposer == NEWS_NO_SIDE || st->percent_milli == 0) return;
  while (n-- > low) {
    struct news_statement *x = &y->statements[n];
    bool same = x->measure == st->measure && x->imposer == st->imposer && x->target == st->target &&
                x->good == st->good;
    bool opens = x->percent_milli == 0 && x->status == st->status && x->speaker == st->speaker &&
                 x->unknown == st->unknown && !x->dated && x->condition.to == 0 &&
                 (st->status == NEWS_ANNOUNCED || st->status == NEWS_EXPECTED);
    bool once = same && x->sentence.from == st->sentence.from && x->percent_milli == 0 &&
                x->number == NULL && x->status == st->status && x->speaker == st->speaker &&
                x->unknown == st->unknown && !x->dated;
    if (once) x->over = true; /* "halved the tariff it applies over fentanyl, to 10%": one thing */
    if (same && opens && st->good != NEWS_NONE && x->sentence.from < st->sentence.from &&
        x->sentence.to + 2u >= st->sentence.from)
      x->over = true; /* "would raise the tariff on cars. The rate would go to 25%": one thing */
    same = same && st->status == NEWS_ENDED && x->percent_milli == st->percent_milli;
    bool before = x->sentence.from < st->sentence.from && x->sentence.to + 2u >= st->sentence.from;
    if (same && before && x->status == NEWS_IN_FORCE && !x->dated && x->speaker == NEWS_OUTLET)
      x->over = true;
  }
}

/* "It had threatened a duty. It will not now be imposed": what was threatened and will not come is averted. */
bool news_was_threat(const struct news_reader *d, const struct news_statement *st) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  if (st->side != NEWS_NO_SIDE && st->side != st->imposer) return false;
  while (n-- > low) {
    const struct news_statement *x = &y->statements[n];
    if (x->measure == st->measure && x->imposer == st->imposer && x->target == st->target &&
        x->good == st->good && x->percent_milli == st->percent_milli)
      return x->status == NEWS_THREATENED;
  }
  return false;
}

/* "took effect on May 2. It runs out on June 1": the days of one measure are one statement, that of the first sentence. */
bool news_completes(const struct news_reader *d, const struct news_statement *st) {
  struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  bool begins = st->from != DAY_FIRST, ends = st->until != DAY_NEVER;
  if (!st->dated || begins == ends || (st->condition.to != 0 && begins)) return false;
  if (st->status != NEWS_IN_FORCE && st->status != NEWS_SUSPENDED && st->status != NEWS_ANNOUNCED)
    return false;
  while (n-- > low) {
    struct news_statement *x = &y->statements[n];
    bool same = x->measure == st->measure && x->imposer == st->imposer && x->target == st->target &&
                x->good == st->good && x->percent_milli == st->percent_milli &&
                x->number == st->number && x->status == st->status && x->speaker == st->speaker &&
                x->unknown == st->unknown;
    if (!same || x->sentence.from == st->sentence.from) continue;
    bool both = x->dated && x->from != DAY_FIRST && x->until != DAY_NEVER;
    if (both && (begins ? x->from == st->from : x->until == st->until)) return true;
    bool other = x->dated && x->condition.to == 0 && (x->from != DAY_FIRST) == ends &&
                 (x->until != DAY_NEVER) == begins;
    imp_day from = begins ? st->from : x->from, until = ends ? st->until : x->until;
    if (!other || from >= until) return false;
    x->from = from;
    x->until = until;
    return true;
  }
  return false;
}
