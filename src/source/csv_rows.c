// SPDX-License-Identifier: Apache-2.0
// The CSV export: RFC 4180, with a first line that names the columns.
//
// The idea: one pass; a cell in quotes is unquoted into a buffer, all others are slices. The column of
// units holds a list as JSON writes it ("[""doz."",""kg""]") or plain units with commas between them.
//
// A copy that went through a spreadsheet has three scars, which are read as what they were: 6.80% for 6.8%
// (rates.c), 1003.9 for 1003.90 (rows.c), and the general rate of the row above filled into rows that
// have none (lines.c).
#include <string.h>

#include "source/source.h"

enum { CELLS_MAX = 32 };

struct column {
  const char *name;
  int field; /* -1: known, and not ours */
};

static const struct column columns[] = {
    {"HTS Number", SOURCE_NUMBER},
    {"Indent", SOURCE_INDENT},
    {"Description", SOURCE_TEXT},
    {"Unit of Quantity", SOURCE_UNITS},
    {"General Rate of Duty", SOURCE_GENERAL},
    {"Special Rate of Duty", SOURCE_SPECIAL},
    {"Column 2 Rate of Duty", SOURCE_OTHER},
    {"Quota Quantity", -1},
    {"Additional Duties", -1},
};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

struct reader {
  struct source_file *file;
  struct str rest;
  uint32_t line; /* of the record's first line */
  uint32_t next_line;
  struct buf text;            /* unquoted cells, one after the other */
  size_t from[CELLS_MAX + 1]; /* into text */
  uint32_t cells;
  int field_of[CELLS_MAX];
  uint32_t columns;
  bool failed;
};

static void broken(struct reader *r, const char *words) {
  source_find(r->file, "csv", r->line, "%s", words);
  r->failed = true;
}

/* The inside of a quoted cell; rest stands behind the first quote. */
static void quoted(struct reader *r) {
  for (;;) {
    const char *end = r->rest.n > 0 ? memchr(r->rest.p, '"', r->rest.n) : NULL;
    if (end == NULL) {
      broken(r, "a quoted cell does not end");
      return;
    }
    struct str part = {r->rest.p, (size_t)(end - r->rest.p)};
    for (size_t i = 0; i < part.n; i++) {
      r->next_line += part.p[i] == '\n';
    }
    buf_put(&r->text, part);
    r->rest = str_sub(r->rest, part.n + 1, r->rest.n);
    if (r->rest.n == 0 || r->rest.p[0] != '"') {
      return;
    }
    buf_putc(&r->text, '"');
    r->rest = str_sub(r->rest, 1, r->rest.n);
  }
}

/* One cell; true when another one follows in the record. */
static bool cell(struct reader *r) {
  if (r->rest.n > 0 && r->rest.p[0] == '"') {
    r->rest = str_sub(r->rest, 1, r->rest.n);
    quoted(r);
  } else {
    size_t n = 0;
    while (n < r->rest.n && strchr(",\r\n\"", r->rest.p[n]) == NULL) {
      n++;
    }
    buf_put(&r->text, str_sub(r->rest, 0, n));
    r->rest = str_sub(r->rest, n, r->rest.n);
  }
  r->from[++r->cells] = r->text.n;
  char c = r->rest.n > 0 ? r->rest.p[0] : '\n';
  if (!r->failed && (c == '\0' || strchr(",\r\n", c) == NULL)) {
    broken(r, c == '"' ? "a quote stands inside a cell" : "a byte stands behind a quoted cell");
  }
  if (c == ',' && r->cells == CELLS_MAX) {
    broken(r, "more cells than columns");
  }
  return c == ',' && !r->failed;
}

static void end_of_record(struct reader *r) {
  if (r->rest.n > 0 && r->rest.p[0] == '\r') {
    r->rest = str_sub(r->rest, 1, r->rest.n);
  }
  if (r->rest.n > 0 && r->rest.p[0] == '\n') {
    r->rest = str_sub(r->rest, 1, r->rest.n);
    r->next_line++;
  }
}

static bool next_record(struct reader *r) {
  if (r->rest.n == 0 || r->failed) {
    return false;
  }
  r->line = r->next_line;
  r->cells = 0;
  buf_clear(&r->text);
  while (cell(r)) {
    r->rest = str_sub(r->rest, 1, r->rest.n);
  }
  end_of_record(r);
  r->file->no_memory = r->file->no_memory || r->text.failed;
  return !r->failed && !r->file->no_memory;
}

static struct str cell_text(const struct reader *r, uint32_t i) {
  return str_sub(buf_str(&r->text), r->from[i], r->from[i + 1]);
}

/* The first line: every column is known, and none of ours is missing. */
static bool header(struct reader *r) {
  uint32_t seen = 0;
  if (!next_record(r)) {
    return false;
  }
  if (r->cells < 2 || !str_eq_nocase(str_trim(cell_text(r, 0)), STR("HTS Number"))) {
    source_find(r->file, "type", 1, "the first line does not name the columns of the schedule");
    return false;
  }
  for (uint32_t i = 0; i < r->cells; i++) {
    struct str name = str_trim(cell_text(r, i));
    size_t k = 0;
    while (k < COUNT(columns) && !str_eq_nocase(name, str_of(columns[k].name))) {
      k++;
    }
    bool twice = k < COUNT(columns) && (seen >> k & 1u) != 0;
    if (k == COUNT(columns) || twice) {
      source_find(r->file, "column", 1, "the column \"%.*s\" %s", name.n > 60 ? 60 : (int)name.n,
                  name.p, twice ? "stands twice" : "is not known");
      return false;
    }
    seen |= 1u << k;
    r->field_of[i] = columns[k].field;
  }
  for (size_t k = 0; k < COUNT(columns); k++) {
    if (columns[k].field >= 0 && (seen >> k & 1u) == 0) {
      source_find(r->file, "column", 1, "the column \"%s\" is missing", columns[k].name);
      return false;
    }
  }
  r->columns = r->cells;
  return true;
}

/* One entry without its quotes. */
static void unit_entry(struct str entry, struct buf *out) {
  entry = str_trim(entry);
  if (entry.n >= 2 && entry.p[0] == '"' && entry.p[entry.n - 1] == '"') {
    entry = str_sub(entry, 1, entry.n - 1);
  }
  size_t before = out->n;
  source_clean(entry, out);
  if (out->n > before) {
    buf_putc(out, '\n');
  }
}

static void units_cell(struct str text, struct buf *out) {
  struct str entry;
  text = str_trim(text);
  if (text.n >= 2 && text.p[0] == '[' && text.p[text.n - 1] == ']') {
    text = str_sub(text, 1, text.n - 1);
  }
  while (text.n > 0 && str_split(&text, ',', &entry)) {
    unit_entry(entry, out);
  }
}

static void record(struct reader *r, struct source_rows *rows) {
  struct str fields[SOURCE_FIELDS] = {{NULL, 0}};
  struct buf units = {0};
  for (uint32_t i = 0; i < r->cells; i++) {
    if (r->field_of[i] >= 0) {
      fields[r->field_of[i]] = cell_text(r, i);
    }
  }
  units_cell(fields[SOURCE_UNITS], &units);
  fields[SOURCE_UNITS] = buf_str(&units);
  source_row_add(r->file, rows, r->line, fields);
  r->file->no_memory = r->file->no_memory || units.failed;
  buf_free(&units);
}

void source_read_csv(struct source_file *f, struct source_rows *rows) {
  struct reader r = {.file = f, .rest = f->bytes, .next_line = 1};
  bool good = header(&r);
  while (good && f->findings <= SOURCE_FINDINGS_MAX && next_record(&r)) {
    if (r.cells == 1 && r.text.n == 0) {
      continue; /* an empty line */
    }
    if (r.cells != r.columns) {
      source_find(f, "csv", r.line, "%u cells where there are %u columns", r.cells, r.columns);
    } else if (rows->count == SOURCE_ROWS_MAX) {
      source_find(f, "rows", r.line, "more than %u rows", SOURCE_ROWS_MAX);
      good = false;
    } else {
      record(&r, rows);
    }
  }
  buf_free(&r.text);
}
