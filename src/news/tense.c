// SPDX-License-Identifier: Apache-2.0
// Which way a day lies from the publication: behind it or ahead, by the words that lead it in and the verb of its clause.
#include <string.h>

#include "news/dates.h"

/* The year that puts the day within half a year of the publication. */
static imp_day nearest(imp_day published, int month, int day) {
  int year, m, dd;
  day_split(published, &year, &m, &dd);
  imp_day best = DAY_NEVER;
  for (int y = year - 1; y <= year + 1; y++) {
    bool leap = (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
    if (month == 2 && day == 29 && !leap) continue;
    imp_day x = day_of(y, month, day);
    int32_t far = x > published ? x - published : published - x;
    if (best == DAY_NEVER || far < (best > published ? best - published : published - best))
      best = x;
  }
  return best;
}

/* "was suspended until May": told of what is over. */
static bool past_told(const struct days *d, uint32_t at) {
  static const char *const words[] = {"was", "were", "had", "did", "lasted", "ran", "remained"};
  for (uint32_t k = at > 12 ? at - 12 : 0; k < at; k++)
    if (NEWS_IN(&d->s->tokens[k], words)) return true;
  return false;
}

/* "has threatened a duty from Dec. 27", "announced one, effective Friday": the first day of what is threatened lies ahead, however the threat is told. */
static bool threat_from(const struct days *d, uint32_t at) {
  const struct news_token *led = at > 0 ? &d->s->tokens[at - 1] : NULL;
  if (led == NULL || !(news_word_is(led, "from") || news_word_is(led, "effective") ||
                       news_word_is(led, "starting") || news_word_is(led, "beginning")))
    return false;
  for (uint32_t k = at > 20 ? at - 20 : 0; k < at; k++)
    if (news_in_class(d->s, NC_PROCLAIMS, k)) return true;
  return false;
}

/* "ships built by Chinese yards start to pay on Tuesday": whose they are, and nothing that was done. */
static bool tells_whose(const struct news_sentence *s, uint32_t at) {
  static const char *const joints[] = {"by", "in", "and", "or"};
  return at > 0 && at + 1 < s->count && news_hit_at(s, NC_MADE, at) != NULL &&
         NEWS_IN(&s->tokens[at + 1], joints) && news_hit_at(s, NC_BE, at - 1) == NULL &&
         news_hit_at(s, NC_HAVE, at - 1) == NULL && s->tokens[at - 1].kind == NEWS_WORD;
}

/* "on imported chips", "the seized cars": a participle that only tells which, as an adjective does. */
static bool tells_which(const struct days *d, uint32_t at) {
  uint8_t led = at > 0 ? d->s->np[at - 1] : 0;
  bool goes_on = at + 1 < d->s->count && news_in_class(d->s, NC_GOOD, at + 1);
  return goes_on && (led == NEWS_NP(NC_NP_ON) || led == NEWS_NP(NC_NP_FROM) ||
                     led == NEWS_NP(NC_NP_THE) || led == NEWS_NP(NC_NP_ITS));
}

/* "imposed", "took": told as done; but "planned", "was due". */
static bool is_past(const struct days *d, uint32_t at) {
  static const char *const open[] = {"planned",    "scheduled", "expected",  "proposed",
                                     "threatened", "promised",  "postponed", "anticipated",
                                     "vowed",      "agreed",    "accepted",  "extended",
                                     "prolonged",  "delayed",   "renewed",   "deferred",
                                     "pushed"};
  static const char *const others[] = {"seed", "need", "speed", "feed", "indeed", "hundred"};
  const struct news_token *t = &d->s->tokens[at];
  if (t->kind != NEWS_WORD || t->n < 3 || NEWS_IN(t, others)) return false;
  static const char *const leads[] = {"to", "from", "in", "visit"};
  if (t->capital && at > 1 && news_word_is(t, "united") && NEWS_IN(&t[-2], leads))
    return false; /* "will come to the United States in the autumn" */
  if (NEWS_IN(t, open) || tells_which(d, at) || tells_whose(d->s, at)) return false;
  static const char *const alike[] = {"put", "cut", "hit", "set"};
  static const char *const one[] = {"he", "she", "it"};
  bool did = at > 0 && NEWS_IN(t, alike) && (t[-1].capital || NEWS_IN(&t[-1], one));
  if (did && !news_word_is(&t[-1], "states"))
    return true; /* "Trump put a duty on steel on Friday" */
  const char *end = d->text.p + t->at + t->n;
  return news_hit_at(d->s, NC_PAST, at) != NULL || (t->n > 3 && end[-2] == 'e' && end[-1] == 'd');
}

/* "take effect", "comes into force", in the present: of a day that is set. */
static bool begins_at(const struct news_sentence *s, uint32_t at) {
  if (at > 0 && news_in_class(s, NC_OWN_FATE, at))
    return s->np[at - 1] != NEWS_NP(NC_NP_THE) && s->np[at - 1] != NEWS_NP(NC_NP_A);
  if (at == 0 || !(news_word_is(&s->tokens[at], "effect") || news_word_is(&s->tokens[at], "force")))
    return false;
  uint32_t verb = at - 1u - (at > 1 && news_word_is(&s->tokens[at - 1], "into"));
  return news_in_class(s, NC_ENTERS, verb);
}

/* "rise to 35% on Friday", in the present: of a day that is set. */
static bool rises_to(const struct news_sentence *s, uint32_t at) {
  if (at == 0 || at + 2 >= s->count || !news_in_class(s, NC_GOES, at)) return false;
  uint8_t led = s->np[at - 1];
  bool noun = led == NEWS_NP(NC_NP_A) || led == NEWS_NP(NC_NP_THE) || led == NEWS_NP(NC_NP_ITS);
  return !noun && news_word_is(&s->tokens[at + 1], "to") && s->tokens[at + 2].kind == NEWS_NUMERAL;
}

static bool ends_ed(const struct days *d, uint32_t at) {
  const struct news_token *t = &d->s->tokens[at];
  return t->kind == NEWS_WORD && t->n > 3 && memcmp(d->text.p + t->at + t->n - 2, "ed", 2) == 0;
}

/* "was to", "is to", "due", "threatens to" */
static bool is_future(const struct days *d, uint32_t at) {
  uint8_t led = at > 0 ? d->s->np[at - 1] : 0; /* "its planned tax": tells of the tax */
  bool noun = led == NEWS_NP(NC_NP_A) || led == NEWS_NP(NC_NP_THE) || led == NEWS_NP(NC_NP_ITS);
  if (news_hit_at(d->s, NC_AHEAD, at) != NULL && !(noun && at + 1 < d->s->count && ends_ed(d, at)))
    return true;
  return begins_at(d->s, at) || rises_to(d->s, at) ||
         (news_word_is(&d->s->tokens[at], "to") &&
          ((at > 0 && news_hit_at(d->s, NC_BE, at - 1) != NULL) ||
           news_hit_at(d->s, NC_FUTURE, at) != NULL)); /* "to visit" */
}

/* "sent its minister for talks with NAME on Thursday": what one goes for is to come. */
static bool goes_for(const struct days *d, uint32_t at) {
  static const char *const goals[] = {"talks", "meeting", "round", "negotiations", "consultations"};
  static const char *const verbs[] = {"sent", "sends", "flew", "travelled", "dispatched", "left"};
  bool goal = false, sent = false;
  if (!news_word_is(&d->s->tokens[at], "for")) return false;
  for (uint32_t k = at + 1; k < at + 6 && k < d->s->count; k++)
    for (size_t i = 0; i < sizeof goals / sizeof *goals; i++)
      goal = goal || news_word_is(&d->s->tokens[k], goals[i]);
  for (uint32_t k = at > 12 ? at - 12 : 0; goal && k < at; k++)
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
      sent = sent || news_word_is(&d->s->tokens[k], verbs[i]);
  return sent;
}

/* "from Friday", "by Monday" */
static bool led_ahead(const struct days *d, uint32_t at) {
  static const char *const words[] = {"from",      "by",    "starting", "beginning",
                                      "effective", "until", "till"};
  for (size_t i = 0; at > 0 && i < sizeof words / sizeof *words; i++)
    if (news_word_is(&d->s->tokens[at - 1], words[i])) return true;
  static const char *const parts[] = {"of", "end", "middle", "the"};
  for (size_t i = 0; at > 1 && i < sizeof parts / sizeof *parts; i++)
    if (news_word_is(&d->s->tokens[at - 1], parts[i])) at--; /* "extended to the end of June" */
  if (at < 1 || !news_word_is(&d->s->tokens[at - 1], "to")) return false;
  for (uint32_t k = at; k > 0 && at - k < 14; k--)
    if (news_word_is(&d->s->tokens[k - 1], "extended") ||
        news_word_is(&d->s->tokens[k - 1], "prolonged"))
      return true;
  return false;
}

/* Of the verb before the day in its clause: 1 what is to come, -1 what was, 0 nobody can tell. */
static int clause_looks(const struct days *d, uint32_t at) {
  int named =
      0; /* "will tax goods from the United States from Thursday": a name, if a verb stands before it */
  for (uint32_t k = at; k > 0 && at - k < 14; k--) {
    if (d->s->tokens[k - 1].kind == NEWS_MARK) return named;
    if (is_future(d, k - 1) || goes_for(d, k - 1)) return 1;
    if (k > 1 && d->s->tokens[k - 1].capital && is_past(d, k - 1) && led_ahead(d, at)) {
      named = -1;
    } else if (is_past(d, k - 1)) {
      bool to = k > 1 && is_future(d, k - 2); /* "will be lifted" */
      bool be = k > 2 && news_word_is(&d->s->tokens[k - 2], "be");
      return to || be ? 1 : -1;
    }
  }
  return named;
}

/* Where what says of which part a day is begins: of "since early", "since the beginning of" the word behind "since". */
static uint32_t part_from(const struct days *d, uint32_t at) {
  static const char *const parts[] = {"early", "mid", "late", "the"};
  static const char *const wholes[] = {"start", "beginning", "end", "middle", "week", "half"};
  if (at > 1 && news_word_is(&d->s->tokens[at - 1], "of") && NEWS_IN(&d->s->tokens[at - 2], wholes))
    at -= 2;
  while (at > 0 &&
         (NEWS_IN(&d->s->tokens[at - 1], parts) ||
          (news_code_at(d, at - 1) >= CAL_ORDER && news_code_at(d, at - 1) < CAL_ORDER + 4)))
    at--;
  return at;
}

static bool led_since(const struct days *d, uint32_t at) {
  at = part_from(d, at);
  return at > 0 && news_word_is(&d->s->tokens[at - 1], "since");
}

/* "retroactive to Thursday", "backdated to the start of the month" */
static bool led_back(const struct days *d, uint32_t at) {
  while (at > 0 &&
         (news_word_is(&d->s->tokens[at - 1], "the") || news_code_at(d, at - 1) == CAL_IN ||
          news_word_is(&d->s->tokens[at - 1], "start")))
    at--;
  return at > 1 &&
         (news_word_is(&d->s->tokens[at - 1], "to") ||
          news_word_is(&d->s->tokens[at - 1], "from")) &&
         news_hit_at(d->s, NC_BACK_TO, at - 2) != NULL && !news_pushed_back(d->s, at - 2);
}

/* "had threatened to impose on Saturday": the day of the deed. */
static bool deed_then(const struct days *d, uint32_t on) {
  static const char *const words[] = {"threatened", "wanted", "planned", "vowed", "intended"};
  if (on < 3 || !news_word_is(&d->s->tokens[on - 2], "to") || !d->s->busy[on - 1]) return false;
  return NEWS_IN(&d->s->tokens[on - 3], words);
}

/* "said that from April 1 it would": the verb of the clause that the day opens. */
static bool opens_ahead(const struct days *d, uint32_t at) {
  const struct news_sentence *s = d->s;
  bool told =
      at > 1 && news_has(s, NC_SAY, at - 2, at - 1) && news_word_is(&s->tokens[at - 1], "from");
  if (at < 2 || !(told || news_word_is(&s->tokens[at - 2], "that"))) return false;
  for (uint32_t k = at + 1; k < at + 9 && k < s->count && s->tokens[k].kind != NEWS_MARK; k++)
    if (news_word_is(&s->tokens[k], "would") || news_word_is(&s->tokens[k], "will")) return true;
  return false;
}

/* "those of April remain": which they are. */
static bool led_those(const struct days *d, uint32_t at) {
  static const char *const words[] = {"those", "ones"};
  return at > 1 && news_word_is(&d->s->tokens[at - 1], "of") &&
         NEWS_IN(&d->s->tokens[at - 2], words);
}

/* "which date from April" */
static bool dates_from(const struct news_sentence *s, uint32_t at) {
  static const char *const verbs[] = {"date", "dates", "dating", "dated"};
  return at > 1 && news_word_is(&s->tokens[at - 1], "from") && NEWS_IN(&s->tokens[at - 2], verbs);
}

/* "imposed a duty, effective Friday", "with effect from Aug. 7": when it begins, whatever was done before; but "became effective". */
bool news_led_effective(const struct news_sentence *s, uint32_t at) {
  static const char *const lead[] = {"on", "from", "as", "of", "the", "next"};
  static const char *const was[] = {"became", "was", "were", "been", "is", "made"};
  while (at > 1 && NEWS_IN(&s->tokens[at - 1], lead)) at--;
  if (at < 2) return false;
  const struct news_token *t = &s->tokens[at - 1];
  if (news_word_is(t, "effective")) return !NEWS_IN(&t[-1], was);
  return news_word_is(t, "effect") && news_word_is(&t[-1], "with");
}

/* "imposed a 39% tariff from Aug. 7": a day of last year would be told with its year. */
static bool laid_from(const struct days *d, uint32_t at) {
  static const char *const verbs[] = {"imposed", "raised", "doubled", "slapped",
                                      "put",     "set",    "lowered", "cut"};
  static const char *const helps[] = {"has", "have", "had", "been", "was", "were"};
  const struct news_token *t = d->s->tokens;
  if (at == 0 || !news_word_is(&t[at - 1], "from")) return false;
  for (uint32_t k = at > 16 ? at - 16 : 1; k < at; k++)
    if (NEWS_IN(&t[k], verbs) && k > 0 && !NEWS_IN(&t[k - 1], helps)) return true;
  return false;
}

bool news_looks_ahead(const struct days *d, uint32_t at) {
  bool on = at > 1 && news_word_is(&d->s->tokens[at - 1], "on");
  if (led_since(d, at) || led_back(d, at) || dates_from(d->s, at)) return false;
  if (opens_ahead(d, at) || news_led_effective(d->s, at)) return true;
  if (on && deed_then(d, at - 1)) return true;
  static const char *const again[] = {"extended", "prolonged", "renewed"};
  if (on && at > 3 && NEWS_IN(&d->s->tokens[at - 2], again) && !is_future(d, at - 3))
    return false; /* "was extended on Wednesday" */
  int looks = clause_looks(d, on ? at - 1 : at);
  for (uint32_t k = at + 1; looks == 0 && on && k < at + 3 && k < d->s->count; k++)
    if (d->s->tokens[k].kind == NEWS_WORD && is_past(d, k)) looks = -1; /* "on Friday began" */
  if (led_ahead(d, at) && (looks >= 0 || threat_from(d, at))) return true;
  return looks == 0 ? d->ahead : looks > 0;
}

/* "took effect on Jan. 1", "came into force on Jan. 6": it did, however near the next such day is. */
static bool began_on(const struct days *d, uint32_t at) {
  static const char *const verbs[] = {"took", "came", "went", "entered"};
  const struct news_token *t = d->s->tokens;
  at -= at > 0 && news_word_is(&t[at - 1], "on");
  if (at < 2 || !(news_word_is(&t[at - 1], "effect") || news_word_is(&t[at - 1], "force")))
    return false;
  at -= at > 2 && news_word_is(&t[at - 2], "into") ? 3u : 2u;
  return NEWS_IN(&t[at], verbs);
}

/* The nearest year, but "last October" and what a sentence without a word of the future tells lies behind. */
imp_day news_in_time(const struct days *d, uint32_t at, int month, int day) {
  imp_day x = nearest(d->published, month, day);
  bool ahead = news_looks_ahead(d, at);
  bool last = at > 0 && news_code_at(d, at - 1) == CAL_LAST;
  const struct news_token *led = at > 0 ? &d->s->tokens[at - 1] : NULL;
  if (led != NULL && at > 1 &&
      (news_word_is(led, "in") || news_word_is(led, "on") || news_word_is(led, "the")))
    led--;
  bool since = led_back(d, at);
  uint32_t part = part_from(d, at);
  static const char *const ends[] = {"to", "by", "until", "till", "through"};
  if (part > 0 && part < at && NEWS_IN(&d->s->tokens[part - 1], ends))
    led = &d->s->tokens[part - 1]; /* "extended to the end of June" */
  bool ran_out = led != NULL && led > d->s->tokens && news_word_is(led, "out") &&
                 news_word_is(led - 1, "ran"); /* "ran out in March": it is over */
  bool till = led != NULL && !since && !ran_out &&
              (news_word_is(led, "until") || news_word_is(led, "to") || news_word_is(led, "till") ||
               news_word_is(led, "through") || news_word_is(led, "expires") ||
               news_word_is(led, "expire") || news_word_is(led, "lapses") ||
               news_word_is(led, "ends") || news_word_is(led, "out"));
  bool by = led != NULL && news_word_is(led, "by");
  if (x == DAY_NEVER) return x;
  if ((since || began_on(d, at)) && x > d->published) return day_add_months(x, -12);
  bool dates = at > 1 && news_word_is(&d->s->tokens[at - 1], "from") &&
               (news_word_is(&d->s->tokens[at - 2], "dates") ||
                news_word_is(&d->s->tokens[at - 2], "dating")); /* "that dates from March" */
  if (at > 0 && x > d->published && (dates || led_since(d, at) || led_those(d, at)))
    return day_add_months(x, -12);
  bool next = at > 0 && news_code_at(d, at - 1) == CAL_NEXT;
  if (next && x < d->published + (day == 15 ? 20 : 1)) return day_add_months(x, 12);
  if (till && x + 31 < d->published && !past_told(d, at)) return day_add_months(x, 12);
  if (till) return x;
  if (by) return x + 31 < d->published && ahead ? day_add_months(x, 12) : x;
  if (last && x + 48 > d->published) return day_add_months(x, -12);
  bool whole = day == 15 && at > 0 && news_word_is(&d->s->tokens[at - 1], "in");
  bool piece = day == 15 && at > 0 && news_word_is(&d->s->tokens[at - 1], "of"); /* "the end of" */
  bool from = day == 15 && at > 0 && news_word_is(&d->s->tokens[at - 1], "from");
  if ((whole || piece || from) && x + 45 < d->published && clause_looks(d, at) > 0)
    return day_add_months(x, 12);
  return x > d->published + (whole ? 20 : 60) && !ahead && !threat_from(d, at) && !laid_from(d, at)
             ? day_add_months(x, -12)
             : x;
}
