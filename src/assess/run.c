// SPDX-License-Identifier: Apache-2.0
// The loop over columns.
#include <string.h>

#include "assess/quick.h"

struct cursor {
  struct imp_batch *b;
  const struct imp_columns *in;
  const struct imp_results *out;
  uint32_t fact, part, second, amounts;
};

static struct asked_line line_at(const struct imp_columns *c, uint32_t i, uint32_t set) {
  struct asked_line l = {.code = c->code[i],
                         .place = c->place[i],
                         .set = set,
                         .day = c->day[i],
                         .dollars = c->value[i],
                         .columns = c};
  line_quantities(c, i, &l);
  return l;
}

/* The first of sorted line numbers that is not below i. */
static uint32_t first_at(const uint32_t *lines, uint32_t n, uint32_t i) {
  uint32_t lo = 0, hi = n;
  while (lo < hi) {
    uint32_t mid = lo + (hi - lo) / 2;
    if (lines[mid] < i)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo;
}

void line_quantities(const struct imp_columns *c, uint32_t i, struct asked_line *l) {
  uint32_t at = first_at(c->second_line, c->second_count, i);
  l->quantity = l->second = c->quantity ? c->quantity[i] : IMP_NO_VALUE;
  l->named = at < c->second_count && c->second_line[at] == i;
  if (l->named) l->second = c->second[at];
}

struct given line_given(const struct asked_line *l) {
  return (
      struct given){.dollars = l->dollars, .quantity = {l->quantity, l->second}, .named = l->named};
}

struct asked_line batch_line(const struct imp_columns *c, uint32_t i) {
  uint32_t fact = first_at(c->fact_line, c->fact_count, i);
  bool has = fact < c->fact_count && c->fact_line[fact] == i;
  struct asked_line l = line_at(c, i, has ? c->fact_set[fact] : IMP_NO_FACTS);
  l.part = first_at(c->part_line, c->part_count, i);
  while (l.part + l.part_count < c->part_count && c->part_line[l.part + l.part_count] == i)
    l.part_count++;
  return l;
}

/* ---- one line ---------------------------------------------------------------------------------------------- */

static void write(struct cursor *c, uint32_t i, uint8_t status, uint32_t shape, int64_t low,
                  int64_t high) {
  c->out->status[i] = status;
  c->out->shape[i] = shape;
  c->out->low[i] = low;
  c->out->high[i] = high;
}

static enum imp_status run_plain(struct cursor *c, uint32_t i, const struct asked_line *l,
                                 struct imp_error *err) {
  struct imp_assessment *as;
  enum imp_status status = batch_plain(c->b, l, &as, err);
  if (status != IMP_OK) return status;
  const struct imp_answer *a = imp_assessment_answer(as);
  uint32_t shape = 0;
  const struct imp_bill *bill = a->bill_count ? a->bills : NULL;
  if (!batch_plain_shape(c->b, a, &shape)) status = error_no_memory(err);
  write(c, i, (uint8_t)a->status, shape, bill ? bill->low : 0, bill ? bill->high : 0);
  for (uint32_t r = 0; bill && r < bill->row_count; r++)
    if (bill->rows[r].status == IMP_ROW_APPLIED)
      c->out->amounts[c->amounts++] = bill->rows[r].amount;
  c->b->plain++;
  imp_assessment_free(as);
  return status;
}

/* Status over all bills, as the plain answer has it. False: an amount does not fit. */
static bool run_bills(struct cursor *c, uint32_t i, const struct program *p,
                      const struct given *g) {
  struct run_bill first, bill;
  uint8_t status = IMP_LINE_OK;
  int64_t total, part;
  if (!bill_run(&p->bills[0], g, &first)) return false;
  for (uint32_t k = 0; k < p->bill_count; k++) {
    if (!bill_run(&p->bills[k], g, &bill)) return false;
    if (bill.low != bill.high && status == IMP_LINE_OK) status = IMP_LINE_RANGE;
    if (bill.prohibited) status = IMP_LINE_PROHIBITED;
  }
  const struct option *o = &p->bills[0].options[first.high_option];
  if (!option_run(o, g, c->out->amounts + c->amounts, &total, &part)) return false;
  c->amounts += o->count;
  write(c, i, status, o->shape, first.low, first.high);
  return true;
}

/* Columns that a kernel asks for. False: one of them is no share and cannot be worked out here. */
static bool fill_columns(const struct imp_batch *b, const struct kernel *k, const struct qline *l,
                         int64_t column[OF_COLUMNS]) {
  for (uint8_t of = OF_GENERAL; of < OF_COLUMNS; of++)
    if (k->uses >> of & 1 && !quick_column(b, of, l, &column[of])) return false;
  return true;
}

static int64_t row_cents(const struct krow *r, int64_t dollars, const int64_t *column) {
  int64_t cents = quick_share(dollars, r->ppm) + column[r->of], less = column[r->less_of];
  return cents > less ? cents - less : 0;
}

/* The rows of a kernel and their sum. Four rows at a time, whether they are there or not: that is cheaper than asking, and
 * the room of a line is IMP_BATCH_ROWS. */
static inline int64_t put_rows(const struct kernel *k, int64_t dollars, const int64_t *column,
                               int64_t *out) {
  int64_t total = 0;
  for (uint32_t r = 0; r < k->rows; r += 4)
    for (uint32_t j = r; j < r + 4; j++) {
      out[j] = row_cents(&k->row[j], dollars, column);
      total += out[j];
    }
  return total;
}

/* The completions of a bill, each in its turn: the rows of the dearest are left in `out`, as in bill_run. */
static void run_list(struct cursor *c, uint32_t i, const struct kernel *list, int64_t dollars,
                     const int64_t *column) {
  const struct quick *q = &c->b->quick;
  const struct kernel *cheap = kernel_at(q, list->option[0]), *dear = cheap;
  int64_t *out = c->out->amounts + c->amounts, low = put_rows(cheap, dollars, column, out);
  int64_t high = low, rows[KERNEL_ROWS];
  for (uint32_t o = 1; o < list->rows; o++) {
    const struct kernel *k = kernel_at(q, list->option[o]);
    int64_t total = put_rows(k, dollars, column, rows);
    if (total < low) cheap = k, low = total;
    if (total <= high) continue;
    dear = k;
    high = total;
    memcpy(out, rows, sizeof rows);
  }
  bool banned = cheap->status == IMP_LINE_PROHIBITED || dear->status == IMP_LINE_PROHIBITED;
  c->amounts += dear->rows;
  write(c, i,
        banned       ? IMP_LINE_PROHIBITED
        : low < high ? IMP_LINE_RANGE
                     : IMP_LINE_OK,
        dear->shape, low, high);
}

/* False: the line goes the long way. */
static bool run_kernel(struct cursor *c, uint32_t i, const struct kernel *k,
                       const struct qline *l) {
  int64_t column[OF_COLUMNS] = {0};
  const struct head *h = l->head;
  if (k->uses == 1u << OF_GENERAL && h->general >= 0)
    column[OF_GENERAL] = quick_share(l->dollars, h->general);
  else if (k->uses && !fill_columns(c->b, k, l, column))
    return false;
  if (k->state == KERNEL_LIST) {
    run_list(c, i, k, l->dollars, column);
    return true;
  }
  int64_t total = put_rows(k, l->dollars, column, c->out->amounts + c->amounts);
  c->amounts += k->rows;
  write(c, i, k->status, k->shape, total, total);
  return true;
}

static struct qline qline_at(const struct imp_batch *b, const struct imp_columns *in, uint32_t i) {
  return (struct qline){in->value[i], in->quantity ? in->quantity[i] : IMP_NO_VALUE,
                        head_at(&b->quick, in->code[i], in->day[i]), NULL};
}

/* A line before this one may have brought its code into another window. */
static bool still_holds(const struct qline *l, imp_day day) {
  return head_holds(l->head, day) && l->head->state == HEAD_FINE;
}

static void keep_ran(struct imp_batch *b, uint32_t i, uint32_t program, bool renumbered) {
  b->ran[i] = program;
  b->ran_renumbered[i] = renumbered;
}

/* False: the line goes the long way. */
static bool try_bare(struct cursor *c, uint32_t i, uint32_t cell) {
  struct qline l = qline_at(c->b, c->in, i);
  bool holds = still_holds(&l, c->in->day[i]);
  if (cell & CELL_GATE) cell = holds ? quick_program(c->b, cell & ~CELL_GATE, &l) : NOTHING;
  if (cell == NOTHING) return false;
  const struct kernel *k = quick_kernel(&c->b->quick, cell);
  if ((!holds && k->uses) || !run_kernel(c, i, k, &l)) return false;
  if (c->b->with_words) keep_ran(c->b, i, cell, l.head->renumbered);
  return true;
}

static bool try_facts(struct cursor *c, uint32_t i, uint32_t mask, uint32_t set) {
  struct qline l = qline_at(c->b, c->in, i);
  struct asked_line a = line_at(c->in, i, set);
  uint32_t id = still_holds(&l, a.day) ? quick_with_facts(c->b, mask, &a, &l) : NOTHING;
  if (id == NOTHING || !run_kernel(c, i, quick_kernel(&c->b->quick, id), &l)) return false;
  if (c->b->with_words) keep_ran(c->b, i, id, l.head->renumbered);
  return true;
}

/* To be answered by the caller: its words are imp_duty's. */
static enum imp_status leave(struct cursor *c, uint32_t i) {
  keep_ran(c->b, i, NOTHING, false);
  write(c, i, IMP_LINE_REFUSED, 0, 0, 0);
  return IMP_OK;
}

static enum imp_status run_one(struct cursor *c, uint32_t i, uint32_t set, uint32_t mask,
                               uint32_t parts, struct imp_error *err) {
  struct asked_line l = line_at(c->in, i, set);
  l.part = c->part - parts;
  l.part_count = parts;
  struct given given;
  struct found f = batch_find(c->b, &l, mask, &given);
  if (f.program == NOTHING || !quick_learn(c->b, &l, &f)) return error_no_memory(err);
  const struct program *p = c->b->programs[f.program];
  if (c->b->with_words) keep_ran(c->b, i, f.program, c->b->codes[l.code].renumbered);
  if (p->refusal) {
    write(c, i, IMP_LINE_REFUSED, p->shape, 0, 0);
    return IMP_OK;
  }
  if (program_speaks(p, &given) && run_bills(c, i, p, &given)) return IMP_OK;
  if (!c->b->with_words) return run_plain(c, i, &l, err);
  return leave(c, i);
}

/* ---- the loop ----------------------------------------------------------------------------------------------- */

enum { STEP = 512, AHEAD = 16 };
#define LONG_WAY UINT32_MAX

struct step { /* a few lines at a time: first where to look, then what is there */
  uint32_t key[STEP], mask[STEP], cell[STEP], set[STEP];
};

/* A bare line that is refused for its code or its place, LONG_WAY when it is not. */
static uint32_t refused_early(const struct quick *q, const struct head *h, uint32_t place_class,
                              uint32_t place, imp_day day) {
  if (!head_holds(h, day)) return LONG_WAY;
  if (place == IMP_NO_PLACE) return h->state == HEAD_UNREADABLE ? LONG_WAY : q->no_origin;
  return h->state == HEAD_FINE || place_class >= PLACES_MAX ? LONG_WAY : h->tariff;
}

static void find_keys(const struct cursor *c, uint32_t from, uint32_t n, struct step *s) {
  const struct imp_batch *b = c->b;
  const struct quick *q = &b->quick;
  const struct imp_columns *in = c->in;
  for (uint32_t k = 0; k < n; k++) {
    uint32_t i = from + k, place = in->place[i];
    if (k + AHEAD < n) __builtin_prefetch(&q->heads[in->code[i + AHEAD]]);
    const struct head *h = head_at(q, in->code[i], in->day[i]);
    /* a few dollars have programs of their own: see pattern_of */
    bool fits = (uint64_t)in->value[i] - WHOLE_LEAST < (uint64_t)QUICK_VALUE_MAX - WHOLE_LEAST &&
                (!in->quantity || in->quantity[i] <= QUICK_QUANTITY_MAX);
    s->key[k] = fits ? quick_key(q, h, b->place_class[place], in->day[i]) : NOTHING;
    s->cell[k] = LONG_WAY;
    s->set[k] = IMP_NO_FACTS;
    if (s->key[k] != NOTHING)
      __builtin_prefetch(quick_bucket(q, quick_spread(s->key[k])));
    else if (fits)
      s->cell[k] = refused_early(q, h, b->place_class[place], place, in->day[i]);
  }
}

static void find_cells(const struct cursor *c, uint32_t n, struct step *s) {
  const struct quick *q = &c->b->quick;
  for (uint32_t k = 0; k < n; k++) {
    uint32_t mask = s->key[k] != NOTHING ? quick_mask(q, s->key[k]) : MASK_NONE;
    s->mask[k] = mask != MASK_NONE ? mask : NOTHING;
    if (mask != MASK_NONE) s->cell[k] = q->cells[mask];
    if (s->cell[k] == LONG_WAY) continue;
    if (s->cell[k] & CELL_GATE)
      __builtin_prefetch(&q->gates[s->cell[k] & ~CELL_GATE]);
    else
      __builtin_prefetch(&q->kernel_of[s->cell[k]]);
  }
}

static void find_facts(struct cursor *c, uint32_t from, uint32_t n, struct step *s) {
  const struct imp_columns *in = c->in;
  while (c->fact < in->fact_count && in->fact_line[c->fact] < from) c->fact++;
  for (; c->fact < in->fact_count && in->fact_line[c->fact] < from + n; c->fact++)
    s->set[in->fact_line[c->fact] - from] = in->fact_set[c->fact];
}

/* Parts stated of line i; the cursor stands behind them. */
static uint32_t take_parts(struct cursor *c, uint32_t i) {
  const struct imp_columns *in = c->in;
  uint32_t n = 0;
  for (; c->part < in->part_count && in->part_line[c->part] <= i; c->part++)
    n += in->part_line[c->part] == i;
  return n;
}

/* Line i states the units of its quantities; the cursor stands behind it. */
static bool take_second(struct cursor *c, uint32_t i) {
  const struct imp_columns *in = c->in;
  bool named = false;
  for (; c->second < in->second_count && in->second_line[c->second] <= i; c->second++)
    named = in->second_line[c->second] == i;
  return named;
}

static bool try_quick(struct cursor *c, uint32_t i, const struct step *s, uint32_t k) {
  if (s->set[k] == IMP_NO_FACTS) return s->cell[k] != LONG_WAY && try_bare(c, i, s->cell[k]);
  return s->mask[k] != NOTHING && try_facts(c, i, s->mask[k], s->set[k]);
}

static enum imp_status run_step(struct cursor *c, uint32_t from, uint32_t n,
                                struct imp_error *err) {
  struct step s;
  enum imp_status status = IMP_OK;
  find_keys(c, from, n, &s);
  find_cells(c, n, &s);
  find_facts(c, from, n, &s);
  for (uint32_t k = 0; k < n && status == IMP_OK; k++) {
    c->out->first[from + k] = c->amounts;
    uint32_t parts = c->part < c->in->part_count ? take_parts(c, from + k) : 0;
    bool named = c->second < c->in->second_count && take_second(c, from + k);
    if (!parts && !named && try_quick(c, from + k, &s, k)) continue;
    status = run_one(c, from + k, s.set[k], s.mask[k], parts, err);
  }
  return status;
}

enum imp_status imp_batch_run(struct imp_batch *b, const struct imp_columns *columns,
                              const struct imp_results *results, uint32_t *done,
                              struct imp_error *err) {
  struct cursor c = {.b = b, .in = columns, .out = results};
  enum imp_status status = IMP_OK;
  uint32_t i = 0;
  if (b->with_words && (!mem_grow((void **)&b->ran, &b->ran_cap, columns->count, sizeof *b->ran) ||
                        !mem_grow((void **)&b->ran_renumbered, &b->ran_renumbered_cap,
                                  columns->count, sizeof *b->ran_renumbered)))
    return error_no_memory(err);
  while (i < columns->count && status == IMP_OK) {
    uint32_t n = columns->count - i < STEP ? columns->count - i : STEP;
    uint32_t room = (results->amount_cap - c.amounts) / IMP_BATCH_ROWS;
    if (n > room) n = room;
    if (!n) break;
    status = run_step(&c, i, n, err);
    i += n;
  }
  if (status != IMP_OK) i = 0;
  results->first[i] = c.amounts;
  b->lines += i;
  b->ran_count = b->with_words ? i : 0;
  b->say_at = 0;
  *done = i;
  return status;
}

/* ---- all bills of one line ------------------------------------------------------------------------------------ */

static void plain_bill(const struct imp_bill *from, struct imp_batch_bill *to) {
  *to = (struct imp_batch_bill){.picks = from->picks,
                                .pick_count = from->pick_count,
                                .low = from->low,
                                .high = from->high,
                                .void_low = from->void_low,
                                .void_high = from->void_high,
                                .prohibited = from->prohibited};
  for (uint32_t r = 0, n = 0; r < from->row_count && n < IMP_BATCH_ROWS; r++)
    if (from->rows[r].status == IMP_ROW_APPLIED) to->amounts[n++] = from->rows[r].amount;
}

static enum imp_status plain_bills(struct imp_batch *b, const struct asked_line *l,
                                   struct imp_batch_bill *out, uint32_t cap, uint32_t *count,
                                   struct imp_error *err) {
  imp_assessment_free(b->kept);
  b->kept = NULL;
  enum imp_status status = batch_plain(b, l, &b->kept, err);
  if (status != IMP_OK) return status;
  const struct imp_answer *a = imp_assessment_answer(b->kept);
  struct imp_answer one = *a;
  *count = a->bill_count;
  for (uint32_t i = 0; i < a->bill_count && i < cap; i++) {
    plain_bill(&a->bills[i], &out[i]);
    one.bills = &a->bills[i];
    if (!batch_plain_shape(b, &one, &out[i].shape)) return error_no_memory(err);
  }
  return IMP_OK;
}

static bool fast_bill(const struct pbill *p, const struct given *g, struct imp_batch_bill *out) {
  struct run_bill r;
  int64_t total, part;
  if (!bill_run(p, g, &r)) return false;
  const struct option *o = &p->options[r.high_option];
  *out = (struct imp_batch_bill){.picks = p->picks,
                                 .pick_count = p->pick_count,
                                 .low = r.low,
                                 .high = r.high,
                                 .void_low = r.void_low,
                                 .void_high = r.void_high,
                                 .prohibited = r.prohibited,
                                 .shape = o->shape};
  return option_run(o, g, out->amounts, &total, &part);
}

enum imp_status imp_batch_bills(struct imp_batch *b, const struct imp_columns *columns, uint32_t i,
                                struct imp_batch_bill *out, uint32_t cap, uint32_t *count,
                                struct imp_error *err) {
  struct asked_line l = batch_line(columns, i);
  struct given given;
  struct found f = batch_find(b, &l, NOTHING, &given);
  *count = 0;
  if (f.program == NOTHING) return error_no_memory(err);
  const struct program *p = b->programs[f.program];
  if (p->refusal) return IMP_OK;
  bool fast = program_speaks(p, &given);
  for (uint32_t k = 0; fast && k < p->bill_count && k < cap; k++)
    fast = fast_bill(&p->bills[k], &given, &out[k]);
  if (!fast) return plain_bills(b, &l, out, cap, count, err);
  *count = p->bill_count;
  return IMP_OK;
}

enum imp_status imp_batch_answer(struct imp_batch *b, const struct imp_columns *columns, uint32_t i,
                                 struct imp_assessment **out, struct imp_error *err) {
  struct asked_line l = batch_line(columns, i);
  return batch_plain(b, &l, out, err);
}
