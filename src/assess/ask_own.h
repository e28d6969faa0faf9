// SPDX-License-Identifier: Apache-2.0
// Asking about many lines: what could be asked, fees, and what an answer gives, as far as lines share them.
//
//   ask.c         the line: each option tried by a program of the batch
//   ask_topics.c  what could be asked, kept for lines alike
//   ask_fees.c    fees of a line by itself, kept without the value
#ifndef IMPOST_ASSESS_ASK_OWN_H
#define IMPOST_ASSESS_ASK_OWN_H

#include "assess/answers.h"
#include "book/ask.h"
#include "book/fees_form.h"

struct ask_offer { /* a heading that a claim would bring about */
  const char *claim, *title, *label;
  uint32_t measure;
};

struct ask_list { /* what could be asked of a line */
  const struct ask_topic *const *topics;
  uint32_t count;
  const struct ask_offer *offers;
  uint32_t offer_count;
};

struct asks {
  struct fee_forms *fees;
  imp_day *days; /* that tests of facts name, in order */
  size_t day_count, day_cap;
  struct keyed keys; /* of lines alike */
  uint32_t *list_of; /* by key */
  size_t list_of_cap;
  struct ask_list *lists;
  size_t list_count, list_cap;
  struct keyed fee_keys, forms;
  uint32_t *form_of; /* by key; NOTHING: each time anew */
  size_t form_of_cap;
  struct memo set_of;                              /* a set of facts with one option more */
  uint32_t open_parts[PARTS_MAX], open_part_count; /* of the value, asked for and never presumed */
  struct arena scratch;
};

struct ask_many { /* one line being asked about */
  struct imp_batch *b;
  const struct imp_line *line;
  struct imp_error *err;
  struct one o;
  struct asked_line l;
  struct found found;         /* as it is */
  int64_t fee_low, fee_high;  /* as it is */
  int64_t claimed[UNITS_MAX]; /* its quantities if it claims something */
  bool claimed_known, claimed_named;
};

/* False: out of memory. *out lives until the next call that asks for one. */
bool ask_list_of(struct ask_many *m, struct ask_list *out);
/* Fees of an entry of the line with the option stated (NULL: as it is), whose set of facts is `set`. */
enum imp_status ask_fees(struct ask_many *m, const struct ask_option *o, uint32_t set, int64_t *low,
                         int64_t *high);
/* NULL: out of memory. */
struct asks *asks_open(struct imp_batch *b);
void asks_free(struct asks *a);

#endif
