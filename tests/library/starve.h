// SPDX-License-Identifier: Apache-2.0
// A job run over and over with memory that runs out: at the n-th request and all after it, or at the n-th alone. Of
// jobs with many requests the first hundred are tried one by one and later ones in growing steps. Include after
// <cmocka.h>.
#ifndef IMPOST_TESTS_STARVE_H
#define IMPOST_TESTS_STARVE_H

#include <stdbool.h>
#include <stdlib.h>

#include "base/mem.h"
#include "impost/error.h"

static struct {
  size_t fail_at, requests, held;
  bool once;
} scarce;

static inline void *resize(void *user, void *old, size_t size) {
  (void)user;
  if (!size) {
    scarce.held -= old != NULL;
    free(old);
    return NULL;
  }
  size_t n = scarce.requests++;
  if (scarce.once ? n == scarce.fail_at : n >= scarce.fail_at) return NULL;
  void *p = realloc(old, size);
  scarce.held += !old && p;
  return p;
}

static inline void begin_scarce(size_t fail_at, bool once) {
  static struct mem_hook hook = {resize, NULL};
  scarce.fail_at = fail_at;
  scarce.requests = scarce.held = 0;
  scarce.once = once;
  mem_set_hook(&hook);
}

typedef enum imp_status job(void);

/* `heals`: a call that got round the lost request and still gives the answer the job checks is right too. */
static inline size_t starve_in(job *run, bool once, bool heals) {
  enum { MOST = 2000000, ONE_BY_ONE = 100 };
  for (size_t n = 0; n < MOST; n += n < ONE_BY_ONE ? 1 : n / 20) {
    begin_scarce(n, once);
    enum imp_status status = run();
    bool reached = scarce.requests > n;
    size_t held = scarce.held;
    mem_set_hook(NULL);
    if (held) fail_msg("request %zu fails: %zu blocks leak", n, held);
    if (!reached) {
      if (status != IMP_OK) fail_msg("with memory enough the status is %d", (int)status);
      return n;
    }
    if (heals && status == IMP_OK) continue;
    if (status != IMP_NO_MEMORY) fail_msg("request %zu fails: the status is %d", n, (int)status);
  }
  fail_msg("it never has enough");
  return 0;
}

static inline void starve(job *run, size_t least) {
  size_t needed = starve_in(run, false, false);
  starve_in(run, true, false);
  if (needed < least) fail_msg("only %zu requests were made", needed);
}

#endif
