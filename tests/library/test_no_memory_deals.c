// SPDX-License-Identifier: Apache-2.0
// Memory runs out inside the talks, the promises, the fees on a call, linked outcomes, and their reports.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "impost/branch.h"
#include "impost/pledge.h"
#include "impost/portfee.h"
#include "impost/study.h"
#include "impost/talks.h"
#include "library/starve.h"
#include "support/ask.h"

static struct imp_law *law;
static struct imp_report_options form;
static struct imp_branch *open_questions;
static struct imp_branch_asked *asked[2]; /* lines in every outcome, on which two questions hang */
static struct imp_branch_line lines[2];
static const struct imp_query query = {.known = "2025-10-26", .on = "2025-11-05"};

static const struct imp_line given[2] = {
    {.number = 1, .code = "8507.60.00.20", .from = "CN", .on = "2025-11-15", .value = "10000"},
    {.number = 2,
     .code = "1201.90",
     .from = "US",
     .into = "CN",
     .on = "2025-11-15",
     .value = "10000"}};

static int begin(void **state) {
  (void)state;
  law = ask_open();
  if (imp_branch_open(law, &query, NULL, &open_questions, NULL) != IMP_OK) return 1;
  for (unsigned i = 0; i < 2; i++) {
    if (imp_branch_ask(law, &query, open_questions, &given[i], true, &asked[i], NULL) != IMP_OK)
      return 1;
    lines[i] = (struct imp_branch_line){given[i].code, imp_branch_answer_of(asked[i])};
  }
  return 0;
}

static int finish(void **state) {
  (void)state;
  for (unsigned i = 0; i < 2; i++) imp_branch_asked_free(asked[i]);
  imp_branch_free(open_questions);
  imp_law_free(law);
  return 0;
}

static enum imp_status talks(void) {
  struct imp_board *b = NULL;
  struct imp_text out = {0};
  enum imp_status status = imp_board_open(law, &query, NULL, &b, NULL);
  if (status == IMP_OK)
    status = imp_report_board(law, &query, b, true, &form, &out, NULL);
  else
    assert_null(b);
  imp_text_free(&out);
  imp_board_free(b);
  return status;
}

static const struct imp_query later = {.known = "2026-10-01", .on = "2026-10-01"};

static enum imp_status promises(void) {
  struct imp_pledges *x = NULL;
  struct imp_text out = {0};
  enum imp_status status = imp_pledges_open(law, &later, NULL, &x, NULL);
  if (status == IMP_OK)
    status = imp_report_pledges(law, &later, x, &form, &out, NULL);
  else
    assert_null(x);
  imp_text_free(&out);
  imp_pledges_free(x);
  return status;
}

static enum imp_status port(void) {
  static const struct imp_pair facts[] = {{"built", "CN"},
                                          {"operator", "SG"},
                                          {"net-tons", "40000"},
                                          {"containers", "5000"}};
  const struct imp_call call = {"US", "2025-10-20", facts, 4};
  struct imp_portfee *x = NULL;
  struct imp_text out = {0};
  enum imp_status status = imp_portfee(law, &later, &call, &x, NULL);
  if (status == IMP_OK)
    status = imp_report_portfee(law, &later, x, &form, &out, NULL);
  else
    assert_null(x);
  imp_text_free(&out);
  imp_portfee_free(x);
  return status;
}

static enum imp_status linked(void) {
  static const struct imp_diff_totals totals = {.before = 100, .after = 301};
  struct imp_branch *x = NULL;
  struct imp_text out = {0};
  enum imp_status status = imp_branch_open(law, &query, NULL, &x, NULL);
  if (status == IMP_OK)
    status = imp_report_branch(law, &query, x, lines, 2, "approved=70%", &form, &out, NULL);
  else
    assert_null(x);
  out.n = 0;
  if (status == IMP_OK)
    status = imp_report_branch(law, &query, x, lines, 2, NULL, &form, &out, NULL);
  if (status == IMP_OK && form.format == IMP_TEXT)
    assert_non_null(strstr(out.p, "◂")); /* what goes together is marked, or memory is out */
  if (status == IMP_OK) status = imp_report_odds(&totals, "approved=70%", &form, &out, NULL);
  imp_text_free(&out);
  imp_branch_free(x);
  return status;
}

static enum imp_status apart(void) {
  struct imp_branch_asked *x = NULL;
  enum imp_status status = imp_branch_ask(law, &query, open_questions, &given[0], true, &x, NULL);
  if (status == IMP_OK)
    assert_int_equal(imp_branch_answer_of(x)->bill_count, 4);
  else
    assert_null(x);
  imp_branch_asked_free(x);
  return status;
}

static enum imp_status ahead(void) {
  static const struct imp_coming_filter filter = {.side = "CN", .goods = "2805.30"};
  struct imp_upcoming *x = NULL;
  struct imp_text out = {0};
  enum imp_status status = imp_upcoming(law, &later, 150, &x, NULL);
  if (status == IMP_OK)
    status = imp_upcoming_keep(law, x, &filter, NULL);
  else
    assert_null(x);
  if (status == IMP_OK) {
    assert_true(imp_upcoming_count(x) > 3);
    status = imp_report_upcoming(law, &later, x, &form, &out, NULL);
  }
  imp_text_free(&out);
  imp_upcoming_free(x);
  return status;
}

static void every_deal(void **state) {
  (void)state;
  for (int json = 0; json < 2; json++) {
    form.format = json ? IMP_JSON : IMP_TEXT;
    starve(ahead, 20);
    starve(talks, 20);
    starve(promises, 20);
    starve(port, 20);
    starve(linked, 20);
    starve(apart, 20);
    starve(ahead, 20);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_deal),
  };
  return cmocka_run_group_tests_name("no memory in deals", tests, begin, finish);
}
