// SPDX-License-Identifier: Apache-2.0
// What stands in a sentence, and patterns over it.
//
// A pattern runs over sets of places, one bit a token: each element moves the set by the lengths of what it matched,
// a gap smears it. So the work is tokens times elements whatever the text, and no text makes it run away.
#include <string.h>

#include "news/news_own.h"

void news_hit_add(struct news_sentence *s, uint16_t class, uint32_t at, uint32_t n, uint16_t ref) {
  if (s->hit_count >= NEWS_HITS)
    return; /* a line of nothing but known words: the rest of it is passed over */
  struct news_hit *h = &s->hits[s->hit_count];
  *h = (struct news_hit){class, (uint16_t)at, (uint16_t)n, ref, s->heads[class]};
  s->heads[class] = s->hit_count++;
}

/* ---- names and words -------------------------------------------------------------------------------------------- */

static bool phrase_fits(const struct news_phrase *p, const struct news_sentence *s, uint32_t at,
                        imp_day published) {
  if (at + p->n > s->count || (p->capital && !s->tokens[at].capital)) return false;
  for (uint8_t k = 0; k < p->n; k++)
    if (s->tokens[at + k].hash != p->words[k]) return false;
  if (p->from == DAY_FIRST && p->until == DAY_NEVER) return true;
  return published == DAY_NEVER || (published >= p->from && published < p->until);
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
  const uint32_t *head = &r->heads[t->hash & r->head_mask];
  for (uint32_t i = head[0]; i < head[1]; i++)
    if (r->leads[i].first == t->hash && phrase_fits(&r->phrases[i], s, at, published)) return false;
  return true;
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
static void add_word(const struct news_rules *r, struct news_sentence *s, uint32_t at,
                     const struct news_phrase *p) {
  if (p->class >= NC_NP_A && p->class <= NC_NP_IT) {
    for (uint32_t k = 0; k < p->n; k++) s->np[at + k] = (uint8_t)NEWS_NP(p->class);
    return;
  }
  bool sense = (p->class >= NC_WEAK && p->class < NC_THING) ||
               p->class == NC_PLACE; /* these say nothing of who does what */
  if (!sense && p->class != NC_CALENDAR && p->class != NC_PARTY && p->class != NC_GOOD &&
      r->classes[p->class][0] != '=' && r->classes[p->class][0] != '~')
    s->busy[at] = true;
  news_hit_add(s, p->class, at, p->n, p->ref);
}

/* Of names that begin here the longest counts; a name inside a longer one does not. */
static uint32_t mark_at(const struct news_rules *r, struct news_sentence *s, uint32_t at,
                        imp_day published, uint32_t named) {
  const struct news_phrase *best = NULL, *good = NULL; /* "aircraft parts" are no aircraft */
  uint64_t hash = s->tokens[at].hash;
  bool month = at > 0 && s->tokens[at].capital && news_word_is(&s->tokens[at], "may"); /* no verb */
  uint32_t second = at + 1 < s->count ? news_fold(s->tokens[at + 1].hash) : 0;
  const uint32_t *head = &r->heads[hash & r->head_mask];
  for (const struct news_lead *l = &r->leads[head[0]]; l < &r->leads[head[1]]; l++) {
    if (l->first != hash || (l->second != 0 && l->second != second)) continue;
    const struct news_phrase *p = &r->phrases[l->phrase];
    if (!phrase_fits(p, s, at, published)) continue;
    if (month && p->class != NC_CALENDAR) continue;
    if (p->class == NC_GOOD)
      good = good == NULL || p->n >= good->n ? p : good;
    else if (!p->actor)
      add_word(r, s, at, p);
    else if (at >= named && (best == NULL || p->n > best->n))
      best = p;
  }
  if (good != NULL) add_word(r, s, at, good);
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
  for (uint32_t i = 0; i < s->count; i++)
    if (s->tokens[i].kind != NEWS_OPEN && s->tokens[i].kind != NEWS_CLOSE)
      named = mark_at(r, s, i, published, named);
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

/* ---- patterns ------------------------------------------------------------------------------------------------------ */

#define BLOCKS 4 /* 256 places */

struct places {
  uint64_t bits[BLOCKS];
};

static bool place_get(const struct places *s, uint32_t at) {
  return (s->bits[at >> 6] >> (at & 63)) & 1;
}

static void place_set(struct places *s, uint32_t at) {
  s->bits[at >> 6] |= (uint64_t)1 << (at & 63);
}

/* Most sentences are short: of the blocks as many are looked at as it has tokens for. */
static int blocks_of(const struct news_sentence *s) {
  return (int)(s->count >> 6) + 1 < BLOCKS ? (int)(s->count >> 6) + 1 : BLOCKS;
}

static void shift(struct places *s, uint32_t by, int blocks) {
  uint32_t whole = by >> 6, rest = by & 63;
  for (int k = blocks - 1; k >= 0; k--) {
    int from = k - (int)whole;
    uint64_t high = from >= 0 ? s->bits[from] : 0, low = from >= 1 ? s->bits[from - 1] : 0;
    s->bits[k] = rest == 0 ? high : (high << rest) | (low >> (64 - rest));
  }
}

static bool is_empty(const struct places *s, int blocks) {
  uint64_t any = 0;
  for (int k = 0; k < blocks; k++) any |= s->bits[k];
  return any == 0;
}

/* Each place and those up to `gap` behind it, by doubling. */
static void smear(struct places *s, uint32_t gap, int blocks) {
  for (uint32_t wide = 0; wide < gap;) {
    uint32_t by = wide + 1 <= gap - wide ? wide + 1 : gap - wide;
    struct places moved = *s;
    shift(&moved, by, blocks);
    for (int k = 0; k < blocks; k++) s->bits[k] |= moved.bits[k];
    wide += by;
  }
}

/* From before what stands between commas a pattern goes on behind it. */
static void leap(const struct news_sentence *s, struct places *p) {
  for (uint8_t k = 0; k < s->aside_count; k++)
    if (place_get(p, s->asides[k].from)) place_set(p, s->asides[k].to);
}

/* The places of `p` within what stands between commas, taken out of it; false: none. */
static bool take_inside(const struct news_aside *a, struct places *p, struct places *inside) {
  bool any = false;
  *inside = (struct places){{0}};
  for (uint32_t at = a->from + 1u; at < a->to; at++) {
    if (!place_get(p, at)) continue;
    any = true;
    place_set(inside, at);
    p->bits[at >> 6] &= ~((uint64_t)1 << (at & 63));
  }
  return any;
}

/* What begins between commas ends there. */
static void smear_apart(const struct news_sentence *s, struct places *p, uint32_t gap, int blocks) {
  struct places inside[NEWS_ASIDES];
  bool any[NEWS_ASIDES];
  for (uint8_t k = 0; k < s->aside_count; k++) any[k] = take_inside(&s->asides[k], p, &inside[k]);
  smear(p, gap, blocks);
  for (uint8_t k = 0; k < s->aside_count; k++) {
    if (!any[k]) continue;
    smear(&inside[k], gap, blocks);
    for (uint32_t at = s->asides[k].from + 1u; at < s->asides[k].to; at++)
      if (place_get(&inside[k], at)) place_set(p, at);
  }
}

static void step(const struct news_element *e, const struct news_sentence *s,
                 const struct places *in, struct places *out) {
  int blocks = blocks_of(s);
  *out = (struct places){{0}};
  if (e->count == 0 || e->optional) *out = *in;
  if (e->count == 0) {
    smear_apart(s, out, e->gap, blocks);
    leap(s, out);
    return;
  }
  for (uint8_t k = 0; k < e->count; k++)
    for (uint16_t i = s->heads[e->atoms[k]]; i != NEWS_NONE; i = s->hits[i].next)
      if (place_get(in, s->hits[i].at)) place_set(out, (uint32_t)s->hits[i].at + s->hits[i].n);
  leap(s, out);
}

/* The comma that opens what ends at the place; the place itself: nothing between commas ends there. */
static uint32_t leapt_from(const struct news_sentence *s, uint32_t end) {
  for (uint8_t k = 0; k < s->aside_count; k++)
    if (s->asides[k].to == end) return s->asides[k].from;
  return end;
}

bool news_lies_apart(const struct news_sentence *s, uint32_t at, uint32_t end) {
  for (uint8_t k = 0; k < s->aside_count; k++)
    if (s->asides[k].from < at && at < s->asides[k].to && end >= s->asides[k].to) return true;
  return false;
}

/* Back over what a pattern passes over, from an end; UINT32_MAX: from nowhere near. */
static uint32_t back_over_gap(const struct news_sentence *s, const struct places *in, uint32_t gap,
                              uint32_t end) {
  for (uint32_t k = 0; k <= gap && k <= end; k++)
    if (place_get(in, end - k) && !news_lies_apart(s, end - k, end)) return end - k;
  return UINT32_MAX;
}

/* Back from an end: of an element the latest place it can have begun at; UINT32_MAX: none ends there. */
static uint32_t back_over_hit(const struct news_element *e, const struct news_sentence *s,
                              const struct places *in, uint32_t end, uint16_t *hit) {
  uint32_t best = UINT32_MAX;
  for (uint8_t k = 0; k < e->count; k++)
    for (uint16_t i = s->heads[e->atoms[k]]; i != NEWS_NONE; i = s->hits[i].next) {
      const struct news_hit *h = &s->hits[i];
      if ((uint32_t)h->at + h->n == end && place_get(in, h->at) &&
          (best == UINT32_MAX || h->at > best)) {
        best = h->at;
        *hit = i;
      }
    }
  return best;
}

static uint32_t step_back(const struct news_element *e, const struct news_sentence *s,
                          const struct places *in, uint32_t end, uint16_t *hit) {
  *hit = NEWS_NONE;
  for (uint32_t to = end;; to = leapt_from(s, to)) {
    uint32_t at =
        e->count == 0 ? back_over_gap(s, in, e->gap, to) : back_over_hit(e, s, in, to, hit);
    if (at == UINT32_MAX && e->count > 0 && e->optional && place_get(in, to)) at = to;
    if (at != UINT32_MAX) return at;
    if (leapt_from(s, to) == to) return end;
  }
}

static bool stands(const struct news_element *e, const struct news_sentence *s) {
  for (uint8_t a = 0; a < e->count; a++)
    if (s->heads[e->atoms[a]] != NEWS_NONE) return true;
  return false;
}

/* Every element that must stand there does, somewhere: most rules end here. */
static bool may_match(const struct news_pattern *p, const struct news_sentence *s) {
  if (p->rare != UINT8_MAX && !stands(&p->at[p->rare], s)) return false;
  for (uint8_t k = 0; k < p->n; k++) {
    const struct news_element *e = &p->at[k];
    if (e->count > 0 && !e->optional && !stands(e, s)) return false;
  }
  return true;
}

bool news_pattern_find(const struct news_pattern *p, const struct news_sentence *s, uint32_t from,
                       struct news_match *out) {
  struct places sets[NEWS_ELEMENTS + 1];
  if (from >= s->count || !may_match(p, s)) return false;
  int blocks = blocks_of(s);
  sets[0] = (struct places){{0}};
  for (uint32_t i = from; i < s->count; i++) place_set(&sets[0], i);
  for (uint8_t k = 0; k < p->n; k++) {
    step(&p->at[k], s, &sets[k], &sets[k + 1]);
    if (is_empty(&sets[k + 1], blocks)) return false;
  }
  uint32_t end = from;
  while (end <= s->count && !place_get(&sets[p->n], end)) end++;
  if (end > s->count) return false;
  *out =
      (struct news_match){(uint16_t)0, (uint16_t)end, NEWS_NONE, NEWS_NONE, NEWS_NONE, NEWS_NONE, 0,
                          0,           false};
  for (uint8_t k = p->n; k-- > 0;) {
    uint16_t hit;
    end = step_back(&p->at[k], s, &sets[k], end, &hit);
    if (hit == NEWS_NONE) continue;
    if (p->at[k].voice) out->voice = hit;
    if (p->at[k].doer) out->doer = hit;
    if (p->at[k].struck) out->struck = hit;
    if (p->at[k].mention) out->mention = hit;
  }
  out->from = (uint16_t)end;
  return true;
}
