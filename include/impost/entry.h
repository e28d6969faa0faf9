// SPDX-License-Identifier: Apache-2.0
// The entry summary: what stands on CBP Form 7501 for an entry, line by line.
//
// Lines of one entry are given one after the other, then the entry is closed with its fees. Rows stand in the
// order of the law (its `order` statement), headings that are declared at nothing among them, and the number of
// the goods last, with the value. Fees of the entry are shared out over the lines they bear on so that the parts
// add up. See docs/entry.md.
#ifndef IMPOST_ENTRY_H
#define IMPOST_ENTRY_H

#include "impost/report.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

struct imp_entry_summary;

/* Of the options `format` (IMP_TEXT or IMP_JSON), `ascii` and `width` count. `law` must outlive the summary. */
enum imp_status imp_entry_summary_begin(const struct imp_law *law, const struct imp_query *query,
                                        const struct imp_report_options *options,
                                        struct imp_entry_summary **out, struct imp_text *text,
                                        struct imp_error *err);
/* A line of the entry at hand; `a` NULL: it could not be read, `reason` says why. */
enum imp_status imp_entry_summary_line(struct imp_entry_summary *s, const struct imp_line *line,
                                       const struct imp_assessment *a, const char *reason,
                                       struct imp_error *err);
/* Ends the entry and writes it. `fees` are those of its lines that were not refused, in their order; NULL: the
 * entry had too many lines for them. */
enum imp_status imp_entry_summary_close(struct imp_entry_summary *s, const char *entry,
                                        const struct imp_fees *fees, struct imp_text *text,
                                        struct imp_error *err);
enum imp_status imp_entry_summary_end(struct imp_entry_summary *s, struct imp_text *text,
                                      struct imp_error *err);
void imp_entry_summary_free(struct imp_entry_summary *s);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
