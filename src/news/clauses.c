// SPDX-License-Identifier: Apache-2.0
// Clauses: what a word between two of them stands for, and which measures stand side by side.
//
// "Canada lifted its duties and suspended its tax": the "and" stands for Canada; "will lift its ban, resume purchases
// and suspend its fees": the comma and the "and" stand for "will". They are marked so, and the rules read each clause
// as if the words were printed again.
#include <string.h>

#include "news/mentions.h"
#include "news/several.h"
#include "news/slots.h"
#include "news/subjects.h"

static bool is_np(const struct news_sentence *s, uint32_t at, uint16_t class) {
  return s->np[at] == NEWS_NP(class);
}

static bool ends_in(const struct news_reader *d, const struct news_token *t, const char *tail) {
  size_t n = strlen(tail);
  return t->n > n + 1 && memcmp(d->text->text.p + t->at + t->n - n, tail, n) == 0;
}

/* "suspended", "cut": somebody did it. */
static bool is_done(const struct news_reader *d, uint32_t at) {
  const struct news_token *t = &d->s->tokens[at];
  if (t->kind != NEWS_WORD || t->capital || d->s->np[at] != 0) return false;
  return ends_in(d, t, "ed") || news_hit_at(d->s, NC_DEED, at) != NULL;
}

static bool is_aux(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"has", "have", "had", "also", "then", "later"};
  if (NEWS_IN(&s->tokens[at], words)) return true;
  return news_in_class(s, NC_DATE, at) || is_np(s, at, NC_NP_ON);
}

static bool in_mention(const struct news_sentence *s, uint32_t at) {
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (at >= s->mentions[k].at && at < (uint32_t)s->mentions[k].at + s->mentions[k].n) return true;
  return false;
}

/* The actor before the place that did something there: "Canada on Friday lifted". */
static const struct news_hit *doer_before(const struct news_reader *d, uint32_t base, uint32_t at) {
  const struct news_hit *best = NULL;
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    uint32_t v = (uint32_t)h->at + h->n;
    if (v >= at || at - h->at > 60 || in_mention(d->s, h->at) || news_possessed(d, base + v) ||
        d->s->tokens[h->at].quote != d->s->tokens[at].quote)
      continue;
    while (v < at && v < (uint32_t)h->at + h->n + 4u && is_aux(d->s, v)) v++;
    if (v < at && is_done(d, v) && (best == NULL || h->at > best->at)) best = h;
  }
  return best;
}

/* A verb of saying, and not the States. */
static bool says(const struct news_sentence *s, uint32_t at) {
  return news_hit_at(s, NC_SAY, at) != NULL && !s->tokens[at].capital;
}

/* Of the words that say what is to come the last before the place, in its quotation. */
static uint16_t modal_before(const struct news_sentence *s, uint32_t at) {
  static const uint16_t classes[] = {NC_WILL, NC_MIGHT, NC_PROMISE_TO, NC_READY};
  uint16_t best = NEWS_NONE;
  uint32_t where = 0;
  for (size_t k = 0; k < sizeof classes / sizeof *classes; k++)
    for (uint16_t i = s->heads[classes[k]]; i != NEWS_NONE; i = s->hits[i].next) {
      const struct news_hit *h = &s->hits[i];
      bool near = h->at < at && h->at + 30u > at && s->tokens[h->at].quote == s->tokens[at].quote;
      if (!near || (best != NEWS_NONE && h->at <= where)) continue;
      best = classes[k];
      where = h->at;
    }
  if (best == NC_WILL && news_has(s, NC_WISHES, where > 8 ? where - 8u : 0, where))
    return NEWS_NONE; /* "hoped the United States would keep its word and cancel the tariffs" */
  for (uint32_t k = where; best != NEWS_NONE && k < at; k++) /* another has said or done since */
    if (news_word_is(&s->tokens[k], "that") || says(s, k)) return NEWS_NONE;
  return best;
}

static bool joins(const struct news_reader *d, uint32_t base, uint32_t at) {
  return is_np(d->s, at, NC_NP_AND) ||
         (d->s->tokens[at].kind == NEWS_MARK && news_is_mark(d, base + at, ','));
}

static void share(struct news_reader *d, uint32_t base, uint32_t at) {
  uint32_t verb = at + 1;
  while (verb + 1 < d->s->count && verb < at + 3 && is_aux(d->s, verb)) verb++;
  if (d->s->tokens[verb].quote != d->s->tokens[at].quote) return;
  if (is_done(d, verb)) {
    const struct news_hit *h = doer_before(d, base, at);
    if (h == NULL || news_is_mark(d, base + at, ',')) return; /* ", imposed in May," */
    struct news_hit who = *h;
    const struct news_actor *a = &d->r->actors[who.ref];
    news_hit_add(d->s, NC_ACTOR, at, 1, who.ref);
    if (a->person) news_hit_add(d->s, NC_PERSON, at, 1, who.ref);
    if (a->side != NEWS_NO_SIDE) news_hit_add(d->s, d->r->sides[a->side].class, at, 1, who.ref);
  } else if (d->s->busy[verb] && d->s->np[verb] == 0 && !news_in_class(d->s, NC_PARTY, verb) &&
             !ends_in(d, &d->s->tokens[verb], "s")) {
    uint16_t modal = modal_before(d->s, at);
    if (modal != NEWS_NONE) news_hit_add(d->s, modal, at, 1, 0);
  }
}

/* "the president" is the one whom the article has called so. */
static void name_president(struct news_reader *d) {
  news_mind_titles(d);
  const struct news_who *p = &d->mind.president, *other = &d->mind.other_president;
  if (other->actor != NEWS_OUTLET && d->mind.he.actor == other->actor) p = other;
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE && p->actor != NEWS_OUTLET;
       i = d->s->hits[i].next) {
    struct news_hit *h = &d->s->hits[i];
    if (h->n != 2 || h->ref == p->actor || !news_word_is(&d->s->tokens[h->at], "the") ||
        !news_word_is(&d->s->tokens[h->at + 1], "president"))
      continue;
    for (uint16_t k = 0; k < d->s->hit_count; k++) {
      struct news_hit *x = &d->s->hits[k];
      if (x->at != h->at || x->n != h->n) continue;
      if (x->class == NC_PARTY) x->ref = (uint16_t)p->side;
      if (x->class == NC_PERSON) x->ref = p->actor;
    }
    h->ref = p->actor;
  }
}

/* "Ottawa said it would": the pronoun stands for whoever speaks. */
static void name_pronouns(struct news_reader *d, uint32_t base) {
  for (uint32_t i = 0; i < d->voice_count; i++) {
    const struct news_voice *v = &d->voices[i];
    if (v->sentence != base || v->lost || v->behind || v->side == NEWS_NO_SIDE) continue;
    for (uint32_t at = v->verb + 1 - base; at < v->verb + 8 - base && at < d->s->count; at++) {
      const struct news_token *t = &d->s->tokens[at];
      bool it = news_word_is(t, "it") || (v->actor != NEWS_OUTLET && news_is_pronoun(d->s, at));
      if (news_in_class(d->s, NC_PARTY, at)) break;
      if (!it || t->quote != 0) continue;
      bool pays = news_word_is(t, "it") && v->actor != NEWS_OUTLET &&
                  d->r->actors[v->actor].person && news_has(d->s, NC_OWES, at + 1, at + 4);
      if (pays && d->deciders.has[v->side]) break; /* "he said it could face a duty" */
      news_hit_add(d->s, NC_PARTY, at, 1, (uint16_t)v->side);
      if (v->actor != NEWS_OUTLET) {
        news_hit_add(d->s, NC_ACTOR, at, 1, v->actor);
        news_hit_add(d->s, d->r->sides[v->side].class, at, 1, v->actor);
      }
      break;
    }
  }
}

/* "said late on Monday that": what is said follows; but "announced a plan that". */
static bool leads_speech(const struct news_reader *d, uint32_t at) {
  uint32_t nouns = 0;
  for (uint32_t k = at; k > 0 && at - k < 12; k--) {
    const struct news_token *t = &d->s->tokens[k - 1];
    if (t->kind == NEWS_MARK) return false;
    bool object = news_hit_at(d->s, NC_REPORTS, k - 1) != NULL;
    if (says(d->s, k - 1) || news_in_class(d->s, NC_SAY_THAT, k - 1)) return nouns == 0 || !object;
    bool between = news_in_class(d->s, NC_VENUE, k - 1) || news_in_class(d->s, NC_DATE, k - 1) ||
                   d->s->np[k - 1] != 0 || news_in_class(d->s, NC_ACTOR, k - 1);
    if (!between) nouns++;
  }
  return false;
}

/* "must open its market or face a duty": what must be done is the condition. */
static bool leads_or(const struct news_sentence *s, uint32_t at) {
  for (uint32_t k = at + 1; k + 1 < s->count && k < at + 16; k++) {
    if (s->tokens[k].kind == NEWS_MARK) return false;
    if (news_word_is(&s->tokens[k], "or")) return news_has(s, NC_OWES, k + 1, k + 4);
  }
  return false;
}

/* "Should Washington go on": an if. */
static void mark_should(struct news_reader *d) {
  if (!news_may_hold(d->s, "should") && !news_may_hold(d->s, "must")) return;
  for (uint32_t at = 0; at + 2 < d->s->count; at++) {
    const struct news_token *t = &d->s->tokens[at];
    bool opens = at == 0 || d->s->tokens[at - 1].kind != NEWS_WORD;
    if (opens && (t->capital || at > 0) && news_word_is(t, "should") &&
        d->s->tokens[at + 1].kind == NEWS_WORD)
      news_hit_add(d->s, NC_IF, at, 1, 0);
    if (news_word_is(t, "must") && leads_or(d->s, at)) news_hit_add(d->s, NC_IF, at, 1, 0);
  }
}

/* "on account of that oil", "in that case" */
static bool points_at(const struct news_sentence *s, uint32_t at) {
  return is_np(s, at - 1, NC_NP_IN) || is_np(s, at - 1, NC_NP_ON) || is_np(s, at - 1, NC_NP_TO) ||
         news_word_is(&s->tokens[at - 1], "of");
}

static void mark_relatives(struct news_reader *d) {
  if (!news_may_hold(d->s, "which") && !news_may_hold(d->s, "that")) return;
  for (uint32_t at = 1; at < d->s->count; at++) {
    const struct news_token *t = &d->s->tokens[at];
    bool joint = is_np(d->s, at - 1, NC_NP_AND); /* "and that" */
    if (news_word_is(t, "which") ||
        (news_word_is(t, "that") && !joint && !points_at(d->s, at) && !leads_speech(d, at)))
      news_hit_add(d->s, NC_RELATIVE, at, 1, 0);
  }
}

void news_clause_mark(struct news_reader *d, uint32_t base, uint32_t end) {
  d->s->tokens = d->tokens.items + base;
  d->s->count = end - base;
  if (!news_marks_take(&d->marks, base, d->s)) {
    news_sentence_mark(d->r, buf_str(&d->text->text), d->published, d->s);
    news_marks_keep(&d->marks, base, d->s);
  }
  news_names_mark(d, base);
  mark_relatives(d);
  mark_should(d);
  name_president(d);
  name_pronouns(d, base);
  for (uint32_t at = 1; at + 2 < d->s->count; at++)
    if (joins(d, base, at)) share(d, base, at);
}

/* ---- measures side by side --------------------------------------------------------------------------------------- */

/* A word no class has, as goods may be. */
static bool is_plain(const struct news_reader *d, uint32_t at) {
  const struct news_token *t = &d->s->tokens[at];
  return t->kind == NEWS_WORD && !t->capital && !d->s->busy[at] && d->s->np[at] == 0;
}

/* "and Seoul an 8% tariff": the verb is the one before, whose act it is stands there. */
static uint8_t doer_right_before(const struct news_reader *d, uint32_t at) {
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    bool own = is_np(d->s, at, NC_NP_A) || is_np(d->s, at, NC_NP_ITS) ||
               news_hit_at(d->s, NC_PERCENT, at) != NULL ||
               (news_word_is(&d->s->tokens[at], "those") && at + 1 < d->s->count &&
                news_word_is(&d->s->tokens[at + 1], "on"));
    if ((uint32_t)h->at + h->n == at && own) return (uint8_t)d->r->actors[h->ref].side;
  }
  return NEWS_NO_SIDE;
}

/* "and, with them, the duties on", "and with the duties on": but "and with other duties". */
static bool with_them(const struct news_sentence *s, uint32_t at) {
  return news_word_is(&s->tokens[at], "with") && at + 1 < s->count &&
         (news_word_is(&s->tokens[at + 1], "them") || is_np(s, at + 1, NC_NP_THE));
}

/* "along with a 10% duty on buses" */
static bool is_along(const struct news_sentence *s, uint32_t at, uint32_t from) {
  static const char *const words[] = {"along", "together", "alongside"};
  if (NEWS_IN(&s->tokens[at], words)) return true;
  return at > from && news_word_is(&s->tokens[at], "with") && NEWS_IN(&s->tokens[at - 1], words);
}

/* From the end of one to the beginning of the next nothing stands but "and", "as well as", a comma and an article. */
bool news_only_joins(const struct news_reader *d, uint32_t base, uint32_t from, uint32_t to) {
  bool joined = false;
  if (from + 1 == to && news_word_is(&d->s->tokens[from], "to") &&
      news_ending(d->s, NC_PERCENT, from) != NULL && news_hit_at(d->s, NC_PERCENT, to) != NULL)
    return true; /* "levies of 10% to 15%" */
  for (uint32_t k = 0; k < 2 && from < to && is_plain(d, from); k++) from++; /* "on coal and" */
  if (from >= to || to - from > 8) return false;
  for (uint32_t at = from; at < to; at++) {
    bool join = joins(d, base, at) || news_word_is(&d->s->tokens[at], "plus") ||
                news_word_is(&d->s->tokens[at], "as") || with_them(d->s, at) ||
                is_along(d->s, at, from) || news_word_is(&d->s->tokens[at], "them") ||
                (at > from && news_word_is(&d->s->tokens[at - 1], "followed")) || /* "by" */
                news_word_is(&d->s->tokens[at], "followed") ||
                news_word_is(&d->s->tokens[at], "also");
    if (news_word_is(&d->s->tokens[at], "that")) return false; /* "and that": another clause */
    if (news_word_is(&d->s->tokens[at], "but")) return false; /* "was lifted, but a duty on cars" */
    if (news_in_class(d->s, NC_DATE, at) || news_in_class(d->s, NC_DATE, at + 1)) continue;
    if (joined && doer_right_before(d, to) != NEWS_NO_SIDE && news_in_class(d->s, NC_ACTOR, at))
      continue;
    if (!join && !is_np(d->s, at, NC_NP_A) && !is_np(d->s, at, NC_NP_THE) &&
        !is_np(d->s, at, NC_NP_ITS) && !is_np(d->s, at, NC_NP_WORD) &&
        !news_word_is(&d->s->tokens[at], "well"))
      return false;
    joined = joined || join;
  }
  return joined;
}

/* "... and a 10% duty took effect": it has a verb of its own. */
static bool has_verb(const struct news_reader *d, uint32_t at) {
  for (uint32_t k = at; k < at + 3 && k < d->s->count; k++) {
    if (d->s->tokens[k].kind != NEWS_WORD || news_hit_at(d->s, NC_RELATIVE, k) != NULL)
      return false; /* "goods that are shipped" */
    if (news_in_class(d->s, NC_WILL, k) || is_done(d, k) || is_aux(d->s, k) ||
        news_word_is(&d->s->tokens[k], "is") || news_word_is(&d->s->tokens[k], "are") ||
        news_word_is(&d->s->tokens[k], "was") || news_word_is(&d->s->tokens[k], "were") ||
        news_in_class(d->s, NC_STAYS, k))
      return !news_in_class(d->s, NC_DATE, k) && !is_np(d->s, k, NC_NP_ON);
  }
  return false;
}

/* "face 40% in the United States and those from Mexico 25%": whom the other hits, its hit; NEWS_NONE. */
static uint16_t elided(const struct news_sentence *s, uint32_t from, uint32_t to) {
  uint32_t and = from;
  while (and < to && and < from + 7 && news_np_class(s, and) != NC_NP_AND) and++;
  if (and >= to || news_elided_at(s, and) != to) return NEWS_NONE;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at > and&&s->hits[i].at < to) return i;
  uint16_t good = NEWS_NONE; /* the first: the hits of a class are last first */
  for (uint16_t i = s->heads[NC_GOOD]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at > and&&s->hits[i].at < to &&
        (good == NEWS_NONE || s->hits[i].at < s->hits[good].at))
      good = i;
  return good;
}

bool news_also_hit(const struct news_reader *d, const struct news_match *m,
                   const struct news_mention *x, enum news_side side) {
  if (m->struck == NEWS_NONE || side == NEWS_NO_SIDE) return false;
  const struct news_sentence *s = d->s;
  uint32_t end = (uint32_t)x->at + x->n;
  for (uint32_t and = end; and < s->count && and < end + 7; and++) {
    uint32_t to = news_np_class(s, and) == NC_NP_AND ? news_elided_at(s, and) : 0;
    uint16_t hit = to > 0 ? elided(s, end, to) : NEWS_NONE;
    if (hit != NEWS_NONE && s->hits[hit].ref == (uint16_t)side) return true;
  }
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE && m->own > 0; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    bool first = h->at >= m->from && h->at < m->behind && h->ref == (uint16_t)side;
    if (first && !in_mention(s, h->at)) return true;
  }
  return false;
}

static bool noun_behind(const struct news_sentence *s, const struct news_mention *x) {
  for (uint8_t k = 0; k < s->mention_count; k++) {
    const struct news_mention *y = &s->mentions[k];
    if (y->at >= x->at + x->n && y->form == NEWS_NOUN && !y->pronoun) return true;
  }
  return false;
}

bool news_beside(struct news_reader *d, struct news_match *m) {
  uint32_t base = (uint32_t)(d->s->tokens - d->tokens.items);
  const struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  if (!noun_behind(d->s, x)) return false;
  for (uint16_t i = 0; i < d->s->hit_count; i++) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->ref >= d->s->mention_count || h->at < x->at + x->n) continue;
    struct news_mention *y = &d->s->mentions[h->ref];
    if (h->class != d->r->measures[y->measure].noun || h->at != y->at || y->form != NEWS_NOUN ||
        y->pronoun || d->r->measures[y->measure].pair != d->r->measures[x->measure].pair)
      continue;
    uint16_t hit = m->struck != NEWS_NONE ? elided(d->s, (uint32_t)x->at + x->n, y->at) : NEWS_NONE;
    if ((hit == NEWS_NONE && !news_only_joins(d, base, (uint32_t)x->at + x->n, y->at)) ||
        (m->to <= y->at + y->n && has_verb(d, (uint32_t)y->at + y->n)))
      continue; /* "the duty on trucks and the one on buses took effect": of both */
    if (hit != NEWS_NONE) m->struck = hit;
    if (hit != NEWS_NONE && d->s->hits[hit].class == NC_GOOD && y->target_count == 0) {
      memcpy(y->targets, x->targets, sizeof y->targets); /* "pork and seafood one of 25%" */
      y->target_count = x->target_count;
    }
    uint32_t last = (uint32_t)y->at + y->n; /* "and Washington 15% on European ones" */
    if (y->bare && y->good == NEWS_NONE &&
        (news_word_is(&d->s->tokens[last - 1], "ones") ||
         (last < d->s->count && news_word_is(&d->s->tokens[last], "ones"))))
      y->good = x->good;
    uint8_t other = d->r->measures[y->measure].pair ? NEWS_NO_SIDE : doer_right_before(d, y->at);
    if (y->imposer == NEWS_NO_SIDE) y->imposer = other != NEWS_NO_SIDE ? other : x->imposer;
    if (y->bare && y->target_count == 0 && !y->worldwide && y->good != NEWS_NONE &&
        x->good != NEWS_NONE) { /* "10% on X's copper, 25% on wheat" */
      memcpy(y->targets, x->targets, sizeof y->targets);
      y->target_count = x->target_count;
    }
    m->behind = (uint16_t)(x->at + x->n);
    m->own = y->at;
    m->mention = i;
    m->to = (uint16_t)(y->at + y->n);
    return true;
  }
  return false;
}

/* "a duty on canola and one on pork from Canada": both hit Canada. */
void news_share_target(struct news_reader *d, const struct news_match *m) {
  struct news_match beside = *m;
  struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  if (x->good == NEWS_NONE || x->target_count > 0 || d->r->measures[x->measure].pair) return;
  while (news_beside(d, &beside)) {
    const struct news_mention *y = &d->s->mentions[d->s->hits[beside.mention].ref];
    if (y->good == NEWS_NONE || y->target_count == 0) continue;
    memcpy(x->targets, y->targets, sizeof x->targets);
    x->target_count = y->target_count;
    return;
  }
}
