// SPDX-License-Identifier: Apache-2.0
// From names to indices: inside the law room only.
#ifndef IMPOST_LAW_LINK_H
#define IMPOST_LAW_LINK_H

#include "law/deal.h"
#include "law/findings.h"
#include "law/law.h"

struct linker {
  struct law *law;
  struct findings *found;
  uint32_t last_act;       /* neighbours mostly rest on one act */
  struct str jurisdiction; /* of the block being linked: how `for N days` counts */
  struct str *labels;      /* all heading labels, sorted; made when first asked for */
  uint32_t label_count;
  size_t target_total; /* of all yields and exempts so far */
  uint32_t *targets;   /* scratch for yields and exempts: measure_count of them */
  size_t fine_cap;     /* of law->fine while it grows */
  bool failed;         /* out of memory */
};

/* Sorts the blocks, turns names into indices, spans into days. False when out of memory. */
bool law_link(struct law *law, struct findings *found);
/* Fills `members` of long lines of lists, and what measures are. False: out of memory. */
bool link_members(struct law *law);
/* Codes that tell the numbers of one eight-digit line apart: gathered set by set, then put in order. */
void link_fine(struct linker *l, const struct law_item *items, uint32_t n);
bool link_fine_order(struct linker *l);

/* Shared by link*.c. */
enum link_use { LINK_GOODS, LINK_PLACES };
void link_set(struct linker *l, struct law_set *set, enum link_use use);
void link_cond(struct linker *l, struct law_cond *c);
void link_pick(struct linker *l, struct law_pick *pick, struct law_pos pos);
/* Index of a name among the answers of a question, LAW_NONE for `stands`; reports an unknown one. */
uint32_t link_answer(struct linker *l, uint32_t question, struct str word, struct law_pos pos);
void link_when(struct linker *l, struct law_when *w, struct law_pos pos);
/* Controls, fees, promises, tables, talks; and what a question says of them. */
void link_deal(struct linker *l);
void link_deal_cond(struct linker *l, struct law_cond *c);
void link_refs(struct linker *l, struct deal_ref *refs, uint32_t n);
void link_question_talk(struct linker *l, uint32_t question);
void link_said(struct linker *l, struct deal_said *said, uint32_t n, uint32_t question);
void link_tables(struct linker *l);
void link_targets(struct linker *l, struct law_stmt *s, uint32_t self);
void link_withs(struct linker *l, const struct law_assert *a);
bool link_label_known(struct linker *l, struct str label);
/* A name that stands a second time is a finding. */
void link_twice(struct linker *l, const char *kind, struct str name, struct law_pos first,
                struct law_pos again);
/* A finding about a name, with the nearest of the known names. */
enum link_space { SPACE_ACTS, SPACE_LISTS, SPACE_MEASURES, SPACE_FACTS, SPACE_QUESTIONS };
void link_unknown(struct linker *l, enum law_diag id, enum link_space space, struct str name,
                  struct law_pos pos, const char *what, const char *otherwise);

/* Gathers the moments that split days (link_splits.c). False: out of memory. */
bool link_splits(struct law *law);

#endif
