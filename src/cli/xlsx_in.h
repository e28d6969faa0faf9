// SPDX-License-Identifier: Apache-2.0
// Reading the rows of an Excel workbook (.xlsx), one at a time.
//
// Rows come as those of sheet.h do: text. The sheet is "Main Report" when there is one (the customs report
// ES-003 has it), else the first. Numbers are printed as Excel shows them, to 15 digits and never with a power of ten
// where they are whole; a number whose format is a date becomes YYYY-MM-DD. Memory is that of the workbook's
// table of shared texts, of which SHARED_MOST bytes are taken, and of one row.
#ifndef IMPOST_CLI_XLSX_IN_H
#define IMPOST_CLI_XLSX_IN_H

#include <stdio.h>

#include "cli/sheet.h"

struct xlsx_in;

/* The file must be one that can be sought; it stays the caller's. */
enum imp_status xlsx_in_open(FILE *file, struct xlsx_in **out, struct imp_error *err);
enum sheet_status xlsx_in_next(struct xlsx_in *x, struct sheet_record *out, struct imp_error *err);
void xlsx_in_free(struct xlsx_in *x);

/* xlsx_text.c: "1234.5599999999999" → "1234.56", "4.20292E+9" → "4202920000". False: not a number. */
bool xlsx_number(struct str text, struct buf *out);
/* Days since the workbook's first day, as a date, with an hour when it is not midnight. False: no date. */
bool xlsx_date(struct str text, bool from_1904, struct buf *out);
/* Does a number format show a date? By its number, or by its letters when it has any. */
bool xlsx_is_date_format(unsigned id, const char *letters);

#endif
