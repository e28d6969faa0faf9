// SPDX-License-Identifier: Apache-2.0
// Every refusal id of the table has a line that is refused with it, and a row in docs/refusals.md; every id that
// the sources name is in the page.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <ctype.h>

#include "base/file.h"
#include "book/open.h"
#include "support/shipped.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const struct {
  const char *id, *line;
} table[] = {
#define REFUSAL(id, line) {id, line},
#include "book/refusals.def"
#undef REFUSAL
};

static bool seen[COUNT(table)];
static void mark(const char *id) {
  for (size_t i = 0; i < COUNT(table); i++)
    if (!strcmp(table[i].id, id)) {
      seen[i] = true;
      return;
    }
  fail_msg("%s is not in the table", id);
}

/* ---- lines that are refused -------------------------------------------------------------------------------- */

#define TOYS .code = "9503.00.0073", .from = "CN", .value = "10000", .on = "2025-06-01"

static const struct imp_pair too_much[] = {{"content.copper", "6000"}, {"content.steel", "4001"}},
                             inside[] = {{"processing", "600"}, {"processing.steel", "601"}},
                             three[] = {{"processing", "1"},
                                        {"content.steel", "1"},
                                        {"us-content", "1"}},
                             many[] = {{"processing", "3"},
                                       {"content.steel", "3"},
                                       {"content.copper", "3"},
                                       {"content.aluminum", "3"}},
                             no_fact[] = {{"lodaed", "2025-04-04"}},
                             no_value[] = {{"loaded", "last week"}};
static const char *const no_programme[] = {"nafta"}, *const no_heading[] = {"9903.99.99"};

static const struct example {
  const char *id, *says; /* words of the reason, or of what to do next */
  struct imp_line line;
} examples[] = {
    {"refuse.code", "no commodity code", {.from = "CN", .value = "1", .on = "2025-06-01"}},
    {"refuse.code", "abc", {.code = "abc", .from = "CN", .value = "1", .on = "2025-06-01"}},
    {"refuse.code",
     "6 digits",
     {.code = "9503.00", .from = "CN", .value = "1", .on = "2025-06-01"}},
    {"refuse.unknown-code",
     "9503.00.00.73",
     {.code = "9503.00.0037", .from = "CN", .value = "1", .on = "2025-06-01"}},
    {"refuse.retired-code",
     "8507.60.00.30",
     {.code = "8507.60.0020", .from = "CN", .value = "1", .on = "2026-03-01"}},
    {"refuse.early-code",
     "2026-01-30",
     {.code = "8507.60.0030", .from = "CN", .value = "1", .on = "2026-01-29"}},
    {"refuse.special-chapter",
     "chapter 99",
     {.code = "9903.88.03", .from = "CN", .value = "1", .on = "2025-06-01"}},
    {"refuse.special-chapter",
     "--claim",
     {.code = "9801.00.10", .from = "CN", .value = "1", .on = "2025-06-01"}},
    {"refuse.ten-digits",
     ".10",
     {.code = "8507.60.00", .from = "CN", .value = "10000", .on = "2024-10-01"}},
    {"refuse.origin",
     "no country of origin",
     {.code = "9503.00.0073", .value = "1", .on = "2025-06-01"}},
    {"refuse.origin",
     "Chian",
     {.code = "9503.00.0073", .from = "Chian", .value = "1", .on = "2025-06-01"}},
    {"refuse.origin",
     "EU",
     {.code = "9503.00.0073", .from = "EU", .value = "1", .on = "2025-06-01"}},
    {"refuse.own-goods",
     "chapter 98",
     {.code = "9503.00.0073", .from = "US", .value = "1", .on = "2025-06-01"}},
    {"refuse.into", "--into US", {TOYS, .into = "DE"}},
    {"refuse.into", "Nowhere", {TOYS, .into = "Nowhere"}},
    {"refuse.date",
     "02/29/2025",
     {.code = "9503.00.0073", .from = "CN", .value = "1", .on = "02/29/2025"}},
    {"refuse.horizon",
     "2017-06-01",
     {.code = "9503.00.0073", .from = "CN", .value = "1", .on = "2017-06-01"}},
    {"refuse.horizon",
     "2100-01-01",
     {.code = "9503.00.0073", .from = "CN", .value = "1", .on = "2100-01-01"}},
    {"refuse.value",
     "no customs value",
     {.code = "9503.00.0073", .from = "CN", .on = "2025-06-01"}},
    {"refuse.value",
     "-5",
     {.code = "9503.00.0073", .from = "CN", .value = "-5", .on = "2025-06-01"}},
    {"refuse.parts", "10000", {TOYS, .facts = too_much, .fact_count = 2}},
    {"refuse.parts", "more than processing", {TOYS, .facts = inside, .fact_count = 2}},
    {"refuse.parts", "in all three", {TOYS, .facts = three, .fact_count = 3}},
    {"refuse.parts", "processing.copper", {TOYS, .facts = many, .fact_count = 4}},
    {"refuse.quantity",
     "--quantity \"100 kg\"",
     {.code = "0409.00.0005", .from = "NZ", .value = "1", .on = "2025-03-01"}},
    {"refuse.quantity", "many", {TOYS, .quantity = "many"}},
    {"refuse.unit", "stones", {TOYS, .quantity = "100", .unit = "stones"}},
    {"refuse.unit",
     "per No and per jewel",
     {.code = "9105.99.10", .from = "CH", .value = "1", .on = "2025-03-01", .quantity = "5"}},
    {"refuse.claim", "nafta", {TOYS, .claims = no_programme, .claim_count = 1}},
    {"refuse.claim", "9903.99.99", {TOYS, .claims = no_heading, .claim_count = 1}},
    {"refuse.fact", "lodaed", {TOYS, .facts = no_fact, .fact_count = 1}},
    {"refuse.fact", "last week", {TOYS, .facts = no_value, .fact_count = 1}},
    {"refuse.base-rate",
     "?component",
     {.code = "9101.11.40", .from = "CH", .value = "1", .on = "2025-03-01"}},
    {"refuse.unknown-rate",
     "us.301.cn.review",
     {.code = "8542.31.0045", .from = "CN", .value = "1", .on = "2027-06-23"}},
    {"refuse.not-encoded",
     "us.232.polysilicon",
     {.code = "2804.61.00", .from = "CN", .value = "1", .on = "2026-12-04"}},
    {"refuse.too-large",
     "large",
     {.code = "0409.00.0005",
      .from = "NZ",
      .value = "1",
      .on = "2025-03-01",
      .quantity = "99999999999999999999999999",
      .unit = "kg"}},
};

static void is_refused(const struct imp_law *by, const struct example *x) {
  struct asked q = ask_line(by, &(struct imp_query){0}, &x->line);
  const struct imp_answer *a = q.answer;
  if (a->status != IMP_LINE_REFUSED) fail_msg("%s: the line is not refused", x->id);
  if (strcmp(a->id, x->id)) fail_msg("%s: refused with %s, %s", x->id, a->id, a->reason);
  if (!strstr(a->reason, x->says) && !strstr(a->next, x->says))
    fail_msg("%s does not say \"%s\": %s; %s", x->id, x->says, a->reason, a->next);
  assert_true(strlen(a->next) > 0);
  assert_int_equal(a->bill_count, 0);
  assert_null(a->bills);
  mark(x->id);
  ask_done(&q);
}

static void lines_are_refused(void **state) {
  (void)state;
  for (size_t i = 0; i < COUNT(examples); i++) is_refused(law, &examples[i]);
}

/* ---- what only odd law refuses -------------------------------------------------------------------------------- */

static const char common[] = "act us.act\n"
                             "  title      An act\n"
                             "  kind       statute\n"
                             "  signed     2000-01-01\n";

static struct law *load(const char *text) {
  const struct law_text texts[] = {{"common.law", str_of(common)}, {"odd.law", str_of(text)}};
  struct diag_list diags = {0};
  struct law *odd = NULL;
  assert_int_equal(law_load_texts(texts, 2, &odd, &diags, NULL), IMP_OK);
  for (size_t i = 0; i < diags.count; i++) /* a circle is what the check is for */
    if (strncmp(diags.items[i].id, "circle.", 7)) fail_msg("%s", diags.items[i].message);
  diag_free(&diags);
  return odd;
}

static void odd_law_refuses(const char *text, const char *id, const char *says) {
  struct imp_law odd = {.law = load(text), .names = law->names};
  is_refused(&odd, &(struct example){id, says, {TOYS}});
  law_free(odd.law);
}

static void law_in_a_circle(void **state) {
  (void)state;
  odd_law_refuses("jurisdiction US\n"
                  "  money   USD\n"
                  "measure us.a\n"
                  "  title  A\n"
                  "  into   US\n"
                  "  goods  all\n"
                  "  rate   1%  from 2001-01-01  by us.act\n"
                  "  yields to us.b  from 2001-01-01  by us.act\n"
                  "measure us.b\n"
                  "  title  B\n"
                  "  into   US\n"
                  "  goods  all\n"
                  "  rate   1%  from 2001-01-01  by us.act\n"
                  "  yields to us.a  from 2001-01-01  by us.act\n",
                  "refuse.circle", "circle");
}

static void law_that_asks_too_much(void **state) {
  (void)state;
  struct buf b = {0};
  buf_puts(&b, "jurisdiction US\n  money   USD\n");
  for (int i = 0; i < 14; i++)
    buf_printf(&b, "  fact  f%d  one of yes, no  \"is it f%d?\"\n", i, i);
  buf_puts(&b, "measure us.a\n  title  A\n  into   US\n  goods  all\n");
  for (int i = 0; i < 14; i++)
    buf_printf(&b, "  heading h%d  if f%d is yes\n    rate  %d%%  from 2001-01-01  by us.act\n", i,
               i, i + 1);
  assert_false(b.failed);
  odd_law_refuses(b.p, "refuse.too-open", "f3");
  buf_free(&b);
}

/* ---- calls that are refused -------------------------------------------------------------------------------------- */

static void calls_are_refused(void **state) {
  (void)state;
  const struct imp_pair no_question[] = {{"us-cn.framwork", "approved"}},
                        no_answer[] = {{"us-cn.framework", "perhaps"}};
  const struct {
    const char *id;
    struct imp_query query;
  } calls[] = {
      {"usage.date", {.known = "yesterday"}},
      {"usage.date", {.on = "2025-02-30"}},
      {"usage.question", {.known = "2025-10-26", .picks = no_question, .pick_count = 1}},
      {"usage.outcome", {.known = "2025-10-26", .picks = no_answer, .pick_count = 1}},
  };
  const struct imp_line line = {TOYS};
  for (size_t i = 0; i < COUNT(calls); i++) {
    struct imp_assessment *as = NULL;
    struct imp_error err = {0};
    assert_int_equal(imp_duty(law, &calls[i].query, &line, &as, &err), IMP_USAGE);
    assert_null(as);
    assert_string_equal(err.id, calls[i].id);
    assert_int_equal(err.status, IMP_USAGE);
    assert_true(strlen(err.message) > 10);
    mark(err.id);
  }
}

static void measures_are_refused(void **state) {
  (void)state;
  struct imp_measures *m = NULL;
  struct imp_error err = {0};
  struct imp_query query = {0};
  assert_int_equal(imp_measures(law, &query, "95a", "CN", NULL, &m, &err), IMP_USAGE);
  assert_string_equal(err.id, "usage.code");
  mark(err.id);
  assert_int_equal(imp_measures(law, &query, "9503", "Atlantis", NULL, &m, &err), IMP_USAGE);
  assert_string_equal(err.id, "usage.origin");
  mark(err.id);
  assert_int_equal(imp_measures(law, &query, "9503", "CN", "Atlantis", &m, &err), IMP_USAGE);
  assert_string_equal(err.id, "usage.place");
  assert_null(m);
}

static void no_check_and_no_law(void **state) {
  (void)state;
  struct imp_text out = {0};
  struct imp_error err = {0};
  struct imp_check_options options = {.only = "spelling"};
  assert_int_equal(imp_check(ask_folder(), &options, &out, &err), IMP_USAGE);
  assert_string_equal(err.id, "usage.check");
  mark(err.id);
  char path[4096];
  assert_int_equal(imp_law_find(IMPOST_ROOT "/tests", NULL, path, sizeof path, &err), IMP_IO);
  assert_string_equal(err.id, "usage.law");
  mark(err.id);
  assert_int_equal(imp_law_find(IMPOST_ROOT "/law", NULL, path, sizeof path, &err), IMP_OK);
  assert_string_equal(path, IMPOST_ROOT "/law");
  assert_int_equal(imp_law_find(IMPOST_ROOT "/law", NULL, path, 4, &err), IMP_USAGE);
}

/* ---- the table ---------------------------------------------------------------------------------------------------- */

/* Runs last: the tests above mark what they produced. */
static void every_id_was_produced(void **state) {
  (void)state;
  int missing = 0;
  for (size_t i = 0; i < COUNT(table); i++)
    if (!seen[i]) {
      print_error("nothing here produces %s\n", table[i].id);
      missing++;
    }
  assert_int_equal(missing, 0);
}

static struct str read_text(struct arena *a, const char *path) {
  struct str text = {0};
  if (file_read(a, path, 0, &text, NULL) != IMP_OK) fail_msg("%s is missing", path);
  return text;
}

static void the_page_lists_every_id(void **state) {
  (void)state;
  struct arena a = {0};
  struct str page = read_text(&a, IMPOST_ROOT "/docs/refusals.md");
  for (size_t i = 0; i < COUNT(table); i++) {
    char row[200];
    snprintf(row, sizeof row, "| `%s` | %s |", table[i].id, table[i].line);
    if (!strstr(page.p, row)) fail_msg("docs/refusals.md has no row %s", row);
    for (size_t k = 0; k < i; k++) assert_string_not_equal(table[i].id, table[k].id);
  }
  arena_free(&a);
}

/* Ids as they stand in sources: "refuse.code" in quotes. */
static int missing_ids(const char *source, const char *page, const char *family) {
  int missing = 0;
  char needle[16], row[100];
  snprintf(needle, sizeof needle, "\"%s.", family);
  for (const char *p = source; (p = strstr(p, needle)) != NULL; p++) {
    size_t n = 1;
    while (islower((unsigned char)p[n]) || p[n] == '-' || p[n] == '.') n++;
    if (p[n] != '"' || p[n - 1] == '.') continue;
    snprintf(row, sizeof row, "| `%.*s` |", (int)n - 1, p + 1);
    if (strstr(page, row)) continue;
    print_error("docs/refusals.md does not have %s\n", row);
    missing++;
  }
  return missing;
}

static void the_page_lists_what_sources_say(void **state) {
  (void)state;
  static const char *const folders[] = {"/src/book", "/src/cli", "/src/report"};
  static const char *const endings[] = {".c", ".def", NULL};
  struct arena a = {0};
  struct str page = read_text(&a, IMPOST_ROOT "/docs/refusals.md");
  int missing = 0;
  for (size_t f = 0; f < COUNT(folders); f++) {
    char folder[300], path[800];
    struct file_list files;
    snprintf(folder, sizeof folder, "%s%s", IMPOST_ROOT, folders[f]);
    if (!file_is_dir(folder)) continue;
    assert_int_equal(file_tree(&a, folder, endings, NULL, &files, NULL), IMP_OK);
    for (size_t i = 0; i < files.count; i++) {
      snprintf(path, sizeof path, "%s/%s", folder, files.paths[i]);
      struct str source = read_text(&a, path);
      missing += missing_ids(source.p, page.p, "refuse") + missing_ids(source.p, page.p, "usage") +
                 missing_ids(source.p, page.p, "input");
    }
  }
  arena_free(&a);
  assert_int_equal(missing, 0);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(lines_are_refused),
      cmocka_unit_test(law_in_a_circle),
      cmocka_unit_test(law_that_asks_too_much),
      cmocka_unit_test(calls_are_refused),
      cmocka_unit_test(measures_are_refused),
      cmocka_unit_test(no_check_and_no_law),
      cmocka_unit_test(every_id_was_produced),
      cmocka_unit_test(the_page_lists_every_id),
      cmocka_unit_test(the_page_lists_what_sources_say),
  };
  return cmocka_run_group_tests_name("refusals", tests, open_law, close_law);
}
