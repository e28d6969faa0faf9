// SPDX-License-Identifier: Apache-2.0
// Where the goods of new numbers came from, rule by rule; chains are written "a/b/c" from the line down.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "source/source.h"

enum { MOST = 8 };

static struct arena arena;

/* "10 young/striped; 20 other" */
static uint32_t read_numbers(const char *words, struct source_suffix *out) {
  struct str rest = str_of(words), one, text;
  uint32_t n = 0;
  while (rest.n > 0 && str_split(&rest, ';', &one)) {
    struct str *texts = arena_array(&arena, MOST, sizeof *texts);
    one = str_trim(one);
    out[n] = (struct source_suffix){.value = (uint32_t)(one.p[0] - '0') * 10 +
                                             (uint32_t)(one.p[1] - '0')};
    out[n].chain.texts = texts;
    for (one = str_trim(str_sub(one, 2, one.n)); one.n > 0 && str_split(&one, '/', &text);) {
      texts[out[n].chain.count++] = text;
    }
    n++;
  }
  return n;
}

/* What came from where, as "new<old,old; ..." with * for a merger. */
static void expect(const char *before, const char *fresh, const char *wanted) {
  struct source_suffix was[MOST], now[MOST];
  struct source_origin origins[MOST];
  struct buf b = {0};
  uint32_t was_count = read_numbers(before, was), now_count = read_numbers(fresh, now);
  source_origins(was, was_count, now, now_count, origins);
  for (uint32_t i = 0; i < now_count; i++) {
    buf_printf(&b, "%s%02u%s", i > 0 ? "; " : "", now[i].value, origins[i].merged ? "*" : "");
    for (uint32_t j = 0; j < origins[i].count; j++) {
      buf_printf(&b, "%s%02u", j > 0 ? "," : "<", was[origins[i].at[j]].value);
    }
  }
  assert_string_equal(b.p, wanted);
  buf_free(&b);
}

static void test_renamed(void **state) {
  (void)state;
  expect("10 young; 20 old", "10 young; 25 old", "10<10; 25<20");
  expect("10 young/striped; 20 old", "10 striped/young; 25 old", "10<10; 25<20");
  expect("10 young; 20 other", "10 young; 90 other", "10<10; 90<20");
}

static void test_split(void **state) {
  (void)state;
  expect("10 young; 20 old", "12 young/striped; 14 young/other; 20 old", "12<10; 14<10; 20<20");
  expect("00", "10 young; 20 old", "10<00; 20<00");
  expect("10 young/striped; 20 old", "12 young/tame/striped; 14 young/wild/striped; 20 old",
         "12<10; 14<10; 20<20");
}

static void test_merged(void **state) {
  (void)state;
  expect("10 young; 20 old", "00", "00*<10,20");
  expect("12 young/striped; 14 young/other; 20 old", "10 young; 20 old", "10*<12,14; 20<20");
}

static void test_taken_out_of_other(void **state) {
  (void)state;
  expect("10 young; 90 other", "10 young; 50 old; 95 other", "10<10; 50<90; 95<90");
  expect("10 young; 90 other", "10 young; 50 old; 90 other", "10<10; 50<90; 90<90");
}

static void test_stood_there(void **state) {
  (void)state;
  expect("10 young; 20 olde; 90 other", "10 young; 25 old; 90 other", "10<10; 25<20; 90<90");
}

static void test_from_nowhere(void **state) {
  (void)state;
  expect("10 young; 20 old", "10 young; 20 old; 30 ancient", "10<10; 20<20; 30");
}

static int finish(void **state) {
  (void)state;
  arena_free(&arena);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_renamed),     cmocka_unit_test(test_split),
      cmocka_unit_test(test_merged),      cmocka_unit_test(test_taken_out_of_other),
      cmocka_unit_test(test_stood_there), cmocka_unit_test(test_from_nowhere),
  };
  return cmocka_run_group_tests(tests, NULL, finish);
}
