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

static void add_date(struct days *d, uint32_t at, uint32_t n, imp_day from, imp_day until,
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

static void add_open(struct days *d, uint32_t at, uint32_t n) {
  add_date(d, at, n, DAY_FIRST, DAY_NEVER, false);
}

static int month_days(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  if (month < 1 || month > 12) return 0;
  return days[month - 1] + (month == 2 && leap);
}

static bool month_known(const struct days *d, uint32_t at, uint16_t code) {
  if (code != 5) return true;
  int64_t v; /* "May" is a verb too */
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

/* "from Sept. 14 to 17": the days up to the second number; tokens taken. */
static uint32_t days_led(const struct days *d, uint32_t at, int64_t day, imp_day *more) {
  const struct news_token *t = &d->s->tokens[at];
  int64_t end;
  if (at == 0 || at + 2 >= d->s->count || !news_word_is(&t[-1], "from") ||
      !news_word_is(&t[2], "to") || !news_is_numeral(d, at + 3, day + 1, 31, &end))
    return 0;
  *more = (imp_day)(end - day);
  return 2;
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
    add_date(d, at - lead, n + lead, x, x + 1, false);
  } else if (d->published == DAY_NEVER && year == 0)
    add_open(d, at - lead, n + lead);
  else if (day > 0 && year == 0 && day <= month_days(2000, month)) {
    imp_day x = news_in_time(d, at - lead, month, (int)day), more = 0;
    n += lead == 0 && n == 2 ? days_led(d, at, day, &more) : 0;
    if (x != DAY_NEVER) add_date(d, at - lead, n + lead, x, x + 1 + more, false);
  } else if (day == 0) {
    int y = (int)year, m, dd;
    imp_day from = year > 0 ? day_of(y, month, 1) : news_in_time(d, at, month, 15);
    if (year == 0) {
      day_split(from, &y, &m, &dd);
      from = day_of(y, month, 1);
    }
    imp_day until = from + month_days(y, month);
    uint32_t part = part_of_month(d, at, &from, &until);
    add_date(d, at - part, n + part, from, until, false);
  }
  return n;
}

static int weekday_of(imp_day x) { /* Monday is 0; day 0 was a Thursday */
  return (int)(((x + 3) % 7 + 7) % 7);
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
    add_open(d, at, 1);
    return 1;
  }
  int want = news_code_at(d, at) - CAL_WEEKDAY, away = (want - weekday_of(d->published) + 7) % 7;
  uint16_t before = at > 0 ? news_code_at(d, at - 1) : 0;
  bool said = at > 0 && news_has(d->s, NC_SAY, at - 1, at);
  bool late = at > 0 && (news_word_is(&d->s->tokens[at - 1], "late") ||
                         (at > 1 && news_word_is(&d->s->tokens[at - 2], "late")));
  bool back =
      before == CAL_LAST || late || (!news_looks_ahead(d, at) && before != CAL_NEXT) || said;
  if (before == CAL_NEXT && away == 0) away = 7;
  imp_day x = d->published + away - (away > 0 && back ? 7 : 0);
  add_date(d, at, 1, x, x + 1, before == CAL_NEXT);
  return 1;
}

static void season(const struct days *d, uint16_t code, uint16_t which, imp_day *from,
                   imp_day *until) {
  static const int first[] = {3, 6, 9, 12};
  int year, m, dd, month = first[code - CAL_SPRING];
  day_split(d->published, &year, &m, &dd);
  imp_day start = day_of(year, month, 1);
  bool now = d->published >= start; /* "next fall" said in the fall is that of the next year */
  if (which == CAL_NEXT && now) start = day_of(year + 1, month, 1);
  if (which == CAL_LAST && !now) start = day_of(year - 1, month, 1);
  *from = start;
  *until = day_add_months(start, 3);
}

/* this, next, last + week, month, year, season. */
static uint32_t take_relative(struct days *d, uint32_t at) {
  uint16_t which = news_code_at(d, at), unit = news_code_at(d, at + 1);
  int step = which == CAL_NEXT ? 1 : which == CAL_LAST ? -1 : 0, year, month, day;
  bool early = at > 0 && news_code_at(d, at - 1) == CAL_EARLY;
  if (unit < CAL_SPRING || unit > CAL_YEAR || unit == CAL_DAY) return 0;
  if (d->published == DAY_NEVER) {
    add_open(d, at, 2);
    return 2;
  }
  day_split(d->published, &year, &month, &day);
  imp_day from = 0, until = 0;
  if (unit == CAL_WEEK) {
    imp_day monday = d->published - weekday_of(d->published);
    from = step == 0 ? d->published - (weekday_of(d->published) + 1) % 7 : monday + 7 * step;
    until = from + 7;
  } else if (unit == CAL_MONTH_WORD) {
    from = day_add_months(day_of(year, month, 1), step);
    until = day_add_months(from, 1);
  } else if (unit == CAL_YEAR) {
    from = day_of(year + step, 1, 1);
    until = early ? day_of(year + step, 5, 1) : day_of(year + step + 1, 1, 1);
  } else
    season(d, unit, which, &from, &until);
  add_date(d, at - early, 2u + early, from, until, unit == CAL_WEEK);
  return 2;
}

static imp_day period_end(const struct days *d, uint16_t unit, imp_day *from) {
  int year, month, day;
  day_split(d->published, &year, &month, &day);
  if (unit == CAL_WEEK) *from = d->published - weekday_of(d->published);
  if (unit == CAL_MONTH_WORD) *from = day_of(year, month, 1);
  if (unit == CAL_YEAR) *from = day_of(year, 1, 1);
  return unit == CAL_WEEK         ? *from + 7
         : unit == CAL_MONTH_WORD ? day_add_months(*from, 1)
                                  : day_add_months(*from, 12);
}

/* "the end of the year", "the end of 2028", "the end of October": the whole of it; what stands before says which end. */
static uint32_t take_end(struct days *d, uint32_t at) {
  uint32_t k = at + 1;
  int64_t year;
  imp_day from = DAY_FIRST;
  if (news_code_at(d, k) != CAL_IN) return 0;
  k++;
  if (news_is_numeral(d, k, 1990, 2100, &year)) {
    add_date(d, at, k + 1 - at, day_of((int)year, 1, 1), day_of((int)year + 1, 1, 1), false);
    return k + 1 - at;
  }
  bool next = news_code_at(d, k) == CAL_NEXT;
  if (news_code_at(d, k) == 0 || news_code_at(d, k) == CAL_THIS || next) k++; /* "the" */
  uint16_t unit = news_code_at(d, k);
  bool month = unit >= 1 && unit <= 12;
  if (!month && (unit < CAL_WEEK || unit > CAL_YEAR)) return 0;
  if (d->published == DAY_NEVER)
    add_open(d, at, k + 1 - at);
  else if (month) {
    int y, m, day;
    day_split(news_in_time(d, k, unit, 15), &y, &m, &day);
    from = day_of(y, m, 1);
    add_date(d, at, k + 1 - at, from, day_add_months(from, 1), false);
  } else {
    imp_day until = period_end(d, unit, &from);
    if (next) {
      from = until;
      until = unit == CAL_WEEK ? from + 7 : day_add_months(from, unit == CAL_YEAR ? 12 : 1);
    }
    add_date(d, at, k + 1 - at, from, until, false);
  }
  return k + 1 - at;
}

/* "the first quarter of 2026" */
static uint32_t take_quarter(struct days *d, uint32_t at) {
  int64_t year;
  int which = news_code_at(d, at) - CAL_ORDER;
  if (news_code_at(d, at + 1) != CAL_QUARTER) return 0;
  if (news_code_at(d, at + 2) != CAL_IN && d->published != DAY_NEVER) { /* of the year around */
    imp_day from = news_in_time(d, at, 2 + 3 * which, 15);
    if (from < d->published && d->ahead && from + 45 < d->published)
      from = day_add_months(from, 12);
    from = day_add_months(from, -1) - 14;
    add_date(d, at, 2, from, day_add_months(from, 3), false);
    return 2;
  }
  if (news_code_at(d, at + 2) == CAL_IN && news_is_numeral(d, at + 3, 1990, 2100, &year)) {
    imp_day from = day_of((int)year, 1 + 3 * which, 1);
    add_date(d, at, 4, from, day_add_months(from, 3), false);
    return 4;
  }
  return 0;
}

static uint32_t take_near(struct days *d, uint32_t at) {
  uint16_t code = news_code_at(d, at);
  if (d->published == DAY_NEVER)
    add_open(d, at, 1);
  else {
    imp_day x = d->published + (code == CAL_TOMORROW) - (code == CAL_YESTERDAY);
    add_date(d, at, 1, x, x + 1, false);
  }
  return 1;
}

static void take_holidays(struct days *d) {
  for (uint16_t i = d->s->heads[NC_HOLIDAY]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit h = d->s->hits[i];
    const struct news_holiday *feast = &d->r->holidays[h.ref];
    imp_day best = DAY_NEVER;
    bool since = h.at > 0 && news_word_is(&d->s->tokens[h.at - 1], "since");
    for (uint8_t k = 0; k < feast->n && d->published != DAY_NEVER; k++) {
      imp_day x = feast->days[k];
      bool was = x < d->published && x + (since ? 366 : 40) > d->published && !d->ahead;
      if (was || (x >= d->published && x < best)) best = x;
      if (was) break;
    }
    if (best != DAY_NEVER)
      add_date(d, h.at, h.n, best, best + 1, false);
    else
      add_open(d, h.at, h.n);
  }
}

/* ---- the walk --------------------------------------------------------------------------------------------------- */

/* "in 21 days": counted from the publication, where the sentence looks ahead. */
static uint32_t take_away(struct days *d, uint32_t at) {
  int64_t count = 0;
  uint16_t word = news_code_at(d, at + 1), unit = news_code_at(d, at + 2);
  if (!news_word_is(&d->s->tokens[at], "in") || !d->ahead || d->published == DAY_NEVER) return 0;
  if (!news_is_numeral(d, at + 1, 1, 366, &count)) {
    if (word <= CAL_COUNT + 1 || word > CAL_COUNT + 90) return 0;
    count = word - CAL_COUNT;
  }
  if (unit != CAL_DAY && unit != CAL_WEEK) return 0;
  imp_day x = d->published + (imp_day)count * (unit == CAL_WEEK ? 7 : 1);
  add_date(d, at, 3, x, x + 1, false);
  return 3;
}

/* "at midnight", "since one minute past midnight": of the day of publication, told of what was. */
static uint32_t take_midnight(struct days *d, uint32_t at) {
  bool on = at + 2 < d->s->count && (news_word_is(&d->s->tokens[at + 1], "on") ||
                                     news_word_is(&d->s->tokens[at + 1], "of"));
  if (on && (news_code_at(d, at + 2) > 0 || d->s->tokens[at + 2].kind == NEWS_NUMERAL))
    return 0; /* "midnight on Feb. 24" */
  if (!news_word_is(&d->s->tokens[at], "midnight") || at == 0 || d->published == DAY_NEVER ||
      news_looks_ahead(d, at) || news_word_is(&d->s->tokens[at - 1], "close"))
    return 0;
  add_date(d, at, 1, d->published, d->published + 1, false);
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
  if (code == 0) return take_midnight(d, at);
  if (code >= CAL_THIS && code <= CAL_LAST) return take_relative(d, at);
  if (code == CAL_END) return take_end(d, at);
  if (code >= CAL_ORDER && code < CAL_ORDER + 4) return take_quarter(d, at);
  if (code == CAL_IN && (n = take_away(d, at)) > 0) return n;
  if (code == CAL_IN && news_is_numeral(d, at + 1, 1990, 2100, &value)) {
    add_date(d, at + 1, 1, day_of((int)value, 1, 1), day_of((int)value + 1, 1, 1), false);
    return 2;
  }
  return 0;
}

void news_dates_mark(const struct news_rules *r, struct str text, imp_day published,
                     struct news_sentence *s) {
  struct days d = {r, text, published, s, s->heads[NC_FUTURE] != NEWS_NONE};
  if (s->heads[NC_CALENDAR] == NEWS_NONE) {
    bool any = false;
    for (uint32_t i = 0; i < s->count && !any; i++) any = s->tokens[i].kind == NEWS_NUMERAL;
    if (!any && s->heads[NC_HOLIDAY] == NEWS_NONE) return;
  }
  for (uint32_t i = 0; i < s->count;) {
    uint32_t n = take_date(&d, i);
    i += n > 0 ? n : 1;
  }
  news_numbers_mark(&d);
  take_holidays(&d);
}
