// SPDX-License-Identifier: Apache-2.0
// Memory runs out inside the reading of articles.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "impost/news.h"
#include "library/starve.h"
#include "support/ask.h"

static const char text[] =
    "Bessent said China is expected to put off its rare earth permits by a year.\n"
    "\"We have a very good framework for the leaders,\" Bessent told reporters. Mary Hollister "
    "said port fees were discussed.\n"
    "Trump has threatened a 30% tariff on Chinese goods from Nov. 5 if the talks fail.\n";

static struct imp_reader *reader;

static int begin(void **state) {
  (void)state;
  return imp_reader_open(IMPOST_ROOT "/law", &reader, NULL) != IMP_OK;
}

static int finish(void **state) {
  (void)state;
  imp_reader_free(reader);
  return 0;
}

static enum imp_status open_rules(void) {
  struct imp_reader *r = NULL;
  enum imp_status status = imp_reader_open(IMPOST_ROOT "/law", &r, NULL);
  if (status != IMP_OK) assert_null(r);
  imp_reader_free(r);
  return status;
}

static enum imp_status count_bytes(void *user, const void *bytes, size_t n, struct imp_error *err) {
  (void)err;
  assert_non_null(bytes);
  *(size_t *)user += n;
  return IMP_OK;
}

static enum imp_status read_story(void) {
  struct imp_story *s = NULL;
  struct imp_text out = {0};
  struct imp_report_options form = {.format = IMP_JSON};
  const struct imp_news_article a = {.name = "a",
                                     .bytes = text,
                                     .size = strlen(text),
                                     .published = "2025-10-26"};
  enum imp_status status = imp_story_new(reader, &s, NULL);
  if (status == IMP_OK) status = imp_story_add(s, &a, NULL);
  if (status == IMP_OK) status = imp_story_read(s, NULL);
  if (status == IMP_OK) status = imp_report_story(s, &form, 0, &out, NULL);
  form.format = IMP_TEXT;
  if (status == IMP_OK) status = imp_report_story(s, &form, 3, &out, NULL);
  if (status == IMP_OK) assert_non_null(strstr(out.p, "us-tariff-30-cn"));
  out.n = 0;
  size_t pieces = 0;
  if (status == IMP_OK) status = imp_report_story(s, &form, 1, &out, NULL);
  if (status == IMP_OK) status = imp_report_story_to(s, &form, 1, count_bytes, &pieces, NULL);
  if (status == IMP_OK) assert_int_equal(pieces, out.n);
  static const char page[] = "<p>China would make &ldquo;large&rdquo; <b>purchases</b></p>";
  struct imp_text words = {0};
  if (status == IMP_OK) status = imp_page_words(page, sizeof page - 1, &words, NULL);
  if (status == IMP_OK) assert_int_equal(words.n, strlen("China would make \"large\" purchases"));
  imp_text_free(&words);
  imp_text_free(&out);
  imp_story_free(s);
  return status;
}

static struct imp_story *told;

static enum imp_status view(void) {
  struct imp_news_view *v = NULL;
  enum imp_status status = imp_news_view_open(told, &v, NULL);
  if (status == IMP_OK) {
    assert_int_equal(imp_news_view_articles(v), 1);
    assert_string_equal(imp_news_view_article(v, 0)->name, "a");
    assert_true(imp_news_view_statements(v) > 0);
    assert_non_null(imp_news_view_statement(v, 0));
  } else {
    assert_null(v);
  }
  imp_news_view_free(v);
  return status;
}

static enum imp_status check_rules(void) {
  struct imp_text out = {0};
  enum imp_status status = imp_reader_check(reader, told, &out, NULL);
  imp_text_free(&out);
  return status;
}

static void what_was_read(void **state) {
  (void)state;
  const struct imp_news_article a = {.name = "a",
                                     .bytes = text,
                                     .size = strlen(text),
                                     .published = "2025-10-26"};
  assert_int_equal(imp_story_new(reader, &told, NULL), IMP_OK);
  assert_int_equal(imp_story_add(told, &a, NULL), IMP_OK);
  assert_int_equal(imp_story_read(told, NULL), IMP_OK);
  starve(view, 1);
  starve(check_rules, 1);
  imp_story_free(told);
}

static void news(void **state) {
  (void)state;
  starve(open_rules, 5);
  starve(read_story, 8);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(news), cmocka_unit_test(what_was_read)};
  return cmocka_run_group_tests(tests, begin, finish);
}
