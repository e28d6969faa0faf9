// SPDX-License-Identifier: Apache-2.0
// Goods that a duty leaves out: "a 40% duty, though coffee and orange juice are exempt", "the order exempts beef and coffee". The goods
// stand for the duty on them, which is the one told before in the sentence or in the one before it.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

#define NEAR 2 /* sentences back that "exempt from it" means one of */

/* The duty told first in the sentence before the place, else the last of the sentence before; NULL. */
static const struct news_mention *duty_before(const struct news_reader *d, uint32_t at,
                                              bool named) {
  const struct news_mention *best = NULL;
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *x = &d->s->mentions[k];
    bool duty =
        x->form == NEWS_NOUN && x->at < at && x->row == 0 && news_has_rate(d->r, x->measure);
    if (duty && (best == NULL || x->at < best->at)) best = x;
  }
  const struct news_told *last = news_told(d, 0);
  if (best != NULL || last == NULL || !news_has_rate(d->r, last->m.measure) ||
      last->m.imposer == NEWS_NO_SIDE)
    return best;
  bool near = named ? last->sentence + NEAR >= d->sentence
                    : last->sentence + 1 == d->sentence && last->sentence >= d->paragraph;
  if (!near) return best;
  return &last->m;
}

/* Where "coffee, beef and orange juice" that ends at the place begins; the place itself: no goods do. *good: the first. */
static uint32_t goods_from(const struct news_sentence *s, uint32_t end, uint16_t *good) {
  uint32_t at = end, first = end;
  while (at > 0) {
    const struct news_hit *h = news_ending(s, NC_GOOD, at);
    for (uint16_t i = h != NULL ? h->next : NEWS_NONE; i != NEWS_NONE; i = s->hits[i].next)
      if ((uint32_t)s->hits[i].at + s->hits[i].n == at && s->hits[i].at < h->at) h = &s->hits[i];
    bool joint = s->tokens[at - 1].kind == NEWS_MARK || news_np_class(s, at - 1) == NC_NP_AND;
    if (h != NULL) {
      *good = h->ref;
      at = first = h->at;
    } else if (at < end && (joint || s->np[at - 1] == NEWS_NP(NC_NP_WORD)))
      at--;
    else if (at < end && at > 2 && s->tokens[at - 1].genitive)
      at -= 2; /* "toys and children's clothing" */
    else
      break;
  }
  return first;
}

/* "are exempt", "were left out": where its verb begins; 0: something else. */
static uint32_t be_before(const struct news_sentence *s, uint32_t at) {
  while (at > 0 && news_hit_at(s, NC_ADVERB, at - 1) != NULL) at--;
  if (at > 0 && news_word_is(&s->tokens[at - 1], "been")) at--;
  bool be =
      at > 0 && (news_hit_at(s, NC_BE, at - 1) != NULL || news_hit_at(s, NC_HAVE, at - 1) != NULL ||
                 news_hit_at(s, NC_STAYS, at - 1) != NULL);
  bool will = be && at > 1 && news_hit_at(s, NC_WILL, at - 2) != NULL;
  return be ? at - 1 - will : 0;
}

static bool add(struct news_reader *d, uint32_t from, uint32_t to, uint32_t at, uint16_t good,
                bool named) {
  const struct news_mention *x = duty_before(d, at, named);
  if (x == NULL || x->good == good || d->s->mention_count >= NEWS_MENTIONS) return false;
  struct news_mention m = *x;
  m.at = m.head = (uint16_t)from;
  m.n = (uint16_t)(to - from);
  m.percent = x->to > 0 ? x->to : x->percent;
  m.to = m.was = 0;
  m.good = good;
  m.definite = m.spared = true;
  m.row = 0;
  m.worldwide = m.vague = m.own = m.theirs = false;
  news_mention_again(d, &m);
  return true;
}

/* Whose the duty is and whom it hits, as the sentence has told: "Brazil faces a 40% duty, though coffee is exempt". */
bool news_spared_from(const struct news_reader *d, const struct news_mention *x,
                      struct news_statement *st) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + 6 ? n - 6 : d->opening;
  st->good = x->good;
  while (n-- > low) {
    const struct news_statement *was = &y->statements[n];
    if (was->measure != x->measure || was->percent_milli != (int32_t)x->percent) continue;
    bool made = was->dated || was->status == NEWS_ANNOUNCED;
    if (made && st->status == NEWS_ENDED && was->sentence.from == st->sentence.from)
      return false; /* "imposed a 40% duty in August, sparing coffee": it never hit that */
    st->imposer = was->imposer;
    st->target = was->target;
    return true;
  }
  return false;
}

/* "exempt from it", "from the American duty": the duty told before. */
static bool from_that(const struct news_sentence *s, uint32_t end) {
  if (end + 1 >= s->count || !news_word_is(&s->tokens[end], "from")) return false;
  if (news_word_is(&s->tokens[end + 1], "it") || news_word_is(&s->tokens[end + 1], "them"))
    return true;
  for (uint8_t k = 0; k < s->mention_count; k++) {
    const struct news_mention *x = &s->mentions[k];
    if (x->at > end && x->at < end + 3u)
      return x->definite && x->form == NEWS_NOUN && x->good == NEWS_NONE &&
             (x->percent == 0 || x->lent_number); /* "from the duty" */
  }
  return false;
}

void news_mark_spared(struct news_reader *d) {
  const struct news_sentence *s = d->s;
  if (d->frame.told && d->frame.open && d->frame.sentence + 1 == d->sentence)
    return; /* what a deal leaves out pays on */
  for (uint16_t i = s->heads[NC_LEFT_OUT]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t at = s->hits[i].at, end = at + s->hits[i].n;
    uint16_t good = NEWS_NONE;
    bool that = from_that(s, end);
    if (end < s->count && !that && (news_word_is(&s->tokens[end], "from") || news_in_any(s, end)))
      continue;
    uint32_t be = be_before(s, at);
    uint32_t from = be > 0 ? goods_from(s, be, &good) : 0;
    if (good != NEWS_NONE && !news_in_any(s, from)) {
      (void)add(d, from, be, from, good, that);
      continue;
    }
    const struct news_hit *h = be == 0 && end < s->count ? news_hit_at(s, NC_GOOD, end) : NULL;
    if (h != NULL && !news_in_any(s, end)) /* "exempted coffee" */
      (void)add(d, end, end + news_goods_at(s, end), at, h->ref, false);
  }
}

/* "Coffee will be exempt from the tariff", "coffee was left out": of one that is only announced, and never hit it. */
bool news_never_hit(const struct news_reader *d, const struct news_statement *st) {
  const struct news_story *y = d->story;
  bool ahead = false;
  if ((st->status != NEWS_ANNOUNCED && st->status != NEWS_ENDED) || st->good == NEWS_NONE ||
      d->s->heads[NC_LEFT_OUT] == NEWS_NONE)
    return false;
  for (size_t n = d->opening; n < y->statement_count; n++) {
    const struct news_statement *was = &y->statements[n];
    if (was->measure != st->measure || was->imposer != st->imposer || was->target != st->target ||
        was->good != NEWS_NONE)
      continue;
    if (was->status != NEWS_ANNOUNCED && was->status != NEWS_EXPECTED &&
        was->status != NEWS_THREATENED)
      return false;
    ahead = true;
  }
  return ahead;
}
