// SPDX-License-Identifier: Apache-2.0
// Names become indices: parents, targets with `but`, spans by jurisdiction, known days.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "law/findings.h"
#include "read.h"

#define MEASURE(name) "measure " name "\n  title T\n  into US\n  of all\n  goods all\n"
#define RATE          "  rate 10% from 2025-02-04 by us.eo.1\n"

static void names_under_names(void **state) {
  (void)state;
  assert_true(law_name_under(STR("us.ieepa.reciprocal"), STR("us.ieepa")));
  assert_true(law_name_under(STR("us.ieepa"), STR("us.ieepa")));
  assert_false(law_name_under(STR("us.ieepa-x"), STR("us.ieepa")));
  assert_false(law_name_under(STR("us"), STR("us.ieepa")));
}

static void blocks_are_sorted_and_have_parents(void **state) {
  (void)state;
  struct read_law r = read_clean(ACT MEASURE("us.b.c.d") RATE MEASURE("us.b") RATE MEASURE("us.b-c")
                                     RATE MEASURE("us.a") RATE MEASURE("us.b.c") RATE);
  const char *const order[] = {"us.a", "us.b", "us.b-c", "us.b.c", "us.b.c.d"};
  for (uint32_t i = 0; i < 5; i++) assert_str(r.law->measures[i].name, order[i]);
  assert_int_equal(r.law->measures[1].parent, LAW_NONE);
  assert_int_equal(r.law->measures[2].parent, LAW_NONE);
  assert_int_equal(r.law->measures[3].parent, 1);
  assert_int_equal(r.law->measures[4].parent, 3);
  assert_int_equal(law_find_measure(r.law, STR("us.c")), LAW_NONE);
  assert_str(r.law->measures[3].jurisdiction, "us");
  read_free(&r);
}

/* A name may be named that no block states, if something stands under it. */
static void targets_are_what_stands_under_a_name(void **state) {
  (void)state;
  struct read_law r = read_clean(ACT MEASURE("us.232.steel") RATE MEASURE("us.232.autos")
                                     RATE MEASURE("us.232.autos.parts") RATE MEASURE("us.232-b")
                                         RATE MEASURE("us.x") RATE
                                 "  yields to us.232 but us.232.autos from 2025-02-04 by us.eo.1\n"
                                 "  exempts us from 2025-02-04 by us.eo.1\n");
  const struct law_measure *m = read_measure(&r, "us.x");
  const struct law_stmt *yields = &m->stmts[4], *exempts = &m->stmts[5];
  assert_int_equal(yields->target_count, 1);
  assert_int_equal(yields->targets[0], law_find_measure(r.law, STR("us.232.steel")));
  assert_int_equal(exempts->target_count, 4); /* all but the one that says it */
  for (uint32_t i = 1; i < 4; i++) assert_true(exempts->targets[i - 1] < exempts->targets[i]);
  read_free(&r);
}

/* What sets hold of a line of eight digits, when they do not hold all of it: both ends of a range, each once. */
static void codes_cut_through_lines_of_eight_digits(void **state) {
  (void)state;
  struct read_law r =
      read_clean(ACT "measure us.x\n  title T\n  into US\n  of all\n"
                     "  goods 8703.23.01, 8703.24.01.90, 4202.92.31.31, 8703.24.01.90\n" RATE
                     "  heading 9903.01.01 goods 8703.21, 4202.92.31 but 4202.92.31.20\n    rate "
                     "5% from 2025-02-04 by "
                     "us.eo.1\n");
  static const uint64_t numbers[] = {4202923120, 4202923131, 8703240190};
  assert_int_equal(r.law->fine_count, 3);
  for (uint32_t i = 0; i < 3; i++) {
    assert_int_equal(r.law->fine[i].lo, numbers[i]);
    assert_int_equal(r.law->fine[i].hi, numbers[i]);
  }
  read_free(&r);
}

/* A name that only carries what stands below it says nothing; one that takes something out does. */
static void names_that_say_something(void **state) {
  (void)state;
  struct read_law r = read_clean(
      ACT MEASURE("us.a") "  suspended from 2025-03-04 until 2025-04-04 by us.eo.1\n" MEASURE(
          "us.a.b") RATE MEASURE("us.c") "  exempts us.a from 2025-02-04 by us.eo.1\n");
  assert_false(read_measure(&r, "us.a")->speaks);
  assert_true(read_measure(&r, "us.a.b")->speaks);
  assert_true(read_measure(&r, "us.c")->speaks);
  read_free(&r);
}

static imp_day until_of(const char *law) {
  struct read_law r = read_clean(law);
  imp_day until = read_measure(&r, "us.x")->stmts[4].when.until;
  read_free(&r);
  return until;
}

static void spans_are_counted_as_the_jurisdiction_counts(void **state) {
  (void)state;
#define SUSPENDED(span) ACT HEAD RATE "  suspended from 2025-08-12 for " span " by us.eo.1\n"
#define SAME            "jurisdiction US\n  count from the same day\n"
#define NEXT            "jurisdiction US\n  count from the next day\n"
  assert_int_equal(until_of(SUSPENDED("90 days")), day("2025-11-10"));
  assert_int_equal(until_of(SAME SUSPENDED("90 days")), day("2025-11-10"));
  assert_int_equal(until_of(SUSPENDED("90 days") NEXT), day("2025-11-11"));
  assert_int_equal(until_of(SAME SUSPENDED("1 year")), day("2026-08-12"));
  assert_int_equal(until_of(NEXT SUSPENDED("18 months")), day("2027-02-13"));
  assert_int_equal(until_of(ACT HEAD RATE "  suspended from 2025-01-31 for 1 month by us.eo.1\n"),
                   day("2025-02-28"));
}

static void known_days(void **state) {
  (void)state;
  struct read_law r =
      read_clean(ACT "act us.fr.1\n  title N\n  kind notice\n  published 2025-03-07\n" HEAD RATE
                     "  rate 20% from 2025-03-04 by us.fr.1\n  rate 30% from 2025-04-04 by us.fr.1 "
                     "known 2025-03-31\n");
  const struct law_stmt *s = read_measure(&r, "us.x")->stmts;
  assert_int_equal(law_when_known(r.law, &s[0].when), DAY_FIRST);
  assert_int_equal(law_when_known(r.law, &s[3].when), day("2025-02-01"));
  assert_int_equal(law_when_known(r.law, &s[4].when), day("2025-03-07"));
  assert_int_equal(law_when_known(r.law, &s[5].when), day("2025-03-31"));
  assert_int_equal(r.law->newest_known, day("2025-03-31"));
  read_free(&r);
}

static void questions_and_facts_are_told_apart(void **state) {
  (void)state;
  struct read_law r =
      read_clean(FACTS ACT "question us.q\n  title Q\n  raised 2025-02-01\n  answers a | b\n" HEAD
                           "  rate 1% from 2025-02-04 by us.eo.1 if us.q is b and mode is air\n");
  const struct law_cond *c = read_measure(&r, "us.x")->stmts[3].cond;
  assert_int_equal(c->kids[0]->kind, LAW_COND_QUESTION);
  assert_int_equal(c->kids[0]->question_index, 0);
  assert_int_equal(c->kids[0]->answer_index, 1);
  assert_int_equal(c->kids[1]->kind, LAW_COND_IS);
  assert_str(r.law->facts[c->kids[1]->fact_index].name, "mode");
  read_free(&r);
}

static void unknown_names_leave_a_walkable_law(void **state) {
  (void)state;
  struct read_law r =
      read_text(HEAD "  rate 1% on nothing-known from 2025-02-04 by us.gone if us.q is a\n"
                     "  yields to us.232 by us.gone\n  heading h goods @us.gone\n");
  const struct law_measure *m = read_measure(&r, "us.x");
  assert_int_equal(m->stmts[3].when.act, LAW_NONE);
  assert_int_equal(m->stmts[3].on.facts[0], LAW_NONE);
  assert_int_equal(m->stmts[4].target_count, 0);
  assert_int_equal(m->headings[0].goods.items[0].list, LAW_NONE);
  assert_int_equal(r.diags.errors, 6);
  read_free(&r);
}

static void the_digest_is_of_paths_and_bytes(void **state) {
  (void)state;
  struct law_text a[2] = {{"a.law", STR("# a\n")}, {"b.law", STR("# b\n")}};
  struct law_text b[2] = {{"a.law", STR("# a\n# b\n")}, {"b.law", STR("")}};
  char digests[2][65];
  for (int i = 0; i < 2; i++) {
    struct law *law;
    struct diag_list diags = {0};
    struct imp_error err;
    assert_int_equal(law_load_texts(i ? b : a, 2, &law, &diags, &err), IMP_OK);
    memcpy(digests[i], law->digest, 65);
    law_free(law);
    diag_free(&diags);
  }
  assert_string_not_equal(digests[0], digests[1]);
}

static void folders_are_read_in_byte_order(void **state) {
  (void)state;
  struct law *law;
  struct diag_list diags = {0};
  struct imp_error err;
  assert_int_equal(law_load(IMPOST_ROOT "/tests/law/fixtures/examples", &law, &diags, &err),
                   IMP_OK);
  assert_int_equal(diags.count, 0);
  for (uint32_t i = 1; i < law->file_count; i++)
    assert_true(strcmp(law->files[i - 1].path, law->files[i].path) < 0);
  assert_int_not_equal(law_find_measure(law, STR("us.ieepa.fentanyl-cn")), LAW_NONE);
  law_free(law);
  diag_free(&diags);
  assert_int_equal(law_load(IMPOST_ROOT "/no-such-folder", &law, &diags, &err), IMP_IO);
}

/* The law that is shipped reads without a finding. */
static void the_shipped_law_is_clean(void **state) {
  (void)state;
  struct law *law;
  struct diag_list diags = {0};
  struct imp_error err;
  assert_int_equal(law_load(IMPOST_ROOT "/law", &law, &diags, &err), IMP_OK);
  if (diags.count)
    fail_msg("%s:%u: %s", diags.items[0].file, diags.items[0].line, diags.items[0].message);
  law_free(law);
  diag_free(&diags);
}

static bool begins_block(struct str s) {
  static const char *const words[] = {"act ", "measure ", "question ", "list ", "jurisdiction "};
  for (size_t i = 0; i < 5; i++)
    if (str_starts(s, str_of(words[i]))) return true;
  return false;
}

/* The examples of the page about the language can be read; what they name may stand elsewhere. */
static void the_page_can_be_read(void **state) {
  (void)state;
  struct arena a = {0};
  struct str page, part;
  struct imp_error err;
  int examples = 0;
  assert_int_equal(file_read(&a, IMPOST_ROOT "/docs/language.md", 0, &page, &err), IMP_OK);
  for (struct str rest = page; str_split(&rest, '`', &part);) {
    if (part.n == 0 || part.p[0] != '\n' || !begins_block(str_sub(part, 1, part.n))) continue;
    struct read_law r = read_text(str_dup(&a, part));
    for (size_t i = 0; i < r.diags.count; i++)
      if (strncmp(r.diags.items[i].id, "parse.", 6) == 0)
        fail_msg("%.*s: %s", (int)part.n, part.p, r.diags.items[i].message);
    read_free(&r);
    examples++;
  }
  assert_true(examples >= 5);
  arena_free(&a);
}

static void distances(void **state) {
  (void)state;
  assert_int_equal(edit_distance(STR("loaded"), STR("laoded"), 3), 1);
  assert_int_equal(edit_distance(STR("loaded"), STR("loaded"), 3), 0);
  assert_int_equal(edit_distance(STR("rate"), STR("rates"), 3), 1);
  assert_int_equal(edit_distance(STR("us.eo.14257"), STR("us.eo.14275"), 3), 1);
  assert_int_equal(edit_distance(STR(""), STR("ab"), 3), 2);
  assert_int_equal(edit_distance(STR("abcdef"), STR("uvwxyz"), 3), 4);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(names_under_names),
      cmocka_unit_test(blocks_are_sorted_and_have_parents),
      cmocka_unit_test(targets_are_what_stands_under_a_name),
      cmocka_unit_test(spans_are_counted_as_the_jurisdiction_counts),
      cmocka_unit_test(known_days),
      cmocka_unit_test(questions_and_facts_are_told_apart),
      cmocka_unit_test(unknown_names_leave_a_walkable_law),
      cmocka_unit_test(the_digest_is_of_paths_and_bytes),
      cmocka_unit_test(folders_are_read_in_byte_order),
      cmocka_unit_test(the_shipped_law_is_clean),
      cmocka_unit_test(the_page_can_be_read),
      cmocka_unit_test(distances),
      cmocka_unit_test(codes_cut_through_lines_of_eight_digits),
      cmocka_unit_test(names_that_say_something),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
