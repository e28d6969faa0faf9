// SPDX-License-Identifier: Apache-2.0
// Sentences that name a measure and of which nothing was read: what a reader of the report should look at.
//
// What is not said is no fact, but that something was passed over is one. A sentence counts when its measure could have
// been told from others: a word of it stands there with a number, goods or a side, and trade is spoken of. Of a sentence
// of which something was read a rate counts that stands with a measure and that nothing told so far has, and goods beside
// those of which a sum is told.
#include "news/news_own.h"

static bool counts(const struct news_reader *d, const struct news_mention *x) {
  bool told = x->percent != 0 || x->to != 0 || x->amount >= 0 || x->imposer != NEWS_NO_SIDE ||
              x->target_count > 0 || x->good != NEWS_NONE || x->definite;
  return told && !x->pronoun && !x->weak && (!x->hazy || d->trade) && x->strange == 0;
}

static void note(struct news_reader *d, uint32_t base, const struct news_mention *x, bool part) {
  struct news_story *y = d->story;
  if (!mem_grow((void **)&y->unread, &y->unread_cap, y->unread_count + 1, sizeof *y->unread)) {
    d->failed = true;
    return;
  }
  y->unread[y->unread_count++] =
      (struct news_unread){d->article, news_span_of(d, base, base + d->s->count),
                           news_span_of(d, base + x->at, base + (uint32_t)x->at + x->n), part};
}

/* A rate in the words of the measure that no statement up to here has. */
static bool loses_rate(const struct news_reader *d, const struct news_mention *x) {
  const struct news_story *y = d->story;
  const struct news_sentence *s = d->s;
  size_t n = y->statement_count, first = n > NEWS_BACK ? n - NEWS_BACK : 0;
  for (uint16_t i = s->heads[NC_PERCENT]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->at < x->at || h->at >= (uint32_t)x->at + x->n) continue;
    int64_t rate = s->values[h->ref];
    bool told = rate == x->was; /* "to 10% from 20%": no statement has that */
    for (size_t k = first; k < n && !told; k++) told = y->statements[k].percent_milli == rate;
    if (!told) return true;
  }
  return false;
}

/* The good that is joined to what ends before `at`, "and American aircraft"; NULL: none. */
static const struct news_hit *joined_good(const struct news_sentence *s, uint32_t at) {
  bool joint = false;
  for (uint32_t k = at; k < s->count && k < at + 5; k++) {
    const struct news_hit *good = news_hit_at(s, NC_GOOD, k);
    if (good != NULL) return joint ? good : NULL;
    bool joins = s->np[k] == NEWS_NP(NC_NP_AND) || (k == at && s->tokens[k].kind == NEWS_MARK);
    bool told = s->np[k] == NEWS_NP(NC_NP_WORD) || news_hit_at(s, NC_PARTY, k) != NULL;
    if (!joins && !told) return NULL;
    joint = joint || joins;
  }
  return NULL;
}

/* "buy $500 billion of energy and aircraft": the sum is told of the first, and no statement of the sentence has the other. */
static bool loses_goods(const struct news_reader *d, const struct news_mention *x, size_t first) {
  const struct news_story *y = d->story;
  const struct news_sentence *s = d->s;
  uint32_t at = x->at, end = (uint32_t)x->at + x->n + 3;
  if (!news_is_promise(d->r, x->measure) || x->amount <= 0 || x->good == NEWS_NONE) return false;
  const struct news_hit *own = NULL, *other;
  for (; at < end && at < s->count && own == NULL; at++) {
    const struct news_hit *h = news_hit_at(s, NC_GOOD, at);
    if (h != NULL && h->ref == x->good) own = h;
  }
  if (own == NULL) return false;
  for (other = own; (other = joined_good(s, (uint32_t)other->at + other->n)) != NULL;) {
    bool told = other->ref == x->good;
    for (size_t k = first; k < y->statement_count && !told; k++)
      told = y->statements[k].good == other->ref;
    if (!told) return true;
  }
  return false;
}

void news_unread_note(struct news_reader *d, uint32_t base, size_t first) {
  const struct news_mention *x = NULL;
  bool part = d->story->statement_count > first;
  for (uint8_t k = 0; k < d->s->mention_count && x == NULL; k++) {
    const struct news_mention *m = &d->s->mentions[k];
    bool lost = counts(d, m) && (!part || loses_rate(d, m));
    if (lost || (part && loses_goods(d, m, first))) x = m;
  }
  if (x != NULL) note(d, base, x, part);
}

/* Both stand in the order of the text: what was read of a sentence takes it off the list, if nothing of it was lost. */
void news_unread_close(struct news_story *y, size_t first, size_t first_statement) {
  size_t n = first, at = first_statement;
  for (size_t i = first; i < y->unread_count; i++) {
    const struct news_unread *u = &y->unread[i];
    while (at < y->statement_count && y->statements[at].sentence.from < u->sentence.from) at++;
    bool read = at < y->statement_count && y->statements[at].sentence.from == u->sentence.from;
    if (read == u->part) y->unread[n++] = *u;
  }
  y->unread_count = n;
}
