// SPDX-License-Identifier: Apache-2.0
// Every finding of evaluating the law has an example that produces it, with the words as they are shown:
// tests/book/diagnostics/ID.law or ID.case, and ID.txt.
//
// IMPOST_ACCEPT=1 rewrites the expected texts; read the difference before committing it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "book/judge.h"
#include "support/ask.h"

#define EXAMPLES IMPOST_ROOT "/tests/book/diagnostics"

static char folder[200];
static const char *const tables[] = {"places.tsv", "us/schedule.tsv", "us/renumbered.tsv"};

/* What a case is judged by: the ordinary duty alone. */
static const char common[] = "act us.htsus\n"
                             "  title      Harmonized Tariff Schedule\n"
                             "  kind       statute\n"
                             "  signed     1988-08-23\n"
                             "jurisdiction US\n"
                             "  money   USD\n"
                             "measure us.base\n"
                             "  title    Ordinary customs duty\n"
                             "  into     US\n"
                             "  rate     general  from 1989-01-01  by us.htsus\n";

static const char *in(const char *name) {
  static char path[400];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

/* A folder of law with the shipped tables and nothing else in it. */
static int begin(void **state) {
  (void)state;
  const char *base = getenv("TMPDIR");
  snprintf(folder, sizeof folder, "%s/impost-book-XXXXXX", base ? base : "/tmp");
  if (!mkdtemp(folder) || mkdir(in("us"), 0777)) return 1;
  for (size_t i = 0; i < 3; i++) {
    char from[400];
    snprintf(from, sizeof from, "%s/%s", ask_folder(), tables[i]);
    if (symlink(from, in(tables[i]))) return 1;
  }
  return 0;
}

static int finish(void **state) {
  (void)state;
  for (size_t i = 0; i < 3; i++) unlink(in(tables[i]));
  rmdir(in("us"));
  return rmdir(folder);
}

static bool read_example(struct arena *a, const char *id, const char *ending, struct str *bytes) {
  char path[400];
  snprintf(path, sizeof path, EXAMPLES "/%s%s", id, ending);
  return file_read(a, path, 0, bytes, NULL) == IMP_OK;
}

static void compare(struct arena *a, const char *id, struct str shown) {
  char path[400];
  struct str expected = {"", 0};
  snprintf(path, sizeof path, EXAMPLES "/%s.txt", id);
  if (getenv("IMPOST_ACCEPT")) assert_int_equal(file_write_whole(path, shown, NULL), IMP_OK);
  if (!read_example(a, id, ".txt", &expected))
    fail_msg("%s is missing; write it with IMPOST_ACCEPT=1", path);
  if (!str_eq(expected, shown))
    fail_msg("%s expects\n%.*s\nbut the check says\n%.*s", path, (int)expected.n, expected.p,
             (int)shown.n, shown.p);
}

static void run_example(const struct book_diag_row *row) {
  struct arena a = {0};
  struct str bytes;
  struct imp_text shown = {0};
  struct imp_error err = {0};
  struct imp_check_options options = {.only = row->check};
  bool is_law = read_example(&a, row->id, ".law", &bytes);
  if (!is_law && !read_example(&a, row->id, ".case", &bytes))
    fail_msg("the id %s has no example", row->id);
  const char *name = is_law ? "us/example.law" : "us/example.case";
  if (!is_law)
    assert_int_equal(file_write_whole(in("us/common.law"), str_of(common), NULL), IMP_OK);
  assert_int_equal(file_write_whole(in(name), bytes, NULL), IMP_OK);
  enum imp_status status = imp_check(folder, &options, &shown, &err);
  unlink(in(name));
  unlink(in("us/common.law"));
  if (status != IMP_OK && status != IMP_FINDINGS) fail_msg("%s: %s", row->id, err.message);
  if (!shown.p || !strstr(shown.p, row->id))
    fail_msg("the example of %s does not produce it, but\n%s", row->id, shown.p ? shown.p : "");
  compare(&a, row->id, (struct str){shown.p, shown.n});
  imp_text_free(&shown);
  arena_free(&a);
}

static void every_id_has_an_example(void **state) {
  (void)state;
  for (int i = 0; i < BOOK_DIAG_COUNT; i++) run_example(&book_diag_table[i]);
}

static void every_id_begins_with_its_check(void **state) {
  (void)state;
  for (int i = 0; i < BOOK_DIAG_COUNT; i++) {
    const struct book_diag_row *row = &book_diag_table[i];
    size_t n = strlen(row->check);
    assert_memory_equal(row->id, row->check, n);
    assert_int_equal(row->id[n], '.');
    assert_true(strlen(row->line) > 10);
  }
}

static void every_id_is_documented(void **state) {
  (void)state;
  struct arena a = {0};
  struct str page;
  assert_int_equal(file_read(&a, IMPOST_ROOT "/docs/diagnostics.md", 0, &page, NULL), IMP_OK);
  for (int i = 0; i < BOOK_DIAG_COUNT; i++) {
    char cell[200];
    snprintf(cell, sizeof cell, "| `%s` | %s |", book_diag_table[i].id, book_diag_table[i].line);
    if (!strstr(page.p, cell)) fail_msg("docs/diagnostics.md has no row %s", cell);
  }
  arena_free(&a);
}

static void an_example_has_an_id(void **state) {
  (void)state;
  static const char *const endings[] = {".law", ".case", ".txt", NULL};
  struct arena a = {0};
  struct file_list files;
  assert_int_equal(file_tree(&a, EXAMPLES, endings, NULL, &files, NULL), IMP_OK);
  assert_int_equal(files.count, 2 * BOOK_DIAG_COUNT);
  arena_free(&a);
}

/* The same findings as JSON are one object with a line for each. */
static void findings_as_json(void **state) {
  (void)state;
  struct arena a = {0};
  struct str bytes;
  struct imp_text shown = {0};
  struct imp_check_options options = {.only = "asserts", .json = 1};
  assert_true(read_example(&a, "asserts.fails", ".law", &bytes));
  assert_int_equal(file_write_whole(in("us/example.law"), bytes, NULL), IMP_OK);
  assert_int_equal(imp_check(folder, &options, &shown, NULL), IMP_FINDINGS);
  unlink(in("us/example.law"));
  assert_non_null(strstr(shown.p, "\"schema\":\"impost.check/1\""));
  assert_non_null(strstr(shown.p, "\"errors\":3,\"asserts\":4"));
  imp_text_free(&shown);
  arena_free(&a);
}

/* Cases and asserts that fail, judged by one thread and by two: the same words in the same order. */
static void threads_find_the_same(void **state) {
  (void)state;
  struct arena a = {0};
  struct str law, cases;
  struct imp_text one = {0}, two = {0};
  struct imp_check_options options = {.jobs = 1};
  assert_true(read_example(&a, "asserts.fails", ".law", &law));
  assert_true(read_example(&a, "cases.fails", ".case", &cases));
  assert_int_equal(file_write_whole(in("us/example.law"), law, NULL), IMP_OK);
  assert_int_equal(file_write_whole(in("us/example.case"), cases, NULL), IMP_OK);
  assert_int_equal(imp_check(folder, &options, &one, NULL), IMP_FINDINGS);
  options.jobs = 2;
  assert_int_equal(imp_check(folder, &options, &two, NULL), IMP_FINDINGS);
  unlink(in("us/example.law"));
  unlink(in("us/example.case"));
  assert_non_null(strstr(two.p, "asserts.fails"));
  assert_non_null(strstr(two.p, "cases.fails"));
  assert_string_equal(one.p, two.p);
  imp_text_free(&one);
  imp_text_free(&two);
  arena_free(&a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(threads_find_the_same),          cmocka_unit_test(every_id_has_an_example),
      cmocka_unit_test(every_id_begins_with_its_check), cmocka_unit_test(every_id_is_documented),
      cmocka_unit_test(an_example_has_an_id),           cmocka_unit_test(findings_as_json),
  };
  return cmocka_run_group_tests_name("book: diagnostics", tests, begin, finish);
}
