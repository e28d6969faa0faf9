// SPDX-License-Identifier: Apache-2.0
// dead: a line that can speak on no day, however known. narrowed: a line that takes more than it says.
//
// A line is dead when lines that were known no later than it, and are never taken back, cover its whole
// window. That is: on every day, for everyone who knows the line, something else is current.
#include <stdlib.h>
#include <string.h>

#include "law/check.h"

#define COVERS_MOST 512 /* windows gathered for one line; more than that is taken as alive */

/* Days and minutes in one number: a window may begin or end within a day. */
typedef int64_t moment;

struct cover {
  moment from, until;
};
struct covers {
  struct cover items[COVERS_MOST];
  size_t count;
  bool full;
};

static moment moment_of(imp_day day, int minute) {
  return (moment)day * CLOCK_MINUTES + minute;
}

static moment begins(const struct law_when *w) {
  return moment_of(w->from, w->from_minute);
}

static moment stops(const struct law_when *w) {
  return moment_of(w->until, w->until_minute);
}

static void cover_add(struct covers *c, moment from, moment until) {
  if (c->count < COVERS_MOST)
    c->items[c->count++] = (struct cover){from, until};
  else
    c->full = true;
}

static int compare_covers(const void *x, const void *y) {
  const struct cover *a = x, *b = y;
  return a->from < b->from ? -1 : a->from > b->from;
}

static bool covered(struct covers *c, moment from, moment until) {
  if (c->full || !c->count) return false;
  qsort(c->items, c->count, sizeof *c->items, compare_covers);
  for (size_t i = 0; i < c->count && c->items[i].from <= from; i++)
    from = c->items[i].until > from ? c->items[i].until : from;
  return from >= until;
}

/* ---- what silences a block -------------------------------------------------------------------------------------- */

static void add_states(const struct law *law, const struct law_stmt *s, uint32_t n, imp_day known,
                       struct covers *out) {
  moment end = moment_of(DAY_FIRST, 0);
  bool ends = false;
  for (uint32_t i = 0; i < n; i++)
    if (s[i].kind == LAW_RESUMES || i > 2000)
      return; /* what a later line cuts short is not for good */
  for (uint32_t i = 0; i < n; i++) {
    bool early = law_when_known(law, &s[i].when) <= known && !s[i].cond;
    if (s[i].kind == LAW_SUSPENDED && !s[i].has_points && early)
      cover_add(out, begins(&s[i].when), stops(&s[i].when));
    if (s[i].kind == LAW_ENDS) {
      ends = ends || early;
      moment day = moment_of(s[i].day, s[i].minute);
      end = day > end ? day : end; /* an end put off counts */
    }
  }
  if (ends) cover_add(out, end, moment_of(DAY_NEVER, 0));
}

static void add_all_states(const struct law *law, const struct check_block *b, imp_day known,
                           struct covers *out) {
  if (b->heading) add_states(law, b->stmts, b->count, known, out);
  const struct law_measure *m = b->measure;
  for (uint32_t steps = 0; m && steps < 64; steps++) {
    add_states(law, m->stmts, m->count, known, out);
    m = m->parent != LAW_NONE ? &law->measures[m->parent] : NULL;
  }
}

static bool sort_can_die(enum law_stmt_kind k) {
  return !check_is_state(k) && k != LAW_NOT_ENCODED;
}

static bool line_dead(const struct law *law, const struct check_block *b, uint32_t at) {
  const struct law_stmt *s = &b->stmts[at];
  imp_day known = law_when_known(law, &s->when);
  struct covers covers;
  covers.count = 0;
  covers.full = false;
  for (uint32_t i = at + 1; i < b->count && i - at < 1000; i++) {
    const struct law_stmt *later = &b->stmts[i];
    if (check_same_sort(s, later) && !check_asks_question(later->cond) &&
        law_when_known(law, &later->when) <= known)
      cover_add(&covers, begins(&later->when), stops(&later->when));
  }
  if (check_is_demand(s->kind) || s->kind == LAW_EXEMPTS || s->kind == LAW_YIELDS)
    add_all_states(law, b, known, &covers);
  return covered(&covers, begins(&s->when), stops(&s->when));
}

static void check_dead_lines(struct check *c, const struct check_block *b) {
  for (uint32_t i = 0; i < b->count; i++) {
    const struct law_stmt *s = &b->stmts[i];
    const char *word = check_word(s->kind);
    if (sort_can_die(s->kind) && begins(&s->when) < stops(&s->when) && line_dead(c->law, b, i))
      finding(c->found, LAW_DEAD_LINE, s->pos, (uint32_t)strlen(word),
              "Delete it, or correct its days: lines below it take every one of them.",
              "this %s line can speak on no day, however known", word);
  }
}

/* ---- headings below that take everything --------------------------------------------------------------------------- */

static bool same_items(const struct law_item *a, uint32_t n, const struct law_item *b, uint32_t m) {
  if (n != m) return false;
  for (uint32_t i = 0; i < n; i++)
    if (a[i].kind != b[i].kind || a[i].lo != b[i].lo || a[i].hi != b[i].hi ||
        a[i].place != b[i].place || a[i].list != b[i].list || a[i].ex.n || b[i].ex.n)
      return false;
  return true;
}

static bool same_set(const struct law_set *a, const struct law_set *b) {
  return same_items(a->items, a->count, b->items, b->count) &&
         same_items(a->but, a->but_count, b->but, b->but_count);
}

static bool has_ex(const struct law_set *s) {
  for (uint32_t i = 0; i < s->count; i++)
    if (s->items[i].ex.n) return true;
  return false;
}

/* Whatever `a` fits, `b` fits too: `b` has no scope of its own, or the same. */
static bool as_wide(const struct law_heading *a, const struct law_heading *b) {
  if (b->cond || (b->has_goods && has_ex(&b->goods))) return false;
  return (!b->has_of || (a->has_of && same_set(&a->of, &b->of))) &&
         (!b->has_goods || (a->has_goods && same_set(&a->goods, &b->goods)));
}

static bool takes_all(const struct law_stmt *s) {
  if (!check_is_demand(s->kind) || s->cond || s->has_of || s->has_goods || s->on.stated)
    return false;
  for (uint32_t i = 0; i < s->expr.count; i++)
    if (s->expr.terms[i].kind == LAW_TERM_SPECIAL || s->expr.terms[i].kind == LAW_TERM_FACT)
      return false; /* silent where the schedule has no entry, the line no fact */
  return true;
}

static bool may_be_silent(const struct law_heading *h) {
  for (uint32_t i = 0; i < h->count; i++)
    if (check_is_state(h->stmts[i].kind) || h->stmts[i].kind == LAW_QUOTA) return true;
  return false;
}

/* All lines of heading `at` are covered by lines of wider headings below it, known no later. */
static bool heading_dead(const struct law *law, const struct law_measure *m, uint32_t at) {
  const struct law_heading *h = &m->headings[at];
  bool any = false;
  for (uint32_t i = 0; i < h->count; i++) {
    const struct law_stmt *s = &h->stmts[i];
    if (!check_is_demand(s->kind)) continue;
    struct covers covers;
    covers.count = 0;
    covers.full = false;
    any = true;
    for (uint32_t k = at + 1; k < m->heading_count && k - at < 500; k++) {
      const struct law_heading *below = &m->headings[k];
      if (!as_wide(h, below) || may_be_silent(below)) continue;
      for (uint32_t j = 0; j < below->count && j < 200 && !covers.full; j++)
        if (takes_all(&below->stmts[j]) &&
            law_when_known(law, &below->stmts[j].when) <= law_when_known(law, &s->when))
          cover_add(&covers, begins(&below->stmts[j].when), stops(&below->stmts[j].when));
    }
    if (!covered(&covers, begins(&s->when), stops(&s->when))) return false;
  }
  return any;
}

static void check_dead_headings(struct check *c, const struct law_measure *m) {
  for (uint32_t i = 0; i + 1 < m->heading_count; i++)
    if (heading_dead(c->law, m, i))
      finding(c->found, LAW_DEAD_HEADING, m->headings[i].pos, 7,
              "Put the general heading first: the last one that fits speaks.",
              "the heading %.*s can speak on no day: a wider one below takes all its goods",
              SHOW(m->headings[i].label));
}

void check_dead(struct check *c) {
  for (uint32_t i = 0; i < c->law->measure_count; i++) {
    const struct law_measure *m = &c->law->measures[i];
    for (uint32_t b = 0; b < check_block_count(m); b++) {
      struct check_block block = check_block_at(m, b);
      check_dead_lines(c, &block);
    }
    check_dead_headings(c, m);
  }
}

/* ---- narrowed ------------------------------------------------------------------------------------------------------- */

static bool narrows(const struct law_stmt *later, const struct law_stmt *earlier) {
  bool wide = check_only_question(earlier->cond) && !earlier->has_of && !earlier->has_goods;
  bool narrow = !check_only_question(later->cond) || later->has_of || later->has_goods;
  return wide && narrow && begins(&later->when) < stops(&earlier->when) &&
         begins(&earlier->when) < stops(&later->when);
}

static void check_block_narrowed(struct check *c, const struct check_block *b) {
  const struct law_stmt *last = NULL; /* the demand above */
  for (uint32_t i = 0; i < b->count; i++) {
    const struct law_stmt *s = &b->stmts[i];
    if (!check_is_demand(s->kind)) continue;
    const char *word = check_word(s->kind);
    if (last && narrows(s, last))
      finding(c->found, LAW_NARROWED_LINE, s->pos, (uint32_t)strlen(word),
              "If the line above should go on for the rest, make a heading of this one below it.",
              "this line has a condition and replaces line %u, which has none", last->pos.line);
    last = s;
  }
}

void check_narrowed(struct check *c) {
  for (uint32_t i = 0; i < c->law->measure_count; i++) {
    for (uint32_t b = 0; b < check_block_count(&c->law->measures[i]); b++) {
      struct check_block block = check_block_at(&c->law->measures[i], b);
      check_block_narrowed(c, &block);
    }
  }
}
