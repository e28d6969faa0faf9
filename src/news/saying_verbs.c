// SPDX-License-Identifier: Apache-2.0
// Which verbs of a sentence are verbs of saying, and of what stands around them: for voices.c.
#include <string.h>

#include "news/mentions.h"
#include "news/subjects.h"

/* "did not say when": nothing is said of it. */
bool news_says_not(const struct news_reader *d, const struct news_hit *verb) {
  uint32_t behind = (uint32_t)verb->at + verb->n;
  if (behind >= d->s->count ||
      !news_has(d->s, NC_NEGATION, verb->at > 3 ? verb->at - 3u : 0, verb->at))
    return false;
  return news_in_class(d->s, NC_WONDERS, behind);
}

/* "in a video posted online, said": what stands before did not say it. */
bool news_says_behind(const struct news_reader *d, uint32_t base, uint32_t behind) {
  for (uint32_t at = behind; at < behind + 3 && at + 2 < d->s->count; at++)
    if (news_is_mark(d, base + at, ','))
      return news_hit_at(d->s, NC_SAY, at + 1) != NULL || news_hit_at(d->s, NC_SAY, at + 2) != NULL;
  return false;
}

/* "that" or a name follows: somebody tells something, whoever it is. */
bool news_tells_that(const struct news_reader *d, uint32_t behind) {
  if (behind + 1 >= d->s->count) return false;
  if (news_word_is(&d->s->tokens[behind], "that")) return true;
  bool the = d->s->np[behind] == NEWS_NP(NC_NP_THE);
  const struct news_hit *h = news_hit_at(d->s, NC_ACTOR, the ? behind + 1 : behind);
  if (h == NULL) return false;
  uint32_t end = (uint32_t)h->at + h->n;
  return news_has(d->s, NC_WILL, end, end + 1) || news_has(d->s, NC_MIGHT, end, end + 1) ||
         (end < d->s->count &&
          (news_word_is(&d->s->tokens[end], "had") || news_word_is(&d->s->tokens[end], "has")));
}

/* "responded by suspending its duties": a deed, and nothing said. */
bool news_does_by(const struct news_reader *d, uint32_t behind) {
  if (behind + 1 >= d->s->count || !news_word_is(&d->s->tokens[behind], "by")) return false;
  const struct news_token *t = &d->s->tokens[behind + 1];
  return t->kind == NEWS_WORD && t->n > 5 &&
         memcmp(d->text->text.p + t->at + t->n - 3, "ing", 3) == 0;
}

/* "the controls it announced in October", "the controls on chips that it had announced": which controls. */
bool news_tells_which(const struct news_reader *d, uint32_t at) {
  static const char *const verbs[] = {"announced", "unveiled", "announces", "revealed"};
  if (at < 4 || !NEWS_IN(&d->s->tokens[at], verbs)) return false;
  if (news_word_is(&d->s->tokens[at + 1], "that")) return false;
  at -= news_hit_at(d->s, NC_HAVE, at - 1) != NULL;
  bool it = news_is_pronoun(d->s, at - 1) || news_word_is(&d->s->tokens[at - 1], "it");
  const struct news_hit *who = it ? NULL : news_ending(d->s, NC_ACTOR, at);
  if (!it && (who == NULL || who->at == 0)) return false;
  at = it ? at - 1u : who->at;
  bool that =
      news_word_is(&d->s->tokens[at - 1], "that") || news_word_is(&d->s->tokens[at - 1], "which");
  if (!it && !that) return false;
  at -= that;
  bool from =
      news_ending(d->s, NC_PARTY, at) != NULL &&
      news_has(d->s, NC_KIND, at > 8 ? at - 8u : 0, at); /* "the ban on chips to China that" */
  return from || news_ending(d->s, NC_KIND, at) != NULL || news_ending(d->s, NC_GOOD, at) != NULL;
}

/* "confirmed it will" */
static bool it_will(const struct news_sentence *s, uint32_t at) {
  return at + 1 < s->count && news_word_is(&s->tokens[at], "it") &&
         (news_word_is(&s->tokens[at + 1], "will") || news_word_is(&s->tokens[at + 1], "would"));
}

/* "hopes Washington will", "believes the EU would": what is hoped follows without a "that". */
static bool hopes_of(const struct news_sentence *s, uint32_t verb) {
  uint32_t at = verb + 1;
  if (at < s->count && s->np[at] == NEWS_NP(NC_NP_THE)) at++;
  const struct news_hit *h = news_hit_at(s, NC_ACTOR, at);
  if (h == NULL) return false;
  uint32_t end = (uint32_t)h->at + h->n;
  return news_has(s, NC_WILL, end, end + 2);
}

/* "..., the office has confirmed.", "..., the White House confirmed on Friday": only a day or a place stands behind. */
static bool ends_with(const struct news_reader *d, uint32_t base, const struct news_hit *verb) {
  uint32_t past = news_past_adjunct(d, base, (uint32_t)verb->at + verb->n);
  return past + 1u >= d->s->count ||
         (past > (uint32_t)verb->at + verb->n && news_is_mark(d, base + past, ','));
}

/* "added a 10% duty", "added five firms to its list": a deed, and no saying. */
static bool adds_things(const struct news_sentence *s, uint32_t verb) {
  static const char *const adds[] = {"added", "adds", "adding"};
  static const uint16_t finite[] = {NC_WILL, NC_MIGHT, NC_BE, NC_HAVE, NC_MUST};
  if (!NEWS_IN(&s->tokens[verb], adds) || verb + 2 >= s->count) return false;
  uint8_t np = s->np[verb + 1];
  bool led = np != 0 && np != NEWS_NP(NC_NP_THE) && np <= NEWS_NP(NC_NP_WORD);
  if (news_hit_at(s, NC_PERCENT, verb + 1) != NULL ||
      (led &&
       (news_has(s, NC_PERCENT, verb + 1, verb + 5) || news_has(s, NC_KIND, verb + 2, verb + 4))))
    return true;
  for (uint32_t at = verb + 1; at < verb + 9 && at < s->count; at++) {
    if (news_word_is(&s->tokens[at], "to")) return at > verb + 1;
    if (s->tokens[at].kind == NEWS_MARK || news_word_is(&s->tokens[at], "that")) return false;
    for (size_t k = 0; k < sizeof finite / sizeof *finite; k++)
      if (news_in_class(s, finite[k], at)) return false;
  }
  return false;
}

/* A verb that is one of saying before "that" alone: what is said follows it, or the sentence ends with it. */
static bool is_saying(const struct news_reader *d, uint32_t base, const struct news_hit *that) {
  uint32_t at = that->at;
  uint32_t far = news_hit_at(d->s, NC_SAY_ONLY, at) != NULL ? at + 2u : at + 6u;
  for (uint32_t k = at + 1; k < far && k < d->s->count; k++)
    if (news_word_is(&d->s->tokens[k], "that") || (k == at + 1 && it_will(d->s, k)) ||
        (k == at + 1 && hopes_of(d->s, at)) || news_is_mark(d, base + k, ':'))
      return true;
  if (!ends_with(d, base, that) || news_word_is(&d->s->tokens[at], "denied") ||
      news_word_is(&d->s->tokens[at], "denies")) /* ", a claim Tokyo denied" */
    return false;
  for (uint32_t k = at > 9 ? at - 9 : 0; k < at; k++)
    if (news_is_mark(d, base + k, ',')) return true; /* "..., the office has confirmed." */
  return false;
}

const struct news_hit *news_saying_at(const struct news_reader *d, uint32_t base, uint32_t at) {
  const struct news_hit *verb = news_hit_at(d->s, NC_SAY, at);
  if (verb != NULL) {
    uint32_t with = (uint32_t)verb->at + verb->n;
    if (with + 2 < d->s->count && news_word_is(&d->s->tokens[with + 1], "kind")) with += 2;
    bool deed = with < d->s->count && news_word_is(&d->s->tokens[with], "with") &&
                (news_has(d->s, NC_KIND, with + 1, with + 7) || /* "responded with tariffs" */
                 news_has(d->s, NC_PERCENT, with + 1, with + 4));
    return deed || adds_things(d->s, at) ? NULL : verb;
  }
  const struct news_hit *that = news_hit_at(d->s, NC_SAY_THAT, at);
  return that != NULL && is_saying(d, base, that) ? that : NULL;
}
