// SPDX-License-Identifier: Apache-2.0
// What the columns of a shipment file mean: our names, the names brokers use, and those of the customs
// report ES-003. Columns with other names are carried and not read.
#ifndef IMPOST_CLI_COLUMNS_H
#define IMPOST_CLI_COLUMNS_H

#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"
#include "impost/law.h"

enum field {
  FIELD_NONE, /* carried untouched */
  FIELD_ENTRY,
  FIELD_LINE,
  FIELD_CODE,
  FIELD_FROM,
  FIELD_INTO,
  FIELD_ON,
  FIELD_VALUE,
  FIELD_QUANTITY,
  FIELD_UNIT,
  FIELD_QUANTITY2,
  FIELD_UNIT2,
  FIELD_CLAIMS,
  FIELD_FACTS,
  FIELD_ORDINAL, /* ES-003: several rows make one line */
  FIELD_FACT,    /* the column is named like a fact */
  FIELD_COUNT
};

struct columns {
  const char **names; /* as they stand in the file */
  const char **facts; /* FIELD_FACT: name of the fact, else NULL */
  enum field *fields;
  uint32_t count;
  uint32_t at[FIELD_COUNT]; /* column of a field, UINT32_MAX when absent */
  uint32_t filed;           /* column of what was filed; UINT32_MAX: not asked for */
};

/* Reads the heading line. IMP_IO when code, from or value is missing, or two columns mean the same. */
enum imp_status columns_read(struct arena *a, const char *const *names, uint32_t count,
                             const char *file, struct columns *out, struct imp_error *err);
/* columns_near.c: a note on standard error on columns that are not read and look like a fact of the law. */
void columns_tell(const struct columns *c, const char *file);
/* The same of the keys of JSON lines. */
void columns_tell_keys(const char *const *names, uint32_t count, const char *file);
/* "; is "Country" the column from?" of the first column not read that may be the field; nothing when there is none. */
void columns_may_be(const struct columns *c, enum field f, const char *called, struct buf *out);
/* Names of the columns, for a message: "hts, memo". */
void columns_seen(const struct columns *c, struct buf *out);
/* The column that holds what was filed, by its name in the file. IMP_USAGE when there is none. */
enum imp_status columns_expect(struct columns *c, const char *name, const char *file,
                               struct imp_error *err);
/* The field a column of that name means; *fact is set for FIELD_FACT (owned by the table or by `name`). */
enum field columns_field(const char *name, const char **fact);
/* Days of entry have several names, the most telling first: a column of a higher rank gives way to one of a lower.
 * Names of one rank mean the same. */
uint32_t columns_rank(const char *name);
/* Columns named like a fact that the law declares mean it from now on. Once in a run, before any thread; the law
 * may go before it. columns_forget frees what was kept. */
enum imp_status columns_learn(const struct imp_law *law, struct imp_error *err);
void columns_forget(void);
const struct imp_facts *columns_learnt(void); /* NULL: nothing yet */
/* Is it a fact whose value is a day? Such values are also read as MM/DD/YYYY. */
int columns_fact_is_day(const char *fact);

#endif
