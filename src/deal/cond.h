// SPDX-License-Identifier: Apache-2.0
// Conditions of controls, fees and entries of lists, in three values.
//
// `QUESTION is ANSWER` is settled by the view and true here. A place not stated leaves a condition on it open;
// callers set the origin before they ask. Source: docs/licence.md.
#ifndef IMPOST_DEAL_COND_H
#define IMPOST_DEAL_COND_H

#include "book/cond.h"
#include "deal/case.h"

struct deal_env {
  const struct deal_case *c;
  const struct view *view;
  uint32_t entry; /* the entry the item is taken to be; LAW_NONE: none */
};

enum tri deal_cond(const struct deal_env *env, const struct law_cond *cond); /* NULL: yes */

/* A place in a set of the law on the day of the case; place 0 leaves it open. */
enum tri deal_place_in(const struct deal_env *env, const struct law_set *set, uint16_t place);

/* The entry stands in what is referred to. */
bool deal_ref_holds(const struct law_deal *d, const struct deal_ref *ref, uint32_t entry);

/* Atoms that are open and on which the condition hangs, in the order written; at most cap. */
uint32_t deal_cond_open(const struct deal_env *env, const struct law_cond *cond,
                        const struct law_cond **out, uint32_t cap);

/* What is typed to answer an open atom so that it holds: "military-user=yes", "importer=@cn.control-list". */
void deal_cond_answer(const struct law *law, const struct law_cond *atom, struct buf *out);

/* The condition in the law's words, questions left out. */
void deal_cond_print(const struct law *law, const struct law_cond *cond, struct buf *out);

#endif
