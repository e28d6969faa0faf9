// SPDX-License-Identifier: Apache-2.0
// One line on one known day: a bill for every outcome of the open questions that touch it.
//
// Outcomes multiply only where bills differ: a question whose answer changes nothing is left out. At most
// 16 combinations are computed; beyond that each question is shown alone. See docs/assessment.md, section 3.
#ifndef IMPOST_BOOK_ASSESS_H
#define IMPOST_BOOK_ASSESS_H

#include "book/complete.h"

enum { OUTCOMES_MAX = 16, QUESTIONS_MAX = 16 };

struct outcome_pick {
  uint32_t question, answer;
};

struct outcome {
  struct outcome_pick picks[QUESTIONS_MAX];
  uint32_t pick_count;
  struct completed bill;
};

struct assessed {
  struct outcome outcomes[OUTCOMES_MAX];
  uint32_t count;
  uint32_t questions[QUESTIONS_MAX]; /* that touch the line and change its bill */
  uint32_t question_count;
  uint32_t along[QUESTIONS_MAX]; /* that touch the line and follow others */
  uint32_t along_count;
  bool alone; /* too many outcomes: each question was varied alone */
};

/* Open questions not fixed, and following none, that a measure in scope asks on the line's day, or of which one is asked that
 * follows them; at most QUESTIONS_MAX. */
uint32_t assess_questions(struct eval *e, const bool *fixed, uint32_t *out);

/* `view` carries the picks the user made: questions with fixed[q] set keep their assumed answer. False: out
 * of memory. Refusals are in each outcome's bill. */
bool assess_line(const struct frame *f, const struct view *view, const bool *fixed,
                 const struct line *line, struct assessed *out);

/* The same bills: outcomes, totals and applied rows. */
bool assessed_equal(const struct assessed *a, const struct assessed *b);
bool bills_equal(const struct completed *a, const struct completed *b);

#endif
