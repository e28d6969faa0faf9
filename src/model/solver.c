// SPDX-License-Identifier: Apache-2.0
// The solver: memory, the base equilibrium, and the loop.

#include "model/solver.h"

#include <math.h>
#include <string.h>

#include "model/solver_own.h"

/* ---- arrays of the base year -------------------------------------------------------------------------- */

static bool crosses_borders(const struct economy *e, uint32_t j) {
  for (uint32_t n = 0; n < e->regions; n++)
    for (uint32_t i = 0; i < e->regions; i++)
      if (n != i && e->flow[at_flow(e, j, n, i)] > 0) return true;
  return false;
}

static void order_sectors(struct solver *s) {
  uint32_t at = 0;
  for (int pass = 0; pass < 2; pass++)
    for (uint32_t j = 0; j < s->e->sectors; j++)
      if (crosses_borders(s->e, j) == (pass == 0)) {
        s->place[j] = at;
        s->order[at++] = j;
        if (pass == 0) s->traded = at;
      }
}

/* The arrays of a solver, counted when c->at is NULL and laid out when not. */
static void lay_out(struct solver *s, struct carve *c) {
  size_t width = s->width, count = s->e->sectors, cells = width * count, d = sizeof(double);
  size_t square = (size_t)s->traded * width * width;
  s->world.width = s->width;
  s->world.sectors = s->e->sectors;
  s->world.traded = s->traded;
  s->world.theta = s->theta = carve(c, count * d);
  s->world.input = carve(c, count * cells * d);
  s->world.added = carve(c, cells * d);
  s->world.final = carve(c, cells * d);
  s->world.reference = carve(c, cells * d);
  s->world.earned = carve(c, width * d);
  s->world.a = carve(c, square * d);
  s->world.b = carve(c, square * d);
  s->world.home = carve(c, cells * d);
  s->z = carve(c, s->length * d);
  s->wage_step = carve(c, (size_t)s->e->regions * s->e->regions * d);
  s->price_block = carve(c, count * cells * sizeof(float));
  s->spent_block = carve(c, count * cells * sizeof(float));
  s->follow = carve(c, 2 * cells * s->e->regions * sizeof(float));
}

static void fill_trade(struct solver *s, uint32_t j) {
  const struct economy *e = s->e;
  size_t width = s->width, row = s->place[j] * width;
  double *a = (double *)s->world.a, *b = (double *)s->world.b, *home = (double *)s->world.home;
  for (uint32_t n = 0; n < width; n++) {
    bool bought = n < e->regions && e->spent[at_cell(e, n, j)] > 0;
    if (s->place[j] >= s->traded) {
      home[row - s->traded * width + n] = bought;
      continue;
    }
    if (!bought) a[(row + n) * width + n] = 1; /* a price of its own that nobody pays */
    for (uint32_t i = 0; i < e->regions && bought; i++) {
      double share = e->share[at_flow(e, j, n, i)];
      a[(row + i) * width + n] = share;
      b[(row + n) * width + i] = share / (1 + e->tariff[at_flow(e, j, n, i)]);
    }
  }
}

static void set_reference(struct solver *s, const double *spent) {
  const struct economy *e = s->e;
  double *reference = (double *)s->world.reference;
  for (size_t k = 0; k < (size_t)s->width * e->sectors; k++) reference[k] = 1;
  for (uint32_t n = 0; n < e->regions; n++) {
    double income = e->earned[n] + e->revenue[n];
    for (uint32_t j = 0; j < e->sectors; j++)
      reference[(size_t)s->place[j] * s->width + n] = fmax(spent[at_cell(e, n, j)], 1e-6 * income);
  }
}

static void fill(struct solver *s, const double *theta) {
  const struct economy *e = s->e;
  size_t width = s->width;
  double *input = (double *)s->world.input, *added = (double *)s->world.added;
  double *final = (double *)s->world.final, *earned = (double *)s->world.earned;
  for (uint32_t j = 0; j < e->sectors; j++) {
    size_t row = s->place[j];
    s->theta[row] = theta[j];
    for (uint32_t n = 0; n < e->regions; n++) {
      added[row * width + n] = e->added[at_cell(e, n, j)];
      final[row * width + n] = e->final[at_cell(e, n, j)];
      for (uint32_t k = 0; k < e->sectors; k++)
        input[(row * e->sectors + s->place[k]) * width + n] = e->input[at_input(e, n, k, j)];
    }
    fill_trade(s, j);
  }
  for (uint32_t n = 0; n < e->regions; n++) earned[n] = e->earned[n];
  set_reference(s, e->spent);
}

/* ---- work --------------------------------------------------------------------------------------------- */

static void lay_out_work(struct solver_work *w, struct carve *c) {
  const struct solver *s = w->s;
  size_t width = s->width, cells = width * s->e->sectors, d = sizeof(double);
  size_t square = (size_t)s->traded * width * width;
  w->a = carve(c, square * d);
  w->b = carve(c, square * d);
  w->theta = carve(c, s->e->sectors * d);
  w->z = carve(c, s->length * d);
  w->step = carve(c, s->length * d);
  w->miss = carve(c, s->length * d);
  double **cellwise[] = {&w->found.power, &w->found.volume, &w->found.made};
  for (size_t k = 0; k < 3; k++) *cellwise[k] = carve(c, cells * d);
  double **regional[] = {&w->found.worked, &w->found.kept, &w->found.bought, &w->own,
                         &w->income,       &w->deficit,    &w->duty,         &w->levy};
  for (size_t k = 0; k < 8; k++) *regional[k] = carve(c, width * d);
}

static unsigned char *aligned(void *memory) {
  return (unsigned char *)memory + (64 - (uintptr_t)memory % 64) % 64;
}

enum imp_status solver_work_new(const struct solver *s, struct solver_work **out,
                                struct imp_error *err) {
  struct solver_work *w = mem_alloc(sizeof *w);
  struct carve c = {0};
  *out = NULL;
  if (w == NULL) return error_no_memory(err);
  w->s = s;
  lay_out_work(w, &c);
  w->memory = mem_alloc(c.used + 64);
  enum imp_status status = w->memory == NULL ? error_no_memory(err) : IMP_OK;
  if (status == IMP_OK) status = anderson_new(s->kernel, s->length, &w->mixer, err);
  if (status != IMP_OK) {
    solver_work_free(w);
    return status;
  }
  c = (struct carve){aligned(w->memory), 0};
  lay_out_work(w, &c);
  w->world = s->world;
  w->world.a = w->a;
  w->world.b = w->b;
  w->world.theta = w->theta;
  *out = w;
  return IMP_OK;
}

void solver_work_free(struct solver_work *w) {
  if (w == NULL) return;
  anderson_free(w->mixer);
  mem_free(w->exports);
  mem_free(w->memory);
  mem_free(w);
}

/* ---- the loop ----------------------------------------------------------------------------------------- */

static void begin(struct solver_work *w) {
  const struct solver *s = w->s;
  memcpy(w->z, s->z, s->length * sizeof *w->z);
}

/* Steered and mixed sweeps. A residual that keeps rising drops the history and takes careful steps for a while. */
static bool mixed_sweeps(struct solver_work *w, const struct scenario *what,
                         const struct solve_options *o, struct solution *out) {
  double best = HUGE_VAL;
  uint32_t rises = 0, careful = 0;
  anderson_forget(w->mixer);
  for (uint32_t k = 0; k < o->sweeps_most; k++) {
    out->residual = solver_sweep(w, what);
    out->sweeps++;
    if (out->residual <= o->tolerance) return true;
    if (!isfinite(out->residual) || out->residual > 50) return false;
    rises = out->residual > best ? rises + 1 : 0;
    best = fmin(best, out->residual);
    if (rises >= 4) {
      anderson_forget(w->mixer);
      careful = 6, rises = 0, best = HUGE_VAL;
    }
    solver_steer(w, careful > 0 ? STEER_DAMPED : STEER_FULL);
    if (careful > 0) careful--;
    anderson_mix(w->mixer, w->z, w->step);
  }
  return false;
}

/* The slow way within the kernel: no mixing, damped wages. */
static bool damped_sweeps(struct solver_work *w, const struct scenario *what,
                          const struct solve_options *o, struct solution *out) {
  enum { DAMPED_MOST = 4000 };
  begin(w);
  for (uint32_t k = 0; k < DAMPED_MOST; k++) {
    out->residual = solver_sweep(w, what);
    out->sweeps++;
    if (out->residual <= o->tolerance) return true;
    if (!isfinite(out->residual)) return false;
    solver_steer(w, STEER_DAMPED);
    double *spent = w->z + w->s->length - (size_t)w->s->width * w->world.sectors;
    for (size_t at = 0; at < w->s->length; at++) {
      double next = w->z[at] + w->step[at];
      bool kept = &w->z[at] >= spent && next < 0.2 * w->z[at]; /* spending stays above 0 */
      w->z[at] = kept ? 0.2 * w->z[at] : next;
    }
  }
  return false;
}

static enum imp_status solve_once(struct solver_work *w, const struct scenario *what,
                                  const double *theta, const struct solve_options *o, bool again,
                                  struct solution *out, struct imp_error *err) {
  enum imp_status status = solver_load(w, what, theta, err);
  if (status != IMP_OK) return status;
  if (!again) begin(w);
  out->solved = mixed_sweeps(w, what, o, out);
  if (!out->solved) {
    out->fell_back = true;
    out->solved = damped_sweeps(w, what, o, out);
  }
  return IMP_OK;
}

/* ---- bounds on quantities ----------------------------------------------------------------------------- */

/* Quantity of a cell over the base year's: its value by what it sells for. */
static double quantity(const struct solver_work *w, const struct scenario *what,
                       const struct bound *b) {
  const struct solver *s = w->s;
  const struct economy *e = s->e;
  size_t width = s->width, row = s->place[b->sector] * width, at;
  at = at_flow(e, b->sector, b->importer, b->exporter);
  const struct cell *c = &what->cells[what->at[at] - 1];
  uint32_t j = s->place[b->sector];
  struct factors f = cell_factors(what, c, w->theta[j]);
  double value =
      w->found.volume[row + b->importer] * w->found.power[row + b->exporter] * e->share[at] * f.b;
  double cost = exp(-log(w->found.power[row + b->exporter]) / w->theta[j]);
  return value / cost / e->flow[at];
}

/* One step for every bound; the largest miss. A bound that does not bind has no wedge and no miss. */
static double tighten(const struct solver_work *w, struct scenario *what) {
  double worst = 0;
  for (size_t k = 0; k < what->bound_count; k++) {
    struct bound *b = &what->bounds[k];
    double gap = log(quantity(w, what, b) / b->quantity), wedge = log1p(b->wedge);
    double next = wedge + gap / (1 + w->theta[w->s->place[b->sector]]);
    next = b->floor ? fmin(next, 0) : fmax(next, 0);
    bool slack = next == 0 && wedge == 0;
    if (!slack) worst = fmax(worst, fabs(gap));
    b->wedge = expm1(fmax(-3, fmin(6, next)));
  }
  return worst;
}

enum imp_status solver_solve(const struct solver *s, struct solver_work *w, struct scenario *what,
                             const double *theta, const struct solve_options *o,
                             struct solution *out, struct imp_error *err) {
  enum { ROUNDS_MOST = 240 };
  if (theta != NULL) {
    enum imp_status status = solution_check_theta(s->e, theta, err);
    if (status != IMP_OK) return status;
  }
  bool again = o->again && w->warm;
  out->sweeps = 0;
  out->fell_back = out->solved = w->warm = false;
  for (size_t k = 0; k < what->bound_count; k++) what->bounds[k].wedge = 0;
  for (uint32_t round = 0; round < ROUNDS_MOST; round++) {
    enum imp_status status = solve_once(w, what, theta, o, again || round > 0, out, err);
    if (status != IMP_OK) return status;
    if (!out->solved || what->bound_count == 0) break;
    double miss = tighten(w, what);
    if (miss <= fmax(1e-9, 10 * o->tolerance)) break;
    out->solved = false; /* until a round ends with every bound met */
  }
  w->warm = out->solved;
  if (out->memory != NULL) solver_unload(w, out);
  return IMP_OK;
}

/* ---- the solver --------------------------------------------------------------------------------------- */

/* With prepared steps from the data, then from the equilibrium they lead to, when that is another place. */
static enum imp_status solve_base(struct solver *s, struct solver_work *w,
                                  const struct scenario *none, struct imp_error *err) {
  const struct solve_options o = {1e-12, 200, false};
  enum imp_status status = solver_load(w, none, NULL, err);
  for (int round = 0; round < 2 && status == IMP_OK; round++) {
    begin(w);
    double miss = solver_sweep(w, none);
    if (round > 0 && miss < 1e-9) break; /* prepared here already */
    status = prepare_blocks(s, w, err);
    if (status == IMP_OK) status = prepare_wages(s, w, none, err);
    if (status != IMP_OK) return status;
    memcpy(s->z, w->z, s->length * sizeof *s->z);
    if (!mixed_sweeps(w, none, &o, s->base) && s->base->residual > 1e-10 &&
        !damped_sweeps(w, none, &o, s->base))
      return error_set(err, IMP_FINDINGS, "model.data.base", "look at deficits and inputs",
                       "the base year does not settle: equations miss by %.2g", s->base->residual);
    bool near = true;
    for (size_t k = 0; k < s->length; k++) near = near && fabs(w->z[k] - s->z[k]) < 1e-3;
    memcpy(s->z, w->z, s->length * sizeof *s->z);
    if (near) break;
  }
  s->base->solved = true;
  solver_unload(w, s->base);
  return status;
}

static enum imp_status allocate(struct solver *s, struct imp_error *err) {
  const struct economy *e = s->e;
  s->width = (e->regions + KERNEL_LANES - 1) / KERNEL_LANES * KERNEL_LANES;
  s->length = s->width * (1 + 2 * (size_t)e->sectors);
  s->order = mem_alloc(e->sectors * sizeof *s->order);
  s->place = mem_alloc(e->sectors * sizeof *s->place);
  if (s->order == NULL || s->place == NULL) return error_no_memory(err);
  order_sectors(s);
  struct carve c = {0};
  lay_out(s, &c);
  s->memory = mem_alloc(c.used + 64);
  if (s->memory == NULL) return error_no_memory(err);
  c = (struct carve){aligned(s->memory), 0};
  lay_out(s, &c);
  return solution_new(e, &s->base, err);
}

enum imp_status solver_new(const struct economy *e, enum closure closure, const double *theta,
                           const struct kernel *kernel, struct solver **out,
                           struct imp_error *err) {
  struct solver *s = mem_alloc(sizeof *s);
  struct solver_work *w = NULL;
  struct scenario *none = NULL;
  *out = NULL;
  if (s == NULL) return error_no_memory(err);
  s->e = e;
  s->closure = closure;
  s->kernel = kernel == NULL ? kernel_best() : kernel;
  enum imp_status status = solution_check_theta(e, theta, err);
  if (status == IMP_OK) status = allocate(s, err);
  if (status == IMP_OK) {
    fill(s, theta);
    double *spent = s->z + s->length - (size_t)s->width * e->sectors;
    for (size_t k = 0; k < (size_t)s->width * e->sectors; k++) spent[k] = 0;
    for (uint32_t n = 0; n < e->regions; n++)
      for (uint32_t j = 0; j < e->sectors; j++) {
        size_t at = (size_t)s->place[j] * s->width + n;
        spent[at] = e->spent[at_cell(e, n, j)] / s->world.reference[at];
      }
    status = scenario_new(e, closure, &none, err);
  }
  if (status == IMP_OK) status = solver_work_new(s, &w, err);
  if (status == IMP_OK) status = solve_base(s, w, none, err);
  solver_work_free(w);
  scenario_free(none);
  if (status != IMP_OK) {
    solver_free(s);
    return status;
  }
  *out = s;
  return IMP_OK;
}

void solver_free(struct solver *s) {
  if (s == NULL) return;
  solution_free(s->base);
  mem_free(s->order);
  mem_free(s->place);
  mem_free(s->memory);
  mem_free(s);
}

const struct solution *solver_base(const struct solver *s) {
  return s->base;
}
