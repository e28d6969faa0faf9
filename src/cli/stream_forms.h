// SPDX-License-Identifier: Apache-2.0
// Cells in their commonest form as numbers: eight bytes at a time, and a look into a table that is small enough to
// stay near. Whatever has another form is not read here. Sixteen bytes behind a cell may be read.
#ifndef IMPOST_CLI_STREAM_FORMS_H
#define IMPOST_CLI_STREAM_FORMS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/str.h"

enum {
  FORMS_CODES = 1 << 15, /* slots; three quarters of them are used at most */
  FORMS_PLACES = 26 * 26,
  FORMS_YEARS = 64, /* from 2000 on */
  FORMS_DAYS = FORMS_YEARS * 16 * 32,
  FORMS_UNITS = 256,
};

struct
    forms_unit { /* a text of one to eight bytes, none of them nought; the last that came to its place */
  uint64_t head;
  uint32_t id;
};

struct forms {     /* what such cells were found to mean; NULL: no memory, or not used yet */
  uint64_t *codes; /* number + 1 of "4202.92.31.31" above, id below; 0: empty */
  uint32_t code_count;
  uint32_t places[FORMS_PLACES]; /* id + 1 of "CN" */
  int32_t *days;                 /* day + 1 of "2025-11-12"; 0: not met */
  struct forms_unit units[FORMS_UNITS];
};

#define FORMS_ID_BITS 24

/* The first byte lowest, on any machine. */
static inline uint64_t forms_eight(const char *p) {
  uint64_t x;
  memcpy(&x, p, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  x = __builtin_bswap64(x);
#endif
  return x;
}

/* Bytes 0 to 9 where `digits` has 0x0f, 0 elsewhere. */
static inline bool forms_are_digits(uint64_t x, uint64_t digits) {
  uint64_t six = digits & 0x0606060606060606u;
  return ((x | (x + six)) & ~digits) == 0;
}

/* Eight digits, the first lowest. */
static inline uint64_t forms_number(uint64_t x) {
  x = (x * 10 + (x >> 8)) & 0x00ff00ff00ff00ffu;
  x = (x * 100 + (x >> 16)) & 0x0000ffff0000ffffu;
  return (x * 10000 + (x >> 32)) & 0xffffffffu;
}

/* A text of one to eight bytes as a number. */
static inline uint64_t forms_head(struct str cell) {
  return forms_eight(cell.p) & ~(uint64_t)0 >> (64 - 8 * cell.n);
}

static inline size_t forms_unit_slot(uint64_t head) {
  return head * 0x9e3779b97f4a7c15u >> 56;
}

/* One to eight digits and nothing else. */
static inline bool forms_whole(struct str cell, uint64_t *out) {
  if (cell.n - 1 > 7) return false;
  uint64_t x = (forms_eight(cell.p) ^ 0x3030303030303030u) << (64 - 8 * cell.n);
  *out = forms_number(x);
  return forms_are_digits(x, 0x0f0f0f0f0f0f0f0fu);
}

/* "4202.92.31.31": its ten digits and one more, so that it is never nought; 0: another form. */
static inline uint64_t forms_code(struct str cell) {
  if (cell.n != 13) return 0;
  uint64_t x = forms_eight(cell.p) ^ 0x2e30302e30303030u;     /* 4202.92. */
  uint64_t y = forms_eight(cell.p + 5) ^ 0x30302e30302e3030u; /* 92.31.31 */
  if (!forms_are_digits(x, 0x000f0f000f0f0f0fu) || !forms_are_digits(y, 0x0f0f000f0f000f0fu))
    return 0;
  uint64_t a = x * 10 + (x >> 8), b = y * 10 + (y >> 8);
  uint64_t heading = (a & 0xff) * 100 + (a >> 16 & 0xff);
  uint64_t rest = (b & 0xff) * 10000 + (b >> 24 & 0xff) * 100 + (b >> 48 & 0xff);
  return heading * 1000000 + rest + 1;
}

static inline size_t forms_slot(const uint64_t *codes, uint64_t number) {
  uint64_t h = number * 0x9e3779b97f4a7c15u; /* numbers stand close together: mixed twice */
  h = (h ^ h >> 32) * 0xd6e8feb86659fd93u;
  size_t at = h >> 49;
  while (codes[at] != 0 && codes[at] >> FORMS_ID_BITS != number) at = (at + 1) & (FORMS_CODES - 1);
  return at;
}

/* Where the day of "2025-11-12" stands among the days; FORMS_DAYS: another form. */
static inline uint32_t forms_day(struct str cell) {
  if (cell.n != 10) return FORMS_DAYS;
  uint64_t x = forms_eight(cell.p) ^ 0x2d30302d30303030u;     /* 2025-11- */
  uint64_t y = forms_eight(cell.p + 2) ^ 0x30302d30302d3030u; /* 25-11-12 */
  if (!forms_are_digits(x, 0x000f0f000f0f0f0fu) || !forms_are_digits(y, 0x0f0f000f0f000f0fu))
    return FORMS_DAYS;
  uint64_t b = y * 10 + (y >> 8);
  uint32_t year = (uint32_t)(b & 0xff), month = (uint32_t)(b >> 24 & 0xff),
           day = (uint32_t)(b >> 48 & 0xff);
  if ((x & 0xffff) != 2 || year >= FORMS_YEARS || month >= 16 || day >= 32) return FORMS_DAYS;
  return (year * 16 + month) * 32 + day;
}

/* Two capital letters; FORMS_PLACES: another form. */
static inline uint32_t forms_place(struct str cell) {
  if (cell.n != 2) return FORMS_PLACES;
  unsigned a = (unsigned)(unsigned char)cell.p[0] - 'A',
           b = (unsigned)(unsigned char)cell.p[1] - 'A';
  return a < 26 && b < 26 ? a * 26 + b : FORMS_PLACES;
}

#endif
