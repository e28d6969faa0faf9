// SPDX-License-Identifier: Apache-2.0
// The next change of a line's duty: until the day before it nothing differs, on the day something does; and a line
// that has none owes the same on every later day. On the shipped law, lines drawn by chance with a fixed seed.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/day.h"
#include "support/shipped.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static void day_text(imp_day d, char out[32]) {
  int y, m, day;
  day_split(d, &y, &m, &day);
  snprintf(out, 32, "%04d-%02d-%02d", y, m, day);
}

/* What is due, outcome by outcome; by which headings is no part of it. */
static bool same_duty(const struct imp_answer *a, const struct imp_answer *b) {
  if (a->status != b->status || a->bill_count != b->bill_count) return false;
  for (uint32_t i = 0; i < a->bill_count; i++) {
    const struct imp_bill *x = &a->bills[i], *y = &b->bills[i];
    if (x->low != y->low || x->high != y->high) return false;
  }
  return true;
}

static struct asked ask_on(struct imp_line line, const struct imp_query *query, imp_day d) {
  char on[32];
  struct imp_query brief = *query;
  day_text(d, on);
  line.on = on;
  brief.brief = true;
  return ask_line(law, &brief, &line);
}

static void days_between(const struct asked *today, const struct imp_line *line,
                         const struct imp_query *query, imp_day from, imp_day until) {
  imp_day step = (until - from) / 5 + 1;
  for (imp_day d = from; d < until; d += step) {
    struct asked q = ask_on(*line, query, d);
    bool beyond = q.answer->id && !strcmp(q.answer->id, "refuse.horizon");
    if (!beyond && !same_duty(today->answer, q.answer))
      fail_msg(
          "%s of %s on %s, known %s: no change is announced until %s, but on day %d it differs",
          line->code, line->from, today->answer->on, today->answer->known,
          today->answer->next_change ? today->answer->next_change : "never", (int)(d - from));
    ask_done(&q);
  }
}

static const char *const codes[] = {"4202.92.31.31", "9503.00.0073", "8542.31.0045",
                                    "8507.60.0010",  "8483.50.9040", "0901.11.0025",
                                    "8541.43.0080",  "8501.40.2020", "6307.90.9870",
                                    "8471.30.0100",  "3002.12.0010", "8505.11.0070"};
static const char *const origins[] = {"CN", "CN", "CN", "HK", "MO", "AU"};
static const char *const known_days[] = {NULL,         NULL,         "2025-10-09",
                                         "2025-10-26", "2025-10-31", "2019-01-15"};

static bool one_line(uint64_t *seed) {
  char on[32];
  imp_day today = day_of(2018, 7, 1) + (imp_day)ask_random(seed, 3400), change;
  day_text(today, on);
  struct imp_line line = {.code = codes[ask_random(seed, COUNT(codes))],
                          .from = origins[ask_random(seed, COUNT(origins))],
                          .on = on,
                          .value = "10000",
                          .quantity = "1000"};
  struct imp_query query = {.known = known_days[ask_random(seed, COUNT(known_days))]};
  struct asked q = ask_line(law, &query, &line);
  bool answered = q.answer->status != IMP_LINE_REFUSED;
  if (answered && q.answer->next_change) {
    assert_true(day_parse(str_of(q.answer->next_change), &change));
    assert_true(change > today);
    days_between(&q, &line, &query, today + 1, change);
    struct asked before = ask_on(line, &query, change - 1), then = ask_on(line, &query, change);
    assert_true(same_duty(q.answer, before.answer));
    if (same_duty(q.answer, then.answer))
      fail_msg("%s of %s on %s known %s: nothing changes on %s", line.code, line.from, on,
               q.answer->known, q.answer->next_change);
    ask_done(&before);
    ask_done(&then);
  } else if (answered) {
    days_between(&q, &line, &query, today + 1, day_of(2030, 1, 1));
  }
  ask_done(&q);
  return answered;
}

static void it_is_the_next(void **state) {
  (void)state;
  uint64_t seed = 20260724;
  uint32_t answered = 0;
  for (int round = 0; round < 160; round++) answered += one_line(&seed);
  print_message("%u of 160 lines answered\n", answered);
  assert_true(answered > 60);
}

/* By hand, from the text of the truce: 34 in place of 10 when it ends. */
static void by_hand(void **state) {
  (void)state;
  static const struct {
    const char *code, *on, *known, *change;
    int64_t low, high;
  } want[] = {{"9503.00.0073", "2025-10-20", "2025-10-09", "2025-11-10", 540000, 540000},
              {"9503.00.0073", "2025-12-01", "2025-12-01", "2026-11-10", 440000, 440000}};
  for (size_t i = 0; i < COUNT(want); i++) {
    struct imp_line line = {.code = want[i].code, .from = "CN", .on = want[i].on, .value = "10000"};
    struct asked q = ask_line(law, &(struct imp_query){.known = want[i].known}, &line);
    assert_non_null(q.answer->next_change);
    assert_string_equal(q.answer->next_change, want[i].change);
    assert_int_equal(q.answer->next_low, want[i].low);
    assert_int_equal(q.answer->next_high, want[i].high);
    ask_done(&q);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_is_the_next),
      cmocka_unit_test(by_hand),
  };
  return cmocka_run_group_tests_name("next change", tests, open_law, close_law);
}
