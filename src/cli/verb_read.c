// SPDX-License-Identifier: Apache-2.0
// read: articles into attributed, dated statements; or the examples of the rules, checked.

#include <limits.h>

#include "cli/articles.h"
#include "cli/study.h"

static enum imp_status put_piece(void *user, const void *bytes, size_t n, struct imp_error *err) {
  struct cli *cli = user;
  return output_bytes(&cli->output, bytes, n, err);
}

static int detail_of(const struct cli *cli) {
  return (cli_has(cli->args, OPTION_EXPLAIN) ? IMP_STORY_EXPLAIN : 0) |
         (cli_has(cli->args, OPTION_UNREAD) ? IMP_STORY_UNREAD : 0) |
         (cli_has(cli->args, OPTION_SURE) ? IMP_STORY_SURE : 0);
}

/* With --desk what was read is kept there first: a report that cannot be printed loses nothing. */
static enum imp_status read_story(struct cli *cli, const struct imp_reader *reader,
                                  uint32_t *refused, struct imp_error *err) {
  struct imp_story *story = NULL;
  enum imp_status status = articles_read(cli, 0, reader, &story, refused, err);
  if (status == IMP_OK && imp_story_count(story) > 0) {
    if (cli_has(cli->args, OPTION_DESK))
      status = articles_keep(cli, story, articles_desk(cli), err);
    if (status == IMP_OK)
      status = output_open(&cli->output, cli_value(cli->args, OPTION_OUTPUT), err);
    if (status == IMP_OK)
      status = imp_report_story_to(story, &cli->report, detail_of(cli), put_piece, cli, err);
    if (status == IMP_OK) status = output_close(&cli->output, err);
  }
  imp_story_free(story);
  return status;
}

/* Examples alone, or with articles to see which rules speak in them. */
static enum imp_status check_rules(struct cli *cli, const struct imp_reader *reader,
                                   uint32_t *refused, struct imp_error *err) {
  struct imp_text text = {0};
  struct imp_story *story = NULL;
  enum imp_status status = IMP_OK, written = IMP_OK;
  if (cli->args->word_count > 0) status = articles_read(cli, 0, reader, &story, refused, err);
  if (status == IMP_OK) {
    bool any = story != NULL && imp_story_count(story) > 0;
    status = imp_reader_check(reader, any ? story : NULL, &text, err);
    if (status == IMP_OK || status == IMP_FINDINGS) written = study_write(cli, &text, err);
  }
  imp_text_free(&text);
  imp_story_free(story);
  return written != IMP_OK ? written : status;
}

int verb_read(struct cli *cli, struct imp_error *err) {
  char path[PATH_MAX];
  struct imp_reader *reader = NULL;
  uint32_t refused = 0;
  bool check = cli_has(cli->args, OPTION_CHECK_RULES);
  enum imp_status status = cli_read_report(cli, err);
  if (status == IMP_OK && !check && cli->args->word_count == 0)
    status = cli_usage(cli, err, "say which articles to read: impost read FILE ...");
  if (status == IMP_OK)
    status = imp_law_find(cli_value(cli->args, OPTION_LAW), cli->argv0, path, sizeof path, err);
  if (status == IMP_OK) status = imp_reader_open(path, &reader, err);
  if (status == IMP_OK)
    status =
        check ? check_rules(cli, reader, &refused, err) : read_story(cli, reader, &refused, err);
  imp_reader_free(reader);
  return status == IMP_OK && refused > 0 ? IMP_REFUSED : (int)status;
}
