// SPDX-License-Identifier: Apache-2.0
// What read and desk share: articles of the command line into one story.
#ifndef IMPOST_CLI_ARTICLES_H
#define IMPOST_CLI_ARTICLES_H

#include "cli/cli.h"
#include "impost/desk.h"

/* Reads the files named by the words from `first` on. An article that is refused is told of on standard error and counted;
 * the others are read. */
enum imp_status articles_read(struct cli *cli, uint32_t first, const struct imp_reader *reader,
                              struct imp_story **out, uint32_t *refused, struct imp_error *err);
/* Path of the desk: --desk, then IMPOST_DESK, then impost.desk here. */
const char *articles_desk(const struct cli *cli);
/* Adds what was read to the desk, which is made if there is none, and says on standard error what came of it. */
enum imp_status articles_keep(struct cli *cli, const struct imp_story *story, const char *desk,
                              struct imp_error *err);
/* What came of adding or reading again, on one line of standard error. */
void articles_tell(const char *desk, const struct imp_desk_added *added, bool again);

#endif
