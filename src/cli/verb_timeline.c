// SPDX-License-Identifier: Apache-2.0
// timeline: the stacked duty of a code and place through time, as text, picture or JSON.

#include "cli/study.h"

static enum imp_status check_words(const struct cli *cli, struct imp_error *err) {
  const struct cli_args *a = cli->args;
  if (a->word_count == 0) return cli_usage(cli, err, "timeline wants CODE FROM");
  if (a->word_count == 1)
    return cli_usage(cli, err, "the country is missing: impost timeline %s FROM", a->words[0]);
  if (a->word_count > 3)
    return cli_usage(cli, err, "\"%s\" is one word too many; quote words with spaces", a->words[3]);
  return IMP_OK;
}

/* A line that is refused on every day was not answered. */
static int exit_code(const struct imp_timeline *t) {
  for (uint32_t i = 0; i < imp_timeline_count(t); i++)
    if (imp_timeline_at(t, i)->answer->status != IMP_LINE_REFUSED) return IMP_OK;
  return IMP_REFUSED;
}

int verb_timeline(struct cli *cli, struct imp_error *err) {
  struct imp_line line;
  struct imp_timeline *t = NULL;
  struct imp_text text = {0};
  struct imp_timeline_report what = {.line = &line};
  enum imp_status status = check_words(cli, err);
  if (status == IMP_OK) status = cli_check_order(cli, err);
  if (status == IMP_OK) status = study_report(cli, &what.svg, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_stretch(cli, &what.from, &what.to, err);
  if (status == IMP_OK) status = study_line(cli, &line, err);
  line.into = cli->report.into = cli_value(cli->args, OPTION_INTO);
  cli->query.additional = true; /* of another place of entry */
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = cli_describe(cli, line.code, err);
  if (status == IMP_OK)
    status = imp_timeline(cli->law, &cli->query, &line, what.from, what.to, &t, err);
  if (status == IMP_OK)
    status = imp_report_timeline(cli->law, &cli->query, t, &what, &cli->report, &text, err);
  if (status == IMP_OK) status = study_write(cli, &text, err);
  int code = status == IMP_OK ? exit_code(t) : (int)status;
  imp_timeline_free(t);
  imp_text_free(&text);
  return code;
}
