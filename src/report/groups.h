// SPDX-License-Identifier: Apache-2.0
// Sums of many lines by a key: month, origin, chapter, entry, status, or programme of the measures.
//
// One row a key, found by hash, so memory follows the number of keys and never the number of lines. A line
// with several outcomes counts from the least to the most of them; of a range of one bill the rows are known
// for its high end alone, so a programme's low end leaves it out. Lines refused are counted, not summed.
#ifndef IMPOST_REPORT_GROUPS_H
#define IMPOST_REPORT_GROUPS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"
#include "impost/duty.h"
#include "impost/report.h"

#define GROUPS_NONE                                                                                \
  "(none)" /* a line that says no such thing: a date that is none, an unknown place */

struct group {
  const char *key;
  uint32_t lines, refused, prohibited, ranges;
  int64_t value, low, high, void_low, void_high; /* cents */
  int64_t fee_low, fee_high;
  bool fees, fee_unknown; /* some fee stands here; some fee could not be computed */
};

struct groups {
  struct arena arena;
  enum imp_by by;
  struct group *items;
  size_t count, cap;
  uint32_t *slots; /* index of an item plus one; 0: free */
  size_t slot_count;
  bool overflow;
};

struct groups_line { /* what is looked at of a line */
  const char *entry, *code;
  const struct imp_answer *answer;
};

/* The group of that key, made when there is none; NULL: out of memory. Good until the next call. */
struct group *groups_at(struct groups *g, struct str key);
/* False: out of memory. */
bool groups_add(struct groups *g, const struct groups_line *line);
/* Fees of the entry that ended; `month` is that of its first answered line. */
bool groups_add_fees(struct groups *g, const char *entry, const char *month,
                     const struct imp_fee *fees, uint32_t count);
/* Does a fee have one place under this key? */
bool groups_have_fees(enum imp_by by);
void groups_sort(struct groups *g); /* by key; nothing may be added afterwards */
void groups_free(struct groups *g);

/* "2025-04" of a date of entry, GROUPS_NONE when it is none. */
struct str groups_month(const char *on);

#endif
