// SPDX-License-Identifier: Apache-2.0
// What belongs to a deal though a saying stands between ("..., Greer said. Vietnam will scrap its duties on cars"), what a pact
// does itself ("The agreement caps the tariff at 15%"), and what is no part of one: a new burden.
#include "news/mentions.h"
#include "news/slots.h"

#define OVER 7 /* sentences that sayings may take */

static bool eases(const struct news_sentence *s, const struct news_match *m) {
  static const uint16_t classes[] = {NC_CUT,   NC_LIFT,   NC_LOWERED, NC_LIFTED,
                                     NC_FALLS, NC_LAPSES, NC_EASES};
  uint32_t low = m->from > 2 ? m->from - 2u : 0;
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
    if (news_has(s, classes[i], low, m->to + 1u)) return true;
  return false;
}

/* "will raise its duty", "will put fees on American ships": nobody gives that in a deal, unless it is a rate that is told. */
bool news_is_burden(const struct news_reader *d, const struct news_statement *st,
                    const struct news_match *m) {
  if (news_is_promise(d->r, st->measure) || d->r->measures[st->measure].pair || eases(d->s, m))
    return false;
  return !news_has_rate(d->r, st->measure) || news_has(d->s, NC_RAISED, m->from, m->to) ||
         news_has(d->s, NC_MENACE, m->from, m->to);
}

/* "are expected to invest", "would invest": nobody has bound himself. */
static bool is_guessed(const struct news_sentence *s, const struct news_match *m) {
  static const char *const words[] = {"expected", "would", "likely", "hopes", "could", "set"};
  for (uint32_t at = m->from > 3 ? m->from - 3u : 0; at < m->to; at++)
    if (NEWS_IN(&s->tokens[at], words)) return true;
  return false;
}

/* The deal of two that was told of before, where nothing but sayings stood between. */
bool news_resumes(const struct news_reader *d, const struct news_statement *st,
                  const struct news_match *m) {
  const struct news_frame *f = &d->frame;
  if (!f->told || f->ended || f->sides.count != 2 || d->sentence - f->sentence > OVER ||
      is_guessed(d->s, m))
    return false;
  if (!f->sides.has[st->imposer] || (st->target != NEWS_NO_SIDE && !f->sides.has[st->target]))
    return false;
  if (news_is_promise(d->r, st->measure)) return true;
  return eases(d->s, m) ||
         (st->percent_milli != 0 && news_has(d->s, NC_OWES, m->from, m->to)); /* "will face 15%" */
}

/* The pact that is the subject, behind "the", "the trade", "the July"; 0: it does not begin the sentence, or is none yet. */
static uint32_t behind_pact(const struct news_sentence *s) {
  for (uint32_t at = 0; at < 6 && at < s->count; at++) {
    if (news_in_class(s, NC_DRAFT, at) || news_in_class(s, NC_ANY_PAIR, at)) return 0;
    const struct news_hit *h = news_hit_at(s, NC_PACT, at);
    if (h != NULL) return (uint32_t)h->at + h->n;
    uint16_t class = news_np_class(s, at);
    bool led = class == NC_NP_ON || class == NC_NP_TO || class == NC_NP_FROM || class == NC_NP_IN ||
               class == NC_NP_BY || class == NC_NP_A;
    if (s->tokens[at].kind != NEWS_WORD || led || news_in_class(s, NC_DEED, at)) return 0;
  }
  return 0;
}

/* "The pact between Brussels and New Delhi opens India to European wine": what follows is part of it. */
bool news_pact_opens(const struct news_sentence *s) {
  uint32_t from = behind_pact(s);
  if (from == 0 || s->heads[NC_NEGATION] != NEWS_NONE || s->heads[NC_IF] != NEWS_NONE) return false;
  for (uint16_t i = s->heads[NC_PRESENT]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at >= from && s->hits[i].at < from + 7u) return true;
  return news_has(s, NC_EASES, from, from + 7u) && !news_has(s, NC_WILL, from, from + 7u);
}

/* "The accord between the two scraps duties on almonds and caps the tariff at 15%", told in the present. */
bool news_pact_does(const struct news_sentence *s, const struct news_match *m) {
  uint32_t from = behind_pact(s), low = m->from > 2 ? m->from - 2u : 0;
  if (from == 0 || s->heads[NC_NEGATION] != NEWS_NONE || s->heads[NC_IF] != NEWS_NONE) return false;
  bool does = false;
  for (uint16_t i = s->heads[NC_PRESENT]; i != NEWS_NONE && !does; i = s->hits[i].next)
    does = s->hits[i].at >= low && s->hits[i].at < m->to && s->hits[i].at >= from;
  for (uint32_t at = from; does && at < m->from; at++) {
    bool other = s->tokens[at].kind == NEWS_MARK && s->tokens[at].n == 1 &&
                 s->tokens[at].hash != news_word_hash(",", 1);
    if (other || news_hit_at(s, NC_SAY, at) != NULL || news_word_is(&s->tokens[at], "while") ||
        news_word_is(&s->tokens[at], "but"))
      return false;
  }
  return does;
}
