// SPDX-License-Identifier: Apache-2.0
// check: law text against the named checks. Findings go to standard output, exit code 1.

#include <string.h>

#include "base/file.h"
#include "cli/cli.h"

static const char *const checks[] = {"parse",     "names",   "dates",    "cited",  "speaks",
                                     "circle",    "dead",    "narrowed", "lists",  "parts",
                                     "questions", "asserts", "cases",    "format", "printed"};
enum { CHECK_COUNT = sizeof checks / sizeof *checks };

static bool is_check(const char *word) {
  for (int i = 0; i < CHECK_COUNT; i++)
    if (strcmp(checks[i], word) == 0) return true;
  return false;
}

/* Words are names of checks and at most one folder: a file of law means nothing without those beside it. */
static enum imp_status read_words(struct cli *cli, const char **path, struct imp_error *err) {
  for (uint32_t i = 0; i < cli->args->word_count; i++) {
    const char *word = cli->args->words[i];
    if (is_check(word)) continue;
    if (file_exists(word) && !file_is_dir(word))
      return cli_usage(cli, err, "%s is one file; check takes the folder of the whole law", word);
    if (!file_is_dir(word)) {
      const char *near = cli_nearest(word, checks, CHECK_COUNT);
      return cli_usage(cli, err, "\"%s\" is no check and no folder that is there%s%s", word,
                       near != NULL ? "; the nearest check is " : "", near != NULL ? near : "");
    }
    if (*path != NULL) return cli_usage(cli, err, "check takes one folder");
    *path = word;
  }
  return IMP_OK;
}

static enum imp_status run_checks(struct cli *cli, const char *folder, struct imp_text *text,
                                  struct imp_error *err) {
  struct imp_check_options options = {.json = cli_has(cli->args, OPTION_JSON)};
  enum imp_status worst = IMP_OK;
  bool named = false;
  enum imp_status counted = cli_jobs(cli, &options.jobs, err);
  if (counted != IMP_OK) return counted;
  for (uint32_t i = 0; i < cli->args->word_count; i++) {
    if (!is_check(cli->args->words[i])) continue;
    named = true;
    options.only = cli->args->words[i];
    enum imp_status status = imp_check(folder, &options, text, err);
    if (status > IMP_FINDINGS) return status;
    if (status == IMP_FINDINGS) worst = status;
  }
  return named ? worst : imp_check(folder, &options, text, err);
}

int verb_check(struct cli *cli, struct imp_error *err) {
  char found[PATH_MAX];
  struct imp_text text = {0};
  struct imp_error ignored = {0};
  const char *path = cli_value(cli->args, OPTION_LAW);
  enum imp_status status = read_words(cli, &path, err);
  if (status == IMP_OK && path == NULL) {
    status = imp_law_find(NULL, cli->argv0, found, sizeof found, err);
    path = found;
  }
  if (status == IMP_OK) status = run_checks(cli, path, &text, err);
  if (status > IMP_FINDINGS) {
    imp_text_free(&text);
    return (int)status;
  }
  enum imp_status written = output_open(&cli->output, NULL, &ignored);
  if (written == IMP_OK) written = output_put(&cli->output, &text, err);
  if (written == IMP_OK) written = output_close(&cli->output, err);
  imp_text_free(&text);
  if (status == IMP_FINDINGS && written == IMP_OK)
    *err = (struct imp_error){0}; /* the findings say it */
  return (int)(written == IMP_OK ? status : written);
}
