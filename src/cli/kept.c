// SPDX-License-Identifier: Apache-2.0
// What the fees of an entry need of its lines: see batch.h. Where the law lets values add up, lines that differ in nothing
// but number and value are kept as one, in the place of the first.
#include <stdio.h>
#include <string.h>

#include "cli/batch.h"

enum { VALUE_TEXT = 24 };
#define VALUE_MOST ((int64_t)1000000000000) /* beyond it another line is begun */

static const char *keep_text(struct arena *a, const char *s, bool *fine) {
  const char *copy = s != NULL ? str_dup(a, str_of(s)) : NULL;
  *fine = *fine && (s == NULL || copy != NULL);
  return copy;
}

static bool keep(struct kept *k, const struct imp_line *line, int64_t dollars) {
  if (!mem_grow((void **)&k->lines, &k->cap, k->count + 1, sizeof *k->lines) ||
      !mem_grow((void **)&k->dollars, &k->dollars_cap, k->count + 1, sizeof *k->dollars) ||
      !mem_grow((void **)&k->sums, &k->sums_cap, k->count + 1, sizeof *k->sums))
    return false;
  bool fine = true;
  k->sums[k->count] = NULL;
  struct imp_pair *facts = arena_array(&k->arena, line->fact_count + 1u, sizeof *facts);
  const char **claims = arena_array(&k->arena, line->claim_count + 1u, sizeof *claims);
  if (facts == NULL || claims == NULL) return false;
  for (uint32_t i = 0; i < line->fact_count; i++)
    facts[i] = (struct imp_pair){keep_text(&k->arena, line->facts[i].name, &fine),
                                 keep_text(&k->arena, line->facts[i].value, &fine)};
  for (uint32_t i = 0; i < line->claim_count; i++)
    claims[i] = keep_text(&k->arena, line->claims[i], &fine);
  k->dollars[k->count] = dollars;
  k->lines[k->count++] = (struct imp_line){.number = line->number,
                                           .code = keep_text(&k->arena, line->code, &fine),
                                           .from = keep_text(&k->arena, line->from, &fine),
                                           .into = keep_text(&k->arena, line->into, &fine),
                                           .on = keep_text(&k->arena, line->on, &fine),
                                           .value = keep_text(&k->arena, line->value, &fine),
                                           .facts = facts,
                                           .fact_count = line->fact_count,
                                           .claims = claims,
                                           .claim_count = line->claim_count};
  return fine;
}

/* ---- lines alike ----------------------------------------------------------------------------------------------- */

static bool same_text(const char *a, const char *b) {
  return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static uint32_t mix(uint32_t hash, const char *s) {
  for (; s != NULL && *s != '\0'; s++) hash = (hash ^ (unsigned char)*s) * 16777619u;
  return (hash ^ 31u) * 16777619u;
}

/* Nothing is charged on a line of no value: it stands for itself. */
static uint32_t hash_of(const struct imp_line *l, int64_t dollars) {
  uint32_t hash = mix(mix(mix(dollars > 0 ? 1u : 2u, l->from), l->into), l->on);
  for (uint32_t i = 0; i < l->claim_count; i++) hash = mix(hash, l->claims[i]);
  return hash;
}

static bool alike(const struct imp_line *a, const struct imp_line *b) {
  if (a->fact_count > 0 || a->claim_count != b->claim_count) return false;
  for (uint32_t i = 0; i < a->claim_count; i++)
    if (!same_text(a->claims[i], b->claims[i])) return false;
  return same_text(a->from, b->from) && same_text(a->into, b->into) && same_text(a->on, b->on);
}

/* The place of a line like this one, or where it is to stand. */
static uint32_t *find_slot(const struct kept *k, const struct imp_line *line, int64_t dollars) {
  size_t at = hash_of(line, dollars) & (k->slot_count - 1);
  for (; k->slots[at] != 0; at = (at + 1) & (k->slot_count - 1)) {
    uint32_t i = k->slots[at] - 1;
    if ((k->dollars[i] > 0) == (dollars > 0) && alike(&k->lines[i], line)) break;
  }
  return &k->slots[at];
}

static bool grow_slots(struct kept *k) {
  enum { FIRST = 16 };
  if (k->used * 2 < k->slot_count) return true;
  struct kept old = *k;
  k->slot_count = old.slot_count > 0 ? old.slot_count * 2 : FIRST;
  k->slots = mem_alloc(k->slot_count * sizeof *k->slots);
  if (k->slots == NULL) {
    *k = old;
    return false;
  }
  memset(k->slots, 0, k->slot_count * sizeof *k->slots);
  for (size_t i = 0; i < old.slot_count; i++) {
    uint32_t n = old.slots[i];
    if (n > 0) *find_slot(k, &k->lines[n - 1], k->dollars[n - 1]) = n;
  }
  mem_free(old.slots);
  return true;
}

/* The text of a sum has room of its own, from the second line on. */
static bool add_value(struct kept *k, uint32_t i, int64_t dollars) {
  if (k->sums[i] == NULL) k->sums[i] = arena_alloc(&k->arena, VALUE_TEXT);
  if (k->sums[i] == NULL) return false;
  k->dollars[i] += dollars;
  snprintf(k->sums[i], VALUE_TEXT, "%lld", (long long)k->dollars[i]);
  k->lines[i].value = k->sums[i];
  return true;
}

bool kept_add(struct kept *k, const struct imp_line *line, bool sums) {
  int64_t dollars = sums && line->fact_count == 0 ? imp_batch_value(line->value) : -1;
  if (dollars < 0) return keep(k, line, 0);
  if (!grow_slots(k)) return false;
  uint32_t *slot = find_slot(k, line, dollars);
  if (*slot > 0 && k->dollars[*slot - 1] + dollars <= VALUE_MOST)
    return add_value(k, *slot - 1, dollars);
  if (*slot == 0) k->used++;
  *slot = (uint32_t)k->count + 1;
  return keep(k, line, dollars);
}

void kept_free(struct kept *k) {
  arena_free(&k->arena);
  mem_free(k->lines);
  mem_free(k->dollars);
  mem_free(k->sums);
  mem_free(k->slots);
  *k = (struct kept){0};
}
