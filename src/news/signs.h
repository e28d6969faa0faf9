// SPDX-License-Identifier: Apache-2.0
// How sure a reading is (signs.c).
#ifndef IMPOST_NEWS_SIGNS_H
#define IMPOST_NEWS_SIGNS_H

#include "news/news_own.h"

/* Notes the signs of the statements from `first` on, those of the sentence at hand, behind its last rule. */
void news_signs_note(struct news_reader *d, size_t first);
/* All signs of a statement, as bits of enum news_sign. */
uint64_t news_signs_of(const struct news_rules *r, const struct news_statement *st);
const char *news_sign_name(int sign);
/* Hundredths: of readings with this one's signs so many are right. -1: the files have no weights. */
int news_sureness(const struct news_rules *r, const struct news_statement *st);
/* At least as sure as the files ask for, or nobody can tell. */
bool news_is_sure(const struct news_rules *r, const struct news_statement *st);

#endif
