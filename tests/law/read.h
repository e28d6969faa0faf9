// SPDX-License-Identifier: Apache-2.0
// Reading a text in a test: the law, what was found, and how to let go of both.
#ifndef IMPOST_TESTS_LAW_READ_H
#define IMPOST_TESTS_LAW_READ_H

#include <stdio.h>
#include <string.h>

#include "law/law.h"

struct read_law {
  struct law *law;
  struct diag_list diags;
};

static inline struct read_law read_text(const char *text) {
  struct read_law r = {0};
  struct imp_error err = {0};
  struct law_text t = {"test.law", str_of(text)};
  if (law_load_texts(&t, 1, &r.law, &r.diags, &err) != IMP_OK)
    fail_msg("the text cannot be read: %s", err.message);
  return r;
}

static inline void read_free(struct read_law *r) {
  law_free(r->law);
  diag_free(&r->diags);
}

/* Everything found, one "line:column id" after another, for comparison. */
static inline const char *read_found(const struct read_law *r) {
  static char out[2000];
  size_t n = 0;
  out[0] = '\0';
  for (size_t i = 0; i < r->diags.count && n < sizeof out - 100; i++)
    n += (size_t)snprintf(out + n, sizeof out - n, "%s%u:%u %s", i ? ", " : "",
                          r->diags.items[i].line, r->diags.items[i].col, r->diags.items[i].id);
  return out;
}

static inline struct read_law read_clean(const char *text) {
  struct read_law r = read_text(text);
  if (r.diags.count) fail_msg("unexpected: %s: %s", read_found(&r), r.diags.items[0].message);
  return r;
}

static inline const struct law_measure *read_measure(const struct read_law *r, const char *name) {
  uint32_t i = law_find_measure(r->law, str_of(name));
  assert_true(i < r->law->measure_count);
  return &r->law->measures[i];
}

#define assert_str(slice, text)                                                                    \
  do {                                                                                             \
    struct str s_ = (slice);                                                                       \
    assert_int_equal(s_.n, strlen(text));                                                          \
    assert_memory_equal(s_.p ? s_.p : "", text, s_.n);                                             \
  } while (0)

static inline imp_day day(const char *iso) {
  imp_day d = 0;
  assert_true(day_parse(str_of(iso), &d));
  return d;
}

/* Pieces most texts of the tests need. */
#define ACT  "act us.eo.1\n  title An order\n  kind executive order\n  signed 2025-02-01\n"
#define HEAD "measure us.x\n  title A duty\n  into US\n  of all\n  goods all\n"
#define FACTS                                                                                      \
  "jurisdiction US\n  money USD\n  fact loaded date else \"not on the way\"\n"                     \
  "  fact listed-metal share\n  fact content.steel part\n  fact us-content part\n"                 \
  "  fact mode one of ocean, air\n  fact smelted places\n  fact usmca claim S, S+ of CA, MX\n"     \
  "  fact transhipped claim\n  fact patented yes or no\n  fact weight quantity kg\n"

#endif
