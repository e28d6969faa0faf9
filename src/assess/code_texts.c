// SPDX-License-Identifier: Apache-2.0
// Codes as they were written: texts to ids and back. Nearly all are digits and points, which are kept in the place that a
// pointer to them would take; what a code says is read of it again where that is asked for, once for a window.
#include <string.h>

#include "assess/batch_own.h"

enum { POINT = 11 };

/* A digit is itself plus one, so that nothing stands before the first. 0: another text, or none. */
static uint64_t pack(struct str text) {
  uint64_t packed = 0;
  if (text.n > CODE_PACKED) return 0;
  for (size_t i = 0; i < text.n; i++) {
    char c = text.p[i];
    if (c != '.' && (c < '0' || c > '9')) return 0;
    packed = packed << 4 | (c == '.' ? (unsigned)POINT : (unsigned)(c - '0') + 1);
  }
  return packed;
}

const char *code_written(const struct code_text *c, char room[CODE_PACKED + 1]) {
  size_t n = 0;
  if (!c->is_packed) return c->text;
  for (int shift = 60; shift >= 0; shift -= 4) {
    unsigned part = (unsigned)(c->packed >> shift) & 15u;
    if (part) room[n++] = part == POINT ? '.' : (char)('0' + part - 1);
  }
  room[n] = '\0';
  return room;
}

uint64_t code_number(const struct code_text *c) {
  char room[CODE_PACKED + 1];
  uint64_t code, hi;
  uint8_t digits;
  if (c->unreadable || !law_code_parse(str_of(code_written(c, room)), &code, &hi, &digits))
    return 0;
  return code;
}

/* ---- ids ----------------------------------------------------------------------------------------------- */

static bool is_written(const struct code_text *c, uint64_t packed, struct str text) {
  if (packed || c->is_packed) return c->is_packed && c->packed == packed;
  return str_eq(str_of(c->text), text);
}

/* The slot of the text, or the empty one that it would get. */
static uint32_t *slot_of(const struct imp_batch *b, struct str text, uint64_t packed) {
  const struct code_ids *t = &b->code_ids;
  size_t at = hash_text(text) & (t->slot_count - 1);
  while (t->slots[at] && !is_written(&b->codes[t->slots[at] - 1], packed, text))
    at = (at + 1) & (t->slot_count - 1);
  return &t->slots[at];
}

static bool grow(struct imp_batch *b) {
  struct code_ids *t = &b->code_ids;
  size_t n = t->slot_count ? t->slot_count * 2 : 64;
  char room[CODE_PACKED + 1];
  uint32_t *slots = mem_alloc(n * sizeof *slots);
  if (!slots) return false;
  for (size_t i = 0; i < t->count; i++) {
    size_t at = hash_text(str_of(code_written(&b->codes[i], room))) & (n - 1);
    while (slots[at]) at = (at + 1) & (n - 1);
    slots[at] = (uint32_t)i + 1;
  }
  mem_free(t->slots);
  t->slots = slots;
  t->slot_count = n;
  return true;
}

uint32_t code_find(const struct imp_batch *b, struct str text) {
  return b->code_ids.slot_count ? *slot_of(b, text, pack(text)) - 1 : NOTHING;
}

uint32_t code_add(struct imp_batch *b, struct str text, bool *added) {
  struct code_ids *t = &b->code_ids;
  uint64_t packed = pack(text);
  *added = false;
  if (t->count * 4 >= t->slot_count * 3 && !grow(b)) return NOTHING;
  uint32_t *slot = slot_of(b, text, packed);
  if (*slot) return *slot - 1;
  const char *copy = packed ? "" : str_dup(&b->arena, text);
  if (!copy || !mem_grow((void **)&b->codes, &b->code_cap, t->count + 1, sizeof *b->codes))
    return NOTHING;
  struct code_text *c = &b->codes[t->count];
  *c = (struct code_text){.variant = NOTHING, .is_packed = packed != 0};
  if (packed)
    c->packed = packed;
  else
    c->text = copy;
  *slot = (uint32_t)++t->count;
  *added = true;
  return *slot - 1;
}
