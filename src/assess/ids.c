// SPDX-License-Identifier: Apache-2.0
// Tables of ids: texts to numbers, and keys of four numbers to one.
#include <string.h>

#include "assess/batch_own.h"

static uint64_t mix(uint64_t h) {
  h = (h ^ (h >> 32)) * 0xd6e8feb86659fd93u;
  h = (h ^ (h >> 32)) * 0xd6e8feb86659fd93u;
  return h ^ (h >> 32);
}

uint64_t hash_text(struct str s) {
  uint64_t h = 0x9e3779b97f4a7c15u;
  for (size_t i = 0; i < s.n; i++) h = (h ^ (unsigned char)s.p[i]) * 0x100000001b3u;
  return mix(h);
}

static bool keyed_grow(struct keyed *t) {
  size_t n = t->slot_count ? t->slot_count * 2 : 64;
  uint32_t *slots = mem_alloc(n * sizeof *slots);
  if (!slots) return false;
  for (size_t i = 0; i < t->count; i++) {
    size_t at = hash_text(t->keys[i]) & (n - 1);
    while (slots[at]) at = (at + 1) & (n - 1);
    slots[at] = (uint32_t)i + 1;
  }
  mem_free(t->slots);
  t->slots = slots;
  t->slot_count = n;
  return true;
}

uint32_t keyed_id(struct keyed *t, struct str key, bool *added) {
  *added = false;
  if (t->count * 4 >= t->slot_count * 3 && !keyed_grow(t)) return NOTHING;
  size_t at = hash_text(key) & (t->slot_count - 1);
  for (; t->slots[at]; at = (at + 1) & (t->slot_count - 1))
    if (str_eq(t->keys[t->slots[at] - 1], key)) return t->slots[at] - 1;
  const char *copy = t->bytes ? arena_copy(t->arena, key.p, key.n) : str_dup(t->arena, key);
  if (!copy || !mem_grow((void **)&t->keys, &t->cap, t->count + 1, sizeof *t->keys)) return NOTHING;
  t->keys[t->count] = (struct str){copy, key.n};
  t->slots[at] = (uint32_t)++t->count;
  *added = true;
  return (uint32_t)t->count - 1;
}

uint32_t keyed_find(const struct keyed *t, struct str key) {
  if (!t->slot_count) return NOTHING;
  size_t at = hash_text(key) & (t->slot_count - 1);
  for (; t->slots[at]; at = (at + 1) & (t->slot_count - 1))
    if (str_eq(t->keys[t->slots[at] - 1], key)) return t->slots[at] - 1;
  return NOTHING;
}

void keyed_free(struct keyed *t) {
  mem_free(t->keys);
  mem_free(t->slots);
}

/* ---- memo -------------------------------------------------------------------------------------------- */

static size_t memo_step(const struct memo *m) {
  return m->pairs ? 3 : 5;
}

static bool is_key(const struct memo *m, const uint32_t *cell, struct memo_key k) {
  return cell[1] == k.a && cell[2] == k.b && (m->pairs || (cell[3] == k.c && cell[4] == k.d));
}

/* The slot of the key, or the empty one that it would get. */
static uint32_t *memo_at(const struct memo *m, struct memo_key k) {
  uint64_t h = mix(((uint64_t)k.a << 32 | k.b) * 0x9e3779b97f4a7c15u ^ ((uint64_t)k.c << 32 | k.d));
  size_t step = memo_step(m), at = h & (m->slot_count - 1);
  while (m->cells[at * step] != NOTHING && !is_key(m, &m->cells[at * step], k))
    at = (at + 1) & (m->slot_count - 1);
  return &m->cells[at * step];
}

uint32_t memo_get(const struct memo *m, struct memo_key k) {
  return m->slot_count ? *memo_at(m, k) : NOTHING;
}

static struct memo_key key_in(const struct memo *m, size_t slot) {
  const uint32_t *cell = m->cells + slot * memo_step(m);
  return (struct memo_key){cell[1], cell[2], m->pairs ? 0 : cell[3], m->pairs ? 0 : cell[4]};
}

static bool memo_grow(struct memo *m) {
  struct memo old = *m;
  size_t n = old.slot_count ? old.slot_count * 2
             : old.first    ? old.first
                            : 256,
         step = memo_step(m), size = n * step * sizeof *m->cells;
  uint32_t *cells = mem_alloc(size);
  if (!cells) return false;
  memset(cells, 0xff, size);
  m->cells = cells;
  m->slot_count = n;
  for (size_t i = 0; i < old.slot_count; i++) {
    const uint32_t *cell = old.cells + i * step;
    if (*cell != NOTHING) memcpy(memo_at(m, key_in(&old, i)), cell, step * sizeof *cell);
  }
  memo_free(&old);
  return true;
}

bool memo_put(struct memo *m, struct memo_key k, uint32_t value) {
  if (m->count * 4 >= m->slot_count * 3 && !memo_grow(m)) return false;
  uint32_t *cell = memo_at(m, k), whole[] = {value, k.a, k.b, k.c, k.d};
  m->count += *cell == NOTHING;
  memcpy(cell, whole, memo_step(m) * sizeof *cell);
  return true;
}

void memo_free(struct memo *m) {
  mem_free(m->cells);
}
