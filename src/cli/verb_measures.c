// SPDX-License-Identifier: Apache-2.0
// measures: the measures of the law, or those whose scope holds a code of a country.

#include "cli/cli.h"

static enum imp_status check_words(const struct cli *cli, struct imp_error *err) {
  if (cli->args->word_count == 1)
    return cli_usage(cli, err, "measures of a code want the country too: impost measures %s FROM",
                     cli->args->words[0]);
  if (cli->args->word_count > 2)
    return cli_usage(cli, err, "\"%s\" is one word too many", cli->args->words[2]);
  return IMP_OK;
}

int verb_measures(struct cli *cli, struct imp_error *err) {
  struct imp_measures *measures = NULL;
  struct imp_text text = {0};
  bool asked = cli->args->word_count == 2;
  enum imp_status status = check_words(cli, err);
  if (status == IMP_OK) status = cli_check_order(cli, err);
  if (status == IMP_OK) status = cli_read_report(cli, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = cli_check_into(cli, false, err);
  if (status == IMP_OK && asked) status = cli_describe(cli, cli->args->words[0], err);
  if (status == IMP_OK)
    status = imp_measures(cli->law, &cli->query, asked ? cli->args->words[0] : NULL,
                          asked ? cli->args->words[1] : NULL, cli->report.into, &measures, err);
  if (status == IMP_OK)
    status = imp_report_measures(cli->law, &cli->query, measures, &cli->report, &text, err);
  if (status == IMP_OK)
    status = output_open(&cli->output, cli_value(cli->args, OPTION_OUTPUT), err);
  if (status == IMP_OK) status = output_put(&cli->output, &text, err);
  if (status == IMP_OK) status = output_close(&cli->output, err);
  imp_measures_free(measures);
  imp_text_free(&text);
  return (int)status;
}
