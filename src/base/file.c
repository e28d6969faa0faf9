// SPDX-License-Identifier: Apache-2.0
// Files: read whole, and list a tree in a fixed order.
//
// Everything from outside has a cap: bytes of a file, depth of a tree. The order of a listing is
// the order of the bytes of the paths, never that of the file system.
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH_MOST = 32 };

static const size_t READ_MOST = (size_t)1 << 30;

bool file_is_dir(const char *path) {
  struct stat st;
  return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool file_exists(const char *path) {
  struct stat st;
  return stat(path, &st) == 0;
}

static enum imp_status cannot_open(const char *path, struct imp_error *err) {
  return error_set(err, IMP_IO, "io.open", "see that it is there and may be read",
                   "cannot read %s: %s", path, strerror(errno));
}

static enum imp_status fill(int fd, const char *path, char *bytes, size_t size, size_t *got,
                            struct imp_error *err) {
  *got = 0;
  while (*got < size) {
    ssize_t n = read(fd, bytes + *got, size - *got);
    if (n == 0) {
      break;
    }
    if (n < 0 && errno != EINTR) {
      return error_set(err, IMP_IO, "io.read", "check the disk and the file", "cannot read %s: %s",
                       path, strerror(errno));
    }
    *got += n > 0 ? (size_t)n : 0;
  }
  return IMP_OK;
}

static enum imp_status read_open(struct arena *a, int fd, const char *path, size_t cap,
                                 struct str *out, struct imp_error *err) {
  struct stat st;
  if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
    return error_set(err, IMP_IO, "io.not-a-file", "name a regular file", "%s is no file", path);
  }
  if (st.st_size < 0 || (uintmax_t)st.st_size > cap) {
    return error_set(err, IMP_IO, "io.too-large", "split the file",
                     "%s is larger than the %zu bytes that are read", path, cap);
  }
  size_t size = (size_t)st.st_size, got;
  char *bytes = arena_alloc(a, size + 1);
  if (bytes == NULL) {
    return error_no_memory(err);
  }
  enum imp_status status = fill(fd, path, bytes, size, &got, err);
  if (status == IMP_OK) {
    bytes[got] = '\0';
    *out = (struct str){bytes, got};
  }
  return status;
}

enum imp_status file_read(struct arena *a, const char *path, size_t cap, struct str *out,
                          struct imp_error *err) {
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) {
    return cannot_open(path, err);
  }
  enum imp_status status = read_open(a, fd, path, cap == 0 ? READ_MOST : cap, out, err);
  close(fd);
  return status;
}

struct walk {
  struct arena *arena;
  const char *const *endings, *const *skip;
  void *paths; /* heap array of const char * while the tree is walked */
  size_t count, cap;
  struct imp_error *err;
};

static bool ends_in_one(const char *name, const char *const *endings) {
  size_t n = strlen(name);
  for (; *endings != NULL; endings++) {
    size_t m = strlen(*endings);
    if (n >= m && strcmp(name + n - m, *endings) == 0) {
      return true;
    }
  }
  return false;
}

static bool is_one_of(const char *name, const char *const *names) {
  for (; names != NULL && *names != NULL; names++) {
    if (strcmp(name, *names) == 0) {
      return true;
    }
  }
  return false;
}

static char *join(struct arena *a, const char *folder, const char *name) {
  size_t n = strlen(folder), m = strlen(name), gap = n > 0;
  char *path = arena_alloc(a, n + gap + m + 1);
  if (path != NULL) {
    memcpy(path, folder, n);
    memcpy(path + n, "/", gap);
    memcpy(path + n + gap, name, m);
  }
  return path;
}

static enum imp_status walk_folder(struct walk *w, const char *full, const char *shown, int depth);

// Links to files are followed, links to folders are not: a tree has no circles.
static enum imp_status walk_entry(struct walk *w, const char *full, const char *shown,
                                  const char *name, int depth) {
  char *path = join(w->arena, full, name), *relative = join(w->arena, shown, name);
  if (path == NULL || relative == NULL) {
    return error_no_memory(w->err);
  }
  struct stat st;
  if (lstat(path, &st) == 0 && S_ISDIR(st.st_mode)) {
    bool passed_over = name[0] == '.' || is_one_of(name, w->skip);
    return passed_over ? IMP_OK : walk_folder(w, path, relative, depth + 1);
  }
  if (!ends_in_one(name, w->endings) || stat(path, &st) != 0 || !S_ISREG(st.st_mode)) {
    return IMP_OK;
  }
  if (!mem_grow(&w->paths, &w->cap, w->count + 1, sizeof(char *))) {
    return error_no_memory(w->err);
  }
  ((const char **)w->paths)[w->count++] = relative;
  return IMP_OK;
}

static enum imp_status walk_folder(struct walk *w, const char *full, const char *shown, int depth) {
  if (depth > DEPTH_MOST) {
    return error_set(w->err, IMP_IO, "io.too-deep", "put the files less deep",
                     "%s lies more than %d folders deep", full, DEPTH_MOST);
  }
  DIR *dir = opendir(full);
  if (dir == NULL) {
    return cannot_open(full, w->err);
  }
  enum imp_status status = IMP_OK;
  struct dirent *entry;
  while (status == IMP_OK && (entry = readdir(dir)) != NULL) {
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
      status = walk_entry(w, full, shown, entry->d_name, depth);
    }
  }
  closedir(dir);
  return status;
}

static int by_bytes(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

enum imp_status file_tree(struct arena *a, const char *root, const char *const *endings,
                          const char *const *skip, struct file_list *out, struct imp_error *err) {
  struct walk w = {.arena = a, .endings = endings, .skip = skip, .err = err};
  *out = (struct file_list){0};
  enum imp_status status = walk_folder(&w, root, "", 0);
  if (status == IMP_OK && w.count > 0) {
    qsort(w.paths, w.count, sizeof(char *), by_bytes);
    out->paths = arena_copy(a, w.paths, w.count * sizeof(char *));
    out->count = out->paths == NULL ? 0 : w.count;
    status = out->paths == NULL ? error_no_memory(err) : IMP_OK;
  }
  mem_free(w.paths);
  return status;
}
