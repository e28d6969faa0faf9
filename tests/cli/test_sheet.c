// SPDX-License-Identifier: Apache-2.0
// Reading CSV and TSV: quotes, line ends, marks, bad lines among good ones, bounded records.
//
// The program is no library, so its files are compiled into the test.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "cli/sheet.c"
#include "cli/xlsx_text.c"
#include "support/scarce.h"

/* Workbooks are read by test_files.py; here only bytes of text are. */
enum imp_status xlsx_in_open(FILE *file, struct xlsx_in **out, struct imp_error *err) {
  (void)file;
  *out = NULL;
  return error_no_memory(err);
}
enum sheet_status xlsx_in_next(struct xlsx_in *x, struct sheet_record *out, struct imp_error *err) {
  (void)x;
  (void)out;
  (void)err;
  return SHEET_END;
}
void xlsx_in_free(struct xlsx_in *x) {
  (void)x;
}

static void numbers_of_a_workbook_are_what_it_shows(void **state) {
  (void)state;
  static const struct {
    const char *held, *shown;
  } cases[] = {{"1234.5599999999999", "1234.56"},
               {"4.2029231310000001E9", "4202923131"},
               {"302110090", "302110090"},
               {"0", "0"},
               {"-0.1", "-0.1"},
               {"1E-3", "0.001"},
               {"0.30000000000000004", "0.3"},
               {"99999999999999999", "100000000000000000"},
               {"5.0E2", "500"},
               {"0.05", "0.05"},
               {"45973.5", "45973.5"},
               {"1E31", NULL},
               {"n/a", NULL},
               {"1.2.3", NULL},
               {"", NULL},
               {"1e", NULL}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct buf b = {0};
    assert_int_equal(xlsx_number(str_of(cases[i].held), &b), cases[i].shown != NULL);
    if (cases[i].shown != NULL) assert_string_equal(b.p, cases[i].shown);
    buf_free(&b);
  }
}

static void dates_of_a_workbook_are_days_and_hours(void **state) {
  (void)state;
  static const struct {
    const char *held;
    bool from_1904;
    const char *day;
  } cases[] = {{"45973", false, "2025-11-12"},
               {"45973.75", false, "2025-11-12 18:00"},
               {"45973.5422453703", false, "2025-11-12 13:00"}, /* 13:00:50 */
               {"45973.999999", false, "2025-11-13"},           /* a twelfth of a second before */
               {"45973.000001", false, "2025-11-12"},
               {"45973.58333333333", false, "2025-11-12 14:00"},
               {"109574.999999", false, NULL}, /* beyond the last day */
               {"44511", true, "2025-11-12"},
               {"61", false, "1900-03-01"},
               {"60", false, NULL},
               {"-5", false, NULL},
               {"9999999", false, NULL},
               {"x", false, NULL}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    struct buf b = {0};
    assert_int_equal(xlsx_date(str_of(cases[i].held), cases[i].from_1904, &b),
                     cases[i].day != NULL);
    if (cases[i].day != NULL) assert_string_equal(b.p, cases[i].day);
    buf_free(&b);
  }
}

static void formats_of_dates_are_known(void **state) {
  (void)state;
  assert_true(xlsx_is_date_format(14, NULL));
  assert_true(xlsx_is_date_format(22, NULL));
  assert_false(xlsx_is_date_format(4, NULL));
  assert_true(xlsx_is_date_format(170, "mm/dd/yyyy"));
  assert_false(xlsx_is_date_format(170, "#,##0.00"));
  assert_false(xlsx_is_date_format(170, "0 \"days\""));
  assert_false(xlsx_is_date_format(170, "[Red]0.00"));
}

/* All records of a text as "cell|cell;cell|cell;", a bad one as "!why!". */
static const char *read_all(const char *bytes, size_t n, char separator) {
  static char out[8192];
  struct buf b = {0};
  struct sheet_reader t;
  struct sheet_record r;
  struct imp_error err = {0};
  FILE *f = n > 0 ? fmemopen((void *)(uintptr_t)bytes, n, "rb") : tmpfile();
  assert_non_null(f);
  sheet_open(&t, f, separator);
  while (sheet_next(&t, &r, &err) == SHEET_RECORD) {
    if (r.wrong != NULL)
      buf_printf(&b, "!%u %s!", (unsigned)r.line, r.wrong);
    else
      for (uint32_t i = 0; i < r.count; i++) buf_printf(&b, "%s%s", i > 0 ? "|" : "", r.cells[i]);
    buf_putc(&b, ';');
  }
  assert_int_equal(err.status, IMP_OK);
  sheet_close(&t);
  fclose(f);
  assert_true(b.n < sizeof out);
  memcpy(out, b.n > 0 ? b.p : "", b.n + 1);
  buf_free(&b);
  return out;
}

static void reads(const char *bytes, const char *expected) {
  assert_string_equal(read_all(bytes, strlen(bytes), 0), expected);
}

static void plain_cells(void **state) {
  (void)state;
  reads("a,b\n1,2\n", "a|b;1|2;");
  reads("a,b\n1,2", "a|b;1|2;");
  reads("a,b\r\n1,\r\n", "a|b;1|;");
  reads(",\n", ""); /* a row that was cleared says nothing */
  reads("a,b\n, \t\n,\n,x\n", "a|b;|x;");
  reads("", "");
  reads("\n\n\r\n", "");
  reads("a\n\nb\n", "a;b;");
}

static void quoted_cells(void **state) {
  (void)state;
  reads("\"a,b\",c\n", "a,b|c;");
  reads("\"a \"\"b\"\"\",c\n", "a \"b\"|c;");
  reads("\"two\nlines\",c\nd,e\n", "two\nlines|c;d|e;");
  reads("\"\",\"\"\n", "");
  reads("\"\",\"\"x\n", "!1 text stands behind a closing quote!;");
  reads("5\"\"10,x\n\"a\",b\n", "5\"\"10|x;a|b;");
  reads("a \"b\" c,d\n", "a \"b\" c|d;");
}

static void marks_and_tabs(void **state) {
  (void)state;
  reads("\xEF\xBB\xBF"
        "a,b\n1,2\n",
        "a|b;1|2;");
  reads("a\tb\n1\t2,5\n", "a|b;1|2,5;");
  assert_string_equal(read_all("a,b\tc\n", 6, '\t'), "a,b|c;");
}

static void bad_lines_do_not_hide_the_others(void **state) {
  (void)state;
  reads("a,b\n1,\xFFx\n3,4\n", "a|b;!2 byte 3 of the line is not UTF-8!;3|4;");
  reads("a,b\n\"1\"x,2\n3,4\n", "a|b;!2 text stands behind a closing quote!;3|4;");
  reads("a,b\n\"1,2\n3,4\n5,6\n", "a|b;!2 a quote is opened and not closed!;3|4;5|6;");
  reads("a,\"b\n", "!1 a quote is opened and not closed!;");
  assert_string_equal(read_all("a,b\n1,\0\n3,4\n", 12, ','),
                      "a|b;!2 byte 3 of the line is zero (NUL)!;3|4;");
}

static void lines_are_counted_as_an_editor_does(void **state) {
  (void)state;
  reads("a\n\"x\ny\"\n\n\"\xFF\"\n", "a;x\ny;!5 byte 2 of the line is not UTF-8!;");
}

/* `n` times `c` between `before` and `after`. */
static char *long_text(const char *before, char c, size_t n, const char *after, size_t *size) {
  struct buf b = {0};
  buf_puts(&b, before);
  buf_fill(&b, c, n);
  buf_puts(&b, after);
  assert_false(b.failed);
  *size = b.n;
  return b.p;
}

static void records_are_bounded(void **state) {
  (void)state;
  size_t n;
  char *p = long_text("a,b\n1,", 'x', 3 << 20, "\n3,4\n", &n);
  assert_string_equal(read_all(p, n, 0), "a|b;!2 the line is longer than a mebibyte!;3|4;");
  mem_free(p);
  p = long_text("a,b\n1,\"", '\n', 1 << 18, "\"\n3,4\n", &n);
  assert_string_equal(read_all(p, n, 0), "a|b;!2 a quote is opened and not closed!;"
                                         "!262146 a quote is opened and not closed!;3|4;");
  mem_free(p);
  p = long_text("", ',', 5000, "\n3,4\n", &n);
  assert_string_equal(read_all(p, n, 0), "!1 the line has more than 1024 cells!;3|4;");
  mem_free(p);
}

/* A record that straddles the end of a chunk reads as any other. */
static void chunks_do_not_show(void **state) {
  (void)state;
  for (size_t pad = CHUNK - 12; pad < CHUNK + 3; pad++) {
    size_t n;
    struct sheet_reader t;
    struct sheet_record r;
    char *p = long_text("", 'y', pad, ",\"q\"\"\nq\"\r\n3,4\r\n", &n);
    FILE *f = fmemopen(p, n, "rb");
    sheet_open(&t, f, ',');
    assert_int_equal(sheet_next(&t, &r, NULL), SHEET_RECORD);
    assert_null(r.wrong);
    assert_int_equal(r.count, 2);
    assert_int_equal(strlen(r.cells[0]), pad);
    assert_string_equal(r.cells[1], "q\"\nq");
    assert_int_equal(sheet_next(&t, &r, NULL), SHEET_RECORD);
    assert_int_equal(r.line, 3);
    assert_string_equal(r.cells[1], "4");
    assert_int_equal(sheet_next(&t, &r, NULL), SHEET_END);
    sheet_close(&t);
    fclose(f);
    mem_free(p);
  }
}

static void first_byte_can_be_seen(void **state) {
  (void)state;
  struct sheet_reader t;
  struct sheet_record r;
  char text[] = " \n{\"code\": 1}\n";
  FILE *f = fmemopen(text, sizeof text - 1, "rb");
  sheet_open(&t, f, '\n');
  assert_int_equal(sheet_peek(&t), '{');
  assert_int_equal(sheet_next(&t, &r, NULL), SHEET_RECORD);
  sheet_close(&t);
  fclose(f);
}

/* Reads a file with as many allocations as are left; the records seen. */
static enum sheet_status read_scarcely(uint32_t *records) {
  char text[] = "a,\"b \"\"c\"\"\"\n1,\xFF\n3,4\n";
  struct sheet_reader t;
  struct sheet_record r;
  struct imp_error err = {0};
  enum sheet_status status;
  FILE *f = fmemopen(text, sizeof text - 1, "rb");
  sheet_open(&t, f, 0);
  *records = 0;
  while ((status = sheet_next(&t, &r, &err)) == SHEET_RECORD) ++*records;
  assert_int_equal(err.status, status == SHEET_FAILED ? IMP_NO_MEMORY : IMP_OK);
  sheet_close(&t);
  fclose(f);
  return status;
}

static void memory_may_run_out(void **state) {
  (void)state;
  enum sheet_status status = SHEET_FAILED;
  uint32_t records = 0;
  for (size_t n = 0; status == SHEET_FAILED; n++) {
    scarce_begin(n);
    status = read_scarcely(&records);
    assert_int_equal(scarce_end(), 0);
  }
  assert_int_equal(records, 3);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(numbers_of_a_workbook_are_what_it_shows),
      cmocka_unit_test(dates_of_a_workbook_are_days_and_hours),
      cmocka_unit_test(formats_of_dates_are_known),
      cmocka_unit_test(plain_cells),
      cmocka_unit_test(quoted_cells),
      cmocka_unit_test(marks_and_tabs),
      cmocka_unit_test(bad_lines_do_not_hide_the_others),
      cmocka_unit_test(lines_are_counted_as_an_editor_does),
      cmocka_unit_test(records_are_bounded),
      cmocka_unit_test(chunks_do_not_show),
      cmocka_unit_test(first_byte_can_be_seen),
      cmocka_unit_test(memory_may_run_out),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
