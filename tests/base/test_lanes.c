// SPDX-License-Identifier: Apache-2.0
// The fast sum: by hand for one word, and another for every single byte or length that differs.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/lanes.h"

static void test_by_hand(void **state) {
  (void)state;
  uint64_t lanes[LANES];
  lanes_of(STR(""), lanes);
  for (uint64_t k = 0; k < LANES; k++) assert_true(lanes[k] == k + 1);
  lanes_of(STR("\x00"), lanes); /* (1 ^ 0) * factor, turned by 29; the three others likewise */
  for (uint64_t k = 0; k < LANES; k++) {
    uint64_t x = (k + 1) * LANES_FACTOR;
    assert_true(lanes[k] == (x << 29 | x >> 35));
  }
}

static void test_every_byte_counts(void **state) {
  (void)state;
  char text[100];
  uint64_t all[LANES], other[LANES];
  memset(text, 'a', sizeof text);
  for (size_t n = 1; n <= sizeof text; n++) {
    lanes_of((struct str){text, n}, all);
    for (size_t i = 0; i < n; i++) {
      text[i] = 'b';
      lanes_of((struct str){text, n}, other);
      text[i] = 'a';
      assert_memory_not_equal(all, other, sizeof all);
    }
    lanes_of((struct str){text, n - 1}, other);
    assert_memory_not_equal(all, other, sizeof all);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_by_hand),
                                     cmocka_unit_test(test_every_byte_counts)};
  return cmocka_run_group_tests_name("lanes", tests, NULL, NULL);
}
