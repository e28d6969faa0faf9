// SPDX-License-Identifier: Apache-2.0
// The subject of a verb of saying: a name of the files, a name no file has with its country, a body of a government,
// a pronoun, or whoever the sentence begins with. A name in small print ("Beijing's") is not a subject.
#include <string.h>

#include "news/subjects.h"

bool news_is_mark(const struct news_reader *d, uint32_t at, char c) {
  const struct news_token *t = &d->tokens.items[at];
  return t->kind == NEWS_MARK && d->text->text.p[t->at] == c;
}

static bool possessive(const struct news_reader *d, uint32_t at) {
  return at < d->tokens.count && d->tokens.items[at].kind == NEWS_WORD &&
         d->text->text.p[d->tokens.items[at].at] == '\'';
}

/* The actor whose name ends nearest before `end`, at most `far` tokens away, outside quotations. */
static const struct news_hit *actor_before(const struct news_reader *d, uint32_t base, uint32_t end,
                                           uint32_t far) {
  const struct news_hit *best = NULL;
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    uint32_t stop = (uint32_t)h->at + h->n;
    if (stop > end || end - stop > far || d->tokens.items[base + h->at].quote != 0 ||
        possessive(d, base + stop))
      continue;
    if (best == NULL || h->at > best->at) best = h;
  }
  return best;
}

/* "NAME, who met others, said": the name before the first of two commas. */
static const struct news_hit *apposed(const struct news_reader *d, uint32_t base, uint32_t verb) {
  if (verb == 0 || !news_is_mark(d, base + verb - 1, ',')) return NULL;
  uint32_t comma = verb - 1;
  while (comma > 0 && !news_is_mark(d, base + comma - 1, ',')) comma--;
  return comma > 0 ? actor_before(d, base, comma - 1, 0) : NULL;
}

bool news_person_opens(const struct news_reader *d, uint32_t base, uint32_t before,
                       uint16_t *actor) {
  const struct news_hit *first = NULL;
  for (uint16_t i = d->s->heads[NC_PERSON]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (d->tokens.items[base + h->at].quote != 0 || possessive(d, base + h->at + h->n)) continue;
    if (h->at <= 8 && h->at < before && (first == NULL || h->at < first->at)) first = h;
  }
  if (first != NULL) *actor = first->ref;
  return first != NULL;
}

/* The side of the last name in [from, to). */
static enum news_side side_in(const struct news_reader *d, uint32_t from, uint32_t to) {
  const struct news_hit *best = NULL;
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->at >= from && h->at < to && (best == NULL || h->at > best->at)) best = h;
  }
  return best != NULL ? (enum news_side)best->ref : NEWS_NO_SIDE;
}

static enum news_side side_first(const struct news_reader *d, uint32_t to) {
  for (uint32_t at = 0; at < to; at++) {
    const struct news_hit *h = news_hit_at(d->s, NC_PARTY, at);
    if (h != NULL) return (enum news_side)h->ref;
  }
  return NEWS_NO_SIDE;
}

static bool is_class(const struct news_sentence *s, uint16_t class, uint32_t at) {
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at <= at && at < (uint32_t)s->hits[i].at + s->hits[i].n) return true;
  return false;
}

/* A capital word, or the end of one that a hyphen parts: "Yong-beom". */
static bool name_word(const struct news_reader *d, uint32_t base, uint32_t at) {
  const struct news_token *t = &d->tokens.items[base + at];
  if (t->kind != NEWS_WORD || t->quote != 0) return false;
  return t->capital || (at > 0 && t->at > 0 && d->text->text.p[t->at - 1] == '-' &&
                        t[-1].kind == NEWS_WORD && t[-1].capital);
}

/* Capital words directly before the place that no file names: "Trade Minister Mary Smith said". Titles and countries
 * in front are no part of the name; they say whose minister it is. */
static bool unknown_name(const struct news_reader *d, uint32_t base, uint32_t end,
                         struct news_subject *out) {
  uint32_t from = end;
  while (from > 0 &&
         (name_word(d, base, from - 1) || (from < end && d->s->tokens[from - 1].genitive)))
    from--;
  uint32_t head = from;
  for (uint32_t at = from; at < end; at++)
    if (d->s->tokens[at].genitive || is_class(d->s, NC_TITLE, at) || is_class(d->s, NC_PARTY, at))
      head = at + 1;
  bool titled = head > from && is_class(d->s, NC_TITLE, head - 1);
  if (end - head < (titled ? 1u : 2u) || end - head > 4 || news_has(d->s, NC_CALENDAR, head, end))
    return false;
  const struct news_token *a = &d->tokens.items[base + head], *b = &d->tokens.items[base + end - 1];
  struct str name = {d->text->text.p + a->at, b->at + b->n - a->at};
  *out = (struct news_subject){head, NEWS_OUTLET, str_dup(&d->story->arena, name),
                               side_in(d, head > 6 ? head - 6 : 0, head)};
  return out->unknown != NULL;
}

/* A side's own body, by its name: "China"; else the name alone. */
static void speak_for(const struct news_reader *d, enum news_side side, struct news_subject *out) {
  const char *name = d->r->sides[side].name;
  out->side = side;
  out->unknown = name;
  for (uint16_t i = 0; i < d->r->actor_count; i++)
    if (d->r->actors[i].side == side && strcmp(d->r->actors[i].name, name) == 0) {
      out->actor = i;
      out->unknown = NULL;
      return;
    }
}

static bool news_has_its(const struct news_sentence *s, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; at++)
    if (s->np[at] == NC_NP_ITS - NC_NP_A + 1) return true;
  return false;
}

/* "its commerce ministry": the office of that side; without a side, the only one by that name the article can mean. */
static bool office_of(const struct news_reader *d, enum news_side side, uint32_t from, uint32_t to,
                      struct news_subject *out) {
  uint16_t found = NEWS_OUTLET;
  for (uint16_t i = d->s->heads[NC_OFFICE]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    enum news_side own = d->r->actors[h->ref].side;
    if (h->at < from || h->at >= to || (side != NEWS_NO_SIDE && own != side)) continue;
    if (d->spoken[own] == 0) continue;
    if (found != NEWS_OUTLET && found != h->ref) return false;
    found = h->ref;
  }
  if (found == NEWS_OUTLET) return false;
  out->actor = found;
  out->side = d->r->actors[found].side;
  return true;
}

/* "an Indian official, who asked not to be named, said", "a spokesman for the Commission said". */
static bool body_before(const struct news_reader *d, uint32_t base, uint32_t verb,
                        struct news_subject *out) {
  const struct news_hit *body = NULL;
  for (uint16_t i = d->s->heads[NC_BODY]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->at < verb && h->at + 14u > verb && (body == NULL || h->at > body->at)) body = h;
  }
  if (body == NULL || d->tokens.items[base + body->at].quote != 0) return false;
  uint32_t low = body->at;
  while (low > 0 && body->at - low < 4 && d->s->tokens[low - 1].kind == NEWS_WORD) low--;
  uint32_t high = (uint32_t)body->at + body->n + 4;
  if (high > verb) high = verb;
  for (uint32_t at = low; at < verb; at++) /* a sentence that has gone on is another subject's */
    if (at > body->at && news_hit_at(d->s, NC_SAY, at) != NULL) return false;
  *out = (struct news_subject){body->at, NEWS_OUTLET, NULL, NEWS_NO_SIDE};
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->at < low || h->at >= high || d->r->actors[h->ref].person) continue;
    out->actor = h->ref;
    out->side = d->r->actors[h->ref].side;
    return true;
  }
  enum news_side side = side_in(d, low, high);
  if (side == NEWS_NO_SIDE && low < body->at && news_has_its(d->s, low, body->at))
    side = side_first(d, low);
  if (office_of(d, side, low, high, out)) return true;
  if (side == NEWS_NO_SIDE && body->at > 8) side = side_first(d, low); /* "..., an official said" */
  if (side != NEWS_NO_SIDE) speak_for(d, side, out);
  return side != NEWS_NO_SIDE;
}

/* "NAME, who met others, said" of a name no file has. */
static bool apposed_unknown(const struct news_reader *d, uint32_t base, uint32_t verb,
                            struct news_subject *out) {
  if (verb == 0 || !news_is_mark(d, base + verb - 1, ',')) return false;
  uint32_t comma = verb - 1;
  while (comma > 0 && !news_is_mark(d, base + comma - 1, ',')) comma--;
  if (comma == 0 || !unknown_name(d, base, comma - 1, out)) return false;
  if (out->side == NEWS_NO_SIDE) out->side = side_in(d, comma, verb);
  return true;
}

static bool pronoun_before(const struct news_reader *d, uint32_t base, uint32_t verb,
                           struct news_subject *out) {
  for (uint16_t i = d->s->heads[NC_PRONOUN]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->at >= verb || verb - h->at > 4 || d->tokens.items[base + h->at].quote != 0) continue;
    *out = (struct news_subject){h->at, d->subject, d->unknown, d->unknown_side};
    if (news_person_opens(d, base, h->at, &out->actor)) out->unknown = NULL;
    return out->actor != NEWS_OUTLET || out->unknown != NULL;
  }
  return false;
}

/* "it said in a statement": the body that spoke last. */
static bool it_before(const struct news_reader *d, uint32_t verb, struct news_subject *out) {
  if (verb == 0 || d->s->np[verb - 1] != NC_NP_IT - NC_NP_A + 1) return false;
  *out = (struct news_subject){verb - 1, d->body, d->unknown_body, d->body_side};
  return out->actor != NEWS_OUTLET || out->unknown != NULL;
}

/* Past "on Friday", "in a statement" behind a verb of saying. */
uint32_t news_past_adjunct(const struct news_reader *d, uint32_t base, uint32_t at) {
  uint32_t start = at;
  for (int k = 0; k < 2; k++) {
    uint32_t x = at;
    while (x < d->s->count && x < at + 2 && d->s->np[x] != 0 && d->tokens.items[base + x].n <= 3)
      x++;
    const struct news_hit *h = news_hit_at(d->s, NC_DATE, x);
    if (h == NULL) h = news_hit_at(d->s, NC_VENUE, x);
    if (h == NULL) return at;
    at = x + h->n;
  }
  return at > start ? at : start;
}

/* "NAME called the step good and said": whoever the sentence begins with. */
static bool opener(const struct news_reader *d, uint32_t base, uint32_t verb,
                   struct news_subject *out) {
  if (verb == 0 || d->s->np[verb - 1] != NC_NP_AND - NC_NP_A + 1) return false;
  for (uint32_t at = 1; at <= 10 && at < verb; at++) {
    const struct news_hit *h = news_hit_at(d->s, NC_ACTOR, at - 1);
    if (h != NULL && d->tokens.items[base + at - 1].quote == 0 &&
        !possessive(d, base + h->at + h->n)) {
      *out = (struct news_subject){h->at, h->ref, NULL, NEWS_NO_SIDE};
      return true;
    }
    if (name_word(d, base, at - 1) && !name_word(d, base, at) && unknown_name(d, base, at, out))
      return true;
  }
  return false;
}

bool news_name_opens(const struct news_reader *d, uint32_t base, struct news_subject *out) {
  for (uint32_t at = 1; at <= 9 && at < d->s->count; at++)
    if (name_word(d, base, at - 1) && !name_word(d, base, at) && unknown_name(d, base, at, out) &&
        out->side != NEWS_NO_SIDE && !d->s->tokens[at].genitive)
      return true;
  return false;
}

/* The name behind the verb: "according to NAME", "...," said NAME, and ", said NAME" with nothing after it. */
static bool subject_behind(const struct news_reader *d, const struct news_hit *verb, bool according,
                           bool closed, struct news_subject *out) {
  uint32_t base = (uint32_t)(d->s->tokens - d->tokens.items), behind = (uint32_t)verb->at + verb->n;
  for (uint32_t k = behind; k < behind + 5 && k < d->s->count; k++) {
    const struct news_hit *h = news_hit_at(d->s, NC_ACTOR, k);
    if (h == NULL) continue;
    uint32_t after = (uint32_t)h->at + h->n;
    bool ends = after >= d->s->count || d->s->tokens[after].kind == NEWS_MARK ||
                news_past_adjunct(d, base, after) > after;
    if (!according && !closed && !ends) return false;
    *out = (struct news_subject){according ? verb->at : k, h->ref, NULL, NEWS_NO_SIDE};
    return true;
  }
  return false;
}

/* Where the name is not right before the verb: a name no file has, a body, "it", the sentence's first name. */
static bool find_far(const struct news_reader *d, uint32_t base, uint32_t verb,
                     struct news_subject *out) {
  if (unknown_name(d, base, verb, out) || apposed_unknown(d, base, verb, out) ||
      body_before(d, base, verb, out) || it_before(d, verb, out) || opener(d, base, verb, out))
    return true;
  const struct news_hit *h = actor_before(d, base, verb, 9);
  if (h != NULL) *out = (struct news_subject){h->at, h->ref, NULL, NEWS_NO_SIDE};
  return h != NULL;
}

bool news_subject_find(const struct news_reader *d, uint32_t base, const struct news_hit *verb,
                       struct news_subject *out) {
  bool according = verb->n == 2;
  bool closed = verb->at > 0 && d->tokens.items[base + verb->at - 1].kind == NEWS_CLOSE;
  bool turned = verb->at > 0 && news_is_mark(d, base + verb->at - 1, ',');
  const struct news_hit *h = according || closed ? NULL : apposed(d, base, verb->at);
  if (h == NULL && (according || closed || turned) &&
      subject_behind(d, verb, according, closed, out))
    return true;
  if (according) return false;
  struct news_subject pronoun;
  bool he = pronoun_before(d, base, verb->at, &pronoun);
  if (h == NULL) h = actor_before(d, base, verb->at, 3);
  if (he && (h == NULL || h->at < pronoun.at)) {
    *out = pronoun;
    return true;
  }
  if (h == NULL) return find_far(d, base, verb->at, out);
  *out = (struct news_subject){h->at, h->ref, NULL, NEWS_NO_SIDE};
  return true;
}
