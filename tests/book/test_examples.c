// SPDX-License-Identifier: Apache-2.0
// The example law of the language page is read without errors and every assert in it holds.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "book/judge.h"
#include "support/ask.h"

#define EXAMPLES IMPOST_ROOT "/tests/law/fixtures/examples"

static struct imp_law law;

static int open_law(void **state) {
  (void)state;
  struct diag_list diags = {0};
  struct buf shown = {0};
  if (law_load(EXAMPLES, &law.law, &diags, NULL) != IMP_OK) return 1;
  diag_print(&diags, &shown);
  if (shown.n) print_error("%s", shown.p);
  buf_free(&shown);
  int errors = diags.errors != 0;
  diag_free(&diags);
  return errors || names_load(ask_folder(), &law.names, NULL) != IMP_OK;
}

static int close_law(void **state) {
  (void)state;
  law_free(law.law);
  names_free(law.names);
  return 0;
}

static uint32_t written_asserts(void) {
  uint32_t n = 0;
  for (uint32_t m = 0; m < law.law->measure_count; m++) n += law.law->measures[m].assert_count;
  return n;
}

static void all_asserts_hold(void **state) {
  (void)state;
  struct diag_list diags = {0};
  struct buf shown = {0};
  struct judge j = {.law = &law, .diags = &diags};
  judge_asserts(&j);
  assert_false(j.no_memory);
  diag_print(&diags, &shown);
  if (diags.count) print_error("%s", shown.p);
  assert_int_equal(diags.count, 0);
  assert_int_equal(j.asserts, written_asserts());
  assert_true(j.asserts > 50);
  buf_free(&shown);
  diag_free(&diags);
}

/* An assert that is changed to say something else does not hold: the judge can tell. */
static void a_changed_assert_fails(void **state) {
  (void)state;
  uint32_t changed = 0, caught = 0;
  for (uint32_t m = 0; m < law.law->measure_count; m++) {
    struct law_measure *measure = &law.law->measures[m];
    for (uint32_t i = 0; i < measure->assert_count; i++) {
      struct law_assert kept = measure->asserts[i], *a = &measure->asserts[i];
      if (a->pays != LAW_PAYS_AMOUNT || a->low.kind != LAW_AMOUNT_SHARE || a->is_range) continue;
      struct diag_list diags = {0};
      struct judge j = {.law = &law, .diags = &diags};
      if (!rat_add(a->low.value, (struct rat){1, 100}, &a->low.value)) continue;
      a->high = a->low;
      uint32_t count = law.law->measure_count;
      judge_asserts(&j);
      assert_int_equal(law.law->measure_count, count);
      changed++;
      caught += diags.errors == 1;
      *a = kept;
      diag_free(&diags);
      if (changed == 12) break;
    }
    if (changed == 12) break;
  }
  assert_int_equal(changed, 12);
  assert_int_equal(caught, 12);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_asserts_hold),
      cmocka_unit_test(a_changed_assert_fails),
  };
  return cmocka_run_group_tests_name("examples", tests, open_law, close_law);
}
