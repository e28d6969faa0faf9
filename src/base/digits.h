// SPDX-License-Identifier: Apache-2.0
// Numbers as digits, written by hand where a file of many lines is made. The caller has the room.
#ifndef IMPOST_BASE_DIGITS_H
#define IMPOST_BASE_DIGITS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { DIGITS_ROOM = 24 }; /* of any of them */

static inline char *digits_two(char *to, unsigned n) {
  static const char pairs[] =
      "00010203040506070809101112131415161718192021222324252627282930313233343536373839"
      "40414243444546474849505152535455565758596061626364656667686970717273747576777879"
      "8081828384858687888990919293949596979899";
  memcpy(to, pairs + (size_t)n * 2, 2);
  return to + 2;
}

/* How many digits, at least one. */
static inline unsigned digits_count(uint64_t n) {
  static const uint64_t tens[] = {1u,
                                  10u,
                                  100u,
                                  1000u,
                                  10000u,
                                  100000u,
                                  1000000u,
                                  10000000u,
                                  100000000u,
                                  1000000000u,
                                  10000000000u,
                                  100000000000u,
                                  1000000000000u,
                                  10000000000000u,
                                  100000000000000u,
                                  1000000000000000u,
                                  10000000000000000u,
                                  100000000000000000u,
                                  1000000000000000000u,
                                  10000000000000000000u};
  unsigned bits = 64u - (unsigned)__builtin_clzll(n | 1u), about = bits * 1233u >> 12;
  return about + (n >= tens[about] || about == 0);
}

static inline char *digits_whole(char *to, uint64_t n) {
  char *end = to + digits_count(n), *at = end;
  for (; n >= 100; n /= 100) digits_two(at -= 2, (unsigned)(n % 100));
  if (n >= 10)
    digits_two(at - 2, (unsigned)n);
  else
    at[-1] = (char)('0' + (int)n);
  return end;
}

/* "12.05", "-0.10" */
static inline char *digits_cents(char *to, int64_t cents) {
  uint64_t size = cents < 0 ? (uint64_t)0 - (uint64_t)cents : (uint64_t)cents;
  if (cents < 0) *to++ = '-';
  to = digits_whole(to, size / 100);
  *to++ = '.';
  return digits_two(to, (unsigned)(size % 100));
}

#endif
