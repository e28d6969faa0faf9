// SPDX-License-Identifier: Apache-2.0
// Fees for lines that differ in their value alone: what they come to, without the value. Of an entry of one line
// (fees_form.c), and of entries of many (fees_parts.c).
#ifndef IMPOST_BOOK_FEES_FORM_H
#define IMPOST_BOOK_FEES_FORM_H

#include "book/line.h"
#include "book/view.h"
#include "names/names.h"

enum { FEE_FORM_FEES = 4, FEE_FORM_CASES = 8, FEE_FORM_OPTIONS = 4 };

struct
    fee_case { /* one answer to what is open; an option bears on all of the value or on nothing */
  const struct law_stmt *stmt[FEE_FORM_OPTIONS];
  uint8_t sure[FEE_FORM_OPTIONS], open[FEE_FORM_OPTIONS];
  uint32_t count, nothing;
};

/* Without padding that is not nought, so that forms can be compared as bytes. */
struct fee_form {
  uint32_t count;
  uint32_t case_count[FEE_FORM_FEES + 1];
  struct fee_case cases[FEE_FORM_FEES][FEE_FORM_CASES];
};

struct fee_forms;
/* `view` must outlive it. NULL: out of memory. */
struct fee_forms *fee_forms_open(const struct law *law, const struct names *names,
                                 const struct view *view);
void fee_forms_free(struct fee_forms *f);

/* False: the law asks for more than this can tell apart, and fees are asked for line by line. */
bool fee_forms_fine(const struct fee_forms *f);
/* Whether lines of other codes may bear other fees: those of other classes, then. */
bool fee_forms_codes(const struct fee_forms *f);
/* Whether a fee may ask for a fact, programme or heading of this name. */
bool fee_forms_asks(const struct fee_forms *f, struct str name);
/* Values with one number are the same to every test of a fee. */
uint32_t fee_forms_value(const struct fee_forms *f, int64_t dollars);

/* What fees of an entry of this line alone come to. *fits false: that cannot be said so. Holds for all lines that are
 * alike but for the value, which has the same number. False: out of memory. */
bool fee_form_make(struct fee_forms *f, const struct line *line, struct fee_form *out, bool *fits);
/* Cents of all fees that are known. False: out of memory. */
bool fee_form_run(struct fee_forms *f, const struct fee_form *form, int64_t dollars, int64_t *low,
                  int64_t *high);

/* ---- entries of many lines: fees_parts.c ---------------------------------------------------------------------- */

struct imp_fees;

struct fee_entry {
  uint32_t count;
  const uint32_t *
      alike; /* lines of one number are alike but for the value, and so are the values to every test of a fee or
                          * of a relief, of their entries too (fee_forms_value) */
  const int64_t *dollars;
  bool days; /* they are of several days */
  /* Line i as imp_duty reads it, in the arena. *fits false: it cannot be asked about so. False: out of memory. */
  bool (*read)(void *user, uint32_t i, struct arena *a, struct line *out, bool *fits);
  void *user;
};
/* *out as imp_entry_fees says it; NULL: a line cannot be put so. False: out of memory. */
bool fee_entry(struct fee_forms *f, const struct fee_entry *entry, struct imp_fees **out);

#endif
