// SPDX-License-Identifier: Apache-2.0
// The linear approximation of a change in real income, under its own name.
//
// Terms of trade: what exports fetch more and imports cost more, at the old quantities. Volume of trade: what duty is
// collected on imports that grew, at the old duty. Their sum is often printed as the welfare effect; it is not when
// tariffs fall by much (docs/model.md).

#include <math.h>

#include "model/solution.h"

static double cost_change(const struct economy *e, const struct solved *before,
                          const struct solved *after, uint32_t n, uint32_t j) {
  return after->at->cost[at_cell(e, n, j)] / before->at->cost[at_cell(e, n, j)] - 1;
}

static void add_cell(const struct economy *e, const double *theta, const struct solved *before,
                     const struct solved *after, uint32_t n, uint32_t i, uint32_t j,
                     struct linear *out) {
  double imports = solution_flow(before->what, theta, before->at, n, i, j);
  double exports = solution_flow(before->what, theta, before->at, i, n, j);
  double duty = solution_paid(before->what, theta, before->at, n, i, j) - imports;
  double abroad = cost_change(e, before, after, i, j), home = cost_change(e, before, after, n, j);
  out->terms_of_trade += exports * home - imports * abroad;
  if (imports > 0)
    out->volume_of_trade +=
        duty * (solution_flow(after->what, theta, after->at, n, i, j) / imports - 1 - abroad);
}

struct linear solution_linear(const double *theta, const struct solved *before,
                              const struct solved *after, uint32_t n) {
  const struct economy *e = before->what->e;
  struct linear out = {0, 0};
  for (uint32_t j = 0; j < e->sectors; j++)
    for (uint32_t i = 0; i < e->regions; i++)
      if (i != n) add_cell(e, theta, before, after, n, i, j, &out);
  out.terms_of_trade /= before->at->income[n];
  out.volume_of_trade /= before->at->income[n];
  return out;
}
