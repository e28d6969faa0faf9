// SPDX-License-Identifier: Apache-2.0
// See study_days.h.
#include "book/study_days.h"

#include <stdlib.h>
#include <string.h>

enum { NUMBERS_CAP = 256 };

void study_days_add(struct study_days *d, imp_day day) {
  if (d->failed || day <= d->after || day == DAY_NEVER || day == DAY_FIRST) return;
  if (d->count && d->items[d->count - 1] == day) return;
  if (d->count == d->cap) {
    uint32_t cap = d->cap ? d->cap * 2 : 256;
    imp_day *items = arena_array(d->arena, cap, sizeof *items);
    if (!items) {
      d->failed = true;
      return;
    }
    if (d->count) memcpy(items, d->items, d->count * sizeof *items);
    d->items = items;
    d->cap = cap;
  }
  d->items[d->count++] = day;
}

/* On a split day the duty may hang on the hour: the day after it is a day to look at too. */
static void add_moment(struct study_days *d, imp_day day, int minute) {
  study_days_add(d, day);
  if (minute > 0) study_days_add(d, day + 1);
}

static void add_window(struct study_days *d, const struct view *v, const struct law_when *w) {
  if (view_when_known(v, w) > v->known) return;
  add_moment(d, w->from, w->from_minute);
  add_moment(d, w->until, w->until_minute);
}

static void add_entered(struct study_days *d, const struct law_cond *c) {
  if (!c) return;
  if (c->kind == LAW_COND_BEFORE && c->fact_index == LAW_NONE) add_moment(d, c->day, c->minute);
  for (uint32_t i = 0; i < c->kid_count; i++) add_entered(d, c->kids[i]);
}

void study_days_add_block(struct study_days *d, const struct view *v, const struct law_stmt *s,
                          uint32_t n) {
  for (uint32_t i = 0; i < n; i++) {
    add_window(d, v, &s[i].when);
    if (s[i].kind == LAW_ENDS && view_when_known(v, &s[i].when) <= v->known)
      add_moment(d, s[i].day, s[i].minute);
    add_entered(d, s[i].cond);
  }
}

void study_days_add_measure(struct study_days *d, const struct view *v, uint32_t m) {
  const struct law_measure *measure = &v->law->measures[m];
  study_days_add_block(d, v, measure->stmts, measure->count);
  for (uint32_t h = 0; h < measure->heading_count; h++) {
    study_days_add_block(d, v, measure->headings[h].stmts, measure->headings[h].count);
    add_entered(d, measure->headings[h].cond);
  }
}

void study_days_add_lists(struct study_days *d, const struct view *v) {
  for (uint32_t l = 0; l < v->law->list_count; l++)
    for (uint32_t i = 0; i < v->law->lists[l].count; i++)
      add_window(d, v, &v->law->lists[l].lines[i].when);
}

void study_days_add_all(struct study_days *d, const struct view *v) {
  for (uint32_t m = 0; m < v->law->measure_count; m++) study_days_add_measure(d, v, m);
  for (uint32_t j = 0; j < v->law->jurisdiction_count; j++) {
    study_days_add(d, v->law->jurisdictions[j].read_from);
    study_days_add(d, v->law->jurisdictions[j].read_until);
    for (uint32_t i = 0; i < v->law->jurisdictions[j].order_count; i++)
      add_window(d, v, &v->law->jurisdictions[j].orders[i].when);
  }
  study_days_add_lists(d, v);
}

void study_days_add_code(struct study_days *d, const struct names *n, uint32_t code8) {
  struct names_number *numbers = arena_array(d->arena, NUMBERS_CAP, sizeof *numbers);
  if (!numbers) {
    d->failed = true;
    return;
  }
  uint32_t count = names_numbers(n, code8, numbers, NUMBERS_CAP);
  for (uint32_t i = 0; i < count && i < NUMBERS_CAP; i++) {
    study_days_add(d, numbers[i].from);
    study_days_add(d, numbers[i].until);
    const struct names_line *line = names_line_on(n, code8, numbers[i].from);
    for (uint32_t k = 0; line && k < NUMBERS_CAP; k++) {
      study_days_add(d, line->from);
      study_days_add(d, line->until);
      if (line->until == DAY_NEVER) break;
      const struct names_line *next = names_line_on(n, code8, line->until);
      line = next == line ? NULL : next;
    }
  }
}

static int by_day(const void *x, const void *y) {
  const imp_day *a = x, *b = y;
  return *a < *b ? -1 : *a > *b;
}

void study_days_sort(struct study_days *d) {
  uint32_t kept = 0;
  if (d->count) qsort(d->items, d->count, sizeof *d->items, by_day);
  for (uint32_t i = 0; i < d->count; i++)
    if (!kept || d->items[kept - 1] != d->items[i]) d->items[kept++] = d->items[i];
  d->count = kept;
}
