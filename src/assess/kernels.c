// SPDX-License-Identifier: Apache-2.0
// Kernels: what the loop runs of a program. Each takes as much room as it has rows, and equal ones are one.
#include <string.h>

#include "assess/quick.h"
#include "assess/quick_own.h"

bool kernel_quote(const struct quote *from, int32_t *ppm, uint8_t *of) {
  *ppm = 0;
  *of = OF_NOTHING;
  if (from->cells) return false;
  switch (from->kind) {
  case QUOTE_ZERO:
    return true;
  case QUOTE_SHARE:
    *ppm = from->ppm;
    return from->ppm >= 0;
  case QUOTE_GENERAL:
    *of = OF_GENERAL;
    return true;
  case QUOTE_COLUMN_2:
    *of = OF_COLUMN_2;
    return true;
  case QUOTE_SPECIAL:
    *of = OF_SPECIAL;
    return true;
  default:
    return false;
  }
}

/* False: the row is none that the loop can work out. */
static bool kernel_row(const struct prow *from, struct krow *to) {
  int32_t less;
  return kernel_quote(&from->amount, &to->ppm, &to->of) &&
         kernel_quote(&from->less, &less, &to->less_of) && !less;
}

/* False: the completion has a row that the loop cannot work out. */
static bool option_kernel(const struct option *o, struct kernel *k) {
  struct kernel made = {.state = KERNEL_FINE, .shape = o->shape, .rows = (uint8_t)o->count};
  if (o->count > KERNEL_ROWS) return false;
  made.status = o->prohibited ? IMP_LINE_PROHIBITED : IMP_LINE_OK;
  for (uint32_t i = 0; i < o->count; i++) {
    if (!kernel_row(o->rows[i], &made.row[i])) return false;
    made.uses |= (uint8_t)(1u << made.row[i].of | 1u << made.row[i].less_of);
  }
  made.uses &= (uint8_t) ~(1u << OF_NOTHING);
  *k = made;
  return true;
}

/* ---- kept ------------------------------------------------------------------------------------------------- */

/* Units that a kernel takes: its head, and its rows in fours or its options in twos. */
static size_t units_of(const struct kernel *k) {
  return 1 + (k->state == KERNEL_FINE   ? (k->rows + 3u) / 4 * 4
              : k->state == KERNEL_LIST ? (k->rows + 1u) / 2
                                        : 0);
}

static uint64_t hash_of(const struct kernel *k) {
  uint64_t unit, h = 0;
  for (size_t i = 0; i < units_of(k); i++) {
    memcpy(&unit, (const char *)k + i * sizeof unit, sizeof unit);
    h = (h ^ unit) * 0xd6e8feb86659fd93u;
    h ^= h >> 32;
  }
  return h;
}
static_assert(sizeof(struct krow) == 8 &&
                  sizeof(struct kernel) == sizeof(struct krow[1 + KERNEL_ROWS]),
              "a kernel is units");

/* Where the number of the kernel stands, or would. */
static uint32_t *slot_of(const struct quick *q, const struct kernel *k) {
  size_t at = hash_of(k) & (q->kernel_slot_count - 1), size = units_of(k) * sizeof *q->kernels;
  for (; q->kernel_slots[at]; at = (at + 1) & (q->kernel_slot_count - 1)) {
    const struct kernel *other = kernel_at(q, q->kernel_slots[at]);
    if (units_of(other) == units_of(k) && !memcmp(other, k, size)) break;
  }
  return &q->kernel_slots[at];
}

static bool grow_slots(struct quick *q) {
  size_t n = q->kernel_slot_count ? q->kernel_slot_count * 2 : 256;
  uint32_t *slots = mem_alloc(n * sizeof *slots);
  if (!slots) return false;
  mem_free(q->kernel_slots);
  q->kernel_slots = slots;
  q->kernel_slot_count = n;
  for (size_t at = 0; at < q->kernel_units; at += units_of(kernel_at(q, (uint32_t)at + 1)))
    *slot_of(q, kernel_at(q, (uint32_t)at + 1)) = (uint32_t)at + 1;
  return true;
}

/* A number for the kernel, equal ones have the same; nought: out of memory. */
static uint32_t kernel_id(struct quick *q, const struct kernel *k) {
  if (q->kernel_count * 4 >= q->kernel_slot_count * 3 && !grow_slots(q)) return 0;
  uint32_t *slot = slot_of(q, k), known = *slot;
  size_t units = units_of(k);
  if (known) return known;
  if (!mem_grow((void **)&q->kernels, &q->kernel_cap, q->kernel_units + units, sizeof *q->kernels))
    return 0;
  memcpy(q->kernels + q->kernel_units, k, units * sizeof *q->kernels);
  *slot = known = (uint32_t)q->kernel_units + 1;
  q->kernel_units += units;
  q->kernel_count++;
  return known;
}

/* ---- made ------------------------------------------------------------------------------------------------- */

/* The completions of a bill as kernels of their own. False: out of memory. */
static bool list_kernel(struct quick *q, const struct pbill *p, struct kernel *k) {
  struct kernel made = {.state = KERNEL_LIST, .rows = (uint8_t)p->option_count}, one;
  if (p->option_count > KERNEL_OPTIONS) return true;
  for (uint32_t i = 0; i < p->option_count; i++) {
    if (!option_kernel(&p->options[i], &one)) return true;
    made.uses |= one.uses;
    if ((made.option[i] = kernel_id(q, &one)) == 0) return false;
  }
  *k = made;
  return true;
}

/* State NONE: each line the long way. False: out of memory. */
static bool kernel_of(struct quick *q, const struct program *p, bool early, struct kernel *k) {
  *k = (struct kernel){.state = KERNEL_NONE};
  if (!p->slow && p->refusal) {
    /* a base duty that cannot be computed would refuse first: both columns must be there */
    uint8_t both = 1u << OF_GENERAL | 1u << OF_COLUMN_2;
    *k = (struct kernel){.state = KERNEL_FINE,
                         .status = IMP_LINE_REFUSED,
                         .shape = p->shape,
                         .uses = early ? 0 : both};
    return true;
  }
  if (p->slow || p->bill_count != 1 || p->least) return true;
  if (p->bills[0].option_count != 1) return list_kernel(q, &p->bills[0], k);
  option_kernel(&p->bills[0].options[0], k);
  return true;
}

/* `early`: a refusal before the line has a mask. */
bool kernel_learn(struct imp_batch *b, uint32_t id, bool early) {
  struct quick *q = &b->quick;
  size_t old = q->kernel_of_cap;
  if (!mem_grow((void **)&q->kernel_of, &q->kernel_of_cap, id + 1u, sizeof *q->kernel_of))
    return false;
  if (q->kernel_of_cap > old)
    memset(q->kernel_of + old, 0, (q->kernel_of_cap - old) * sizeof *q->kernel_of);
  if (q->kernel_of[id]) return true;
  struct kernel k;
  q->kernel_of[id] = kernel_of(q, b->programs[id], early, &k) ? kernel_id(q, &k) : 0;
  return q->kernel_of[id] != 0;
}
