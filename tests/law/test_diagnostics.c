// SPDX-License-Identifier: Apache-2.0
// Every id of the table has an example that produces it, with the words as they are shown.
//
// IMPOST_ACCEPT=1 rewrites the expected texts; read the difference before committing it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "law/findings.h"

#define EXAMPLES IMPOST_ROOT "/tests/law/diagnostics"

static bool mentions(const struct diag_list *diags, const char *id) {
  for (size_t i = 0; i < diags->count; i++)
    if (strcmp(diags->items[i].id, id) == 0) return true;
  return false;
}

/* A diagnostic tells where and what to do next. */
static void assert_whole(const struct diag_list *diags) {
  for (size_t i = 0; i < diags->count; i++) {
    assert_true(diags->items[i].line > 0);
    assert_true(diags->items[i].col > 0);
    assert_true(strlen(diags->items[i].message) > 10);
    assert_true(strlen(diags->items[i].next) > 0);
  }
}

static void compare(const char *path, const struct buf *shown) {
  struct arena a = {0};
  struct str expected = {"", 0};
  struct imp_error err;
  if (getenv("IMPOST_ACCEPT"))
    assert_int_equal(file_write_whole(path, buf_str(shown), &err), IMP_OK);
  if (file_read(&a, path, 0, &expected, &err) != IMP_OK)
    fail_msg("%s is missing; write it with IMPOST_ACCEPT=1", path);
  if (!str_eq(expected, buf_str(shown)))
    fail_msg("%s expects\n%.*s\nbut the program says\n%s", path, (int)expected.n, expected.p,
             shown->p);
  arena_free(&a);
}

static void run_example(const char *id) {
  char path[400], name[80];
  struct arena a = {0};
  struct imp_error err = {0};
  struct law_text text = {.path = name};
  snprintf(name, sizeof name, "%s.law", id);
  snprintf(path, sizeof path, EXAMPLES "/%s", name);
  if (file_read(&a, path, 0, &text.bytes, &err) != IMP_OK) fail_msg("the id %s has no example", id);

  struct diag_list diags = {0};
  struct law *law = NULL;
  struct buf shown = {0};
  assert_int_equal(law_load_texts(&text, 1, &law, &diags, &err), IMP_OK);
  diag_print(&diags, &shown);
  assert_false(shown.failed);
  if (!mentions(&diags, id))
    fail_msg("the example of %s does not produce it, but\n%s", id, shown.p ? shown.p : "nothing");
  assert_whole(&diags);
  snprintf(path, sizeof path, EXAMPLES "/%s.txt", id);
  compare(path, &shown);
  law_free(law);
  diag_free(&diags);
  buf_free(&shown);
  arena_free(&a);
}

static void every_id_has_an_example(void **state) {
  (void)state;
  for (int i = 0; i < LAW_DIAG_COUNT; i++) run_example(law_diag_table[i].id);
}

static void every_id_begins_with_its_check(void **state) {
  (void)state;
  for (int i = 0; i < LAW_DIAG_COUNT; i++) {
    const struct law_diag_row *row = &law_diag_table[i];
    size_t n = strlen(row->check);
    assert_memory_equal(row->id, row->check, n);
    assert_int_equal(row->id[n], '.');
    for (int k = 0; k < i; k++) assert_string_not_equal(row->id, law_diag_table[k].id);
  }
}

/* docs/diagnostics.md explains every id. */
static void every_id_is_documented(void **state) {
  (void)state;
  struct arena a = {0};
  struct str page;
  struct imp_error err;
  assert_int_equal(file_read(&a, IMPOST_ROOT "/docs/diagnostics.md", 0, &page, &err), IMP_OK);
  for (int i = 0; i < LAW_DIAG_COUNT; i++) {
    char cell[100];
    snprintf(cell, sizeof cell, "| `%s` |", law_diag_table[i].id);
    if (!strstr(page.p, cell))
      fail_msg("docs/diagnostics.md does not explain %s", law_diag_table[i].id);
  }
  arena_free(&a);
}

static void an_example_has_an_id(void **state) {
  (void)state;
  static const char *const endings[] = {".law", ".txt", NULL};
  struct arena a = {0};
  struct file_list files;
  struct imp_error err;
  assert_int_equal(file_tree(&a, EXAMPLES, endings, NULL, &files, &err), IMP_OK);
  assert_int_equal(files.count, 2 * LAW_DIAG_COUNT);
  arena_free(&a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_id_has_an_example),
      cmocka_unit_test(every_id_begins_with_its_check),
      cmocka_unit_test(every_id_is_documented),
      cmocka_unit_test(an_example_has_an_id),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
