// SPDX-License-Identifier: Apache-2.0
// The room's two public objects.
#ifndef IMPOST_NEWS_STORY_H
#define IMPOST_NEWS_STORY_H

#include "impost/news.h"
#include "news/news_own.h"

struct imp_reader {
  struct news_rules *rules;
};

struct imp_story {
  struct news_story story;
};

#endif
