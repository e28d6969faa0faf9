// SPDX-License-Identifier: Apache-2.0
// Rows of an export as printed: what kind of file it is, findings, and one row from its fields.
//
// Invariant: a row that was added is clean text; what its texts mean is asked later (lines.c). A file of
// another kind is refused by what its first bytes say, in words a person can act on.
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "source/source.h"

struct advice {
  const char *word, *id, *next;
};

static const struct advice advice[] = {
#define SOURCE_DIAG(word, says, next) {#word, "import." #word, next},
#include "source/diagnostics.def"
#undef SOURCE_DIAG
};

void source_find(struct source_file *f, const char *word, uint32_t line, const char *format, ...) {
  const struct advice *a = advice;
  while (strcmp(a->word, word) != 0) {
    a++;
  }
  if (++f->findings > SOURCE_FINDINGS_MAX) {
    return;
  }
  struct buf text = {0};
  va_list args;
  va_start(args, format);
  buf_vprintf(&text, format, args);
  va_end(args);
  const char *name = f->path;
  for (const char *p = f->path; *p != '\0'; p++) {
    name = *p == '/' ? p + 1 : name;
  }
  struct diag d = {.id = a->id, .level = DIAG_ERROR, .file = name, .line = line, .next = a->next};
  diag_add(f->diags, &d, "%s", text.failed ? "" : text.p);
  f->no_memory = f->no_memory || text.failed || f->diags->failed;
  buf_free(&text);
}

void source_rows_free(struct source_rows *rows) {
  mem_free(rows->items);
  *rows = (struct source_rows){0};
}

static bool starts_with_bytes(struct str s, const char *bytes, size_t n) {
  return s.n >= n && memcmp(s.p, bytes, n) == 0;
}

/* What the file is when it is neither JSON nor CSV; NULL: it may be one. */
static const char *other_kind(struct str s) {
  if (starts_with_bytes(s, "PK\x03\x04", 4)) {
    return "an Excel workbook or a zip archive";
  }
  if (starts_with_bytes(s, "\xd0\xcf\x11\xe0", 4)) {
    return "an old Excel workbook";
  }
  if (starts_with_bytes(s, "%PDF", 4)) {
    return "a PDF";
  }
  if (starts_with_bytes(s, "\x1f\x8b", 2) || starts_with_bytes(s, "\x28\xb5\x2f\xfd", 4)) {
    return "compressed: unpack it first";
  }
  if (starts_with_bytes(s, "\xff\xfe", 2) || starts_with_bytes(s, "\xfe\xff", 2)) {
    return "UTF-16: save it as UTF-8";
  }
  if (s.n > 0 && s.p[0] == '<') {
    return "a web page or XML";
  }
  return s.n == 0 ? "empty" : NULL;
}

static uint32_t line_at(struct str bytes, size_t at) {
  uint32_t line = 1;
  for (size_t i = 0; i < at && i < bytes.n; i++) {
    line += bytes.p[i] == '\n';
  }
  return line;
}

void source_read_bytes(struct source_file *f, struct source_rows *rows) {
  size_t bad = 0, skip = 0;
  if (starts_with_bytes(f->bytes, "\xef\xbb\xbf", 3)) {
    f->bytes = str_sub(f->bytes, 3, f->bytes.n);
  }
  while (skip < f->bytes.n && strchr(" \t\r\n", f->bytes.p[skip]) != NULL) skip++;
  struct str start = str_sub(f->bytes, skip, f->bytes.n);
  const char *other = other_kind(start);
  if (other != NULL) {
    source_find(f, "type", 0, "the file is %s", other);
  } else if (!str_utf8_valid(f->bytes, &bad)) {
    source_find(f, "text", line_at(f->bytes, bad), "the text is not UTF-8");
  } else if (start.p[0] == '[' || start.p[0] == '{') {
    source_read_json(f, rows);
  } else {
    f->csv = true;
    source_read_csv(f, rows);
  }
}

enum imp_status source_read(struct source_file *f, struct source_rows *rows,
                            struct imp_error *err) {
  enum imp_status status = file_read(f->arena, f->path, SOURCE_FILE_MAX, &f->bytes, err);
  if (status == IMP_OK) source_read_bytes(f, rows);
  return f->no_memory ? error_no_memory(err) : status;
}

/* Cleaned into the arena. */
static struct str keep(struct source_file *f, struct buf *scratch, struct str raw) {
  struct str out = {NULL, 0};
  buf_clear(scratch);
  source_clean(raw, scratch);
  if (scratch->failed || !str_copy(f->arena, buf_str(scratch), &out)) {
    f->no_memory = true;
  }
  return out;
}

static bool read_depth(struct str text, uint32_t *depth) {
  *depth = 0;
  for (size_t i = 0; i < text.n; i++) {
    if (text.p[i] < '0' || text.p[i] > '9') {
      return false;
    }
    *depth = *depth * 10 + (uint32_t)(text.p[i] - '0');
  }
  return text.n > 0 && text.n <= 2;
}

/* A spreadsheet takes 1003.90 for a number and writes 1003.9. */
static bool read_number(struct source_file *f, struct source_rows *rows, struct source_row *row) {
  if (row->number.n == 0 || source_number(row->number, &row->code, &row->digits)) {
    return true;
  }
  if (!f->csv || row->number.n != 6) {
    return false;
  }
  char padded[8];
  snprintf(padded, sizeof padded, "%.6s0", row->number.p);
  rows->padded++;
  return source_number(str_of(padded), &row->code, &row->digits);
}

void source_row_add(struct source_file *f, struct source_rows *rows, uint32_t line,
                    const struct str fields[SOURCE_FIELDS]) {
  struct source_row row = {.line = line};
  struct buf scratch = {0};
  void *items = rows->items;
  if (!mem_grow(&items, &rows->cap, rows->count + 1, sizeof row)) {
    f->no_memory = true;
    return;
  }
  rows->items = items;
  row.number = keep(f, &scratch, fields[SOURCE_NUMBER]);
  row.text = keep(f, &scratch, fields[SOURCE_TEXT]);
  row.general = keep(f, &scratch, fields[SOURCE_GENERAL]);
  row.special = keep(f, &scratch, fields[SOURCE_SPECIAL]);
  row.other = keep(f, &scratch, fields[SOURCE_OTHER]);
  if (!str_copy(f->arena, fields[SOURCE_UNITS], &row.units)) {
    f->no_memory = true;
  }
  buf_free(&scratch);
  if (!read_number(f, rows, &row)) {
    source_find(f, "number", line, "\"%.*s\" is no tariff number", (int)row.number.n, row.number.p);
  }
  if (!read_depth(fields[SOURCE_INDENT], &row.depth)) {
    source_find(f, "value", line, "the indent \"%.*s\" is no depth", (int)fields[SOURCE_INDENT].n,
                fields[SOURCE_INDENT].p);
  }
  rows->items[rows->count++] = row;
}
