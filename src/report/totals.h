// SPDX-License-Identifier: Apache-2.0
// Totals of many lines per joint outcome of the open questions.
//
// Lines are added one by one and forgotten. What is kept is one sum per distinct set of picks seen
// ("framework=approved; truce=lapsed"), so memory follows the number of open questions, never the
// number of lines. At the end every combination of answers is put together from those sums. Beyond
// TOTALS_JOINT combinations each question is shown alone, the others ranging.
//
// Invariant: lines with the same questions are in the same group; every line is in exactly one
// group.
#ifndef IMPOST_REPORT_TOTALS_H
#define IMPOST_REPORT_TOTALS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"
#include "impost/duty.h"

#define TOTALS_JOINT 64

struct totals_sum { /* what lines of one group owe under one outcome, cents */
  const char *key;  /* "q=a; r=b", questions in byte order; "" for none */
  struct imp_pick *picks;
  uint32_t pick_count;
  int64_t low, high, void_low, void_high;
  bool prohibited;
};

struct totals_group {
  const char *key; /* "q; r" */
  struct totals_sum *sums;
  size_t count, cap;
};

struct totals {
  struct arena arena;
  struct totals_group *groups;
  size_t count, cap;
  int64_t fee_low, fee_high;
  uint32_t fee_unknown; /* fees of entries that could not be computed: not in the sums */
  bool overflow;        /* a sum did not fit: no totals are given */
};

struct totals_row { /* one joint outcome, or one answer of one question alone */
  const struct imp_pick *picks;
  uint32_t pick_count;
  int64_t low, high, void_low, void_high;
  bool incomplete; /* some line has no bill under this outcome */
};

struct totals_table {
  struct totals_row *rows;
  uint32_t count;
  bool alone; /* more than TOTALS_JOINT outcomes: each question alone */
};

/* False: out of memory. */
bool totals_add(struct totals *t, const struct imp_answer *answer);
/* Lines that hang on no open question, added up already. False: out of memory. */
bool totals_add_sum(struct totals *t, int64_t low, int64_t high, int64_t void_low,
                    int64_t void_high);
void totals_add_fees(struct totals *t, const struct imp_fee *fees, uint32_t count);
/* The table lives in the totals' arena. */
bool totals_table(struct totals *t, struct totals_table *out);
void totals_free(struct totals *t);

#endif
