// SPDX-License-Identifier: Apache-2.0
// Edges of what is written, each with the statement that makes it: what happened on a day, in plain words.
#ifndef IMPOST_BOOK_STUDY_EVENTS_H
#define IMPOST_BOOK_STUDY_EVENTS_H

#include "book/bill.h"
#include "impost/study.h"

struct study_event {
  imp_day day;
  uint32_t measure, heading; /* LAW_NONE: of the measure itself, or of a list */
  uint32_t list;             /* LAW_NONE: of a measure */
  const struct law_stmt *stmt;
  const struct law_list_line *line;
  bool closes; /* the window closes; else it opens */
};

struct study_events {
  struct study_event *items; /* in order of day */
  uint32_t count, cap;
};

/* All edges of statements known and there under some outcome, on days after `after` and up to `last`. False: out of memory. */
bool study_events_find(struct arena *a, const struct view *v, imp_day after, imp_day last,
                       struct study_events *out);
/* As the public API shows it. False: out of memory. */
bool study_event_show(struct arena *a, const struct law *law, const struct study_event *e,
                      struct imp_event *out);
/* Its words alone. False: out of memory. */
bool study_event_what(struct arena *a, const struct law *law, const struct study_event *e,
                      const char **out);
/* Act, title, citation and known day of a window. False: out of memory. */
bool study_cite(struct arena *a, const struct law *law, const struct law_when *w,
                struct imp_event *out);
/* The statement as written on its line, without its comment, spaces put together. NULL: out of memory. */
const char *study_source(struct arena *a, const struct law *law, struct law_pos pos);
/* "exempts us.301.cn.list-1": what stands before its days and its act. NULL: out of memory. */
const char *study_short(struct arena *a, const struct law *law, struct law_pos pos);

#endif
