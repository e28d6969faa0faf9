// SPDX-License-Identifier: Apache-2.0
// Whose word a statement is: the quotation it stands in, the voice that covers it, the actor its rule marks.
//
// What one side tells of the other's act is that side's word, never the other's.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

enum news_side news_side_of(const struct news_reader *d, uint16_t actor) {
  return actor == NEWS_OUTLET ? NEWS_NO_SIDE : d->r->actors[actor].side;
}

static void add_path(struct news_statement *st, uint16_t actor) {
  for (int k = 0; k < 3; k++) {
    if (st->path[k] == actor) return;
    if (st->path[k] != NEWS_OUTLET) continue;
    st->path[k] = actor;
    return;
  }
}

/* "Bessent said Li told him": the speaker, then whom they tell of, as far as the files know them. */
static void set_path(const struct news_reader *d, struct news_statement *st, uint32_t token) {
  if (st->speaker != NEWS_OUTLET) add_path(st, st->speaker);
  for (uint32_t i = 0; i < d->voice_count; i++) {
    const struct news_voice *v = &d->voices[i];
    if (token >= v->from && token < v->to && v->actor != NEWS_OUTLET) add_path(st, v->actor);
  }
}

/* The name is part of a measure's words, or stands for what it owns: "tariffs on Canada", "Ottawa's plan". */
static bool in_mention(const struct news_reader *d, uint16_t hit, const struct news_match *m) {
  const struct news_hit *h = &d->s->hits[hit];
  uint32_t after = (uint32_t)h->at + h->n;
  if (after < d->s->count && d->s->tokens[after].genitive) return true;
  if (after + 1 < d->s->count && news_word_is(&d->s->tokens[after + 1], "who"))
    return false; /* "for talks with Trump, who has threatened" */
  uint32_t before = h->at > 0 && d->s->np[h->at - 1] == NEWS_NP(NC_NP_THE) ? h->at - 1u : h->at;
  if (before > 0 && news_hit_at(d->s, NC_RELATIVE, before - 1) != NULL)
    return false; /* "a deal that the government has not confirmed" */
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *x = &d->s->mentions[k];
    bool far = m->mention != NEWS_NONE && x->at + x->n <= m->from; /* "asked whether it would" */
    if (!far && h->at >= x->at && h->at < x->at + x->n) return true;
  }
  return false;
}

/* ", a step that still leaves": a noun for what was told before, with a clause that adds to it. */
static bool sums_up(const struct news_sentence *s, uint32_t at) {
  if (news_np_class(s, at) != NC_NP_A) return false;
  for (uint32_t k = at + 1; k + 1 < s->count && k < at + 4; k++)
    if (news_in_class(s, NC_SUMS_UP, k))
      return news_word_is(&s->tokens[k + 1], "that") || news_word_is(&s->tokens[k + 1], "which");
  return false;
}

/* ", suspended since May": a participle between commas tells how it is, and by whose word nobody says. */
static bool is_participle(const struct news_reader *d, uint32_t at) {
  static const char *const joints[] = {"since", "until", "in", "last", "by"};
  const struct news_token *t = &d->s->tokens[at];
  if (t->kind != NEWS_WORD || t->n < 4 || at + 1 >= d->s->count) return false;
  const char *end = d->text->text.p + t->at + t->n;
  const struct news_voice *v = news_voice_at(d, (uint32_t)(t - d->tokens.items));
  if (v != NULL && v->behind) return false; /* "..., suspended since May, stay so, NAME said" */
  return end[-1] == 'd' && end[-2] == 'e' && NEWS_IN(&t[1], joints);
}

/* "the truce, which was to end in May, will run on": the clause between the commas ends before the verb that is read. */
static bool closes(const struct news_sentence *s, uint32_t which, uint32_t to) {
  uint32_t at = which + 1u;
  while (at < to && s->tokens[at].kind != NEWS_MARK) at++;
  return at + 1u < to;
}

/* ", which took effect in May": what a relative clause adds is the outlet's. */
static bool is_aside(const struct news_reader *d, const struct news_statement *st,
                     const struct news_match *m) {
  enum news_status status = d->r->rules[st->rule].status;
  if (status != NEWS_IN_FORCE && status != NEWS_ENDED && status != NEWS_SUSPENDED &&
      status != NEWS_FRAMEWORK)
    return false;
  for (uint32_t at = m->from > 12 ? m->from - 12u : 1; at < m->from; at++)
    if (d->s->tokens[at].quote == 0 && d->s->tokens[at - 1].kind == NEWS_MARK && sums_up(d->s, at))
      return true;
  for (uint32_t at = m->from > 3 ? m->from - 2u : 1; at < m->to; at++) {
    const struct news_token *t = &d->s->tokens[at];
    bool led = at > 1 && t[-2].kind == NEWS_MARK && d->s->np[at - 1] >= NEWS_NP(NC_NP_ON) &&
               d->s->np[at - 1] <= NEWS_NP(NC_NP_BY); /* ", on which" */
    bool told = at > m->from && at + 1u >= m->to && is_participle(d, at);
    if (t->quote == 0 && (t[-1].kind == NEWS_MARK || led) &&
        (((news_word_is(t, "which") || news_word_is(t, "whose")) &&
          !(m->from < at && closes(d->s, at, m->to))) ||
         told))
      return true;
  }
  return false;
}

/* ", a day after Trump ordered a duty": what was before is told by whoever reports. */
static bool is_background(const struct news_reader *d, const struct news_voice *v, uint32_t token) {
  static const char *const units[] = {"hours", "day",    "days", "week", "weeks",
                                      "month", "months", "year", "years"};
  const struct news_token *t = d->tokens.items;
  for (uint32_t at = v->verb + 3; !v->behind && at < token; at++) {
    if (t[at].quote != 0 || !news_word_is(&t[at], "after")) continue;
    bool unit = false, comma = false;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
      unit = unit || news_word_is(&t[at - 1], units[i]);
    for (uint32_t k = at - 1; k > v->verb && k + 5 > at; k--)
      comma = comma || news_is_mark(d, k, ',');
    if (unit && comma) return true;
  }
  for (uint32_t at = v->verb + 4; !v->behind && at < token; at++) {
    uint32_t the =
        at - 1u - news_word_is(&t[at - 1], "same"); /* ", the same day that fees begin" */
    if (t[at].quote == 0 && news_word_is(&t[at], "day") && news_word_is(&t[the], "the") &&
        news_is_mark(d, the - 1, ','))
      return true;
  }
  return false;
}

/* ", as a new duty took effect on Tuesday": what happened meanwhile is told by whoever reports. */
static bool is_meanwhile(const struct news_reader *d, const struct news_voice *v, uint32_t token) {
  const struct news_token *t = d->tokens.items;
  for (uint32_t at = v->verb + 3; !v->behind && at < token; at++)
    if (t[at].quote == 0 && t[token].quote == 0 && news_word_is(&t[at], "as") &&
        news_is_mark(d, at - 1, ',') && token - at < 8)
      return true;
  return false;
}

/* The voice that covers the match, or whose subject and verb it begins with: "Trump has said he will". */
static const struct news_voice *voice_of(const struct news_reader *d, const struct news_match *m,
                                         uint32_t base) {
  const struct news_voice *v = news_voice_at(d, base + m->from);
  if (v != NULL && is_background(d, v, base + m->from)) v = NULL;
  for (uint32_t i = 0; i < d->voice_count && v == NULL; i++) {
    const struct news_voice *x = &d->voices[i];
    bool begins = x->subject >= base + m->from && x->subject < x->verb && x->verb < base + m->to;
    if (begins && x->subject <= base + m->from + 2u && !x->behind) v = x;
  }
  return v;
}

/* A quotation in the sentence whose speaker spoke before it: the sentence is that one's too, "Xi will visit Washington
 * "some time after that"". */
static const struct news_quote *carried_in(const struct news_reader *d, uint32_t base) {
  for (uint32_t k = 0; k < d->quote_count; k++)
    if (d->quotes[k].carried && d->quotes[k].from > base &&
        d->quotes[k].from < base + d->s->count && d->quotes[k].actor != NEWS_OUTLET)
      return &d->quotes[k];
  return NULL;
}

/* "officials worry that Washington could raise it": no threat of Washington's. */
static bool is_feared(const struct news_sentence *s, uint32_t at) {
  for (uint32_t k = at > 3 ? at - 3u : 0; k < at; k++)
    if (news_hit_at(s, NC_FEARS, k) != NULL) return true;
  return false;
}

/* "the commerce ministry in Beijing": whose name ends where the other does and began before it. */
static const struct news_hit *widest(const struct news_reader *d, const struct news_hit *h) {
  const struct news_hit *best = h, *before = NULL;
  bool place = h->at > 0 && d->s->np[h->at - 1] == NEWS_NP(NC_NP_IN);
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE && place; i = d->s->hits[i].next) {
    const struct news_hit *x = &d->s->hits[i]; /* "NAME, speaking in Delhi, was silent on it" */
    bool here = x->at < h->at && x->at + 12u > h->at && d->r->actors[x->ref].person &&
                (x->at == 0 || d->s->np[x->at - 1] == 0);
    if (here && (before == NULL || x->at > before->at)) before = x;
  }
  if (before != NULL) return before;
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE && h->class != NC_PRONOUN;
       i = d->s->hits[i].next) {
    const struct news_hit *x = &d->s->hits[i];
    if (x->at + x->n == h->at + h->n && x->at < best->at) best = x;
  }
  return best;
}

/* "signed a memorandum on the $550bn that Japan has promised": what tells which sum is the outlet's. */
static bool tells_which(const struct news_sentence *s, const struct news_statement *st,
                        uint32_t at) {
  if (st->status != NEWS_FRAMEWORK || at < 2 || news_hit_at(s, NC_RELATIVE, at - 1) == NULL)
    return false;
  return !news_has(s, NC_SAY, at - 2, at - 1) && !news_has(s, NC_SAY_THAT, at - 2, at - 1);
}

/* The quotation that the match stands in, or that its sentence belongs to where no voice covers it. */
static const struct news_quote *quote_of(const struct news_reader *d, uint32_t token, uint32_t base,
                                         bool alone) {
  uint16_t quote = d->tokens.items[token].quote;
  const struct news_quote *q = quote != 0 && quote <= d->quote_count ? &d->quotes[quote - 1] : NULL;
  return q == NULL && alone ? carried_in(d, base) : q;
}

/* Whoever says the words: of a quotation its speaker, of a post its signer, else the voice that covers them. */
static void take_voice(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                       uint32_t base, bool aside) {
  uint32_t token = base + m->from;
  bool state =
      st->status == NEWS_IN_FORCE || st->status == NEWS_ENDED || st->status == NEWS_SUSPENDED;
  const struct news_voice *v = aside ? NULL : voice_of(d, m, base);
  uint32_t head = m->mention != NEWS_NONE ? base + d->s->hits[m->mention].at : token;
  bool meanwhile = state && v != NULL && is_meanwhile(d, v, head > token ? head : token);
  if (meanwhile) v = NULL;
  if (v == NULL && !aside && !meanwhile) v = news_voice_onward(d, st, m, base);
  st->speaker = st->about = st->path[0] = st->path[1] = st->path[2] = NEWS_OUTLET;
  st->venue = NEWS_NONE;
  const struct news_quote *q = quote_of(d, token, base, v == NULL && !meanwhile);
  if (q != NULL && q->words >= 2 && (q->actor != NEWS_OUTLET || q->unknown != NULL)) {
    st->speaker = q->actor;
    st->unknown = q->unknown;
    st->side = q->side;
    st->venue = q->venue;
    uint16_t opens = d->tokens.items[token].quote; /* "a "framework" that delays": his in part */
    st->quoted = opens != 0 && d->tokens.items[base + m->to - 1].quote == opens;
  } else if (d->post && d->signer != NEWS_OUTLET) {
    st->speaker = d->signer; /* whoever they tell of */
  } else if (v != NULL) {
    st->speaker = v->actor;
    st->unknown = v->unknown;
    st->side = v->side;
    st->venue = v->venue;
    st->hearsay = v->source;
  }
  if (st->unknown == NULL) st->side = news_side_of(d, st->speaker);
  set_path(d, st, token);
}

/* Who is named by the pattern as the one who says or does it; false: nobody, or the pronoun is of somebody without a
 * name, who then is the one who says it. */
static bool named_by(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                     uint32_t base, uint16_t *named) {
  bool generic = d->r->rules[st->rule].measure == NEWS_NONE;
  struct news_hit opens = {.class = NC_ACTOR};
  const struct news_hit *h = widest(d, &d->s->hits[m->voice]);
  if (tells_which(d->s, st, h->at) || news_only_approves(d, h)) return false;
  if (st->status == NEWS_THREATENED && is_feared(d->s, h->at)) {
    st->status = NEWS_EXPECTED;
    return false;
  }
  if (generic && in_mention(d, m->voice, m)) { /* "Kyle ruled out a change to Britain's tax" */
    if (!news_person_opens(d, base, m->from + 1u, &opens.ref)) return false;
    h = &opens;
  }
  bool he = h->class == NC_PRONOUN;
  struct news_who meant = {h->ref, NULL, NEWS_NO_SIDE};
  if (he && !news_pronoun_means(d, h->at, &meant)) return false;
  if (he && meant.unknown != NULL && st->speaker == NEWS_OUTLET) {
    st->unknown = meant.unknown;
    st->side = meant.side;
    return false;
  }
  *named = meant.actor;
  return meant.actor != NEWS_OUTLET;
}

/* Of a voice and who is named within it one speaks and the other is spoken of; a threat is its author's. */
static void take_named(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                       uint16_t named) {
  bool generic = d->r->rules[st->rule].measure == NEWS_NONE;
  bool menaces =
      st->status == NEWS_THREATENED && !news_has(d->s, NC_MAY, m->from, m->to) &&
      (news_has(d->s, NC_MENACE, m->from, m->to) || news_has(d->s, NC_THREATENS, m->from, m->to));
  if (st->hearsay && !menaces) return;
  st->hearsay = false; /* a threat is its author's, whoever tells of it */
  bool told =
      (st->speaker != NEWS_OUTLET || st->unknown != NULL) && st->side != news_side_of(d, named);
  enum news_side maker = (enum news_side)d->r->rules[st->rule].imposer;
  bool author = told && menaces && !st->quoted &&
                (maker == NEWS_NO_SIDE ||
                 news_side_of(d, named) == maker); /* "Beijing said X and Trump threatened" */
  if (told && !author) {
    st->about = named;
    add_path(st, named);
  } else if (author || (st->unknown == NULL && (!generic || st->speaker == NEWS_OUTLET))) {
    st->speaker = named;
    if (author) st->unknown = NULL;
    st->side = news_side_of(d, named);
    if (st->path[0] == NEWS_OUTLET) st->path[0] = named;
  }
}

void news_set_speaker(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                      uint32_t base) {
  uint16_t named = NEWS_OUTLET,
           menaces = st->status == NEWS_THREATENED ? news_menace_of(d, m, base) : NEWS_OUTLET;
  bool aside = is_aside(d, st, m);
  take_voice(d, st, m, base, aside);
  if (menaces != NEWS_OUTLET) { /* "Trump's threat of a 100% tariff" */
    st->speaker = st->path[0] = menaces;
    st->unknown = NULL;
    st->hearsay = false;
    st->side = news_side_of(d, menaces);
    return;
  }
  uint16_t joined = st->status == NEWS_THREATENED && st->speaker == NEWS_OUTLET &&
                            st->unknown == NULL && !st->hearsay
                        ? news_joined_menace(d, m, base)
                        : NEWS_OUTLET;
  if (joined != NEWS_OUTLET) {
    st->speaker = st->path[0] = joined;
    st->side = news_side_of(d, joined);
    st->joined = true;
    return;
  }
  if (m->voice == NEWS_NONE || (aside && st->status == NEWS_FRAMEWORK)) return;
  if (named_by(d, st, m, base, &named)) take_named(d, st, m, named);
}

/* From the order to what it says: "signed an order on Thursday that". */
static bool leads_to(const struct news_reader *d, uint32_t from, uint32_t to) {
  static const char *const fill[] = {"executive", "late", "early", "new", "second", "separate"};
  for (uint32_t at = from; at < to; at++) {
    bool plain = d->s->np[at] != 0 || news_in_class(d->s, NC_DATE, at) ||
                 news_in_class(d->s, NC_PAPER, at) || news_in_class(d->s, NC_RELATIVE, at) ||
                 NEWS_IN(&d->s->tokens[at], fill);
    if (!plain) return false;
  }
  return true;
}

/* The actor of the deciding side whose verb the order at the place is. */
static const struct news_hit *orders(const struct news_reader *d, const struct news_statement *st,
                                     uint32_t at, const struct news_match *m) {
  for (uint32_t k = at; k > 0 && at - k < 6; k--) {
    const struct news_hit *h = news_hit_at(d->s, NC_ACTOR, k - 1);
    uint32_t end = h != NULL ? (uint32_t)h->at + h->n : 0;
    bool own = h != NULL && d->r->actors[h->ref].side == st->imposer &&
               !in_mention(d, (uint16_t)(h - d->s->hits), m);
    if (!own || end > at) continue;
    for (uint32_t x = end; x < at; x++)
      if (!news_in_class(d->s, NC_DATE, x) && d->s->np[x] == 0 &&
          !news_word_is(&d->s->tokens[x], "has") && !news_word_is(&d->s->tokens[x], "also"))
        return NULL;
    return h;
  }
  return NULL;
}

/* "NAME wrote, announcing a duty": whoever of the deciding side spoke before the comma. */
static uint16_t wrote_before(const struct news_reader *d, const struct news_statement *st,
                             uint32_t at) {
  const struct news_token *t = &d->s->tokens[at];
  bool ing = t->n > 5 && memcmp(d->text->text.p + t->at + t->n - 3, "ing", 3) == 0;
  if (!ing || at == 0 || t[-1].kind != NEWS_MARK) return NEWS_OUTLET;
  uint32_t base = (uint32_t)(d->s->tokens - d->tokens.items);
  for (uint32_t i = d->voice_count; i-- > 0;) {
    const struct news_voice *v = &d->voices[i];
    if (v->sentence != base || v->verb >= base + at || v->actor == NEWS_OUTLET) continue;
    return d->r->actors[v->actor].side == st->imposer ? v->actor : NEWS_OUTLET;
  }
  return NEWS_OUTLET;
}

/* "NAME signed an order that lowers the duty, his office said": the order is the word of whoever signed it. */
static bool tells_of_order(const struct news_reader *d, const struct news_statement *st,
                           const struct news_hit *by, uint32_t verb) {
  const struct news_actor *teller = &d->r->actors[st->speaker];
  return by != NULL && news_word_is(&d->s->tokens[verb], "signed") && !teller->person &&
         teller->side == st->imposer && d->r->actors[by->ref].person;
}

void news_credit(const struct news_reader *d, struct news_statement *st,
                 const struct news_match *m) {
  if (st->unknown != NULL || st->hearsay || st->quoted) return;
  if (st->status != NEWS_ANNOUNCED && st->status != NEWS_ENDED && st->status != NEWS_SUSPENDED)
    return;
  for (uint32_t at = m->from > 8 ? m->from - 8u : 0; at < m->to; at++) {
    if (news_hit_at(d->s, NC_DECREE, at) == NULL) continue;
    if (at < m->from && !leads_to(d, at + 1, m->from)) continue;
    if (news_tells_which(d, at)) continue; /* "the duty that NAME announced will start" */
    const struct news_hit *h = orders(d, st, at, m);
    if (h != NULL && news_only_approves(d, h)) return;
    if (st->speaker != NEWS_OUTLET && !tells_of_order(d, st, h, at)) continue;
    uint16_t who = h != NULL ? h->ref : wrote_before(d, st, at);
    if (who == NEWS_OUTLET) continue;
    st->speaker = who;
    st->side = st->imposer;
    if (st->path[0] == NEWS_OUTLET) st->path[0] = who;
    return;
  }
}
