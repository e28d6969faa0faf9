// SPDX-License-Identifier: Apache-2.0
// A small law of a test's own behind the public calls: its texts, and the places of the shipped tables.
// Include after <cmocka.h>.
#ifndef IMPOST_TESTS_DEAL_MADE_H
#define IMPOST_TESTS_DEAL_MADE_H

#include <stdio.h>
#include <string.h>

#include "book/open.h"

static inline struct imp_law *made_law(const char *text, const char *table) {
  static struct imp_law made;
  struct diag_list diags = {0};
  struct imp_error err = {0};
  struct law_text texts[2] = {{"x.law", str_of(text)}, {"tables/t.tsv", str_of(table)}};
  memset(&made, 0, sizeof made);
  if (law_load_texts(texts, table ? 2 : 1, &made.law, &diags, &err) != IMP_OK)
    fail_msg("%s", err.message);
  if (diags.errors) fail_msg("%s: %s", diags.items[0].id, diags.items[0].message);
  if (names_load(IMPOST_ROOT "/law", &made.names, &err) != IMP_OK) fail_msg("%s", err.message);
  snprintf(made.newest_known, sizeof made.newest_known, "2026-01-01");
  diag_free(&diags);
  return &made;
}

static inline void made_done(struct imp_law *made) {
  law_free(made->law);
  names_free(made->names);
}

#endif
