// SPDX-License-Identifier: Apache-2.0
// Groups, classes of places and days of change, held against the plain evaluator: codes of one group and places of
// one class pay alike, nothing changes between two days of change, and rates come to the amounts.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "agree.h"
#include "support/ask.h"

enum { FROM = 20089, UNTIL = 20670, DAYS_MAX = 400 }; /* 2025-01-01 to 2026-08-05 */

static struct imp_law *law;
static struct imp_batch *batch;
static struct agree g;
static const struct imp_query newest = {.brief = true};

static int begin(void **state) {
  struct imp_error err;
  (void)state;
  law = ask_open();
  agree_begin(&g, law, 11);
  return imp_batch_open(law, &newest, &batch, &err) != IMP_OK;
}

static int finish(void **state) {
  (void)state;
  agree_end(&g);
  imp_batch_free(batch);
  imp_law_free(law);
  return 0;
}

static uint32_t any_code(char text[AGREE_TEXT]) {
  uint64_t code = g.codes[agree_random(&g, g.code_count)];
  snprintf(text, AGREE_TEXT, "%010llu", (unsigned long long)code);
  return imp_batch_code(batch, text);
}

static struct imp_batch_code_window on(uint32_t code, int32_t day) {
  struct imp_batch_code_window w;
  assert_int_equal(imp_batch_code_on(batch, code, day, &w, NULL), IMP_OK);
  return w;
}

/* What the plain evaluator says, as text. */
static void plain(const char *code, const char *place, imp_day day, char out[4096]) {
  char text[AGREE_TEXT];
  struct imp_assessment *as = NULL;
  agree_text_day(day, text);
  struct imp_line line = {
      .code = code, .from = place, .on = text, .value = "12345", .quantity = "77"};
  assert_int_equal(imp_duty(law, &newest, &line, &as, NULL), IMP_OK);
  const struct imp_answer *a = imp_assessment_answer(as);
  size_t n = (size_t)snprintf(out, 4096, "%d %s", (int)a->status, a->id ? a->id : "");
  for (uint32_t i = 0; i < a->bill_count; i++)
    for (uint32_t r = 0; r < a->bills[i].row_count && n < 4000; r++)
      if (a->bills[i].rows[r].status == IMP_ROW_APPLIED)
        n += (size_t)snprintf(out + n, 4096 - n, "|%.60s %lld", a->bills[i].rows[r].heading,
                              (long long)a->bills[i].rows[r].amount);
  imp_assessment_free(as);
}

/* For every group the first code that came: a later one must pay the same, on any day, from anywhere. */
static void test_groups(void **state) {
  static char first[8192][AGREE_TEXT];
  static char one[4096], other[4096];
  uint32_t compared = 0;
  (void)state;
  for (int i = 0; i < 20000 && compared < 400; i++) {
    char code[AGREE_TEXT];
    imp_day day = FROM + (imp_day)agree_random(&g, UNTIL - FROM);
    struct agree_line l = {0};
    uint32_t id = any_code(code);
    struct imp_batch_code_window w = on(id, day), like;
    if (w.group == IMP_BATCH_NONE || w.group >= 8192) continue;
    if (!first[w.group][0]) memcpy(first[w.group], code, sizeof code);
    like = on(imp_batch_code(batch, first[w.group]), day);
    if (!strcmp(first[w.group], code) || like.group != w.group) continue;
    agree_place(&g, &l);
    plain(code, l.from, day, one);
    plain(first[w.group], l.from, day, other);
    if (strcmp(one, other) != 0) fail_msg("%s and %s of %s", code, first[w.group], l.from);
    compared++;
  }
  assert_int_equal(compared, 400);
}

static void test_places(void **state) {
  static char one[4096], other[4096];
  uint16_t first[512] = {0};
  uint32_t compared = 0;
  (void)state;
  for (uint32_t i = 0; i < names_place_count(law->names); i++) {
    uint16_t p = names_place_at(law->names, i)->iso2;
    char text[3] = {(char)(p >> 8), (char)(p & 0xff), 0}, like[3] = "", code[AGREE_TEXT];
    uint32_t class = imp_batch_place_class(batch, imp_batch_place(batch, text));
    if (class == IMP_BATCH_NONE) continue;
    assert_true(class < 512);
    if (!first[class]) first[class] = p;
    if (first[class] == p) continue;
    like[0] = (char)(first[class] >> 8), like[1] = (char)(first[class] & 0xff);
    for (int k = 0; k < 3; k++, compared++) {
      imp_day day = FROM + (imp_day)agree_random(&g, UNTIL - FROM);
      any_code(code);
      plain(code, text, day, one);
      plain(code, like, day, other);
      if (strcmp(one, other) != 0) fail_msg("%s of %s and of %s", code, text, like);
    }
  }
  assert_true(compared > 100);
  assert_int_equal(imp_batch_place_class(batch, IMP_NO_PLACE), IMP_BATCH_NONE);
  assert_int_equal(imp_batch_place_class(batch, imp_batch_place(batch, "US")), IMP_BATCH_NONE);
}

/* Two days with no change between them, in one window of the code: the same bill. */
static void test_changes(void **state) {
  static char one[4096], other[4096];
  int32_t days[DAYS_MAX];
  uint32_t compared = 0, count, found = 0;
  (void)state;
  while (compared < 300) {
    char code[AGREE_TEXT];
    struct agree_line l = {0};
    imp_day day = FROM + (imp_day)agree_random(&g, UNTIL - FROM), last;
    uint32_t id = any_code(code);
    struct imp_batch_code_window w = on(id, day);
    agree_place(&g, &l);
    uint32_t class = imp_batch_place_class(batch, imp_batch_place(batch, l.from));
    if (w.group == IMP_BATCH_NONE || class == IMP_BATCH_NONE) continue;
    assert_int_equal(imp_batch_changes(batch, w.group, class, day, UNTIL, days, DAYS_MAX, &count,
                                       NULL),
                     IMP_OK);
    assert_true(count <= DAYS_MAX);
    last = (count ? days[0] : UNTIL) - 1;
    if (last >= w.until) last = w.until - 1;
    for (uint32_t i = 0; i < count; i++) {
      assert_true(days[i] > day && days[i] < UNTIL);
      assert_true(!i || days[i] > days[i - 1]);
    }
    found += count;
    plain(code, l.from, day, one);
    plain(code, l.from, last, other);
    if (strcmp(one, other) != 0)
      fail_msg("%s of %s changes between day %d and %d", code, l.from, (int)day, (int)last);
    compared++;
  }
  assert_true(found > 1000);
}

/* Half a cent up, of dollars times a rate. */
static int64_t cents(const struct imp_rate *r, int64_t dollars, uint32_t group) {
  struct imp_batch_column c;
  struct imp_rate x = *r;
  if (r->of == IMP_RATE_GENERAL || r->of == IMP_RATE_COLUMN_2) {
    assert_int_equal(imp_batch_column(batch, group, r->of, &c, NULL), IMP_OK);
    assert_true(c.is_share);
    x = (struct imp_rate){IMP_RATE_SHARE, c.num, c.den};
  }
  i128 n = (i128)x.num * (x.of == IMP_RATE_MONEY ? 1 : dollars) * 100;
  return (int64_t)((2 * n + x.den) / (2 * (i128)x.den));
}

static void test_rates(void **state) {
  static struct imp_batch_rates rates[16];
  static struct imp_batch_bill bills[16];
  uint32_t compared = 0, rows = 0;
  (void)state;
  for (int i = 0; i < 20000 && compared < 500; i++) {
    char text[AGREE_TEXT];
    struct agree_line l = {0};
    struct imp_batch_column general;
    int32_t day = FROM + (int32_t)agree_random(&g, UNTIL - FROM);
    int64_t value = 1 + (int64_t)agree_random(&g, 1000000), none = IMP_NO_VALUE;
    uint32_t code = any_code(text), place, n, count;
    uint8_t status;
    agree_place(&g, &l);
    place = imp_batch_place(batch, l.from);
    struct imp_columns c = {.count = 1,
                            .code = &code,
                            .place = &place,
                            .day = &day,
                            .value = &value,
                            .quantity = &none};
    assert_int_equal(imp_batch_rates(batch, &c, 0, rates, 16, &n, &status, NULL), IMP_OK);
    if (!n) continue;
    uint32_t group = on(code, day).group;
    assert_int_equal(imp_batch_column(batch, group, IMP_RATE_GENERAL, &general, NULL), IMP_OK);
    if (!general.is_share) continue;
    assert_int_equal(imp_batch_bills(batch, &c, 0, bills, 16, &count, NULL), IMP_OK);
    assert_int_equal(count, n);
    for (uint32_t k = 0; k < n; k++) {
      struct imp_shape s;
      assert_int_equal(imp_batch_shape(batch, rates[k].shape, &s), IMP_OK);
      assert_int_equal(rates[k].shape, bills[k].shape);
      for (uint32_t r = 0; r < s.row_count; r++, rows++) {
        int64_t due = cents(&rates[k].rows[r].rate, value, group),
                less = cents(&rates[k].rows[r].less, value, group);
        assert_int_equal(bills[k].amounts[r], due > less ? due - less : 0);
      }
    }
    compared++;
  }
  assert_int_equal(compared, 500);
  assert_true(rows > 500);
}

static void test_wrong_numbers(void **state) {
  struct imp_error err;
  struct imp_batch_code_window w;
  struct imp_batch_column c;
  uint32_t count;
  (void)state;
  assert_int_equal(imp_batch_code_on(batch, 4000000000u, FROM, &w, &err), IMP_USAGE);
  assert_int_equal(imp_batch_column(batch, IMP_BATCH_NONE, IMP_RATE_GENERAL, &c, &err), IMP_USAGE);
  assert_int_equal(imp_batch_changes(batch, IMP_BATCH_NONE, 0, FROM, UNTIL, NULL, 0, &count, &err),
                   IMP_USAGE);
  assert_string_equal(on(imp_batch_code(batch, "abc"), FROM).refusal, "refuse.code");
  assert_string_equal(on(imp_batch_code(batch, "9903.88.03"), FROM).refusal,
                      "refuse.special-chapter");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_groups),        cmocka_unit_test(test_places),
      cmocka_unit_test(test_changes),       cmocka_unit_test(test_rates),
      cmocka_unit_test(test_wrong_numbers),
  };
  return cmocka_run_group_tests(tests, begin, finish);
}
