// SPDX-License-Identifier: Apache-2.0
// -o NAME.ENDING says a form. One that the verb does not make, or another than is asked for, would be a file that lies
// about what is in it.

#include <string.h>
#include <strings.h>

#include "cli/cli.h"

/* Endings that say what is in a file; all others (.txt, .out, a day) say nothing. */
static const char documents[] = "json|jsonl|csv|tsv|xlsx|svg|png|pdf|jpg|jpeg|gif|html|htm|xls|ods|"
                                "doc|docx|odt|xml|parquet|md";

static bool is_one_of(const char *choices, const char *word) {
  char low[8];
  size_t n = strlen(word);
  if (n >= sizeof low) return false;
  for (size_t k = 0; k <= n; k++)
    low[k] = (char)(word[k] >= 'A' && word[k] <= 'Z' ? word[k] - 'A' + 'a' : word[k]);
  return cli_is_choice(choices, low);
}

/* The verb's option for forms; OPTION_COUNT: it has none, its -o names something else. */
static int form_option(enum cli_verb_id verb) {
  for (int k = 0; k < OPTION_COUNT; k++)
    if (strcmp(cli_options[k].name, "format") == 0 && (cli_options[k].verbs & (1u << verb)) != 0)
      return k;
  return OPTION_COUNT;
}

static const char *form_asked(const struct cli_args *a, enum cli_option_id id) {
  const char *name = cli_value(a, id);
  if (cli_has(a, OPTION_JSON) || cli_has(a, OPTION_PROOF)) return "json";
  if (name != NULL && strcmp(name, "proof") == 0) return "json";
  return name;
}

enum imp_status cli_check_ending(const struct cli *cli, struct imp_error *err) {
  const char *file = cli_value(cli->args, OPTION_OUTPUT), *name = file;
  int option = form_option(cli->args->verb);
  if (file == NULL || option == OPTION_COUNT) return IMP_OK;
  for (const char *p = file; *p != '\0'; p++)
    if (*p == '/') name = p + 1;
  const char *dot = strrchr(name, '.'), *form = form_asked(cli->args, (enum cli_option_id)option);
  if (dot == NULL || !is_one_of(documents, dot + 1)) return IMP_OK;
  if (!cli_is_choice(cli_options[option].argument, dot + 1))
    return cli_usage(cli, err, "-o %s: no such form is made here; there are %s", file,
                     cli_options[option].argument);
  bool lines = strcmp(dot + 1, "jsonl") == 0 && form != NULL && strcmp(form, "json") == 0;
  if (form != NULL && strcmp(form, dot + 1) != 0 && !lines)
    return cli_usage(cli, err, "-O %s and -o %s ask for two forms", form, file);
  return IMP_OK;
}
