// SPDX-License-Identifier: Apache-2.0
// Questions that follow others, on small laws: worked by hand.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "assess/follow.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static void expect_picked(const char *text, const char *known, const struct imp_pair *picks,
                          uint32_t n, const char *want) {
  char got[2000];
  law_of(acts, text);
  struct asked a =
      ask_both(&(struct imp_query){.known = known, .picks = picks, .pick_count = n, .brief = true});
  shown(a.answer, got, sizeof got);
  ask_done(&a);
  law_end();
  if (strcmp(got, want)) fail_msg("known %s: \"%s\", by hand \"%s\"", known, got, want);
}

static void expect(const char *text, const char *known, const char *want) {
  expect_picked(text, known, NULL, 0, want);
}

#define EXPECT_IF(text, want, ...)                                                                 \
  expect_picked(text, "2025-06-01", (const struct imp_pair[]){__VA_ARGS__},                        \
                COUNT(((const struct imp_pair[]){__VA_ARGS__})), want)

/* ---- laws ------------------------------------------------------------------------------------------------------------ */

static void question(struct buf *b, const char *name, const char *answers, const char *more) {
  buf_printf(b, "question us.%s\n  title   %s?\n  raised  2025-02-01\n  answers %s\n%s", name, name,
             answers, more);
}

/* b follows a; one per cent hangs on a, two on b. */
static void leader_and_follower(struct buf *b, const char *of_a, const char *of_b) {
  question(b, "a", "yes | no", of_a);
  question(b, "b", "yes | no", of_b);
  measure(b, "one", 1, "if us.a is yes");
  measure(b, "two", 2, "if us.b is yes");
}

static const char follows[] = "  default no\n  default yes  if us.a is yes\n";

static void takes_what_comes(void **state) {
  (void)state;
  struct buf b = {0};
  leader_and_follower(&b, "", follows);
  expect(b.p, "2025-06-01", "us.a=yes 3; us.a=no 0");
  EXPECT_IF(b.p, "3", {"us.a", "yes"});
  EXPECT_IF(b.p, "0", {"us.a", "no"});
  buf_free(&b);
}

static void unless_it_is_picked(void **state) {
  (void)state;
  struct buf b = {0};
  leader_and_follower(&b, "", follows);
  EXPECT_IF(b.p, "us.a=yes 1; us.a=no 0", {"us.b", "no"});
  EXPECT_IF(b.p, "us.a=yes 3; us.a=no 2", {"us.b", "yes"});
  EXPECT_IF(b.p, "1", {"us.b", "no"}, {"us.a", "yes"});
  EXPECT_IF(b.p, "2", {"us.a", "no"}, {"us.b", "yes"});
  buf_free(&b);
}

/* The line hangs on the follower alone: the leader is what is open. */
static void the_leader_is_asked(void **state) {
  (void)state;
  struct buf b = {0};
  question(&b, "a", "yes | no", "");
  question(&b, "b", "yes | no", follows);
  measure(&b, "two", 2, "if us.b is yes");
  expect(b.p, "2025-06-01", "us.a=yes 2; us.a=no 0");
  EXPECT_IF(b.p, "2", {"us.a", "yes"});
  EXPECT_IF(b.p, "0", {"us.b", "no"}); /* nothing open is left on the line */
  buf_free(&b);
}

/* The line hangs on the leader alone, or on neither: the follower is nothing to it. */
static void a_follower_that_is_not_asked(void **state) {
  (void)state;
  struct buf b = {0};
  question(&b, "a", "yes | no", "");
  question(&b, "b", "yes | no", follows);
  measure(&b, "one", 1, "if us.a is yes");
  expect(b.p, "2025-06-01", "us.a=yes 1; us.a=no 0");
  buf_free(&b);
  question(&b, "a", "yes | no", "");
  question(&b, "b", "yes | no", follows);
  measure(&b, "one", 1, "");
  expect(b.p, "2025-06-01", "1");
  buf_free(&b);
}

/* What comes makes no difference: neither question is one of the line. */
static void bills_that_do_not_differ(void **state) {
  (void)state;
  struct buf b = {0};
  question(&b, "a", "yes | no", "");
  question(&b, "b", "yes | no", "  default yes\n  default yes  if us.a is yes\n");
  measure(&b, "two", 2, "if us.b is yes");
  expect(b.p, "2025-06-01", "2"); /* `no` comes under neither answer */
  EXPECT_IF(b.p, "0", {"us.b", "no"});
  buf_free(&b);
}

static void no_default_says(void **state) {
  (void)state;
  struct buf b = {0};
  leader_and_follower(&b, "", "  default yes  if us.a is yes\n"); /* and under no? */
  expect(b.p, "2025-06-01",
         "us.a=yes us.b=yes 3; us.a=yes us.b=no 1; us.a=no us.b=yes 2; us.a=no us.b=no 0");
  EXPECT_IF(b.p, "us.b=yes 3; us.b=no 1", {"us.a", "yes"});
  buf_free(&b);
  leader_and_follower(
      &b, "", "  default yes  if us.a is yes\n  default no  if us.a is no\n"); /* all said */
  expect(b.p, "2025-06-01", "us.a=yes 3; us.a=no 0");
  buf_free(&b);
}

/* A default that hangs on nothing makes nobody follow: both answers are shown, as ever. */
static void a_default_alone(void **state) {
  (void)state;
  struct buf b = {0};
  leader_and_follower(&b, "", "  default no\n");
  expect(b.p, "2025-06-01",
         "us.a=yes us.b=yes 3; us.a=yes us.b=no 1; us.a=no us.b=yes 2; us.a=no us.b=no 0");
  buf_free(&b);
}

/* c follows b follows a, written in the order that needs most passes. */
static void chains(void **state) {
  (void)state;
  struct buf b = {0};
  question(&b, "a", "yes | no", "  default no\n  default yes  if us.b is yes\n");
  question(&b, "b", "yes | no", "  default no\n  default yes  if us.c is yes\n");
  question(&b, "c", "yes | no", "");
  measure(&b, "one", 1, "if us.a is yes");
  measure(&b, "two", 2, "if us.b is yes");
  expect(b.p, "2025-06-01", "us.c=yes 3; us.c=no 0");
  EXPECT_IF(b.p, "us.c=yes 2; us.c=no 0", {"us.a", "no"});
  EXPECT_IF(b.p, "0", {"us.b", "no"}); /* the chain is cut: a follows what was picked */
  EXPECT_IF(b.p, "3", {"us.b", "yes"});
  EXPECT_IF(b.p, "1", {"us.b", "no"}, {"us.a", "yes"});
  EXPECT_IF(b.p, "3", {"us.c", "yes"});
  buf_free(&b);
}

/* Of several that hold the last written speaks; one that hangs on nothing stands back wherever it is written. */
static void several_leaders(void **state) {
  (void)state;
  struct buf b = {0};
  question(&b, "a", "yes | no", "");
  question(&b, "b", "yes | no", "");
  question(&b, "c", "low | middle | high",
           "  default low  if us.a is yes\n  default high  if us.b is yes\n  default middle\n");
  measure(&b, "one", 1, "if us.c is low");
  measure(&b, "two", 2, "if us.c is middle");
  measure(&b, "four", 4, "if us.c is high");
  expect(b.p, "2025-06-01",
         "us.a=yes us.b=yes 4; us.a=yes us.b=no 1; us.a=no us.b=yes 4; us.a=no us.b=no 2");
  EXPECT_IF(b.p, "us.b=yes 4; us.b=no 1", {"us.a", "yes"});
  EXPECT_IF(b.p, "4", {"us.b", "yes"}); /* a makes no difference then */
  buf_free(&b);
}

/* Known day by known day: the leader is raised in February, said in March, closed in April. */
static void life_of_the_leader(void **state) {
  (void)state;
  struct buf b = {0};
  leader_and_follower(&b, "  answered yes  by us.talks\n  answered yes  by us.order\n", follows);
  expect(b.p, "2025-01-31", "0");
  expect(b.p, "2025-02-28", "us.a=yes 3; us.a=no 0");
  expect(b.p, "2025-03-31", "us.a=yes 3; us.a=stands 0");
  expect(b.p, "2025-04-01", "us.b=yes 3; us.b=no 1"); /* it leads no more: b is open by itself */
  buf_free(&b);
  leader_and_follower(&b, "  answered yes  by us.talks\n",
                      "  default yes  if us.a is yes\n  default no  if us.a is no\n");
  expect(b.p, "2025-02-28", "us.a=yes 3; us.a=no 0");
  expect(b.p, "2025-03-31", /* nothing says what comes if the law stands */
         "us.a=yes us.b=yes 3; us.a=yes us.b=no 1; us.a=stands us.b=yes 2; us.a=stands us.b=no 0");
  buf_free(&b);
  leader_and_follower(
      &b, "  answered yes  by us.talks\n",
      "  default no  if us.a is no\n  default yes  if us.a is yes\n  default no  if us.a is "
      "stands\n");
  expect(b.p, "2025-03-31", "us.a=yes 3; us.a=stands 0");
  buf_free(&b);
}

static void life_of_the_follower(void **state) {
  (void)state;
  struct buf b = {0}, more = {0};
  buf_printf(&more, "%s  answered no  by us.talks\n  answered no  by us.order\n", follows);
  leader_and_follower(&b, "", more.p);
  expect(b.p, "2025-02-28", "us.a=yes 3; us.a=no 0");
  /* a side has spoken: it goes its own way, and both of its outcomes pay nothing */
  expect(b.p, "2025-03-31", "us.a=yes 1; us.a=no 0");
  expect(b.p, "2025-04-01", "us.a=yes 1; us.a=no 0");
  buf_free(&b);
  buf_free(&more);
}

/* The leader is raised only in May: until then nothing leads. */
static void a_leader_to_come(void **state) {
  (void)state;
  struct buf b = {0};
  buf_puts(&b, "question us.a\n  title  a?\n  raised 2025-05-01\n  answers yes | no\n");
  question(&b, "b", "yes | no", follows);
  measure(&b, "two", 2, "if us.b is yes");
  expect(b.p, "2025-04-30", "us.b=yes 2; us.b=no 0");
  expect(b.p, "2025-05-01", "us.a=yes 2; us.a=no 0");
  buf_free(&b);
}

/* Five questions of two answers are too many to multiply; four, and one that follows, are not. */
static void followers_do_not_multiply(void **state) {
  (void)state;
  struct buf b = {0};
  char name[24], cond[40];
  for (int i = 0; i < 5; i++) {
    snprintf(name, sizeof name, "q%d", i);
    snprintf(cond, sizeof cond, "if us.q%d is yes", i);
    question(&b, name, "yes | no", i == 4 ? "  default no\n  default yes  if us.q0 is yes\n" : "");
    measure(&b, name, 1 << i, cond);
  }
  law_of(acts, b.p);
  struct asked a = ask_both(&(struct imp_query){.known = "2025-06-01", .brief = true});
  assert_int_equal(a.answer->bill_count, 16);
  for (uint32_t i = 0; i < a.answer->bill_count; i++) {
    const struct imp_bill *x = &a.answer->bills[i];
    int percent = 0;
    assert_int_equal(x->pick_count, 4);
    for (uint32_t p = 0; p < 4; p++)
      if (!strcmp(x->picks[p].answer, "yes"))
        percent += (1 << (x->picks[p].question[4] - '0')) + (p == 0 ? 16 : 0);
    assert_int_equal(x->high, percent * 10000);
  }
  ask_done(&a);
  law_end();
  buf_free(&b);
}

/* Alone, one question at a time, a question still brings along what follows it. */
static void alone_they_follow_too(void **state) {
  (void)state;
  struct buf b = {0};
  char name[24], cond[40];
  for (int i = 0; i < 6; i++) {
    snprintf(name, sizeof name, "q%d", i);
    snprintf(cond, sizeof cond, "if us.q%d is yes", i);
    question(&b, name, "yes | no", i == 5 ? "  default no\n  default yes  if us.q0 is yes\n" : "");
    measure(&b, name, 1 << i, cond);
  }
  law_of(acts, b.p);
  struct asked a = ask_both(&(struct imp_query){.known = "2025-06-01", .brief = true});
  assert_int_equal(a.answer->bill_count, 6);
  assert_int_equal(a.answer->bills[0].high, 63 * 10000);
  assert_int_equal(a.answer->bills[1].high, (63 - 1 - 32) * 10000); /* q0 is no, so q5 is */
  assert_int_equal(a.answer->bills[2].high, (63 - 2) * 10000);
  ask_done(&a);
  law_end();
  buf_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(takes_what_comes),          cmocka_unit_test(unless_it_is_picked),
      cmocka_unit_test(the_leader_is_asked),       cmocka_unit_test(a_follower_that_is_not_asked),
      cmocka_unit_test(bills_that_do_not_differ),  cmocka_unit_test(no_default_says),
      cmocka_unit_test(a_default_alone),           cmocka_unit_test(chains),
      cmocka_unit_test(several_leaders),           cmocka_unit_test(life_of_the_leader),
      cmocka_unit_test(life_of_the_follower),      cmocka_unit_test(a_leader_to_come),
      cmocka_unit_test(followers_do_not_multiply), cmocka_unit_test(alone_they_follow_too),
  };
  return cmocka_run_group_tests_name("follow", tests, load_names, free_names);
}
