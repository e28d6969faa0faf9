// SPDX-License-Identifier: Apache-2.0
// The static checks: what can be said against a law without evaluating it.
//
// Each check is a named property (docs/language.md, section 3). They run on a linked law, also on one with
// errors: an index may be LAW_NONE, and a check says nothing about what it cannot see.
#include "law/check.h"

uint32_t check_block_count(const struct law_measure *m) {
  return m->heading_count + 1;
}

struct check_block check_block_at(const struct law_measure *m, uint32_t i) {
  if (i == 0) return (struct check_block){m, NULL, m->stmts, m->count};
  const struct law_heading *h = &m->headings[i - 1];
  return (struct check_block){m, h, h->stmts, h->count};
}

bool check_is_demand(enum law_stmt_kind k) {
  return k >= LAW_RATE && k <= LAW_PROMISE;
}

bool check_is_state(enum law_stmt_kind k) {
  return k >= LAW_SUSPENDED && k <= LAW_ENDS;
}

static bool same_names(const struct str *a, uint32_t n, const struct str *b, uint32_t m) {
  if (n != m) return false;
  for (uint32_t i = 0; i < n; i++)
    if (!str_eq(a[i], b[i])) return false;
  return true;
}

bool check_same_sort(const struct law_stmt *a, const struct law_stmt *b) {
  if (check_is_demand(a->kind) || check_is_state(a->kind))
    return check_is_demand(a->kind) == check_is_demand(b->kind) &&
           check_is_state(a->kind) == check_is_state(b->kind);
  if (a->kind != b->kind) return false;
  if (a->kind != LAW_EXEMPTS && a->kind != LAW_YIELDS) return true;
  return same_names(a->names, a->name_count, b->names, b->name_count) &&
         same_names(a->but_names, a->but_count, b->but_names, b->but_count);
}

bool check_asks_question(const struct law_cond *c) {
  if (!c || c->kind == LAW_COND_QUESTION) return c != NULL;
  for (uint32_t i = 0; c->kind == LAW_COND_AND && i < c->kid_count; i++)
    if (c->kids[i]->kind == LAW_COND_QUESTION) return true;
  return false;
}

bool check_only_question(const struct law_cond *c) {
  if (!c || c->kind == LAW_COND_QUESTION) return true;
  for (uint32_t i = 0; i < c->kid_count; i++)
    if (c->kids[i]->kind != LAW_COND_QUESTION) return false;
  return c->kind == LAW_COND_AND;
}

const char *check_word(enum law_stmt_kind k) {
  static const char *const words[] = {"into",    "out of",  "of",         "goods",     "if",
                                      "rate",    "fee",     "ban",        "licence",   "promise",
                                      "quota",   "exempts", "yields",     "suspended", "void",
                                      "resumes", "ends",    "not encoded"};
  return words[k];
}

bool law_check(const struct law *law, struct findings *found) {
  struct check c = {.law = law, .found = found};
  check_acts(&c);
  check_questions(&c);
  check_dates(&c);
  check_lists(&c);
  check_narrowed(&c);
  check_dead(&c);
  check_circle(&c);
  check_deal(&c);
  return !c.failed;
}
