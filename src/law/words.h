// SPDX-License-Identifier: Apache-2.0
// The words of the language: one table, from which the lexer marks tokens.
#ifndef IMPOST_LAW_WORDS_H
#define IMPOST_LAW_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* Words with a meaning of their own, in the order of their spelling. A fact, a claim or an answer may be
 * spelled like one of them only where no such word could stand. */
#define LAW_WORDS(X)                                                                               \
  X(ACT, "act")                                                                                    \
  X(ADD, "add") X(ALL, "all") X(AND, "and") X(ANSWERED, "answered") X(ANSWERS, "answers")          \
      X(ASSERT, "assert") X(AT, "at") X(BAN, "ban") X(BASE, "base") X(BASIS, "basis")              \
          X(BEFORE, "before") X(BUT, "but") X(BY, "by") X(CITE, "cite") X(CLAIM, "claim") X(       \
              CLAIMED, "claimed") X(COUNT, "count") X(DROP, "drop") X(DUE, "due") X(EACH, "each")  \
              X(ELSE, "else") X(ENCODED, "encoded") X(ENDS, "ends") X(EX, "ex")                    \
                  X(EXEMPTS, "exempts") X(FACT, "fact") X(FEE, "fee") X(FOR, "for") X(             \
                      FROM,                                                                        \
                      "from") X(GENERAL, "general") X(GOODS, "goods")                              \
                      X(HEADING, "heading") X(IF, "if") X(IN, "in") X(INTO, "into") X(IS, "is")    \
                          X(JURISDICTION, "jurisdiction") X(KIND, "kind") X(KNOWN, "known") X(     \
                              LEAST, "least") X(LESS, "less")                                      \
                              X(LICENCE, "licence") X(LIST, "list") X(MEASURE, "measure")          \
                                  X(MONEY, "money") X(MORE, "more") X(MOST, "most")                \
                                      X(NOT, "not") X(NOTE, "note") X(OF, "of") X(ON, "on") X(     \
                                          OR,                                                      \
                                          "or") X(ORDER, "order")                                  \
                                          X(OUT, "out") X(PAYS, "pays") X(PER, "per") X(           \
                                              PRINTED,                                             \
                                              "printed") X(PROHIBITED,                             \
                                                           "prohibited") X(PROMISE, "promise")     \
                                              X(PUBLISHED, "published") X(QUESTION, "question") X( \
                                                  QUOTA,                                           \
                                                  "quota") X(RAISED,                               \
                                                             "raised") X(RATE,                     \
                                                                         "rate") X(READ, "read")   \
                                                  X(REFUSED, "refused") X(RESUMES, "resumes") X(   \
                                                      SIGNED,                                      \
                                                      "signed") X(SOURCE, "source")                \
                                                      X(SUSPENDED, "suspended") X(THAN, "than") X( \
                                                          THROUGH, "through") X(TITLE, "title")    \
                                                          X(TO,                                    \
                                                            "to") X(UNCONFIRMED, "unconfirmed")    \
                                                              X(UNDER,                             \
                                                                "under") X(UNKNOWN, "unknown")     \
                                                                  X(UNTIL, "until")                \
                                                                      X(VALUE, "value") X(VOID,    \
                                                                                          "void")  \
                                                                          X(WITH, "with")          \
                                                                              X(YIELDS, "yields")  \
                                                                                  X(ZONE, "zone")

enum law_word {
  LW_NONE, /* any other run of characters */
#define LAW_WORD_ENUM(id, text) LW_##id,
  LAW_WORDS(LAW_WORD_ENUM)
#undef LAW_WORD_ENUM
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
