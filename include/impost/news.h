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
struct imp_story;
/* Runs the examples of every rule: what must match and what must not. IMP_FINDINGS when one fails. Tells the rules that
 * could go without a change in what is read of the examples and, of a story that was read (NULL: none), of its
 * articles, and those that speak in none of its articles. */
enum imp_status imp_reader_check(const struct imp_reader *reader, const struct imp_story *corpus,
                                 struct imp_text *out, struct imp_error *err);

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
/* What a text for people tells beside what was read; JSON has all of it always. Sums of them, or 0. */
enum imp_story_detail {
  IMP_STORY_EXPLAIN = 1, /* rule and bytes of every statement */
  IMP_STORY_UNREAD = 2, /* the sentences that name a measure and gave nothing; else only how many */
  IMP_STORY_SURE =
      4 /* sure readings alone, JSON too: the weights of the .signs files say which those are */
};
/* Text for people, or IMP_JSON. `detail`: what of enum imp_story_detail is wanted. */
enum imp_status imp_report_story(const struct imp_story *story,
                                 const struct imp_report_options *options, int detail,
                                 struct imp_text *text, struct imp_error *err);
/* Takes the next bytes. Anything but IMP_OK ends the writing and is returned. */
typedef enum imp_status (*imp_news_put)(void *user, const void *bytes, size_t n,
                                        struct imp_error *err);
/* The same, piece by piece: however long a report is, little of it is held at once. */
enum imp_status imp_report_story_to(const struct imp_story *story,
                                    const struct imp_report_options *options, int detail,
                                    imp_news_put put, void *user, struct imp_error *err);

/* ---- what was read, for programs ------------------------------------------------------------------------------------
 * A view lists articles and, article by article, statements of a story that was read. It lives as long as the story; its texts as long as it. */
struct imp_news_piece { /* bytes of the article, [from, to); to 0: none */
  uint32_t from, to;
};
struct imp_news_source { /* an article */
  const char *name;
  const char *published; /* ISO; NULL: not known */
  const char *how;       /* given, printed, from the other articles, unknown */
  const char *sha256;    /* 64 hex digits, of the bytes */
  const char *bytes;
  size_t size;
  int html;
  const char *text; /* decoded, one paragraph a line */
  const char *body; /* the same without headings, captions and tag lines */
};
struct imp_news_statement {
  uint32_t article; /* index into the view */
  const char *measure,
      *key; /* as printed, us-tariff-100-cn; as the files write it, I-tariff-%-G-T */
  const char *title, *kind;
  const char *decides;    /* code of the side that decides; "": either speaks for itself */
  const char *status;     /* a word of the table of docs/news.md */
  const char *number;     /* 100%, P1Y, 12000000; NULL */
  const char *unit;       /* of an amount: "$", "tons", "bushels"; NULL */
  const char *from, *to;  /* first and last day, ISO; NULL: open or none */
  const char *speaker;    /* name, or "outlet" */
  const char *actor;      /* id in the actor files; NULL: outlet, or a name the files do not have */
  const char *side;       /* of the speaker, "US"; "": none */
  const char *side_name;  /* "United States" */
  const char *about;      /* whose act it is when another tells it; NULL */
  const char *about_side; /* "": none */
  const char *venue;      /* NULL */
  const char *rule;
  int quoted;   /* in the speaker's own words */
  int negative; /* the words deny what the status says */
  int sure; /* hundredths: of readings as hard as this one so many are right; -1: the law has no weights */
  int uncertain; /* less sure than the law asks for */
  struct imp_news_piece evidence, sentence, condition;
};
struct imp_news_view;
enum imp_status imp_news_view_open(const struct imp_story *story, struct imp_news_view **out,
                                   struct imp_error *err);
void imp_news_view_free(struct imp_news_view *view);
uint32_t imp_news_view_articles(const struct imp_news_view *view);
const struct imp_news_source *imp_news_view_article(const struct imp_news_view *view, uint32_t i);
uint32_t imp_news_view_statements(const struct imp_news_view *view);
const struct imp_news_statement *imp_news_view_statement(const struct imp_news_view *view,
                                                         uint32_t i);

/* The words of `n` bytes of a page: without tags, with its characters for its entities, runs of blanks as one. `text` is
 * written over and is the caller's (imp_text_free). IMP_REFUSED: binary, or not UTF-8. */
enum imp_status imp_page_words(const char *bytes, size_t n, struct imp_text *text,
                               struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
