// SPDX-License-Identifier: Apache-2.0
// Inside of the reports: one number of a run after the other.
#ifndef IMPOST_MODEL_REPORT_FACT_H
#define IMPOST_MODEL_REPORT_FACT_H

#include "model/write.h"

/* One number of a run, whatever the form. */
struct fact {
  const char *layer, *outcome, *against, *region, *sector, *metric, *unit;
  struct imp_estimate x;
  bool drawn;
  const char *category; /* of consumption; NULL: none */
};

typedef void fact_to(void *user, const struct fact *f);

/* Every number of the run, in the order in which they are written. */
void model_every_fact(const struct imp_model *m, fact_to *to, void *user);

#endif
