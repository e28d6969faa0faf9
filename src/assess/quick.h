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
  const struct head *h = &q->heads[code];
  return head_holds(h, day) ? h : &q->others[h->other];
}

/* What stands for the pair and segment of a line, below 1 << KEY_BITS; NOTHING: nothing. */
static inline uint32_t quick_key(const struct quick *q, const struct head *h, uint32_t place_class,
                                 imp_day day) {
  if (!head_holds(h, day) || h->state != HEAD_FINE || place_class >= PLACES_MAX) return NOTHING;
  uint32_t segment = q->segments[(uint32_t)day - QUICK_DAY_FIRST],
           pair = q->pairs[h->class * PLACES_MAX + place_class];
  return pair == PAIR_NONE || segment == SEGMENT_SPLIT ? NOTHING
                                                       : pair * q->segment_count + segment;
}

/* A key as a number of its own that is spread over all KEY_BITS: what it has above tells the bucket. */
static inline uint32_t quick_spread(uint32_t key) {
  return key * 2654435769u & ((1u << KEY_BITS) - 1);
}

static inline uint32_t *quick_bucket(const struct quick *q, uint32_t spread) {
  return &q->masks[(size_t)(spread >> (KEY_BITS - q->mask_bits)) * MASK_WAYS];
}

/* The mask of a pair and segment, MASK_NONE when it is not held. A place has sixteen bits of its key above its mask; the
 * bucket is the rest of the key. */
static_assert(KEY_BITS - MASK_BITS == 16, "a bucket and sixteen bits are the whole key");
static inline uint32_t quick_mask(const struct quick *q, uint32_t key) {
  uint32_t spread = quick_spread(key), of = spread << 16, mask = MASK_NONE;
  const uint32_t *bucket = quick_bucket(q, spread);
  for (uint32_t i = 0; i < MASK_WAYS; i++) {
    uint32_t rest = bucket[i] ^ of;
    mask = rest < mask ? rest : mask;
  }
  return mask;
}

/* A kernel by its number, which is where it begins, plus one: as much of it as its rows or its options. */
static inline const struct kernel *kernel_at(const struct quick *q, uint32_t number) {
  return (const void *)&q->kernels[number - 1];
}

/* The kernel of a program that has one. */
static inline const struct kernel *quick_kernel(const struct quick *q, uint32_t program) {
  return kernel_at(q, q->kernel_of[program]);
}

/* Cents of a share in millionths, half up: a cent is 10,000 millionths of a dollar. Dollars are below 2^31 and
 * millionths below 2^27, so nothing is lost; both are at least nothing. */
static inline int64_t quick_share(int64_t dollars, int32_t ppm) {
  return (int64_t)(((uint64_t)dollars * (uint32_t)ppm + 5000u) / 10000u);
}

#endif
