// SPDX-License-Identifier: Apache-2.0
// pledge: promises to buy, what is due and what was counted.

#include "cli/study.h"
#include "impost/pledge.h"

int verb_pledge(struct cli *cli, struct imp_error *err) {
  struct imp_pledges *pledges = NULL;
  struct imp_text text = {0};
  const char *name = cli->args->word_count > 0 ? cli->args->words[0] : NULL;
  bool all = cli_has(cli->args, OPTION_ALL);
  enum imp_status status = IMP_OK;
  if (cli->args->word_count > 1)
    status = cli_usage(cli, err, "\"%s\" is one word too many", cli->args->words[1]);
  else if (name != NULL && all)
    status = cli_usage(cli, err, "--all asks for every promise, \"%s\" for one", name);
  if (status == IMP_OK) status = study_report(cli, NULL, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = imp_pledges_open(cli->law, &cli->query, name, &pledges, err);
  if (status == IMP_OK)
    status = imp_report_pledges(cli->law, &cli->query, pledges, &cli->report, &text, err);
  if (status == IMP_OK) status = study_write(cli, &text, err);
  imp_pledges_free(pledges);
  imp_text_free(&text);
  return (int)status;
}
