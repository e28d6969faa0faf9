// SPDX-License-Identifier: Apache-2.0
// Days that belong to the saying, not to what is said, and days of another clause.
#include "news/dates.h"
#include "news/mentions.h"

/* "said on Friday", "said late on Thursday": the day of the saying. */
static bool told_on(const struct news_sentence *s, uint32_t at) {
  static const char *const papers[] = {"signed", "dated", "published", "released", "posted"};
  for (uint32_t k = 1; k <= 3 && k <= at; k++) {
    if (news_has(s, NC_SAY, at - k, at - k + 1) || news_has(s, NC_SAY_THAT, at - k, at - k + 1) ||
        news_has(s, NC_MENACE, at - k, at - k + 1) || NEWS_IN(&s->tokens[at - k], papers))
      return true;
    const struct news_token *t = &s->tokens[at - k];
    bool heard = news_word_is(t, "reporters") || news_word_is(t, "parliament") ||
                 news_word_is(t, "lawmakers") || news_word_is(t, "journalists");
    bool led =
        news_word_is(t, "on") || news_word_is(t, "late") || news_word_is(t, "early") ||
        (k == 1 && at > 1 && news_word_is(t, "in") && news_has(s, NC_MENACE, at - 2, at - 1));
    if (!heard && !led) return false;
  }
  return false;
}

/* "told Fox Business on Tuesday", "said in an interview late on Monday": back to the verb of saying over where and to
   whom it was said, and over nothing that could be what was said. */
static bool told_whom(const struct news_sentence *s, uint32_t at) {
  static const char *const where[] = {"in", "at", "during", "via", "outside", "through"};
  size_t places = sizeof where / sizeof *where;
  for (uint32_t k = at; k > 0 && at - k < 11; k--) {
    const struct news_token *t = &s->tokens[k - 1];
    if (news_has(s, NC_SAY, k - 1, k) || news_has(s, NC_SAY_THAT, k - 1, k))
      return k < at && (news_word_is(t, "told") || news_one_of(&s->tokens[k], where, places));
    bool led = k > 1 &&
               (news_one_of(&s->tokens[k - 2], where, places) ||
                news_word_is(&s->tokens[k - 2], "the") || news_word_is(&s->tokens[k - 2], "told"));
    if (t->kind != NEWS_WORD || news_word_is(t, "that") || news_has(s, NC_WILL, k - 1, k) ||
        news_has(s, NC_MIGHT, k - 1, k) || news_has(s, NC_HAVE, k - 1, k) ||
        news_has(s, NC_BE, k - 1, k) || news_has(s, NC_PAST, k - 1, k) ||
        news_has(s, NC_STARTS, k - 1, k) || (!led && news_has(s, NC_PARTY, k - 1, k)))
      return false;
  }
  return false;
}

/* "In an interview on Monday, Greer said": what opens the sentence is where and when it was said. */
static bool told_then(const struct news_sentence *s, uint32_t at, uint32_t end) {
  static const char *const opens[] = {"in", "at", "during", "speaking", "late", "early", "on"};
  if (at > 12 || end >= s->count || s->tokens[end].kind != NEWS_MARK) return false;
  if (!NEWS_IN(&s->tokens[0], opens)) return false;
  for (uint32_t k = 1; k < at; k++)
    if (s->tokens[k].kind == NEWS_MARK) return false;
  for (uint32_t k = end + 1; k < end + 10 && k < s->count; k++) {
    if (news_has(s, NC_SAY, k, k + 1)) return true;
    if (s->tokens[k].kind != NEWS_WORD || news_has(s, NC_WILL, k, k + 1)) return false;
  }
  return false;
}

/* "On Saturday he announced": of a sentence that begins with the day of the saying. */
static bool tells_on(const struct news_sentence *s, uint32_t at, uint32_t end) {
  if (news_has(s, NC_DECREE, end, end + 1)) return true; /* "Trump on Thursday signed" */
  bool within = at > 2 && !news_has(s, NC_KIND, 0, at);  /* "Trump on Friday threatened" */
  if (within && (news_has(s, NC_MENACE, end, end + 1) || news_has(s, NC_SAY, end, end + 1)))
    return true;
  bool on = at > 0 && news_word_is(&s->tokens[at - 1], "on"); /* "signed an order on Wednesday" */
  for (uint32_t k = at > 5 ? at - 5 : 0; on && k < at; k++)
    if (news_word_is(&s->tokens[k], "signed")) return true;
  if (at <= 1)
    for (uint32_t k = end; k < end + 5 && k < s->count; k++)
      if (news_word_is(&s->tokens[k], "signed")) return true;
  bool opens = at <= 1 || (at == 2 && on && news_word_is(&s->tokens[0], "late"));
  if (!opens) return false;
  for (uint32_t k = end + 1; k + 1 < s->count && k < end + 14; k++) { /* "went further and said" */
    if (s->tokens[k].kind == NEWS_MARK || news_hit_at(s, NC_KIND, k) != NULL) break;
    if (news_word_is(&s->tokens[k], "and") && news_has(s, NC_SAY, k + 1, k + 2)) return true;
  }
  for (uint32_t k = end; k < end + 7 && k < s->count;
       k++) { /* "On Sunday China's commerce ministry said" */
    if (news_has(s, NC_SAY, k, k + 1)) return true;
    if (k < end + 4 && news_has(s, NC_MENACE, k, k + 1)) return true;
    if (k >= end + 3 && (s->tokens[k].kind != NEWS_WORD || s->busy[k] == 0)) return false;
  }
  return false;
}

/* "a rate agreed in July is in force", "ordered by Trump in July": none of the day it began. */
static bool only_agreed(const struct news_sentence *s, uint32_t at) {
  static const char *const lead[] = {"on", "in", "late", "early", "last"};
  while (at > 0 && NEWS_IN(&s->tokens[at - 1], lead)) at--;
  uint32_t by = at;
  while (by > 0 && at - by < 4 && s->tokens[by - 1].capital) by--;
  if (by < at && by > 0 && news_word_is(&s->tokens[by - 1], "by")) at = by - 1;
  return at > 0 && news_in_class(s, NC_STRUCK_ON, at - 1);
}

/* "agreed on Sunday to restart": the day of the agreement is none of what was agreed. */
static bool agreed_then(const struct news_sentence *s, uint32_t at, uint32_t end) {
  static const char *const lead[] = {"on", "in", "late", "early", "last"};
  static const char *const verbs[] = {"decided", "vowed", "offered", "chose", "authorised"};
  if (end >= s->count ||
      !(news_word_is(&s->tokens[end], "to") || news_word_is(&s->tokens[end], "that") ||
        s->tokens[end].kind == NEWS_MARK))
    return false;
  while (at > 0 && NEWS_IN(&s->tokens[at - 1], lead)) at--;
  return at > 0 && (news_has(s, NC_AGREES, at - 1, at) || NEWS_IN(&s->tokens[at - 1], verbs));
}

/* "as part of the July deal", "last December's ban": names the deal, the ban. */
static bool names_it(const struct news_sentence *s, uint32_t at, uint32_t end) {
  if (end < s->count && s->tokens[end].genitive) return true;
  uint8_t np = at > 0 ? s->np[at - 1] : 0;
  bool led = np == NEWS_NP(NC_NP_A) || np == NEWS_NP(NC_NP_THE) || np == NEWS_NP(NC_NP_ITS) ||
             (at > 0 && s->tokens[at - 1].genitive);
  return led && end < s->count &&
         (news_has(s, NC_PACT, end, end + 2) || news_has(s, NC_KIND, end, end + 1));
}

/* "the joint statement of August 21" */
static bool names_paper(const struct news_sentence *s, uint32_t at) {
  uint32_t of = at > 1 ? at - 1 : 0;
  return of > 0 && news_word_is(&s->tokens[of], "of") &&
         (news_ending(s, NC_PACT, of) != NULL || news_ending(s, NC_TEXT, of) != NULL ||
          news_ending(s, NC_PAPER, of) != NULL);
}

bool news_is_told(const struct news_sentence *s, uint32_t at, uint32_t end) {
  return names_it(s, at, end) || names_paper(s, at) || only_agreed(s, at) ||
         agreed_then(s, at, end) || told_on(s, at) || told_whom(s, at) || told_then(s, at, end) ||
         tells_on(s, at, end);
}

/* "While markets were calm on Monday, talks ..." is no day of the talks; "On Monday, talks ..." is. */
bool news_date_elsewhere(const struct news_sentence *s, const struct news_date *x, uint32_t from) {
  static const char *const lead[] = {"on", "in", "late", "early", "by", "the", "for", "from"};
  uint32_t at = x->at;
  while (at > 0 && NEWS_IN(&s->tokens[at - 1], lead)) at--;
  if (at == 0 || s->tokens[at - 1].kind != NEWS_WORD) return false;
  for (uint32_t k = x->at + x->n; k < from; k++)
    if (s->tokens[k].kind == NEWS_MARK) return true;
  return false;
}

bool news_tells_when(const struct news_sentence *s, const struct news_date *x, imp_day today) {
  static const char *const first[] = {"from",      "since",       "effective", "starting",
                                      "beginning", "retroactive", "to",        "backdated"};
  size_t many = sizeof first / sizeof *first;
  if (!x->resolved || today == DAY_NEVER || x->until > today || x->at == 0) return false;
  uint32_t at = x->at;
  if (at > 1 && news_word_is(&s->tokens[at - 1], "the")) at--;
  if (at > 1 && news_word_is(&s->tokens[at - 1], "of") && news_word_is(&s->tokens[at - 2], "as"))
    return false;
  return !news_one_of(&s->tokens[at - 1], first, many);
}

/* Of "one minute past midnight on", "12:01 a.m. ET on" */
static bool is_hour(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"midnight", "minute", "past", "after", "one",
                                      "at",       "just",   "a.m",  "et",    "a.m."};
  const struct news_token *t = &s->tokens[at];
  bool clock = t->kind == NEWS_NUMERAL || (t->kind == NEWS_MARK && at > 0 && at + 1 < s->count &&
                                           t[-1].kind == NEWS_NUMERAL && t[1].kind == NEWS_NUMERAL);
  return clock || NEWS_IN(t, words);
}

/* Behind ", two days before the election,", what stands beside a day that opens a sentence; else the place itself. */
static uint32_t past_apposition(const struct news_sentence *s, uint32_t at) {
  static const char *const heads[] = {"a",       "the",    "his",  "her",   "its",  "one",
                                      "two",     "three",  "four", "five",  "six",  "just",
                                      "only",    "hours",  "days", "weeks", "less", "more",
                                      "shortly", "barely", "ahead"};
  if (at + 3 >= s->count || s->tokens[at].kind != NEWS_MARK || !NEWS_IN(&s->tokens[at + 1], heads))
    return at;
  for (uint32_t k = at + 2; k < at + 14 && k < s->count; k++)
    if (s->tokens[k].kind == NEWS_MARK) return k;
  return at;
}

bool news_date_opens(const struct news_sentence *s, const struct news_date *x, uint32_t from) {
  static const char *const lead[] = {"on", "in", "from", "since", "starting", "beginning",
                                     "as", "of", "the",  "late",  "early",    "effective"};
  uint32_t at = x->at, end = (uint32_t)x->at + x->n;
  while (at > 0 && (NEWS_IN(&s->tokens[at - 1], lead) || is_hour(s, at - 1))) at--;
  if (at == x->at) return false; /* "London, June 4" */
  bool opens = at == 0 || s->tokens[at - 1].kind == NEWS_MARK ||
               s->tokens[at - 1].kind == NEWS_OPEN || news_word_is(&s->tokens[at - 1], "that") ||
               news_has(s, NC_SAY, at - 1, at) || news_word_is(&s->tokens[at - 1], "but") ||
               news_word_is(&s->tokens[at - 1], "and");
  if (opens && end < s->count && end < from) end = past_apposition(s, end);
  if (!opens || end > from || from > end + 8 || end >= s->count) return false;
  if (s->tokens[end].kind == NEWS_MARK) end++;
  if (s->np[end] == NEWS_NP(NC_NP_AND)) return false; /* ", starting on Friday, and a pact" */
  for (uint32_t k = end; k < from; k++)
    if (s->tokens[k].kind == NEWS_MARK) return false;
  return true;
}

/* Of "that take effect on", "which will apply from", "effective", "to take effect on" right before the day. */
static bool led_as_first(const struct news_sentence *s, const struct news_date *x, uint32_t from) {
  static const char *const lead[] = {"on", "from", "the", "as", "of"};
  uint32_t at = x->at;
  while (at > from && NEWS_IN(&s->tokens[at - 1], lead)) at--;
  if (at <= from) return false;
  if (news_word_is(&s->tokens[at - 1], "effective")) return true;
  for (uint16_t i = s->heads[NC_STARTS]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if ((uint32_t)h->at + h->n != at || h->at <= from) continue;
    uint32_t k = h->at;
    while (k > from &&
           (news_has(s, NC_WILL, k - 1, k) || news_word_is(&s->tokens[k - 1], "would") ||
            news_word_is(&s->tokens[k - 1], "are") || news_word_is(&s->tokens[k - 1], "is")))
      k--;
    if (k > 0 && (news_has(s, NC_RELATIVE, k - 1, k) || news_word_is(&s->tokens[k - 1], "to")))
      return true;
  }
  return false;
}

/* "announced on Thursday new duties that take effect on Dec. 1": the first day, behind that of the announcement. */
const struct news_date *news_first_day(const struct news_sentence *s, uint32_t from, uint32_t to) {
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *x = &s->dates[i];
    if (x->at > from && x->at < to && x->precision <= 31 && led_as_first(s, x, from)) return x;
  }
  return NULL;
}

/* "on Tuesday, effective August 7": the first day, behind that of the deed; no verb of its own stands between. */
bool news_first_behind(const struct news_sentence *s, const struct news_date *deed,
                       const struct news_date *x) {
  if (deed == NULL || news_led_effective(s, deed->at)) return false;
  for (uint32_t at = (uint32_t)deed->at + deed->n; at < x->at; at++)
    if (news_is_verb(s, at) || news_hit_at(s, NC_LAID, at) != NULL) return false;
  return true;
}
