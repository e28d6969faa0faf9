// SPDX-License-Identifier: Apache-2.0
// Labels of headings: one for every heading of the shipped schedule, short, found by word.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "names/names.h"
#include "support/scarce.h"

#define LAW IMPOST_ROOT "/law"

static struct names_headings *h;

static int begin(void **state) {
  (void)state;
  struct imp_error err = {0};
  return names_headings_load(LAW, &h, &err) != IMP_OK;
}

static int finish(void **state) {
  (void)state;
  names_headings_free(h);
  return 0;
}

static void one_for_every_heading(void **state) {
  (void)state;
  struct names *n = NULL;
  struct imp_error err = {0};
  uint32_t count, headings = 0;
  assert_int_equal(names_load(LAW, &n, &err), IMP_OK);
  const struct names_line *rows = names_lines(n, 0, 99999999, &count);
  assert_true(count > 11000);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t code = rows[i].code8 / 10000;
    if (i > 0 && rows[i - 1].code8 / 10000 == code) continue;
    headings++;
    if (!names_heading_label(h, code)) fail_msg("heading %04u has no label", (unsigned)code);
  }
  assert_int_equal(headings, names_heading_count(h)); /* and none is left over */
  names_free(n);
}

static void short_and_plain(void **state) {
  (void)state;
  for (uint32_t i = 0; i < names_heading_count(h); i++) {
    const char *label = names_heading_at(h, i)->label;
    size_t n = strlen(label), words = 1;
    for (size_t k = 0; k < n; k++) words += label[k] == ' ';
    if (n < 3 || n > 60 || words > 6) fail_msg("too long or too short: %s", label);
    if (label[0] == ' ' || label[n - 1] == ' ' || strstr(label, "  "))
      fail_msg("stray spaces: %s", label);
  }
}

static uint32_t first(const char *words) {
  uint32_t found[8];
  uint32_t n = names_heading_search(h, str_of(words), found, 8);
  return n ? names_heading_at(h, found[0])->code : 0;
}

static void found_by_word(void **state) {
  (void)state;
  assert_int_equal(first("rechargeable battery"), 8507);
  assert_int_equal(first("BATTERIES rechargeable"), 8507);
  assert_int_equal(first("smartphone"), 8517);
  assert_int_equal(first("toy"), 9503);
  assert_int_equal(first("suitcas"), 4202);
  assert_int_equal(first("passenger car"), 8703);
  assert_int_equal(first("zebra"), 0);
  assert_int_equal(first(""), 0);
  assert_int_equal(first("rechargeable zebra"), 0);
}

static void whole_words_first(void **state) {
  (void)state;
  uint32_t found[64];
  uint32_t n = names_heading_search(h, STR("car"), found, 64);
  assert_true(n > 2);
  assert_int_equal(names_heading_at(h, found[0])->code, 8606); /* "freight cars" before "carpets" */
  assert_int_equal(names_heading_search(h, STR("car"), found, 1),
                   n); /* counted beyond what is filled */
}

static uint32_t first_of(const char *words) {
  uint32_t found[8];
  uint32_t n = names_heading_search(h, str_of(words), found, 8);
  return n ? names_heading_at(h, found[0])->code : 0;
}

/* Everyday words find what the labels call otherwise; the word of a label goes before. */
static void other_words_for_it(void **state) {
  (void)state;
  assert_int_equal(first_of("phones"), 8517);
  assert_int_equal(first_of("tyres"), first_of("tires"));
  assert_int_equal(first_of("jeans"), first_of("trousers"));
  assert_int_equal(first_of("lorry"), first_of("trucks"));
  assert_int_equal(first_of("aluminium foil"), first_of("aluminum foil"));
  assert_int_equal(first_of("aluminium foil"), 7607);
  assert_int_equal(first_of("nonsuch phones"), 0);
}

/* Each row of the table leads to a label by its second column. */
static void no_synonym_leads_nowhere(void **state) {
  (void)state;
  struct arena a = {0};
  struct str rest, row;
  uint32_t rows = 0;
  assert_int_equal(file_read(&a, LAW "/us/synonyms.tsv", 0, &rest, NULL), IMP_OK);
  while (str_split(&rest, '\n', &row)) {
    struct str word, also;
    if (!row.n || row.p[0] == '#') continue;
    rows++;
    assert_true(str_split(&row, '\t', &word));
    while (str_split(&row, ';', &also))
      if (!names_heading_search(h, also, NULL, 0))
        fail_msg("%.*s leads to \"%.*s\", which no label has", (int)word.n, word.p, (int)also.n,
                 also.p);
  }
  assert_true(rows > 50);
  arena_free(&a);
}

static void a_folder_without_labels(void **state) {
  (void)state;
  struct names_headings *none = NULL;
  struct imp_error err = {0};
  assert_int_equal(names_headings_load(IMPOST_ROOT "/tests/names/tables", &none, &err), IMP_OK);
  assert_int_equal(names_heading_count(none), 0);
  assert_null(names_heading_label(none, 4202));
  names_headings_free(none);
}

static enum imp_status load_text(const char *text) {
  char folder[] = "/tmp/impost-headings-XXXXXX", path[80];
  struct names_headings *got = NULL;
  struct imp_error err = {0};
  assert_non_null(mkdtemp(folder));
  snprintf(path, sizeof path, "mkdir %s/us", folder);
  assert_int_equal(system(path), 0);
  snprintf(path, sizeof path, "%s/us/headings.tsv", folder);
  FILE *f = fopen(path, "w");
  assert_non_null(f);
  fputs(text, f);
  fclose(f);
  enum imp_status status = names_headings_load(folder, &got, &err);
  names_headings_free(got);
  unlink(path);
  path[strlen(path) - strlen("/headings.tsv")] = '\0';
  rmdir(path);
  rmdir(folder);
  return status;
}

static void faults_are_told(void **state) {
  (void)state;
  assert_int_equal(load_text("4202\tbags\n"), IMP_OK);
  assert_int_equal(load_text("42\tbags\n"), IMP_IO);
  assert_int_equal(load_text("4202\t\n"), IMP_IO);
  assert_int_equal(load_text("4202\tbags\tmore\n"), IMP_IO);
  assert_int_equal(load_text("4202\tbags\n4202\tcases\n"), IMP_IO);
  assert_int_equal(load_text("4203\tbags\n4202\tcases\n"), IMP_IO);
  assert_int_equal(load_text("4202\tbags and bags and bags and bags and bags and bags and bags and "
                             "more of them\n"),
                   IMP_IO);
}

static void out_of_memory(void **state) {
  (void)state;
  bool good = false;
  size_t allowed = 0;
  for (; !good && allowed < 5000; allowed++) {
    struct names_headings *got = NULL;
    struct imp_error err = {0};
    scarce_begin(allowed);
    good = names_headings_load(LAW, &got, &err) == IMP_OK;
    if (!good) assert_null(got);
    names_headings_free(got);
    assert_int_equal(scarce_end(), 0);
  }
  assert_true(good && allowed > 2);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_for_every_heading),
      cmocka_unit_test(short_and_plain),
      cmocka_unit_test(found_by_word),
      cmocka_unit_test(whole_words_first),
      cmocka_unit_test(a_folder_without_labels),
      cmocka_unit_test(faults_are_told),
      cmocka_unit_test(out_of_memory),
      cmocka_unit_test(other_words_for_it),
      cmocka_unit_test(no_synonym_leads_nowhere),
  };
  return cmocka_run_group_tests(tests, begin, finish);
}
