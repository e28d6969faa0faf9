// SPDX-License-Identifier: Apache-2.0
// Linked outcomes: what each answer of the open questions moves, on both sides, and which answers go together.
//
// A move is a statement of a measure, a control or a fee that is there under the answer and not with nothing pending, or
// the other way round; or what comes by itself then: text in force that takes effect under this answer and not under
// every other, within 400 days. Money comes of imp_duty and imp_diff_*; here stands what changes and when. Days are ISO; texts
// live as long as the branch. See docs/branch.md.
#ifndef IMPOST_BRANCH_H
#define IMPOST_BRANCH_H

#include "impost/study.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

enum imp_moved { IMP_MOVES_MEASURE, IMP_MOVES_CONTROL, IMP_MOVES_FEE };

struct imp_move {
  enum imp_moved kind;
  const char *side;                   /* jurisdiction, "US" */
  const char *name, *title, *heading; /* heading "" when it is said of the whole */
  const char *from, *until;           /* first day on, first day off; NULL: none stated */
  const char *what;                   /* the statement as written */
  const char *act_title;
  const char *
      along; /* it hangs on another question that goes with the answer: "us-cn.truce=extended"; NULL: on this one */
  bool binds; /* a binding act states it; else it is only said */
  bool
      itself; /* it comes by itself: `what` is "suspended until 2025-11-10 becomes 34%", `from` the day */
  struct imp_where where;
};

struct imp_branch_answer {
  const char *answer;
  bool said;          /* said to be the answer by then */
  const char *unless; /* it is what the law does by itself: "by itself", "if Q is A", else NULL */
  const struct imp_move *moves; /* in order of day */
  uint32_t move_count;
};

struct imp_branch_question {
  const char *name, *title, *state, *due; /* due NULL: none */
  const struct imp_branch_answer *answers;
  uint32_t answer_count;
  bool moves;         /* some answer moves something */
  bool follows;       /* its answer comes with those of other open questions, unless picked */
  const char *picked; /* the answer that the query assumes; NULL: none */
};

struct imp_branch; /* owns the questions */
/* Every open or said question of the known day, or the one named. IMP_USAGE when it is none, or not open. */
enum imp_status imp_branch_open(const struct imp_law *law, const struct imp_query *query,
                                const char *question, struct imp_branch **out,
                                struct imp_error *err);
uint32_t imp_branch_count(const struct imp_branch *b);
const struct imp_branch_question *imp_branch_at(const struct imp_branch *b, uint32_t i);
void imp_branch_free(struct imp_branch *b);

/* A line in every outcome, its additional duties where the ordinary are not encoded. `apart`: of every question of `b` that
 * follows others and makes a difference on the line each answer is picked besides, so that what else may be decided stands
 * beside what goes together; where that comes to more than 64 bills nothing is taken apart. Status and refusals as of
 * imp_duty. Source: docs/branch.md. */
struct imp_branch_asked; /* owns the answer */
enum imp_status imp_branch_ask(const struct imp_law *law, const struct imp_query *query,
                               const struct imp_branch *b, const struct imp_line *line, bool apart,
                               struct imp_branch_asked **out, struct imp_error *err);
const struct imp_answer *imp_branch_answer_of(const struct imp_branch_asked *a);
void imp_branch_asked_free(struct imp_branch_asked *a);

/* A line asked beside it: every outcome of its answer. `words` as the user gave it. */
struct imp_branch_line {
  const char *words;
  const struct imp_answer *answer;
};
/* `odds` "approved=70%", NULL: none. Lines whose two bills differ by that answer get the expected amount and the spread.
 * IMP_USAGE when it is none. */
enum imp_status imp_report_branch(const struct imp_law *law, const struct imp_query *query,
                                  const struct imp_branch *b, const struct imp_branch_line *lines,
                                  uint32_t line_count, const char *odds,
                                  const struct imp_report_options *options, struct imp_text *text,
                                  struct imp_error *err);
/* Below a difference of a file: what `before` and `after` come to at these odds of `before`. */
enum imp_status imp_report_odds(const struct imp_diff_totals *t, const char *odds,
                                const struct imp_report_options *options, struct imp_text *text,
                                struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
