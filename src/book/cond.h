// SPDX-License-Identifier: Apache-2.0
// Conditions in three values: true, false, depends on a fact nobody stated.
//
// A claim not made is false. A fact with a presumption (`else`) takes it, unless the caller is asking what
// was presumed. `QUESTION is ANSWER` is settled by the view and always true here.
#ifndef IMPOST_BOOK_COND_H
#define IMPOST_BOOK_COND_H

#include "book/line.h"
#include "book/match.h"

enum tri { TRI_NO, TRI_YES, TRI_UNKNOWN };

enum tri tri_and(enum tri a, enum tri b);
enum tri tri_or(enum tri a, enum tri b);
enum tri tri_not(enum tri a);
/* Whether `order`, the sign of a comparison, is what `how` asks. */
enum tri tri_ordered(enum law_compare how, int order);

struct cond_env {
  const struct law *law;
  const struct line *line;
  const struct matcher *matcher;
  bool presume;       /* unstated facts take their presumption; false: they are unknown */
  int64_t base_cents; /* base duty of the line; -1 while it is not known */
  struct rat general; /* general column on the whole value, dollars; den 0: not known */
  bool unclaimed;     /* known that the line claims nothing at all */
};
bool cond_claims_any(const struct law *law, const struct line *l);

/* `label` is that of the heading the condition stands in ("claimed" alone asks for it). */
enum tri cond_eval(const struct cond_env *env, const struct law_cond *cond, struct str label);

/* A part that is not stated is nil when another part of its family is stated (content.steel, content.*). */
bool cond_part_nil(const struct law *law, const struct line *l, uint32_t fact);

/* Whether a claim word (fact, symbol or heading) was made and may be made for this origin. */
bool cond_claimed(const struct cond_env *env, struct str word);

#endif
