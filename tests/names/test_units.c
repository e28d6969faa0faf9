// SPDX-License-Identifier: Apache-2.0
// Units: one spelling, exact factors, no conversion between kinds.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "names/names.h"

static void spelled(const char *given, const char *canonical) {
  struct str out = {0};
  assert_true(names_unit(str_of(given), &out));
  assert_true(str_eq(out, str_of(canonical)));
}

static void spellings(void **state) {
  (void)state;
  spelled("kg", "kg");
  spelled("KG", "kg");
  spelled(" Kilograms ", "kg");
  spelled("No.", "No");
  spelled("each", "No");
  spelled("doz.", "doz");
  spelled("m\xc2\xb2", "m2");
  spelled("Liter", "liters");
  spelled("PFL", "pf.liters");
  spelled("cu-kg", "Cu-kg");
  spelled("X", "X");
  struct str out;
  static const char *const unknown[] = {"", "ton", "gr", "mil", "furlong", "kg-", "-kg", "Xx-kg"};
  for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++) {
    assert_false(names_unit(str_of(unknown[i]), &out));
  }
}

static void factor(const char *from, const char *to, int64_t num, int64_t den) {
  int64_t n = 0, d = 0;
  assert_true(names_unit_convert(str_of(from), str_of(to), &n, &d));
  assert_int_equal(n, num);
  assert_int_equal(d, den);
}

static void factors(void **state) {
  (void)state;
  factor("t", "kg", 1000, 1);
  factor("g", "kg", 1, 1000);
  factor("kg", "kg", 1, 1);
  factor("lb", "kg", 45359237, 100000000);
  factor("short-ton", "t", 45359237, 50000000); /* 0.90718474 */
  factor("long-ton", "lb", 2240, 1);
  factor("lb", "oz", 16, 1);
  factor("carat", "g", 1, 5);
  factor("doz", "No", 12, 1);
  factor("gross", "No", 144, 1);
  factor("No", "doz", 1, 12);
  factor("thousand", "hundred", 10, 1);
  factor("pcs", "No", 1, 1);
  factor("doz-prs", "prs", 12, 1);
  factor("m3", "liters", 1000, 1);
  factor("gal", "liters", 473176473, 125000000); /* 3.785411784 */
  factor("bbl", "gal", 42, 1);
  factor("ft", "m", 381, 1250); /* 0.3048 */
  factor("yd2", "ft2", 9, 1);
  factor("square", "ft2", 100, 1);
  factor("Au-kg", "Au-g", 1000, 1);
}

static void kinds_do_not_mix(void **state) {
  (void)state;
  int64_t n, d;
  static const char *const pairs[][2] = {{"kg", "No"},         {"kg", "Cu-kg"},
                                         {"Cu-kg", "Pb-kg"},   {"prs", "No"},
                                         {"liters", "kg"},     {"m", "m2"},
                                         {"kg-drained", "kg"}, {"pf.liters", "liters"},
                                         {"doses", "No"},      {"X", "No"},
                                         {"kg", "stone"},      {"stone", "kg"},
                                         {"fiber-m", "m"}};
  for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
    assert_false(names_unit_convert(str_of(pairs[i][0]), str_of(pairs[i][1]), &n, &d));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(spellings),
      cmocka_unit_test(factors),
      cmocka_unit_test(kinds_do_not_mix),
  };
  return cmocka_run_group_tests_name("names: units", tests, NULL, NULL);
}
