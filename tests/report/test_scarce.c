// SPDX-License-Identifier: Apache-2.0
// Memory that runs out at every point of a report: it says so, leaks nothing, and never hands over a page that
// looks whole and is not.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <string.h>

#include "answers.h"
#include "support/scarce.h"

static const struct imp_answer *const lines[] = {&two_answers, &a_range, &refused, &one_answer,
                                                 &banned};
enum { LINES = sizeof lines / sizeof *lines };

static const struct imp_verdict verdicts[] = {
    {.measure = "us.test",
     .where = {"us/a.law", 3},
     .heading = "9903.88.03",
     .verdict = "applies",
     .why = "fits"},
    {.measure = "us.122", .where = {"us/b.law", 4}, .verdict = "silent", .why = "no heading"},
    {.measure = "us.201", .where = {"us/b.law", 9}, .verdict = "silent", .why = "no heading"},
};

static enum imp_status report_all(struct imp_report *r, struct imp_text *text,
                                  struct imp_error *err) {
  static const char *const cells[] = {"a", "b \"c\""};
  enum imp_status status = IMP_OK;
  for (uint32_t i = 0; status == IMP_OK && i < LINES; i++) {
    struct imp_answer a = *lines[i];
    struct report_line line = {.entry = "A1", .number = i + 1, .cells = cells};
    a.verdicts = verdicts;
    a.verdict_count = a.bill_count > 0 ? 3 : 0;
    status = report_answer(r, &line, &a, text, err);
  }
  if (status == IMP_OK) status = report_entry(r, "A1", two_fees, 2, text, err);
  return status == IMP_OK ? imp_report_end(r, text, err) : status;
}

static enum imp_status run(const struct imp_report_options *options, struct imp_text *text) {
  struct imp_report *r = NULL;
  struct imp_error err;
  enum imp_status status = report_begin(&test_stamp, options, &r, text, &err);
  if (status == IMP_OK) status = report_all(r, text, &err);
  imp_report_free(r);
  return status;
}

/* Gives up one allocation later each time, until the report is whole. */
static void runs_out_everywhere(struct imp_report_options options) {
  static const char *const columns[] = {"one", "two"};
  struct imp_text whole = {0};
  options.columns = columns;
  options.column_count = 2;
  assert_int_equal(run(&options, &whole), IMP_OK);
  enum imp_status status = IMP_NO_MEMORY;
  for (size_t n = 0; status != IMP_OK; n++) {
    struct imp_text text = {0};
    scarce_begin(n);
    status = run(&options, &text);
    bool same = text.n == whole.n && (text.n == 0 || memcmp(text.p, whole.p, text.n) == 0);
    imp_text_free(&text);
    assert_int_equal(scarce_end(), 0);
    if (status == IMP_OK && !same)
      fail_msg("with %zu allocations a page is not whole and no one says so", n);
    if (status != IMP_OK) assert_int_equal(status, IMP_NO_MEMORY);
  }
  imp_text_free(&whole);
}

static void text_of_bills(void **state) {
  (void)state;
  runs_out_everywhere((struct imp_report_options){.format = IMP_TEXT,
                                                  .detail = 2,
                                                  .description = "goods > of a kind"});
}

static void text_of_a_file(void **state) {
  (void)state;
  runs_out_everywhere((struct imp_report_options){.format = IMP_TEXT, .ascii = 1});
}

static void json(void **state) {
  (void)state;
  runs_out_everywhere((struct imp_report_options){.format = IMP_JSON, .detail = 2});
}

static void json_lines(void **state) {
  (void)state;
  runs_out_everywhere((struct imp_report_options){.format = IMP_JSONL});
}

static void csv(void **state) {
  (void)state;
  runs_out_everywhere((struct imp_report_options){.format = IMP_CSV});
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(text_of_bills), cmocka_unit_test(text_of_a_file),
      cmocka_unit_test(json),          cmocka_unit_test(json_lines),
      cmocka_unit_test(csv),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
