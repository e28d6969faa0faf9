// SPDX-License-Identifier: Apache-2.0
// Memory runs out inside a case of export controls, its report, and a catalogue.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "impost/licence.h"
#include "library/starve.h"
#include "support/ask.h"

static struct imp_law *law;
static struct imp_licence *whole;
static struct imp_report_options form;
static const struct imp_query query = {.known = "2026-10-01", .on = "2026-11-21"};
static const struct imp_pair fact = {"importer.owned", "30%"};
static const struct imp_case magnet = {
    .item = "8505.11", .out_of = "CN", .into = "US", .facts = &fact, .fact_count = 1};

static int begin(void **state) {
  (void)state;
  struct imp_error err = {0};
  law = ask_open();
  bool fine = imp_licence(law, &query, &magnet, &whole, &err) == IMP_OK;
  if (!fine) print_error("%s\n", err.message);
  return !fine;
}

static int finish(void **state) {
  (void)state;
  imp_licence_free(whole);
  imp_law_free(law);
  return 0;
}

static enum imp_status judge(void) {
  struct imp_licence *l = NULL;
  enum imp_status status = imp_licence(law, &query, &magnet, &l, NULL);
  if (status != IMP_OK) {
    assert_null(l);
    return status;
  }
  assert_int_equal(imp_licence_status(l), IMP_REFUSED);
  assert_int_equal(imp_licence_answer(l)->tell_count, imp_licence_answer(whole)->tell_count);
  imp_licence_free(l);
  return IMP_OK;
}

static enum imp_status report(void) {
  struct imp_text out = {0};
  enum imp_status status = imp_report_licence(law, &query, whole, &form, &out, NULL);
  imp_text_free(&out);
  return status;
}

static enum imp_status screen(void) {
  static const char *const names[] = {"item"}, *const cells[] = {"8505.11"};
  struct imp_screen *s = NULL;
  const struct imp_screened *x = NULL;
  struct imp_text out = {0};
  enum imp_status status = imp_screen_open(law, &query, &s, NULL);
  for (int again = 0; again < 2 && status == IMP_OK; again++)
    status = imp_screen_case(s, &magnet, &x, NULL);
  if (status == IMP_OK) {
    assert_null(x->id);
    assert_int_equal(x->word, IMP_LICENCE_MAYBE);
    status = imp_report_screened(x, names, cells, 1, IMP_CSV, &out, NULL);
  }
  imp_screen_free(s);
  imp_text_free(&out);
  return status;
}

static enum imp_status cover(void) {
  struct imp_coverage *c = NULL;
  struct imp_text out = {0};
  enum imp_status status = imp_coverage(law, "CN", &c, NULL);
  if (status == IMP_OK) assert_true(imp_coverage_count(c) > 10);
  if (status == IMP_OK) status = imp_report_coverage(law, &query, c, &form, &out, NULL);
  imp_coverage_free(c);
  imp_text_free(&out);
  return status;
}

static enum imp_status expose(void) {
  static const struct imp_line line = {
      .number = 1, .code = "8505.11.00.30", .from = "CN", .value = "5000", .on = "2026-01-15"};
  struct imp_exposure *x = NULL;
  const struct imp_exposed *found = NULL;
  struct imp_text out = {0};
  enum imp_status status = imp_exposure_open(law, &query, &x, NULL);
  if (status == IMP_OK) status = imp_exposure_line(x, &line, &found, NULL);
  if (status == IMP_OK) {
    assert_true(found->controlled && found->one_origin && found->row_count >= 1);
    status = imp_report_exposed(&line, found, &form, &out, NULL);
    if (status == IMP_OK) status = imp_report_exposure(law, &query, 1, &form, &out, NULL);
    if (status == IMP_OK) status = imp_report_exposure(law, &query, 0, &form, &out, NULL);
  }
  imp_exposure_free(x);
  imp_text_free(&out);
  return status;
}

static void a_case(void **state) {
  (void)state;
  starve(judge, 100);
}

static void its_report(void **state) {
  (void)state;
  static const enum imp_format formats[] = {IMP_TEXT, IMP_JSON};
  for (size_t i = 0; i < 2; i++) {
    form = (struct imp_report_options){.format = formats[i]};
    starve(report, 1);
    starve(cover, 5);
    starve(expose, 20);
  }
}

static void a_catalogue(void **state) {
  (void)state;
  starve(screen, 50);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(a_case), cmocka_unit_test(its_report),
                                     cmocka_unit_test(a_catalogue)};
  return cmocka_run_group_tests_name("no memory in export controls", tests, begin, finish);
}
