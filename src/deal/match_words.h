// SPDX-License-Identifier: Apache-2.0
// Words of items compared.
#ifndef IMPOST_DEAL_MATCH_WORDS_H
#define IMPOST_DEAL_MATCH_WORDS_H

#include <stdint.h>

#include "base/str.h"

#define WORDS_HASH 14695981039346656037u

uint64_t words_hash(struct str s, uint64_t from);

/* Hashes of a normalised text, of it with each word left out, and of a single word with each letter left out: two texts
 * one word away share one of them. At most WORDS_KEYS_MAX. */
enum { WORDS_KEYS_MAX = 64 };
uint32_t words_keys(struct str s, uint64_t out[WORDS_KEYS_MAX]);

/* Two normalised texts differ in one word: one more, one fewer, or one other while a word is shared; or a word of one
 * is a slip of the other's. False when they are the same. */
bool words_one_away(struct str a, struct str b);

#endif
