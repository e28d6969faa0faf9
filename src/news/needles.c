// SPDX-License-Identifier: Apache-2.0
// Which patterns are looked at in a sentence: those of which the rarest element stands there.
//
// No pattern can match without every element that is not optional. It waits for the one whose words are likely to be the
// rarest: few words, and no small ones. Of two others it is asked as well whether they stand there, before it is tried.
#include <string.h>

#include "news/rules_own.h"

/* What words of four sorts are taken to weigh; of a class each word weighs 4, up to as much as a small word. */
#define SMALL_WORD 150
#define LONG_WORD  6
#define MEASURE    200
#define FOUND      300 /* days, numbers, actors, sides: what is found and not listed */

static void count_words(const struct news_rules *r, uint16_t *out) {
  for (size_t i = 0; i < r->phrase_count; i++)
    if (out[r->phrases[i].class] < UINT16_MAX) out[r->phrases[i].class]++;
}

static uint32_t weight_of(const struct news_rules *r, const uint16_t *counts, uint16_t class) {
  const char *name = r->classes[class];
  if (name[0] == '=') return strlen(name) > 5 ? LONG_WORD : SMALL_WORD;
  if (name[0] == '#') return MEASURE;
  if (counts[class] == 0 || class == NC_PARTY) return FOUND;
  return counts[class] * 4u < SMALL_WORD ? counts[class] * 4u : SMALL_WORD;
}

/* Its elements that must stand there, the one that weighs least first. */
static void find_rare(const struct news_rules *r, const uint16_t *counts, struct news_pattern *p) {
  uint32_t weights[NEWS_ELEMENTS];
  p->must_count = 0;
  for (uint8_t i = 0; i < p->n; i++) {
    const struct news_element *e = &p->at[i];
    uint32_t weight = 0;
    if (e->count == 0 || e->optional) continue;
    for (uint8_t a = 0; a < e->count; a++) weight += weight_of(r, counts, e->atoms[a]);
    uint8_t k = p->must_count++;
    for (; k > 0 && weights[k - 1] > weight; k--) {
      weights[k] = weights[k - 1];
      p->must[k] = p->must[k - 1];
    }
    weights[k] = weight;
    p->must[k] = i;
  }
}

static void find_all_rare(struct news_rules *r, const uint16_t *counts) {
  for (size_t i = 0; i < r->rule_count; i++) {
    for (uint8_t k = 0; k < r->rules[i].matches; k++) find_rare(r, counts, &r->rules[i].match[k]);
    for (uint8_t k = 0; k < r->rules[i].nots; k++) find_rare(r, counts, &r->rules[i].not [k]);
  }
  for (size_t i = 0; i < r->deed_count; i++) find_rare(r, counts, &r->deeds[i].pattern);
}

/* Beside the one it waits for, the two rarest of one class that it cannot do without. */
static struct news_needle needle_of(const struct news_rule *rule, uint8_t k) {
  const struct news_pattern *p = &rule->match[k];
  struct news_needle x = {.first = NEWS_NONE,
                          .second = NEWS_NONE,
                          .pattern = k,
                          .about = rule->measure == NEWS_NONE && !rule->of_last};
  for (uint8_t i = 1; i < p->must_count && x.second == NEWS_NONE; i++) {
    const struct news_element *e = &p->at[p->must[i]];
    if (e->count == 1) *(x.first == NEWS_NONE ? &x.first : &x.second) = e->atoms[0];
  }
  return x;
}

static const struct news_element *waited_for(const struct news_rules *r,
                                             const struct news_needle *x) {
  const struct news_pattern *p = &r->rules[x->rule].match[x->pattern];
  return p->must_count > 0 ? &p->at[p->must[0]] : NULL;
}

/* By the classes that each waits for, as a counting sort leaves them; NEWS_CLASSES: for none. */
static bool index_needles(struct news_rules *r) {
  uint32_t total = 0;
  r->wanted = arena_array(&r->arena, NEWS_CLASSES + 3, sizeof *r->wanted);
  if (r->wanted == NULL) return false;
  uint32_t *next =
      r->wanted +
      1; /* of each class where its next one goes; at last where the following class begins */
  for (uint32_t i = 0; i < r->needle_count; i++) {
    const struct news_element *e = waited_for(r, &r->needles[i]);
    for (uint8_t a = 0; e != NULL && a < e->count; a++, total++) next[e->atoms[a] + 1]++;
    if (e == NULL) next[NEWS_CLASSES + 1]++;
    total += e == NULL;
  }
  for (uint32_t c = 1; c <= NEWS_CLASSES + 1; c++) next[c] += next[c - 1];
  r->waiting = arena_array(&r->arena, total + 1, sizeof *r->waiting);
  if (r->waiting == NULL) return false;
  for (uint32_t i = 0; i < r->needle_count; i++) {
    const struct news_element *e = waited_for(r, &r->needles[i]);
    for (uint8_t a = 0; e != NULL && a < e->count; a++) r->waiting[next[e->atoms[a]]++] = i;
    if (e == NULL) r->waiting[next[NEWS_CLASSES]++] = i;
  }
  return true;
}

/* The same of deeds: of each class those that wait for it, and NEWS_CLASSES for none. */
static bool index_deeds(struct news_rules *r) {
  r->deed_wanted = arena_array(&r->arena, NEWS_CLASSES + 3, sizeof *r->deed_wanted);
  r->deed_waiting = arena_array(&r->arena, r->deed_count * NEWS_ATOMS + 1, sizeof *r->deed_waiting);
  if (r->deed_wanted == NULL || r->deed_waiting == NULL) return false;
  uint32_t *next = r->deed_wanted + 1;
  for (int fill = 0; fill < 2; fill++) { /* counted first, then put in their places */
    for (uint16_t i = 0; i < r->deed_count; i++) {
      const struct news_pattern *p = &r->deeds[i].pattern;
      const struct news_element *e = p->must_count > 0 ? &p->at[p->must[0]] : NULL;
      for (uint8_t a = 0; a < (e != NULL ? e->count : 1); a++) {
        uint32_t class = e != NULL ? e->atoms[a] : NEWS_CLASSES;
        if (fill)
          r->deed_waiting[next[class]++] = i;
        else
          next[class + 1]++;
      }
    }
    for (uint32_t c = 1; !fill && c <= NEWS_CLASSES + 1; c++) next[c] += next[c - 1];
  }
  return true;
}

static bool index_cues(struct news_rules *r) {
  r->cue_rules = arena_array(&r->arena, r->rule_count + 1, sizeof *r->cue_rules);
  for (uint16_t i = 0; i < r->rule_count && r->cue_rules != NULL; i++)
    if (r->rules[i].cues > 0) r->cue_rules[r->cue_rule_count++] = i;
  return r->cue_rules != NULL;
}

bool rules_index_needles(struct news_rules *r) {
  uint16_t *counts = mem_alloc(NEWS_CLASSES * sizeof *counts);
  for (size_t i = 0; i < r->rule_count; i++) r->needle_count += r->rules[i].matches;
  r->needles = arena_array(&r->arena, r->needle_count + 1, sizeof *r->needles);
  bool fine = counts != NULL && r->needles != NULL;
  if (fine) count_words(r, counts);
  if (fine) find_all_rare(r, counts);
  struct news_needle *at = r->needles;
  for (size_t i = 0; fine && i < r->rule_count; i++)
    for (uint8_t k = 0; k < r->rules[i].matches; k++, at++) {
      *at = needle_of(&r->rules[i], k);
      at->rule = (uint16_t)i;
    }
  mem_free(counts);
  return fine && index_needles(r) && index_deeds(r) && index_cues(r);
}
