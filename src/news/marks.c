// SPDX-License-Identifier: Apache-2.0
// What stands in a sentence, kept from the first time a paragraph is gone through to the second.
//
// Its names, words, days and measures are the same both times; what pronouns and shared words mean is not, and is found
// anew on top of what is taken back here. Paragraphs have few sentences: behind the first ones they are marked twice.
#include <string.h>

#include "news/news_own.h"

void news_marks_keep(struct news_marks *all, uint32_t base, const struct news_sentence *s) {
  all->last = NEWS_UNMARKED;
  if (all->count >= NEWS_MARKED) return;
  struct news_marked *m = &all->items[all->count++];
  m->base = base;
  m->count = s->count;
  m->spots = s->spots;
  m->genitive = s->genitive;
  m->hit_count = s->hit_count;
  m->date_count = s->date_count;
  m->value_count = s->value_count;
  m->mention_count = s->mention_count;
  m->aside_count = s->aside_count;
  memcpy(m->asides, s->asides, sizeof s->asides);
  memcpy(m->hits, s->hits, s->hit_count * sizeof *s->hits);
  for (uint16_t i = 0; i < s->hit_count; i++) m->heads[i] = s->heads[s->hits[i].class];
  memcpy(m->dates, s->dates, s->date_count * sizeof *s->dates);
  memcpy(m->values, s->values, s->value_count * sizeof *s->values);
  memcpy(m->mentions, s->mentions, s->mention_count * sizeof *s->mentions);
  memcpy(m->np, s->np, s->count * sizeof *s->np);
  memcpy(m->busy, s->busy, s->count * sizeof *s->busy);
}

static void take_back(const struct news_marked *m, struct news_sentence *s) {
  for (uint16_t i = 0; i < s->hit_count; i++) s->heads[s->hits[i].class] = NEWS_NONE;
  memcpy(s->hits, m->hits, m->hit_count * sizeof *s->hits);
  for (uint16_t i = 0; i < m->hit_count; i++) s->heads[s->hits[i].class] = m->heads[i];
  s->hit_count = m->hit_count;
  s->spots = m->spots;
  s->genitive = m->genitive;
  s->date_count = m->date_count;
  s->value_count = m->value_count;
  s->mention_count = m->mention_count;
  s->aside_count = m->aside_count;
  memcpy(s->asides, m->asides, sizeof s->asides);
  memcpy(s->dates, m->dates, m->date_count * sizeof *s->dates);
  memcpy(s->values, m->values, m->value_count * sizeof *s->values);
  memcpy(s->mentions, m->mentions, m->mention_count * sizeof *s->mentions);
  memcpy(s->np, m->np, m->count * sizeof *s->np);
  memcpy(s->busy, m->busy, m->count * sizeof *s->busy);
}

bool news_marks_take(struct news_marks *all, uint32_t base, struct news_sentence *s) {
  bool as_kept = all->last == base;
  all->last = NEWS_UNMARKED;
  if (as_kept) return true;
  for (uint32_t k = 0; k < all->count && s->begun; k++)
    if (all->items[k].base == base && all->items[k].count == s->count) {
      take_back(&all->items[k], s);
      return true;
    }
  return false;
}
