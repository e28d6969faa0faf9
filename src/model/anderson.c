// SPDX-License-Identifier: Apache-2.0
// Anderson's mixing (type II) with a short memory.
//
// With differences of steps dF and of points dZ the weights c make |step - dF c| least; the next point is
// z + step - (dZ + dF) c. The small system is its normal equations with a touch of regularisation: rounding there
// costs a sweep, never correctness.

#include "model/anderson.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"
#include "model/dense.h"

struct anderson {
  const struct kernel *kernel;
  size_t length;
  uint32_t count, next; /* pairs held; where the next goes */
  bool begun;
  double gram[ANDERSON_MEMORY][ANDERSON_MEMORY];
  double *last_z, *last_step;
  double *steps[ANDERSON_MEMORY];  /* dF */
  double *points[ANDERSON_MEMORY]; /* dZ + dF */
  void *memory;
};

enum imp_status anderson_new(const struct kernel *k, size_t length, struct anderson **out,
                             struct imp_error *err) {
  struct anderson *a = mem_alloc(sizeof *a);
  *out = NULL;
  if (a == NULL) return error_no_memory(err);
  a->memory = mem_alloc((2 + 2 * ANDERSON_MEMORY) * length * sizeof(double) + 64);
  if (a->memory == NULL) {
    mem_free(a);
    return error_no_memory(err);
  }
  double *at = (double *)(((uintptr_t)a->memory + 63) & ~(uintptr_t)63);
  a->kernel = k;
  a->length = length;
  a->last_z = at;
  a->last_step = at + length;
  for (size_t m = 0; m < ANDERSON_MEMORY; m++) {
    a->steps[m] = at + (2 + 2 * m) * length;
    a->points[m] = at + (3 + 2 * m) * length;
  }
  *out = a;
  return IMP_OK;
}

void anderson_free(struct anderson *a) {
  if (a == NULL) return;
  mem_free(a->memory);
  mem_free(a);
}

void anderson_forget(struct anderson *a) {
  a->count = a->next = 0;
  a->begun = false;
}

static void remember(struct anderson *a, const double *z, const double *step) {
  uint32_t m = a->next;
  double *df = a->steps[m], *dg = a->points[m];
  for (size_t k = 0; k < a->length; k++) {
    df[k] = step[k] - a->last_step[k];
    dg[k] = z[k] - a->last_z[k] + df[k];
  }
  a->next = (m + 1) % ANDERSON_MEMORY;
  if (a->count < ANDERSON_MEMORY) a->count++;
  for (uint32_t r = 0; r < a->count; r++)
    a->gram[m][r] = a->gram[r][m] = a->kernel->dot(a->length, df, a->steps[r]);
}

static bool weights(const struct anderson *a, const double *step, double *c) {
  double gram[ANDERSON_MEMORY * ANDERSON_MEMORY];
  uint32_t n = a->count;
  for (uint32_t r = 0; r < n; r++) {
    c[r] = a->kernel->dot(a->length, a->steps[r], step);
    for (uint32_t k = 0; k < n; k++) gram[r * n + k] = a->gram[r][k];
    gram[r * n + r] *= 1 + 1e-11;
  }
  return dense_cholesky(n, gram, c);
}

void anderson_mix(struct anderson *a, double *z, const double *step) {
  double c[ANDERSON_MEMORY] = {0};
  if (a->begun) remember(a, z, step);
  bool mixed = a->count > 0 && weights(a, step, c);
  if (a->count > 0 && !mixed) a->count = a->next = 0;
  memcpy(a->last_z, z, a->length * sizeof *z);
  memcpy(a->last_step, step, a->length * sizeof *step);
  a->begun = true;
  for (size_t k = 0; k < a->length; k++) z[k] += step[k];
  for (uint32_t m = 0; m < a->count && mixed; m++) {
    const double *dg = a->points[m];
    for (size_t k = 0; k < a->length; k++) z[k] -= c[m] * dg[k];
  }
}
