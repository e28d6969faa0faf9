// SPDX-License-Identifier: Apache-2.0
// Answers for people and programs: text, JSON, JSON lines, CSV, and the proof.
#ifndef IMPOST_REPORT_H
#define IMPOST_REPORT_H

#include "impost/batch.h"
#include "impost/duty.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

enum imp_format { IMP_TEXT, IMP_JSON, IMP_JSONL, IMP_CSV, IMP_TSV };

/* What the lines of a file can be added up by; several may be asked for at once. */
enum imp_by {
  IMP_BY_PROGRAMME = 1, /* first three parts of the measure's name; fees too */
  IMP_BY_MONTH = 2,     /* of entry */
  IMP_BY_ORIGIN = 4,
  IMP_BY_CHAPTER = 8,
  IMP_BY_ENTRY = 16,
  IMP_BY_STATUS = 32 /* ok, range, prohibited, or the id of the refusal */
};

/* A file of lines being reported: begin, one call per line in order, end. Output is appended to `out`;
 * the caller may write and empty it between calls, so memory stays bounded. */
struct imp_report;
struct imp_report_options {
  enum imp_format format;
  int color;                  /* ANSI for a terminal */
  int ascii;                  /* text: ASCII alone, for terminals that are not UTF-8 */
  int width;                  /* text: columns; 0: 96 */
  int detail;                 /* 0 summary of a file, 1 bills, 2 why (clause by clause) */
  int proof;                  /* JSON: the proof instead of the bill */
  const char *const *columns; /* CSV out: names of the input columns, carried untouched */
  uint32_t column_count;
  unsigned by; /* of enum imp_by: these tables stand instead of the lines */
  int expect;  /* lines are compared with what was filed: imp_report_filed before each line */
  const char *
      description; /* of one line: what its code is called; must outlive the report. NULL: not said */
  const char *
      into; /* the place entered, called at or left: whose sources the answer rests on. NULL: the default one */
};
enum imp_status imp_report_begin(const struct imp_law *law, const struct imp_query *query,
                                 const struct imp_report_options *options, struct imp_report **out,
                                 struct imp_text *text, struct imp_error *err);
/* `cells` are the input columns of this line (column_count of them), NULL when there are none. */
enum imp_status imp_report_line(struct imp_report *r, const struct imp_line *line,
                                const struct imp_assessment *a, const char *const *cells,
                                struct imp_text *text, struct imp_error *err);
/* A line of the input that could not even be read as a line: it is reported as refused, the others go on.
 * `number` is the line's number in the input, `cells` as above (or NULL), `id` a refusal id. */
struct imp_bad_line {
  const char *entry;
  uint32_t number;
  const char *code, *from, *on; /* as far as they could be read; may be NULL */
  const char *id, *reason, *next;
};
enum imp_status imp_report_bad_line(struct imp_report *r, const struct imp_bad_line *bad,
                                    const char *const *cells, struct imp_text *text,
                                    struct imp_error *err);
/* Duty that was filed for the line that is reported next, in cents; IMP_NOT_FILED: none, or not readable. */
#define IMP_NOT_FILED INT64_MIN
void imp_report_filed(struct imp_report *r, int64_t cents);
/* What the code of the line that is reported next is called, in place of that of the options. */
void imp_report_describe(struct imp_report *r, const char *description);
/* Lines whose filed duty is not what was computed: below it or above it. */
uint32_t imp_report_differing(const struct imp_report *r);
/* Lines of one entry stand together; called after the last of them. `fees` NULL: the entry had more
 * lines than the caller holds together, the fees are reported as not computed. */
enum imp_status imp_report_entry(struct imp_report *r, const char *entry,
                                 const struct imp_fees *fees, struct imp_text *text,
                                 struct imp_error *err);
enum imp_status imp_report_end(struct imp_report *r, struct imp_text *text, struct imp_error *err);
/* How many lines were reported, and how many of them were refused, may not enter, or are ranges. */
struct imp_report_counts {
  uint32_t lines, refused, prohibited, ranges;
};
struct imp_report_counts imp_report_count(const struct imp_report *r);
/* What stands at the end of the text form (totals, refusals, tables), whatever the form; after the end. */
enum imp_status imp_report_summary(struct imp_report *r, struct imp_text *text,
                                   struct imp_error *err);
/* The exit code for what was reported: 0, 3 refused, 4 prohibited; strict counts ranges as refused;
 * 1 before all others when lines were compared with what was filed and differ. */
int imp_report_exit(const struct imp_report *r, int strict);
void imp_report_free(struct imp_report *r);

/* ---- many lines at once ----------------------------------------------------------------------------------
 * CSV and TSV of lines that a batch answered, byte for byte as imp_report_line writes them. A writer belongs to
 * one thread and one batch; what it counts comes into the report with imp_report_writer_take. */
struct imp_report_writer;
struct imp_report_row {
  const char *cells; /* input columns as they are to stand in the output: quoted, separated */
  size_t cells_size;
  uint32_t line; /* of the results */
  struct imp_batch_said said;
  int64_t dollars;
  const char *value; /* as it was given when it was rounded to whole dollars; else NULL */
  size_t value_size;
  bool day_lent; /* the line has no day of its own */
};
/* `r` and `b` must outlive the writer; `by` and `expect` are not for it. IMP_USAGE: another format. */
enum imp_status imp_report_writer_open(const struct imp_report *r, const struct imp_batch *b,
                                       struct imp_report_writer **out, struct imp_error *err);
void imp_report_writer_free(struct imp_report_writer *w);
enum imp_status imp_report_writer_row(struct imp_report_writer *w,
                                      const struct imp_results *results,
                                      const struct imp_report_row *row, struct imp_text *text,
                                      struct imp_error *err);
/* Lines that were answered one by one, or could not be read. `text` alone is written; an answer is counted by
 * imp_report_count_answer, in the order of the file, for the order of outcomes in the totals. */
enum imp_status imp_report_writer_line(struct imp_report_writer *w, const struct imp_line *line,
                                       const struct imp_assessment *a, const char *const *cells,
                                       struct imp_text *text, struct imp_error *err);
enum imp_status imp_report_writer_bad_line(struct imp_report_writer *w,
                                           const struct imp_bad_line *bad, const char *const *cells,
                                           struct imp_text *text, struct imp_error *err);
enum imp_status imp_report_count_answer(struct imp_report *r, const struct imp_assessment *a,
                                        struct imp_error *err);
/* Cells as they are to stand in the output. */
enum imp_status imp_report_writer_cells(const struct imp_report_writer *w, const char *const *cells,
                                        struct imp_text *text, struct imp_error *err);
/* Adds what the writer counted; it counts from nothing again. */
enum imp_status imp_report_writer_take(struct imp_report *r, struct imp_report_writer *w,
                                       struct imp_error *err);

/* The list of measures as text, JSON, CSV or TSV, in one call. */
enum imp_status imp_report_measures(const struct imp_law *law, const struct imp_query *query,
                                    const struct imp_measures *measures,
                                    const struct imp_report_options *options, struct imp_text *text,
                                    struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
