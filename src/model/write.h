// SPDX-License-Identifier: Apache-2.0
// Writing numbers and tables of the model's reports.
#ifndef IMPOST_MODEL_WRITE_H
#define IMPOST_MODEL_WRITE_H

#include "model/run.h"

/* A number with so many decimals, whatever the locale; "-0.00" is "0.00". Not a number: "-". */
void write_number(struct buf *b, double value, int decimals);
/* The same right-aligned in `columns`. */
void write_plain(struct buf *b, double value, int decimals, int columns);
/* The same with a sign, right-aligned in `columns`. */
void write_signed(struct buf *b, double value, int decimals, int columns);
/* Done with text put together beside `b`: what it lost is lost in `b`. Releases it. */
void write_done(struct buf *b, struct buf *scratch);
/* Text left-aligned in `columns` code points, cut when longer. */
void write_cell(struct buf *b, const char *text, int columns);
/* JSON text with its quotes. */
void write_quoted(struct buf *b, const char *text);
/* Letters and marks outside ASCII are spelled with it. */
void write_ascii(struct buf *b);

extern const char *const model_metric_names[IMP_METRICS];
extern const char *const model_metric_units[IMP_METRICS];
const char *model_closure_name(enum imp_closure c);
/* Regions in order of a metric of an outcome, least first. */
/* Digits after the point of per cent that real income is printed with: 2, more where nothing would be seen. */
int model_decimals(const struct imp_model *m, int most);
void model_rank(const struct imp_model *m, uint32_t outcome, enum imp_metric metric,
                uint32_t *order);
/* What is not in the numbers; one line each, NULL at the end. */
extern const char *const model_not_in[];

void model_write_text(const struct imp_model *m, const struct imp_report_options *o, struct buf *b);
void model_write_json(const struct imp_model *m, struct buf *b);
void model_write_csv(const struct imp_model *m, char separator, struct buf *b);
void model_write_svg(const struct imp_model *m, struct buf *b);

#endif
