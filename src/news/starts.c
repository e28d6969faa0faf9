// SPDX-License-Identifier: Apache-2.0
// The first day of a measure: which of the days of a sentence is that of the match, and of no other clause.
#include "news/dates.h"
#include "news/mentions.h"
#include "news/subjects.h"

/* Something of another clause stands between. */
bool news_parted(const struct news_sentence *s, uint32_t from, uint32_t to) {
  bool since = to > 0 && news_word_is(&s->tokens[to - 1], "since");
  for (uint32_t at = from; at < to; at++) {
    bool leads = news_hit_at(s, NC_UNTIL, at) != NULL || news_hit_at(s, NC_BEFORE, at) != NULL ||
                 news_hit_at(s, NC_FUTURE, at) != NULL || news_hit_at(s, NC_GOOD, at) != NULL ||
                 news_hit_at(s, NC_ADVERB, at) != NULL;
    leads = leads || (at == from && news_hit_at(s, NC_FIRM, at) != NULL); /* "on Thai companies" */
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
  if (news_led_by_word(s, x, "since")) return false;
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
  uint32_t but = x->at; /* "escaped the duties imposed in April but pays 20%" */
  while (but < m->to && !news_word_is(&s->tokens[but], "but") &&
         !news_word_is(&s->tokens[but], "yet"))
    but++;
  return x->at > s->hits[m->struck].at && but < m->to && news_has(s, NC_OWES, but, m->to);
}

/* "beer, which faces a 25% duty, sold well in May": the day is of the verb behind the aside that tells of the measure. */
static bool of_main_verb(const struct news_sentence *s, const struct news_match *m,
                         const struct news_date *x) {
  if (m->mention == NEWS_NONE) return false;
  uint32_t open = s->mentions[s->hits[m->mention].ref].at, close = m->to;
  while (open > 0 && s->tokens[open].kind != NEWS_MARK) open--;
  while (close < x->at && s->tokens[close].kind != NEWS_MARK) close++;
  if (open == 0 || close + 1 >= x->at || x->at > close + 12u) return false;
  return news_hit_at(s, NC_RELATIVE, open + 1) != NULL &&
         news_np_class(s, close + 1) == NEWS_NONE && news_hit_at(s, NC_DATE, close + 1) == NULL;
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

/* "the day that", "the same day" */
static bool is_same_day(const struct news_sentence *s, uint32_t at) {
  if (at + 2 >= s->count || !news_word_is(&s->tokens[at], "the")) return false;
  at += 1u + news_word_is(&s->tokens[at + 1], "same");
  return news_word_is(&s->tokens[at], "day") || news_word_is(&s->tokens[at], "date");
}

/* "before April 4, when China put controls", "from Oct. 14, the day that American fees begin": the day of the clause. */
static bool is_when(const struct news_sentence *s, const struct news_date *x, uint32_t from) {
  uint32_t end = (uint32_t)x->at + x->n;
  if (end > from || from > end + 10u || s->tokens[end].kind != NEWS_MARK ||
      !(news_word_is(&s->tokens[end + 1], "when") || is_same_day(s, end + 1)))
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

/* "approved on Wednesday a 50% duty": that it was approved then is all the day tells. */
static bool of_approval(const struct news_sentence *s, const struct news_date *x) {
  static const char *const verbs[] = {"approved", "passed", "backed", "endorsed"};
  return x->at > 1 && news_word_is(&s->tokens[x->at - 1], "on") &&
         NEWS_IN(&s->tokens[x->at - 2], verbs);
}

/* ", a system that", "under rules it": what a mention is called once more. */
static uint32_t past_system(const struct news_sentence *s, uint32_t at) {
  uint32_t k = at + (at < s->count && news_word_is(&s->tokens[at], "under"));
  k += k < s->count && (news_np_class(s, k) == NC_NP_A || news_np_class(s, k) == NC_NP_THE);
  return k > at && k < s->count && news_in_class(s, NC_SYSTEM, k) ? k + 1 : at;
}

/* The end of the verb behind a mention that tells how it began: "that Ottawa has put", ", imposed", "it imposed"; 0: none. */
static uint32_t laid_behind(const struct news_sentence *s, uint32_t end) {
  static const char *const passed[] = {"it",  "he",   "she", "they",  "has",  "have",    "had",
                                       "was", "were", "on",  "first", "also", "already", "been"};
  uint32_t at = past_system(s, end + (end < s->count && s->tokens[end].kind == NEWS_MARK));
  for (end = at; at < s->count && at < end + 9u; at++) {
    const struct news_hit *verb = news_hit_at(s, NC_LAID, at);
    if (verb != NULL) return at + verb->n;
    bool named = s->np[at] == NEWS_NP(NC_NP_WORD) || s->np[at] == NEWS_NP(NC_NP_ALL) ||
                 s->np[at] == NEWS_NP(NC_NP_THE) || s->tokens[at].capital || s->tokens[at].genitive;
    if (s->tokens[at].kind != NEWS_WORD ||
        !(named || news_hit_at(s, NC_RELATIVE, at) != NULL || NEWS_IN(&s->tokens[at], passed) ||
          news_hit_at(s, NC_GOOD, at) != NULL))
      return 0;
  }
  return 0;
}

const struct news_date *news_day_told(const struct news_sentence *s, const struct news_match *m,
                                      imp_day today) {
  if (m->mention == NEWS_NONE || s->hits[m->mention].ref >= s->mention_count) return NULL;
  const struct news_mention *x = &s->mentions[s->hits[m->mention].ref];
  uint32_t verb = x->pronoun ? 0 : laid_behind(s, (uint32_t)x->at + x->n);
  for (uint8_t i = 0; i < s->date_count && verb > 0; i++) {
    const struct news_date *y = &s->dates[i];
    if (y->at < verb) continue;
    if (y->at > verb + 10u || y->said || !y->resolved || y->precision > 31 || y->from > today)
      return NULL;
    for (uint32_t at = verb; at < y->at; at++)
      if (s->tokens[at].kind == NEWS_MARK || news_is_verb(s, at) ||
          news_hit_at(s, NC_LAID, at) != NULL || news_hit_at(s, NC_PAST, at) != NULL ||
          news_hit_at(s, NC_KIND, at) != NULL)
        return NULL;
    return news_is_end(s, y) || news_led_by_word(s, y, "by") || news_led_by_word(s, y, "before")
               ? NULL
               : y;
  }
  return NULL;
}

/* "the removal of the duty, which took effect": apart from the duty; it may be the day of what is done to it. */
bool news_told_apart(const struct news_sentence *s, const struct news_match *m) {
  const struct news_mention *x = &s->mentions[s->hits[m->mention].ref];
  uint32_t end = (uint32_t)x->at + x->n;
  return end < s->count && s->tokens[end].kind == NEWS_MARK;
}

/* "has charged 20% since it left the pact in March": the day of a clause behind "since". */
static bool of_since(const struct news_sentence *s, const struct news_match *m,
                     const struct news_date *x) {
  for (uint32_t at = x->at; at > m->to && at + 12u > x->at; at--) {
    if (s->tokens[at - 1].kind == NEWS_MARK) return false;
    if (news_word_is(&s->tokens[at - 1], "since")) return at + 1u < x->at;
  }
  return false;
}

/* "charges 20%, and Mexico answered in March", "and, since August, 10% on wheat": the day is of what is joined. */
static bool of_joined(const struct news_sentence *s, const struct news_match *m,
                      const struct news_date *x) {
  static const char *const joints[] = {"and", "but", "while", "so"};
  static const char *const lead[] = {"in",  "on", "since", "from",  "last",
                                     "the", "as", "of",    "early", "late"};
  uint32_t at = x->at, end = (uint32_t)x->at + x->n;
  while (at > m->to && NEWS_IN(&s->tokens[at - 1], lead)) at--;
  bool apart = at > m->to + 1u && s->tokens[at - 1].kind == NEWS_MARK && end < s->count &&
               s->tokens[end].kind == NEWS_MARK;
  if (apart && NEWS_IN(&s->tokens[at - 2], joints)) return true;
  bool joint = false, subject = false;
  for (at = m->to; at < x->at; at++) {
    bool opens = NEWS_IN(&s->tokens[at], joints);
    if (news_word_is(&s->tokens[at], "of") && news_word_is(&s->tokens[at + 1], "which"))
      return true;
    if (news_hit_at(s, NC_RELATIVE, at) != NULL) return false;
    if (opens) subject = false;
    joint = joint || opens;
    bool whom = news_hit_at(s, NC_PARTY, at) != NULL || news_hit_at(s, NC_KIND, at) != NULL;
    subject = subject || (joint && whom);
    bool verb = news_hit_at(s, NC_PAST, at) != NULL || news_hit_at(s, NC_LAID, at) != NULL ||
                news_hit_at(s, NC_STARTS, at) != NULL || news_is_verb(s, at) ||
                news_word_is(&s->tokens[at], "answered");
    if (joint && subject && verb && !whom) return true;
  }
  return false;
}

/* "for 150 days, starting on February 24", and no other measure between. */
static bool starts_on(const struct news_sentence *s, uint32_t from, const struct news_date *x,
                      bool all) {
  uint32_t at = x->at;
  while (at > from && at + 2u > x->at &&
         (news_word_is(&s->tokens[at - 1], "on") || news_word_is(&s->tokens[at - 1], "next")))
    at--;
  if (at < from + 2u || !(news_word_is(&s->tokens[at - 1], "starting") ||
                          news_word_is(&s->tokens[at - 1], "beginning")))
    return false;
  if (all) return news_word_is(&s->tokens[at - 2], "all"); /* "30% on chairs, all starting on" */
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (s->mentions[k].at >= from && s->mentions[k].at < at) return false;
  return true;
}

/* "Since the deal took effect on June 30, British cars have paid 10%" */
static bool of_opening(const struct news_sentence *s, const struct news_match *m,
                       const struct news_date *x) {
  if (!news_word_is(&s->tokens[0], "since") || x->at < 3 || x->at + x->n > m->from) return false;
  uint32_t marks = 0;
  for (uint32_t at = 0; at < m->from; at++) {
    if (at < x->at && s->tokens[at].kind == NEWS_MARK) return false;
    marks += s->tokens[at].kind == NEWS_MARK;
  }
  return marks == 1 && s->tokens[x->at + x->n].kind == NEWS_MARK;
}

/* "the October rare earth controls", "its April rules": a month before the noun, which tells which they are. */
static bool tells_of_noun(const struct news_sentence *s, const struct news_date *x) {
  uint32_t end = (uint32_t)x->at + x->n;
  if (x->precision <= 7 || x->at == 0 || end >= s->count || s->tokens[end].kind != NEWS_WORD)
    return false;
  uint16_t led = news_np_class(s, x->at - 1);
  bool noun = news_hit_at(s, NC_GOOD, end) != NULL || news_hit_at(s, NC_KIND, end) != NULL;
  return noun && (led == NC_NP_THE || led == NC_NP_ITS || s->tokens[x->at - 1].genitive);
}

/* "booked oil for July and August": when it is to come. */
static bool is_delivery(const struct news_sentence *s, const struct news_date *x) {
  if (news_led_by_word(s, x, "for")) return true;
  if (x->at < 2 || !news_word_is(&s->tokens[x->at - 1], "and")) return false;
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *before = &s->dates[i];
    if ((uint32_t)before->at + before->n + 1u == x->at) return news_led_by_word(s, before, "for");
  }
  return false;
}

/* "suspended the fees it began charging in May": the day of a clause that tells which fees. */
static bool of_which_ones(const struct news_sentence *s, const struct news_match *m,
                          const struct news_date *x) {
  for (uint32_t k = x->at; k-- > m->from + 3u && k + 10u >= x->at;) {
    if (s->tokens[k].kind == NEWS_MARK || news_hit_at(s, NC_PERCENT, k) != NULL)
      return false; /* "the duty it charges on cars to 10% on Monday" */
    if (s->np[k] == NEWS_NP(NC_NP_IT) && s->tokens[k].kind == NEWS_WORD &&
        (news_ending(s, NC_KIND, k) != NULL || news_hit_at(s, NC_KIND, k - 1) != NULL))
      return true;
  }
  return false;
}

/* "Mexico, which since January has charged": between who does it and the verb. */
static bool before_verb(const struct news_sentence *s, const struct news_match *m,
                        const struct news_date *x) {
  uint32_t end = (uint32_t)x->at + x->n;
  if (x->at < 2 || end > m->from || end + 2u < m->from) return false;
  for (uint32_t at = end; at < m->from; at++) /* "a duty on Canada from August 1, and threatened" */
    if (s->tokens[at].kind == NEWS_MARK || s->np[at] == NEWS_NP(NC_NP_AND)) return false;
  if (!news_led_by_word(s, x, "since") && !news_led_by_word(s, x, "from")) return false;
  return news_hit_at(s, NC_RELATIVE, x->at - 2u) != NULL ||
         news_ending(s, NC_PARTY, x->at - 1u) != NULL;
}

/* "On Friday NAME delayed the rise, keeping the 25% rate in place": what is kept did not begin then. */
static bool is_kept(const struct news_sentence *s, const struct news_match *m) {
  static const char *const words[] = {"keeping", "leaving", "retaining", "maintaining"};
  for (uint32_t at = m->from > 0 ? m->from - 1u : 0; at < m->from + 3u && at < s->count; at++)
    if (NEWS_IN(&s->tokens[at], words)) return true;
  return false;
}

/* "next month, from November 9": the day tells which of the month. */
static bool is_finer(const struct news_sentence *s, const struct news_date *best,
                     const struct news_date *x) {
  uint32_t end = (uint32_t)best->at + best->n;
  return best->precision > 7 && x->precision == 1 && x->at == end + 2u &&
         s->tokens[end].hash == news_word_hash(",", 1) &&
         (news_led_by_word(s, x, "from") || news_led_by_word(s, x, "on"));
}

/* "From Dec. 1 Peru will pay 10% and from Jan. 1 India 35%": behind a day at the head, that of another rate. */
static bool of_next_rate(const struct news_sentence *s, const struct news_match *m,
                         const struct news_date *best, const struct news_date *x) {
  if (best == NULL || best->at > 2 || best->at >= m->from || x->at < m->to) return false;
  for (uint32_t at = m->to; at < x->at; at++)
    if (s->tokens[at].kind == NEWS_MARK || s->np[at] == NEWS_NP(NC_NP_AND)) return true;
  return false;
}

/* "its first cargoes since May": when the last ones were. */
static bool of_first(const struct news_sentence *s, const struct news_date *x) {
  if (!news_led_by_word(s, x, "since")) return false;
  for (uint32_t at = x->at - 1u; at > 0 && x->at - at < 10u; at--)
    if (news_word_is(&s->tokens[at - 1], "first")) return s->tokens[at].kind == NEWS_WORD;
  return false;
}

/* "will lift its duties on goods that comply with the pact on Sept. 1": the clause between only tells which goods. */
static bool past_goods(const struct news_sentence *s, const struct news_match *m,
                       const struct news_date *x) {
  static const char *const verbs[] = {"comply", "meet", "fall", "qualify", "contain", "come"};
  static const char *const parts[] = {"covered", "qualifying", "meeting", "complying"};
  uint32_t end = m->mention != NEWS_NONE && s->hits[m->mention].ref < s->mention_count
                     ? (uint32_t)s->mentions[s->hits[m->mention].ref].at +
                           s->mentions[s->hits[m->mention].ref].n
                     : m->to;
  if (x->at < end + 3u || x->at > end + 16u || x->precision > 31) return false;
  const struct news_token *led = &s->tokens[x->at - 1];
  if (!news_word_is(led, "on") && !news_word_is(led, "from") && !news_word_is(led, "in"))
    return false;
  uint32_t at = end;
  while (at < x->at && at < end + 3u && news_hit_at(s, NC_WARES, at) != NULL) at++;
  bool that = news_word_is(&s->tokens[at], "that") || news_word_is(&s->tokens[at], "which");
  if (!(that && NEWS_IN(&s->tokens[at + 1], verbs)) && !NEWS_IN(&s->tokens[at], parts))
    return false;
  for (; at < x->at; at++)
    if (s->tokens[at].kind == NEWS_MARK || news_is_verb(s, at)) return false;
  return true;
}

/* `today`: no day that is over and tells when it was announced; DAY_NEVER: any day. */
const struct news_date *news_pick_start(const struct news_sentence *s, const struct news_match *m,
                                        imp_day today) {
  const struct news_date *best = NULL;
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *x = &s->dates[i];
    if (x->at > 1 && news_led_by_word(s, x, "from") && news_word_is(&s->tokens[x->at - 2], "dates"))
      continue; /* which it is, "that dates from March" */
    bool year = (s->tokens[x->at].kind == NEWS_NUMERAL && news_led_by_word(s, x, "since")) ||
                (news_word_is(&s->tokens[x->at], "next") && news_led_by_word(s, x, "from"));
    if (x->said || news_is_end(s, x) || (x->resolved && x->precision > 31 && !year)) continue;
    if (news_tells_when(s, x, today) || news_of_aside(s, m, x->at, (uint32_t)x->at + x->n) ||
        of_struck(s, m, x) || of_main_verb(s, m, x) || of_prolonging(s, m, x) || of_approval(s, x))
      continue;
    if (x->precision > 7 && news_led_by_word(s, x, "earlier")) continue; /* "earlier this month" */
    if (tells_of_noun(s, x) || of_first(s, x)) continue;
    if (x->precision > 7 && is_delivery(s, x)) continue;
    if (x->at < m->from && is_kept(s, m)) continue;
    if (x->at < m->from && news_word_is(&s->tokens[m->from], "and") &&
        news_word_is(&s->tokens[m->from + 1u], "added"))
      continue; /* of the verb before */
    if (x->precision == 7 && news_word_is(&s->tokens[x->at], "this")) continue; /* "this week" */
    bool now = news_word_is(&s->tokens[x->at], "today") && x->at >= m->to;
    if (now && !news_led_by_word(s, x, "from") && !news_has(s, NC_EFFECT, m->from, x->at))
      continue; /* "pays 25% today" */
    if (x->at + x->n + 1u < m->to && news_has(s, NC_RELATIVE, m->from, x->at) &&
        !news_has(s, NC_RELATIVE, m->from, m->from + 2u))
      continue; /* "that was due in May" */
    uint32_t past = (uint32_t)x->at + x->n;
    if (x->at > m->from && x->at <= m->from + 2u && past < m->to &&
        news_hit_at(s, NC_RELATIVE, past) != NULL)
      continue; /* "Washington on Thursday that keeps" */
    bool when = is_when(s, x, m->from);
    bool apart = s->tokens[x->at + x->n].kind == NEWS_MARK; /* "From Dec. 1, any firm that" */
    bool first = when || (x->at <= 1 && m->from <= x->at + x->n + (apart ? 16u : 8u)) ||
                 news_date_opens(s, x, m->from) || of_opening(s, m, x);
    uint32_t end = (uint32_t)x->at + x->n;
    bool near = end + 2u >= m->from && end < s->count && /* "on 9 October it widened" */
                s->np[end] == NEWS_NP(NC_NP_IT);
    near = near || before_verb(s, m, x);
    bool all = x->at > m->to && x->at < m->to + 40u &&
               (starts_on(s, m->to, x, true) || past_goods(s, m, x));
    if ((!first && !near && end < m->from) || (x->at > m->to + 12u && !all)) continue;
    bool effective =
        x->at > m->to && (starts_on(s, m->to, x, false) || all || news_led_effective(s, x->at));
    if (x->at > m->to && !effective && news_parted(s, m->to, x->at) && !starts_then(s, m, x) &&
        !of_since(s, m, x))
      continue;
    if (of_next_rate(s, m, best, x) || of_which_ones(s, m, x) ||
        (x->at > m->to && of_joined(s, m, x)))
      continue;
    bool late = best != NULL && best->at >= m->from && x->at > best->at;
    if (best == NULL || !late || (effective && !all && news_first_behind(s, best, x)) ||
        is_finer(s, best, x))
      best = x;
  }
  return best;
}
