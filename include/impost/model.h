// SPDX-License-Identifier: Apache-2.0
// The model: what outcomes of policy do to trade, prices, revenue and economies, compared with each other.
//
// A world is a base year of data: regions, sectors, flows, duties, inputs. A shock is a text with two outcomes or
// more. A run solves each outcome and compares it with the first. Every number belongs to one layer and the layers
// are never added up. Opaque objects are freed by their own call; a shock and a result keep pointers into their world, which
// must outlive them. docs/model.md has the equations, the formats of data and shocks, and what is not in the numbers.
//
// Here, and nowhere else in the library, numbers are floating point: they are estimates, not bills.
#ifndef IMPOST_MODEL_H
#define IMPOST_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "impost/report.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

/* ---- data -------------------------------------------------------------------------------------------- */

struct imp_world;

/* The base year in the library. */
enum imp_status imp_world_default(struct imp_world **out, struct imp_error *err);
/* From text in the format of docs/model.md; `name` is for messages. IMP_FINDINGS names the first bad cell. */
enum imp_status imp_world_read(const char *text, size_t size, const char *name,
                               struct imp_world **out, struct imp_error *err);
void imp_world_free(struct imp_world *w);
uint32_t imp_world_regions(const struct imp_world *w);
uint32_t imp_world_sectors(const struct imp_world *w);
const char *imp_world_region(const struct imp_world *w, uint32_t n); /* its code */
const char *imp_world_sector(const struct imp_world *w, uint32_t j);
/* The region a place of the law is in, ISO 3166-1 alpha-2; UINT32_MAX: none. */
uint32_t imp_world_region_of(const struct imp_world *w, const char *place);
/* Vintage, sources, licences, what was changed, regions, sectors, elasticities. */
enum imp_status imp_report_world(const struct imp_world *w,
                                 const struct imp_report_options *options, struct imp_text *text,
                                 struct imp_error *err);

/* ---- shocks ------------------------------------------------------------------------------------------ */

struct imp_shock;

/* IMP_USAGE: a word, a region, a sector, a base year that does not fit the world. */
enum imp_status imp_shock_read(const struct imp_world *w, const char *text, size_t size,
                               const char *name, struct imp_shock **out, struct imp_error *err);
/* One of the shocks in the library: "us.china-100". IMP_USAGE lists those there are. */
enum imp_status imp_shock_named(const struct imp_world *w, const char *name, struct imp_shock **out,
                                struct imp_error *err);
/* The statements of `from` into the outcomes of the same names: what the other side does, beside the law's rates. IMP_USAGE
 * when an outcome of `from` is not one of `into`. Both are of one world. */
enum imp_status imp_shock_join(struct imp_shock *into, const struct imp_shock *from,
                               struct imp_error *err);
/* Odds of the outcomes in place of those it states: "approved=70%", commas between; one that is left out gets the rest.
 * IMP_USAGE "model.shock.odds". */
enum imp_status imp_shock_odds(struct imp_shock *s, const char *text, struct imp_error *err);
/* One more note, printed with the numbers; past 32 it is left out. */
enum imp_status imp_shock_note(struct imp_shock *s, const char *text, struct imp_error *err);
/* A promise to buy so much each year. */
struct imp_bought {
  const char *goods;          /* digits of a number */
  const char *buyer, *seller; /* places, ISO 3166-1 alpha-2 */
  const char *amount, *unit;  /* "25", "Mt" */
  const char *kept,
      *spread; /* how much of it is kept: "57.5%"; one standard deviation of that: "20%" */
};
/* The promise as a floor of every outcome. *taken false, and nothing added: the goods are no sector of their own, the
 * data does not count the flow in that unit, or a number cannot be read. */
enum imp_status imp_shock_promise(struct imp_shock *s, const struct imp_bought *p, bool *taken,
                                  struct imp_error *err);
void imp_shock_free(struct imp_shock *s);
uint32_t imp_shock_outcomes(const struct imp_shock *s);
const char *imp_shock_outcome(const struct imp_shock *s, uint32_t k);

/* Rates of law gathered into a shock: every number and place with its trade and its rate, for each outcome. */
struct imp_tariffs;
/* `importer` is a region of the world. `additional`: rates on top of what the base year charges, else whole rates. `set`: the
 * elasticities at which a cell's rates are joined, NULL the first; those of the run. IMP_USAGE when it is none, or when the world does not say which goods and places it is made of. */
enum imp_status imp_tariffs_new(const struct imp_world *w, const char *importer, uint32_t outcomes,
                                bool additional, const char *set, struct imp_tariffs **out,
                                struct imp_error *err);
void imp_tariffs_free(struct imp_tariffs *t);
/* `number`: digits of a tariff number, 2 to 10. `place`: ISO 3166-1 alpha-2. `trade` in any unit, `rated` of it has the
 * rate `share`, in hundred-millionths of the value. Threads may add at once, each its own outcome. */
void imp_tariffs_add(struct imp_tariffs *t, uint32_t outcome, const char *number, const char *place,
                     int64_t trade, int64_t rated, int64_t share);
/* 1: some rate is not the same under each outcome. */
int imp_tariffs_differ(const struct imp_tariffs *t);
/* Names and titles are one for each outcome; `statements` are more lines of a shock, of all outcomes, or "". */
enum imp_status imp_shock_of_tariffs(const struct imp_tariffs *t, const char *title,
                                     const char *const *names, const char *const *titles,
                                     const char *statements, struct imp_shock **out,
                                     struct imp_error *err);

/* ---- a run ------------------------------------------------------------------------------------------- */

enum imp_closure {                    /* what happens to a region's deficit in the long run */
                   IMP_DEFICIT_FIXED, /* it stays, in units of the world's income from production */
                   IMP_DEFICIT_REMOVED, /* it is gone before and after */
                   IMP_DEFICIT_SHARE    /* it stays a share of spending */
};

struct imp_model_options {
  enum imp_closure closure;
  const char *set;  /* of elasticities; NULL: the world's first */
  uint32_t draws;   /* of parameters; 0: none, 100,000 at most */
  uint64_t seed;    /* the same seed gives the same numbers, whatever the threads */
  uint32_t threads; /* 0: one for each core */
  double tolerance; /* no equation misses by more; 0: 1e-9 */
  int structures;   /* 1: also the table over elasticity sets and closures */
};

enum imp_metric {
  IMP_REAL_INCOME, /* welfare: income over the price of final spending; fraction, .01 is 1% */
  IMP_REAL_WAGE,   /* fraction */
  IMP_PRICES,      /* price of final spending, world income from production held; fraction */
  IMP_DUTY,        /* import duty collected; in the world's unit of money */
  IMP_IMPORTS,     /* value before duty; fraction */
  IMP_EXPORTS,     /* value before duty of the other side; fraction */
  IMP_METRICS
};

struct imp_estimate {
  double central;   /* at the set's own elasticities */
  double low, high; /* 5% and 95% of draws; equal to central without draws */
  double below;     /* share of draws below zero */
  double error;     /* Monte Carlo error of the median, one standard error */
  double mean;      /* of draws; equal to central without draws */
  double spread;    /* standard deviation of draws; 0 without */
};

struct imp_model_state {
  uint32_t solved, unsolved; /* draws; an unsolved draw is in no number and counted here */
  uint32_t sweeps;           /* of the central solves */
  double residual;           /* largest miss of any equation of the central solves */
  uint32_t fell_back;        /* solves that the slow way answered */
};

struct imp_model;
/* IMP_FINDINGS "model.unsolved": a central solve did not come to the tolerance. */
enum imp_status imp_model_run(const struct imp_world *w, const struct imp_shock *s,
                              const struct imp_model_options *options, struct imp_model **out,
                              struct imp_error *err);
void imp_model_free(struct imp_model *m);
/* Long run: outcome k, from 1, against outcome 0. */
struct imp_estimate imp_model_at(const struct imp_model *m, uint32_t outcome, uint32_t region,
                                 enum imp_metric metric);
struct imp_model_state imp_model_state(const struct imp_model *m);

enum imp_picture { IMP_NO_PICTURE, IMP_SVG };
/* Text, JSON or CSV by options->format; or a picture of one metric. */
enum imp_status imp_report_model(const struct imp_model *m,
                                 const struct imp_report_options *options, enum imp_picture picture,
                                 struct imp_text *text, struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
