// SPDX-License-Identifier: Apache-2.0
// From a bill of the plain evaluator to a bill without its amounts: what each row is a share of.
//
// Every row is computed again from what was extracted and must come to the cent that the plain evaluator
// found; anything else, and any rate that is not simply a share or a column, makes the program slow.
#include "assess/batch_own.h"
#include "book/bill_own.h"

static bool column_of(enum law_term_kind kind, struct quote *out) {
  *out = (struct quote){.ppm = -1};
  if (kind == LAW_TERM_GENERAL)
    out->kind = QUOTE_GENERAL;
  else if (kind == LAW_TERM_COLUMN_2)
    out->kind = QUOTE_COLUMN_2;
  else
    out->kind = QUOTE_SPECIAL;
  return true;
}

static bool quote_of(const struct eval *v, const struct law_expr *e, struct rat points,
                     struct quote *out) {
  struct rat share;
  int64_t cents;
  *out = (struct quote){.kind = QUOTE_ZERO};
  if (e->count != 1) return e->count == 0;
  const struct law_term *t = &e->terms[0];
  switch (t->kind) {
  case LAW_TERM_FREE:
  case LAW_TERM_NONE:
    return true;
  case LAW_TERM_SHARE:
    if (!rat_sub(t->value, points, &share)) return false;
    return share.num <= 0 || quote_share(share, out);
  case LAW_TERM_FACT: /* the fact is in the key of the program */
    return v->law->facts[t->fact_index].type == LAW_FACT_SHARE &&
           rat_sub(v->line->facts[t->fact_index].amount, points, &share) &&
           (share.num <= 0 || quote_share(share, out));
  case LAW_TERM_MONEY:
    if (!rat_to_cents_half_up(t->value, &cents)) return false;
    *out = (struct quote){.kind = QUOTE_FLAT, .ppm = -1, .num = cents, .den = 1};
    return true;
  case LAW_TERM_GENERAL:
  case LAW_TERM_SPECIAL:
  case LAW_TERM_COLUMN_2:
    return column_of(t->kind, out);
  case LAW_TERM_PER_UNIT:
  case LAW_TERM_UNKNOWN:
    break;
  }
  return false;
}

/* Cells that hold nothing have no row. */
static unsigned all_cells(const struct eval *e) {
  unsigned all = 0;
  for (uint32_t c = 0; c < e->line->cell_count; c++)
    if (e->line->cell_count == 1 || !rat_is_zero(e->line->cells[c].dollars)) all |= 1u << c;
  return all;
}

/* Cells of a completion as cells of the line: a part that nobody stated is all that is left. */
static uint16_t cells_of(const struct job *job, const struct eval *e, unsigned mask) {
  const struct line *l = &job->line;
  unsigned all = all_cells(e), out = 0;
  if ((mask & all) == all) return 0;
  for (uint32_t c = 0; c < e->line->cell_count; c++) {
    uint32_t i = 0;
    if (!((mask & all) >> c & 1u)) continue;
    while (i + 1 < l->cell_count && l->cells[i].fact != e->line->cells[c].fact) i++;
    out |= 1u << i;
  }
  return (uint16_t)out;
}

/* The base duty on some cells, as duties defined against it see it. False too when its lines differ by cell. */
static bool base_quote(const struct job *job, struct eval *e, unsigned mask, struct quote *out) {
  const struct law_stmt *demand = NULL;
  unsigned on = 0;
  *out = (struct quote){.kind = QUOTE_ZERO};
  for (uint32_t i = 0; e->base != LAW_NONE && i < e->line->cell_count; i++) {
    if (!((mask & all_cells(e)) >> i & 1u)) continue;
    const struct cell *c = eval_cell(e, e->base, i);
    if (c->kind != CELL_APPLIES) continue;
    if (demand && demand != c->demand) return false;
    demand = c->demand;
    on |= 1u << i;
  }
  if (!demand) return true;
  if ((demand->kind != LAW_RATE && demand->kind != LAW_FEE) ||
      demand->expr.less != LAW_LESS_NOTHING || !quote_of(e, &demand->expr, RAT_ZERO, out))
    return false;
  out->cells = cells_of(job, e, on);
  return true;
}

static struct rat points_of(struct eval *e, const struct bill_row *row) {
  struct rat points = e->results[row->measure].points;
  imp_day end;
  if (row->heading == LAW_NONE) return points;
  const struct law_heading *h = &e->law->measures[row->measure].headings[row->heading];
  eval_silence(e, h->stmts, h->count, &end, &points);
  return points;
}

static bool row_quotes(const struct job *job, struct eval *e, const struct bill_row *row,
                       struct prow *out) {
  const struct law_stmt *s = row->stmt;
  out->measure = row->measure;
  out->heading = row->heading;
  out->amount = out->less = (struct quote){.kind = QUOTE_ZERO};
  if (s->kind == LAW_EXEMPTS || s->kind == LAW_YIELDS || s->kind == LAW_BAN) return true;
  if (s->kind != LAW_RATE && s->kind != LAW_FEE) return false;
  if (!quote_of(e, &s->expr, points_of(e, row), &out->amount)) return false;
  out->amount.cells = cells_of(job, e, row->mask);
  if (s->expr.less == LAW_LESS_BASE) return base_quote(job, e, row->mask, &out->less);
  if (s->expr.less != LAW_LESS_GENERAL) return true;
  column_of(LAW_TERM_GENERAL, &out->less);
  out->less.cells = out->amount.cells;
  return true;
}

static bool row_words(struct job *job, const struct bill_row *row, struct prow *p, bool is_void,
                      struct imp_shape_row *out) {
  const struct imp_row *r = &row->shown;
  bool column = p->amount.kind == QUOTE_GENERAL || p->amount.kind == QUOTE_COLUMN_2 ||
                p->amount.kind == QUOTE_SPECIAL;
  out->heading = batch_text(job->b, str_of(r->heading));
  out->measure = batch_text(job->b, str_of(r->measure));
  out->act = batch_text(job->b, str_of(r->act));
  out->rate = column ? NULL : batch_text(job->b, str_of(r->rate));
  out->is_base = r->is_base;
  out->is_void = is_void;
  p->shown = job->b->with_words ? answers_shown(job->b, r, row->stmt) : 0;
  return out->heading && out->measure && out->act && (column || out->rate) && p->shown != NOTHING;
}

static bool comes_to(const struct job *job, const struct prow *p, int64_t amount) {
  int64_t cents, less;
  if (!quote_cents(&p->amount, &job->given, &cents) || !quote_cents(&p->less, &job->given, &less))
    return false;
  return amount == (cents > less ? cents - less : 0);
}

/* Numbers share what is learnt here, so a note that is of one number alone is no part of it: numbers that have such
 * notes are answered in words of their own. */
static bool shared_notes(const struct job *job, const struct bill *b, struct option *out) {
  const char **kept = arena_array(job->arena, b->notes_count + 1u, sizeof *kept);
  uint32_t n = 0;
  if (!kept) return false;
  for (uint32_t i = 0; i < b->notes_count; i++)
    if (i < b->number_first || i >= b->number_first + b->number_notes) kept[n++] = b->notes[i];
  bool fine = batch_texts(job->b, kept, n, &out->notes, &n);
  out->notes_count = (uint16_t)n;
  return fine;
}

static bool extract_refusal(struct imp_batch *b, const struct refusal *from, struct option *out) {
  out->refusal = batch_text(b, str_of(from->id));
  if (!b->with_words) return out->refusal != NULL;
  out->reason = batch_text(b, str_of(from->reason));
  out->next = from->next ? batch_text(b, str_of(from->next)) : NULL;
  return out->refusal && out->reason && (out->next || !from->next);
}

/* The rows that apply. False: out of memory. */
static bool extract_rows(struct job *job, struct eval *e, const struct bill *b, const bool *is_void,
                         struct option *out, bool *slow) {
  const struct prow **rows = arena_array(job->arena, b->count + 1u, sizeof *rows);
  struct imp_shape_row *words = arena_array(job->arena, b->count + 1u, sizeof *words);
  out->rows = rows;
  out->words = words;
  if (!rows || !words) return false;
  for (uint32_t i = 0; i < b->count && !*slow; i++) {
    const struct bill_row *row = &b->rows[i];
    if (row->shown.status != IMP_ROW_APPLIED) continue;
    struct prow *p = arena_alloc(job->arena, sizeof *p);
    if (!p) return false;
    rows[out->count] = p;
    if (!row_quotes(job, e, row, p) || !comes_to(job, p, row->shown.amount))
      *slow = true;
    else if (!row_words(job, row, p, is_void[i], &words[out->count++]))
      return false;
  }
  return true;
}

bool extract_option(struct job *job, struct eval *e, const struct bill *b, const bool *is_void,
                    struct option *out, bool *slow) {
  *out = (struct option){.shape = NOTHING, .refusing = b->refusing, .prohibited = b->prohibited};
  if (b->refusal.id) return extract_refusal(job->b, &b->refusal, out);
  if (job->b->with_words && !shared_notes(job, b, out)) return false;
  struct quote base;
  if (b->count > IMP_BATCH_ROWS) *slow = true;
  if (job->tests &&
      (!base_quote(job, e, ~0u, &base) || !quote_same(&base, &job->base))) /* tests hang on it */
    *slow = true;
  return extract_rows(job, e, b, is_void, out, slow);
}

bool compile_base(struct job *job, struct quote *out, bool *sure) {
  struct imp_batch *b = job->b;
  struct frame f = {job->arena, b->law->law, b->law->names, job->mentions, job->awake, false};
  struct eval e;
  if (!eval_begin(&e, &f, &b->query.view, &job->line)) return false;
  *sure = base_quote(job, &e, ~0u, out);
  return true;
}

bool quote_same(const struct quote *a, const struct quote *b) {
  return a->kind == b->kind && a->num == b->num && a->den == b->den && a->cells == b->cells;
}

bool option_same(const struct option *a, const struct option *b) {
  if (a->refusal || b->refusal) return a->refusal == b->refusal && a->refusing == b->refusing;
  if (a->count != b->count || a->prohibited != b->prohibited) return false;
  for (uint32_t i = 0; i < a->count; i++) {
    const struct prow *x = a->rows[i], *y = b->rows[i];
    if (x->measure != y->measure || x->heading != y->heading ||
        !quote_same(&x->amount, &y->amount) || !quote_same(&x->less, &y->less) ||
        a->words[i].heading != b->words[i].heading || a->words[i].is_void != b->words[i].is_void)
      return false;
  }
  return true;
}

bool option_same_legal(const struct option *a, const struct option *b) {
  if (a->has_legal != b->has_legal || a->legal_plain != b->legal_plain ||
      a->legal_count != b->legal_count)
    return false;
  for (uint32_t i = 0; i < a->legal_count; i++)
    if (!quote_same(&a->legal[i]->amount, &b->legal[i]->amount) ||
        !quote_same(&a->legal[i]->less, &b->legal[i]->less))
      return false;
  return true;
}
