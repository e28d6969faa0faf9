// SPDX-License-Identifier: Apache-2.0
// Lines of a file one after the other, asked of a batch that remembers what lines have in common.
#ifndef IMPOST_CLI_QUICK_H
#define IMPOST_CLI_QUICK_H

#include <stdbool.h>

#include "impost/batch.h"

enum quick_for {
  QUICK_TABLE,  /* all that a table of lines shows */
  QUICK_AMOUNTS /* duties alone are compared: nothing that is to be borne in mind */
};
/* As imp_batch_duty; *b is opened for the first line. */
enum imp_status quick_duty(struct imp_batch **b, enum quick_for what, const struct imp_law *law,
                           const struct imp_query *query, const struct imp_line *line,
                           struct imp_assessment **out, struct imp_error *err);
/* As imp_entry_fees of lines that were answered. */
enum imp_status quick_fees(struct imp_batch **b, const struct imp_law *law,
                           const struct imp_query *query, const struct imp_line *lines,
                           uint32_t count, struct imp_fees **out, struct imp_error *err);
/* Codes that a batch is let have, of lines asked one by one and of a thread that streams them: far more than there are numbers
 * in a schedule, for one that forgets them in between works everything out again, which costs as much as a million lines. */
enum { QUICK_CODES = 200000, QUICK_STREAM_CODES = 60000 };
/* More codes, or sets of facts, than are kept: numbers can be spelled in many ways and facts have no end. */
bool quick_is_full(const struct imp_batch *b, uint32_t codes_most);
/* Lets go of a batch whose tables of texts have grown beyond what is kept, so that memory does not grow with the
 * file: the next line opens another. No answer of it may be in use. */
void quick_refresh(struct imp_batch **b);

#endif
