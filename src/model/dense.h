// SPDX-License-Identifier: Apache-2.0
// Small dense matrices, row by row.
#ifndef IMPOST_MODEL_DENSE_H
#define IMPOST_MODEL_DENSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Inverse in place by elimination with row pivots; `rows` has room for n numbers. False: singular. */
bool dense_invert(uint32_t n, double *m, uint32_t *rows);
/* Solves a x = b for symmetric positive definite a (destroyed), b becomes x. False: not so. */
bool dense_cholesky(uint32_t n, double *a, double *b);

#endif
