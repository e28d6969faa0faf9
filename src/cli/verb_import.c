// SPDX-License-Identifier: Apache-2.0
// import: a further official edition into the tables; or all editions of a list, to see that they give
// the tables that are there.

#include <limits.h>
#include <string.h>

#include "cli/cli.h"
#include "impost/import.h"

static enum imp_status check_words(const struct cli *cli, struct imp_error *err) {
  const struct cli_args *args = cli->args;
  bool replay = cli_has(args, OPTION_REPLAY);
  if (args->word_count == 0 || strcmp(args->words[0], "hts") != 0)
    return cli_usage(cli, err, "import wants to know what: impost import hts FILE");
  if (replay && args->word_count > 1)
    return cli_usage(cli, err, "--replay names the list, and a list names its files");
  if (!replay && args->word_count != 2)
    return cli_usage(cli, err, "import hts wants one file: the export of an edition");
  if (!replay && (!cli_has(args, OPTION_DATE) || !cli_has(args, OPTION_NAME)))
    return cli_usage(cli, err, "import hts wants --date, the edition's first day, and --name");
  return IMP_OK;
}

/* Tables are written where the user says, never to a folder that was only found. */
static const char *target(const struct cli *cli) {
  const char *out = cli_value(cli->args, OPTION_OUTPUT);
  return out != NULL ? out : cli_value(cli->args, OPTION_LAW);
}

/* NULL: in the user's data folder; empty: nowhere. */
static const char *goods(const struct cli *cli) {
  const char *file = cli_value(cli->args, OPTION_GOODS);
  return file != NULL && strcmp(file, "none") == 0 ? "" : file;
}

static enum imp_status import_one(const struct cli *cli, const char *law, struct imp_text *text,
                                  struct imp_error *err) {
  const struct imp_import_options options = {
      .file = cli->args->words[1],
      .date = cli_value(cli->args, OPTION_DATE),
      .name = cli_value(cli->args, OPTION_NAME),
      .law = law,
      .out = target(cli),
      .before = cli_value(cli->args, OPTION_BEFORE),
      .corrections = cli_value(cli->args, OPTION_CORRECTIONS),
      .goods = goods(cli),
      .dry_run = cli_has(cli->args, OPTION_DRY_RUN),
      .json = cli_has(cli->args, OPTION_JSON),
  };
  return imp_import_hts(&options, text, err);
}

static enum imp_status run(const struct cli *cli, const char *law, struct imp_text *text,
                           struct imp_error *err) {
  const char *list = cli_value(cli->args, OPTION_REPLAY);
  if (list == NULL) return import_one(cli, law, text, err);
  return imp_import_replay(list, law, cli_value(cli->args, OPTION_OUTPUT),
                           cli_has(cli->args, OPTION_JSON), text, err);
}

/* An empty folder given with --law is where the first edition goes: nothing has to be in it. */
static enum imp_status find_law(const struct cli *cli, char *path, size_t size, const char **law,
                                struct imp_error *err) {
  *law = cli_value(cli->args, OPTION_LAW);
  if (*law != NULL) return IMP_OK;
  *law = path;
  return imp_law_find(NULL, cli->argv0, path, size, err);
}

static void note_no_target(const struct cli *cli) {
  if (cli_has(cli->args, OPTION_REPLAY) || cli_has(cli->args, OPTION_DRY_RUN)) return;
  if (target(cli) != NULL) return;
  fprintf(stderr, "impost: no table was written\n"
                  "  next: name the folder to write to: --law FOLDER or -o FOLDER\n");
}

int verb_import(struct cli *cli, struct imp_error *err) {
  char path[PATH_MAX];
  const char *law = NULL;
  struct imp_text text = {0};
  struct imp_error ignored = {0};
  enum imp_status status = check_words(cli, err);
  if (status == IMP_OK) status = find_law(cli, path, sizeof path, &law, err);
  if (status == IMP_OK) status = run(cli, law, &text, err);
  enum imp_status written = output_open(&cli->output, NULL, &ignored);
  if (written == IMP_OK) written = output_put(&cli->output, &text, &ignored);
  if (written == IMP_OK) written = output_close(&cli->output, &ignored);
  imp_text_free(&text);
  if (status == IMP_OK) note_no_target(cli);
  if (status == IMP_OK && written != IMP_OK) *err = ignored;
  return (int)(status == IMP_OK ? written : status);
}
