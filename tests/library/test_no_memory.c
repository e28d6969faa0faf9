// SPDX-License-Identifier: Apache-2.0
// Memory runs out inside the public calls that write, find and tell: the call says so, nothing leaks, nothing half-made is
// handed out. (Opening, assessing, fees, measures and checks: tests/book/test_no_memory.c.)
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <unistd.h>

#include "impost/ask.h"
#include "impost/goods.h"
#include "impost/lookup.h"
#include "impost/say.h"
#include "library/starve.h"
#include "support/ask.h"

/* ---- what the calls work on -------------------------------------------------------------------------- */

static struct imp_law *law;
static struct imp_lookup *lookup;
static struct imp_assessment *answer, *refused;
static struct imp_fees *fees;
static struct imp_measures *measures;
static struct imp_ask *asked;
static const struct imp_query query = {.known = "2025-10-26", .on = "2025-11-12"};
static const struct imp_line line = {
    .number = 1, .code = "4202.92.31.31", .from = "CN", .on = "2025-11-12", .value = "10000"};

static int begin(void **state) {
  (void)state;
  struct imp_error err = {0};
  struct imp_line wrong = line;
  wrong.code = "4202.92.31.32";
  law = ask_open();
  bool fine = imp_lookup_open(law, &lookup, &err) == IMP_OK &&
              imp_duty(law, &query, &line, &answer, &err) == IMP_OK &&
              imp_duty(law, &query, &wrong, &refused, &err) == IMP_OK &&
              imp_measures(law, &query, "4202.92.31.31", "CN", NULL, &measures, &err) == IMP_OK &&
              imp_ask(law, &query, &line, &asked, &err) == IMP_OK;
  const struct imp_assessment *const answers[] = {answer};
  fine = fine && imp_entry_fees(law, &query, &line, answers, 1, &fees, &err) == IMP_OK;
  if (!fine) print_error("%s\n", err.message);
  return !fine;
}

static int finish(void **state) {
  (void)state;
  imp_ask_free(asked);
  imp_fees_free(fees);
  imp_measures_free(measures);
  imp_assessment_free(answer);
  imp_assessment_free(refused);
  imp_lookup_free(lookup);
  imp_law_free(law);
  return 0;
}

/* ---- the formatter and the reports --------------------------------------------------------------------- */

static enum imp_status format_text(void) {
  static const char text[] = "act us.a\n title A\n kind statute\n signed 2025-01-01\n"
                             "measure us.m\n  title M # a remark\n heading 9903.01.20 of CN\n"
                             "    rate 10% from 2025-01-01 by us.a\n    rate none by us.a\n";
  struct imp_text out = {0};
  enum imp_status status = imp_format(text, sizeof text - 1, &out, NULL);
  if (status == IMP_OK) assert_non_null(strstr(out.p, "heading 9903.01.20"));
  imp_text_free(&out);
  return status;
}

static struct imp_report_options form;

static enum imp_status report_all(void) {
  static const char *const columns[] = {"code", "memo"}, *const cells[] = {"4202", "a, \"b\""};
  struct imp_report_options options = form;
  struct imp_report *r = NULL;
  struct imp_text out = {0};
  const struct imp_bad_line bad = {.number = 3,
                                   .id = "input.cells",
                                   .reason = "too few",
                                   .next = "x"};
  options.columns = columns;
  options.column_count = 2;
  enum imp_status status = imp_report_begin(law, &query, &options, &r, &out, NULL);
  if (status == IMP_OK) status = imp_report_line(r, &line, answer, cells, &out, NULL);
  if (status == IMP_OK) status = imp_report_line(r, &line, refused, cells, &out, NULL);
  if (status == IMP_OK) status = imp_report_bad_line(r, &bad, cells, &out, NULL);
  if (status == IMP_OK) status = imp_report_entry(r, "E1", fees, &out, NULL);
  if (status == IMP_OK) status = imp_report_end(r, &out, NULL);
  if (status == IMP_OK) status = imp_report_summary(r, &out, NULL);
  if (status == IMP_OK) assert_true(out.n > 100);
  imp_report_free(r);
  imp_text_free(&out);
  return status;
}

static enum imp_status report_measures(void) {
  struct imp_text out = {0};
  enum imp_status status = imp_report_measures(law, &query, measures, &form, &out, NULL);
  imp_text_free(&out);
  return status;
}

static void the_formatter(void **state) {
  (void)state;
  starve(format_text, 3);
}

static void every_report(void **state) {
  (void)state;
  static const enum imp_format formats[] = {IMP_TEXT, IMP_JSON, IMP_JSONL, IMP_CSV, IMP_TSV};
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    for (int detail = 0; detail <= (formats[i] == IMP_TEXT ? 2 : 0); detail++) {
      form = (struct imp_report_options){.format = formats[i], .detail = detail};
      starve(report_all, 3);
      starve(report_measures, 1);
    }
}

/* ---- ask, say ----------------------------------------------------------------------------------------------- */

static enum imp_status ask_line_again(void) {
  struct imp_ask *a = NULL;
  enum imp_status status = imp_ask(law, &query, &line, &a, NULL);
  if (status == IMP_OK)
    assert_int_equal(imp_ask_count(a), imp_ask_count(asked));
  else
    assert_null(a);
  imp_ask_free(a);
  return status;
}

static enum imp_status sum_up(void) {
  struct imp_ask_sum *sum = NULL;
  struct imp_text out = {0};
  enum imp_status status = imp_ask_sum_new(&sum, NULL);
  if (status == IMP_OK) status = imp_ask_sum_add(sum, &(struct imp_line){.number = 1}, asked, NULL);
  if (status == IMP_OK)
    status = imp_ask_sum_add(sum, &(struct imp_line){.number = 2, .entry = "E8"}, asked, NULL);
  if (status == IMP_OK) {
    assert_int_equal(imp_ask_sum_count(sum), imp_ask_count(asked));
    assert_int_equal(imp_ask_sum_at(sum, 0)->moves, 2 * imp_ask_at(asked, 0)->moves);
    status = imp_report_ask_sum(law, &query, sum, &form, &out, NULL);
  }
  imp_ask_sum_free(sum);
  imp_text_free(&out);
  return status;
}

static enum imp_status report_asked(void) {
  struct imp_text out = {0};
  enum imp_status status = imp_report_ask(law, &query, &line, asked, &form, &out, NULL);
  imp_text_free(&out);
  return status;
}

static enum imp_status say_it(void) {
  struct imp_text out = {0};
  enum imp_status status =
      imp_say(law, &query, &line, answer, imp_lookup_label(lookup, line.code), &form, &out, NULL);
  if (status == IMP_OK) assert_non_null(strstr(out.p, "12 November 2025"));
  imp_text_free(&out);
  return status;
}

static enum imp_status say_refused(void) {
  struct imp_text out = {0};
  enum imp_status status = imp_say(law, &query, &line, refused, NULL, &form, &out, NULL);
  imp_text_free(&out);
  return status;
}

static void asking(void **state) {
  (void)state;
  starve(ask_line_again, 100);
  form = (struct imp_report_options){.format = IMP_TEXT};
  starve(sum_up, 4);
  starve(report_asked, 1);
  starve(say_it, 1);
  starve(say_refused, 1);
  form.format = IMP_JSON;
  starve(sum_up, 4);
  starve(report_asked, 1);
  starve(say_it, 1);
}

/* ---- lookups -------------------------------------------------------------------------------------------------- */

static enum imp_status open_lookup(void) {
  struct imp_lookup *l = NULL;
  struct imp_counts counts;
  enum imp_status status = imp_lookup_open(law, &l, NULL);
  if (status == IMP_OK) {
    assert_string_equal(imp_lookup_label(l, "8507.60"), "rechargeable batteries");
    status = imp_lookup_counts(l, &counts, NULL);
  } else {
    assert_null(l);
  }
  imp_lookup_free(l);
  return status;
}

static const char *wanted;

static enum imp_status look_up_goods(void) {
  struct imp_goods_page *page = NULL;
  struct imp_text out = {0};
  enum imp_status status = imp_lookup_goods(lookup, &query, wanted, &page, NULL);
  if (status == IMP_OK)
    status = imp_report_goods(law, page, NULL, wanted, &form, &out, NULL);
  else
    assert_null(page);
  imp_goods_page_free(page);
  imp_text_free(&out);
  return status;
}

static enum imp_status look_up_places(void) {
  struct imp_places_page *page = NULL;
  struct imp_text out = {0};
  enum imp_status status = imp_lookup_places(lookup, &query, wanted, &page, NULL);
  if (status == IMP_OK)
    status = imp_report_places(law, page, &form, &out, NULL);
  else
    assert_null(page);
  imp_places_page_free(page);
  imp_text_free(&out);
  return status;
}

static void looking_up(void **state) {
  (void)state;
  static const char *const goods[] = {"batteries", "8507", "8507.60.00", "8507.60.00.20",
                                      "8507.60.00.21"};
  static const char *const places[] = {"china", "eu", "Koria", ""};
  starve(open_lookup, 3);
  for (int json = 0; json < 2; json++) {
    form = (struct imp_report_options){.format = json ? IMP_JSON : IMP_TEXT};
    for (size_t i = 0; i < sizeof goods / sizeof *goods; i++) {
      wanted = goods[i];
      starve(look_up_goods, 2);
    }
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
      wanted = places[i];
      starve(look_up_places, 2);
    }
  }
}

/* ---- nothing is something ----------------------------------------------------------------------------------------- */

static void freeing_nothing(void **state) {
  (void)state;
  imp_law_free(NULL);
  imp_assessment_free(NULL);
  imp_fees_free(NULL);
  imp_measures_free(NULL);
  imp_report_free(NULL);
  imp_ask_free(NULL);
  imp_ask_sum_free(NULL);
  imp_lookup_free(NULL);
  imp_goods_page_free(NULL);
  imp_places_page_free(NULL);
  imp_goods_free(NULL);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_formatter), cmocka_unit_test(every_report),    cmocka_unit_test(asking),
      cmocka_unit_test(looking_up),    cmocka_unit_test(freeing_nothing),
  };
  return cmocka_run_group_tests_name("no memory in the library", tests, begin, finish);
}
