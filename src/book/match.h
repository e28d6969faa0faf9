// SPDX-License-Identifier: Apache-2.0
// Whether a code or a place stands in a set, with the member that says so.
//
// A list is painted like everything else: of the lines known and in their window that day, the last written
// one that names the code decides, add or drop. A ten-digit member outlives its number: after a
// renumbering it holds the successors (docs/assessment.md), and the answer says so.
#ifndef IMPOST_BOOK_MATCH_H
#define IMPOST_BOOK_MATCH_H

#include "book/view.h"
#include "names/names.h"

enum match_verdict {
  MATCH_NO,
  MATCH_YES,
  MATCH_PART /* `ex "…"`: only part of the code's goods; the words say which */
};

struct match {
  enum match_verdict verdict;
  struct law_pos member; /* the member that matched; line 0 for `all` or none */
  struct str ex;         /* PART: the words */
  uint64_t through;      /* the old number through which it matched, 0 when direct */
};

/* Which lists name a code (or a number it grew out of) at all, on any day: most lists do not, and are then
 * not looked through. Measures whose goods cannot hold it on any day, or that say nothing of their own, are not looked at
 * either. Worked out once per code. */
struct mentions {
  uint64_t code;
  uint64_t before[NAMES_ANCESTORS_MAX]; /* the numbers its goods had, back along renumberings */
  uint32_t before_count;
  const bool *lists;    /* law->list_count of them */
  const bool *measures; /* law->measure_count of them */
};
bool mentions_of(struct arena *a, const struct law *law, const struct names *names, uint64_t code,
                 struct mentions *out);

/* Of numbers of one eight-digit line: like[i] is the first of which the law says, on every day, what it says of number
 * i; i itself when there is none. A number that grew out of another is like no other. */
void numbers_alike(const struct law *law, const struct names *names, const uint64_t *numbers,
                   uint32_t n, uint32_t *like);

struct matcher {
  const struct view *view;
  const struct mentions *mentions; /* of the code */
  imp_day on;
  uint16_t origin;
  int minute; /* of the day; below 1: its start */
};

struct match match_goods(const struct matcher *m, const struct law_set *set);
struct match match_origin(const struct matcher *m, const struct law_set *set);
bool match_place(const struct matcher *m, const struct law_set *set, uint16_t place);

#endif
