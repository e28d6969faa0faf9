// SPDX-License-Identifier: Apache-2.0
// Classes, segments and masks of the shipped law: what must be told apart is, what is alike stands together.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "book/query.h"
#include "index/index.h"
#include "support/ask.h"

struct opened {
  struct imp_law *law;
  struct arena arena;
  struct query query;
  struct index *x;
};

static struct opened open_index(const char *known) {
  struct opened o = {.law = ask_open()};
  struct imp_error err;
  struct imp_query q = {.known = known};
  assert_int_equal(query_read(&o.arena, o.law, &q, &o.query, &err), IMP_OK);
  return o;
}

static void close_index(struct opened *o) {
  index_free(o->x);
  arena_free(&o->arena);
  imp_law_free(o->law);
}

static void begin(struct opened *o, const char *known) {
  *o = open_index(known);
  o->x = index_open(o->law->law, o->law->names, &o->query.view);
  assert_non_null(o->x);
  assert_true(index_usable(o->x));
}

static uint32_t mask_of(struct index *x, uint64_t code, uint16_t place, imp_day day) {
  return index_mask(x, index_code_class(x, code), index_place_class(x, place),
                    index_segment(x, day));
}

static void test_places(void **state) {
  (void)state;
  struct opened o;
  begin(&o, NULL);
  uint32_t cn = index_place_class(o.x, LAW_PLACE('C', 'N'));
  assert_int_not_equal(cn, index_place_class(o.x, LAW_PLACE('H', 'K')));
  assert_int_not_equal(cn, index_place_class(o.x, LAW_PLACE('V', 'N')));
  assert_int_equal(cn, index_place_class(o.x, LAW_PLACE('C', 'N')));
  close_index(&o);
}

static void test_segments(void **state) {
  (void)state;
  struct opened o;
  begin(&o, NULL);
  for (uint32_t s = 0; s < index_segment_count(o.x); s++)
    assert_int_equal(index_segment(o.x, index_segment_day(o.x, s)), s);
  assert_true(index_segment(o.x, day_of(2025, 4, 4)) < index_segment(o.x, day_of(2025, 4, 5)));
  assert_int_equal(index_segment(o.x, DAY_FIRST), 0);
  assert_int_equal(index_segment(o.x, day_of(2199, 1, 1)), index_segment_count(o.x) - 1);
  close_index(&o);
}

/* A list of 2018 goods of China: an origin outside it, and a day before it, have other masks. */
static void test_masks(void **state) {
  (void)state;
  struct opened o;
  begin(&o, NULL);
  const uint64_t bag = 4202923131u;
  imp_day day = day_of(2025, 11, 12);
  uint32_t mask = mask_of(o.x, bag, LAW_PLACE('C', 'N'), day);
  assert_int_equal(mask, mask_of(o.x, bag, LAW_PLACE('C', 'N'), day));
  assert_int_not_equal(mask, mask_of(o.x, bag, LAW_PLACE('V', 'N'), day));
  assert_int_not_equal(mask, mask_of(o.x, bag, LAW_PLACE('C', 'N'), day_of(2018, 2, 1)));
  close_index(&o);
}

static void test_pairs_follow_masks(void **state) {
  (void)state;
  static const uint64_t codes[] = {4202923131u, 9503000073u, 8507600020u, 7601103000u, 409000005u};
  static const uint16_t places[] = {LAW_PLACE('C', 'N'), LAW_PLACE('D', 'E'), LAW_PLACE('F', 'R'),
                                    LAW_PLACE('A', 'D'), LAW_PLACE('A', 'O')};
  enum { CODES = sizeof codes / sizeof *codes, PLACES = sizeof places / sizeof *places };
  struct opened o;
  uint32_t class[CODES * PLACES], place[CODES * PLACES], pair[CODES * PLACES];
  begin(&o, NULL);
  for (uint32_t i = 0; i < CODES * PLACES; i++) {
    class[i] = index_code_class(o.x, codes[i / PLACES]);
    place[i] = index_place_class(o.x, places[i % PLACES]);
    pair[i] = index_pair(o.x, class[i], place[i]);
  }
  for (uint32_t i = 0; i < CODES * PLACES; i++)
    for (uint32_t k = 0; k < i; k++)
      for (uint32_t s = 0; s < index_segment_count(o.x) && pair[i] == pair[k]; s++)
        assert_int_equal(index_mask(o.x, class[i], place[i], s),
                         index_mask(o.x, class[k], place[k], s));
  close_index(&o);
}

/* Goods without a measure of their own fall into few classes. */
static void test_few_classes(void **state) {
  (void)state;
  struct opened o;
  begin(&o, NULL);
  for (uint64_t code = 1012100; code < 97060000; code += 997) index_code_class(o.x, code * 100);
  assert_true(index_class_count(o.x) < 1500);
  close_index(&o);
}

static void test_date_cells(void **state) {
  (void)state;
  struct opened o;
  imp_day like;
  begin(&o, NULL);
  uint32_t loaded = law_find_fact(o.law->law, STR("loaded"));
  assert_int_not_equal(loaded, LAW_NONE);
  for (imp_day d = day_of(2025, 1, 1); d < day_of(2026, 12, 31); d++) {
    uint32_t cell = index_date_cell(o.x, loaded, d, &like);
    imp_day again;
    assert_int_equal(cell, index_date_cell(o.x, loaded, like, &again));
    assert_int_equal(like, again);
  }
  assert_int_not_equal(index_date_cell(o.x, loaded, day_of(2025, 4, 4), &like),
                       index_date_cell(o.x, loaded, day_of(2025, 4, 5), &like));
  close_index(&o);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(test_places),      cmocka_unit_test(test_segments),
      cmocka_unit_test(test_masks),       cmocka_unit_test(test_pairs_follow_masks),
      cmocka_unit_test(test_few_classes), cmocka_unit_test(test_date_cells),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
