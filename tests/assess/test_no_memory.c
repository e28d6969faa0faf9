// SPDX-License-Identifier: Apache-2.0
// Memory runs out at each request of a batch: the call says so, nothing crashes, nothing leaks.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/mem.h"
#include "impost/ask.h"
#include "impost/batch.h"
#include "impost/report.h"
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

enum { SAID = 6 };

/* The lines of a file as text: answered, renumbered, claimed, refused before and behind the key, left to imp_duty. */
static const struct imp_line said_lines[SAID] = {
    {.code = "4202.92.31.31", .from = "CN", .on = "2025-04-20", .value = "10000"},
    {.code = "8507.60.00.90", .from = "CA", .on = "2026-03-01", .value = "7"},
    {.code = "0409000010", .from = "CA", .on = "2025-05-01", .value = "500"},
    {.code = "7601.10.30.00", .from = "DE", .on = "2025-08-01", .value = "123456"},
    {.code = "honey", .from = "CN", .on = "2025-04-20", .value = "1"},
    {.code = "4202.92.31.31", .from = "CN", .on = "2025-04-20", .value = "$1,000"}};

static bool write_line(const struct imp_law *law, struct imp_batch *b, struct imp_report *r,
                       struct imp_report_writer *w, const struct imp_columns *c,
                       const struct imp_results *res, uint32_t i, struct imp_text *text) {
  struct imp_error err;
  struct imp_batch_said said = imp_batch_say(b, c, res, i);
  struct imp_assessment *as = NULL;
  const char *cells[] = {said_lines[i].code};
  if (said.words == IMP_WORDS_UNKNOWN) said = imp_batch_say_refused(b, c, res, i, &said_lines[i]);
  if (said.words == IMP_WORDS_UNKNOWN &&
      imp_batch_learn(b, c, res, i, &said_lines[i], &said, &err) != IMP_OK)
    return false;
  if (said.words != IMP_WORDS_PLAIN) {
    struct imp_batch_words words;
    if (imp_batch_words(b, said.words, &words) != IMP_OK) return false;
    struct imp_report_row row = {.cells = "x",
                                 .cells_size = 1,
                                 .line = i,
                                 .said = said,
                                 .dollars = c->value[i],
                                 .value = "1"};
    return imp_report_writer_row(w, res, &row, text, &err) == IMP_OK;
  }
  bool fine =
      imp_duty(law, &(struct imp_query){.brief = true}, &said_lines[i], &as, &err) == IMP_OK &&
      imp_report_writer_line(w, &said_lines[i], as, cells, text, &err) == IMP_OK &&
      imp_report_count_answer(r, as, &err) == IMP_OK;
  imp_assessment_free(as);
  return fine;
}

/* Of a rate per liter and per liter of alcohol. */
static bool state_quantities(struct imp_batch *b) {
  const int64_t stated[] = {1000, 2000};
  const uint32_t units[] = {imp_batch_unit(b, "liters"), imp_batch_unit(b, "pf.liters")},
                 code = imp_batch_code(b, "2206.00.30.00");
  int64_t out[IMP_BATCH_UNITS];
  if (units[0] == IMP_BATCH_FAILED || units[1] == IMP_BATCH_FAILED || code == IMP_BATCH_FAILED ||
      imp_batch_quantities(b, code, 20400, false, 2, units, stated, out) != 2)
    return false;
  assert_int_equal(out[0], 1000);
  assert_int_equal(out[1], 2000);
  return true;
}

static bool write_lines(const struct imp_law *law, struct imp_batch *b, struct imp_report *r,
                        struct imp_report_writer *w, struct imp_text *text) {
  static int64_t amounts[SAID * IMP_BATCH_ROWS];
  static const char *const claims[] = {"usmca"};
  uint32_t code[SAID], place[SAID], shape[SAID], first[SAID + 1], done = 0, line = 2, set;
  uint32_t asked[SAID];
  int32_t day[SAID];
  int64_t value[] = {10000, 7, 500, 123456, 1, -1}, low[SAID], high[SAID];
  uint8_t status[SAID];
  struct imp_error err;
  struct imp_bad_line bad = {.id = "input.line", .reason = "is no line", .next = "mend it"};
  const char *cells[] = {"a, b"};
  for (int i = 0; i < SAID; i++) {
    code[i] = imp_batch_code(b, said_lines[i].code);
    place[i] = imp_batch_place(b, said_lines[i].from);
    day[i] = imp_batch_day(said_lines[i].on);
    if (code[i] == IMP_BATCH_FAILED || place[i] == IMP_BATCH_FAILED) return false;
  }
  imp_batch_asked_units(b, SAID, code, day, asked);
  for (int i = 0; i < SAID; i++)
    if (asked[i] == IMP_BATCH_FAILED) return false;
  set = imp_batch_facts(b, NULL, 0, claims, 1);
  if (set == IMP_BATCH_FAILED || imp_batch_unit(b, "kg") == IMP_BATCH_FAILED) return false;
  if (!state_quantities(b)) return false;
  struct imp_columns c = {.count = SAID,
                          .code = code,
                          .place = place,
                          .day = day,
                          .value = value,
                          .fact_line = &line,
                          .fact_set = &set,
                          .fact_count = 1};
  struct imp_results res = {status, shape, low, high, first, amounts, SAID * IMP_BATCH_ROWS};
  if (imp_batch_run(b, &c, &res, &done, &err) != IMP_OK) return false;
  for (uint32_t i = 0; i < SAID; i++)
    if (!write_line(law, b, r, w, &c, &res, i, text)) return false;
  return imp_report_writer_bad_line(w, &bad, cells, text, &err) == IMP_OK &&
         imp_report_writer_cells(w, cells, text, &err) == IMP_OK &&
         imp_report_writer_take(r, w, &err) == IMP_OK;
}

static bool run_words(const struct imp_law *law) {
  static const char *const columns[] = {"code"};
  const struct imp_query query = {.brief = true};
  const struct imp_report_options options = {.format = IMP_CSV,
                                             .columns = columns,
                                             .column_count = 1};
  struct imp_batch *b = NULL;
  struct imp_report *r = NULL;
  struct imp_report_writer *w = NULL;
  struct imp_text text = {0};
  struct imp_error err;
  bool fine = imp_batch_open(law, &query, &b, &err) == IMP_OK;
  if (fine) imp_batch_with_words(b);
  fine = fine && imp_report_begin(law, &query, &options, &r, &text, &err) == IMP_OK &&
         imp_report_writer_open(r, b, &w, &err) == IMP_OK && write_lines(law, b, r, w, &text);
  if (fine) assert_int_equal(imp_report_count(r).lines, SAID + 1);
  imp_text_free(&text);
  imp_report_writer_free(w);
  imp_report_free(r);
  imp_batch_free(b);
  return fine;
}

/* Lines as text: of one outcome and of several, a range, refused, left to imp_duty. */
static bool run_lines(const struct imp_law *law) {
  static const struct imp_line more = {.code = "8426.41.00.10",
                                       .from = "CN",
                                       .on = "2026-01-20",
                                       .value = "5000"};
  struct imp_batch *b = NULL;
  struct imp_assessment *as = NULL;
  struct imp_error err;
  const struct imp_query query = {.known = "2025-10-26", .brief = true};
  bool fine = imp_batch_open(law, &query, &b, &err) == IMP_OK;
  for (uint32_t i = 0; fine && i <= SAID; i++) {
    fine = imp_batch_duty(b, i < SAID ? &said_lines[i] : &more, &as, &err) == IMP_OK &&
           imp_assessment_own(as, &err) == IMP_OK;
    imp_assessment_free(as);
    as = NULL;
  }
  imp_batch_free(b);
  return fine;
}

/* What to find out first: facts, claims, a part of the value, a refused line. */
static bool run_asks(const struct imp_law *law) {
  static const struct imp_line lines[] = {
      {.code = "8708.29.51.60", .from = "MX", .on = "2025-06-12", .value = "12000"},
      {.code = "7318.15.20.10", .from = "CN", .on = "2025-04-12", .value = "900"},
      {.code = "8507.60.00.20", .from = "CN", .on = "2026-02-10", .value = "1000"}};
  struct imp_batch *b = NULL;
  struct imp_ask *ask = NULL;
  struct imp_error err;
  const struct imp_query query = {.known = "2026-02-19"};
  bool fine = imp_batch_open(law, &query, &b, &err) == IMP_OK;
  for (size_t i = 0; fine && i < sizeof lines / sizeof *lines; i++) {
    fine = imp_batch_ask(b, &lines[i], &ask, &err) == IMP_OK;
    assert_true(fine == (ask != NULL));
    imp_ask_free(ask);
    ask = NULL;
  }
  imp_batch_free(b);
  return fine;
}

/* Fees of entries: a line like another, a claim, an amount that fees ask for, a value that is none of a column. */
static bool run_fees(const struct imp_law *law) {
  static const char *const claims[] = {"9802.00.80"};
  static const struct imp_pair parts[] = {{"us-components", "40%"}};
  static const struct imp_line lines[] = {
      {.code = "4202.92.31.31", .from = "CN", .on = "2025-11-12", .value = "9000"},
      {.code = "4202.92.31.31", .from = "CN", .on = "2025-11-12", .value = "7000"},
      {.code = "6110.30.30.53",
       .from = "CN",
       .on = "2025-11-12",
       .value = "7000",
       .claims = claims,
       .claim_count = 1},
      {.code = "6110.30.30.53",
       .from = "CN",
       .on = "2025-11-12",
       .value = "7000",
       .claims = claims,
       .claim_count = 1,
       .facts = parts,
       .fact_count = 1},
      {.code = "4202.92.31.31", .from = "CN", .on = "2025-11-12", .value = "7000", .into = "US"}};
  struct imp_batch *b = NULL;
  struct imp_fees *fees = NULL;
  struct imp_error err;
  const struct imp_query query = {.brief = true};
  bool fine = imp_batch_open(law, &query, &b, &err) == IMP_OK;
  for (uint32_t n = 2; fine && n <= sizeof lines / sizeof *lines; n++) {
    fine = imp_batch_entry_fees(b, lines, n, &fees, &err) == IMP_OK;
    assert_true(fine == (fees != NULL));
    imp_fees_free(fees);
    fees = NULL;
  }
  uint32_t code = fine ? imp_batch_code(b, "4202.92.31.31") : IMP_BATCH_FAILED, place, set, at = 0;
  int32_t day = imp_batch_day("2025-11-12");
  int64_t value = 5000;
  fine = fine && code != IMP_BATCH_FAILED &&
         (place = imp_batch_place(b, "DE")) != IMP_BATCH_FAILED &&
         (set = imp_batch_facts(b, NULL, 0, claims, 1)) != IMP_BATCH_FAILED;
  struct imp_columns c = {.count = 1,
                          .code = &code,
                          .place = &place,
                          .day = &day,
                          .value = &value,
                          .fact_line = &at,
                          .fact_set = &set,
                          .fact_count = 1};
  struct imp_line_words room;
  struct imp_line line;
  fine = fine && imp_batch_fees(b, &c, 0, 1, &fees, &err) == IMP_OK &&
         imp_batch_line(b, &c, 0, &room, &line) == IMP_OK;
  imp_fees_free(fees);
  imp_batch_free(b);
  return fine;
}

/* One request alone is refused, and those after it are granted: what has failed must be told and not be gone on with. */
struct one_refused {
  size_t before;
  bool met;
};

static void *refuse_one(void *user, void *old, size_t size) {
  struct one_refused *r = user;
  if (size == 0) {
    free(old);
    return NULL;
  }
  if (r->met || r->before-- > 0) return realloc(old, size);
  r->met = true;
  return NULL;
}

static void test_a_place_that_fees_meet_first(void **state) {
  (void)state;
  static const struct imp_line line = {.code = "4202.92.31.31",
                                       .from = "VN",
                                       .on = "2025-11-12",
                                       .value = "9000"};
  static const struct imp_query query = {.brief = true};
  struct imp_law *law = ask_open();
  struct one_refused refused = {0, true};
  struct mem_hook hook = {refuse_one, &refused};
  uint32_t failed = 0;
  for (size_t n = 0; n == 0 || refused.met; n++) {
    struct imp_batch *b = NULL;
    struct imp_fees *fees = NULL;
    struct imp_error err = {0};
    assert_int_equal(imp_batch_open(law, &query, &b, &err), IMP_OK);
    refused = (struct one_refused){n, false};
    mem_set_hook(&hook);
    enum imp_status status = imp_batch_entry_fees(b, &line, 1, &fees, &err);
    mem_set_hook(NULL);
    assert_true(status == IMP_OK || (status == IMP_NO_MEMORY && refused.met));
    assert_true((status == IMP_OK) == (fees != NULL));
    failed += status != IMP_OK;
    imp_fees_free(fees);
    imp_batch_free(b);
  }
  assert_true(failed > 10);
  imp_law_free(law);
}

static void each_request_by(bool (*run)(const struct imp_law *law), size_t step) {
  struct imp_law *law = ask_open();
  size_t n = 0;
  for (scarce_begin(n); !run(law); scarce_begin(n)) {
    assert_int_equal(scarce_end(), 0);
    if (!scarce_ran_out()) fail_msg("a step fails although all %zu requests were granted", n);
    n += n < 300 ? 1 : step; /* the later ones are many of a kind */
  }
  assert_int_equal(scarce_end(), 0);
  assert_true(n > 100);
  imp_law_free(law);
}

static void each_request(bool (*run)(const struct imp_law *law)) {
  each_request_by(run, 7);
}

static void test_every_request_to_ask(void **state) {
  (void)state;
  each_request_by(run_asks, 41);
}

static void test_every_request_for_fees(void **state) {
  (void)state;
  each_request_by(run_fees, 5);
}

static void test_every_request(void **state) {
  (void)state;
  each_request(run_batch);
  each_request(run_lines);
}

static void test_every_request_for_words(void **state) {
  (void)state;
  each_request(run_words);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_request),
                                     cmocka_unit_test(test_every_request_to_ask),
                                     cmocka_unit_test(test_every_request_for_fees),
                                     cmocka_unit_test(test_a_place_that_fees_meet_first),
                                     cmocka_unit_test(test_every_request_for_words)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
