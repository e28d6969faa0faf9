// SPDX-License-Identifier: Apache-2.0
// The base year: what follows from flows, tariffs and inputs, and what cannot be a base year.
//
// Everything the solver divides by is looked at here once, and the first bad number is named by its cell, so
// that no later answer is a plausible number made from a hole in the data.

#include "model/economy.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const double SHARE_SLACK = 1e-6; /* by how much cost shares may miss 1 by rounding */

static enum imp_status bad(struct imp_error *err, const char *id, const char *what,
                           const char *cell, double value) {
  return error_set(err, IMP_FINDINGS, id, "mend that cell of the data; docs/model.md has the rules",
                   "%s: %s is %.6g", what, cell, value);
}

static enum imp_status check_flows(const struct economy *e, struct imp_error *err) {
  for (uint32_t j = 0; j < e->sectors; j++)
    for (uint32_t n = 0; n < e->regions; n++)
      for (uint32_t i = 0; i < e->regions; i++) {
        char cell[128];
        double flow = e->flow[at_flow(e, j, n, i)], tariff = e->tariff[at_flow(e, j, n, i)];
        snprintf(cell, sizeof cell, "%s, from %s into %s", e->sector[j].code, e->region[i].code,
                 e->region[n].code);
        if (!(flow >= 0) || !isfinite(flow))
          return bad(err, "model.data.flow", "a flow cannot be", cell, flow);
        if (!(tariff >= 0) || !isfinite(tariff))
          return bad(err, "model.data.tariff", "a tariff cannot be", cell, tariff);
        if (n == i && tariff > 0)
          return bad(err, "model.data.tariff", "no duty is paid at home", cell, tariff);
      }
  return IMP_OK;
}

static void shares_of(struct economy *e, uint32_t j, uint32_t n) {
  double sum = 0;
  for (uint32_t i = 0; i < e->regions; i++) {
    size_t at = at_flow(e, j, n, i);
    e->share[at] = e->flow[at] * (1 + e->tariff[at]);
    sum += e->share[at];
    e->revenue[n] += e->flow[at] * e->tariff[at];
    e->made[at_cell(e, i, j)] += e->flow[at];
    if (i != n) {
      e->deficit[n] += e->flow[at];
      e->deficit[i] -= e->flow[at];
    }
  }
  e->spent[at_cell(e, n, j)] = sum;
  for (uint32_t i = 0; i < e->regions && sum > 0; i++) e->share[at_flow(e, j, n, i)] /= sum;
}

static enum imp_status added_of(struct economy *e, uint32_t n, uint32_t j, struct imp_error *err) {
  char cell[128];
  double sum = 0;
  for (uint32_t k = 0; k < e->sectors; k++) {
    double share = e->input[at_input(e, n, k, j)];
    snprintf(cell, sizeof cell, "%s, %s into %s", e->region[n].code, e->sector[k].code,
             e->sector[j].code);
    /* Tables in use have a few inputs just below zero (by-products); more is a mistake. */
    if (!isfinite(share) || share < -1e-3)
      return bad(err, "model.data.input", "a cost share cannot be", cell, share);
    sum += share;
  }
  e->added[at_cell(e, n, j)] = 1 - sum;
  snprintf(cell, sizeof cell, "the sum for %s in %s", e->sector[j].code, e->region[n].code);
  if (sum > 1 + SHARE_SLACK)
    return bad(err, "model.data.shares", "cost shares add up to more than 1", cell, sum);
  if (sum > 1) e->added[at_cell(e, n, j)] = 0;
  e->earned[n] += e->added[at_cell(e, n, j)] * e->made[at_cell(e, n, j)];
  return IMP_OK;
}

/* What inputs leave of spending is final. A negative rest means inputs that nobody bought. */
static enum imp_status final_rest(struct economy *e, uint32_t n, struct imp_error *err) {
  double sum = 0, income = e->earned[n] + e->revenue[n] + e->deficit[n];
  for (uint32_t k = 0; k < e->sectors; k++) {
    double rest = e->spent[at_cell(e, n, k)];
    for (uint32_t j = 0; j < e->sectors; j++)
      rest -= e->input[at_input(e, n, k, j)] * e->made[at_cell(e, n, j)];
    if (rest < 0 && rest > -1e-9 * income) rest = 0;
    if (rest < 0) {
      char cell[128];
      snprintf(cell, sizeof cell, "what is left of %s in %s", e->sector[k].code, e->region[n].code);
      return bad(err, "model.data.final", "inputs use more than was bought", cell, rest);
    }
    e->final[at_cell(e, n, k)] = rest;
    sum += rest;
  }
  for (uint32_t k = 0; k < e->sectors; k++) e->final[at_cell(e, n, k)] /= sum;
  return IMP_OK;
}

static enum imp_status check_final(struct economy *e, uint32_t n, struct imp_error *err) {
  double sum = 0;
  char cell[128];
  for (uint32_t k = 0; k < e->sectors; k++) {
    double share = e->final[at_cell(e, n, k)];
    snprintf(cell, sizeof cell, "%s, %s", e->region[n].code, e->sector[k].code);
    if (!(share >= 0) || !isfinite(share))
      return bad(err, "model.data.final", "a share of final spending cannot be", cell, share);
    sum += share;
  }
  snprintf(cell, sizeof cell, "the sum for %s", e->region[n].code);
  if (fabs(sum - 1) > SHARE_SLACK)
    return bad(err, "model.data.shares", "shares of final spending do not add up to 1", cell, sum);
  for (uint32_t k = 0; k < e->sectors; k++) e->final[at_cell(e, n, k)] /= sum;
  return IMP_OK;
}

static enum imp_status check_region(const struct economy *e, uint32_t n, struct imp_error *err) {
  const char *code = e->region[n].code;
  double income = e->earned[n] + e->revenue[n] + e->deficit[n];
  if (!(e->earned[n] > 0))
    return bad(err, "model.data.empty", "a region must earn something", code, e->earned[n]);
  if (!(income > 0))
    return bad(err, "model.data.empty", "a region must have something to spend", code, income);
  for (uint32_t j = 0; j < e->sectors; j++) {
    char cell[128];
    snprintf(cell, sizeof cell, "spending of %s on %s", code, e->sector[j].code);
    bool wanted = e->final_given && e->final[at_cell(e, n, j)] > 0;
    for (uint32_t u = 0; u < e->sectors && !wanted; u++)
      wanted = e->input[at_input(e, n, j, u)] > 0 && e->made[at_cell(e, n, u)] > 0;
    if (wanted && !(e->spent[at_cell(e, n, j)] > 0))
      return bad(err, "model.data.empty", "something is used that nobody sells there", cell, 0);
  }
  return IMP_OK;
}

static enum imp_status check_sets(const struct economy *e, struct imp_error *err) {
  for (uint32_t s = 0; s < e->sets; s++)
    for (uint32_t j = 0; j < e->sectors; j++)
      if (!(e->set[s].theta[j] > 0) || !isfinite(e->set[s].theta[j])) {
        char cell[128];
        snprintf(cell, sizeof cell, "%s of set %s", e->sector[j].code, e->set[s].name);
        return bad(err, "model.data.elasticity", "a trade elasticity must be above 0", cell,
                   e->set[s].theta[j]);
      }
  return IMP_OK;
}

static int by_digits(const void *a, const void *b) {
  const struct economy_prefix *x = a, *y = b;
  return strcmp(x->digits, y->digits);
}

enum imp_status economy_settle(struct economy *e, struct imp_error *err) {
  enum imp_status status = check_flows(e, err);
  if (status == IMP_OK) status = check_sets(e, err);
  if (status != IMP_OK) return status;
  for (uint32_t j = 0; j < e->sectors; j++)
    for (uint32_t n = 0; n < e->regions; n++) shares_of(e, j, n);
  for (uint32_t n = 0; n < e->regions && status == IMP_OK; n++) {
    for (uint32_t j = 0; j < e->sectors && status == IMP_OK; j++) status = added_of(e, n, j, err);
    if (status == IMP_OK) status = check_region(e, n, err);
    if (status == IMP_OK) status = e->final_given ? check_final(e, n, err) : final_rest(e, n, err);
  }
  e->balanced = !e->final_given;
  if (e->prefixes > 0) qsort(e->prefix, e->prefixes, sizeof *e->prefix, by_digits);
  return status;
}

const struct economy_quantity *economy_quantity(const struct economy *e, uint32_t sector,
                                                uint32_t importer, uint32_t exporter,
                                                struct str unit) {
  for (size_t k = 0; k < e->quantities; k++) {
    const struct economy_quantity *q = &e->quantity[k];
    if (q->sector == sector && q->importer == importer && q->exporter == exporter &&
        str_eq(str_of(q->unit), unit))
      return q;
  }
  return NULL;
}

uint32_t economy_sector_of_goods(const struct economy *e, const char *digits) {
  struct economy_prefix key = {.sector = 0};
  for (size_t n = strlen(digits) < 10 ? strlen(digits) : 10; n > 0; n--) {
    memcpy(key.digits, digits, n);
    key.digits[n] = '\0';
    const struct economy_prefix *found =
        e->prefixes == 0 ? NULL : bsearch(&key, e->prefix, e->prefixes, sizeof key, by_digits);
    if (found != NULL) return found->sector;
  }
  return UINT32_MAX;
}

uint32_t economy_region_of_place(const struct economy *e, const char *code) {
  for (size_t k = 0; k < e->places; k++)
    if (strcmp(e->place[k].code, code) == 0) return e->place[k].region;
  return e->place_rest;
}

static uint32_t find(const struct economy_name *names, uint32_t count, struct str code) {
  for (uint32_t k = 0; k < count; k++)
    if (str_eq_nocase(str_of(names[k].code), code)) return k;
  return UINT32_MAX;
}

uint32_t economy_region(const struct economy *e, struct str code) {
  return find(e->region, e->regions, code);
}

uint32_t economy_sector(const struct economy *e, struct str code) {
  return find(e->sector, e->sectors, code);
}

uint32_t economy_set_named(const struct economy *e, struct str name) {
  for (uint32_t k = 0; k < e->sets; k++)
    if (str_eq_nocase(str_of(e->set[k].name), name)) return k;
  return UINT32_MAX;
}

enum imp_status economy_new(struct economy **out, struct imp_error *err) {
  *out = mem_alloc(sizeof **out);
  if (*out == NULL) return error_no_memory(err);
  (*out)->place_rest = UINT32_MAX;
  return IMP_OK;
}

enum imp_status economy_room(struct economy *e, struct imp_error *err) {
  size_t n = e->regions, s = e->sectors;
  struct {
    double **array;
    size_t count;
  } wants[] = {{&e->flow, s * n * n},  {&e->tariff, s * n * n}, {&e->input, n * s * s},
               {&e->share, s * n * n}, {&e->added, n * s},      {&e->spent, n * s},
               {&e->made, n * s},      {&e->final, n * s},      {&e->earned, n},
               {&e->revenue, n},       {&e->deficit, n}};
  for (size_t k = 0; k < sizeof wants / sizeof *wants; k++)
    *wants[k].array = arena_array(&e->arena, wants[k].count, sizeof(double));
  return e->arena.failed ? error_no_memory(err) : IMP_OK;
}

enum imp_status economy_without_inputs(const struct economy *from, struct economy **out,
                                       struct imp_error *err) {
  struct economy *e = NULL;
  enum imp_status status = economy_new(&e, err);
  *out = NULL;
  if (status != IMP_OK) return status;
  size_t cells = (size_t)from->sectors * from->regions * from->regions;
  e->regions = from->regions;
  e->sectors = from->sectors;
  e->region = from->region;
  e->sector = from->sector;
  e->sets = from->sets;
  memcpy(e->set, from->set, sizeof e->set);
  status = economy_room(e, err);
  if (status == IMP_OK) {
    memcpy(e->flow, from->flow, cells * sizeof *e->flow);
    memcpy(e->tariff, from->tariff, cells * sizeof *e->tariff);
    status = economy_settle(e, err);
  }
  if (status != IMP_OK) {
    economy_free(e);
    return status;
  }
  *out = e;
  return IMP_OK;
}

void economy_free(struct economy *e) {
  if (e == NULL) return;
  arena_free(&e->arena);
  mem_free(e->prefix);
  mem_free(e->place);
  mem_free(e->quantity);
  mem_free(e);
}
