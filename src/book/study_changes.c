// SPDX-License-Identifier: Apache-2.0
// See study_changes.h. Works on answers as the public API hands them out and knows nothing of law.
#include "book/study_changes.h"

#include <string.h>

bool study_text_eq(const char *a, const char *b) {
  if (!a || !b) return a == b;
  return strcmp(a, b) == 0;
}

/* ---- equality --------------------------------------------------------------------------------------- */

static bool same_row(const struct imp_row *a, const struct imp_row *b) {
  return a->amount == b->amount && a->is_void == b->is_void &&
         study_text_eq(a->measure, b->measure) && study_text_eq(a->heading, b->heading) &&
         study_text_eq(a->rate, b->rate);
}

/* Rows at zero say what a charge would not: that a heading frees the line. They count like the others. */
static const struct imp_row *next_applied(const struct imp_bill *b, uint32_t *i) {
  while (*i < b->row_count)
    if (b->rows[(*i)++].status == IMP_ROW_APPLIED) return &b->rows[*i - 1];
  return NULL;
}

static bool same_bill(const struct imp_bill *a, const struct imp_bill *b) {
  uint32_t i = 0, k = 0;
  if (a->low != b->low || a->high != b->high || a->prohibited != b->prohibited) return false;
  if (a->pick_count != b->pick_count) return false;
  for (uint32_t n = 0; n < a->pick_count; n++)
    if (!study_text_eq(a->picks[n].question, b->picks[n].question) ||
        !study_text_eq(a->picks[n].answer, b->picks[n].answer))
      return false;
  for (;;) {
    const struct imp_row *x = next_applied(a, &i), *y = next_applied(b, &k);
    if (!x || !y) return x == y;
    if (!same_row(x, y)) return false;
  }
}

bool study_same(const struct imp_answer *a, const struct imp_answer *b) {
  if (a->status != b->status || a->bill_count != b->bill_count) return false;
  if (a->status == IMP_LINE_REFUSED)
    return study_text_eq(a->id, b->id) && study_text_eq(a->reason, b->reason);
  for (uint32_t i = 0; i < a->bill_count; i++)
    if (!same_bill(&a->bills[i], &b->bills[i])) return false;
  return true;
}

/* ---- side by side ------------------------------------------------------------------------------------ */

bool study_agree(const struct imp_bill *a, const struct imp_bill *b) {
  for (uint32_t i = 0; i < a->pick_count; i++)
    for (uint32_t k = 0; k < b->pick_count; k++)
      if (study_text_eq(a->picks[i].question, b->picks[k].question) &&
          !study_text_eq(a->picks[i].answer, b->picks[k].answer))
        return false;
  return true;
}

static struct imp_row_change *row_of(struct imp_bill_change *c, struct imp_row_change *rows,
                                     const struct imp_row *r) {
  for (uint32_t i = 0; i < c->row_count; i++)
    if (study_text_eq(rows[i].measure, r->measure) && study_text_eq(rows[i].heading, r->heading))
      return &rows[i];
  rows[c->row_count] =
      (struct imp_row_change){.heading = r->heading, .measure = r->measure, .title = r->title};
  return &rows[c->row_count++];
}

static void put_side(struct imp_bill_change *c, struct imp_row_change *rows,
                     const struct imp_bill *bill, bool after, int64_t (*voids)[2]) {
  uint32_t i = 0;
  for (const struct imp_row *r = next_applied(bill, &i); r; r = next_applied(bill, &i)) {
    struct imp_row_change *x = row_of(c, rows, r);
    if (after) {
      if (!x->after) x->after = r;
      x->amount_after += r->amount;
    } else {
      if (!x->before) x->before = r;
      x->amount_before += r->amount;
    }
    if (r->is_void) voids[x - rows][after] += r->amount;
  }
}

static int64_t became_void(int64_t before, int64_t void_before, int64_t after, int64_t void_after) {
  int64_t sound_before = before - void_before, sound_after = after - void_after;
  int64_t more = void_after - void_before;
  if (more > 0) return more < sound_before ? more : sound_before;
  return -more < sound_after ? more : -sound_after;
}

static bool compare(struct arena *a, const struct imp_bill *before, const struct imp_bill *after,
                    struct imp_bill_change *out) {
  uint32_t most = before->row_count + after->row_count + 1u;
  struct imp_row_change *rows = arena_array(a, most, sizeof *rows);
  int64_t(*voids)[2] = arena_array(a, most, sizeof *voids);
  if (!rows || !voids) return false;
  *out = (struct imp_bill_change){.before = before, .after = after};
  put_side(out, rows, before, false, voids);
  put_side(out, rows, after, true, voids);
  for (uint32_t i = 0; i < out->row_count; i++) {
    struct imp_row_change *r = &rows[i];
    out->void_before += voids[i][0];
    out->void_after += voids[i][1];
    if (r->before && r->after)
      r->became_void = became_void(r->amount_before, voids[i][0], r->amount_after, voids[i][1]);
    r->differs = !r->before || !r->after || r->amount_before != r->amount_after ||
                 !study_text_eq(r->before->rate, r->after->rate) || r->became_void != 0;
  }
  out->rows = rows;
  return true;
}

bool study_changes(struct arena *a, const struct imp_answer *before, const struct imp_answer *after,
                   const struct imp_bill_change **out, uint32_t *count) {
  uint32_t n = 0;
  *out = NULL;
  *count = 0;
  struct imp_bill_change *list =
      arena_array(a, before->bill_count * after->bill_count + 1u, sizeof *list);
  if (!list) return false;
  for (uint32_t i = 0; i < before->bill_count; i++)
    for (uint32_t k = 0; k < after->bill_count; k++)
      if (study_agree(&before->bills[i], &after->bills[k]) &&
          !compare(a, &before->bills[i], &after->bills[k], &list[n++]))
        return false;
  *out = list;
  *count = n;
  return true;
}
