// SPDX-License-Identifier: Apache-2.0
// Measures: a duty, exemption or fee with its whole history in one block, and its headings.
#include "law/parse.h"

/* `of`, `goods`, `if` of the heading itself; each once, on its line or on lines of their own below it. */
static bool parse_heading_clause(struct parser *ps, struct law_heading *h) {
  const struct lex_token *t = peek(ps);
  enum law_word w = peek_word(ps);
  if ((w == LW_OF && h->has_of) || (w == LW_GOODS && h->has_goods) || (w == LW_IF && h->cond))
    return parse_error(ps, t, LAW_PARSE_TWICE,
                       "Keep one; what changes with time belongs to the statements of the heading.",
                       "the heading has a clause %s already", show_token(t).text);
  ps->at++;
  switch (w) {
  case LW_OF:
    h->has_of = true;
    return parse_set(ps, SET_PLACES, &h->of);
  case LW_GOODS:
    h->has_goods = true;
    return parse_set(ps, SET_GOODS, &h->goods);
  default:
    return parse_cond(ps, &h->cond);
  }
}

static bool is_heading_clause(enum law_word w) {
  return w == LW_OF || w == LW_GOODS || w == LW_IF;
}

static bool parse_heading_clauses(struct parser *ps, struct law_heading *h) {
  while (is_heading_clause(peek_word(ps)))
    if (!parse_heading_clause(ps, h)) return false;
  return true;
}

static bool push_stmt(struct parser *ps) {
  struct law_stmt s;
  if (!parse_stmt(ps, &s)) return false;
  struct law_stmt *slot = vec_push(ps, &ps->stmts, sizeof *slot);
  if (slot) *slot = s;
  return slot != NULL;
}

/* heading LABEL ["text"] {of goods if} [statement] */
static bool parse_heading_line(struct parser *ps, struct law_heading *h) {
  h->pos = token_pos(ps, peek(ps));
  ps->at++;
  if (!parse_label(ps, &h->label)) return false;
  if (peek(ps)->kind == LEX_STRING && !parse_text(ps, &h->text)) return false;
  if (!parse_heading_clauses(ps, h)) return false;
  enum law_word w = peek_word(ps);
  if (!law_word_begins_statement(w) && w != LW_NOT) return expect_end(ps);
  while (ps->lx.next_indent > ps->lx.indent && law_word_begins_clause(lex_next_word(&ps->lx)))
    if (!lex_more(&ps->lx)) /* the tail of the statement goes on below */
      return false;
  return push_stmt(ps);
}

static void parse_heading_child(struct parser *ps, struct law_heading *h) {
  enum law_word w = peek_word(ps);
  if (w == LW_BY)
    parse_by_line(ps);
  else if (is_heading_clause(w)) {
    if (parse_heading_clauses(ps, h)) expect_end(ps);
  } else if (w == LW_TITLE || w == LW_INTO || w == LW_OUT || w == LW_NOTE || w == LW_ASSERT ||
             w == LW_HEADING) {
    parse_error(ps, peek(ps), LAW_PARSE_LINE, "Write it no deeper than the line `heading`.",
                "%s belongs to a measure, not to a heading", show_token(peek(ps)).text);
  } else {
    push_stmt(ps);
  }
}

static void parse_heading(struct parser *ps) {
  struct law_heading h = {0};
  struct str by = ps->by, by_cite = ps->by_cite;
  size_t from = ps->stmts.count;
  int32_t indent = ps->lx.indent;
  parse_heading_line(ps, &h);
  while (next_line(ps, indent, true)) parse_heading_child(ps, &h);
  ps->by = by;
  ps->by_cite = by_cite;
  if (!vec_take(ps, &ps->stmts, from, sizeof *h.stmts, &h.stmts, &h.count)) return;
  struct law_heading *slot = vec_push(ps, &ps->headings, sizeof *slot);
  if (slot) *slot = h;
}

static void push_scope(struct parser *ps) {
  struct law_stmt s;
  if (!parse_scope(ps, &s)) return;
  struct law_stmt *slot = vec_push(ps, &ps->stmts, sizeof *slot);
  if (slot) *slot = s;
}

static void push_assert(struct parser *ps, struct str measure) {
  struct law_assert a;
  if (!parse_assert(ps, &a, measure)) return;
  struct law_assert *slot = vec_push(ps, &ps->asserts, sizeof *slot);
  if (slot) *slot = a;
}

static void parse_title(struct parser *ps, struct str *title) {
  const struct lex_token *t = peek(ps);
  ps->at++;
  if (title->n)
    parse_error(ps, t, LAW_PARSE_TWICE, "Keep one.", "the block has a title already");
  else
    parse_words(ps, title);
}

static void parse_note(struct parser *ps) {
  struct str note;
  ps->at++;
  if (parse_words(ps, &note)) push_str(ps, &ps->notes, note);
}

static void parse_child(struct parser *ps, struct law_measure *m) {
  switch (peek_word(ps)) {
  case LW_TITLE:
    parse_title(ps, &m->title);
    return;
  case LW_INTO:
  case LW_OUT:
  case LW_OF:
  case LW_GOODS:
  case LW_IF:
    push_scope(ps);
    return;
  case LW_HEADING:
    parse_heading(ps);
    return;
  case LW_NOTE:
    parse_note(ps);
    return;
  case LW_ASSERT:
    push_assert(ps, m->name);
    return;
  case LW_BY:
    parse_by_line(ps);
    return;
  default:
    push_stmt(ps);
    return;
  }
}

void parse_measure(struct parser *ps) {
  struct law_measure m = {.parent = LAW_NONE, .pos = token_pos(ps, peek(ps))};
  if (!parse_name(ps, &m.name) || !expect_end(ps)) {
    m.name.n = 0; /* read on for what else is wrong, then forget it */
  }
  struct str rest = m.name;
  str_split(&rest, '.', &m.jurisdiction);
  ps->stmts.count = ps->headings.count = ps->asserts.count = ps->notes.count = 0;
  while (next_line(ps, 0, true)) parse_child(ps, &m);
  if (!vec_take(ps, &ps->stmts, 0, sizeof *m.stmts, &m.stmts, &m.count) ||
      !vec_take(ps, &ps->headings, 0, sizeof *m.headings, &m.headings, &m.heading_count) ||
      !vec_take(ps, &ps->asserts, 0, sizeof *m.asserts, &m.asserts, &m.assert_count) ||
      !vec_take(ps, &ps->notes, 0, sizeof *m.notes, &m.notes, &m.note_count) || !m.name.n)
    return;
  struct law_measure *slot = vec_push(ps, &ps->measures, sizeof *slot);
  if (slot) *slot = m;
}
