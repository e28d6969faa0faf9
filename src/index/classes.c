// SPDX-License-Identifier: Apache-2.0
// Classes: codes that lie in the same items of the law, places that stand in the same items.
//
// Each set gets marks; the marks of the sets that hold a code are XORed in one sweep over the ends of
// all ranges, so the class of a code is one binary search. What a code grew out of counts too, as far as a
// ten-digit item names it: such items outlive their number.
#include <stdlib.h>
#include <string.h>

#include "index/index_own.h"

static uint64_t spread(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

struct mark mark_of(uint64_t i) {
  return (struct mark){spread(i * 2 * 0x9e3779b97f4a7c15u + 1),
                       spread((i * 2 + 1) * 0x9e3779b97f4a7c15u + 1)};
}

struct mark mark_join(struct mark x, struct mark y) {
  return (struct mark){spread(x.a + 0x9e3779b97f4a7c15u) ^ y.a,
                       spread(x.b + 0x9e3779b97f4a7c15u) ^ y.b};
}

bool mark_same(struct mark x, struct mark y) {
  return x.a == y.a && x.b == y.b;
}

/* ---- interning ------------------------------------------------------------------------------------- */

static bool is_kept(const struct kept_mark *x, const struct kept_mark *y) {
  return !memcmp(x, y, sizeof *x);
}

static bool intern_grow(struct interned *t) {
  size_t n = t->slot_count ? t->slot_count * 2 : 256;
  uint32_t *slots = mem_alloc(n * sizeof *slots);
  if (!slots) return false;
  for (size_t i = 0; i < t->count; i++) {
    size_t at = t->keys[i].bits[0] & (n - 1);
    while (slots[at]) at = (at + 1) & (n - 1);
    slots[at] = (uint32_t)i + 1;
  }
  mem_free(t->slots);
  t->slots = slots;
  t->slot_count = n;
  return true;
}

uint32_t intern_mark(struct interned *t, struct mark mark, bool *added) {
  struct kept_mark key = {{(uint32_t)mark.a, (uint32_t)(mark.a >> 32), (uint32_t)mark.b}};
  *added = false;
  if (t->count * 4 >= t->slot_count * 3 && !intern_grow(t)) return UINT32_MAX;
  size_t at = key.bits[0] & (t->slot_count - 1);
  for (; t->slots[at]; at = (at + 1) & (t->slot_count - 1))
    if (is_kept(&t->keys[t->slots[at] - 1], &key)) return t->slots[at] - 1;
  if (!mem_grow((void **)&t->keys, &t->cap, t->count + 1, sizeof *t->keys)) return UINT32_MAX;
  t->keys[t->count] = key;
  t->slots[at] = (uint32_t)++t->count;
  *added = true;
  return (uint32_t)t->count - 1;
}

void intern_free(struct interned *t) {
  mem_free(t->keys);
  mem_free(t->slots);
  *t = (struct interned){0};
}

/* ---- codes ------------------------------------------------------------------------------------------- */

struct span {
  uint64_t lo, hi;
};

struct spans {
  struct span *p;
  size_t count, cap;
};

/* What a set says of a code: whole or in part, and the same of its ten-digit items alone. */
enum { WHOLE, PART, WHOLE_TEN, PART_TEN, SORTS };

struct sweep {
  struct index *x;
  struct spans group[SORTS];
  uint64_t next;
  bool failed;
};

static void add_span(struct sweep *s, struct spans *to, const struct law_item *item) {
  if (!mem_grow((void **)&to->p, &to->cap, to->count + 1, sizeof *to->p))
    s->failed = true;
  else
    to->p[to->count++] = (struct span){item->lo, item->hi};
}

static void take_codes(void *user, const struct law_item *items, uint32_t n) {
  struct sweep *s = user;
  for (uint32_t i = 0; i < n; i++) {
    if (items[i].kind != LAW_ITEM_CODE) continue;
    add_span(s, &s->group[items[i].ex.n ? PART : WHOLE], &items[i]);
    if (items[i].digits == 10)
      add_span(s, &s->group[items[i].ex.n ? PART_TEN : WHOLE_TEN], &items[i]);
  }
}

static void add_edge(struct sweep *s, uint64_t at, struct mark mark, bool ten) {
  struct index *x = s->x;
  struct mark none = {0, 0};
  if (!mem_grow((void **)&x->edges, &x->edge_cap, x->edge_count + 1, sizeof *x->edges))
    s->failed = true;
  else
    x->edges[x->edge_count++] = (struct edge){at, ten ? none : mark, ten ? mark : none};
}

static int by_start(const void *x, const void *y) {
  const struct span *a = x, *b = y;
  return a->lo < b->lo ? -1 : a->lo > b->lo;
}

/* Where the spans of one sort hold a code they hold it once, however many of them do. */
static void end_sort(struct sweep *s, struct spans *spans, bool ten) {
  struct mark mark = mark_of(s->next++);
  if (spans->count) qsort(spans->p, spans->count, sizeof *spans->p, by_start);
  for (size_t i = 0; i < spans->count;) {
    struct span run = spans->p[i++];
    for (; i < spans->count && spans->p[i].lo <= run.hi + 1; i++)
      if (spans->p[i].hi > run.hi) run.hi = spans->p[i].hi;
    add_edge(s, run.lo, mark, ten);
    add_edge(s, run.hi + 1, mark, ten);
  }
  spans->count = 0;
}

static void end_codes(void *user) {
  struct sweep *s = user;
  for (int k = 0; k < SORTS; k++) end_sort(s, &s->group[k], k == WHOLE_TEN || k == PART_TEN);
}

static int by_code(const void *x, const void *y) {
  const struct edge *a = x, *b = y;
  return a->at < b->at ? -1 : a->at > b->at;
}

bool classes_build(struct index *x) {
  struct sweep s = {.x = x, .next = 1};
  struct walk w = {.user = &s, .items = take_codes, .group = end_codes};
  walk_law(x->law, &w);
  for (int k = 0; k < SORTS; k++) mem_free(s.group[k].p);
  if (s.failed) return false;
  if (x->edge_count) qsort(x->edges, x->edge_count, sizeof *x->edges, by_code);
  struct edge run = {0};
  for (size_t i = 0; i < x->edge_count; i++) {
    struct edge *e = &x->edges[i];
    run.all = (struct mark){run.all.a ^ e->all.a, run.all.b ^ e->all.b};
    run.ten = (struct mark){run.ten.a ^ e->ten.a, run.ten.b ^ e->ten.b};
    e->all = run.all;
    e->ten = run.ten;
  }
  return true;
}

/* Marks that hold from the last edge at or below the code. */
static struct edge edge_at(const struct index *x, uint64_t code) {
  size_t lo = 0, hi = x->edge_count;
  while (lo < hi) {
    size_t mid = (lo + hi) / 2;
    if (x->edges[mid].at <= code)
      lo = mid + 1;
    else
      hi = mid;
  }
  return lo ? x->edges[lo - 1] : (struct edge){0};
}

static struct mark code_mark(const struct index *x, uint64_t code) {
  uint64_t before[NAMES_ANCESTORS_MAX];
  uint32_t n = names_ancestors(x->names, code, before, NAMES_ANCESTORS_MAX);
  struct mark m = edge_at(x, code).all;
  for (uint32_t i = 0; i < n; i++) {
    struct mark old = edge_at(x, before[i]).ten;
    if (old.a | old.b) m = mark_join(m, old);
  }
  return m;
}

uint32_t index_code_class(struct index *x, uint64_t code) {
  bool added;
  uint32_t id = intern_mark(&x->code_marks, code_mark(x, code), &added);
  if (id == UINT32_MAX || !added) return id;
  if (!mem_grow((void **)&x->classes, &x->class_cap, id + 1u, sizeof *x->classes))
    return UINT32_MAX;
  x->classes[id] = (struct code_class){code, NULL};
  x->class_count = id + 1u;
  return id;
}

const struct mentions *index_mentions(struct index *x, uint32_t code_class) {
  struct code_class *c = &x->classes[code_class];
  if (c->mentions) return c->mentions;
  struct mentions *m = arena_alloc(&x->arena, sizeof *m);
  if (!m || !mentions_of(&x->arena, x->law, x->names, c->code, m)) return NULL;
  c->mentions = m;
  return m;
}

/* ---- places ------------------------------------------------------------------------------------------- */

struct place_look {
  uint16_t place;
  bool found;
  uint64_t next;
  struct mark mark;
};

static void look_for_place(void *user, const struct law_item *items, uint32_t n) {
  struct place_look *l = user;
  for (uint32_t i = 0; i < n && !l->found; i++)
    l->found = items[i].kind == LAW_ITEM_PLACE && items[i].place == l->place;
}

static void end_places(void *user) {
  struct place_look *l = user;
  struct mark m = mark_of(l->next++);
  if (l->found) l->mark = (struct mark){l->mark.a ^ m.a, l->mark.b ^ m.b};
  l->found = false;
}

uint32_t index_place_class(struct index *x, uint16_t place) {
  struct place_look l = {.place = place, .next = 1};
  struct walk w = {.user = &l, .items = look_for_place, .group = end_places};
  walk_law(x->law, &w);
  bool added;
  uint32_t id = intern_mark(&x->place_marks, l.mark, &added);
  if (id == UINT32_MAX || !added) return id;
  if (!mem_grow((void **)&x->places, &x->place_cap, id + 1u, sizeof *x->places)) return UINT32_MAX;
  x->places[id] = place;
  x->place_count = id + 1u;
  return id;
}

uint16_t index_class_place(const struct index *x, uint32_t place_class) {
  return x->places[place_class];
}
