// SPDX-License-Identifier: Apache-2.0
// Inside of the report of the talks: the board, the story of an item, the same as JSON.
#ifndef IMPOST_REPORT_TALKS_H
#define IMPOST_REPORT_TALKS_H

#include "impost/talks.h"
#include "report/study.h"

const char *talks_mark(const struct page *p, enum imp_stance s);
const char *talks_stance(enum imp_stance s);
/* The name without the talks' name before it. */
const char *talks_short(const struct imp_talks *t, const char *name);
void talks_story(struct page *p, const struct imp_talks *t, const struct imp_item *it);
void talks_json(struct buf *out, const struct imp_law *law, const struct imp_query *query,
                const struct imp_talks *t);

#endif
