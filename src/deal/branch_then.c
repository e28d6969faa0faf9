// SPDX-License-Identifier: Apache-2.0
// What comes by itself under an answer: text in force that takes effect because nothing is there to put it off. Under each
// answer, with what goes together with it and nothing else pending, the days to come are looked at as `upcoming` does;
// what stands under one answer and not under another is listed there.
#include <string.h>

#include "book/bill.h"
#include "book/follow.h"
#include "book/line.h"
#include "deal/branch.h"
#include "deal/coming.h"

enum { DAYS_AHEAD = 400, ANSWERS_MOST = 16 };

struct view_question *branch_assume(const struct brancher *b, struct arena *a, uint32_t q,
                                    uint32_t answer) {
  size_t n = b->law->question_count;
  struct view v = b->query.view;
  bool *fixed = arena_copy(a, b->query.fixed, (n + 1u) * sizeof *fixed);
  v.questions = arena_copy(a, b->query.view.questions, (n + 1u) * sizeof *v.questions);
  if (!fixed || !v.questions) return NULL;
  v.questions[q].assumed = answer;
  fixed[q] = true;
  follow_stands(&v, fixed);
  return v.questions;
}

/* Every question is settled, so only law comes out. */
static bool assume(struct brancher *b, struct coming *f, uint32_t q, uint32_t answer) {
  size_t n = b->law->question_count;
  bool *fixed = arena_array(f->arena, n + 1u, sizeof *fixed);
  struct view_question *own = branch_assume(b, f->arena, q, answer);
  if (!own || !fixed) return false;
  for (size_t r = 0; r < n; r++) fixed[r] = true;
  f->query = b->query;
  f->query.view.questions = own;
  f->query.fixed = fixed;
  return true;
}

/* From the day it was due, when that has passed: what took effect since then hangs on it too. */
static imp_day looked_from(const struct brancher *b, uint32_t q) {
  const struct law_question *x = &b->law->questions[q];
  imp_day known = b->query.view.known, due = DAY_NEVER;
  for (uint32_t i = 0; i < x->due_count; i++)
    if (view_when_known(&b->query.view, &x->due_when[i]) <= known) due = x->due[i];
  return due <= known ? due - 1 : known;
}

static bool look(struct brancher *b, uint32_t q, uint32_t answer, struct imp_upcoming *u) {
  const struct law_deal *d = b->law->deal;
  const struct coming_blocks controls = {d->controls, d->control_count, "control"},
                             fees = {d->fees, d->fee_count, "fee"};
  struct coming f = {.u = u, .arena = &u->arena, .law = b->law};
  if (!assume(b, &f, q, answer)) return false;
  f.on = looked_from(b, q);
  f.last = b->query.view.known + DAYS_AHEAD;
  return coming_of_measures(&f) && coming_of_blocks(&f, &controls) && coming_of_blocks(&f, &fees);
}

static bool same(const struct imp_coming *a, const struct imp_coming *b) {
  return a->in_days == b->in_days && strcmp(a->event.measure, b->event.measure) == 0 &&
         strcmp(a->event.heading, b->event.heading) == 0 &&
         strcmp(a->event.what, b->event.what) == 0;
}

static bool holds(const struct imp_upcoming *u, const struct imp_coming *c) {
  for (uint32_t i = 0; i < u->count; i++)
    if (same(&u->items[i], c)) return true;
  return false;
}

/* The answer's own statement says it already. */
static bool stated(const struct imp_branch_answer *a, const struct imp_coming *c) {
  for (uint32_t i = 0; i < a->move_count; i++)
    if (a->moves[i].from && strcmp(a->moves[i].from, c->event.day) == 0 &&
        strcmp(a->moves[i].name, c->event.measure) == 0 &&
        strcmp(a->moves[i].heading, c->event.heading) == 0)
      return true;
  return false;
}

/* The answer itself has a statement of the block, or of a name above it: what comes of that later is only said too. */
static bool of_said(const struct imp_branch_answer *a, const struct imp_coming *c) {
  for (uint32_t i = 0; i < a->move_count; i++)
    if (!a->moves[i].binds && law_name_under(str_of(c->event.measure), str_of(a->moves[i].name)) &&
        strcmp(a->moves[i].heading, c->event.heading) == 0)
      return true;
  return false;
}

static enum imp_moved kind_of(const struct imp_coming *c) {
  return strcmp(c->of, "control") == 0 ? IMP_MOVES_CONTROL
         : strcmp(c->of, "fee") == 0   ? IMP_MOVES_FEE
                                       : IMP_MOVES_MEASURE;
}

static bool add(struct brancher *b, const struct imp_branch_answer *a, const struct imp_coming *c) {
  struct imp_move *m = branch_push(b);
  if (!m) return false;
  *m = (struct imp_move){.kind = kind_of(c), .itself = true, .where = c->event.where};
  m->binds = !of_said(a, c);
  m->side = str_dup(b->arena, str_of(c->side));
  m->name = str_dup(b->arena, str_of(c->event.measure));
  m->title = str_dup(b->arena, str_of(c->event.title));
  m->heading = str_dup(b->arena, str_of(c->event.heading));
  m->from = str_dup(b->arena, str_of(c->event.day));
  m->what = str_dup(b->arena, str_of(c->event.what));
  m->act_title = str_dup(b->arena, str_of(c->event.act_title ? c->event.act_title : ""));
  return !b->arena->failed;
}

/* What is under answer i and not under some other, behind its own statements. */
static bool fill(struct brancher *b, const struct imp_upcoming *all, uint32_t count, uint32_t i,
                 struct imp_branch_answer *a) {
  b->moves = NULL;
  b->count = b->cap = 0;
  for (uint32_t k = 0; k < a->move_count; k++) {
    struct imp_move *m = branch_push(b);
    if (!m) return false;
    *m = a->moves[k];
  }
  for (uint32_t k = 0; k < all[i].count; k++) {
    const struct imp_coming *c = &all[i].items[k];
    bool shared = true;
    for (uint32_t j = 0; j < count && shared; j++) shared = holds(&all[j], c);
    if (!shared && strcmp(c->of, "list") != 0 && !stated(a, c) && !add(b, a, c)) return false;
  }
  a->moves = b->moves;
  a->move_count = b->count;
  return true;
}

bool branch_then(struct brancher *b, uint32_t q, struct imp_branch_answer *answers,
                 uint32_t count) {
  struct imp_upcoming all[ANSWERS_MOST] = {0};
  uint32_t n = count < ANSWERS_MOST ? count : ANSWERS_MOST;
  bool fine = true;
  for (uint32_t i = 0; i < n && fine; i++)
    fine = look(b, q, view_outcome(&b->query.view, q, i), &all[i]) && !all[i].arena.failed;
  for (uint32_t i = 0; i < n && fine; i++) fine = fill(b, all, n, i, &answers[i]);
  for (uint32_t i = 0; i < n; i++) arena_free(&all[i].arena);
  return fine;
}
