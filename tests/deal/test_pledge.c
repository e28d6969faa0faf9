// SPDX-License-Identifier: Apache-2.0
// Promises scored against rows: met, not met, no verdict; rows that add, rows that are one running total.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "deal/made.h"
#include "impost/pledge.h"

static struct imp_law *law;
static struct imp_pledges *pledges;

static const struct imp_pledge *ask(const char *known, const char *promise, const char *rows) {
  static char text[3000], table[2000];
  struct imp_error err = {0};
  struct imp_query query = {.known = known};
  snprintf(text, sizeof text,
           "voices v\n  title V\n  us.wh US 2024-12-01 \"Ann\" \"post\" report \"x\"\n"
           "  late 2025-09-01 \"press\" \"post\" report \"x\"\n"
           "pledge t.p\n  title P\n  buyer CN\n  seller US\n  goods 1201\n  counted by contracts\n"
           "%s  actual rows\n"
           "table rows\n  title T\n  file t.tsv\n"
           "  columns what, origin, from, through, low, high, by\n  unit Mt\n",
           promise);
  snprintf(table, sizeof table, "what\torigin\tfrom\tthrough\tlow\thigh\tby\n%s", rows);
  law = made_law(text, table);
  if (imp_pledges_open(law, &query, "p", &pledges, &err) != IMP_OK) fail_msg("%s", err.message);
  return imp_pledges_at(pledges, 0);
}

static void done(void) {
  imp_pledges_free(pledges);
  made_done(law);
}

#define TEN "  promise at least 10 Mt in 2025-01-01..2025-01-31 by us.wh\n"

static enum imp_promise_state state_of(const char *known, const char *rows) {
  enum imp_promise_state s = ask(known, TEN, rows)->promises[0].state;
  done();
  return s;
}

static void met_on_a_row(void **state) {
  (void)state;
  const struct imp_pledge *x =
      ask("2025-03-01", TEN, "contracts\tUS\t2025-01-01\t2025-01-20\t10\t10\tus.wh\n");
  assert_int_equal(x->promises[0].state, IMP_PROMISE_MET);
  assert_string_equal(x->promises[0].reading, "2025-01-20");
  assert_int_equal(x->promises[0].early, 11);
  assert_string_equal(x->promises[0].share, "100%");
  done();
  assert_int_equal(state_of("2025-03-01", "contracts\tUS\t2025-01-01\t2025-01-31\t10\t10\tus.wh\n"),
                   IMP_PROMISE_MET);
}

static void not_met_only_by_a_later_reading_below(void **state) {
  (void)state;
  static const char early[] = "contracts\tUS\t2025-01-01\t2025-01-30\t3\t3\tus.wh\n";
  static const char late[] = "contracts\tUS\t2025-01-01\t2025-02-05\t8\t9.9\tus.wh\n";
  static const char range[] = "contracts\tUS\t2025-01-01\t2025-02-05\t8\t10\tus.wh\n";
  static const char more[] = "contracts\tUS\t2025-01-01\t2025-02-05\t12\t12\tus.wh\n";
  assert_int_equal(state_of("2025-03-01", early), IMP_PROMISE_OPEN);
  assert_int_equal(state_of("2025-01-30", early), IMP_PROMISE_RUNNING);
  assert_int_equal(state_of("2025-03-01", late), IMP_PROMISE_NOT_MET);
  assert_int_equal(state_of("2025-03-01", range), IMP_PROMISE_OPEN);
  const struct imp_pledge *x = ask("2025-03-01", TEN, more);
  assert_int_equal(x->promises[0].state,
                   IMP_PROMISE_OPEN); /* when it was reached nobody wrote down */
  assert_null(x->promises[0].share);
  done();
}

static void no_count_is_no_verdict(void **state) {
  (void)state;
  const struct imp_pledge *x = ask("2025-01-31", TEN,
                                   "arrivals\tUS\t2025-01-01\t2025-01-31\t90\t90\tus.wh\n"
                                   "contracts\tBR\t2025-01-01\t2025-01-31\t90\t90\tus.wh\n");
  assert_int_equal(x->promises[0].state, IMP_PROMISE_NO_COUNT);
  assert_string_equal(x->promises[0].pace, "10"); /* the last day is whole */
  assert_int_equal(x->count_count, 2);
  assert_false(x->counts[0].counts);
  done();
  assert_int_equal(state_of("2024-12-31", ""), IMP_PROMISE_TO_COME);
}

static void rows_that_do_not_overlap_add(void **state) {
  (void)state;
  static const char rows[] = "contracts\tUS\t2025-01-01\t2025-01-10\t4\t4\tus.wh\n"
                             "contracts\tUS\t2025-01-01\t2025-01-15\t5\t5\tus.wh\n"
                             "contracts\tUS\t2025-01-16\t2025-01-25\t5\t6\tus.wh\n";
  const struct imp_pledge *x = ask("2025-03-01", TEN, rows);
  assert_int_equal(x->promises[0].state, IMP_PROMISE_MET);
  assert_string_equal(x->promises[0].low, "10");
  assert_string_equal(x->promises[0].high, "11");
  done();
  /* a gap: what is missing may hold the rest */
  assert_int_equal(state_of("2025-03-01", "contracts\tUS\t2025-01-01\t2025-01-10\t1\t1\tus.wh\n"
                                          "contracts\tUS\t2025-01-20\t2025-02-10\t1\t1\tus.wh\n"),
                   IMP_PROMISE_OPEN);
}

static void a_row_is_known_since_its_voice(void **state) {
  (void)state;
  static const char rows[] = "contracts\tUS\t2025-01-01\t2025-01-20\t10\t10\tlate\n";
  assert_int_equal(state_of("2025-08-31", rows), IMP_PROMISE_NO_COUNT);
  assert_int_equal(state_of("2025-09-01", rows), IMP_PROMISE_MET);
}

static void a_sum_of_years(void **state) {
  (void)state;
  const struct imp_pledge *x =
      ask("2027-06-01", "  promise at least 10 Mt each year 2025..2026 by us.wh\n",
          "contracts\tUS\t2025-01-01\t2026-12-31\t11.5\t11.5\tus.wh\n");
  assert_int_equal(x->promise_count, 3);
  assert_true(x->promises[2].together);
  assert_string_equal(x->promises[2].amount, "20");
  assert_string_equal(x->promises[2].share, "57.5%");
  assert_int_equal(x->promises[2].state, IMP_PROMISE_NOT_MET);
  assert_null(x->promises[0].share);
  done();
}

static void only_least_is_settled(void **state) {
  (void)state;
  const struct imp_pledge *x =
      ask("2025-03-01", "  promise about 10 Mt in 2025-01-01..2025-01-31 by us.wh\n",
          "contracts\tUS\t2025-01-01\t2025-01-31\t9.9\t9.9\tus.wh\n");
  assert_int_equal(x->promises[0].state, IMP_PROMISE_OPEN);
  assert_string_equal(x->promises[0].share, "99%");
  done();
}

static void shares_by_origin(void **state) {
  (void)state;
  const struct imp_pledge *x = ask("2025-03-01", TEN,
                                   "arrivals\tUS\t2025-01-01\t2025-01-31\t1\t1\tus.wh\n"
                                   "arrivals\tall\t2025-01-01\t2025-01-31\t3\t3\tus.wh\n"
                                   "arrivals\tUS\t2025-02-01\t2025-02-28\t1\t1\tus.wh\n");
  assert_string_equal(x->counts[0].share, "33.3%");
  assert_null(x->counts[1].share); /* all */
  assert_null(x->counts[2].share); /* of days without a sum */
  done();
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(met_on_a_row),
      cmocka_unit_test(not_met_only_by_a_later_reading_below),
      cmocka_unit_test(no_count_is_no_verdict),
      cmocka_unit_test(rows_that_do_not_overlap_add),
      cmocka_unit_test(a_row_is_known_since_its_voice),
      cmocka_unit_test(a_sum_of_years),
      cmocka_unit_test(only_least_is_settled),
      cmocka_unit_test(shares_by_origin),
  };
  return cmocka_run_group_tests_name("pledge", tests, NULL, NULL);
}
