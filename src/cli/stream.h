// SPDX-License-Identifier: Apache-2.0
// Files of lines at speed: blocks of whole records become columns, a batch answers them, CSV comes out.
//
//   stream.c        blocks, threads, order; what is counted comes into the report
//   stream_block.c  one block: records to columns
//   stream_answers.c  columns to answers, rows of the output
//   stream_entries.c  lines of one entry, across blocks; its fees
//   stream_cells.c  texts of cells to ids, each text once
//   stream_forms.h  cells of the commonest form
//   marks.c         where the separators stand
//
// A record that has a quote, a byte above ASCII that is wrong, spaces around a cell, or anything else out of
// the ordinary is read by sheet.c and record.c as before; a line that the batch cannot answer is asked of
// imp_duty. The output is the same, byte for byte, as without all this (--plain); tests hold them together.
// Invariant: blocks are written in the order of the file, whatever the number of threads.
#ifndef IMPOST_CLI_STREAM_H
#define IMPOST_CLI_STREAM_H

#include "cli/batch.h"
#include "cli/stream_forms.h"

enum {
  STREAM_BLOCK = 1 << 16,
  STREAM_LINES = 1024,
  STREAM_CELLS_MOST = SHEET_CELLS_MOST,
};

/* ---- cells --------------------------------------------------------------------------------------------- */

struct cell_value { /* what a text means in its column */
  const char *text; /* as the line has it; NULL: empty */
  uint32_t id;      /* code, place, set of facts, unit */
  int32_t day;
  bool closer; /* the line wants a closer look */
  bool empty;
  bool claims; /* a set of facts with claims */
};

struct cell_slot { /* the first sixteen bytes of the text stand here, the rest behind p */
  uint64_t head[2];
  const char *p;
  uint32_t n, hash;
  bool used;
  struct cell_value value;
};

struct cells { /* texts of one kind of column */
  struct cell_slot *slots;
  size_t size, count;
  struct arena arena;
};

struct encoder { /* one thread's */
  struct imp_batch *batch;
  const struct batch *run;
  struct cells codes, places, days, units, facts;
  struct forms forms;
  uint32_t strays; /* codes that are none and are kept */
  struct arena last_arena;
  struct cell_value last_code;                        /* one that the forms keep */
  uint32_t stating[STREAM_CELLS_MOST], stating_count; /* columns that state facts and claims */
  struct buf key;
};

void encoder_open(struct encoder *e, const struct batch *run);

/* Cells of the commonest form that were met before. False: the calls below have to look. */
static inline bool quick_code(const struct encoder *e, struct str cell, uint32_t *id) {
  uint64_t number = e->forms.codes != NULL ? forms_code(cell) : 0;
  if (number == 0) return false;
  uint64_t slot = e->forms.codes[forms_slot(e->forms.codes, number)];
  *id = (uint32_t)slot & ((1u << FORMS_ID_BITS) - 1);
  return slot != 0;
}

static inline bool quick_place(const struct encoder *e, struct str cell, uint32_t *id) {
  uint32_t at = forms_place(cell);
  if (at == FORMS_PLACES || e->forms.places[at] == 0) return false;
  *id = e->forms.places[at] - 1;
  return true;
}

static inline bool quick_unit(const struct encoder *e, struct str cell, uint32_t *id) {
  if (cell.n - 1 > 7) return false;
  uint64_t head = forms_head(cell);
  const struct forms_unit *u = &e->forms.units[forms_unit_slot(head)];
  *id = u->id;
  return u->head == head;
}

static inline bool quick_day(const struct encoder *e, struct str cell, int32_t *day) {
  uint32_t at = e->forms.days != NULL ? forms_day(cell) : FORMS_DAYS;
  if (at == FORMS_DAYS || e->forms.days[at] == 0) return false;
  *day = e->forms.days[at] - 1;
  return true;
}

/* A code that no schedule has, and one too many to be kept: its lines are left to imp_duty. */
bool encode_is_stray(struct encoder *e, const char *code);
/* Sixteen bytes behind a cell may be read. NULL: out of memory. Values are good until the next call for the same column. */
const struct cell_value *encode_code(struct encoder *e, struct str cell);
const struct cell_value *encode_place(struct encoder *e, struct str cell);
const struct cell_value *encode_day(struct encoder *e, struct str cell);
const struct cell_value *encode_unit(struct encoder *e, struct str cell);
/* Cells of all columns that state facts and claims. */
const struct cell_value *encode_facts(struct encoder *e, const struct str *cells);
/* Digits with a fraction or without: whole dollars, half up. *rounded: it was not whole. False: anything else. Sixteen
 * bytes behind the cell may be read. */
bool encode_value(struct str cell, int64_t *dollars, bool *rounded);
/* In thousandths. False: anything but digits with at most three behind the point. */
bool encode_quantity(struct str cell, int64_t *thousandths);
void encoder_free(struct encoder *e);

/* ---- blocks ---------------------------------------------------------------------------------------------- */

struct run_columns { /* answered lines of a block, in the ids of its worker, for their fees */
  uint32_t *code, *place, *fact_line, *fact_set;
  int32_t *day;
  int64_t *value;
  size_t code_cap, place_cap, fact_line_cap, fact_set_cap, day_cap, value_cap;
  uint32_t count, fact_count;
};

struct entry_run { /* lines of a block that stand together in one entry */
  char *name;      /* heap; NULL: its entry cannot be read, it goes with the lines before it */
  uint32_t first, count; /* its lines in the columns of the block, */
  bool in_words;         /* or one of them is none of columns, and all are kept in words */
  struct kept kept;
  struct imp_fees *fees; /* of an entry that is whole; then nothing is kept */
};

struct block {
  struct buf held;
  const char *bytes; /* whole records, in `held` */
  size_t size;
  bool has_broken; /* instead: a record without an end */
  struct item broken;
  uint64_t line;  /* of the file, at which it begins */
  uint32_t lines; /* in it, once answered */
  struct imp_text out;
  struct imp_assessment **plain; /* to be counted in the order of the file */
  size_t plain_count, plain_cap;
  struct entry_run *runs; /* when fees are wanted */
  size_t run_count, run_cap;
  struct run_columns columns; /* of them */
  enum imp_status status;
  struct imp_error err;
};

struct worker { /* one thread's */
  bool fees;    /* are wanted */
  const struct batch *run;
  struct encoder encoder;
  struct imp_report_writer *writer;
  struct columns_memory *memory;
  uint32_t *marks;
  size_t mark_cap;
};

enum imp_status worker_open(struct worker *w, const struct batch *run, struct imp_error *err);
void worker_free(struct worker *w);
/* Adds what the worker counted to the report. */
enum imp_status worker_take(struct imp_report *r, struct worker *w, struct imp_error *err);
enum imp_status worker_block(struct worker *w, struct block *k, struct imp_error *err);

/* ---- entries --------------------------------------------------------------------------------------------- */

struct entry_hand { /* the entry at hand, where blocks are written */
  char *name;       /* heap; NULL: none yet */
  struct kept kept;
  struct imp_fees *fees; /* NULL: not yet worked out */
};

/* The next line of the block is of the entry of this name; NULL: its entry cannot be read. False: out of memory. */
bool runs_line(struct block *k, const struct str *name);
/* It is line i of the worker's columns, with this set of facts, and was answered. False: out of memory. */
bool runs_keep(const struct worker *w, struct block *k, const struct imp_columns *in, uint32_t i,
               uint32_t set);
/* The same of a line that columns cannot hold. */
bool runs_keep_words(const struct worker *w, struct block *k, const struct imp_line *line);
enum imp_status runs_fees(const struct worker *w, struct block *k, struct imp_error *err);
void runs_forget(struct block *k);
void runs_free(struct block *k);
/* The runs of a block, in order; entries that end are reported. */
enum imp_status hand_runs(struct batch *b, struct entry_hand *h, struct block *k,
                          struct imp_error *err);
enum imp_status hand_close(struct batch *b, struct entry_hand *h, struct imp_text *text,
                           struct imp_error *err);
void hand_free(struct entry_hand *h);

/* Can the run be answered so? After the heading was read and the options are known. */
bool stream_fits(const struct batch *b);
enum imp_status stream_run(struct batch *b, struct imp_error *err);

#endif
