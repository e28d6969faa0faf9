// SPDX-License-Identifier: Apache-2.0
// What the files of the loop's tables share.
#ifndef IMPOST_ASSESS_QUICK_OWN_H
#define IMPOST_ASSESS_QUICK_OWN_H

#include "assess/batch_own.h"

/* The results of the tests alive, packed: the index into a gate's table. */
uint32_t quick_pack(uint32_t tests, uint32_t results);
/* The same, worked out of a line: at most QUICK_TESTS of them. NOTHING: not to be said here. */
uint32_t quick_results(const struct imp_batch *b, uint32_t tests, const struct krow *base,
                       const struct qline *l);
/* Few tests, and all of them, and the base they ask about, are shares: the loop can run them. */
bool quick_can_test(const struct imp_batch *b, uint32_t tests, bool sure, const struct quote *base,
                    struct krow *out);
void quick_learn_facts(struct imp_batch *b, const struct asked_line *l, const struct found *f);
/* A table of 1 << bits items, none of them in use: their sets are nought. */
void *quick_new_table(size_t item, uint32_t bits);

#endif
