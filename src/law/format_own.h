// SPDX-License-Identifier: Apache-2.0
// Inside the formatter: a text as lines of tokens with their comments, and how they are laid out.
//
// The formatter knows lines, words and columns, not statements: a text with mistakes is laid out too, and
// nothing is ever lost. What it may change is the space between tokens, indentation, blank lines, where a
// line that ends in a comma goes on, and how many bare codes of a list stand on a line.
#ifndef IMPOST_LAW_FORMAT_OWN_H
#define IMPOST_LAW_FORMAT_OWN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"
#include "law/words.h"

#define FORMAT_WIDTH        120u /* a line that could be wider goes on after a comma */
#define FORMAT_CELL_MOST    60u  /* a wider cell moves no other line */
#define FORMAT_COMMENT_MOST 110u /* a wider line moves no comment */
#define FORMAT_CODES        8u   /* bare codes of a list on one line */

enum fmt_kind { FMT_WORD, FMT_STRING, FMT_UNCLOSED, FMT_COMMA, FMT_BAR, FMT_OPEN, FMT_CLOSE };

struct fmt_token {
  const char *p;
  uint32_t n;
  uint32_t width; /* code points */
  uint32_t space; /* blanks before it as written */
  uint8_t kind;   /* enum fmt_kind */
  uint8_t gap;    /* blanks before it as laid out; what begins a cell is placed by its column */
  bool first;     /* of its physical line, or of the text after a break */
};

/* A physical line of a logical one; without tokens: a comment between them. */
struct fmt_part {
  uint32_t token, count;
  uint32_t indent;
  struct str comment;     /* with its '#', trailing blanks cut */
  uint32_t comment_space; /* blanks before it as written */
};

enum fmt_cell_kind { /* what a column holds; lines are aligned while they hold the same */
                     CELL_HEAD,
                     CELL_HEAD_EMPTY,
                     CELL_FROM,
                     CELL_FROM_UNTIL,
                     CELL_UNTIL,
                     CELL_BY,
                     CELL_KNOWN,
                     CELL_PRINTED,
                     CELL_TEXT,
                     CELL_IF,
                     CELL_ON,
                     CELL_OF,
                     CELL_GOODS,
                     CELL_HEADING,
                     CELL_DEMAND,
                     CELL_TYPE,
                     CELL_ELSE,
                     CELL_RATE,
                     CELL_OPTION,
                     CELL_PAYS,
                     CELL_TAIL
};

struct fmt_cell {
  uint32_t token;  /* its first */
  uint32_t width;  /* code points; of the first cell with the room its keyword takes */
  uint32_t column; /* where it begins, from 0 */
  uint8_t kind;    /* enum fmt_cell_kind */
};

enum fmt_block {
  BLOCK_OTHER,
  BLOCK_ACT,
  BLOCK_JURISDICTION,
  BLOCK_LIST,
  BLOCK_QUESTION,
  BLOCK_MEASURE,
  BLOCK_CASE,
  BLOCK_DEAL, /* control, fee, pledge, table, talks, meeting */
  BLOCK_ROLL, /* items, parties, voices: rows of names with their words */
  BLOCK_SET   /* goods, places: members there from the first */
};

enum fmt_form {
  FORM_KEEP,      /* of a block the language does not have: as written */
  FORM_REST,      /* belongs to the line above: words with single blanks */
  FORM_WORDS,     /* keyword, then words */
  FORM_PLAIN,     /* keyword, then one cell */
  FORM_PUBLISHED, /* keyword, day, words */
  FORM_STATEMENT, /* keyword, then clauses */
  FORM_HEADING,
  FORM_ASSERT,
  FORM_FACT,
  FORM_ROW,
  FORM_MEMBERS,
  FORM_ENTRY /* a name, then its words and clauses */
};

enum fmt_item { ITEM_BLANK, ITEM_COMMENT, ITEM_LINE };

struct fmt_line {
  uint8_t item;  /* enum fmt_item */
  uint8_t block; /* enum fmt_block */
  uint8_t form;  /* enum fmt_form */
  uint8_t word;  /* enum law_word of the first token */
  bool broken;   /* comments stand between its physical lines: they stay where they are */
  bool bare;     /* FORM_MEMBERS: nothing but codes and no comment */
  bool seen;     /* already in a run */
  uint32_t indent, depth;
  uint32_t paragraph; /* lines not parted by a blank line or a new block */
  uint32_t part, parts;
  uint32_t token, tokens;
  uint32_t cell, cells;
  uint32_t keyword;   /* tokens of the keyword: "yields to" has two */
  uint32_t pad;       /* room for the keyword, its blanks included; 0: no keyword */
  struct str comment; /* trailing, or the comment itself */
};

struct fmt {
  struct fmt_token *tokens;
  size_t token_count, token_cap;
  struct fmt_part *parts;
  size_t part_count, part_cap;
  struct fmt_line *lines;
  size_t line_count, line_cap;
  struct fmt_cell *cells;
  size_t cell_count, cell_cap;
  bool failed; /* out of memory */
};

/* format_scan.c: text to lines. The bytes must be UTF-8 without control bytes but tab, LF, CR LF. */
bool fmt_scan(struct fmt *f, struct str text);
/* format_shape.c: depths, blocks, forms, paragraphs; blank lines as they should be. */
bool fmt_shape(struct fmt *f);
/* format_cells.c: gaps between tokens, and where cells begin. */
bool fmt_cut(struct fmt *f, struct fmt_line *line);
/* format_align.c: columns of all lines that have cells. */
bool fmt_align(struct fmt *f);
/* format_write.c: the lines as text, comments aligned. */
bool fmt_write(const struct fmt *f, struct buf *out);

static inline struct str fmt_text(const struct fmt_token *t) {
  return (struct str){t->p, t->n};
}
enum law_word fmt_word(const struct fmt *f, const struct fmt_line *line, uint32_t at);
bool fmt_is(const struct fmt *f, const struct fmt_line *line, uint32_t at, struct str word);

#endif
