// SPDX-License-Identifier: Apache-2.0
// "as did Ottawa", "and so do the duties on steel", "along with Brazil": a verb that stands for the one before it.
#include <string.h>

#include "news/mentions.h"
#include "news/several.h"
#include "news/subjects.h"

static bool stands_for_verb(const struct news_token *t) {
  static const char *const words[] = {"do",   "does", "did",  "is",   "are",  "was",
                                      "were", "has",  "have", "will", "would"};
  return NEWS_IN(t, words);
}

/* Behind "as did", "and so do"; 0: no such clause. */
static uint32_t so_from(const struct news_sentence *s, uint32_t from) {
  for (uint32_t at = from; at + 2 < s->count && at < from + 30; at++) {
    bool so = news_word_is(&s->tokens[at], "as") || news_word_is(&s->tokens[at], "so");
    bool led =
        at > 0 && (s->tokens[at - 1].kind == NEWS_MARK || news_word_is(&s->tokens[at - 1], "and") ||
                   news_word_is(&s->tokens[at - 1], "just"));
    if (so && led && stands_for_verb(&s->tokens[at + 1])) return at + 2;
    bool along = news_word_is(&s->tokens[at], "along") || news_word_is(&s->tokens[at], "together");
    if (along && news_word_is(&s->tokens[at + 1], "with")) return at + 2;
  }
  return 0;
}

/* A measure begins there, or behind "those of". */
static uint16_t measure_at(const struct news_reader *d, uint32_t at) {
  const struct news_sentence *s = d->s;
  static const char *const words[] = {"the", "those", "of", "a", "its"};
  for (uint32_t last = at + 3; at < s->count && at <= last; at++) {
    for (uint8_t k = 0; k < s->mention_count; k++)
      if (s->mentions[k].at == at && s->mentions[k].form == NEWS_NOUN)
        return news_mention_hit(d, k);
    bool plain = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
      plain = plain || news_word_is(&s->tokens[at], words[i]);
    if (!plain) break;
  }
  return NEWS_NONE;
}

bool news_so_measure(struct news_reader *d, const struct news_match *m, struct news_match *out) {
  struct news_sentence *s = d->s;
  const struct news_mention *x = &s->mentions[s->hits[m->mention].ref];
  uint32_t at = so_from(s, m->to);
  uint16_t hit = at > 0 ? measure_at(d, at) : NEWS_NONE;
  if (hit == NEWS_NONE) return false;
  struct news_mention *y = &s->mentions[s->hits[hit].ref];
  if (y->measure != x->measure || y == x) return false;
  if (y->imposer == NEWS_NO_SIDE) y->imposer = x->imposer;
  if (y->target_count == 0 && !y->worldwide && y->imposer == x->imposer &&
      y->imposer != (uint8_t)d->r->levier) { /* whose duties may hit all */
    memcpy(y->targets, x->targets, sizeof y->targets);
    y->target_count = x->target_count;
  }
  *out = (struct news_match){.from = (uint16_t)(at - 2),
                             .to = (uint16_t)(y->at + y->n),
                             .voice = NEWS_NONE,
                             .doer = NEWS_NONE,
                             .struck = NEWS_NONE,
                             .mention = hit};
  return true;
}

uint8_t news_so_sides(const struct news_reader *d, const struct news_match *m, uint8_t *sides) {
  static const char *const words[] = {"the", "those", "from", "goods", "ones", "both"};
  const struct news_sentence *s = d->s;
  uint32_t at = so_from(s, m->to);
  uint8_t count = 0;
  while (at > 0 && at < s->count && count < NEWS_TARGETS) {
    const struct news_hit *h = news_hit_at(s, NC_PARTY, at);
    bool plain = news_word_is(&s->tokens[at], "and") ||
                 (s->tokens[at].kind == NEWS_MARK && at + 1 < s->count &&
                  news_hit_at(s, NC_PARTY, at + 1) != NULL);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
      plain = plain || news_word_is(&s->tokens[at], words[i]);
    if (h == NULL && !plain) break;
    if (h != NULL) sides[count++] = (uint8_t)h->ref;
    at += h != NULL ? h->n : 1u;
  }
  bool ends =
      at >= s->count || s->tokens[at].kind == NEWS_MARK || news_hit_at(s, NC_DATE, at) != NULL;
  return ends ? count : 0;
}
