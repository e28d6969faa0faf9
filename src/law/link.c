// SPDX-License-Identifier: Apache-2.0
// From names to indices.
//
// Blocks are sorted by name, so a name is found by halving and the names under it are neighbours. Lists are
// checked for circles here, because every later room walks them. A name nobody states is reported where it
// is written, with the nearest name that exists; the law stays walkable: its index is LAW_NONE.
#include <string.h>

#include "law/link_sort.h"

#define TARGETS_MOST 8000000u /* measures named by all yields and exempts together */

/* ---- order ------------------------------------------------------------------------------------------- */

COMPARE(compare_acts, struct law_act)
COMPARE(compare_lists, struct law_list)
COMPARE(compare_questions, struct law_question)
COMPARE(compare_measures, struct law_measure)
COMPARE(compare_facts, struct law_fact)

void link_twice(struct linker *l, const char *kind, struct str name, struct law_pos first,
                struct law_pos again) {
  finding(l->found, LAW_NAMES_TWICE, again, (uint32_t)name.n,
          "Keep one block of this name; a change is a new line in it.",
          "the %s %.*s stands already in %s, line %u", kind, SHOW(name),
          l->law->files[first.file].path, first.line);
}

static void sort_blocks(struct linker *l) {
  struct law *law = l->law;
  SORT(l, law->acts, law->act_count, compare_acts, "act");
  SORT(l, law->lists, law->list_count, compare_lists, "list");
  SORT(l, law->questions, law->question_count, compare_questions, "question");
  SORT(l, law->measures, law->measure_count, compare_measures, "measure");
  SORT(l, law->facts, law->fact_count, compare_facts, "fact");
}

/* ---- unknown names ----------------------------------------------------------------------------------- */

static uint32_t space_count(const struct law *law, enum link_space space) {
  switch (space) {
  case SPACE_ACTS:
    return law->act_count;
  case SPACE_LISTS:
    return law->list_count;
  case SPACE_MEASURES:
    return law->measure_count;
  case SPACE_FACTS:
    return law->fact_count;
  default:
    return law->question_count;
  }
}

static struct str space_name(const struct law *law, enum link_space space, uint32_t i) {
  switch (space) {
  case SPACE_ACTS:
    return law->acts[i].name;
  case SPACE_LISTS:
    return law->lists[i].name;
  case SPACE_MEASURES:
    return law->measures[i].name;
  case SPACE_FACTS:
    return law->facts[i].name;
  default:
    return law->questions[i].name;
  }
}

void link_unknown(struct linker *l, enum law_diag id, enum link_space space, struct str name,
                  struct law_pos pos, const char *what, const char *otherwise) {
  struct nearest near = nearest_to(name);
  char next[300];
  if (l->found->suggestions++ < SUGGESTIONS_MOST)
    for (uint32_t i = 0; i < space_count(l->law, space); i++)
      nearest_offer(&near, space_name(l->law, space, i));
  nearest_say(&near, otherwise, next, sizeof next);
  finding_at(l->found, id, name, pos, next, "%s %.*s", what, SHOW(name));
}

/* ---- tails -------------------------------------------------------------------------------------------- */

static bool counts_next_day(const struct linker *l) {
  for (uint32_t i = 0; i < l->law->jurisdiction_count; i++)
    if (str_eq(l->law->jurisdictions[i].name, l->jurisdiction))
      return l->law->jurisdictions[i].count_next_day;
  return false;
}

static uint32_t find_act(struct linker *l, struct str name) {
  const struct law *law = l->law;
  if (l->last_act >= law->act_count || !str_eq(law->acts[l->last_act].name, name))
    l->last_act = law_find_act(law, name);
  return l->last_act;
}

void link_when(struct linker *l, struct law_when *w, struct law_pos pos) {
  if (w->for_months)
    w->until = day_add_months(w->from, (int)w->for_months) + counts_next_day(l);
  else if (w->for_days)
    w->until = w->from + (imp_day)w->for_days + counts_next_day(l);
  if (w->for_months || w->for_days) /* counted from the next day, the last day counts whole */
    w->until_minute = counts_next_day(l) ? 0 : w->from_minute;
  if (!w->act_name.n) return;
  w->act = find_act(l, w->act_name);
  if (w->act == LAW_NONE)
    link_unknown(l, LAW_NAMES_ACT, SPACE_ACTS, w->act_name, pos, "no act is called",
                 "Add a block `act` with this name: title, kind, and signed or published.");
}

/* ---- sets and targets ---------------------------------------------------------------------------------- */

static void link_items(struct linker *l, struct law_item *items, uint32_t n) {
  link_fine(l, items, n);
  for (uint32_t i = 0; i < n; i++) {
    if (items[i].kind != LAW_ITEM_LIST) continue;
    items[i].list = law_find_list(l->law, items[i].name);
    if (items[i].list == LAW_NONE)
      link_unknown(l, LAW_NAMES_LIST, SPACE_LISTS, items[i].name, items[i].pos, "no list is called",
                   "Add a block `list` with this name.");
  }
}

static void check_use(struct linker *l, const struct law_item *items, uint32_t n,
                      enum link_use use) {
  for (uint32_t i = 0; i < n; i++) {
    if (items[i].kind != LAW_ITEM_LIST || items[i].list == LAW_NONE) continue;
    bool places = l->law->lists[items[i].list].of_places;
    if (places != (use == LINK_PLACES))
      finding_at(l->found, LAW_LISTS_MIXED, items[i].name, items[i].pos,
                 places ? "Use it after `of` or `in`." : "Use it after `goods`.",
                 "%.*s is a list of %s, not of %s", SHOW(items[i].name),
                 places ? "places" : "goods", places ? "goods" : "places");
  }
}

void link_set(struct linker *l, struct law_set *set, enum link_use use) {
  link_items(l, set->items, set->count);
  link_items(l, set->but, set->but_count);
  check_use(l, set->items, set->count, use);
  check_use(l, set->but, set->but_count, use);
}

/* Marks the measures under a name; false when there is none. */
static bool mark(struct linker *l, struct str name, uint32_t value) {
  const struct law *law = l->law;
  uint32_t lo = 0, hi = law->measure_count;
  bool any = false;
  while (lo < hi) { /* the first name not before this one */
    uint32_t mid = lo + (hi - lo) / 2;
    if (str_cmp(law->measures[mid].name, name) < 0)
      lo = mid + 1;
    else
      hi = mid;
  }
  for (uint32_t i = lo; i < law->measure_count && str_starts(law->measures[i].name, name); i++) {
    if (!law_name_under(law->measures[i].name, name))
      continue; /* "us.301.cn-x" stands between "us.301.cn" and "us.301.cn.list-1" */
    l->targets[i] = value;
    any = true;
  }
  return any;
}

static void mark_names(struct linker *l, const struct str *names, uint32_t n, uint32_t value,
                       struct law_pos pos) {
  for (uint32_t i = 0; i < n; i++)
    if (!mark(l, names[i], value))
      link_unknown(l, LAW_NAMES_MEASURE, SPACE_MEASURES, names[i], pos,
                   "no measure is called, or stands under,", "Name a measure that the law states.");
}

void link_targets(struct linker *l, struct law_stmt *s, uint32_t self) {
  uint32_t n = 0;
  if (l->target_total > TARGETS_MOST) return; /* said already */
  memset(l->targets, 0, l->law->measure_count * sizeof *l->targets);
  mark_names(l, s->names, s->name_count, 1, s->pos);
  mark_names(l, s->but_names, s->but_count, 0, s->pos);
  l->targets[self] = 0;
  for (uint32_t i = 0; i < l->law->measure_count; i++)
    if (l->targets[i]) l->targets[n++] = i;
  if ((l->target_total += n) > TARGETS_MOST) {
    finding(l->found, LAW_PARSE_SIZE, s->pos, 6,
            "Name fewer measures, or a part of the law at a time.",
            "the law names measures more than %u times", TARGETS_MOST);
    return;
  }
  s->targets = n ? arena_copy(&l->law->arena, l->targets, n * sizeof *l->targets) : NULL;
  s->target_count = n;
  l->failed |= n && !s->targets;
}

/* ---- blocks -------------------------------------------------------------------------------------------- */

static void link_parts(struct linker *l, struct law_parts *on, struct law_pos pos) {
  if (!on->count) return;
  on->facts = arena_array(&l->law->arena, on->count, sizeof *on->facts);
  if (!on->facts) {
    on->count = 0;
    l->failed = true;
    return;
  }
  for (uint32_t i = 0; i < on->count; i++) {
    on->facts[i] = law_find_fact(l->law, on->names[i]);
    if (on->facts[i] == LAW_NONE)
      link_unknown(l, LAW_NAMES_FACT, SPACE_FACTS, on->names[i], pos, "no fact is called",
                   "Declare it in the jurisdiction: fact NAME part.");
    else if (l->law->facts[on->facts[i]].type != LAW_FACT_PART)
      finding_at(l->found, LAW_PARTS_FACT, on->names[i], pos,
                 "Declare it as `part`, or make it a condition.", "%.*s is not a part of the value",
                 SHOW(on->names[i]));
  }
}

/* `part of A, B`: two different parts of the value that are none of this sort themselves. */
static void link_overlap(struct linker *l, struct law_fact *f) {
  f->both[0] = f->both[1] = LAW_NONE;
  if (f->type != LAW_FACT_PART || !f->word_count) return;
  bool fine = f->word_count == 2 && !str_eq(f->words[0], f->words[1]);
  for (uint32_t i = 0; i < f->word_count; i++) {
    uint32_t end = law_find_fact(l->law, f->words[i]);
    if (end == LAW_NONE) {
      link_unknown(l, LAW_NAMES_FACT, SPACE_FACTS, f->words[i], f->pos, "no fact is called",
                   "Declare it in the jurisdiction: fact NAME part.");
      return;
    }
    const struct law_fact *part = &l->law->facts[end];
    fine = fine && part->type == LAW_FACT_PART && !part->word_count;
    if (fine) f->both[i] = end;
  }
  if (fine) return;
  f->both[0] = f->both[1] = LAW_NONE;
  finding_at(l->found, LAW_PARTS_FACT, f->name, f->pos,
             "Write `part of A, B`, where A and B are declared as `part`.",
             "%.*s does not lie in two parts of the value", SHOW(f->name));
}

/* A rate may be what the entry states: a share of the value, or money. Fees of entries see no line's facts. */
static void link_rate(struct linker *l, struct law_stmt *s) {
  for (uint32_t i = 0; i < s->expr.count; i++) {
    struct law_term *t = &s->expr.terms[i];
    if (t->kind != LAW_TERM_FACT) continue;
    t->fact_index = law_find_fact(l->law, t->unit);
    if (t->fact_index == LAW_NONE) {
      link_unknown(l, LAW_NAMES_FACT, SPACE_FACTS, t->unit, s->pos, "no fact is called",
                   "Declare it in the jurisdiction: fact NAME share.");
      continue;
    }
    struct law_fact *f = &l->law->facts[t->fact_index];
    f->is_rate = s->kind == LAW_RATE && (f->type == LAW_FACT_SHARE || f->type == LAW_FACT_MONEY);
    if (!f->is_rate)
      finding_at(l->found, LAW_NAMES_RATE, t->unit, s->pos,
                 "Take the rate of a line from a fact of the type share or money.",
                 "%.*s cannot be a rate%s", SHOW(f->name),
                 s->kind == LAW_RATE ? "" : " of an entry");
  }
}

static void link_stmt(struct linker *l, struct law_stmt *s, uint32_t self) {
  link_when(l, &s->when, s->pos);
  if (s->has_of) link_set(l, &s->of, LINK_PLACES);
  if (s->has_goods) link_set(l, &s->goods, LINK_GOODS);
  if (s->cond) link_cond(l, s->cond);
  link_parts(l, &s->on, s->pos);
  link_rate(l, s);
  if (s->kind == LAW_EXEMPTS || s->kind == LAW_YIELDS) link_targets(l, s, self);
}

static void link_assert(struct linker *l, struct law_assert *a) {
  for (uint32_t i = 0; i < a->pick_count; i++) link_pick(l, &a->picks[i], a->pos);
  link_withs(l, a);
  memset(l->targets, 0, l->law->measure_count * sizeof *l->targets);
  mark_names(l, &a->in, 1, 1, a->pos);
}

static void link_measure(struct linker *l, uint32_t self) {
  struct law_measure *m = &l->law->measures[self];
  l->jurisdiction = m->jurisdiction;
  for (uint32_t i = 0; i < m->count; i++) link_stmt(l, &m->stmts[i], self);
  for (uint32_t i = 0; i < m->heading_count; i++) {
    struct law_heading *h = &m->headings[i];
    link_set(l, &h->of, LINK_PLACES);
    link_set(l, &h->goods, LINK_GOODS);
    if (h->cond) link_cond(l, h->cond);
    for (uint32_t k = 0; k < h->count; k++) link_stmt(l, &h->stmts[k], self);
  }
  for (uint32_t i = 0; i < m->assert_count; i++) link_assert(l, &m->asserts[i]);
}

/* The nearest stated name above: cut part after part off the end. */
static void link_parent(struct law *law, struct law_measure *m) {
  struct str name = m->name;
  m->parent = LAW_NONE;
  while (m->parent == LAW_NONE && name.n) {
    while (name.n && name.p[name.n - 1] != '.') name.n--;
    if (!name.n) return;
    name.n--; /* the dot */
    m->parent = law_find_measure(law, name);
  }
}

static void link_question(struct linker *l, uint32_t self) {
  struct law_question *q = &l->law->questions[self];
  struct str rest = q->name;
  str_split(&rest, '.', &l->jurisdiction);
  link_when(l, &q->raised_when, q->pos);
  for (uint32_t i = 0; i < q->due_count; i++) link_when(l, &q->due_when[i], q->pos);
  for (uint32_t i = 0; i < q->answered_count; i++) {
    link_when(l, &q->answered[i].when, q->answered[i].pos);
    q->answered[i].answer = link_answer(l, self, q->answered[i].word, q->answered[i].pos);
  }
  link_question_talk(l, self);
}

static void link_order(struct linker *l, struct law_order *order, struct law_pos pos) {
  link_when(l, &order->when, pos);
  mark_names(l, order->names, order->count, 1, pos);
}

static void link_jurisdictions(struct linker *l) {
  struct law *law = l->law;
  for (uint32_t i = 0; i < law->fact_count; i++) {
    if (law->facts[i].has_places) link_set(l, &law->facts[i].places, LINK_PLACES);
    link_overlap(l, &law->facts[i]);
  }
  for (uint32_t i = 0; i < law->jurisdiction_count; i++)
    for (uint32_t k = 0; k < law->jurisdictions[i].order_count; k++)
      link_order(l, &law->jurisdictions[i].orders[k], law->jurisdictions[i].pos);
}

/* ---- lists --------------------------------------------------------------------------------------------- */

static void link_list(struct linker *l, struct law_list *list) {
  struct str rest = list->name;
  str_split(&rest, '.', &l->jurisdiction);
  for (uint32_t i = 0; i < list->count; i++) {
    struct law_list_line *line = &list->lines[i];
    link_when(l, &line->when, line->pos);
    for (uint32_t k = 0; k < line->count; k++) {
      link_items(l, line->sets[k].items, line->sets[k].count);
      link_items(l, line->sets[k].but, line->sets[k].but_count);
    }
  }
}

/* What the first member says of the kind: 1 places, 0 goods, -1 ask the list it names. */
static int first_kind(const struct law_list *list, uint32_t *named) {
  for (uint32_t i = 0; i < list->count; i++) {
    for (uint32_t k = 0; k < list->lines[i].count; k++) {
      const struct law_set *set = &list->lines[i].sets[k];
      for (uint32_t j = 0; j < set->count; j++) {
        *named = set->items[j].list;
        if (set->items[j].kind == LAW_ITEM_PLACE || set->items[j].kind == LAW_ITEM_CODE)
          return set->items[j].kind == LAW_ITEM_PLACE;
        if (*named != LAW_NONE) return -1;
      }
    }
  }
  return 0;
}

/* Follows first members; a chain longer than there are lists is a circle, which is reported elsewhere. */
static void decide_kinds(struct law *law) {
  for (uint32_t i = 0; i < law->list_count; i++) {
    uint32_t at = i, named = LAW_NONE;
    int kind = -1;
    for (uint32_t steps = 0; kind < 0 && steps < 64; steps++) {
      kind = first_kind(&law->lists[at], &named);
      at = named < law->list_count ? named : at;
    }
    law->lists[i].of_places = kind == 1;
  }
}

/* ---- newest known ---------------------------------------------------------------------------------------- */

static void newer(struct law *law, imp_day day) {
  if (day != DAY_NEVER && day > law->newest_known) law->newest_known = day;
}

static void find_newest_known(struct law *law) {
  law->newest_known = DAY_FIRST;
  for (uint32_t i = 0; i < law->act_count; i++) newer(law, law_act_known(&law->acts[i]));
  for (uint32_t i = 0; i < law->measure_count; i++) {
    const struct law_measure *m = &law->measures[i];
    for (uint32_t k = 0; k < m->count; k++) newer(law, m->stmts[k].when.known);
    for (uint32_t k = 0; k < m->heading_count; k++)
      for (uint32_t j = 0; j < m->headings[k].count; j++)
        newer(law, m->headings[k].stmts[j].when.known);
  }
  for (uint32_t i = 0; i < law->list_count; i++)
    for (uint32_t k = 0; k < law->lists[i].count; k++)
      newer(law, law->lists[i].lines[k].when.known);
}

/* Ordinary rates are one place's: among several jurisdictions that state duties one says that the tables are its. */
static void check_home(struct linker *l) {
  struct law *law = l->law;
  const struct law_jurisdiction *home = NULL, *other = NULL;
  for (uint32_t i = 0; i < law->jurisdiction_count; i++) {
    const struct law_jurisdiction *j = &law->jurisdictions[i];
    if (j->tables.n && home)
      finding(l->found, LAW_NAMES_HOME, j->pos, (uint32_t)j->name.n,
              "Keep the line in the jurisdiction whose ordinary rates the tables hold.",
              "the tables of ordinary rates are those of %.*s already", SHOW(home->name));
    if (j->tables.n)
      home = j;
    else
      other = j;
  }
  if (!home && law->jurisdiction_count > 1)
    finding(l->found, LAW_NAMES_HOME, other->pos, (uint32_t)other->name.n,
            "Write `tables FOLDER` in the jurisdiction whose ordinary rates they hold.",
            "of several jurisdictions none says that the tables of ordinary rates are its");
}

/* The jurisdiction that states its tables; where none does the only one; in a law without any the place that the
 * first measure to name one is into. */
static uint16_t find_home(const struct law *law) {
  for (uint32_t i = 0; i < law->jurisdiction_count; i++)
    if (law->jurisdictions[i].tables.n) return law->jurisdictions[i].place;
  if (law->jurisdiction_count) return law->jurisdictions[0].place;
  for (uint32_t i = 0; i < law->measure_count; i++)
    for (uint32_t k = 0; k < law->measures[i].count; k++)
      if (law->measures[i].stmts[k].kind == LAW_INTO) return law->measures[i].stmts[k].place;
  return 0;
}

bool law_link(struct law *law, struct findings *found) {
  struct linker l = {.law = law, .found = found, .last_act = LAW_NONE};
  sort_blocks(&l);
  l.targets = mem_alloc((law->measure_count + 1) * sizeof *l.targets);
  if (!l.targets) return false;
  for (uint32_t i = 0; i < law->list_count; i++) link_list(&l, &law->lists[i]);
  decide_kinds(law);
  link_jurisdictions(&l);
  for (uint32_t i = 0; i < law->question_count; i++) link_question(&l, i);
  for (uint32_t i = 0; i < law->measure_count; i++) {
    link_parent(law, &law->measures[i]);
    link_measure(&l, i);
  }
  link_deal(&l);
  find_newest_known(law);
  check_home(&l);
  law->home = find_home(law);
  l.failed |= !link_splits(law);
  l.failed |= !link_fine_order(&l);
  mem_free(l.targets);
  mem_free(l.labels);
  return !l.failed && link_members(law);
}
