// SPDX-License-Identifier: Apache-2.0
// See match_words.h and deal_normal in match.h.
#include "deal/match_words.h"

#include <string.h>

#include "deal/match.h"

uint64_t words_hash(struct str s, uint64_t h) {
  for (size_t i = 0; i < s.n; i++) h = (h ^ (unsigned char)s.p[i]) * 1099511628211u;
  return h;
}

uint64_t words_hash_name(struct str s, uint64_t h) {
  for (size_t i = 0; i < s.n; i++) {
    unsigned char c = (unsigned char)s.p[i];
    if (c >= 'A' && c <= 'Z') c = (unsigned char)(c + ('a' - 'A'));
    h = (h ^ c) * 1099511628211u;
  }
  return h;
}

/* ---- one spelling --------------------------------------------------------------------------------------------- */

static bool is_letter(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
}

/* Letters, digits and whatever is not ASCII are words; all else parts them. */
size_t deal_normal(struct str s, char out[DEAL_NORMAL_MAX]) {
  size_t n = 0;
  bool gap = false;
  for (size_t i = 0; i < s.n && n + 1 < DEAL_NORMAL_MAX; i++) {
    unsigned char c = (unsigned char)s.p[i];
    if (!is_letter(c)) {
      gap = n > 0;
      continue;
    }
    if (gap) out[n++] = ' ';
    gap = false;
    out[n++] = (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }
  return n;
}

/* ---- one word away ------------------------------------------------------------------------------------------------ */

enum { WORDS_MAX = 24 };

static uint32_t cut(struct str s, struct str out[WORDS_MAX]) {
  uint32_t n = 0;
  struct str one;
  while (n < WORDS_MAX && str_split(&s, ' ', &one))
    if (one.n) out[n++] = one;
  return n;
}

static uint32_t same_from_start(const struct str *a, uint32_t n, const struct str *b, uint32_t m) {
  uint32_t i = 0;
  while (i < n && i < m && str_eq(a[i], b[i])) i++;
  return i;
}

/* One letter more, fewer or other, in words of four letters and more. */
static bool is_slip(struct str a, struct str b) {
  size_t i = 0;
  if (a.n < 4 || b.n < 4 || a.n > b.n + 1 || b.n > a.n + 1) return false;
  while (i < a.n && i < b.n && a.p[i] == b.p[i]) i++;
  struct str x = str_sub(a, i + (a.n >= b.n), a.n), y = str_sub(b, i + (b.n >= a.n), b.n);
  return str_eq(x, y);
}

bool words_one_away(struct str left, struct str right) {
  struct str a[WORDS_MAX], b[WORDS_MAX];
  uint32_t n = cut(left, a), m = cut(right, b);
  if (!n || !m || n > m + 1 || m > n + 1) return false;
  uint32_t i = same_from_start(a, n, b, m);
  if (n == m && i == n) return false;
  uint32_t x = i + (n >= m), y = i + (m >= n); /* where they must go on alike */
  if (n - x != m - y || same_from_start(a + x, n - x, b + y, m - y) != n - x) return false;
  return n != m || n > 1 || is_slip(a[i], b[i]);
}

static uint64_t hash_without(const struct str *words, uint32_t n, uint32_t left_out) {
  uint64_t h = WORDS_HASH;
  for (uint32_t i = 0; i < n; i++)
    if (i != left_out) h = words_hash(STR(" "), words_hash(words[i], h));
  return h;
}

uint32_t words_keys(struct str s, uint64_t out[WORDS_KEYS_MAX]) {
  struct str words[WORDS_MAX];
  uint32_t n = cut(s, words), keys = 0;
  if (!n) return 0;
  out[keys++] = hash_without(words, n, n);
  for (uint32_t i = 0; i < n && n > 1; i++) out[keys++] = hash_without(words, n, i);
  for (size_t i = 0; n == 1 && i < words[0].n && keys < WORDS_KEYS_MAX; i++) {
    uint64_t h = words_hash(str_sub(words[0], 0, i), WORDS_HASH);
    out[keys++] = words_hash(STR(" "), words_hash(str_sub(words[0], i + 1, words[0].n), h));
  }
  return keys;
}

/* ---- words by themselves ------------------------------------------------------------------------------------------- */

/* "magnets" is "magnet", "batteries" is "battery"; "gas" and "glass" are what they are. */
static struct str stem_of(struct str s, char own[DEAL_NORMAL_MAX]) {
  if (s.n < 4 || s.p[s.n - 1] != 's' || s.p[s.n - 2] == 's') return s;
  if (s.n < 5 || s.p[s.n - 2] != 'e' || s.p[s.n - 3] != 'i') return str_sub(s, 0, s.n - 1);
  memcpy(own, s.p, s.n - 3);
  own[s.n - 3] = 'y';
  return (struct str){own, s.n - 2};
}

uint32_t words_stems(struct str s, uint64_t out[WORDS_TOKENS_MAX]) {
  char own[DEAL_NORMAL_MAX];
  struct str one;
  uint32_t n = 0;
  while (n < WORDS_TOKENS_MAX && str_split(&s, ' ', &one))
    if (one.n) out[n++] = words_hash(stem_of(one, own), WORDS_HASH);
  return n;
}

static uint32_t put_weak(const char *const *words, size_t n, enum words_worth worth,
                         struct words_weak *out) {
  for (size_t i = 0; i < n; i++)
    out[i] = (struct words_weak){words_hash(str_of(words[i]), WORDS_HASH), worth};
  return (uint32_t)n;
}

uint32_t words_weak(struct words_weak out[WORDS_WEAK_MAX]) {
  static const char *const joins[] = {"a",  "also", "and", "be",  "by", "can", "for",  "from", "in",
                                      "of", "on",   "or",  "not", "to", "the", "with", "which"};
  static const char *const little[] = {"article", "equipment", "good",   "large",   "machine",
                                       "make",    "material",  "name",   "outside", "pack",
                                       "part",    "piece",     "plate",  "product", "solid",
                                       "such",    "sort",      "system", "window",  "what",
                                       "1",       "2",         "3",      "4"};
  uint32_t n = put_weak(joins, sizeof joins / sizeof *joins, WORDS_JOIN, out);
  return n + put_weak(little, sizeof little / sizeof *little, WORDS_SAY_LITTLE, out + n);
}

bool words_slip(struct str left, struct str right) {
  struct str a[WORDS_MAX], b[WORDS_MAX];
  uint32_t n = cut(left, a), m = cut(right, b);
  if (!n || n != m) return false;
  uint32_t i = same_from_start(a, n, b, m);
  return i < n && is_slip(a[i], b[i]) &&
         same_from_start(a + i + 1, n - i - 1, b + i + 1, m - i - 1) == n - i - 1;
}
