// SPDX-License-Identifier: Apache-2.0
// The price push: a table small enough to work by hand, tables that are none, and memory that runs out.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "library/starve.h"
#include "model/prices.h"
#include "model/world.h"

#define HEAD "impost-prices 1\nregion B\nyear 2017\n"
#define TABLE                                                                                      \
  HEAD "commodity C1 S1 .5\ncommodity C2 - 0\ncommodity C3 S0 .2\n"                                \
       "domestic C2 C1:.25 C2:.1\ndomestic C3 C2:.4\nimported C2 C1:.2\nimported C3 C3:.1\n"       \
       "category 1 100 C1:20 C2:30 = Things\ncategory 2 50 C3:40 = Food and drink\n"

static struct economy *world;

static int set_up(void **state) {
  (void)state;
  const struct world_shape shape = {2, 2, false, false, true, 3};
  world = make_world(&shape);
  world->region[0] = (struct economy_name){"A", "A"};
  world->region[1] = (struct economy_name){"B", "B"};
  return 0;
}

static int tear_down(void **state) {
  (void)state;
  economy_free(world);
  return 0;
}

/* C2: .2 of dearer C1 and .1 of itself; C1 and C3 at home by what they use; then both categories. */
static void a_small_table_by_hand(void **state) {
  (void)state;
  struct prices *p = NULL;
  struct imp_error err = {0};
  must(prices_read(world, STR(TABLE), "table", &p, &err), &err);
  assert_int_equal(p->region, 1);
  assert_int_equal(p->commodities, 3);
  const double dearer[] = {0.3, 0.1}; /* S0, S1 */
  double change[2], room[9];
  double all = prices_push(p, dearer, change, room);
  double c1 = 0, c2 = (.2 * .1 + .25 * c1) / (1 - .1), c3 = .1 * .3 + .4 * c2;
  near(change[0], (20 * (.5 * .1 + .5 * c1) + 30 * c2) / 100, 1e-12, "things");
  near(change[1], 40 * (.2 * .3 + .8 * c3) / 50, 1e-12, "food and drink");
  near(all, (100 * change[0] + 50 * change[1]) / 150, 1e-12, "all");
  assert_string_equal(p->category[1].title, "Food and drink");
  const double same[] = {0, 0};
  assert_true(prices_push(p, same, change, room) == 0);
  prices_free(p);
}

static void tables_that_are_none_are_told_by_line(void **state) {
  (void)state;
  static const struct {
    const char *text, *words;
  } rows[] = {
      {"", "impost-prices 1"},
      {"impost-prices 2\n", "t:1: the first line"},
      {"impost-prices 1\nregion Q\n", "t:2: no such region: Q"},
      {HEAD "commodity C1 S9 0\n", "t:4: no such sector: S9"},
      {HEAD "commodity C1 S1 1.5\n", "a share between 0 and 1 is wanted: 1.5"},
      {HEAD "commodity C1 S1 0\ncommodity C1 S1 0\n", "said twice: C1"},
      {HEAD "commodity C1 S1 0\ndomestic C2 C1:1\n", "no such commodity: C2"},
      {HEAD "commodity C1 S1 0\ndomestic C1 C1\n", "CODE:NUMBER is wanted: C1"},
      {HEAD "commodity C1 S1 0\ndomestic C1 C1:1.2\ncategory 1 5 C1:1 = T\n",
       "cost more than what is made: C1"},
      {HEAD "commodity C1 S1 0\ncategory 1 0 C1:1 = T\n", "an amount above 0 is wanted"},
      {HEAD "commodity C1 S1 0\n", "categories must be said"},
      {HEAD "hello\n", "no such word: hello"},
  };
  for (size_t k = 0; k < sizeof rows / sizeof *rows; k++) {
    struct prices *p = NULL;
    struct imp_error err = {0};
    assert_int_equal(prices_read(world, str_of(rows[k].text), "t", &p, &err), IMP_FINDINGS);
    assert_null(p);
    if (strstr(err.message, rows[k].words) == NULL)
      fail_msg("\"%s\" does not say \"%s\"", err.message, rows[k].words);
  }
}

static enum imp_status read_one(void) {
  struct prices *p = NULL;
  struct imp_error err = {0};
  enum imp_status status = prices_read(world, STR(TABLE), "table", &p, &err);
  prices_free(p);
  return status;
}

static void memory_may_run_out(void **state) {
  (void)state;
  starve(read_one, 6);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_small_table_by_hand),
      cmocka_unit_test(tables_that_are_none_are_told_by_line),
      cmocka_unit_test(memory_may_run_out),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
