// SPDX-License-Identifier: Apache-2.0
// The objects of schema impost.duty/1 and impost.proof/1, one function each (docs/json.md).
#ifndef IMPOST_REPORT_JSON_PARTS_H
#define IMPOST_REPORT_JSON_PARTS_H

#include "report/json_out.h"
#include "report/report.h"

/* schema, law, horizon (not of a proof), known, basis: inside an open object. */
void json_head(struct json_out *j, const struct imp_report *r);
void json_line(struct json_out *j, const struct imp_report *r, const struct report_line *line,
               const struct imp_answer *a);
void json_proof_head(struct json_out *j,
                     const struct imp_report *r); /* the picks, the files read */
void json_proof_line(struct json_out *j, const struct report_line *line,
                     const struct imp_answer *a);
/* `words`: with the sentence that says why. */
void json_verdicts(struct json_out *j, const struct imp_answer *a, bool words);
/* Of the entry at hand, with the number of its refused lines, which are not in the fees. */
void json_fees(struct json_out *j, const struct imp_report *r, const char *entry,
               const struct imp_fee *fees, uint32_t count);
void json_totals(struct json_out *j, const struct imp_report *r, const struct totals_table *t);
void json_not_included(struct json_out *j, unsigned stated);

/* Smaller pieces both schemas use. */
void json_if(struct json_out *j, const struct imp_pick *picks, uint32_t count);
/* What is taken off the rate that day: points, acts, until when, where; or null. */
void json_held(struct json_out *j, const struct imp_row *row);
void json_where(struct json_out *j, const char *key, const struct imp_where *where);
void json_dollars(struct json_out *j, const char *key, int64_t cents); /* "10000", "10000.50" */
/* The line of an answer that stands alone and how it ended; `description` NULL: left out. */
void json_asked(struct json_out *j, const struct imp_answer *a, const char *description);
void json_line_head(struct json_out *j, const struct report_line *line, const struct imp_answer *a);

#endif
