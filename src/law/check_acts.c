// SPDX-License-Identifier: Apache-2.0
// cited: who says so? speaks: may he? questions: is what is open asked properly?
#include <string.h>

#include "law/check.h"
#include "law/circle.h"
#include "law/deal.h"

static bool needs_act(enum law_stmt_kind k) {
  return check_is_demand(k) || check_is_state(k) || k == LAW_QUOTA || k == LAW_EXEMPTS ||
         k == LAW_YIELDS;
}

static void check_stmt(struct check *c, const struct law_stmt *s) {
  const char *word = check_word(s->kind);
  if (needs_act(s->kind) && !s->when.act_name.n)
    finding(c->found, LAW_CITED_NONE, s->pos, (uint32_t)strlen(word),
            "Add `by ACT`, or a line `by ACT` above the lines it serves.",
            "this %s line names no act", word);
  if (law_when_speaks(c->law, &s->when) && !check_asks_question(s->cond))
    finding_at(c->found, LAW_SPEAKS_QUESTION, s->when.act_name, s->pos,
               "Add `if QUESTION is ANSWER`: what is only said counts in one outcome.",
               "%.*s is a %.*s: it speaks and does not bind, and no question is asked",
               SHOW(s->when.act_name), SHOW(c->law->acts[s->when.act].kind));
}

static void speaks_alone(struct check *c, const struct law_when *when, struct law_pos pos,
                         const char *what) {
  if (law_when_speaks(c->law, when))
    finding_at(c->found, LAW_SPEAKS_QUESTION, when->act_name, pos,
               "Cite an act that binds; what is only said belongs to a statement with `if`.",
               "%s rests on %.*s, which speaks and does not bind", what, SHOW(when->act_name));
}

/* What changes on a day changes by an act; what stands since ever need not say who wrote it down. */
static void dated_alone(struct check *c, const struct law_when *when, struct law_pos pos,
                        const char *what) {
  if (when->from != DAY_FIRST && !when->act_name.n)
    finding(c->found, LAW_CITED_NONE, pos, 1, "Add `by ACT`.", "%s has a day and names no act",
            what);
  speaks_alone(c, when, pos, what);
}

void check_acts(struct check *c) {
  const struct law *law = c->law;
  for (uint32_t i = 0; i < law->measure_count; i++) {
    for (uint32_t b = 0; b < check_block_count(&law->measures[i]); b++) {
      struct check_block block = check_block_at(&law->measures[i], b);
      for (uint32_t k = 0; k < block.count; k++) check_stmt(c, &block.stmts[k]);
    }
  }
  for (uint32_t i = 0; i < law->list_count; i++)
    for (uint32_t k = 0; k < law->lists[i].count; k++)
      dated_alone(c, &law->lists[i].lines[k].when, law->lists[i].lines[k].pos, "a batch of a list");
  for (uint32_t i = 0; i < law->jurisdiction_count; i++)
    for (uint32_t k = 0; k < law->jurisdictions[i].order_count; k++)
      dated_alone(c, &law->jurisdictions[i].orders[k].when, law->jurisdictions[i].pos,
                  "the order of rows");
}

/* ---- questions ------------------------------------------------------------------------------------------- */

/* `top`: this condition, or a part of its one `and`, may ask a question. */
static void check_place(struct check *c, const struct law_cond *cond, bool top) {
  if (!cond) return;
  if (cond->kind == LAW_COND_QUESTION && !top)
    finding_at(c->found, LAW_QUESTIONS_PLACE, cond->question, cond->pos,
               "Join it to the rest with `and`, outside parentheses, or write two statements.",
               "the question %.*s stands under `not`, `or` or parentheses", SHOW(cond->question));
  for (uint32_t i = 0; i < cond->kid_count; i++)
    check_place(c, cond->kids[i],
                top && cond->kind == LAW_COND_AND && cond->kids[i]->kind == LAW_COND_QUESTION);
}

static void check_places(struct check *c) {
  for (uint32_t i = 0; i < c->law->measure_count; i++) {
    for (uint32_t b = 0; b < check_block_count(&c->law->measures[i]); b++) {
      struct check_block block = check_block_at(&c->law->measures[i], b);
      if (block.heading) check_place(c, block.heading->cond, true);
      for (uint32_t k = 0; k < block.count; k++) check_place(c, block.stmts[k].cond, true);
    }
  }
}

static void check_answers(struct check *c, const struct law_question *q) {
  for (uint32_t i = 0; i < q->answer_count; i++) {
    bool again = str_eq(q->answers[i], STR("stands"));
    for (uint32_t k = 0; k < i && i < 100; k++)
      again = again || str_eq(q->answers[k], q->answers[i]);
    if (again)
      finding_at(c->found, LAW_QUESTIONS_ANSWERS, q->answers[i], q->pos,
                 "Write each answer once; `stands` is kept for the law as it stands.",
                 "%.*s cannot be an answer here", SHOW(q->answers[i]));
  }
  if (q->answer_count == 1)
    finding_at(c->found, LAW_QUESTIONS_ANSWERS, q->answers[0], q->pos,
               "Write at least two, separated by |.", "the question %.*s has only one answer",
               SHOW(q->name));
}

/* ---- questions that follow others --------------------------------------------------------------------------- */

static void check_default(struct check *c, uint32_t self, const struct deal_default *d) {
  if (!d->cond || (d->cond->kind == LAW_COND_QUESTION && d->cond->question_index != self)) return;
  finding(c->found, LAW_QUESTIONS_DEFAULT, d->cond->pos, 1,
          "Write `default ANSWER if QUESTION is ANSWER`; of several questions a line each.",
          "a default of %.*s hangs on something else than an answer of another question",
          SHOW(c->law->questions[self].name));
}

static bool add_leaders(struct circle_graph *g, uint32_t self, const struct law_question *q) {
  for (uint32_t i = 0; i < q->default_count; i++) {
    const struct law_cond *cond = q->defaults[i].cond;
    if (cond && cond->kind == LAW_COND_QUESTION && cond->question_index != LAW_NONE &&
        cond->question_index != self &&
        !circle_add(g, (struct circle_edge){self, cond->question_index, DAY_FIRST, DAY_NEVER,
                                            cond->pos, false}))
      return false;
  }
  return true;
}

/* What a question follows may follow others, and at the end of it stands one that follows none. */
static void check_followers(struct check *c) {
  struct circle_graph g = {.nodes = c->law->question_count};
  uint32_t length;
  bool good = true;
  for (uint32_t i = 0; i < c->law->question_count && good; i++)
    good = add_leaders(&g, i, &c->law->questions[i]);
  good = good && circle_ready(&g);
  while (good && circle_search(&g, DAY_FIRST, &length)) {
    struct circle_edge *e = &g.edges[g.path[0]];
    finding(c->found, LAW_QUESTIONS_CIRCLE, e->pos, (uint32_t)c->law->questions[e->to].name.n,
            "Take the default out of one of them.", "%.*s follows itself by way of %.*s",
            SHOW(c->law->questions[e->from].name), SHOW(c->law->questions[e->to].name));
    e->off = true;
  }
  c->failed |= !good;
  circle_free(&g);
}

void check_questions(struct check *c) {
  check_places(c);
  check_followers(c);
  for (uint32_t i = 0; i < c->law->question_count; i++) {
    const struct law_question *q = &c->law->questions[i];
    check_answers(c, q);
    for (uint32_t k = 0; k < q->default_count; k++) check_default(c, i, &q->defaults[k]);
    for (uint32_t k = 0; k < q->answered_count; k++)
      if (!q->answered[k].when.act_name.n)
        finding(c->found, LAW_CITED_NONE, q->answered[k].pos, 8,
                "Add `by ACT`: the act that answered.", "the answer to %.*s names no act",
                SHOW(q->name));
  }
}
