// SPDX-License-Identifier: Apache-2.0
// See match.h. Linear scans over members: the oracle, not the product.
#include "book/match.h"

enum { DEPTH_MAX = 16 }; /* lists within lists; a circle of lists ends here and matches nothing */

struct subject { /* what is looked for: a code, an old ten-digit number, or a place */
  bool is_place;
  bool old_number;
  uint64_t code;
  uint16_t place;
};

static struct match match_list(const struct matcher *m, uint32_t list, const struct subject *s,
                               int depth);

/* A member that is no list names the code or the place. */
static bool names_it(const struct law_item *item, const struct subject *s) {
  switch (item->kind) {
  case LAW_ITEM_ALL:
    return !s->old_number;
  case LAW_ITEM_PLACE:
    return s->is_place && item->place == s->place;
  case LAW_ITEM_CODE:
    return !s->is_place && item->lo <= s->code && s->code <= item->hi &&
           (!s->old_number || item->digits == 10);
  case LAW_ITEM_LIST:
    break;
  }
  return false;
}

static struct match match_item(const struct matcher *m, const struct law_item *item,
                               const struct subject *s, int depth) {
  struct match r = {.verdict = MATCH_NO};
  if (item->kind == LAW_ITEM_LIST) {
    r = match_list(m, item->list, s, depth + 1);
    if (r.verdict == MATCH_YES && item->ex.n) r.verdict = MATCH_PART, r.ex = item->ex;
    return r;
  }
  r.verdict = item->ex.n ? MATCH_PART : MATCH_YES;
  r.ex = item->ex;
  if (item->kind != LAW_ITEM_ALL) r.member = item->pos;
  if (s->old_number) r.through = s->code;
  return r;
}

static struct match match_items(const struct matcher *m, const struct law_item *items, uint32_t n,
                                const struct subject *s, int depth) {
  struct match best = {.verdict = MATCH_NO};
  for (uint32_t i = 0; i < n; i++) {
    if (items[i].kind != LAW_ITEM_LIST && !names_it(&items[i], s)) continue;
    struct match r = match_item(m, &items[i], s, depth);
    if (r.verdict == MATCH_YES) return r;
    if (r.verdict == MATCH_PART && best.verdict == MATCH_NO) best = r;
  }
  return best;
}

static struct match match_set(const struct matcher *m, const struct law_set *set,
                              const struct subject *s, int depth) {
  struct match r = match_items(m, set->items, set->count, s, depth);
  if (r.verdict == MATCH_NO || !set->but_count) return r;
  struct match but = match_items(m, set->but, set->but_count, s, depth);
  if (but.verdict == MATCH_YES) return (struct match){.verdict = MATCH_NO};
  if (but.verdict == MATCH_PART) r.verdict = MATCH_PART, r.ex = but.ex;
  return r;
}

/* Of the sets that may hold the code the first as written: whole before in part. */
static struct match match_members(const struct matcher *m, const struct law_list_line *line,
                                  const struct subject *s, int depth) {
  struct match best = {.verdict = MATCH_NO};
  uint32_t first = LAW_NONE, from = LAW_NONE;
  for (uint32_t i; (i = law_line_covering(line, s->code, &from)) != LAW_NONE;) {
    struct match r = match_set(m, &line->sets[i], s, depth);
    bool better = r.verdict == best.verdict ? i < first : r.verdict == MATCH_YES;
    if (r.verdict == MATCH_NO || (best.verdict != MATCH_NO && !better)) continue;
    best = r;
    first = i;
  }
  return best;
}

static struct match match_line(const struct matcher *m, const struct law_list_line *line,
                               const struct subject *s, int depth) {
  struct match best = {.verdict = MATCH_NO};
  if (line->members && !s->is_place) return match_members(m, line, s, depth);
  for (uint32_t i = 0; i < line->count; i++) {
    struct match r = match_set(m, &line->sets[i], s, depth);
    if (r.verdict == MATCH_YES) return r;
    if (r.verdict == MATCH_PART && best.verdict == MATCH_NO) best = r;
  }
  return best;
}

static struct match match_list(const struct matcher *m, uint32_t list, const struct subject *s,
                               int depth) {
  struct match none = {.verdict = MATCH_NO};
  if (list == LAW_NONE || depth > DEPTH_MAX) return none;
  if (!s->is_place && !m->mentions->lists[list]) return none;
  const struct law_list *l = &m->view->law->lists[list];
  for (uint32_t i = l->count; i-- > 0;) {
    const struct law_list_line *line = &l->lines[i];
    if (!law_when_holds(&line->when, m->on, m->minute > 0 ? m->minute : 0)) continue;
    if (!view_counts(m->view, &line->when, NULL)) continue;
    struct match r = match_line(m, line, s, depth);
    if (r.verdict != MATCH_NO) return line->drop ? none : r;
  }
  return none;
}

static bool holds_any(const struct law_item *item, const struct mentions *who) {
  if (item->lo <= who->code && who->code <= item->hi) return true;
  for (uint32_t b = 0; b < who->before_count; b++)
    if (item->lo <= who->before[b] && who->before[b] <= item->hi) return true;
  return false;
}

/* Nothing in the set names the code on any day: most sets do not. */
static bool names_nothing(const struct matcher *m, const struct law_set *set) {
  const struct mentions *who = m->mentions;
  for (uint32_t i = 0; i < set->count; i++) {
    const struct law_item *item = &set->items[i];
    if (item->kind == LAW_ITEM_ALL) return false;
    if (item->kind == LAW_ITEM_LIST && item->list != LAW_NONE && who->lists[item->list])
      return false;
    if (item->kind == LAW_ITEM_CODE && holds_any(item, who)) return false;
  }
  return true;
}

struct match match_goods(const struct matcher *m, const struct law_set *set) {
  if (names_nothing(m, set)) return (struct match){.verdict = MATCH_NO};
  struct subject s = {.code = m->mentions->code};
  struct match r = match_set(m, set, &s, 0);
  for (uint32_t i = 0; i < m->mentions->before_count && r.verdict == MATCH_NO; i++) {
    struct subject old = {.code = m->mentions->before[i], .old_number = true};
    r = match_set(m, set, &old, 0);
  }
  return r;
}

bool match_place(const struct matcher *m, const struct law_set *set, uint16_t place) {
  struct subject s = {.is_place = true, .place = place};
  return match_set(m, set, &s, 0).verdict == MATCH_YES;
}

/* A country named as such, without a list: the most of all sets of places. */
static bool plain_place(const struct law_set *set, uint16_t place, bool *sure) {
  *sure = !set->but_count;
  for (uint32_t i = 0; i < set->count && *sure; i++) {
    if (set->items[i].kind != LAW_ITEM_PLACE) *sure = false;
    if (*sure && set->items[i].place == place) return true;
  }
  return false;
}

struct match match_origin(const struct matcher *m, const struct law_set *set) {
  bool sure, named = plain_place(set, m->origin, &sure);
  if (sure && !named) return (struct match){.verdict = MATCH_NO};
  struct subject s = {.is_place = true, .place = m->origin};
  return match_set(m, set, &s, 0);
}

/* ---- mentions ---------------------------------------------------------------------------------------- */

struct mention_job {
  const struct law *law;
  const struct mentions *who;
  bool *lists;
  unsigned char *state;
};

static bool mentions_list(struct mention_job *j, uint32_t list, int depth);

static bool line_holds_any(const struct law_list_line *line, const struct mentions *who) {
  uint32_t from = LAW_NONE;
  if (law_line_covering(line, who->code, &from) != LAW_NONE) return true;
  for (uint32_t b = 0; b < who->before_count; b++) {
    from = LAW_NONE;
    if (law_line_covering(line, who->before[b], &from) != LAW_NONE) return true;
  }
  return false;
}

static bool mentions_set(struct mention_job *j, const struct law_set *set, int depth) {
  for (uint32_t i = 0; i < set->count; i++) {
    const struct law_item *item = &set->items[i];
    if (item->kind == LAW_ITEM_ALL) return true;
    if (item->kind == LAW_ITEM_LIST && mentions_list(j, item->list, depth + 1)) return true;
    if (item->kind == LAW_ITEM_CODE && holds_any(item, j->who)) return true;
  }
  return false;
}

static bool mentions_list(struct mention_job *j, uint32_t list, int depth) {
  enum { NEW, BUSY, DONE };
  if (list == LAW_NONE || depth > DEPTH_MAX) return false;
  if (j->state[list] != NEW) return j->state[list] == DONE && j->lists[list];
  const struct law_list *l = &j->law->lists[list];
  j->state[list] = BUSY;
  for (uint32_t i = 0; i < l->count && !j->lists[list]; i++) {
    if (l->lines[i].members) j->lists[list] = line_holds_any(&l->lines[i], j->who);
    for (uint32_t s = 0; s < l->lines[i].count && !l->lines[i].members && !j->lists[list]; s++)
      j->lists[list] = mentions_set(j, &l->lines[i].sets[s], depth);
  }
  j->state[list] = DONE;
  return j->lists[list];
}

/* Some line of the scope of goods that governs a measure names the code; a measure without one holds all. */
static bool mentions_measure(struct mention_job *j, uint32_t m) {
  bool stated = false;
  for (; m != LAW_NONE && !stated; m = j->law->measures[m].parent) {
    const struct law_measure *at = &j->law->measures[m];
    for (uint32_t i = 0; i < at->count; i++) {
      if (at->stmts[i].kind != LAW_GOODS) continue;
      stated = true;
      if (mentions_set(j, &at->stmts[i].goods, 0)) return true;
    }
  }
  return !stated;
}

bool mentions_of(struct arena *a, const struct law *law, const struct names *names, uint64_t code,
                 struct mentions *out) {
  *out = (struct mentions){.code = code};
  out->before_count = names ? names_ancestors(names, code, out->before, NAMES_ANCESTORS_MAX) : 0;
  struct mention_job j = {law, out, arena_array(a, law->list_count + 1u, sizeof(bool)),
                          arena_array(a, law->list_count + 1u, 1)};
  bool *measures = arena_array(a, law->measure_count + 1u, sizeof *measures);
  if (!j.lists || !j.state || !measures) return false;
  for (uint32_t i = 0; i < law->list_count; i++)
    if (!law->lists[i].of_places) mentions_list(&j, i, 0);
  for (uint32_t m = 0; m < law->measure_count; m++)
    measures[m] = law->measures[m].speaks && mentions_measure(&j, m);
  out->lists = j.lists;
  out->measures = measures;
  return true;
}

/* ---- numbers alike ----------------------------------------------------------------------------------- */

static bool in_span(const struct law_span *s, uint64_t number) {
  return s->lo <= number && number <= s->hi;
}

/* Puts numbers that the span parts into groups of their own: each goes to the first of its group on its side. */
static void part_by(const struct law_span *s, const uint64_t *numbers, uint32_t n, uint32_t *like) {
  for (uint32_t i = n; i-- > 0;) { /* from behind: those before it still stand in the old groups */
    bool in = in_span(s, numbers[i]);
    for (uint32_t k = 0; k <= i; k++)
      if (like[k] == like[i] && in_span(s, numbers[k]) == in) {
        like[i] = k;
        break;
      }
  }
}

void numbers_alike(const struct law *law, const struct names *names, const uint64_t *numbers,
                   uint32_t n, uint32_t *like) {
  uint64_t before[NAMES_ANCESTORS_MAX], first = n ? numbers[0] / 100 * 100 : 0;
  uint32_t lo = 0, hi = law->fine_count, fresh = LAW_NONE;
  for (uint32_t i = 0; i < n; i++) {
    bool grew = names && names_ancestors(names, numbers[i], before, NAMES_ANCESTORS_MAX);
    if (!grew && fresh == LAW_NONE) fresh = i;
    like[i] = grew ? i : fresh;
  }
  while (lo < hi) {
    uint32_t mid = (lo + hi) / 2;
    if (law->fine[mid].lo < first)
      lo = mid + 1;
    else
      hi = mid;
  }
  for (; lo < law->fine_count && law->fine[lo].lo <= first + 99; lo++)
    part_by(&law->fine[lo], numbers, n, like);
}
