// SPDX-License-Identifier: Apache-2.0
// Days: what is read as a day prints as the same text; months forth and back stay within the month.
#include <assert.h>
#include <stdint.h>

#include "base/day.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct str text = {(const char *)data, size};
  struct buf out = {0};
  imp_day day, again;
  if (day_parse_any(text, &day)) {
    day_print(day, &out);
    assert(out.failed || day_parse(buf_str(&out), &again));
    assert(out.failed || again == day);
    int months = (int)(size > 9 ? data[9] : 0) % 48 - 24;
    imp_day there = day_add_months(day, months), back = day_add_months(there, -months);
    assert(back <= day && day - back <= 3);
  }
  if (day_parse(text, &again)) {
    assert(out.failed || str_eq(text, buf_str(&out)));
  }
  int16_t minute;
  if (moment_parse(text, &day, &minute)) {
    assert(minute >= CLOCK_UNSTATED && minute < CLOCK_MINUTES && !moment_has_zone(text));
    buf_clear(&out);
    moment_print(day, minute, &out);
    int16_t told;
    assert(out.failed || (moment_parse(buf_str(&out), &again, &told) && again == day));
  }
  buf_free(&out);
  return 0;
}
