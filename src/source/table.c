// SPDX-License-Identifier: Apache-2.0
// Our schedule table: read, one edition later, and printed (docs/tables.md has the format).
//
// The idea: a row is an eight-digit line and a window in which its three columns stay the same; windows of
// the suffixes stand on the suffixes. The newest edition is the open end of every window, so a further
// edition needs only what is open: equal columns leave a row open, others end it on the edition's first day
// and begin the next; the same for suffixes and their units. Nothing that has ended is looked at again,
// which is why editions folded one by one give the table that all of them together give.
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "source/source.h"

enum { COLUMNS = 8 };

static const size_t TABLE_MOST = (size_t)64 << 20;

struct reading {
  struct arena *arena;
  struct source_table *out;
  uint32_t line;
  struct imp_error *err;
};

static enum imp_status fault(struct reading *r, const char *words) {
  return error_set(r->err, IMP_IO, "import.held", "Run impost check on the law folder first.",
                   "us/schedule.tsv:%u: %s", r->line, words);
}

/* ---- reading ---- */

static bool read_day(struct str text, imp_day none, imp_day *out) {
  *out = none;
  return text.n == 0 || day_parse(text, out);
}

/* "20:doz,kg(2026-01-30..)" */
static bool read_window(struct str token, struct str units, struct source_window *out) {
  long open = str_find(token, '(');
  struct str days = open < 0 ? (struct str){NULL, 0} : str_sub(token, (size_t)open, token.n);
  struct str own = str_sub(token, 2, open < 0 ? token.n : (size_t)open);
  if (token.n < 2 || token.p[0] < '0' || token.p[0] > '9' || token.p[1] < '0' || token.p[1] > '9') {
    return false;
  }
  out->value = (uint32_t)(token.p[0] - '0') * 10 + (uint32_t)(token.p[1] - '0');
  out->units = own.n > 1 && own.p[0] == ':' ? str_sub(own, 1, own.n) : units;
  out->from = DAY_FIRST;
  out->until = DAY_NEVER;
  if (days.n == 0) {
    return own.n == 0 || own.p[0] == ':';
  }
  long dots = str_find(days, '.');
  return dots > 0 && days.p[days.n - 1] == ')' &&
         read_day(str_sub(days, 1, (size_t)dots), DAY_FIRST, &out->from) &&
         read_day(str_sub(days, (size_t)dots + 2, days.n - 1), DAY_NEVER, &out->until);
}

static enum imp_status read_suffixes(struct reading *r, struct str cell, struct str units,
                                     struct source_held *row) {
  struct str rest = cell, token;
  uint32_t count = 0;
  while (rest.n > 0 && str_split(&rest, ' ', &token)) {
    count++;
  }
  row->windows = arena_array(r->arena, count, sizeof *row->windows);
  if (row->windows == NULL && count > 0) {
    return error_no_memory(r->err);
  }
  for (rest = cell; rest.n > 0 && str_split(&rest, ' ', &token);) {
    if (!read_window(token, units, &row->windows[row->count++])) {
      return fault(r, "a suffix is not in its format");
    }
  }
  return IMP_OK;
}

static struct source_held *add_row(struct source_table *t) {
  void *items = t->items;
  if (!mem_grow(&items, &t->cap, t->count + 1, sizeof *t->items)) {
    return NULL;
  }
  t->items = items;
  t->items[t->count] = (struct source_held){0};
  return &t->items[t->count++];
}

static enum imp_status read_row(struct reading *r, struct str line) {
  struct str cells[COLUMNS];
  uint32_t n = 0, digits;
  uint64_t code;
  struct str cell;
  while (str_split(&line, '\t', &cell)) {
    if (n == COLUMNS) {
      return fault(r, "more than 8 columns");
    }
    cells[n++] = cell;
  }
  if (n != COLUMNS || !source_number(cells[0], &code, &digits) || digits != 8) {
    return fault(r, "no row of 8 columns with a number of eight digits");
  }
  struct source_held *row = add_row(r->out);
  if (row == NULL) {
    return error_no_memory(r->err);
  }
  row->code8 = (uint32_t)code;
  row->general = cells[4];
  row->special = cells[5];
  row->other = cells[6];
  if (!read_day(cells[1], DAY_FIRST, &row->from) || !read_day(cells[2], DAY_NEVER, &row->until)) {
    return fault(r, "a day is no day");
  }
  const struct source_held *last = r->out->count > 1 ? row - 1 : NULL;
  if (last != NULL &&
      (last->code8 > row->code8 || (last->code8 == row->code8 && last->until > row->from))) {
    return fault(r, "the table is not sorted");
  }
  return read_suffixes(r, cells[7], cells[3], row);
}

/* "# editions<tab>FIRST<tab>LAST", and "... editions A to B; made by ..." */
static void read_comment(struct reading *r, struct str line) {
  struct str days = STR("# editions\t"), words = STR("# From the official editions ");
  if (str_starts(line, days) && line.n == days.n + 21) {
    imp_day first, last;
    if (day_parse(str_sub(line, days.n, days.n + 10), &first) &&
        day_parse(str_sub(line, days.n + 11, line.n), &last)) {
      r->out->first = first;
      r->out->last = last;
    }
  } else if (str_starts(line, words)) {
    struct str names = str_sub(line, words.n, line.n);
    long end = str_find(names, ';');
    names = str_sub(names, 0, end < 0 ? names.n : (size_t)end);
    for (size_t i = 0; i + 4 <= names.n; i++) {
      if (str_starts(str_sub(names, i, names.n), STR(" to "))) {
        r->out->first_name = str_sub(names, 0, i);
        r->out->last_name = str_sub(names, i + 4, names.n);
      }
    }
  }
}

enum imp_status source_table_parse(struct arena *a, struct str bytes, struct source_table *out,
                                   struct imp_error *err) {
  struct reading r = {a, out, 0, err};
  enum imp_status status = IMP_OK;
  struct str line;
  *out = (struct source_table){.first = DAY_FIRST, .last = DAY_FIRST};
  while (status == IMP_OK && bytes.n > 0 && str_split(&bytes, '\n', &line)) {
    r.line++;
    if (line.n > 0 && line.p[0] == '#') {
      read_comment(&r, line);
    } else if (line.n > 0) {
      status = read_row(&r, line);
    }
  }
  if (status == IMP_OK && out->count > 0 && out->last == DAY_FIRST) {
    status = fault(&r, "no line \"# editions\" says which days the table was read for");
  }
  if (status != IMP_OK) source_table_free(out);
  return status;
}

enum imp_status source_table_read(struct arena *a, const char *folder, struct source_table *out,
                                  struct imp_error *err) {
  struct buf path = {0};
  struct str bytes = {NULL, 0};
  enum imp_status status = IMP_OK;
  *out = (struct source_table){.first = DAY_FIRST, .last = DAY_FIRST};
  buf_printf(&path, "%s/us/schedule.tsv", folder);
  if (path.failed) {
    status = error_no_memory(err);
  } else if (file_exists(path.p)) {
    status = file_read(a, path.p, TABLE_MOST, &bytes, err);
  }
  buf_free(&path);
  return status == IMP_OK ? source_table_parse(a, bytes, out, err) : status;
}

void source_table_free(struct source_table *t) {
  mem_free(t->items);
  *t = (struct source_table){.first = DAY_FIRST, .last = DAY_FIRST};
}

const struct source_held *source_held_find(const struct source_table *t, uint32_t code8) {
  size_t low = 0, high = t->count;
  while (low < high) {
    size_t mid = low + (high - low) / 2;
    if (t->items[mid].code8 <= code8) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  const struct source_held *row = low > 0 ? &t->items[low - 1] : NULL;
  return row != NULL && row->code8 == code8 && row->until == DAY_NEVER ? row : NULL;
}

const struct source_window *source_window_find(const struct source_held *row, uint32_t value) {
  for (uint32_t i = 0; row != NULL && i < row->count; i++) {
    if (row->windows[i].value == value && row->windows[i].until == DAY_NEVER) {
      return &row->windows[i];
    }
  }
  return NULL;
}

/* ---- one edition later ---- */

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
  struct source_held *row = add_row(f->out);
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
  struct source_held *row = add_row(f->out);
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

/* ---- printing ---- */

static void print_day(imp_day day, struct buf *out) {
  if (day != DAY_FIRST && day != DAY_NEVER) {
    day_print(day, out);
  }
}

/* The units most windows have; of two, the first by spelling. X where a line has no suffix. */
static struct str most_units(const struct source_held *row) {
  struct str best = STR("X");
  uint32_t most = 0;
  for (uint32_t i = 0; i < row->count; i++) {
    uint32_t count = 0;
    for (uint32_t j = 0; j < row->count; j++) {
      count += str_eq(row->windows[i].units, row->windows[j].units);
    }
    if (count > most || (count == most && str_cmp(row->windows[i].units, best) < 0)) {
      best = row->windows[i].units;
      most = count;
    }
  }
  return best;
}

static void print_window(const struct source_held *row, const struct source_window *w,
                         struct str units, struct buf *out) {
  imp_day from = w->from > row->from ? w->from : DAY_FIRST;
  imp_day until = w->until < row->until ? w->until : DAY_NEVER;
  buf_printf(out, "%02u", w->value);
  if (!str_eq(w->units, units)) {
    buf_putc(out, ':');
    buf_put(out, w->units);
  }
  if (from != DAY_FIRST || until != DAY_NEVER) {
    buf_putc(out, '(');
    print_day(from, out);
    buf_puts(out, "..");
    print_day(until, out);
    buf_putc(out, ')');
  }
}

static void print_row(const struct source_held *row, struct buf *out) {
  struct str units = most_units(row);
  const struct str cells[] = {units, row->general, row->special, row->other};
  source_print_code(row->code8, 8, out);
  buf_putc(out, '\t');
  print_day(row->from, out);
  buf_putc(out, '\t');
  print_day(row->until, out);
  for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
    buf_putc(out, '\t');
    buf_put(out, cells[i]);
  }
  for (uint32_t i = 0; i < row->count; i++) {
    buf_putc(out, i == 0 ? '\t' : ' ');
    print_window(row, &row->windows[i], units, out);
  }
  buf_puts(out, row->count == 0 ? "\t\n" : "\n");
}

void source_table_print(const struct source_table *t, struct buf *out) {
  buf_puts(out,
           "# SPDX-License-Identifier: CC0-1.0\n"
           "# Tariff schedule of the United States, chapters 1 to 97: numbers, units and rates, "
           "as dated facts.\n");
  buf_printf(out, "# From the official editions %.*s to %.*s; ", (int)t->first_name.n,
             t->first_name.p, (int)t->last_name.n, t->last_name.p);
  buf_puts(out, "made by impost import and tools/make-schedule.py, not by hand.\n"
                "# Format, units and the words after \"?\": docs/tables.md.\n# editions\t");
  day_print(t->first, out);
  buf_putc(out, '\t');
  day_print(t->last, out);
  buf_puts(out, "\n# code\tfrom\tuntil\tunits\tgeneral\tspecial\tcolumn-2\tsuffixes\n");
  for (size_t i = 0; i < t->count; i++) {
    print_row(&t->items[i], out);
  }
}
