// SPDX-License-Identifier: Apache-2.0
// The second witness: Newton's way of a library (GSL) on wages alone, with prices and spending solved inside.
//
// The excess demand that Newton drives to zero is written here from the equations in levels of shares, without the
// solver's rewriting and without its steps.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <gsl/gsl_errno.h>
#include <gsl/gsl_multiroots.h>

#include "model/world.h"

struct inside { /* prices and spending at given wages */
  const struct scenario *what;
  const double *theta;
  double price[64], cost[64], spent[64], made[64], wage[16];
};

static double wedge_of(const struct inside *t, size_t at, double *net) {
  const struct economy *e = t->what->e;
  double tariff = e->tariff[at], now = tariff;
  if (t->what->at[at] != 0) now = t->what->cells[t->what->at[at] - 1].part[0].tariff;
  *net = 1 + now;
  return (1 + now) / (1 + tariff);
}

static double prices_once(struct inside *t) {
  const struct economy *e = t->what->e;
  double moved = 0;
  for (uint32_t n = 0; n < e->regions; n++)
    for (uint32_t j = 0; j < e->sectors; j++) {
      double c = pow(t->wage[n], e->added[at_cell(e, n, j)]);
      for (uint32_t k = 0; k < e->sectors; k++)
        c *= pow(t->price[at_cell(e, n, k)], e->input[at_input(e, n, k, j)]);
      t->cost[at_cell(e, n, j)] = c;
    }
  for (uint32_t n = 0; n < e->regions; n++)
    for (uint32_t j = 0; j < e->sectors; j++) {
      double sum = 0, net;
      for (uint32_t i = 0; i < e->regions; i++) {
        size_t at = at_flow(e, j, n, i);
        sum += e->share[at] * pow(wedge_of(t, at, &net) * t->cost[at_cell(e, i, j)], -t->theta[j]);
      }
      double p = pow(sum, -1 / t->theta[j]);
      moved = fmax(moved, fabs(p - t->price[at_cell(e, n, j)]));
      t->price[at_cell(e, n, j)] = p;
    }
  return moved;
}

static double spending_once(struct inside *t) {
  const struct economy *e = t->what->e;
  double duty[16] = {0}, moved = 0;
  memset(t->made, 0, sizeof t->made);
  for (uint32_t j = 0; j < e->sectors; j++)
    for (uint32_t n = 0; n < e->regions; n++)
      for (uint32_t i = 0; i < e->regions; i++) {
        size_t at = at_flow(e, j, n, i);
        double net, k = wedge_of(t, at, &net) * t->cost[at_cell(e, i, j)];
        double paid = e->share[at] * pow(k / t->price[at_cell(e, n, j)], -t->theta[j]) *
                      t->spent[at_cell(e, n, j)];
        t->made[at_cell(e, i, j)] += paid / net;
        duty[n] += paid - paid / net;
      }
  for (uint32_t n = 0; n < e->regions; n++)
    for (uint32_t k = 0; k < e->sectors; k++) {
      double x = e->final[at_cell(e, n, k)] * (t->wage[n] * e->earned[n] + duty[n] + e->deficit[n]);
      for (uint32_t j = 0; j < e->sectors; j++)
        x += e->input[at_input(e, n, k, j)] * t->made[at_cell(e, n, j)];
      moved = fmax(moved, fabs(x / t->spent[at_cell(e, n, k)] - 1));
      t->spent[at_cell(e, n, k)] = x;
    }
  return moved;
}

/* Unknown: log wages of all regions but the first, relative to it; the world's income settles the level. */
static int excess(const gsl_vector *x, void *user, gsl_vector *f) {
  struct inside *t = user;
  const struct economy *e = t->what->e;
  double world = 0, base = 0;
  for (uint32_t n = 0; n < e->regions; n++) {
    t->wage[n] = n == 0 ? 1 : exp(gsl_vector_get(x, n - 1));
    world += t->wage[n] * e->earned[n];
    base += e->earned[n];
  }
  for (uint32_t n = 0; n < e->regions; n++) t->wage[n] *= base / world;
  for (int k = 0; k < 4000 && prices_once(t) > 1e-14; k++) continue;
  for (int k = 0; k < 4000 && spending_once(t) > 1e-14; k++) continue;
  for (uint32_t n = 1; n < e->regions; n++) {
    double wanted = 0;
    for (uint32_t j = 0; j < e->sectors; j++)
      wanted += e->added[at_cell(e, n, j)] * t->made[at_cell(e, n, j)];
    gsl_vector_set(f, n - 1, wanted / (t->wage[n] * e->earned[n]) - 1);
  }
  return GSL_SUCCESS;
}

static void newton(struct inside *t) {
  size_t count = t->what->e->regions - 1;
  gsl_multiroot_function f = {excess, count, t};
  gsl_vector *x = gsl_vector_calloc(count);
  gsl_multiroot_fsolver *s = gsl_multiroot_fsolver_alloc(gsl_multiroot_fsolver_hybrids, count);
  gsl_multiroot_fsolver_set(s, &f, x);
  int status = GSL_CONTINUE;
  for (int k = 0; k < 100 && status == GSL_CONTINUE; k++) {
    if (gsl_multiroot_fsolver_iterate(s) != GSL_SUCCESS) break;
    status = gsl_multiroot_test_residual(s->f, 1e-11);
  }
  assert_int_equal(status, GSL_SUCCESS);
  excess(s->x, t, s->f);
  gsl_multiroot_fsolver_free(s);
  gsl_vector_free(x);
}

static void newton_comes_to_the_same(void **state) {
  (void)state;
  gsl_set_error_handler_off();
  for (uint64_t seed = 1; seed <= 12; seed++) {
    struct world_shape shape = {
        2 + (uint32_t)seed % 7, 1 + (uint32_t)seed % 5, true, seed % 3 != 0, false, 50 + seed};
    struct bench b = bench_of(make_world(&shape), CLOSURE_FIXED);
    shake(b.what, seed, 0.2 * (double)seed);
    bench_solve(&b, 1e-11);
    struct inside t = {.what = b.what, .theta = b.e->set[0].theta};
    for (uint32_t k = 0; k < 64; k++) t.price[k] = 1;
    for (uint32_t n = 0; n < b.e->regions; n++)
      for (uint32_t j = 0; j < b.e->sectors; j++)
        t.spent[at_cell(b.e, n, j)] = b.e->spent[at_cell(b.e, n, j)];
    newton(&t);
    for (uint32_t n = 0; n < b.e->regions; n++) {
      near(b.at->wage[n], t.wage[n], 1e-9, "wage");
      for (uint32_t j = 0; j < b.e->sectors; j++)
        near(b.at->price[at_cell(b.e, n, j)], t.price[at_cell(b.e, n, j)], 1e-9, "price");
    }
    bench_free(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(newton_comes_to_the_same)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
