// SPDX-License-Identifier: Apache-2.0
// duty and why: one line from the command's words, or a file of them (batch.c).

#include <string.h>

#include "base/file.h"
#include "cli/cli.h"
#include "cli/record.h"
#include "impost/entry.h"

bool cli_is_file(const char *word) {
  const char *ending = cli_ending(word);
  return strcmp(word, "-") == 0 || file_exists(word) ||
         (ending != NULL && cli_is_choice("csv|tsv|jsonl|xlsx", ending));
}

/* ---- one line -------------------------------------------------------------------------------- */

/* "100 kg" or "100kg": the unit begins behind the number. */
static enum imp_status read_quantity(struct cli *cli, const char *text, const char **number,
                                     const char **unit, struct imp_error *err) {
  size_t digits = strspn(text, "0123456789.,");
  struct str u = str_trim(str_of(text + digits));
  if (digits == 0 || u.n == 0)
    return cli_usage(cli, err,
                     "--quantity wants a number and a unit as in \"100 kg\", \"%s\" is not that",
                     text);
  *number = str_dup(&cli->arena, (struct str){text, digits});
  *unit = str_dup(&cli->arena, u);
  return *number != NULL && *unit != NULL ? IMP_OK : error_no_memory(err);
}

static enum imp_status read_quantities(struct cli *cli, struct imp_line *line,
                                       struct imp_error *err) {
  const struct cli_values *q = &cli->args->options[OPTION_QUANTITY];
  enum imp_status status = IMP_OK;
  if (q->count > 0) status = read_quantity(cli, q->items[0], &line->quantity, &line->unit, err);
  if (status == IMP_OK && q->count > 1)
    status = read_quantity(cli, q->items[1], &line->quantity2, &line->unit2, err);
  return status;
}

/* A fact has one value: two that differ would be answered by whichever came last. */
static enum imp_status check_fact(struct cli *cli, const struct imp_pair *facts, uint32_t at,
                                  struct imp_error *err) {
  for (uint32_t i = 0; i < at; i++)
    if (strcmp(facts[i].name, facts[at].name) == 0 && strcmp(facts[i].value, facts[at].value) != 0)
      return cli_usage(cli, err, "--fact %s is given twice, as \"%s\" and as \"%s\"",
                       facts[at].name, facts[i].value, facts[at].value);
  return IMP_OK;
}

static enum imp_status read_facts(struct cli *cli, struct imp_line *line, struct imp_error *err) {
  const struct cli_values *given = &cli->args->options[OPTION_FACT];
  struct imp_pair *facts = arena_array(&cli->arena, given->count + 1u, sizeof *facts);
  if (facts == NULL) return error_no_memory(err);
  for (uint32_t i = 0; i < given->count; i++) {
    enum imp_status status = cli_pair(cli, OPTION_FACT, given->items[i], &facts[i], err);
    if (status != IMP_OK) return status;
    struct str word = record_code_word(facts[i].name, str_of(facts[i].value));
    if (word.n > 0) facts[i].value = word.p; /* its end is that of the text it came from */
    status = check_fact(cli, facts, i, err);
    if (status != IMP_OK) return status;
  }
  line->facts = facts;
  line->fact_count = given->count;
  return IMP_OK;
}

enum imp_status cli_read_line(struct cli *cli, struct imp_line *line, struct imp_error *err) {
  *line = (struct imp_line){.number = 1,
                            .code = cli->args->words[0],
                            .from = cli->args->words[1],
                            .value = cli->args->word_count > 2 ? cli->args->words[2] : NULL,
                            .on = cli->query.on,
                            .into = cli_value(cli->args, OPTION_INTO),
                            .claims = cli->args->options[OPTION_CLAIM].items,
                            .claim_count = cli->args->options[OPTION_CLAIM].count};
  enum imp_status status = read_quantities(cli, line, err);
  return status == IMP_OK ? read_facts(cli, line, err) : status;
}

static enum imp_status report_one(struct cli *cli, const struct imp_line *line,
                                  struct imp_report *report, struct imp_text *text,
                                  struct imp_error *err) {
  struct imp_assessment *answer = NULL;
  struct imp_fees *fees = NULL;
  const char *cells[] = {line->code, line->from, line->on != NULL ? line->on : "", line->value};
  enum imp_status status = imp_duty(cli->law, &cli->query, line, &answer, err);
  if (status != IMP_OK) return status;
  status = imp_report_line(report, line, answer, cells, text, err);
  if (status == IMP_OK)
    status = imp_entry_fees(cli->law, &cli->query, line,
                            (const struct imp_assessment *const *)&answer, 1, &fees, err);
  if (status == IMP_OK) status = imp_report_entry(report, "", fees, text, err);
  if (status == IMP_OK) status = imp_report_end(report, text, err);
  imp_fees_free(fees);
  imp_assessment_free(answer);
  return status;
}

/* The same line as an entry summary of its own; the report before it was for its counts. */
static enum imp_status summary_one(struct cli *cli, const struct imp_line *line,
                                   struct imp_text *text, struct imp_error *err) {
  struct imp_entry_summary *s = NULL;
  struct imp_assessment *answer = NULL;
  struct imp_fees *fees = NULL;
  text->n = 0;
  enum imp_status status = imp_duty(cli->law, &cli->query, line, &answer, err);
  if (status == IMP_OK)
    status = imp_entry_fees(cli->law, &cli->query, line,
                            (const struct imp_assessment *const *)&answer, 1, &fees, err);
  if (status == IMP_OK)
    status = imp_entry_summary_begin(cli->law, &cli->query, &cli->report, &s, text, err);
  if (status == IMP_OK) status = imp_entry_summary_line(s, line, answer, NULL, err);
  if (status == IMP_OK)
    status = imp_entry_summary_close(s, line->entry ? line->entry : "", fees, text, err);
  if (status == IMP_OK) status = imp_entry_summary_end(s, text, err);
  imp_entry_summary_free(s);
  imp_fees_free(fees);
  imp_assessment_free(answer);
  return status;
}

static int run_one(struct cli *cli, struct imp_error *err) {
  static const char *const columns[] = {"code", "from", "on", "value"};
  struct imp_line line;
  struct imp_report *report = NULL;
  struct imp_text text = {0};
  enum imp_status status = cli_read_line(cli, &line, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status != IMP_OK) return (int)status;
  cli->report.detail = cli->args->verb == VERB_WHY ? 2 : 1;
  cli->report.columns = columns;
  cli->report.column_count = 4;
  status = cli_describe(cli, line.code, err);
  if (status == IMP_OK)
    status = imp_report_begin(cli->law, &cli->query, &cli->report, &report, &text, err);
  if (status == IMP_OK) status = report_one(cli, &line, report, &text, err);
  if (status == IMP_OK && cli->entries) status = summary_one(cli, &line, &text, err);
  if (status == IMP_OK)
    status = output_open(&cli->output, cli_value(cli->args, OPTION_OUTPUT), err);
  if (status == IMP_OK) status = output_put(&cli->output, &text, err);
  if (status == IMP_OK) status = output_close(&cli->output, err);
  int code =
      status == IMP_OK ? imp_report_exit(report, cli_has(cli->args, OPTION_STRICT)) : (int)status;
  if (status == IMP_OK) cli_note_age(cli);
  imp_report_free(report);
  imp_text_free(&text);
  return code;
}

/* ---- which of the two ------------------------------------------------------------------------ */

/* Digits of a word that is digits and dots alone; 0: it is not. */
static size_t code_digits(const char *word) {
  size_t n = 0;
  for (const char *p = word; *p != '\0'; p++) {
    if (*p != '.' && (*p < '0' || *p > '9')) return 0;
    n += *p != '.';
  }
  return n;
}

/* FROM CODE for CODE FROM: a code has dots or eight digits, a country name none and its number at most four. */
enum imp_status cli_check_order(const struct cli *cli, struct imp_error *err) {
  const struct cli_args *a = cli->args;
  if (a->word_count < 2 || a->word_count > 3) return IMP_OK;
  size_t first = code_digits(a->words[0]), second = code_digits(a->words[1]);
  bool letters = first == 0 && strpbrk(a->words[0], "0123456789") == NULL;
  if ((!letters && (first == 0 || first > 4)) || second < 6 || second > 10) return IMP_OK;
  bool value = a->word_count > 2;
  return cli_usage(cli, err, "the code stands before the country: impost %s %s %s%s%s",
                   cli_verbs[a->verb].name, a->words[1], a->words[0], value ? " " : "",
                   value ? a->words[2] : "");
}

enum imp_status cli_check_line(const struct cli *cli, struct imp_error *err) {
  const struct cli_args *a = cli->args;
  const char *verb = cli_verbs[a->verb].name;
  bool say = a->verb == VERB_SAY; /* of one line alone */
  enum imp_status order = cli_check_order(cli, err);
  if (order != IMP_OK) return order;
  if (a->word_count == 0)
    return cli_usage(cli, err, "%s wants CODE FROM VALUE%s", verb, say ? "" : ", or a FILE");
  if (a->word_count == 1 && say)
    return cli_usage(cli, err, "say is of one line and wants CODE FROM VALUE, not \"%s\" alone",
                     a->words[0]);
  if (a->word_count == 1)
    return cli_usage(cli, err,
                     "\"%s\" is no file that is there; for one line %s wants CODE FROM VALUE",
                     a->words[0], verb);
  if (a->word_count == 2)
    return cli_usage(cli, err, "the value is missing: impost %s %s %s VALUE", verb, a->words[0],
                     a->words[1]);
  if (a->word_count > 3)
    return cli_usage(cli, err, "\"%s\" is one word too many; quote words with spaces", a->words[3]);
  if (cli_has(a, OPTION_LINE)) return cli_usage(cli, err, "--line picks a line of a file");
  return IMP_OK;
}

int verb_duty(struct cli *cli, struct imp_error *err) {
  enum imp_status status = cli_read_report(cli, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status != IMP_OK) return (int)status;
  bool file = cli->args->word_count == 1 && cli_is_file(cli->args->words[0]);
  status = cli_check_into(cli, file || cli->entries, err);
  if (status != IMP_OK) return (int)status;
  cli->query.additional = true;
  if (file) return batch_run(cli, cli->args->words[0], err);
  status = cli_check_line(cli, err);
  return status == IMP_OK ? run_one(cli, err) : (int)status;
}
