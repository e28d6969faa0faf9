// SPDX-License-Identifier: Apache-2.0
// One walk over everything in the law that names codes, places or days. See index_own.h.
#include "index/index_own.h"

static void end_group(const struct walk *w) {
  if (w->group) w->group(w->user);
}

static void walk_items(const struct walk *w, const struct law_item *items, uint32_t n) {
  if (!w->items || !n) return;
  w->items(w->user, items, n);
  end_group(w);
}

static void walk_set(const struct walk *w, const struct law_set *s) {
  walk_items(w, s->items, s->count);
  walk_items(w, s->but, s->but_count);
}

static void walk_day(const struct walk *w, imp_day day) {
  if (w->day && day != DAY_FIRST && day != DAY_NEVER) w->day(w->user, day);
}

/* A split day is a segment of its own. */
static void walk_moment(const struct walk *w, imp_day day, int minute) {
  walk_day(w, day);
  if (minute > 0) walk_day(w, day + 1);
}

static void walk_when(const struct walk *w, const struct law_when *when) {
  walk_moment(w, when->from, when->from_minute);
  walk_moment(w, when->until, when->until_minute);
}

void walk_leaves(const struct law_cond *c, const struct walk *w) {
  if (!c) return;
  for (uint32_t i = 0; i < c->kid_count; i++) walk_leaves(c->kids[i], w);
  if (c->kid_count) return;
  if (c->kind == LAW_COND_IN) walk_set(w, &c->places);
  if (c->kind == LAW_COND_BEFORE) walk_moment(w, c->day, c->minute);
  if (w->cond) w->cond(w->user, c);
}

static void walk_stmt(const struct walk *w, const struct law_stmt *s) {
  walk_when(w, &s->when);
  if (s->kind == LAW_ENDS) walk_moment(w, s->day, s->minute);
  if (s->has_of) walk_set(w, &s->of);
  if (s->has_goods) walk_set(w, &s->goods);
  if (s->kind == LAW_OF) walk_set(w, &s->of);
  if (s->kind == LAW_GOODS) walk_set(w, &s->goods);
  walk_leaves(s->cond, w);
}

static void walk_measure(const struct walk *w, const struct law_measure *m) {
  for (uint32_t i = 0; i < m->count; i++) walk_stmt(w, &m->stmts[i]);
  for (uint32_t h = 0; h < m->heading_count; h++) {
    const struct law_heading *heading = &m->headings[h];
    if (heading->has_of) walk_set(w, &heading->of);
    if (heading->has_goods) walk_set(w, &heading->goods);
    walk_leaves(heading->cond, w);
    for (uint32_t i = 0; i < heading->count; i++) walk_stmt(w, &heading->stmts[i]);
  }
}

/* A line of nothing but whole codes or places: which of its sets names one makes no difference. */
static bool is_plain(const struct law_list_line *line) {
  for (uint32_t s = 0; s < line->count; s++) {
    if (line->sets[s].but_count) return false;
    for (uint32_t i = 0; i < line->sets[s].count; i++)
      if (line->sets[s].items[i].kind == LAW_ITEM_LIST || line->sets[s].items[i].ex.n) return false;
  }
  return true;
}

/* Neighbours with one window that are known alike: it makes no difference which of them names a code. */
static bool alike(const struct law_list_line *a, const struct law_list_line *b) {
  return a->drop == b->drop && a->when.from == b->when.from && a->when.until == b->when.until &&
         a->when.from_minute == b->when.from_minute &&
         a->when.until_minute == b->when.until_minute &&
         a->when.known_minute == b->when.known_minute && a->when.known == b->when.known &&
         a->when.act == b->when.act && is_plain(a) && is_plain(b);
}

static void walk_plain(const struct walk *w, const struct law_list_line *line) {
  for (uint32_t s = 0; s < line->count && w->items; s++)
    if (line->sets[s].count) w->items(w->user, line->sets[s].items, line->sets[s].count);
}

static void walk_list(const struct walk *w, const struct law_list *l) {
  for (uint32_t i = 0; i < l->count; i++) {
    walk_when(w, &l->lines[i].when);
    if (is_plain(&l->lines[i])) {
      walk_plain(w, &l->lines[i]);
      if (i + 1 == l->count || !alike(&l->lines[i], &l->lines[i + 1])) end_group(w);
      continue;
    }
    for (uint32_t s = 0; s < l->lines[i].count; s++) walk_set(w, &l->lines[i].sets[s]);
  }
}

void walk_law(const struct law *law, const struct walk *w) {
  for (uint32_t i = 0; i < law->list_count; i++) walk_list(w, &law->lists[i]);
  for (uint32_t i = 0; i < law->measure_count; i++) walk_measure(w, &law->measures[i]);
  for (uint32_t i = 0; i < law->fact_count; i++)
    if (law->facts[i].has_places) walk_set(w, &law->facts[i].places);
  for (uint32_t j = 0; j < law->jurisdiction_count; j++)
    for (uint32_t i = 0; i < law->jurisdictions[j].order_count; i++)
      walk_when(w, &law->jurisdictions[j].orders[i].when);
}
