// SPDX-License-Identifier: Apache-2.0
// What to bear in mind of an item, by rule: who alone says so, who said two things, what was moved, what has passed.
#include <string.h>

#include "base/str.h"
#include "deal/board.h"

enum { CAUTIONS_MOST = 10 };

struct cautions {
  struct board *b;
  struct imp_item *it;
  const char **texts;
};

static void add(struct cautions *c, const char *text) {
  if (text && c->it->caution_count < CAUTIONS_MOST) c->texts[c->it->caution_count++] = text;
}

static bool says(const struct imp_position *p) {
  return p->stance > IMP_RAISES;
}

static const char *side(const struct cautions *c, unsigned i) {
  return board_place(c->b, c->b->talks->sides[i]);
}

/* Only one side says so, and the other has a hand in it. */
static void one_side(struct cautions *c, unsigned i) {
  const struct imp_position *p = &c->it->positions[i], *other = &c->it->positions[1 - i];
  const char *who = side(c, i), *them = side(c, 1 - i);
  const char *named = other->stance == IMP_RAISES ? ", and has named the topic" : "";
  if (!who || !them || !says(p) || says(other)) return;
  if (c->it->kind == IMP_ITEM_MEETING)
    add(c, text_in(c->b->arena, "Said by %s; silence of %s is not denial.", who, them));
  else if (other->decides && !p->decides)
    add(c, text_in(c->b->arena, "Said by %s alone; %s decides%s.", who, them, named));
  else if (other->decides)
    add(c,
        text_in(c->b->arena, "Said by %s alone; both decide, %s has not confirmed it.", who, them));
}

static void both_ways(struct cautions *c, unsigned i) {
  struct buf t = {0};
  const char *first = NULL;
  bool one = true;
  if (c->it->positions[i].stance != IMP_BOTH_WAYS) return;
  for (uint32_t k = 0; k < c->it->word_count; k++) {
    const struct imp_word *w = &c->it->words[k];
    if (!w->counts || strcmp(w->side, side(c, i)) != 0 || w->how == IMP_RAISES) continue;
    if (first && strcmp(first, w->who) != 0) one = false;
    first = w->who;
    buf_printf(&t, "%s%s %s%s%s%s", t.n ? "; " : "", w->who,
               w->how == IMP_DENIES    ? "denies"
               : w->how == IMP_ASSERTS ? "asserts"
                                       : "expects",
               w->answer[0] ? " \"" : "", w->answer, w->answer[0] ? "\"" : "");
    if (w->where[0]) buf_printf(&t, " (%s)", w->where);
  }
  add(c, t.failed
             ? NULL
             : text_in(c->b->arena, "%s on one day: %s.",
                       one ? "One speaker, two answers" : "One side, two answers", t.p ? t.p : ""));
  if (t.failed) c->b->arena->failed = true;
  buf_free(&t);
}

static void against_each_other(struct cautions *c) {
  const struct imp_position *a = &c->it->positions[0], *b = &c->it->positions[1];
  bool opposite = (a->stance == IMP_ASSERTS && b->stance == IMP_DENIES) ||
                  (a->stance == IMP_DENIES && b->stance == IMP_ASSERTS);
  bool two = a->stance == IMP_ASSERTS && b->stance == IMP_ASSERTS && strcmp(a->answer, b->answer);
  if (two || (opposite && strcmp(a->answer, b->answer) == 0))
    add(c, "The two sides say opposite things.");
}

/* The day up to which the sources of those who decide were read: of several the first. */
static const char *sources_end(struct board *b, const struct imp_item *it) {
  imp_day end = DAY_NEVER;
  for (uint32_t k = 0; k < b->law->jurisdiction_count; k++) {
    const struct law_jurisdiction *j = &b->law->jurisdictions[k];
    for (unsigned i = 0; i < 2; i++)
      if (it->positions[i].decides && j->place == b->talks->sides[i] && j->read_through < end)
        end = j->read_through;
  }
  return end == DAY_NEVER ? imp_law_read_through(b->own) : bill_day(b->arena, end);
}

static const char *often(struct arena *a, uint32_t n) {
  return n == 1 ? "once" : text_in(a, "%u times", (unsigned)n);
}

static void of_days(struct cautions *c, imp_day first_due) {
  struct imp_item *it = c->it;
  const char *known = bill_day(c->b->arena, c->b->query.view.known);
  if (it->moved && first_due != DAY_NEVER) {
    const char *first = bill_day(c->b->arena, first_due);
    if (first)
      add(c, text_in(c->b->arena, "The day%s has moved %s since %s.",
                     it->kind == IMP_ITEM_MEETING ? "" : " it is due",
                     often(c->b->arena, it->moved), first));
  }
  if (it->due && known && strcmp(it->due, known) < 0 && strcmp(it->state, "open") == 0)
    add(c, text_in(c->b->arena, "Due %s, passed; no answer recorded; sources end %s.", it->due,
                   sources_end(c->b, it)));
  const struct imp_result *r = it->result_count ? &it->results[it->result_count - 1] : NULL;
  if (r && strcmp(it->state, "said") == 0)
    add(c, text_in(c->b->arena, "Said on %s to be %s (%s); no act that binds is known.", r->day,
                   r->answer, r->act_title));
}

bool board_cautions(struct board *b, struct imp_item *it, imp_day first_due) {
  struct cautions c = {b, it, arena_array(b->arena, CAUTIONS_MOST, sizeof *c.texts)};
  if (!c.texts) return false;
  it->cautions = c.texts;
  bool open = strcmp(it->state, "closed") != 0 && strcmp(it->state, "held") != 0;
  for (unsigned i = 0; i < 2 && open; i++) {
    both_ways(&c, i);
    one_side(&c, i);
  }
  if (open) {
    against_each_other(&c);
    of_days(&c, first_due);
  }
  return !b->arena->failed;
}
