// SPDX-License-Identifier: Apache-2.0
// The plain way to an equilibrium: every equation as written, once a sweep, wages damped.
//
// This is the oracle. It knows no trick but one: wages move by a part of the excess demand, because the loop
// through wages has a gain of about minus the elasticity and would swing for ever undamped.

#include <math.h>
#include <string.h>

#include "model/solution.h"

enum imp_status solution_new(const struct economy *e, struct solution **out,
                             struct imp_error *err) {
  size_t n = e->regions, cells = n * e->sectors;
  struct solution *s = mem_alloc(sizeof *s);
  *out = NULL;
  if (s == NULL) return error_no_memory(err);
  s->memory = mem_alloc((4 * cells + 5 * n) * sizeof(double));
  if (s->memory == NULL) {
    mem_free(s);
    return error_no_memory(err);
  }
  double *at = s->memory, **by_cell[] = {&s->price, &s->cost, &s->spent, &s->made};
  double **by_region[] = {&s->wage, &s->income, &s->duty, &s->levy, &s->deficit};
  for (size_t k = 0; k < 4; k++, at += cells) *by_cell[k] = at;
  for (size_t k = 0; k < 5; k++, at += n) *by_region[k] = at;
  s->regions = e->regions;
  s->sectors = e->sectors;
  *out = s;
  return IMP_OK;
}

void solution_free(struct solution *s) {
  if (s == NULL) return;
  mem_free(s->memory);
  mem_free(s);
}

/* ---- cells -------------------------------------------------------------------------------------------- */

static struct factors factors_of(const struct scenario *s, size_t at, double theta) {
  if (s->at[at] != 0) return cell_factors(s, &s->cells[s->at[at] - 1], theta);
  return (struct factors){1, 1 / (1 + s->e->tariff[at]), 0};
}

/* The new share over all that is spent: equation (c). */
static double new_share(const struct scenario *s, const double *theta, const struct solution *at,
                        uint32_t n, uint32_t i, uint32_t j, struct factors *f) {
  const struct economy *e = s->e;
  size_t cell = at_flow(e, j, n, i);
  if (!(e->share[cell] > 0)) return 0;
  *f = factors_of(s, cell, theta[j]);
  double relative = at->cost[at_cell(e, i, j)] / at->price[at_cell(e, n, j)];
  return e->share[cell] * pow(relative, -theta[j]);
}

double solution_flow(const struct scenario *s, const double *theta, const struct solution *at,
                     uint32_t importer, uint32_t exporter, uint32_t sector) {
  struct factors f = {0, 0, 0};
  double share = new_share(s, theta, at, importer, exporter, sector, &f);
  /* The levy of the exporting side is in the value at the border. */
  return share * (f.b + f.x) * at->spent[at_cell(s->e, importer, sector)];
}

double solution_paid(const struct scenario *s, const double *theta, const struct solution *at,
                     uint32_t importer, uint32_t exporter, uint32_t sector) {
  struct factors f = {0, 0, 0};
  double share = new_share(s, theta, at, importer, exporter, sector, &f);
  return share * f.a * at->spent[at_cell(s->e, importer, sector)];
}

double solution_price_index(const struct economy *e, const struct solution *at, uint32_t n) {
  double sum = 0;
  for (uint32_t j = 0; j < e->sectors; j++)
    if (e->final[at_cell(e, n, j)] > 0)
      sum += e->final[at_cell(e, n, j)] * log(at->price[at_cell(e, n, j)]);
  return exp(sum);
}

/* ---- a sweep ------------------------------------------------------------------------------------------ */

static double worse(double residual, double miss) {
  return miss > residual || isnan(miss) ? miss : residual;
}

/* (a): what a unit costs to make. */
static void costs(const struct economy *e, struct solution *at) {
  for (uint32_t n = 0; n < e->regions; n++)
    for (uint32_t j = 0; j < e->sectors; j++) {
      double sum = e->added[at_cell(e, n, j)] * log(at->wage[n]);
      for (uint32_t k = 0; k < e->sectors; k++)
        sum += e->input[at_input(e, n, k, j)] * log(at->price[at_cell(e, n, k)]);
      at->cost[at_cell(e, n, j)] = exp(sum);
    }
}

/* (b): what it costs to buy. */
static double prices(const struct scenario *s, const double *theta, struct solution *at) {
  const struct economy *e = s->e;
  double residual = 0;
  for (uint32_t j = 0; j < e->sectors; j++)
    for (uint32_t n = 0; n < e->regions; n++) {
      double sum = 0;
      for (uint32_t i = 0; i < e->regions; i++) {
        size_t cell = at_flow(e, j, n, i);
        if (e->share[cell] > 0)
          sum += e->share[cell] * factors_of(s, cell, theta[j]).a *
                 pow(at->cost[at_cell(e, i, j)], -theta[j]);
      }
      if (!(e->spent[at_cell(e, n, j)] > 0)) continue;
      double price = pow(sum, -1 / theta[j]);
      residual = worse(residual, fabs(log(price / at->price[at_cell(e, n, j)])));
      at->price[at_cell(e, n, j)] = price;
    }
  return residual;
}

/* (c), (d): who sells, and what the two treasuries take. */
static void sales(const struct scenario *s, const double *theta, struct solution *at) {
  const struct economy *e = s->e;
  memset(at->made, 0, (size_t)e->regions * e->sectors * sizeof *at->made);
  memset(at->duty, 0, e->regions * sizeof *at->duty);
  memset(at->levy, 0, e->regions * sizeof *at->levy);
  for (uint32_t j = 0; j < e->sectors; j++)
    for (uint32_t n = 0; n < e->regions; n++)
      for (uint32_t i = 0; i < e->regions; i++) {
        struct factors f = {0, 0, 0};
        double paid = new_share(s, theta, at, n, i, j, &f) * at->spent[at_cell(e, n, j)];
        at->made[at_cell(e, i, j)] += paid * f.b;
        at->levy[i] += paid * f.x;
        at->duty[n] += paid * (f.a - f.b - f.x);
      }
}

/* (e), (f): what is spent on each sector. */
static double spending(const struct scenario *s, struct solution *at, double *own) {
  const struct economy *e = s->e;
  double residual = 0;
  for (uint32_t n = 0; n < e->regions; n++)
    own[n] = at->wage[n] * e->earned[n] + at->duty[n] + at->levy[n];
  scenario_income(s, own, at->income, at->deficit);
  for (uint32_t n = 0; n < e->regions; n++)
    for (uint32_t k = 0; k < e->sectors; k++) {
      double sum = e->final[at_cell(e, n, k)] * at->income[n];
      for (uint32_t j = 0; j < e->sectors; j++)
        sum += e->input[at_input(e, n, k, j)] * at->made[at_cell(e, n, j)];
      double *spent = &at->spent[at_cell(e, n, k)];
      residual = worse(residual, fabs(sum - *spent) / fmax(fabs(sum), 1e-6 * at->income[n]));
      *spent = sum;
    }
  return residual;
}

/* (g): what work is wanted over what there is; wages follow by `step`, their world sum as in the base year. */
static double wages(const struct economy *e, struct solution *at, double step) {
  double residual = 0, world = 0, base = 0;
  for (uint32_t n = 0; n < e->regions; n++) {
    double wanted = 0;
    for (uint32_t j = 0; j < e->sectors; j++)
      wanted += e->added[at_cell(e, n, j)] * at->made[at_cell(e, n, j)];
    double excess = log(wanted / (at->wage[n] * e->earned[n]));
    residual = worse(residual, fabs(excess));
    at->wage[n] *= exp(step * excess);
    world += at->wage[n] * e->earned[n];
    base += e->earned[n];
  }
  for (uint32_t n = 0; n < e->regions; n++) at->wage[n] *= base / world;
  return residual;
}

enum imp_status solution_check_theta(const struct economy *e, const double *theta,
                                     struct imp_error *err) {
  for (uint32_t j = 0; j < e->sectors; j++)
    if (!(theta[j] > 0) || theta[j] > 1000)
      return error_set(err, IMP_USAGE, "model.unique", "elasticities are above 0",
                       "%s: with an elasticity of %.6g there is no single answer",
                       e->sector[j].title, theta[j]);
  return IMP_OK;
}

static void start(const struct economy *e, struct solution *at) {
  for (uint32_t n = 0; n < e->regions; n++) {
    at->wage[n] = 1;
    for (uint32_t j = 0; j < e->sectors; j++) {
      at->price[at_cell(e, n, j)] = 1;
      at->spent[at_cell(e, n, j)] = e->spent[at_cell(e, n, j)];
    }
  }
}

enum imp_status plain_solve(const struct scenario *s, const double *theta, double tolerance,
                            uint32_t sweeps_most, struct solution *out, struct imp_error *err) {
  const struct economy *e = s->e;
  enum imp_status status = solution_check_theta(e, theta, err);
  if (status != IMP_OK) return status;
  double *own = mem_alloc(e->regions * sizeof *own), step = 0.3, last = HUGE_VAL;
  if (own == NULL) return error_no_memory(err);
  uint32_t rises = 0;
  start(e, out);
  out->solved = out->fell_back = false;
  for (out->sweeps = 0; out->sweeps < sweeps_most && !out->solved; out->sweeps++) {
    costs(e, out);
    double residual = prices(s, theta, out);
    sales(s, theta, out);
    residual = worse(residual, spending(s, out, own));
    residual = worse(residual, wages(e, out, step));
    rises = residual > last ? rises + 1 : 0;
    if (rises >= 4) step = fmax(step / 2, 0.005), rises = 0;
    last = out->residual = residual;
    out->solved = residual <= tolerance;
    if (isnan(residual)) break;
  }
  mem_free(own);
  return IMP_OK;
}
