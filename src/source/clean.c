// SPDX-License-Identifier: Apache-2.0
// Official text as plain text: no tags, no entities, single blanks; numbers to digits.
//
// The idea: one pass over the bytes. A tag is '<' followed by a letter or '/', so "<5 kg" stays what it
// says; tags that end a line become a blank ("<br>", and "<newline>" and "<nl>", which the exports have),
// all others nothing ("m<sup>2</sup>" is m2, and so is the one with a raised digit of its own). Entities
// are read after tags are gone: a "&lt;" is never the beginning of a tag.
#include <string.h>

#include "source/source.h"

struct entity {
  const char *name;
  uint32_t code;
};

// The named characters that text about goods and rates has been seen with, and their kin.
static const struct entity entities[] = {
    {"amp", '&'},       {"lt", '<'},       {"gt", '>'},       {"quot", '"'},     {"apos", '\''},
    {"nbsp", 0xa0},     {"cent", 0xa2},    {"pound", 0xa3},   {"sect", 0xa7},    {"copy", 0xa9},
    {"reg", 0xae},      {"deg", 0xb0},     {"plusmn", 0xb1},  {"sup2", 0xb2},    {"sup3", 0xb3},
    {"acute", 0xb4},    {"micro", 0xb5},   {"middot", 0xb7},  {"frac14", 0xbc},  {"frac12", 0xbd},
    {"frac34", 0xbe},   {"times", 0xd7},   {"szlig", 0xdf},   {"agrave", 0xe0},  {"aacute", 0xe1},
    {"acirc", 0xe2},    {"atilde", 0xe3},  {"auml", 0xe4},    {"ccedil", 0xe7},  {"egrave", 0xe8},
    {"eacute", 0xe9},   {"ecirc", 0xea},   {"iacute", 0xed},  {"ntilde", 0xf1},  {"oacute", 0xf3},
    {"ocirc", 0xf4},    {"ouml", 0xf6},    {"divide", 0xf7},  {"uuml", 0xfc},    {"alpha", 0x3b1},
    {"beta", 0x3b2},    {"gamma", 0x3b3},  {"delta", 0x3b4},  {"omega", 0x3c9},  {"ndash", 0x2013},
    {"mdash", 0x2014},  {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"ldquo", 0x201c}, {"rdquo", 0x201d},
    {"hellip", 0x2026}, {"prime", 0x2032}, {"trade", 0x2122}, {"le", 0x2264},    {"ge", 0x2265},
};

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* What Unicode calls white space, and the two marks without width. */
static bool is_blank(uint32_t c) {
  return c <= 0x20 || c == 0x7f || c == 0x85 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
         c == 0x3000;
}

static bool is_nothing(uint32_t c) {
  return c == 0x200b || c == 0xfeff || c == 0xad;
}

static void put_utf8(uint32_t c, struct buf *out) {
  if (c < 0x80) {
    buf_putc(out, (char)c);
  } else if (c < 0x800) {
    buf_putc(out, (char)(0xc0 | c >> 6));
    buf_putc(out, (char)(0x80 | (c & 0x3f)));
  } else if (c < 0x10000) {
    buf_putc(out, (char)(0xe0 | c >> 12));
    buf_putc(out, (char)(0x80 | (c >> 6 & 0x3f)));
    buf_putc(out, (char)(0x80 | (c & 0x3f)));
  } else {
    buf_putc(out, (char)(0xf0 | c >> 18));
    buf_putc(out, (char)(0x80 | (c >> 12 & 0x3f)));
    buf_putc(out, (char)(0x80 | (c >> 6 & 0x3f)));
    buf_putc(out, (char)(0x80 | (c & 0x3f)));
  }
}

/* Text so far begins at `start` of out; a blank is put when the next character comes. */
struct cleaning {
  struct buf *out;
  size_t start;
  bool blank;
};

static void put_char(struct cleaning *c, uint32_t code) {
  if (is_nothing(code)) {
    return;
  }
  if (is_blank(code)) {
    c->blank = true;
    return;
  }
  if (c->blank && c->out->n > c->start) {
    buf_putc(c->out, ' ');
  }
  c->blank = false;
  put_utf8(code == 0xb2 ? '2' : code == 0xb3 ? '3' : code, c->out);
}

/* Bytes of the tag at s, 0 when it is none. */
static size_t tag_length(struct str s, bool *ends_line) {
  size_t name = s.n > 1 && s.p[1] == '/' ? 2 : 1;
  if (s.n <= name || !is_letter(s.p[name])) {
    return 0;
  }
  const char *end = memchr(s.p, '>', s.n);
  if (end == NULL) {
    return 0;
  }
  size_t n = name;
  while (is_letter(s.p[n])) {
    n++;
  }
  struct str word = {s.p + name, n - name};
  *ends_line = str_eq_nocase(word, STR("br")) || str_eq_nocase(word, STR("nl")) ||
               str_eq_nocase(word, STR("newline")) || str_eq_nocase(word, STR("p"));
  return (size_t)(end - s.p) + 1;
}

static bool number_entity(struct str name, uint32_t *code) {
  bool hex = name.n > 1 && (name.p[1] == 'x' || name.p[1] == 'X');
  uint32_t value = 0;
  size_t i = hex ? 2 : 1;
  if (i >= name.n) {
    return false;
  }
  for (; i < name.n; i++) {
    char c = name.p[i];
    uint32_t lower = (uint32_t)c | 0x20;
    uint32_t digit = is_digit(c) ? (uint32_t)(c - '0') : lower - 'a' + 10;
    if (digit >= (hex ? 16u : 10u) || (!is_digit(c) && !is_letter(c)) || value > 0x10ffff) {
      return false;
    }
    value = value * (hex ? 16 : 10) + digit;
  }
  *code = value;
  return value > 0 && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
}

/* Bytes of the entity at s ("&cent;"), 0 when it is none that is known: it then stays as it is. */
static size_t entity_length(struct str s, uint32_t *code) {
  size_t n = 1;
  while (n < s.n && n < 12 && s.p[n] != ';') {
    n++;
  }
  if (n >= s.n || s.p[n] != ';') {
    return 0;
  }
  struct str name = {s.p + 1, n - 1};
  if (name.n > 0 && name.p[0] == '#') {
    return number_entity(name, code) ? n + 1 : 0;
  }
  for (size_t i = 0; i < sizeof entities / sizeof entities[0]; i++) {
    if (str_eq(name, str_of(entities[i].name))) {
      *code = entities[i].code;
      return n + 1;
    }
  }
  return 0;
}

/* One character of valid UTF-8; a byte that is none stands for itself. */
static size_t utf8_length(struct str s, uint32_t *code) {
  unsigned char c = (unsigned char)s.p[0];
  size_t n = c < 0xc0 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
  if (n > s.n) {
    n = 1;
  }
  *code = n == 1 ? c : n == 2 ? c & 0x1fu : n == 3 ? c & 0x0fu : c & 0x07u;
  for (size_t i = 1; i < n; i++) {
    *code = *code << 6 | ((unsigned char)s.p[i] & 0x3fu);
  }
  return n;
}

void source_clean(struct str raw, struct buf *out) {
  struct cleaning c = {out, out->n, false};
  for (size_t i = 0; i < raw.n;) {
    struct str rest = {raw.p + i, raw.n - i};
    uint32_t code = 0;
    bool ends_line = false;
    size_t n = rest.p[0] == '<' ? tag_length(rest, &ends_line) : 0;
    if (n > 0) {
      c.blank = c.blank || ends_line;
    } else {
      n = rest.p[0] == '&' ? entity_length(rest, &code) : 0;
      n = n > 0 ? n : utf8_length(rest, &code);
      put_char(&c, code);
    }
    i += n;
  }
}

/* Dots stand after four, six and eight digits. */
bool source_number(struct str text, uint64_t *code, uint32_t *digits) {
  *code = 0;
  *digits = 0;
  for (size_t i = 0; i < text.n; i++) {
    bool dot = i == 4 || i == 7 || i == 10;
    if (i >= 13 || (dot ? text.p[i] != '.' : !is_digit(text.p[i]))) {
      return false;
    }
    if (!dot) {
      *code = *code * 10 + (uint64_t)(text.p[i] - '0');
      ++*digits;
    }
  }
  return text.n == 4 || text.n == 7 || text.n == 10 || text.n == 13;
}

void source_print_code(uint64_t code, uint32_t digits, struct buf *out) {
  char text[24];
  for (uint32_t i = digits; i-- > 0; code /= 10) {
    text[i] = (char)('0' + code % 10);
  }
  for (uint32_t i = 0; i < digits; i++) {
    if (i >= 4 && i % 2 == 0) {
      buf_putc(out, '.');
    }
    buf_putc(out, text[i]);
  }
}
