// SPDX-License-Identifier: Apache-2.0
// Text: slices that own nothing, and a growing buffer that owns its bytes.
//
// All text is UTF-8. A slice is valid as long as the bytes it points into.
#ifndef IMPOST_BASE_STR_H
#define IMPOST_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/mem.h"

struct str {
  const char *p; /* not NUL-terminated; may be NULL when n is 0 */
  size_t n;      /* bytes */
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})

/* NULL gives the empty slice. Inline, these two: of a literal the length is known, and most texts differ in it. */
static inline struct str str_of(const char *c_string) {
  return c_string == NULL ? (struct str){NULL, 0} : (struct str){c_string, strlen(c_string)};
}
static inline bool str_eq(struct str a, struct str b) {
  return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}
bool str_eq_nocase(struct str a, struct str b); /* ASCII case only */
int str_cmp(struct str a, struct str b);        /* byte order */
bool str_starts(struct str s, struct str prefix);
struct str str_sub(struct str s, size_t from, size_t to); /* clamps */
struct str str_trim(struct str s);                        /* spaces and tabs at both ends */
/* Next field. A text of n separators has n + 1 fields, so "a;" has two and "" one; then *rest has no pointer
 * and false comes back. */
bool str_split(struct str *rest, char at, struct str *part);
long str_find(struct str s, char c); /* byte index or -1 */
/* How many bytes from `from` on surely are plain ASCII, none below a blank: whole eights of them. */
size_t str_plain(struct str s, size_t from);
bool str_utf8_valid(struct str s, size_t *bad_at); /* RFC 3629; bad_at may be NULL */
size_t str_utf8_columns(struct str s);             /* code points: what a caret counts */
char *str_dup(struct arena *a, struct str s);      /* NUL-terminated copy; NULL out of memory */
bool str_copy(struct arena *a, struct str s, struct str *out);

struct buf {
  char *p; /* NUL-terminated once anything was written */
  size_t n;
  size_t cap;
  bool failed; /* sticky: an append ran out of memory; check once at the end */
};

void buf_free(struct buf *b);
void buf_clear(
    struct buf *b); /* keeps the memory, and what `failed` says: a loss is told in the end */
/* Room for `more` bytes and a NUL. False: no memory. */
bool buf_reserve(struct buf *b, size_t more);
/* Where up to `more` bytes may be written by hand, of which buf_wrote then says how many were; NULL: no memory. */
static inline char *buf_room(struct buf *b, size_t more) {
  bool fits = !b->failed && more < b->cap - b->n;
  return fits || buf_reserve(b, more) ? b->p + b->n : NULL;
}
static inline void buf_wrote(struct buf *b, size_t n) {
  b->n += n;
  b->p[b->n] = '\0';
}
void buf_put(struct buf *b, struct str s);
void buf_puts(struct buf *b, const char *c_string);
void buf_putc(struct buf *b, char c);
/* In decimal, with zeros before it up to `width` digits, at most 20. */
void buf_put_u64(struct buf *b, uint64_t value, size_t width);
void buf_fill(struct buf *b, char c, size_t count);
void buf_printf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_vprintf(struct buf *b, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
struct str buf_str(const struct buf *b);
/* Moves the text into the arena and releases the buffer. NULL: memory was out, and the arena knows. */
const char *buf_keep(struct buf *b, struct arena *a);

#endif
