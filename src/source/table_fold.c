// SPDX-License-Identifier: Apache-2.0
// Our schedule table, one edition later.
//
// The idea: a row is an eight-digit line and a window in which its three columns stay the same; windows of
// the suffixes stand on the suffixes. The newest edition is the open end of every window, so a further
// edition needs only what is open: equal columns leave a row open, others end it on the edition's first day
// and begin the next; the same for suffixes and their units. Nothing that has ended is looked at again,
// which is why editions folded one by one give the table that all of them together give.
#include "source/source.h"

struct fold {
  struct arena *arena;
  const struct source_lines *lines;
  imp_day day;
  bool first; /* the first edition: days stay open at the beginning */
  struct source_table *out;
  bool failed;
};

static struct str copied(struct fold *f, struct str s) {
  struct str out = {NULL, 0};
  if (s.n > 0 && !str_copy(f->arena, s, &out)) {
    f->failed = true;
  }
  return out;
}

static struct str same_or_copied(struct fold *f, struct str held, struct str fresh) {
  return str_eq(held, fresh) ? held : copied(f, fresh);
}

static bool same_columns(const struct source_held *row, const struct source_line *line) {
  return str_eq(row->general, line->general) && str_eq(row->special, line->special) &&
         str_eq(row->other, line->other);
}

/* The windows of a row that stays open: those of the edition go on, end, or begin. */
static void fold_windows(struct fold *f, const struct source_held *was,
                         const struct source_line *line, struct source_held *row) {
  uint32_t i = 0, j = 0, n = 0;
  struct source_window *out =
      arena_array(f->arena, (size_t)was->count + line->count, sizeof *row->windows);
  if (out == NULL && was->count + line->count > 0) {
    f->failed = true;
    return;
  }
  while (i < was->count || j < line->count) {
    uint32_t left = i < was->count ? was->windows[i].value : UINT32_MAX;
    uint32_t right = j < line->count ? line->suffixes[j].value : UINT32_MAX;
    bool goes_on = false;
    for (uint32_t value = left; left <= right && i < was->count && was->windows[i].value == value;
         i++) {
      out[n] = was->windows[i];
      if (out[n].until == DAY_NEVER) {
        goes_on = left == right && str_eq(out[n].units, line->suffixes[j].units);
        out[n].until = goes_on ? DAY_NEVER : f->day;
      }
      n++;
    }
    if (right <= left) {
      if (!goes_on) {
        struct str units = copied(f, line->suffixes[j].units);
        out[n++] = (struct source_window){right, f->day, DAY_NEVER, units};
      }
      j++;
    }
  }
  row->windows = out;
  row->count = n;
}

/* A row that begins with the edition. */
static void begin_row(struct fold *f, const struct source_held *was,
                      const struct source_line *line) {
  static const struct source_held none = {0};
  struct source_held *row = source_table_add(f->out);
  was = was != NULL ? was : &none;
  if (row == NULL) {
    f->failed = true;
    return;
  }
  *row = (struct source_held){.code8 = line->code8, .from = f->first ? DAY_FIRST : f->day};
  row->until = DAY_NEVER;
  row->general = same_or_copied(f, was->general, line->general);
  row->special = same_or_copied(f, was->special, line->special);
  row->other = same_or_copied(f, was->other, line->other);
  row->windows = arena_array(f->arena, line->count, sizeof *row->windows);
  if (row->windows == NULL && line->count > 0) {
    f->failed = true;
    return;
  }
  for (uint32_t i = 0; i < line->count; i++) {
    const struct source_suffix *s = &line->suffixes[i];
    row->windows[row->count++] =
        (struct source_window){s->value, DAY_FIRST, DAY_NEVER, copied(f, s->units)};
  }
}

static void fold_row(struct fold *f, const struct source_held *was,
                     const struct source_line *line) {
  struct source_held *row = source_table_add(f->out);
  if (row == NULL) {
    f->failed = true;
    return;
  }
  *row = *was;
  if (was->until != DAY_NEVER) {
    return;
  }
  if (line != NULL && same_columns(was, line)) {
    fold_windows(f, was, line, row);
    return;
  }
  row->until = f->day;
  if (line != NULL) {
    begin_row(f, was, line);
  }
}

bool source_table_fold(struct arena *a, const struct source_table *was,
                       const struct source_lines *lines, imp_day day, struct str name,
                       struct source_table *out) {
  struct fold f = {a, lines, day, was->count == 0, out, false};
  size_t i = 0, j = 0;
  *out = (struct source_table){.first = f.first ? day : was->first, .last = day};
  out->first_name = f.first ? copied(&f, name) : was->first_name;
  out->last_name = copied(&f, name);
  while ((i < was->count || j < lines->count) && !f.failed) {
    const struct source_held *row = i < was->count ? &was->items[i] : NULL;
    const struct source_line *line = j < lines->count ? &lines->items[j] : NULL;
    if (row == NULL || (line != NULL && line->code8 < row->code8)) {
      begin_row(&f, NULL, line);
      j++;
      continue;
    }
    bool meets = line != NULL && line->code8 == row->code8;
    bool last = i + 1 == was->count || was->items[i + 1].code8 != row->code8;
    fold_row(&f, row, meets && last ? line : NULL);
    if (meets && last && row->until != DAY_NEVER) {
      begin_row(&f, NULL, line); /* a line that had ended comes back */
    }
    i++;
    j += meets && last;
  }
  if (f.failed) {
    source_table_free(out);
  }
  return !f.failed;
}

static bool same_suffixes(const struct source_held *row, const struct source_line *line) {
  uint32_t open = 0;
  for (uint32_t i = 0; i < row->count; i++) {
    const struct source_suffix *s = source_suffix_find(line, row->windows[i].value);
    if (row->windows[i].until != DAY_NEVER) {
      continue;
    }
    open++;
    if (s == NULL || !str_eq(s->units, row->windows[i].units)) {
      return false;
    }
  }
  return open == line->count;
}

bool source_table_differs(const struct source_table *was, const struct source_lines *lines) {
  size_t open = 0;
  for (size_t i = 0; i < was->count; i++) {
    const struct source_held *row = &was->items[i];
    if (row->until != DAY_NEVER) {
      continue;
    }
    const struct source_line *line = source_line_find(lines, row->code8);
    open++;
    if (line == NULL || !same_columns(row, line) || !same_suffixes(row, line)) {
      return true;
    }
  }
  return open != lines->count;
}
