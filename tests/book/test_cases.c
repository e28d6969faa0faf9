// SPDX-License-Identifier: Apache-2.0
// The case reader: whole cases that hold, each kind of line wrong, and texts mutated by chance, which are findings
// at their lines and never worse.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "book/judge.h"
#include "support/shipped.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static size_t findings(struct str text, uint32_t *cases, char *first, size_t size) {
  struct diag_list diags = {0};
  struct judge j = {.law = law, .diags = &diags};
  judge_case_text(&j, "us/cases/text.case", text);
  assert_false(j.no_memory);
  judge_cases_forget(&j);
  if (cases) *cases = j.cases;
  if (first) snprintf(first, size, "%s", diags.count ? diags.items[0].message : "");
  for (size_t i = 0; i < diags.count; i++) {
    assert_true(diags.items[i].line > 0);
    assert_true(strlen(diags.items[i].message) > 5);
    assert_true(strlen(diags.items[i].next) > 5);
  }
  size_t n = diags.count;
  diag_free(&diags);
  return n;
}

static const char good[] =
    "# comment\n"
    "case toys   # one word\n"
    "  title  Toys\n"
    "  entry  9503.00.0073 of CN on 2025-05-01 value 10000 with loaded=2025-04-04\n"
    "  known  2025-06-01\n"
    "  # 20% alone: on the way\n"
    "  bill\n"
    "    row   9903.01.24  20%  on 10000  pays 2000.00\n"
    "    zero  general\n"
    "    zero  9903.01.28\n"
    "    duty  2000.00\n"
    "\n"
    "case luggage\n"
    "  entry  4202.92.3131 of CN on 2025-11-12 value 10000\n"
    "  known  2025-10-26\n"
    "  bill if us-cn.framework is approved\n"
    "    row   general     17.6%  on 10000  pays 1760.00\n"
    "    row   9903.88.03  25%    on 10000  pays 2500.00\n"
    "    row   9903.01.24  20%    on 10000  pays 2000.00\n"
    "    row   9903.01.25  10%    on 10000  pays 1000.00\n"
    "    duty  7260.00\n"
    "  bill if us-cn.framework is rejected\n"
    "    row   general       17.6%  on 10000  pays 1760.00\n"
    "    row   9903.88.03    25%    on 10000  pays 2500.00\n"
    "    row   9903.01.24    20%    on 10000  pays 2000.00\n"
    "    row   9903.01.63    34%    on 10000  pays 3400.00\n"
    "    row   us.china-100  100%   on 10000  pays 10000.00\n"
    "    duty  19660.00\n"
    "case battery\n"
    "  entry  8507.60.0020 of CN on 2026-02-01 value 1\n"
    "  refused 8507.60.0030, 8507600090\n"
    "case honey\n"
    "  entry  0409.00.0005 of NZ on 2025-03-01 value 5000 quantity 1000 kg mode ocean\n"
    "  bill\n"
    "    row   general  1.9c/kg  on 5000  pays 19.00\n"
    "    duty  19.00\n"
    "case crane\n"
    "  entry  8426.19.0000 of CN on 2024-10-01 value 10000\n"
    "  bill\n"
    "    duty  0.00 to 2500.00\n";

static void good_cases_hold(void **state) {
  (void)state;
  char first[600];
  uint32_t cases;
  if (findings(str_of(good), &cases, first, sizeof first)) fail_msg("%s", first);
  assert_int_equal(cases, 5);
}

/* Any one number changed is a finding. */
static void every_number_counts(void **state) {
  (void)state;
  static const char *const changes[][2] = {{"pays 2000.00\n    zero", "pays 2000.01\n    zero"},
                                           {"zero  9903.01.28", "zero  9903.01.32"},
                                           {"    zero  general\n", ""},
                                           {"duty  2000.00", "duty  1999.99"},
                                           {"25%    on 10000", "24%    on 10000"},
                                           {"10%    on 10000", "10%    on 9999"},
                                           {"is approved", "is rejected"},
                                           {"duty  19660.00", "duty  19660.01"},
                                           {"8507600090", "8507600091"},
                                           {"1.9c/kg  on 5000", "1.8c/kg  on 5000"},
                                           {"0.00 to 2500.00", "0.00 to 2600.00"},
                                           {"0.00 to 2500.00", "2500.00"},
                                           {"value 10000 with", "value 10000.60 with"},
                                           {"known  2025-06-01", "known  2026-06-01"},
                                           {"duty  7260.00", "void  5.00\n    duty  7260.00"}};
  for (size_t i = 0; i < COUNT(changes); i++) {
    struct buf b = {0};
    const char *at = strstr(good, changes[i][0]);
    assert_non_null(at);
    buf_put(&b, (struct str){good, (size_t)(at - good)});
    buf_printf(&b, "%s%s", changes[i][1], at + strlen(changes[i][0]));
    if (!findings(buf_str(&b), NULL, NULL, 0))
      fail_msg("\"%s\" instead of \"%s\" is no finding", changes[i][1], changes[i][0]);
    buf_free(&b);
  }
}

/* More of everything than there is room for. */
static void far_too_much(void **state) {
  (void)state;
  struct buf b = {0};
  buf_puts(&b, "case much\n  entry  9503.00.0073 of CN on 2025-05-01 value 10000 with");
  for (int i = 0; i < 40; i++) buf_printf(&b, " f%d=1,", i);
  buf_puts(&b, "\n");
  for (int k = 0; k < 4; k++) {
    buf_puts(&b, "  refused");
    for (int i = 0; i < 40; i++) buf_printf(&b, " word%d", i);
    buf_puts(&b, "\n");
  }
  for (int k = 0; k < 20; k++) {
    buf_puts(&b, "  bill");
    for (int i = 0; i < 10; i++) buf_printf(&b, " %s q%d is a", i ? "and" : "if", i);
    buf_puts(&b, "\n");
    for (int i = 0; i < 50; i++)
      buf_printf(&b, "    row h%d a very long rate of many words on 1 pays 1\n    zero z%d\n", i,
                 i);
  }
  buf_puts(&b, "  entry  9503.00.0073 of CN on 2025-05-01 value 1 claims");
  for (int i = 0; i < 40; i++) buf_printf(&b, " c%d,", i);
  buf_puts(&b, "\n");
  assert_true(findings(buf_str(&b), NULL, NULL, 0) > 0);
  buf_free(&b);
}

static void noise(void **state) {
  (void)state;
  static const char letters[] = " \t\n,=.0159%#caseentrybillrowzerodutyrefusedifisand";
  uint64_t seed = 12;
  for (int round = 0; round < 400; round++) {
    struct buf b = {0};
    buf_puts(&b, good);
    for (uint32_t i = ask_random(&seed, 12) + 1; i > 0; i--) {
      size_t at = ask_random(&seed, (uint32_t)b.n);
      uint32_t kind = ask_random(&seed, 3);
      if (kind == 0) b.p[at] = letters[ask_random(&seed, sizeof letters - 1)];
      if (kind == 1) memmove(b.p + at, b.p + at + 1, b.n - at), b.n--;
      if (kind == 2) { /* a stretch moved elsewhere */
        size_t to = ask_random(&seed, (uint32_t)b.n), n = b.n - (at > to ? at : to);
        memmove(b.p + to, b.p + at, n > 30 ? 30 : n);
      }
    }
    findings(buf_str(&b), NULL, NULL, 0);
    buf_free(&b);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(good_cases_hold),
      cmocka_unit_test(every_number_counts),
      cmocka_unit_test(far_too_much),
      cmocka_unit_test(noise),
  };
  return cmocka_run_group_tests_name("cases", tests, open_law, close_law);
}
