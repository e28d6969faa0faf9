// SPDX-License-Identifier: Apache-2.0
// The clock kernel: small tables with answers written by hand, then random tables against a second
// clock that works day by day on a calendar, and the laws both must obey.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "book/clock.h"
#include "support/ask.h"

#define PAINT(known, from, until)                                                                  \
  { CLOCK_PAINT, known, from, until, true }
#define SUSPENDED(known, from, until)                                                              \
  { CLOCK_SUSPENDED, known, from, until, true }
#define VOIDED(known, from)                                                                        \
  { CLOCK_VOID, known, from, DAY_NEVER, true }
#define ENDS(known, from)                                                                          \
  { CLOCK_ENDS, known, from, DAY_NEVER, true }
#define RESUMES(known, from)                                                                       \
  { CLOCK_RESUMES, known, from, DAY_NEVER, true }
#define COUNT(a) ((uint32_t)(sizeof(a) / sizeof *(a)))
#define NONE     CLOCK_NOTHING

static struct clock_view as_known(imp_day known) {
  return (struct clock_view){known, false};
}

struct ask {
  imp_day known, day;
  uint32_t line; /* expected */
};

static void check_current(const struct clock_stmt *s, uint32_t n, const struct ask *asks,
                          uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    uint32_t got = clock_current(s, n, as_known(asks[i].known), asks[i].day);
    if (got != asks[i].line)
      fail_msg("known %d, day %d: line %d, expected %d", (int)asks[i].known, (int)asks[i].day,
               (int)got, (int)asks[i].line);
  }
}

static void check_silence(const struct clock_stmt *s, uint32_t n, const struct ask *asks,
                          uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    uint32_t got = clock_silence(s, n, as_known(asks[i].known), asks[i].day);
    if (got != asks[i].line)
      fail_msg("known %d, day %d: state %d, expected %d", (int)asks[i].known, (int)asks[i].day,
               (int)got, (int)asks[i].line);
  }
}

/* ---- tables worked by hand ----------------------------------------------------------------------- */

static void windows_are_half_open(void **state) {
  (void)state;
  const struct clock_stmt s[] = {PAINT(10, 100, 200)};
  const struct ask asks[] = {{9, 150, NONE}, {10, 99, NONE},  {10, 100, 0},
                             {10, 199, 0},   {10, 200, NONE}, {999, 150, 0}};
  check_current(s, COUNT(s), asks, COUNT(asks));
}

static void an_empty_window_holds_no_day(void **state) {
  (void)state;
  const struct clock_stmt s[] = {PAINT(10, 100, 100), PAINT(10, 120, 121)};
  const struct ask asks[] = {
      {10, 99, NONE}, {10, 100, NONE}, {10, 119, NONE}, {10, 120, 1}, {10, 121, NONE}};
  check_current(s, COUNT(s), asks, COUNT(asks));
}

static void windows_without_ends(void **state) {
  (void)state;
  const struct clock_stmt s[] = {PAINT(DAY_FIRST, DAY_FIRST, DAY_NEVER), PAINT(10, 100, DAY_NEVER)};
  const struct ask asks[] = {{0, DAY_FIRST, 0}, {0, 5000, 0}, {10, 99, 0}, {10, 100, 1}};
  check_current(s, COUNT(s), asks, COUNT(asks));
}

/* When a later line's window ends, the earlier one is back. */
static void later_lines_paint_over(void **state) {
  (void)state;
  const struct clock_stmt s[] = {PAINT(10, 100, DAY_NEVER), PAINT(20, 150, 160),
                                 PAINT(20, 155, 170)};
  const struct ask asks[] = {{10, 155, 0}, {20, 149, 0}, {20, 150, 1}, {20, 154, 1},
                             {20, 155, 2}, {20, 169, 2}, {20, 170, 0}};
  check_current(s, COUNT(s), asks, COUNT(asks));
}

/* Announced for 100, put off to 160 on day 50, put off for good on day 140, made on day 200 for 210. */
static void postponed(void **state) {
  (void)state;
  const struct clock_stmt s[] = {PAINT(10, 40, DAY_NEVER),   PAINT(10, 100, DAY_NEVER),
                                 PAINT(50, 100, DAY_NEVER),  PAINT(50, 160, DAY_NEVER),
                                 PAINT(140, 160, DAY_NEVER), PAINT(200, 210, DAY_NEVER)};
  const struct ask asks[] = {{10, 99, 0},   {10, 100, 1},  {10, 300, 1},  {49, 100, 1},
                             {50, 99, 0},   {50, 100, 2},  {50, 159, 2},  {50, 160, 3},
                             {140, 160, 4}, {140, 300, 4}, {199, 210, 4}, {200, 209, 4},
                             {200, 210, 5}};
  check_current(s, COUNT(s), asks, COUNT(asks));
}

/* Known on 200, reaching back to 100: what was answered before 200 stays what it was. */
static void retroactive(void **state) {
  (void)state;
  const struct clock_stmt s[] = {PAINT(10, 50, DAY_NEVER), PAINT(200, 100, DAY_NEVER)};
  const struct ask asks[] = {
      {150, 150, 0}, {199, 199, 0}, {200, 99, 0}, {200, 100, 1}, {200, 150, 1}};
  check_current(s, COUNT(s), asks, COUNT(asks));
}

static void an_outcome_leaves_lines_out(void **state) {
  (void)state;
  struct clock_stmt s[] = {PAINT(10, 50, DAY_NEVER), PAINT(20, 100, DAY_NEVER),
                           SUSPENDED(20, 100, 200)};
  assert_int_equal(clock_current(s, 3, as_known(20), 150), 1);
  assert_int_equal(clock_silence(s, 3, as_known(20), 150), 2);
  s[1].counts = s[2].counts = false;
  assert_int_equal(clock_current(s, 3, as_known(20), 150), 0);
  assert_int_equal(clock_silence(s, 3, as_known(20), 150), NONE);
}

/* States paint nothing, and lines silence nothing. */
static void kinds_do_not_mix(void **state) {
  (void)state;
  const struct clock_stmt s[] = {SUSPENDED(10, 100, 200), PAINT(10, 100, 200), ENDS(10, 100),
                                 RESUMES(10, 300)};
  assert_int_equal(clock_current(s, 4, as_known(10), 150), 1);
  const struct clock_stmt lines[] = {PAINT(10, 100, 200)};
  assert_int_equal(clock_silence(lines, 1, as_known(10), 150), NONE);
  assert_int_equal(clock_current(NULL, 0, as_known(10), 150), NONE);
  assert_int_equal(clock_silence(NULL, 0, as_known(10), 150), NONE);
}

/* Suspended for a while, then for longer: the state that lasts longest is the one to name. */
static void suspended_and_extended(void **state) {
  (void)state;
  const struct clock_stmt s[] = {SUSPENDED(90, 100, 200), SUSPENDED(190, 200, 300),
                                 SUSPENDED(195, 150, 400)};
  const struct ask asks[] = {{89, 150, NONE}, {90, 99, NONE}, {90, 100, 0},     {90, 199, 0},
                             {90, 200, NONE}, {190, 200, 1},  {190, 300, NONE}, {195, 120, 0},
                             {195, 160, 2},   {195, 399, 2},  {195, 400, NONE}};
  check_silence(s, COUNT(s), asks, COUNT(asks));
}

/* `resumes` cuts the state above it; the states further up it leaves alone. */
static void lifted(void **state) {
  (void)state;
  const struct clock_stmt s[] = {SUSPENDED(10, 100, DAY_NEVER), SUSPENDED(20, 150, DAY_NEVER),
                                 RESUMES(30, 180)};
  const struct ask asks[] = {{10, 500, 0}, {20, 500, 1}, {30, 179, 0}, {30, 180, 0}};
  check_silence(s, COUNT(s), asks, COUNT(asks));
  assert_int_equal(clock_state_end(s, 3, 1, as_known(29)), DAY_NEVER);
  assert_int_equal(clock_state_end(s, 3, 1, as_known(30)), 180);
  assert_int_equal(clock_state_end(s, 3, 0, as_known(30)), DAY_NEVER);

  const struct clock_stmt one[] = {SUSPENDED(10, 100, 400), RESUMES(50, 300), RESUMES(60, 200)};
  const struct ask again[] = {
      {10, 399, 0}, {50, 299, 0}, {50, 300, NONE}, {60, 199, 0}, {60, 200, NONE}};
  check_silence(one, COUNT(one), again, COUNT(again));
}

/* A state is lifted, and begins again with a new line. */
static void lifted_and_back(void **state) {
  (void)state;
  const struct clock_stmt s[] = {SUSPENDED(10, 100, DAY_NEVER), RESUMES(20, 200),
                                 SUSPENDED(30, 250, DAY_NEVER)};
  const struct ask asks[] = {
      {10, 260, 0}, {20, 199, 0}, {20, 260, NONE}, {30, 249, NONE}, {30, 250, 2}};
  check_silence(s, COUNT(s), asks, COUNT(asks));
}

/* Lifted before it began: it never holds. */
static void lifted_before_it_began(void **state) {
  (void)state;
  const struct clock_stmt s[] = {SUSPENDED(10, 100, 200), RESUMES(20, 50)};
  const struct ask asks[] = {{10, 150, 0}, {20, 60, NONE}, {20, 150, NONE}};
  check_silence(s, COUNT(s), asks, COUNT(asks));
}

static void ended_and_extended(void **state) {
  (void)state;
  const struct clock_stmt s[] = {ENDS(10, 100), ENDS(90, 300), ENDS(200, 250)};
  const struct ask asks[] = {{9, 500, NONE},  {10, 99, NONE},  {10, 100, 0}, {10, 500, 0},
                             {90, 100, NONE}, {90, 299, NONE}, {90, 300, 1}, {200, 249, NONE},
                             {200, 250, 2},   {200, 400, 2}};
  check_silence(s, COUNT(s), asks, COUNT(asks));
}

/* An end that the outcome leaves out moves no other end. */
static void an_end_left_out(void **state) {
  (void)state;
  struct clock_stmt s[] = {ENDS(10, 100), ENDS(20, 300)};
  s[1].counts = false;
  assert_int_equal(clock_silence(s, 2, as_known(20), 150), 0);
}

static void ended_and_resumed(void **state) {
  (void)state;
  const struct clock_stmt s[] = {ENDS(10, 100), RESUMES(120, 150)};
  const struct ask asks[] = {{10, 200, 0}, {120, 149, 0}, {120, 150, NONE}};
  check_silence(s, COUNT(s), asks, COUNT(asks));
}

static void void_counts_on_basis_legal(void **state) {
  (void)state;
  const struct clock_stmt s[] = {VOIDED(50, 0), ENDS(50, 70), RESUMES(90, 95)};
  struct clock_view collected = {60, false}, legal = {60, true}, before = {49, true};
  assert_int_equal(clock_silence(s, 3, collected, 60), NONE);
  assert_int_equal(clock_silence(s, 3, legal, 60), 0);
  assert_int_equal(clock_silence(s, 3, before, 60), NONE);
  assert_int_equal(clock_silence(s, 3, collected, 70), 1);
  assert_int_equal(clock_silence(s, 3, legal, 70), 1); /* both last for good: the last written */
  const struct clock_stmt stayed[] = {VOIDED(50, 0), RESUMES(60, 0)};
  legal.known = 60;
  assert_int_equal(clock_silence(stayed, 2, legal, 55), NONE); /* a stay, back from the start */
}

/* ---- a second clock ------------------------------------------------------------------------------- */

enum { DAYS = 40, LINES = 9, ROUNDS = 20000 };

struct calendar {
  uint32_t current[DAYS];
  bool held[LINES][DAYS];
};

static bool there(const struct clock_stmt *s, struct clock_view v) {
  return s->counts && s->known <= v.known;
}

static void fill(bool *days, imp_day from, imp_day until, bool value) {
  for (imp_day d = 0; d < DAYS; d++)
    if (d >= from && d < until) days[d] = value;
}

/* Forward, line by line, as a clerk would mark up a wall calendar. */
static struct calendar mark_up(const struct clock_stmt *s, uint32_t n, struct clock_view v) {
  struct calendar c;
  uint32_t end_line = NONE;
  memset(&c, 0, sizeof c);
  for (uint32_t d = 0; d < DAYS; d++) c.current[d] = NONE;
  for (uint32_t i = 0; i < n; i++) {
    if (s[i].kind == CLOCK_PAINT && there(&s[i], v))
      for (imp_day d = 0; d < DAYS; d++)
        if (d >= s[i].from && d < s[i].until) c.current[d] = i;
    if (s[i].kind == CLOCK_SUSPENDED && there(&s[i], v))
      fill(c.held[i], s[i].from, s[i].until, true);
    if (s[i].kind == CLOCK_VOID && there(&s[i], v) && v.legal)
      fill(c.held[i], s[i].from, s[i].until, true);
    if (s[i].kind == CLOCK_ENDS && there(&s[i], v)) {
      if (end_line != NONE) fill(c.held[end_line], 0, DAYS, false);
      end_line = i;
      fill(c.held[i], s[i].from, DAYS, true);
    }
    if (s[i].kind != CLOCK_RESUMES || !there(&s[i], v)) continue;
    uint32_t above = NONE;
    for (uint32_t k = 0; k < i; k++)
      if (s[k].kind != CLOCK_PAINT && s[k].kind != CLOCK_RESUMES) above = k;
    if (above != NONE) fill(c.held[above], s[i].from, DAYS, false);
  }
  return c;
}

static bool silent_on(const struct calendar *c, uint32_t n, imp_day day) {
  for (uint32_t i = 0; i < n; i++)
    if (c->held[i][day]) return true;
  return false;
}

static struct clock_stmt random_line(uint64_t *seed, imp_day known_from) {
  static const enum clock_kind kinds[] = {CLOCK_PAINT,     CLOCK_PAINT, CLOCK_SUSPENDED,
                                          CLOCK_SUSPENDED, CLOCK_VOID,  CLOCK_ENDS,
                                          CLOCK_RESUMES};
  struct clock_stmt s = {.kind = kinds[ask_random(seed, COUNT(kinds))]};
  s.known = known_from + (imp_day)ask_random(seed, 6);
  s.from = ask_random(seed, 8) ? (imp_day)ask_random(seed, DAYS) : DAY_FIRST;
  s.until = ask_random(seed, 3) ? (imp_day)ask_random(seed, DAYS + 1) : DAY_NEVER;
  if (s.until < s.from) s.until = s.from;
  s.counts = ask_random(seed, 6) != 0;
  return s;
}

/* In the order they became known, as the check `dates` asks of law. */
static uint32_t random_table(uint64_t *seed, struct clock_stmt *s) {
  uint32_t n = ask_random(seed, LINES) + 1;
  imp_day known = 0;
  for (uint32_t i = 0; i < n; i++) {
    s[i] = random_line(seed, known);
    known = s[i].known;
  }
  return n;
}

static struct clock_view random_view(uint64_t *seed) {
  return (struct clock_view){(imp_day)ask_random(seed, 24), ask_random(seed, 2) != 0};
}

static void agrees_with_a_calendar(void **state) {
  (void)state;
  uint64_t seed = 20251112;
  for (int round = 0; round < ROUNDS; round++) {
    struct clock_stmt s[LINES];
    uint32_t n = random_table(&seed, s);
    struct clock_view v = random_view(&seed);
    struct calendar c = mark_up(s, n, v);
    for (imp_day d = 0; d < DAYS; d++) {
      assert_int_equal(clock_current(s, n, v, d), c.current[d]);
      uint32_t silence = clock_silence(s, n, v, d);
      assert_int_equal(silence != NONE, silent_on(&c, n, d));
      for (uint32_t i = 0; i < n; i++)
        assert_int_equal(clock_state_holds(s, n, i, v, d), c.held[i][d]);
    }
  }
}

/* The state named is one that holds, and none that holds lasts longer on the calendar. */
static void names_the_longest(void **state) {
  (void)state;
  uint64_t seed = 77;
  for (int round = 0; round < ROUNDS; round++) {
    struct clock_stmt s[LINES];
    uint32_t n = random_table(&seed, s);
    struct clock_view v = random_view(&seed);
    struct calendar c = mark_up(s, n, v);
    imp_day d = (imp_day)ask_random(&seed, DAYS);
    uint32_t named = clock_silence(s, n, v, d);
    if (named == NONE) continue;
    assert_true(c.held[named][d]);
    imp_day last = d;
    for (uint32_t i = 0; i < n; i++)
      for (imp_day k = d; k < DAYS && c.held[i][k]; k++)
        if (k > last) last = k;
    assert_true(c.held[named][last]);
  }
}

/* ---- laws ------------------------------------------------------------------------------------------ */

static uint32_t without_unknown(const struct clock_stmt *s, uint32_t n, struct clock_view v,
                                struct clock_stmt *out, uint32_t *index) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < n; i++)
    if (s[i].known <= v.known) {
      index[kept] = i;
      out[kept++] = s[i];
    }
  return kept;
}

static void the_unknown_was_never_written(void **state) {
  (void)state;
  uint64_t seed = 4;
  for (int round = 0; round < ROUNDS; round++) {
    struct clock_stmt s[LINES], kept[LINES];
    uint32_t index[LINES], n = random_table(&seed, s);
    struct clock_view v = random_view(&seed);
    uint32_t m = without_unknown(s, n, v, kept, index);
    for (imp_day d = 0; d < DAYS; d += 3) {
      uint32_t current = clock_current(kept, m, v, d), silence = clock_silence(kept, m, v, d);
      assert_int_equal(clock_current(s, n, v, d), current == NONE ? NONE : index[current]);
      assert_int_equal(clock_silence(s, n, v, d), silence == NONE ? NONE : index[silence]);
    }
  }
}

/* Which day a line became known matters only as before or after the day asked. */
static void only_known_or_not_matters(void **state) {
  (void)state;
  uint64_t seed = 5;
  for (int round = 0; round < ROUNDS; round++) {
    struct clock_stmt s[LINES], other[LINES];
    uint32_t n = random_table(&seed, s);
    struct clock_view v = random_view(&seed);
    for (uint32_t i = 0; i < n; i++) {
      other[i] = s[i];
      imp_day by = (imp_day)ask_random(&seed, 50);
      other[i].known = s[i].known <= v.known ? v.known - by : v.known + 1 + by;
    }
    imp_day d = (imp_day)ask_random(&seed, DAYS);
    assert_int_equal(clock_current(s, n, v, d), clock_current(other, n, v, d));
    assert_int_equal(clock_silence(s, n, v, d), clock_silence(other, n, v, d));
  }
}

/* Writing a line twice changes nothing; a state twice neither, unless `resumes` must say which. */
static void painting_twice_is_painting_once(void **state) {
  (void)state;
  uint64_t seed = 6;
  for (int round = 0; round < ROUNDS; round++) {
    struct clock_stmt s[LINES], twice[2 * LINES];
    uint32_t n = random_table(&seed, s);
    struct clock_view v = random_view(&seed);
    for (uint32_t i = 0; i < n; i++) {
      if (s[i].kind == CLOCK_RESUMES) s[i].kind = CLOCK_PAINT;
      twice[2 * i] = twice[2 * i + 1] = s[i];
    }
    imp_day d = (imp_day)ask_random(&seed, DAYS);
    uint32_t once = clock_current(s, n, v, d), both = clock_current(twice, 2 * n, v, d);
    assert_int_equal(once, both == NONE ? NONE : both / 2);
    once = clock_silence(s, n, v, d), both = clock_silence(twice, 2 * n, v, d);
    assert_int_equal(once, both == NONE ? NONE : both / 2);
  }
}

/* Nothing changes but on a day that a line names. */
static void changes_stand_at_edges(void **state) {
  (void)state;
  uint64_t seed = 8;
  for (int round = 0; round < ROUNDS; round++) {
    struct clock_stmt s[LINES];
    uint32_t n = random_table(&seed, s);
    struct clock_view v = random_view(&seed);
    for (imp_day d = 1; d < DAYS; d++) {
      bool edge = false;
      for (uint32_t i = 0; i < n; i++) edge = edge || s[i].from == d || s[i].until == d;
      if (edge) continue;
      assert_int_equal(clock_current(s, n, v, d), clock_current(s, n, v, d - 1));
      assert_int_equal(clock_silence(s, n, v, d), clock_silence(s, n, v, d - 1));
    }
  }
}

/* A line known later changes no answer of an earlier known day: history is never rewritten. */
static void later_lines_leave_history_alone(void **state) {
  (void)state;
  uint64_t seed = 9;
  for (int round = 0; round < ROUNDS; round++) {
    struct clock_stmt s[LINES + 1];
    uint32_t n = random_table(&seed, s);
    struct clock_view v = random_view(&seed);
    s[n] = random_line(&seed, 0);
    s[n].known = v.known + 1;
    imp_day d = (imp_day)ask_random(&seed, DAYS);
    assert_int_equal(clock_current(s, n + 1, v, d), clock_current(s, n, v, d));
    assert_int_equal(clock_silence(s, n + 1, v, d), clock_silence(s, n, v, d));
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(windows_are_half_open),
      cmocka_unit_test(an_empty_window_holds_no_day),
      cmocka_unit_test(windows_without_ends),
      cmocka_unit_test(later_lines_paint_over),
      cmocka_unit_test(postponed),
      cmocka_unit_test(retroactive),
      cmocka_unit_test(an_outcome_leaves_lines_out),
      cmocka_unit_test(kinds_do_not_mix),
      cmocka_unit_test(suspended_and_extended),
      cmocka_unit_test(lifted),
      cmocka_unit_test(lifted_and_back),
      cmocka_unit_test(lifted_before_it_began),
      cmocka_unit_test(ended_and_extended),
      cmocka_unit_test(an_end_left_out),
      cmocka_unit_test(ended_and_resumed),
      cmocka_unit_test(void_counts_on_basis_legal),
      cmocka_unit_test(agrees_with_a_calendar),
      cmocka_unit_test(names_the_longest),
      cmocka_unit_test(the_unknown_was_never_written),
      cmocka_unit_test(only_known_or_not_matters),
      cmocka_unit_test(painting_twice_is_painting_once),
      cmocka_unit_test(changes_stand_at_edges),
      cmocka_unit_test(later_lines_leave_history_alone),
  };
  return cmocka_run_group_tests_name("clock", tests, NULL, NULL);
}
