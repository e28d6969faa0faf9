// SPDX-License-Identifier: Apache-2.0
// The table of answers as an Excel workbook: sheet "Lines" with the columns of the CSV form, "Assumptions" with
// what was asked, presumed and left open, "Sources" with the acts the rows rest on.
//
// Codes and everything else are cells of text; money and counts are numbers with a format. Rows go to a temporary
// file of the library as they come; what is kept is one entry a distinct assumption and source.
#ifndef IMPOST_CLI_XLSX_OUT_H
#define IMPOST_CLI_XLSX_OUT_H

#include "impost/report.h"

struct xlsx_out;

/* `path` is written when the book is closed; it and the options' columns must live until then. */
enum imp_status xlsx_out_open(const char *path, const struct imp_report_options *options,
                              struct xlsx_out **out, struct imp_error *err);
/* Whole rows of the CSV form, the first of all naming the columns. Empties the text. */
enum imp_status xlsx_out_rows(struct xlsx_out *x, struct imp_text *text, struct imp_error *err);
/* Remembers what the answer assumes and rests on. */
enum imp_status xlsx_out_note(struct xlsx_out *x, const struct imp_answer *a,
                              struct imp_error *err);
enum imp_status xlsx_out_close(struct xlsx_out *x, const struct imp_law *law,
                               const struct imp_query *query, struct imp_error *err);
void xlsx_out_free(struct xlsx_out *x);

#endif
