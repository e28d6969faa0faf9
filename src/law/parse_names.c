// SPDX-License-Identifier: Apache-2.0
// Small pieces of a line: names, labels, texts, days, places.
#include <string.h>

#include "law/parse.h"

bool name_valid(struct str s) {
  bool start = true; /* of a part between dots */
  if (s.n == 0 || s.n > 120 || s.p[0] < 'a' || s.p[0] > 'z') return false;
  for (size_t i = 0; i < s.n; i++) {
    char c = s.p[i];
    bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!plain && (start || (c != '-' && c != '.'))) return false;
    start = c == '.';
  }
  return !start;
}

bool parse_name(struct parser *ps, struct str *out) {
  const struct lex_token *t = peek(ps);
  *out = token_str(t);
  if (t->kind != LEX_WORD || !name_valid(*out))
    return parse_error(ps, t, LAW_PARSE_NAME,
                       "Names are lower case, their parts joined by dots: us.301.cn.list-3.",
                       "a name must stand here, not %s", show_token(t).text);
  ps->at++;
  return true;
}

bool parse_names(struct parser *ps, struct str **out, uint32_t *count) {
  size_t from = ps->names.count;
  do {
    struct str name;
    if (!parse_name(ps, &name) || !push_str(ps, &ps->names, name)) return false;
  } while (take_kind(ps, LEX_COMMA));
  return vec_take(ps, &ps->names, from, sizeof **out, out, count);
}

bool parse_label(struct parser *ps, struct str *out) {
  const struct lex_token *t = peek(ps);
  if (t->kind != LEX_WORD || law_word_is_reserved((enum law_word)t->word))
    return parse_error(ps, t, LAW_PARSE_LABEL, "Write a reporting number or a word.",
                       "a heading must stand here, not %s", show_token(t).text);
  *out = token_str(t);
  ps->at++;
  return true;
}

bool parse_text(struct parser *ps, struct str *out) {
  const struct lex_token *t = peek(ps);
  if (t->kind != LEX_STRING)
    return parse_error(ps, t, LAW_PARSE_TEXT, "Put the words between quotes.",
                       "quoted words must stand here, not %s", show_token(t).text);
  *out = token_str(t);
  ps->at++;
  return true;
}

static const char *token_start(const struct lex_token *t) {
  return t->kind == LEX_STRING || t->kind == LEX_UNCLOSED || t->kind == LEX_LIST ? t->p - 1 : t->p;
}
static const char *token_end(const struct lex_token *t) {
  return t->kind == LEX_STRING ? t->p + t->n + 1 : t->p + t->n;
}

/* Words that go on over several lines are joined by single spaces. */
static bool join_lines(struct parser *ps, const struct lex_token *first,
                       const struct lex_token *last, struct str *out) {
  size_t most = 0, n = 0;
  for (const struct lex_token *t = first; t <= last; t++)
    most += (size_t)(token_end(t) - token_start(t)) + 1;
  char *text = arena_alloc(ps->arena, most);
  if (!text) {
    ps->failed = true;
    return false;
  }
  for (const struct lex_token *t = first; t <= last; t++) {
    if (t > first && !t->glued) text[n++] = ' ';
    memcpy(text + n, token_start(t), (size_t)(token_end(t) - token_start(t)));
    n += (size_t)(token_end(t) - token_start(t));
  }
  *out = (struct str){text, n};
  return true;
}

bool parse_words(struct parser *ps, struct str *out) {
  const struct lex_token *first = peek(ps), *last = &ps->lx.tokens[ps->lx.count - 1];
  if (first->kind == LEX_END)
    return parse_error(ps, first, LAW_PARSE_TEXT, "Write the words on this line.",
                       "words must follow here");
  ps->at = ps->lx.count;
  if (first == last && first->kind == LEX_STRING) {
    *out = token_str(first);
    return true;
  }
  if (first->line != last->line) return join_lines(ps, first, last, out);
  const char *p = token_start(first);
  *out = (struct str){p, (size_t)(token_end(last) - p)};
  return true;
}

/* "14:00", and what looks like it. */
static bool looks_like_clock(const struct lex_token *t) {
  return t->kind == LEX_WORD && t->n >= 3 && t->n <= 8 && t->p[0] >= '0' && t->p[0] <= '9' &&
         memchr(t->p, ':', t->n) != NULL;
}

static bool read_day(struct parser *ps, imp_day *out) {
  const struct lex_token *t = peek(ps);
  if (t->kind != LEX_WORD || !day_parse(token_str(t), out))
    return parse_error(ps, t, LAW_PARSE_DATE, "Write a day of the calendar as YYYY-MM-DD.",
                       "a day must stand here, not %s", show_token(t).text);
  ps->at++;
  return true;
}

bool parse_day(struct parser *ps, imp_day *out) {
  if (!read_day(ps, out)) return false;
  if (looks_like_clock(peek(ps)))
    return parse_error(ps, peek(ps), LAW_PARSE_CLOCK,
                       "Write the day alone: only windows, entries and what is known have hours.",
                       "a whole day must stand here, without a time");
  return true;
}

bool parse_moment(struct parser *ps, imp_day *out, int16_t *minute) {
  if (!read_day(ps, out)) return false;
  const struct lex_token *t = peek(ps);
  if (!looks_like_clock(t)) return true;
  if (!clock_parse(token_str(t), minute))
    return parse_error(ps, t, LAW_PARSE_CLOCK, "Write hours and minutes, from 00:00 to 23:59.",
                       "%s is no time of the day", show_token(t).text);
  ps->at++;
  return true;
}

bool parse_place(struct parser *ps, uint16_t *out) {
  const struct lex_token *t = peek(ps);
  if (t->kind != LEX_WORD || t->n != 2 || t->p[0] < 'A' || t->p[0] > 'Z' || t->p[1] < 'A' ||
      t->p[1] > 'Z')
    return parse_error(
        ps, t, LAW_PARSE_PLACE,
        "Write the two capital letters of ISO 3166, as in CN; a list takes @ before its name.",
        "a place must stand here, not %s", show_token(t).text);
  *out = LAW_PLACE(t->p[0], t->p[1]);
  ps->at++;
  return true;
}
