// SPDX-License-Identifier: Apache-2.0
// fmt: one spelling of law, list and case files: printed, put in place, or only compared.

#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/cli.h"

enum { FILE_MOST = 64 << 20 };

static enum imp_status read_input(struct arena *a, const char *name, struct str *out,
                                  struct imp_error *err) {
  if (strcmp(name, "-") != 0) return file_read(a, name, FILE_MOST, out, err);
  struct buf b = {0};
  char chunk[4096];
  size_t n;
  while ((n = fread(chunk, 1, sizeof chunk, stdin)) > 0 && b.n < FILE_MOST)
    buf_put(&b, (struct str){chunk, n});
  bool ok = !b.failed && str_copy(a, buf_str(&b), out);
  buf_free(&b);
  return ok ? IMP_OK : error_no_memory(err);
}

/* What happens to one formatted file. *differs tells whether it was another spelling. */
static enum imp_status put_file(struct cli *cli, const char *name, struct str before,
                                struct imp_text *after, bool *differs, struct imp_error *err) {
  *differs = !str_eq(before, (struct str){after->p, after->n});
  if (cli_has(cli->args, OPTION_DIFFERS)) {
    if (*differs) printf("%s\n", name);
    return IMP_OK;
  }
  if (!cli_has(cli->args, OPTION_WRITE)) return output_put(&cli->output, after, err);
  if (!*differs) return IMP_OK;
  return file_write_whole(name, (struct str){after->p, after->n}, err);
}

static enum imp_status format_file(struct cli *cli, const char *name, bool *differs,
                                   struct imp_error *err) {
  struct arena a = {0};
  struct str before = {0};
  struct imp_text after = {0};
  enum imp_status status = read_input(&a, name, &before, err);
  if (status == IMP_OK) status = imp_format(before.p, before.n, &after, err);
  if (status == IMP_FINDINGS) {
    fprintf(stderr, "impost: %s: %s\n  next: impost check %s\n", name, err->message, name);
    *err = (struct imp_error){0};
  }
  if (status == IMP_OK) status = put_file(cli, name, before, &after, differs, err);
  imp_text_free(&after);
  arena_free(&a);
  return status;
}

static enum imp_status check_words(const struct cli *cli, struct imp_error *err) {
  bool write = cli_has(cli->args, OPTION_WRITE), differs = cli_has(cli->args, OPTION_DIFFERS);
  if (cli->args->word_count == 0)
    return cli_usage(cli, err, "fmt wants files, or - for standard input");
  if (write && differs) return cli_usage(cli, err, "--write and --check exclude each other");
  if (!write && !differs && cli->args->word_count > 1)
    return cli_usage(cli, err, "fmt prints one file; with more of them say --write or --check");
  for (uint32_t i = 0; write && i < cli->args->word_count; i++)
    if (strcmp(cli->args->words[i], "-") == 0)
      return cli_usage(cli, err, "--write cannot put standard input in place");
  return IMP_OK;
}

int verb_fmt(struct cli *cli, struct imp_error *err) {
  enum imp_status status = check_words(cli, err);
  if (status == IMP_OK) status = output_open(&cli->output, NULL, err);
  enum imp_status worst = status;
  for (uint32_t i = 0; worst <= IMP_FINDINGS && i < cli->args->word_count; i++) {
    bool differs = false;
    status = format_file(cli, cli->args->words[i], &differs, err);
    if (status == IMP_OK && differs && cli_has(cli->args, OPTION_DIFFERS)) status = IMP_FINDINGS;
    if (status != IMP_OK) worst = status;
  }
  if (worst > IMP_FINDINGS) return (int)worst;
  enum imp_status written = output_close(&cli->output, err);
  return (int)(written == IMP_OK ? worst : written);
}
