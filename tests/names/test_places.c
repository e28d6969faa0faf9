// SPDX-License-Identifier: Apache-2.0
// Places in every spelling, and what a wrong one may have meant.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "names/names.h"

#define TABLES      IMPOST_ROOT "/tests/names/tables"
#define PLACE(a, b) ((uint16_t)(((unsigned)(a) << 8) | (unsigned)(b)))

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

static uint16_t place(const char *s) {
  return names_place_find(n, str_of(s));
}

static void spellings(void **state) {
  (void)state;
  static const char *const china[] = {"CN",
                                      "cn",
                                      " CN ",
                                      "CHN",
                                      "chn",
                                      "5700",
                                      "China",
                                      "CHINA",
                                      "prc",
                                      "Mainland  China",
                                      "People's Republic of China",
                                      "P.R.C."};
  for (size_t i = 0; i < sizeof china / sizeof china[0]; i++) {
    assert_int_equal(place(china[i]), PLACE('C', 'N'));
  }
  assert_int_equal(place("korea, south"), PLACE('K', 'R'));
  assert_int_equal(place("Viet-Nam"), PLACE('V', 'N'));
  assert_int_equal(place("C\xc3\xb4te d'Ivoire"), PLACE('C', 'I'));
  assert_int_equal(place("5083"), PLACE('P', 'S'));
  assert_int_equal(place("5082"), PLACE('P', 'S'));
}

static void norway_is_no(void **state) {
  (void)state;
  assert_int_equal(place("NO"), PLACE('N', 'O'));
  assert_int_equal(place("no"), PLACE('N', 'O'));
  assert_int_equal(place("Norway"), PLACE('N', 'O'));
  assert_int_equal(place("nor"), PLACE('N', 'O'));
}

static void no_place(void **state) {
  (void)state;
  static const char *const none[] = {"", " ", "ZZ", "C", "XQZ", "99", "-", "Atlantis", "570"};
  for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
    assert_int_equal(place(none[i]), 0);
  }
}

static void rows(void **state) {
  (void)state;
  const struct names_place *p = names_place(n, PLACE('H', 'K'));
  assert_true(str_eq(p->name, STR("Hong Kong")));
  assert_true(str_eq(p->iso3, STR("HKG")));
  assert_true(str_eq(p->census, STR("5820")));
  assert_null(names_place(n, PLACE('Z', 'Z')));
  assert_null(names_place(n, 0));
  assert_null(names_place(n, PLACE('h', 'k')));
  assert_int_equal(names_place_count(n), 13);
  assert_int_equal(names_place_at(n, 0)->iso2, PLACE('C', 'I'));
  assert_null(names_place_at(n, 13));
}

static uint16_t first(const char *s) {
  uint16_t out[3];
  return names_place_suggest(n, str_of(s), out, 3) > 0 ? out[0] : 0;
}

static void suggestions(void **state) {
  (void)state;
  assert_int_equal(first("Chnia"), PLACE('C', 'N'));
  assert_int_equal(first("Germny"), PLACE('D', 'E'));
  assert_int_equal(first("untied states"), PLACE('U', 'S'));
  assert_int_equal(first("Vietnm"), PLACE('V', 'N'));
  assert_int_equal(first("south kora"), PLACE('K', 'R'));
  assert_int_equal(first("NC"), PLACE('C', 'N'));
  assert_int_equal(first("MXE"), PLACE('M', 'X'));
  assert_int_equal(first("unit"), PLACE('G', 'B')); /* begins with it: two places, in order */
  assert_int_equal(first("Atlantis"), 0);
  assert_int_equal(first(""), 0);
  uint16_t out[1];
  assert_int_equal(names_place_suggest(n, STR("korea"), out, 0), 0);
  assert_int_equal(names_place_suggest(n, STR("korea"), out, 1), 1);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(spellings), cmocka_unit_test(norway_is_no), cmocka_unit_test(no_place),
      cmocka_unit_test(rows),      cmocka_unit_test(suggestions),
  };
  return cmocka_run_group_tests_name("names: places", tests, begin, finish);
}
