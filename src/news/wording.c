// SPDX-License-Identifier: Apache-2.0
// Where the printings of one utterance do not have the same words: "a great deal of" here, "tremendous" there.
//
// Each printing is aligned with the longest one by the longest common run of words in order. Between two words that both have, each
// may have others: where both do, and not small ones alone, the wording differs. What one leaves out is no difference, nor
// what stands where a printing has dots; case, points and spelling are none either, as words are compared in one spelling,
// nor is "one hundred per cent" beside "100%".
#include <string.h>

#include "news/report_own.h"

#define WORDS 200 /* of a form; as many as are kept to join it */

static const struct {
  const char *word;
  int64_t value;
} numbers[] = {{"one", 1},        {"two", 2},       {"three", 3},     {"four", 4},
               {"five", 5},       {"six", 6},       {"seven", 7},     {"eight", 8},
               {"nine", 9},       {"ten", 10},      {"eleven", 11},   {"twelve", 12},
               {"thirteen", 13},  {"fourteen", 14}, {"fifteen", 15},  {"sixteen", 16},
               {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20},
               {"thirty", 30},    {"forty", 40},    {"fifty", 50},    {"sixty", 60},
               {"seventy", 70},   {"eighty", 80},   {"ninety", 90},   {"hundred", 100},
               {"percent", 0},    {"per", 0},       {"cent", 0}};

#define NUMBERS (sizeof numbers / sizeof *numbers)

struct cut { /* a form in words, with the bytes of each */
  uint32_t words[WORDS];
  struct news_span at[WORDS];
  int64_t milli[WORDS]; /* of a numeral in thousandths; -1: a word */
  uint32_t count;
};

struct work {
  struct cut a, b;
  uint16_t best[WORDS + 1][WORDS + 1]; /* length of the common run of the first words of both */
  struct news_token tokens[NEWS_PARAGRAPH];
  uint32_t small[NEWS_SMALL], numbers[NUMBERS]; /* folded, of the words of those names */
};

static struct work *begin(void) {
  struct work *w = mem_resize(NULL, sizeof *w);
  if (w == NULL) return NULL;
  for (uint32_t i = 0; i <= WORDS; i++) w->best[i][0] = w->best[0][i] = 0;
  news_small_words(w->small);
  for (size_t k = 0; k < NUMBERS; k++)
    w->numbers[k] = news_fold(news_word_hash(numbers[k].word, strlen(numbers[k].word)));
  return w;
}

/* Words of a form once more from its bytes: those are not kept with every form of a large story. */
static bool cut_form(struct work *w, const struct news_story *y, const struct news_form *f,
                     struct cut *out) {
  const struct news_article *a = &y->articles[f->article];
  struct news_text text;
  struct news_tokens tokens = {.items = w->tokens};
  out->count = 0;
  enum imp_status status =
      news_decode(str_sub(a->bytes, f->span.from, f->span.to), a->html, &text, NULL);
  if (status != IMP_OK) return status != IMP_NO_MEMORY; /* what is no text alone has no words */
  uint32_t to = (uint32_t)text.text.n;
  if (to > 0) news_tokens_cut(buf_str(&text.text), 0, &to, &tokens);
  for (uint32_t i = 0; i < tokens.count && out->count < WORDS; i++) {
    const struct news_token *t = &tokens.items[i];
    if (t->kind != NEWS_WORD && t->kind != NEWS_NUMERAL) continue;
    out->words[out->count] =
        news_fold(t->kind == NEWS_WORD ? t->hash : (uint64_t)t->milli * 31 + 7);
    out->milli[out->count] = t->kind == NEWS_NUMERAL ? t->milli : -1;
    uint32_t last = f->span.from + news_origin(&text, t->at + t->n - 1) + 1;
    while (last < f->span.to && ((unsigned char)a->bytes.p[last] & 0xc0) == 0x80) last++;
    out->at[out->count++] = (struct news_span){f->span.from + news_origin(&text, t->at), last};
  }
  news_text_free(&text);
  return true;
}

/* Row and column 0 are never written to: they stay zero. */
static void align(struct work *w) {
  for (uint32_t i = 1; i <= w->a.count; i++)
    for (uint32_t k = 1; k <= w->b.count; k++) {
      uint16_t up = w->best[i - 1][k], left = w->best[i][k - 1];
      w->best[i][k] = up > left ? up : left;
      if (w->a.words[i - 1] == w->b.words[k - 1])
        w->best[i][k] = (uint16_t)(w->best[i - 1][k - 1] + 1);
    }
}

static bool has_content(const struct work *w, const struct cut *c, uint32_t from, uint32_t to) {
  for (uint32_t i = from; i < to; i++)
    if (!news_is_small(w->small, c->words[i])) return true;
  return false;
}

/* The number that words say and nothing else, in thousandths; -1: they say something else. */
static int64_t number_in(const struct work *w, const struct cut *c, uint32_t from, uint32_t to) {
  int64_t sum = 0;
  for (uint32_t i = from; i < to; i++) {
    size_t k = 0;
    if (c->milli[i] >= 0) {
      if (sum > 0) return -1;
      sum = c->milli[i];
      continue;
    }
    while (k < NUMBERS && w->numbers[k] != c->words[i]) k++;
    if (k == NUMBERS || sum > 1000000) return -1;
    sum = numbers[k].value == 100 ? sum * 100 : sum + numbers[k].value * 1000;
  }
  return sum > 0 ? sum : -1;
}

static bool same_number(const struct work *w, uint32_t i, uint32_t i_to, uint32_t k,
                        uint32_t k_to) {
  int64_t a = number_in(w, &w->a, i, i_to);
  return a > 0 && a == number_in(w, &w->b, k, k_to);
}

/* Dots in a printing say that words are left out: what stands there in the other is no other wording. */
static bool has_dots(const struct news_form *f, uint32_t from, uint32_t to) {
  for (int i = 0; i < 2; i++)
    if (f->gaps[i] != UINT32_MAX && f->gaps[i] >= from && f->gaps[i] <= to) return true;
  return false;
}

static bool told(const struct news_story *y, const struct news_wording *list, size_t count,
                 const struct news_wording *one) {
  struct str b = str_sub(y->articles[one->b].bytes, one->at_b.from, one->at_b.to);
  for (size_t i = 0; i < count; i++) {
    struct str x = str_sub(y->articles[list[i].b].bytes, list[i].at_b.from, list[i].at_b.to);
    if (list[i].at_a.from == one->at_a.from && list[i].at_a.to == one->at_a.to && str_eq(x, b))
      return true;
  }
  return false;
}

/* From the end to the beginning along the common run; between two of its words stand those that differ. */
static size_t differences(struct work *w, const struct news_story *y, const struct news_form *a,
                          const struct news_form *b, struct news_wording *out, size_t count) {
  uint32_t i = w->a.count, k = w->b.count, i_behind = UINT32_MAX, k_behind = UINT32_MAX;
  while (i > 0 && k > 0) {
    if (w->a.words[i - 1] != w->b.words[k - 1] || w->best[i][k] != w->best[i - 1][k - 1] + 1) {
      if (w->best[i - 1][k] >= w->best[i][k - 1])
        i--;
      else
        k--;
      continue;
    }
    if (i_behind != UINT32_MAX && i < i_behind && k < k_behind && count < NEWS_WORDINGS &&
        has_content(w, &w->a, i, i_behind) && has_content(w, &w->b, k, k_behind) &&
        !same_number(w, i, i_behind, k, k_behind) && !has_dots(a, i, i_behind) &&
        !has_dots(b, k, k_behind)) {
      const struct news_wording one = {a->article,
                                       b->article,
                                       {w->a.at[i].from, w->a.at[i_behind - 1].to},
                                       {w->b.at[k].from, w->b.at[k_behind - 1].to}};
      if (!told(y, out, count, &one)) out[count++] = one;
    }
    i_behind = --i;
    k_behind = --k;
  }
  return count;
}

/* As they stand in the text. */
static void turn(struct news_wording *list, size_t count) {
  for (size_t i = 0; i < count / 2; i++) {
    struct news_wording x = list[i];
    list[i] = list[count - 1 - i];
    list[count - 1 - i] = x;
  }
}

static bool same_words(const struct news_form *a, const struct news_form *b) {
  return a->word_count == b->word_count &&
         memcmp(a->words, b->words, a->word_count * sizeof *a->words) == 0;
}

bool news_wording_find(const struct news_story *y, const uint32_t *next, uint32_t group,
                       struct news_wording out[NEWS_WORDINGS], size_t *count) {
  const struct news_form *longest = NULL;
  struct work *w = NULL;
  bool fine = true;
  *count = 0;
  for (uint32_t i = group + 1; i != 0; i = next[i - 1]) {
    const struct news_form *f = &y->forms[i - 1];
    if (f->kind != NEWS_INDIRECT && (longest == NULL || f->word_count > longest->word_count))
      longest = f;
  }
  for (uint32_t i = group + 1; i != 0 && longest != NULL && fine; i = next[i - 1]) {
    const struct news_form *f = &y->forms[i - 1];
    if (f == longest || f->kind == NEWS_INDIRECT || same_words(f, longest)) continue;
    if (w == NULL) {
      w = begin();
      fine = w != NULL && cut_form(w, y, longest, &w->a);
    }
    if (!fine || !(fine = cut_form(w, y, f, &w->b))) break;
    align(w);
    uint32_t shorter = w->a.count < w->b.count ? w->a.count : w->b.count;
    if (w->best[w->a.count][w->b.count] * 2u < shorter)
      continue; /* another part of what was said */
    size_t before = *count;
    *count = differences(w, y, longest, f, out, before);
    turn(out + before, *count - before);
  }
  mem_free(w);
  return fine;
}
