// SPDX-License-Identifier: Apache-2.0
// Whom a measure hits that answers another's: "Beijing retaliated with 100% duties on canola oil", "Mexico in turn put 20% on pork";
// and of two lands that quarrel, "the trade dispute between Canada and China", the other one.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"

#define REACH 6 /* sentences back that an answer reaches */

/* "in turn", "in response": the measure stands before or behind it; "in response to" names what it answers itself. */
static bool is_in_turn(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"turn",     "kind",        "return",
                                      "response", "retaliation", "answer"};
  return at > 0 && news_word_is(&s->tokens[at - 1], "in") && NEWS_IN(&s->tokens[at], words);
}

/* Its words call it an answer. */
static bool is_answer(const struct news_sentence *s, const struct news_mention *x) {
  for (uint32_t at = 0; at < s->count; at++) {
    if (at < x->at && at + 30u > x->at && news_hit_at(s, NC_REPLIES, at) != NULL) return true;
    if (at < x->at + 24u && is_in_turn(s, at)) return true;
  }
  for (uint32_t at = x->at; at <= x->head && at < s->count; at++)
    if (news_word_is(&s->tokens[at], "retaliatory")) return true;
  return false;
}

/* What one side did to the one that answers; of its own answer before, whom that hit. */
static enum news_side answered_by(const struct news_reader *d, const struct news_mention *was,
                                  enum news_side side) {
  const struct news_measure *kind = &d->r->measures[was->measure];
  if (kind->pair || news_is_promise(d->r, was->measure) || was->imposer == NEWS_NO_SIDE)
    return NEWS_NO_SIDE;
  if (was->imposer == (uint8_t)side)
    return was->target_count == 1 ? (enum news_side)was->targets[0] : (enum news_side)NEWS_NO_SIDE;
  for (uint8_t k = 0; k < was->target_count; k++)
    if (news_same_house(d->r, was->targets[k], side)) return (enum news_side)was->imposer;
  return NEWS_NO_SIDE;
}

/* Who stands last before a measure of the sentence that nobody has settled yet: "the White House put 25% on". */
static enum news_side acts_before(const struct news_reader *d, const struct news_mention *was) {
  const struct news_sentence *s = d->s;
  enum news_side side = NEWS_NO_SIDE;
  uint32_t last = 0;
  for (uint16_t i = 0; i < s->hit_count; i++) {
    const struct news_hit *h = &s->hits[i];
    uint32_t end = (uint32_t)h->at + h->n;
    if ((h->class != NC_PARTY && h->class != NC_ACTOR) || end > was->at || end < last) continue;
    last = end;
    side = h->class == NC_PARTY ? (enum news_side)h->ref : d->r->actors[h->ref].side;
  }
  return side;
}

/* The last that hit who answers; in one sentence all of them must be of one land. */
static enum news_side last_blow(const struct news_reader *d, const struct news_mention *x,
                                enum news_side side) {
  enum news_side found = NEWS_NO_SIDE;
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    struct news_mention was = d->s->mentions[k];
    if (was.at >= x->at) continue;
    if (was.imposer == NEWS_NO_SIDE && was.target_count > 0)
      was.imposer = (uint8_t)acts_before(d, &was);
    enum news_side by = answered_by(d, &was, side);
    if (by == NEWS_NO_SIDE) continue;
    if (found != NEWS_NO_SIDE && found != by) return NEWS_NO_SIDE;
    found = by;
  }
  uint32_t sentence = 0;
  for (uint32_t n = 0; news_told(d, n) != NULL; n++) {
    const struct news_told *was = news_told(d, n);
    if (was->sentence + REACH < d->sentence || (found != NEWS_NO_SIDE && was->sentence != sentence))
      break;
    enum news_side by = answered_by(d, &was->m, side);
    if (by == NEWS_NO_SIDE) continue;
    if (found != NEWS_NO_SIDE && found != by) return NEWS_NO_SIDE;
    found = by;
    sentence = was->sentence;
  }
  return found;
}

enum news_side news_answered(const struct news_reader *d, const struct news_statement *st,
                             const struct news_mention *x) {
  bool controls = strcmp(d->r->measures[x->measure].kind, "export-control") == 0;
  bool open = controls && st->good != NEWS_NONE; /* whoever buys them */
  if (st->imposer == NEWS_NO_SIDE || x->worldwide || open || !is_answer(d->s, x))
    return NEWS_NO_SIDE;
  return last_blow(d, x, st->imposer);
}
