// SPDX-License-Identifier: Apache-2.0
// Lines with facts: what a set of facts on lines of a mask comes to, in tables of one size.
#include <string.h>

#include "assess/quick.h"
#include "assess/quick_own.h"

/* The place as far as a claim asks for it: its class, in an epoch of the lists of places. */
static uint32_t fact_place(const struct imp_batch *b, const struct asked_line *a) {
  uint32_t segment = index_segment(b->index, a->day);
  return b->place_class[a->place] << 16 | index_place_epoch(b->index, segment);
}

static uint32_t fact_hash(uint32_t mask, uint32_t set, uint32_t place) {
  uint32_t h = mask * 2654435769u ^ set * 0x85ebca6bu ^ place * 0xc2b2ae35u;
  return (h ^ h >> 15) * 2654435769u;
}

/* Each key may stand in one of a few places behind its own; when all are taken, its own is given up for it. */
enum { FACT_PLACES = 4 };

static bool is_slot_of(const struct fact_slot *s, uint32_t mask, uint32_t set, uint32_t place) {
  return s->mask == mask && s->set == set && s->place == place;
}

/* The slot of the key, or the one it would get. */
static struct fact_slot *fact_slot(const struct quick *q, uint32_t mask, uint32_t set,
                                   uint32_t place) {
  uint32_t home = fact_hash(mask, set, place) >> (32 - q->fact_bits),
           last = (1u << q->fact_bits) - 1;
  for (uint32_t i = 0; i < FACT_PLACES; i++) {
    struct fact_slot *s = &q->fact_slots[(home + i) & last];
    if (!s->set || is_slot_of(s, mask, set, place)) return s;
  }
  return &q->fact_slots[home];
}

static bool is_result_of(const struct fact_result *r, const struct fact_slot *s, uint32_t results) {
  return r->mask == s->mask && r->set == s->set && r->place == s->place && r->results == results;
}

static struct fact_result *fact_result(const struct quick *q, const struct fact_slot *s,
                                       uint32_t results) {
  uint32_t home =
      fact_hash(s->mask ^ results * 0x27d4eb2fu, s->set, s->place) >> (32 - q->result_bits);
  for (uint32_t i = 0; i < FACT_PLACES; i++) {
    struct fact_result *r = &q->fact_results[(home + i) & ((1u << q->result_bits) - 1)];
    if (!r->set || is_result_of(r, s, results)) return r;
  }
  return &q->fact_results[home];
}

uint32_t quick_with_facts(const struct imp_batch *b, uint32_t mask, const struct asked_line *a,
                          struct qline *l) {
  uint32_t place = fact_place(b, a), set = b->sets[a->set].shape, entry = NOTHING - 1;
  const struct fact_slot *s = fact_slot(&b->quick, mask, set, place);
  if (!is_slot_of(s, mask, set, place)) return NOTHING;
  if (b->sets[a->set].latest > a->day || b->sets[a->set].part_count) return NOTHING;
  if (s->stated != NOTHING)
    entry = memo_get(&b->entry_of,
                     (struct memo_key){b->tariffs[l->head->tariff].special, s->stated, 0, 0});
  if (entry == NOTHING) return NOTHING;
  uint32_t has = entry != NOTHING - 1;
  if (has) l->special = &b->entries[entry];
  if (!s->tests) return s->program[has];
  uint32_t at = s->has_base[has] ? quick_results(b, s->tests, &s->base[has], l) : NOTHING;
  if (at == NOTHING) return NOTHING;
  const struct fact_result *r = fact_result(&b->quick, s, at << 1 | has);
  return is_result_of(r, s, at << 1 | has) ? r->program : NOTHING;
}

/* A table of 1 << bits items, none of them in use: their sets are nought. */
void *quick_new_table(size_t item, uint32_t bits) {
  return mem_alloc(item << bits);
}

/* Room for one more in a table that is half full; one that is as large as it gets stays so, as all do without
 * memory: what is in them can be found again. */
static void grow_slots(struct quick *q) {
  struct fact_slot *old = q->fact_slots;
  uint32_t n = 1u << q->fact_bits;
  if (q->fact_news++ < n / 2 || q->fact_bits == q->most.facts) return;
  struct fact_slot *more = quick_new_table(sizeof *more, q->fact_bits + 1);
  if (!more) return;
  q->fact_slots = more;
  q->fact_bits++;
  for (uint32_t i = 0; i < n; i++)
    if (old[i].set) *fact_slot(q, old[i].mask, old[i].set, old[i].place) = old[i];
  mem_free(old);
}

static void grow_results(struct quick *q) {
  struct fact_result *old = q->fact_results;
  uint32_t n = 1u << q->result_bits;
  if (q->result_news++ < n / 2 || q->result_bits == q->most.results) return;
  struct fact_result *more = quick_new_table(sizeof *more, q->result_bits + 1);
  if (!more) return;
  q->fact_results = more;
  q->result_bits++;
  for (uint32_t i = 0; i < n; i++) {
    struct fact_slot of = {.mask = old[i].mask, .set = old[i].set, .place = old[i].place};
    if (old[i].set) *fact_result(q, &of, old[i].results) = old[i];
  }
  mem_free(old);
}

static void learn_result(struct quick *q, const struct fact_slot *s, uint32_t results,
                         uint32_t program) {
  const struct fact_result new = {s->mask, s->set, s->place, results, program};
  if (!fact_result(q, s, results)->set) grow_results(q);
  *fact_result(q, s, results) = new;
}

void quick_learn_facts(struct imp_batch *b, const struct asked_line *l, const struct found *f) {
  struct quick *q = &b->quick;
  uint32_t tests = index_mask_tests(b->index, f->mask), place = fact_place(b, l),
           set = b->sets[l->set].shape;
  struct krow base = {.of = OF_NOTHING};
  if (quick_kernel(q, f->program)->state == KERNEL_NONE) return;
  if (f->entry && quick_kernel(q, f->program)->status == IMP_LINE_REFUSED) return;
  if (tests && !quick_can_test(b, tests, f->sure, &f->base, &base)) return;
  struct fact_slot *s = fact_slot(q, f->mask, set, place);
  if (!is_slot_of(s, f->mask, set, place)) {
    if (!s->set) grow_slots(q);
    s = fact_slot(q, f->mask, set, place);
    *s = (struct fact_slot){
        .mask = f->mask, .set = set, .place = place, .stated = f->stated, .tests = (uint16_t)tests};
    if (!tests) s->program[0] = s->program[1] = NOTHING;
  }
  if (!tests) {
    s->program[f->entry] = f->program;
    return;
  }
  s->base[f->entry] = base;
  s->has_base[f->entry] = true;
  uint32_t results = quick_pack(tests, f->results);
  if (results != NOTHING) learn_result(q, s, results << 1 | f->entry, f->program);
}
