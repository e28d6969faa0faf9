// SPDX-License-Identifier: Apache-2.0
// Wedges on cells, and deficits.

#include "model/scenario.h"

#include <math.h>
#include <string.h>

static size_t map_size(const struct economy *e) {
  return (size_t)e->sectors * e->regions * e->regions;
}

enum imp_status scenario_new(const struct economy *e, enum closure closure, struct scenario **out,
                             struct imp_error *err) {
  struct scenario *s = mem_alloc(sizeof *s);
  *out = NULL;
  if (s == NULL) return error_no_memory(err);
  s->e = e;
  s->closure = closure;
  s->at = mem_alloc(map_size(e) * sizeof *s->at);
  if (s->at == NULL) {
    mem_free(s);
    return error_no_memory(err);
  }
  *out = s;
  return IMP_OK;
}

enum imp_status scenario_copy(const struct scenario *from, struct scenario **out,
                              struct imp_error *err) {
  struct scenario *s = NULL;
  enum imp_status status = scenario_new(from->e, from->closure, &s, err);
  *out = NULL;
  if (status != IMP_OK) return status;
  if (!mem_grow((void **)&s->cells, &s->cap, from->count, sizeof *s->cells) ||
      !mem_grow((void **)&s->bounds, &s->bound_cap, from->bound_count, sizeof *s->bounds)) {
    scenario_free(s);
    return error_no_memory(err);
  }
  if (from->count > 0) memcpy(s->cells, from->cells, from->count * sizeof *s->cells);
  if (from->bound_count > 0) memcpy(s->bounds, from->bounds, from->bound_count * sizeof *s->bounds);
  memcpy(s->at, from->at, map_size(s->e) * sizeof *s->at);
  s->count = from->count;
  s->bound_count = from->bound_count;
  *out = s;
  return IMP_OK;
}

void scenario_free(struct scenario *s) {
  if (s == NULL) return;
  mem_free(s->cells);
  mem_free(s->bounds);
  mem_free(s->at);
  mem_free(s);
}

static struct cell *cell_of(struct scenario *s, uint32_t n, uint32_t i, uint32_t j) {
  size_t at = at_flow(s->e, j, n, i);
  if (s->at[at] != 0) return &s->cells[s->at[at] - 1];
  if (!mem_grow((void **)&s->cells, &s->cap, s->count + 1, sizeof *s->cells)) return NULL;
  struct cell *c = &s->cells[s->count++];
  *c = (struct cell){.importer = n, .exporter = i, .sector = j, .count = 1};
  c->part[0] = (struct part){.share = 1, .tariff = s->e->tariff[at], .cost = 1};
  s->at[at] = (uint32_t)s->count;
  return c;
}

static void change_part(struct part *p, const struct change *change) {
  p->tariff = change->set ? change->tariff : p->tariff + change->tariff;
  p->excess = change->set ? change->excess : p->excess + change->excess;
  p->export_tax += change->export_tax;
  p->cost *= change->cost;
}

static enum imp_status out_of_range(struct imp_error *err, const char *what, double value) {
  return error_set(err, IMP_USAGE, "model.shock.range", "see docs/model.md, shocks", "%s: %.6g",
                   what, value);
}

enum imp_status scenario_change(struct scenario *s, uint32_t importer, uint32_t exporter,
                                uint32_t sector, const struct change *change,
                                struct imp_error *err) {
  if (!(change->scope > 0) || change->scope > 1)
    return out_of_range(err, "a scope must be above 0 and at most 1", change->scope);
  if (!(change->tariff >= -1) || change->tariff > 100)
    return out_of_range(err, "a tariff must be between 0 and 10,000%", change->tariff);
  if (!(change->tariff + change->excess >= -1) || change->tariff + change->excess > 100)
    return out_of_range(err, "what is charged must be between 0 and 10,000%",
                        change->tariff + change->excess);
  if (!(change->export_tax >= -0.9) || change->export_tax > 100)
    return out_of_range(err, "an export tax must be between -90 and 10,000%", change->export_tax);
  if (!(change->cost > 0)) return out_of_range(err, "a cost must be above 0", change->cost);
  if (importer == exporter) return IMP_OK; /* trade at home is in no law of trade */
  struct cell *c = cell_of(s, importer, exporter, sector);
  if (c == NULL) return error_no_memory(err);
  bool whole = change->scope >= 1;
  uint32_t count = c->count;
  if (!whole && count * 2 > SCENARIO_PARTS_MOST)
    return error_set(err, IMP_USAGE, "model.shock.parts", "put shares of one cell together",
                     "%s from %s into %s is cut into more than %d parts",
                     s->e->sector[sector].title, s->e->region[exporter].code,
                     s->e->region[importer].code, (int)SCENARIO_PARTS_MOST);
  for (uint32_t k = 0; k < count; k++) {
    if (!whole) {
      c->part[count + k] = c->part[k];
      c->part[count + k].share *= 1 - change->scope;
      c->part[k].share *= change->scope;
      c->count++;
    }
    change_part(&c->part[k], change);
    if (c->part[k].tariff < 0 || c->part[k].tariff > 100)
      return error_set(err, IMP_USAGE, "model.shock.range", "say is, or take off less",
                       "the duty on %s from %s into %s would be %.6g%%: the base year charges "
                       "%.6g%%",
                       s->e->sector[sector].code, s->e->region[exporter].code,
                       s->e->region[importer].code, 100 * c->part[k].tariff,
                       100 * s->e->tariff[at_flow(s->e, sector, importer, exporter)]);
  }
  return IMP_OK;
}

enum imp_status scenario_bound(struct scenario *s, const struct bound *bound,
                               struct imp_error *err) {
  if (!(bound->quantity > 0) || bound->quantity > 1e6)
    return out_of_range(err, "a quantity must be above 0", bound->quantity);
  if (bound->importer == bound->exporter ||
      !(s->e->flow[at_flow(s->e, bound->sector, bound->importer, bound->exporter)] > 0))
    return error_set(err, IMP_USAGE, "model.shock.empty", "bounds want trade in the base year",
                     "%s from %s into %s: there is no trade in the base year",
                     s->e->sector[bound->sector].title, s->e->region[bound->exporter].code,
                     s->e->region[bound->importer].code);
  if (!mem_grow((void **)&s->bounds, &s->bound_cap, s->bound_count + 1, sizeof *s->bounds))
    return error_no_memory(err);
  struct cell *c = cell_of(s, bound->importer, bound->exporter, bound->sector);
  if (c == NULL) return error_no_memory(err);
  if (c->bound != 0)
    return error_set(err, IMP_USAGE, "model.shock.parts", "say one of them",
                     "%s from %s into %s has two bounds", s->e->sector[c->sector].title,
                     s->e->region[c->exporter].code, s->e->region[c->importer].code);
  c->bound = (uint32_t)s->bound_count + 1;
  s->bounds[s->bound_count] = *bound;
  s->bounds[s->bound_count++].wedge = 0;
  return IMP_OK;
}

/* The gap a bound opens is a duty, an export tax or a cost, by who keeps it. */
static struct part bounded(struct part p, const struct bound *b) {
  double gap = 1 + b->wedge;
  if (b->rent == RENT_IMPORTER) p.tariff = (1 + p.tariff) * gap - 1;
  if (b->rent == RENT_EXPORTER) p.export_tax = (1 + p.export_tax) * gap - 1;
  if (b->rent == RENT_NOBODY) p.cost *= gap;
  return p;
}

struct factors cell_factors(const struct scenario *s, const struct cell *c, double theta) {
  struct factors f = {0, 0, 0};
  double base = s->e->tariff[at_flow(s->e, c->sector, c->importer, c->exporter)];
  for (uint32_t k = 0; k < c->count; k++) {
    struct part p = c->part[k];
    if (isinf(p.cost)) continue;
    if (c->bound != 0) p = bounded(p, &s->bounds[c->bound - 1]);
    double paid = (1 + p.tariff) * (1 + p.export_tax);
    double a = p.share * exp(-theta * log(paid * p.cost / (1 + base)));
    f.a += a;
    f.b += a / paid;
    f.x += a / paid * p.export_tax;
  }
  return f;
}

/* CLOSURE_SHARE: income is own / (1 - share + mean), where mean makes deficits add up to nothing. */
static void income_share(const struct economy *e, const double *own, double *income,
                         double *deficit) {
  double mean = 0;
  enum { ROUNDS = 60 };
  for (int round = 0; round < ROUNDS; round++) {
    double sum = 0, owed = 0;
    for (uint32_t n = 0; n < e->regions; n++) {
      double share = e->deficit[n] / (e->earned[n] + e->revenue[n] + e->deficit[n]);
      income[n] = own[n] / (1 - share + mean);
      deficit[n] = (share - mean) * income[n];
      sum += income[n];
      owed += share * income[n];
    }
    double next = owed / sum;
    if (fabs(next - mean) < 1e-16) break;
    mean = next;
  }
}

void scenario_income(const struct scenario *s, const double *own, double *income, double *deficit) {
  const struct economy *e = s->e;
  if (s->closure == CLOSURE_SHARE) {
    income_share(e, own, income, deficit);
    return;
  }
  for (uint32_t n = 0; n < e->regions; n++) {
    deficit[n] = s->closure == CLOSURE_FIXED ? e->deficit[n] : 0;
    income[n] = own[n] + deficit[n];
  }
}
