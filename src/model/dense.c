// SPDX-License-Identifier: Apache-2.0
// Small dense matrices.

#include "model/dense.h"

#include <math.h>

static void swap_rows(uint32_t n, double *m, uint32_t a, uint32_t b) {
  for (uint32_t k = 0; k < n && a != b; k++) {
    double kept = m[(size_t)a * n + k];
    m[(size_t)a * n + k] = m[(size_t)b * n + k];
    m[(size_t)b * n + k] = kept;
  }
}

static uint32_t pivot_of(uint32_t n, const double *m, uint32_t column) {
  uint32_t best = column;
  for (uint32_t r = column + 1; r < n; r++)
    if (fabs(m[(size_t)r * n + column]) > fabs(m[(size_t)best * n + column])) best = r;
  return best;
}

bool dense_invert(uint32_t n, double *m, uint32_t *rows) {
  for (uint32_t c = 0; c < n; c++) {
    rows[c] = pivot_of(n, m, c);
    swap_rows(n, m, c, rows[c]);
    double *pivot = m + (size_t)c * n, scale = pivot[c];
    if (!(fabs(scale) > 1e-300)) return false;
    pivot[c] = 1;
    for (uint32_t k = 0; k < n; k++) pivot[k] /= scale;
    for (uint32_t r = 0; r < n; r++) {
      double *row = m + (size_t)r * n, times = row[c];
      if (r == c || times == 0) continue;
      row[c] = 0;
      for (uint32_t k = 0; k < n; k++) row[k] -= times * pivot[k];
    }
  }
  for (uint32_t c = n; c-- > 0;) /* rows swapped are columns of the inverse */
    for (uint32_t r = 0; r < n && rows[c] != c; r++) {
      double kept = m[(size_t)r * n + c];
      m[(size_t)r * n + c] = m[(size_t)r * n + rows[c]];
      m[(size_t)r * n + rows[c]] = kept;
    }
  return true;
}

bool dense_cholesky(uint32_t n, double *a, double *b) {
  for (uint32_t c = 0; c < n; c++) {
    double d = a[c * n + c];
    for (uint32_t k = 0; k < c; k++) d -= a[c * n + k] * a[c * n + k];
    if (!(d > 0)) return false;
    d = a[c * n + c] = sqrt(d);
    for (uint32_t r = c + 1; r < n; r++) {
      double v = a[r * n + c];
      for (uint32_t k = 0; k < c; k++) v -= a[r * n + k] * a[c * n + k];
      a[r * n + c] = v / d;
    }
  }
  for (uint32_t r = 0; r < n; r++) {
    for (uint32_t k = 0; k < r; k++) b[r] -= a[r * n + k] * b[k];
    b[r] /= a[r * n + r];
  }
  for (uint32_t r = n; r-- > 0;) {
    for (uint32_t k = r + 1; k < n; k++) b[r] -= a[k * n + r] * b[k];
    b[r] /= a[r * n + r];
  }
  return true;
}
