// SPDX-License-Identifier: Apache-2.0
// From what was computed to what the public API shows.
#ifndef IMPOST_BOOK_ANSWER_H
#define IMPOST_BOOK_ANSWER_H

#include "book/assess.h"

struct imp_assessment {
  struct arena arena;
  struct imp_answer answer;
};

struct answer_job { /* one line being answered */
  struct frame frame;
  const struct view *view;
  const bool *fixed;
  struct line line; /* as read; code is the number assessed */
  bool trace, brief;
  bool alone;      /* found out: too many outcomes, each question was varied alone */
  bool additional; /* asked for: law without an ordinary duty too */
};

/* Bills, questions and status from the assessed outcomes. False: out of memory. */
bool answer_bills(struct answer_job *job, const struct assessed *a, struct imp_answer *out);

/* What could be claimed and was not: rows added to each bill, with what each would save. */
bool answer_unclaimed(struct answer_job *job, const struct assessed *a, struct imp_answer *out);

struct benefit { /* a heading that a claim would bring about */
  uint32_t measure, heading;
  struct str claim;
  const struct law_stmt *stmt;
  bool saves;
};
enum { BENEFITS_MAX = 96 };
/* All that tests of the measures in scope offer the line, whether or not they save anything. */
uint32_t answer_benefits(struct eval *e, struct benefit list[BENEFITS_MAX]);

/* Adds a note for every claim made that changes nothing on the line. */
bool answer_idle_claims(struct answer_job *job, const struct assessed *with,
                        struct text_list *list);

/* Adds parts of the value as they were read, and a note for every fact told that changes nothing on the line and that
 * no fee asks for. */
bool answer_told(struct answer_job *job, const struct assessed *with, struct text_list *list);

/* What is to be borne in mind of a line of that day, behind what the list has already; `alone`: its questions
 * are too many to cross. */
bool answer_caveats(struct arena *a, const struct imp_law *law, imp_day on, bool alone,
                    struct text_list *list);

/* Verdicts of every measure whose scope holds the line, per bill. */
bool answer_verdicts(struct answer_job *job, const struct assessed *a, struct imp_answer *out);

/* The next day on which the duty differs under the same known law. */
/* Names the files in folders `doubtful` that might reach the line: they are not loaded. */
bool answer_doubtful(struct answer_job *job, const struct imp_law *law, const struct imp_line *in,
                     struct text_list *caveats);
/* The first day on which one of them might reach a line, DAY_NEVER without any. */
imp_day doubtful_since(const struct imp_law *law);
bool answer_next_change(struct answer_job *job, const struct assessed *a, struct imp_answer *out);

/* The view of one outcome: the job's view with the outcome's picks assumed. False: out of memory. */
bool answer_view(struct answer_job *job, const struct outcome *o, struct view *v);

/* A deep copy into `a`. False: out of memory, *to is not to be read. */
bool answer_copy(struct arena *a, const struct imp_answer *from, struct imp_answer *to);

void answer_refuse(struct imp_answer *out, const struct refusal *no);

#endif
