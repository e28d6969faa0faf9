// SPDX-License-Identifier: Apache-2.0
// Reporting: from an id and a place in the text to a diagnostic with its line.
//
// Everything here runs only when something is wrong, so it may search: the line of a position and the file
// of a slice are found by scanning. The number of findings is capped, so garbage cannot make it slow.
#include "law/findings.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const struct law_diag_row law_diag_table[LAW_DIAG_COUNT] = {
#define LAW_DIAG(id, text, check, level, line) {text, check, line, DIAG_##level},
#include "law/diagnostics.def"
#undef LAW_DIAG
};

int shown_bytes(struct str s) {
  size_t n = s.n > 80 ? 80 : s.n;
  while (n < s.n && n > 0 && ((unsigned char)s.p[n] & 0xc0) == 0x80) n--;
  return (int)n;
}

static struct str line_of(struct str bytes, uint32_t line) {
  const char *p = bytes.p, *end = bytes.p + bytes.n;
  for (uint32_t i = 1; i < line && p; i++) {
    p = memchr(p, '\n', (size_t)(end - p));
    p = p ? p + 1 : NULL;
  }
  if (!p || line == 0) return (struct str){"", 0};
  const char *nl = memchr(p, '\n', (size_t)(end - p));
  const char *stop = nl ? nl : end;
  if (stop > p && stop[-1] == '\r') stop--;
  return (struct str){p, (size_t)(stop - p)};
}

static void report(struct findings *f, enum law_diag id, struct law_pos pos, uint32_t width,
                   const char *next, const char *format, va_list args) {
  if (f->diags->count >= FINDINGS_MOST) return;
  const struct law_file *file = pos.file < f->law->file_count ? &f->law->files[pos.file] : NULL;
  char text[600];
  vsnprintf(text, sizeof text, format, args);
  struct diag d = {.id = law_diag_table[id].id, .level = law_diag_table[id].level};
  d.file = file ? file->path : "";
  d.line = pos.line;
  d.col = pos.col ? pos.col : 1;
  d.width = width ? width : 1;
  d.source = file ? line_of(file->bytes, pos.line) : (struct str){"", 0};
  if (d.source.n > 400) /* a line without end is shown by its beginning */
    d.source.n = 0;
  d.next = next;
  diag_add(f->diags, &d, "%s", text);
}

void finding(struct findings *f, enum law_diag id, struct law_pos pos, uint32_t width,
             const char *next, const char *format, ...) {
  va_list args;
  va_start(args, format);
  report(f, id, pos, width, next, format, args);
  va_end(args);
}

bool findings_locate(const struct law *law, struct str slice, struct law_pos *pos) {
  uintptr_t at = (uintptr_t)slice.p;
  for (uint32_t i = 0; i < law->file_count; i++) {
    struct str b = law->files[i].bytes;
    uintptr_t start = (uintptr_t)b.p;
    if (!b.p || at < start || at > start + b.n) continue;
    const char *line_start = b.p;
    uint32_t line = 1;
    for (const char *p = b.p; p < slice.p; p++) {
      if (*p == '\n') {
        line++;
        line_start = p + 1;
      }
    }
    struct str before = {line_start, (size_t)(slice.p - line_start)};
    *pos = (struct law_pos){i, line, (uint32_t)str_utf8_columns(before) + 1};
    return true;
  }
  return false;
}

void finding_at(struct findings *f, enum law_diag id, struct str slice, struct law_pos pos,
                const char *next, const char *format, ...) {
  uint32_t width = 1;
  if (f->diags->count < FINDINGS_MOST && slice.n && findings_locate(f->law, slice, &pos))
    width = (uint32_t)str_utf8_columns(slice);
  va_list args;
  va_start(args, format);
  report(f, id, pos, width, next, format, args);
  va_end(args);
}
