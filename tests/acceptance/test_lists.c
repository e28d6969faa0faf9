// SPDX-License-Identifier: Apache-2.0
// The Section 301 lists member by member: digests of the lists as printed in April 2026, and the lines that had
// left them for note 31 by then and are on them for the days before.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sha256.h>

#include "law/law.h"
#include "support/ask.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static struct law *text;
static struct imp_law *law;

static int open_law(void **state) {
  (void)state;
  struct diag_list diags = {0};
  if (law_load(ask_folder(), &text, &diags, NULL) != IMP_OK || diags.errors) return 1;
  diag_free(&diags);
  law = ask_open();
  return 0;
}

static int close_law(void **state) {
  (void)state;
  law_free(text);
  imp_law_free(law);
  return 0;
}

/* ---- digests ------------------------------------------------------------------------------------------------ */

static int by_value(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

/* The bare eight-digit codes of a list, sorted. The lists of note 20 are one batch without days. */
static uint32_t members(const char *name, uint32_t *codes, uint32_t cap) {
  uint32_t n = 0, index = law_find_list(text, str_of(name));
  assert_int_not_equal(index, LAW_NONE);
  const struct law_list *l = &text->lists[index];
  for (uint32_t i = 0; i < l->count; i++) {
    assert_false(l->lines[i].drop);
    assert_int_equal(l->lines[i].when.from, DAY_FIRST);
    assert_int_equal(l->lines[i].when.until, DAY_NEVER);
    for (uint32_t s = 0; s < l->lines[i].count; s++) {
      const struct law_set *set = &l->lines[i].sets[s];
      assert_int_equal(set->but_count, 0);
      for (uint32_t k = 0; k < set->count && n < cap; k++) {
        assert_int_equal(set->items[k].kind, LAW_ITEM_CODE);
        assert_int_equal(set->items[k].digits, 8);
        assert_int_equal(set->items[k].hi - set->items[k].lo, 99);
        assert_int_equal(set->items[k].ex.n, 0);
        codes[n++] = (uint32_t)(set->items[k].lo / 100u);
      }
    }
  }
  qsort(codes, n, sizeof *codes, by_value);
  return n;
}

static void digest(const uint32_t *codes, uint32_t n, char out[SHA256_DIGEST_STRING_LENGTH]) {
  SHA256_CTX sha;
  SHA256Init(&sha);
  for (uint32_t i = 0; i < n; i++) {
    char line[16];
    int length = snprintf(line, sizeof line, "%08u\n", (unsigned)codes[i]);
    SHA256Update(&sha, (const uint8_t *)line, (size_t)length);
  }
  SHA256End(&sha, out);
}

static void check_list(const char *name, uint32_t count, const char *sha) {
  enum { MOST = 8000 };
  static uint32_t codes[MOST];
  char got[SHA256_DIGEST_STRING_LENGTH];
  uint32_t n = members(name, codes, MOST);
  assert_int_equal(n, count);
  for (uint32_t i = 1; i < n; i++) assert_int_not_equal(codes[i - 1], codes[i]);
  digest(codes, n, got);
  assert_string_equal(got, sha);
}

static void list_1(void **state) {
  (void)state;
  check_list("us.301.cn.list-1", 856,
             "08e204c9bb3b85c5921f217c2c25d5a07b6339d3b2c2f73682171ecbb477287c");
}

static void list_2(void **state) {
  (void)state;
  check_list("us.301.cn.list-2", 283,
             "bb97058fdd07bf6c38bfda6ff01baeebf1c19a2a046af56ee9102a3cf9ed561b");
}

static void list_3(void **state) {
  (void)state;
  check_list("us.301.cn.list-3", 5906,
             "92621be9da47a43cbc2b3a0a7bd4fb04e5b134b2778c4e28fb971aba42cbbb62");
}

static void list_4a(void **state) {
  (void)state;
  check_list("us.301.cn.list-4a", 2958,
             "bde80b58cc77d729123fe92740d573dfc9a41e133a488f515227bac27acd8592");
}

static void list_4b(void **state) {
  (void)state;
  check_list("us.301.cn.list-4b", 538,
             "ee30f46a65ba6d7903d75d43e303c9cdcc0bad1864a1a536f5f646b712f26661");
}

/* A line stands on one list of note 20 at most. */
static void lists_are_disjoint(void **state) {
  (void)state;
  static const char *const names[] = {"us.301.cn.list-1", "us.301.cn.list-2", "us.301.cn.list-3",
                                      "us.301.cn.list-4a", "us.301.cn.list-4b"};
  static uint32_t codes[12000];
  uint32_t n = 0;
  for (size_t i = 0; i < COUNT(names); i++) n += members(names[i], codes + n, 12000 - n);
  qsort(codes, n, sizeof *codes, by_value);
  for (uint32_t i = 1; i < n; i++) assert_int_not_equal(codes[i - 1], codes[i]);
}

/* ---- what had left ------------------------------------------------------------------------------------------- */

static const struct leaver {
  const char *list, *code; /* as it stands in the list of leavers */
  const char *number;      /* one of its numbers, for a bill */
  const char *before, *last, *first, *after;
} leavers[] = {
    /* electric vehicles, hybrids and their kind: list 1 to note 31(d) */
    {"us.301.cn.list-1.left", "87024031", "8702.40.31", "9903.88.01", "2024-09-26", "2024-09-27",
     "9903.91.03"},
    {"us.301.cn.list-1.left", "87024061", "8702.40.61", "9903.88.01", "2024-09-26", "2024-09-27",
     "9903.91.03"},
    {"us.301.cn.list-1.left", "87029031", "8702.90.31", "9903.88.01", "2024-09-26", "2024-09-27",
     "9903.91.03"},
    {"us.301.cn.list-1.left", "87029061", "8702.90.61", "9903.88.01", "2024-09-26", "2024-09-27",
     "9903.91.03"},
    {"us.301.cn.list-1.left", "87036000", "8703.60.00", "9903.88.01", "2024-09-26", "2024-09-27",
     "9903.91.03"},
    {"us.301.cn.list-1.left", "87037000", "8703.70.00", "9903.88.01", "2024-09-26", "2024-09-27",
     "9903.91.03"},
    {"us.301.cn.list-1.left", "87038000", "8703.80.00", "9903.88.01", "2024-09-26", "2024-09-27",
     "9903.91.03"},
    {"us.301.cn.list-1.left", "87039001", "8703.90.01", "9903.88.01", "2024-09-26", "2024-09-27",
     "9903.91.03"},
    /* solar cells: list 2 to note 31(c) */
    {"us.301.cn.list-2.left", "85414200", "8541.42.0080", "9903.88.02", "2024-09-26", "2024-09-27",
     "9903.91.02"},
    {"us.301.cn.list-2.left", "85414300", "8541.43.0080", "9903.88.02", "2024-09-26", "2024-09-27",
     "9903.91.02"},
    /* chips: list 2 to note 31(f) */
    {"us.301.cn.list-2.left", "85411000", "8541.10.00", "9903.88.02", "2024-12-31", "2025-01-01",
     "9903.91.05"},
    {"us.301.cn.list-2.left", "85412100", "8541.21.00", "9903.88.02", "2024-12-31", "2025-01-01",
     "9903.91.05"},
    {"us.301.cn.list-2.left", "85412900", "8541.29.00", "9903.88.02", "2024-12-31", "2025-01-01",
     "9903.91.05"},
    {"us.301.cn.list-2.left", "85413000", "8541.30.00", "9903.88.02", "2024-12-31", "2025-01-01",
     "9903.91.05"},
    {"us.301.cn.list-2.left", "85414910", "8541.49.10", "9903.88.02", "2024-12-31", "2025-01-01",
     "9903.91.05"},
    {"us.301.cn.list-2.left", "85414970", "8541.49.70", "9903.88.02", "2024-12-31", "2025-01-01",
     "9903.91.05"},
    {"us.301.cn.list-2.left", "85414980", "8541.49.80", "9903.88.02", "2024-12-31", "2025-01-01",
     "9903.91.05"},
    {"us.301.cn.list-2.left", "85414995", "8541.49.95", "9903.88.02", "2024-12-31", "2025-01-01",
     "9903.91.05"},
    {"us.301.cn.list-2.left", "85415100", "8541.51.00", "9903.88.02", "2024-12-31", "2025-01-01",
     "9903.91.05"},
    {"us.301.cn.list-2.left", "85415900", "8541.59.00", "9903.88.02", "2024-12-31", "2025-01-01",
     "9903.91.05"},
    {"us.301.cn.list-2.left", "85419000", "8541.90.00", "9903.88.02", "2024-12-31", "2025-01-01",
     "9903.91.05"},
    {"us.301.cn.list-2.left", "85423100", "8542.31.00", "9903.88.02", "2024-12-31", "2025-01-01",
     "9903.91.05"},
    {"us.301.cn.list-2.left", "85423200", "8542.32.00", "9903.88.02", "2024-12-31", "2025-01-01",
     "9903.91.05"},
    {"us.301.cn.list-2.left", "85423300", "8542.33.00", "9903.88.02", "2024-12-31", "2025-01-01",
     "9903.91.05"},
    {"us.301.cn.list-2.left", "85423900", "8542.39.00", "9903.88.02", "2024-12-31", "2025-01-01",
     "9903.91.05"},
    {"us.301.cn.list-2.left", "85429000", "8542.90.00", "9903.88.02", "2024-12-31", "2025-01-01",
     "9903.91.05"},
    /* batteries and masks: list 4A to note 31(b), (e), (g) and (h). Other batteries than those of vehicles stayed
     * until 2026; by then they are refused, so their last day here is the last that can be answered. */
    {"us.301.cn.list-4a.left", "85076000", "8507.60.0010", "9903.88.15", "2024-09-26", "2024-09-27",
     "9903.91.01"},
    {"us.301.cn.list-4a.left", "85076000", "8507.60.0020", "9903.88.15", "2025-05-02", NULL, NULL},
    {"us.301.cn.list-4a.left", "6307909842", "6307.90.9842", "9903.88.15", "2024-09-26",
     "2024-09-27", "9903.91.01"},
    {"us.301.cn.list-4a.left", "6307909844", "6307.90.9844", "9903.88.15", "2024-09-26",
     "2024-09-27", "9903.91.01"},
    {"us.301.cn.list-4a.left", "6307909850", "6307.90.9850", "9903.88.15", "2024-09-26",
     "2024-09-27", "9903.91.01"},
    {"us.301.cn.list-4a.left", "6307909875", "6307.90.9875", "9903.88.15", "2024-09-26",
     "2024-09-27", "9903.91.01"},
    {"us.301.cn.list-4a.left", "6307909870", "6307.90.9870", "9903.88.15", "2024-12-31",
     "2025-01-01", "9903.91.04"},
};

/* Panels are refused for Section 201, which is not encoded: what list 2 says of them is in the trace. */
static bool says(const struct imp_answer *a, const char *heading) {
  if (a->status != IMP_LINE_REFUSED) return ask_row(&a->bills[0], heading, IMP_ROW_APPLIED) != NULL;
  for (uint32_t i = 0; i < a->verdict_count; i++)
    if (a->verdicts[i].heading && !strcmp(a->verdicts[i].heading, heading))
      return !strcmp(a->verdicts[i].verdict, "applies");
  return false;
}

static void pays_under(const struct leaver *l, const char *on, const char *heading,
                       const char *not_under) {
  struct imp_line line = {.code = l->number, .from = "CN", .on = on, .value = "10000"};
  struct asked q = ask_line(law, &(struct imp_query){.brief = true, .trace = true}, &line);
  if (q.answer->status == IMP_LINE_REFUSED && !strstr(q.answer->reason, "us.201.solar"))
    fail_msg("%s on %s: %s", l->number, on, q.answer->reason);
  if (!says(q.answer, heading)) fail_msg("%s on %s does not pay under %s", l->number, on, heading);
  if (not_under && says(q.answer, not_under))
    fail_msg("%s on %s still pays under %s", l->number, on, not_under);
  ask_done(&q);
}

static void they_left_on_their_day(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(leavers); i++) {
    pays_under(&leavers[i], leavers[i].last, leavers[i].before, leavers[i].after);
    if (leavers[i].first)
      pays_under(&leavers[i], leavers[i].first, leavers[i].after, leavers[i].before);
  }
}

static bool is_named(const char *list, const struct law_item *item) {
  char code[16];
  snprintf(code, sizeof code, "%0*llu", (int)item->digits,
           (unsigned long long)(item->digits == 8 ? item->lo / 100u : item->lo));
  for (size_t i = 0; i < COUNT(leavers); i++)
    if (!strcmp(leavers[i].list, list) && !strcmp(leavers[i].code, code)) return true;
  print_error("%s of %s is not in the table of this test\n", code, list);
  return false;
}

/* The table above names every line of the lists of leavers, and none is on the list as printed. */
static void every_leaver_is_named(void **state) {
  (void)state;
  static const char *const lists[][2] = {{"us.301.cn.list-1", "us.301.cn.list-1.left"},
                                         {"us.301.cn.list-2", "us.301.cn.list-2.left"},
                                         {"us.301.cn.list-4a", "us.301.cn.list-4a.left"}};
  static uint32_t codes[8000];
  for (size_t i = 0; i < COUNT(lists); i++) {
    uint32_t n = members(lists[i][0], codes, 8000);
    uint32_t index = law_find_list(text, str_of(lists[i][1]));
    assert_int_not_equal(index, LAW_NONE);
    const struct law_list *l = &text->lists[index];
    for (uint32_t k = 0; k < l->count; k++)
      for (uint32_t s = 0; s < l->lines[k].count; s++)
        for (uint32_t m = 0; m < l->lines[k].sets[s].count; m++) {
          const struct law_item *item = &l->lines[k].sets[s].items[m];
          uint32_t code8 = (uint32_t)(item->lo / 100u);
          assert_true(is_named(lists[i][1], item));
          assert_null(bsearch(&code8, codes, n, sizeof *codes, by_value));
        }
  }
}

/* No line ever pays under note 20 and note 31 at once: the days around every change. */
static void note_31_and_note_20_never_add(void **state) {
  (void)state;
  static const char *const days[] = {"2024-09-26", "2024-09-27", "2024-12-31", "2025-01-01",
                                     "2025-05-02"};
  for (size_t i = 0; i < COUNT(leavers); i++)
    for (size_t d = 0; d < COUNT(days); d++) {
      struct imp_line line = {.code = leavers[i].number,
                              .from = "CN",
                              .on = days[d],
                              .value = "10000"};
      struct asked q = ask_line(law, &(struct imp_query){.brief = true}, &line);
      for (uint32_t b = 0; b < q.answer->bill_count; b++) {
        int rows = 0;
        for (uint32_t r = 0; r < q.answer->bills[b].row_count; r++)
          rows += q.answer->bills[b].rows[r].status == IMP_ROW_APPLIED &&
                  !strncmp(q.answer->bills[b].rows[r].measure, "us.301.cn", 9);
        assert_true(rows <= 1);
      }
      ask_done(&q);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(list_1),
      cmocka_unit_test(list_2),
      cmocka_unit_test(list_3),
      cmocka_unit_test(list_4a),
      cmocka_unit_test(list_4b),
      cmocka_unit_test(lists_are_disjoint),
      cmocka_unit_test(they_left_on_their_day),
      cmocka_unit_test(every_leaver_is_named),
      cmocka_unit_test(note_31_and_note_20_never_add),
  };
  return cmocka_run_group_tests_name("lists", tests, open_law, close_law);
}
