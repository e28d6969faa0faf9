// SPDX-License-Identifier: Apache-2.0
// portfee: fees on a call of a ship at a port.

#include <string.h>

#include "base/error.h"
#include "base/file.h"
#include "cli/ship.h"
#include "cli/study.h"
#include "impost/portfee.h"

enum { FACTS_MOST = 256, SHIP_BYTES = 65536 };

struct ship { /* what is told of it: of the file, then of --fact, which comes later and counts */
  struct imp_pair *facts;
  uint32_t count;
};

static enum imp_status add(struct cli *cli, struct ship *s, struct str name, struct str value,
                           struct imp_error *err) {
  char *n = str_dup(&cli->arena, str_trim(name)), *v = str_dup(&cli->arena, str_trim(value));
  if (n == NULL || v == NULL) return error_no_memory(err);
  for (uint32_t i = 0; i < s->count; i++)
    if (strcmp(s->facts[i].name, n) == 0) {
      s->facts[i].value = v;
      return IMP_OK;
    }
  if (s->count == FACTS_MOST) return cli_usage(cli, err, "a ship has at most %d facts", FACTS_MOST);
  s->facts[s->count++] = (struct imp_pair){n, v};
  return IMP_OK;
}

/* Lines of `fact=value`; what follows '#' and empty lines are passed over. */
static enum imp_status read_ship(struct cli *cli, const char *file, struct ship *s,
                                 struct imp_error *err) {
  struct str bytes, name, value;
  uint32_t number = 0;
  enum ship_line line = SHIP_END;
  enum imp_status status = file_read(&cli->arena, file, SHIP_BYTES, &bytes, err);
  while (status == IMP_OK && (line = ship_next(&bytes, &number, &name, &value)) != SHIP_END) {
    if (line == SHIP_WRONG)
      return cli_usage(cli, err, "%s, line %u: write fact=value", file, (unsigned)number);
    status = add(cli, s, name, value, err);
  }
  return status;
}

static enum imp_status read_call(struct cli *cli, struct imp_call *call, struct imp_error *err) {
  struct ship s = {arena_array(&cli->arena, FACTS_MOST, sizeof *s.facts), 0};
  const struct cli_values *given = &cli->args->options[OPTION_FACT];
  const char *file = cli_value(cli->args, OPTION_SHIP);
  if (s.facts == NULL) return error_no_memory(err);
  enum imp_status status = file != NULL ? read_ship(cli, file, &s, err) : IMP_OK;
  for (uint32_t i = 0; i < given->count && status == IMP_OK; i++) {
    struct imp_pair pair;
    status = cli_pair(cli, OPTION_FACT, given->items[i], &pair, err);
    if (status == IMP_OK) status = add(cli, &s, str_of(pair.name), str_of(pair.value), err);
  }
  if (cli->args->word_count != 1 && status == IMP_OK)
    return cli_usage(cli, err, "portfee wants the place of the port: impost portfee US");
  *call = (struct imp_call){.into = cli->args->word_count ? cli->args->words[0] : NULL,
                            .on = cli_value(cli->args, OPTION_ON),
                            .facts = s.facts,
                            .fact_count = s.count};
  return status;
}

/* 3 where there is no amount: refused, or a fact nobody told decides. */
static int exit_code(const struct imp_call_answer *a) {
  if (a->id != NULL) return 3;
  for (uint32_t i = 0; i < a->outcome_count; i++)
    if (a->outcomes[i].status == IMP_CHARGE_DEPENDS) return 3;
  return 0;
}

int verb_portfee(struct cli *cli, struct imp_error *err) {
  struct imp_portfee *fee = NULL;
  struct imp_text text = {0};
  struct imp_call call;
  int code = 0;
  enum imp_status status = read_call(cli, &call, err);
  if (status == IMP_OK) status = study_report(cli, NULL, err);
  if (status == IMP_OK) status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = imp_portfee(cli->law, &cli->query, &call, &fee, err);
  if (status == IMP_OK)
    status = imp_report_portfee(cli->law, &cli->query, fee, &cli->report, &text, err);
  if (status == IMP_OK) status = study_write(cli, &text, err);
  if (status == IMP_OK) code = exit_code(imp_portfee_answer(fee));
  imp_portfee_free(fee);
  imp_text_free(&text);
  return status == IMP_OK ? code : (int)status;
}
