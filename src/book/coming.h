// SPDX-License-Identifier: Apache-2.0
// What changes within days to come, while it is gathered: duties and questions here, the other half of the law in
// the room `deal`, which makes the whole of it (impost/study.h).
#ifndef IMPOST_BOOK_COMING_H
#define IMPOST_BOOK_COMING_H

#include "book/query.h"
#include "impost/study.h"

struct imp_upcoming {
  struct arena arena;
  struct imp_coming *items;
  uint32_t count, cap;
  const char *on, *until;
};

struct coming {
  struct imp_upcoming *u;
  struct arena *arena; /* of `u` */
  const struct law *law;
  struct query
      query; /* every question the user did not pick is assumed to stand: nothing pending */
  struct clock_stmt *rows;
  imp_day on, last;
};

/* A new item, empty; NULL: out of memory. */
struct imp_coming *coming_push(struct coming *f);
/* "CN" of the name cn.oct25. NULL: out of memory. */
const char *coming_side(struct coming *f, struct str name);
/* "us-cn.truce=extended". NULL: out of memory. */
const char *coming_outcome(struct coming *f, uint32_t question, uint32_t answer);
/* ", at 13:01 Asia/Shanghai" behind some words, for law that changes in the course of a day; the words themselves for
 * minute 0. NULL: out of memory. */
/* "10% becomes 34%"; of nothing before "begins: 34%", of a suspension that is put off "stays suspended until …". */
const char *coming_becomes(struct coming *f, const char *before, const char *after);
const char *coming_clock(struct coming *f, const char *words, struct str name, int minute);

/* Edges of measures and lists; questions that fall due. False: out of memory. */
bool coming_of_measures(struct coming *f);
bool coming_of_questions(struct coming *f);

#endif
