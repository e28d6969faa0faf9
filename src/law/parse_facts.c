// SPDX-License-Identifier: Apache-2.0
// Jurisdictions: money, zone, the order of rows, how days are counted, and the facts an entry can state.
#include <stdio.h>

#include "law/parse.h"

static const char type_words[] = "date money share quantity places part one claim yes";
static const char deal_type_words[] =
    "date money share quantity places part one claim yes party any text";

static bool parse_choices(struct parser *ps, struct law_fact *f) {
  size_t from = ps->names.count;
  do {
    const struct lex_token *t = peek(ps);
    if (t->kind != LEX_WORD)
      return parse_error(ps, t, LAW_PARSE_TYPE, "Separate the words by commas.",
                         "a word must stand here, not %s", show_token(t).text);
    ps->at++;
    if (!push_str(ps, &ps->names, token_str(t))) return false;
  } while (take_kind(ps, LEX_COMMA));
  return vec_take(ps, &ps->names, from, sizeof *f->words, &f->words, &f->word_count);
}

/* claim [S, S+] [of PLACES] */
static bool parse_claim(struct parser *ps, struct law_fact *f) {
  const struct lex_token *t = peek(ps);
  if (t->kind == LEX_WORD && t->word != LW_OF && t->word != LW_ELSE && !parse_choices(ps, f))
    return false;
  f->has_places = take(ps, LW_OF);
  return !f->has_places || parse_set(ps, SET_PLACES, &f->places);
}

static bool expect_plain(struct parser *ps, const char *word, const char *whole) {
  if (str_eq(token_str(peek(ps)), str_of(word))) {
    ps->at++;
    return true;
  }
  char next[80];
  snprintf(next, sizeof next, "Write `%s`.", whole);
  return parse_error(ps, peek(ps), LAW_PARSE_TYPE, next, "\"%s\" must stand here, not %s", word,
                     show_token(peek(ps)).text);
}

static bool parse_unit(struct parser *ps, struct law_fact *f) {
  const struct lex_token *t = peek(ps);
  if (ps->deal && t->kind != LEX_WORD) return true; /* a bare number: layers, calls */
  if (t->kind != LEX_WORD || t->word != LW_NONE)
    return parse_error(ps, t, LAW_PARSE_TYPE, "Write the unit, as in quantity kg.",
                       "a unit must follow \"quantity\", not %s", show_token(t).text);
  f->unit = token_str(t);
  ps->at++;
  return true;
}

static bool parse_type(struct parser *ps, struct law_fact *f) {
  static const struct {
    const char *word;
    enum law_fact_type type;
  } types[] = {{"date", LAW_FACT_DATE},   {"money", LAW_FACT_MONEY},
               {"share", LAW_FACT_SHARE}, {"places", LAW_FACT_PLACES},
               {"part", LAW_FACT_PART},   {"quantity", LAW_FACT_QUANTITY},
               {"one", LAW_FACT_WORD},    {"claim", LAW_FACT_CLAIM},
               {"yes", LAW_FACT_FLAG},    {"party", LAW_FACT_PARTY},
               {"any", LAW_FACT_ANY},     {"text", LAW_FACT_TEXT}};
  enum { OF_DEALS = 3 }; /* the last ones: only in a block of facts */
  const struct lex_token *t = peek(ps);
  size_t i = 0, n = sizeof types / sizeof *types - (ps->deal ? 0 : OF_DEALS);
  while (i < n && !(t->kind == LEX_WORD && str_eq(token_str(t), str_of(types[i].word)))) i++;
  if (i == n)
    return unknown_word(ps, t, LAW_PARSE_TYPE, "is no type of fact",
                        ps->deal ? deal_type_words : type_words);
  ps->at++;
  f->type = types[i].type;
  switch (f->type) {
  case LAW_FACT_QUANTITY:
    return parse_unit(ps, f);
  case LAW_FACT_WORD:
    return expect_plain(ps, "of", "one of WORD, WORD") && parse_choices(ps, f);
  case LAW_FACT_ANY:
    return expect_plain(ps, "of", "any of WORD, WORD") && parse_choices(ps, f);
  case LAW_FACT_PARTY: /* party [of FACT, FACT]: whoever those facts name */
    return !take(ps, LW_OF) || parse_choices(ps, f);
  case LAW_FACT_CLAIM:
    return parse_claim(ps, f);
  case LAW_FACT_PART: /* part [of A, B]: what lies in two parts at once */
    return !take(ps, LW_OF) || parse_names(ps, &f->words, &f->word_count);
  case LAW_FACT_FLAG:
    return expect_plain(ps, "or", "yes or no") && expect_plain(ps, "no", "yes or no");
  default:
    return true;
  }
}

/* else "not on the way" | else WORD WORD … (up to the question) */
static bool parse_else(struct parser *ps, struct law_fact *f) {
  f->has_else = true;
  if (peek(ps)->kind == LEX_STRING) return parse_text(ps, &f->else_value);
  const struct lex_token *first = peek(ps);
  while (peek(ps)->kind == LEX_WORD) ps->at++;
  const struct lex_token *last = &ps->lx.tokens[ps->at - 1];
  if (last < first)
    return parse_error(ps, first, LAW_PARSE_MISSING, "Write what is presumed when nobody says.",
                       "a value must follow \"else\", not %s", show_token(first).text);
  f->else_value = (struct str){first->p, (size_t)(last->p + last->n - first->p)};
  return true;
}

bool parse_fact_line(struct parser *ps, struct law_fact *f) {
  *f = (struct law_fact){.pos = token_pos(ps, peek(ps))};
  return parse_name(ps, &f->name) && parse_type(ps, f) &&
         (!take(ps, LW_ELSE) || parse_else(ps, f)) &&
         (peek(ps)->kind != LEX_STRING || parse_text(ps, &f->question)) && expect_end(ps);
}

static void parse_fact(struct parser *ps) {
  struct law_fact f;
  if (!parse_fact_line(ps, &f)) return;
  struct law_fact *slot = vec_push(ps, &ps->facts, sizeof *slot);
  if (slot) *slot = f;
}

/* facts NAME, then lines `fact NAME type …`: what a case of a control or a call at a port can state. */
void parse_facts_block(struct parser *ps) {
  struct str name;
  if (parse_name(ps, &name)) expect_end(ps);
  ps->deal = true;
  while (next_line(ps, 0, true)) {
    struct law_fact f;
    const struct lex_token *t = peek(ps);
    ps->at++;
    if (t->kind == LEX_WORD && (t->word == LW_TITLE || t->word == LW_NOTE)) continue;
    if (t->kind != LEX_WORD || t->word != LW_FACT) {
      unknown_word(ps, t, LAW_PARSE_LINE, "begins no line of a block of facts", "fact title note");
      continue;
    }
    if (!parse_fact_line(ps, &f)) continue;
    struct law_fact *slot = vec_push(ps, &ps->deal_facts, sizeof *slot);
    if (slot) *slot = f;
  }
  ps->deal = false;
}

static bool parse_order(struct parser *ps) {
  struct law_order order = {0};
  if (!parse_names(ps, &order.names, &order.count) || !parse_when(ps, &order.when)) return false;
  struct law_order *slot = vec_push(ps, &ps->orders, sizeof *slot);
  if (slot) *slot = order;
  return slot != NULL;
}

/* count from the next day | count from the same day */
static bool parse_count(struct parser *ps, struct law_jurisdiction *j) {
  static const char whole[] = "count from the next day";
  if (!expect_plain(ps, "from", whole) || !expect_plain(ps, "the", whole)) return false;
  j->count_next_day = str_eq(token_str(peek(ps)), STR("next"));
  if (j->count_next_day || str_eq(token_str(peek(ps)), STR("same"))) ps->at++;
  return expect_plain(ps, "day", whole) && expect_end(ps);
}

/* read [from DAY] through DAY [until DAY]: what the sources cover, and the first day no answer reaches. */
static void parse_read(struct parser *ps, struct law_jurisdiction *j) {
  const struct lex_token *t = peek(ps);
  if (t->kind == LEX_WORD && t->word == LW_FROM) {
    ps->at++;
    if (!parse_day(ps, &j->read_from)) return;
  }
  if (!expect(ps, LW_THROUGH, "\"read\"") || !parse_day(ps, &j->read_through)) return;
  t = peek(ps);
  if (t->kind == LEX_WORD && t->word == LW_UNTIL) {
    ps->at++;
    if (!parse_day(ps, &j->read_until)) return;
  }
  expect_end(ps);
}

static void parse_jurisdiction_line(struct parser *ps, struct law_jurisdiction *j) {
  const struct lex_token *t = peek(ps);
  ps->at++;
  switch (t->kind == LEX_WORD ? t->word : LW_NONE) {
  case LW_TITLE:
    parse_words(ps, &j->title);
    return;
  case LW_MONEY:
    parse_words(ps, &j->money);
    return;
  case LW_ZONE:
    parse_words(ps, &j->zone);
    return;
  case LW_ORDER:
    parse_order(ps);
    return;
  case LW_FACT:
    parse_fact(ps);
    return;
  case LW_COUNT:
    parse_count(ps, j);
    return;
  case LW_READ:
    parse_read(ps, j);
    return;
  case LW_NOTE:
    return;
  case LW_BY:
    ps->at--;
    parse_by_line(ps);
    return;
  default:
    if (t->kind == LEX_WORD && str_eq(token_str(t), STR("tables"))) {
      parse_words(ps, &j->tables);
      return;
    }
    unknown_word(ps, t, LAW_PARSE_LINE, "begins no line of a jurisdiction",
                 "title money zone tables order fact count read by note");
  }
}

void parse_jurisdiction(struct parser *ps) {
  struct law_jurisdiction j = {.pos = token_pos(ps, peek(ps)),
                               .read_from = DAY_FIRST,
                               .read_through = DAY_NEVER,
                               .read_until = DAY_NEVER};
  bool placed = parse_place(ps, &j.place) && expect_end(ps);
  ps->orders.count = 0;
  while (next_line(ps, 0, true)) parse_jurisdiction_line(ps, &j);
  if (!vec_take(ps, &ps->orders, 0, sizeof *j.orders, &j.orders, &j.order_count) || !placed) return;
  char *name = arena_alloc(ps->arena, 3);
  struct law_jurisdiction *slot = name ? vec_push(ps, &ps->jurisdictions, sizeof *slot) : NULL;
  if (!slot) {
    ps->failed = true;
    return;
  }
  name[0] = (char)((j.place >> 8) - 'A' + 'a');
  name[1] = (char)((j.place & 0xff) - 'A' + 'a');
  j.name = (struct str){name, 2};
  *slot = j;
}
