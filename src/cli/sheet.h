// SPDX-License-Identifier: Apache-2.0
// Reading CSV, TSV and Excel workbooks one record at a time, in bounded memory.
//
// Quotes after RFC 4180; LF or CRLF; a byte order mark is passed over; empty lines are passed over. A
// record that is not well formed comes back with words that say why and, as far as they could be cut, its
// cells; reading goes on with the next line, so one bad line never hides the others.
#ifndef IMPOST_CLI_SHEET_H
#define IMPOST_CLI_SHEET_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

#define SHEET_RECORD_MOST ((size_t)1 << 20) /* bytes of one record */
#define SHEET_QUOTED_MOST ((size_t)1 << 16) /* of quotes that span lines */
#define SHEET_CELLS_MOST  1024
#define SHEET_PAST        16 /* bytes that may be read behind a block */

struct xlsx_in;

struct sheet_reader {
  FILE *file;
  char separator;
  struct buf raw; /* bytes read and not yet used, from `at` */
  size_t at;
  bool ended;         /* the file has no more bytes */
  uint64_t line;      /* line of the file at which the next record begins, from 1 */
  bool borrowed;      /* raw is not its own */
  struct arena arena; /* cells of the last record */
  struct buf cell;
  bool is_book;         /* the first bytes are those of a workbook */
  struct xlsx_in *book; /* once its rows are asked for */
};

struct sheet_record {
  const char **cells; /* NUL-terminated, until the next call */
  uint32_t count;
  uint64_t line;     /* where it begins in the file */
  bool padded;       /* of a workbook: empty cells at the end are left out */
  bool from_1904;    /* of a workbook whose days count from 1904 */
  const char *wrong; /* NULL: well formed; else plain words, until the next call */
};

enum sheet_status { SHEET_RECORD, SHEET_END, SHEET_FAILED };

/* The file stays the caller's. Separator 0: a tab if the first line has one and no comma, else a comma. */
void sheet_open(struct sheet_reader *t, FILE *file, char separator);
/* SHEET_FAILED: cannot read or no memory, told in err. */
enum sheet_status sheet_next(struct sheet_reader *t, struct sheet_record *out,
                             struct imp_error *err);
/* The first byte of the file that is no white space, without using it; -1 at its end. */
int sheet_peek(struct sheet_reader *t);

/* ---- blocks: for callers that cut whole records themselves ------------------------------------------------- */

/* Bytes held and not used, and how many of them from the first on are whole records. */
size_t sheet_held(const struct sheet_reader *t);
size_t sheet_whole(const struct sheet_reader *t);
/* Reads up to `n` more bytes, as many as come at once. False: told in err. */
bool sheet_more(struct sheet_reader *t, size_t n, struct imp_error *err);
/* Hands over the bytes held, in *held, for what *held had before: n of them from *bytes on are the caller's; the
 * others stay; SHEET_PAST bytes behind them may be read. Lines are not counted. False: out of memory. */
bool sheet_take(struct sheet_reader *t, size_t n, struct buf *held, const char **bytes);
/* A reader of bytes alone, which stay the caller's; `line` is that of the first. */
void sheet_over(struct sheet_reader *t, const char *bytes, size_t n, char separator, uint64_t line);
void sheet_close(struct sheet_reader *t);

#endif
