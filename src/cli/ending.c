// SPDX-License-Identifier: Apache-2.0
// -o NAME.ENDING says a form. One that the verb does not make, or another than is asked for, would be a file that lies
// about what is in it.

#include <string.h>
#include <strings.h>

#include "cli/cli.h"

/* Endings that say what is in a file; all others (.txt, .out, a day) say nothing. */
static const char *const documents[] = {"json", "jsonl", "csv",  "tsv", "xlsx", "svg",     "png",
                                        "pdf",  "jpg",   "jpeg", "gif", "html", "htm",     "xls",
                                        "ods",  "doc",   "docx", "odt", "xml",  "parquet", "md"};

const char *cli_ending(const char *file) {
  const char *slash = file != NULL ? strrchr(file, '/') : NULL, *name = slash ? slash + 1 : file;
  const char *dot = name != NULL ? strrchr(name, '.') : NULL;
  for (size_t k = 0; dot != NULL && k < sizeof documents / sizeof *documents; k++)
    if (strcasecmp(dot + 1, documents[k]) == 0) return documents[k];
  return NULL;
}

int cli_form_option(enum cli_verb_id verb) {
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
  const char *file = cli_value(cli->args, OPTION_OUTPUT), *ending = cli_ending(file);
  int option = cli_form_option(cli->args->verb);
  if (ending == NULL || option == OPTION_COUNT) return IMP_OK;
  const char *form = form_asked(cli->args, (enum cli_option_id)option);
  if (!cli_is_choice(cli_options[option].argument, ending))
    return cli_usage(cli, err, "-o %s: no such form is made here; there are %s", file,
                     cli_options[option].argument);
  bool lines = strcmp(ending, "jsonl") == 0 && form != NULL && strcmp(form, "json") == 0;
  if (form != NULL && strcmp(form, ending) != 0 && !lines)
    return cli_usage(cli, err, "-O %s and -o %s ask for two forms", form, file);
  return IMP_OK;
}
