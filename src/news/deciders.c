// SPDX-License-Identifier: Apache-2.0
// Who decides a measure: the side that acts, that the words beside it name, or that was spoken of.
#include <string.h>

#include "news/gaps.h"
#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

enum news_side news_doer_of(const struct news_reader *d, const struct news_match *m) {
  if (m->doer == NEWS_NONE) return NEWS_NO_SIDE;
  const struct news_hit *h = &d->s->hits[m->doer];
  if (h->class == NC_PARTY) return (enum news_side)h->ref;
  if (h->class == NC_PRONOUN)
    return news_word_is(&d->s->tokens[h->at], "she") ? d->mind.she.side : d->mind.he.side;
  bool named = h->class == NC_ACTOR || h->class == NC_PERSON;
  if (h->ref >= d->r->actor_count) return NEWS_NO_SIDE;
  const struct news_actor *who = &d->r->actors[h->ref];
  named = named || h->class == who->class || h->class == d->r->sides[who->side].class;
  return named ? who->side : NEWS_NO_SIDE; /* "it", matched as a word, is nobody */
}

/* Behind the verb of saying whose words these are: who says it is not thereby who does it. */
uint32_t news_said_from(const struct news_reader *d, uint32_t at) {
  uint32_t base = (uint32_t)(d->s->tokens - d->tokens.items);
  const struct news_voice *v = news_voice_at(d, base + at);
  uint32_t from = v != NULL && !v->behind && v->verb >= base ? v->verb - base : 0;
  return news_past_if(d->s, from, at);
}

/* "he expects them to buy": where whoever acts is only pointed at; 0: nowhere. */
static uint32_t them_before(const struct news_sentence *s, uint32_t from, uint32_t at) {
  for (uint32_t k = from; k + 1 < at; k++)
    if (news_word_is(&s->tokens[k], "them") && news_word_is(&s->tokens[k + 1], "to")) return k;
  return 0;
}

/* Who decides what the article has stated of the same goods. */
static enum news_side by_good(const struct news_reader *d, const struct news_mention *x) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  while (n-- > low) {
    const struct news_statement *st = &y->statements[n];
    if (st->measure == x->measure && st->good == x->good) return st->imposer;
  }
  return NEWS_NO_SIDE;
}

/* "Ottawa's duties remain, although other countermeasures were dropped": who decides the one before in the sentence. */
static enum news_side beside(const struct news_reader *d, const struct news_mention *x) {
  bool answers = strchr(d->r->measures[x->measure].key, 'G') == NULL;
  const struct news_mention *best = NULL;
  for (uint8_t k = 0; answers && k < d->s->mention_count; k++) {
    const struct news_mention *y = &d->s->mentions[k];
    bool before = y->at < x->at && y->form == NEWS_NOUN && y->imposer != NEWS_NO_SIDE;
    if (before && (best == NULL || y->at > best->at)) best = y;
  }
  return best != NULL ? (enum news_side)best->imposer : NEWS_NO_SIDE;
}

/* Who speaks of what others pay speaks of those who hit them. */
static enum news_side hits_speaker(const struct news_reader *d, const struct news_statement *st,
                                   uint16_t measure) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  while (st->side != NEWS_NO_SIDE && n-- > low)
    if (y->statements[n].measure == measure && y->statements[n].target == st->side)
      return y->statements[n].imposer;
  return NEWS_NO_SIDE;
}

/* "Taiwanese firms are to invest": what firms promise is their side's. */
enum news_side news_firms_before(const struct news_reader *d, const struct news_mention *x) {
  enum news_side side = NEWS_NO_SIDE;
  uint32_t last = 0;
  if (!news_is_promise(d->r, x->measure)) return side;
  if (news_its_firms(d->s, x)) { /* "Seoul will invest ..., and its airlines will buy" */
    for (uint32_t at = 0; at < x->at; at++)
      if (news_hit_at(d->s, NC_ACTOR, at) != NULL && news_hit_at(d->s, NC_PARTY, at) != NULL)
        return (enum news_side)news_hit_at(d->s, NC_PARTY, at)->ref;
  }
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->at >= x->at || h->at < last || !news_has(d->s, NC_FIRM, h->at, h->at + 4u)) continue;
    side = (enum news_side)h->ref;
    last = h->at;
  }
  return side;
}

/* The only side that is said to decide something in this paragraph. */
static enum news_side of_paragraph(const struct news_reader *d, enum news_side not ) {
  enum news_side side = NEWS_NO_SIDE;
  for (uint32_t n = 0; news_told(d, n) != NULL; n++) {
    const struct news_told *x = news_told(d, n);
    if (x->sentence < d->paragraph) break;
    if (d->r->measures[x->m.measure].pair || !x->m.sure) continue;
    if (side != NEWS_NO_SIDE && side != (enum news_side)x->m.imposer) return NEWS_NO_SIDE;
    side = (enum news_side)x->m.imposer;
  }
  return side != not ? side : NEWS_NO_SIDE;
}

/* "a pact that will remove duties": what a deal of two does, either may. The deal; NULL: another acts. */
const struct news_mention *news_pact_before(const struct news_reader *d,
                                            const struct news_mention *x) {
  const struct news_sentence *s = d->s;
  for (uint8_t k = 0; k < s->mention_count; k++) {
    const struct news_mention *y = &s->mentions[k];
    uint32_t end = (uint32_t)y->at + y->n;
    bool near = d->r->measures[y->measure].pair && end < x->at && end + 12u > x->at;
    if (near && news_hit_at(s, NC_RELATIVE, end) != NULL && !news_has(s, NC_ACTOR, end, x->at) &&
        !news_word_is(&s->tokens[end + 1], "they"))
      return y;
  }
  return NULL;
}

/* The other of the two whose deal it is. */
static enum news_side other_of(const struct news_mention *deal, enum news_side one) {
  if (one == NEWS_NO_SIDE || deal->target_count < 2 || !news_hits_side(deal, (uint8_t)one))
    return NEWS_NO_SIDE;
  return (enum news_side)(deal->targets[0] == (uint8_t)one ? deal->targets[1] : deal->targets[0]);
}

/* "Vietnam is charged 20%": by the one who has decided all so far; but behind a duty on goods of whose rates are meant without
 * a word, by that one. */
static enum news_side payer_to(const struct news_reader *d, const struct news_statement *st,
                               const struct news_mention *last, enum news_side was) {
  enum news_side by = d->r->levier;
  bool theirs = last != NULL && by != NEWS_NO_SIDE && news_hits_side(last, (uint8_t)by);
  return theirs && was != by && st->target != by && st->target != NEWS_NO_SIDE ? by : was;
}

/* "Canada and Mexico fared better. The 25% tariffs on their goods were put off": of several that are hit by whose rates are
 * meant without a word, where the article names that one. */
static bool levied_on(const struct news_reader *d, const struct news_mention *x) {
  enum news_side by = d->r->levier;
  if (by == NEWS_NO_SIDE || x->target_count < 2 || x->percent == 0 || !x->definite || x->own ||
      d->spoken[by] == 0 || news_hits_side(x, (uint8_t)by))
    return false;
  for (uint8_t k = 0; k < x->target_count; k++)
    if (news_same_house(d->r, (enum news_side)x->targets[k], by)) return false;
  return news_has_rate(d->r, x->measure);
}

/* "the fentanyl tariff": known by a name, of whoever's duties are meant without a word. */
bool news_known_as(const struct news_reader *d, const struct news_mention *x) {
  return d->s->heads[NC_KNOWN_AS] != NEWS_NONE && !news_hits_side(x, (uint8_t)d->r->levier) &&
         news_has_rate(d->r, x->measure) &&
         news_has(d->s, NC_KNOWN_AS, x->at, (uint32_t)x->at + x->n);
}

/* Whose measure it is, what was told of it before, and by whom: the steps below ask one after the other. */
struct asked {
  const struct news_reader *d;
  const struct news_statement *st;
  const struct news_mention *x, *last; /* last: of its measure before; NULL: none */
  const struct news_match *m;
  enum news_side was; /* whose that was */
  bool torn, act, alone, expects;
};

/* By the sentence: a name the measure is known by, the doer of the verb, who threatens, sells or is stood for. */
static enum news_side by_sentence(const struct asked *a, enum news_side side) {
  const struct news_reader *d = a->d;
  const struct news_statement *st = a->st;
  const struct news_mention *x = a->x;
  const struct news_match *m = a->m;
  if (side == NEWS_NO_SIDE && news_known_as(d, x)) side = d->r->levier;
  if (side == NEWS_NO_SIDE) side = news_doer_of(d, m);
  if (side == NEWS_NO_SIDE) side = news_agent_of(d, x, m);
  if (side == NEWS_NO_SIDE && st->status == NEWS_THREATENED &&
      (m->voice != NEWS_NONE || st->joined) && st->side != st->target &&
      news_has(d->s, NC_MENACE, m->from, x->at))
    side = st->side; /* "he threatened to put a duty on": who threatens decides */
  const struct news_mention *pact = side == NEWS_NO_SIDE ? news_pact_before(d, x) : NULL;
  if (pact != NULL) side = other_of(pact, st->target);
  if (side == NEWS_NO_SIDE && m->struck != NEWS_NONE) side = news_taken_in(d->s, x);
  if (side == NEWS_NO_SIDE && x->percent > 0) side = news_sold_to(d->s, x);
  if (side == NEWS_NO_SIDE) side = news_firms_before(d, x);
  if (side == NEWS_NO_SIDE) side = news_they_are(d, x, st->side);
  return side == NEWS_NO_SIDE ? news_it_is(d, x, st->side) : side;
}

/* Does the article tell that whose duties are meant without a word has put one on the side, at this rate (0: any)? */
static bool is_levied(const struct news_reader *d, enum news_side side, int64_t rate) {
  const struct news_story *y = d->story;
  for (size_t n = y->statement_count; side != NEWS_NO_SIDE && n-- > d->opening;)
    if (y->statements[n].imposer == d->r->levier && y->statements[n].target == side &&
        news_has_rate(d->r, y->statements[n].measure) &&
        (rate == 0 || y->statements[n].percent_milli == rate))
      return true;
  return false;
}

/* Does the side put a duty on anybody, as far as the article has told? */
static bool charges(const struct news_reader *d, enum news_side side) {
  const struct news_story *y = d->story;
  for (size_t n = y->statement_count; n-- > d->opening;)
    if (y->statements[n].imposer == side && news_has_rate(d->r, y->statements[n].measure))
      return true;
  return false;
}

/* By who is named before it in the sentence, and is not hit. */
static enum news_side by_names(const struct asked *a, enum news_side side) {
  const struct news_reader *d = a->d;
  const struct news_mention *x = a->x;
  bool struck = a->m->struck != NEWS_NONE;
  uint32_t said = news_said_from(d, x->at), them = them_before(d->s, said, x->at);
  bool only = d->deciders.count <= 1 && a->was != a->st->target && !a->act && !a->torn;
  if (side == NEWS_NO_SIDE && struck && only) side = payer_to(d, a->st, a->last, a->was);
  if (side == NEWS_NO_SIDE && them > 0) side = news_named_before(d, 0, them, a->st->side, true);
  if (side == NEWS_NO_SIDE && !a->expects)
    side = news_named_but(d, news_struck_from(d, a->m, said), x->at, a->st->target, true,
                          struck ? x : NULL);
  bool also = false;
  for (uint32_t at = a->m->from; struck && at < x->at; at++)
    also = also || news_word_is(&d->s->tokens[at], "also");
  if (also && x->percent > 0 && a->st->target != d->r->levier && is_levied(d, side, x->percent))
    side = d->r->levier; /* "puts Bern on a par with Tokyo, which also pays 15%" */
  return side;
}

/* By what it is: duties on the world, the duty on those goods. */
static enum news_side by_kind(const struct asked *a, enum news_side side) {
  const struct news_reader *d = a->d;
  const struct news_mention *x = a->x;
  if (side == NEWS_NO_SIDE && x->worldwide && x->many && !x->definite && !x->lent &&
      news_has_rate(d->r, x->measure) && d->spoken[d->r->levier] > 0)
    side = d->r->levier; /* "Higher tariffs on dozens of other countries" */
  bool known = x->definite && !x->own && x->good != NEWS_NONE && x->target_count == 0;
  if (side == NEWS_NO_SIDE && known) side = by_good(d, x); /* "the higher tariff on sugar" */
  return side;
}

/* By who else may stand for it: who speaks, whoever acts beside it, whose refund it is. */
static enum news_side by_act(const struct asked *a, enum news_side side) {
  const struct news_reader *d = a->d;
  const struct news_statement *st = a->st;
  const struct news_mention *x = a->x;
  if (side == NEWS_NO_SIDE && a->act && x->form == NEWS_NOUN && x->good != NEWS_NONE &&
      a->m->doer == NEWS_NONE && a->m->voice == NEWS_NONE && st->target == NEWS_NO_SIDE &&
      st->status == NEWS_ANNOUNCED && news_has_rate(d->r, x->measure) && !charges(d, st->side) &&
      is_levied(d, st->side, 0))
    side = d->r->levier; /* "tariffs on chips will be set lower, the Korean minister said" */
  if (side == NEWS_NO_SIDE && a->act && st->side != st->target) side = st->side;
  if (side == NEWS_NO_SIDE) side = beside(d, x);
  if (side == NEWS_NO_SIDE && a->m->struck != NEWS_NONE) side = hits_speaker(d, st, x->measure);
  if (side == NEWS_NO_SIDE && news_pays_back(d->r, x->measure) &&
      (x->form == NEWS_NOUN || x->amount > 0) && d->spoken[d->r->levier] > 0)
    side = d->r->levier; /* "importers have begun to get refunds" */
  return side;
}

/* It says no more of itself than that it is one. */
static bool is_bare(const struct news_mention *x) {
  return x->pronoun || x->lent || (x->good == NEWS_NONE && x->target_count == 0);
}

/* By what was told before: whose the last of its measure was, whose the goods, the paragraph or the article are. */
static enum news_side by_story(const struct asked *a, enum news_side side) {
  const struct news_reader *d = a->d;
  const struct news_statement *st = a->st;
  const struct news_mention *x = a->x, *last = a->last;
  enum news_side was = a->was;
  int64_t number = last == NULL ? 0 : last->to > 0 ? last->to : last->percent;
  bool same = x->percent == 0 || number == 0 || number == x->percent;
  bool right_before = d->since_charge == 0 && (same || a->alone || !x->definite) &&
                      st->side == NEWS_NO_SIDE && x->form == NEWS_NOUN &&
                      !d->r->measures[x->measure].pair;
  if (side == NEWS_NO_SIDE && x->good != NEWS_NONE && x->target_count == 0) side = by_good(d, x);
  bool fresh = !x->definite && !x->pronoun && !x->lent && !a->alone && st->side == NEWS_NO_SIDE;
  if (side == NEWS_NO_SIDE && fresh && a->m->doer == NEWS_NONE) side = of_paragraph(d, st->target);
  if (side == NEWS_NO_SIDE && fresh && a->m->doer == NEWS_NONE)
    side = news_hub(d, st->target, x->measure);
  if (side == NEWS_NO_SIDE && right_before && was != st->target) side = was;
  if (side == NEWS_NO_SIDE && same && was != st->target && (is_bare(x) || a->alone)) side = was;
  bool victim = last != NULL && st->side != NEWS_NO_SIDE && news_hits_side(last, (uint8_t)st->side);
  if (side == NEWS_NO_SIDE && victim && a->alone && !a->act && was != st->target)
    side = was; /* who is hit speaks of it */
  return side;
}

/* By who speaks, else by whom the article speaks of most. */
static enum news_side by_speaker(const struct asked *a, enum news_side side) {
  const struct news_reader *d = a->d;
  const struct news_statement *st = a->st;
  const struct news_mention *x = a->x;
  bool hoped = a->expects || (st->status == NEWS_EXPECTED && x->definite && !x->own && !is_bare(x));
  bool own_hit = st->side != NEWS_NO_SIDE && st->side == st->target;
  if (side == NEWS_NO_SIDE && (!a->act || own_hit)) side = news_levied_by(d, st, x);
  bool hits_own = st->side != NEWS_NO_SIDE && st->target != NEWS_NO_SIDE &&
                  news_same_house(d->r, st->side, st->target);
  if (side == NEWS_NO_SIDE && !hits_own && st->side != st->target && !hoped) side = st->side;
  if (side == NEWS_NO_SIDE && a->was != st->target && a->alone) side = a->was;
  if (side == NEWS_NO_SIDE && levied_on(d, x)) side = d->r->levier;
  if (side == NEWS_NO_SIDE) {
    side = news_clearly_spoken(d, st->target);
    if (a->m->struck != NEWS_NONE && news_decides_none(d, side)) return NEWS_NO_SIDE;
  }
  return side != NEWS_NO_SIDE ? side : news_hub(d, st->target, x->measure);
}

enum news_side news_imposer_of(const struct news_reader *d, const struct news_statement *st,
                               const struct news_mention *x, const struct news_match *m) {
  enum news_side other = NEWS_NO_SIDE, one = NEWS_NO_SIDE, two = NEWS_NO_SIDE;
  if (x->both && news_both_act(d, x, &one, &two)) return st->side == two ? two : one;
  const struct news_mention *last = news_last_of(d, x->measure);
  struct asked a = {.d = d, .st = st, .x = x, .last = last, .m = m};
  a.torn = news_torn_from(d, st, x, m, &other);
  a.was = last != NULL && !a.torn ? (enum news_side)last->imposer : NEWS_NO_SIDE;
  a.act = st->status == NEWS_ANNOUNCED || st->status == NEWS_THREATENED;
  a.alone = d->deciders.count <= 1; /* nobody else has decided anything here */
  a.expects = st->status == NEWS_EXPECTED && x->definite && !x->own &&
              news_has(d->s, NC_EXPECTS, x->at > 3 ? x->at - 3u : 0, x->at);
  enum news_side side = a.torn ? NEWS_NO_SIDE : (enum news_side)x->imposer;
  side = by_names(&a, by_sentence(&a, side));
  if (a.torn) return side != NEWS_NO_SIDE ? side : other;
  side = by_kind(&a, side);
  if (side == NEWS_NO_SIDE && news_told_of_levied(d, st, x, m)) return d->r->levier;
  return by_speaker(&a, by_story(&a, by_act(&a, side)));
}

bool news_subject_decides(const struct news_reader *d, const struct news_statement *st,
                          const struct news_match *m) {
  const struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  if (st->imposer == NEWS_NO_SIDE) return false;
  if (m->struck != NEWS_NONE) /* "the European Union taxes Chinese cars at 45%" */
    return m->doer != NEWS_NONE && d->s->hits[m->doer].at < d->s->hits[m->struck].at;
  const struct news_hit *whom = news_hit_at(d->s, NC_PARTY, x->at); /* "will charge Korea 50%" */
  if (whom != NULL && news_hits_side(x, (uint8_t)whom->ref)) return false;
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->at < x->at && d->r->actors[h->ref].side == st->imposer &&
        !news_possessive(d->s, (uint32_t)h->at + h->n))
      return true;
  }
  return false;
}
