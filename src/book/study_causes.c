// SPDX-License-Identifier: Apache-2.0
// What made a step of a timeline: the edges of its day in measures whose rows changed, in what displaced them, and in
// lists that name the code.
#include "book/study_timeline.h"

#include <string.h>

enum { EVENTS_MOST = 12 }; /* of one step */

/* ---- what made a step ---------------------------------------------------------------------------------- */

static bool set_has(const struct law_set *set, uint32_t list) {
  for (uint32_t i = 0; i < set->count; i++)
    if (set->items[i].kind == LAW_ITEM_LIST && set->items[i].list == list) return true;
  for (uint32_t i = 0; i < set->but_count; i++)
    if (set->but[i].kind == LAW_ITEM_LIST && set->but[i].list == list) return true;
  return false;
}

static bool line_names(const struct maker *mk, const struct law_list_line *line) {
  for (uint32_t s = 0; s < line->count; s++)
    for (uint32_t i = 0; i < line->sets[s].count; i++) {
      const struct law_item *x = &line->sets[s].items[i];
      if (x->kind == LAW_ITEM_CODE && x->lo <= mk->hi && mk->lo <= x->hi) return true;
    }
  return false;
}

static bool block_uses(const struct law_stmt *s, uint32_t n, uint32_t list) {
  for (uint32_t i = 0; i < n; i++)
    if (set_has(&s[i].goods, list) || set_has(&s[i].of, list)) return true;
  return false;
}

static bool measure_uses(const struct law_measure *m, uint32_t list) {
  if (block_uses(m->stmts, m->count, list)) return true;
  for (uint32_t h = 0; h < m->heading_count; h++)
    if (set_has(&m->headings[h].goods, list) ||
        block_uses(m->headings[h].stmts, m->headings[h].count, list))
      return true;
  return false;
}

/* A ruling, or the stay of one: it moves nothing on basis collected. */
static bool about_void(const struct law *law, const struct study_event *e) {
  uint32_t n, i;
  const struct law_stmt *block = study_block_stmts(law, e->measure, e->heading, &n);
  if (e->stmt->kind != LAW_RESUMES) return e->stmt->kind == LAW_VOID;
  for (i = (uint32_t)(e->stmt - block); i-- > 0;)
    if (block[i].kind >= LAW_SUSPENDED && block[i].kind <= LAW_ENDS && block[i].kind != LAW_RESUMES)
      return block[i].kind == LAW_VOID;
  return false;
}

/* How near an event is to what changed: 0 not at all, 1 in a measure of it, 2 it is what speaks now, what spoke
 * before, or what silences either. */
static int touches_row(const struct maker *mk, const struct study_event *e,
                       const struct imp_row_change *r) {
  const struct law *law = mk->law->law;
  const struct law_measure *m = &law->measures[e->measure];
  struct str label = {0};
  if (!r->differs || !law_name_under(str_of(r->measure), m->name)) return 0;
  if (e->heading != LAW_NONE) label = m->headings[e->heading].label;
  bool row_itself = e->heading == LAW_NONE || str_eq(label, str_of(r->heading));
  if (e->stmt->kind >= LAW_SUSPENDED && e->stmt->kind <= LAW_ENDS) {
    return row_itself && (mk->all->read.view.legal || !about_void(law, e)) ? 2 : 0;
  }
  const struct imp_row *side = e->closes ? r->before : r->after;
  if (side && side->where.line == e->stmt->pos.line &&
      !strcmp(side->where.file, law->files[e->stmt->pos.file].path))
    return 2;
  return 1;
}

static int touches_list(const struct maker *mk, const struct study_event *e, const bool *measures) {
  const struct law *law = mk->law->law;
  if (law->lists[e->list].of_places || !line_names(mk, e->line)) return 0;
  for (uint32_t m = 0; m < law->measure_count; m++)
    if (measures[m] && measure_uses(&law->measures[m], e->list)) return 2;
  return 0;
}

static int touches(const struct maker *mk, const struct study_event *e, const struct imp_step *s,
                   const bool *measures) {
  int most = 0;
  if (!e->stmt) return touches_list(mk, e, measures);
  for (uint32_t c = 0; c < s->change_count && most < 2; c++)
    for (uint32_t i = 0; i < s->changes[c].row_count && most < 2; i++) {
      int near = touches_row(mk, e, &s->changes[c].rows[i]);
      if (near > most) most = near;
    }
  return most ? most : measures[e->measure];
}

static void mark_name(const struct law *law, bool *measures, const char *name) {
  uint32_t m = name ? law_find_measure(law, str_of(name)) : LAW_NONE;
  if (m != LAW_NONE) measures[m] = true;
}

/* What displaced the row, on the side where it is not charged. */
static void mark_displacer(const struct law *law, bool *measures, const struct imp_bill *b,
                           const struct imp_row_change *r) {
  for (uint32_t i = 0; i < b->row_count; i++) {
    const struct imp_row *x = &b->rows[i];
    if (x->status == IMP_ROW_APPLIED || !study_text_eq(x->measure, r->measure)) continue;
    mark_name(law, measures, x->by);
    for (uint32_t m = 0; x->by && m < law->measure_count; m++)
      for (uint32_t h = 0; h < law->measures[m].heading_count; h++)
        if (str_eq(law->measures[m].headings[h].label, str_of(x->by))) measures[m] = true;
  }
}

static bool *mark_measures(struct maker *mk, const struct imp_step *s) {
  const struct law *law = mk->law->law;
  bool *measures = arena_array(&mk->t->arena, law->measure_count + 1u, sizeof *measures);
  for (uint32_t c = 0; measures && c < s->change_count; c++)
    for (uint32_t i = 0; i < s->changes[c].row_count; i++) {
      const struct imp_row_change *r = &s->changes[c].rows[i];
      if (!r->differs) continue;
      mark_name(law, measures, r->measure);
      mark_displacer(law, measures, r->after ? s->changes[c].before : s->changes[c].after, r);
    }
  return measures;
}

static bool schedule_event(struct maker *mk, const struct imp_step *s, struct imp_event *out) {
  for (uint32_t c = 0; c < s->change_count; c++)
    for (uint32_t i = 0; i < s->changes[c].row_count; i++) {
      const struct imp_row_change *r = &s->changes[c].rows[i];
      if (!r->differs || !r->after || !r->after->is_base) continue;
      *out = (struct imp_event){s->from, NULL, r->measure, r->heading, r->title,
                                "",      "",   "",         "",         {"us/schedule.tsv", 0}};
      out->what = text_in(&mk->t->arena, "the schedule's rate becomes %s", r->after->rate);
      return true;
    }
  return false;
}

static bool is_none(const struct law_stmt *s) {
  return s && s->kind == LAW_RATE && s->expr.count == 1 && s->expr.terms[0].kind == LAW_TERM_NONE;
}

/* The nearest events; those further off only when there are no nearer ones. */
bool timeline_causes(struct maker *mk, struct step *step) {
  const struct study_events *all = &mk->all->events;
  struct imp_step *s = &step->shown;
  struct imp_event *list = arena_array(&mk->t->arena, EVENTS_MOST, sizeof *list);
  bool *measures = mark_measures(mk, s);
  uint32_t n = 0;
  if (!list || !measures) return false;
  uint32_t first = schedule_event(mk, s, &list[0]) ? 1 : 0;
  n = first;
  for (int near = 2; near > 0 && n == first; near--)
    for (uint32_t i = 0; i < all->count && n < EVENTS_MOST; i++) {
      const struct study_event *e = &all->items[i];
      if (e->day != step->from || touches(mk, e, s, measures) < near) continue;
      if (near < 2 && is_none(e->stmt)) continue;
      if (!study_event_show(&mk->t->arena, mk->law->law, e, &list[n++])) return false;
    }
  s->events = list;
  s->event_count = n;
  return true;
}
