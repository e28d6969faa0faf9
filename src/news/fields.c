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
    x = news_pick_start(s, m, DAY_NEVER);
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
    if (x != NULL && x->at < m->from && news_modal_between(s, x->at, m->from + 1u))
      x = NULL; /* "takes effect on Feb. 24 and will expire after 150 days" */
  } else {
    x = date_behind(s, m->from, 255, false);
    if (x != NULL && news_modal_between(s, m->to, x->at)) x = NULL;
    bool sum = news_of_promise(s, m); /* "This year they're going to buy 25 million tons" */
    if (x == NULL) x = last_before(s, m->from, use == NEWS_DATE_PERIOD || sum ? 255 : 31);
    if (x != NULL && x->at < m->from && leads_that(s, x))
      x = NULL; /* "ruled on Friday that it must refund" */
    if (x != NULL && (x->at + 24u < m->from || news_date_elsewhere(s, x, m->from))) x = NULL;
    if (x != NULL && x->at < m->from && news_has(s, NC_SAY, (uint32_t)x->at + x->n, m->from) &&
        x->at > 2)
      x = NULL; /* "suspended it from Nov. 10 and said they would meet" */
    if (x != NULL && sum && x->at >= 3 && x->at < m->from && news_led_by_word(s, x, "on"))
      x = NULL; /* "approved on Friday a plan to buy" */
    for (uint32_t at = x != NULL && sum ? x->at : m->from; at < m->from && x != NULL; at++)
      if (s->tokens[at].kind == NEWS_MARK)
        x = NULL; /* "After the meeting last week, China will buy" */
  }
  return x;
}

/* "a meeting planned for January 20 was called off": the day is that of the plan. */
static bool was_planned(const struct news_sentence *s, const struct news_date *x) {
  uint32_t on = x->at > 3 && news_word_is(&s->tokens[x->at - 1], "on");
  for (uint16_t i = s->heads[NC_STARTS]; i != NEWS_NONE; i = s->hits[i].next)
    if ((uint32_t)s->hits[i].at + s->hits[i].n + on == x->at && s->hits[i].at > 0 &&
        news_word_is(&s->tokens[s->hits[i].at - 1u], "to"))
      return true; /* "that was to take effect on Dec. 1" */
  return x->at >= 2 && news_hit_at(s, NC_PLANNED, x->at - 2u) != NULL;
}

/* "on Aug. 5 suspended the duties, which were to take effect Aug. 7": the day right before the verb; NULL. */
static const struct news_date *day_of_verb(const struct news_sentence *s,
                                           const struct news_match *m) {
  for (uint8_t i = 0; i < s->date_count; i++)
    if ((uint32_t)s->dates[i].at + s->dates[i].n == m->from && !s->dates[i].said)
      return &s->dates[i];
  return NULL;
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
  return tells && !news_led_by_word(s, x, "from") && !news_led_by_word(s, x, "effective") &&
         !news_led_by_word(s, x, "starting") && !news_led_by_word(s, x, "beginning");
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
  if (said == NULL && d->told_day != DAY_NEVER && d->told_at + 1 == d->sentence) {
    st->from = d->told_day; /* "announced on Friday a duty. It took effect at once" */
    st->dated = true;
    return;
  }
  st->from =
      said != NULL && said->resolved && said->from <= d->published ? said->from : d->published;
  st->dated = true;
}

/* ", a third of it next year", "and that he hoped to speak to him this week": a day of a part, or of what is said besides. */
static bool of_other_part(const struct news_sentence *s, const struct news_match *m,
                          const struct news_date *x) {
  static const char *const whole[] = {"it", "them", "which", "that", "this"};
  static const char *const parts[] = {"half", "third", "quarter", "rest", "most", "some"};
  bool part = false;
  for (uint32_t at = x->at; at > m->to; at--) {
    const struct news_token *t = &s->tokens[at - 1];
    if (t->kind == NEWS_MARK && part) return true;
    part = part || NEWS_IN(t, parts) || (NEWS_IN(t, whole) && at > 1 && news_word_is(&t[-1], "of"));
    if (news_word_is(t, "that") && at > 1 && news_word_is(&t[-1], "and")) return true;
    if (t->kind == NEWS_MARK) return false;
  }
  return false;
}

/* What the words pick the day from: of the match alone its verb, where a nearer day stands behind that. */
static struct news_match match_behind(const struct news_reader *d, const struct news_statement *st,
                                      const struct news_match *m) {
  const struct news_rule *rule = &d->r->rules[st->rule];
  struct news_match behind = *m;
  if (rule->cues > 0 && rule->date == NEWS_DATE_EXPIRY)
    behind.from = (uint16_t)(m->to - 1); /* of its verb */
  const struct news_date *near =
      rule->cues > 0 && rule->date == NEWS_DATE_EVENT && m->to > 0
          ? date_behind(d->s, m->to - 1u, 255, false)
          : NULL; /* "the deal it signed last month would take effect in May" */
  if (near != NULL && near->at < m->to + 5u) behind.from = (uint16_t)(m->to - 1);
  if (rule->date == NEWS_DATE_START) behind.to = (uint16_t)past_rate(d->s, st, m);
  return behind;
}

/* The day the rule asks for, and not one of another clause of the sentence; NULL: none stands there. */
static const struct news_date *day_meant(const struct news_reader *d, const struct news_rule *rule,
                                         const struct news_match *m,
                                         const struct news_match *behind) {
  const struct news_date *x = rule->date != NEWS_DATE_UNTIL && rule->date != NEWS_DATE_NONE
                                  ? pick_date(d->s, behind, rule->date)
                                  : NULL;
  if (x != NULL && x->at > m->to && of_other_part(d->s, m, x)) x = NULL;
  bool aside = x != NULL && rule->date == NEWS_DATE_EVENT && x->at > m->from && x->at < m->to;
  if (aside && news_lies_apart(d->s, x->at, m->to)) x = NULL; /* "which it has not bought since" */
  bool other = rule->date == NEWS_DATE_EXPIRY || rule->date == NEWS_DATE_EVENT;
  if (x != NULL && other && news_of_which(d->s, m, x)) x = NULL;
  if (x != NULL && rule->date == NEWS_DATE_START && only_announced(d->s, m, x)) x = NULL;
  if (x != NULL && rule->date == NEWS_DATE_START && x->at < m->to) {
    struct news_match verb = *m; /* "duties imposed in March were lifted on Nov. 10" */
    verb.from = (uint16_t)(m->to - 1);
    const struct news_date *own = news_pick_start(d->s, &verb, DAY_NEVER);
    bool last = (uint32_t)x->at + x->n >= m->to; /* "takes effect on Dec. 1 and one on" */
    if (own != NULL && own->at >= m->to && x->at > m->from && !last) x = own;
    if (rule->status == NEWS_ENDED && news_led_by_word(d->s, x, "since")) x = NULL;
  }
  return x;
}

/* The day it ends, beside the one it begins. */
static bool take_end(const struct news_reader *d, struct news_statement *st,
                     const struct news_match *m, uint32_t base) {
  const struct news_date *end = news_pick_end(d->s, m);
  if (end == NULL) return false;
  st->until = end->until;
  st->dated = true;
  st->date_span = news_span_of(d, base + end->at, base + end->at + end->n);
  return true;
}

/* "the suspension of its fees took effect on Monday": the day is that of the suspension. */
static bool lull_begins(const struct news_sentence *s, const struct news_rule *rule,
                        const struct news_match *m) {
  if (rule->status != NEWS_SUSPENDED || m->mention == NEWS_NONE) return false;
  uint32_t at = s->mentions[s->hits[m->mention].ref].at;
  return news_has(s, NC_LULL_OF, at > 4 ? at - 4u : 0, at + 3u);
}

/* The day once more by the status: what is in force began when it was told, what is to come on no day of the plan. */
static const struct news_date *day_fit(const struct news_reader *d, const struct news_rule *rule,
                                       const struct news_match *m, const struct news_match *behind,
                                       const struct news_date *x, const struct news_date *told) {
  if (x != NULL && rule->status == NEWS_SUSPENDED && was_planned(d->s, x)) x = day_of_verb(d->s, m);
  bool later = rule->status == NEWS_ANNOUNCED || rule->status == NEWS_EXPECTED;
  if (x != NULL && later && x->at < m->to && news_led_by_word(d->s, x, "since"))
    x = NULL; /* "will lift the duties announced since March and end its inquiries" */
  if (x == NULL && rule->status == NEWS_IN_FORCE) x = told;
  if (told != NULL && x == told && rule->status != NEWS_IN_FORCE && !news_told_apart(d->s, m) &&
      !lull_begins(d->s, rule, m))
    x = NULL;
  bool when = x != NULL && (rule->status == NEWS_ANNOUNCED || rule->status == NEWS_THREATENED);
  if (when && news_tells_when(d->s, x, d->published))
    x = rule->date == NEWS_DATE_START ? news_pick_start(d->s, behind, d->published) : NULL;
  bool to_come = (rule->status == NEWS_ANNOUNCED && rule->date == NEWS_DATE_START) ||
                 (rule->status == NEWS_FRAMEWORK && rule->date == NEWS_DATE_UNTIL);
  if (x == NULL && to_come) x = news_first_day(d->s, m->from, m->to + 12u);
  return x;
}

/* "bought none from May through October", told in December: of what was, months that were taken for the next year's. */
static void put_behind(const struct news_reader *d, struct news_statement *st) {
  int from[3], until[3];
  if (d->published == DAY_NEVER || st->from == DAY_FIRST || st->until == DAY_NEVER ||
      st->from <= d->published)
    return;
  day_split(st->from, &from[0], &from[1], &from[2]);
  day_split(st->until, &until[0], &until[1], &until[2]);
  st->from = day_of(from[0] - 1, from[1], from[2]);
  st->until = day_of(until[0] - 1, until[1], until[2]);
}

/* "the deal takes effect on Dec. 1": its first day. */
static bool starts_then(const struct news_sentence *s, const struct news_match *m) {
  static const char *const words[] = {"effect", "force"};
  for (uint32_t at = m->from; at < m->to; at++)
    if (NEWS_IN(&s->tokens[at], words)) return true;
  return false;
}

/* From when until when, of what happens on a day or within days rather than begins on one. */
static void put_days(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                     const struct news_date *x) {
  const struct news_rule *rule = &d->r->rules[st->rule];
  bool event = rule->date == NEWS_DATE_EVENT;
  st->until = event ? news_through(d->s, x) : x->until;
  bool onward =
      news_led_by_word(d->s, x, "from") && st->until == x->until; /* "is due from May 1" */
  if (event && (news_led_by_word(d->s, x, "since") || (onward && x->precision == 1)))
    st->until = DAY_NEVER;
  bool starts = x->precision == 1 && starts_then(d->s, m);
  if (event && rule->status == NEWS_EXPECTED && starts && st->from != DAY_FIRST)
    st->until = DAY_NEVER;
  if (event && (rule->measure == NEWS_NONE || x->precision > 31) &&
      (news_is_end(d->s, x) || news_led_by_word(d->s, x, "by") ||
       news_led_by_word(d->s, x, "within") || news_led_by(d->s, x, NC_BEFORE)))
    st->from = DAY_FIRST;
  bool begun = news_word_is(&d->s->tokens[x->at], "this") && st->from <= d->published;
  if (event && rule->status == NEWS_EXPECTED && news_of_promise(d->s, m) && begun)
    st->from = DAY_FIRST; /* "25 million tons this year" */
  if (news_led_by_word(d->s, x, "later") && d->published != DAY_NEVER && st->from < d->published)
    st->from = x->precision > 31 ? DAY_FIRST : d->published; /* "later this year", "this month" */
  if (event && rule->status == NEWS_IN_FORCE && x->precision >= 28 && x->precision <= 31)
    put_behind(d, st);
  if (rule->date == NEWS_DATE_EFFECTIVE) st->until = DAY_NEVER;
  if (rule->date == NEWS_DATE_EXPIRY || rule->date == NEWS_DATE_BEFORE) st->from = DAY_FIRST;
  if (event && x->precision == 1) {
    d->event_from[st->measure] = st->from;
    d->event_until[st->measure] = st->until;
  }
}

/* The day of the event of its measure that was told before: "that day". */
static void take_same_day(const struct news_reader *d, struct news_statement *st) {
  if (d->event_from[st->measure] == DAY_FIRST) return;
  st->from = d->event_from[st->measure];
  st->until = d->event_until[st->measure];
  st->dated = true;
}

void news_set_date(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                   uint32_t base) {
  const struct news_rule *rule = &d->r->rules[st->rule];
  st->from = DAY_FIRST;
  st->until = DAY_NEVER;
  bool unnamed = rule->measure != NEWS_NONE && rule->measure != st->measure &&
                 d->r->measures[st->measure].template && !d->r->measures[rule->measure].template;
  if (unnamed && rule->date == NEWS_DATE_SAID) return; /* a deal has no day */
  bool ends = rule->date == NEWS_DATE_START || rule->date == NEWS_DATE_UNTIL;
  bool begins = rule->date == NEWS_DATE_NONE || ends;
  const struct news_date *told = begins ? news_day_told(d->s, m, d->published) : NULL;
  if (rule->date == NEWS_DATE_NONE && (told == NULL || rule->status != NEWS_IN_FORCE)) return;
  if (rule->date == NEWS_DATE_SAME) {
    take_same_day(d, st);
    return;
  }
  struct news_match behind = match_behind(d, st, m);
  const struct news_date *x = day_meant(d, rule, m, &behind);
  if (ends && take_end(d, st, m, base) && d->r->measures[st->measure].pair)
    return; /* a truce until then */
  x = day_fit(d, rule, m, &behind, x, told);
  if (x == NULL && rule->date == NEWS_DATE_START) begin_at_once(d, st, m);
  if (x == NULL) return;
  st->date_span = news_span_of(d, base + x->at, base + x->at + x->n);
  st->unresolved = !x->resolved;
  if (!x->resolved) return;
  st->dated = true;
  st->convention = x->convention;
  st->from = x->from;
  if (!begins)
    put_days(d, st, m, x);
  else if (st->until <= st->from)
    st->until = DAY_NEVER; /* the end before the beginning is another's */
}
