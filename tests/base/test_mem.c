// SPDX-License-Identifier: Apache-2.0
// Memory: alignment, zeroing, limits, growth, and every allocation failing in turn.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/mem.h"
#include "support/scarce.h"

static bool all_zero(const char *p, size_t n) {
  for (size_t i = 0; i < n; i++) {
    if (p[i] != 0) {
      return false;
    }
  }
  return true;
}

static void test_aligned_and_zero(void **state) {
  (void)state;
  struct arena a = {0};
  char *last = NULL;
  for (size_t size = 0; size < 3000; size++) {
    char *p = arena_alloc(&a, size);
    assert_non_null(p);
    assert_ptr_not_equal(p, last);
    assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
    assert_true(all_zero(p, size));
    memset(p, 0xAB, size);
    last = p;
  }
  arena_free(&a);
  assert_null(a.head);
  assert_int_equal(a.used, 0);
  char *again = arena_alloc(&a, 100);
  assert_true(all_zero(again, 100));
  arena_free(&a);
}

// What was put in before stays as it is, also when a large thing gets a block of its own.
static void test_contents_stay(void **state) {
  (void)state;
  struct arena a = {0};
  enum { COUNT = 400 };
  unsigned char *items[COUNT];
  for (size_t i = 0; i < COUNT; i++) {
    size_t size = i % 7 == 0 ? 50000 : 24;
    items[i] = arena_alloc(&a, size);
    assert_non_null(items[i]);
    memset(items[i], (int)(i % 251), size);
  }
  for (size_t i = 0; i < COUNT; i++) {
    size_t size = i % 7 == 0 ? 50000 : 24;
    assert_int_equal(items[i][0], i % 251);
    assert_int_equal(items[i][size - 1], i % 251);
  }
  arena_free(&a);
}

static void test_limit(void **state) {
  (void)state;
  struct arena a = {.limit = 1000};
  assert_non_null(arena_alloc(&a, 900));
  assert_null(arena_alloc(&a, 200));
  assert_null(arena_alloc(&a, 1001));
  assert_non_null(arena_alloc(&a, 50));
  arena_free(&a);
  assert_non_null(arena_alloc(&a, 900));
  arena_free(&a);
}

static void test_overflow(void **state) {
  (void)state;
  struct arena a = {0};
  assert_null(arena_alloc(&a, SIZE_MAX));
  assert_null(arena_alloc(&a, SIZE_MAX - 8));
  assert_null(arena_array(&a, SIZE_MAX / 2, 3));
  assert_non_null(arena_array(&a, 0, 8));
  arena_free(&a);
  void *items = NULL;
  size_t cap = 0;
  assert_false(mem_grow(&items, &cap, SIZE_MAX / 4, 8));
  assert_null(items);
  assert_int_equal(cap, 0);
}

static void test_copy(void **state) {
  (void)state;
  struct arena a = {0};
  char *p = arena_copy(&a, "abc", 4);
  assert_string_equal(p, "abc");
  assert_non_null(arena_copy(&a, NULL, 0));
  arena_free(&a);
}

static void test_grow(void **state) {
  (void)state;
  void *items = NULL;
  size_t cap = 0;
  for (size_t n = 1; n < 5000; n++) {
    assert_true(mem_grow(&items, &cap, n, sizeof(size_t)));
    assert_true(cap >= n);
    ((size_t *)items)[n - 1] = n;
  }
  for (size_t n = 1; n < 5000; n++) {
    assert_int_equal(((size_t *)items)[n - 1], n);
  }
  mem_free(items);
}

static bool use_arena(void) {
  struct arena a = {0};
  bool good = true;
  for (size_t i = 0; i < 50 && good; i++) {
    good = arena_alloc(&a, i * 200) != NULL;
  }
  arena_free(&a);
  return good;
}

static void test_every_failure(void **state) {
  (void)state;
  size_t n = 0;
  for (scarce_begin(n); !use_arena(); scarce_begin(++n)) {
    assert_int_equal(scarce_end(), 0);
    assert_true(n < 1000);
  }
  assert_int_equal(scarce_end(), 0);
  assert_true(n > 3);
}

static void test_grow_failure_keeps(void **state) {
  (void)state;
  void *items = NULL;
  size_t cap = 0;
  scarce_begin(1);
  assert_true(mem_grow(&items, &cap, 4, 4));
  ((uint32_t *)items)[3] = 77;
  size_t before = cap;
  assert_false(mem_grow(&items, &cap, 1000, 4));
  assert_int_equal(cap, before);
  assert_int_equal(((uint32_t *)items)[3], 77);
  mem_free(items);
  assert_int_equal(scarce_end(), 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_aligned_and_zero),
      cmocka_unit_test(test_contents_stay),
      cmocka_unit_test(test_limit),
      cmocka_unit_test(test_overflow),
      cmocka_unit_test(test_copy),
      cmocka_unit_test(test_grow),
      cmocka_unit_test(test_every_failure),
      cmocka_unit_test(test_grow_failure_keeps),
  };
  return cmocka_run_group_tests_name("mem", tests, NULL, NULL);
}
