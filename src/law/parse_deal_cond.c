// SPDX-License-Identifier: Apache-2.0
// What conditions may say more in controls, fees and lists of items: who owns whom, what is in what, which
// words describe a thing.
//
//   alloy in Sm-Co, Sm-Fe        item in @cn.39.graphite       importer of JP, @allies
//   party owned at least 50% by @cn.control-list               owner owned at least 25% by persons of US
//   content of @cn.61.part-1 of CN at least 0.1% of value      made with @cn.62.1E902.a of CN
//   made in all but CN           frequency is 915 MHz          entered through 2025-04-12
#include "law/parse.h"

static bool parse_word_list(struct parser *ps, struct law_cond *c) {
  size_t from = ps->names.count;
  c->kind = LAW_COND_WORDS;
  do {
    const struct lex_token *t = peek(ps);
    if (t->kind != LEX_WORD || t->word != LW_NONE)
      return parse_error(ps, t, LAW_PARSE_CONDITION, "Separate the words by commas.",
                         "a word must stand here, not %s", show_token(t).text);
    ps->at++;
    if (!push_str(ps, &ps->names, token_str(t))) return false;
  } while (take_kind(ps, LEX_COMMA));
  return vec_take(ps, &ps->names, from, sizeof *c->words, &c->words, &c->word_count);
}

static bool is_place_token(const struct lex_token *t) {
  return t->kind == LEX_WORD && t->n == 2 && t->p[0] >= 'A' && t->p[0] <= 'Z' && t->p[1] >= 'A' &&
         t->p[1] <= 'Z';
}

/* What follows `in`: lists, places or words. Whether a list holds places is known when all is read. */
static bool parse_in(struct parser *ps, struct law_cond *c) {
  const struct lex_token *t = peek(ps);
  if (t->kind == LEX_LIST) {
    c->kind = LAW_COND_LISTED;
    return parse_refs(ps, &c->refs, &c->ref_count);
  }
  if (is_place_token(t) || peek_word(ps) == LW_ALL) {
    c->kind = LAW_COND_IN;
    return parse_set(ps, SET_PLACES, &c->places);
  }
  return parse_word_list(ps, c);
}

static bool parse_comparison(struct parser *ps, struct law_cond *c) {
  enum law_word first = peek_word(ps), second = word_at(ps, 1);
  bool at = first == LW_AT && (second == LW_LEAST || second == LW_MOST);
  bool than = (first == LW_LESS || first == LW_MORE) && second == LW_THAN;
  if (!at && !than)
    return parse_error(ps, peek(ps), LAW_PARSE_CONDITION,
                       "Write at least, at most, less than or more than.", "%s does not compare",
                       show_token(peek(ps)).text);
  ps->at += 2;
  c->compare = at ? (second == LW_LEAST ? LAW_AT_LEAST : LAW_AT_MOST)
                  : (first == LW_LESS ? LAW_LESS_THAN : LAW_MORE_THAN);
  return parse_amount(ps, &c->amount);
}

/* FACT owned at least N% by @parties | by persons of PLACES */
static bool parse_owned(struct parser *ps, struct law_cond *c) {
  c->kind = LAW_COND_OWNED;
  if (!parse_comparison(ps, c) || !expect(ps, LW_BY, "the share")) return false;
  if (!take_text(ps, "persons")) return parse_refs(ps, &c->refs, &c->ref_count);
  return expect(ps, LW_OF, "\"persons\"") && parse_set(ps, SET_PLACES, &c->places);
}

/* content of @items [of PLACES] at least N% of value */
static bool parse_content(struct parser *ps, struct law_cond *c) {
  c->kind = LAW_COND_CONTENT;
  if (!parse_refs(ps, &c->refs, &c->ref_count)) return false;
  if (take(ps, LW_OF) && !parse_set(ps, SET_PLACES, &c->places)) return false;
  return parse_comparison(ps, c) && expect(ps, LW_OF, "the share") &&
         expect(ps, LW_VALUE, "\"of\"");
}

/* made with @technology [of PLACES] */
static bool parse_made_with(struct parser *ps, struct law_cond *c) {
  c->kind = LAW_COND_MADE_WITH;
  return parse_refs(ps, &c->refs, &c->ref_count) &&
         (!take(ps, LW_OF) || parse_set(ps, SET_PLACES, &c->places));
}

static bool parse_through(struct parser *ps, struct law_cond *c) {
  c->kind = LAW_COND_BEFORE;
  if (!parse_day(ps, &c->day)) return false;
  c->day += 1;
  return true;
}

static bool starts_number(const struct lex_token *t) {
  return t->kind == LEX_WORD && t->p[0] >= '0' && t->p[0] <= '9';
}

static struct law_cond *wrap_not(struct parser *ps, struct law_cond *c) {
  struct law_cond *inner = arena_copy(ps->arena, c, sizeof *c);
  struct law_cond **kids = arena_array(ps->arena, 1, sizeof *kids);
  if (!inner || !kids) {
    ps->failed = true;
    return NULL;
  }
  kids[0] = inner;
  struct law_pos pos = c->pos;
  *c = (struct law_cond){.kind = LAW_COND_NOT, .pos = pos, .kids = kids, .kid_count = 1};
  c->fact_index = c->question_index = c->answer_index = LAW_NONE;
  return c;
}

/* FACT is [not] WORD | FACT is 915 MHz */
static bool parse_is(struct parser *ps, struct law_cond *c) {
  bool negated = take(ps, LW_NOT);
  if (starts_number(peek(ps))) {
    c->kind = LAW_COND_COMPARE;
    c->compare = LAW_EQUAL;
    if (!parse_amount(ps, &c->amount)) return false;
  } else if (is_place_token(peek(ps))) { /* flag is US */
    c->kind = LAW_COND_IN;
    if (!parse_set(ps, SET_PLACES, &c->places)) return false;
  } else {
    c->kind = LAW_COND_IS;
    if (!parse_phrase(ps, &c->word, "a word")) return false;
  }
  return !negated || wrap_not(ps, c) != NULL;
}

/* Called after the fact's name. *mine: the atom is read whole; else the core goes on. */
bool parse_deal_atom(struct parser *ps, struct law_cond *c, enum law_word next, bool *mine) {
  *mine = true;
  if (next == LW_NOT && word_at(ps, 1) == LW_IN) {
    ps->at += 2;
    return parse_in(ps, c) && wrap_not(ps, c) != NULL;
  }
  if (next == LW_OF && str_eq(c->fact, STR("content"))) return ps->at++, parse_content(ps, c);
  if (next == LW_WITH && str_eq(c->fact, STR("made"))) return ps->at++, parse_made_with(ps, c);
  if (take_text(ps, "owned")) return parse_owned(ps, c);
  switch (next) {
  case LW_IN:
    ps->at++;
    return parse_in(ps, c);
  case LW_OF:
    ps->at++;
    c->kind = LAW_COND_OF;
    return parse_set(ps, SET_PLACES, &c->places);
  case LW_IS:
    ps->at++;
    return parse_is(ps, c);
  case LW_THROUGH:
    if (peek_at(ps, 1)->kind != LEX_WORD || !starts_number(peek_at(ps, 1))) break;
    if (!str_eq(c->fact, STR("entered"))) break;
    ps->at++;
    return parse_through(ps, c);
  default:
    break;
  }
  *mine = false;
  return true;
}
