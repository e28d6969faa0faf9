// SPDX-License-Identifier: Apache-2.0
// The program's words: verbs, options, and reading a command line against the table in options.def.
#ifndef IMPOST_CLI_OPTIONS_H
#define IMPOST_CLI_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

enum cli_verb_id {
#define VERB(id, ...) VERB_##id,
#include "cli/options.def"
#undef VERB
  VERB_COUNT
};

enum cli_option_id {
#define OPTION(id, ...) OPTION_##id,
#include "cli/options.def"
#undef OPTION
  OPTION_COUNT
};

struct cli_verb {
  const char *name, *usage, *title, *more;
};

struct cli_option {
  const char *name;
  char letter;          /* 0: none */
  const char *argument; /* NULL: a flag */
  uint32_t times;       /* most times it may stand */
  unsigned verbs;       /* bit of each verb that takes it */
  const char *help;
};

extern const struct cli_verb cli_verbs[VERB_COUNT];
extern const struct cli_option cli_options[OPTION_COUNT];

struct cli_values {
  const char **items;
  uint32_t count;
};

struct cli_args { /* what was asked; texts point into argv */
  struct arena arena;
  enum cli_verb_id verb;
  const char **words; /* arguments that are no options */
  uint32_t word_count;
  struct cli_values options[OPTION_COUNT];
};

/* IMP_USAGE with plain words and the next step in err. No verb at all reads as help. */
enum imp_status cli_parse(int argc, char *const *argv, struct cli_args *out, struct imp_error *err);
void cli_args_free(struct cli_args *args);

bool cli_has(const struct cli_args *args, enum cli_option_id id);
const char *cli_value(const struct cli_args *args, enum cli_option_id id); /* NULL when not given */

/* The known word nearest to `word`, NULL when none is near. */
const char *cli_nearest(const char *word, const char *const *known, uint32_t count);
/* Is `value` one of the choices "a|b|c"? */
bool cli_is_choice(const char *choices, const char *value);

#endif
