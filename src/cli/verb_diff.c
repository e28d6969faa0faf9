// SPDX-License-Identifier: Apache-2.0
// diff: two ways of asking the same thing, and what differs: in the law, on a line, on the lines of a file.

#include <string.h>

#include "base/day.h"
#include "cli/quick.h"
#include "cli/study.h"
#include "impost/branch.h"

enum { LINES_SHOWN = 40 }; /* of a file, as text; JSON has them all */

struct run {
  struct cli *cli;
  struct imp_law *other; /* --against-law */
  struct imp_query queries[2];
  struct imp_side sides[2];
  struct buf words[2];
  struct imp_diff_words names;
  struct imp_diff_sum *sum;
  struct imp_text text;
  uint32_t shown; /* lines of a file */
  struct imp_batch *quick[2];
};

/* ---- the two sides --------------------------------------------------------------------------------------- */

static void say(struct run *r, int side, const char *what, const char *value) {
  buf_printf(&r->words[side], "%s%s %s", r->words[side].n > 0 ? ", " : "", what, value);
}

/* "A..B" cut in two, or one text for both. False: no memory. */
static bool cut(struct cli *cli, enum cli_option_id id, const char *out[2], bool *two) {
  const char *text = cli_value(cli->args, id);
  const char *dots = text != NULL ? strstr(text, "..") : NULL;
  *two = dots != NULL;
  out[0] = out[1] = text;
  if (dots == NULL) return true;
  out[0] = str_dup(&cli->arena, (struct str){text, (size_t)(dots - text)});
  out[1] = dots + 2;
  return out[0] != NULL;
}

static enum imp_status read_days(struct run *r, enum cli_option_id id, const char *out[2],
                                 bool *two, struct imp_error *err) {
  if (!cut(r->cli, id, out, two)) return error_no_memory(err);
  enum imp_status status = IMP_OK;
  for (int i = 0; i < 2 && out[i] != NULL && status == IMP_OK; i++) {
    if (strlen(out[i]) > 10)
      return cli_usage(r->cli, err, "--%s wants %s, \"%s\" is no day", cli_options[id].name,
                       cli_options[id].argument, out[i]);
    status = cli_day(r->cli, id, out[i], &out[i], err);
    if (status == IMP_OK && *two) say(r, i, cli_options[id].name, out[i]);
  }
  return status;
}

static enum imp_status read_basis(struct run *r, bool *two, struct imp_error *err) {
  const char *words[2];
  if (!cut(r->cli, OPTION_BASIS_TWO, words, two)) return error_no_memory(err);
  for (int i = 0; i < 2 && words[i] != NULL; i++) {
    if (!cli_is_choice("collected|legal", words[i]))
      return cli_usage(r->cli, err, "--basis is collected..legal or legal..collected, not \"%s\"",
                       cli_value(r->cli->args, OPTION_BASIS_TWO));
    r->queries[i].basis = strcmp(words[i], "legal") == 0 ? IMP_LEGAL : IMP_COLLECTED;
    if (*two) say(r, i, "basis", words[i]);
  }
  return IMP_OK;
}

/* The picks of --if, with the answers --against gives in place of theirs. */
static enum imp_status read_picks(struct run *r, struct imp_error *err) {
  const struct cli_values *given = &r->cli->args->options[OPTION_IF];
  const struct cli_values *against = &r->cli->args->options[OPTION_AGAINST];
  struct imp_pair *before = arena_array(&r->cli->arena, given->count + 1u, sizeof *before);
  struct imp_pair *after =
      arena_array(&r->cli->arena, given->count + against->count + 1u, sizeof *after);
  if (before == NULL || after == NULL) return error_no_memory(err);
  enum imp_status status = IMP_OK;
  for (uint32_t i = 0; i < given->count && status == IMP_OK; i++) {
    status = cli_pair(r->cli, OPTION_IF, given->items[i], &before[i], err);
    if (status == IMP_OK && against->count > 0) say(r, 0, "if", given->items[i]);
    after[i] = before[i];
  }
  uint32_t count = given->count;
  for (uint32_t i = 0; i < against->count && status == IMP_OK; i++) {
    struct imp_pair p;
    uint32_t at = 0;
    status = cli_pair(r->cli, OPTION_AGAINST, against->items[i], &p, err);
    while (status == IMP_OK && at < count && strcmp(after[at].name, p.name) != 0) at++;
    if (status == IMP_OK) after[at] = p;
    if (status == IMP_OK && at == count) count++;
    if (status == IMP_OK) say(r, 1, "if", against->items[i]);
  }
  r->queries[0].picks = before;
  r->queries[0].pick_count = given->count;
  r->queries[1].picks = after;
  r->queries[1].pick_count = count;
  return status;
}

static enum imp_status open_laws(struct run *r, struct imp_error *err) {
  const char *folder = cli_value(r->cli->args, OPTION_AGAINST_LAW);
  enum imp_status status = cli_open_law(r->cli, err);
  r->sides[0].law = r->sides[1].law = r->cli->law;
  if (status != IMP_OK || folder == NULL) return status;
  char path[PATH_MAX];
  status = imp_law_find(folder, r->cli->argv0, path, sizeof path, err);
  if (status == IMP_OK) status = imp_law_open(path, &r->other, err);
  if (status == IMP_FINDINGS) cli_say_folder(path, err);
  r->sides[1].law = r->other;
  say(r, 0, "law", imp_law_folder(r->cli->law));
  say(r, 1, "law", folder);
  return status;
}

static enum imp_status read_sides(struct run *r, bool *in_force, struct imp_error *err) {
  const char *on[2], *known[2];
  bool two_on = false, two_known = false, two_basis = false;
  enum imp_status status = read_days(r, OPTION_ON_TWO, on, &two_on, err);
  if (status == IMP_OK) status = read_days(r, OPTION_KNOWN_TWO, known, &two_known, err);
  if (status == IMP_OK) status = read_basis(r, &two_basis, err);
  if (status == IMP_OK) status = read_picks(r, err);
  if (status != IMP_OK) return status;
  bool more = cli_has(r->cli->args, OPTION_AGAINST) || cli_has(r->cli->args, OPTION_AGAINST_LAW);
  if (!two_on && !two_known && !two_basis && !more)
    return cli_usage(r->cli, err,
                     "say between what: --on A..B, --known A..B, --basis collected..legal, "
                     "--if Q=A --against Q=B or --against-law FOLDER");
  for (int i = 0; i < 2; i++) {
    r->queries[i].known = known[i];
    r->queries[i].on = on[i];
    r->sides[i].query = &r->queries[i];
    r->sides[i].on = two_on ? on[i] : NULL;
  }
  *in_force = on[0] != NULL || two_basis;
  return open_laws(r, err);
}

/* ---- what is compared ------------------------------------------------------------------------------------- */

static enum imp_status diff_law(struct run *r, bool in_force, struct imp_error *err) {
  struct imp_law_diff *d = NULL;
  enum imp_status status = imp_diff_law(&r->sides[0], &r->sides[1], in_force, &d, err);
  if (status == IMP_OK) status = imp_report_diff_law(d, &r->names, &r->cli->report, &r->text, err);
  imp_law_diff_free(d);
  return status;
}

static enum imp_status diff_line(struct run *r, struct imp_error *err) {
  struct imp_line line;
  struct imp_diff *d = NULL;
  enum imp_status status = study_line(r->cli, &line, err);
  line.into = r->cli->report.into;
  for (int i = 0; i < 2; i++) r->queries[i].additional = true; /* of another place of entry */
  if (status == IMP_OK) status = imp_diff_line(&r->sides[0], &r->sides[1], &line, &d, err);
  if (status == IMP_OK) status = imp_report_diff_line(d, &r->names, &r->cli->report, &r->text, err);
  imp_diff_free(d);
  return status;
}

/* A side whose day nobody said: the line has none, --on has none. It is never guessed. */
static bool lacks_day(void *user, const struct imp_line *line) {
  const struct run *r = user;
  if (line->on != NULL && line->on[0] != '\0') return false;
  for (int i = 0; i < 2; i++)
    if (r->sides[i].on == NULL && r->sides[i].query->on == NULL) return true;
  return false;
}

/* Each side asked of its batch; --plain of the plain evaluator. */
static enum imp_status ask_both(struct run *r, const struct imp_line *line, struct imp_diff **out,
                                struct imp_error *err) {
  struct imp_assessment *answers[2] = {NULL, NULL};
  enum imp_status status = IMP_OK;
  if (cli_has(r->cli->args, OPTION_PLAIN))
    return imp_diff_line(&r->sides[0], &r->sides[1], line, out, err);
  for (int i = 0; i < 2 && status == IMP_OK; i++) {
    struct imp_line asked = *line;
    if (r->sides[i].on != NULL) asked.on = r->sides[i].on;
    quick_refresh(&r->quick[i]);
    status = quick_duty(&r->quick[i], QUICK_AMOUNTS, r->sides[i].law, r->sides[i].query, &asked,
                        &answers[i], err);
  }
  if (status == IMP_OK) return imp_diff_answers(answers[0], answers[1], out, err);
  imp_assessment_free(answers[0]);
  imp_assessment_free(answers[1]);
  return status;
}

static enum imp_status each_line(void *user, const struct imp_line *line, struct imp_error *err) {
  struct run *r = user;
  struct imp_diff *d = NULL;
  bool text = r->cli->report.format == IMP_TEXT, room = !text || r->shown < LINES_SHOWN;
  enum imp_status status = ask_both(r, line, &d, err);
  if (status == IMP_OK) status = imp_diff_sum_add(r->sum, imp_diff_get(d), err);
  if (status == IMP_OK && imp_diff_get(d)->differs && room && (!text || imp_diff_get(d)->moves))
    status =
        imp_report_diff_row(line, imp_diff_get(d), r->shown++ == 0, &r->cli->report, &r->text, err);
  imp_diff_free(d);
  if (status == IMP_OK) status = output_put(&r->cli->output, &r->text, err);
  return status;
}

/* One of the picks gives the answer before the odds. */
static bool picks_answer(const struct cli *cli, enum cli_option_id id, struct str answer) {
  const struct cli_values *v = &cli->args->options[id];
  for (uint32_t i = 0; i < v->count; i++) {
    const char *equals = strchr(v->items[i], '=');
    if (equals != NULL && str_eq(str_of(equals + 1), answer)) return true;
  }
  return false;
}

/* Expected amounts at the odds of one of the two answers compared. */
static enum imp_status put_odds(struct run *r, struct imp_error *err) {
  const char *odds = cli_value(r->cli->args, OPTION_ODDS);
  if (odds == NULL) return IMP_OK;
  struct str answer = str_sub(str_of(odds), 0, (size_t)(strcspn(odds, "=")));
  bool first = picks_answer(r->cli, OPTION_IF, answer),
       second = picks_answer(r->cli, OPTION_AGAINST, answer);
  if (r->cli->report.format != IMP_TEXT || first == second)
    return cli_usage(r->cli, err,
                     "--odds wants an answer of --if or of --against, and the report as text");
  struct imp_diff_totals t = *imp_diff_sum_totals(r->sum);
  if (second) {
    int64_t before = t.before;
    t.before = t.after;
    t.after = before;
  }
  return imp_report_odds(&t, odds, &r->cli->report, &r->text, err);
}

static enum imp_status diff_file(struct run *r, const char *file, struct imp_error *err) {
  uint32_t bad = 0;
  enum imp_status status = imp_diff_sum_new(r->cli->law, &r->sum, err);
  if (status == IMP_OK)
    status = output_open(&r->cli->output, cli_value(r->cli->args, OPTION_OUTPUT), err);
  if (status == IMP_OK) status = imp_report_diff_begin(&r->names, &r->cli->report, &r->text, err);
  if (status == IMP_OK)
    status = study_read_file(file, lacks_day, each_line, r, r->cli->output.name == NULL, &bad, err);
  if (status == IMP_OK)
    status = imp_report_diff_end(r->sum, r->shown, &r->cli->report, &r->text, err);
  if (status == IMP_OK) status = put_odds(r, err);
  if (status == IMP_OK) status = imp_report_diff_stamp(&r->names, &r->cli->report, &r->text, err);
  if (status == IMP_OK) status = output_put(&r->cli->output, &r->text, err);
  return status == IMP_OK ? output_close(&r->cli->output, err) : status;
}

static enum imp_status check_words(const struct cli *cli, struct imp_error *err) {
  const struct cli_args *a = cli->args;
  if (a->word_count == 1 && !cli_is_file(a->words[0]))
    return cli_usage(cli, err,
                     "\"%s\" is no file that is there; for one line diff wants CODE FROM VALUE",
                     a->words[0]);
  if (a->word_count != 1 && cli_has(a, OPTION_ODDS))
    return cli_usage(cli, err, "--odds is of a FILE; for one line: impost branch --line");
  if (a->word_count == 2)
    return cli_usage(cli, err, "the value is missing: impost diff %s %s VALUE", a->words[0],
                     a->words[1]);
  if (a->word_count > 3)
    return cli_usage(cli, err, "\"%s\" is one word too many; quote words with spaces", a->words[3]);
  return IMP_OK;
}

int verb_diff(struct cli *cli, struct imp_error *err) {
  struct run r = {.cli = cli};
  bool in_force = false;
  enum imp_status status = check_words(cli, err);
  if (status == IMP_OK) status = cli_check_order(cli, err);
  if (status == IMP_OK) status = study_report(cli, NULL, err);
  if (status == IMP_OK) status = cli_check_into(cli, cli->args->word_count != 3, err);
  if (status == IMP_OK) status = read_sides(&r, &in_force, err);
  if (status == IMP_OK && (r.words[0].failed || r.words[1].failed)) status = error_no_memory(err);
  r.names = (struct imp_diff_words){r.words[0].p != NULL ? r.words[0].p : "as asked",
                                    r.words[1].p != NULL ? r.words[1].p : "as asked",
                                    {&r.sides[0], &r.sides[1]},
                                    cli->args->word_count == 0,
                                    cli->report.into};
  uint32_t words = cli->args->word_count;
  if (status == IMP_OK && words == 1) status = diff_file(&r, cli->args->words[0], err);
  if (status == IMP_OK && words == 3) status = diff_line(&r, err);
  if (status == IMP_OK && words == 0) status = diff_law(&r, in_force, err);
  if (status == IMP_OK && words != 1)
    status = imp_report_diff_stamp(&r.names, &cli->report, &r.text, err);
  if (status == IMP_OK && words != 1) status = study_write(cli, &r.text, err);
  imp_batch_free(r.quick[0]);
  imp_batch_free(r.quick[1]);
  imp_diff_sum_free(r.sum);
  imp_law_free(r.other);
  imp_text_free(&r.text);
  buf_free(&r.words[0]);
  buf_free(&r.words[1]);
  return (int)status;
}
