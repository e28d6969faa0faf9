// SPDX-License-Identifier: Apache-2.0
// Descriptions: opened, found by number, searched by words; the path of the local file.
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
#include "support/scarce.h"

#define FILE_OF_GOODS IMPOST_ROOT "/tests/source/goods.tsv"

static struct imp_goods *goods;
static struct imp_error err;

static int begin(void **state) {
  (void)state;
  return (int)imp_goods_open(FILE_OF_GOODS, &goods, &err);
}

static int finish(void **state) {
  (void)state;
  imp_goods_free(goods);
  return 0;
}

static void test_edition(void **state) {
  (void)state;
  assert_string_equal(imp_goods_edition(goods), "2030 revision 3");
  assert_string_equal(imp_goods_day(goods), "2030-07-01");
}

/* Codes of the hits, best first. */
static void expect(const char *words, const char *wanted) {
  struct imp_goods_hit hits[20];
  size_t found;
  struct buf b = {0};
  buf_puts(&b, "");
  assert_int_equal(imp_goods_search(goods, words, 0, hits, 20, &found, &err), IMP_OK);
  for (size_t i = 0; i < found; i++) buf_printf(&b, "%s%s", i > 0 ? " " : "", hits[i].code);
  if (strcmp(b.p, wanted) != 0) fail_msg("%s: %s", words, b.p);
  buf_free(&b);
}

static void test_words(void **state) {
  (void)state;
  expect("spotted", "0101.30.00.00");
  expect("SPOTTED Wug", "0101.30.00.00");
  expect("wugs spotted", "0101.30.00.00");
  expect("spotted moonsilk", "");
  expect("glass", "6203.22.10.10 8507.60.00 8507.90.40.00"); /* short texts first */
  expect("lightning glass", "8507.60.00 8507.90.40.00");
  expect("carriage", "8507.60.00.10");
  expect("batter", "8507.90.40.00"); /* the beginning of a word */
  expect("ba", "");                  /* too short for a beginning */
}

static void test_unnumbered_texts_are_their_rows(void **state) {
  (void)state;
  expect("striped", "0101.21.00");
  expect("striped young", "0101.21.00.10");
}

static void test_plurals(void **state) {
  (void)state;
  expect("battery", "8507.90.40.00");
  expect("box", "8507.90.40.00");
  expect("dish", "8507.90.40.00");
  expect("suit", "6203");
  expect("blouse", "6203");
  expect("jars", "8507 8507.90.40.00");
  expect("elf", "");
}

static void test_numbers_as_words(void **state) {
  (void)state;
  expect("8507 glass", "8507.60.00 8507.90.40.00");
  expect("8507.60", "8507.60.00 8507.60.00.10 8507.60.00.20");
  expect("0101 of hills", "0101.21.00");
}

static void test_law_chapters(void **state) {
  (void)state;
  struct imp_goods_hit hits[2];
  size_t found;
  expect("home", "");
  assert_int_equal(imp_goods_search(goods, "home", 1, hits, 2, &found, &err), IMP_OK);
  assert_int_equal(found, 1);
  assert_string_equal(hits[0].code, "9801.00.10");
  assert_string_equal(hits[0].text, "Wugs that come home");
}

static void test_no_words(void **state) {
  (void)state;
  size_t found;
  static const char *const none[] = {"", "  ", "of the", "- , .",
                                     "a1 b1 c1 d1 e1 f1 g1 h1 i1 j1 k1 l1 m1 n1 o1 p1 q1"};
  for (size_t i = 0; i < sizeof none / sizeof none[0]; i++) {
    assert_int_equal(imp_goods_search(goods, none[i], 0, NULL, 0, &found, &err), IMP_USAGE);
    assert_string_equal(err.id, "goods.words");
  }
}

static void test_find_and_above(void **state) {
  (void)state;
  struct imp_goods_hit hit;
  struct imp_text text = {0};
  assert_true(imp_goods_find(goods, "8507600010", &hit));
  assert_string_equal(hit.text, "For carriages");
  assert_int_equal(imp_goods_above(goods, hit.row, &text, &err), IMP_OK);
  assert_string_equal(text.p, "Storage jars for lightning: > Of blue glass");
  imp_text_free(&text);
  assert_true(imp_goods_find(goods, "0101.21.00", &hit));
  assert_int_equal(imp_goods_above(goods, hit.row, &text, &err), IMP_OK);
  assert_string_equal(text.p, "Wugs, tame or wild: > Striped wugs:");
  imp_text_free(&text);
  assert_false(imp_goods_find(goods, "8507.60.00.99", &hit));
  assert_false(imp_goods_find(goods, "", &hit));
  assert_false(imp_goods_find(goods, "wugs", &hit));
  assert_false(imp_goods_find(goods, "850760001011", &hit));
}

static void test_no_file(void **state) {
  (void)state;
  struct imp_goods *none;
  char base[] = "/tmp/impost-goods-XXXXXX";
  assert_non_null(mkdtemp(base));
  setenv("XDG_DATA_HOME", base, 1);
  assert_int_equal(imp_goods_open(NULL, &none, &err), IMP_IO);
  assert_string_equal(err.id, "goods.none");
  assert_non_null(strstr(err.next, "import hts"));
  char path[100];
  snprintf(path, sizeof path, "%s/impost", base);
  assert_int_equal(mkdir(path, 0777), 0);
  snprintf(path, sizeof path, "%s/impost/goods.tsv", base);
  static const char *const broken[] = {"# edition\t2030-07-01\tx\n0101\tzero\tWugs\n",
                                       "# edition\t2030-07-01\tx\n0101.2\t0\tWugs\n",
                                       "# edition\t2030-07-01\tx\n0101\n"};
  for (size_t i = 0; i < 3; i++) {
    assert_int_equal(file_write_whole(path, str_of(broken[i]), &err), IMP_OK);
    assert_int_equal(imp_goods_open(NULL, &none, &err), IMP_IO);
    assert_string_equal(err.id, "goods.file");
  }
  assert_int_equal(file_write_whole(path, STR("0101\t0\tWugs\n"), &err), IMP_OK);
  assert_int_equal(imp_goods_open(NULL, &none, &err), IMP_IO);
  assert_string_equal(err.id, "goods.none");
  unlink(path);
  snprintf(path, sizeof path, "%s/impost", base);
  rmdir(path);
  rmdir(base);
  unsetenv("XDG_DATA_HOME");
  unsetenv("HOME");
  assert_int_equal(imp_goods_open(NULL, &none, &err), IMP_IO);
}

static void test_memory_runs_out(void **state) {
  (void)state;
  enum imp_status status = IMP_NO_MEMORY;
  for (size_t n = 0; status != IMP_OK; n++) {
    struct imp_goods *g = NULL;
    struct imp_goods_hit hits[3];
    struct imp_text text = {0};
    size_t found;
    scarce_begin(n);
    status = imp_goods_open(FILE_OF_GOODS, &g, &err);
    if (status == IMP_OK) status = imp_goods_search(g, "glass", 0, hits, 3, &found, &err);
    if (status == IMP_OK) status = imp_goods_above(g, hits[0].row, &text, &err);
    imp_text_free(&text);
    imp_goods_free(g);
    assert_int_equal(scarce_end(), 0);
    assert_true(status == IMP_OK || status == IMP_NO_MEMORY);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_edition),
      cmocka_unit_test(test_words),
      cmocka_unit_test(test_unnumbered_texts_are_their_rows),
      cmocka_unit_test(test_plurals),
      cmocka_unit_test(test_numbers_as_words),
      cmocka_unit_test(test_law_chapters),
      cmocka_unit_test(test_no_words),
      cmocka_unit_test(test_find_and_above),
      cmocka_unit_test(test_memory_runs_out),
      cmocka_unit_test(test_no_file),
  };
  return cmocka_run_group_tests(tests, begin, finish);
}
