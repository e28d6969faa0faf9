// SPDX-License-Identifier: Apache-2.0
// See marks.h. Sixty-four bytes at a time become sixty-four bits; with SSE2 in a few instructions, without it
// by a table.
#include "cli/marks.h"

#include <stdbool.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

struct bits { /* of 64 bytes */
  uint64_t edge, odd, space;
};

#ifdef __SSE2__
static __m128i equal(__m128i v, char c) {
  return _mm_cmpeq_epi8(v, _mm_set1_epi8(c));
}

static uint64_t bits(__m128i v) {
  return (uint64_t)(unsigned)_mm_movemask_epi8(v);
}

static struct bits bits_of(const char *p, char separator) {
  struct bits b = {0};
  for (unsigned i = 0; i < 64; i += 16) {
    __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(p + i));
    __m128i ends = _mm_or_si128(equal(v, '\n'), equal(v, '\r'));
    __m128i odd = _mm_or_si128(v, _mm_or_si128(equal(v, '"'), equal(v, '\0')));
    b.edge |= bits(_mm_or_si128(ends, equal(v, separator))) << i;
    b.space |= bits(equal(v, ' ')) << i;
    b.odd |= bits(odd) << i;
  }
  return b;
}
#else
static struct bits bits_of(const char *p, char separator) {
  struct bits b = {0};
  for (unsigned i = 0; i < 64; i++) {
    char c = p[i];
    uint64_t bit = (uint64_t)1 << i;
    if (c == separator || c == '\n' || c == '\r')
      b.edge |= bit;
    else if (c == ' ')
      b.space |= bit;
    else if (c == '"' || c == '\0' || (unsigned char)c > 0x7f)
      b.odd |= bit;
  }
  return b;
}
#endif

struct side { /* what the last bits of the 64 bytes before were */
  bool edge, space;
};

static uint64_t spaces_at_edges(const struct bits *b, const struct side *before) {
  uint64_t right_of = b->edge << 1 | (before->edge ? 1u : 0u), left_of = b->edge >> 1;
  return b->space & (right_of | left_of);
}

static size_t put(uint64_t set, uint32_t base, uint32_t *out) {
  size_t n = 0;
  for (; set; set &= set - 1) out[n++] = base + (uint32_t)__builtin_ctzll(set);
  return n;
}

static size_t step(const char *p, char separator, uint32_t base, uint32_t *out,
                   struct side *before) {
  struct bits b = bits_of(p, separator);
  uint64_t spaces = spaces_at_edges(&b, before);
  size_t n = 0;
  /* a space at the end of the last step turns out to stand before an edge */
  if (before->space && (b.edge & 1)) out[n++] = base - 1;
  n += put(b.edge | b.odd | spaces, base, out + n);
  before->edge = b.edge >> 63;
  before->space = b.space >> 63 && !(spaces >> 63);
  return n;
}

size_t marks_find(const char *p, size_t n, char separator, uint32_t *out) {
  struct side before = {.edge = true};
  size_t count = 0, i = 0;
  for (; i + 64 <= n; i += 64) count += step(p + i, separator, (uint32_t)i, out + count, &before);
  if (i == n) return count;
  char last[64];
  memset(last, 'x', sizeof last);
  memcpy(last, p + i, n - i);
  return count + step(last, separator, (uint32_t)i, out + count, &before);
}

size_t marks_lines(const char *p, size_t n) {
  size_t lines = 0, i = 0;
#ifdef __SSE2__
  __m128i sums = _mm_setzero_si128();
  for (; i + 16 <= n; i += 16) {
    __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(p + i));
    __m128i ones = _mm_and_si128(equal(v, '\n'), _mm_set1_epi8(1));
    sums = _mm_add_epi64(sums, _mm_sad_epu8(ones, _mm_setzero_si128()));
  }
  uint64_t halves[2];
  _mm_storeu_si128((__m128i *)(void *)halves, sums);
  lines = (size_t)(halves[0] + halves[1]);
#endif
  for (; i < n; i++) lines += p[i] == '\n';
  return lines;
}
