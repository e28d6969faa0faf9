// SPDX-License-Identifier: Apache-2.0
// What says a measure without its noun: "barred its firms from selling chips to", "pour $20 billion into", "fees that
// American ships must pay". The files give a pattern for each; the form of its verb says whether it is to come or past.
#include <string.h>

#include "news/news_own.h"

static bool ends_with(struct str text, const struct news_token *t, const char *end) {
  size_t n = strlen(end);
  return t->kind == NEWS_WORD && t->n > n + 1 && memcmp(text.p + t->at + t->n - n, end, n) == 0;
}

/* "barred", "has cut off", "bars": done. "to bar", "barring", "will be barred": to come, as the words before it say. */
static uint8_t form_of(struct str text, const struct news_sentence *s, uint32_t at) {
  const struct news_token *t = &s->tokens[at];
  bool past = news_hit_at(s, NC_PAST, at) != NULL || news_hit_at(s, NC_EITHER, at) != NULL ||
              (ends_with(text, t, "ed") && !ends_with(text, t, "eed")); /* "need" */
  if (past && at > 0 && news_word_is(&s->tokens[at - 1], "be")) return NEWS_ACT;
  static const char *const needs[] = {"need", "require"};
  bool many = at > 0 && NEWS_IN(t, needs) && /* "exporters need a licence", "exports now require" */
              (ends_with(text, &t[-1], "s") || news_word_is(&t[-1], "now"));
  if (many) return NEWS_DONE;
  bool third = ends_with(text, t, "s") && !ends_with(text, t, "ss");
  return past || third ? NEWS_DONE : NEWS_ACT;
}

static uint8_t side_of(const struct news_sentence *s, const struct news_rules *r, uint16_t hit) {
  if (hit == NEWS_NONE) return NEWS_NO_SIDE;
  const struct news_hit *h = &s->hits[hit];
  if (h->class == NC_PARTY) return (uint8_t)h->ref;
  return h->class == NC_ACTOR ? (uint8_t)r->actors[h->ref].side : NEWS_NO_SIDE;
}

static void mark(const struct news_rules *r, struct str text, struct news_sentence *s,
                 const struct news_deed *d, const struct news_match *m) {
  if (s->deed_count >= NEWS_DEEDS) return;
  uint32_t verb = m->voice != NEWS_NONE ? s->hits[m->voice].at : m->from;
  uint32_t at = d->noun ? verb : m->from; /* words before the > only lead to it */
  uint8_t form = d->noun ? NEWS_NOUN : form_of(text, s, verb);
  uint32_t n = m->to - at;
  uint8_t last = s->np[m->to - 1u];
  bool leads = last >= NEWS_NP(NC_NP_ON) && last <= NEWS_NP(NC_NP_BY);
  if (leads && n > 1) n--; /* "of", "to": what is hit stands behind it */
  for (uint8_t k = 0; k < s->deed_count; k++)
    if (s->deeds[k].at == at && s->deeds[k].measure == d->measure && s->deeds[k].n == n) return;
  s->deeds[s->deed_count++] = (struct news_deed_at){(uint16_t)at,
                                                    (uint16_t)n,
                                                    (uint16_t)verb,
                                                    d->measure,
                                                    form,
                                                    side_of(s, r, m->doer),
                                                    side_of(s, r, m->struck)};
  news_hit_add(s, NC_KIND, at, n, (uint16_t)(d->measure * 4 + form));
}

/* "suspended the export rules": a longer noun ends behind what would be the deed. */
static bool runs_on(const struct news_sentence *s, uint32_t to) {
  for (uint16_t i = s->heads[NC_KIND]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->at < to && (uint32_t)h->at + h->n > to && h->ref % 4 == NEWS_NOUN) return true;
  }
  return false;
}

/* "export controls on silver were suspended": what is suspended are the controls, and no exports. */
static bool opens_noun(const struct news_sentence *s, const struct news_deed *d,
                       const struct news_match *m) {
  uint32_t verb = m->voice != NEWS_NONE ? s->hits[m->voice].at : m->from;
  for (uint16_t i = s->heads[NC_KIND]; i != NEWS_NONE && !d->noun; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->at >= m->from && h->n > 1 && h->ref % 4 == NEWS_NOUN && (uint32_t)h->at + h->n <= verb)
      return true;
  }
  return false;
}

/* "another round of tariffs", "a new round of trade talks": behind "of" stands of what. */
static bool of_what(const struct news_rules *r, const struct news_sentence *s,
                    const struct news_deed *d, uint32_t to) {
  return d->noun && r->measures[d->measure].pair && to < s->count &&
         news_word_is(&s->tokens[to], "of");
}

#define DUE (NEWS_DEED_KINDS / 64)

static inline void make_due(const struct news_rules *r, uint32_t class, uint64_t due[DUE]) {
  for (uint32_t k = r->deed_wanted[class]; k < r->deed_wanted[class + 1]; k++)
    due[r->deed_waiting[k] >> 6] |= (uint64_t)1 << (r->deed_waiting[k] & 63);
}

/* Only those are looked for whose rarest element stands there, in the order of the files. */
void news_deeds_mark(const struct news_rules *r, struct str text, struct news_sentence *s) {
  uint64_t due[DUE] = {0};
  s->deed_count = 0;
  make_due(r, NEWS_CLASSES, due);
  make_due(r, NC_KIND, due); /* what a deed marks is of that class itself */
  for (uint16_t i = 0; i < s->hit_count; i++)
    if (s->heads[s->hits[i].class] == i) make_due(r, s->hits[i].class, due);
  for (uint32_t w = 0; w < DUE; w++)
    for (uint64_t left = due[w]; left != 0; left &= left - 1) {
      const struct news_deed *d = &r->deeds[w * 64 + (uint32_t)__builtin_ctzll(left)];
      struct news_match m;
      for (uint32_t from = 0; news_pattern_find(&d->pattern, s, from, &m); from = m.to)
        if (!runs_on(s, m.to) && !of_what(r, s, d, m.to) && !opens_noun(s, d, &m))
          mark(r, text, s, d, &m);
    }
}
