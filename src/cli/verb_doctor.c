// SPDX-License-Identifier: Apache-2.0
// doctor: what this program found on this machine, and whether it is in order. Beside the note on the age of the law
// it is the one place that reads the clock.

#include <langinfo.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/day.h"
#include "cli/cli.h"
#include "impost/import.h"
#include "impost/lookup.h"

struct doctor {
  struct cli *cli;
  struct buf out;
  bool ill; /* something is not in order: exit code 1 */
};

static void line(struct doctor *d, const char *label) {
  buf_printf(&d->out, "  %-12s ", label);
}

static void wrong(struct doctor *d, const char *label, const struct imp_error *err) {
  d->ill = true;
  line(d, label);
  buf_printf(&d->out, "NOT IN ORDER: %s\n", err->message);
  if (err->next[0] != '\0') buf_printf(&d->out, "  %-12s next: %s\n", "", err->next);
}

/* ---- the program ------------------------------------------------------------------------------ */

static void put_program(struct doctor *d) {
  buf_printf(&d->out, "\n  impost %s\n\n", IMPOST_VERSION);
  line(d, "built with");
#if defined(__clang__)
  buf_printf(&d->out, "clang %s", __clang_version__);
#else
  buf_printf(&d->out, "gcc %s", __VERSION__);
#endif
#ifdef _CS_GNU_LIBC_VERSION
  char libc[64] = "";
  if (confstr(_CS_GNU_LIBC_VERSION, libc, sizeof libc) > 0) buf_printf(&d->out, ", %s", libc);
#endif
  buf_printf(&d->out, ", %s\n", imp_import_reader());
}

static void put_terminal(struct doctor *d) {
  const char *term = getenv("TERM"), *codeset = nl_langinfo(CODESET);
  line(d, "terminal");
  buf_printf(&d->out, "letters %s, so text is %s; TERM %s; standard output is %s\n",
             codeset != NULL && codeset[0] != '\0' ? codeset : "unknown",
             d->cli->utf8 ? "UTF-8" : "ASCII alone", term != NULL ? term : "not set",
             isatty(STDOUT_FILENO) ? "a terminal" : "no terminal");
}

/* ---- the law ------------------------------------------------------------------------------------ */

static const char *why_there(const struct cli *cli, const char *folder) {
  const char *set = getenv("IMPOST_LAW");
  if (cli_value(cli->args, OPTION_LAW) != NULL) return "named with --law";
  if (set != NULL && set[0] != '\0') return "named by IMPOST_LAW";
  return strncmp(folder, IMPOST_SHARE, strlen(IMPOST_SHARE)) == 0 ? "the installed one"
                                                                  : "beside the program";
}

/* The digest holds for everything an answer rests on; each table has one of its own, to tell which of them differs. */
static void put_tables(struct doctor *d) {
  const char *before = "of tables, ";
  line(d, "");
  for (uint32_t i = 0; i < imp_law_file_count(d->cli->law); i++) {
    struct imp_law_file file;
    imp_law_file(d->cli->law, i, &file);
    size_t n = strlen(file.path);
    if (n < 4 || strcmp(file.path + n - 4, ".tsv") != 0 || strstr(file.path, "tables/")) continue;
    buf_printf(&d->out, "%s%s %.8s", before, file.path, file.sha256);
    before = ", ";
  }
  buf_putc(&d->out, '\n');
}

static void put_age(struct doctor *d) {
  imp_day now, read;
  bool given;
  const char *through = imp_law_read_through(d->cli->law);
  line(d, "known");
  buf_printf(&d->out, "to %s; sources read through %s", imp_law_newest_known(d->cli->law),
             through[0] != '\0' ? through : "no day that is told");
  if (through[0] != '\0' && day_parse(str_of(through), &read) && cli_today(&now, &given)) {
    if (now > read)
      buf_printf(&d->out, ", %ld days ago: what came later is not in it", (long)now - (long)read);
    else
      buf_puts(&d->out, ", not before today");
  }
  buf_putc(&d->out, '\n');
}

static enum imp_status put_counts(struct doctor *d, struct imp_error *err) {
  struct imp_lookup *l = NULL;
  struct imp_counts c;
  enum imp_status status = imp_lookup_open(d->cli->law, &l, err);
  if (status == IMP_OK) status = imp_lookup_counts(l, &c, err);
  if (status == IMP_OK) {
    line(d, "law text");
    buf_printf(&d->out, "%u files: %u measures with %u headings, %u acts, %u lists, %u questions\n",
               c.files, c.measures, c.headings, c.acts, c.lists, c.questions);
    line(d, "tables");
    buf_printf(&d->out, "%u tariff lines, %u ten-digit numbers, %u renumberings, %u places\n",
               c.lines, c.numbers, c.renumberings, c.places);
    line(d, "editions");
    buf_printf(&d->out, "%s to %s\n", c.first_edition, c.last_edition);
    line(d, "labels");
    if (c.labels > 0)
      buf_printf(&d->out, "%u headings\n", c.labels);
    else
      buf_puts(&d->out, "none: the folder has no us/headings.tsv\n");
  }
  imp_lookup_free(l);
  return status;
}

/* The last line that says something: how many findings. */
static struct str last_line(const struct imp_text *text) {
  struct str rest = {text->p, text->n}, part, last = {0};
  while (rest.n > 0 && str_split(&rest, '\n', &part))
    if (str_trim(part).n > 0) last = str_trim(part);
  return last;
}

static void put_checks(struct doctor *d, const char *folder) {
  struct imp_check_options options = {0};
  struct imp_text text = {0};
  struct imp_error err = {0};
  enum imp_status status = imp_check(folder, &options, &text, &err);
  if (status != IMP_OK && status != IMP_FINDINGS) {
    wrong(d, "checks", &err);
  } else {
    struct str said = last_line(&text);
    line(d, "checks");
    if (status == IMP_FINDINGS) d->ill = true;
    buf_puts(&d->out, status == IMP_FINDINGS ? "NOT IN ORDER: " : "in order: ");
    buf_put(&d->out, said);
    buf_putc(&d->out, '\n');
    if (status == IMP_FINDINGS)
      buf_printf(&d->out, "  %-12s next: impost check --law %s\n", "", folder);
  }
  imp_text_free(&text);
}

static void put_law(struct doctor *d) {
  char folder[PATH_MAX];
  struct imp_error err = {0};
  enum imp_status status =
      imp_law_find(cli_value(d->cli->args, OPTION_LAW), d->cli->argv0, folder, sizeof folder, &err);
  if (status != IMP_OK) {
    wrong(d, "law", &err);
    return;
  }
  line(d, "law");
  buf_printf(&d->out, "%s (%s)\n", folder, why_there(d->cli, folder));
  status = imp_law_open(folder, &d->cli->law, &err);
  if (status == IMP_FINDINGS) cli_say_folder(folder, &err);
  if (status == IMP_OK) {
    line(d, "digest");
    buf_printf(&d->out, "%s\n", imp_law_digest(d->cli->law));
    put_tables(d);
    put_age(d);
    status = put_counts(d, &err);
  }
  if (status != IMP_OK) wrong(d, "law", &err);
  put_checks(d, folder);
}

/* ---- descriptions --------------------------------------------------------------------------------- */

static void put_goods(struct doctor *d) {
  struct imp_goods *goods = NULL;
  struct imp_error err = {0};
  line(d, "goods");
  if (imp_goods_open(NULL, &goods, &err) == IMP_OK)
    buf_printf(&d->out, "descriptions of the edition %s, %s\n", imp_goods_edition(goods),
               imp_goods_day(goods));
  else
    buf_puts(&d->out, "no edition imported: labels of headings stand in for descriptions\n");
  imp_goods_free(goods);
}

int verb_doctor(struct cli *cli, struct imp_error *err) {
  struct doctor d = {.cli = cli};
  struct imp_text text = {0};
  if (cli->args->word_count > 0) return (int)cli_usage(cli, err, "doctor takes no words");
  put_program(&d);
  put_law(&d);
  put_goods(&d);
  put_terminal(&d);
  buf_puts(&d.out, d.ill ? "\n  not all is in order\n" : "\n  all is in order\n");
  if (d.out.failed) {
    buf_free(&d.out);
    return (int)error_no_memory(err);
  }
  text = (struct imp_text){.p = d.out.p, .n = d.out.n, .cap = d.out.cap};
  enum imp_status status = output_open(&cli->output, NULL, err);
  if (status == IMP_OK) status = output_put(&cli->output, &text, err);
  if (status == IMP_OK) status = output_close(&cli->output, err);
  imp_text_free(&text);
  return status != IMP_OK ? (int)status : d.ill ? IMP_FINDINGS : IMP_OK;
}
