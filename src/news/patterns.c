// SPDX-License-Identifier: Apache-2.0
// Patterns over what stands in a sentence.
//
// A pattern runs over sets of places, one bit a token: each element moves the set by the lengths of what it matched,
// a gap smears it. So the work is tokens times elements whatever the text, and no text makes it run away.
#include "news/news_own.h"

#define BLOCKS 4 /* 256 places */
#define INLINE __attribute__((always_inline)) static inline

struct places {
  uint64_t bits[BLOCKS];
};

/* Most sentences are short: of the blocks as many are looked at as it has tokens for. Where `blocks` is 1 the compiler
 * knows it, and a set is one number. */
static int blocks_of(const struct news_sentence *s) {
  return (int)(s->count >> 6) + 1 < BLOCKS ? (int)(s->count >> 6) + 1 : BLOCKS;
}

INLINE bool place_get(const struct places *s, uint32_t at, int blocks) {
  return (s->bits[blocks == 1 ? 0 : at >> 6] >> (at & 63)) & 1;
}

INLINE void place_set(struct places *s, uint32_t at, int blocks) {
  s->bits[blocks == 1 ? 0 : at >> 6] |= (uint64_t)1 << (at & 63);
}

INLINE void clear(struct places *s, int blocks) {
  for (int k = 0; k < blocks; k++) s->bits[k] = 0;
}

INLINE void shift(struct places *s, uint32_t by, int blocks) {
  uint32_t whole = by >> 6, rest = by & 63;
  for (int k = blocks - 1; k >= 0; k--) {
    int from = k - (int)whole;
    uint64_t high = from >= 0 ? s->bits[from] : 0, low = from >= 1 ? s->bits[from - 1] : 0;
    s->bits[k] = rest == 0 ? high : (high << rest) | (low >> (64 - rest));
  }
}

INLINE bool is_empty(const struct places *s, int blocks) {
  uint64_t any = 0;
  for (int k = 0; k < blocks; k++) any |= s->bits[k];
  return any == 0;
}

/* Each place and those up to `gap` behind it, by doubling. */
INLINE void smear(struct places *s, uint32_t gap, int blocks) {
  for (uint32_t wide = 0; wide < gap;) {
    uint32_t by = wide + 1 <= gap - wide ? wide + 1 : gap - wide;
    struct places moved = *s;
    shift(&moved, by, blocks);
    for (int k = 0; k < blocks; k++) s->bits[k] |= moved.bits[k];
    wide += by;
  }
}

/* From before what stands between commas a pattern goes on behind it. */
INLINE void leap(const struct news_sentence *s, struct places *p, int blocks) {
  for (uint8_t k = 0; k < s->aside_count; k++)
    if (place_get(p, s->asides[k].from, blocks)) place_set(p, s->asides[k].to, blocks);
}

/* The places of `p` within what stands between commas, taken out of it; false: none. */
INLINE bool take_inside(const struct news_aside *a, struct places *p, struct places *inside,
                        int blocks) {
  bool any = false;
  clear(inside, blocks);
  for (uint32_t at = a->from + 1u; at < a->to; at++) {
    if (!place_get(p, at, blocks)) continue;
    any = true;
    place_set(inside, at, blocks);
    p->bits[blocks == 1 ? 0 : at >> 6] &= ~((uint64_t)1 << (at & 63));
  }
  return any;
}

/* What begins between commas ends there. */
INLINE void smear_apart(const struct news_sentence *s, struct places *p, uint32_t gap, int blocks) {
  struct places inside[NEWS_ASIDES];
  bool any[NEWS_ASIDES];
  for (uint8_t k = 0; k < s->aside_count; k++)
    any[k] = take_inside(&s->asides[k], p, &inside[k], blocks);
  smear(p, gap, blocks);
  for (uint8_t k = 0; k < s->aside_count; k++) {
    if (!any[k]) continue;
    smear(&inside[k], gap, blocks);
    for (uint32_t at = s->asides[k].from + 1u; at < s->asides[k].to; at++)
      if (place_get(&inside[k], at, blocks)) place_set(p, at, blocks);
  }
}

INLINE void step(const struct news_element *e, const struct news_sentence *s,
                 const struct places *in, struct places *out, int blocks) {
  bool stays = e->count == 0 || e->optional;
  for (int k = 0; k < blocks; k++) out->bits[k] = stays ? in->bits[k] : 0;
  if (e->count == 0) {
    smear_apart(s, out, e->gap, blocks);
    leap(s, out, blocks);
    return;
  }
  for (uint8_t k = 0; k < e->count; k++)
    for (uint16_t i = s->heads[e->atoms[k]]; i != NEWS_NONE; i = s->hits[i].next)
      if (place_get(in, s->hits[i].at, blocks))
        place_set(out, (uint32_t)s->hits[i].at + s->hits[i].n, blocks);
  leap(s, out, blocks);
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
INLINE uint32_t back_over_gap(const struct news_sentence *s, const struct places *in, uint32_t gap,
                              uint32_t end, int blocks) {
  for (uint32_t k = 0; k <= gap && k <= end; k++)
    if (place_get(in, end - k, blocks) && !news_lies_apart(s, end - k, end)) return end - k;
  return UINT32_MAX;
}

/* Back from an end: of an element the latest place it can have begun at; UINT32_MAX: none ends there. */
INLINE uint32_t back_over_hit(const struct news_element *e, const struct news_sentence *s,
                              const struct places *in, uint32_t end, uint16_t *hit, int blocks) {
  uint32_t best = UINT32_MAX;
  for (uint8_t k = 0; k < e->count; k++)
    for (uint16_t i = s->heads[e->atoms[k]]; i != NEWS_NONE; i = s->hits[i].next) {
      const struct news_hit *h = &s->hits[i];
      if ((uint32_t)h->at + h->n == end && place_get(in, h->at, blocks) &&
          (best == UINT32_MAX || h->at > best)) {
        best = h->at;
        *hit = i;
      }
    }
  return best;
}

INLINE uint32_t step_back(const struct news_element *e, const struct news_sentence *s,
                          const struct places *in, uint32_t end, uint16_t *hit, int blocks) {
  *hit = NEWS_NONE;
  for (uint32_t to = end;; to = leapt_from(s, to)) {
    uint32_t at = e->count == 0 ? back_over_gap(s, in, e->gap, to, blocks)
                                : back_over_hit(e, s, in, to, hit, blocks);
    if (at == UINT32_MAX && e->count > 0 && e->optional && place_get(in, to, blocks)) at = to;
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
  for (uint8_t k = 0; k < p->must_count; k++)
    if (!stands(&p->at[p->must[k]], s)) return false;
  return true;
}

/* The first place of the set in [from, end]; UINT32_MAX: there is none. */
INLINE uint32_t first_place(const struct places *s, uint32_t from, uint32_t end, int blocks) {
  for (uint32_t k = from >> 6; k < (uint32_t)blocks; k++) {
    uint64_t bits = s->bits[k] & (k == from >> 6 ? UINT64_MAX << (from & 63) : UINT64_MAX);
    uint32_t at = k * 64 + (bits != 0 ? (uint32_t)__builtin_ctzll(bits) : 0);
    if (bits != 0) return at <= end ? at : UINT32_MAX;
  }
  return UINT32_MAX;
}

INLINE bool find(const struct news_pattern *p, const struct news_sentence *s, uint32_t from,
                 struct news_match *out, int blocks) {
  struct places sets[NEWS_ELEMENTS + 1];
  for (int k = 0; k < blocks; k++) {
    uint32_t low = (uint32_t)k * 64; /* all places from `from` on, but for the end */
    uint64_t past = s->count >= low + 64 ? UINT64_MAX : ((uint64_t)1 << (s->count - low)) - 1;
    uint64_t head = from <= low ? UINT64_MAX : from >= low + 64 ? 0 : UINT64_MAX << (from - low);
    sets[0].bits[k] = past & head;
  }
  for (uint8_t k = 0; k < p->n; k++) {
    step(&p->at[k], s, &sets[k], &sets[k + 1], blocks);
    if (is_empty(&sets[k + 1], blocks)) return false;
  }
  uint32_t end = first_place(&sets[p->n], from, s->count, blocks);
  if (end == UINT32_MAX) return false;
  *out =
      (struct news_match){(uint16_t)0, (uint16_t)end, NEWS_NONE, NEWS_NONE, NEWS_NONE, NEWS_NONE, 0,
                          0,           false};
  for (uint8_t k = p->n; k-- > 0;) {
    uint16_t hit;
    end = step_back(&p->at[k], s, &sets[k], end, &hit, blocks);
    if (hit == NEWS_NONE) continue;
    if (p->at[k].voice) out->voice = hit;
    if (p->at[k].doer) out->doer = hit;
    if (p->at[k].struck) out->struck = hit;
    if (p->at[k].mention) out->mention = hit;
  }
  out->from = (uint16_t)end;
  return true;
}

bool news_pattern_find(const struct news_pattern *p, const struct news_sentence *s, uint32_t from,
                       struct news_match *out) {
  if (from >= s->count || !may_match(p, s)) return false;
  int blocks = blocks_of(s);
  return blocks == 1 ? find(p, s, from, out, 1) : find(p, s, from, out, blocks);
}
