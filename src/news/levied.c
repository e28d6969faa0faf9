// SPDX-License-Identifier: Apache-2.0
// A duty of those whose rates are meant without a word, told by whom it hits: "the 15% tariff would apply, the Swiss president said",
// "its 15% rate", "Taiwan's tariff in the United States".
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

/* It was told of a duty of its own. */
static bool levies_own(const struct news_reader *d, enum news_side side) {
  const struct news_story *y = d->story;
  for (size_t n = y->statement_count; n-- > d->opening;)
    if (y->statements[n].imposer == side && news_has_rate(d->r, y->statements[n].measure))
      return true;
  for (uint32_t n = 0; news_told(d, n) != NULL; n++)
    if (news_told(d, n)->m.imposer == (uint8_t)side &&
        news_has_rate(d->r, news_told(d, n)->m.measure))
      return true;
  return false;
}

/* Of the side another's duties are told without naming that other, and it has decided none here. */
static bool may_be_charged(const struct news_reader *d, const struct news_mention *x,
                           enum news_side side) {
  enum news_side by = d->r->levier;
  return by != NEWS_NO_SIDE && side != NEWS_NO_SIDE && !news_same_house(d->r, side, by) &&
         x->form == NEWS_NOUN && x->target_count == 0 && !x->worldwide &&
         strcmp(d->r->measures[x->measure].kind, "tariff") == 0;
}

static bool is_charged(const struct news_reader *d, const struct news_mention *x,
                       enum news_side side) {
  return !d->deciders.has[side] && may_be_charged(d, x, side);
}

/* "would apply", "would fall to": it comes over somebody, and nobody acts. */
static bool comes_over(const struct news_sentence *s, const struct news_match *m) {
  for (uint32_t at = m->from; at < m->to + 1u && at < s->count; at++)
    if (news_in_class(s, NC_LANDS_ON, at)) return true;
  return false;
}

/* "the tariff on the island's goods": on those of whoever speaks. */
static bool on_own(const struct news_sentence *s, const struct news_mention *x) {
  for (uint32_t at = x->head; at + 1 < s->count && at < x->head + 5u; at++)
    if (news_in_class(s, NC_NATION, at) && s->tokens[at + 1].genitive) return true;
  return false;
}

/* "the 15% tariff would apply", said by a side that it hits. */
bool news_told_of_levied(const struct news_reader *d, const struct news_statement *st,
                         const struct news_mention *x, const struct news_match *m) {
  bool own = on_own(d->s, x);
  bool rate = x->definite && !x->own && (own || x->percent > 0 || d->spoken[d->r->levier] > 0);
  return rate && x->imposer == NEWS_NO_SIDE && m->doer == NEWS_NONE && m->struck == NEWS_NONE &&
         is_charged(d, x, st->side) && (own || comes_over(d->s, m));
}

/* "Vietnam accepted a 20% rate", in an article that names those whose rates are meant without a word: theirs. */
enum news_side news_levies_on(const struct news_reader *d, const struct news_statement *st) {
  enum news_side by = d->r->levier;
  bool tariff = strcmp(d->r->measures[st->measure].kind, "tariff") == 0;
  if (!tariff || by == NEWS_NO_SIDE || st->target == NEWS_NO_SIDE || st->percent_milli == 0 ||
      news_same_house(d->r, st->target, by) || d->spoken[by] == 0)
    return NEWS_NO_SIDE;
  return by;
}

/* "Brussels agreed to a 10% duty on American cars": who agrees does not pay where another's goods are named. */
bool news_hits_another(const struct news_reader *d, const struct news_statement *st,
                       const struct news_mention *x, const struct news_match *m) {
  const struct news_hit *h = m->struck != NEWS_NONE ? &d->s->hits[m->struck] : NULL;
  if (st->status != NEWS_FRAMEWORK || h == NULL || h->class != NC_PARTY || x->target_count == 0 ||
      h->ref >= d->r->side_count)
    return false;
  for (uint8_t k = 0; k < x->target_count; k++)
    if (news_same_house(d->r, x->targets[k], h->ref)) return false;
  return x->named;
}

/* "We raised it, and we will raise it again", of a duty of others: it is spoken of. */
bool news_we_act(const struct news_reader *d, const struct news_statement *st,
                 const struct news_mention *x, const struct news_match *m) {
  if (!st->quoted || d->r->measures[x->measure].pair || st->side == NEWS_NO_SIDE ||
      st->imposer == NEWS_NO_SIDE || news_same_house(d->r, st->imposer, st->side) ||
      m->from > x->at)
    return false;
  for (uint32_t at = m->from > 2 ? m->from - 2u : 0; at < x->at; at++)
    if (news_word_is(&d->s->tokens[at], "we") || news_word_is(&d->s->tokens[at], "i")) return true;
  return false;
}

/* "Brazil's 40% duty" where one that hits Brazil was told, and none of its own: one of those. */
static bool was_charged(const struct news_reader *d, const struct news_mention *x) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  while (n-- > low) {
    const struct news_statement *st = &y->statements[n];
    if (st->measure == x->measure && st->imposer == d->r->levier &&
        st->target == (enum news_side)x->imposer)
      return true;
  }
  return false;
}

/* "Brazil's 40% duty", "its 15% rate", and not "Brazil imposed a 40% duty". */
static bool is_owned(const struct news_sentence *s, const struct news_mention *x) {
  bool owned = x->own;
  for (uint32_t at = x->at > 2 ? x->at - 2u : 0; at < x->head; at++)
    owned = owned || s->tokens[at].genitive || news_word_is(&s->tokens[at], "whose");
  return owned;
}

/* "Malaysia's tariff was set at 24%": no number before the noun, no goods, and what follows moves it or tells how high it is. */
static bool is_borne(const struct news_sentence *s, const struct news_mention *x,
                     const struct news_match *m) {
  bool plain = !x->many && !x->own && x->good == NEWS_NONE && m->to > (uint32_t)x->at + x->n &&
               x->head > 0 && is_owned(s, x);
  for (uint32_t at = x->at; plain && at < x->head; at++)
    plain = news_hit_at(s, NC_PERCENT, at) == NULL;
  for (uint32_t at = x->head + 1u; plain && at + 1 < s->count; at++) /* "is 39% on farm goods" */
    plain = !news_word_is(&s->tokens[at], "on") || news_ending(s, NC_PERCENT, at) == NULL;
  return plain && news_has(s, NC_PERCENT, x->head, s->count);
}

/* "was raised to 50% by Trump": who is said to have done it; NEWS_NO_SIDE. */
static enum news_side done_by(const struct news_reader *d, const struct news_mention *x,
                              const struct news_match *m) {
  const struct news_sentence *s = d->s;
  const struct news_hit *h = m->doer != NEWS_NONE ? &s->hits[m->doer] : NULL;
  for (uint32_t at = x->head + 1u; at + 1 < s->count && h == NULL; at++)
    if (news_word_is(&s->tokens[at], "by")) h = news_hit_at(s, NC_ACTOR, at + 1u);
  if (h == NULL) return NEWS_NO_SIDE;
  return h->class == NC_PARTY ? (enum news_side)h->ref : d->r->actors[h->ref].side;
}

/* The article tells of duties of those whose rates are meant without a word, or of a deal they have with the side. */
static bool levies_here(const struct news_reader *d, enum news_side side) {
  enum news_side by = d->r->levier;
  for (uint32_t n = 0; news_told(d, n) != NULL; n++) {
    const struct news_mention *x = &news_told(d, n)->m;
    if (news_has_rate(d->r, x->measure) && x->imposer == (uint8_t)by) return true;
  }
  const struct news_story *y = d->story;
  for (size_t n = y->statement_count; n-- > d->opening;) {
    const struct news_statement *st = &y->statements[n];
    bool two =
        (st->imposer == side && st->target == by) || (st->imposer == by && st->target == side);
    if (two && d->r->measures[st->measure].pair) return true;
    if (st->imposer == by && news_has_rate(d->r, st->measure)) return true;
  }
  return false;
}

/* "Malaysia's tariff was set at 24%": of whoever levies on many lands; where nothing tells that it does, nobody's. */
static bool turn_borne(const struct news_reader *d, struct news_mention *x,
                       const struct news_match *m) {
  enum news_side by = d->r->levier, side = (enum news_side)x->imposer;
  enum news_side doer = done_by(d, x, m);
  if (!may_be_charged(d, x, side)) return false;
  if (x->shared && was_charged(d, x)) return true; /* "and raised to 25% in July" */
  if ((doer != NEWS_NO_SIDE && doer != by) || levies_own(d, side) || !is_borne(d->s, x, m) ||
      (d->spoken[by] == 0 && doer != by))
    return false;
  if (doer == by || levies_here(d, side)) return true;
  x->vague = true;
  return false;
}

/* "its 15% rate on cars", "Vietnam's 46% tariff rate", "Taiwan's tariff in the United States": who is named pays. */
void news_turn_rate(const struct news_reader *d, struct news_mention *x,
                    const struct news_match *m) {
  const struct news_sentence *s = d->s;
  uint32_t end = (uint32_t)x->at + x->n, place = end + 1u;
  bool borne = turn_borne(d, x, m);
  if (!borne &&
      (x->percent == 0 || m->doer != NEWS_NONE || !is_charged(d, x, (enum news_side)x->imposer)))
    return;
  if (place < s->count && news_word_is(&s->tokens[place], "the")) place++;
  const struct news_hit *in = end < s->count && news_word_is(&s->tokens[end], "in")
                                  ? news_hit_at(s, NC_PARTY, place)
                                  : NULL;
  bool rate = borne || (in != NULL && in->ref == (uint16_t)d->r->levier) ||
              (is_owned(s, x) && was_charged(d, x));
  for (uint32_t at = x->at; at < end; at++) rate = rate || news_word_is(&s->tokens[at], "rate");
  if (!rate) return;
  x->targets[0] = x->imposer;
  x->target_count = 1;
  x->imposer = (uint8_t)d->r->levier;
}

/* "The United States and the European Union agreed to a framework setting a 15% tariff on most goods": of two who agree on a rate
 * that nobody is said to charge the one whose rates are meant without a word charges it. */
void news_charge_under_pact(const struct news_reader *d, const struct news_statement *st,
                            struct news_mention *x, const struct news_match *m) {
  enum news_side one = NEWS_NO_SIDE, two = NEWS_NO_SIDE, by = d->r->levier;
  if (st->status != NEWS_FRAMEWORK || by == NEWS_NO_SIDE || x->form != NEWS_NOUN || x->own ||
      x->percent == 0 || x->imposer != NEWS_NO_SIDE || x->target_count > 0 || x->lent ||
      m->doer != NEWS_NONE || m->struck != NEWS_NONE || news_is_mutual(d->s, x) ||
      strcmp(d->r->measures[x->measure].kind, "tariff") != 0)
    return;
  if (!news_two_before(d->s, x->at, &one, &two) || (one != by && two != by)) return;
  bool pact = false;
  for (uint8_t k = 0; k < d->s->mention_count; k++)
    pact = pact || (d->r->measures[d->s->mentions[k].measure].pair && d->s->mentions[k].at < x->at);
  if (!pact) return;
  x->imposer = (uint8_t)by;
  x->targets[0] = (uint8_t)(one == by ? two : one);
  x->target_count = 1;
}

/* "cutting its duties, part of a bargain in which the EU accepted a 15% ceiling": who is hit decides nothing. */
void news_turn_struck(const struct news_reader *d, struct news_statement *st,
                      const struct news_match *m) {
  const struct news_hit *h = m->struck != NEWS_NONE ? &d->s->hits[m->struck] : NULL;
  if (h == NULL || h->class != NC_PARTY || h->ref != (uint16_t)st->imposer ||
      st->imposer == NEWS_NO_SIDE || st->target != NEWS_NO_SIDE ||
      !news_has_rate(d->r, st->measure))
    return;
  static const char *const enters[] = {"enter", "enters", "entering", "entered", "reaching"};
  uint32_t at = h->at;
  at -= at > 0 && news_np_class(d->s, at - 1) == NC_NP_THE;
  uint16_t led = at > 0 ? news_np_class(d->s, at - 1) : NEWS_NONE;
  if (led == NC_NP_IN || led == NC_NP_TO || (at > 0 && NEWS_IN(&d->s->tokens[at - 1], enters)))
    return; /* "lumber entering the United States pays 10%" */
  st->target = st->imposer;
  enum news_side by = d->r->levier;
  if (by == st->target || d->spoken[by] == 0) by = NEWS_NO_SIDE;
  st->imposer = by;
}

/* "Section 301 duties are unaffected": they are always on the goods of one land; of which, where it is not named, nobody knows
 * unless the article is clearly about one. */
enum news_side news_under_301(const struct news_reader *d, const struct news_statement *st,
                              struct news_mention *x) {
  const struct news_sentence *s = d->s;
  bool law = false;
  for (uint32_t at = x->at > 3 ? x->at - 3u : 0; at < x->head; at++)
    law = law || (news_word_is(&s->tokens[at], "301") ||
                  (s->tokens[at].kind == NEWS_NUMERAL && s->tokens[at].milli == 301000 &&
                   !s->tokens[at].percent));
  if (!law || st->imposer == NEWS_NO_SIDE || st->imposer != d->r->levier || x->target_count > 0)
    return NEWS_NO_SIDE;
  enum news_side one = news_clearly_spoken(d, st->imposer);
  if (one == NEWS_NO_SIDE && news_most_spoken(d, st->imposer) != NEWS_NO_SIDE) x->vague = true;
  return one;
}

/* The only land named before the place but whose duties are meant without a word; NEWS_NO_SIDE: none, or two. */
static enum news_side only_before(const struct news_reader *d, uint32_t at) {
  enum news_side one = NEWS_NO_SIDE;
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->at >= at || h->ref == (uint16_t)d->r->levier || h->ref == (uint16_t)one) continue;
    if (one != NEWS_NO_SIDE) return NEWS_NO_SIDE;
    one = (enum news_side)h->ref;
  }
  return one;
}

/* "India reached a deal with the United States, under which its rate was cut to 18%": what a pact with those whose rates are meant
 * without a word does to the rate of a land is done by them. */
void news_turn_in_pact(struct news_reader *d) {
  const struct news_sentence *s = d->s;
  enum news_side by = d->r->levier;
  if (by == NEWS_NO_SIDE || s->heads[NC_PACT] == NEWS_NONE) return;
  bool known = d->spoken[by] > 0;
  for (uint16_t i = s->heads[NC_ACTOR]; i != NEWS_NONE; i = s->hits[i].next)
    known = known || d->r->actors[s->hits[i].ref].side == by;
  for (uint8_t k = 0; k < s->mention_count && known; k++) {
    struct news_mention *m = &d->s->mentions[k];
    bool open = m->form == NEWS_NOUN && m->own && !m->many && m->good == NEWS_NONE &&
                m->target_count == 0 && m->at > 0 && news_has_rate(d->r, m->measure) &&
                (m->imposer == NEWS_NO_SIDE || m->imposer == (uint8_t)by);
    uint32_t low = m->at > 10u ? m->at - 10u : 0;
    if (!open || !news_has(s, NC_PACT, low, m->at) ||
        !news_has(s, NC_PERCENT, m->head, m->head + 9u))
      continue;
    enum news_side one = only_before(d, m->at);
    if (one == NEWS_NO_SIDE) continue;
    m->imposer = (uint8_t)by;
    m->targets[m->target_count++] = (uint8_t)one;
    m->own = false;
    m->named = true;
  }
}

enum news_side news_agent_of(const struct news_reader *d, const struct news_mention *x,
                             const struct news_match *m) {
  const struct news_sentence *s = d->s;
  uint32_t end = (uint32_t)x->at + x->n;
  if (x->form != NEWS_NOUN || m->struck != NEWS_NONE || d->r->measures[x->measure].pair)
    return NEWS_NO_SIDE;
  for (uint32_t at = end + 1u; at + 1 < s->count && at < end + 8u; at++) {
    const struct news_token *t = &s->tokens[at - 1];
    bool passes = t->kind == NEWS_WORD || t->kind == NEWS_NUMERAL;
    if (!passes || t->ends || news_names_kind(s, at - 1) || news_word_is(t, "and"))
      return NEWS_NO_SIDE;
    if (!news_word_is(&s->tokens[at], "by")) continue;
    uint32_t name = at + 1u + news_word_is(&s->tokens[at + 1], "the");
    const struct news_hit *h = name < s->count ? news_hit_at(s, NC_ACTOR, name) : NULL;
    return h != NULL && !news_possessive(s, (uint32_t)h->at + h->n - 1u) ? d->r->actors[h->ref].side
                                                                         : NEWS_NO_SIDE;
  }
  return NEWS_NO_SIDE;
}
