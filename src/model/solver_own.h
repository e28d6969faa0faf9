// SPDX-License-Identifier: Apache-2.0
// Inside of the solver: shared by prepare.c and solve.c.
#ifndef IMPOST_MODEL_SOLVER_OWN_H
#define IMPOST_MODEL_SOLVER_OWN_H

#include "model/anderson.h"
#include "model/solver.h"

struct solver {
  const struct economy *e;
  const struct kernel *kernel;
  enum closure closure;
  uint32_t width, traded;
  uint32_t *order; /* [kernel sector]: sector of the data */
  uint32_t *place; /* [sector of the data]: kernel sector */
  size_t length;   /* of a state */
  void *memory;
  struct kernel_world world;        /* of the base year, theta those of steering */
  double *theta;                    /* [kernel sector] */
  double *z;                        /* the base equilibrium */
  float *price_block, *spent_block; /* [j][k][n] */
  float *follow;                    /* [m wage][price and spending of the state] */
  double *wage_step;                /* [n][m]: minus the inverse of the response of excess demand */
  struct solution *base;
};

struct export_cell { /* a cell with an export tax */
  uint32_t n, i, j;  /* j of the kernel */
  double factor;     /* base share times x */
};

struct solver_work {
  const struct solver *s;
  void *memory;
  struct kernel_world world;
  double *a, *b, *theta;
  double *z, *step, *miss; /* [length] */
  struct kernel_found found;
  double *own, *income, *deficit, *duty, *levy; /* [width] */
  struct export_cell *exports;
  size_t export_count, export_cap;
  struct anderson *mixer;
  bool warm; /* z is the end of a solve */
};

/* Memory for `count` doubles within one block, each array on a line of its own. */
struct carve {
  unsigned char *at;
  size_t used;
};
void *carve(struct carve *c, size_t bytes);

/* One sweep at z: fills miss (price, spending and wage equations) and returns the largest. */
double solver_sweep(struct solver_work *w, const struct scenario *what);
/* The steered step from `miss` into `step`. `wages`: also move wages, by the prepared response, or damped. */
enum steer { STEER_NO_WAGES, STEER_DAMPED, STEER_FULL };
void solver_steer(struct solver_work *w, enum steer how);
/* Base arrays into the work's own, then the scenario's cells. */
enum imp_status solver_load(struct solver_work *w, const struct scenario *what, const double *theta,
                            struct imp_error *err);
void solver_unload(const struct solver_work *w, struct solution *out);

/* prepare.c: blocks and responses at the state w->z of a loaded, unchanged world. */
enum imp_status prepare_blocks(struct solver *s, struct solver_work *w, struct imp_error *err);
enum imp_status prepare_wages(struct solver *s, struct solver_work *w, const struct scenario *none,
                              struct imp_error *err);

#endif
