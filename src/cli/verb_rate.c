// SPDX-License-Identifier: Apache-2.0
// rate: average statutory rates weighted by trade, by day, place, chapter, programme or subheading.

#include <stdlib.h>
#include <string.h>

#include "cli/study.h"
#include "impost/average.h"

static enum imp_status read_by(const struct cli *cli, struct imp_average_options *o,
                               struct imp_error *err) {
  static const char *const words[] = {"day", "place", "chapter", "programme", "hs6"};
  const char *by = cli_value(cli->args, OPTION_RATE_BY);
  o->by = IMP_AVERAGE_BY_DAY;
  if (by == NULL && cli_has(cli->args, OPTION_ON)) o->by = IMP_AVERAGE_BY_PROGRAMME;
  if (by == NULL && o->into != NULL) o->by = IMP_AVERAGE_BY_CHAPTER;
  if (by == NULL) return IMP_OK;
  for (int i = 0; i < 5; i++)
    if (strcmp(by, words[i]) == 0) {
      o->by = (enum imp_average_by)i;
      return IMP_OK;
    }
  return cli_usage(cli, err, "--by is day, place, chapter, programme or hs6, not \"%s\"", by);
}

static enum imp_status check_days(const struct cli *cli, const struct imp_average_options *o,
                                  struct imp_error *err) {
  bool range = o->from != NULL || o->to != NULL;
  if (o->by == IMP_AVERAGE_BY_DAY && o->on != NULL)
    return cli_usage(cli, err, "--by day wants --from and --to, not --on");
  if (o->by != IMP_AVERAGE_BY_DAY && range)
    return cli_usage(cli, err, "--from and --to are of --by day; one day is --on");
  return IMP_OK;
}

static enum imp_status read_form(struct cli *cli, enum imp_average_by by,
                                 enum imp_average_form *out, struct imp_error *err) {
  static const char *const names[] = {"text", "json", "csv", "svg"};
  const char *name = cli_value(cli->args, OPTION_RATE_FORM);
  if (name != NULL && !cli_is_choice(cli_options[OPTION_RATE_FORM].argument, name))
    return cli_usage(cli, err, "there is no form \"%s\" here; there are %s", name,
                     cli_options[OPTION_RATE_FORM].argument);
  if (name == NULL && cli_has(cli->args, OPTION_JSON)) name = "json";
  if (name == NULL && cli_has(cli->args, OPTION_CSV)) name = "csv";
  if (name == NULL) name = cli_ending(cli_value(cli->args, OPTION_OUTPUT));
  *out = IMP_AVERAGE_TEXT;
  for (int i = 0; i < 4 && name != NULL; i++)
    if (strcmp(name, names[i]) == 0) *out = (enum imp_average_form)i;
  if (*out == IMP_AVERAGE_SVG && by != IMP_AVERAGE_BY_DAY)
    return cli_usage(cli, err, "a picture is drawn --by day");
  enum imp_status status = cli_read_report(cli, err);
  cli->report.format = IMP_TEXT;
  if (*out != IMP_AVERAGE_TEXT) cli->report.color = 0;
  return status;
}

static enum imp_status make(struct cli *cli, const struct imp_average_options *o,
                            enum imp_average_form form, struct imp_error *err) {
  struct imp_average *r = NULL;
  struct imp_text text = {0};
  enum imp_status status = imp_average_make(cli->law, &cli->query, o, &r, err);
  if (status == IMP_OK)
    status = imp_report_average(cli->law, &cli->query, r, o, form, &cli->report, &text, err);
  if (status == IMP_OK) status = study_write(cli, &text, err);
  imp_average_free(r);
  imp_text_free(&text);
  return status;
}

int verb_rate(struct cli *cli, struct imp_error *err) {
  const struct cli_args *a = cli->args;
  enum imp_average_form form = IMP_AVERAGE_TEXT;
  struct imp_average_options o = {.into = cli_value(a, OPTION_INTO),
                                  .code = cli_value(a, OPTION_CODE),
                                  .places = a->options[OPTION_PLACE].items,
                                  .place_count = a->options[OPTION_PLACE].count,
                                  .use = cli_value(a, OPTION_USE)};
  enum imp_status status = IMP_OK;
  if (a->word_count > 0) status = cli_usage(cli, err, "rate takes no word: \"%s\"", a->words[0]);
  if (status == IMP_OK) status = cli_stretch(cli, &o.from, &o.to, err);
  if (status == IMP_OK) status = cli_day(cli, OPTION_ON, cli_value(a, OPTION_ON), &o.on, err);
  if (status == IMP_OK) status = read_by(cli, &o, err);
  if (status == IMP_OK) status = check_days(cli, &o, err);
  if (status == IMP_OK) status = read_form(cli, o.by, &form, err);
  if (status == IMP_OK) status = cli_jobs(cli, &o.jobs, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = make(cli, &o, form, err);
  return (int)status;
}
