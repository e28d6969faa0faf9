// SPDX-License-Identifier: Apache-2.0
// Tariff lines on a day, ten-digit numbers and their windows, renumbering.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "names/names.h"

#define TABLES IMPOST_ROOT "/tests/names/tables"

static struct names *n;

static int begin(void **state) {
  (void)state;
  struct imp_error err = {0};
  return names_load(TABLES, &n, &err) != IMP_OK;
}

static int finish(void **state) {
  (void)state;
  names_free(n);
  return 0;
}

static void assert_str(struct str s, const char *expected) {
  assert_true(str_eq(s, str_of(expected)));
}

static void days_of_the_tables(void **state) {
  (void)state;
  assert_int_equal(names_first_day(n), day_of(2025, 1, 1));
  assert_int_equal(names_last_day(n), day_of(2026, 6, 8));
}

static void line_on_a_day(void **state) {
  (void)state;
  const struct names_line *line = names_line_on(n, 85076000, day_of(2025, 6, 30));
  assert_str(line->general, "3.4%");
  line = names_line_on(n, 85076000, day_of(2025, 7, 1));
  assert_str(line->general, "3.5%");
  assert_str(line->special, "Free A,AU");
  assert_str(line->column2, "40%");
  assert_str(line->units, "No,kg");
}

static void days_outside_read_as_the_nearest_edition(void **state) {
  (void)state;
  assert_str(names_line_on(n, 85076000, day_of(2018, 9, 24))->general, "3.4%");
  assert_str(names_line_on(n, 85076000, day_of(2199, 1, 1))->general, "3.5%");
  assert_null(names_line_on(n, 95061120, day_of(2018, 9, 24)));
  assert_non_null(names_line_on(n, 95061120, day_of(2026, 1, 30)));
}

static void line_that_lapsed(void **state) {
  (void)state;
  assert_non_null(names_line_on(n, 85171400, day_of(2025, 6, 30)));
  assert_null(names_line_on(n, 85171400, day_of(2025, 7, 1)));
  assert_null(names_line_on(n, 85171400, day_of(2026, 1, 29)));
  assert_non_null(names_line_on(n, 85171400, day_of(2026, 1, 30)));
  assert_null(names_line_on(n, 1, day_of(2026, 1, 30)));
  assert_null(names_line_on(n, 99999999, day_of(2026, 1, 30)));
}

static void numbers_of_a_line(void **state) {
  (void)state;
  struct names_number out[8];
  assert_int_equal(names_numbers(n, 85076000, NULL, 0), 4);
  assert_int_equal(names_numbers(n, 85076000, out, 8), 4);
  assert_int_equal(out[0].code, 8507600010);
  assert_int_equal(out[0].from, DAY_FIRST); /* put together over the row's split */
  assert_int_equal(out[0].until, DAY_NEVER);
  assert_int_equal(out[1].code, 8507600020);
  assert_int_equal(out[1].until, day_of(2026, 1, 30));
  assert_int_equal(out[3].code, 8507600090);
  assert_int_equal(out[3].from, day_of(2026, 1, 30));
  assert_int_equal(names_numbers(n, 85076000, out, 2), 2);
  assert_int_equal(names_numbers(n, 91011140, out, 8), 0);
  assert_int_equal(names_numbers(n, 12345678, out, 8), 0);
}

static void numbers_with_own_units(void **state) {
  (void)state;
  struct names_number out[8], number;
  assert_int_equal(names_numbers(n, 61103030, out, 8), 4); /* 20 stands twice: its units changed */
  assert_int_equal(out[2].code, out[3].code);
  assert_str(out[2].units, "No,kg");
  assert_str(out[3].units, "doz,kg");
  assert_true(names_number(n, 6110303020, &number));
  assert_int_equal(number.from, DAY_FIRST);
  assert_int_equal(number.until, DAY_NEVER);
  assert_str(number.units, "doz,kg");
  assert_true(names_number(n, 9503000013, &number));
  assert_str(number.units, "No");
}

static void number_that_lapsed(void **state) {
  (void)state;
  struct names_number number;
  assert_int_equal(names_numbers(n, 85171400, NULL, 0), 3);
  assert_true(names_number(n, 8517140020, &number));
  assert_int_equal(number.from, day_of(2026, 1, 30));
}

static void validity(void **state) {
  (void)state;
  assert_true(names_number_valid(n, 8507600020, day_of(2018, 1, 1)));
  assert_true(names_number_valid(n, 8507600020, day_of(2026, 1, 29)));
  assert_false(names_number_valid(n, 8507600020, day_of(2026, 1, 30)));
  assert_true(names_number_valid(n, 8507600030, day_of(2026, 1, 30)));
  assert_false(names_number_valid(n, 8507600030, day_of(2026, 1, 29)));
  assert_false(names_number_valid(n, 8507600011, day_of(2026, 1, 30)));
  assert_false(names_number_valid(n, UINT64_MAX, day_of(2026, 1, 30)));
  assert_true(names_number_valid(n, 9506112000, day_of(2026, 3, 1))); /* 00: undivided */
  struct names_number number;
  assert_false(names_number(n, 8507600011, &number));
  assert_false(names_number(n, UINT64_MAX, &number));
}

static void renumbered(void **state) {
  (void)state;
  uint32_t count;
  const struct names_renumber *r = names_successors(n, 8507600020, &count);
  assert_int_equal(count, 2);
  assert_int_equal(r[0].new_code, 8507600030);
  assert_int_equal(r[1].new_code, 8507600090);
  assert_int_equal(r[0].day, day_of(2026, 1, 30));
  assert_true(!r[0].partial && r[1].partial);
  r = names_successors(n, 409000042, &count);
  assert_int_equal(count, 1);
  assert_false(r->partial);
  assert_null(names_successors(n, 8507600030, &count));
  assert_int_equal(count, 0);
  uint64_t old[2];
  assert_int_equal(names_predecessors(n, 8507600090, old, 2), 1);
  assert_int_equal(old[0], 8507600020);
  assert_int_equal(names_predecessors(n, 8507600090, NULL, 0), 1);
  assert_int_equal(names_predecessors(n, 1, old, 2), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(days_of_the_tables),
      cmocka_unit_test(line_on_a_day),
      cmocka_unit_test(days_outside_read_as_the_nearest_edition),
      cmocka_unit_test(line_that_lapsed),
      cmocka_unit_test(numbers_of_a_line),
      cmocka_unit_test(numbers_with_own_units),
      cmocka_unit_test(number_that_lapsed),
      cmocka_unit_test(validity),
      cmocka_unit_test(renumbered),
  };
  return cmocka_run_group_tests_name("names: numbers", tests, begin, finish);
}
