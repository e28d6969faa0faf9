// SPDX-License-Identifier: Apache-2.0
// licence: whether a thing may leave a place for another.

#include <string.h>

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

int verb_licence(struct cli *cli, struct imp_error *err) {
  struct imp_licence *l = NULL;
  struct imp_text text = {0};
  struct imp_case c = {.out_of = cli_value(cli->args, OPTION_OUT_OF),
                       .into = cli_value(cli->args, OPTION_INTO),
                       .on = cli_value(cli->args, OPTION_ON),
                       .deed = cli_value(cli->args, OPTION_DEED)};
  enum imp_status status = read_item(cli, &c, err);
  if (status == IMP_OK) status = read_pairs(cli, &c, err);
  if (status == IMP_OK) status = study_report(cli, NULL, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = imp_licence(cli->law, &cli->query, &c, &l, err);
  if (status == IMP_OK)
    status = imp_report_licence(cli->law, &cli->query, l, &cli->report, &text, err);
  if (status == IMP_OK) status = study_write(cli, &text, err);
  if (status == IMP_OK) status = imp_licence_status(l);
  imp_licence_free(l);
  imp_text_free(&text);
  return (int)status;
}
