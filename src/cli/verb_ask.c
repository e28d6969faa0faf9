// SPDX-License-Identifier: Apache-2.0
// ask: what to find out first about a line, or about all lines of a file.

#include "impost/ask.h"

#include "cli/cli.h"
#include "cli/lines.h"

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

struct asking {
  struct cli *cli;
  struct imp_ask_sum *sum;
  uint32_t unread;
};

static enum imp_status ask_line(void *user, const struct imp_line *line, uint64_t at,
                                const char *wrong, struct imp_error *err) {
  struct asking *a = user;
  struct imp_ask *ask = NULL;
  (void)at;
  bool day = line->on != NULL || a->cli->query.on != NULL; /* never guessed */
  if (wrong != NULL || !day) {
    a->unread++;
    return imp_ask_sum_add(a->sum, line, NULL, err);
  }
  enum imp_status status = imp_ask(a->cli->law, &a->cli->query, line, &ask, err);
  if (status == IMP_OK) status = imp_ask_sum_add(a->sum, line, ask, err);
  imp_ask_free(ask);
  return status;
}

static int ask_file(struct cli *cli, struct imp_error *err) {
  struct asking a = {.cli = cli};
  struct imp_text text = {0};
  const char *file = cli->args->words[0];
  enum imp_status status = cli_open_law(cli, err);
  if (status == IMP_OK) status = imp_ask_sum_new(&a.sum, err);
  if (status == IMP_OK) status = lines_read(file, ask_line, &a, err);
  if (status == IMP_OK)
    status = imp_report_ask_sum(cli->law, &cli->query, a.sum, &cli->report, &text, err);
  if (status == IMP_OK) status = put_text(cli, &text, err);
  if (status == IMP_OK && a.unread > 0)
    fprintf(stderr,
            "impost: %u %s could not be read and %s not asked about\n"
            "  next: impost duty %s\n",
            (unsigned)a.unread, a.unread == 1 ? "line" : "lines", a.unread == 1 ? "was" : "were",
            file);
  bool refused = status == IMP_OK && (imp_ask_sum_refused(a.sum) > 0);
  imp_ask_sum_free(a.sum);
  imp_text_free(&text);
  return refused ? IMP_REFUSED : (int)status;
}

int verb_ask(struct cli *cli, struct imp_error *err) {
  enum imp_status status = cli_read_report(cli, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status != IMP_OK) return (int)status;
  bool file = cli->args->word_count == 1 && cli_is_file(cli->args->words[0]);
  status = cli_check_into(cli, file, err);
  if (status == IMP_OK && file) return ask_file(cli, err);
  if (status == IMP_OK) status = cli_check_line(cli, err);
  cli->query.additional = true;
  return status == IMP_OK ? ask_one(cli, err) : (int)status;
}
