// SPDX-License-Identifier: Apache-2.0
// From options to what the library wants: the query, the form of the report, the law.

#include <langinfo.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/day.h"
#include "cli/cli.h"
#include "cli/columns.h"

enum imp_status cli_usage(const struct cli *cli, struct imp_error *err, const char *format, ...) {
  char next[64];
  struct buf b = {0};
  va_list args;
  va_start(args, format);
  buf_vprintf(&b, format, args);
  va_end(args);
  struct buf n = {0};
  buf_printf(&n, "impost help %s", cli_verbs[cli->args->verb].name);
  size_t size = n.n < sizeof next ? n.n : sizeof next - 1;
  memcpy(next, n.n > 0 ? n.p : "", size);
  next[size] = '\0';
  error_set(err, IMP_USAGE, "usage.words", next, "%s", b.n > 0 ? b.p : "wrong words");
  buf_free(&b);
  buf_free(&n);
  return IMP_USAGE;
}

/* ---- the law --------------------------------------------------------------------------------- */

void cli_say_folder(const char *folder, struct imp_error *err) {
  struct imp_error inner = *err;
  struct buf next = {0};
  buf_printf(&next, "impost check --law %s", folder);
  error_set(err, inner.status, inner.id,
            next.n > 0 && next.n < sizeof err->next ? next.p : "impost check", "%s%s%s", folder,
            folder[strlen(folder) - 1] == '/' ? "" : "/", inner.message);
  buf_free(&next);
}

enum imp_status cli_open_law(struct cli *cli, struct imp_error *err) {
  char folder[PATH_MAX];
  if (cli->law != NULL) return IMP_OK;
  enum imp_status status =
      imp_law_find(cli_value(cli->args, OPTION_LAW), cli->argv0, folder, sizeof folder, err);
  if (status != IMP_OK) return status;
  status = imp_law_open(folder, &cli->law, err);
  if (status == IMP_FINDINGS) cli_say_folder(folder, err);
  bool of_file = cli->args->word_count > 0 && cli_is_file(cli->args->words[0]);
  return status == IMP_OK && of_file ? columns_learn(cli->law, err) : status;
}

enum imp_status cli_check_into(struct cli *cli, bool several, struct imp_error *err) {
  const char *into = cli_value(cli->args, OPTION_INTO);
  cli->report.into = into;
  if (into == NULL || !several) return IMP_OK;
  enum imp_status status = cli_open_law(cli, err);
  if (status != IMP_OK || imp_law_is_home(cli->law, into)) return status;
  bool duty = cli->args->verb == VERB_DUTY || cli->args->verb == VERB_WHY;
  return cli_usage(
      cli, err,
      "--into %s is of one line%s: the ordinary duty there is not encoded, and nothing "
      "is added up",
      into, duty ? ", as text, JSON or a proof" : "");
}

/* ---- the query ------------------------------------------------------------------------------- */

enum imp_status cli_day(struct cli *cli, enum cli_option_id id, const char *text, const char **out,
                        struct imp_error *err) {
  imp_day day;
  int16_t minute;
  struct buf b = {0};
  *out = NULL;
  if (text == NULL) return IMP_OK;
  if (!moment_parse(str_of(text), &day, &minute))
    return cli_usage(cli, err, "--%s wants a day as " DAY_FORMS ", \"%s\" is none",
                     cli_options[id].name, text);
  day_print(day, &b);
  if (minute != CLOCK_UNSTATED) buf_printf(&b, " %02d:%02d", minute / 60, minute % 60);
  *out = buf_keep(&b, &cli->arena);
  return *out != NULL ? IMP_OK : error_no_memory(err);
}

enum imp_status cli_stretch(struct cli *cli, const char **from, const char **to,
                            struct imp_error *err) {
  const char *first = cli_value(cli->args, OPTION_SINCE), *last = cli_value(cli->args, OPTION_TO);
  enum imp_status status = cli_day(cli, OPTION_SINCE, first, from, err);
  return status == IMP_OK ? cli_day(cli, OPTION_TO, last, to, err) : status;
}

static enum imp_status read_day(struct cli *cli, enum cli_option_id id, const char **out,
                                struct imp_error *err) {
  return cli_day(cli, id, cli_value(cli->args, id), out, err);
}

enum imp_status cli_pair(struct cli *cli, enum cli_option_id id, const char *text,
                         struct imp_pair *out, struct imp_error *err) {
  const char *equals = strchr(text, '=');
  if (equals == NULL || equals == text || equals[1] == '\0')
    return cli_usage(cli, err, "--%s wants %s, \"%s\" is not that", cli_options[id].name,
                     cli_options[id].argument, text);
  out->name = str_dup(&cli->arena, (struct str){text, (size_t)(equals - text)});
  out->value = equals + 1;
  return out->name != NULL ? IMP_OK : error_no_memory(err);
}

static enum imp_status read_picks(struct cli *cli, struct imp_error *err) {
  const struct cli_values *given = &cli->args->options[OPTION_IF];
  struct imp_pair *picks = arena_array(&cli->arena, given->count + 1u, sizeof *picks);
  if (picks == NULL) return error_no_memory(err);
  for (uint32_t i = 0; i < given->count; i++) {
    enum imp_status status = cli_pair(cli, OPTION_IF, given->items[i], &picks[i], err);
    if (status != IMP_OK) return status;
  }
  cli->query.picks = picks;
  cli->query.pick_count = given->count;
  return IMP_OK;
}

enum imp_status cli_read_query(struct cli *cli, struct imp_error *err) {
  enum imp_status status = read_day(cli, OPTION_ON, &cli->query.on, err);
  if (status == IMP_OK) status = read_day(cli, OPTION_KNOWN, &cli->query.known, err);
  if (status != IMP_OK) return status;
  const char *basis = cli_value(cli->args, OPTION_BASIS);
  if (basis != NULL && !cli_is_choice(cli_options[OPTION_BASIS].argument, basis))
    return cli_usage(cli, err, "--basis is collected or legal, not \"%s\"", basis);
  cli->query.basis = basis != NULL && strcmp(basis, "legal") == 0 ? IMP_LEGAL : IMP_COLLECTED;
  cli->query.trace = cli->args->verb == VERB_WHY || cli->report.proof;
  return read_picks(cli, err);
}

/* ---- the report ------------------------------------------------------------------------------ */

static const struct {
  const char *name;
  enum imp_format format;
} formats[] = {{"text", IMP_TEXT}, {"json", IMP_JSON}, {"jsonl", IMP_JSONL}, {"csv", IMP_CSV},
               {"tsv", IMP_TSV},   {"xlsx", IMP_CSV}}; /* the same table as a workbook */

static bool find_format(const char *name, enum imp_format *out) {
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    if (strcmp(formats[i].name, name) == 0) {
      *out = formats[i].format;
      return true;
    }
  return false;
}

/* `choices` as the verb's option has them, "text|json". */
static enum imp_status no_form(const struct cli *cli, const char *name, const char *choices,
                               struct imp_error *err) {
  enum { MOST = 12 };
  const char *names[MOST];
  uint32_t count = 0;
  struct arena a = {0};
  struct str rest = str_of(choices), one;
  struct buf list = {0};
  while (count < MOST && str_split(&rest, '|', &one)) {
    buf_printf(&list, "%s%.*s", count > 0 ? ", " : "", (int)one.n, one.p);
    names[count] = str_dup(&a, one);
    if (names[count++] == NULL) list.failed = true;
  }
  if (list.failed) {
    buf_free(&list);
    arena_free(&a);
    return error_no_memory(err);
  }
  const char *near = cli_nearest(name, names, count);
  enum imp_status status =
      cli_usage(cli, err, "there is no form \"%s\"%s%s; there are %s", name,
                near != NULL ? ", the nearest is " : "", near != NULL ? near : "", list.p);
  buf_free(&list);
  arena_free(&a);
  return status;
}

static enum imp_status read_format(struct cli *cli, struct imp_error *err) {
  int option = cli_form_option(cli->args->verb);
  const char *name =
      option < OPTION_COUNT ? cli_value(cli->args, (enum cli_option_id)option) : NULL;
  const char *file = cli_value(cli->args, OPTION_OUTPUT);
  bool json = cli_has(cli->args, OPTION_JSON), proof = cli_has(cli->args, OPTION_PROOF);
  cli->entries = name != NULL && strcmp(name, "7501") == 0;
  if (cli->entries) {
    if (cli->args->verb != VERB_DUTY || proof)
      return cli_usage(cli, err, "-O 7501 is of duty, in text or with --json");
    cli->report.format = json ? IMP_JSON : IMP_TEXT;
    return IMP_OK;
  }
  if (name != NULL && (json || proof) && strcmp(name, json ? "json" : "proof") != 0 &&
      !(proof && (strcmp(name, "json") == 0 || strcmp(name, "jsonl") == 0)))
    return cli_usage(cli, err, "-O %s and --%s ask for two forms", name, json ? "json" : "proof");
  cli->report.proof = proof || (name != NULL && strcmp(name, "proof") == 0);
  if (cli->report.proof || json) cli->report.format = IMP_JSON;
  if (name != NULL && !cli_is_choice(cli_options[option].argument, name))
    return no_form(cli, name, cli_options[option].argument, err);
  if (name != NULL) find_format(name, &cli->report.format);
  const char *ending = json || proof ? NULL : cli_ending(file), *form = name ? name : ending;
  if (name == NULL && ending != NULL) find_format(ending, &cli->report.format);
  cli->workbook = form != NULL && strcmp(form, "xlsx") == 0;
  if (cli->workbook && (file == NULL || strcmp(file, "-") == 0))
    return cli_usage(cli, err, "a workbook wants a name: -o NAME.xlsx");
  bool answers = cli->args->verb == VERB_DUTY || cli->args->verb == VERB_WHY;
  if (cli->workbook && (!answers || cli->args->word_count != 1))
    return cli_usage(cli, err,
                     "a workbook holds the answers of a FILE: impost duty FILE -o NAME.xlsx");
  return IMP_OK;
}

static enum imp_status read_width(struct cli *cli, struct imp_error *err) {
  const char *text = cli_value(cli->args, OPTION_WIDTH);
  if (text == NULL) return IMP_OK;
  char *end = NULL;
  long width = strtol(text, &end, 10);
  if (*end != '\0' || width < 40 || width > 400)
    return cli_usage(cli, err, "--width is a number from 40 to 400, not \"%s\"", text);
  cli->report.width = (int)width;
  return IMP_OK;
}

static bool wants_color(const struct cli *cli) {
  const char *term = getenv("TERM"), *no = getenv("NO_COLOR");
  if (cli_has(cli->args, OPTION_NO_COLOR) || cli_has(cli->args, OPTION_OUTPUT)) return false;
  return (no == NULL || no[0] == '\0') && term != NULL && strcmp(term, "dumb") != 0 &&
         isatty(STDOUT_FILENO);
}

enum imp_status cli_read_report(struct cli *cli, struct imp_error *err) {
  enum imp_status status = read_format(cli, err);
  if (status == IMP_OK) status = read_width(cli, err);
  if (status != IMP_OK) return status;
  cli->report.ascii = cli_has(cli->args, OPTION_ASCII) || !cli->utf8;
  cli->report.color = cli->report.format == IMP_TEXT && wants_color(cli);
  return IMP_OK;
}

/* ---- today ----------------------------------------------------------------------------------- */

/* The only look at the clock. IMPOST_TODAY stands in for it, for tests and for those who want quiet. */
bool cli_today(imp_day *out, bool *given) {
  const char *set = getenv("IMPOST_TODAY");
  *given = set != NULL && set[0] != '\0';
  if (*given) return day_parse(str_of(set), out);
  time_t now = time(NULL);
  struct tm t;
  if (now == (time_t)-1 || gmtime_r(&now, &t) == NULL) return false;
  *out = day_of(t.tm_year + 1900, t.tm_mon + 1, t.tm_mday);
  return true;
}

void cli_note_age(const struct cli *cli) {
  imp_day now, read;
  bool given;
  if (cli->report.format != IMP_TEXT || cli->query.known != NULL || cli->output.name != NULL)
    return;
  const char *through = imp_law_read_through(cli->law);
  if (through == NULL || !day_parse(str_of(through), &read) || !cli_today(&now, &given) ||
      now <= read)
    return;
  if (!given && !isatty(STDOUT_FILENO)) return;
  fprintf(stderr,
          "impost: this law was read through %s, %ld days ago; what came later is not in it\n"
          "  next: ask with --known and --on for a day up to then, or bring the law up to date\n",
          through, (long)now - (long)read);
}
