// SPDX-License-Identifier: Apache-2.0
// The words of the language, found by first letter and length.
//
// The table is in the order of spelling, so the words of one first letter stand together and
// `first_of` is their start. A look-up compares three or four words at most.
#include "law/words.h"

#include <string.h>

static const struct str word_texts[LW_HOW_MANY] = {
    {"", 0},
#define LAW_WORD(id, text) {text, sizeof(text) - 1},
#include "law/words.def"
#undef LAW_WORD
};

/* For each letter the first word that begins with it or a later one. */
static const uint8_t first_of[27] = {LW_ACT,         LW_BAN,          LW_CITE,    LW_DROP,
                                     LW_EACH,        LW_FACT,         LW_GENERAL, LW_HEADING,
                                     LW_IF,          LW_JURISDICTION, LW_KIND,    LW_LEAST,
                                     LW_MEASURE,     LW_NOT,          LW_OF,      LW_PAYS,
                                     LW_QUESTION,    LW_RAISED,       LW_SIGNED,  LW_THAN,
                                     LW_UNCONFIRMED, LW_VALUE,        LW_WITH,    LW_YIELDS,
                                     LW_YIELDS,      LW_ZONE,         LW_HOW_MANY};

enum law_word law_word_of(const char *p, size_t n) {
  if (n < 2 || n > 12 || p[0] < 'a' || p[0] > 'z') return LW_NONE;
  unsigned letter = (unsigned)(p[0] - 'a');
  for (unsigned i = first_of[letter]; i < first_of[letter + 1]; i++)
    if (word_texts[i].n == n && memcmp(word_texts[i].p, p, n) == 0) return (enum law_word)i;
  return LW_NONE;
}

const char *law_word_text(enum law_word w) {
  return word_texts[w].p;
}

bool law_word_begins_statement(enum law_word w) {
  switch (w) {
  case LW_RATE:
  case LW_FEE:
  case LW_BAN:
  case LW_LICENCE:
  case LW_PROMISE:
  case LW_QUOTA:
  case LW_EXEMPTS:
  case LW_YIELDS:
  case LW_SUSPENDED:
  case LW_VOID:
  case LW_RESUMES:
  case LW_ENDS:
    return true;
  default:
    return false;
  }
}

bool law_word_begins_clause(enum law_word w) {
  switch (w) {
  case LW_FROM:
  case LW_UNTIL:
  case LW_THROUGH:
  case LW_FOR:
  case LW_BY:
  case LW_KNOWN:
  case LW_PRINTED:
  case LW_CITE:
  case LW_UNCONFIRMED:
  case LW_IF:
  case LW_ON:
  case LW_OF:
  case LW_GOODS:
  case LW_HEADING:
    return true;
  default:
    return false;
  }
}

bool law_word_is_reserved(enum law_word w) {
  switch (w) {
  case LW_AND:
  case LW_OR:
  case LW_NOT:
  case LW_BUT:
  case LW_PAYS:
  case LW_WITH:
  case LW_BASIS:
    return true;
  default:
    return law_word_begins_statement(w) || law_word_begins_clause(w);
  }
}
