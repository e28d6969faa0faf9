// SPDX-License-Identifier: Apache-2.0
// The short run: nothing happens without a shortage; the closed form of a bottleneck; limits that hold; small elasticities
// hurt more; memory that runs out.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "library/starve.h"
#include "model/short.h"
#include "model/world.h"

static const struct world_shape SHAPES[] = {{2, 2, true, true, false, 61},
                                            {4, 3, true, true, false, 62},
                                            {6, 5, false, true, false, 63},
                                            {9, 4, true, true, false, 64}};

static void without_a_shortage_nothing_moves(void **state) {
  (void)state;
  for (int k = 0; k < 4; k++) {
    struct economy *e = make_world(&SHAPES[k]);
    struct short_run run;
    struct imp_error err = {0};
    must(short_solve(e, e->set[0].theta, NULL, NULL, 0, &SHORT_USUAL, &run, &err), &err);
    assert_true(run.solved);
    for (uint32_t n = 0; n < e->regions; n++) near(run.income[n], 1, 1e-8, "income");
    for (size_t at = 0; at < (size_t)e->regions * e->sectors; at++) {
      near(run.output[at], 1, 1e-8, "output");
      near(run.price[at], 1, 1e-8, "price");
    }
    short_free(&run);
    economy_free(e);
  }
}

/* Two regions that do not trade; energy goes into the other sector alone, with a share of its cost. */
static struct economy *closed(double share) {
  char text[512];
  struct economy *e = NULL;
  struct imp_error err = {0};
  snprintf(text, sizeof text,
           "impost-model 1\ntitle T\nyear 1\nunit u\nregion A\nregion B\nsector E\nsector "
           "Y\nelasticity e 4 4\n"
           "flows E\nA %.12f 0\nB 0 %.12f\nflows Y\nA 100 0\nB 0 100\n"
           "inputs A\nE 0 %.14f\nY 0 0\ninputs B\nE 0 %.14f\nY 0 0\n",
           100 * share, 100 * share, share, share);
  must(economy_read(str_of(text), "closed", &e, &err), &err);
  return e;
}

static void one_bottleneck_is_the_closed_form(void **state) {
  (void)state;
  static const struct {
    double a, delivered, s, change; /* per cent */
  } rows[] = {{.04, .90, .04, -1.569}, {.04, .92, .10, -0.485},  {.012, .70, .10, -2.751},
              {.01, .70, .10, -2.343}, {.012, .70, .20, -0.928}, {.012, .70, .04, -15.89}};
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
    struct economy *e = closed(rows[k].a);
    struct short_run run;
    struct imp_error err = {0};
    struct short_options o = {rows[k].s, rows[k].s, .2, .9, 1e-10};
    const double supply[] = {rows[k].delivered, 1, 1, 1};
    must(short_solve(e, e->set[0].theta, supply, NULL, 0, &o, &run, &err), &err);
    assert_true(run.solved);
    if (fabs(100 * (run.output[at_cell(e, 0, 1)] - 1) - rows[k].change) >
        6e-4 + 1e-3 * fabs(rows[k].change))
      fail_msg("row %zu: %.4f, expected %.4f", k, 100 * (run.output[at_cell(e, 0, 1)] - 1),
               rows[k].change);
    near(run.output[at_cell(e, 0, 0)], rows[k].delivered, 1e-8, "energy");
    near(run.output[at_cell(e, 1, 1)], 1, 1e-7, "the other region");
    near(run.income[0], run.output[at_cell(e, 0, 1)], 1e-7, "real income is output");
    short_free(&run);
    economy_free(e);
  }
}

static double loss(const struct economy *e, double quantity, double added, double origins) {
  struct short_limit limit = {.importer = 0, .exporter = 1, .sector = 1, .quantity = quantity};
  struct short_run run;
  struct imp_error err = {0};
  struct short_options o = SHORT_USUAL;
  o.added = added;
  o.origins = origins;
  must(short_solve(e, e->set[0].theta, NULL, &limit, 1, &o, &run, &err), &err);
  if (!run.solved) fail_msg("not solved: %g", run.residual);
  double income = run.income[0] - 1;
  assert_int_equal(limit.wedge > 0, quantity < 1);
  short_free(&run);
  return income;
}

static void less_of_it_and_fewer_ways_out_hurt_more(void **state) {
  (void)state;
  for (int k = 0; k < 4; k++) {
    struct economy *e = make_world(&SHAPES[k]);
    double most = loss(e, .3, .3, 0), some = loss(e, .6, .3, 0), none = loss(e, 1.5, .3, 0),
           elastic = loss(e, .3, .9, .2);
    assert_true(most < some && some < 0 && fabs(none) < 1e-8);
    assert_true(most < elastic);
    economy_free(e);
  }
}

/* On the base year of the library: a shortage is solved, and costs the one who is short of it. */
static void the_base_year_is_solved(void **state) {
  (void)state;
  struct arena a = {0};
  struct str text = {0};
  struct imp_error err = {0};
  struct economy *e = NULL;
  must(file_read(&a, IMPOST_ROOT "/model/world-2022.model", 0, &text, &err), &err);
  must(economy_read(text, "2022", &e, &err), &err);
  struct short_limit limit = {economy_region(e, STR("USA")), economy_region(e, STR("CHN")),
                              economy_sector(e, STR("ELECTRONICS")), .1, 0};
  struct short_run run;
  must(short_solve(e, e->set[0].theta, NULL, &limit, 1, &SHORT_USUAL, &run, &err), &err);
  assert_true(run.solved && limit.wedge > 1);
  assert_true(run.income[0] < 1 && run.income[0] > 0.9);
  short_free(&run);
  economy_free(e);
  arena_free(&a);
}

static struct economy *small;

static enum imp_status solve_one(void) {
  struct short_run run;
  struct imp_error err = {0};
  enum imp_status status =
      short_solve(small, small->set[0].theta, NULL, NULL, 0, &SHORT_USUAL, &run, &err);
  if (status == IMP_OK) short_free(&run);
  return status;
}

static void memory_may_run_out(void **state) {
  (void)state;
  small = make_world(&SHAPES[0]);
  starve(solve_one, 3);
  economy_free(small);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(without_a_shortage_nothing_moves),
      cmocka_unit_test(one_bottleneck_is_the_closed_form),
      cmocka_unit_test(less_of_it_and_fewer_ways_out_hurt_more),
      cmocka_unit_test(the_base_year_is_solved),
      cmocka_unit_test(memory_may_run_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
