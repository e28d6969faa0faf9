// SPDX-License-Identifier: Apache-2.0
// Exact numbers: reading decimals and mixed fractions, printing money and what was read for people.
//
// Reading is strict: a comma stands between groups of three digits or nowhere, a point has digits
// after it, and what is left over makes the text wrong. At most 36 digits are read, so nothing can
// overflow.
#include "base/num.h"

#include <string.h>

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

/* "500 billion", "16.3 million", "61,000"; what has more than three decimals is printed in full. */
static void tell_digits(struct str digits, struct buf *out) {
  static const char *const scales[] = {"", " thousand", " million", " billion", " trillion"};
  size_t cut = 0, zeros = 0;
  while (zeros < digits.n && digits.p[digits.n - 1 - zeros] == '0') zeros++;
  if (digits.n > 6) cut = digits.n > 15 ? 12 : (digits.n - 1) / 3 * 3;
  if (cut > zeros + 3) cut = 0;
  for (size_t i = 0; i < digits.n - cut; i++) {
    if (i > 0 && (digits.n - cut - i) % 3 == 0) buf_putc(out, ',');
    buf_putc(out, digits.p[i]);
  }
  if (zeros < cut) buf_putc(out, '.');
  if (zeros < cut) buf_put(out, str_sub(digits, digits.n - cut, digits.n - zeros));
  buf_puts(out, scales[cut / 3]);
}

/* "P90D" is 90 days. */
static bool tell_length(struct str s, struct buf *out) {
  static const char letters[] = "DWMY";
  static const char *const words[] = {"day", "week", "month", "year"};
  const char *letter = s.n > 2 ? strchr(letters, s.p[s.n - 1]) : NULL;
  if (letter == NULL || s.p[0] != 'P') return false;
  struct str count = str_sub(s, 1, s.n - 1);
  for (size_t i = 0; i < count.n; i++)
    if (!is_digit(count.p[i])) return false;
  buf_put(out, count);
  buf_printf(out, " %s%s", words[letter - letters], str_eq(count, STR("1")) ? "" : "s");
  return true;
}

void number_tell(const char *number, const char *unit, struct buf *out) {
  struct str s = str_of(number);
  if (tell_length(s, out)) return;
  bool digits = s.n > 0;
  for (size_t i = 0; i < s.n; i++) digits = digits && is_digit(s.p[i]);
  bool sign = digits && unit != NULL && strcmp(unit, "$") == 0;
  if (sign) buf_putc(out, '$');
  if (digits)
    tell_digits(s, out);
  else
    buf_puts(out, number);
  if (digits && unit != NULL && !sign) buf_printf(out, " %s", unit);
}
