// SPDX-License-Identifier: Apache-2.0
// The numbers of a run, one by one, each with its layer and its unit: what JSON and rows are written of.

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "model/report_fact.h"

static void long_run(const struct imp_model *m, fact_to *to, void *user) {
  const struct economy *e = m->world->e;
  const struct shock *s = m->shock->s;
  struct fact f = {.layer = "long-run", .against = s->outcome[0].name, .sector = ""};
  f.drawn = m->state.solved > 1;
  for (uint32_t k = 1; k < m->outcomes; k++) {
    f.outcome = s->outcome[k].name;
    for (uint32_t n = 0; n < m->regions; n++)
      for (int c = 0; c < IMP_METRICS; c++) {
        f.region = e->region[n].code;
        f.metric = model_metric_names[c];
        f.unit = c == IMP_DUTY ? e->unit : model_metric_units[c];
        f.x = *model_number(m, k, n, (enum imp_metric)c);
        to(user, &f);
      }
  }
}

static void plain_fact(fact_to *to, void *user, struct fact f, double value) {
  f.x = (struct imp_estimate){value, value, value, value < 0, 0, value, 0};
  to(user, &f);
}

/* Under its own name: never to be read as welfare. */
static void linear(const struct imp_model *m, fact_to *to, void *user) {
  const struct shock *s = m->shock->s;
  const struct solved before = {m->scenarios[0], m->solutions[0]};
  struct fact f = {.layer = "long-run",
                   .against = s->outcome[0].name,
                   .sector = "",
                   .unit = "fraction"};
  for (uint32_t k = 1; k < m->outcomes; k++)
    for (uint32_t n = 0; n < m->regions; n++) {
      const struct solved after = {m->scenarios[k], m->solutions[k]};
      struct linear x = solution_linear(m->theta, &before, &after, n);
      f.outcome = s->outcome[k].name;
      f.region = m->world->e->region[n].code;
      f.metric = "linear-approximation-terms-of-trade";
      plain_fact(to, user, f, x.terms_of_trade);
      f.metric = "linear-approximation-volume-of-trade";
      plain_fact(to, user, f, x.volume_of_trade);
    }
}

static void watched(const struct imp_model *m, fact_to *to, void *user) {
  const struct economy *e = m->world->e;
  const struct shock *s = m->shock->s;
  for (uint32_t k = 1; k < m->outcomes; k++)
    for (uint32_t w = 0; w < m->watches; w++) {
      const struct watch *at = &m->watch[w];
      char metric[64] = "quantity-made";
      if (at->importer != UINT32_MAX)
        snprintf(metric, sizeof metric, "quantity-into-%.24s", e->region[at->importer].code);
      struct fact f = {"long-run",
                       s->outcome[k].name,
                       s->outcome[0].name,
                       e->region[at->region].code,
                       e->sector[at->sector].code,
                       metric,
                       "fraction",
                       m->watched[k * m->watches + w],
                       m->state.solved > 1,
                       NULL};
      to(user, &f);
    }
}

/* Flows in the unit somebody counted one in. `outcome` m->outcomes: the base year. */
static void counted_facts(const struct imp_model *m, const struct economy_quantity *q,
                          uint32_t outcome, fact_to *to, void *user) {
  const struct economy *e = m->world->e;
  bool base = outcome == m->outcomes;
  const struct counted c = base ? counted_sum(m, q) : counted_sum_under(m, q, outcome);
  const double numbers[] = {c.flow, c.others, c.home, c.used, c.elsewhere, c.made};
  static const char *const metrics[] = {"amount-of-counted", "amount-of-others", "amount-of-own",
                                        "amount-used",       "amount-elsewhere", "amount-made"};
  struct fact f = {.layer = base ? "accounting" : "long-run",
                   .outcome = base ? "base year" : m->shock->s->outcome[outcome].name,
                   .against = "none",
                   .sector = e->sector[q->sector].code,
                   .unit = q->unit};
  for (int k = 0; k < 6; k++) {
    f.region = e->region[k < 4 ? q->importer : q->exporter].code;
    f.metric = metrics[k];
    plain_fact(to, user, f, numbers[k]);
  }
}

static void counted(const struct imp_model *m, fact_to *to, void *user) {
  const struct economy *e = m->world->e;
  for (size_t k = 0; k < e->quantities; k++)
    for (uint32_t o = 0; o <= m->outcomes && counted_is_moved(m, &e->quantity[k]); o++)
      counted_facts(m, &e->quantity[k], o, to, user);
}

static void borders(const struct imp_model *m, fact_to *to, void *user) {
  const struct economy *e = m->world->e;
  for (uint32_t k = 0; k < m->outcomes; k++)
    for (uint32_t n = 0; n < m->regions; n++) {
      const struct at_border *a = &m->border[k * m->regions + n];
      if (!a->touched) continue;
      struct fact f = {.outcome = m->shock->s->outcome[k].name,
                       .against = "base year",
                       .region = e->region[n].code,
                       .sector = ""};
      f.layer = "accounting", f.metric = "average-duty", f.unit = "fraction";
      plain_fact(to, user, f, a->duty_accounting / a->imports);
      f.metric = "duty", f.unit = e->unit;
      plain_fact(to, user, f, a->duty_accounting - a->duty_base);
      f.layer = "partial";
      plain_fact(to, user, f, a->duty_partial - a->duty_base);
      if (k > 0) {
        struct fact d = f;
        d.metric = "imports-diverted", d.against = m->shock->s->outcome[0].name;
        plain_fact(to, user, d, a->diverted);
      }
      f.metric = "average-duty", f.unit = "fraction";
      plain_fact(to, user, f, a->duty_partial / a->imports_partial);
      f.metric = "prices-direct";
      plain_fact(to, user, f, a->price);
    }
}

static void rises(const struct imp_model *m, fact_to *to, void *user) {
  const struct prices *p = m->world->prices;
  if (!model_has_rises(m)) return;
  struct fact f = {.layer = "price-push", .against = "base year", .sector = "", .unit = "fraction"};
  f.region = m->world->e->region[p->region].code;
  for (uint32_t k = 0; k < m->outcomes; k++)
    for (uint32_t c = 0; c <= p->categories; c++) {
      const struct price_rise *x = &m->rises[k * (p->categories + 1) + c];
      f.outcome = m->shock->s->outcome[k].name;
      f.category = c < p->categories ? p->category[c].title : "all consumption";
      f.metric = "price-first";
      plain_fact(to, user, f, x->first);
      f.metric = "price-switched";
      plain_fact(to, user, f, x->switched);
    }
}

static void shortages(const struct imp_model *m, fact_to *to, void *user) {
  const struct economy *e = m->world->e;
  for (uint32_t k = 0; k < m->shortages; k++) {
    const struct shortage *s = &m->shortage[k];
    struct fact f = {.layer = "short-run",
                     .against = "base year",
                     .region = e->region[s->importer].code,
                     .sector = e->sector[s->sector].code,
                     .unit = "fraction"};
    f.outcome = s->outcome == UINT32_MAX ? "every" : m->shock->s->outcome[s->outcome].name;
    f.metric = "output-first-order";
    plain_fact(to, user, f, s->hulten);
    f.metric = "output-users-stop";
    plain_fact(to, user, f, s->worst);
    f.metric = "real-income";
    plain_fact(to, user, f, s->income);
    f.layer = "long-run", f.metric = "real-income-of-shortage";
    plain_fact(to, user, f, s->long_run);
    f.layer = "short-run", f.metric = "real-income";
    f.region = e->region[s->exporter].code;
    plain_fact(to, user, f, s->seller);
  }
}

static void structures(const struct imp_model *m, fact_to *to, void *user) {
  const struct shock *s = m->shock->s;
  for (uint32_t r = 0; r < m->structure_count; r++)
    for (uint32_t k = 1; k < m->outcomes; k++)
      for (uint32_t n = 0; n < m->regions; n++) {
        char metric[80];
        const struct structure *row = &m->structures[r];
        snprintf(metric, sizeof metric, "real-income-%.24s-%.16s%s", row->set, row->closure,
                 row->inputs ? "" : "-no-inputs");
        struct fact f = {.layer = "long-run",
                         .outcome = s->outcome[k].name,
                         .against = s->outcome[0].name,
                         .region = m->world->e->region[n].code,
                         .sector = "",
                         .metric = metric,
                         .unit = "fraction"};
        plain_fact(to, user, f, row->solved ? row->income[k * m->regions + n] : (double)NAN);
      }
}

/* The mix over outcomes, when the shock gives odds. */
static void by_odds(const struct imp_model *m, fact_to *to, void *user) {
  struct fact f = {.layer = "long-run",
                   .outcome = "by-odds",
                   .sector = "",
                   .metric = "real-income",
                   .unit = "fraction"};
  f.against = m->shock->s->outcome[0].name;
  for (uint32_t n = 0; n < m->regions; n++) {
    double mixed = 0;
    if (!model_by_odds(m, n, IMP_REAL_INCOME, &mixed)) return;
    f.region = m->world->e->region[n].code;
    f.metric = "real-income";
    plain_fact(to, user, f, mixed);
    double between, within;
    if (!model_variance(m, n, IMP_REAL_INCOME, &between, &within)) continue;
    f.metric = "real-income-variance-by-outcome";
    plain_fact(to, user, f, between / (between + within));
  }
}

void model_every_fact(const struct imp_model *m, fact_to *to, void *user) {
  long_run(m, to, user);
  by_odds(m, to, user);
  linear(m, to, user);
  watched(m, to, user);
  counted(m, to, user);
  borders(m, to, user);
  rises(m, to, user);
  shortages(m, to, user);
  structures(m, to, user);
}
