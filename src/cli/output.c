// SPDX-License-Identifier: Apache-2.0
// Where an answer goes: see output.h.

#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The part being written, for the handler alone: an interrupt leaves no part behind. */
static char pending[PATH_MAX];

static void on_signal(int number) {
  if (pending[0] != '\0') unlink(pending);
  signal(number, SIG_DFL);
  raise(number);
}

static void watch(const char *part) {
  memcpy(pending, part, strlen(part) + 1);
  signal(SIGINT, on_signal);
  signal(SIGTERM, on_signal);
  signal(SIGHUP, on_signal);
}

static void unwatch(void) {
  pending[0] = '\0';
}

bool output_is_input(const char *name, const char *input) {
  struct stat a, b;
  bool standard = strcmp(input, "-") == 0;
  if (strcmp(name, "-") == 0 || stat(name, &a) != 0) return false;
  if ((standard ? fstat(STDIN_FILENO, &b) : stat(input, &b)) != 0) return false;
  return S_ISREG(a.st_mode) && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* The folder of NAME when it is not there: then the reason is said in its name. */
static bool folder_missing(const char *name, char *folder, size_t size) {
  struct stat s;
  const char *slash = strrchr(name, '/');
  size_t n = slash != NULL ? (size_t)(slash - name) : 0;
  if (n == 0 || n >= size) return false;
  memcpy(folder, name, n);
  folder[n] = '\0';
  return stat(folder, &s) != 0;
}

static enum imp_status cannot_write(const struct output *o, int why, struct imp_error *err) {
  if (o->name == NULL && why == EPIPE) { /* the reader has what it wanted: nothing to say */
    error_set(err, IMP_IO, "io.pipe", NULL, "%s", "");
    return IMP_IO;
  }
  char folder[PATH_MAX];
  if (o->name != NULL && why == ENOENT && folder_missing(o->name, folder, sizeof folder))
    return error_set(err, IMP_IO, "io.write", "make the folder, or name one that is there",
                     "cannot write %s: there is no folder %s", o->name, folder);
  return error_set(err, IMP_IO, "io.write", "see that there is room and the right to write there",
                   "cannot write %s: %s", o->name != NULL ? o->name : "standard output",
                   strerror(why));
}

static bool is_plain(const char *name) {
  struct stat s;
  return stat(name, &s) != 0 || S_ISREG(s.st_mode);
}

/* Opens NAME.N.part, N the first number that is free. */
static int open_beside(struct output *o) {
  for (int i = 0; i < 100; i++) {
    int n = snprintf(o->part, sizeof o->part, "%s.%ld-%d.part", o->name, (long)getpid(), i);
    if (n < 0 || (size_t)n >= sizeof o->part) {
      errno = ENAMETOOLONG;
      break;
    }
    int fd = open(o->part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd >= 0) watch(o->part);
    if (fd >= 0 || errno != EEXIST) return fd;
  }
  return -1;
}

enum imp_status output_open(struct output *o, const char *name, struct imp_error *err) {
  *o = (struct output){.name = name};
  if (name == NULL || strcmp(name, "-") == 0) {
    o->name = NULL;
    o->file = stdout;
    return IMP_OK;
  }
  int fd = is_plain(name) ? open_beside(o) : open(name, O_WRONLY | O_CLOEXEC);
  if (fd < 0) {
    int why = errno;
    o->part[0] = '\0';
    return cannot_write(o, why, err);
  }
  o->file = fdopen(fd, "w");
  if (o->file != NULL) return IMP_OK;
  close(fd);
  return cannot_write(o, errno, err);
}

enum imp_status output_put(struct output *o, struct imp_text *text, struct imp_error *err) {
  if (text->n > 0 && fwrite(text->p, 1, text->n, o->file) != text->n)
    return cannot_write(o, errno, err);
  text->n = 0;
  return IMP_OK;
}

static int finish(struct output *o) {
  if (fflush(o->file) != 0) return errno;
  if (o->name == NULL) return 0;
  if (o->part[0] != '\0' && fsync(fileno(o->file)) != 0) return errno;
  int closed = fclose(o->file);
  o->file = NULL;
  if (closed != 0) return errno;
  if (o->part[0] != '\0' && rename(o->part, o->name) != 0) return errno;
  unwatch();
  o->part[0] = '\0';
  return 0;
}

enum imp_status output_close(struct output *o, struct imp_error *err) {
  int why = finish(o);
  o->written = why == 0 && o->name != NULL;
  if (why == 0) return IMP_OK;
  output_drop(o);
  return cannot_write(o, why, err);
}

void output_drop(struct output *o) {
  if (o->file != NULL && o->name != NULL) fclose(o->file);
  o->file = NULL;
  if (o->part[0] != '\0') unlink(o->part);
  unwatch();
  o->part[0] = '\0';
}
