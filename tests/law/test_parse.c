// SPDX-License-Identifier: Apache-2.0
// The grammar: each construct read once, and its meaning in the tree.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read.h"

static void assert_rat(struct rat r, int64_t num, int64_t den) {
  assert_true(r.num == num && r.den == den);
}

/* The only statement of the only measure below HEAD, after its three scope lines. */
static struct law_stmt one(struct read_law *r) {
  const struct law_measure *m = read_measure(r, "us.x");
  assert_true(m->count >= 4);
  return m->stmts[3];
}

static void codes_in_every_spelling(void **state) {
  (void)state;
  uint64_t lo, hi;
  uint8_t n;
  const char *const same[] = {"4202923131", "4202.92.3131", "4202.92.31.31", "4202 92 31 31"};
  for (size_t i = 0; i < 4; i++) {
    assert_true(law_code_parse(str_of(same[i]), &lo, &hi, &n));
    assert_int_equal(lo, 4202923131);
    assert_int_equal(hi, 4202923131);
    assert_int_equal(n, 10);
  }
  assert_true(law_code_parse(STR("8507.60"), &lo, &hi, &n));
  assert_int_equal(lo, 8507600000);
  assert_int_equal(hi, 8507609999);
  assert_true(law_code_parse(STR("01"), &lo, &hi, &n));
  assert_int_equal(lo, 100000000);
  assert_int_equal(hi, 199999999);
  const char *const wrong[] = {"",       "1",         "123", "12345678901", "8507.", ".8507",
                               "85..07", "8507.60.x", "CN",  "123456789",   " 8507", "8507-8508"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    assert_false(law_code_parse(str_of(wrong[i]), &lo, &hi, &n));
}

static void rates_of_the_schedule(void **state) {
  (void)state;
  struct arena a = {0};
  struct law_expr e;
  assert_true(law_expr_parse(&a, STR("33 1/3%"), &e));
  assert_rat(e.terms[0].value, 1, 3);
  assert_true(law_expr_parse(&a, STR("41.7c/kg + 0.9%"), &e));
  assert_int_equal(e.count, 2);
  assert_int_equal(e.terms[0].kind, LAW_TERM_PER_UNIT);
  assert_rat(e.terms[0].value, 417, 1000);
  assert_str(e.terms[0].unit, "kg");
  assert_int_equal(e.terms[1].op, LAW_OP_PLUS);
  assert_rat(e.terms[1].value, 9, 1000);
  assert_true(law_expr_parse(&a, STR("Free"), &e));
  assert_int_equal(e.terms[0].kind, LAW_TERM_FREE);
  const char *const wrong[] = {"?sugar-degree", "",     "7,5%", "5",     "%",     "$",
                               "$1.05/",        "c/kg", "2%x",  "1% 2%", "1%\n2%"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    assert_false(law_expr_parse(&a, str_of(wrong[i]), &e));
  arena_free(&a);
}

static void a_rate_with_everything(void **state) {
  (void)state;
  struct read_law r =
      read_clean(FACTS ACT HEAD
                 "  rate  15%   less  base  on value less us-content, content.steel\n"
                 "        if loaded before 2025-04-05 and (mode is air or not smelted in RU)\n"
                 "        of CN, HK  goods 8501-8503 but 8502.11, 8503 ex \"rotors\"\n"
                 "        from 2025-02-04 through 2025-03-04 by us.eo.1 \"2(a)\" known 2025-02-02\n"
                 "        printed 2025-02-10 unconfirmed \"not re-read\"\n");
  struct law_stmt s = one(&r);
  assert_int_equal(s.kind, LAW_RATE);
  assert_str(s.expr.text, "15% less base");
  assert_int_equal(s.expr.less, LAW_LESS_BASE);
  assert_true(s.on.stated && s.on.value_less && !s.on.else_value);
  assert_int_equal(s.on.count, 2);
  assert_int_equal(r.law->facts[s.on.facts[1]].type, LAW_FACT_PART);
  assert_int_equal(s.cond->kind, LAW_COND_AND);
  assert_int_equal(s.cond->kids[0]->kind, LAW_COND_BEFORE);
  assert_int_equal(s.cond->kids[0]->day, day("2025-04-05"));
  assert_int_equal(s.cond->kids[1]->kind, LAW_COND_OR);
  assert_int_equal(s.cond->kids[1]->kids[1]->kind, LAW_COND_NOT);
  assert_int_equal(s.of.count, 2);
  assert_int_equal(s.of.items[1].place, LAW_PLACE('H', 'K'));
  assert_int_equal(s.goods.items[0].lo, 8501000000);
  assert_int_equal(s.goods.items[0].hi, 8503999999);
  assert_int_equal(s.goods.but_count, 2);
  assert_str(s.goods.but[1].ex, "rotors");
  assert_int_equal(s.when.from, day("2025-02-04"));
  assert_int_equal(s.when.until, day("2025-03-05"));
  assert_int_equal(s.when.known, day("2025-02-02"));
  assert_true(s.when.has_printed && s.when.is_unconfirmed);
  assert_str(s.when.cite, "2(a)");
  assert_str(s.when.unconfirmed, "not re-read");
  read_free(&r);
}

static void fees_and_clamps(void **state) {
  (void)state;
  struct read_law r = read_clean(ACT HEAD "  fee  0.3464% at least $31.67 at most $614.35 per "
                                          "entry  from 2023-10-01 by us.eo.1 known 2025-02-01\n");
  struct law_stmt s = one(&r);
  assert_int_equal(s.kind, LAW_FEE);
  assert_true(s.expr.per_entry);
  assert_int_equal(s.expr.count, 3);
  assert_int_equal(s.expr.terms[1].op, LAW_OP_AT_LEAST);
  assert_rat(s.expr.terms[2].value, 12287, 20);
  read_free(&r);
}

static void other_demands(void **state) {
  (void)state;
  struct read_law r = read_clean(
      ACT HEAD
      "  heading a of CN\n    ban from 2025-02-04 by us.eo.1\n"
      "  heading b of HK\n    licence required from 2025-02-04 by us.eo.1\n"
      "  heading c of MO\n    promise 2,500 ton from 2025-02-04 by us.eo.1\n"
      "  heading d\n    quota 65,205 number each year from 2025-02-04 by us.eo.1\n"
      "    quota unknown each quarter from 2026-02-04 by us.eo.1\n    rate free by us.eo.1\n");
  const struct law_measure *m = read_measure(&r, "us.x");
  assert_int_equal(m->headings[0].stmts[0].kind, LAW_BAN);
  assert_str(m->headings[1].stmts[0].text, "required");
  assert_rat(m->headings[2].stmts[0].quota.value, 2500, 1);
  assert_rat(m->headings[3].stmts[0].quota.value, 65205, 1);
  assert_str(m->headings[3].stmts[0].quota.unit, "number");
  assert_str(m->headings[3].stmts[0].period, "year");
  assert_true(m->headings[3].stmts[1].quota_unknown);
  read_free(&r);
}

static void headings_on_one_line(void **state) {
  (void)state;
  struct read_law r = read_clean(
      FACTS ACT HEAD
      "  heading 9903.05.20 \"some words\" of DZ  goods 50-63  if claimed usmca, S+  rate 12.5%\n"
      "       from 2026-07-24\n       by us.eo.1\n"
      "  heading 9903.05.21\n     of CN\n     if claimed\n    rate 10% from 2026-07-24 by "
      "us.eo.1\n");
  const struct law_heading *h = read_measure(&r, "us.x")->headings;
  assert_str(h[0].label, "9903.05.20");
  assert_str(h[0].text, "some words");
  assert_int_equal(h[0].cond->label_count, 2);
  assert_str(h[0].cond->labels[1], "S+");
  assert_int_equal(h[0].count, 1);
  assert_int_equal(h[0].stmts[0].when.from, day("2026-07-24"));
  assert_int_equal(h[0].stmts[0].when.act, 0);
  assert_true(h[1].has_of && h[1].cond && h[1].cond->label_count == 0);
  assert_int_equal(h[1].count, 1);
  read_free(&r);
}

static void states(void **state) {
  (void)state;
  struct read_law r =
      read_clean(ACT "question us.q\n  title Q\n  raised 2025-02-01\n  answers a | b\n" HEAD
                     "  rate 34% from 2025-02-04 by us.eo.1\n"
                     "  suspended 24% from 2025-05-14 until 2025-08-12 by us.eo.1\n"
                     "  suspended from 2025-09-01 by us.eo.1 if us.q is a\n"
                     "  void from 2025-02-04 by us.eo.1\n  resumes from 2025-10-01 by us.eo.1\n"
                     "  ends 2026-01-01 by us.eo.1\n"
                     "  not encoded from 2025-03-01 \"the annex\" by us.eo.1 \"3\"\n");
  const struct law_stmt *s = read_measure(&r, "us.x")->stmts;
  assert_true(s[4].has_points);
  assert_rat(s[4].points, 6, 25);
  assert_false(s[5].has_points);
  assert_int_equal(s[5].cond->kind, LAW_COND_QUESTION);
  assert_int_equal(s[5].cond->answer_index, 0);
  assert_int_equal(s[6].kind, LAW_VOID);
  assert_int_equal(s[7].when.from, day("2025-10-01"));
  assert_int_equal(s[8].day, day("2026-01-01"));
  assert_str(s[9].text, "the annex");
  assert_str(s[9].when.cite, "3");
  read_free(&r);
}

static void one_act_serves_the_lines_below(void **state) {
  (void)state;
  struct read_law r = read_clean(
      ACT "act us.eo.2\n  title Another\n  kind executive order\n  signed 2025-02-02\n" HEAD
          "  by us.eo.1 \"1\"\n  rate 10% from 2025-02-04\n  heading a of CN\n    by us.eo.2\n    "
          "rate 5% from 2025-02-04\n"
          "  heading b of HK\n    rate 6% from 2025-02-04 \"4\"\n");
  const struct law_measure *m = read_measure(&r, "us.x");
  assert_str(m->stmts[3].when.act_name, "us.eo.1");
  assert_str(m->stmts[3].when.cite, "1");
  assert_str(m->headings[0].stmts[0].when.act_name, "us.eo.2");
  assert_str(m->headings[1].stmts[0].when.act_name, "us.eo.1");
  assert_str(m->headings[1].stmts[0].when.cite, "4");
  read_free(&r);
}

static void asserts_in_full(void **state) {
  (void)state;
  struct read_law r = read_clean(
      FACTS ACT
      "question us.q\n  title Q\n  raised 2025-02-01\n  answers a | b\n" HEAD
      "  heading 9903.01.25\n    rate 10% from 2025-02-04 by us.eo.1\n"
      "  assert 9503.00.0073 of CN on 2025-05-01 known 2025-04-02 basis legal if us.q is stands\n"
      "         with claims=usmca,9903.01.25 us-content=30%, loaded=2025-04-20 value=1,000 "
      "patented\n"
      "         pays 0% to $19.50 under 9903.01.25 in us\n"
      "  assert 9503 of CN on 2025-05-01 refused\n  assert 9503 of CN on 2025-05-01 prohibited\n"
      "  assert 9503 of CN on 2025-05-01 pays nothing\n");
  const struct law_assert *a = read_measure(&r, "us.x")->asserts;
  assert_int_equal(a[0].code, 9503000073);
  assert_int_equal(a[0].digits, 10);
  assert_int_equal(a[0].known, day("2025-04-02"));
  assert_str(a[0].basis, "legal");
  assert_int_equal(a[0].picks[0].answer_index, LAW_NONE);
  assert_int_equal(a[0].with_count, 5);
  assert_str(a[0].withs[0].value, "usmca,9903.01.25");
  assert_str(a[0].withs[1].value, "30%");
  assert_str(a[0].withs[3].value, "1,000");
  assert_str(a[0].withs[4].value, "yes");
  assert_true(a[0].is_range);
  assert_rat(a[0].high.value, 39, 2);
  assert_str(a[0].under, "9903.01.25");
  assert_str(a[0].in, "us");
  assert_int_equal(a[1].pays, LAW_PAYS_REFUSED);
  assert_str(a[1].in, "us.x");
  assert_int_equal(a[2].pays, LAW_PAYS_PROHIBITED);
  assert_int_equal(a[3].pays, LAW_PAYS_NOTHING);
  read_free(&r);
}

static void lists_of_goods_and_places(void **state) {
  (void)state;
  struct read_law r = read_clean(
      ACT
      "list us.goods\n  title Some goods\n  add  by us.eo.1\n    0201.10.05  0201.10.10\n"
      "    8413.91.9080 ex \"a note\"\n    2931.90.90 but 2931.90.9051, 2931.90.9052\n"
      "  drop 0201.10.10  from 2025-03-01 by us.eo.1\nlist eu\n  add AT, BE,\n    DE\n    FR  IT\n"
      "list all-of-them\n  add @eu, CN\n");
  const struct law_list *goods = &r.law->lists[law_find_list(r.law, STR("us.goods"))];
  assert_str(goods->title, "Some goods");
  assert_false(goods->of_places);
  assert_int_equal(goods->count, 2);
  assert_int_equal(goods->lines[0].count, 3);
  assert_int_equal(goods->lines[0].sets[0].count, 2);
  assert_int_equal(goods->lines[0].set_pos[2].line, 10);
  assert_str(goods->lines[0].sets[1].items[0].ex, "a note");
  assert_int_equal(goods->lines[0].sets[2].but_count, 2);
  assert_true(goods->lines[1].drop);
  const struct law_list *eu = &r.law->lists[law_find_list(r.law, STR("eu"))];
  assert_true(eu->of_places);
  assert_int_equal(eu->lines[0].sets[0].count, 3);
  assert_int_equal(eu->lines[0].sets[1].count, 2);
  assert_true(r.law->lists[law_find_list(r.law, STR("all-of-them"))].of_places);
  read_free(&r);
}

static void acts_and_questions(void **state) {
  (void)state;
  struct read_law r = read_clean(
      "act us.fr.90-1\n  title A notice, of things\n  kind notice  unconfirmed \"only a copy\"\n"
      "  published 2025-11-10  90 FR 50947\n  source copy example.org 24\n  source report, "
      "somewhere\n"
      "  source official\n  note says nothing else\n"
      "act us.post\n  title A post\n  kind post\n  signed 2025-10-10 unconfirmed\n  known "
      "2025-10-09\n"
      "question us.q\n  title Is it?\n  raised 2025-10-10\n  answers yes-it-is|no-it-is-not\n  due "
      "2025-10-30\n"
      "  due 2025-11-30 known 2025-10-29 by us.post\n  answered yes-it-is by us.post\n");
  const struct law_act *notice = &r.law->acts[law_find_act(r.law, STR("us.fr.90-1"))];
  assert_true(notice->binds);
  assert_str(notice->title, "A notice, of things");
  assert_str(notice->publication, "90 FR 50947");
  assert_int_equal(notice->source, LAW_SOURCE_REPORT);
  assert_int_equal(law_act_known(notice), day("2025-11-10"));
  const struct law_act *post = &r.law->acts[law_find_act(r.law, STR("us.post"))];
  assert_false(post->binds);
  assert_int_equal(law_act_known(post), day("2025-10-09"));
  const struct law_question *q = &r.law->questions[0];
  assert_int_equal(q->answer_count, 2);
  assert_int_equal(q->due_count, 2);
  assert_int_equal(law_when_known(r.law, &q->due_when[1]), day("2025-10-29"));
  assert_int_equal(q->answered[0].answer, 0);
  read_free(&r);
}

static void jurisdictions_and_facts(void **state) {
  (void)state;
  struct read_law r = read_clean(
      ACT HEAD
      "jurisdiction US\n  title United States\n  money USD\n  zone America/New_York\n"
      "  order us.x, us\n  order us.x  from 2026-08-22 by us.eo.1\n  count from the "
      "next day\n"
      "  read through 2026-10-09\n"
      "  fact loaded date else \"not on the way\" \"laden on the vessel\"\n  fact kept share "
      "else full value\n"
      "  fact usmca claim S, S+ of CA, MX\n  fact weight quantity kg\n  fact mode one of "
      "ocean, air, rail\n"
      "  fact patented yes or no\n  fact shipment-value money \"all goods\"\n");
  const struct law_jurisdiction *j = &r.law->jurisdictions[0];
  assert_str(j->name, "us");
  assert_str(j->zone, "America/New_York");
  assert_true(j->count_next_day);
  assert_int_equal(j->order_count, 2);
  assert_int_equal(j->read_through, day("2026-10-09"));
  const struct law_fact *f = r.law->facts;
  const struct law_fact *loaded = &f[law_find_fact(r.law, STR("loaded"))];
  assert_str(loaded->else_value, "not on the way");
  assert_str(loaded->question, "laden on the vessel");
  assert_str(f[law_find_fact(r.law, STR("kept"))].else_value, "full value");
  const struct law_fact *usmca = &f[law_find_fact(r.law, STR("usmca"))];
  assert_int_equal(usmca->type, LAW_FACT_CLAIM);
  assert_str(usmca->words[1], "S+");
  assert_true(usmca->has_places);
  assert_int_equal(usmca->places.count, 2);
  assert_str(f[law_find_fact(r.law, STR("weight"))].unit, "kg");
  assert_int_equal(f[law_find_fact(r.law, STR("mode"))].word_count, 3);
  read_free(&r);
}

/* One mistake a line, and every line is looked at. */
static void all_mistakes_are_found(void **state) {
  (void)state;
  struct read_law r =
      read_text(ACT HEAD "  rate Ten by us.eo.1\n  rate 10% from yesterday by us.eo.1\n"
                         "  rate 20% from 2025-02-04 by us.eo.1\n  rat 30%\n"
                         "  heading\n    rate 40% form 2025-02-04\n"
                         "frob\n  x\nmeasure US\n  rate Bad\n");
  assert_string_equal(read_found(&r),
                      "10:8 parse.rate, 11:17 parse.date, 13:3 parse.line, 14:10 parse.label, "
                      "15:14 parse.rest, 16:1 parse.block, 18:9 parse.name, 19:8 parse.rate");
  assert_int_equal(read_measure(&r, "us.x")->count, 4);
  read_free(&r);
}

static void returns_and_a_mark_change_nothing(void **state) {
  (void)state;
  struct read_law r = read_clean("\xef\xbb\xbf"
                                 "act us.eo.1\r\n  title An order\r\n  kind executive order\r\n"
                                 "  signed 2025-02-01\r\n");
  assert_str(r.law->acts[0].title, "An order");
  assert_str(r.law->acts[0].kind, "executive order");
  read_free(&r);
}

static void nothing_is_a_law(void **state) {
  (void)state;
  struct read_law r = read_clean("");
  assert_int_equal(r.law->measure_count, 0);
  assert_int_equal(strlen(r.law->digest), 64);
  read_free(&r);
}

/* A text of one character repeated, of every one, is read without harm. */
static void garbage_is_survived(void **state) {
  (void)state;
  static char text[3000];
  for (int c = 1; c < 256; c++) {
    for (size_t i = 0; i + 1 < sizeof text; i++) text[i] = i % 97 == 96 ? '\n' : (char)c;
    struct read_law r = read_text(text);
    read_free(&r);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(codes_in_every_spelling),
      cmocka_unit_test(rates_of_the_schedule),
      cmocka_unit_test(a_rate_with_everything),
      cmocka_unit_test(fees_and_clamps),
      cmocka_unit_test(other_demands),
      cmocka_unit_test(headings_on_one_line),
      cmocka_unit_test(states),
      cmocka_unit_test(one_act_serves_the_lines_below),
      cmocka_unit_test(asserts_in_full),
      cmocka_unit_test(lists_of_goods_and_places),
      cmocka_unit_test(acts_and_questions),
      cmocka_unit_test(jurisdictions_and_facts),
      cmocka_unit_test(all_mistakes_are_found),
      cmocka_unit_test(returns_and_a_mark_change_nothing),
      cmocka_unit_test(nothing_is_a_law),
      cmocka_unit_test(garbage_is_survived),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
