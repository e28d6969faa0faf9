// SPDX-License-Identifier: Apache-2.0
// Meetings on the board: what was held by then, and what was still planned.
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "deal/board.h"

/* That it was held is known on its last day at the earliest, whatever stands undated. */
static bool known_by(const struct board *b, const struct deal_meeting_line *l) {
  imp_day day = board_said_day(b, &l->when);
  if (l->kind == DEAL_HELD && day < l->until - 1) day = l->until - 1;
  return day <= b->query.view.known;
}

/* The last line written that was known; NULL: nobody spoke of it yet. */
static const struct deal_meeting_line *last_line(const struct board *b,
                                                 const struct deal_meeting *m) {
  for (uint32_t i = m->count; i-- > 0;)
    if (known_by(b, &m->lines[i])) return &m->lines[i];
  return NULL;
}

static bool of_talks(const struct board *b, const struct deal_meeting *m) {
  return law_name_under(m->name, b->talks->name);
}

static const char *present(struct board *b, const struct deal_meeting *m, unsigned side) {
  for (uint32_t i = 0; i < m->who_count; i++)
    if (m->who[i].place == b->talks->sides[side]) return board_text(b, m->who[i].text);
  return "";
}

static bool fill_round(struct board *b, const struct deal_meeting *m,
                       const struct deal_meeting_line *l, struct imp_round *r) {
  r->name = board_text(b, m->name);
  r->title = board_text(b, m->title);
  r->from = bill_day(b->arena, l->from);
  r->through = bill_day(b->arena, l->until - 1);
  r->where = board_text(b, l->text);
  r->mark = l->when.is_unconfirmed ? board_text(b, l->when.unconfirmed) : NULL;
  for (unsigned i = 0; i < 2; i++) r->who[i] = present(b, m, i);
  return r->name && r->title && r->from && r->through && r->where && !b->arena->failed;
}

static int by_day(const void *x, const void *y) {
  const struct imp_round *a = x, *b = y;
  int d = strcmp(a->from, b->from);
  return d ? d : strcmp(a->name, b->name);
}

bool board_rounds(struct board *b, struct imp_talks *t) {
  struct imp_round *rounds = arena_array(b->arena, b->deal->meeting_count + 1u, sizeof *rounds);
  if (!rounds) return false;
  t->rounds = rounds;
  for (uint32_t i = 0; i < b->deal->meeting_count; i++) {
    const struct deal_meeting *m = &b->deal->meetings[i];
    const struct deal_meeting_line *l = of_talks(b, m) ? last_line(b, m) : NULL;
    if (!l || l->kind != DEAL_HELD) continue;
    if (!fill_round(b, m, l, &rounds[t->round_count])) return false;
    t->round_count++;
  }
  if (t->round_count > 1) qsort(rounds, t->round_count, sizeof *rounds, by_day);
  return true;
}

/* ---- as items ---------------------------------------------------------------------------------------------------- */

uint32_t board_meeting_count(const struct board *b) {
  return b->deal->meeting_count;
}

static bool held_words(struct board *b, const struct deal_meeting *m,
                       const struct deal_meeting_line *l, struct imp_item *it) {
  struct imp_result *r = arena_array(b->arena, 1, sizeof *r);
  const char *from = bill_day(b->arena, l->from), *last = bill_day(b->arena, l->until - 1);
  (void)m;
  if (!r || !from || !last) return false;
  const char *place = board_text(b, l->text);
  r->answer = text_in(b->arena, "held%s%s", place && place[0] ? " in " : "", place ? place : "");
  r->day = from;
  r->act = r->act_title = "";
  r->binds = true;
  if (l->when.act != LAW_NONE) {
    r->act = board_text(b, b->law->acts[l->when.act].name);
    r->act_title = board_text(b, b->law->acts[l->when.act].title);
  }
  it->results = r;
  it->result_count = 1;
  return r->answer && !b->arena->failed;
}

/* How often its day was moved: a plan that names another place for the same days moves nothing. */
static uint32_t moves(const struct board *b, const struct deal_meeting *m, imp_day *first) {
  const struct deal_meeting_line *last = NULL;
  uint32_t n = 0;
  *first = DAY_NEVER;
  for (uint32_t i = 0; i < m->count; i++) {
    const struct deal_meeting_line *l = &m->lines[i];
    if (l->kind != DEAL_PLANNED || !known_by(b, l)) continue;
    if (!last) *first = l->from;
    n += last && (last->from != l->from || last->until != l->until);
    last = l;
  }
  return n;
}

static bool fill_item(struct board *b, const struct deal_meeting *m,
                      const struct deal_meeting_line *l, struct imp_item *it) {
  static const char *const states[] = {"planned", "held", "called off"};
  imp_day first;
  uint32_t n = moves(b, m, &first);
  *it = (struct imp_item){.kind = IMP_ITEM_MEETING, .answers = "", .decides = "both"};
  it->name = board_text(b, m->name);
  it->title = board_text(b, m->title);
  it->state = states[l->kind];
  it->where = board_text(b, l->text);
  it->due = l->kind == DEAL_CALLED_OFF ? "" : bill_day(b->arena, l->from);
  it->through = l->kind == DEAL_CALLED_OFF ? NULL : bill_day(b->arena, l->until - 1);
  it->moved = n;
  it->at = (struct imp_where){b->law->files[m->pos.file].path, m->pos.line};
  it->positions[0].decides = it->positions[1].decides = true;
  if (!it->name || !it->title || !it->where || !it->due) return false;
  if (it->due[0] == '\0') it->due = NULL; /* called off: no day stands */
  if (l->kind == DEAL_HELD && !held_words(b, m, l, it)) return false;
  return board_words(b, m->said, m->said_count, it) && board_cautions(b, it, first);
}

/* Meetings that were ever planned, in the order of the days they are or were to be. */
bool board_meetings(struct board *b, struct imp_item *items, uint32_t *count) {
  for (uint32_t i = 0; i < b->deal->meeting_count; i++) {
    const struct deal_meeting *m = &b->deal->meetings[i];
    const struct deal_meeting_line *l = of_talks(b, m) ? last_line(b, m) : NULL;
    imp_day first;
    moves(b, m, &first);
    if (!l || first == DAY_NEVER) continue;
    if (!fill_item(b, m, l, &items[*count])) return false;
    ++*count;
  }
  return true;
}
