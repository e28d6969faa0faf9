// SPDX-License-Identifier: Apache-2.0
// From bytes to lines of tokens. See lex.h for the idea.
//
// Invariant: between calls `at` stands at the start of a physical line that holds a token (never a blank or
// comment line), or at `end`; `next_indent` is that line's indentation. Tabs advance to the next multiple
// of eight, as editors show them. A '#' begins a comment at the start of a line and after a space.
#include "law/lex.h"

#include <string.h>

enum { CH_WORD, CH_SPACE, CH_COMMA, CH_BAR, CH_OPEN, CH_CLOSE, CH_QUOTE, CH_CONTROL };

// clang-format off
#define C CH_CONTROL
static const uint8_t classes[256] = { /* every byte not named here is part of a word */
    C, C, C, C, C, C, C, C,
    C, CH_SPACE /* tab */, C /* the end of a line is found before */, C, C, CH_SPACE /* return */, C, C,
    C, C, C, C, C, C, C, C,
    C, C, C, C, C, C, C, C,
    [' '] = CH_SPACE, [','] = CH_COMMA, ['|'] = CH_BAR, ['('] = CH_OPEN, [')'] = CH_CLOSE,
    ['"'] = CH_QUOTE, [0x7f] = CH_CONTROL,
};
#undef C
// clang-format on

static inline uint8_t class_of(unsigned char c) {
  return classes[c];
}

static const char *line_end(const char *p, const char *end) {
  const char *nl = p < end ? memchr(p, '\n', (size_t)(end - p)) : NULL;
  return nl ? nl : end;
}

/* Moves to the next line that holds a token, starting at the start of a line. */
static void settle(struct lex *lx) {
  while (lx->at < lx->end) {
    const char *p = lx->at;
    int32_t indent = 0;
    for (; p < lx->end && class_of((unsigned char)*p) == CH_SPACE; p++)
      indent = *p == '\t' ? (indent / 8 + 1) * 8 : indent + (*p == ' ');
    if (p < lx->end && *p != '\n' && *p != '#') {
      lx->next_indent = indent;
      return;
    }
    p = line_end(p, lx->end);
    lx->at = p < lx->end ? p + 1 : p;
    lx->line++;
  }
  lx->next_indent = -1;
}

void lex_start(struct lex *lx, struct str text) {
  static const char mark[] = "\xef\xbb\xbf";
  lx->at = text.p ? text.p : "";
  lx->end = lx->at + text.n;
  if (text.n >= 3 && memcmp(text.p, mark, 3) == 0) lx->at += 3;
  lx->line = 1;
  lx->count = 0;
  lx->indent = 0;
  settle(lx);
}

static bool room_for(struct lex *lx, size_t need) {
  if (need <= lx->cap) return true;
  lx->too_many = need > LEX_MOST_TOKENS;
  if (lx->too_many || !mem_grow((void **)&lx->tokens, &lx->cap, need, sizeof *lx->tokens))
    lx->failed = true;
  return !lx->failed;
}

struct scan { /* a physical line being read */
  const char *start, *end;
  const char *counted; /* code points of the line are counted up to here … */
  uint32_t columns;    /* … and are this many */
  bool ascii;
};

static uint32_t column_of(struct scan *s, const char *p) {
  if (s->ascii) return (uint32_t)(p - s->start) + 1;
  s->columns += (uint32_t)str_utf8_columns((struct str){s->counted, (size_t)(p - s->counted)});
  s->counted = p;
  return s->columns + 1;
}

static uint32_t width_of(const struct scan *s, const char *p, size_t n) {
  return (uint32_t)(s->ascii ? n : str_utf8_columns((struct str){p, n}));
}

/* Reads one token that starts at `p`; returns where it ends. */
static const char *read_token(struct scan *s, const char *p, struct lex_token *t) {
  const char *q = p + 1;
  uint8_t class = class_of((unsigned char)*p);
  t->word = LW_NONE;
  t->p = p;
  switch (class) {
  case CH_QUOTE:
    q = memchr(p + 1, '"', (size_t)(s->end - p - 1));
    t->kind = q ? LEX_STRING : LEX_UNCLOSED;
    q = q ? q + 1 : s->end;
    t->p = p + 1;
    t->n = (uint32_t)(q - p) - (t->kind == LEX_STRING ? 2 : 1);
    return q;
  case CH_WORD:
    while (q < s->end && class_of((unsigned char)*q) == CH_WORD) q++;
    t->kind = *p == '@' ? LEX_LIST : LEX_WORD;
    t->p = t->kind == LEX_LIST ? p + 1 : p;
    t->n = (uint32_t)(q - t->p);
    t->word = (uint8_t)law_word_of(t->p, t->kind == LEX_WORD ? t->n : 0);
    return q;
  case CH_COMMA:
    t->kind = LEX_COMMA;
    break;
  case CH_BAR:
    t->kind = LEX_BAR;
    break;
  case CH_OPEN:
    t->kind = LEX_OPEN;
    break;
  case CH_CLOSE:
    t->kind = LEX_CLOSE;
    break;
  default:
    t->kind = LEX_CONTROL;
    break;
  }
  t->n = 1;
  return q;
}

static bool is_ascii(const char *p, const char *end) {
  uint64_t high = 0;
  for (; end - p >= 8; p += 8) {
    uint64_t w;
    memcpy(&w, p, 8);
    high |= w;
  }
  for (; p < end; p++) high |= (uint64_t)(unsigned char)*p;
  return (high & 0x8080808080808080u) == 0;
}

/* Appends the tokens of the physical line at `at`, and moves past it. */
static bool scan_line(struct lex *lx) {
  struct scan s = {lx->at, line_end(lx->at, lx->end), lx->at, 0, false};
  s.ascii = is_ascii(s.start, s.end);
  bool glued = false;
  for (const char *p = s.start; p < s.end;) {
    if (class_of((unsigned char)*p) == CH_SPACE) {
      glued = false;
      p++;
      continue;
    }
    if (*p == '#' && !glued) break;
    if (!room_for(lx, lx->count + 2)) return false;
    struct lex_token *t = &lx->tokens[lx->count++];
    t->line = lx->line;
    t->glued = glued;
    t->col = column_of(&s, p);
    const char *q = read_token(&s, p, t);
    t->width = width_of(&s, p, (size_t)(q - p));
    glued = true;
    p = q;
  }
  lx->at = s.end < lx->end ? s.end + 1 : s.end;
  lx->line++;
  settle(lx);
  return true;
}

static void put_end(struct lex *lx) {
  struct lex_token *last = &lx->tokens[lx->count - 1];
  struct lex_token *t = &lx->tokens[lx->count];
  *t = (struct lex_token){.p = last->p + last->n, .line = last->line, .kind = LEX_END, .width = 1};
  t->col = last->col + last->width;
}

bool lex_more(struct lex *lx) {
  if (lx->next_indent < 0 || !room_for(lx, lx->count + 2)) return false;
  do {
    if (!scan_line(lx)) return false;
  } while (lx->tokens[lx->count - 1].kind == LEX_COMMA && lx->next_indent > 0);
  put_end(lx);
  return true;
}

bool lex_line(struct lex *lx) {
  lx->count = 0;
  lx->indent = lx->next_indent;
  return lex_more(lx);
}

void lex_skip_block(struct lex *lx) {
  while (lx->next_indent > 0) {
    const char *e = line_end(lx->at, lx->end);
    lx->at = e < lx->end ? e + 1 : e;
    lx->line++;
    settle(lx);
  }
}

enum law_word lex_next_word(const struct lex *lx) {
  const char *p = lx->at;
  while (p < lx->end && class_of((unsigned char)*p) == CH_SPACE) p++;
  const char *q = p;
  while (q < lx->end && class_of((unsigned char)*q) == CH_WORD) q++;
  return law_word_of(p, (size_t)(q - p));
}

bool lex_text(struct lex *lx, struct str text) {
  if (memchr(text.p ? text.p : "", '\n', text.n)) return false;
  lex_start(lx, text);
  return lx->next_indent >= 0 && lex_line(lx);
}

void lex_free(struct lex *lx) {
  mem_free(lx->tokens);
  *lx = (struct lex){.next_indent = -1};
}
