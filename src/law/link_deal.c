// SPDX-License-Identifier: Apache-2.0
// From names to indices in controls, fees, promises and talks; what a side said, and on whose word.
#include "law/link_sort.h"

/* ---- order ------------------------------------------------------------------------------------------------ */

COMPARE(compare_facts, struct law_fact)
COMPARE(compare_lists, struct deal_list)
COMPARE(compare_blocks, struct deal_block)
COMPARE(compare_pledges, struct deal_pledge)
COMPARE(compare_tables, struct deal_table)
COMPARE(compare_voices, struct deal_voice)
COMPARE(compare_talks, struct deal_talks)
COMPARE(compare_meetings, struct deal_meeting)

static void sort_deal(struct linker *l) {
  struct law_deal *d = l->law->deal;
  SORT(l, d->facts, d->fact_count, compare_facts, "fact");
  SORT(l, d->lists, d->list_count, compare_lists, "list");
  SORT(l, d->controls, d->control_count, compare_blocks, "control");
  SORT(l, d->fees, d->fee_count, compare_blocks, "fee");
  SORT(l, d->pledges, d->pledge_count, compare_pledges, "pledge");
  SORT(l, d->tables, d->table_count, compare_tables, "table");
  if (d->voice_count) qsort(d->voices, d->voice_count, sizeof *d->voices, compare_voices);
  SORT(l, d->talks, d->talks_count, compare_talks, "talks");
  SORT(l, d->meetings, d->meeting_count, compare_meetings, "meeting");
}

static void enter(struct linker *l, struct str name) {
  struct str rest = name;
  str_split(&rest, '.', &l->jurisdiction);
}

/* ---- lists -------------------------------------------------------------------------------------------------- */

static void link_roll(struct linker *l, uint32_t self) {
  struct law_deal *d = l->law->deal;
  struct deal_list *list = &d->lists[self];
  enter(l, list->name);
  link_when(l, &list->by, list->pos);
  for (uint32_t i = 0; i < list->but_count; i++)
    link_when(l, &list->buts[i].when, list->buts[i].pos);
  for (uint32_t i = list->first; i < list->first + list->count; i++) {
    struct deal_entry *e = &d->entries[i];
    e->list = self;
    if (e->cond) link_deal_cond(l, e->cond);
    for (uint32_t k = 0; k < e->code_count; k++) link_when(l, &e->codes[k].when, e->pos);
  }
  if (!list->include_count) return;
  list->include_lists = arena_array(&l->law->arena, list->include_count, sizeof(uint32_t));
  if (!list->include_lists) {
    list->include_count = 0;
    l->failed = true;
    return;
  }
  for (uint32_t i = 0; i < list->include_count; i++) {
    struct deal_ref ref = {.name = list->includes[i], .pos = list->pos};
    link_refs(l, &ref, 1);
    list->include_lists[i] = ref.list;
  }
}

/* ---- controls and fees ----------------------------------------------------------------------------------------- */

static void link_yields(struct linker *l, struct deal_line *line) {
  const struct law_deal *d = l->law->deal;
  if (!line->name_count) return;
  line->targets = arena_array(&l->law->arena, line->name_count, sizeof *line->targets);
  if (!line->targets) {
    line->name_count = 0;
    l->failed = true;
    return;
  }
  for (uint32_t i = 0; i < line->name_count; i++) {
    line->targets[i] = deal_find_fee(d, line->names[i]);
    if (line->targets[i] == LAW_NONE)
      finding_at(l->found, LAW_NAMES_FEE, line->names[i], line->pos,
                 "Name a block `fee` that the law states.", "no fee is called %.*s",
                 SHOW(line->names[i]));
  }
}

static void link_deal_line(struct linker *l, struct deal_line *line) {
  link_when(l, &line->when, line->pos);
  link_set(l, &line->places, LINK_PLACES);
  link_refs(l, line->items, line->item_count);
  if (line->cond) link_deal_cond(l, line->cond);
  link_yields(l, line);
}

static uint32_t parent_of(const struct deal_block *blocks, uint32_t count, uint32_t self) {
  for (uint32_t i = self; i-- > 0;)
    if (law_name_under(blocks[self].name, blocks[i].name)) return i;
  (void)count;
  return LAW_NONE;
}

static void link_block(struct linker *l, struct deal_block *blocks, uint32_t count, uint32_t self) {
  struct deal_block *b = &blocks[self];
  enter(l, b->name);
  b->parent = parent_of(blocks, count, self);
  link_set(l, &b->binds, LINK_PLACES);
  for (uint32_t i = 0; i < b->count; i++) link_deal_line(l, &b->lines[i]);
  for (uint32_t i = 0; i < b->assert_count; i++)
    for (uint32_t k = 0; k < b->asserts[i].pick_count; k++)
      link_pick(l, &b->asserts[i].picks[k], b->asserts[i].pos);
}

/* ---- what was said ---------------------------------------------------------------------------------------------- */

static void check_voice(struct linker *l, const struct deal_said *said) {
  const struct law_deal *d = l->law->deal;
  uint32_t voice = deal_find_voice(d, said->when.act_name);
  if (said->when.act_name.n && (voice == LAW_NONE || d->voices[voice].place == said->place)) return;
  finding(l->found, LAW_VOICE_SAID, said->pos, 2,
          "Name the act or the voice: said US asserts … by us.bessent.2025-10-26.",
          said->when.act_name.n ? "the voice speaks for another side"
                                : "what a side said rests on no act");
}

void link_said(struct linker *l, struct deal_said *said, uint32_t n, uint32_t question) {
  for (uint32_t i = 0; i < n; i++) {
    link_when(l, &said[i].when, said[i].pos);
    check_voice(l, &said[i]);
    if (question != LAW_NONE && said[i].answer.n)
      said[i].answer_index = link_answer(l, question, said[i].answer, said[i].pos);
  }
}

void link_question_talk(struct linker *l, uint32_t question) {
  struct law_question *q = &l->law->questions[question];
  link_set(l, &q->decides, LINK_PLACES);
  for (uint32_t i = 0; i < q->default_count; i++) {
    struct deal_default *def = &q->defaults[i];
    def->answer_index = link_answer(l, question, def->answer, def->pos);
    if (def->cond) link_cond(l, def->cond);
  }
}

/* ---- what makes entries items ------------------------------------------------------------------------------------- */

static bool demands(const struct deal_block *b) {
  for (uint32_t i = 0; i < b->count; i++)
    if (b->lines[i].kind == DEAL_LICENCE || b->lines[i].kind == DEAL_PROHIBITED) return true;
  return false;
}

static bool names_list(const struct law_deal *d, uint32_t control, uint32_t list) {
  for (; control != LAW_NONE; control = d->controls[control].parent)
    for (uint32_t i = 0; i < d->controls[control].count; i++) {
      const struct deal_line *line = &d->controls[control].lines[i];
      for (uint32_t k = 0; k < line->item_count; k++)
        if (line->kind == DEAL_ITEMS && line->items[k].list == list) return true;
    }
  return false;
}

static void link_makers(struct linker *l, uint32_t list) {
  const struct law_deal *d = l->law->deal;
  uint32_t count = 0, *makers = NULL;
  for (int pass = 0; pass < 2; pass++) {
    uint32_t n = 0;
    for (uint32_t c = 0; c < d->control_count; c++) {
      if (!demands(&d->controls[c]) || !names_list(d, c, list)) continue;
      if (makers) makers[n] = c;
      n++;
    }
    if (pass > 0 || n == 0) break;
    makers = arena_array(&l->law->arena, n, sizeof *makers);
    l->failed = l->failed || !makers;
    count = makers ? n : 0;
  }
  d->lists[list].makers = makers;
  d->lists[list].maker_count = count;
}

/* ---- promises and meetings ---------------------------------------------------------------------------------------- */

static void link_pledge(struct linker *l, struct deal_pledge *p) {
  const struct law_deal *d = l->law->deal;
  enter(l, p->name);
  link_set(l, &p->goods, LINK_GOODS);
  for (uint32_t i = 0; i < p->promise_count; i++)
    link_when(l, &p->promises[i].when, p->promises[i].pos);
  link_when(l, &p->ends_when, p->pos);
  link_said(l, p->said, p->said_count, LAW_NONE);
  if (!p->actual.n) return;
  p->table = deal_find_table(d, p->actual);
  if (p->table == LAW_NONE)
    finding_at(l->found, LAW_NAMES_TABLE, p->actual, p->pos, "Add a block `table` with this name.",
               "no table is called %.*s", SHOW(p->actual));
}

static void link_meeting(struct linker *l, struct deal_meeting *m) {
  enter(l, m->name);
  for (uint32_t i = 0; i < m->count; i++) link_when(l, &m->lines[i].when, m->lines[i].pos);
  link_said(l, m->said, m->said_count, LAW_NONE);
}

void link_deal(struct linker *l) {
  struct law_deal *d = l->law->deal;
  sort_deal(l);
  for (uint32_t i = 0; i < d->list_count; i++) link_roll(l, i);
  for (uint32_t i = 0; i < d->control_count; i++) link_block(l, d->controls, d->control_count, i);
  for (uint32_t i = 0; i < d->list_count; i++) link_makers(l, i);
  for (uint32_t i = 0; i < d->fee_count; i++) link_block(l, d->fees, d->fee_count, i);
  for (uint32_t i = 0; i < l->law->question_count; i++) {
    struct law_question *q = &l->law->questions[i];
    link_said(l, q->said, q->said_count, i);
    for (uint32_t k = 0; q->raised_by_word && k < q->said_count; k++) {
      imp_day known = law_when_known(l->law, &q->said[k].when);
      if (known < q->raised) q->raised = known;
    }
  }
  for (uint32_t i = 0; i < d->pledge_count; i++) link_pledge(l, &d->pledges[i]);
  for (uint32_t i = 0; i < d->meeting_count; i++) link_meeting(l, &d->meetings[i]);
  link_tables(l);
}
