// SPDX-License-Identifier: Apache-2.0
// Facts nobody stated: every completion of them is computed, and the range says what decides.
//
// Collects the unknown facts that a candidate's tests really turn on, crosses their cells, and keeps the
// cheapest and the dearest bill. Kleene logic prunes here, it never decides. What the law presumes is listed.
// Source: docs/language.md, section 3 (Three values); docs/assessment.md, step 8.
#ifndef IMPOST_BOOK_COMPLETE_H
#define IMPOST_BOOK_COMPLETE_H

#include "book/bill.h"

struct text_list {
  const char **items;
  uint32_t count, cap;
};
bool text_list_add(struct arena *a, struct text_list *l,
                   const char *text); /* once; NULL text: false */

struct settled { /* the facts of one completion */
  struct line line;
  struct imp_pair *facts;
  uint32_t count;
};

struct completed { /* one line under one view */
  struct bill low, high;
  struct settled low_facts, high_facts; /* what was settled for either end */
  int64_t legal_low, legal_high;        /* duty on basis legal, of the same completions */
  int64_t void_low, void_high;          /* part of the duty on statements since held void */
  struct text_list needs, assumed;
  struct refusal refusal; /* of any completion: id NULL when all stand */
  uint32_t refusing;      /* the measure that refuses; LAW_NONE when it is the line itself */
};

/* At one moment: the hour is stated, or the day is taken at its start. False: out of memory. */
bool complete_moment(const struct frame *f, const struct view *view, const struct line *line,
                     struct completed *out);

/* The same, with an evaluation of the line under the view that was begun and has no bill yet: it is used up. */
bool complete_begun(const struct frame *f, const struct view *view, const struct line *line,
                    struct eval *begun, struct completed *out);

/* A day that the law splits, and no hour stated: computed at every part of it, the hour is then a fact to ask.
 * False: out of memory. */
bool complete_line(const struct frame *f, const struct view *view, const struct line *line,
                   struct completed *out);

/* A copy of a line whose facts and claims can be changed without touching the original. */
bool line_fork(struct arena *a, const struct law *law, const struct line *from, struct line *to);
bool line_add_claim(struct arena *a, struct line *l, struct str label);

/* The parts of the day of entry, as the minute each begins at: one when the hour is stated or the day is
 * whole. Returns how many, at most DAY_PARTS_MAX; the last then stands for the rest of the day. */
enum { DAY_PARTS_MAX = 12 };
uint32_t line_day_parts(const struct law *law, const struct line *l, int16_t starts[DAY_PARTS_MAX]);

#endif
