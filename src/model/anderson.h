// SPDX-License-Identifier: Apache-2.0
// Anderson's mixing: from the last few points and the steps proposed there, a point whose step would be small.
#ifndef IMPOST_MODEL_ANDERSON_H
#define IMPOST_MODEL_ANDERSON_H

#include "model/kernel.h"

#include "base/error.h"

enum { ANDERSON_MEMORY = 5 };

struct anderson;
/* `length` numbers a point, a multiple of KERNEL_LANES. */
enum imp_status anderson_new(const struct kernel *k, size_t length, struct anderson **out,
                             struct imp_error *err);
void anderson_free(struct anderson *a);
void anderson_forget(struct anderson *a);
/* z + step mixed with the history, into z. */
void anderson_mix(struct anderson *a, double *z, const double *step);

#endif
