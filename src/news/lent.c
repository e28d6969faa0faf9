// SPDX-License-Identifier: Apache-2.0
// What a mention takes without a word that points back: the goods and sides of the investigation before it, of "them",
// of the one tariff on the same goods, and that it hits all.
#include <string.h>

#include "news/slots.h"

/* "For steel from anywhere else the duty applies." */
bool news_over_all(const struct news_sentence *s, struct news_mention *m) {
  bool all = false;
  for (uint32_t k = m->at; k > 0 && k + 8u > m->at && s->tokens[k - 1].kind == NEWS_WORD; k--) {
    const struct news_hit *good = all ? news_hit_at(s, NC_GOOD, k - 1) : NULL;
    if (good != NULL && m->good == NEWS_NONE) m->good = good->ref;
    all = all || s->np[k - 1] == NC_NP_ALL - NC_NP_A + 1;
  }
  return all;
}

/* "buys fewer American soybeans since it put a tariff on them": the goods of its sentence that have a side. */
bool news_take_them(const struct news_sentence *s, struct news_mention *m) {
  for (uint16_t i = s->heads[NC_GOOD]; i != NEWS_NONE; i = s->hits[i].next)
    for (uint16_t k = s->heads[NC_PARTY]; k != NEWS_NONE && s->hits[i].at < m->at;
         k = s->hits[k].next)
      if ((uint32_t)s->hits[k].at + s->hits[k].n == s->hits[i].at) {
        m->good = s->hits[i].ref;
        m->targets[0] = (uint8_t)s->hits[k].ref;
        m->target_count = 1;
        return true;
      }
  return false;
}

/* "Car parts have their own date: the duty on them begins in May." */
uint16_t news_good_before(const struct news_sentence *s, uint32_t at) {
  const struct news_hit *best = NULL;
  for (uint16_t i = s->heads[NC_GOOD]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at < at && (best == NULL || s->hits[i].at < best->at)) best = &s->hits[i];
  return best != NULL && best->at < 3 ? best->ref : NEWS_NONE;
}

/* "Its investigation of Korean steel could lead to duties": those of the investigation. */
void news_follow_probe(const struct news_reader *d, struct news_mention *m, uint8_t before) {
  const struct news_sentence *s = d->s;
  for (uint8_t k = before; k > 0 && m->form == NEWS_NOUN && news_is_bare(m) && !m->definite; k--) {
    const struct news_mention *x = &s->mentions[k - 1];
    if (x->measure == m->measure || strcmp(d->r->measures[x->measure].kind, "probe") != 0) continue;
    m->imposer = x->imposer;
    m->good = x->good;
    memcpy(m->targets, x->targets, sizeof m->targets);
    m->target_count = x->target_count;
    return;
  }
  const struct news_told *was =
      news_told(d, 0); /* in the sentence before: "Provisional duties could follow" */
  if (before > 0 || m->form != NEWS_NOUN || !news_is_bare(m) || m->definite || was == NULL ||
      was->sentence + 1 != d->sentence || was->sentence < d->paragraph ||
      strcmp(d->r->measures[was->m.measure].kind, "probe") != 0 || s->heads[NC_PARTY] != NEWS_NONE)
    return;
  m->imposer = was->m.imposer;
  m->good = was->m.good;
  memcpy(m->targets, was->m.targets, sizeof m->targets);
  m->target_count = was->m.target_count;
}

/* "the tariff on medicines" where one of them was spoken of, and no other: that one. */
void news_take_same_goods(const struct news_reader *d, struct news_mention *m) {
  const struct news_mention *one = NULL;
  if (m->form != NEWS_NOUN || !m->definite || m->own || m->told || m->good == NEWS_NONE ||
      m->percent != 0 || m->to != 0 || m->target_count > 0 || m->worldwide || m->amount >= 0)
    return;
  for (uint32_t n = 0; news_told(d, n) != NULL; n++) {
    const struct news_mention *x = &news_told(d, n)->m;
    int64_t rate = x->to > 0 ? x->to : x->percent;
    if (x->measure != m->measure || x->good != m->good) continue;
    if (rate == 0 || !x->sure || (m->imposer != NEWS_NO_SIDE && m->imposer != x->imposer)) return;
    if (one != NULL && (rate != (one->to > 0 ? one->to : one->percent) ||
                        one->imposer != x->imposer || one->target_count != x->target_count))
      return;
    if (one == NULL) one = x;
  }
  if (one == NULL) return;
  m->percent = one->to > 0 ? one->to : one->percent;
  m->imposer = one->imposer;
  memcpy(m->targets, one->targets, sizeof m->targets);
  m->target_count = one->target_count;
  m->lent_number = true;
}
