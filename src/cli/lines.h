// SPDX-License-Identifier: Apache-2.0
// Every line of a shipment file, one after the other, for verbs that want the lines and not the bills.
#ifndef IMPOST_CLI_LINES_H
#define IMPOST_CLI_LINES_H

#include "cli/cli.h"

/* Called with each line in order; `at` is where it begins in the file, counted from 1; `wrong` is why it could not be
 * read, or NULL. The line lives until the call returns. Anything but IMP_OK stops the reading. */
typedef enum imp_status lines_each(void *user, const struct imp_line *line, uint64_t at,
                                   const char *wrong, struct imp_error *err);

/* CSV, TSV or JSON lines; "-" is standard input. The columns are those of docs/cli.md. */
enum imp_status lines_read(const char *file, lines_each *each, void *user, struct imp_error *err);

#endif
