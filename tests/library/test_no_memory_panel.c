// SPDX-License-Identifier: Apache-2.0
// Memory runs out inside the panel: made, read and written.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "impost/average.h"
#include "impost/entry.h"
#include "library/starve.h"
#include "support/ask.h"

static struct imp_law *law;
static struct imp_panel *made;
static const struct imp_query query = {.known = "2026-02-19"};
static const char *const places[] = {"CN", "DE"};
static const struct imp_panel_options options = {
    .from = "2025-03-01", .to = "2025-06-01", .code = "420292", .places = places, .place_count = 2};

static int begin(void **state) {
  (void)state;
  struct imp_error err = {0};
  law = ask_open();
  return imp_panel_make(law, &query, &options, &made, &err) != IMP_OK;
}

static int finish(void **state) {
  (void)state;
  imp_panel_free(made);
  imp_law_free(law);
  return 0;
}

static enum imp_status make(void) {
  struct imp_panel *p = NULL;
  enum imp_status status = imp_panel_make(law, &query, &options, &p, NULL);
  struct imp_panel_counts have, want = imp_panel_count(made);
  if (status == IMP_OK) have = imp_panel_count(p);
  if (status == IMP_OK)
    assert_memory_equal(&have, &want, sizeof want);
  else
    assert_null(p);
  imp_panel_free(p);
  return status;
}

static enum imp_status count_bytes(void *user, const void *bytes, size_t n, struct imp_error *err) {
  (void)bytes;
  (void)err;
  *(size_t *)user += n;
  return IMP_OK;
}

static enum imp_status write_binary(void) {
  size_t n = 0;
  return imp_panel_write(made, count_bytes, &n, NULL);
}

static enum imp_status write_csv(void) {
  size_t n = 0;
  uint64_t rows;
  return imp_panel_csv(made, count_bytes, &n, &rows, NULL);
}

static enum imp_status write_hs6(void) {
  size_t n = 0;
  uint64_t rows;
  return imp_panel_hs6(made, count_bytes, &n, &rows, NULL);
}

static const struct imp_average_options weighing = {.by = IMP_AVERAGE_BY_DAY,
                                                    .from = "2025-03-01",
                                                    .to = "2025-06-01",
                                                    .code = "420292",
                                                    .places = places,
                                                    .place_count = 1};

static int64_t expected;

static enum imp_status weigh(void) {
  struct imp_average *r = NULL;
  struct imp_text out = {0};
  struct imp_report_options form = {0};
  enum imp_status status = imp_average_make(law, &query, &weighing, &r, NULL);
  for (int f = IMP_AVERAGE_TEXT; f <= IMP_AVERAGE_SVG && status == IMP_OK; f++) {
    status =
        imp_report_average(law, &query, r, &weighing, (enum imp_average_form)f, &form, &out, NULL);
    imp_text_free(&out);
  }
  if (status == IMP_OK) assert_int_equal(imp_average_total(r)->statutory.high, expected);
  imp_average_free(r);
  return status;
}

static void averages(void **state) {
  (void)state;
  struct imp_average *r = NULL;
  assert_int_equal(imp_average_make(law, &query, &weighing, &r, NULL), IMP_OK);
  expected = imp_average_total(r)->statutory.high;
  imp_average_free(r);
  starve_in(weigh, false, false);
  starve_in(weigh, true, true);
}

static void count_cell(void *user, const char *place, const struct imp_average_row *row) {
  assert_string_equal(place, "US");
  *(int64_t *)user += row->trade;
}

static enum imp_status weigh_another(void) {
  struct imp_average *r = NULL;
  struct imp_text out = {0};
  struct imp_report_options form = {0};
  int64_t told = 0;
  char place[3];
  assert_true(imp_average_place(law, 0, place));
  const struct imp_average_options other = {.by = IMP_AVERAGE_BY_HS6,
                                            .into = place,
                                            .on = "2025-10-20",
                                            .code = "1201",
                                            .cell = count_cell,
                                            .user = &told};
  enum imp_status status = imp_average_make(law, &query, &other, &r, NULL);
  for (int f = IMP_AVERAGE_TEXT; f <= IMP_AVERAGE_CSV && status == IMP_OK; f++) {
    status =
        imp_report_average(law, &query, r, &other, (enum imp_average_form)f, &form, &out, NULL);
    imp_text_free(&out);
  }
  if (status == IMP_OK) assert_int_equal(imp_average_total(r)->trade, told);
  if (status == IMP_OK) assert_non_null(imp_average_note(r, 0));
  imp_average_free(r);
  return status;
}

static void averages_of_another_place(void **state) {
  (void)state;
  starve_in(weigh_another, false, false);
  starve_in(weigh_another, true, true);
}

static void panels(void **state) {
  (void)state;
  starve_in(make, false, false);
  starve_in(make, true, true); /* the batch gets round some lost requests */
  starve(write_binary, 10);
  starve(write_csv, 5);
  starve(write_hs6, 5);
}

static enum imp_status summarise(void) {
  const struct imp_pair air = {"mode", "air"};
  const struct imp_line line = {.number = 1,
                                .code = "4202.92.31.31",
                                .from = "CN",
                                .on = "2025-05-01",
                                .value = "1000",
                                .facts = &air,
                                .fact_count = 1};
  struct imp_assessment *a = NULL;
  struct imp_fees *fees = NULL;
  struct imp_entry_summary *s = NULL;
  struct imp_text out = {0};
  const struct imp_report_options json = {.format = IMP_JSON};
  enum imp_status status = imp_duty(law, &query, &line, &a, NULL);
  if (status == IMP_OK)
    status = imp_entry_fees(law, &query, &line, (const struct imp_assessment *const *)&a, 1, &fees,
                            NULL);
  if (status == IMP_OK) status = imp_entry_summary_begin(law, &query, &json, &s, &out, NULL);
  if (status == IMP_OK) status = imp_entry_summary_line(s, &line, a, NULL, NULL);
  if (status == IMP_OK) status = imp_entry_summary_close(s, "A", fees, &out, NULL);
  if (status == IMP_OK) status = imp_entry_summary_end(s, &out, NULL);
  if (status == IMP_OK) assert_non_null(strstr(out.p, "\"number\": \"4202.92.31.31\""));
  imp_entry_summary_free(s);
  imp_fees_free(fees);
  imp_assessment_free(a);
  imp_text_free(&out);
  return status;
}

static void summaries(void **state) {
  (void)state;
  starve_in(summarise, false, false);
  starve_in(summarise, true, true);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(panels), cmocka_unit_test(averages),
                                     cmocka_unit_test(averages_of_another_place),
                                     cmocka_unit_test(summaries)};
  return cmocka_run_group_tests_name("no memory: panel", tests, begin, finish);
}
