// SPDX-License-Identifier: Apache-2.0
// Flows that somebody counted, in their unit: soybeans of the United States into China.
//
// Where the tonnes of one flow are known its dollars a tonne stand for every source of that importer, so that what one
// source loses can be seen to come back from others, from home, or not at all. Long run, central numbers.

#include <string.h>

#include "model/run.h"

static bool names_flow(const struct shock_statement *t, const struct economy_quantity *q) {
  return t->kind != SHOCK_SHORT && t->on[q->sector] && t->into[q->importer] && t->from[q->exporter];
}

bool counted_is_moved(const struct imp_model *m, const struct economy_quantity *q) {
  const struct shock *s = m->shock->s;
  for (size_t k = 0; k < s->count; k++)
    if (names_flow(&s->statements[k], q)) return true;
  return false;
}

double counted_price(const struct imp_model *m, const struct economy_quantity *q) {
  const struct economy *e = m->world->e;
  return e->flow[at_flow(e, q->sector, q->importer, q->exporter)] / q->amount;
}

static double counted_base(const struct imp_model *m, const struct economy_quantity *q,
                           uint32_t importer, uint32_t exporter) {
  const struct economy *e = m->world->e;
  return e->flow[at_flow(e, q->sector, importer, exporter)] / counted_price(m, q);
}

static double counted_under(const struct imp_model *m, const struct economy_quantity *q,
                            uint32_t outcome, uint32_t importer, uint32_t exporter) {
  const struct economy *e = m->world->e;
  const struct solution *at = m->solutions[outcome];
  double value = solution_flow(m->scenarios[outcome], m->theta, at, importer, exporter, q->sector);
  return value / at->cost[at_cell(e, exporter, q->sector)] / counted_price(m, q);
}

static struct counted sum(const struct imp_model *m, const struct economy_quantity *q,
                          uint32_t outcome) {
  struct counted out = {0, 0, 0, 0, 0, 0};
  for (uint32_t i = 0; i < m->regions; i++) {
    bool base = outcome == UINT32_MAX;
    double bought =
        base ? counted_base(m, q, q->importer, i) : counted_under(m, q, outcome, q->importer, i);
    double sold =
        base ? counted_base(m, q, i, q->exporter) : counted_under(m, q, outcome, i, q->exporter);
    out.flow += i == q->exporter ? bought : 0;
    out.home += i == q->importer ? bought : 0;
    out.others += i != q->importer && i != q->exporter ? bought : 0;
    out.used += bought;
    out.made += sold;
    out.elsewhere += i != q->importer && i != q->exporter ? sold : 0;
  }
  return out;
}

struct counted counted_sum(const struct imp_model *m, const struct economy_quantity *q) {
  return sum(m, q, UINT32_MAX);
}

struct counted counted_sum_under(const struct imp_model *m, const struct economy_quantity *q,
                                 uint32_t outcome) {
  return sum(m, q, outcome);
}
