// SPDX-License-Identifier: Apache-2.0
// The short run, solved: sweeps over factor prices, prices and spending, mixed.
//
// With few ways out prices move a lot and quantities little, so factor prices take half of the excess demand a sweep and
// the rest its full step. A limit is a wedge found by repeated solves, each beginning where the last one ended.

#include "model/short.h"

#include <math.h>
#include <string.h>

#include "model/anderson.h"

const struct short_options SHORT_USUAL = {.3, .1, .2, .9, 1e-9};

struct work {
  const struct economy *e;
  const struct short_options *o;
  const double *supply;
  const struct short_limit *limits;
  size_t limit_count;
  double *z, *next, *step; /* [log factor price | log price | log spending over base] */
  double *cost, *bundle, *sigma, *made; /* [n][j]; bundle: price of materials; sigma [j] */
  double *duty, *rent;                  /* [n] */
  struct anderson *mixer;
  void *memory;
  size_t cells, length;
};

/* One less an elasticity, kept away from the Cobb-Douglas case that would divide by nothing. */
static double gap(double elasticity) {
  double g = 1 - elasticity;
  return fabs(g) < 1e-4 ? 1e-4 : g;
}

static double factors_of(const struct work *w, size_t at) {
  return w->e->added[at] * w->e->made[at];
}

/* ---- equations ---------------------------------------------------------------------------------------- */

static void costs(struct work *w) {
  const struct economy *e = w->e;
  const double *r = w->z, *p = w->z + w->cells;
  double m = gap(w->o->materials), a = gap(w->o->added);
  for (uint32_t n = 0; n < e->regions; n++)
    for (uint32_t j = 0; j < e->sectors; j++) {
      size_t at = at_cell(e, n, j);
      double sum = 0, rest = 1 - e->added[at];
      for (uint32_t k = 0; k < e->sectors && rest > 1e-9; k++)
        sum += e->input[at_input(e, n, k, j)] * exp(m * p[at_cell(e, n, k)]);
      w->bundle[at] = rest > 1e-9 && sum > 0 ? log(sum / rest) / m : 0;
      double value = e->added[at] * exp(a * r[at]) + rest * exp(a * w->bundle[at]);
      w->cost[at] = log(value) / a;
    }
}

static double wedge_of(const struct work *w, uint32_t n, uint32_t i, uint32_t j) {
  for (size_t k = 0; k < w->limit_count; k++) {
    const struct short_limit *l = &w->limits[k];
    if (l->importer == n && l->exporter == i && l->sector == j) return l->wedge;
  }
  return 0;
}

static void prices(struct work *w) {
  const struct economy *e = w->e;
  double *to = w->next + w->cells;
  for (uint32_t j = 0; j < e->sectors; j++)
    for (uint32_t n = 0; n < e->regions; n++) {
      double s = gap(w->sigma[j]), sum = 0;
      for (uint32_t i = 0; i < e->regions; i++) {
        double share = e->share[at_flow(e, j, n, i)];
        if (share > 0)
          sum += share * exp(s * (w->cost[at_cell(e, i, j)] + log1p(wedge_of(w, n, i, j))));
      }
      to[at_cell(e, n, j)] = sum > 0 ? log(sum) / s : 0;
    }
}

static void sales(struct work *w) {
  const struct economy *e = w->e;
  const double *p = w->z + w->cells, *x = p + w->cells;
  memset(w->made, 0, w->cells * sizeof *w->made);
  memset(w->duty, 0, e->regions * sizeof *w->duty);
  memset(w->rent, 0, e->regions * sizeof *w->rent);
  for (uint32_t j = 0; j < e->sectors; j++)
    for (uint32_t n = 0; n < e->regions; n++) {
      size_t to = at_cell(e, n, j);
      double spent = e->spent[to] * exp(x[to]), s = gap(w->sigma[j]);
      for (uint32_t i = 0; i < e->regions; i++) {
        size_t at = at_flow(e, j, n, i);
        if (!(e->share[at] > 0)) continue;
        double mu = wedge_of(w, n, i, j);
        double paid =
            e->share[at] * spent * exp(s * (w->cost[at_cell(e, i, j)] + log1p(mu) - p[to]));
        double border = paid / (1 + e->tariff[at]);
        w->duty[n] += paid - border;
        w->rent[i] += border * mu / (1 + mu);
        w->made[at_cell(e, i, j)] += border / (1 + mu);
      }
    }
}

/* What is spent: by makers, whose shares move with prices, and by people. */
static void spending(struct work *w) {
  const struct economy *e = w->e;
  const double *r = w->z, *p = w->z + w->cells;
  double *to = w->next + 2 * w->cells, m = gap(w->o->materials), a = gap(w->o->added),
         f = gap(w->o->final);
  for (uint32_t n = 0; n < e->regions; n++) {
    double income = w->duty[n] + w->rent[n] + e->deficit[n], index = 0;
    for (uint32_t j = 0; j < e->sectors; j++) {
      size_t at = at_cell(e, n, j);
      income += exp(r[at]) * factors_of(w, at) * (w->supply != NULL ? w->supply[at] : 1);
      index += e->final[at] * exp(f * p[at]);
    }
    for (uint32_t k = 0; k < e->sectors; k++) {
      size_t at = at_cell(e, n, k);
      double sum = e->final[at] * exp(f * p[at]) / index * income;
      for (uint32_t j = 0; j < e->sectors; j++) {
        size_t user = at_cell(e, n, j);
        double share = e->input[at_input(e, n, k, j)];
        if (share != 0)
          sum += share * w->made[user] *
                 exp(m * (p[at] - w->bundle[user]) + a * (w->bundle[user] - w->cost[user]));
      }
      to[at] = e->spent[at] > 0 && sum > 0 ? log(sum / e->spent[at]) : 0;
    }
  }
}

/* Factor prices by half of the excess demand for them, their world sum as in the base year. Returns the largest miss. */
static double factor_prices(struct work *w) {
  const struct economy *e = w->e;
  const double *r = w->z;
  double a = gap(w->o->added), world = 0, base = 0, worst = 0;
  for (size_t at = 0; at < w->cells; at++) {
    double have = factors_of(w, at) * (w->supply != NULL ? w->supply[at] : 1);
    world += exp(r[at]) * have;
    base += factors_of(w, at);
  }
  for (size_t at = 0; at < w->cells; at++) {
    double have = factors_of(w, at) * (w->supply != NULL ? w->supply[at] : 1), miss = 0;
    if (have > 0 && w->made[at] > 0)
      miss =
          log(e->added[at] * w->made[at] * exp(a * (r[at] - w->cost[at])) / (exp(r[at]) * have)) -
          log(world / base);
    w->next[at] = r[at] + 0.5 * miss;
    worst = fmax(worst, fabs(miss));
  }
  return worst;
}

static double sweep(struct work *w) {
  costs(w);
  prices(w);
  sales(w);
  spending(w);
  double worst = factor_prices(w);
  for (size_t k = 0; k < 3 * w->cells; k++) w->step[k] = w->next[k] - w->z[k];
  for (size_t k = w->cells; k < 3 * w->cells; k++) worst = fmax(worst, fabs(w->step[k]));
  return worst;
}

/* ---- the loop ----------------------------------------------------------------------------------------- */

static bool settle(struct work *w, struct short_run *out) {
  enum { MIXED = 400, DAMPED = 6000 };
  anderson_forget(w->mixer);
  for (int k = 0; k < MIXED + DAMPED; k++) {
    out->residual = sweep(w);
    out->sweeps++;
    if (out->residual <= w->o->tolerance) return true;
    if (!isfinite(out->residual)) return false;
    if (k == MIXED)
      memset(w->z, 0, w->length * sizeof *w->z); /* from the beginning, step by step */
    for (size_t at = 0; at < 3 * w->cells; at++) w->step[at] = fmax(-1, fmin(1, w->step[at]));
    if (k < MIXED)
      anderson_mix(w->mixer, w->z, w->step);
    else
      for (size_t at = 0; at < 3 * w->cells && k > MIXED; at++) w->z[at] += 0.4 * w->step[at];
  }
  return false;
}

static double quantity(const struct work *w, const struct short_limit *l) {
  const struct economy *e = w->e;
  size_t to = at_cell(e, l->importer, l->sector), from = at_cell(e, l->exporter, l->sector);
  const double *p = w->z + w->cells, *x = p + w->cells;
  double s = gap(w->sigma[l->sector]);
  double value = exp(x[to] + s * (w->cost[from] + log1p(l->wedge) - p[to])) / (1 + l->wedge);
  return value * exp(-w->cost[from]);
}

static bool settle_limits(struct work *w, struct short_limit *limits, size_t count,
                          struct short_run *out) {
  enum { ROUNDS = 80 };
  for (int round = 0; round < ROUNDS; round++) {
    if (!settle(w, out)) return false;
    double worst = 0;
    for (size_t k = 0; k < count; k++) {
      struct short_limit *l = &limits[k];
      double miss = log(quantity(w, l) / l->quantity), wedge = log1p(l->wedge);
      double next = fmax(0, fmin(12, wedge + 0.8 * miss / w->sigma[l->sector]));
      if (next > 0 || wedge > 0) worst = fmax(worst, fabs(miss));
      l->wedge = expm1(next);
    }
    if (worst <= 1e-7) return true;
  }
  return false;
}

/* ---- memory and results ------------------------------------------------------------------------------- */

static enum imp_status open_work(struct work *w, const double *theta, struct imp_error *err) {
  const struct economy *e = w->e;
  size_t n = e->regions;
  w->cells = n * e->sectors;
  w->length = (3 * w->cells + KERNEL_LANES - 1) / KERNEL_LANES * KERNEL_LANES;
  size_t want = 3 * w->length + 3 * w->cells + e->sectors + 2 * n;
  w->memory = mem_alloc(want * sizeof(double) + 64);
  if (w->memory == NULL) return error_no_memory(err);
  double *at = (double *)(((uintptr_t)w->memory + 63) & ~(uintptr_t)63);
  double **arrays[] = {&w->z, &w->next, &w->step};
  for (int k = 0; k < 3; k++, at += w->length) *arrays[k] = at;
  double **by_cell[] = {&w->cost, &w->bundle, &w->made};
  for (int k = 0; k < 3; k++, at += w->cells) *by_cell[k] = at;
  w->sigma = at;
  w->duty = at + e->sectors;
  w->rent = w->duty + n;
  for (uint32_t j = 0; j < e->sectors; j++)
    w->sigma[j] = fmax(.5, fmin(2, 1 + w->o->origins * theta[j]));
  return anderson_new(kernel_best(), w->length, &w->mixer, err);
}

static enum imp_status open_result(const struct economy *e, struct short_run *out,
                                   struct imp_error *err) {
  size_t cells = (size_t)e->regions * e->sectors;
  *out = (struct short_run){.regions = e->regions};
  out->memory = mem_alloc((e->regions + 2 * cells) * sizeof(double));
  if (out->memory == NULL) return error_no_memory(err);
  out->income = out->memory;
  out->output = out->income + e->regions;
  out->price = out->output + cells;
  return IMP_OK;
}

static void unload(const struct work *w, struct short_run *out) {
  const struct economy *e = w->e;
  double f = gap(w->o->final);
  for (uint32_t n = 0; n < e->regions; n++) {
    double income = w->duty[n] + w->rent[n] + e->deficit[n], index = 0;
    for (uint32_t j = 0; j < e->sectors; j++) {
      size_t at = at_cell(e, n, j);
      double have = factors_of(w, at) * (w->supply != NULL ? w->supply[at] : 1);
      income += exp(w->z[at]) * have;
      out->price[at] = exp(w->z[w->cells + at]);
      index += e->final[at] * exp(f * w->z[w->cells + at]);
      out->output[at] = e->made[at] > 0 ? w->made[at] * exp(-w->cost[at]) / e->made[at] : 1;
    }
    out->income[n] = income / (e->earned[n] + e->revenue[n] + e->deficit[n]) / pow(index, 1 / f);
  }
}

enum imp_status short_solve(const struct economy *e, const double *theta, const double *supply,
                            struct short_limit *limits, size_t limit_count,
                            const struct short_options *options, struct short_run *out,
                            struct imp_error *err) {
  struct work w = {
      .e = e, .o = options, .supply = supply, .limits = limits, .limit_count = limit_count};
  enum imp_status status = open_result(e, out, err);
  if (status == IMP_OK) status = open_work(&w, theta, err);
  for (size_t k = 0; k < limit_count; k++) limits[k].wedge = 0;
  if (status == IMP_OK) {
    out->solved = settle_limits(&w, limits, limit_count, out);
    unload(&w, out);
  }
  anderson_free(w.mixer);
  mem_free(w.memory);
  if (status != IMP_OK) short_free(out);
  return status;
}

void short_free(struct short_run *out) {
  mem_free(out->memory);
  out->memory = NULL;
}
