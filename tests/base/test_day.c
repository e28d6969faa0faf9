// SPDX-License-Identifier: Apache-2.0
// Days: every day of 1800 to 2199 there and back, and what is no date.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/day.h"

static bool naive_leap(int y) {
  return y % 400 == 0 || (y % 4 == 0 && y % 100 != 0);
}

static const int naive_length[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

// Hours as files write them; seconds are no part of a moment, a zone makes it none.
static void test_moments(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int minute; /* -1: a day alone; -2: none; -3: none, for its zone */
  } cases[] = {{"2025-11-10", -1},
               {"2025-11-10 14:00", 840},
               {"2025-11-10T9:05", 545},
               {"2025-11-10T14:00:59", 840},
               {"11/10/2025 14:00:59.999", 840},
               {"2025-11-10 2:00 PM", 840},
               {"2025-11-10 12:00AM", 0},
               {"2025-11-10 12:30:01 pm", 750},
               {"2025-11-10 11:59 am", 719},
               {"2025-11-10 13:00 PM", -2},
               {"2025-11-10 0:10 AM", -2},
               {"2025-11-10 24:00", -2},
               {"2025-11-10 14", -2},
               {"2025-11-10 14:00:60", -2},
               {"2025-11-10 14:00:5", -2},
               {"2025-11-10 14:00:00.", -2},
               {"2025-11-10 14:00 pmm", -2},
               {"2025-11-10 PM", -2},
               {"2025-11-10T", -2},
               {"2025-13-10T14:00Z", -2},
               {"2025-11-10T14:00Z", -3},
               {"2025-11-10T14:00:00.5+05:00", -3},
               {"2025-11-10 14:00 -0500", -3},
               {"2025-11-10 2:00 PM EST", -3}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    imp_day day;
    int16_t minute;
    struct str s = str_of(cases[i].text);
    bool good = moment_parse(s, &day, &minute);
    if (good != (cases[i].minute > -2) || (good && minute != cases[i].minute)) fail_msg("%s", s.p);
    if (good) assert_int_equal(day, day_of(2025, 11, 10));
    if (!good && moment_has_zone(s) != (cases[i].minute == -3)) fail_msg("%s", s.p);
  }
}

// Walks the calendar by hand and calls nothing of day.c to know which day it is.
static void test_every_day(void **state) {
  (void)state;
  struct buf text = {0};
  imp_day expected = day_of(1800, 1, 1);
  assert_int_equal(expected, -62091);
  for (int y = 1800; y <= 2199; y++) {
    for (int m = 1; m <= 12; m++) {
      int most = naive_length[m - 1] + (m == 2 && naive_leap(y));
      for (int d = 1; d <= most; d++, expected++) {
        int year, month, day;
        imp_day parsed;
        assert_int_equal(day_of(y, m, d), expected);
        day_split(expected, &year, &month, &day);
        assert_true(year == y && month == m && day == d);
        buf_clear(&text);
        day_print(expected, &text);
        assert_true(day_parse(buf_str(&text), &parsed));
        assert_int_equal(parsed, expected);
      }
    }
  }
  buf_free(&text);
}

static void test_anchors(void **state) {
  (void)state;
  assert_int_equal(day_of(1970, 1, 1), 0);
  assert_int_equal(day_of(1969, 12, 31), -1);
  assert_int_equal(day_of(2000, 3, 1), 11017);
  assert_int_equal(day_of(2025, 11, 12), 20404);
}

static void test_no_dates(void **state) {
  (void)state;
  static const char *const bad[] = {"",           "2025-02-29",      "1900-02-29",  "2025-13-01",
                                    "2025-00-10", "2025-04-31",      "2025-4-01",   "2025-04-1",
                                    "25-04-01",   "2025/4/001",      "1799-12-31",  "2200-01-01",
                                    "2025-04-0a", "2025-04-01 ",     " 2025-04-01", "2025-04-00",
                                    "+025-04-01", "2025-04-01T00:00"};
  imp_day day = 77;
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    assert_false(day_parse(str_of(bad[i]), &day));
    assert_false(day_parse_any(str_of(bad[i]), &day));
  }
  assert_int_equal(day, 77);
  assert_true(day_parse(STR("2024-02-29"), &day));
  assert_true(day_parse(STR("2000-02-29"), &day));
}

static void test_american_dates(void **state) {
  (void)state;
  imp_day day;
  assert_true(day_parse_any(STR("04/10/2025"), &day));
  assert_int_equal(day, day_of(2025, 4, 10));
  assert_true(day_parse_any(STR("2025-04-10"), &day));
  assert_false(day_parse(STR("04/10/2025"), &day));
  assert_false(day_parse_any(STR("13/10/2025"), &day));
  assert_false(day_parse_any(STR("02/30/2025"), &day));
}

/* What can be read in one way alone is read, what cannot is not. */
static void test_other_forms(void **state) {
  (void)state;
  imp_day day = 0;
  assert_true(day_parse_any(STR("20250410"), &day));
  assert_int_equal(day, day_of(2025, 4, 10));
  day = 0;
  assert_true(day_parse_any(STR("2025/04/10"), &day));
  assert_int_equal(day, day_of(2025, 4, 10));
  static const char *const bad[] = {"20251310", "10042025", "4/10/2025",  "04/10/25",  "2025.04.10",
                                    "20250230", "2025041",  "10-04-2025", "2025/13/10"};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    assert_false(day_parse_any(str_of(bad[i]), &day));
}

static void test_months(void **state) {
  (void)state;
  assert_int_equal(day_add_months(day_of(2025, 1, 31), 1), day_of(2025, 2, 28));
  assert_int_equal(day_add_months(day_of(2024, 1, 31), 1), day_of(2024, 2, 29));
  assert_int_equal(day_add_months(day_of(2025, 11, 10), 12), day_of(2026, 11, 10));
  assert_int_equal(day_add_months(day_of(2025, 11, 10), -11), day_of(2024, 12, 10));
  assert_int_equal(day_add_months(day_of(2025, 1, 15), -1), day_of(2024, 12, 15));
  assert_int_equal(day_add_months(DAY_NEVER, 3), DAY_NEVER);
  assert_int_equal(day_add_months(DAY_FIRST, 3), DAY_FIRST);
}

static void test_print(void **state) {
  (void)state;
  struct buf text = {0};
  day_print(DAY_NEVER, &text);
  day_print(DAY_FIRST, &text);
  day_print_long(day_of(2025, 11, 12), &text);
  day_print_long(DAY_NEVER, &text);
  assert_string_equal(text.p, "--12 November 2025-");
  buf_free(&text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_moments),        cmocka_unit_test(test_every_day),
      cmocka_unit_test(test_anchors),        cmocka_unit_test(test_no_dates),
      cmocka_unit_test(test_american_dates), cmocka_unit_test(test_other_forms),
      cmocka_unit_test(test_months),         cmocka_unit_test(test_print),
  };
  return cmocka_run_group_tests_name("day", tests, NULL, NULL);
}
