// SPDX-License-Identifier: Apache-2.0
// The static checks: what each finds, and what it must leave alone.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "read.h"

#define LATER    "act us.eo.2\n  title Later\n  kind executive order\n  signed 2025-03-01\n"
#define POST     "act us.post\n  title A post\n  kind post\n  signed 2025-02-03\n"
#define QUESTION "question us.q\n  title Q\n  raised 2025-02-01\n  answers a | b\n"
#define OTHER                                                                                      \
  "measure us.y\n  title Another\n  into US\n  of all\n  goods all\n  rate 1% by us.eo.1\n"
#define RATE "  rate 10% from 2025-02-04 by us.eo.1\n"

/* The ids found, in order. */
static void assert_ids(const char *text, const char *expected) {
  struct read_law r = read_text(text);
  char found[600] = "";
  size_t n = 0;
  for (size_t i = 0; i < r.diags.count && n < sizeof found - 60; i++)
    n += (size_t)snprintf(found + n, sizeof found - n, "%s%s", i ? " " : "", r.diags.items[i].id);
  assert_string_equal(found, expected);
  read_free(&r);
}

static void cited(void **state) {
  (void)state;
  assert_ids(HEAD "  rate 10%\n  suspended from 2025-03-01\n", "cited.none cited.none");
  assert_ids(ACT HEAD RATE "  of all but CN from 2025-03-01\n", ""); /* scope needs no act */
  assert_ids(QUESTION "  answered a\n", "cited.none");
  assert_ids("list us.l\n  add 9503\n  drop 9503 from 2025-02-04\n", "cited.none");
  assert_ids("jurisdiction US\n  order us.x\n  order us.z\n" HEAD, "names.measure");
  assert_ids(HEAD "  not encoded \"the annex\"\n", "");
}

static void speaks(void **state) {
  (void)state;
  assert_ids(POST QUESTION HEAD "  rate 100% from 2025-11-01 by us.post if us.q is a\n", "");
  assert_ids(FACTS POST QUESTION HEAD "  rate 1% by us.post if us.q is a and mode is air\n", "");
  assert_ids(FACTS POST HEAD "  rate 100% by us.post if mode is air\n", "speaks.question");
  assert_ids(POST HEAD "  suspended from 2025-11-01 by us.post\n", "speaks.question");
  assert_ids(POST "list us.l\n  add 9503 by us.post\n", "speaks.question");
  assert_ids(POST QUESTION "  answered a by us.post\n", "");
}

static void questions(void **state) {
  (void)state;
#define IF(cond) FACTS ACT QUESTION HEAD "  rate 1% by us.eo.1 if " cond "\n"
  assert_ids(IF("us.q is a"), "");
  assert_ids(IF("us.q is stands and mode is air"), "");
  assert_ids(IF("not us.q is a"), "questions.place");
  assert_ids(IF("us.q is a or mode is air"), "questions.place");
  assert_ids(IF("(us.q is a or mode is air) and mode is ocean"), "questions.place");
  assert_ids(IF("us.q is c"), "questions.answer");
  assert_ids("question us.q\n  title Q\n  raised 2025-02-01\n  answers a\n", "questions.answers");
}

static void dates(void **state) {
  (void)state;
  assert_ids(ACT HEAD "  rate 1% from 2025-03-01 through 2025-03-01 by us.eo.1\n", "");
  assert_ids(ACT HEAD "  rate 1% from 2025-03-02 until 2025-03-01 by us.eo.1\n", "dates.window");
  /* lines of different sorts do not paint over one another, whatever their order */
  assert_ids(ACT LATER OTHER HEAD "  rate 2% from 2025-03-01 by us.eo.2\n"
                                  "  yields to us.y from 2025-02-04 by us.eo.1\n",
             "");
  assert_ids(ACT LATER HEAD
             "  suspended from 2025-05-01 by us.eo.2\n  ends 2026-01-01 by us.eo.1\n",
             "dates.order");
  assert_ids(ACT LATER "list us.l\n  add 9503 by us.eo.2\n  add 9504 by us.eo.1\n", "dates.order");
  assert_ids(ACT LATER QUESTION "  answered a by us.eo.2\n  answered a by us.eo.1\n",
             "dates.order");
}

static void lists(void **state) {
  (void)state;
  assert_ids("list us.a\n  add @us.a\n", "lists.circle");
  assert_ids("list us.a\n  add 01, @us.b\nlist us.b\n  add @us.c\nlist us.c\n  add 02, @us.a\n",
             "lists.circle");
  assert_ids("list us.a\n  add 01, @us.b, @us.c\nlist us.b\n  add 02, @us.c\nlist us.c\n  add 03\n",
             "");
  assert_ids("list us.a\n  add CN\nlist us.b\n  add 02, @us.a\n", "lists.mixed");
  assert_ids("list us.a\n  add CN\n" ACT HEAD "  rate 1% by us.eo.1 goods @us.a\n", "lists.mixed");
}

static void narrowed(void **state) {
  (void)state;
  assert_ids(FACTS ACT HEAD RATE "  rate 2% from 2025-03-01 by us.eo.1 if mode is air\n",
             "narrowed.line");
  assert_ids(FACTS ACT HEAD RATE "  rate 2% from 2025-03-01 by us.eo.1 goods 9503\n",
             "narrowed.line");
  /* an outcome is no condition; windows that do not meet replace nothing; wider is fine */
  assert_ids(POST QUESTION ACT HEAD RATE "  rate 2% from 2025-03-01 by us.post if us.q is a\n", "");
  assert_ids(FACTS ACT HEAD "  rate 1% from 2025-02-04 until 2025-03-01 by us.eo.1\n"
                            "  rate 2% from 2025-03-01 by us.eo.1 if mode is air\n",
             "");
  assert_ids(FACTS ACT HEAD "  rate 1% from 2025-02-04 by us.eo.1 if mode is air\n"
                            "  rate 2% from 2025-03-01 by us.eo.1\n",
             "");
}

static void dead_lines(void **state) {
  (void)state;
  assert_ids(ACT HEAD
             "  rate 1% from 2025-03-01 by us.eo.1\n  rate 2% from 2025-02-01 by us.eo.1\n",
             "dead.line");
  /* one known earlier speaks to those who know no more */
  assert_ids(ACT LATER HEAD
             "  rate 1% from 2025-03-04 by us.eo.1\n  rate 2% from 2025-03-04 by us.eo.2\n",
             "");
  /* two windows together cover a third; one day left open saves it */
  assert_ids(ACT HEAD "  rate 1% from 2025-03-01 until 2025-05-01 by us.eo.1\n"
                      "  rate 2% from 2025-03-01 until 2025-04-01 by us.eo.1\n"
                      "  rate 3% from 2025-04-01 until 2025-05-01 by us.eo.1\n",
             "dead.line");
  assert_ids(ACT HEAD "  rate 1% from 2025-03-01 until 2025-05-02 by us.eo.1\n"
                      "  rate 2% from 2025-03-01 until 2025-04-01 by us.eo.1\n"
                      "  rate 3% from 2025-04-01 until 2025-05-01 by us.eo.1\n",
             "");
  /* what speaks in one outcome covers nothing */
  assert_ids(ACT QUESTION HEAD RATE "  rate 2% from 2025-02-04 by us.eo.1 if us.q is a\n", "");
  /* an end known before, and an end that may be put off */
  assert_ids(ACT LATER HEAD "  rate 1% from 2025-06-01 by us.eo.2\n  ends 2025-05-01 by us.eo.1\n",
             "dead.line");
  assert_ids(ACT LATER HEAD "  rate 1% from 2025-06-01 by us.eo.2\n  ends 2025-05-01 by us.eo.1\n"
                            "  ends 2025-09-01 by us.eo.2\n",
             "");
  assert_ids(ACT HEAD RATE "  suspended from 2025-02-04 by us.eo.1\n", "dead.line");
  assert_ids(ACT HEAD RATE "  suspended 5% from 2025-02-04 by us.eo.1\n", "");
}

static void dead_headings(void **state) {
  (void)state;
  assert_ids(FACTS ACT HEAD
             "  heading a of CN\n    rate 1% by us.eo.1\n  heading b\n    rate 2% by us.eo.1\n",
             "dead.heading");
  assert_ids(
      FACTS ACT HEAD
      "  heading a of CN\n    rate 1% by us.eo.1\n  heading b of CN\n    rate 2% by us.eo.1\n",
      "dead.heading");
  assert_ids(
      FACTS ACT HEAD
      "  heading a of CN\n    rate 1% by us.eo.1\n  heading b of HK\n    rate 2% by us.eo.1\n"
      "  heading c if claimed\n    rate none by us.eo.1\n"
      "  heading d goods 9503 ex \"some\"\n    rate none by us.eo.1\n",
      "");
  assert_ids(FACTS ACT HEAD
             "  heading a\n    rate general by us.eo.1\n  heading b\n    rate special by us.eo.1\n",
             "");
  assert_ids(ACT LATER HEAD
             "  heading a\n    rate 1% by us.eo.1\n  heading b\n    rate 2% by us.eo.2\n",
             "");
  assert_ids("jurisdiction US\n  fact ad share\n" ACT HEAD
             "  heading a\n    rate 1% by us.eo.1\n  heading b\n    rate ad by us.eo.1\n",
             "");
  assert_ids("jurisdiction US\n  fact ad share\n" ACT HEAD "  fee ad per entry by us.eo.1\n",
             "names.rate");
  assert_ids("jurisdiction US\n  fact ad share\n" ACT HEAD "  rate 5% + dd by us.eo.1\n",
             "names.fact");
}

static void circles(void **state) {
  (void)state;
#define WAITS(from_to) HEAD RATE "  yields to us.y " from_to " by us.eo.1\n" OTHER
  assert_ids(
      ACT WAITS("from 2025-02-04 until 2025-06-04") "  yields to us.x from 2025-06-04 by us.eo.1\n",
      "");
  assert_ids(
      ACT WAITS("from 2025-02-04 until 2025-06-05") "  yields to us.x from 2025-06-04 by us.eo.1\n",
      "circle.yields");
  assert_ids(ACT WAITS("") "  yields to us.x by us.eo.1\n", "circle.yields");
  /* the base measure, when it is used */
  assert_ids(
      ACT
      "measure us.base\n  title B\n  into US\n  of all\n  goods all\n  rate general by us.eo.1\n"
      "  yields to us.x by us.eo.1\n" HEAD "  rate 15% less base by us.eo.1\n",
      "circle.yields");
  /* a measure that only exempts waits for nobody */
  assert_ids(ACT WAITS(
                 "from 2025-02-04") "measure us.r\n  title R\n  into US\n  of all\n  goods all\n"
                                    "  exempts us.x by us.eo.1\n  yields to us.x by us.eo.1\n",
             "");
}

/* Said of a name, a yield binds the names below it; said of its own parts, it is not handed to them. */
static void circles_by_inheritance(void **state) {
  (void)state;
#define PART(name) "measure us.x." name "\n  title P\n" RATE
  assert_ids(ACT HEAD RATE
             "  yields to us.x.first by us.eo.1\n  yields to us.x.second by us.eo.1\n" PART("first")
                 PART("second"),
             "");
  assert_ids(ACT HEAD RATE "  yields to us.y by us.eo.1\n" PART("first") OTHER
             "  yields to us.x.first by us.eo.1\n",
             "circle.yields");
}

static void parts(void **state) {
  (void)state;
  assert_ids(FACTS ACT HEAD "  rate 1% on content.steel else value by us.eo.1\n", "");
  assert_ids(FACTS ACT HEAD "  rate 1% on value less us-content by us.eo.1\n", "");
  assert_ids(FACTS ACT HEAD "  rate 1% on weight by us.eo.1\n", "parts.fact");
  assert_ids(FACTS "  fact american-steel part of content.steel, us-content\n" ACT HEAD RATE, "");
  assert_ids(FACTS "  fact both part of content.steel\n" ACT HEAD RATE, "parts.fact");
  assert_ids(FACTS "  fact both part of content.steel, content.steel\n" ACT HEAD RATE,
             "parts.fact");
  assert_ids(FACTS "  fact both part of content.steel, weight\n" ACT HEAD RATE, "parts.fact");
  assert_ids(FACTS "  fact both part of content.steel, nowhere\n" ACT HEAD RATE, "names.fact");
  assert_ids(FACTS "  fact both part of content.steel, us-content\n"
                   "  fact more part of both, us-content\n" ACT HEAD RATE,
             "parts.fact");
}

static void facts_by_type(void **state) {
  (void)state;
#define ASK(cond) FACTS ACT HEAD "  rate 1% by us.eo.1 if " cond "\n"
  const char *const good[] = {ASK("transhipped"),
                              ASK("patented"),
                              ASK("patented is yes"),
                              ASK("weight at least 5 kg"),
                              ASK("us-content at least 20%"),
                              ASK("us-content less than $500"),
                              ASK("value at most $800"),
                              ASK("base more than 2.5%"),
                              ASK("origin in CN, HK"),
                              ASK("smelted in RU"),
                              ASK("entered before 2025-05-28"),
                              ASK("claimed usmca"),
                              ASK("claimed")};
  for (size_t i = 0; i < sizeof good / sizeof *good; i++) assert_ids(good[i], "");
  const char *const wrong[] = {ASK("loaded"),
                               ASK("mode"),
                               ASK("mode is road"),
                               ASK("loaded in CN"),
                               ASK("listed-metal at least $5"),
                               ASK("weight at least 5%"),
                               ASK("smelted before 2025-01-01"),
                               ASK("claimed mode")};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) assert_ids(wrong[i], "names.use");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cited),      cmocka_unit_test(speaks),
      cmocka_unit_test(questions),  cmocka_unit_test(dates),
      cmocka_unit_test(lists),      cmocka_unit_test(narrowed),
      cmocka_unit_test(dead_lines), cmocka_unit_test(dead_headings),
      cmocka_unit_test(circles),    cmocka_unit_test(circles_by_inheritance),
      cmocka_unit_test(parts),      cmocka_unit_test(facts_by_type),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
