// SPDX-License-Identifier: Apache-2.0
// Checks of controls, fees and lists of items: cited, speaks, dates, entries, reach.
//
// They say of these blocks what check_acts.c and check_dates.c say of measures. A promise is not checked
// for speaking: it is always somebody's word, and is shown as that.
#include <string.h>

#include "law/check.h"
#include "law/deal.h"

static const char *word_of(enum deal_line_kind k) {
  static const char *const words[] = {"out of", "into",       "of",        "items",      "only if",
                                      "unless", "licence",    "review",    "prohibited", "must",
                                      "rate",   "yields",     "suspended", "resumes",    "ends",
                                      "void",   "not encoded"};
  return words[k];
}

static bool is_state(enum deal_line_kind k) {
  return k >= DEAL_SUSPENDED && k <= DEAL_VOID;
}

static bool is_demand(enum deal_line_kind k) {
  return k == DEAL_LICENCE || k == DEAL_PROHIBITED || k == DEAL_RATE;
}

static bool needs_act(enum deal_line_kind k) {
  return is_state(k) || is_demand(k) || k == DEAL_REVIEW;
}

/* ---- acts ------------------------------------------------------------------------------------------------ */

static void check_cited(struct check *c, const struct deal_line *line) {
  uint32_t width = (uint32_t)strlen(word_of(line->kind));
  if (needs_act(line->kind) && !line->when.act_name.n)
    finding(c->found, LAW_CITED_NONE, line->pos, width,
            "Add `by ACT`, or a line `by ACT` above the lines it serves.",
            "this %s line names no act", word_of(line->kind));
  if (law_when_speaks(c->law, &line->when) && !check_asks_question(line->cond))
    finding_at(c->found, LAW_SPEAKS_QUESTION, line->when.act_name, line->pos,
               "Add `if QUESTION is ANSWER`: what is only said counts in one outcome.",
               "%.*s is a %.*s: it speaks and does not bind, and no question is asked",
               SHOW(line->when.act_name), SHOW(c->law->acts[line->when.act].kind));
}

static bool same_sort(const struct deal_line *a, const struct deal_line *b) {
  if (a->cond || b->cond) return false; /* side by side, each for its own case */
  return a->kind == b->kind || (is_state(a->kind) && is_state(b->kind)) ||
         (is_demand(a->kind) && is_demand(b->kind));
}

static void check_order(struct check *c, const struct deal_block *b, uint32_t at) {
  const struct deal_line *line = &b->lines[at];
  imp_day known = law_when_known(c->law, &line->when);
  for (uint32_t i = at; i-- > 0 && at - i < 200;) {
    if (!same_sort(&b->lines[i], line)) continue;
    if (law_when_known(c->law, &b->lines[i].when) > known && known != DAY_FIRST)
      finding(c->found, LAW_DATES_ORDER, line->pos, (uint32_t)strlen(word_of(line->kind)),
              "Move it up: lines stand in the order in which they became known.",
              "this line was known before one of its sort that stands above it");
    return;
  }
}

static void check_window(struct check *c, const struct deal_line *line) {
  const struct law_when *w = &line->when;
  if (w->until != DAY_NEVER && w->from != DAY_FIRST && w->until <= w->from)
    finding(c->found, LAW_DATES_WINDOW, line->pos, (uint32_t)strlen(word_of(line->kind)),
            "`until` is the first day off; `through` is the last day on.",
            "the window of this line holds no day");
}

/* ---- reach ------------------------------------------------------------------------------------------------ */

static bool has_above(const struct deal_block *blocks, const struct deal_block *b,
                      enum deal_line_kind kind) {
  for (uint32_t i = 0; i < b->count; i++)
    if (b->lines[i].kind == kind) return true;
  return b->parent != LAW_NONE && has_above(blocks, &blocks[b->parent], kind);
}

static bool demands(const struct deal_block *b) {
  for (uint32_t i = 0; i < b->count; i++)
    if (is_demand(b->lines[i].kind) || b->lines[i].kind == DEAL_REVIEW) return true;
  return false;
}

/* Who reaches everything everywhere says so (`items any`); who says nothing has forgotten something. */
static void check_reach(struct check *c, const struct deal_block *blocks,
                        const struct deal_block *b) {
  if (b->kind == DEAL_FEE || !demands(b)) return;
  bool items = has_above(blocks, b, DEAL_ITEMS);
  bool route = has_above(blocks, b, DEAL_OUT_OF) || has_above(blocks, b, DEAL_INTO) ||
               (b->covers & DEAL_HELP) || b->covers > DEAL_EXPORT || b->has_binds;
  if (items && route) return;
  finding(c->found, LAW_REACH_NONE, b->pos, (uint32_t)b->name.n,
          items ? "Add `out of PLACES`, `into PLACES` or `covers …`."
                : "Add `items @LIST`, `items \"words\"` or `items any`.",
          "the control %.*s does not say %s", SHOW(b->name),
          items ? "which way it looks" : "what it reaches");
}

static void check_blocks(struct check *c, const struct deal_block *blocks, uint32_t count) {
  for (uint32_t i = 0; i < count; i++) {
    for (uint32_t k = 0; k < blocks[i].count; k++) {
      check_cited(c, &blocks[i].lines[k]);
      check_window(c, &blocks[i].lines[k]);
      check_order(c, &blocks[i], k);
    }
    check_reach(c, blocks, &blocks[i]);
  }
}

/* ---- entries ---------------------------------------------------------------------------------------------- */

static void check_count(struct check *c, const struct deal_list *list) {
  if (!list->has_declared || list->count == list->declared) return;
  if (list->count < list->declared && list->is_partial) return;
  finding(c->found, LAW_ENTRIES_COUNT, list->pos, (uint32_t)list->name.n,
          list->count < list->declared
              ? "Add the missing ones, or say `partial \"what is missing\"`."
              : "Take out what does not belong, or correct the count.",
          "%.*s has %u entries here, the act counts %u", SHOW(list->name), (unsigned)list->count,
          (unsigned)list->declared);
}

static void check_twice(struct check *c, const struct deal_list *list) {
  if (list->count == 0) return;
  const struct deal_entry *e = c->law->deal->entries + list->first;
  for (uint32_t i = 1; i < list->count && i < 5000; i++)
    for (uint32_t k = 0; k < i; k++)
      if (str_eq(e[i].name, e[k].name))
        finding_at(c->found, LAW_ENTRIES_TWICE, e[i].name, e[i].pos,
                   "Give each entry a name of its own.", "the entry %.*s stands already in line %u",
                   SHOW(e[i].name), (unsigned)e[k].pos.line);
}

void check_deal(struct check *c) {
  const struct law_deal *d = c->law->deal;
  check_blocks(c, d->controls, d->control_count);
  check_blocks(c, d->fees, d->fee_count);
  for (uint32_t i = 0; i < d->list_count; i++) {
    check_count(c, &d->lists[i]);
    check_twice(c, &d->lists[i]);
  }
}
