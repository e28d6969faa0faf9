// SPDX-License-Identifier: Apache-2.0
// upcoming: what changes within days to come, in the law or on the lines of a file.

#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "cli/quick.h"
#include "cli/study.h"

struct run {
  struct cli *cli;
  struct imp_upcoming *upcoming;
  struct imp_book *book;
  struct imp_timelines *timelines;
  struct imp_batch *quick;
};

/* "120d", "120" or "120 days". */
static enum imp_status read_within(const struct cli *cli, uint32_t *out, struct imp_error *err) {
  const char *text = cli_value(cli->args, OPTION_WITHIN);
  *out = 120;
  if (text == NULL) return IMP_OK;
  char *end = NULL;
  long n = strtol(text, &end, 10);
  bool known = *end == '\0' || strcmp(end, "d") == 0 || strcmp(end, " days") == 0;
  if (end == text || !known || n < 1 || n > 3660)
    return cli_usage(cli, err, "--within wants days from 1 to 3660 as in 120d, \"%s\" is not that",
                     text);
  *out = (uint32_t)n;
  return IMP_OK;
}

/* Only a part of it, when the user asked for one. */
static enum imp_status keep(struct run *r, struct imp_error *err) {
  const struct cli *cli = r->cli;
  const struct imp_coming_filter filter = {.side = cli_value(cli->args, OPTION_OF_SIDE),
                                           .of = cli_value(cli->args, OPTION_OF_KIND),
                                           .goods = cli_value(cli->args, OPTION_OF_GOODS)};
  bool any = filter.side != NULL || filter.of != NULL || filter.goods != NULL;
  if (any && cli->args->word_count > 0)
    return cli_usage(cli, err,
                     "--side, --kind and --goods pick from what is coming, not from a file");
  return any ? imp_upcoming_keep(cli->law, r->upcoming, &filter, err) : IMP_OK;
}

/* The batch is shared by all lines: what they have in common is worked out once. */
static enum imp_status ask(void *user, const struct imp_line *line, struct imp_assessment **out,
                           struct imp_error *err) {
  struct run *r = user;
  return quick_duty(&r->quick, QUICK_AMOUNTS, r->cli->law, &r->cli->query, line, out, err);
}

static enum imp_status add_line(void *user, const struct imp_line *line, struct imp_error *err) {
  struct run *r = user;
  struct imp_timeline *t = NULL;
  quick_refresh(&r->quick);
  enum imp_status status = imp_timelines_line(r->timelines, line, &t, err);
  if (status == IMP_OK) status = imp_book_add(r->book, line, t, err);
  imp_timeline_free(t);
  return status;
}

static enum imp_status report(struct run *r, const char *file, struct imp_text *text,
                              struct imp_error *err) {
  struct cli *cli = r->cli;
  uint32_t bad = 0;
  if (file == NULL)
    return imp_report_upcoming(cli->law, &cli->query, r->upcoming, &cli->report, text, err);
  enum imp_status status = imp_book_new(&r->book, err);
  if (status == IMP_OK)
    status =
        imp_timelines_open(cli->law, &cli->query, imp_upcoming_on(r->upcoming),
                           imp_upcoming_until(r->upcoming),
                           cli_has(cli->args, OPTION_PLAIN) ? NULL : ask, r, &r->timelines, err);
  if (status == IMP_OK) status = study_read_file(file, NULL, add_line, r, false, &bad, err);
  if (status == IMP_OK)
    status = imp_report_book(cli->law, &cli->query, r->upcoming, r->book, &cli->report, text, err);
  return status;
}

int verb_upcoming(struct cli *cli, struct imp_error *err) {
  struct run r = {.cli = cli};
  struct imp_text text = {0};
  uint32_t within = 0;
  const char *file = cli->args->word_count > 0 ? cli->args->words[0] : NULL;
  enum imp_status status = IMP_OK;
  if (cli->args->word_count > 1)
    status = cli_usage(cli, err, "\"%s\" is one word too many", cli->args->words[1]);
  else if (file != NULL && !cli_is_file(file))
    status = cli_usage(cli, err, "\"%s\" is no file that is there", file);
  if (status == IMP_OK) status = read_within(cli, &within, err);
  if (status == IMP_OK) status = study_report(cli, NULL, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = imp_upcoming(cli->law, &cli->query, within, &r.upcoming, err);
  if (status == IMP_OK) status = keep(&r, err);
  if (status == IMP_OK) status = report(&r, file, &text, err);
  if (status == IMP_OK) status = study_write(cli, &text, err);
  imp_book_free(r.book);
  imp_timelines_free(r.timelines);
  imp_batch_free(r.quick);
  imp_upcoming_free(r.upcoming);
  imp_text_free(&text);
  return (int)status;
}
