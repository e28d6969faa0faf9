// SPDX-License-Identifier: Apache-2.0
// Who the subject of a verb of saying is: what voices.c asks of subjects.c.
#ifndef IMPOST_NEWS_SUBJECTS_H
#define IMPOST_NEWS_SUBJECTS_H

#include "news/news_own.h"

struct news_subject {
  uint32_t at; /* token of the sentence */
  uint16_t actor;
  const char *unknown;
  enum news_side side;
};

/* `base`: first token of the sentence that is marked. False: nobody. */
bool news_subject_find(const struct news_reader *d, uint32_t base, const struct news_hit *verb,
                       struct news_subject *out);
bool news_person_opens(const struct news_reader *d, uint32_t base, uint32_t before,
                       uint16_t *actor);
/* A minister no file names, with the country, at the head of the sentence: "he" is that one. */
bool news_name_opens(const struct news_reader *d, uint32_t base, struct news_subject *out);
bool news_is_mark(const struct news_reader *d, uint32_t at, char c);
/* Past "on Friday", "in a statement" behind a verb of saying. */
uint32_t news_past_adjunct(const struct news_reader *d, uint32_t base, uint32_t at);
enum news_side news_side_of(const struct news_reader *d, uint16_t actor);
/* Speaker, side, venue and path of a statement whose rule matched. */
void news_set_speaker(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                      uint32_t base);
/* False: what is told of another says nothing of its own. */
bool news_settle_hearsay(const struct news_reader *d, struct news_statement *st);

#endif
