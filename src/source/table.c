// SPDX-License-Identifier: Apache-2.0
// Our schedule table: read and printed (docs/tables.md has the format).
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

struct source_held *source_table_add(struct source_table *t) {
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
  struct source_held *row = source_table_add(r->out);
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
