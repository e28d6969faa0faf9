// SPDX-License-Identifier: Apache-2.0
// A solved world, and the plain way to it.
//
// All numbers are hats (new over base year) except money, which is in the data's unit with the world's income
// from production as in the base year. Equations (a) to (g) are those of docs/model.md.
#ifndef IMPOST_MODEL_SOLUTION_H
#define IMPOST_MODEL_SOLUTION_H

#include "model/scenario.h"

struct solution {
  uint32_t regions, sectors;
  double *memory;  /* all arrays below */
  double *wage;    /* [n] hat */
  double *price;   /* [n][j] hat, of the sector's composite bought in n, duty included */
  double *cost;    /* [n][j] hat */
  double *spent;   /* [n][j] money, duty included */
  double *made;    /* [n][j] money, sales before import duty */
  double *income;  /* [n] money */
  double *duty;    /* [n] import duty collected, money */
  double *levy;    /* [n] export tax collected, money */
  double *deficit; /* [n] money */
  double residual; /* largest relative miss of any equation */
  uint32_t sweeps;
  bool solved;
  bool fell_back; /* the fast way gave up and the plain one answered */
};

enum imp_status solution_new(const struct economy *e, struct solution **out, struct imp_error *err);
void solution_free(struct solution *s);

/* IMP_USAGE: an elasticity that is not above 0 (or above 1000): more than one world may fit the equations. */
enum imp_status solution_check_theta(const struct economy *e, const double *theta,
                                     struct imp_error *err);

/* The oracle: sweeps over the equations as they are written, damped, until no equation misses by more than
 * `tolerance`. Slow, robust, and the witness of every faster way. Not reaching it leaves solved false. */
enum imp_status plain_solve(const struct scenario *s, const double *theta, double tolerance,
                            uint32_t sweeps_most, struct solution *out, struct imp_error *err);

/* Value of a flow before import duty in the solved world; its quantity relative to the base year. */
double solution_flow(const struct scenario *s, const double *theta, const struct solution *at,
                     uint32_t importer, uint32_t exporter, uint32_t sector);
/* Spending of the importer on the exporter, duty included. */
double solution_paid(const struct scenario *s, const double *theta, const struct solution *at,
                     uint32_t importer, uint32_t exporter, uint32_t sector);
/* linear.c: the first-order terms of a change in real income, fractions of income; exact in neither sign nor size. */
struct solved {
  const struct scenario *what;
  const struct solution *at;
};
struct linear {
  double terms_of_trade, volume_of_trade;
};
struct linear solution_linear(const double *theta, const struct solved *before,
                              const struct solved *after, uint32_t n);
/* Price of final spending, hat. */
double solution_price_index(const struct economy *e, const struct solution *at, uint32_t n);

#endif
