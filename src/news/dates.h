// SPDX-License-Identifier: Apache-2.0
// What dates.c and numbers.c share: a sentence whose words are being made into days and numbers.
#ifndef IMPOST_NEWS_DATES_H
#define IMPOST_NEWS_DATES_H

#include "news/news_own.h"

struct days {
  const struct news_rules *r;
  struct str text;
  imp_day published;
  struct news_sentence *s;
  bool ahead; /* the sentence speaks of what is to come */
  uint16_t codes[NEWS_ROOM];
};

/* What the calendar says of the word at a place (enum news_calendar); 0: nothing. */
static inline uint16_t news_code_at(const struct days *d, uint32_t at) {
  return at < d->s->count ? d->codes[at] : 0;
}
/* A whole number between the two, not a percent. */
bool news_is_numeral(const struct days *d, uint32_t at, int64_t low, int64_t high, int64_t *value);
/* The year that is named behind a day or a month, "2025" or "of last year"; tokens taken. */
uint32_t news_year_behind(const struct days *d, uint32_t at, int64_t *year);
/* dates.c: the day [from, until) of n tokens; one that hangs on a publication nobody knows. */
void news_date_add(struct days *d, uint32_t at, uint32_t n, imp_day from, imp_day until,
                   bool convention);
void news_date_add_open(struct days *d, uint32_t at, uint32_t n);
/* spans.c: Monday is 0. A stretch of the calendar, or a day counted from the publication; tokens taken. */
int news_weekday(imp_day x);
uint32_t news_take_span(struct days *d, uint32_t at, uint16_t code);
/* tense.c: does the day at a place lie ahead? A month's day in the year that fits. */
bool news_looks_ahead(const struct days *d, uint32_t at);
bool news_first_behind(const struct news_sentence *s, const struct news_date *deed,
                       const struct news_date *x);
bool news_led_effective(const struct news_sentence *s, uint32_t at);
imp_day news_in_time(const struct days *d, uint32_t at, int month, int day);
/* Percents, lengths of time, amounts. */
void news_numbers_mark(struct days *d);

/* The day at `at` (its end: `end`) is that of the saying. */
bool news_is_told(const struct news_sentence *s, uint32_t at, uint32_t end);
/* The day stands in a clause of its own before `from`. */
bool news_date_elsewhere(const struct news_sentence *s, const struct news_date *x, uint32_t from);
/* "announced a duty on Monday": of what is to come a day that is over is that of the announcement. */
bool news_tells_when(const struct news_sentence *s, const struct news_date *x, imp_day today);
/* "that take effect on Dec. 1": the first day that is told so between the places; NULL: none is. */
const struct news_date *news_first_day(const struct news_sentence *s, uint32_t from, uint32_t to);

/* ends.c: "by", or "by the", right before the day; the day is an end. */
bool news_pushed_back(const struct news_sentence *s, uint32_t at);
bool news_led_by_word(const struct news_sentence *s, const struct news_date *x, const char *word);
bool news_is_end(const struct news_sentence *s, const struct news_date *x);

/* A word of the class ends right before the day, or before an article or "at least" in front of it. */
bool news_led_by(const struct news_sentence *s, const struct news_date *x, uint16_t class);

/* The last of the days told together, "from Monday to Wednesday", or of a day that lasts longer than one: its end. */
imp_day news_through(const struct news_sentence *s, const struct news_date *x);
/* ends.c: the day that is the end of what the match tells; NULL. */
const struct news_date *news_pick_end(const struct news_sentence *s, const struct news_match *m);
/* The day is of a clause between commas that only tells which measure it is. */
bool news_of_which(const struct news_sentence *s, const struct news_match *m,
                   const struct news_date *x);
/* The match is of a promise with an amount. */
bool news_of_promise(const struct news_sentence *s, const struct news_match *m);
/* starts.c: the first day something holds: in the match or behind it, else shortly before; never the day of the saying.
   `today`: no day that is over and tells when it was announced; DAY_NEVER: any day. NULL: none. */
const struct news_date *news_pick_start(const struct news_sentence *s, const struct news_match *m,
                                        imp_day today);
/* starts.c: "the duty that Ottawa put on steel in March": the day of the clause that tells which measure the match is of,
   until today; NULL: none. */
const struct news_date *news_day_told(const struct news_sentence *s, const struct news_match *m,
                                      imp_day today);
bool news_told_apart(const struct news_sentence *s, const struct news_match *m);

/* starts.c: [at, end) stands between commas in the match, in words that tell more: ", introduced in March, were removed". */
bool news_of_aside(const struct news_sentence *s, const struct news_match *m, uint32_t at,
                   uint32_t end);
/* starts.c: something of another clause stands between. */
bool news_parted(const struct news_sentence *s, uint32_t from, uint32_t to);
/* "From May 1, Canada will charge": the day opens the clause that goes on at `from`. */
bool news_date_opens(const struct news_sentence *s, const struct news_date *x, uint32_t from);

#endif
