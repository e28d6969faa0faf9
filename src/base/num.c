// SPDX-License-Identifier: Apache-2.0
// Exact numbers: arithmetic and comparison of rationals.
//
// Everything is brought to lowest terms before it is multiplied, so numbers of trade (rates to
// eight decimals, values to a trillion dollars) never come near 2^127. The checks are there so that
// the rest is refused and not wrapped. |num| never is 2^127: negation always fits.
#include "base/num.h"

__extension__ typedef unsigned __int128 u128;

static const u128 MOST = ~(u128)0 >> 1; /* 2^127 - 1 */

static u128 magnitude(i128 n) {
  return n < 0 ? (u128)0 - (u128)n : (u128)n;
}

static bool with_sign(bool negative, u128 size, i128 *out) {
  if (size > MOST) {
    return false;
  }
  *out = negative ? -(i128)size : (i128)size;
  return true;
}

static u128 gcd(u128 a, u128 b) {
  while (b != 0) {
    if ((a >> 64) == 0 && (b >> 64) == 0) {
      uint64_t x = (uint64_t)a, y = (uint64_t)b;
      while (y != 0) {
        uint64_t rest = x % y;
        x = y;
        y = rest;
      }
      return x;
    }
    u128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

// The product of signed numbers goes through unsigned ones: the compilers' own overflow check for
// 128 bits needs a function that not every runtime has.
static bool product(i128 a, i128 b, i128 *out) {
  u128 x = magnitude(a), y = magnitude(b);
  if ((x >> 63) != 0 || (y >> 63) != 0) {
    if (y != 0 && x > MOST / y) {
      return false;
    }
  }
  return with_sign((a < 0) != (b < 0), x * y, out);
}

static bool sum(i128 a, i128 b, i128 *out) {
  i128 most = (i128)MOST;
  if ((b > 0 && a > most - b) || (b < 0 && a < -most - b)) {
    return false;
  }
  *out = a + b;
  return true;
}

struct rat rat_int(int64_t n) {
  return (struct rat){n, 1};
}

bool rat_make(i128 num, i128 den, struct rat *out) {
  if (den == 0) {
    return false;
  }
  u128 n = magnitude(num), d = magnitude(den), g = gcd(n, d);
  i128 top, bottom;
  if (!with_sign((num < 0) != (den < 0), n / g, &top) || !with_sign(false, d / g, &bottom)) {
    return false;
  }
  *out = (struct rat){top, bottom};
  return true;
}

bool rat_add(struct rat a, struct rat b, struct rat *out) {
  i128 g = (i128)gcd((u128)a.den, (u128)b.den);
  i128 left, right, top, bottom;
  return product(a.num, b.den / g, &left) && product(b.num, a.den / g, &right) &&
         sum(left, right, &top) && product(a.den / g, b.den, &bottom) && rat_make(top, bottom, out);
}

bool rat_sub(struct rat a, struct rat b, struct rat *out) {
  return rat_add(a, (struct rat){-b.num, b.den}, out);
}

bool rat_mul(struct rat a, struct rat b, struct rat *out) {
  // A zero meets its own denominator here and becomes 0/1.
  i128 g = (i128)gcd(magnitude(a.num), (u128)b.den);
  i128 h = (i128)gcd(magnitude(b.num), (u128)a.den);
  i128 top, bottom;
  if (!product(a.num / g, b.num / h, &top) || !product(a.den / h, b.den / g, &bottom)) {
    return false;
  }
  *out = (struct rat){top, top == 0 ? 1 : bottom};
  return true;
}

bool rat_div(struct rat a, struct rat b, struct rat *out) {
  if (b.num == 0) {
    return false;
  }
  struct rat turned = {b.num < 0 ? -b.den : b.den, b.num < 0 ? -b.num : b.num};
  return rat_mul(a, turned, out);
}

// Whole part towards minus infinity; *rest is in [0, den).
static i128 floor_part(struct rat a, i128 *rest) {
  i128 whole = a.num / a.den;
  *rest = a.num % a.den;
  if (*rest < 0) {
    *rest += a.den;
    whole--;
  }
  return whole;
}

int rat_cmp(struct rat a, struct rat b) {
  // Euclid's division on both at once: equal whole parts leave two fractions below one, and
  // comparing those is comparing their reciprocals the other way round. Nothing is ever multiplied.
  for (int sign = 1;; sign = -sign) {
    i128 rest_a, rest_b;
    i128 whole_a = floor_part(a, &rest_a), whole_b = floor_part(b, &rest_b);
    if (whole_a != whole_b) {
      return whole_a < whole_b ? -sign : sign;
    }
    if (rest_a == 0 || rest_b == 0) {
      return rest_a == rest_b ? 0 : rest_a == 0 ? -sign : sign;
    }
    a = (struct rat){a.den, rest_a};
    b = (struct rat){b.den, rest_b};
  }
}

bool rat_is_zero(struct rat a) {
  return a.num == 0;
}

// The next decimal digit of rest/den (rest < den), leaving the new rest. Ten additions instead of a
// product, because rest * 10 need not fit.
static int next_digit(u128 *rest, u128 den) {
  u128 step = *rest, left = 0;
  int digit = 0;
  for (int i = 0; i < 10; i++) {
    left += step;
    if (left >= den) {
      left -= den;
      digit++;
    }
  }
  *rest = left;
  return digit;
}

// |a| * 10^places, half up, with the sign of `a`. False when it does not fit 64 bits.
static bool scaled_half_up(struct rat a, int places, int64_t *out) {
  u128 den = (u128)a.den, whole = magnitude(a.num) / den, rest = magnitude(a.num) % den;
  const u128 most = (u128)INT64_MAX;
  for (int i = 0; i < places; i++) {
    if (whole > most / 10) {
      return false;
    }
    whole = whole * 10 + (unsigned)next_digit(&rest, den);
  }
  if (rest >= den - rest) {
    whole++;
  }
  if (whole > most) {
    return false;
  }
  *out = a.num < 0 ? -(int64_t)whole : (int64_t)whole;
  return true;
}

bool rat_to_cents_half_up(struct rat dollars, int64_t *cents) {
  return scaled_half_up(dollars, 2, cents);
}

bool rat_to_dollars_half_up(struct rat dollars, int64_t *whole) {
  return scaled_half_up(dollars, 0, whole);
}

static void print_u128(u128 n, struct buf *out) {
  char text[40];
  size_t at = sizeof text;
  do {
    text[--at] = (char)('0' + (int)(n % 10));
    n /= 10;
  } while (n != 0);
  buf_put(out, (struct str){text + at, sizeof text - at});
}

static bool is_decimal(u128 den) {
  while (den % 2 == 0) {
    den /= 2;
  }
  while (den % 5 == 0) {
    den /= 5;
  }
  return den == 1;
}

void rat_print(struct rat a, struct buf *out) {
  u128 size = magnitude(a.num), den = (u128)a.den;
  if (a.num < 0) {
    buf_putc(out, '-');
  }
  if (!is_decimal(den)) {
    print_u128(size, out);
    buf_putc(out, '/');
    print_u128(den, out);
    return;
  }
  print_u128(size / den, out);
  u128 rest = size % den;
  if (rest != 0) {
    buf_putc(out, '.');
  }
  while (rest != 0) {
    buf_putc(out, (char)('0' + next_digit(&rest, den)));
  }
}
