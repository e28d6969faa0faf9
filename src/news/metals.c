// SPDX-License-Identifier: Apache-2.0
// "the metal", "that metal": the one named last, never steel because steel is the metal of most duties.
#include "news/mentions.h"
#include "news/slots.h"

/* "the metal" is one that was named; "metals" alone are all of them. */
static bool points_back(const struct news_sentence *s, const struct news_hit *h, bool *many) {
  static const char *const which[] = {"the", "that", "this", "these", "those", "two", "both"};
  if (h->n != 1 || h->at == 0 || !NEWS_IN(&s->tokens[h->at - 1], which)) return false;
  *many = news_word_is(&s->tokens[h->at], "metals");
  return *many || news_word_is(&s->tokens[h->at], "metal");
}

/* The goods meant in the words of its measures; where nobody knows which metal, they say nothing. */
static void mend_mentions(struct news_sentence *s, uint32_t at, uint16_t was, uint16_t is) {
  for (uint8_t k = 0; k < s->mention_count; k++) {
    struct news_mention *x = &s->mentions[k];
    if (x->good != was || at < x->at || at > (uint32_t)x->at + x->n) continue;
    x->good = is;
    x->odd_goods = x->odd_goods || is == NEWS_NONE;
  }
}

void news_metals_mark(struct news_reader *d) {
  struct news_sentence *s = d->s;
  for (uint16_t i = s->heads[NC_GOOD]; i != NEWS_NONE;) {
    struct news_hit *h = &s->hits[i];
    uint16_t next = h->next;
    bool many = false, here = false;
    if (points_back(s, h, &many)) {
      for (uint16_t k = s->heads[NC_METAL]; k != NEWS_NONE; k = s->hits[k].next)
        here = here || s->hits[k].at < h->at; /* "copper, and a duty on the metal" */
      uint16_t is = here ? NEWS_NONE : d->metal;
      for (uint16_t k = s->heads[NC_METAL]; here && k != NEWS_NONE; k = s->hits[k].next) {
        const struct news_hit *good = news_hit_at(s, NC_GOOD, s->hits[k].at);
        if (good != NULL && good->at < h->at) is = good->ref;
      }
      if (!many || is != NEWS_NONE) mend_mentions(s, h->at, h->ref, is);
      if (is != NEWS_NONE)
        h->ref = is;
      else if (!many)
        news_unlink(s, NC_GOOD, h->at, h->at + 1u);
    }
    i = next;
  }
}

/* Of metals in a row the first counts, as of all goods. */
void news_metals_keep(struct news_reader *d) {
  const struct news_sentence *s = d->s;
  const struct news_hit *first = NULL;
  for (uint16_t i = s->heads[NC_METAL]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *good = news_hit_at(s, NC_GOOD, s->hits[i].at);
    if (good != NULL && (first == NULL || good->at < first->at)) first = good;
  }
  if (first != NULL) d->metal = first->ref;
}
