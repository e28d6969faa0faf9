// SPDX-License-Identifier: Apache-2.0
// "the metal", "the beans", "the vehicles": those of them that were named last. The word alone names goods of its own (steel
// is the metal of most duties, soybeans are the beans of most purchases); behind "the" or "that" it names none anew.
#include "news/mentions.h"
#include "news/slots.h"

struct generic {
  const char *one, *many; /* many: also of all of them */
  uint16_t named;         /* class of what it may mean */
  bool must;              /* where none was named, it says nothing */
};

static const struct generic generics[NEWS_GENERICS] = {
    {"metal", "metals", NC_METAL, true},  {"beans", "bean", NC_BEANS, false},
    {"grain", "grains", NC_GRAIN, false}, {"vehicle", "vehicles", NC_VEHICLE, false},
    {"fruit", "fruits", NC_FRUIT, false}, {"meat", "meats", NC_MEAT, false},
    {"wood", "timber", NC_WOOD, false},
};

static bool points_back(const struct news_sentence *s, const struct news_hit *h) {
  static const char *const which[] = {"the", "that", "this", "these", "those", "two", "both"};
  return h->n == 1 && h->at > 0 && NEWS_IN(&s->tokens[h->at - 1], which);
}

/* The goods of the class that stand last before the place; NEWS_NONE. */
static uint16_t named_before(const struct news_sentence *s, uint16_t class, uint32_t at) {
  uint16_t last = NEWS_NONE;
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *good = news_hit_at(s, NC_GOOD, s->hits[i].at);
    if (good != NULL && good->at < at) last = good->ref;
  }
  return last;
}

/* The goods meant in the words of its measures; where nobody knows which, they say nothing. */
static void mend_mentions(struct news_sentence *s, uint32_t at, uint16_t was, uint16_t is) {
  for (uint8_t k = 0; k < s->mention_count; k++) {
    struct news_mention *x = &s->mentions[k];
    if (x->good != was || at < x->at || at > (uint32_t)x->at + x->n) continue;
    x->good = is;
    x->odd_goods = x->odd_goods || is == NEWS_NONE;
  }
}

static void mend(struct news_reader *d, uint8_t which, struct news_hit *h) {
  const struct generic *g = &generics[which];
  struct news_sentence *s = d->s;
  uint16_t is = named_before(s, g->named, h->at);
  if (is == NEWS_NONE) is = d->generic[which];
  bool one = news_word_is(&s->tokens[h->at], g->one);
  if (is == NEWS_NONE && !(g->must && one)) return;
  mend_mentions(s, h->at, h->ref, is);
  if (is != NEWS_NONE)
    h->ref = is;
  else
    news_unlink(s, NC_GOOD, h->at, h->at + 1u);
}

void news_generics_mark(struct news_reader *d) {
  struct news_sentence *s = d->s;
  for (uint16_t i = s->heads[NC_GOOD], next; i != NEWS_NONE; i = next) {
    struct news_hit *h = &s->hits[i];
    next = h->next;
    if (!points_back(s, h)) continue;
    for (uint8_t k = 0; k < NEWS_GENERICS; k++)
      if (news_word_is(&s->tokens[h->at], generics[k].one) ||
          news_word_is(&s->tokens[h->at], generics[k].many)) {
        mend(d, k, h);
        break;
      }
  }
}

/* Of several in a row the first counts, as of all goods. */
void news_generics_keep(struct news_reader *d) {
  const struct news_sentence *s = d->s;
  for (uint8_t k = 0; k < NEWS_GENERICS; k++) {
    const struct news_hit *first = NULL;
    for (uint16_t i = s->heads[generics[k].named]; i != NEWS_NONE; i = s->hits[i].next) {
      const struct news_hit *good = news_hit_at(s, NC_GOOD, s->hits[i].at);
      if (good != NULL && (first == NULL || good->at < first->at)) first = good;
    }
    if (first != NULL) d->generic[k] = first->ref;
  }
}
