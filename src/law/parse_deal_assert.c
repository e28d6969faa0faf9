// SPDX-License-Identifier: Apache-2.0
// Asserts of controls and fees: what a case is answered, worked out by hand and written beside the law.
//
//   assert 1C905.a.4  out of CN into US on 2026-01-15  with general-licence  general licence
//   assert on 2025-10-20  with built=CN, net-tons=42000, containers=5200, rest no  pays $756000
#include "law/parse.h"

static bool parse_result_of_fee(struct parser *ps, struct deal_assert *a) {
  if (take(ps, LW_PAYS)) {
    a->result = DEAL_IS_PAID;
    return parse_deal_term(ps, &a->amount);
  }
  if (take_text(ps, "exempt")) return a->result = DEAL_IS_EXEMPT, true;
  if (take_text(ps, "depends")) {
    a->result = DEAL_IS_DEPENDS;
    return expect(ps, LW_ON, "\"depends\"") && parse_name(ps, &a->fact);
  }
  return unknown_word(ps, peek(ps), LAW_PARSE_PAYS, "is no answer about a fee",
                      "pays exempt suspended depends refused");
}

static bool words_after(struct parser *ps, const char *const *words) {
  for (; *words; words++)
    if (!expect_text(ps, *words, "the answer")) return false;
  return true;
}

static bool parse_result_of_control(struct parser *ps, struct deal_assert *a) {
  static const char *const licence[] = {"licence", NULL}, *const need_licence[] = {"need",
                                                                                   "licence", NULL};
  static const char *const needed[] = {"needed", NULL}, *const rule[] = {"rule", "in", "force",
                                                                         NULL};
  if (take_text(ps, "needs")) return a->result = DEAL_IS_REQUIRED, words_after(ps, licence);
  if (take(ps, LW_GENERAL)) return a->result = DEAL_IS_GENERAL, words_after(ps, licence);
  if (take_text(ps, "may")) return a->result = DEAL_IS_MAYBE, words_after(ps, need_licence);
  if (take_text(ps, "registration")) return a->result = DEAL_IS_REGISTRATION, true;
  if (take(ps, LW_PROHIBITED)) return a->result = DEAL_IS_PROHIBITED, true;
  if (take(ps, LW_NOT)) return a->result = DEAL_IS_NOT_NEEDED, words_after(ps, needed);
  if (take_text(ps, "no")) return a->result = DEAL_IS_NOTHING, words_after(ps, rule);
  return unknown_word(ps, peek(ps), LAW_PARSE_PAYS, "is no answer about a licence",
                      "needs general may registration prohibited not no suspended refused");
}

static bool parse_result(struct parser *ps, struct deal_assert *a, bool fee) {
  if (take(ps, LW_SUSPENDED)) return a->result = DEAL_IS_SUSPENDED, true;
  if (take(ps, LW_REFUSED)) return a->result = DEAL_IS_REFUSED, true;
  return fee ? parse_result_of_fee(ps, a) : parse_result_of_control(ps, a);
}

/* FACT=VALUE, FACT, …, rest no */
static bool parse_case_facts(struct parser *ps, struct deal_assert *a) {
  do {
    if (at_text(ps, "rest") && str_eq(token_str(peek_at(ps, 1)), STR("no"))) {
      ps->at += 2;
      a->rest_no = true;
    } else if (!parse_with(ps)) {
      return false;
    }
  } while (take_kind(ps, LEX_COMMA));
  return true;
}

static bool parse_clauses(struct parser *ps, struct deal_assert *a) {
  for (;;) {
    switch (peek_word(ps)) {
    case LW_OUT:
      ps->at++;
      if (!expect(ps, LW_OF, "\"out\"") || !parse_place(ps, &a->out_of)) return false;
      break;
    case LW_INTO:
      ps->at++;
      if (!parse_place(ps, &a->into)) return false;
      break;
    case LW_ON:
      ps->at++;
      if (!parse_day(ps, &a->on)) return false;
      break;
    case LW_KNOWN:
      ps->at++;
      if (!parse_day(ps, &a->known)) return false;
      break;
    case LW_IF:
      ps->at++;
      if (!parse_pick(ps)) return false;
      break;
    case LW_WITH:
      ps->at++;
      if (!parse_case_facts(ps, a)) return false;
      break;
    default:
      return true;
    }
  }
}

static bool parse_whole(struct parser *ps, struct deal_assert *a, bool fee) {
  const struct lex_token *t = peek(ps);
  if (!fee) {
    if (t->kind != LEX_WORD && t->kind != LEX_STRING)
      return parse_error(ps, t, LAW_PARSE_MISSING, "Write an entry, a code or quoted words.",
                         "an item must stand here, not %s", show_token(t).text);
    a->item = token_str(t);
    ps->at++;
  }
  if (!parse_clauses(ps, a)) return false;
  if (a->on == DAY_NEVER)
    return parse_error(ps, peek(ps), LAW_PARSE_MISSING, "Write `on DAY`.",
                       "this assert does not say on which day");
  return parse_result(ps, a, fee) && expect_end(ps);
}

bool parse_deal_assert(struct parser *ps, bool fee) {
  struct deal_assert a = {.pos = token_pos(ps, peek(ps)), .on = DAY_NEVER, .known = DAY_NEVER};
  ps->at++;
  ps->withs.count = ps->picks.count = 0;
  ps->in_assert = true;
  bool read = parse_whole(ps, &a, fee);
  ps->in_assert = false;
  if (!read || !vec_take(ps, &ps->withs, 0, sizeof *a.withs, &a.withs, &a.with_count) ||
      !vec_take(ps, &ps->picks, 0, sizeof *a.picks, &a.picks, &a.pick_count))
    return false;
  struct deal_assert *slot = vec_push(ps, &ps->deal_asserts, sizeof *slot);
  if (slot) *slot = a;
  return slot != NULL;
}
