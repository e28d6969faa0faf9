// SPDX-License-Identifier: Apache-2.0
// What `impost measures` lists: measures in scope and the state of each on a day; and how a law opens or does not.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "support/shipped.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static struct imp_measures *list(const char *code, const char *from,
                                 const struct imp_query *query) {
  struct imp_measures *m = NULL;
  struct imp_error err = {0};
  if (imp_measures(law, query, code, from, NULL, &m, &err) != IMP_OK) fail_msg("%s", err.message);
  return m;
}

static const struct imp_measure_info *find(const struct imp_measures *m, const char *name) {
  for (uint32_t i = 0; i < imp_measures_count(m); i++)
    if (!strcmp(imp_measures_at(m, i)->name, name)) return imp_measures_at(m, i);
  return NULL;
}

static void states_of_a_day(void **state) {
  (void)state;
  static const struct {
    const char *name, *on, *known;
    enum imp_basis basis;
    const char *says;
  } want[] = {
      {"us.301.cn.list-3", "2025-06-01", NULL, IMP_COLLECTED, "in force"},
      {"us.301.cn.list-3", "2018-09-23", NULL, IMP_COLLECTED, "to come 2018-09-24"},
      {"us.301.cn.list-3", "2018-09-23", "2018-01-01", IMP_COLLECTED, "not known yet"},
      {"us.301.cn.list-4b", "2025-06-01", NULL, IMP_COLLECTED, "suspended without end"},
      {"us.ieepa.fentanyl-cn", "2026-02-23", NULL, IMP_COLLECTED, "in force"},
      {"us.ieepa.fentanyl-cn", "2026-02-24", NULL, IMP_COLLECTED, "ended 2026-02-24"},
      {"us.ieepa.fentanyl-cn", "2025-06-01", NULL, IMP_LEGAL, "void"},
      {"us.301.maritime.cranes", "2025-12-01", NULL, IMP_COLLECTED, "suspended until 2026-11-10"},
      {"us.232.steel", "2025-07-01", NULL, IMP_COLLECTED, "in force, in part not encoded"},
      {"us.232.polysilicon", "2026-12-05", NULL, IMP_COLLECTED, "not encoded"},
  };
  for (size_t i = 0; i < COUNT(want); i++) {
    struct imp_query query = {.on = want[i].on, .known = want[i].known, .basis = want[i].basis};
    struct imp_measures *m = list(NULL, NULL, &query);
    const struct imp_measure_info *info = find(m, want[i].name);
    if (!info) fail_msg("%s is not listed", want[i].name);
    if (strcmp(info->state, want[i].says))
      fail_msg("%s on %s: \"%s\", expected \"%s\"", want[i].name, want[i].on, info->state,
               want[i].says);
    imp_measures_free(m);
  }
}

static void by_code_and_place(void **state) {
  (void)state;
  struct imp_query query = {.on = "2025-06-01"};
  struct imp_measures *all = list(NULL, NULL, &query),
                      *luggage = list("4202.92.31.31", "CN", &query),
                      *german = list("4202.92.31.31", "DE", &query);
  assert_non_null(find(luggage, "us.301.cn.list-3"));
  assert_null(find(luggage, "us.301.cn.list-1"));
  assert_null(find(german, "us.301.cn.list-3"));
  assert_non_null(find(german, "us.base"));
  assert_null(find(luggage, "us.201.washers")); /* no heading of it holds the number */
  assert_null(find(luggage, "us.232.steel"));
  assert_non_null(find(german, "us.ieepa.reciprocal.countries"));
  assert_true(imp_measures_count(luggage) < imp_measures_count(all));
  for (uint32_t i = 0; i < imp_measures_count(all); i++) {
    const struct imp_measure_info *m = imp_measures_at(all, i);
    assert_true(*m->name && *m->title && *m->state && m->headings && m->act);
    assert_true(m->where.file && m->where.line > 0);
  }
  imp_measures_free(all);
  imp_measures_free(luggage);
  imp_measures_free(german);
}

/* Every measure that charges the line is among those listed for it. */
static void what_charges_is_listed(void **state) {
  (void)state;
  static const char *const days[] = {"2019-06-01", "2025-04-12", "2025-11-12", "2026-03-01",
                                     "2026-08-01"};
  for (size_t i = 0; i < COUNT(days); i++) {
    struct imp_query query = {.on = days[i]};
    struct imp_line line = {.code = "4202.92.31.31", .from = "CN", .on = days[i], .value = "10000"};
    struct imp_measures *m = list(line.code, line.from, &query);
    struct asked q = ask_line(law, &query, &line);
    for (uint32_t r = 0; r < q.answer->bills[0].row_count; r++) {
      const struct imp_row *row = &q.answer->bills[0].rows[r];
      if (row->status != IMP_ROW_APPLIED) continue;
      const struct imp_measure_info *info = find(m, row->measure);
      assert_non_null(info);
      assert_int_equal(strncmp(info->state, "in force", 8), 0);
    }
    ask_done(&q);
    imp_measures_free(m);
  }
}

/* ---- opening ---------------------------------------------------------------------------------------------------- */

static void what_the_law_says_of_itself(void **state) {
  (void)state;
  assert_int_equal(strlen(imp_law_digest(law)), 64);
  assert_string_equal(imp_law_folder(law), ask_folder());
  assert_int_equal(strlen(imp_law_newest_known(law)), 10);
  assert_int_equal(strlen(imp_law_read_through(law)), 10);
  assert_true(strcmp(imp_law_newest_known(law), imp_law_read_through(law)) <= 0);
  const char *const *out = imp_not_included();
  assert_non_null(out[0]);
  assert_non_null(strstr(out[0], "anti-dumping"));
}

static void no_folder(void **state) {
  (void)state;
  struct imp_law *none = NULL;
  struct imp_error err = {0};
  assert_int_equal(imp_law_open("/nowhere/at/all", &none, &err), IMP_IO);
  assert_null(none);
  assert_true(strlen(err.message) > 10);
  assert_int_equal(imp_law_open("/nowhere/at/all", &none, NULL), IMP_IO); /* nobody asks why */
}

/* Law text with an error is not opened: the first finding is in the error, with its place. */
static void broken_law(void **state) {
  (void)state;
  const char *base = getenv("TMPDIR");
  char folder[200], path[400];
  struct imp_law *none = NULL;
  struct imp_error err = {0};
  snprintf(folder, sizeof folder, "%s/impost-open-XXXXXX", base ? base : "/tmp");
  assert_non_null(mkdtemp(folder));
  snprintf(path, sizeof path, "%s/broken.law", folder);
  assert_int_equal(
      file_write_whole(path, STR("act us.x\n  title  X\n  kind   riddle\n  signed 2025-01-01\n"),
                       NULL),
      IMP_OK);
  assert_int_equal(imp_law_open(folder, &none, &err), IMP_FINDINGS);
  assert_null(none);
  assert_string_equal(err.id, "parse.kind");
  assert_non_null(strstr(err.message, "broken.law:3:"));
  assert_true(strlen(err.next) > 0);
  unlink(path);
  assert_int_not_equal(imp_law_open(folder, &none, &err), IMP_OK); /* no tables of names */
  rmdir(folder);
}

static void found_where_it_is_said_to_be(void **state) {
  (void)state;
  char path[4096];
  setenv("IMPOST_LAW", ask_folder(), 1);
  assert_int_equal(imp_law_find(NULL, NULL, path, sizeof path, NULL), IMP_OK);
  assert_string_equal(path, ask_folder());
  setenv("IMPOST_LAW", "/nowhere", 1);
  assert_int_equal(imp_law_find(NULL, NULL, path, sizeof path, NULL), IMP_IO);
  assert_int_equal(imp_law_find(ask_folder(), NULL, path, sizeof path, NULL),
                   IMP_OK); /* given comes first */
  unsetenv("IMPOST_LAW");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(states_of_a_day),
      cmocka_unit_test(by_code_and_place),
      cmocka_unit_test(what_charges_is_listed),
      cmocka_unit_test(what_the_law_says_of_itself),
      cmocka_unit_test(no_folder),
      cmocka_unit_test(broken_law),
      cmocka_unit_test(found_where_it_is_said_to_be),
  };
  return cmocka_run_group_tests_name("measures", tests, open_law, close_law);
}
