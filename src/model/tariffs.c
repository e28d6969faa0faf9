// SPDX-License-Identifier: Apache-2.0
// Rates of law into a shock: from numbers of goods and places to sectors and regions.
//
// The mean of a cell's rates overstates what they do: buyers move to the lines that stay cheap. What stands for the cell is
// the rate that a nest with the same elasticity would feel as one: log k = -1/theta log E[(1+t)^-theta] over the trade
// of the cell that has a rate. What has none keeps out of the mean and is counted. The mean goes along as what is charged
// before anybody moves: the accounting asks for that one.

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "impost/panel.h"
#include "model/run.h"

struct cell_sum {
  double trade, rated, mean, felt; /* weights; sum of w t; sum of w (1+t)^-theta */
};

struct imp_tariffs {
  const struct imp_world *world;
  uint32_t importer, outcomes;
  bool additional; /* rates on top of those of the base year */
  const double *theta;
  struct cell_sum *cells; /* [outcome][region][sector] */
  double unplaced;        /* trade of goods or places that are in no sector or region */
};

enum imp_status imp_tariffs_new(const struct imp_world *w, const char *importer, uint32_t outcomes,
                                bool additional, const char *set, struct imp_tariffs **out,
                                struct imp_error *err) {
  const struct economy *e = w->e;
  uint32_t n = economy_region(e, str_of(importer)), at = 0;
  *out = NULL;
  enum imp_status status = model_set(e, set, &at, err);
  if (status != IMP_OK) return status;
  if (n == UINT32_MAX || e->prefixes == 0 || e->places == 0)
    return error_set(
        err, IMP_USAGE, "model.law.world", "take the base year of the library",
        "this base year does not say which goods and places its sectors and regions are");
  if (outcomes < 2 || outcomes > SHOCK_OUTCOMES_MOST)
    return error_set(err, IMP_USAGE, "model.law.outcomes", "ask about one question",
                     "%u outcomes cannot be compared; 2 to %d can", (unsigned)outcomes,
                     (int)SHOCK_OUTCOMES_MOST);
  struct imp_tariffs *t = mem_alloc(sizeof *t);
  if (t == NULL) return error_no_memory(err);
  t->cells = mem_alloc((size_t)outcomes * e->regions * e->sectors * sizeof *t->cells);
  if (t->cells == NULL) {
    mem_free(t);
    return error_no_memory(err);
  }
  t->world = w;
  t->importer = n;
  t->outcomes = outcomes;
  t->additional = additional;
  t->theta = e->set[at].theta;
  *out = t;
  return IMP_OK;
}

void imp_tariffs_free(struct imp_tariffs *t) {
  if (t == NULL) return;
  mem_free(t->cells);
  mem_free(t);
}

void imp_tariffs_add(struct imp_tariffs *t, uint32_t outcome, const char *number, const char *place,
                     int64_t trade, int64_t rated, int64_t share) {
  const struct economy *e = t->world->e;
  uint32_t j = economy_sector_of_goods(e, number), n = economy_region_of_place(e, place);
  if (outcome >= t->outcomes) return;
  if (j == UINT32_MAX || n == UINT32_MAX || n == t->importer) {
    t->unplaced += outcome == 0 ? (double)trade : 0;
    return;
  }
  struct cell_sum *c = &t->cells[((size_t)outcome * e->regions + n) * e->sectors + j];
  double rate = (double)share / IMP_SHARE_WHOLE, weight = (double)rated;
  c->trade += (double)trade;
  c->rated += weight;
  c->mean += weight * rate;
  c->felt += weight * exp(-t->theta[j] * log1p(rate));
}

/* ---- the text of the shock ---------------------------------------------------------------------------- */

static void percent(struct buf *b, double value, int decimals) {
  char text[48];
  snprintf(text, sizeof text, "%.*f", decimals, 100 * value);
  for (char *p = text; *p != '\0'; p++)
    if (*p == ',') *p = '.';
  buf_printf(b, "%s%%", text);
}

static void cells_of(const struct imp_tariffs *t, uint32_t k, struct buf *b) {
  const struct economy *e = t->world->e;
  for (uint32_t n = 0; n < e->regions; n++)
    for (uint32_t j = 0; j < e->sectors; j++) {
      const struct cell_sum *c = &t->cells[((size_t)k * e->regions + n) * e->sectors + j];
      double felt = c->rated > 0 ? exp(-log(c->felt / c->rated) / t->theta[j]) - 1 : 0;
      if (!(c->rated > 0) || !(e->flow[at_flow(e, j, t->importer, n)] > 0)) continue;
      buf_printf(b, "  tariff into %s from %s on %s %s ", e->region[t->importer].code,
                 e->region[n].code, e->sector[j].code, t->additional ? "plus" : "is");
      percent(b, felt < 0 ? 0 : felt, 6);
      buf_puts(b, " charged ");
      percent(b, c->mean / c->rated, 6);
      buf_putc(b, '\n');
    }
}

/* How much trade has a rate, and the plain mean of it, for each outcome: what a reader holds the cells against. */
static void coverage(const struct imp_tariffs *t, const char *const *names, struct buf *b) {
  const struct economy *e = t->world->e;
  size_t count = (size_t)e->regions * e->sectors;
  for (uint32_t k = 0; k < t->outcomes; k++) {
    double trade = 0, rated = 0, mean = 0;
    for (size_t c = 0; c < count; c++) {
      const struct cell_sum *s = &t->cells[k * count + c];
      trade += s->trade, rated += s->rated, mean += s->mean;
    }
    buf_printf(b, "note %s, %s: plain mean of the %srates ", t->world->e->region[t->importer].code,
               names[k], t->additional ? "additional " : "");
    percent(b, rated > 0 ? mean / rated : 0, 1);
    buf_puts(b, " over ");
    percent(b, trade > 0 ? rated / trade : 0, 1);
    buf_puts(b, " of the trade asked about; the rest has no rate that can be computed\n");
  }
}

/* Trade of numbers and places that the base year puts nowhere. */
static void unplaced(const struct imp_tariffs *t, struct buf *b) {
  size_t count = (size_t)t->world->e->regions * t->world->e->sectors;
  double trade = t->unplaced;
  for (size_t c = 0; c < count; c++) trade += t->cells[c].trade;
  if (!(t->unplaced > 0.0005 * trade)) return;
  buf_printf(b, "note %s: ", t->world->e->region[t->importer].code);
  percent(b, t->unplaced / trade, 1);
  buf_puts(b, " of the trade is of numbers or places in no sector or region and in no number\n");
}

int imp_tariffs_differ(const struct imp_tariffs *t) {
  size_t count = (size_t)t->world->e->regions * t->world->e->sectors;
  for (size_t c = count; c < count * t->outcomes; c++)
    if (fabs(t->cells[c].mean - t->cells[c % count].mean) > 1e-9 * t->cells[c].trade) return 1;
  return 0;
}

/* Zeros in every table would look like an answer: that the rates are the same is said. */
static void say_same(const struct imp_tariffs *t, struct buf *b) {
  if (imp_tariffs_differ(t)) return;
  buf_printf(b, "note %s: no rate differs between the answers for goods entered that day\n",
             t->world->e->region[t->importer].code);
}

enum imp_status imp_shock_of_tariffs(const struct imp_tariffs *t, const char *title,
                                     const char *const *names, const char *const *titles,
                                     const char *statements, struct imp_shock **out,
                                     struct imp_error *err) {
  struct buf b = {0};
  *out = NULL;
  buf_printf(&b, "impost-shock 1\ntitle %s\nyear %s\n", title, t->world->e->year);
  coverage(t, names, &b);
  unplaced(t, &b);
  say_same(t, &b);
  if (!t->additional)
    buf_puts(&b, "note rates of a cell are joined at the elasticity of its sector\n");
  buf_puts(&b, statements);
  for (uint32_t k = 0; k < t->outcomes; k++) {
    buf_printf(&b, "outcome %s %s\n", names[k], titles[k]);
    cells_of(t, k, &b);
  }
  enum imp_status status =
      b.failed ? error_no_memory(err) : imp_shock_read(t->world, b.p, b.n, "the law", out, err);
  for (size_t k = 0; status == IMP_OK && k < (*out)->s->count; k++)
    (*out)->s->statements[k].text = NULL; /* words of the law are the law's */
  buf_free(&b);
  return status;
}
