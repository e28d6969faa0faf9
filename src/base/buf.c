// SPDX-License-Identifier: Apache-2.0
// Text: the growing buffer.
//
// An append that finds no memory leaves what is there, sets `failed` and makes all later appends do
// nothing, so a writer checks once at its end. The bytes end in NUL after every append.
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/str.h"

bool buf_reserve(struct buf *b, size_t more) {
  if (b->failed || more > SIZE_MAX - 1 - b->n) {
    b->failed = true;
    return false;
  }
  void *bytes = b->p;
  if (!mem_grow(&bytes, &b->cap, b->n + more + 1, 1)) {
    b->failed = true;
    return false;
  }
  b->p = bytes;
  return true;
}

static inline bool reserve(struct buf *b, size_t more) {
  return buf_room(b, more) != NULL;
}

void buf_free(struct buf *b) {
  mem_free(b->p);
  *b = (struct buf){0};
}

void buf_clear(struct buf *b) {
  b->n = 0;
  if (b->p != NULL) {
    b->p[0] = '\0';
  }
}

void buf_put(struct buf *b, struct str s) {
  if (reserve(b, s.n)) {
    if (s.n > 0) {
      memcpy(b->p + b->n, s.p, s.n);
    }
    b->n += s.n;
    b->p[b->n] = '\0';
  }
}

void buf_puts(struct buf *b, const char *c_string) {
  buf_put(b, str_of(c_string));
}

void buf_putc(struct buf *b, char c) {
  if (!reserve(b, 1)) return;
  b->p[b->n++] = c;
  b->p[b->n] = '\0';
}

void buf_put_u64(struct buf *b, uint64_t value, size_t width) {
  char digits[20];
  size_t n = sizeof digits;
  do {
    digits[--n] = (char)('0' + value % 10);
    value /= 10;
  } while (value > 0);
  while (sizeof digits - n < width && n > 0) digits[--n] = '0';
  buf_put(b, (struct str){digits + n, sizeof digits - n});
}

void buf_fill(struct buf *b, char c, size_t count) {
  if (reserve(b, count)) {
    memset(b->p + b->n, c, count);
    b->n += count;
    b->p[b->n] = '\0';
  }
}

void buf_printf(struct buf *b, const char *format, ...) {
  va_list args;
  va_start(args, format);
  buf_vprintf(b, format, args);
  va_end(args);
}

void buf_vprintf(struct buf *b, const char *format, va_list args) {
  va_list again;
  va_copy(again, args);
  int n = vsnprintf(NULL, 0, format, args);
  if (n < 0) {
    b->failed = true;
  } else if (reserve(b, (size_t)n)) {
    vsnprintf(b->p + b->n, (size_t)n + 1, format, again);
    b->n += (size_t)n;
  }
  va_end(again);
}

struct str buf_str(const struct buf *b) {
  return (struct str){b->p, b->n};
}

const char *buf_keep(struct buf *b, struct arena *a) {
  const char *kept = b->failed ? NULL : str_dup(a, buf_str(b));
  if (kept == NULL) {
    a->failed = true;
  }
  buf_free(b);
  return kept;
}
