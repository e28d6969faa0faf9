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

/* "Ankara put duties on steel from India and Russia. India weighs one of 12%. Moscow might respond": to who hit both. */
enum news_side news_hit_both(const struct news_reader *d, const struct news_mention *x,
                             enum news_side side, const struct news_mention *last) {
  enum news_side by = side != NEWS_NO_SIDE ? last_blow(d, x, side) : (enum news_side)NEWS_NO_SIDE;
  if (last->target_count > 0 || by == d->r->levier)
    return NEWS_NO_SIDE; /* who hits everybody tells nothing */
  for (uint32_t n = 0; by != NEWS_NO_SIDE && news_told(d, n) != NULL; n++)
    if (news_told(d, n)->m.imposer == (uint8_t)by &&
        news_hits_side(&news_told(d, n)->m, last->imposer))
      return by;
  return NEWS_NO_SIDE;
}

/* "the dispute between Canada and China", "the Canada-China feud": the only two that its sentence names. */
void news_quarrel_mark(struct news_reader *d) {
  const struct news_sentence *s = d->s;
  if (s->heads[NC_FEUD] == NEWS_NONE || s->heads[NC_OTHER_FEUD] != NEWS_NONE) return;
  uint8_t one = NEWS_NO_SIDE, two = NEWS_NO_SIDE;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    uint8_t side = (uint8_t)s->hits[i].ref;
    if (side == one || side == two) continue;
    if (two != NEWS_NO_SIDE) return;
    if (one != NEWS_NO_SIDE)
      two = side;
    else
      one = side;
  }
  if (two == NEWS_NO_SIDE || news_same_house(d->r, one, two)) return;
  d->quarrel[0] = one;
  d->quarrel[1] = two;
}

static enum news_side foe_of(const struct news_reader *d, enum news_side side) {
  if (side == NEWS_NO_SIDE || d->quarrel[0] == NEWS_NO_SIDE) return NEWS_NO_SIDE;
  for (int k = 0; k < 2; k++)
    if (d->quarrel[k] == (uint8_t)side) return (enum news_side)d->quarrel[1 - k];
  return NEWS_NO_SIDE;
}

/* What an article has told of two, each against the other: 2 of a measure on goods, 1 of a deal; `other`: of somebody else too. */
static void weigh_pair(const struct news_reader *d, const struct news_statement *was,
                       enum news_side side, enum news_side *rival, uint32_t *weight, bool *other) {
  const struct news_measure *kind = &d->r->measures[was->measure];
  enum news_side with = was->imposer == side  ? was->target
                        : was->target == side ? was->imposer
                                              : (enum news_side)NEWS_NO_SIDE;
  if (with == NEWS_NO_SIDE || news_is_promise(d->r, was->measure)) return;
  if (*rival != NEWS_NO_SIDE && !news_same_house(d->r, with, *rival)) {
    *other = true;
    return;
  }
  *rival = with;
  *weight += kind->pair ? 1u : 2u;
}

/* "Canada let in Chinese cars at 6.1% ... China will bring its duty on canola seed down": of one that quarrels with one other only
 * that one's goods are meant; whose duties hit many is not asked. */
enum news_side news_rival(const struct news_reader *d, const struct news_statement *st,
                          const struct news_mention *x) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  enum news_side rival = NEWS_NO_SIDE;
  uint32_t weight = 0;
  bool other = false;
  const char *kind = d->r->measures[x->measure].kind;
  bool asked = news_has_rate(d->r, x->measure) || strcmp(kind, "probe") == 0;
  if (st->imposer == NEWS_NO_SIDE || st->imposer == d->r->levier || x->worldwide || !asked)
    return rival;
  while (n-- > low) weigh_pair(d, &y->statements[n], st->imposer, &rival, &weight, &other);
  enum news_side foe = foe_of(d, st->imposer);
  if (foe != NEWS_NO_SIDE && (rival == NEWS_NO_SIDE || rival == foe) && !other) return foe;
  bool many = rival == d->r->levier; /* named in every report: "Japan will not lower its duties" */
  return weight < 3 || other || many ? (enum news_side)NEWS_NO_SIDE : rival;
}
