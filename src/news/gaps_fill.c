// SPDX-License-Identifier: Apache-2.0
// What a clause whose verb is left out (gaps.c) says: the statement before it, with what the clause puts in the place of its like.
#include "news/gaps.h"
#include "news/mentions.h"
#include "news/subjects.h"

/* "Japan pays 15% and India 50%": none of those who are hit decides. */
static void settle_imposer(const struct news_reader *d, struct news_statement *st,
                           enum news_side who) {
  const struct news_mention *last = news_last_of(d, st->measure);
  enum news_side hub =
      last != NULL ? (enum news_side)last->imposer : news_hub(d, st->target, st->measure);
  if (hub == who || hub == st->target) hub = NEWS_NO_SIDE;
  st->imposer = hub;
}

/* "Canada charges 25% on Chinese steel and Mexico 35%": who decides; "and China 20%": it answers. */
static void take_doer(struct news_statement *st, enum news_side who) {
  if (who == st->target) st->target = st->imposer;
  st->imposer = who;
}

/* The days of the clause itself. */
static void take_days(struct news_reader *d, struct news_statement *st, uint32_t base,
                      const struct news_gap *g) {
  uint32_t rate = g->rate == NULL ? g->from : g->rate->at;
  bool opens = news_hit_at(d->s, NC_DATE, g->from + 1u) != NULL; /* "from Jan. 1 Peru 35%" */
  struct news_match own = {.from = (uint16_t)(opens ? g->from : rate),
                           .to = (uint16_t)(rate + (g->rate == NULL ? 2 : g->rate->n)),
                           .voice = NEWS_NONE,
                           .doer = NEWS_NONE,
                           .struck = NEWS_NONE,
                           .mention = NEWS_NONE};
  st->from = DAY_FIRST;
  st->until = DAY_NEVER;
  st->dated = false;
  if (g->dated) news_set_date(d, st, &own, base);
}

/* "$7 billion of energy and $8 billion of farm goods", "and 25 million in each of the next years": more of one promise. */
static bool fill_more(struct news_reader *d, struct news_statement *st, uint32_t base,
                      const struct news_gap *g) {
  bool before =
      st->dated && st->date_span.from < news_span_of(d, base + g->from, base + g->from + 1u).from;
  if (g->good != NEWS_NONE) st->good = g->good;
  if (before || g->dated || g->each) take_days(d, st, base, g);
  news_put_amount(d, st, d->s->values[g->rate->ref]);
  st->number_span = news_span_of(d, base + g->rate->at, base + g->rate->at + g->rate->n);
  return st->number != NULL;
}

/* "and Taiwan $250 billion": what it promises to the same. */
static bool fill_promise(struct news_reader *d, struct news_statement *st, uint32_t base,
                         const struct news_gap *g, enum news_side who) {
  if (who == NEWS_NO_SIDE || who == st->target || g->who_count > 1 || !g->leads) return false;
  if (st->side == st->imposer) { /* whose word it is was the one before's */
    st->speaker = NEWS_OUTLET;
    st->unknown = NULL;
    st->side = NEWS_NO_SIDE;
  }
  st->imposer = who;
  news_put_amount(d, st, d->s->values[g->rate->ref]);
  st->number_span = news_span_of(d, base + g->rate->at, base + g->rate->at + g->rate->n);
  return st->number != NULL;
}

/* "on Taiwan to 25% and Vietnam to 10%": stands in the place of whom the one before hits; but "on Chinese steel to 25%". */
static bool is_like_target(const struct news_sentence *s, const struct news_statement *st,
                           const struct news_gap *g) {
  return g->rate != NULL && g->rate->at > 0 && news_word_is(&s->tokens[g->rate->at - 1], "to") &&
         st->target != NEWS_NO_SIDE && st->good == NEWS_NONE && g->good == NEWS_NONE;
}

bool news_fill_gap(struct news_reader *d, struct news_statement *st, uint32_t base,
                   const struct news_gap *g, uint8_t which, bool decides) {
  enum news_side who =
      which < g->who_count ? (enum news_side)g->who[which] : (enum news_side)NEWS_NO_SIDE;
  bool more = g->promise && !g->leads && (st->number != NULL || g->good != NEWS_NONE) &&
              (g->good != NEWS_NONE || (g->who_count == 0 && (g->each || g->dated)));
  if (more) return which == 0 && fill_more(d, st, base, g);
  if (g->promise) return fill_promise(d, st, base, g, who);
  if (g->place != NEWS_NO_SIDE && g->place != who) st->imposer = g->place;
  if (g->owner != NEWS_NO_SIDE) st->imposer = g->owner;
  bool own = g->leads && g->who_count == 1 && g->good == NEWS_NONE && st->good == NEWS_NONE &&
             g->rate != NULL; /* "and Beijing its own to 10%" */
  bool answers =
      (g->answers || own) && which == 0 && who == st->target && st->imposer != NEWS_NO_SIDE;
  bool hit =
      who != NEWS_NO_SIDE && !answers && (!(decides && g->leads) || is_like_target(d->s, st, g));
  if (hit && (st->imposer == NEWS_NO_SIDE || st->imposer == who)) settle_imposer(d, st, who);
  if (hit)
    st->target = who;
  else if (who != NEWS_NO_SIDE)
    take_doer(st, who);
  if (decides && g->leads && g->struck != NEWS_NO_SIDE) st->target = g->struck;
  bool others = g->all && who == NEWS_NO_SIDE && g->good == NEWS_NONE && g->lands;
  if (others) st->target = NEWS_NO_SIDE; /* "British cars 10% and all others 25%" */
  if (g->good != NEWS_NONE || (g->all && !others)) st->good = g->good;
  if (g->who_count > 1 && which < g->who_count && g->goods[which] > 0)
    st->good = (uint16_t)(g->goods[which] - 1u); /* "Indian steel and Korean ships 35%" */
  if (st->target == st->imposer) return false;
  if (g->rate != NULL) {
    news_put_percent(d, st, d->s->values[g->rate->ref]);
    st->number_span = news_span_of(d, base + g->rate->at, base + g->rate->at + g->rate->n);
  }
  if (g->dated) take_days(d, st, base, g);
  return st->imposer != NEWS_NO_SIDE;
}

/* "controls on tungsten and, since April, on rare earths": the day in the clause is none of the one before. */
void news_undate(const struct news_reader *d, struct news_statement *st, uint32_t base,
                 const struct news_gap *g) {
  struct news_span own = news_span_of(d, base + g->from, base + g->to);
  if (!st->dated || st->date_span.from < own.from || st->date_span.from >= own.to) return;
  st->dated = false;
  st->from = DAY_FIRST;
  st->until = DAY_NEVER;
}

/* ", with a ceiling of 15% for Japan", ", capped at 15% for Japan": the rate; else the place itself. */
uint32_t news_past_cap(const struct news_sentence *s, uint32_t at) {
  static const char *const verbs[] = {"capped", "limited", "fixed", "held", "reduced", "lowered"};
  static const char *const nouns[] = {"ceiling", "cap", "limit", "maximum", "rate", "rates"};
  uint32_t k = at + 1;
  bool led = k + 2 < s->count && NEWS_IN(&s->tokens[at], verbs);
  if (k + 4 < s->count && news_word_is(&s->tokens[at], "with")) {
    while (k < at + 4u && k + 2 < s->count && !NEWS_IN(&s->tokens[k], nouns)) k++;
    led = NEWS_IN(&s->tokens[k], nouns);
    k++;
  }
  bool joint = led && k + 1 < s->count &&
               (news_word_is(&s->tokens[k], "of") || news_word_is(&s->tokens[k], "at") ||
                news_word_is(&s->tokens[k], "to"));
  const struct news_hit *rate = joint ? news_hit_at(s, NC_PERCENT, k + 1) : NULL;
  uint32_t end = rate != NULL ? (uint32_t)rate->at + rate->n : 0;
  return rate != NULL && end + 1 < s->count && news_word_is(&s->tokens[end], "for") ? k + 1 : at;
}
