// SPDX-License-Identifier: Apache-2.0
// Totals per joint outcome: see totals.h.

#include "report/totals.h"

#include <string.h>

/* ---- adding ---------------------------------------------------------------------------------- */

static bool add_money(int64_t *sum, int64_t more) {
  return !__builtin_add_overflow(*sum, more, sum);
}

/* Picks copied into the arena in byte order of their questions, so that equal outcomes have equal
 * keys. */
static struct imp_pick *sorted_picks(struct arena *a, const struct imp_pick *from, uint32_t count) {
  struct imp_pick *picks = arena_array(a, count + 1u, sizeof *picks);
  if (picks == NULL) return NULL;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t at = i;
    for (; at > 0 && strcmp(picks[at - 1].question, from[i].question) > 0; at--)
      picks[at] = picks[at - 1];
    picks[at].question = str_dup(a, str_of(from[i].question));
    picks[at].answer = str_dup(a, str_of(from[i].answer));
    if (picks[at].question == NULL || picks[at].answer == NULL) return NULL;
  }
  return picks;
}

static void write_key(struct buf *out, const struct imp_pick *picks, uint32_t count, bool answers) {
  buf_clear(out);
  for (uint32_t i = 0; i < count; i++) {
    buf_puts(out, i > 0 ? "; " : "");
    buf_puts(out, picks[i].question);
    if (answers) buf_printf(out, "=%s", picks[i].answer);
  }
}

static const char *text_of(const struct buf *b) {
  return b->n > 0 ? b->p : "";
}

static struct totals_group *group_of(struct totals *t, const char *key) {
  for (size_t i = 0; i < t->count; i++)
    if (strcmp(t->groups[i].key, key) == 0) return &t->groups[i];
  void *items = t->groups;
  if (!mem_grow(&items, &t->cap, t->count + 1, sizeof *t->groups)) return NULL;
  t->groups = items;
  struct totals_group *g = &t->groups[t->count];
  *g = (struct totals_group){.key = str_dup(&t->arena, str_of(key))};
  if (g->key == NULL) return NULL;
  t->count++;
  return g;
}

static struct totals_sum *sum_of(struct totals *t, struct totals_group *g, const char *key,
                                 const struct imp_bill *bill) {
  for (size_t i = 0; i < g->count; i++)
    if (strcmp(g->sums[i].key, key) == 0) return &g->sums[i];
  void *items = g->sums;
  if (!mem_grow(&items, &g->cap, g->count + 1, sizeof *g->sums)) return NULL;
  g->sums = items;
  struct totals_sum *s = &g->sums[g->count];
  *s = (struct totals_sum){.key = str_dup(&t->arena, str_of(key)),
                           .picks = sorted_picks(&t->arena, bill->picks, bill->pick_count),
                           .pick_count = bill->pick_count};
  if (s->key == NULL || s->picks == NULL) return NULL;
  g->count++;
  return s;
}

static bool add_bill(struct totals *t, struct arena *scratch, struct buf *key,
                     const struct imp_bill *bill) {
  struct imp_pick *picks = sorted_picks(scratch, bill->picks, bill->pick_count);
  if (picks == NULL) return false;
  write_key(key, picks, bill->pick_count, false);
  if (key->failed) return false;
  struct totals_group *g = group_of(t, text_of(key));
  if (g == NULL) return false;
  write_key(key, picks, bill->pick_count, true);
  if (key->failed) return false;
  struct totals_sum *s = sum_of(t, g, text_of(key), bill);
  if (s == NULL) return false;
  s->prohibited = s->prohibited || bill->prohibited;
  if (bill->prohibited) return true;
  if (!add_money(&s->low, bill->low) || !add_money(&s->high, bill->high) ||
      !add_money(&s->void_low, bill->void_low) || !add_money(&s->void_high, bill->void_high))
    t->overflow = true;
  return true;
}

bool totals_add(struct totals *t, const struct imp_answer *answer) {
  if (answer->status == IMP_LINE_REFUSED) return true;
  struct arena scratch = {0};
  struct buf key = {0};
  bool ok = true;
  for (uint32_t i = 0; ok && i < answer->bill_count; i++)
    ok = add_bill(t, &scratch, &key, &answer->bills[i]);
  buf_free(&key);
  arena_free(&scratch);
  return ok;
}

bool totals_add_sum(struct totals *t, int64_t low, int64_t high, int64_t void_low,
                    int64_t void_high) {
  struct imp_bill bill = {.low = low, .high = high, .void_low = void_low, .void_high = void_high};
  struct imp_answer answer = {.bills = &bill, .bill_count = 1};
  return totals_add(t, &answer);
}

void totals_add_fees(struct totals *t, const struct imp_fee *fees, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    if (fees[i].unknown) {
      t->fee_unknown++;
      continue;
    }
    if (!add_money(&t->fee_low, fees[i].low) || !add_money(&t->fee_high, fees[i].high))
      t->overflow = true;
  }
}

/* ---- putting together ------------------------------------------------------------------------ */

struct axis { /* a question and the answers seen for it */
  const char *question;
  const char **answers;
  size_t count, cap;
};

struct axes {
  struct axis *items;
  size_t count, cap;
};

static bool add_answer(struct axis *axis, const char *answer) {
  for (size_t i = 0; i < axis->count; i++)
    if (strcmp(axis->answers[i], answer) == 0) return true;
  void *items = axis->answers;
  if (!mem_grow(&items, &axis->cap, axis->count + 1, sizeof *axis->answers)) return false;
  axis->answers = items;
  axis->answers[axis->count++] = answer;
  return true;
}

static bool add_pick(struct axes *axes, const struct imp_pick *pick) {
  size_t i = 0;
  while (i < axes->count && strcmp(axes->items[i].question, pick->question) != 0) i++;
  if (i == axes->count) {
    void *items = axes->items;
    if (!mem_grow(&items, &axes->cap, axes->count + 1, sizeof *axes->items)) return false;
    axes->items = items;
    axes->items[axes->count++] = (struct axis){.question = pick->question};
  }
  return add_answer(&axes->items[i], pick->answer);
}

static bool find_axes(const struct totals *t, struct axes *axes) {
  for (size_t g = 0; g < t->count; g++)
    for (size_t s = 0; s < t->groups[g].count; s++)
      for (uint32_t p = 0; p < t->groups[g].sums[s].pick_count; p++)
        if (!add_pick(axes, &t->groups[g].sums[s].picks[p])) return false;
  return true;
}

static void free_axes(struct axes *axes) {
  for (size_t i = 0; i < axes->count; i++) mem_free(axes->items[i].answers);
  mem_free(axes->items);
}

static bool agrees(const struct totals_sum *s, const struct imp_pick *picks, uint32_t count) {
  for (uint32_t i = 0; i < s->pick_count; i++)
    for (uint32_t j = 0; j < count; j++)
      if (strcmp(s->picks[i].question, picks[j].question) == 0 &&
          strcmp(s->picks[i].answer, picks[j].answer) != 0)
        return false;
  return true;
}

static int64_t smaller(int64_t a, int64_t b) {
  return a < b ? a : b;
}

static int64_t larger(int64_t a, int64_t b) {
  return a > b ? a : b;
}

/* Adds to `row` what one group owes under the row's picks: one sum, or from the least to the most
 * of those that agree when the picks leave a question of the group open. */
static void add_group(struct totals *t, const struct totals_group *g, struct totals_row *row) {
  struct totals_sum span = {0};
  bool any = false;
  for (size_t i = 0; i < g->count; i++) {
    const struct totals_sum *s = &g->sums[i];
    if (!agrees(s, row->picks, row->pick_count)) continue;
    row->incomplete = row->incomplete || s->prohibited;
    span.low = any ? smaller(span.low, s->low) : s->low;
    span.high = any ? larger(span.high, s->high) : s->high;
    span.void_low = any ? smaller(span.void_low, s->void_low) : s->void_low;
    span.void_high = any ? larger(span.void_high, s->void_high) : s->void_high;
    any = true;
  }
  if (!any) row->incomplete = true;
  if (!add_money(&row->low, span.low) || !add_money(&row->high, span.high) ||
      !add_money(&row->void_low, span.void_low) || !add_money(&row->void_high, span.void_high))
    t->overflow = true;
}

static void fill_row(struct totals *t, struct totals_row *row) {
  for (size_t g = 0; g < t->count; g++) add_group(t, &t->groups[g], row);
}

static size_t joint_count(const struct axes *axes) {
  size_t count = 1;
  for (size_t i = 0; i < axes->count && count <= TOTALS_JOINT; i++) count *= axes->items[i].count;
  return count;
}

/* Row number `n` of the product: the last question turns fastest. */
static bool joint_row(struct totals *t, const struct axes *axes, size_t n, struct totals_row *row) {
  struct imp_pick *picks = arena_array(&t->arena, axes->count + 1, sizeof *picks);
  if (picks == NULL) return false;
  for (size_t i = axes->count; i-- > 0;) {
    const struct axis *axis = &axes->items[i];
    picks[i] = (struct imp_pick){axis->question, axis->answers[n % axis->count]};
    n /= axis->count;
  }
  *row = (struct totals_row){.picks = picks, .pick_count = (uint32_t)axes->count};
  fill_row(t, row);
  return true;
}

static bool alone_row(struct totals *t, const struct axis *axis, size_t n, struct totals_row *row) {
  struct imp_pick *pick = arena_array(&t->arena, 1, sizeof *pick);
  if (pick == NULL) return false;
  *pick = (struct imp_pick){axis->question, axis->answers[n]};
  *row = (struct totals_row){.picks = pick, .pick_count = 1};
  fill_row(t, row);
  return true;
}

static bool fill_joint(struct totals *t, const struct axes *axes, size_t count,
                       struct totals_table *out) {
  out->rows = arena_array(&t->arena, count, sizeof *out->rows);
  if (out->rows == NULL) return false;
  for (size_t i = 0; i < count; i++)
    if (!joint_row(t, axes, i, &out->rows[i])) return false;
  out->count = (uint32_t)count;
  return true;
}

static bool fill_alone(struct totals *t, const struct axes *axes, struct totals_table *out) {
  size_t count = 0;
  for (size_t i = 0; i < axes->count; i++) count += axes->items[i].count;
  out->rows = arena_array(&t->arena, count, sizeof *out->rows);
  if (out->rows == NULL) return false;
  out->alone = true;
  for (size_t i = 0; i < axes->count; i++)
    for (size_t n = 0; n < axes->items[i].count; n++)
      if (!alone_row(t, &axes->items[i], n, &out->rows[out->count++])) return false;
  return true;
}

bool totals_table(struct totals *t, struct totals_table *out) {
  *out = (struct totals_table){0};
  struct axes axes = {0};
  bool ok = find_axes(t, &axes);
  size_t count = ok ? joint_count(&axes) : 0;
  if (ok) ok = count <= TOTALS_JOINT ? fill_joint(t, &axes, count, out) : fill_alone(t, &axes, out);
  free_axes(&axes);
  return ok;
}

void totals_free(struct totals *t) {
  for (size_t i = 0; i < t->count; i++) mem_free(t->groups[i].sums);
  mem_free(t->groups);
  arena_free(&t->arena);
  *t = (struct totals){0};
}
