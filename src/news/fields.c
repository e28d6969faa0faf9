// SPDX-License-Identifier: Apache-2.0
// The days of a statement.
#include <string.h>

#include "news/dates.h"
#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

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

/* "from March 31 to April 2", "on May 13 through 15": the last day of what lasts longer than one. */
static imp_day lasts_to(const struct news_sentence *s, const struct news_date *x) {
  uint32_t end = (uint32_t)x->at + x->n;
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *y = &s->dates[i];
    bool to = y->at == end + 1u &&
              (news_word_is(&s->tokens[end], "to") || news_word_is(&s->tokens[end], "through"));
    if (to && y->resolved && y->until >= x->until) return y->until;
  }
  return x->until;
}

/* "early next year, just before X": a second day behind a word for before ends the first. */
static imp_day cut_before(const struct news_sentence *s, const struct news_date *x) {
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *y = &s->dates[i];
    if (y->at > x->at && y->at <= x->at + x->n + 8 && y->resolved && y->from > x->from &&
        y->from < x->until && news_has(s, NC_BEFORE, x->at, y->at))
      return y->from;
  }
  return lasts_to(s, x);
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
  uint32_t at = x->at;
  if (at >= 3 && news_word_is(&s->tokens[at - 1], "the")) at--;
  return at >= 2 && news_hit_at(s, NC_BACK_TO, at - 2u) != NULL;
}

static bool is_end(const struct news_sentence *s, const struct news_date *x) {
  bool period = s->tokens[x->at].kind == NEWS_WORD && news_word_is(&s->tokens[x->at], "end");
  bool now = x->at >= 3 && news_word_is(&s->tokens[x->at - 1], "and") &&
             news_word_is(&s->tokens[x->at - 2], "now"); /* "between now and Christmas" */
  return now || led_by(s, x, NC_UNTIL) || (led_by_word(s, x, "to") && !led_back(s, x)) ||
         (period && (led_by_word(s, x, "by") || led_by(s, x, NC_BEFORE)));
}

/* The first day something holds: in the match or behind it, else shortly before; never the day of the saying. */
bool news_parted(const struct news_sentence *s, uint32_t from, uint32_t to) {
  bool since = to > 0 && news_word_is(&s->tokens[to - 1], "since");
  for (uint32_t at = from; at < to; at++) {
    bool leads = news_hit_at(s, NC_UNTIL, at) != NULL || news_hit_at(s, NC_BEFORE, at) != NULL ||
                 news_hit_at(s, NC_FUTURE, at) != NULL || news_hit_at(s, NC_GOOD, at) != NULL;
    bool named = s->np[at] == NEWS_NP(NC_NP_WORD) || s->np[at] == NEWS_NP(NC_NP_ALL);
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

/* "shrimp, which in October sold badly, pay 20%": the day is of what stands between who is hit and its verb. */
static bool of_struck(const struct news_sentence *s, const struct news_match *m,
                      const struct news_date *x) {
  if (m->struck == NEWS_NONE) return false;
  for (uint8_t k = 0; k < s->aside_count; k++) {
    const struct news_aside *a = &s->asides[k];
    bool within = a->from < x->at && x->at < a->to;
    if (within && s->hits[m->struck].at < a->from && a->to < m->to) return true;
  }
  return false;
}

/* ", introduced in March, were removed": of what stands between commas, and the verb of the match is behind it. */
bool news_of_aside(const struct news_sentence *s, const struct news_match *m, uint32_t at,
                   uint32_t end) {
  uint32_t open = at, close = end;
  while (close < m->to && s->tokens[close].kind != NEWS_MARK && close < end + 14u) close++;
  if (close + 1 >= m->to || s->tokens[close].kind != NEWS_MARK) return false;
  while (open > m->from && s->tokens[open].kind != NEWS_MARK) open--;
  if (open <= m->from || at - open < 2) return false;
  if (news_hit_at(s, NC_RELATIVE, open + 1) != NULL) return true;
  if (!s->busy[open + 1]) return false;
  bool part = s->np[open + 1] == 0 || s->np[open + 1] == NEWS_NP(NC_NP_PART);
  return part && news_hit_at(s, NC_PARTY, open + 1) == NULL &&
         news_hit_at(s, NC_GOOD, open + 1) == NULL && news_hit_at(s, NC_DATE, open + 1) == NULL &&
         news_hit_at(s, NC_KIND, open + 1) == NULL;
}

/* "before April 4, when China put controls": the day of the clause. */
static bool is_when(const struct news_sentence *s, const struct news_date *x, uint32_t from) {
  uint32_t end = (uint32_t)x->at + x->n;
  if (end + 2 > from || from > end + 10u || s->tokens[end].kind != NEWS_MARK ||
      !news_word_is(&s->tokens[end + 1], "when"))
    return false;
  for (uint32_t at = end + 1; at < from; at++)
    if (s->tokens[at].kind == NEWS_MARK) return false;
  return true;
}

/* "prolonged its duty on Monday": the day of that is no first day. */
static bool of_prolonging(const struct news_sentence *s, const struct news_match *m,
                          const struct news_date *x) {
  static const char *const verbs[] = {"extended", "prolonged", "renewed"};
  if (x->at == 0 ||
      !(news_word_is(&s->tokens[x->at - 1], "on") || news_word_is(&s->tokens[x->at - 1], "last")))
    return false;
  for (uint32_t at = m->from; at < x->at; at++)
    if (NEWS_IN(&s->tokens[at], verbs)) return true;
  return false;
}

/* `today`: no day that is over and tells when it was announced; DAY_NEVER: any day. */
static const struct news_date *pick_start(const struct news_sentence *s, const struct news_match *m,
                                          imp_day today) {
  const struct news_date *best = NULL;
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *x = &s->dates[i];
    if (x->at > 1 && led_by_word(s, x, "from") && news_word_is(&s->tokens[x->at - 2], "dates"))
      continue; /* which it is, "that dates from March" */
    if (x->said || is_end(s, x) || (x->resolved && x->precision > 31)) continue;
    if (news_tells_when(s, x, today) || news_of_aside(s, m, x->at, (uint32_t)x->at + x->n) ||
        of_struck(s, m, x) || of_prolonging(s, m, x))
      continue;
    if (x->precision > 7 && led_by_word(s, x, "earlier")) continue; /* "earlier this month" */
    if (x->precision == 7 && news_word_is(&s->tokens[x->at], "this")) continue; /* "this week" */
    bool now = news_word_is(&s->tokens[x->at], "today") && x->at >= m->to;
    if (now && !led_by_word(s, x, "from") && !news_has(s, NC_EFFECT, m->from, x->at))
      continue; /* "pays 25% today" */
    if (x->at + x->n + 1u < m->to && news_has(s, NC_RELATIVE, m->from, x->at) &&
        !news_has(s, NC_RELATIVE, m->from, m->from + 2u))
      continue; /* "that was due in May" */
    uint32_t past = (uint32_t)x->at + x->n;
    if (x->at > m->from && x->at <= m->from + 2u && past < m->to &&
        news_hit_at(s, NC_RELATIVE, past) != NULL)
      continue; /* "Washington on Thursday that keeps" */
    bool when = is_when(s, x, m->from);
    bool first =
        when || (x->at <= 1 && m->from <= x->at + x->n + 8u) || news_date_opens(s, x, m->from);
    uint32_t end = (uint32_t)x->at + x->n;
    bool near = end + 2u >= m->from && end < s->count && /* "on 9 October it widened" */
                s->np[end] == NEWS_NP(NC_NP_IT);
    if ((!first && !near && end < m->from) || x->at > m->to + 12u) continue;
    bool effective = x->at > m->to && (news_word_is(&s->tokens[x->at - 1], "effective") ||
                                       (news_word_is(&s->tokens[x->at - 1], "from") &&
                                        news_word_is(&s->tokens[x->at - 2], "effect")));
    if (x->at > m->to && !effective && news_parted(s, m->to, x->at) && !starts_then(s, m, x))
      continue;
    bool late = best != NULL && best->at >= m->from && x->at > best->at;
    if (best == NULL || !late) best = x;
  }
  return best;
}

/* "talks on Monday and Tuesday", "from Monday to Wednesday": the last of the days. */
static imp_day through(const struct news_sentence *s, const struct news_date *x) {
  static const char *const joints[] = {"and", "to", "through", "until", "till"};
  uint32_t end = (uint32_t)x->at + x->n;
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *y = &s->dates[i];
    bool joined = y->at == end + 1u && NEWS_IN(&s->tokens[end], joints);
    if (!joined || !y->resolved) continue;
    if (y->from >= x->until && y->from < x->until + 31) return y->until;
    bool week = y->precision == 1 && x->precision == 1 && y->n == 1 && x->n == 1;
    if (week && y->from < x->from && y->from + 7 > x->from) return y->until + 7;
  }
  return cut_before(s, x);
}

static bool behind_if(const struct news_sentence *s, uint32_t from, uint32_t to) {
  return from < to && news_has(s, NC_IF, from, to);
}

/* Of a mention with an amount; a rule of one measure may mark words that are none. */
static bool is_promise(const struct news_sentence *s, const struct news_match *m) {
  return m->mention != NEWS_NONE && s->hits[m->mention].ref < s->mention_count &&
         s->mentions[s->hits[m->mention].ref].amount >= 0;
}

static const struct news_date *pick_end(const struct news_sentence *s, const struct news_match *m) {
  bool promise = is_promise(s, m);
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

/* "ruled on Friday that": the day of what was said. */
static bool leads_that(const struct news_sentence *s, const struct news_date *x) {
  uint32_t end = (uint32_t)x->at + x->n;
  bool on = x->at > 1 && news_word_is(&s->tokens[x->at - 1], "on");
  uint32_t verb = x->at > 1 ? x->at - (on ? 2u : 1u) : 0;
  return end < s->count && news_word_is(&s->tokens[end], "that") &&
         (news_hit_at(s, NC_SAY, verb) != NULL || news_hit_at(s, NC_SAY_THAT, verb) != NULL ||
          news_hit_at(s, NC_DECREE, verb) != NULL || news_word_is(&s->tokens[verb], "ruled"));
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
    if (x != NULL && news_modal_between(s, m->to, x->at)) x = NULL;
    if (x == NULL) x = last_before(s, m->from, use == NEWS_DATE_PERIOD ? 255 : 31);
    if (x != NULL && x->at < m->from && leads_that(s, x))
      x = NULL; /* "ruled on Friday that it must refund" */
    if (x != NULL && (x->at + 24u < m->from || news_date_elsewhere(s, x, m->from))) x = NULL;
    bool promise = is_promise(s, m);
    for (uint32_t at = x != NULL && promise ? x->at : m->from; at < m->from && x != NULL; at++)
      if (s->tokens[at].kind == NEWS_MARK)
        x = NULL; /* "After the meeting last week, China will buy" */
  }
  return x;
}

/* "a meeting planned for January 20 was called off": the day is that of the plan. */
static bool was_planned(const struct news_sentence *s, const struct news_date *x) {
  bool on = x->at > 3 && news_word_is(&s->tokens[x->at - 1], "on");
  for (uint16_t i = s->heads[NC_STARTS]; on && i != NEWS_NONE; i = s->hits[i].next)
    if ((uint32_t)s->hits[i].at + s->hits[i].n + 1u == x->at && s->hits[i].at > 0 &&
        news_word_is(&s->tokens[s->hits[i].at - 1u], "to"))
      return true; /* "that was to take effect on Dec. 1" */
  return x->at >= 2 && news_hit_at(s, NC_PLANNED, x->at - 2u) != NULL;
}

/* "raised duties on Canadian goods outside the pact to 35% on August 1": behind the rate that the statement goes to. */
static uint32_t past_rate(const struct news_sentence *s, const struct news_statement *st,
                          const struct news_match *m) {
  for (uint16_t i = s->heads[NC_PERCENT]; i != NEWS_NONE && st->percent_milli > 0;
       i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->at >= m->to && h->at < m->to + 9u && s->values[h->ref] == st->percent_milli &&
        s->np[h->at - 1] == NEWS_NP(NC_NP_TO))
      return (uint32_t)h->at + h->n;
  }
  return m->to;
}

/* "would announce new duties on Monday": the day of the announcement. */
static bool only_announced(const struct news_sentence *s, const struct news_match *m,
                           const struct news_date *x) {
  bool tells = false;
  for (uint32_t at = m->from; at < m->to && at < x->at; at++)
    tells = tells || news_word_is(&s->tokens[at], "announce") ||
            news_word_is(&s->tokens[at], "unveil") || news_word_is(&s->tokens[at], "publish");
  return tells && !led_by_word(s, x, "from") && !led_by_word(s, x, "effective") &&
         !led_by_word(s, x, "starting") && !led_by_word(s, x, "beginning");
}

/* "effective immediately", "takes effect at once", "with immediate effect", beside the match or at the head. */
static bool at_once(const struct news_sentence *s, const struct news_match *m) {
  uint32_t end = m->to + 10u < s->count ? m->to + 10u : s->count;
  for (uint32_t at = 2; at < end; at++)
    if ((at + 2 >= m->from || at < 4) && news_word_is(&s->tokens[at], "effect") &&
        news_word_is(&s->tokens[at - 1], "immediate") && news_word_is(&s->tokens[at - 2], "with"))
      return true;
  for (uint16_t i = s->heads[NC_STARTS]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t at = (uint32_t)s->hits[i].at + s->hits[i].n;
    bool at_head = s->hits[i].at == 0;
    if (at + 1 < s->count && news_word_is(&s->tokens[at], "at")) at++;
    bool now = at < end && (news_word_is(&s->tokens[at], "immediately") ||
                            news_word_is(&s->tokens[at], "once"));
    if (now && (at_head || at + 2 >= m->from)) return true;
  }
  return false;
}

/* What begins at once begins on the day it was said. */
static void begin_at_once(const struct news_reader *d, struct news_statement *st,
                          const struct news_match *m) {
  bool begins = st->status == NEWS_IN_FORCE || st->status == NEWS_ANNOUNCED ||
                st->status == NEWS_SUSPENDED || st->status == NEWS_ENDED;
  if (!begins || d->published == DAY_NEVER || !at_once(d->s, m)) return;
  const struct news_date *said = date_behind(d->s, 0, 1, true);
  st->from =
      said != NULL && said->resolved && said->from <= d->published ? said->from : d->published;
  st->dated = true;
}

void news_set_date(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                   uint32_t base) {
  const struct news_rule *rule = &d->r->rules[st->rule];
  st->from = DAY_FIRST;
  st->until = DAY_NEVER;
  bool unnamed = rule->measure != NEWS_NONE && rule->measure != st->measure &&
                 d->r->measures[st->measure].template && !d->r->measures[rule->measure].template;
  if (rule->date == NEWS_DATE_NONE || (unnamed && rule->date == NEWS_DATE_SAID))
    return; /* a deal has no day */
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
  if (rule->date == NEWS_DATE_START) behind.to = (uint16_t)past_rate(d->s, st, m);
  bool ends = rule->date == NEWS_DATE_START || rule->date == NEWS_DATE_UNTIL;
  const struct news_date *x =
      rule->date != NEWS_DATE_UNTIL ? pick_date(d->s, &behind, rule->date) : NULL;
  if (x != NULL && rule->date == NEWS_DATE_START && only_announced(d->s, m, x)) x = NULL;
  if (x != NULL && rule->date == NEWS_DATE_START && x->at < m->to) {
    struct news_match verb = *m; /* "duties imposed in March were lifted on Nov. 10" */
    verb.from = (uint16_t)(m->to - 1);
    const struct news_date *own = pick_start(d->s, &verb, DAY_NEVER);
    if (own != NULL && own->at >= m->to && x->at > m->from) x = own;
    if (rule->status == NEWS_ENDED && led_by_word(d->s, x, "since")) x = NULL;
  }
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
  bool to_come = (rule->status == NEWS_ANNOUNCED && rule->date == NEWS_DATE_START) ||
                 (rule->status == NEWS_FRAMEWORK && rule->date == NEWS_DATE_UNTIL);
  if (x == NULL && to_come) x = news_first_day(d->s, m->from, m->to + 12u);
  if (x == NULL && rule->date == NEWS_DATE_START) begin_at_once(d, st, m);
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
  st->until = rule->date == NEWS_DATE_EVENT ? through(d->s, x) : x->until;
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
