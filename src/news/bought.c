// SPDX-License-Identifier: Apache-2.0
// What a promise to buy or to invest takes from what stands around it: goods that the article told before, who "they" are, the
// sum before "that Japan promised to invest".
#include <stdlib.h>
#include <string.h>

#include "news/gaps.h"
#include "news/mentions.h"
#include "news/several.h"
#include "news/slots.h"
#include "news/subjects.h"

#define FAR_SUM 14 /* tokens from a sum to the verb of the clause that tells of it */

/* "It will buy 25 million tons in each of the years after": of what the sentence before told. */
static bool goes_on(const struct news_reader *d, const struct news_mention *m) {
  const struct news_sentence *s = d->s;
  bool it = news_word_is(&s->tokens[0], "it") || news_word_is(&s->tokens[0], "they");
  uint32_t end = (uint32_t)m->at + m->n;
  for (uint16_t i = s->heads[NC_AMOUNT]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at >= m->at && s->hits[i].at < m->at + 8u)
      end = (uint32_t)s->hits[i].at + s->hits[i].n;
  if (end < s->count && news_word_is(&s->tokens[end], "worth")) end++;
  return it && (end >= s->count || !news_word_is(&s->tokens[end], "of"));
}

/* "Japan will buy $8 billion of farm goods, and Taiwan plans to buy $10 billion": of the same goods. */
void news_share_goods(struct news_reader *d) {
  struct news_sentence *s = d->s;
  const struct news_hit *head = s->count <= 3 ? news_hit_at(s, NC_GOOD, 0) : NULL;
  if (head != NULL && s->tokens[s->count - 1].kind == NEWS_MARK) d->topic = head->ref;
  head = s->count > 4 ? news_hit_at(s, NC_GOOD, 0) : NULL;
  bool label = head != NULL && s->tokens[head->n].hash == news_word_hash(":", 1);
  if (label) d->topic = head->ref;                 /* "Soybeans: China will make purchases" */
  for (uint8_t k = 0; k < s->mention_count; k++) { /* "Soybeans. China will buy 12 million tons" */
    struct news_mention *m = &s->mentions[k];
    bool act = m->form == NEWS_ACT && (m->amount > 0 || label);
    if ((act || (label && news_is_promise(d->r, m->measure))) && m->good == NEWS_NONE)
      m->good = d->topic;
  }
  for (uint8_t k = 0; k < s->mention_count && d->since_promise == 0; k++) {
    struct news_mention *m = &s->mentions[k];
    const struct news_mention *x = news_last_of(d, m->measure);
    bool open = m->form == NEWS_ACT && m->good == NEWS_NONE && m->amount > 0;
    if (open && x != NULL && m->measure == d->last_promise && goes_on(d, m)) m->good = x->good;
  }
  for (uint8_t k = 1; k < s->mention_count; k++) {
    struct news_mention *m = &s->mentions[k];
    const struct news_mention *x = &s->mentions[k - 1];
    bool same = m->form == NEWS_ACT && x->form == NEWS_ACT && m->measure == x->measure;
    if (same && m->good == NEWS_NONE && m->amount > 0 && x->amount > 0) m->good = x->good;
  }
}

/* ---- goods told before -------------------------------------------------------------------------------------------------- */

/* The sum of a promise as it is printed; NULL. */
static const struct news_hit *sum_of(const struct news_sentence *s, const struct news_mention *m) {
  uint32_t end = (uint32_t)m->at + m->n + 2u;
  for (uint16_t i = s->heads[NC_AMOUNT]; m->amount >= 0 && i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at >= m->at && s->hits[i].at < end && s->values[s->hits[i].ref] == m->amount)
      return &s->hits[i];
  return NULL;
}

/* "12 million metric tons": goods by weight. */
static bool is_weight(const struct news_sentence *s, const struct news_hit *sum) {
  for (uint32_t at = sum->at; at < (uint32_t)sum->at + sum->n; at++) {
    const struct news_hit *h = news_hit_at(s, NC_CALENDAR, at);
    if (h != NULL && h->ref == CAL_WEIGHT) return true;
  }
  return false;
}

/* "12 million tons of cherries": of goods no file has. */
static bool names_other(const struct news_sentence *s, uint32_t end) {
  while (end < s->count &&
         (news_word_is(&s->tokens[end], "a") || news_in_class(s, NC_CALENDAR, end) ||
          news_word_is(&s->tokens[end], "worth")))
    end++;
  return end < s->count && news_word_is(&s->tokens[end], "of");
}

/* Whoever stands last before the verb; NEWS_NO_SIDE: nobody. */
static enum news_side actor_before(const struct news_sentence *s, uint32_t verb) {
  const struct news_hit *best = NULL;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at < verb && (best == NULL || s->hits[i].at > best->at)) best = &s->hits[i];
  return best != NULL ? (enum news_side)best->ref : NEWS_NO_SIDE;
}

/* "China has bought 1.5 million tons so far": of the goods that it was to buy, else of those the paragraph is about. */
static void take_weighed(const struct news_reader *d, struct news_mention *m) {
  const struct news_sentence *s = d->s;
  const struct news_hit *sum = m->good == NEWS_NONE ? sum_of(s, m) : NULL;
  if (sum == NULL || !is_weight(s, sum) || names_other(s, (uint32_t)sum->at + sum->n)) return;
  enum news_side doer = news_they_act(s, m) ? NEWS_NO_SIDE : actor_before(s, m->verb);
  const struct news_mention *x = news_last_of(d, m->measure);
  bool same = x != NULL && x->good != NEWS_NONE &&
              (x->imposer == NEWS_NO_SIDE || doer == NEWS_NO_SIDE || x->imposer == (uint8_t)doer);
  m->good = d->weighed;
  if (m->good == NEWS_NONE) m->good = news_only_good_before(s, m->at);
  if (m->good == NEWS_NONE && d->about.at + 1 == d->sentence) m->good = d->about.only_good;
  if (m->good == NEWS_NONE && same) m->good = x->good;
}

void news_keep_weighed(struct news_reader *d, const struct news_mention *m) {
  const struct news_hit *sum = m->good != NEWS_NONE ? sum_of(d->s, m) : NULL;
  if (sum != NULL && is_weight(d->s, sum)) d->weighed = m->good;
}

/* "the 12 million tons of soybeans that China agreed to buy", "the $550bn Japan has promised to invest". */
static void take_sum_before(const struct news_sentence *s, struct news_mention *m) {
  static const char *const leads[] = {"that", "which", "it", "they"};
  const struct news_hit *sum = NULL;
  if (m->form == NEWS_NOUN || m->amount >= 0) return;
  for (uint16_t i = s->heads[NC_AMOUNT]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at < m->verb && s->hits[i].at + FAR_SUM > m->verb &&
        (sum == NULL || s->hits[i].at > sum->at))
      sum = &s->hits[i];
  if (sum == NULL) return;
  uint32_t at = (uint32_t)sum->at + sum->n, open = 0;
  uint16_t good = NEWS_NONE;
  bool agrees = false;
  for (; at < m->verb; at++) {
    if (s->tokens[at].kind == NEWS_MARK) return;
    const struct news_hit *what = news_hit_at(s, NC_GOOD, at);
    if (what != NULL && open == 0 && good == NEWS_NONE) good = what->ref;
    bool name = news_hit_at(s, NC_PARTY, at) != NULL && news_hit_at(s, NC_ACTOR, at) != NULL;
    bool land = news_word_is(&s->tokens[at], "the") && news_hit_at(s, NC_LAND, at + 1) != NULL;
    if (open == 0 && (name || land || NEWS_IN(&s->tokens[at], leads))) open = at;
    agrees = agrees || (open > 0 && (news_hit_at(s, NC_AGREES, at) != NULL ||
                                     news_hit_at(s, NC_PROMISE_TO, at) != NULL ||
                                     news_hit_at(s, NC_WILL, at) != NULL));
  }
  if (open == 0 || !agrees) return;
  m->amount = s->values[sum->ref];
  if (m->good == NEWS_NONE) m->good = good;
}

/* "the $500 billion of purchases": those that were told with this sum. */
static void take_same_sum(const struct news_reader *d, struct news_mention *m) {
  const struct news_mention *x = news_last_of(d, m->measure);
  if (m->form != NEWS_NOUN || m->amount < 0 || m->good != NEWS_NONE || x == NULL ||
      x->amount != m->amount || (m->imposer != NEWS_NO_SIDE && m->imposer != x->imposer))
    return;
  m->good = x->good;
  m->imposer = x->imposer;
}

void news_take_bought(struct news_reader *d) {
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    struct news_mention *m = &d->s->mentions[k];
    if (!news_is_promise(d->r, m->measure)) continue;
    take_sum_before(d->s, m);
    take_same_sum(d, m);
    if (strchr(d->r->measures[m->measure].key, 'G') != NULL) take_weighed(d, m);
  }
}

/* "Switzerland and Liechtenstein will invest": the first of them; not "of Trump and Xi that China will invest". */
enum news_side news_first_of(const struct news_sentence *s, const struct news_mention *x,
                             enum news_side side) {
  const struct news_hit *last = NULL;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->at < x->verb && h->at + 8u >= x->verb && (last == NULL || h->at > last->at)) last = h;
  }
  if (last == NULL || last->ref != (uint16_t)side || last->at == 0 ||
      !news_word_is(&s->tokens[last->at - 1], "and"))
    return side;
  const struct news_hit *head = news_hit_at(s, NC_PARTY, news_row_head(s, last->at));
  return head != NULL ? (enum news_side)head->ref : side;
}

/* "Bessent said China kept its word. It has bought 8 million tons": the one other government that the sentence before named. */
static enum news_side it_heads(const struct news_reader *d, enum news_side teller) {
  enum news_side found = NEWS_NO_SIDE;
  if (teller == NEWS_NO_SIDE || d->about.at + 1 != d->sentence || d->about.side != NEWS_NO_SIDE)
    return found;
  for (uint8_t side = 1; side < d->r->side_count; side++) {
    if (!d->about.named.has[side] || side == (uint8_t)teller) continue;
    if (found != NEWS_NO_SIDE) return NEWS_NO_SIDE;
    found = (enum news_side)side;
  }
  return found;
}

/* "Beijing kept its word, Greer said: it has bought them": the government before it, and not who says so. */
enum news_side news_it_is(const struct news_reader *d, const struct news_mention *x,
                          enum news_side teller) {
  const struct news_sentence *s = d->s;
  uint32_t it = x->verb;
  const struct news_hit *best = NULL;
  if (!news_is_promise(d->r, x->measure) || x->form == NEWS_NOUN) return NEWS_NO_SIDE;
  while (it > 0 && x->verb - it < 5u && !news_word_is(&s->tokens[it], "it")) it--;
  if (!news_word_is(&s->tokens[it], "it")) return NEWS_NO_SIDE;
  if (it == 0) return it_heads(d, teller);
  for (uint16_t i = s->heads[NC_ACTOR]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->at < it && !d->r->actors[h->ref].person && news_hit_at(s, NC_PARTY, h->at) != NULL &&
        (best == NULL || h->at > best->at))
      best = h;
  }
  return best != NULL ? (enum news_side)news_hit_at(s, NC_PARTY, best->at)->ref : NEWS_NO_SIDE;
}

/* "They will buy 12 million tons", told by Bessent: who was to buy before, else the one other government that the sentence
 * before named. */
enum news_side news_they_are(const struct news_reader *d, const struct news_mention *x,
                             enum news_side teller) {
  enum news_side found = NEWS_NO_SIDE;
  if (!news_is_promise(d->r, x->measure) || !news_they_act(d->s, x)) return found;
  const struct news_mention *last = d->since_promise < 2 ? news_last_of(d, x->measure) : NULL;
  if (last != NULL && last->imposer != NEWS_NO_SIDE && last->imposer != (uint8_t)teller)
    return (enum news_side)last->imposer;
  for (uint8_t side = 1; side < d->r->side_count && d->about.at + 1 == d->sentence; side++) {
    if (!d->about.named.has[side] || side == (uint8_t)teller) continue;
    if (found != NEWS_NO_SIDE) return NEWS_NO_SIDE;
    found = (enum news_side)side;
  }
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i]; /* "Japan's firms: of the sum they promised" */
    if (found != NEWS_NO_SIDE || h->at >= x->verb || h->ref == (uint16_t)teller) continue;
    found = (enum news_side)h->ref;
  }
  return found;
}

/* ---- parts of a sum ----------------------------------------------------------------------------------------------------- */

/* "that", "that sum", "the total", "it": the sum told before ends there; `at` itself: none does. */
static uint32_t past_whole(const struct news_sentence *s, uint32_t at) {
  static const char *const leads[] = {"that", "this", "the", "it"};
  if (at >= s->count || !NEWS_IN(&s->tokens[at], leads)) return at;
  if (at + 1 < s->count && news_in_class(s, NC_SUM, at + 1)) return at + 2;
  return news_word_is(&s->tokens[at], "the") ? at : at + 1;
}

/* "Of that sum, $150 billion is for ships", "Some $200 billion of it is to be paid in cash": the part; NULL. */
static const struct news_hit *part_of(const struct news_sentence *s) {
  bool opens = news_word_is(&s->tokens[0], "of") && past_whole(s, 1) > 1;
  for (uint32_t at = 0; at < s->count && at < 9; at++) {
    const struct news_hit *sum = news_hit_at(s, NC_AMOUNT, at);
    if (sum == NULL) continue;
    uint32_t end = (uint32_t)sum->at + sum->n;
    bool of = end + 1 < s->count && news_word_is(&s->tokens[end], "of") &&
              past_whole(s, end + 1) > end + 1;
    return opens || of ? sum : NULL;
  }
  return NULL;
}

/* ", and $150 billion is for shipyards": the other part of the sum; NULL: none, or both are more than the whole. */
static const struct news_hit *part_beside(const struct news_sentence *s,
                                          const struct news_hit *part, int64_t whole) {
  for (uint16_t i = s->heads[NC_AMOUNT]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *x = &s->hits[i];
    if (x->at < part->at + part->n || x->at == 0) continue;
    if (!news_word_is(&s->tokens[x->at - 1], "and") &&
        !news_word_is(&s->tokens[x->at - 1], "another"))
      continue;
    if (s->values[x->ref] + s->values[part->ref] <= whole) return x;
  }
  return NULL;
}

/* A part of what the sentence before promised is promised as the whole is. */
void news_part_of_sum(struct news_reader *d, uint32_t base) {
  const struct news_sentence *s = d->s;
  const struct news_story *y = d->story;
  const struct news_hit *part = s->heads[NC_AMOUNT] != NEWS_NONE ? part_of(s) : NULL;
  if (part == NULL || y->statement_count == d->opening || s->heads[NC_NEGATION] != NEWS_NONE)
    return;
  struct news_statement st = y->statements[y->statement_count - 1];
  bool ahead = st.status == NEWS_FRAMEWORK || st.status == NEWS_EXPECTED ||
               st.status == NEWS_ANNOUNCED || st.status == NEWS_CONFIRMED;
  bool less = st.number != NULL && strtoll(st.number, NULL, 10) * 1000 > s->values[part->ref];
  if (!ahead || !less || !news_is_promise(d->r, st.measure) || st.sentence.to + 4 < s->tokens[0].at)
    return;
  struct news_match m = {.from = part->at,
                         .to = (uint16_t)(part->at + part->n),
                         .voice = NEWS_NONE,
                         .doer = NEWS_NONE,
                         .struck = NEWS_NONE,
                         .mention = NEWS_NONE};
  int64_t whole = strtoll(st.number, NULL, 10) * 1000;
  news_put_amount(d, &st, s->values[part->ref]);
  st.from = DAY_FIRST;
  st.until = DAY_NEVER;
  st.dated = false;
  st.date_span = st.condition = (struct news_span){0, 0};
  st.number_span = st.span = news_span_of(d, base + m.from, base + m.to);
  st.sentence = news_span_of(d, base, base + s->count);
  news_set_speaker(d, &st, &m, base);
  news_keep(d, &st);
  part = part_beside(s, part, whole);
  if (part == NULL) return;
  news_put_amount(d, &st, s->values[part->ref]);
  st.number_span = st.span = news_span_of(d, base + part->at, base + part->at + part->n);
  news_keep(d, &st);
}

/* "$67 billion of it", "some $200 billion of that" */
static bool part_behind(const struct news_sentence *s, uint32_t at) {
  const struct news_hit *h = news_hit_at(s, NC_AMOUNT, at);
  uint32_t end = h != NULL ? at + h->n : s->count;
  return end + 1 < s->count && news_word_is(&s->tokens[end], "of") &&
         (s->np[end + 1] == NEWS_NP(NC_NP_IT) || news_word_is(&s->tokens[end + 1], "it") ||
          news_word_is(&s->tokens[end + 1], "that"));
}

/* ", of which $150 billion will go into ships", ", including $150 billion in ships": an amount of the one before. */
bool news_read_share(const struct news_reader *d, uint32_t base, uint32_t at, struct news_gap *g) {
  const struct news_sentence *s = d->s;
  if (!g->promise || !(news_is_mark(d, base + at, ',') || news_is_mark(d, base + at, ';')) ||
      at + 3 >= s->count)
    return false;
  bool of = news_word_is(&s->tokens[at + 1], "of") && news_word_is(&s->tokens[at + 2], "which");
  uint32_t k = at + 2u + of;
  if (part_behind(s, at + 1)) { /* ", $67 billion of it in 2026" */
    k = at + 1;
    of = true;
  }
  if (!of && !news_word_is(&s->tokens[at + 1], "including")) return false;
  while (k < s->count && k < at + 6 && (news_bounds(&s->tokens[k]) || s->np[k] != 0)) k++;
  const struct news_hit *h = k < s->count ? news_hit_at(s, NC_AMOUNT, k) : NULL;
  if (h == NULL) return false;
  *g = (struct news_gap){.from = at + 1,
                         .to = k + h->n,
                         .rate = h,
                         .good = NEWS_NONE,
                         .promise = true,
                         .each = true,
                         .place = NEWS_NO_SIDE,
                         .owner = NEWS_NO_SIDE};
  return true;
}
