// SPDX-License-Identifier: Apache-2.0
// "The same holds for copper", "The same goes for Brazil and Chile", "For aluminium it is the same": what the sentence before
// told of goods or a land is told of others.
#include "news/mentions.h"
#include "news/several.h"
#include "news/slots.h"
#include "news/subjects.h"

#define ITEMS 6

/* Behind "the same holds for", "the same is true of"; 0: the sentence has no such clause. */
static uint32_t behind_same(const struct news_sentence *s) {
  static const char *const joints[] = {"for", "of", "to", "with"};
  for (uint16_t i = s->heads[NC_LIKEWISE]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t at = s->hits[i].at, end = at + s->hits[i].n;
    bool opens =
        at == 0 || s->tokens[at - 1].kind == NEWS_MARK || news_word_is(&s->tokens[at - 1], "and");
    if (opens && end + 1 < s->count && NEWS_IN(&s->tokens[end], joints)) return end + 1;
  }
  return 0;
}

/* "For aluminium and copper it is the same": the words before "it"; 0. */
static uint32_t before_same(const struct news_sentence *s, uint32_t *end) {
  if (s->count < 6 || !news_word_is(&s->tokens[0], "for")) return 0;
  for (uint32_t at = 2; at + 3 < s->count && at < 12; at++) {
    uint32_t the = at + 2u;
    if (!news_word_is(&s->tokens[at], "it") || !news_word_is(&s->tokens[at + 1], "is")) continue;
    if (!news_word_is(&s->tokens[the], "the") || !news_word_is(&s->tokens[the + 1], "same"))
      return 0;
    *end = at;
    return 1;
  }
  return 0;
}

struct item {
  uint8_t side;
  uint16_t good;
};

/* Lands and goods from the place on, "Brazilian beef, coffee and Chilean copper"; 0: something else stands there. */
static uint8_t read_items(const struct news_sentence *s, uint32_t at, uint32_t end,
                          struct item *items) {
  static const char *const plain[] = {"the", "and",  "goods", "those", "from", "of", "exports",
                                      "all", "both", "also",  "to",    "too",  "on", "imports"};
  uint8_t count = 0, marked = 0; /* marked: up to the last comma */
  uint8_t side = NEWS_NO_SIDE;
  for (; at < end && at < s->count;) {
    const struct news_token *t = &s->tokens[at];
    const struct news_hit *who = news_hit_at(s, NC_PARTY, at);
    const struct news_hit *what = who == NULL ? news_hit_at(s, NC_GOOD, at) : NULL;
    if (who == NULL && what == NULL) {
      bool list = t->kind == NEWS_MARK ? t->n == 1 : NEWS_IN(t, plain);
      if (!list) return marked; /* ", NAME said" */
      if (t->kind == NEWS_MARK) marked = count;
      if (t->kind == NEWS_MARK || news_word_is(t, "and")) side = NEWS_NO_SIDE;
      at++;
      continue;
    }
    if (count == ITEMS) return count;
    if (who != NULL) {
      side = (uint8_t)who->ref;
      items[count++] = (struct item){side, NEWS_NONE};
      at += who->n;
    } else {
      if (side != NEWS_NO_SIDE && count > 0 && items[count - 1].good == NEWS_NONE)
        items[count - 1].good = what->ref; /* "Brazilian beef" */
      else
        items[count++] = (struct item){NEWS_NO_SIDE, what->ref};
      at += news_goods_at(s, at) > 0 ? news_goods_at(s, at) : what->n;
    }
  }
  return count;
}

/* What the sentence before told of one measure; NULL: of none, or of several that differ. */
static const struct news_statement *told_last(const struct news_reader *d) {
  const struct news_story *y = d->story;
  size_t n = y->statement_count;
  if (n == d->opening) return NULL;
  const struct news_statement *st = &y->statements[n - 1];
  if (!d->r->measures[st->measure].template || d->r->measures[st->measure].pair ||
      news_is_promise(d->r, st->measure) || st->imposer == NEWS_NO_SIDE || st->condition.to != 0 ||
      st->sentence.to + 4 < d->s->tokens[0].at)
    return NULL;
  for (size_t i = n - 1; i-- > d->opening && y->statements[i].sentence.from == st->sentence.from;) {
    const struct news_statement *x = &y->statements[i];
    if (x->measure != st->measure || x->imposer != st->imposer || x->status != st->status ||
        x->percent_milli != st->percent_milli)
      return NULL;
  }
  return st;
}

void news_read_likewise(struct news_reader *d, uint32_t base) {
  const struct news_sentence *s = d->s;
  struct item items[ITEMS];
  uint32_t end = s->count, at = behind_same(s);
  if (at == 0) at = before_same(s, &end);
  if (at == 0 || s->heads[NC_NEGATION] != NEWS_NONE || s->heads[NC_IF] != NEWS_NONE) return;
  while (end == s->count && end > at && s->tokens[end - 1].kind != NEWS_WORD) end--;
  const struct news_statement *before = told_last(d);
  uint8_t count = before != NULL ? read_items(s, at, end, items) : 0;
  struct news_statement was = before != NULL ? *before : (struct news_statement){0};
  for (uint8_t k = 0; k < count; k++) {
    struct news_statement st = was;
    if (items[k].side == (uint8_t)was.imposer) continue;
    if (items[k].side != NEWS_NO_SIDE) st.target = (enum news_side)items[k].side;
    if (items[k].good != NEWS_NONE) st.good = items[k].good;
    st.quoted = false;
    st.span = news_span_of(d, base + at, base + end);
    st.sentence = news_span_of(d, base, base + s->count);
    news_keep(d, &st);
  }
}
