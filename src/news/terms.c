// SPDX-License-Identifier: Apache-2.0
// What a deal says of goods without naming the duty again: "Cars fall to 10%", "the rate for lumber drops to 15%"; and what
// both of the two do: "Both will lift their duties", "port fees on both sides".
#include <string.h>

#include "news/mentions.h"
#include "news/several.h"
#include "news/slots.h"

#define NEAR 3 /* sentences back that the duty told last is still meant */

/* The duty of the deal that was told last, with who decides and whom it hits; NULL. */
static const struct news_mention *term_before(const struct news_reader *d, uint32_t at) {
  const struct news_mention *best = NULL;
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *x = &d->s->mentions[k];
    bool duty = x->form == NEWS_NOUN && news_has_rate(d->r, x->measure);
    if (duty && x->at < at && x->imposer != NEWS_NO_SIDE && x->target_count > 0) best = x;
  }
  for (uint32_t n = 0; best == NULL && news_told(d, n) != NULL; n++) {
    const struct news_told *x = news_told(d, n);
    bool duty = news_has_rate(d->r, x->m.measure);
    if (x->sentence + NEAR < d->sentence) break;
    if (duty && x->m.imposer != NEWS_NO_SIDE && x->m.target_count > 0) return &x->m;
  }
  return best;
}

/* Nothing but "the" and whose goods they are stands between there and the beginning of the clause. */
static bool heads_clause(const struct news_sentence *s, uint32_t at) {
  if (at > 0 && news_word_is(&s->tokens[at - 1], "the")) at--;
  return at == 0 || s->tokens[at - 1].kind == NEWS_MARK ||
         news_word_is(&s->tokens[at - 1], "and") || news_word_is(&s->tokens[at - 1], "while");
}

/* "fall to", "will be cut from 20% to": leads to a rate, from the verb on; an aside before it is leapt over. */
static bool moves_to_rate(const struct news_sentence *s, uint32_t at) {
  if (at + 3 < s->count && s->tokens[at].kind == NEWS_MARK)
    for (uint32_t k = at + 1; k < at + 9 && k + 1 < s->count; k++)
      if (s->tokens[k].kind == NEWS_MARK) {
        at = k + 1;
        break;
      }
  uint32_t last = at + 4;
  while (at < last && at + 2 < s->count &&
         (news_in_class(s, NC_WILL, at) || news_word_is(&s->tokens[at], "be")))
    at++;
  if (at + 2 >= s->count || !(news_in_class(s, NC_FALLS, at) || news_in_class(s, NC_PRESENT, at) ||
                              news_in_class(s, NC_LOWERED, at)))
    return false;
  for (uint32_t k = at + 1; k < at + 9 && k + 1 < s->count; k++) {
    if (s->tokens[k].kind == NEWS_MARK) return false;
    if (news_word_is(&s->tokens[k], "to") && news_hit_at(s, NC_PERCENT, k + 1) != NULL) return true;
  }
  return false;
}

/* Whom the duty on these goods hits: whose they are, else whom the one before hit. */
static bool take_sides(const struct news_sentence *s, struct news_mention *m,
                       const struct news_mention *x) {
  const struct news_hit *who = news_ending(s, NC_PARTY, m->at);
  m->imposer = x->imposer;
  memcpy(m->targets, x->targets, sizeof m->targets);
  m->target_count = x->target_count;
  if (who == NULL) return true;
  bool turned = who->ref == (uint16_t)x->imposer && x->target_count == 1;
  if (turned) m->imposer = x->targets[0];
  m->targets[0] = (uint8_t)who->ref;
  m->target_count = 1;
  m->n = (uint16_t)(m->n + m->at - who->at);
  m->at = who->at;
  return turned || news_hits_side(x, (uint8_t)who->ref);
}

/* "Cars, now taxed at 110%, fall to 10%": of the duty on cars, as on what was told before. */
static void add_goods(struct news_reader *d) {
  struct news_sentence *s = d->s;
  for (uint32_t at = 0; at + 3 < s->count && s->mention_count < NEWS_MENTIONS; at++) {
    const struct news_hit *good = news_hit_at(s, NC_GOOD, at);
    if (good == NULL || news_in_any(s, at) || !moves_to_rate(s, at + good->n)) continue;
    const struct news_mention *x = term_before(d, at);
    if (x == NULL) return;
    struct news_mention m = {.measure = x->measure,
                             .at = good->at,
                             .n = good->n,
                             .head = good->at,
                             .form = NEWS_NOUN,
                             .good = good->ref,
                             .amount = -1,
                             .definite = true,
                             .named = true};
    if (take_sides(s, &m, x) && heads_clause(s, m.at)) news_mention_again(d, &m);
  }
}

/* "The rate for lumber": of who decides and whom it hits what was told before. */
static void lend_rates(struct news_reader *d) {
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    struct news_mention *m = &d->s->mentions[k];
    bool duty = m->form == NEWS_NOUN && news_has_rate(d->r, m->measure);
    bool open = duty && m->definite && !m->own && !m->pronoun && m->good != NEWS_NONE &&
                m->imposer == NEWS_NO_SIDE && m->target_count == 0 && m->strange == 0;
    const struct news_mention *x = open ? term_before(d, m->at) : NULL;
    if (x == NULL) continue;
    m->imposer = x->imposer;
    memcpy(m->targets, x->targets, sizeof m->targets);
    m->target_count = x->target_count;
    m->vague = false;
  }
}

/* ---- both ------------------------------------------------------------------------------------------------------------ */

/* The two that the article names most, where all others are named in passing. */
static bool by_far_two(const struct news_reader *d, enum news_side *one, enum news_side *two) {
  uint32_t others = 0;
  for (uint16_t i = d->s->heads[NC_JOINT]; i != NEWS_NONE; i = d->s->hits[i].next) {
    uint32_t at = d->s->hits[i].at; /* "the truce under which the two countries lowered" */
    at -= at > 0 && d->s->np[at - 1] == NEWS_NP(NC_NP_THE);
    if (at > 0 && news_hit_at(d->s, NC_RELATIVE, at - 1) != NULL) return false;
  }
  *one = news_most_spoken(d, NEWS_NO_SIDE);
  *two = news_most_spoken(d, *one);
  for (uint8_t i = 0; i < d->heard_count; i++) {
    uint8_t k = d->heard[i];
    if (k != (uint8_t)*one && k != (uint8_t)*two && d->spoken[k] > others) others = d->spoken[k];
  }
  return *two != NEWS_NO_SIDE && others * 3 <= d->spoken[*two];
}

/* Who "both" are: the two the deal is of, or the only two spoken of; of "Malaysia and Cambodia" right before these. */
static bool the_two(const struct news_reader *d, bool bare, enum news_side *one,
                    enum news_side *two) {
  *one = *two = NEWS_NO_SIDE;
  if (d->about.row_count == 2 && d->about.at + 1 == d->sentence) {
    *one = (enum news_side)d->about.row[0];
    *two = (enum news_side)d->about.row[1];
    return true;
  }
  if (bare) return false;
  uint8_t count = 0;
  const struct news_side_set *f = &d->frame.sides;
  bool framed = d->frame.told && f->count == 2;
  for (uint8_t k = 1; k < d->r->side_count; k++) {
    if (framed ? !f->has[k] : d->spoken[k] == 0) continue;
    if (count++ == 0)
      *one = (enum news_side)k;
    else
      *two = (enum news_side)k;
  }
  return count == 2 || (!framed && count > 2 && by_far_two(d, one, two));
}

/* "both countries", "the two sides" there. */
static bool are_both(const struct news_sentence *s, uint32_t at) {
  return news_hit_at(s, NC_JOINT, at) != NULL &&
         (news_word_is(&s->tokens[at], "two") || news_word_is(&s->tokens[at], "both"));
}

/* "between the two countries": they do nothing there. */
static bool leads_other(const struct news_sentence *s, uint32_t at) {
  uint16_t class = at > 0 ? news_np_class(s, at - 1) : 0;
  return class == NC_NP_ON || class == NC_NP_TO || class == NC_NP_FROM || class == NC_NP_IN ||
         class == NC_NP_BY || (at > 0 && news_word_is(&s->tokens[at - 1], "between"));
}

/* What both do: "both will lift their duties", "the two sides agreed on a rate of 20%", "port fees on both sides". */
static bool are_doers(const struct news_sentence *s, const struct news_mention *x, bool *bare) {
  uint32_t end = (uint32_t)x->at + x->n, low = x->at > 12 ? x->at - 12u : 0;
  *bare = x->at > 2 && news_word_is(&s->tokens[0], "both") &&
          (news_in_class(s, NC_WILL, 1) || news_in_class(s, NC_HAVE, 1) ||
           news_in_class(s, NC_AGREES, 1));
  if (*bare) return true;
  for (uint32_t at = low; at < end + 2u && at + 1 < s->count; at++) {
    if (!are_both(s, at)) continue;
    if (at < x->at
            ? !news_has(s, NC_ACTOR, at, x->at) && !leads_other(s, at)
            : news_word_is(&s->tokens[at - 1], "on") || news_word_is(&s->tokens[at - 1], "of"))
      return true;
  }
  return false;
}

bool news_both_act(const struct news_reader *d, const struct news_mention *x, enum news_side *one,
                   enum news_side *two) {
  bool bare;
  return are_doers(d->s, x, &bare) && the_two(d, bare, one, two) &&
         !news_hits_side(x, (uint8_t)*one) && !news_hits_side(x, (uint8_t)*two);
}

/* "the two sides agreed on the aircraft purchases": of whoever was to buy them. */
static bool takes_buyer(const struct news_reader *d, struct news_mention *m) {
  const struct news_mention *x =
      news_is_promise(d->r, m->measure) ? news_last_of(d, m->measure) : NULL;
  if (x == NULL || x->imposer == NEWS_NO_SIDE || (m->good != NEWS_NONE && m->good != x->good))
    return false;
  m->imposer = x->imposer;
  return true;
}

/* Of a single duty of two nobody says whose it is, nor of several where nobody was named. */
static void mark_both(struct news_reader *d) {
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    struct news_mention *m = &d->s->mentions[k];
    enum news_side one, two;
    bool bare;
    if (d->r->measures[m->measure].pair || m->form != NEWS_NOUN || m->pronoun ||
        (m->definite && !m->many) || m->imposer != NEWS_NO_SIDE || !are_doers(d->s, m, &bare) ||
        takes_buyer(d, m))
      continue;
    m->both = m->many && news_both_act(d, m, &one, &two);
    if (!m->both && m->target_count == 0 && m->good == NEWS_NONE) m->vague = true;
  }
}

/* "Both will lift their duties": the statements from n on, of the other of the two. */
void news_keep_both(struct news_reader *d, const struct news_match *m, size_t n) {
  const struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  enum news_side one, two;
  bool bare; /* the other of the two has been filled in as whom it hits */
  if (!x->both || !are_doers(d->s, x, &bare) || !the_two(d, bare, &one, &two)) return;
  for (size_t i = n, end = d->story->statement_count; i < end; i++) {
    struct news_statement other = d->story->statements[i];
    if (other.imposer != one && other.imposer != two) continue;
    enum news_side was = other.imposer;
    other.imposer = two;
    if (was == two) other.imposer = one;
    if (other.target == other.imposer) other.target = was;
    if (other.side == was && news_has(d->s, NC_WILL, m->from, m->to))
      other.status = NEWS_EXPECTED; /* "said both would suspend": who speaks decides only his own */
    news_keep(d, &other);
  }
}

/* "Korean Air is to buy 103 aircraft" as part of a deal: what its land promises. */
static void mark_carriers(struct news_reader *d) {
  struct news_sentence *s = d->s;
  for (uint8_t k = 0; k < s->mention_count; k++) {
    struct news_mention *m = &s->mentions[k];
    const struct news_measure *kind = &d->r->measures[m->measure];
    if (m->form == NEWS_NOUN || m->imposer != NEWS_NO_SIDE || kind->pair ||
        !news_is_promise(d->r, m->measure))
      continue;
    for (uint16_t i = s->heads[NC_CARRIER]; i != NEWS_NONE; i = s->hits[i].next) {
      uint32_t end = (uint32_t)s->hits[i].at + s->hits[i].n;
      if (end <= m->verb && !news_has(s, NC_ACTOR, end, m->verb) && m->verb < end + 8u)
        m->imposer = (uint8_t)s->hits[i].ref;
    }
  }
}

/* "The White House said China would buy jets. It will also buy corn": whose purchases the sentence before told of. */
static enum news_side buyer_told(const struct news_reader *d) {
  const struct news_story *y = d->story;
  if (y->statement_count == d->opening) return NEWS_NO_SIDE;
  const struct news_statement *x = &y->statements[y->statement_count - 1];
  bool near = x->sentence.to + 4 > news_span_of(d, (uint32_t)(d->s->tokens - d->tokens.items),
                                                (uint32_t)(d->s->tokens - d->tokens.items) + 1)
                                       .from;
  bool told = near && d->since_promise == 0 && news_is_promise(d->r, x->measure) &&
              x->side == d->about.side && x->side != x->imposer;
  return told ? x->imposer : NEWS_NO_SIDE;
}

/* "Thailand is to drop its duties. It will also buy 80 planes": of whom the sentence before was about. */
static void mark_it(struct news_reader *d) {
  struct news_sentence *s = d->s;
  enum news_side was = buyer_told(d);
  bool it = s->count > 3 && news_word_is(&s->tokens[0], "it") &&
            (news_in_class(s, NC_WILL, 1) || news_in_class(s, NC_HAVE, 1) ||
             news_in_class(s, NC_AGREES, 1) || news_word_is(&s->tokens[1], "also"));
  if (!it || d->about.side == NEWS_NO_SIDE || d->about.at + 1 != d->sentence) return;
  for (uint8_t k = 0; k < s->mention_count; k++) {
    struct news_mention *m = &s->mentions[k];
    const struct news_measure *kind = &d->r->measures[m->measure];
    if (kind->pair || m->imposer != NEWS_NO_SIDE || news_has(s, NC_ACTOR, 0, m->at) ||
        !news_is_promise(d->r, m->measure))
      continue;
    m->imposer = (uint8_t)(was != NEWS_NO_SIDE ? was : d->about.side);
  }
}

/* Where "it" stands at the head of the sentence, or behind its day: "On January 1 it imposed"; the count: nowhere. */
static uint32_t it_at_head(const struct news_sentence *s) {
  for (uint32_t at = 0; at < 6 && at + 3 < s->count; at++) {
    if (news_word_is(&s->tokens[at], "it")) return at;
    const struct news_hit *day = news_hit_at(s, NC_DATE, at);
    if (day != NULL) at += day->n - 1u;
    bool comma = s->tokens[at].kind == NEWS_MARK && !s->tokens[at].ends && at > 0;
    if (day == NULL && s->np[at] == 0 && !comma && !news_word_is(&s->tokens[at], "on")) break;
  }
  return s->count;
}

/* "Mexico has followed Washington. On January 1 it imposed duties on": of whom the sentence before was about. */
static void mark_doer(struct news_reader *d) {
  struct news_sentence *s = d->s;
  if (s->mention_count == 0 || d->about.side == NEWS_NO_SIDE || d->about.at + 1 != d->sentence ||
      d->about.strikes)
    return;
  uint32_t it = it_at_head(s);
  struct news_mention *m = &s->mentions[0];
  bool does = it < s->count && news_has(s, NC_DEED, it + 1, it + 4);
  for (uint32_t at = it + 1; at < it + 4u && at < s->count; at++)
    does = does || news_np_class(s, at) == NC_NP_PART;
  if (!does || m->at <= it || m->at > it + 8u || m->form != NEWS_NOUN ||
      m->imposer != NEWS_NO_SIDE || !news_has_rate(d->r, m->measure) ||
      news_has(s, NC_PARTY, it, m->at) || news_hits_side(m, (uint8_t)d->about.side))
    return;
  m->imposer = (uint8_t)d->about.side;
}

void news_mark_terms(struct news_reader *d) {
  mark_both(d);
  mark_it(d);
  mark_doer(d);
  bool opens = news_opens_frame(d);
  if (!opens && !news_frame_open(d)) return;
  mark_carriers(d);
  if (!news_frame_open(d)) return;
  add_goods(d);
  lend_rates(d);
}
