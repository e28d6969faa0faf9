// SPDX-License-Identifier: Apache-2.0
// talks: the board of the talks as known on a day, or the story of one item.

#include "cli/study.h"
#include "impost/talks.h"

int verb_talks(struct cli *cli, struct imp_error *err) {
  struct imp_board *board = NULL;
  struct imp_text text = {0};
  const char *asked = cli->args->word_count > 0 ? cli->args->words[0] : NULL;
  enum imp_status status = IMP_OK;
  if (cli->args->word_count > 1)
    status = cli_usage(cli, err, "\"%s\" is one word too many", cli->args->words[1]);
  if (status == IMP_OK) status = study_report(cli, NULL, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = imp_board_open(cli->law, &cli->query, asked, &board, err);
  if (status == IMP_OK)
    status = imp_report_board(cli->law, &cli->query, board, cli_has(cli->args, OPTION_VERBOSE),
                              &cli->report, &text, err);
  if (status == IMP_OK) status = study_write(cli, &text, err);
  imp_board_free(board);
  imp_text_free(&text);
  return (int)status;
}
