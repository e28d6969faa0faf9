// SPDX-License-Identifier: Apache-2.0
// See trade.h.
#include "panel/trade.h"

#include <string.h>

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
  return c >= 'A' && c <= 'Z';
}

/* Digits up to the first other letter; at most `most` of them. */
static bool read_digits(struct str s, size_t *at, size_t most, uint64_t *out) {
  size_t first = *at;
  *out = 0;
  while (*at < s.n && is_digit(s.p[*at]) && *at - first < most)
    *out = *out * 10 + (uint64_t)(s.p[(*at)++] - '0');
  return *at > first;
}

static bool read_code(struct str s, uint64_t *out) {
  size_t at = 0;
  return s.n == 10 && read_digits(s, &at, 10, out) && at == 10;
}

static enum imp_status wrong(const char *name, uint32_t line, struct imp_error *err) {
  return error_set(err, IMP_IO, "io.table", "make the table again",
                   "%s, line %u: not in its format", name, (unsigned)line);
}

/* A line of two words, "claim" and which. */
static bool read_word(struct str line, struct str key, char *out, size_t size) {
  struct str first;
  if (!str_split(&line, '\t', &first) || !str_eq(first, key)) return false;
  if (!line.n || line.n >= size || memchr(line.p, 0, line.n) || memchr(line.p, '\t', line.n))
    return false;
  memset(out, 0, size);
  memcpy(out, line.p, line.n);
  return true;
}

/* ---- amounts by number and place ------------------------------------------------------------------------ */

/* "AR107BE835": letters and numbers by turns, places rising. */
static enum imp_status read_cells(struct str cells, uint64_t code, const char *name, uint32_t line,
                                  struct trade_table *out, struct imp_error *err) {
  uint16_t last = 0;
  for (size_t at = 0; at < cells.n;) {
    uint64_t amount;
    if (at + 2 >= cells.n || !is_letter(cells.p[at]) || !is_letter(cells.p[at + 1]))
      return wrong(name, line, err);
    uint16_t place = (uint16_t)((unsigned)cells.p[at] << 8 | (unsigned char)cells.p[at + 1]);
    at += 2;
    if (place <= last || !read_digits(cells, &at, 9, &amount) || amount == 0)
      return wrong(name, line, err);
    last = place;
    if (!mem_grow((void **)&out->items, &out->cap, out->count + 1, sizeof *out->items))
      return error_no_memory(err);
    out->items[out->count++] = (struct trade_item){code, place, (uint32_t)amount};
  }
  return IMP_OK;
}

enum imp_status trade_read(struct str text, const char *name, struct trade_table *out,
                           struct imp_error *err) {
  struct str line, code_text;
  enum imp_status status = IMP_OK;
  uint64_t code = 0, last = 0;
  *out = (struct trade_table){0};
  for (uint32_t n = 1; status == IMP_OK && str_split(&text, '\n', &line); n++) {
    if (!line.n || line.p[0] == '#') continue;
    if (!out->count && read_word(line, STR("claim"), out->claim, sizeof out->claim)) continue;
    bool two = str_split(&line, '\t', &code_text) && line.p;
    if (!two || !line.n || !read_code(code_text, &code) || code <= last)
      status = wrong(name, n, err);
    else
      status = read_cells(line, code, name, n, out, err);
    last = code;
  }
  if (status != IMP_OK) trade_free(out);
  return status;
}

uint32_t trade_amount(const struct trade_table *t, uint64_t code, uint16_t place) {
  size_t lo = 0, hi = t->count;
  while (lo < hi) {
    size_t mid = (lo + hi) / 2;
    const struct trade_item *i = &t->items[mid];
    if (i->code < code || (i->code == code && i->place < place))
      lo = mid + 1;
    else
      hi = mid;
  }
  bool found = lo < t->count && t->items[lo].code == code && t->items[lo].place == place;
  return found ? t->items[lo].amount : 0;
}

void trade_free(struct trade_table *t) {
  mem_free(t->items);
  *t = (struct trade_table){0};
}

/* ---- claims ------------------------------------------------------------------------------------------------ */

static bool read_claim(struct str line, struct trade_claim *out) {
  struct str heading, code;
  size_t at = 0;
  uint64_t share;
  if (!str_split(&line, '\t', &heading) || !line.p || !str_split(&line, '\t', &code) || !line.p)
    return false;
  if (!heading.n || heading.n >= sizeof out->heading || memchr(heading.p, 0, heading.n) ||
      !read_code(code, &out->code))
    return false;
  if (!read_digits(line, &at, 4, &share) || at != line.n || share > 1000) return false;
  memset(out->heading, 0, sizeof out->heading);
  memcpy(out->heading, heading.p, heading.n);
  out->share = (uint32_t)share;
  return true;
}

enum imp_status trade_read_claims(struct str text, const char *name, struct trade_claims *out,
                                  struct imp_error *err) {
  struct str line;
  enum imp_status status = IMP_OK;
  *out = (struct trade_claims){0};
  for (uint32_t n = 1; status == IMP_OK && str_split(&text, '\n', &line); n++) {
    if (!line.n || line.p[0] == '#') continue;
    if (!out->count && read_word(line, STR("of"), out->place, sizeof out->place)) continue;
    if (!mem_grow((void **)&out->items, &out->cap, out->count + 1, sizeof *out->items))
      status = error_no_memory(err);
    else if (!read_claim(line, &out->items[out->count]))
      status = wrong(name, n, err);
    else
      out->count++;
  }
  if (status != IMP_OK) trade_claims_free(out);
  return status;
}

void trade_claims_free(struct trade_claims *t) {
  mem_free(t->items);
  *t = (struct trade_claims){0};
}
