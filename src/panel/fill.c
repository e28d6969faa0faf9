// SPDX-License-Identifier: Apache-2.0
// Asking the batch for every cell of every group.
//
// A cell is asked for a value of a million dollars, so a row's cents are its share of the value. A number
// with a duty by quantity is asked twice, with next to nothing and with very many units: where both say the
// same apart from that duty the cell is theirs, else it hangs on the value of a unit and says so.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "assess/batch_own.h"
#include "law/law.h"
#include "panel/plan.h"

#define FEW_UNITS  1                        /* thousandths */
#define MANY_UNITS ((int64_t)1000000000000) /* a billion units of the goods for a million dollars */

struct turn {
  uint32_t index_class, group;
};

struct lanes { /* columns of the lines of one group, and where their answers go */
  uint32_t *code, *place, *shape, *first, *prog, *line, *facts, *strip;
  int32_t *day;
  int64_t *value, *quantity, *low, *high, *amounts;
  uint8_t *status;
  uint32_t cap, count;
  uint32_t *row_strip; /* per row of the plan */
  struct plan plan;
};

struct crew { /* what the threads share */
  struct imp_panel *p;
  struct turn *turns; /* groups in the order in which they are asked */
  struct worker *workers;
  struct group_strips *out;
  atomic_uint next;
};

/* ---- rooms ---------------------------------------------------------------------------------------------- */

static struct lanes *lanes_make(const struct imp_panel *p) {
  struct lanes *l = mem_alloc(sizeof *l);
  size_t n = (size_t)p->day_count * (p->index_places + 1u);
  if (!l) return NULL;
  l->cap = (uint32_t)n;
  l->code = mem_alloc(n * sizeof *l->code);
  l->place = mem_alloc(n * sizeof *l->place);
  l->shape = mem_alloc(n * sizeof *l->shape);
  l->first = mem_alloc((n + 1) * sizeof *l->first);
  l->prog = mem_alloc(n * sizeof *l->prog);
  l->line = mem_alloc(n * sizeof *l->line);
  l->facts = mem_alloc(n * sizeof *l->facts);
  l->strip = mem_alloc((p->day_count + 1) * sizeof *l->strip);
  l->day = mem_alloc(n * sizeof *l->day);
  l->value = mem_alloc(n * sizeof *l->value);
  l->quantity = mem_alloc(n * sizeof *l->quantity);
  l->low = mem_alloc(n * sizeof *l->low);
  l->high = mem_alloc(n * sizeof *l->high);
  l->amounts = mem_alloc(n * IMP_BATCH_ROWS * sizeof *l->amounts);
  l->status = mem_alloc(n * sizeof *l->status);
  l->row_strip = mem_alloc((p->index_places + 1u) * sizeof *l->row_strip);
  if (plan_open(&l->plan, p)) return l;
  mem_free(l->row_strip);
  l->row_strip = NULL; /* the lanes are not whole */
  return l;
}

static void lanes_free(struct lanes *l) {
  if (!l) return;
  void *arrays[] = {l->code,    l->place,  l->shape,    l->first, l->prog,
                    l->day,     l->value,  l->quantity, l->low,   l->high,
                    l->amounts, l->status, l->line,     l->facts, l->strip};
  for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) mem_free(arrays[i]);
  mem_free(l->row_strip);
  plan_free(&l->plan);
  mem_free(l);
}

static bool lanes_whole(const struct lanes *l) {
  return l && l->code && l->place && l->shape && l->first && l->prog && l->day && l->value &&
         l->quantity && l->low && l->high && l->amounts && l->status && l->row_strip && l->line &&
         l->facts && l->strip;
}

/* ---- shapes --------------------------------------------------------------------------------------------- */

/* The kind of a row from its words: "15% less base" takes off a column, a row without a rate is one. */
static bool kind_of(const struct imp_shape_row *r, uint8_t *kind, int64_t *share) {
  struct str heading = str_of(r->heading);
  *share = 0;
  *kind = ROW_SHARE;
  if (r->is_base || !r->rate) {
    *kind = str_eq(heading, STR("column-2"))              ? ROW_COLUMN_2
            : str_eq(heading, STR("special"))             ? ROW_SPECIAL
            : !r->rate || str_eq(heading, STR("general")) ? ROW_GENERAL
                                                          : ROW_SHARE;
    return true;
  }
  struct arena a = {0};
  struct law_expr e = {0};
  struct rat cents;
  bool read = law_expr_parse(&a, str_of(r->rate), &e), failed = a.failed;
  for (uint32_t i = 0; read && i < e.count; i++)
    if (e.terms[i].kind == LAW_TERM_PER_UNIT || e.terms[i].kind == LAW_TERM_MONEY)
      *kind = ROW_MONEY;
  if (*kind == ROW_SHARE && read && e.less != LAW_LESS_NOTHING) *kind = ROW_FIXED;
  if (*kind == ROW_FIXED && e.count == 1 && e.terms[0].kind == LAW_TERM_SHARE &&
      rat_mul(e.terms[0].value, rat_int(IMP_SHARE_WHOLE), &cents) && cents.den == 1) {
    *kind = e.less == LAW_LESS_BASE ? ROW_LESS_BASE : ROW_LESS_GENERAL;
    *share = (int64_t)cents.num;
  }
  arena_free(&a);
  return !failed;
}

static const struct shape_info *shape_of(struct worker *w, uint32_t shape,
                                         const struct imp_shape *s) {
  size_t old = w->shape_cap;
  if (!mem_grow((void **)&w->shapes, &w->shape_cap, shape + 1u, sizeof *w->shapes)) return NULL;
  if (w->shape_cap > old) memset(w->shapes + old, 0, (w->shape_cap - old) * sizeof *w->shapes);
  struct shape_info *i = &w->shapes[shape];
  for (uint32_t r = 0; !i->known && r < s->row_count && r < PANEL_ROWS; r++)
    if (!kind_of(&s->rows[r], &i->kind[r], &i->share[r])) return NULL;
  i->known = true;
  return i;
}

/* ---- one cell ------------------------------------------------------------------------------------------- */

struct cell_key { /* what is interned: the head, then a share a row */
  struct found_prog head;
  int64_t shares[PANEL_ROWS];
};

static int64_t base_of(const struct imp_shape *s, const int64_t *amounts) {
  for (uint32_t r = 0; r < s->row_count; r++)
    if (s->rows[r].is_base) return amounts[r];
  return 0;
}

/* The share of a row as it is kept: nought for an open column, the share before taking off for a cap. *fixed:
 * it does not come to its amount that way, and is kept as found. */
static int64_t share_of(const struct shape_info *i, uint32_t r, int64_t amount, int64_t base,
                        int64_t general, bool *fixed) {
  int64_t less = i->kind[r] == ROW_LESS_BASE ? base : general;
  *fixed = false;
  switch (i->kind[r]) {
  case ROW_GENERAL:
  case ROW_COLUMN_2:
  case ROW_MONEY:
    return 0;
  case ROW_LESS_BASE:
  case ROW_LESS_GENERAL:
    *fixed = less == NO_SHARE || amount != (i->share[r] > less ? i->share[r] - less : 0);
    return *fixed ? amount : i->share[r];
  default:
    return amount;
  }
}

/* Totals over the outcomes of open questions, and the questions' names. */
static enum imp_status read_open(struct worker *w, uint32_t i, const struct imp_columns *in,
                                 struct found_prog *head, uint32_t *bill_shape, int64_t *amounts) {
  struct imp_batch_bill bills[16];
  uint32_t count, best = 0;
  struct buf why = {0};
  enum imp_status status = imp_batch_bills(w->batch, in, i, bills, 16, &count, &w->err);
  if (status != IMP_OK || !count) return status;
  head->low = bills[0].low;
  for (uint32_t b = 0; b < count && b < 16; b++) {
    if (bills[b].low < head->low) head->low = bills[b].low;
    if (bills[b].high > bills[best].high) best = b;
  }
  head->high = bills[best].high;
  for (uint32_t k = 0; k < bills[best].pick_count; k++)
    buf_printf(&why, "%s%s", k ? " " : "", bills[best].picks[k].question);
  buf_putc(&why, '\0');
  head->why = why.failed ? UINT32_MAX : set_add(&w->whys, why.p, why.n);
  buf_free(&why);
  *bill_shape = bills[best].shape;
  memcpy(amounts, bills[best].amounts, sizeof bills[best].amounts);
  return head->why == UINT32_MAX ? error_no_memory(&w->err) : IMP_OK;
}

static enum imp_cell_status status_of(uint8_t line) {
  static const enum imp_cell_status of[] = {IMP_CELL_OK, IMP_CELL_RANGE, IMP_CELL_REFUSED,
                                            IMP_CELL_PROHIBITED};
  return of[line];
}

static uint32_t keep_cell(struct worker *w, struct cell_key *key, const struct imp_shape *s,
                          const int64_t *amounts, int64_t general) {
  const struct shape_info *info = shape_of(w, key->head.shape, s);
  if (!info) return NOWHERE;
  int64_t base = base_of(s, amounts);
  for (uint32_t r = 0; r < s->row_count; r++) {
    bool fixed;
    key->shares[r] = share_of(info, r, amounts[r], base, general, &fixed);
    key->head.fixed |= (uint64_t)fixed << r;
  }
  return set_add(&w->progs, key, sizeof key->head + s->row_count * sizeof *key->shares);
}

/* The program of line i of the lanes. NOWHERE: the worker's status says why. */
static uint32_t read_cell(struct worker *w, const struct imp_columns *in, uint32_t i,
                          int64_t general) {
  struct lanes *l = w->lanes;
  struct cell_key key = {{.shape = l->shape[i], .why = NOWHERE}, {0}};
  struct imp_shape s;
  int64_t amounts[IMP_BATCH_ROWS];
  uint32_t n = l->first[i + 1] - l->first[i];
  imp_batch_shape(w->batch, l->shape[i], &s);
  memcpy(amounts, l->amounts + l->first[i], n * sizeof *amounts);
  key.head.status = status_of(l->status[i]);
  if (key.head.status == IMP_CELL_RANGE) {
    key.head.low = l->low[i];
    key.head.high = l->high[i];
  }
  if (s.bill_count > 1) {
    key.head.status = IMP_CELL_OPEN;
    w->status = read_open(w, i, in, &key.head, &key.head.shape, amounts);
    if (w->status != IMP_OK) return NOWHERE;
    imp_batch_shape(w->batch, key.head.shape, &s);
  }
  uint32_t id = keep_cell(w, &key, &s, amounts, general);
  if (id == NOWHERE) w->status = error_no_memory(&w->err);
  return id;
}

/* ---- one group ------------------------------------------------------------------------------------------ */

static bool is_valid(const struct group *g, imp_day day) {
  return g->from <= day && day < g->until;
}

/* A line for each cell of a row that no line of the group stands for yet. */
static bool add_lines(struct worker *w, const struct group *g, uint32_t code, uint32_t row) {
  struct lanes *l = w->lanes;
  const struct imp_panel *p = w->p;
  for (size_t d = 0; d < p->day_count; d++) {
    bool fresh;
    if (!is_valid(g, p->days[d])) continue;
    uint32_t *line = plan_line(&l->plan, p, row, d, &fresh);
    if (!line) return false;
    if (!fresh) continue;
    *line = l->count;
    l->code[l->count] = code;
    l->place[l->count] = w->place_ids[l->plan.places[row]];
    l->day[l->count] = p->days[d];
    l->value[l->count++] = PANEL_DOLLARS;
  }
  return true;
}

/* Most days say what the day before said. */
static bool same_as_before(const struct lanes *l, uint32_t i) {
  uint32_t n = l->first[i + 1] - l->first[i], at = l->first[i], before = l->first[i - 1];
  return l->status[i] == l->status[i - 1] && l->shape[i] == l->shape[i - 1] &&
         l->low[i] == l->low[i - 1] && l->high[i] == l->high[i - 1] && at - before == n &&
         !memcmp(l->amounts + at, l->amounts + before, n * sizeof *l->amounts);
}

/* Asks the lanes with so many units, and puts programs into `out`; with `compare` what was there before must
 * be the same, else the cell hangs on the value of a unit. */
static bool ask(struct worker *w, const struct group *g, int64_t units, bool compare) {
  struct lanes *l = w->lanes;
  uint32_t done;
  struct imp_columns in = {.count = l->count,
                           .code = l->code,
                           .place = l->place,
                           .day = l->day,
                           .value = l->value,
                           .quantity = l->quantity,
                           .fact_line = l->line,
                           .fact_set = l->facts,
                           .fact_count = w->p->claim_count ? l->count : 0};
  struct imp_results out = {
      l->status, l->shape, l->low, l->high, l->first, l->amounts, l->cap * IMP_BATCH_ROWS};
  for (uint32_t i = 0; i < l->count; i++) {
    l->quantity[i] = units;
    l->line[i] = i;
    l->facts[i] = w->facts;
  }
  w->status = imp_batch_run(w->batch, &in, &out, &done, &w->err);
  if (w->status != IMP_OK) return false;
  struct cell_key unit = {{.status = IMP_CELL_UNIT, .shape = NOWHERE, .why = NOWHERE}, {0}};
  for (uint32_t i = 0, last = NOWHERE; i < l->count; i++) {
    uint32_t prog =
        i && same_as_before(l, i) ? last : read_cell(w, &in, i, w->p->columns[g->general].share);
    last = prog;
    if (prog != NOWHERE && compare && prog != l->prog[i])
      prog = set_add(&w->progs, &unit, sizeof unit.head);
    if (prog == NOWHERE) return false;
    l->prog[i] = prog;
  }
  return true;
}

static bool choose_lines(struct worker *w, struct index *x, const struct group *g) {
  struct lanes *l = w->lanes;
  char text[24];
  snprintf(text, sizeof text, "%010llu", (unsigned long long)g->code);
  uint32_t code = imp_batch_code(w->batch, text);
  bool fine = code != IMP_BATCH_FAILED && plan_make(&l->plan, w->p, x, g->index_class);
  l->count = 0;
  plan_turn(&l->plan);
  for (uint32_t r = 0; fine && r < l->plan.row_count; r++) fine = add_lines(w, g, code, r);
  return fine;
}

/* The programs of a row, day by day. */
static uint32_t strip_of(struct worker *w, const struct group *g, uint32_t row) {
  const struct imp_panel *p = w->p;
  struct lanes *l = w->lanes;
  struct cell_key none = {{.status = IMP_CELL_NONE, .shape = NOWHERE, .why = NOWHERE}, {0}};
  uint32_t nothing = set_add(&w->progs, &none, sizeof none.head);
  if (nothing == NOWHERE) return NOWHERE;
  for (size_t d = 0; d < p->day_count; d++)
    l->strip[d] = is_valid(g, p->days[d])
                      ? l->prog[l->plan.line_of[l->plan.cells[row * p->day_count + d]]]
                      : nothing;
  return set_add(&w->strips, l->strip, p->day_count * sizeof *l->strip);
}

static bool fill_group(struct worker *w, struct index *x, const struct group *g, uint32_t *out) {
  struct imp_panel *p = w->p;
  struct lanes *l = w->lanes;
  bool by_unit = p->columns[g->general].by_unit || p->columns[g->column2].by_unit;
  if (!choose_lines(w, x, g)) return false;
  if (!ask(w, g, by_unit ? FEW_UNITS : IMP_NO_VALUE, false)) return false;
  if (by_unit && !ask(w, g, MANY_UNITS, true)) return false;
  for (uint32_t r = 0; r < l->plan.row_count; r++)
    if ((l->row_strip[r] = strip_of(w, g, r)) == NOWHERE) return false;
  for (uint32_t c = 0; c < p->index_places; c++) out[c] = l->row_strip[l->plan.row_of[c]];
  return true;
}

/* ---- threads -------------------------------------------------------------------------------------------- */

static enum imp_status open_worker(struct worker *w) {
  const struct imp_panel *p = w->p;
  enum imp_status status = imp_batch_open(p->law, &p->query, &w->batch, &w->err);
  if (status != IMP_OK) return status;
  w->lanes = lanes_make(p);
  w->place_ids = mem_alloc((p->place_count + 1u) * sizeof *w->place_ids);
  if (!lanes_whole(w->lanes) || !w->place_ids) return error_no_memory(&w->err);
  for (uint32_t i = 0; i < p->place_count; i++) {
    char text[3] = {(char)(p->places[i].iso2 >> 8), (char)(p->places[i].iso2 & 0xff), 0};
    w->place_ids[i] = imp_batch_place(w->batch, text);
    /* asked for in the order of the panel, so that classes of places have the panel's numbers */
    if (w->place_ids[i] == IMP_BATCH_FAILED ||
        index_place_class(batch_index(w->batch), p->places[i].iso2) != p->places[i].index_class)
      return error_no_memory(&w->err);
  }
  w->facts = imp_batch_facts(w->batch, NULL, 0, p->claims, p->claim_count);
  return w->facts == IMP_BATCH_FAILED ? error_no_memory(&w->err) : IMP_OK;
}

static bool work(struct crew *crew, struct worker *w) {
  struct imp_panel *p = w->p;
  /* neighbours share programs, so a thread takes many at a time; the last ones are few */
  const unsigned chunk = (unsigned)p->group_count / (p->jobs * 12) + 1;
  struct index *x = batch_index(w->batch);
  for (bool fine = true; fine;) {
    unsigned from = atomic_fetch_add(&crew->next, chunk);
    if (from >= p->group_count) break;
    for (unsigned t = from; t < from + chunk && t < p->group_count && fine; t++) {
      uint32_t g = crew->turns[t].group;
      struct group one = p->groups[g];
      one.index_class = index_code_class(x, one.code);
      crew->out[g].worker = (uint32_t)(w - crew->workers);
      fine = one.index_class != UINT32_MAX && fill_group(w, x, &one, crew->out[g].strips);
    }
    if (!fine && w->status == IMP_OK) w->status = error_no_memory(&w->err);
    if (!fine) atomic_store(&crew->next, (unsigned)p->group_count);
  }
  return w->status == IMP_OK;
}

struct start {
  struct crew *crew;
  struct worker *worker;
};

static void *run_worker(void *user) {
  struct start *s = user;
  if (!work(s->crew, s->worker) && s->worker->status == IMP_OK)
    s->worker->status = error_no_memory(&s->worker->err);
  return NULL;
}

/* The caller's thread works too; a thread that cannot be had is done without. */
static void run_all(struct crew *crew, uint32_t jobs) {
  pthread_t threads[JOBS_MOST];
  struct start starts[JOBS_MOST];
  uint32_t started = 0;
  if (jobs == 0) return;
  for (uint32_t i = 0; i < jobs; i++) starts[i] = (struct start){crew, &crew->workers[i]};
  while (started + 1 < jobs &&
         pthread_create(&threads[started], NULL, run_worker, &starts[started + 1]) == 0)
    started++;
  run_worker(&starts[0]);
  for (uint32_t i = 0; i < started; i++) pthread_join(threads[i], NULL);
}

static int by_class(const void *x, const void *y) {
  const struct turn *a = x, *b = y;
  if (a->index_class != b->index_class) return a->index_class < b->index_class ? -1 : 1;
  return (a->group > b->group) - (a->group < b->group);
}

/* Numbers of one class one behind the other: what was made for the first serves all. */
static struct turn *take_turns(const struct imp_panel *p) {
  struct turn *turns = mem_alloc((p->group_count + 1) * sizeof *turns);
  for (size_t g = 0; turns && g < p->group_count; g++)
    turns[g] = (struct turn){p->groups[g].index_class, (uint32_t)g};
  if (turns) qsort(turns, p->group_count, sizeof *turns, by_class);
  return turns;
}

enum imp_status fill_groups(struct imp_panel *p, struct worker *workers, uint32_t jobs,
                            struct group_strips *out, struct imp_error *err) {
  struct crew crew = {.p = p, .workers = workers, .out = out};
  for (uint32_t i = 0; i < jobs; i++) {
    workers[i].p = p;
    enum imp_status status = open_worker(&workers[i]);
    if (status != IMP_OK) {
      if (err) *err = workers[i].err;
      return status;
    }
  }
  if (!(crew.turns = take_turns(p))) return error_no_memory(err);
  run_all(&crew, jobs);
  mem_free(crew.turns);
  for (uint32_t i = 0; i < jobs; i++) {
    if (workers[i].status == IMP_OK) continue;
    if (err) *err = workers[i].err;
    return workers[i].status;
  }
  return IMP_OK;
}

void workers_free(struct worker *workers, uint32_t jobs) {
  for (uint32_t i = 0; workers && i < jobs; i++) {
    struct worker *w = &workers[i];
    imp_batch_free(w->batch);
    set_free(&w->progs);
    set_free(&w->strips);
    set_free(&w->whys);
    mem_free(w->shapes);
    mem_free(w->place_ids);
    lanes_free(w->lanes);
  }
  mem_free(workers);
}
