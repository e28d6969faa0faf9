// SPDX-License-Identifier: Apache-2.0
// coverage: how much of a place's controls is encoded.

#include "cli/study.h"
#include "impost/licence.h"

int verb_coverage(struct cli *cli, struct imp_error *err) {
  struct imp_coverage *c = NULL;
  struct imp_text text = {0};
  enum imp_status status = IMP_OK;
  if (cli->args->word_count != 1)
    status = cli_usage(cli, err, "coverage wants one place: impost coverage CN");
  if (status == IMP_OK) status = study_report(cli, NULL, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = imp_coverage(cli->law, cli->args->words[0], &c, err);
  if (status == IMP_OK)
    status = imp_report_coverage(cli->law, &cli->query, c, &cli->report, &text, err);
  if (status == IMP_OK) status = study_write(cli, &text, err);
  imp_coverage_free(c);
  imp_text_free(&text);
  return (int)status;
}
