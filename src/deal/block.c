// SPDX-License-Identifier: Apache-2.0
// See block.h.
#include "deal/block.h"

bool deal_demands(const struct deal_line *line) {
  return line->kind == DEAL_LICENCE || line->kind == DEAL_PROHIBITED || line->kind == DEAL_RATE;
}

bool deal_line_holds(const struct view *v, const struct deal_line *line, struct moment at) {
  return view_counts(v, &line->when, line->cond) &&
         law_when_holds(&line->when, at.day, at.minute > 0 ? at.minute : 0);
}

const struct deal_line *deal_scope(const struct view *v, const struct deal_block *blocks,
                                   uint32_t block, enum deal_line_kind kind, struct moment at) {
  for (; block != LAW_NONE; block = blocks[block].parent)
    for (uint32_t i = blocks[block].count; i-- > 0;)
      if (blocks[block].lines[i].kind == kind && deal_line_holds(v, &blocks[block].lines[i], at))
        return &blocks[block].lines[i];
  return NULL;
}

enum tri deal_guards(const struct deal_env *env, const struct deal_block *blocks, uint32_t block,
                     struct moment at) {
  enum tri r = TRI_YES;
  for (; block != LAW_NONE; block = blocks[block].parent)
    for (uint32_t i = 0; i < blocks[block].count; i++) {
      const struct deal_line *line = &blocks[block].lines[i];
      if (line->kind != DEAL_ONLY_IF && line->kind != DEAL_UNLESS) continue;
      if (!deal_line_holds(env->view, line, at)) continue;
      enum tri t = deal_cond(env, line->cond);
      r = tri_and(r, line->kind == DEAL_UNLESS ? tri_not(t) : t);
    }
  return r;
}

/* ---- states -------------------------------------------------------------------------------------------------- */

enum { STATES_MAX = 64 };

static imp_day seen_from(struct moment at, imp_day day, int minute) {
  return day == at.day && minute > 0 && minute > at.minute ? day + 1 : day;
}

static bool clock_row(const struct view *v, const struct deal_line *line, struct moment at,
                      struct clock_stmt *out) {
  *out = (struct clock_stmt){CLOCK_SUSPENDED, view_when_known(v, &line->when),
                             seen_from(at, line->when.from, line->when.from_minute),
                             seen_from(at, line->when.until, line->when.until_minute),
                             view_counts(v, &line->when, line->cond)};
  switch (line->kind) {
  case DEAL_SUSPENDED:
    return true;
  case DEAL_VOID:
    out->kind = CLOCK_VOID;
    return true;
  case DEAL_RESUMES:
    out->kind = CLOCK_RESUMES;
    return true;
  case DEAL_ENDS:
    out->kind = CLOCK_ENDS;
    out->from = line->day;
    out->until = DAY_NEVER;
    return true;
  default:
    return false;
  }
}

struct states { /* the state lines of one block */
  struct clock_stmt rows[STATES_MAX];
  const struct deal_line *lines[STATES_MAX];
  uint32_t count;
};

static void read_states(const struct view *v, const struct deal_block *b, struct moment at,
                        struct states *out) {
  out->count = 0;
  for (uint32_t i = 0; i < b->count && out->count < STATES_MAX; i++)
    if (clock_row(v, &b->lines[i], at, &out->rows[out->count]))
      out->lines[out->count++] = &b->lines[i];
}

/* The longest state that holds on a day, of the block and every name above. */
static struct deal_stay stay_on(const struct view *v, const struct deal_block *blocks,
                                uint32_t block, struct moment at) {
  struct clock_view clock = {v->known, v->legal};
  struct deal_stay best = {NULL, LAW_NONE, DAY_FIRST, NULL};
  struct states s;
  for (; block != LAW_NONE; block = blocks[block].parent) {
    read_states(v, &blocks[block], at, &s);
    uint32_t i = clock_silence(s.rows, s.count, clock, at.day);
    if (i == CLOCK_NOTHING) continue;
    imp_day end = clock_state_end(s.rows, s.count, i, clock);
    if (!best.line || end > best.until)
      best = (struct deal_stay){s.lines[i], block, end, s.lines[i]};
  }
  return best;
}

struct deal_stay deal_stay_of(const struct view *v, const struct deal_block *blocks, uint32_t block,
                              struct moment at) {
  struct deal_stay stay = stay_on(v, blocks, block, at);
  for (int steps = 0; stay.line && stay.until != DAY_NEVER && steps < STATES_MAX; steps++) {
    struct deal_stay next = stay_on(v, blocks, block, (struct moment){stay.until, CLOCK_UNSTATED});
    if (!next.line || next.until <= stay.until) break;
    stay.until = next.until;
    stay.last = next.line;
  }
  return stay;
}

/* ---- days in force ---------------------------------------------------------------------------------------------- */

/* The line asks something, and is the one asked about where one is. */
static bool counted(const struct deal_line *line, const struct deal_line *only) {
  return only ? line == only : deal_demands(line) || line->kind == DEAL_REVIEW;
}

static bool demanded_on(const struct view *v, const struct deal_block *b,
                        const struct deal_line *only, struct moment at) {
  for (uint32_t i = 0; i < b->count; i++)
    if (counted(&b->lines[i], only) && deal_line_holds(v, &b->lines[i], at)) return true;
  return false;
}

static imp_day first_demand(const struct deal_block *b, const struct deal_line *only) {
  imp_day first = DAY_NEVER;
  for (uint32_t i = 0; i < b->count; i++)
    if (counted(&b->lines[i], only) && b->lines[i].when.from < first) first = b->lines[i].when.from;
  return first;
}

/* Nothing silences it that day; *until: first day of another state. */
static bool speaks_on(const struct view *v, const struct deal_block *blocks, uint32_t block,
                      const struct deal_line *only, struct moment at, imp_day *until) {
  *until = at.day + 1;
  if (!demanded_on(v, &blocks[block], only, at)) return false;
  struct deal_stay stay = stay_on(v, blocks, block, at);
  if (!stay.line || stay.until <= at.day) return true;
  *until = stay.until;
  return false;
}

imp_day deal_days_together(const struct view *v, const struct deal_block *blocks, uint32_t block,
                           const struct deal_line *only, uint32_t with, imp_day day) {
  imp_day first = first_demand(&blocks[block], only), sum = 0, next;
  if (first == DAY_FIRST) return DAY_NEVER;
  for (imp_day d = first; d <= day && d - first < 40000;
       d = next) { /* silent to the end of a state */
    struct moment at = {d, CLOCK_UNSTATED};
    bool speaks = speaks_on(v, blocks, block, only, at, &next);
    if (speaks && with != LAW_NONE) speaks = speaks_on(v, blocks, with, NULL, at, &next);
    if (speaks) sum++;
  }
  return sum;
}

imp_day deal_days_in_force(const struct view *v, const struct deal_block *blocks, uint32_t block,
                           const struct deal_line *only, imp_day day) {
  return deal_days_together(v, blocks, block, only, LAW_NONE, day);
}
