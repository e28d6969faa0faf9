// SPDX-License-Identifier: Apache-2.0
// Sets: goods by number, places by letters, lists by name, and what is taken out of them with `but`.
//
// Most of the law is lists of numbers, so reading a number is the inner loop of the parser: digits and
// points only, no allocation but the growth of one stack.
#include "law/parse.h"

static const uint64_t power_of_ten[] = {10000000000u, 1000000000u, 100000000u, 10000000u,
                                        1000000u,     100000u,     10000u,     1000u,
                                        100u,         10u,         1u};

bool law_code_parse(struct str s, uint64_t *lo, uint64_t *hi, uint8_t *digits) {
  uint64_t value = 0;
  unsigned n = 0;
  for (size_t i = 0; i < s.n; i++) {
    unsigned char c = (unsigned char)s.p[i];
    if (c >= '0' && c <= '9') {
      value = value * 10 + (c - '0');
      if (++n > 10) return false;
    } else if ((c != '.' && c != ' ') || i == 0 || i + 1 == s.n || s.p[i - 1] == '.') {
      return false;
    }
  }
  if (n < 2 || n % 2 != 0) return false;
  *lo = value * power_of_ten[n];
  *hi = *lo + power_of_ten[n] - 1;
  *digits = (uint8_t)n;
  return true;
}

static bool code_error(struct parser *ps, const struct lex_token *t) {
  return parse_error(ps, t, LAW_PARSE_CODE,
                     "Write 2, 4, 6, 8 or 10 digits, as in 8507.60 or 8507.60.0020.",
                     "%s is no commodity code", show_token(t).text);
}

bool parse_code(struct parser *ps, struct law_item *out) {
  const struct lex_token *t = peek(ps);
  struct str s = token_str(t);
  long dash = str_find(s, '-');
  struct str first = dash < 0 ? s : str_sub(s, 0, (size_t)dash);
  out->kind = LAW_ITEM_CODE;
  out->list = LAW_NONE;
  out->pos = token_pos(ps, t);
  if (t->kind != LEX_WORD || !law_code_parse(first, &out->lo, &out->hi, &out->digits))
    return code_error(ps, t);
  if (dash >= 0) {
    uint64_t lo;
    uint8_t digits;
    if (!law_code_parse(str_sub(s, (size_t)dash + 1, s.n), &lo, &out->hi, &digits))
      return code_error(ps, t);
    if (digits != out->digits || lo < out->lo)
      return parse_error(ps, t, LAW_PARSE_RANGE,
                         "Write the lower code first, both of one length, as in 7201-7205.",
                         "the range %s runs backwards or mixes lengths", show_token(t).text);
  }
  ps->at++;
  return true;
}

static bool is_place(const struct lex_token *t) {
  return t->kind == LEX_WORD && t->n == 2 && t->p[0] >= 'A' && t->p[0] <= 'Z' && t->p[1] >= 'A' &&
         t->p[1] <= 'Z';
}
static bool is_digit(const struct lex_token *t) {
  return t->kind == LEX_WORD && t->p[0] >= '0' && t->p[0] <= '9';
}

/* Items may stand side by side without a comma, but only what is an item beyond doubt. */
static bool begins_item(const struct parser *ps, enum set_kind kind) {
  const struct lex_token *t = peek(ps);
  return kind != SET_PLACES &&
         (t->kind == LEX_LIST || is_digit(t) || (kind == SET_MEMBERS && is_place(t)));
}

static bool parse_list_name(struct parser *ps, struct law_item *item) {
  const struct lex_token *t = peek(ps);
  if (!name_valid(token_str(t)))
    return parse_error(ps, t, LAW_PARSE_NAME, "Write @ and the name of a list, as in @us.column-2.",
                       "%s is not the name of a list", show_token(t).text);
  *item = (struct law_item){.kind = LAW_ITEM_LIST, .list = LAW_NONE, .name = token_str(t)};
  item->pos = token_pos(ps, t);
  ps->at++;
  return true;
}

static bool parse_item(struct parser *ps, enum set_kind kind, struct law_item *item) {
  const struct lex_token *t = peek(ps);
  if (take(ps, LW_ALL)) {
    *item = (struct law_item){.kind = LAW_ITEM_ALL, .list = LAW_NONE, .pos = token_pos(ps, t)};
    return true;
  }
  if (t->kind == LEX_LIST) return parse_list_name(ps, item);
  if (kind == SET_PLACES || (kind == SET_MEMBERS && !is_digit(t))) {
    item->kind = LAW_ITEM_PLACE;
    item->list = LAW_NONE;
    item->pos = token_pos(ps, t);
    return parse_place(ps, &item->place);
  }
  return parse_code(ps, item);
}

static bool parse_items(struct parser *ps, enum set_kind kind, struct law_item **out,
                        uint32_t *count) {
  size_t from = ps->items.count;
  do {
    struct law_item *item = vec_push(ps, &ps->items, sizeof *item);
    if (!item || !parse_item(ps, kind, item)) return false;
    if (kind != SET_PLACES && peek_word(ps) == LW_EX) {
      ps->at++;
      if (!parse_text(ps, &item->ex)) return false;
    }
  } while (take_kind(ps, LEX_COMMA) || begins_item(ps, kind));
  return vec_take(ps, &ps->items, from, sizeof **out, out, count);
}

bool parse_set(struct parser *ps, enum set_kind kind, struct law_set *out) {
  *out = (struct law_set){0};
  if (!parse_items(ps, kind, &out->items, &out->count)) return false;
  return !take(ps, LW_BUT) || parse_items(ps, kind, &out->but, &out->but_count);
}
