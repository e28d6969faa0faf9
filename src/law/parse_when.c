// SPDX-License-Identifier: Apache-2.0
// The tail of a statement: since when, until when, by what act, known and printed when.
//
// `through D` becomes the day after it (with a time, the minute after it); `for N …` is kept as written, because how a jurisdiction counts may
// stand in a file not yet read (link.c turns it into `until`).
#include "law/parse.h"

enum {
  SEEN_FROM = 1,
  SEEN_UNTIL = 2,
  SEEN_BY = 4,
  SEEN_KNOWN = 8,
  SEEN_PRINTED = 16,
  SEEN_CITE = 32,
  SEEN_UNCONFIRMED = 64
};

void when_start(struct law_when *w) {
  *w = (struct law_when){.from = DAY_FIRST,
                         .until = DAY_NEVER,
                         .known = DAY_NEVER,
                         .printed = DAY_NEVER,
                         .act = LAW_NONE};
}

void when_default_by(const struct parser *ps, struct law_when *w) {
  if (w->act_name.n) return;
  w->act_name = ps->by;
  if (!w->cite.n) w->cite = ps->by_cite;
}

bool parse_by_line(struct parser *ps) {
  struct str act, cite = {NULL, 0};
  ps->at++;
  if (!parse_name(ps, &act) || (peek(ps)->kind == LEX_STRING && !parse_text(ps, &cite)) ||
      !expect_end(ps))
    return false;
  ps->by = act;
  ps->by_cite = cite;
  return true;
}

/* The last day on, or its last minute: the first one off is the next. */
static bool parse_through(struct parser *ps, struct law_when *w) {
  w->until_minute = CLOCK_MINUTES - 1;
  if (!parse_moment(ps, &w->until, &w->until_minute)) return false;
  w->until += ++w->until_minute / CLOCK_MINUTES;
  w->until_minute %= CLOCK_MINUTES;
  return true;
}

static bool parse_span(struct parser *ps, struct law_when *w, unsigned seen) {
  static const char how[] = "Write `from DAY for 90 days` (or months, or years).";
  const struct lex_token *t = peek(ps);
  unsigned n = 0;
  for (uint32_t i = 0; i < t->n && n < 100000; i++)
    n = t->p[i] >= '0' && t->p[i] <= '9' ? n * 10 + (unsigned)(t->p[i] - '0') : 100000;
  if (t->kind != LEX_WORD || n == 0 || n > 36500)
    return parse_error(ps, t, LAW_PARSE_SPAN, how, "a number must follow \"for\", not %s",
                       show_token(t).text);
  ps->at++;
  struct str unit = token_str(peek(ps));
  if (str_eq(unit, STR("days")) || str_eq(unit, STR("day")))
    w->for_days = n;
  else if (str_eq(unit, STR("months")) || str_eq(unit, STR("month")))
    w->for_months = n;
  else if ((str_eq(unit, STR("years")) || str_eq(unit, STR("year"))) && n <= 200)
    w->for_months = n * 12;
  if ((!w->for_days && !w->for_months) || w->for_months > 2400)
    return parse_error(ps, peek(ps), LAW_PARSE_SPAN, how,
                       "days, months or years must follow the number, not %s",
                       show_token(peek(ps)).text);
  ps->at++;
  if (!(seen & SEEN_FROM))
    return parse_error(ps, t, LAW_PARSE_SPAN, how, "\"for\" counts from a day, and none is given");
  return true;
}

static unsigned bit_of(enum law_word w) {
  switch (w) {
  case LW_FROM:
    return SEEN_FROM;
  case LW_UNTIL:
  case LW_THROUGH:
  case LW_FOR:
    return SEEN_UNTIL;
  case LW_BY:
    return SEEN_BY;
  case LW_KNOWN:
    return SEEN_KNOWN;
  case LW_PRINTED:
    return SEEN_PRINTED;
  case LW_CITE:
    return SEEN_CITE;
  case LW_UNCONFIRMED:
    return SEEN_UNCONFIRMED;
  default:
    return 0;
  }
}

static bool read_clause(struct parser *ps, struct law_when *w, enum law_word word, unsigned seen) {
  switch (word) {
  case LW_FROM:
    return parse_moment(ps, &w->from, &w->from_minute);
  case LW_UNTIL:
    return parse_moment(ps, &w->until, &w->until_minute);
  case LW_THROUGH:
    return parse_through(ps, w);
  case LW_FOR:
    return parse_span(ps, w, seen);
  case LW_BY:
    return parse_name(ps, &w->act_name);
  case LW_KNOWN:
    return parse_moment(ps, &w->known, &w->known_minute);
  case LW_PRINTED:
    w->has_printed = true;
    return parse_day(ps, &w->printed);
  case LW_CITE:
    return parse_text(ps, &w->cite);
  default: /* unconfirmed ["…"] */
    w->is_unconfirmed = true;
    return peek(ps)->kind != LEX_STRING || parse_text(ps, &w->unconfirmed);
  }
}

enum clause parse_when_clause(struct parser *ps, struct law_when *w, unsigned *seen) {
  const struct lex_token *t = peek(ps);
  bool bare = t->kind == LEX_STRING; /* a paragraph of the act: "1(3)" */
  enum law_word word = bare ? LW_CITE : peek_word(ps);
  unsigned bit = bit_of(word);
  if (!bit) return CLAUSE_NONE;
  if (*seen & bit) {
    parse_error(ps, t, LAW_PARSE_TWICE, "Keep one of them; a change is a new line.",
                "%s says again what this statement has said already", show_token(t).text);
    return CLAUSE_BAD;
  }
  ps->at += !bare;
  bool good = read_clause(ps, w, word, *seen);
  *seen |= bit;
  return good ? CLAUSE_READ : CLAUSE_BAD;
}

bool parse_when(struct parser *ps, struct law_when *w) {
  unsigned seen = 0;
  enum clause c;
  when_start(w);
  do c = parse_when_clause(ps, w, &seen);
  while (c == CLAUSE_READ);
  when_default_by(ps, w);
  return c == CLAUSE_NONE && expect_end(ps);
}
