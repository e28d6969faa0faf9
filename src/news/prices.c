// SPDX-License-Identifier: Apache-2.0
// What is told beside the amount of a promise: the price of what is counted, the other parts of a sum.
#include <stdlib.h>

#include "news/mentions.h"
#include "news/several.h"
#include "news/slots.h"
#include "news/subjects.h"

#define FAR_PRICE 9 /* tokens from a count to its price: "50 aircraft from Boeing for about" */

static bool in_money(const struct news_reader *d, const struct news_hit *sum) {
  uint32_t first = d->s->tokens[sum->at].at;
  for (uint32_t at = sum->at; at < (uint32_t)sum->at + sum->n; at++)
    if (news_word_is(&d->s->tokens[at], "dollars")) return true;
  return first > 0 && d->text->text.p[first - 1] == '$';
}

/* "for about $36 billion", "worth $36 billion", "at a cost of $36 billion" */
static bool leads_price(const struct news_sentence *s, const struct news_hit *sum) {
  static const char *const leads[] = {"for", "worth", "costing", "valued"};
  static const char *const between[] = {"about",  "some", "around", "roughly",
                                        "nearly", "over", "at"};
  uint32_t at = sum->at;
  while (at > 1 && sum->at - at < 3u && NEWS_IN(&s->tokens[at - 1], between)) at--;
  if (at == 0) return false;
  bool cost =
      at > 1 && news_word_is(&s->tokens[at - 1], "of") &&
      (news_word_is(&s->tokens[at - 2], "cost") || news_word_is(&s->tokens[at - 2], "price") ||
       news_word_is(&s->tokens[at - 2], "value"));
  return cost || NEWS_IN(&s->tokens[at - 1], leads);
}

/* The price told behind what is counted, in the same clause; NULL. */
static const struct news_hit *price_behind(const struct news_reader *d,
                                           const struct news_hit *count) {
  const struct news_sentence *s = d->s;
  uint32_t end = (uint32_t)count->at + count->n;
  for (uint32_t at = end; at < s->count && at < end + FAR_PRICE; at++) {
    const struct news_token *t = &s->tokens[at];
    if (t->kind == NEWS_MARK || news_word_is(t, "and") || news_word_is(t, "which")) return NULL;
    const struct news_hit *sum = news_hit_at(s, NC_AMOUNT, at);
    if (sum != NULL) return in_money(d, sum) && leads_price(s, sum) ? sum : NULL;
  }
  return NULL;
}

/* "will buy 103 aircraft from Boeing for $36 billion": a row for the count and one for the price. */
void news_keep_price(struct news_reader *d, const struct news_match *m, size_t n) {
  const struct news_sentence *s = d->s;
  struct news_statement st = d->story->statements[n];
  if (st.number == NULL || !news_is_promise(d->r, st.measure)) return;
  int64_t told = strtoll(st.number, NULL, 10) * 1000;
  uint32_t base = (uint32_t)(s->tokens - d->tokens.items);
  for (uint16_t i = s->heads[NC_AMOUNT]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *count = &s->hits[i];
    bool near = count->at + 4u > m->from && count->at < m->to + 8u;
    if (!near || s->values[count->ref] != told || in_money(d, count)) continue;
    const struct news_hit *price = price_behind(d, count);
    if (price == NULL) continue;
    struct news_statement also = st;
    news_put_amount(d, &also, s->values[price->ref]);
    also.number_span = news_span_of(d, base + price->at, base + price->at + price->n);
    news_keep(d, &also);
    return;
  }
}
