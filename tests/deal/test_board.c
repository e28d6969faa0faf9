// SPDX-License-Identifier: Apache-2.0
// Positions on the board of the talks: each rule once, on a small law; and no confirmation nobody gave.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "deal/made.h"
#include "impost/talks.h"

static const char head[] = "act a.1\n  title A\n  kind regulation\n  signed 2025-06-01\n"
                           "voices v\n  title V\n"
                           "  us.early US 2025-01-10 \"Ann\" \"post\" report \"x\"\n"
                           "  us.late US 2025-02-10 \"Bob\" \"radio\" report \"x\"\n"
                           "  us.late-tv US 2025-02-10 \"Bob\" \"TV\" report \"x\"\n"
                           "  cn.early CN 2025-01-11 \"Li\" \"press\" report \"x\"\n"
                           "talks t\n  title Talks\n  sides US, CN\n  since 2025-01-01\n";

static struct imp_law *law;
static struct imp_board *board;

static const struct imp_talks *ask(const char *known, const char *text) {
  static char whole[6000];
  struct imp_error err = {0};
  struct imp_query query = {.known = known};
  snprintf(whole, sizeof whole, "%s%s", head, text);
  law = made_law(whole, NULL);
  if (imp_board_open(law, &query, NULL, &board, &err) != IMP_OK) fail_msg("%s", err.message);
  return imp_board_talks(board);
}

static void done(void) {
  imp_board_free(board);
  made_done(law);
}

static const struct imp_item *one(const char *known, const char *lines) {
  static char text[4000];
  snprintf(text, sizeof text,
           "question t.q\n  title Q?\n  answers yes | no\n  decides US, CN\n"
           "  raised 2025-01-05\n%s",
           lines);
  const struct imp_talks *t = ask(known, text);
  assert_int_equal(t->item_count, 1);
  return &t->items[0];
}

static void silence_is_neither(void **state) {
  (void)state;
  const struct imp_item *it = one("2025-03-01", "");
  for (int i = 0; i < 2; i++) {
    assert_int_equal(it->positions[i].stance, IMP_SILENT);
    assert_false(it->positions[i].confirms);
  }
  assert_int_equal(it->caution_count, 0);
  done();
}

static void latest_day_counts(void **state) {
  (void)state;
  static const char words[] =
      "  said US denies yes by us.early\n  said US expects yes by us.late\n";
  assert_int_equal(one("2025-01-31", words)->positions[0].stance, IMP_DENIES);
  done();
  const struct imp_item *it = one("2025-03-01", words);
  assert_int_equal(it->positions[0].stance, IMP_EXPECTS);
  assert_string_equal(it->positions[0].since, "2025-02-10");
  assert_int_equal(it->word_count, 2);
  assert_false(it->words[0].counts);
  assert_true(it->words[1].counts);
  done();
  assert_int_equal(one("2025-01-09", words)->word_count, 0);
  done();
}

static void raising_a_topic_takes_nothing_back(void **state) {
  (void)state;
  const struct imp_item *it =
      one("2025-03-01", "  said US asserts yes by us.early\n  said US raises by us.late\n");
  assert_int_equal(it->positions[0].stance, IMP_ASSERTS);
  done();
  it = one("2025-03-01", "  said CN raises by cn.early\n");
  assert_int_equal(it->positions[1].stance, IMP_RAISES);
  assert_false(it->positions[1].confirms);
  done();
}

static void asserting_outweighs_hedging_on_a_day(void **state) {
  (void)state;
  assert_int_equal(one("2025-03-01", "  said US asserts yes by us.late\n"
                                     "  said US expects yes by us.late-tv\n")
                       ->positions[0]
                       .stance,
                   IMP_ASSERTS);
  done();
  assert_int_equal(one("2025-03-01", "  said US expects yes by us.late\n"
                                     "  said US denies yes by us.late-tv\n")
                       ->positions[0]
                       .stance,
                   IMP_DENIES);
  done();
}

static void two_answers_on_a_day(void **state) {
  (void)state;
  const struct imp_item *it = one("2025-03-01", "  said US asserts yes by us.late\n"
                                                "  said US denies yes by us.late-tv\n");
  assert_int_equal(it->positions[0].stance, IMP_BOTH_WAYS);
  assert_false(it->positions[0].confirms);
  assert_string_equal(it->cautions[0], "One speaker, two answers on one day: Bob asserts \"yes\" "
                                       "(radio); Bob denies \"yes\" (TV).");
  done();
  it = one("2025-03-01", "  said US asserts yes by us.late\n  said US asserts no by us.late-tv\n");
  assert_int_equal(it->positions[0].stance, IMP_BOTH_WAYS);
  done();
  it = one("2025-03-01", "  said US denies no by us.late\n  said US asserts yes by us.late-tv\n");
  assert_int_equal(it->positions[0].stance, IMP_ASSERTS); /* no to one and yes to the other agree */
  assert_string_equal(it->positions[0].answer, "yes");
  done();
}

static void only_who_decides_confirms(void **state) {
  (void)state;
  const struct imp_talks *t = ask("2025-03-01", "question t.q\n  title Q?\n  answers yes | no\n"
                                                "  decides CN\n  raised 2025-01-05\n"
                                                "  said US asserts yes by us.early\n");
  assert_false(t->items[0].positions[0].confirms);
  assert_false(t->items[0].positions[1].confirms);
  assert_string_equal(t->items[0].cautions[0], "Said by United States alone; China decides.");
  done();
  t = ask("2025-03-01", "question t.q\n  title Q?\n  answers yes | no\n  decides CN\n"
                        "  raised 2025-01-05\n  said CN asserts yes by cn.early\n");
  assert_true(t->items[0].positions[1].confirms);
  assert_int_equal(t->items[0].caution_count, 0);
  done();
}

static void due_days_move_and_pass(void **state) {
  (void)state;
  static const char text[] = "  due 2025-01-20 by us.early\n  due 2025-04-01 by us.late\n"
                             "  answered yes by a.1\n";
  const struct imp_item *it = one("2025-01-25", text);
  assert_string_equal(it->due, "2025-01-20");
  assert_int_equal(it->moved, 0);
  assert_non_null(strstr(it->cautions[0], "Due 2025-01-20, passed; no answer recorded"));
  done();
  it = one("2025-03-01", text);
  assert_string_equal(it->due, "2025-04-01");
  assert_int_equal(it->moved, 1);
  done();
  it = one("2025-06-01", text);
  assert_string_equal(it->state, "closed");
  assert_int_equal(it->result_count, 1);
  assert_true(it->results[0].binds);
  assert_int_equal(it->caution_count, 0);
  done();
}

static void what_was_held_is_not_known_before(void **state) {
  (void)state;
  static const char text[] = "meeting t.m\n  title Meeting\n  planned 2025-02-20 by us.early\n"
                             "  held 2025-02-22..2025-02-23 \"Rome\"\n";
  const struct imp_talks *t = ask("2025-02-22", text);
  assert_string_equal(t->items[0].state, "planned");
  assert_int_equal(t->round_count, 0);
  done();
  t = ask("2025-02-23", text);
  assert_string_equal(t->items[0].state, "held");
  assert_string_equal(t->items[0].results[0].answer, "held in Rome");
  assert_string_equal(t->rounds[0].through, "2025-02-23");
  done();
  assert_int_equal(ask("2025-01-09", text)->item_count, 0);
  done();
}

static void an_item_that_is_none(void **state) {
  (void)state;
  struct imp_error err = {0};
  struct imp_query query = {.known = "2025-03-01"};
  one("2025-03-01", "");
  struct imp_board *other = NULL;
  assert_int_equal(imp_board_open(law, &query, "x", &other, &err), IMP_USAGE);
  assert_null(other);
  assert_non_null(strstr(err.message, "t.q"));
  assert_int_equal(imp_board_open(law, &query, "q", &other, &err), IMP_OK);
  assert_true(imp_board_is_item(other));
  imp_board_free(other);
  done();
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(silence_is_neither),
      cmocka_unit_test(latest_day_counts),
      cmocka_unit_test(raising_a_topic_takes_nothing_back),
      cmocka_unit_test(asserting_outweighs_hedging_on_a_day),
      cmocka_unit_test(two_answers_on_a_day),
      cmocka_unit_test(only_who_decides_confirms),
      cmocka_unit_test(due_days_move_and_pass),
      cmocka_unit_test(what_was_held_is_not_known_before),
      cmocka_unit_test(an_item_that_is_none),
  };
  return cmocka_run_group_tests_name("board", tests, NULL, NULL);
}
