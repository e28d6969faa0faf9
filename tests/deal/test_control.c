// SPDX-License-Identifier: Apache-2.0
// Controls over law written here: conditions in three values, precedence within a control and across controls, states,
// days in force, matching.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "deal/control.h"
#include "law/read.h"

static const char law_text[] =
    "jurisdiction CN\n"
    "  title  China\n"
    "\n"
    "facts case\n"
    "  fact importer  party  \"who imports\"\n"
    "  fact end-user  party  \"who uses\"\n"
    "  fact party  party of importer, end-user  \"whoever\"\n"
    "  fact military-user  yes or no  \"military?\"\n"
    "  fact end-use  any of wmd, civil, relief  \"what for\"\n"
    "  fact grain  quantity µm  \"grain\"\n"
    "  fact purity  share  \"purity\"\n"
    "  fact made  places  \"where made\"\n"
    "  fact general  claim  \"held\"\n"
    "\n"
    "act cn.act\n"
    "  title   Act\n"
    "  kind    announcement\n"
    "  signed  2025-01-01\n"
    "  source  official here\n"
    "\n"
    "act cn.later\n"
    "  title   Later\n"
    "  kind    announcement\n"
    "  signed  2025-03-01\n"
    "  source  official here\n"
    "\n"
    "parties cn.listed\n"
    "  title  Listed\n"
    "  by     cn.act\n"
    "  acme  \"Acme Works\"\n"
    "\n"
    "items cn.list\n"
    "  title  List\n"
    "  by     cn.act\n"
    "  a.1  \"fine powder\"   when grain at most 50 µm   codes 28053019\n"
    "  a.2  \"coarse powder\"  near 2805.30\n"
    "  b    \"ingot\"          when purity at least 99.9% and made in all but US\n"
    "\n"
    "items cn.gathered\n"
    "  title  Gathered\n"
    "  by     cn.act\n"
    "  @cn.own\n"
    "\n"
    "items cn.own\n"
    "  title  Own\n"
    "  by     cn.act\n"
    "  w      \"wire\"  near 7217\n"
    "\n"
    "control cn.own\n"
    "  title     What makes wire an item\n"
    "  out of    CN\n"
    "  items     @cn.own\n"
    "  by        cn.act\n"
    "  licence   required  from 2025-01-10\n"
    "  suspended from 2025-02-01 until 2025-02-21  by cn.act\n"
    "\n"
    "control cn.all\n"
    "  title     All that is gathered\n"
    "  into      HK\n"
    "  items     @cn.gathered\n"
    "  by        cn.act\n"
    "  prohibited  from 2025-01-02  if military-user\n"
    "\n"
    "control cn.one\n"
    "  title     One\n"
    "  out of    CN\n"
    "  items     @cn.list\n"
    "  by        cn.act\n"
    "  licence   required  from 2025-01-10\n"
    "  licence   general   from 2025-01-10  if claimed general\n"
    "  licence   not needed  from 2025-01-10  if end-use is relief\n"
    "  review    case by case  from 2025-01-10\n"
    "  review    refused in principle  from 2025-01-10  if party owned at least 50% by @cn.listed\n"
    "  suspended from 2025-02-01 until 2025-02-11  by cn.act\n"
    "  suspended from 2025-02-11 until 2025-02-21  by cn.act\n"
    "\n"
    "control cn.two\n"
    "  title     Two\n"
    "  into      US\n"
    "  of        CN\n"
    "  covers    export, re-export\n"
    "  items     @cn.list\n"
    "  by        cn.act\n"
    "  prohibited  from 2025-01-10  if military-user or party in @cn.listed\n"
    "  ends      2025-04-01  by cn.later\n";

static struct read_law text;
static struct deal_index ix;
static struct arena arena;

static int begin(void **state) {
  (void)state;
  text = read_clean(law_text);
  return !deal_index_build(&arena, text.law, &ix);
}

static int finish(void **state) {
  (void)state;
  arena_free(&arena);
  read_free(&text);
  return 0;
}

struct asked {
  struct deal_case c;
  struct view view;
  struct deal_matches m;
  struct deal_judgement j;
};

/* Facts as "name=value name=value"; `known` NULL: as best known. */
static struct asked *ask(const char *item, const char *way, const char *on, const char *facts,
                         const char *known) {
  struct asked *a = arena_alloc(&arena, sizeof *a);
  struct str rest = str_of(facts), one, name;
  struct refusal no = {0};
  assert_non_null(a);
  assert_true(deal_case_start(&arena, text.law, NULL, &a->c));
  a->c.on = day(on);
  a->c.out_of = a->c.origin = LAW_PLACE(way[0], way[1]);
  a->c.into = LAW_PLACE(way[2], way[3]);
  while (facts[0] && str_split(&rest, ' ', &one)) {
    struct str value = one;
    str_split(&value, '=', &name);
    assert_true(deal_case_set(&arena, &a->c, name, value, &no));
    if (no.id) fail_msg("%s", no.reason);
  }
  assert_true(view_make(&a->view, &arena, text.law, known ? day(known) : day("2026-01-01"),
                        CLOCK_UNSTATED, false));
  struct deal_env env = {&a->c, &a->view, LAW_NONE};
  deal_match(&ix, str_of(item), a->c.on, true, &a->m);
  deal_match_limits(&env, &a->m);
  deal_judge(&env, &a->m, &a->j);
  return a;
}

static enum deal_result result(const char *item, const char *way, const char *on,
                               const char *facts) {
  return ask(item, way, on, facts, NULL)->j.result;
}

static void within_a_control(void **state) {
  (void)state;
  assert_int_equal(result("a.2", "CNDE", "2025-01-15", ""), DEAL_IS_REQUIRED);
  assert_int_equal(result("a.2", "CNDE", "2025-01-15", "general=yes"), DEAL_IS_GENERAL);
  assert_int_equal(result("a.2", "CNDE", "2025-01-15", "general=yes end-use=relief"),
                   DEAL_IS_NOT_NEEDED);
  assert_int_equal(result("a.2", "CNDE", "2025-01-09", ""), DEAL_IS_NOTHING);
}

/* A ban over a list that gathers others begins, is suspended and goes on with what makes the entry an item. */
static void as_what_is_gathered(void **state) {
  (void)state;
  assert_int_equal(result("wire", "CNHK", "2025-01-09", "military-user=yes"), DEAL_IS_NOTHING);
  assert_int_equal(result("wire", "CNHK", "2025-01-10", "military-user=yes"), DEAL_IS_PROHIBITED);
  assert_int_equal(result("wire", "CNHK", "2025-01-10", "military-user=no"), DEAL_IS_REQUIRED);
  struct asked *a = ask("wire", "CNHK", "2025-02-05", "military-user=yes", NULL);
  assert_int_equal(a->j.result, DEAL_IS_SUSPENDED);
  uint32_t lent = 0;
  for (uint32_t i = 0; i < a->j.count; i++)
    lent += a->j.findings[i].need == DEAL_IS_PROHIBITED && a->j.findings[i].lent_by != LAW_NONE &&
            a->j.findings[i].stay.until == day("2025-02-21");
  assert_int_equal(lent, 1);
  assert_int_equal(result("wire", "CNHK", "2025-02-20", "military-user=yes"), DEAL_IS_SUSPENDED);
  assert_int_equal(result("wire", "CNHK", "2025-02-21", "military-user=yes"), DEAL_IS_PROHIBITED);
}

static void sure_of_the_item(void **state) {
  (void)state;
  assert_true(ask("a.2", "CNDE", "2025-02-05", "", NULL)->j.sure);      /* suspended */
  assert_false(ask("2805.30", "CNDE", "2025-02-05", "", NULL)->j.sure); /* by number alone */
  assert_int_equal(result("2805.30", "CNDE", "2025-02-05", ""), DEAL_IS_SUSPENDED);
  assert_true(ask("a.2", "CNDE", "2025-01-15", "end-use=relief", NULL)->j.sure);
  assert_false(ask("2805.30", "CNDE", "2025-01-15", "end-use=relief", NULL)->j.sure);
}

static void across_controls(void **state) {
  (void)state;
  assert_int_equal(result("a.2", "CNUS", "2025-01-15", "military-user=yes end-use=relief"),
                   DEAL_IS_PROHIBITED);
  assert_int_equal(result("a.2", "CNUS", "2025-01-15", ""),
                   DEAL_IS_REQUIRED); /* a ban nobody said */
  assert_int_equal(ask("a.2", "CNUS", "2025-01-15", "", NULL)->j.open_count, 2 + 1);
  assert_int_equal(result("a.2", "DEUS", "2025-01-15", "origin=CN"), DEAL_IS_MAYBE);
  assert_int_equal(result("a.2", "DEUS", "2025-01-15", ""), DEAL_IS_NOTHING);
  assert_int_equal(result("a.2", "CNUS", "2025-04-01", "military-user=yes"), DEAL_IS_REQUIRED);
}

static void parties(void **state) {
  (void)state;
  assert_int_equal(result("a.2", "CNUS", "2025-01-15", "importer=@cn.listed"), DEAL_IS_PROHIBITED);
  assert_int_equal(result("a.2", "CNUS", "2025-01-15", "end-user=@cn.listed"), DEAL_IS_PROHIBITED);
  struct asked *half = ask("a.2", "CNDE", "2025-01-15", "importer.owned=50%", NULL);
  assert_int_equal(deal_strictest_review(&half->j)->review, DEAL_REFUSED);
  struct asked *less = ask("a.2", "CNDE", "2025-01-15", "importer.owned=49.99%", NULL);
  assert_int_equal(deal_strictest_review(&less->j)->review, DEAL_CASE_BY_CASE);
}

static void suspended_days(void **state) {
  (void)state;
  assert_int_equal(result("a.2", "CNDE", "2025-01-31", ""), DEAL_IS_REQUIRED);
  assert_int_equal(result("a.2", "CNDE", "2025-02-01", ""), DEAL_IS_SUSPENDED);
  assert_int_equal(result("a.2", "CNDE", "2025-02-20", ""), DEAL_IS_SUSPENDED);
  assert_int_equal(result("a.2", "CNDE", "2025-02-21", ""), DEAL_IS_REQUIRED);
  struct asked *a = ask("a.2", "CNDE", "2025-02-05", "", NULL);
  uint32_t one = deal_find_control(text.law->deal, STR("cn.one"));
  struct deal_stay stay = deal_stay_of(&a->view, text.law->deal->controls, one,
                                       (struct moment){day("2025-02-05"), CLOCK_UNSTATED});
  assert_int_equal(stay.until, day("2025-02-21")); /* one after the other */
  assert_int_equal(deal_days_in_force(&a->view, text.law->deal->controls, one, NULL,
                                      day("2025-01-09")),
                   0);
  assert_int_equal(deal_days_in_force(&a->view, text.law->deal->controls, one, NULL,
                                      day("2025-02-15")),
                   22);
  assert_int_equal(deal_days_in_force(&a->view, text.law->deal->controls, one, NULL,
                                      day("2025-02-22")),
                   24);
}

static void what_is_known(void **state) {
  (void)state;
  struct asked *before = ask("a.2", "CNUS", "2025-04-01", "military-user=yes", "2025-02-28");
  assert_int_equal(before->j.result, DEAL_IS_PROHIBITED); /* its end was not known */
  assert_int_equal(ask("a.2", "CNUS", "2025-01-15", "", "2024-12-31")->m.count, 0);
}

static void matching(void **state) {
  (void)state;
  assert_int_equal(result("fine powder", "CNDE", "2025-01-15", ""), DEAL_IS_MAYBE);
  assert_int_equal(result("Fine  POWDER.", "CNDE", "2025-01-15", "grain=50"), DEAL_IS_REQUIRED);
  assert_int_equal(result("fine powder", "CNDE", "2025-01-15", "grain=0.05mm"), DEAL_IS_REQUIRED);
  assert_int_equal(result("fine powder", "CNDE", "2025-01-15", "grain=50.1"), DEAL_IS_NOTHING);
  assert_int_equal(result("2805301999", "CNDE", "2025-01-15", "grain=50.1"), DEAL_IS_MAYBE);
  assert_int_equal(ask("28053019", "CNDE", "2025-01-15", "", NULL)->m.count, 2);
  assert_int_equal(ask("2805300000", "CNDE", "2025-01-15", "", NULL)->m.count,
                   1); /* all digits: near */
  assert_int_equal(ask("2806.00", "CNDE", "2025-01-15", "", NULL)->m.count, 0);
  assert_int_equal(ask("cn.list.a", "CNDE", "2025-01-15", "", NULL)->m.count, 2);
  assert_int_equal(ask("a", "CNDE", "2025-01-15", "", NULL)->m.count, 0); /* a word, and no name */
  assert_int_equal(ask("cn.list", "CNDE", "2025-01-15", "", NULL)->m.count, 3);
  struct asked *away = ask("finer powder", "CNDE", "2025-01-15", "", NULL);
  assert_int_equal(away->m.count, 0);
  assert_int_equal(away->m.offer_count, 2);
  assert_int_equal(away->j.result, DEAL_IS_NOTHING);
  assert_int_equal(ask("ingots", "CNDE", "2025-01-15", "", NULL)->m.offer_count, 1);
  assert_int_equal(ask("cotton shirts", "CNDE", "2025-01-15", "", NULL)->m.offer_count, 0);
}

static void made_is_the_origin(void **state) {
  (void)state;
  assert_int_equal(result("ingot", "CNDE", "2025-01-15", "purity=99.9%"), DEAL_IS_REQUIRED);
  assert_int_equal(result("ingot", "CNDE", "2025-01-15", "purity=99.9% made=US"), DEAL_IS_NOTHING);
  assert_int_equal(result("ingot", "CNDE", "2025-01-15", "purity=99.89%"), DEAL_IS_NOTHING);
  assert_int_equal(result("ingot", "CNDE", "2025-01-15", ""), DEAL_IS_MAYBE);
}

static void bad_facts(void **state) {
  (void)state;
  static const char *const bad[][2] = {
      {"grain", "big"},         {"grain", "5 kg"},        {"grain", ""},
      {"purity", "101%"},       {"purity", "50"},         {"military-user", "perhaps"},
      {"end-use", "war"},       {"importer.owned", "60"}, {"importer.owned.Atlantis", "60%"},
      {"importer", "@cn.list"}, {"importer.size", "9"},   {"party", "US"},
      {"colour", "red"},        {"cn.none.items", "yes"}, {"origin", "CN,US"},
      {"made-with", "Moon"},    {"content", "0,4"},       {"", "yes"}};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    struct deal_case c;
    struct refusal no = {0};
    assert_true(deal_case_start(&arena, text.law, NULL, &c));
    assert_true(deal_case_set(&arena, &c, str_of(bad[i][0]), str_of(bad[i][1]), &no));
    if (!no.id) fail_msg("%s=%s was taken", bad[i][0], bad[i][1]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(within_a_control),
                                     cmocka_unit_test(as_what_is_gathered),
                                     cmocka_unit_test(sure_of_the_item),
                                     cmocka_unit_test(across_controls),
                                     cmocka_unit_test(parties),
                                     cmocka_unit_test(suspended_days),
                                     cmocka_unit_test(what_is_known),
                                     cmocka_unit_test(matching),
                                     cmocka_unit_test(made_is_the_origin),
                                     cmocka_unit_test(bad_facts)};
  return cmocka_run_group_tests_name("controls", tests, begin, finish);
}
