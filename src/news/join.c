// SPDX-License-Identifier: Apache-2.0
// Forms that are one utterance: the same speaker, and words that align.
//
// The longest common run of words in order, weighed so that small words count little, over the weight of the shorter
// form. A short partial quotation must stand whole and unbroken in the longer one. Other places of saying want nearly
// the same words. Candidates share two words in a row; of one pair at most eight forms are looked at, so that many
// articles stay linear.
#include <string.h>

#include "news/news_own.h"

#define PER_PAIR 8

static const char *const small_words[] = {
    "a",    "an",    "the", "of",    "to",  "in",  "on",    "for",   "and",   "or",
    "that", "this",  "is",  "are",   "be",  "was", "were",  "has",   "have",  "had",
    "will", "would", "we",  "i",     "he",  "it",  "they",  "them",  "us",    "with",
    "at",   "by",    "as",  "from",  "'re", "'m",  "'s",    "'ve",   "going", "not",
    "so",   "me",    "our", "their", "its", "his", "there", "which", "been",  "some"};

_Static_assert(sizeof small_words / sizeof *small_words == NEWS_SMALL, "as many as are told");

struct joiner {
  struct news_story *y;
  uint32_t small[NEWS_SMALL];
  uint64_t small_bits[4]; /* by their low byte: most words are not among them and need no search */
  uint32_t *heads;        /* of each slot the first of its forms: node + 1 */
  struct node {
    uint32_t form, next;
  } * nodes;
  uint32_t node_count;
  uint32_t *tried; /* of each form the last one it was compared with + 1 */
  uint64_t mask;
};

void news_small_words(uint32_t out[NEWS_SMALL]) {
  for (size_t i = 0; i < NEWS_SMALL; i++)
    out[i] = news_fold(news_word_hash(small_words[i], strlen(small_words[i])));
}

bool news_is_small(const uint32_t small[NEWS_SMALL], uint32_t word) {
  for (size_t i = 0; i < NEWS_SMALL; i++)
    if (small[i] == word) return true;
  return false;
}

static uint32_t root(struct news_story *y, uint32_t i) {
  while (y->forms[i].group != i) i = y->forms[i].group = y->forms[y->forms[i].group].group;
  return i;
}

static void unite(struct news_story *y, uint32_t a, uint32_t b) {
  a = root(y, a);
  b = root(y, b);
  if (a < b)
    y->forms[b].group = a;
  else
    y->forms[a].group = b;
}

static uint32_t weight(const struct joiner *j, uint32_t word) {
  bool may = (j->small_bits[word >> 6 & 3] >> (word & 63)) & 1;
  return may && news_is_small(j->small, word) ? 3 : 10;
}

static bool contains(const struct news_form *whole, const struct news_form *part) {
  for (uint32_t i = 0; i + part->word_count <= whole->word_count; i++)
    if (memcmp(whole->words + i, part->words, part->word_count * sizeof *part->words) == 0)
      return true;
  return false;
}

/* Weight of the best common run in order, and how many of its words are not small. */
static uint32_t common(const struct joiner *j, const struct news_form *a, const struct news_form *b,
                       uint32_t *content) {
  uint32_t best[2][201] = {{0}}, words[2][201] = {{0}};
  for (uint32_t i = 1; i <= a->word_count; i++) {
    uint32_t *now = best[i & 1], *old = best[(i - 1) & 1], *n = words[i & 1],
             *o = words[(i - 1) & 1];
    uint32_t w = weight(j, a->words[i - 1]);
    for (uint32_t k = 1; k <= b->word_count; k++) {
      bool left = now[k - 1] > old[k];
      now[k] = left ? now[k - 1] : old[k];
      n[k] = left ? n[k - 1] : o[k];
      if (a->words[i - 1] == b->words[k - 1] && old[k - 1] + w > now[k]) {
        now[k] = old[k - 1] + w;
        n[k] = o[k - 1] + (w == 10);
      }
    }
  }
  *content = words[a->word_count & 1][b->word_count];
  return best[a->word_count & 1][b->word_count];
}

static uint32_t total(const struct joiner *j, const struct news_form *f) {
  uint32_t sum = 0;
  for (uint32_t i = 0; i < f->word_count; i++) sum += weight(j, f->words[i]);
  return sum;
}

/* At most so much can be common: the weight of the words of one that stand in the other, in whatever order. */
static uint32_t at_most(const struct joiner *j, const struct news_form *part,
                        const struct news_form *whole) {
  uint32_t sum = 0;
  uint64_t has[4] = {
      0}; /* a bit for each word's low byte: most that are not there need no search */
  for (uint32_t k = 0; k < whole->word_count; k++)
    has[whole->words[k] >> 6 & 3] |= (uint64_t)1 << (whole->words[k] & 63);
  for (uint32_t i = 0; i < part->word_count; i++) {
    uint32_t k = 0;
    if (((has[part->words[i] >> 6 & 3] >> (part->words[i] & 63)) & 1) == 0) continue;
    while (k < whole->word_count && whole->words[k] != part->words[i]) k++;
    if (k < whole->word_count) sum += weight(j, part->words[i]);
  }
  return sum;
}

static bool same_speaker(const struct news_form *a, const struct news_form *b) {
  if (a->speaker != b->speaker) return false;
  if (a->speaker != NEWS_OUTLET) return true;
  return a->unknown != NULL && b->unknown != NULL && strcmp(a->unknown, b->unknown) == 0;
}

static bool one_utterance(const struct joiner *j, const struct news_form *a,
                          const struct news_form *b) {
  if (!same_speaker(a, b)) return false;
  const struct news_form *part = a->word_count <= b->word_count ? a : b, *whole = part == a ? b : a;
  if (part->word_count <= 4) return part->kind != NEWS_INDIRECT && contains(whole, part);
  if (part->word_count == whole->word_count && contains(whole, part)) return true;
  uint32_t content = 0, most = total(j, part);
  bool elsewhere = a->venue != NEWS_NONE && b->venue != NEWS_NONE && a->venue != b->venue;
  bool told = a->kind == NEWS_INDIRECT && b->kind == NEWS_INDIRECT;
  uint32_t want = elsewhere || told ? 90 : 60;
  if (at_most(j, part, whole) * 100 < most * want) return false;
  uint32_t score = common(j, a, b, &content);
  return score * 100 >= most * want && (content >= 4 || contains(whole, part));
}

static void meet(struct joiner *j, uint32_t form, uint64_t pair) {
  uint32_t *link = &j->heads[pair & j->mask];
  const struct news_form *f = &j->y->forms[form];
  for (int k = 0; k < PER_PAIR; k++) {
    if (*link == 0) {
      j->nodes[j->node_count] = (struct node){form, 0};
      *link = ++j->node_count;
      return;
    }
    struct node *x = &j->nodes[*link - 1];
    if (x->form == form) return;
    bool again = j->tried[x->form] == form + 1; /* they share more than two words in a row */
    j->tried[x->form] = form + 1;
    if (!again && root(j->y, x->form) != root(j->y, form) &&
        one_utterance(j, &j->y->forms[x->form], f))
      unite(j->y, x->form, form);
    link = &x->next;
  }
}

/* A quotation that its speaker broke off and went on with is one utterance, unless another article tells them apart. */
static bool join_broken(struct news_story *y) {
  bool *shared = mem_alloc(y->form_count + 1);
  if (shared == NULL) return false;
  for (uint32_t i = 0; i < y->form_count; i++) {
    uint32_t r = root(y, i);
    if (y->forms[r].article != y->forms[i].article) shared[r] = true;
  }
  for (uint32_t i = 0; i < y->form_count; i++)
    if (y->forms[i].continues != 0 && !shared[root(y, i)] &&
        !shared[root(y, y->forms[i].continues - 1)])
      unite(y, i, y->forms[i].continues - 1);
  mem_free(shared);
  return true;
}

enum imp_status news_join(struct news_story *y, struct imp_error *err) {
  struct joiner j = {.y = y};
  size_t words = 0, size = 1024;
  for (size_t i = 0; i < y->form_count; i++) words += y->forms[i].word_count;
  while (size < words && size < (1u << 20)) size *= 2;
  j.mask = size - 1;
  j.heads = mem_alloc(size * sizeof *j.heads);
  j.nodes = mem_alloc((words + 1) * sizeof *j.nodes); /* at most one for each pair of words */
  j.tried = mem_alloc((y->form_count + 1) * sizeof *j.tried);
  if (j.heads == NULL || j.nodes == NULL || j.tried == NULL) {
    mem_free(j.heads);
    mem_free(j.nodes);
    mem_free(j.tried);
    return error_no_memory(err);
  }
  news_small_words(j.small);
  for (size_t i = 0; i < NEWS_SMALL; i++)
    j.small_bits[j.small[i] >> 6 & 3] |= (uint64_t)1 << (j.small[i] & 63);
  for (uint32_t i = 0; i < y->form_count; i++)
    for (uint32_t k = 0; k + 1 < y->forms[i].word_count; k++) {
      uint64_t a = y->forms[i].words[k], b = y->forms[i].words[k + 1];
      uint64_t mixed = (a ^ (b << 1)) * 0x9e3779b97f4a7c15u;
      meet(&j, i, mixed >> 20);
    }
  bool fine = join_broken(y);
  for (uint32_t i = 0; i < y->form_count; i++) y->forms[i].group = root(y, i);
  mem_free(j.heads);
  mem_free(j.nodes);
  mem_free(j.tried);
  return fine ? IMP_OK : error_no_memory(err);
}
