// SPDX-License-Identifier: Apache-2.0
// say: one sentence about a line, with the number, the two days and the acts.

#include "impost/say.h"

#include "cli/cli.h"

static enum imp_status say(struct cli *cli, const struct imp_line *line, int *code,
                           struct imp_error *err) {
  struct imp_assessment *a = NULL;
  struct imp_text text = {0};
  enum imp_status status = cli_describe(cli, line->code, err);
  if (status == IMP_OK) status = imp_duty(cli->law, &cli->query, line, &a, err);
  if (status == IMP_OK)
    status = imp_say(cli->law, &cli->query, line, a, cli->goods_words, &cli->report, &text, err);
  if (status == IMP_OK)
    status = output_open(&cli->output, cli_value(cli->args, OPTION_OUTPUT), err);
  if (status == IMP_OK) status = output_put(&cli->output, &text, err);
  if (status == IMP_OK) status = output_close(&cli->output, err);
  if (status == IMP_OK && imp_assessment_answer(a)->status == IMP_LINE_REFUSED) *code = IMP_REFUSED;
  if (status == IMP_OK && imp_assessment_answer(a)->status == IMP_LINE_PROHIBITED)
    *code = IMP_PROHIBITED;
  imp_text_free(&text);
  imp_assessment_free(a);
  return status;
}

int verb_say(struct cli *cli, struct imp_error *err) {
  struct imp_line line;
  int code = IMP_OK;
  enum imp_status status = cli_read_report(cli, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_check_line(cli, err);
  if (status == IMP_OK) status = cli_read_line(cli, &line, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  cli->query.brief = cli->query.additional = true;
  if (status == IMP_OK) status = say(cli, &line, &code, err);
  return status == IMP_OK ? code : (int)status;
}
