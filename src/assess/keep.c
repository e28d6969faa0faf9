// SPDX-License-Identifier: Apache-2.0
// What a batch keeps of the programs it makes: equal pieces once. Classes, places and days by the thousand come to the same
// rows, so what is kept grows with what the law can say and not with the lines.
//
// Pieces are compared as bytes, so each is built in memory that was nought, field by field.
#include <string.h>

#include "assess/batch_own.h"

const void *batch_kept(struct imp_batch *b, const void *from, size_t n) {
  static const uint64_t nothing[1];
  bool added;
  if (!n) return nothing;
  uint32_t id = keyed_id(&b->pieces, (struct str){from, n}, &added);
  return id == NOTHING ? NULL : b->pieces.keys[id].p;
}

const char *batch_text(struct imp_batch *b, struct str s) {
  bool added;
  uint32_t id = keyed_id(&b->refusals, s, &added);
  return id == NOTHING ? NULL : b->refusals.keys[id].p;
}

bool batch_texts(struct imp_batch *b, const char *const *from, uint32_t n, const char *const **to,
                 uint32_t *count) {
  struct arena scratch = {0};
  const char **list = arena_array(&scratch, n, sizeof *list);
  bool fine = list != NULL;
  for (uint32_t i = 0; fine && i < n; i++) fine = (list[i] = batch_text(b, str_of(from[i])));
  *count = n;
  *to = fine ? batch_kept(b, list, n * sizeof *list) : NULL;
  arena_free(&scratch);
  return *to != NULL;
}

/* ---- pieces of a program ----------------------------------------------------------------------------------- */

/* NULL: out of memory. */
static const struct prow *const *keep_rows(struct imp_batch *b, struct arena *a,
                                           const struct prow *const *from, uint32_t n) {
  const struct prow **to = arena_array(a, n, sizeof *to);
  for (uint32_t i = 0; to && i < n; i++)
    if ((to[i] = batch_kept(b, from[i], sizeof **from)) == NULL) return NULL;
  return to ? batch_kept(b, to, n * sizeof *to) : NULL;
}

static bool keep_option(struct imp_batch *b, struct arena *a, const struct option *o,
                        struct option *out) {
  bool fine = true;
  if (o->refusal) {
    out->reason = o->reason;
    out->next = o->next;
  } else {
    out->rows = keep_rows(b, a, o->rows, o->count);
    out->words = batch_kept(b, o->words, o->count * sizeof *o->words);
    fine = out->rows && out->words;
  }
  out->legal = keep_rows(b, a, o->legal, o->legal_count);
  out->count = o->count;
  out->shape = o->shape;
  out->prohibited = o->prohibited;
  out->refusal = o->refusal;
  out->refusing = o->refusing;
  out->notes = o->notes;
  out->notes_count = o->notes_count;
  out->has_legal = o->has_legal;
  out->legal_plain = o->legal_plain;
  out->legal_count = o->legal_count;
  return fine && out->legal;
}

static const struct option *keep_options(struct imp_batch *b, struct arena *a,
                                         const struct option *from, uint32_t n) {
  struct option *to = arena_array(a, n, sizeof *to);
  for (uint32_t i = 0; to && i < n; i++)
    if (!keep_option(b, a, &from[i], &to[i])) return NULL;
  return to ? batch_kept(b, to, n * sizeof *to) : NULL;
}

static const struct need *keep_needs(struct imp_batch *b, struct arena *a, const struct need *from,
                                     uint32_t n) {
  struct need *to = arena_array(a, n, sizeof *to);
  for (uint32_t i = 0; to && i < n; i++) {
    to[i].fact = from[i].fact;
    to[i].count = from[i].count;
    to[i].choices = batch_kept(b, from[i].choices, from[i].count * sizeof *from[i].choices);
    if (!to[i].choices) return NULL;
  }
  return to ? batch_kept(b, to, n * sizeof *to) : NULL;
}

static bool keep_bill(struct imp_batch *b, struct arena *a, const struct pbill *p,
                      struct pbill *out) {
  out->picks = batch_kept(b, p->picks, p->pick_count * sizeof *p->picks);
  out->pick_count = p->pick_count;
  out->options = keep_options(b, a, p->options, p->option_count);
  out->option_count = p->option_count;
  out->sure = p->sure;
  out->assumed = p->assumed;
  out->assumed_count = p->assumed_count;
  out->needs = keep_needs(b, a, p->needs, p->need_count);
  out->describes = p->describes;
  out->need_count = p->need_count;
  out->cell_count = p->cell_count;
  out->cells = batch_kept(b, p->cells, p->cell_count * sizeof *p->cells);
  return out->picks && out->options && out->needs && out->cells;
}

/* ---- programs -------------------------------------------------------------------------------------------------- */

/* Its bills stand behind it. NULL: out of memory. */
static struct program *keep_whole(struct imp_batch *b, struct arena *a, const struct program *p,
                                  const struct pbill *bills, size_t *size) {
  *size = sizeof *p + p->bill_count * sizeof *bills;
  struct program *kept = arena_alloc(a, *size);
  if (!kept) return NULL;
  kept->slow = p->slow;
  kept->early = p->early;
  kept->refusal = p->refusal;
  kept->refusing = p->refusing;
  kept->shape = p->shape;
  kept->least = p->least;
  kept->bill_count = p->bill_count;
  for (uint32_t i = 0; i < p->bill_count; i++)
    if (!keep_bill(b, a, &bills[i], &kept->bills[i])) return NULL;
  return kept;
}

uint32_t program_keep(struct imp_batch *b, const struct program *p, const struct pbill *bills) {
  struct arena scratch = {0};
  size_t size;
  const struct program *kept = keep_whole(b, &scratch, p, bills, &size);
  uint32_t id = NOTHING;
  bool added = false;
  if (kept && mem_grow((void **)&b->programs, &b->program_cap, b->program_ids.count + 1,
                       sizeof *b->programs))
    id = keyed_id(&b->program_ids, (struct str){(const char *)kept, size}, &added);
  if (added) b->programs[id] = (const void *)b->program_ids.keys[id].p;
  arena_free(&scratch);
  return id;
}

/* ---- shapes ------------------------------------------------------------------------------------------------------ */

/* Texts and rows are kept once, so their addresses are the key. */
bool batch_shape_add(struct imp_batch *b, struct option *o, uint32_t bill_count) {
  const struct imp_shape_row *rows = batch_kept(b, o->words, o->count * sizeof *o->words);
  const char *refusal = o->refusal ? batch_text(b, str_of(o->refusal)) : NULL;
  uint32_t counts[2] = {bill_count, o->count};
  char key[sizeof rows + sizeof refusal + sizeof counts];
  bool added;
  if (!rows || (o->refusal && !refusal)) return false;
  memcpy(key, &rows, sizeof rows);
  memcpy(key + sizeof rows, &refusal, sizeof refusal);
  memcpy(key + sizeof rows + sizeof refusal, counts, sizeof counts);
  o->shape = keyed_id(&b->shape_ids, (struct str){key, sizeof key}, &added);
  if (o->shape == NOTHING) return false;
  if (!added) return true;
  if (!mem_grow((void **)&b->shapes, &b->shape_cap, o->shape + 1u, sizeof *b->shapes)) return false;
  b->shapes[o->shape] = (struct imp_shape){o->refusal, bill_count, rows, o->count};
  b->shape_count = o->shape + 1u;
  return true;
}
