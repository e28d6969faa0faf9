// SPDX-License-Identifier: Apache-2.0
// Controls and fees on calls: one block each, line by line.
//
// Both have a scope, statements and states; what only one of them may say is told apart here by name, so a
// rate in a control is a mistake and not a silence.
#include <stdio.h>

#include "law/parse.h"

/* ---- lines ---------------------------------------------------------------------------------------------- */

static bool push_line(struct parser *ps, const struct deal_line *line) {
  struct deal_line *slot = vec_push(ps, &ps->deal_lines, sizeof *slot);
  if (slot) *slot = *line;
  return slot != NULL;
}

/* The tail of a line: days, act, paragraph, `if COND`. */
bool parse_deal_clauses(struct parser *ps, struct deal_line *line) {
  unsigned seen = 0;
  for (;;) {
    const struct lex_token *t = peek(ps);
    enum clause c = parse_when_clause(ps, &line->when, &seen);
    if (c == CLAUSE_BAD) return false;
    if (c == CLAUSE_READ) continue;
    if (peek_word(ps) != LW_IF) break;
    if (line->cond)
      return parse_error(ps, t, LAW_PARSE_TWICE, "Join the conditions with and.",
                         "the line has a condition already");
    ps->at++;
    if (!parse_cond(ps, &line->cond)) return false;
  }
  when_default_by(ps, &line->when);
  return expect_end(ps);
}

static bool parse_places_line(struct parser *ps, struct deal_line *line) {
  return parse_set(ps, SET_PLACES, &line->places);
}

/* items any | items "words" | items @list, @list.entry */
static bool parse_items_line(struct parser *ps, struct deal_line *line) {
  if (take_text(ps, "any")) {
    line->any = true;
    return true;
  }
  if (peek(ps)->kind == LEX_STRING) return parse_text(ps, &line->text);
  return parse_refs(ps, &line->items, &line->item_count);
}

static bool parse_need(struct parser *ps, struct deal_line *line) {
  if (take(ps, LW_NOT)) {
    line->need = DEAL_NOT_NEEDED;
    return expect_text(ps, "needed", "\"licence not\"");
  }
  if (take(ps, LW_GENERAL)) return line->need = DEAL_GENERAL, true;
  if (take_text(ps, "required")) return line->need = DEAL_REQUIRED, true;
  if (take_text(ps, "registration")) return line->need = DEAL_REGISTRATION, true;
  return unknown_word(ps, peek(ps), LAW_PARSE_LINE, "says nothing about a licence",
                      "required general registration not");
}

static bool in_principle(struct parser *ps, struct deal_line *line, enum deal_review review) {
  line->review = review;
  return expect(ps, LW_IN, "the review") && expect_text(ps, "principle", "\"in\"");
}

static bool parse_review(struct parser *ps, struct deal_line *line) {
  if (peek(ps)->kind == LEX_STRING) {
    line->review = DEAL_QUOTED;
    return parse_text(ps, &line->text);
  }
  if (take(ps, LW_REFUSED)) return in_principle(ps, line, DEAL_REFUSED);
  if (take_text(ps, "granted")) return in_principle(ps, line, DEAL_GRANTED);
  if (take_text(ps, "ordinary")) return line->review = DEAL_ORDINARY, true;
  if (take_text(ps, "stricter")) return line->review = DEAL_STRICTER, true;
  if (take_text(ps, "case")) {
    line->review = DEAL_CASE_BY_CASE;
    return expect(ps, LW_BY, "\"case\"") && expect_text(ps, "case", "\"case by\"");
  }
  return unknown_word(ps, peek(ps), LAW_PARSE_LINE, "is no kind of review",
                      "ordinary stricter case refused granted");
}

/* must "do something" [within N [working] days of|before|after EVENT] */
static bool parse_must(struct parser *ps, struct deal_line *line) {
  if (!parse_text(ps, &line->text) || !take_text(ps, "within")) return line->text.n > 0;
  if (!parse_number(ps, 3650, &line->within)) return false;
  line->working = take_text(ps, "working");
  if (!take_text(ps, "day") && !expect_text(ps, "days", "the number")) return false;
  const struct lex_token *t = peek(ps);
  if (!take(ps, LW_OF) && !take(ps, LW_BEFORE) && !take_text(ps, "after"))
    return parse_error(ps, t, LAW_PARSE_MISSING, "Write of, before or after and the event.",
                       "an event must follow the days, not %s", show_token(t).text);
  const struct lex_token *word = peek(ps);
  if (word->kind != LEX_WORD || word->word != LW_NONE)
    return parse_error(ps, word, LAW_PARSE_MISSING, "Write one word: export, arrival.",
                       "an event must stand here, not %s", show_token(word).text);
  ps->at++;
  line->event = (struct str){t->p, (size_t)(word->p + word->n - t->p)};
  return true;
}

static bool parse_yields_line(struct parser *ps, struct deal_line *line) {
  return expect(ps, LW_TO, "\"yields\"") && parse_names(ps, &line->names, &line->name_count);
}

/* ---- amounts: $50/net-ton, CNY 400/net-ton, the greater of A and B --------------------------------------- */

static bool is_currency(const struct lex_token *t) {
  if (t->kind != LEX_WORD || t->n != 3) return false;
  for (uint32_t i = 0; i < 3; i++)
    if (t->p[i] < 'A' || t->p[i] > 'Z') return false;
  return true;
}

bool parse_deal_term(struct parser *ps, struct deal_term *out) {
  const struct lex_token *t = peek(ps);
  *out = (struct deal_term){.currency = STR("USD")};
  if (is_currency(t)) {
    out->currency = token_str(t);
    ps->at++;
  }
  struct str s = token_str(peek(ps));
  if (s.n && s.p[0] == '$') s = str_sub(s, 1, s.n);
  long slash = str_find(s, '/');
  struct str number = slash < 0 ? s : str_sub(s, 0, (size_t)slash);
  if (slash >= 0) out->unit = str_sub(s, (size_t)slash + 1, s.n);
  out->is_share = slash < 0 && number.n > 1 && number.p[number.n - 1] == '%';
  if (out->is_share) {
    number.n--;
    out->currency.n = 0;
  }
  struct rat hundred = rat_int(100);
  bool good = peek(ps)->kind == LEX_WORD && rat_parse(number, &out->value) &&
              (!out->is_share || rat_div(out->value, hundred, &out->value));
  if (!good)
    return parse_error(ps, peek(ps), LAW_PARSE_RATE, "Write $50/net-ton or CNY 400/net-ton.",
                       "an amount must stand here, not %s", show_token(peek(ps)).text);
  ps->at++;
  return true;
}

/* , no less than MONEY | , no more than MONEY */
static bool parse_limits(struct parser *ps, struct deal_rate *rate) {
  while (peek(ps)->kind == LEX_COMMA && str_eq(token_str(peek_at(ps, 1)), STR("no"))) {
    ps->at += 2;
    bool least = take(ps, LW_LESS);
    if (!least && !expect(ps, LW_MORE, "\"no\"")) return false;
    if (!expect(ps, LW_THAN, "the comparison") ||
        !parse_deal_term(ps, least ? &rate->least : &rate->most))
      return false;
    *(least ? &rate->has_least : &rate->has_most) = true;
  }
  return true;
}

static bool parse_rate_line(struct parser *ps, struct deal_line *line) {
  struct deal_rate *rate = &line->rate;
  const struct lex_token *first = peek(ps);
  if (take_text(ps, "the")) {
    rate->pick = take_text(ps, "greater") ? DEAL_GREATER : DEAL_LESSER;
    if (rate->pick == DEAL_LESSER && !expect_text(ps, "lesser", "\"the\"")) return false;
    if (!expect(ps, LW_OF, "the comparison") || !parse_deal_term(ps, &rate->terms[0]) ||
        !expect(ps, LW_AND, "the first amount") || !parse_deal_term(ps, &rate->terms[1]))
      return false;
  } else if (!parse_deal_term(ps, &rate->terms[0])) {
    return false;
  }
  if (!parse_limits(ps, rate)) return false;
  const struct lex_token *last = &ps->lx.tokens[ps->at - 1];
  rate->text = (struct str){first->p, (size_t)(last->p + last->n - first->p)};
  return true;
}

/* ---- lines of the block itself ----------------------------------------------------------------------------- */

static bool parse_covers(struct parser *ps, struct deal_block *b) {
  static const char *const deeds[] = {"export", "re-export", "transfer", "help"};
  do {
    unsigned i = 0;
    while (i < 4 && !at_text(ps, deeds[i])) i++;
    if (i == 4)
      return unknown_word(ps, peek(ps), LAW_PARSE_LINE, "is no deed a control covers",
                          "export re-export transfer help");
    b->covers |= 1u << i;
    ps->at++;
  } while (take_kind(ps, LEX_COMMA));
  return expect_end(ps);
}

static bool parse_binds(struct parser *ps, struct deal_block *b) {
  b->has_binds = true;
  return expect_text(ps, "persons", "\"binds\"") && expect(ps, LW_OF, "\"persons\"") &&
         parse_set(ps, SET_PLACES, &b->binds) && expect_end(ps);
}

/* on FACT [, rounded up] */
static bool parse_on(struct parser *ps, struct deal_block *b) {
  if (!parse_name(ps, &b->on_fact)) return false;
  if (take_kind(ps, LEX_COMMA)) {
    if (!expect_text(ps, "rounded", "the comma") || !expect_text(ps, "up", "\"rounded\""))
      return false;
    b->rounded_up = true;
  }
  return expect_end(ps);
}

/* charged once per voyage, at the first port [by ACT] */
static bool parse_charged(struct parser *ps, struct deal_block *b) {
  const struct lex_token *first = peek(ps);
  while (!at_end(ps) && peek_word(ps) != LW_BY) ps->at++;
  const struct lex_token *last = &ps->lx.tokens[ps->at - 1];
  if (last < first)
    return parse_error(ps, first, LAW_PARSE_TEXT, "Write charged once per voyage.",
                       "words must follow \"charged\"");
  b->charged = (struct str){first->p, (size_t)(last->p + last->n - first->p)};
  struct law_when when;
  return parse_when(ps, &when);
}

/* cap 5 per ship per calendar year | per year from 04-17 */
static bool parse_cap(struct parser *ps, struct deal_block *b) {
  if (!parse_number(ps, 1000, &b->cap) || !expect(ps, LW_PER, "the number")) return false;
  b->cap_subject = token_str(peek(ps));
  ps->at += !at_end(ps);
  if (!expect(ps, LW_PER, "the subject")) return false;
  b->cap_month = b->cap_day = 1;
  if (!take_text(ps, "calendar") || !take_text(ps, "year")) {
    if (!expect_text(ps, "year", "\"per\"") || !expect(ps, LW_FROM, "\"year\"")) return false;
    struct str s = token_str(peek(ps));
    int month = s.n == 5 ? (s.p[0] - '0') * 10 + s.p[1] - '0' : 0;
    int day = s.n == 5 ? (s.p[3] - '0') * 10 + s.p[4] - '0' : 0;
    if (s.n != 5 || s.p[2] != '-' || month < 1 || month > 12 || day < 1 || day > 28)
      return parse_error(ps, peek(ps), LAW_PARSE_DATE, "Write month and day as 04-17.",
                         "the first day of the year must stand here, not %s",
                         show_token(peek(ps)).text);
    b->cap_month = (uint8_t)month;
    b->cap_day = (uint8_t)day;
    ps->at++;
  }
  struct law_when when;
  return parse_when(ps, &when);
}

static bool parse_block_words(struct parser *ps, struct deal_block *b, bool *read) {
  bool fee = b->kind == DEAL_FEE;
  *read = true;
  if (!fee && take_text(ps, "covers")) return parse_covers(ps, b);
  if (!fee && take_text(ps, "binds")) return parse_binds(ps, b);
  if (fee && take(ps, LW_ON)) return parse_on(ps, b);
  if (fee && take_text(ps, "charged")) return parse_charged(ps, b);
  if (fee && take_text(ps, "cap")) return parse_cap(ps, b);
  *read = false;
  return true;
}

/* ---- what begins a line -------------------------------------------------------------------------------------- */

static bool line_kind(struct parser *ps, bool fee, enum deal_line_kind *kind) {
  switch (peek_word(ps)) {
  case LW_OUT:
    ps->at++;
    *kind = DEAL_OUT_OF;
    return expect(ps, LW_OF, "\"out\"");
  case LW_INTO:
    *kind = DEAL_INTO;
    break;
  case LW_OF:
    *kind = DEAL_OF;
    break;
  case LW_SUSPENDED:
    *kind = DEAL_SUSPENDED;
    break;
  case LW_RESUMES:
    *kind = DEAL_RESUMES;
    break;
  case LW_ENDS:
    *kind = DEAL_ENDS;
    break;
  case LW_VOID:
    *kind = DEAL_VOID;
    break;
  case LW_NOT:
    ps->at++;
    *kind = DEAL_NOT_ENCODED;
    return expect(ps, LW_ENCODED, "\"not\"");
  case LW_LICENCE:
    *kind = DEAL_LICENCE;
    if (fee) return false;
    break;
  case LW_PROHIBITED:
    *kind = DEAL_PROHIBITED;
    if (fee) return false;
    break;
  case LW_RATE:
    *kind = DEAL_RATE;
    if (!fee) return false;
    break;
  case LW_YIELDS:
    *kind = DEAL_YIELDS;
    if (!fee) return false;
    break;
  default:
    if (at_text(ps, "only")) {
      ps->at++;
      *kind = DEAL_ONLY_IF;
      return expect(ps, LW_IF, "\"only\"");
    }
    *kind = at_text(ps, "unless") ? DEAL_UNLESS : at_text(ps, "must") ? DEAL_MUST : DEAL_ITEMS;
    if (at_text(ps, "review") && !fee) *kind = DEAL_REVIEW;
    if (*kind == DEAL_ITEMS && (fee || !at_text(ps, "items"))) return false;
  }
  ps->at++;
  return true;
}

static bool parse_head(struct parser *ps, struct deal_line *line) {
  switch (line->kind) {
  case DEAL_OUT_OF:
  case DEAL_INTO:
  case DEAL_OF:
    return parse_places_line(ps, line);
  case DEAL_ITEMS:
    return parse_items_line(ps, line);
  case DEAL_ONLY_IF:
  case DEAL_UNLESS:
    return parse_cond(ps, &line->cond);
  case DEAL_LICENCE:
    return parse_need(ps, line);
  case DEAL_REVIEW:
    return parse_review(ps, line);
  case DEAL_MUST:
    return parse_must(ps, line);
  case DEAL_RATE:
    return parse_rate_line(ps, line);
  case DEAL_YIELDS:
    return parse_yields_line(ps, line);
  case DEAL_ENDS:
    return parse_day(ps, &line->day);
  case DEAL_NOT_ENCODED:
    return parse_text(ps, &line->text);
  default:
    return true; /* prohibited, suspended, resumes, void */
  }
}

static void parse_line_of(struct parser *ps, struct deal_block *b) {
  const struct lex_token *t = peek(ps);
  bool fee = b->kind == DEAL_FEE, read;
  struct deal_line line = {.pos = token_pos(ps, t), .day = DAY_NEVER};
  when_start(&line.when);
  if (!parse_block_words(ps, b, &read) || read) return;
  size_t at = ps->at;
  if (!line_kind(ps, fee, &line.kind)) {
    if (ps->at == at)
      unknown_word(ps, t, LAW_PARSE_LINE,
                   fee ? "begins no line of a fee" : "begins no line of a control",
                   fee ? "title into only unless rate on charged cap yields must suspended resumes "
                         "ends void not by note assert"
                       : "title out into of items covers binds only unless licence review "
                         "prohibited must suspended resumes ends void not by note assert");
    return;
  }
  if (parse_head(ps, &line) && parse_deal_clauses(ps, &line)) push_line(ps, &line);
}

static void parse_child(struct parser *ps, struct deal_block *b) {
  enum law_word w = peek_word(ps);
  switch (w) {
  case LW_TITLE:
    ps->at++;
    parse_title_line(ps, &b->title);
    return;
  case LW_NOTE:
    ps->at++;
    parse_notes_line(ps);
    return;
  case LW_BY:
    parse_by_line(ps);
    return;
  case LW_ASSERT:
    parse_deal_assert(ps, b->kind == DEAL_FEE);
    return;
  default:
    parse_line_of(ps, b);
    return;
  }
}

void parse_deal_block(struct parser *ps, bool fee) {
  struct deal_block b = {.kind = fee ? DEAL_FEE : DEAL_CONTROL,
                         .parent = LAW_NONE,
                         .pos = token_pos(ps, peek(ps))};
  if (!parse_name(ps, &b.name) || !expect_end(ps)) b.name.n = 0;
  ps->deal_lines.count = ps->notes.count = ps->deal_asserts.count = 0;
  ps->deal = true;
  while (next_line(ps, 0, true)) parse_child(ps, &b);
  ps->deal = false;
  if (!vec_take(ps, &ps->deal_lines, 0, sizeof *b.lines, &b.lines, &b.count) ||
      !vec_take(ps, &ps->notes, 0, sizeof *b.notes, &b.notes, &b.note_count) ||
      !vec_take(ps, &ps->deal_asserts, 0, sizeof *b.asserts, &b.asserts, &b.assert_count) ||
      !b.name.n)
    return;
  struct deal_block *slot = vec_push(ps, fee ? &ps->fees : &ps->controls, sizeof *slot);
  if (slot) *slot = b;
}
