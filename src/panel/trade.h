// SPDX-License-Identifier: Apache-2.0
// Tables of trade: amounts by number and place, and shares of exclusions. Format: docs/tables.md.
#ifndef IMPOST_PANEL_TRADE_H
#define IMPOST_PANEL_TRADE_H

#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

struct trade_item { /* an amount of a number and place: thousands of dollars, or thousandths */
  uint64_t code;
  uint16_t place; /* two letters, first in the high byte */
  uint32_t amount;
};

struct trade_table {
  char claim[16]; /* what the amounts are shares of, as a claim is written; may be empty */
  struct trade_item *items; /* by number, then place */
  size_t count, cap;
};

struct trade_claim { /* part of the trade of a number for which a heading is claimed */
  char heading[16];
  uint64_t code;
  uint32_t share; /* thousandths */
};

struct trade_claims {
  char place[4];             /* whose goods claim them; may be empty */
  struct trade_claim *items; /* by heading, then number */
  size_t count, cap;
};

/* IMP_IO with `name` and the line in err when the text is not in its format. */
enum imp_status trade_read(struct str text, const char *name, struct trade_table *out,
                           struct imp_error *err);
enum imp_status trade_read_claims(struct str text, const char *name, struct trade_claims *out,
                                  struct imp_error *err);
/* 0 when there is none. */
uint32_t trade_amount(const struct trade_table *t, uint64_t code, uint16_t place);
void trade_free(struct trade_table *t);
void trade_claims_free(struct trade_claims *t);

#endif
