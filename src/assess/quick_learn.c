// SPDX-License-Identifier: Apache-2.0
// What the loop is taught: kernels of programs, gates and cells of masks, heads of codes.
#include <string.h>

#include "assess/quick.h"
#include "assess/quick_own.h"

static bool quote_row(const struct quote *from, int32_t *ppm, uint8_t *of) {
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
  return quote_row(&from->amount, &to->ppm, &to->of) &&
         quote_row(&from->less, &less, &to->less_of) && !less;
}

/* False: the completion has a row that the loop cannot work out. */
static bool option_kernel(const struct option *o, struct kernel *k) {
  struct kernel made = {.state = KERNEL_FINE, .shape = o->shape, .rows = (uint8_t)o->count};
  if (o->count > KERNEL_ROWS) return false;
  made.status = o->prohibited ? IMP_LINE_PROHIBITED : IMP_LINE_OK;
  for (uint32_t i = 0; i < o->count; i++) {
    if (!kernel_row(&o->rows[i], &made.row[i])) return false;
    made.uses |= (uint8_t)(1u << made.row[i].of | 1u << made.row[i].less_of);
  }
  made.uses &= (uint8_t) ~(1u << OF_NOTHING);
  *k = made;
  return true;
}

/* A number for the kernel, NOTHING: out of memory. */
static uint32_t kernel_id(struct quick *q, const struct kernel *k) {
  bool added;
  uint32_t at = keyed_id(&q->kernel_ids, (struct str){(const char *)k, sizeof *k}, &added);
  if (at == NOTHING || !mem_grow((void **)&q->kernels, &q->kernel_cap, at + 1u, sizeof *k))
    return NOTHING;
  q->kernels[at] = *k;
  return at;
}

/* The completions of a bill as kernels of their own. False: out of memory. */
static bool list_kernel(struct quick *q, const struct pbill *p, struct kernel *k) {
  struct kernel made = {.state = KERNEL_LIST, .rows = (uint8_t)p->option_count}, one;
  if (p->option_count > KERNEL_OPTIONS) return true;
  for (uint32_t i = 0; i < p->option_count; i++) {
    if (!option_kernel(&p->options[i], &one)) return true;
    made.uses |= one.uses;
    if ((made.option[i] = kernel_id(q, &one)) == NOTHING) return false;
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
static bool learn_program(struct imp_batch *b, uint32_t id, bool early) {
  struct quick *q = &b->quick;
  size_t old = q->kernel_of_cap;
  if (!mem_grow((void **)&q->kernel_of, &q->kernel_of_cap, id + 1u, sizeof *q->kernel_of))
    return false;
  if (q->kernel_of_cap > old)
    memset(q->kernel_of + old, 0, (q->kernel_of_cap - old) * sizeof *q->kernel_of);
  if (q->kernel_of[id]) return true;
  struct kernel k;
  uint32_t at = kernel_of(q, b->programs[id], early, &k) ? kernel_id(q, &k) : NOTHING;
  if (at == NOTHING) return false;
  q->kernel_of[id] = at + 1;
  return true;
}

static bool gates_for(struct imp_batch *b, uint32_t mask) {
  struct quick *q = &b->quick;
  if (!mem_grow((void **)&q->gates, &q->gate_cap, mask + 1u, sizeof *q->gates) ||
      !mem_grow((void **)&q->cells, &q->cell_cap, mask + 1u, sizeof *q->cells))
    return false;
  for (; q->gate_count <= mask; q->gate_count++) {
    q->gates[q->gate_count] = (struct gate){.program = NOTHING, .table = NOTHING};
    q->cells[q->gate_count] = NOTHING;
  }
  return true;
}

/* Few tests, and all of them, and the base they ask about, are shares: the loop can run them. */
bool quick_can_test(const struct imp_batch *b, uint32_t tests, bool sure, const struct quote *base,
                    struct krow *out) {
  if (!sure || (uint32_t)__builtin_popcount(tests) > QUICK_TESTS) return false;
  for (uint32_t rest = tests; rest; rest &= rest - 1)
    if (!b->quick.tests[__builtin_ctz(rest)].fine) return false;
  return quote_row(base, &out->ppm, &out->of);
}

/* A mask with tests gets a table by their results. */
static bool open_table(struct imp_batch *b, const struct found *f, uint32_t tests) {
  struct quick *q = &b->quick;
  struct gate *g = &q->gates[f->mask];
  if (!quick_can_test(b, tests, f->sure, &f->base, &g->base)) return true;
  size_t need = q->table_count + ((size_t)1 << (2 * __builtin_popcount(tests)));
  if (!mem_grow((void **)&q->tables, &q->table_cap, need, sizeof *q->tables)) return false;
  g->tests = tests;
  g->table = (uint32_t)q->table_count;
  for (; q->table_count < need; q->table_count++) q->tables[q->table_count] = NOTHING;
  return true;
}

static bool learn_gate(struct imp_batch *b, const struct found *f) {
  struct quick *q = &b->quick;
  uint32_t tests = index_mask_tests(b->index, f->mask);
  struct gate *g = &q->gates[f->mask];
  if (!f->bare || f->parts || quick_kernel(q, f->program)->state == KERNEL_NONE) return true;
  if (!tests) {
    g->program = f->program;
    return true;
  }
  if (g->table == NOTHING && !open_table(b, f, tests)) return false;
  if (g->table != NOTHING) q->tables[g->table + quick_pack(tests, f->results)] = f->program;
  return true;
}

/* The window, as far as it lies in the days that the law reaches and the table of days holds. */
static struct head head_in(const struct quick *q, imp_day from, imp_day until) {
  imp_day first = (imp_day)QUICK_DAY_FIRST, last = first + QUICK_DAYS;
  if (q->first > first) first = q->first;
  if (q->until < last) last = q->until;
  if (from < first) from = first;
  if (until > last) until = last;
  return (struct head){.from = from, .days = until > from ? (uint32_t)(until - from) : 0};
}

static void keep_head(struct quick *q, uint32_t code, struct head h) {
  if (q->heads[code].from != h.from) q->others[code] = q->heads[code];
  q->heads[code] = h;
}

static void learn_head(struct imp_batch *b, uint32_t code, const struct variant *v) {
  const struct tariff *t = &b->tariffs[v->tariff];
  if (v->class >= CLASSES_MAX) return;
  struct head h = head_in(&b->quick, v->from, v->until);
  h.state = HEAD_FINE;
  h.renumbered = b->codes[code].renumbered;
  h.asks = t->claimed_unit_count > 0;
  h.class = v->class;
  h.general = t->general.ppm;
  h.column2 = t->column2.ppm;
  h.tariff = v->tariff;
  keep_head(&b->quick, code, h);
}

/* A code that is refused, or of which nothing can be read, is so whatever else a bare line says. */
static bool learn_refused(struct imp_batch *b, const struct asked_line *l, const struct found *f) {
  const struct code_text *c = &b->codes[l->code];
  if (l->set || l->part_count) return true;
  if (!learn_program(b, f->program, true)) return false;
  if (!c->refusal && f->variant == NOTHING) {
    if (l->place == IMP_NO_PLACE) b->quick.no_origin = f->program;
    return true;
  }
  struct head h =
      c->refusal ? head_in(&b->quick, DAY_FIRST, DAY_NEVER)
                 : head_in(&b->quick, b->variants[f->variant].from, b->variants[f->variant].until);
  h.state = c->refusal ? HEAD_UNREADABLE : HEAD_REFUSED;
  h.renumbered = c->renumbered;
  h.tariff = f->program;
  keep_head(&b->quick, l->code, h);
  return true;
}

/* The pair of a class and a class of places, and room for its masks. */
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
  if (pair >= PAIR_NONE) return true;
  need = ((size_t)pair + 1) * q->segment_count;
  if (!mem_grow((void **)&q->masks, &q->mask_cap, need, sizeof *q->masks)) return false;
  for (; q->mask_count < need; q->mask_count++) q->masks[q->mask_count] = MASK_NONE;
  q->pairs[at] = (uint16_t)pair;
  return true;
}

/* What lines of this pair and segment, and without facts of this mask, come to. */
static void learn_cell(struct quick *q, uint32_t key, uint32_t mask) {
  const struct gate *g = &q->gates[mask];
  if (mask < MASK_NONE) q->masks[key] = (uint16_t)mask;
  q->cells[mask] = g->table == NOTHING ? g->program : CELL_GATE | mask;
}

bool quick_learn(struct imp_batch *b, const struct asked_line *l, const struct found *f) {
  if (f->early) return learn_refused(b, l, f);
  if (f->mask == NOTHING || f->variant == NOTHING || l->dollars < WHOLE_LEAST) return true;
  const struct variant *v = &b->variants[f->variant];
  if (!learn_pair(b, v->class, b->place_class[l->place]) || !gates_for(b, f->mask)) return false;
  learn_head(b, l->code, v);
  if (f->fine && (!learn_program(b, f->program, false) || !learn_gate(b, f))) return false;
  uint32_t key =
      quick_key(&b->quick, head_at(&b->quick, l->code, l->day), b->place_class[l->place], l->day);
  if (key != NOTHING) learn_cell(&b->quick, key, f->mask);
  if (f->fine && l->set && !f->parts) quick_learn_facts(b, l, f);
  return true;
}
