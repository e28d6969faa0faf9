// SPDX-License-Identifier: Apache-2.0
// The short run: weeks to months, when little can be replaced.
//
// Nested CES with low elasticities: value added against materials, materials against each other, origins within a sector,
// consumers across sectors. What works in a sector stays there, so every sector has a factor price of its own. Duties are
// those of the base year; quantities of flows and of factors are what is short.
#ifndef IMPOST_MODEL_SHORT_H
#define IMPOST_MODEL_SHORT_H

#include "model/economy.h"

struct short_options {
  double added;     /* elasticity between value added and materials; .3 */
  double materials; /* between materials; .1 */
  double origins;   /* sigma = 1 + origins * theta, between .5 and 2; .2 */
  double final;     /* between sectors of final spending; .9 */
  double tolerance;
};
extern const struct short_options SHORT_USUAL;

struct
    short_limit { /* quantity of a flow over the base year's; what it fetches more goes to the seller's region */
  uint32_t importer, exporter, sector;
  double quantity;
  double wedge; /* found */
};

struct short_run {
  uint32_t regions;
  double *income; /* [n] real, hat */
  double *output; /* [n][j] quantity made, hat */
  double *price;  /* [n][j] of the composite bought, hat */
  double residual;
  uint32_t sweeps;
  bool solved;
  void *memory;
};

/* `supply` [n][j]: factors over the base year's, or NULL. Not reaching the tolerance leaves solved false. */
enum imp_status short_solve(const struct economy *e, const double *theta, const double *supply,
                            struct short_limit *limits, size_t limit_count,
                            const struct short_options *options, struct short_run *out,
                            struct imp_error *err);
void short_free(struct short_run *out);

#endif
