// SPDX-License-Identifier: Apache-2.0
// Inside the names room: the loaded tables and what its files share. Nobody else includes this.
//
// The idea: the bytes of each table are kept as read and every text is a slice into them; what is
// looked up is a sorted array. The suffix column of the schedule, more than half of the bytes, is
// parsed only for the line that is asked about.
#ifndef IMPOST_NAMES_OWN_H
#define IMPOST_NAMES_OWN_H

#include "names/names.h"

/* Most windows one tariff line may have; the table splits a line a few times a year at most. */
#define NAMES_WINDOWS_MAX 32u
#define NAMES_FILE_MAX    ((size_t)64 << 20)
#define NAMES_KEYS                                                                                 \
  8192u /* slots of the place spellings, a power of two, filled to half at most                    \
         */

struct names {
  struct arena arena;
  struct str schedule, renumbered_text, places_text; /* the files */
  struct names_line *lines; /* by code8, then from; windows of one code do not overlap */
  uint32_t line_count;
  struct names_renumber *renumbered; /* by old_code, then new_code */
  uint32_t renumbered_count;
  imp_day first, last;
  struct names_place *places; /* by iso2 */
  uint32_t place_count;
  uint16_t by_iso2[26 * 26]; /* index into places + 1; 0: none */
  uint32_t *keys;            /* hash of spellings: place index + 1; 0: free slot */
  struct str *key_texts;
};

/* ---- table.c: rows of a tab-separated file ---- */

#define TABLE_COLUMNS_MAX 8u

enum names_fault {
#define NAMES_DIAG(word, says, next) fault_##word,
#include "names/diagnostics.def"
#undef NAMES_DIAG
  fault_count
};
struct names_advice {
  const char *id, *next;
};
extern const struct names_advice names_advice[fault_count];

struct table {
  const char *path; /* as shown in findings: "us/schedule.tsv" */
  struct str rest;  /* bytes not read yet */
  uint32_t line;    /* of the current row, from 1 */
  uint32_t columns_min, columns_max;
  uint32_t count;                     /* cells of the current row */
  struct str cell[TABLE_COLUMNS_MAX]; /* cells not written are empty */
  struct imp_error *err;
  enum imp_status status;
};

/* Reads FOLDER/PATH whole into the arena and checks that it is UTF-8 without control bytes. */
enum imp_status table_read(struct arena *a, const char *folder, const char *path, struct str *out,
                           struct imp_error *err);
void table_open(struct table *t, const char *path, struct str bytes, uint32_t columns_min,
                uint32_t columns_max, struct imp_error *err);
/* The next row that is no comment and not empty; false at the end and on a fault (t->status). */
bool table_next(struct table *t);
/* Sets the error "PATH:LINE: message" and returns IMP_IO. */
enum imp_status table_fault(struct table *t, enum names_fault fault, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
uint32_t table_rows_at_most(struct str bytes); /* number of line ends, plus one */
/* Line number, from 1, of a slice inside `bytes`; for findings made after loading. */
uint32_t table_line_of(struct str bytes, const char *at);
/* Cell to a day: empty gives `none`, else YYYY-MM-DD. */
bool table_day(struct str cell, imp_day none, imp_day *out);
/* Exactly `digits` digits, dots anywhere between them. */
bool table_code(struct str cell, unsigned digits, uint64_t *out);

/* ---- numbers.c: the suffix column ---- */

struct suffix {
  uint8_t value;       /* 0 to 99 */
  imp_day from, until; /* its own window cut to the row's */
  struct str units;    /* its own, else the row's */
  struct str text;     /* the token as written */
  bool window_outside; /* its own window leaves the row's */
};

struct suffix_cursor {
  struct str rest;
  const struct names_line *row;
};

enum suffix_step { SUFFIX_END, SUFFIX_OK, SUFFIX_BAD };
/* The next token of a row; SUFFIX_BAD: the token in out->text is not in the format (and is passed
 * over). */
enum suffix_step suffix_next(struct suffix_cursor *c, struct suffix *out);

/* First row of an 8-digit code and how many there are (0: none). */
const struct names_line *names_rows(const struct names *n, uint32_t code8, uint32_t *count);

/* ---- places.c ---- */
enum imp_status places_load(struct names *n, struct imp_error *err);

#endif
