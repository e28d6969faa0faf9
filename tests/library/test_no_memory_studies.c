// SPDX-License-Identifier: Apache-2.0
// Memory runs out inside timeline, upcoming, diff and the batch.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "impost/batch.h"
#include "impost/study.h"
#include "library/starve.h"
#include "support/ask.h"

static struct imp_law *law;
static struct imp_timeline *steps;
static struct imp_upcoming *coming;
static struct imp_report_options form;
static const struct imp_query query = {.known = "2025-10-26", .on = "2025-11-05"};
static const struct imp_query later = {.known = "2025-11-12", .on = "2025-11-12"};
static const struct imp_pair picks[] = {{"us-cn.framework", "approved"}}; /* the truce goes along */
static const struct imp_query picked = {.known = "2025-10-26",
                                        .on = "2025-11-05",
                                        .picks = picks,
                                        .pick_count = 1};
static const struct imp_line line = {
    .number = 1, .code = "4202.92.31.31", .from = "CN", .on = "2025-11-12", .value = "10000"};

static int begin(void **state) {
  (void)state;
  struct imp_error err = {0};
  law = ask_open();
  bool fine =
      imp_timeline(law, &query, &line, "2025-11-01", "2025-11-20", &steps, &err) == IMP_OK &&
      imp_upcoming(law, &query, 10, &coming, &err) == IMP_OK;
  if (!fine) print_error("%s\n", err.message);
  return !fine;
}

static int finish(void **state) {
  (void)state;
  imp_timeline_free(steps);
  imp_upcoming_free(coming);
  imp_law_free(law);
  return 0;
}

static enum imp_status walk_time(void) {
  struct imp_timeline *t = NULL;
  enum imp_status status = imp_timeline(law, &query, &line, "2025-11-01", "2025-11-20", &t, NULL);
  if (status == IMP_OK)
    assert_int_equal(imp_timeline_count(t), imp_timeline_count(steps));
  else
    assert_null(t);
  imp_timeline_free(t);
  return status;
}

static int picture;

static enum imp_status report_time(void) {
  struct imp_text out = {0};
  const struct imp_timeline_report what = {.line = &line, .svg = picture};
  enum imp_status status = imp_report_timeline(law, &query, steps, &what, &form, &out, NULL);
  imp_text_free(&out);
  return status;
}

static enum imp_status look_ahead(void) {
  struct imp_upcoming *u = NULL;
  enum imp_status status = imp_upcoming(law, &query, 10, &u, NULL);
  if (status == IMP_OK)
    assert_int_equal(imp_upcoming_count(u), imp_upcoming_count(coming));
  else
    assert_null(u);
  imp_upcoming_free(u);
  return status;
}

static enum imp_status report_ahead(void) {
  struct imp_text out = {0};
  struct imp_book *book = NULL;
  enum imp_status status = imp_report_upcoming(law, &query, coming, &form, &out, NULL);
  if (status == IMP_OK) status = imp_book_new(&book, NULL);
  if (status == IMP_OK) status = imp_book_add(book, &line, steps, NULL);
  if (status == IMP_OK) status = imp_report_book(law, &query, coming, book, &form, &out, NULL);
  imp_book_free(book);
  imp_text_free(&out);
  return status;
}

static enum imp_status compare(void) {
  struct imp_query brief = picked, other = later;
  brief.brief = other.brief = true;
  const struct imp_side before = {law, &brief, NULL}, after = {law, &other, NULL};
  const struct imp_diff_words words = {
      "known 2025-10-26", "known 2025-11-12", {&before, &after}, false, NULL};
  struct imp_diff *d = NULL;
  struct imp_diff_sum *sum = NULL;
  struct imp_text out = {0};
  enum imp_status status = imp_diff_line(&before, &after, &line, &d, NULL);
  struct imp_assessment *x = NULL, *y = NULL;
  imp_diff_free(d);
  d = NULL;
  if (status == IMP_OK) status = imp_duty(law, &brief, &line, &x, NULL);
  if (status == IMP_OK) status = imp_duty(law, &other, &line, &y, NULL);
  if (status == IMP_OK)
    status = imp_diff_answers(x, y, &d, NULL);
  else
    imp_assessment_free(x);
  if (status == IMP_OK) status = imp_diff_sum_new(law, &sum, NULL);
  if (status == IMP_OK) status = imp_diff_sum_add(sum, imp_diff_get(d), NULL);
  if (status == IMP_OK) status = imp_report_diff_line(d, &words, &form, &out, NULL);
  if (status == IMP_OK) status = imp_report_diff_begin(&words, &form, &out, NULL);
  if (status == IMP_OK)
    status = imp_report_diff_row(&line, imp_diff_get(d), true, &form, &out, NULL);
  if (status == IMP_OK) status = imp_report_diff_end(sum, 1, &form, &out, NULL);
  if (status == IMP_OK) status = imp_report_diff_stamp(&words, &form, &out, NULL);
  imp_diff_sum_free(sum);
  imp_diff_free(d);
  imp_text_free(&out);
  return status;
}

static enum imp_status compare_law(void) {
  const struct imp_side before = {law, &query, NULL}, after = {law, &later, NULL};
  const struct imp_diff_words words = {"before", "after", {&before, &after}, true, NULL};
  struct imp_law_diff *d = NULL;
  struct imp_text out = {0};
  enum imp_status status = imp_diff_law(&before, &after, true, &d, NULL);
  if (status == IMP_OK) status = imp_report_diff_law(d, &words, &form, &out, NULL);
  if (status == IMP_OK) status = imp_report_diff_stamp(&words, &form, &out, NULL);
  imp_law_diff_free(d);
  imp_text_free(&out);
  return status;
}

static enum imp_status walk_many(void) {
  struct imp_timelines *all = NULL;
  struct imp_timeline *t = NULL;
  enum imp_status status =
      imp_timelines_open(law, &query, "2025-11-01", "2025-11-20", NULL, NULL, &all, NULL);
  if (status != IMP_OK) assert_null(all);
  if (status == IMP_OK && (status = imp_timelines_line(all, &line, &t, NULL)) != IMP_OK)
    assert_null(t);
  if (status == IMP_OK) assert_int_equal(imp_timeline_count(t), imp_timeline_count(steps));
  imp_timeline_free(t);
  imp_timelines_free(all);
  return status;
}

typedef enum imp_status list_facts(const struct imp_law *, struct imp_facts **, struct imp_error *);

static enum imp_status list_of_facts(list_facts *list) {
  struct imp_facts *f = NULL;
  enum imp_status status = list(law, &f, NULL);
  if (status == IMP_OK)
    assert_true(imp_facts_count(f) > 5);
  else
    assert_null(f);
  imp_facts_free(f);
  return status;
}

static enum imp_status facts_of_lines(void) {
  return list_of_facts(imp_facts);
}

static enum imp_status facts_of_cases(void) {
  return list_of_facts(imp_case_facts);
}

static enum imp_status find_law(void) {
  char path[1000];
  return imp_law_find(IMPOST_ROOT "/law", NULL, path, sizeof path, NULL);
}

static enum imp_status list_questions(void) {
  struct imp_outcomes *o = NULL;
  enum imp_status status = imp_outcomes(law, &query, &o, NULL);
  if (status != IMP_OK) assert_null(o);
  imp_outcomes_free(o);
  return status;
}

static enum imp_status run_batch(void) {
  struct imp_batch *b = NULL;
  uint32_t done = 0, first[2];
  uint8_t statuses[1];
  uint32_t shapes[1];
  int64_t low[1], high[1], amounts[IMP_BATCH_ROWS];
  enum imp_status status = imp_batch_open(law, &later, &b, NULL);
  if (status != IMP_OK) return status;
  const struct imp_pair fact = {"mode", "air"};
  uint32_t code = imp_batch_code(b, line.code), place = imp_batch_place(b, line.from),
           facts = imp_batch_facts(b, &fact, 1, NULL, 0), zero = 0;
  int32_t day = imp_batch_day(line.on);
  int64_t value = 10000;
  const struct imp_columns columns = {.count = 1,
                                      .code = &code,
                                      .place = &place,
                                      .day = &day,
                                      .value = &value,
                                      .fact_line = &zero,
                                      .fact_set = &facts,
                                      .fact_count = 1};
  const struct imp_results results = {statuses, shapes, low, high, first, amounts, IMP_BATCH_ROWS};
  if (code == IMP_BATCH_FAILED || place == IMP_BATCH_FAILED || facts == IMP_BATCH_FAILED)
    status = IMP_NO_MEMORY;
  if (status == IMP_OK) status = imp_batch_run(b, &columns, &results, &done, NULL);
  if (status == IMP_OK) assert_int_equal(low[0], 626000);
  struct imp_shape shape;
  if (status == IMP_OK) status = imp_batch_shape(b, shapes[0], &shape);
  if (status == IMP_OK) assert_int_equal(shape.row_count, first[1] - first[0]);
  imp_batch_free(b);
  return status;
}

static void every_study(void **state) {
  (void)state;
  static const enum imp_format formats[] = {IMP_TEXT, IMP_JSON};
  starve(walk_time, 20);
  starve(walk_many, 20);
  starve(look_ahead, 10);
  for (size_t i = 0; i < 2; i++) {
    form = (struct imp_report_options){.format = formats[i]};
    for (picture = 0; picture < 2; picture++) starve(report_time, 1);
    starve(report_ahead, 3);
    starve(compare, 20);
    starve(compare_law, 5);
  }
}

static void questions(void **state) {
  (void)state;
  starve(list_questions, 2);
  starve(facts_of_lines, 2);
  starve(facts_of_cases, 2);
  starve(find_law, 0);
}

static void the_batch(void **state) {
  (void)state;
  assert_true(starve_in(run_batch, false, true) >
              20); /* what does not fit is assessed line by line */
  starve_in(run_batch, true, true);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_study),
      cmocka_unit_test(questions),
      cmocka_unit_test(the_batch),
  };
  return cmocka_run_group_tests_name("no memory in studies", tests, begin, finish);
}
