// SPDX-License-Identifier: Apache-2.0
// Codes as ids: however a code is written, its id gives it back as it was, and no two spellings share one.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "impost/batch.h"
#include "support/shipped.h"

static const char *const spellings[] = {
    "",
    "0",
    "00",
    "000",
    ".",
    "0.",
    ".0",
    "9",
    "4202",
    "4202.92",
    "42029231",
    "4202.92.31",
    "4202923131",
    "4202.92.31.31",
    "4202.92.3131",
    "4202 92 31 31",
    "0000.00.00.00",
    "00000000000000",
    "000000000000000",
    "0000000000000000",  /* sixteen, */
    "00000000000000000", /* seventeen */
    "4202.92.31.31.31",
    "4202.92.31.31.313",
    "9.9.9.9.9.9.9.9.",
    "4202.92.31.3x",
    "4202-92-31-31",
    "\xC3\xA9",
    "a text that is no code at all and much longer than one",
};
enum { SPELLINGS = sizeof spellings / sizeof *spellings, FILLING = 3000 };

static struct imp_batch *batch;

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

static void is_written(uint32_t id, const char *text) {
  const uint32_t place = IMP_NO_PLACE;
  const int32_t day = 20400;
  const int64_t value = 100, none = IMP_NO_VALUE;
  const struct imp_columns c = {
      .count = 1, .code = &id, .place = &place, .day = &day, .value = &value, .quantity = &none};
  struct imp_line_words room;
  struct imp_line line;
  assert_int_equal(imp_batch_line(batch, &c, 0, &room, &line), IMP_OK);
  assert_string_equal(line.code, text);
}

static void every_spelling_has_its_own_id_and_comes_back(void **state) {
  (void)state;
  uint32_t ids[SPELLINGS];
  for (uint32_t i = 0; i < SPELLINGS; i++) {
    ids[i] = imp_batch_code(batch, spellings[i]);
    assert_int_not_equal(ids[i], IMP_BATCH_FAILED);
    for (uint32_t k = 0; k < i; k++)
      if (ids[k] == ids[i]) fail_msg("\"%s\" and \"%s\" are one", spellings[k], spellings[i]);
  }
  for (uint32_t i = 0; i < SPELLINGS; i++) is_written(ids[i], spellings[i]);
}

static void ids_stay_while_others_come(void **state) {
  (void)state;
  uint32_t ids[SPELLINGS];
  char text[32];
  for (uint32_t i = 0; i < SPELLINGS; i++) ids[i] = imp_batch_code(batch, spellings[i]);
  for (uint32_t i = 0; i < FILLING; i++) {
    snprintf(text, sizeof text, i % 2 ? "%07u" : "no %u", i);
    is_written(imp_batch_code(batch, text), text);
  }
  for (uint32_t i = 0; i < SPELLINGS; i++) {
    assert_int_equal(imp_batch_code(batch, spellings[i]), ids[i]);
    is_written(ids[i], spellings[i]);
  }
  assert_int_equal(imp_batch_count(batch).codes, SPELLINGS + FILLING);
}

static void spaces_around_a_code_are_no_part_of_it(void **state) {
  (void)state;
  uint32_t id = imp_batch_code(batch, "4202.92.31.31");
  assert_int_equal(imp_batch_code(batch, "  4202.92.31.31 "), id);
  is_written(id, "4202.92.31.31");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(every_spelling_has_its_own_id_and_comes_back, open_one,
                                      free_one),
      cmocka_unit_test_setup_teardown(ids_stay_while_others_come, open_one, free_one),
      cmocka_unit_test_setup_teardown(spaces_around_a_code_are_no_part_of_it, open_one, free_one),
  };
  return cmocka_run_group_tests_name("assess: codes", tests, open_law, close_law);
}
