// SPDX-License-Identifier: Apache-2.0
// Masks: a row of bits per code class and epoch, per place class and epoch, per segment, made when first
// asked for; their AND, interned. See index.h.
#include "index/index.h"

#include <string.h>

#include "index/index_own.h"

static void set_bit(uint64_t *words, size_t i) {
  words[i / 64] |= (uint64_t)1 << (i % 64);
}

static bool all_hold(const uint32_t tests[SETS_MAX], const unsigned char *verdict) {
  for (uint32_t i = 0; i < SETS_MAX && tests[i] != NO_TEST; i++)
    if (verdict[tests[i]] == MATCH_NO) return false;
  return true;
}

/* ---- rows ---------------------------------------------------------------------------------------------- */

/* Into `words`. False: out of memory. */
static bool code_row(struct index *x, uint32_t code_class, imp_day day, uint64_t *words) {
  struct matcher m = {x->view, index_mentions(x, code_class), day, 0, 0};
  unsigned char *verdict = m.mentions ? mem_alloc(x->atoms.goods_count + 1) : NULL;
  if (!verdict) return false;
  for (size_t i = 0; i < x->atoms.goods_count; i++)
    verdict[i] = (unsigned char)match_goods(&m, x->atoms.goods[i]).verdict;
  for (size_t i = 0; i < x->atoms.count; i++) {
    const struct atom *a = &x->atoms.items[i];
    if (a->part != NO_TEST && verdict[a->part] != MATCH_PART) continue;
    if (all_hold(a->goods, verdict)) set_bit(words, i);
  }
  mem_free(verdict);
  return true;
}

static bool place_row(struct index *x, uint32_t place_class, imp_day day, uint64_t *words) {
  static const struct mentions nothing;
  struct matcher m = {x->view, &nothing, day, x->places[place_class], 0};
  unsigned char *verdict = mem_alloc(x->atoms.place_count + 1);
  if (!verdict) return false;
  for (size_t i = 0; i < x->atoms.place_count; i++)
    verdict[i] = match_origin(&m, x->atoms.places[i]).verdict == MATCH_YES ? MATCH_YES : MATCH_NO;
  for (size_t i = 0; i < x->atoms.count; i++)
    if (all_hold(x->atoms.items[i].of, verdict)) set_bit(words, i);
  mem_free(verdict);
  return true;
}

static uint64_t *time_row(struct index *x, imp_day day) {
  uint64_t *words = arena_array(&x->arena, x->words, sizeof *words);
  bool *ended = mem_alloc((x->law->measure_count + 1u) * sizeof *ended);
  if (!words || !ended) {
    mem_free(ended);
    return NULL;
  }
  for (uint32_t m = 0; m < x->law->measure_count; m++)
    ended[m] = measure_silent(x->law, x->view, m, day, x->clock_rows);
  for (size_t i = 0; i < x->atoms.count; i++) {
    const struct atom *a = &x->atoms.items[i];
    if (a->measure != LAW_NONE && ended[a->measure]) continue;
    if (atom_time_holds(a, x->view, day)) set_bit(words, i);
  }
  mem_free(ended);
  return words;
}

static bool rows_grow(struct mask_row **rows, size_t *cap, size_t need) {
  size_t old = *cap;
  if (!mem_grow((void **)rows, cap, need, sizeof **rows)) return false;
  if (*cap > old) memset(*rows + old, 0, (*cap - old) * sizeof **rows);
  return true;
}

/* Set in the number of a mask that is narrowed to what lines that claim nothing, or this and that, are asked. */
#define BARE_MASK ((uint32_t)1 << 31)

/* ---- interning ---------------------------------------------------------------------------------------- */

/* The words of a mask once more, from the rows of the line it was first asked for: that is rare, and keeping them is dear. */
static void words_of(const struct index *x, uint32_t mask, uint64_t *words) {
  const struct mask_info *m = &x->infos[mask];
  size_t c = (size_t)m->code_class * x->goods_epochs + x->goods_epoch[m->segment];
  size_t p = (size_t)m->place_class * x->place_epochs + x->place_epoch[m->segment];
  const uint64_t *code = x->code_rows[c].words, *place = x->place_rows[p].words,
                 *time = x->time_rows[m->segment].words;
  for (uint32_t i = 0; i < x->words; i++) words[i] = code[i] & place[i] & time[i];
  settle_mask(x, words);
}

static uint32_t relevance_of(struct index *x, struct index_relevance r) {
  for (size_t i = 0; i < x->relevance_count; i++)
    if (x->relevances[i].facts == r.facts && x->relevances[i].labels == r.labels)
      return (uint32_t)i;
  if (!mem_grow((void **)&x->relevances, &x->relevance_cap, x->relevance_count + 1,
                sizeof *x->relevances))
    return UINT32_MAX;
  x->relevances[x->relevance_count] = r;
  return (uint32_t)x->relevance_count++;
}

/* Tests that stand at the atoms of a mask. */
static uint16_t tests_in(const struct index *x, const uint64_t *words) {
  uint32_t tests = 0;
  for (uint32_t w = 0; w < x->words; w++)
    for (uint64_t rest = words[w]; rest; rest &= rest - 1) {
      const struct atom *a = &x->atoms.items[w * 64u + (uint32_t)__builtin_ctzll(rest)];
      if (a->test != NO_TEST) tests |= 1u << a->test;
    }
  return (uint16_t)tests;
}

static bool read_info(struct index *x, const uint64_t *words, struct mask_info *out) {
  struct index_relevance asks = {0, 0};
  for (uint32_t w = 0; w < x->words; w++)
    for (uint64_t rest = words[w]; rest; rest &= rest - 1) {
      const struct atom *a = &x->atoms.items[w * 64u + (uint32_t)__builtin_ctzll(rest)];
      asks.facts |= a->asks.facts;
      asks.labels |= a->asks.labels;
    }
  out->tests = tests_in(x, words);
  out->relevance = relevance_of(x, asks);
  return out->relevance != UINT32_MAX;
}

const struct awake *index_awake(const struct index *x, uint32_t mask, struct arena *a) {
  uint32_t measures = x->law->measure_count;
  struct awake *out = arena_alloc(a, sizeof *out);
  bool *wakes = arena_array(a, measures + x->atoms.heading_count + 1u, sizeof *wakes);
  if (!out || !wakes) return NULL;
  uint64_t *words = arena_array(a, x->words, sizeof *words);
  if (!words) return NULL;
  words_of(x, mask, words);
  for (uint32_t w = 0; w < x->words; w++)
    for (uint64_t rest = words[w]; rest; rest &= rest - 1) {
      const struct atom *atom = &x->atoms.items[w * 64u + (uint32_t)__builtin_ctzll(rest)];
      if (atom->wakes != NO_TEST) wakes[atom->wakes] = true;
    }
  *out = (struct awake){wakes, wakes + measures, x->atoms.first_heading, false};
  return out;
}

/* Masks with the same words are one. `from`: the line that came to them. */
static uint32_t intern_mask(struct index *x, const uint64_t *words, const struct mask_info *from) {
  struct mask_info info = *from;
  bool added;
  uint32_t mask = intern_mark(&x->mask_marks, mark_words(x, words), &added);
  if (!added) return mask;
  if (!read_info(x, words, &info) ||
      !mem_grow((void **)&x->infos, &x->info_cap, mask + 1u, sizeof *x->infos))
    return UINT32_MAX;
  info.bare = 0;
  x->infos[mask] = info;
  return mask;
}

/* The row of an epoch as it was made; one that is the same as in the epoch before is kept once. NULL: out of memory. */
static const uint64_t *share_row(struct index *x, const struct mask_row *row, uint32_t epoch,
                                 const uint64_t *made) {
  const uint64_t *before = epoch ? row[-1].words : NULL;
  size_t size = x->words * sizeof *made;
  return before && !memcmp(before, made, size) ? before : arena_copy(&x->arena, made, size);
}

typedef bool row_maker(struct index *x, uint32_t class, imp_day day, uint64_t *words);

static bool make_row(struct index *x, struct mask_row *row, row_maker *make, uint32_t class,
                     uint32_t segment, uint32_t epoch) {
  if (row->words) return true;
  memset(x->made, 0, x->words * sizeof *x->made);
  if (make(x, class, index_segment_day(x, segment), x->made))
    row->words = share_row(x, row, epoch, x->made);
  return row->words != NULL;
}

bool mask_rows(struct index *x, uint32_t code_class, uint32_t place_class, uint32_t segment,
               const uint64_t **code, const uint64_t **place) {
  size_t c = (size_t)code_class * x->goods_epochs + x->goods_epoch[segment];
  size_t p = (size_t)place_class * x->place_epochs + x->place_epoch[segment];
  if (!rows_grow(&x->code_rows, &x->code_row_cap, c + 1) ||
      !rows_grow(&x->place_rows, &x->place_row_cap, p + 1) ||
      !make_row(x, &x->code_rows[c], code_row, code_class, segment, x->goods_epoch[segment]) ||
      !make_row(x, &x->place_rows[p], place_row, place_class, segment, x->place_epoch[segment]))
    return false;
  *code = x->code_rows[c].words;
  *place = x->place_rows[p].words;
  return true;
}

const uint64_t *mask_time(struct index *x, uint32_t segment) {
  struct mask_row *row = &x->time_rows[segment];
  if (!row->words) row->words = time_row(x, index_segment_day(x, segment));
  return row->words;
}

uint32_t index_mask(struct index *x, uint32_t code_class, uint32_t place_class, uint32_t segment) {
  const uint64_t *a, *b, *t = mask_time(x, segment);
  if (!t || !mask_rows(x, code_class, place_class, segment, &a, &b)) return UINT32_MAX;
  for (uint32_t i = 0; i < x->words; i++) x->scratch[i] = a[i] & b[i] & t[i];
  settle_mask(x, x->scratch);
  return intern_mask(x, x->scratch,
                     &(struct mask_info){.code_class = code_class,
                                         .place_class = (uint16_t)place_class,
                                         .segment = (uint16_t)segment});
}

/* The atoms of a mask that are in the row too. */
static uint32_t narrow_mask(struct index *x, uint32_t mask, const uint64_t *row) {
  bool added;
  words_of(x, mask, x->scratch);
  for (uint32_t i = 0; i < x->words; i++) x->scratch[i] &= row[i];
  settle_mask(x, x->scratch);
  uint32_t id = intern_mark(&x->bare_masks, mark_words(x, x->scratch), &added);
  if (id >= BARE_MASK ||
      !mem_grow((void **)&x->bare_tests, &x->bare_test_cap, id + 1u, sizeof *x->bare_tests))
    return UINT32_MAX;
  if (added) x->bare_tests[id] = tests_in(x, x->scratch);
  return BARE_MASK | id;
}

uint32_t index_bare(struct index *x, uint32_t mask) {
  if (x->infos[mask].bare) return x->infos[mask].bare - 1;
  uint32_t bare = narrow_mask(x, mask, x->bare);
  if (bare != UINT32_MAX) x->infos[mask].bare = bare + 1;
  return bare;
}

/* ---- lines that claim something ------------------------------------------------------------------------ */

static uint64_t *claim_row(struct index *x, struct index_relevance claims) {
  uint64_t *row = arena_array(&x->arena, x->words + 1u, sizeof *row);
  for (size_t i = 0; row && i < x->atoms.count; i++) {
    const struct atom *a = &x->atoms.items[i];
    if (!a->claimed || a->key.facts & claims.facts || a->key.labels & claims.labels)
      set_bit(row, i);
  }
  return row;
}

uint32_t index_claims(struct index *x, struct index_relevance claims) {
  for (size_t i = 0; i < x->claim_count; i++)
    if (x->claims[i].facts == claims.facts && x->claims[i].labels == claims.labels)
      return (uint32_t)i;
  size_t n = x->claim_count + 1;
  if (!mem_grow((void **)&x->claims, &x->claim_cap, n, sizeof *x->claims) ||
      !mem_grow((void **)&x->claim_rows, &x->claim_row_cap, n, sizeof *x->claim_rows))
    return UINT32_MAX;
  uint64_t *row = claim_row(x, claims);
  if (!row) return UINT32_MAX;
  x->claims[x->claim_count] = claims;
  x->claim_rows[x->claim_count] = row;
  return (uint32_t)x->claim_count++;
}

uint32_t index_claiming(struct index *x, uint32_t mask, uint32_t claims) {
  return narrow_mask(x, mask, x->claim_rows[claims]);
}

uint32_t index_mask_tests(const struct index *x, uint32_t mask) {
  return mask & BARE_MASK ? x->bare_tests[mask & ~BARE_MASK] : x->infos[mask].tests;
}
uint32_t index_mask_relevance(const struct index *x, uint32_t mask) {
  return x->infos[mask].relevance;
}
struct index_relevance index_relevance_at(const struct index *x, uint32_t relevance) {
  return x->relevances[relevance];
}
uint32_t index_mask_count(const struct index *x) {
  return (uint32_t)x->mask_marks.count;
}
uint32_t index_class_count(const struct index *x) {
  return (uint32_t)x->class_count;
}
uint32_t index_place_class_count(const struct index *x) {
  return (uint32_t)x->place_count;
}
bool index_usable(const struct index *x) {
  return !x->atoms.too_many_tests;
}
uint32_t index_tests(const struct index *x, struct index_test out[INDEX_TESTS_MAX]) {
  memcpy(out, x->atoms.tests, sizeof x->atoms.tests);
  return x->atoms.test_count;
}

/* ---- life ----------------------------------------------------------------------------------------------- */

static uint32_t longest_block(const struct law *law) {
  uint32_t most = 1;
  for (uint32_t m = 0; m < law->measure_count; m++)
    if (law->measures[m].count > most) most = law->measures[m].count;
  return most;
}

static bool build(struct index *x) {
  if (!atoms_build(&x->atoms, x->law, x->view) || !days_build(x) || !classes_build(x)) return false;
  x->words = (uint32_t)(x->atoms.count + 63) / 64;
  x->time_rows = arena_array(&x->arena, x->day_count + 1, sizeof *x->time_rows);
  x->scratch = arena_array(&x->arena, x->words + 1u, sizeof *x->scratch);
  x->clock_rows = arena_array(&x->arena, longest_block(x->law), sizeof *x->clock_rows);
  x->bare = arena_array(&x->arena, x->words + 1u, sizeof *x->bare);
  x->kept = arena_array(&x->arena, x->words + 1u, sizeof *x->kept);
  x->made = arena_array(&x->arena, x->words + 1u, sizeof *x->made);
  for (size_t i = 0; x->bare && x->kept && i < x->atoms.count; i++) {
    const struct atom *a = &x->atoms.items[i];
    if (!a->claimed) set_bit(x->bare, i);
    if (!a->claimed || a->test != NO_TEST) set_bit(x->kept, i);
  }
  return x->time_rows && x->scratch && x->clock_rows && x->bare && x->kept && x->made &&
         settle_build(x);
}

struct index *index_open(const struct law *law, const struct names *names,
                         const struct view *view) {
  struct index *x = mem_alloc(sizeof *x);
  if (!x) return NULL;
  x->law = law;
  x->names = names;
  x->view = view;
  if (build(x)) return x;
  index_free(x);
  return NULL;
}

void index_free(struct index *x) {
  if (!x) return;
  atoms_free(&x->atoms);
  for (uint32_t i = 0; x->dates && i < x->law->fact_count; i++) mem_free(x->dates[i].days);
  mem_free(x->part_tests);
  mem_free(x->edges);
  intern_free(&x->code_marks);
  intern_free(&x->place_marks);
  intern_free(&x->pair_marks);
  intern_free(&x->bare_marks);
  intern_free(&x->raw_marks);
  intern_free(&x->mask_marks);
  intern_free(&x->bare_masks);
  mem_free(x->bare_tests);
  mem_free(x->settled);
  mem_free(x->classes);
  mem_free(x->places);
  mem_free(x->days);
  mem_free(x->code_rows);
  mem_free(x->place_rows);
  mem_free(x->infos);
  mem_free(x->claims);
  mem_free(x->claim_rows);
  mem_free(x->relevances);
  arena_free(&x->arena);
  mem_free(x);
}
