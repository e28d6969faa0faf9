// SPDX-License-Identifier: Apache-2.0
// Files: read whole, list a tree in a fixed order, write whole or not at all.
#ifndef IMPOST_BASE_FILE_H
#define IMPOST_BASE_FILE_H

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

/* Reads a regular file whole into the arena, at most `cap` bytes (0: 1 GiB). A NUL follows the bytes. */
enum imp_status file_read(struct arena *a, const char *path, size_t cap, struct str *out,
                          struct imp_error *err);

struct file_list {
  const char **paths; /* relative to the root, '/' separated, sorted by bytes */
  size_t count;
};

/* All regular files below `root` whose name ends in one of `endings` (NULL-terminated array).
 * Folders whose name begins with '.' are passed over, and those in `skip` (may be NULL). */
enum imp_status file_tree(struct arena *a, const char *root, const char *const *endings,
                          const char *const *skip, struct file_list *out, struct imp_error *err);

bool file_is_dir(const char *path);
bool file_exists(const char *path);

/* Writes to a temporary name beside `path` and renames it: the file is whole or absent. */
enum imp_status file_write_whole(const char *path, struct str bytes, struct imp_error *err);

#endif
