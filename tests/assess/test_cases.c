// SPDX-License-Identifier: Apache-2.0
// The cases worked by hand, asked of the batch: the same bills as imp_duty, which `impost check` holds against the hand.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "agree.h"
#include "base/file.h"
#include "book/judge_case.h"
#include "support/ask.h"

static struct imp_law *law;
static struct imp_batch *batch;
static char asked[256];
static uint32_t compared, passed_over, differing;

/* One batch serves neighbours that ask alike. */
static void open_batch(const struct imp_query *q) {
  char text[256];
  size_t n = (size_t)snprintf(text, sizeof text, "%s %s %d", q->known ? q->known : "",
                              q->on ? q->on : "", (int)q->basis);
  for (uint32_t i = 0; i < q->pick_count && n < sizeof text; i++)
    n += (size_t)snprintf(text + n, sizeof text - n, " %s=%s", q->picks[i].name, q->picks[i].value);
  if (batch && !strcmp(text, asked)) return;
  struct imp_error err;
  imp_batch_free(batch);
  memcpy(asked, text, sizeof asked);
  if (imp_batch_open(law, q, &batch, &err) != IMP_OK) fail_msg("%s", err.message);
}

/* Columns hold numbers in the unit of the rate and whole dollars; hours of entry are for imp_duty. */
static bool fits_columns(const struct imp_line *l) {
  bool plain = !l->unit && !l->quantity2 && !l->into && l->value && l->on;
  return plain && strlen(l->on) == 10 &&
         (!l->quantity || strspn(l->quantity, "0123456789") == strlen(l->quantity));
}

static const char *ask(const struct imp_line *l, const struct imp_answer *a) {
  static int64_t amounts[IMP_BATCH_ROWS];
  uint32_t code = imp_batch_code(batch, l->code), place = imp_batch_place(batch, l->from), line = 0,
           set = imp_batch_facts(batch, l->facts, l->fact_count, l->claims, l->claim_count), shape,
           first[2], done;
  int32_t day = imp_batch_day(l->on);
  int64_t value = imp_batch_value(l->value), low, high,
          quantity = l->quantity ? atoll(l->quantity) * 1000 : IMP_NO_VALUE;
  uint8_t status;
  struct imp_columns c = {.count = 1,
                          .code = &code,
                          .place = &place,
                          .day = &day,
                          .value = &value,
                          .quantity = &quantity,
                          .fact_line = &line,
                          .fact_set = &set,
                          .fact_count = set != IMP_NO_FACTS};
  struct imp_results r = {&status, &shape, &low, &high, first, amounts, IMP_BATCH_ROWS};
  for (int twice = 0; twice < 2; twice++) { /* the long way, then what it has taught */
    assert_int_equal(imp_batch_run(batch, &c, &r, &done, NULL), IMP_OK);
    assert_int_equal(done, 1);
    const char *what = agree_answer(batch, &c, 0, &r, a);
    if (what) return what;
  }
  return NULL;
}

static void close_one(struct case_reader *r) {
  struct imp_assessment *as;
  struct imp_error err;
  if (!r->open || !r->c.has_entry) return;
  r->open = false;
  r->c.query.brief = true;
  if (!fits_columns(&r->c.entry)) {
    passed_over++;
    return;
  }
  open_batch(&r->c.query);
  if (imp_duty(law, &r->c.query, &r->c.entry, &as, &err) != IMP_OK) fail_msg("%s", err.message);
  const char *what = ask(&r->c.entry, imp_assessment_answer(as));
  if (what) {
    print_error("%s: case %s differs in %s\n", r->path, r->c.name, what);
    differing++;
  }
  compared++;
  imp_assessment_free(as);
}

static void read_cases(struct judge *j, const char *path, struct str bytes) {
  struct case_reader r = {.j = j, .path = path, .bytes = bytes};
  struct str rest = bytes, one;
  const char *words[WORDS_MAX];
  for (uint32_t line = 1; str_split(&rest, '\n', &one); line++) {
    struct str text = str_trim(one);
    if (!text.n || text.p[0] == '#') continue;
    if (one.p[0] == ' ' || one.p[0] == '\t') {
      case_line(&r, text, line);
      continue;
    }
    close_one(&r);
    arena_free(&r.arena);
    uint32_t n = case_words(&r, text, words);
    r.c = (struct one_case){.line = line, .name = n > 1 ? words[1] : "?"};
    r.open = true;
  }
  close_one(&r);
  arena_free(&r.arena);
}

static void test_cases(void **state) {
  static const char *const endings[] = {".case", NULL};
  struct diag_list diags = {0};
  struct arena a = {0};
  struct file_list files;
  struct imp_error err;
  (void)state;
  law = ask_open();
  struct judge j = {.law = law, .diags = &diags};
  assert_int_equal(file_tree(&a, law->folder, endings, NULL, &files, &err), IMP_OK);
  for (size_t i = 0; i < files.count; i++) {
    char path[4096];
    struct str bytes;
    snprintf(path, sizeof path, "%s/%s", law->folder, files.paths[i]);
    assert_int_equal(file_read(&a, path, 0, &bytes, &err), IMP_OK);
    read_cases(&j, files.paths[i], bytes);
  }
  printf("%u cases compared, %u with units, hours or other countries of entry passed over, %u "
         "differ\n",
         (unsigned)compared, (unsigned)passed_over, (unsigned)differing);
  assert_int_equal(differing, 0);
  assert_true(compared > 250);
  assert_true(passed_over * 5 < compared);
  imp_batch_free(batch);
  diag_free(&diags);
  arena_free(&a);
  imp_law_free(law);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
