// SPDX-License-Identifier: Apache-2.0
// The moments at which windows begin or end within a day, gathered from the whole law, for each place whose
// law says so. What stands under a name of no jurisdiction (us-cn) splits the day of all of them.
//
// Nearly all law begins and ends with a day, so the table is short, and often empty.
#include <stdlib.h>
#include <string.h>

#include "law/link.h"

struct splits {
  const struct law *law;
  uint16_t place; /* whose law is being gathered; 0: everybody's */
  struct law_split *p;
  size_t count, cap;
  bool failed;
};

static void add_for(struct splits *s, uint16_t place, imp_day day, int16_t minute) {
  if (s->failed) return;
  if (!mem_grow((void **)&s->p, &s->cap, s->count + 1, sizeof *s->p)) {
    s->failed = true;
    return;
  }
  s->p[s->count++] = (struct law_split){place, day, minute};
}

static void add(struct splits *s, imp_day day, int16_t minute) {
  if (minute <= 0) return;
  for (uint32_t i = 0; !s->place && i < s->law->jurisdiction_count; i++)
    add_for(s, s->law->jurisdictions[i].place, day, minute);
  if (s->place) add_for(s, s->place, day, minute);
}

/* Whose law a name belongs to. */
static void enter(struct splits *s, struct str name) {
  struct str first;
  str_split(&name, '.', &first);
  s->place = 0;
  for (uint32_t i = 0; i < s->law->jurisdiction_count; i++)
    if (str_eq(s->law->jurisdictions[i].name, first)) s->place = s->law->jurisdictions[i].place;
}

static void add_when(struct splits *s, const struct law_when *w) {
  add(s, w->from, w->from_minute);
  add(s, w->until, w->until_minute);
}

static void add_cond(struct splits *s, const struct law_cond *c) {
  if (!c) return;
  if (c->kind == LAW_COND_BEFORE) add(s, c->day, c->minute);
  for (uint32_t i = 0; i < c->kid_count; i++) add_cond(s, c->kids[i]);
}

static void add_block(struct splits *s, const struct law_stmt *stmts, uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    add_when(s, &stmts[i].when);
    add(s, stmts[i].day, stmts[i].minute);
    add_cond(s, stmts[i].cond);
  }
}

static void add_all(struct splits *s, const struct law *law) {
  for (uint32_t i = 0; i < law->measure_count; i++) {
    const struct law_measure *m = &law->measures[i];
    enter(s, m->name);
    add_block(s, m->stmts, m->count);
    for (uint32_t h = 0; h < m->heading_count; h++) {
      add_cond(s, m->headings[h].cond);
      add_block(s, m->headings[h].stmts, m->headings[h].count);
    }
  }
  for (uint32_t i = 0; i < law->list_count; i++) {
    enter(s, law->lists[i].name);
    for (uint32_t k = 0; k < law->lists[i].count; k++) add_when(s, &law->lists[i].lines[k].when);
  }
  for (uint32_t i = 0; i < law->jurisdiction_count; i++) {
    s->place = law->jurisdictions[i].place;
    for (uint32_t k = 0; k < law->jurisdictions[i].order_count; k++)
      add_when(s, &law->jurisdictions[i].orders[k].when);
  }
}

static int compare(const void *x, const void *y) {
  const struct law_split *a = x, *b = y;
  if (a->place != b->place) return a->place < b->place ? -1 : 1;
  if (a->day != b->day) return a->day < b->day ? -1 : 1;
  return (a->minute > b->minute) - (a->minute < b->minute);
}

bool link_splits(struct law *law) {
  struct splits s = {.law = law};
  add_all(&s, law);
  size_t kept = 0;
  if (s.count) qsort(s.p, s.count, sizeof *s.p, compare);
  for (size_t i = 0; i < s.count; i++)
    if (!kept || compare(&s.p[kept - 1], &s.p[i]) != 0) s.p[kept++] = s.p[i];
  if (kept && !s.failed) {
    law->splits = arena_copy(&law->arena, s.p, kept * sizeof *s.p);
    law->split_count = law->splits ? (uint32_t)kept : 0;
    s.failed = !law->splits;
  }
  mem_free(s.p);
  return !s.failed;
}
