// SPDX-License-Identifier: Apache-2.0
// Inside of reading a file of lines: rows become lines, lines stand in chunks, chunks are answered by several
// threads and reported in order.
//
//   batch_rows.c   rows of the file → items; rows of one ES-003 line together; where an entry ends
//   batch_work.c   a chunk of steps: answered side by side, fees of the entries that end in it, then reported
//   batch.c        the run: options, heading, output, exit code
//
// Invariant: steps are reported in the order of the file, whatever the number of threads; memory is that of a
// chunk and of what the fees of the entry at hand need.
#ifndef IMPOST_CLI_BATCH_H
#define IMPOST_CLI_BATCH_H

#include "cli/cli.h"
#include "cli/record.h"
#include "cli/sheet.h"
#include "cli/xlsx_out.h"
#include "impost/batch.h"
#include "impost/entry.h"

#define BATCH_ENTRY_LINES                                                                          \
  100000u /* most lines, alike ones as one, of an entry whose fees are computed */
#define BATCH_CHUNK      256u /* steps answered together */
#define BATCH_JSON_USUAL 5u   /* columns a JSON line always has: entry, code, from, on, value */
#define BATCH_JOBS_MOST  64u

struct item {         /* a line as it was read */
  struct arena arena; /* everything of it but the answer */
  struct record *record;
  const char **cells;
  const char *sheet_wrong; /* what the reader of the table said */
  uint64_t file_line;
};

struct kept { /* what the fees of an entry need of its lines, copied small */
  struct arena arena;
  struct imp_line *lines;
  size_t count, cap;
  int64_t *dollars; /* of each line; 0 where values do not add up */
  char **sums;      /* text of each that is a sum; NULL: it is none */
  size_t dollars_cap, sums_cap;
  uint32_t *slots; /* lines by what they are alike in, plus one */
  size_t slot_count, used;
  bool too_many; /* the entry has more of them than are held */
};

enum step_kind { STEP_LINE, STEP_PASSED /* not the line asked for */, STEP_CLOSE };

struct step {
  enum step_kind kind;
  struct item item;              /* LINE, PASSED */
  struct imp_assessment *answer; /* LINE that could be read */
  char *entry;                   /* CLOSE: its name, on the heap */
  struct kept kept;              /* CLOSE */
  struct imp_fees *fees;         /* CLOSE */
  enum imp_status status;
  struct imp_error err;
};

struct batch {
  struct cli *cli;
  const char *file;
  struct sheet_reader sheet;
  bool json;
  struct arena head; /* the heading line */
  struct columns columns;
  const char *
      *names; /* JSON: columns of the answer, the usual five and the other keys of the first line */
  uint32_t name_count;
  struct sheet_record first; /* JSON: that line, read ahead */
  bool has_first;
  struct item *rows; /* not yet a step: one line, or the rows of one in ES-003 */
  uint32_t count;
  size_t cap;
  char *entry_name; /* heap; NULL: none yet */
  struct step *steps;
  uint32_t step_count;
  bool fees_sum;                            /* fees of an entry are those of its sums */
  struct kept kept;                         /* of the entry at hand, as far as answered */
  struct imp_batch *quick[BATCH_JOBS_MOST]; /* of each thread, once it has answered a line */
  uint32_t jobs, chunk;
  struct imp_report *report;
  struct xlsx_out *book; /* NULL: the answer is text */
  struct imp_text text;
  struct imp_entry_summary *summary; /* NULL: bills */
  struct imp_text dropped;           /* with summaries: what is said of lines, not written */
  uint32_t number;                   /* lines seen */
  uint32_t ordinal;                  /* lines reported, or passed over for --line */
  uint32_t only;                     /* --line, 0: all */
  const char *expect;                /* --expect, NULL */
  bool found;                        /* that line was there */
  uint32_t printed;                  /* progress */
};

/* batch_rows.c: takes in one row of the file; at the end of the file what is still held. */
enum imp_status batch_row(struct batch *b, const struct sheet_record *row, struct imp_error *err);
enum imp_status batch_rows_end(struct batch *b, struct imp_error *err);
void batch_rows_free(struct batch *b);

/* batch_work.c: a step at the end of the chunk, owned by it from then on also when this fails; a full chunk is
 * answered and reported. */
enum imp_status batch_step(struct batch *b, const struct step *step, struct imp_error *err);
enum imp_status batch_flush(struct batch *b, struct imp_error *err);
enum imp_status batch_put(struct batch *b, struct imp_error *err);
void batch_work_free(struct batch *b);
void batch_item_free(struct item *i);
/* A row as a line with its cells; what is wrong with it stands in it. `number` of the line. */
enum imp_status batch_read_item(const struct batch *b, const struct sheet_record *row,
                                uint32_t number, struct item *out, struct imp_error *err);
bool batch_is_bad(const struct item *i);
/* What is told of a bad line; `reason` holds its words. */
enum imp_status batch_bad_line(const struct batch *b, const struct item *i, struct buf *reason,
                               struct imp_bad_line *out, struct imp_error *err);
/* Fees look at code, origin, day, value, facts and claims; the rest of the line is let go. False: out of memory. */
/* `sums`: lines alike in all but number and value may be put together (imp_fees_add_up). */
bool kept_add(struct kept *k, const struct imp_line *line, bool sums);
void kept_free(struct kept *k);
void batch_progress(struct batch *b);
/* Fees of entries are shown somewhere in the answer. */
bool batch_wants_fees(const struct batch *b);

#endif
