// SPDX-License-Identifier: Apache-2.0
// The law as the public API hands it out: statements and names of one folder.
#ifndef IMPOST_BOOK_OPEN_H
#define IMPOST_BOOK_OPEN_H

#include "impost/law.h"
#include "law/law.h"
#include "names/names.h"

struct law_read { /* one jurisdiction's horizon */
  uint16_t place;
  char day[16];
};

struct imp_law {
  struct law *law;
  struct names *names;
  struct law *doubtful; /* the law with what is not sure enough to be loaded; NULL: there is none */
  char *folder;
  char stamp[65]; /* of law text and tables: imp_law_digest */
  char newest_known[16];
  char read_through[16];  /* of the place whose schedule is held */
  struct law_read *reads; /* of every jurisdiction that states it, in the order of their names */
  uint32_t read_count;
};

#endif
