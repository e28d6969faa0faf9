// SPDX-License-Identifier: Apache-2.0
// The solver: closed forms, laws that hold in every world, and the plain way as witness on random worlds.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/world.h"

static void change_all(struct scenario *s, uint32_t importer, uint32_t exporter, struct change c) {
  struct imp_error err = {0};
  for (uint32_t j = 0; j < s->e->sectors; j++)
    for (uint32_t n = 0; n < s->e->regions; n++)
      for (uint32_t i = 0; i < s->e->regions; i++)
        if ((importer == UINT32_MAX || n == importer) && (exporter == UINT32_MAX || i == exporter))
          must(scenario_change(s, n, i, j, &c, &err), &err);
}

static const struct world_shape SHAPES[] = {
    {2, 1, true, false, false, 1}, {3, 2, true, true, false, 2},  {4, 5, true, true, false, 3},
    {7, 3, false, true, true, 4},  {9, 4, true, true, false, 5},  {10, 7, true, true, false, 6},
    {5, 6, true, true, true, 7},   {8, 1, true, false, false, 8},
};
enum { SHAPE_COUNT = sizeof SHAPES / sizeof *SHAPES };

/* ---- nothing happens ---------------------------------------------------------------------------------- */

static void without_a_shock_nothing_moves(void **state) {
  (void)state;
  for (int k = 0; k < SHAPE_COUNT; k++) {
    struct bench b = bench_of(make_world(&SHAPES[k]), CLOSURE_FIXED);
    bench_solve(&b, 1e-11);
    for (uint32_t n = 0; n < b.e->regions; n++) {
      near(b.at->wage[n], 1, 1e-9, "wage");
      near(b.at->duty[n], b.e->revenue[n], 1e-8, "duty");
      near(b.at->deficit[n], b.e->deficit[n], 1e-8, "deficit");
      for (uint32_t j = 0; j < b.e->sectors; j++) {
        near(b.at->price[at_cell(b.e, n, j)], 1, 1e-9, "price");
        near(b.at->made[at_cell(b.e, n, j)], b.e->made[at_cell(b.e, n, j)], 1e-8, "sales");
      }
    }
    bench_free(&b);
  }
}

/* ---- witnesses ---------------------------------------------------------------------------------------- */

static void compare_with_plain(struct bench *b) {
  struct imp_error err = {0};
  struct solution *plain = NULL;
  must(solution_new(b->e, &plain, &err), &err);
  must(plain_solve(b->what, b->e->set[0].theta, 1e-11, 20000, plain, &err), &err);
  assert_true(plain->solved);
  for (uint32_t n = 0; n < b->e->regions; n++) {
    near(b->at->wage[n], plain->wage[n], 1e-8, "wage");
    near(b->at->income[n], plain->income[n], 1e-8, "income");
    near(b->at->duty[n], plain->duty[n], 1e-8, "duty");
    near(b->at->levy[n], plain->levy[n], 1e-8, "levy");
    for (uint32_t j = 0; j < b->e->sectors; j++) {
      near(b->at->price[at_cell(b->e, n, j)], plain->price[at_cell(b->e, n, j)], 1e-8, "price");
      near(b->at->spent[at_cell(b->e, n, j)], plain->spent[at_cell(b->e, n, j)], 1e-8, "spent");
    }
  }
  solution_free(plain);
}

static void the_plain_way_agrees_on_random_worlds(void **state) {
  (void)state;
  static const enum closure closures[] = {CLOSURE_FIXED, CLOSURE_REMOVED, CLOSURE_SHARE};
  for (int k = 0; k < SHAPE_COUNT; k++)
    for (int c = 0; c < 3; c++) {
      struct bench b = bench_of(make_world(&SHAPES[k]), closures[c]);
      shake(b.what, (uint64_t)(17 * k + c + 1), 0.8);
      struct change levy = {0.4, false, 0.05, 0, 0.3, 1.1};
      change_all(b.what, 0, 1, levy);
      bench_solve(&b, 1e-11);
      compare_with_plain(&b);
      bench_free(&b);
    }
}

static void every_set_of_instructions_gives_the_same(void **state) {
  (void)state;
  static const char *const names[] = {"plain", "avx2", "avx512"};
  double first[16] = {0};
  for (int k = 0; k < 3; k++) {
    const struct kernel *kernel = kernel_named(names[k]);
    if (kernel == NULL) continue;
    struct bench b = bench_of(make_world(&SHAPES[5]), CLOSURE_FIXED);
    struct imp_error err = {0};
    solver_work_free(b.work);
    solver_free(b.solver);
    must(solver_new(b.e, CLOSURE_FIXED, b.e->set[0].theta, kernel, &b.solver, &err), &err);
    must(solver_work_new(b.solver, &b.work, &err), &err);
    shake(b.what, 99, 0.5);
    bench_solve(&b, 1e-11);
    for (uint32_t n = 0; n < b.e->regions; n++) {
      if (k == 0) first[n] = b.at->wage[n];
      near(b.at->wage[n], first[n], 1e-9, names[k]);
    }
    bench_free(&b);
  }
}

/* ---- laws --------------------------------------------------------------------------------------------- */

/* One equation is redundant: the region whose market was not asked clears too. */
static void every_market_clears(void **state) {
  (void)state;
  static const enum closure closures[] = {CLOSURE_FIXED, CLOSURE_REMOVED, CLOSURE_SHARE};
  for (int k = 0; k < 3 * SHAPE_COUNT; k++) {
    struct bench b = bench_of(make_world(&SHAPES[k / 3]), closures[k % 3]);
    shake(b.what, (uint64_t)k + 5, 1);
    bench_solve(&b, 1e-11);
    double world = 0, base = 0, deficits = 0;
    for (uint32_t n = 0; n < b.e->regions; n++) {
      double wanted = 0;
      for (uint32_t j = 0; j < b.e->sectors; j++)
        wanted += b.e->added[at_cell(b.e, n, j)] * b.at->made[at_cell(b.e, n, j)];
      near(wanted, b.at->wage[n] * b.e->earned[n], 1e-9, "work");
      world += b.at->wage[n] * b.e->earned[n];
      base += b.e->earned[n];
      deficits += b.at->deficit[n];
    }
    near(world, base, 1e-10, "income of the world");
    near(deficits, 0, 1e-8, "deficits");
    bench_free(&b);
  }
}

static void units_of_money_do_not_matter(void **state) {
  (void)state;
  struct bench one = bench_of(make_world(&SHAPES[4]), CLOSURE_FIXED);
  struct economy *e = make_world(&SHAPES[4]);
  struct imp_error err = {0};
  size_t cells = (size_t)e->sectors * e->regions * e->regions;
  for (size_t k = 0; k < cells; k++) e->flow[k] *= 1e6;
  for (uint32_t n = 0; n < e->regions; n++) e->earned[n] = e->revenue[n] = e->deficit[n] = 0;
  memset(e->made, 0, (size_t)e->regions * e->sectors * sizeof *e->made);
  must(economy_settle(e, &err), &err);
  struct bench two = bench_of(e, CLOSURE_FIXED);
  shake(one.what, 3, 0.5);
  shake(two.what, 3, 0.5);
  bench_solve(&one, 1e-11);
  bench_solve(&two, 1e-11);
  for (uint32_t n = 0; n < e->regions; n++) {
    near(two.at->wage[n], one.at->wage[n], 1e-9, "wage");
    near(two.at->income[n], one.at->income[n] * 1e6, 1e-9, "income");
  }
  bench_free(&one);
  bench_free(&two);
}

/* A uniform duty on all imports and the same tax on all exports leave everyone as well off. */
static void import_duty_and_export_tax_are_alike(void **state) {
  (void)state;
  const struct world_shape shape = {5, 3, false, true, true, 12};
  struct bench duty = bench_of(make_world(&shape), CLOSURE_REMOVED);
  struct bench levy = bench_of(make_world(&shape), CLOSURE_REMOVED);
  change_all(duty.what, 0, UINT32_MAX, (struct change){1, false, 0.25, 0, 0, 1});
  change_all(levy.what, UINT32_MAX, 0, (struct change){1, false, 0, 0, 0.25, 1});
  bench_solve(&duty, 1e-11);
  bench_solve(&levy, 1e-11);
  assert_true(duty.at->duty[0] > 1 && levy.at->levy[0] > 1 && levy.at->duty[0] < 1e-6);
  for (uint32_t n = 0; n < shape.regions; n++)
    near(welfare(&duty, duty.at, n), welfare(&levy, levy.at, n), 1e-9, "welfare");
  bench_free(&duty);
  bench_free(&levy);
}

/* ---- closed forms ------------------------------------------------------------------------------------- */

/* Costs of trade rise: the real wage follows from shares at home alone. */
static void real_wages_follow_home_shares(void **state) {
  (void)state;
  static const struct world_shape shapes[] = {{4, 1, false, false, true, 21},
                                              {4, 1, false, true, true, 22},
                                              {5, 3, false, false, true, 23}};
  for (int k = 0; k < 3; k++) {
    struct bench b = bench_of(make_world(&shapes[k]), CLOSURE_REMOVED);
    change_all(b.what, UINT32_MAX, UINT32_MAX, (struct change){1, false, 0, 0, 0, 1.3});
    bench_solve(&b, 1e-11);
    const double *theta = b.e->set[0].theta;
    for (uint32_t n = 0; n < b.e->regions; n++) {
      double wage = b.at->wage[n] / solution_price_index(b.e, b.at, n), want = 0;
      for (uint32_t j = 0; j < b.e->sectors; j++) {
        double home = b.e->share[at_flow(b.e, j, n, n)];
        double now = solution_paid(b.what, theta, b.at, n, n, j) / b.at->spent[at_cell(b.e, n, j)];
        double added = shapes[k].sectors == 1 ? b.e->added[at_cell(b.e, n, j)] : 1;
        want -= b.e->final[at_cell(b.e, n, j)] / (theta[j] * added) * log(now / home);
      }
      near(log(wage), want, 1e-9, "real wage");
      assert_true(wage < 1);
    }
    bench_free(&b);
  }
}

static double gain_of(struct bench *b, double tariff) {
  b->what->count = 0;
  memset(b->what->at, 0, (size_t)b->e->sectors * b->e->regions * b->e->regions * sizeof(uint32_t));
  change_all(b->what, 0, 1, (struct change){1, true, tariff, 0, 0, 1});
  bench_solve(b, 1e-12);
  return welfare(b, b->at, 0);
}

/* The best tariff of a small country is one over the elasticity. */
static void best_tariff_of_a_small_country(void **state) {
  (void)state;
  const struct world_shape shape = {2, 1, false, false, true, 31};
  struct economy *e = make_world(&shape);
  struct imp_error err = {0};
  double *theta = arena_array(&e->arena, 1, sizeof *theta);
  theta[0] = 4;
  e->set[0].theta = theta;
  e->flow[at_flow(e, 0, 0, 0)] = 1;
  e->flow[at_flow(e, 0, 0, 1)] = e->flow[at_flow(e, 0, 1, 0)] = 1;
  e->flow[at_flow(e, 0, 1, 1)] = 1e5;
  for (uint32_t n = 0; n < 2; n++) e->earned[n] = e->revenue[n] = e->deficit[n] = e->made[n] = 0;
  must(economy_settle(e, &err), &err);
  struct bench b = bench_of(e, CLOSURE_REMOVED);
  double low = 0.05, high = 0.6;
  while (high - low > 1e-4) {
    double third = (high - low) / 3;
    if (gain_of(&b, low + third) < gain_of(&b, high - third))
      low += third;
    else
      high -= third;
  }
  near(low, 0.25, 2e-3, "tariff");
  bench_free(&b);
}

/* ---- bounds, bans, parts ------------------------------------------------------------------------------ */

static double quantity_of(const struct bench *b, uint32_t n, uint32_t i, uint32_t j) {
  const double *theta = b->e->set[0].theta;
  struct imp_error err = {0};
  double value = solution_flow(b->what, theta, b->at, n, i, j);
  double price = b->at->cost[at_cell(b->e, i, j)];
  const struct cell *c = &b->what->cells[b->what->at[at_flow(b->e, j, n, i)] - 1];
  struct factors f = cell_factors(b->what, c, theta[j]);
  (void)err;
  return value * f.b / (f.b + f.x) / price / b->e->flow[at_flow(b->e, j, n, i)];
}

static void a_limit_holds_and_its_rent_goes_where_it_is_said(void **state) {
  (void)state;
  for (int rent = RENT_IMPORTER; rent <= RENT_NOBODY; rent++) {
    struct bench b = bench_of(make_world(&SHAPES[2]), CLOSURE_FIXED);
    struct imp_error err = {0};
    struct bound limit = {.importer = 0, .exporter = 1, .sector = 2, .quantity = 0.5};
    limit.rent = (enum rent)rent;
    must(scenario_bound(b.what, &limit, &err), &err);
    bench_solve(&b, 1e-11);
    near(quantity_of(&b, 0, 1, 2), 0.5, 1e-6, "quantity");
    assert_true(b.what->bounds[0].wedge > 0.01);
    assert_int_equal(b.at->levy[1] > 1e-3, rent == RENT_EXPORTER);
    assert_int_equal(b.at->duty[0] > b.e->revenue[0] + 0.1, rent == RENT_IMPORTER);
    compare_with_plain(&b);
    bench_free(&b);
  }
}

static void a_limit_above_trade_does_nothing(void **state) {
  (void)state;
  struct bench b = bench_of(make_world(&SHAPES[2]), CLOSURE_FIXED);
  struct imp_error err = {0};
  struct bound limit = {.importer = 0, .exporter = 1, .sector = 2, .quantity = 1.2};
  struct bound floor = {.importer = 0, .exporter = 2, .sector = 1, .quantity = 0.7, .floor = true};
  must(scenario_bound(b.what, &limit, &err), &err);
  must(scenario_bound(b.what, &floor, &err), &err);
  bench_solve(&b, 1e-11);
  assert_true(b.what->bounds[0].wedge == 0 && b.what->bounds[1].wedge == 0);
  near(b.at->wage[0], 1, 1e-9, "wage");
  bench_free(&b);
}

static void a_floor_draws_trade_from_others(void **state) {
  (void)state;
  struct bench b = bench_of(make_world(&SHAPES[2]), CLOSURE_FIXED);
  struct imp_error err = {0};
  const double *theta = b.e->set[0].theta;
  struct bound floor = {.importer = 0, .exporter = 1, .sector = 2, .quantity = 2, .floor = true};
  must(scenario_bound(b.what, &floor, &err), &err);
  double before = b.e->flow[at_flow(b.e, 2, 0, 2)];
  bench_solve(&b, 1e-11);
  near(quantity_of(&b, 0, 1, 2), 2, 1e-6, "quantity");
  assert_true(b.what->bounds[0].wedge < 0);
  assert_true(solution_flow(b.what, theta, b.at, 0, 2, 2) < before);
  bench_free(&b);
}

static void a_ban_stops_what_it_reaches(void **state) {
  (void)state;
  struct bench b = bench_of(make_world(&SHAPES[2]), CLOSURE_FIXED);
  struct imp_error err = {0};
  const double *theta = b.e->set[0].theta;
  struct change whole = {1, false, 0, 0, 0, HUGE_VAL}, half = {0.5, false, 0, 0, 0, HUGE_VAL};
  must(scenario_change(b.what, 0, 1, 2, &whole, &err), &err);
  must(scenario_change(b.what, 0, 1, 1, &half, &err), &err);
  bench_solve(&b, 1e-11);
  assert_true(solution_flow(b.what, theta, b.at, 0, 1, 2) == 0);
  double left = solution_flow(b.what, theta, b.at, 0, 1, 1) / b.e->flow[at_flow(b.e, 1, 0, 1)];
  assert_true(left > 0.5 && left < 0.6); /* what is not banned gains */
  compare_with_plain(&b);
  bench_free(&b);
}

static void very_high_tariffs_are_solved(void **state) {
  (void)state;
  for (int k = 0; k < SHAPE_COUNT; k++) {
    struct bench b = bench_of(make_world(&SHAPES[k]), CLOSURE_FIXED);
    shake(b.what, (uint64_t)k + 40, 20);
    bench_solve(&b, 1e-9);
    bench_free(&b);
  }
}

/* ---- refused ------------------------------------------------------------------------------------------ */

static void an_elasticity_with_many_answers_is_refused(void **state) {
  (void)state;
  struct bench b = bench_of(make_world(&SHAPES[0]), CLOSURE_FIXED);
  struct imp_error err = {0};
  const double bad[] = {0, -1, (double)NAN, HUGE_VAL};
  for (int k = 0; k < 4; k++) {
    struct solver *s = NULL;
    assert_int_equal(plain_solve(b.what, &bad[k], 1e-9, 10, b.at, &err), IMP_USAGE);
    assert_string_equal(err.id, "model.unique");
    assert_int_equal(solver_new(b.e, CLOSURE_FIXED, &bad[k], NULL, &s, &err), IMP_USAGE);
    assert_null(s);
    struct solve_options o = {1e-9, 60, false};
    assert_int_equal(solver_solve(b.solver, b.work, b.what, &bad[k], &o, b.at, &err), IMP_USAGE);
  }
  bench_free(&b);
}

static void changes_out_of_range_are_refused(void **state) {
  (void)state;
  struct bench b = bench_of(make_world(&SHAPES[0]), CLOSURE_FIXED);
  struct imp_error err = {0};
  const struct change bad[] = {{0, false, 0, 0, 0, 1},    {1.5, false, 0, 0, 0, 1},
                               {1, false, -2, 0, 0, 1},   {1, true, 1e9, 0, 0, 1},
                               {1, false, 0, 0, -1, 1},   {1, false, 0, 0, 0, 0},
                               {1, false, -0.5, 0, 0, 1}, {1, false, (double)NAN, 0, 0, 1}};
  for (size_t k = 0; k < sizeof bad / sizeof *bad; k++) {
    assert_int_equal(scenario_change(b.what, 0, 1, 0, &bad[k], &err), IMP_USAGE);
    assert_string_equal(err.id, "model.shock.range");
  }
  bench_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(without_a_shock_nothing_moves),
      cmocka_unit_test(the_plain_way_agrees_on_random_worlds),
      cmocka_unit_test(every_set_of_instructions_gives_the_same),
      cmocka_unit_test(every_market_clears),
      cmocka_unit_test(units_of_money_do_not_matter),
      cmocka_unit_test(import_duty_and_export_tax_are_alike),
      cmocka_unit_test(real_wages_follow_home_shares),
      cmocka_unit_test(best_tariff_of_a_small_country),
      cmocka_unit_test(a_limit_holds_and_its_rent_goes_where_it_is_said),
      cmocka_unit_test(a_limit_above_trade_does_nothing),
      cmocka_unit_test(a_floor_draws_trade_from_others),
      cmocka_unit_test(a_ban_stops_what_it_reaches),
      cmocka_unit_test(very_high_tariffs_are_solved),
      cmocka_unit_test(an_elasticity_with_many_answers_is_refused),
      cmocka_unit_test(changes_out_of_range_are_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
