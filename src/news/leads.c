// SPDX-License-Identifier: Apache-2.0
// What stands at the head of a paragraph and is no part of what it says: the place and day of a report, the time of an
// entry, the number of an item, "Q:" and "A:", and the name of whoever speaks in a transcript.
#include <string.h>

#include "news/subjects.h"

static bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static size_t skip(struct str s, size_t at, const char *what) {
  while (at < s.n && strchr(what, s.p[at]) != NULL) at++;
  return at;
}

/* Words of capital letters from the place on, with what may part them; at least one of three letters. */
static size_t capitals(struct str s) {
  size_t at = 0, run = 0, longest = 0;
  for (; at < s.n; at++) {
    bool upper = is_upper(s.p[at]) || (unsigned char)s.p[at] >= 0xc3;
    if (!upper && !((unsigned char)s.p[at] >= 0x80) && strchr(" .'/-", s.p[at]) == NULL) break;
    if (longest >= 3 && s.p[at] == '-' && s.p[at - 1] == ' ') return at + 1; /* "BEIJING - A" */
    run = upper ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest >= 3 ? at : 0;
}

/* "Geneva/Bern, Nov 14 (Newsline) - ": words of large letters, numbers and brackets up to the dash. */
static size_t place_and_day(struct str s) {
  bool bracket = false, marked = false;
  if (s.n == 0 || !is_upper(s.p[0])) return 0;
  for (size_t at = 1; at + 1 < s.n && at < 80; at++) {
    char c = s.p[at];
    if (c == NEWS_DASH || (c == '-' && s.p[at - 1] == ' '))
      return marked ? skip(s, at, " -\x02") : 0;
    if (c == '(') bracket = true;
    if (c == ')') bracket = false;
    marked = marked || c == '(';
    bool word = is_lower(c) && (s.p[at - 1] == ' ' || s.p[at - 1] == '(');
    if ((word && !bracket) || strchr(".;:?!\"", c) != NULL) return 0;
  }
  return 0;
}

/* "BRUSSELS, March 12, 2026 (Wire) - ": up to the dash; what stands before it holds no sentence. 0: none. */
static size_t dateline(struct str s) {
  size_t head = capitals(s), small = 0, at = head;
  bool bracket = false;
  if (head == 0) return place_and_day(s);
  if (head >= 2 && s.p[head - 1] == '-' && s.p[head - 2] == ' ') return skip(s, head, " -");
  while (at > 0 && (s.p[at - 1] == ' ' || s.p[at - 1] == '-')) at--;
  for (; at < s.n && at < 100; at++) {
    bool dash = s.p[at] == NEWS_DASH || (s.p[at] == '-' && at > 0 && s.p[at - 1] == ' ');
    if (dash) return skip(s, at, " -\x02");
    bool year = at > 4 && is_digit(s.p[at - 1]) && is_digit(s.p[at - 4]);
    if (year && (s.p[at] == '.' || s.p[at] == ':') && s.p[head] == ',') return skip(s, at, ".: ");
    if (s.p[at] == '(') bracket = true;
    if (s.p[at] == ')') bracket = false;
    bool word = is_lower(s.p[at]) && !is_lower(s.p[at - 1]) && !is_upper(s.p[at - 1]);
    if (!bracket && word && ++small > 0) return 0; /* a word in small letters: a sentence */
  }
  return 0;
}

/* "14:02 ", "9.45 a.m. GMT: " */
static size_t clock(struct str s) {
  size_t at = 0;
  while (at < s.n && at < 3 && is_digit(s.p[at])) at++;
  if (at == 0 || at > 2 || at + 3 > s.n || (s.p[at] != ':' && s.p[at] != '.') ||
      !is_digit(s.p[at + 1]) || !is_digit(s.p[at + 2]) || (at + 3 < s.n && is_digit(s.p[at + 3])))
    return 0;
  at = skip(s, at + 3, " ");
  static const char *const marks[] = {"a.m.", "p.m.", "am",  "pm",  "GMT", "ET", "EST",
                                      "EDT",  "BST",  "CET", "IST", "UTC", "h"};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    size_t n = strlen(marks[i]);
    if (at + n < s.n && memcmp(s.p + at, marks[i], n) == 0 && !is_lower(s.p[at + n]) &&
        !is_upper(s.p[at + n]))
      at = skip(s, at + n, " ");
  }
  if (at < s.n && (s.p[at] == '%' || is_lower(s.p[at]))) return 0;
  return skip(s, at, " :-\x02");
}

/* "1. ", "2) ", "Q: ", "A. " */
static size_t item(struct str s) {
  size_t at = 0;
  while (at < s.n && at < 2 && is_digit(s.p[at])) at++;
  bool letter = at == 0 && s.n > 2 && (s.p[0] == 'Q' || s.p[0] == 'A');
  if (letter) at = 1;
  if (at == 0 || at + 2 > s.n || s.p[at + 1] != ' ') return 0;
  if (s.p[at] != '.' && s.p[at] != ':' && (letter || s.p[at] != ')')) return 0;
  return skip(s, at + 1, " ");
}

/* "Q: ": what somebody was asked is nobody's word. */
bool news_is_asked(struct str text, uint32_t from, uint32_t to) {
  uint32_t at = from;
  while (at < to && text.p[at] == ' ') at++;
  return at + 2 < to && text.p[at] == 'Q' && (text.p[at + 1] == ':' || text.p[at + 1] == '.') &&
         text.p[at + 2] == ' ';
}

/* "SECRETARY BESSENT: ": how many bytes the name has; 0: none. */
static size_t label(struct str s) {
  size_t at = capitals(s);
  return at > 2 && at < 40 && at + 2 < s.n && s.p[at] == ':' && s.p[at + 1] == ' ' ? at : 0;
}

/* Past all of these; *name: bytes of the speaker's name at the place it stopped, or 0. */
uint32_t news_lead(struct str text, uint32_t from, uint32_t to, uint32_t *name) {
  uint32_t at = from;
  for (int k = 0; k < 3; k++) {
    struct str s = {text.p + at, to - at};
    size_t n = skip(s, 0, " \t");
    s = (struct str){s.p + n, s.n - n};
    *name = (uint32_t)label(s);
    if (*name > 0) return at + (uint32_t)n;
    size_t lead = clock(s);
    if (lead == 0) lead = item(s);
    if (lead == 0) lead = dateline(s);
    if (lead == 0) return at;
    at += (uint32_t)(n + lead);
  }
  return at;
}
