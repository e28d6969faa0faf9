// SPDX-License-Identifier: Apache-2.0
// needs room: source
// An export of any bytes: findings, or an edition. What was understood is folded into a table, and then: the
// edition is the table's open end, the printed table reads back and prints the same, and folding the
// edition once more changes nothing but the day.
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "source/load.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Lines that an edition drawn from the corpus meets, changes and ends. */
static const char held[] =
    "# editions\t2029-01-01\t2029-07-01\n"
    "0101.21.00\t\t\tNo\tFree\t\tFree\t10 20\n"
    "0101.30.00\t\t2029-07-01\tNo,kg\t6.8%\tFree A+,AU,KR\t15%\t00\n"
    "8507.60.00\t\t\tNo,kg\t3.4%\tFree A,AU,B,KR\t40%\t10 20:No(2029-07-01..) 30(..2029-07-01)\n";

static bool same(struct str a, struct str b) {
  return str_eq(a, b);
}

static void print(const struct source_table *t, struct buf *out) {
  buf_clear(out);
  source_table_print(t, out);
}

static void reads_back(const struct source_table *t) {
  struct arena a = {0};
  struct source_table again;
  struct buf one = {0}, two = {0};
  print(t, &one);
  enum imp_status status = source_table_parse(&a, buf_str(&one), &again, NULL);
  assert(status == IMP_OK);
  print(&again, &two);
  assert(same(buf_str(&one), buf_str(&two)));
  source_table_free(&again);
  buf_free(&one);
  buf_free(&two);
  arena_free(&a);
}

static void say(const struct source_table *was, const struct source_lines *lines,
                const struct source_table *now) {
  struct source_diff diff;
  struct source_moves moves = {0};
  struct buf text = {0};
  imp_day day = now->last;
  assert(source_diff_make(was, lines, &diff));
  assert(source_moves_find(was, lines, lines, NULL, day, &moves));
  source_moves_sort(&moves);
  struct source_summary s = {.file = "x", .name = "y", .day = day, .was = was};
  s.diff = &diff;
  s.moves = &moves;
  source_summary_text(&s, &text);
  source_summary_json(&s, &text);
  source_moves_print(&moves, &text);
  buf_free(&text);
  source_diff_free(&diff);
  source_moves_free(&moves);
}

static void fold(const struct source_lines *lines) {
  struct arena a = {0};
  struct source_table was, now, next;
  struct str bytes = {held, sizeof held - 1};
  enum imp_status status = source_table_parse(&a, bytes, &was, NULL);
  assert(status == IMP_OK);
  assert(source_table_fold(&a, &was, lines, day_of(2030, 1, 1), STR("2030"), &now));
  assert(!source_table_differs(&now, lines));
  reads_back(&now);
  say(&was, lines, &now);
  assert(source_table_fold(&a, &now, lines, day_of(2031, 1, 1), STR("2031"), &next));
  assert(next.count == now.count);
  source_table_free(&was);
  source_table_free(&now);
  source_table_free(&next);
  arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct source_loaded l = {0};
  l.file = (struct source_file){.path = "fuzz", .arena = &l.arena, .diags = &l.diags};
  if (!str_copy(&l.arena, (struct str){(const char *)data, size}, &l.file.bytes)) return 0;
  source_read_bytes(&l.file, &l.rows);
  source_lines_make(&l.file, &l.rows, NULL, false, &l.lines);
  if (l.file.findings == 0) fold(&l.lines);
  source_loaded_free(&l);
  return 0;
}
