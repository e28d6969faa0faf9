// SPDX-License-Identifier: Apache-2.0
// Files: written whole or not at all.
//
// The bytes go to a new file (part.h), reach the disk, and take the target's name in one step. A target that is no regular file (a terminal, a pipe, /dev/full) is written to directly:
// giving its name to something else would destroy it.
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/part.h"

static enum imp_status cannot_write(const char *path, int why, struct imp_error *err) {
  return error_set(err, IMP_IO, "io.write", "check the folder, its rights and the room on the disk",
                   "cannot write %s: %s", path, strerror(why));
}

static int write_all(int fd, struct str bytes) {
  size_t done = 0;
  while (done < bytes.n) {
    ssize_t n = write(fd, bytes.p + done, bytes.n - done);
    if (n < 0 && errno != EINTR) {
      return errno;
    }
    done += n > 0 ? (size_t)n : 0;
  }
  return 0;
}

static enum imp_status write_through(const char *path, struct str bytes, struct imp_error *err) {
  int fd = open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) {
    return cannot_write(path, errno, err);
  }
  int why = write_all(fd, bytes);
  if (close(fd) != 0 && why == 0) {
    why = errno;
  }
  return why == 0 ? IMP_OK : cannot_write(path, why, err);
}

static int write_beside(const char *target, const struct stat *old, struct str bytes) {
  struct part part;
  int why = part_open(&part, target);
  if (why != 0) {
    return why;
  }
  why = write_all(part.fd, bytes);
  if (why == 0 && old != NULL && fchmod(part.fd, old->st_mode & 07777) != 0) {
    why = errno;
  }
  if (why == 0) {
    return part_land(&part, target);
  }
  part_drop(&part);
  return why;
}

enum imp_status file_write_whole(const char *path, struct str bytes, struct imp_error *err) {
  struct stat st;
  bool there = stat(path, &st) == 0;
  if (there && S_ISDIR(st.st_mode)) {
    return cannot_write(path, EISDIR, err);
  }
  if (there && !S_ISREG(st.st_mode)) {
    return write_through(path, bytes, err);
  }
  // A link stays a link: the file it points to is replaced.
  char *target = there ? realpath(path, NULL) : NULL;
  int why = write_beside(target != NULL ? target : path, there ? &st : NULL, bytes);
  free(target);
  return why == 0 ? IMP_OK : cannot_write(path, why, err);
}
