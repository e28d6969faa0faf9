// SPDX-License-Identifier: Apache-2.0
// A line in every outcome, what goes together taken apart where that is wanted. See impost/branch.h.
#include <string.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"
#include "impost/branch.h"

enum { FOLLOWERS_MOST = 6, BILLS_MOST = 64 };

struct owned { /* an answer that lives as long as what it was asked for */
  struct imp_assessment *answer;
  struct owned *next;
};

struct imp_branch_asked {
  struct arena arena;
  const struct imp_law *law;
  const struct imp_query *query;
  const struct imp_branch *branch;
  struct owned *answers;
  const struct imp_answer *answer;
};

/* The line with answers picked besides those of --if. */
static enum imp_status ask_line(struct imp_branch_asked *r, const struct imp_line *line,
                                const struct imp_pair *more, uint32_t count,
                                const struct imp_answer **out, struct imp_error *err) {
  struct imp_query query = *r->query;
  struct imp_pair *picks = arena_array(&r->arena, query.pick_count + count + 1u, sizeof *picks);
  struct owned *own = arena_alloc(&r->arena, sizeof *own);
  if (picks == NULL || own == NULL) return error_no_memory(err);
  for (uint32_t i = 0; i < query.pick_count; i++) picks[i] = query.picks[i];
  for (uint32_t i = 0; i < count; i++) picks[query.pick_count + i] = more[i];
  query.picks = picks;
  query.pick_count += count;
  query.brief = query.additional = true;
  *own = (struct owned){NULL, r->answers};
  r->answers = own;
  enum imp_status status = imp_duty(r->law, &query, line, &own->answer, err);
  if (status == IMP_OK) *out = imp_assessment_answer(own->answer);
  return status;
}

/* ---- answers that go along, taken apart --------------------------------------------------------------- */

struct followers { /* questions that follow others and decide something on the line */
  const struct imp_branch_question *items[FOLLOWERS_MOST];
  uint32_t count, combinations;
};

static bool same_picks(const struct imp_bill *a, const struct imp_bill *b, uint32_t count) {
  if (a->pick_count < count || b->pick_count < count) return false;
  for (uint32_t i = 0; i < count; i++)
    if (strcmp(a->picks[i].question, b->picks[i].question) != 0 ||
        strcmp(a->picks[i].answer, b->picks[i].answer) != 0)
      return false;
  return true;
}

static bool same_bills(const struct imp_answer *a, const struct imp_answer *b) {
  if (a->status != b->status || a->bill_count != b->bill_count) return false;
  for (uint32_t i = 0; i < a->bill_count; i++) {
    const struct imp_bill *x = &a->bills[i], *y = &b->bills[i];
    if (x->low != y->low || x->high != y->high || x->prohibited != y->prohibited ||
        x->pick_count != y->pick_count || !same_picks(x, y, x->pick_count))
      return false;
  }
  return true;
}

static enum imp_status decides(struct imp_branch_asked *r, const struct imp_line *line,
                               const struct imp_branch_question *q, bool *out,
                               struct imp_error *err) {
  const struct imp_answer *first = NULL, *other = NULL;
  enum imp_status status = IMP_OK;
  *out = false;
  for (uint32_t i = 0; i < q->answer_count && !*out && status == IMP_OK; i++) {
    struct imp_pair pick = {q->name, q->answers[i].answer};
    status = ask_line(r, line, &pick, 1, i == 0 ? &first : &other, err);
    *out = status == IMP_OK && i > 0 && !same_bills(first, other);
  }
  return status;
}

static enum imp_status find_followers(struct imp_branch_asked *r, const struct imp_line *line,
                                      struct followers *f, struct imp_error *err) {
  enum imp_status status = IMP_OK;
  *f = (struct followers){.combinations = 1};
  for (uint32_t i = 0; i < imp_branch_count(r->branch) && status == IMP_OK; i++) {
    const struct imp_branch_question *q = imp_branch_at(r->branch, i);
    bool yes = false;
    if (q->follows && f->count < FOLLOWERS_MOST) status = decides(r, line, q, &yes, err);
    if (!yes) continue;
    f->items[f->count++] = q;
    f->combinations *= q->answer_count;
  }
  return status;
}

/* Behind the last bill under the same answers of the questions that lead, with the picks of those that follow. */
static bool add_bill(struct imp_branch_asked *r, struct imp_answer *all, struct imp_bill *bills,
                     const struct imp_bill *bill, const struct imp_pair *more, uint32_t count) {
  struct imp_pick *picks = arena_array(&r->arena, bill->pick_count + count + 1u, sizeof *picks);
  uint32_t at = all->bill_count;
  if (picks == NULL) return false;
  for (uint32_t i = 0; i < bill->pick_count; i++) picks[i] = bill->picks[i];
  for (uint32_t i = 0; i < count; i++)
    picks[bill->pick_count + i] = (struct imp_pick){str_dup(&r->arena, str_of(more[i].name)),
                                                    str_dup(&r->arena, str_of(more[i].value))};
  if (r->arena.failed) return false;
  for (uint32_t i = all->bill_count; i-- > 0 && at == all->bill_count;)
    if (bills[i].pick_count == bill->pick_count + count &&
        same_picks(&bills[i], bill, bill->pick_count))
      at = i + 1;
  for (uint32_t i = all->bill_count; i > at; i--) bills[i] = bills[i - 1];
  bills[at] = *bill;
  bills[at].picks = picks;
  bills[at].pick_count = bill->pick_count + count;
  all->bill_count++;
  return true;
}

/* Every combination of the answers that follow, each picked: what goes together, and what else may be decided. */
static enum imp_status take_apart(struct imp_branch_asked *r, const struct imp_line *line,
                                  const struct followers *f, const struct imp_answer **out,
                                  struct imp_error *err) {
  struct imp_bill *bills = arena_array(&r->arena, BILLS_MOST, sizeof *bills);
  struct imp_answer *all = arena_alloc(&r->arena, sizeof *all);
  struct imp_pair picks[FOLLOWERS_MOST];
  if (bills == NULL || all == NULL) return error_no_memory(err);
  *all = **out;
  all->bills = bills;
  all->bill_count = 0;
  for (uint32_t c = 0; c < f->combinations; c++) {
    const struct imp_answer *one = NULL;
    for (uint32_t i = f->count, rest = c; i-- > 0; rest /= f->items[i]->answer_count)
      picks[i] = (struct imp_pair){f->items[i]->name,
                                   f->items[i]->answers[rest % f->items[i]->answer_count].answer};
    enum imp_status status = ask_line(r, line, picks, f->count, &one, err);
    if (status != IMP_OK) return status;
    if (one->reason != NULL || all->bill_count + one->bill_count > BILLS_MOST) return IMP_OK;
    for (uint32_t i = 0; i < one->bill_count; i++)
      if (!add_bill(r, all, bills, &one->bills[i], picks, f->count)) return error_no_memory(err);
  }
  *out = all;
  return IMP_OK;
}

/* ---- the call ----------------------------------------------------------------------------------------- */

static enum imp_status ask_apart(struct imp_branch_asked *r, const struct imp_line *line,
                                 struct imp_error *err) {
  struct followers f;
  enum imp_status status = find_followers(r, line, &f, err);
  return status == IMP_OK && f.count > 0 ? take_apart(r, line, &f, &r->answer, err) : status;
}

enum imp_status imp_branch_ask(const struct imp_law *law, const struct imp_query *query,
                               const struct imp_branch *b, const struct imp_line *line, bool apart,
                               struct imp_branch_asked **out, struct imp_error *err) {
  *out = NULL;
  struct imp_branch_asked *r = mem_alloc(sizeof *r);
  if (r == NULL) return error_no_memory(err);
  *r = (struct imp_branch_asked){.law = law, .query = query, .branch = b};
  enum imp_status status = ask_line(r, line, NULL, 0, &r->answer, err);
  if (status == IMP_OK && apart && r->answer->reason == NULL) status = ask_apart(r, line, err);
  if (status == IMP_OK)
    *out = r;
  else
    imp_branch_asked_free(r);
  return status;
}

const struct imp_answer *imp_branch_answer_of(const struct imp_branch_asked *a) {
  return a->answer;
}

void imp_branch_asked_free(struct imp_branch_asked *a) {
  if (a == NULL) return;
  for (struct owned *own = a->answers; own != NULL; own = own->next)
    imp_assessment_free(own->answer);
  arena_free(&a->arena);
  mem_free(a);
}
