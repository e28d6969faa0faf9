// SPDX-License-Identifier: Apache-2.0
// Reading an entry line: what people type for a value, a date, a code, a quantity, facts, parts and claims.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "book/line.h"
#include "book/open.h"
#include "support/shipped.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static struct imp_line toys(void) {
  return (
      struct imp_line){.code = "9503.00.0073", .from = "CN", .value = "10000", .on = "2025-06-01"};
}

struct reading {
  struct arena arena;
  struct line line;
  struct refusal no;
};

static void read(const struct imp_line *in, struct reading *r) {
  *r = (struct reading){0};
  assert_true(line_read(&r->arena, law->law, law->names, in,
                        (struct moment){day_of(2025, 6, 1), CLOCK_UNSTATED}, &r->line, &r->no));
}

static void done(struct reading *r) {
  arena_free(&r->arena);
}

/* ---- value ---------------------------------------------------------------------------------------------------- */

/* Whole dollars: 19 CFR 159.3(a). */
static void values(void **state) {
  (void)state;
  static const struct {
    const char *typed;
    int64_t dollars; /* -1: refused */
    bool noted;
  } want[] = {{"10000", 10000, false},
              {"10,000", 10000, false},
              {"10,000.00", 10000, false},
              {"$1", 1, false},
              {"$ 10,000.50", 10001, true},
              {"10,000.49", 10000, true},
              {"10000.5", 10001, true},
              {"0.49", 0, true},
              {"0.5", 1, true},
              {".5", 1, true},
              {" 12 ", 12, false},
              {"\t12", 12, false},
              {"0", 0, false},
              {"000012", 12, false},
              {"10000000000000", 10000000000000, false},
              {"10000000000001", -1, false},
              {"99999999999999999", -1, false},
              {"99999999999999999999999999999999999999999999", -1, false},
              {"1e5", -1, false},
              {"-5", -1, false},
              {"+5", -1, false},
              {"1,0", -1, false},
              {"1,00,000", -1, false},
              {"10.000,50", -1, false},
              {"10000 USD", -1, false},
              {"0x10", -1, false},
              {"nan", -1, false},
              {"$", -1, false},
              {"$$1", -1, false},
              {"5.", -1, false},
              {"1.2.3", -1, false},
              {"", -1, false},
              {"  ", -1, false},
              {NULL, -1, false}};
  for (size_t i = 0; i < COUNT(want); i++) {
    struct imp_line in = toys();
    struct reading r;
    in.value = want[i].typed;
    read(&in, &r);
    bool refused = r.no.id != NULL;
    if (refused != (want[i].dollars < 0))
      fail_msg("\"%s\" is %s", in.value ? in.value : "", refused ? "refused" : "taken");
    if (refused) assert_string_equal(r.no.id, "refuse.value");
    if (!refused) assert_int_equal(r.line.dollars, want[i].dollars);
    if (!refused) assert_int_equal(r.line.value_note != NULL, want[i].noted);
    done(&r);
  }
}

/* ---- date ------------------------------------------------------------------------------------------------------ */

static void dates(void **state) {
  (void)state;
  static const struct {
    const char *typed;
    int year, month, day; /* year 0: refused */
  } want[] = {{"2025-11-12", 2025, 11, 12},
              {"11/12/2025", 2025, 11, 12},
              {"02/28/2025", 2025, 2, 28},
              {"02/29/2024", 2024, 2, 29},
              {"2024-02-29", 2024, 2, 29},
              {" 2025-06-02 ", 2025, 6, 2},
              {"", 2025, 6, 1},
              {NULL, 2025, 6, 1},
              {"02/29/2025", 0, 0, 0},
              {"2025-02-29", 0, 0, 0},
              {"2025-13-01", 0, 0, 0},
              {"13/01/2025", 0, 0, 0},
              {"2025-11", 0, 0, 0},
              {"12.11.2025", 0, 0, 0},
              {"20251112", 2025, 11, 12},
              {"2025-11-12 13:01", 2025, 11, 12},
              {"11/12/2025 9:05", 2025, 11, 12},
              {"2025-11-12T23:59", 2025, 11, 12},
              {"2025-11-12 24:00", 0, 0, 0},
              {"2025-11-12 13:60", 0, 0, 0},
              {"2025-11-12 1301", 0, 0, 0},
              {"2025-11-12 ", 2025, 11, 12},
              {"today", 0, 0, 0},
              {"1799-12-31", 0, 0, 0},
              {"9999-01-01", 0, 0, 0},
              {"2025-00-10", 0, 0, 0},
              {"2025-10-00", 0, 0, 0}};
  for (size_t i = 0; i < COUNT(want); i++) {
    struct imp_line in = toys();
    struct reading r;
    in.on = want[i].typed;
    read(&in, &r);
    bool refused = r.no.id != NULL;
    if (refused != (want[i].year == 0))
      fail_msg("\"%s\" is %s", in.on ? in.on : "", refused ? "refused" : "taken");
    if (refused) assert_string_equal(r.no.id, "refuse.date");
    if (!refused) assert_int_equal(r.line.on, day_of(want[i].year, want[i].month, want[i].day));
    done(&r);
  }
}

/* ---- code and places ---------------------------------------------------------------------------------------------- */

static void codes(void **state) {
  (void)state;
  static const struct {
    const char *typed;
    uint64_t code;
    uint8_t digits; /* 0: refused */
  } want[] = {{"9503000073", 9503000073, 10},
              {"9503.00.0073", 9503000073, 10},
              {"9503.00.00.73", 9503000073, 10},
              {" 9503 00 0073 ", 9503000073, 10},
              {"9503 00 00 73", 9503000073, 10},
              {"95030000", 9503000000, 8},
              {"9503.00.00", 9503000000, 8},
              {"0101.21.0010", 101210010, 10},
              {"01012100", 101210000, 8},
              {"9503.00", 9503000000, 6},
              {"", 0, 0},
              {"950300007", 0, 0},
              {"95030000731", 0, 0},
              {"toys", 0, 0},
              {"9503-00-0073x", 0, 0},
              {"9503,00,0073", 0, 0}};
  for (size_t i = 0; i < COUNT(want); i++) {
    struct imp_line in = toys();
    struct reading r;
    in.code = want[i].typed;
    read(&in, &r);
    bool refused = r.no.id != NULL;
    if (refused != (want[i].digits == 0))
      fail_msg("\"%s\" is %s", in.code, refused ? "refused" : "taken");
    if (refused) assert_string_equal(r.no.id, "refuse.code");
    if (!refused) assert_int_equal(r.line.code, want[i].code);
    if (!refused) assert_int_equal(r.line.digits, want[i].digits);
    done(&r);
  }
}

static void origins(void **state) {
  (void)state;
  static const struct {
    const char *typed, *iso;
  } want[] = {{"CN", "CN"},     {"cn", "CN"},        {"CHN", "CN"},         {"5700", "CN"},
              {"China", "CN"},  {" china ", "CN"},   {"South Korea", "KR"}, {"NO", "NO"},
              {"Norway", "NO"}, {"Hong Kong", "HK"}, {"EU", NULL},          {"Chian", NULL},
              {"", NULL},       {"C", NULL},         {"XX", NULL},          {"99999999999", NULL}};
  for (size_t i = 0; i < COUNT(want); i++) {
    struct imp_line in = toys();
    struct reading r;
    in.from = want[i].typed;
    read(&in, &r);
    if (!want[i].iso) {
      assert_string_equal(r.no.id, "refuse.origin");
    } else {
      if (r.no.id) fail_msg("\"%s\" is refused", in.from);
      assert_int_equal(r.line.origin, LAW_PLACE(want[i].iso[0], want[i].iso[1]));
    }
    done(&r);
  }
}

/* ---- quantities ---------------------------------------------------------------------------------------------------- */

static void quantities(void **state) {
  (void)state;
  static const struct {
    const char *amount, *unit, *canonical; /* canonical NULL: refused */
    int64_t thousandths;
  } want[] = {{"100", "kg", "kg", 100000},  {"100 kg", NULL, "kg", 100000},
              {"100kg", "", "kg", 100000},  {"1,000.5", "KG", "kg", 1000500},
              {"12", "doz.", "doz", 12000}, {"5", NULL, "", 5000},
              {"100", "stones", NULL, 0},   {"many", NULL, NULL, 0},
              {"-3", "kg", NULL, 0},        {"kg", NULL, NULL, 0},
              {"1..2", "kg", NULL, 0}};
  for (size_t i = 0; i < COUNT(want); i++) {
    struct imp_line in = toys();
    struct reading r;
    struct rat thousandths;
    in.quantity = want[i].amount;
    in.unit = want[i].unit;
    read(&in, &r);
    if ((r.no.id != NULL) != (want[i].canonical == NULL))
      fail_msg("\"%s\" \"%s\": %s", in.quantity, in.unit ? in.unit : "",
               r.no.id ? r.no.reason : "taken");
    if (!r.no.id) {
      assert_int_equal(r.line.quantity_count, 1);
      assert_true(str_eq(r.line.quantities[0].unit, str_of(want[i].canonical)));
      assert_true(rat_mul(r.line.quantities[0].amount, rat_int(1000), &thousandths));
      assert_int_equal(rat_cmp(thousandths, rat_int(want[i].thousandths)), 0);
    }
    done(&r);
  }
}

/* ---- facts ----------------------------------------------------------------------------------------------------------- */

static void facts(void **state) {
  (void)state;
  static const struct {
    const char *name, *value;
    const char *id; /* NULL: read */
  } want[] = {{"loaded", "2025-04-04", NULL},
              {"loaded", "04/04/2025", NULL},
              {" loaded ", " 2025-04-04 ", NULL},
              {"loaded", "", "refuse.fact"},
              {"loaded", "2025-04-31", "refuse.fact"},
              {"Loaded", "2025-04-04", "refuse.fact"}, /* names are lower case */
              {"mode", "ocean", NULL},
              {"mode", "Ocean", NULL},
              {"mode", "balloon", "refuse.fact"},
              {"content.steel", "60%", NULL},
              {"content.steel", "6000", NULL},
              {"content.steel", "$6,000.00", NULL},
              {"content.steel", "100%", NULL},
              {"content.steel", "33 1/3%", "refuse.fact"},
              {"content.steel", "101%", "refuse.parts"},
              {"content.steel", "10001", "refuse.parts"},
              {"content.steel", "-1", "refuse.fact"},
              {"content.steel", "%", "refuse.fact"},
              {"smelted", "CA", NULL},
              {"smelted", "CA,NO", NULL},
              {"smelted", "Canada, Norway", NULL},
              {"smelted", "Atlantis", "refuse.fact"},
              {"smelted", "", "refuse.fact"},
              {"9903.91.14", "no", NULL},
              {"9903.91.14", "yes", NULL},
              {"9903.91.14", "perhaps", "refuse.fact"},
              {"9903.99.99", "yes", "refuse.claim"},
              {"usmca", "yes", NULL},
              {"usmca", "no", NULL},
              {"usmca", "perhaps", "refuse.fact"},
              {"", "1", "refuse.fact"}};
  for (size_t i = 0; i < COUNT(want); i++) {
    struct imp_pair fact = {want[i].name, want[i].value};
    struct imp_line in = toys();
    struct reading r;
    in.facts = &fact;
    in.fact_count = 1;
    read(&in, &r);
    if ((r.no.id == NULL) != (want[i].id == NULL))
      fail_msg("%s=%s: %s", fact.name, fact.value, r.no.id ? r.no.reason : "taken");
    if (r.no.id) assert_string_equal(r.no.id, want[i].id);
    done(&r);
  }
}

static struct rat part_of(const struct reading *r, const char *name) {
  uint32_t i = law_find_fact(law->law, str_of(name));
  assert_int_not_equal(i, LAW_NONE);
  return r->line.facts[i].amount;
}

static void parts_are_whole_dollars(void **state) {
  (void)state;
  static const struct {
    const char *value, *steel;
    int64_t dollars, rest;
  } want[] = {{"10000", "60%", 6000, 4000}, {"3333", "50%", 1667, 1666},
              {"1", "49%", 0, 1},           {"1", "50%", 1, 0},
              {"10000", "0", 0, 10000},     {"10000", "100%", 10000, 0},
              {"999", "0.05%", 0, 999},     {"10000", "5999.5", 6000, 4000}};
  for (size_t i = 0; i < COUNT(want); i++) {
    struct imp_pair fact = {"content.steel", want[i].steel};
    struct imp_line in = toys();
    struct reading r;
    in.value = want[i].value;
    in.facts = &fact;
    in.fact_count = 1;
    read(&in, &r);
    assert_null(r.no.id);
    assert_int_equal(rat_cmp(part_of(&r, "content.steel"), rat_int(want[i].dollars)), 0);
    const struct line_cell *rest = &r.line.cells[r.line.cell_count - 1];
    assert_int_equal(rest->fact, LAW_NONE);
    assert_int_equal(rat_cmp(rest->dollars, rat_int(want[i].rest)), 0);
    done(&r);
  }
}

/* Parts and the rest add up to the value, whatever is stated. */
static void cells_add_up(void **state) {
  (void)state;
  const struct imp_pair three[] = {{"content.steel", "33%"},
                                   {"content.aluminum", "33%"},
                                   {"us-content", "1000"}};
  struct imp_line in = toys();
  struct reading r;
  struct rat sum = RAT_ZERO;
  in.value = "9999";
  in.facts = three;
  in.fact_count = 3;
  read(&in, &r);
  assert_null(r.no.id);
  assert_int_equal(r.line.cell_count, 4);
  for (uint32_t i = 0; i < r.line.cell_count; i++)
    assert_true(rat_add(sum, r.line.cells[i].dollars, &sum));
  assert_int_equal(rat_cmp(sum, rat_int(9999)), 0);
  done(&r);
}

/* One fact twice: the last word counts, and nothing of the first stays. */
static void a_fact_twice(void **state) {
  (void)state;
  const struct imp_pair twice[] = {{"content.steel", "6000"}, {"content.steel", "1000"}};
  struct imp_line in = toys();
  struct reading r;
  in.facts = twice;
  in.fact_count = 2;
  read(&in, &r);
  assert_null(r.no.id);
  assert_int_equal(rat_cmp(part_of(&r, "content.steel"), rat_int(1000)), 0);
  assert_int_equal(r.line.cell_count, 2);
  done(&r);
}

/* ---- claims ------------------------------------------------------------------------------------------------------------ */

static void claims(void **state) {
  (void)state;
  static const struct {
    const char *typed, *kept; /* NULL: refused */
  } want[] = {{"9903.01.21", "9903.01.21"},
              {"99030121", "9903.01.21"},
              {"9903.01.21.00", "9903.01.21"},
              {" 9903.01.21 ", "9903.01.21"},
              {"9903 01 21", "9903.01.21"},
              {"usmca", "usmca"},
              {"USMCA", "USMCA"},
              {"S+", "S+"},
              {"KR", "KR"},
              {"", ""},
              {"9903.99.99", NULL},
              {"nafta", NULL},
              {"9503.00.00", NULL}};
  for (size_t i = 0; i < COUNT(want); i++) {
    struct imp_line in = toys();
    struct reading r;
    in.claims = &want[i].typed;
    in.claim_count = 1;
    read(&in, &r);
    if ((r.no.id == NULL) != (want[i].kept != NULL))
      fail_msg("claim \"%s\": %s", want[i].typed, r.no.id ? r.no.reason : "taken");
    if (r.no.id) assert_string_equal(r.no.id, "refuse.claim");
    if (want[i].kept && *want[i].kept) assert_true(line_claims(&r.line, str_of(want[i].kept)));
    done(&r);
  }
}

/* ---- what is wrong first is said first ---------------------------------------------------------------------------------- */

static void the_first_reason_counts(void **state) {
  (void)state;
  struct imp_line in = {.code = "?", .from = "?", .value = "?", .on = "?", .quantity = "?"};
  static const char *const ids[] = {"refuse.code", "refuse.origin", "refuse.date", "refuse.value",
                                    "refuse.quantity"};
  const char **const cells[] = {&in.code, &in.from, &in.on, &in.value, &in.quantity};
  static const char *const good[] = {"9503.00.0073", "CN", "2025-06-01", "1", "1"};
  for (size_t i = 0; i < COUNT(ids); i++) {
    struct reading r;
    read(&in, &r);
    assert_string_equal(r.no.id, ids[i]);
    done(&r);
    *cells[i] = good[i];
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(values),
      cmocka_unit_test(dates),
      cmocka_unit_test(codes),
      cmocka_unit_test(origins),
      cmocka_unit_test(quantities),
      cmocka_unit_test(facts),
      cmocka_unit_test(parts_are_whole_dollars),
      cmocka_unit_test(cells_add_up),
      cmocka_unit_test(a_fact_twice),
      cmocka_unit_test(claims),
      cmocka_unit_test(the_first_reason_counts),
  };
  return cmocka_run_group_tests_name("line", tests, open_law, close_law);
}
