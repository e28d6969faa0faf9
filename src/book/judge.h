// SPDX-License-Identifier: Apache-2.0
// Judging the law by what it says of itself: asserts beside the measures, and cases worked by hand.
#ifndef IMPOST_BOOK_JUDGE_H
#define IMPOST_BOOK_JUDGE_H

#include "base/diag.h"
#include "book/open.h"

enum book_diag {
#define BOOK_DIAG(id, text, check, level, line) BOOK_##id,
#include "book/diagnostics.def"
#undef BOOK_DIAG
  BOOK_DIAG_COUNT
};
struct book_diag_row {
  const char *id, *check, *line;
  enum diag_level level;
};
extern const struct book_diag_row book_diag_table[BOOK_DIAG_COUNT];

struct case_seen { /* a case met, so that names stay unique over all files */
  const char *name, *path;
  uint32_t line;
};

struct judge {
  const struct imp_law *law;
  struct diag_list *diags;
  uint32_t asserts, cases; /* judged so far */
  bool no_memory;
  struct case_seen *seen;
  size_t seen_count, seen_cap;
  struct arena seen_texts;
};
/* Lets go of the names of the cases met. */
void judge_cases_forget(struct judge *j);

void judge_finding(struct judge *j, enum book_diag id, const char *file, struct str bytes,
                   uint32_t line, const char *next, const char *format, ...)
    __attribute__((format(printf, 7, 8)));

/* Every assert of the law; one that does not hold is a finding at its line. */
void judge_asserts(struct judge *j);

/* Every .case file below the law's folder (or one file: path, bytes). */
enum imp_status judge_cases(struct judge *j, struct imp_error *err);
void judge_case_text(struct judge *j, const char *path, struct str bytes);

#endif
