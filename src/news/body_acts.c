// SPDX-License-Identifier: Apache-2.0
// Bodies that act or say something behind their name: "the ministry ... raised", "according to the court".
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

/* Behind this the name of a body cannot go on to the left: a verb, a preposition, a joint. */
static bool bars(const struct news_reader *d, uint32_t at) {
  uint8_t np = d->s->np[at];
  bool noun = news_in_class(d->s, NC_TITLE, at) || news_in_class(d->s, NC_BODY, at) ||
              news_in_class(d->s, NC_PARTY, at) || news_in_class(d->s, NC_GOOD, at);
  if (d->s->busy[at] && !noun && np == 0) return true; /* "signed an order" */
  return d->s->tokens[at].kind != NEWS_WORD || np >= NEWS_NP(NC_NP_ON) ||
         news_in_class(d->s, NC_SAY, at) || news_in_class(d->s, NC_WILL, at) ||
         news_in_class(d->s, NC_SAY_THAT, at) || news_in_class(d->s, NC_TURN, at);
}

/* Where the words before a body begin that are part of its name: "China's commerce", "a senior", "the farm". */
static uint32_t start_of(const struct news_reader *d, uint32_t base, uint32_t at) {
  uint32_t low = at;
  for (uint32_t k = at; k > 0 && at - k < 5 && !bars(d, k - 1); k--) {
    bool heads = (d->s->np[k - 1] != 0 && d->s->np[k - 1] <= NEWS_NP(NC_NP_ITS)) ||
                 news_in_class(d->s, NC_PARTY, k - 1) || news_in_class(d->s, NC_TITLE, k - 1) ||
                 news_in_class(d->s, NC_BODY, k - 1) || news_possessed(d, base + k - 1);
    if (heads) low = k - 1;
  }
  return low;
}

/* It begins a clause: nothing stands before it, or a mark or a word that joins. */
static bool begins_clause(const struct news_reader *d, uint32_t low) {
  if (low == 0 || d->s->tokens[low - 1].kind == NEWS_MARK) return true;
  return d->s->np[low - 1] == NEWS_NP(NC_NP_AND) || news_in_class(d->s, NC_TURN, low - 1);
}

/* Behind "of the presidential office", "for the Commission". */
static uint32_t past_of(const struct news_reader *d, uint32_t at) {
  uint32_t end = at;
  if (end < d->s->count &&
      (news_word_is(&d->s->tokens[end], "of") || news_word_is(&d->s->tokens[end], "for") ||
       news_word_is(&d->s->tokens[end], "at") || news_word_is(&d->s->tokens[end], "in"))) {
    for (end++; end < d->s->count && end < at + 7; end++)
      if (news_in_class(d->s, NC_BODY, end) || news_in_class(d->s, NC_ACTOR, end)) {
        while (end < d->s->count &&
               (news_in_class(d->s, NC_BODY, end) || news_in_class(d->s, NC_ACTOR, end) ||
                news_in_class(d->s, NC_TITLE, end) || d->s->tokens[end].genitive))
          end++;
        return end;
      }
    return at;
  }
  return end;
}

/* "its commerce ministry has threatened", "a spokeswoman for the Treasury declined": who acts there is marked as an actor,
 * so that rules find them. */
void news_bodies_act(struct news_reader *d, uint32_t base) {
  uint16_t last = d->s->hit_count;
  if (d->s->heads[NC_BODY] == NEWS_NONE && d->s->heads[NC_PAPER] == NEWS_NONE) return;
  for (uint16_t i = 0; i < last; i++) {
    const struct news_hit h = d->s->hits[i];
    if ((h.class != NC_BODY && h.class != NC_PAPER) || d->s->tokens[h.at].quote != 0 ||
        news_in_class(d->s, NC_ACTOR, h.at))
      continue;
    uint32_t low = start_of(d, base, h.at), end = past_of(d, (uint32_t)h.at + h.n);
    if (end >= d->s->count || d->s->tokens[end].kind != NEWS_WORD || !begins_clause(d, low) ||
        news_possessed(d, base + end) || news_in_class(d->s, NC_BODY, end) ||
        news_in_class(d->s, NC_TITLE, end) || d->s->tokens[end].capital)
      continue;
    struct news_subject who = {.actor = NEWS_OUTLET};
    if (h.class == NC_PAPER) { /* "the Chinese statement made no mention of soybeans" */
      if (!news_body_named(d, low, h.at, &who)) continue;
    } else if (!news_body_at(d, base, &h, end, end, &who) || who.source)
      continue;
    if (who.actor == NEWS_OUTLET) continue;
    enum news_side side = d->r->actors[who.actor].side;
    news_hit_add(d->s, NC_ACTOR, low, end - low, who.actor);
    if (side == NEWS_NO_SIDE) continue;
    news_hit_add(d->s, NC_PARTY, low, end - low, (uint16_t)side);
    news_hit_add(d->s, d->r->sides[side].class, low, end - low, who.actor);
  }
}

/* Where the subject of the verb can begin: behind the last mark, verb of saying or "that". */
static uint32_t clause_start(const struct news_reader *d, uint32_t verb) {
  uint32_t at = verb;
  while (at > 0 && verb - at < 16) {
    const struct news_token *t = &d->s->tokens[at - 1];
    if ((t->kind != NEWS_WORD && t->kind != NEWS_NUMERAL) || news_word_is(t, "that") ||
        news_hit_at(d->s, NC_SAY, at - 1) != NULL)
      break;
    at--;
  }
  return at;
}

static const struct news_hit *first_of(const struct news_sentence *s, uint16_t class, uint32_t from,
                                       uint32_t to) {
  const struct news_hit *best = NULL;
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->at >= from && h->at < to && (best == NULL || h->at < best->at)) best = h;
  }
  return best;
}

/* "people familiar with the talks said": the word that heads the subject is one for people nobody names. */
bool news_source_before(const struct news_reader *d, uint32_t base, uint32_t verb,
                        struct news_subject *out) {
  uint32_t start = clause_start(d, verb);
  if (start == verb && verb > 1 && news_is_mark(d, base + verb - 1, ',')) {
    uint32_t at = verb - 1; /* "a person close to him, who ..., said" */
    while (at > 0 && verb - at < 14 && !news_is_mark(d, base + at - 1, ',')) at--;
    start = at > 0 ? clause_start(d, at - 1) : 0;
  }
  const struct news_hit *h = first_of(d->s, NC_SOURCE, start, verb);
  if (h == NULL || d->tokens.items[base + h->at].quote != 0) return false;
  const struct news_hit *named = first_of(d->s, NC_PERSON, start, h->at);
  if (named != NULL) return false; /* "Trump told people" */
  struct news_subject whose;       /* "Indian government sources" */
  *out = (struct news_subject){.at = h->at, .actor = NEWS_OUTLET, .source = true};
  if (first_of(d->s, NC_BODY, start, h->at) != NULL && news_body_named(d, start, h->at, &whose))
    *out = whose;
  return true;
}

/* "said commerce ministry spokesperson NAME": the person behind the office. */
static bool heads_person(const struct news_sentence *s, uint32_t end) {
  for (uint32_t at = end; at < end + 2u && at < s->count && s->tokens[at].kind == NEWS_WORD; at++)
    if (news_hit_at(s, NC_PERSON, at) != NULL) return true;
  return false;
}

/* "according to", "said": whoever is named first behind it. */
bool news_behind(struct news_reader *d, uint32_t base, uint32_t from, struct news_subject *out) {
  const struct news_hit *held = NULL;
  for (uint32_t at = from; at < from + 9 && at < d->s->count; at++) {
    const struct news_token *t = &d->s->tokens[at];
    if (t->kind == NEWS_MARK || t->kind == NEWS_OPEN) break;
    const struct news_hit *h = news_hit_at(d->s, NC_ACTOR, at);
    uint32_t after = h != NULL ? (uint32_t)h->at + h->n : at + 1;
    if (h != NULL && !news_possessed(d, base + after)) {
      held = held == NULL || d->r->actors[h->ref].person ? h : held;
      if (d->r->actors[h->ref].person) break;
      at = after - 1;
      continue;
    }
    const struct news_hit *body = news_hit_at(d->s, NC_BODY, at);
    bool titled = body != NULL && news_in_class(d->s, NC_TITLE, at);
    if (t->capital && h == NULL && news_name_at(d, base, at, out)) return true;
    if (titled && at + 1 < d->s->count && d->s->tokens[at + 1].capital) continue;
    if (body != NULL && held == NULL && heads_person(d->s, (uint32_t)body->at + body->n)) continue;
    if (body != NULL && held == NULL) {
      uint32_t high = (uint32_t)body->at + body->n + 5;
      return news_body_at(d, base, body, high < d->s->count ? high : d->s->count, d->s->count, out);
    }
    const struct news_hit *paper = news_hit_at(d->s, NC_PAPER, at);
    if (held == NULL && paper != NULL && !news_sheet_by(d->s, paper)) return false;
    if (held == NULL && news_hit_at(d->s, NC_SOURCE, at) != NULL) {
      *out = (struct news_subject){.at = at, .actor = NEWS_OUTLET, .source = true};
      return true;
    }
    if (held != NULL && !t->capital && !news_in_class(d->s, NC_TITLE, at) && body == NULL) break;
  }
  bool someone = from + 1 < d->s->count &&
                 (news_np_class(d->s, from) == NC_NP_A || news_word_is(&d->s->tokens[from], "one"));
  if (held == NULL && someone) { /* "said a freight broker in Yiwu" */
    *out = (struct news_subject){.at = from + 1, .actor = NEWS_OUTLET, .source = true};
    return true;
  }
  if (held == NULL) return false;
  *out = (struct news_subject){.at = held->at, .actor = held->ref};
  struct news_subject own = *out;
  if (!d->r->actors[held->ref].person &&
      news_body_named(d, held->at, (uint32_t)held->at + held->n + 3u, &own))
    *out = own;
  return true;
}
