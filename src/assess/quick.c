// SPDX-License-Identifier: Apache-2.0
// What the loop reads of each line: a few tables that remember what was found the long way. They hold only
// answers that are the same for every line they are asked for; everything else is not in them.
#include <string.h>

#include "assess/batch_own.h"

enum { MILLION = 1000000 };

/* ---- tests ---------------------------------------------------------------------------------------------- */

static struct qtest read_test(const struct index_test *t) {
  struct qtest q = {.subject = (uint8_t)t->subject};
  struct rat limit = t->amount.value;
  bool value = t->subject == LAW_SUBJ_VALUE, share = t->amount.kind == LAW_AMOUNT_SHARE;
  if (value == share || (!value && !rat_mul(limit, rat_int(MILLION), &limit))) return q;
  q.fine = limit.den == 1 && limit.num >= 0 && limit.num < 100 * MILLION;
  if (q.fine) q.limit = (int64_t)limit.num;
  return q;
}

static uint32_t order(int64_t a, int64_t b) {
  return a < b ? 0u : a == b ? 1u : 2u;
}

static int64_t column(const struct head *h, uint8_t of) {
  return of == OF_GENERAL ? h->general : of == OF_COLUMN_2 ? h->column2 : 0;
}

static uint32_t test_at(const struct quick *q, uint32_t t, const struct gate *g,
                        const struct head *h, int64_t dollars) {
  const struct qtest *test = &q->tests[t];
  if (test->subject == LAW_SUBJ_VALUE) return order(dollars, test->limit);
  if (test->subject == LAW_SUBJ_GENERAL) return order(h->general * dollars, test->limit * dollars);
  int64_t cents = (dollars * (g->base.ppm + column(h, g->base.of)) + 5000) / 10000;
  return order(cents * 10000, test->limit * dollars);
}

/* The results of the tests alive, packed: the index into a gate's table. */
static uint32_t pack(uint32_t tests, uint32_t results) {
  uint32_t out = 0;
  for (; tests; tests &= tests - 1)
    out = out << 2 | (results >> (2 * (uint32_t)__builtin_ctz(tests)) & 3u);
  return out;
}

uint32_t quick_program(const struct quick *q, uint32_t mask, const struct head *h,
                       int64_t dollars) {
  const struct gate *g = &q->gates[mask];
  if (h->general < 0) return NOTHING;
  if (g->table == NOTHING) return g->program;
  if (g->base.of == OF_COLUMN_2 && h->column2 < 0) return NOTHING;
  uint32_t at = 0;
  for (uint32_t tests = g->tests; tests; tests &= tests - 1)
    at = at << 2 | test_at(q, (uint32_t)__builtin_ctz(tests), g, h, dollars);
  return q->tables[g->table + at];
}

/* ---- learning -------------------------------------------------------------------------------------------- */

static bool quote_row(const struct quote *from, int32_t *ppm, uint8_t *of) {
  *ppm = 0;
  *of = OF_NOTHING;
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
  default:
    return false;
  }
}

static bool quick_rows(struct quick *q, const struct option *o, struct qprogram *p, bool *fits) {
  if (!mem_grow((void **)&q->rows, &q->row_cap, q->row_count + o->count, sizeof *q->rows))
    return false;
  p->first = (uint32_t)q->row_count;
  *fits = true;
  for (uint32_t i = 0; i < o->count && *fits; i++) {
    struct qrow *r = &q->rows[q->row_count + i];
    *fits = quote_row(&o->rows[i].amount, &r->ppm, &r->of) &&
            quote_row(&o->rows[i].less, &r->less, &r->less_of);
    if (r->of == OF_COLUMN_2 || r->less_of == OF_COLUMN_2) p->uses_column2 = 1;
  }
  if (*fits) q->row_count += o->count;
  p->rows = (uint8_t)o->count;
  return true;
}

/* The quick form of a program; ready 2 when it has none. */
static bool learn_program(struct imp_batch *b, uint32_t id) {
  struct quick *q = &b->quick;
  size_t old = q->program_cap;
  if (!mem_grow((void **)&q->programs, &q->program_cap, id + 1u, sizeof *q->programs)) return false;
  if (q->program_cap > old)
    memset(q->programs + old, 0, (q->program_cap - old) * sizeof *q->programs);
  struct qprogram *out = &q->programs[id], made = {.ready = 2};
  const struct program *p = b->programs[id];
  if (out->ready) return true;
  if (!p->slow && p->refusal) {
    made = (struct qprogram){.ready = 1, .status = IMP_LINE_REFUSED, .shape = p->shape};
  } else if (!p->slow && p->bill_count == 1 && p->bills[0].option_count == 1 && !p->least &&
             p->bills[0].options[0].count <= QUICK_ROWS) {
    const struct option *o = &p->bills[0].options[0];
    bool fits;
    made.status = o->prohibited ? IMP_LINE_PROHIBITED : IMP_LINE_OK;
    made.shape = o->shape;
    if (!quick_rows(q, o, &made, &fits)) return false;
    made.ready = fits ? 1 : 2;
  }
  *out = made;
  return true;
}

static bool gates_for(struct imp_batch *b, uint32_t mask) {
  struct quick *q = &b->quick;
  if (!mem_grow((void **)&q->gates, &q->gate_cap, mask + 1u, sizeof *q->gates)) return false;
  for (; q->gate_count <= mask; q->gate_count++)
    q->gates[q->gate_count] = (struct gate){.program = NOTHING, .table = NOTHING};
  return true;
}

/* A mask with tests gets a table when all of them and the base they ask about are shares. */
static bool open_table(struct imp_batch *b, uint32_t mask, uint32_t tests) {
  struct quick *q = &b->quick;
  struct gate *g = &q->gates[mask];
  uint32_t count = 0;
  for (uint32_t rest = tests; rest; rest &= rest - 1, count++)
    if (!q->tests[__builtin_ctz(rest)].fine) return true;
  uint32_t base = memo_get(&b->base_of, (struct memo_key){mask, 0, 0, 0});
  if (count > QUICK_TESTS || base == NOTHING || !b->bases[base].sure ||
      !quote_row(&b->bases[base].quote, &g->base.ppm, &g->base.of))
    return true;
  size_t need = q->table_count + ((size_t)1 << (2 * count));
  if (!mem_grow((void **)&q->tables, &q->table_cap, need, sizeof *q->tables)) return false;
  g->tests = tests;
  g->table = (uint32_t)q->table_count;
  for (; q->table_count < need; q->table_count++) q->tables[q->table_count] = NOTHING;
  return true;
}

static bool learn_gate(struct imp_batch *b, const struct found *f) {
  struct quick *q = &b->quick;
  uint32_t tests = index_mask_tests(b->index, f->mask);
  if (!gates_for(b, f->mask) || !f->bare) return q->gate_count > f->mask;
  if (!learn_program(b, f->program)) return false;
  if (q->programs[f->program].ready != 1) return true;
  struct gate *g = &q->gates[f->mask];
  if (!tests) {
    g->program = f->program;
    return true;
  }
  if (g->table == NOTHING && !open_table(b, f->mask, tests)) return false;
  if (g->table != NOTHING) q->tables[g->table + pack(tests, f->results)] = f->program;
  return true;
}

static bool learn_head(struct imp_batch *b, uint32_t code, const struct variant *v) {
  struct quick *q = &b->quick;
  const struct tariff *t = &b->tariffs[v->tariff];
  if (code >= q->head_cap) return true;
  if (v->class >= (1u << 12) - 1u) return true;
  q->heads[code] = (struct head){v->from, v->until, v->class, t->general.ppm, t->column2.ppm};
  return true;
}

static uint32_t slot_at(uint32_t key) {
  return (key * 2654435769u) >> (32 - SLOT_BITS);
}

bool quick_learn(struct imp_batch *b, const struct asked_line *l, const struct found *f) {
  if (f->mask == NOTHING || f->variant == NOTHING) return true;
  if (!learn_head(b, l->code, &b->variants[f->variant]) || !learn_gate(b, f)) return false;
  uint32_t key = quick_key(b, l);
  if (key != NOTHING) b->quick.slots[slot_at(key)] = (struct slot){key, f->mask};
  return true;
}

uint32_t quick_key(const struct imp_batch *b, const struct asked_line *l) {
  const struct quick *q = &b->quick;
  const struct head *h = &q->heads[l->code];
  uint32_t place = b->place_class[l->place], day = (uint32_t)(l->day - QUICK_DAY_FIRST);
  if (l->day < h->from || l->day >= h->until || place >= 512 || day >= QUICK_DAYS) return NOTHING;
  if ((uint64_t)l->dollars > (uint64_t)QUICK_VALUE_MAX) return NOTHING;
  return h->class << 20 | place << 11 | q->segments[day];
}

const struct slot *quick_slot(const struct imp_batch *b, uint32_t key) {
  return &b->quick.slots[slot_at(key)];
}

uint32_t quick_mask(const struct imp_batch *b, uint32_t key) {
  if (key == NOTHING) return NOTHING;
  const struct slot *s = &b->quick.slots[slot_at(key)];
  return s->key == key ? s->mask : NOTHING;
}

/* ---- life ------------------------------------------------------------------------------------------------- */

bool quick_open(struct imp_batch *b) {
  struct quick *q = &b->quick;
  q->slots = mem_alloc(sizeof *q->slots << SLOT_BITS);
  q->segments = mem_alloc(QUICK_DAYS * sizeof *q->segments);
  if (!q->slots || !q->segments) return false;
  memset(q->slots, 0xff, sizeof *q->slots << SLOT_BITS);
  for (int32_t i = 0; i < QUICK_DAYS; i++)
    q->segments[i] = (uint16_t)index_segment(b->index, QUICK_DAY_FIRST + i);
  for (uint32_t t = 0; t < b->test_count; t++) q->tests[t] = read_test(&b->tests[t]);
  b->place_class[0] = NOTHING; /* no place */
  return true;
}

void quick_close(struct imp_batch *b) {
  struct quick *q = &b->quick;
  mem_free(q->heads);
  mem_free(q->slots);
  mem_free(q->segments);
  mem_free(q->gates);
  mem_free(q->tables);
  mem_free(q->programs);
  mem_free(q->rows);
}
