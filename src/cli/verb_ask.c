// SPDX-License-Identifier: Apache-2.0
// ask: what to find out first about a line, or about all lines of a file.

#include "impost/ask.h"

#include "cli/ask_file.h"

static enum imp_status put_text(struct cli *cli, struct imp_text *text, struct imp_error *err) {
  enum imp_status status = output_open(&cli->output, cli_value(cli->args, OPTION_OUTPUT), err);
  if (status == IMP_OK) status = output_put(&cli->output, text, err);
  if (status == IMP_OK) status = output_close(&cli->output, err);
  if (status == IMP_OK) cli_note_age(cli);
  return status;
}

/* ---- one line -------------------------------------------------------------------------------- */

static int ask_one(struct cli *cli, struct imp_error *err) {
  struct imp_line line;
  struct imp_ask *ask = NULL;
  struct imp_text text = {0};
  bool refused = false;
  enum imp_status status = cli_read_line(cli, &line, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = cli_describe(cli, line.code, err);
  if (status == IMP_OK) status = imp_ask(cli->law, &cli->query, &line, &ask, err);
  if (status == IMP_OK) {
    refused = imp_ask_line(ask)->status == IMP_LINE_REFUSED;
    status = imp_report_ask(cli->law, &cli->query, &line, ask, &cli->report, &text, err);
  }
  if (status == IMP_OK) status = put_text(cli, &text, err);
  imp_ask_free(ask);
  imp_text_free(&text);
  return status == IMP_OK && refused ? IMP_REFUSED : (int)status;
}

/* ---- a file ------------------------------------------------------------------------------------ */

static int run_file(struct cli *cli, struct imp_error *err) {
  struct imp_ask_sum *sum = NULL;
  struct imp_text text = {0};
  uint32_t unread = 0;
  const char *file = cli->args->words[0];
  enum imp_status status = cli_open_law(cli, err);
  if (status == IMP_OK) status = imp_ask_sum_new(&sum, err);
  if (status == IMP_OK) status = ask_file(cli, file, sum, &unread, err);
  if (status == IMP_OK)
    status = imp_report_ask_sum(cli->law, &cli->query, sum, &cli->report, &text, err);
  if (status == IMP_OK) status = put_text(cli, &text, err);
  if (status == IMP_OK && unread > 0)
    fprintf(stderr,
            "impost: %u %s could not be read and %s not asked about\n"
            "  next: impost duty %s\n",
            (unsigned)unread, unread == 1 ? "line" : "lines", unread == 1 ? "was" : "were", file);
  bool refused = status == IMP_OK && imp_ask_sum_refused(sum) > 0;
  imp_ask_sum_free(sum);
  imp_text_free(&text);
  return refused ? IMP_REFUSED : (int)status;
}

int verb_ask(struct cli *cli, struct imp_error *err) {
  enum imp_status status = cli_read_report(cli, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status != IMP_OK) return (int)status;
  bool file = cli->args->word_count == 1 && cli_is_file(cli->args->words[0]);
  status = cli_check_into(cli, file, err);
  if (status == IMP_OK && !file && cli_has(cli->args, OPTION_JOBS))
    status = cli_usage(cli, err, "--jobs is of a file of lines");
  if (status == IMP_OK && !file && cli_has(cli->args, OPTION_PLAIN))
    status = cli_usage(cli, err, "--plain is of a file of lines");
  if (status == IMP_OK && file) return run_file(cli, err);
  if (status == IMP_OK) status = cli_check_line(cli, err);
  cli->query.additional = true;
  return status == IMP_OK ? ask_one(cli, err) : (int)status;
}
