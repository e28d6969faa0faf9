// SPDX-License-Identifier: Apache-2.0
// The program: reads its words, hands them to a verb, tells what went wrong, and leaves with its code.

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/file.h"
#include "cli/cli.h"
#include "cli/columns.h"
#include "cli/help.h"

typedef int verb_function(struct cli *cli, struct imp_error *err);

static verb_function *const functions[VERB_COUNT] = {
    [VERB_DUTY] = verb_duty,
    [VERB_WHY] = verb_duty,
    [VERB_ASK] = verb_ask,
    [VERB_SAY] = verb_say,
    [VERB_PANEL] = verb_panel,
    [VERB_RATE] = verb_rate,
    [VERB_EXPOSURE] = verb_exposure,
    [VERB_COVERAGE] = verb_coverage,
    [VERB_LICENCE] = verb_licence,
    [VERB_MODEL] = verb_model,
    [VERB_GOODS] = verb_goods,
    [VERB_PLACES] = verb_places,
    [VERB_DOCTOR] = verb_doctor,
    [VERB_MEASURES] = verb_measures,
    [VERB_CHECK] = verb_check,
    [VERB_FMT] = verb_fmt,
    [VERB_HELP] = verb_help,
    [VERB_VERSION] = verb_version,
    [VERB_COMPLETION] = verb_completion,
    [VERB_MAN] = verb_man,
    [VERB_IMPORT] = verb_import,
    [VERB_TIMELINE] = verb_timeline,
    [VERB_UPCOMING] = verb_upcoming,
    [VERB_DIFF] = verb_diff,
    [VERB_TALKS] = verb_talks,
    [VERB_PLEDGE] = verb_pledge,
    [VERB_PORTFEE] = verb_portfee,
    [VERB_BRANCH] = verb_branch,
    [VERB_READ] = verb_read,
    [VERB_DESK] = verb_desk,
    [VERB_PROPOSE] = verb_propose,
};

/* Words of these verbs may be files of lines; those of the others are names, whatever folder is called the same. */
static bool verb_reads(enum cli_verb_id verb) {
  return verb == VERB_DUTY || verb == VERB_WHY || verb == VERB_ASK || verb == VERB_UPCOMING ||
         verb == VERB_DIFF || verb == VERB_EXPOSURE || verb == VERB_LICENCE || verb == VERB_FMT ||
         verb == VERB_READ;
}

/* A word that is a folder where a file is wanted, and a file that its own answer would replace. */
static enum imp_status check_files(const struct cli *cli, struct imp_error *err) {
  const struct cli_args *a = cli->args;
  const char *out = cli_value(a, OPTION_OUTPUT);
  bool files = verb_reads(a->verb);
  for (uint32_t i = 0; i < a->word_count && files; i++) {
    if (a->word_count == 1 && file_is_dir(a->words[i]) && a->verb != VERB_READ)
      return error_set(err, IMP_IO, "io.read", "give a file of lines: .csv, .tsv, .jsonl",
                       "%s is a folder", a->words[i]);
    if (out != NULL && output_is_input(out, a->words[i]))
      return error_set(err, IMP_USAGE, "usage.words", "give -o another name",
                       "-o %s names the file that is read; it would be lost", out);
  }
  return IMP_OK;
}

/* Every message says what to do next. */
static const char *next_of(const struct imp_error *err) {
  if (err->next[0] != '\0') return err->next;
  if (err->status == IMP_USAGE) return "impost help";
  if (err->status == IMP_NO_MEMORY) return "ask for fewer lines at once, or on a larger machine";
  return "see that there is room and the right to read and write there";
}

static void print_error(const struct imp_error *err) {
  if (err->message[0] == '\0') return;
  fprintf(stderr, "impost: %s\n", err->message);
  fprintf(stderr, "  next: %s\n", next_of(err));
}

static bool locale_is_utf8(void) {
  setlocale(LC_CTYPE, "");
  const char *codeset = nl_langinfo(CODESET);
  return codeset != NULL && (strcmp(codeset, "UTF-8") == 0 || strcmp(codeset, "utf8") == 0);
}

static int run(struct cli *cli, struct imp_error *err) {
  if (cli_has(cli->args, OPTION_HELP) && cli->args->verb != VERB_HELP) {
    struct buf text = {0};
    help_verb(cli->args->verb, &text);
    fputs(text.n > 0 ? text.p : "", stdout);
    buf_free(&text);
    return 0;
  }
  enum imp_status status = check_files(cli, err);
  if (status == IMP_OK) status = cli_check_ending(cli, err);
  return status == IMP_OK ? functions[cli->args->verb](cli, err) : (int)status;
}

/* What was printed must have reached where it went: a full disk shows itself here at the latest. */
static int flush_output(int code) {
  if (fflush(stdout) == 0 && !ferror(stdout)) return code;
  if (code != IMP_IO && errno != EPIPE)
    fprintf(stderr,
            "impost: cannot write standard output: %s\n"
            "  next: see that there is room and the right to write there\n",
            strerror(errno));
  return IMP_IO;
}

/* Little is asked for ahead, and a table that has grown gives back what it left, so that a long file takes what it holds
 * and not twice of it. Other C libraries than glibc do as they do. */
static void take_small_steps(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 1 << 17);
  mallopt(M_TOP_PAD, 1 << 16);
#endif
}

int main(int argc, char **argv) {
  struct cli_args args;
  struct imp_error err = {0};
  take_small_steps();
  signal(SIGPIPE, SIG_IGN); /* a closed pipe or a full quota is an error of writing, */
  signal(SIGXFSZ, SIG_IGN); /* not an end by signal */
  struct cli cli = {.argv0 = argv[0], .args = &args, .utf8 = locale_is_utf8()};
  int code = (int)cli_parse(argc, argv, &args, &err);
  if (code == IMP_OK) code = run(&cli, &err);
  print_error(&err);
  if (cli.output.written && !cli.output.told)
    fprintf(stderr, "impost: written to %s\n", cli.output.name);
  output_drop(&cli.output);
  columns_forget();
  imp_law_free(cli.law);
  arena_free(&cli.arena);
  cli_args_free(&args);
  code = flush_output(code);
  return code == IMP_NO_MEMORY ? IMP_IO : code;
}
