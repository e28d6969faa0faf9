// SPDX-License-Identifier: Apache-2.0
// A program from one line: every outcome, every completion, as the plain evaluator tries them.
//
// The plain evaluator keeps the cheapest and the dearest completion of one value; which they are may change
// with the value, so a program keeps every different one. It drops questions that change nothing; here two
// outcomes must be alike for every value, or differ for every value from `least` on, else it is slow.
#include <string.h>

#include "assess/batch_own.h"
#include "book/follow.h"
#include "book/unknown.h"

enum { CELLS_MAX = 512, OPTIONS_MAX = 64, CELLS_KEPT = 128 };

struct making {
  struct job *job;
  struct frame frame;
  struct view view;
  struct pbill *bill;
  uint8_t *cells; /* of the bill */
  struct option options[OPTIONS_MAX];
  uint32_t count;
  bool slow, sure, none; /* none: parts above the value, no such goods */
  uint32_t last;         /* option that the last completion came to */
  bool a_dollar;         /* of the completion: some part is a dollar */
  bool few;              /* of the program: it is not good for a few dollars */
};

/* ---- one completion ---------------------------------------------------------------------------------- */

static bool add_word(struct arena *a, struct str **items, uint32_t *count, struct str label) {
  struct str *more = arena_array(a, *count + 1u, sizeof *more);
  if (!more) return false;
  if (*count) memcpy(more, *items, *count * sizeof *more);
  more[(*count)++] = label;
  *items = more;
  return true;
}

static bool settle(struct making *m, struct line *l, const struct unknown *u,
                   const struct choice *c) {
  struct arena *a = m->frame.arena;
  if (u->fact == LAW_NONE)
    return c->yes ? line_add_claim(a, l, u->label)
                  : add_word(a, &l->denied, &l->denied_count, u->label);
  l->facts[u->fact] = c->value;
  if (m->frame.law->facts[u->fact].type != LAW_FACT_PART) return true;
  /* nothing, a dollar or all that is left: where any other threshold lies hangs on the value */
  struct refusal no = {0};
  if (u->limit_count > 1 || (u->limit_count && u->limits[0].num)) m->slow = true;
  if (u->limit_count && c != &u->choices[0] && c != &u->choices[u->choice_count - 1])
    m->a_dollar = m->few = true;
  line_cut(a, m->frame.law, l, &no);
  m->none = m->none || no.id;
  m->slow = m->slow || l->crossed;
  return true;
}

static bool silenced_as_void(struct eval *legal, const struct bill_row *row) {
  const struct measure_result *r = &legal->results[row->measure];
  if (r->silence) return r->silence->kind == LAW_VOID;
  if (row->heading == LAW_NONE) return false;
  const struct law_heading *h = &legal->law->measures[row->measure].headings[row->heading];
  imp_day end;
  struct rat points = RAT_ZERO;
  const struct law_stmt *s = eval_silence(legal, h->stmts, h->count, &end, &points);
  return s && s->kind == LAW_VOID;
}

static bool block_is_void(struct eval *legal, const struct law_stmt *s, uint32_t n) {
  imp_day end;
  struct rat points = RAT_ZERO;
  const struct law_stmt *silence = eval_silence(legal, s, n, &end, &points);
  return silence && silence->kind == LAW_VOID;
}

static bool measure_is_void(struct eval *legal, uint32_t m) {
  const struct law *law = legal->law;
  for (uint32_t k = m; k != LAW_NONE; k = law->measures[k].parent)
    if (block_is_void(legal, law->measures[k].stmts, law->measures[k].count)) return true;
  for (uint32_t h = 0; h < law->measures[m].heading_count; h++)
    if (block_is_void(legal, law->measures[m].headings[h].stmts,
                      law->measures[m].headings[h].count))
      return true;
  return false;
}

/* Something over the line is void that day: only then can basis legal give another bill. */
static bool may_be_void(const struct eval *e, const struct view *legal_view) {
  struct eval legal = *e;
  legal.view = legal_view;
  for (uint32_t m = 0; m < e->law->measure_count; m++)
    if (e->results[m].in_scope && measure_is_void(&legal, m)) return true;
  return false;
}

/* The bill on basis legal as rows of the option; what cannot be said so is left to the plain way. */
static bool add_legal(struct making *m, struct eval *legal, struct option *o) {
  struct bill other;
  struct option made;
  bool slow = false;
  if (!bill_make(legal, &other)) return false;
  bool *none = arena_array(m->frame.arena, other.count + 1u, sizeof *none);
  if (!none || !extract_option(m->job, legal, &other, none, &made, &slow)) return false;
  o->has_legal = true;
  o->legal_plain = slow || made.refusal || made.prohibited;
  o->legal = made.rows;
  o->legal_count = o->legal_plain ? 0 : made.count;
  return true;
}

static void mark_void(struct eval *legal, const struct bill *b, bool *is_void) {
  for (uint32_t i = 0; i < b->count; i++)
    is_void[i] = b->rows[i].shown.status == IMP_ROW_APPLIED && silenced_as_void(legal, &b->rows[i]);
}

static bool add_option(struct making *m, const struct option *o) {
  for (uint32_t i = 0; i < m->count; i++)
    if (option_same(&m->options[i], o) && option_same_legal(&m->options[i], o)) {
      m->last = i;
      return true;
    }
  m->last = m->count;
  if (m->count == OPTIONS_MAX) {
    m->slow = true;
    return true;
  }
  m->options[m->count++] = *o;
  return true;
}

/* A row on some parts alone. */
static bool by_parts(const struct prow *const *rows, uint32_t n) {
  for (uint32_t i = 0; i < n; i++)
    if (rows[i]->amount.cells || rows[i]->less.cells) return true;
  return false;
}

/* `begun` is an evaluation of the line that has no bill yet. */
static bool complete_one(struct making *m, const struct line *l, struct eval *begun) {
  struct bill bill;
  struct option o;
  struct eval legal;
  struct view view = m->view;
  bool both = !view.legal;
  view.legal = true;
  both = both && may_be_void(begun, &view);
  if (!bill_make(begun, &bill)) return false;
  bool *is_void = arena_array(m->frame.arena, bill.count + 1u, sizeof *is_void);
  if (!is_void) return false;
  both = both && !bill.refusal.id;
  if (both && !eval_begin(&legal, &m->frame, &view, l)) return false;
  if (both) mark_void(&legal, &bill, is_void);
  if (!extract_option(m->job, begun, &bill, is_void, &o, &m->slow)) return false;
  if (both && !m->slow && !add_legal(m, &legal, &o)) return false;
  /* what bears on the dollar, or on all but it, is no share of the value */
  if (m->a_dollar && !o.refusal && by_parts(o.rows, o.count)) m->slow = true;
  if (m->a_dollar && by_parts(o.legal, o.legal_count)) o.legal_plain = true;
  return add_option(m, &o);
}

/* ---- one outcome ----------------------------------------------------------------------------------------- */

static bool refuse_open(struct making *m) {
  m->options[0] = (struct option){.refusal = batch_text(m->job->b, STR("refuse.too-open")),
                                  .refusing = 0,
                                  .shape = NOTHING};
  m->count = 1;
  return m->options[0].refusal != NULL;
}

static bool tests_base(const struct job *job) {
  for (uint32_t t = 0; t < job->b->test_count; t++)
    if (job->tests >> t & 1 && job->b->tests[t].subject == LAW_SUBJ_BASE) return true;
  return false;
}

/* As complete_line begins: the base duty first, for tests on it. `e` is left as begun. */
static bool find_unknowns(struct making *m, struct eval *e, struct unknowns *u) {
  if (!eval_begin(e, &m->frame, &m->view, &m->job->line)) return false;
  if (tests_base(m->job) && !bill_base(e)) return false;
  bool fine = unknowns_find(e, u);
  e->cond.base_cents = -1;
  return fine;
}

/* One completion by its number. */
static bool complete_cell(struct making *m, const struct unknowns *u, uint32_t cell) {
  struct line l;
  struct eval e;
  m->none = m->a_dollar = false;
  if (!line_fork(m->frame.arena, m->frame.law, &m->job->line, &l)) return false;
  for (uint32_t i = 0; i < u->count; i++) {
    if (!u->items[i].choice_count) continue;
    uint32_t pick = cell % u->items[i].choice_count;
    cell /= u->items[i].choice_count;
    if (!settle(m, &l, &u->items[i], &u->items[i].choices[pick])) return false;
  }
  if (m->slow || m->none) return true;
  return eval_begin(&e, &m->frame, &m->view, &l) && complete_one(m, &l, &e);
}

/* The last choice of a part is all that is left of the value: its words are the line's own. */
static bool is_rest(const struct making *m, const struct unknown *u, uint32_t choice) {
  return u->fact != LAW_NONE && m->frame.law->facts[u->fact].type == LAW_FACT_PART && choice > 0 &&
         choice + 1 == u->choice_count;
}

static bool keep_text(struct imp_batch *b, struct str text, struct str *out) {
  const char *kept = batch_text(b, text);
  *out = kept ? (struct str){kept, text.n} : (struct str){0};
  return kept != NULL;
}

static bool keep_need(struct making *m, const struct unknown *u, struct need *out) {
  struct imp_batch *b = m->job->b;
  struct str name = u->fact == LAW_NONE ? u->label : m->frame.law->facts[u->fact].name;
  struct buf head = {0};
  buf_put(&head, name);
  if (u->words.n && !str_eq(u->words, name))
    buf_printf(&head, " (%.*s)", (int)u->words.n, u->words.p);
  bool fine = !head.failed && keep_text(b, buf_str(&head), &out->fact);
  buf_free(&head);
  struct str *choices = arena_array(m->frame.arena, u->choice_count + 1u, sizeof *choices);
  for (uint32_t i = 0; fine && choices && i < u->choice_count; i++)
    fine = is_rest(m, u, i) || keep_text(b, str_of(u->choices[i].text), &choices[i]);
  out->choices = choices;
  out->count = u->choice_count;
  return fine && choices;
}

/* What the words of a range are made of. */
static bool keep_needs(struct making *m, const struct unknowns *u, uint32_t cells) {
  struct pbill *p = m->bill;
  struct need *needs = arena_array(m->frame.arena, u->count, sizeof *needs);
  m->cells = arena_array(m->frame.arena, cells, sizeof *m->cells);
  p->needs = needs;
  p->cells = m->cells;
  p->cell_count = (uint16_t)cells;
  for (uint32_t i = 0; needs && i < u->count; i++) {
    if (!u->items[i].choice_count) continue;
    if (!keep_need(m, &u->items[i], &needs[p->need_count++])) return false;
    p->describes = p->describes || u->items[i].fact == LAW_NONE;
  }
  return needs && m->cells;
}

static bool complete_all(struct making *m) {
  struct unknowns u;
  struct eval e;
  uint64_t cells = 1;
  bool open = false;
  if (!find_unknowns(m, &e, &u)) return false;
  uint32_t assumed = 0;
  if (m->job->b->with_words &&
      !batch_texts(m->job->b, u.assumed.items, u.assumed.count, &m->bill->assumed, &assumed))
    return false;
  m->bill->assumed_count = (uint16_t)assumed;
  for (uint32_t i = 0; i < u.count; i++) {
    if (cells <= CELLS_MAX && u.items[i].choice_count) cells *= u.items[i].choice_count;
    open = open || u.items[i].choice_count;
  }
  if (u.too_many || cells > CELLS_MAX) return refuse_open(m);
  m->sure = !open;
  if (!open) return complete_one(m, &m->job->line, &e);
  bool keep = m->job->b->with_words && cells <= CELLS_KEPT;
  if (keep && !keep_needs(m, &u, (uint32_t)cells)) return false;
  for (uint32_t cell = 0; cell < (uint32_t)cells && !m->slow; cell++) {
    if (!complete_cell(m, &u, cell)) return false;
    if (keep) m->cells[cell] = m->none ? NO_OPTION : (uint8_t)m->last;
  }
  return true;
}

static bool make_outcome(struct making *m, struct pbill *out) {
  m->count = 0;
  m->bill = out;
  if (!complete_all(m)) return false;
  out->option_count = (uint16_t)m->count;
  out->sure = m->sure;
  out->options = arena_copy(m->frame.arena, m->options, m->count * sizeof *out->options);
  return out->options != NULL;
}

/* ---- all outcomes ------------------------------------------------------------------------------------------- */

struct outcomes {
  struct pbill bills[OUTCOMES_MAX];
  const struct outcome_pick *answers[OUTCOMES_MAX]; /* what each is under */
  enum likeness like[OUTCOMES_MAX][OUTCOMES_MAX];
  uint32_t index[OUTCOMES_MAX]; /* of those kept, into the tables above */
  uint32_t count, questions;
};

/* Those kept as x and y are under the same answers, but that to `skip` and those dropped. */
static bool agree_but(const struct outcomes *o, uint32_t x, uint32_t y, uint32_t skip,
                      const bool *dropped) {
  const struct outcome_pick *a = o->answers[o->index[x]], *b = o->answers[o->index[y]];
  for (uint32_t i = 0; i < o->questions; i++)
    if (i != skip && !dropped[i] && a[i].answer != b[i].answer) return false;
  return true;
}

static bool matters(const struct outcomes *o, uint32_t q, const bool *dropped) {
  for (uint32_t x = 0; x < o->count; x++)
    for (uint32_t y = x + 1; y < o->count; y++)
      if (agree_but(o, x, y, q, dropped) && o->like[o->index[x]][o->index[y]] != ALIKE) return true;
  return false;
}

static void drop(struct outcomes *o, uint32_t q, bool *dropped) {
  uint32_t kept = 0;
  for (uint32_t x = 0; x < o->count; x++) {
    bool seen = false;
    for (uint32_t y = 0; y < kept && !seen; y++) seen = agree_but(o, y, x, q, dropped);
    if (!seen) o->index[kept++] = o->index[x];
  }
  o->count = kept;
  dropped[q] = true;
}

static bool keep_bill(const struct job *job, const struct view *v, struct pbill *p,
                      const struct outcome_pick *answers, const bool *dropped) {
  p->pick_count = 0;
  struct imp_batch *b = job->b;
  struct imp_pick *picks = arena_array(job->arena, job->question_count, sizeof *picks);
  p->picks = picks;
  for (uint32_t i = 0; picks && i < job->question_count; i++) {
    if (dropped[i]) continue;
    struct imp_pick *pick = &picks[p->pick_count++];
    pick->question = batch_text(b, v->law->questions[answers[i].question].name);
    pick->answer = batch_text(b, view_answer_word(v, answers[i].question, answers[i].answer));
    if (!pick->question || !pick->answer) return false;
  }
  return picks != NULL;
}

/* Options get their shapes where they stand, so they are written over. */
static bool add_shapes(struct imp_batch *b, struct arena *a, struct pbill *p, uint32_t bill_count) {
  struct option *options = arena_copy(a, p->options, p->option_count * sizeof *options);
  for (uint32_t k = 0; options && k < p->option_count; k++)
    if (!batch_shape_add(b, &options[k], bill_count)) return false;
  p->options = options;
  return options != NULL;
}

static bool finish(struct making *m, struct outcomes *o, struct program *out,
                   const struct pbill **kept) {
  struct imp_batch *b = m->job->b;
  bool dropped[QUESTIONS_MAX] = {false};
  for (uint32_t x = 0; x < o->count; x++) {
    for (uint32_t y = x + 1; y < o->count; y++) {
      o->like[x][y] = o->like[y][x] = bills_compare(&o->bills[x], &o->bills[y], &out->least);
      if (o->like[x][y] == EITHER) out->slow = true;
    }
    o->index[x] = x;
  }
  for (uint32_t q = m->job->question_count; q-- > 0;)
    if (!matters(o, q, dropped)) drop(o, q, dropped);
  if (m->few && out->least < WHOLE_LEAST) out->least = WHOLE_LEAST;
  out->bill_count = o->count;
  struct pbill *bills = arena_array(m->frame.arena, o->count, sizeof *bills);
  *kept = bills;
  if (!bills) return false;
  for (uint32_t i = 0; i < o->count; i++) {
    bills[i] = o->bills[o->index[i]];
    if (!keep_bill(m->job, &m->view, &bills[i], o->answers[o->index[i]], dropped)) return false;
    const struct option *no = option_refused(&bills[i]);
    if (no && !out->refusal) {
      out->refusal = no->refusal;
      out->refusing = no->refusing;
    }
  }
  for (uint32_t i = 0; i < o->count && !out->refusal; i++)
    if (!add_shapes(b, m->frame.arena, &bills[i], o->count)) return false;
  return true;
}

/* Measures that an open question stands in or above, of those that may hold the code. False: out of memory. */
static bool find_asking(struct making *m, struct awake *out) {
  const struct law *law = m->frame.law;
  uint64_t open = 0;
  bool *asking = arena_array(m->frame.arena, law->measure_count + 1u, sizeof *asking);
  for (uint32_t q = 0; q < law->question_count; q++)
    if (!m->job->b->query.fixed[q] && view_outcome_count(&m->view, q) > 1)
      open |= (uint64_t)1 << q % 64;
  for (uint32_t i = 0; asking && open && i < law->measure_count; i++)
    for (uint32_t k = i; k != LAW_NONE && !asking[i]; k = law->measures[k].parent)
      asking[i] = m->job->mentions->measures[i] && law->measures[k].asks & open;
  *out = (struct awake){.measures = open ? asking : NULL};
  return asking != NULL;
}

/* The questions that the plain evaluator would cross for the line. */
static bool find_questions(struct making *m) {
  struct job *job = m->job;
  struct frame wide = m->frame;
  struct awake asking;
  struct eval e;
  if (!find_asking(m, &asking)) return false;
  if (!asking.measures) return true;
  wide.awake = &asking;
  if (!eval_begin(&e, &wide, &m->view, &job->line)) return false;
  job->question_count = assess_questions(&e, job->b->query.fixed, job->questions);
  return true;
}

bool compile_program(struct job *job, struct program *out, const struct pbill **bills) {
  struct imp_batch *b = job->b;
  struct making m = {.job = job,
                     .frame = {job->arena, b->law->law, b->law->names, job->mentions, job->awake,
                               false}};
  struct outcomes o = {0};
  *out = (struct program){.refusing = LAW_NONE};
  m.view = b->query.view;
  m.view.questions = arena_copy(job->arena, b->query.view.questions,
                                (b->law->law->question_count + 1u) * sizeof *m.view.questions);
  if (!m.view.questions || !find_questions(&m)) return false;
  o.questions = job->question_count;
  uint32_t combinations = 1;
  for (uint32_t i = 0; i < job->question_count && combinations <= OUTCOMES_MAX; i++)
    combinations *= view_outcome_count(&m.view, job->questions[i]);
  if (combinations > OUTCOMES_MAX) m.slow = true; /* each is shown alone */
  for (uint32_t c = 0; c < combinations && !m.slow; c++) {
    struct pbill *bill = &o.bills[o.count];
    struct outcome_pick *answers = arena_array(job->arena, QUESTIONS_MAX, sizeof *answers);
    if (!answers) return false;
    uint32_t rest = c;
    for (uint32_t i = job->question_count; i-- > 0;) {
      uint32_t q = job->questions[i], n = view_outcome_count(&m.view, q);
      uint32_t answer = view_outcome(&m.view, q, rest % n);
      m.view.questions[q].assumed = answer;
      answers[i] = (struct outcome_pick){q, answer};
      rest /= n;
    }
    follow_settle(&m.view, b->query.fixed);
    o.answers[o.count++] = answers;
    if (!make_outcome(&m, bill)) return false;
  }
  out->slow = m.slow;
  return m.slow || finish(&m, &o, out, bills);
}
