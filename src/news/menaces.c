// SPDX-License-Identifier: Apache-2.0
// Whose a threat is that is told as a noun ("answered with the threat of a 100% tariff", "Washington's threat to"), and what a
// chamber or a cabinet does, which is nobody's word.
#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

/* The threat told before or at the head of the match; 0: none is. */
static uint32_t threat_at(const struct news_sentence *s, const struct news_match *m) {
  static const char *const words[] = {"threat", "threats", "ultimatum"};
  for (uint32_t at = m->from > 6 ? m->from - 6u : 1; at < m->to && at < s->count; at++)
    if (at > 0 && s->tokens[at].quote == 0 && NEWS_IN(&s->tokens[at], words)) return at;
  return 0;
}

/* "Trump's new threat", "the U.S. threat": the name right before it, or before one word that describes it. */
static const struct news_hit *owner_of(const struct news_reader *d, uint32_t threat) {
  for (uint32_t at = threat; at > 0 && threat - at < 2; at--) {
    uint32_t end = at;
    if (news_possessed(d, (uint32_t)(d->s->tokens - d->tokens.items) + end - 1)) end--;
    const struct news_hit *h = news_ending(d->s, NC_ACTOR, end);
    if (h != NULL) return h;
  }
  return NULL;
}

/* "with a threat to", "a threat that he repeated": of whoever the sentence begins with, where nobody else is told of. */
static bool led_by_with(const struct news_sentence *s, uint32_t threat) {
  uint32_t at = threat;
  while (at > 0 && threat - at < 3 && s->tokens[at - 1].kind == NEWS_WORD) {
    at--;
    if (news_word_is(&s->tokens[at], "with")) return true;
  }
  return false;
}

uint16_t news_menace_of(const struct news_reader *d, const struct news_match *m, uint32_t base) {
  uint32_t threat = threat_at(d->s, m);
  uint16_t who = NEWS_OUTLET;
  if (threat == 0) return NEWS_OUTLET;
  const struct news_hit *h = owner_of(d, threat);
  if (h != NULL) return h->ref;
  if (!led_by_with(d->s, threat)) return NEWS_OUTLET;
  for (uint32_t at = threat; at > 0 && d->s->tokens[at - 1].kind == NEWS_WORD; at--) {
    h = news_hit_at(d->s, NC_ACTOR,
                    at - 1); /* of its own clause: "and the president answered with" */
    if (h != NULL) who = h->ref;
    if (d->s->np[at - 1] == NEWS_NP(NC_NP_AND) || (h != NULL && d->r->actors[h->ref].person)) break;
  }
  if (who == NEWS_OUTLET && !news_person_opens(d, base, threat, &who)) return NEWS_OUTLET;
  return who;
}

/* "called off the talks and threatened a duty", "berated Ottawa and threatened": a threat joined to another deed is of whoever
 * the sentence begins with; NEWS_OUTLET: it is not joined. */
uint16_t news_joined_menace(const struct news_reader *d, const struct news_match *m,
                            uint32_t base) {
  static const char *const joints[] = {"and", "but", "then", "also", "has", "later", "again"};
  const struct news_sentence *s = d->s;
  uint32_t at = m->from;
  uint16_t who = NEWS_OUTLET;
  while (at < m->to && news_hit_at(s, NC_MENACE, at) == NULL &&
         news_hit_at(s, NC_THREATENS, at) == NULL)
    at++;
  uint32_t led = at;
  while (led > 0 && NEWS_IN(&s->tokens[led - 1], joints)) led--;
  bool joined = at < m->to && led < at &&
                (news_word_is(&s->tokens[led], "and") || news_word_is(&s->tokens[led], "but"));
  if (!joined || news_person_opens(d, base, led, &who)) return who;
  if (m->voice == NEWS_NONE && news_body_opens(d, base, &who)) return who;
  return NEWS_OUTLET;
}

bool news_only_approves(const struct news_reader *d, const struct news_hit *who) {
  uint32_t end = (uint32_t)who->at + who->n;
  if (d->r->actors[who->ref].person) return false;
  for (uint32_t at = end; at < end + 4u && at < d->s->count; at++)
    if (news_hit_at(d->s, NC_APPROVES, at) != NULL) return true;
  return false;
}

/* "China widened its curbs, and the president threatened a 100% tariff": what somebody threatens is his own side's to decide. */
void news_own_menace(struct news_reader *d, struct news_statement *st, const struct news_match *m) {
  const struct news_measure *kind = &d->r->measures[st->measure];
  bool off = st->status == NEWS_AVERTED && st->side == d->r->levier; /* "is off the table" */
  if ((st->status != NEWS_THREATENED && !off) || !kind->template || kind->pair ||
      m->mention == NEWS_NONE || st->side == NEWS_NO_SIDE || st->imposer == NEWS_NO_SIDE ||
      st->imposer == st->side || news_same_house(d->r, st->side, st->imposer) ||
      (!off && m->voice == NEWS_NONE && threat_at(d->s, m) == 0))
    return; /* "Threatening tariffs is not the way, the ministry said" */
  struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next)
    if (d->s->hits[i].at >= x->at && d->s->hits[i].at < x->at + x->n &&
        d->s->hits[i].ref == (uint16_t)st->imposer)
      return; /* "the EU's retaliatory duties" */
  if (st->target == st->side) st->target = st->imposer;
  st->imposer = st->side;
  x->imposer = (uint8_t)st->imposer; /* and for what another rule reads of it */
  if (x->target_count > 0 && x->targets[0] == x->imposer) x->targets[0] = (uint8_t)st->target;
}
