// SPDX-License-Identifier: Apache-2.0
// Is an article one that was seen before, in another issue?
//
// Five words in a row are a gram. Two texts that have 65 of 100 grams in common are issues of one: another head, another
// date and edits here and there leave more than that, and two reporters on one event far less. Candidates are found by
// the least of the grams under 63 hashes, three to a band, so that a desk is not read through for every article.
#include <stdlib.h>

#include "desk/desk.h"

#define GRAM_WORDS 5
#define GRAM_LEAST 8 /* below it a text is too short to say: only the same bytes are the same */

static uint64_t mix(uint64_t x) {
  x ^= x >> 31;
  x *= 0x9e3779b97f4a7c15u;
  x ^= x >> 29;
  x *= 0xbf58476d1ce4e5b9u;
  return x ^ (x >> 32);
}

static bool in_word(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
}

static int order(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return x < y ? -1 : x > y;
}

static void sort_once(struct grams *g) {
  size_t kept = 0;
  if (g->count > 1) qsort(g->items, g->count, sizeof *g->items, order);
  for (size_t i = 0; i < g->count; i++)
    if (kept == 0 || g->items[kept - 1] != g->items[i]) g->items[kept++] = g->items[i];
  g->count = kept;
}

bool grams_of(struct str text, struct grams *out) {
  uint64_t last[GRAM_WORDS] = {0};
  size_t at = 0, words = 0;
  *out = (struct grams){0};
  while (at < text.n) {
    uint64_t hash = 1469598103934665603u;
    size_t from = at;
    for (; at < text.n && in_word((unsigned char)text.p[at]); at++) {
      unsigned char c = (unsigned char)text.p[at];
      if (c >= 'A' && c <= 'Z') c = (unsigned char)(c + 32);
      hash = (hash ^ c) * 1099511628211u;
    }
    if (at++ == from) continue;
    last[words++ % GRAM_WORDS] = hash;
    if (words < GRAM_WORDS) continue;
    uint64_t gram = 0;
    for (size_t i = 0; i < GRAM_WORDS; i++) gram = mix(gram ^ last[(words + i) % GRAM_WORDS]);
    if (!mem_grow((void **)&out->items, &out->cap, out->count + 1, sizeof *out->items)) {
      grams_free(out);
      return false;
    }
    out->items[out->count++] = gram;
  }
  sort_once(out);
  return true;
}

void grams_free(struct grams *g) {
  mem_free(g->items);
  *g = (struct grams){0};
}

void grams_bands(const struct grams *g, uint64_t bands[GRAM_BANDS]) {
  for (uint64_t b = 0; b < GRAM_BANDS; b++) {
    uint64_t band = b;
    for (uint64_t k = 0; k < 3; k++) {
      uint64_t least = UINT64_MAX;
      for (size_t i = 0; i < g->count; i++) {
        uint64_t h = mix(g->items[i] ^ mix(b * 3 + k + 1));
        if (h < least) least = h;
      }
      band = mix(band ^ least);
    }
    bands[b] = band;
  }
}

bool grams_alike(const struct grams *a, const struct grams *b) {
  size_t i = 0, k = 0, common = 0;
  if (a->count < GRAM_LEAST || b->count < GRAM_LEAST) return false;
  while (i < a->count && k < b->count) {
    uint64_t x = a->items[i], y = b->items[k];
    common += x == y;
    i += x <= y;
    k += y <= x;
  }
  return common * 100 >= (a->count + b->count - common) * 65;
}
