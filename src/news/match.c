// SPDX-License-Identifier: Apache-2.0
// What stands in a sentence: its names and words, then days, numbers and measures.
#include <string.h>

#include "news/news_own.h"

static inline void hit_add(struct news_sentence *s, uint16_t class, uint32_t at, uint32_t n,
                           uint16_t ref) {
  if (s->hit_count >= NEWS_HITS)
    return; /* a line of nothing but known words: the rest of it is passed over */
  struct news_hit *h = &s->hits[s->hit_count];
  *h = (struct news_hit){class, (uint16_t)at, (uint16_t)n, ref, s->heads[class]};
  s->heads[class] = s->hit_count++;
}

void news_hit_add(struct news_sentence *s, uint16_t class, uint32_t at, uint32_t n, uint16_t ref) {
  hit_add(s, class, at, n, ref);
}

static bool phrase_fits(const struct news_phrase *p, const struct news_sentence *s, uint32_t at,
                        imp_day published) {
  if (at + p->n > s->count || (p->capital && !s->tokens[at].capital)) return false;
  for (uint8_t k = 0; k < p->n; k++)
    if (s->tokens[at + k].hash != p->words[k]) return false;
  if (p->from == DAY_FIRST && p->until == DAY_NEVER) return true;
  return published == DAY_NEVER || (published >= p->from && published < p->until);
}

/* Phrases that begin with the words at a place, in the order of the files. */
struct begun {
  const struct news_rules *r;
  const struct news_lead *one, *one_end, *two, *two_end;
  uint64_t word, pair;
};

static inline struct begun begin_at(const struct news_rules *r, const struct news_sentence *s,
                                    uint32_t at) {
  struct begun b = {.r = r, .word = s->tokens[at].hash};
  const uint32_t *head = r->singles.heads + (b.word & r->singles.mask);
  b.one = r->singles.items + head[0];
  b.one_end = r->singles.items + head[1];
  if (at + 1 >= s->count) return b;
  b.pair = news_pair(b.word, s->tokens[at + 1].hash);
  head = r->pairs.heads + (b.pair & r->pairs.mask);
  b.two = r->pairs.items + head[0];
  b.two_end = r->pairs.items + head[1];
  return b;
}

/* The next that stands there; NULL: there are no more. */
static inline const struct news_phrase *next_of(struct begun *b, const struct news_sentence *s,
                                                uint32_t at, imp_day published) {
  for (;;) {
    while (b->one < b->one_end && b->one->word != b->word) b->one++;
    while (b->two < b->two_end && b->two->word != b->pair) b->two++;
    bool one = b->one < b->one_end, two = b->two < b->two_end;
    if (!one && !two) return NULL;
    const struct news_lead *l =
        one && (!two || b->one->phrase < b->two->phrase) ? b->one++ : b->two++;
    const struct news_phrase *p = &b->r->phrases[l->phrase];
    if (l->fits || phrase_fits(p, s, at, published)) return p;
  }
}

static bool covered(const struct news_sentence *s, uint32_t at) {
  for (uint16_t i = 0; i < s->hit_count; i++)
    if (s->hits[i].at <= at && at < (uint32_t)s->hits[i].at + s->hits[i].n) return true;
  return s->np[at] != 0;
}

/* "Jonathan Li", "Mary Trump": a last name behind a first name that the files do not have with it is somebody else's. At
 * the head of a sentence every word is large, so there only listed first names count; behind "in" or "told" stands a
 * place or a paper. */
static bool of_another(const struct news_rules *r, const struct news_sentence *s, uint32_t at,
                       const struct news_phrase *p) {
  if (at == 0 || p->n > 1 || !r->actors[p->ref].person) return false;
  const struct news_token *first = &s->tokens[at - 1];
  if (first->kind != NEWS_WORD || !first->capital || first->genitive || first->n < 3) return false;
  if (news_has(s, NC_MISTER, at - 1, at)) return false;
  if (news_has(s, NC_GIVEN, at - 1, at)) return true;
  if (at == 1 || covered(s, at - 1)) return false;
  const struct news_token *before = &s->tokens[at - 2];
  if (before->kind != NEWS_WORD) return false;
  if (news_has(s, NC_PLACED, at - 2, at - 1)) return false;
  return !before->capital;
}

/* A word in large letters that no file knows. */
static bool is_strange(const struct news_rules *r, const struct news_sentence *s, uint32_t at,
                       imp_day published) {
  const struct news_token *t = &s->tokens[at];
  if (at >= s->count || t->kind != NEWS_WORD || !t->capital || t->n < 2) return false;
  struct begun b = begin_at(r, s, at);
  return next_of(&b, s, at, published) == NULL;
}

/* "Minister Wang Shouwen" is not the minister Wang Wentao: where the family's name comes first, another one behind it
 * makes another person of it. */
static bool of_family(const struct news_rules *r, struct news_sentence *s, uint32_t at,
                      const struct news_phrase *p, imp_day published) {
  const struct news_actor *a = &r->actors[p->ref];
  size_t n = strcspn(a->name, " ");
  bool first = a->person && a->name[n] != 0 && news_word_hash(a->name, n) == p->words[p->n - 1];
  if (!first) return false;
  const char *given = a->name + n + (a->name[n] != 0);
  if (at + p->n < s->count && s->tokens[at + p->n].hash == news_word_hash(given, strlen(given)))
    return true; /* "President Xi" before "Jinping": the full name is read from "Xi" on */
  uint8_t k = 0;
  while (k < s->other_count && s->others[k] != p->words[p->n - 1]) k++;
  if (is_strange(r, s, at + p->n, published)) {
    if (k == s->other_count && k < sizeof s->others / sizeof *s->others)
      s->others[s->other_count++] = p->words[p->n - 1];
    return true;
  }
  return k < s->other_count;
}

/* Whoever was met as "Jonathan Li" is "Li" from there on, until the person of the file is named in full. */
static bool another_here(const struct news_rules *r, struct news_sentence *s, uint32_t at,
                         const struct news_phrase *p) {
  if (!r->actors[p->ref].person) return false;
  uint8_t k = 0;
  while (k < s->other_count && s->others[k] != p->words[p->n - 1]) k++;
  bool met = k < s->other_count;
  if (p->n > 1) {
    if (met) s->others[k] = s->others[--s->other_count];
    return false;
  }
  if (!met && !of_another(r, s, at, p)) return false;
  if (!met && s->other_count < sizeof s->others / sizeof *s->others)
    s->others[s->other_count++] = p->words[0];
  return true;
}

static void add_actor(const struct news_rules *r, struct news_sentence *s, uint32_t at,
                      const struct news_phrase *p) {
  const struct news_actor *a = &r->actors[p->ref];
  news_hit_add(s, a->class, at, p->n, p->ref);
  news_hit_add(s, NC_ACTOR, at, p->n, p->ref);
  if (a->person) news_hit_add(s, NC_PERSON, at, p->n, p->ref);
  if (a->side == NEWS_NO_SIDE) return;
  news_hit_add(s, r->sides[a->side].class, at, p->n, p->ref);
  news_hit_add(s, NC_PARTY, at, p->n, (uint16_t)a->side);
}

/* Words that are neither names nor plain: of those that a mention may hold, and of sides, the last named counts. */
static inline void add_word(struct news_sentence *s, uint32_t at, const struct news_phrase *p) {
  if (p->class >= NC_NP_A && p->class <= NC_NP_IT) {
    for (uint32_t k = 0; k < p->n; k++) s->np[at + k] = (uint8_t)NEWS_NP(p->class);
    return;
  }
  if (p->busy) s->busy[at] = true;
  hit_add(s, p->class, at, p->n, p->ref);
}

/* Of names that begin here the longest counts; a name inside a longer one does not. */
static uint32_t mark_at(const struct news_rules *r, struct news_sentence *s, uint32_t at,
                        imp_day published, uint32_t named) {
  const struct news_phrase *best = NULL, *good = NULL; /* "aircraft parts" are no aircraft */
  bool month = at > 0 && s->tokens[at].capital && news_word_is(&s->tokens[at], "may"); /* no verb */
  struct begun b = begin_at(r, s, at);
  for (const struct news_phrase *p; (p = next_of(&b, s, at, published)) != NULL;) {
    if (month && p->class != NC_CALENDAR) continue;
    if (p->class == NC_GOOD)
      good = good == NULL || p->n >= good->n ? p : good;
    else if (!p->actor)
      add_word(s, at, p);
    else if (at >= named && (best == NULL || p->n > best->n))
      best = p;
  }
  if (good != NULL) add_word(s, at, good);
  if (best == NULL || of_family(r, s, at, best, published) || another_here(r, s, at, best))
    return named;
  add_actor(r, s, at, best);
  return at + best->n;
}

/* Of the sentence before few of the classes have hits: only their heads are taken back. */
static void forget_hits(const struct news_rules *r, struct news_sentence *s) {
  if (!s->begun)
    memset(s->heads, 0xff, r->class_count * sizeof *s->heads);
  else
    for (uint16_t i = 0; i < s->hit_count; i++) s->heads[s->hits[i].class] = NEWS_NONE;
  s->begun = true;
  s->hit_count = 0;
}

void news_sentence_mark(const struct news_rules *r, struct str text, imp_day published,
                        struct news_sentence *s) {
  forget_hits(r, s);
  s->date_count = s->value_count = 0;
  memset(s->np, 0, s->count * sizeof *s->np);
  memset(s->busy, 0, s->count * sizeof *s->busy);
  uint32_t named = 0;
  s->spots = 0;
  s->genitive = false;
  for (uint32_t i = 0; i < s->count; i++) {
    if (s->tokens[i].kind == NEWS_WORD) s->spots |= (uint64_t)1 << s->tokens[i].spot;
    s->genitive = s->genitive || s->tokens[i].genitive;
    if (s->tokens[i].kind != NEWS_OPEN && s->tokens[i].kind != NEWS_CLOSE)
      named = mark_at(r, s, i, published, named);
  }
  for (uint32_t i = 0; i + 1 < s->count; i++) /* "a deal that the government": it joins */
    if (news_word_is(&s->tokens[i], "that") && s->np[i + 1] != 0 &&
        s->np[i + 1] <= NEWS_NP(NC_NP_ITS))
      s->np[i] = 0;
  news_dates_mark(r, text, published, s);
  news_parties_sift(r, s);
  news_deeds_mark(r, text, s);
  news_mentions_mark(r, text, s);
  news_asides_mark(s, text);
}
