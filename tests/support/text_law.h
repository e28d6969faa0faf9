// SPDX-License-Identifier: Apache-2.0
// A law of a few lines, written in the test. The shipped names stand beside it, so that codes and places are real:
// give load_names and free_names to the group, law_of(common, text) and law_end() around each law, ask `law`.
// Include after <cmocka.h>, once, in the file that has the group.
#ifndef IMPOST_TESTS_TEXT_LAW_H
#define IMPOST_TESTS_TEXT_LAW_H

#include "book/open.h"
#include "support/ask.h"

/* A statute, an order, a post and a statement, for measures and for what is said; the country and its money. */
#define TEXT_LAW_ACTS                                                                              \
  "act us.act\n"                                                                                   \
  "  title      An act\n"                                                                          \
  "  kind       statute\n"                                                                         \
  "  signed     2025-01-01\n"                                                                      \
  "act us.order\n"                                                                                 \
  "  title      An order\n"                                                                        \
  "  kind       executive order\n"                                                                 \
  "  signed     2025-04-01\n"                                                                      \
  "act us.post\n"                                                                                  \
  "  title      A post\n"                                                                          \
  "  kind       post\n"                                                                            \
  "  signed     2025-02-01\n"                                                                      \
  "act us.talks\n"                                                                                 \
  "  title      The talks\n"                                                                       \
  "  kind       statement\n"                                                                       \
  "  signed     2025-03-01\n"                                                                      \
  "jurisdiction US\n"                                                                              \
  "  money   USD\n"

static struct names *names;
static struct imp_law law;

static int load_names(void **state) {
  (void)state;
  return names_load(ask_folder(), &names, NULL) != IMP_OK;
}

static int free_names(void **state) {
  (void)state;
  names_free(names);
  return 0;
}

/* Loads common and text as one file; an error in them ends the test. */
static inline void law_of_str(const char *common, struct str text) {
  struct buf whole = {0};
  struct diag_list diags = {0};
  buf_puts(&whole, common);
  buf_put(&whole, text);
  struct law_text one = {"text.law", buf_str(&whole)};
  assert_int_equal(law_load_texts(&one, 1, &law.law, &diags, NULL), IMP_OK);
  for (size_t i = 0; i < diags.count; i++)
    if (diags.items[i].level == DIAG_ERROR)
      fail_msg("line %u: %s\n%s", diags.items[i].line, diags.items[i].message, whole.p);
  diag_free(&diags);
  buf_free(&whole);
  law.names = names;
}

static inline void law_of(const char *common, const char *text) {
  law_of_str(common, str_of(text));
}

static inline void law_end(void) {
  law_free(law.law);
  law = (struct imp_law){0};
}

#endif
