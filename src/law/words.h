// SPDX-License-Identifier: Apache-2.0
// The words of the language: one table, from which the lexer marks tokens.
#ifndef IMPOST_LAW_WORDS_H
#define IMPOST_LAW_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum law_word {
  LW_NONE, /* any other run of characters */
#define LAW_WORD(id, text) LW_##id,
#include "law/words.def"
#undef LAW_WORD
  LW_HOW_MANY
};

enum law_word law_word_of(const char *p, size_t n);
const char *law_word_text(enum law_word w);

/* A word that begins a clause or a statement, or joins conditions: it ends a list of claims and the
 * words of a licence. */
bool law_word_is_reserved(enum law_word w);
/* A word that begins a statement of a measure or heading: rate, fee, …, not (encoded). */
bool law_word_begins_statement(enum law_word w);
/* A word that begins a clause of a statement: from, until, by, if, on, …. */
bool law_word_begins_clause(enum law_word w);

#endif
