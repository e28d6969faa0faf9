// SPDX-License-Identifier: Apache-2.0
// A catalogue of goods through the export controls, line by line.
#ifndef IMPOST_CLI_CATALOGUE_H
#define IMPOST_CLI_CATALOGUE_H

#include "cli/cli.h"
#include "impost/licence.h"

/* CSV or TSV; "-" is standard input. What a line does not say is that of `defaults`. `summary`: counts alone. The exit code
 * of the program, or why it could not go on. */
enum imp_status catalogue_run(struct cli *cli, const char *file, const struct imp_case *defaults,
                              enum imp_format format, bool summary, struct imp_error *err);

#endif
