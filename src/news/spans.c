// SPDX-License-Identifier: Apache-2.0
// Stretches of the calendar: weeks, months, seasons and years around the publication, their parts ("the start of next
// year", "the first week of December"), and days counted from it ("in 21 days", "two weeks ago").
#include "news/dates.h"

int news_weekday(imp_day x) { /* day 0 was a Thursday */
  return (int)(((x + 3) % 7 + 7) % 7);
}

static bool word_at(const struct days *d, uint32_t at, const char *word) {
  return at < d->s->count && news_word_is(&d->s->tokens[at], word);
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

/* "early", "mid-", "late" right before a stretch: its first days, those around the middle, its last ones. */
static uint32_t part_before(const struct days *d, uint32_t at, imp_day *from, imp_day *until) {
  imp_day first = *from, days = *until - *from;
  bool week = days == 7, year = days > 300;
  if (at == 0) return 0;
  if (news_code_at(d, at - 1) == CAL_EARLY)
    *until = year ? day_add_months(first, 4) : week ? first + 3 : first + days / 3;
  else if (news_word_is(&d->s->tokens[at - 1], "mid") && !year)
    *from = first + (week ? 2 : 9), *until = first + (week ? 3 : 15);
  else if (news_word_is(&d->s->tokens[at - 1], "late"))
    *from = year ? day_add_months(first, 9) : first + (week ? 3 : 20);
  else
    return 0;
  return 1;
}

/* The stretch of a unit around the publication, or one before or behind it. */
static void stretch(const struct days *d, uint16_t unit, int step, imp_day *from, imp_day *until) {
  int year, month, day;
  day_split(d->published, &year, &month, &day);
  imp_day monday = d->published - news_weekday(d->published);
  if (unit == CAL_WEEK || unit == CAL_WEEKEND) {
    *from = monday + 7 * step + (unit == CAL_WEEKEND ? 5 : 0);
    *until = monday + 7 * step + 7;
  } else if (unit == CAL_MONTH_WORD) {
    *from = day_add_months(day_of(year, month, 1), step);
    *until = day_add_months(*from, 1);
  } else {
    *from = day_of(year + step, 1, 1);
    *until = day_of(year + step + 1, 1, 1);
  }
}

static int step_of(uint16_t which) {
  return which == CAL_NEXT ? 1 : which == CAL_LAST ? -1 : 0;
}

/* A month that is named, with its year or in the one that fits; tokens taken. */
static uint32_t named_month(const struct days *d, uint32_t at, imp_day *from, imp_day *until) {
  uint16_t month = news_code_at(d, at);
  int64_t year = 0;
  int y, m, dd;
  if (month < 1 || month > 12) return 0;
  uint32_t n = 1 + news_year_behind(d, at + 1, &year);
  if (year == 0 && d->published == DAY_NEVER) return 0;
  if (year == 0) {
    day_split(news_in_time(d, at, month, 15), &y, &m, &dd);
    year = y;
  }
  *from = day_of((int)year, month, 1);
  *until = day_add_months(*from, 1);
  return n;
}

/* What stands behind "the end of": a year, a month, "next week", "the first quarter of 2026"; tokens taken. */
static uint32_t period_at(const struct days *d, uint32_t at, imp_day *from, imp_day *until) {
  int64_t year;
  uint32_t k = at;
  if (news_is_numeral(d, k, 1990, 2100, &year)) {
    *from = day_of((int)year, 1, 1);
    *until = day_of((int)year + 1, 1, 1);
    return 1;
  }
  uint32_t month = named_month(d, k, from, until);
  if (month > 0 || d->published == DAY_NEVER) return month;
  uint16_t which = news_code_at(d, k);
  if (word_at(d, k, "the") || (which >= CAL_THIS && which <= CAL_LAST)) k++;
  if (k > at && which == 0 && news_code_at(d, k) == CAL_NEXT) which = news_code_at(d, k++);
  uint16_t unit = news_code_at(d, k);
  bool told = which == 0 && (word_at(d, k + 1, "that") || word_at(d, k + 1, "after") ||
                             (word_at(d, k + 1, "in") && word_at(d, k + 2, "which")));
  if (told) return 0; /* "the month in which" */
  if (unit >= CAL_WEEK && unit <= CAL_YEAR)
    stretch(d, unit, step_of(which), from, until);
  else if (unit >= CAL_SPRING && unit <= CAL_WINTER)
    season(d, unit, which, from, until);
  else
    return 0;
  return k + 1 - at;
}

/* "this morning", "this afternoon": the day itself. */
static uint32_t take_hours(struct days *d, uint32_t at) {
  static const char *const words[] = {"morning", "afternoon", "evening"};
  if (at + 1 >= d->s->count || !NEWS_IN(&d->s->tokens[at + 1], words) || d->published == DAY_NEVER)
    return 0;
  news_date_add(d, at, 2, d->published, d->published + 1, false);
  return 2;
}

/* this, next, last + week, weekend, month, year, season. */
static uint32_t take_relative(struct days *d, uint32_t at) {
  uint32_t calendar = word_at(d, at + 1, "calendar"); /* "this calendar year" */
  uint16_t which = news_code_at(d, at), unit = news_code_at(d, at + 1 + calendar);
  if (which == CAL_THIS && (unit < CAL_SPRING || unit > CAL_WEEKEND)) return take_hours(d, at);
  if (unit < CAL_SPRING || unit > CAL_WEEKEND) return 0;
  const struct news_token *word = &d->s->tokens[at + 1 + calendar];
  if (d->text.p[word->at + word->n - 1] == 's' && word_at(d, at + 2 + calendar, "of"))
    return 0; /* "in the last weeks of the old administration" */
  imp_day from = 0, until = 0;
  bool days = unit == CAL_WEEK || unit == CAL_DAY;
  if (which == CAL_LAST && days && word_at(d, at + 2, "of")) { /* "last week of May" */
    uint32_t n = period_at(d, at + 3, &from, &until);
    if (n > 0 && until - from > 7) {
      news_date_add(d, at, 3 + n, until - (unit == CAL_DAY ? 1 : 7), until, false);
      return 3 + n;
    }
  }
  if (unit == CAL_DAY) return 0;
  if (d->published == DAY_NEVER) {
    news_date_add_open(d, at, 2);
    return 2;
  }
  if (unit <= CAL_WINTER)
    season(d, unit, which, &from, &until);
  else
    stretch(d, unit, step_of(which), &from, &until);
  if (unit == CAL_WEEK && which == CAL_THIS) { /* from Sunday on */
    from = d->published - (news_weekday(d->published) + 1) % 7;
    until = from + 7;
  }
  uint32_t part = part_before(d, at, &from, &until);
  news_date_add(d, at - part, 2u + calendar + part, from, until,
                unit == CAL_WEEK || unit == CAL_WEEKEND);
  return 2 + calendar;
}

/* "over the weekend", "at the weekend" */
static uint32_t take_weekend(struct days *d, uint32_t at) {
  if (at == 0 || !word_at(d, at - 1, "the") || d->published == DAY_NEVER) return 0;
  imp_day from, until;
  bool now = news_weekday(d->published) >= 5;
  stretch(d, CAL_WEEKEND, now || news_looks_ahead(d, at) ? 0 : -1, &from, &until);
  news_date_add(d, at, 1, from, until, true);
  return 1;
}

/* "the end of the year", "the end of 2028", "the end of October": as an end the whole of it counts, and what stands
   before says so; else its last days, where they are fewer than of a year. */
static uint32_t take_end(struct days *d, uint32_t at) {
  imp_day from, until;
  if (news_code_at(d, at + 1) != CAL_IN) return 0;
  uint32_t n = period_at(d, at + 2, &from, &until);
  if (n == 0) {
    if (d->published != DAY_NEVER || news_code_at(d, at + 3) == 0) return 0;
    news_date_add_open(d, at, 4);
    return 4;
  }
  bool by = at > 1 && (word_at(d, at - 2, "by") || word_at(d, at - 2, "before"));
  if (!by && until - from < 32) from += until - from == 7 ? 4 : 20;
  news_date_add(d, at, n + 2, from, until, false);
  return n + 2;
}

/* "the start of next year", "the beginning of June", "the middle of the month", "the turn of the year": told from "of". */
static uint32_t take_start(struct days *d, uint32_t at) {
  static const char *const words[] = {"start", "beginning", "outset"};
  imp_day from, until;
  if (at == 0 || !word_at(d, at, "of")) return 0;
  const struct news_token *part = &d->s->tokens[at - 1];
  bool middle = news_word_is(part, "middle"), turn = news_word_is(part, "turn");
  if (!middle && !turn && !NEWS_IN(part, words)) return 0;
  uint32_t n = period_at(d, at + 1, &from, &until);
  if (n == 0) return 0;
  imp_day days = until - from;
  if (middle && days > 31) return 0;
  if (turn) from = until; /* "the turn of the year" */
  if (middle) from += days == 7 ? 2 : 9;
  until = middle ? from + (days == 7 ? 1 : 6) : days > 31 ? from + 31 : from + (days + 2) / 3;
  news_date_add(d, at - 1, n + 2, from, until, false);
  return n + 1;
}

/* "the first week of December", "the first day of June", "the second half of 2026": tokens taken. */
static uint32_t take_order(struct days *d, uint32_t at) {
  imp_day from, until;
  int which = news_code_at(d, at) - CAL_ORDER;
  bool week = news_code_at(d, at + 1) == CAL_WEEK, half = word_at(d, at + 1, "half");
  bool day = news_code_at(d, at + 1) == CAL_DAY && which == 0;
  if (which > 3 || !(week || day || (half && which < 2)) || !word_at(d, at + 2, "of")) return 0;
  uint32_t n = period_at(d, at + 3, &from, &until);
  if (n == 0 || until - from < 28 || (week && until - from > 31)) return 0;
  imp_day half_way = until - from > 31 ? day_add_months(from, 6) : from + 15;
  if (day)
    until = from + 1;
  else if (week)
    from += 7 * which, until = from + 7;
  else if (which == 0)
    until = half_way;
  else
    from = half_way;
  news_date_add(d, at, n + 3, from, until, false);
  return n + 3;
}

/* Some months of a year that is named behind two words and "of": "first quarter of next year", "second half of 2026". */
static uint32_t part_of_year(struct days *d, uint32_t at, int after, int months) {
  imp_day from, until;
  uint32_t n = word_at(d, at + 2, "of") ? period_at(d, at + 3, &from, &until) : 0;
  if (n == 0 || until - from < 360) return 0;
  from = day_add_months(from, after);
  news_date_add(d, at, n + 3, from, day_add_months(from, months), false);
  return n + 3;
}

/* "the first quarter of 2026" */
static uint32_t take_quarter(struct days *d, uint32_t at) {
  int which = news_code_at(d, at) - CAL_ORDER;
  uint32_t half = which < 2 && word_at(d, at + 1, "half") ? part_of_year(d, at, 6 * which, 6) : 0;
  if (half > 0) return half;
  if (news_code_at(d, at + 1) != CAL_QUARTER) return take_order(d, at);
  if (news_code_at(d, at + 2) != CAL_IN && d->published != DAY_NEVER) { /* of the year around */
    imp_day from = news_in_time(d, at, 2 + 3 * which, 15);
    if (from < d->published && d->ahead && from + 45 < d->published)
      from = day_add_months(from, 12);
    from = day_add_months(from, -1) - 14;
    news_date_add(d, at, 2, from, day_add_months(from, 3), false);
    return 2;
  }
  return part_of_year(d, at, 3 * which, 3);
}

/* How many are counted by the word or numeral at the place; 0: none. */
static int64_t count_at(const struct days *d, uint32_t at) {
  int64_t count = 0;
  uint16_t word = news_code_at(d, at);
  if (news_is_numeral(d, at, 1, 366, &count)) return count;
  if (word > CAL_COUNT && word <= CAL_COUNT + 90) return word - CAL_COUNT;
  return word_at(d, at, "a") ? 1 : 0;
}

/* "in 21 days": counted from the publication, where the sentence looks ahead. */
static uint32_t take_away(struct days *d, uint32_t at) {
  uint16_t unit = news_code_at(d, at + 2);
  int64_t count = count_at(d, at + 1);
  if (!word_at(d, at, "in") || d->published == DAY_NEVER) return 0;
  if (!d->ahead && !news_looks_ahead(d, at)) return 0;
  if (count == 0 || (count == 1 && !word_at(d, at + 1, "a"))) return 0;
  if (unit != CAL_DAY && unit != CAL_WEEK) return 0;
  imp_day x = d->published + (imp_day)count * (unit == CAL_WEEK ? 7 : 1);
  news_date_add(d, at, 3, x, x + 1, false);
  return 3;
}

/* "eight days ago", "two weeks ago", "30 days from now": told from the unit. */
static uint32_t take_counted(struct days *d, uint32_t at) {
  static const char *const vague[] = {"over", "than", "within"};
  bool ago = word_at(d, at + 1, "ago");
  bool ahead =
      word_at(d, at + 1, "from") && (word_at(d, at + 2, "now") || word_at(d, at + 2, "today"));
  if ((!ago && !ahead) || at == 0 || d->published == DAY_NEVER) return 0;
  int64_t count = count_at(d, at - 1);
  bool hazy =
      at > 1 && (NEWS_IN(&d->s->tokens[at - 2], vague) || news_in_class(d->s, NC_HEDGE, at - 2));
  if (count == 0 || count > 90 || hazy) return 0;
  imp_day far = (imp_day)count * (news_code_at(d, at) == CAL_WEEK ? 7 : 1);
  imp_day x = ago ? d->published - far : d->published + far;
  news_date_add(d, at - 1, ago ? 3 : 4, x, x + 1, news_code_at(d, at) == CAL_WEEK);
  return ago ? 2 : 3;
}

/* "with the new year" */
static uint32_t take_new_year(struct days *d, uint32_t at) {
  if (at < 2 || !word_at(d, at - 1, "new") || !word_at(d, at - 2, "the") ||
      d->published == DAY_NEVER)
    return 0;
  imp_day from, until;
  stretch(d, CAL_YEAR, 0, &from, &until);
  if (news_looks_ahead(d, at)) from = until;
  news_date_add(d, at - 1, 2, from, from + 31, false);
  return 1;
}

/* "until the same day next year": of the day told before in the sentence; told from "next". */
static uint32_t take_same_day(struct days *d, uint32_t at) {
  struct news_sentence *s = d->s;
  bool same = at > 2 && word_at(d, at - 2, "same") &&
              (word_at(d, at - 1, "day") || word_at(d, at - 1, "date"));
  if (!same || news_code_at(d, at + 1) != CAL_YEAR) return 0;
  for (uint8_t k = s->date_count; k-- > 0;)
    if (s->dates[k].resolved && s->dates[k].precision == 1) {
      imp_day x = day_add_months(s->dates[k].from, 12);
      news_date_add(d, at - 2, 4, x, x + 1, false);
      return 2;
    }
  return 0;
}

/* "will visit in the autumn": the next one; told from its name. */
static uint32_t take_season(struct days *d, uint16_t code, uint32_t at) {
  static const char *const leads[] = {"in", "during", "until", "till"};
  static const char *const more[] = {"of", "in", "from", "to", "and", "or"};
  if (at < 2 || d->published == DAY_NEVER || !word_at(d, at - 1, "the") ||
      !NEWS_IN(&d->s->tokens[at - 2], leads))
    return 0;
  static const int first[] = {3, 6, 9, 12};
  imp_day from, until;
  int64_t year = 0;
  uint32_t n = at + 1 < d->s->count ? news_year_behind(d, at + 1, &year) : 0;
  if (n > 0) { /* "in the autumn of next year" */
    from = day_of((int)year, first[code - CAL_SPRING], 1);
    news_date_add(d, at - 1, 2 + n, from, day_add_months(from, 3), false);
    return 1 + n;
  }
  if (at + 1 < d->s->count && NEWS_IN(&d->s->tokens[at + 1], more)) return 0; /* "a fall in" */
  if (!news_looks_ahead(d, at - 1)) return 0;
  season(d, code, CAL_THIS, &from, &until);
  if (until <= d->published) season(d, code, CAL_NEXT, &from, &until);
  news_date_add(d, at - 1, 2, from, until, false);
  return 1;
}

/* "the last two months of 2025", "the first six months of the year": told from "last". */
static uint32_t take_months(struct days *d, uint32_t at, bool last) {
  imp_day from, until;
  if (at == 0 || !word_at(d, at - 1, "the") || at + 4 >= d->s->count) return 0;
  int64_t count = count_at(d, at + 1);
  if (count < 2 || count > 11 || !(word_at(d, at + 2, "months") && word_at(d, at + 3, "of")))
    return 0;
  uint32_t n = period_at(d, at + 4, &from, &until);
  if (n == 0 || until - from < 360) return 0;
  if (last)
    from = day_add_months(until, -(int)count);
  else
    until = day_add_months(from, (int)count);
  news_date_add(d, at, n + 4, from, until, false);
  return n + 4;
}

uint32_t news_take_span(struct days *d, uint32_t at, uint16_t code) {
  uint32_t n = 0;
  if (code == CAL_NEXT && (n = take_same_day(d, at)) > 0) return n;
  bool last = code == CAL_LAST || code == CAL_ORDER + 3;
  if ((last || code == CAL_ORDER) && (n = take_months(d, at, last)) > 0) return n;
  if (code >= CAL_THIS && code <= CAL_LAST) return take_relative(d, at);
  if (code >= CAL_SPRING && code <= CAL_WINTER) return take_season(d, code, at);
  if (code == CAL_YEAR) return take_new_year(d, at);
  if (code == CAL_END) return take_end(d, at);
  if (code >= CAL_ORDER && code < CAL_ORDER + 4) return take_quarter(d, at);
  if (code == CAL_WEEKEND) return take_weekend(d, at);
  if (code == CAL_DAY || code == CAL_WEEK) return take_counted(d, at);
  if (code == CAL_IN && (n = take_away(d, at)) == 0) n = take_start(d, at);
  return n;
}
