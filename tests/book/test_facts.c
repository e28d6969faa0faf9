// SPDX-License-Identifier: Apache-2.0
// What the law asks: its facts and its questions, as lists; and the quantity a rate per unit was worked with.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/shipped.h"

static void facts_say_how_they_are_written(void **state) {
  (void)state;
  struct imp_facts *facts = NULL;
  struct imp_error err = {0};
  bool loaded = false, mode = false, usmca = false;
  assert_int_equal(imp_facts(law, &facts, &err), IMP_OK);
  assert_null(imp_facts_at(facts, imp_facts_count(facts)));
  for (uint32_t i = 0; i < imp_facts_count(facts); i++) {
    const struct imp_fact *f = imp_facts_at(facts, i);
    assert_true(f->written[0] == '-');
    if (!strcmp(f->name, "loaded")) {
      loaded = true;
      assert_string_equal(f->type, "day");
      assert_string_equal(f->otherwise, "not on the way");
      assert_string_equal(f->written, "--fact loaded=2025-04-04");
    }
    if (!strcmp(f->name, "mode")) {
      mode = true;
      assert_non_null(strstr(f->values, "ocean"));
      assert_string_equal(f->written, "--fact mode=ocean");
    }
    if (!strcmp(f->name, "usmca")) {
      usmca = true;
      assert_string_equal(f->written, "--claim usmca");
    }
  }
  assert_true(loaded && mode && usmca);
  imp_facts_free(facts);
  imp_facts_free(NULL);
}

static const char *state_on(const char *known) {
  struct imp_outcomes *o = NULL;
  struct imp_error err = {0};
  const char *state = "";
  assert_int_equal(imp_outcomes(law, &(struct imp_query){.known = known}, &o, &err), IMP_OK);
  for (uint32_t i = 0; i < imp_outcomes_count(o); i++)
    if (!strcmp(imp_outcomes_at(o, i)->name, "us-cn.framework"))
      state = !strcmp(imp_outcomes_at(o, i)->state, "open")         ? "open"
              : !strcmp(imp_outcomes_at(o, i)->state, "closed")     ? "closed"
              : !strcmp(imp_outcomes_at(o, i)->state, "not raised") ? "not raised"
                                                                    : "other";
  assert_null(imp_outcomes_at(o, imp_outcomes_count(o)));
  imp_outcomes_free(o);
  return state;
}

static void questions_stand_as_on_the_known_day(void **state) {
  (void)state;
  assert_string_equal(state_on("2025-09-01"), "not raised");
  assert_string_equal(state_on("2025-10-26"), "open");
  assert_string_equal(state_on("2025-11-12"), "closed");
}

static void outcomes_want_a_known_day(void **state) {
  (void)state;
  struct imp_outcomes *o = NULL;
  struct imp_error err = {0};
  assert_int_equal(imp_outcomes(law, &(struct imp_query){.known = "soon"}, &o, &err), IMP_USAGE);
  assert_null(o);
}

static void a_rate_per_unit_names_its_quantity(void **state) {
  (void)state;
  struct imp_line line = {.code = "0402.99.90.00",
                          .from = "NZ",
                          .value = "3333",
                          .on = "2025-03-01",
                          .quantity = "1001",
                          .unit = "kg"};
  struct asked q = ask_line(law, &(struct imp_query){0}, &line);
  assert_int_equal(q.answer->bill_count, 1);
  const struct imp_row *row = &q.answer->bills[0].rows[0];
  assert_string_equal(row->heading, "general");
  assert_string_equal(row->quantity, "1001 kg");
  ask_done(&q);
}

static void a_share_has_no_quantity(void **state) {
  (void)state;
  struct imp_line line = {.code = "4202.92.31.31",
                          .from = "CN",
                          .value = "100",
                          .on = "2025-11-12",
                          .quantity = "10",
                          .unit = "kg"};
  struct asked q = ask_line(law, &(struct imp_query){0}, &line);
  assert_int_equal(q.answer->bill_count, 1);
  for (uint32_t i = 0; i < q.answer->bills[0].row_count; i++)
    assert_null(q.answer->bills[0].rows[i].quantity);
  ask_done(&q);
}

static void below_zero_is_said(void **state) {
  (void)state;
  struct imp_line line = {.code = "4202.92.31.31", .from = "CN", .value = "-5", .on = "2025-11-12"};
  struct asked q = ask_line(law, &(struct imp_query){0}, &line);
  assert_string_equal(q.answer->id, "refuse.value");
  assert_non_null(strstr(q.answer->reason, "below zero"));
  ask_done(&q);
}

int main(void) {
  static const struct CMUnitTest tests[] = {
      cmocka_unit_test(facts_say_how_they_are_written),
      cmocka_unit_test(questions_stand_as_on_the_known_day),
      cmocka_unit_test(outcomes_want_a_known_day),
      cmocka_unit_test(a_rate_per_unit_names_its_quantity),
      cmocka_unit_test(a_share_has_no_quantity),
      cmocka_unit_test(below_zero_is_said),
  };
  return cmocka_run_group_tests(tests, open_law, close_law);
}
