// SPDX-License-Identifier: Apache-2.0
// A fast sum of bytes: see lanes.h.
#include "base/lanes.h"

#include <string.h>

static uint64_t word_at(const char *p) {
  uint64_t word;
  memcpy(&word, p, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

static uint64_t step(uint64_t lane, uint64_t word) {
  uint64_t x = (lane ^ word) * LANES_FACTOR;
  return x << 29 | x >> 35;
}

void lanes_of(struct str bytes, uint64_t lanes[LANES]) {
  enum { BLOCK = LANES * sizeof(uint64_t) };
  char tail[BLOCK] = {0};
  size_t at = 0;
  for (uint64_t k = 0; k < LANES; k++) lanes[k] = k + 1;
  for (; at + BLOCK <= bytes.n; at += BLOCK)
    for (size_t k = 0; k < LANES; k++) lanes[k] = step(lanes[k], word_at(bytes.p + at + 8 * k));
  if (at == bytes.n) return;
  memcpy(tail, bytes.p + at, bytes.n - at);
  for (size_t k = 0; k < LANES; k++) lanes[k] = step(lanes[k], word_at(tail + 8 * k));
}
