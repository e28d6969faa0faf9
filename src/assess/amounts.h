// SPDX-License-Identifier: Apache-2.0
// Amounts of a line: quotes, columns of the schedule, and what a line brings to them.
#ifndef IMPOST_ASSESS_AMOUNTS_H
#define IMPOST_ASSESS_AMOUNTS_H

#include "book/assess.h"
#include "impost/batch.h"

enum quote_kind {
  QUOTE_ZERO,
  QUOTE_SHARE,
  QUOTE_GENERAL,
  QUOTE_COLUMN_2,
  QUOTE_SPECIAL,
  QUOTE_FLAT
};

enum {
  PARTS_MAX = LINE_CELLS_MAX - 1,
  PART_TESTS_MAX = 64,
  WHOLE_LEAST = 8 /* dollars that leave room for a dollar of some parts, and for the rest */
};

/* An amount of a line. SHARE: num/den cents per dollar, and in millionths when exact. */
struct quote {
  uint16_t kind;
  uint16_t cells; /* parts of the value it bears on, by bit; 0: the whole value */
  int32_t ppm;    /* -1: not exact */
  int64_t num, den;
};

/* MIXED: a bare quantity, and the rate is per two units. NO_QUANTITY: all that it asks for is missing; NO_FIRST, NO_SECOND:
 * one of two. SLOW is never part of a key. */
enum column_state {
  COLUMN_FINE,
  COLUMN_NO_RATE,
  COLUMN_NO_QUANTITY,
  COLUMN_MIXED,
  COLUMN_NO_FIRST,
  COLUMN_NO_SECOND,
  COLUMN_SLOW
};
enum { COLUMN_STATE_BITS = 3 };

enum { UNITS_MAX = IMP_BATCH_UNITS };

struct units { /* that the columns of a tariff line ask for, in the order they are written */
  struct str name[UNITS_MAX];
  uint32_t count;
};

/* A column of the schedule read: (value * dollars + quantity * thousandths of each unit + flat) / den cents. */
struct column {
  const char *text; /* of an entry of the special column, as printed */
  bool no_rate, slow, mixed;
  uint8_t needs; /* units that it asks for, by bit */
  int32_t ppm;   /* millionths, when it is a share alone; else -1 */
  int64_t value, quantity[UNITS_MAX], flat, den;
};

struct tariff { /* the columns of tariff lines that read alike; `line` is the first that came */
  const struct names_line *line;
  struct column general, column2;
  uint32_t special;          /* the special column with the units, as an id */
  uint32_t units[UNITS_MAX]; /* ids */
  /* How many of them the general column and column 2 ask for, and all three; above UNITS_MAX: too many to be told. */
  uint8_t unit_count, claimed_unit_count;
};

/* What a line brings to the arithmetic. */
struct given {
  int64_t dollars;
  int64_t quantity[UNITS_MAX]; /* of each unit of the tariff line; IMP_NO_VALUE: none */
  bool named;                  /* with their units; else it is the same number for each */
  uint32_t cell_count;         /* parts the value is cut into, the rest last; 0: none is stated */
  int64_t cells[LINE_CELLS_MAX];
  const struct tariff *tariff;
  const struct column *special; /* the entry of a claimed programme, or NULL */
};

/* False: out of memory. */
bool column_read(struct str text, const struct units *units, struct column *out);
enum column_state column_state(const struct column *c, const struct given *g);
/* Dollars of the cells in a mask; 0: the whole value. */
int64_t given_on(const struct given *g, uint16_t cells);
/* Cents on all of the value, half up. False: does not fit. */
bool column_cents(const struct column *c, const struct given *g, int64_t *cents);
bool quote_cents(const struct quote *q, const struct given *g, int64_t *cents);
bool quote_share(struct rat share, struct quote *out);
/* 0 less, 1 equal, 2 more, 3 unknown: how a column's exact amount stands to a threshold. */
unsigned column_test(const struct column *c, const struct given *g, const struct law_amount *limit);
unsigned cents_test(int64_t cents, int64_t dollars, const struct law_amount *limit);

#endif
