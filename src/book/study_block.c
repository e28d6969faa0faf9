// SPDX-License-Identifier: Apache-2.0
// See study_block.h.
#include "book/study_block.h"

const struct law_stmt *study_block_stmts(const struct law *law, uint32_t m, uint32_t h,
                                         uint32_t *n) {
  const struct law_measure *x = &law->measures[m];
  *n = h == LAW_NONE ? x->count : x->headings[h].count;
  return h == LAW_NONE ? x->stmts : x->headings[h].stmts;
}

uint32_t study_block_most(const struct law *law) {
  uint32_t most = 1;
  for (uint32_t m = 0; m < law->measure_count; m++) {
    if (law->measures[m].count > most) most = law->measures[m].count;
    for (uint32_t h = 0; h < law->measures[m].heading_count; h++)
      if (law->measures[m].headings[h].count > most) most = law->measures[m].headings[h].count;
  }
  return most;
}

bool study_is_demand(const struct law_stmt *s) {
  return (s->kind >= LAW_RATE && s->kind <= LAW_PROMISE) || s->kind == LAW_NOT_ENCODED;
}

bool study_same_sort(const struct law_stmt *a, const struct law_stmt *b) {
  if (study_is_demand(a)) return study_is_demand(b);
  if (a->kind != b->kind) return false;
  if (a->kind != LAW_EXEMPTS && a->kind != LAW_YIELDS) return true;
  if (a->name_count != b->name_count || a->but_count != b->but_count) return false;
  for (uint32_t i = 0; i < a->name_count; i++)
    if (!str_eq(a->names[i], b->names[i])) return false;
  for (uint32_t i = 0; i < a->but_count; i++)
    if (!str_eq(a->but_names[i], b->but_names[i])) return false;
  return true;
}

static struct clock_view clock_of(const struct view *v) {
  return (struct clock_view){v->known, v->legal};
}

static const struct law_stmt *silence_of(const struct view *v, struct clock_stmt *rows,
                                         const struct law_stmt *s, uint32_t n, imp_day day,
                                         struct study_block *b) {
  for (uint32_t i = 0; i < n; i++) rows[i] = view_clock(v, &s[i], (struct moment){day, 0});
  for (uint32_t i = 0; i < n; i++) {
    if (s[i].kind != LAW_SUSPENDED || !s[i].has_points) continue;
    if (clock_state_holds(rows, n, i, clock_of(v), day)) {
      if (!rat_add(b->points, s[i].points, &b->points)) return NULL;
      b->points_by = &s[i];
    }
    rows[i].counts = false; /* points lower a rate, they do not silence */
  }
  uint32_t i = clock_silence(rows, n, clock_of(v), day);
  if (i == CLOCK_NOTHING) return NULL;
  b->silence_end = clock_state_end(rows, n, i, clock_of(v));
  return &s[i];
}

/* Of the block itself, its measure, and the names above: the one that lasts longest, as in the clock. */
static void find_silence(const struct view *v, struct clock_stmt *rows, uint32_t m, uint32_t h,
                         imp_day day, struct study_block *b) {
  uint32_t n;
  const struct law_stmt *s = study_block_stmts(v->law, m, h, &n);
  b->silence = silence_of(v, rows, s, n, day, b);
  imp_day end = b->silence_end;
  for (uint32_t k = h == LAW_NONE ? v->law->measures[m].parent : m; k != LAW_NONE;
       k = v->law->measures[k].parent) {
    const struct law_stmt *above =
        silence_of(v, rows, v->law->measures[k].stmts, v->law->measures[k].count, day, b);
    if (!above || (b->silence && b->silence_end < end)) continue;
    b->silence = above;
    end = b->silence_end;
  }
  b->silence_end = end;
}

static const struct law_stmt *current(const struct view *v, struct clock_stmt *rows,
                                      const struct law_stmt *s, uint32_t n,
                                      const struct law_stmt *like, imp_day day) {
  for (uint32_t i = 0; i < n; i++) {
    rows[i] = view_clock(v, &s[i], (struct moment){day, 0});
    if (!study_same_sort(like, &s[i])) rows[i].counts = false;
  }
  uint32_t i = clock_current(rows, n, clock_of(v), day);
  return i == CLOCK_NOTHING ? NULL : &s[i];
}

struct study_block study_block_on(const struct view *v, struct clock_stmt *rows, uint32_t m,
                                  uint32_t h, imp_day day) {
  struct study_block b = {.points = RAT_ZERO, .silence_end = DAY_NEVER};
  uint32_t n;
  const struct law_stmt *s = study_block_stmts(v->law, m, h, &n);
  for (uint32_t i = 0; i < n && !b.demand; i++)
    if (study_is_demand(&s[i])) b.demand = current(v, rows, s, n, &s[i], day);
  find_silence(v, rows, m, h, day, &b);
  return b;
}

static bool is_state(const struct law_stmt *s) {
  return s->kind >= LAW_SUSPENDED && s->kind <= LAW_ENDS;
}

bool study_speaks(const struct view *v, struct clock_stmt *rows, uint32_t m, uint32_t h,
                  const struct law_stmt *s, imp_day day) {
  struct study_block b = {.points = RAT_ZERO};
  uint32_t n;
  const struct law_stmt *block = study_block_stmts(v->law, m, h, &n);
  if (is_state(s)) {
    for (uint32_t i = 0; i < n; i++) rows[i] = view_clock(v, &block[i], (struct moment){day, 0});
    return clock_state_holds(rows, n, (uint32_t)(s - block), clock_of(v), day);
  }
  if (current(v, rows, block, n, s, day) != s) return false;
  find_silence(v, rows, m, h, day, &b);
  return !b.silence;
}

const struct law_stmt *study_sort_on(const struct view *v, struct clock_stmt *rows, uint32_t m,
                                     uint32_t h, const struct law_stmt *like, imp_day day) {
  struct study_block b = {.points = RAT_ZERO};
  uint32_t n;
  const struct law_stmt *block = study_block_stmts(v->law, m, h, &n);
  const struct law_stmt *s = current(v, rows, block, n, like, day);
  if (s) find_silence(v, rows, m, h, day, &b);
  return b.silence ? NULL : s;
}
