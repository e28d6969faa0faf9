// SPDX-License-Identifier: Apache-2.0
// See control.h.
#include "deal/control.h"

static struct moment moment_of(const struct deal_env *env) {
  return (struct moment){env->c->on, env->c->minute};
}

static const struct deal_block *block_of(const struct deal_env *env, uint32_t control) {
  return &env->c->law->deal->controls[control];
}

/* ---- the way of the goods --------------------------------------------------------------------------------------- */

static enum tri scope_holds(const struct deal_env *env, uint32_t control, enum deal_line_kind kind,
                            uint16_t place) {
  const struct deal_line *line =
      deal_scope(env->view, env->c->law->deal->controls, control, kind, moment_of(env));
  return line ? deal_place_in(env, &line->places, place) : TRI_YES;
}

static unsigned deeds_of(const struct deal_env *env, uint32_t control) {
  for (; control != LAW_NONE; control = block_of(env, control)->parent)
    if (block_of(env, control)->covers) return block_of(env, control)->covers;
  return DEAL_EXPORT;
}

/* `binds persons of PLACES`: whoever sends is asked for. */
static enum tri binds(const struct deal_env *env, uint32_t control) {
  for (; control != LAW_NONE; control = block_of(env, control)->parent) {
    const struct deal_block *b = block_of(env, control);
    if (!b->has_binds) continue;
    uint32_t f = deal_find_fact(env->c->law->deal, STR("exporter"));
    if (f == LAW_NONE || !env->c->facts[f].place_count) return TRI_UNKNOWN;
    enum tri r = TRI_NO;
    for (uint8_t i = 0; i < env->c->facts[f].place_count; i++)
      r = tri_or(r, deal_place_in(env, &b->binds, env->c->facts[f].places[i]));
    return r;
  }
  return TRI_YES;
}

enum tri deal_route(const struct deal_env *env, uint32_t control) {
  unsigned deed = env->c->deed ? env->c->deed : DEAL_EXPORT;
  if (!(deeds_of(env, control) & deed)) return TRI_NO;
  enum tri r = scope_holds(env, control, DEAL_OUT_OF, env->c->out_of);
  if (r != TRI_NO) r = tri_and(r, scope_holds(env, control, DEAL_INTO, env->c->into));
  if (r != TRI_NO) r = tri_and(r, scope_holds(env, control, DEAL_OF, env->c->origin));
  if (r != TRI_NO) r = tri_and(r, binds(env, control));
  if (r == TRI_NO) return r;
  return tri_and(r, deal_guards(env, env->c->law->deal->controls, control, moment_of(env)));
}

/* ---- what one control asks ----------------------------------------------------------------------------------------- */

struct asked { /* lines of a control, by what they say: certain, and open */
  const struct deal_line *yes[DEAL_IS_REFUSED + 1];
  bool open_need, open_ban, encoded;
};

static enum deal_result result_of(const struct deal_line *line) {
  static const enum deal_result of[] = {[DEAL_REQUIRED] = DEAL_IS_REQUIRED,
                                        [DEAL_GENERAL] = DEAL_IS_GENERAL,
                                        [DEAL_REGISTRATION] = DEAL_IS_REGISTRATION,
                                        [DEAL_NOT_NEEDED] = DEAL_IS_NOT_NEEDED};
  if (line->kind == DEAL_NOT_ENCODED) return DEAL_IS_REFUSED;
  return line->kind == DEAL_PROHIBITED ? DEAL_IS_PROHIBITED : of[line->need];
}

static void keep_open(struct deal_judgement *j, const struct deal_line *line,
                      enum deal_result becomes) {
  if (j->open_count == DEAL_LINES_MAX) return;
  j->open[j->open_count++] = (struct deal_open){j->count, line, becomes};
}

static void keep_said(struct deal_said_line *lines, uint32_t *n, uint32_t finding,
                      const struct deal_line *line, enum tri holds) {
  if (*n < DEAL_LINES_MAX) lines[(*n)++] = (struct deal_said_line){finding, line, holds};
}

/* A claim that was not made is no claim; that it could be made is worth saying. */
static bool could_claim(const struct law_cond *c) {
  return c && c->kind == LAW_COND_CLAIMED;
}

static void read_line(const struct deal_env *env, const struct deal_line *line,
                      struct deal_judgement *j, struct asked *a) {
  enum tri t = deal_cond(env, line->cond);
  bool could = t == TRI_NO && could_claim(line->cond);
  if (t == TRI_NO && !could) return;
  if (line->kind == DEAL_REVIEW) {
    keep_said(j->reviews, &j->review_count, j->count, line, t);
    return;
  }
  if (line->kind == DEAL_MUST) {
    if (!could) keep_said(j->musts, &j->must_count, j->count, line, t);
    return;
  }
  enum deal_result r = result_of(line);
  if (t == TRI_YES) {
    a->yes[r] = line;
    return;
  }
  keep_open(j, line, r);
  a->open_ban = a->open_ban || r == DEAL_IS_PROHIBITED;
  a->open_need =
      a->open_need ||
      (!could && (r == DEAL_IS_REQUIRED || r == DEAL_IS_REGISTRATION || r == DEAL_IS_REFUSED));
}

/* In this order the first that is certain speaks. */
static const enum deal_result within[] = {DEAL_IS_PROHIBITED,   DEAL_IS_NOT_NEEDED,
                                          DEAL_IS_GENERAL,      DEAL_IS_REQUIRED,
                                          DEAL_IS_REGISTRATION, DEAL_IS_REFUSED};

static void settle(struct deal_finding *f, const struct asked *a) {
  f->need = a->open_need || a->open_ban ? DEAL_IS_MAYBE : DEAL_IS_NOTHING;
  for (size_t i = 0; i < sizeof within / sizeof *within; i++)
    if (a->yes[within[i]]) {
      f->need = within[i];
      f->line = a->yes[within[i]];
      return;
    }
}

static bool speaks_of_need(const struct deal_line *line) {
  return deal_demands(line) || line->kind == DEAL_REVIEW || line->kind == DEAL_MUST ||
         line->kind == DEAL_NOT_ENCODED;
}

/* First day of a line that will demand something of the case. */
static imp_day next_begin(const struct deal_env *env, const struct deal_block *b) {
  imp_day first = DAY_NEVER;
  for (uint32_t i = 0; i < b->count; i++) {
    const struct deal_line *line = &b->lines[i];
    if (!deal_demands(line) || line->when.from <= env->c->on || line->when.from >= first) continue;
    if (!view_counts(env->view, &line->when, line->cond)) continue;
    if (deal_cond(env, line->cond) == TRI_YES) first = line->when.from;
  }
  return first;
}

/* Silenced itself, or because what makes the entry an item is: of two stays the longer. */
static void stand(const struct deal_env *env, const struct deal_lent *lent,
                  struct deal_finding *f) {
  const struct deal_block *blocks = env->c->law->deal->controls;
  f->stay = deal_stay_of(env->view, blocks, f->control, moment_of(env));
  f->standing = DEAL_IN_FORCE;
  if (f->stay.line) f->standing = f->stay.until == DAY_NEVER ? DEAL_ENDED : DEAL_STAYED;
  if (!lent || lent->standing != DEAL_STAYED || f->standing == DEAL_ENDED) return;
  if (f->stay.line && f->stay.until >= lent->stay.until) return;
  f->stay = lent->stay;
  f->standing = DEAL_STAYED;
  f->lent_by = lent->by;
}

/* ---- a control and an item --------------------------------------------------------------------------------------- */

/* Of a control that has ended nothing is left. */
static void drop_lines(struct deal_judgement *j) {
  while (j->open_count && j->open[j->open_count - 1].finding == j->count) j->open_count--;
  while (j->review_count && j->reviews[j->review_count - 1].finding == j->count) j->review_count--;
  while (j->must_count && j->musts[j->must_count - 1].finding == j->count) j->must_count--;
}

static void add_finding(const struct deal_env *env, struct deal_finding f,
                        const struct deal_lent *lent, bool any, struct deal_judgement *j) {
  const struct deal_block *b = block_of(env, f.control);
  struct asked a = {0};
  uint32_t lines = j->open_count + j->review_count + j->must_count;
  if (j->count == DEAL_FINDINGS_MAX) return;
  f.lent_by = LAW_NONE;
  f.begins = DAY_NEVER;
  for (uint32_t i = 0; i < b->count; i++)
    if (speaks_of_need(&b->lines[i]) && deal_line_holds(env->view, &b->lines[i], moment_of(env)))
      read_line(env, &b->lines[i], j, &a);
  settle(&f, &a);
  stand(env, lent, &f);
  f.net = any && f.need == DEAL_IS_MAYBE;
  if (f.standing == DEAL_ENDED) {
    drop_lines(j);
    return;
  }
  if (f.need == DEAL_IS_NOTHING && j->open_count + j->review_count + j->must_count == lines) {
    f.begins = next_begin(env, b);
    if (f.begins == DAY_NEVER) return;
    f.standing = DEAL_NOT_BEGUN;
  }
  j->findings[j->count++] = f;
}

/* Said of a name, it holds for the names below it. */
static bool scope_answer(const struct deal_env *env, uint32_t control, bool *holds) {
  for (; control != LAW_NONE; control = block_of(env, control)->parent)
    for (uint8_t i = 0; i < env->c->scope_count; i++)
      if (env->c->scopes[i].control == control) {
        *holds = env->c->scopes[i].holds;
        return true;
      }
  return false;
}

/* The items of a control hold the entry: in their own list, or in one they gather, which lends its standing. */
static bool holds_entry(const struct deal_env *env, const struct deal_line *items,
                        struct deal_judgement *j, bool *own) {
  const struct law_deal *d = env->c->law->deal;
  uint32_t list = d->entries[env->entry].list;
  bool held = *own = false;
  for (uint32_t k = 0; k < items->item_count && !*own; k++) {
    if (!deal_ref_holds(d, &items->items[k], env->entry)) continue;
    held = true;
    *own = items->items[k].list == list;
  }
  if (!held || *own) return held;
  if (j->lent_list != list) j->lent = deal_lent_to(env, list);
  j->lent_list = list;
  return j->lent.standing == DEAL_IN_FORCE || j->lent.standing == DEAL_STAYED;
}

static void judge_items(const struct deal_env *env, uint32_t control, const struct deal_line *items,
                        const struct deal_matches *m, enum tri route, struct deal_judgement *j) {
  for (uint32_t i = 0; i < m->count; i++) {
    struct deal_env own = {env->c, env->view, m->items[i].entry};
    bool itself;
    if (!holds_entry(&own, items, j, &itself)) continue;
    enum tri sure = deal_candidate_sure(&m->items[i]) ? TRI_YES : TRI_UNKNOWN;
    struct deal_finding f = {.control = control, .candidate = i, .reach = tri_and(route, sure)};
    add_finding(&own, f, itself ? NULL : &j->lent, false, j);
  }
}

static bool has_own_lines(const struct deal_block *b) {
  for (uint32_t i = 0; i < b->count; i++)
    if (speaks_of_need(&b->lines[i])) return true;
  return false;
}

static void judge_control(const struct deal_env *env, uint32_t control,
                          const struct deal_matches *m, struct deal_judgement *j) {
  if (!has_own_lines(block_of(env, control))) return;
  enum tri route = deal_route(env, control);
  const struct deal_line *items =
      deal_scope(env->view, env->c->law->deal->controls, control, DEAL_ITEMS, moment_of(env));
  bool holds = false;
  if (route == TRI_NO || !items) return;
  if (items->item_count) {
    judge_items(env, control, items, m, route, j);
    return;
  }
  bool answered = items->any || scope_answer(env, control, &holds);
  if (!items->any && answered && !holds) return;
  struct deal_finding f = {.control = control,
                           .candidate = LAW_NONE,
                           .reach = answered ? route : TRI_UNKNOWN,
                           .quoted = !answered};
  add_finding(env, f, NULL, items->any, j);
}

/* ---- all of them together ------------------------------------------------------------------------------------------ */

/* What a finding lends to the answer. */
static enum deal_result weight_of(const struct deal_finding *f) {
  if (f->quoted || f->net || f->standing == DEAL_ENDED) return DEAL_IS_NOTHING;
  if (f->standing == DEAL_NOT_BEGUN || f->need == DEAL_IS_NOTHING) return DEAL_IS_NOTHING;
  if (f->standing == DEAL_STAYED) return DEAL_IS_SUSPENDED;
  if (f->reach == TRI_YES || f->need == DEAL_IS_NOT_NEEDED) return f->need;
  return DEAL_IS_MAYBE;
}

static int rank_of(enum deal_result r) {
  static const int ranks[] = {
      [DEAL_IS_PROHIBITED] = 9,   [DEAL_IS_REQUIRED] = 8,   [DEAL_IS_REFUSED] = 7,
      [DEAL_IS_REGISTRATION] = 5, [DEAL_IS_GENERAL] = 4,    [DEAL_IS_MAYBE] = 3,
      [DEAL_IS_SUSPENDED] = 2,    [DEAL_IS_NOT_NEEDED] = 1, [DEAL_IS_NOTHING] = 0};
  return ranks[r];
}

/* What nobody answered and could only forbid, or leads to what is not encoded, does not move what is certain; an open
 * need does. */
static bool open_need(const struct deal_judgement *j, uint32_t finding) {
  for (uint32_t i = 0; i < j->open_count; i++) {
    enum deal_result r = j->open[i].becomes;
    if (j->open[i].finding == finding && (r == DEAL_IS_REQUIRED || r == DEAL_IS_REGISTRATION))
      return true;
  }
  const struct deal_finding *f = &j->findings[finding];
  return f->reach == TRI_UNKNOWN && (f->need == DEAL_IS_REQUIRED || f->need == DEAL_IS_PROHIBITED ||
                                     f->need == DEAL_IS_REGISTRATION);
}

static int rank_in(const struct deal_judgement *j, uint32_t i, enum deal_result *result) {
  *result = weight_of(&j->findings[i]);
  if (*result != DEAL_IS_MAYBE) return rank_of(*result);
  return open_need(j, i) ? 6 : rank_of(*result);
}

/* A need that is certain is sure by itself; a stay or a release is when it holds the item for certain. */
static bool is_sure(const struct deal_judgement *j) {
  switch (j->result) {
  case DEAL_IS_NOTHING:
  case DEAL_IS_MAYBE:
  case DEAL_IS_REFUSED:
    return false;
  case DEAL_IS_SUSPENDED:
  case DEAL_IS_NOT_NEEDED:
    break;
  default:
    return true;
  }
  for (uint32_t i = 0; i < j->count; i++) {
    const struct deal_finding *f = &j->findings[i];
    if (f->reach == TRI_YES && weight_of(f) == j->result && f->need != DEAL_IS_MAYBE) return true;
  }
  return false;
}

void deal_judge(const struct deal_env *env, const struct deal_matches *m,
                struct deal_judgement *j) {
  int best = 0;
  j->count = j->open_count = j->review_count = j->must_count = 0;
  j->result = DEAL_IS_NOTHING;
  j->decisive = j->lent_list = LAW_NONE;
  for (uint32_t i = 0; i < env->c->law->deal->control_count; i++) judge_control(env, i, m, j);
  for (uint32_t i = 0; i < j->count; i++) {
    enum deal_result r;
    int rank = rank_in(j, i, &r);
    if (rank <= best) continue;
    best = rank;
    j->result = r;
    j->decisive = i;
  }
  j->sure = is_sure(j);
}

const struct deal_line *deal_strictest_review(const struct deal_judgement *j) {
  const struct deal_line *best = NULL;
  for (uint32_t i = 0; i < j->review_count; i++) {
    const struct deal_said_line *r = &j->reviews[i];
    const struct deal_finding *f = &j->findings[r->finding];
    if (r->holds != TRI_YES || f->standing != DEAL_IN_FORCE || f->quoted) continue;
    if (r->line->review == DEAL_QUOTED) continue;
    if (!best || r->line->review > best->review) best = r->line;
  }
  return best;
}
