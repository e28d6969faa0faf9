// SPDX-License-Identifier: Apache-2.0
// The stamp under every report that is text: which law answered, as known when, on which basis. One form for all.
#ifndef IMPOST_REPORT_STAMP_H
#define IMPOST_REPORT_STAMP_H

#include "impost/duty.h"
#include "report/page.h"

struct stamp {
  const char *digest, *known;
  const char *through; /* day up to which sources were read; empty: not said */
  const char *basis;   /* NULL: not said */
  const struct imp_law *law;
  const struct imp_query *query; /* whose picks are named; NULL: none */
};

/* Of a question, with the sources of a place of entry (NULL: of all law). */
struct stamp stamp_of(const struct imp_law *law, const struct imp_query *query, const char *into);
/* The same with the sources of all places, "2026-10-09 (CN), 2026-11-09 (US)"; its text is in `room`. */
struct stamp stamp_of_all(const struct imp_law *law, const struct imp_query *query,
                          struct buf *room);
/* "law 6f0c21a9 · known 2025-10-26 (sources read through 2026-11-09) · basis collected", of answers picked besides " · if us-cn.framework=approved" */
void stamp_words(const struct stamp *s, const char *dot, struct buf *out);
/* On a line of its own, faint, behind `label`. */
void stamp_put(struct page *p, const char *label, const struct stamp *s);

#endif
