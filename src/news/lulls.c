// SPDX-License-Identifier: Apache-2.0
// "The pause", "the reprieve": of what was last said to be suspended.
#include <string.h>

#include "news/slots.h"

/* "The pause ends in May": of the measure last said to be suspended; several in one sentence: of none. */
static const struct news_statement *suspended_last(const struct news_reader *d) {
  const struct news_story *y = d->story;
  const struct news_statement *found = NULL;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  while (n-- > low) {
    const struct news_statement *st = &y->statements[n];
    if (st->status != NEWS_SUSPENDED || d->r->measures[st->measure].pair) continue;
    if (found != NULL && st->sentence.from != found->sentence.from) break;
    if (found != NULL && (st->measure != found->measure || st->imposer != found->imposer ||
                          st->target != found->target || st->good != found->good))
      return NULL;
    found = st;
  }
  return found;
}

void news_add_lulls(struct news_reader *d) {
  struct news_sentence *s = d->s;
  const struct news_statement *st = NULL;
  for (uint16_t i = s->heads[NC_SPARE]; i != NEWS_NONE; i = s->hits[i].next) {
    struct news_hit h = s->hits[i];
    uint32_t end = (uint32_t)h.at + h.n;
    bool plain = end < s->count && (s->np[end] == 0 || s->np[end] == NC_NP_AND - NC_NP_A + 1);
    if (h.at == 0 || s->np[h.at - 1] != NC_NP_THE - NC_NP_A + 1 || !plain || news_in_any(s, h.at))
      continue;
    if (s->mention_count >= NEWS_MENTIONS || (st = suspended_last(d)) == NULL) return;
    if (!d->r->measures[st->measure].template) return;
    struct news_mention m = {.measure = st->measure,
                             .at = (uint16_t)(h.at - 1u),
                             .n = (uint16_t)(h.n + 1u),
                             .head = h.at,
                             .form = NEWS_NOUN,
                             .imposer = (uint8_t)st->imposer,
                             .good = st->good,
                             .percent = st->percent_milli,
                             .amount = -1,
                             .definite = true,
                             .pronoun = true};
    if (st->target != NEWS_NO_SIDE) m.targets[m.target_count++] = (uint8_t)st->target;
    news_hit_add(s, NC_LULL, m.at, m.n, s->mention_count);
    s->mentions[s->mention_count++] = m;
  }
}

static bool may_be_ban(const struct news_reader *d, uint16_t measure) {
  const struct news_measure *kind = &d->r->measures[measure];
  return !kind->pair && strchr(kind->key, 'G') != NULL && measure != d->r->bare &&
         strcmp(d->r->classes[kind->group[NEWS_NOUN]], "#charge") == 0;
}

/* "Exports of gallium were banned ... that ban": the control spoken of, and no ban on imports. */
void news_ban_means(struct news_reader *d, uint8_t k) {
  struct news_sentence *s = d->s;
  struct news_mention *m = &s->mentions[k];
  const struct news_token *t = &s->tokens[m->head];
  bool ban = news_word_is(t, "ban") || news_word_is(t, "bans") || news_word_is(t, "embargo");
  if (!ban || m->form != NEWS_NOUN || !m->definite || m->own || !news_is_bare(m)) return;
  uint16_t meant = NEWS_NONE;
  for (uint8_t i = 0; i < k; i++)
    if (may_be_ban(d, s->mentions[i].measure)) meant = s->mentions[i].measure;
  bool none = news_last_of(d, m->measure) == NULL && d->since_charge <= 2;
  if (meant == NEWS_NONE && none && d->last_charge != NEWS_NONE && may_be_ban(d, d->last_charge))
    meant = d->last_charge;
  if (meant == NEWS_NONE || meant == m->measure) return;
  m->measure = meant;
  news_hit_add(s, d->r->measures[meant].noun, m->at, m->n, k);
}
