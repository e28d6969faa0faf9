// SPDX-License-Identifier: Apache-2.0
// What could be asked about a line, before any of it is tried: names, and the options to type.
#ifndef IMPOST_BOOK_ASK_H
#define IMPOST_BOOK_ASK_H

#include "book/answer.h"
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
};

/* Facts the tests of the measures in scope name and the line does not state, each with the answers
 * those tests tell apart. `full` is the line's answer with its unclaimed benefits. */
bool ask_find(struct answer_job *job, const struct imp_answer *full, struct ask_topics *out);

#endif
