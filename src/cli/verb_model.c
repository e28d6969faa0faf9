// SPDX-License-Identifier: Apache-2.0
// model: outcomes compared in the model of the world.

#include "cli/verb_model.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "cli/study.h"

struct run {
  struct cli *cli;
  struct imp_world *world;
  struct imp_shock *shock;
  struct imp_model *model;
  struct imp_model_options options;
  bool svg;
};

/* ---- words -------------------------------------------------------------------------------------------- */

static enum imp_status read_form(struct run *r, struct imp_error *err) {
  struct cli *cli = r->cli;
  static const struct {
    const char *name;
    enum imp_format format;
  } forms[] = {{"text", IMP_TEXT},
               {"json", IMP_JSON},
               {"csv", IMP_CSV},
               {"tsv", IMP_TSV},
               {"svg", IMP_TEXT}};
  const char *name = cli_value(cli->args, OPTION_MODEL_FORM);
  const char *ending = cli_ending(cli_value(cli->args, OPTION_OUTPUT));
  bool json = cli_has(cli->args, OPTION_JSON);
  if (name != NULL && !cli_is_choice(cli_options[OPTION_MODEL_FORM].argument, name))
    return cli_usage(cli, err, "there is no form \"%s\" here; there are %s", name,
                     cli_options[OPTION_MODEL_FORM].argument);
  if (name != NULL && json && strcmp(name, "json") != 0)
    return cli_usage(cli, err, "-O %s and --json ask for two forms", name);
  if (json) name = "json";
  if (name == NULL && ending != NULL &&
      cli_is_choice(cli_options[OPTION_MODEL_FORM].argument, ending))
    name = ending;
  enum imp_status status = cli_read_report(cli, err);
  for (size_t k = 0; name != NULL && k < sizeof forms / sizeof *forms; k++)
    if (strcmp(forms[k].name, name) == 0) cli->report.format = forms[k].format;
  r->svg = name != NULL && strcmp(name, "svg") == 0;
  return status;
}

static enum imp_status read_count(const struct cli *cli, enum cli_option_id id, unsigned long most,
                                  unsigned long *out, struct imp_error *err) {
  const char *text = cli_value(cli->args, id);
  char *end = NULL;
  if (text == NULL) return IMP_OK;
  unsigned long long n = strtoull(text, &end, 10);
  if (text[0] < '0' || text[0] > '9' || *end != '\0' || n > most)
    return cli_usage(cli, err, "--%s wants a number from 0 to %lu, \"%s\" is not that",
                     cli_options[id].name, most, text);
  *out = (unsigned long)n;
  return IMP_OK;
}

static enum imp_status read_options(struct run *r, struct imp_error *err) {
  const struct cli *cli = r->cli;
  static const char *const closures[] = {"fixed", "removed", "share"};
  const char *deficits = cli_value(cli->args, OPTION_DEFICITS);
  unsigned long draws = 400, seed = 1, threads = 0;
  enum imp_status status = read_count(cli, OPTION_DRAWS, 100000, &draws, err);
  if (status == IMP_OK) status = read_count(cli, OPTION_SEED, UINT32_MAX, &seed, err);
  if (status == IMP_OK) status = read_count(cli, OPTION_JOBS, 64, &threads, err);
  if (status != IMP_OK) return status;
  r->options.draws = (uint32_t)draws;
  r->options.seed = seed;
  r->options.threads = (uint32_t)threads;
  r->options.set = cli_value(cli->args, OPTION_ELASTICITIES);
  r->options.structures = !cli_has(cli->args, OPTION_NO_STRUCTURES);
  if (deficits == NULL) return IMP_OK;
  for (int k = 0; k < 3; k++)
    if (strcmp(closures[k], deficits) == 0) {
      r->options.closure = (enum imp_closure)k;
      return IMP_OK;
    }
  return cli_usage(cli, err, "--deficits is fixed, removed or share, not \"%s\"", deficits);
}

/* ---- data and shock ----------------------------------------------------------------------------------- */

static enum imp_status open_world(struct run *r, struct imp_error *err) {
  const char *file = cli_value(r->cli->args, OPTION_DATA);
  struct str text = {0};
  if (file == NULL) return imp_world_default(&r->world, err);
  enum imp_status status = file_read(&r->cli->arena, file, 64u << 20, &text, err);
  return status == IMP_OK ? imp_world_read(text.p, text.n, file, &r->world, err) : status;
}

static enum imp_status read_shock(struct run *r, struct imp_shock **out, struct imp_error *err) {
  const char *name = cli_value(r->cli->args, OPTION_SHOCK);
  struct str text = {0};
  if (!file_exists(name) && strchr(name, '/') == NULL)
    return imp_shock_named(r->world, name, out, err);
  enum imp_status status = file_read(&r->cli->arena, name, 4u << 20, &text, err);
  return status == IMP_OK ? imp_shock_read(r->world, text.p, text.n, name, out, err) : status;
}

/* The answers of a question, and what a shock says besides of each; or a shock alone. */
static enum imp_status open_shock(struct run *r, struct imp_error *err) {
  struct imp_shock *besides = NULL;
  bool both = cli_has(r->cli->args, OPTION_BRANCH) && cli_has(r->cli->args, OPTION_SHOCK);
  if (!cli_has(r->cli->args, OPTION_BRANCH)) return read_shock(r, &r->shock, err);
  enum imp_status status =
      both ? read_shock(r, &besides, err) : IMP_OK; /* what is wrong in it is told first */
  if (status == IMP_OK) status = model_branch(r->cli, r->world, !both, &r->shock, err);
  if (status == IMP_OK && both) status = imp_shock_join(r->shock, besides, err);
  imp_shock_free(besides);
  return status;
}

static enum imp_status run_model(struct run *r, struct imp_text *text, struct imp_error *err) {
  enum imp_status status = open_shock(r, err);
  const char *odds = cli_value(r->cli->args, OPTION_ODDS);
  if (status == IMP_OK && odds != NULL) status = imp_shock_odds(r->shock, odds, err);
  if (status == IMP_OK) status = imp_model_run(r->world, r->shock, &r->options, &r->model, err);
  if (status == IMP_OK)
    status =
        imp_report_model(r->model, &r->cli->report, r->svg ? IMP_SVG : IMP_NO_PICTURE, text, err);
  return status;
}

/* A shock alone asks nothing of the law: what would choose the law does not go unheard. */
static enum imp_status check_law_words(const struct cli *cli, struct imp_error *err) {
  static const enum cli_option_id ids[] = {OPTION_KNOWN, OPTION_ON, OPTION_PLACE, OPTION_BASIS,
                                           OPTION_IF};
  for (size_t k = 0; k < sizeof ids / sizeof *ids; k++)
    if (cli_has(cli->args, ids[k]) && !cli_has(cli->args, OPTION_BRANCH))
      return cli_usage(cli, err,
                       "--%s is of the law, and nothing is asked of it without --branch QUESTION",
                       cli_options[ids[k]].name);
  return IMP_OK;
}

int verb_model(struct cli *cli, struct imp_error *err) {
  struct run r = {.cli = cli};
  struct imp_text text = {0};
  bool about = cli_has(cli->args, OPTION_ABOUT_DATA);
  enum imp_status status = IMP_OK;
  if (cli->args->word_count > 0)
    status = cli_usage(cli, err, "\"%s\" is one word too many", cli->args->words[0]);
  else if (!about && !cli_has(cli->args, OPTION_SHOCK) && !cli_has(cli->args, OPTION_BRANCH))
    status =
        cli_usage(cli, err,
                  "say what is compared: --shock us.china-100, --shock FILE, or --branch QUESTION");
  if (status == IMP_OK) status = check_law_words(cli, err);
  if (status == IMP_OK) status = read_form(&r, err);
  if (status == IMP_OK) status = read_options(&r, err);
  if (status == IMP_OK) status = open_world(&r, err);
  if (status == IMP_OK && about) status = imp_report_world(r.world, &cli->report, &text, err);
  if (status == IMP_OK && !about) status = run_model(&r, &text, err);
  if (status == IMP_OK) status = study_write(cli, &text, err);
  imp_model_free(r.model);
  imp_shock_free(r.shock);
  imp_world_free(r.world);
  imp_text_free(&text);
  return (int)status;
}
