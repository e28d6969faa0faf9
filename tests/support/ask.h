// SPDX-License-Identifier: Apache-2.0
// Asking the law in a test: the shipped law opened once, one line asked, the answer at hand.
//
//   struct asked q = ask_line(law, &(struct imp_query){.known = "2025-11-12"}, &line);
//   ... q.answer ...
//   ask_done(&q);
//
// Include after <cmocka.h>. IMPOST_LAW_DIR names another folder of law than the one beside the tests.
#ifndef IMPOST_TESTS_ASK_H
#define IMPOST_TESTS_ASK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "impost/duty.h"

struct asked {
  struct imp_assessment *owner;
  const struct imp_answer *answer;
};

static inline const char *ask_folder(void) {
  const char *set = getenv("IMPOST_LAW_DIR");
  return set && *set ? set : IMPOST_ROOT "/law";
}

static inline struct imp_law *ask_open(void) {
  struct imp_law *law = NULL;
  struct imp_error err = {0};
  if (imp_law_open(ask_folder(), &law, &err) != IMP_OK)
    fail_msg("the law does not open: %s", err.message);
  return law;
}

static inline struct asked ask_line(const struct imp_law *law, const struct imp_query *query,
                                    const struct imp_line *line) {
  struct asked q = {0};
  struct imp_error err = {0};
  if (imp_duty(law, query, line, &q.owner, &err) != IMP_OK)
    fail_msg("%s of %s on %s: %s", line->code, line->from, line->on, err.message);
  q.answer = imp_assessment_answer(q.owner);
  return q;
}

static inline void ask_done(struct asked *q) {
  imp_assessment_free(q->owner);
  *q = (struct asked){0};
}

static inline const struct imp_row *ask_row(const struct imp_bill *b, const char *heading,
                                            enum imp_row_status status) {
  for (uint32_t i = 0; i < b->row_count; i++)
    if (b->rows[i].status == status && !strcmp(b->rows[i].heading, heading)) return &b->rows[i];
  return NULL;
}

/* The bill of an outcome, "approved"; the empty word: the bill without one. */
static inline const struct imp_bill *ask_bill(const struct imp_answer *a, const char *answer) {
  for (uint32_t i = 0; i < a->bill_count; i++) {
    const struct imp_bill *b = &a->bills[i];
    if (!*answer && !b->pick_count) return b;
    if (b->pick_count == 1 && !strcmp(b->picks[0].answer, answer)) return b;
  }
  return NULL;
}

/* A small repeatable source of numbers: xorshift, seeded by the test. */
static inline uint32_t ask_random(uint64_t *seed, uint32_t below) {
  *seed ^= *seed << 13;
  *seed ^= *seed >> 7;
  *seed ^= *seed << 17;
  return (uint32_t)(*seed >> 33) % below;
}

#endif
