// SPDX-License-Identifier: Apache-2.0
// What could be asked about a line, before any of it is tried: names, and the options to type.
#ifndef IMPOST_BOOK_ASK_H
#define IMPOST_BOOK_ASK_H

#include "book/answer.h"
#include "book/open.h"
#include "book/query.h"
#include "impost/ask.h"

enum { ASK_ITEMS_MAX = 160, ASK_OPTIONS_MAX = 16 };

struct ask_option { /* one answer: a fact with its value, or a claim (value NULL) */
  const char *name, *value;
};

struct ask_topic {
  enum imp_ask_kind kind;
  uint32_t fact; /* LAW_NONE: a described heading or a claim */
  const char *name, *question, *presumed;
  struct ask_option options[ASK_OPTIONS_MAX];
  uint32_t option_count;
};

struct ask_topics {
  struct ask_topic *items; /* at most ASK_ITEMS_MAX */
  uint32_t count;
  bool no_memory;
  bool by_value; /* amounts among the options are shares of the value of this line */
  bool by_code;  /* words of a list are among them, which are another code's on another line */
};

struct ask_trial { /* what one answer gives */
  enum imp_line_status status;
  const char *reason; /* of a refusal */
  const struct imp_bill *bills;
  uint32_t bill_count;
  int64_t fee_low, fee_high;
  struct imp_assessment *owner; /* of these, or NULL */
};

struct imp_ask {
  struct arena arena;
  struct imp_assessment *start; /* NULL: only what `told` has is known */
  struct imp_answer told;
  struct imp_ask_item *items;
  uint32_t count;
};

/* Facts the tests of the measures in scope name and the line does not state, each with the answers
 * those tests tell apart. `full` is the line's answer with its unclaimed benefits. */
bool ask_find(struct answer_job *job, const struct imp_answer *full, struct ask_topics *out);
/* The same without claims, as `full` alone can say which are worth making. */
bool ask_find_facts(struct answer_job *job, struct ask_topics *out);

/* The line with an option stated; its lists are in the arena. False: out of memory. */
bool ask_state(struct arena *a, const struct imp_line *from, const struct ask_option *o,
               struct imp_line *line);
/* The line read for the walk over its tests; its first number stands for an 8-digit code. */
bool ask_read(const struct imp_law *law, const struct imp_line *line, struct arena *scratch,
              const struct query *q, struct answer_job *job);
/* Whether an answer changes what the line gives without it, and one of them gives a bill. */
bool ask_moves(const struct ask_trial *start, const struct ask_trial *trials, uint32_t n);
/* Adds the topic, tried, to the items, which have room. False: out of memory. */
bool ask_keep(struct imp_ask *ask, const struct law *law, const struct ask_topic *t,
              const struct ask_trial *start, const struct ask_trial *trials);
void ask_sort(struct imp_ask *ask); /* most money first */

#endif
