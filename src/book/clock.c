// SPDX-License-Identifier: Apache-2.0
// See clock.h. Linear scans over a handful of lines: slow and obvious on purpose, the oracle of the
// batch evaluator, which has a clock of its own.
#include "book/clock.h"

static bool is_known(const struct clock_stmt *s, struct clock_view view) {
  return s->counts && s->known <= view.known;
}

static bool holds(const struct clock_stmt *s, imp_day day) {
  return s->from <= day && day < s->until;
}

static bool is_state(const struct clock_stmt *s) {
  return s->kind == CLOCK_SUSPENDED || s->kind == CLOCK_VOID || s->kind == CLOCK_ENDS;
}

uint32_t clock_current(const struct clock_stmt *s, uint32_t n, struct clock_view view,
                       imp_day day) {
  for (uint32_t i = n; i-- > 0;)
    if (s[i].kind == CLOCK_PAINT && is_known(&s[i], view) && holds(&s[i], day)) return i;
  return CLOCK_NOTHING;
}

/* A `resumes` belongs to the state line written nearest above it, known or not: the text says which. */
static uint32_t state_above(const struct clock_stmt *s, uint32_t i) {
  while (i-- > 0)
    if (is_state(&s[i])) return i;
  return CLOCK_NOTHING;
}

imp_day clock_state_end(const struct clock_stmt *s, uint32_t n, uint32_t i,
                        struct clock_view view) {
  imp_day end = s[i].kind == CLOCK_ENDS ? DAY_NEVER : s[i].until;
  for (uint32_t k = i + 1; k < n; k++) {
    if (!is_known(&s[k], view)) continue;
    if (s[k].kind == CLOCK_RESUMES && state_above(s, k) == i && s[k].from < end) end = s[k].from;
    /* An extension is a new `ends` written below the old one: the old end is then no end at all. */
    if (s[k].kind == CLOCK_ENDS && s[i].kind == CLOCK_ENDS) end = s[i].from;
  }
  return end;
}

bool clock_state_holds(const struct clock_stmt *s, uint32_t n, uint32_t i, struct clock_view view,
                       imp_day day) {
  if (!is_state(&s[i]) || !is_known(&s[i], view)) return false;
  if (s[i].kind == CLOCK_VOID && !view.legal) return false;
  return s[i].from <= day && day < clock_state_end(s, n, i, view);
}

uint32_t clock_silence(const struct clock_stmt *s, uint32_t n, struct clock_view view,
                       imp_day day) {
  uint32_t longest = CLOCK_NOTHING;
  imp_day longest_end = DAY_FIRST;
  for (uint32_t i = 0; i < n; i++) {
    if (!clock_state_holds(s, n, i, view, day)) continue;
    imp_day end = clock_state_end(s, n, i, view);
    if (longest == CLOCK_NOTHING || end >= longest_end) longest = i, longest_end = end;
  }
  return longest;
}
