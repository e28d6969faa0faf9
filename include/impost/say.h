// SPDX-License-Identifier: Apache-2.0
// One sentence about one line, for people who write for other people: the amount, the day it entered, the day as of
// which the law was known, and the acts. It says what is not settled, what was held void, and why there is no number.
#ifndef IMPOST_SAY_H
#define IMPOST_SAY_H

#include "impost/report.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

/* Appends the sentence and a newline, or with IMP_JSON and IMP_JSONL an object that holds it. `goods` are words for
 * the goods ("trunks, cases and bags"), or NULL. CSV and TSV: IMP_USAGE. Days are written 12 November 2025. */
enum imp_status imp_say(const struct imp_law *law, const struct imp_query *query,
                        const struct imp_line *line, const struct imp_assessment *a,
                        const char *goods, const struct imp_report_options *options,
                        struct imp_text *text, struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
