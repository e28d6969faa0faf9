// SPDX-License-Identifier: Apache-2.0
#include "support/scarce.h"

#include <stdlib.h>

#include "base/mem.h"

struct scarce {
  size_t allowed, held;
  bool ran_out;
};

static struct scarce scarce;

static void *resize(void *user, void *old, size_t size) {
  struct scarce *s = user;
  if (size == 0) {
    s->held -= old != NULL;
    free(old);
    return NULL;
  }
  if (s->allowed == 0) {
    s->ran_out = true;
    return NULL;
  }
  s->allowed--;
  void *p = realloc(old, size);
  s->held += old == NULL && p != NULL;
  return p;
}

void scarce_begin(size_t allowed) {
  static struct mem_hook hook = {resize, &scarce};
  scarce = (struct scarce){.allowed = allowed};
  mem_set_hook(&hook);
}

size_t scarce_end(void) {
  mem_set_hook(NULL);
  return scarce.held;
}

bool scarce_ran_out(void) {
  return scarce.ran_out;
}
