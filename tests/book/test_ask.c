// SPDX-License-Identifier: Apache-2.0
// What is asked first: every number printed is the bill of the same line with that answer stated.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "book/open.h"
#include "impost/ask.h"
#include "support/ask.h"

static struct imp_law *law;

static int begin(void **state) {
  (void)state;
  law = ask_open();
  return 0;
}

static int finish(void **state) {
  (void)state;
  imp_law_free(law);
  return 0;
}

static struct imp_ask *ask_of(const struct imp_query *q, const struct imp_line *line) {
  struct imp_ask *a = NULL;
  struct imp_error err = {0};
  if (imp_ask(law, q, line, &a, &err) != IMP_OK) fail_msg("%s", err.message);
  return a;
}

static const struct imp_ask_item *item_of(const struct imp_ask *a, const char *name) {
  for (uint32_t i = 0; i < imp_ask_count(a); i++)
    if (!strcmp(imp_ask_at(a, i)->name, name)) return imp_ask_at(a, i);
  return NULL;
}

/* Types the option, as a user would: "--fact NAME=VALUE" or "--claim NAME". */
static struct asked type(const struct imp_query *q, struct imp_line line, const char *option) {
  char text[120];
  snprintf(text, sizeof text, "%s", option);
  char *word = strchr(text, ' ') + 1, *equals = strchr(word, '=');
  struct imp_pair fact = {word, equals ? equals + 1 : NULL};
  const char *const claim[] = {word};
  struct imp_query brief = *q;
  brief.brief = true;
  if (!strncmp(text, "--fact", 6)) {
    *equals = '\0';
    line.facts = &fact;
    line.fact_count = 1;
  } else {
    line.claims = claim;
    line.claim_count = 1;
  }
  return ask_line(law, &brief, &line);
}

static void check_answer(const struct imp_query *q, const struct imp_line *line,
                         const struct imp_ask_answer *x) {
  struct asked got = type(q, *line, x->option);
  const struct imp_answer *a = got.answer;
  int64_t low = 0, high = 0;
  if ((a->status == IMP_LINE_REFUSED) != (x->refused != NULL)) fail_msg("%s: refused", x->option);
  for (uint32_t i = 0; i < a->bill_count; i++) {
    if (!i || a->bills[i].low < low) low = a->bills[i].low;
    if (!i || a->bills[i].high > high) high = a->bills[i].high;
  }
  if (!x->refused && (x->low != low || x->high != high))
    fail_msg("%s %s: ask says %lld to %lld, duty %lld to %lld", line->code, x->option,
             (long long)x->low, (long long)x->high, (long long)low, (long long)high);
  ask_done(&got);
}

static void every_number_is_a_bill(void **state) {
  (void)state;
  static const struct imp_line lines[] = {
      {.code = "4202.92.31.31", .from = "CN", .on = "2025-11-12", .value = "10000"},
      {.code = "9503.00.00.73", .from = "CN", .on = "2025-04-12", .value = "2501"},
      {.code = "6109.10.00.12", .from = "MX", .on = "2025-02-20", .value = "777"},
      {.code = "8471.30.01.00", .from = "CN", .on = "2025-05-20", .value = "99999"},
      {.code = "8426.41.00.10", .from = "CN", .on = "2026-03-10", .value = "100000"},
      {.code = "6402.99.31", .from = "HK", .on = "2025-03-01", .value = "5000"},
  };
  static const struct imp_query queries[] = {{.known = "2025-10-26"}, {.known = NULL}};
  uint32_t checked = 0;
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    for (size_t k = 0; k < 2; k++) {
      struct imp_ask *a = ask_of(&queries[k], &lines[i]);
      int64_t before = INT64_MAX;
      for (uint32_t n = 0; n < imp_ask_count(a); n++) {
        const struct imp_ask_item *item = imp_ask_at(a, n);
        assert_true(item->moves <= before); /* most money first */
        before = item->moves;
        assert_true(item->answer_count > 0);
        for (uint32_t x = 0; x < item->answer_count; x++, checked++)
          check_answer(&queries[k], &lines[i], &item->answers[x]);
      }
      imp_ask_free(a);
    }
  assert_true(checked > 40);
}

static void presumptions_are_tried(void **state) {
  (void)state;
  struct imp_line line = {.code = "9503.00.00.73",
                          .from = "CN",
                          .on = "2025-04-12",
                          .value = "10000"};
  struct imp_ask *a = ask_of(&(struct imp_query){.known = "2025-04-20"}, &line);
  const struct imp_ask_item *loaded = item_of(a, "loaded");
  assert_non_null(loaded);
  assert_int_equal(loaded->kind, IMP_ASK_PRESUMED);
  assert_string_equal(loaded->presumed, "not on the way");
  assert_int_equal(loaded->moves, 1250000);
  imp_ask_free(a);
}

static void what_is_stated_is_not_asked(void **state) {
  (void)state;
  struct imp_pair facts[] = {{"loaded", "2025-04-04"}, {"mode", "air"}};
  const char *const claims[] = {"9903.01.30"};
  struct imp_line line = {.code = "9503.00.00.73",
                          .from = "CN",
                          .on = "2025-04-12",
                          .value = "10000",
                          .facts = facts,
                          .fact_count = 2,
                          .claims = claims,
                          .claim_count = 1};
  struct imp_ask *a = ask_of(&(struct imp_query){.known = "2025-04-20"}, &line);
  assert_null(item_of(a, "loaded"));
  assert_null(item_of(a, "mode"));
  assert_null(item_of(a, "9903.01.30"));
  imp_ask_free(a);
}

static void fees_move_too(void **state) {
  (void)state;
  struct imp_line line = {.code = "4202.92.31.31",
                          .from = "CN",
                          .on = "2025-11-12",
                          .value = "10000"};
  struct imp_ask *a = ask_of(&(struct imp_query){.known = "2025-11-12"}, &line);
  const struct imp_ask_item *mode = item_of(a, "mode");
  assert_non_null(mode);
  assert_int_equal(mode->kind, IMP_ASK_NEED);
  assert_int_equal(mode->moves, 1250);
  assert_int_equal(mode->answer_count, 2); /* by sea, and all the others */
  assert_non_null(mode->answers[1].also);
  imp_ask_free(a);
}

static void a_refused_line_has_nothing_to_ask(void **state) {
  (void)state;
  struct imp_line line = {.code = "8507.60.00.20", .from = "CN", .on = "2026-02-10", .value = "1"};
  struct imp_ask *a = ask_of(&(struct imp_query){.known = NULL}, &line);
  assert_int_equal(imp_ask_count(a), 0);
  assert_int_equal(imp_ask_line(a)->status, IMP_LINE_REFUSED);
  imp_ask_free(a);
}

/* What the law refuses for want of an answer: a claim that leads around it is named, with the duty it gives. */
static void a_refused_line_may_be_helped(void **state) {
  (void)state;
  struct imp_line line = {.code = "9503.00.0073",
                          .from = "CN",
                          .on = "2025-06-01",
                          .value = "10000"};
  static const char text[] = "act us.act\n  title  An act\n  kind  statute\n  signed  2000-01-01\n"
                             "jurisdiction US\n  money  USD\n"
                             "measure us.a\n  title  A\n  into   US\n  goods  all\n"
                             "  heading h1\n    not encoded  \"the rate\"  by us.act\n"
                             "  heading h2 \"gifts\"  if claimed\n    rate  none  by us.act\n"
                             "  heading h3 \"dear\"  if claimed\n    rate  70%  by us.act\n";
  struct law_text one = {"text.law", str_of(text)};
  struct imp_law own = {.names = law->names};
  struct diag_list diags = {0};
  assert_int_equal(law_load_texts(&one, 1, &own.law, &diags, NULL), IMP_OK);
  struct imp_ask *a = NULL;
  assert_int_equal(imp_ask(&own, &(struct imp_query){.known = NULL}, &line, &a, NULL), IMP_OK);
  assert_int_equal(imp_ask_line(a)->status, IMP_LINE_REFUSED);
  assert_int_equal(imp_ask_count(a), 1); /* the gift; what costs more is nobody's wish */
  assert_string_equal(imp_ask_at(a, 0)->name, "h2");
  assert_null(imp_ask_at(a, 0)->answers[0].refused);
  assert_int_equal(imp_ask_at(a, 0)->answers[0].high, 0);
  imp_ask_free(a);
  diag_free(&diags);
  law_free(own.law);
}

static void sums_add(void **state) {
  (void)state;
  struct imp_line line = {.code = "9503.00.00.73",
                          .from = "CN",
                          .on = "2025-04-12",
                          .value = "10000"};
  struct imp_query q = {.known = "2025-04-20"};
  struct imp_ask *a = ask_of(&q, &line);
  line.value = "30000";
  struct imp_ask *b = ask_of(&q, &line);
  struct imp_ask_sum *sum = NULL;
  assert_int_equal(imp_ask_sum_new(&sum, NULL), IMP_OK);
  assert_int_equal(imp_ask_sum_add(sum, &(struct imp_line){.number = 1, .entry = "E1"}, a, NULL),
                   IMP_OK);
  assert_int_equal(imp_ask_sum_add(sum, &(struct imp_line){.number = 2}, b, NULL), IMP_OK);
  assert_int_equal(imp_ask_sum_lines(sum), 2);
  assert_int_equal(imp_ask_sum_refused(sum), 0);
  assert_int_equal(imp_ask_sum_add(sum, &(struct imp_line){.number = 3}, NULL, NULL), IMP_OK);
  assert_int_equal(imp_ask_sum_lines(sum), 3);
  assert_int_equal(imp_ask_sum_refused(sum), 1);
  const struct imp_ask_sum_item *first = imp_ask_sum_at(sum, 0);
  assert_string_equal(first->name, "loaded");
  assert_int_equal(first->moves, 1250000 + 3750000);
  assert_int_equal(first->lines, 2);
  assert_int_equal(first->top_line, 2);
  assert_string_equal(first->example, "--fact loaded=2025-04-04");
  imp_ask_sum_free(sum);
  imp_ask_free(a);
  imp_ask_free(b);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_number_is_a_bill),
      cmocka_unit_test(presumptions_are_tried),
      cmocka_unit_test(what_is_stated_is_not_asked),
      cmocka_unit_test(fees_move_too),
      cmocka_unit_test(a_refused_line_has_nothing_to_ask),
      cmocka_unit_test(a_refused_line_may_be_helped),
      cmocka_unit_test(sums_add),
  };
  return cmocka_run_group_tests(tests, begin, finish);
}
