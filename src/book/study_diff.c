// SPDX-License-Identifier: Apache-2.0
// One line asked twice, and many such lines added up.
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/str.h"
#include "book/bill.h"
#include "book/open.h"
#include "book/study_changes.h"

/* ---- one line --------------------------------------------------------------------------------------------- */

struct imp_diff {
  struct arena arena;
  struct imp_assessment *before, *after;
  struct imp_difference shown;
};

static enum imp_status ask(const struct imp_side *side, const struct imp_line *line,
                           struct imp_assessment **out, struct imp_error *err) {
  struct imp_line asked = *line;
  struct imp_query query = *side->query;
  if (side->on) asked.on = side->on;
  query.brief = true;
  query.trace = false;
  return imp_duty(side->law, &query, &asked, out, err);
}

/* Refused twice with the same id: nothing a person could act on differently. */
static bool differ(const struct imp_answer *a, const struct imp_answer *b) {
  if (a->status == IMP_LINE_REFUSED && b->status == IMP_LINE_REFUSED)
    return !study_text_eq(a->id, b->id);
  return !study_same(a, b);
}

/* Other headings at the same sum are a difference, but not in money. */
static bool moves(const struct imp_difference *d) {
  if (d->before->status != d->after->status || !d->change_count) return d->differs;
  for (uint32_t i = 0; i < d->change_count; i++) {
    const struct imp_bill *x = d->changes[i].before, *y = d->changes[i].after;
    if (x->low != y->low || x->high != y->high || x->prohibited != y->prohibited) return true;
    if (d->changes[i].void_before != d->changes[i].void_after) return true;
  }
  return false;
}

enum imp_status imp_diff_answers(struct imp_assessment *before, struct imp_assessment *after,
                                 struct imp_diff **out, struct imp_error *err) {
  struct imp_diff *d = mem_alloc(sizeof *d);
  *out = NULL;
  if (!d) {
    imp_assessment_free(before);
    imp_assessment_free(after);
    return error_no_memory(err);
  }
  d->before = before;
  d->after = after;
  d->shown.before = imp_assessment_answer(before);
  d->shown.after = imp_assessment_answer(after);
  d->shown.differs = differ(d->shown.before, d->shown.after);
  if (!study_changes(&d->arena, d->shown.before, d->shown.after, &d->shown.changes,
                     &d->shown.change_count)) {
    imp_diff_free(d);
    return error_no_memory(err);
  }
  d->shown.moves = moves(&d->shown);
  *out = d;
  return IMP_OK;
}

enum imp_status imp_diff_line(const struct imp_side *before, const struct imp_side *after,
                              const struct imp_line *line, struct imp_diff **out,
                              struct imp_error *err) {
  struct imp_assessment *x = NULL, *y = NULL;
  *out = NULL;
  enum imp_status status = ask(before, line, &x, err);
  if (status == IMP_OK) status = ask(after, line, &y, err);
  if (status == IMP_OK) return imp_diff_answers(x, y, out, err);
  imp_assessment_free(x);
  return status;
}

const struct imp_difference *imp_diff_get(const struct imp_diff *d) {
  return &d->shown;
}

void imp_diff_free(struct imp_diff *d) {
  if (!d) return;
  imp_assessment_free(d->before);
  imp_assessment_free(d->after);
  arena_free(&d->arena);
  mem_free(d);
}

/* ---- many lines -------------------------------------------------------------------------------------------- */

struct imp_diff_sum {
  const struct imp_law *law;
  struct arena arena;
  struct imp_diff_totals totals;
  struct imp_diff_measure *items;
  uint32_t count;
  size_t cap;
};

enum imp_status imp_diff_sum_new(const struct imp_law *law, struct imp_diff_sum **out,
                                 struct imp_error *err) {
  *out = mem_alloc(sizeof **out);
  if (!*out) return error_no_memory(err);
  (*out)->law = law;
  return IMP_OK;
}

static struct imp_diff_measure *measure_of(struct imp_diff_sum *s, const char *name) {
  for (uint32_t i = 0; i < s->count; i++)
    if (study_text_eq(s->items[i].measure, name)) return &s->items[i];
  void *items = s->items;
  if (!mem_grow(&items, &s->cap, s->count + 1u, sizeof *s->items)) return NULL;
  s->items = items;
  struct imp_diff_measure *m = &s->items[s->count];
  uint32_t found = law_find_measure(s->law->law, str_of(name));
  struct str title = found == LAW_NONE ? str_of(name) : bill_title(s->law->law, found);
  *m = (struct imp_diff_measure){.measure = str_dup(&s->arena, str_of(name)),
                                 .title = str_dup(&s->arena, title)};
  if (!m->measure || !m->title) return NULL;
  s->count++;
  return m;
}

/* Each measure of the pair is met once as the first of its rows and counts the line there. */
static bool counts_line(const struct imp_bill_change *c, uint32_t i) {
  for (uint32_t k = 0; k < i; k++)
    if (c->rows[k].differs && study_text_eq(c->rows[k].measure, c->rows[i].measure)) return false;
  return true;
}

static bool add_rows(struct imp_diff_sum *s, const struct imp_bill_change *c) {
  for (uint32_t i = 0; i < c->row_count; i++) {
    const struct imp_row_change *r = &c->rows[i];
    struct imp_diff_measure *m = measure_of(s, r->measure);
    if (!m) return false;
    m->before += r->amount_before;
    m->after += r->amount_after;
    m->became_void += r->became_void;
    if (r->differs && counts_line(c, i)) m->lines++;
  }
  return true;
}

enum imp_status imp_diff_sum_add(struct imp_diff_sum *s, const struct imp_difference *d,
                                 struct imp_error *err) {
  struct imp_diff_totals *t = &s->totals;
  t->lines++;
  t->differing += d->differs;
  t->moving += d->differs && d->moves;
  t->refused_before += d->before->status == IMP_LINE_REFUSED;
  t->refused_after += d->after->status == IMP_LINE_REFUSED;
  if (!d->change_count) return IMP_OK;
  const struct imp_bill *before = d->changes[0].before, *after = d->changes[0].after;
  t->open += d->change_count > 1;
  t->ranges += before->low != before->high || after->low != after->high;
  t->before += before->high;
  t->after += after->high;
  t->void_before += d->changes[0].void_before;
  t->void_after += d->changes[0].void_after;
  return add_rows(s, &d->changes[0]) ? IMP_OK : error_no_memory(err);
}

const struct imp_diff_totals *imp_diff_sum_totals(const struct imp_diff_sum *s) {
  return &s->totals;
}
uint32_t imp_diff_sum_count(const struct imp_diff_sum *s) {
  return s->count;
}

static int64_t moved(const struct imp_diff_measure *m) {
  int64_t by = m->after - m->before, voids = m->became_void;
  by = by < 0 ? -by : by;
  voids = voids < 0 ? -voids : voids;
  return by > voids ? by : voids;
}

static int by_moved(const void *x, const void *y) {
  const struct imp_diff_measure *a = x, *b = y;
  if (moved(a) != moved(b)) return moved(a) > moved(b) ? -1 : 1;
  return strcmp(a->measure, b->measure);
}

const struct imp_diff_measure *imp_diff_sum_at(struct imp_diff_sum *s, uint32_t i) {
  if (i == 0) qsort(s->items, s->count, sizeof *s->items, by_moved);
  return &s->items[i];
}

void imp_diff_sum_free(struct imp_diff_sum *s) {
  if (!s) return;
  arena_free(&s->arena);
  mem_free(s->items);
  mem_free(s);
}
