// SPDX-License-Identifier: Apache-2.0
// The table of verbs and options: read as told, and everything in it stands in help, completion, the man
// page and docs/cli.md.

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "cli/help.c"
#include "cli/options.c"

static struct cli_args args;
static struct imp_error err;

static enum imp_status parse(int argc, const char *const *argv) {
  cli_args_free(&args);
  err = (struct imp_error){0};
  return cli_parse(argc, (char *const *)(uintptr_t)argv, &args, &err);
}

#define PARSE(...)                                                                                 \
  parse((int)(sizeof((const char *const[]){"impost", __VA_ARGS__}) / sizeof(char *)),              \
        (const char *const[]){"impost", __VA_ARGS__})

static int close_down(void **state) {
  (void)state;
  cli_args_free(&args);
  return 0;
}

static void words_and_options_mix(void **state) {
  (void)state;
  assert_int_equal(PARSE("duty", "4202.92.31.31", "--on", "2025-11-12", "CN", "--known=2025-10-26",
                         "10000", "-Ojson", "-o", "x"),
                   IMP_OK);
  assert_int_equal(args.verb, VERB_DUTY);
  assert_int_equal(args.word_count, 3);
  assert_string_equal(args.words[2], "10000");
  assert_string_equal(cli_value(&args, OPTION_ON), "2025-11-12");
  assert_string_equal(cli_value(&args, OPTION_KNOWN), "2025-10-26");
  assert_string_equal(cli_value(&args, OPTION_FORMAT), "json");
  assert_string_equal(cli_value(&args, OPTION_OUTPUT), "x");
  assert_false(cli_has(&args, OPTION_STRICT));
}

static void options_may_repeat_where_they_may(void **state) {
  (void)state;
  assert_int_equal(PARSE("duty", "--if", "a=b", "--if", "c=d", "--quantity", "1 kg",
                         "--quantity=2 m2"),
                   IMP_OK);
  assert_int_equal(args.options[OPTION_IF].count, 2);
  assert_int_equal(args.options[OPTION_QUANTITY].count, 2);
  assert_int_equal(PARSE("duty", "--on", "a", "--on", "b"), IMP_USAGE);
  assert_string_equal(err.message, "--on stands more than once");
  assert_int_equal(PARSE("duty", "--quantity", "1 kg", "--quantity", "1 kg", "--quantity", "1 kg"),
                   IMP_USAGE);
}

static void dashes_end_options(void **state) {
  (void)state;
  assert_int_equal(PARSE("duty", "--", "--on", "-"), IMP_OK);
  assert_int_equal(args.word_count, 2);
  assert_int_equal(PARSE("duty", "-"), IMP_OK);
  assert_string_equal(args.words[0], "-");
}

static void wrong_words_name_the_nearest(void **state) {
  (void)state;
  assert_int_equal(PARSE("duty", "--knwon", "2025-10-26"), IMP_USAGE);
  assert_string_equal(err.message, "impost duty has no option --knwon; the nearest is --known");
  assert_string_equal(err.next, "impost help duty");
  assert_int_equal(PARSE("dutty"), IMP_USAGE);
  assert_string_equal(err.message, "\"dutty\" is no verb; the nearest is duty");
  assert_int_equal(PARSE("4202.92.31.31", "CN", "10000"), IMP_USAGE);
  assert_string_equal(err.next, "impost duty CODE FROM VALUE");
  assert_int_equal(PARSE("check", "--on", "x"), IMP_USAGE);
  assert_int_equal(PARSE("duty", "--on"), IMP_USAGE);
  assert_string_equal(err.message, "--on wants DATE");
  assert_int_equal(PARSE("duty", "--on="), IMP_USAGE);
  assert_int_equal(PARSE("duty", "--strict=yes"), IMP_USAGE);
  assert_int_equal(PARSE("duty", "-x"), IMP_USAGE);
  assert_int_equal(PARSE("xyzzy"), IMP_USAGE);
  assert_string_equal(err.message, "\"xyzzy\" is no verb");
}

static void no_verb_reads_as_help(void **state) {
  (void)state;
  static const char *const alone[] = {"impost"};
  assert_int_equal(parse(1, alone), IMP_OK);
  assert_int_equal(args.verb, VERB_HELP);
  assert_int_equal(PARSE("--version"), IMP_OK);
  assert_int_equal(args.verb, VERB_VERSION);
  assert_int_equal(PARSE("-h"), IMP_OK);
  assert_int_equal(args.verb, VERB_HELP);
}

static void nearest_is_near(void **state) {
  (void)state;
  static const char *const known[] = {"duty", "why", "measures"};
  assert_string_equal(cli_nearest("dtuy", known, 3), "duty");
  assert_string_equal(cli_nearest("measure", known, 3), "measures");
  assert_string_equal(cli_nearest("meas", known, 3), "measures");
  assert_null(cli_nearest("completely", known, 3));
  assert_null(cli_nearest("a-word-that-is-far-longer-than-any-option-of-the-table", known, 3));
  assert_null(cli_nearest("", known, 3));
}

/* ---- everything is told ---------------------------------------------------------------------- */

static void every_option_stands_in_help(void **state) {
  (void)state;
  for (int v = 0; v < VERB_COUNT; v++) {
    struct buf text = {0};
    help_verb((enum cli_verb_id)v, &text);
    for (int o = 0; o < OPTION_COUNT; o++) {
      char name[64];
      snprintf(name, sizeof name, "--%s", cli_options[o].name);
      bool told = strstr(text.p, name) != NULL;
      if ((cli_options[o].verbs & (1u << v)) != 0 && !told) fail_msg("%s is not in help", name);
    }
    buf_free(&text);
  }
}

static void told_in(const char *page, const char *where) {
  char name[64];
  for (int v = 0; v < VERB_COUNT; v++)
    if (strstr(page, cli_verbs[v].name) == NULL)
      fail_msg("%s: %s is missing", where, cli_verbs[v].name);
  for (int o = 0; o < OPTION_COUNT; o++) {
    snprintf(name, sizeof name, "--%s", cli_options[o].name);
    if (strstr(page, name) == NULL) fail_msg("%s: %s is missing", where, name);
  }
}

static void every_option_stands_in_completion(void **state) {
  (void)state;
  struct buf text = {0};
  help_completion_bash(&text);
  told_in(text.p, "completion");
  buf_free(&text);
}

static void every_option_stands_in_the_man_page(void **state) {
  (void)state;
  struct buf text = {0}, plain = {0};
  help_man(&text);
  for (size_t i = 0; i < text.n; i++)
    if (text.p[i] != '\\') buf_putc(&plain, text.p[i]);
  told_in(plain.p, "man");
  buf_free(&text);
  buf_free(&plain);
}

static void every_option_stands_in_the_docs(void **state) {
  (void)state;
  struct arena a = {0};
  struct str page;
  assert_int_equal(file_read(&a, IMPOST_ROOT "/docs/cli.md", 0, &page, &err), IMP_OK);
  told_in(page.p, "docs/cli.md");
  arena_free(&a);
}

static void names_are_one_of_a_kind(void **state) {
  (void)state;
  for (int a = 0; a < OPTION_COUNT; a++)
    for (int b = a + 1; b < OPTION_COUNT; b++) {
      if ((cli_options[a].verbs & cli_options[b].verbs) == 0) continue;
      assert_string_not_equal(cli_options[a].name, cli_options[b].name);
      if (cli_options[a].letter != 0)
        assert_int_not_equal(cli_options[a].letter, cli_options[b].letter);
    }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(words_and_options_mix),
      cmocka_unit_test(options_may_repeat_where_they_may),
      cmocka_unit_test(dashes_end_options),
      cmocka_unit_test(wrong_words_name_the_nearest),
      cmocka_unit_test(no_verb_reads_as_help),
      cmocka_unit_test(nearest_is_near),
      cmocka_unit_test(every_option_stands_in_help),
      cmocka_unit_test(every_option_stands_in_completion),
      cmocka_unit_test(every_option_stands_in_the_man_page),
      cmocka_unit_test(every_option_stands_in_the_docs),
      cmocka_unit_test(names_are_one_of_a_kind),
  };
  return cmocka_run_group_tests(tests, NULL, close_down);
}
