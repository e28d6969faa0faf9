// SPDX-License-Identifier: Apache-2.0
// A file in the making: see part.h.

#ifdef __linux__
#define _GNU_SOURCE /* O_TMPFILE */
#endif
#include "base/part.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define OPEN_FILE "/proc/self/fd/%d"
enum { NAME_TRIES = 100 };

static int beside(struct part *p, const char *target, int n) {
  int length = snprintf(p->name, sizeof p->name, "%s.%ld-%d.part", target, (long)getpid(), n);
  return length < 0 || (size_t)length >= sizeof p->name ? ENAMETOOLONG : 0;
}

int part_open_named(struct part *p, const char *target) {
  int why = EEXIST;
  p->fd = -1;
  for (int i = 0; i < NAME_TRIES && why == EEXIST; i++) {
    why = beside(p, target, i);
    if (why != 0) break;
    p->fd = open(p->name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    why = p->fd < 0 ? errno : 0;
  }
  if (why != 0) p->name[0] = '\0';
  return why;
}

void part_path(const struct part *p, char out[PATH_MAX]) {
  if (p->name[0] != '\0')
    memcpy(out, p->name, strlen(p->name) + 1);
  else
    snprintf(out, PATH_MAX, OPEN_FILE, p->fd);
}

#ifdef O_TMPFILE

/* False: the file system makes no such file, or nothing could give it a name later. */
static bool open_nameless(struct part *p, const char *target) {
  char path[PATH_MAX];
  const char *slash = strrchr(target, '/');
  size_t n = slash == NULL ? 1 : slash == target ? 1 : (size_t)(slash - target);
  if (n >= sizeof path) return false;
  memcpy(path, slash == NULL ? "." : target, n);
  path[n] = '\0';
  p->name[0] = '\0';
  p->fd = open(path, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
  if (p->fd < 0) return false;
  part_path(p, path);
  if (access(path, F_OK) == 0) return true;
  part_drop(p);
  return false;
}

static int give_name(const struct part *p, const char *name) {
  char path[64];
  snprintf(path, sizeof path, OPEN_FILE, p->fd);
  return linkat(AT_FDCWD, path, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

#else

static bool open_nameless(struct part *p, const char *target) {
  (void)p;
  (void)target;
  return false;
}

static int give_name(const struct part *p, const char *name) {
  (void)p;
  (void)name;
  return ENOTSUP;
}

#endif

int part_open(struct part *p, const char *target) {
  return open_nameless(p, target) ? 0 : part_open_named(p, target);
}

/* A link never takes the place of a file: where one is, the new one gets a name beside it first. */
static int land_nameless(struct part *p, const char *target) {
  int why = give_name(p, target);
  if (why != EEXIST) return why;
  for (int i = 0; i < NAME_TRIES && why == EEXIST; i++) {
    why = beside(p, target, i);
    if (why == 0) why = give_name(p, p->name);
  }
  if (why != 0) {
    p->name[0] = '\0';
    return why;
  }
  return rename(p->name, target) == 0 ? 0 : errno;
}

int part_land(struct part *p, const char *target) {
  int why = fsync(p->fd) == 0 ? 0 : errno;
  if (why == 0 && p->name[0] == '\0')
    why = land_nameless(p, target);
  else if (why == 0)
    why = rename(p->name, target) == 0 ? 0 : errno;
  if (why == 0) p->name[0] = '\0';
  int closed = close(p->fd) == 0 ? 0 : errno;
  p->fd = -1;
  part_drop(p);
  return why != 0 ? why : closed;
}

void part_drop(struct part *p) {
  if (p->fd >= 0) close(p->fd);
  p->fd = -1;
  if (p->name[0] != '\0') unlink(p->name);
  p->name[0] = '\0';
}
