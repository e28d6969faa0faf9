// SPDX-License-Identifier: Apache-2.0
// See assess.h.
#include "book/assess.h"

#include <string.h>

#include "book/follow.h"

/* ---- which questions touch the line ------------------------------------------------------------------ */

/* A statement out of its window says nothing that day. An end or a return can move another one's. */
static bool may_speak(const struct law_stmt *s, imp_day on) {
  if (s->kind == LAW_ENDS || s->kind == LAW_RESUMES) return true;
  return s->when.from <= on && on <= s->when.until; /* on its last day it may hold some hours */
}

static bool block_asks(const struct law_stmt *s, uint32_t n, uint32_t q, imp_day on) {
  for (uint32_t i = 0; i < n; i++)
    if (may_speak(&s[i], on) && view_cond_asks(s[i].cond, q)) return true;
  return false;
}

/* The name says something that hangs on the question, on whatever day. */
static bool may_ask(const struct law *law, uint32_t m, uint32_t q) {
  return law->measures[m].asks >> q % 64 & 1;
}

static bool measure_asks(struct eval *e, uint32_t m, uint32_t q) {
  const struct law *law = e->law;
  imp_day on = e->line->on;
  for (uint32_t k = m; k != LAW_NONE; k = law->measures[k].parent)
    if (may_ask(law, k, q) && block_asks(law->measures[k].stmts, law->measures[k].count, q, on))
      return true;
  const struct law_measure *measure = &law->measures[m];
  for (uint32_t h = 0; may_ask(law, m, q) && h < measure->heading_count; h++) {
    const struct law_heading *heading = &measure->headings[h];
    bool asks =
        view_cond_asks(heading->cond, q) || block_asks(heading->stmts, heading->count, q, on);
    if (asks && eval_heading_wakes(e, m, heading)) return true;
  }
  return false;
}

static bool any_open(const struct law *law, const struct view *v, const bool *fixed) {
  for (uint32_t q = 0; q < law->question_count; q++)
    if (!fixed[q] && view_outcome_count(v, q) > 1) return true;
  return false;
}

static bool line_asks(void *eval, uint32_t q) {
  struct eval *e = eval;
  for (uint32_t m = 0; m < e->law->measure_count; m++)
    if (e->results[m].in_scope && measure_asks(e, m, q)) return true;
  return false;
}

/* Questions the line asks that follow others. */
static uint32_t find_along(struct eval *e, const bool *fixed, uint32_t *out) {
  uint32_t n = 0;
  for (uint32_t q = 0; q < e->law->question_count && n < QUESTIONS_MAX; q++)
    if (follow_is(e->view, fixed, q) && line_asks(e, q)) out[n++] = q;
  return n;
}

uint32_t assess_questions(struct eval *e, const bool *fixed, uint32_t *out) {
  uint32_t n = 0;
  for (uint32_t q = 0; q < e->law->question_count && n < QUESTIONS_MAX; q++)
    if (follow_heads(e->view, fixed, q, line_asks, e)) out[n++] = q;
  return n;
}

/* ---- equality ------------------------------------------------------------------------------------------ */

static bool rows_equal(const struct bill *a, const struct bill *b) {
  uint32_t i = 0, k = 0;
  for (;;) {
    while (i < a->count && a->rows[i].shown.status != IMP_ROW_APPLIED) i++;
    while (k < b->count && b->rows[k].shown.status != IMP_ROW_APPLIED) k++;
    if (i == a->count || k == b->count) return i == a->count && k == b->count;
    const struct bill_row *x = &a->rows[i++], *y = &b->rows[k++];
    if (x->measure != y->measure || x->heading != y->heading || x->shown.amount != y->shown.amount)
      return false;
  }
}

bool bills_equal(const struct completed *a, const struct completed *b) {
  if ((a->refusal.id != NULL) != (b->refusal.id != NULL)) return false;
  if (a->refusal.id) return a->refusing == b->refusing && !strcmp(a->refusal.id, b->refusal.id);
  return a->low.total == b->low.total && a->high.total == b->high.total &&
         a->low.prohibited == b->low.prohibited && rows_equal(&a->low, &b->low) &&
         rows_equal(&a->high, &b->high);
}

bool assessed_equal(const struct assessed *a, const struct assessed *b) {
  if (a->count != b->count) return false;
  for (uint32_t i = 0; i < a->count; i++)
    if (!bills_equal(&a->outcomes[i].bill, &b->outcomes[i].bill)) return false;
  return true;
}

/* ---- outcomes --------------------------------------------------------------------------------------------- */

/* What every outcome of a line is made from. */
struct crossing {
  const struct frame *f;
  struct view *v;
  const bool *fixed;
  const struct line *line;
  struct assessed *out;
  struct eval
      *begun; /* an evaluation that may stand for the first outcome, NULL when there is none */
};

/* The outcome of the index-th answer of each question; those that follow take what comes. */
static bool run(struct crossing *x, const uint32_t *index) {
  struct assessed *out = x->out;
  struct outcome *o = &out->outcomes[out->count];
  struct view *v = x->v;
  *o = (struct outcome){0};
  for (uint32_t i = 0; i < out->question_count; i++) {
    uint32_t q = out->questions[i], answer = view_outcome(v, q, index[i]);
    if (v->questions[q].assumed != answer) x->begun = NULL;
    v->questions[q].assumed = answer;
    o->picks[o->pick_count++] = (struct outcome_pick){q, answer};
  }
  if (follow_settle(v, x->fixed)) x->begun = NULL;
  bool fine = x->begun && !out->count ? complete_begun(x->f, v, x->line, x->begun, &o->bill)
                                      : complete_line(x->f, v, x->line, &o->bill);
  if (!fine) return false;
  out->count++;
  return true;
}

static bool run_product(struct crossing *x, uint32_t combinations) {
  uint32_t index[QUESTIONS_MAX];
  for (uint32_t c = 0; c < combinations; c++) {
    uint32_t rest = c;
    for (uint32_t i = x->out->question_count; i-- > 0;) {
      /* the first question varies slowest: bills stand together */
      uint32_t outcomes = view_outcome_count(x->v, x->out->questions[i]);
      index[i] = rest % outcomes;
      rest /= outcomes;
    }
    if (!run(x, index)) return false;
  }
  return true;
}

static bool run_alone(struct crossing *x) {
  uint32_t index[QUESTIONS_MAX] = {0};
  struct assessed *out = x->out;
  out->alone = true;
  if (!run(x, index)) return false;
  for (uint32_t i = 0; i < out->question_count; i++) {
    uint32_t answers = view_outcome_count(x->v, out->questions[i]);
    for (uint32_t k = 1; k < answers && out->count < OUTCOMES_MAX; k++) {
      index[i] = k;
      if (!run(x, index)) return false;
    }
    index[i] = 0;
  }
  return true;
}

/* Whether two outcomes agree on every question but `skip`. */
static bool agree_but(const struct outcome *a, const struct outcome *b, uint32_t skip) {
  for (uint32_t i = 0; i < a->pick_count; i++)
    if (i != skip && a->picks[i].answer != b->picks[i].answer) return false;
  return true;
}

static bool question_matters(const struct assessed *a, uint32_t i) {
  for (uint32_t x = 0; x < a->count; x++)
    for (uint32_t y = x + 1; y < a->count; y++)
      if (agree_but(&a->outcomes[x], &a->outcomes[y], i) &&
          !bills_equal(&a->outcomes[x].bill, &a->outcomes[y].bill))
        return true;
  return false;
}

/* Takes question i out: of the outcomes that differ in it alone the first is kept. */
static void drop_question(struct assessed *a, uint32_t i) {
  uint32_t kept = 0;
  for (uint32_t x = 0; x < a->count; x++) {
    bool seen = false;
    for (uint32_t y = 0; y < kept && !seen; y++)
      seen = agree_but(&a->outcomes[y], &a->outcomes[x], i);
    if (!seen && kept != x) a->outcomes[kept] = a->outcomes[x];
    kept += !seen;
  }
  a->count = kept;
  for (uint32_t x = 0; x < kept; x++) {
    struct outcome *o = &a->outcomes[x];
    memmove(&o->picks[i], &o->picks[i + 1], (o->pick_count - i - 1) * sizeof *o->picks);
    o->pick_count--;
  }
  memmove(&a->questions[i], &a->questions[i + 1],
          (a->question_count - i - 1) * sizeof *a->questions);
  a->question_count--;
}

/* Questions that touch the line only later on a split day. */
static bool later_questions(const struct eval *first, const struct frame *f, const bool *fixed,
                            struct assessed *out) {
  int16_t starts[DAY_PARTS_MAX];
  uint32_t parts = line_day_parts(f->law, first->line, starts), more[QUESTIONS_MAX];
  for (uint32_t p = 1; p < parts; p++) {
    struct line l = *first->line;
    struct eval e;
    l.minute = starts[p];
    if (!eval_begin(&e, f, first->view, &l)) return false;
    uint32_t n = assess_questions(&e, fixed, more);
    for (uint32_t i = 0; i < n && out->question_count < QUESTIONS_MAX; i++) {
      bool there = false;
      for (uint32_t k = 0; k < out->question_count; k++) there |= out->questions[k] == more[i];
      if (!there) out->questions[out->question_count++] = more[i];
    }
  }
  return true;
}

bool assess_line(const struct frame *f, const struct view *view, const bool *fixed,
                 const struct line *line, struct assessed *out) {
  struct eval e, *begun = NULL;
  int16_t starts[DAY_PARTS_MAX];
  struct view v = *view;
  out->question_count = out->along_count = out->count =
      0; /* the outcomes are cleared as they come */
  out->alone = false;
  v.questions =
      arena_copy(f->arena, view->questions, (f->law->question_count + 1u) * sizeof *v.questions);
  if (!v.questions) return false;
  follow_settle(&v, fixed);
  if (any_open(f->law, &v, fixed)) {
    if (!eval_begin(&e, f, &v, line)) return false;
    out->question_count = assess_questions(&e, fixed, out->questions);
    out->along_count = find_along(&e, fixed, out->along);
    if (!later_questions(&e, f, fixed, out)) return false;
    if (line_day_parts(f->law, line, starts) == 1) begun = &e;
  }
  uint32_t combinations = 1;
  for (uint32_t i = 0; i < out->question_count && combinations <= OUTCOMES_MAX; i++)
    combinations *= view_outcome_count(&v, out->questions[i]);
  struct crossing x = {f, &v, fixed, line, out, begun};
  if (!(combinations <= OUTCOMES_MAX ? run_product(&x, combinations) : run_alone(&x))) return false;
  for (uint32_t i = out->question_count; i-- > 0 && !out->alone;)
    if (!question_matters(out, i)) drop_question(out, i);
  return true;
}
