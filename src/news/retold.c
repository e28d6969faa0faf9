// SPDX-License-Identifier: Apache-2.0
// What one side tells of the other's words: "China's ministry said Trump had said China would buy", "took note of the White
// House fact sheet saying". Who only tells of another's claim about his own measure has not made it his: it stays the
// other's word. What a side tells of the other's promise stays its own ("Greer said Beijing had told him it would").
#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

/* "Trump had told reporters", "the United States claimed": the one whose verb it is; NULL. */
static const struct news_hit *who_says(const struct news_sentence *s, uint32_t verb) {
  static const char *const fill[] = {"had",     "has",   "have",  "also",
                                     "earlier", "again", "since", "publicly"};
  uint32_t at = verb;
  while (at > 0 && at + 3u > verb && NEWS_IN(&s->tokens[at - 1], fill)) at--;
  if (at > 2 && news_word_is(&s->tokens[at - 1], "who"))
    at -= s->tokens[at - 2].kind == NEWS_MARK ? 2u : 1u;
  const struct news_hit *h = news_ending(s, NC_ACTOR, at);
  return h != NULL && !s->tokens[at - 1].genitive ? h : NULL;
}

/* Past "reporters", "on Monday" and "that" behind the verb at `verb`. */
static uint32_t behind_verb(const struct news_sentence *s, uint32_t verb) {
  uint32_t at = verb;
  for (uint32_t k = verb; k < verb + 5u && k + 1 < s->count && s->tokens[k].kind != NEWS_MARK; k++)
    if (news_word_is(&s->tokens[k], "that")) at = k + 1;
  return at;
}

/* Somebody else speaks before in the sentence, or tells all of it from behind. */
static bool is_inner(const struct news_reader *d, uint32_t base, const struct news_hit *who) {
  for (uint32_t i = 0; i < d->voice_count; i++) {
    const struct news_voice *v = &d->voices[i];
    if (v->sentence != base || v->source) continue; /* "according to a person" */
    if (v->behind ? v->subject > base + who->at + who->n : v->verb < base + who->at) return true;
  }
  return false;
}

static void add(struct news_reader *d, uint32_t from, uint32_t to, const struct news_hit *who) {
  if (d->claim_count >= NEWS_CLAIMS || from >= to) return;
  d->claims[d->claim_count++] =
      (struct news_claim){from, to, UINT32_MAX, NEWS_CLAIM_RETOLD, who->ref};
}

/* "the White House fact sheet saying", "Bessent's remark that", "U.S. statements that" */
static void mark_noun(struct news_reader *d, uint32_t base, const struct news_hit *noun) {
  static const char *const opens[] = {"that", "saying", "claiming", "stating",
                                      "says", "said",   "stated",   "claimed"};
  const struct news_sentence *s = d->s;
  const struct news_hit *who = NULL; /* "Bessent's remark", "the White House's Monday statement" */
  for (uint32_t k = noun->at; who == NULL && k > 0 && k + 3u > noun->at; k--)
    who = news_ending(s, NC_ACTOR, k);
  uint32_t at = (uint32_t)noun->at + noun->n;
  if (at + 1 < s->count &&
      (news_word_is(&s->tokens[at], "by") || news_word_is(&s->tokens[at], "from"))) {
    who = news_hit_at(s, NC_ACTOR, at + 1 + (s->np[at + 1] == NEWS_NP(NC_NP_THE)));
    if (who != NULL) at = (uint32_t)who->at + who->n; /* "a statement by Bessent that" */
  }
  if (who == NULL) return;
  for (uint32_t k = at; k < at + 4u && k + 1 < s->count && s->tokens[k].kind != NEWS_MARK; k++)
    if (NEWS_IN(&s->tokens[k], opens)) {
      add(d, k + 1, news_claim_end(d, base, k + 1), who);
      return;
    }
}

void news_retold_mark(struct news_reader *d, uint32_t base) {
  static const uint16_t verbs[] = {NC_SAY, NC_SAY_THAT, NC_ALLEGES}, nouns[] = {NC_CLAIM, NC_SHEET};
  const struct news_sentence *s = d->s;
  for (size_t k = 0; k < 3; k++)
    for (uint16_t i = s->heads[verbs[k]]; i != NEWS_NONE; i = s->hits[i].next) {
      const struct news_hit *h = &s->hits[i], *who = h->at > 3 ? who_says(s, h->at) : NULL;
      if (who == NULL || !is_inner(d, base, who)) continue;
      uint32_t from = behind_verb(s, (uint32_t)h->at + h->n);
      add(d, from, news_claim_end(d, base, from), who);
    }
  for (size_t k = 0; k < 2; k++)
    for (uint16_t i = s->heads[nouns[k]]; i != NEWS_NONE; i = s->hits[i].next)
      mark_noun(d, base, &s->hits[i]);
}

void news_retold_settle(const struct news_reader *d, struct news_statement *st,
                        const struct news_claim *c) {
  const struct news_measure *kind = &d->r->measures[st->measure];
  enum news_side decides = kind->template ? st->imposer : kind->competent,
                 by = news_side_of(d, c->by);
  bool both = kind->template ? kind->pair : decides == NEWS_NO_SIDE;
  bool outlet = st->speaker == NEWS_OUTLET && st->unknown == NULL;
  bool own = st->side != NEWS_NO_SIDE && (both || news_same_house(d->r, st->side, decides));
  if (by == NEWS_NO_SIDE || st->quoted || !(outlet || own) || by == st->side) return;
  if (both && !outlet) { /* of what two do together: told of the other, and confirmed by neither */
    st->about = c->by;
    if (st->status == NEWS_CONFIRMED) st->status = NEWS_FRAMEWORK;
    return;
  }
  bool will = news_has(d->s, NC_FUTURE, c->from, c->to) || news_has(d->s, NC_WILL, c->from, c->to);
  st->path[0] = outlet ? c->by : st->speaker;
  st->path[1] = outlet ? NEWS_OUTLET : c->by;
  st->speaker = c->by;
  st->unknown = NULL;
  st->side = by;
  st->about = NEWS_OUTLET;
  if (both || news_same_house(d->r, by, decides)) return;
  if (st->status == NEWS_ANNOUNCED || st->status == NEWS_CONFIRMED ||
      (st->status == NEWS_SUSPENDED && will))
    st->status = NEWS_EXPECTED;
}
