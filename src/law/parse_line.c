// SPDX-License-Identifier: Apache-2.0
// Statements: scope, demands, exemptions, yields, states; each a head and a tail of clauses.
//
// What a statement may carry depends on its kind: a state has no goods of its own (it silences the whole
// heading or measure), a yield may name the heading that shows it.
#include "law/parse.h"

enum { MAY_IF = 1, MAY_ON = 2, MAY_OF = 4, MAY_GOODS = 8, MAY_LABEL = 16 };

static unsigned may_have(enum law_stmt_kind kind) {
  switch (kind) {
  case LAW_IF:
    return 0;
  case LAW_INTO:
  case LAW_OUT_OF:
  case LAW_OF:
  case LAW_GOODS:
  case LAW_SUSPENDED:
  case LAW_VOID:
  case LAW_RESUMES:
  case LAW_ENDS:
    return MAY_IF;
  case LAW_YIELDS:
    return MAY_IF | MAY_ON | MAY_OF | MAY_GOODS | MAY_LABEL;
  default:
    return MAY_IF | MAY_ON | MAY_OF | MAY_GOODS;
  }
}

/* ---- clauses ------------------------------------------------------------------------------------------- */

/* on value [less PARTS] | PARTS, then [else value] */
static bool parse_parts(struct parser *ps, struct law_parts *out) {
  out->stated = true;
  out->value_less = take(ps, LW_VALUE);
  if (!out->value_less || take(ps, LW_LESS))
    if (!parse_names(ps, &out->names, &out->count)) return false;
  if (!take(ps, LW_ELSE)) return true;
  out->else_value = true;
  return expect(ps, LW_VALUE, "\"else\"");
}

static unsigned bit_of(enum law_word w) {
  switch (w) {
  case LW_IF:
    return MAY_IF;
  case LW_ON:
    return MAY_ON;
  case LW_OF:
    return MAY_OF;
  case LW_GOODS:
    return MAY_GOODS;
  case LW_HEADING:
    return MAY_LABEL;
  default:
    return 0;
  }
}

static bool read_clause(struct parser *ps, struct law_stmt *s, unsigned bit) {
  switch (bit) {
  case MAY_IF:
    return parse_cond(ps, &s->cond);
  case MAY_ON:
    return parse_parts(ps, &s->on);
  case MAY_OF:
    s->has_of = true;
    return parse_set(ps, SET_PLACES, &s->of);
  case MAY_GOODS:
    s->has_goods = true;
    return parse_set(ps, SET_GOODS, &s->goods);
  default:
    return parse_label(ps, &s->label);
  }
}

static bool clause_error(struct parser *ps, const struct lex_token *t, bool twice) {
  if (twice)
    return parse_error(ps, t, LAW_PARSE_TWICE, "Keep one of them; a change is a new line.",
                       "%s says again what this statement has said already", show_token(t).text);
  return parse_error(ps, t, LAW_PARSE_CLAUSE,
                     "Put it on a heading or on a rate; a state speaks of the whole block.",
                     "a statement of this kind has no clause %s", show_token(t).text);
}

static bool parse_clauses(struct parser *ps, struct law_stmt *s) {
  unsigned may = may_have(s->kind), seen = 0, seen_when = 0;
  for (;;) {
    if (s->kind == LAW_NOT_ENCODED && !s->text.n && peek(ps)->kind == LEX_STRING) {
      parse_text(ps, &s->text);
      continue;
    }
    enum clause c = parse_when_clause(ps, &s->when, &seen_when);
    if (c == CLAUSE_READ) continue;
    const struct lex_token *t = peek(ps);
    unsigned bit = bit_of(peek_word(ps));
    if (c == CLAUSE_BAD || !bit) return c != CLAUSE_BAD;
    if (!(may & bit) || (seen & bit)) return clause_error(ps, t, (may & bit) != 0);
    seen |= bit;
    ps->at++;
    if (!read_clause(ps, s, bit)) return false;
  }
}

static bool finish(struct parser *ps, struct law_stmt *s) {
  if (!parse_clauses(ps, s) || !expect_end(ps)) return false;
  when_default_by(ps, &s->when);
  return true;
}

static void start(struct parser *ps, struct law_stmt *s, enum law_stmt_kind kind) {
  *s = (struct law_stmt){.kind = kind,
                         .pos = token_pos(ps, peek(ps)),
                         .points = RAT_ZERO,
                         .day = DAY_NEVER};
  when_start(&s->when);
}

/* ---- heads --------------------------------------------------------------------------------------------- */

static bool parse_target_names(struct parser *ps, struct law_stmt *s) {
  if (!parse_names(ps, &s->names, &s->name_count)) return false;
  return !take(ps, LW_BUT) || parse_names(ps, &s->but_names, &s->but_count);
}

/* Words up to the first clause. */
static bool parse_licence_words(struct parser *ps, struct law_stmt *s) {
  const struct lex_token *first = peek(ps);
  while (peek(ps)->kind == LEX_WORD && !law_word_is_reserved(peek_word(ps))) ps->at++;
  const struct lex_token *last = &ps->lx.tokens[ps->at - 1];
  if (first > last)
    return parse_error(ps, first, LAW_PARSE_TEXT, "Write what is needed: licence required.",
                       "words must follow \"licence\", not %s", show_token(first).text);
  s->text = (struct str){first->p, (size_t)(last->p + last->n - first->p)};
  return true;
}

static bool parse_quota(struct parser *ps, struct law_stmt *s) {
  s->quota_unknown = take(ps, LW_UNKNOWN);
  if (!s->quota_unknown && !parse_amount(ps, &s->quota)) return false;
  if (!expect(ps, LW_EACH, "the quantity of a quota")) return false;
  const struct lex_token *t = peek(ps);
  if (t->kind != LEX_WORD || t->word != LW_NONE)
    return parse_error(ps, t, LAW_PARSE_MISSING, "Write year, quarter or month.",
                       "a period must follow \"each\", not %s", show_token(t).text);
  s->period = token_str(t);
  ps->at++;
  return true;
}

static bool parse_suspended(struct parser *ps, struct law_stmt *s) {
  struct law_amount a;
  const struct lex_token *t = peek(ps);
  if (t->kind != LEX_WORD || t->p[0] < '0' || t->p[0] > '9') return true; /* silence, not points */
  if (!parse_amount(ps, &a)) return false;
  if (a.kind != LAW_AMOUNT_SHARE)
    return parse_error(ps, t, LAW_PARSE_AMOUNT, "Write the points taken off, as in suspended 24%.",
                       "%s is no percentage", show_token(t).text);
  s->has_points = true;
  s->points = a.value;
  return true;
}

static bool parse_per_entry(struct parser *ps, struct law_stmt *s) {
  if (!take(ps, LW_PER)) return true;
  if (!str_eq(token_str(peek(ps)), STR("entry")))
    return parse_error(ps, peek(ps), LAW_PARSE_MISSING, "Write `per entry`.",
                       "\"entry\" must follow \"per\", not %s", show_token(peek(ps)).text);
  ps->at++;
  s->expr.per_entry = true;
  return true;
}

static bool parse_head(struct parser *ps, struct law_stmt *s) {
  switch (s->kind) {
  case LAW_RATE:
    return parse_expr(ps, &s->expr);
  case LAW_FEE:
    return parse_expr(ps, &s->expr) && parse_per_entry(ps, s);
  case LAW_LICENCE:
    return parse_licence_words(ps, s);
  case LAW_PROMISE:
    return parse_amount(ps, &s->quota);
  case LAW_QUOTA:
    return parse_quota(ps, s);
  case LAW_YIELDS:
    return expect(ps, LW_TO, "\"yields\"") && parse_target_names(ps, s);
  case LAW_EXEMPTS:
    return parse_target_names(ps, s);
  case LAW_SUSPENDED:
    return parse_suspended(ps, s);
  case LAW_ENDS:
    return parse_moment(ps, &s->day, &s->minute);
  case LAW_NOT_ENCODED:
    return expect(ps, LW_ENCODED, "\"not\"");
  default:
    return true; /* ban, void, resumes */
  }
}

static bool kind_of(enum law_word w, enum law_stmt_kind *kind) {
  static const struct {
    enum law_word word;
    enum law_stmt_kind kind;
  } kinds[] = {{LW_RATE, LAW_RATE},       {LW_FEE, LAW_FEE},         {LW_BAN, LAW_BAN},
               {LW_LICENCE, LAW_LICENCE}, {LW_PROMISE, LAW_PROMISE}, {LW_QUOTA, LAW_QUOTA},
               {LW_EXEMPTS, LAW_EXEMPTS}, {LW_YIELDS, LAW_YIELDS},   {LW_SUSPENDED, LAW_SUSPENDED},
               {LW_VOID, LAW_VOID},       {LW_RESUMES, LAW_RESUMES}, {LW_ENDS, LAW_ENDS},
               {LW_NOT, LAW_NOT_ENCODED}};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
    if (kinds[i].word == w) {
      *kind = kinds[i].kind;
      return true;
    }
  }
  return false;
}

static bool check_whole(struct parser *ps, const struct lex_token *t, const struct law_stmt *s) {
  if (s->kind == LAW_NOT_ENCODED && !s->text.n)
    return parse_error(ps, t, LAW_PARSE_TEXT, "Say between quotes what is missing.",
                       "\"not encoded\" does not say what is missing");
  if (s->kind == LAW_RESUMES && s->when.from == DAY_FIRST)
    return parse_error(ps, t, LAW_PARSE_MISSING, "Write `resumes from DAY`.",
                       "\"resumes\" does not say from when");
  return true;
}

bool parse_stmt(struct parser *ps, struct law_stmt *s) {
  const struct lex_token *t = peek(ps);
  enum law_stmt_kind kind;
  if (!kind_of(peek_word(ps), &kind))
    return unknown_word(
        ps, t, LAW_PARSE_LINE, "begins no line of a measure or heading",
        "title into out of goods if heading rate fee ban licence promise quota exempts "
        "yields suspended void resumes ends not by note assert");
  start(ps, s, kind);
  ps->at++;
  size_t first = (size_t)(t - ps->lx.tokens);
  return parse_head(ps, s) && finish(ps, s) && check_whole(ps, &ps->lx.tokens[first], s);
}

bool parse_scope(struct parser *ps, struct law_stmt *s) {
  enum law_word w = peek_word(ps);
  start(ps, s,
        w == LW_INTO    ? LAW_INTO
        : w == LW_OUT   ? LAW_OUT_OF
        : w == LW_OF    ? LAW_OF
        : w == LW_GOODS ? LAW_GOODS
                        : LAW_IF);
  ps->at++;
  bool good = false;
  switch (s->kind) {
  case LAW_INTO:
    good = parse_place(ps, &s->place);
    break;
  case LAW_OUT_OF:
    good = expect(ps, LW_OF, "\"out\"") && parse_place(ps, &s->place);
    break;
  case LAW_OF:
    s->has_of = true;
    good = parse_set(ps, SET_PLACES, &s->of);
    break;
  case LAW_GOODS:
    s->has_goods = true;
    good = parse_set(ps, SET_GOODS, &s->goods);
    break;
  default:
    good = parse_cond(ps, &s->cond);
    break;
  }
  return good && finish(ps, s);
}
