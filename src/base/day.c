// SPDX-License-Identifier: Apache-2.0
// Days: the civil calendar as day numbers.
//
// The Gregorian calendar repeats every 400 years of 146,097 days. Counting years from March puts
// the leap day at the end of the year, so that the days before a month are a straight line with
// rounding: (153 * m + 2) / 5 for m months after March.
#include "base/day.h"

enum { ERA_YEARS = 400, ERA_DAYS = 146097, DAYS_TO_1970 = 719468 /* from 0000-03-01 */ };

static const char *const month_names[12] = {"January",   "February", "March",    "April",
                                            "May",       "June",     "July",     "August",
                                            "September", "October",  "November", "December"};

static bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_length(int year, int month) {
  static const int length[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : length[month - 1];
}

static int floor_div(int a, int b) {
  return a / b - (a % b < 0);
}

imp_day day_of(int year, int month, int day) {
  int y = month <= 2 ? year - 1 : year;
  int from_march = month <= 2 ? month + 9 : month - 3;
  int era = floor_div(y, ERA_YEARS);
  int in_era = y - era * ERA_YEARS;
  int in_year = (153 * from_march + 2) / 5 + day - 1;
  return era * ERA_DAYS + in_era * 365 + in_era / 4 - in_era / 100 + in_year - DAYS_TO_1970;
}

void day_split(imp_day d, int *year, int *month, int *day) {
  // The ends of time lie outside any calendar; they are kept from overflowing, not given a meaning.
  int n = d > INT32_MAX - DAYS_TO_1970 ? INT32_MAX : d + DAYS_TO_1970;
  int era = floor_div(n, ERA_DAYS);
  int in_era = n - era * ERA_DAYS;
  int years = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
  int in_year = in_era - (365 * years + years / 4 - years / 100);
  int from_march = (5 * in_year + 2) / 153;
  *day = in_year - (153 * from_march + 2) / 5 + 1;
  *month = from_march < 10 ? from_march + 3 : from_march - 9;
  *year = era * ERA_YEARS + years + (*month <= 2);
}

static bool digits(struct str s, size_t at, size_t count, int *out) {
  int n = 0;
  for (size_t i = at; i < at + count; i++) {
    if (s.p[i] < '0' || s.p[i] > '9') {
      return false;
    }
    n = n * 10 + (s.p[i] - '0');
  }
  *out = n;
  return true;
}

static bool real_date(int year, int month, int day, imp_day *out) {
  if (year < 1800 || year > 2199 || month < 1 || month > 12 || day < 1 ||
      day > month_length(year, month)) {
    return false;
  }
  *out = day_of(year, month, day);
  return true;
}

bool day_parse(struct str iso, imp_day *out) {
  int year, month, day;
  return iso.n == 10 && iso.p[4] == '-' && iso.p[7] == '-' && digits(iso, 0, 4, &year) &&
         digits(iso, 5, 2, &month) && digits(iso, 8, 2, &day) && real_date(year, month, day, out);
}

/* Forms that can be read in one way alone: the year first, or two slashes and four digits of a year behind them, where
 * customs writes the month first. 8/9/25 and 08-09-2025 are none of them. */
bool day_parse_any(struct str s, imp_day *out) {
  int year, month, day;
  if (s.n == 8)
    return digits(s, 0, 4, &year) && digits(s, 4, 2, &month) && digits(s, 6, 2, &day) &&
           real_date(year, month, day, out);
  if (s.n == 10 && s.p[2] == '/' && s.p[5] == '/') {
    return digits(s, 0, 2, &month) && digits(s, 3, 2, &day) && digits(s, 6, 4, &year) &&
           real_date(year, month, day, out);
  }
  if (s.n == 10 && s.p[4] == '/' && s.p[7] == '/')
    return digits(s, 0, 4, &year) && digits(s, 5, 2, &month) && digits(s, 8, 2, &day) &&
           real_date(year, month, day, out);
  return day_parse(s, out);
}

bool clock_parse(struct str s, int16_t *minute) {
  int hour, rest;
  size_t colon = s.n == 5 ? 2 : 1;
  if ((s.n != 4 && s.n != 5) || s.p[colon] != ':' || !digits(s, 0, colon, &hour) ||
      !digits(s, colon + 1, 2, &rest) || hour > 23 || rest > 59)
    return false;
  *minute = (int16_t)(hour * 60 + rest);
  return true;
}

/* ":30", ":30.250" behind hours and minutes. */
static bool are_seconds(struct str s) {
  int seconds;
  if (s.n < 3 || s.p[0] != ':' || !digits(s, 1, 2, &seconds) || seconds > 59) return false;
  if (s.n == 3) return true;
  for (size_t i = 4; i < s.n; i++)
    if (s.p[i] < '0' || s.p[i] > '9') return false;
  return s.p[3] == '.' && s.n > 4;
}

/* Takes " PM" off the end: 12 hours are added to what is before; -1: there is none of the two. */
static int take_half(struct str *s) {
  struct str end = str_sub(*s, s->n < 2 ? 0 : s->n - 2, s->n);
  int half = str_eq_nocase(end, STR("am")) ? 0 : str_eq_nocase(end, STR("pm")) ? 1 : -1;
  if (half >= 0) *s = str_trim(str_sub(*s, 0, s->n - 2));
  return half;
}

bool clock_parse_any(struct str s, int16_t *minute) {
  int half = take_half(&s);
  size_t n = s.n > 1 && s.p[1] == ':' ? 4 : 5;
  if (s.n > n && !are_seconds(str_sub(s, n, s.n))) return false;
  if (!clock_parse(str_sub(s, 0, s.n < n ? s.n : n), minute)) return false;
  if (half < 0) return true;
  int hour = *minute / 60;
  *minute = (int16_t)(*minute % 60 + (hour % 12 + half * 12) * 60);
  return hour >= 1 && hour <= 12;
}

bool moment_parse(struct str s, imp_day *day, int16_t *minute) {
  *minute = CLOCK_UNSTATED;
  if (s.n <= 10) return day_parse_any(s, day);
  if (s.p[10] != ' ' && s.p[10] != 'T') return false;
  return day_parse_any(str_sub(s, 0, 10), day) &&
         clock_parse_any(str_trim(str_sub(s, 11, s.n)), minute);
}

bool moment_has_zone(struct str s) {
  imp_day day;
  int16_t minute;
  size_t at = 11;
  while (at < s.n && ((s.p[at] >= '0' && s.p[at] <= ':') || s.p[at] == '.' || s.p[at] == ' ')) at++;
  struct str half = str_sub(s, at, at + 2 < s.n ? at + 2 : s.n);
  if (str_eq_nocase(half, STR("am")) || str_eq_nocase(half, STR("pm"))) at += 2;
  while (at < s.n && s.p[at] == ' ') at++;
  if (at >= s.n) return false;
  char c = s.p[at];
  bool zone = c == '+' || c == '-' || c == 'z' || (c >= 'A' && c <= 'Z');
  struct str before = str_trim(str_sub(s, 0, at));
  return zone && before.n > 10 && moment_parse(before, &day, &minute);
}

void moment_print(imp_day d, int minute, struct buf *out) {
  day_print(d, out);
  if (minute > 0 && d != DAY_FIRST && d != DAY_NEVER)
    buf_printf(out, " %02d:%02d", minute / 60, minute % 60);
}

imp_day day_add_months(imp_day d, int months) {
  if (d == DAY_FIRST || d == DAY_NEVER) {
    return d;
  }
  int year, month, day;
  day_split(d, &year, &month, &day);
  int total = year * 12 + month - 1 + months;
  int to_year = floor_div(total, 12);
  int to_month = total - to_year * 12 + 1;
  int most = month_length(to_year, to_month);
  return day_of(to_year, to_month, day < most ? day : most);
}

void day_print(imp_day d, struct buf *out) {
  if (d == DAY_FIRST || d == DAY_NEVER) {
    buf_putc(out, '-');
    return;
  }
  int year, month, day;
  day_split(d, &year, &month, &day);
  buf_put_u64(out, (uint64_t)year, 4);
  buf_putc(out, '-');
  buf_put_u64(out, (uint64_t)month, 2);
  buf_putc(out, '-');
  buf_put_u64(out, (uint64_t)day, 2);
}

void day_print_long(imp_day d, struct buf *out) {
  if (d == DAY_FIRST || d == DAY_NEVER) {
    buf_putc(out, '-');
    return;
  }
  int year, month, day;
  day_split(d, &year, &month, &day);
  buf_printf(out, "%d %s %d", day, month_names[month - 1], year);
}
