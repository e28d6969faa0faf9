// SPDX-License-Identifier: Apache-2.0
// Inside of the program: what the verbs share. The program uses the public headers and base alone.
#ifndef IMPOST_CLI_CLI_H
#define IMPOST_CLI_CLI_H

#include "base/day.h"
#include "cli/options.h"
#include "cli/output.h"
#include "impost/duty.h"
#include "impost/law.h"
#include "impost/report.h"

struct cli { /* one run of the program */
  const char *argv0;
  const struct cli_args *args;
  struct arena arena;
  struct imp_law *law; /* after cli_open_law */
  struct imp_query query;
  struct imp_report_options report;
  struct output output;
  const char
      *goods_words; /* after cli_describe: what the code is called, for a sentence; or NULL */
  bool utf8;        /* the locale is UTF-8 */
  bool workbook;    /* the table is written as an Excel workbook */
  bool entries;     /* entry summaries instead of bills: -O 7501 */
};

/* Each verb returns the exit code, or a failing status with err filled: main prints it. */
int verb_duty(struct cli *cli, struct imp_error *err); /* duty and why */
int verb_ask(struct cli *cli, struct imp_error *err);
int verb_say(struct cli *cli, struct imp_error *err);
int verb_measures(struct cli *cli, struct imp_error *err);
int verb_timeline(struct cli *cli, struct imp_error *err);
int verb_upcoming(struct cli *cli, struct imp_error *err);
int verb_diff(struct cli *cli, struct imp_error *err);
int verb_talks(struct cli *cli, struct imp_error *err);
int verb_pledge(struct cli *cli, struct imp_error *err);
int verb_portfee(struct cli *cli, struct imp_error *err);
int verb_branch(struct cli *cli, struct imp_error *err);
int verb_panel(struct cli *cli, struct imp_error *err);
int verb_rate(struct cli *cli, struct imp_error *err);
int verb_exposure(struct cli *cli, struct imp_error *err);
int verb_coverage(struct cli *cli, struct imp_error *err);
int verb_licence(struct cli *cli, struct imp_error *err);
int verb_model(struct cli *cli, struct imp_error *err);
int verb_read(struct cli *cli, struct imp_error *err);
int verb_desk(struct cli *cli, struct imp_error *err);
int verb_propose(struct cli *cli, struct imp_error *err);
int verb_goods(struct cli *cli, struct imp_error *err);
int verb_places(struct cli *cli, struct imp_error *err);
int verb_doctor(struct cli *cli, struct imp_error *err);
int verb_check(struct cli *cli, struct imp_error *err);
int verb_import(struct cli *cli, struct imp_error *err);
int verb_fmt(struct cli *cli, struct imp_error *err);
int verb_help(struct cli *cli, struct imp_error *err);
int verb_version(struct cli *cli, struct imp_error *err);
int verb_completion(struct cli *cli, struct imp_error *err);
int verb_man(struct cli *cli, struct imp_error *err);

/* session.c: from options to what the library wants. */
/* Entries into a place whose ordinary duty is not held are asked one by one: a file of them is refused. Opens the law. */
enum imp_status cli_check_into(struct cli *cli, bool several, struct imp_error *err);
enum imp_status cli_open_law(struct cli *cli, struct imp_error *err);
/* A finding names a file below the folder of law: which folder, and how to see all of them. */
void cli_say_folder(const char *folder, struct imp_error *err);
enum imp_status cli_read_query(struct cli *cli, struct imp_error *err);
/* Format, width, colour; checked against the output's name. */
enum imp_status cli_read_report(struct cli *cli, struct imp_error *err);
/* A day in any of DAY_FORMS, with an hour where one stands behind it, as YYYY-MM-DD; NULL for no text. */
enum imp_status cli_day(struct cli *cli, enum cli_option_id id, const char *text, const char **out,
                        struct imp_error *err);
/* --from and --to, each NULL when not given. */
enum imp_status cli_stretch(struct cli *cli, const char **from, const char **to,
                            struct imp_error *err);
enum imp_status cli_usage(const struct cli *cli, struct imp_error *err, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* "name=value" cut in two; both in the run's arena. */
enum imp_status cli_pair(struct cli *cli, enum cli_option_id id, const char *text,
                         struct imp_pair *out, struct imp_error *err);
/* describe.c: the descriptions of an edition imported on this machine; *goods stays NULL where there are none. */
struct imp_goods;
enum imp_status cli_open_goods(struct cli *cli, struct imp_goods **goods, struct imp_error *err);
/* What the code of one line is called, for its report: as the edition imported says, else the label of its heading.
 * The law must be open. */
enum imp_status cli_describe(struct cli *cli, const char *code, struct imp_error *err);
/* ending.c: the form that the ending of a name says, in small letters ("csv" of OUT.CSV); NULL: it says none. */
const char *cli_ending(const char *file);
/* The form that -o NAME.ENDING says is one of the verb's, and the one asked for. */
/* The option of the verb for forms; OPTION_COUNT: it has none. */
int cli_form_option(enum cli_verb_id verb);
enum imp_status cli_check_ending(const struct cli *cli, struct imp_error *err);
/* A note on stderr when the law was read before today: only where a person reads text. */
void cli_note_age(const struct cli *cli);
/* Today, or the day IMPOST_TODAY says (*given). False: there is none. */
bool cli_today(imp_day *out, bool *given);

/* verb_panel.c: threads of --jobs, as many as cores without it. */
enum imp_status cli_jobs(const struct cli *cli, uint32_t *out, struct imp_error *err);

/* verb_duty.c: the line that CODE FROM VALUE and the options describe, and whether the words are one. */
enum imp_status cli_check_order(const struct cli *cli, struct imp_error *err);
enum imp_status cli_check_line(const struct cli *cli, struct imp_error *err);
enum imp_status cli_read_line(struct cli *cli, struct imp_line *line, struct imp_error *err);
bool cli_is_file(
    const char *word); /* a word that means a file: .csv, .tsv, .jsonl, -, or one that is there */

/* batch.c: all lines of a file. */
int batch_run(struct cli *cli, const char *file, struct imp_error *err);

#endif
