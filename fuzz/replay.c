// SPDX-License-Identifier: Apache-2.0
// A main for a fuzz target without libFuzzer: gives it every file of the folders named, in order, so that
// what a fuzzer found once is a test under every compiler.
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *folder, unsigned *count) {
  static const char *const any[] = {"", NULL};
  struct arena a = {0};
  struct file_list list;
  struct imp_error err;
  if (file_tree(&a, folder, any, NULL, &list, &err) != IMP_OK) {
    fprintf(stderr, "%s\n", err.message);
    return 1;
  }
  for (size_t i = 0; i < list.count; i++) {
    char path[4096];
    struct str bytes;
    snprintf(path, sizeof path, "%s/%s", folder, list.paths[i]);
    if (file_read(&a, path, 0, &bytes, &err) != IMP_OK) {
      fprintf(stderr, "%s\n", err.message);
      return 1;
    }
    // A copy of the exact size lets the sanitizer see a step over the end.
    uint8_t *exact = malloc(bytes.n > 0 ? bytes.n : 1);
    if (exact == NULL) {
      return 1;
    }
    memcpy(exact, bytes.p, bytes.n);
    LLVMFuzzerTestOneInput(exact, bytes.n);
    free(exact);
    ++*count;
  }
  arena_free(&a);
  return 0;
}

int main(int argc, char **argv) {
  unsigned count = 0;
  for (int i = 1; i < argc; i++) {
    if (replay(argv[i], &count) != 0) {
      return 1;
    }
  }
  printf("%u passed, 0 failed\n", count);
  return count > 0 ? 0 : 1;
}
