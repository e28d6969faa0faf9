// SPDX-License-Identifier: Apache-2.0
// Lines an outlet prints under everything: what stands word for word in three of its reports that are otherwise
// different is no part of any. A line with a number or a quotation is always kept, and so are all lines of a re-issue.
// Whose a report is the page says, or the brackets of its dateline; where neither does nothing is compared.
#include <stdlib.h>
#include <string.h>

#include "news/news_own.h"

#define LEAST_ARTICLES 3
#define MOST_LINES     400 /* of an article; those behind are not compared */

struct stock_line {
  uint32_t hash, article;
};

static long find_text(struct str s, const char *what) {
  size_t n = strlen(what);
  for (size_t i = 0; i + n <= s.n; i++) {
    const char *p = memchr(s.p + i, what[0], s.n - n - i + 1);
    if (p == NULL) return -1;
    i = (size_t)(p - s.p);
    if (memcmp(p, what, n) == 0) return (long)i;
  }
  return -1;
}

static uint32_t line_hash(uint32_t outlet, struct str s) {
  return news_fold(news_word_hash(s.p, s.n)) ^ outlet;
}

/* content="..." behind og:site_name. */
static struct str site_name(struct str page) {
  long at = find_text(page, "og:site_name");
  if (at < 0) return (struct str){NULL, 0};
  struct str rest =
      str_sub(page, (size_t)at, (size_t)at + 300 < page.n ? (size_t)at + 300 : page.n);
  at = find_text(rest, "content=");
  if (at < 0 || (size_t)at + 10 > rest.n) return (struct str){NULL, 0};
  rest = str_sub(rest, (size_t)at + 9, rest.n);
  long end = str_find(rest, rest.p[-1]);
  return end > 0 ? str_sub(rest, 0, (size_t)end) : (struct str){NULL, 0};
}

/* "(Newsline)" before the dash of a dateline. */
static struct str bracketed(struct str text) {
  struct str head = str_sub(text, 0, text.n < 600 ? text.n : 600);
  for (size_t i = 0; i < head.n; i++) {
    size_t n = 1;
    if (head.p[i] != '(') continue;
    while (i + n < head.n && (head.p[i + n] == ' ' || (head.p[i + n] | 32) >= 'a') &&
           (unsigned char)head.p[i + n] < 0x7f)
      n++;
    bool dash = i + n + 2 < head.n && head.p[i + n] == ')' && head.p[i + n + 1] == ' ' &&
                (head.p[i + n + 2] == '-' || head.p[i + n + 2] == NEWS_DASH);
    if (dash && n > 2) return str_sub(head, i + 1, i + n);
  }
  return (struct str){NULL, 0};
}

static bool may_be_stock(struct str s) {
  if (s.n < 16 || s.n > 300) return false;
  for (size_t i = 0; i < s.n; i++)
    if ((s.p[i] >= '0' && s.p[i] <= '9') || s.p[i] == '"') return false;
  return true;
}

bool news_stock_note(struct news_story *y, struct news_article *a, struct str text) {
  uint32_t room[MOST_LINES];
  size_t n = 0;
  struct str rest = text, line, outlet = a->html ? site_name(a->bytes) : bracketed(text);
  if (outlet.n == 0) outlet = bracketed(text);
  a->outlet = outlet.n > 0 ? news_fold(news_word_hash(outlet.p, outlet.n)) : 0;
  while (a->outlet != 0 && n < MOST_LINES && str_split(&rest, '\n', &line)) {
    line = str_trim(line);
    if (may_be_stock(line)) room[n++] = line_hash(a->outlet, line);
    if (rest.p == NULL) break;
  }
  a->line_count = (uint32_t)n;
  a->lines = n > 0 ? arena_copy(&y->arena, room, n * sizeof *room) : NULL;
  return n == 0 || a->lines != NULL;
}

static int by_hash(const void *a, const void *b) {
  const struct stock_line *x = a, *y = b;
  if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
  return x->article < y->article ? -1 : x->article > y->article;
}

/* Of lines in order those that stand in enough articles; returns how many, at the front. */
static size_t keep_common(struct stock_line *all, size_t n) {
  size_t kept = 0;
  for (size_t i = 0; i < n;) {
    size_t end = i, articles = 0;
    for (; end < n && all[end].hash == all[i].hash; end++)
      articles += end == i || all[end].article != all[end - 1].article;
    if (articles >= LEAST_ARTICLES) all[kept++] = all[i];
    i = end;
  }
  return kept;
}

static bool is_common(const struct news_story *y, uint32_t hash) {
  size_t low = 0, high = y->stock_count;
  while (low < high) {
    size_t mid = (low + high) / 2;
    if (y->stock[mid] < hash)
      low = mid + 1;
    else
      high = mid;
  }
  return low < y->stock_count && y->stock[low] == hash;
}

bool news_is_stock(const struct news_story *y, uint32_t article, struct str line) {
  const struct news_article *a = &y->articles[article];
  if (y->stock_count == 0 || a->outlet == 0 || a->reissue || !may_be_stock(line)) return false;
  return is_common(y, line_hash(a->outlet, line));
}

/* An article most of whose lines stand in others is one of them printed again. */
static void mark_reissues(struct news_story *y) {
  for (size_t i = 0; i < y->article_count; i++) {
    struct news_article *a = &y->articles[i];
    uint32_t common = 0;
    for (uint32_t k = 0; k < a->line_count; k++) common += is_common(y, a->lines[k]);
    a->reissue = a->line_count >= 2 && common * 2 > a->line_count;
  }
}

enum imp_status news_stock_find(struct news_story *y, struct imp_error *err) {
  size_t n = 0, at = 0;
  y->stock_count = 0;
  if (y->article_count < LEAST_ARTICLES) return IMP_OK;
  for (size_t i = 0; i < y->article_count; i++) n += y->articles[i].line_count;
  struct stock_line *all = n > 0 ? mem_alloc(n * sizeof *all) : NULL;
  if (n == 0) return IMP_OK;
  if (all == NULL) return error_no_memory(err);
  for (uint32_t i = 0; i < y->article_count; i++)
    for (uint32_t k = 0; k < y->articles[i].line_count; k++)
      all[at++] = (struct stock_line){y->articles[i].lines[k], i};
  qsort(all, n, sizeof *all, by_hash);
  n = keep_common(all, n);
  uint32_t *hashes = n > 0 ? arena_alloc(&y->arena, n * sizeof *hashes) : NULL;
  for (size_t i = 0; i < n && hashes != NULL; i++) hashes[i] = all[i].hash;
  mem_free(all);
  if (n > 0 && hashes == NULL) return error_no_memory(err);
  y->stock = hashes;
  y->stock_count = n;
  mark_reissues(y);
  return IMP_OK;
}
