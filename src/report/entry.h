// SPDX-License-Identifier: Apache-2.0
// Inside of the entry summary: an entry as it is collected, and its two forms.
#ifndef IMPOST_REPORT_ENTRY_H
#define IMPOST_REPORT_ENTRY_H

#include "base/mem.h"
#include "base/str.h"
#include "impost/entry.h"
#include "report/json_out.h"
#include "report/report.h"

struct entry_row { /* a heading or the number of the goods */
  const char *number, *rate, *measure, *act;
  int64_t amount;
  int64_t base; /* cents: the part of the value it bears on */
  bool goods;   /* carries the value */
};

struct entry_line {
  uint32_t number;
  const char *code, *from, *place, *on;
  const char *problem; /* why it has no one amount; NULL: it has */
  int64_t value, duty; /* cents */
  struct entry_row *rows;
  uint32_t row_count;
  uint32_t order;            /* among the lines that fees look at; UINT32_MAX: none of them */
  int64_t *fees, *fees_high; /* cents of each fee of the entry, shared out: at least, at most */
  bool answered;
};

struct entry_fee {
  const char *name, *rate, *why;
  int64_t base, low, high;
  bool unknown;
};

struct imp_entry_summary {
  const struct imp_law *law;
  struct imp_query query;
  struct imp_report_options options;
  struct arena arena; /* of the entry at hand */
  struct entry_line *lines;
  size_t count, cap;
  uint32_t answered;
  struct entry_fee *fees;
  uint32_t fee_count;
  bool fees_known; /* false: too many lines */
  uint32_t entries;
  uint32_t stated[REPORT_STATED], all_stated[REPORT_STATED]; /* lines of the entry, and of all */
  uint32_t all_answered;
  struct json_out json;
};

struct entry_totals {
  int64_t value, duty, fee_low, fee_high;
  uint32_t problems; /* lines without one amount, and fees that are not known */
};

unsigned entry_stated(const uint32_t *stated, uint32_t answered); /* by every answered line */
struct entry_totals entry_total(const struct imp_entry_summary *s);
void entry_text(const struct imp_entry_summary *s, const char *entry, struct buf *out);
void entry_json(struct imp_entry_summary *s, const char *entry, struct buf *out);

#endif
