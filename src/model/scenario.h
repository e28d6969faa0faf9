// SPDX-License-Identifier: Apache-2.0
// What is changed in the world: wedges on cells (importer, exporter, sector), and who keeps what is paid.
//
// A cell is cut into parts when a measure reaches a share of it; each part has its own tariff, export tax and
// cost. The parts are rows of one nest, so a part that gets dear loses to the other as to any other source.
// Tariffs are those of the day asked about, not increments: the wedge is (1+t')(1+e')d / (1+t).
#ifndef IMPOST_MODEL_SCENARIO_H
#define IMPOST_MODEL_SCENARIO_H

#include "model/economy.h"

enum { SCENARIO_PARTS_MOST = 6 };

enum closure {                  /* what happens to a region's deficit */
               CLOSURE_FIXED,   /* stays, in units of the world's income from production */
               CLOSURE_REMOVED, /* gone before and after: both sides are solved without */
               CLOSURE_SHARE /* stays a share of the region's spending, with what does not add up spread by spending */
};

enum rent { /* who keeps the gap that a limit on quantity opens */
            RENT_IMPORTER,
            RENT_EXPORTER,
            RENT_NOBODY
};

struct part {
  double share;      /* of the cell's base trade, 0 to 1 */
  double tariff;     /* t', as buyers feel it */
  double excess;     /* what is charged on the base year's trade, less t': nobody has moved yet */
  double export_tax; /* e' */
  double cost;       /* d, >= 1 costs more; infinite: none may pass */
};

struct cell {
  uint32_t importer, exporter, sector;
  uint32_t count;
  uint32_t bound; /* index + 1 of a limit or floor on the cell, 0 none */
  struct part part[SCENARIO_PARTS_MOST];
};

/* A limit on, or a floor under, the quantity of a cell relative to the base year. */
struct bound {
  uint32_t importer, exporter, sector;
  double quantity; /* of the base year's quantity */
  bool floor;      /* at least so much: paid for by the importer's budget */
  enum rent rent;
  double
      wedge; /* found by the solver: 0 does not bind, 0.2 a gap of 20% (negative under a floor) */
};

struct scenario {
  const struct economy *e;
  enum closure closure;
  struct cell *cells;
  size_t count, cap;
  uint32_t *at; /* [j][n][i]: cell index + 1, 0 untouched */
  struct bound *bounds;
  size_t bound_count, bound_cap;
};

enum imp_status scenario_new(const struct economy *e, enum closure closure, struct scenario **out,
                             struct imp_error *err);
enum imp_status scenario_copy(const struct scenario *from, struct scenario **out,
                              struct imp_error *err);
void scenario_free(struct scenario *s);

/* What a statement does to the part of a cell that it reaches. */
struct change {
  double scope;      /* share of the cell that it reaches, over 0 to 1 */
  bool set;          /* tariff is the new rate, else it is added */
  double tariff;     /* rate */
  double excess;     /* of the rate charged before anybody moves, over it */
  double export_tax; /* added */
  double cost;       /* factor; infinite: a ban */
};

/* IMP_USAGE: out of range, or a cell cut into too many parts. Cells without base trade stay without. */
enum imp_status scenario_change(struct scenario *s, uint32_t importer, uint32_t exporter,
                                uint32_t sector, const struct change *change,
                                struct imp_error *err);
enum imp_status scenario_bound(struct scenario *s, const struct bound *bound,
                               struct imp_error *err);

/* The three numbers of a cell that the equations need, at the cell's elasticity:
 *   a  what multiplies the base share;  b  the same net of import duty and export tax;  x  export tax on it */
struct factors {
  double a, b, x;
};
struct factors cell_factors(const struct scenario *s, const struct cell *c, double theta);

/* Deficits under the closure: `own` is income without the deficit. Fills income and deficit [n]. */
void scenario_income(const struct scenario *s, const double *own, double *income, double *deficit);

#endif
