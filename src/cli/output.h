// SPDX-License-Identifier: Apache-2.0
// Where an answer goes: standard output as it is ready, or a file that appears whole or not at all.
//
// A regular file is written beside its name and renamed at the end; whatever goes wrong before leaves the
// old file as it was. A terminal, a pipe or a device is written to directly: renaming over it would
// replace it. A closed pipe is quiet, and still exit code 5.
#ifndef IMPOST_CLI_OUTPUT_H
#define IMPOST_CLI_OUTPUT_H

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>

#include "base/error.h"
#include "impost/law.h"

struct output {
  FILE *file;
  const char *name;    /* as the user wrote it; NULL: standard output */
  char part[PATH_MAX]; /* the file beside it; empty when written to directly */
  bool written;        /* whole, under its name */
  bool told;           /* the verb said so in its own words */
};

/* Is the file to be written the one that is read ("-": standard input)? Then nothing may be written. */
bool output_is_input(const char *name, const char *input);
enum imp_status output_open(struct output *o, const char *name, struct imp_error *err);
/* Writes the text and empties it (its memory is kept). */
enum imp_status output_put(struct output *o, struct imp_text *text, struct imp_error *err);
/* Everything on the disk and under its name, or IMP_IO. */
enum imp_status output_close(struct output *o, struct imp_error *err);
/* Gives up: nothing appears under the name. Harmless after output_close. */
void output_drop(struct output *o);

#endif
