// SPDX-License-Identifier: Apache-2.0
// What the loop is taught: gates and cells of masks, heads of codes.
#include <string.h>

#include "assess/quick.h"
#include "assess/quick_own.h"

static bool cells_for(struct quick *q, uint32_t mask) {
  if (!mem_grow((void **)&q->cells, &q->cell_cap, mask + 1u, sizeof *q->cells)) return false;
  while (q->cell_count <= mask) q->cells[q->cell_count++] = NOTHING;
  return true;
}

/* Few tests, and all of them, and the base they ask about, are shares: the loop can run them. */
bool quick_can_test(const struct imp_batch *b, uint32_t tests, bool sure, const struct quote *base,
                    struct krow *out) {
  if (!sure || (uint32_t)__builtin_popcount(tests) > QUICK_TESTS) return false;
  for (uint32_t rest = tests; rest; rest &= rest - 1)
    if (!b->quick.tests[__builtin_ctz(rest)].fine) return false;
  return kernel_quote(base, &out->ppm, &out->of);
}

/* A mask with tests gets a gate: a table by their results. */
static bool open_gate(struct imp_batch *b, const struct found *f, uint32_t tests) {
  struct quick *q = &b->quick;
  struct gate g = {.tests = tests, .table = (uint32_t)q->table_count};
  if (!quick_can_test(b, tests, f->sure, &f->base, &g.base)) return true;
  size_t need = 1;
  for (uint32_t rest = tests; rest; rest &= rest - 1) need *= QUICK_RESULTS;
  need += q->table_count;
  if (!mem_grow((void **)&q->tables, &q->table_cap, need, sizeof *q->tables) ||
      !mem_grow((void **)&q->gates, &q->gate_cap, q->gate_count + 1, sizeof *q->gates))
    return false;
  while (q->table_count < need) q->tables[q->table_count++] = NOTHING;
  q->cells[f->mask] = CELL_GATE | (uint32_t)q->gate_count;
  q->gates[q->gate_count++] = g;
  return true;
}

static bool learn_gate(struct imp_batch *b, const struct found *f) {
  struct quick *q = &b->quick;
  uint32_t tests = index_mask_tests(b->index, f->mask);
  uint32_t *cell = &q->cells[f->mask];
  if (!f->bare || f->parts || quick_kernel(q, f->program)->state == KERNEL_NONE) return true;
  if (!tests) {
    *cell = f->program;
    return true;
  }
  uint32_t results = quick_pack(tests, f->results);
  if (results == NOTHING) return true;
  if (*cell == NOTHING && !open_gate(b, f, tests)) return false;
  if (*cell != NOTHING) q->tables[q->gates[*cell & ~CELL_GATE].table + results] = f->program;
  return true;
}

/* The window, as far as it lies in the days that the law reaches and the table of days holds. */
static struct head head_in(const struct quick *q, imp_day from, imp_day until) {
  imp_day first = (imp_day)QUICK_DAY_FIRST, last = first + QUICK_DAYS;
  if (q->first > first) first = q->first;
  if (q->until < last) last = q->until;
  if (from < first) from = first;
  if (until > last) until = last;
  return (struct head){.from = from, .days = until > from ? (uint16_t)(until - from) : 0};
}
static_assert(QUICK_DAYS <= UINT16_MAX, "a window holds no more days than the table");

/* False: out of memory. */
static bool keep_head(struct quick *q, uint32_t code, struct head h) {
  struct head old = q->heads[code];
  h.other = old.other;
  if (old.days && old.from != h.from) {
    if (!h.other) {
      if (!mem_grow((void **)&q->others, &q->other_cap, q->other_count + 1, sizeof *q->others))
        return false;
      h.other = (uint32_t)q->other_count++;
    }
    q->others[h.other] = old;
  }
  q->heads[code] = h;
  return true;
}

static bool learn_head(struct imp_batch *b, uint32_t code, const struct variant *v) {
  const struct tariff *t = &b->tariffs[v->tariff];
  if (v->class >= CLASSES_MAX) return true;
  struct head h = head_in(&b->quick, v->from, v->until);
  h.state = HEAD_FINE;
  h.renumbered = b->codes[code].renumbered;
  h.asks = t->claimed_unit_count > 0;
  h.class = (uint16_t)v->class;
  h.general = t->general.ppm;
  h.column2 = t->column2.ppm;
  h.tariff = v->tariff;
  return keep_head(&b->quick, code, h);
}

/* A code that is refused, or of which nothing can be read, is so whatever else a bare line says. */
static bool learn_refused(struct imp_batch *b, const struct asked_line *l, const struct found *f) {
  const struct code_text *c = &b->codes[l->code];
  if (l->set || l->part_count) return true;
  if (!kernel_learn(b, f->program, true)) return false;
  if (!c->unreadable && f->variant == NOTHING) {
    if (l->place == IMP_NO_PLACE) b->quick.no_origin = f->program;
    return true;
  }
  struct head h = c->unreadable ? head_in(&b->quick, DAY_FIRST, DAY_NEVER)
                                : head_in(&b->quick, b->variants[f->variant].from,
                                          b->variants[f->variant].until);
  h.state = c->unreadable ? HEAD_UNREADABLE : HEAD_REFUSED;
  h.renumbered = c->renumbered;
  h.tariff = f->program;
  return keep_head(&b->quick, l->code, h);
}

/* The pair of a class and a class of places. */
static bool learn_pair(struct imp_batch *b, uint32_t class, uint32_t place) {
  struct quick *q = &b->quick;
  size_t at = (size_t) class * PLACES_MAX + place, old = q->pair_cap;
  if (class >= CLASSES_MAX || place >= PLACES_MAX) return true;
  size_t need = ((size_t) class + 1) * PLACES_MAX;
  if (!mem_grow((void **)&q->pairs, &q->pair_cap, need, sizeof *q->pairs)) return false;
  if (q->pair_cap > old) memset(q->pairs + old, 0xff, (q->pair_cap - old) * sizeof *q->pairs);
  if (q->pairs[at] != PAIR_NONE) return true;
  uint32_t pair = index_pair(b->index, class, place);
  if (pair == UINT32_MAX) return false;
  if (pair >= PAIR_NONE || ((size_t)pair + 1) * q->segment_count > (size_t)1 << KEY_BITS)
    return true;
  q->pairs[at] = (uint16_t)pair;
  return true;
}

uint32_t *quick_new_masks(uint32_t bits) {
  size_t size = ((size_t)MASK_WAYS << bits) * sizeof(uint32_t);
  uint32_t *masks = mem_alloc(size);
  if (masks) memset(masks, 0xff, size);
  return masks;
}

/* The last that came stands first; of more than there is room for in its bucket the one that came first is given up. */
static void put_mask(struct quick *q, uint32_t spread, uint32_t mask) {
  uint32_t *bucket = quick_bucket(q, spread);
  memmove(bucket + 1, bucket, (MASK_WAYS - 1) * sizeof *bucket);
  bucket[0] = spread << 16 | mask;
}

/* Twice as many buckets for a table that is half full; it stays as it is without memory, and when it is as large as it
 * gets: a mask that is not in it is worked out again. */
static void grow_masks(struct quick *q) {
  struct quick old = *q;
  if (q->mask_news++ < (uint32_t)MASK_WAYS / 2 << q->mask_bits || q->mask_bits == q->most.masks)
    return;
  uint32_t *masks = quick_new_masks(q->mask_bits + 1);
  if (!masks) return;
  q->masks = masks;
  q->mask_bits++;
  for (uint32_t k = 0; k < 1u << old.mask_bits; k++)
    for (uint32_t i = MASK_WAYS; i-- > 0;) {
      uint32_t place = old.masks[k * MASK_WAYS + i];
      if ((place & MASK_NONE) != MASK_NONE)
        put_mask(q, k >> (old.mask_bits - MASK_BITS) << 16 | place >> 16, place & MASK_NONE);
    }
  mem_free(old.masks);
}

/* The mask of lines of this pair and segment. */
static void learn_mask(struct quick *q, uint32_t key, uint32_t mask) {
  if (mask >= MASK_NONE || quick_mask(q, key) == mask) return;
  grow_masks(q);
  put_mask(q, quick_spread(key), mask);
}

bool quick_learn(struct imp_batch *b, const struct asked_line *l, const struct found *f) {
  if (f->early) return learn_refused(b, l, f);
  if (f->mask == NOTHING || f->variant == NOTHING || l->dollars < WHOLE_LEAST) return true;
  const struct variant *v = &b->variants[f->variant];
  if (!learn_pair(b, v->class, b->place_class[l->place]) || !cells_for(&b->quick, f->mask) ||
      !learn_head(b, l->code, v))
    return false;
  if (f->fine && (!kernel_learn(b, f->program, false) || !learn_gate(b, f))) return false;
  uint32_t key =
      quick_key(&b->quick, head_at(&b->quick, l->code, l->day), b->place_class[l->place], l->day);
  if (key != NOTHING) learn_mask(&b->quick, key, f->mask);
  if (f->fine && l->set && !f->parts) quick_learn_facts(b, l, f);
  return true;
}
