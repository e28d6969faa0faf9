// SPDX-License-Identifier: Apache-2.0
// branch: what each answer of the open questions moves, and lines in every outcome.

#include <string.h>

#include "base/error.h"
#include "cli/study.h"
#include "impost/branch.h"

enum { WORDS_MOST = 32, LINES_MOST = 16 };

struct run {
  struct cli *cli;
  struct imp_branch *branch;
  struct imp_branch_asked *asked[LINES_MOST];
  struct imp_branch_line lines[LINES_MOST];
  uint32_t count;
};

/* "vehicle-part=no" */
static enum imp_status read_fact(struct cli *cli, const char *text, struct imp_pair *out,
                                 struct imp_error *err) {
  const char *equals = strchr(text, '=');
  if (equals == NULL || equals == text)
    return cli_usage(cli, err, "fact wants NAME=VALUE, \"%s\" is not that", text);
  out->name = str_dup(&cli->arena, (struct str){text, (size_t)(equals - text)});
  out->value = equals + 1;
  return out->name != NULL ? IMP_OK : error_no_memory(err);
}

/* "8507.60.0020 from CN into US on 2025-11-15 value 10000 fact vehicle-part=no": a code, then pairs of words. */
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
  struct imp_pair *facts = arena_array(&cli->arena, WORDS_MOST / 2, sizeof *facts);
  if (facts == NULL) return error_no_memory(err);
  *out = (struct imp_line){.number = 1,
                           .code = n > 0 ? words[0] : "",
                           .value = "10000",
                           .facts = facts};
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
    else if (strcmp(words[i], "fact") == 0) {
      enum imp_status status = read_fact(cli, value, &facts[out->fact_count++], err);
      if (status != IMP_OK) return status;
    } else
      return cli_usage(cli, err, "--line wants \"CODE from CN on DATE value 10000\", not \"%s\"",
                       text);
  }
  return IMP_OK;
}

/* Odds are of the answers that go together, unless they are of one that follows. */
static bool wants_apart(const struct run *r) {
  const char *odds = cli_value(r->cli->args, OPTION_ODDS);
  const char *end = odds != NULL ? strchr(odds, '=') : NULL;
  bool found = odds == NULL;
  for (uint32_t i = 0; end != NULL && i < imp_branch_count(r->branch); i++) {
    const struct imp_branch_question *q = imp_branch_at(r->branch, i);
    for (uint32_t k = 0; q->follows && k < q->answer_count; k++)
      found =
          found || str_eq(str_of(q->answers[k].answer), (struct str){odds, (size_t)(end - odds)});
  }
  return found;
}

static enum imp_status ask_lines(struct run *r, struct imp_error *err) {
  const struct cli *cli = r->cli;
  const struct cli_values *given = &cli->args->options[OPTION_BRANCH_LINE];
  bool apart = wants_apart(r);
  enum imp_status status = IMP_OK;
  for (uint32_t i = 0; i < given->count && i < LINES_MOST && status == IMP_OK; i++) {
    struct imp_line line;
    status = read_words(r->cli, given->items[i], &line, err);
    if (status == IMP_OK)
      status = imp_branch_ask(cli->law, &cli->query, r->branch, &line, apart, &r->asked[i], err);
    if (status == IMP_OK)
      r->lines[r->count++] =
          (struct imp_branch_line){given->items[i], imp_branch_answer_of(r->asked[i])};
  }
  return status;
}

int verb_branch(struct cli *cli, struct imp_error *err) {
  struct run r = {.cli = cli};
  struct imp_text text = {0};
  const char *question = cli->args->word_count > 0 ? cli->args->words[0] : NULL;
  enum imp_status status = IMP_OK;
  if (cli->args->word_count > 1)
    status = cli_usage(cli, err, "\"%s\" is one word too many", cli->args->words[1]);
  if (status == IMP_OK) status = study_report(cli, NULL, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = imp_branch_open(cli->law, &cli->query, question, &r.branch, err);
  if (status == IMP_OK) status = ask_lines(&r, err);
  if (status == IMP_OK)
    status = imp_report_branch(cli->law, &cli->query, r.branch, r.lines, r.count,
                               cli_value(cli->args, OPTION_ODDS), &cli->report, &text, err);
  if (status == IMP_OK) status = study_write(cli, &text, err);
  for (uint32_t i = 0; i < LINES_MOST; i++) imp_branch_asked_free(r.asked[i]);
  imp_branch_free(r.branch);
  imp_text_free(&text);
  return (int)status;
}
