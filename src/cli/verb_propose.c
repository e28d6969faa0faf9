// SPDX-License-Identifier: Apache-2.0
// propose: what reports propose for the law, and what a person decides of it.

#include <limits.h>
#include <string.h>

#include "cli/articles.h"
#include "cli/study.h"
#include "impost/desk.h"

static const char *asked(const struct cli *cli) {
  return cli->args->word_count > 1 ? cli->args->words[1] : "";
}

static struct imp_decision decision(const struct cli *cli) {
  return (struct imp_decision){.proposal = asked(cli),
                               .by = cli_value(cli->args, OPTION_BY_WHOM),
                               .reason = cli_value(cli->args, OPTION_REASON)};
}

static enum imp_status accept(struct cli *cli, struct imp_desk *desk, struct imp_text *text,
                              struct imp_error *err) {
  char path[PATH_MAX];
  const struct cli_args *a = cli->args;
  struct imp_acceptance acceptance = {.decision = decision(cli),
                                      .folder = path,
                                      .cite = cli_value(a, OPTION_CITE),
                                      .said_on = cli_value(a, OPTION_SAID_ON),
                                      .at = cli_value(a, OPTION_AT),
                                      .answer = cli_value(a, OPTION_ANSWER),
                                      .line = cli_value(a, OPTION_STATEMENT),
                                      .condition = cli_value(a, OPTION_PROPOSE_IF),
                                      .review_by = cli_value(a, OPTION_REVIEW_BY),
                                      .dry = cli_has(a, OPTION_DRY_RUN)};
  enum imp_status status =
      imp_law_find(cli_value(a, OPTION_LAW), cli->argv0, path, sizeof path, err);
  return status == IMP_OK ? imp_propose_accept(desk, &acceptance, text, err) : status;
}

/* What was decided, in one line. */
static enum imp_status tell(struct cli *cli, struct imp_desk *desk, const char *what,
                            struct imp_text *text, struct imp_error *err) {
  struct imp_text gist = {0};
  struct buf out = {0};
  enum imp_status status = imp_report_proposal_gist(desk, asked(cli), &cli->report, &gist, err);
  if (status == IMP_OK) buf_printf(&out, "%s proposal %.*s\n", what, (int)gist.n, gist.p);
  imp_text_free(&gist);
  *text = (struct imp_text){out.p, out.n, out.cap};
  return status == IMP_OK && out.failed ? error_no_memory(err) : status;
}

static enum imp_status run(struct cli *cli, struct imp_desk *desk, struct imp_text *text,
                           struct imp_error *err) {
  const char *deed = cli->args->words[0];
  struct imp_decision d = decision(cli);
  if (strcmp(deed, "list") == 0)
    return imp_report_proposals(desk, cli_value(cli->args, OPTION_STATE), &cli->report, text, err);
  if (strcmp(deed, "show") == 0)
    return imp_report_proposal(desk, asked(cli), &cli->report, text, err);
  if (strcmp(deed, "accept") == 0) return accept(cli, desk, text, err);
  bool reopens = strcmp(deed, "reopen") == 0, defers = strcmp(deed, "defer") == 0;
  enum imp_status status =
      reopens ? imp_propose_reopen(desk, &d, err) : imp_propose_refuse(desk, &d, defers, err);
  if (status != IMP_OK) return status;
  return tell(cli, desk, reopens ? "reopened" : defers ? "deferred" : "rejected", text, err);
}

/* Options that belong to accepting alone, and --state that belongs to the list. */
static enum imp_status check_options(const struct cli *cli, const char *deed,
                                     struct imp_error *err) {
  static const enum cli_option_id accepting[] = {OPTION_CITE,      OPTION_SAID_ON,
                                                 OPTION_AT,        OPTION_ANSWER,
                                                 OPTION_STATEMENT, OPTION_PROPOSE_IF,
                                                 OPTION_REVIEW_BY, OPTION_DRY_RUN};
  const char *state = cli_value(cli->args, OPTION_STATE);
  bool reads = cli_is_choice("list|show", deed);
  if (reads && (cli_has(cli->args, OPTION_BY_WHOM) || cli_has(cli->args, OPTION_REASON)))
    return cli_usage(cli, err, "--by and --reason belong to what decides, not to %s", deed);
  if (!reads && cli_has(cli->args, OPTION_JSON))
    return cli_usage(cli, err, "what is decided is told as text: --json belongs to list and show");
  for (size_t i = 0; i < sizeof accepting / sizeof *accepting; i++)
    if (cli_has(cli->args, accepting[i]) && strcmp(deed, "accept") != 0)
      return cli_usage(cli, err, "--%s belongs to accept", cli_options[accepting[i]].name);
  if (state == NULL) return IMP_OK;
  if (strcmp(deed, "list") != 0) return cli_usage(cli, err, "--state belongs to list");
  if (!cli_is_choice(cli_options[OPTION_STATE].argument, state))
    return cli_usage(cli, err, "no proposal is \"%s\"; they are %s", state,
                     cli_options[OPTION_STATE].argument);
  return IMP_OK;
}

static enum imp_status check_words(const struct cli *cli, struct imp_error *err) {
  const struct cli_args *a = cli->args;
  const char *deed = a->word_count > 0 ? a->words[0] : "";
  uint32_t most = strcmp(deed, "list") == 0 ? 1 : 2;
  if (!cli_is_choice("list|show|accept|reject|defer|reopen", deed))
    return cli_usage(cli, err,
                     deed[0] != '\0'
                         ? "\"%s\" is nothing done with proposals; there are list, "
                           "show, accept, reject, defer and reopen"
                         : "say what to do%s: list, show, accept, reject, defer or reopen",
                     deed);
  if (a->word_count > most)
    return cli_usage(cli, err, "\"%s\" is one word too many", a->words[most]);
  if (a->word_count < most)
    return cli_usage(cli, err, "say which proposal to %s: a number of impost propose list", deed);
  if (!cli_is_choice("list|show", deed) && !cli_has(a, OPTION_BY_WHOM))
    return cli_usage(cli, err, "say who decides: --by WHO");
  return check_options(cli, deed, err);
}

int verb_propose(struct cli *cli, struct imp_error *err) {
  struct imp_desk *desk = NULL;
  struct imp_text text = {0};
  enum imp_status status = check_words(cli, err);
  if (status == IMP_OK) status = cli_read_report(cli, err);
  if (status != IMP_OK) return (int)status;
  const char *path = articles_desk(cli), *out = cli_value(cli->args, OPTION_OUTPUT);
  bool reads = cli_is_choice("list|show", cli->args->words[0]);
  if (out != NULL && output_is_input(out, path))
    return (int)cli_usage(cli, err, "-o %s names the desk; it would be lost", out);
  status = imp_desk_open(path, reads ? IMP_DESK_READ : IMP_DESK_WRITE, &desk, err);
  if (status == IMP_OK) status = run(cli, desk, &text, err);
  if (status == IMP_OK && text.n > 0) status = study_write(cli, &text, err);
  imp_text_free(&text);
  imp_desk_free(desk);
  return (int)status;
}
