// SPDX-License-Identifier: Apache-2.0
// Lines of a catalogue with what each was answered: the input's columns untouched, ours behind them.
#include <stdio.h>
#include <string.h>

#include "impost/licence.h"
#include "report/json_out.h"
#include "report/report.h"
#include "report/study.h"

static const char *const ours[] = {"answer",         "outcomes", "review",  "entry",
                                   "words of entry", "entries",  "control", "act",
                                   "hangs on",       "near",     "refused"};
enum { OURS = sizeof ours / sizeof *ours };

static void values_of(const struct imp_screened *x, char count[16], const char *out[OURS]) {
  snprintf(count, 16, "%u", (unsigned)x->entries);
  const char *const values[OURS] = {x->id ? "REFUSED" : imp_licence_word_text(x->word),
                                    x->outcomes,
                                    x->review,
                                    x->entry,
                                    x->words,
                                    count,
                                    x->control,
                                    x->act,
                                    x->hangs_on,
                                    x->near,
                                    x->id ? x->reason : ""};
  memcpy(out, values, sizeof values);
}

static void csv_row(const char *const *left, uint32_t n, const char *const *right, char sep,
                    struct buf *b) {
  for (uint32_t i = 0; i < n + OURS; i++) {
    if (i) buf_putc(b, sep);
    report_csv_cell(b, str_of(i < n ? left[i] : right[i - n]), sep);
  }
  buf_putc(b, '\n');
}

static void json_row(const char *const *names, const char *const *cells, uint32_t n,
                     const char *const *values, struct buf *b) {
  struct json_out j = {.out = b};
  json_open(&j, NULL, '{');
  json_open(&j, "line", '{');
  for (uint32_t i = 0; i < n; i++) json_text(&j, names[i], cells[i]);
  json_close(&j, '}');
  for (uint32_t i = 0; i < OURS; i++) json_maybe(&j, ours[i], values[i]);
  json_close(&j, '}');
  buf_putc(b, '\n');
}

enum imp_status imp_report_screened(const struct imp_screened *x, const char *const *names,
                                    const char *const *cells, uint32_t count,
                                    enum imp_format format, struct imp_text *text,
                                    struct imp_error *err) {
  const char *values[OURS];
  char entries[16];
  struct buf b = study_borrow(text);
  bool json = format == IMP_JSON || format == IMP_JSONL;
  char sep = format == IMP_TSV ? '\t' : ',';
  if (x) values_of(x, entries, values);
  if (!x && !json) csv_row(names, count, ours, sep, &b);
  if (x && !json) csv_row(cells, count, values, sep, &b);
  if (x && json) json_row(names, cells, count, values, &b);
  return study_give_back(text, &b, err);
}
