// SPDX-License-Identifier: Apache-2.0
// Inside of timelines: study_timeline.c finds the steps, study_causes.c what made each.
#ifndef IMPOST_BOOK_STUDY_TIMELINE_H
#define IMPOST_BOOK_STUDY_TIMELINE_H

#include "book/query.h"
#include "book/study_block.h"
#include "book/study_changes.h"
#include "book/study_days.h"
#include "book/study_events.h"

struct step {
  struct imp_step shown;
  struct imp_assessment *owner;
  imp_day from;
};

struct imp_timeline {
  struct arena arena;
  struct step *steps;
  uint32_t count, cap;
};

/* What hangs on the law and the days alone, whatever the line. */
struct imp_timelines {
  struct arena arena;
  const struct imp_law *law;
  const struct imp_query *query;
  struct query read;
  imp_day from, to; /* as asked; DAY_FIRST, DAY_NEVER: not */
  struct study_days days;
  struct study_events events;
  imp_answerer ask;
  void *user;
};

struct maker {
  struct imp_timeline *t;
  const struct imp_timelines *all;
  const struct imp_law *law;
  const struct imp_line *line;
  uint64_t lo, hi; /* numbers the code covers; lo > hi: it is no code */
  struct imp_error *err;
};

/* Sets the events of a step whose changes are known. False: out of memory. */
bool timeline_causes(struct maker *mk, struct step *step);

#endif
