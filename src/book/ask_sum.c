// SPDX-License-Identifier: Apache-2.0
// imp_ask_sum: what to find out first about a whole file. Items are one when kind and name are.
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"
#include "impost/ask.h"

struct imp_ask_sum {
  struct arena arena;
  struct imp_ask_sum_item *items;
  size_t count, cap;
  uint32_t lines, refused;
  bool sorted;
};

enum imp_status imp_ask_sum_new(struct imp_ask_sum **out, struct imp_error *err) {
  *out = mem_alloc(sizeof **out);
  return *out ? IMP_OK : error_no_memory(err);
}

static struct imp_ask_sum_item *item_of(struct imp_ask_sum *s, const struct imp_ask_item *from) {
  for (size_t i = 0; i < s->count; i++)
    if (s->items[i].kind == from->kind && !strcmp(s->items[i].name, from->name))
      return &s->items[i];
  void *items = s->items;
  if (!mem_grow(&items, &s->cap, s->count + 1, sizeof *s->items)) return NULL;
  s->items = items;
  struct imp_ask_sum_item *to = &s->items[s->count];
  *to = (struct imp_ask_sum_item){.kind = from->kind,
                                  .name = str_dup(&s->arena, str_of(from->name)),
                                  .question = str_dup(&s->arena, str_of(from->question))};
  if (from->presumed) to->presumed = str_dup(&s->arena, str_of(from->presumed));
  if (!to->name || !to->question || (from->presumed && !to->presumed)) return NULL;
  s->count++;
  return to;
}

/* The answer whose duty is least: what asking may win. */
static const char *best_option(const struct imp_ask_item *item) {
  const struct imp_ask_answer *best = &item->answers[0];
  for (uint32_t i = 1; i < item->answer_count; i++)
    if (!item->answers[i].refused &&
        item->answers[i].low + item->answers[i].fee_low < best->low + best->fee_low)
      best = &item->answers[i];
  return best->option;
}

enum imp_status imp_ask_sum_add(struct imp_ask_sum *sum, const struct imp_line *line,
                                const struct imp_ask *a, struct imp_error *err) {
  sum->lines++;
  sum->sorted = false;
  if (!a || imp_ask_line(a)->status == IMP_LINE_REFUSED) { /* what helps it moves no money yet */
    sum->refused++;
    return IMP_OK;
  }
  for (uint32_t i = 0; i < imp_ask_count(a); i++) {
    const struct imp_ask_item *from = imp_ask_at(a, i);
    struct imp_ask_sum_item *to = item_of(sum, from);
    if (!to) return error_no_memory(err);
    if (__builtin_add_overflow(to->moves, from->moves, &to->moves)) to->moves = INT64_MAX;
    to->lines++;
    if (to->example && from->moves <= to->top_moves) continue;
    to->top_line = line->number;
    to->top_entry = str_dup(&sum->arena, str_of(line->entry ? line->entry : ""));
    to->top_moves = from->moves;
    to->example = str_dup(&sum->arena, str_of(best_option(from)));
    if (!to->example || !to->top_entry) return error_no_memory(err);
  }
  return IMP_OK;
}

static int by_money(const void *x, const void *y) {
  const struct imp_ask_sum_item *a = x, *b = y;
  if (a->moves != b->moves) return a->moves < b->moves ? 1 : -1;
  bool x_claim = a->kind == IMP_ASK_CLAIM, y_claim = b->kind == IMP_ASK_CLAIM;
  if (x_claim != y_claim) return x_claim ? 1 : -1;
  return strcmp(a->name, b->name);
}

uint32_t imp_ask_sum_count(const struct imp_ask_sum *sum) {
  return (uint32_t)sum->count;
}

const struct imp_ask_sum_item *imp_ask_sum_at(struct imp_ask_sum *sum, uint32_t i) {
  if (!sum->sorted) qsort(sum->items, sum->count, sizeof *sum->items, by_money);
  sum->sorted = true;
  return &sum->items[i];
}

uint32_t imp_ask_sum_lines(const struct imp_ask_sum *sum) {
  return sum->lines;
}

uint32_t imp_ask_sum_refused(const struct imp_ask_sum *sum) {
  return sum->refused;
}

void imp_ask_sum_free(struct imp_ask_sum *sum) {
  if (!sum) return;
  mem_free(sum->items);
  arena_free(&sum->arena);
  mem_free(sum);
}
