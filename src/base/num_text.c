// SPDX-License-Identifier: Apache-2.0
// Exact numbers: reading decimals and mixed fractions, printing money.
//
// Reading is strict: a comma stands between groups of three digits or nowhere, a point has digits
// after it, and what is left over makes the text wrong. At most 36 digits are read, so nothing can
// overflow.
#include "base/num.h"

enum { DIGITS_MOST = 36 };

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Takes a run of digits off the front of `s` and appends them to `n`. False when there are too
// many.
static bool take_digits(struct str *s, i128 *n, int *count, int *all) {
  *count = 0;
  while (s->n > 0 && is_digit(s->p[0])) {
    if (++*all > DIGITS_MOST) {
      return false;
    }
    *n = *n * 10 + (s->p[0] - '0');
    *s = str_sub(*s, 1, s->n);
    ++*count;
  }
  return true;
}

// The whole part: "1234" or "1,234". *count is 0 when there is none (".5").
static bool take_whole(struct str *s, i128 *n, int *count, int *all) {
  if (!take_digits(s, n, count, all)) {
    return false;
  }
  if (s->n == 0 || s->p[0] != ',') {
    return true;
  }
  if (*count < 1 || *count > 3) {
    return false;
  }
  while (s->n > 0 && s->p[0] == ',') {
    int group;
    *s = str_sub(*s, 1, s->n);
    if (!take_digits(s, n, &group, all) || group != 3) {
      return false;
    }
  }
  return true;
}

bool rat_parse(struct str s, struct rat *out) {
  i128 n = 0, scale = 1;
  int whole, decimals = 0, all = 0;
  if (!take_whole(&s, &n, &whole, &all)) {
    return false;
  }
  if (s.n > 0 && s.p[0] == '.') {
    s = str_sub(s, 1, s.n);
    if (!take_digits(&s, &n, &decimals, &all) || decimals == 0) {
      return false;
    }
  }
  if (s.n > 0 || all == 0) {
    return false;
  }
  for (int i = 0; i < decimals; i++) {
    scale *= 10;
  }
  return rat_make(n, scale, out);
}

// "1/3"
static bool parse_fraction(struct str s, struct rat *out) {
  i128 top = 0, bottom = 0;
  int count, all = 0;
  if (!take_digits(&s, &top, &count, &all) || count == 0 || s.n == 0 || s.p[0] != '/') {
    return false;
  }
  s = str_sub(s, 1, s.n);
  all = 0;
  return take_digits(&s, &bottom, &count, &all) && count > 0 && s.n == 0 &&
         rat_make(top, bottom, out);
}

bool rat_parse_mixed(struct str s, struct rat *out) {
  struct rat whole = RAT_ZERO, part;
  if (str_find(s, '/') < 0) {
    return rat_parse(s, out);
  }
  long gap = str_find(s, ' ');
  if (gap >= 0) {
    struct str before = str_sub(s, 0, (size_t)gap);
    if (str_find(before, '.') >= 0 || !rat_parse(before, &whole)) {
      return false;
    }
    s = str_trim(str_sub(s, (size_t)gap, s.n));
  }
  return parse_fraction(s, &part) && rat_add(whole, part, out);
}

void money_print(int64_t cents, bool grouped, struct buf *out) {
  uint64_t size = cents < 0 ? (uint64_t)0 - (uint64_t)cents : (uint64_t)cents;
  char text[32];
  size_t at = sizeof text;
  int count = 0;
  text[--at] = (char)('0' + (int)(size % 10));
  text[--at] = (char)('0' + (int)(size / 10 % 10));
  text[--at] = '.';
  size /= 100;
  do {
    if (grouped && count > 0 && count % 3 == 0) {
      text[--at] = ',';
    }
    text[--at] = (char)('0' + (int)(size % 10));
    size /= 10;
    count++;
  } while (size != 0);
  if (cents < 0) {
    text[--at] = '-';
  }
  buf_put(out, (struct str){text + at, sizeof text - at});
}
