// SPDX-License-Identifier: Apache-2.0
// Text: slices.
//
// Case folding and trimming are ASCII only: law text, codes and place spellings need no more, and
// the answer never hangs on the locale.
#include "base/str.h"

#include <stdint.h>
#include <string.h>

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool str_eq_nocase(struct str a, struct str b) {
  if (a.n != b.n) {
    return false;
  }
  for (size_t i = 0; i < a.n; i++) {
    if (lower(a.p[i]) != lower(b.p[i])) {
      return false;
    }
  }
  return true;
}

int str_cmp(struct str a, struct str b) {
  size_t n = a.n < b.n ? a.n : b.n;
  int order = n == 0 ? 0 : memcmp(a.p, b.p, n);
  if (order != 0) {
    return order < 0 ? -1 : 1;
  }
  return a.n < b.n ? -1 : a.n > b.n;
}

bool str_starts(struct str s, struct str prefix) {
  return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

struct str str_sub(struct str s, size_t from, size_t to) {
  size_t end = to < s.n ? to : s.n;
  size_t start = from < end ? from : end;
  return (struct str){s.p == NULL ? NULL : s.p + start, end - start};
}

static bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

struct str str_trim(struct str s) {
  size_t from = 0, to = s.n;
  while (from < to && is_blank(s.p[from])) {
    from++;
  }
  while (to > from && is_blank(s.p[to - 1])) {
    to--;
  }
  return str_sub(s, from, to);
}

bool str_split(struct str *rest, char at, struct str *part) {
  if (rest->p == NULL) {
    return false;
  }
  long i = str_find(*rest, at);
  if (i < 0) {
    *part = *rest;
    *rest = (struct str){NULL, 0};
  } else {
    *part = str_sub(*rest, 0, (size_t)i);
    *rest = str_sub(*rest, (size_t)i + 1, rest->n);
  }
  return true;
}

long str_find(struct str s, char c) {
  const char *at = s.n == 0 ? NULL : memchr(s.p, c, s.n);
  return at == NULL ? -1 : (long)(at - s.p);
}

// Length of the UTF-8 sequence at p (n bytes are left), 0 when it is not one: RFC 3629, section 4.
static size_t sequence(const unsigned char *p, size_t n) {
  if (p[0] < 0x80) {
    return 1;
  }
  size_t len = p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : 2;
  if (p[0] < 0xC2 || p[0] > 0xF4 || n < len) {
    return 0;
  }
  // The second byte alone rules out overlong forms, surrogates and what lies beyond U+10FFFF.
  unsigned char low = p[0] == 0xE0 ? 0xA0 : p[0] == 0xF0 ? 0x90 : 0x80;
  unsigned char high = p[0] == 0xED ? 0x9F : p[0] == 0xF4 ? 0x8F : 0xBF;
  if (p[1] < low || p[1] > high) {
    return 0;
  }
  for (size_t i = 2; i < len; i++) {
    if ((p[i] & 0xC0) != 0x80) {
      return 0;
    }
  }
  return len;
}

size_t str_plain(struct str s, size_t from) {
  const uint64_t highs = 0x8080808080808080u, blanks = 0x2020202020202020u;
  size_t at = from;
  for (uint64_t eight; at + sizeof eight <= s.n; at += sizeof eight) {
    memcpy(&eight, s.p + at, sizeof eight);
    if (((eight | (eight - blanks)) & highs) != 0) break;
  }
  return at - from;
}

bool str_utf8_valid(struct str s, size_t *bad_at) {
  size_t i = 0;
  while (i < s.n) {
    if ((unsigned char)s.p[i] >= ' ') i += str_plain(s, i);
    if (i == s.n) break;
    size_t len = sequence((const unsigned char *)s.p + i, s.n - i);
    if (len == 0) {
      if (bad_at != NULL) {
        *bad_at = i;
      }
      return false;
    }
    i += len;
  }
  return true;
}

size_t str_utf8_columns(struct str s) {
  size_t columns = 0;
  for (size_t i = 0; i < s.n; i++) {
    columns += ((unsigned char)s.p[i] & 0xC0) != 0x80;
  }
  return columns;
}

char *str_dup(struct arena *a, struct str s) {
  if (s.n == SIZE_MAX) {
    return NULL;
  }
  char *p = arena_alloc(a, s.n + 1);
  if (p != NULL && s.n > 0) {
    memcpy(p, s.p, s.n);
  }
  return p;
}

bool str_copy(struct arena *a, struct str s, struct str *out) {
  char *p = str_dup(a, s);
  if (p == NULL) {
    return false;
  }
  *out = (struct str){p, s.n};
  return true;
}
