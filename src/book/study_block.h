// SPDX-License-Identifier: Apache-2.0
// What a block of law says on a day, whatever the line: its current demand, and what silences it.
//
// This is the law seen without goods: a heading, or the statements of a measure itself.
#ifndef IMPOST_BOOK_STUDY_BLOCK_H
#define IMPOST_BOOK_STUDY_BLOCK_H

#include "book/view.h"

struct study_block {
  const struct law_stmt *demand;  /* current rate, fee, ban, … ; NULL: nothing in its window */
  const struct law_stmt *silence; /* of the block or a name above; NULL: it speaks */
  imp_day silence_end;
  struct rat points;                /* taken off its rates */
  const struct law_stmt *points_by; /* the last written that takes them; NULL: none */
};

/* Statements of one sort compete with each other only; demands are one sort. */
bool study_is_demand(const struct law_stmt *s);

/* `rows` is scratch for as many clock rows as the largest block has statements. */
struct study_block study_block_on(const struct view *v, struct clock_stmt *rows, uint32_t m,
                                  uint32_t h, imp_day day);
/* A statement of the block that is the current one of its sort that day and not silenced. */
bool study_speaks(const struct view *v, struct clock_stmt *rows, uint32_t m, uint32_t h,
                  const struct law_stmt *s, imp_day day);
/* The statement of the same sort in the block that is current that day and not silenced; NULL: none. */
const struct law_stmt *study_sort_on(const struct view *v, struct clock_stmt *rows, uint32_t m,
                                     uint32_t h, const struct law_stmt *like, imp_day day);
bool study_same_sort(const struct law_stmt *a, const struct law_stmt *b);
/* The statements of the block: of heading h, or of the measure itself when h is LAW_NONE. */
const struct law_stmt *study_block_stmts(const struct law *law, uint32_t m, uint32_t h,
                                         uint32_t *n);
uint32_t study_block_most(const struct law *law); /* statements of the largest block */

#endif
