// SPDX-License-Identifier: Apache-2.0
// Lines of an article: what is report, what is a post printed in it, and what only frames it.
//
// A line is a paragraph; in a text broken at a column, lines up to an empty one are. What has no end of a sentence
// and quotes nothing is a heading, a caption or a tag: the outlet's frame, never evidence. A line with a quotation
// is always kept.
#include <string.h>

#include "news/news_own.h"

static bool holds(struct str s, const char *word) {
  size_t n = strlen(word);
  for (size_t i = 0; i + n <= s.n; i++) {
    const char *p = memchr(s.p + i, word[0], s.n - n - i + 1);
    if (p == NULL) return false;
    i = (size_t)(p - s.p);
    if (memcmp(p, word, n) == 0) return true;
  }
  return false;
}

/* Without blanks and, where lines were joined, without the end of the last one. */
static struct str line_text(const struct news_text *t, const struct news_line *l) {
  struct str s = {t->text.p + l->from, l->to - l->from};
  while (s.n > 0 && strchr(" \t\r\n", s.p[s.n - 1]) != NULL) s.n--;
  return str_trim(s);
}

static bool is_signature(struct str s) {
  return s.n < 160 && (s.n > 0 && (s.p[0] == NEWS_DASH || s.p[0] == '-')) && holds(s, "(@") &&
         holds(s, ")");
}

static bool is_post(struct str s) {
  return holds(s, "pic.twitter.com/") || holds(s, "https://t.co/") ||
         (s.n > 2 && s.p[0] == '.' && s.p[1] == '@');
}

static uint32_t count_words(struct str s) {
  uint32_t n = 0;
  for (size_t i = 0; i < s.n; i++)
    if (s.p[i] != ' ' && (i == 0 || s.p[i - 1] == ' ')) n++;
  return n;
}

static bool ends_sentence(struct str s) {
  if (s.n >= 4 && memcmp(s.p + s.n - 4, "U.S.", 4) == 0 && memchr(s.p, '.', s.n - 4) == NULL)
    return false; /* a heading: the point is that of the letters */
  while (s.n > 0 && (s.p[s.n - 1] == '"' || s.p[s.n - 1] == '\'' || s.p[s.n - 1] == ')')) s.n--;
  return s.n > 0 && strchr(".?!:;,", s.p[s.n - 1]) != NULL;
}

static bool quotes_words(struct str s) {
  const char *open = memchr(s.p, '"', s.n);
  if (open == NULL) return false;
  struct str rest = {open + 1, s.n - (size_t)(open + 1 - s.p)};
  long close = str_find(rest, '"');
  return close > 0 && count_words(str_sub(rest, 0, (size_t)close)) >= 2;
}

static bool begins_with_any(struct str s) {
  static const char *const words[] = {"Copyright",     "(c) 20",     "All rights reserved",
                                      "Read more",     "READ MORE",  "Read also",
                                      "Also read",     "Sign up",    "Subscribe",
                                      "Advertisement", "Photo:",     "Image:",
                                      "File photo",    "FILE PHOTO", "Follow us",
                                      "Click here"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (str_starts(s, str_of(words[i]))) return true;
  return false;
}

/* "- Canada will lift its duties on Monday": an item of a list needs no stop. */
static bool is_item(struct str s) {
  static const char *const signs[] = {
      "- ",       "* ",           "\xe2\x80\xa2", "\xe2\x80\x93 ", "\xe2\x80\x94 ",
      "\xc2\xb7", "\xe2\x96\xaa", "\xe2\x97\x8f"};
  bool led = false;
  for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
    led = led || str_starts(s, str_of(signs[i]));
  size_t n = 0;
  while (n < s.n && n < 2 && s.p[n] >= '0' && s.p[n] <= '9') n++;
  led = led || (n > 0 && n + 1 < s.n && (s.p[n] == '.' || s.p[n] == ')') && s.p[n + 1] == ' ');
  return led && count_words(s) > 5;
}

static enum news_line_kind classify(struct str s) {
  if (s.n == 0) return NEWS_FURNITURE;
  if (is_signature(s)) return NEWS_SIGNATURE;
  if (is_post(s)) return NEWS_POST;
  if (quotes_words(s)) return NEWS_BODY;
  if (s.p[0] == NEWS_HEADING || begins_with_any(s)) return NEWS_FURNITURE;
  return ends_sentence(s) || is_item(s) ? NEWS_BODY : NEWS_FURNITURE;
}

/* A text whose lines all break before column 100, some within a sentence, was broken by a program: lines up to an
 * empty one are joined. Short paragraphs of a sentence each are paragraphs. */
static bool is_broken(struct str text) {
  size_t lines = 0, at = 0, longest = 0, full = 0, ends = 0;
  while (at < text.n) {
    const char *end = memchr(text.p + at, '\n', text.n - at);
    size_t to = end != NULL ? (size_t)(end - text.p) : text.n;
    if (to - at > longest) longest = to - at;
    if (longest > 100) return false;
    if (to - at >= 50) full++;
    ends += to - at >= 50 && ends_sentence(str_trim(str_sub(text, at, to)));
    lines++;
    at = to + 1;
  }
  return lines >= 5 && full * 2 >= lines && ends < full;
}

static bool add_line(struct news_lines *out, uint32_t from, uint32_t to) {
  if (!mem_grow((void **)&out->items, &out->cap, out->count + 1, sizeof *out->items)) return false;
  out->items[out->count++] =
      (struct news_line){.from = from, .to = to, .kind = NEWS_BODY, .signature = UINT32_MAX};
  return true;
}

static bool cut_lines(struct str text, bool broken, struct news_lines *out) {
  uint32_t at = 0, start = 0;
  bool open = false; /* a paragraph has begun that the next line may go on with */
  while (at < text.n) {
    const char *end = memchr(text.p + at, '\n', text.n - at);
    uint32_t to = end != NULL ? (uint32_t)(end - text.p) : (uint32_t)text.n;
    bool empty = str_trim((struct str){text.p + at, to - at}).n == 0;
    if (empty && open && !add_line(out, start, at)) return false;
    if (!empty && !broken && !add_line(out, at, to)) return false;
    if (!open) start = at;
    open = broken && !empty;
    at = to + 1;
  }
  return !open || add_line(out, start, (uint32_t)text.n);
}

/* The line before the signature breaks off, and the one behind it goes on. */
static bool is_torn(const struct news_text *t, const struct news_lines *l, uint32_t i) {
  struct str first = line_text(t, &l->items[i - 1]), second = line_text(t, &l->items[i + 1]);
  return first.n > 0 && second.n > 0 && !ends_sentence(first) && !is_post(first) &&
         second.p[0] != '.' && l->items[i + 1].kind != NEWS_SIGNATURE && first.p[0] != NEWS_HEADING;
}

/* A signature signs the line before it, and the one after when that is a post too: a post is often cut in two. */
static void sign_posts(const struct news_text *t, struct news_lines *l) {
  for (uint32_t i = 0; i < l->count; i++) {
    if (l->items[i].kind != NEWS_SIGNATURE) continue;
    bool before = i > 0 && l->items[i - 1].kind != NEWS_SIGNATURE;
    bool signs_own = i + 2 < l->count && l->items[i + 2].kind == NEWS_SIGNATURE;
    if (before && i + 1 < l->count && !signs_own && is_torn(t, l, i)) {
      l->items[i - 1].torn = true;
      l->items[i + 1].taken = true;
    }
    if (before) {
      l->items[i - 1].kind = NEWS_POST;
      l->items[i - 1].signature = i;
    }
    if (i + 1 < l->count && l->items[i + 1].kind == NEWS_POST &&
        line_text(t, &l->items[i + 1]).p[0] != '.' && !signs_own)
      l->items[i + 1].signature = i;
  }
}

/* "NAME announces new tariffs. What does it mean for China?" at the head of a page: its title. */
static bool is_asking_title(struct str s) {
  return s.n > 1 && s.p[s.n - 1] == '?' && !quotes_words(s);
}

bool news_lines_find(const struct news_text *t, struct news_lines *out) {
  struct str text = buf_str(&t->text);
  if (!cut_lines(text, is_broken(text), out)) return false;
  for (size_t i = 0; i < out->count; i++)
    out->items[i].kind = classify(line_text(t, &out->items[i]));
  if (out->count > 1 && is_asking_title(line_text(t, &out->items[0])))
    out->items[0].kind = NEWS_FURNITURE;
  sign_posts(t, out);
  return true;
}
