// SPDX-License-Identifier: Apache-2.0
// Days that the law splits by an hour: windows, states, lists, conditions and what is known, to the minute; an entry
// without an hour is asked for it. Value 10,000; amounts by hand, in cents.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "impost/batch.h"
#include "support/text_law.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char common[] = "jurisdiction US\n"
                             "  money   USD\n"
                             "  zone    America/New_York\n"
                             "  fact  organic yes or no\n"
                             "act us.act\n"
                             "  title   An act\n"
                             "  kind    statute\n"
                             "  signed  2000-01-01\n"
                             "act us.late\n"
                             "  title   An order of the afternoon\n"
                             "  kind    executive order\n"
                             "  signed  2025-05-01 15:30\n"
                             "measure us.a\n  title  A\n  into   US\n  of     all\n";

struct want {
  const char *on; /* "2025-06-10 13:01"; a known moment may follow a bar: "2025-06-10|2025-05-01" */
  int64_t low, high; /* cents */
};

static struct asked ask(const char *moments) {
  char on[64];
  snprintf(on, sizeof on, "%s", moments);
  char *known = strchr(on, '|');
  if (known) *known++ = 0;
  struct imp_line line = {.code = "9503.00.0073", .from = "CN", .on = on, .value = "10000"};
  return ask_line(&law, &(struct imp_query){.brief = true, .known = known}, &line);
}

static void check(const char *text, const struct want *wants, size_t n) {
  law_of(common, text);
  for (size_t i = 0; i < n; i++) {
    struct asked q = ask(wants[i].on);
    if (!q.answer->bill_count) fail_msg("%s: %s", wants[i].on, q.answer->reason);
    const struct imp_bill *b = q.answer->bills;
    if (b->low != wants[i].low || b->high != wants[i].high)
      fail_msg("%s: %lld to %lld, by hand %lld to %lld", wants[i].on, (long long)b->low,
               (long long)b->high, (long long)wants[i].low, (long long)wants[i].high);
    assert_int_equal(b->needs_count != 0, b->low != b->high);
    ask_done(&q);
  }
  law_end();
}

#define CHECK(text, ...)                                                                           \
  do {                                                                                             \
    const struct want wants[] = {__VA_ARGS__};                                                     \
    check(text, wants, COUNT(wants));                                                              \
  } while (0)

static void a_window_begins_and_ends_within_a_day(void **state) {
  (void)state;
  CHECK("  goods  all\n  rate   10%  from 2025-06-10 13:01 until 2025-06-20 8:30  by us.act\n",
        {"2025-06-09", 0, 0}, {"2025-06-10", 0, 100000}, {"2025-06-10 13:00", 0, 0},
        {"2025-06-10 13:01", 100000, 100000}, {"2025-06-10T13:01", 100000, 100000},
        {"06/10/2025 23:59", 100000, 100000}, {"2025-06-11", 100000, 100000},
        {"2025-06-19", 100000, 100000}, {"2025-06-20 08:29", 100000, 100000},
        {"2025-06-20 8:30", 0, 0}, {"2025-06-20", 0, 100000}, {"2025-06-21", 0, 0});
}

/* Midnight is the day itself: nothing is split and nobody is asked. */
static void midnight_splits_nothing(void **state) {
  (void)state;
  CHECK("  goods  all\n  rate   10%  from 2025-06-10 00:00  by us.act\n", {"2025-06-09", 0, 0},
        {"2025-06-10", 100000, 100000});
}

/* The last minute on; with the day alone, its last minute. */
static void through_takes_the_minute_in(void **state) {
  (void)state;
  CHECK("  goods  all\n  rate   10%  from 2025-06-01 through 2025-06-20 12:00  by us.act\n",
        {"2025-06-20 12:00", 100000, 100000}, {"2025-06-20 12:01", 0, 0});
  CHECK("  goods  all\n  rate   10%  from 2025-06-01 through 2025-06-20 23:59  by us.act\n",
        {"2025-06-20", 100000, 100000}, {"2025-06-21", 0, 0});
}

static void a_span_ends_at_its_hour(void **state) {
  (void)state;
  CHECK("  goods  all\n  rate   10%  from 2025-06-01 09:00 for 10 days  by us.act\n",
        {"2025-06-11 08:59", 100000, 100000}, {"2025-06-11 09:00", 0, 0},
        {"2025-06-11", 0, 100000});
}

static void states_know_hours(void **state) {
  (void)state;
  CHECK("  goods  all\n  rate   10%  from 2025-01-01  by us.act\n"
        "  suspended from 2025-06-10 12:00 until 2025-06-20 18:00  by us.act\n"
        "  resumes from 2025-06-15 06:00  by us.act\n  ends 2025-07-01 17:00  by us.act\n",
        {"2025-06-10 11:59", 100000, 100000}, {"2025-06-10 12:00", 0, 0}, {"2025-06-12", 0, 0},
        {"2025-06-15 05:59", 0, 0}, {"2025-06-15 06:00", 100000, 100000},
        {"2025-06-20", 100000, 100000}, {"2025-07-01 16:59", 100000, 100000},
        {"2025-07-01 17:00", 0, 0}, {"2025-07-01", 0, 100000}, {"2025-07-02", 0, 0});
  CHECK("  goods  all\n  rate   30%  from 2025-01-01  by us.act\n"
        "  suspended 20% from 2025-06-10 12:00 until 2025-06-11  by us.act\n",
        {"2025-06-10 11:59", 300000, 300000}, {"2025-06-10 12:00", 100000, 100000},
        {"2025-06-10", 100000, 300000}, {"2025-06-11", 300000, 300000});
}

static void a_line_paints_over_another_from_its_minute(void **state) {
  (void)state;
  CHECK("  goods  all\n  rate   10%  from 2025-01-01  by us.act\n"
        "  rate   20%  from 2025-06-10 10:00  by us.act\n"
        "  rate   40%  from 2025-06-10 16:00  by us.act\n",
        {"2025-06-10", 100000, 400000}, {"2025-06-10 09:59", 100000, 100000},
        {"2025-06-10 10:00", 200000, 200000}, {"2025-06-10 15:59", 200000, 200000},
        {"2025-06-10 16:00", 400000, 400000});
}

static void lists_and_conditions_know_hours(void **state) {
  (void)state;
  CHECK("  goods  @us.l\n  rate   10%  from 2025-01-01  by us.act\n"
        "list us.l\n  add  8517\n  add  9503  from 2025-06-10 10:00  by us.act\n",
        {"2025-06-10 09:59", 0, 0}, {"2025-06-10 10:00", 100000, 100000},
        {"2025-06-10", 0, 100000});
  CHECK("  goods  all\n  heading h1\n    rate   10%  from 2025-01-01  by us.act\n"
        "  heading h2  if entered before 2025-06-10 10:00\n    rate   none  from 2025-01-01  by "
        "us.act\n",
        {"2025-06-09", 0, 0}, {"2025-06-10 09:59", 0, 0}, {"2025-06-10 10:00", 100000, 100000},
        {"2025-06-10", 0, 100000}, {"2025-06-11", 100000, 100000});
}

static void what_is_known_has_an_hour(void **state) {
  (void)state;
  CHECK("  goods  all\n  rate   10%  from 2025-06-01  by us.late\n",
        {"2025-06-10|2025-04-30", 0, 0}, {"2025-06-10|2025-05-01 15:29", 0, 0},
        {"2025-06-10|2025-05-01 15:30", 100000, 100000}, {"2025-06-10|2025-05-01", 100000, 100000},
        {"2025-06-10|2025-05-02 00:00", 100000, 100000});
  CHECK("  goods  all\n  rate   10%  from 2025-06-01  known 2025-05-20 09:00  by us.act\n",
        {"2025-06-10|2025-05-20 08:59", 0, 0}, {"2025-06-10|2025-05-20", 100000, 100000});
}

/* A question is answered at an hour. */
static void an_answer_has_an_hour(void **state) {
  (void)state;
  CHECK("  goods  all\n  rate   10%  from 2025-06-01  by us.act  if us.q is yes\n"
        "question us.q\n  title  Is it?\n  raised  2025-04-01\n  answers  yes | no\n"
        "  answered yes  by us.late\n",
        {"2025-06-10|2025-05-01 15:30", 100000, 100000});
  law_of(common, "  goods  all\n  rate   10%  from 2025-06-01  by us.act  if us.q is yes\n"
                 "question us.q\n  title  Is it?\n  raised  2025-04-01\n  answers  yes | no\n"
                 "  answered yes  by us.late\n");
  struct asked q = ask("2025-06-10|2025-05-01 15:29");
  assert_int_equal(q.answer->bill_count, 2);
  ask_done(&q);
  law_end();
}

/* What is asked only in the afternoon is asked; the hour and the fact are both named. */
static void facts_of_the_afternoon_are_asked(void **state) {
  (void)state;
  law_of(common, "  goods  all\n  heading h1\n    rate   10%  from 2025-06-10 12:00  by us.act\n"
                 "  heading h2  if organic\n    rate   30%  from 2025-06-10 12:00  by us.act\n");
  struct asked q = ask("2025-06-10");
  assert_int_equal(q.answer->bills[0].low, 0);
  assert_int_equal(q.answer->bills[0].high, 300000);
  assert_int_equal(q.answer->bills[0].needs_count, 2);
  assert_string_equal(
      q.answer->bills[0].needs[0],
      "hour (of entry): before 12:00 gives 0.00; 12:00 or later gives 1000.00 to 3000.00");
  assert_true(strncmp(q.answer->bills[0].needs[1], "organic", 7) == 0);
  ask_done(&q);
  law_end();
}

/* A split of a measure that does not reach the line asks nothing of it. */
static void a_split_elsewhere_asks_nothing(void **state) {
  (void)state;
  law_of(common, "  goods  8517\n  rate   10%  from 2025-06-10 12:00  by us.act\n");
  struct asked q = ask("2025-06-10");
  assert_int_equal(q.answer->status, IMP_LINE_OK);
  assert_int_equal(q.answer->bills[0].settled_count, 0);
  ask_done(&q);
  law_end();
}

static void the_hour_is_a_fact(void **state) {
  (void)state;
  static const struct {
    const char *on, *hour;
    int64_t cents; /* -1: refused */
  } want[] = {{"2025-06-10", "13:01", 100000},       {"2025-06-10", "9:00", 0},
              {"2025-06-10 13:01", "13:01", 100000}, {"2025-06-10 13:01", "13:02", -1},
              {"2025-06-10", "25:00", -1},           {"2025-06-10", "noon", -1}};
  law_of(common, "  goods  all\n  rate   10%  from 2025-06-10 13:01  by us.act\n");
  for (size_t i = 0; i < COUNT(want); i++) {
    struct imp_pair fact = {"hour", want[i].hour};
    struct imp_line line = {.code = "9503.00.0073",
                            .from = "CN",
                            .on = want[i].on,
                            .value = "10000",
                            .facts = &fact,
                            .fact_count = 1};
    struct asked q = ask_line(&law, &(struct imp_query){.brief = true}, &line);
    int64_t got = q.answer->bill_count ? q.answer->bills[0].high : -1;
    if (got != want[i].cents) fail_msg("%s at %s: %lld", want[i].on, want[i].hour, (long long)got);
    ask_done(&q);
  }
  law_end();
}

/* A column of days holds no hours: the batch answers a split day as the plain way does. */
static void a_batch_agrees_on_and_about_split_days(void **state) {
  (void)state;
  law_of(common,
         "  goods  all\n  rate   10%  from 2025-06-10 13:01 until 2025-06-20 8:30  by us.act\n"
         "  rate   20%  from 2025-06-15 until 2025-06-20 8:30  by us.act\n");
  struct imp_batch *b = NULL;
  struct imp_error err = {0};
  assert_int_equal(imp_batch_open(&law, &(struct imp_query){0}, &b, &err), IMP_OK);
  uint32_t code = imp_batch_code(b, "9503.00.0073"), place = imp_batch_place(b, "CN"), done;
  for (int round = 0; round < 3; round++)
    for (int32_t day = day_of(2025, 6, 8); day < day_of(2025, 6, 23); day++) {
      int64_t value = 10000, low, high, amounts[IMP_BATCH_ROWS];
      uint32_t shape, first[2];
      uint8_t status;
      struct imp_columns in = {
          .count = 1, .code = &code, .place = &place, .day = &day, .value = &value};
      struct imp_results out = {&status, &shape, &low, &high, first, amounts, IMP_BATCH_ROWS};
      assert_int_equal(imp_batch_run(b, &in, &out, &done, &err), IMP_OK);
      struct buf on = {0};
      day_print(day, &on);
      struct asked q = ask(on.p);
      if (q.answer->bills[0].low != low || q.answer->bills[0].high != high ||
          (uint8_t)q.answer->status != status)
        fail_msg("%s: %lld to %lld, plainly %lld to %lld", on.p, (long long)low, (long long)high,
                 (long long)q.answer->bills[0].low, (long long)q.answer->bills[0].high);
      ask_done(&q);
      buf_free(&on);
    }
  imp_batch_free(b);
  law_end();
}

/* The clock keeps to one rule: at every minute of a split day the line written last whose window holds it speaks. */
static void every_minute_of_a_day(void **state) {
  (void)state;
  law_of(common,
         "  goods  all\n  rate   10%  from 2025-06-10 06:00 until 2025-06-10 18:00  by us.act\n"
         "  rate   20%  from 2025-06-10 12:00 until 2025-06-10 12:30  by us.act\n");
  for (int minute = 0; minute < 1440; minute += 5) {
    char on[40];
    snprintf(on, sizeof on, "2025-06-10 %02d:%02d", minute / 60, minute % 60);
    int64_t want = minute >= 720 && minute < 750    ? 200000
                   : minute >= 360 && minute < 1080 ? 100000
                                                    : 0;
    struct asked q = ask(on);
    if (q.answer->bills[0].high != want || q.answer->bills[0].low != want) fail_msg("at %s", on);
    ask_done(&q);
  }
  law_end();
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_window_begins_and_ends_within_a_day),
      cmocka_unit_test(midnight_splits_nothing),
      cmocka_unit_test(through_takes_the_minute_in),
      cmocka_unit_test(a_span_ends_at_its_hour),
      cmocka_unit_test(states_know_hours),
      cmocka_unit_test(a_line_paints_over_another_from_its_minute),
      cmocka_unit_test(lists_and_conditions_know_hours),
      cmocka_unit_test(what_is_known_has_an_hour),
      cmocka_unit_test(an_answer_has_an_hour),
      cmocka_unit_test(facts_of_the_afternoon_are_asked),
      cmocka_unit_test(a_split_elsewhere_asks_nothing),
      cmocka_unit_test(the_hour_is_a_fact),
      cmocka_unit_test(a_batch_agrees_on_and_about_split_days),
      cmocka_unit_test(every_minute_of_a_day),
  };
  return cmocka_run_group_tests_name("book.hours", tests, load_names, free_names);
}
