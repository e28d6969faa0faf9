// SPDX-License-Identifier: Apache-2.0
// The fast evaluator against the plain one, on the shipped law: random lines, several known days, both
// bases, open outcomes. IMPOST_LINES is the number of lines per question (default 2000).
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "agree.h"
#include "support/ask.h"

static uint32_t lines_each(void) {
  const char *set = getenv("IMPOST_LINES");
  return set ? (uint32_t)strtoul(set, NULL, 10) : 2000;
}

static void ask(const char *known, enum imp_basis basis, uint64_t seed) {
  struct imp_law *law = ask_open();
  struct agree g;
  agree_begin(&g, law, seed);
  agree_lines(&g, &(struct imp_query){.known = known, .basis = basis}, lines_each());
  g.narrow = 40; /* few codes, many days, places and values */
  agree_lines(&g, &(struct imp_query){.known = known, .basis = basis}, lines_each());
  printf("ok %llu range %llu refused %llu prohibited %llu facts %llu several %llu\n",
         (unsigned long long)g.status[0], (unsigned long long)g.status[1],
         (unsigned long long)g.status[2], (unsigned long long)g.status[3],
         (unsigned long long)g.with_facts, (unsigned long long)g.several);
  assert_int_equal(g.differences, 0);
  agree_end(&g);
  imp_law_free(law);
}

static void test_newest(void **state) {
  (void)state;
  ask(NULL, IMP_COLLECTED, 1);
}

static void test_legal(void **state) {
  (void)state;
  ask(NULL, IMP_LEGAL, 2);
}

static void test_before_the_judgment(void **state) {
  (void)state;
  ask("2026-02-19", IMP_COLLECTED, 3);
}

static void test_open_questions(void **state) {
  (void)state;
  ask("2025-10-26", IMP_COLLECTED, 4);
  ask("2025-11-05", IMP_COLLECTED, 5);
}

/* Answers picked: of the question that leads, of the one that follows it, of both against each other; goods of China around
 * the days on which they matter. */
static void test_picked(void **state) {
  static const struct imp_pair approved = {"us-cn.framework", "approved"},
                               lapsed = {"us-cn.truce", "lapsed"},
                               apart[] = {{"us-cn.truce", "extended"},
                                          {"us-cn.framework", "rejected"}};
  static const struct imp_query queries[] = {
      {.known = "2025-10-27"},
      {.known = "2025-10-27", .picks = &approved, .pick_count = 1},
      {.known = "2025-10-27", .picks = &lapsed, .pick_count = 1},
      {.known = "2025-10-31", .picks = &lapsed, .pick_count = 1},
      {.known = "2025-10-27", .picks = apart, .pick_count = 2}};
  (void)state;
  struct imp_law *law = ask_open();
  struct agree g;
  for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
    agree_begin(&g, law, 31u + i);
    g.mostly = "CN";
    g.since = day_of(2025, 11, 8);
    agree_lines(&g, &queries[i], lines_each() / 2);
    assert_int_equal(g.differences, 0);
    assert_true((g.several > 0) == (i != 1 && i != 4)); /* nothing is left open there */
    agree_end(&g);
  }
  imp_law_free(law);
}

static void test_truce_open(void **state) {
  (void)state;
  ask("2025-11-20", IMP_LEGAL, 6);
}

static void test_early(void **state) {
  (void)state;
  ask("2025-04-05", IMP_COLLECTED, 7);
  ask("2019-06-01", IMP_COLLECTED, 8);
}

/* Goods on which facts nobody states decide most: a dollar of aluminum of Russia, cranes and trailers of China. */
static void test_ranges(void **state) {
  static const char *const from[] = {"RU", "CN", "KR"};
  (void)state;
  struct imp_law *law = ask_open();
  struct agree g;
  for (int i = 0; i < 3; i++) {
    agree_begin(&g, law, 9u + (uint64_t)i);
    g.mostly = from[i];
    g.narrow = 900; /* every part of the schedule */
    agree_lines(&g, &(struct imp_query){0}, lines_each());
    assert_int_equal(g.differences, 0);
    assert_true(g.status[IMP_LINE_RANGE] > 0);
    agree_end(&g);
  }
  imp_law_free(law);
}

/* Rates per two units: named, bare, one missing, in other units of the same kind; with claims and parts of the value. */
static void test_two_units(void **state) {
  static const struct imp_query queries[] = {{0}, {.basis = IMP_LEGAL}, {.known = "2025-10-26"}};
  (void)state;
  struct imp_law *law = ask_open();
  struct agree g;
  for (int i = 0; i < 3; i++) {
    agree_begin(&g, law, 21u + (uint64_t)i);
    agree_several_units(&g);
    assert_true(g.code_count > 5);
    agree_lines(&g, &queries[i], lines_each());
    assert_int_equal(g.differences, 0);
    assert_true(g.named > 0 && g.status[IMP_LINE_OK] > 0);
    agree_end(&g);
  }
  imp_law_free(law);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_newest),
      cmocka_unit_test(test_legal),
      cmocka_unit_test(test_before_the_judgment),
      cmocka_unit_test(test_open_questions),
      cmocka_unit_test(test_picked),
      cmocka_unit_test(test_truce_open),
      cmocka_unit_test(test_early),
      cmocka_unit_test(test_ranges),
      cmocka_unit_test(test_two_units),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
