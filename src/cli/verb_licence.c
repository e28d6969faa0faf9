// SPDX-License-Identifier: Apache-2.0
// licence: whether a thing may leave a place for another.

#include <string.h>

#include "cli/catalogue.h"
#include "cli/study.h"
#include "impost/licence.h"

static enum imp_status read_pairs(struct cli *cli, struct imp_case *c, struct imp_error *err) {
  const struct cli_values *given = &cli->args->options[OPTION_FACT];
  struct imp_pair *facts = arena_array(&cli->arena, given->count + 1u, sizeof *facts);
  if (facts == NULL) return error_no_memory(err);
  for (uint32_t i = 0; i < given->count; i++) {
    enum imp_status status = cli_pair(cli, OPTION_FACT, given->items[i], &facts[i], err);
    if (status != IMP_OK) return status;
  }
  c->facts = facts;
  c->fact_count = given->count;
  c->claims = cli->args->options[OPTION_CLAIM].items;
  c->claim_count = cli->args->options[OPTION_CLAIM].count;
  c->entries = cli->args->options[OPTION_ITEM].items;
  c->entry_count = cli->args->options[OPTION_ITEM].count;
  return IMP_OK;
}

/* All words are the item: impost licence terbium oxide --out-of CN. */
static enum imp_status read_item(struct cli *cli, struct imp_case *c, struct imp_error *err) {
  struct buf b = {0};
  for (uint32_t i = 0; i < cli->args->word_count; i++)
    buf_printf(&b, "%s%s", i > 0 ? " " : "", cli->args->words[i]);
  c->item = buf_keep(&b, &cli->arena);
  return c->item != NULL || cli->args->word_count == 0 ? IMP_OK : error_no_memory(err);
}

/* Of a file: text is counts; a table or JSON lines by -O or the ending of -o. */
static enum imp_status read_form(struct cli *cli, bool file, enum imp_format *out,
                                 struct imp_error *err) {
  static const char *const forms[] = {"text", "json", "jsonl", "csv", "tsv"};
  static const enum imp_format formats[] = {IMP_TEXT, IMP_JSON, IMP_JSONL, IMP_CSV, IMP_TSV};
  const char *name = cli_value(cli->args, OPTION_LICENCE_FORM);
  if (name != NULL && !cli_is_choice(cli_options[OPTION_LICENCE_FORM].argument, name))
    return cli_usage(cli, err, "there is no form \"%s\" here; there are %s", name,
                     cli_options[OPTION_LICENCE_FORM].argument);
  if (name == NULL && cli_has(cli->args, OPTION_JSON)) name = file ? "jsonl" : "json";
  if (name == NULL) name = cli_ending(cli_value(cli->args, OPTION_OUTPUT));
  *out = IMP_TEXT;
  for (int i = 0; i < 5 && name != NULL; i++)
    if (strcmp(name, forms[i]) == 0) *out = formats[i];
  if (!file && (*out == IMP_CSV || *out == IMP_TSV))
    return cli_usage(cli, err, "one item has no form as a table; -O text, json or jsonl");
  enum imp_status status = cli_read_report(cli, err);
  cli->report.format = *out;
  if (*out != IMP_TEXT) cli->report.color = 0;
  return status;
}

static enum imp_status run_one(struct cli *cli, struct imp_case *c, struct imp_error *err) {
  struct imp_licence *l = NULL;
  struct imp_text text = {0};
  enum imp_status status = read_item(cli, c, err);
  if (status == IMP_OK) status = imp_licence(cli->law, &cli->query, c, &l, err);
  if (status == IMP_OK)
    status = imp_report_licence(cli->law, &cli->query, l, &cli->report, &text, err);
  if (status == IMP_OK) status = study_write(cli, &text, err);
  if (status == IMP_OK) status = imp_licence_status(l);
  imp_licence_free(l);
  imp_text_free(&text);
  return status;
}

int verb_licence(struct cli *cli, struct imp_error *err) {
  struct imp_case c = {.out_of = cli_value(cli->args, OPTION_OUT_OF),
                       .into = cli_value(cli->args, OPTION_INTO),
                       .on = cli_value(cli->args, OPTION_ON),
                       .deed = cli_value(cli->args, OPTION_DEED)};
  enum imp_format form = IMP_TEXT;
  const char *file =
      cli->args->word_count == 1 && cli_is_file(cli->args->words[0]) ? cli->args->words[0] : NULL;
  enum imp_status status = read_pairs(cli, &c, err);
  if (status == IMP_OK) status = read_form(cli, file != NULL, &form, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status != IMP_OK) return (int)status;
  return (int)(file != NULL ? catalogue_run(cli, file, &c, form, form == IMP_TEXT, err)
                            : run_one(cli, &c, err));
}
