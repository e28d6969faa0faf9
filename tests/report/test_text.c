// SPDX-License-Identifier: Apache-2.0
// The text bill: outcomes side by side and stacked, marks, refusals, ranges, ASCII, narrow pages.

// clang-format off
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

#include "answers.h"

static struct imp_text text;

static char *render(const struct imp_answer *a, const struct imp_report_options *options,
                    bool fees) {
  struct imp_report *r = NULL;
  struct imp_error err;
  struct report_line line = {.entry = "", .number = 1};
  imp_text_free(&text);
  text = (struct imp_text){0};
  assert_int_equal(report_begin(&test_stamp, options, &r, &text, &err), IMP_OK);
  assert_int_equal(report_answer(r, &line, a, &text, &err), IMP_OK);
  if (fees) assert_int_equal(report_entry(r, "", two_fees, 2, &text, &err), IMP_OK);
  assert_int_equal(imp_report_end(r, &text, &err), IMP_OK);
  imp_report_free(r);
  return text.p;
}

static const struct imp_report_options bills = {.format = IMP_TEXT, .detail = 1};

static void has(const char *page, const char *part) {
  if (strstr(page, part) == NULL) fail_msg("not on the page: %s\n%s", part, page);
}

static void has_not(const char *page, const char *part) {
  if (strstr(page, part) != NULL) fail_msg("on the page: %s\n%s", part, page);
}

static void outcomes_stand_side_by_side(void **state) {
  (void)state;
  const char *page = render(&two_answers, &bills, false);
  has(page, "  TWO ANSWERS                 4202.92.31.31 of China, entered 2025-11-12, value "
            "10,000.00 USD\n");
  has(page, "9903.88.03    Section 301, list 3                      25%       ● 2,500.00     ● "
            "2,500.00\n");
  has(page, "9903.01.63    Reciprocal duty                          34%      ◐ suspended     ● "
            "3,400.00\n");
  has(page, "us.china-100  All goods of China                       100%               –    ◔ "
            "10,000.00\n");
  has(page, "duty, USD                                                          7,260.00      "
            "19,660.00\n");
  has(page, "of the value                                                          72.6%         "
            "196.6%\n");
}

static void each_row_stands_once(void **state) {
  (void)state;
  const char *page = render(&two_answers, &bills, false);
  const char *first = strstr(page, "    9903.01.24");
  assert_non_null(first);
  assert_null(strstr(first + 1, "    9903.01.24"));
}

static void what_is_beside_the_duty_is_told(void **state) {
  (void)state;
  const char *page = render(&two_answers, &bills, false);
  has(page, "Not charged, and what it would have been\n");
  has(page, "displaced by us.232.steel\n");
  has(page, "Not claimed, and what --claim NUMBER would save\n");
  has_not(page, "not claimed;");
  has(page, "34%, suspended until 2026-11-10 by us.eo.14358\n");
  has(page, "of which on law since held void");
  has(page, "duty with --basis legal");
  has(page, "2026-11-10    the duty becomes 9,660.00 or 19,660.00 by outcome\n");
  has(page, "● law   ◔ said, not law   ◐ suspended   † law since held void\n");
  has(page, "--if us-cn.framework=rejected\n");
  has(page,
      "law 01234567 · known 2025-10-26 (sources read through 2026-11-09) · basis collected\n");
}

/* What each outcome comes to is said for more than two of them, and for one answer that becomes several. */
static void the_next_change_of_many_outcomes(void **state) {
  (void)state;
  static const int64_t each[] = {100000, 966000, 1966000};
  struct imp_answer a = two_answers;
  a.next_low = 100000;
  a.next_each = each;
  a.next_each_count = 3;
  has(render(&a, &bills, false),
      "2026-11-10    the duty becomes 1,000.00, 9,660.00 or 19,660.00 by outcome\n");
  a.next_each_count = 0;
  has(render(&a, &bills, false),
      "the duty becomes 1,000.00 to 19,660.00, by outcome and by what is not known\n");
  a = one_answer;
  a.next_change = "2026-11-10";
  a.next_low = 100000, a.next_high = 966000;
  a.next_each = each;
  a.next_each_count = 2;
  has(render(&a, &bills, false), "the duty becomes 1,000.00 or 9,660.00 by outcome\n");
}

static void one_answer_has_its_duty_at_the_top(void **state) {
  (void)state;
  const char *page = render(&one_answer, &bills, true);
  has(page, "  DUTY 7,600.00               9503.00.00.73 of Hong Kong");
  has(page, "MPF           34.64   0.3464%, on 10,000.00; 19 CFR 24.23\n");
  has(page, "HMF           0.00 to 12.50   0.125%, on 10,000.00; 19 CFR 24.24; depends on mode\n");
  has(page, "duty 7,600.00 + fees 34.64 to 47.14 = 7,634.64 to 7,647.14");
  has_not(page, "The open question");
}

static void a_range_has_two_ends(void **state) {
  (void)state;
  const char *page = render(&a_range, &bills, false);
  has(page, "  A RANGE ");
  has(page, "duty, at least, USD");
  has(page, "duty, at most: the rows above, USD");
  has(page, "weight.metal: is it at least 15%?\n");
}

static void a_refused_line_has_no_number(void **state) {
  (void)state;
  const char *page = render(&refused, &bills, false);
  has(page, "  REFUSED ");
  has(page, "    Section 232 auto parts is not encoded\n");
  has(page, "next: impost measures lists what is\n");
  has(page, "refuse.not-encoded\n");
  has_not(page, "duty, USD");
}

static void a_prohibited_line_has_no_total(void **state) {
  (void)state;
  const char *page = render(&banned, &bills, false);
  has(page, "  PROHIBITED ");
  has_not(page, "0.00\n");
}

static void ascii_has_no_other_letters(void **state) {
  (void)state;
  struct imp_report_options o = bills;
  o.ascii = 1;
  for (const char *c = render(&two_answers, &o, true); *c != '\0'; c++)
    assert_true((unsigned char)*c < 0x80);
  has(text.p, "* law   ? said, not law   / suspended   + law since held void\n");
}

static void no_line_is_wider_than_the_page(void **state) {
  (void)state;
  for (int width = 64; width <= 140; width += 19) {
    struct imp_report_options o = {.format = IMP_TEXT, .detail = 2, .width = width, .ascii = 1};
    struct str rest = str_of(render(&two_answers, &o, true)), line;
    while (str_split(&rest, '\n', &line)) assert_true((int)line.n <= width);
  }
}

static void narrow_pages_stack_outcomes(void **state) {
  (void)state;
  struct imp_report_options o = bills;
  o.width = 60;
  const char *page = render(&two_answers, &o, false);
  const char *first = strstr(page, "duty, USD");
  assert_non_null(first);
  assert_non_null(strstr(first + 1, "duty, USD"));
}

static void no_line_ends_in_a_space(void **state) {
  (void)state;
  struct imp_report_options o = {.format = IMP_TEXT, .detail = 2};
  assert_null(strstr(render(&two_answers, &o, true), " \n"));
}

static void why_goes_from_cent_to_clause(void **state) {
  (void)state;
  struct imp_report_options o = {.format = IMP_TEXT, .detail = 2};
  const char *page = render(&two_answers, &o, false);
  has(page, "Each cent if us-cn.framework=approved\n");
  has(page, "25% × 10,000.00 = 2,500.00 exactly (row-cent has nothing to round)\n");
  has(page, "law text    us/301/list-3.law:46\n");
  has(page, "us.fr.84-20459, List 3: 25%; 84 FR 20459; known 2019-05-09; source:");
  has(page, "9903.88.03  Section 301, list 3  2,500.00  as above\n");
  has(page, "sum             2,500.00 + 2,000.00 + 1,000.00 + 1,760.00 = 7,260.00\n");
}

static void rounding_is_shown_where_it_happens(void **state) {
  (void)state;
  struct imp_row row = {ROW("9903.88.15", "List 4A", "7.5%", 100)};
  row.base = 1333;
  row.exact = "0.99975";
  struct imp_bill bill = {.low = 100, .high = 100, .rows = &row, .row_count = 1};
  struct imp_answer a = one_answer;
  a.bills = &bill;
  struct imp_report_options o = {.format = IMP_TEXT, .detail = 2};
  has(render(&a, &o, false),
      "7.5% × 13.33 = 0.99975, to the cent 1.00 (row-cent: half a cent and more");
}

static void control_characters_of_the_input_are_not_printed(void **state) {
  (void)state;
  struct imp_answer a = refused;
  a.code = "\033[2J8507";
  a.reason = "\"\xC2\x9B\x07\xFF\" is no number";
  const char *page = render(&a, &bills, false);
  assert_null(strchr(page, '\033'));
  assert_null(strchr(page, '\a'));
  has(page, "\"???\" is no number");
}

static int close_down(void **state) {
  (void)state;
  imp_text_free(&text);
  return 0;
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(outcomes_stand_side_by_side),
      cmocka_unit_test(each_row_stands_once),
      cmocka_unit_test(what_is_beside_the_duty_is_told),
      cmocka_unit_test(the_next_change_of_many_outcomes),
      cmocka_unit_test(one_answer_has_its_duty_at_the_top),
      cmocka_unit_test(a_range_has_two_ends),
      cmocka_unit_test(a_refused_line_has_no_number),
      cmocka_unit_test(a_prohibited_line_has_no_total),
      cmocka_unit_test(ascii_has_no_other_letters),
      cmocka_unit_test(no_line_is_wider_than_the_page),
      cmocka_unit_test(narrow_pages_stack_outcomes),
      cmocka_unit_test(no_line_ends_in_a_space),
      cmocka_unit_test(why_goes_from_cent_to_clause),
      cmocka_unit_test(rounding_is_shown_where_it_happens),
      cmocka_unit_test(control_characters_of_the_input_are_not_printed),
  };
  return cmocka_run_group_tests(tests, NULL, close_down);
}
