// SPDX-License-Identifier: Apache-2.0
// The day an article was published, where it prints it: in the lines above the report, in the place and day that lead its
// first sentence, or where a post is signed. A day that a sentence of the report tells of is none.
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "news/sentence.h"

#define HEAD    1200 /* bytes in which it is looked for */
#define HEADING 160  /* a longer line is no heading */
#define LEADING 120  /* where the dash behind the place and the day stands at the latest */

struct at { /* where is read, and what was read there */
  struct str text;
  size_t at;
  bool fails;
};

static char peek(const struct at *x) {
  return x->at < x->text.n ? x->text.p[x->at] : '\0';
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* A number of at most `digits` digits, no digit behind it; 0: none. */
static int number(struct at *x, int digits) {
  int value = 0, n = 0;
  for (; n <= digits && is_digit(peek(x)); n++, x->at++) value = value * 10 + (peek(x) - '0');
  x->fails = x->fails || n == 0 || n > digits;
  return value;
}

static void pass(struct at *x, const char *any) {
  while (peek(x) != '\0' && strchr(any, peek(x)) != NULL) x->at++;
}

/* "Oct", "Oct.", "October", "OCT": 1 to 12. */
static int month_name(struct at *x) {
  static const char *const months[] = {"january",   "february", "march",    "april",
                                       "may",       "june",     "july",     "august",
                                       "september", "october",  "november", "december"};
  size_t n = 0;
  while (x->at + n < x->text.n && is_letter(x->text.p[x->at + n])) n++;
  for (int m = 0; n >= 3 && m < 12; m++) {
    bool fits = n <= strlen(months[m]) && strncasecmp(x->text.p + x->at, months[m], n) == 0;
    if (!fits || (n > 3 && n != strlen(months[m]) && !(n == 4 && m == 8))) continue; /* "Sept" */
    x->at += n;
    pass(x, ".");
    return m + 1;
  }
  x->fails = true;
  return 0;
}

/* "1st", "27th" */
static void pass_ordinal(struct at *x) {
  static const char *const ends[] = {"st", "nd", "rd", "th"};
  for (size_t k = 0; k < 4; k++)
    if (x->at + 2 <= x->text.n && strncasecmp(x->text.p + x->at, ends[k], 2) == 0) {
      x->at += 2;
      return;
    }
}

static imp_day made(const struct at *x, int year, int month, int day) {
  char room[32];
  imp_day out;
  if (x->fails || year < 1990 || year > 2100) return DAY_NEVER;
  snprintf(room, sizeof room, "%04d-%02d-%02d", year, month, day);
  return day_parse(str_of(room), &out) ? out : DAY_NEVER;
}

/* "October 26, 2025", "Oct 26th 2025" */
static imp_day month_first(struct at x) {
  int month = month_name(&x);
  pass(&x, " ");
  int day = number(&x, 2);
  pass_ordinal(&x);
  pass(&x, ", ");
  int year = number(&x, 4);
  return made(&x, year, month, day);
}

/* "26 October 2025", "26th Oct., 2025" */
static imp_day day_first(struct at x) {
  int day = number(&x, 2);
  pass_ordinal(&x);
  pass(&x, " ");
  int month = month_name(&x);
  pass(&x, ", ");
  int year = number(&x, 4);
  return made(&x, year, month, day);
}

/* "2025-10-26", "2025/10/26" */
static imp_day year_first(struct at x) {
  int year = number(&x, 4);
  char mark = peek(&x);
  if (mark != '-' && mark != '/') return DAY_NEVER;
  x.at++;
  int month = number(&x, 2);
  if (peek(&x) != mark) return DAY_NEVER;
  x.at++;
  int day = number(&x, 2);
  return made(&x, year, month, day);
}

/* "26.10.2025", "26/10/2025", "10/26/2025"; which is the month where both could be nobody can tell, but for points. */
static imp_day in_numbers(struct at x) {
  int first = number(&x, 2);
  char mark = peek(&x);
  if (mark != '.' && mark != '/') return DAY_NEVER;
  x.at++;
  int second = number(&x, 2);
  if (peek(&x) != mark) return DAY_NEVER;
  x.at++;
  int year = number(&x, 4);
  if (second > 12) return made(&x, year, first, second);
  return mark == '.' || first > 12 || first == second ? made(&x, year, second, first) : DAY_NEVER;
}

static bool parts_words(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '(' || c == ',' || c == '|' || c == '/' ||
         c == ':' || c == NEWS_DASH;
}

/* The first day with its year, and where it stands. */
static imp_day first_day(struct str text, size_t *where) {
  for (size_t i = 0; i < text.n; i++) {
    if (i > 0 && !parts_words(text.p[i - 1])) continue;
    struct at x = {text, i, false};
    imp_day day = is_letter(text.p[i]) ? month_first(x) : DAY_NEVER;
    if (is_digit(text.p[i])) {
      day = day_first(x);
      if (day == DAY_NEVER) day = year_first(x);
      if (day == DAY_NEVER) day = in_numbers(x);
    }
    *where = i;
    if (day != DAY_NEVER) return day;
  }
  return DAY_NEVER;
}

/* "GENEVA, Nov. 14, 2025 (Wire) - ", "BERNE, Nov. 14, 2025. ": what stands before the day is a place, and no word of a
 * sentence; a mark stands behind it. */
static bool leads(struct str line, size_t where) {
  bool fresh = true;
  for (size_t i = 0; i < where; i++) { /* a word in small letters */
    char c = line.p[i];
    if (fresh && c >= 'a' && c <= 'z') return false;
    fresh = c == ' ';
  }
  for (size_t i = where; i < line.n && i < LEADING; i++) {
    char c = line.p[i], next = i + 1 < line.n ? line.p[i + 1] : ' ';
    bool year = i >= where + 8 && is_digit(line.p[i - 1]);
    if (c == NEWS_DASH || (c == '-' && line.p[i - 1] == ' ')) return true;
    if (year && (((c == ':' || c == '.') && next == ' ') || next == '(')) return true;
  }
  bool loud = where > 2 && line.p[1] >= 'A' && line.p[1] <= 'Z'; /* "GENEVA, Nov. 14, 2025" */
  return loud && is_digit(line.p[line.n - 1]) && line.n < where + sizeof "September 00, 0000";
}

/* Does `before`, the name of a day of the week and a comma or none stand right before the place? Where that begins;
 * SIZE_MAX: no. */
static size_t weekday_before(struct str line, size_t where, const char *before) {
  static const char *const days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                     "Friday", "Saturday", "Sunday"};
  for (size_t k = 0; k < sizeof days / sizeof *days; k++)
    for (int comma = 0; comma < 2; comma++) {
      char words[32];
      size_t n =
          (size_t)snprintf(words, sizeof words, "%s%s%s ", before, days[k], comma ? "," : "");
      if (where >= n && strncasecmp(line.p + where - n, words, n) == 0) return where - n;
    }
  return SIZE_MAX;
}

/* "said Monday, September 15, 2025": the day of the saying is that of the news. */
static bool is_of_saying(struct str line, size_t where) {
  return weekday_before(line, where, "said ") != SIZE_MAX ||
         weekday_before(line, where, "said on ") != SIZE_MAX;
}

/* No word of a sentence stands there: "Tuesday", "8:15 a.m. ET". */
static bool is_quiet(struct str part) {
  static const char *const small[] = {"am", "pm", "a",  "m",  "p",  "at",
                                      "on", "by", "th", "st", "nd", "rd"};
  for (size_t i = 0; i < part.n;) {
    size_t n = 0;
    while (i + n < part.n && is_letter(part.p[i + n])) n++;
    bool known = n == 0 || (part.p[i] >= 'A' && part.p[i] <= 'Z');
    for (size_t k = 0; !known && k < sizeof small / sizeof *small; k++)
      known = n == strlen(small[k]) && memcmp(part.p + i, small[k], n) == 0;
    if (!known) return false;
    i += n > 0 ? n : 1;
  }
  return true;
}

/* "Updated Oct. 27, 2026.", "Tuesday, 27 October 2026": a line that says by itself what its day is. */
static bool is_labelled(struct str line, size_t where) {
  static const char *const labels[] = {"published",       "updated",      "posted",
                                       "first published", "last updated", "date"};
  if (line.n > HEADING || !is_quiet(str_sub(line, where, line.n))) return false;
  for (size_t k = 0; k < sizeof labels / sizeof *labels; k++) {
    size_t n = strlen(labels[k]);
    bool led = where >= n && strncasecmp(line.p, labels[k], n) == 0 && !is_letter(line.p[n]);
    if (led && is_quiet(str_sub(line, n, where))) return true;
  }
  return where == 0 || weekday_before(line, where, "") == 0;
}

/* Of a line above the report; `sure`: only where no heading could tell of another day. */
static imp_day day_of_line(struct str line, bool sure) {
  size_t where = 0;
  imp_day day = first_day(line, &where);
  if (day == DAY_NEVER) return day;
  bool heading = line.n <= HEADING && strchr(".!?\"", line.p[line.n - 1]) == NULL;
  bool told = is_labelled(line, where) || leads(line, where) || is_of_saying(line, where);
  return told || (heading && !sure) ? day : DAY_NEVER;
}

static imp_day day_of_head(struct str text, bool sure) {
  struct str rest = str_sub(text, 0, HEAD), line;
  imp_day day = DAY_NEVER;
  while (day == DAY_NEVER && str_split(&rest, '\n', &line)) {
    line = str_trim(line);
    if (line.n > 0 && line.p[0] == NEWS_HEADING) line = str_sub(line, 1, line.n);
    if (line.n > 0) day = day_of_line(line, sure);
    if (rest.p == NULL) break;
  }
  return day;
}

imp_day news_published(const struct news_text *t) {
  struct str rest = buf_str(&t->text), line;
  imp_day day = t->printed;
  size_t where;
  if (day == DAY_NEVER) day = day_of_head(rest, true);
  if (day == DAY_NEVER) day = day_of_head(rest, false);
  while (day == DAY_NEVER && str_split(&rest, '\n', &line)) { /* a post is signed with its day */
    line = str_trim(line);
    if (line.n > 0 && line.n < HEADING && (line.p[0] == NEWS_DASH || line.p[0] == '-'))
      day = first_day(line, &where);
    if (rest.p == NULL) break;
  }
  return day;
}
