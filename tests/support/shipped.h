// SPDX-License-Identifier: Apache-2.0
// The shipped law, open for the whole of a group of tests: give open_law and close_law to the group, ask `law`.
// Include after <cmocka.h>, once, in the file that has the group.
#ifndef IMPOST_TESTS_SHIPPED_H
#define IMPOST_TESTS_SHIPPED_H

#include "support/ask.h"

static struct imp_law *law;

static int open_law(void **state) {
  (void)state;
  law = ask_open();
  return 0;
}

static int close_law(void **state) {
  (void)state;
  imp_law_free(law);
  return 0;
}

#endif
