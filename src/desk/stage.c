// SPDX-License-Identifier: Apache-2.0
// The law as it would be: a folder of links to the law's files, and the one changed file in its place, checked as a
// person would check it. The law itself is not touched.
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "desk/desk.h"
#include "impost/law.h"

struct stage {
  struct arena arena;
  char root[PATH_MAX];
  char law[PATH_MAX]; /* resolved: a link wants a whole path */
  struct file_list files;
  struct imp_error *err;
};

static enum imp_status cannot(struct stage *s, const char *what) {
  return error_set(s->err, IMP_IO, "propose.stage", "set TMPDIR to a folder that can be written",
                   "cannot lay out the law for a check: %s: %s", what, strerror(errno));
}

static char *join(struct stage *s, const char *folder, const char *name) {
  struct buf path = {0};
  buf_printf(&path, "%s/%s", folder, name);
  return (char *)(uintptr_t)buf_keep(&path, &s->arena);
}

/* Makes the folders above a file of the stage. */
static enum imp_status make_folders(struct stage *s, char *path) {
  for (char *p = path + strlen(s->root) + 1; (p = strchr(p, '/')) != NULL; p++) {
    *p = '\0';
    bool failed = mkdir(path, 0700) != 0 && errno != EEXIST;
    *p = '/';
    if (failed) return cannot(s, path);
  }
  return IMP_OK;
}

static enum imp_status put_file(struct stage *s, const char *path, struct str text) {
  int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  size_t at = 0;
  if (fd < 0) return cannot(s, path);
  while (at < text.n) {
    ssize_t n = write(fd, text.p + at, text.n - at);
    if (n < 0 && errno != EINTR) break;
    at += n > 0 ? (size_t)n : 0;
  }
  int closed = close(fd);
  return at == text.n && closed == 0 ? IMP_OK : cannot(s, path);
}

static enum imp_status lay_out(struct stage *s, const char *changed, struct str text) {
  static const char *const all[] = {"", NULL};
  const char *tmp = getenv("TMPDIR");
  struct buf root = {0};
  buf_printf(&root, "%s/impost-XXXXXX", tmp != NULL && tmp[0] != '\0' ? tmp : "/tmp");
  bool fits = !root.failed && root.n < sizeof s->root;
  if (fits) memcpy(s->root, root.p, root.n + 1);
  buf_free(&root);
  if (!fits) return error_no_memory(s->err);
  if (mkdtemp(s->root) == NULL) {
    s->root[0] = '\0';
    return cannot(s, "a temporary folder");
  }
  enum imp_status status = file_tree(&s->arena, s->law, all, NULL, &s->files, s->err);
  for (size_t i = 0; i < s->files.count && status == IMP_OK; i++) {
    char *to = join(s, s->root, s->files.paths[i]), *from = join(s, s->law, s->files.paths[i]);
    if (to == NULL || from == NULL) return error_no_memory(s->err);
    status = make_folders(s, to);
    if (status == IMP_OK && strcmp(s->files.paths[i], changed) == 0)
      status = put_file(s, to, text);
    else if (status == IMP_OK && symlink(from, to) != 0)
      status = cannot(s, to);
  }
  return status;
}

/* Files first, then the folders above them, as far as they are empty: the last file takes its folders along. */
static void clear(struct stage *s) {
  size_t base = strlen(s->root);
  for (size_t i = 0; i < s->files.count && base > 0; i++) {
    char path[PATH_MAX + 1], *slash;
    size_t n = strlen(s->files.paths[i]);
    if (base + n + 2 > sizeof path) continue;
    memcpy(path, s->root, base);
    path[base] = '/';
    memcpy(path + base + 1, s->files.paths[i], n + 1);
    unlink(path);
    while ((slash = strrchr(path, '/')) != NULL && (size_t)(slash - path) > base) {
      *slash = '\0';
      if (rmdir(path) != 0) break;
    }
  }
  if (base > 0) rmdir(s->root);
  arena_free(&s->arena);
}

/* The first finding, on one line. */
static enum imp_status tell(const struct imp_text *found, struct imp_error *err) {
  struct str rest = {found->p, found->n}, line = {0};
  while (str_split(&rest, '\n', &line) && str_trim(line).n == 0) continue;
  if (str_starts(line, STR("impost: "))) line = str_sub(line, 8, line.n);
  return error_set(err, IMP_FINDINGS, "propose.check",
                   "type the statement otherwise (--line, --at, --if), or mend the law first",
                   "the law would not pass its checks: %.*s", (int)(line.n < 300 ? line.n : 300),
                   line.p != NULL ? line.p : "");
}

enum imp_status stage_check(const char *folder, const char *path, struct str text,
                            struct imp_error *err) {
  struct stage s = {.err = err};
  struct imp_check_options options = {0};
  struct imp_text found = {0};
  enum imp_status status = IMP_OK;
  if (realpath(folder, s.law) == NULL) status = cannot(&s, folder);
  if (status == IMP_OK) status = lay_out(&s, path, text);
  if (status == IMP_OK) status = imp_check(s.root, &options, &found, err);
  if (status == IMP_FINDINGS) status = tell(&found, err);
  imp_text_free(&found);
  clear(&s);
  return status;
}
