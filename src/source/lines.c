// SPDX-License-Identifier: Apache-2.0
// Rows to tariff lines: chapters 1 to 97, rates and units in our spelling, and the texts above a number.
//
// The idea: a tariff line is eight digits and carries the rates; the two digits below it (the suffix) are
// statistical and carry the units. An edition writes the rate on the eight-digit row, or, where a line has
// one suffix only, on the ten-digit row alone; here both become the same. Chapters 98 and 99 are law.
//
// A rate anywhere else is refused, but for two repetitions: the column of the line once more on a
// statistical row, and, in a CSV, the general rate of the row above filled downwards by a spreadsheet.
//
// Invariant of the result, when there is no finding: lines ascend by code, suffixes by value.
#include <string.h>

#include "source/source.h"

enum { DEPTHS = 128, SUFFIXES = 100 };

struct above { /* a row with the one at hand below it */
  const struct source_row *row;
  struct str text; /* lower case, no colon at the end */
};

struct making {
  struct source_file *file;
  const struct source_readings *more;
  bool texts_only;
  struct source_lines *out;
  struct above above[DEPTHS];
  uint32_t depth;
  const struct source_row *before; /* the row before, numbered or not */
  uint64_t last_code;              /* of the last number, as ten digits */
  uint32_t last_digits;
  struct source_suffix suffixes[SUFFIXES]; /* of the line at hand */
  uint32_t suffix_count;
  const struct source_row *line_row; /* the row the line's rates come from */
};

static uint64_t ten_digits(const struct source_row *row) {
  uint64_t code = row->code;
  for (uint32_t d = row->digits; d < 10; d++) {
    code *= 10;
  }
  return code;
}

/* ---- texts ---- */

/* ASCII and Latin-1 to lower case, colons at the end off. */
static struct str folded(struct making *m, struct str text) {
  while (text.n > 0 && text.p[text.n - 1] == ':') {
    text.n--;
  }
  char *p = str_dup(m->file->arena, text);
  if (p == NULL) {
    m->file->no_memory = true;
    return (struct str){NULL, 0};
  }
  for (size_t i = 0; i < text.n; i++) {
    unsigned char c = (unsigned char)p[i], before = i > 0 ? (unsigned char)p[i - 1] : 0;
    bool latin = before == 0xc3 && c >= 0x80 && c <= 0x9e && c != 0x97;
    if ((c >= 'A' && c <= 'Z') || latin) {
      p[i] = (char)(c + 0x20);
    }
  }
  return (struct str){p, text.n};
}

static void push_text(struct making *m, const struct source_row *row) {
  while (m->depth > 0 && m->above[m->depth - 1].row->depth >= row->depth) {
    m->depth--;
  }
  if (m->depth < DEPTHS) {
    m->above[m->depth++] = (struct above){row, folded(m, row->text)};
  }
}

/* The texts from below the line down to the row at hand; none when the row is the line itself: the texts above
 * then belong to the heading. */
static struct source_chain chain_of(struct making *m, bool alone) {
  uint32_t count = 0;
  struct source_chain chain = {NULL, 0};
  while (count < m->depth) {
    uint32_t digits = m->above[m->depth - 1 - count].row->digits;
    if (digits != 0 && digits != 10) {
      break;
    }
    count++;
  }
  if (alone || count == 0) {
    return chain;
  }
  struct str *texts = arena_array(m->file->arena, count, sizeof *texts);
  if (texts == NULL) {
    m->file->no_memory = true;
    return chain;
  }
  for (uint32_t i = 0; i < count; i++) {
    texts[i] = m->above[m->depth - count + i].text;
  }
  return (struct source_chain){texts, count};
}

/* ---- rates and units ---- */

typedef bool spell(const struct source_readings *more, struct str printed, struct buf *out);

static struct str spelled(struct making *m, const struct source_row *row, const char *word,
                          const char *column, struct str printed, spell *how) {
  struct buf b = {0};
  struct str out = {NULL, 0};
  if (!how(m->more, printed, &b)) {
    source_find(m->file, word, row->line, "%.*s: the %s \"%.*s\" is not understood",
                (int)row->number.n, row->number.p, column, printed.n > 200 ? 200 : (int)printed.n,
                printed.p);
  }
  if (b.failed || !str_copy(m->file->arena, buf_str(&b), &out)) {
    m->file->no_memory = true;
  }
  buf_free(&b);
  return out;
}

/* "kg\nNo.\n" as a person would write it, for findings. */
static struct str row_units(struct making *m, const struct source_row *row) {
  struct buf b = {0};
  struct str out = {NULL, 0};
  if (!source_units(m->more, row->units, &b)) {
    struct str rest = row->units, entry;
    while (rest.n > 0 && str_split(&rest, '\n', &entry)) {
      struct buf one = {0};
      if (!source_units(m->more, entry, &one)) {
        source_find(m->file, "unit", row->line, "%.*s: the unit \"%.*s\" is not known",
                    (int)row->number.n, row->number.p, entry.n > 100 ? 100 : (int)entry.n, entry.p);
      }
      buf_free(&one);
    }
  }
  if (b.failed || !str_copy(m->file->arena, buf_str(&b), &out)) {
    m->file->no_memory = true;
  }
  buf_free(&b);
  return out;
}

/* ---- lines ---- */

static void close_line(struct making *m) {
  if (m->out->count == 0 || m->line_row == NULL) {
    return;
  }
  struct source_line *line = &m->out->items[m->out->count - 1];
  line->count = line->cap = m->suffix_count;
  line->suffixes = arena_copy(m->file->arena, m->suffixes, m->suffix_count * sizeof m->suffixes[0]);
  if (line->suffixes == NULL && m->suffix_count > 0) {
    m->file->no_memory = true;
    line->count = 0;
  }
  m->suffix_count = 0;
  m->line_row = NULL;
}

static void open_line(struct making *m, const struct source_row *row, bool alone) {
  void *items = m->out->items;
  close_line(m);
  if (!mem_grow(&items, &m->out->cap, m->out->count + 1, sizeof *m->out->items)) {
    m->file->no_memory = true;
    return;
  }
  m->out->items = items;
  struct source_line *line = &m->out->items[m->out->count++];
  *line = (struct source_line){.row = row->line, .alone = alone};
  line->code8 = (uint32_t)(alone ? row->code / 100 : row->code);
  m->line_row = row;
  if (m->texts_only) {
    return;
  }
  if (row->general.n == 0 || row->other.n == 0) {
    source_find(m->file, "norate", row->line, "%.*s: the %s column is empty", (int)row->number.n,
                row->number.p, row->general.n == 0 ? "general" : "column 2");
    return;
  }
  line->general = spelled(m, row, "rate", "general rate", row->general, source_rate);
  line->special = spelled(m, row, "special", "special column", row->special, source_special);
  line->other = spelled(m, row, "rate", "column 2 rate", row->other, source_rate);
}

static bool empty_columns(const struct source_row *row) {
  return row->general.n == 0 && row->special.n == 0 && row->other.n == 0;
}

/* The general rate of the row above, filled downwards into a row that has none. */
static bool filled_down(const struct making *m, const struct source_row *row) {
  return m->file->csv && m->before != NULL && row->special.n == 0 && row->other.n == 0 &&
         str_eq(row->general, m->before->general);
}

static bool repeats(struct str own, struct str lines) {
  return own.n == 0 || str_eq(own, lines);
}

static void statistical_row(struct making *m, const struct source_row *row) {
  bool under = m->line_row != NULL && m->out->count > 0 &&
               m->out->items[m->out->count - 1].code8 == row->code / 100;
  if (!under) {
    open_line(m, row, true);
  } else {
    const struct source_row *line = m->line_row;
    bool same = repeats(row->general, line->general) && repeats(row->special, line->special) &&
                repeats(row->other, line->other);
    bool second = m->out->items[m->out->count - 1].alone;
    if (!m->texts_only && (second || (!same && !filled_down(m, row)))) {
      source_find(m->file, "line", row->line, "%.*s: a second row with rates in one line",
                  (int)row->number.n, row->number.p);
    }
  }
  if (m->file->no_memory || m->suffix_count == SUFFIXES) {
    return;
  }
  struct source_suffix *suffix = &m->suffixes[m->suffix_count++];
  *suffix = (struct source_suffix){.value = (uint32_t)(row->code % 100)};
  suffix->chain = chain_of(m, m->out->items[m->out->count - 1].alone);
  if (!m->texts_only) {
    suffix->units = row_units(m, row);
  }
}

static void row_without_line(struct making *m, const struct source_row *row) {
  if (!m->texts_only && !empty_columns(row) && !filled_down(m, row)) {
    source_find(m->file, "above", row->line, "\"%.*s\" is no line and has a rate",
                row->digits > 0    ? (int)row->number.n
                : row->text.n > 80 ? 80
                                   : (int)row->text.n,
                row->digits > 0 ? row->number.p : row->text.p);
  }
}

/* Numbers ascend, a heading before what stands below it. */
static bool in_order(struct making *m, const struct source_row *row) {
  uint64_t code = ten_digits(row);
  if (code == m->last_code && row->digits == m->last_digits) {
    source_find(m->file, "duplicate", row->line, "%.*s stands twice", (int)row->number.n,
                row->number.p);
    return false;
  }
  if (code < m->last_code || (code == m->last_code && row->digits < m->last_digits)) {
    source_find(m->file, "order", row->line, "%.*s stands after a higher number",
                (int)row->number.n, row->number.p);
    return false;
  }
  m->last_code = code;
  m->last_digits = row->digits;
  return true;
}

static void one_row(struct making *m, const struct source_row *row) {
  if (row->digits > 0 && !in_order(m, row)) {
    return;
  }
  push_text(m, row);
  if (row->digits == 8) {
    open_line(m, row, false);
  } else if (row->digits == 10) {
    statistical_row(m, row);
  } else {
    row_without_line(m, row);
  }
  m->before = row;
}

static bool make_rows(struct making *m, const struct source_rows *rows) {
  bool inside = true, law = false;
  for (size_t i = 0; i < rows->count && !m->file->no_memory; i++) {
    const struct source_row *row = &rows->items[i];
    if (row->digits > 0) {
      inside = ten_digits(row) < 9800000000u;
      law = law || !inside;
    }
    if (inside) {
      one_row(m, row);
    }
  }
  close_line(m);
  return law;
}

void source_lines_make(struct source_file *f, const struct source_rows *rows,
                       const struct source_readings *more, bool texts_only,
                       struct source_lines *out) {
  struct making *m = mem_alloc(sizeof *m);
  *out = (struct source_lines){0};
  if (m == NULL) {
    f->no_memory = true;
    return;
  }
  m->file = f;
  m->more = more;
  m->texts_only = texts_only;
  m->out = out;
  if (!make_rows(m, rows) && !texts_only) {
    source_find(f, "chapter", 0, "no row of chapters 98 and 99: the export is cut off or a part");
  }
  mem_free(m);
}

void source_lines_free(struct source_lines *lines) {
  mem_free(lines->items);
  *lines = (struct source_lines){0};
}

/* Place of the line, or where it would stand. */
static size_t place_of(const struct source_lines *lines, uint32_t code8) {
  size_t low = 0, high = lines->count;
  while (low < high) {
    size_t mid = low + (high - low) / 2;
    if (lines->items[mid].code8 < code8) {
      low = mid + 1;
    } else {
      high = mid;
    }
  }
  return low;
}

struct source_line *source_line_find(const struct source_lines *lines, uint32_t code8) {
  size_t i = place_of(lines, code8);
  return i < lines->count && lines->items[i].code8 == code8 ? &lines->items[i] : NULL;
}

struct source_suffix *source_suffix_find(const struct source_line *line, uint32_t value) {
  for (uint32_t i = 0; line != NULL && i < line->count; i++) {
    if (line->suffixes[i].value == value) {
      return &line->suffixes[i];
    }
  }
  return NULL;
}

static bool line_insert(struct source_lines *lines, const struct source_line *from) {
  void *items = lines->items;
  if (!mem_grow(&items, &lines->cap, lines->count + 1, sizeof *lines->items)) {
    return false;
  }
  lines->items = items;
  size_t at = place_of(lines, from->code8);
  memmove(&lines->items[at + 1], &lines->items[at], (lines->count - at) * sizeof *lines->items);
  lines->items[at] = *from;
  lines->items[at].suffixes = NULL;
  lines->items[at].count = lines->items[at].cap = 0;
  lines->count++;
  return true;
}

bool source_line_put(struct arena *a, struct source_lines *lines, const struct source_line *from,
                     const struct source_suffix *suffix) {
  struct source_line *line = source_line_find(lines, from->code8);
  if (line == NULL) {
    if (!line_insert(lines, from)) {
      return false;
    }
    line = source_line_find(lines, from->code8);
  }
  struct source_suffix *grown = arena_array(a, line->count + 1, sizeof *grown);
  if (grown == NULL) {
    return false;
  }
  uint32_t at = 0, n = 0;
  while (at < line->count && line->suffixes[at].value < suffix->value) {
    grown[n++] = line->suffixes[at++];
  }
  grown[n++] = *suffix;
  while (at < line->count) {
    grown[n++] = line->suffixes[at++];
  }
  line->suffixes = grown;
  line->count = line->cap = n;
  return true;
}
