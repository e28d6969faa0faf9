// SPDX-License-Identifier: Apache-2.0
// Who says what: verbs of saying with their subjects, and what they cover.
//
// "NAME said (that) ..." covers the rest of the sentence; "..., NAME said." what stands before. subjects.c finds whose a
// verb is, pronouns.c whom a pronoun means, quotes.c whose a quotation is.
#include <string.h>

#include "news/mentions.h"
#include "news/subjects.h"

/* Behind the character of the article that a decoded byte came from: its last byte, or the entity's. */
static uint32_t end_of(const struct news_reader *d, uint32_t norm) {
  const struct news_article *a = &d->story->articles[d->article];
  uint32_t at = news_origin(d->text, norm), end = at + 1;
  if (a->html && a->bytes.p[at] == '&')
    while (end < a->bytes.n && end - at < 12 && a->bytes.p[end - 1] != ';') end++;
  while (end < a->bytes.n && ((unsigned char)a->bytes.p[end] & 0xc0) == 0x80) end++;
  return end;
}

struct news_span news_span_of(const struct news_reader *d, uint32_t from, uint32_t to) {
  while (from < to && to <= d->tokens.count && d->tokens.items[to - 1].put) to--;
  while (from < to && to <= d->tokens.count && d->tokens.items[from].put) from++;
  if (to <= from || to > d->tokens.count) return (struct news_span){0, 0};
  const struct news_token *a = &d->tokens.items[from], *b = &d->tokens.items[to - 1];
  return (struct news_span){news_origin(d->text, a->at), end_of(d, b->at + b->n - 1)};
}

uint32_t news_sentence_end(const struct news_tokens *t, uint32_t from) {
  uint32_t i = from;
  while (i < t->count && i - from < NEWS_SENTENCE && !t->items[i].ends) i++;
  return i < t->count && i - from < NEWS_SENTENCE ? i + 1 : i;
}

/* ---- voices --------------------------------------------------------------------------------------------------------- */

static uint16_t venue_in(const struct news_reader *d) {
  uint16_t i = d->s->heads[NC_VENUE];
  return i != NEWS_NONE ? d->s->hits[i].ref : NEWS_NONE;
}

static bool joins(const struct news_reader *d, uint32_t at) {
  return news_word_is(&d->tokens.items[at], "and") || news_word_is(&d->tokens.items[at], "but") ||
         news_word_is(&d->tokens.items[at], "while") || news_word_is(&d->tokens.items[at], "as") ||
         news_word_is(&d->tokens.items[at], "which") || news_word_is(&d->tokens.items[at], "with");
}

/* "tells a crowded news conference,": behind whoever is told; the place itself where what is told follows. */
static uint32_t past_hearer(const struct news_reader *d, uint32_t base, uint32_t from) {
  if (from == 0 || (!news_word_is(&d->s->tokens[from - 1], "told") &&
                    !news_word_is(&d->s->tokens[from - 1], "tells")))
    return from;
  for (uint32_t at = from; at < d->s->count && at < from + 8; at++) {
    if (d->s->tokens[at].kind == NEWS_MARK) return at;
    if (d->s->tokens[at].kind != NEWS_WORD || news_word_is(&d->s->tokens[at], "that") ||
        news_in_class(d->s, NC_FUTURE, at) || d->tokens.items[base + at].quote != 0)
      return from;
  }
  return from;
}

/* "he said amid shouts", "he said before leaving": nothing that is said stands behind the verb. */
static bool only_adjunct(const struct news_reader *d, uint32_t base, uint32_t from, uint32_t end) {
  bool leads = d->s->np[from] == NEWS_NP(NC_NP_ON) || d->s->np[from] == NEWS_NP(NC_NP_IN);
  leads = leads || news_in_class(d->s, NC_ADJUNCT, from);
  for (uint32_t at = from; at < end; at++)
    if (news_word_is(&d->s->tokens[at], "that") || news_in_class(d->s, NC_FUTURE, at) ||
        news_in_class(d->s, NC_WILL, at) || d->tokens.items[base + at].kind == NEWS_OPEN)
      return false;
  return leads;
}

/* "NAME, the minister, said Ottawa would not": a clause of its own stands behind the verb. */
static bool clause_behind(const struct news_reader *d, uint32_t base, uint32_t from, uint32_t end) {
  const struct news_hit *h = news_hit_at(d->s, NC_ACTOR, from);
  if (h == NULL && from < end && !news_word_is(&d->s->tokens[from], "it")) return false;
  uint32_t after = h != NULL ? (uint32_t)h->at + h->n : from + 1;
  return after < end && d->tokens.items[base + from].quote == 0 &&
         (news_has(d->s, NC_WILL, after, after + 2) || news_has(d->s, NC_MIGHT, after, after + 2) ||
          news_word_is(&d->s->tokens[after], "had") || news_word_is(&d->s->tokens[after], "has"));
}

/* Behind what was said: a comma or closing mark stands before the one who said it, and little or a comma behind. */
static bool stands_behind(const struct news_reader *d, uint32_t base, uint32_t subject,
                          uint32_t behind, uint32_t end) {
  if (behind >= 2 && news_has(d->s, NC_SAY, subject, behind - 1)) return false; /* "said, adding" */
  uint32_t at = subject;
  while (at > 0 && subject - at < 8 && d->tokens.items[base + at - 1].kind == NEWS_WORD) at--;
  if (at == 0 || joins(d, base + at)) return false;
  const struct news_hit *name =
      news_hit_at(d->s, NC_PERSON, subject); /* "spokesperson He Yongqian" */
  if (subject > at && news_is_pronoun(d->s, subject) && (name == NULL || name->n == 1))
    return false;                         /* ", along with the other duties he has announced" */
  for (uint32_t k = at; k < subject; k++) /* ", a step that Beijing has warned against" */
    if (news_word_is(&d->tokens.items[base + k], "that") ||
        news_word_is(&d->tokens.items[base + k], "which"))
      return false;
  if (d->tokens.items[base + at - 1].kind == NEWS_CLOSE) return true;
  if (!news_is_mark(d, base + at - 1, ',') && !news_is_mark(d, base + at - 1, NEWS_DASH))
    return false;
  bool verb = news_has(d->s, NC_FUTURE, 0, at) || news_has(d->s, NC_OWES, 0, at) ||
              news_has(d->s, NC_STAYS, 0, at) || news_has(d->s, NC_BE, 0, at);
  bool clause = at > 4 || (at > 2 && verb); /* "They pay 15%, she said, ..." */
  behind = news_past_adjunct(d, base, past_hearer(d, base, behind));
  if (behind < end &&
      news_is_mark(d, base + behind, '(')) { /* "said Wednesday (local time), a day" */
    while (behind < end && !news_is_mark(d, base + behind, ')')) behind++;
    behind++;
  }
  if (behind >= end || news_is_mark(d, base + behind, ',') || news_is_mark(d, base + behind, ';'))
    return clause;
  if (clause_behind(d, base, behind, end)) return false;
  return end - behind <= 5 || (at > 4 && only_adjunct(d, base, behind, end));
}

/* "NAME said, adding": the same speaks on. */
static bool go_on(const struct news_reader *d, uint32_t base, const struct news_hit *verb,
                  struct news_subject *out) {
  const struct news_token *t = &d->tokens.items[base + verb->at];
  const struct news_voice *v = d->voice_count > 0 ? &d->voices[d->voice_count - 1] : NULL;
  bool ing = t->n > 5 && memcmp(d->text->text.p + t->at + t->n - 3, "ing", 3) == 0;
  if (!ing || news_according(d->s, verb)) return false; /* "according to" */
  if (v == NULL || v->sentence != base || v->subject >= base + verb->at) {
    *out = (struct news_subject){.actor = NEWS_OUTLET}; /* "Trump was hopeful, telling reporters" */
    return news_person_opens(d, base, verb->at, &out->actor) ||
           news_body_opens(d, base, &out->actor);
  }
  *out =
      (struct news_subject){v->subject - base, v->actor, v->unknown, v->side, v->source, v->lost};
  return true;
}

/* "The duty, he said, will rise", "unless ..., he wrote, ...": he is only put in between. */
static bool goes_on(const struct news_reader *d, uint32_t base, const struct news_hit *verb) {
  static const char *const words[] = {"will", "would", "had", "has",   "have",   "is", "are",
                                      "was",  "were",  "may", "could", "should", "to", "might"};
  uint32_t past = news_past_adjunct(d, base, past_hearer(d, base, (uint32_t)verb->at + verb->n));
  if (past + 1 >= d->s->count || !news_is_mark(d, base + past, ',') ||
      d->tokens.items[base + past - 1].quote != 0)
    return false;
  if (news_shares_will(d, verb->at, past + 1)) return true;
  for (uint32_t k = verb->at; k > 1 && k + 7u > verb->at;
       k--) /* "tons that, NAME says, it will buy" */
    if (news_is_mark(d, base + k - 1, ',')) {
      if (news_hit_at(d->s, NC_RELATIVE, k - 2) != NULL) return true;
      break;
    }
  if (joins(d, base + past + 1)) return false;
  if (news_has(d->s, NC_IF, 0, verb->at)) return true;
  return NEWS_IN(&d->s->tokens[past + 1], words);
}

/* "Japan, he wrote, would invest": what is said stands on both sides. */
static bool is_put_in(const struct news_reader *d, uint32_t base, const struct news_hit *verb,
                      uint32_t subject) {
  uint32_t start = news_name_start(d, base, base + subject) - base;
  return !news_according(d->s, verb) && subject < verb->at && start > 1 &&
         news_is_mark(d, base + start - 1, ',') && !joins(d, base + start) &&
         goes_on(d, base, verb);
}

/* "according to NAME, and so do": what NAME says goes on behind the comma; else where the words before the verb end. */
static uint32_t according_end(const struct news_reader *d, uint32_t base,
                              const struct news_hit *verb, uint32_t to) {
  for (uint32_t at = (uint32_t)verb->at + verb->n; at + 1 < d->s->count; at++) {
    if (d->tokens.items[base + at].kind == NEWS_WORD) continue;
    bool on = news_is_mark(d, base + at, ',') && news_word_is(&d->s->tokens[at + 1], "and") &&
              !news_has(d->s, NC_SAY, at, d->s->count);
    return on ? base + d->s->count : to;
  }
  return to;
}

/* "NAME told them it would, according to a person": who tells it all, where no other clause lies between. */
static void told_by_all(struct news_reader *d, uint32_t base, const struct news_voice *v) {
  for (uint32_t i = 0; i + 1 < d->voice_count; i++) {
    struct news_voice *x = &d->voices[i];
    bool one = x->sentence == base && !x->behind && x->to > v->verb;
    for (uint32_t at = x->verb; one && at + 1 < v->verb; at++)
      one = d->tokens.items[at].kind != NEWS_MARK || !joins(d, at + 1);
    if (one) x->to = v->verb;
  }
}

/* "they will meet and, according to NAME, sign the text": only what follows is told by NAME. */
static bool heads_part(const struct news_reader *d, uint32_t base, const struct news_hit *verb) {
  return verb->at > 2 && news_is_mark(d, base + verb->at - 1, ',') && joins(d, base + verb->at - 2);
}

static void add_voice(struct news_reader *d, uint32_t base, const struct news_hit *verb) {
  struct news_subject who;
  uint32_t count = d->s->count, behind = (uint32_t)verb->at + verb->n;
  if (d->voice_count >= NEWS_VOICES || d->tokens.items[base + verb->at].quote != 0) return;
  if (!news_according(d->s, verb) && d->tokens.items[base + verb->at].capital)
    return; /* a name: United States */
  if (news_does_by(d, behind) || news_tells_which(d, verb->at)) return;
  bool by = behind < count && news_word_is(&d->s->tokens[behind], "by");
  if (by && verb->at > 0 && news_hit_at(d->s, NC_BE, verb->at - 1u) == NULL &&
      d->tokens.items[base + verb->at - 1].kind != NEWS_CLOSE &&
      !news_word_is(&d->s->tokens[verb->at - 1], "as"))
    return; /* "a tariff, announced by Trump in April, was cut" */
  if (!news_quoted_as(d, base, verb, &who) && !go_on(d, base, verb, &who) &&
      !news_subject_find(d, base, verb, &who)) {
    if (!news_tells_that(d, behind)) return;
    who = (struct news_subject){.at = verb->at, .actor = NEWS_OUTLET, .source = true};
  }
  if (who.at < verb->at && news_only_compares(d, base, who.at)) return;
  uint32_t name = who.at < verb->at ? news_name_start(d, base, base + who.at) - base : 0;
  if (name > 1 && news_word_is(&d->s->tokens[name - 1], "what") &&
      news_word_is(&d->s->tokens[name - 2], "to"))
    return; /* "Contrary to what Trump said, Japan has not" */
  if (who.actor == NEWS_OUTLET && who.unknown == NULL) news_cited(d, base, behind, &who);
  news_minister_side(d, base, verb->at, &who);
  if (who.source && who.at < verb->at && news_says_behind(d, base, behind)) return;
  struct news_voice *v = &d->voices[d->voice_count++];
  *v = (struct news_voice){.verb = base + verb->at,
                           .subject = base + who.at,
                           .sentence = base,
                           .lost = who.lost || news_says_not(d, verb),
                           .source = who.source,
                           .actor = who.actor,
                           .unknown = who.unknown,
                           .side =
                               who.actor != NEWS_OUTLET ? d->r->actors[who.actor].side : who.side,
                           .venue = venue_in(d)};
  v->behind = news_according(d->s, verb)
                  ? who.at > 4 && !heads_part(d, base, verb)
                  : who.at > verb->at || stands_behind(d, base, who.at, behind, count) ||
                        is_put_in(d, base, verb, who.at);
  v->from = v->behind ? base : base + verb->at;
  v->to = v->behind ? news_name_start(d, base, base + (who.at < verb->at ? who.at : verb->at))
                    : base + count;
  if (v->behind && news_according(d->s, verb)) told_by_all(d, base, v);
  if (v->behind && news_according(d->s, verb)) v->to = according_end(d, base, verb, v->to);
  if (v->behind && !news_according(d->s, verb) && who.at < verb->at && goes_on(d, base, verb))
    v->to = base + count;
  for (uint32_t at = base + verb->at; !v->behind && at < v->to; at++)
    if (news_is_mark(d, at, ';') && d->tokens.items[at].quote == 0) v->to = at;
}

static void find_voices(struct news_reader *d, uint32_t base) {
  for (uint32_t at = 0; at < d->s->count; at++) {
    const struct news_hit *verb = news_saying_at(d, base, at);
    if (verb != NULL) add_voice(d, base, verb);
  }
}

/* "a spokesman for the ministry said": one person, whom "he" means behind it; *at: the word. */
static uint8_t herald_of(const struct news_reader *d, const struct news_voice *v, uint32_t *at) {
  bool before = v->subject < v->verb;
  uint32_t low = (before ? v->subject : v->verb) - v->sentence,
           high = (before ? v->verb : v->subject + 4) - v->sentence;
  for (uint32_t k = 0; k < 7 && low > 0 && d->s->tokens[low - 1].kind == NEWS_WORD; k++) low--;
  return news_herald_in(d->s, low, high, at);
}

/* Whom the sentence is about: its first voice, else the person, the minister no file has or the body it begins with. */
static struct news_who subject_of(struct news_reader *d, uint32_t base, uint32_t first,
                                  uint8_t *herald) {
  struct news_who who = {.actor = NEWS_OUTLET};
  struct news_subject named;
  uint32_t at = 0;
  if (d->voice_count > first) {
    const struct news_voice *v = &d->voices[first];
    if (!v->lost && !v->source) who = (struct news_who){v->actor, v->unknown, v->side};
    if (!v->lost) *herald = herald_of(d, v, &at);
  } else if (news_is_pronoun(d->s, 0) && news_pronoun_means(d, 0, &who))
    return who; /* "He was speaking after a call with NAME": still he */
  else if (news_name_opens(d, base, &named))
    who = (struct news_who){NEWS_OUTLET, named.unknown, named.side};
  else if (news_body_heads(d, base, &named)) {
    who = (struct news_who){named.actor, named.unknown, named.side};
    *herald = news_herald_in(d->s, 0, 6, &at);
  } else if (news_person_opens(d, base, 200, &who.actor) || news_body_opens(d, base, &who.actor))
    who.side = news_side_of(d, who.actor);
  if (*herald != 0 && who.side != NEWS_NO_SIDE) {
    char word = (char)(d->text->text.p[d->s->tokens[at].at] | 32);
    d->mind.spokes[word != 's'] = who; /* "the spokesman" is no official met since */
    d->mind.spokes_word[word != 's'] = word;
  }
  return who;
}

static void read_voices(struct news_reader *d, uint32_t base) {
  uint32_t first = d->voice_count;
  find_voices(d, base);
  news_voices_part(d, base, first);
  uint8_t herald = 0;
  struct news_who who = subject_of(d, base, first, &herald);
  if (d->voice_count > first) d->mind.speaker = who;
  if (d->before_count > 0 && d->before[d->before_count - 1].base == base)
    d->before[d->before_count - 1].who = who;
  news_sheet_note(d, &who);
  news_mind_sentence(d, &who, herald);
}

const struct news_voice *news_voice_at(const struct news_reader *d, uint32_t token) {
  const struct news_voice *best = NULL;
  for (uint32_t i = 0; i < d->voice_count; i++) {
    const struct news_voice *v = &d->voices[i];
    if (token < v->from || token >= v->to) continue;
    bool outer = best != NULL && best->verb >= v->from && best->verb < v->to,
         inner = best != NULL && v->verb >= best->from && v->verb < best->to;
    if (best == NULL || (outer != inner ? outer : v->verb < best->verb))
      best = v; /* who tells it, not whom they tell of */
  }
  return best;
}

static void hear(struct news_reader *d, uint16_t side) {
  if (d->spoken[side]++ > 0 || side == NEWS_NO_SIDE) return;
  uint8_t at = d->heard_count++;
  for (; at > 0 && d->heard[at - 1] > side; at--) d->heard[at] = d->heard[at - 1];
  d->heard[at] = (uint8_t)side;
}

void news_voices_find(struct news_reader *d) {
  d->voice_count = d->before_count = 0;
  news_quotes_find(d);
  for (uint32_t at = 0; at < d->tokens.count;) {
    uint32_t end = news_sentence_end(&d->tokens, at);
    struct news_mind mind = d->mind;
    news_clause_mark(d, at, end);
    news_names_note(d, at);
    d->trade = d->trade || d->s->heads[NC_TRADE] != NEWS_NONE;
    for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next)
      hear(d, d->s->hits[i].ref);
    if (d->before_count < NEWS_SENTENCES) {
      uint32_t k = d->before_count++;
      d->before[k].base = at;
      d->before[k].mind = mind;
    }
    read_voices(d, at);
    at = end;
  }
  news_quotes_keep(d);
}
