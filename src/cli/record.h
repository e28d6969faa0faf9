// SPDX-License-Identifier: Apache-2.0
// One line of a shipment file as the library wants it: named texts, facts and claims.
//
// Nothing is guessed. Two repairs are made and no more: dates written MM/DD/YYYY are turned round, codes
// of transport become words. What a spreadsheet has broken (leading zeros, numbers in powers of ten) is
// told with the likely code and never used.
#ifndef IMPOST_CLI_RECORD_H
#define IMPOST_CLI_RECORD_H

#include "base/mem.h"
#include "base/str.h"
#include "cli/columns.h"
#include "impost/duty.h"
#include "impost/report.h"

#define RECORD_FACTS_MOST  64
#define RECORD_CLAIMS_MOST 64

struct record { /* texts live in the arena given to record_start */
  struct arena *arena;
  struct imp_line line;
  struct imp_pair facts[RECORD_FACTS_MOST];
  const char *claims[RECORD_CLAIMS_MOST];
  const char *expect;            /* JSON: the key that holds what was filed; NULL: none */
  int64_t filed;                 /* cents that were filed; IMP_NOT_FILED */
  bool of_book, from_1904;       /* a workbook: days may be numbers */
  const char *id, *wrong, *next; /* NULL: nothing wrong so far; the first fault counts */
};

void record_start(struct record *r, struct arena *a, uint32_t number);
/* Puts one value in its place. False: no memory. */
bool record_set(struct record *r, enum field field, const char *fact, const char *value);
/* The word of the law for a code of customs forms (mode=30: truck), or the value as it is. Empty: the code of a type
 * of entry that says nothing here. */
struct str record_code_word(const char *fact, struct str value);
/* What was filed for the line: "1,234.50", "$12", "(3.00)"; anything else counts as nothing filed. */
void record_set_filed(struct record *r, struct str value);
bool record_add_claim(struct record *r, struct str claim);
/* After all values: looks for what a spreadsheet broke. */
bool record_finish(struct record *r);
bool record_fail(struct record *r, const char *id, const char *next, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
