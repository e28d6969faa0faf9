// SPDX-License-Identifier: Apache-2.0
// Whether an atom's test of the day holds. Outcomes are left open: a statement that may be there under one
// of them counts, and hides an earlier one only when it is there under all.
#include "index/index_own.h"

static bool asks(const struct law_cond *c) {
  if (!c) return false;
  if (c->kind == LAW_COND_QUESTION) return true;
  for (uint32_t i = 0; c->kind == LAW_COND_AND && i < c->kid_count; i++)
    if (asks(c->kids[i])) return true;
  return false;
}

bool stmt_may_count(const struct view *view, const struct law_stmt *s) {
  if (view_when_known(view, &s->when) > view->known) return false;
  return asks(s->cond) || !law_when_speaks(view->law, &s->when);
}

bool stmt_must_count(const struct view *view, const struct law_stmt *s) {
  return stmt_may_count(view, s) && !asks(s->cond);
}

static bool in_window(const struct law_when *w, imp_day day) {
  return w->from <= day && day < w->until;
}

static bool hidden(const struct law_stmt *block, uint32_t n, uint32_t i, const struct view *view,
                   imp_day day) {
  if (!eval_is_demand(&block[i])) return false;
  for (uint32_t k = i + 1; k < n; k++)
    if (eval_is_demand(&block[k]) && in_window(&block[k].when, day) &&
        stmt_must_count(view, &block[k]))
      return true;
  return false;
}

static bool live(const struct law_stmt *block, uint32_t n, uint32_t i, const struct view *view,
                 imp_day day) {
  return in_window(&block[i].when, day) && stmt_may_count(view, &block[i]) &&
         !hidden(block, n, i, view, day);
}

static bool any_live(const struct atom *a, const struct view *view, imp_day day) {
  if (!a->block) return true;
  if (a->at < a->count) return live(a->block, a->count, a->at, view, day);
  for (uint32_t i = 0; i < a->count; i++)
    if (live(a->block, a->count, i, view, day)) return true;
  return false;
}

static bool state_window(const struct law_stmt *s, const struct view *view, imp_day day) {
  if (!stmt_may_count(view, s)) return false;
  return s->kind == LAW_ENDS ? s->day <= day : in_window(&s->when, day);
}

bool atom_time_holds(const struct atom *a, const struct view *view, imp_day day) {
  switch (a->time) {
  case TIME_ALWAYS:
    return true;
  case TIME_LIVE:
    return any_live(a, view, day);
  case TIME_WINDOW:
    return state_window(&a->block[a->at], view, day);
  case TIME_WHEN:
    return in_window(a->when, day) && view_when_known(view, a->when) <= view->known;
  case TIME_FROM:
    return a->from <= day && any_live(a, view, day);
  }
  return true;
}

/* 1: ended or suspended, 0: goes on, -1: cannot be said for all outcomes. Rows that are only shown, as those of a duty
 * that is suspended, are no answer of the index. */
static int block_silent(const struct law_stmt *s, uint32_t n, const struct view *view, imp_day day,
                        struct clock_stmt *rows) {
  int silent = 0;
  for (uint32_t i = 0; i < n; i++) {
    rows[i] = view_clock(view, &s[i], (struct moment){day, 0});
    bool state = s[i].kind == LAW_SUSPENDED || s[i].kind == LAW_VOID || s[i].kind == LAW_ENDS ||
                 s[i].kind == LAW_RESUMES;
    if (state && stmt_may_count(view, &s[i]) && !stmt_must_count(view, &s[i])) return -1;
  }
  struct clock_view clock = {view->known, view->legal};
  for (uint32_t i = 0; i < n; i++) {
    if (s[i].kind != LAW_SUSPENDED && s[i].kind != LAW_ENDS) continue;
    if (s[i].has_points) continue; /* lowers a rate and silences nothing */
    if (clock_state_holds(rows, n, i, clock, day)) silent = 1;
  }
  return silent;
}

bool measure_silent(const struct law *law, const struct view *view, uint32_t m, imp_day day,
                    struct clock_stmt *rows) {
  bool silent = false;
  for (; m != LAW_NONE; m = law->measures[m].parent) {
    int one = block_silent(law->measures[m].stmts, law->measures[m].count, view, day, rows);
    if (one < 0) return false;
    silent = silent || one > 0;
  }
  return silent;
}
