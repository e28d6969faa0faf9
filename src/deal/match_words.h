// SPDX-License-Identifier: Apache-2.0
// Words of items compared.
#ifndef IMPOST_DEAL_MATCH_WORDS_H
#define IMPOST_DEAL_MATCH_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#define WORDS_HASH 14695981039346656037u

uint64_t words_hash(struct str s, uint64_t from);
uint64_t words_hash_name(struct str s, uint64_t from); /* capitals as small letters */

/* Hashes of a normalised text, of it with each word left out, and of a single word with each letter left out: two texts
 * one word away share one of them. At most WORDS_KEYS_MAX. */
enum { WORDS_KEYS_MAX = 64 };
uint32_t words_keys(struct str s, uint64_t out[WORDS_KEYS_MAX]);

/* Two normalised texts differ in one word: one more, one fewer, or one other while a word is shared; or a word of one
 * is a slip of the other's. False when they are the same. */
bool words_one_away(struct str a, struct str b);

/* Words of a normalised text by their stem: a plural is its singular. */
enum { WORDS_TOKENS_MAX = 24 };
uint32_t words_stems(struct str s, uint64_t out[WORDS_TOKENS_MAX]);

/* What a stem is worth: words that join others are none of a thing, and a word that says little of it ("part", "material")
 * leads nowhere by itself. */
enum words_worth { WORDS_SAY, WORDS_SAY_LITTLE, WORDS_JOIN };
/* The stems that are not WORDS_SAY, with what they are: count of them, at most WORDS_WEAK_MAX. */
enum { WORDS_WEAK_MAX = 48 };
struct words_weak {
  uint64_t hash;
  enum words_worth worth;
};
uint32_t words_weak(struct words_weak out[WORDS_WEAK_MAX]);

/* One word of a text of as many words is a slip or the other number of the other's: "oxyde", "magnet". */
bool words_slip(struct str a, struct str b);

#endif
