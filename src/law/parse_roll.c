// SPDX-License-Identifier: Apache-2.0
// Lists of items and of parties, entry by entry; and the blocks `places` and `goods`, lists without history.
//
//   items cn.18
//     title    Items of announcement 18 of 2025
//     by       cn.mofcom-gacc.2025-18
//     entries  38
//     1C904.a.4  "neodymium magnets with terbium"  when contains-tb  near 8505.11
//     but      "rotors, stators and other finished assemblies"  by cn.mofcom.2025-09-16
#include "law/parse.h"

/* ---- entries -------------------------------------------------------------------------------------------- */

/* codes A, B [from D] [until D] [by ACT] | near A, B: the tail serves the numbers it stands behind. */
static bool parse_codes(struct parser *ps, bool near) {
  size_t first = ps->codes.count;
  struct law_when when;
  unsigned seen = 0;
  when_start(&when);
  do {
    struct law_item item = {0};
    if (!parse_code(ps, &item)) return false;
    struct deal_code *code = vec_push(ps, &ps->codes, sizeof *code);
    if (!code) return false;
    *code = (struct deal_code){.lo = item.lo, .hi = item.hi, .digits = item.digits, .near = near};
  } while (take_kind(ps, LEX_COMMA));
  for (;;) {
    enum law_word w = peek_word(ps);
    if (w != LW_FROM && w != LW_UNTIL && w != LW_THROUGH && w != LW_BY) break;
    if (parse_when_clause(ps, &when, &seen) != CLAUSE_READ) return false;
  }
  when_default_by(ps, &when);
  for (size_t i = first; i < ps->codes.count; i++) ((struct deal_code *)ps->codes.p)[i].when = when;
  return true;
}

static bool parse_matter(struct parser *ps, struct deal_entry *e) {
  if (take_text(ps, "technology")) e->matter = DEAL_TECHNOLOGY;
  if (take_text(ps, "equipment")) e->matter = DEAL_EQUIPMENT;
  if (take_text(ps, "service")) e->matter = DEAL_SERVICE;
  return parse_text(ps, &e->text);
}

/* also "Tb4O7", "terbia": names of ours for what the words say. */
static bool parse_also(struct parser *ps) {
  struct str name = {0};
  do {
    if (!parse_text(ps, &name) || !push_str(ps, &ps->names, name)) return false;
  } while (take_kind(ps, LEX_COMMA));
  return true;
}

static bool parse_entry_clauses(struct parser *ps, struct deal_entry *e) {
  for (;;) {
    const struct lex_token *t = peek(ps);
    if (take_text(ps, "when")) {
      if (e->cond)
        return parse_error(ps, t, LAW_PARSE_TWICE, "Join the conditions with and.",
                           "the entry has a condition already");
      if (!parse_cond(ps, &e->cond)) return false;
    } else if (take_text(ps, "codes")) {
      if (!parse_codes(ps, false)) return false;
    } else if (take_text(ps, "near")) {
      if (!parse_codes(ps, true)) return false;
    } else if (take_text(ps, "also")) {
      if (!parse_also(ps)) return false;
    } else if (take(ps, LW_UNCONFIRMED)) {
      e->is_unconfirmed = true;
      if (peek(ps)->kind == LEX_STRING && !parse_text(ps, &e->unconfirmed)) return false;
    } else {
      return true;
    }
  }
}

static bool entry_name_valid(struct str s) {
  bool start = true;
  for (size_t i = 0; i < s.n; i++) {
    char c = s.p[i];
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!plain && (start || (c != '-' && c != '.'))) return false;
    start = c == '.';
  }
  return s.n > 0 && s.n <= 60 && !start;
}

/* One line may hold several entries, each a name and its words. */
static bool parse_entries(struct parser *ps) {
  do {
    const struct lex_token *t = peek(ps);
    struct deal_entry e = {.name = token_str(t), .pos = token_pos(ps, t)};
    if (t->kind != LEX_WORD || !entry_name_valid(e.name))
      return parse_error(ps, t, LAW_PARSE_NAME,
                         "Begin an entry with its number in the act: 1C904.a.4 \"its words\".",
                         "an entry must stand here, not %s", show_token(t).text);
    ps->at++;
    ps->codes.count = 0;
    size_t also = ps->names.count; /* before them stand the lists this one gathers */
    if (!parse_matter(ps, &e) || !parse_entry_clauses(ps, &e) ||
        !vec_take(ps, &ps->names, also, sizeof *e.also, &e.also, &e.also_count) ||
        !vec_take(ps, &ps->codes, 0, sizeof *e.codes, &e.codes, &e.code_count))
      return false;
    struct deal_entry *slot = vec_push(ps, &ps->entries, sizeof *slot);
    if (!slot) return false;
    *slot = e;
  } while (!at_end(ps));
  return true;
}

/* ---- the block ------------------------------------------------------------------------------------------ */

static bool parse_count_line(struct parser *ps, struct deal_list *list) {
  list->has_declared = true;
  if (!parse_number(ps, 100000, &list->declared)) return false;
  list->is_unconfirmed = take(ps, LW_UNCONFIRMED);
  if (list->is_unconfirmed && peek(ps)->kind == LEX_STRING && !parse_text(ps, &list->unconfirmed))
    return false;
  return expect_end(ps);
}

static bool parse_but(struct parser *ps) {
  struct deal_but but = {.pos = token_pos(ps, peek(ps))};
  if (!parse_text(ps, &but.text) || !parse_when(ps, &but.when)) return false;
  struct deal_but *slot = vec_push(ps, &ps->buts, sizeof *slot);
  if (slot) *slot = but;
  return slot != NULL;
}

/* by ACT ["annex 1"]: the act the list stands in, also for what stands below. */
static bool parse_roll_by(struct parser *ps, struct deal_list *list) {
  ps->at--;
  if (!parse_by_line(ps)) return false;
  when_start(&list->by);
  when_default_by(ps, &list->by);
  return true;
}

/* @list, @list: their entries are entries of this one. */
static bool parse_includes(struct parser *ps) {
  do {
    const struct lex_token *t = peek(ps);
    if (t->kind != LEX_LIST || !name_valid(token_str(t)))
      return parse_error(ps, t, LAW_PARSE_NAME, "Write @ and the name of a list.",
                         "a list must stand here, not %s", show_token(t).text);
    if (!push_str(ps, &ps->names, token_str(t))) return false;
    ps->at++;
  } while (take_kind(ps, LEX_COMMA));
  return expect_end(ps);
}

static bool parse_roll_line(struct parser *ps, struct deal_list *list) {
  const struct lex_token *t = peek(ps);
  if (t->kind == LEX_LIST) return parse_includes(ps);
  ps->at++;
  switch (t->kind == LEX_WORD ? t->word : LW_NONE) {
  case LW_TITLE:
    return parse_title_line(ps, &list->title);
  case LW_BY:
    return parse_roll_by(ps, list);
  case LW_BUT:
    return parse_but(ps);
  case LW_NOTE:
    return true;
  default:
    break;
  }
  ps->at--;
  if (take_text(ps, "entries")) return parse_count_line(ps, list);
  if (take_text(ps, "partial")) {
    list->is_partial = true;
    return parse_text(ps, &list->partial) && expect_end(ps);
  }
  return parse_entries(ps);
}

void parse_roll(struct parser *ps, bool of_parties) {
  struct deal_list list = {.of_parties = of_parties,
                           .pos = token_pos(ps, peek(ps)),
                           .first = (uint32_t)ps->entries.count};
  if (!parse_name(ps, &list.name) || !expect_end(ps)) list.name.n = 0;
  when_start(&list.by);
  ps->buts.count = ps->names.count = 0;
  ps->deal = true;
  while (next_line(ps, 0, true)) parse_roll_line(ps, &list);
  ps->deal = false;
  list.count = (uint32_t)ps->entries.count - list.first;
  if (!vec_take(ps, &ps->buts, 0, sizeof *list.buts, &list.buts, &list.but_count) ||
      !vec_take(ps, &ps->names, 0, sizeof *list.includes, &list.includes, &list.include_count) ||
      !list.name.n)
    return;
  struct deal_list *slot = vec_push(ps, &ps->deal_lists, sizeof *slot);
  if (slot) *slot = list;
}

/* ---- places and goods ------------------------------------------------------------------------------------- */

static bool parse_members_line(struct parser *ps, bool places) {
  const struct lex_token *t = peek(ps);
  ps->at++;
  switch (t->kind == LEX_WORD ? t->word : LW_NONE) {
  case LW_BY:
    ps->at--;
    return parse_by_line(ps);
  case LW_NOTE:
    return true;
  default:
    break;
  }
  ps->at--;
  uint32_t declared;
  struct str partial;
  if (take_text(ps, "entries"))
    return parse_number(ps, 1000000, &declared) &&
           (!take(ps, LW_UNCONFIRMED) || peek(ps)->kind != LEX_STRING || parse_text(ps, &partial));
  if (take_text(ps, "partial")) return parse_text(ps, &partial) && expect_end(ps);
  struct law_set *set = vec_push(ps, &ps->sets, sizeof *set);
  struct law_pos *pos = set ? vec_push(ps, &ps->positions, sizeof *pos) : NULL;
  if (!pos) return false;
  *pos = token_pos(ps, peek(ps));
  struct law_set read;
  bool good = parse_set(ps, places ? SET_PLACES : SET_GOODS, &read) && expect_end(ps);
  if (good)
    ((struct law_set *)ps->sets.p)[ps->sets.count - 1] = read;
  else
    ps->sets.count--, ps->positions.count--;
  return good;
}

/* places NAME, goods NAME: a list whose members are there from the first. */
void parse_places_block(struct parser *ps, bool places) {
  struct law_list list = {.pos = token_pos(ps, peek(ps))};
  uint32_t positions;
  if (!parse_name(ps, &list.name) || !expect_end(ps)) list.name.n = 0;
  ps->sets.count = ps->positions.count = 0;
  while (next_line(ps, 0, true)) {
    if (peek_word(ps) == LW_TITLE) {
      ps->at++;
      parse_title_line(ps, &list.title);
    } else {
      parse_members_line(ps, places);
    }
  }
  struct law_list_line line = {.pos = list.pos};
  when_start(&line.when);
  when_default_by(ps, &line.when);
  if (!vec_take(ps, &ps->sets, 0, sizeof *line.sets, &line.sets, &line.count) ||
      !vec_take(ps, &ps->positions, 0, sizeof *line.set_pos, &line.set_pos, &positions) ||
      !list.name.n)
    return;
  list.lines = arena_copy(ps->arena, &line, sizeof line);
  list.count = 1;
  struct law_list *slot = list.lines ? vec_push(ps, &ps->lists, sizeof *slot) : NULL;
  if (slot)
    *slot = list;
  else
    ps->failed = true;
}
