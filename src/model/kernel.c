// SPDX-License-Identifier: Apache-2.0
// The kernel for each set of instructions, and the choice among them.

#include "model/kernel.h"

#include <stdbool.h>
#include <string.h>

#define KERNEL(name) plain_##name
#define KERNEL_TITLE "plain"
#define KERNEL_WIDE  2
#define KERNEL_TARGET
#include "model/kernel_body.inc"
#undef KERNEL
#undef KERNEL_TITLE
#undef KERNEL_TARGET
#undef KERNEL_WIDE

#ifdef __x86_64__

#define KERNEL(name)  avx2_##name
#define KERNEL_TITLE  "avx2"
#define KERNEL_WIDE   4
#define KERNEL_TARGET __attribute__((target("avx2,fma")))
#include "model/kernel_body.inc"
#undef KERNEL
#undef KERNEL_TITLE
#undef KERNEL_TARGET
#undef KERNEL_WIDE

#define KERNEL(name)  avx512_##name
#define KERNEL_TITLE  "avx512"
#define KERNEL_WIDE   8
#define KERNEL_TARGET __attribute__((target("avx2,fma,avx512f,avx512dq,avx512vl")))
#include "model/kernel_body.inc"
#undef KERNEL
#undef KERNEL_TITLE
#undef KERNEL_TARGET
#undef KERNEL_WIDE

const struct kernel *kernel_named(const char *name) {
  __builtin_cpu_init();
  bool fma = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  if (strcmp(name, "plain") == 0) return &plain_set;
  if (strcmp(name, "avx2") == 0 && fma) return &avx2_set;
  if (strcmp(name, "avx512") == 0 && fma && __builtin_cpu_supports("avx512f") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
    return &avx512_set;
  return NULL;
}

#else

const struct kernel *kernel_named(const char *name) {
  return strcmp(name, "plain") == 0 ? &plain_set : NULL;
}

#endif

const struct kernel *kernel_best(void) {
  const char *const names[] = {"avx512", "avx2"};
  for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
    const struct kernel *found = kernel_named(names[k]);
    if (found != NULL) return found;
  }
  return kernel_named("plain");
}
