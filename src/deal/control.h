// SPDX-License-Identifier: Apache-2.0
// Controls judged on a case in one outcome of the questions: what each asks, and what all of them together.
//
// Within one control: prohibited beats not needed beats general beats required. Across controls the strictest need
// wins. A suspended control asks nothing and is kept with what it would ask. A condition nobody answered never makes an
// answer stricter than what is certain: it is kept as an open line. Source: docs/licence.md.
#ifndef IMPOST_DEAL_CONTROL_H
#define IMPOST_DEAL_CONTROL_H

#include "deal/block.h"
#include "deal/match.h"

enum deal_standing {
  DEAL_IN_FORCE,
  DEAL_STAYED, /* suspended or void that day */
  DEAL_ENDED,
  DEAL_NOT_BEGUN /* its first line is of a later day */
};

struct deal_finding { /* a control meets a candidate */
  uint32_t control;
  uint32_t
      candidate;  /* of the matches; LAW_NONE: the control is of any item, or of a quoted scope */
  enum tri reach; /* route, deed, guards and the item itself */
  bool quoted;    /* its scope is quoted words nobody answered: shown, never assumed */
  bool net;       /* over any item, and nobody said what it hangs on */
  enum deal_standing standing;
  struct deal_stay stay; /* STAYED, ENDED */
  uint32_t
      lent_by; /* the control whose stay it shares, for the item is one by that alone; LAW_NONE */
  imp_day begins; /* NOT_BEGUN */
  enum deal_result
      need; /* what it asks, or would ask; IS_NOTHING, IS_MAYBE: hangs on open conditions */
  const struct deal_line *line; /* the line that asks it */
};

struct deal_open { /* a line whose condition is open */
  uint32_t finding;
  const struct deal_line *line;
  enum deal_result becomes;
};

struct deal_said_line { /* a review or a duty that holds, or may */
  uint32_t finding;
  const struct deal_line *line;
  enum tri holds;
};

struct deal_lent { /* how an entry stands in a list that gathers its own */
  enum deal_standing standing;
  struct deal_stay stay; /* STAYED, ENDED */
  uint32_t by;           /* the control that makes it an item; LAW_NONE: none names its list */
};

enum { DEAL_FINDINGS_MAX = 192, DEAL_LINES_MAX = 192 };

struct deal_judgement {
  enum deal_result result;
  struct deal_finding findings[DEAL_FINDINGS_MAX];
  struct deal_open open[DEAL_LINES_MAX];
  struct deal_said_line reviews[DEAL_LINES_MAX], musts[DEAL_LINES_MAX];
  uint32_t count, open_count, review_count, must_count;
  bool sure; /* the result hangs on nothing open: the item is the entry, conditions are met */
  uint32_t decisive; /* the finding that gives the result; LAW_NONE */
  struct deal_lent lent;
  uint32_t lent_list; /* of which `lent` was worked out last; LAW_NONE */
};

/* The matches have been through deal_match_limits. */
void deal_judge(const struct deal_env *env, const struct deal_matches *m,
                struct deal_judgement *out);

struct deal_lent deal_lent_to(const struct deal_env *env, uint32_t list);

/* Strictest review that holds for certain in controls in force; NULL: none is stated. */
const struct deal_line *deal_strictest_review(const struct deal_judgement *j);

/* The way of the goods, the deed and the conditions of a control, whatever the item. */
enum tri deal_route(const struct deal_env *env, uint32_t control);

#endif
