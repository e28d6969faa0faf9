// SPDX-License-Identifier: Apache-2.0
// model --branch: what goes along with an answer and is no rate: other questions, controls, fees, promises to buy.

#include <stdio.h>
#include <string.h>

#include "cli/verb_model_own.h"
#include "impost/branch.h"
#include "impost/pledge.h"

/* ---- questions that go together ----------------------------------------------------------------------- */

/* An answer of another question that comes by itself under this answer; NULL: the two are not linked. `words`: "if Q is A". */
static const char *comes_with(const struct imp_branch_question *q, const char *words) {
  for (uint32_t k = 0; k < q->answer_count; k++)
    if (q->answers[k].unless != NULL && strcmp(q->answers[k].unless, words) == 0)
      return q->answers[k].answer;
  return NULL;
}

static bool is_given(const struct branch *b, const char *question) {
  for (uint32_t k = 0; k < b->cli->query.pick_count; k++)
    if (strcmp(b->cli->query.picks[k].name, question) == 0) return true;
  return false;
}

/* Questions whose answer hangs on this one go along with it; what then comes is said. */
static enum imp_status link_question(struct branch *b, const struct imp_branch_question *q,
                                     struct buf *out) {
  const char *comes[ANSWERS_MOST], *plain = comes_with(q, "by itself");
  bool linked = false, whole = true;
  for (uint32_t k = 0; k < b->count; k++) {
    char words[160];
    snprintf(words, sizeof words, "if %s is %s", b->question, b->answers[k]);
    comes[k] = comes_with(q, words);
    linked = linked || comes[k] != NULL;
    if (comes[k] == NULL) comes[k] = plain;
    whole = whole && comes[k] != NULL;
  }
  if (!linked || !whole || is_given(b, q->name) || b->linked_count == LINKED_MOST) return IMP_OK;
  for (uint32_t k = 0; k < b->count; k++) {
    b->linked[k][b->linked_count] = (struct imp_pair){str_dup(&b->cli->arena, str_of(q->name)),
                                                      str_dup(&b->cli->arena, str_of(comes[k]))};
    buf_printf(out, "note %s: %s is %s, as it comes unless it is decided\n", b->answers[k], q->name,
               comes[k]);
  }
  b->linked_count++;
  return b->cli->arena.failed ? IMP_NO_MEMORY : IMP_OK;
}

enum imp_status model_link(struct branch *b, struct buf *out, struct imp_error *err) {
  struct imp_branch *all = NULL;
  enum imp_status status = imp_branch_open(b->cli->law, &b->cli->query, NULL, &all, err);
  for (uint32_t q = 0; status == IMP_OK && q < imp_branch_count(all); q++)
    if (strcmp(imp_branch_at(all, q)->name, b->question) != 0)
      status = link_question(b, imp_branch_at(all, q), out);
  imp_branch_free(all);
  return status == IMP_NO_MEMORY ? error_no_memory(err) : status;
}

/* ---- the day of entry --------------------------------------------------------------------------------- */

/* The first day after the known one on which the answer moves something; NULL: none. */
static const char *begins(const struct imp_branch_answer *a, const char *known) {
  const char *first = NULL;
  for (uint32_t k = 0; k < a->move_count; k++) {
    const char *from = a->moves[k].from;
    if (from == NULL || (known != NULL && strcmp(from, known) <= 0)) continue;
    if (first == NULL || strcmp(from, first) < 0) first = from;
  }
  return first;
}

/* On the known day itself no answer has moved anything yet, and every table would be of zeros. */
enum imp_status model_day(struct branch *b, struct buf *out, struct imp_error *err) {
  struct imp_query *query = &b->cli->query;
  struct imp_branch *moves = NULL;
  const char *day = NULL;
  if (query->on != NULL) return IMP_OK;
  enum imp_status status = imp_branch_open(b->cli->law, query, b->question, &moves, err);
  for (uint32_t q = 0; status == IMP_OK && q < imp_branch_count(moves); q++)
    for (uint32_t k = 0; k < imp_branch_at(moves, q)->answer_count; k++) {
      const char *first = begins(&imp_branch_at(moves, q)->answers[k], query->known);
      if (first != NULL && (day == NULL || strcmp(first, day) > 0)) day = first;
    }
  if (status == IMP_OK && day != NULL) {
    query->on = str_dup(&b->cli->arena, str_of(day));
    if (query->on == NULL) status = error_no_memory(err);
    buf_printf(out, "note goods entered %s, when each answer has begun; --on takes another day\n",
               day);
  }
  imp_branch_free(moves);
  return status;
}

/* ---- what is no rate ---------------------------------------------------------------------------------- */

/* Controls and fees that an answer moves: how much of the trade they stop or burden no law says, so they are named. */
static void say_answer(const struct imp_branch_answer *a, struct buf *out) {
  for (uint32_t k = 0; k < a->move_count; k++) {
    const struct imp_move *m = &a->moves[k];
    if (m->kind == IMP_MOVES_MEASURE) continue;
    buf_printf(out, "note %s moves %s %s, which is in no number: %s\n", a->answer,
               m->kind == IMP_MOVES_FEE ? "the fee" : "the control", m->name, m->what);
  }
}

/* What was kept of an earlier promise between the same two, "57.5%"; NULL: none is finished and counted. */
static const char *kept_before(const struct imp_pledges *all, const struct imp_pledge *now,
                               const char **name) {
  for (uint32_t k = 0; k < imp_pledges_count(all); k++) {
    const struct imp_pledge *p = imp_pledges_at(all, k);
    if (p->ends == NULL || strcmp(p->buyer, now->buyer) != 0 || strcmp(p->seller, now->seller) != 0)
      continue;
    for (uint32_t i = 0; i < p->promise_count; i++)
      if (p->promises[i].together && p->promises[i].share != NULL) {
        *name = p->name;
        return p->promises[i].share;
      }
  }
  return NULL;
}

static bool runs_all_year(const struct imp_promise *r) {
  return strcmp(r->from + 4, "-01-01") == 0 && strcmp(r->due + 4, "-12-31") == 0 &&
         strncmp(r->from, r->due, 4) == 0 && strcmp(r->compare, "at least") == 0;
}

/* A promise that runs on the day, whatever the answer: a floor where the base year counted the goods, else named. */
static enum imp_status add_promise(const struct imp_pledges *all, const struct imp_pledge *p,
                                   const struct imp_promise *r, bool floor, struct imp_shock *shock,
                                   struct imp_error *err) {
  const char *before = NULL, *kept = kept_before(all, p, &before);
  const struct imp_bought bought = {p->goods, p->buyer_iso2, p->seller_iso2, r->amount,
                                    p->unit,  kept,          "20%"};
  bool taken = false;
  struct buf note = {0};
  enum imp_status status = IMP_OK;
  if (floor && kept != NULL && runs_all_year(r))
    status = imp_shock_promise(shock, &bought, &taken, err);
  buf_printf(&note, "the pledge %s, %s %s %s from %s through %s, ", p->name, r->compare, r->amount,
             p->unit, r->from, r->due);
  if (taken)
    buf_printf(&note,
               "is a floor in every outcome; that as much of it is kept as of %s, %s, give or take "
               "20 points, is an assumption",
               before, kept);
  else
    buf_puts(&note, "is in no number");
  buf_putc(&note, '\0');
  if (status == IMP_OK)
    status = note.failed ? error_no_memory(err) : imp_shock_note(shock, note.p, err);
  buf_free(&note);
  return status;
}

enum imp_status model_pledges(const struct branch *b, bool floor, struct imp_shock *shock,
                              struct imp_error *err) {
  struct imp_pledges *all = NULL;
  const char *on = b->cli->query.on;
  enum imp_status status = imp_pledges_open(b->cli->law, &b->cli->query, NULL, &all, err);
  for (uint32_t k = 0; status == IMP_OK && on != NULL && k < imp_pledges_count(all); k++) {
    const struct imp_pledge *p = imp_pledges_at(all, k);
    for (uint32_t i = 0; i < p->promise_count && status == IMP_OK; i++) {
      const struct imp_promise *r = &p->promises[i];
      if (!r->together && strcmp(r->from, on) <= 0 && strcmp(on, r->due) <= 0)
        status = add_promise(all, p, r, floor, shock, err);
    }
  }
  imp_pledges_free(all);
  return status;
}

enum imp_status model_moves(struct branch *b, bool alone, struct buf *out, struct imp_error *err) {
  struct imp_branch *moves = NULL;
  enum imp_status status = imp_branch_open(b->cli->law, &b->cli->query, b->question, &moves, err);
  for (uint32_t q = 0; status == IMP_OK && q < imp_branch_count(moves); q++)
    for (uint32_t k = 0; k < imp_branch_at(moves, q)->answer_count; k++)
      say_answer(&imp_branch_at(moves, q)->answers[k], out);
  if (alone)
    buf_puts(out, "note export controls and fees on ships are in no number: say what they stop or "
                  "burden with --shock\n");
  imp_branch_free(moves);
  return status;
}
