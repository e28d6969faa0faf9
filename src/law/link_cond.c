// SPDX-License-Identifier: Apache-2.0
// Names in conditions and asserts: facts, questions with their answers, claims.
#include <stdlib.h>

#include "law/link.h"

/* ---- questions and answers ------------------------------------------------------------------------------- */

uint32_t link_answer(struct linker *l, uint32_t question, struct str word, struct law_pos pos) {
  const struct law_question *q = &l->law->questions[question];
  struct nearest near = nearest_to(word);
  for (uint32_t i = 0; i < q->answer_count; i++) {
    if (str_eq(q->answers[i], word)) return i;
    nearest_offer(&near, q->answers[i]);
  }
  if (str_eq(word, STR("stands"))) return LAW_NONE;
  char next[300];
  nearest_say(&near, "Write one of its answers, or stands: the law as it stands.", next,
              sizeof next);
  finding_at(l->found, LAW_QUESTIONS_ANSWER, word, pos, next, "%.*s does not have the answer %.*s",
             SHOW(q->name), SHOW(word));
  return LAW_NONE;
}

void link_pick(struct linker *l, struct law_pick *pick, struct law_pos pos) {
  pick->question_index = law_find_question(l->law, pick->question);
  if (pick->question_index == LAW_NONE)
    link_unknown(l, LAW_NAMES_QUESTION, SPACE_QUESTIONS, pick->question, pos,
                 "no question is called", "Add a block `question` with this name.");
  else
    pick->answer_index = link_answer(l, pick->question_index, pick->answer, pos);
}

/* ---- claims ------------------------------------------------------------------------------------------------ */

static int compare_labels(const void *x, const void *y) {
  return str_cmp(*(const struct str *)x, *(const struct str *)y);
}

static bool collect_labels(struct linker *l) {
  uint32_t n = 0;
  for (uint32_t i = 0; i < l->law->measure_count; i++) n += l->law->measures[i].heading_count;
  l->labels = mem_alloc((n + 1) * sizeof *l->labels);
  if (!l->labels) {
    l->failed = true;
    return false;
  }
  for (uint32_t i = 0; i < l->law->measure_count; i++)
    for (uint32_t k = 0; k < l->law->measures[i].heading_count; k++)
      l->labels[l->label_count++] = l->law->measures[i].headings[k].label;
  if (n) qsort(l->labels, n, sizeof *l->labels, compare_labels);
  return true;
}

bool link_label_known(struct linker *l, struct str label) {
  if (!l->labels && !collect_labels(l)) return true;
  return bsearch(&label, l->labels, l->label_count, sizeof label, compare_labels) != NULL;
}

static bool is_symbol(struct str s) { /* as the schedule prints programmes: S, S+, AU, A* */
  if (s.n == 0 || s.n > 3 || s.p[0] < 'A' || s.p[0] > 'Z') return false;
  for (size_t i = 1; i < s.n; i++)
    if ((s.p[i] < 'A' || s.p[i] > 'Z') && s.p[i] != '+' && s.p[i] != '*') return false;
  return true;
}

static bool claim_known(struct linker *l, struct str name) {
  uint32_t fact = law_find_fact(l->law, name);
  return is_symbol(name) || (fact != LAW_NONE && l->law->facts[fact].type == LAW_FACT_CLAIM) ||
         link_label_known(l, name);
}

static void check_claim(struct linker *l, struct str name, struct law_pos pos) {
  if (claim_known(l, name)) return;
  if (l->found->suggestions < SUGGESTIONS_MOST && law_find_fact(l->law, name) != LAW_NONE) {
    finding_at(l->found, LAW_NAMES_USE, name, pos,
               "Declare it with the type `claim`, or state it as it is.",
               "the fact %.*s is no claim", SHOW(name));
    return;
  }
  link_unknown(l, LAW_NAMES_CLAIM, SPACE_FACTS, name, pos, "no claim or heading is called",
               "Declare it in the jurisdiction (fact NAME claim), or write a heading that exists.");
}

/* ---- facts --------------------------------------------------------------------------------------------------- */

static bool type_fits(const struct law_cond *c, const struct law_fact *f) {
  switch (c->kind) {
  case LAW_COND_BEFORE:
    return f->type == LAW_FACT_DATE;
  case LAW_COND_IN:
    return f->type == LAW_FACT_PLACES;
  case LAW_COND_IS:
    return f->type == LAW_FACT_WORD || f->type == LAW_FACT_FLAG;
  case LAW_COND_FLAG:
    return f->type == LAW_FACT_FLAG || f->type == LAW_FACT_CLAIM;
  case LAW_COND_COMPARE:
    if (c->amount.kind == LAW_AMOUNT_SHARE)
      return f->type == LAW_FACT_SHARE || f->type == LAW_FACT_PART;
    if (c->amount.kind == LAW_AMOUNT_MONEY)
      return f->type == LAW_FACT_MONEY || f->type == LAW_FACT_PART;
    return f->type == LAW_FACT_QUANTITY || f->type == LAW_FACT_SHARE;
  default:
    return true;
  }
}

static void check_word(struct linker *l, const struct law_cond *c, const struct law_fact *f) {
  struct nearest near = nearest_to(c->word);
  for (uint32_t i = 0; i < f->word_count; i++) {
    if (str_eq(f->words[i], c->word)) return;
    nearest_offer(&near, f->words[i]);
  }
  if (f->type == LAW_FACT_FLAG && (str_eq(c->word, STR("yes")) || str_eq(c->word, STR("no"))))
    return;
  char next[200];
  nearest_say(&near, "Write one of the words the fact is declared with.", next, sizeof next);
  finding_at(l->found, LAW_NAMES_USE, c->word, c->pos, next, "the fact %.*s cannot be %.*s",
             SHOW(f->name), SHOW(c->word));
}

static bool needs_no_fact(const struct law_cond *c) {
  return (c->kind == LAW_COND_BEFORE && str_eq(c->fact, STR("entered"))) ||
         (c->kind == LAW_COND_IN && str_eq(c->fact, STR("origin"))) ||
         (c->kind == LAW_COND_COMPARE && c->subject != LAW_SUBJ_FACT);
}

static void link_fact(struct linker *l, struct law_cond *c) {
  if (needs_no_fact(c)) return;
  c->fact_index = law_find_fact(l->law, c->fact);
  if (c->fact_index == LAW_NONE) {
    bool is = c->kind == LAW_COND_IS;
    link_unknown(l, is ? LAW_NAMES_QUESTION : LAW_NAMES_FACT, is ? SPACE_QUESTIONS : SPACE_FACTS,
                 c->fact, c->pos, is ? "no question or fact is called" : "no fact is called",
                 "Declare it in the jurisdiction (fact NAME type), or add a block `question`.");
    return;
  }
  const struct law_fact *f = &l->law->facts[c->fact_index];
  if (!type_fits(c, f))
    finding_at(l->found, LAW_NAMES_USE, c->fact, c->pos,
               "Compare it as its type in the jurisdiction says, or declare another fact.",
               "the fact %.*s is of a type that cannot be asked so", SHOW(f->name));
  else if (c->kind == LAW_COND_IS)
    check_word(l, c, f);
}

/* `organic is yes` is `organic`, `organic is no` is `not organic`: one shape for the rooms that follow. */
static void settle_flag(struct linker *l, struct law_cond *c) {
  if (c->fact_index == LAW_NONE || l->law->facts[c->fact_index].type != LAW_FACT_FLAG) return;
  c->kind = LAW_COND_FLAG;
  if (!str_eq(c->word, STR("no"))) return;
  struct law_cond *kid = arena_copy(&l->law->arena, c, sizeof *c);
  c->kids = arena_array(&l->law->arena, 1, sizeof *c->kids);
  if (!kid || !c->kids) {
    l->failed = true;
    c->kids = NULL;
    return;
  }
  c->kind = LAW_COND_NOT;
  c->kids[0] = kid;
  c->kid_count = 1;
}

void link_cond(struct linker *l, struct law_cond *c) {
  for (uint32_t i = 0; i < c->kid_count; i++) /* depth was capped by the parser */
    link_cond(l, c->kids[i]);
  switch (c->kind) {
  case LAW_COND_CLAIMED:
    for (uint32_t i = 0; i < c->label_count; i++) check_claim(l, c->labels[i], c->pos);
    return;
  case LAW_COND_IS:
    c->question_index = law_find_question(l->law, c->fact);
    if (c->question_index != LAW_NONE) {
      c->kind = LAW_COND_QUESTION;
      c->question = c->fact;
      c->answer_index = link_answer(l, c->question_index, c->word, c->pos);
      return;
    }
    link_fact(l, c);
    settle_flag(l, c);
    return;
  case LAW_COND_IN:
    link_set(l, &c->places, LINK_PLACES);
    link_fact(l, c);
    return;
  case LAW_COND_BEFORE:
  case LAW_COND_COMPARE:
  case LAW_COND_FLAG:
    link_fact(l, c);
    return;
  default:
    return;
  }
}

/* ---- asserts -------------------------------------------------------------------------------------------------- */

static bool is_entry_column(struct str s) {
  static const char columns[] = "value quantity quantity2 unit unit2 claims mode";
  struct str rest = str_of(columns), word;
  while (str_split(&rest, ' ', &word))
    if (str_eq(word, s)) return true;
  return false;
}

void link_withs(struct linker *l, const struct law_assert *a) {
  for (uint32_t i = 0; i < a->with_count; i++) {
    struct str name = a->withs[i].name;
    if (str_eq(name, STR("claims"))) {
      struct str rest = a->withs[i].value, claim;
      while (str_split(&rest, ',', &claim)) check_claim(l, claim, a->withs[i].pos);
    } else if (!is_entry_column(name) && law_find_fact(l->law, name) == LAW_NONE) {
      link_unknown(l, LAW_NAMES_FACT, SPACE_FACTS, name, a->withs[i].pos, "no fact is called",
                   "State a fact the jurisdiction declares, or value, quantity, claims.");
    }
  }
}
