// SPDX-License-Identifier: Apache-2.0
// Whose words a sentence goes on with that has no verb of saying of its own: "Greer said the duty would fall to 15%. Bern
// would drop its own."
//
// What shows it is "would" in a main clause with nothing it hangs on: who reports tells in the past what was said of the
// future. "Will" is the outlet's own, but for what the speaker's house itself will do ("It will keep a duty of 10%"), what
// goes on with who was told of ("China will buy 200 aircraft, the White House said. It will also ...") and the items of a
// sheet ("According to the sheet, ..."). What is, what was and what took effect is the outlet's background.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

#define DEAL  7  /* sentences back that what will be done belongs to a deal of (resumes.c) */
#define REACH 24 /* tokens from the words of a match back to its "would" */

struct modal {
  uint32_t at, from; /* where it stands; where its clause begins */
  bool would;
};

/* Words that make of a clause part of another. */
static bool hangs(const struct news_token *t) {
  static const char *const words[] = {"that", "which", "who",     "whose", "whether", "where",
                                      "when", "while", "because", "until", "after",   "before",
                                      "what", "how",   "why",     "as",    "than",    "so"};
  return NEWS_IN(t, words);
}

/* "Bern will also cut its duties, and will let in beef": the verb before, whose subject is that of this one. */
static void take_subject(const struct news_sentence *s, struct modal *x) {
  for (uint32_t at = x->from; x->from == x->at && at > 1 && x->at - at < REACH; at--) {
    const struct news_token *t = &s->tokens[at - 1];
    if (t->quote != 0 || hangs(t)) return;
    if (t->hash != s->tokens[x->at].hash) continue;
    for (x->at = x->from = at - 1; x->from > 0 && s->tokens[x->from - 1].kind != NEWS_MARK;)
      x->from--;
  }
}

/* The "would" or "will" of the main clause that the match stands in; false: it stands in none. */
static bool find_modal(const struct news_sentence *s, const struct news_match *m,
                       struct modal *out) {
  uint32_t at = m->to < s->count ? m->to : s->count;
  while (at > 0 && at + REACH > m->from) {
    const struct news_token *t = &s->tokens[--at];
    if (t->quote != 0 || (t->kind == NEWS_MARK && t->hash == news_word_hash(";", 1))) return false;
    bool would = news_word_is(t, "would");
    if (!would && !news_word_is(t, "will")) continue;
    uint32_t from = at;
    while (from > 0 && s->tokens[from - 1].kind != NEWS_MARK &&
           s->np[from - 1] != NEWS_NP(NC_NP_AND)) {
      from--;
      if (hangs(&s->tokens[from]) || s->tokens[from].quote != 0) return false;
    }
    *out = (struct modal){at, from, would};
    take_subject(s, out);
    return at + 1 < s->count && !news_word_is(t + 1, "have") && !news_word_is(t + 1, "later");
  }
  return false;
}

/* Something is said there in other words than the speaker's own: at least a short clause outside quotations. */
static bool reports(const struct news_reader *d, const struct news_voice *v) {
  uint32_t words = 0;
  for (uint32_t at = v->behind ? v->from : v->verb + 1; at < v->to && at < d->tokens.count; at++)
    words += d->tokens.items[at].kind == NEWS_WORD && d->tokens.items[at].quote == 0;
  return words > 4;
}

/* The voice of the sentence; NULL: there is none, or *torn: two speak in it, or somebody nobody knows. */
static const struct news_voice *voice_in(const struct news_reader *d, uint32_t base, bool *torn) {
  const struct news_voice *one = NULL;
  for (uint32_t i = 0; i < d->voice_count; i++) {
    const struct news_voice *v = &d->voices[i];
    if (v->sentence != base) continue;
    bool other = one != NULL &&
                 (v->actor != one->actor || v->unknown != one->unknown || v->source != one->source);
    *torn = *torn || other || v->lost;
    if (one == NULL || reports(d, v)) one = v;
  }
  return *torn ? NULL : one;
}

static bool looks_ahead(const struct news_reader *d, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; at++) {
    const struct news_token *t = &d->tokens.items[at];
    if (t->quote == 0 && (news_word_is(t, "would") || news_word_is(t, "will"))) return true;
  }
  return false;
}

/* Past "the" and "and" at the head of a sentence. */
static const struct news_token *opener(const struct news_token *t) {
  while (news_word_is(t, "the") || news_word_is(t, "and") || news_word_is(t, "but")) t++;
  return t;
}

struct subject {
  bool it, also, own,
      same; /* "it"; "will also"; the speaker's house; whom the sentence before began with */
};

static struct subject subject_of(const struct news_reader *d, const struct modal *m,
                                 const struct news_voice *v, const struct news_token *before) {
  const struct news_sentence *s = d->s;
  struct subject x = {.it = m->from < m->at && news_word_is(opener(&s->tokens[m->from]), "it")};
  for (uint32_t at = m->from; at < m->at + 3u && at < s->count; at++)
    x.also = x.also || news_word_is(&s->tokens[at], "also");
  bool other = false;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->at < m->from || h->at >= m->at) continue;
    other = other || v->side == NEWS_NO_SIDE || h->ref != (uint16_t)v->side;
    x.own = x.own || (v->side != NEWS_NO_SIDE && h->ref == (uint16_t)v->side);
  }
  bool body = m->at > m->from && (news_ending(s, NC_BODY, m->at) != NULL ||
                                  (x.also && news_ending(s, NC_BODY, m->at - 1) != NULL));
  x.own = !other && (x.own || body);
  x.same = before != NULL && m->from <= 1 && opener(&s->tokens[0])->hash == opener(before)->hash;
  return x;
}

/* "It will keep a duty of 10%": of what its own house will do, of whom the clause before told, of the items of a sheet. */
static bool will_holds(const struct news_reader *d, const struct news_statement *st,
                       const struct news_voice *v, const struct subject *x) {
  const struct news_token *verb = &d->tokens.items[v->verb];
  bool person = v->actor == NEWS_OUTLET || d->r->actors[v->actor].person;
  bool sheet = news_word_is(verb, "according") && !v->behind;
  const struct news_frame *f = &d->frame;
  bool deal = f->told && !f->ended && f->sides.count == 2 && d->sentence - f->sentence <= DEAL;
  if (news_frame_open(d) || v->source || (deal && st->status != NEWS_IN_FORCE)) return false;
  if (sheet) return true;
  if (v->behind && (x->it || x->same)) return true;
  return !person && (x->it || (x->own && x->also));
}

static bool holds(const struct news_reader *d, const struct news_statement *st,
                  const struct news_match *match, const struct modal *m, const struct news_voice *v,
                  const struct subject *x) {
  const struct news_sentence *s = d->s;
  if (st->status == NEWS_UNCONFIRMED || st->status == NEWS_CONFIRMED) return false;
  bool is_so = st->status == NEWS_IN_FORCE || st->status == NEWS_ENDED;
  bool stays = news_has(s, NC_STAYS, m->at, m->at + 4) || news_has(s, NC_KEEP, m->at, m->at + 4);
  bool it = match->mention != NEWS_NONE && s->mentions[s->hits[match->mention].ref].pronoun;
  if (is_so && (!stays || match->from > m->at + 3u || it))
    return false; /* "would come on top of the 30% that it charges" */
  if (s->heads[NC_IF] != NEWS_NONE && !x->it && !x->own) return false;
  if (news_opens_frame(d)) return false;
  return m->would || will_holds(d, st, v, x);
}

/* Where the sentence stands among those of its paragraph; the count of them: nowhere. */
static uint32_t place_of(const struct news_reader *d, uint32_t base) {
  uint32_t k = 0;
  while (k < d->before_count && d->before[k].base != base) k++;
  return k;
}

/* Whoever spoke in the sentence before the one at k, over sentences that go on with it; NULL. *aside: over one that tells
 * what was. */
static const struct news_voice *voice_before(const struct news_reader *d, uint32_t k, uint32_t *at,
                                             bool *aside) {
  bool torn = false;
  for (uint32_t n = k; n > 0 && n + 3 > k; n--) {
    uint32_t base = d->before[n - 1].base, end = d->before[n].base;
    const struct news_voice *v = voice_in(d, base, &torn);
    *at = base;
    if (v != NULL || torn) return v != NULL && reports(d, v) ? v : NULL;
    if (looks_ahead(d, base, end)) continue;
    if (*aside) return NULL;
    *aside = true;
  }
  return NULL;
}

const struct news_voice *news_voice_onward(const struct news_reader *d,
                                           const struct news_statement *st,
                                           const struct news_match *m, uint32_t base) {
  struct modal modal;
  bool torn = false, aside = false;
  uint32_t k = place_of(d, base), at = 0;
  if (d->post || k >= d->before_count || voice_in(d, base, &torn) != NULL || torn) return NULL;
  if (!find_modal(d->s, m, &modal)) return NULL;
  if (k == 0) { /* a paragraph of one sentence behind another such */
    const struct news_voice *last = &d->onward;
    if (d->onward_at != d->sentence || last->sentence != 0 || !modal.would) return NULL;
    struct subject x = subject_of(d, &modal, last, NULL);
    return holds(d, st, m, &modal, last, &x) ? last : NULL;
  }
  const struct news_voice *v = voice_before(d, k, &at, &aside);
  if (v == NULL) return NULL;
  struct subject x = subject_of(d, &modal, v, &d->tokens.items[at]);
  if (aside && !(modal.would && (x.it || x.also || x.own))) return NULL;
  return holds(d, st, m, &modal, v, &x) ? v : NULL;
}

void news_onward_keep(struct news_reader *d) {
  bool torn = false;
  uint32_t k = d->before_count;
  const struct news_voice *v = NULL;
  if (k > 0) v = voice_in(d, d->before[k - 1].base, &torn);
  bool ahead = k > 0 && looks_ahead(d, d->before[k - 1].base, d->tokens.count);
  d->onward_at = v != NULL && ahead && reports(d, v) ? d->sentence : UINT32_MAX;
  if (v == NULL) return;
  d->onward = *v;
  d->onward.sentence = 0;
}
