// SPDX-License-Identifier: Apache-2.0
// The grammar, production by production, read by its meaning: each text is evaluated as written and once more after
// the formatter has had it. Value 10,000 of 9503.00.0073 of China on 2025-06-01 if not said; duties by hand, in cents.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/text_law.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char common[] =
    "act us.act\n  title  An act\n  kind  statute\n  signed  2000-01-01\n"
    "act us.later\n  title  A later act\n  kind  notice\n  published  2025-05-20  90 FR 1\n"
    "jurisdiction US\n  money  USD\n  tables  us\n  count  from the same day\n"
    "  fact  loaded   date  else \"not on the way\"\n  fact  worth    money\n"
    "  fact  metal    share\n  fact  weight   quantity kg\n  fact  smelted  places\n"
    "  fact  steel    part\n  fact  copper   part\n  fact  mode     one of ocean, air\n"
    "  fact  organic  yes or no\n  fact  quota    one of in, over\n  fact  korus    claim KR of "
    "KR, CN\n"
    "list us.places\n  add  CN, HK\n  add  MO  from 2025-06-10 by us.act\n  drop HK  from "
    "2025-06-10 by us.act\n";

struct want {
  const char *
      asked; /* words: CN|2025-06-10|known 2025-05-01|legal|worth=5|claim h1|code 8517.13.0000|value 100 */
  int64_t cents; /* -1: prohibited, -2: refused, -3: a range */
};

struct asking {
  char text[256];
  struct imp_line line;
  struct imp_query query;
  struct imp_pair facts[8];
  const char *claims[8];
};

static void take(struct asking *a, char *word) {
  char *equals = strchr(word, '=');
  if (equals) {
    *equals = 0;
    a->facts[a->line.fact_count++] = (struct imp_pair){word, equals + 1};
  } else if (!strncmp(word, "known ", 6))
    a->query.known = word + 6;
  else if (!strncmp(word, "code ", 5))
    a->line.code = word + 5;
  else if (!strncmp(word, "value ", 6))
    a->line.value = word + 6;
  else if (!strncmp(word, "claim ", 6))
    a->claims[a->line.claim_count++] = word + 6;
  else if (!strncmp(word, "kg ", 3))
    a->line.quantity = word + 3, a->line.unit = "kg";
  else if (!strcmp(word, "legal"))
    a->query.basis = IMP_LEGAL;
  else if (word[0] >= '0' && word[0] <= '9')
    a->line.on = word;
  else if (word[0])
    a->line.from = word;
}

static int64_t duty(const char *asked) {
  struct asking a = {.query.brief = true};
  a.line = (struct imp_line){.code = "9503.00.0073",
                             .from = "CN",
                             .on = "2025-06-01",
                             .value = "10000",
                             .facts = a.facts,
                             .claims = a.claims};
  snprintf(a.text, sizeof a.text, "%s", asked);
  for (char *p = a.text, *end; p; p = end) {
    end = strchr(p, '|');
    if (end) *end++ = 0;
    take(&a, p);
  }
  struct asked q = ask_line(&law, &a.query, &a.line);
  const struct imp_answer *x = q.answer;
  int64_t got = x->status == IMP_LINE_REFUSED      ? -2
                : x->status == IMP_LINE_PROHIBITED ? -1
                : x->status == IMP_LINE_RANGE      ? -3
                                                   : x->bills[0].high;
  ask_done(&q);
  return got;
}

static void judge(struct str text, const struct want *wants, size_t n, const char *how) {
  law_of_str(common, text);
  for (size_t i = 0; i < n; i++) {
    int64_t got = duty(wants[i].asked);
    if (got != wants[i].cents)
      fail_msg("%s, %s: %lld, by hand %lld\n%.*s", how, wants[i].asked, (long long)got,
               (long long)wants[i].cents, (int)text.n, text.p);
  }
  law_end();
}

static void check(const char *text, const struct want *wants, size_t n) {
  struct buf once = {0}, twice = {0};
  judge(str_of(text), wants, n, "as written");
  assert_int_equal(law_format(str_of(text), &once, NULL), IMP_OK);
  judge(buf_str(&once), wants, n, "formatted");
  assert_int_equal(law_format(buf_str(&once), &twice, NULL), IMP_OK);
  assert_string_equal(once.p, twice.p);
  buf_free(&once);
  buf_free(&twice);
}

#define CHECK(text, ...)                                                                           \
  do {                                                                                             \
    const struct want wants[] = {__VA_ARGS__};                                                     \
    check(text, wants, COUNT(wants));                                                              \
  } while (0)

#define A     "measure us.a\n  title A\n  into US\n  of all\n  goods all\n"
#define SINCE " from 2001-01-01 by us.act\n"

/* ---- tails -------------------------------------------------------------------------------------------------- */

static void windows(void **state) {
  (void)state;
  CHECK(A "  rate 10% by us.act\n", {"", 100000}, {"1999-01-01|known 2001-01-01", 100000});
  CHECK(A "  rate 10% from 2025-06-01 until 2025-06-10 by us.act\n", {"2025-06-09", 100000},
        {"2025-06-10", 0}, {"2025-05-31", 0});
  CHECK(A "  rate 10% from 2025-06-01 through 2025-06-10 by us.act\n", {"2025-06-10", 100000},
        {"2025-06-11", 0});
  CHECK(A "  rate 10% until 2025-06-10 by us.act\n", {"2010-01-01", 100000}, {"2025-06-10", 0});
  CHECK(A "  rate 10% from 2025-06-01 for 10 days by us.act\n", {"2025-06-10", 100000},
        {"2025-06-11", 0});
  CHECK(A "  rate 10% from 2025-01-31 for 1 month by us.act\n", {"2025-02-27", 100000},
        {"2025-02-28", 0});
  CHECK(A "  rate 10% from 2024-06-01 for 1 year by us.act\n", {"2025-05-31", 100000},
        {"2025-06-01", 0});
}

/* The first day is not one of them. Another jurisdiction counts so; its law is not asked here. */
static void counting_from_the_next_day(void **state) {
  (void)state;
  CHECK("jurisdiction CN\n  count from the next day\n"
        "measure cn.a\n  title A\n  into US\n  of all\n  goods all\n"
        "  rate 10% from 2025-06-01 for 10 days by us.act\n",
        {"2025-06-11", 100000}, {"2025-06-12", 0});
}

static void knowing(void **state) {
  (void)state;
  CHECK(A "  rate 10% from 2025-01-01 by us.act\n  rate 20% from 2025-06-01 by us.later\n",
        {"known 2025-05-19", 100000}, {"known 2025-05-20", 200000});
  CHECK(A "  rate 10% from 2025-01-01 by us.act\n  rate 20% from 2025-06-01 known 2025-05-25 by "
          "us.later\n",
        {"known 2025-05-24", 100000}, {"known 2025-05-25", 200000});
  /* printed, cite, paragraph and unconfirmed say where and how sure; they move nothing */
  CHECK(A "  rate 10% from 2025-01-01 printed 2025-02-01 by us.act \"1(3)\" unconfirmed \"read in "
          "a copy\"\n",
        {"2025-01-01", 100000});
  CHECK(A "  by us.later \"2\"\n  rate 20% from 2025-06-01\n  rate 30% from 2025-06-10 by us.later "
          "cite \"note 3\"\n",
        {"known 2025-05-19|2025-06-05", 0}, {"2025-06-05", 200000}, {"2025-06-10", 300000});
}

/* ---- states --------------------------------------------------------------------------------------------------- */

static void states(void **state) {
  (void)state;
  CHECK(A "  rate 10%" SINCE "  suspended from 2025-06-05 until 2025-06-20 by us.act\n"
          "  resumes from 2025-06-10 by us.later\n",
        {"2025-06-04", 100000}, {"2025-06-05", 0}, {"2025-06-10", 100000},
        {"2025-06-10|known 2025-05-01", 0}, {"2025-06-20|known 2025-05-01", 100000});
  CHECK(A "  rate 34%" SINCE "  suspended 24% from 2025-06-05 until 2025-06-20 by us.act\n",
        {"2025-06-04", 340000}, {"2025-06-05", 100000}, {"2025-06-20", 340000});
  CHECK(A "  rate 10%" SINCE "  ends 2025-06-05 by us.act\n  ends 2025-06-10 by us.later\n",
        {"2025-06-05", 100000}, {"2025-06-05|known 2025-05-01", 0}, {"2025-06-10", 0});
  CHECK(A "  rate 10%" SINCE "  void from 2025-01-01 by us.later\n", {"", 100000}, {"legal", 0},
        {"legal|known 2025-05-01", 100000});
  CHECK("measure us.a\n  title A\n  suspended from 2025-06-05 by us.act\n"
        "measure us.a.b\n  title B\n  into US\n  of all\n  goods all\n  rate 10%" SINCE,
        {"2025-06-04", 100000}, {"2025-06-05", 0});
}

/* ---- goods and places ------------------------------------------------------------------------------------------- */

static void goods(void **state) {
  (void)state;
  CHECK("measure us.a\n  title A\n  goods 95 but 9503\n  rate 10%" SINCE, {"", 0},
        {"code 9504.40.0000", 100000});
  CHECK("measure us.a\n  title A\n  goods 9502-9504\n  rate 10%" SINCE, {"", 100000},
        {"code 9506.62.4040", 0});
  CHECK("measure us.a\n  title A\n  goods 8517 @us.l but @us.m\n  rate 10%" SINCE
        "list us.l\n  add 9503 9504, 9506\nlist us.m\n  add 9504\n",
        {"", 100000}, {"code 9504.40.0000", 0}, {"code 8517.13.0000", 100000});
  /* `ex` that charges is asked; that spares is not, until it is claimed */
  CHECK(A "  heading h1 goods 9503.00.00 ex \"kites\"\n    rate 10%" SINCE, {"", -3},
        {"claim h1", 100000}, {"h1=no", -2}, {"9503.00.00=no", -2});
  CHECK(A "  rate 10%" SINCE "  heading h1\n    rate 10%" SINCE
          "  heading h2 goods 9503.00.00 ex \"kites\"\n    rate none" SINCE,
        {"", 100000});
}

static void places(void **state) {
  (void)state;
  CHECK("measure us.a\n  title A\n  of @us.places but HK\n  rate 10%" SINCE, {"", 100000},
        {"HK", 0}, {"MO", 0}, {"MO|2025-06-10", 100000});
  CHECK("measure us.a\n  title A\n  of all but @us.places\n  rate 10%" SINCE, {"", 0},
        {"DE", 100000}, {"HK", 0}, {"HK|2025-06-10", 100000});
  CHECK(A "  heading h1 if origin in @us.places\n    rate 10%" SINCE, {"", 100000}, {"DE", 0});
  CHECK(A "  heading h1 if smelted in RU, BY\n    rate 10%" SINCE, {"", -3}, {"smelted=RU", 100000},
        {"smelted=CA,BY", 100000}, {"smelted=CA", 0});
  CHECK("measure us.a\n  title A\n  into CN\n  rate 10%" SINCE, {"", 0});
  CHECK("measure us.a\n  title A\n  out of US\n  rate 10%" SINCE, {"", 0});
  CHECK("measure us.a\n  title A\n  out of US\nmeasure us.a.b\n  title B\n  into US\n  rate "
        "10%" SINCE,
        {"", 100000});
  CHECK("measure us.a\n  title A\n  of CN\n  of DE from 2025-06-10 by us.act\n  rate 10%" SINCE,
        {"", 100000}, {"2025-06-10", 0}, {"DE|2025-06-10", 100000});
}

/* ---- demands ------------------------------------------------------------------------------------------------------ */

static void demands(void **state) {
  (void)state;
  CHECK(A "  ban" SINCE, {"", -1});
  CHECK(A "  ban on steel" SINCE, {"steel=0", 0}, {"steel=10", -1});
  CHECK(A "  not encoded from 2025-06-10 \"the rate\" by us.act\n", {"", 0}, {"2025-06-10", -2});
  CHECK(A "  heading h1\n    licence required" SINCE, {"", 0});
  CHECK(A "  heading h1\n    promise 2,500 t" SINCE, {"", 0});
  CHECK(A
        "  rate 10%" SINCE "  heading h1\n    quota 100 t each year" SINCE "    rate 5%" SINCE
        "  heading h2\n    quota unknown each quarter from 2026-01-01 by us.act\n    rate 2%" SINCE,
        {"quota=in", 20000}, {"quota=over", 20000}, {"quota=over|2026-02-01", 100000},
        {"quota=in|2026-02-01", 20000});
  CHECK(A "  heading h1\n    rate 10%" SINCE "  heading h2 of CN rate 20%" SINCE, {"", 200000},
        {"DE", 100000});
  CHECK(A "  heading h1\n    rate 10% of HK, CN goods 95 if value at least $500" SINCE,
        {"", 100000}, {"DE", 0}, {"code 8517.13.0000", 0}, {"value 499", 0});
}

static void rates(void **state) {
  (void)state;
  CHECK(A "  rate 33 1/3%" SINCE, {"", 333333});
  CHECK(A "  rate $31.67" SINCE, {"", 3167});
  CHECK(A "  rate $1.05/kg" SINCE, {"", -2}, {"kg 100", 10500});
  CHECK(A "  rate 1.9c/kg + 2.5%" SINCE, {"kg 100", 25190});
  CHECK(A "  rate 10% at most $500" SINCE, {"", 50000}, {"value 100", 1000});
  CHECK(A "  rate 10% at least $500" SINCE, {"", 100000}, {"value 100", 50000});
  CHECK(A "  rate 1% at least $20 at most $50" SINCE, {"", 5000}, {"value 100", 2000});
  CHECK(A "  rate free" SINCE, {"", 0});
  CHECK(A "  rate unknown" SINCE, {"", -2});
  CHECK(A "  rate general" SINCE, {"code 4202.92.3131", 176000});
  CHECK(A "  rate column-2" SINCE, {"code 9503.00.0073", 700000});
  CHECK(A "  rate 20% less general" SINCE, {"code 4202.92.3131", 24000});
  CHECK("measure us.base\n  title Base\n  into US\n  rate general" SINCE A
        "  rate 20% less base" SINCE,
        {"code 4202.92.3131", 200000}, {"", 200000});
}

/* ---- parts and conditions ------------------------------------------------------------------------------------------- */

static void parts(void **state) {
  (void)state;
  CHECK(A "  rate 10% on steel, copper" SINCE, {"steel=3000|copper=20%", 50000});
  CHECK(A "  rate 10% on value less steel" SINCE, {"steel=3000", 70000});
  CHECK(A "  rate 10% on value" SINCE, {"steel=3000", 100000});
  CHECK(A "  rate 10% on steel else value" SINCE, {"", 100000}, {"steel=3000", 30000});
  CHECK(A "  rate 10% on steel" SINCE, {"", -3}, {"steel=3000", 30000});
  CHECK(A "  rate 10% on steel" SINCE, {"steel=6000|copper=5000", -2});
}

static void conditions(void **state) {
  (void)state;
  CHECK(A "  rate 10% if loaded before 2025-05-01" SINCE, {"", 0}, {"loaded=2025-04-30", 100000},
        {"loaded=2025-05-01", 0});
  CHECK(A "  rate 10% if entered before 2025-06-05" SINCE, {"2025-06-04", 100000},
        {"2025-06-05", 0});
  CHECK(A "  rate 10% if worth at most $800" SINCE, {"", -3}, {"worth=800", 100000},
        {"worth=800.01", 0});
  CHECK(A "  rate 10% if metal less than 15%" SINCE, {"metal=14.9%", 100000}, {"metal=15%", 0});
  CHECK(A "  rate 10% if weight more than 5 kg" SINCE, {"weight=5", 0}, {"weight=5.1", 100000});
  CHECK(A "  rate 10% if steel at least 20%" SINCE, {"steel=2000", 100000}, {"steel=1999", 0});
  CHECK(A "  rate 10% if mode is ocean" SINCE, {"", -3}, {"mode=ocean", 100000}, {"mode=air", 0});
  CHECK(A "  rate 10% if organic" SINCE, {"organic=yes", 100000}, {"organic=no", 0});
  CHECK(A "  rate 10% if organic is no" SINCE, {"organic=yes", 0}, {"organic=no", 100000});
  CHECK(A "  rate 10% if not organic" SINCE, {"organic=yes", 0}, {"organic=no", 100000});
  CHECK(
      A
      "  rate 10% if organic or mode is air and not (worth at most $5 or metal at least 50%)" SINCE,
      {"organic=yes", 100000}, {"organic=no|mode=ocean", 0},
      {"organic=no|mode=air|worth=6|metal=10%", 100000},
      {"organic=no|mode=air|worth=5|metal=10%", 0}, {"organic=no|mode=air|worth=6|metal=50%", 0});
  CHECK(A "  rate 10% if value more than $9,999" SINCE, {"", 100000}, {"value 9999", 0});
  CHECK(A "  rate 10% if general at least 10%" SINCE, {"", 0}, {"code 4202.92.3131", 100000});
  CHECK("measure us.base\n  title Base\n  into US\n  rate general" SINCE A
        "  rate 10% if base less than 15%" SINCE,
        {"", 100000}, {"code 4202.92.3131", 176000});
  CHECK(A "  heading h1\n    rate 10%" SINCE "  heading h2 if claimed\n    rate none" SINCE
          "  heading h3 if claimed korus, h9\n    rate 5%" SINCE
          "  heading h9 of HK\n    rate 7%" SINCE,
        {"", 100000}, {"claim h2", 0}, {"claim KR", 50000}, {"claim h9", 50000});
}

/* ---- reliefs and yields ---------------------------------------------------------------------------------------------- */

static void names_of_others(void **state) {
  (void)state;
  static const char two[] =
      "measure us.b.x\n  title X\n  into US\n  of all\n  goods all\n  rate 20%" SINCE
      "measure us.b.y\n  title Y\n  into US\n  of all\n  goods all\n  rate 40%" SINCE;
  char text[2000];
  snprintf(text, sizeof text, "%s%s", two,
           A "  rate 10%" SINCE "  yields to us.b but us.b.y heading h7" SINCE);
  CHECK(text, {"", 600000});
  snprintf(text, sizeof text, "%s%s", two, A "  exempts us.b but us.b.x" SINCE);
  CHECK(text, {"", 200000});
  snprintf(text, sizeof text, "%s%s", two,
           A "  exempts us.b.x, us.b.y from 2025-06-10 by us.act if organic\n");
  CHECK(text, {"", 600000}, {"2025-06-10|organic=yes", 0}, {"2025-06-10|organic=no", 600000},
        {"2025-06-10", -3});
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(windows),         cmocka_unit_test(counting_from_the_next_day),
      cmocka_unit_test(knowing),         cmocka_unit_test(states),
      cmocka_unit_test(goods),           cmocka_unit_test(places),
      cmocka_unit_test(demands),         cmocka_unit_test(rates),
      cmocka_unit_test(parts),           cmocka_unit_test(conditions),
      cmocka_unit_test(names_of_others),
  };
  return cmocka_run_group_tests_name("book.productions", tests, load_names, free_names);
}
