// SPDX-License-Identifier: Apache-2.0
// JSON, JSON lines, CSV, TSV and totals, from answers written by hand.

// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

#include "answers.h"
#include "report/json_out.h"

static struct imp_text text;

static const char *render(const struct imp_answer *const *answers, uint32_t count,
                          enum imp_format format, const char *const *cells) {
  static const char *const columns[] = {"code", "memo"};
  struct imp_report_options options = {.format = format, .columns = columns, .column_count = 2};
  struct imp_report *r = NULL;
  struct imp_error err;
  imp_text_free(&text);
  text = (struct imp_text){0};
  assert_int_equal(report_begin(&test_stamp, &options, &r, &text, &err), IMP_OK);
  for (uint32_t i = 0; i < count; i++) {
    struct report_line line = {.entry = "A1", .number = i + 1, .cells = cells};
    assert_int_equal(report_answer(r, &line, answers[i], &text, &err), IMP_OK);
  }
  assert_int_equal(report_entry(r, "A1", two_fees, 2, &text, &err), IMP_OK);
  assert_int_equal(imp_report_end(r, &text, &err), IMP_OK);
  imp_report_free(r);
  return text.p;
}

static const struct imp_answer *const mixed[] = {&two_answers, &refused, &one_answer};
static const char *const cells[] = {"4202.92.31.31", "bags, \"red\""};

static void has(const char *page, const char *part) {
  if (strstr(page, part) == NULL) fail_msg("not there: %s\n%s", part, page);
}

static void json_money_is_text(void **state) {
  (void)state;
  const char *json = render(mixed, 3, IMP_JSON, cells);
  has(json, "\"schema\": \"impost.duty/1\"");
  has(json, "\"value\": \"10000\"");
  has(json, "\"duty\": \"7260.00\"");
  has(json, "\"if\": {\n            \"us-cn.framework\": \"approved\"\n          }");
  has(json, "\"void\": \"2000.00\"");
  has(json, "\"where\": {\"file\": \"us/301/list-3.law\", \"line\": 46}");
  has(json, "\"id\": \"refuse.not-encoded\"");
  has(json, "\"not_included\": [");
}

static void a_range_has_no_duty(void **state) {
  (void)state;
  const struct imp_answer *const one[] = {&a_range};
  const char *json = render(one, 1, IMP_JSON, cells);
  has(json, "\"status\": \"range\"");
  has(json, "\"duty\": null,\n          \"low\": \"1000.00\",\n          \"high\": \"3000.00\"");
}

static void a_prohibited_bill_has_no_money(void **state) {
  (void)state;
  const struct imp_answer *const one[] = {&banned};
  const char *json = render(one, 1, IMP_JSON, cells);
  has(json, "\"prohibited\": true,\n          \"duty\": null,\n          \"low\": null");
}

static void json_lines_are_lines(void **state) {
  (void)state;
  struct str rest = str_of(render(mixed, 3, IMP_JSONL, cells)), line;
  uint32_t count = 0;
  while (str_split(&rest, '\n', &line)) {
    if (line.n == 0) continue;
    assert_int_equal(line.p[0], '{');
    assert_int_equal(line.p[line.n - 1], '}');
    count++;
  }
  assert_int_equal(count, 6); /* header, three lines, one entry, totals */
}

static void totals_are_per_outcome(void **state) {
  (void)state;
  const char *json = render(mixed, 3, IMP_JSONL, cells);
  has(json, "\"totals\": [{\"if\": {\"us-cn.framework\": \"approved\"}, \"duty\": \"14860.00\", "
            "\"fees\": "
            "null, \"total\": null");
  has(json, "\"total_low\": \"14894.64\", \"total_high\": \"14907.14\"");
  has(json, "\"if\": {\"us-cn.framework\": \"rejected\"}, \"duty\": \"27260.00\"");
  has(json, "\"counts\": {\"lines\": 3, \"refused\": 1, \"prohibited\": 0, \"ranges\": 0}");
}

static void csv_keeps_the_input(void **state) {
  (void)state;
  const char *csv = render(mixed, 2, IMP_CSV, cells);
  has(csv, "code,memo,status,reason,if,duty,low,high,void,rate,headings,amounts,assumed,needs,law,"
           "legal,id,next,notes\n");
  has(csv,
      "4202.92.31.31,\"bags, \"\"red\"\"\",ok,,us-cn.framework=approved,7260.00,7260.00,7260.00,"
      "2000.00,72.6%,9903.88.03; 9903.01.24; 9903.01.25; general,2500.00; 2000.00; 1000.00; "
      "1760.00,,,"
      "0123456789abcdef");
  has(csv, "us-cn.framework=rejected,19660.00");
  has(csv, ",refused,Section 232 auto parts is not encoded,,,,,,,,,,,0123");
}

static void tsv_is_cut_by_tabs(void **state) {
  (void)state;
  static const char *const tabbed[] = {"a\tb", "two\nlines"};
  const char *tsv = render(mixed, 1, IMP_TSV, tabbed);
  has(tsv, "code\tmemo\tstatus\treason\tif\t");
  has(tsv, "\"a\tb\"\t\"two\nlines\"\tok\t\tus-cn.framework=approved\t7260.00\t");
}

static void json_escapes(void **state) {
  (void)state;
  struct buf b = {0};
  struct json_out j = {.out = &b};
  json_str(&j, NULL, STR("\"\\\n\x01\xC3\xA9\xFF\x7F"));
  assert_string_equal(b.p, "\"\\\"\\\\\\u000a\\u0001\xC3\xA9\xEF\xBF\xBD\\u007f\"");
  buf_free(&b);
}

/* ---- totals alone ---------------------------------------------------------------------------- */

/* A line touched by `count` questions with two answers each: 2^count bills of 1, 2, 3 ... dollars. */
static void add_line(struct totals *t, const char *const *names, uint32_t count) {
  struct imp_pick picks[16][4];
  struct imp_bill many[16];
  uint32_t bills = 1u << count;
  for (uint32_t b = 0; b < bills; b++) {
    for (uint32_t q = 0; q < count; q++)
      picks[b][q] = (struct imp_pick){names[q], (b >> q & 1) != 0 ? "yes" : "no"};
    many[b] = (struct imp_bill){.picks = picks[b],
                                .pick_count = count,
                                .low = 100 * (b + 1),
                                .high = 100 * (b + 1)};
  }
  struct imp_answer a = {.bills = many, .bill_count = bills};
  assert_true(totals_add(t, &a));
}

static void outcomes_of_different_lines_join(void **state) {
  (void)state;
  static const char *const one[] = {"q1"}, *const two[] = {"q2"}, *const both[] = {"q2", "q1"};
  struct totals t = {0};
  struct totals_table table;
  add_line(&t, one, 1);
  add_line(&t, two, 1);
  add_line(&t, both, 2);
  assert_true(totals_table(&t, &table));
  assert_int_equal(table.count, 4);
  assert_false(table.alone);
  for (uint32_t i = 0; i < 4; i++) {
    bool q1 = false, q2 = false;
    for (uint32_t p = 0; p < table.rows[i].pick_count; p++) {
      bool yes = strcmp(table.rows[i].picks[p].answer, "yes") == 0;
      if (strcmp(table.rows[i].picks[p].question, "q1") == 0) q1 = yes;
      if (strcmp(table.rows[i].picks[p].question, "q2") == 0) q2 = yes;
    }
    int64_t expected = 100 * (1 + q1) + 100 * (1 + q2) + 100 * (1 + q2 + 2 * q1);
    assert_int_equal(table.rows[i].low, expected);
    assert_int_equal(table.rows[i].high, expected);
    assert_false(table.rows[i].incomplete);
  }
  totals_free(&t);
}

static void too_many_outcomes_stand_alone(void **state) {
  (void)state;
  static const char *const names[] = {"a", "b", "c", "d", "e", "f", "g"};
  struct totals t = {0};
  struct totals_table table;
  for (uint32_t i = 0; i < 7; i++) add_line(&t, &names[i], 1);
  assert_true(totals_table(&t, &table));
  assert_true(table.alone); /* 128 joint outcomes */
  assert_int_equal(table.count, 14);
  assert_int_equal(table.rows[0].pick_count, 1);
  assert_int_equal(table.rows[0].low, 700); /* a=no: 1 + six lines at least 1 */
  assert_int_equal(table.rows[0].high, 1300);
  totals_free(&t);
}

static void sixty_four_outcomes_are_joined(void **state) {
  (void)state;
  static const char *const names[] = {"a", "b", "c", "d", "e", "f"};
  struct totals t = {0};
  struct totals_table table;
  for (uint32_t i = 0; i < 6; i++) add_line(&t, &names[i], 1);
  assert_true(totals_table(&t, &table));
  assert_false(table.alone);
  assert_int_equal(table.count, TOTALS_JOINT);
  totals_free(&t);
}

static void a_sum_that_does_not_fit_is_no_sum(void **state) {
  (void)state;
  struct imp_bill huge = {.low = INT64_MAX, .high = INT64_MAX};
  struct imp_answer a = {.bills = &huge, .bill_count = 1};
  struct totals t = {0};
  assert_true(totals_add(&t, &a));
  assert_true(totals_add(&t, &a));
  assert_true(t.overflow);
  totals_free(&t);
}

static void shares_are_rounded_once(void **state) {
  (void)state;
  static const struct {
    int64_t duty, value;
    const char *share;
  } cases[] = {{626000, 1000000, "62.6%"},
               {1, 3, "33.33%"},
               {2, 3, "66.67%"},
               {0, 100, "0%"},
               {575, 1000, "57.5%"},
               {169, 100, "169%"},
               {5, 100000, "0.01%"},
               {1966000, 1000000, "196.6%"},
               {100, 0, ""}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct buf b = {0};
    report_share(cases[i].duty, cases[i].value, &b);
    assert_string_equal(b.n > 0 ? b.p : "", cases[i].share);
    buf_free(&b);
  }
}

static void exit_codes_follow_the_lines(void **state) {
  (void)state;
  static const struct {
    const struct imp_answer *answer;
    int loose, strict;
  } cases[] = {{&one_answer, 0, 0}, {&a_range, 0, 3}, {&refused, 3, 3}, {&banned, 4, 4}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct imp_report_options options = {.format = IMP_CSV};
    struct imp_report *r = NULL;
    struct imp_text t = {0};
    struct imp_error err;
    struct report_line line = {.number = 1};
    assert_int_equal(report_begin(&test_stamp, &options, &r, &t, &err), IMP_OK);
    assert_int_equal(report_answer(r, &line, cases[i].answer, &t, &err), IMP_OK);
    assert_int_equal(imp_report_exit(r, 0), cases[i].loose);
    assert_int_equal(imp_report_exit(r, 1), cases[i].strict);
    imp_report_free(r);
    imp_text_free(&t);
  }
}

static int close_down(void **state) {
  (void)state;
  imp_text_free(&text);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(json_money_is_text),
      cmocka_unit_test(a_range_has_no_duty),
      cmocka_unit_test(a_prohibited_bill_has_no_money),
      cmocka_unit_test(json_lines_are_lines),
      cmocka_unit_test(totals_are_per_outcome),
      cmocka_unit_test(csv_keeps_the_input),
      cmocka_unit_test(tsv_is_cut_by_tabs),
      cmocka_unit_test(json_escapes),
      cmocka_unit_test(outcomes_of_different_lines_join),
      cmocka_unit_test(too_many_outcomes_stand_alone),
      cmocka_unit_test(sixty_four_outcomes_are_joined),
      cmocka_unit_test(a_sum_that_does_not_fit_is_no_sum),
      cmocka_unit_test(shares_are_rounded_once),
      cmocka_unit_test(exit_codes_follow_the_lines),
  };
  return cmocka_run_group_tests(tests, NULL, close_down);
}
