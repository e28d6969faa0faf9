// SPDX-License-Identifier: Apache-2.0
// What the files of the loop's tables share.
#ifndef IMPOST_ASSESS_QUICK_OWN_H
#define IMPOST_ASSESS_QUICK_OWN_H

#include "assess/batch_own.h"

/* The results of the tests alive, packed: the index into a gate's table. NOTHING: one of them is none. */
uint32_t quick_pack(uint32_t tests, uint32_t results);
/* The same, worked out of a line: at most QUICK_TESTS of them. NOTHING: not to be said here. */
uint32_t quick_results(const struct imp_batch *b, uint32_t tests, const struct krow *base,
                       const struct qline *l);
/* Few tests, and all of them, and the base they ask about, are shares: the loop can run them. */
bool quick_can_test(const struct imp_batch *b, uint32_t tests, bool sure, const struct quote *base,
                    struct krow *out);
void quick_learn_facts(struct imp_batch *b, const struct asked_line *l, const struct found *f);
/* The quote as a share in millionths and a column. False: it is neither. */
bool kernel_quote(const struct quote *from, int32_t *ppm, uint8_t *of);
/* The kernel of a program, made when it has none yet. `early`: a refusal before the line has a mask. False: out of memory. */
bool kernel_learn(struct imp_batch *b, uint32_t id, bool early);
/* A table of masks that holds none. */
uint32_t *quick_new_masks(uint32_t bits);
/* A table of 1 << bits items, none of them in use: their sets are nought. */
void *quick_new_table(size_t item, uint32_t bits);

#endif
