// SPDX-License-Identifier: Apache-2.0
// Completion for zsh and fish from the table of options.def: see help.h. That for bash is in help.c.

#include <string.h>

#include "cli/help.h"

static bool takes(int verb, const struct cli_option *o) {
  return (o->verbs & (1u << verb)) != 0;
}

static bool has_choices(const struct cli_option *o) {
  return o->argument != NULL && strchr(o->argument, '|') != NULL;
}

static bool wants_file(const struct cli_option *o) {
  return o->argument != NULL &&
         (strcmp(o->argument, "FILE") == 0 || strcmp(o->argument, "FOLDER") == 0 ||
          strcmp(o->argument, "LIST") == 0);
}

static void put_choices(struct buf *out, const char *choices) {
  for (const char *c = choices; *c != '\0'; c++) buf_putc(out, *c == '|' ? ' ' : *c);
}

/* Text between single quotes; `special` are letters of the shell's own that get a backslash. */
static void put_quoted(struct buf *out, const char *text, const char *special) {
  for (const char *c = text; *c != '\0'; c++) {
    if (*c == '\'') {
      buf_puts(out, "'\\''");
      continue;
    }
    if (strchr(special, *c) != NULL) buf_putc(out, '\\');
    buf_putc(out, *c == '\n' ? ' ' : *c);
  }
}

/* ---- zsh ------------------------------------------------------------------------------------- */

/* '--basis[what it is]:collected|legal:(collected legal)' */
static void zsh_argument(struct buf *out, const struct cli_option *o) {
  if (o->argument == NULL) return;
  buf_putc(out, ':');
  put_quoted(out, o->argument, ":[]\\");
  buf_putc(out, ':');
  if (has_choices(o)) {
    buf_putc(out, '(');
    put_choices(out, o->argument);
    buf_putc(out, ')');
  } else if (wants_file(o)) {
    buf_puts(out, "_files");
  }
}

static void zsh_spelling(struct buf *out, const struct cli_option *o, const char *name) {
  buf_printf(out, "        '%s%s[", o->times > 1 ? "*" : "", name);
  put_quoted(out, o->help, ":[]\\");
  buf_putc(out, ']');
  zsh_argument(out, o);
  buf_puts(out, "' \\\n");
}

static void zsh_option(struct buf *out, const struct cli_option *o) {
  struct buf name = {0};
  buf_printf(&name, "--%s", o->name);
  zsh_spelling(out, o, name.n > 0 ? name.p : "");
  buf_clear(&name);
  buf_printf(&name, "-%c", o->letter != 0 ? o->letter : '-');
  if (o->letter != 0) zsh_spelling(out, o, name.n > 0 ? name.p : "");
  if (name.failed) out->failed = true;
  buf_free(&name);
}

void help_completion_zsh(struct buf *out) {
  buf_puts(out, "#compdef impost\n"
                "# zsh completion for impost; made by: impost completion zsh\n"
                "_impost() {\n"
                "  local -a verbs\n"
                "  verbs=(\n");
  for (int v = 0; v < VERB_COUNT; v++) {
    buf_printf(out, "    '%s:", cli_verbs[v].name);
    put_quoted(out, cli_verbs[v].title, "\\");
    buf_puts(out, "'\n");
  }
  buf_puts(out, "  )\n"
                "  if (( CURRENT == 2 )); then\n"
                "    _describe verb verbs\n"
                "    return\n"
                "  fi\n"
                "  case $words[2] in\n");
  for (int v = 0; v < VERB_COUNT; v++) {
    buf_printf(out, "    %s)\n      _arguments \\\n", cli_verbs[v].name);
    for (int i = 0; i < OPTION_COUNT; i++)
      if (takes(v, &cli_options[i])) zsh_option(out, &cli_options[i]);
    buf_puts(out, "        '*:word:_files' ;;\n");
  }
  buf_puts(out, "  esac\n"
                "}\n"
                "if [[ $funcstack[1] == _impost ]]; then\n"
                "  _impost \"$@\"\n"
                "else\n"
                "  compdef _impost impost\n"
                "fi\n");
}

/* ---- fish ------------------------------------------------------------------------------------ */

static void fish_option(struct buf *out, const struct cli_option *o) {
  buf_puts(out, "complete -c impost -n '__fish_seen_subcommand_from");
  for (int v = 0; v < VERB_COUNT; v++)
    if (takes(v, o)) buf_printf(out, " %s", cli_verbs[v].name);
  buf_printf(out, "' -l %s", o->name);
  if (o->letter != 0) buf_printf(out, " -s %c", o->letter);
  if (wants_file(o))
    buf_puts(out, " -r");
  else if (o->argument != NULL)
    buf_puts(out, " -x");
  if (has_choices(o)) {
    buf_puts(out, " -a '");
    put_choices(out, o->argument);
    buf_putc(out, '\'');
  }
  buf_puts(out, " -d '");
  for (const char *c = o->help; *c != '\0'; c++) {
    if (*c == '\'' || *c == '\\') buf_putc(out, '\\');
    buf_putc(out, *c == '\n' ? ' ' : *c);
  }
  buf_puts(out, "'\n");
}

void help_completion_fish(struct buf *out) {
  buf_puts(out, "# fish completion for impost; made by: impost completion fish\n");
  for (int v = 0; v < VERB_COUNT; v++) {
    buf_printf(out, "complete -c impost -f -n __fish_use_subcommand -a %s -d '", cli_verbs[v].name);
    for (const char *c = cli_verbs[v].title; *c != '\0'; c++) {
      if (*c == '\'' || *c == '\\') buf_putc(out, '\\');
      buf_putc(out, *c);
    }
    buf_puts(out, "'\n");
  }
  for (int i = 0; i < OPTION_COUNT; i++) fish_option(out, &cli_options[i]);
}
