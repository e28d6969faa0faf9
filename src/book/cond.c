// SPDX-License-Identifier: Apache-2.0
// See cond.h. Source: docs/language.md, section 3 (Three values).
#include "book/cond.h"

enum tri tri_and(enum tri a, enum tri b) {
  if (a == TRI_NO || b == TRI_NO) return TRI_NO;
  return a == TRI_YES && b == TRI_YES ? TRI_YES : TRI_UNKNOWN;
}

enum tri tri_or(enum tri a, enum tri b) {
  return tri_not(tri_and(tri_not(a), tri_not(b)));
}

enum tri tri_not(enum tri a) {
  if (a == TRI_UNKNOWN) return a;
  return a == TRI_YES ? TRI_NO : TRI_YES;
}

static enum tri tri_of(bool b) {
  return b ? TRI_YES : TRI_NO;
}

static bool named_claim(const struct law_fact *f, struct str word) {
  if (str_eq_nocase(f->name, word)) return true;
  for (uint32_t i = 0; i < f->word_count; i++)
    if (str_eq_nocase(f->words[i], word)) return true;
  return false;
}

bool cond_claims_any(const struct law *law, const struct line *l) {
  bool any = l->claim_count > 0;
  for (uint32_t i = 0; i < law->fact_count && !any; i++)
    any = law->facts[i].type == LAW_FACT_CLAIM && l->facts[i].stated;
  return any;
}

bool cond_claimed(const struct cond_env *env, struct str word) {
  bool is_fact = false;
  if (env->unclaimed) return false;
  for (uint32_t i = 0; i < env->law->fact_count; i++) {
    const struct law_fact *f = &env->law->facts[i];
    if (f->type != LAW_FACT_CLAIM || !named_claim(f, word)) continue;
    is_fact = true;
    const struct fact_value *v = &env->line->facts[i];
    if (!v->stated || !v->flag) continue;
    if (!f->has_places || match_origin(env->matcher, &f->places).verdict == MATCH_YES) return true;
  }
  return !is_fact && line_claims(env->line, word);
}

static enum tri eval_claimed(const struct cond_env *env, const struct law_cond *c,
                             struct str label) {
  if (!c->label_count) return tri_of(line_claims(env->line, label));
  for (uint32_t i = 0; i < c->label_count; i++)
    if (cond_claimed(env, c->labels[i])) return TRI_YES;
  return TRI_NO;
}

/* "not on the way" and its kind: a presumption in words that makes every test on the fact false. */
static bool presumes_no(const struct law_fact *f) {
  return str_starts(f->else_value, STR("not "));
}

static enum tri unstated(const struct cond_env *env, uint32_t fact) {
  const struct law_fact *f = &env->law->facts[fact];
  if (f->type == LAW_FACT_CLAIM) return TRI_NO;
  return f->has_else && env->presume && presumes_no(f) ? TRI_NO : TRI_UNKNOWN;
}

static bool entered_before(const struct line *l, const struct law_cond *c) {
  return l->on < c->day || (l->on == c->day && l->minute < c->minute && c->minute > 0);
}

static enum tri eval_before(const struct cond_env *env, const struct law_cond *c) {
  if (c->fact_index == LAW_NONE) return tri_of(entered_before(env->line, c));
  const struct fact_value *v = &env->line->facts[c->fact_index];
  return v->stated ? tri_of(v->day < c->day) : unstated(env, c->fact_index);
}

static enum tri eval_in(const struct cond_env *env, const struct law_cond *c) {
  if (c->fact_index == LAW_NONE)
    return tri_of(match_origin(env->matcher, &c->places).verdict == MATCH_YES);
  const struct fact_value *v = &env->line->facts[c->fact_index];
  if (!v->stated) return unstated(env, c->fact_index);
  for (uint32_t i = 0; i < v->place_count; i++)
    if (match_place(env->matcher, &c->places, v->places[i])) return TRI_YES;
  return TRI_NO;
}

static enum tri eval_is(const struct cond_env *env, const struct law_cond *c) {
  const struct fact_value *v = &env->line->facts[c->fact_index];
  if (v->stated) return tri_of(str_eq_nocase(v->word, c->word));
  const struct law_fact *f = &env->law->facts[c->fact_index];
  if (f->has_else && env->presume && !presumes_no(f))
    return tri_of(str_eq_nocase(f->else_value, c->word));
  return unstated(env, c->fact_index);
}

static enum tri eval_flag(const struct cond_env *env, const struct law_cond *c) {
  const struct fact_value *v = &env->line->facts[c->fact_index];
  if (v->stated) return tri_of(v->flag);
  const struct law_fact *f = &env->law->facts[c->fact_index];
  if (f->has_else && env->presume) return tri_of(str_eq(f->else_value, STR("yes")));
  return unstated(env, c->fact_index);
}

enum tri tri_ordered(enum law_compare how, int order) {
  switch (how) {
  case LAW_AT_LEAST:
    return tri_of(order >= 0);
  case LAW_AT_MOST:
    return tri_of(order <= 0);
  case LAW_LESS_THAN:
    return tri_of(order < 0);
  case LAW_MORE_THAN:
    return tri_of(order > 0);
  case LAW_EQUAL:
    return tri_of(order == 0);
  }
  return TRI_UNKNOWN;
}

/* A share is compared with amount over value without dividing: a value of nothing compares as zero. */
static enum tri against(const struct cond_env *env, const struct law_cond *c, struct rat dollars) {
  struct rat limit = c->amount.value;
  if (c->amount.kind == LAW_AMOUNT_SHARE && !rat_mul(limit, rat_int(env->line->dollars), &limit))
    return TRI_UNKNOWN;
  return tri_ordered(c->compare, rat_cmp(dollars, limit));
}

bool cond_part_nil(const struct law *law, const struct line *l, uint32_t fact) {
  struct str name = law->facts[fact].name;
  long dot = str_find(name, '.');
  if (dot < 0) return false;
  struct str family = str_sub(name, 0, (size_t)dot + 1);
  for (uint32_t i = 0; i < law->fact_count; i++)
    if (i != fact && l->facts[i].stated && str_starts(law->facts[i].name, family)) return true;
  return false;
}

static enum tri compare_fact(const struct cond_env *env, const struct law_cond *c) {
  const struct fact_value *v = &env->line->facts[c->fact_index];
  const struct law_fact *f = &env->law->facts[c->fact_index];
  if (!v->stated && f->type == LAW_FACT_PART && cond_part_nil(env->law, env->line, c->fact_index))
    return against(env, c, RAT_ZERO);
  if (!v->stated) return unstated(env, c->fact_index);
  if (f->type == LAW_FACT_SHARE)
    return tri_ordered(c->compare, rat_cmp(v->amount, c->amount.value));
  if (f->type == LAW_FACT_PART) return against(env, c, v->amount);
  return tri_ordered(c->compare, rat_cmp(v->amount, c->amount.value));
}

static enum tri eval_compare(const struct cond_env *env, const struct law_cond *c) {
  struct rat amount;
  switch (c->subject) {
  case LAW_SUBJ_FACT:
    return compare_fact(env, c);
  case LAW_SUBJ_VALUE:
    return tri_ordered(c->compare, rat_cmp(rat_int(env->line->dollars), c->amount.value));
  case LAW_SUBJ_BASE:
    if (env->base_cents < 0 || !rat_make(env->base_cents, 100, &amount)) return TRI_UNKNOWN;
    return against(env, c, amount);
  case LAW_SUBJ_GENERAL:
    return env->general.den ? against(env, c, env->general) : TRI_UNKNOWN;
  }
  return TRI_UNKNOWN;
}

static enum tri eval_kids(const struct cond_env *env, const struct law_cond *c, struct str label) {
  enum tri t = cond_eval(env, c->kids[0], label);
  if (c->kind == LAW_COND_NOT) return tri_not(t);
  for (uint32_t i = 1; i < c->kid_count; i++) {
    enum tri kid = cond_eval(env, c->kids[i], label);
    t = c->kind == LAW_COND_AND ? tri_and(t, kid) : tri_or(t, kid);
  }
  return t;
}

enum tri cond_eval(const struct cond_env *env, const struct law_cond *c, struct str label) {
  if (!c) return TRI_YES;
  switch (c->kind) {
  case LAW_COND_AND:
  case LAW_COND_OR:
  case LAW_COND_NOT:
    return eval_kids(env, c, label);
  case LAW_COND_CLAIMED:
    return eval_claimed(env, c, label);
  case LAW_COND_BEFORE:
    return eval_before(env, c);
  case LAW_COND_COMPARE:
    return eval_compare(env, c);
  case LAW_COND_IN:
    return eval_in(env, c);
  case LAW_COND_IS:
    return eval_is(env, c);
  case LAW_COND_FLAG:
    return eval_flag(env, c);
  case LAW_COND_QUESTION:
    return TRI_YES;
  default:
    return TRI_UNKNOWN; /* of controls and fees on calls: no measure can state them */
  }
}
