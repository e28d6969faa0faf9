// SPDX-License-Identifier: Apache-2.0
// Reading a base year: a good one, and each bad cell by its name.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/number.h"
#include "model/world.h"

#define HEAD                                                                                       \
  "impost-model 1\ntitle T\nyear 2020\nunit million USD\nregion A\nregion B\nsector X\nsector Y\n" \
  "elasticity one 4 5\n"
#define FLOWS_X  "flows X\nA 90 10\nB 12 80\n"
#define FLOWS_Y  "flows Y\nA 50 6\nB 5 40\n"
#define INPUTS_A "inputs A\nX .2 .1\nY .1 .1\n"
#define INPUTS_B "inputs B\nX .1 0\nY 0 .1\n"

static void read_bad(const char *text, const char *id, const char *words) {
  struct economy *e = NULL;
  struct imp_error err = {0};
  enum imp_status status = economy_read(str_of(text), "bad", &e, &err);
  if (status != IMP_FINDINGS || e != NULL) fail_msg("was read: %s", words);
  assert_string_equal(err.id, id);
  if (strstr(err.message, words) == NULL)
    fail_msg("\"%s\" does not say \"%s\"", err.message, words);
}

static void a_good_one_is_read(void **state) {
  (void)state;
  struct economy *e = NULL;
  struct imp_error err = {0};
  static const char text[] =
      HEAD "group both X,Y\n" FLOWS_X "tariffs X\nA 0 .1\nB 0*2\n" FLOWS_Y INPUTS_A INPUTS_B;
  must(economy_read(str_of(text), "good", &e, &err), &err);
  assert_int_equal(e->regions, 2);
  near(e->share[at_flow(e, 0, 0, 1)], 11.0 / 101, 1e-15, "share");
  near(e->made[at_cell(e, 1, 0)], 90, 1e-15, "sales");
  near(e->revenue[0], 1, 1e-15, "duty");
  near(e->deficit[0], 10 + 6 - 12 - 5, 1e-15, "deficit");
  near(e->added[at_cell(e, 0, 0)], 0.7, 1e-15, "value added");
  double final = 0;
  for (uint32_t j = 0; j < 2; j++) final += e->final[at_cell(e, 0, j)];
  near(final, 1, 1e-15, "final");
  economy_free(e);
}

static void bad_cells_are_named(void **state) {
  (void)state;
  read_bad(HEAD "flows X\nA 90 -10\nB 12 80\n" FLOWS_Y INPUTS_A INPUTS_B, "model.data.flow",
           "X, from B into A is -10");
  read_bad(HEAD FLOWS_X "tariffs X\nA 0 -.1\nB 0 0\n" FLOWS_Y INPUTS_A INPUTS_B,
           "model.data.tariff", "X, from B into A is -0.1");
  read_bad(HEAD FLOWS_X "tariffs X\nA .2 0\nB 0 0\n" FLOWS_Y INPUTS_A INPUTS_B, "model.data.tariff",
           "at home");
  read_bad(HEAD FLOWS_X FLOWS_Y "inputs A\nX .9 .1\nY .2 .1\n" INPUTS_B, "model.data.shares",
           "the sum for X in A is 1.1");
  read_bad(HEAD FLOWS_X FLOWS_Y "inputs A\nX .9 -.1\nY 0 .1\n" INPUTS_B, "model.data.input",
           "A, X into Y is -0.1");
  read_bad(HEAD "flows X\nA 0 0\nB 12 80\n" FLOWS_Y INPUTS_A INPUTS_B, "model.data.empty",
           "spending of A on X is 0");
  read_bad(HEAD "flows X\nA 0 10\nB 0 80\nflows Y\nA 0 6\nB 0 40\n" INPUTS_A INPUTS_B,
           "model.data.empty", "A is 0");
  read_bad(HEAD FLOWS_X FLOWS_Y "inputs A\nX 0 .9\nY .9 0\n" INPUTS_B, "model.data.final",
           "what is left of Y in A");
  read_bad(HEAD FLOWS_X FLOWS_Y INPUTS_A INPUTS_B "final A .5 .4\nfinal B .5 .5\n",
           "model.data.shares", "the sum for A is 0.9");
  read_bad(HEAD FLOWS_X FLOWS_Y INPUTS_A INPUTS_B "final A 1.5 -.5\nfinal B .5 .5\n",
           "model.data.final", "A, Y is -0.5");
}

static void bad_text_is_told_by_line(void **state) {
  (void)state;
  const char *const id = "model.data.text";
  read_bad("", id, "impost-model 1");
  read_bad("impost-model 2\n", id, "bad:1");
  read_bad(HEAD "hello\n", id, "bad:10: no such word: hello");
  read_bad("impost-model 1\nregion A\nregion a\n", id, "bad:3: a code that is there already: a");
  read_bad(HEAD FLOWS_X FLOWS_X, id, "said twice");
  read_bad(HEAD "flows Z\n", id, "no such sector: Z");
  read_bad(HEAD "flows X\nA 1 2\nA 1 2\n", id, "there already: A");
  read_bad(HEAD "flows X\nA 1 2 3\n", id, "more numbers");
  read_bad(HEAD "flows X\nA 1*3\n", id, "more numbers");
  read_bad(HEAD "flows X\nA 1\n", id, "fewer numbers");
  read_bad(HEAD "flows X\nA 1 two\n", id, "not a number: two");
  read_bad(HEAD "flows X\nA 1 2\n", id, "the text ends");
  read_bad(HEAD FLOWS_X INPUTS_A INPUTS_B, id, "no flows of sector: Y");
  read_bad(HEAD FLOWS_X FLOWS_Y INPUTS_A, id, "no inputs of region: B");
  read_bad(HEAD FLOWS_X FLOWS_Y INPUTS_A INPUTS_B "final A .5 .5\n", id,
           "no final spending of region: B");
  read_bad(HEAD FLOWS_X "region C\n", id, "after the first block");
  read_bad(HEAD "group g Q\n", id, "no such code: Q");
  read_bad("impost-model 1\ntitle T\nyear 1\nunit u\nregion A\nsector X\nflows X\nA 1\n", id,
           "two regions");
  read_bad(HEAD "elasticity one 1 1\n", id, "said twice");
  read_bad(HEAD "elasticity two 1 0\n" FLOWS_X FLOWS_Y INPUTS_A INPUTS_B, "model.data.elasticity",
           "Y of set two");
}

static void numbers_are_read_whatever_the_locale(void **state) {
  (void)state;
  static const struct {
    const char *text;
    double value;
  } good[] = {{"0", 0},
              {"1.5", 1.5},
              {".25", .25},
              {"-3", -3},
              {"1e3", 1000},
              {"2.5E-2", .025},
              {"123456789012345678901234", 123456789012345678901234.0},
              {"0.000000000000000000001", 1e-21}};
  static const char *const bad[] = {"",      ".",   "-",   "1,5", "1e", "e5",
                                    "1e100", "nan", "inf", "0x1", "1 "};
  double value = 0;
  for (size_t k = 0; k < sizeof good / sizeof *good; k++) {
    assert_true(number_read(str_of(good[k].text), &value));
    assert_true(fabs(value - good[k].value) <= 1e-15 * fabs(good[k].value));
  }
  for (size_t k = 0; k < sizeof bad / sizeof *bad; k++)
    assert_false(number_read(str_of(bad[k]), &value));
}

/* ---- shocks ------------------------------------------------------------------------------------------- */

#define SHOCK "impost-shock 1\ntitle S\noutcome one\noutcome two Two\n"

static void shock_bad(const char *text, const char *words) {
  struct economy *e = NULL;
  struct shock *s = NULL;
  struct imp_error err = {0};
  static const char data[] = HEAD "group both X,Y\n" FLOWS_X FLOWS_Y INPUTS_A INPUTS_B;
  must(economy_read(str_of(data), "good", &e, &err), &err);
  enum imp_status status = shock_read(e, str_of(text), "shock", &s, &err);
  struct scenario *what = NULL;
  if (status == IMP_OK) {
    must(scenario_new(e, CLOSURE_FIXED, &what, &err), &err);
    status = shock_apply(s, 1, NULL, what, &err);
  }
  if (status != IMP_USAGE) fail_msg("was taken: %s", words);
  if (strstr(err.message, words) == NULL)
    fail_msg("\"%s\" does not say \"%s\"", err.message, words);
  scenario_free(what);
  shock_free(s);
  economy_free(e);
}

static void bad_shocks_are_told(void **state) {
  (void)state;
  shock_bad("", "impost-shock 1");
  shock_bad("impost-shock 1\ntitle T\noutcome one\n", "two outcomes at least");
  shock_bad("impost-shock 1\noutcome a\noutcome b\n", "no title");
  shock_bad(SHOCK "year 2019\n",
            "shock:5: the shock is for data of another year, base years are not mixed: 2019");
  shock_bad(SHOCK "tariff into A from Q on X plus 10%\n", "shock:5: no region of the data: Q");
  shock_bad(SHOCK "tariff into A from B on Q plus 10%\n", "no sector of the data: Q");
  shock_bad(SHOCK "tariff into A from both on X plus 10%\n", "no region of the data: both");
  shock_bad(SHOCK "tariff into A from B on X plus 10\n", "a percentage is wanted");
  shock_bad(SHOCK "tariff into A from B plus 10%\n", "into, from and on must be said");
  shock_bad(SHOCK "tariff into A from B on X\n", "a rate or quantity is missing");
  shock_bad(SHOCK "tariff into A from B on X plus 10% is 5%\n", "said twice");
  shock_bad(SHOCK "tariff into A from B on X plus 10% rent nobody\n", "not for this statement");
  shock_bad(SHOCK "limit into A from B on X at 50%\n", "at and rent must be said");
  shock_bad(SHOCK "limit into A from B on X at 50% rent queen\n", "importer, exporter or nobody");
  shock_bad(SHOCK "tariff into A from B on X plus 10% scope 0%\n", "a scope is above 0");
  shock_bad(SHOCK "export-tax into A from B on X is 10%\n", "say plus");
  shock_bad(SHOCK "tariff into A from B on both plus -10%\n",
            "would be -10%: the base year charges 0%");
  shock_bad(SHOCK "raise into A from B on X\n", "no such word: raise");
  shock_bad(SHOCK "outcome two\n", "said twice");
}

static void statements_reach_what_they_say(void **state) {
  (void)state;
  struct economy *e = NULL;
  struct shock *s = NULL;
  struct scenario *what = NULL;
  struct imp_error err = {0};
  static const char data[] = HEAD "group both X,Y\n" FLOWS_X FLOWS_Y INPUTS_A INPUTS_B;
  static const char text[] =
      SHOCK "tariff into A from B on both plus 10%\n# comment\nban into B from * on Y scope 25%\n";
  must(economy_read(str_of(data), "good", &e, &err), &err);
  must(shock_read(e, str_of(text), "shock", &s, &err), &err);
  must(scenario_new(e, CLOSURE_FIXED, &what, &err), &err);
  must(shock_apply(s, 0, NULL, what, &err), &err);
  assert_int_equal(what->count, 0);
  must(shock_apply(s, 1, NULL, what, &err), &err);
  assert_int_equal(what->count, 3);
  near(what->cells[0].part[0].tariff, 0.1, 1e-15, "tariff");
  assert_int_equal(what->cells[2].count, 2);
  assert_true(isinf(what->cells[2].part[0].cost));
  near(what->cells[2].part[1].share, 0.75, 1e-15, "share");
  scenario_free(what);
  shock_free(s);
  economy_free(e);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_good_one_is_read),
      cmocka_unit_test(bad_cells_are_named),
      cmocka_unit_test(bad_text_is_told_by_line),
      cmocka_unit_test(numbers_are_read_whatever_the_locale),
      cmocka_unit_test(bad_shocks_are_told),
      cmocka_unit_test(statements_reach_what_they_say),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
