// SPDX-License-Identifier: Apache-2.0
// See set.h.
#include "panel/set.h"

#include <string.h>

#include "base/mem.h"

static uint64_t hash_of(const unsigned char *p, size_t n) {
  uint64_t h = 0x9e3779b97f4a7c15u ^ n, w = 0;
  for (; n >= sizeof w; p += sizeof w, n -= sizeof w) {
    memcpy(&w, p, sizeof w);
    h = (h ^ w) * 0xff51afd7ed558ccdu;
    h ^= h >> 32;
  }
  for (; n; p++, n--) h = (h ^ *p) * 0x100000001b3u;
  return h ^ h >> 29;
}

const void *set_at(const struct set *s, uint32_t i, size_t *n) {
  size_t from = i ? s->ends[i - 1] : 0;
  *n = s->ends[i] - from;
  return s->bytes + from;
}

static bool make_slots(struct set *s) {
  if (s->count * 2 < s->slot_count) return true;
  size_t count = s->slot_count ? s->slot_count * 2 : 256, n;
  uint32_t *slots = mem_alloc(count * sizeof *slots);
  if (!slots) return false;
  for (uint32_t i = 0; i < s->count; i++) {
    const void *p = set_at(s, i, &n);
    size_t at = hash_of(p, n) & (count - 1);
    while (slots[at]) at = (at + 1) & (count - 1);
    slots[at] = i + 1;
  }
  mem_free(s->slots);
  s->slots = slots;
  s->slot_count = count;
  return true;
}

static bool keep(struct set *s, const void *bytes, size_t n) {
  if (!mem_grow((void **)&s->bytes, &s->byte_cap, s->used + n + 1, 1) ||
      !mem_grow((void **)&s->ends, &s->cap, s->count + 1, sizeof *s->ends))
    return false;
  if (n) memcpy(s->bytes + s->used, bytes, n);
  s->used += n;
  s->ends[s->count++] = s->used;
  return true;
}

uint32_t set_add(struct set *s, const void *bytes, size_t n) {
  if (!make_slots(s)) return UINT32_MAX;
  size_t at = hash_of(bytes, n) & (s->slot_count - 1), size;
  for (; s->slots[at]; at = (at + 1) & (s->slot_count - 1)) {
    const void *p = set_at(s, s->slots[at] - 1, &size);
    if (size == n && !memcmp(p, bytes, n)) return s->slots[at] - 1;
  }
  if (!keep(s, bytes, n)) return UINT32_MAX;
  s->slots[at] = (uint32_t)s->count;
  return (uint32_t)s->count - 1;
}

void set_free(struct set *s) {
  mem_free(s->bytes);
  mem_free(s->ends);
  mem_free(s->slots);
  *s = (struct set){0};
}
