// SPDX-License-Identifier: Apache-2.0
// The shipped tables: they load, pass every check with the law room's reader of rates, and hold what the
// known traps of the schedule need.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "law/law.h"
#include "names/names.h"

#define LAW         IMPOST_ROOT "/law"
#define PLACE(a, b) ((uint16_t)(((unsigned)(a) << 8) | (unsigned)(b)))

static struct names *n;

static int begin(void **state) {
  (void)state;
  struct imp_error err = {0};
  enum imp_status st = names_load(LAW, &n, &err);
  if (st != IMP_OK) print_error("%s\n", err.message);
  return st != IMP_OK;
}

static int finish(void **state) {
  (void)state;
  names_free(n);
  return 0;
}

static bool reads(void *user, struct str rate) {
  struct law_expr expr;
  struct arena *a = user;
  bool good = law_expr_parse(a, rate, &expr);
  arena_free(a);
  return good;
}

static void no_findings(void **state) {
  (void)state;
  struct diag_list diags = {0};
  struct arena a = {0};
  struct buf shown = {0};
  assert_int_equal(names_check(n, reads, &a, &diags), IMP_OK);
  diag_print(&diags, &shown);
  if (diags.count > 0) fail_msg("%.900s", shown.p);
  buf_free(&shown);
  diag_free(&diags);
}

/* Most lines have one number only, ending in 00; the rest are divided. */
static void undivided_lines(void **state) {
  (void)state;
  struct names_number numbers[128];
  uint32_t undivided = 0, divided = 0;
  for (uint32_t code = 84000000; code < 86000000; code++) { /* machines */
    uint32_t count = names_numbers(n, code, numbers, 128);
    if (count == 1 && numbers[0].code % 100 == 0)
      undivided++;
    else if (count > 0)
      divided++;
    assert_true(count < 128);
  }
  assert_true(undivided > 500);
  assert_true(divided > 300);
}

static void batteries(void **state) {
  (void)state;
  uint32_t count;
  assert_true(names_number_valid(n, 8507600020, day_of(2026, 1, 29)));
  assert_false(names_number_valid(n, 8507600020, day_of(2026, 1, 30)));
  const struct names_renumber *r = names_successors(n, 8507600020, &count);
  assert_int_equal(count, 2);
  assert_int_equal(r[0].new_code, 8507600030);
  assert_int_equal(r[1].new_code, 8507600090);
  assert_true(names_number_valid(n, 8507600030, r[0].day));
}

static void rates_as_read(void **state) {
  (void)state;
  imp_day on = day_of(2025, 11, 12);
  assert_true(str_eq(names_line_on(n, 42029231, on)->general, STR("17.6%")));
  assert_true(str_eq(names_line_on(n, 4090000, on)->general, STR("1.9c/kg")));
  assert_true(str_eq(names_line_on(n, 95030000, on)->general, STR("Free")));
  assert_true(str_eq(names_line_on(n, 95030000, on)->column2, STR("70%")));
}

static void all_places(void **state) {
  (void)state;
  assert_true(names_place_count(n) > 200);
  for (uint32_t i = 0; i < names_place_count(n); i++) {
    const struct names_place *p = names_place_at(n, i);
    assert_int_equal(names_place_find(n, p->iso2_text), p->iso2);
    assert_int_equal(names_place_find(n, p->name), p->iso2);
    if (p->iso3.n > 0) assert_int_equal(names_place_find(n, p->iso3), p->iso2);
    assert_ptr_equal(names_place(n, p->iso2), p);
  }
  assert_int_equal(names_place_find(n, STR("NO")), PLACE('N', 'O'));
  assert_int_equal(names_place_find(n, STR("South Korea")), PLACE('K', 'R'));
  assert_int_equal(names_place_find(n, STR("5700")), PLACE('C', 'N'));
  assert_int_equal(names_place_find(n, STR("Hong Kong")), PLACE('H', 'K'));
}

/* 9401.99.90.81 went to .70 in July 2025, which ended in January 2026: what names .81 still means those goods. */
static void chains(void **state) {
  (void)state;
  uint64_t codes[NAMES_ANCESTORS_MAX];
  assert_int_equal(names_ancestors(n, 9401999085, codes, NAMES_ANCESTORS_MAX), 2);
  assert_int_equal(codes[0], 9401999070);
  assert_int_equal(codes[1], 9401999081);
  assert_int_equal(names_ancestors(n, 9401999070, codes, NAMES_ANCESTORS_MAX), 1);
  assert_int_equal(codes[0], 9401999081);
  assert_int_equal(names_ancestors(n, 9401999085, NULL, 0), 2);
  assert_int_equal(names_ancestors(n, 9401999085, codes, 1), 2);
  assert_int_equal(names_ancestors(n, 1, codes, 1), 0);
  assert_int_equal(names_heirs(n, 9401999081, day_of(2025, 8, 1), codes, NAMES_ANCESTORS_MAX), 2);
  assert_int_equal(codes[0], 9401999030);
  assert_int_equal(codes[1], 9401999070);
  assert_int_equal(names_heirs(n, 9401999081, day_of(2026, 3, 1), codes, NAMES_ANCESTORS_MAX), 3);
  assert_int_equal(codes[0], 9401999030);
  assert_int_equal(codes[1], 9401999040);
  assert_int_equal(codes[2], 9401999085);
  assert_int_equal(names_heirs(n, 9401999081, day_of(2025, 6, 1), codes, NAMES_ANCESTORS_MAX), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(no_findings), cmocka_unit_test(undivided_lines),
      cmocka_unit_test(batteries),   cmocka_unit_test(rates_as_read),
      cmocka_unit_test(all_places),  cmocka_unit_test(chains),
  };
  return cmocka_run_group_tests_name("names: shipped tables", tests, begin, finish);
}
