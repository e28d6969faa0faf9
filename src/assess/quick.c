// SPDX-License-Identifier: Apache-2.0
// What the loop reads of each line: a few tables that remember what was found the long way. They hold only
// answers that are the same for every line they are asked for; everything else is not in them.
#include <string.h>

#include "assess/quick.h"
#include "assess/quick_own.h"

enum { MILLION = 1000000, PPM_MAX = 100 * MILLION /* a hundred times the value */ };

/* ---- tests ---------------------------------------------------------------------------------------------- */

static struct qtest read_test(const struct index_test *t) {
  struct qtest q = {.subject = (uint8_t)t->subject};
  struct rat limit = t->amount.value;
  bool value = t->subject == LAW_SUBJ_VALUE, share = t->amount.kind == LAW_AMOUNT_SHARE;
  if (value == share || (!value && !rat_mul(limit, rat_int(MILLION), &limit))) return q;
  q.fine = limit.den == 1 && limit.num >= 0 && limit.num < PPM_MAX;
  if (q.fine) q.limit = (int64_t)limit.num;
  return q;
}

static uint32_t order(int64_t a, int64_t b) {
  return a < b ? 0u : a == b ? 1u : 2u;
}

/* ---- columns -------------------------------------------------------------------------------------------- */

bool quick_column(const struct imp_batch *b, uint8_t of, const struct qline *l, int64_t *cents) {
  int32_t ppm = of == OF_GENERAL ? l->head->general : of == OF_COLUMN_2 ? l->head->column2 : -1;
  *cents = 0;
  if (of == OF_NOTHING) return true;
  if (ppm >= 0) {
    *cents = (l->dollars * ppm + 5000) / 10000;
    return true;
  }
  const struct tariff *t = &b->tariffs[l->head->tariff];
  const struct column *c = of == OF_GENERAL    ? &t->general
                           : of == OF_COLUMN_2 ? &t->column2
                                               : l->special;
  struct given g = {.dollars = l->dollars, .quantity = {l->quantity, l->quantity}};
  if (column_state(c, &g) != COLUMN_FINE) return false;
  if (c->ppm < 0) return column_cents(c, &g, cents);
  *cents = (l->dollars * c->ppm + 5000) / 10000;
  return true;
}

/* 3 and more: not to be said here. */
static uint32_t test_at(const struct imp_batch *b, uint32_t t, const struct krow *base,
                        const struct qline *l) {
  const struct qtest *test = &b->quick.tests[t];
  int64_t cents;
  if (test->subject == LAW_SUBJ_VALUE) return order(l->dollars, test->limit);
  if (test->subject == LAW_SUBJ_GENERAL) {
    if (l->head->general >= 0)
      return order(l->head->general * l->dollars, test->limit * l->dollars);
    struct given given = {.dollars = l->dollars, .quantity = {l->quantity, l->quantity}};
    return column_test(&b->tariffs[l->head->tariff].general, &given, &b->tests[t].amount);
  }
  if (!quick_column(b, base->of, l, &cents)) return 3;
  cents += quick_share(l->dollars, base->ppm);
  if (cents > INT64_MAX / 20000) return 3;
  return order(cents * 10000, test->limit * l->dollars);
}

/* The results of the tests alive, packed: the index into a gate's table. NOTHING: one of them is none. */
uint32_t quick_pack(uint32_t tests, uint32_t results) {
  uint32_t out = 0;
  for (; tests; tests &= tests - 1) {
    uint32_t result = results >> (2 * (uint32_t)__builtin_ctz(tests)) & 3u;
    if (result >= QUICK_RESULTS) return NOTHING;
    out = out * QUICK_RESULTS + result;
  }
  return out;
}

/* Results of the tests alive, packed: at most QUICK_TESTS of them. NOTHING: not to be said here. */
uint32_t quick_results(const struct imp_batch *b, uint32_t tests, const struct krow *base,
                       const struct qline *l) {
  uint32_t at = 0;
  for (; tests; tests &= tests - 1) {
    uint32_t result = test_at(b, (uint32_t)__builtin_ctz(tests), base, l);
    if (result >= QUICK_RESULTS) return NOTHING;
    at = at * QUICK_RESULTS + result;
  }
  return at;
}

uint32_t quick_program(const struct imp_batch *b, uint32_t gate, const struct qline *l) {
  const struct gate *g = &b->quick.gates[gate];
  uint32_t at = quick_results(b, g->tests, &g->base, l);
  return at == NOTHING ? NOTHING : b->quick.tables[g->table + at];
}

/* ---- life ------------------------------------------------------------------------------------------------- */

bool quick_open(struct imp_batch *b) {
  struct quick *q = &b->quick;
  q->segments = mem_alloc(QUICK_DAYS * sizeof *q->segments);
  q->fact_bits = q->result_bits = FACT_BITS;
  q->mask_bits = MASK_BITS;
  q->most = (struct table_bits){.masks = 17, .facts = 14, .results = 14};
  q->masks = quick_new_masks(MASK_BITS);
  q->fact_slots = quick_new_table(sizeof *q->fact_slots, FACT_BITS);
  q->fact_results = quick_new_table(sizeof *q->fact_results, FACT_BITS);
  q->other_count = 1; /* none */
  if (!mem_grow((void **)&q->others, &q->other_cap, q->other_count, sizeof *q->others))
    return false;
  q->others[0] = (struct head){0};
  if (!q->segments || !q->masks || !q->fact_slots || !q->fact_results) return false;
  q->no_origin = NOTHING;
  q->segment_count = index_segment_count(b->index);
  batch_reach(b, &q->first, &q->until);
  for (int32_t i = 0; i < QUICK_DAYS; i++)
    q->segments[i] = (uint16_t)index_segment(b->index, (imp_day)QUICK_DAY_FIRST + i);
  for (uint32_t i = 0; i < b->law->law->split_count; i++) {
    int64_t day = (int64_t)b->law->law->splits[i].day - QUICK_DAY_FIRST;
    if (b->law->law->splits[i].place != b->law->law->home) continue;
    if (day >= 0 && day < QUICK_DAYS) q->segments[day] = SEGMENT_SPLIT;
  }
  for (uint32_t t = 0; t < b->test_count; t++) q->tests[t] = read_test(&b->tests[t]);
  b->place_class[0] = NOTHING; /* no place */
  return true;
}

void quick_close(struct imp_batch *b) {
  struct quick *q = &b->quick;
  mem_free(q->heads);
  mem_free(q->others);
  mem_free(q->fact_results);
  mem_free(q->pairs);
  mem_free(q->masks);
  mem_free(q->segments);
  mem_free(q->fact_slots);
  mem_free(q->gates);
  mem_free(q->tables);
  mem_free(q->kernels);
  mem_free(q->kernel_of);
  mem_free(q->kernel_slots);
  mem_free(q->cells);
}
