// SPDX-License-Identifier: Apache-2.0
// What the files of the case runner share: a case as read, and where it stands.
#ifndef IMPOST_BOOK_JUDGE_CASE_H
#define IMPOST_BOOK_JUDGE_CASE_H

#include "book/judge.h"
#include "impost/duty.h"

enum { ROWS_MAX = 40, BILLS_MAX = 16, WORDS_MAX = 32, PAIRS_MAX = 16, TEXT_MAX = 96 };

struct case_row {
  char heading[TEXT_MAX], rate[TEXT_MAX];
  int64_t base, amount;
  bool zero;
  uint32_t line;
};
struct case_bill {
  struct imp_pair picks[PAIRS_MAX];
  uint32_t pick_count;
  struct case_row rows[ROWS_MAX];
  uint32_t row_count;
  int64_t low, high, void_part;
  bool has_duty, is_range, prohibited; /* no sum: the goods may not be imported */
  uint32_t line;
};
struct one_case {
  const char *name;
  uint32_t line;
  struct imp_line entry;
  struct imp_pair facts[PAIRS_MAX];
  const char *claims[PAIRS_MAX];
  struct imp_query query;
  const char *refused[WORDS_MAX];
  uint32_t refused_count;
  bool is_refused, has_entry, broken;
  struct case_bill *bills;
  uint32_t bill_count;
};
struct case_reader {
  struct judge *j;
  struct arena arena;
  const char *path;
  struct str bytes;
  struct one_case c;
  bool open;
};

/* Words of a line up to a comment, at most WORDS_MAX; 0 and judge.no_memory when out of memory. */
uint32_t case_words(struct case_reader *r, struct str line, const char **words);

/* One indented line of the case that is open. */
void case_line(struct case_reader *r, struct str text, uint32_t line);

/* A finding that the case is not written as one. */
void case_wrong(struct case_reader *r, uint32_t line, const char *what);

/* A finding that the case does not hold. */
void case_fails(struct case_reader *r, uint32_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Compares the answer with the bills of the case. */
void case_compare(struct case_reader *r, const struct imp_answer *a);

#endif
