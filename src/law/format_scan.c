// SPDX-License-Identifier: Apache-2.0
// From bytes to lines of tokens with their comments. The tokens are those of lex.h, which the parser
// reads; the lexer drops comments and blanks, here they are kept.
#include <string.h>

#include "law/format_own.h"

struct scan {
  struct fmt *f;
  const char *at, *end;
};

static bool blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

static enum fmt_kind kind_of(char c) {
  switch (c) {
  case '"':
    return FMT_STRING;
  case ',':
    return FMT_COMMA;
  case '|':
    return FMT_BAR;
  case '(':
    return FMT_OPEN;
  case ')':
    return FMT_CLOSE;
  default:
    return FMT_WORD;
  }
}

static const char *line_end(const char *p, const char *end) {
  const char *nl = p < end ? memchr(p, '\n', (size_t)(end - p)) : NULL;
  return nl ? nl : end;
}

static const char *cut_blanks(const char *p, const char *end) {
  while (end > p && blank(end[-1])) end--;
  return end;
}

static uint32_t width_of(const char *p, size_t n) {
  for (size_t i = 0; i < n; i++)
    if ((unsigned char)p[i] >= 0x80) return (uint32_t)str_utf8_columns((struct str){p, n});
  return (uint32_t)n;
}

/* Where the token that begins at `p` ends. */
static const char *token_end(const char *p, const char *end, uint8_t *kind) {
  const char *q = p + 1;
  *kind = (uint8_t)kind_of(*p);
  if (*kind == FMT_STRING) {
    q = memchr(q, '"', (size_t)(end - q));
    if (q) return q + 1;
    *kind = FMT_UNCLOSED;
    return end;
  }
  if (*kind == FMT_WORD)
    while (q < end && !blank(*q) && kind_of(*q) == FMT_WORD) q++;
  return q;
}

static bool add_token(struct fmt *f, const char *p, const char *q, uint8_t kind, uint32_t space,
                      bool first) {
  if (f->token_count == f->token_cap &&
      !mem_grow((void **)&f->tokens, &f->token_cap, f->token_count + 1, sizeof *f->tokens))
    return false;
  f->tokens[f->token_count++] = (struct fmt_token){.p = p,
                                                   .n = (uint32_t)(q - p),
                                                   .width = width_of(p, (size_t)(q - p)),
                                                   .space = space,
                                                   .kind = kind,
                                                   .first = first};
  return true;
}

static const char *read_indent(const char *p, const char *end, uint32_t *indent) {
  *indent = 0;
  for (; p < end && blank(*p); p++)
    *indent = *p == '\t' ? (*indent / 8 + 1) * 8 : *indent + (*p == ' ');
  return p;
}

/* Reads the physical line at `at` as a new part, and moves past it. */
static bool read_part(struct scan *s) {
  struct fmt *f = s->f;
  const char *nl = line_end(s->at, s->end), *end = cut_blanks(s->at, nl);
  if (f->part_count == f->part_cap &&
      !mem_grow((void **)&f->parts, &f->part_cap, f->part_count + 1, sizeof *f->parts))
    return false;
  struct fmt_part *part = &f->parts[f->part_count++];
  *part = (struct fmt_part){.token = (uint32_t)f->token_count};
  const char *p = read_indent(s->at, end, &part->indent);
  uint32_t space = 0;
  bool glued = false;
  while (p < end) {
    if (blank(*p)) {
      space++;
      glued = false;
      p++;
      continue;
    }
    if (*p == '#' && !glued) {
      part->comment = (struct str){p, (size_t)(end - p)};
      part->comment_space = space;
      break;
    }
    uint8_t kind;
    const char *q = token_end(p, end, &kind);
    if (!add_token(f, p, q, kind, space, part->count == 0)) return false;
    part->count++;
    space = 0;
    glued = true;
    p = q;
  }
  s->at = nl < s->end ? nl + 1 : nl;
  return true;
}

/* Does the next line that holds a token stand deeper than column 1? Then it goes on what ended in a comma. */
static bool goes_on(const struct scan *s) {
  const char *p = s->at;
  while (p < s->end) {
    const char *nl = line_end(p, s->end);
    uint32_t indent;
    const char *q = read_indent(p, nl, &indent);
    if (q < nl && *q != '#') return indent > 0;
    p = nl < s->end ? nl + 1 : nl;
  }
  return false;
}

static bool ends_in_comma(const struct fmt *f) {
  return f->token_count > 0 && f->tokens[f->token_count - 1].kind == FMT_COMMA;
}

/* Takes the lines that a comma brings in. Comments among them keep their places; blank lines go. */
static bool read_more(struct scan *s, struct fmt_line *line) {
  struct fmt *f = s->f;
  while (ends_in_comma(f) && goes_on(s)) {
    const struct fmt_part *part;
    do {
      line->broken = line->broken || f->parts[f->part_count - 1].comment.n > 0;
      if (!read_part(s)) return false;
      part = &f->parts[f->part_count - 1];
      if (part->count == 0 && part->comment.n == 0) f->part_count--;
    } while (part->count == 0);
  }
  return true;
}

static bool read_line(struct scan *s, struct fmt_line *line) {
  struct fmt *f = s->f;
  *line = (struct fmt_line){.part = (uint32_t)f->part_count, .token = (uint32_t)f->token_count};
  if (!read_part(s)) return false;
  const struct fmt_part *first = &f->parts[line->part];
  line->indent = first->indent;
  if (first->count == 0)
    line->item = first->comment.n > 0 ? ITEM_COMMENT : ITEM_BLANK;
  else {
    line->item = ITEM_LINE;
    if (!read_more(s, line)) return false;
  }
  line->parts = (uint32_t)f->part_count - line->part;
  line->tokens = (uint32_t)f->token_count - line->token;
  line->comment = f->parts[f->part_count - 1].comment;
  return true;
}

bool fmt_scan(struct fmt *f, struct str text) {
  if (text.n == 0) return true;
  struct scan s = {f, text.p, text.p + text.n};
  while (s.at < s.end) {
    if (f->line_count == f->line_cap &&
        !mem_grow((void **)&f->lines, &f->line_cap, f->line_count + 1, sizeof *f->lines))
      return false;
    if (!read_line(&s, &f->lines[f->line_count])) return false;
    f->line_count++;
  }
  return true;
}
