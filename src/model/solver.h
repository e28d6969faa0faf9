// SPDX-License-Identifier: Apache-2.0
// The fast way to an equilibrium: what is worked out once for a base year, and a solve.
//
// A solver holds dense arrays, each region's own block of prices and of spending solved beforehand, how excess
// demand for work answers to wages, and how prices and spending follow wages. All of these only steer: whatever
// they are, a solve ends where the equations hold to the tolerance, and says by how much they miss.
#ifndef IMPOST_MODEL_SOLVER_H
#define IMPOST_MODEL_SOLVER_H

#include "model/kernel.h"
#include "model/solution.h"

struct solver;
struct solver_work; /* one for each thread */

/* `theta` are the elasticities the solver is steered by; solves may use others near them. The base equilibrium
 * under the closure is solved here: solver_base. `kernel` NULL takes the best of the machine. */
enum imp_status solver_new(const struct economy *e, enum closure closure, const double *theta,
                           const struct kernel *kernel, struct solver **out, struct imp_error *err);
void solver_free(struct solver *s);
const struct solution *solver_base(const struct solver *s);
size_t solver_bytes(const struct solver *s);

enum imp_status solver_work_new(const struct solver *s, struct solver_work **out,
                                struct imp_error *err);
void solver_work_free(struct solver_work *w);

struct solve_options {
  double tolerance;     /* no equation misses by more */
  uint32_t sweeps_most; /* before the damped way is taken */
  bool again;           /* begin where this work's last solve ended */
};

/* Solves the scenario; `theta` NULL takes the solver's own. Bounds of the scenario get their wedges. A solve that does
 * not reach the tolerance comes back IMP_OK with solved false. */
enum imp_status solver_solve(const struct solver *s, struct solver_work *w, struct scenario *what,
                             const double *theta, const struct solve_options *options,
                             struct solution *out, struct imp_error *err);

#endif
