// SPDX-License-Identifier: Apache-2.0
// Faulty tables: every file of faults/ gives the finding it promises, and every id has such a file.
//
// A file is named ID[-more].TABLE.tsv and begins with `# expect FILE:LINE: words`. It is loaded in
// place of the good table of that name; what loading lets pass is given to names_check.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "names/names.h"
#include "support/scarce.h"

#define TABLES IMPOST_ROOT "/tests/names/tables"
#define FAULTS IMPOST_ROOT "/tests/names/faults"

static char folder[200];
static const char *const tables[3] = {"places.tsv", "us/schedule.tsv", "us/renumbered.tsv"};
static const char *const words[3] = {".places.tsv", ".schedule.tsv", ".renumbered.tsv"};

static const char *in(const char *name) {
  static char path[400];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

static int begin(void **state) {
  (void)state;
  const char *base = getenv("TMPDIR");
  snprintf(folder, sizeof folder, "%s/impost-names-XXXXXX", base != NULL ? base : "/tmp");
  return mkdtemp(folder) == NULL || mkdir(in("us"), 0777) != 0;
}

static int finish(void **state) {
  (void)state;
  for (int i = 0; i < 3; i++) {
    unlink(in(tables[i]));
  }
  rmdir(in("us"));
  return rmdir(folder);
}

static struct str bytes_of(struct arena *a, const char *path) {
  struct str bytes;
  struct imp_error err = {0};
  assert_int_equal(file_read(a, path, 0, &bytes, &err), IMP_OK);
  return bytes;
}

/* Copies the good tables, with the faulty one in its place. */
static void lay_out(struct arena *a, const char *name) {
  for (int i = 0; i < 3; i++) {
    char from[500];
    if (strstr(name, words[i]) != NULL) {
      snprintf(from, sizeof from, "%s/%s", FAULTS, name);
    } else {
      snprintf(from, sizeof from, "%s/%s", TABLES, tables[i]);
    }
    assert_int_equal(file_write_whole(in(tables[i]), bytes_of(a, from), NULL), IMP_OK);
  }
}

static bool reads(void *user, struct str rate) {
  (void)user;
  return !str_starts(rate, STR("about"));
}

static void id_of(const char *name, char out[64]) {
  size_t n = strcspn(name, "-.");
  snprintf(out, 64, "names.%.*s", (int)n, name);
}

/* The finding as "FILE:LINE: words", from loading or from checking. */
static void finding(char out[700], char id[64]) {
  struct names *n = NULL;
  struct imp_error err = {0};
  struct diag_list diags = {0};
  enum imp_status st = names_load(folder, &n, &err);
  if (st != IMP_OK) {
    assert_int_equal(st, IMP_IO);
    assert_null(n);
    snprintf(out, 700, "%s", err.message);
    snprintf(id, 64, "%s", err.id);
    return;
  }
  assert_int_equal(names_check(n, reads, NULL, &diags), IMP_OK);
  assert_true(diags.count > 0);
  snprintf(out, 700, "%s:%u: %s", diags.items[0].file, diags.items[0].line, diags.items[0].message);
  snprintf(id, 64, "%s", diags.items[0].id);
  assert_true(diags.items[0].next[0] != '\0');
  diag_free(&diags);
  names_free(n);
}

static void each_file(void **state) {
  (void)state;
  static const char *const endings[] = {".tsv", NULL};
  struct arena a = {0};
  struct file_list files;
  struct imp_error err = {0};
  assert_int_equal(file_tree(&a, FAULTS, endings, NULL, &files, &err), IMP_OK);
  assert_true(files.count > 20);
  for (size_t i = 0; i < files.count; i++) {
    char found[700], id[64], path[500], expected_id[64];
    snprintf(path, sizeof path, "%s/%s", FAULTS, files.paths[i]);
    struct str text = bytes_of(&a, path), line;
    assert_true(str_split(&text, '\n', &line));
    assert_true(str_starts(line, STR("# expect ")));
    lay_out(&a, files.paths[i]);
    finding(found, id);
    id_of(files.paths[i], expected_id);
    if (strcmp(id, expected_id) != 0 || strncmp(found, line.p + 9, line.n - 9) != 0) {
      fail_msg("%s: found %s %s", files.paths[i], id, found);
    }
  }
  arena_free(&a);
}

static void every_id_has_a_file(void **state) {
  (void)state;
  static const char *const endings[] = {".tsv", NULL};
  static const char *const ids[] = {
#define NAMES_DIAG(word, says, next) #word,
#include "names/diagnostics.def"
#undef NAMES_DIAG
  };
  struct arena a = {0};
  struct file_list files;
  struct imp_error err = {0};
  assert_int_equal(file_tree(&a, FAULTS, endings, NULL, &files, &err), IMP_OK);
  for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
    bool found = false;
    for (size_t j = 0; j < files.count && !found; j++) {
      size_t n = strlen(ids[i]);
      found = strncmp(files.paths[j], ids[i], n) == 0 && strchr("-.", files.paths[j][n]) != NULL;
    }
    if (!found) {
      fail_msg("no example of names.%s", ids[i]);
    }
  }
  arena_free(&a);
}

/* docs/diagnostics.md explains every id. */
static void every_id_is_explained(void **state) {
  (void)state;
  static const char *const ids[] = {
#define NAMES_DIAG(word, says, next) "`names." #word "`",
#include "names/diagnostics.def"
#undef NAMES_DIAG
  };
  struct arena a = {0};
  struct str page = bytes_of(&a, IMPOST_ROOT "/docs/diagnostics.md");
  for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
    if (strstr(page.p, ids[i]) == NULL) fail_msg("docs/diagnostics.md does not explain %s", ids[i]);
  arena_free(&a);
}

static void missing_table(void **state) {
  (void)state;
  struct names *n;
  struct imp_error err = {0};
  assert_int_equal(names_load("/nowhere/at/all", &n, &err), IMP_IO);
  assert_non_null(strstr(err.message, "places.tsv"));
}

static void good_tables_have_no_findings(void **state) {
  (void)state;
  struct names *n;
  struct imp_error err = {0};
  struct diag_list diags = {0};
  assert_int_equal(names_load(TABLES, &n, &err), IMP_OK);
  assert_int_equal(names_check(n, reads, NULL, &diags), IMP_OK);
  assert_int_equal(diags.count, 0);
  diag_free(&diags);
  names_free(n);
}

static void out_of_memory(void **state) {
  (void)state;
  enum imp_status st = IMP_NO_MEMORY;
  for (size_t allowed = 0; st != IMP_OK; allowed++) {
    struct names *n;
    struct imp_error err = {0};
    scarce_begin(allowed);
    st = names_load(TABLES, &n, &err);
    if (st == IMP_OK) {
      names_free(n);
    } else {
      assert_int_equal(st, IMP_NO_MEMORY);
      assert_null(n);
    }
    assert_int_equal(scarce_end(), 0);
    assert_true(allowed < 1000);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_file),
      cmocka_unit_test(every_id_has_a_file),
      cmocka_unit_test(every_id_is_explained),
      cmocka_unit_test(missing_table),
      cmocka_unit_test(good_tables_have_no_findings),
      cmocka_unit_test(out_of_memory),
  };
  return cmocka_run_group_tests_name("names: faults", tests, begin, finish);
}
