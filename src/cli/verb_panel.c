// SPDX-License-Identifier: Apache-2.0
// panel: the rate of every number, place and day, class-coded or as a table of intervals.

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "impost/panel.h"

struct run {
  struct cli *cli;
  uint64_t bytes;
};

enum imp_status cli_jobs(const struct cli *cli, uint32_t *out, struct imp_error *err) {
  const char *text = cli_value(cli->args, OPTION_JOBS);
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  char *end = NULL;
  long n = text != NULL ? strtol(text, &end, 10) : cores;
  if (text != NULL && (end == text || *end != '\0' || n < 1 || n > 64))
    return cli_usage(cli, err, "--jobs is a number from 1 to 64, not \"%s\"", text);
  *out = n < 1 ? 1 : n > 64 ? 64 : (uint32_t)n;
  return IMP_OK;
}

static enum imp_status read_form(const struct cli *cli, bool *csv, struct imp_error *err) {
  const char *name = cli_value(cli->args, OPTION_PANEL_FORM);
  const char *file = cli_value(cli->args, OPTION_OUTPUT);
  const char *form = name != NULL ? name : cli_ending(file);
  if (name != NULL && !cli_is_choice(cli_options[OPTION_PANEL_FORM].argument, name))
    return cli_usage(cli, err, "a panel is binary or csv, not \"%s\"", name);
  *csv = form != NULL && strcmp(form, "csv") == 0;
  const char *by = cli_value(cli->args, OPTION_ROLL);
  if (by != NULL && strcmp(by, "hs6") != 0)
    return cli_usage(cli, err, "a panel is rolled up --by hs6, not \"%s\"", by);
  if (by != NULL && !*csv) return cli_usage(cli, err, "--by hs6 makes a table: -O csv");
  if (!*csv && (file == NULL || strcmp(file, "-") == 0) && isatty(STDOUT_FILENO))
    return cli_usage(cli, err, "a binary panel is not for a terminal: -o FILE, or -O csv");
  return IMP_OK;
}

static enum imp_status put(void *user, const void *bytes, size_t n, struct imp_error *err) {
  struct run *r = user;
  char *room = mem_resize(NULL, n);
  struct imp_text text = {room, n, n};
  if (room == NULL) return error_no_memory(err);
  memcpy(room, bytes, n);
  enum imp_status status = output_put(&r->cli->output, &text, err);
  mem_free(room);
  r->bytes += n;
  return status;
}

static enum imp_status write_panel(struct run *r, const struct imp_panel *p, bool csv,
                                   uint64_t *rows, struct imp_error *err) {
  if (!csv) return imp_panel_write(p, put, r, err);
  return cli_has(r->cli->args, OPTION_ROLL) ? imp_panel_hs6(p, put, r, rows, err)
                                            : imp_panel_csv(p, put, r, rows, err);
}

static void print_summary(const struct run *r, const struct imp_panel *p, bool csv, uint64_t rows) {
  static const char *const words[] = {NULL,      "one rate",  "ranges", "open", "by unit value",
                                      "refused", "prohibited"};
  struct imp_panel_counts n = imp_panel_count(p);
  fprintf(stderr, "impost: %u numbers x %u places x %u days of change: %llu cells\n",
          (unsigned)n.codes, (unsigned)n.places, (unsigned)n.days, (unsigned long long)n.cells);
  fputs("  ", stderr);
  for (int s = IMP_CELL_OK; s < IMP_CELL_STATUSES; s++)
    fprintf(stderr, "%s%llu %s", s > IMP_CELL_OK ? ", " : "", (unsigned long long)n.by_status[s],
            words[s]);
  fprintf(stderr, "; %llu by quantity", (unsigned long long)n.by_quantity);
  fprintf(stderr, "\n  %u classes of numbers, %u of places, %u strips, %u programs",
          (unsigned)n.code_classes, (unsigned)n.place_classes, (unsigned)n.strips,
          (unsigned)n.programs);
  if (csv) fprintf(stderr, ", %llu rows", (unsigned long long)rows);
  fprintf(stderr, ", %llu bytes\n", (unsigned long long)r->bytes);
}

int verb_panel(struct cli *cli, struct imp_error *err) {
  const struct cli_args *a = cli->args;
  struct run r = {.cli = cli};
  struct imp_panel *p = NULL;
  bool csv = false;
  uint64_t rows = 0;
  struct imp_panel_options o = {.code = cli_value(a, OPTION_CODE),
                                .places = a->options[OPTION_PLACE].items,
                                .place_count = a->options[OPTION_PLACE].count,
                                .claims = a->options[OPTION_CLAIM].items,
                                .claim_count = a->options[OPTION_CLAIM].count};
  enum imp_status status = IMP_OK;
  if (a->word_count > 0) status = cli_usage(cli, err, "panel takes no word: \"%s\"", a->words[0]);
  if (status == IMP_OK) status = cli_stretch(cli, &o.from, &o.to, err);
  if (status == IMP_OK) status = read_form(cli, &csv, err);
  if (status == IMP_OK) status = cli_jobs(cli, &o.jobs, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = imp_panel_make(cli->law, &cli->query, &o, &p, err);
  if (status == IMP_OK) status = output_open(&cli->output, cli_value(a, OPTION_OUTPUT), err);
  if (status == IMP_OK) status = write_panel(&r, p, csv, &rows, err);
  if (status == IMP_OK) status = output_close(&cli->output, err);
  if (status == IMP_OK) print_summary(&r, p, csv, rows);
  imp_panel_free(p);
  return (int)status;
}
