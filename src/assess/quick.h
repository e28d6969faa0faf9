// SPDX-License-Identifier: Apache-2.0
// The few steps that the loop takes for every line.
#ifndef IMPOST_ASSESS_QUICK_H
#define IMPOST_ASSESS_QUICK_H

#include "assess/batch_own.h"

static inline bool head_holds(const struct head *h, imp_day day) {
  return (uint32_t)day - (uint32_t)h->from < h->days; /* no day is far from all */
}

/* The code in the window of a day, as far as it is known: its head may not hold the day. */
static inline const struct head *head_at(const struct quick *q, uint32_t code, imp_day day) {
  return head_holds(&q->heads[code], day) ? &q->heads[code] : &q->others[code];
}

/* Where a line stands in quick.masks; NOTHING: nowhere. */
static inline uint32_t quick_key(const struct quick *q, const struct head *h, uint32_t place_class,
                                 imp_day day) {
  if (!head_holds(h, day) || h->state != HEAD_FINE || place_class >= PLACES_MAX) return NOTHING;
  uint32_t segment = q->segments[(uint32_t)day - QUICK_DAY_FIRST],
           pair = q->pairs[h->class * PLACES_MAX + place_class];
  return pair == PAIR_NONE || segment == SEGMENT_SPLIT ? NOTHING
                                                       : pair * q->segment_count + segment;
}

/* The kernel of a program that has one. */
static inline const struct kernel *quick_kernel(const struct quick *q, uint32_t program) {
  return &q->kernels[q->kernel_of[program] - 1];
}

/* Cents of a share in millionths, half up: a cent is 10,000 millionths of a dollar. Dollars are below 2^31 and
 * millionths below 2^27, so nothing is lost; both are at least nothing. */
static inline int64_t quick_share(int64_t dollars, int32_t ppm) {
  return (int64_t)(((uint64_t)dollars * (uint32_t)ppm + 5000u) / 10000u);
}

#endif
