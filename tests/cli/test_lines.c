// SPDX-License-Identifier: Apache-2.0
// From the cells of a file or an object of JSON to a line: names of columns, facts, claims, dates, and
// what a spreadsheet broke.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "cli/columns.c"
#include "cli/columns_near.c"
#include "cli/jsonl.c"
#include "cli/record.c"
#include "cli/xlsx_text.c"
#include "support/scarce.h"

static struct arena arena;

static int close_down(void **state) {
  (void)state;
  arena_free(&arena);
  return 0;
}

/* ---- columns --------------------------------------------------------------------------------- */

static void is_field(const char *name, enum field field) {
  const char *fact;
  if (columns_field(name, &fact) != field) fail_msg("%s is another field", name);
}

static void names_of_brokers_are_known(void **state) {
  (void)state;
  static const char *const codes[] = {"code",  "HTS",         "hts_code",
                                      "HTS10", "primary_hts", "HTS Number - Full"};
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) is_field(codes[i], FIELD_CODE);
  static const char *const origins[] = {"from", "Origin", "COO", "country_of_origin",
                                        "Country of Origin Code"};
  for (size_t i = 0; i < sizeof origins / sizeof *origins; i++) is_field(origins[i], FIELD_FROM);
  static const char *const values[] = {"value", "entered_value", "Customs Value",
                                       "Line Tariff Goods Value Amount", "Line Goods Value Amount"};
  for (size_t i = 0; i < sizeof values / sizeof *values; i++) is_field(values[i], FIELD_VALUE);
  is_field("Entry Summary Number", FIELD_ENTRY);
  is_field("Entry Summary Line Number", FIELD_LINE);
  is_field("Entry Date", FIELD_ON);
  is_field("Tariff Ordinal Number", FIELD_ORDINAL);
  is_field("Line Tariff Quantity (1)", FIELD_QUANTITY);
  is_field("Line Tariff UOM (1) Code", FIELD_UNIT);
  is_field("qty2", FIELD_QUANTITY2);
  is_field("Line SPI Code", FIELD_CLAIMS);
  is_field("Importer Number", FIELD_NONE);
  is_field("Line Tariff Duty Amount", FIELD_NONE);
  is_field("", FIELD_NONE);
  is_field("\xC3\xA9", FIELD_NONE);
}

static void columns_can_be_facts(void **state) {
  (void)state;
  const char *fact;
  assert_int_equal(columns_field("content.steel", &fact), FIELD_FACT);
  assert_string_equal(fact, "content.steel");
  assert_int_equal(columns_field("fact:anything.at-all", &fact), FIELD_FACT);
  assert_string_equal(fact, "anything.at-all");
  assert_int_equal(columns_field("Export Date", &fact), FIELD_FACT);
  assert_string_equal(fact, "exported");
}

static enum imp_status read_heading(const char *const *names, uint32_t count,
                                    struct imp_error *err) {
  struct columns c;
  return columns_read(&arena, names, count, "f.csv", &c, err);
}

static void the_date_of_entry_goes_before_others(void **state) {
  (void)state;
  static const char *const names[] = {"hts",          "from",        "value",
                                      "Arrival Date", "Import Date", "Entry Dt"};
  struct columns c;
  struct imp_error err = {0};
  assert_int_equal(columns_read(&arena, names, 6, "f.csv", &c, &err), IMP_OK);
  assert_int_equal(c.at[FIELD_ON], 5);
  assert_int_equal(c.fields[3], FIELD_NONE);
  assert_int_equal(c.fields[4], FIELD_NONE);
  assert_int_equal(columns_read(&arena, names, 5, "f.csv", &c, &err), IMP_OK);
  assert_int_equal(c.at[FIELD_ON], 4);
}

static void missing_columns_are_named(void **state) {
  (void)state;
  static const char *const names[] = {"entry", "hts", "memo"};
  struct imp_error err = {0};
  assert_int_equal(read_heading(names, 3, &err), IMP_IO);
  assert_string_equal(err.message,
                      "f.csv: no column for from, value; the first line names: entry, hts, memo");
  assert_string_equal(err.id, "input.columns");
}

static void two_columns_of_one_meaning_are_refused(void **state) {
  (void)state;
  static const char *const names[] = {"hts", "from", "value", "HTS Code"};
  struct imp_error err = {0};
  assert_int_equal(read_heading(names, 4, &err), IMP_IO);
  assert_string_equal(err.message, "f.csv: the columns \"hts\" and \"HTS Code\" mean the same");
}

/* ---- records --------------------------------------------------------------------------------- */

static struct record *new_record(void) {
  struct record *r = arena_alloc(&arena, sizeof *r);
  assert_non_null(r);
  record_start(r, &arena, 7);
  return r;
}

static const char *fact_of(const struct record *r, const char *name) {
  for (uint32_t i = 0; i < r->line.fact_count; i++)
    if (strcmp(r->line.facts[i].name, name) == 0) return r->line.facts[i].value;
  return NULL;
}

static void values_find_their_place(void **state) {
  (void)state;
  struct record *r = new_record();
  assert_true(record_set(r, FIELD_CODE, NULL, " 4202.92.31.31 "));
  assert_true(record_set(r, FIELD_ON, NULL, "11/12/2025"));
  assert_true(record_set(r, FIELD_VALUE, NULL, "$1,234.56"));
  assert_true(record_set(r, FIELD_CLAIMS, NULL, "usmca; 9903.88.69;;"));
  assert_true(record_set(r, FIELD_FACTS, NULL, "content.steel=6000; loaded = 04/04/2025;"));
  assert_true(record_set(r, FIELD_FACT, "mode", "11"));
  assert_true(record_set(r, FIELD_FACT, "us-content", ""));
  assert_true(record_finish(r));
  assert_null(r->wrong);
  assert_string_equal(r->line.code, "4202.92.31.31");
  assert_string_equal(r->line.on, "2025-11-12");
  assert_string_equal(r->line.value, "$1,234.56");
  assert_int_equal(r->line.claim_count, 2);
  assert_string_equal(r->line.claims[1], "9903.88.69");
  assert_string_equal(fact_of(r, "loaded"), "2025-04-04");
  assert_string_equal(fact_of(r, "mode"), "ocean");
  assert_null(fact_of(r, "us-content"));
  assert_null(r->line.from);
  assert_int_equal(r->line.number, 7);
}

static void a_date_that_is_none_stays_as_it_is(void **state) {
  (void)state;
  struct record *r = new_record();
  assert_true(record_set(r, FIELD_ON, NULL, "13/45/2025"));
  assert_string_equal(r->line.on, "13/45/2025");
}

static void the_line_column_numbers_the_line(void **state) {
  (void)state;
  struct record *r = new_record();
  assert_true(record_set(r, FIELD_LINE, NULL, "002"));
  assert_int_equal(r->line.number, 2);
  assert_true(record_set(r, FIELD_LINE, NULL, "two"));
  assert_int_equal(r->line.number, 2);
}

static void lost_zeros_are_told_and_not_put_back(void **state) {
  (void)state;
  static const struct {
    const char *code, *likely;
  } cases[] = {{"302110090", "0302.11.00.90"}, {"3021100", "0302.11.00"}};
  for (size_t i = 0; i < 2; i++) {
    struct record *r = new_record();
    assert_true(record_set(r, FIELD_CODE, NULL, cases[i].code));
    assert_true(record_finish(r));
    assert_string_equal(r->id, "input.zero-lost");
    assert_non_null(strstr(r->wrong, cases[i].likely));
    assert_string_equal(r->line.code, cases[i].code);
  }
}

static void powers_of_ten_are_told(void **state) {
  (void)state;
  struct record *r = new_record();
  assert_true(record_set(r, FIELD_CODE, NULL, "4.20292E+09"));
  assert_true(record_finish(r));
  assert_string_equal(r->id, "input.code-number");
}

static void good_codes_are_left_alone(void **state) {
  (void)state;
  static const char *const codes[] = {"4202923131", "42029231", "4202.92.31.31", "0302.11.00",
                                      "420292313"
                                      ".1"};
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
    struct record *r = new_record();
    assert_true(record_set(r, FIELD_CODE, NULL, codes[i]));
    assert_true(record_finish(r));
    assert_null(r->wrong);
  }
}

static void too_many_facts_are_refused(void **state) {
  (void)state;
  struct record *r = new_record();
  for (int i = 0; i < RECORD_FACTS_MOST; i++) assert_true(record_set(r, FIELD_FACT, "use", "auto"));
  assert_null(r->wrong);
  assert_true(record_set(r, FIELD_FACT, "use", "auto"));
  assert_string_equal(r->id, "input.facts");
}

/* ---- JSON ------------------------------------------------------------------------------------ */

static struct record *read_json(const char *text) {
  struct record *r = new_record();
  assert_true(jsonl_read(str_of(text), r));
  return r;
}

static void json_objects_are_lines(void **state) {
  (void)state;
  struct record *r =
      read_json("{\"code\": \"4202.92.31.31\", \"coo\":\"CN\",\"value\": 1234.50, \"on\": "
                "\"2025-11-12\", \"claims\": [\"usmca\", \"S\"], \"facts\": "
                "{\"content.steel\": 6000, \"patented\": true, \"use\": null}, \"memo\": 1}");
  assert_null(r->wrong);
  assert_string_equal(r->line.code, "4202.92.31.31");
  assert_string_equal(r->line.from, "CN");
  assert_string_equal(r->line.value, "1234.50");
  assert_int_equal(r->line.claim_count, 2);
  assert_string_equal(fact_of(r, "content.steel"), "6000");
  assert_string_equal(fact_of(r, "patented"), "yes");
  assert_null(fact_of(r, "use"));
}

static void numbers_keep_their_text(void **state) {
  (void)state;
  assert_string_equal(read_json("{\"value\": 0.1}")->line.value, "0.1");
  assert_string_equal(read_json("{\"value\": 9007199254740993}")->line.value, "9007199254740993");
  assert_string_equal(read_json("{\"value\":1e3}")->line.value, "1e3");
}

static void escapes_are_letters(void **state) {
  (void)state;
  assert_string_equal(read_json("{\"entry\": \"a\\u00e9\\ud83d\\ude00\\n\\\"b\\/\"}")->line.entry,
                      "a\xC3\xA9\xF0\x9F\x98\x80\n\"b/");
}

static void broken_json_is_told(void **state) {
  (void)state;
  static const char *const broken[] = {"",
                                       "{",
                                       "[]",
                                       "{\"a\"}",
                                       "{\"a\":}",
                                       "{\"code\":1,}",
                                       "{'a':1}",
                                       "{\"a\":01x}",
                                       "{\"a\":-}",
                                       "{\"a\":1.}",
                                       "{\"a\":1e}",
                                       "{\"a\":tru}",
                                       "{\"a\":\"\\x\"}",
                                       "{\"a\":\"\\u12\"}",
                                       "{\"a\":\"\\ud800\"}",
                                       "{\"a\":\"\\u0000\"}",
                                       "{\"a\":1} x",
                                       "{\"claims\":[1",
                                       "{\"facts\":{\"a\":[]}}",
                                       "{\"code\":{}}",
                                       "{\"a\":\"\n\"}"};
  for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
    struct record *r = read_json(broken[i]);
    if (r->wrong == NULL) fail_msg("read as good: %s", broken[i]);
    assert_string_equal(r->id, "input.json");
  }
}

static bool read_scarcely(void) {
  struct arena a = {0};
  struct record *r = arena_alloc(&a, sizeof *r);
  if (r != NULL) record_start(r, &a, 1);
  bool ok = r != NULL &&
            jsonl_read(STR("{\"code\": \"302110090\", \"claims\": [\"S\"], \"on\": \"11/12/2025\","
                           " \"facts\": {\"loaded\": \"04/04/2025\", \"mode\": 11}}"),
                       r) &&
            record_finish(r);
  if (ok) assert_string_equal(r->id, "input.zero-lost");
  arena_free(&a);
  return ok;
}

static void memory_may_run_out(void **state) {
  (void)state;
  bool ok = false;
  for (size_t n = 0; !ok; n++) {
    scarce_begin(n);
    ok = read_scarcely();
    assert_int_equal(scarce_end(), 0);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_of_brokers_are_known),
      cmocka_unit_test(columns_can_be_facts),
      cmocka_unit_test(the_date_of_entry_goes_before_others),
      cmocka_unit_test(missing_columns_are_named),
      cmocka_unit_test(two_columns_of_one_meaning_are_refused),
      cmocka_unit_test(values_find_their_place),
      cmocka_unit_test(a_date_that_is_none_stays_as_it_is),
      cmocka_unit_test(the_line_column_numbers_the_line),
      cmocka_unit_test(lost_zeros_are_told_and_not_put_back),
      cmocka_unit_test(powers_of_ten_are_told),
      cmocka_unit_test(good_codes_are_left_alone),
      cmocka_unit_test(too_many_facts_are_refused),
      cmocka_unit_test(json_objects_are_lines),
      cmocka_unit_test(numbers_keep_their_text),
      cmocka_unit_test(escapes_are_letters),
      cmocka_unit_test(broken_json_is_told),
      cmocka_unit_test(memory_may_run_out),
  };
  return cmocka_run_group_tests(tests, NULL, close_down);
}
