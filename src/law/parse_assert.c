// SPDX-License-Identifier: Apache-2.0
// Asserts: what a line of goods pays, worked out by hand and written beside the law.
#include "law/parse.h"

static bool parse_with_value(struct parser *ps, struct law_with *w, size_t equals) {
  const struct lex_token *t = peek(ps);
  w->value = str_sub(token_str(t), equals + 1, t->n);
  ps->at++;
  if (!w->value.n && peek(ps)->kind == LEX_STRING && peek(ps)->glued)
    return parse_text(ps, &w->value);
  while (peek(ps)->kind == LEX_COMMA && peek(ps)->glued && peek_at(ps, 1)->kind == LEX_WORD &&
         peek_at(ps, 1)->glued) { /* claims=usmca,9903.82.20 is one value */
    const struct lex_token *more = peek_at(ps, 1);
    w->value.n = (size_t)(more->p + more->n - w->value.p);
    ps->at += 2;
  }
  return w->value.n || parse_error(ps, t, LAW_PARSE_MISSING, "Write FACT=VALUE without spaces.",
                                   "no value stands after %s", show_token(t).text);
}

/* FACT=VALUE, or a fact alone: yes. */
bool parse_with(struct parser *ps) {
  const struct lex_token *t = peek(ps);
  long equals = t->kind == LEX_WORD ? str_find(token_str(t), '=') : -1;
  if (equals == 0 || t->kind != LEX_WORD || (equals < 0 && t->word != LW_NONE))
    return parse_error(ps, t, LAW_PARSE_MISSING, "Write FACT=VALUE without spaces.",
                       "a fact and its value must follow \"with\", not %s", show_token(t).text);
  struct law_with *w = vec_push(ps, &ps->withs, sizeof *w);
  if (!w) return false;
  w->pos = token_pos(ps, t);
  w->name = equals < 0 ? token_str(t) : str_sub(token_str(t), 0, (size_t)equals);
  w->value = STR("yes");
  if (equals >= 0) return parse_with_value(ps, w, (size_t)equals);
  ps->at++;
  return true;
}

/* Separated by spaces or commas. */
static bool parse_withs(struct parser *ps) {
  const struct lex_token *t;
  do {
    if (!parse_with(ps)) return false;
    take_kind(ps, LEX_COMMA);
    t = peek(ps);
  } while (t->kind == LEX_WORD && (t->word == LW_NONE || str_find(token_str(t), '=') > 0));
  return true;
}

bool parse_pick(struct parser *ps) {
  struct law_pick pick = {.question_index = LAW_NONE, .answer_index = LAW_NONE};
  if (!parse_name(ps, &pick.question) || !expect(ps, LW_IS, "the question") ||
      !parse_phrase(ps, &pick.answer, "an answer"))
    return false;
  struct law_pick *slot = vec_push(ps, &ps->picks, sizeof *slot);
  if (slot) *slot = pick;
  return slot != NULL;
}

static bool parse_pays(struct parser *ps, struct law_assert *a) {
  if (str_eq(token_str(peek(ps)), STR("nothing"))) {
    ps->at++;
    a->pays = LAW_PAYS_NOTHING;
    return true;
  }
  a->pays = LAW_PAYS_AMOUNT;
  if (!parse_amount(ps, &a->low)) return false;
  a->high = a->low;
  a->is_range = take(ps, LW_TO);
  return !a->is_range || parse_amount(ps, &a->high);
}

static bool parse_basis(struct parser *ps, struct law_assert *a) {
  const struct lex_token *t = peek(ps);
  a->basis = token_str(t);
  if (!str_eq(a->basis, STR("legal")) && !str_eq(a->basis, STR("collected")))
    return unknown_word(ps, t, LAW_PARSE_BASIS, "is no basis", "legal collected");
  ps->at++;
  return true;
}

static bool parse_clause(struct parser *ps, struct law_assert *a, bool *said) {
  const struct lex_token *t = peek(ps);
  ps->at++;
  switch (t->kind == LEX_WORD ? t->word : LW_NONE) {
  case LW_KNOWN:
    return parse_moment(ps, &a->known, &a->known_minute);
  case LW_BASIS:
    return parse_basis(ps, a);
  case LW_IF:
    return parse_pick(ps);
  case LW_WITH:
    return parse_withs(ps);
  case LW_UNDER:
    return parse_label(ps, &a->under);
  case LW_IN:
    return parse_name(ps, &a->in);
  case LW_PAYS:
    *said = true;
    return parse_pays(ps, a);
  case LW_REFUSED:
    *said = true;
    a->pays = LAW_PAYS_REFUSED;
    return true;
  case LW_PROHIBITED:
    *said = true;
    a->pays = LAW_PAYS_PROHIBITED;
    return true;
  default:
    ps->at--;
    return unknown_word(ps, t, LAW_PARSE_REST, "has no meaning in an assert",
                        "known basis if with pays refused prohibited under in");
  }
}

/* CODE of PLACE on DATE */
static bool parse_entry(struct parser *ps, struct law_assert *a) {
  struct law_item item = {0};
  if (!parse_code(ps, &item)) return false;
  a->code = item.lo;
  a->digits = item.digits;
  return expect(ps, LW_OF, "the code") && parse_place(ps, &a->place) &&
         expect(ps, LW_ON, "the place") && parse_moment(ps, &a->on, &a->on_minute);
}

bool parse_assert(struct parser *ps, struct law_assert *a, struct str measure) {
  const struct lex_token *first = peek(ps);
  bool said = false;
  *a = (struct law_assert){.pos = token_pos(ps, first),
                           .known = DAY_NEVER,
                           .in = measure,
                           .on_minute = CLOCK_UNSTATED,
                           .known_minute = CLOCK_UNSTATED};
  ps->at++;
  ps->withs.count = ps->picks.count = 0;
  if (!parse_entry(ps, a)) return false;
  while (!at_end(ps))
    if (!parse_clause(ps, a, &said)) return false;
  if (!said)
    return parse_error(ps, &ps->lx.tokens[0], LAW_PARSE_PAYS,
                       "End it with pays …, pays nothing, refused or prohibited.",
                       "this assert does not say what is paid");
  return vec_take(ps, &ps->withs, 0, sizeof *a->withs, &a->withs, &a->with_count) &&
         vec_take(ps, &ps->picks, 0, sizeof *a->picks, &a->picks, &a->pick_count);
}
