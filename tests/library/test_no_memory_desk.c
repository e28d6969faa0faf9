// SPDX-License-Identifier: Apache-2.0
// Memory runs out inside the desk: in ours, and in SQLite's. The call says so, nothing leaks, and neither desk nor law is
// half written: what was begun is not there.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "base/file.h"
#include "impost/desk.h"
#include "library/starve.h"

static const char *const tables[] = {"places.tsv", "us/schedule.tsv", "us/renumbered.tsv"};
static const char law_text[] = "# SPDX-License-Identifier: CC0-1.0\n\n"
                               "jurisdiction US\n"
                               "  money  USD\n"
                               "  zone   America/New_York\n"
                               "  count  from the same day\n"
                               "  read   through 2026-10-09\n"
                               "\n"
                               "talks us-cn\n"
                               "  title  Talks\n"
                               "  sides  US, CN\n"
                               "  since  2025-05-10\n"
                               "\n"
                               "question us-cn.rare-earth-delay\n"
                               "  title    Does China put off the controls?\n"
                               "  answers  put off | kept\n"
                               "  decides  CN\n"
                               "  raised   2025-10-01\n";
static const char article[] =
    "Bessent said China is expected to put off its rare earth permits by a year.\n"
    "Trump has threatened a 30% tariff on Chinese goods from Nov. 5 if the talks fail.\n";

static char folder[300];
static struct imp_law *law;
static struct imp_reader *reader;
static struct imp_story *story;
static struct str kept; /* bytes of a desk with the article */
static struct arena arena;

static const char *in(const char *name) {
  static char paths[4][420];
  static unsigned turn;
  char *path = paths[turn++ % 4];
  snprintf(path, sizeof paths[0], "%s/%s", folder, name);
  return path;
}

static bool write_law(void) {
  unlink(in("us/talks.law"));
  return file_write_whole(in("us/talks.law"), str_of(law_text), NULL) == IMP_OK;
}

static enum imp_status add_article(void) {
  struct imp_desk *desk = NULL;
  struct imp_desk_added added;
  enum imp_status status = imp_desk_open(in("desk"), IMP_DESK_MAKE, &desk, NULL);
  if (status == IMP_OK) status = imp_desk_add(desk, story, law, &added, NULL);
  if (status == IMP_OK) assert_int_equal(added.proposals, 2);
  imp_desk_free(desk);
  return status;
}

static int begin(void **state) {
  (void)state;
  const char *base = getenv("TMPDIR");
  const struct imp_news_article a = {.name = "a",
                                     .bytes = article,
                                     .size = sizeof article - 1,
                                     .published = "2025-10-26"};
  snprintf(folder, sizeof folder, "%s/impost-desk-XXXXXX", base ? base : "/tmp");
  if (!mkdtemp(folder) || mkdir(in("us"), 0777)) return 1;
  for (size_t i = 0; i < 3; i++) {
    char from[400];
    snprintf(from, sizeof from, "%s/tests/names/tables/%s", IMPOST_ROOT, tables[i]);
    if (symlink(from, in(tables[i]))) return 1;
  }
  if (symlink(IMPOST_ROOT "/law/news", in("news")) || !write_law()) return 1;
  struct imp_error err = {0};
  bool fine = imp_law_open(folder, &law, &err) == IMP_OK &&
              imp_reader_open(folder, &reader, &err) == IMP_OK &&
              imp_story_new(reader, &story, &err) == IMP_OK &&
              imp_story_add(story, &a, &err) == IMP_OK && imp_story_read(story, &err) == IMP_OK &&
              add_article() == IMP_OK && file_read(&arena, in("desk"), 0, &kept, &err) == IMP_OK;
  if (!fine) print_error("%s\n", err.message);
  return !fine;
}

static int finish(void **state) {
  (void)state;
  static const char *const files[] = {"places.tsv", "us/schedule.tsv", "us/renumbered.tsv",
                                      "news",       "us/talks.law",    "desk"};
  imp_story_free(story);
  imp_reader_free(reader);
  imp_law_free(law);
  arena_free(&arena);
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) unlink(in(files[i]));
  rmdir(in("us"));
  return rmdir(folder);
}

/* ---- jobs ---------------------------------------------------------------------------------------------------------- */

static enum imp_status add(void) {
  unlink(in("desk"));
  unlink(in("desk-journal"));
  return add_article();
}

static bool put_desk(void) {
  FILE *f = fopen(in("desk"), "wb");
  bool fine = f != NULL && fwrite(kept.p, 1, kept.n, f) == kept.n;
  unlink(in("desk-journal"));
  return f != NULL && fclose(f) == 0 && fine;
}

static enum imp_status report(void) {
  static const char *const words[] = {"rare", "permits"};
  struct imp_desk *desk = NULL;
  struct imp_text out = {0};
  struct imp_report_options form = {.format = IMP_TEXT};
  if (!put_desk()) return IMP_IO;
  enum imp_status status = imp_desk_open(in("desk"), IMP_DESK_READ, &desk, NULL);
  for (int json = 0; json < 2 && status == IMP_OK; json++) {
    form.format = json ? IMP_JSON : IMP_TEXT;
    status = imp_report_desk(desk, &form, &out, NULL);
    if (status == IMP_OK) status = imp_report_desk_article(desk, "1", &form, &out, NULL);
    if (status == IMP_OK) status = imp_report_desk_search(desk, words, 2, &form, &out, NULL);
    if (status == IMP_OK) status = imp_report_proposals(desk, NULL, &form, &out, NULL);
    if (status == IMP_OK) status = imp_report_proposal(desk, "1", &form, &out, NULL);
    if (status == IMP_OK) status = imp_report_proposal_gist(desk, "1", &form, &out, NULL);
  }
  if (status == IMP_OK) assert_non_null(strstr(out.p, "put off its rare earth"));
  imp_text_free(&out);
  imp_desk_free(desk);
  return status;
}

static enum imp_status read_again(void) {
  struct imp_desk *desk = NULL;
  struct imp_desk_added added;
  if (!put_desk()) return IMP_IO;
  enum imp_status status = imp_desk_open(in("desk"), IMP_DESK_WRITE, &desk, NULL);
  if (status == IMP_OK) status = imp_desk_reread(desk, reader, law, &added, NULL);
  if (status == IMP_OK) assert_int_equal(added.statements, 2);
  imp_desk_free(desk);
  return status;
}

static enum imp_status decide(void) {
  struct imp_desk *desk = NULL;
  const struct imp_decision later = {.proposal = "1", .by = "a", .reason = "later"};
  if (!put_desk()) return IMP_IO;
  enum imp_status status = imp_desk_open(in("desk"), IMP_DESK_WRITE, &desk, NULL);
  if (status == IMP_OK) status = imp_propose_refuse(desk, &later, 1, NULL);
  if (status == IMP_OK) status = imp_propose_reopen(desk, &later, NULL);
  if (status == IMP_OK) status = imp_desk_forget(desk, "1", NULL);
  imp_desk_free(desk);
  return status;
}

/* The law file is as it was, or has the word whole. */
static bool law_is_whole(void) {
  char text[4000];
  FILE *f = fopen(in("us/talks.law"), "rb");
  size_t n = f != NULL ? fread(text, 1, sizeof text - 1, f) : 0;
  if (f != NULL) fclose(f);
  text[n] = '\0';
  return strcmp(text, law_text) == 0 ||
         (strstr(text, "said     US expects put off") != NULL &&
          strstr(text, "\n  us.bessent.2025-10-26  US 2025-10-26 ") != NULL);
}

static enum imp_status accept(void) {
  struct imp_desk *desk = NULL;
  struct imp_text out = {0};
  const struct imp_acceptance yes = {.decision = {.proposal = "1", .by = "a"}, .folder = folder};
  if (!put_desk() || !write_law()) return IMP_IO;
  enum imp_status status = imp_desk_open(in("desk"), IMP_DESK_WRITE, &desk, NULL);
  if (status == IMP_OK) status = imp_propose_accept(desk, &yes, &out, NULL);
  if (status == IMP_OK) assert_non_null(strstr(out.p, "+ said US expects put off"));
  imp_text_free(&out);
  imp_desk_free(desk);
  return law_is_whole() ? status : IMP_IO;
}

/* ---- SQLite's own memory --------------------------------------------------------------------------------------------- */

static struct {
  sqlite3_mem_methods of_system;
  size_t fail_at, requests;
  bool armed, once;
} lite;

static bool lite_fails(void) {
  if (!lite.armed) return false;
  size_t n = lite.requests++;
  return lite.once ? n == lite.fail_at : n >= lite.fail_at;
}

static void *lite_malloc(int size) {
  return lite_fails() ? NULL : lite.of_system.xMalloc(size);
}

static void *lite_realloc(void *old, int size) {
  return lite_fails() ? NULL : lite.of_system.xRealloc(old, size);
}

/* Where SQLite gets round a lost request the answer is whole; where it does not the call says so. */
static void starve_lite(job *run, bool once) {
  for (size_t n = 0; n < 200000; n += n < 40 ? 1 : 1 + n / 6) {
    lite.fail_at = n;
    lite.requests = 0;
    lite.once = once;
    lite.armed = true;
    enum imp_status status = run();
    lite.armed = false;
    if (lite.requests <= n) {
      assert_int_equal(status, IMP_OK);
      assert_true(n > 50);
      return;
    }
    if (status != IMP_NO_MEMORY && status != IMP_OK)
      fail_msg("SQLite's request %zu fails: the status is %d", n, (int)status);
  }
  fail_msg("it never has enough");
}

static void ours(void **state) {
  (void)state;
  starve(add, 40);
  starve(report, 15);
  starve(read_again, 40);
  starve(decide, 3);
  starve(accept, 60);
}

static void of_sqlite(void **state) {
  (void)state;
  job *const jobs[] = {add, report, read_again, decide, accept};
  for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++) {
    starve_lite(jobs[i], true);
    starve_lite(jobs[i], false);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(ours), cmocka_unit_test(of_sqlite)};
  sqlite3_mem_methods methods;
  sqlite3_config(SQLITE_CONFIG_GETMALLOC, &lite.of_system);
  methods = lite.of_system;
  methods.xMalloc = lite_malloc;
  methods.xRealloc = lite_realloc;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
  return cmocka_run_group_tests(tests, begin, finish);
}
