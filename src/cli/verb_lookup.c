// SPDX-License-Identifier: Apache-2.0
// goods and places: what the tables hold, found by number, word or name.

#include "impost/lookup.h"

#include "base/str.h"
#include "cli/cli.h"

/* All words of the command line as one text. */
static const char *joined(struct cli *cli, struct imp_error *err) {
  struct buf b = {0};
  for (uint32_t i = 0; i < cli->args->word_count; i++)
    buf_printf(&b, "%s%s", i > 0 ? " " : "", cli->args->words[i]);
  const char *text = b.failed ? NULL : str_dup(&cli->arena, buf_str(&b));
  buf_free(&b);
  if (text == NULL) error_no_memory(err);
  return text;
}

static enum imp_status put_text(struct cli *cli, struct imp_text *text, struct imp_error *err) {
  enum imp_status status = output_open(&cli->output, cli_value(cli->args, OPTION_OUTPUT), err);
  if (status == IMP_OK) status = output_put(&cli->output, text, err);
  return status == IMP_OK ? output_close(&cli->output, err) : status;
}

static enum imp_status open_lookup(struct cli *cli, struct imp_lookup **l, struct imp_error *err) {
  enum imp_status status = cli_read_report(cli, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  return status == IMP_OK ? imp_lookup_open(cli->law, l, err) : status;
}

int verb_goods(struct cli *cli, struct imp_error *err) {
  struct imp_lookup *l = NULL;
  struct imp_goods *goods = NULL;
  struct imp_goods_page *page = NULL;
  struct imp_text text = {0};
  if (cli->args->word_count == 0)
    return (int)cli_usage(cli, err, "goods wants words, or a number of 2 to 10 digits");
  const char *asked = joined(cli, err);
  enum imp_status status = asked != NULL ? open_lookup(cli, &l, err) : IMP_NO_MEMORY;
  if (status == IMP_OK) status = cli_open_goods(cli, &goods, err);
  if (status == IMP_OK) status = imp_lookup_goods(l, &cli->query, asked, &page, err);
  if (status == IMP_OK)
    status = imp_report_goods(cli->law, page, goods, asked, &cli->report, &text, err);
  if (status == IMP_OK) status = put_text(cli, &text, err);
  imp_text_free(&text);
  imp_goods_page_free(page);
  imp_goods_free(goods);
  imp_lookup_free(l);
  return (int)status;
}

int verb_places(struct cli *cli, struct imp_error *err) {
  struct imp_lookup *l = NULL;
  struct imp_places_page *page = NULL;
  struct imp_text text = {0};
  const char *asked = joined(cli, err);
  enum imp_status status = asked != NULL ? open_lookup(cli, &l, err) : IMP_NO_MEMORY;
  if (status == IMP_OK) status = imp_lookup_places(l, &cli->query, asked, &page, err);
  if (status == IMP_OK) status = imp_report_places(cli->law, page, &cli->report, &text, err);
  if (status == IMP_OK) status = put_text(cli, &text, err);
  imp_text_free(&text);
  imp_places_page_free(page);
  imp_lookup_free(l);
  return (int)status;
}
