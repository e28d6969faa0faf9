// SPDX-License-Identifier: Apache-2.0
// Diagnostics: what is wrong with a text, where, in plain words, and what to do next.
//
// All findings are collected, not the first. A diagnostic has a stable id from one table per room
// (law/diagnostics.def, ...); a test fails for an id without an example file.
#ifndef IMPOST_BASE_DIAG_H
#define IMPOST_BASE_DIAG_H

#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"

enum diag_level { DIAG_ERROR, DIAG_WARNING };

struct diag {
  const char *id; /* static text, "parse.date" */
  enum diag_level level;
  const char *file;  /* relative path as shown; owned by the list's arena */
  uint32_t line;     /* from 1; 0: the file as a whole */
  uint32_t col;      /* from 1, in code points */
  uint32_t width;    /* code points under the caret line, at least 1 */
  struct str source; /* the line's text without its end, may be empty */
  const char *message;
  const char *next; /* what to do next; never NULL, may be "" */
};

struct diag_list {
  struct arena arena;
  struct diag *items; /* in the order found; diag_sort puts them by file, line, column */
  size_t count;
  size_t cap;
  size_t errors;
  bool failed; /* out of memory while adding */
};

void diag_add(struct diag_list *list, const struct diag *d, const char *format, ...)
    __attribute__((format(printf, 3, 4))); /* copies; message comes from the format */
void diag_sort(struct diag_list *list);
void diag_print(const struct diag_list *list, struct buf *out); /* text with caret, for people */
void diag_free(struct diag_list *list);

#endif
