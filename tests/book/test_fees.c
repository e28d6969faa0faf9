// SPDX-License-Identifier: Apache-2.0
// Fees of an entry: sums over its lines, limits by fiscal year, facts that are open, lines that do not count.
//
// The merchandise processing fee is 0.3464% of the value, with a lowest and a highest amount per entry; the harbor
// maintenance fee 0.125% of what comes by sea.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/shipped.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
enum { LINES_MAX = 4 };

struct entry {
  struct asked lines[LINES_MAX];
  struct imp_fees *fees;
};

static void enter(const struct imp_line *lines, uint32_t n, struct entry *out) {
  const struct imp_assessment *answers[LINES_MAX];
  struct imp_query query = {.brief = true};
  *out = (struct entry){0};
  for (uint32_t i = 0; i < n; i++) {
    out->lines[i] = ask_line(law, &query, &lines[i]);
    answers[i] = out->lines[i].owner;
  }
  assert_int_equal(imp_entry_fees(law, &query, lines, answers, n, &out->fees, NULL), IMP_OK);
}

static void done(struct entry *e) {
  for (int i = 0; i < LINES_MAX; i++)
    if (e->lines[i].owner) ask_done(&e->lines[i]);
  imp_fees_free(e->fees);
}

static const struct imp_fee *fee(const struct entry *e, const char *name) {
  for (uint32_t i = 0; i < imp_fees_count(e->fees); i++)
    if (!strcmp(imp_fees_at(e->fees, i)->name, name)) return imp_fees_at(e->fees, i);
  return NULL;
}

static struct imp_line toys(const char *on, const char *value) {
  return (struct imp_line){.code = "9503.00.0073", .from = "CN", .on = on, .value = value};
}

static const struct imp_pair formal[] = {{"entry-type", "formal"}},
                             informal[] = {{"entry-type", "informal"}},
                             by_sea[] = {{"mode", "ocean"}}, by_air[] = {{"mode", "air"}};

/* Fiscal years begin on 1 October. */
static void limits_by_fiscal_year(void **state) {
  (void)state;
  static const struct {
    const char *on, *value;
    int64_t cents;
  } want[] = {{"2025-11-12", "10000", 3464}, /* 34.64 */
              {"2025-09-30", "5000", 3271},  /* 17.32, at least 32.71 */
              {"2025-10-01", "5000", 3358},  /* at least 33.58 */
              {"2026-09-30", "5000", 3358},     {"2026-10-01", "5000", 3458},
              {"2025-09-30", "1000000", 63462}, /* 3,464.00, at most 634.62 */
              {"2025-10-01", "1000000", 65150}, {"2026-10-01", "1000000", 67086},
              {"2026-10-15", "9982", 3458},  /* 34.577648: below the least */
              {"2026-10-15", "9983", 3458},  /* 34.581112 */
              {"2026-10-15", "9984", 3458},  /* 34.584576 */
              {"2026-10-15", "9985", 3459}}; /* 34.58804 */
  for (size_t i = 0; i < COUNT(want); i++) {
    struct imp_line line = toys(want[i].on, want[i].value);
    struct entry e;
    enter(&line, 1, &e);
    const struct imp_fee *mpf = fee(&e, "MPF");
    assert_non_null(mpf);
    assert_false(mpf->unknown);
    assert_int_equal(mpf->low, want[i].cents);
    assert_int_equal(mpf->high, want[i].cents);
    assert_int_equal(mpf->base, e.lines[0].answer->value);
    assert_true(strlen(mpf->act) > 0 && mpf->where.line > 0);
    done(&e);
  }
}

/* One entry of 6,000 and 4,000 owes what one line of 10,000 owes; two entries would owe the least twice. */
static void lines_of_one_entry_add(void **state) {
  (void)state;
  struct imp_line lines[] = {toys("2025-11-12", "6000"), toys("2025-11-12", "4000")};
  struct entry e;
  enter(lines, 2, &e);
  assert_int_equal(fee(&e, "MPF")->low, 3464);
  assert_int_equal(fee(&e, "MPF")->base, 1000000);
  done(&e);
}

static void refused_lines_do_not_count(void **state) {
  (void)state;
  struct imp_line lines[] = {toys("2025-11-12", "20000"), toys("2025-11-12", "4000")};
  struct entry e;
  lines[1].code = "8507.60.0030"; /* not yet a number */
  enter(lines, 2, &e);
  assert_int_equal(fee(&e, "MPF")->base, 2000000);
  assert_int_equal(fee(&e, "MPF")->low, 6928); /* 69.28 */
  done(&e);
}

static void no_line_counts(void **state) {
  (void)state;
  struct imp_line line = toys("2025-11-12", "4000");
  struct entry e;
  line.from = "Atlantis";
  enter(&line, 1, &e);
  assert_int_equal(imp_fees_count(e.fees), 0);
  done(&e);
}

/* By sea 0.125%, otherwise nothing; not said: a range of its own that leaves the line's status alone. */
static void harbor_fee_by_mode(void **state) {
  (void)state;
  struct imp_line line = toys("2025-11-12", "9981");
  struct entry e;
  enter(&line, 1, &e);
  assert_int_equal(fee(&e, "HMF")->low, 0);
  assert_int_equal(fee(&e, "HMF")->high, 1248); /* 12.47625 */
  assert_non_null(strstr(fee(&e, "HMF")->why, "mode"));
  assert_int_equal(e.lines[0].answer->status, IMP_LINE_OK);
  done(&e);
  line.fact_count = 1;
  line.facts = by_sea;
  enter(&line, 1, &e);
  assert_int_equal(fee(&e, "HMF")->low, 1248);
  assert_int_equal(fee(&e, "HMF")->high, 1248);
  done(&e);
  line.facts = by_air;
  enter(&line, 1, &e);
  assert_null(fee(&e, "HMF"));
  done(&e);
}

static void small_entries(void **state) {
  (void)state;
  struct imp_line line = toys("2026-10-15", "2000");
  struct entry e;
  line.fact_count = 1;
  line.facts = formal;
  enter(&line, 1, &e);
  assert_int_equal(fee(&e, "MPF")->low, 3458);
  done(&e);
  line.facts = informal;
  enter(&line, 1, &e);
  assert_int_equal(fee(&e, "MPF")->low, 277);
  done(&e);
  line.fact_count = 0; /* not said: one or the other, on one base */
  enter(&line, 1, &e);
  assert_int_equal(fee(&e, "MPF")->low, 277);
  assert_int_equal(fee(&e, "MPF")->high, 3458);
  assert_int_equal(fee(&e, "MPF")->base, 200000);
  assert_non_null(strstr(fee(&e, "MPF")->why, "entry-type"));
  done(&e);
}

static void not_encoded_is_no_number(void **state) {
  (void)state;
  struct imp_line line = toys("2019-06-01", "10000");
  struct entry e;
  enter(&line, 1, &e);
  assert_true(fee(&e, "MPF")->unknown);
  assert_int_equal(fee(&e, "MPF")->high, 0);
  assert_non_null(strstr(fee(&e, "MPF")->why, "not encoded"));
  done(&e);
}

/* Goods of the agreement pay no processing fee, if it is claimed; the others of the entry do. */
static void usmca_is_free(void **state) {
  (void)state;
  static const char *const usmca[] = {"usmca"};
  struct imp_line lines[] = {toys("2026-05-01", "10000"), toys("2026-05-01", "10000")};
  struct entry e;
  lines[0].from = lines[1].from = "MX";
  enter(lines, 1, &e);
  assert_int_equal(fee(&e, "MPF")->low, 3464);
  done(&e);
  lines[0].claims = usmca;
  lines[0].claim_count = 1;
  enter(lines, 1, &e);
  assert_true(!fee(&e, "MPF") || fee(&e, "MPF")->high == 0);
  done(&e);
  enter(lines, 2, &e);
  assert_int_equal(fee(&e, "MPF")->low, 3464);
  assert_int_equal(fee(&e, "MPF")->base, 1000000);
  done(&e);
}

/* Fees of an entry whose alike lines were added up are those of the lines. */
static void alike_lines_add_up(void **state) {
  (void)state;
  enum { ALIKE = 3, KINDS = 6 };
  static const char *const usmca[] = {"usmca"}, *const parts[] = {"9802.00.80"};
  static const struct {
    const char *code, *from, *claims;
    const char *text, *whole;
  } kinds[KINDS] = {
      {"9503.00.0073", "CN", NULL, "7", "21"},
      {"8409.91.99.90", "DE", NULL, "999", "2997"},
      {"8410.90.00.00", "CA", "usmca", "5000", "15000"},
      {"6110.30.3053", "CN", "9802.00.80", "40000", "120000"},
      {"6110.30.3053", "JM", NULL, "800", "2400"},
      {"9503.00.0073", "BD", NULL, "300", "900"},
  };
  assert_true(imp_fees_add_up(law));
  for (uint32_t some = 1; some < 1u << KINDS; some++) {
    struct imp_line lines[ALIKE * KINDS], sums[KINDS];
    struct imp_fees *want = NULL, *got = NULL;
    struct imp_query query = {.brief = true};
    uint32_t n = 0, m = 0;
    for (uint32_t round = 0; round < ALIKE; round++)
      for (uint32_t i = 0; i < KINDS; i++) {
        if (!(some >> i & 1)) continue;
        struct imp_line l = {.code = kinds[i].code, .from = kinds[i].from, .on = "2026-10-15"};
        l.claim_count = kinds[i].claims != NULL;
        l.claims = kinds[i].claims && kinds[i].claims[0] == 'u' ? usmca : parts;
        l.value = kinds[i].text;
        lines[n++] = l;
        l.value = kinds[i].whole;
        if (!round) sums[m++] = l;
      }
    assert_int_equal(imp_entry_fees(law, &query, lines, NULL, n, &want, NULL), IMP_OK);
    assert_int_equal(imp_entry_fees(law, &query, sums, NULL, m, &got, NULL), IMP_OK);
    assert_int_equal(imp_fees_count(want), imp_fees_count(got));
    for (uint32_t i = 0; i < imp_fees_count(want); i++) {
      const struct imp_fee *a = imp_fees_at(want, i), *b = imp_fees_at(got, i);
      assert_string_equal(a->name, b->name);
      assert_string_equal(a->rate, b->rate);
      assert_string_equal(a->why ? a->why : "", b->why ? b->why : "");
      assert_true(a->base == b->base && a->low == b->low && a->high == b->high &&
                  a->unknown == b->unknown);
    }
    imp_fees_free(want);
    imp_fees_free(got);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(alike_lines_add_up),     cmocka_unit_test(limits_by_fiscal_year),
      cmocka_unit_test(lines_of_one_entry_add), cmocka_unit_test(refused_lines_do_not_count),
      cmocka_unit_test(no_line_counts),         cmocka_unit_test(harbor_fee_by_mode),
      cmocka_unit_test(small_entries),          cmocka_unit_test(not_encoded_is_no_number),
      cmocka_unit_test(usmca_is_free),
  };
  return cmocka_run_group_tests_name("fees", tests, open_law, close_law);
}
