// SPDX-License-Identifier: Apache-2.0
// branch: what each answer of the open questions moves, and lines in every outcome.

#include <string.h>

#include "base/error.h"
#include "cli/study.h"
#include "impost/branch.h"

enum { WORDS_MOST = 32, LINES_MOST = 16 };

struct run {
  struct imp_branch *branch;
  struct imp_assessment *answers[LINES_MOST];
  struct imp_branch_line lines[LINES_MOST];
  uint32_t count;
};

/* "8507.60.0020 from CN into US on 2025-11-15 value 10000": a code, then pairs of words. */
static enum imp_status read_words(struct cli *cli, const char *text, struct imp_line *out,
                                  struct imp_error *err) {
  struct str rest = str_of(text), word;
  const char *words[WORDS_MOST];
  uint32_t n = 0;
  while (rest.p != NULL && n < WORDS_MOST) {
    str_split(&rest, ' ', &word);
    if (word.n == 0) continue;
    words[n] = str_dup(&cli->arena, word);
    if (words[n++] == NULL) return error_no_memory(err);
  }
  *out = (struct imp_line){.number = 1, .code = n > 0 ? words[0] : "", .value = "10000"};
  for (uint32_t i = 1; i < n; i += 2) {
    const char *value = i + 1 < n ? words[i + 1] : "";
    if (strcmp(words[i], "from") == 0)
      out->from = value;
    else if (strcmp(words[i], "into") == 0)
      out->into = value;
    else if (strcmp(words[i], "on") == 0)
      out->on = value;
    else if (strcmp(words[i], "value") == 0)
      out->value = value;
    else
      return cli_usage(cli, err, "--line wants \"CODE from CN on DATE value 10000\", not \"%s\"",
                       text);
  }
  return IMP_OK;
}

static enum imp_status ask_lines(struct cli *cli, struct run *r, struct imp_error *err) {
  const struct cli_values *given = &cli->args->options[OPTION_BRANCH_LINE];
  struct imp_query brief = cli->query;
  enum imp_status status = IMP_OK;
  brief.brief = brief.additional = true;
  for (uint32_t i = 0; i < given->count && i < LINES_MOST && status == IMP_OK; i++) {
    struct imp_line line;
    status = read_words(cli, given->items[i], &line, err);
    if (status == IMP_OK) status = imp_duty(cli->law, &brief, &line, &r->answers[i], err);
    if (status != IMP_OK) break;
    r->lines[r->count++] =
        (struct imp_branch_line){given->items[i], imp_assessment_answer(r->answers[i])};
  }
  return status;
}

int verb_branch(struct cli *cli, struct imp_error *err) {
  struct run r = {0};
  struct imp_text text = {0};
  const char *question = cli->args->word_count > 0 ? cli->args->words[0] : NULL;
  enum imp_status status = IMP_OK;
  if (cli->args->word_count > 1)
    status = cli_usage(cli, err, "\"%s\" is one word too many", cli->args->words[1]);
  if (status == IMP_OK) status = study_report(cli, NULL, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = imp_branch_open(cli->law, &cli->query, question, &r.branch, err);
  if (status == IMP_OK) status = ask_lines(cli, &r, err);
  if (status == IMP_OK)
    status = imp_report_branch(cli->law, &cli->query, r.branch, r.lines, r.count,
                               cli_value(cli->args, OPTION_ODDS), &cli->report, &text, err);
  if (status == IMP_OK) status = study_write(cli, &text, err);
  for (uint32_t i = 0; i < LINES_MOST; i++) imp_assessment_free(r.answers[i]);
  imp_branch_free(r.branch);
  imp_text_free(&text);
  return (int)status;
}
