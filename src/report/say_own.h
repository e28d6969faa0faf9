// SPDX-License-Identifier: Apache-2.0
// Inside of the sentence about one line: what it is about, how it calls things, the sentence, the forms it goes out in.
#ifndef IMPOST_REPORT_SAY_OWN_H
#define IMPOST_REPORT_SAY_OWN_H

#include "impost/say.h"

#include "base/num.h"
#include "book/open.h"
#include "report/report.h"

struct say {
  struct buf *out;
  const struct imp_law *law;
  const struct imp_query *query;
  const struct imp_line *line;
  const struct imp_answer *a;
  const char *goods;
};

/* say_words.c */
void say_day(struct buf *out, const char *iso);
/* A reason or a title with its days in words. */
void say_text(struct buf *out, const char *text);
/* A title inside a clause: a small letter at its front unless it begins a name. */
void say_title(struct buf *out, const char *title);
/* " (its citation, number or title; what is not certain of it)" */
void say_act(struct buf *out, const struct imp_row *row);

/* say.c */
void say_sentence(const struct say *s);
/* A row that charges something. */
bool say_counts(const struct imp_row *row);

#endif
