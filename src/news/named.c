// SPDX-License-Identifier: Apache-2.0
// Which government was named last before a place, as one that acts or in any part.
#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

/* Does the name stand for who acts? "China", "the American government", not "American firms". */
static bool stands_for(const struct news_reader *d, const struct news_hit *h) {
  uint32_t end = (uint32_t)h->at + h->n;
  if (end < d->s->count && news_in_class(d->s, NC_MAKERS, end)) return false; /* "U.S. firms" */
  if (news_hit_at(d->s, NC_ACTOR, h->at) != NULL) return true;
  if (end < d->s->count && d->s->tokens[end].genitive) return true;
  return news_hit_at(d->s, NC_BODY, end) != NULL || news_hit_at(d->s, NC_TITLE, end) != NULL ||
         end >= d->s->count || d->s->tokens[end].kind == NEWS_MARK;
}

/* "India denied Trump's claim that": whose words it is about does nothing. */
static bool owns_words(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"claim",      "claims",     "statement", "assertion",
                                      "assertions", "suggestion", "remark",    "remarks"};
  for (size_t i = 0; at < s->count && i < sizeof words / sizeof *words; i++)
    if (news_word_is(&s->tokens[at], words[i])) return true;
  return false;
}

/* "kept pressure on Iraq, threatening": what a preposition leads does nothing. */
static bool is_pressed(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"on", "against", "upon", "toward", "towards"};
  uint32_t led = at > 0 && news_word_is(&s->tokens[at - 1], "the") ? at - 1 : at;
  for (size_t i = 0; led > 0 && i < sizeof words / sizeof *words; i++)
    if (news_word_is(&s->tokens[led - 1], words[i]) && !s->tokens[led - 1].capital) return true;
  if (led > 1 && news_word_is(&s->tokens[led - 1], "for"))
    return news_in_class(s, NC_FAVOUR, led - 2); /* "Washington's reprieve for Mexico" */
  return false;
}

/* "accused China of dragging its feet, and then blocked": who is blamed is none that acts. */
static bool is_blamed(const struct news_sentence *s, uint32_t at) {
  uint32_t led = at > 0 && news_word_is(&s->tokens[at - 1], "the") ? at - 1 : at;
  if (led == 0 || s->tokens[at].genitive) return false;
  if (news_in_class(s, NC_ACCUSED, led - 1)) return true;
  return news_hit_at(s, NC_BLAMES, led - 1) != NULL;
}

/* The side of the last name before the place that is neither inside a mention nor `not`. */
enum news_side news_named_but(const struct news_reader *d, uint32_t from, uint32_t at,
                              enum news_side not, bool acts, const struct news_mention *hit) {
  const struct news_hit *best = NULL;
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    bool inside = acts && news_lies_apart(d->s, h->at, at); /* "Norway, like Iceland, pays" */
    for (const struct news_mention *x = d->s->mentions; x < d->s->mentions + d->s->mention_count;
         x++)
      inside = inside || (x->form == NEWS_NOUN && h->at >= x->at && h->at < x->at + x->n);
    uint32_t past = (uint32_t)h->at + h->n;
    bool there = acts && h->at > 0 && news_word_is(&d->s->tokens[h->at - 1], "in") &&
                 past < d->s->count && news_word_is(&d->s->tokens[past], "to");
    bool place = !acts && h->at > 0 && news_word_is(&d->s->tokens[h->at - 1], "in") &&
                 !d->s->tokens[h->at].genitive; /* "was in Canada on another errand" */
    if (inside || place || there || (acts && news_decides_nothing(d->s, h, at)) ||
        (acts && news_hit_at(d->s, NC_GOOD, (uint32_t)h->at + h->n) != NULL) || /* "U.S. wheat" */
        (acts && (is_pressed(d->s, h->at) || is_blamed(d->s, h->at))) ||
        (hit != NULL && news_hits_side(hit, (uint8_t)h->ref)) || h->at < from ||
        (uint32_t)h->at + h->n > at || h->ref == (uint16_t) not ||
        (acts && (!stands_for(d, h) || owns_words(d->s, (uint32_t)h->at + h->n + 1u))))
      continue;
    if (best == NULL || h->at > best->at) best = h;
  }
  return best != NULL ? (enum news_side)best->ref : NEWS_NO_SIDE;
}

enum news_side news_named_before(const struct news_reader *d, uint32_t from, uint32_t at,
                                 enum news_side not, bool acts) {
  return news_named_but(d, from, at, not, acts, NULL);
}
