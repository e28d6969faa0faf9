// SPDX-License-Identifier: Apache-2.0
// What read.c asks of fits.c: whether what a rule matches may be stated.
#ifndef IMPOST_NEWS_FITS_H
#define IMPOST_NEWS_FITS_H

#include "news/news_own.h"

/* The article had the measure with its number before. */
bool news_says_less(const struct news_reader *d, const struct news_statement *st);
/* A statement of the sentence, from `first` on, says it, or a rule for that very measure has spoken of the words. */
bool news_spoken_of(const struct news_reader *d, size_t first, const struct news_statement *st);
/* The sides of a rule for one measure are what the article and the words are about. */
bool news_concerned(const struct news_reader *d, const struct news_statement *st,
                    const struct news_match *m);
/* What is told as held by a pact ("it includes the removal of the duty") is: "it" is a pact, and a duty alone has its rate. */
bool news_is_held(const struct news_reader *d, const struct news_statement *st,
                  const struct news_match *m);
/* What is not confirmed is named in the match itself. */
bool news_names_own(const struct news_reader *d, const struct news_match *m);

#endif
