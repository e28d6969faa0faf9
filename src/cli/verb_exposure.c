// SPDX-License-Identifier: Apache-2.0
// exposure: which lines of a file rest on controlled items, or on one origin.

#include "base/num.h"
#include "cli/study.h"
#include "impost/licence.h"

struct run {
  struct cli *cli;
  struct imp_exposure *x;
  struct imp_text text;
  uint64_t lines, controlled, one_origin;
  struct rat value, controlled_value, one_origin_value;
};

static void add(struct rat *sum, struct rat value) {
  struct rat more;
  if (rat_add(*sum, value, &more)) *sum = more;
}

static enum imp_status add_line(void *user, const struct imp_line *line, struct imp_error *err) {
  struct run *r = user;
  const struct imp_exposed *x = NULL;
  struct rat value = RAT_ZERO;
  enum imp_status status = imp_exposure_line(r->x, line, &x, err);
  if (status != IMP_OK) return status;
  if (line->value == NULL || !rat_parse(str_trim(str_of(line->value)), &value)) value = RAT_ZERO;
  r->lines++;
  add(&r->value, value);
  r->controlled += x->controlled;
  r->one_origin += x->one_origin;
  if (x->controlled) add(&r->controlled_value, value);
  if (x->one_origin) add(&r->one_origin_value, value);
  return imp_report_exposed(line, x, &r->cli->report, &r->text, err);
}

static void put_sum(const char *what, uint64_t lines, struct rat value, struct buf *b) {
  int64_t cents = 0;
  buf_printf(b, "    %6llu  ", (unsigned long long)lines);
  if (rat_to_cents_half_up(value, &cents)) money_print(cents, true, b);
  buf_printf(b, "  %s\n", what);
}

static enum imp_status put_sums(struct run *r, struct imp_error *err) {
  struct buf b = {.p = r->text.p, .n = r->text.n, .cap = r->text.cap};
  buf_puts(&b, "\n  Lines, value\n\n");
  put_sum("in the file", r->lines, r->value, &b);
  put_sum("may be entries of export controls", r->controlled, r->controlled_value, &b);
  put_sum("of goods of which half or more comes from that one place", r->one_origin,
          r->one_origin_value, &b);
  buf_puts(&b,
           "\n  Numbers lead to entries and rows and settle nothing; what no row speaks of is not "
           "thereby safe.\n");
  r->text = (struct imp_text){b.p, b.n, b.cap};
  return b.failed ? error_no_memory(err) : IMP_OK;
}

int verb_exposure(struct cli *cli, struct imp_error *err) {
  struct run r = {.cli = cli,
                  .value = RAT_ZERO,
                  .controlled_value = RAT_ZERO,
                  .one_origin_value = RAT_ZERO};
  uint32_t bad = 0;
  enum imp_status status = IMP_OK;
  if (cli->args->word_count != 1) status = cli_usage(cli, err, "exposure wants one file of lines");
  if (status == IMP_OK) status = study_report(cli, NULL, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = imp_exposure_open(cli->law, &cli->query, &r.x, err);
  if (status == IMP_OK)
    status = imp_report_exposure(cli->law, &cli->query, 1, &cli->report, &r.text, err);
  if (status == IMP_OK)
    status = study_read_file(cli->args->words[0], NULL, add_line, &r, false, &bad, err);
  if (status == IMP_OK && cli->report.format == IMP_TEXT) status = put_sums(&r, err);
  if (status == IMP_OK)
    status = imp_report_exposure(cli->law, &cli->query, 0, &cli->report, &r.text, err);
  if (status == IMP_OK) status = study_write(cli, &r.text, err);
  imp_exposure_free(r.x);
  imp_text_free(&r.text);
  return (int)(status == IMP_OK && bad > 0 ? IMP_REFUSED : status);
}
