// SPDX-License-Identifier: Apache-2.0
// Pairs: what a class of codes and a class of places leave of the law together, all epochs in a row. There are
// far fewer of them than classes times classes, so a table of masks by pair and segment stays small.
#include "index/index_own.h"

/* Words of one epoch joined into a mark: bits left by both rows. */
static struct mark join_rows(struct mark m, const uint64_t *code, const uint64_t *place,
                             uint32_t words) {
  for (uint32_t i = 0; i < words; i++) {
    uint64_t both = code[i] & place[i];
    m = mark_join(m, (struct mark){both, both * 0x9e3779b97f4a7c15u});
  }
  return m;
}

uint32_t index_pair(struct index *x, uint32_t code_class, uint32_t place_class) {
  struct mark m = mark_of(0);
  bool added;
  for (size_t s = 0; s <= x->day_count; s++) {
    const uint64_t *code, *place;
    if (s && x->goods_epoch[s] == x->goods_epoch[s - 1] &&
        x->place_epoch[s] == x->place_epoch[s - 1])
      continue;
    if (!mask_rows(x, code_class, place_class, (uint32_t)s, &code, &place)) return UINT32_MAX;
    m = join_rows(m, code, place, x->words);
  }
  return intern_mark(&x->pair_marks, m, &added);
}

uint32_t index_place_epoch(const struct index *x, uint32_t segment) {
  return x->place_epoch[segment];
}
