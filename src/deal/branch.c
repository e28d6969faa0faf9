// SPDX-License-Identifier: Apache-2.0
// What each answer of an open question moves: measures, controls and fees of every side, first what is stated under it. See impost/branch.h.
#include "deal/branch.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "book/bill.h"
#include "book/follow.h"
#include "book/line.h"
#include "book/study_events.h"
#include "deal/block.h"

struct imp_branch {
  struct arena arena;
  struct imp_branch_question *items;
  uint32_t count;
};

static const char *copy(struct brancher *b, struct str s) {
  return str_dup(b->arena, s);
}

static const char *side_of(struct brancher *b, struct str name) {
  long dot = str_find(name, '.');
  char *side = str_dup(b->arena, dot > 0 ? str_sub(name, 0, (size_t)dot) : name);
  for (char *c = side; c && *c; c++)
    if (*c >= 'a' && *c <= 'z') *c = (char)(*c - 'a' + 'A');
  return side;
}

struct imp_move *branch_push(struct brancher *b) {
  if (b->count == b->cap) {
    uint32_t cap = b->cap ? b->cap * 2 : 16;
    struct imp_move *grown = arena_array(b->arena, cap, sizeof *grown);
    if (!grown) return NULL;
    if (b->count) memcpy(grown, b->moves, b->count * sizeof *grown);
    b->moves = grown;
    b->cap = cap;
  }
  return &b->moves[b->count++];
}

struct place_of { /* whose statement it is */
  enum imp_moved kind;
  struct str name, title, heading;
};

static bool add(struct brancher *b, const struct place_of *of, const struct law_when *when,
                imp_day day, struct law_pos pos) {
  struct imp_move *m = branch_push(b);
  if (!m) return false;
  imp_day from = day != DAY_NEVER ? day : when->from;
  *m =
      (struct imp_move){.kind = of->kind, .act_title = "", .binds = !law_when_speaks(b->law, when)};
  m->side = side_of(b, of->name);
  m->name = copy(b, of->name);
  m->title = copy(b, of->title);
  m->heading = copy(b, of->heading);
  m->from = from == DAY_FIRST ? NULL : bill_day(b->arena, from);
  m->until = when->until == DAY_NEVER ? NULL : bill_day(b->arena, when->until);
  m->what = study_source(b->arena, b->law, pos);
  if (when->act != LAW_NONE) m->act_title = copy(b, b->law->acts[when->act].title);
  m->where = (struct imp_where){b->law->files[pos.file].path, pos.line};
  return !b->arena->failed && m->what;
}

/* The statement is there under the answer assumed, and not with nothing pending; or the other way round. */
static bool is_moved(struct brancher *b, const struct law_when *when, const struct law_cond *cond,
                     uint32_t q) {
  struct view *v = &b->query.view;
  if (!view_cond_asks(cond, q)) return false;
  uint32_t was = v->questions[q].assumed;
  bool now = view_counts(v, when, cond);
  v->questions[q].assumed = VIEW_STANDS;
  bool stands = view_counts(v, when, cond);
  v->questions[q].assumed = was;
  return now != stands;
}

static bool of_stmts(struct brancher *b, const struct law_stmt *s, uint32_t n,
                     const struct place_of *of, uint32_t q) {
  for (uint32_t i = 0; i < n; i++)
    if (is_moved(b, &s[i].when, s[i].cond, q) &&
        !add(b, of, &s[i].when, s[i].kind == LAW_ENDS ? s[i].day : DAY_NEVER, s[i].pos))
      return false;
  return true;
}

static bool of_measures(struct brancher *b, uint32_t q) {
  for (uint32_t i = 0; i < b->law->measure_count; i++) {
    const struct law_measure *m = &b->law->measures[i];
    struct place_of of = {IMP_MOVES_MEASURE, m->name, m->title, STR("")};
    if (!of_stmts(b, m->stmts, m->count, &of, q)) return false;
    for (uint32_t h = 0; h < m->heading_count; h++) {
      of.heading = m->headings[h].label;
      if (!of_stmts(b, m->headings[h].stmts, m->headings[h].count, &of, q)) return false;
    }
  }
  return true;
}

static bool of_blocks(struct brancher *b, const struct deal_block *blocks, uint32_t n,
                      enum imp_moved kind, uint32_t q) {
  for (uint32_t i = 0; i < n; i++) {
    const struct place_of of = {kind, blocks[i].name, blocks[i].title, STR("")};
    for (uint32_t k = 0; k < blocks[i].count; k++) {
      const struct deal_line *l = &blocks[i].lines[k];
      if (is_moved(b, &l->when, l->cond, q) &&
          !add(b, &of, &l->when, l->kind == DEAL_ENDS ? l->day : DAY_NEVER, l->pos))
        return false;
    }
  }
  return true;
}

static int in_order(const void *x, const void *y) {
  const struct imp_move *a = x, *b = y;
  int d = a->itself - b->itself;
  if (!d) d = strcmp(a->from ? a->from : "", b->from ? b->from : "");
  if (!d) d = strcmp(a->name, b->name);
  if (!d) d = strcmp(a->heading, b->heading);
  return d ? d : a->where.line < b->where.line ? -1 : a->where.line > b->where.line;
}

/* ---- questions ----------------------------------------------------------------------------------------------------------- */

static const char *default_words(struct brancher *b, const struct law_question *q,
                                 uint32_t answer) {
  const char *words = NULL;
  for (uint32_t i = 0; i < q->default_count; i++) {
    const struct deal_default *d = &q->defaults[i];
    if (d->answer_index != answer) continue;
    const struct law_cond *c = d->cond;
    words = c && c->kind == LAW_COND_QUESTION
                ? text_in(b->arena, "if %.*s is %.*s", (int)c->question.n, c->question.p,
                          (int)c->word.n, c->word.p)
                : "by itself";
    if (!c) break;
  }
  return words;
}

static bool of_all(struct brancher *b, uint32_t q, uint32_t answer) {
  const struct law_deal *d = b->law->deal;
  struct view_question *state = &b->query.view.questions[q];
  uint32_t was = state->assumed;
  state->assumed = answer;
  bool fine = of_measures(b, q) &&
              of_blocks(b, d->controls, d->control_count, IMP_MOVES_CONTROL, q) &&
              of_blocks(b, d->fees, d->fee_count, IMP_MOVES_FEE, q);
  state->assumed = was;
  return fine;
}

/* What moves with the questions that follow this answer, unless decided otherwise. */
static bool along_with(struct brancher *b, uint32_t q, uint32_t answer) {
  struct view asked = b->query.view, *v = &b->query.view;
  v->questions = branch_assume(b, b->arena, q, answer);
  bool fine = v->questions != NULL;
  for (uint32_t r = 0; r < b->law->question_count && fine; r++) {
    uint32_t first = b->count;
    if (!follow_hangs(v, b->query.fixed, r, q) || v->questions[r].assumed == VIEW_STANDS) continue;
    fine = of_all(b, r, v->questions[r].assumed);
    struct str name = b->law->questions[r].name,
               its = view_answer_word(v, r, v->questions[r].assumed);
    for (uint32_t i = first; i < b->count; i++)
      b->moves[i].along = text_in(b->arena, "%.*s=%.*s", (int)name.n, name.p, (int)its.n, its.p);
  }
  *v = asked;
  return fine && !b->arena->failed;
}

static bool fill_answer(struct brancher *b, uint32_t q, uint32_t i, struct imp_branch_answer *out) {
  struct view *v = &b->query.view;
  uint32_t answer = view_outcome(v, q, i);
  b->moves = NULL;
  b->count = b->cap = 0;
  if (!of_all(b, q, answer) || !along_with(b, q, answer)) return false;
  *out = (struct imp_branch_answer){.answer = copy(b, view_answer_word(v, q, answer)),
                                    .said = v->questions[q].state == VIEW_SAID && i == 0,
                                    .unless = default_words(b, &b->law->questions[q], answer),
                                    .moves = b->moves,
                                    .move_count = b->count};
  return out->answer != NULL;
}

static const char *due_of(struct brancher *b, const struct law_question *q) {
  imp_day due = DAY_NEVER;
  for (uint32_t i = 0; i < q->due_count; i++)
    if (view_when_known(&b->query.view, &q->due_when[i]) <= b->query.view.known) due = q->due[i];
  return due == DAY_NEVER ? NULL : bill_day(b->arena, due);
}

static bool fill_question(struct brancher *b, uint32_t index, struct imp_branch_question *out) {
  const struct law_question *q = &b->law->questions[index];
  uint32_t n = view_outcome_count(&b->query.view, index);
  struct imp_branch_answer *answers = arena_array(b->arena, n + 1u, sizeof *answers);
  if (!answers) return false;
  *out = (struct imp_branch_question){.answers = answers};
  out->name = copy(b, q->name);
  out->title = copy(b, q->title);
  out->state = b->query.view.questions[index].state == VIEW_SAID ? "said" : "open";
  out->due = due_of(b, q);
  out->follows = follow_is(&b->query.view, b->query.fixed, index);
  if (b->query.fixed[index])
    out->picked =
        copy(b, view_answer_word(&b->query.view, index, b->query.view.questions[index].assumed));
  for (uint32_t i = 0; i < n; i++) {
    if (!fill_answer(b, index, i, &answers[i])) return false;
    out->moves = out->moves || answers[i].move_count;
    out->answer_count++;
  }
  if (out->moves && !branch_then(b, index, answers, n)) return false;
  for (uint32_t i = 0; i < n; i++)
    if (answers[i].move_count > 1)
      qsort((void *)answers[i].moves, answers[i].move_count, sizeof *answers[i].moves, in_order);
  return !b->arena->failed;
}

/* Open, or said; a topic without answers branches into nothing. */
static bool branches(const struct brancher *b, uint32_t q) {
  enum view_state s = b->query.view.questions[q].state;
  return (s == VIEW_OPEN || s == VIEW_SAID) && b->law->questions[q].answer_count > 0;
}

static bool find_all(struct brancher *b, uint32_t only, struct imp_branch *out) {
  out->items = arena_array(b->arena, b->law->question_count + 1u, sizeof *out->items);
  if (!out->items) return false;
  for (uint32_t q = 0; q < b->law->question_count; q++) {
    if (!branches(b, q) || (only != LAW_NONE && q != only)) continue;
    if (!fill_question(b, q, &out->items[out->count])) return false;
    out->count++;
  }
  return true;
}

static enum imp_status not_open(const struct brancher *b, const char *name, struct imp_error *err) {
  struct buf names = {0};
  for (uint32_t q = 0; q < b->law->question_count; q++)
    if (branches(b, q))
      buf_printf(&names, "%s%.*s", names.n ? ", " : "", (int)b->law->questions[q].name.n,
                 b->law->questions[q].name.p);
  bool there = law_find_question(b->law, str_of(name)) != LAW_NONE;
  error_set(err, IMP_USAGE, "usage.question", "impost branch, or another --known",
            "\"%.60s\" %s; open then: %s", name,
            there ? "was not open on the known day" : "is no question of the law",
            names.p ? names.p : "none");
  bool failed = names.failed;
  buf_free(&names);
  return failed ? error_no_memory(err) : IMP_USAGE;
}

enum imp_status imp_branch_open(const struct imp_law *law, const struct imp_query *query,
                                const char *question, struct imp_branch **out,
                                struct imp_error *err) {
  *out = NULL;
  struct imp_branch *made = mem_alloc(sizeof *made);
  if (!made) return error_no_memory(err);
  struct brancher b = {.arena = &made->arena, .law = law->law};
  enum imp_status status = query_read(b.arena, law, query, &b.query, err);
  uint32_t only =
      status == IMP_OK && question ? law_find_question(b.law, str_of(question)) : LAW_NONE;
  if (status == IMP_OK && question && (only == LAW_NONE || !branches(&b, only)))
    status = not_open(&b, question, err);
  if (status == IMP_OK && !find_all(&b, only, made)) status = error_no_memory(err);
  if (status == IMP_OK && made->arena.failed) status = error_no_memory(err);
  if (status != IMP_OK) {
    imp_branch_free(made);
    return status;
  }
  *out = made;
  return IMP_OK;
}

uint32_t imp_branch_count(const struct imp_branch *b) {
  return b->count;
}
const struct imp_branch_question *imp_branch_at(const struct imp_branch *b, uint32_t i) {
  return &b->items[i];
}

void imp_branch_free(struct imp_branch *b) {
  if (!b) return;
  arena_free(&b->arena);
  mem_free(b);
}
