// SPDX-License-Identifier: Apache-2.0
// Exact numbers: rationals of 128-bit integers, and the one rounding of money.
//
// A rational is always in lowest terms with den > 0. Every operation says whether the result fits;
// a result that does not fit is never used. No floating point: half cents are common (7.5% of half of
// all whole-dollar values gives one), and binary floats get up to a fifth of them wrong.
#ifndef IMPOST_BASE_NUM_H
#define IMPOST_BASE_NUM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

__extension__ typedef __int128 i128;

struct rat {
  i128 num;
  i128 den; /* > 0 */
};

#define RAT_ZERO ((struct rat){0, 1})

struct rat rat_int(int64_t n);
bool rat_make(i128 num, i128 den, struct rat *out); /* den != 0, any sign */
bool rat_add(struct rat a, struct rat b, struct rat *out);
bool rat_sub(struct rat a, struct rat b, struct rat *out);
bool rat_mul(struct rat a, struct rat b, struct rat *out);
bool rat_div(struct rat a, struct rat b, struct rat *out); /* false when b is zero */
int rat_cmp(struct rat a, struct rat b); /* exact for |num|, den < 2^126; long division */
bool rat_is_zero(struct rat a);

/* Decimal text without sign, thousands separated by commas allowed: "1,234.50", "0.3464". */
bool rat_parse(struct str s, struct rat *out);
/* Mixed fraction as schedules print it: "33 1/3". Also takes plain decimals. */
bool rat_parse_mixed(struct str s, struct rat *out);
/* Shortest exact decimal, or "a/b" when there is none. */
void rat_print(struct rat a, struct buf *out);

/* row-cent: dollars to cents, half a cent up (away from zero). False when it does not fit 64 bits.
 * The rule is named, and cited where it is printed; see docs/assessment.md. */
bool rat_to_cents_half_up(struct rat dollars, int64_t *cents);
/* Whole dollars, 50 cents up: 19 CFR 159.3(a). */
bool rat_to_dollars_half_up(struct rat dollars, int64_t *whole);

/* "6,260.00" (grouped) or "6260.00". */
void money_print(int64_t cents, bool grouped, struct buf *out);
/* A number that was read, as people write it: 500000000000 and "$" are "$500 billion", 12000000 and "tons" "12 million tons", P1Y is
 * "1 year"; what is none of these stays as it is. `unit` NULL: none. */
void number_tell(const char *number, const char *unit, struct buf *out);

#endif
