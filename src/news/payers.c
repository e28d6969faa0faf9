// SPDX-License-Identifier: Apache-2.0
// By whom a land is charged that pays, where its clause does not say: "China suspended its export controls, while Vietnam pays a 20%
// tariff". Whoever the article was about last charges nobody but those it tells of; else they are the rates that are meant without a
// word, or it stays open.
#include "news/mentions.h"
#include "news/slots.h"

/* "while Vietnam", ", and Bern": another clause begins behind the mark. */
static bool parts(const struct news_sentence *s, uint32_t at) {
  if (s->tokens[at].kind != NEWS_MARK || at + 2 >= s->count) return false;
  return news_hit_at(s, NC_TURN, at + 1) != NULL || s->np[at + 1] == NEWS_NP(NC_NP_AND);
}

/* Is the side named in the clause of the match, as in "American goods pay 10% at the Chinese border"? */
static bool named_with(const struct news_sentence *s, const struct news_match *m,
                       enum news_side side) {
  uint32_t from = m->from, to = m->to;
  while (from > 0 && !parts(s, from - 1)) from--;
  while (to < s->count && !parts(s, to)) to++;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at >= from && s->hits[i].at < to && s->hits[i].ref == (uint16_t)side)
      return true;
  return false;
}

/* Does a duty of its own tell that it may charge the target, too? One on those whose rates are meant without a word tells nothing of
 * others. */
static bool hits_like(const struct news_reader *d, enum news_side whom, bool wide,
                      enum news_side target, uint16_t good) {
  if (target != NEWS_NO_SIDE && whom == target) return true;
  return whom != d->r->levier && (wide || good != NEWS_NONE);
}

bool news_may_charge(const struct news_reader *d, enum news_side side, enum news_side target,
                     uint16_t good) {
  const struct news_story *y = d->story;
  for (size_t n = y->statement_count; n-- > d->opening;) {
    const struct news_statement *was = &y->statements[n];
    if (was->imposer == side && !was->guessed && news_has_rate(d->r, was->measure) &&
        hits_like(d, was->target, was->good == NEWS_NONE, target, good))
      return true;
  }
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *z = &d->s->mentions[k];
    enum news_side whom = z->target_count > 0 ? (enum news_side)z->targets[0] : NEWS_NO_SIDE;
    if (z->sure && z->imposer == (uint8_t)side && news_has_rate(d->r, z->measure) &&
        hits_like(d, whom, z->good == NEWS_NONE, target, good))
      return true;
  }
  return false;
}

/* "American soybeans face 13% in China. Brazil's face 3%": the paragraph goes on with whose duties they are. */
static bool goes_on(const struct news_reader *d, enum news_side side) {
  for (uint32_t n = 0; news_told(d, n) != NULL && news_told(d, n)->sentence >= d->paragraph; n++)
    if (news_told(d, n)->m.imposer == (uint8_t)side &&
        news_has_rate(d->r, news_told(d, n)->m.measure))
      return true;
  return false;
}

/* "Indonesia's exports to the United States are charged 19%": by whom they go to. */
static enum news_side sent_to(const struct news_sentence *s, const struct news_match *m) {
  if (m->struck == NEWS_NONE || s->hits[m->struck].class != NC_PARTY) return NEWS_NO_SIDE;
  uint32_t at = (uint32_t)s->hits[m->struck].at + s->hits[m->struck].n;
  if (at + 3 >= s->count || !news_in_class(s, NC_WARES, at)) return NEWS_NO_SIDE;
  if (!news_word_is(&s->tokens[++at], "to")) return NEWS_NO_SIDE;
  at += 1u + news_word_is(&s->tokens[at + 1], "the");
  const struct news_hit *to = news_hit_at(s, NC_PARTY, at);
  return to != NULL && at < m->to ? (enum news_side)to->ref : NEWS_NO_SIDE;
}

enum news_side news_charged_by(const struct news_reader *d, const struct news_statement *st,
                               const struct news_mention *x, const struct news_match *m,
                               enum news_side side) {
  enum news_side by = sent_to(d->s, m);
  if (by != NEWS_NO_SIDE && by != st->target && news_has_rate(d->r, x->measure)) return by;
  by = d->r->levier;
  uint16_t good = x->good != NEWS_NONE ? x->good : st->good;
  bool struck = m->struck != NEWS_NONE;
  bool pays = struck || x->definite || st->status == NEWS_FRAMEWORK;
  bool named = m->doer != NEWS_NONE || side == st->side || x->lent || (x->sure && !struck);
  if (side == NEWS_NO_SIDE || side == by || !pays || named || x->percent == 0 ||
      !news_has_rate(d->r, x->measure) || st->target == NEWS_NO_SIDE || st->target == by)
    return side;
  if (goes_on(d, side) || named_with(d->s, m, side) || news_may_charge(d, side, st->target, good))
    return side;
  return by != NEWS_NO_SIDE && d->spoken[by] > 0 ? by : NEWS_NO_SIDE;
}

/* "Canadian goods face 35%, on top of 50% on steel": on whom the first is, the second is. `last`: a bare rate, which "the duty"
 * behind it means; NULL: no word points back. */
void news_take_payer(const struct news_sentence *s, struct news_mention *m,
                     const struct news_mention *last) {
  const struct news_hit *pays = NULL, *who = NULL, *what = NULL;
  uint32_t end = last != NULL ? last->at : m->at;
  bool open = m->good == NEWS_NONE && m->target_count == 0 && !m->own && m->definite;
  if (last != NULL && (!open || last->good != NEWS_NONE || last->target_count > 0)) return;
  for (uint16_t i = s->heads[NC_OWES]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at < end && (pays == NULL || s->hits[i].at > pays->at)) pays = &s->hits[i];
  for (uint16_t i = s->heads[NC_PARTY]; pays != NULL && i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at < pays->at && s->hits[i].at + 4u >= pays->at) who = &s->hits[i];
  for (uint16_t i = s->heads[NC_GOOD]; last != NULL && who != NULL && i != NEWS_NONE;
       i = s->hits[i].next)
    if (s->hits[i].at == (uint32_t)who->at + who->n) what = &s->hits[i];
  if (who != NULL && who->ref != m->imposer) news_target_add(m, who->ref);
  if (what != NULL && m->target_count > 0) m->good = what->ref;
}
