// SPDX-License-Identifier: Apache-2.0
// One line of a JSON lines file: a flat object with the names of the columns as keys.
//
// Written by hand because numbers must stay the text they are: "value": 1234.56 is money, and a reader
// that turns it into a binary float has already lost it. Claims may be an array, facts an object.
#ifndef IMPOST_CLI_JSONL_H
#define IMPOST_CLI_JSONL_H

#include "cli/record.h"

/* Reads the object into the record; what is wrong with it is told in the record. False: no memory. */
bool jsonl_read(struct str text, struct record *r);

/* Any object of one line: names and their texts as written, nothing for null. A list is joined by "; ", an object within as
 * "name=value; name=value"; a `;` inside of either is wrong. */
enum { JSONL_MEMBERS_MOST = 256 };
struct jsonl_members { /* texts live in the arena */
  const char *names[JSONL_MEMBERS_MOST], *values[JSONL_MEMBERS_MOST];
  uint32_t count;
  const char *wrong; /* what is wrong with the line; NULL: nothing */
};
bool jsonl_members(struct str text, struct arena *a,
                   struct jsonl_members *out); /* false: no memory */

#endif
