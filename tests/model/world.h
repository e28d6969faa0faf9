// SPDX-License-Identifier: Apache-2.0
// Small random worlds, and files of the tests. Include after <cmocka.h>.
#ifndef IMPOST_TESTS_MODEL_WORLD_H
#define IMPOST_TESTS_MODEL_WORLD_H

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "model/economy.h"
#include "model/shock.h"
#include "model/solver.h"

#define MODEL_DATA IMPOST_ROOT "/tests/model/data/"

static inline void must(enum imp_status status, const struct imp_error *err) {
  if (status != IMP_OK) fail_msg("%s: %s", err->id, err->message);
}

static inline double draw(uint64_t *seed) { /* between 0 and 1 */
  *seed ^= *seed << 13;
  *seed ^= *seed >> 7;
  *seed ^= *seed << 17;
  return (double)(*seed >> 11) / 9007199254740992.0;
}

struct world_shape {
  uint32_t regions, sectors;
  bool tariffs, inputs, balanced;
  uint64_t seed;
};

static inline void name_world(struct economy *e, const struct world_shape *shape) {
  static const char *const codes[] = {"R0", "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8",
                                      "R9", "S0", "S1", "S2", "S3", "S4", "S5", "S6"};
  e->regions = shape->regions;
  e->sectors = shape->sectors;
  e->region = arena_array(&e->arena, e->regions, sizeof *e->region);
  e->sector = arena_array(&e->arena, e->sectors, sizeof *e->sector);
  for (uint32_t n = 0; n < e->regions; n++)
    e->region[n] = (struct economy_name){codes[n], codes[n]};
  for (uint32_t j = 0; j < e->sectors; j++)
    e->sector[j] = (struct economy_name){codes[10 + j], codes[10 + j]};
}

/* Symmetric flows when balanced and without tariffs: no deficits. The last of four sectors or more stays at home. */
static inline void fill_world(struct economy *e, const struct world_shape *shape, uint64_t *seed) {
  for (uint32_t j = 0; j < e->sectors; j++)
    for (uint32_t n = 0; n < e->regions; n++)
      for (uint32_t i = 0; i <= n; i++) {
        bool stays = e->sectors >= 4 && j + 1 == e->sectors;
        double base = n == i ? 70 + 60 * draw(seed) : stays ? 0 : 1 + 9 * draw(seed);
        e->flow[at_flow(e, j, n, i)] = base;
        e->flow[at_flow(e, j, i, n)] = shape->balanced || n == i ? base : base * (0.6 + draw(seed));
        if (shape->tariffs && n != i && !stays) {
          e->tariff[at_flow(e, j, n, i)] = 0.2 * draw(seed);
          e->tariff[at_flow(e, j, i, n)] = 0.2 * draw(seed);
        }
      }
  for (uint32_t n = 0; n < e->regions && shape->inputs; n++)
    for (uint32_t j = 0; j < e->sectors; j++)
      for (uint32_t k = 0; k < e->sectors; k++)
        e->input[at_input(e, n, k, j)] = 0.6 * draw(seed) / e->sectors;
}

static inline struct economy *make_world(const struct world_shape *shape) {
  struct economy *e = NULL;
  struct imp_error err = {0};
  uint64_t seed = shape->seed * 0x9e3779b97f4a7c15u + 1;
  must(economy_new(&e, &err), &err);
  name_world(e, shape);
  must(economy_room(e, &err), &err);
  fill_world(e, shape, &seed);
  double *theta = arena_array(&e->arena, e->sectors, sizeof *theta);
  for (uint32_t j = 0; j < e->sectors; j++) theta[j] = 2 + 8 * draw(&seed);
  e->set[0] = (struct economy_set){"drawn", theta};
  e->sets = 1;
  must(economy_settle(e, &err), &err);
  return e;
}

/* Tariffs drawn anew on a third of the cells. */
static inline void shake(struct scenario *s, uint64_t seed, double most) {
  struct imp_error err = {0};
  const struct economy *e = s->e;
  for (uint32_t j = 0; j < e->sectors; j++)
    for (uint32_t n = 0; n < e->regions; n++)
      for (uint32_t i = 0; i < e->regions; i++)
        if (n != i && draw(&seed) < 0.33) {
          struct change c = {1, true, most * draw(&seed), 0, 0, 1};
          must(scenario_change(s, n, i, j, &c, &err), &err);
        }
}

/* A solver, its scenario, and an answer: what most tests need. */
struct bench {
  struct economy *e;
  struct solver *solver;
  struct solver_work *work;
  struct scenario *what;
  struct solution *at;
};

static inline struct bench bench_of(struct economy *e, enum closure closure) {
  struct bench b = {.e = e};
  struct imp_error err = {0};
  must(solver_new(e, closure, e->set[0].theta, NULL, &b.solver, &err), &err);
  must(solver_work_new(b.solver, &b.work, &err), &err);
  must(scenario_new(e, closure, &b.what, &err), &err);
  must(solution_new(e, &b.at, &err), &err);
  return b;
}

static inline void bench_solve(struct bench *b, double tolerance) {
  struct imp_error err = {0};
  struct solve_options o = {tolerance, 80, false};
  must(solver_solve(b->solver, b->work, b->what, NULL, &o, b->at, &err), &err);
  if (!b->at->solved) fail_msg("not solved: equations miss by %g", b->at->residual);
}

static inline void bench_free(struct bench *b) {
  solution_free(b->at);
  scenario_free(b->what);
  solver_work_free(b->work);
  solver_free(b->solver);
  economy_free(b->e);
}

/* Real income against the base equilibrium, minus one. */
static inline double welfare(const struct bench *b, const struct solution *at, uint32_t n) {
  const struct solution *base = solver_base(b->solver);
  double price = solution_price_index(b->e, at, n) / solution_price_index(b->e, base, n);
  return at->income[n] / base->income[n] / price - 1;
}

static inline void near(double got, double want, double by, const char *what) {
  if (!(fabs(got - want) <= by * fmax(1, fabs(want))))
    fail_msg("%s: %.12g, expected %.12g", what, got, want);
}

#endif
