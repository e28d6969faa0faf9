// SPDX-License-Identifier: Apache-2.0
// Out of memory at every single request: a status comes back, nothing crashes, nothing leaks.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>

#include "base/file.h"
#include "law/law.h"
#include "support/scarce.h"

#define EXAMPLES IMPOST_ROOT "/tests/law/fixtures/examples"

/* Reads with `allowed` requests; true when it succeeded. */
static bool try_texts(const struct law_text *texts, uint32_t count, size_t allowed) {
  struct diag_list diags = {0};
  struct law *law = NULL;
  struct imp_error err = {0};
  scarce_begin(allowed);
  enum imp_status status = law_load_texts(texts, count, &law, &diags, &err);
  law_free(law);
  diag_free(&diags);
  assert_int_equal(scarce_end(), 0);
  if (status != IMP_OK) assert_int_equal(status, IMP_NO_MEMORY);
  return status == IMP_OK;
}

static void every_request_of_a_reading(void **state) {
  (void)state;
  static const char *const endings[] = {".law", ".list", NULL};
  struct arena a = {0};
  struct file_list files;
  struct imp_error err;
  struct law_text texts[16] = {0};
  assert_int_equal(file_tree(&a, EXAMPLES, endings, NULL, &files, &err), IMP_OK);
  assert_in_range(files.count, 5, 16);
  for (size_t i = 0; i < files.count; i++) {
    char path[500];
    snprintf(path, sizeof path, EXAMPLES "/%s", files.paths[i]);
    texts[i].path = files.paths[i];
    assert_int_equal(file_read(&a, path, 0, &texts[i].bytes, &err), IMP_OK);
  }
  size_t allowed = 0;
  while (!try_texts(texts, (uint32_t)files.count, allowed)) allowed++;
  assert_true(allowed > 50);
  arena_free(&a);
}

static void every_request_of_controls_and_talks(void **state) {
  (void)state;
  static const char text[] =
      "act cn.1\n  kind announcement\n  signed 2025-04-04\n"
      "facts f\n  fact who party\n  fact alloy text\n  fact t quantity t\n  fact made places\n"
      "items cn.i\n  by cn.1\n  a.1 \"one\" codes 8505.11 near 2805 when alloy in Sm, Sm-Co\n"
      "  but \"two\" by cn.1\nitems cn.j\n  @cn.i\n"
      "places cn.p\n  CN, HK\n"
      "control cn.c\n  out of CN\n  items @cn.i.a\n  licence required from 2025-04-04 by cn.1\n"
      "    if who owned at least 50% by persons of CN and made in @cn.p and alloy is not Sm\n"
      "  assert a.1 into US on 2025-06-01 with alloy=Sm if q.q is put off  needs licence\n"
      "fee us.f\n  only if who of CN\n  rate the greater of $1/t and $2/t by cn.1\n"
      "fee us.g\n  yields to us.f\n  rate $1/t by cn.1\n"
      "pledge us-cn.p\n  promise 12 Mt each year 2026..2028 by cn.1\n  actual t\n"
      "table t\n  file t.tsv\n  columns a, b\n"
      "voices v\n  us.v US 2025-10-26 \"A\" \"B\" report \"C\"\n"
      "talks us-cn\n  sides US, CN\nmeeting us-cn.m\n  planned 2026-12 \"X\" by cn.1\n  who US "
      "\"Y\"\n"
      "question q.q\n  answers put  off | kept\n  default kept\n  said US raises by us.v\n";
  struct law_text both[] = {{"w.law", str_of(text)}, {"tables/t.tsv", STR("a\tb\n1\t2\n")}};
  size_t allowed = 0;
  while (!try_texts(both, 2, allowed)) allowed++;
  assert_true(allowed > 30);
}

/* Wrong text takes other ways: every finding allocates. */
static void every_request_of_findings(void **state) {
  (void)state;
  static const char wrong[] =
      "jurisdiction US\n  fact loaded datum\nact us.a\n  kind rumour\nlist us.l\n  add 12345, "
      "@us.m\n"
      "question us.q\n  answers a\nmeasure us.x\n  rate 10% by us.b if us.q is c or (loaded)\n"
      "  heading 1 if claimed z\n    yields to us.z\n  yields to us.y by us.a\n"
      "  assert 9503 of CN on 2025-01-01 pays with\nmeasure us.y\n  rate 1% + 2% by us.a on value\n"
      "  yields to us.x by us.a\nfrob\n \xff\n";
  struct law_text text = {"wrong.law", STR(wrong)};
  size_t allowed = 0;
  while (!try_texts(&text, 1, allowed)) allowed++;
  assert_true(allowed > 20);
}

static void a_rate_alone(void **state) {
  (void)state;
  bool good = false;
  for (size_t allowed = 0; !good; allowed++) {
    struct arena a = {0};
    struct law_expr e;
    scarce_begin(allowed);
    good = law_expr_parse(&a, STR("$1.05/kg   +   2.3%"), &e);
    arena_free(&a);
    assert_int_equal(scarce_end(), 0);
    assert_true(allowed < 100);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_request_of_a_reading),
      cmocka_unit_test(every_request_of_controls_and_talks),
      cmocka_unit_test(every_request_of_findings),
      cmocka_unit_test(a_rate_alone),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
