// SPDX-License-Identifier: Apache-2.0
// Exports with a fault: every file of faults/ gives the finding that expected.tsv promises, on its line, writes
// nothing, and every id has such a file and stands in docs/diagnostics.md.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "impost/import.h"
#include "source/load.h"

#define FAULTS IMPOST_ROOT "/tests/source/faults/"

static struct arena arena;

static struct str read_all(const char *path) {
  struct str bytes = {NULL, 0};
  struct imp_error err = {0};
  if (file_read(&arena, path, 0, &bytes, &err) != IMP_OK) fail_msg("%s", err.message);
  return bytes;
}

/* The first finding of a file. */
static void check_fault(const char *name, const char *id, unsigned line, const char *words) {
  char path[600];
  struct source_loaded l;
  struct imp_error err = {0};
  snprintf(path, sizeof path, "%s%s", FAULTS, name);
  assert_int_equal(source_load(&l, path, NULL, NULL, NULL, &err), IMP_OK);
  if (l.diags.count == 0) fail_msg("%s: no finding", name);
  const struct diag *d = &l.diags.items[0];
  if (strcmp(d->id + strlen("import."), id) != 0 || d->line != line ||
      strstr(d->message, words) == NULL) {
    fail_msg("%s: line %u: %s [%s]", name, d->line, d->message, d->id);
  }
  assert_string_equal(d->file, name);
  assert_true(strlen(d->next) > 0);
  source_loaded_free(&l);
}

static void test_every_fault(void **state) {
  (void)state;
  struct str rest = read_all(FAULTS "expected.tsv"), line, cell[4];
  while (str_split(&rest, '\n', &line)) {
    if (line.n == 0 || line.p[0] == '#') continue;
    for (int i = 0; i < 4; i++) assert_true(str_split(&line, '\t', &cell[i]));
    unsigned number = 0;
    for (size_t i = 0; i < cell[2].n; i++) number = number * 10 + (unsigned)(cell[2].p[i] - '0');
    check_fault(str_dup(&arena, cell[0]), str_dup(&arena, cell[1]), number,
                str_dup(&arena, cell[3]));
  }
}

static const char *const ids[] = {
#define SOURCE_DIAG(word, says, next) #word,
#include "source/diagnostics.def"
#undef SOURCE_DIAG
};

/* Two ids need more than a file: test_import.c and the cap of rows below. */
static void test_every_id_has_a_fault(void **state) {
  (void)state;
  struct str expected = read_all(FAULTS "expected.tsv");
  for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
    char cell[64];
    snprintf(cell, sizeof cell, "\t%s\t", ids[i]);
    if (strstr(expected.p, cell) == NULL && strcmp(ids[i], "rows") != 0 &&
        strcmp(ids[i], "correction") != 0) {
      fail_msg("no file has the fault %s", ids[i]);
    }
  }
}

static void test_docs_explain_every_id(void **state) {
  (void)state;
  struct str page = read_all(IMPOST_ROOT "/docs/diagnostics.md");
  for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
    char word[64];
    snprintf(word, sizeof word, "`import.%s`", ids[i]);
    if (strstr(page.p, word) == NULL) fail_msg("docs/diagnostics.md does not explain %s", word);
  }
}

static void test_too_many_rows(void **state) {
  (void)state;
  char path[] = "/tmp/impost-rows-XXXXXX";
  int fd = mkstemp(path);
  assert_true(fd >= 0);
  FILE *file = fdopen(fd, "w");
  fputs("HTS Number,Indent,Description,Unit of Quantity,General Rate of Duty,Special Rate of Duty,"
        "Column 2 Rate of Duty\n",
        file);
  for (unsigned i = 0; i <= SOURCE_ROWS_MAX; i++) fputs(",0,wug,,,,\n", file);
  fclose(file);
  struct source_loaded l;
  struct imp_error err = {0};
  assert_int_equal(source_load(&l, path, NULL, NULL, NULL, &err), IMP_OK);
  assert_string_equal(l.diags.items[0].id, "import.rows");
  source_loaded_free(&l);
  remove(path);
}

static void test_many_findings_are_counted(void **state) {
  (void)state;
  char path[] = "/tmp/impost-many-XXXXXX";
  int fd = mkstemp(path);
  assert_true(fd >= 0);
  FILE *file = fdopen(fd, "w");
  fputs("[\n", file);
  for (unsigned i = 0; i < 300; i++) {
    fprintf(file,
            "{\"htsno\":\"0101.%02u.%02u.00\",\"indent\":\"1\",\"description\":\"wug\",\"units\":["
            "\"kg\"],"
            "\"general\":\"a song\",\"special\":\"\",\"other\":\"Free\"}%s\n",
            10 + i / 100, i % 100, i < 299 ? "," : "]");
  }
  fclose(file);
  struct source_loaded l;
  struct imp_error err = {0};
  assert_int_equal(source_load(&l, path, NULL, NULL, NULL, &err), IMP_OK);
  assert_int_equal(l.file.findings, 301); /* and no chapter 98 */
  assert_int_equal(l.diags.count, SOURCE_FINDINGS_MAX);
  source_loaded_free(&l);
  remove(path);
}

static int finish(void **state) {
  (void)state;
  arena_free(&arena);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_every_fault),
      cmocka_unit_test(test_every_id_has_a_fault),
      cmocka_unit_test(test_docs_explain_every_id),
      cmocka_unit_test(test_too_many_rows),
      cmocka_unit_test(test_many_findings_are_counted),
  };
  return cmocka_run_group_tests(tests, NULL, finish);
}
