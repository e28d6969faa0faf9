// SPDX-License-Identifier: Apache-2.0
// Where an answer goes: standard output as it is ready, or a file that appears whole or not at all.
//
// A regular file gets its name at the end (base/part.h); whatever goes wrong before leaves the
// old file as it was. A terminal, a pipe or a device is written to directly: renaming over it would
// replace it. A closed pipe is quiet, and still exit code 5.
#ifndef IMPOST_CLI_OUTPUT_H
#define IMPOST_CLI_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/error.h"
#include "base/part.h"
#include "impost/law.h"

struct output {
  FILE *file;
  const char *name;      /* as the user wrote it; NULL: standard output */
  char target[PATH_MAX]; /* of a plain file: where the name leads */
  struct part part;      /* the bytes */
  bool plain;            /* they get the name at the end; else it was there and is written to */
  bool written;          /* whole, under its name */
  bool told;             /* the verb said so in its own words */
};

/* Is the file to be written the one that is read ("-": standard input)? Then nothing may be written. */
bool output_is_input(const char *name, const char *input);
enum imp_status output_open(struct output *o, const char *name, struct imp_error *err);
/* Writes the text and empties it (its memory is kept). */
enum imp_status output_put(struct output *o, struct imp_text *text, struct imp_error *err);
enum imp_status output_bytes(struct output *o, const void *bytes, size_t n, struct imp_error *err);
/* Everything on the disk and under its name, or IMP_IO. */
enum imp_status output_close(struct output *o, struct imp_error *err);
/* Gives up: nothing appears under the name. Harmless after output_close. */
void output_drop(struct output *o);

#endif
