// SPDX-License-Identifier: Apache-2.0
// One line of a JSON lines file: see jsonl.h. RFC 8259, at most two levels deep.

#include "cli/jsonl.h"

#include <string.h>

struct reader {
  struct str text;
  size_t at;
  struct buf value; /* text of the last scalar */
  bool is_null;
  const char *held[FIELD_COUNT]; /* the key each field was taken from */
};

/* ---- single characters ----------------------------------------------------------------------- */

static void skip_space(struct reader *j) {
  while (j->at < j->text.n && strchr(" \t\r\n", j->text.p[j->at]) != NULL &&
         j->text.p[j->at] != '\0')
    j->at++;
}

static int peek(struct reader *j) {
  skip_space(j);
  return j->at < j->text.n ? (unsigned char)j->text.p[j->at] : -1;
}

static bool take(struct reader *j, char c) {
  if (peek(j) != c) return false;
  j->at++;
  return true;
}

/* ---- scalars --------------------------------------------------------------------------------- */

static void put_utf8(struct buf *out, unsigned long c) {
  if (c < 0x80) {
    buf_putc(out, (char)c);
  } else if (c < 0x800) {
    buf_putc(out, (char)(0xC0 | c >> 6));
    buf_putc(out, (char)(0x80 | (c & 0x3F)));
  } else if (c < 0x10000) {
    buf_putc(out, (char)(0xE0 | c >> 12));
    buf_putc(out, (char)(0x80 | (c >> 6 & 0x3F)));
    buf_putc(out, (char)(0x80 | (c & 0x3F)));
  } else {
    buf_putc(out, (char)(0xF0 | c >> 18));
    buf_putc(out, (char)(0x80 | (c >> 12 & 0x3F)));
    buf_putc(out, (char)(0x80 | (c >> 6 & 0x3F)));
    buf_putc(out, (char)(0x80 | (c & 0x3F)));
  }
}

static bool hex4(struct reader *j, unsigned long *out) {
  if (j->text.n - j->at < 4) return false;
  *out = 0;
  for (int i = 0; i < 4; i++) {
    char c = j->text.p[j->at++];
    unsigned digit;
    if (c >= '0' && c <= '9')
      digit = (unsigned)(c - '0');
    else if (c >= 'a' && c <= 'f')
      digit = (unsigned)(c - 'a') + 10;
    else if (c >= 'A' && c <= 'F')
      digit = (unsigned)(c - 'A') + 10;
    else
      return false;
    *out = *out * 16 + digit;
  }
  return true;
}

/* Behind "\u". A pair of surrogates is one letter; a lone one is wrong, and so is a zero. */
static bool unicode_escape(struct reader *j) {
  unsigned long c, low;
  if (!hex4(j, &c) || c == 0 || (c >= 0xDC00 && c < 0xE000)) return false;
  if (c >= 0xD800 && c < 0xDC00) {
    if (j->text.n - j->at < 2 || j->text.p[j->at] != '\\' || j->text.p[j->at + 1] != 'u')
      return false;
    j->at += 2;
    if (!hex4(j, &low) || low < 0xDC00 || low >= 0xE000) return false;
    c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
  }
  put_utf8(&j->value, c);
  return true;
}

static bool escape(struct reader *j) {
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  if (j->at >= j->text.n) return false;
  char c = j->text.p[j->at++];
  if (c == 'u') return unicode_escape(j);
  const char *found = c == '\0' ? NULL : strchr(from, c);
  if (found == NULL) return false;
  buf_putc(&j->value, to[found - from]);
  return true;
}

static bool string(struct reader *j) {
  buf_clear(&j->value);
  if (!take(j, '"')) return false;
  while (j->at < j->text.n) {
    char c = j->text.p[j->at++];
    if (c == '"') return true;
    if ((unsigned char)c < 0x20) return false;
    if (c == '\\') {
      if (!escape(j)) return false;
    } else {
      buf_putc(&j->value, c);
    }
  }
  return false;
}

static size_t digits(struct reader *j) {
  size_t from = j->at;
  while (j->at < j->text.n && j->text.p[j->at] >= '0' && j->text.p[j->at] <= '9') j->at++;
  return j->at - from;
}

static bool at_char(const struct reader *j, const char *any) {
  return j->at < j->text.n && j->text.p[j->at] != '\0' && strchr(any, j->text.p[j->at]) != NULL;
}

/* A number keeps its text. */
static bool number(struct reader *j) {
  size_t from = j->at;
  if (at_char(j, "-")) j->at++;
  if (digits(j) == 0) return false;
  if (at_char(j, ".")) {
    j->at++;
    if (digits(j) == 0) return false;
  }
  if (at_char(j, "eE")) {
    j->at++;
    if (at_char(j, "+-")) j->at++;
    if (digits(j) == 0) return false;
  }
  buf_clear(&j->value);
  buf_put(&j->value, str_sub(j->text, from, j->at));
  return true;
}

static bool word(struct reader *j, const char *spelled, const char *value) {
  struct str s = str_of(spelled);
  if (!str_starts(str_sub(j->text, j->at, j->text.n), s)) return false;
  j->at += s.n;
  buf_clear(&j->value);
  buf_puts(&j->value, value);
  return true;
}

/* A string, number, true (yes), false (no) or null into j->value. */
static bool scalar(struct reader *j) {
  int c = peek(j);
  j->is_null = false;
  if (c == '"') return string(j);
  if (c == 't') return word(j, "true", "yes");
  if (c == 'f') return word(j, "false", "no");
  if (c == 'n') {
    j->is_null = true;
    return word(j, "null", "");
  }
  return number(j);
}

static const char *value_text(const struct reader *j) {
  return j->value.n > 0 ? j->value.p : "";
}

/* ---- the object ------------------------------------------------------------------------------ */

enum outcome { GOOD, WRONG, NO_MEMORY };

static enum outcome set(struct reader *j, struct record *r, enum field f, const char *fact) {
  if (j->value.failed) return NO_MEMORY;
  if (j->is_null) return GOOD;
  return record_set(r, f, fact, value_text(j)) ? GOOD : NO_MEMORY;
}

static enum outcome claims(struct reader *j, struct record *r) {
  if (!take(j, '[')) return WRONG;
  if (take(j, ']')) return GOOD;
  do {
    if (!scalar(j)) return WRONG;
    if (j->value.failed || !record_add_claim(r, buf_str(&j->value))) return NO_MEMORY;
  } while (take(j, ','));
  return take(j, ']') ? GOOD : WRONG;
}

static enum outcome facts(struct reader *j, struct record *r) {
  if (!take(j, '{')) return WRONG;
  if (take(j, '}')) return GOOD;
  do {
    if (peek(j) != '"' || !string(j) || !take(j, ':')) return WRONG;
    const char *name = str_dup(r->arena, str_of(value_text(j)));
    if (name == NULL) return NO_MEMORY;
    if (!scalar(j)) return WRONG;
    enum outcome o = set(j, r, FIELD_FACT, name);
    if (o != GOOD) return o;
  } while (take(j, ','));
  return take(j, '}') ? GOOD : WRONG;
}

/* As columns are placed: the most telling key of a field speaks, two that mean the same are one too many. */
static enum outcome place_key(struct reader *j, struct record *r, const char *name, enum field *f) {
  if (*f == FIELD_NONE || *f == FIELD_FACT) return GOOD;
  const char *held = j->held[*f];
  if (held == NULL || columns_rank(name) < columns_rank(held)) {
    j->held[*f] = name;
    return GOOD;
  }
  if (columns_rank(name) > columns_rank(held)) {
    *f = FIELD_NONE;
    return GOOD;
  }
  return record_fail(r, "input.json", "leave one of them, or give the other another name",
                     "the keys \"%s\" and \"%s\" mean the same", held, name)
             ? WRONG
             : NO_MEMORY;
}

static enum outcome member(struct reader *j, struct record *r) {
  const char *fact;
  if (peek(j) != '"' || !string(j)) return WRONG;
  if (j->value.failed) return NO_MEMORY;
  const char *name = str_dup(r->arena, str_of(value_text(j)));
  if (name == NULL) return NO_MEMORY;
  enum field f = columns_field(name, &fact);
  if (!take(j, ':')) return WRONG;
  int c = peek(j);
  enum outcome placed = c == 'n' ? GOOD : place_key(j, r, name, &f); /* null says nothing */
  if (placed != GOOD) return placed;
  if (f == FIELD_CLAIMS && c == '[') return claims(j, r);
  if (f == FIELD_FACTS && c == '{') return facts(j, r);
  if (c == '[' || c == '{') {
    if (!record_fail(r, "input.json", "give text or a number",
                     "the value of \"%s\" is a list or an object", name))
      return NO_MEMORY;
    return WRONG;
  }
  if (!scalar(j)) return WRONG;
  if (r->expect != NULL && strcmp(name, r->expect) == 0) record_set_filed(r, str_of(value_text(j)));
  return set(j, r, f, fact);
}

static enum outcome object(struct reader *j, struct record *r) {
  if (!take(j, '{')) return WRONG;
  if (take(j, '}')) return peek(j) < 0 ? GOOD : WRONG;
  do {
    enum outcome o = member(j, r);
    if (o != GOOD) return o;
  } while (take(j, ','));
  return take(j, '}') && peek(j) < 0 ? GOOD : WRONG;
}

bool jsonl_read(struct str text, struct record *r) {
  struct reader j = {.text = text};
  enum outcome o = object(&j, r);
  buf_free(&j.value);
  if (o == NO_MEMORY) return false;
  if (o == GOOD) return true;
  return record_fail(r, "input.json",
                     "each line is one object: {\"code\": \"4202.92.31.31\", \"from\": ...}",
                     "character %zu of the line is not JSON as it is read here", j.at + 1);
}

/* ---- any object -------------------------------------------------------------------------------- */

/* One of several values that are joined: nothing in it may look like the joint. */
static bool join_scalar(struct reader *j, const char *name, struct buf *out) {
  if (!scalar(j) || j->is_null || memchr(value_text(j), ';', j->value.n) != NULL) return false;
  if (out->n > 0) buf_puts(out, "; ");
  if (name != NULL) buf_printf(out, "%s=", name);
  buf_put(out, buf_str(&j->value));
  return true;
}

static bool join_object(struct reader *j, struct arena *a, struct buf *out) {
  if (take(j, '}')) return true;
  do {
    if (peek(j) != '"' || !string(j) || !take(j, ':')) return false;
    const char *name = str_dup(a, str_of(value_text(j)));
    if (name == NULL) out->failed = true;
    if (name == NULL || strpbrk(name, ";=") != NULL || !join_scalar(j, name, out)) return false;
  } while (take(j, ','));
  return take(j, '}');
}

static bool join_list(struct reader *j, struct buf *out) {
  if (take(j, ']')) return true;
  do {
    if (!join_scalar(j, NULL, out)) return false;
  } while (take(j, ','));
  return take(j, ']');
}

static bool any_value(struct reader *j, struct arena *a, struct buf *out) {
  if (take(j, '{')) return join_object(j, a, out);
  if (take(j, '[')) return join_list(j, out);
  if (!scalar(j)) return false;
  buf_put(out, buf_str(&j->value));
  return true;
}

static bool any_member(struct reader *j, struct arena *a, struct jsonl_members *m) {
  struct buf value = {0};
  if (m->count == JSONL_MEMBERS_MOST || peek(j) != '"' || !string(j)) return false;
  const char *name = str_dup(a, str_of(value_text(j)));
  bool good = take(j, ':') && any_value(j, a, &value);
  const char *text = buf_keep(&value, a);
  if (name == NULL || text == NULL) a->failed = true;
  m->names[m->count] = name;
  m->values[m->count++] = text != NULL ? text : "";
  return good && name != NULL;
}

static bool any_object(struct reader *j, struct arena *a, struct jsonl_members *m) {
  if (!take(j, '{')) return false;
  if (take(j, '}')) return peek(j) < 0;
  do {
    if (!any_member(j, a, m)) return false;
  } while (take(j, ','));
  return take(j, '}') && peek(j) < 0;
}

bool jsonl_members(struct str text, struct arena *a, struct jsonl_members *out) {
  struct reader j = {.text = text};
  out->count = 0;
  out->wrong = NULL;
  bool good = str_utf8_valid(text, NULL) && any_object(&j, a, out);
  bool failed = j.value.failed || a->failed;
  buf_free(&j.value);
  if (good || failed) return !failed;
  struct buf wrong = {0};
  buf_printf(&wrong, "character %zu of the line is not JSON as it is read here", j.at + 1);
  out->count = 0;
  out->wrong = buf_keep(&wrong, a);
  return out->wrong != NULL;
}
