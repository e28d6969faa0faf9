// SPDX-License-Identifier: Apache-2.0
// Fees of an entry: `fee … per entry` sums its bases over the lines it applies to, then computes.
//
// A fee that hangs on a fact nobody stated (the mode of transport) is a range of its own; it never changes
// the status of a line. A fee the law does not give is said to be unknown, not zero.
//
// Lines of a long entry are read one at a time, as often as sums are needed, and forgotten: only sums outlive a line, so an
// entry of any length takes the memory of one line.

#include "book/fees_own.h"

bool fees_is_fee(const struct law_measure *m) {
  return m->is_fee;
}

static struct str open_fact(struct eval *e, const struct law_cond *c, struct str label) {
  if (!c || cond_eval(&e->cond, c, label) != TRI_UNKNOWN) return (struct str){0};
  for (uint32_t i = 0; i < c->kid_count; i++) {
    struct str found = open_fact(e, c->kids[i], label);
    if (found.n) return found;
  }
  return c->fact;
}

static struct str why_open(struct eval *e, uint32_t m, const struct law_heading *h) {
  struct str fact = h ? open_fact(e, h->cond, h->label) : (struct str){0};
  for (uint32_t k = m; k != LAW_NONE && !fact.n; k = e->law->measures[k].parent)
    for (uint32_t i = 0; i < e->law->measures[k].count && !fact.n; i++)
      if (e->law->measures[k].stmts[i].kind == LAW_IF)
        fact = open_fact(e, e->law->measures[k].stmts[i].cond, (struct str){0});
  return fact;
}

void fees_add_option(struct fee_sum *sum, const struct law_stmt *s, int64_t sure, int64_t open) {
  uint32_t i = 0;
  while (i < sum->count && sum->options[i].stmt != s) i++;
  if (i == OPTIONS_MAX) return;
  if (i == sum->count) sum->options[sum->count++] = (struct fee_option){.stmt = s};
  sum->options[i].sure += sure;
  sum->options[i].open += open;
  sum->not_encoded = sum->not_encoded || s->kind == LAW_NOT_ENCODED;
}

/* The lowest heading that fits, and those below it that may. A fee's headings look at the line as a whole. */
static void look_up(struct eval *e, uint32_t m, struct fee_sum *sum, int64_t sure, int64_t open) {
  const struct law_measure *measure = &e->law->measures[m];
  struct str before = sum->open_fact; /* the first line on which something is open names it */
  bool reached = false;
  for (uint32_t h = measure->heading_count + 1; h-- > 0;) {
    const struct law_heading *heading = h ? &measure->headings[h - 1] : NULL;
    const struct law_stmt *s = eval_current_demand(e, m, heading);
    if (!s || (!heading && measure->heading_count)) continue;
    enum tri t = eval_fits(e, m, heading, s, 0, false);
    if (t == TRI_NO) continue;
    if (t == TRI_YES && !eval_is_charge(s)) break;
    if (!reached) sum->dollars += sure + open;
    reached = true;
    fees_add_option(sum, s, t == TRI_YES ? sure : 0, t == TRI_YES ? open : sure + open);
    if (t == TRI_YES) return;
    sum->open_fact = before.n ? before : why_open(e, m, heading);
  }
  sum->nothing = sum->nothing || reached;
}

struct left { /* dollars of a line that reliefs leave in a fee */
  struct rat sure, open;
  uint32_t fact; /* the part nobody stated, on which `open` hangs; LAW_NONE */
};

/* 9802.00.80 takes American components out of MPF: all that is not stated may be such. */
static struct left left_by_reliefs(struct reading *r, uint32_t m) {
  struct eval *e = &r->eval;
  struct left l = {RAT_ZERO, RAT_ZERO, LAW_NONE};
  e->cond.line = e->line; /* reliefs test the line, not the entry */
  for (uint32_t c = 0; c < e->line->cell_count; c++) {
    if (eval_relieved(e, m, c)) continue;
    uint32_t fact = eval_relief_hangs_on(e, m, c);
    struct rat *to = fact == LAW_NONE ? &l.sure : &l.open;
    if (fact != LAW_NONE) l.fact = fact;
    (void)rat_add(*to, e->line->cells[c].dollars, to);
  }
  e->cond.line = &r->whole;
  return l;
}

void fees_add_to(struct reading *r, uint32_t m, struct fee_sum *sum) {
  const struct measure_result *own = &r->eval.results[m];
  if (!own->in_scope || own->silence) return;
  struct left l = left_by_reliefs(r, m);
  int64_t sure = 0, open = 0;
  if (!rat_to_dollars_half_up(l.sure, &sure) || !rat_to_dollars_half_up(l.open, &open)) return;
  if (sure + open || !r->eval.line->dollars) look_up(&r->eval, m, sum, sure, open);
  if (open && !sum->open_fact.n) sum->open_fact = r->eval.law->facts[l.fact].name;
}

bool fees_add_all(struct fee_job *job, const struct frame *f, const struct line *line, void *user) {
  struct fee_list *list = user;
  struct reading r;
  if (!fees_begin(job, f, line, &r)) return false;
  for (uint32_t i = 0; i < list->count; i++) {
    struct fee_item *item = &list->items[i];
    int64_t before = item->sum.dollars;
    fees_add_to(&r, item->measure, &item->sum);
    if (item->bases) item->bases[job->at] = item->sum.dollars - before;
  }
  return true;
}

/* ---- the list ------------------------------------------------------------------------------------ */

static bool list_fees(struct fee_job *job, struct fee_list *list) {
  const struct law *law = job->frame.law;
  list->items = arena_array(job->frame.arena, law->measure_count + 1u, sizeof *list->items);
  if (!list->items) return false;
  for (uint32_t m = 0; m < law->measure_count; m++)
    if (fees_is_fee(&law->measures[m])) list->items[list->count++].measure = m;
  for (uint32_t i = 0; i < list->count; i++) {
    list->items[i].bases = arena_array(job->frame.arena, job->count + 1u, sizeof(int64_t));
    if (!list->items[i].bases) return false;
  }
  return true;
}

static bool all_fees(struct fee_job *job, struct imp_fees *out) {
  struct fee_list list = {0};
  if (!fees_wake(job) || !fees_each_line(job, fees_add_dollars, NULL) || !list_fees(job, &list) ||
      !fees_each_line(job, fees_add_all, &list))
    return false;
  out->items = arena_array(job->frame.arena, list.count + 1u, sizeof *out->items);
  out->bases = arena_array(job->frame.arena, list.count + 1u, sizeof *out->bases);
  if (!out->items || !out->bases) return false;
  out->lines = job->count;
  for (uint32_t i = 0; i < list.count; i++) {
    const struct fee_item *item = &list.items[i];
    if (!item->sum.count) continue;
    out->bases[out->count] = item->bases;
    struct imp_fee *fee = &out->items[out->count++];
    if (!fees_fill(job, item->measure, &item->sum, fee)) return false;
    if (!fee->unknown && !fees_spread(job, item->measure, &item->sum, &fee->low, &fee->high))
      return false;
  }
  return true;
}

bool fees_of_line(const struct frame *f, const struct view *view, const struct line *line,
                  uint32_t m, int64_t *low, int64_t *high, bool *unknown) {
  struct fee_item item = {.measure = m};
  struct fee_list list = {&item, 1};
  struct fee_job job = {
      .frame = *f, .view = view, .one = line, .count = 1, .entry_dollars = line->dollars};
  *low = *high = 0;
  *unknown = false;
  if (!fees_wake(&job) || !fees_each_line(&job, fees_add_all, &list)) return false;
  if (!item.sum.count) return true;
  *unknown = item.sum.not_encoded;
  return item.sum.not_encoded || fees_spread(&job, m, &item.sum, low, high);
}

enum imp_status imp_entry_fees(const struct imp_law *law, const struct imp_query *query,
                               const struct imp_line *lines,
                               const struct imp_assessment *const *answers, uint32_t count,
                               struct imp_fees **out, struct imp_error *err) {
  struct query q;
  *out = NULL;
  struct imp_fees *fees = mem_alloc(sizeof *fees);
  if (!fees) return error_no_memory(err);
  enum imp_status status = query_read(&fees->arena, law, query, &q, err);
  struct fee_job job = {.frame = {.arena = &fees->arena, .law = law->law, .names = law->names},
                        .view = &q.view,
                        .on = {q.on, q.on_minute},
                        .lines = lines,
                        .answers = answers,
                        .count = count};
  if (status == IMP_OK && (!all_fees(&job, fees) || fees->arena.failed))
    status = error_no_memory(err);
  if (status != IMP_OK) {
    imp_fees_free(fees);
    return status;
  }
  *out = fees;
  return IMP_OK;
}

uint32_t imp_fees_count(const struct imp_fees *fees) {
  return fees->count;
}
const struct imp_fee *imp_fees_at(const struct imp_fees *fees, uint32_t i) {
  return &fees->items[i];
}

int64_t imp_fees_base(const struct imp_fees *fees, uint32_t fee, uint32_t line) {
  return fee < fees->count && line < fees->lines ? fees->bases[fee][line] * 100 : 0;
}

void imp_fees_free(struct imp_fees *fees) {
  if (!fees) return;
  arena_free(&fees->arena);
  mem_free(fees);
}
