// SPDX-License-Identifier: Apache-2.0
// Text: slices, UTF-8 against an encoder that makes every code point, and the buffer.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/str.h"
#include "support/scarce.h"

static void test_compare(void **state) {
  (void)state;
  assert_true(str_eq(STR(""), (struct str){NULL, 0}));
  assert_true(str_eq(STR("abc"), str_of("abc")));
  assert_false(str_eq(STR("abc"), STR("ab")));
  assert_true(str_eq_nocase(STR("South Korea"), STR("SOUTH kOREA")));
  assert_false(str_eq_nocase(STR("a["), STR("A{")));
  assert_int_equal(str_cmp(STR("a"), STR("b")), -1);
  assert_int_equal(str_cmp(STR("ab"), STR("a")), 1);
  assert_int_equal(str_cmp(STR("a"), STR("a")), 0);
  assert_int_equal(str_cmp(STR("\xC3"), STR("z")), 1);
  assert_true(str_starts(STR("us.301.cn"), STR("us.301")));
  assert_false(str_starts(STR("us"), STR("us.301")));
  assert_int_equal(str_of(NULL).n, 0);
}

static void test_sub_trim_find(void **state) {
  (void)state;
  struct str s = STR(" \tten digits\t ");
  assert_true(str_eq(str_trim(s), STR("ten digits")));
  assert_true(str_eq(str_trim(STR(" \t ")), STR("")));
  assert_true(str_eq(str_sub(STR("abcdef"), 2, 4), STR("cd")));
  assert_true(str_eq(str_sub(STR("abcdef"), 4, 99), STR("ef")));
  assert_true(str_eq(str_sub(STR("abcdef"), 5, 2), STR("")));
  assert_int_equal(str_find(STR("abc"), 'c'), 2);
  assert_int_equal(str_find(STR("abc"), 'x'), -1);
  assert_int_equal(str_find((struct str){NULL, 0}, 'x'), -1);
}

static void test_split(void **state) {
  (void)state;
  struct str rest = STR("a\t\tb\t"), part;
  const char *const want[] = {"a", "", "b", ""};
  for (size_t i = 0; i < 4; i++) {
    assert_true(str_split(&rest, '\t', &part));
    assert_true(str_eq(part, str_of(want[i])));
  }
  assert_false(str_split(&rest, '\t', &part));
  rest = STR("");
  assert_true(str_split(&rest, ';', &part));
  assert_int_equal(part.n, 0);
  assert_false(str_split(&rest, ';', &part));
}

static size_t encode(uint32_t c, char *out) {
  if (c < 0x80) {
    out[0] = (char)c;
    return 1;
  }
  if (c < 0x800) {
    out[0] = (char)(0xC0 | (c >> 6));
    out[1] = (char)(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    out[0] = (char)(0xE0 | (c >> 12));
    out[1] = (char)(0x80 | ((c >> 6) & 0x3F));
    out[2] = (char)(0x80 | (c & 0x3F));
    return 3;
  }
  out[0] = (char)(0xF0 | (c >> 18));
  out[1] = (char)(0x80 | ((c >> 12) & 0x3F));
  out[2] = (char)(0x80 | ((c >> 6) & 0x3F));
  out[3] = (char)(0x80 | (c & 0x3F));
  return 4;
}

static void test_every_code_point(void **state) {
  (void)state;
  for (uint32_t c = 0; c < 0x120000; c++) {
    char bytes[4];
    size_t n = encode(c, bytes);
    bool scalar = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
    assert_int_equal(str_utf8_valid((struct str){bytes, n}, NULL), scalar);
    assert_int_equal(str_utf8_columns((struct str){bytes, n}), 1);
    if (n > 1) {
      assert_false(str_utf8_valid((struct str){bytes, n - 1}, NULL));
    }
  }
}

// Every text of two and three bytes: valid exactly when it is made of encodings of code points.
static void test_every_short_text(void **state) {
  (void)state;
  static bool two[65536];
  for (uint32_t c = 0x80; c < 0x800; c++) {
    char b[4];
    encode(c, b);
    two[(unsigned char)b[0] * 256 + (unsigned char)b[1]] = true;
  }
  for (unsigned a = 0; a < 256; a++) {
    for (unsigned b = 0; b < 256; b++) {
      char bytes[2] = {(char)a, (char)b};
      bool want = (a < 0x80 && b < 0x80) || two[a * 256 + b];
      assert_int_equal(str_utf8_valid((struct str){bytes, 2}, NULL), want);
    }
  }
}

static void test_bad_place(void **state) {
  (void)state;
  size_t at = 99;
  assert_false(str_utf8_valid(STR("abc\xC3\x28"), &at));
  assert_int_equal(at, 3);
  assert_false(str_utf8_valid(STR("\xE2\x82\xAC\xFF"), &at));
  assert_int_equal(at, 3);
  assert_false(str_utf8_valid(STR("\xC0\xAF"), &at));
  assert_int_equal(at, 0);
  assert_int_equal(str_utf8_columns(STR("T\xC3\xBCrkiye")), 7);
}

static void test_buffer(void **state) {
  (void)state;
  struct buf b = {0};
  assert_int_equal(buf_str(&b).n, 0);
  buf_puts(&b, "rate ");
  buf_printf(&b, "%d%% on %s", 25, "list-3");
  buf_putc(&b, '!');
  buf_fill(&b, '-', 3);
  buf_put(&b, (struct str){NULL, 0});
  assert_string_equal(b.p, "rate 25% on list-3!---");
  assert_int_equal(b.n, 22);
  buf_clear(&b);
  assert_string_equal(b.p, "");
  for (int i = 0; i < 10000; i++) {
    buf_printf(&b, "%04d", i);
  }
  assert_int_equal(b.n, 40000);
  assert_int_equal(strlen(b.p), 40000);
  assert_memory_equal(b.p + 39996, "9999", 4);
  buf_free(&b);
  assert_null(b.p);
}

static void test_buf_numbers(void **state) {
  (void)state;
  struct buf b = {0};
  const struct {
    uint64_t value;
    size_t width;
    const char *want;
  } cases[] = {{0, 0, "0"},
               {0, 1, "0"},
               {7, 2, "07"},
               {2025, 4, "2025"},
               {12345, 4, "12345"},
               {0, 4, "0000"},
               {UINT64_MAX, 1, "18446744073709551615"},
               {1, 20, "00000000000000000001"},
               {1, 25, "00000000000000000001"}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    buf_clear(&b);
    buf_put_u64(&b, cases[i].value, cases[i].width);
    assert_string_equal(b.p, cases[i].want);
  }
  buf_free(&b);
}

static bool write_some(void) {
  struct buf b = {0};
  for (int i = 0; i < 300; i++) {
    buf_printf(&b, "line %d;", i);
    buf_putc(&b, '\n');
  }
  bool good = !b.failed;
  if (!good && b.p != NULL) {
    assert_int_equal(strlen(b.p), b.n);
  }
  buf_free(&b);
  return good;
}

static void test_buffer_every_failure(void **state) {
  (void)state;
  size_t n = 0;
  for (scarce_begin(n); !write_some(); scarce_begin(++n)) {
    assert_int_equal(scarce_end(), 0);
    assert_true(n < 1000);
  }
  assert_int_equal(scarce_end(), 0);
  assert_true(n > 3);
}

static void test_dup(void **state) {
  (void)state;
  struct arena a = {0};
  struct str s = {0};
  assert_string_equal(str_dup(&a, str_sub(STR("abcdef"), 1, 3)), "bc");
  assert_true(str_copy(&a, STR("8507.60"), &s));
  assert_true(str_eq(s, STR("8507.60")));
  assert_string_equal(str_dup(&a, (struct str){NULL, 0}), "");
  arena_free(&a);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_compare),
      cmocka_unit_test(test_sub_trim_find),
      cmocka_unit_test(test_split),
      cmocka_unit_test(test_every_code_point),
      cmocka_unit_test(test_every_short_text),
      cmocka_unit_test(test_bad_place),
      cmocka_unit_test(test_buffer),
      cmocka_unit_test(test_buf_numbers),
      cmocka_unit_test(test_buffer_every_failure),
      cmocka_unit_test(test_dup),
  };
  return cmocka_run_group_tests_name("str", tests, NULL, NULL);
}
