// SPDX-License-Identifier: Apache-2.0
// Which of the measures spoken of a later sentence means: "the duty", "the 39% tariff", "the lower car rate", "it".
//
// The last twelve mentions are kept with the sentence they stood in, whether their noun was one or many, and whether
// they stood aside ("a fight that began when Ottawa put tariffs on ..."). What is said of a mention again must agree
// with it: kind, number of the noun, rate, goods. Where two that agree differ in what they are, none is meant.
#include <string.h>

#include "news/slots.h"

#define NEAR 2 /* sentences back that "it" reaches */

static bool is_named(const struct news_mention *m) {
  return m->imposer != NEWS_NO_SIDE || m->target_count > 0 || m->good != NEWS_NONE;
}

/* Words behind which a clause only tells more. */
static bool subordinates(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"when",      "after",   "because", "although",
                                      "though",    "despite", "amid",    "before",
                                      "following", "who",     "whose",   "since"};
  if (news_hit_at(s, NC_RELATIVE, at) != NULL) return true;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (news_word_is(&s->tokens[at], words[i])) return news_hit_at(s, NC_DATE, at + 1) == NULL;
  return false;
}

/* "duties of 20%, far below the rates of 60% that": what it is compared with. */
static bool compares(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"below", "above", "under", "than", "against"};
  return at > 1 && NEWS_IN(&s->tokens[at], words) &&
         (s->tokens[at - 1].kind == NEWS_MARK || s->tokens[at - 2].kind == NEWS_MARK);
}

/* Behind another of its kind, and either in a clause that only tells more or without anything that names it. */
static bool stands_aside(const struct news_reader *d, const struct news_mention *m) {
  const struct news_sentence *s = d->s;
  for (uint8_t k = 0; k < s->mention_count; k++) {
    const struct news_mention *x = &s->mentions[k];
    if (x->measure != m->measure || x->form != NEWS_NOUN || x->at >= m->at || !is_named(x))
      continue;
    if (!is_named(m) && m->percent == 0 && m->to == 0 && !m->definite) return true;
    for (uint32_t at = (uint32_t)x->at + x->n; at < m->at; at++)
      if (subordinates(s, at) || compares(s, at)) return true;
  }
  return false;
}

static bool agrees(const struct news_mention *a, const struct news_mention *b);

/* "a new 10% tariff", "an additional levy of 5%"; "the new tariff" */
static bool is_called_new(const struct news_sentence *s, const struct news_mention *m) {
  for (uint32_t at = m->at; at < m->head; at++)
    if (news_word_is(&s->tokens[at], "new")) return true;
  return false;
}

const struct news_mention *news_told_new(const struct news_reader *d,
                                         const struct news_mention *m) {
  if (m->form != NEWS_NOUN || !m->definite || m->own || m->percent > 0 || !is_called_new(d->s, m))
    return NULL;
  const struct news_mention *found = NULL;
  for (uint32_t n = 0; news_told(d, n) != NULL; n++) {
    const struct news_told *x = news_told(d, n);
    if (x->m.measure != m->measure || !x->new || x->m.percent == 0) continue;
    if (found != NULL && (found->percent != x->m.percent || !agrees(found, &x->m))) return NULL;
    if (found == NULL) found = &x->m;
  }
  return found;
}

void news_told_keep(struct news_reader *d) {
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *m = &d->s->mentions[k];
    if (m->form != NEWS_NOUN || m->spared || (m->pronoun && m->to == 0))
      continue; /* "coffee was left out", "he said it would be 15%" */
    d->told[d->told_count++ % NEWS_TOLD] =
        (struct news_told){.m = *m,
                           .sentence = d->sentence,
                           .many = m->many,
                           .aside = stands_aside(d, m) || news_is_existing(d->s, m),
                           .new = is_called_new(d->s, m)};
  }
  d->sentence++;
}

/* The one told n before the last; NULL. */
const struct news_told *news_told(const struct news_reader *d, uint32_t n) {
  if (n >= NEWS_TOLD || n >= d->told_count) return NULL;
  return &d->told[(d->told_count - 1 - n) % NEWS_TOLD];
}

static bool has_number(const struct news_mention *m, int64_t percent) {
  return percent > 0 && (m->to == percent || m->percent == percent || m->was == percent);
}

/* Nothing that one names does the other name otherwise. */
static bool agrees(const struct news_mention *a, const struct news_mention *b) {
  if (a->imposer != NEWS_NO_SIDE && b->imposer != NEWS_NO_SIDE && a->imposer != b->imposer)
    return false;
  if (a->good != NEWS_NONE && b->good != NEWS_NONE && a->good != b->good) return false;
  return a->target_count == 0 || b->target_count == 0 || news_hits_side(b, a->targets[0]);
}

/* "the 39% tariff", "the lower car rate": the only one with that rate, or the last with those goods. */
static const struct news_mention *by_mark(const struct news_reader *d,
                                          const struct news_mention *m) {
  const struct news_told *found = NULL;
  for (uint32_t n = 0; news_told(d, n) != NULL; n++) {
    const struct news_told *x = news_told(d, n);
    bool rate = m->percent > 0 ? has_number(&x->m, m->percent)
                               : x->m.good == m->good && (x->m.percent > 0 || x->m.to > 0);
    if (x->m.measure != m->measure || !rate || !is_named(&x->m)) continue;
    if (found != NULL && !agrees(&x->m, &found->m)) return NULL;
    if (found == NULL && !agrees(&x->m, m)) return NULL;
    if (found == NULL) found = x;
    if (m->percent == 0) break;
  }
  return found != NULL ? &found->m : NULL;
}

/* "the higher rate": 1, "the lower duty": -1; else 0. */
static int way_of(const struct news_sentence *s, const struct news_mention *m) {
  for (uint32_t at = m->at; at < m->head; at++) {
    if (news_word_is(&s->tokens[at], "higher") || news_word_is(&s->tokens[at], "increased"))
      return 1;
    if (news_word_is(&s->tokens[at], "lower") || news_word_is(&s->tokens[at], "reduced")) return -1;
  }
  return 0;
}

static bool moved(const struct news_mention *m, int way) {
  if (m->to == NEWS_NIL) return way < 0; /* nothing is cut higher */
  return m->to > 0 && (m->was == 0 || (way > 0) == (m->to > m->was));
}

/* The last whose rate was said to go that way. */
static const struct news_mention *by_way(const struct news_reader *d, const struct news_mention *m,
                                         int way) {
  for (uint32_t n = 0; news_told(d, n) != NULL; n++) {
    const struct news_mention *x = &news_told(d, n)->m;
    if (x->measure == m->measure && moved(x, way) && is_named(x)) return agrees(x, m) ? x : NULL;
  }
  return NULL;
}

/* "The 100% tariff would take effect if ...", a minister said: of two with that rate his own side's. */
static const struct news_mention *of_speaker(const struct news_reader *d,
                                             const struct news_mention *m,
                                             const struct news_mention *last) {
  uint32_t base = (uint32_t)(d->s->tokens - d->tokens.items);
  const struct news_voice *v = news_voice_at(d, base + m->at);
  if (v == NULL || v->side == NEWS_NO_SIDE || last->imposer == (uint8_t)v->side) return NULL;
  for (uint32_t n = 0; news_told(d, n) != NULL; n++) {
    const struct news_mention *x = &news_told(d, n)->m;
    if (x->measure == m->measure && has_number(x, m->percent) && x->imposer == (uint8_t)v->side)
      return agrees(x, m) ? x : NULL;
  }
  return NULL;
}

const struct news_mention *news_told_meant(const struct news_reader *d,
                                           const struct news_mention *m,
                                           const struct news_mention *last, bool *torn) {
  const struct news_mention *mark = NULL;
  bool nameless = m->imposer == NEWS_NO_SIDE && m->target_count == 0;
  if (m->form != NEWS_NOUN || !m->definite || m->own || last == NULL) return last;
  if (m->percent > 0) mark = of_speaker(d, m, last);
  if (mark != NULL) return mark;
  if ((m->percent > 0 && !has_number(last, m->percent)) ||
      (m->percent == 0 && m->loose && m->good != NEWS_NONE))
    mark = by_mark(d, m);
  if (mark != NULL) return mark;
  int way = m->percent == 0 ? way_of(d->s, m) : 0;
  if (way != 0 && !moved(last, way)) {
    mark = by_way(d, m, way);
    bool none = last->percent == NEWS_NIL || last->to == NEWS_NIL; /* 0% is no "higher tariff" */
    *torn = mark == NULL && (m->loose || (way > 0 && none));
    if (mark != NULL) return mark;
  }
  if (!nameless || m->percent > 0 || m->good != NEWS_NONE) return last;
  const struct news_told *was = NULL;
  bool many = m->many, aside = false; /* aside: one that stands aside agrees better */
  for (uint32_t n = 0; news_told(d, n) != NULL; n++) {
    const struct news_told *x = news_told(d, n);
    if (x->m.measure != m->measure) continue;
    aside = aside || (was == NULL && x->aside && x->many == many && is_named(&x->m));
    if (x->aside) continue;
    if (was != NULL && x->sentence != was->sentence) break;
    if (was == NULL || (was->many != many && x->many == many && is_named(&x->m)))
      was = x;
    else if (x->many == many && was->many == many && !many && is_named(&x->m) &&
             x->m.imposer != was->m.imposer && x->m.imposer != NEWS_NO_SIDE)
      *torn = true;
  }
  bool fits = was != NULL && (was->many == many || m->loose || !aside);
  return fits && last->at != was->m.at ? &was->m : last;
}

/* "It expires in May": of the sentence right before that spoke of any the one that agrees; two kinds of it: none. */
const struct news_mention *news_told_it(const struct news_reader *d, bool many) {
  const struct news_told *found = NULL;
  bool first = true;
  uint32_t sentence = 0;
  for (uint32_t n = 0; news_told(d, n) != NULL; n++) {
    const struct news_told *x = news_told(d, n);
    if (!first && x->sentence != sentence &&
        (found != NULL || d->sentence - x->sentence > NEAR)) /* none of the last agrees */
      break;
    if (first && d->sentence - x->sentence > NEAR) return NULL;
    first = false;
    sentence = x->sentence;
    if (x->aside || x->many != many) continue;
    if (found != NULL && x->m.measure != found->m.measure) return NULL;
    if (found == NULL) found = x;
  }
  return found != NULL ? &found->m : NULL;
}
