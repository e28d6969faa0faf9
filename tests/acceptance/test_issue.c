// SPDX-License-Identifier: Apache-2.0
// What a user sees: the numbers promised for the slice, each asked of the public API on the shipped law.
//
// Every number here was derived by hand from the text of the law; the arithmetic stands beside it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/shipped.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char luggage[] = "4202.92.31.31", toys[] = "9503.00.0073";
static struct asked china(const char *code, const char *on, const struct imp_query *query) {
  struct imp_line line = {.code = code, .from = "CN", .on = on, .value = "10000"};
  return ask_line(law, query, &line);
}

static const struct imp_bill *only_bill(const struct asked *q) {
  if (q->answer->status != IMP_LINE_OK)
    fail_msg("%s on %s: %s", q->answer->code, q->answer->on,
             q->answer->reason ? q->answer->reason : "a range");
  assert_int_equal(q->answer->bill_count, 1);
  assert_int_equal(q->answer->bills[0].low, q->answer->bills[0].high);
  assert_int_equal(q->answer->bills[0].pick_count, 0);
  return &q->answer->bills[0];
}

/* ---- luggage, 10,000 dollars, all days ------------------------------------------------------------------ */

static const struct {
  const char *on;
  int64_t duty, on_void, legal;
} luggage_days[] = {
    {"2025-04-12", 1876000, 1450000, 426000}, /* 17.6 + 25 + 20 + 125 */
    {"2025-10-20", 726000, 300000, 426000},   /* 17.6 + 25 + 20 + 10 */
    {"2025-11-12", 626000, 200000, 426000},   /* 17.6 + 25 + 10 + 10 */
    {"2026-02-21", 626000, 200000, 426000},   /* the same; 2,000 of it on law since held void */
    {"2026-03-01", 526000, 0, 526000},        /* 17.6 + 25 + 10 of Section 122 */
    {"2026-08-01", 551000, 0, 551000},        /* 17.6 + 25 + 12.5 of forced labour */
};

static void luggage_on_six_days(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(luggage_days); i++) {
    struct asked q = china(luggage, luggage_days[i].on, &(struct imp_query){0});
    const struct imp_bill *b = only_bill(&q);
    assert_int_equal(b->low, luggage_days[i].duty);
    assert_int_equal(b->void_low, luggage_days[i].on_void);
    assert_int_equal(b->void_high, luggage_days[i].on_void);
    assert_int_equal(b->legal_low, luggage_days[i].legal);
    ask_done(&q);
  }
}

static void luggage_on_basis_legal(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(luggage_days); i++) {
    struct asked q = china(luggage, luggage_days[i].on, &(struct imp_query){.basis = IMP_LEGAL});
    const struct imp_bill *b = only_bill(&q);
    assert_int_equal(q.answer->basis, IMP_LEGAL);
    assert_int_equal(b->low, luggage_days[i].legal);
    assert_int_equal(b->void_high, 0);
    ask_done(&q);
  }
}

struct wanted_row {
  const char *heading, *rate;
  int64_t amount;
};

static void check_rows(const struct imp_bill *b, const struct wanted_row *rows, size_t n) {
  uint32_t applied = 0;
  for (uint32_t i = 0; i < b->row_count; i++) applied += b->rows[i].status == IMP_ROW_APPLIED;
  assert_int_equal(applied, n);
  for (size_t i = 0; i < n; i++) {
    const struct imp_row *r = ask_row(b, rows[i].heading, IMP_ROW_APPLIED);
    if (!r) fail_msg("there is no row %s", rows[i].heading);
    assert_string_equal(r->rate, rows[i].rate);
    assert_int_equal(r->base, 1000000);
    assert_int_equal(r->amount, rows[i].amount);
  }
}

static void rows_at_the_peak_and_last(void **state) {
  (void)state;
  static const struct wanted_row april[] = {{"general", "17.6%", 176000},
                                            {"9903.88.03", "25%", 250000},
                                            {"9903.01.24", "20%", 200000},
                                            {"9903.01.63", "125%", 1250000}};
  static const struct wanted_row august[] = {{"general", "17.6%", 176000},
                                             {"9903.88.03", "25%", 250000},
                                             {"9903.05.31", "12.5%", 125000}};
  struct asked q = china(luggage, "2025-04-12", &(struct imp_query){0});
  check_rows(only_bill(&q), april, COUNT(april));
  ask_done(&q);
  q = china(luggage, "2026-08-01", &(struct imp_query){0});
  check_rows(only_bill(&q), august, COUNT(august));
  ask_done(&q);
}

/* ---- one day, known on four ------------------------------------------------------------------------------ */

static void before_the_threat_one_bill(void **state) {
  (void)state;
  struct asked q = china(luggage, "2025-11-12", &(struct imp_query){.known = "2025-10-09"});
  const struct imp_bill *b = only_bill(&q);
  assert_int_equal(b->low, 966000); /* the truce ends on 11-10: 17.6 + 25 + 20 + 34 */
  assert_null(b->mark);
  assert_int_equal(q.answer->question_count, 0);
  ask_done(&q);
}

static void reported_two_bills(void **state) {
  (void)state;
  struct asked q = china(luggage, "2025-11-12", &(struct imp_query){.known = "2025-10-26"});
  assert_int_equal(q.answer->bill_count, 2);
  const struct imp_bill *approved = ask_bill(q.answer, "approved");
  const struct imp_bill *rejected = ask_bill(q.answer, "rejected");
  assert_non_null(approved);
  assert_non_null(rejected);
  assert_string_equal(approved->picks[0].question, "us-cn.framework");
  assert_int_equal(approved->low, 726000); /* 17.6 + 25 + 20 + 10 */
  assert_int_equal(approved->high, 726000);
  assert_int_equal(rejected->low, 1966000); /* 17.6 + 25 + 20 + 34 + 100 */
  assert_non_null(approved->mark);          /* by what the reports expect, and who said so */
  assert_non_null(strstr(approved->mark, "us-cn.kuala-lumpur"));
  assert_non_null(rejected->mark);
  assert_non_null(strstr(rejected->mark, "us.post.2025-10-10"));
  const struct imp_row *threat = ask_row(rejected, "us.china-100", IMP_ROW_APPLIED);
  assert_non_null(threat);
  assert_true(threat->pending);
  assert_int_equal(q.answer->question_count, 1); /* not one of its own for the truce */
  assert_string_equal(q.answer->questions[0].name, "us-cn.framework");
  assert_string_equal(q.answer->questions[0].state, "open");
  assert_string_equal(q.answer->questions[0].due, "2025-10-30");
  ask_done(&q);
}

static void said_two_bills(void **state) {
  (void)state;
  struct asked q = china(luggage, "2025-11-12", &(struct imp_query){.known = "2025-10-31"});
  assert_int_equal(q.answer->bill_count, 2);
  const struct imp_bill *approved = ask_bill(q.answer, "approved");
  const struct imp_bill *stands = ask_bill(q.answer, "stands");
  assert_non_null(approved);
  assert_non_null(stands);
  assert_int_equal(approved->low, 626000); /* 17.6 + 25 + 10 + 10 */
  assert_int_equal(stands->low, 966000);
  assert_non_null(approved->mark);
  assert_non_null(strstr(approved->mark, "us-cn.busan"));
  assert_null(stands->mark);
  assert_string_equal(q.answer->questions[0].state, "said");
  assert_string_equal(q.answer->questions[0].said_by, "us-cn.busan");
  ask_done(&q);
}

static void ordered_one_bill_all_law(void **state) {
  (void)state;
  struct asked q = china(luggage, "2025-11-12", &(struct imp_query){.known = "2025-11-12"});
  const struct imp_bill *b = only_bill(&q);
  assert_int_equal(b->low, 626000);
  assert_null(b->mark);
  assert_int_equal(b->void_high, 0); /* the ruling is not known yet */
  assert_int_equal(q.answer->question_count, 0);
  for (uint32_t i = 0; i < b->row_count; i++) assert_false(b->rows[i].pending);
  ask_done(&q);
}

static void an_outcome_is_picked(void **state) {
  (void)state;
  static const struct {
    const char *known, *answer;
    int64_t duty;
  } picks[] = {{"2025-10-26", "approved", 726000},
               {"2025-10-26", "rejected", 1966000},
               {"2025-10-31", "approved", 626000},
               {"2025-10-31", "stands", 966000}};
  for (size_t i = 0; i < COUNT(picks); i++) {
    struct imp_pair pick = {"us-cn.framework", picks[i].answer};
    struct imp_query query = {.known = picks[i].known, .picks = &pick, .pick_count = 1};
    struct asked q = china(luggage, "2025-11-12", &query);
    assert_int_equal(q.answer->bill_count, 1);
    assert_int_equal(q.answer->bills[0].low, picks[i].duty);
    ask_done(&q);
  }
}

static void a_pick_that_cannot_be(void **state) {
  (void)state;
  static const struct {
    const char *known, *question, *answer, *id;
  } wrong[] = {{"2025-10-09", "us-cn.framework", "rejected", "usage.outcome"}, /* not raised yet */
               {"2025-10-26", "us-cn.framework", "stands", "usage.outcome"},
               {"2025-10-31", "us-cn.framework", "rejected", "usage.outcome"}, /* they agreed */
               {"2025-11-12", "us-cn.framework", "rejected", "usage.outcome"}, /* closed */
               {"2025-10-26", "us-cn.framework", "aproved", "usage.outcome"},
               {"2025-10-26", "us-cn.framwork", "approved", "usage.question"}};
  for (size_t i = 0; i < COUNT(wrong); i++) {
    struct imp_pair pick = {wrong[i].question, wrong[i].answer};
    struct imp_query query = {.known = wrong[i].known, .picks = &pick, .pick_count = 1};
    struct imp_line line = {.code = luggage, .from = "CN", .on = "2025-11-12", .value = "10000"};
    struct imp_assessment *as = NULL;
    struct imp_error err = {0};
    assert_int_equal(imp_duty(law, &query, &line, &as, &err), IMP_USAGE);
    assert_null(as);
    assert_string_equal(err.id, wrong[i].id);
    assert_true(strlen(err.message) > 10);
  }
}

/* ---- toys since 2025 ---------------------------------------------------------------------------------------- */

static void history_of_toys(void **state) {
  (void)state;
  static const struct {
    const char *last, *first; /* last day of the old duty, first of the new */
    int64_t duty;             /* tenths of a per cent */
  } steps[] = {{NULL, "2025-01-01", 0},
               {"2025-02-03", "2025-02-04", 100},
               {"2025-03-03", "2025-03-04", 200},
               {"2025-04-04", "2025-04-05", 300},
               {"2025-04-08", "2025-04-09", 1040},
               {"2025-04-09", "2025-04-10", 1450},
               {"2025-05-13", "2025-05-14", 300},
               {"2025-11-09", "2025-11-10", 200},
               {"2026-02-23", "2026-02-24", 100},
               {"2026-07-23", "2026-07-24", 125}};
  for (size_t i = 0; i < COUNT(steps); i++) {
    struct asked q = china(toys, steps[i].first, &(struct imp_query){0});
    const struct imp_bill *b = only_bill(&q);
    assert_int_equal(b->low, steps[i].duty * 1000);
    if (i + 1 < COUNT(steps)) {
      assert_non_null(q.answer->next_change);
      assert_string_equal(q.answer->next_change, steps[i + 1].first);
      assert_int_equal(q.answer->next_low, steps[i + 1].duty * 1000);
    }
    ask_done(&q);
    if (!steps[i].last) continue;
    q = china(toys, steps[i].last, &(struct imp_query){0});
    assert_int_equal(only_bill(&q)->low, steps[i - 1].duty * 1000);
    ask_done(&q);
  }
}

/* Eight digits do where all of its numbers owe the same. */
static void toys_by_eight_digits(void **state) {
  (void)state;
  struct asked q = china("9503.00.00", "2025-11-12", &(struct imp_query){0});
  assert_int_equal(only_bill(&q)->low, 200000);
  assert_string_equal(q.answer->code, "9503.00.00");
  ask_done(&q);
}

/* ---- the battery ---------------------------------------------------------------------------------------------- */

static void the_battery_may_be_of_a_car(void **state) {
  (void)state;
  static const struct {
    const char *on, *id, *says;
  } want[] = {{"2026-01-30", "refuse.retired-code", "2026-01-30"},
              {"2026-10-01", "refuse.retired-code", "2026-01-30"}};
  for (size_t i = 0; i < COUNT(want); i++) {
    struct asked q = china("8507.60.0020", want[i].on, &(struct imp_query){0});
    assert_int_equal(q.answer->status, IMP_LINE_REFUSED);
    assert_string_equal(q.answer->id, want[i].id);
    assert_non_null(strstr(q.answer->reason, want[i].says));
    assert_int_equal(q.answer->bill_count, 0);
    assert_non_null(strstr(q.answer->next, "8507.60.00.30"));
    assert_non_null(strstr(q.answer->next, "8507.60.00.90"));
    ask_done(&q);
  }
  struct asked q = china("8507.60.0020", "2025-05-02", &(struct imp_query){0});
  assert_int_equal(only_bill(&q)->low, 1559000); /* 3.4 + 7.5 + 20 + 125 */
  ask_done(&q);
  q = china("8507.60.0020", "2025-05-03", &(struct imp_query){0});
  assert_int_equal(q.answer->status, IMP_LINE_RANGE);
  assert_int_equal(q.answer->bills[0].low, 559000); /* of a car: 3.4 + 7.5 + 20 + 25 */
  assert_int_equal(q.answer->bills[0].high, 1559000);
  ask_done(&q);
}

/* ---- what is said beside the number -------------------------------------------------------------------------- */

static bool says(const char *const *texts, uint32_t n, const char *words) {
  for (uint32_t i = 0; i < n; i++)
    if (strstr(texts[i], words)) return true;
  return false;
}

static void what_is_assumed_is_said(void **state) {
  (void)state;
  struct asked q = china(toys, "2025-05-01", &(struct imp_query){0});
  const struct imp_bill *b = only_bill(&q);
  assert_int_equal(b->low, 1450000); /* 20 + 125: not on the way */
  assert_true(says(b->assumed, b->assumed_count, "loaded"));
  ask_done(&q);
  const struct imp_pair loaded = {"loaded", "2025-04-20"};
  struct imp_line line = {.code = toys,
                          .from = "CN",
                          .on = "2025-05-01",
                          .value = "10000",
                          .facts = &loaded,
                          .fact_count = 1};
  q = ask_line(law, &(struct imp_query){0}, &line);
  b = only_bill(&q);
  assert_int_equal(b->low, 1450000);
  assert_false(says(b->assumed, b->assumed_count, "loaded")); /* it was stated */
  ask_done(&q);
}

static void what_is_not_sure_is_said(void **state) {
  (void)state;
  struct asked q = china(toys, "2019-12-20", &(struct imp_query){0});
  assert_true(says(q.answer->caveats, q.answer->caveat_count, "2025-01-01")); /* numbers of 2025 */
  ask_done(&q);
  q = china(toys, "2026-07-24", &(struct imp_query){0});
  assert_true(
      says(q.answer->caveats, q.answer->caveat_count, "2026-06-08")); /* the last edition held */
  ask_done(&q);
  q = china(toys, "2025-06-01", &(struct imp_query){0});
  assert_int_equal(q.answer->caveat_count, 0);
  ask_done(&q);
  struct imp_line line = {.code = toys, .from = "CN", .on = "2025-06-01", .value = "999.50"};
  q = ask_line(law, &(struct imp_query){0}, &line);
  assert_int_equal(q.answer->value, 100000);
  assert_non_null(strstr(q.answer->value_note, "19 CFR 159.3"));
  assert_int_equal(only_bill(&q)->low, 30000);
  ask_done(&q);
}

/* A suspended duty is shown with the day it returns, and what it would be. */
static void what_is_suspended_is_shown(void **state) {
  (void)state;
  struct asked q = china(luggage, "2025-11-12", &(struct imp_query){.known = "2025-11-12"});
  const struct imp_row *r = ask_row(only_bill(&q), "9903.01.63", IMP_ROW_SUSPENDED);
  assert_non_null(r);
  assert_int_equal(r->amount, 340000);
  assert_string_equal(r->until, "2026-11-10");
  assert_string_equal(r->by, "us.eo.14358");
  ask_done(&q);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(luggage_on_six_days),        cmocka_unit_test(luggage_on_basis_legal),
      cmocka_unit_test(rows_at_the_peak_and_last),  cmocka_unit_test(before_the_threat_one_bill),
      cmocka_unit_test(reported_two_bills),         cmocka_unit_test(said_two_bills),
      cmocka_unit_test(ordered_one_bill_all_law),   cmocka_unit_test(an_outcome_is_picked),
      cmocka_unit_test(a_pick_that_cannot_be),      cmocka_unit_test(history_of_toys),
      cmocka_unit_test(toys_by_eight_digits),       cmocka_unit_test(the_battery_may_be_of_a_car),
      cmocka_unit_test(what_is_assumed_is_said),    cmocka_unit_test(what_is_not_sure_is_said),
      cmocka_unit_test(what_is_suspended_is_shown),
  };
  return cmocka_run_group_tests_name("issue", tests, open_law, close_law);
}
