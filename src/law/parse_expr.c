// SPDX-License-Identifier: Apache-2.0
// Amounts and rates: 7.5%, 33 1/3%, $31.67, 1.9c/kg, $1.05/kg + 2.3%, 15% less base.
//
// All exact: a percentage is a rational, cents per unit are hundredths of the major unit.
#include "law/parse.h"

static bool digit(char c) {
  return c >= '0' && c <= '9';
}

/* A number with thousands separators reaches the parser as several tokens: "65" "," "205". */
static struct str take_number(struct parser *ps) {
  struct str s = token_str(peek(ps));
  ps->at++;
  for (;;) {
    const struct lex_token *comma = peek(ps), *next = peek_at(ps, 1);
    bool group = comma->kind == LEX_COMMA && comma->glued && next->kind == LEX_WORD &&
                 next->glued && next->n >= 3 && digit(next->p[0]) && digit(next->p[1]) &&
                 digit(next->p[2]) && (next->n == 3 || !digit(next->p[3]));
    if (!group) return s;
    s.n = (size_t)(next->p + next->n - s.p);
    ps->at += 2;
  }
}

static bool amount_error(struct parser *ps, const struct lex_token *t) {
  return parse_error(ps, t, LAW_PARSE_AMOUNT,
                     "Write 15%, $800, 33 1/3% or a quantity such as 100 kg.",
                     "an amount must stand here, not %s", show_token(t).text);
}

static bool share(struct str s, struct rat *out) {
  struct rat n, hundred = rat_int(100);
  return s.n > 1 && s.p[s.n - 1] == '%' && rat_parse_mixed(str_sub(s, 0, s.n - 1), &n) &&
         rat_div(n, hundred, out);
}

/* "33 1/3%" is two tokens side by side. */
static bool take_mixed(struct parser *ps, struct rat *out) {
  const struct lex_token *a = peek(ps), *b = peek_at(ps, 1);
  if (b->kind != LEX_WORD || b->line != a->line || b->n < 4 || !digit(b->p[0]) ||
      str_find(token_str(b), '/') < 0 || b->p[b->n - 1] != '%')
    return false;
  if (!share((struct str){a->p, (size_t)(b->p + b->n - a->p)}, out)) return false;
  ps->at += 2;
  return true;
}

static bool is_plain_word(const struct lex_token *t) {
  return t->kind == LEX_WORD && t->word == LW_NONE &&
         ((t->p[0] >= 'a' && t->p[0] <= 'z') || (t->p[0] >= 'A' && t->p[0] <= 'Z'));
}

/* Units of things that are measured in a control: /cm2, µm, °C. */
static bool is_unit_sign(const struct parser *ps) {
  const struct lex_token *t = peek(ps);
  return ps->deal && t->kind == LEX_WORD && t->word == LW_NONE &&
         (t->p[0] == '/' || (unsigned char)t->p[0] >= 0x80);
}

bool parse_amount(struct parser *ps, struct law_amount *out) {
  const struct lex_token *t = peek(ps);
  *out = (struct law_amount){.kind = LAW_AMOUNT_SHARE};
  if (t->kind != LEX_WORD || !(digit(t->p[0]) || t->p[0] == '$')) return amount_error(ps, t);
  if (take_mixed(ps, &out->value)) return true;
  struct str s = take_number(ps);
  if (s.p[s.n - 1] == '%') return share(s, &out->value) || amount_error(ps, t);
  out->kind = s.p[0] == '$' ? LAW_AMOUNT_MONEY : LAW_AMOUNT_QUANTITY;
  if (!rat_parse(s.p[0] == '$' ? str_sub(s, 1, s.n) : s, &out->value)) return amount_error(ps, t);
  if (out->kind == LAW_AMOUNT_QUANTITY && (is_plain_word(peek(ps)) || is_unit_sign(ps))) {
    out->unit = token_str(peek(ps));
    ps->at++;
  }
  return true;
}

/* ---- rates ------------------------------------------------------------------------------------------- */

static bool rate_error(struct parser *ps, const struct lex_token *t) {
  return parse_error(
      ps, t, LAW_PARSE_RATE,
      "Write 25%, $1.05/kg, 1.9c/kg, free, none, unknown, general, special, column-2 or a fact.",
      "a rate must stand here, not %s", show_token(t).text);
}

static bool term_word(struct str s, enum law_term_kind *kind) {
  static const struct {
    const char *text;
    enum law_term_kind kind;
  } words[] = {{"free", LAW_TERM_FREE},        {"Free", LAW_TERM_FREE},
               {"none", LAW_TERM_NONE},        {"unknown", LAW_TERM_UNKNOWN},
               {"general", LAW_TERM_GENERAL},  {"special", LAW_TERM_SPECIAL},
               {"column-2", LAW_TERM_COLUMN_2}};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    if (str_eq(s, str_of(words[i].text))) {
      *kind = words[i].kind;
      return true;
    }
  }
  return false;
}

/* "1.05" "/kg" of $1.05/kg, or "1.9c" "/kg": major units per unit. */
static bool per_unit(struct str s, bool dollars, struct law_term *out) {
  long slash = str_find(s, '/');
  struct str number = slash < 0 ? s : str_sub(s, 0, (size_t)slash);
  struct rat hundred = rat_int(100);
  out->kind = slash < 0 ? LAW_TERM_MONEY : LAW_TERM_PER_UNIT;
  if (slash >= 0) out->unit = str_sub(s, (size_t)slash + 1, s.n);
  if (slash >= 0 && out->unit.n == 0) return false;
  if (dollars) return rat_parse(number, &out->value);
  return slash >= 0 && number.n > 1 && number.p[number.n - 1] == 'c' &&
         rat_parse(str_sub(number, 0, number.n - 1), &out->value) &&
         rat_div(out->value, hundred, &out->value);
}

/* A name of a fact is lower case, as all names are; a column of the schedule names none. */
static bool fact_word(const struct parser *ps, const struct lex_token *t) {
  if (!ps->law || t->word != LW_NONE || t->p[0] < 'a' || t->p[0] > 'z') return false;
  for (uint32_t i = 1; i < t->n; i++) {
    char c = t->p[i];
    if (!(c >= 'a' && c <= 'z') && !digit(c) && c != '-' && c != '.') return false;
  }
  return true;
}

static bool parse_term(struct parser *ps, struct law_term *out) {
  const struct lex_token *t = peek(ps);
  out->kind = LAW_TERM_SHARE;
  out->value = RAT_ZERO;
  out->unit = (struct str){0};
  out->fact_index = LAW_NONE;
  if (t->kind != LEX_WORD) return rate_error(ps, t);
  bool word = term_word(token_str(t), &out->kind);
  if (!word && fact_word(ps, t)) {
    out->kind = LAW_TERM_FACT;
    out->unit = token_str(t);
    word = true;
  }
  if (word) {
    ps->at++;
    return true;
  }
  if (!digit(t->p[0]) && t->p[0] != '$') return rate_error(ps, t);
  if (take_mixed(ps, &out->value)) return true;
  struct str s = take_number(ps);
  bool good = s.p[s.n - 1] == '%' ? share(s, &out->value)
              : s.p[0] == '$'     ? per_unit(str_sub(s, 1, s.n), true, out)
                                  : per_unit(s, false, out);
  return good || rate_error(ps, t);
}

/* The joining word before the next term; false when the rate ends here. */
static bool take_op(struct parser *ps, enum law_op *op) {
  const struct lex_token *t = peek(ps);
  if (t->kind == LEX_WORD && t->n == 1 && t->p[0] == '+') {
    *op = LAW_OP_PLUS;
    ps->at++;
    return true;
  }
  if (peek_word(ps) != LW_AT || (word_at(ps, 1) != LW_LEAST && word_at(ps, 1) != LW_MOST))
    return false;
  *op = word_at(ps, 1) == LW_LEAST ? LAW_OP_AT_LEAST : LAW_OP_AT_MOST;
  ps->at += 2;
  return true;
}

static bool parse_less(struct parser *ps, struct law_expr *out) {
  if (!take(ps, LW_LESS)) return true;
  if (take(ps, LW_BASE))
    out->less = LAW_LESS_BASE;
  else if (take(ps, LW_GENERAL))
    out->less = LAW_LESS_GENERAL;
  else
    return parse_error(ps, peek(ps), LAW_PARSE_RATE, "Write `less base` or `less general`.",
                       "base or general must follow \"less\", not %s", show_token(peek(ps)).text);
  return true;
}

static bool single_spaced(const struct lex_token *a, const struct lex_token *z) {
  for (const struct lex_token *t = a + 1; t <= z; t++)
    if (!t->glued && t->p != t[-1].p + t[-1].n + 1) return false;
  return true;
}

/* The words as written, with single spaces between them. A slice of the text where it already is. */
static bool keep_text(struct parser *ps, size_t first, struct str *out) {
  const struct lex_token *a = &ps->lx.tokens[first], *z = &ps->lx.tokens[ps->at - 1];
  size_t most = 0, n = 0;
  if (single_spaced(a, z)) {
    *out = (struct str){a->p, (size_t)(z->p + z->n - a->p)};
    return true;
  }
  for (const struct lex_token *t = a; t <= z; t++) most += t->n + 1u;
  char *text = arena_alloc(ps->arena, most);
  if (!text) {
    ps->failed = true;
    return false;
  }
  for (const struct lex_token *t = a; t <= z; t++) {
    if (t > a && !t->glued) text[n++] = ' ';
    for (size_t i = 0; i < t->n; i++) text[n++] = t->p[i];
  }
  *out = (struct str){text, n};
  return true;
}

bool parse_expr(struct parser *ps, struct law_expr *out) {
  size_t first = ps->at, from = ps->terms.count;
  enum law_op op = LAW_OP_PLUS;
  *out = (struct law_expr){.less = LAW_LESS_NOTHING};
  do {
    struct law_term *term = vec_push(ps, &ps->terms, sizeof *term);
    if (!term) return false;
    term->op = op;
    if (!parse_term(ps, term)) return false;
  } while (take_op(ps, &op));
  if (!vec_take(ps, &ps->terms, from, sizeof *out->terms, &out->terms, &out->count) ||
      !parse_less(ps, out))
    return false;
  return keep_text(ps, first, &out->text);
}

bool law_expr_parse(struct arena *a, struct str s, struct law_expr *out) {
  struct parser ps = {.arena = a, .lx = {.next_indent = -1}};
  bool good = lex_text(&ps.lx, s) && parse_expr(&ps, out) && at_end(&ps);
  if (ps.failed || ps.lx.failed) a->failed = true; /* memory, not the text */
  parser_free(&ps);
  return good;
}
