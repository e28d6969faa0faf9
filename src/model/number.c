// SPDX-License-Identifier: Apache-2.0
// Decimal text to a double.

#include "model/number.h"

#include <math.h>
#include <stdint.h>

static bool digit(char c) {
  return c >= '0' && c <= '9';
}

/* Digits beyond the eighteenth only move the exponent: a double does not hold them. */
static size_t digits(struct str s, size_t at, uint64_t *value, int *kept, int *dropped) {
  for (; at < s.n && digit(s.p[at]); at++) {
    if (*kept >= 18) {
      (*dropped)++;
      continue;
    }
    *value = *value * 10 + (uint64_t)(s.p[at] - '0');
    if (*value > 0) (*kept)++;
  }
  return at;
}

static bool exponent(struct str s, size_t at, int *out) {
  bool minus = at < s.n && s.p[at] == '-';
  if (at < s.n && (s.p[at] == '-' || s.p[at] == '+')) at++;
  if (at == s.n || s.n - at > 2) return false;
  int value = 0;
  for (; at < s.n; at++) {
    if (!digit(s.p[at])) return false;
    value = value * 10 + (s.p[at] - '0');
  }
  *out = minus ? -value : value;
  return true;
}

bool number_read(struct str s, double *out) {
  if (s.n == 0 || s.n > 40) return false;
  bool minus = s.p[0] == '-';
  size_t at = minus, start = at;
  uint64_t value = 0;
  int kept = 0, whole_dropped = 0, part_dropped = 0, power = 0;
  at = digits(s, at, &value, &kept, &whole_dropped);
  size_t seen = at - start, fraction = 0;
  if (at < s.n && s.p[at] == '.') {
    size_t from = at + 1;
    at = digits(s, from, &value, &kept, &part_dropped);
    fraction = at - from;
    seen += fraction;
  }
  if (seen == 0) return false;
  if (at < s.n && (s.p[at] == 'e' || s.p[at] == 'E')) {
    if (!exponent(s, at + 1, &power)) return false;
    at = s.n;
  }
  if (at != s.n) return false;
  power += whole_dropped + part_dropped - (int)fraction;
  double size = (double)value;
  size = power < 0 ? size / pow(10, -power) : size * pow(10, power);
  *out = minus ? -size : size;
  return true;
}
