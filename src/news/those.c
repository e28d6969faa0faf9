// SPDX-License-Identifier: Apache-2.0
// Goods of one side that were named before: "Chinese electric cars ... a 35% duty on those cars", "on that car".
#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

static void keep(struct news_reader *d, const struct news_hit *goods, uint8_t side) {
  d->them_good = goods->ref;
  d->them_side = (enum news_side)side;
  d->them_word = d->s->tokens[goods->at + goods->n - 1u].hash;
}

/* "electric cars from China", "made in China": whose they are, behind the goods; NULL. */
static const struct news_hit *sent_from(const struct news_sentence *s,
                                        const struct news_hit *goods) {
  uint32_t at = (uint32_t)goods->at + goods->n;
  if (at + 1 < s->count && news_hit_at(s, NC_MADE, at) != NULL) at++;
  if (at + 1 >= s->count ||
      (!news_word_is(&s->tokens[at], "from") &&
       !(news_word_is(&s->tokens[at], "in") && at > (uint32_t)goods->at + goods->n)))
    return NULL;
  at += 1u + (news_np_class(s, at + 1) == NC_NP_THE);
  return at < s->count ? news_hit_at(s, NC_PARTY, at) : NULL;
}

/* The hits of a class are last first. */
void news_keep_goods(struct news_reader *d) {
  const struct news_sentence *s = d->s;
  for (uint16_t i = s->heads[NC_GOOD]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *whose = news_ending(s, NC_PARTY, s->hits[i].at);
    if (whose == NULL) whose = sent_from(s, &s->hits[i]);
    if (whose == NULL) continue;
    keep(d, &s->hits[i], (uint8_t)whose->ref);
    return;
  }
  for (uint16_t i = s->heads[NC_GOOD]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t at = s->hits[i].at; /* "Japan has asked that its cars be spared" */
    bool its = at > 1 && news_word_is(&s->tokens[at - 1], "its");
    enum news_side side = its ? news_named_before(d, 0, at, NEWS_NO_SIDE, false) : NEWS_NO_SIDE;
    if (side == NEWS_NO_SIDE) continue;
    keep(d, &s->hits[i], (uint8_t)side);
    return;
  }
}

/* "The tariff on cars is 25%. Those from Japan pay 15%": the goods that were told of in the sentence before; NEWS_NONE. */
uint16_t news_those_from(const struct news_reader *d, const struct news_match *m) {
  const struct news_sentence *s = d->s;
  const struct news_told *last = news_told(d, 0);
  uint32_t at = m->struck != NEWS_NONE ? s->hits[m->struck].at : 0;
  if (at > 0 && news_np_class(s, at - 1) == NC_NP_THE) at--;
  if (at != 2 || !news_word_is(&s->tokens[0], "those") || !news_word_is(&s->tokens[1], "from"))
    return NEWS_NONE;
  if (last == NULL || last->sentence + 1 != d->sentence || !news_has_rate(d->r, last->m.measure))
    return NEWS_NONE;
  return last->m.good;
}

void news_take_those(const struct news_reader *d, struct news_mention *m) {
  static const char *const words[] = {"those", "these", "that", "such"};
  const struct news_sentence *s = d->s;
  if (m->good == NEWS_NONE || m->worldwide || d->them_side == NEWS_NO_SIDE ||
      m->imposer == (uint8_t)d->them_side)
    return;
  for (uint32_t at = m->head + 1u; at < (uint32_t)m->at + m->n && at < s->count; at++) {
    const struct news_hit *h = news_hit_at(s, NC_GOOD, at);
    if (h == NULL || !NEWS_IN(&s->tokens[at - 1], words)) continue;
    if (h->ref != d->them_good && s->tokens[at + h->n - 1u].hash != d->them_word) return;
    m->good = d->them_good;
    m->targets[m->target_count++] = (uint8_t)d->them_side;
    return;
  }
}

/* "Our steel pays 25%", "a duty on our wine": of the speaker's side. */
enum news_side news_ours(const struct news_reader *d, const struct news_statement *st,
                         const struct news_mention *x, const struct news_match *m) {
  const struct news_sentence *s = d->s;
  uint32_t struck = m->struck != NEWS_NONE ? s->hits[m->struck].at : 0;
  bool our = struck > 0 && news_word_is(&s->tokens[struck - 1], "our");
  for (uint32_t at = x->head; at < (uint32_t)x->at + x->n && at < s->count; at++)
    our = our || news_word_is(&s->tokens[at], "our");
  return our && st->side != st->imposer ? st->side : (enum news_side)NEWS_NO_SIDE;
}
