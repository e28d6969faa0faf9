// SPDX-License-Identifier: Apache-2.0
// Rows of the project's own tables: UTF-8, LF, tabs, `#` comments.
//
// The idea: one pass with memchr, cells are slices, nothing is copied. A fault stops the reading,
// because a table is made by a tool: its first fault is enough, with file, line and what is wrong.
// Knows nothing of what a column means.
#include <string.h>

#include "base/file.h"
#include "names/names_own.h"

const struct names_advice names_advice[fault_count] = {
#define NAMES_DIAG(word, says, next) {"names." #word, next},
#include "names/diagnostics.def"
#undef NAMES_DIAG
};

static unsigned odd_byte(unsigned char c) {
  return ((unsigned)(c < 0x20) & (unsigned)(c != '\t') & (unsigned)(c != '\n')) |
         (unsigned)(c >= 0x7f);
}

/* No byte but printable ASCII, tab, line feed? In blocks of a fixed size, so that compilers use
 * vector instructions: the tables are ASCII but for a few place names, and this is a good part of
 * loading. */
static bool plain_ascii(struct str s) {
  size_t i = 0;
  for (; i + 64 <= s.n; i += 64) {
    unsigned char odd = 0;
    for (size_t j = 0; j < 64; j++) odd |= (unsigned char)odd_byte((unsigned char)s.p[i + j]);
    if (odd != 0) return false;
  }
  for (; i < s.n; i++)
    if (odd_byte((unsigned char)s.p[i]) != 0) return false;
  return true;
}

static bool control_byte(struct str s, size_t *at) {
  for (size_t i = 0; i < s.n; i++) {
    unsigned char c = (unsigned char)s.p[i];
    if (c == 0x7f || (c < 0x20 && c != '\t' && c != '\n')) {
      *at = i;
      return true;
    }
  }
  return false;
}

static enum imp_status check_bytes(const char *path, struct str bytes, struct imp_error *err) {
  size_t at = 0;
  if (plain_ascii(bytes)) return IMP_OK;
  if (!str_utf8_valid(bytes, &at))
    return error_set(err, IMP_IO, names_advice[fault_text].id, names_advice[fault_text].next,
                     "%s:%u: the text is not UTF-8", path, table_line_of(bytes, bytes.p + at));
  if (control_byte(bytes, &at)) {
    unsigned char c = (unsigned char)bytes.p[at];
    return error_set(err, IMP_IO, names_advice[fault_text].id, names_advice[fault_text].next,
                     "%s:%u: a control byte (0x%02x) stands in the table", path,
                     table_line_of(bytes, bytes.p + at), c);
  }
  return IMP_OK;
}

enum imp_status table_read(struct arena *a, const char *folder, const char *path, struct str *out,
                           struct imp_error *err) {
  struct buf full = {0};
  buf_puts(&full, folder);
  buf_putc(&full, '/');
  buf_puts(&full, path);
  enum imp_status st =
      full.failed ? error_no_memory(err) : file_read(a, full.p, NAMES_FILE_MAX, out, err);
  buf_free(&full);
  return st == IMP_OK ? check_bytes(path, *out, err) : st;
}

void table_open(struct table *t, const char *path, struct str bytes, uint32_t columns_min,
                uint32_t columns_max, struct imp_error *err) {
  *t = (struct table){.path = path,
                      .rest = bytes,
                      .columns_min = columns_min,
                      .columns_max = columns_max,
                      .err = err,
                      .status = IMP_OK};
}

enum imp_status table_fault(struct table *t, enum names_fault fault, const char *format, ...) {
  char words[400];
  struct buf b = {0};
  va_list args;
  va_start(args, format);
  buf_vprintf(&b, format, args);
  va_end(args);
  size_t n = b.n < sizeof words - 1 ? b.n : sizeof words - 1;
  if (n > 0) memcpy(words, b.p, n);
  words[n] = '\0';
  buf_free(&b);
  t->status = error_set(t->err, IMP_IO, names_advice[fault].id, names_advice[fault].next,
                        "%s:%u: %s", t->path, t->line, words);
  return t->status;
}

static bool cut_cells(struct table *t, struct str line) {
  t->count = 0;
  for (;;) {
    if (t->count == t->columns_max) {
      table_fault(t, fault_columns, "more than %u columns", t->columns_max);
      return false;
    }
    const char *tab = line.n > 0 ? memchr(line.p, '\t', line.n) : NULL;
    size_t n = tab != NULL ? (size_t)(tab - line.p) : line.n;
    t->cell[t->count++] = (struct str){line.p, n};
    if (tab == NULL) break;
    line = (struct str){tab + 1, line.n - n - 1};
  }
  if (t->count < t->columns_min) {
    table_fault(t, fault_columns, "%u columns where %u are expected", t->count, t->columns_min);
    return false;
  }
  for (uint32_t i = t->count; i < t->columns_max; i++) t->cell[i] = (struct str){NULL, 0};
  return true;
}

bool table_next(struct table *t) {
  while (t->rest.n > 0 && t->status == IMP_OK) {
    const char *end = memchr(t->rest.p, '\n', t->rest.n);
    size_t n = end != NULL ? (size_t)(end - t->rest.p) : t->rest.n;
    struct str line = {t->rest.p, n};
    size_t step = n + (end != NULL ? 1 : 0);
    t->rest = (struct str){t->rest.p + step, t->rest.n - step};
    t->line++;
    if (line.n == 0 || line.p[0] == '#') continue;
    return cut_cells(t, line);
  }
  return false;
}

uint32_t table_rows_at_most(struct str bytes) {
  uint32_t rows = 1;
  const char *p = bytes.p, *end = bytes.p + bytes.n;
  while (p < end && (p = memchr(p, '\n', (size_t)(end - p))) != NULL) {
    rows++;
    p++;
  }
  return rows;
}

uint32_t table_line_of(struct str bytes, const char *at) {
  return table_rows_at_most((struct str){bytes.p, (size_t)(at - bytes.p)});
}

bool table_day(struct str cell, imp_day none, imp_day *out) {
  if (cell.n == 0) {
    *out = none;
    return true;
  }
  return day_parse(cell, out);
}

bool table_code(struct str cell, unsigned digits, uint64_t *out) {
  uint64_t v = 0;
  unsigned seen = 0;
  for (size_t i = 0; i < cell.n; i++) {
    char c = cell.p[i];
    if (c == '.' && i > 0 && cell.p[i - 1] != '.' && i + 1 < cell.n) continue;
    if (c < '0' || c > '9' || seen == digits) return false;
    v = v * 10 + (uint64_t)(c - '0');
    seen++;
  }
  *out = v;
  return seen == digits;
}
