// SPDX-License-Identifier: Apache-2.0
// Days: civil dates as day numbers, so that a window is two integers.
//
// Day 0 is 1970-01-01. Windows are half-open: from is the first day on, until the first day off.
#ifndef IMPOST_BASE_DAY_H
#define IMPOST_BASE_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

typedef int32_t imp_day;

#define DAY_FIRST INT32_MIN /* no beginning */
#define DAY_NEVER INT32_MAX /* no end */

/* Some days are split by a time of the day: minutes since its start, 0 to 1439. A window that begins or ends
 * at minute 0 begins or ends with the day. */
#define CLOCK_UNSTATED (-1)
#define CLOCK_MINUTES  1440

struct moment {
  imp_day day;
  int minute; /* CLOCK_UNSTATED: the day alone is known */
};

bool day_parse(struct str iso, imp_day *out); /* YYYY-MM-DD, a real date, years 1800-2199 */
/* Also YYYYMMDD, YYYY/MM/DD and MM/DD/YYYY, as customs reports print it. */
bool day_parse_any(struct str s, imp_day *out);
#define DAY_FORMS "YYYY-MM-DD, YYYYMMDD, YYYY/MM/DD or MM/DD/YYYY" /* for a message */
imp_day day_of(int year, int month, int day); /* arguments must be a real date */
void day_split(imp_day d, int *year, int *month, int *day);
imp_day day_add_months(imp_day d, int months); /* day of month clamped to the month's length */
/* A time of the day, "14:00" or "9:05", as minutes since its start. False: not one of them. */
bool clock_parse(struct str s, int16_t *minute);
/* As files write it, too: with seconds and their fraction, which no law counts, or of twelve hours, "2:00 PM". */
bool clock_parse_any(struct str s, int16_t *minute);
/* A day, or a day and a time behind a blank or a `T`. *minute is CLOCK_UNSTATED when there is none. */
bool moment_parse(struct str s, imp_day *day, int16_t *minute);
/* A day and a time with a zone behind it: Z, +05:00, EST. It is no moment here. */
bool moment_has_zone(struct str s);
void moment_print(imp_day d, int minute, struct buf *out); /* 2025-11-12 14:00; no hour below 1 */

void day_print(imp_day d, struct buf *out);      /* 2025-11-12; "-" for no beginning or end */
void day_print_long(imp_day d, struct buf *out); /* 12 November 2025 */

#endif
