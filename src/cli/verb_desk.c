// SPDX-License-Identifier: Apache-2.0
// desk: an archive of reports: add, list, show, search, reread, forget.

#include <limits.h>
#include <string.h>

#include "cli/articles.h"
#include "cli/study.h"
#include "impost/desk.h"

static enum imp_status add(struct cli *cli, uint32_t *refused, struct imp_error *err) {
  char path[PATH_MAX];
  struct imp_reader *reader = NULL;
  struct imp_story *story = NULL;
  enum imp_status status =
      imp_law_find(cli_value(cli->args, OPTION_LAW), cli->argv0, path, sizeof path, err);
  if (status == IMP_OK) status = imp_reader_open(path, &reader, err);
  if (status == IMP_OK) status = articles_read(cli, 1, reader, &story, refused, err);
  if (status == IMP_OK) status = articles_keep(cli, story, articles_desk(cli), err);
  imp_story_free(story);
  imp_reader_free(reader);
  return status;
}

static enum imp_status report(struct cli *cli, struct imp_desk *desk, struct imp_text *text,
                              struct imp_error *err) {
  const struct cli_args *a = cli->args;
  if (strcmp(a->words[0], "list") == 0) return imp_report_desk(desk, &cli->report, text, err);
  if (strcmp(a->words[0], "show") == 0)
    return imp_report_desk_article(desk, a->words[1], &cli->report, text, err);
  return imp_report_desk_search(desk, a->words + 1, a->word_count - 1, &cli->report, text, err);
}

/* The desk must not be what the answer is written over. */
static enum imp_status open_desk(struct cli *cli, struct imp_desk **desk, bool write,
                                 struct imp_error *err) {
  const char *path = articles_desk(cli), *out = cli_value(cli->args, OPTION_OUTPUT);
  if (out != NULL && output_is_input(out, path))
    return cli_usage(cli, err, "-o %s names the desk; it would be lost", out);
  return imp_desk_open(path, write ? IMP_DESK_WRITE : IMP_DESK_READ, desk, err);
}

static enum imp_status print(struct cli *cli, struct imp_error *err) {
  struct imp_desk *desk = NULL;
  struct imp_text text = {0};
  enum imp_status status = open_desk(cli, &desk, false, err);
  if (status == IMP_OK) status = report(cli, desk, &text, err);
  if (status == IMP_OK) status = study_write(cli, &text, err);
  imp_text_free(&text);
  imp_desk_free(desk);
  return status;
}

static enum imp_status forget(struct cli *cli, struct imp_error *err) {
  struct imp_desk *desk = NULL;
  enum imp_status status = open_desk(cli, &desk, true, err);
  if (status == IMP_OK) status = imp_desk_forget(desk, cli->args->words[1], err);
  imp_desk_free(desk);
  if (status == IMP_OK)
    fprintf(stderr, "%s: article %s is taken out\n", articles_desk(cli), cli->args->words[1]);
  return status;
}

static enum imp_status reread(struct cli *cli, struct imp_error *err) {
  char path[PATH_MAX];
  struct imp_reader *reader = NULL;
  struct imp_desk *desk = NULL;
  struct imp_desk_added added = {0};
  enum imp_status status =
      imp_law_find(cli_value(cli->args, OPTION_LAW), cli->argv0, path, sizeof path, err);
  if (status == IMP_OK) status = imp_reader_open(path, &reader, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = open_desk(cli, &desk, true, err);
  if (status == IMP_OK) status = imp_desk_reread(desk, reader, cli->law, &added, err);
  if (status == IMP_OK) articles_tell(articles_desk(cli), &added, true);
  imp_desk_free(desk);
  imp_reader_free(reader);
  return status;
}

static enum imp_status check_words(const struct cli *cli, struct imp_error *err) {
  const struct cli_args *a = cli->args;
  const char *deed = a->word_count > 0 ? a->words[0] : "";
  if (!cli_is_choice("add|list|show|search|reread|forget", deed))
    return cli_usage(cli, err,
                     deed[0] != '\0' ? "\"%s\" is nothing a desk does; it does add, list, "
                                       "show, search, reread and forget"
                                     : "say what to do%s: add, list, show, search, reread or "
                                       "forget",
                     deed);
  bool one = cli_is_choice("show|forget", deed), none = cli_is_choice("list|reread", deed);
  if (none ? a->word_count > 1 : one && a->word_count > 2)
    return cli_usage(cli, err, "\"%s\" is one word too many", a->words[a->word_count - 1]);
  if (strcmp(deed, "add") != 0 && (cli_has(a, OPTION_PUBLISHED) || cli_has(a, OPTION_HTML)))
    return cli_usage(cli, err, "--published and --html belong to add");
  if (!none && a->word_count < 2)
    return cli_usage(cli, err,
                     one ? "say which article to %s: a number of impost desk list"
                         : "say what to %s",
                     deed);
  return IMP_OK;
}

int verb_desk(struct cli *cli, struct imp_error *err) {
  uint32_t refused = 0;
  enum imp_status status = check_words(cli, err);
  if (status == IMP_OK) status = cli_read_report(cli, err);
  if (status != IMP_OK) return (int)status;
  if (strcmp(cli->args->words[0], "add") == 0)
    status = add(cli, &refused, err);
  else if (strcmp(cli->args->words[0], "reread") == 0)
    status = reread(cli, err);
  else
    status = strcmp(cli->args->words[0], "forget") == 0 ? forget(cli, err) : print(cli, err);
  return status == IMP_OK && refused > 0 ? IMP_REFUSED : (int)status;
}
