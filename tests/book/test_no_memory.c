// SPDX-License-Identifier: Apache-2.0
// Memory runs out, at every request in turn: the call says so, nothing leaks, nothing half-made is handed out.
//
// In two manners: the n-th request and every one after it fails, and the n-th alone fails, which finds the calls
// that take a lost allocation for an answer.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/mem.h"
#include "impost/law.h"
#include "support/ask.h"

#define TABLES IMPOST_ROOT "/tests/names/tables"

/* ---- an allocator that fails once, or from then on ------------------------------------------------------------ */

static struct {
  size_t fail_at, requests, held;
  bool once;
} scarce;

static void *resize(void *user, void *old, size_t size) {
  (void)user;
  if (!size) {
    scarce.held -= old != NULL;
    free(old);
    return NULL;
  }
  size_t n = scarce.requests++;
  if (scarce.once ? n == scarce.fail_at : n >= scarce.fail_at) return NULL;
  void *p = realloc(old, size);
  scarce.held += !old && p;
  return p;
}

static void begin_scarce(size_t fail_at, bool once) {
  static struct mem_hook hook = {resize, NULL};
  scarce.fail_at = fail_at;
  scarce.requests = scarce.held = 0;
  scarce.once = once;
  mem_set_hook(&hook);
}

/* ---- a small folder of law --------------------------------------------------------------------------------------- */

static char folder[200];
static const char *const tables[] = {"places.tsv", "us/schedule.tsv", "us/renumbered.tsv"};

static const char small_law[] =
    "act us.htsus\n"
    "  title      Harmonized Tariff Schedule\n"
    "  kind       statute\n"
    "  signed     1988-08-23\n"
    "act us.order\n"
    "  title      An order\n"
    "  kind       executive order\n"
    "  signed     2025-02-01\n"
    "  published  2025-02-07  90 FR 9121\n"
    "act us.post\n"
    "  title      A threat\n"
    "  kind       post\n"
    "  signed     2025-02-03\n"
    "act us.ruling\n"
    "  title      No such power\n"
    "  kind       ruling\n"
    "  signed     2025-06-01\n"
    "jurisdiction US\n"
    "  money   USD\n"
    "  read    through 2025-12-31\n"
    "  order   us.extra, us.base\n"
    "  fact  loaded       date  else \"not on the way\"  \"day of loading\"\n"
    "  fact  mode         one of ocean, air\n"
    "  fact  steel        part\n"
    "  fact  korus        claim KR of KR\n"
    "question us.talks\n"
    "  title    Do they agree?\n"
    "  raised   2025-02-03\n"
    "  answers  agreed | failed\n"
    "  due      2025-12-01\n"
    "list us.some\n"
    "  add  0101, 8507.60.00.20\n"
    "measure us.base\n"
    "  title    Ordinary customs duty\n"
    "  into     US\n"
    "  rate     general  from 1989-01-01  by us.htsus\n"
    "measure us.extra\n"
    "  title    Additional duty\n"
    "  into     US\n"
    "  of       CN\n"
    "  void     from 2025-02-04  by us.ruling\n"
    "measure us.extra.all\n"
    "  title    On everything\n"
    "  goods    all\n"
    "  heading 9903.01.20\n"
    "    rate   10%   from 2025-02-04  by us.order\n"
    "  heading 9903.01.23 \"on the way\"  if loaded before 2025-02-01\n"
    "    rate   none  from 2025-02-04  by us.order\n"
    "  heading 9903.01.21 \"donations\"  if claimed\n"
    "    rate   none  from 2025-02-04  by us.order\n"
    "  heading 9903.01.30  goods @us.some\n"
    "    rate   20%   from 2025-03-01  by us.order\n"
    "    suspended from 2025-04-01 until 2025-05-01  by us.order\n"
    "  assert 0101.21.0010 of CN on 2025-02-05   pays 10% under 9903.01.20\n"
    "  assert 0101.21.0010 of CN on 2025-02-05   pays 11%\n"
    "measure us.threat\n"
    "  title    The threat\n"
    "  into     US\n"
    "  of       CN\n"
    "  rate     100%  from 2025-04-01  by us.post  if us.talks is failed\n"
    "  yields to us.extra.air  from 2025-04-01  by us.order\n"
    "measure us.extra.air\n"
    "  title    By air\n"
    "  goods    all\n"
    "  rate     3%  from 2025-02-04  by us.order  if mode is air\n"
    "measure us.fees\n"
    "  title    Fees\n"
    "  into     US\n"
    "measure us.fees.mpf\n"
    "  title    Merchandise processing fee\n"
    "  goods    all\n"
    "  fee      0.3464% at least $31.67 at most $614.35 per entry  from 2025-01-01  by us.htsus\n";

static const char small_case[] = "case horse\n"
                                 "  entry  0101.21.0010 of CN on 2025-02-05 value 1000 mode ocean\n"
                                 "  known  2025-02-06\n"
                                 "  bill\n"
                                 "    row  general     Free  on 1000  pays 0.00\n"
                                 "    row  9903.01.20  10%   on 1000  pays 100.00\n"
                                 "    duty 100.00\n";

static const char *in(const char *name) {
  static char path[400];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  return path;
}

static int begin(void **state) {
  (void)state;
  const char *base = getenv("TMPDIR");
  snprintf(folder, sizeof folder, "%s/impost-scarce-XXXXXX", base ? base : "/tmp");
  if (!mkdtemp(folder) || mkdir(in("us"), 0777)) return 1;
  for (size_t i = 0; i < 3; i++) {
    char from[400];
    snprintf(from, sizeof from, "%s/%s", TABLES, tables[i]);
    if (symlink(from, in(tables[i]))) return 1;
  }
  return file_write_whole(in("us/small.law"), str_of(small_law), NULL) != IMP_OK ||
         file_write_whole(in("us/small.case"), str_of(small_case), NULL) != IMP_OK;
}

static int finish(void **state) {
  (void)state;
  for (size_t i = 0; i < 3; i++) unlink(in(tables[i]));
  unlink(in("us/small.law"));
  unlink(in("us/small.case"));
  rmdir(in("us"));
  return rmdir(folder);
}

/* ---- every n ------------------------------------------------------------------------------------------------------- */

/* A job does its work and frees it; with memory enough it checks its answer too. */
typedef enum imp_status job(void);

static void starve(job *run, bool once, size_t least) {
  enum { MOST = 200000 };
  size_t n = 0;
  for (; n < MOST; n++) {
    begin_scarce(n, once);
    enum imp_status status = run();
    bool reached = scarce.requests > n;
    size_t held = scarce.held;
    mem_set_hook(NULL);
    if (held) fail_msg("request %zu fails: %zu blocks leak", n, held);
    if (!reached) {
      assert_int_equal(status, IMP_OK);
      break;
    }
    if (status != IMP_NO_MEMORY) fail_msg("request %zu fails: the status is %d", n, (int)status);
  }
  assert_true(n >= least && n < MOST);
}

static struct imp_law *opened;

static enum imp_status open_it(void) {
  struct imp_law *law = NULL;
  struct imp_error err = {0};
  enum imp_status status = imp_law_open(folder, &law, &err);
  if (status == IMP_OK) {
    assert_string_equal(imp_law_newest_known(law), "2025-06-01");
    char home[3];
    assert_string_equal(imp_law_read_through(law), "2025-12-31");
    assert_true(imp_law_home(law, home) && strcmp(home, "US") == 0);
    assert_true(imp_law_is_home(law, NULL) && imp_law_is_home(law, " US "));
    assert_false(imp_law_is_home(law, "CN") || imp_law_is_home(law, "nowhere"));
    imp_law_free(law);
  } else {
    assert_null(law);
  }
  return status;
}

static struct imp_line entered(const char *code) {
  return (struct imp_line){.code = code, .from = "CN", .on = "2025-04-10", .value = "9999"};
}

static enum imp_status assess_with(const struct imp_query *query, const struct imp_line *line,
                                   const char *refused, int64_t low, int64_t high) {
  struct imp_assessment *as = NULL;
  struct imp_error err = {0};
  enum imp_status status = imp_duty(opened, query, line, &as, &err);
  if (status != IMP_OK) {
    assert_null(as);
    return status;
  }
  const struct imp_answer *a = imp_assessment_answer(as);
  if (refused) {
    assert_string_equal(a->id, refused);
  } else {
    if (a->id) fail_msg("%s: %s", a->id, a->reason);
    assert_int_equal(a->bill_count, 2);
    assert_int_equal(a->bills[0].low, low);
    assert_int_equal(a->bills[0].high, high);
  }
  imp_assessment_free(as);
  return IMP_OK;
}

/* 999.90 or 1,299.87 if by air, twice for the two outcomes; with everything worked out: why, what next, what to claim. */
static enum imp_status assess_whole(void) {
  struct imp_line line = entered("0101.21.0010");
  return assess_with(&(struct imp_query){.known = "2025-02-10", .trace = true}, &line, NULL, 99990,
                     129987);
}

static enum imp_status assess_brief(void) {
  struct imp_pair facts[] = {{"steel", "10%"}, {"mode", "air"}, {"loaded", "2025-02-05"}};
  struct imp_pair pick = {"us.talks", "failed"};
  const char *const claims[] = {"9903.01.21", "KR"};
  struct imp_line line = entered("0101.21.00");
  line.facts = facts;
  line.fact_count = 3;
  line.claims = claims;
  line.claim_count = 2;
  line.quantity = "12 doz";
  struct imp_query query = {.known = "2025-02-10", .picks = &pick, .pick_count = 1, .brief = true};
  struct imp_assessment *as = NULL;
  enum imp_status status = imp_duty(opened, &query, &line, &as, NULL);
  if (status == IMP_OK) assert_int_equal(imp_assessment_answer(as)->bills[0].low, 29997);
  imp_assessment_free(as);
  return status;
}

static enum imp_status refuse_typo(void) {
  struct imp_line line = entered("0101.21.0012");
  return assess_with(&(struct imp_query){0}, &line, "refuse.unknown-code", 0, 0);
}

static enum imp_status refuse_origin(void) {
  struct imp_line line = entered("0101.21.0010");
  line.from = "Chnia";
  return assess_with(&(struct imp_query){0}, &line, "refuse.origin", 0, 0);
}

static enum imp_status refuse_ended(void) {
  struct imp_line line = entered("8507.60.0020");
  line.on = "2026-02-01";
  return assess_with(&(struct imp_query){0}, &line, "refuse.retired-code", 0, 0);
}

static enum imp_status charge_fees(void) {
  struct imp_line line = entered("0101.21.0010");
  struct imp_query query = {.known = "2025-02-10", .brief = true};
  struct imp_assessment *as = NULL;
  struct imp_fees *fees = NULL;
  enum imp_status status = imp_duty(opened, &query, &line, &as, NULL);
  if (status != IMP_OK) return status;
  const struct imp_assessment *const answers[] = {as};
  status = imp_entry_fees(opened, &query, &line, answers, 1, &fees, NULL);
  if (status == IMP_OK) {
    assert_int_equal(imp_fees_count(fees), 1);
    assert_int_equal(imp_fees_at(fees, 0)->low, 3464); /* 9,999 x 0.3464% = 34.636536 */
    imp_fees_free(fees);
  } else {
    assert_null(fees);
  }
  imp_assessment_free(as);
  return status;
}

static enum imp_status list_measures(void) {
  struct imp_query query = {.known = "2025-02-10", .on = "2025-04-10"};
  struct imp_measures *m = NULL;
  enum imp_status status = imp_measures(opened, &query, "0101.21.0010", "CN", NULL, &m, NULL);
  if (status == IMP_OK) {
    assert_true(imp_measures_count(m) >= 4);
    imp_measures_free(m);
  } else {
    assert_null(m);
  }
  return status;
}

/* One assert of the two does not hold: the finding must be there, or memory is out. */
static enum imp_status check_all(void) {
  struct imp_text out = {0};
  struct imp_check_options options = {0};
  enum imp_status status = imp_check(folder, &options, &out, NULL);
  if (status == IMP_FINDINGS) {
    assert_non_null(strstr(out.p, "asserts.fails"));
    assert_null(strstr(out.p, "cases.fails"));
    status = IMP_OK;
  }
  imp_text_free(&out);
  return status;
}

static int open_small(void **state) {
  (void)state;
  struct imp_error err = {0};
  mem_set_hook(NULL); /* a test that failed may have left it */
  if (imp_law_open(folder, &opened, &err) == IMP_OK) return 0;
  print_error("%s\n", err.message);
  return 1;
}

static int close_small(void **state) {
  (void)state;
  mem_set_hook(NULL);
  imp_law_free(opened);
  return 0;
}

#define STARVED(name, run, least)                                                                  \
  static void name##_then_nothing(void **state) {                                                  \
    (void)state;                                                                                   \
    starve(run, false, least);                                                                     \
  }                                                                                                \
  static void name##_once(void **state) {                                                          \
    (void)state;                                                                                   \
    starve(run, true, least);                                                                      \
  }

STARVED(opening, open_it, 30)
STARVED(a_whole_answer, assess_whole, 50)
STARVED(a_brief_answer, assess_brief, 20)
STARVED(a_typo, refuse_typo, 5)
STARVED(an_origin, refuse_origin, 5)
STARVED(an_ended_number, refuse_ended, 5)
STARVED(fees, charge_fees, 20)
STARVED(measures, list_measures, 5)
STARVED(a_check, check_all, 100)

#define BOTH(name)                                                                                 \
  cmocka_unit_test_setup_teardown(name##_then_nothing, open_small, close_small),                   \
      cmocka_unit_test_setup_teardown(name##_once, open_small, close_small)

int main(void) {
  const struct CMUnitTest tests[] = {
      BOTH(opening), BOTH(a_whole_answer),  BOTH(a_brief_answer), BOTH(a_typo),  BOTH(an_origin),
      BOTH(fees),    BOTH(an_ended_number), BOTH(measures),       BOTH(a_check),
  };
  return cmocka_run_group_tests_name("no memory", tests, begin, finish);
}
