// SPDX-License-Identifier: Apache-2.0
// When a batch is begun anew: not while the numbers of the schedule come, and not never.
//
// The program is no library, so its file is compiled into the test.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <inttypes.h>
#include <stdio.h>

#include "cli/quick.c"
#include "names/names.h"
#include "support/shipped.h"

static struct imp_batch *batch;
static struct names *schedule;

static int begin(void **state) {
  struct imp_error err;
  open_law(state);
  return names_load(IMPOST_ROOT "/law", &schedule, &err) != IMP_OK;
}

static int finish(void **state) {
  names_free(schedule);
  return close_law(state);
}

static int open_one(void **state) {
  (void)state;
  struct imp_error err;
  return imp_batch_open(law, &(struct imp_query){0}, &batch, &err) != IMP_OK;
}

static int free_one(void **state) {
  (void)state;
  imp_batch_free(batch);
  return 0;
}

static void add(const char *text) {
  assert_int_not_equal(imp_batch_code(batch, text), IMP_BATCH_FAILED);
}

/* As filers write it: digits alone, and between points. */
static void add_number(uint64_t number) {
  char digits[16], text[32];
  snprintf(digits, sizeof digits, "%010" PRIu64, number);
  add(digits);
  snprintf(text, sizeof text, "%.4s.%.2s.%.2s.%.2s", digits, digits + 4, digits + 6, digits + 8);
  add(text);
}

static uint32_t add_all(void) {
  uint32_t rows, added = 0;
  const struct names_line *lines = names_lines(schedule, 0, 99999999, &rows);
  for (uint32_t i = 0; i < rows; i++) {
    struct names_number numbers[200];
    if (i > 0 && lines[i].code8 == lines[i - 1].code8) continue;
    uint32_t n = names_numbers(schedule, lines[i].code8, numbers, 200);
    assert_in_range(n, 0, 200);
    for (uint32_t k = 0; k < n; k++) add_number(numbers[k].code);
    added += n;
  }
  return added;
}

static void a_batch_holds_every_number_of_the_schedule(void **state) {
  (void)state;
  assert_true(add_all() > 19000);
  assert_true(imp_batch_count(batch).codes > 2 * 19000);
  assert_false(quick_is_full(batch, QUICK_STREAM_CODES));
  struct imp_batch *held = batch;
  quick_refresh(&batch);
  assert_ptr_equal(batch, held);
}

static void a_batch_with_no_end_of_codes_is_full(void **state) {
  (void)state;
  char text[16];
  for (uint32_t i = 0; i <= QUICK_CODES; i++) {
    if (i == QUICK_STREAM_CODES) assert_false(quick_is_full(batch, QUICK_STREAM_CODES));
    if (i == QUICK_STREAM_CODES + 1) assert_true(quick_is_full(batch, QUICK_STREAM_CODES));
    snprintf(text, sizeof text, "x%" PRIu32, i);
    add(text);
  }
  quick_refresh(&batch);
  assert_null(batch);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(a_batch_holds_every_number_of_the_schedule, open_one,
                                      free_one),
      cmocka_unit_test_setup_teardown(a_batch_with_no_end_of_codes_is_full, open_one, free_one),
  };
  return cmocka_run_group_tests_name("cli: batches begun anew", tests, begin, finish);
}
