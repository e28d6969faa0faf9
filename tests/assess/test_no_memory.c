// SPDX-License-Identifier: Apache-2.0
// Memory runs out at each request of a batch: the call says so, nothing crashes, nothing leaks.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "impost/batch.h"
#include "support/ask.h"
#include "support/scarce.h"

/* The calls about groups and classes. */
static bool ask_classes(struct imp_batch *b, const struct imp_columns *c) {
  static struct imp_batch_rates rates[16];
  struct imp_batch_code_window w;
  struct imp_batch_column column;
  struct imp_error err;
  int32_t days[16];
  uint32_t count;
  uint8_t status;
  return imp_batch_code_on(b, c->code[0], 20200, &w, &err) == IMP_OK &&
         imp_batch_column(b, w.group, IMP_RATE_SPECIAL, &column, &err) == IMP_OK &&
         imp_batch_changes(b, w.group, imp_batch_place_class(b, c->place[0]), 20100, 20500, days,
                           16, &count, &err) == IMP_OK &&
         imp_batch_rates(b, c, 0, rates, 16, &count, &status, &err) == IMP_OK;
}

/* A few lines of every kind; true when all went well. */
static bool run_batch(const struct imp_law *law) {
  static const char *const codes[] = {"4202.92.31.31", "04090000", "9999999999", "7601.10.30.00"};
  static const char *const places[] = {"CN", "NZ", "DE", "CA"};
  static const char *const claims[] = {"usmca"};
  const struct imp_pair loaded = {"loaded", "2025-04-04"}, steel = {"content.steel", "100"};
  struct imp_batch *b = NULL;
  struct imp_error err;
  uint32_t code[4], place[4], set[3], shape[4], first[5], done = 0, bills = 0;
  const uint32_t lines[] = {0, 2, 3};
  const int32_t day[] = {20200, 20400, 20300, 20350};
  const int64_t value[] = {10000, 500, 7, 123456}, quantity[] = {-1, 1000000, -1, 5000};
  int64_t low[4], high[4];
  static int64_t amounts[4 * IMP_BATCH_ROWS];
  static struct imp_batch_bill out[16];
  uint8_t status[4];
  struct imp_assessment *answer = NULL;
  if (imp_batch_open(law, &(struct imp_query){.known = "2025-10-26"}, &b, &err) != IMP_OK) {
    assert_null(b);
    return false;
  }
  bool fine = true;
  for (int i = 0; i < 4; i++) {
    code[i] = imp_batch_code(b, codes[i]);
    place[i] = imp_batch_place(b, places[i]);
    fine = fine && code[i] != IMP_BATCH_FAILED && place[i] != IMP_BATCH_FAILED;
  }
  set[0] = imp_batch_facts(b, &loaded, 1, NULL, 0);
  set[1] = imp_batch_facts(b, &steel, 1, NULL, 0);
  set[2] = imp_batch_facts(b, NULL, 0, claims, 1);
  for (int i = 0; i < 3; i++) fine = fine && set[i] != IMP_BATCH_FAILED;
  const uint32_t part_line[] = {1, 3}, part[] = {imp_batch_part(b, "content.copper"), 0};
  const int64_t part_value[] = {100, 40};
  struct imp_columns c = {.count = 4,
                          .code = code,
                          .place = place,
                          .day = day,
                          .value = value,
                          .quantity = quantity,
                          .fact_line = lines,
                          .fact_set = set,
                          .fact_count = 3,
                          .part_line = part_line,
                          .part = part,
                          .part_value = part_value,
                          .part_count = 2};
  struct imp_results r = {status, shape, low, high, first, amounts, 4 * IMP_BATCH_ROWS};
  fine = fine && imp_batch_run(b, &c, &r, &done, &err) == IMP_OK && done == 4 &&
         imp_batch_run(b, &c, &r, &done, &err) == IMP_OK &&
         imp_batch_bills(b, &c, 0, out, 16, &bills, &err) == IMP_OK &&
         imp_batch_bills(b, &c, 2, out, 16, &bills, &err) == IMP_OK &&
         imp_batch_answer(b, &c, 0, &answer, &err) == IMP_OK && ask_classes(b, &c);
  imp_assessment_free(answer);
  imp_batch_free(b);
  return fine;
}

static void test_every_request(void **state) {
  (void)state;
  struct imp_law *law = ask_open();
  size_t n = 0;
  for (scarce_begin(n); !run_batch(law); scarce_begin(n)) {
    assert_int_equal(scarce_end(), 0);
    n += n < 300 ? 1 : 7; /* the later ones are many of a kind */
  }
  assert_int_equal(scarce_end(), 0);
  assert_true(n > 100);
  imp_law_free(law);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_request)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
