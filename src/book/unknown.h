// SPDX-License-Identifier: Apache-2.0
// The facts a line leaves open: found by walking the tests of every candidate, with the values worth trying.
#ifndef IMPOST_BOOK_UNKNOWN_H
#define IMPOST_BOOK_UNKNOWN_H

#include "book/complete.h"

enum { UNKNOWN_MAX = 12, CHOICES_MAX = 24 };

struct choice {
  struct fact_value value; /* of a fact */
  bool yes;                /* of a described heading (`ex`) */
  const char *text;        /* "before 2025-04-05", "less than 15%", "yes" */
};

struct unknown {
  uint32_t fact;                  /* LAW_NONE: a described heading */
  struct str label;               /* of the heading */
  struct str words;               /* what to ask */
  struct rat limits[CHOICES_MAX]; /* thresholds named, shares or dollars */
  uint32_t limit_count;
  struct choice choices[CHOICES_MAX];
  uint32_t choice_count;
};

struct unknowns {
  struct unknown *items; /* room for UNKNOWN_MAX, made for the first: most lines have none */
  uint32_t count;
  bool too_many, no_memory;
  struct text_list assumed;
};

/* Walks all measures in scope of a prepared evaluation. False: out of memory. */
bool unknowns_find(struct eval *e, struct unknowns *out);

#endif
