// SPDX-License-Identifier: Apache-2.0
// Settling a mask: a measure of which no demand and no `exempts` is alive has no row, displaces nothing and takes nothing
// out, so what else of it is alive does not matter, as long as it asks for no fact (which would be asked, or named as
// presumed) and no open question stands in it. Masks that differ in such atoms alone become one.
#include "index/index_own.h"

/* The words of a mask that a measure has bits in are few: the first, the last and those between them. */
static uint64_t own_bits(const struct atom_range *r, uint32_t w) {
  return (w == r->from ? r->first : UINT64_MAX) & (w == r->to ? r->last : UINT64_MAX);
}

void settle_mask(const struct index *x, uint64_t *words) {
  for (uint32_t i = 0; i < x->range_count; i++) {
    const struct atom_range *r = &x->ranges[i];
    uint64_t alive = 0, matters = 0;
    for (uint32_t w = r->from; w <= r->to && !matters; w++) {
      uint64_t mine = words[w] & own_bits(r, w);
      alive |= mine;
      matters = mine & x->matters[w];
    }
    for (uint32_t w = r->from; w <= r->to && alive && !matters; w++) words[w] &= ~own_bits(r, w);
  }
}

/* An outcome of some question hangs over the measure or a name above it. */
static bool is_open(const struct index *x, uint32_t m) {
  uint64_t open = 0;
  for (uint32_t q = 0; q < x->law->question_count; q++)
    if (view_outcome_count(x->view, q) > 1) open |= (uint64_t)1 << q % 64;
  for (; m != LAW_NONE; m = x->law->measures[m].parent)
    if (x->law->measures[m].asks & open) return true;
  return false;
}

static void add_range(struct index *x, size_t from, size_t to) {
  x->ranges[x->range_count++] =
      (struct atom_range){(uint32_t)(from / 64), (uint32_t)((to - 1) / 64), UINT64_MAX << from % 64,
                          UINT64_MAX >> (63 - (to - 1) % 64)};
}

bool settle_build(struct index *x) {
  const struct atoms *all = &x->atoms;
  x->matters = arena_array(&x->arena, x->words + 1u, sizeof *x->matters);
  x->ranges = arena_array(&x->arena, x->law->measure_count + 1u, sizeof *x->ranges);
  if (!x->matters || !x->ranges) return false;
  for (size_t i = 0; i < all->count; i++) {
    if (all->items[i].acts || all->items[i].asks.facts) x->matters[i / 64] |= (uint64_t)1 << i % 64;
  }
  for (size_t i = 0, from = 0; i < all->count; from = i) {
    uint32_t m = all->items[i].measure;
    while (i < all->count && all->items[i].measure == m) i++;
    if (m != LAW_NONE && !is_open(x, m)) add_range(x, from, i);
  }
  return true;
}
