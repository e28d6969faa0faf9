// SPDX-License-Identifier: Apache-2.0
// Files: reading with caps, trees in order, writing whole or not at all, also onto a full disk.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/part.h"
#include "support/scarce.h"

static char folder[256];

static const char *in(const char *name) {
  static char path[512];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

static void put(const char *name, const char *text) {
  struct imp_error err;
  assert_int_equal(file_write_whole(in(name), str_of(text), &err), IMP_OK);
}

static int begin(void **state) {
  (void)state;
  const char *base = getenv("TMPDIR");
  snprintf(folder, sizeof folder, "%s/impost-file-XXXXXX", base != NULL ? base : "/tmp");
  return mkdtemp(folder) == NULL;
}

static int finish(void **state) {
  (void)state;
  static const char *const names[] = {"b/z.law",   "b/.hidden.law", ".git/x.law", "doubtful/x.law",
                                      "a.law",     "a-b.law",       "a/c.list",   "link.law",
                                      "notes.txt", "out",           "linked",     "whole",
                                      "named"};
  static const char *const folders[] = {"b", ".git", "doubtful", "a", ""};
  for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
    unlink(in(names[i]));
  }
  for (size_t i = 0; i < sizeof folders / sizeof folders[0]; i++) {
    rmdir(in(folders[i]));
  }
  return access(folder, F_OK) == 0;
}

static void test_read(void **state) {
  (void)state;
  struct arena a = {0};
  struct str text;
  struct imp_error err = {0};
  put("out", "twelve bytes");
  assert_int_equal(file_read(&a, in("out"), 0, &text, &err), IMP_OK);
  assert_true(str_eq(text, STR("twelve bytes")));
  assert_int_equal(text.p[text.n], '\0');
  assert_int_equal(file_read(&a, in("out"), 12, &text, &err), IMP_OK);
  assert_int_equal(file_read(&a, in("out"), 11, &text, &err), IMP_IO);
  assert_string_equal(err.id, "io.too-large");
  put("out", "");
  assert_int_equal(file_read(&a, in("out"), 0, &text, &err), IMP_OK);
  assert_int_equal(text.n, 0);
  arena_free(&a);
}

static void test_read_refused(void **state) {
  (void)state;
  struct arena a = {0};
  struct str text;
  struct imp_error err = {0};
  assert_int_equal(file_read(&a, in("none"), 0, &text, &err), IMP_IO);
  assert_string_equal(err.id, "io.open");
  assert_non_null(strstr(err.message, "No such file"));
  assert_true(err.next[0] != '\0');
  assert_int_equal(file_read(&a, folder, 0, &text, &err), IMP_IO);
  assert_string_equal(err.id, "io.not-a-file");
  assert_int_equal(file_read(&a, in("none"), 0, &text, NULL), IMP_IO);
  put("out", "some");
  struct arena small = {.limit = 2};
  assert_int_equal(file_read(&small, in("out"), 0, &text, &err), IMP_NO_MEMORY);
  arena_free(&small);
  arena_free(&a);
}

static void make_tree(void) {
  mkdir(in("b"), 0777);
  mkdir(in(".git"), 0777);
  mkdir(in("doubtful"), 0777);
  mkdir(in("a"), 0777);
  put("b/z.law", "");
  put("b/.hidden.law", "");
  put(".git/x.law", "");
  put("doubtful/x.law", "");
  put("a.law", "");
  put("a-b.law", "");
  put("a/c.list", "");
  put("notes.txt", "");
  char target[512];
  snprintf(target, sizeof target, "%s", in("a.law"));
  assert_int_equal(symlink(target, in("link.law")), 0);
}

static void test_tree(void **state) {
  (void)state;
  static const char *const endings[] = {".law", ".list", NULL};
  static const char *const skip[] = {"doubtful", NULL};
  static const char *const want[] = {"a-b.law",       "a.law",   "a/c.list",
                                     "b/.hidden.law", "b/z.law", "link.law"};
  struct arena a = {0};
  struct file_list list;
  struct imp_error err = {0};
  make_tree();
  assert_int_equal(file_tree(&a, folder, endings, skip, &list, &err), IMP_OK);
  assert_int_equal(list.count, 6);
  for (size_t i = 0; i < list.count; i++) {
    assert_string_equal(list.paths[i], want[i]);
  }
  assert_int_equal(file_tree(&a, folder, endings, NULL, &list, &err), IMP_OK);
  assert_int_equal(list.count, 7);
  assert_int_equal(file_tree(&a, in("none"), endings, NULL, &list, &err), IMP_IO);
  assert_int_equal(list.count, 0);
  arena_free(&a);
}

static void test_write_replaces(void **state) {
  (void)state;
  struct arena a = {0};
  struct str text;
  struct stat st;
  put("out", "old");
  chmod(in("out"), 0640);
  put("out", "new");
  assert_int_equal(file_read(&a, in("out"), 0, &text, NULL), IMP_OK);
  assert_true(str_eq(text, STR("new")));
  assert_int_equal(stat(in("out"), &st), 0);
  assert_int_equal(st.st_mode & 0777, 0640);
  char target[512];
  snprintf(target, sizeof target, "%s", in("out"));
  assert_int_equal(symlink(target, in("linked")), 0);
  put("linked", "through");
  assert_int_equal(lstat(in("linked"), &st), 0);
  assert_true(S_ISLNK(st.st_mode));
  assert_int_equal(file_read(&a, in("out"), 0, &text, NULL), IMP_OK);
  assert_true(str_eq(text, STR("through")));
  arena_free(&a);
}

// A full disk and a folder that is not there: an error in words, and nothing left behind.
static void test_write_fails(void **state) {
  (void)state;
  struct imp_error err = {0};
  if (access("/dev/full", W_OK) == 0) {
    assert_int_equal(file_write_whole("/dev/full", STR("x"), &err), IMP_IO);
    assert_string_equal(err.id, "io.write");
    struct stat st;
    assert_int_equal(stat("/dev/full", &st), 0);
    assert_true(S_ISCHR(st.st_mode));
  }
  assert_int_equal(file_write_whole(in("none/out"), STR("x"), &err), IMP_IO);
  assert_int_equal(file_write_whole(folder, STR("x"), &err), IMP_IO);
  assert_false(file_exists(in("none")));
}

static size_t files_there(void) {
  static const char *const endings[] = {"", NULL};
  struct arena a = {0};
  struct file_list list;
  assert_int_equal(file_tree(&a, folder, endings, NULL, &list, NULL), IMP_OK);
  size_t count = list.count;
  arena_free(&a);
  return count;
}

// With a name or without one until the end: whole under the target's name, also in place of another, or nothing.
static void test_part(void **state) {
  (void)state;
  int (*const opens[])(struct part *, const char *) = {part_open, part_open_named};
  for (size_t k = 0; k < 2; k++) {
    struct part p;
    char target[512];
    snprintf(target, sizeof target, "%s", in(k == 0 ? "whole" : "named"));
    size_t before = files_there();
    assert_int_equal(opens[k](&p, target), 0);
    assert_false(file_exists(target));
    assert_int_equal(write(p.fd, "abc", 3), 3);
    part_drop(&p);
    assert_int_equal(files_there(), before);
    for (int again = 0; again < 2; again++) {
      assert_int_equal(opens[k](&p, target), 0);
      assert_int_equal(write(p.fd, "abc", 3), 3);
      assert_int_equal(part_land(&p, target), 0);
      part_drop(&p);
      assert_int_equal(files_there(), before + 1);
    }
    assert_int_equal(opens[k](&p, in("none/out")), ENOENT);
    assert_int_equal(opens[k](&p, target), 0);
    assert_int_not_equal(part_land(&p, folder), 0); // a folder stays
    assert_int_equal(files_there(), before + 1);
  }
}

static void test_asks(void **state) {
  (void)state;
  put("out", "x");
  assert_true(file_is_dir(folder));
  assert_false(file_is_dir(in("out")));
  assert_true(file_exists(in("out")));
  assert_false(file_exists(in("none")));
}

static void test_tree_every_failure(void **state) {
  (void)state;
  static const char *const endings[] = {".law", NULL};
  enum imp_status status = IMP_NO_MEMORY;
  for (size_t n = 0; status != IMP_OK; n++) {
    struct arena a = {0};
    struct file_list list;
    scarce_begin(n);
    status = file_tree(&a, folder, endings, NULL, &list, NULL);
    arena_free(&a);
    assert_int_equal(scarce_end(), 0);
    assert_true(status == IMP_OK || status == IMP_NO_MEMORY);
    assert_true(n < 1000);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_read),        cmocka_unit_test(test_read_refused),
      cmocka_unit_test(test_tree),        cmocka_unit_test(test_write_replaces),
      cmocka_unit_test(test_write_fails), cmocka_unit_test(test_part),
      cmocka_unit_test(test_asks),        cmocka_unit_test(test_tree_every_failure),
  };
  return cmocka_run_group_tests_name("file", tests, begin, finish);
}
