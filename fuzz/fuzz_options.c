// SPDX-License-Identifier: Apache-2.0
// needs room: cli
// A command line, its words separated by newlines: read, or refused in words with a next step.
#include <assert.h>
#include <stdint.h>

#include "cli/options.c"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { WORDS_MOST = 64 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  struct arena a = {0};
  struct cli_args args;
  struct imp_error err = {0};
  char *argv[WORDS_MOST] = {(char[]){"impost"}};
  int argc = 1;
  struct str rest = {(const char *)data, size}, word;
  if (size == 0) return 0;
  while (argc < WORDS_MOST && str_split(&rest, '\n', &word)) {
    argv[argc] = str_dup(&a, word);
    assert(argv[argc] != NULL);
    argc++;
  }
  enum imp_status status = cli_parse(argc, argv, &args, &err);
  assert(status == IMP_OK ||
         (status == IMP_USAGE && err.message[0] != '\0' && err.next[0] != '\0'));
  for (uint32_t i = 0; status == IMP_OK && i < OPTION_COUNT; i++)
    assert(args.options[i].count <= cli_options[i].times);
  cli_args_free(&args);
  arena_free(&a);
  return 0;
}
