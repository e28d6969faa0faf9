// SPDX-License-Identifier: Apache-2.0
// Pairs: what a class of codes and a class of places leave of the law together, all epochs in a row. There are
// far fewer of them than classes times classes, so a table of masks by pair and segment stays small.
#include "index/index_own.h"

/* Words that are not nought joined into a mark, each with its place: most words of a mask are. */
static struct mark join_word(struct mark m, uint64_t word, uint64_t at) {
  return word ? mark_join(m, (struct mark){word, (word ^ at) * 0x9e3779b97f4a7c15u}) : m;
}

/* What both rows leave, epoch by epoch; of the atoms in `kept` alone when it is given. An epoch that leaves what the one
 * before it left adds nothing. */
static bool join_epochs(struct index *x, uint32_t code_class, uint32_t place_class,
                        const uint64_t *kept, struct mark *m) {
  const uint64_t *code, *place, *code_was = NULL, *place_was = NULL;
  struct mark last = {0, 0};
  for (size_t s = 0; s <= x->day_count; s++) {
    if (s && x->goods_epoch[s] == x->goods_epoch[s - 1] &&
        x->place_epoch[s] == x->place_epoch[s - 1])
      continue;
    if (!mask_rows(x, code_class, place_class, (uint32_t)s, &code, &place)) return false;
    if (code == code_was && place == place_was) continue;
    struct mark now = mark_of(0);
    for (uint32_t i = 0; i < x->words; i++)
      now = join_word(now, code[i] & place[i] & (kept ? kept[i] : UINT64_MAX), i);
    if (!mark_same(now, last)) *m = mark_join(mark_join(*m, (struct mark){s, s}), now);
    last = now;
    code_was = code;
    place_was = place;
  }
  return true;
}

uint32_t index_pair(struct index *x, uint32_t code_class, uint32_t place_class) {
  struct mark m = mark_of(0);
  bool added;
  if (!join_epochs(x, code_class, place_class, NULL, &m)) return UINT32_MAX;
  return intern_mark(&x->pair_marks, m, &added);
}

uint32_t index_bare_pair(struct index *x, uint32_t code_class, uint32_t place_class) {
  struct mark m = mark_of(1);
  bool added;
  if (!join_epochs(x, code_class, place_class, x->kept, &m)) return UINT32_MAX;
  return intern_mark(&x->bare_marks, m, &added);
}

struct mark mark_words(const struct index *x, const uint64_t *words) {
  struct mark m = mark_of(2);
  for (uint32_t i = 0; i < x->words; i++) m = join_word(m, words[i], i);
  return m;
}

uint32_t index_bare_cell(struct index *x, uint32_t code_class, uint32_t place_class,
                         uint32_t segment) {
  const uint64_t *code, *place, *time = mask_time(x, segment);
  bool added;
  if (!time || !mask_rows(x, code_class, place_class, segment, &code, &place)) return UINT32_MAX;
  for (uint32_t i = 0; i < x->words; i++) x->scratch[i] = code[i] & place[i] & time[i] & x->kept[i];
  uint32_t raw = intern_mark(&x->raw_marks, mark_words(x, x->scratch), &added);
  if (raw == UINT32_MAX || !added) return raw == UINT32_MAX ? raw : x->settled[raw];
  if (!mem_grow((void **)&x->settled, &x->settled_cap, raw + 1u, sizeof *x->settled))
    return UINT32_MAX;
  settle_mask(x, x->scratch);
  return x->settled[raw] = intern_mark(&x->bare_marks, mark_words(x, x->scratch), &added);
}

uint32_t index_own_cell(struct index *x, uint32_t pair, uint32_t segment) {
  bool added;
  struct mark m = mark_join(mark_of(3), (struct mark){pair, segment});
  return intern_mark(&x->bare_marks, m, &added);
}

uint32_t index_place_epoch(const struct index *x, uint32_t segment) {
  return x->place_epoch[segment];
}
