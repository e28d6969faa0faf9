// SPDX-License-Identifier: Apache-2.0
// What to find out first about all lines of a file.
#ifndef IMPOST_CLI_ASK_FILE_H
#define IMPOST_CLI_ASK_FILE_H

#include "cli/cli.h"
#include "impost/ask.h"

/* Adds every line to the sum, in the order of the file. *unread: how many could not be read, or have no day. */
enum imp_status ask_file(struct cli *cli, const char *file, struct imp_ask_sum *sum,
                         uint32_t *unread, struct imp_error *err);

#endif
