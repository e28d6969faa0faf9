// SPDX-License-Identifier: Apache-2.0
// What the loop reads of each line: a few tables that remember what was found the long way. They hold only
// answers that are the same for every line they are asked for; everything else is not in them.
#include <string.h>

#include "assess/quick.h"

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

/* The results of the tests alive, packed: the index into a gate's table. */
static uint32_t pack(uint32_t tests, uint32_t results) {
  uint32_t out = 0;
  for (; tests; tests &= tests - 1)
    out = out << 2 | (results >> (2 * (uint32_t)__builtin_ctz(tests)) & 3u);
  return out;
}

/* Results of the tests alive, packed: at most QUICK_TESTS of them. NOTHING: not to be said here. */
static uint32_t results_of(const struct imp_batch *b, uint32_t tests, const struct krow *base,
                           const struct qline *l) {
  uint32_t at = 0;
  for (; tests; tests &= tests - 1) {
    uint32_t result = test_at(b, (uint32_t)__builtin_ctz(tests), base, l);
    if (result > 2) return NOTHING;
    at = at << 2 | result;
  }
  return at;
}

uint32_t quick_program(const struct imp_batch *b, uint32_t mask, const struct qline *l) {
  const struct gate *g = &b->quick.gates[mask];
  if (g->table == NOTHING) return g->program;
  uint32_t at = results_of(b, g->tests, &g->base, l);
  return at == NOTHING ? NOTHING : b->quick.tables[g->table + at];
}

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
    entry = memo_get(&b->entry_of, (struct memo_key){l->head->tariff, s->stated, 0, 0});
  if (entry == NOTHING) return NOTHING;
  uint32_t has = entry != NOTHING - 1;
  if (has) l->special = &b->entries[entry];
  if (!s->tests) return s->program[has];
  uint32_t at = s->has_base[has] ? results_of(b, s->tests, &s->base[has], l) : NOTHING;
  if (at == NOTHING) return NOTHING;
  const struct fact_result *r = fact_result(&b->quick, s, at << 1 | has);
  return is_result_of(r, s, at << 1 | has) ? r->program : NOTHING;
}

/* ---- learning -------------------------------------------------------------------------------------------- */

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
static bool can_test(const struct imp_batch *b, uint32_t tests, bool sure, const struct quote *base,
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
  if (!can_test(b, tests, f->sure, &f->base, &g->base)) return true;
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
  if (g->table != NOTHING) q->tables[g->table + pack(tests, f->results)] = f->program;
  return true;
}

/* A table of 1 << bits items, none of them in use: their sets are nought. */
static void *new_table(size_t item, uint32_t bits) {
  return mem_alloc(item << bits);
}

/* Room for one more in a table that is half full; one that is as large as it gets stays so, as all do without
 * memory: what is in them can be found again. */
static void grow_slots(struct quick *q) {
  struct fact_slot *old = q->fact_slots;
  uint32_t n = 1u << q->fact_bits;
  if (q->fact_news++ < n / 2 || q->fact_bits == FACT_BITS_MAX) return;
  struct fact_slot *more = new_table(sizeof *more, q->fact_bits + 1);
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
  if (q->result_news++ < n / 2 || q->result_bits == FACT_BITS_MAX) return;
  struct fact_result *more = new_table(sizeof *more, q->result_bits + 1);
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

static void learn_facts(struct imp_batch *b, const struct asked_line *l, const struct found *f) {
  struct quick *q = &b->quick;
  uint32_t tests = index_mask_tests(b->index, f->mask), place = fact_place(b, l),
           set = b->sets[l->set].shape;
  struct krow base = {.of = OF_NOTHING};
  if (quick_kernel(q, f->program)->state == KERNEL_NONE) return;
  if (f->entry && quick_kernel(q, f->program)->status == IMP_LINE_REFUSED) return;
  if (tests && !can_test(b, tests, f->sure, &f->base, &base)) return;
  struct fact_slot *s = fact_slot(q, f->mask, set, place);
  if (!is_slot_of(s, f->mask, set, place)) {
    if (!s->set) grow_slots(q);
    s = fact_slot(q, f->mask, set, place);
    *s = (struct fact_slot){f->mask, set, place, f->stated, tests, {NOTHING, NOTHING}, {{0}}, {0}};
  }
  if (!tests) {
    s->program[f->entry] = f->program;
    return;
  }
  s->base[f->entry] = base;
  s->has_base[f->entry] = true;
  learn_result(q, s, pack(tests, f->results) << 1 | f->entry, f->program);
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
  if (f->fine && l->set && !f->parts) learn_facts(b, l, f);
  return true;
}

/* ---- life ------------------------------------------------------------------------------------------------- */

bool quick_open(struct imp_batch *b) {
  struct quick *q = &b->quick;
  q->segments = mem_alloc(QUICK_DAYS * sizeof *q->segments);
  q->fact_bits = q->result_bits = FACT_BITS;
  q->fact_slots = new_table(sizeof *q->fact_slots, FACT_BITS);
  q->fact_results = new_table(sizeof *q->fact_results, FACT_BITS);
  if (!q->segments || !q->fact_slots || !q->fact_results) return false;
  q->no_origin = NOTHING;
  q->kernel_ids.arena = &b->arena;
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
  keyed_free(&q->kernel_ids);
  mem_free(q->cells);
}
