// SPDX-License-Identifier: Apache-2.0
// read: articles into attributed, dated statements; or the examples of the rules, checked.

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/study.h"
#include "impost/news.h"

static bool is_page(const struct cli *cli, const char *name) {
  const char *dot = strrchr(name, '.');
  if (cli_has(cli->args, OPTION_HTML)) return true;
  return dot != NULL && (strcmp(dot, ".html") == 0 || strcmp(dot, ".htm") == 0);
}

/* An article that is refused is told of, and the others are read. */
static enum imp_status add_file(struct cli *cli, struct imp_story *story, const char *name,
                                uint32_t *refused, struct imp_error *err) {
  struct arena scratch = {0};
  struct str bytes = {0};
  enum imp_status status = file_read(&scratch, name, 64u << 20, &bytes, err);
  struct imp_news_article a = {.name = name,
                               .bytes = bytes.p,
                               .size = bytes.n,
                               .published = cli_value(cli->args, OPTION_PUBLISHED),
                               .html = is_page(cli, name)};
  if (status == IMP_OK) status = imp_story_add(story, &a, err);
  arena_free(&scratch);
  if (status != IMP_REFUSED) return status;
  fprintf(stderr, "impost: %s is not read: %s\n  next: %s\n", name, err->message, err->next);
  *err = (struct imp_error){0};
  ++*refused;
  return IMP_OK;
}

static void show_progress(const struct cli *cli, uint32_t done) {
  if (cli->args->word_count < 200 || !isatty(STDERR_FILENO)) return;
  if (done % 100 == 0 || done == cli->args->word_count)
    fprintf(stderr, "\r%u of %u articles%s", (unsigned)done, (unsigned)cli->args->word_count,
            done == cli->args->word_count ? "\n" : "");
}

static enum imp_status read_story(struct cli *cli, const struct imp_reader *reader,
                                  uint32_t *refused, struct imp_error *err) {
  struct imp_story *story = NULL;
  struct imp_text text = {0};
  enum imp_status status = imp_story_new(reader, &story, err);
  for (uint32_t i = 0; i < cli->args->word_count && status == IMP_OK; i++) {
    status = add_file(cli, story, cli->args->words[i], refused, err);
    show_progress(cli, i + 1);
  }
  if (status == IMP_OK && imp_story_count(story) > 0) {
    status = imp_story_read(story, err);
    if (status == IMP_OK)
      status =
          imp_report_story(story, &cli->report, cli_has(cli->args, OPTION_EXPLAIN), &text, err);
    if (status == IMP_OK) status = study_write(cli, &text, err);
  }
  imp_text_free(&text);
  imp_story_free(story);
  return status;
}

static enum imp_status check_rules(struct cli *cli, const struct imp_reader *reader,
                                   struct imp_error *err) {
  struct imp_text text = {0};
  enum imp_status status = imp_reader_check(reader, &text, err), written = IMP_OK;
  if (status == IMP_OK || status == IMP_FINDINGS) written = study_write(cli, &text, err);
  imp_text_free(&text);
  return written != IMP_OK ? written : status;
}

int verb_read(struct cli *cli, struct imp_error *err) {
  char path[PATH_MAX];
  struct imp_reader *reader = NULL;
  uint32_t refused = 0;
  bool check = cli_has(cli->args, OPTION_CHECK_RULES);
  enum imp_status status = cli_read_report(cli, err);
  if (status == IMP_OK && check && cli->args->word_count > 0)
    status = cli_usage(cli, err, "--check-rules reads no article: \"%s\"", cli->args->words[0]);
  if (status == IMP_OK && !check && cli->args->word_count == 0)
    status = cli_usage(cli, err, "say which articles to read: impost read FILE ...");
  if (status == IMP_OK)
    status = imp_law_find(cli_value(cli->args, OPTION_LAW), cli->argv0, path, sizeof path, err);
  if (status == IMP_OK) status = imp_reader_open(path, &reader, err);
  if (status == IMP_OK)
    status = check ? check_rules(cli, reader, err) : read_story(cli, reader, &refused, err);
  imp_reader_free(reader);
  return status == IMP_OK && refused > 0 ? IMP_REFUSED : (int)status;
}
