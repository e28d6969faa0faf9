// SPDX-License-Identifier: Apache-2.0
// The formatter: one spelling of a law, list or case text. See format_own.h for the idea.
//
// Four passes over arrays: bytes to lines of tokens, lines to shapes, shapes to columns, columns to text.
// The result depends on the tokens, their nesting, comments and paragraphs alone, never on how many blanks
// stood between them: that is why formatting twice is formatting once.
#include "law/format_own.h"

#include "law/law.h"

static uint32_t line_of(struct str text, size_t at) {
  uint32_t line = 1;
  for (size_t i = 0; i < at && i < text.n; i++) line += text.p[i] == '\n';
  return line;
}

static const struct str mark = {"\xef\xbb\xbf", 3}; /* of the byte order */

/* A mark in the middle cannot be seen and would be taken for the one at the start. */
static bool plain(struct str text, size_t *at) {
  for (size_t i = 0; i < text.n; i++) {
    unsigned char c = (unsigned char)text.p[i];
    if (c == 0xef && i > 0 && str_starts(str_sub(text, i, text.n), mark)) {
      *at = i;
      return false;
    }
    bool end_of_line = c == '\r' && (i + 1 == text.n || text.p[i + 1] == '\n');
    if (c >= 0x20 && c != 0x7f) continue;
    if (c != '\n' && c != '\t' && !end_of_line) {
      *at = i;
      return false;
    }
  }
  return true;
}

static enum imp_status check_bytes(struct str text, struct imp_error *err) {
  size_t at = 0;
  if (text.n > (size_t)64 << 20)
    return error_set(err, IMP_FINDINGS, "parse.size", "Cut the text into files.",
                     "the text is longer than 64 MiB");
  if (!str_utf8_valid(text, &at))
    return error_set(err, IMP_FINDINGS, "parse.utf8", "Save the file as UTF-8.",
                     "line %u: the text is not UTF-8", line_of(text, at));
  if (!plain(text, &at))
    return error_set(err, IMP_FINDINGS, "parse.control", "Remove the byte.",
                     "line %u: a control character (0x%02x) stands in the text", line_of(text, at),
                     (unsigned)(unsigned char)text.p[at]);
  return IMP_OK;
}

enum imp_status law_format(struct str text, struct buf *out, struct imp_error *err) {
  struct fmt f = {0};
  enum imp_status st = check_bytes(text, err);
  if (st != IMP_OK) return st;
  if (str_starts(text, mark)) text = str_sub(text, mark.n, text.n);
  bool good = fmt_scan(&f, text) && fmt_shape(&f) && fmt_align(&f) && fmt_write(&f, out);
  mem_free(f.tokens);
  mem_free(f.parts);
  mem_free(f.lines);
  mem_free(f.cells);
  return good && !out->failed ? IMP_OK : error_no_memory(err);
}
