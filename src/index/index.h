// SPDX-License-Identifier: Apache-2.0
// What an answer can hang on, as bits: classes of codes, classes of places, segments of days, and masks.
//
// Every test that the law puts to a code, a place or a day is an atom: "this statement is live that day",
// "this heading's goods hold the code", "the origin is in this list". An atom is the AND of a test of the
// code, a test of the place and a test of the day, so the bits of a line are the AND of three masks that
// are worked out once per class, once per class and once per segment. Atoms below a scope that does not
// hold the line are nought, so lines that only irrelevant law tells apart have equal masks.
// Invariant: under one view (known day, basis, outcomes open) two lines with equal masks, equal facts,
// equal results of the tests on amounts and equal schedule columns get the same rows from the plain
// evaluator. The tests themselves are asked of the book's own matcher and clock. Masks may be finer than
// need be; they are never coarser. Knows nothing of rates, facts or bills.
#ifndef IMPOST_INDEX_INDEX_H
#define IMPOST_INDEX_INDEX_H

#include "book/eval.h"

enum { INDEX_TESTS_MAX = 14 };

/* A test on an amount that only the line can settle: `base at least 15%`, `value at most $2500`. Only the
 * threshold counts: the result is less, equal, more or unknown. */
struct index_test {
  enum law_subject subject; /* VALUE, BASE, GENERAL */
  struct law_amount amount;
};

struct index;

/* Everything lives until index_free. `view` and what it points to must outlive the index; its assumed
 * outcomes are not looked at. NULL: out of memory. */
struct index *index_open(const struct law *law, const struct names *names, const struct view *view);
void index_free(struct index *x);

/* False when the law has more tests on amounts than a key can hold: then nothing may be shared. */
bool index_usable(const struct index *x);
uint32_t index_tests(const struct index *x, struct index_test out[INDEX_TESTS_MAX]);

/* Class of a ten-digit number, of a place. UINT32_MAX: out of memory. */
uint32_t index_code_class(struct index *x, uint64_t code);
uint32_t index_place_class(struct index *x, uint16_t place);
uint16_t index_class_place(const struct index *x, uint32_t place_class); /* the first that came */
const struct mentions *index_mentions(struct index *x,
                                      uint32_t code_class); /* NULL: out of memory */
uint32_t index_segment(const struct index *x, imp_day day);
imp_day index_segment_day(const struct index *x, uint32_t segment); /* a day of the segment */
uint32_t index_segment_count(const struct index *x);
uint32_t index_class_count(const struct index *x);
uint32_t index_place_class_count(const struct index *x);

/* Mask of a line and the tests alive in it (bit i: test i). UINT32_MAX: out of memory. */
uint32_t index_mask(struct index *x, uint32_t code_class, uint32_t place_class, uint32_t segment);
/* Classes of codes and places that no segment tells apart together share a pair: its mask is the same as
 * theirs in every segment. UINT32_MAX: out of memory. */
uint32_t index_pair(struct index *x, uint32_t code_class, uint32_t place_class);
/* The mask without what matters only to lines that claim something: lines without facts and claims get the same
 * rows whenever these are equal. UINT32_MAX: out of memory. */
uint32_t index_bare(struct index *x, uint32_t mask);
/* The same for lines that state nothing: pairs that answer them alike on every day, and numbers that cells of a class
 * of codes, a class of places and a segment share when such lines get the same rows and are put the same tests.
 * UINT32_MAX: out of memory. */
uint32_t index_bare_pair(struct index *x, uint32_t code_class, uint32_t place_class);
uint32_t index_bare_cell(struct index *x, uint32_t code_class, uint32_t place_class,
                         uint32_t segment);
/* A number, beside those of index_bare_cell, that no cell but that of the pair in this segment has. */
uint32_t index_own_cell(struct index *x, uint32_t pair, uint32_t segment);
uint32_t index_place_epoch(const struct index *x, uint32_t segment);
uint32_t index_mask_tests(const struct index *x, uint32_t mask);

/* Facts and labels that the live tests of a mask ask for, one bit each (more than 64 share bits). Facts and
 * claims outside them change nothing. Masks with the same ones share a number. */
struct index_relevance {
  uint64_t facts, labels;
};
uint32_t index_mask_relevance(const struct index *x, uint32_t mask);
struct index_relevance index_relevance_at(const struct index *x, uint32_t relevance);
uint64_t index_fact_bit(uint32_t fact);
uint64_t index_label_bit(struct str label); /* letter case does not matter */
/* What a line claims: the bits of its programmes among the facts and of its labels. Equal ones share a number. UINT32_MAX: out of memory. */
uint32_t index_claims(struct index *x, struct index_relevance claims);
/* The mask without what matters only to lines that claim something else. UINT32_MAX: out of memory. */
uint32_t index_claiming(struct index *x, uint32_t mask, uint32_t claims);
/* What lines of a mask need not look at, for an evaluation under any outcome. In the arena; NULL: out of memory. */
const struct awake *index_awake(const struct index *x, uint32_t mask, struct arena *a);
uint32_t index_mask_count(const struct index *x);

/* Tests on parts of the value: `us-content at least 20%`. Which side of each a line lies on is all that the law asks of
 * the size of a part. */
struct index_part_test {
  uint32_t fact;
  struct law_amount amount;
};
const struct index_part_test *index_part_tests(const struct index *x, uint32_t *count);

/* Thresholds the law names for a date fact, sorted; a date below the first is cell 0. */
uint32_t index_date_cell(const struct index *x, uint32_t fact, imp_day day,
                         imp_day *representative);

#endif
