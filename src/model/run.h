// SPDX-License-Identifier: Apache-2.0
// Inside of a run: what the public objects hold, and the layers.
#ifndef IMPOST_MODEL_RUN_H
#define IMPOST_MODEL_RUN_H

#include "impost/model.h"
#include "model/prices.h"
#include "model/shock.h"
#include "model/solver.h"

struct imp_world {
  struct economy *e;
  struct prices *prices; /* or NULL */
};

struct imp_shock {
  const struct imp_world *world;
  struct shock *s;
};

/* Accounting and partial equilibrium of one importer under one outcome. Money in the data's unit. */
struct at_border {
  bool touched;
  double imports;         /* base year, goods, before duty, without what may not pass any more */
  double duty_base;       /* of the base year */
  double duty_accounting; /* new rates on the base year's trade */
  double imports_partial; /* after sources switch, wages and what sellers ask held */
  double duty_partial;
  double
      diverted; /* more than under the first outcome, from sources whose own charge is the same */
  double price; /* of final spending, direct, fraction */
};

/* Quantity made of a sector in a region, against the first outcome; flow between two regions. */
struct watch {
  uint32_t sector, region;
  uint32_t importer; /* UINT32_MAX: output; else the flow from region into importer */
};

/* What consumers pay, against the base year, by category and in all. `first`: on the base year's sources; `switched`: after
 * buyers abroad have moved to the sources that stay cheap. Wages held, sellers take none of it. */
struct price_rise {
  double first, switched;
};

struct structure { /* a row of the table over model structures */
  const char *set, *closure;
  bool inputs; /* makers buy from each other */
  bool solved;
  double *income; /* [outcome][region] real income against the first outcome */
};

/* What is short, weeks to months: bounds on the loss of output of one region, and its real income as solved. */
struct shortage {
  uint32_t importer, exporter, sector, outcome;
  double delivered;      /* of the base year's quantity */
  double part;           /* of the importer's use of the sector */
  double hulten, worst;  /* fractions of the region's output: the least and the most */
  double income, seller; /* real income as solved, of the two regions; NAN: not solved */
  double long_run;       /* what the long run says of its real income: solved too; NAN: not */
};

enum { WATCH_MOST = 24, SHORTAGE_MOST = 16 };

struct imp_model {
  struct arena arena;
  const struct imp_world *world;
  const struct imp_shock *shock;
  struct imp_model_options options;
  const double *theta;
  const char *set;
  uint32_t outcomes, regions, watches;
  struct watch watch[WATCH_MOST];
  struct imp_estimate *numbers; /* [outcome][region][metric] */
  struct imp_estimate *watched; /* [outcome][watch] */
  struct at_border *border;     /* [outcome][region] */
  struct price_rise *rises;     /* [outcome][category, then all], or NULL */
  struct structure *structures;
  uint32_t structure_count;
  struct shortage shortage[SHORTAGE_MOST];
  uint32_t shortages;
  bool *bound_slack; /* [outcome]: a floor or limit of it does not bind */
  struct imp_model_state state;
  struct solution **solutions; /* [outcome], freed by the model */
  struct scenario **scenarios;
};

static inline struct imp_estimate *model_number(const struct imp_model *m, uint32_t outcome,
                                                uint32_t region, enum imp_metric metric) {
  return &m->numbers[((size_t)outcome * m->regions + region) * IMP_METRICS + (size_t)metric];
}

/* draws.c: fills low, high, below, error of numbers and watched. */
enum imp_status model_draw(struct imp_model *m, const struct solver *s, struct imp_error *err);
/* One solve of each outcome into values [outcome][metrics of regions, then watches], absolute. */
size_t model_width(const struct imp_model *m);
void model_measure(const struct imp_model *m, const struct solver_work *w,
                   const struct measure *room, double *values);
/* A number against the first outcome: a ratio less one, or a difference of money. */
double model_against(const struct imp_model *m, size_t column, double value, double first);

/* Weighted by the odds of outcomes; false when there are none. Central numbers. */
bool model_by_odds(const struct imp_model *m, uint32_t region, enum imp_metric metric, double *out);

/* The variance between the outcomes' means and within them, by their odds; false without odds or draws. */
bool model_variance(const struct imp_model *m, uint32_t region, enum imp_metric metric,
                    double *between, double *within);

/* layers.c */
/* Finds the gaps of limits and floors anew, into the scenario: of a copy. */
/* `before`: the first outcome, whose borders were found already. */
void border_of(const struct scenario *what, const struct scenario *before, const double *theta,
               uint32_t importer, struct at_border *out);
/* A set of elasticities by name, NULL: the first. IMP_USAGE "model.set" names those there are. */
enum imp_status model_set(const struct economy *e, const char *name, uint32_t *out,
                          struct imp_error *err);
enum imp_status find_shortages(struct imp_model *m, const struct solver *solver,
                               struct imp_error *err);
enum imp_status find_rises(struct imp_model *m, struct imp_error *err);
/* Some outcome moves a duty of the region whose price tables there are. */
bool model_has_rises(const struct imp_model *m);

/* counted.c: a flow that somebody counted, and what stands around it, in its unit; the long run's central numbers. */
struct counted {
  double flow, home, others,
      used; /* bought by the importer: of the exporter, of itself, of others, in all */
  double elsewhere, made; /* of the exporter: sold to others abroad, made in all */
};
bool counted_is_moved(const struct imp_model *m, const struct economy_quantity *q);
/* Money of the data for one unit, in the base year. */
double counted_price(const struct imp_model *m, const struct economy_quantity *q);
struct counted counted_sum(const struct imp_model *m, const struct economy_quantity *q);
struct counted counted_sum_under(const struct imp_model *m, const struct economy_quantity *q,
                                 uint32_t outcome);

/* The closed form of one bottleneck: a share `a` of cost falls to `delivered`, elasticity s. Change of output. */
double bottleneck(double a, double delivered, double s);

#endif
