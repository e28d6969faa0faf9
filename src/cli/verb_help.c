// SPDX-License-Identifier: Apache-2.0
// help, version, completion, man: what the program says of itself.

#include <string.h>

#include "cli/cli.h"
#include "cli/help.h"

static int print(struct buf *text, struct imp_error *err) {
  int code = text->failed ? (int)error_no_memory(err) : IMP_OK;
  if (code == IMP_OK && text->n > 0 && fwrite(text->p, 1, text->n, stdout) != text->n)
    code = (int)error_set(err, IMP_IO, "io.write",
                          "see that there is room and the right to write there",
                          "cannot write standard output");
  buf_free(text);
  return code;
}

static int find_verb(const char *name) {
  for (int i = 0; i < VERB_COUNT; i++)
    if (strcmp(cli_verbs[i].name, name) == 0) return i;
  return -1;
}

static int no_verb(const char *word, struct imp_error *err) {
  const char *names[VERB_COUNT];
  for (int i = 0; i < VERB_COUNT; i++) names[i] = cli_verbs[i].name;
  const char *near = cli_nearest(word, names, VERB_COUNT);
  return (int)error_set(err, IMP_USAGE, "usage.verb", "impost help", "there is no verb \"%s\"%s%s",
                        word, near != NULL ? "; the nearest is " : "", near != NULL ? near : "");
}

/* ---- what the law asks ------------------------------------------------------------------------ */

static void put_item(struct buf *out, const char *name, const char *text) {
  if (text == NULL || text[0] == '\0') return;
  buf_printf(out, "      %-12s%s\n", name, text);
}

static void put_facts(struct buf *text, const struct imp_facts *facts) {
  for (uint32_t i = 0; i < imp_facts_count(facts); i++) {
    const struct imp_fact *f = imp_facts_at(facts, i);
    bool words = f->values[0] != '\0';
    buf_printf(text, "\n  %s, %s%s%s\n", f->name, f->type, words ? ": " : "", f->values);
    put_item(text, "asks", f->question);
    put_item(text, "presumed", f->otherwise);
    put_item(text, "written", f->written);
  }
}

static int help_facts(struct cli *cli, struct imp_error *err) {
  struct buf text = {0};
  struct imp_facts *facts = NULL, *cases = NULL;
  enum imp_status status = cli_open_law(cli, err);
  if (status == IMP_OK) status = imp_facts(cli->law, &facts, err);
  if (status == IMP_OK) status = imp_case_facts(cli->law, &cases, err);
  if (status == IMP_OK) {
    buf_puts(
        &text,
        "Facts the law asks for. Told with --fact or --claim; in a file in a column fact:NAME,\n"
        "or in the columns facts and claims.\n");
    put_facts(&text, facts);
    buf_puts(&text,
             "\nOf a case of an export control (impost licence), and of a call at a port (impost\n"
             "portfee); how parties, owners and content are written: docs/licence.md.\n");
    put_facts(&text, cases);
  }
  imp_facts_free(facts);
  imp_facts_free(cases);
  return status == IMP_OK ? print(&text, err) : (int)status;
}

static int help_outcomes(struct cli *cli, struct imp_error *err) {
  struct buf text = {0};
  struct imp_outcomes *list = NULL;
  enum imp_status status = cli_read_query(cli, err);
  if (status == IMP_OK) status = cli_open_law(cli, err);
  if (status == IMP_OK) status = imp_outcomes(cli->law, &cli->query, &list, err);
  if (status != IMP_OK) return (int)status;
  const char *known = cli->query.known != NULL ? cli->query.known : imp_law_newest_known(cli->law);
  buf_printf(&text, "Questions of the law, as they stood on %s. --if QUESTION=ANSWER picks.\n",
             known);
  for (uint32_t i = 0; i < imp_outcomes_count(list); i++) {
    const struct imp_outcome *o = imp_outcomes_at(list, i);
    bool open = o->answer == NULL;
    buf_printf(&text, "\n  %s, %s%s%s%s%s\n", o->name, o->state, open ? "" : " as ",
               open ? "" : o->answer, o->by != NULL ? " by " : "", o->by != NULL ? o->by : "");
    put_item(&text, "asks", o->title);
    put_item(&text, "answers", o->answers);
    put_item(&text, "due", o->due);
  }
  imp_outcomes_free(list);
  return print(&text, err);
}

int verb_help(struct cli *cli, struct imp_error *err) {
  struct buf text = {0};
  const char *word = cli->args->word_count == 1 ? cli->args->words[0] : "";
  if (strcmp(word, "facts") == 0) return help_facts(cli, err);
  if (strcmp(word, "outcomes") == 0 || strcmp(word, "questions") == 0)
    return help_outcomes(cli, err);
  if (cli->args->word_count > 1) return (int)cli_usage(cli, err, "help takes one verb");
  if (cli->args->word_count == 0) {
    help_all(&text);
    return print(&text, err);
  }
  int verb = find_verb(cli->args->words[0]);
  if (verb < 0) return no_verb(cli->args->words[0], err);
  help_verb((enum cli_verb_id)verb, &text);
  return print(&text, err);
}

int verb_version(struct cli *cli, struct imp_error *err) {
  struct buf text = {0};
  if (cli->args->word_count > 0) return (int)cli_usage(cli, err, "version takes no words");
  buf_printf(&text, "impost %s\n", IMPOST_VERSION);
  if (cli_open_law(cli, err) == IMP_OK) {
    buf_printf(&text, "law %s\n", imp_law_digest(cli->law));
    buf_printf(&text, "known %s\n", imp_law_newest_known(cli->law));
    buf_printf(&text, "read through %s\n", imp_law_read_through(cli->law));
    return print(&text, err);
  }
  /* The version is known without law; asked for a folder by name, its failure is told. */
  if (!cli_has(cli->args, OPTION_LAW)) *err = (struct imp_error){0};
  int code = print(&text, err);
  return cli_has(cli->args, OPTION_LAW) ? (int)err->status : code;
}

int verb_completion(struct cli *cli, struct imp_error *err) {
  static const struct {
    const char *shell;
    void (*print)(struct buf *out);
  } shells[] = {{"bash", help_completion_bash},
                {"zsh", help_completion_zsh},
                {"fish", help_completion_fish}};
  struct buf text = {0};
  const char *wanted = cli->args->word_count > 0 ? cli->args->words[0] : "bash";
  for (size_t i = 0; cli->args->word_count <= 1 && i < sizeof shells / sizeof *shells; i++) {
    if (strcmp(shells[i].shell, wanted) != 0) continue;
    shells[i].print(&text);
    return print(&text, err);
  }
  return (int)cli_usage(cli, err, "completion is made for bash, zsh and fish");
}

int verb_man(struct cli *cli, struct imp_error *err) {
  struct buf text = {0};
  if (cli->args->word_count > 1) return (int)cli_usage(cli, err, "man takes one verb");
  int verb = cli->args->word_count == 1 ? find_verb(cli->args->words[0]) : 0;
  if (verb < 0) return no_verb(cli->args->words[0], err);
  if (cli->args->word_count == 1)
    help_man_verb((enum cli_verb_id)verb, &text);
  else
    help_man(&text);
  return print(&text, err);
}
