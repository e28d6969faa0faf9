// SPDX-License-Identifier: Apache-2.0
// One sweep over the equations without powers: dense multiply-adds, an exponential and a logarithm a cell.
//
// With u = cost^-theta the price of a cell is a sum A u, sales are u times a sum of B v with v = spending / q, and
// duty is what is left: no share is stored and no power is taken inside the sums (docs/model.md, algorithm).
//
// Vectors run over regions, padded to a multiple of LANES with cells that do nothing: their price, wage and
// spending hats are one. The state z is [log wage | log price [j] | spending over the reference [j]], each of
// `width` numbers.
#ifndef IMPOST_MODEL_KERNEL_H
#define IMPOST_MODEL_KERNEL_H

#include <stddef.h>
#include <stdint.h>

enum { KERNEL_LANES = 8, KERNEL_WIDTH_MOST = 128 };

/* What does not change within a solve. Pointers are aligned to 64 bytes. */
struct kernel_world {
  uint32_t width, sectors, traded; /* sectors 0 to traded-1 cross borders, the others do not */
  const double *theta;             /* [j] */
  const double *input;             /* [j user][k input][n] */
  const double *added;             /* [j][n] */
  const double *final;             /* [j][n] */
  const double *reference;         /* [j][n] spending at the base equilibrium, > 0 */
  const double *earned;            /* [n] */
  const double *a;                 /* [j < traded][i][n]: exporter, importer */
  const double *b;                 /* [j < traded][n][i]: importer, exporter */
  const double *home;              /* [j >= traded][n]: 1, or 0 where nothing is bought */
};

/* What a sweep finds. [j][n] unless said. */
struct kernel_found {
  double *power;  /* u */
  double *price;  /* log price that follows from the state */
  double *volume; /* v */
  double *made;   /* sales */
  double *worked; /* [n] value added in sales */
  double *kept;   /* [n] spending that reaches sellers: all of it less import duty and export tax */
  double *bought; /* [n] spending on all sectors */
};

struct kernel {
  const char *name; /* of the instruction set */
  /* From wages and prices to costs, prices, sales. */
  void (*trade)(const struct kernel_world *w, const double *z, struct kernel_found *out);
  /* Spending over the reference, out [j][n], from sales and incomes [n]. */
  void (*spend)(const struct kernel_world *w, const double *made, const double *income,
                double *out);
  /* out[j][n] += sum over k of m[j][k][n] x[k][n]: each region's own square block. */
  void (*block)(uint32_t width, uint32_t sectors, const float *m, const double *x, double *out);
  /* out[c] += sum over r of m[r][c] x[r], c < count (a multiple of KERNEL_LANES). */
  void (*push)(uint32_t rows, size_t count, const float *m, const double *x, double *out);
  double (*dot)(size_t count, const double *x, const double *y);
  /* x[c] -= z[c]; the largest of their sizes, or not a number when one is not finite. */
  double (*miss)(size_t count, const double *z, double *x);
};

/* The widest set of instructions this machine has; every set gives the same numbers to rounding. */
const struct kernel *kernel_best(void);
/* "plain", "avx2", "avx512"; NULL when this machine has it not. */
const struct kernel *kernel_named(const char *name);

#endif
