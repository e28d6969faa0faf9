// SPDX-License-Identifier: Apache-2.0
// dates: windows run forward, history stands in the order it became known, days are plausible.
//
// The order matters because the last written line is current: a line inserted above later ones would be
// painted over by what was known before it. Only lines of one sort paint over one another.
#include <stdio.h>
#include <string.h>

#include "law/check.h"

#define YEAR 366

static void say_day(imp_day day, char out[16]) {
  int y, m, d;
  day_split(day, &y, &m, &d);
  snprintf(out, 16, "%04d-%02d-%02d", y % 10000, m, d);
}

static bool cited(const struct law_when *w) {
  return w->act != LAW_NONE || w->known != DAY_NEVER;
}

static void check_when(struct check *c, const struct law_when *w, struct law_pos pos,
                       uint32_t width) {
  char from[16], day[16];
  if (w->until != DAY_NEVER && w->from != DAY_FIRST &&
      (w->until < w->from || (w->until == w->from && w->until_minute <= w->from_minute))) {
    say_day(w->from, from);
    say_day(w->until, day);
    finding(c->found, LAW_DATES_WINDOW, pos, width,
            "`until` is the first day off; `through` is the last day on.",
            "the window from %s until %s holds no day", from, day);
  }
  if (w->has_printed && w->from != DAY_FIRST &&
      (w->printed > w->from + 2 * YEAR || w->printed < w->from - 2 * YEAR)) {
    say_day(w->printed, day);
    finding(c->found, LAW_DATES_PRINTED, pos, width, "Check both days.",
            "it was printed on %s, more than two years from its first day", day);
  }
  if (w->known == DAY_NEVER || w->act == LAW_NONE) return;
  imp_day act = law_act_known(&c->law->acts[w->act]);
  if (act != DAY_FIRST && w->known < act - YEAR) {
    say_day(w->known, day);
    finding(c->found, LAW_DATES_KNOWN, pos, width, "Check the day, or cite the earlier act.",
            "it is said to be known on %s, more than a year before %.*s", day, SHOW(w->act_name));
  }
}

/* ---- order --------------------------------------------------------------------------------------------------- */

static void report_order(struct check *c, struct law_pos pos, uint32_t width, imp_day known,
                         imp_day before, const char *what) {
  char a[16], b[16];
  say_day(known, a);
  say_day(before, b);
  finding(c->found, LAW_DATES_ORDER, pos, width,
          "Move it up: lines stand in the order in which they became known.",
          "this %s was known on %s, but one above it only on %s", what, a, b);
}

/* The nearest line of the same sort above; a block with very many sorts is searched so far and no farther. */
static const struct law_stmt *same_above(const struct check_block *b, uint32_t at) {
  for (uint32_t i = at; i > 0 && at - i < 200; i--)
    if (check_same_sort(&b->stmts[i - 1], &b->stmts[at]) && cited(&b->stmts[i - 1].when))
      return &b->stmts[i - 1];
  return NULL;
}

static void check_block_dates(struct check *c, const struct check_block *b) {
  for (uint32_t i = 0; i < b->count; i++) {
    const struct law_stmt *s = &b->stmts[i];
    const char *word = check_word(s->kind);
    check_when(c, &s->when, s->pos, (uint32_t)strlen(word));
    const struct law_stmt *above = cited(&s->when) ? same_above(b, i) : NULL;
    imp_day known = law_when_known(c->law, &s->when);
    if (above && law_when_known(c->law, &above->when) > known)
      report_order(c, s->pos, (uint32_t)strlen(word), known, law_when_known(c->law, &above->when),
                   "line");
  }
}

static void check_list_dates(struct check *c, const struct law_list *list) {
  imp_day newest = DAY_FIRST;
  for (uint32_t i = 0; i < list->count; i++) {
    const struct law_list_line *line = &list->lines[i];
    check_when(c, &line->when, line->pos, 3);
    if (!cited(&line->when)) continue;
    imp_day known = law_when_known(c->law, &line->when);
    if (known < newest) report_order(c, line->pos, 3, known, newest, "batch");
    newest = known > newest ? known : newest;
  }
}

static void check_act_dates(struct check *c, const struct law_act *a) {
  uint32_t width = (uint32_t)a->name.n;
  if (law_act_known(a) == DAY_FIRST)
    finding(c->found, LAW_DATES_ACT, a->pos, width,
            "Add `signed DAY`, `published DAY` or `known DAY`.",
            "nothing says since when %.*s could be known", SHOW(a->name));
  if (a->signed_on != DAY_NEVER && a->published != DAY_NEVER && a->published < a->signed_on)
    finding(c->found, LAW_DATES_ACT, a->pos, width, "Check both days.",
            "%.*s was published before it was signed", SHOW(a->name));
}

static void check_question_dates(struct check *c, const struct law_question *q) {
  imp_day newest = DAY_FIRST;
  for (uint32_t i = 0; i < q->answered_count; i++) {
    const struct law_answered *a = &q->answered[i];
    imp_day known = law_when_known(c->law, &a->when);
    check_when(c, &a->when, a->pos, 8);
    if (cited(&a->when) && known < newest) report_order(c, a->pos, 8, known, newest, "answer");
    newest = known > newest ? known : newest;
  }
}

void check_dates(struct check *c) {
  const struct law *law = c->law;
  for (uint32_t i = 0; i < law->act_count; i++) check_act_dates(c, &law->acts[i]);
  for (uint32_t i = 0; i < law->list_count; i++) check_list_dates(c, &law->lists[i]);
  for (uint32_t i = 0; i < law->question_count; i++) check_question_dates(c, &law->questions[i]);
  for (uint32_t i = 0; i < law->measure_count; i++) {
    for (uint32_t b = 0; b < check_block_count(&law->measures[i]); b++) {
      struct check_block block = check_block_at(&law->measures[i], b);
      check_block_dates(c, &block);
    }
  }
}
