// SPDX-License-Identifier: Apache-2.0
// Days, lengths of time, percents and amounts of a sentence.
//
// A day is an interval, half open, with the way it was settled: a day of the week is the day of publication when it
// is that day, else the next one if the sentence looks ahead and the last one if it does not; a day and month without
// a year lies within half a year of the publication; "this week" begins on Sunday, "next week" on Monday, and both are marked as
// convention. Without a day of publication what hangs on it stays unresolved.
#include <stdio.h>
#include <string.h>

#include "news/dates.h"

void news_date_add(struct days *d, uint32_t at, uint32_t n, imp_day from, imp_day until,
                   bool convention) {
  struct news_sentence *s = d->s;
  if (s->date_count >= 24) return;
  struct news_date *x = &s->dates[s->date_count];
  *x = (struct news_date){from, until, (uint16_t)at, (uint16_t)n,
                          0,    false, convention,   from != DAY_FIRST};
  x->precision = !x->resolved ? 0 : until - from > 255 ? 255 : (uint8_t)(until - from);
  bool dateline = at <= 6 && from == d->published && until == from + 1 && n >= 3;
  x->said = dateline || news_is_told(s, at, at + n);
  news_hit_add(s, NC_DATE, at, n, s->date_count++);
}

void news_date_add_open(struct days *d, uint32_t at, uint32_t n) {
  news_date_add(d, at, n, DAY_FIRST, DAY_NEVER, false);
}

static int month_days(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (month < 1 || month > 12) return 0;
  return days[month - 1] + (month == 2 && leap);
}

static bool month_known(const struct days *d, uint32_t at, uint16_t code) {
  if (code != 5) return true;
  int64_t
      v; /* "May" is a verb too, but not with a capital within a sentence: "from May", "planned for May" */
  const struct news_token *t = &d->s->tokens[at];
  if (at > 0 && t->capital && t[-1].kind == NEWS_WORD && !t[-1].capital) return true;
  return news_is_numeral(d, at + 1, 1, 31, &v) || news_is_numeral(d, at + 1, 1990, 2100, &v) ||
         (at > 0 && (news_is_numeral(d, at - 1, 1, 31, &v) || news_code_at(d, at - 1) == CAL_IN ||
                     news_code_at(d, at - 1) == CAL_LAST || news_code_at(d, at - 1) == CAL_NEXT ||
                     news_code_at(d, at - 1) == CAL_EARLY));
}

/* "mid-March", "late March": its first ten days, those up to the fifteenth, what comes after the twentieth. */
static uint32_t part_of_month(const struct days *d, uint32_t at, imp_day *from, imp_day *until) {
  if (at == 0) return 0;
  const struct news_token *t = &d->s->tokens[at - 1];
  imp_day first = *from;
  if (news_word_is(t, "early"))
    *until = first + 10;
  else if (news_word_is(t, "mid")) {
    *from = first + 9;
    *until = first + 15;
  } else if (news_word_is(t, "late"))
    *from = first + 20;
  else
    return 0;
  return 1;
}

/* "from Sept. 14 to 17", "Dec. 8-12", "Dec. 8 and 9": the days up to the second number; tokens taken. */
static uint32_t days_led(const struct days *d, uint32_t at, int64_t day, imp_day *more) {
  const struct news_token *t = &d->s->tokens[at];
  int64_t end;
  if (at + 2 >= d->s->count) return 0;
  uint32_t joint = t[2].kind != NEWS_NUMERAL; /* a hyphen is no token */
  bool dash = t[2].kind == NEWS_MARK && d->text.p[t[2].at] == NEWS_DASH;
  bool word =
      news_word_is(&t[2], "to") || news_word_is(&t[2], "and") || news_word_is(&t[2], "through");
  bool hyphen = !joint && d->text.p[t[1].at + t[1].n] == '-';
  if (!(dash || word || hyphen) || !news_is_numeral(d, at + 2 + joint, day + 1, 31, &end)) return 0;
  uint16_t unit = news_code_at(d, at + 3 + joint); /* "and 10 tons" */
  bool counts = d->s->tokens[at + 2 + joint].n > 2 || (unit >= CAL_DAY && unit <= CAL_YEAR) ||
                unit == CAL_WEIGHT || unit == CAL_PERCENT || unit == CAL_PER;
  if (counts || (unit >= 1 && unit <= 12)) return 0;
  *more = (imp_day)(end - day);
  return 1 + joint;
}

/* "8-12 December", "8 and 9 December": the first of the days; tokens taken. */
static uint32_t days_before(const struct days *d, uint32_t at, int64_t day, imp_day *less) {
  const struct news_token *t = d->s->tokens;
  int64_t first;
  if (at < 2) return 0;
  uint32_t joint = t[at - 2].kind != NEWS_NUMERAL;
  bool dash = t[at - 2].kind == NEWS_MARK && d->text.p[t[at - 2].at] == NEWS_DASH;
  bool word = news_word_is(&t[at - 2], "to") || news_word_is(&t[at - 2], "and");
  bool hyphen = !joint && d->text.p[t[at - 2].at + t[at - 2].n] == '-';
  if (!(dash || word || hyphen) || at < 2 + joint ||
      !news_is_numeral(d, at - 2 - joint, 1, day - 1, &first))
    return 0;
  *less = (imp_day)(day - first);
  return 1 + joint;
}

/* A day of a month, or a month: [day] month [day] [, year]. Returns tokens taken behind `at`. */
static uint32_t take_month(struct days *d, uint32_t at, uint32_t lead) {
  int month = news_code_at(d, at);
  int64_t day = 0, year = 0;
  uint32_t n = 1;
  if (lead > 0)
    (void)news_is_numeral(d, at - 1, 1, 31, &day);
  else if (news_is_numeral(d, at + 1, 1, 31, &day))
    n = 2;
  n += news_year_behind(d, at + n, &year);
  if (day > 0 && year > 0 && day <= month_days((int)year, month)) {
    imp_day x = day_of((int)year, month, (int)day);
    news_date_add(d, at - lead, n + lead, x, x + 1, false);
  } else if (d->published == DAY_NEVER && year == 0)
    news_date_add_open(d, at - lead, n + lead);
  else if (day > 0 && year == 0 && day <= month_days(2000, month)) {
    imp_day more = 0, less = 0;
    if (lead == 0 && n == 2) n += days_led(d, at, day, &more);
    if (lead > 0) lead += days_before(d, at, day, &less);
    imp_day x = news_in_time(d, at - lead, month, (int)day);
    if (x != DAY_NEVER) news_date_add(d, at - lead, n + lead, x - less, x + 1 + more, false);
  } else if (day == 0) {
    int y = (int)year, m, dd;
    imp_day from = year > 0 ? day_of(y, month, 1) : news_in_time(d, at, month, 15);
    if (year == 0) {
      day_split(from, &y, &m, &dd);
      from = day_of(y, month, 1);
    }
    imp_day until = from + month_days(y, month);
    uint32_t part = part_of_month(d, at, &from, &until);
    news_date_add(d, at - part, n + part, from, until, false);
  }
  return n;
}

static uint32_t take_weekday(struct days *d, uint32_t at) {
  uint32_t next = at + 1;
  if (next < d->s->count && d->s->tokens[next].kind == NEWS_MARK) next++;
  uint16_t follows = news_code_at(d, next);
  if (next == at + 2 && follows >= 1 && follows <= 12) { /* Sunday, October 26 */
    uint32_t n = take_month(d, next, 0);
    if (d->s->date_count > 0) {
      struct news_date *x = &d->s->dates[d->s->date_count - 1];
      x->said = x->said || news_has(d->s, NC_SAY, at - (at > 0), at) ||
                (at > 1 &&
                 (news_has(d->s, NC_SAY, at - 2, at) || news_has(d->s, NC_SAY_THAT, at - 2, at)));
    }
    return n + 2;
  }
  if (d->published == DAY_NEVER) {
    news_date_add_open(d, at, 1);
    return 1;
  }
  int want = news_code_at(d, at) - CAL_WEEKDAY, away = (want - news_weekday(d->published) + 7) % 7;
  uint16_t before = at > 0 ? news_code_at(d, at - 1) : 0;
  bool said = at > 0 && news_has(d->s, NC_SAY, at - 1, at);
  bool late = at > 0 && (news_word_is(&d->s->tokens[at - 1], "late") ||
                         (at > 1 && news_word_is(&d->s->tokens[at - 2], "late")));
  bool back =
      before == CAL_LAST || late || (!news_looks_ahead(d, at) && before != CAL_NEXT) || said;
  int monday = 7 - news_weekday(d->published);        /* days until the next one */
  if (before == CAL_NEXT && away < monday) away += 7; /* "next Wednesday" on a Tuesday */
  imp_day x = d->published + away - (away > 0 && back ? 7 : 0);
  if (before == CAL_LAST && x >= d->published - news_weekday(d->published))
    x -= 7; /* "last Monday" said on a Tuesday is that of the week before */
  news_date_add(d, at, 1, x, x + 1, before == CAL_NEXT);
  return 1;
}

static uint32_t take_near(struct days *d, uint32_t at) {
  uint16_t code = news_code_at(d, at);
  if (d->published == DAY_NEVER)
    news_date_add_open(d, at, 1);
  else {
    imp_day x = d->published + (code == CAL_TOMORROW) - (code == CAL_YESTERDAY);
    news_date_add(d, at, 1, x, x + 1, false);
  }
  return 1;
}

static void take_holidays(struct days *d) {
  for (uint16_t i = d->s->heads[NC_HOLIDAY]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit h = d->s->hits[i];
    const struct news_holiday *feast = &d->r->holidays[h.ref];
    imp_day best = DAY_NEVER;
    static const char *const wares[] = {"tree",      "trees",    "lights",   "decorations",
                                        "ornaments", "gifts",    "toys",     "goods",
                                        "cards",     "shoppers", "shopping", "orders",
                                        "sales",     "presents", "season",   "decoration",
                                        "market",    "markets"};
    if (h.at + h.n < d->s->count && NEWS_IN(&d->s->tokens[h.at + h.n], wares)) continue;
    bool since = h.at > 0 && news_word_is(&d->s->tokens[h.at - 1], "since");
    for (uint8_t k = 0; k < feast->n && d->published != DAY_NEVER; k++) {
      imp_day x = feast->days[k];
      bool was = x < d->published && x + (since ? 366 : 40) > d->published && !d->ahead;
      if (was || (x >= d->published && x < best)) best = x;
      if (was) break;
    }
    if (best != DAY_NEVER)
      news_date_add(d, h.at, h.n, best, best + 1, false);
    else
      news_date_add_open(d, h.at, h.n);
  }
}

/* ---- the walk --------------------------------------------------------------------------------------------------- */

/* "at midnight", "since one minute past midnight": of the day of publication, told of what was. */
static uint32_t take_midnight(struct days *d, uint32_t at) {
  bool on = at + 2 < d->s->count && (news_word_is(&d->s->tokens[at + 1], "on") ||
                                     news_word_is(&d->s->tokens[at + 1], "of"));
  if (on && (news_code_at(d, at + 2) > 0 || d->s->tokens[at + 2].kind == NEWS_NUMERAL))
    return 0; /* "midnight on Feb. 24" */
  if (at == 0 || d->published == DAY_NEVER || news_looks_ahead(d, at) ||
      news_word_is(&d->s->tokens[at - 1], "close"))
    return 0;
  news_date_add(d, at, 1, d->published, d->published + 1, false);
  return 1;
}

/* Words of no calendar that tell a day all the same: "tonight", "overnight", "through 2028". */
static uint32_t take_word(struct days *d, uint32_t at) {
  const struct news_token *t = &d->s->tokens[at];
  int64_t year;
  if (news_word_is(t, "midnight")) return take_midnight(d, at);
  if (news_word_is(t, "from") && news_is_numeral(d, at + 1, 1990, 2100, &year) &&
      news_looks_ahead(d, at) &&
      day_of((int)year, 12, 31) > d->published) { /* "up to 50% from 2026" */
    news_date_add(d, at + 1, 1, day_of((int)year, 1, 1), day_of((int)year, 1, 2), false);
    return 2;
  }
  if (news_word_is(t, "through") && news_is_numeral(d, at + 1, 1990, 2100, &year)) {
    news_date_add(d, at + 1, 1, day_of((int)year, 1, 1), day_of((int)year + 1, 1, 1), false);
    return 2;
  }
  if ((!news_word_is(t, "tonight") && !news_word_is(t, "overnight")) || d->published == DAY_NEVER)
    return 0;
  news_date_add(d, at, 1, d->published, d->published + 1, false);
  return 1;
}

static uint32_t take_date(struct days *d, uint32_t at) {
  uint16_t code = news_code_at(d, at);
  int64_t value;
  uint32_t n = 0;
  if (code >= 1 && code <= 12 && month_known(d, at, code)) {
    bool led = at > 0 && news_is_numeral(d, at - 1, 1, 31, &value);
    return take_month(d, at, led);
  }
  if (code >= CAL_WEEKDAY && code <= CAL_WEEKDAY + 6) return take_weekday(d, at);
  if (code >= CAL_TODAY && code <= CAL_YESTERDAY) return take_near(d, at);
  if (code == 0) return take_word(d, at);
  if ((n = news_take_span(d, at, code)) > 0) return n;
  if (code == CAL_IN && news_is_numeral(d, at + 1, 1990, 2100, &value)) {
    news_date_add(d, at + 1, 1, day_of((int)value, 1, 1), day_of((int)value + 1, 1, 1), false);
    return 2;
  }
  return 0;
}

/* "opened in June 2024": what "that year" means in the sentences behind. */
static void keep_year(const struct days *d) {
  int64_t year;
  for (uint32_t at = 1; at < d->s->count; at++) {
    uint16_t before = news_code_at(d, at - 1);
    bool dated = before == CAL_IN || (before >= 1 && before <= 12);
    if (dated && news_is_numeral(d, at, 1990, 2100, &year)) d->s->told_year = year;
  }
}

/* ABC's "This Week", on This Week: a programme is no day. How many words it has; 0: none is named at the place. */
static uint32_t programme(const struct news_sentence *s, uint32_t at) {
  uint32_t end = at;
  while (end < s->count && end < at + 4u && s->tokens[end].kind == NEWS_WORD &&
         s->tokens[end].capital)
    end++;
  if (at == 0 || end < at + 2u) return 0;
  bool quoted = s->tokens[at - 1].kind == NEWS_OPEN && end < s->count &&
                (s->tokens[end].kind == NEWS_CLOSE ||
                 (s->tokens[end].kind == NEWS_MARK && end + 1 < s->count &&
                  s->tokens[end + 1].kind == NEWS_CLOSE)); /* "This Week," */
  bool named = news_word_is(&s->tokens[at], "this") && news_word_is(&s->tokens[at + 1], "week") &&
               s->tokens[at - 1].kind == NEWS_WORD;
  return quoted || named ? end - at : 0;
}

/* What the words of the calendar are, word by word: it is asked of each many times. */
static void note_codes(struct days *d) {
  const struct news_sentence *s = d->s;
  memset(d->codes, 0, s->count * sizeof *d->codes);
  for (uint16_t i = s->heads[NC_CALENDAR]; i != NEWS_NONE; i = s->hits[i].next)
    if (d->codes[s->hits[i].at] == 0) d->codes[s->hits[i].at] = s->hits[i].ref;
}

void news_dates_mark(const struct news_rules *r, struct str text, imp_day published,
                     struct news_sentence *s) {
  struct days d;
  if (s->heads[NC_CALENDAR] == NEWS_NONE) {
    bool any = s->heads[NC_KIND] != NEWS_NONE; /* "pays no duty" */
    for (uint32_t i = 0; i < s->count && !any; i++) any = s->tokens[i].kind == NEWS_NUMERAL;
    if (!any && s->heads[NC_HOLIDAY] == NEWS_NONE) return;
  }
  d.r = r;
  d.text = text;
  d.published = published;
  d.s = s;
  d.ahead = s->heads[NC_FUTURE] != NEWS_NONE;
  note_codes(&d);
  for (uint32_t i = 0; i < s->count;) {
    uint32_t n = programme(s, i);
    if (n == 0) n = take_date(&d, i);
    i += n > 0 ? n : 1;
  }
  keep_year(&d);
  news_numbers_mark(&d);
  take_holidays(&d);
}
