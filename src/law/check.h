// SPDX-License-Identifier: Apache-2.0
// Static checks of a linked law: each a pure reader that adds findings.
#ifndef IMPOST_LAW_CHECK_H
#define IMPOST_LAW_CHECK_H

#include "law/findings.h"
#include "law/law.h"

/* All checks that need no evaluation. False only when out of memory. */
bool law_check(const struct law *law, struct findings *found);

/* ---- inside the room: the checks and what they share ---------------------------------------------------- */

struct check {
  const struct law *law;
  struct findings *found;
  bool failed; /* out of memory */
};

/* A run of statements that paint over one another: those of a measure itself, or of one heading. */
struct check_block {
  const struct law_measure *measure;
  const struct law_heading *heading; /* NULL: the measure's own statements */
  const struct law_stmt *stmts;
  uint32_t count;
};
uint32_t check_block_count(const struct law_measure *m); /* the measure and its headings */
struct check_block check_block_at(const struct law_measure *m, uint32_t i);

bool check_is_demand(enum law_stmt_kind k); /* rate, fee, ban, licence, promise */
bool check_is_state(enum law_stmt_kind k);  /* suspended, void, resumes, ends */
bool check_same_sort(const struct law_stmt *a, const struct law_stmt *b);
bool check_asks_question(const struct law_cond *c); /* a question is a conjunct of it */
bool check_only_question(const struct law_cond *c); /* nothing but questions, or no condition */
const char *check_word(enum law_stmt_kind k);       /* how the statement begins */

void check_acts(struct check *c);      /* cited, speaks */
void check_questions(struct check *c); /* questions */
void check_dates(struct check *c);     /* dates */
void check_lists(struct check *c);     /* lists */
void check_narrowed(struct check *c);  /* narrowed */
void check_dead(struct check *c);      /* dead */
void check_circle(struct check *c);    /* circle */
void check_deal(struct check *c);      /* controls and fees: cited, speaks, dates, entries, reach */

#endif
