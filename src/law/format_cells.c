// SPDX-License-Identifier: Apache-2.0
// Within a line: the gaps between tokens, the keyword's room, and where cells begin.
//
// A gap may change only where it says nothing: the words of a title keep together what was together, the
// values of `with` keep their commas, thousands stay thousands, and nothing is put before a '#' that
// would make a comment of it.
#include <string.h>

#include "law/format_own.h"

static bool digit(char c) {
  return c >= '0' && c <= '9';
}

static bool begins_with(const struct fmt_token *t, char c) {
  return t->n > 0 && t->p[0] == c;
}

static bool glued(const struct fmt_token *t) {
  return !t->first && t->space == 0;
}

/* "65,205.00": the comma of a number, not of a list (the parser asks the same). */
static bool thousands(const struct fmt_token *t) {
  return t->kind == FMT_WORD && t->n >= 3 && digit(t->p[0]) && digit(t->p[1]) && digit(t->p[2]) &&
         (t->n == 3 || !digit(t->p[3]));
}

static uint8_t gap_after_comma(const struct fmt_token *comma, const struct fmt_token *t,
                               bool values) {
  bool together = glued(t) && glued(comma) && t->kind == FMT_WORD;
  return together && (values || thousands(t)) ? 0 : 1;
}

static bool ends_with_equals(const struct fmt_token *t) {
  return t->kind == FMT_WORD && t->p[t->n - 1] == '=';
}

static bool joins_conditions(const struct fmt_token *t) {
  static const char *const words[] = {"not", "and", "or", "if"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (str_eq(fmt_text(t), str_of(words[i]))) return true;
  return false;
}

/* Blanks between `a` and the token after it. `values`: inside the values of `with`. */
static uint8_t gap_between(const struct fmt_token *a, const struct fmt_token *t, bool values) {
  if (begins_with(t, '#')) return 0;
  if (t->kind == FMT_COMMA || t->kind == FMT_CLOSE || a->kind == FMT_OPEN) return 0;
  if (a->kind == FMT_COMMA) return gap_after_comma(a, t, values);
  if (!glued(t)) return 1;
  if (t->kind == FMT_OPEN) return joins_conditions(a) ? 1 : 0;
  if (t->kind == FMT_STRING) return ends_with_equals(a) ? 0 : 1;
  return 1;
}

static void gaps_as_words(struct fmt *f, const struct fmt_line *line, uint32_t from) {
  for (uint32_t i = from; i < line->tokens; i++) {
    struct fmt_token *t = &f->tokens[line->token + i];
    t->gap = glued(t) ? 0 : 1;
  }
}

static void gaps(struct fmt *f, const struct fmt_line *line) {
  bool values = false;
  for (uint32_t i = 1; i < line->tokens; i++) {
    struct fmt_token *t = &f->tokens[line->token + i];
    if (t->kind == FMT_WORD && (values || begins_with(t, 'w')))
      values = str_eq(fmt_text(t), STR("with")) || (values && !str_eq(fmt_text(t), STR("claims")));
    t->gap = gap_between(t - 1, t, values);
  }
}

/* Members of a list stand two blanks apart when nothing else parts them. */
static void gaps_of_members(struct fmt *f, const struct fmt_line *line) {
  gaps(f, line);
  for (uint32_t i = 1; i < line->tokens; i++) {
    struct fmt_token *t = &f->tokens[line->token + i];
    bool member = t->kind == FMT_WORD && (digit(t->p[0]) || begins_with(t, '@'));
    bool after_member = t[-1].kind != FMT_COMMA && fmt_word(f, line, i - 1) != LW_BUT;
    if (member && after_member && t->gap > 0) t->gap = 2;
  }
}

/* ---- keywords ------------------------------------------------------------------------------------ */

static uint32_t keyword_tokens(const struct fmt *f, const struct fmt_line *line) {
  enum law_word next = fmt_word(f, line, 1);
  bool two = (line->word == LW_YIELDS && next == LW_TO) ||
             (line->word == LW_OUT && next == LW_OF) ||
             (line->word == LW_NOT && next == LW_ENCODED) ||
             (line->block == BLOCK_DEAL && next == LW_IF && fmt_is(f, line, 0, STR("only")));
  return two ? 2 : 1;
}

static uint32_t room_of_block(const struct fmt_line *line) {
  switch (line->block) {
  case BLOCK_ACT:
    return 11; /* published */
  case BLOCK_JURISDICTION:
    return line->word == LW_FACT ? 6 : 8;
  case BLOCK_LIST:
    return 5; /* drop */
  case BLOCK_QUESTION:
    return 9; /* answers */
  case BLOCK_MEASURE:
    return line->depth == 1 ? 9 : 7;
  case BLOCK_CASE:
    return line->depth == 1 ? 7 : 6;
  case BLOCK_DEAL:
  case BLOCK_ROLL:
  case BLOCK_SET:
    return 11; /* prohibited */
  default:
    return 0;
  }
}

static bool stands_close(const struct fmt *f, const struct fmt_line *line) {
  return line->depth == 0 || line->word == LW_HEADING || line->word == LW_ASSERT ||
         line->word == LW_EXEMPTS || (line->block == BLOCK_CASE && fmt_is(f, line, 0, STR("bill")));
}

static void find_keyword(const struct fmt *f, struct fmt_line *line) {
  uint32_t width = 0;
  line->keyword = line->form == FORM_ENTRY ? 1 : keyword_tokens(f, line);
  for (uint32_t i = 0; i < line->keyword; i++) width += f->tokens[line->token + i].width + (i > 0);
  uint32_t room = stands_close(f, line) ? 0 : room_of_block(line);
  if (line->form == FORM_ENTRY) {
    line->pad = width; /* a name, and its first cell behind it */
    return;
  }
  line->pad = room > width ? room : width + (line->word == LW_NOT ? 2 : 1);
}

/* ---- cells --------------------------------------------------------------------------------------- */

static bool add_cell(struct fmt *f, struct fmt_line *line, uint32_t at, uint8_t kind) {
  if (f->cell_count == f->cell_cap &&
      !mem_grow((void **)&f->cells, &f->cell_cap, f->cell_count + 1, sizeof *f->cells))
    return false;
  f->cells[f->cell_count++] = (struct fmt_cell){.token = line->token + at, .kind = kind};
  line->cells++;
  return true;
}

static bool is_demand(enum law_word w, enum law_word next) {
  switch (w) {
  case LW_RATE:
  case LW_FEE:
  case LW_BAN:
  case LW_LICENCE:
  case LW_PROMISE:
  case LW_EXEMPTS:
  case LW_YIELDS:
  case LW_QUOTA:
    return true;
  default:
    return w == LW_NOT && next == LW_ENCODED;
  }
}

enum { NO_CELL = 255 };

static uint8_t clause_kind(enum law_word w) {
  switch (w) {
  case LW_FROM:
    return CELL_FROM;
  case LW_UNTIL:
  case LW_THROUGH:
  case LW_FOR:
    return CELL_UNTIL;
  case LW_BY:
    return CELL_BY;
  case LW_KNOWN:
    return CELL_KNOWN;
  case LW_PRINTED:
    return CELL_PRINTED;
  case LW_CITE:
  case LW_UNCONFIRMED:
    return CELL_TEXT;
  case LW_IF:
    return CELL_IF;
  case LW_ON:
    return CELL_ON;
  case LW_OF:
    return CELL_OF;
  case LW_GOODS:
    return CELL_GOODS;
  default:
    return NO_CELL;
  }
}

static bool takes_text(enum law_word w) {
  return w == LW_EX || w == LW_ELSE || w == LW_CITE || w == LW_UNCONFIRMED || w == LW_NOTE;
}

/* Controls, fees and promises ask conditions of many words: within one only a tail begins a cell. */
static uint8_t in_deal(const struct fmt *f, const struct fmt_line *line, uint32_t at) {
  const struct fmt_token *t = &f->tokens[line->token + at];
  if (t->kind == FMT_STRING) return takes_text(fmt_word(f, line, at - 1)) ? NO_CELL : CELL_TEXT;
  enum law_word w = fmt_word(f, line, at);
  bool more = at + 1 < line->tokens;
  bool inner = w == LW_BY && more && /* owned by whom, case by case */
               (begins_with(t + 1, '@') || fmt_is(f, line, at + 1, STR("persons")) ||
                fmt_is(f, line, at + 1, STR("case")));
  if (inner || w == LW_ON || w == LW_OF || w == LW_GOODS) return NO_CELL;
  return clause_kind(w);
}

/* A name, then words in quotes; what follows a quotation, and what a row may say of itself, is a cell. */
static uint8_t in_entry(const struct fmt *f, const struct fmt_line *line, uint32_t at) {
  static const char *const clauses[] = {"when", "also", "codes", "near"};
  const struct fmt_token *t = &f->tokens[line->token + at];
  if (at == 1) return CELL_TEXT;
  if (t->kind == FMT_STRING) return t[-1].kind == FMT_STRING ? CELL_TEXT : NO_CELL;
  for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++)
    if (fmt_is(f, line, at, str_of(clauses[i]))) return CELL_OPTION;
  if (fmt_word(f, line, at) == LW_UNCONFIRMED) return CELL_TAIL;
  return t[-1].kind == FMT_STRING && t->kind == FMT_WORD ? CELL_TYPE : NO_CELL;
}

static uint8_t in_deal_assert(const struct fmt *f, const struct fmt_line *line, uint32_t at,
                              bool paid) {
  static const char *const results[] = {"needs", "may", "registration", "exempt", "depends"};
  enum law_word w = fmt_word(f, line, at), next = fmt_word(f, line, at + 1);
  if (paid) return NO_CELL;
  for (size_t i = 0; i < sizeof results / sizeof *results; i++)
    if (fmt_is(f, line, at, str_of(results[i]))) return CELL_PAYS;
  bool said = w == LW_PAYS || w == LW_REFUSED || w == LW_PROHIBITED || w == LW_SUSPENDED ||
              (w == LW_GENERAL && next == LW_LICENCE) ||
              (w == LW_NOT && fmt_is(f, line, at + 1, STR("needed"))) ||
              (fmt_is(f, line, at, STR("no")) && fmt_is(f, line, at + 1, STR("rule")));
  if (said) return CELL_PAYS;
  bool option = (w == LW_OUT && next == LW_OF) || w == LW_WITH || w == LW_KNOWN || w == LW_IF ||
                (w == LW_INTO && fmt_word(f, line, at - 2) != LW_OF);
  return option ? CELL_OPTION : NO_CELL;
}

static uint8_t in_statement(const struct fmt *f, const struct fmt_line *line, uint32_t at) {
  const struct fmt_token *t = &f->tokens[line->token + at];
  if (t->kind == FMT_STRING) {
    bool label = line->form == FORM_HEADING && at == 2;
    return label || takes_text(fmt_word(f, line, at - 1)) ? NO_CELL : CELL_TEXT;
  }
  enum law_word w = fmt_word(f, line, at);
  if (w == LW_HEADING && line->word == LW_YIELDS) return CELL_HEADING;
  if (line->form == FORM_HEADING && is_demand(w, fmt_word(f, line, at + 1))) return CELL_DEMAND;
  return clause_kind(w);
}

static uint8_t in_assert(const struct fmt *f, const struct fmt_line *line, uint32_t at, bool paid) {
  switch (fmt_word(f, line, at)) {
  case LW_PAYS:
  case LW_REFUSED:
  case LW_PROHIBITED:
    return CELL_PAYS;
  case LW_KNOWN:
  case LW_BASIS:
  case LW_IF:
  case LW_WITH:
  case LW_UNDER:
  case LW_IN:
    return paid ? CELL_TAIL : CELL_OPTION;
  default:
    return NO_CELL;
  }
}

static uint8_t in_fact(const struct fmt *f, const struct fmt_line *line, uint32_t at) {
  if (at == 2) return CELL_TYPE;
  if (fmt_word(f, line, at) == LW_ELSE) return CELL_ELSE;
  bool text = f->tokens[line->token + at].kind == FMT_STRING;
  return text && fmt_word(f, line, at - 1) != LW_ELSE ? CELL_TEXT : NO_CELL;
}

static uint8_t in_row(const struct fmt *f, const struct fmt_line *line, uint32_t at) {
  enum law_word w = fmt_word(f, line, at);
  return at == 2 ? CELL_RATE : w == LW_ON ? CELL_ON : w == LW_PAYS ? CELL_PAYS : NO_CELL;
}

static uint8_t kind_at(const struct fmt *f, const struct fmt_line *line, uint32_t at, bool paid) {
  if (f->tokens[line->token + at - 1].kind == FMT_COMMA || f->tokens[line->token + at].gap == 0)
    return NO_CELL;
  switch (line->form) {
  case FORM_STATEMENT:
    return line->block >= BLOCK_DEAL ? in_deal(f, line, at) : in_statement(f, line, at);
  case FORM_HEADING:
    return in_statement(f, line, at);
  case FORM_ENTRY:
    return in_entry(f, line, at);
  case FORM_ASSERT:
    return line->block == BLOCK_DEAL ? in_deal_assert(f, line, at, paid)
                                     : in_assert(f, line, at, paid);
  case FORM_FACT:
    return in_fact(f, line, at);
  case FORM_ROW:
    return in_row(f, line, at);
  case FORM_PUBLISHED:
    return at == 2 ? CELL_TEXT : NO_CELL;
  default:
    return NO_CELL;
  }
}

/* `from D until D` is one cell. */
static bool ends_window(const struct fmt *f, const struct fmt_line *line, uint8_t kind) {
  struct fmt_cell *last = &f->cells[f->cell_count - 1];
  return line->cells > 0 && kind == CELL_UNTIL && last->kind == CELL_FROM;
}

static bool cut(struct fmt *f, struct fmt_line *line) {
  bool paid = false;
  line->cell = (uint32_t)f->cell_count;
  bool empty = line->keyword >= line->tokens ||
               (line->form == FORM_STATEMENT && kind_at(f, line, line->keyword, false) != NO_CELL);
  if (!add_cell(f, line, 0, empty ? CELL_HEAD_EMPTY : CELL_HEAD)) return false;
  uint32_t skip = empty || line->form == FORM_ENTRY ? 0 : 1;
  for (uint32_t at = line->keyword + skip; at < line->tokens; at++) {
    uint8_t kind = kind_at(f, line, at, paid);
    paid = paid || kind == CELL_PAYS;
    if (kind == NO_CELL) continue;
    if (ends_window(f, line, kind))
      f->cells[f->cell_count - 1].kind = CELL_FROM_UNTIL;
    else if (!add_cell(f, line, at, kind))
      return false;
  }
  return true;
}

static void measure_cells(struct fmt *f, const struct fmt_line *line) {
  for (uint32_t c = 0; c < line->cells; c++) {
    struct fmt_cell *cell = &f->cells[line->cell + c];
    uint32_t end = c + 1 < line->cells ? cell[1].token : line->token + line->tokens;
    uint32_t at = c == 0 ? line->token + line->keyword : cell->token;
    cell->width = c == 0 ? line->pad : 0;
    for (uint32_t i = at; i < end; i++)
      cell->width += f->tokens[i].width + (i > at ? f->tokens[i].gap : 0);
    if (cell->kind == CELL_HEAD_EMPTY && c + 1 < line->cells)
      cell->width = line->pad - 2; /* what follows begins where the keyword's room ends */
  }
}

bool fmt_cut(struct fmt *f, struct fmt_line *line) {
  if (line->form == FORM_KEEP) return true;
  if (line->form == FORM_REST) {
    gaps_as_words(f, line, 1);
    return true;
  }
  if (line->form == FORM_MEMBERS) {
    gaps_of_members(f, line);
    return true;
  }
  find_keyword(f, line);
  if (line->form == FORM_WORDS)
    gaps_as_words(f, line, 1);
  else
    gaps(f, line);
  if (line->form == FORM_PUBLISHED && line->tokens > 3) gaps_as_words(f, line, 3);
  if (!cut(f, line)) return false;
  measure_cells(f, line);
  return true;
}
