// SPDX-License-Identifier: Apache-2.0
// What a statement's measure leaves open, settled: whose act it is, whom it hits; "its duties" are those of the subject,
// and in a report on two governments what hits one is decided by the other. What is named always goes first.
#include <string.h>

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
static enum news_side firms_before(const struct news_reader *d, const struct news_mention *x) {
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
static const struct news_mention *pact_before(const struct news_reader *d,
                                              const struct news_mention *x) {
  const struct news_sentence *s = d->s;
  for (uint8_t k = 0; k < s->mention_count; k++) {
    const struct news_mention *y = &s->mentions[k];
    uint32_t end = (uint32_t)y->at + y->n;
    bool near = d->r->measures[y->measure].pair && end < x->at && end + 12u > x->at;
    if (near && news_hit_at(s, NC_RELATIVE, end) != NULL && !news_has(s, NC_ACTOR, end, x->at))
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

static enum news_side imposer_of(const struct news_reader *d, const struct news_statement *st,
                                 const struct news_mention *x, const struct news_match *m) {
  const struct news_mention *last = news_last_of(d, x->measure);
  enum news_side was = last != NULL ? (enum news_side)last->imposer : NEWS_NO_SIDE;
  bool act = st->status == NEWS_ANNOUNCED || st->status == NEWS_THREATENED;
  enum news_side side = (enum news_side)x->imposer, other = NEWS_NO_SIDE;
  enum news_side one = NEWS_NO_SIDE, two = NEWS_NO_SIDE;
  if (x->both && news_both_act(d, x, &one, &two)) return st->side == two ? two : one;
  bool torn = news_torn_from(d, st, x, m, &other);
  if (torn) side = was = NEWS_NO_SIDE;
  uint32_t them = them_before(d->s, news_said_from(d, x->at), x->at);
  if (side == NEWS_NO_SIDE) side = news_doer_of(d, m);
  const struct news_mention *pact = side == NEWS_NO_SIDE ? pact_before(d, x) : NULL;
  if (pact != NULL) side = other_of(pact, st->target);
  if (side == NEWS_NO_SIDE && m->struck != NEWS_NONE) side = news_taken_in(d->s, x);
  if (side == NEWS_NO_SIDE && x->percent > 0) side = news_sold_to(d->s, x);
  if (side == NEWS_NO_SIDE) side = firms_before(d, x);
  bool only = d->deciders.count <= 1 && was != st->target && !act && !torn;
  if (side == NEWS_NO_SIDE && m->struck != NEWS_NONE && only) side = payer_to(d, st, last, was);
  if (side == NEWS_NO_SIDE && them > 0) side = news_named_before(d, 0, them, st->side, true);
  bool expects = st->status == NEWS_EXPECTED && x->definite && !x->own &&
                 news_has(d->s, NC_EXPECTS, x->at > 3 ? x->at - 3u : 0, x->at);
  if (side == NEWS_NO_SIDE && !expects)
    side = news_named_but(d, news_struck_from(d, m, news_said_from(d, x->at)), x->at, st->target,
                          true, m->struck != NEWS_NONE ? x : NULL);
  if (torn) return side != NEWS_NO_SIDE ? side : other;
  bool known = x->definite && !x->own && x->good != NEWS_NONE && x->target_count == 0;
  if (side == NEWS_NO_SIDE && known) side = by_good(d, x); /* "the higher tariff on sugar" */
  if (side == NEWS_NO_SIDE && act && st->side != st->target) side = st->side;
  if (side == NEWS_NO_SIDE) side = beside(d, x);
  if (side == NEWS_NO_SIDE && m->struck != NEWS_NONE) side = hits_speaker(d, st, x->measure);
  int64_t number = last == NULL ? 0 : last->to > 0 ? last->to : last->percent;
  bool same = x->percent == 0 || number == 0 || number == x->percent;
  bool bare = x->pronoun || x->lent || (x->good == NEWS_NONE && x->target_count == 0);
  bool alone = d->deciders.count <= 1; /* nobody else has decided anything here */
  bool right_before = d->since_charge == 0 && (same || alone || !x->definite) &&
                      st->side == NEWS_NO_SIDE && x->form == NEWS_NOUN &&
                      !d->r->measures[x->measure].pair;
  if (side == NEWS_NO_SIDE && x->good != NEWS_NONE && x->target_count == 0) side = by_good(d, x);
  bool fresh = !x->definite && !x->pronoun && !x->lent && !alone && st->side == NEWS_NO_SIDE;
  if (side == NEWS_NO_SIDE && fresh && m->doer == NEWS_NONE) side = of_paragraph(d, st->target);
  if (side == NEWS_NO_SIDE && fresh && m->doer == NEWS_NONE)
    side = news_hub(d, st->target, x->measure);
  if (side == NEWS_NO_SIDE && right_before && was != st->target) side = was;
  if (side == NEWS_NO_SIDE && same && was != st->target && (bare || alone)) side = was;
  bool victim = last != NULL && st->side != NEWS_NO_SIDE && news_hits_side(last, (uint8_t)st->side);
  if (side == NEWS_NO_SIDE && victim && alone && !act && was != st->target)
    side = was; /* who is hit speaks of it */
  bool hoped = expects || (st->status == NEWS_EXPECTED && x->definite && !x->own && !bare);
  bool own_hit = st->side != NEWS_NO_SIDE && st->side == st->target;
  if (side == NEWS_NO_SIDE && (!act || own_hit)) side = news_levied_by(d, st, x);
  bool hits_own = st->side != NEWS_NO_SIDE && st->target != NEWS_NO_SIDE &&
                  news_same_house(d->r, st->side, st->target);
  if (side == NEWS_NO_SIDE && !hits_own && st->side != st->target && !hoped) side = st->side;
  if (side == NEWS_NO_SIDE && was != st->target && alone) side = was;
  if (side == NEWS_NO_SIDE && levied_on(d, x)) side = d->r->levier;
  if (side == NEWS_NO_SIDE) {
    side = news_clearly_spoken(d, st->target);
    if (m->struck != NEWS_NONE && news_decides_none(d, side)) return NEWS_NO_SIDE;
  }
  return side != NEWS_NO_SIDE ? side : news_hub(d, st->target, x->measure);
}

/* Whom it hits when nobody is named: of an answer who was answered, else the other side of the article. */
static enum news_side target_of(const struct news_reader *d, const struct news_statement *st,
                                const struct news_mention *x) {
  const char *key = d->r->measures[x->measure].key;
  bool answers = strchr(key, 'G') == NULL;
  if (x->theirs) {
    enum news_side fresh = news_fresh_side(d, x->at, (uint8_t)st->imposer);
    const struct news_mention *last = news_last_of(d, x->measure);
    bool other = fresh == NEWS_NO_SIDE && last != NULL && d->since_charge == 0 &&
                 st->imposer != NEWS_NO_SIDE && news_hits_side(last, (uint8_t)st->imposer);
    return other ? (enum news_side)last->imposer : fresh; /* "Its duty on them; theirs on its" */
  }
  if (strchr(key, 'T') == NULL || x->worldwide) return NEWS_NO_SIDE;
  if (!answers && x->form == NEWS_NOUN && st->good == NEWS_NONE &&
      news_has(d->s, NC_FIRM, x->head + 1u, x->head + 6u))
    return NEWS_NO_SIDE; /* "export controls on subsidiaries of listed firms" */
  if (st->good != NEWS_NONE) {
    enum news_side other = news_exchanged(d, st);
    if (other == NEWS_NO_SIDE) other = news_also_eased(d, st, x);
    if (other == NEWS_NO_SIDE) other = news_target_beside(d, st, x);
    if (other == NEWS_NO_SIDE) other = news_hit_alike(d, st, x);
    return other != NEWS_NO_SIDE ? other : news_hit_again(d, st, x);
  }
  if (answers && d->last_given != NEWS_NONE) {
    enum news_side hub =
        d->deciders.count > 2 ? news_hub(d, st->imposer, d->last_given) : NEWS_NO_SIDE;
    if (hub != NEWS_NO_SIDE) return hub;
    const struct news_mention *last = news_last_of(d, d->last_given);
    if (last != NULL && last->imposer != NEWS_NO_SIDE && last->imposer != (uint8_t)st->imposer &&
        (last->target_count == 0 || news_hits_side(last, (uint8_t)st->imposer)))
      return (enum news_side)last->imposer;
    hub = news_hub(d, st->imposer, d->last_given);
    if (hub != NEWS_NO_SIDE) return hub;
  }
  enum news_side side = news_fresh_side(d, x->at, (uint8_t)st->imposer);
  if (side == NEWS_NO_SIDE) side = news_clearly_spoken(d, st->imposer);
  return side == NEWS_NO_SIDE && answers ? news_hub(d, st->imposer, NEWS_NONE) : side;
}

/* Who speaks of what comes in to them, and nobody is named who decides. */
static bool own_imports(const struct news_reader *d, const struct news_statement *st,
                        const struct news_mention *x) {
  if (x->sure || st->side == NEWS_NO_SIDE || st->target != st->side || x->form != NEWS_NOUN)
    return false;
  for (uint32_t at = x->head; at + 1 < d->s->count && at < (uint32_t)x->at + x->n; at++)
    if (news_hit_at(d->s, NC_PARTY, at) != NULL && news_word_is(&d->s->tokens[at + 1], "imports"))
      return true;
  return false;
}

/* "Steel, wherever it is made, is charged 50%" */
static bool from_anywhere(const struct news_sentence *s, const struct news_match *m) {
  static const char *const words[] = {"wherever", "anywhere", "everywhere", "worldwide",
                                      "regardless"};
  for (uint32_t at = m->from; at < m->to; at++)
    if (NEWS_IN(&s->tokens[at], words)) return true;
  return false;
}

static void fill_charge(struct news_reader *d, struct news_statement *st, struct news_mention *x,
                        const struct news_match *m) {
  enum news_side one = NEWS_NO_SIDE, two = NEWS_NO_SIDE;
  if (x->spared) {
    bool eased = st->status == NEWS_ENDED || st->status == NEWS_ANNOUNCED;
    x->vague = !eased || !news_spared_from(d, x, st);
    return;
  }
  st->target = news_struck_of(d, m, x);
  if (x->bare && m->struck != NEWS_NONE && st->target == (enum news_side)x->imposer)
    x->imposer = NEWS_NO_SIDE; /* lent, and who is hit decides nothing */
  news_take_row(d, m, x);
  news_take_apart(d, x);
  enum news_side court =
      x->lent && st->status == NEWS_ENDED ? news_court_before(d, x) : NEWS_NO_SIDE;
  if (court != NEWS_NO_SIDE && x->imposer != (uint8_t)court) { /* lent by another's */
    x->imposer = (uint8_t)court;
    x->target_count = 0;
    x->good = NEWS_NONE;
    x->percent = 0;
  }
  st->good = x->good;
  if (st->target == NEWS_NO_SIDE && x->target_count > 0) st->target = (enum news_side)x->targets[0];
  bool told = st->target != NEWS_NO_SIDE && (x->named || m->struck != NEWS_NONE);
  if (x->imposer == NEWS_NO_SIDE && st->target == NEWS_NO_SIDE && pact_before(d, x) != NULL)
    x->vague = true; /* either may */
  st->imposer = imposer_of(d, st, x, m);
  bool free = x->imposer == NEWS_NO_SIDE && m->doer == NEWS_NONE && !x->both;
  if (free && (news_only_hit(d->s, x, st->imposer) ||
               (!d->deciders.has[st->imposer] && news_only_sends(d->s, st->imposer))))
    st->imposer = NEWS_NO_SIDE;
  if (!x->both && news_also_hit(d, m, x, st->imposer)) {
    st->imposer = NEWS_NO_SIDE;
    x->vague = true; /* nobody says who */
  }
  if (x->imposer == NEWS_NO_SIDE && news_on_both(d->s, x)) x->vague = true; /* two */
  if (x->target_count == 0 && st->target == NEWS_NO_SIDE && news_is_mutual(d->s, x) &&
      (news_two_before(d->s, x->at, &one, &two) ||
       news_pair_again(d, st, x, &one,
                       &two))) { /* "each side keeps its tariffs on the other's goods" */
    st->imposer = one;
    st->target = two;
  }
  if (own_imports(d, st, x)) { /* "on almost all U.S. imports, the White House said" */
    st->imposer = st->side;
    st->target = NEWS_NO_SIDE;
    x->target_count = 0;
    x->worldwide = true;
  }
  x->sure =
      x->sure || news_doer_of(d, m) != NEWS_NO_SIDE ||
      news_named_but(d, news_said_from(d, x->at), x->at, st->target, true, NULL) == st->imposer;
  x->sure = x->sure && st->imposer != NEWS_NO_SIDE;
  st->guessed = !x->sure && m->struck != NEWS_NONE && news_taken_in(d->s, x) == NEWS_NO_SIDE;
  enum news_side other = NEWS_NO_SIDE; /* two could decide it */
  if (st->imposer == NEWS_NO_SIDE && news_torn_from(d, st, x, m, &other)) x->vague = true;
  if (st->target == NEWS_NO_SIDE && st->good == NEWS_NONE && st->imposer != NEWS_NO_SIDE &&
      news_levied_by(d, st, x) == st->imposer)
    st->target = st->side;
  if (st->target == NEWS_NO_SIDE) st->target = target_of(d, st, x);
  const struct news_mention *last = news_last_of(d, x->measure);
  bool goods = m->struck != NEWS_NONE && d->s->hits[m->struck].class == NC_GOOD;
  bool anywhere = goods && from_anywhere(d->s, m);
  if (st->target == NEWS_NO_SIDE && goods && !anywhere && last != NULL && d->since_charge == 0 &&
      last->imposer == (uint8_t)st->imposer && last->target_count > 0 && last->good != st->good)
    st->target = (enum news_side)last->targets[0]; /* "Soybeans will be charged 10%" */
  bool hits_itself = st->target == st->imposer || news_hits_side(x, (uint8_t)st->imposer);
  if (hits_itself && told && x->imposer == NEWS_NO_SIDE)
    st->imposer = NEWS_NO_SIDE; /* "American goods will be charged 10%" */
  else if (st->target == st->imposer)
    st->target = NEWS_NO_SIDE;
  if (st->imposer == NEWS_NO_SIDE && x->target_count > 1) {
    enum news_side hub = news_hub(d, st->target, x->measure);
    if (!news_hits_side(x, (uint8_t)hub)) st->imposer = hub;
  }
  x->imposer = (uint8_t)st->imposer; /* what comes after may mean it */
  if (x->target_count == 0 && st->target != NEWS_NO_SIDE) {
    x->targets[0] = (uint8_t)st->target;
    x->target_count = 1;
  }
}

void news_slots_close(struct news_reader *d, size_t first) {
  struct news_story *y = d->story;
  size_t n = first;
  struct news_side_set decides = {0},
                       hit = {0}; /* who is only hit in the article decides nothing */
  for (size_t i = first; i < y->statement_count; i++) {
    news_side_set_add(&decides, y->statements[i].imposer);
    news_side_set_add(&hit, y->statements[i].target);
  }
  for (size_t i = first; i < y->statement_count; i++) {
    struct news_statement *st = &y->statements[i];
    news_name_goods(d, st);
    if (st->unaimed) st->target = news_hub(d, st->imposer, NEWS_NONE);
    if (st->unaimed && st->target == NEWS_NO_SIDE) continue;
    bool open = d->r->rules[st->rule].measure == NEWS_NONE && st->imposer == NEWS_NO_SIDE &&
                d->r->measures[st->measure].template;
    if (open) st->imposer = news_clearly_spoken(d, st->target);
    if (open && hit.has[st->imposer] && !decides.has[st->imposer]) st->imposer = NEWS_NO_SIDE;
    if (open && st->guessed && news_decides_none(d, st->imposer)) continue;
    bool nobody = st->target != NEWS_NO_SIDE && news_most_spoken(d, st->target) == NEWS_NO_SIDE;
    if (st->hazy && !d->trade) continue;
    const struct news_measure *kind = &d->r->measures[st->measure];
    bool promise = kind->template && news_is_promise(d->r, st->measure);
    if (promise && st->imposer == NEWS_NO_SIDE) continue; /* of a government no file has */
    if (!open || st->imposer != NEWS_NO_SIDE || nobody) y->statements[n++] = *st;
  }
  y->statement_count = n;
}

bool news_slots_fill(struct news_reader *d, struct news_statement *st, const struct news_match *m) {
  const struct news_rule *rule = &d->r->rules[st->rule];
  st->good = rule->good;
  st->imposer = (enum news_side)rule->imposer;
  st->target = (enum news_side)rule->target;
  if (rule->measure != NEWS_NONE && d->r->measures[rule->measure].pair) news_take_name(d, st);
  if (rule->measure != NEWS_NONE || m->mention == NEWS_NONE) return true;
  struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  if (x->shared && m->from < x->at) return false; /* its verbs stand behind it */
  if ((rule->goods && x->good == NEWS_NONE) || (rule->step && x->to == 0)) return false;
  bool bound = x->form != NEWS_NOUN && news_hit_at(d->s, NC_NEEDS, x->verb) != NULL;
  if (x->form != NEWS_NOUN && !bound && x->imposer == NEWS_NO_SIDE && news_stranger_acts(d->s, x))
    return false;
  bool trades = d->r->measures[x->measure].pair || news_is_promise(d->r, x->measure);
  if (!trades && news_traders_act(d->s, x)) return false;
  bool ahead = st->status == NEWS_EXPECTED || st->status == NEWS_FRAMEWORK ||
               st->status == NEWS_ANNOUNCED || st->status == NEWS_CONFIRMED;
  if (trades && ahead && news_stops_doing(d->s, x)) return false;
  if (news_told_of_other(d->s, x, m)) return false;
  if (m->struck != NEWS_NONE &&
      news_strange_goods(buf_str(&d->text->text), d->s, &d->s->hits[m->struck]))
    return false;
  if (news_struck_it(d->s, m)) return false;
  if (m->struck != NEWS_NONE && news_is_bought(d->s, &d->s->hits[m->struck])) return false;
  st->measure = x->measure;
  st->good = x->good;
  st->head = news_span_of(d, (uint32_t)(d->s->tokens - d->tokens.items) + x->head,
                          (uint32_t)(d->s->tokens - d->tokens.items) + x->head + 1)
                 .from;
  if (d->r->measures[x->measure].pair)
    news_fill_pair(d, st, x, m);
  else
    fill_charge(d, st, x, m);
  bool pair = d->r->measures[x->measure].pair;
  if (!pair && st->side != NEWS_NO_SIDE && st->imposer == st->side && news_they_act(d->s, x))
    return false; /* "they will invest here": not the speaker's side */
  bool named =
      news_last_of(d, x->measure) != NULL && x->definite; /* "the ban" that was spoken of */
  if ((x->weak && !named) || x->strange != 0) return false;
  if (x->odd_goods && st->target != NEWS_NO_SIDE && st->good == NEWS_NONE &&
      strchr(d->r->measures[x->measure].key, 'G') != NULL)
    return false;
  bool elsewhere = d->s->heads[NC_OTHER] != NEWS_NONE && d->s->heads[NC_TRADE] == NEWS_NONE;
  if (x->hazy && elsewhere) return false; /* a truce of armies */
  if (x->imposer == NEWS_NO_SIDE && !bound && firms_before(d, x) == NEWS_NO_SIDE &&
      news_firm_acts(d->s, 0, x->at))
    return false;
  st->hazy = x->hazy && st->good == NEWS_NONE;
  bool open = st->imposer == NEWS_NO_SIDE; /* the rest of the article may tell who decides */
  bool whose = pair ? !open && (st->target != NEWS_NO_SIDE ||
                                news_most_spoken(d, st->imposer) == NEWS_NO_SIDE)
                    : !open || st->target != NEWS_NO_SIDE || news_most_spoken(d, NEWS_NO_SIDE) == 0;
  bool told = news_last_of(d, x->measure) != NULL || (x->named && !open);
  bool moves = x->to > 0 && !x->own && told; /* "raise the rate to", "the rate on Korean cars to" */
  if (x->loose && x->percent == 0 && !moves) whose = false;
  bool others = x->loose && x->lent && st->side != NEWS_NO_SIDE && st->side != st->imposer &&
                !(st->side == st->target && x->lent_number); /* who is hit tells of it */
  if (others || x->vague) whose = false;
  bool answers = !pair && strchr(d->r->measures[x->measure].key, 'T') != NULL &&
                 strchr(d->r->measures[x->measure].key, 'G') == NULL;
  bool nobody = st->target == NEWS_NO_SIDE && news_most_spoken(d, st->imposer) != 0;
  st->unaimed = answers && nobody; /* the rest of the article tells whom it answers */
  if (x->theirs && nobody) whose = false;
  if (!pair && open && x->target_count > 1)
    whose = false; /* one of those it hits is not who decides */
  news_take_dated(d, st, m);
  news_take_name(d, st);
  return whose; /* a deal of two clubs is no measure */
}
