// SPDX-License-Identifier: Apache-2.0
// Questions and outcomes: unasked, open, said, closed; bills multiply only where they differ; picks.
//
// Small law texts; every measure adds a duty of its own size, so that a total says which of them spoke.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/text_law.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char acts[] = TEXT_LAW_ACTS "act us.later\n"
                                         "  title      A later word\n"
                                         "  kind       interview\n"
                                         "  signed     2025-05-01\n";

static void measure(struct buf *b, const char *name, int percent, const char *tail) {
  buf_printf(
      b,
      "measure us.%s\n  title  %s\n  into   US\n  goods  all\n  rate   %d%%  from 2025-01-01  %s\n",
      name, name, percent, tail);
}

static void question(struct buf *b, const char *name, const char *more) {
  buf_printf(b, "question us.%s\n  title   %s?\n  raised  2025-02-01\n  answers yes | no\n%s", name,
             name, more);
}

/* Bills as "yes yes 3; yes no 2": answers of the picks and whole per cents. */
static void shown(const struct imp_answer *a, char *out, size_t size) {
  size_t n = 0;
  out[0] = 0;
  if (a->id) snprintf(out, size, "%s: %s", a->id, a->reason);
  for (uint32_t i = 0; i < a->bill_count; i++) {
    n += (size_t)snprintf(out + n, size - n, "%s", i ? "; " : "");
    for (uint32_t p = 0; p < a->bills[i].pick_count; p++)
      n += (size_t)snprintf(out + n, size - n, "%s ", a->bills[i].picks[p].answer);
    n += (size_t)snprintf(out + n, size - n, "%d", (int)(a->bills[i].high / 10000));
  }
}

static bool says_alone(const struct imp_answer *a) {
  for (uint32_t i = 0; i < a->caveat_count; i++)
    if (strstr(a->caveats[i], "each is shown alone")) return true;
  return false;
}

static void expect_picked(const char *text, const char *known, const struct imp_pair *picks,
                          uint32_t n, const char *want) {
  char got[600];
  law_of(acts, text);
  struct imp_line line = {.code = "9503.00.0073",
                          .from = "CN",
                          .on = "2025-06-01",
                          .value = "10000"};
  struct asked q =
      ask_line(&law,
               &(struct imp_query){.known = known, .picks = picks, .pick_count = n, .brief = true},
               &line);
  shown(q.answer, got, sizeof got);
  assert_int_equal(says_alone(q.answer), q.answer->question_count > 4);
  ask_done(&q);
  law_end();
  if (strcmp(got, want)) fail_msg("known %s: \"%s\", by hand \"%s\"", known, got, want);
}

static void expect(const char *text, const char *known, const char *want) {
  expect_picked(text, known, NULL, 0, want);
}

/* ---- one question through its life -------------------------------------------------------------------------------- */

/* 1: law as it is. 2: threatened, if no. 4: promised, if yes. 8: law that hangs on yes. 16: law that hangs on no. */
static void life_of_a_question(struct buf *b, const char *more) {
  question(b, "deal", more);
  measure(b, "base", 1, "by us.act");
  measure(b, "threat", 2, "by us.post  if us.deal is no");
  measure(b, "promise", 4, "by us.talks  if us.deal is yes");
  measure(b, "bound-yes", 8, "by us.act  if us.deal is yes");
  measure(b, "bound-no", 16, "by us.act  if us.deal is no");
}

static void never_answered(void **state) {
  (void)state;
  struct buf b = {0};
  life_of_a_question(&b, "");
  expect(b.p, "2025-01-31", "1");             /* not raised: what hangs on it is left out */
  expect(b.p, "2025-02-01", "yes 9; no 19");  /* raised by the threat */
  expect(b.p, "2025-03-01", "yes 13; no 19"); /* and the promise */
  expect(b.p, "2026-01-01", "yes 13; no 19");
  buf_free(&b);
}

static void said(void **state) {
  (void)state;
  struct buf b = {0};
  life_of_a_question(&b, "  answered yes  by us.talks\n");
  expect(b.p, "2025-02-28", "yes 9; no 19");
  expect(b.p, "2025-03-01",
         "yes 13; stands 1"); /* the threat falls; `stands` is law with nothing pending */
  buf_free(&b);
}

static void closed(void **state) {
  (void)state;
  struct buf b = {0};
  life_of_a_question(&b, "  answered yes  by us.talks\n  answered yes  by us.order\n");
  expect(b.p, "2025-03-31", "yes 13; stands 1");
  expect(b.p, "2025-04-01", "9"); /* binding lines under yes are in, all that only speaks is out */
  buf_free(&b);
}

static void closed_against_what_was_said(void **state) {
  (void)state;
  struct buf b = {0};
  life_of_a_question(
      &b,
      "  answered yes  by us.talks\n  answered no   by us.order\n  answered yes  by us.later\n");
  expect(b.p, "2025-03-31", "yes 13; stands 1");
  expect(b.p, "2025-04-01", "17");
  expect(b.p, "2025-05-01", "17"); /* what is done is not undone by talk */
  buf_free(&b);
}

static void stands_may_be_asked_for(void **state) {
  (void)state;
  struct buf b = {0};
  question(&b, "deal", "  answered yes  by us.talks\n");
  measure(&b, "base", 1, "by us.act");
  measure(&b, "if-stands", 2, "by us.act  if us.deal is stands");
  expect(b.p, "2025-02-15", "1"); /* open: neither answer is `stands` */
  expect(b.p, "2025-03-01", "yes 1; stands 3");
  buf_free(&b);
}

/* ---- several questions ----------------------------------------------------------------------------------------------- */

static void questions_multiply(void **state) {
  (void)state;
  struct buf b = {0};
  question(&b, "a", "");
  question(&b, "b", "");
  measure(&b, "one", 1, "by us.post  if us.a is yes");
  measure(&b, "two", 2, "by us.post  if us.b is yes");
  expect(b.p, "2025-06-01", "yes yes 3; yes no 1; no yes 2; no no 0");
  buf_free(&b);
}

static void only_where_bills_differ(void **state) {
  (void)state;
  struct buf b = {0};
  question(&b, "a", "");
  question(&b, "b", "");
  measure(&b, "one", 1, "by us.post  if us.a is yes");
  buf_puts(&b, "measure us.two\n  title  two\n  into   US\n  of     DE\n  goods  all\n"
               "  rate   2%  from 2025-01-01  by us.post  if us.b is yes\n");
  buf_puts(&b,
           "measure us.three\n  title  three\n  into   US\n  goods  all\n"
           "  rate   4%  from 2025-07-01  by us.post  if us.b is yes\n"); /* not on the day asked */
  expect(b.p, "2025-06-01", "yes 1; no 0");
  buf_free(&b);
}

/* b matters only where a is yes: it stays. */
static void one_inside_the_other(void **state) {
  (void)state;
  struct buf b = {0};
  question(&b, "a", "");
  question(&b, "b", "");
  measure(&b, "one", 1, "by us.post  if us.a is yes");
  measure(&b, "two", 2, "by us.post  if us.a is yes and us.b is yes");
  expect(b.p, "2025-06-01", "yes yes 3; yes no 1; no yes 0; no no 0");
  buf_free(&b);
}

/* The same amount under two headings is not the same bill, the same bill under two answers is. */
static void three_answers_two_bills(void **state) {
  (void)state;
  struct buf b = {0};
  buf_puts(
      &b,
      "question us.rate\n  title   rate?\n  raised  2025-02-01\n  answers low | middle | high\n");
  measure(&b, "one", 1, "by us.post  if us.rate is high");
  expect(b.p, "2025-06-01", "low 0; middle 0; high 1");
  buf_free(&b);
}

static void picked(void **state) {
  (void)state;
  struct buf b = {0};
  const struct imp_pair a_yes[] = {{"us.a", "yes"}}, both[] = {{"us.b", "no"}, {"us.a", "yes"}};
  question(&b, "a", "");
  question(&b, "b", "");
  measure(&b, "one", 1, "by us.post  if us.a is yes");
  measure(&b, "two", 2, "by us.post  if us.b is yes");
  expect_picked(b.p, "2025-06-01", a_yes, 1, "yes 3; no 1");
  expect_picked(b.p, "2025-06-01", both, 2, "1");
  buf_free(&b);
}

/* Sixteen outcomes are computed; of more each question is shown alone, first answers held for the others. */
static void many_questions(void **state) {
  (void)state;
  struct buf b = {0};
  char name[8];
  for (int i = 0; i < 4; i++) {
    snprintf(name, sizeof name, "q%d", i);
    question(&b, name, "");
    char tail[64], m[8];
    snprintf(tail, sizeof tail, "by us.post  if us.q%d is yes", i);
    snprintf(m, sizeof m, "m%d", i);
    measure(&b, m, 1 << i, tail);
  }
  expect(b.p, "2025-06-01",
         "yes yes yes yes 15; yes yes yes no 7; yes yes no yes 11; yes yes no no 3; yes no yes yes "
         "13; "
         "yes no yes no 5; yes no no yes 9; yes no no no 1; no yes yes yes 14; no yes yes no 6; no "
         "yes no yes 10; "
         "no yes no no 2; no no yes yes 12; no no yes no 4; no no no yes 8; no no no no 0");
  question(&b, "q4", "");
  measure(&b, "m4", 16, "by us.post  if us.q4 is yes");
  expect(b.p, "2025-06-01",
         "yes yes yes yes yes 31; no yes yes yes yes 30; yes no yes yes yes 29; yes yes no yes yes "
         "27; "
         "yes yes yes no yes 23; yes yes yes yes no 15");
  buf_free(&b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(never_answered),
      cmocka_unit_test(said),
      cmocka_unit_test(closed),
      cmocka_unit_test(closed_against_what_was_said),
      cmocka_unit_test(stands_may_be_asked_for),
      cmocka_unit_test(questions_multiply),
      cmocka_unit_test(only_where_bills_differ),
      cmocka_unit_test(one_inside_the_other),
      cmocka_unit_test(three_answers_two_bills),
      cmocka_unit_test(picked),
      cmocka_unit_test(many_questions),
  };
  return cmocka_run_group_tests_name("outcomes", tests, load_names, free_names);
}
