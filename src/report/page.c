// SPDX-License-Identifier: Apache-2.0
// The page: see page.h. Knows nothing of duties.

#include "report/page.h"

#include <string.h>

static const struct page_marks unicode_marks = {"●", "◔", "◐", "✕", "†", "–", "·", "─", "×"};
static const struct page_marks ascii_marks = {"*", "?", "/", "x", "+", "-", "-", "-", "x"};

const struct page_marks *page_marks(const struct page *p) {
  return p->ascii ? &ascii_marks : &unicode_marks;
}

/* Not the dash of an amount that is not there, in ASCII either. */
const char *page_zero_mark(const struct page *p) {
  return p->ascii ? "o" : page_marks(p)->dot;
}

/* Spellings of what law titles and our own words use; anything else becomes '?'. */
static const struct {
  const char *from, *to;
} spellings[] = {
    {"–", "-"}, {"—", "-"},   {"‘", "'"}, {"’", "'"},  {"“", "\""}, {"”", "\""},
    {"·", "-"}, {"…", "..."}, {"×", "x"}, {"§", "s."}, {"¢", "c"},  {"½", "1/2"},
    {"é", "e"}, {"è", "e"},   {"ô", "o"}, {"ç", "c"},  {"ã", "a"},  {"í", "i"},
    {"ü", "u"}, {"ö", "o"},   {"ä", "a"}, {"Å", "A"},  {"ñ", "n"},
};

static size_t code_point_bytes(unsigned char first) {
  if (first >= 0xF0) return 4;
  if (first >= 0xE0) return 3;
  return first >= 0xC0 ? 2 : 1;
}

static struct str spelled(struct str point) {
  for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
    if (str_eq(point, str_of(spellings[i].from))) return str_of(spellings[i].to);
  return STR("?");
}

/* The next code point of `*rest` as it is printed: control characters and lone bytes become '?'. */
static struct str printed_point(const struct page *p, struct str *rest) {
  unsigned char first = (unsigned char)rest->p[0];
  struct str point = str_sub(*rest, 0, code_point_bytes(first));
  if (!str_utf8_valid(point, NULL)) point.n = 1;
  *rest = str_sub(*rest, point.n, rest->n);
  if (point.n == 1) return first < 0x20 || first >= 0x7F ? STR("?") : point;
  if (first == 0xC2 && (unsigned char)point.p[1] < 0xA0) return STR("?"); /* C1 controls */
  return p->ascii ? spelled(point) : point;
}

void page_put(struct page *p, struct str text) {
  while (text.n > 0) buf_put(p->out, printed_point(p, &text));
}

void page_puts(struct page *p, const char *text) {
  page_put(p, str_of(text));
}

int page_columns(const struct page *p, struct str text) {
  size_t columns = 0;
  while (text.n > 0) columns += str_utf8_columns(printed_point(p, &text));
  return (int)columns;
}

void page_space(struct page *p, int columns) {
  if (columns > 0) buf_fill(p->out, ' ', (size_t)columns);
}

void page_line(struct page *p) {
  while (p->out->n > 0 && p->out->p[p->out->n - 1] == ' ') p->out->p[--p->out->n] = '\0';
  buf_putc(p->out, '\n');
}

void page_tone_begin(struct page *p, enum page_tone tone) {
  static const char *const codes[] = {"", "\033[1m", "\033[2m", "\033[1;31m"};
  if (p->color && tone != PAGE_PLAIN) buf_puts(p->out, codes[tone]);
}

void page_tone_end(struct page *p, enum page_tone tone) {
  if (p->color && tone != PAGE_PLAIN) buf_puts(p->out, "\033[0m");
}

void page_tone(struct page *p, enum page_tone tone, const char *text) {
  page_tone_begin(p, tone);
  page_puts(p, text);
  page_tone_end(p, tone);
}

void page_rule(struct page *p) {
  page_space(p, PAGE_INDENT);
  for (int i = PAGE_INDENT; i < p->width - 2; i++) buf_puts(p->out, page_marks(p)->rule);
  page_line(p);
}

void page_cell(struct page *p, const char *text, int columns, enum page_side side) {
  int pad = columns - page_columns(p, str_of(text));
  if (side == PAGE_RIGHT) page_space(p, pad);
  page_puts(p, text);
  if (side == PAGE_LEFT) page_space(p, pad);
}

struct str page_fit(const struct page *p, struct str text, int columns) {
  struct str rest = text;
  size_t last_space = 0;
  int used = 0;
  while (rest.n > 0) {
    size_t at = text.n - rest.n;
    if (text.p[at] == ' ') last_space = at;
    used += (int)str_utf8_columns(printed_point(p, &rest));
    if (used > columns) {
      if (last_space > 0) return str_sub(text, 0, last_space);
      return str_sub(text, 0, at > 0 ? at : text.n - rest.n);
    }
  }
  return text;
}

/* The last of the texts that stand as "heading > below it > last". */
static struct str last_step(struct str text) {
  for (size_t i = text.n; i > 0; i--)
    if (str_starts(str_sub(text, i - 1, text.n), STR(" > "))) return str_sub(text, i + 2, text.n);
  return text;
}

/* The end of `text` that fits, from the beginning of a word; never less than its last step has. */
static struct str page_fit_end(const struct page *p, struct str text, int columns) {
  struct str rest = text;
  while (rest.n > 0 && page_columns(p, rest) > columns) {
    long space = str_find(rest, ' ');
    rest = space >= 0 ? str_sub(rest, (size_t)space + 1, rest.n) : str_sub(rest, rest.n, rest.n);
  }
  return str_starts(rest, STR("> ")) ? str_sub(rest, 2, rest.n) : rest;
}

/* Longer than the line: the end of the steps; of a last step that is longer itself the beginning. */
static void put_cut(struct page *p, struct str whole, int columns) {
  struct str last = last_step(whole);
  if (last.n < whole.n) page_puts(p, "… "), columns -= page_columns(p, STR("… "));
  if (page_columns(p, last) <= columns) {
    page_put(p, page_fit_end(p, whole, columns));
    return;
  }
  page_put(p, page_fit(p, last, columns - page_columns(p, STR(" …"))));
  page_puts(p, " …");
}

void page_described(struct page *p, int at, const char *text) {
  struct str whole = str_trim(str_of(text));
  int columns = p->width - 2 - at;
  page_space(p, at);
  page_tone_begin(p, PAGE_FAINT);
  if (page_columns(p, whole) <= columns)
    page_put(p, whole);
  else
    put_cut(p, whole, columns);
  page_tone_end(p, PAGE_FAINT);
  page_line(p);
}

void page_wrap(struct page *p, int at, const char *text) {
  struct str rest = str_trim(str_of(text));
  int columns = p->width - 2 - at;
  if (columns < 20) columns = 20;
  do {
    struct str part = page_fit(p, rest, columns);
    page_put(p, part);
    page_line(p);
    rest = str_trim(str_sub(rest, part.n, rest.n));
    if (rest.n > 0) page_space(p, at);
  } while (rest.n > 0);
}

void page_item(struct page *p, const char *label, int label_columns, const char *text) {
  page_space(p, PAGE_INDENT);
  page_cell(p, label, label_columns, PAGE_LEFT);
  int at = PAGE_INDENT + label_columns;
  int over = page_columns(p, str_of(label)) - label_columns;
  if (over >= 0) { /* the label fills its columns: the text stands below it */
    page_line(p);
    page_space(p, at);
  }
  page_wrap(p, at, text);
}

void page_done(const struct page *p, struct buf *scratch) {
  if (scratch->failed) p->out->failed = true;
  buf_free(scratch);
}

int page_money_columns(int64_t cents) {
  enum { CENTS = 3 }; /* the point and two digits */
  uint64_t dollars = (cents < 0 ? 0 - (uint64_t)cents : (uint64_t)cents) / 100;
  int digits = 1;
  while (dollars >= 10) dollars /= 10, digits++;
  return (cents < 0) + digits + (digits - 1) / 3 + CENTS;
}
