// SPDX-License-Identifier: Apache-2.0
// What could be told, and what it makes of the answer: every option is tried, none is guessed.
#include <string.h>

#include "deal/licence.h"

enum { TELLS_MAX = 12, ATOMS_MAX = 64 };

struct trial {
  struct deal_asked *k;
  struct view view; /* of the first reading */
  const struct deal_judgement *now;
  struct deal_matches *m;
  struct deal_judgement *j;
  struct imp_licence_tell *out;
  uint32_t count, listed;
  uint32_t entries; /* it may be, as told so far */
};

static bool said_before(const struct trial *t, const char *typed) {
  for (uint32_t i = 0; i < t->count; i++)
    if (!strcmp(t->out[i].typed, typed)) return true;
  return false;
}

static const char *under(const struct trial *t) {
  const struct law *law = t->k->law->law;
  if (t->j->decisive == LAW_NONE) return "";
  const struct deal_finding *f = &t->j->findings[t->j->decisive];
  if (f->candidate == LAW_NONE || f->need == DEAL_IS_PROHIBITED)
    return deal_text(t->k->arena, law->deal->controls[f->control].name);
  return deal_entry_name(t->k->arena, law, t->m->items[f->candidate].entry);
}

/* Judges the case as changed; it is worth telling when the answer is another one. */
static bool try_case(struct trial *t, const struct deal_case *c, const struct deal_matches *matches,
                     const char *typed) {
  struct deal_asked k = *t->k;
  if (!typed) return false;
  if (t->count == TELLS_MAX || said_before(t, typed)) return true;
  k.matches = (struct deal_matches *)(uintptr_t)matches;
  deal_answer_in(&k, c, &t->view, t->m, t->j);
  const char *by = under(t);
  if (t->j->result == t->now->result) {
    if (matches != t->k->matches || t->m->count >= t->entries || !t->m->count) return true;
    by = text_in(t->k->arena, "%u of %u entries left", (unsigned)t->m->count, (unsigned)t->entries);
  }
  t->out[t->count++] =
      (struct imp_licence_tell){typed, deal_word(t->j->result, t->m->count > 0), by};
  return true;
}

static bool copy_case(const struct trial *t, struct deal_case *out) {
  *out = t->k->c;
  out->facts = arena_copy(t->k->arena, t->k->c.facts,
                          (t->k->law->law->deal->fact_count + 1u) * sizeof *out->facts);
  return out->facts != NULL;
}

/* ---- facts ---------------------------------------------------------------------------------------------------------- */

/* "--fact contains-dy=yes", with the entry before it when a number alone decides nothing. */
static bool try_text(struct trial *t, const char *text, const struct deal_matches *matches,
                     const char *entry) {
  struct deal_case c;
  struct refusal no = {0};
  struct str rest = str_of(text), name;
  if (!copy_case(t, &c)) return false;
  str_split(&rest, '=', &name);
  if (!deal_case_set(t->k->arena, &c, name, rest, &no)) return false;
  if (no.id) return true;
  bool claim = false;
  uint32_t f = deal_find_fact(t->k->law->law->deal, name);
  claim = f != LAW_NONE && t->k->law->law->deal->facts[f].type == LAW_FACT_CLAIM;
  const char *typed = claim ? text_in(t->k->arena, "%s--claim %.*s", entry, (int)name.n, name.p)
                            : text_in(t->k->arena, "%s--fact %s", entry, text);
  return try_case(t, &c, matches, typed);
}

static bool try_fact(struct trial *t, const struct law_cond *atom,
                     const struct deal_matches *matches, const char *entry) {
  struct buf b = {0};
  deal_cond_answer(t->k->law->law, atom, &b);
  const char *text = buf_keep(&b, t->k->arena);
  return text && try_text(t, text, matches, entry);
}

/* Of a yes or no the other answer too: it may leave fewer entries. */
static bool try_no(struct trial *t, const struct law_cond *atom,
                   const struct deal_matches *matches) {
  if (atom->kind != LAW_COND_FLAG) return true;
  const char *text = text_in(t->k->arena, "%.*s=no", (int)atom->fact.n, atom->fact.p);
  return text && try_text(t, text, matches, "");
}

static bool try_claims(struct trial *t, const struct law_cond *cond,
                       const struct deal_matches *matches, const char *entry) {
  for (uint32_t i = 0; i < cond->label_count; i++) {
    struct law_cond one = *cond;
    one.kind = LAW_COND_FLAG;
    one.fact = cond->labels[i];
    one.fact_index = deal_find_fact(t->k->law->law->deal, one.fact);
    if (one.fact_index != LAW_NONE && !try_fact(t, &one, matches, entry)) return false;
  }
  return true;
}

/* Of many lists of persons two show how it is told. */
static bool enough_lists(struct trial *t, const struct law_cond *atom) {
  return atom->kind == LAW_COND_LISTED && t->listed++ >= 2;
}

static bool try_line(struct trial *t, const struct deal_env *env, const struct law_cond *cond,
                     const struct deal_matches *matches, const char *entry) {
  const struct law_cond *atoms[ATOMS_MAX];
  if (cond && cond->kind == LAW_COND_CLAIMED) return try_claims(t, cond, matches, entry);
  uint32_t n = deal_cond_open(env, cond, atoms, ATOMS_MAX);
  for (uint32_t i = 0; i < n; i++)
    if (!enough_lists(t, atoms[i]) && !try_fact(t, atoms[i], matches, entry)) return false;
  return true;
}

/* Limits of the entries first, then lines that are open. */
static bool try_facts(struct trial *t, const struct deal_matches *matches, const char *entry) {
  const struct law_deal *d = t->k->law->law->deal;
  struct deal_case own = t->k->c;
  if (!own.origin) own.origin = own.out_of;
  for (uint32_t i = 0; i < matches->count; i++) {
    struct deal_env env = {&own, &t->view, matches->items[i].entry};
    const struct law_cond *limits = d->entries[matches->items[i].entry].cond;
    if (!try_line(t, &env, limits, matches, entry)) return false;
    if (limits && matches->count > 1 && !try_no(t, limits, matches)) return false;
  }
  for (uint32_t i = 0; i < t->now->open_count; i++) {
    const struct deal_finding *f = &t->now->findings[t->now->open[i].finding];
    struct deal_env env = {&own, &t->view, LAW_NONE};
    if (f->candidate != LAW_NONE && f->candidate < matches->count)
      env.entry = matches->items[f->candidate].entry;
    if (!try_line(t, &env, t->now->open[i].line->cond, matches, entry)) return false;
  }
  return true;
}

/* ---- entries ------------------------------------------------------------------------------------------------------ */

/* The entry alone, taken at its word. */
static struct deal_matches *only(struct trial *t, const struct deal_candidate *c) {
  struct deal_matches *one = arena_alloc(t->k->arena, sizeof *one);
  if (!one) return NULL;
  one->items[0] = *c;
  one->items[0].fit = DEAL_FIT_NAME;
  one->count = 1;
  return one;
}

static bool try_each(struct trial *t, const struct deal_candidate *items, uint32_t count) {
  enum { ENTRIES_MAX = 4 };
  const struct law *law = t->k->law->law;
  for (uint32_t i = 0, tried = 0; i < count && tried < ENTRIES_MAX; i++) {
    if (!deal_list_known(&t->view, law->deal->entries[items[i].entry].list)) continue;
    struct deal_matches *one = only(t, &items[i]);
    const char *name = one ? deal_entry_name(t->k->arena, law, items[i].entry) : NULL;
    if (!name || !try_case(t, &t->k->c, one, text_in(t->k->arena, "--item %s", name))) return false;
    tried++;
  }
  return true;
}

static bool try_entries(struct trial *t) {
  struct deal_matches *none = arena_alloc(t->k->arena, sizeof *none);
  return none && try_each(t, t->k->matches->items, t->k->matches->count) &&
         try_case(t, &t->k->c, none, "--item none");
}

/* A fact beside the first entry, when the number alone leaves every fact without effect. */
static bool try_beside(struct trial *t) {
  const struct deal_candidate *first = &t->k->matches->items[0];
  struct deal_matches *one = only(t, first);
  const char *name = one ? deal_entry_name(t->k->arena, t->k->law->law, first->entry) : NULL;
  const char *entry = name ? text_in(t->k->arena, "--item %s ", name) : NULL;
  struct deal_judgement *j = arena_alloc(t->k->arena, sizeof *j);
  if (!entry || !j) return false;
  struct deal_asked k = *t->k;
  k.matches = one;
  deal_answer_in(&k, &k.c, &t->view, t->m, j);
  struct trial beside = *t;
  beside.now = j;
  bool fine = try_facts(&beside, one, entry);
  t->count = beside.count;
  return fine;
}

bool deal_say_tells(struct deal_asked *k, const struct deal_outcomes *all,
                    struct imp_licence_answer *out) {
  struct trial t = {.k = k, .view = k->query.view, .now = all->items[0].j};
  t.view.questions = all->items[0].questions;
  t.m = arena_alloc(k->arena, sizeof *t.m);
  t.j = arena_alloc(k->arena, sizeof *t.j);
  t.out = arena_array(k->arena, TELLS_MAX, sizeof *t.out);
  if (!t.m || !t.j || !t.out) return false;
  bool unsure = false;
  deal_answer_in(k, &k->c, &t.view, t.m, t.j);
  t.entries = t.m->count;
  for (uint32_t i = 0; i < k->matches->count; i++)
    unsure = unsure || (k->matches->items[i].fit != DEAL_FIT_NAME &&
                        k->matches->items[i].fit != DEAL_FIT_WORDS);
  bool fine = try_each(&t, k->matches->offers, k->matches->offer_count);
  fine = fine && try_facts(&t, k->matches, "");
  if (fine && unsure) fine = try_entries(&t) && try_beside(&t);
  out->tells = t.out;
  out->tell_count = t.count;
  return fine;
}
