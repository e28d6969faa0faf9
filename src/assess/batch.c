// SPDX-License-Identifier: Apache-2.0
// A batch: opening, closing, shapes and counts. See impost/batch.h.
#include <string.h>

#include "assess/ask_own.h"

/* Claims have a bit each in what does not hold; more of them than that and lines go the plain way. */
static bool number_claims(struct imp_batch *b) {
  const struct law *law = b->law->law;
  uint32_t n = 0;
  b->claim_bit = arena_array(&b->arena, law->fact_count + 1u, sizeof *b->claim_bit);
  for (uint32_t i = 0; b->claim_bit && i < law->fact_count; i++) {
    if (law->facts[i].type != LAW_FACT_CLAIM) continue;
    b->claim_bit[i] = (uint64_t)1 << n % 64u;
    b->all_slow = b->all_slow || n++ >= 64;
  }
  return b->claim_bit != NULL;
}

/* Picks are read into the view; a plain call reads them again, so they are kept. */
static bool keep_query(struct imp_batch *b, const struct imp_query *q) {
  b->asked = *q;
  struct imp_pair *picks = arena_array(&b->arena, q->pick_count + 1u, sizeof *picks);
  if (!picks) return false;
  for (uint32_t i = 0; i < q->pick_count; i++) {
    picks[i].name = str_dup(&b->arena, str_of(q->picks[i].name));
    picks[i].value = str_dup(&b->arena, str_of(q->picks[i].value));
    if (!picks[i].name || !picks[i].value) return false;
  }
  b->asked.picks = picks;
  b->asked.known = q->known ? str_dup(&b->arena, str_of(q->known)) : NULL;
  b->asked.on = q->on ? str_dup(&b->arena, str_of(q->on)) : NULL;
  b->asked.brief = true;
  b->asked.trace = false;
  return (!q->known || b->asked.known) && (!q->on || b->asked.on);
}

/* A law with more parts than a line can be cut into is answered line by line. */
static void find_parts(struct imp_batch *b) {
  const struct law *law = b->law->law;
  uint32_t tests;
  index_part_tests(b->index, &tests);
  if (tests > PART_TESTS_MAX) b->all_slow = true;
  for (uint32_t i = 0; i < law->fact_count; i++) {
    if (law->facts[i].type != LAW_FACT_PART || law->facts[i].word_count) continue;
    if (b->part_count == PARTS_MAX)
      b->all_slow = true;
    else
      b->parts[b->part_count++] = i;
  }
}

static bool build(struct imp_batch *b, const struct imp_query *query) {
  b->fact_shapes.arena = b->shape_ids.arena = b->fact_ids.arena = b->signatures.arena =
      b->refusals.arena = b->plain_shapes.arena = b->tariff_ids.arena = b->patterns.arena =
          b->words_ids.arena = b->early_ids.arena = b->unit_ids.arena = b->shown_ids.arena =
              b->pieces.arena = b->program_ids.arena = b->base_ids.arena = b->entry_ids.arena =
                  b->special_ids.arena = &b->arena;
  b->pieces.bytes = b->program_ids.bytes = b->shape_ids.bytes = b->base_ids.bytes = true;
  /* as large as most files make them: what a long file needs is there from its beginning */
  b->program_of.first = b->base_of.first = b->signature_of.first = b->stated_of.first =
      b->words_of.first = 1 << 15;
  b->signature_of.pairs = b->claiming_of.pairs = b->reading_of.pairs = b->entry_of.pairs =
      b->group_of.pairs = true;
  if (!keep_query(b, query)) return false;
  if (!number_claims(b)) return false;
  b->index = index_open(b->law->law, b->law->names, &b->query.view);
  if (!b->index) return false;
  if (!index_usable(b->index)) b->all_slow = true;
  b->test_count = index_tests(b->index, b->tests);
  find_parts(b);
  bool added; /* the signature of nothing is 0 */
  return keyed_id(&b->signatures, (struct str){0}, &added) == 0 &&
         keyed_id(&b->patterns, (struct str){0}, &added) == 0 && quick_open(b);
}

enum imp_status imp_batch_open(const struct imp_law *law, const struct imp_query *query,
                               struct imp_batch **out, struct imp_error *err) {
  *out = NULL;
  struct imp_batch *b = mem_alloc(sizeof *b);
  if (!b) return error_no_memory(err);
  b->law = law;
  enum imp_status status = query_read(&b->arena, law, query, &b->query, err);
  if (status == IMP_OK && !build(b, query)) status = error_no_memory(err);
  if (status != IMP_OK) {
    imp_batch_free(b);
    return status;
  }
  *out = b;
  return IMP_OK;
}

void imp_batch_free(struct imp_batch *b) {
  if (!b) return;
  index_free(b->index);
  struct keyed *tables[] = {&b->fact_ids,    &b->signatures,  &b->refusals, &b->plain_shapes,
                            &b->fact_shapes, &b->shape_ids,   &b->patterns, &b->tariff_ids,
                            &b->pieces,      &b->program_ids, &b->base_ids, &b->entry_ids,
                            &b->special_ids};
  for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) keyed_free(tables[i]);
  struct memo *memos[] = {&b->reading_of, &b->stated_of,  &b->signature_of, &b->entry_of,
                          &b->base_of,    &b->program_of, &b->group_of,     &b->claiming_of};
  for (size_t i = 0; i < sizeof memos / sizeof *memos; i++) memo_free(memos[i]);
  void *arrays[] = {b->code_ids.slots, b->shape_sets, b->codes,      b->variants,
                    b->tariffs,        b->sets,       b->readings,   b->entries,
                    b->programs,       b->shapes,     b->plain_shape};
  for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++) mem_free(arrays[i]);
  mem_free(b->stated);
  mem_free(b->groups);
  mem_free(b->change_runs);
  mem_free(b->changes);
  quick_close(b);
  asks_free(b->asks);
  entry_fees_free(b->entry_fees);
  words_free(b);
  keyed_free(&b->unit_ids);
  imp_assessment_free(b->kept);
  arena_free(&b->arena);
  mem_free(b);
}

enum imp_status imp_batch_shape(const struct imp_batch *b, uint32_t shape, struct imp_shape *out) {
  memset(out, 0, sizeof *out);
  if (shape >= b->shape_count) return IMP_USAGE;
  *out = b->shapes[shape];
  return IMP_OK;
}

struct imp_batch_counts imp_batch_count(const struct imp_batch *b) {
  return (struct imp_batch_counts){.lines = b->lines,
                                   .plain = b->plain,
                                   .classes = index_class_count(b->index),
                                   .masks = index_mask_count(b->index),
                                   .programs = (uint32_t)b->program_ids.count,
                                   .codes = (uint32_t)b->code_ids.count,
                                   .fact_sets = (uint32_t)b->fact_ids.count,
                                   .groups = (uint32_t)b->group_count,
                                   .place_classes = index_place_class_count(b->index)};
}

struct index *batch_index(struct imp_batch *b) {
  return b->index;
}
