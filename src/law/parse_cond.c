// SPDX-License-Identifier: Apache-2.0
// Conditions: what must be true of an entry for a statement to speak.
//
// `and` binds tighter than `or`, `not` tighter than both. Whether `X is Y` asks a fact or a question is
// decided when all names are known (link_cond.c).
#include "law/parse.h"

#define DEEPEST 24 /* parentheses and nots inside one another */

static bool parse_or(struct parser *ps, struct law_cond **out);

static struct law_cond *new_cond(struct parser *ps, enum law_cond_kind kind,
                                 const struct lex_token *t) {
  struct law_cond *c = arena_alloc(ps->arena, sizeof *c);
  if (!c) {
    ps->failed = true;
    return NULL;
  }
  c->kind = kind;
  c->pos = token_pos(ps, t);
  c->fact_index = c->question_index = c->answer_index = LAW_NONE;
  return c;
}

static bool parse_labels(struct parser *ps, struct law_cond *c) {
  size_t from = ps->names.count;
  if (peek(ps)->kind != LEX_WORD || law_word_is_reserved(peek_word(ps)))
    return true; /* `claimed` alone: this heading */
  do {
    struct str label;
    if (!parse_label(ps, &label) || !push_str(ps, &ps->names, label)) return false;
  } while (take_kind(ps, LEX_COMMA));
  return vec_take(ps, &ps->names, from, sizeof *c->labels, &c->labels, &c->label_count);
}

static bool condition_error(struct parser *ps) {
  const struct lex_token *t = peek(ps);
  return parse_error(ps, t, LAW_PARSE_CONDITION,
                     "Write, for instance: claimed; loaded before 2025-04-05; base less than 15%; "
                     "origin in CN; a question and its answer with \"is\".",
                     "a condition must stand here, not %s", show_token(t).text);
}

static bool parse_compare(struct parser *ps, struct law_cond *c, enum law_word subject) {
  enum law_word first = peek_word(ps), second = word_at(ps, 1);
  bool at = first == LW_AT && (second == LW_LEAST || second == LW_MOST);
  bool than = (first == LW_LESS || first == LW_MORE) && second == LW_THAN;
  if (!at && !than)
    return parse_error(ps, peek_at(ps, 1), LAW_PARSE_CONDITION,
                       "Write at least, at most, less than or more than.", "%s does not compare",
                       show_token(peek(ps)).text);
  ps->at += 2;
  c->kind = LAW_COND_COMPARE;
  c->compare = at ? (second == LW_LEAST ? LAW_AT_LEAST : LAW_AT_MOST)
                  : (first == LW_LESS ? LAW_LESS_THAN : LAW_MORE_THAN);
  c->subject = subject == LW_VALUE     ? LAW_SUBJ_VALUE
               : subject == LW_BASE    ? LAW_SUBJ_BASE
               : subject == LW_GENERAL ? LAW_SUBJ_GENERAL
                                       : LAW_SUBJ_FACT;
  return parse_amount(ps, &c->amount);
}

static bool relates(enum law_word w) {
  switch (w) {
  case LW_BEFORE:
  case LW_IN:
  case LW_IS:
  case LW_AT:
  case LW_LESS:
  case LW_MORE:
    return true;
  default:
    return false;
  }
}

/* FACT, FACT before DAY, FACT in places, FACT is WORD, FACT at least AMOUNT, … */
static bool parse_fact_atom(struct parser *ps, struct law_cond **out) {
  const struct lex_token *t = peek(ps);
  enum law_word subject = peek_word(ps);
  if (t->kind != LEX_WORD || !name_valid(token_str(t)) ||
      (subject != LW_NONE && !relates(word_at(ps, 1))))
    return condition_error(ps);
  struct law_cond *c = *out = new_cond(ps, LAW_COND_FLAG, t);
  if (!c) return false;
  c->fact = token_str(t);
  ps->at++;
  bool mine = false;
  if (ps->deal && (!parse_deal_atom(ps, c, peek_word(ps), &mine) || mine)) return mine;
  switch (peek_word(ps)) {
  case LW_BEFORE:
    ps->at++;
    c->kind = LAW_COND_BEFORE;
    return str_eq(c->fact, STR("entered")) ? parse_moment(ps, &c->day, &c->minute)
                                           : parse_day(ps, &c->day);
  case LW_IN:
    ps->at++;
    c->kind = LAW_COND_IN;
    return parse_set(ps, SET_PLACES, &c->places);
  case LW_IS:
    ps->at++;
    c->kind = LAW_COND_IS;
    if (peek(ps)->kind != LEX_WORD) return condition_error(ps);
    return parse_phrase(ps, &c->word, "an answer");
  case LW_AT:
  case LW_LESS:
  case LW_MORE:
    return parse_compare(ps, c, subject);
  default:
    return true;
  }
}

static bool parse_not(struct parser *ps, struct law_cond **out);

static bool parse_atom(struct parser *ps, struct law_cond **out) {
  const struct lex_token *t = peek(ps);
  if (take_kind(ps, LEX_OPEN)) {
    if (!parse_or(ps, out)) return false;
    (*out)->grouped = true;
    return take_kind(ps, LEX_CLOSE) ||
           parse_error(ps, peek(ps), LAW_PARSE_MISSING, "Write \")\" here.",
                       "a parenthesis is not closed before %s", show_token(peek(ps)).text);
  }
  if (take(ps, LW_NOT)) return parse_not(ps, out);
  if (take(ps, LW_CLAIMED)) {
    *out = new_cond(ps, LAW_COND_CLAIMED, t);
    return *out && parse_labels(ps, *out);
  }
  return parse_fact_atom(ps, out);
}

static bool parse_deeper(struct parser *ps, struct law_cond **out) {
  if (ps->depth >= DEEPEST)
    return parse_error(ps, peek(ps), LAW_PARSE_DEEP, "Write it with fewer parentheses.",
                       "a condition is nested more than %d deep", DEEPEST);
  ps->depth++;
  bool good = parse_atom(ps, out);
  ps->depth--;
  return good;
}

static bool parse_not(struct parser *ps, struct law_cond **out) {
  struct law_cond *c = new_cond(ps, LAW_COND_NOT, peek(ps)), *kid;
  if (!c || !parse_deeper(ps, &kid)) return false;
  struct law_cond **slot = vec_push(ps, &ps->kids, sizeof *slot);
  if (!slot) return false;
  *slot = kid;
  *out = c;
  return vec_take(ps, &ps->kids, ps->kids.count - 1, sizeof *slot, &c->kids, &c->kid_count);
}

/* Items joined by one word: `and` of atoms, `or` of those. One item stands for itself. */
static bool parse_joined(struct parser *ps, enum law_word joint, enum law_cond_kind kind,
                         bool (*part)(struct parser *, struct law_cond **), struct law_cond **out) {
  const struct lex_token *t = peek(ps);
  size_t from = ps->kids.count;
  do {
    struct law_cond *kid = NULL;
    if (!part(ps, &kid)) return false;
    struct law_cond **slot = vec_push(ps, &ps->kids, sizeof *slot);
    if (!slot) return false;
    *slot = kid;
  } while (take(ps, joint));
  if (ps->kids.count == from + 1) {
    *out = ((struct law_cond **)ps->kids.p)[from];
    ps->kids.count = from;
    return true;
  }
  struct law_cond *c = *out = new_cond(ps, kind, t);
  if (!c || !vec_take(ps, &ps->kids, from, sizeof *c->kids, &c->kids, &c->kid_count)) return false;
  for (uint32_t i = 0; ps->deal && kind == LAW_COND_OR && i < c->kid_count; i++)
    if (c->kids[i]->kind == LAW_COND_AND && !c->kids[i]->grouped)
      return parse_error(ps, t, LAW_PARSE_MIXED, "Put what belongs together between parentheses.",
                         "\"and\" and \"or\" stand side by side");
  return true;
}

static bool parse_and(struct parser *ps, struct law_cond **out) {
  return parse_joined(ps, LW_AND, LAW_COND_AND, parse_deeper, out);
}

static bool parse_or(struct parser *ps, struct law_cond **out) {
  return parse_joined(ps, LW_OR, LAW_COND_OR, parse_and, out);
}

bool parse_cond(struct parser *ps, struct law_cond **out) {
  ps->depth = 0;
  return parse_or(ps, out);
}
