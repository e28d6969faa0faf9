// SPDX-License-Identifier: Apache-2.0
// What a mention of a measure takes to its left: whose it is, its number, goods, adjectives the word files list, an
// article that ends it; before an "of" its amount, or the points that are meant.
#include <string.h>

#include "news/mentions.h"

#define FAR_LEFT 12

bool news_possessive(const struct news_sentence *s, uint32_t at) {
  return at < s->count && s->tokens[at].kind == NEWS_WORD && s->tokens[at].genitive;
}

void news_target_add(struct news_mention *m, uint16_t side) {
  for (uint8_t k = 0; k < m->target_count; k++)
    if (m->targets[k] == side) return;
  if (m->target_count < NEWS_TARGETS) m->targets[m->target_count++] = (uint8_t)side;
}

/* "U.S. soybean purchases" are of what the United States sends: of the side all others speak of the adjective tells the origin. */
static bool sells(const struct news_rules *r, const struct news_sentence *s,
                  const struct news_mention *m, const struct news_hit *h) {
  uint32_t end = (uint32_t)h->at + h->n;
  return news_is_promise(r, m->measure) && h->ref == r->levier && m->form == NEWS_NOUN &&
         !news_possessive(s, end - 1u) && news_hit_at(s, NC_GOOD, end) != NULL;
}

static bool take_left(const struct news_rules *r, const struct news_sentence *s,
                      struct news_mention *m, uint32_t *at) {
  const struct news_hit *h = news_ending(s, NC_PERCENT, *at);
  if (h != NULL) {
    if (m->percent == 0) m->percent = s->values[h->ref];
  } else if ((h = news_ending(s, NC_PARTY, *at)) != NULL) {
    bool wares = news_hit_at(s, NC_GOOD, (uint32_t)h->at + h->n) != NULL &&
                 strchr(r->measures[m->measure].key, 'G') == NULL;
    if (r->measures[m->measure].pair || wares || sells(r, s, m, h))
      news_target_add(m, h->ref); /* "charging American ships port fees" */
    else if (m->imposer == NEWS_NO_SIDE)
      m->imposer = (uint8_t)h->ref;
    if (news_word_is(&s->tokens[h->at], "section")) m->worldwide = true; /* one of its own */
  } else if ((h = news_ending(s, NC_GOOD, *at)) != NULL) {
    m->good = h->ref; /* the first named of several */
  } else if (news_is_promise(r, m->measure) && (h = news_ending(s, NC_AMOUNT, *at)) != NULL) {
    if (m->amount < 0) m->amount = s->values[h->ref]; /* "its $350 billion investment" */
  } else
    return false;
  *at = h->at;
  return true;
}

bool news_led_in(const struct news_sentence *s, uint32_t at) {
  uint16_t class = news_np_class(s, at);
  return class == NC_NP_A || class == NC_NP_THE || class == NC_NP_ITS || news_possessive(s, at);
}

static bool is_verb_here(const struct news_sentence *s, uint32_t at) {
  if (!s->busy[at]) return false;
  for (uint32_t k = 0; k < 2 && at > 1 && news_hit_at(s, NC_ADVERB, at - 1) != NULL; k++)
    at--; /* "will also lower duties" */
  if (at > 2 && s->np[at - 1] == NEWS_NP(NC_NP_AND) && news_word_is(&s->tokens[at], "lower") &&
      (news_has(s, NC_WILL, at > 24 ? at - 24u : 0, at - 1) ||
       news_has(s, NC_MIGHT, at > 24 ? at - 24u : 0, at - 1)))
    return true; /* "will open its market to American beef and lower duties on corn" */
  return (news_word_is(&s->tokens[at - 1], "to") || news_ending(s, NC_MAY, at) != NULL ||
          news_ending(s, NC_WILL, at) != NULL || news_ending(s, NC_MIGHT, at) != NULL);
}

/* A word that the rest of a mention may follow behind a quotation mark. */
static bool in_phrase(const struct news_sentence *s, uint32_t at) {
  uint16_t class = news_np_class(s, at);
  return news_ending(s, NC_PERCENT, at + 1) != NULL || news_ending(s, NC_PARTY, at + 1) != NULL ||
         class == NC_NP_WORD || class == NC_NP_THE || class == NC_NP_A || class == NC_NP_ITS;
}

/* "a 17% antidumping duty", "the 50% crushing levy": a word no file has, between an article's rate and the noun. */
static bool is_adjective(const struct news_sentence *s, uint32_t at) {
  const struct news_token *t = &s->tokens[at];
  const struct news_hit *rate = news_ending(s, NC_PERCENT, at);
  if (rate == NULL || rate->at == 0 || t->kind != NEWS_WORD || t->capital || s->busy[at] ||
      s->np[at] != 0)
    return false;
  return news_led_in(s, rate->at - 1u);
}

/* "a fragile one-year truce", "the long-awaited Geneva deal", "the stalled talks": where the article stands that begins a
 * mention of what two do; what lies between is words no file has. A noun that is no plural always has its article. */
static uint32_t pair_article(const struct news_sentence *s, const struct news_mention *m,
                             uint32_t at) {
  uint32_t low = at > (m->many ? 2u : 4u) ? at - (m->many ? 2u : 4u) : 0;
  while (at > low) {
    const struct news_hit *length = news_ending(s, NC_DURATION, at);
    const struct news_token *t = &s->tokens[at - 1];
    if (length != NULL) {
      at = length->at;
      continue;
    }
    if (news_led_in(s, at - 1)) return at - 1;
    bool plain = s->np[at - 1] == NEWS_NP(NC_NP_WORD) || (!s->busy[at - 1] && s->np[at - 1] == 0);
    if (t->kind != NEWS_WORD || !plain || news_in_class(s, NC_ANY_PAIR, at - 1)) return NEWS_NONE;
    at--;
  }
  return NEWS_NONE;
}

void news_scan_left(const struct news_rules *r, const struct news_sentence *s,
                    struct news_mention *m) {
  uint32_t at = m->head;
  while (at > 0 && m->head - at < FAR_LEFT) {
    const struct news_token *t = &s->tokens[at - 1];
    if (t->kind == NEWS_OPEN && at > 1 && in_phrase(s, at - 2)) {
      at--; /* the 10 percent "fentanyl tariff" */
      continue;
    }
    if (t->kind == NEWS_CLOSE && at > 2 && news_np_class(s, at - 2) == NC_NP_WORD) {
      at--; /* 24% in "reciprocal" tariffs */
      continue;
    }
    if (t->kind != NEWS_WORD && t->kind != NEWS_NUMERAL) break;
    if (take_left(r, s, m, &at)) {
      m->at = (uint16_t)at;
      continue;
    }
    uint16_t class = news_np_class(s, at - 1);
    if (class == NC_NP_THE && m->many && (news_word_is(t, "that") || news_word_is(t, "this")))
      break; /* "said that tariffs could follow" */
    if (class == NC_NP_A || class == NC_NP_THE || class == NC_NP_ITS) {
      m->definite = class != NC_NP_A;
      m->own = class == NC_NP_ITS;
      m->at = (uint16_t)(at - 1);
      break;
    }
    if (at >= 2 && news_hit_at(s, NC_MENACE, at - 1) != NULL && !news_led_in(s, at - 2))
      break; /* "Trump threatened tariffs", but "the threatened tariffs" */
    if (at >= 2 && news_hit_at(s, NC_LOOMING, at - 1) != NULL &&
        (news_hit_at(s, NC_HAVE, at - 2) != NULL || news_ending(s, NC_ACTOR, at - 1) != NULL))
      break; /* "has proposed tariffs" */
    if (class == NC_NP_WORD && at >= 2 && is_verb_here(s, at - 1))
      break; /* "may lower tariffs", but "the lower tariffs" */
    if (class == NC_NP_ALL) m->worldwide = true;
    bool between = class == NC_NP_AND && m->at < m->head && at >= 2 &&
                   m->percent == 0; /* "a duty on trucks and 10% duty on buses" */
    bool owned = at >= 2 && news_possessive(s, at - 2); /* China's increased controls */
    if (class != NC_NP_WORD && class != NC_NP_ALL && !news_possessive(s, at - 1) && !between &&
        !owned && !is_adjective(s, at - 1)) {
      uint32_t led = r->measures[m->measure].pair ? pair_article(s, m, at) : NEWS_NONE;
      if (led == NEWS_NONE) break;
      at = led + 1;
      continue;
    }
    if (between && news_ending(s, NC_GOOD, at - 1) == NULL &&
        news_ending(s, NC_PARTY, at - 1) == NULL)
      break;
    at--;
    if (class == NC_NP_WORD || class == NC_NP_ALL) m->at = (uint16_t)at;
  }
}

/* "24 points of its tariffs", "a further 24% in tariffs" */
void news_points_left(const struct news_sentence *s, struct news_mention *m) {
  uint32_t led = m->at > 0 && s->tokens[m->at - 1].kind == NEWS_OPEN ? m->at - 1u : m->at;
  const struct news_hit *in =
      led > 2 && m->percent == 0 && m->many && news_word_is(&s->tokens[led - 1], "in")
          ? news_ending(s, NC_PERCENT, led - 1u)
          : NULL;
  if (in != NULL) {
    m->percent = s->values[in->ref];
    m->at = in->at;
    return;
  }
  if (m->at < 3 || m->percent != 0 || !news_word_is(&s->tokens[m->at - 1], "of") ||
      !news_word_is(&s->tokens[m->at - 2], "points"))
    return;
  uint32_t at = m->at - 3u;
  if (news_word_is(&s->tokens[at], "percentage") && at > 0) at--;
  if (s->tokens[at].kind != NEWS_NUMERAL) return;
  m->percent = s->tokens[at].milli;
  m->at = (uint16_t)at;
}

/* "$350 billion of investment" */
void news_amount_left(const struct news_sentence *s, struct news_mention *m) {
  bool of = m->at > 1 && (news_word_is(&s->tokens[m->at - 1], "of") ||
                          news_word_is(&s->tokens[m->at - 1], "in"));
  const struct news_hit *h = of ? news_ending(s, NC_AMOUNT, m->at - 1u) : NULL;
  if (h == NULL || m->amount >= 0) return;
  m->amount = s->values[h->ref];
  m->at = h->at;
}

/* "Switzerland's tariff rate was cut to 15%", "its rate falls to": whose rate it is called, and nobody does it, pays it. */
static bool is_rate_paid(const struct news_sentence *s, const struct news_mention *m) {
  uint32_t at = m->head;
  while (at < s->count && at < m->head + 3u && !news_word_is(&s->tokens[at], "rate")) at++;
  if (at >= s->count || !news_word_is(&s->tokens[at], "rate")) return false;
  for (at++; at < s->count && (news_in_class(s, NC_BE, at) || news_in_class(s, NC_ADVERB, at) ||
                               news_in_class(s, NC_WILL, at) || news_in_class(s, NC_HAVE, at));)
    at++;
  bool moves = at < s->count && (news_in_class(s, NC_LOWERED, at) ||
                                 news_in_class(s, NC_GOES, at) || news_in_class(s, NC_RAISED, at));
  return moves && at + 1 < s->count && news_word_is(&s->tokens[at + 1], "to");
}

/* "Trump doubled India's tariff to 50%": who does it decides, and whose it is called is hit. */
void news_turn_owner(const struct news_rules *r, const struct news_sentence *s,
                     struct news_mention *m) {
  const struct news_hit *owner = news_hit_at(s, NC_PARTY, m->at);
  uint32_t end = owner != NULL ? (uint32_t)m->at + owner->n : 0;
  bool paid = owner != NULL && m->target_count == 0 && owner->ref == m->imposer && end < m->head &&
              s->tokens[end].genitive && is_rate_paid(s, m);
  if (paid) {
    m->targets[m->target_count++] = m->imposer;
    m->imposer = NEWS_NO_SIDE;
    return;
  }
  if (owner == NULL || m->at < 2 || m->target_count > 0 || owner->ref != m->imposer ||
      end >= m->head || !s->tokens[end].genitive || !news_in_class(s, NC_RATE_SET, m->at - 1))
    return;
  bool also = m->at > 2 && news_hit_at(s, NC_ADVERB, m->at - 2u) != NULL;
  const struct news_hit *who = news_ending(s, NC_ACTOR, m->at - 1u - also);
  uint8_t side = who != NULL ? (uint8_t)r->actors[who->ref].side : NEWS_NO_SIDE;
  if (side == NEWS_NO_SIDE || side == m->imposer) return;
  m->targets[m->target_count++] = m->imposer;
  m->imposer = side;
}
