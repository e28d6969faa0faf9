// SPDX-License-Identifier: Apache-2.0
// Inside the source room: an official edition of the tariff schedule on its way into our tables.
//
// The idea is a line of small steps, each with its own structure:
//
//   export (JSON or CSV) -> rows as printed -> tariff lines in our spelling -> folded into the table
//                                          \-> chains of texts -> where the goods of an ended number went
//
// A step either understands a row or adds a finding that names it; an edition with a finding writes
// nothing. Texts of the edition (goods descriptions) never enter our tables.
#ifndef IMPOST_SOURCE_SOURCE_H
#define IMPOST_SOURCE_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/diag.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

#define SOURCE_FILE_MAX     ((size_t)64 << 20) /* bytes of an export */
#define SOURCE_ROWS_MAX     200000u            /* rows of an edition; there are 36,000 */
#define SOURCE_FINDINGS_MAX 200u               /* more of them are counted, not kept */

/* ---- an edition as printed ---- */

struct source_row {
  uint64_t code;           /* digits of the number without dots; 0 when there is none */
  uint32_t digits;         /* 4, 6, 8 or 10; 0: a heading text without number */
  uint32_t line;           /* of the file, from 1 */
  uint32_t depth;          /* "indent" */
  struct str number, text; /* cleaned: no markup, entities or double blanks */
  struct str units;        /* cleaned entries, each followed by a line feed */
  struct str general, special, other;
};

struct source_rows {
  struct source_row *items; /* heap */
  size_t count, cap;
  uint32_t padded;  /* six-digit numbers that had lost a 0 at the end */
  uint32_t rounded; /* rates that a spreadsheet had rounded */
};

/* What is being read, for findings. */
struct source_file {
  const char *path;
  bool csv;
  struct str bytes;
  struct arena *arena; /* takes everything that is kept */
  struct diag_list *diags;
  uint32_t findings; /* all, also those beyond SOURCE_FINDINGS_MAX */
  bool no_memory;
};

/* Adds a finding with an id of diagnostics.def ("rate" -> "import.rate"). */
void source_find(struct source_file *f, const char *word, uint32_t line, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Reads an export whole; JSON or CSV is told by the bytes. Rows are added to `rows`. Findings say what was not
 * understood; a status other than IMP_OK says that nothing could be read at all. */
enum imp_status source_read(struct source_file *f, struct source_rows *rows, struct imp_error *err);
/* The same with f->bytes given. */
void source_read_bytes(struct source_file *f, struct source_rows *rows);
void source_rows_free(struct source_rows *rows);

/* The two readers, called by source_read. */
void source_read_json(struct source_file *f, struct source_rows *rows);
void source_read_csv(struct source_file *f, struct source_rows *rows);

enum source_field {
  SOURCE_NUMBER,
  SOURCE_INDENT,
  SOURCE_TEXT,
  SOURCE_UNITS,
  SOURCE_GENERAL,
  SOURCE_SPECIAL,
  SOURCE_OTHER,
  SOURCE_FIELDS
};

/* Adds a row from its fields; units have their entries followed by line feeds. */
void source_row_add(struct source_file *f, struct source_rows *rows, uint32_t line,
                    const struct str fields[SOURCE_FIELDS]);

/* Appends official text without tags, entities and double blanks; m2 however it was set. */
void source_clean(struct str raw, struct buf *out);
/* "8507.60.00" to its digits; 4, 6, 8 or 10 of them. False for anything else. */
bool source_number(struct str text, uint64_t *code, uint32_t *digits);
void source_print_code(uint64_t code, uint32_t digits, struct buf *out);

/* ---- rates and units in our spelling (docs/tables.md) ---- */

struct source_reading { /* said by hand in a corrections file */
  struct str printed, reads;
  bool unit;
};

struct source_readings {
  struct source_reading *items; /* heap */
  size_t count, cap;
};

/* Append our spelling; false: the text fits nothing known, and `out` is as it was. `more` may be NULL. */
bool source_rate(const struct source_readings *more, struct str printed, struct buf *out);
bool source_special(const struct source_readings *more, struct str printed, struct buf *out);
bool source_units(const struct source_readings *more, struct str entries, struct buf *out);
/* Is this a "?reason" or a rate in our spelling? */
bool source_rate_reads(struct str ours);

/* ---- an edition as tariff lines ---- */

struct
    source_chain { /* texts from below the line down to the number; lower case, without colons at the end */
  const struct str *texts;
  uint32_t count;
};

struct source_suffix {
  uint32_t value; /* 0 to 99 */
  struct str units;
  struct source_chain chain;
};

struct source_line {
  uint32_t code8;
  uint32_t row;                       /* line of the file */
  bool alone;                         /* its only row has ten digits */
  struct str general, special, other; /* our spelling */
  struct source_suffix *suffixes;     /* by value; arena */
  uint32_t count, cap;
};

struct source_lines {
  struct source_line *items; /* by code; heap */
  size_t count, cap;
};

/* Chapters 1 to 97 of an edition. With `texts_only` rates and units are not looked at (an edition that is
 * compared with, or the local file of texts). Findings go to f->diags. */
void source_lines_make(struct source_file *f, const struct source_rows *rows,
                       const struct source_readings *more, bool texts_only,
                       struct source_lines *out);
void source_lines_free(struct source_lines *lines);
struct source_line *source_line_find(const struct source_lines *lines, uint32_t code8);
struct source_suffix *source_suffix_find(const struct source_line *line, uint32_t value);
/* Puts a number into the lines, copying the line's columns from `from` when the line is not there. */
bool source_line_put(struct arena *a, struct source_lines *lines, const struct source_line *from,
                     const struct source_suffix *suffix);

/* ---- corrections and lists of editions ---- */

enum source_fix_kind { SOURCE_KEEP, SOURCE_TAKE, SOURCE_DROP, SOURCE_RENUMBERED };

struct source_fix {
  enum source_fix_kind kind;
  uint64_t code, to; /* ten digits */
  bool partial;
  const char *path; /* of take, as it is opened */
};

struct source_fixes {
  struct source_fix *items; /* heap */
  size_t count, cap;
  struct source_readings readings;
};

struct source_edition { /* a line of a list to be replayed */
  bool dated;
  imp_day day;
  const char *name, *path;
  struct source_fixes fixes;
};

struct source_list {
  struct source_edition *items; /* heap */
  size_t count, cap;
};

/* A corrections file is one edition without its first line. Faults: IMP_USAGE with file and line. */
enum imp_status source_list_read(struct arena *a, const char *path, bool corrections_only,
                                 struct source_list *out, struct imp_error *err);
void source_list_free(struct source_list *list);

/* ---- our table ---- */

struct source_window { /* a suffix of a row */
  uint32_t value;
  imp_day from, until; /* DAY_FIRST: with the row or before; DAY_NEVER: as long as the row */
  struct str units;
};

struct source_held {
  uint32_t code8;
  imp_day from, until; /* DAY_FIRST, DAY_NEVER: open */
  struct str general, special, other;
  struct source_window *windows; /* by value, then day; arena */
  uint32_t count;
};

struct source_table {
  struct source_held *items; /* by code, then day; heap */
  size_t count, cap;
  imp_day first, last; /* editions held; DAY_FIRST: none yet */
  struct str first_name, last_name;
};

/* FOLDER/us/schedule.tsv. A folder without it gives an empty table. */
enum imp_status source_table_read(struct arena *a, const char *folder, struct source_table *out,
                                  struct imp_error *err);
/* The same from bytes that outlive the table. */
enum imp_status source_table_parse(struct arena *a, struct str bytes, struct source_table *out,
                                   struct imp_error *err);
/* The table one edition later; `was` stays as it is. Strings are copied into the arena. False: no memory. */
bool source_table_fold(struct arena *a, const struct source_table *was,
                       const struct source_lines *lines, imp_day day, struct str name,
                       struct source_table *out);
bool source_table_differs(const struct source_table *was, const struct source_lines *lines);
void source_table_print(const struct source_table *t, struct buf *out);
/* A row more at the end; NULL: out of memory. */
struct source_held *source_table_add(struct source_table *t);
void source_table_free(struct source_table *t);
/* The row of a line that is open, NULL when it has none. */
const struct source_held *source_held_find(const struct source_table *t, uint32_t code8);
/* The open window of a suffix of that row, or NULL. */
const struct source_window *source_window_find(const struct source_held *row, uint32_t value);

/* ---- where goods went ---- */

enum source_move_kind { SOURCE_REUSED, SOURCE_ENDED, SOURCE_MOVED }; /* in printed order */

struct source_move {
  enum source_move_kind kind;
  uint64_t old_code, new_code; /* new_code 0 unless SOURCE_MOVED */
  imp_day day;
  bool partial;
};

struct source_moves {
  struct source_move *items; /* heap */
  size_t count, cap;
};

/* FOLDER/us/renumbered.tsv; none is no fault. */
enum imp_status source_moves_read(struct arena *a, const char *folder, struct source_moves *out,
                                  struct imp_error *err);
bool source_move_add(struct source_moves *m, const struct source_move *one);
/* What became of the numbers that end on `day`: `was` is the table before, `before` the texts of the edition
 * before (may be empty: then only what no text could change is said). False: no memory. */
bool source_moves_find(const struct source_table *was, const struct source_lines *before,
                       const struct source_lines *fresh, const struct source_fixes *fixes,
                       imp_day day, struct source_moves *out);
void source_moves_sort(struct source_moves *m); /* and each once */
void source_moves_print(const struct source_moves *m, struct buf *out);
void source_moves_free(struct source_moves *m);

/* The pairs of one line by text: from[i] has the places in `before` that the goods of fresh[i] came from. */
struct source_origin {
  uint8_t at[100];
  uint8_t count;
  bool merged;
};
void source_origins(const struct source_suffix *before, uint32_t before_count,
                    const struct source_suffix *fresh, uint32_t fresh_count,
                    struct source_origin *out);

/* ---- what an edition changes ---- */

enum source_change_kind {
  SOURCE_LINE_BORN,
  SOURCE_LINE_ENDED,
  SOURCE_NUMBER_BORN,
  SOURCE_NUMBER_ENDED,
  SOURCE_GENERAL_CHANGED,
  SOURCE_SPECIAL_CHANGED,
  SOURCE_COLUMN2_CHANGED,
  SOURCE_UNITS_CHANGED,
  SOURCE_CHANGES
};

struct source_change {
  enum source_change_kind kind;
  uint64_t code;
  uint32_t digits; /* 8 or 10 */
  bool of_line;    /* a number that was born or ended with its line */
  struct str from, to;
};

struct source_programme {
  struct str symbol;
  uint32_t gained, lost, changed; /* lines */
};

struct source_diff {
  struct source_change *items; /* heap; by code */
  size_t count, cap;
  struct source_programme *programmes; /* heap; by symbol */
  size_t programme_count, programme_cap;
  uint32_t counts[SOURCE_CHANGES];
};

bool source_diff_make(const struct source_table *was, const struct source_lines *fresh,
                      struct source_diff *out); /* false: no memory */
void source_diff_free(struct source_diff *d);

/* What an import says at its end. */
struct source_summary {
  const char *file, *name;
  imp_day day;
  const struct source_table *was;
  const struct source_diff *diff;
  const struct source_moves *moves; /* of this edition alone */
  size_t lines, numbers;
  const char *texts;      /* where the texts before came from, NULL: there were none */
  const char *written[3]; /* paths, NULL at the end */
  const char *note;       /* what the reader should know, or NULL */
};
void source_summary_text(const struct source_summary *s, struct buf *out);
void source_summary_json(const struct source_summary *s, struct buf *out);
void source_findings_json(const struct source_file *f, struct buf *out);
void source_json_string(struct str s, struct buf *out);

/* ---- the local file of texts ---- */

/* Its path: `given`, or the user's data folder. False when there is no home. "" means none is kept. */
bool source_goods_path(const char *given, struct buf *out);
void source_goods_print(const struct source_rows *rows, imp_day day, const char *name,
                        struct buf *out);
/* Reads it back as rows. IMP_OK with *day = DAY_FIRST when there is no such file. */
enum imp_status source_goods_rows(struct arena *a, const char *path, struct source_rows *rows,
                                  imp_day *day, struct str *name, struct imp_error *err);

#endif
