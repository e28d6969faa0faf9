// SPDX-License-Identifier: Apache-2.0
// What a mention of a measure takes from those before it: "the tariffs", "it", "the measure", "them".
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

const struct news_mention *news_last_of(const struct news_reader *d, uint16_t measure) {
  return d->last[measure].form <= NEWS_DONE ? &d->last[measure] : NULL;
}

bool news_hits_side(const struct news_mention *m, uint8_t side) {
  for (uint8_t k = 0; k < m->target_count; k++)
    if (m->targets[k] == side) return true;
  return false;
}

/* "will lower it to 15% from 84%. It imposed the duties last year": what was put on is what was there before the cut. */
static bool before_cut(const struct news_sentence *s, const struct news_mention *m,
                       const struct news_mention *last) {
  if (last->was <= 0 || last->to <= 0 || last->to >= last->was) return false;
  uint32_t end = (uint32_t)m->at + m->n, from = m->at > 3 ? m->at - 3u : 0;
  if (news_has(s, NC_WILL, end, end + 2u) || news_has(s, NC_MIGHT, end, end + 2u))
    return false; /* "the lower tariffs would put Bern on a par with Brussels" */
  return news_has(s, NC_LAID, from, m->at) || news_has(s, NC_LAID, end, end + 3u);
}

/* "the tariffs", "the 25% duty": what the one before it was. A mention that names something else is another measure. */
static void inherit(const struct news_sentence *s, struct news_mention *m,
                    const struct news_mention *last, const char *key, bool near, bool others) {
  int64_t was = last->to > 0 ? last->to : last->percent;
  bool same_number = m->percent == 0 || (was == 0 && last->good == NEWS_NONE) ||
                     m->percent == was ||
                     (m->definite && m->percent == last->was) || /* "the old 39% tariff" */
                     (was == 0 && last->good != NEWS_NONE && news_is_standing(s, m));
  for (uint32_t at = m->at; at < m->head; at++) /* "took off 10 points of that duty" */
    same_number = same_number || (m->definite && news_word_is(&s->tokens[at], "points"));
  bool again = m->imposer != NEWS_NO_SIDE && m->imposer == last->imposer && m->target_count == 0 &&
               m->good == NEWS_NONE; /* "the American levies" */
  if (m->loose && m->definite && m->lent_goods && m->bare)
    same_number = true; /* "the present 25 percent" */
  bool same_ban = near && m->good_before && m->good == last->good && m->target_count == 0 &&
                  m->imposer == NEWS_NO_SIDE; /* "banned Turkish beef, but lifted the ban" */
  bool bare = news_is_bare(m) || again || same_ban;
  if (last->strange != 0 && bare && same_number) m->strange = last->strange;
  bool answers = strchr(key, 'G') == NULL; /* retaliation is whose it is said to be */
  if (m->form != NEWS_NOUN || m->worldwide || (answers && !m->definite)) return;
  if (m->imposer == NEWS_NO_SIDE && !m->own &&
      ((bare && same_number) || (m->target_count > 0 && news_hits_side(last, m->targets[0]))))
    m->imposer = last->imposer;
  if (bare && near && m->percent > 0 && !m->own) { /* "a 15% tariff on X instead of a 30% duty" */
    m->imposer = last->imposer;
    memcpy(m->targets, last->targets, sizeof m->targets);
    m->target_count = last->target_count;
  }
  if (bare && m->definite && same_number && !m->own && !m->told) {
    memcpy(m->targets, last->targets, sizeof m->targets);
    m->target_count = last->target_count;
    if (!others) m->good = last->good;
    m->lent = true;
    m->worldwide = last->worldwide;
    if (m->percent == 0 && m->to == 0) {
      m->percent = before_cut(s, m, last) ? last->was : last->to > 0 ? last->to : last->percent;
      m->lent_number = m->percent > 0;
    }
  }
}

/* The only side named since the measure spoken of last, and before `at`, that does not decide it; NEWS_NO_SIDE. */
enum news_side news_fresh_side(const struct news_reader *d, uint32_t at, uint8_t not ) {
  struct news_side_set named = d->fresh;
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next)
    if (d->s->hits[i].at < at) news_side_set_add(&named, d->s->hits[i].ref);
  uint8_t found = NEWS_NO_SIDE;
  for (uint8_t side = 1; side < d->r->side_count; side++) {
    if (!named.has[side] || news_same_house(d->r, side, not )) continue;
    if (found != NEWS_NO_SIDE) return NEWS_NO_SIDE;
    found = side;
  }
  return (enum news_side)found;
}

/* "Mexico has more time. The rate stays at 25%.": of those whom the paragraph has turned to. */
static void turn(const struct news_reader *d, struct news_mention *m,
                 const struct news_mention *last) {
  enum news_side side = news_fresh_side(d, m->at, last->imposer);
  if (last->imposer == NEWS_NO_SIDE || side == NEWS_NO_SIDE ||
      news_hits_side(last, (uint8_t)side) || last->target_count == 0)
    return;
  m->targets[0] = (uint8_t)side;
  m->target_count = 1;
  m->imposer = last->imposer;
}

/* "The duty stays for other products": not of the goods named before. */
static bool other_goods(const struct news_sentence *s, const struct news_mention *m) {
  for (uint32_t at = m->at + 1u; at < m->at + 14u && at < s->count; at++)
    if (news_word_is(&s->tokens[at], "other") && s->np[at - 1] == NEWS_NP(NC_NP_ON)) return true;
  return false;
}

/* The same measure again, at other words. */
void news_mention_again(struct news_reader *d, const struct news_mention *m) {
  struct news_sentence *s = d->s;
  const struct news_measure *kind = &d->r->measures[m->measure];
  news_hit_add(s, kind->noun, m->at, m->n, s->mention_count);
  news_hit_add(s, kind->group[NEWS_NOUN], m->at, m->n, s->mention_count);
  s->mentions[s->mention_count++] = *m;
}

bool news_in_any(const struct news_sentence *s, uint32_t at) {
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (at >= s->mentions[k].at && at < (uint32_t)s->mentions[k].at + s->mentions[k].n) return true;
  return false;
}

/* "requires licences for rare earths": what was done is a measure as its noun is. */
static bool stands_for_one(const struct news_reader *d, const struct news_mention *m) {
  const struct news_measure *kind = &d->r->measures[m->measure];
  bool done = m->form == NEWS_DONE && m->good != NEWS_NONE && !kind->pair &&
              !news_is_promise(d->r, m->measure);
  return m->form == NEWS_NOUN || done;
}

/* Somebody else stands before it in its sentence: "China will put a 15% duty on ..." is no duty spoken of before. */
static bool acted_before(const struct news_sentence *s, const struct news_mention *m) {
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->at < m->at && !news_in_any(s, h->at) && !news_hits_side(m, (uint8_t)h->ref)) return true;
  }
  return false;
}

/* The measure of its kind spoken of last, in this sentence (*near) or before; NULL. */
static const struct news_mention *last_before(const struct news_reader *d, uint8_t k, bool *near) {
  const struct news_mention *all = d->s->mentions, *last = news_last_of(d, all[k].measure);
  bool one = !all[k].many && !all[k].loose && all[k].form == NEWS_NOUN;
  for (uint8_t i = 0; i < d->s->mention_count; i++) /* bare rates stand behind the others */
    if (i != k && (i < k || (one && all[i].bare && all[i].at < all[k].at && !*near)) &&
        all[i].measure == all[k].measure && stands_for_one(d, &all[i])) {
      last = &all[i];
      *near = true;
    }
  return last;
}

/* "the tariffs of 10% to 15% that", "the duties of 10% and 15% it had placed on": what the second is, the first is, and not what was told before. */
static bool opens_range(const struct news_sentence *s, const struct news_mention *m) {
  uint32_t end = (uint32_t)m->at + m->n;
  return m->many && m->percent > 0 && m->to == 0 && end + 1 < s->count &&
         (news_word_is(&s->tokens[end], "to") || news_word_is(&s->tokens[end], "and")) &&
         news_ending(s, NC_PERCENT, end) != NULL && news_hit_at(s, NC_PERCENT, end + 1) != NULL;
}

/* What it takes from its own sentence; false: of a government no file has. */
static bool take_own(struct news_reader *d, struct news_mention *m, uint8_t k) {
  const struct news_sentence *s = d->s;
  if (m->measure == d->r->bare) news_follow_probe(d, m, k);
  if (m->form != NEWS_NOUN && d->last_promise == m->measure) news_take_amount(d, m);
  if (news_has_rate(d->r, m->measure)) news_take_same_goods(d, m);
  if (m->target_count == 0 && news_over_all(s, m)) m->worldwide = true;
  news_take_court(d, m);
  news_take_where(s, m);
  if (m->them && m->good == NEWS_NONE && !news_take_them(s, m))
    m->good = news_good_before(s, m->at);
  if (m->strange != 0 && news_is_known(d, s->tokens[m->strange].hash)) m->strange = 0;
  bool range = opens_range(s, m); /* "duties of 10% to 15% on some 60 countries": on all of them */
  if (range && k + 1 < s->mention_count && s->mentions[k + 1].worldwide) m->worldwide = true;
  if (m->strange != 0 || range) return false;
  if (m->target_count == 0) news_take_those(d, m);
  if (m->them && m->target_count == 0) news_take_it(s, m);
  if (m->them && d->them_side != NEWS_NO_SIDE && m->target_count == 0) {
    m->good = d->them_good;
    m->targets[m->target_count++] = (uint8_t)d->them_side;
  }
  return true;
}

static void find_vague(struct news_reader *d, struct news_mention *m,
                       const struct news_mention *last, const struct news_measure *kind) {
  bool nobody = m->bare && m->them && m->good == NEWS_NONE && m->target_count == 0;
  m->vague = last == NULL && !kind->pair && !news_is_list(d->s, m) && !m->worldwide &&
             m->form == NEWS_NOUN && m->definite && !m->own && news_is_bare(m) && m->percent == 0 &&
             strchr(kind->key, 'G') != NULL &&
             (d->last_charge != NEWS_NONE ||
              m->measure != d->r->bare);   /* "the ban" behind words for another kind */
  m->vague = m->vague || nobody;           /* "charge them 100%": whom? */
  bool open = m->loose && news_is_bare(m); /* "the ceiling covers medicines": whose? */
  if (last == NULL && !kind->pair) news_take_reach(d->s, m, NULL);
  if (last == NULL &&
      ((open && m->good != NEWS_NONE && m->target_count == 0) || news_is_owned(d->s, m)))
    m->vague = true;
}

/* "is 27.5%, including a 25% duty that", "of which 25%", ", bringing the total to 45%": a part or the sum of what was told before. */
static bool is_part(const struct news_sentence *s, const struct news_mention *m) {
  for (uint32_t at = m->at; at > 1 && at + 3u > m->at; at--)
    if (news_in_class(s, NC_BRINGS, at - 1) ||
        (news_word_is(&s->tokens[at - 1], "which") && news_word_is(&s->tokens[at - 2], "of")))
      return true;
  return false;
}

/* "prepared tariffs on trucks. Those duties, of 25%, came into force": the rate of what was told without one. */
static bool adds_rate(const struct news_reader *d, const struct news_mention *m,
                      const struct news_mention *last) {
  const struct news_token *behind = &d->s->tokens[m->head + 1u];
  bool fresh = last->percent == 0 && last->to == 0 && d->since_charge == 0;
  bool apart = behind->kind == NEWS_MARK && !behind->ends;
  bool was = !m->many && last->imposer != NEWS_NO_SIDE &&
             news_has(d->s, NC_BE, m->head + 1u, m->head + 2u);
  return fresh && m->definite && m->percent > 0 && !m->own && m->head + 1u < d->s->count &&
         (apart || was); /* "suspends its duty on cotton. The 11% duty was waived" */
}

/* "charges 25% on Japanese cars. Until last week it charged 15%": on the same. */
static bool it_charged(const struct news_reader *d, const struct news_mention *m,
                       const struct news_mention *last) {
  uint32_t it = m->at > 1 ? m->at - 2u : 0;
  if (it > 0 && news_word_is(&d->s->tokens[it], "had")) it--;
  return m->at > 1 && d->since_charge == 0 && !last->worldwide &&
         news_word_is(&d->s->tokens[it], "it") && d->s->tokens[it + 1].n > 4;
}

/* What it leaves open and the one before it has. */
static void take_from(struct news_reader *d, struct news_mention *m,
                      const struct news_mention *last, bool near) {
  const struct news_sentence *s = d->s;
  news_take_reach(s, m, last);
  bool plain = m->form == NEWS_NOUN && !m->own && !m->worldwide && news_is_bare(m);
  bool same_goods = m->loose && m->definite && m->good == NEWS_NONE && m->target_count > 0 &&
                    !news_reaches_all(s, m);
  if (same_goods && (near || d->since_charge == 0)) m->good = last->good;
  if (plain && !near && m->definite) turn(d, m, last);
  bool rated = !near && adds_rate(d, m, last);
  int64_t percent = m->percent;
  if (rated) m->percent = 0;
  bool other = m->percent != 0 && last->good != NEWS_NONE && last->percent == 0 && last->to == 0;
  m->lent_imposer = m->imposer == NEWS_NO_SIDE;
  if (plain && m->loose && !other && m->imposer == NEWS_NO_SIDE) m->imposer = last->imposer;
  m->lent_goods = d->since_charge == 0;
  bool row = m->theirs && d->about.row_count > 1 && d->about.at + 1 == d->sentence;
  if (!row && (m->definite || near || !acted_before(s, m))) /* a row: the goods of those */
    inherit(d->s, m, last, d->r->measures[m->measure].key, near, other_goods(s, m));
  m->percent = rated ? percent : m->percent;
  if (m->bare && plain && !near && it_charged(d, m, last)) {
    m->good = last->good;
    m->target_count = last->target_count;
    memcpy(m->targets, last->targets, sizeof m->targets);
    if (m->imposer == NEWS_NO_SIDE) m->imposer = last->imposer;
  }
  if (near && last->bare) news_take_payer(s, m, last);
  bool same = m->target_count == 0 || news_hits_side(last, m->targets[0]);
  if (near && same && m->good == NEWS_NONE &&
      is_part(s, m)) { /* of the same goods from the same land */
    m->good = last->good;
    if (m->target_count == 0 && last->target_count == 1)
      m->targets[m->target_count++] = last->targets[0];
  }
}

/* "The fentanyl tariff": the last one by whose duties are meant without a word, and nobody else's. */
static void take_known(struct news_reader *d, struct news_mention *m) {
  for (uint32_t n = 0; news_told(d, n) != NULL; n++) {
    const struct news_mention *x = &news_told(d, n)->m;
    bool same = x->measure == m->measure && x->imposer == (uint8_t)d->r->levier;
    if (!same || x->good != NEWS_NONE || x->target_count == 0) continue;
    take_from(d, m, x, false);
    return;
  }
  m->imposer = (uint8_t)d->r->levier;
  enum news_side hit = m->many ? NEWS_NO_SIDE : news_clearly_spoken(d, d->r->levier);
  if (hit != NEWS_NO_SIDE && m->target_count == 0) m->targets[m->target_count++] = (uint8_t)hit;
}

/* "Liechtenstein gets the same rate" behind a duty that is on no land: whose rate it is nobody knows. */
static bool like_nobodys(const struct news_reader *d, const struct news_mention *m,
                         const struct news_mention *last) {
  const struct news_token *first = &d->s->tokens[m->at];
  bool same = news_word_is(first, "same") || (m->n > 1 && news_word_is(first + 1, "same"));
  return same && m->loose && last->target_count == 0 && last->good != NEWS_NONE;
}

/* Which of those before it is meant, and whether it is another one. */
static void refer_back(struct news_reader *d, struct news_mention *m,
                       const struct news_mention *last, const struct news_measure *kind,
                       bool near) {
  struct news_sentence *s = d->s;
  if (!near && like_nobodys(d, m, last)) {
    m->vague = true;
    return;
  }
  if (!near && m->definite && !m->own && news_is_bare(m) && m->form == NEWS_NOUN &&
      last->imposer != (uint8_t)d->r->levier && news_known_as(d, m)) {
    take_known(d, m);
    return;
  }
  const struct news_mention *newer =
      !near && news_is_bare(m) && news_has_rate(d->r, m->measure) ? news_told_new(d, m) : NULL;
  if (newer != NULL) {
    take_from(d, m, newer, false);
    return;
  }
  if (near || d->since_charge == 0) news_take_similar(s, m, last);
  bool torn = false;
  if (!near) last = news_told_meant(d, m, last, &torn);
  m->vague = m->vague || torn;
  uint8_t taker = strchr(kind->key, 'G') == NULL ? news_taker_of(s, m) : (uint8_t)NEWS_NO_SIDE;
  if (taker != NEWS_NO_SIDE && taker != last->imposer && m->imposer == NEWS_NO_SIDE) {
    m->imposer = taker;
    return;
  }
  if (!near && news_take_handler(s, m, last)) return;
  if (news_is_new(d, m, last)) {
    m->worldwide = m->target_count == 0; /* whom the other hit it need not */
    if (m->imposer == NEWS_NO_SIDE) m->imposer = last->imposer;
    return;
  }
  take_from(d, m, last, near);
}

void news_slots_begin(struct news_reader *d) {
  news_turn_in_pact(d);
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    struct news_mention *m = &d->s->mentions[k];
    news_take_answer(d, m);
    bool near = false;
    const struct news_mention *last = last_before(d, k, &near);
    const struct news_measure *kind = &d->r->measures[m->measure];
    if (!take_own(d, m, k)) continue;
    find_vague(d, m, last, kind);
    if (last != NULL && !kind->pair) refer_back(d, m, last, kind, near);
  }
  news_add_stand_ins(d);
  news_share_subjects(d);
  news_share_goods(d);
  news_take_bought(d);
  news_mark_two(d);
  news_mark_elided(d);
  news_mark_rows(d);
  news_mark_spared(d);
  news_add_lulls(d);
  news_mark_terms(d);
  news_add_figures(d);
}

/* "will suspend imports of Japanese seafood", "barred exports of gallium": what is "the ban" behind it. */
static bool stands_for_ban(const struct news_reader *d, const struct news_mention *m) {
  const struct news_measure *kind = &d->r->measures[m->measure];
  return !kind->pair && !news_is_promise(d->r, m->measure) && !news_has_rate(d->r, m->measure) &&
         strchr(kind->key, 'G') != NULL && m->good != NEWS_NONE && m->imposer != NEWS_NO_SIDE;
}

/* What the next sentence may mean by "the tariffs" or "it". */
void news_slots_keep(struct news_reader *d) {
  bool charged = false, promised = false;
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next)
    news_side_set_add(&d->fresh, d->s->hits[i].ref);
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *m = &d->s->mentions[k];
    const struct news_measure *kind = &d->r->measures[m->measure];
    bool empty = news_is_bare(m) && m->amount < 0; /* "the biggest day of buying in years" */
    if (empty && d->last_promise == m->measure)
      promised = true;
    else if (news_is_promise(d->r, m->measure) && !m->pronoun) {
      d->last[m->measure] = *m;
      d->last_promise = m->measure;
      promised = true;
      news_keep_weighed(d, m);
    }
    if (m->form != NEWS_NOUN && !kind->pair && m->measure != d->last_promise)
      d->fresh = (struct news_side_set){0};
    if (m->form != NEWS_NOUN && stands_for_ban(d, m)) {
      d->last[m->measure] = *m; /* "suspended imports of seafood. It had imposed the ban ..." */
      d->last[m->measure].form = NEWS_NOUN;
      d->last_charge = m->measure;
      charged = true;
    }
    if (m->form != NEWS_NOUN || kind->pair || (m->pronoun && m->to == 0)) continue;
    if (news_is_suffered(d->s, m) || news_is_existing(d->s, m)) continue;
    d->fresh = (struct news_side_set){0};
    if (m->imposer == NEWS_NO_SIDE && news_last_of(d, m->measure) != NULL && !acted_before(d->s, m))
      d->s->mentions[k].imposer = d->last[m->measure].imposer;
    d->last[m->measure] = *m;
    if (m->imposer != NEWS_NO_SIDE) news_side_set_add(&d->deciders, m->imposer);
    if (m->amount < 0 && !news_is_met(d->s, m)) {
      d->last_charge = m->measure;
      charged = true;
    }
    if (m->amount < 0 && strchr(kind->key, 'G') != NULL) d->last_given = m->measure;
  }
  d->since_promise = promised ? 0 : d->since_promise + 1;
  d->since_charge = charged ? 0 : d->since_charge + 1;
  news_keep_goods(d);
  news_told_keep(d);
}
