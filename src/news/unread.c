// SPDX-License-Identifier: Apache-2.0
// Sentences that name a measure and of which nothing was read: what a reader of the report should look at.
//
// What is not said is no fact, but that something was passed over is one. A sentence counts when its measure could have
// been told from others: a word of it stands there with a number, goods or a side, and trade is spoken of.
#include "news/news_own.h"

static bool counts(const struct news_reader *d, const struct news_mention *x) {
  bool told = x->percent != 0 || x->to != 0 || x->amount >= 0 || x->imposer != NEWS_NO_SIDE ||
              x->target_count > 0 || x->good != NEWS_NONE || x->definite;
  return told && !x->pronoun && !x->weak && (!x->hazy || d->trade) && x->strange == 0;
}

void news_unread_note(struct news_reader *d, uint32_t base) {
  struct news_story *y = d->story;
  const struct news_mention *x = NULL;
  for (uint8_t k = 0; k < d->s->mention_count && x == NULL; k++)
    if (counts(d, &d->s->mentions[k])) x = &d->s->mentions[k];
  if (x == NULL) return;
  if (!mem_grow((void **)&y->unread, &y->unread_cap, y->unread_count + 1, sizeof *y->unread)) {
    d->failed = true;
    return;
  }
  y->unread[y->unread_count++] =
      (struct news_unread){d->article, news_span_of(d, base, base + d->s->count),
                           news_span_of(d, base + x->at, base + (uint32_t)x->at + x->n)};
}

/* Both stand in the order of the text: what was read of a sentence takes it off the list. */
void news_unread_close(struct news_story *y, size_t first, size_t first_statement) {
  size_t n = first, at = first_statement;
  for (size_t i = first; i < y->unread_count; i++) {
    const struct news_unread *u = &y->unread[i];
    while (at < y->statement_count && y->statements[at].sentence.from < u->sentence.from) at++;
    bool read = at < y->statement_count && y->statements[at].sentence.from == u->sentence.from;
    if (!read) y->unread[n++] = *u;
  }
  y->unread_count = n;
}
