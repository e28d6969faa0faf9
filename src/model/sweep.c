// SPDX-License-Identifier: Apache-2.0
// One sweep of the solver and the step that it steers by, and the way between dense arrays and the data's order.

#include <math.h>
#include <string.h>

#include "model/solver_own.h"

/* ---- one sweep ---------------------------------------------------------------------------------------- */

/* Import duty is what spending leaves; export tax, on few cells, is taken out of it and given to the seller. */
static void treasuries(struct solver_work *w) {
  uint32_t width = w->world.width;
  for (uint32_t n = 0; n < width; n++) {
    w->duty[n] = w->found.bought[n] - w->found.kept[n];
    w->levy[n] = 0;
  }
  for (size_t k = 0; k < w->export_count; k++) {
    const struct export_cell *c = &w->exports[k];
    size_t row = (size_t)c->j * width;
    double paid = w->found.volume[row + c->n] * w->found.power[row + c->i] * c->factor;
    w->duty[c->n] -= paid;
    w->levy[c->i] += paid;
  }
}

/* What work is wanted over what there is, with the world's income from production held where it was. */
static double wage_miss(struct solver_work *w) {
  const struct economy *e = w->s->e;
  double world = 0, base = 0, worst = 0;
  for (uint32_t n = 0; n < e->regions; n++) {
    world += exp(w->z[n]) * e->earned[n];
    base += e->earned[n];
  }
  double shift = log(world / base);
  for (uint32_t n = 0; n < e->regions; n++) {
    w->miss[n] = log(w->found.worked[n] / e->earned[n]) - w->z[n] - shift;
    double size = fabs(w->miss[n]);
    if (!(size <= worst)) worst = size; /* what is no number too */
  }
  return worst;
}

double solver_sweep(struct solver_work *w, const struct scenario *what) {
  const struct solver *s = w->s;
  uint32_t width = s->width;
  size_t cells = (size_t)width * w->world.sectors;
  double *price = w->miss + width, *spent = price + cells;
  w->found.price = price;
  s->kernel->trade(&w->world, w->z, &w->found);
  treasuries(w);
  for (uint32_t n = 0; n < s->e->regions; n++)
    w->own[n] = exp(w->z[n]) * s->e->earned[n] + w->duty[n] + w->levy[n];
  scenario_income(what, w->own, w->income, w->deficit);
  s->kernel->spend(&w->world, w->found.made, w->income, spent);
  double wages = wage_miss(w), others = s->kernel->miss(2 * cells, w->z + width, price);
  return wages > others || isnan(wages) ? wages : others;
}

/* ---- the step ----------------------------------------------------------------------------------------- */

static void wage_step(struct solver_work *w, enum steer how) {
  const struct solver *s = w->s;
  uint32_t count = s->e->regions;
  for (uint32_t n = 0; n < s->width; n++) w->step[n] = 0;
  for (uint32_t n = 0; n < count && how != STEER_NO_WAGES; n++) {
    if (how == STEER_DAMPED) w->step[n] = 0.2 * w->miss[n];
    for (uint32_t m = 0; m < count && how == STEER_FULL; m++)
      w->step[n] += s->wage_step[(size_t)n * count + m] * w->miss[m];
    w->step[n] = fmax(-0.5, fmin(0.5, w->step[n]));
  }
}

void solver_steer(struct solver_work *w, enum steer how) {
  const struct solver *s = w->s;
  uint32_t width = s->width, sectors = w->world.sectors;
  size_t cells = (size_t)width * sectors;
  wage_step(w, how);
  memset(w->step + width, 0, 2 * cells * sizeof *w->step);
  s->kernel->block(width, sectors, s->price_block, w->miss + width, w->step + width);
  s->kernel->block(width, sectors, s->spent_block, w->miss + width + cells,
                   w->step + width + cells);
  if (how == STEER_FULL)
    s->kernel->push(s->e->regions, 2 * cells, s->follow, w->step, w->step + width);
}

/* ---- in and out --------------------------------------------------------------------------------------- */

static enum imp_status add_export(struct solver_work *w, const struct export_cell *c,
                                  struct imp_error *err) {
  if (!mem_grow((void **)&w->exports, &w->export_cap, w->export_count + 1, sizeof *w->exports))
    return error_no_memory(err);
  w->exports[w->export_count++] = *c;
  return IMP_OK;
}

static enum imp_status load_cell(struct solver_work *w, const struct scenario *what,
                                 const struct cell *c, struct imp_error *err) {
  const struct solver *s = w->s;
  size_t width = s->width;
  double share = s->e->share[at_flow(s->e, c->sector, c->importer, c->exporter)];
  uint32_t j = s->place[c->sector];
  if (!(share > 0) || j >= s->traded) return IMP_OK; /* what is not traded stays so */
  struct factors f = cell_factors(what, c, w->theta[j]);
  w->a[(j * width + c->exporter) * width + c->importer] = share * f.a;
  w->b[(j * width + c->importer) * width + c->exporter] = share * f.b;
  if (f.x == 0) return IMP_OK;
  struct export_cell x = {c->importer, c->exporter, j, share * f.x};
  return add_export(w, &x, err);
}

enum imp_status solver_load(struct solver_work *w, const struct scenario *what, const double *theta,
                            struct imp_error *err) {
  const struct solver *s = w->s;
  size_t square = (size_t)s->traded * s->width * s->width;
  enum imp_status status = IMP_OK;
  for (uint32_t j = 0; j < s->e->sectors; j++)
    w->theta[j] = theta == NULL ? s->theta[j] : theta[s->order[j]];
  memcpy(w->a, s->world.a, square * sizeof *w->a);
  memcpy(w->b, s->world.b, square * sizeof *w->b);
  w->export_count = 0;
  for (size_t k = 0; k < what->count && status == IMP_OK; k++)
    status = load_cell(w, what, &what->cells[k], err);
  return status;
}

void solver_unload(const struct solver_work *w, struct solution *out) {
  const struct economy *e = w->s->e;
  uint32_t width = w->s->width;
  size_t cells = (size_t)width * e->sectors;
  for (uint32_t n = 0; n < e->regions; n++) {
    out->wage[n] = exp(w->z[n]);
    out->income[n] = w->income[n];
    out->duty[n] = w->duty[n];
    out->levy[n] = w->levy[n];
    out->deficit[n] = w->deficit[n];
    for (uint32_t j = 0; j < e->sectors; j++) {
      size_t at = (size_t)w->s->place[j] * width + n, to = at_cell(e, n, j);
      bool bought = e->spent[to] > 0;
      out->price[to] = bought ? exp(w->z[width + at]) : 1;
      out->spent[to] = bought ? w->z[width + cells + at] * w->world.reference[at] : 0;
      out->made[to] = w->found.made[at];
      out->cost[to] = pow(w->found.power[at], -1 / w->world.theta[w->s->place[j]]);
    }
  }
}

/* ---- what a draw is asked ----------------------------------------------------------------------------- */

/* What the region buys at home, duty being none. */
static double bought_at_home(const struct solver_work *w, uint32_t n) {
  size_t width = w->s->width;
  double sum = 0;
  for (uint32_t j = 0; j < w->world.sectors; j++) {
    size_t row = j * width;
    double a = j < w->world.traded ? w->a[(row + n) * width + n]
                                   : w->world.home[row - w->world.traded * width + n];
    sum += a * w->found.power[row + n] * w->found.volume[row + n];
  }
  return sum;
}

void solver_measure(const struct solver_work *w, const struct measure *out) {
  const struct economy *e = w->s->e;
  size_t width = w->s->width;
  for (uint32_t n = 0; n < e->regions; n++) {
    out->wage[n] = exp(w->z[n]);
    out->price[n] = 0;
    for (uint32_t j = 0; j < e->sectors; j++)
      out->price[n] += w->world.final[j * width + n] * w->z[width + j * width + n];
    out->income[n] = w->income[n];
    out->duty[n] = w->duty[n];
    out->imports[n] = w->found.bought[n] - w->duty[n] - bought_at_home(w, n);
    out->exports[n] = out->imports[n] - w->deficit[n];
  }
}

double solver_output(const struct solver_work *w, uint32_t region, uint32_t sector) {
  const struct economy *e = w->s->e;
  uint32_t j = w->s->place[sector];
  size_t at = (size_t)j * w->s->width + region;
  double base = e->made[at_cell(e, region, sector)];
  if (!(base > 0)) return 1;
  return w->found.made[at] * exp(log(w->found.power[at]) / w->world.theta[j]) / base;
}

double solver_quantity(const struct solver_work *w, uint32_t importer, uint32_t exporter,
                       uint32_t sector) {
  const struct economy *e = w->s->e;
  size_t width = w->s->width;
  uint32_t j = w->s->place[sector];
  double base = e->flow[at_flow(e, sector, importer, exporter)];
  if (!(base > 0) || j >= w->world.traded) return 1;
  size_t row = j * width;
  double u = w->found.power[row + exporter];
  double value = w->b[(row + importer) * width + exporter] * u * w->found.volume[row + importer];
  return value * exp(log(u) / w->world.theta[j]) / base;
}

enum imp_status solver_reserve(struct solver_work *w, const struct scenario *what,
                               struct imp_error *err) {
  bool room = mem_grow((void **)&w->exports, &w->export_cap, what->count, sizeof *w->exports);
  return room ? IMP_OK : error_no_memory(err);
}
