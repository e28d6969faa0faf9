// SPDX-License-Identifier: Apache-2.0
// Help, completion and the manual page from one table: see help.h.

#include "cli/help.h"

#include <string.h>

enum { OPTION_COLUMNS = 38, TITLE_AT = 44, PAGE_COLUMNS = 96 };

/* Text wrapped at the page's width; every line after the first begins at column `at`. */
static void put_wrapped(struct buf *out, int at, const char *text) {
  struct str rest = str_of(text), word;
  int column = at;
  bool first = true;
  while (str_split(&rest, ' ', &word)) {
    if (!first && column + 1 + (int)word.n > PAGE_COLUMNS) {
      buf_putc(out, '\n');
      buf_fill(out, ' ', (size_t)at);
      column = at;
      first = true;
    }
    if (!first) buf_putc(out, ' ');
    column += (int)word.n + !first;
    first = false;
    buf_put(out, word);
  }
  buf_putc(out, '\n');
}

static void put_option_name(struct buf *out, const struct cli_option *o) {
  if (o->letter != 0) buf_printf(out, "-%c, ", o->letter);
  buf_printf(out, "--%s", o->name);
  if (o->argument != NULL) buf_printf(out, " %s", o->argument);
}

static void put_option(struct buf *out, const struct cli_option *o) {
  size_t start = out->n;
  buf_puts(out, "  ");
  put_option_name(out, o);
  int used = (int)(out->n - start);
  if (used + 2 > OPTION_COLUMNS) {
    buf_putc(out, '\n');
    used = 0;
  }
  buf_fill(out, ' ', (size_t)(OPTION_COLUMNS - used));
  put_wrapped(out, OPTION_COLUMNS, o->help);
}

static bool takes(enum cli_verb_id verb, const struct cli_option *o) {
  return (o->verbs & (1u << verb)) != 0;
}

static const struct {
  enum cli_verb_id verb;
  const char *command;
} examples[] = {
    {VERB_DUTY, "impost duty 4202.92.31.31 CN 10000 --on 2025-11-12"},
    {VERB_DUTY, "impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26"},
    {VERB_DUTY, "impost duty 4202.92.31.31 CN 10000 --on 2025-11-02 --known 2025-10-26 "
                "--if us-cn.framework=rejected"},
    {VERB_DUTY, "impost duty lines.csv -O csv -o duties.csv"},
    {VERB_WHY, "impost why 4202.92.31.31 CN 10000 --on 2026-02-21"},
    {VERB_WHY, "impost why lines.csv --line 3"},
    {VERB_ASK, "impost ask 9503.00.00.73 CN 10000 --on 2025-04-12"},
    {VERB_ASK, "impost ask lines.csv"},
    {VERB_SAY, "impost say 4202.92.31.31 CN 10000 --on 2025-11-12"},
    {VERB_SAY, "impost say 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26"},
    {VERB_GOODS, "impost goods rechargeable batteries"},
    {VERB_GOODS, "impost goods 8507.60.00 --on 2025-11-12"},
    {VERB_PLACES, "impost places korea"},
    {VERB_PLACES, "impost places us.column-2 --on 2022-04-09"},
    {VERB_MEASURES, "impost measures 4202.92.31.31 CN --on 2025-11-12"},
    {VERB_TIMELINE, "impost timeline 9503.00.0073 CN"},
    {VERB_TIMELINE, "impost timeline 4202.92.31.31 CN --known 2025-10-26 -o bags.svg"},
    {VERB_UPCOMING, "impost upcoming --within 60d"},
    {VERB_UPCOMING, "impost upcoming lines.csv --known 2025-10-26"},
    {VERB_DIFF, "impost diff --known 2025-11-03..2025-11-05"},
    {VERB_DIFF, "impost diff 9503.00.0073 CN 10000 --on 2025-11-09..2025-11-10"},
    {VERB_DIFF, "impost diff lines.csv --known 2026-02-19..2026-02-21"},
    {VERB_CHECK, "impost check"},
    {VERB_CHECK, "impost check asserts cases --law law"},
    {VERB_FMT, "impost fmt --check law/us/301/list-3.law"},
};

static void put_examples(struct buf *out, enum cli_verb_id verb) {
  bool titled = false;
  for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
    if (examples[i].verb != verb) continue;
    if (!titled) buf_puts(out, "\nExamples\n");
    titled = true;
    buf_printf(out, "  %s\n", examples[i].command);
  }
}

static const char exit_codes[] =
    "\nExit codes\n"
    "  0 every line answered   1 findings of a check   2 wrong words\n"
    "  3 a line refused (with --strict also a range)   4 a line may not enter\n"
    "  5 cannot read or write\n";

void help_verb(enum cli_verb_id verb, struct buf *out) {
  const struct cli_verb *v = &cli_verbs[verb];
  buf_printf(out, "impost %s%s%s\n\n  %s\n", v->name, v->usage[0] != '\0' ? " " : "", v->usage,
             v->title);
  struct str rest = str_of(v->more), line;
  if (rest.n > 0) buf_putc(out, '\n');
  while (rest.n > 0 && str_split(&rest, '\n', &line)) {
    buf_puts(out, "  ");
    buf_put(out, line);
    buf_putc(out, '\n');
  }
  buf_puts(out, "\nOptions\n");
  for (int i = 0; i < OPTION_COUNT; i++)
    if (takes(verb, &cli_options[i])) put_option(out, &cli_options[i]);
  put_examples(out, verb);
  if (verb == VERB_DUTY || verb == VERB_WHY) buf_puts(out, exit_codes);
}

void help_all(struct buf *out) {
  buf_puts(out, "impost: trade law as plain text, computed: what a line owes, why, and what is not "
                "settled\n\n");
  for (int i = 0; i < VERB_COUNT; i++) {
    size_t start = out->n;
    buf_printf(out, "  impost %s %s", cli_verbs[i].name, cli_verbs[i].usage);
    int used = (int)(out->n - start);
    if (used > TITLE_AT - 2) {
      buf_putc(out, '\n');
      used = 0;
    }
    buf_fill(out, ' ', (size_t)(TITLE_AT - used));
    buf_printf(out, "%s\n", cli_verbs[i].title);
  }
  buf_puts(out, "\nTry\n  impost duty 4202.92.31.31 CN 10000 --on 2025-11-12 --known 2025-10-26\n"
                "  impost help duty\n");
}

/* ---- completion ------------------------------------------------------------------------------ */

static void put_verb_options(struct buf *out, enum cli_verb_id verb) {
  for (int i = 0; i < OPTION_COUNT; i++) {
    if (!takes(verb, &cli_options[i])) continue;
    buf_printf(out, " --%s", cli_options[i].name);
    if (cli_options[i].letter != 0) buf_printf(out, " -%c", cli_options[i].letter);
  }
}

static bool has_choices(const struct cli_option *o) {
  return o->argument != NULL && strchr(o->argument, '|') != NULL;
}

static void put_choices(struct buf *out, const struct cli_option *o) {
  struct str rest = str_of(o->argument), part;
  while (str_split(&rest, '|', &part)) {
    buf_putc(out, ' ');
    buf_put(out, part);
  }
}

void help_completion_bash(struct buf *out) {
  buf_puts(out, "# bash completion for impost; made by: impost completion bash\n"
                "_impost() {\n"
                "  local word=${COMP_WORDS[COMP_CWORD]} last=${COMP_WORDS[COMP_CWORD-1]}\n"
                "  local words=\n"
                "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                "    words=\"");
  for (int i = 0; i < VERB_COUNT; i++) buf_printf(out, "%s%s", i > 0 ? " " : "", cli_verbs[i].name);
  buf_puts(out, "\"\n  else\n    case $last in\n");
  for (int i = 0; i < OPTION_COUNT; i++) {
    if (!has_choices(&cli_options[i])) continue;
    buf_printf(out, "    --%s", cli_options[i].name);
    if (cli_options[i].letter != 0) buf_printf(out, "|-%c", cli_options[i].letter);
    buf_puts(out, ") words=\"");
    put_choices(out, &cli_options[i]);
    buf_puts(out, "\" ;;\n");
  }
  buf_puts(out, "    *)\n      case ${COMP_WORDS[1]} in\n");
  for (int i = 0; i < VERB_COUNT; i++) {
    buf_printf(out, "      %s) words=\"", cli_verbs[i].name);
    put_verb_options(out, (enum cli_verb_id)i);
    buf_puts(out, "\" ;;\n");
  }
  buf_puts(out, "      esac ;;\n    esac\n  fi\n"
                "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
                "}\ncomplete -o default -F _impost impost\n");
}

/* ---- the manual page ------------------------------------------------------------------------- */

/* troff: a hyphen is written \-, a line must not begin with a dot or a quote. */
static void put_troff(struct buf *out, const char *text) {
  if (text[0] == '.' || text[0] == '\'') buf_puts(out, "\\&");
  for (const char *c = text; *c != '\0'; c++) {
    if (*c == '-')
      buf_puts(out, "\\-");
    else if (*c == '\\')
      buf_puts(out, "\\e");
    else
      buf_putc(out, *c);
  }
}

static void man_option(struct buf *out, const struct cli_option *o) {
  struct buf name = {0};
  put_option_name(&name, o);
  buf_puts(out, ".TP\n.B ");
  put_troff(out, name.n > 0 ? name.p : "");
  buf_putc(out, '\n');
  put_troff(out, o->help);
  buf_puts(out, ". Verbs:");
  for (int v = 0; v < VERB_COUNT; v++)
    if (takes((enum cli_verb_id)v, o)) buf_printf(out, " %s", cli_verbs[v].name);
  buf_puts(out, ".\n");
  if (name.failed) out->failed = true;
  buf_free(&name);
}

void help_man(struct buf *out) {
  buf_puts(out,
           ".TH IMPOST 1\n.SH NAME\nimpost \\- trade law as plain text, computed\n.SH SYNOPSIS\n");
  for (int i = 0; i < VERB_COUNT; i++) {
    buf_printf(out, ".B impost %s\n", cli_verbs[i].name);
    if (cli_verbs[i].usage[0] != '\0') put_troff(out, cli_verbs[i].usage), buf_putc(out, '\n');
    buf_puts(out, ".br\n");
  }
  buf_puts(out, ".SH VERBS\n");
  for (int i = 0; i < VERB_COUNT; i++) {
    buf_printf(out, ".TP\n.B %s\n", cli_verbs[i].name);
    put_troff(out, cli_verbs[i].title);
    buf_puts(out, ".\n");
    if (cli_verbs[i].more[0] != '\0') put_troff(out, cli_verbs[i].more), buf_putc(out, '\n');
  }
  buf_puts(out, ".SH OPTIONS\n");
  for (int i = 0; i < OPTION_COUNT; i++) man_option(out, &cli_options[i]);
  buf_puts(out,
           ".SH EXIT STATUS\n0 every line answered, 1 findings of a check, 2 wrong words, 3 a line "
           "refused, "
           "4 a line may not enter, 5 cannot read or write.\n.SH ENVIRONMENT\n"
           "IMPOST_LAW names the folder of law; NO_COLOR takes colour away; IMPOST_TODAY stands in "
           "for the day of the clock in the note that the law is older than today.\n");
}

/* The page of one verb: what help_verb prints, in the sections a manual has. */
void help_man_verb(enum cli_verb_id verb, struct buf *out) {
  const struct cli_verb *v = &cli_verbs[verb];
  buf_puts(out, ".TH IMPOST-");
  for (const char *c = v->name; *c != '\0'; c++) buf_putc(out, (char)(*c - 'a' + 'A'));
  buf_printf(out, " 1\n.SH NAME\nimpost\\-%s \\- ", v->name);
  put_troff(out, v->title);
  buf_printf(out, "\n.SH SYNOPSIS\n.B impost %s\n", v->name);
  if (v->usage[0] != '\0') put_troff(out, v->usage), buf_putc(out, '\n');
  if (v->more[0] != '\0') {
    buf_puts(out, ".SH DESCRIPTION\n");
    put_troff(out, v->more);
    buf_putc(out, '\n');
  }
  buf_puts(out, ".SH OPTIONS\n");
  for (int i = 0; i < OPTION_COUNT; i++)
    if (takes(verb, &cli_options[i])) man_option(out, &cli_options[i]);
  for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
    if (examples[i].verb != verb) continue;
    if (i == 0 || examples[i - 1].verb != verb) buf_puts(out, ".SH EXAMPLES\n.nf\n");
    put_troff(out, examples[i].command);
    buf_putc(out, '\n');
    if (i + 1 == sizeof examples / sizeof *examples || examples[i + 1].verb != verb)
      buf_puts(out, ".fi\n");
  }
  buf_puts(out, ".SH SEE ALSO\n.BR impost (1)\n");
}
