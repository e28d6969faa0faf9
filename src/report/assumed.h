// SPDX-License-Identifier: Apache-2.0
// What an answer rests on that is not law: the answers picked with --if, and those that go along with them because their
// questions follow (docs/assessment.md, section "Questions that follow"). Without picks nothing is written.
#ifndef IMPOST_REPORT_ASSUMED_H
#define IMPOST_REPORT_ASSUMED_H

#include "base/str.h"
#include "impost/duty.h"
#include "report/json_out.h"

/* "us-cn.framework=approved, and with it us-cn.truce=extended". `query` may be NULL. */
void assumed_words(const struct imp_law *law, const struct imp_query *query, struct buf *out);
/* Of those that go along, what measures hang on, in words: " (and with it "Does the truce hold?" "extended")". */
void assumed_titles(const struct imp_law *law, const struct imp_query *query, struct buf *out);
/* The keys "picked" and "with_it", objects of question and answer; neither without picks. */
void assumed_json(struct json_out *j, const struct imp_law *law, const struct imp_query *query);
/* What of the measures follows a question that is open: "us-cn.truce (extended if approved, lapsed if rejected)". */
void assumed_along(const struct imp_law *law, const struct imp_query *query, const char *question,
                   struct buf *out);
/* Both sides of a difference pick the same. */
bool assumed_same(const struct imp_query *a, const struct imp_query *b);

#endif
