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

enum imp_status solver_work_new(const struct solver *s, struct solver_work **out,
                                struct imp_error *err);
void solver_work_free(struct solver_work *w);

struct solve_options {
  double tolerance;     /* no equation misses by more */
  uint32_t sweeps_most; /* before the damped way is taken */
  bool again;           /* begin where this work's last solve ended */
};

/* Solves the scenario; `theta` NULL takes the solver's own. Bounds of the scenario get their wedges. A solve that does
 * not reach the tolerance comes back IMP_OK with solved false. An `out` whose memory is NULL gets no arrays: what a
 * draw needs is read by solver_measure. */
enum imp_status solver_solve(const struct solver *s, struct solver_work *w, struct scenario *what,
                             const double *theta, const struct solve_options *options,
                             struct solution *out, struct imp_error *err);

/* Of the last solve, without powers. Arrays [n], money in the data's unit, `price` the log of the price of final spending. */
struct measure {
  double *wage, *price, *income, *duty, *imports, *exports;
};
void solver_measure(const struct solver_work *w, const struct measure *out);
/* Of the last solve: quantity made over the base year's, and quantity of a flow (1 where there is no trade). */
double solver_output(const struct solver_work *w, uint32_t region, uint32_t sector);
double solver_quantity(const struct solver_work *w, uint32_t importer, uint32_t exporter,
                       uint32_t sector);
/* Room for what the scenario needs, so that a solve of it asks for no memory. */
enum imp_status solver_reserve(struct solver_work *w, const struct scenario *what,
                               struct imp_error *err);

#endif
