// SPDX-License-Identifier: Apache-2.0
// Every row of every example bill has an act of the law, a file and line that exist and hold the statement, a day
// on which it could be known and a rounding rule; and the rows add up to the bill.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "law/law.h"
#include "support/ask.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static struct law *text;
static struct imp_law *law;

static int open_law(void **state) {
  (void)state;
  struct diag_list diags = {0};
  if (law_load(ask_folder(), &text, &diags, NULL) != IMP_OK || diags.errors) return 1;
  diag_free(&diags);
  law = ask_open();
  return 0;
}

static int close_law(void **state) {
  (void)state;
  law_free(text);
  imp_law_free(law);
  return 0;
}

/* ---- one row ------------------------------------------------------------------------------------------------- */

static struct str line_of(const struct imp_where *w) {
  struct str rest = {0}, one = {0};
  for (uint32_t i = 0; i < text->file_count; i++)
    if (!strcmp(text->files[i].path, w->file)) rest = text->files[i].bytes;
  for (uint32_t i = 0; i < w->line; i++)
    if (!str_split(&rest, '\n', &one)) return (struct str){0};
  return one;
}

static bool holds(struct str line, const char *words) {
  size_t n = strlen(words);
  for (size_t i = 0; i + n <= line.n; i++)
    if (!memcmp(line.p + i, words, n)) return true;
  return false;
}

/* A relief or a yield is a row at nothing; a column is printed in the schedule, the line names it. */
static bool states_the_rate(struct str line, const struct imp_row *r) {
  if (holds(line, r->rate)) return true;
  if (holds(line, "exempts") || holds(line, "yields to"))
    return !strcmp(r->rate, "free") || !strcmp(r->rate, "none");
  return r->is_base &&
         (holds(line, "general") || holds(line, "special") || holds(line, "column-2"));
}

static void check_row(const struct imp_answer *a, const struct imp_bill *b,
                      const struct imp_row *r) {
  imp_day known, asked;
  struct str line = line_of(&r->where);
  if (!line.n) fail_msg("%s %s: no line %s:%u", a->code, r->heading, r->where.file, r->where.line);
  if (!states_the_rate(line, r))
    fail_msg("%s %s: %s:%u does not say %s: %.*s", a->code, r->heading, r->where.file,
             r->where.line, r->rate, (int)line.n, line.p);
  if (law_find_act(text, str_of(r->act)) == LAW_NONE)
    fail_msg("%s %s: the law has no act named \"%s\"", a->code, r->heading, r->act);
  assert_true(strlen(r->act_title) > 0);
  assert_true(law_find_measure(text, str_of(r->measure)) != LAW_NONE);
  assert_true(strlen(r->title) > 0);
  assert_true(day_parse(str_of(r->known), &known));
  assert_true(day_parse(str_of(a->known), &asked));
  assert_true(known <= asked); /* nothing is used before it could be known */
  assert_string_equal(r->rounding, "row-cent");
  assert_non_null(r->source);
  assert_true(r->amount >= 0 && r->base >= 0 && r->base <= a->value);
  if (r->status == IMP_ROW_SUSPENDED) assert_non_null(r->by);
  if (r->status == IMP_ROW_SUPPRESSED) assert_non_null(r->by);
  if (r->status != IMP_ROW_APPLIED) assert_true(strlen(r->why) > 0);
  if (!b->pick_count) assert_false(r->pending);
}

static void check_bill(const struct imp_answer *a, const struct imp_bill *b) {
  int64_t sum = 0, on_void = 0;
  for (uint32_t i = 0; i < b->row_count; i++) {
    check_row(a, b, &b->rows[i]);
    if (b->rows[i].status != IMP_ROW_APPLIED) continue;
    sum += b->rows[i].amount;
    if (b->rows[i].is_void) on_void += b->rows[i].amount;
  }
  assert_int_equal(sum, b->high);
  if (b->low == b->high) assert_int_equal(on_void, b->void_high);
}

static void check_line(const struct imp_line *line, const struct imp_query *query) {
  struct asked q = ask_line(law, query, line);
  if (q.answer->status == IMP_LINE_REFUSED)
    fail_msg("%s on %s: %s", line->code, line->on, q.answer->reason);
  assert_true(q.answer->bill_count > 0);
  for (uint32_t i = 0; i < q.answer->bill_count; i++) check_bill(q.answer, &q.answer->bills[i]);
  ask_done(&q);
}

/* ---- the examples ---------------------------------------------------------------------------------------------- */

static const char *const luggage_days[] = {"2025-04-12", "2025-10-20", "2025-11-12",
                                           "2026-02-21", "2026-03-01", "2026-08-01"};
static const char *const toy_days[] = {"2025-02-03", "2025-02-04", "2025-03-04", "2025-04-05",
                                       "2025-04-09", "2025-04-10", "2025-05-14", "2025-11-10",
                                       "2026-02-24", "2026-07-24", "2019-12-20"};
static const char *const known_days[] = {"2025-10-09", "2025-10-26", "2025-10-31", "2025-11-12"};

static void every_row_of_luggage(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(luggage_days); i++)
    for (int basis = IMP_COLLECTED; basis <= IMP_LEGAL; basis++)
      check_line(&(struct imp_line){.code = "4202.92.31.31",
                                    .from = "CN",
                                    .on = luggage_days[i],
                                    .value = "10000"},
                 &(struct imp_query){.basis = (enum imp_basis)basis});
}

static void every_row_as_known_on_four_days(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(known_days); i++)
    check_line(&(struct imp_line){.code = "4202.92.31.31",
                                  .from = "CN",
                                  .on = "2025-11-12",
                                  .value = "10000"},
               &(struct imp_query){.known = known_days[i]});
}

static void every_row_of_toys(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(toy_days); i++)
    check_line(&(struct imp_line){.code = "9503.00.0073",
                                  .from = "CN",
                                  .on = toy_days[i],
                                  .value = "10000"},
               &(struct imp_query){0});
}

/* Bills with reliefs, yields, claims, quantities, in transit, part by part, ranges. */
static void every_row_of_odd_bills(void **state) {
  (void)state;
  const struct imp_pair loaded[] = {{"loaded", "2025-04-04"}},
                        exported[] = {{"exported", "2019-05-09"}},
                        content[] = {{"us-content", "30%"}};
  const char *const us_content[] = {"9903.01.34"}, *const korea[] = {"KR"},
                    *const donation[] = {"9903.01.21"}, *const excluded[] = {"9903.88.69"};
  const struct imp_line lines[] = {
      {.code = "9503.00.0073",
       .from = "CN",
       .on = "2025-05-01",
       .value = "999",
       .facts = loaded,
       .fact_count = 1},
      {.code = "4202.92.3131",
       .from = "CN",
       .on = "2019-06-01",
       .value = "999",
       .facts = exported,
       .fact_count = 1},
      {.code = "9503.00.0073",
       .from = "CN",
       .on = "2025-06-01",
       .value = "999",
       .facts = content,
       .fact_count = 1,
       .claims = us_content,
       .claim_count = 1},
      {.code = "8481.80.3060",
       .from = "KR",
       .on = "2026-05-01",
       .value = "999",
       .claims = korea,
       .claim_count = 1},
      {.code = "9503.00.0073",
       .from = "CN",
       .on = "2025-06-01",
       .value = "999",
       .claims = donation,
       .claim_count = 1},
      {.code = "4202.92.3120",
       .from = "CN",
       .on = "2025-06-01",
       .value = "999",
       .claims = excluded,
       .claim_count = 1},
      {.code = "0409.00.00",
       .from = "NZ",
       .on = "2024-12-31",
       .value = "999",
       .quantity = "1000",
       .unit = "kg"},
      {.code = "8426.19.0000", .from = "CN", .on = "2024-09-27", .value = "999"},
      {.code = "8517.13.0000", .from = "CN", .on = "2025-04-12", .value = "999"},
      {.code = "8542.31.0045", .from = "CN", .on = "2025-01-01", .value = "999"},
      {.code = "9503.00.0073", .from = "CU", .on = "2026-05-01", .value = "999"},
      {.code = "4901.91.00", .from = "RU", .on = "2026-05-01", .value = "999"},
      {.code = "9503.00.0073", .from = "HK", .on = "2025-04-12", .value = "999"},
      {.code = "9503.00.0073", .from = "MO", .on = "2025-04-12", .value = "999"},
      {.code = "2804.61.00", .from = "CN", .on = "2025-01-01", .value = "999"}};
  for (size_t i = 0; i < COUNT(lines); i++) check_line(&lines[i], &(struct imp_query){0});
}

/* ---- why: every measure whose scope holds the line says so, at a place that exists ---------------------------------- */

static void every_verdict_has_a_place(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(luggage_days); i++) {
    struct imp_line line = {.code = "4202.92.31.31",
                            .from = "CN",
                            .on = luggage_days[i],
                            .value = "10000"};
    struct asked q = ask_line(law, &(struct imp_query){.trace = true}, &line);
    assert_true(q.answer->verdict_count > 5);
    for (uint32_t v = 0; v < q.answer->verdict_count; v++) {
      const struct imp_verdict *verdict = &q.answer->verdicts[v];
      assert_true(verdict->bill < q.answer->bill_count);
      assert_true(holds(line_of(&verdict->where), "measure "));
      if (verdict->heading_where.line)
        assert_true(holds(line_of(&verdict->heading_where), "heading "));
      if (verdict->statement.line) assert_true(line_of(&verdict->statement).n > 0);
      if (verdict->member.line) assert_true(line_of(&verdict->member).n > 0);
    }
    ask_done(&q);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_row_of_luggage),
      cmocka_unit_test(every_row_as_known_on_four_days),
      cmocka_unit_test(every_row_of_toys),
      cmocka_unit_test(every_row_of_odd_bills),
      cmocka_unit_test(every_verdict_has_a_place),
  };
  return cmocka_run_group_tests_name("citations", tests, open_law, close_law);
}
