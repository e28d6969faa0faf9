// SPDX-License-Identifier: Apache-2.0
// What timeline, upcoming and diff share: reading one line from the command's words, and a file line by line.
#ifndef IMPOST_CLI_STUDY_H
#define IMPOST_CLI_STUDY_H

#include "cli/cli.h"
#include "impost/study.h"

/* CODE FROM [VALUE] with quantities, facts and claims; without a value: 10,000 dollars. */
enum imp_status study_line(struct cli *cli, struct imp_line *out, struct imp_error *err);
/* Calls `each` for every line of the file that reads as a line, in order; the others are told on standard error, the
 * first of them by their place in the file, then their number. `lacks` (or NULL) tells lines whose day nobody said:
 * they are left out too; *bad counts all that were. What `each` returns other than IMP_OK ends the run. How far it is
 * is told on a terminal; `writes`: `each` writes to standard output, and where both are one it is not. */
typedef enum imp_status study_each(void *user, const struct imp_line *line, struct imp_error *err);
typedef bool study_lacks(void *user, const struct imp_line *line);
enum imp_status study_read_file(const char *file, study_lacks *lacks, study_each *each, void *user,
                                bool writes, uint32_t *bad, struct imp_error *err);

/* Text or JSON for these verbs, width and colour; `svg` NULL where there is no picture. */
enum imp_status study_report(struct cli *cli, int *svg, struct imp_error *err);
/* Writes the text where -o says and closes it. */
enum imp_status study_write(struct cli *cli, struct imp_text *text, struct imp_error *err);

#endif
