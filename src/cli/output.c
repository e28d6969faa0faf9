// SPDX-License-Identifier: Apache-2.0
// Where an answer goes: see output.h.

#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
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

/* A file of its own, or one that is not there. What stands in /dev or /proc leads to one that others hold open. */
static bool is_plain(const char *name) {
  struct stat s;
  if (strncmp(name, "/dev/", 5) == 0 || strncmp(name, "/proc/", 6) == 0) return stat(name, &s) != 0;
  return stat(name, &s) != 0 || S_ISREG(s.st_mode);
}

/* A link stays a link: the file it points to is replaced. */
static int find_target(struct output *o) {
  struct stat s;
  bool link = lstat(o->name, &s) == 0 && S_ISLNK(s.st_mode) && stat(o->name, &s) == 0;
  char *real = link ? realpath(o->name, NULL) : NULL;
  const char *target = real != NULL ? real : o->name;
  size_t n = strlen(target);
  int why = link && real == NULL ? errno : n >= sizeof o->target ? ENAMETOOLONG : 0;
  if (why == 0) memcpy(o->target, target, n + 1);
  free(real);
  return why;
}

/* A file that gets its name at the end, or what is there to be written to and is none. */
static int open_file(struct output *o) {
  if (!is_plain(o->name)) {
    o->part.fd = open(o->name, O_WRONLY | O_APPEND | O_CLOEXEC);
    return o->part.fd < 0 ? errno : 0;
  }
  int why = find_target(o);
  if (why == 0) why = part_open(&o->part, o->target);
  o->plain = why == 0;
  if (o->plain && o->part.name[0] != '\0') watch(o->part.name);
  return why;
}

enum imp_status output_open(struct output *o, const char *name, struct imp_error *err) {
  *o = (struct output){.name = name, .part.fd = -1};
  if (name == NULL || strcmp(name, "-") == 0) {
    o->name = NULL;
    o->file = stdout;
    return IMP_OK;
  }
  int why = open_file(o), own = why == 0 ? dup(o->part.fd) : -1;
  if (why == 0 && own < 0) why = errno;
  o->file = own >= 0 ? fdopen(own, "w") : NULL;
  if (o->file != NULL) return IMP_OK;
  if (own >= 0) {
    why = errno;
    close(own);
  }
  output_drop(o);
  return cannot_write(o, why, err);
}

enum imp_status output_bytes(struct output *o, const void *bytes, size_t n, struct imp_error *err) {
  return n > 0 && fwrite(bytes, 1, n, o->file) != n ? cannot_write(o, errno, err) : IMP_OK;
}

enum imp_status output_put(struct output *o, struct imp_text *text, struct imp_error *err) {
  enum imp_status status = output_bytes(o, text->p, text->n, err);
  if (status == IMP_OK) text->n = 0;
  return status;
}

/* Under its name; an interrupt waits until that is done, so that none finds it half-way. */
static int land(struct output *o) {
  sigset_t these, before;
  sigemptyset(&these);
  sigaddset(&these, SIGINT);
  sigaddset(&these, SIGTERM);
  sigaddset(&these, SIGHUP);
  sigprocmask(SIG_BLOCK, &these, &before);
  int why = part_land(&o->part, o->target);
  unwatch();
  sigprocmask(SIG_SETMASK, &before, NULL);
  return why;
}

static int finish(struct output *o) {
  if (fflush(o->file) != 0) return errno;
  if (o->name == NULL) return 0;
  int closed = fclose(o->file);
  o->file = NULL;
  if (closed != 0) return errno;
  return o->plain ? land(o) : 0;
}

enum imp_status output_close(struct output *o, struct imp_error *err) {
  int why = finish(o);
  o->written = why == 0 && o->name != NULL;
  if (why == 0) return IMP_OK;
  output_drop(o);
  return cannot_write(o, why, err);
}

void output_drop(struct output *o) {
  if (o->name == NULL) return;
  if (o->file != NULL) fclose(o->file);
  o->file = NULL;
  part_drop(&o->part);
  unwatch();
}
