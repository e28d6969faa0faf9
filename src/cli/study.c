// SPDX-License-Identifier: Apache-2.0
// See study.h.
#include "cli/study.h"

#include <string.h>
#include <unistd.h>

#include "cli/lines.h"

enum imp_status study_line(struct cli *cli, struct imp_line *out, struct imp_error *err) {
  enum imp_status status = cli_read_line(cli, out, err);
  if (out->value == NULL) out->value = "10000";
  return status;
}

/* ---- a file ---------------------------------------------------------------------------------------------- */

enum { BAD_SHOWN = 20 /* lines that are named */, EACH_SAID = 2000 };

struct reading {
  const char *file;
  study_lacks *lacks;
  study_each *each;
  void *user;
  uint32_t *bad;
  bool says; /* how far it is: on a terminal, where nothing else is written meanwhile */
  uint32_t lines, said;
};

static void say_progress(struct reading *r) {
  if (++r->lines < r->said + EACH_SAID || !r->says) return;
  r->said = r->lines;
  fprintf(stderr, "\r  %u lines", (unsigned)r->said);
}

/* Before anything else is said there. */
static void wipe_progress(const struct reading *r) {
  if (r->said > 0) fprintf(stderr, "\r%20s\r", "");
}

static enum imp_status take_line(void *user, const struct imp_line *line, uint64_t at,
                                 const char *wrong, struct imp_error *err) {
  struct reading *r = user;
  say_progress(r);
  if (wrong == NULL && (r->lacks == NULL || !r->lacks(r->user, line)))
    return r->each(r->user, line, err);
  if (wrong == NULL) wrong = "there is no day of entry: add a column for it, or --on DATE";
  if (++*r->bad > BAD_SHOWN) return IMP_OK;
  wipe_progress(r);
  fprintf(stderr, "impost: %s:%llu: left out: %s\n", r->file, (unsigned long long)at, wrong);
  return IMP_OK;
}

enum imp_status study_read_file(const char *file, study_lacks *lacks, study_each *each, void *user,
                                bool writes, uint32_t *bad, struct imp_error *err) {
  struct reading r = {.file = strcmp(file, "-") == 0 ? "standard input" : file,
                      .lacks = lacks,
                      .each = each,
                      .user = user,
                      .bad = bad,
                      .says = isatty(STDERR_FILENO) && !(writes && isatty(STDOUT_FILENO))};
  enum imp_status status = lines_read(file, take_line, &r, err);
  wipe_progress(&r);
  if (status == IMP_OK && *bad > BAD_SHOWN)
    fprintf(stderr,
            "impost: %s: %u more lines left out\n"
            "  next: impost duty %s names each of them\n",
            r.file, (unsigned)(*bad - BAD_SHOWN), file);
  return status;
}

/* ---- the report ------------------------------------------------------------------------------------------ */

enum imp_status study_report(struct cli *cli, int *svg, struct imp_error *err) {
  enum cli_option_id id = svg != NULL ? OPTION_PICTURE : OPTION_FORM;
  const char *name = cli_value(cli->args, id), *file = cli_value(cli->args, OPTION_OUTPUT);
  const char *ending = cli_ending(file);
  bool json = cli_has(cli->args, OPTION_JSON);
  if (name != NULL && !cli_is_choice(cli_options[id].argument, name))
    return cli_usage(cli, err, "there is no form \"%s\" here; there are %s", name,
                     cli_options[id].argument);
  if (name != NULL && json && strcmp(name, "json") != 0)
    return cli_usage(cli, err, "-O %s and --json ask for two forms", name);
  if (name == NULL && json) name = "json";
  if (name == NULL && ending != NULL && cli_is_choice(cli_options[id].argument, ending))
    name = ending;
  enum imp_status status = cli_read_report(cli, err);
  cli->report.format = name != NULL && strcmp(name, "json") == 0 ? IMP_JSON : IMP_TEXT;
  if (svg != NULL) *svg = name != NULL && strcmp(name, "svg") == 0;
  if (cli->report.format != IMP_TEXT) cli->report.color = 0;
  return status;
}

enum imp_status study_write(struct cli *cli, struct imp_text *text, struct imp_error *err) {
  enum imp_status status = output_open(&cli->output, cli_value(cli->args, OPTION_OUTPUT), err);
  if (status == IMP_OK) status = output_put(&cli->output, text, err);
  return status == IMP_OK ? output_close(&cli->output, err) : status;
}
