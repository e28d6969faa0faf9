// SPDX-License-Identifier: Apache-2.0
// The days and the number of a statement.
#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "news/dates.h"
#include "news/mentions.h"
#include "news/subjects.h"

/* ---- days and numbers of a statement ---------------------------------------------------------------------------- */

static const struct news_date *date_behind(const struct news_sentence *s, uint32_t from,
                                           uint8_t most, bool said) {
  const struct news_date *best = NULL;
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *x = &s->dates[i];
    if (x->said != said || x->at < from || (x->resolved && x->precision > most)) continue;
    if (best == NULL || x->at < best->at) best = x;
  }
  return best;
}

static const struct news_date *last_before(const struct news_sentence *s, uint32_t to,
                                           uint8_t most) {
  const struct news_date *best = NULL;
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *x = &s->dates[i];
    if (x->said || x->at >= to || (x->resolved && x->precision > most)) continue;
    if (best == NULL || x->at > best->at) best = x;
  }
  return best;
}

/* "early next year, just before X": a second day behind a word for before ends the first. */
static imp_day cut_before(const struct news_sentence *s, const struct news_date *x) {
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *y = &s->dates[i];
    if (y->at > x->at && y->at <= x->at + x->n + 8 && y->resolved && y->from > x->from &&
        y->from < x->until && news_has(s, NC_BEFORE, x->at, y->at))
      return y->from;
  }
  return x->until;
}

/* A word of the class ends right before the day, or before an article or "at least" in front of it. */
static bool led_by(const struct news_sentence *s, const struct news_date *x, uint16_t class) {
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t end = (uint32_t)s->hits[i].at + s->hits[i].n;
    bool least = x->at >= 3 && news_word_is(&s->tokens[x->at - 2], "least"); /* at least the */
    bool number = end < x->at && s->tokens[end].kind == NEWS_NUMERAL; /* "up to 50% next year" */
    if (end <= x->at && !number && end + (least ? 3u : 2u) >= x->at) return true;
  }
  return false;
}

/* "by", or "by the", right before the day. */
static bool led_by_word(const struct news_sentence *s, const struct news_date *x,
                        const char *word) {
  return (x->at >= 1 && news_word_is(&s->tokens[x->at - 1], word)) ||
         (x->at >= 2 && news_word_is(&s->tokens[x->at - 2], word) &&
          news_word_is(&s->tokens[x->at - 1], "the"));
}

/* "retroactive to 1 August" is a beginning. */
static bool led_back(const struct news_sentence *s, const struct news_date *x) {
  return x->at >= 2 && news_hit_at(s, NC_BACK_TO, x->at - 2u) != NULL;
}

static bool is_end(const struct news_sentence *s, const struct news_date *x) {
  bool period = s->tokens[x->at].kind == NEWS_WORD && news_word_is(&s->tokens[x->at], "end");
  return led_by(s, x, NC_UNTIL) || (led_by_word(s, x, "to") && !led_back(s, x)) ||
         (period && (led_by_word(s, x, "by") || led_by(s, x, NC_BEFORE)));
}

/* The first day something holds: in the match or behind it, else shortly before; never the day of the saying. */
static bool parted(const struct news_sentence *s, uint32_t from, uint32_t to) {
  bool since = to > 0 && news_word_is(&s->tokens[to - 1], "since");
  for (uint32_t at = from; at < to; at++) {
    bool leads = news_hit_at(s, NC_UNTIL, at) != NULL || news_hit_at(s, NC_BEFORE, at) != NULL ||
                 news_hit_at(s, NC_FUTURE, at) != NULL || news_hit_at(s, NC_GOOD, at) != NULL;
    bool named = s->np[at] == NC_NP_WORD - NC_NP_A + 1 || s->np[at] == NC_NP_ALL - NC_NP_A + 1;
    bool noun = since && !news_is_verb(s, at) && s->np[at] == 0 &&
                s->tokens[at].kind == NEWS_WORD && news_hit_at(s, NC_DEED, at) == NULL;
    if (s->busy[at] && !named && !leads && !noun) return true;
  }
  return false;
}

/* "that takes effect on Dec. 1", with no other measure between. */
static bool starts_then(const struct news_sentence *s, const struct news_match *m,
                        const struct news_date *x) {
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (s->mentions[k].at >= m->to && s->mentions[k].at < x->at) return false;
  if (led_by_word(s, x, "since")) return false;
  return x->at > m->to + 2u && news_has(s, NC_EFFECT, x->at > 4 ? x->at - 4u : 0, x->at) &&
         news_has(s, NC_RELATIVE, m->to, x->at);
}

/* ", introduced in March, were removed": the day of what stands between commas, and the verb is behind it. */
static bool of_aside(const struct news_sentence *s, const struct news_match *m,
                     const struct news_date *x) {
  uint32_t open = x->at, end = (uint32_t)x->at + x->n;
  if (end + 1 >= m->to || s->tokens[end].kind != NEWS_MARK) return false;
  while (open > m->from && s->tokens[open].kind != NEWS_MARK) open--;
  if (open <= m->from || x->at - open < 2) return false;
  return s->np[open + 1] == NC_NP_PART - NC_NP_A + 1 || news_hit_at(s, NC_PLANNED, open + 1) ||
         news_hit_at(s, NC_AHEAD, open + 1) || news_hit_at(s, NC_LOWERED, open + 1) ||
         news_hit_at(s, NC_LIFTED, open + 1);
}

/* `today`: no day that is over and tells when it was announced; DAY_NEVER: any day. */
static const struct news_date *pick_start(const struct news_sentence *s, const struct news_match *m,
                                          imp_day today) {
  const struct news_date *best = NULL;
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *x = &s->dates[i];
    if (x->said || is_end(s, x) || (x->resolved && x->precision > 31)) continue;
    if (news_tells_when(s, x, today) || of_aside(s, m, x)) continue;
    if (x->precision > 7 && led_by_word(s, x, "earlier")) continue; /* "earlier this month" */
    if (x->precision == 7 && news_word_is(&s->tokens[x->at], "this")) continue; /* "this week" */
    bool now = news_word_is(&s->tokens[x->at], "today") && x->at >= m->to;
    if (now && !led_by_word(s, x, "from") && !news_has(s, NC_EFFECT, m->from, x->at))
      continue; /* "pays 25% today" */
    if (x->at + x->n + 2u < m->to && news_has(s, NC_RELATIVE, m->from, x->at) &&
        !news_has(s, NC_RELATIVE, m->from, m->from + 2u))
      continue; /* "that was due in May" */
    bool first = (x->at <= 1 && m->from <= x->at + x->n + 8u) || news_date_opens(s, x, m->from);
    uint32_t end = (uint32_t)x->at + x->n;
    bool near = end + 2u >= m->from && end < s->count && /* "on 9 October it widened" */
                s->np[end] == NC_NP_IT - NC_NP_A + 1;
    if ((!first && !near && end < m->from) || x->at > m->to + 12u) continue;
    bool effective = x->at > m->to && news_word_is(&s->tokens[x->at - 1], "effective");
    if (x->at > m->to && !effective && parted(s, m->to, x->at) && !starts_then(s, m, x)) continue;
    bool late = best != NULL && best->at >= m->from && x->at > best->at;
    if (best == NULL || !late) best = x;
  }
  return best;
}

static bool behind_if(const struct news_sentence *s, uint32_t from, uint32_t to) {
  return from < to && news_has(s, NC_IF, from, to);
}

static const struct news_date *pick_end(const struct news_sentence *s, const struct news_match *m) {
  bool promise = m->mention != NEWS_NONE && s->mentions[s->hits[m->mention].ref].amount >= 0;
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *x = &s->dates[i];
    bool joined = false; /* "..., and extended until May" */
    for (uint32_t at = m->to; at < x->at; at++) joined = joined || news_clause_at(s, at);
    bool told = (uint32_t)x->at + x->n < m->to && news_has(s, NC_RELATIVE, m->from, x->at) &&
                !news_has(s, NC_RELATIVE, m->from, m->from + 2u);
    if (joined || told) continue;                   /* "which was to end in June, was extended" */
    bool by = promise && led_by_word(s, x, "by") && /* "will buy 12 million tons by January" */
              !news_has(s, NC_AMOUNT, m->to, x->at);
    if ((is_end(s, x) || by) && x->resolved && x->at >= m->from && x->at <= m->to + 10u &&
        !behind_if(s, m->from, x->at))
      return x;
  }
  return NULL;
}

static const struct news_date *pick_date(const struct news_sentence *s, const struct news_match *m,
                                         enum news_date_use use) {
  const struct news_date *x = NULL;
  if (use == NEWS_DATE_START) {
    x = pick_start(s, m, DAY_NEVER);
  } else if (use == NEWS_DATE_SAID) {
    x = date_behind(s, 0, 1, true);
    if (x == NULL && s->tokens[m->from].quote != 0) x = date_behind(s, m->from, 1, false);
  } else if (use == NEWS_DATE_BEFORE) {
    for (uint32_t at = m->from; at < s->count && x == NULL; at++)
      if (news_hit_at(s, NC_BEFORE, at) != NULL) x = date_behind(s, at, 255, false);
  } else if (use == NEWS_DATE_EFFECTIVE || use == NEWS_DATE_EXPIRY) {
    uint8_t most = use == NEWS_DATE_EXPIRY ? 31 : 1;
    x = date_behind(s, m->from, most, false);
    if (x == NULL && use == NEWS_DATE_EXPIRY) x = last_before(s, m->from, 1);
  } else {
    x = date_behind(s, m->from, 255, false);
    if (x == NULL) x = last_before(s, m->from, use == NEWS_DATE_PERIOD ? 255 : 31);
    if (x != NULL && (x->at + 24u < m->from || news_date_elsewhere(s, x, m->from))) x = NULL;
    bool promise = m->mention != NEWS_NONE && s->mentions[s->hits[m->mention].ref].amount >= 0;
    for (uint32_t at = x != NULL && promise ? x->at : m->from; at < m->from && x != NULL; at++)
      if (s->tokens[at].kind == NEWS_MARK)
        x = NULL; /* "After the meeting last week, China will buy" */
  }
  return x;
}

/* "a meeting planned for January 20 was called off": the day is that of the plan. */
static bool was_planned(const struct news_sentence *s, const struct news_date *x) {
  return x->at >= 2 && news_hit_at(s, NC_PLANNED, x->at - 2u) != NULL;
}

void news_set_date(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                   uint32_t base) {
  const struct news_rule *rule = &d->r->rules[st->rule];
  st->from = DAY_FIRST;
  st->until = DAY_NEVER;
  if (rule->date == NEWS_DATE_NONE) return;
  if (rule->date == NEWS_DATE_SAME) {
    if (d->event_from[st->measure] == DAY_FIRST) return;
    st->from = d->event_from[st->measure];
    st->until = d->event_until[st->measure];
    st->dated = true;
    return;
  }
  struct news_match behind = *m;
  if (rule->cues > 0 && rule->date == NEWS_DATE_EXPIRY)
    behind.from = (uint16_t)(m->to - 1); /* of its verb */
  bool ends = rule->date == NEWS_DATE_START || rule->date == NEWS_DATE_UNTIL;
  const struct news_date *x =
      rule->date != NEWS_DATE_UNTIL ? pick_date(d->s, &behind, rule->date) : NULL;
  const struct news_date *end = ends ? pick_end(d->s, m) : NULL;
  if (end != NULL) {
    st->until = end->until;
    st->dated = true;
    st->date_span = news_span_of(d, base + end->at, base + end->at + end->n);
  }
  if (end != NULL && d->r->measures[st->measure].pair) return; /* a truce until then */
  if (x != NULL && rule->status == NEWS_SUSPENDED && was_planned(d->s, x)) x = NULL;
  bool when = x != NULL && (rule->status == NEWS_ANNOUNCED || rule->status == NEWS_THREATENED);
  if (when && news_tells_when(d->s, x, d->published))
    x = rule->date == NEWS_DATE_START ? pick_start(d->s, &behind, d->published) : NULL;
  if (x == NULL && rule->status == NEWS_ANNOUNCED && rule->date == NEWS_DATE_START)
    x = news_first_day(d->s, m->from, m->to + 12u);
  if (x == NULL) return;
  st->date_span = news_span_of(d, base + x->at, base + x->at + x->n);
  st->unresolved = !x->resolved;
  if (!x->resolved) return;
  st->dated = true;
  st->convention = x->convention;
  st->from = x->from;
  if (rule->date == NEWS_DATE_START) {
    if (st->until <= st->from)
      st->until = DAY_NEVER; /* the end before the beginning is another's */
    return;
  }
  st->until = rule->date == NEWS_DATE_EVENT ? cut_before(d->s, x) : x->until;
  if (rule->date == NEWS_DATE_EVENT && rule->measure == NEWS_NONE &&
      (is_end(d->s, x) || led_by_word(d->s, x, "by") || led_by(d->s, x, NC_BEFORE)))
    st->from = DAY_FIRST;
  if (rule->date == NEWS_DATE_EFFECTIVE) st->until = DAY_NEVER;
  if (rule->date == NEWS_DATE_EXPIRY || rule->date == NEWS_DATE_BEFORE) st->from = DAY_FIRST;
  if (rule->date == NEWS_DATE_EVENT && x->precision == 1) {
    d->event_from[st->measure] = st->from;
    d->event_until[st->measure] = st->until;
  }
}

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

/* The value of a class nearest to the match, before its end or shortly behind it. */
static const struct news_hit *near_value(const struct news_sentence *s, uint16_t class,
                                         const struct news_match *m, uint32_t slack) {
  const struct news_hit *best = NULL;
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->at + slack < m->from || h->at > m->to + slack) continue;
    if (class == NC_AMOUNT && of_another(s, m, h)) continue;
    if (class == NC_DURATION && h->at > 0 && news_word_is(&s->tokens[h->at - 1], "within"))
      continue; /* how soon, not how long */
    if (best == NULL || h->at < best->at) best = h;
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
  return !parted(s, from, to);
}

/* Another clause has begun whose subject is the measure too. */
static bool shared_between(const struct news_sentence *s, const struct news_mention *x,
                           uint32_t at) {
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (s->mentions[k].shared && s->mentions[k].at > x->at && s->mentions[k].at < at) return true;
  return false;
}

/* "will not retaliate against the 30% duty": the rate of what is answered. */
static bool rate_of_another(const struct news_sentence *s, const struct news_mention *own,
                            const struct news_hit *rate) {
  for (uint8_t k = 0; k < s->mention_count; k++) {
    const struct news_mention *x = &s->mentions[k];
    if (x != own && x->measure != own->measure && own->percent == 0 &&
        x->percent == s->values[rate->ref] && rate->at >= x->at && rate->at < x->at + x->n)
      return true;
  }
  return false;
}

/* Of a mention: the number it goes to, else its own, else one that the match holds. */
static void set_mentioned(struct news_reader *d, struct news_statement *st,
                          const struct news_match *m, uint32_t base) {
  struct news_mention *x = &d->s->mentions[d->s->hits[m->mention].ref];
  const struct news_measure *kind = &d->r->measures[x->measure];
  enum news_number_use use = d->r->rules[st->rule].number;
  if (strcmp(d->r->classes[kind->group[NEWS_NOUN]], "#promise") == 0 && use == NEWS_NUMBER_PERCENT)
    use = NEWS_NUMBER_AMOUNT;
  const struct news_hit *h = NULL;
  char room[48];
  int64_t milli = x->to > 0 ? x->to : x->percent;
  bool firm = false;
  for (uint16_t i = d->s->heads[NC_PERCENT]; i != NEWS_NONE && use == NEWS_NUMBER_PERCENT;
       i = d->s->hits[i].next) {
    const struct news_hit *p = &d->s->hits[i];
    bool to = p->at > 0 && d->s->np[p->at - 1] == NC_NP_TO - NC_NP_A + 1;
    const struct news_hit *low = p->at > 1 ? news_ending(d->s, NC_PERCENT, p->at - 1u) : NULL;
    bool range = to && low != NULL && /* "5% to 10%", but "from 25% to 50%" */
                 (low->at == 0 || d->s->np[low->at - 1] != NC_NP_FROM - NC_NP_A + 1);
    bool near = to && !range && (p->at < m->to || news_goes_on(d->s, m->to, p->at));
    bool in = p->at >= m->from && p->at < m->to + (near ? 9u : 0u);
    bool now = x->lent_number && p->at > 0 &&
               (news_word_is(&d->s->tokens[p->at - 1], "at") || /* "the current rate is 27.5%" */
                news_word_is(&d->s->tokens[p->at - 1], "is"));
    bool said = d->s->values[p->ref] == milli;
    uint32_t behind = (uint32_t)p->at + p->n;
    if (behind < d->s->count && news_word_is(&d->s->tokens[behind], "of"))
      continue; /* 99% of its tariffs */
    if (shared_between(d->s, x, p->at) || rate_of_another(d->s, x, p)) continue;
    bool goes = in && to && x->to == 0 && p->at >= x->at + x->n &&
                runs_on(d->s, m->to, p->at); /* a 145% duty was cut to 30% */
    if (h != NULL && firm && !goes) continue;
    if (in && (said || now || (x->to == 0 && (to || x->percent == 0)))) {
      h = p;
      firm = goes;
    }
  }
  if (use == NEWS_NUMBER_PERCENT) news_put_percent(d, st, h != NULL ? d->s->values[h->ref] : milli);
  if (firm && h != NULL) x->to = d->s->values[h->ref]; /* "the lower rate" may mean it */
  if (use == NEWS_NUMBER_AMOUNT && x->amount > 0) {
    snprintf(room, sizeof room, "%lld", (long long)(x->amount / 1000));
    st->number = keep_number(d, room);
    for (uint16_t i = d->s->heads[NC_AMOUNT]; i != NEWS_NONE; i = d->s->hits[i].next)
      if (d->s->values[d->s->hits[i].ref] == x->amount) h = &d->s->hits[i];
  } else if (use == NEWS_NUMBER_AMOUNT && (h = near_value(d->s, NC_AMOUNT, m, 0)) != NULL) {
    snprintf(room, sizeof room, "%lld", (long long)(d->s->values[h->ref] / 1000));
    st->number = keep_number(d, room); /* "$350 billion of investment" */
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
    const struct news_hit *next = own && end + 1 < s->count && s->np[end] == NC_NP_AND - NC_NP_A + 1
                                      ? news_hit_at(s, NC_PERCENT, end + 1)
                                      : NULL;
    if (next == NULL || !news_word_is(&s->tokens[end], "and")) continue;
    uint32_t behind = (uint32_t)next->at + next->n;
    bool named = behind < s->count && s->tokens[behind].kind == NEWS_WORD &&
                 s->np[behind] != NC_NP_AND - NC_NP_A + 1;
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
  enum news_number_use use = d->r->rules[st->rule].number;
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
