// SPDX-License-Identifier: Apache-2.0
// Quotations: whose each is, and the forms of what was said that are kept.
//
// A quotation belongs to the voice of its own sentence, else to the one of the sentence before it in the paragraph, else
// to whoever spoke last. Without a speaker it is kept without one: nothing quoted is lost.
#include <string.h>

#include "news/subjects.h"

void news_quotes_find(struct news_reader *d) {
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
static bool colon_names(struct news_reader *d, const struct news_quote *q, uint16_t *actor) {
  if (q->from < 2 || !news_is_mark(d, q->from - 2, ':')) return false;
  uint32_t base = sentence_of(d, q->from);
  if (d->s->tokens != d->tokens.items + base) { /* the marks at hand are another sentence's */
    if (d->post) return false;
    news_clause_mark(d, base, news_sentence_end(&d->tokens, base));
  }
  for (uint16_t i = d->s->heads[NC_ACTOR]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (base + h->at >= q->from) continue;
    bool holder = *actor != NEWS_OUTLET && d->r->actors[*actor].person &&
                  !d->r->actors[h->ref].person; /* "Commission President NAME:" */
    if (!holder) *actor = h->ref;               /* hits are last first */
  }
  return *actor != NEWS_OUTLET;
}

/* "NAME calls it "..."": whoever the sentence begins with; NULL: nobody. */
static const struct news_who *opener_of(const struct news_reader *d, uint32_t base) {
  for (uint32_t k = 0; k < d->before_count; k++)
    if (d->before[k].base == base) {
      const struct news_who *w = &d->before[k].who;
      return w->actor != NEWS_OUTLET || w->unknown != NULL ? w : NULL;
    }
  return NULL;
}

static bool is_modal(const struct news_token *t) {
  return news_word_is(t, "will") || news_word_is(t, "would");
}

/* "NAME did not confirm it and referred reporters to "..."": the only person before the quotation in its sentence. */
static bool person_before(struct news_reader *d, const struct news_quote *q, uint32_t base,
                          uint16_t *actor) {
  uint16_t found = NEWS_OUTLET;
  if (d->s->tokens != d->tokens.items + base)
    news_clause_mark(d, base, news_sentence_end(&d->tokens, base));
  for (uint16_t i = d->s->heads[NC_PERSON]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    bool fits = base + h->at < q->from && d->s->tokens[h->at].quote == 0 &&
                !news_possessed(d, base + h->at + h->n);
    if (fits && found != NEWS_OUTLET && found != h->ref) return false;
    if (fits) found = h->ref;
  }
  *actor = found;
  return found != NEWS_OUTLET;
}

/* "NAME: "..."", and where nothing else opens its sentence the only person before it. */
static bool named_before(struct news_reader *d, struct news_quote *q, uint32_t base, bool open) {
  return colon_names(d, q, &q->actor) ||
         (open && q->from > base + 2 && person_before(d, q, base, &q->actor));
}

static void settle_quote(struct news_reader *d, struct news_quote *q) {
  const struct news_voice *v = voice_of_quote(d, q);
  uint32_t base = sentence_of(d, q->from);
  bool own = v != NULL && v->sentence >= base;
  const struct news_who *opens = !own && q->from > base + 2 ? opener_of(d, base) : NULL;
  bool ahead = false; /* "Xi will come "some day after"": nobody's own words */
  for (uint32_t at = base; at < q->from; at++) ahead = ahead || is_modal(&d->tokens.items[at]);
  q->carried = !own && v != NULL && q->from > base + 2 && ahead;
  if (q->carried) opens = NULL;
  if (d->post) {
    q->actor = d->signer;
    q->venue = d->signer_venue;
    (void)colon_names(d, q, &q->actor);
  } else if (!own && named_before(d, q, base, opens == NULL && !ahead)) {
    q->unknown = NULL;
  } else if (opens != NULL) {
    q->actor = opens->actor;
    q->unknown = opens->unknown;
    q->side = opens->side;
  } else if (v != NULL) {
    q->actor = v->actor;
    q->unknown = v->unknown;
    q->side = v->side;
    q->venue = v->venue;
    q->voice = (uint32_t)(v - d->voices) + 1;
  } else if (q->from == 1) {
    q->actor = d->mind.speaker.actor;
    q->unknown = d->mind.speaker.unknown;
    q->side = d->mind.speaker.side;
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
    bool dots = t->kind == NEWS_MARK && i + 1 < to && news_is_mark(d, i, '.') &&
                news_is_mark(d, i + 1, '.');
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

/* "told NBC's "Meet the Press" that": what stands in the marks is the name of the show it was said in. */
static bool is_venue(const struct news_reader *d, const struct news_quote *q) {
  if (q->venue == NEWS_NONE || q->words > 5) return false;
  const struct news_token *t = d->tokens.items;
  uint32_t last = q->to;
  while (last > q->from && t[last - 1].kind != NEWS_WORD) last--;
  if (last == q->from) return false;
  uint32_t from = t[q->from].at, n = t[last - 1].at + t[last - 1].n - from;
  const char *name = d->r->venues[q->venue], *text = d->text->text.p + from;
  for (size_t at = 0; at + n <= strlen(name); at++)
    if (memcmp(name + at, text, n) == 0) return true;
  return false;
}

static void add_quote_form(struct news_reader *d, uint32_t k) {
  struct news_quote *q = &d->quotes[k];
  if (q->words < 2) return; /* nothing quoted is lost: without a speaker it is kept without one */
  if (is_venue(d, q)) return;
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

void news_quotes_keep(struct news_reader *d) {
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
