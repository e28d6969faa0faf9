// SPDX-License-Identifier: Apache-2.0
// A file in the making: it gets its name when it is whole, in one step.
//
// Where the file system can (O_TMPFILE), the bytes have no name at all until then, so that a process that is
// killed leaves nothing behind. Elsewhere they stand beside the target as NAME.PID-N.part.
#ifndef IMPOST_BASE_PART_H
#define IMPOST_BASE_PART_H

#include <limits.h>

struct part {
  int fd;              /* for writing; -1: not open */
  char name[PATH_MAX]; /* empty: it has none */
};

/* In the folder of `target`. 0, or why not (errno). */
int part_open(struct part *p, const char *target);
/* The same with a name from the beginning. */
int part_open_named(struct part *p, const char *target);
/* A name by which another part of the program may open it; good as long as it is open here. */
void part_path(const struct part *p, char out[PATH_MAX]);
/* All bytes to the disk, then the target's name, in place of what had it. Closes it. 0, or why not: then nothing is
 * left of it. */
int part_land(struct part *p, const char *target);
/* Nothing is left of it. Harmless when it was not opened, or has landed. */
void part_drop(struct part *p);

#endif
