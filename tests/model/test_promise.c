// SPDX-License-Identifier: Apache-2.0
// Promises to buy as floors: what is laid on the data, and what is left alone.
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "library/starve.h"
#include "model/run.h"

#define WORLD                                                                                      \
  "impost-model 1\ntitle Two\nyear 2020\nunit million USD\nregion A Alpha\nregion B Beta\n"        \
  "sector X Beans\nsector Y Rest\ngoods X 1201\ngoods Y 72,10\nplaces A AA\nplaces B *\n"          \
  "quantity X A B 28 Mt\nelasticity one 5 4\n"                                                     \
  "flows X\nA 90 10\nB 20 80\nflows Y\nA 500 60\nB 50 400\n"                                       \
  "inputs A\nX .1 .1\nY .1 .2\ninputs B\nX .1 .1\nY .1 .2\n"
#define SHOCK                                                                                      \
  "impost-shock 1\ntitle Beans\noutcome calm\noutcome duty\ntariff into A from B on X plus 50%\n"

static const struct imp_bought beans = {"1201", "AA", "BB", "25", "Mt", "60%", "20%"};

static enum imp_status promised(const struct imp_bought *p, bool *taken, double *floor) {
  struct imp_world *w = NULL;
  struct imp_shock *s = NULL;
  struct imp_model *m = NULL;
  struct imp_error err = {0};
  struct imp_model_options o = {.draws = 0};
  enum imp_status status = imp_world_read(WORLD, sizeof WORLD - 1, "two", &w, &err);
  if (status == IMP_OK) status = imp_shock_read(w, SHOCK, sizeof SHOCK - 1, "beans", &s, &err);
  if (status == IMP_OK) status = imp_shock_promise(s, p, taken, &err);
  if (status == IMP_OK) status = imp_shock_note(s, "promised", &err);
  if (status == IMP_OK) status = imp_model_run(w, s, &o, &m, &err);
  *floor = status == IMP_OK && m->scenarios[1]->bound_count == 1
               ? m->scenarios[1]->bounds[0].quantity
               : 0;
  if (status == IMP_OK) assert_string_equal(s->s->notes[0].text, "promised");
  imp_model_free(m);
  imp_shock_free(s);
  imp_world_free(w);
  return status;
}

static void a_promise_is_a_floor(void **state) {
  (void)state;
  bool taken = false;
  double floor = 0;
  assert_int_equal(promised(&beans, &taken, &floor), IMP_OK);
  assert_true(taken && fabs(floor - 25.0 / 28 * 0.6) < 1e-12);
}

static void what_the_data_does_not_count_is_left_alone(void **state) {
  (void)state;
  const struct imp_bought rows[] = {
      {"10", "AA", "BB", "25", "Mt", "60%", "20%"},   /* one good of a sector of more */
      {"12", "AA", "BB", "25", "Mt", "60%", "20%"},   /* more than the sector */
      {"1201", "BB", "AA", "25", "Mt", "60%", "20%"}, /* the other way */
      {"1201", "AA", "AA", "25", "Mt", "60%", "20%"}, /* at home */
      {"1201", "AA", "BB", "25", "bn USD", "60%", "20%"},
      {"beans", "AA", "BB", "25", "Mt", "60%", "20%"},
      {"1201", "AA", "BB", "many", "Mt", "60%", "20%"},
      {"1201", "AA", "BB", "0", "Mt", "60%", "20%"},
      {"1201", "AA", "BB", "25", "Mt", "70.8% to 83.3%", "20%"},
      {"1201", "AA", "BB", "25", "Mt", "60%", "90%"},
  };
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
    bool taken = true;
    double floor = 1;
    assert_int_equal(promised(&rows[k], &taken, &floor), IMP_OK);
    assert_false(taken);
    assert_true(floor <= 0);
  }
}

static void read_bad(const char *line, const char *words) {
  char text[1024];
  struct imp_world *w = NULL;
  struct imp_error err = {0};
  int n = snprintf(text, sizeof text, "%s%s\n", WORLD, line);
  assert_int_equal(imp_world_read(text, (size_t)n, "bad", &w, &err), IMP_FINDINGS);
  assert_string_equal(err.id, "model.data.text");
  if (strstr(err.message, words) == NULL) fail_msg("\"%s\" is not in %s", words, err.message);
}

static void bad_quantities_are_told_by_line(void **state) {
  (void)state;
  read_bad("quantity Z A B 1 Mt", "no such sector: Z");
  read_bad("quantity X Q B 1 Mt", "no such region: Q");
  read_bad("quantity X A Q 1 Mt", "or the same: Q");
  read_bad("quantity X A A 1 Mt", "or the same: A");
  read_bad("quantity X A B 0 Mt", "above 0");
  read_bad("quantity X A B some Mt", "above 0");
  read_bad("quantity X A B 1", "a unit is wanted");
  read_bad("quantity X A B 30 Mt", "said twice");
}

static enum imp_status everything(void) {
  bool taken = false;
  double floor = 0;
  return promised(&beans, &taken, &floor);
}

static void memory_may_run_out(void **state) {
  (void)state;
  starve(everything, 30);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_promise_is_a_floor),
      cmocka_unit_test(what_the_data_does_not_count_is_left_alone),
      cmocka_unit_test(bad_quantities_are_told_by_line),
      cmocka_unit_test(memory_may_run_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
