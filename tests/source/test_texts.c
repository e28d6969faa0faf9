// SPDX-License-Identifier: Apache-2.0
// Official texts: markup, entities and blanks; rates, special columns and units into our spelling.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "names/names.h"
#include "source/source.h"

struct pair {
  const char *printed, *ours; /* ours NULL: refused */
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void test_clean(void **state) {
  (void)state;
  static const struct pair pairs[] = {
      {"  Wugs,\ttame \r\n or wild ", "Wugs, tame or wild"},
      {"m<sup style=\"font-size: 9.75px;\">3</sup>", "m3"},
      {"m\xc2\xb2 and m\xc2\xb3", "m2 and m3"},
      {"m&sup2;", "m2"},
      {"<i>Wugus</i> <u>vulgaris</u>", "Wugus vulgaris"},
      {"plums,<br>glazed<br/>", "plums, glazed"},
      {"one<newline>two</newline><nl>three", "one two three"},
      {"5&cent;/kg &amp; more", "5\xc2\xa2/kg & more"},
      {"&lt;5 kg and &gt;3 kg", "<5 kg and >3 kg"},
      {"<5 kg and >3 kg", "<5 kg and >3 kg"},
      {"caf&eacute; &#233; &#xE9;", "caf\xc3\xa9 \xc3\xa9 \xc3\xa9"},
      {"a&nbsp;b\xc2\xa0 c\xe2\x80\xaf\x64", "a b c d"},
      {"zero\xe2\x80\x8bwidth", "zerowidth"},
      {"&unheard; &; & &#; &#x110000;", "&unheard; &; & &#; &#x110000;"},
      {"<unclosed", "<unclosed"},
      {"", ""},
  };
  for (size_t i = 0; i < COUNT(pairs); i++) {
    struct buf b = {0};
    source_clean(str_of(pairs[i].printed), &b);
    assert_string_equal(b.p == NULL ? "" : b.p, pairs[i].ours);
    buf_free(&b);
  }
}

static void test_numbers(void **state) {
  (void)state;
  static const char *const wrong[] = {"",       "8507.6",      "8507.60.",       "8507.60.0",
                                      "850760", "8507.60.00.", "8507.60.00.000", "8507 60",
                                      "85O7"};
  uint64_t code;
  uint32_t digits;
  assert_true(source_number(STR("8507.60.00.10"), &code, &digits));
  assert_true(code == 8507600010u && digits == 10);
  assert_true(source_number(STR("0101"), &code, &digits));
  assert_true(code == 101 && digits == 4);
  for (size_t i = 0; i < COUNT(wrong); i++) {
    if (source_number(str_of(wrong[i]), &code, &digits)) fail_msg("%s", wrong[i]);
  }
  struct buf b = {0};
  source_print_code(101210010, 10, &b);
  assert_string_equal(b.p, "0101.21.00.10");
  buf_free(&b);
}

typedef bool spell(const struct source_readings *more, struct str printed, struct buf *out);

static void check(const struct pair *pairs, size_t count, spell *how) {
  for (size_t i = 0; i < count; i++) {
    struct buf b = {0};
    bool good = how(NULL, str_of(pairs[i].printed), &b);
    if (good != (pairs[i].ours != NULL) ||
        (good && strcmp(b.p == NULL ? "" : b.p, pairs[i].ours) != 0)) {
      fail_msg("%s: %s", pairs[i].printed, good && b.p != NULL ? b.p : "refused");
    }
    if (!good) assert_int_equal(b.n, 0);
    buf_free(&b);
  }
}

static void test_rates(void **state) {
  (void)state;
  static const struct pair pairs[] = {
      {"Free", "Free"},
      {"3.4%", "3.4%"},
      {"6.80%", "6.8%"},
      {"10%", "10%"},
      {"5.00%", "5%"},
      {"33 1/3%", "33 1/3%"},
      {"8% on the entire set", "8%"},
      {"1.9\xc2\xa2/kg", "1.9c/kg"},
      {".9\xc2\xa2/ kg", ".9c/kg"},
      {"5 \xc2\xa2/kg", "5c/kg"},
      {"1.9\xc2\xa2/kg + 2%", "1.9c/kg + 2%"},
      {"1.9\xc2\xa2/kg+2%", "1.9c/kg + 2%"},
      {"$1.05/doz. + 5\xc2\xa2/kg + 3%", "$1.05/doz + 5c/kg + 3%"},
      {"68\xc2\xa2 each", "68c/No"},
      {"$3/head", "$3/No"},
      {"21\xc2\xa2/pf. liter on ethyl alcohol content", "21c/pf.liters"},
      {"2\xc2\xa2/kg on drained weight", "2c/kg-drained"},
      {"1.1\xc2\xa2/kg on lead content", "1.1c/Pb-kg"},
      {"37% /", "37%"},
      {"See 9822.05.20", "?see:9822.05.20"},
      {"See 9822.05.20, 9822.05.25-9822.05.30", "?see:9822.05.20,9822.05.25-9822.05.30"},
      {"See 99.19.04.14", "?see:9919.04.14"},
      {"See additional U.S. note 3", "?additional-note"},
      {"Free, under bond", "?bond"},
      {"50\xc2\xa2 each + 6% on the case", "?component"},
      {"3\xc2\xa2/kg less 0.02\xc2\xa2/kg for each degree under 100 degrees", "?sugar-degree"},
      {"The rate applicable to each garment in the ensemble if separately entered",
       "?each-garment"},
      {"", NULL},
      {"free", NULL},
      {"Free + 2%", NULL},
      {"2% + Free", NULL},
      {"2% +", NULL},
      {"2", NULL},
      {"2 %", NULL},
      {"33 1/0%", NULL},
      {"5/kg", NULL},
      {"$5\xc2\xa2/kg", NULL},
      {"5\xc2\xa2/bushel", NULL},
      {"5\xc2\xa2/", NULL},
      {"5\xc2\xa2", NULL},
      {"See note 3", NULL},
      {"See 9822.05.20 or else", NULL},
      {"The duty provided in the applicable subheading + 25%", NULL},
  };
  check(pairs, COUNT(pairs), source_rate);
}

static void test_special(void **state) {
  (void)state;
  static const struct pair pairs[] = {
      {"", ""},
      {"Free (A+,AU,KR)", "Free A+,AU,KR"},
      {"Free (KR, AU,A*)", "Free A*,AU,KR"},
      {"Free (A.AU KR)", "Free A,AU,KR"},
      {"Free (A,A)", "Free A"},
      {"Free (A, AU) 2% (KR)", "Free A,AU;2% KR"},
      {"Free (A)2%(KR)", "Free A;2% KR"},
      {"Free ((A,AU)", "Free A,AU"},
      {"Free (A (A,AU)", "Free A,AU"},
      {"See 9822.05.20 (JO)", "?see:9822.05.20 JO"},
      {"$1.05/kg + 2% (KR)", "$1.05/kg + 2% KR"},
      {"Free", NULL},
      {"Free (", NULL},
      {"Free ()", NULL},
      {"Free (A", NULL},
      {"Free A)", NULL},
      {"(A)", NULL},
      {"Free (A) and", NULL},
      {"Free (a)", NULL},
      {"Free (ABC)", NULL},
      {"Free (A) 2% (AU,A)", NULL},
      {"a wink (KR)", NULL},
  };
  check(pairs, COUNT(pairs), source_special);
}

static void test_units(void **state) {
  (void)state;
  static const struct pair pairs[] = {
      {"", "X"},
      {"No.\n", "No"},
      {"doz.\nkg\n", "doz,kg"},
      {"No. and kg\n", "No,kg"},
      {"Cu kg\nW\n", "Cu-kg,W"},
      {"doz. prs.\n", "doz-prs"},
      {"thousand m3\n", "thousand-m3"},
      {"kg ttl sug\n", "kg-ttl-sug"},
      {"barrels of fog\n", NULL},
      {"kg\nKG\n", NULL},
      {"Zz kg\n", NULL},
      {"Cu lb\n", NULL},
      {"kg and\n", NULL},
  };
  check(pairs, COUNT(pairs), source_units);
}

/* What an import writes, the names room reads. */
static void test_units_are_those_of_the_tables(void **state) {
  (void)state;
  static const char *const printed[] = {
      "kg",         "t",           "g",        "No.",       "pcs",       "prs.",       "doz.",
      "doz. prs.",  "Dz Pcs",      "gross",    "W",         "m",         "hundreds",   "m2",
      "m3",         "cm2",         "GBq",      "thousands", "MWh",       "thousand m", "bbl",
      "pack",       "thousand m3", "Fiber m",  "liters",    "pf.liters", "carat",      "square",
      "doses",      "Jwls.",       "gr.lines", "cy kg",     "kg cmsc",   "kg msc",     "kg amc",
      "kg ttl sug", "t adw",       "t dwb",    "Cr2O3 t",   "NaOH g"};
  for (size_t i = 0; i < COUNT(printed); i++) {
    struct buf b = {0};
    struct str canonical;
    assert_true(source_units(NULL, str_of(printed[i]), &b));
    if (!names_unit(buf_str(&b), &canonical) || !str_eq(canonical, buf_str(&b)))
      fail_msg("%s", b.p);
    buf_free(&b);
  }
}

static void test_said_by_hand(void **state) {
  (void)state;
  struct source_reading items[] = {
      {STR("a song"), STR("?parent-article"), false},
      {STR("barrels of fog"), STR("bbl"), true},
  };
  struct source_readings more = {items, 2, 2};
  struct buf b = {0};
  assert_true(source_rate(&more, STR("a song"), &b));
  assert_true(source_special(&more, STR("a song (KR)"), &b));
  assert_true(source_units(&more, STR("barrels of fog\nkg\n"), &b));
  assert_string_equal(b.p, "?parent-article?parent-article KRbbl,kg");
  assert_false(source_rate(&more, STR("barrels of fog"), &b));
  buf_free(&b);
}

static void test_rates_of_ours(void **state) {
  (void)state;
  static const char *const good[] = {"Free",      "3.4%",          "33 1/3%",
                                     "1.9c/kg",   "$1.05/kg + 2%", "?see:9822.05.20,9822.05.25",
                                     "?component"};
  static const char *const bad[] = {"",   "free", "?",    "?Component", "a song", "5",
                                    "5c", "5/kg", "2% +", "$/kg",       "5c/k g"};
  for (size_t i = 0; i < COUNT(good); i++) {
    if (!source_rate_reads(str_of(good[i]))) fail_msg("%s", good[i]);
  }
  for (size_t i = 0; i < COUNT(bad); i++) {
    if (source_rate_reads(str_of(bad[i]))) fail_msg("%s", bad[i]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_clean),        cmocka_unit_test(test_numbers),
      cmocka_unit_test(test_rates),        cmocka_unit_test(test_special),
      cmocka_unit_test(test_units),        cmocka_unit_test(test_units_are_those_of_the_tables),
      cmocka_unit_test(test_said_by_hand), cmocka_unit_test(test_rates_of_ours),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
