// SPDX-License-Identifier: Apache-2.0
// What the files about words share: see words.c.
#ifndef IMPOST_ASSESS_WORDS_H
#define IMPOST_ASSESS_WORDS_H

#include "assess/batch_own.h"
#include "book/answer.h"

enum {
  WORDS_MOST = 1 << 13
}; /* from then on a refusal whose words are not known is left to imp_duty */

/* Line i as its words are asked for. */
struct asked_line words_line(struct imp_batch *b, const struct imp_columns *c, uint32_t i);

/* words_keep.c. Equal words have one number; NOTHING: out of memory. */
uint32_t words_id(struct imp_batch *b, const struct imp_answer *a);
/* Words that the program has from its making; NOTHING: it has them not. */
uint32_t program_words(struct imp_batch *b, uint32_t program, uint32_t option,
                       const struct asked_line *l);
/* The answer that taught the words must be the one that the columns have. */
bool same_answer(const struct imp_batch *b, const struct imp_results *r, uint32_t i,
                 const struct imp_batch_said *said, const struct imp_answer *a);

/* words_early.c. The key of a line refused for what has an id. False: its text tells. */
bool early_key(const struct asked_line *l, uint32_t program, const char *id, struct memo_key *k);
/* Where the words of a refused text are kept; NULL with *fine: the table is full. */
uint32_t *early_slot(struct imp_batch *b, const struct asked_line *l, const char *id,
                     const struct imp_line *line, bool *fine);

#endif
