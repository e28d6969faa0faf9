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

static struct match match_list(const struct matcher *m, uint32_t list, const struct subject *s, int depth);

static struct match match_item(const struct matcher *m, const struct law_item *item,
                               const struct subject *s, int depth) {
  struct match r = {.verdict = MATCH_NO};
  bool named = false;
  switch (item->kind) {
    case LAW_ITEM_ALL: named = !s->old_number; break;
    case LAW_ITEM_PLACE: named = s->is_place && item->place == s->place; break;
    case LAW_ITEM_CODE:
      named = !s->is_place && item->lo <= s->code && s->code <= item->hi &&
              (!s->old_number || item->digits == 10);
      break;
    case LAW_ITEM_LIST:
      r = match_list(m, item->list, s, depth + 1);
      if (r.verdict == MATCH_YES && item->ex.n) r.verdict = MATCH_PART, r.ex = item->ex;
      return r;
  }
  if (!named) return r;
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
    struct match r = match_item(m, &items[i], s, depth);
    if (r.verdict == MATCH_YES) return r;
    if (r.verdict == MATCH_PART && best.verdict == MATCH_NO) best = r;
  }
  return best;
}

static struct match match_set(const struct matcher *m, const struct law_set *set, const struct subject *s,
                              int depth) {
  struct match r = match_items(m, set->items, set->count, s, depth);
  if (r.verdict == MATCH_NO || !set->but_count) return r;
  struct match but = match_items(m, set->but, set->but_count, s, depth);
  if (but.verdict == MATCH_YES) return (struct match){.verdict = MATCH_NO};
  if (but.verdict == MATCH_PART) r.verdict = MATCH_PART, r.ex = but.ex;
  return r;
}

static struct match match_line(const struct matcher *m, const struct law_list_line *line,
                               const struct subject *s, int depth) {
  struct match best = {.verdict = MATCH_NO};
  for (uint32_t i = 0; i < line->count; i++) {
    struct match r = match_set(m, &line->sets[i], s, depth);
    if (r.verdict == MATCH_YES) return r;
    if (r.verdict == MATCH_PART && best.verdict == MATCH_NO) best = r;
  }
  return best;
}

static struct match match_list(const struct matcher *m, uint32_t list, const struct subject *s, int depth) {
  struct match none = {.verdict = MATCH_NO};
  if (list == LAW_NONE || depth > DEPTH_MAX) return none;
  const struct law_list *l = &m->view->law->lists[list];
  for (uint32_t i = l->count; i-- > 0;) {
    const struct law_list_line *line = &l->lines[i];
    if (m->on < line->when.from || m->on >= line->when.until) continue;
    if (!view_counts(m->view, &line->when, NULL)) continue;
    struct match r = match_line(m, line, s, depth);
    if (r.verdict != MATCH_NO) return line->drop ? none : r;
  }
  return none;
}

void matcher_set(struct matcher *m, const struct view *view, const struct names *names, imp_day on,
                 uint64_t code, uint16_t origin) {
  *m = (struct matcher){.view = view, .names = names, .on = on, .code = code, .origin = origin};
  m->before_count = names ? names_predecessors(names, code, m->before, 8) : 0;
  if (m->before_count > 8) m->before_count = 8;
}

struct match match_goods(const struct matcher *m, const struct law_set *set) {
  struct subject s = {.code = m->code};
  struct match r = match_set(m, set, &s, 0);
  for (uint32_t i = 0; i < m->before_count && r.verdict == MATCH_NO; i++) {
    struct subject old = {.code = m->before[i], .old_number = true};
    r = match_set(m, set, &old, 0);
  }
  return r;
}

bool match_place(const struct matcher *m, const struct law_set *set, uint16_t place) {
  struct subject s = {.is_place = true, .place = place};
  return match_set(m, set, &s, 0).verdict == MATCH_YES;
}

struct match match_origin(const struct matcher *m, const struct law_set *set) {
  struct subject s = {.is_place = true, .place = m->origin};
  return match_set(m, set, &s, 0);
}
