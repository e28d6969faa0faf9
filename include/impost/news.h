// SPDX-License-Identifier: Apache-2.0
// Reading reports: who says what about which measure, with which number and day, how firmly, and whether the side that
// decides has confirmed it. Nothing here changes law, and nothing here knows a bill. docs/news.md has the method, the
// language of the rule files and the shape of the JSON.
//
// A reader is made once from the rule files of a law folder and may be used by many stories; it outlives them. A story
// takes articles, which it copies; its report is asked for when all are in.
#ifndef IMPOST_NEWS_H
#define IMPOST_NEWS_H

#include "impost/report.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

struct imp_reader;
/* `folder` is that of the law; the files stand in news/ below it. IMP_FINDINGS "news.rules" names file and line. */
enum imp_status imp_reader_open(const char *folder, struct imp_reader **out, struct imp_error *err);
void imp_reader_free(struct imp_reader *reader);
/* Runs the examples of every rule: what must match and what must not. IMP_FINDINGS when one fails. */
enum imp_status imp_reader_check(const struct imp_reader *reader, struct imp_text *out,
                                 struct imp_error *err);

struct imp_story;
enum imp_status imp_story_new(const struct imp_reader *reader, struct imp_story **out,
                              struct imp_error *err);
void imp_story_free(struct imp_story *story);

struct imp_news_article {
  const char *name; /* as it is printed */
  const char *bytes;
  size_t size;
  const char
      *published; /* YYYY-MM-DD; NULL: what is printed in it, else what the other articles print */
  int html;       /* 1: a page, 0: text */
};
/* IMP_REFUSED with news.binary, news.encoding, news.language, news.empty or news.size: the article is not in the story,
 * which can go on. The same bytes twice add nothing. */
enum imp_status imp_story_add(struct imp_story *story, const struct imp_news_article *article,
                              struct imp_error *err);
/* Reads what was added: after the last article, before any report. */
enum imp_status imp_story_read(struct imp_story *story, struct imp_error *err);
uint32_t imp_story_count(const struct imp_story *story); /* of articles, without repeated ones */
/* Text for people, or IMP_JSON. `explain` adds rule and bytes of every statement to the text; JSON has them always. */
enum imp_status imp_report_story(const struct imp_story *story,
                                 const struct imp_report_options *options, int explain,
                                 struct imp_text *text, struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
