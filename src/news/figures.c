// SPDX-License-Identifier: Apache-2.0
// The number of a statement: the rate it goes to or has, an amount, a length of time.
#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "news/dates.h"
#include "news/mentions.h"
#include "news/subjects.h"

/* "invest $550 billion and to buy more rice": the amount is that of the other. */
static bool of_another(const struct news_sentence *s, const struct news_match *m,
                       const struct news_hit *h) {
  uint8_t own = m->mention != NEWS_NONE ? (uint8_t)s->hits[m->mention].ref : NEWS_MENTIONS;
  for (uint8_t k = 0; k < s->mention_count; k++) {
    const struct news_mention *x = &s->mentions[k];
    if (k != own && x->amount == s->values[h->ref] && h->at >= x->at && h->at < x->at + x->n)
      return true;
  }
  return false;
}

/* "will be extended for a year and Beijing will": what "and" or a mark parts from the match is of what was before. */
static bool ends_before(const struct news_sentence *s, const struct news_hit *h,
                        const struct news_match *m) {
  for (uint32_t at = (uint32_t)h->at + h->n; at < m->from; at++)
    if (s->np[at] == NEWS_NP(NC_NP_AND) || s->tokens[at].kind == NEWS_MARK) return true;
  return false;
}

/* How a value lies to the match: in it 0, in its clause 1, beyond a comma 2. */
static int apart(const struct news_sentence *s, const struct news_match *m,
                 const struct news_hit *h) {
  uint32_t from = h->at < m->from ? h->at : m->to, to = h->at < m->from ? m->from : h->at;
  if (h->at >= m->from && h->at < m->to) return 0;
  for (uint32_t at = from; at < to && at < s->count; at++)
    if (s->tokens[at].kind == NEWS_MARK) return 2;
  return 1;
}

/* The value of a class in the match, in its clause or shortly before or behind; of several the first. */
static const struct news_hit *near_value(const struct news_sentence *s, uint16_t class,
                                         const struct news_match *m, uint32_t slack) {
  static const char *const counted[] = {"after", "later", "before", "earlier", "ago", "old", "of"};
  const struct news_hit *best = NULL;
  int least = 3;
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->at + slack < m->from || h->at > m->to + slack) continue;
    if (class == NC_AMOUNT && of_another(s, m, h)) continue;
    if (class == NC_DURATION && ends_before(s, h, m)) continue;
    if (class == NC_DURATION && h->at > 0 &&
        (news_word_is(&s->tokens[h->at - 1], "within") ||
         news_word_is(&s->tokens[h->at - 1], "in") || news_word_is(&s->tokens[h->at - 1], "after")))
      continue; /* how soon, not how long */
    bool length = h->at > 0 && (news_word_is(&s->tokens[h->at - 1], "for") ||
                                news_word_is(&s->tokens[h->at - 1], "by"));
    if (class == NC_DURATION && !length && h->at + h->n < s->count &&
        NEWS_IN(&s->tokens[h->at + h->n], counted))
      continue; /* "a day after": when, not how long; "two days of talks" */
    int way = apart(s, m, h);
    if (way > least || (way == least && best != NULL && h->at > best->at)) continue;
    best = h;
    least = way;
  }
  return best;
}

/* The same numbers come again and again: one that was kept lately is kept once. */
static const char *kept_lately(const struct news_reader *d, const char *number) {
  const struct news_story *y = d->story;
  for (size_t k = 1; k <= 16 && k <= y->statement_count; k++) {
    const char *was = y->statements[y->statement_count - k].number;
    if (was != NULL && strcmp(was, number) == 0) return was;
  }
  return NULL;
}

static const char *keep_number(struct news_reader *d, const char *room) {
  const char *copy = kept_lately(d, room);
  if (copy == NULL) copy = str_dup(&d->story->arena, str_of(room));
  if (copy == NULL) d->failed = true;
  return copy;
}

void news_put_percent(struct news_reader *d, struct news_statement *st, int64_t milli) {
  if (milli <= 0 || milli > INT32_MAX) return;
  st->percent_milli = (int32_t)milli;
  struct buf b = {0};
  struct rat value = RAT_ZERO;
  if (rat_make(milli == NEWS_NIL ? 0 : milli, 1000, &value)) rat_print(value, &b);
  buf_putc(&b, '%');
  st->number = b.failed ? NULL : keep_number(d, b.p);
  if (st->number == NULL) d->failed = true;
  buf_free(&b);
}

void news_put_amount(struct news_reader *d, struct news_statement *st, int64_t milli) {
  char room[48];
  snprintf(room, sizeof room, "%lld", (long long)(milli / 1000));
  st->number = keep_number(d, room);
}

static void set_percent(struct news_reader *d, struct news_statement *st,
                        const struct news_hit *h) {
  news_put_percent(d, st, h != NULL ? d->s->values[h->ref] : d->percent);
}

static int64_t mentioned(const struct news_reader *d, const struct news_match *m) {
  const struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  return x->to > 0 ? x->to : x->percent;
}

/* No mark and no other deed stands between. */
static bool runs_on(const struct news_sentence *s, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to && at < s->count; at++)
    if (s->tokens[at].kind == NEWS_MARK) return false;
  return !news_parted(s, from, to);
}

/* Another clause has begun whose subject is the measure too. */
static bool shared_between(const struct news_sentence *s, const struct news_mention *x,
                           uint32_t at) {
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (s->mentions[k].shared && s->mentions[k].at > x->at && s->mentions[k].at < at) return true;
  return false;
}

/* "will not retaliate against the 30% duty": the rate of what is answered; "the 50% tariff on steel and the duties on Chinese
 * goods": that on steel. */
static bool rate_of_another(const struct news_sentence *s, const struct news_mention *own,
                            const struct news_hit *rate) {
  for (uint8_t k = 0; k < s->mention_count; k++) {
    const struct news_mention *x = &s->mentions[k];
    bool apart = own->definite && !own->pronoun && !own->lent && rate->at < x->head &&
                 x->head < own->at && (own->good != NEWS_NONE || own->target_count > 0);
    if (x != own && (x->measure != own->measure || apart) && own->percent == 0 &&
        x->percent == s->values[rate->ref] && rate->at >= x->at && rate->at < x->at + x->n)
      return true;
  }
  return false;
}

/* "will be charged up to 62%", but "goes up to 30%" */
static bool is_bound(const struct news_sentence *s, uint32_t at) {
  static const char *const verbs[] = {"be"};
  if (at < 3 || !news_word_is(&s->tokens[at - 2], "up")) return false;
  if ((NEWS_IN(&s->tokens[at - 3], verbs) || news_in_class(s, NC_MOVES_TO, at - 3))) return false;
  return true;
}

/* "goes up to 30% and that on vanities to 50%": the rate of what the "and" brings. */
static bool behind_and(const struct news_sentence *s, uint32_t from, uint32_t at, bool rated) {
  for (uint32_t k = from; k < at && k < s->count; k++)
    if (news_rate_ahead(s, k, rated)) return true;
  return false;
}

/* "duties, 15% on coal and 10% on oil, apply": the rates are those of the row. */
static bool leads_row(const struct news_sentence *s, const struct news_mention *x) {
  const struct news_mention *one = NULL;
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (s->mentions[k].row > 0 && s->mentions[k].row == x - s->mentions + 1 &&
        (one == NULL || s->mentions[k].at < one->at))
      one = &s->mentions[k];
  return one != NULL && one->at > 0 && s->tokens[one->at - 1].kind == NEWS_MARK;
}

static bool is_set(const struct news_token *t) {
  static const char *const words[] = {"set", "fixed", "capped", "pegged", "held", "kept"};
  return NEWS_IN(t, words);
}

/* "The current rate is 27.5%", "is now close to 85%": what it is, and not what was told of it. */
static bool is_now(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"now", "close", "to", "currently", "already", "still"};
  static const char *const stands[] = {"is", "are", "at"};
  while (at > 1 && !NEWS_IN(&s->tokens[at - 1], stands) &&
         (news_bounds(&s->tokens[at - 1]) || NEWS_IN(&s->tokens[at - 1], words)))
    at--;
  return at > 0 && NEWS_IN(&s->tokens[at - 1], stands);
}

/* Where a rate of the sentence stands to what a rule says of a mention. */
struct rate_place {
  bool in;  /* within the match, or so joined to it that it belongs there */
  bool to;  /* "to 15%": what it goes to */
  bool now; /* "is now close to 85%" */
  bool set; /* "had been set at 39%" */
  bool goes;
  bool said; /* the mention's own */
};

/* "5% to 10%", but "from 25% to 50%" */
static bool ends_range(const struct news_sentence *s, uint32_t at) {
  const struct news_hit *low = at > 1 ? news_ending(s, NC_PERCENT, at - 1u) : NULL;
  return low != NULL && (low->at == 0 || s->np[low->at - 1] != NEWS_NP(NC_NP_FROM));
}

/* What a range goes to is no rate that its first one goes to. */
static bool first_of_range(const struct news_sentence *s, const struct news_mention *x,
                           uint32_t at) {
  const struct news_hit *low = at > 1 ? news_ending(s, NC_PERCENT, at - 1u) : NULL;
  return low != NULL && x->percent == s->values[low->ref];
}

/* "at 39%" behind a verb of setting, "at 10%" behind "remain", "by 10 points", where no rate was told. */
static bool hangs_on(const struct news_sentence *s, const struct news_mention *x,
                     const struct news_match *m, const struct news_hit *p, bool unrated) {
  bool behind = p->at > 2 && unrated && p->at > x->at + x->n && p->at <= m->to + 2u;
  if (behind && news_word_is(&s->tokens[p->at - 1], "at") &&
      news_hit_at(s, NC_STAYS, p->at - 2u) != NULL)
    return true;
  const struct news_token *last = &s->tokens[p->at + p->n - 1u];
  return p->at > 0 && p->at >= m->to && p->at < m->to + 3u && unrated &&
         news_word_is(&s->tokens[p->at - 1], "by") &&
         (news_word_is(last, "points") || news_word_is(last, "percentage"));
}

/* "raise the 10% tariff to the fully allowed, and legally tested, 15% level", "to a level of 15%": words between that name
 * nothing else. */
static bool up_to_level(const struct news_sentence *s, const struct news_mention *x,
                        const struct news_hit *p) {
  uint32_t at = p->at, end = (uint32_t)p->at + p->n;
  while (at > x->head + 1u && at + 9u > p->at && !news_word_is(&s->tokens[at - 1], "to")) at--;
  if (at <= x->head + 1u || p->at < at + 1u || !news_word_is(&s->tokens[at - 1], "to"))
    return false;
  for (uint8_t k = 0; k < s->mention_count;
       k++) { /* "duties on canola down to a rate of": theirs */
    const struct news_mention *o = &s->mentions[k];
    if (o->form == NEWS_NOUN && o->at >= x->at + x->n && o->head + 1u < at) return false;
  }
  bool before = news_word_is(&s->tokens[p->at - 1], "of") && news_in_class(s, NC_LEVEL, p->at - 2);
  if (!before && (end >= s->count || !news_in_class(s, NC_LEVEL, end))) return false;
  return news_led_in(s, at) && !news_has(s, NC_ACTOR, at, p->at) &&
         !news_has(s, NC_PERCENT, x->head, p->at);
}

static struct rate_place place_of(const struct news_sentence *s, const struct news_mention *x,
                                  const struct news_match *m, const struct news_hit *p,
                                  int64_t milli) {
  struct rate_place r = {0};
  r.to = p->at > 0 && s->np[p->at - 1] == NEWS_NP(NC_NP_TO) && !is_bound(s, p->at);
  bool range = r.to && ends_range(s, p->at);
  r.to = r.to && !(range && first_of_range(s, x, p->at));
  bool near = r.to && !range && (p->at < m->to || news_goes_on(s, m->to, p->at));
  r.now = x->lent_number && is_now(s, p->at);
  r.said = s->values[p->ref] == milli;
  r.set = p->at > 1 && (milli == 0 || x->pronoun) && p->at <= m->to + 1u && p->at > x->at + x->n &&
          news_word_is(&s->tokens[p->at - 1], "at") && is_set(&s->tokens[p->at - 2]);
  r.in = (p->at >= m->from && p->at < m->to + (near ? 9u : 0u)) || r.set ||
         hangs_on(s, x, m, p, milli == 0);
  r.goes = r.in && r.to && x->to == 0 && p->at >= x->at + x->n &&
           runs_on(s, m->to, p->at); /* a 145% duty was cut to 30% */
  if (x->to == 0 && up_to_level(s, x, p)) r.in = r.to = r.goes = true;
  return r;
}

/* Of another item of a row, of how many ("99% of its tariffs"), what it was ("will lower its tariff from 18%"), or another measure's. */
static bool not_its_own(const struct news_sentence *s, const struct news_mention *x,
                        const struct news_match *m, const struct news_hit *p) {
  if (x->row > 0 && (p->at < x->at || p->at >= x->at + x->n)) return true;
  uint32_t behind = (uint32_t)p->at + p->n;
  if (behind < s->count && news_word_is(&s->tokens[behind], "of")) return true;
  if (x->was > 0 && x->to == 0 && s->values[p->ref] == x->was && p->at > 0 &&
      s->np[p->at - 1] == NEWS_NP(NC_NP_FROM))
    return true;
  if (shared_between(s, x, p->at) || rate_of_another(s, x, p)) return true;
  return p->at >= m->to && behind_and(s, (uint32_t)x->at + x->n, p->at, x->percent != 0);
}

/* The rate that a rule gives a mention: the one it goes to before one that only stands there; `firm`: it goes to it. */
static const struct news_hit *rate_of(const struct news_sentence *s, const struct news_mention *x,
                                      const struct news_match *m, int64_t milli, bool *firm) {
  const struct news_hit *h = NULL;
  for (uint16_t i = s->heads[NC_PERCENT]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *p = &s->hits[i];
    if (not_its_own(s, x, m, p)) continue;
    struct rate_place r = place_of(s, x, m, p, milli);
    if (r.to && x->to == 0 && news_of_aside(s, m, p->at, (uint32_t)p->at + p->n)) continue;
    if (h != NULL && *firm && !r.goes) continue;
    if (!r.in || !(r.said || r.now || r.set || (x->to == 0 && (r.to || x->percent == 0)))) continue;
    h = p;
    *firm = r.goes;
  }
  return h;
}

/* "charges 25%. That rate was doubled in June", "will halve the duty": what the rate told before becomes. */
static int64_t multiplied(const struct news_sentence *s, const struct news_mention *x,
                          int64_t milli) {
  static const char *const words[] = {"halve", "halved", "double", "doubled", "triple", "tripled"};
  static const char *const helps[] = {"was", "were", "be", "been"};
  uint32_t end = (uint32_t)x->at + x->n, at = end;
  while (at < s->count && at < end + 4u && !NEWS_IN(&s->tokens[at], words)) at++;
  bool behind = at < s->count && at > end && at < end + 4u && NEWS_IN(&s->tokens[at - 1], helps);
  bool lent = (x->lent_number || x->pronoun) && x->to == 0 && milli > 0 && (behind || x->at > 0);
  const struct news_token *t = behind ? &s->tokens[at] : &s->tokens[x->at - (x->at > 0)];
  for (size_t k = 0; lent && k < 6; k++)
    if (news_word_is(t, words[k])) return k < 2 ? milli / 2 : milli * (int64_t)(1 + k / 2);
  return milli;
}

/* Of a mention: the number it goes to, else its own, else one that the match holds. */
static void set_mentioned(struct news_reader *d, struct news_statement *st,
                          const struct news_match *m, uint32_t base) {
  struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  enum news_number_use use = d->r->rules[st->rule].number;
  bool sums = news_is_promise(d->r, x->measure) || news_pays_back(d->r, x->measure);
  if (sums && use == NEWS_NUMBER_PERCENT) use = NEWS_NUMBER_AMOUNT;
  const struct news_hit *h = NULL;
  int64_t milli = x->to > 0 ? x->to : x->percent;
  if (milli == 0 && leads_row(d->s, x)) return;
  if (use == NEWS_NUMBER_PERCENT) {
    bool firm = false;
    h = rate_of(d->s, x, m, milli, &firm);
    bool told = st->status == NEWS_IN_FORCE || st->status == NEWS_ANNOUNCED;
    if (h == NULL && told) milli = multiplied(d->s, x, milli);
    news_put_percent(d, st, h != NULL ? d->s->values[h->ref] : milli);
    if (firm) x->to = d->s->values[h->ref]; /* "the lower rate" may mean it */
  } else if (use == NEWS_NUMBER_AMOUNT && x->amount > 0) {
    news_put_amount(d, st, x->amount);
    for (uint16_t i = d->s->heads[NC_AMOUNT]; i != NEWS_NONE; i = d->s->hits[i].next)
      if (d->s->values[d->s->hits[i].ref] == x->amount) h = &d->s->hits[i];
  } else if (use == NEWS_NUMBER_AMOUNT && (h = near_value(d->s, NC_AMOUNT, m, 0)) != NULL) {
    news_put_amount(d, st, d->s->values[h->ref]); /* "$350 billion of investment" */
  }
  if (h != NULL) st->number_span = news_span_of(d, base + h->at, base + h->at + h->n);
}

/* "will be set at 5% and 10%": the one behind, where nothing is named with it. */
bool news_next_number(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                      uint32_t base) {
  const struct news_sentence *s = d->s;
  for (uint16_t i = s->heads[NC_PERCENT]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    uint32_t end = (uint32_t)h->at + h->n;
    bool own = s->values[h->ref] == st->percent_milli && h->at >= m->from && h->at < m->to + 3u;
    const struct news_hit *next = own && end + 1 < s->count && s->np[end] == NEWS_NP(NC_NP_AND)
                                      ? news_hit_at(s, NC_PERCENT, end + 1)
                                      : NULL;
    if (next == NULL || !news_word_is(&s->tokens[end], "and")) continue;
    uint32_t behind = (uint32_t)next->at + next->n;
    bool named = behind < s->count && s->tokens[behind].kind == NEWS_WORD &&
                 s->np[behind] != NEWS_NP(NC_NP_AND);
    if (named || s->values[next->ref] == st->percent_milli) continue;
    news_put_percent(d, st, s->values[next->ref]);
    st->number_span = news_span_of(d, base + next->at, base + behind);
    return true;
  }
  return false;
}

void news_set_number(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                     uint32_t base) {
  static const char units[] = "DWMY";
  char room[48];
  enum news_number_use use = m->aside ? NEWS_NUMBER_NONE : d->r->rules[st->rule].number;
  const struct news_hit *h = NULL;
  bool marked = d->r->rules[st->rule].measure == NEWS_NONE && m->mention != NEWS_NONE;
  if (marked && (use == NEWS_NUMBER_PERCENT || use == NEWS_NUMBER_AMOUNT)) {
    set_mentioned(d, st, m, base);
    return;
  }
  if (use == NEWS_NUMBER_PERCENT) {
    h = near_value(d->s, NC_PERCENT, m, 14);
    set_percent(d, st, h);
  } else if (use == NEWS_NUMBER_DURATION || use == NEWS_NUMBER_AMOUNT) {
    bool length = use == NEWS_NUMBER_DURATION;
    h = near_value(d->s, length ? NC_DURATION : NC_AMOUNT, m, 10);
    long long value = h != NULL ? (long long)d->s->values[h->ref] : 0;
    if (length)
      snprintf(room, sizeof room, "P%lld%c", value / 4, units[value % 4]);
    else
      snprintf(room, sizeof room, "%lld", value / 1000);
    int64_t percent = marked && length ? mentioned(d, m) : 0;
    news_put_percent(d, st, percent); /* the key names the rate, whatever the number is */
    if (percent > 0) h = NULL;
    if (h != NULL) st->number = keep_number(d, room);
  } else if (use == NEWS_NUMBER_ZERO)
    for (uint32_t i = m->from; i < m->to && i < d->s->count; i++)
      if (news_word_is(&d->s->tokens[i], "zero")) st->number = "0";
  if (h != NULL) st->number_span = news_span_of(d, base + h->at, base + h->at + h->n);
}
