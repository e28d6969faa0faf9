// SPDX-License-Identifier: Apache-2.0
// Who says what: verbs of saying with their subjects, what they cover, quotations, and the forms that are kept.
//
// "NAME said (that) ..." covers the rest of the sentence; "..., NAME said." what stands before. A quotation belongs to
// the voice of its own sentence, else to the one of the sentence before it in the paragraph, else to whoever spoke last.
// A pronoun is the person who spoke or acted last. A name in small print ("Beijing's") is not a subject.
#include <string.h>

#include "news/news_own.h"

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
  if (to <= from || to > d->tokens.count) return (struct news_span){0, 0};
  const struct news_token *a = &d->tokens.items[from], *b = &d->tokens.items[to - 1];
  return (struct news_span){news_origin(d->text, a->at), end_of(d, b->at + b->n - 1)};
}

uint32_t news_sentence_end(const struct news_tokens *t, uint32_t from) {
  uint32_t i = from;
  while (i < t->count && i - from < NEWS_SENTENCE && !t->items[i].ends) i++;
  return i < t->count && i - from < NEWS_SENTENCE ? i + 1 : i;
}

static bool is_mark(const struct news_reader *d, uint32_t at, char c) {
  const struct news_token *t = &d->tokens.items[at];
  return t->kind == NEWS_MARK && d->text->text.p[t->at] == c;
}

static bool possessive(const struct news_reader *d, uint32_t at) {
  return at < d->tokens.count && d->tokens.items[at].kind == NEWS_WORD &&
         d->text->text.p[d->tokens.items[at].at] == '\'';
}

/* ---- subjects ------------------------------------------------------------------------------------------------------ */

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
  if (verb == 0 || !is_mark(d, base + verb - 1, ',')) return NULL;
  uint32_t comma = verb - 1;
  while (comma > 0 && !is_mark(d, base + comma - 1, ',')) comma--;
  return comma > 0 ? actor_before(d, base, comma - 1, 0) : NULL;
}

static bool person_opens(const struct news_reader *d, uint32_t base, uint32_t before,
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

struct subject {
  uint32_t at;
  uint16_t actor;
  const char *unknown;
  enum news_side side;
};

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
                         struct subject *out) {
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
  *out = (struct subject){head, NEWS_OUTLET, str_dup(&d->story->arena, name),
                          side_in(d, head > 6 ? head - 6 : 0, head)};
  return out->unknown != NULL;
}

/* A side's own body, by its name: "China"; else the name alone. */
static void speak_for(const struct news_reader *d, enum news_side side, struct subject *out) {
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
                      struct subject *out) {
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
                        struct subject *out) {
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
  *out = (struct subject){body->at, NEWS_OUTLET, NULL, NEWS_NO_SIDE};
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
                            struct subject *out) {
  if (verb == 0 || !is_mark(d, base + verb - 1, ',')) return false;
  uint32_t comma = verb - 1;
  while (comma > 0 && !is_mark(d, base + comma - 1, ',')) comma--;
  if (comma == 0 || !unknown_name(d, base, comma - 1, out)) return false;
  if (out->side == NEWS_NO_SIDE) out->side = side_in(d, comma, verb);
  return true;
}

static bool pronoun_before(const struct news_reader *d, uint32_t base, uint32_t verb,
                           struct subject *out) {
  for (uint16_t i = d->s->heads[NC_PRONOUN]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->at >= verb || verb - h->at > 4 || d->tokens.items[base + h->at].quote != 0) continue;
    *out = (struct subject){h->at, d->subject, d->unknown, d->unknown_side};
    if (person_opens(d, base, h->at, &out->actor)) out->unknown = NULL;
    return out->actor != NEWS_OUTLET || out->unknown != NULL;
  }
  return false;
}

/* "it said in a statement": the body that spoke last. */
static bool it_before(const struct news_reader *d, uint32_t verb, struct subject *out) {
  if (verb == 0 || d->s->np[verb - 1] != NC_NP_IT - NC_NP_A + 1) return false;
  *out = (struct subject){verb - 1, d->body, d->unknown_body, d->body_side};
  return out->actor != NEWS_OUTLET || out->unknown != NULL;
}

/* Past "on Friday", "in a statement" behind a verb of saying. */
static uint32_t past_day(const struct news_reader *d, uint32_t base, uint32_t at) {
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
static bool opener(const struct news_reader *d, uint32_t base, uint32_t verb, struct subject *out) {
  if (verb == 0 || d->s->np[verb - 1] != NC_NP_AND - NC_NP_A + 1) return false;
  for (uint32_t at = 1; at <= 10 && at < verb; at++) {
    const struct news_hit *h = news_hit_at(d->s, NC_ACTOR, at - 1);
    if (h != NULL && d->tokens.items[base + at - 1].quote == 0 &&
        !possessive(d, base + h->at + h->n)) {
      *out = (struct subject){h->at, h->ref, NULL, NEWS_NO_SIDE};
      return true;
    }
    if (name_word(d, base, at - 1) && !name_word(d, base, at) && unknown_name(d, base, at, out))
      return true;
  }
  return false;
}

/* The name behind the verb: "according to NAME", "...," said NAME, and ", said NAME" with nothing after it. */
static bool subject_behind(const struct news_reader *d, const struct news_hit *verb, bool according,
                           bool closed, struct subject *out) {
  uint32_t base = (uint32_t)(d->s->tokens - d->tokens.items), behind = (uint32_t)verb->at + verb->n;
  for (uint32_t k = behind; k < behind + 5 && k < d->s->count; k++) {
    const struct news_hit *h = news_hit_at(d->s, NC_ACTOR, k);
    if (h == NULL) continue;
    uint32_t after = (uint32_t)h->at + h->n;
    bool ends = after >= d->s->count || d->s->tokens[after].kind == NEWS_MARK ||
                past_day(d, base, after) > after;
    if (!according && !closed && !ends) return false;
    *out = (struct subject){according ? verb->at : k, h->ref, NULL, NEWS_NO_SIDE};
    return true;
  }
  return false;
}

/* Where the name is not right before the verb: a name no file has, a body, "it", the sentence's first name. */
static bool find_far(const struct news_reader *d, uint32_t base, uint32_t verb,
                     struct subject *out) {
  if (unknown_name(d, base, verb, out) || apposed_unknown(d, base, verb, out) ||
      body_before(d, base, verb, out) || it_before(d, verb, out) || opener(d, base, verb, out))
    return true;
  const struct news_hit *h = actor_before(d, base, verb, 9);
  if (h != NULL) *out = (struct subject){h->at, h->ref, NULL, NEWS_NO_SIDE};
  return h != NULL;
}

static bool find_subject(const struct news_reader *d, uint32_t base, const struct news_hit *verb,
                         struct subject *out) {
  bool according = verb->n == 2;
  bool closed = verb->at > 0 && d->tokens.items[base + verb->at - 1].kind == NEWS_CLOSE;
  bool turned = verb->at > 0 && is_mark(d, base + verb->at - 1, ',');
  const struct news_hit *h = according || closed ? NULL : apposed(d, base, verb->at);
  if (h == NULL && (according || closed || turned) &&
      subject_behind(d, verb, according, closed, out))
    return true;
  if (according) return false;
  struct subject pronoun;
  bool he = pronoun_before(d, base, verb->at, &pronoun);
  if (h == NULL) h = actor_before(d, base, verb->at, 3);
  if (he && (h == NULL || h->at < pronoun.at)) {
    *out = pronoun;
    return true;
  }
  if (h == NULL) return find_far(d, base, verb->at, out);
  *out = (struct subject){h->at, h->ref, NULL, NEWS_NO_SIDE};
  return true;
}

/* ---- voices --------------------------------------------------------------------------------------------------------- */

static uint16_t venue_in(const struct news_reader *d) {
  uint16_t i = d->s->heads[NC_VENUE];
  return i != NEWS_NONE ? d->s->hits[i].ref : NEWS_NONE;
}

static bool joins(const struct news_reader *d, uint32_t at) {
  return news_word_is(&d->tokens.items[at], "and") || news_word_is(&d->tokens.items[at], "but") ||
         news_word_is(&d->tokens.items[at], "while") || news_word_is(&d->tokens.items[at], "as");
}

/* Behind what was said: a comma or closing mark stands before the one who said it, and little or a comma behind. */
static bool stands_behind(const struct news_reader *d, uint32_t base, uint32_t subject,
                          uint32_t behind, uint32_t end) {
  if (behind >= 2 && news_has(d->s, NC_SAY, subject, behind - 1)) return false; /* "said, adding" */
  uint32_t at = subject;
  while (at > 0 && subject - at < 8 && d->tokens.items[base + at - 1].kind == NEWS_WORD) at--;
  if (at == 0 || joins(d, base + at)) return false;
  for (uint32_t k = at; k < subject; k++) /* ", a step that Beijing has warned against" */
    if (news_word_is(&d->tokens.items[base + k], "that") ||
        news_word_is(&d->tokens.items[base + k], "which"))
      return false;
  if (d->tokens.items[base + at - 1].kind == NEWS_CLOSE) return true;
  if (!is_mark(d, base + at - 1, ',') && !is_mark(d, base + at - 1, NEWS_DASH)) return false;
  behind = past_day(d, base, behind);
  if (behind >= end || is_mark(d, base + behind, ',')) return at > 4;
  return end - behind <= 5;
}

static void add_voice(struct news_reader *d, uint32_t base, const struct news_hit *verb) {
  struct subject who;
  uint32_t count = d->s->count, behind = (uint32_t)verb->at + verb->n;
  if (d->voice_count >= NEWS_VOICES || d->tokens.items[base + verb->at].quote != 0) return;
  if (verb->n == 1 && d->tokens.items[base + verb->at].capital) return; /* a name: United States */
  if (!find_subject(d, base, verb, &who)) return;
  struct news_voice *v = &d->voices[d->voice_count++];
  *v = (struct news_voice){.verb = base + verb->at,
                           .subject = base + who.at,
                           .sentence = base,
                           .actor = who.actor,
                           .unknown = who.unknown,
                           .side =
                               who.actor != NEWS_OUTLET ? d->r->actors[who.actor].side : who.side,
                           .venue = venue_in(d)};
  if (who.actor == NEWS_OUTLET || !d->r->actors[who.actor].person) {
    d->body = who.actor;
    d->unknown_body = who.unknown;
    d->body_side = v->side;
  }
  v->behind = verb->n == 2 ? who.at > 4
                           : who.at > verb->at || stands_behind(d, base, who.at, behind, count);
  v->from = v->behind ? base : base + verb->at;
  v->to = v->behind ? base + (who.at < verb->at ? who.at : verb->at) : base + count;
  uint32_t past = past_day(d, base, behind);
  bool inside = v->behind && verb->n == 1 && past + 1 < count && is_mark(d, base + past, ',') &&
                !joins(d, base + past + 1) && d->tokens.items[base + past - 1].quote == 0;
  if (inside && who.at < verb->at &&
      news_has(d->s, NC_IF, 0, verb->at)) /* "unless ..., he wrote, ..." */
    v->to = base + count;
  for (uint32_t at = base + verb->at; !v->behind && at < v->to; at++)
    if (is_mark(d, at, ';') && d->tokens.items[at].quote == 0) v->to = at;
}

static void read_voices(struct news_reader *d, uint32_t base) {
  uint16_t speaker = NEWS_OUTLET;
  uint32_t first = d->voice_count;
  for (uint32_t at = 0; at < d->s->count; at++) {
    const struct news_hit *verb = news_hit_at(d->s, NC_SAY, at);
    const struct news_hit *that = verb == NULL ? news_hit_at(d->s, NC_SAY_THAT, at) : NULL;
    if (that != NULL)
      for (uint32_t k = at + 1; k < at + 6 && k < d->s->count && verb == NULL; k++)
        if (news_word_is(&d->s->tokens[k], "that") || is_mark(d, base + k, ':')) verb = that;
    if (verb != NULL) add_voice(d, base, verb);
  }
  if (d->voice_count > first) {
    speaker = d->voices[first].actor;
    if (speaker == NEWS_OUTLET) {
      d->subject = NEWS_OUTLET;
      d->unknown = d->voices[first].unknown;
      d->unknown_side = d->voices[first].side;
      return;
    }
  } else
    (void)person_opens(d, base, 200, &speaker);
  if (speaker == NEWS_OUTLET || !d->r->actors[speaker].person) return;
  d->subject = speaker;
  d->unknown = NULL;
}

const struct news_voice *news_voice_at(const struct news_reader *d, uint32_t token) {
  const struct news_voice *best = NULL;
  for (uint32_t i = 0; i < d->voice_count; i++) {
    const struct news_voice *v = &d->voices[i];
    if (token < v->from || token >= v->to) continue;
    if (best == NULL || v->verb < best->verb) best = v; /* who tells it, not whom they tell of */
  }
  return best;
}

/* ---- quotations ------------------------------------------------------------------------------------------------------- */

static void find_quotes(struct news_reader *d) {
  uint16_t open = 0;
  d->quote_count = 0;
  for (uint32_t i = 0; i < d->tokens.count; i++) {
    const struct news_token *t = &d->tokens.items[i];
    if (t->kind == NEWS_OPEN && d->quote_count < NEWS_QUOTES) {
      d->quotes[d->quote_count++] = (struct news_quote){.from = i + 1,
                                                        .to = d->tokens.count,
                                                        .actor = NEWS_OUTLET,
                                                        .venue = NEWS_NONE};
      open = t->quote;
    } else if (t->kind == NEWS_CLOSE && open != 0) {
      d->quotes[d->quote_count - 1].to = i;
      open = 0;
    } else if (open != 0 && (t->kind == NEWS_WORD || t->kind == NEWS_NUMERAL))
      d->quotes[d->quote_count - 1].words++;
  }
}

static uint32_t sentence_of(const struct news_reader *d, uint32_t token) {
  uint32_t at = 0;
  for (;;) {
    uint32_t end = news_sentence_end(&d->tokens, at);
    if (token < end || end >= d->tokens.count) return at;
    at = end;
  }
}

/* Of the voices of the quotation's sentences: the one right behind it, else the one before, else any. */
static const struct news_voice *voice_of_quote(const struct news_reader *d,
                                               const struct news_quote *q) {
  uint32_t first = sentence_of(d, q->from),
           last = sentence_of(d, q->to > q->from ? q->to - 1 : q->from);
  const struct news_voice *before = NULL, *behind = NULL, *earlier = NULL;
  for (uint32_t i = 0; i < d->voice_count; i++) {
    const struct news_voice *v = &d->voices[i];
    if (v->sentence >= first && v->sentence <= last) {
      if (v->verb >= q->to && (behind == NULL || v->verb < behind->verb)) behind = v;
      if (v->verb < q->from) before = v;
    } else if (v->sentence < first)
      earlier = v;
  }
  if (behind != NULL && behind->behind && behind->subject <= q->to + 8) return behind;
  if (before != NULL) return before;
  return behind != NULL ? behind : earlier;
}

/* ".@account: "..."": who the post says is speaking. */
static bool colon_names(const struct news_reader *d, const struct news_quote *q, uint16_t *actor) {
  if (q->from < 2 || !is_mark(d, q->from - 2, ':')) return false;
  uint32_t base = sentence_of(d, q->from);
  if (d->s->tokens != d->tokens.items + base)
    return false; /* the marks at hand are another sentence's */
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE; i = d->s->hits[i].next)
    if (base + d->s->hits[i].at < q->from) *actor = d->s->hits[i].ref; /* hits are last first */
  return *actor != NEWS_OUTLET;
}

static void settle_quote(struct news_reader *d, struct news_quote *q) {
  const struct news_voice *v = voice_of_quote(d, q);
  if (d->post) {
    q->actor = d->signer;
    q->venue = d->signer_venue;
    (void)colon_names(d, q, &q->actor);
  } else if (v != NULL) {
    q->actor = v->actor;
    q->unknown = v->unknown;
    q->side = v->side;
    q->venue = v->venue;
    q->voice = (uint32_t)(v - d->voices) + 1;
  } else if (!colon_names(d, q, &q->actor) && q->from == 1) {
    q->actor = d->subject;
    q->unknown = d->unknown;
    q->side = d->unknown_side;
  }
  if (q->actor != NEWS_OUTLET) q->side = d->r->actors[q->actor].side;
}

/* ---- forms ------------------------------------------------------------------------------------------------------------- */

static uint32_t add_form(struct news_reader *d, uint32_t from, uint32_t to,
                         const struct news_form *like) {
  struct news_story *y = d->story;
  uint32_t words[200];
  uint16_t n = 0;
  struct news_form f = *like;
  f.article = d->article;
  f.span = news_span_of(d, from, to);
  f.gaps[0] = f.gaps[1] = UINT32_MAX;
  for (uint32_t i = from; i < to && n < 200; i++) {
    const struct news_token *t = &d->tokens.items[i];
    bool dots = t->kind == NEWS_MARK && i + 1 < to && is_mark(d, i, '.') && is_mark(d, i + 1, '.');
    if (dots) f.gaps[f.gaps[0] != UINT32_MAX && f.gaps[0] != n] = n;
    if (t->kind == NEWS_WORD) words[n++] = news_fold(t->hash);
    if (t->kind == NEWS_NUMERAL) words[n++] = news_fold((uint64_t)t->milli * 31 + 7);
  }
  if (n < 2) return 0;
  if (!mem_grow((void **)&y->forms, &y->form_cap, y->form_count + 1, sizeof *y->forms)) {
    d->failed = true;
    return 0;
  }
  f.words = arena_copy(&y->arena, words, n * sizeof *words);
  f.word_count = n;
  f.group = (uint32_t)y->form_count;
  if (f.words == NULL) return 0;
  y->forms[y->form_count++] = f;
  return (uint32_t)y->form_count;
}

static void add_quote_form(struct news_reader *d, uint32_t k) {
  struct news_quote *q = &d->quotes[k];
  if (q->words < 2) return; /* nothing quoted is lost: without a speaker it is kept without one */
  bool whole = q->words >= 6 && d->tokens.items[q->from].capital;
  struct news_form like = {.speaker = q->actor,
                           .unknown = q->unknown,
                           .side = q->side,
                           .venue = q->venue,
                           .kind = d->post ? NEWS_POSTED
                                   : whole ? NEWS_DIRECT
                                           : NEWS_PARTIAL};
  const struct news_quote *before = k > 0 ? &d->quotes[k - 1] : NULL;
  if (whole && before != NULL && before->form != 0 && before->actor == q->actor &&
      q->voice == before->voice && q->from - before->to < 12)
    like.continues = before->form;
  q->form = add_form(d, q->from, q->to, &like);
}

static void add_indirect(struct news_reader *d) {
  for (uint32_t i = 0; i < d->voice_count; i++) {
    const struct news_voice *v = &d->voices[i];
    bool quotes = false;
    for (uint32_t k = 0; k < d->quote_count; k++)
      quotes |= d->quotes[k].words >= 2 && d->quotes[k].from < v->to && d->quotes[k].to > v->from;
    if (quotes || v->to < v->from + 4 || v->to - v->from > 120) continue;
    struct news_form like = {.speaker = v->actor,
                             .unknown = v->unknown,
                             .side = v->side,
                             .venue = v->venue,
                             .kind = NEWS_INDIRECT};
    add_form(d, v->from, v->to, &like);
  }
}

void news_voices_find(struct news_reader *d) {
  d->voice_count = d->before_count = 0;
  find_quotes(d);
  for (uint32_t at = 0; at < d->tokens.count;) {
    uint32_t end = news_sentence_end(&d->tokens, at);
    d->s->tokens = d->tokens.items + at;
    d->s->count = end - at;
    news_sentence_mark(d->r, buf_str(&d->text->text), d->published, d->s);
    for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next)
      d->spoken[d->s->hits[i].ref]++;
    if (d->before_count < NEWS_SENTENCES) {
      uint32_t k = d->before_count++;
      d->before[k].base = at;
      d->before[k].subject = d->subject;
      d->before[k].unknown = d->unknown;
      d->before[k].side = d->unknown_side;
    }
    read_voices(d, at);
    at = end;
  }
  for (uint32_t k = 0; k < d->quote_count; k++) {
    settle_quote(d, &d->quotes[k]);
    add_quote_form(d, k);
  }
  if (d->post && d->quote_count == 0 && d->signer != NEWS_OUTLET) {
    struct news_form like = {.speaker = d->signer,
                             .side = d->r->actors[d->signer].side,
                             .venue = d->signer_venue,
                             .kind = NEWS_POSTED};
    add_form(d, 0, d->tokens.count, &like);
  } else if (!d->post)
    add_indirect(d);
}
