// SPDX-License-Identifier: Apache-2.0
// Controls, fees on calls, promises, tables and talks: each construct read once, and its meaning in the tree.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "law/deal.h"
#include "read.h"

static const char acts[] =
    "act cn.1\n  title A\n  kind announcement\n  signed 2025-04-04\n"
    "act cn.2\n  title B\n  kind announcement\n  signed 2025-11-07\n"
    "facts case\n"
    "  fact importer  party\n  fact end-user  party\n"
    "  fact party  party of importer, end-user  \"who gets it?\"\n"
    "  fact end-use  any of military, civil\n  fact alloy  text\n"
    "  fact purity  share\n  fact grain  quantity µm\n  fact layers  quantity\n"
    "  fact frequency  quantity MHz\n  fact made  places\n"
    "  fact military-user  yes or no\n  fact general-licence  claim\n"
    "  fact net-tons  quantity net-ton\n  fact empty  yes or no\n";

static struct law *law;
static struct diag_list diags;

static const struct law_deal *read_deal(const char *text, const char *table) {
  static char whole[8000];
  snprintf(whole, sizeof whole, "%s%s", acts, text);
  struct law_text texts[2] = {{"x.law", str_of(whole)}, {"tables/t.tsv", str_of(table)}};
  assert_int_equal(law_load_texts(texts, table ? 2 : 1, &law, &diags, NULL), IMP_OK);
  return law->deal;
}

static void assert_clean(void) {
  if (diags.errors) fail_msg("%s: %s", diags.items[0].id, diags.items[0].message);
}

static void done(void) {
  law_free(law);
  diag_free(&diags);
}

static void entries_with_codes_and_conditions(void **state) {
  (void)state;
  const struct law_deal *d =
      read_deal("items cn.18\n  title Items\n  by cn.1 \"annex\"\n  entries 4\n"
                "  a.1  \"gallium metal\"  codes 8110929010, 8112.92\n"
                "                          codes 8112929010 from 2026-01-01 by cn.2\n"
                "  a.2  technology \"how to\"  when purity at least 99.99% and alloy in Sm, Sm-Co  "
                "near 8505.11\n"
                "  b.1  \"one\"  b.2  \"two\"  unconfirmed \"cut off\"\n"
                "  but  \"finished goods\"  by cn.2\n"
                "items cn.all\n  title All\n  @cn.18\n  c  \"three\"\n",
                NULL);
  assert_clean();
  assert_int_equal(d->list_count, 2);
  const struct deal_list *list = &d->lists[0], *all = &d->lists[1];
  assert_int_equal(all->include_count, 1);
  assert_int_equal(all->include_lists[0], 0);
  assert_int_equal(list->count, 4);
  assert_str(list->by.act_name, "cn.1");
  assert_str(list->by.cite, "annex");
  const struct deal_entry *e = d->entries + list->first;
  assert_str(e[0].name, "a.1");
  assert_str(e[0].text, "gallium metal");
  assert_int_equal(e[0].code_count, 3);
  assert_int_equal(e[0].codes[1].digits, 6);
  assert_int_equal(e[0].codes[2].when.from, day_of(2026, 1, 1));
  assert_int_equal(e[1].matter, DEAL_TECHNOLOGY);
  assert_int_equal(e[1].cond->kind, LAW_COND_AND);
  assert_int_equal(e[1].cond->kids[1]->kind, LAW_COND_WORDS);
  assert_int_equal(e[1].cond->kids[1]->word_count, 2);
  assert_true(e[1].codes[0].near);
  assert_str(e[3].name, "b.2");
  assert_true(e[3].is_unconfirmed);
  assert_int_equal(list->but_count, 1);
  done();
}

static const char control[] =
    "items cn.18\n  title Items\n  a.1 \"one\"\n  a.2 \"two\"\n  b \"three\"\n"
    "parties cn.listed\n  title Listed\n  partial \"no names\"\n"
    "control cn.oct\n  title Whole\n  suspended from 2025-11-07 through 2026-11-10 by cn.2\n"
    "control cn.oct.61\n  title Part\n  out of all but CN\n  into all but CN\n  covers export, "
    "re-export\n"
    "  items @cn.18.a, @cn.18.b\n  by cn.1\n"
    "  licence required from 2025-12-01 \"1(1)\"\n"
    "          if item in @cn.18.a and made in all but CN\n"
    "             and content of @cn.18.b of CN at least 0.1% of value\n"
    "  licence not needed from 2025-10-09 if end-use in civil\n"
    "  review refused in principle from 2025-10-09 if party owned at least 50% by @cn.listed\n"
    "  review case by case from 2025-10-09 if (frequency is 915 MHz or grain at most 8 µm) and "
    "layers at least 256\n"
    "  review \"in its words\" from 2025-10-09\n"
    "  must \"report\" within 10 working days of export from 2025-10-09\n"
    "  must \"keep\"\n"
    "  assert cn.18.a.1 out of DE into US on 2025-10-20 with end-use=civil, made=DE  not needed\n"
    "  assert a.1 into US on 2026-01-15 with general-licence  general licence\n";

static void a_control_line_by_line(void **state) {
  (void)state;
  const struct law_deal *d = read_deal(control, NULL);
  assert_clean();
  assert_int_equal(d->control_count, 2);
  const struct deal_block *c = &d->controls[1];
  assert_int_equal(c->parent, 0);
  assert_int_equal(c->covers, DEAL_EXPORT | DEAL_RE_EXPORT);
  assert_int_equal(c->count, 10);
  const struct deal_line *l = c->lines;
  assert_int_equal(l[0].kind, DEAL_OUT_OF);
  assert_int_equal(l[2].item_count, 2);
  assert_int_equal(l[2].items[0].count, 2); /* a.1, a.2 */
  assert_int_equal(l[2].items[1].count, 1);
  assert_int_equal(l[3].need, DEAL_REQUIRED);
  assert_str(l[3].when.cite, "1(1)");
  const struct law_cond *all = l[3].cond;
  assert_int_equal(all->kid_count, 3);
  assert_int_equal(all->kids[0]->kind, LAW_COND_LISTED);
  assert_int_equal(all->kids[1]->kind, LAW_COND_IN);
  assert_int_equal(all->kids[2]->kind, LAW_COND_CONTENT);
  assert_true(all->kids[2]->amount.value.num == 1 && all->kids[2]->amount.value.den == 1000);
  assert_int_equal(l[4].need, DEAL_NOT_NEEDED);
  assert_int_equal(l[5].review, DEAL_REFUSED);
  assert_int_equal(l[5].cond->kind, LAW_COND_OWNED);
  assert_int_equal(l[6].review, DEAL_CASE_BY_CASE);
  assert_int_equal(l[6].cond->kids[0]->kids[0]->compare, LAW_EQUAL);
  assert_str(l[6].cond->kids[0]->kids[1]->amount.unit, "µm");
  assert_int_equal(l[7].review, DEAL_QUOTED);
  assert_int_equal(l[8].within, 10);
  assert_true(l[8].working);
  assert_str(l[8].event, "of export");
  assert_int_equal(c->assert_count, 2);
  assert_int_equal(c->asserts[0].result, DEAL_IS_NOT_NEEDED);
  assert_int_equal(c->asserts[0].with_count, 2);
  assert_int_equal(c->asserts[1].result, DEAL_IS_GENERAL);
  done();
}

static void a_fee_line_by_line(void **state) {
  (void)state;
  const struct law_deal *d = read_deal(
      "fee us.ships\n  into US\n  cap 5 per ship per calendar year by cn.1\n"
      "fee us.ships.owned\n  by cn.1\n  only if importer of CN or end-user of CN\n"
      "  unless empty\n  yields to us.ships.built\n  rate $50/net-ton from 2025-10-14\n"
      "fee us.ships.built\n  by cn.1\n  on net-tons, rounded up\n"
      "  charged once per voyage, at the first port\n  cap 5 per ship per year from 04-17\n"
      "  rate the greater of CNY 18.50/net-ton and $120/container, no less than $100 "
      "from 2025-10-14\n"
      "  assert on 2025-10-20 with empty=no, net-tons=42000, rest no  pays $756000\n"
      "  assert on 2025-10-20 with net-tons=42000  depends on empty\n",
      NULL);
  assert_clean();
  assert_int_equal(d->fee_count, 3);
  const struct deal_block *built = &d->fees[1], *owned = &d->fees[2];
  assert_int_equal(d->fees[0].cap, 5);
  assert_int_equal(owned->lines[0].kind, DEAL_ONLY_IF);
  assert_int_equal(owned->lines[0].cond->kids[1]->kind, LAW_COND_OF);
  assert_int_equal(owned->lines[2].targets[0], 1);
  assert_int_equal(owned->lines[3].when.from, day_of(2025, 10, 14));
  assert_true(built->rounded_up);
  assert_int_equal(built->cap_month, 4);
  assert_int_equal(built->cap_day, 17);
  assert_str(built->charged, "once per voyage, at the first port");
  const struct deal_rate *r = &built->lines[0].rate;
  assert_int_equal(r->pick, DEAL_GREATER);
  assert_str(r->terms[0].currency, "CNY");
  assert_true(r->terms[0].value.num == 37 && r->terms[0].value.den == 2);
  assert_str(r->terms[1].unit, "container");
  assert_true(r->has_least && !r->has_most);
  assert_true(built->asserts[0].rest_no);
  assert_int_equal(built->asserts[0].result, DEAL_IS_PAID);
  assert_str(built->asserts[1].fact, "empty");
  done();
}

static void promises_and_their_table(void **state) {
  (void)state;
  const struct law_deal *d =
      read_deal("pledge us-cn.beans\n  title Beans\n  buyer CN\n  seller US\n  goods 1201\n"
                "  counted by contracts\n"
                "  promise at least 12 Mt in 2025-11-01..2025-12-31 by cn.1\n"
                "  promise about $17 bn each year 2026..2028 by cn.1\n  actual beans\n"
                "table beans\n  title Beans\n  file t.tsv\n  columns what, from, low\n  unit Mt\n",
                "# a remark\nwhat\tfrom\tlow\ncontracts\t2025-11-01\t0.332\n\narrivals\t2025\t1\n");
  assert_clean();
  const struct deal_pledge *p = &d->pledges[0];
  assert_int_equal(p->promise_count, 4);
  assert_int_equal(p->promises[0].compare, DEAL_AT_LEAST);
  assert_str(p->promises[0].unit, "Mt");
  assert_int_equal(p->promises[0].until, day_of(2026, 1, 1));
  assert_int_equal(p->promises[3].compare, DEAL_ABOUT);
  assert_str(p->promises[3].currency, "USD");
  assert_str(p->promises[3].unit, "bn");
  assert_int_equal(p->promises[3].from, day_of(2028, 1, 1));
  assert_int_equal(p->table, 0);
  assert_int_equal(d->tables[0].row_count, 2);
  assert_str(d->tables[0].rows[1].cells[0], "arrivals");
  assert_int_equal(d->tables[0].rows[1].line, 5);
  done();
}

static void talks_voices_and_what_was_said(void **state) {
  (void)state;
  const struct law_deal *d = read_deal(
      "voices kl\n  title Voices\n"
      "  us.bessent.1  US 2025-10-26 \"Scott Bessent\" \"NBC\" report \"4 reports\"\n"
      "  press.1  2025-10-27 \"press\" \"several\" copy \"x\"\n"
      "talks us-cn\n  title Talks\n  sides US, CN\n  since 2025-05-10\n"
      "meeting us-cn.r5\n  title Kuala Lumpur\n  who US \"He\"\n  planned 2026-12 \"Miami\" by "
      "press.1\n"
      "  held 2025-10-25..2025-10-26 \"there\" by press.1\n  said US asserts by us.bessent.1\n"
      "question us-cn.delay\n  title Put off?\n  answers put off | kept | no more\n  decides CN\n"
      "  default kept\n  default put off if us-cn.frame is approved\n  due 2025-11-08\n"
      "  said US expects put off \"by a year\" by us.bessent.1\n"
      "  answered put off on 2025-11-07 by cn.2\n"
      "question us-cn.frame\n  title F\n  raised 2025-10-26\n  answers approved | rejected\n"
      "question us-cn.topic\n  title T\n  said US raises by us.bessent.1\n",
      NULL);
  assert_clean();
  assert_int_equal(d->voice_count, 2);
  uint32_t act = law_find_act(law, STR("us.bessent.1"));
  assert_true(act != LAW_NONE && !law->acts[act].binds);
  assert_str(law->acts[act].title, "Scott Bessent, NBC");
  assert_int_equal(d->meetings[0].lines[0].until, day_of(2027, 1, 1));
  assert_int_equal(d->meetings[0].lines[1].kind, DEAL_HELD);
  const struct law_question *q = &law->questions[law_find_question(law, STR("us-cn.delay"))];
  assert_int_equal(q->answer_count, 3);
  assert_str(q->answers[0], "put off");
  assert_int_equal(q->raised, day_of(2025, 10, 26)); /* by the first word said on it */
  assert_int_equal(q->default_count, 2);
  assert_int_equal(q->defaults[1].answer_index, 0);
  assert_int_equal(q->defaults[1].cond->kind, LAW_COND_QUESTION);
  assert_int_equal(q->said[0].verb, DEAL_EXPECTS);
  assert_int_equal(q->said[0].answer_index, 0);
  assert_str(q->said[0].text, "by a year");
  assert_int_equal(q->answered[0].answer, 0);
  const struct law_question *topic = &law->questions[law_find_question(law, STR("us-cn.topic"))];
  assert_int_equal(topic->answer_count, 0);
  done();
}

static void mistakes_cost_their_line(void **state) {
  (void)state;
  static const char *const wrong[] = {
      "control cn.x\n  out of CN\n  items any\n  rate $5/net-ton by cn.1\n",
      "fee us.x\n  licence required by cn.1\n",
      "control cn.x\n  out of CN\n  items any\n  review kindly by cn.1\n",
      "control cn.x\n  out of CN\n  items any\n  covers smuggling\n",
      "fee us.x\n  rate the best of $1/t and $2/t by cn.1\n",
      "fee us.x\n  cap 5 per ship per year from 13-40 by cn.1\n",
      "items cn.x\n  1C902 without quotes\n",
      "pledge us.x\n  promise at least 12% in 2025 by cn.1\n",
      "pledge us.x\n  promise at least 12 Mt in 2025-13 by cn.1\n",
      "question us-cn.q\n  title Q\n  raised 2025-01-01\n  answers a | b\n  said US shouts a by "
      "cn.1\n",
      "voices v\n  us.x US 2025-10-26 \"A\" \"B\" rumour \"C\"\n",
      "talks us-cn\n  title T\n",
      "control cn.x\n  out of CN\n  items any\n  licence required by cn.1 if colour is red\n",
      "control cn.x\n  out of CN\n  items any\n  assert a into US on 2025-01-01 maybe\n",
  };
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
    read_deal(wrong[i], NULL);
    if (diags.errors != 1) fail_msg("%zu errors in: %s", (size_t)diags.errors, wrong[i]);
    done();
  }
}

static void a_table_that_does_not_fit(void **state) {
  (void)state;
  static const char block[] = "table b\n  title B\n  file t.tsv\n  columns what, low\n";
  static const char *const bad[] = {"what\tlow\tmore\n", "low\twhat\n", "what\tlow\nx\n",
                                    "what\tlow\nx\t1\t2\n", ""};
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
    read_deal(block, bad[i]);
    assert_int_equal(diags.errors, 1);
    done();
  }
  read_deal(block, "what\tlow\r\nx\t1\r\n");
  assert_clean();
  assert_str(law->deal->tables[0].rows[0].cells[1], "1");
  done();
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(entries_with_codes_and_conditions),
      cmocka_unit_test(a_control_line_by_line),
      cmocka_unit_test(a_fee_line_by_line),
      cmocka_unit_test(promises_and_their_table),
      cmocka_unit_test(talks_voices_and_what_was_said),
      cmocka_unit_test(mistakes_cost_their_line),
      cmocka_unit_test(a_table_that_does_not_fit),
  };
  return cmocka_run_group_tests_name("law.deal", tests, NULL, NULL);
}
