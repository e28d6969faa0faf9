// SPDX-License-Identifier: Apache-2.0
// Names in the conditions of controls, fees and items: facts of cases, lists of items and parties, places.
#include "law/link.h"

/* ---- references -------------------------------------------------------------------------------------------- */

/* The list a reference begins with: the longest name of a list that stands before a dot or at its end. */
static uint32_t list_of(const struct law_deal *d, struct str name, struct str *rest) {
  for (size_t n = name.n; n > 0; n--) {
    if (n < name.n && name.p[n] != '.') continue;
    uint32_t list = deal_find_list(d, str_sub(name, 0, n));
    if (list == LAW_NONE) continue;
    *rest = n < name.n ? str_sub(name, n + 1, name.n) : (struct str){NULL, 0};
    return list;
  }
  return LAW_NONE;
}

/* The entries under a name within a list are neighbours, as acts write them. */
static void find_entries(const struct law_deal *d, struct deal_ref *ref, struct str rest) {
  const struct deal_list *list = &d->lists[ref->list];
  ref->whole = rest.n == 0;
  ref->first = list->first;
  ref->count = ref->whole ? list->count : 0;
  for (uint32_t i = 0; !ref->whole && i < list->count; i++) {
    if (!law_name_under(d->entries[list->first + i].name, rest)) continue;
    if (!ref->count) ref->first = list->first + i;
    ref->count = list->first + i - ref->first + 1;
  }
}

void link_refs(struct linker *l, struct deal_ref *refs, uint32_t n) {
  const struct law_deal *d = l->law->deal;
  for (uint32_t i = 0; i < n; i++) {
    struct str rest = {NULL, 0};
    refs[i].list = list_of(d, refs[i].name, &rest);
    if (refs[i].list != LAW_NONE) find_entries(d, &refs[i], rest);
    if (refs[i].list != LAW_NONE && (refs[i].whole || refs[i].count)) continue;
    struct nearest near = nearest_to(refs[i].name);
    for (uint32_t k = 0; k < d->list_count; k++) nearest_offer(&near, d->lists[k].name);
    char next[300];
    nearest_say(&near, "Add a block `items` or `parties` with this name, or the entry to its list.",
                next, sizeof next);
    finding_at(l->found, LAW_NAMES_ITEMS, refs[i].name, refs[i].pos, next,
               "no list, and no entry of one, is called %.*s", SHOW(refs[i].name));
  }
}

/* ---- facts --------------------------------------------------------------------------------------------------- */

static bool type_fits(const struct law_cond *c, const struct law_fact *f) {
  switch (c->kind) {
  case LAW_COND_BEFORE:
    return f->type == LAW_FACT_DATE;
  case LAW_COND_IN:
  case LAW_COND_OF:
    return f->type == LAW_FACT_PLACES || f->type == LAW_FACT_PARTY;
  case LAW_COND_OWNED:
  case LAW_COND_LISTED:
    return f->type == LAW_FACT_PARTY;
  case LAW_COND_IS:
    return f->type == LAW_FACT_WORD || f->type == LAW_FACT_FLAG || f->type == LAW_FACT_ANY ||
           f->type == LAW_FACT_TEXT;
  case LAW_COND_WORDS:
    return f->type == LAW_FACT_WORD || f->type == LAW_FACT_ANY || f->type == LAW_FACT_TEXT;
  case LAW_COND_FLAG:
    return f->type == LAW_FACT_FLAG || f->type == LAW_FACT_CLAIM;
  case LAW_COND_COMPARE:
    return c->amount.kind == LAW_AMOUNT_SHARE   ? f->type == LAW_FACT_SHARE
           : c->amount.kind == LAW_AMOUNT_MONEY ? f->type == LAW_FACT_MONEY
                                                : f->type == LAW_FACT_QUANTITY;
  default:
    return true;
  }
}

static void check_word(struct linker *l, const struct law_fact *f, struct str word,
                       struct law_pos pos) {
  struct nearest near = nearest_to(word);
  if (f->type == LAW_FACT_TEXT) return;
  if (f->type == LAW_FACT_FLAG && (str_eq(word, STR("yes")) || str_eq(word, STR("no")))) return;
  for (uint32_t i = 0; i < f->word_count; i++) {
    if (str_eq(f->words[i], word)) return;
    nearest_offer(&near, f->words[i]);
  }
  char next[200];
  nearest_say(&near, "Write one of the words the fact is declared with.", next, sizeof next);
  finding_at(l->found, LAW_NAMES_USE, word, pos, next, "the fact %.*s cannot be %.*s",
             SHOW(f->name), SHOW(word));
}

/* Facts every case has: what it is, where it comes from, when it enters. */
static bool is_built_in(const struct law_cond *c) {
  if (c->kind == LAW_COND_BEFORE) return str_eq(c->fact, STR("entered"));
  if (c->kind == LAW_COND_IN) return str_eq(c->fact, STR("origin"));
  if (c->kind == LAW_COND_LISTED) return str_eq(c->fact, STR("item"));
  return c->kind == LAW_COND_CONTENT || c->kind == LAW_COND_MADE_WITH;
}

static void link_fact(struct linker *l, struct law_cond *c) {
  const struct law_deal *d = l->law->deal;
  if (is_built_in(c)) return;
  c->fact_index = deal_find_fact(d, c->fact);
  if (c->fact_index == LAW_NONE) {
    struct nearest near = nearest_to(c->fact);
    for (uint32_t i = 0; i < d->fact_count; i++) nearest_offer(&near, d->facts[i].name);
    char next[300];
    nearest_say(&near, "Declare it in a block `facts`.", next, sizeof next);
    finding_at(l->found, LAW_NAMES_FACT, c->fact, c->pos, next, "no fact of a case is called %.*s",
               SHOW(c->fact));
    return;
  }
  const struct law_fact *f = &d->facts[c->fact_index];
  if (!type_fits(c, f)) {
    finding_at(l->found, LAW_NAMES_USE, c->fact, c->pos,
               "Ask it as its type in the block `facts` says, or declare another fact.",
               "the fact %.*s is of a type that cannot be asked so", SHOW(f->name));
    return;
  }
  if (c->kind == LAW_COND_IS) check_word(l, f, c->word, c->pos);
  for (uint32_t i = 0; i < c->word_count; i++) check_word(l, f, c->words[i], c->pos);
}

/* ---- conditions ------------------------------------------------------------------------------------------------ */

static bool is_question(struct linker *l, struct law_cond *c) {
  c->question_index = law_find_question(l->law, c->fact);
  if (c->question_index == LAW_NONE) return false;
  c->kind = LAW_COND_QUESTION;
  c->question = c->fact;
  c->answer_index = link_answer(l, c->question_index, c->word, c->pos);
  return true;
}

/* `made in @list`: only now is it known that the list holds places. */
static void places_if_such(struct linker *l, struct law_cond *c) {
  for (uint32_t i = 0; i < c->ref_count; i++)
    if (law_find_list(l->law, c->refs[i].name) == LAW_NONE) return;
  struct law_item *items = arena_array(&l->law->arena, c->ref_count, sizeof *items);
  if (!items) {
    l->failed = true;
    return;
  }
  for (uint32_t i = 0; i < c->ref_count; i++)
    items[i] = (struct law_item){.kind = LAW_ITEM_LIST,
                                 .list = LAW_NONE,
                                 .name = c->refs[i].name,
                                 .pos = c->refs[i].pos};
  c->kind = LAW_COND_IN;
  c->places = (struct law_set){.items = items, .count = c->ref_count};
  c->ref_count = 0;
}

static void link_claims(struct linker *l, const struct law_cond *c) {
  for (uint32_t i = 0; i < c->label_count; i++) {
    uint32_t f = deal_find_fact(l->law->deal, c->labels[i]);
    if (f == LAW_NONE || l->law->deal->facts[f].type != LAW_FACT_CLAIM)
      finding_at(l->found, LAW_NAMES_CLAIM, c->labels[i], c->pos,
                 "Declare it in a block `facts` with the type `claim`.", "no claim is called %.*s",
                 SHOW(c->labels[i]));
  }
}

void link_deal_cond(struct linker *l, struct law_cond *c) {
  for (uint32_t i = 0; i < c->kid_count; i++) /* depth was capped by the parser */
    link_deal_cond(l, c->kids[i]);
  if (c->kind == LAW_COND_LISTED) places_if_such(l, c);
  if (c->kind == LAW_COND_CLAIMED) link_claims(l, c);
  if (c->kind == LAW_COND_IS && is_question(l, c)) return;
  if (c->kind == LAW_COND_AND || c->kind == LAW_COND_OR || c->kind == LAW_COND_NOT ||
      c->kind == LAW_COND_CLAIMED)
    return;
  link_refs(l, c->refs, c->ref_count);
  link_set(l, &c->places, LINK_PLACES);
  link_fact(l, c);
}
