// SPDX-License-Identifier: Apache-2.0
// Diagnostics as people see them, and the caller's error.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/diag.h"
#include "base/error.h"
#include "support/scarce.h"

static void prints(const struct diag *d, const char *message, const char *want) {
  struct diag_list list = {0};
  struct buf out = {0};
  diag_add(&list, d, "%s", message);
  assert_false(list.failed);
  diag_print(&list, &out);
  assert_string_equal(out.p, want);
  buf_free(&out);
  diag_free(&list);
}

static void test_place_and_caret(void **state) {
  (void)state;
  struct diag d = {.id = "parse.date",
                   .file = "us/list-3.law",
                   .line = 12,
                   .col = 17,
                   .width = 10,
                   .source = STR("  rate 25% from 2025-02-30"),
                   .next = "write a day of the calendar, as in 2025-02-28"};
  prints(&d, "2025-02-30 is no date",
         "impost: error: us/list-3.law:12:17: 2025-02-30 is no date [parse.date]\n"
         "   |\n"
         "12 |   rate 25% from 2025-02-30\n"
         "   |                 ^^^^^^^^^^\n"
         "  next: write a day of the calendar, as in 2025-02-28\n");
}

static void test_without_place(void **state) {
  (void)state;
  struct diag d = {.id = "io.open", .level = DIAG_WARNING, .file = "us/x.law"};
  prints(&d, "cannot be read", "impost: warning: us/x.law: cannot be read [io.open]\n");
  d.file = NULL;
  prints(&d, "no law", "impost: warning: no law [io.open]\n");
  d.file = "us/x.law";
  d.line = 3;
  prints(&d, "ends early", "impost: warning: us/x.law:3:1: ends early [io.open]\n");
}

// Columns are code points; a tab under the line is a tab; the caret is never longer than the line.
static void test_wide_text(void **state) {
  (void)state;
  struct diag d = {.id = "x.y",
                   .file = "f",
                   .line = 7,
                   .col = 12,
                   .width = 99,
                   .source = STR("\tof T\xC3\xBCrkiye and"),
                   .next = ""};
  prints(&d, "m",
         "impost: error: f:7:12: m [x.y]\n"
         "  |\n"
         "7 | \tof T\xC3\xBCrkiye and\n"
         "  | \t          ^^^^\n");
  d.col = 400;
  d.source = STR("short");
  prints(&d, "m",
         "impost: error: f:7:400: m [x.y]\n"
         "  |\n"
         "7 | short\n"
         "  |      ^\n");
}

static void test_nothing_moves_the_cursor(void **state) {
  (void)state;
  struct diag d = {.id = "x.y", .file = "f", .line = 1, .col = 2, .source = STR("a\x1B[2Jb\xFF")};
  prints(&d, "m\r",
         "impost: error: f:1:2: m? [x.y]\n"
         "  |\n"
         "1 | a?[2Jb\xEF\xBF\xBD\n"
         "  |  ^\n");
}

static void test_long_line(void **state) {
  (void)state;
  struct buf line = {0}, want = {0};
  buf_fill(&line, 'a', 200);
  buf_puts(&line, "X");
  buf_fill(&line, 'b', 200);
  struct diag d = {.id = "x.y", .file = "f", .line = 1, .col = 201, .source = buf_str(&line)};
  buf_puts(&want, "impost: error: f:1:201: m [x.y]\n  |\n1 | ...");
  buf_fill(&want, 'a', 60);
  buf_puts(&want, "X");
  buf_fill(&want, 'b', 59);
  buf_puts(&want, "...\n  |    ");
  buf_fill(&want, ' ', 60);
  buf_puts(&want, "^\n");
  prints(&d, "m", want.p);
  buf_free(&line);
  buf_free(&want);
}

static void test_order(void **state) {
  (void)state;
  static const struct diag rows[] = {
      {.id = "b.b", .file = "z.law", .line = 1},
      {.id = "b.b", .file = "a.law", .line = 9},
      {.id = "b.b", .file = "a.law", .line = 2, .col = 5},
      {.id = "a.a", .file = "a.law", .line = 2, .col = 5},
      {.id = "c.c", .file = "a.law", .line = 2, .col = 1, .level = DIAG_WARNING}};
  struct diag_list list = {0};
  struct buf out = {0};
  for (size_t i = 0; i < 5; i++) {
    diag_add(&list, &rows[i], "number %zu", i);
  }
  assert_int_equal(list.errors, 4);
  diag_sort(&list);
  diag_print(&list, &out);
  assert_string_equal(out.p, "impost: warning: a.law:2:1: number 4 [c.c]\n\n"
                             "impost: error: a.law:2:5: number 3 [a.a]\n\n"
                             "impost: error: a.law:2:5: number 2 [b.b]\n\n"
                             "impost: error: a.law:9:1: number 1 [b.b]\n\n"
                             "impost: error: z.law:1:1: number 0 [b.b]\n");
  buf_free(&out);
  diag_free(&list);
}

static void test_every_failure(void **state) {
  (void)state;
  struct diag d = {
      .id = "x.y", .file = "f", .line = 1, .col = 1, .source = STR("abc"), .next = "n"};
  bool failed = true;
  for (size_t n = 0; failed; n++) {
    struct diag_list list = {0};
    struct buf out = {0};
    scarce_begin(n);
    for (int i = 0; i < 30; i++) {
      diag_add(&list, &d, "finding %d", i);
    }
    diag_sort(&list);
    diag_print(&list, &out);
    assert_int_equal(list.errors, 30);
    failed = list.failed || out.failed;
    buf_free(&out);
    diag_free(&list);
    assert_int_equal(scarce_end(), 0);
    assert_true(n < 2000);
  }
}

static void test_error(void **state) {
  (void)state;
  struct imp_error err;
  memset(&err, 'x', sizeof err);
  assert_int_equal(error_set(&err, IMP_IO, "io.read", NULL, "Cannot read %s.", "a"), IMP_IO);
  assert_int_equal(err.status, IMP_IO);
  assert_string_equal(err.id, "io.read");
  assert_string_equal(err.message, "Cannot read a.");
  assert_string_equal(err.next, "");
  assert_int_equal(error_set(NULL, IMP_USAGE, NULL, NULL, "x"), IMP_USAGE);
  assert_int_equal(error_no_memory(&err), IMP_NO_MEMORY);
  assert_string_equal(err.id, "io.memory");
}

// A message that is too long is cut at a whole character, wherever the cut falls.
static void test_error_cut(void **state) {
  (void)state;
  struct imp_error err;
  for (size_t lead = 0; lead < 4; lead++) {
    struct buf text = {0};
    buf_fill(&text, 'a', lead);
    for (int i = 0; i < 300; i++) {
      buf_puts(&text, i % 2 != 0 ? "\xC3\xBC" : "\xE2\x82\xAC");
    }
    error_set(&err, IMP_IO, "x", text.p, "%s", text.p);
    assert_true(str_utf8_valid(str_of(err.message), NULL));
    assert_true(str_utf8_valid(str_of(err.next), NULL));
    assert_true(strlen(err.message) >= sizeof err.message - 4);
    assert_true(strlen(err.next) >= sizeof err.next - 4);
    buf_free(&text);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_place_and_caret), cmocka_unit_test(test_without_place),
      cmocka_unit_test(test_wide_text),       cmocka_unit_test(test_nothing_moves_the_cursor),
      cmocka_unit_test(test_long_line),       cmocka_unit_test(test_order),
      cmocka_unit_test(test_every_failure),   cmocka_unit_test(test_error),
      cmocka_unit_test(test_error_cut),
  };
  return cmocka_run_group_tests_name("diag", tests, NULL, NULL);
}
