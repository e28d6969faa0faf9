// SPDX-License-Identifier: Apache-2.0
// Importing small editions of goods that are nowhere: what is written and said, CSV as JSON, corrections,
// previews, and that nothing is half written. editions/us/ has the tables, checked by hand.
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
#include "base/mem.h"
#include "impost/goods.h"
#include "impost/import.h"
#include "support/scarce.h"

#define EDITIONS IMPOST_ROOT "/tests/source/editions/"

static char folder[200]; /* fresh for each test: law in it, goods.tsv */
static struct arena arena;
static struct imp_text text;
static struct imp_error err;

static const char *in(const char *name) {
  struct buf b = {0};
  buf_printf(&b, "%s/%s", folder, name);
  const char *path = str_dup(&arena, buf_str(&b));
  buf_free(&b);
  return path;
}

static int begin(void **state) {
  (void)state;
  const char *base = getenv("TMPDIR");
  snprintf(folder, sizeof folder, "%s/impost-import-XXXXXX", base != NULL ? base : "/tmp");
  return mkdtemp(folder) == NULL;
}

static int finish(void **state) {
  (void)state;
  char command[300];
  snprintf(command, sizeof command, "rm -r '%s'", folder);
  imp_text_free(&text);
  arena_free(&arena);
  return system(command);
}

static const char *read_all(const char *path) {
  struct str bytes = {NULL, 0};
  if (file_read(&arena, path, 0, &bytes, &err) != IMP_OK) fail_msg("%s", err.message);
  return bytes.p;
}

static void write_all(const char *path, const char *bytes) {
  assert_int_equal(file_write_whole(path, str_of(bytes), &err), IMP_OK);
}

static struct imp_import_options options(const char *file, const char *date, const char *name) {
  return (struct imp_import_options){.file = file,
                                     .date = date,
                                     .name = name,
                                     .law = in("law"),
                                     .out = in("law"),
                                     .goods = in("goods.tsv")};
}

static enum imp_status import(const struct imp_import_options *o) {
  imp_text_free(&text);
  err = (struct imp_error){0};
  return imp_import_hts(o, &text, &err);
}

static void import_well(const char *file, const char *date, const char *name) {
  struct imp_import_options o = options(file, date, name);
  if (import(&o) != IMP_OK) fail_msg("%s %s", err.message, text.p != NULL ? text.p : "");
}

static void import_basic(void) {
  import_well(EDITIONS "basic.json", "2030-01-01", "2030 basic");
}

static void says(const char *words) {
  if (strstr(text.p, words) == NULL) fail_msg("\"%s\" is not in:\n%s", words, text.p);
}

/* ---- one after the other ---- */

static void test_three_editions(void **state) {
  (void)state;
  import_basic();
  says("lines born 7, numbers born 10");
  import_well(EDITIONS "revision_1.json", "2030-03-01", "2030 revision 1");
  says("8507.60.00.10 -> 8507.60.00.14");
  says("6203.22.10.50 -> 6203.22.10.00  partial");
  says("2804.61.00  1.9c/kg + 2% -> 2c/kg + 2%");
  says("8507.60.00.20  No,kg -> No");
  says("KR   gained 1, lost 1, rate changed 0");
  import_well(EDITIONS "revision_3.json", "2030-07-01", "2030 revision 3");
  says("2804.69.00.00\n");
  assert_string_equal(read_all(in("law/us/schedule.tsv")), read_all(EDITIONS "us/schedule.tsv"));
  assert_string_equal(read_all(in("law/us/renumbered.tsv")),
                      read_all(EDITIONS "us/renumbered.tsv"));
}

static void test_replay(void **state) {
  (void)state;
  imp_text_free(&text);
  assert_int_equal(imp_import_replay(EDITIONS "editions.list", EDITIONS, in("law"), 0, &text, &err),
                   IMP_OK);
  says("schedule.tsv: the same");
  says("renumbered.tsv: the same");
  assert_string_equal(read_all(in("law/us/schedule.tsv")), read_all(EDITIONS "us/schedule.tsv"));
  write_all(in("law/us/renumbered.tsv"), "# something else\n");
  assert_int_equal(imp_import_replay(EDITIONS "editions.list", in("law"), NULL, 1, &text, &err),
                   IMP_FINDINGS);
  assert_string_equal(err.id, "import.replay");
  says("{\"table\":\"renumbered.tsv\",\"bytes\":564,\"same\":false}");
}

static void test_replay_refuses(void **state) {
  (void)state;
  static const struct {
    const char *list, *id;
  } cases[] = {
      {"", "import.corrections"},
      {"edition - \"2030\" " EDITIONS "basic.json\n", "import.corrections"},
      {"edition 2030-01-01 \"2030\" " EDITIONS "basic.json\nedition - \"next\" " EDITIONS
       "revision_1.json\n",
       "import.date"},
      {"edition 2030-01-01 \"2030\" " EDITIONS "basic.json\nedition 2030-01-01 \"next\" " EDITIONS
       "revision_1.json\n",
       "import.date"},
      {"edition 2030-01-01 \"2030\" " EDITIONS "basic.json\n  drop 8507.60.00.99\n",
       "import.refused"},
      {"edition 2030-01-01 \"2030\" nowhere.json\n", "io.open"},
      {"edition 2030-13-01 \"2030\" x.json\n", "import.corrections"},
      {"edition 2030-01-01 2030 x.json\n", "import.corrections"},
      {"keep 8507.60.00.99\n", "import.corrections"},
  };
  for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
    write_all(in("list"), cases[i].list);
    err = (struct imp_error){0};
    assert_int_not_equal(imp_import_replay(in("list"), NULL, NULL, 0, &text, &err), IMP_OK);
    assert_string_equal(err.id, cases[i].id);
  }
}

static void test_csv_is_json(void **state) {
  (void)state;
  import_basic();
  import_well(EDITIONS "revision_1.json", "2030-03-01", "2030 revision 1");
  const char *schedule = read_all(in("law/us/schedule.tsv"));
  struct imp_import_options o = options(EDITIONS "revision_1.csv", "2030-03-01", "again");
  assert_int_equal(import(&o), IMP_OK);
  says("no change in chapters 1 to 97");
  says("the tables hold this edition already");
  o.file = EDITIONS "spreadsheet.csv";
  assert_int_equal(import(&o), IMP_OK);
  says("no change in chapters 1 to 97");
  says("spreadsheet: 1. ");
  says("rounded by a spreadsheet");
  assert_string_equal(read_all(in("law/us/schedule.tsv")), schedule);
}

static void test_json_of_changes(void **state) {
  (void)state;
  import_basic();
  struct imp_import_options o =
      options(EDITIONS "revision_1.json", "2030-03-01", "2030 \"revision\" 1");
  assert_int_equal(import(&o), IMP_USAGE);
  o.name = "2030 revision 1";
  o.json = o.dry_run = 1;
  assert_int_equal(import(&o), IMP_OK);
  says("{\"edition\":{\"name\":\"2030 revision 1\",\"from\":\"2030-03-01\",\"lines\":8,");
  says("\"written\":[]");
  says("{\"code\":\"2804.61.00\",\"from\":\"1.9c/kg + 2%\",\"to\":\"2c/kg + 2%\"}");
  says("{\"code\":\"2804.69.00.00\",\"to\":\"kg\",\"with_line\":true}");
  says("{\"old\":\"6203.22.10.10\",\"new\":\"6203.22.10.00\",\"partial\":true}");
  says("{\"symbol\":\"KR\",\"gained\":1,\"lost\":1,\"changed\":0}");
}

/* ---- where the texts before come from ---- */

static void test_without_texts(void **state) {
  (void)state;
  struct imp_import_options o = options(EDITIONS "basic.json", "2030-01-01", "2030 basic");
  o.goods = "";
  assert_int_equal(import(&o), IMP_OK);
  o = options(EDITIONS "revision_1.json", "2030-03-01", "2030 revision 1");
  o.goods = "";
  o.dry_run = 1;
  assert_int_equal(import(&o), IMP_OK);
  says("6203.22.10.10 -> 6203.22.10.00  partial"); /* one number now: no text could change it */
  says("ended without a successor\n  0806.10.20.90\n  8507.60.00.10");
  says("--before");
  o.before = EDITIONS "basic.json";
  assert_int_equal(import(&o), IMP_OK);
  says("8507.60.00.10 -> 8507.60.00.12");
  o.before = EDITIONS "revision_3.json";
  assert_int_equal(import(&o), IMP_OK);
  says("are not in the tables held");
  o.before = IMPOST_ROOT "/tests/source/faults/json-cut.json";
  assert_int_equal(import(&o), IMP_USAGE);
  assert_string_equal(err.id, "import.before");
}

static void test_preview_keeps_texts(void **state) {
  (void)state;
  import_basic();
  struct imp_import_options o =
      options(EDITIONS "revision_1.json", "2030-03-01", "2030 revision 1");
  o.out = in("preview");
  assert_int_equal(import(&o), IMP_OK);
  assert_true(file_exists(in("preview/us/schedule.tsv")));
  assert_true(file_exists(in("goods.tsv.before")));
  o.out = in("law");
  assert_int_equal(import(&o), IMP_OK);
  says("8507.60.00.10 -> 8507.60.00.12");
  assert_string_equal(read_all(in("law/us/schedule.tsv")), read_all(in("preview/us/schedule.tsv")));
}

static void test_no_target(void **state) {
  (void)state;
  import_basic();
  const char *before = read_all(in("law/us/schedule.tsv"));
  const char *goods = read_all(in("goods.tsv"));
  struct imp_import_options o =
      options(EDITIONS "revision_1.json", "2030-03-01", "2030 revision 1");
  o.out = NULL;
  assert_int_equal(import(&o), IMP_OK);
  says("nothing written");
  o.out = in("law");
  o.dry_run = 1;
  assert_int_equal(import(&o), IMP_OK);
  says("nothing written");
  assert_string_equal(read_all(in("law/us/schedule.tsv")), before);
  assert_string_equal(read_all(in("goods.tsv")), goods);
}

/* ---- refused ---- */

static void test_dates(void **state) {
  (void)state;
  import_basic();
  import_well(EDITIONS "revision_1.json", "2030-03-01", "2030 revision 1");
  struct imp_import_options o = options(EDITIONS "basic.json", "2030-01-01", "2030 basic");
  assert_int_equal(import(&o), IMP_USAGE);
  assert_string_equal(err.id, "import.date");
  o = options(EDITIONS "basic.json", "2030-03-01", "2030 basic"); /* another of the same day */
  assert_int_equal(import(&o), IMP_USAGE);
  assert_string_equal(err.id, "import.date");
  static const char *const wrong[] = {NULL, "", "2030-02-30", "1 March 2030"};
  for (size_t i = 0; i < 4; i++) {
    o.date = wrong[i];
    assert_int_equal(import(&o), IMP_USAGE);
    assert_string_equal(err.id, "import.options");
  }
  static const char *const names[] = {NULL, "", "2030; drop", "from here to there", "two\nlines"};
  for (size_t i = 0; i < 5; i++) {
    o = options(EDITIONS "revision_3.json", "2030-07-01", names[i]);
    assert_int_equal(import(&o), IMP_USAGE);
    assert_string_equal(err.id, "import.options");
  }
}

static void test_faults_write_nothing(void **state) {
  (void)state;
  import_basic();
  const char *schedule = read_all(in("law/us/schedule.tsv"));
  struct imp_import_options o =
      options(IMPOST_ROOT "/tests/source/faults/rate.json", "2030-03-01", "2030 revision 1");
  assert_int_equal(import(&o), IMP_FINDINGS);
  assert_string_equal(err.id, "import.refused");
  says("rate.json:2:1: 0101.21.00: the general rate \"a handful of pebbles\" is not understood");
  says("chapter 85 has no line");
  o.json = 1;
  assert_int_equal(import(&o), IMP_FINDINGS);
  says("\"id\":\"import.rate\",\"file\":\"rate.json\",\"line\":2,");
  o.file = in("nowhere.json");
  assert_int_equal(import(&o), IMP_IO);
  assert_string_equal(read_all(in("law/us/schedule.tsv")), schedule);
}

static void test_held_tables_must_read(void **state) {
  (void)state;
  static const char *const wrong[] = {
      "# editions\t2030-01-01\t2030-01-01\n0101.21.00\t\t\tNo\tFree\t\n",
      "# editions\t2030-01-01\t2030-01-01\n0101.21\t\t\tNo\tFree\t\tFree\t10\n",
      "# editions\t2030-01-01\t2030-01-01\n0101.21.00\tsoon\t\tNo\tFree\t\tFree\t10\n",
      "# editions\t2030-01-01\t2030-01-01\n0101.21.00\t\t\tNo\tFree\t\tFree\t1x\n",
      "# editions\t2030-01-01\t2030-01-01\n0101.21.00\t\t\tNo\tFree\t\tFree\t10(2030-01-01\n",
      "# editions\t2030-01-01\t2030-01-01\n0101.21.00\t\t\tNo\tFree\t\tFree\t10\tmore\n",
      "# editions\t2030-01-01\t2030-01-01\n0101.21.00\t\t\tNo\tFree\t\tFree\t10\n"
      "0101.20.00\t\t\tNo\tFree\t\tFree\t10\n",
      "0101.21.00\t\t\tNo\tFree\t\tFree\t10\n",
  };
  import_basic();
  struct imp_import_options o =
      options(EDITIONS "revision_1.json", "2030-03-01", "2030 revision 1");
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    write_all(in("law/us/schedule.tsv"), wrong[i]);
    assert_int_equal(import(&o), IMP_IO);
    assert_string_equal(err.id, "import.held");
  }
  write_all(in("law/us/schedule.tsv"), read_all(EDITIONS "us/schedule.tsv"));
  write_all(in("law/us/renumbered.tsv"), "0101.21.00.10\t0101.21.00.20\n");
  assert_int_equal(import(&o), IMP_IO);
  assert_string_equal(err.id, "import.held");
}

/* ---- corrections ---- */

static void test_corrections(void **state) {
  (void)state;
  import_basic();
  struct imp_import_options o =
      options(EDITIONS "revision_1.json", "2030-03-01", "2030 revision 1");
  o.dry_run = 1;
  o.corrections = in("corrections");
  write_all(in("corrections"), "# decided in a test\n"
                               "keep 8507.60.00.10\n"
                               "drop 2804.69.00.00\n"
                               "take 6203.22.10.50 from law/../basic.json\n"
                               "renumbered 0806.10.20.90 to 0806.10.20.05 partial\n"
                               "rate \"a song\" reads ?parent-article\n"
                               "unit \"barrels of fog\" reads bbl\n");
  write_all(in("basic.json"), read_all(EDITIONS "basic.json"));
  assert_int_equal(import(&o), IMP_OK);
  says("numbers born 4, numbers ended 2"); /* 15 00 12 14; 90 and 10 of the suits */
  says("0806.10.20.90 -> 0806.10.20.05  partial");
  assert_null(strstr(text.p, "2804.69"));
  assert_null(strstr(text.p, "8507.60.00.10"));
}

static void test_corrections_that_fit_nothing(void **state) {
  (void)state;
  static const char *const stale[] = {"drop 2804.69.00.10\n", "keep 8507.60.00.20\n",
                                      "keep 8507.60.00.30\n",
                                      "take 8507.60.00.77 from " EDITIONS "basic.json\n"};
  static const char *const wrong[] = {
      "keep\n",
      "keep 8507\n",
      "keep 8507.60.00.10 please\n",
      "take 8507.60.00.10\n",
      "take 8507.60.00.10 from\n",
      "renumbered 8507.60.00.10 8507.60.00.20\n",
      "renumbered 8507.60.00.10 to 8507.60.00.20 partly\n",
      "rate a song reads Free\n",
      "rate \"a song\n",
      "rate \"a song\" reads a tune\n",
      "rate \"a song\" reads\n",
      "unit \"fog\" reads barrels\n",
      "edition 2030-01-01 \"2030\" x.json\n",
      "forget 8507.60.00.10\n",
  };
  import_basic();
  struct imp_import_options o =
      options(EDITIONS "revision_1.json", "2030-03-01", "2030 revision 1");
  o.corrections = in("corrections");
  for (size_t i = 0; i < sizeof stale / sizeof stale[0]; i++) {
    write_all(in("corrections"), stale[i]);
    assert_int_equal(import(&o), IMP_FINDINGS);
    says("[import.correction]");
  }
  for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
    write_all(in("corrections"), wrong[i]);
    if (import(&o) != IMP_USAGE) fail_msg("%s", wrong[i]);
    assert_string_equal(err.id, "import.corrections");
  }
  o.corrections = in("nowhere");
  assert_int_equal(import(&o), IMP_IO);
}

static void test_rate_said_by_hand(void **state) {
  (void)state;
  write_all(in("corrections"), "rate \"a handful of pebbles\" reads ?pebbles\n");
  struct imp_import_options o =
      options(IMPOST_ROOT "/tests/source/faults/rate.json", "2030-01-01", "2030 basic");
  o.corrections = in("corrections");
  assert_int_equal(import(&o), IMP_OK);
  assert_non_null(strstr(read_all(in("law/us/schedule.tsv")), "0101.21.00\t\t\tNo\t?pebbles\t"));
}

/* ---- whole or not at all ---- */

static void test_both_tables_or_none(void **state) {
  (void)state;
  import_basic();
  const char *pairs = read_all(in("law/us/renumbered.tsv"));
  struct imp_import_options o =
      options(EDITIONS "revision_1.json", "2030-03-01", "2030 revision 1");
  o.out = in("broken");
  assert_int_equal(mkdir(in("broken"), 0777), 0);
  assert_int_equal(mkdir(in("broken/us"), 0777), 0);
  assert_int_equal(mkdir(in("broken/us/schedule.tsv"), 0777), 0); /* cannot be replaced by a file */
  write_all(in("broken/us/renumbered.tsv"), pairs);
  const char *goods = read_all(in("goods.tsv"));
  assert_int_equal(import(&o), IMP_IO);
  assert_string_equal(read_all(in("broken/us/renumbered.tsv")), pairs);
  unlink(in("broken/us/renumbered.tsv"));
  assert_int_equal(import(&o), IMP_IO);
  assert_false(file_exists(in("broken/us/renumbered.tsv")));
  assert_string_equal(read_all(in("goods.tsv")), goods);
}

static void test_descriptions_that_cannot_be_kept(void **state) {
  (void)state;
  struct imp_import_options o = options(EDITIONS "basic.json", "2030-01-01", "2030 basic");
  write_all(in("plain"), "a file\n");
  o.goods = in("plain/goods.tsv");
  assert_int_equal(import(&o), IMP_IO);
  assert_non_null(strstr(err.next, "tables are written"));
  assert_true(file_exists(in("law/us/schedule.tsv")));
  says("schedule.tsv");
}

/* ---- memory ---- */

static void test_memory_runs_out(void **state) {
  (void)state;
  import_basic();
  struct imp_import_options o =
      options(EDITIONS "revision_1.json", "2030-03-01", "2030 revision 1");
  o.dry_run = 1;
  o.corrections = in("corrections");
  write_all(in("corrections"), "keep 8507.60.00.10\ntake 6203.22.10.50 from basic.json\n"
                               "unit \"fog\" reads bbl\n");
  write_all(in("basic.json"), read_all(EDITIONS "basic.json"));
  imp_text_free(&text);
  enum imp_status status = IMP_NO_MEMORY;
  for (size_t n = 0; status != IMP_OK; n++) {
    struct imp_text out = {0};
    scarce_begin(n);
    status = imp_import_hts(&o, &out, &err);
    imp_text_free(&out);
    assert_int_equal(scarce_end(), 0);
    if (status != IMP_OK && status != IMP_NO_MEMORY) fail_msg("%s", err.message);
    assert_true(n < 5000);
  }
}

static void test_memory_runs_out_in_replay(void **state) {
  (void)state;
  enum imp_status status = IMP_NO_MEMORY;
  for (size_t n = 0; status != IMP_OK; n += 1 + n / 50) {
    struct imp_text out = {0};
    scarce_begin(n);
    status = imp_import_replay(EDITIONS "editions.list", EDITIONS, NULL, 0, &out, &err);
    imp_text_free(&out);
    assert_int_equal(scarce_end(), 0);
    if (status != IMP_OK && status != IMP_NO_MEMORY) fail_msg("%s", err.message);
    assert_true(n < 20000);
  }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, finish)

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(test_three_editions),
      TEST(test_replay),
      TEST(test_replay_refuses),
      TEST(test_csv_is_json),
      TEST(test_json_of_changes),
      TEST(test_without_texts),
      TEST(test_preview_keeps_texts),
      TEST(test_no_target),
      TEST(test_dates),
      TEST(test_faults_write_nothing),
      TEST(test_held_tables_must_read),
      TEST(test_corrections),
      TEST(test_corrections_that_fit_nothing),
      TEST(test_rate_said_by_hand),
      TEST(test_both_tables_or_none),
      TEST(test_descriptions_that_cannot_be_kept),
      TEST(test_memory_runs_out),
      TEST(test_memory_runs_out_in_replay),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
