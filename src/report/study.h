// SPDX-License-Identifier: Apache-2.0
// What the reports of studies share: pages, lending the caller's text, heads and events as JSON.
#ifndef IMPOST_REPORT_STUDY_H
#define IMPOST_REPORT_STUDY_H

#include "impost/study.h"
#include "report/json_out.h"
#include "report/page.h"

struct page study_page(const struct imp_report_options *o, struct buf *out);
/* Frees words put together on the side; when memory ran out for them, it did for the report. */
void study_done(struct buf *out, struct buf *b);
struct buf study_borrow(struct imp_text *text);
enum imp_status study_give_back(struct imp_text *text, const struct buf *b, struct imp_error *err);
/* "law 6f0c21a9, known …" */
void study_stamp(struct page *p, const struct imp_law *law, const struct imp_query *query);
/* The same with the horizon of one place, and with those of all places: of answers that rest on the law of both. */
void study_stamp_of(struct page *p, const struct imp_law *law, const struct imp_query *query,
                    const char *place);
void study_stamp_all(struct page *p, const struct imp_law *law, const struct imp_query *query);
void study_day_line(struct page *p, const char *day, int32_t in_days);
void study_upcoming_head(struct page *p, const struct imp_upcoming *u);

void study_json_head(struct json_out *j, const char *schema, const struct imp_law *law,
                     const struct imp_query *query);
/* `read_through` is that of one place. */
void study_json_head_of(struct json_out *j, const char *schema, const struct imp_law *law,
                        const struct imp_query *query, const char *into);
void study_upcoming_json_head(struct json_out *j, const char *schema, const struct imp_law *law,
                              const struct imp_query *query, const struct imp_upcoming *u);
void study_json_event(struct json_out *j, const struct imp_event *e);
void study_json_outcome(struct json_out *j,
                        const struct imp_bill *b); /* "if": {question: answer} */

/* Of a difference: what stands on either side. */
void study_diff_head(struct page *p, const struct imp_diff_words *w);
void study_diff_json_words(struct json_out *j, const char *schema, const struct imp_diff_words *w);
/* What an answer of additional duties leaves out; nothing of another. */
void study_diff_notes(struct page *p, const struct imp_answer *a);

#endif
