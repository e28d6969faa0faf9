// SPDX-License-Identifier: Apache-2.0
// What an edition changes: the open end of the table held against the lines of the edition.
//
// The idea: one walk over both, sorted by code. A number that is born or ends with its whole line is marked
// so, to be counted and not to be listed twice. Changes of the special column are also counted by programme,
// because a staged agreement moves thousands of lines at once.
#include <string.h>

#include "source/source.h"

struct walk {
  const struct source_table *was;
  const struct source_lines *fresh;
  struct source_diff *out;
  bool failed;
};

static void add(struct walk *w, enum source_change_kind kind, uint64_t code, uint32_t digits,
                bool of_line, struct str from, struct str to) {
  struct source_diff *d = w->out;
  void *items = d->items;
  if (!mem_grow(&items, &d->cap, d->count + 1, sizeof *d->items)) {
    w->failed = true;
    return;
  }
  d->items = items;
  d->items[d->count++] = (struct source_change){kind, code, digits, of_line, from, to};
  d->counts[kind]++;
}

/* ---- programmes ---- */

static struct source_programme *programme(struct walk *w, struct str symbol) {
  struct source_diff *d = w->out;
  size_t at = 0;
  while (at < d->programme_count && str_cmp(d->programmes[at].symbol, symbol) < 0) {
    at++;
  }
  if (at < d->programme_count && str_eq(d->programmes[at].symbol, symbol)) {
    return &d->programmes[at];
  }
  void *items = d->programmes;
  if (!mem_grow(&items, &d->programme_cap, d->programme_count + 1, sizeof *d->programmes)) {
    w->failed = true;
    return NULL;
  }
  d->programmes = items;
  memmove(&d->programmes[at + 1], &d->programmes[at],
          (d->programme_count - at) * sizeof *d->programmes);
  d->programmes[at] = (struct source_programme){.symbol = symbol};
  d->programme_count++;
  return &d->programmes[at];
}

/* The rate a special column gives a programme; p is NULL when it gives none. */
static struct str rate_for(struct str column, struct str symbol) {
  struct str part, one;
  while (column.n > 0 && str_split(&column, ';', &part)) {
    size_t cut = part.n;
    while (cut > 0 && part.p[cut - 1] != ' ') {
      cut--;
    }
    struct str symbols = str_sub(part, cut, part.n);
    while (symbols.n > 0 && str_split(&symbols, ',', &one)) {
      if (str_eq(one, symbol)) {
        return str_sub(part, 0, cut > 0 ? cut - 1 : 0);
      }
    }
  }
  return (struct str){NULL, 0};
}

/* Counts each programme of `column` against the other column; `gains` tells which of the two is the new one. */
static void count_programmes(struct walk *w, struct str column, struct str other, bool gains) {
  struct str part, symbol;
  while (column.n > 0 && str_split(&column, ';', &part)) {
    size_t cut = part.n;
    while (cut > 0 && part.p[cut - 1] != ' ') {
      cut--;
    }
    struct str rate = str_sub(part, 0, cut > 0 ? cut - 1 : 0), rest = str_sub(part, cut, part.n);
    while (rest.n > 0 && str_split(&rest, ',', &symbol)) {
      struct str theirs = rate_for(other, symbol);
      bool changed = gains && theirs.p != NULL && !str_eq(rate, theirs);
      struct source_programme *p = theirs.p == NULL || changed ? programme(w, symbol) : NULL;
      if (p != NULL) {
        p->changed += changed;
        p->gained += gains && !changed;
        p->lost += !gains;
      }
    }
  }
}

/* ---- lines and numbers ---- */

static void line_born(struct walk *w, const struct source_line *line) {
  add(w, SOURCE_LINE_BORN, line->code8, 8, false, (struct str){NULL, 0}, line->general);
  for (uint32_t i = 0; i < line->count; i++) {
    add(w, SOURCE_NUMBER_BORN, (uint64_t)line->code8 * 100 + line->suffixes[i].value, 10, true,
        (struct str){NULL, 0}, line->suffixes[i].units);
  }
}

static void numbers_of(struct walk *w, const struct source_held *row,
                       const struct source_line *line) {
  uint64_t base = (uint64_t)row->code8 * 100;
  struct str none = {NULL, 0};
  for (uint32_t i = 0; i < row->count; i++) {
    const struct source_window *held = &row->windows[i];
    const struct source_suffix *s = source_suffix_find(line, held->value);
    if (held->until != DAY_NEVER) {
      continue;
    }
    if (s == NULL) {
      add(w, SOURCE_NUMBER_ENDED, base + held->value, 10, line == NULL, held->units, none);
    } else if (!str_eq(s->units, held->units)) {
      add(w, SOURCE_UNITS_CHANGED, base + held->value, 10, false, held->units, s->units);
    }
  }
  for (uint32_t i = 0; line != NULL && i < line->count; i++) {
    const struct source_suffix *s = &line->suffixes[i];
    if (source_window_find(row, s->value) == NULL) {
      add(w, SOURCE_NUMBER_BORN, base + s->value, 10, false, none, s->units);
    }
  }
}

static void column(struct walk *w, enum source_change_kind kind, uint32_t code8, struct str from,
                   struct str to) {
  if (!str_eq(from, to)) {
    add(w, kind, code8, 8, false, from, to);
  }
}

static void line_goes_on(struct walk *w, const struct source_held *row,
                         const struct source_line *line) {
  column(w, SOURCE_GENERAL_CHANGED, row->code8, row->general, line->general);
  column(w, SOURCE_SPECIAL_CHANGED, row->code8, row->special, line->special);
  column(w, SOURCE_COLUMN2_CHANGED, row->code8, row->other, line->other);
  if (!str_eq(row->special, line->special)) {
    count_programmes(w, line->special, row->special, true);
    count_programmes(w, row->special, line->special, false);
  }
}

bool source_diff_make(const struct source_table *was, const struct source_lines *fresh,
                      struct source_diff *out) {
  struct walk w = {was, fresh, out, false};
  size_t j = 0;
  *out = (struct source_diff){0};
  for (size_t i = 0; i <= was->count && !w.failed; i++) {
    const struct source_held *row = i < was->count ? &was->items[i] : NULL;
    if (row != NULL && row->until != DAY_NEVER) {
      continue;
    }
    for (; j < fresh->count && (row == NULL || fresh->items[j].code8 < row->code8); j++) {
      line_born(&w, &fresh->items[j]);
    }
    if (row == NULL) {
      break;
    }
    bool meets = j < fresh->count && fresh->items[j].code8 == row->code8;
    if (meets) {
      line_goes_on(&w, row, &fresh->items[j]);
    } else {
      add(&w, SOURCE_LINE_ENDED, row->code8, 8, false, row->general, (struct str){NULL, 0});
    }
    numbers_of(&w, row, meets ? &fresh->items[j] : NULL);
    j += meets;
  }
  return !w.failed;
}

void source_diff_free(struct source_diff *d) {
  mem_free(d->items);
  mem_free(d->programmes);
  *d = (struct source_diff){0};
}
