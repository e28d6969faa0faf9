// SPDX-License-Identifier: Apache-2.0
// Two governments that each change their own duty in one clause: "the two sides lowered their tariffs, Washington from 145% to
// 30% and Beijing from 125% to 10%"; "the United States and China cut duties on each other's goods to 30% and 10%".
#include "news/mentions.h"
#include "news/several.h"
#include "news/slots.h"
#include "news/subjects.h"

struct two {
  uint8_t side[2];
  const struct news_hit *rate[2];
  uint32_t on; /* "respectively, on Peruvian copper": where whom both hit is led; 0: each other */
};

static bool is_and(const struct news_sentence *s, uint32_t at) {
  return at < s->count && news_word_is(&s->tokens[at], "and");
}

/* "from 145% to 30%", "to 30%", "its own to 10%" from the place on: the rate it goes to, and *end behind it; NULL. */
static const struct news_hit *goes_to(const struct news_sentence *s, uint32_t at, uint32_t *end) {
  while (at < s->count &&
         (news_np_class(s, at) == NC_NP_ITS || news_word_is(&s->tokens[at], "own") ||
          news_word_is(&s->tokens[at], "theirs")))
    at++;
  const struct news_hit *was = at + 1 < s->count && news_word_is(&s->tokens[at], "from")
                                   ? news_hit_at(s, NC_PERCENT, at + 1)
                                   : NULL;
  if (was != NULL) at += 1u + was->n;
  if (at + 1 >= s->count || !news_word_is(&s->tokens[at], "to")) return NULL;
  const struct news_hit *h = news_hit_at(s, NC_PERCENT, at + 1);
  if (h != NULL) *end = at + 1u + h->n;
  return h;
}

/* ", Washington to 30% and Beijing to 10%" behind the place. */
static bool apposed(const struct news_sentence *s, uint32_t from, struct two *two) {
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    uint32_t end = 0, led = h->at;
    if (led > 0 && news_word_is(&s->tokens[led - 1], "the")) led--;
    if (h->at < from || led == 0 || s->tokens[led - 1].kind != NEWS_MARK) continue;
    two->side[0] = (uint8_t)h->ref;
    two->rate[0] = goes_to(s, (uint32_t)h->at + h->n, &end);
    if (two->rate[0] == NULL) continue;
    end += end < s->count && s->tokens[end].kind == NEWS_MARK;
    end += is_and(s, end);
    end += end < s->count && news_word_is(&s->tokens[end], "the");
    const struct news_hit *other = end < s->count ? news_hit_at(s, NC_PARTY, end) : NULL;
    if (other == NULL || other->ref == h->ref) continue;
    two->side[1] = (uint8_t)other->ref;
    two->rate[1] = goes_to(s, (uint32_t)other->at + other->n, &end);
    if (two->rate[1] != NULL) return true;
  }
  return false;
}

/* "The United States and China", "US and Chinese tariffs", with nothing before that makes them objects. */
static bool joint_doers(const struct news_sentence *s, uint32_t to, struct two *two) {
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i], *before = NULL;
    uint32_t at = h->at;
    if (at > 0 && news_word_is(&s->tokens[at - 1], "the")) at--;
    if (h->at >= to || at < 2 || !is_and(s, at - 1)) continue;
    before = news_ending(s, NC_PARTY, at - 1);
    if (before == NULL || before->ref == h->ref) continue;
    uint32_t led = before->at;
    if (led > 0 && news_word_is(&s->tokens[led - 1], "the")) led--;
    uint16_t class = led > 0 ? news_np_class(s, led - 1) : NEWS_NONE;
    if (led > 0 &&
        (class == NC_NP_ON || class == NC_NP_FROM || class == NC_NP_TO || class == NC_NP_IN ||
         class == NC_NP_BY || news_word_is(&s->tokens[led - 1], "between") ||
         news_word_is(&s->tokens[led - 1], "with") || news_word_is(&s->tokens[led - 1], "for")))
      continue;
    two->side[0] = (uint8_t)before->ref;
    two->side[1] = (uint8_t)h->ref;
    return true;
  }
  return false;
}

/* The "on" behind ", respectively,"; 0: none stands there. */
static uint32_t on_one(const struct news_sentence *s, uint32_t at) {
  at += at < s->count && s->tokens[at].kind == NEWS_MARK;
  if (at + 2 >= s->count || !news_word_is(&s->tokens[at], "respectively")) return 0;
  at += 1u + (s->tokens[at + 1].kind == NEWS_MARK);
  return news_word_is(&s->tokens[at], "on") || news_word_is(&s->tokens[at], "for") ? at : 0;
}

/* "to 30% and 10%", "from 145% to 30% and from 125% to 10%" behind the place: two rates side by side, and no third. */
static bool rates_of_two(const struct news_sentence *s, uint32_t from, struct two *two) {
  for (uint32_t at = from; at + 3 < s->count && at < from + 16u; at++) {
    const struct news_hit *one = news_hit_at(s, NC_PERCENT, at);
    if (one == NULL) continue;
    uint32_t end = at + one->n, then = 0;
    if (end + 1 < s->count && news_word_is(&s->tokens[end], "to") &&
        news_hit_at(s, NC_PERCENT, end + 1) != NULL)
      continue; /* the rate it came from */
    end += end < s->count && s->tokens[end].kind == NEWS_MARK;
    if (!is_and(s, end)) return false;
    two->rate[0] = one;
    two->rate[1] = end + 1 < s->count ? news_hit_at(s, NC_PERCENT, end + 1) : NULL;
    if (two->rate[1] != NULL)
      then = end + 1u + two->rate[1]->n;
    else
      two->rate[1] = goes_to(s, end + 1, &then);
    if (two->rate[1] != NULL) two->on = on_one(s, then);
    return two->rate[1] != NULL &&
           (then >= s->count || two->on > 0 ||
            (!news_word_is(&s->tokens[then], "on") && !news_word_is(&s->tokens[then], "for") &&
             news_hit_at(s, NC_PERCENT, then + 1u) == NULL));
  }
  return false;
}

/* Nobody and no goods but the two are hit. */
static bool hits_each_other(const struct news_statement *st, const struct two *two) {
  bool other = st->target == NEWS_NO_SIDE || (uint8_t)st->target == two->side[0] ||
               (uint8_t)st->target == two->side[1];
  bool does = st->imposer == NEWS_NO_SIDE || (uint8_t)st->imposer == two->side[0] ||
              (uint8_t)st->imposer == two->side[1];
  return other && does && st->good == NEWS_NONE;
}

bool news_two_rates(struct news_reader *d, const struct news_match *m, uint32_t base, size_t n) {
  const struct news_sentence *s = d->s;
  struct news_statement st = d->story->statements[n];
  const struct news_mention *x = &s->mentions[s->hits[m->mention].ref];
  struct two two = {.on = 0};
  const struct news_hit *who = NULL, *what = NULL;
  if (!news_has_rate(d->r, st.measure) || s->heads[NC_PERCENT] == NEWS_NONE) return false;
  bool zip = apposed(s, x->head, &two) || /* the measure of the one is told by the other, too */
             (joint_doers(s, (uint32_t)x->head + 1u, &two) && rates_of_two(s, x->head, &two));
  if (!zip || !hits_each_other(&st, &two)) return false;
  if (two.on > 0) news_read_object(s, two.on + 1, &who, &what);
  if (who == NULL && what == NULL) two.on = 0; /* "respectively, on Monday" */
  d->story->statement_count = n;
  if (two.on > 0 && x->head > two.rate[0]->at) return true; /* told with the first */
  for (uint8_t k = 0; k < 2; k++) {
    const struct news_hit *rate = two.rate[k];
    st.imposer = (enum news_side)two.side[k];
    st.target = (enum news_side)two.side[1 - k];
    if (two.on > 0) st.target = NEWS_NO_SIDE;
    if (who != NULL) st.target = (enum news_side)who->ref;
    if (what != NULL) st.good = what->ref;
    news_put_percent(d, &st, s->values[rate->ref]);
    st.number_span = news_span_of(d, base + rate->at, base + rate->at + rate->n);
    if (k > 0) st.head = st.number_span.from;
    news_keep(d, &st);
  }
  return true;
}
