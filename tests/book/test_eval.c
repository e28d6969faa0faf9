// SPDX-License-Identifier: Apache-2.0
// The rules of the language page, one by one, on law texts of a few lines: which statement speaks, what applies, what
// gives way, how amounts are computed. Value 10,000 if not said; totals by hand.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/text_law.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char common[] = "act us.act\n"
                             "  title      An act\n"
                             "  kind       statute\n"
                             "  signed     2000-01-01\n"
                             "jurisdiction US\n"
                             "  money   USD\n"
                             "  fact  loaded  date  else \"not on the way\"\n"
                             "  fact  steel   part\n"
                             "  fact  copper  part\n"
                             "  fact  organic yes or no\n"
                             "  fact  quota   one of in, over\n"
                             "  fact  korus   claim KR of KR\n"
                             "  fact  dumping share\n"
                             "  fact  tax     money\n";

struct want {
  struct imp_line line; /* code, from, on and value may be left out */
  int64_t cents;        /* -1: prohibited, -2: refused */
};

static void check(const char *text, const struct want *wants, size_t n) {
  law_of(common, text);
  for (size_t i = 0; i < n; i++) {
    struct imp_line line = wants[i].line;
    if (!line.code) line.code = "9503.00.0073";
    if (!line.from) line.from = "CN";
    if (!line.on) line.on = "2025-06-01";
    if (!line.value) line.value = "10000";
    struct asked q = ask_line(&law, &(struct imp_query){.brief = true}, &line);
    const struct imp_answer *a = q.answer;
    int64_t got = a->status == IMP_LINE_REFUSED      ? -2
                  : a->status == IMP_LINE_PROHIBITED ? -1
                                                     : a->bills[0].high;
    if (got != wants[i].cents || (got >= 0 && a->bills[0].low != got))
      fail_msg("%zu: %s of %s on %s: %lld, by hand %lld (%s)", i, line.code, line.from, line.on,
               (long long)got, (long long)wants[i].cents, a->reason ? a->reason : "");
    ask_done(&q);
  }
  law_end();
}

#define CHECK(text, ...)                                                                           \
  do {                                                                                             \
    const struct want wants[] = {__VA_ARGS__};                                                     \
    check(text, wants, COUNT(wants));                                                              \
  } while (0)

#define A     "measure us.a\n  title  A\n  into   US\n  goods  all\n"
#define B     "measure us.b\n  title  B\n  into   US\n  goods  all\n"
#define SINCE " from 2001-01-01  by us.act\n"

static const struct imp_pair half_steel[] = {{"steel", "50%"}},
                             steel_and_copper[] = {{"steel", "3000"}, {"copper", "2000"}},
                             early[] = {{"loaded", "2025-01-01"}}, organic[] = {{"organic", "yes"}},
                             not_organic[] = {{"organic", "no"}};
static const char *const h1[] = {"h1"}, *const h2[] = {"h2"}, *const kr[] = {"KR"};
#define WITH(f)   .facts = f, .fact_count = COUNT(f)
#define CLAIMS(c) .claims = c, .claim_count = COUNT(c)

/* ---- headings ---------------------------------------------------------------------------------------------------- */

static void the_last_heading_that_fits_speaks(void **state) {
  (void)state;
  CHECK(A "  heading h0\n    rate  10%" SINCE "  heading h1  of CN\n    rate  20%" SINCE
          "  heading h2  of CN  goods 95\n    rate  30%" SINCE
          "  heading h3  of CN, HK  if loaded before 2025-02-01\n    rate  none" SINCE,
        {{.from = "DE"}, 100000}, {{.code = "8517.13.0000"}, 200000}, {{0}, 300000},
        {{WITH(early)}, 0}, {{.from = "HK"}, 100000}, {{.from = "HK", WITH(early)}, 0});
}

/* Its window over, the heading is silent and the one above speaks; so too while it is suspended. */
static void a_silent_heading_lets_the_one_above_speak(void **state) {
  (void)state;
  CHECK(A "  heading h0\n    rate  10%" SINCE
          "  heading h1\n    rate  20%  from 2025-01-01 until 2025-03-01  by us.act\n"
          "  heading h2\n    rate  5%  from 2025-05-01  by us.act\n    suspended from 2025-06-01 "
          "until 2025-07-01  by us.act\n",
        {{.on = "2024-12-31"}, 100000}, {{.on = "2025-01-01"}, 200000},
        {{.on = "2025-03-01"}, 100000}, {{.on = "2025-05-01"}, 50000},
        {{.on = "2025-06-01"}, 100000}, {{.on = "2025-07-01"}, 50000});
}

/* A later line replaces the earlier whatever their conditions. */
static void conditions_do_not_bring_back_the_earlier_line(void **state) {
  (void)state;
  CHECK(A "  heading h0\n    rate  10%" SINCE
          "    rate  20%  from 2025-01-01  by us.act  if loaded before 2025-02-01\n",
        {{.on = "2024-12-31"}, 100000}, {{.on = "2025-01-01"}, 0}, {{WITH(early)}, 200000});
}

/* Demand lines of the measure serve every heading without one of its own. */
static void headings_share_the_lines_of_the_measure(void **state) {
  (void)state;
  CHECK(A "  rate  10%" SINCE "  rate  20%  from 2025-01-01  by us.act\n"
          "  heading h0  of CN\n"
          "  heading h1  of HK\n    rate  7%" SINCE,
        {{0}, 200000}, {{.on = "2024-12-31"}, 100000}, {{.from = "HK"}, 70000},
        {{.from = "DE"}, 0});
}

/* If every heading has its own, they are a nameless first heading. */
static void a_nameless_first_heading(void **state) {
  (void)state;
  CHECK(A "  rate  10%" SINCE "  heading h1  of HK\n    rate  7%" SINCE, {{0}, 100000},
        {{.from = "HK"}, 70000});
}

static void claims_open_headings(void **state) {
  (void)state;
  CHECK(A "  heading h0\n    rate  10%" SINCE "  heading h1  if claimed\n    rate  2%" SINCE
          "  heading h2  if claimed and organic\n    rate  none" SINCE
          "  heading h3  if claimed h1, h2 and not organic\n    rate  3%" SINCE,
        {{WITH(not_organic)}, 100000}, {{CLAIMS(h1), WITH(organic)}, 20000},
        {{CLAIMS(h2), WITH(organic)}, 0}, {{CLAIMS(h1), WITH(not_organic)}, 30000});
}

/* ---- scope and names ----------------------------------------------------------------------------------------------- */

static void scope_comes_from_the_nearest_name(void **state) {
  (void)state;
  CHECK("measure us.top\n  title  Top\n  into  US\n  of  CN, HK\n  goods  95\n"
        "measure us.top.one\n  title  One\n  rate  10%" SINCE
        "measure us.top.two\n  title  Two\n  of  HK\n  goods  95, 85\n  rate  5%" SINCE,
        {{0}, 100000}, {{.from = "HK"}, 150000}, {{.code = "8517.13.0000"}, 0},
        {{.code = "8517.13.0000", .from = "HK"}, 50000}, {{.from = "DE"}, 0});
}

static void a_scope_is_painted(void **state) {
  (void)state;
  CHECK("measure us.a\n  title  A\n  into  US\n  of  CN\n  of  CN, HK  from 2025-03-01 until "
        "2025-09-01  by us.act\n"
        "  goods  all\n  goods  85  from 2025-05-01 until 2025-06-01  by us.act\n  rate  10%" SINCE,
        {{.from = "HK", .on = "2025-02-28"}, 0}, {{.from = "HK", .on = "2025-03-01"}, 100000},
        {{.from = "HK", .on = "2025-09-01"}, 0}, {{.on = "2025-09-01"}, 100000},
        {{.on = "2025-05-15"}, 0}, {{.on = "2025-06-01"}, 100000});
}

static void states_of_names_above_hold_below(void **state) {
  (void)state;
  CHECK("measure us.top\n  title  Top\n  into  US\n  goods  all\n"
        "  suspended from 2025-02-01 until 2025-03-01  by us.act\n  ends  2025-12-01  by us.act\n"
        "measure us.top.one\n  title  One\n  rate  10%" SINCE
        "  suspended from 2025-05-01 until 2025-05-02  by us.act\n",
        {{.on = "2025-01-31"}, 100000}, {{.on = "2025-02-01"}, 0}, {{.on = "2025-03-01"}, 100000},
        {{.on = "2025-05-01"}, 0}, {{.on = "2025-11-30"}, 100000}, {{.on = "2025-12-01"}, 0});
}

static void goods_but_some(void **state) {
  (void)state;
  CHECK("list us.some\n  add  9503.00, 8517.13.00 but 8517.13.0000\n"
        "measure us.a\n  title  A\n  into  US\n  goods  @us.some, 42 but 4202.92.3131, 4203-4205\n "
        " rate  10%" SINCE,
        {{0}, 100000}, {{.code = "8517.13.0000"}, 0}, {{.code = "4202.92.3120"}, 100000},
        {{.code = "4202.92.3131"}, 0});
}

/* For a code the last line of the list that names it decides. */
static void lists_are_painted(void **state) {
  (void)state;
  CHECK("list us.some\n  add  95\n  drop 9503.00.00  from 2025-02-01  by us.act\n"
        "  add  9503.00.0073  from 2025-03-01 until 2025-04-01  by us.act\n"
        "measure us.a\n  title  A\n  into  US\n  goods  @us.some\n  rate  10%" SINCE,
        {{.on = "2025-01-31"}, 100000}, {{.on = "2025-02-01"}, 0}, {{.on = "2025-03-01"}, 100000},
        {{.on = "2025-04-01"}, 0}, {{.code = "9503.00.0071", .on = "2025-03-01"}, 0},
        {{.code = "9506.11.2000", .on = "2025-03-01"}, 100000});
}

/* Two renumberings one after the other: what the list named in 2025 is still named in 2026. */
static void a_chain_of_numbers_is_followed(void **state) {
  (void)state;
  CHECK("list us.some\n  add  9401.99.9081\n"
        "measure us.a\n  title  A\n  into   US\n  goods  @us.some\n  rate   10%" SINCE,
        {{.code = "9401.99.9081", .on = "2025-06-30"}, 100000},
        {{.code = "9401.99.9070", .on = "2025-07-01"}, 100000},
        {{.code = "9401.99.9085", .on = "2026-01-30"}, 100000},
        {{.code = "9401.99.9040", .on = "2026-01-30"}, 100000},
        {{.code = "9401.99.9081", .on = "2026-02-01"}, -2});
}

/* A ten-digit member outlives its number; an eight-digit one needs no renumbering. */
static void members_outlive_their_numbers(void **state) {
  (void)state;
  CHECK("list us.some\n  add  8507.60.0020\n"
        "measure us.a\n  title  A\n  into  US\n  goods  @us.some\n  rate  10%" SINCE,
        {{.code = "8507.60.0020", .on = "2026-01-29"}, 100000},
        {{.code = "8507.60.0030", .on = "2026-01-30"}, 100000},
        {{.code = "8507.60.0090", .on = "2026-01-30"}, 100000},
        {{.code = "8507.60.0010", .on = "2026-01-30"}, 0});
}

/* ---- reliefs and yields --------------------------------------------------------------------------------------------- */

static void a_relief_takes_out(void **state) {
  (void)state;
  CHECK(A "  rate  10%" SINCE B "  rate  5%" SINCE
          "measure us.r\n  title  R\n  into  US\n  goods  all\n"
          "  heading h1  if claimed\n    exempts us.a" SINCE
          "  heading h2  of HK\n    exempts us  from 2025-01-01 until 2025-03-01  by us.act\n",
        {{0}, 150000}, {{CLAIMS(h1)}, 50000}, {{.from = "HK", .on = "2025-02-01"}, 0},
        {{.from = "HK", .on = "2025-03-01"}, 150000});
}

static void a_relief_on_a_part(void **state) {
  (void)state;
  CHECK(A "  rate  10%" SINCE "measure us.r\n  title  R\n  into  US\n  goods  all\n  heading h1  "
          "if claimed\n    exempts us.a  on steel" SINCE
          "  heading h2  if claimed\n    exempts us.a  on value less steel" SINCE,
        {{WITH(half_steel)}, 100000}, {{WITH(half_steel), CLAIMS(h1)}, 50000},
        {{WITH(steel_and_copper), CLAIMS(h1)}, 70000},
        {{WITH(steel_and_copper), CLAIMS(h2)}, 30000});
}

static void a_silenced_relief_takes_out_nothing(void **state) {
  (void)state;
  CHECK(
      A
      "  rate  10%" SINCE
      "measure us.r\n  title  R\n  into  US\n  goods  all\n  heading h1\n    exempts us.a" SINCE
      "    suspended from 2025-01-01 until 2025-03-01  by us.act\n  ends  2025-09-01  by us.act\n",
      {{.on = "2024-12-31"}, 0}, {{.on = "2025-01-01"}, 100000}, {{.on = "2025-03-01"}, 0},
      {{.on = "2025-09-01"}, 100000});
}

/* It gives way part by part, and only to what applies: free does, none does not. */
static void a_yield_is_part_by_part(void **state) {
  (void)state;
  CHECK(A "  rate  10%" SINCE "  yields to us.b" SINCE B
          "  heading h0\n    rate  50%  on steel" SINCE
          "  heading h1  if claimed\n    rate  free  on steel" SINCE
          "  heading h2  if claimed\n    rate  none  on steel" SINCE,
        {{WITH(half_steel)}, 300000}, {{WITH(half_steel), CLAIMS(h1)}, 50000},
        {{WITH(half_steel), CLAIMS(h2)}, 100000});
}

/* What has given way itself is not given way to. */
static void yields_run_along_the_chain(void **state) {
  (void)state;
  CHECK(A "  rate  1%" SINCE "  yields to us.b" SINCE B "  rate  2%" SINCE "  yields to us.c" SINCE
          "measure us.c\n  title  C\n  into  US\n  of  CN\n  goods  all\n  rate  4%" SINCE,
        {{0}, 50000}, {{.from = "DE"}, 20000});
}

static void a_yield_of_a_heading_binds_while_it_speaks(void **state) {
  (void)state;
  CHECK(A "  heading h0\n    rate  10%" SINCE "  heading h1  of HK\n    rate  20%" SINCE
          "    yields to us.b" SINCE B "  rate  5%" SINCE,
        {{0}, 150000}, {{.from = "HK"}, 50000});
}

/* A measure that is suspended, ended or relieved displaces nothing. */
static void nothing_gives_way_to_silence(void **state) {
  (void)state;
  CHECK(A "  rate  10%" SINCE "  yields to us.b" SINCE B "  rate  5%" SINCE
          "  suspended from 2025-01-01 until 2025-03-01  by us.act\n"
          "measure us.r\n  title  R\n  into  US\n  goods  all\n  heading h1  if claimed\n    "
          "exempts us.b" SINCE,
        {{.on = "2024-12-31"}, 50000}, {{.on = "2025-01-01"}, 100000},
        {{.on = "2025-03-01"}, 50000}, {{.on = "2025-03-01", CLAIMS(h1)}, 100000});
}

static void yields_but_not_to_one(void **state) {
  (void)state;
  CHECK(A "  rate  10%" SINCE "  yields to us.x but us.x.two" SINCE
          "measure us.x\n  title  X\n  into  US\n  goods  all\n"
          "measure us.x.one\n  title  One\n  of  HK\n  rate  1%" SINCE
          "measure us.x.two\n  title  Two\n  rate  2%" SINCE,
        {{0}, 120000}, {{.from = "HK"}, 30000});
}

/* ---- amounts ----------------------------------------------------------------------------------------------------------- */

#define BASE "measure us.base\n  title  Base\n  into  US\n  rate  general" SINCE

/* 17.6% of the schedule; the two rows add to the cap to the cent. */
static void less_base(void **state) {
  (void)state;
  CHECK(BASE A "  rate  20% less base" SINCE, {{.code = "4202.92.3131"}, 200000},
        {{.code = "4202.92.3131", .value = "333"}, 6660},
        {{.code = "4202.92.3131", .value = "1"}, 20}, {{0}, 200000});
  CHECK(BASE A "  rate  15% less base" SINCE, {{.code = "4202.92.3131"}, 176000});
  CHECK(BASE A "  heading h0  if base at least 15%\n    rate  free" SINCE
               "  heading h1  if base less than 15%\n    rate  15% less base" SINCE,
        {{.code = "4202.92.3131"}, 176000}, {{0}, 150000});
}

static void on_a_part_less_base(void **state) {
  (void)state;
  /* base 1,760.00, of which 880.00 falls on the steel; 25% of 5,000 is 1,250.00, less 880.00 */
  CHECK(BASE A "  rate  25% less base  on steel" SINCE,
        {{.code = "4202.92.3131", WITH(half_steel)}, 176000 + 125000 - 88000});
}

static void floors_and_caps(void **state) {
  (void)state;
  CHECK(A "  rate  10% at least $500 at most $2000" SINCE, {{.value = "1000"}, 50000},
        {{0}, 100000}, {{.value = "30000"}, 200000});
  CHECK(A "  rate  $2/kg + 5%" SINCE, {{.quantity = "100 kg"}, 70000},
        {{.quantity = "1 t"}, 250000}, {{.quantity = "100"}, 70000}, {{0}, -2},
        {{.quantity = "100 doz"}, -2});
  CHECK(A "  rate  $2/kg + 50c/No" SINCE, {{.quantity = "100 kg", .quantity2 = "10 No"}, 20500},
        {{.quantity = "10", .unit = "No", .quantity2 = "100", .unit2 = "kg"}, 20500},
        {{.quantity = "100 kg"}, -2}, {{.quantity = "100"}, -2},
        {{.quantity = "100 kg", .quantity2 = "10"}, -2});
  CHECK(A "  rate  3c/kg  on steel" SINCE, {{.quantity = "1000 kg", WITH(half_steel)}, 1500});
  CHECK(A "  rate  33 1/3%" SINCE, {{.value = "100"}, 3333}, {{.value = "200"}, 6667});
}

/* Half a cent goes up; each row is rounded once, rows are added. */
static void half_cents(void **state) {
  (void)state;
  CHECK(A "  rate  7.5%" SINCE, {{.value = "1"}, 8}, {{.value = "3"}, 23},
        {{.value = "13333"}, 99998}, {{.value = "0"}, 0});
  CHECK(A "  rate  0.5%" SINCE B "  rate  0.5%" SINCE, {{.value = "1"}, 2}, {{.value = "3"}, 4});
}

static void points_off(void **state) {
  (void)state;
  CHECK(A "  rate  34%" SINCE "  suspended 24%  from 2025-01-01 until 2025-03-01  by us.act\n",
        {{.on = "2024-12-31"}, 340000}, {{.on = "2025-01-01"}, 100000},
        {{.on = "2025-03-01"}, 340000});
}

/* A heading with a quota speaks until the quota is over. */
static void quotas(void **state) {
  (void)state;
  static const struct imp_pair within[] = {{"quota", "in"}}, over[] = {{"quota", "over"}};
  CHECK(A "  heading h0\n    rate  25%" SINCE "  heading h1\n    quota 100 t each year" SINCE
          "    rate  5%" SINCE,
        {{WITH(within)}, 50000}, {{WITH(over)}, 250000});
}

/* The entry of a claimed programme: 4202.92.31 is free for Korea. */
static void special_column(void **state) {
  (void)state;
  CHECK("measure us.base\n  title  Base\n  into  US\n  heading general\n    rate  general" SINCE
        "  heading special\n    rate  special" SINCE
        "  heading column-2  of CU\n    rate  column-2" SINCE,
        {{.code = "4202.92.3131", .from = "DE"}, 176000},
        {{.code = "8481.80.3060", .from = "KR"}, 56000},
        {{.code = "8481.80.3060", .from = "KR", CLAIMS(kr)}, 0},
        {{.code = "8481.80.3060", .from = "DE", CLAIMS(kr)}, 56000},
        {{.code = "9503.00.0073", .from = "CU"}, 700000});
}

/* A rate of the entry's own: of its part of the value, over the whole too, and silent where nobody states it. */
static void stated_rates(void **state) {
  (void)state;
  static const struct imp_pair most[] = {{"dumping", "265.79%"}}, plain[] = {{"dumping", "0.125"}},
                               nil[] = {{"dumping", "0%"}},
                               both[] = {{"dumping", "10%"}, {"steel", "60%"}},
                               tax[] = {{"tax", "$282.70"}};
  CHECK(A "  rate  dumping" SINCE, {{WITH(most)}, 2657900}, {{WITH(plain)}, 125000},
        {{WITH(nil)}, 0}, {{0}, 0}, {{WITH(both)}, 100000});
  CHECK(A "  heading h0\n    rate  5%" SINCE "  heading h1\n    rate  dumping + 1%" SINCE,
        {{0}, 50000}, {{WITH(plain)}, 135000}, {{WITH(tax)}, 50000});
  CHECK(A "  heading h0\n    rate  dumping  on steel" SINCE, {{WITH(both)}, 60000});
  CHECK(A "  rate  tax" SINCE, {{WITH(tax)}, 28270}, {{0}, 0});
}

/* ---- what has no number -------------------------------------------------------------------------------------------------- */

static void bans_and_gaps(void **state) {
  (void)state;
  CHECK(A "  heading h0  of CN\n    ban  from 2025-01-01  by us.act\n"
          "  heading h1  if claimed\n    rate  none" SINCE,
        {{0}, -1}, {{.on = "2024-12-31"}, 0}, {{.from = "DE"}, 0}, {{CLAIMS(h1)}, 0});
  CHECK(A "  heading h0  of CN\n    not encoded  from 2025-01-01  \"rates\"  by us.act\n"
          "  heading h1  if claimed\n    rate  none" SINCE
          "  suspended from 2025-09-01  by us.act\n",
        {{0}, -2}, {{.on = "2024-12-31"}, 0}, {{.from = "DE"}, 0}, {{CLAIMS(h1)}, 0},
        {{.on = "2025-09-01"}, 0});
  CHECK(A "  rate  unknown" SINCE "  yields to us.b" SINCE B
          "  heading h0  of HK\n    rate  5%" SINCE,
        {{0}, -2}, {{.from = "HK"}, 50000});
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_last_heading_that_fits_speaks),
      cmocka_unit_test(a_silent_heading_lets_the_one_above_speak),
      cmocka_unit_test(conditions_do_not_bring_back_the_earlier_line),
      cmocka_unit_test(headings_share_the_lines_of_the_measure),
      cmocka_unit_test(a_nameless_first_heading),
      cmocka_unit_test(claims_open_headings),
      cmocka_unit_test(scope_comes_from_the_nearest_name),
      cmocka_unit_test(a_scope_is_painted),
      cmocka_unit_test(states_of_names_above_hold_below),
      cmocka_unit_test(goods_but_some),
      cmocka_unit_test(lists_are_painted),
      cmocka_unit_test(members_outlive_their_numbers),
      cmocka_unit_test(a_relief_takes_out),
      cmocka_unit_test(a_relief_on_a_part),
      cmocka_unit_test(a_silenced_relief_takes_out_nothing),
      cmocka_unit_test(a_yield_is_part_by_part),
      cmocka_unit_test(yields_run_along_the_chain),
      cmocka_unit_test(a_yield_of_a_heading_binds_while_it_speaks),
      cmocka_unit_test(nothing_gives_way_to_silence),
      cmocka_unit_test(yields_but_not_to_one),
      cmocka_unit_test(less_base),
      cmocka_unit_test(on_a_part_less_base),
      cmocka_unit_test(floors_and_caps),
      cmocka_unit_test(half_cents),
      cmocka_unit_test(points_off),
      cmocka_unit_test(quotas),
      cmocka_unit_test(special_column),
      cmocka_unit_test(stated_rates),
      cmocka_unit_test(bans_and_gaps),
      cmocka_unit_test(a_chain_of_numbers_is_followed),
  };
  return cmocka_run_group_tests_name("eval", tests, load_names, free_names);
}
