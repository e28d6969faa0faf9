// SPDX-License-Identifier: Apache-2.0
// A snapshot of the law: as known on a day, on a basis, under an outcome of the open questions.
//
// The view decides, statement by statement, whether it is there at all. `if QUESTION is ANSWER` is part of
// that decision, never of the conditions of a line: in an outcome that is not assumed the statement does
// not exist. Source: docs/language.md, section 3 (Snapshot, Acts, Questions).
#ifndef IMPOST_BOOK_VIEW_H
#define IMPOST_BOOK_VIEW_H

#include "book/clock.h"
#include "law/law.h"

enum view_state {
  VIEW_UNASKED, /* not raised yet on the known day */
  VIEW_OPEN,    /* one outcome per answer */
  VIEW_SAID,    /* answered by an act that speaks: that answer, or `stands` */
  VIEW_CLOSED   /* answered by an act that binds */
};

#define VIEW_STANDS (UINT32_MAX - 1) /* the reserved answer: law as it stands, nothing pending */

struct view_question {
  enum view_state state;
  uint32_t answer;  /* SAID, CLOSED: as answered */
  uint32_t by;      /* act that answered, LAW_NONE when none */
  uint32_t assumed; /* OPEN, SAID: the outcome of this view */
};

struct view {
  const struct law *law;
  imp_day known;
  int16_t known_minute; /* CLOCK_UNSTATED: the whole day */
  bool legal;
  struct view_question *questions; /* law->question_count of them; owned by the caller's arena */
};

/* Fills the states of all questions as known on `known` (at a minute of it, or at its end); assumed is the
 * first outcome of each. */
bool view_make(struct view *v, struct arena *a, const struct law *law, imp_day known, int minute,
               bool legal);

uint32_t view_outcome_count(const struct view *v, uint32_t question); /* 1 unless open or said */
uint32_t view_outcome(const struct view *v, uint32_t question, uint32_t i);
struct str view_answer_word(const struct view *v, uint32_t question, uint32_t answer);

/* The statement is there: known, let by the outcome. Basis is left to the clock (VOID lines). */
bool view_counts(const struct view *v, const struct law_when *when, const struct law_cond *cond);
bool view_has(const struct view *v, const struct law_stmt *s);

/* First day on which a statement is known, seen from the known moment: one that becomes known later on that
 * very day is known from the next. */
imp_day view_when_known(const struct view *v, const struct law_when *when);

/* Clock row of a statement. The clock counts in days; a window that begins or ends later on the day asked
 * begins or ends for it with the next day. */
struct clock_stmt view_clock(const struct view *v, const struct law_stmt *s, struct moment at);

/* Whether a condition names question `q` as one of its conjuncts. */
/* The window of a statement may hold some of the day: what is out of it is neither asked whether it is known. */
static inline bool view_window(const struct law_stmt *s, imp_day on) {
  return s->when.from <= on && on <= s->when.until;
}
bool view_cond_asks(const struct law_cond *cond, uint32_t q);

#endif
