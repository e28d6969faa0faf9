// SPDX-License-Identifier: Apache-2.0
// Exact numbers: rationals against plain 64-bit arithmetic, rounding against integer arithmetic for
// every rate and value that matters, and the edges of 128 bits.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/num.h"

static const i128 MOST = ((i128)INT64_MAX << 64) | (i128)UINT64_MAX; /* 2^127 - 1 */

static struct rat make(int64_t num, int64_t den) {
  struct rat r;
  assert_true(rat_make(num, den, &r));
  return r;
}

static bool same(struct rat a, int64_t num, int64_t den) {
  struct rat b = make(num, den);
  return a.num == b.num && a.den == b.den;
}

static bool lowest(struct rat a) {
  i128 x = a.num < 0 ? -a.num : a.num, y = a.den;
  while (y != 0) {
    i128 rest = x % y;
    x = y;
    y = rest;
  }
  return a.den > 0 && x == 1;
}

// All pairs of small fractions: the four operations and the order, against integers.
static void test_small_fractions(void **state) {
  (void)state;
  for (int64_t a = -12; a <= 12; a++) {
    for (int64_t b = 1; b <= 12; b++) {
      for (int64_t c = -12; c <= 12; c++) {
        for (int64_t d = 1; d <= 12; d++) {
          struct rat x = make(a, b), y = make(c, d), r;
          assert_true(rat_add(x, y, &r) && same(r, a * d + c * b, b * d) && lowest(r));
          assert_true(rat_sub(x, y, &r) && same(r, a * d - c * b, b * d) && lowest(r));
          assert_true(rat_mul(x, y, &r) && same(r, a * c, b * d) && lowest(r));
          assert_int_equal(rat_div(x, y, &r), c != 0);
          assert_true(c == 0 || (same(r, a * d, b * c) && lowest(r)));
          int64_t order = a * d - c * b;
          assert_int_equal(rat_cmp(x, y), order < 0 ? -1 : order > 0);
        }
      }
    }
  }
}

static void test_make(void **state) {
  (void)state;
  struct rat r;
  assert_true(same(make(6, -4), -3, 2));
  assert_true(same(make(0, -9), 0, 1));
  assert_false(rat_make(1, 0, &r));
  assert_true(rat_is_zero(make(0, 7)));
  assert_true(rat_is_zero(RAT_ZERO));
  assert_false(rat_is_zero(rat_int(-1)));
}

static void test_edges(void **state) {
  (void)state;
  struct rat big = {MOST, 1}, tiny = {1, MOST}, half = {1, 2}, r;
  assert_false(rat_add(big, rat_int(1), &r));
  assert_true(rat_sub(big, rat_int(1), &r));
  assert_false(rat_mul(big, rat_int(2), &r));
  assert_true(rat_mul(big, tiny, &r) && same(r, 1, 1));
  assert_true(rat_div(big, big, &r) && same(r, 1, 1));
  assert_false(rat_mul(tiny, half, &r));
  assert_false(rat_add(tiny, half, &r));
  assert_true(rat_sub(rat_int(0), big, &r) && r.num == -MOST);
  assert_false(rat_make(-MOST - 1, 1, &r));
  assert_true(rat_make(-MOST - 1, 2, &r));
}

// Neighbours whose cross products do not fit 128 bits.
static void test_order_at_the_edge(void **state) {
  (void)state;
  struct rat a = {MOST - 1, MOST}, b = {MOST - 2, MOST - 1};
  assert_int_equal(rat_cmp(a, b), 1);
  assert_int_equal(rat_cmp(b, a), -1);
  assert_int_equal(rat_cmp(a, a), 0);
  struct rat c = {-a.num, a.den}, d = {-b.num, b.den};
  assert_int_equal(rat_cmp(c, d), -1);
  assert_int_equal(rat_cmp(d, c), 1);
  assert_int_equal(rat_cmp(c, a), -1);
}

// Ad valorem, every tenth of a per cent up to 200% on every value to 2,000: the cents against
// integers. value * r / 1000 dollars is value * r / 10 cents, and half a cent is 5 tenths.
static void test_cents_of_rates(void **state) {
  (void)state;
  for (int64_t tenths = 0; tenths <= 2000; tenths++) {
    struct rat rate = make(tenths, 1000), duty;
    for (int64_t value = 0; value <= 2000; value += 1 + tenths % 3) {
      int64_t cents;
      assert_true(rat_mul(rate, rat_int(value), &duty));
      assert_true(rat_to_cents_half_up(duty, &cents));
      assert_int_equal(cents, (value * tenths + 5) / 10);
    }
  }
}

// Fractions of every small denominator around zero, both signs, cents and dollars.
static void test_rounding_of_fractions(void **state) {
  (void)state;
  for (int64_t den = 1; den <= 800; den++) {
    for (int64_t num = -1200; num <= 1200; num += 7) {
      int64_t size = num < 0 ? -num : num, cents, whole;
      int64_t want_cents = (2 * size * 100 + den) / (2 * den);
      int64_t want_whole = (2 * size + den) / (2 * den);
      assert_true(rat_to_cents_half_up(make(num, den), &cents));
      assert_true(rat_to_dollars_half_up(make(num, den), &whole));
      assert_int_equal(cents, num < 0 ? -want_cents : want_cents);
      assert_int_equal(whole, num < 0 ? -want_whole : want_whole);
    }
  }
}

static void test_rounding_edges(void **state) {
  (void)state;
  int64_t n;
  struct rat almost = {MOST / 2, MOST}; /* just below one half */
  assert_true(rat_to_dollars_half_up(almost, &n) && n == 0);
  assert_true(rat_to_cents_half_up(almost, &n) && n == 50);
  struct rat most = {MOST - 1, MOST};
  assert_true(rat_to_cents_half_up(most, &n) && n == 100);
  assert_true(rat_to_dollars_half_up(rat_int(INT64_MAX), &n) && n == INT64_MAX);
  assert_false(rat_to_cents_half_up(rat_int(INT64_MAX), &n));
  assert_false(rat_to_cents_half_up(make(INT64_MAX, 100 - 1), &n));
  assert_true(rat_to_cents_half_up(make(INT64_MAX, 100), &n) && n == INT64_MAX);
}

static void test_parse(void **state) {
  (void)state;
  static const struct {
    const char *text;
    int64_t num, den;
  } good[] = {{"0", 0, 1},
              {"10000", 10000, 1},
              {"1,234.50", 2469, 2},
              {"0.3464", 433, 1250},
              {".5", 1, 2},
              {"007", 7, 1},
              {"12,345,678", 12345678, 1},
              {"1.000", 1, 1},
              {"999,999.99", 99999999, 100}};
  struct rat r;
  for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
    assert_true(rat_parse(str_of(good[i].text), &r));
    assert_true(same(r, good[i].num, good[i].den));
    assert_true(rat_parse_mixed(str_of(good[i].text), &r));
    assert_true(same(r, good[i].num, good[i].den));
  }
  static const char *const bad[] = {"",         ".",      "5.",
                                    "-1",       "+1",     "1e3",
                                    "1,23",     "1,2345", ",123",
                                    "1234,567", "1.2.3",  "1 2",
                                    "$5",       "12,",    "1.5,000",
                                    "0x10",     "1_000",  "12345678901234567890123456789012345678"};
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    assert_false(rat_parse(str_of(bad[i]), &r));
  }
}

static void test_parse_mixed(void **state) {
  (void)state;
  struct rat r;
  assert_true(rat_parse_mixed(STR("33 1/3"), &r) && same(r, 100, 3));
  assert_true(rat_parse_mixed(STR("1/3"), &r) && same(r, 1, 3));
  assert_true(rat_parse_mixed(STR("1,000 1/2"), &r) && same(r, 2001, 2));
  assert_false(rat_parse_mixed(STR("1/0"), &r));
  assert_false(rat_parse_mixed(STR("1/"), &r));
  assert_false(rat_parse_mixed(STR("/3"), &r));
  assert_false(rat_parse_mixed(STR("1.5 1/3"), &r));
  assert_false(rat_parse_mixed(STR("33 1/3 %"), &r));
  assert_false(rat_parse_mixed(STR("33 1 1/3"), &r));
}

// What is printed reads back as the same number, and nothing shorter would.
static void test_print_round_trip(void **state) {
  (void)state;
  struct buf text = {0};
  for (int64_t den = 1; den <= 400; den++) {
    for (int64_t num = 0; num <= 900; num += 11) {
      struct rat a = make(num, den), back;
      buf_clear(&text);
      rat_print(a, &text);
      assert_true(rat_parse_mixed(buf_str(&text), &back));
      assert_true(back.num == a.num && back.den == a.den);
      bool point = str_find(buf_str(&text), '.') >= 0;
      assert_true(!point || text.p[text.n - 1] != '0');
    }
  }
  buf_clear(&text);
  rat_print(make(-999975, 1000), &text);
  buf_putc(&text, ' ');
  rat_print(make(-1, 3), &text);
  buf_putc(&text, ' ');
  rat_print((struct rat){MOST, 1}, &text);
  assert_string_equal(text.p, "-999.975 -1/3 170141183460469231731687303715884105727");
  buf_free(&text);
}

static void test_money(void **state) {
  (void)state;
  struct buf text = {0};
  static const struct {
    int64_t cents;
    const char *grouped, *plain;
  } rows[] = {{0, "0.00", "0.00"},
              {5, "0.05", "0.05"},
              {-5, "-0.05", "-0.05"},
              {99999, "999.99", "999.99"},
              {626000, "6,260.00", "6260.00"},
              {123456789, "1,234,567.89", "1234567.89"},
              {-100000, "-1,000.00", "-1000.00"},
              {INT64_MIN, "-92,233,720,368,547,758.08", "-92233720368547758.08"}};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    buf_clear(&text);
    money_print(rows[i].cents, true, &text);
    assert_string_equal(text.p, rows[i].grouped);
    buf_clear(&text);
    money_print(rows[i].cents, false, &text);
    assert_string_equal(text.p, rows[i].plain);
  }
  buf_free(&text);
}

static void test_told(void **state) {
  (void)state;
  struct buf text = {0};
  static const struct {
    const char *number, *unit, *told;
  } rows[] = {{"500000000000", "$", "$500 billion"},
              {"16300000", "tons", "16.3 million tons"},
              {"1250000000000", "$", "$1.25 trillion"},
              {"7500000", NULL, "7.5 million"},
              {"12345678", "tons", "12,345,678 tons"},
              {"61000", "tons", "61,000 tons"},
              {"999999", NULL, "999,999"},
              {"200", NULL, "200"},
              {"0", NULL, "0"},
              {"P1Y", NULL, "1 year"},
              {"P90D", NULL, "90 days"},
              {"25%", "$", "25%"},
              {"12345000000000000", NULL, "12,345 trillion"},
              {"PD", NULL, "PD"},
              {"", NULL, ""}};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    buf_clear(&text);
    number_tell(rows[i].number, rows[i].unit, &text);
    assert_string_equal(text.p, rows[i].told);
  }
  buf_free(&text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_small_fractions), cmocka_unit_test(test_make),
      cmocka_unit_test(test_edges),           cmocka_unit_test(test_order_at_the_edge),
      cmocka_unit_test(test_cents_of_rates),  cmocka_unit_test(test_rounding_of_fractions),
      cmocka_unit_test(test_rounding_edges),  cmocka_unit_test(test_parse),
      cmocka_unit_test(test_parse_mixed),     cmocka_unit_test(test_print_round_trip),
      cmocka_unit_test(test_money),           cmocka_unit_test(test_told),
  };
  return cmocka_run_group_tests_name("num", tests, NULL, NULL);
}
