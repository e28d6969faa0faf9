// SPDX-License-Identifier: Apache-2.0
// A run: the outcomes of a shock solved and compared with the first, in every layer.

#include "model/run.h"

#include <math.h>
#include <string.h>

static const struct {
  const char *name;
  enum closure closure;
} closures[] = {{"fixed", CLOSURE_FIXED}, {"removed", CLOSURE_REMOVED}, {"share", CLOSURE_SHARE}};

/* ---- numbers of a solve ------------------------------------------------------------------------------- */

size_t model_width(const struct imp_model *m) {
  return (size_t)m->regions * IMP_METRICS + m->watches;
}

void model_measure(const struct imp_model *m, const struct solver_work *w, const struct measure *r,
                   double *values) {
  solver_measure(w, r);
  for (uint32_t n = 0; n < m->regions; n++, values += IMP_METRICS) {
    double price = exp(r->price[n]);
    values[IMP_REAL_INCOME] = r->income[n] / price;
    values[IMP_REAL_WAGE] = r->wage[n] / price;
    values[IMP_PRICES] = price;
    values[IMP_DUTY] = r->duty[n];
    values[IMP_IMPORTS] = r->imports[n];
    values[IMP_EXPORTS] = r->exports[n];
  }
  for (uint32_t k = 0; k < m->watches; k++) {
    const struct watch *at = &m->watch[k];
    values[k] = at->importer == UINT32_MAX
                    ? solver_output(w, at->region, at->sector)
                    : solver_quantity(w, at->importer, at->region, at->sector);
  }
}

double model_against(const struct imp_model *m, size_t column, double value, double first) {
  size_t numbers = (size_t)m->regions * IMP_METRICS;
  if (column < numbers && column % IMP_METRICS == IMP_DUTY) return value - first;
  if (value == first) return 0; /* 0 over 0: nothing is sold on either side */
  return value / first - 1;
}

/* ---- what is looked at closely ------------------------------------------------------------------------ */

static void watch(struct imp_model *m, uint32_t sector, uint32_t region, uint32_t importer) {
  for (uint32_t k = 0; k < m->watches; k++) {
    const struct watch *w = &m->watch[k];
    if (w->sector == sector && w->region == region && w->importer == importer) return;
  }
  if (m->watches < WATCH_MOST) m->watch[m->watches++] = (struct watch){sector, region, importer};
}

/* The largest sellers of the sector across borders. */
static void watch_sellers(struct imp_model *m, uint32_t sector, uint32_t importer) {
  const struct economy *e = m->world->e;
  double before = HUGE_VAL;
  for (int rank = 0; rank < 4; rank++) {
    double best = 0;
    uint32_t who = UINT32_MAX;
    for (uint32_t i = 0; i < e->regions; i++) {
      double sold = e->flow[at_flow(e, sector, importer, i)];
      if (i != importer && sold > best && sold < before) best = sold, who = i;
    }
    if (who == UINT32_MAX) return;
    watch(m, sector, who, UINT32_MAX);
    watch(m, sector, who, importer);
    before = best;
  }
}

/* Sectors that a statement names one by one with a quantity, and counted flows that one moves: soybeans. */
static void find_watches(struct imp_model *m) {
  const struct shock *s = m->shock->s;
  for (size_t k = 0; k < s->count; k++) {
    const struct shock_statement *t = &s->statements[k];
    if (t->kind != SHOCK_FLOOR && t->kind != SHOCK_LIMIT) continue;
    for (uint32_t j = 0; j < m->world->e->sectors; j++)
      for (uint32_t n = 0; n < m->regions && t->on[j]; n++)
        if (t->into[n]) watch_sellers(m, j, n);
  }
  const struct economy *e = m->world->e;
  for (size_t k = 0; k < e->quantities; k++)
    if (counted_is_moved(m, &e->quantity[k]))
      watch_sellers(m, e->quantity[k].sector, e->quantity[k].importer);
}

/* ---- central solves ----------------------------------------------------------------------------------- */

static enum imp_status unsolved(const struct imp_model *m, uint32_t k, double residual,
                                struct imp_error *err) {
  if (residual <= m->options.tolerance)
    return error_set(err, IMP_FINDINGS, "model.unsolved", "ask for fewer or milder ones",
                     "limits and floors of outcome %s were not all met together",
                     m->shock->s->outcome[k].name);
  return error_set(err, IMP_FINDINGS, "model.unsolved",
                   "ask for a smaller shock, or another set of elasticities",
                   "outcome %s has no solution here: equations miss by %.2g",
                   m->shock->s->outcome[k].name, residual);
}

static void note_state(struct imp_model *m, const struct solution *at) {
  m->state.sweeps += at->sweeps;
  m->state.residual = fmax(m->state.residual, at->residual);
  m->state.fell_back += at->fell_back;
}

static void note_central(struct imp_model *m, uint32_t k, const double *values) {
  size_t width = model_width(m), numbers = (size_t)m->regions * IMP_METRICS;
  for (size_t c = 0; c < width; c++) {
    double value = model_against(m, c, values[k * width + c], values[c]);
    struct imp_estimate *to = c < numbers ? &m->numbers[k * numbers + c]
                                          : &m->watched[(size_t)k * m->watches + c - numbers];
    *to = (struct imp_estimate){value, value, value, value < 0, 0, value, 0};
  }
}

static enum imp_status solve_outcomes(struct imp_model *m, const struct solver *s,
                                      struct imp_error *err) {
  struct solver_work *w = NULL;
  size_t width = model_width(m), count = m->regions;
  double *values = mem_alloc((m->outcomes * width + 6 * count) * sizeof *values);
  if (values == NULL) return error_no_memory(err);
  double *r = values + m->outcomes * width;
  struct measure room = {r, r + count, r + 2 * count, r + 3 * count, r + 4 * count, r + 5 * count};
  const struct solve_options o = {m->options.tolerance, 80, false};
  enum imp_status status = solver_work_new(s, &w, err);
  for (uint32_t k = 0; k < m->outcomes && status == IMP_OK; k++) {
    status = solver_solve(s, w, m->scenarios[k], NULL, &o, m->solutions[k], err);
    if (status == IMP_OK && !m->solutions[k]->solved)
      status = unsolved(m, k, m->solutions[k]->residual, err);
    if (status != IMP_OK) break;
    note_state(m, m->solutions[k]);
    model_measure(m, w, &room, values + k * width);
    note_central(m, k, values);
    for (size_t b = 0; b < m->scenarios[k]->bound_count; b++)
      m->bound_slack[k] = m->bound_slack[k] || m->scenarios[k]->bounds[b].wedge == 0;
  }
  solver_work_free(w);
  mem_free(values);
  return status;
}

/* ---- the table over structures ------------------------------------------------------------------------ */

static enum imp_status solve_structure(struct imp_model *m, const struct economy *e, uint32_t set,
                                       enum closure closure, struct structure *row,
                                       struct imp_error *err) {
  struct solver *s = NULL;
  struct solver_work *w = NULL;
  struct solution *at = NULL;
  const struct solve_options o = {1e-8, 80, false};
  enum imp_status status = solver_new(e, closure, e->set[set].theta, NULL, &s, err);
  if (status == IMP_OK) status = solver_work_new(s, &w, err);
  if (status == IMP_OK) status = solution_new(e, &at, err);
  row->solved = true;
  for (uint32_t k = 0; k < m->outcomes && status == IMP_OK && row->solved; k++) {
    struct scenario *what = m->scenarios[k];
    const struct scenario kept = *what;
    what->closure = closure;
    what->e = e;
    status = solver_solve(s, w, what, NULL, &o, at, err);
    what->closure = kept.closure;
    what->e = kept.e;
    row->solved = at->solved;
    for (uint32_t n = 0; n < m->regions && status == IMP_OK; n++) {
      double now = at->income[n] / solution_price_index(e, at, n);
      row->income[k * m->regions + n] = k == 0 ? now : now / row->income[n] - 1;
    }
  }
  solution_free(at);
  solver_work_free(w);
  solver_free(s);
  return status;
}

static enum imp_status add_structure(struct imp_model *m, const struct economy *e, uint32_t set,
                                     uint32_t closure, struct imp_error *err) {
  struct structure *row = &m->structures[m->structure_count++];
  row->set = e->set[set].name;
  row->closure = closures[closure].name;
  row->inputs = e == m->world->e;
  row->income = arena_array(&m->arena, (size_t)m->outcomes * m->regions, sizeof(double));
  if (row->income == NULL) return error_no_memory(err);
  return solve_structure(m, e, set, closures[closure].closure, row, err);
}

/* Every set under the run's closure, the other closures, and makers without inputs. */
static enum imp_status solve_structures(struct imp_model *m, struct imp_error *err) {
  const struct economy *e = m->world->e;
  struct economy *bare = NULL;
  uint32_t own = economy_set_named(e, str_of(m->set)), closure = m->options.closure;
  m->structures = arena_array(&m->arena, e->sets + 3u, sizeof *m->structures);
  if (m->structures == NULL) return error_no_memory(err);
  enum imp_status status = IMP_OK;
  for (uint32_t k = 0; k < e->sets && status == IMP_OK; k++)
    status = add_structure(m, e, k, closure, err);
  for (uint32_t k = 1; k < 3 && status == IMP_OK; k++)
    status = add_structure(m, e, own, (closure + k) % 3, err);
  if (status == IMP_OK) status = economy_without_inputs(e, &bare, err);
  if (status == IMP_OK) status = add_structure(m, bare, own, closure, err);
  economy_free(bare);
  return status;
}

/* ---- the whole ---------------------------------------------------------------------------------------- */

enum imp_status model_set(const struct economy *e, const char *name, uint32_t *out,
                          struct imp_error *err) {
  *out = name == NULL ? 0 : economy_set_named(e, str_of(name));
  if (*out != UINT32_MAX) return IMP_OK;
  struct buf known = {0};
  for (uint32_t k = 0; k < e->sets; k++)
    buf_printf(&known, "%s%s", k > 0 ? ", " : "", e->set[k].name);
  error_set(err, IMP_USAGE, "model.set", "give one of them",
            "there is no set of elasticities \"%.40s\"; there are %s", name,
            known.n > 0 ? known.p : "");
  buf_free(&known);
  return IMP_USAGE;
}

static enum imp_status settle_options(struct imp_model *m, struct imp_error *err) {
  const struct economy *e = m->world->e;
  struct imp_model_options *o = &m->options;
  uint32_t set = 0;
  enum imp_status status = model_set(e, o->set, &set, err);
  if (status != IMP_OK) return status;
  if (o->draws > 100000)
    return error_set(err, IMP_USAGE, "model.draws", "1,000 draws are good for most questions",
                     "%u draws are more than 100,000", (unsigned)o->draws);
  if ((unsigned)o->closure > IMP_DEFICIT_SHARE)
    return error_set(err, IMP_USAGE, "model.closure", "fixed, removed or share",
                     "there is no such closure of deficits");
  if (!(o->tolerance > 0)) o->tolerance = 1e-9;
  m->set = e->set[set].name;
  m->theta = e->set[set].theta;
  return IMP_OK;
}

static enum imp_status make_room(struct imp_model *m, struct imp_error *err) {
  const struct economy *e = m->world->e;
  struct arena *a = &m->arena;
  m->outcomes = m->shock->s->outcomes;
  m->regions = e->regions;
  find_watches(m);
  m->numbers = arena_array(a, (size_t)m->outcomes * m->regions * IMP_METRICS, sizeof *m->numbers);
  m->watched = arena_array(a, (size_t)m->outcomes * (m->watches + 1), sizeof *m->watched);
  m->border = arena_array(a, (size_t)m->outcomes * m->regions, sizeof *m->border);
  m->bound_slack = arena_array(a, m->outcomes, sizeof *m->bound_slack);
  m->solutions = arena_array(a, m->outcomes, sizeof *m->solutions);
  m->scenarios = arena_array(a, m->outcomes, sizeof *m->scenarios);
  if (a->failed) return error_no_memory(err);
  enum imp_status status = IMP_OK;
  for (uint32_t k = 0; k < m->outcomes && status == IMP_OK; k++) {
    status = scenario_new(e, closures[m->options.closure].closure, &m->scenarios[k], err);
    if (status == IMP_OK) status = shock_apply(m->shock->s, k, NULL, m->scenarios[k], err);
    if (status == IMP_OK) status = solution_new(e, &m->solutions[k], err);
  }
  return status;
}

/* On copies: the gaps of limits and floors at the border are not those of the long run. */
static enum imp_status find_borders(struct imp_model *m, struct imp_error *err) {
  struct scenario *first = NULL;
  enum imp_status status = IMP_OK;
  for (uint32_t k = 0; k < m->outcomes && status == IMP_OK; k++) {
    struct scenario *what = NULL;
    status = scenario_copy(m->scenarios[k], &what, err);
    if (k == 0) first = what;
    for (uint32_t n = 0; n < m->regions && status == IMP_OK; n++)
      border_of(what, first, m->theta, n, &m->border[k * m->regions + n]);
    if (k > 0) scenario_free(what);
  }
  scenario_free(first);
  return status;
}

enum imp_status imp_model_run(const struct imp_world *w, const struct imp_shock *s,
                              const struct imp_model_options *options, struct imp_model **out,
                              struct imp_error *err) {
  struct imp_model *m = mem_alloc(sizeof *m);
  struct solver *solver = NULL;
  *out = NULL;
  if (m == NULL) return error_no_memory(err);
  m->world = w;
  m->shock = s;
  m->options = *options;
  enum imp_status status = settle_options(m, err);
  if (status == IMP_OK) status = make_room(m, err);
  if (status == IMP_OK)
    status = solver_new(w->e, closures[m->options.closure].closure, m->theta, NULL, &solver, err);
  if (status == IMP_OK) status = solve_outcomes(m, solver, err);
  if (status == IMP_OK && m->options.draws > 0) status = model_draw(m, solver, err);
  if (status == IMP_OK) {
    status = find_borders(m, err);
    if (status == IMP_OK) status = find_shortages(m, solver, err);
    if (status == IMP_OK) status = find_rises(m, err);
  }
  if (status == IMP_OK && m->options.structures) status = solve_structures(m, err);
  solver_free(solver);
  if (status != IMP_OK) {
    imp_model_free(m);
    return status;
  }
  *out = m;
  return IMP_OK;
}

void imp_model_free(struct imp_model *m) {
  if (m == NULL) return;
  for (uint32_t k = 0; k < m->outcomes && m->solutions != NULL; k++) solution_free(m->solutions[k]);
  for (uint32_t k = 0; k < m->outcomes && m->scenarios != NULL; k++) scenario_free(m->scenarios[k]);
  arena_free(&m->arena);
  mem_free(m);
}

struct imp_estimate imp_model_at(const struct imp_model *m, uint32_t outcome, uint32_t region,
                                 enum imp_metric metric) {
  return *model_number(m, outcome, region, metric);
}

struct imp_model_state imp_model_state(const struct imp_model *m) {
  return m->state;
}
