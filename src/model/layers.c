// SPDX-License-Identifier: Apache-2.0
// The layers beside the long run: accounting, sources that switch, and what is short.

#include <math.h>
#include <string.h>

#include "model/run.h"
#include "model/short.h"

/* ---- at the border ------------------------------------------------------------------------------------ */

static const struct cell *touched(const struct scenario *what, size_t at) {
  return what->at[at] == 0 ? NULL : &what->cells[what->at[at] - 1];
}

/* The share of a cell that may pass. */
static double passing(const struct cell *c) {
  double share = 0;
  if (c == NULL) return 1;
  for (uint32_t k = 0; k < c->count; k++)
    if (!isinf(c->part[k].cost)) share += c->part[k].share;
  return share;
}

/* Whether imports of the sector count in an average duty: goods of the schedule, or all where the data names none; and
 * whatever is charged all the same. */
static bool dutiable(const struct scenario *what, uint32_t n, uint32_t j) {
  const struct economy *e = what->e;
  bool found = e->prefixes == 0;
  for (size_t k = 0; k < e->prefixes && !found; k++) found = e->prefix[k].sector == j;
  for (uint32_t i = 0; i < e->regions && !found; i++) {
    const struct cell *c = touched(what, at_flow(e, j, n, i));
    found = e->tariff[at_flow(e, j, n, i)] > 0;
    for (uint32_t k = 0; c != NULL && k < c->count; k++) found = found || c->part[k].tariff > 0;
  }
  return found;
}

/* Mean of the parts' rates: what is charged before anybody reacts. What may not pass pays nothing. */
static double new_rate(const struct cell *c, double base) {
  double rate = 0;
  if (c == NULL) return base;
  for (uint32_t k = 0; k < c->count; k++)
    if (!isinf(c->part[k].cost)) rate += c->part[k].share * (c->part[k].tariff + c->part[k].excess);
  return rate;
}

static struct factors factors_at(const struct scenario *what, size_t at, double theta) {
  const struct cell *c = touched(what, at);
  if (c != NULL) return cell_factors(what, c, theta);
  return (struct factors){1, 1 / (1 + what->e->tariff[at]), 0};
}

/* What a nest of the sector costs, to the power of -theta, against the base year. */
static double nest(const struct scenario *what, double theta, uint32_t n, uint32_t j) {
  const struct economy *e = what->e;
  double q = 0;
  for (uint32_t i = 0; i < e->regions; i++) {
    size_t at = at_flow(e, j, n, i);
    if (e->share[at] > 0) q += e->share[at] * factors_at(what, at, theta).a;
  }
  return q;
}

/* The gaps that limits and floors open while wages and what sellers ask are held: those of the long run are others. */
static void hold_bounds(const struct scenario *what, double theta, uint32_t n, uint32_t j) {
  enum { ROUNDS_MOST = 400 };
  const struct economy *e = what->e;
  double worst = 1, spent = e->spent[at_cell(e, n, j)];
  for (int round = 0; round < ROUNDS_MOST && worst > 1e-12; round++) {
    worst = 0;
    for (size_t k = 0; k < what->bound_count; k++) {
      struct bound *b = &what->bounds[k];
      if (b->importer != n || b->sector != j) continue;
      size_t at = at_flow(e, j, n, b->exporter);
      double sold = e->share[at] * spent * factors_at(what, at, theta).b / nest(what, theta, n, j);
      double wedge = log1p(b->wedge),
             next = wedge + log(sold / e->flow[at] / b->quantity) / (1 + theta);
      next = fmax(-3, fmin(6, b->floor ? fmin(next, 0) : fmax(next, 0)));
      worst = fmax(worst, fabs(next - wedge));
      b->wedge = expm1(next);
    }
  }
}

/* One sector: wages and what sellers ask are held, spending on the sector is held, its sources switch. */
static void switch_sources(const struct scenario *what, double theta, uint32_t n, uint32_t j,
                           bool counted, struct at_border *out) {
  const struct economy *e = what->e;
  double q = nest(what, theta, n, j), spent = e->spent[at_cell(e, n, j)];
  if (!(q > 0) || !(spent > 0)) return;
  out->price += e->final[at_cell(e, n, j)] * (pow(q, -1 / theta) - 1);
  for (uint32_t i = 0; i < e->regions; i++) {
    size_t at = at_flow(e, j, n, i);
    if (i == n || !(e->share[at] > 0)) continue;
    struct factors f = factors_at(what, at, theta);
    double paid = e->share[at] * spent / q, flow = paid * (f.b + f.x);
    if (counted) out->imports_partial += flow;
    out->duty_partial += paid * f.a - flow;
  }
}

/* What foreign sources sell more than under the reference, without their own charge being another: diverted to them. Both
 * have their gaps of limits and floors held already. */
static double diverted(const struct scenario *what, const struct scenario *before, double theta,
                       uint32_t n, uint32_t j) {
  const struct economy *e = what->e;
  double q = nest(what, theta, n, j), q0 = nest(before, theta, n, j), more = 0;
  double spent = e->spent[at_cell(e, n, j)];
  for (uint32_t i = 0; i < e->regions && q > 0 && q0 > 0; i++) {
    size_t at = at_flow(e, j, n, i);
    if (i == n || !(e->share[at] > 0)) continue;
    struct factors f = factors_at(what, at, theta), f0 = factors_at(before, at, theta);
    bool same = fabs(f.a - f0.a) <= 1e-9 * f0.a && fabs(f.b - f0.b) <= 1e-9 * f0.b;
    if (same && f0.a > 0) more += e->share[at] * spent * ((f.b + f.x) / q - (f0.b + f0.x) / q0);
  }
  return more;
}

void border_of(const struct scenario *what, const struct scenario *before, const double *theta,
               uint32_t n, struct at_border *out) {
  const struct economy *e = what->e;
  *out = (struct at_border){.touched = false};
  for (uint32_t j = 0; j < e->sectors; j++) {
    bool counted = dutiable(what, n, j);
    for (uint32_t i = 0; i < e->regions; i++) {
      size_t at = at_flow(e, j, n, i);
      if (i == n) continue;
      const struct cell *c = touched(what, at);
      out->touched = out->touched || (c != NULL && e->flow[at] > 0);
      if (counted) out->imports += e->flow[at] * passing(c);
      out->duty_base += e->flow[at] * e->tariff[at];
      out->duty_accounting += e->flow[at] * new_rate(c, e->tariff[at]);
    }
    hold_bounds(what, theta[j], n, j);
    switch_sources(what, theta[j], n, j, counted, out);
    out->diverted += diverted(what, before, theta[j], n, j);
  }
}

/* ---- what consumers pay ------------------------------------------------------------------------------- */

/* How much dearer imports of a sector get: on the old sources, and as a nest of the new ones. */
static void dearer(const struct scenario *what, double theta, uint32_t n, uint32_t j, double *first,
                   double *switched) {
  const struct economy *e = what->e;
  double paid = 0, more = 0, shares = 0, felt = 0;
  for (uint32_t i = 0; i < e->regions; i++) {
    size_t at = at_flow(e, j, n, i);
    if (i == n || !(e->share[at] > 0)) continue;
    paid += e->flow[at] * (1 + e->tariff[at]);
    more += e->flow[at] * (new_rate(touched(what, at), e->tariff[at]) - e->tariff[at]);
    shares += e->share[at];
    felt += e->share[at] * factors_at(what, at, theta).a;
  }
  *first = paid > 0 ? more / paid : 0;
  *switched = shares > 0 && felt > 0 ? pow(felt / shares, -1 / theta) - 1 : 0;
}

enum imp_status find_rises(struct imp_model *m, struct imp_error *err) {
  const struct prices *p = m->world->prices;
  const struct economy *e = m->world->e;
  if (p == NULL) return IMP_OK;
  size_t all = p->categories + 1;
  m->rises = arena_array(&m->arena, m->outcomes * all, sizeof *m->rises);
  double *room = mem_alloc((2 * (size_t)e->sectors + p->categories + 3 * (size_t)p->commodities) *
                           sizeof *room);
  if (m->rises == NULL || room == NULL) {
    mem_free(room);
    return error_no_memory(err);
  }
  double *first = room, *switched = first + e->sectors, *change = switched + e->sectors;
  for (uint32_t k = 0; k < m->outcomes; k++) {
    struct price_rise *to = m->rises + k * all;
    for (uint32_t j = 0; j < e->sectors; j++)
      dearer(m->scenarios[k], m->theta[j], p->region, j, &first[j], &switched[j]);
    to[p->categories].first = prices_push(p, first, change, change + p->categories);
    for (uint32_t c = 0; c < p->categories; c++) to[c].first = change[c];
    to[p->categories].switched = prices_push(p, switched, change, change + p->categories);
    for (uint32_t c = 0; c < p->categories; c++) to[c].switched = change[c];
  }
  mem_free(room);
  return IMP_OK;
}

bool model_has_rises(const struct imp_model *m) {
  for (uint32_t k = 0; k < m->outcomes && m->rises != NULL; k++)
    if (m->border[k * m->regions + m->world->prices->region].touched) return true;
  return false;
}

/* ---- what is short ------------------------------------------------------------------------------------ */

double bottleneck(double a, double delivered, double s) {
  if (fabs(s - 1) < 1e-4) return expm1(a * log(delivered));
  double power = (s - 1) / s;
  return pow(a * pow(delivered, power) + 1 - a, 1 / power) - 1;
}

/* The least: first order, each using sector loses by its cost share. The most: nothing else is found and direct users, those
 * that spend more than a hundredth of a per cent of cost on it, fall with it. Weights are sales, or value added, over the
 * region's income. What lies between is solved. */
static void weigh(const struct economy *e, struct shortage *s) {
  uint32_t n = s->importer;
  double left = 1 - s->part * (1 - s->delivered);
  for (uint32_t u = 0; u < e->sectors; u++) {
    double share = e->input[at_input(e, n, s->sector, u)];
    double weight = e->made[at_cell(e, n, u)] / (e->earned[n] + e->revenue[n] + e->deficit[n]);
    if (!(share > 0)) continue;
    s->hulten += weight * bottleneck(share, left, 1);
    if (share > 1e-4) s->worst += weight * e->added[at_cell(e, n, u)] * (left - 1);
  }
}

static void add_shortage(struct imp_model *m, const struct shock_statement *t, uint32_t n,
                         uint32_t i, uint32_t j) {
  const struct economy *e = m->world->e;
  size_t at = at_flow(e, j, n, i);
  struct shortage *s = &m->shortage[m->shortages++];
  *s = (struct shortage){.importer = n, .exporter = i, .sector = j, .outcome = t->outcome};
  s->delivered = t->value;
  s->part = e->share[at];
  weigh(e, s);
}

static bool is_of(const struct shortage *s, uint32_t outcome) {
  return s->outcome == outcome || s->outcome == UINT32_MAX;
}

/* What the long run makes of the same shortages: limits on quantity whose rent is the seller's, and nothing else. */
static enum imp_status long_run_of(struct imp_model *m, const struct solver *solver,
                                   uint32_t outcome, struct imp_error *err) {
  const struct economy *e = m->world->e;
  const struct solve_options o = {m->options.tolerance, 80, false};
  const struct solution *base = solver_base(solver);
  struct solver_work *w = NULL;
  struct scenario *what = NULL;
  struct solution *at = NULL;
  enum imp_status status = scenario_new(e, m->scenarios[outcome]->closure, &what, err);
  for (uint32_t k = 0; k < m->shortages && status == IMP_OK; k++) {
    const struct shortage *s = &m->shortage[k];
    const struct bound b = {.importer = s->importer,
                            .exporter = s->exporter,
                            .sector = s->sector,
                            .quantity = fmax(s->delivered, 1e-3),
                            .rent = RENT_EXPORTER};
    if (is_of(s, outcome)) status = scenario_bound(what, &b, err);
  }
  if (status == IMP_OK) status = solver_work_new(solver, &w, err);
  if (status == IMP_OK) status = solution_new(e, &at, err);
  if (status == IMP_OK) status = solver_solve(solver, w, what, NULL, &o, at, err);
  for (uint32_t k = 0; k < m->shortages && status == IMP_OK; k++) {
    struct shortage *s = &m->shortage[k];
    uint32_t n = s->importer;
    if (!is_of(s, outcome)) continue;
    double now = at->income[n] / solution_price_index(e, at, n);
    double before = base->income[n] / solution_price_index(e, base, n);
    s->long_run = at->solved ? now / before - 1 : (double)NAN;
  }
  solution_free(at);
  solver_work_free(w);
  scenario_free(what);
  return status;
}

/* All shortages of an outcome together, against a world without. */
static enum imp_status solve_shortages(struct imp_model *m, const struct solver *solver,
                                       uint32_t outcome, struct imp_error *err) {
  const struct economy *e = m->world->e;
  struct short_limit limits[SHORTAGE_MOST];
  struct short_run run;
  size_t count = 0;
  for (uint32_t k = 0; k < m->shortages; k++) {
    const struct shortage *s = &m->shortage[k];
    if (!is_of(s, outcome)) continue;
    limits[count++] =
        (struct short_limit){s->importer, s->exporter, s->sector, fmax(s->delivered, 1e-3), 0};
  }
  if (count == 0) return IMP_OK;
  enum imp_status status = long_run_of(m, solver, outcome, err);
  if (status != IMP_OK) return status;
  status = short_solve(e, m->theta, NULL, limits, count, &SHORT_USUAL, &run, err);
  for (uint32_t k = 0; k < m->shortages && status == IMP_OK; k++) {
    struct shortage *s = &m->shortage[k];
    if (!is_of(s, outcome)) continue;
    s->income = run.solved ? run.income[s->importer] - 1 : (double)NAN;
    s->seller = run.solved ? run.income[s->exporter] - 1 : (double)NAN;
  }
  if (status == IMP_OK) short_free(&run);
  return status;
}

/* The flows of one statement: each is listed, so that there may not be many; none is a mistake. */
static enum imp_status shortages_of(struct imp_model *m, const struct shock_statement *t,
                                    struct imp_error *err) {
  const struct economy *e = m->world->e;
  uint32_t before = m->shortages;
  for (uint32_t j = 0; j < e->sectors; j++)
    for (uint32_t n = 0; n < e->regions && t->on[j]; n++)
      for (uint32_t i = 0; i < e->regions && t->into[n]; i++) {
        if (!t->from[i] || i == n || !(e->flow[at_flow(e, j, n, i)] > 0)) continue;
        if (m->shortages == SHORTAGE_MOST)
          return error_set(err, IMP_USAGE, "model.shock.parts", "name fewer regions or sectors",
                           "line %u of the shock: more than %d flows are short", (unsigned)t->line,
                           (int)SHORTAGE_MOST);
        add_shortage(m, t, n, i, j);
      }
  if (m->shortages > before) return IMP_OK;
  return error_set(err, IMP_USAGE, "model.shock.empty", "name a flow of the base year",
                   "line %u of the shock: there is no such trade in the base year",
                   (unsigned)t->line);
}

enum imp_status find_shortages(struct imp_model *m, const struct solver *solver,
                               struct imp_error *err) {
  const struct shock *shock = m->shock->s;
  enum imp_status status = IMP_OK;
  for (size_t k = 0; k < shock->count && status == IMP_OK; k++)
    if (shock->statements[k].kind == SHOCK_SHORT)
      status = shortages_of(m, &shock->statements[k], err);
  for (uint32_t k = 0; k < m->outcomes && status == IMP_OK; k++)
    status = solve_shortages(m, solver, k, err);
  return status;
}
