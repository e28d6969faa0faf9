// SPDX-License-Identifier: Apache-2.0
// Depth, block, form and paragraph of every line, and blank lines as they should be.
//
// Depth is nesting: a line belongs to the nearest line above that stands less deep, whatever the number of
// blanks. A comment stands between the depths of its neighbours.
#include <string.h>

#include "law/format_own.h"

struct nest {     /* lines that are open, outermost first; the bottom is column 1 */
  uint32_t *line; /* index + 1; 0: none */
  uint32_t *indent;
  size_t count, cap, cap_too;
};

static bool push(struct nest *n, uint32_t line, uint32_t indent) {
  if (!mem_grow((void **)&n->line, &n->cap, n->count + 1, sizeof *n->line) ||
      !mem_grow((void **)&n->indent, &n->cap_too, n->count + 1, sizeof *n->indent))
    return false;
  n->line[n->count] = line;
  n->indent[n->count++] = indent;
  return true;
}

enum law_word fmt_word(const struct fmt *f, const struct fmt_line *line, uint32_t at) {
  if (at >= line->tokens) return LW_NONE;
  const struct fmt_token *t = &f->tokens[line->token + at];
  return t->kind == FMT_WORD ? law_word_of(t->p, t->n) : LW_NONE;
}

bool fmt_is(const struct fmt *f, const struct fmt_line *line, uint32_t at, struct str word) {
  return at < line->tokens && str_eq(fmt_text(&f->tokens[line->token + at]), word);
}

/* Kinds of blocks that are no words of the language elsewhere. */
static enum fmt_block block_by_name(const struct fmt *f, const struct fmt_line *line) {
  static const struct {
    const char *word;
    enum fmt_block block;
  } kinds[] = {{"case", BLOCK_CASE},  {"control", BLOCK_DEAL},      {"pledge", BLOCK_DEAL},
               {"table", BLOCK_DEAL}, {"talks", BLOCK_DEAL},        {"meeting", BLOCK_DEAL},
               {"items", BLOCK_ROLL}, {"parties", BLOCK_ROLL},      {"voices", BLOCK_ROLL},
               {"places", BLOCK_SET}, {"facts", BLOCK_JURISDICTION}};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (fmt_is(f, line, 0, str_of(kinds[i].word))) return kinds[i].block;
  return BLOCK_OTHER;
}

static enum fmt_block block_of(const struct fmt *f, const struct fmt_line *line) {
  switch (line->word) {
  case LW_ACT:
    return BLOCK_ACT;
  case LW_JURISDICTION:
    return BLOCK_JURISDICTION;
  case LW_LIST:
    return BLOCK_LIST;
  case LW_QUESTION:
    return BLOCK_QUESTION;
  case LW_MEASURE:
    return BLOCK_MEASURE;
  case LW_FEE:
    return BLOCK_DEAL;
  case LW_GOODS:
    return BLOCK_SET;
  default:
    return block_by_name(f, line);
  }
}

static bool says_words(uint8_t word) {
  return word == LW_TITLE || word == LW_NOTE;
}

static enum fmt_form form_in_act(const struct fmt_line *line) {
  switch (line->word) {
  case LW_PUBLISHED:
    return FORM_PUBLISHED;
  case LW_KIND:
  case LW_CITE:
  case LW_SOURCE:
    return FORM_WORDS;
  default:
    return FORM_PLAIN;
  }
}

static enum fmt_form form_in_case(const struct fmt *f, const struct fmt_line *line) {
  if (line->word == LW_REFUSED) return FORM_WORDS;
  return fmt_is(f, line, 0, STR("row")) ? FORM_ROW : FORM_PLAIN;
}

static enum fmt_form form_in_measure(const struct fmt_line *line) {
  return line->word == LW_HEADING  ? FORM_HEADING
         : line->word == LW_ASSERT ? FORM_ASSERT
                                   : FORM_STATEMENT;
}

/* Of a list in a block of its own kind: what is said of the list, not a row of it. */
static bool of_the_list(const struct fmt *f, const struct fmt_line *line) {
  return line->word == LW_BY || line->word == LW_BUT || fmt_is(f, line, 0, STR("entries")) ||
         fmt_is(f, line, 0, STR("partial"));
}

/* Lines below a heading, a batch of members or a bill are lines of their own; below any other line they
 * are the rest of it. */
static bool opens(const struct fmt *f, const struct fmt_line *parent) {
  return parent->depth == 0 || parent->word == LW_HEADING || parent->word == LW_ADD ||
         parent->word == LW_DROP ||
         (parent->block == BLOCK_CASE && fmt_is(f, parent, 0, STR("bill")));
}

static enum fmt_form form_of(const struct fmt *f, const struct fmt_line *line,
                             const struct fmt_line *parent) {
  if (line->block == BLOCK_OTHER || parent == NULL)
    return line->block == BLOCK_OTHER ? FORM_KEEP : FORM_PLAIN;
  if (!opens(f, parent) || parent->form == FORM_MEMBERS) return FORM_REST;
  if (line->block == BLOCK_LIST && parent->depth > 0) return FORM_MEMBERS;
  if (says_words(line->word)) return FORM_WORDS;
  switch (line->block) {
  case BLOCK_ACT:
    return form_in_act(line);
  case BLOCK_JURISDICTION:
    return line->word == LW_FACT    ? FORM_FACT
           : line->word == LW_ORDER ? FORM_STATEMENT
           : line->word == LW_ZONE  ? FORM_WORDS
                                    : FORM_PLAIN;
  case BLOCK_QUESTION:
    return line->word == LW_ANSWERS ? FORM_PLAIN : FORM_STATEMENT;
  case BLOCK_MEASURE:
    return form_in_measure(line);
  case BLOCK_CASE:
    return form_in_case(f, line);
  case BLOCK_DEAL:
    return line->word == LW_ASSERT ? FORM_ASSERT : FORM_STATEMENT;
  case BLOCK_ROLL:
    return of_the_list(f, line) ? FORM_STATEMENT : FORM_ENTRY;
  case BLOCK_SET:
    return of_the_list(f, line) ? FORM_STATEMENT : FORM_MEMBERS;
  default:
    return FORM_STATEMENT;
  }
}

static bool is_code(const struct fmt_token *t) {
  if (t->kind != FMT_WORD || t->p[0] < '0' || t->p[0] > '9') return false;
  for (uint32_t i = 0; i < t->n; i++)
    if ((t->p[i] < '0' || t->p[i] > '9') && t->p[i] != '.' && t->p[i] != '-') return false;
  return true;
}

static bool bare_codes(const struct fmt *f, const struct fmt_line *line) {
  if (line->form != FORM_MEMBERS || line->comment.n > 0 || line->broken) return false;
  for (uint32_t i = 0; i < line->tokens; i++)
    if (!is_code(&f->tokens[line->token + i])) return false;
  return true;
}

static bool place_line(struct fmt *f, struct nest *n, uint32_t i, uint8_t *block) {
  struct fmt_line *line = &f->lines[i];
  if (line->indent == 0) n->count = 1;
  while (n->count > 1 && n->indent[n->count - 1] >= line->indent) n->count--;
  line->depth = line->indent == 0 ? 0 : (uint32_t)n->count;
  line->word = (uint8_t)fmt_word(f, line, 0);
  if (line->depth == 0) {
    *block = (uint8_t)block_of(f, line);
    n->line[0] = i + 1;
  }
  line->block = *block;
  uint32_t parent = line->depth == 0 ? 0 : n->line[n->count - 1];
  line->form = (uint8_t)form_of(f, line, parent ? &f->lines[parent - 1] : NULL);
  line->bare = bare_codes(f, line);
  return line->depth == 0 || push(n, i + 1, line->indent);
}

/* The depth a line with this indentation would have after the lines above it. */
static uint32_t depth_here(const struct nest *n, uint32_t indent) {
  size_t d = n->count;
  while (d > 1 && n->indent[d - 1] >= indent) d--;
  return indent == 0 ? 0 : (uint32_t)d;
}

static bool depths(struct fmt *f) {
  struct nest n = {0};
  uint8_t block = BLOCK_OTHER;
  bool good = push(&n, 0, 0);
  for (uint32_t i = 0; good && i < f->line_count; i++) {
    struct fmt_line *line = &f->lines[i];
    if (line->item == ITEM_LINE)
      good = place_line(f, &n, i, &block);
    else
      line->depth = depth_here(&n, line->indent);
  }
  mem_free(n.line);
  mem_free(n.indent);
  return good;
}

/* A comment stands no deeper than the deeper and no less deep than the less deep of the lines around it. */
static void comments(struct fmt *f) {
  uint32_t next = 0;
  for (size_t i = f->line_count; i-- > 0;) { /* first the line below */
    struct fmt_line *line = &f->lines[i];
    if (line->item == ITEM_LINE)
      next = line->depth;
    else
      line->paragraph = next;
  }
  uint32_t above = 0;
  for (size_t i = 0; i < f->line_count; i++) {
    struct fmt_line *line = &f->lines[i];
    if (line->item == ITEM_LINE) {
      above = line->depth;
      continue;
    }
    uint32_t below = line->paragraph, low = below < above ? below : above;
    uint32_t high = below > above ? below : above;
    if (below > 0 && low == 0) low = 1;
    line->depth = line->depth < low ? low : line->depth > high ? high : line->depth;
  }
}

static bool begins_block(const struct fmt *f, size_t i) {
  while (i < f->line_count && f->lines[i].item == ITEM_COMMENT && f->lines[i].depth == 0) i++;
  return i < f->line_count && f->lines[i].item == ITEM_LINE && f->lines[i].depth == 0;
}

/* Writes the lines that stay to `to`, one blank line between blocks and never two. */
static size_t spread(const struct fmt *f, struct fmt_line *to) {
  size_t n = 0;
  for (size_t i = 0; i < f->line_count; i++) {
    const struct fmt_line *line = &f->lines[i], *last = n > 0 ? &to[n - 1] : NULL;
    if (line->item == ITEM_BLANK) {
      bool after_block_line = last && last->item == ITEM_LINE && last->depth == 0 &&
                              i + 1 < f->line_count && f->lines[i + 1].depth > 0;
      if (last && last->item != ITEM_BLANK && !after_block_line) to[n++] = *line;
      continue;
    }
    bool within =
        last && last->item == ITEM_COMMENT && last->depth == 0; /* its comments stand above */
    if (last && last->item != ITEM_BLANK && !within && line->depth == 0 && begins_block(f, i))
      to[n++] = (struct fmt_line){.item = ITEM_BLANK};
    to[n++] = *line;
  }
  while (n > 0 && to[n - 1].item == ITEM_BLANK) n--;
  return n;
}

static void paragraphs(struct fmt *f) {
  uint32_t paragraph = 0;
  for (size_t i = 0; i < f->line_count; i++) {
    struct fmt_line *line = &f->lines[i];
    if (line->item == ITEM_BLANK || (line->item == ITEM_LINE && line->depth == 0)) paragraph++;
    line->paragraph = paragraph;
  }
}

bool fmt_shape(struct fmt *f) {
  if (!depths(f)) return false;
  comments(f);
  struct fmt_line *lines = mem_alloc((f->line_count * 2 + 1) * sizeof *lines);
  if (!lines) return false;
  f->line_count = spread(f, lines);
  mem_free(f->lines);
  f->lines = lines;
  paragraphs(f);
  return true;
}
