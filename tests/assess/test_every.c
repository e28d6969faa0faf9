// SPDX-License-Identifier: Apache-2.0
// Every group of codes from every class of places on every day of change, both ways. IMPOST_EVERY=1 asks all of them,
// some millions; without it one in so many is asked that the test stays short.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "agree.h"
#include "support/ask.h"

enum { FROM = 20089, UNTIL = 20789, DAYS_MAX = 600, ROOM = 65536 }; /* 2025-01-01 to 2026-12-02 */

static struct imp_law *law;
static struct imp_batch *batch;
static const struct imp_query newest = {.brief = true};
static uint64_t combination, compared, differing, every = 9973;

struct known { /* one of each group or class */
  uint32_t ids[ROOM], numbers[ROOM], count;
};

static bool seen(const struct known *k, uint32_t number) {
  return number < ROOM && k->ids[number];
}

static void keep(struct known *k, uint32_t number, uint32_t id) {
  if (number >= ROOM || k->ids[number]) return;
  k->ids[number] = id + 1;
  k->numbers[k->count++] = number;
}

/* The day matters for a code that began or ended: its group is asked for on the days it is valid. */
static void find_groups(struct agree *g, struct known *k) {
  for (uint32_t i = 0; i < g->code_count; i++) {
    char text[AGREE_TEXT];
    snprintf(text, sizeof text, "%010llu", (unsigned long long)g->codes[i]);
    uint32_t code = imp_batch_code(batch, text);
    for (int32_t day = FROM; day < UNTIL;) {
      struct imp_batch_code_window w;
      assert_int_equal(imp_batch_code_on(batch, code, day, &w, NULL), IMP_OK);
      if (w.group != IMP_BATCH_NONE && !seen(k, w.group)) keep(k, w.group, code);
      if (w.until >= UNTIL) break;
      day = w.until;
    }
  }
}

static void find_places(struct known *k) {
  for (uint32_t i = 0; i < names_place_count(law->names); i++) {
    uint16_t p = names_place_at(law->names, i)->iso2;
    char text[3] = {(char)(p >> 8), (char)(p & 0xff), 0};
    uint32_t place = imp_batch_place(batch, text);
    uint32_t class = imp_batch_place_class(batch, place);
    if (class != IMP_BATCH_NONE) keep(k, class, place);
  }
}

static void ask(uint32_t code, uint32_t place, int32_t day) {
  static int64_t amounts[IMP_BATCH_ROWS];
  struct agree_line l = {0};
  struct imp_assessment *as;
  int64_t value = 10007, none = 1234000, low, high;
  uint32_t shape, first[2], done;
  uint8_t status;
  struct imp_columns c = {
      .count = 1, .code = &code, .place = &place, .day = &day, .value = &value, .quantity = &none};
  struct imp_results r = {&status, &shape, &low, &high, first, amounts, IMP_BATCH_ROWS};
  assert_int_equal(imp_batch_run(batch, &c, &r, &done, NULL), IMP_OK);
  assert_int_equal(imp_batch_answer(batch, &c, 0, &as, NULL), IMP_OK);
  const struct imp_answer *a = imp_assessment_answer(as);
  const char *what = agree_answer(batch, &c, 0, &r, a);
  snprintf(l.code, sizeof l.code, "%s", a->code);
  snprintf(l.from, sizeof l.from, "%s", a->from);
  snprintf(l.on, sizeof l.on, "%s", a->on);
  if (what) agree_say(&newest, &l, what);
  differing += what != NULL;
  compared++;
  imp_assessment_free(as);
}

static void ask_pair(uint32_t group, uint32_t code, uint32_t class, uint32_t place) {
  int32_t days[DAYS_MAX];
  uint32_t n;
  assert_int_equal(imp_batch_changes(batch, group, class, FROM, UNTIL, days, DAYS_MAX - 1, &n,
                                     NULL),
                   IMP_OK);
  assert_true(n < DAYS_MAX);
  days[n++] = FROM;
  for (uint32_t i = 0; i < n; i++)
    if (combination++ % every == 0) ask(code, place, days[i]);
}

static void test_every(void **state) {
  static struct known groups, places;
  struct imp_error err;
  struct agree g;
  const char *set = getenv("IMPOST_EVERY");
  (void)state;
  if (set) every = strtoull(set, NULL, 10);
  assert_true(every > 0);
  law = ask_open();
  agree_begin(&g, law, 1);
  assert_int_equal(imp_batch_open(law, &newest, &batch, &err), IMP_OK);
  find_groups(&g, &groups);
  find_places(&places);
  for (uint32_t i = 0; i < groups.count; i++)
    for (uint32_t k = 0; k < places.count; k++)
      ask_pair(groups.numbers[i], groups.ids[groups.numbers[i]] - 1, places.numbers[k],
               places.ids[places.numbers[k]] - 1);
  printf(
      "%u groups, %u classes of places, %llu with their days of change, %llu asked, %llu differ\n",
      (unsigned)groups.count, (unsigned)places.count, (unsigned long long)combination,
      (unsigned long long)compared, (unsigned long long)differing);
  assert_int_equal(differing, 0);
  assert_true(compared > 100);
  agree_end(&g);
  imp_batch_free(batch);
  imp_law_free(law);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_every)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
