// SPDX-License-Identifier: Apache-2.0
// The first day of several measures told before: "India will pay 25%, Taiwan 20%. The duties apply from August 7."
//
// The later sentence is read of the measure spoken of last. Where its noun is many, the day is that of the others of the
// sentences right before it as well: of the same kind, decided by the same, and with no day of their own.
#include "news/dates.h"
#include "news/several.h"
#include "news/slots.h"
#include "news/subjects.h"

#define LINE_END 4 /* bytes at most between two sentences */
#define DEEP     2 /* sentences gone back over */
#define MOST     8

/* May it take the day of the statement? */
static bool waits(const struct news_statement *x, const struct news_statement *st) {
  if (x->dated || x->over) return false;
  if (x->status == NEWS_IN_FORCE || x->status == NEWS_ANNOUNCED) return true;
  return x->status == NEWS_THREATENED && st->status == NEWS_ANNOUNCED;
}

static bool same_key(const struct news_statement *x, const struct news_statement *st) {
  return x->target == st->target && x->good == st->good && x->percent_milli == st->percent_milli;
}

static bool begins(const struct news_reader *d, const struct news_match *m) {
  return news_has(d->s, NC_STARTS, m->from, m->to + 1u);
}

static bool of_several(const struct news_reader *d, const struct news_statement *st,
                       const struct news_match *m) {
  if (m->mention == NEWS_NONE || d->r->measures[st->measure].pair) return false;
  bool told = st->status == NEWS_ANNOUNCED || st->status == NEWS_IN_FORCE;
  if (!told || !st->dated || st->from == DAY_FIRST || st->until != DAY_NEVER ||
      st->condition.to != 0 || !begins(d, m))
    return false;
  const struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  return x->many && (x->pronoun || x->lent_number || (x->definite && x->percent == 0));
}

/* A copy of the statement for each of the others that wait for its day. `same`: and for its own measure. */
static uint8_t keep_copies(struct news_reader *d, const struct news_statement *st, bool same) {
  struct news_story *y = d->story;
  uint32_t near = st->sentence.from, deep = 0;
  struct news_statement others[MOST];
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  uint8_t count = 0;
  while (n-- > low && count < MOST) {
    struct news_statement *x = &y->statements[n];
    if (x->sentence.from == st->sentence.from) continue;
    if (x->sentence.to + LINE_END < near || (x->sentence.from != near && ++deep > DEEP)) break;
    near = x->sentence.from;
    if (x->measure != st->measure || x->imposer != st->imposer || !waits(x, st)) continue;
    if (x->status == NEWS_IN_FORCE) /* "has answered with duties. They start on Monday" */
      x->over = st->status == NEWS_ANNOUNCED || x->speaker == st->speaker;
    if (!same && same_key(x, st)) continue;
    others[count] = *st;
    others[count].target = x->target;
    others[count].good = x->good;
    others[count].number = x->number;
    others[count++].percent_milli = x->percent_milli;
  }
  for (uint8_t k = count; k > 0; k--) news_keep(d, &others[k - 1]);
  return count;
}

bool news_keep_later(struct news_reader *d, const struct news_statement *st,
                     const struct news_match *m) {
  bool bare = st->target == NEWS_NO_SIDE && st->good == NEWS_NONE && st->percent_milli == 0;
  return of_several(d, st, m) && keep_copies(d, st, false) > 0 && bare;
}

/* "Both", "They", "Those", "All of them" at the head: the place behind it; 0: something else opens the sentence. */
static uint32_t behind_those(const struct news_sentence *s) {
  static const char *const words[] = {"both", "they", "those", "these", "all", "each"};
  static const char *const whom[] = {"them", "these", "those"};
  if (s->count < 4 || !NEWS_IN(&s->tokens[0], words)) return 0;
  bool of = news_word_is(&s->tokens[1], "of") && NEWS_IN(&s->tokens[2], whom);
  return of ? 3 : 1;
}

/* "take effect", "will begin", "are due to start": where it ends; 0. */
static uint32_t behind_start(const struct news_sentence *s, uint32_t at) {
  static const char *const leads[] = {"will", "would", "are",       "is",     "were", "was",
                                      "due",  "set",   "scheduled", "slated", "to",   "both"};
  uint32_t end = at + 5u;
  while (at < end && at + 1 < s->count && NEWS_IN(&s->tokens[at], leads)) at++;
  const struct news_hit *h = news_hit_at(s, NC_STARTS, at);
  return h != NULL ? at + h->n : 0;
}

/* The day right behind the place, "on" or "from" before it; NULL. */
static const struct news_date *day_behind(const struct news_sentence *s, uint32_t at) {
  for (uint8_t k = 0; k < s->date_count; k++) {
    const struct news_date *x = &s->dates[k];
    if (x->resolved && !x->said && x->at >= at && x->at <= at + 3u && x->precision <= 31) return x;
  }
  return NULL;
}

void news_those_begin(struct news_reader *d, uint32_t base) {
  const struct news_story *y = d->story;
  const struct news_sentence *s = d->s;
  uint32_t verb = behind_those(s), end = verb > 0 ? behind_start(s, verb) : 0;
  const struct news_date *day = end > 0 ? day_behind(s, end) : NULL;
  if (day == NULL || d->published == DAY_NEVER || day->from <= d->published ||
      y->statement_count == d->opening)
    return;
  struct news_statement st = y->statements[y->statement_count - 1];
  if (d->r->measures[st.measure].pair) return;
  struct news_match m = {(uint16_t)verb, (uint16_t)end, NEWS_NONE, NEWS_NONE,
                         NEWS_NONE,      NEWS_NONE,     0,         0,
                         false};
  st.status = NEWS_ANNOUNCED;
  st.until = DAY_NEVER;
  st.number_span = st.condition = (struct news_span){0, 0};
  st.span = news_span_of(d, base + verb, base + end);
  st.sentence = news_span_of(d, base, base + s->count);
  st.from = day->from;
  st.dated = true;
  st.convention = day->convention;
  st.date_span = news_span_of(d, base + day->at, base + day->at + day->n);
  news_set_speaker(d, &st, &m, base);
  (void)keep_copies(d, &st, true);
}
