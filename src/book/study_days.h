// SPDX-License-Identifier: Apache-2.0
// Days on which anything written may begin or end: the places worth asking at.
//
// Only what is known counts. The set grows as it must and holds each day once.
#ifndef IMPOST_BOOK_STUDY_DAYS_H
#define IMPOST_BOOK_STUDY_DAYS_H

#include "book/view.h"
#include "names/names.h"

struct study_days {
  struct arena *arena;
  imp_day *items;
  uint32_t count, cap;
  imp_day after; /* days up to this one, it too, are not taken */
  bool failed;   /* out of memory; sticky */
};

void study_days_add(struct study_days *d, imp_day day);
/* Edges of statements, and of tests like `entered before 2025-05-28`. */
void study_days_add_block(struct study_days *d, const struct view *v, const struct law_stmt *s,
                          uint32_t n);
void study_days_add_measure(struct study_days *d, const struct view *v, uint32_t m);
void study_days_add_lists(struct study_days *d, const struct view *v);
/* Every measure, list, and the tariff line and numbers of an 8-digit code. */
void study_days_add_all(struct study_days *d, const struct view *v);
void study_days_add_code(struct study_days *d, const struct names *n, uint32_t code8);
/* In order, each once. */
void study_days_sort(struct study_days *d);

#endif
