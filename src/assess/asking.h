// SPDX-License-Identifier: Apache-2.0
// A line on its way to its program.
#ifndef IMPOST_ASSESS_ASKING_H
#define IMPOST_ASSESS_ASKING_H

#include "assess/batch_own.h"

struct asking {
  struct imp_batch *b;
  const struct asked_line *l;
  uint64_t number;
  uint32_t class, place_class, segment, tariff, reading, stated, mask, signature, entry, results;
  uint32_t
      beside; /* a program of many codes, when one for this code alone is wanted; else NOTHING */
  bool bare, fine, sure;
  struct quote base;
  struct given *given;
  uint32_t stated_parts, pattern; /* bits by part; number of the pattern */
  int64_t parts[PARTS_MAX];
};

/* What the line states of its value, in a set of facts or in columns. A refusal's id, or NULL. */
const char *asking_parts(struct asking *a);
/* Two stated parts may lie in one another: the book says what that gives. */
bool asking_crossed(const struct asking *a);
/* The cells of the value as the book cuts them: stated parts that are something, then the rest. */
void asking_cut(struct asking *a);
/* The parts as facts of the line. False: out of memory. */
bool asking_state_parts(struct asking *a, struct arena *scratch, struct line *l);
/* A number for what the law can ask of the parts; NOTHING: out of memory. */
uint32_t asking_pattern(struct asking *a);

#endif
