// SPDX-License-Identifier: Apache-2.0
// Lists of goods and places: batches of members added and dropped, each since a day and by an act.
#include "law/parse.h"

static bool parse_members(struct parser *ps) {
  struct law_set *set = vec_push(ps, &ps->sets, sizeof *set);
  if (!set) return false;
  struct law_pos *pos = vec_push(ps, &ps->positions, sizeof *pos);
  if (!pos) return false;
  *pos = token_pos(ps, peek(ps));
  if (parse_set(ps, SET_MEMBERS, set)) return true;
  ps->sets.count--;
  ps->positions.count--;
  return false;
}

static bool begins_tail(const struct parser *ps) {
  const struct lex_token *t = peek(ps);
  enum law_word w = peek_word(ps);
  return t->kind == LEX_END || t->kind == LEX_STRING ||
         (law_word_begins_clause(w) && w != LW_OF && w != LW_GOODS && w != LW_IF && w != LW_ON);
}

/* add|drop [set] {when}, then members on deeper lines */
static void parse_batch(struct parser *ps) {
  struct law_list_line line = {.drop = peek_word(ps) == LW_DROP, .pos = token_pos(ps, peek(ps))};
  size_t from = ps->sets.count, from_pos = ps->positions.count;
  int32_t indent = ps->lx.indent;
  uint32_t positions;
  ps->at++;
  when_start(&line.when);
  if (begins_tail(ps) || parse_members(ps)) parse_when(ps, &line.when);
  while (next_line(ps, indent, false))
    if (parse_members(ps)) expect_end(ps);
  if (!vec_take(ps, &ps->sets, from, sizeof *line.sets, &line.sets, &line.count) ||
      !vec_take(ps, &ps->positions, from_pos, sizeof *line.set_pos, &line.set_pos, &positions))
    return;
  struct law_list_line *slot = vec_push(ps, &ps->batches, sizeof *slot);
  if (slot) *slot = line;
}

void parse_list(struct parser *ps) {
  struct law_list list = {.pos = token_pos(ps, peek(ps))};
  if (!parse_name(ps, &list.name) || !expect_end(ps)) list.name.n = 0;
  ps->sets.count = ps->positions.count = ps->batches.count = 0;
  while (next_line(ps, 0, true)) {
    switch (peek_word(ps)) {
    case LW_ADD:
    case LW_DROP:
      parse_batch(ps);
      break;
    case LW_BY:
      parse_by_line(ps);
      break;
    case LW_TITLE:
      ps->at++;
      parse_words(ps, &list.title);
      break;
    case LW_NOTE:
      break;
    default:
      unknown_word(ps, peek(ps), LAW_PARSE_LINE, "begins no line of a list",
                   "add drop title by note");
    }
  }
  if (!vec_take(ps, &ps->batches, 0, sizeof *list.lines, &list.lines, &list.count) || !list.name.n)
    return;
  struct law_list *slot = vec_push(ps, &ps->lists, sizeof *slot);
  if (slot) *slot = list;
}
