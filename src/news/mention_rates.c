// SPDX-License-Identifier: Apache-2.0
// Rates around a mention of a measure that its own words do not hold: between commas, behind its verb, at the head of its
// clause; what stands before a rate, and how many lands are counted.
#include "news/mentions.h"

/* Of "no more than", "up to" before a rate. */
bool news_bounds(const struct news_token *t) {
  static const char *const words[] = {"no",   "not",   "more", "less", "than", "up",
                                      "to",   "at",    "most", "as",   "much", "high",
                                      "over", "above", "well", "least"};
  return NEWS_IN(t, words);
}

uint32_t news_past_hedge(const struct news_sentence *s, uint32_t at) {
  uint32_t k = at;
  while (k < s->count && k < at + 4 && news_bounds(&s->tokens[k])) k++;
  return k > at + 1 && k < s->count && news_hit_at(s, NC_PERCENT, k) != NULL ? k : at;
}

/* "on 60 countries": on no land alone. */
bool news_counts_lands(const struct news_sentence *s, uint32_t at) {
  return at + 1 < s->count && s->tokens[at].kind == NEWS_NUMERAL &&
         news_in_class(s, NC_ECONOMIES, at + 1);
}

/* "Tariffs on steel, at 50 percent, stay": behind the number that stands between commas. */
uint32_t news_rate_apposed(const struct news_sentence *s, struct news_mention *m, uint32_t end) {
  uint32_t at = end + 1;
  if (at + 2 >= s->count || s->tokens[end].kind != NEWS_MARK || m->percent != 0) return end;
  uint32_t listed = news_past_including(s, at); /* "on most goods, including watches, at 15%" */
  if (listed > 0) {
    m->percent = s->values[news_hit_at(s, NC_PERCENT, listed)->ref];
    return listed + news_hit_at(s, NC_PERCENT, listed)->n;
  }
  if (news_word_is(&s->tokens[at], "now") || news_word_is(&s->tokens[at], "currently")) at++;
  if (news_word_is(&s->tokens[at], "at") || news_word_is(&s->tokens[at], "of")) at++;
  at = news_past_hedge(s, at);
  const struct news_hit *h = at > end + 1u ? news_hit_at(s, NC_PERCENT, at) : NULL;
  if (h == NULL) return end;
  uint32_t behind = at + h->n;
  if (behind < s->count && news_hit_at(s, NC_UNTIL, behind) != NULL) return end; /* no more */
  if (news_word_is(&s->tokens[end + 1], "of") &&
      (behind >= s->count || s->tokens[behind].kind != NEWS_MARK))
    return end; /* "of 30% and 39%" */
  m->percent = s->values[h->ref];
  at += h->n;
  return at < s->count && s->tokens[at].kind == NEWS_MARK ? at + 1 : at;
}

/* "At 50%, the tariff on India is the highest": the rate stands before it, between the head of the clause and a comma. */
void news_rate_opens(const struct news_sentence *s, struct news_mention *m) {
  if (m->percent != 0 || m->to != 0 || m->at < 3) return;
  const struct news_token *t = &s->tokens[m->at - 1];
  const struct news_hit *h = t->kind == NEWS_MARK ? news_ending(s, NC_PERCENT, m->at - 1u) : NULL;
  if (h == NULL || h->at == 0 || !news_word_is(&s->tokens[h->at - 1], "at")) return;
  if (h->at == 1 || s->tokens[h->at - 2].kind == NEWS_MARK) m->percent = s->values[h->ref];
}

/* "The combined U.S. rate on Chinese goods now stands at 47%": of a word that needs its rate. */
void news_rate_behind(const struct news_sentence *s, struct news_mention *m) {
  static const char *const verbs[] = {"is", "are"};
  uint32_t at = (uint32_t)m->at + m->n;
  if (m->percent != 0 || m->to != 0) return;
  while (at < s->count && news_hit_at(s, NC_ADVERB, at) != NULL) at++;
  if (at + 1 >= s->count || !(NEWS_IN(&s->tokens[at], verbs) || news_in_class(s, NC_STANDS_AT, at)))
    return;
  at++;
  while (at + 1 < s->count &&
         (news_hit_at(s, NC_ADVERB, at) != NULL || news_bounds(&s->tokens[at])))
    at++;
  const struct news_hit *rate = news_hit_at(s, NC_PERCENT, at);
  if (rate != NULL) m->percent = s->values[rate->ref];
}

/* "(the rate) would be 15%", "(it) will then be 15%": the rate behind; NULL. */
const struct news_hit *news_will_be(const struct news_sentence *s, uint32_t at) {
  const struct news_hit *will = at < s->count ? news_hit_at(s, NC_WILL, at) : NULL;
  if (will == NULL) return NULL;
  at += will->n;
  at += at < s->count &&
        (news_word_is(&s->tokens[at], "now") || news_word_is(&s->tokens[at], "then") ||
         news_word_is(&s->tokens[at], "instead"));
  if (at + 1 >= s->count || !news_word_is(&s->tokens[at], "be")) return NULL;
  return news_hit_at(s, NC_PERCENT, news_past_hedge(s, at + 1));
}

/* "the overall rate on Chinese goods would come down to 47%" */
void news_rate_goes(const struct news_sentence *s, struct news_mention *m) {
  static const char *const helps[] = {"will", "would", "be", "has", "is", "was"};
  uint32_t end = (uint32_t)m->at + m->n, at = end;
  if (m->percent != 0 || m->to != 0) return;
  const struct news_hit *set = news_will_be(s, end);
  if (set != NULL) m->to = s->values[set->ref];
  if (set != NULL) return;
  while (at + 1 < s->count && at < end + 5u &&
         (NEWS_IN(&s->tokens[at], helps) || news_in_class(s, NC_RATE_MOVES, at)))
    at++;
  if (at == end || at + 1 >= s->count || !news_word_is(&s->tokens[at], "to")) return;
  at++;
  while (at + 1 < s->count && news_bounds(&s->tokens[at])) at++;
  const struct news_hit *rate = news_hit_at(s, NC_PERCENT, at);
  if (rate != NULL) m->to = s->values[rate->ref];
}

/* "investigations of 60 economies, including China" */
void news_take_including(const struct news_sentence *s, struct news_mention *m) {
  uint32_t at = (uint32_t)m->at + m->n;
  at += at < s->count && s->tokens[at].kind == NEWS_MARK;
  bool them =
      at + 2 < s->count && news_word_is(&s->tokens[at], "among") && /* "among them China" */
      (news_word_is(&s->tokens[at + 1], "them") || news_word_is(&s->tokens[at + 1], "these"));
  if (at + 1 >= s->count || (!them && !news_word_is(&s->tokens[at], "including"))) return;
  at += them + 1u;
  at += at < s->count && news_np_class(s, at) == NC_NP_THE;
  const struct news_hit *who = at < s->count ? news_hit_at(s, NC_PARTY, at) : NULL;
  if (who == NULL || who->ref == m->imposer) return;
  m->worldwide = false;
  while (who != NULL) { /* "China, the EU and Mexico" */
    if (who->ref != m->imposer) news_target_add(m, who->ref);
    at = (uint32_t)who->at + who->n;
    uint32_t next = at + (at < s->count && s->tokens[at].kind == NEWS_MARK && !s->tokens[at].ends);
    next += next < s->count && news_word_is(&s->tokens[next], "and");
    next += next > at && next < s->count && news_np_class(s, next) == NC_NP_THE;
    who = next > at && next < s->count ? news_hit_at(s, NC_PARTY, next) : NULL;
  }
}
