// SPDX-License-Identifier: Apache-2.0
// Small pieces of controls, fees, promises and talks: plain words, phrases, spans of days, references.
//
// The words of these blocks ("codes", "covers", "decides") are words only where they are asked for, so that
// the table of reserved words stays as short as the core needs it.
#include <stdio.h>
#include <string.h>

#include "law/parse.h"

bool at_text(const struct parser *ps, const char *text) {
  const struct lex_token *t = peek(ps);
  return t->kind == LEX_WORD && str_eq(token_str(t), str_of(text));
}

bool take_text(struct parser *ps, const char *text) {
  bool found = at_text(ps, text);
  ps->at += found;
  return found;
}

bool expect_text(struct parser *ps, const char *text, const char *after) {
  if (take_text(ps, text)) return true;
  char next[80];
  snprintf(next, sizeof next, "Write \"%s\" here.", text);
  return parse_error(ps, peek(ps), LAW_PARSE_MISSING, next, "\"%s\" must follow %s, not %s", text,
                     after, show_token(peek(ps)).text);
}

/* In an assert what begins the result ends the phrase: "if us-cn.truce is lapsed needs licence". */
static bool begins_result(const struct parser *ps) {
  static const char *const words[] = {"needs", "may", "registration", "exempt", "depends"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (at_text(ps, words[i])) return true;
  return at_text(ps, "no") && str_eq(token_str(peek_at(ps, 1)), STR("rule"));
}

/* Words of the core that may also stand inside a phrase: "on top", "no more". */
static bool goes_on(const struct parser *ps) {
  const struct lex_token *t = peek(ps);
  if (t->kind != LEX_WORD || (ps->in_assert && begins_result(ps))) return false;
  switch (t->word) {
  case LW_NONE: /* but not what begins the next clause of an entry */
    return !at_text(ps, "codes") && !at_text(ps, "near") && !at_text(ps, "when") &&
           !at_text(ps, "also");
  case LW_MORE:
  case LW_OUT:
  case LW_LICENCE:
    return true;
  default:
    return false;
  }
}

static bool single_spaced(const struct lex_token *a, const struct lex_token *z) {
  for (const struct lex_token *t = a + 1; t <= z; t++)
    if (t->p != t[-1].p + t[-1].n + 1) return false;
  return true;
}

bool parse_phrase(struct parser *ps, struct str *out, const char *what) {
  const struct lex_token *first = peek(ps);
  if (first->kind != LEX_WORD)
    return parse_error(ps, first, LAW_PARSE_LABEL, "Write a word.", "%s must stand here, not %s",
                       what, show_token(first).text);
  ps->at++;
  while (goes_on(ps)) ps->at++;
  const struct lex_token *last = &ps->lx.tokens[ps->at - 1];
  if (single_spaced(first, last)) {
    *out = (struct str){first->p, (size_t)(last->p + last->n - first->p)};
    return true;
  }
  size_t most = 0, n = 0;
  for (const struct lex_token *t = first; t <= last; t++) most += t->n + 1u;
  char *text = arena_alloc(ps->arena, most);
  if (!text) {
    ps->failed = true;
    return false;
  }
  for (const struct lex_token *t = first; t <= last; t++) {
    if (t > first) text[n++] = ' ';
    memcpy(text + n, t->p, t->n);
    n += t->n;
  }
  *out = (struct str){text, n};
  return true;
}

bool parse_number(struct parser *ps, uint32_t most, uint32_t *out) {
  const struct lex_token *t = peek(ps);
  uint32_t n = 0;
  bool good = t->kind == LEX_WORD && t->n > 0 && t->n < 10;
  for (uint32_t i = 0; good && i < t->n; i++) {
    good = t->p[i] >= '0' && t->p[i] <= '9';
    n = n * 10 + (uint32_t)(t->p[i] - '0');
  }
  if (!good || n > most)
    return parse_error(ps, t, LAW_PARSE_AMOUNT, "Write a whole number.",
                       "a number up to %u must stand here, not %s", (unsigned)most,
                       show_token(t).text);
  ps->at++;
  *out = n;
  return true;
}

bool parse_notes_line(struct parser *ps) {
  struct str note;
  return parse_words(ps, &note) && push_str(ps, &ps->notes, note);
}

bool parse_title_line(struct parser *ps, struct str *title) {
  const struct lex_token *t = &ps->lx.tokens[ps->at - 1];
  if (title->n)
    return parse_error(ps, t, LAW_PARSE_TWICE, "Keep one.", "the block has a title already");
  return parse_words(ps, title);
}

/* ---- spans: 2025-10-25..2025-10-26, 2025-10-30, 2026-12, 2020, 2026..2028 ------------------------------ */

static bool digits(struct str s, size_t from, size_t n, int *out) {
  *out = 0;
  if (from + n > s.n) return false;
  for (size_t i = from; i < from + n; i++) {
    if (s.p[i] < '0' || s.p[i] > '9') return false;
    *out = *out * 10 + (s.p[i] - '0');
  }
  return true;
}

/* A day, a month or a year, as the first day in it and the first day after it. */
static bool one_span(struct str s, imp_day *from, imp_day *until) {
  int year, month;
  if (day_parse(s, from)) {
    *until = *from + 1;
    return true;
  }
  if (!digits(s, 0, 4, &year) || year < 1900 || year > 2199) return false;
  if (s.n == 4) {
    *from = day_of(year, 1, 1);
    *until = day_of(year + 1, 1, 1);
    return true;
  }
  if (s.n != 7 || s.p[4] != '-' || !digits(s, 5, 2, &month) || month < 1 || month > 12)
    return false;
  *from = day_of(year, month, 1);
  *until = day_add_months(*from, 1);
  return true;
}

bool parse_span_of_days(struct parser *ps, imp_day *from, imp_day *until) {
  const struct lex_token *t = peek(ps);
  struct str s = token_str(t), first = s;
  size_t dots = 0;
  while (dots + 1 < s.n && !(s.p[dots] == '.' && s.p[dots + 1] == '.')) dots++;
  bool two = dots + 1 < s.n;
  if (two) first.n = dots;
  imp_day last_from;
  bool good = t->kind == LEX_WORD && one_span(first, from, until) &&
              (!two || one_span(str_sub(s, dots + 2, s.n), &last_from, until)) && *from < *until;
  if (!good)
    return parse_error(ps, t, LAW_PARSE_DATE,
                       "Write 2025-10-25..2025-10-26, a day, a month as 2026-12, or a year.",
                       "a span of days must stand here, not %s", show_token(t).text);
  ps->at++;
  return true;
}

/* ---- references: @cn.18, @cn.18.1C902 ------------------------------------------------------------------ */

static bool ref_valid(struct str s) { /* a name, and below it what acts write: 1C902.a.4 */
  if (s.n == 0 || s.n > 160) return false;
  for (size_t i = 0; i < s.n; i++) {
    char c = s.p[i];
    bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!plain && c != '-' && (c != '.' || i == 0 || s.p[i - 1] == '.')) return false;
  }
  return s.p[s.n - 1] != '.';
}

bool parse_refs(struct parser *ps, struct deal_ref **out, uint32_t *count) {
  size_t from = ps->refs.count;
  do {
    const struct lex_token *t = peek(ps);
    if (t->kind != LEX_LIST || !ref_valid(token_str(t)))
      return parse_error(ps, t, LAW_PARSE_NAME,
                         "Write @ and the name of a list or of an entry in it, as in @cn.18.1C902.",
                         "a list must stand here, not %s", show_token(t).text);
    struct deal_ref *ref = vec_push(ps, &ps->refs, sizeof *ref);
    if (!ref) return false;
    *ref = (struct deal_ref){.name = token_str(t), .list = LAW_NONE, .pos = token_pos(ps, t)};
    ps->at++;
  } while (take_kind(ps, LEX_COMMA));
  return vec_take(ps, &ps->refs, from, sizeof **out, out, count);
}
