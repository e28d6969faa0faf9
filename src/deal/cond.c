// SPDX-License-Identifier: Apache-2.0
// See cond.h.
#include "deal/cond.h"

static enum tri tri_of(bool b) {
  return b ? TRI_YES : TRI_NO;
}

enum tri deal_place_in(const struct deal_env *env, const struct law_set *set, uint16_t place) {
  if (!set->count) return TRI_YES; /* no place was named: of wherever */
  if (set->count == 1 && set->items[0].kind == LAW_ITEM_ALL && !set->but_count) return TRI_YES;
  if (!place) return TRI_UNKNOWN;
  struct matcher m = {.view = env->view,
                      .on = env->c->on,
                      .origin = place,
                      .minute = env->c->minute};
  return tri_of(match_place(&m, set, place));
}

bool deal_ref_holds(const struct law_deal *d, const struct deal_ref *ref, uint32_t entry) {
  if (entry == LAW_NONE || ref->list == LAW_NONE) return false;
  if (ref->whole) return deal_list_within(d, d->entries[entry].list, ref->list);
  return ref->first <= entry && entry < ref->first + ref->count;
}

/* ---- parties ------------------------------------------------------------------------------------------------- */

/* On the list asked about: yes, no, or nobody said. */
static enum tri party_on(const struct deal_env *env, const struct deal_given *g, uint32_t list) {
  const struct law_deal *d = env->c->law->deal;
  enum tri r = g->listed_stated || env->c->rest_no ? TRI_NO : TRI_UNKNOWN;
  for (uint8_t i = 0; i < g->list_count; i++) {
    if (deal_list_within(d, g->lists[i], list)) return TRI_YES;
    if (deal_list_within(d, list, g->lists[i])) r = TRI_UNKNOWN; /* on some part of it */
  }
  for (uint8_t w = 0; w < g->word_count; w++)
    for (uint32_t e = 0; e < d->entry_count; e++)
      if (str_eq_nocase(d->entries[e].text, g->words[w]) &&
          deal_list_within(d, d->entries[e].list, list))
        return TRI_YES;
  return r;
}

static bool same_place(const struct deal_env *env, const struct law_set *set, uint16_t place) {
  return place && deal_place_in(env, set, place) == TRI_YES;
}

/* Shares held by persons of places add up. A sum too small is no answer while nobody said who holds the rest:
 * what was stated of these owners is taken as the whole of it. */
static enum tri party_owned(const struct deal_env *env, const struct deal_given *g,
                            const struct law_cond *c) {
  struct rat sum = RAT_ZERO;
  bool any = false, persons = c->places.count > 0;
  for (uint8_t i = 0; i < g->share_count; i++) {
    const struct deal_share *s = &g->shares[i];
    if (persons ? !same_place(env, &c->places, s->place) : s->place != 0) continue;
    any = true;
    if (!rat_add(sum, s->share, &sum)) return TRI_UNKNOWN;
  }
  if (!any && !env->c->rest_no) return TRI_UNKNOWN;
  return tri_ordered(c->compare, rat_cmp(sum, c->amount.value));
}

static enum tri party_of(const struct deal_env *env, const struct deal_given *g,
                         const struct law_set *set) {
  if (!g->place_count) return TRI_UNKNOWN;
  enum tri r = TRI_NO;
  for (uint8_t i = 0; i < g->place_count; i++) r = tri_or(r, deal_place_in(env, set, g->places[i]));
  return r;
}

static enum tri one_party(const struct deal_env *env, const struct deal_given *g,
                          const struct law_cond *c) {
  enum tri r = TRI_NO;
  switch (c->kind) {
  case LAW_COND_LISTED:
    for (uint32_t i = 0; i < c->ref_count; i++) r = tri_or(r, party_on(env, g, c->refs[i].list));
    return r;
  case LAW_COND_OWNED:
    return party_owned(env, g, c);
  default:
    return party_of(env, g, &c->places);
  }
}

/* A fact that stands for others (`party of importer, end-user`) holds when one of them does. */
static enum tri eval_party(const struct deal_env *env, const struct law_cond *c) {
  const struct law_deal *d = env->c->law->deal;
  const struct law_fact *f = &d->facts[c->fact_index];
  if (!f->word_count) return one_party(env, &env->c->facts[c->fact_index], c);
  enum tri r = TRI_NO;
  for (uint32_t i = 0; i < f->word_count; i++) {
    uint32_t one = deal_find_fact(d, f->words[i]);
    r = tri_or(r, one == LAW_NONE ? TRI_UNKNOWN : one_party(env, &env->c->facts[one], c));
  }
  return r;
}

/* ---- the other atoms ------------------------------------------------------------------------------------------- */

static bool given_word(const struct deal_given *g, struct str word) {
  for (uint8_t i = 0; i < g->word_count; i++)
    if (str_eq_nocase(g->words[i], word)) return true;
  return false;
}

static enum tri eval_words(const struct deal_env *env, const struct law_cond *c) {
  const struct law_fact *f = &env->c->law->deal->facts[c->fact_index];
  const struct deal_given *g = &env->c->facts[c->fact_index];
  bool is = c->kind == LAW_COND_IS;
  if (!g->stated)
    return env->c->rest_no && (f->type == LAW_FACT_ANY || f->type == LAW_FACT_FLAG)
               ? tri_of(is && f->type == LAW_FACT_FLAG && str_eq(c->word, STR("no")))
               : TRI_UNKNOWN;
  if (f->type == LAW_FACT_FLAG) return tri_of(g->flag == str_eq(c->word, STR("yes")));
  if (is) return tri_of(given_word(g, c->word));
  for (uint32_t i = 0; i < c->word_count; i++)
    if (given_word(g, c->words[i])) return TRI_YES;
  return TRI_NO;
}

static enum tri eval_flag(const struct deal_env *env, const struct law_cond *c) {
  const struct law_fact *f = &env->c->law->deal->facts[c->fact_index];
  const struct deal_given *g = &env->c->facts[c->fact_index];
  if (g->stated) return tri_of(g->flag);
  return env->c->rest_no || f->type == LAW_FACT_CLAIM ? TRI_NO : TRI_UNKNOWN;
}

/* A benefit is claimed or it is not there. */
static enum tri eval_claimed(const struct deal_env *env, const struct law_cond *c) {
  for (uint32_t i = 0; i < c->label_count; i++) {
    uint32_t f = deal_find_fact(env->c->law->deal, c->labels[i]);
    if (f != LAW_NONE && env->c->facts[f].stated && env->c->facts[f].flag) return TRI_YES;
  }
  return TRI_NO;
}

static enum tri eval_compare(const struct deal_env *env, const struct law_cond *c) {
  const struct law_fact *f = &env->c->law->deal->facts[c->fact_index];
  const struct deal_given *g = &env->c->facts[c->fact_index];
  struct rat limit = c->amount.value, amount = g->amount;
  if (c->amount.kind == LAW_AMOUNT_QUANTITY &&
      !deal_unit_convert(limit, c->amount.unit, f->unit, &limit))
    return TRI_UNKNOWN;
  if (!g->stated && !(env->c->rest_no && f->type == LAW_FACT_SHARE)) return TRI_UNKNOWN;
  return tri_ordered(c->compare, rat_cmp(g->stated ? amount : RAT_ZERO, limit));
}

/* Where a thing was made is where it comes from, unless it was said otherwise. */
static enum tri eval_in(const struct deal_env *env, const struct law_cond *c) {
  if (c->fact_index == LAW_NONE) return deal_place_in(env, &c->places, env->c->origin);
  const struct law_fact *f = &env->c->law->deal->facts[c->fact_index];
  const struct deal_given *g = &env->c->facts[c->fact_index];
  if (f->type == LAW_FACT_PARTY) return eval_party(env, c);
  if (!g->stated && str_eq(f->name, STR("made")))
    return deal_place_in(env, &c->places, env->c->origin);
  if (!g->stated) return TRI_UNKNOWN;
  enum tri r = TRI_NO;
  for (uint8_t i = 0; i < g->place_count; i++)
    r = tri_or(r, deal_place_in(env, &c->places, g->places[i]));
  return r;
}

static enum tri eval_before(const struct deal_env *env, const struct law_cond *c) {
  if (c->fact_index == LAW_NONE)
    return tri_of((env->c->entered.stated ? env->c->entered.day : env->c->on) < c->day);
  const struct deal_given *g = &env->c->facts[c->fact_index];
  return g->stated ? tri_of(g->day < c->day) : TRI_UNKNOWN;
}

static enum tri eval_listed(const struct deal_env *env, const struct law_cond *c) {
  if (c->fact_index != LAW_NONE) return eval_party(env, c);
  for (uint32_t i = 0; i < c->ref_count; i++) /* item in @items */
    if (deal_ref_holds(env->c->law->deal, &c->refs[i], env->entry)) return TRI_YES;
  return TRI_NO;
}

static enum tri eval_content(const struct deal_env *env, const struct law_cond *c) {
  const struct deal_given *g = &env->c->content;
  if (!g->stated && !env->c->rest_no) return TRI_UNKNOWN;
  return tri_ordered(c->compare, rat_cmp(g->stated ? g->amount : RAT_ZERO, c->amount.value));
}

static enum tri eval_made_with(const struct deal_env *env, const struct law_cond *c) {
  const struct deal_given *g = &env->c->made_with;
  if (!g->stated) return env->c->rest_no ? TRI_NO : TRI_UNKNOWN;
  enum tri r = TRI_NO;
  for (uint8_t i = 0; i < g->place_count; i++)
    r = tri_or(r, deal_place_in(env, &c->places, g->places[i]));
  return r;
}

static enum tri eval_atom(const struct deal_env *env, const struct law_cond *c) {
  switch (c->kind) {
  case LAW_COND_CLAIMED:
    return eval_claimed(env, c);
  case LAW_COND_BEFORE:
    return eval_before(env, c);
  case LAW_COND_COMPARE:
    return eval_compare(env, c);
  case LAW_COND_IN:
    return eval_in(env, c);
  case LAW_COND_IS:
  case LAW_COND_WORDS:
    return eval_words(env, c);
  case LAW_COND_FLAG:
    return eval_flag(env, c);
  case LAW_COND_LISTED:
    return eval_listed(env, c);
  case LAW_COND_OF:
  case LAW_COND_OWNED:
    return eval_party(env, c);
  case LAW_COND_CONTENT:
    return eval_content(env, c);
  case LAW_COND_MADE_WITH:
    return eval_made_with(env, c);
  default: /* a question: the view has settled it */
    return TRI_YES;
  }
}

enum tri deal_cond(const struct deal_env *env, const struct law_cond *c) {
  if (!c) return TRI_YES;
  if (c->kind == LAW_COND_NOT) return tri_not(deal_cond(env, c->kids[0]));
  if (c->kind != LAW_COND_AND && c->kind != LAW_COND_OR) return eval_atom(env, c);
  enum tri r = c->kind == LAW_COND_AND ? TRI_YES : TRI_NO;
  for (uint32_t i = 0; i < c->kid_count; i++) /* depth was capped by the parser */
    r = c->kind == LAW_COND_AND ? tri_and(r, deal_cond(env, c->kids[i]))
                                : tri_or(r, deal_cond(env, c->kids[i]));
  return r;
}

uint32_t deal_cond_open(const struct deal_env *env, const struct law_cond *c,
                        const struct law_cond **out, uint32_t cap) {
  uint32_t n = 0;
  if (!c || !cap || deal_cond(env, c) != TRI_UNKNOWN) return 0;
  if (!c->kid_count) {
    out[0] = c;
    return 1;
  }
  for (uint32_t i = 0; i < c->kid_count; i++)
    n += deal_cond_open(env, c->kids[i], out + n, cap - n);
  return n;
}
