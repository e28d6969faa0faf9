// SPDX-License-Identifier: Apache-2.0
// Articles: whatever is read keeps bytes that are the article's, and asks for no more than it has.
// needs room: news
#include <assert.h>
#include <stdint.h>

#include "news/story.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char law[] = IMPOST_ROOT "/law";

static void check_spans(const struct news_story *y) {
  for (size_t i = 0; i < y->statement_count; i++) {
    const struct news_statement *st = &y->statements[i];
    size_t n = y->articles[st->article].bytes.n;
    assert(st->span.from < st->span.to && st->span.to <= n);
    assert(st->sentence.from <= st->span.from && st->span.to <= st->sentence.to &&
           st->sentence.to <= n);
    assert(st->date_span.to <= n && st->condition.to <= n && st->number_span.to <= n);
    assert(!st->dated || st->from < st->until);
  }
  for (size_t i = 0; i < y->form_count; i++) {
    const struct news_form *f = &y->forms[i];
    assert(f->span.from < f->span.to && f->span.to <= y->articles[f->article].bytes.n);
    assert(f->group <= i && y->forms[f->group].group == f->group);
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  static struct imp_reader *reader;
  struct imp_story *s = NULL;
  struct imp_text out = {0};
  struct imp_report_options form = {.format = IMP_JSON};
  if (reader == NULL && imp_reader_open(law, &reader, NULL) != IMP_OK) return 0;
  if (size == 0 || imp_story_new(reader, &s, NULL) != IMP_OK) return 0;
  struct imp_news_article a = {.name = "a",
                               .bytes = (const char *)data,
                               .size = size,
                               .html = data[0] == 'h'};
  a.published = data[0] == 'x' ? NULL : "2025-10-26";
  if (imp_story_add(s, &a, NULL) == IMP_OK && imp_story_read(s, NULL) == IMP_OK) {
    check_spans(&s->story);
    assert(imp_report_story(s, &form, 0, &out, NULL) == IMP_OK);
    form.format = IMP_TEXT;
    assert(imp_report_story(s, &form, 1, &out, NULL) == IMP_OK);
  }
  imp_text_free(&out);
  imp_story_free(s);
  return 0;
}
