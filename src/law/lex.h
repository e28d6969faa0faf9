// SPDX-License-Identifier: Apache-2.0
// From bytes to lines of tokens.
//
// The parser works line by line, because the language does: a logical line is a physical line and, while it
// ends in a comma, the next one. Tokens point into the text; one array is reused for every line, so lexing
// allocates only while that array grows. The lexer never fails on what it reads: an unclosed string or a
// control character becomes a token of its own kind, and whoever consumes it reports it.
#ifndef IMPOST_LAW_LEX_H
#define IMPOST_LAW_LEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/str.h"
#include "law/words.h"

enum lex_kind {
  LEX_WORD, /* a run of other characters: names, words, codes, dates, numbers, "7.5%", "$1.05/kg" */
  LEX_LIST, /* "@name"; the slice is the name without '@' */
  LEX_STRING, /* the slice is what stands between the quotes */
  LEX_COMMA,
  LEX_BAR,
  LEX_OPEN,
  LEX_CLOSE,
  LEX_UNCLOSED, /* a string without its second quote; the slice is the rest of the line */
  LEX_CONTROL,  /* a control character */
  LEX_END       /* past the last token of the line; empty slice at the end of the text */
};

struct lex_token {
  const char *p;
  uint32_t n;
  uint32_t line;
  uint32_t col;   /* code points, from 1 */
  uint32_t width; /* code points, with quotes or '@' */
  uint8_t kind;   /* enum lex_kind */
  uint8_t word;   /* enum law_word, for LEX_WORD */
  bool glued;     /* no space between this token and the one before it */
};

struct lex {
  const char *at, *end; /* next physical line that holds a token, and the end of the text */
  uint32_t line;        /* number of that line, from 1 */
  int32_t next_indent;  /* its indentation in columns; -1 at the end of the text */
  struct lex_token *tokens;
  size_t count, cap; /* tokens[count] is LEX_END */
  int32_t indent;    /* of the logical line held */
  bool failed;       /* out of memory, or a line with more tokens than LEX_MOST_TOKENS */
  bool too_many;
};

#define LEX_MOST_TOKENS (1u << 21) /* of one logical line */

/* Starts a text; a byte-order mark is passed over. Keeps the token array of an earlier text. */
void lex_start(struct lex *lx, struct str text);
/* Reads the next logical line into tokens[0 .. count). False at the end of the text or on failure. */
bool lex_line(struct lex *lx);
/* Appends the next logical line to the tokens held: for lines that belong to the one above. */
bool lex_more(struct lex *lx);
/* Passes over physical lines until one stands in column 1. */
void lex_skip_block(struct lex *lx);
/* The first word of the next line, without reading it. */
enum law_word lex_next_word(const struct lex *lx);
/* Tokens of one line of text, for texts that are no law (rates of a schedule). */
bool lex_text(struct lex *lx, struct str text);
void lex_free(struct lex *lx);

#endif
