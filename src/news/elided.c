// SPDX-License-Identifier: Apache-2.0
// Measures without their noun: "a 25% tariff on steel and one on cars", "Washington's is 30%".
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

/* Of a kind with a rate: a duty. */
static bool has_rate(const struct news_reader *d, uint16_t measure) {
  return news_has_rate(d->r, measure);
}

static bool in_any(const struct news_sentence *s, uint32_t at) {
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (at >= s->mentions[k].at && at < (uint32_t)s->mentions[k].at + s->mentions[k].n) return true;
  return false;
}

/* What is named last before the place, or in the sentence before: a duty; or "answered the port fees with its own". */
static const struct news_mention *noun_before(const struct news_reader *d, uint32_t at, bool duty) {
  const struct news_mention *best = NULL;
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *x = &d->s->mentions[k];
    bool fits = duty ? has_rate(d, x->measure) : !d->r->measures[x->measure].pair;
    if (x->form == NEWS_NOUN && x->at < at && fits && (best == NULL || x->at > best->at)) best = x;
  }
  if (best != NULL || d->since_charge > 1 || d->last_charge == NEWS_NONE) return best;
  return !duty || has_rate(d, d->last_charge) ? news_last_of(d, d->last_charge) : NULL;
}

static const struct news_mention *duty_before(const struct news_reader *d, uint32_t at) {
  return noun_before(d, at, true);
}

/* "(those on watches) from Indonesia": the land; NULL. */
static const struct news_hit *sent_from(const struct news_sentence *s, uint32_t at) {
  if (at + 1 >= s->count || !news_word_is(&s->tokens[at], "from")) return NULL;
  at += 1u + news_word_is(&s->tokens[at + 1], "the");
  return at < s->count ? news_hit_at(s, NC_PARTY, at) : NULL;
}

/* "one on Korean wine", "the one on cars", "that on Korean ones": the goods and whom it hits behind "on"; false: none. */
static bool take_on(const struct news_sentence *s, struct news_mention *m, uint32_t at,
                    uint16_t same) {
  for (uint32_t k = at; k < s->count && k < at + 5; k++) {
    const struct news_hit *who = news_hit_at(s, NC_PARTY, k), *what = news_hit_at(s, NC_GOOD, k);
    if (who != NULL && m->target_count == 0) m->targets[m->target_count++] = (uint8_t)who->ref;
    if (what != NULL) {
      uint32_t end = k + what->n; /* "those on steel, copper and cars" */
      m->good = what->ref;
      end = news_lists(s, end) ? news_behind_list(s, end) : end;
      const struct news_hit *from = m->target_count == 0 ? sent_from(s, end) : NULL;
      if (from != NULL) m->targets[m->target_count++] = (uint8_t)from->ref;
      m->n = (uint16_t)((from != NULL ? from->at + from->n : end) - m->at);
      return true;
    }
    bool goods = news_word_is(&s->tokens[k], "goods");
    if (m->target_count > 0 && (goods || news_word_is(&s->tokens[k], "ones"))) {
      m->good = goods ? NEWS_NONE : same;
      m->n = (uint16_t)(k + 1 - m->at);
      return true;
    }
    if (who != NULL) m->n = (uint16_t)(k + who->n - m->at);
    if (who == NULL && s->np[k] == 0) break;
  }
  m->good = NEWS_NONE; /* "those on Canada, Mexico and China" */
  if (m->target_count == 0) return false;
  for (uint32_t k = (uint32_t)m->at + m->n; k + 1 < s->count; k = (uint32_t)m->at + m->n) {
    uint32_t next = k + (s->tokens[k].kind == NEWS_MARK);
    next += news_word_is(&s->tokens[next], "and");
    const struct news_hit *h = next > k && next < s->count ? news_hit_at(s, NC_PARTY, next) : NULL;
    uint32_t end = h != NULL ? next + h->n : 0;
    if (h == NULL || (end < s->count && news_is_verb(s, end))) break;
    news_target_add(m, h->ref);
    m->n = (uint16_t)(end - m->at);
  }
  return true;
}

/* "one on", "those on", "that on" */
static bool stands_for(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"one", "those", "that"};
  return NEWS_IN(&s->tokens[at], words) && news_word_is(&s->tokens[at + 1], "on");
}

static void add_ones(struct news_reader *d) {
  struct news_sentence *s = d->s;
  for (uint32_t at = 0; at + 2 < s->count && s->mention_count < NEWS_MENTIONS; at++) {
    if (!news_word_is(&s->tokens[at + 1], "on")) continue;
    const struct news_hit *owner = at > 0 && s->tokens[at].genitive
                                       ? news_ending(s, NC_PARTY, at)
                                       : NULL; /* "and Washington's on Chinese ones" */
    if ((!stands_for(s, at) && owner == NULL) || in_any(s, at)) continue;
    const struct news_mention *x = duty_before(d, at);
    if (x == NULL && owner != NULL) x = noun_before(d, at, false);
    if (x == NULL) continue;
    bool the = at > 0 && news_word_is(&s->tokens[at - 1], "the");
    bool many = at == 0 && news_word_is(&s->tokens[at], "those");
    struct news_mention m = {.measure = x->measure,
                             .at = (uint16_t)(at - the),
                             .n = 1,
                             .head = (uint16_t)at,
                             .form = NEWS_NOUN,
                             .imposer = x->imposer,
                             .good = NEWS_NONE,
                             .amount = -1};
    const struct news_hit *doer = news_ending(s, NC_PARTY, m.at); /* "and Ottawa those on" */
    if (doer != NULL && news_hit_at(s, NC_ACTOR, doer->at) != NULL) m.imposer = (uint8_t)doer->ref;
    if (owner != NULL) {
      m.imposer = (uint8_t)owner->ref;
      m.at = owner->at;
      m.n = (uint16_t)(at + 1u - owner->at);
    }
    if (!take_on(s, &m, at + 2, x->good)) continue;
    uint32_t behind = (uint32_t)m.at + m.n; /* "left the one on Pakistani goods at 19%" */
    const struct news_hit *rate = behind + 1 < s->count && news_word_is(&s->tokens[behind], "at")
                                      ? news_hit_at(s, NC_PERCENT, behind + 1)
                                      : NULL;
    if (rate != NULL) {
      m.percent = s->values[rate->ref];
      m.n = (uint16_t)(rate->at + rate->n - m.at);
    }
    if (m.good == x->good &&
        (m.target_count == 0 || (x->target_count > 0 && m.targets[0] == x->targets[0])))
      continue;
    if (m.target_count == 0 &&
        !(x->lent && many)) { /* "Not all of them are gone. Those on steel" */
      memcpy(m.targets, x->targets, sizeof m.targets);
      m.target_count = x->target_count;
    }
    news_mention_again(d, &m);
  }
}

/* "doubled India's tariff": whose it is called is hit. */
static bool is_turned(const struct news_sentence *s, const struct news_mention *x) {
  const struct news_hit *owner = news_hit_at(s, NC_PARTY, x->at);
  return owner != NULL && owner->ref != x->imposer && x->imposer != NEWS_NO_SIDE &&
         news_hits_side(x, (uint8_t)owner->ref) && (uint32_t)x->at + owner->n < s->count &&
         s->tokens[x->at + owner->n].genitive;
}

/* "Mexico's at 25%" beside a duty on others: who decides that one hits Mexico too; but "Japan's is 15%, Korea's 40%". */
static bool hits_too(const struct news_reader *d, const struct news_mention *x, uint8_t who) {
  const struct news_sentence *s = d->s;
  bool here = x >= s->mentions && x < s->mentions + s->mention_count;
  bool open = x->target_count == 0 && x->good == NEWS_NONE; /* whom it hits is not said */
  if (!here || open || news_hits_side(x, who) || x->imposer == who) return false;
  if (is_turned(s, x)) return true;
  for (uint32_t at = x->at; at < (uint32_t)x->head; at++)
    if (s->tokens[at].genitive) return false;
  return true;
}

/* Of this sentence, and whose it is stands before it with 's, as before the other. */
static bool owned(const struct news_sentence *s, const struct news_mention *x, uint8_t who) {
  if (x < s->mentions || x >= s->mentions + s->mention_count || x->target_count == 0 ||
      news_hits_side(x, who) || x->imposer == who || x->imposer == NEWS_NO_SIDE || is_turned(s, x))
    return false;
  for (uint32_t at = x->at; at < (uint32_t)x->head; at++)
    if (s->tokens[at].genitive) return true;
  return false;
}

/* "Washington's is 30%", "China's on American goods at 50%": its duty on whom it answers. */
static void add_answers(struct news_reader *d) {
  static const char *const verbs[] = {"is", "was", "are", "were", "at", "will", "would", "to"};
  struct news_sentence *s = d->s;
  if (s->heads[NC_PARTY] == NEWS_NONE || !s->genitive) return;
  for (uint32_t at = 0; at + 2 < s->count && s->mention_count < NEWS_MENTIONS; at++) {
    const struct news_hit *who = news_hit_at(s, NC_PARTY, at);
    uint32_t end = who != NULL ? (uint32_t)who->at + who->n + 1u : 0;
    if (who == NULL || end + 1 >= s->count || !s->tokens[end - 1].genitive || in_any(s, at))
      continue;
    bool verb = (NEWS_IN(&s->tokens[end], verbs) || news_in_class(s, NC_STOOD, end)) &&
                (!news_word_is(&s->tokens[end], "to") || news_hit_at(s, NC_PERCENT, end + 1));
    const struct news_mention *x = verb ? duty_before(d, at) : NULL;
    bool alike = x != NULL && owned(s, x, (uint8_t)who->ref);
    bool too = !alike && x != NULL && hits_too(d, x, (uint8_t)who->ref);
    if (x == NULL || x->imposer == (uint8_t)who->ref ||
        (!too && !alike &&
         (x->imposer == NEWS_NO_SIDE || x->target_count != 1 ||
          x->targets[0] != (uint8_t)who->ref)))
      continue;
    struct news_mention m = {.measure = x->measure,
                             .at = (uint16_t)at,
                             .n = (uint16_t)(who->n + 1u),
                             .head = (uint16_t)at,
                             .form = NEWS_NOUN,
                             .imposer = (uint8_t)who->ref,
                             .good = x->good,
                             .amount = -1,
                             .target_count = 1};
    m.targets[0] = x->imposer;
    if (alike) { /* "Korea's tariff on American beef is 3% and Japan's is 23%" */
      memcpy(m.targets, x->targets, sizeof m.targets);
      m.target_count = x->target_count;
    }
    if (too) {
      m.imposer = x->imposer;
      m.targets[0] = (uint8_t)who->ref;
    }
    const struct news_hit *rate = news_hit_at(s, NC_PERCENT, end + 1);
    bool to = rate != NULL && news_word_is(&s->tokens[end], "to"); /* "raised Canada's to 35%" */
    if (rate != NULL && (to || news_word_is(&s->tokens[end], "at"))) { /* "left Mexico's at 25%" */
      *(to ? &m.to : &m.percent) = s->values[rate->ref];
      m.n = (uint16_t)(rate->at + rate->n - at);
    }
    news_mention_again(d, &m);
  }
}

/* "on top of a 39% duty", "of which 20% is a levy": of those the duty before it hits. */
static bool led_as_part(const struct news_sentence *s, const struct news_mention *m) {
  for (uint32_t at = m->at; at > 1 && at + 5u > m->at; at--) {
    const struct news_token *t = &s->tokens[at - 1];
    if (news_word_is(t, "of") &&
        (news_word_is(&t[-1], "top") || (at < s->count && news_word_is(&t[1], "which"))))
      return true;
    if (news_word_is(t, "to") && news_word_is(&t[-1], "addition")) return true;
    if (at > 2 && news_word_is(t, "of") && news_word_is(&t[-1], "up") &&
        news_word_is(&t[-2], "made"))
      return true; /* "a tariff of 30%, made up of a 20% duty and a 10% one" */
    if (news_word_is(t, "with") && news_word_is(&t[-1], "compared")) return true;
  }
  return false;
}

/* "instead of the 100% duty it has charged": beside another in its sentence. */
static void take_compared(struct news_reader *d, struct news_mention *m, uint8_t index) {
  const struct news_mention *x = m->percent > 0 && !m->loose ? duty_before(d, m->at) : NULL;
  if (x == NULL || m->compared || !news_led_by_compare(d->s, m->at) || x->at >= m->at) return;
  m->compared = true;
  news_hit_add(d->s, NC_COMPARED, m->at, m->n, index);
}

/* The rate that the mention ends with, another right behind it, "and 15%", "to 15%"; NULL. */
static struct news_mention *next_rate(struct news_sentence *s, const struct news_mention *x) {
  static const char *const joins[] = {"and", "or", "to"};
  uint32_t end = (uint32_t)x->at + x->n;
  if (end + 1 >= s->count || !NEWS_IN(&s->tokens[end], joins) ||
      news_ending(s, NC_PERCENT, end) == NULL)
    return NULL;
  for (uint8_t i = 0; i < s->mention_count; i++)
    if (s->mentions[i].at == end + 1 && s->mentions[i].bare) return &s->mentions[i];
  return NULL;
}

/* "ones of 15% and 10% on farm goods", "levies of 10% to 15%": what stands behind the last is hit by both, and whose the first
 * is both are. */
static void share_object(struct news_sentence *s) {
  for (uint8_t k = 0; k < s->mention_count; k++) {
    struct news_mention *x = &s->mentions[k];
    bool rated = x->bare || (x->form == NEWS_NOUN && x->many && x->percent > 0 && x->to == 0);
    struct news_mention *y = rated ? next_rate(s, x) : NULL;
    if (y == NULL) continue;
    bool open = x->good == NEWS_NONE && x->target_count == 0 && !x->worldwide;
    bool on = y->head + 1u < s->count && news_word_is(&s->tokens[y->head + 1], "on");
    if (open && (on || !x->bare)) {
      x->good = y->good;
      memcpy(x->targets, y->targets, sizeof x->targets);
      x->target_count = y->target_count;
    }
    if (x->bare) continue;
    if (y->imposer == NEWS_NO_SIDE) y->imposer = x->imposer;
    if (y->good != NEWS_NONE || y->target_count > 0) continue;
    y->good = x->good;
    memcpy(y->targets, x->targets, sizeof y->targets);
    y->target_count = x->target_count;
  }
}

static void take_parts(struct news_reader *d) {
  share_object(d->s);
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    struct news_mention *m = &d->s->mentions[k];
    if (m->form != NEWS_NOUN || m->pronoun || !has_rate(d, m->measure)) continue;
    take_compared(d, m, k);
    if (!led_as_part(d->s, m)) continue;
    const struct news_mention *x = duty_before(d, m->at);
    if (m->target_count == 0 && !m->worldwide && (x == NULL || x->target_count == 0))
      news_take_payer(d->s, m, NULL);
    if (x == NULL) continue;
    if (m->imposer == NEWS_NO_SIDE) m->imposer = x->imposer;
    if (m->worldwide && m->target_count == 0) continue;
    if (m->target_count > 0 && !news_hits_side(x, m->targets[0])) continue;
    if (m->good == NEWS_NONE) m->good = x->good;
    if (m->target_count > 0) continue;
    memcpy(m->targets, x->targets, sizeof m->targets);
    m->target_count = x->target_count;
  }
}

/* "Half of it was imposed in August": of the duty spoken of last. */
static void add_halves(struct news_reader *d) {
  static const char *const whole[] = {"it", "that", "this", "which"};
  struct news_sentence *s = d->s;
  if (!news_may_hold(s, "half")) return;
  for (uint32_t at = 0; at + 3 < s->count && s->mention_count < NEWS_MENTIONS; at++) {
    if (!news_word_is(&s->tokens[at], "half") || !news_word_is(&s->tokens[at + 1], "of") ||
        !NEWS_IN(&s->tokens[at + 2], whole) ||
        (!news_is_verb(s, at + 3) && news_hit_at(s, NC_BE, at + 3) == NULL))
      continue;
    const struct news_mention *x = duty_before(d, at);
    if (x == NULL || x->percent == 0 || x->imposer == NEWS_NO_SIDE) continue;
    struct news_mention m = *x;
    m.at = m.head = (uint16_t)at;
    m.n = 3;
    m.percent = (x->to > 0 ? x->to : x->percent) / 2;
    m.to = m.was = 0;
    m.definite = true;
    news_mention_again(d, &m);
  }
}

/* "its own on European cars to 15%": the goods, and the rate behind them; false: of somebody else. */
static bool take_own(const struct news_sentence *s, struct news_mention *m, uint32_t at) {
  const struct news_hit *who = NULL, *what = NULL;
  news_read_object(s, at, &who, &what);
  if (who == NULL && what == NULL) return false;
  if (who != NULL && who->ref != m->targets[0]) return false;
  uint32_t end = who != NULL ? (uint32_t)who->at + who->n : 0;
  if (what != NULL && (uint32_t)what->at + what->n > end) end = (uint32_t)what->at + what->n;
  if (what != NULL) m->good = what->ref;
  m->n = (uint16_t)(end - m->at);
  const struct news_hit *to = end + 1 < s->count ? news_hit_at(s, NC_PERCENT, end + 1) : NULL;
  if (to == NULL || !news_word_is(&s->tokens[end], "to")) return true;
  m->to = s->values[to->ref];
  m->n = (uint16_t)(m->n + 1 + to->n);
  return true;
}

/* "India will lower its own to 5%": what it has on whoever the duty before is of. */
static void add_own(struct news_reader *d) {
  struct news_sentence *s = d->s;
  for (uint32_t at = 2; at + 1 < s->count && s->mention_count < NEWS_MENTIONS; at++) {
    bool own = news_word_is(&s->tokens[at], "own") && news_word_is(&s->tokens[at - 1], "its") &&
               (s->tokens[at + 1].kind == NEWS_MARK || news_word_is(&s->tokens[at + 1], "to") ||
                news_word_is(&s->tokens[at + 1], "from") ||
                news_word_is(&s->tokens[at + 1], "on") || news_hit_at(s, NC_DATE, at + 1) != NULL ||
                (at + 2 < s->count && news_word_is(&s->tokens[at + 2], "same")));
    const struct news_mention *x = own ? duty_before(d, at) : NULL;
    if (own && x == NULL) x = noun_before(d, at, false);
    if (x == NULL || in_any(s, at)) continue;
    enum news_side who = news_named_before(d, 0, at, NEWS_NO_SIDE, true);
    uint8_t other =
        x->imposer; /* "Washington will cut its tariff on Chinese goods and China its own" */
    if (other == NEWS_NO_SIDE && x->own && x->at < at)
      other = (uint8_t)news_named_before(d, 0, x->at, NEWS_NO_SIDE, true);
    if (other == NEWS_NO_SIDE) continue;
    if (x->target_count == 1
            ? who != (enum news_side)x->targets[0]
            : has_rate(d, x->measure) || who == NEWS_NO_SIDE || who == (enum news_side)other)
      continue;
    struct news_mention m = {.measure = x->measure,
                             .at = (uint16_t)(at - 1),
                             .n = 2,
                             .head = (uint16_t)at,
                             .form = NEWS_NOUN,
                             .imposer = (uint8_t)who,
                             .good = x->good,
                             .amount = -1,
                             .target_count = 1};
    m.targets[0] = other;
    const struct news_hit *to = news_hit_at(s, NC_PERCENT, at + 2);
    if (to != NULL && news_word_is(&s->tokens[at + 1], "to")) {
      m.to = s->values[to->ref];
      m.n = (uint16_t)(3 + to->n);
    }
    if (news_word_is(&s->tokens[at + 1], "on") && !take_own(s, &m, at + 2)) continue;
    news_mention_again(d, &m);
  }
}

/* "Japan and Mexico agreed to lift their duties on each other's cars": the only two that are named before; false: others. */
bool news_two_before(const struct news_sentence *s, uint32_t at, enum news_side *one,
                     enum news_side *two) {
  uint16_t a = NEWS_NO_SIDE, b = NEWS_NO_SIDE;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    uint16_t side = s->hits[i].ref;
    if (s->hits[i].at >= at || side == a || side == b) continue;
    if (b != NEWS_NO_SIDE) return false;
    *(a != NEWS_NO_SIDE ? &b : &a) = side;
  }
  if (b == NEWS_NO_SIDE) return false;
  *one = (enum news_side)a;
  *two = (enum news_side)b;
  return true;
}

void news_mark_elided(struct news_reader *d) {
  take_parts(d);
  add_own(d);
  add_ones(d);
  add_answers(d);
  add_halves(d);
}
