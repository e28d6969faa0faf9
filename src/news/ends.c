// SPDX-License-Identifier: Apache-2.0
// The last day: whether a day is the end of what is told, and until which day lasts what is told with more than one.
#include "news/dates.h"
#include "news/mentions.h"
#include "news/subjects.h"

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
bool news_led_by(const struct news_sentence *s, const struct news_date *x, uint16_t class) {
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t end = (uint32_t)s->hits[i].at + s->hits[i].n;
    bool least = x->at >= 3 && news_word_is(&s->tokens[x->at - 2], "least"); /* at least the */
    bool number = end < x->at && s->tokens[end].kind == NEWS_NUMERAL; /* "up to 50% next year" */
    if (end <= x->at && !number && end + (least ? 3u : 2u) >= x->at) return true;
  }
  return false;
}

/* "by", or "by the", right before the day. */
bool news_led_by_word(const struct news_sentence *s, const struct news_date *x, const char *word) {
  return (x->at >= 1 && news_word_is(&s->tokens[x->at - 1], word)) ||
         (x->at >= 2 && news_word_is(&s->tokens[x->at - 2], word) &&
          news_word_is(&s->tokens[x->at - 1], "the"));
}

/* "pushed back to 1 August" is put off; `at`: of "back". */
bool news_pushed_back(const struct news_sentence *s, uint32_t at) {
  static const char *const verbs[] = {"pushed", "push", "pushes", "pushing", "put", "moved"};
  return at > 0 && NEWS_IN(&s->tokens[at - 1], verbs);
}

/* "retroactive to 1 August" is a beginning. */
static bool led_back(const struct news_sentence *s, const struct news_date *x) {
  uint32_t at = x->at;
  if (at >= 3 && news_word_is(&s->tokens[at - 1], "the")) at--;
  return at >= 2 && news_hit_at(s, NC_BACK_TO, at - 2u) != NULL &&
         (x->precision > 31 || !news_pushed_back(s, at - 2u));
}

/* "expires in March", "runs out at the end of June": right before the day. */
static bool lapses_then(const struct news_sentence *s, const struct news_date *x) {
  static const char *const over[] = {"expired", "lapsed", "ended", "ran"};
  static const char *const lead[] = {"on", "at", "in", "with", "the", "midnight"};
  uint32_t at = x->at;
  while (at > 1 && x->at - at < 4u && NEWS_IN(&s->tokens[at - 1], lead)) at--;
  if (at == x->at) return false;
  for (uint16_t i = s->heads[NC_LAPSES]; i != NEWS_NONE; i = s->hits[i].next)
    if ((uint32_t)s->hits[i].at + s->hits[i].n == at)
      return !NEWS_IN(&s->tokens[s->hits[i].at], over);
  return false;
}

/* "before July 9, when the pause runs out." */
static bool lapses_when(const struct news_sentence *s, const struct news_date *x) {
  uint32_t end = (uint32_t)x->at + x->n;
  if (end + 2 >= s->count || s->tokens[end].kind != NEWS_MARK ||
      !news_word_is(&s->tokens[end + 1], "when") || news_led_by_word(s, x, "since"))
    return false;
  for (uint16_t i = s->heads[NC_LAPSES]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t past = (uint32_t)s->hits[i].at + s->hits[i].n;
    if (past > end && past < s->count && s->tokens[past].ends) return true;
  }
  return false;
}

bool news_is_end(const struct news_sentence *s, const struct news_date *x) {
  bool period = s->tokens[x->at].kind == NEWS_WORD && news_word_is(&s->tokens[x->at], "end");
  bool now = x->at >= 3 && news_word_is(&s->tokens[x->at - 1], "and") &&
             news_word_is(&s->tokens[x->at - 2], "now"); /* "between now and Christmas" */
  return now || lapses_then(s, x) || lapses_when(s, x) || news_led_by(s, x, NC_UNTIL) ||
         (news_led_by_word(s, x, "to") && !led_back(s, x)) ||
         (period && (news_led_by_word(s, x, "by") || news_led_by(s, x, NC_BEFORE)));
}

/* "in 2026, 2027 and 2028": the last of the years in a row. */
static imp_day last_year(const struct news_sentence *s, const struct news_date *x) {
  uint32_t at = (uint32_t)x->at + x->n;
  imp_day until = x->until;
  for (;;) {
    int year, month, day;
    uint32_t from = at;
    day_split(until, &year, &month, &day);
    while (at < s->count && at < from + 2 &&
           (s->tokens[at].kind == NEWS_MARK || news_word_is(&s->tokens[at], "and")))
      at++;
    bool next = at > from && at < s->count && month == 1 && day == 1 &&
                s->tokens[at].kind == NEWS_NUMERAL && s->tokens[at].milli == year * INT64_C(1000);
    if (!next) return until;
    until = day_of(year + 1, 1, 1);
    at++;
  }
}

/* "from May through October": the end of the first October behind May, whatever year either was taken for; DAY_NEVER: no months. */
static imp_day month_behind(const struct news_date *x, const struct news_date *y) {
  if (x->precision < 28 || x->precision > 31 || y->precision < 7 || y->precision > 31)
    return DAY_NEVER;
  int year, month, day, first_year, first_month, first_day;
  day_split(x->until, &first_year, &first_month, &first_day);
  day_split(y->until, &year, &month, &day);
  imp_day end = day_of(first_year, month, day);
  return end > x->until ? end : day_of(first_year + 1, month, day);
}

/* "talks on Monday and Tuesday", "from Monday to Wednesday": the last of the days. */
imp_day news_through(const struct news_sentence *s, const struct news_date *x) {
  static const char *const joints[] = {"and", "to", "through", "until", "till"};
  uint32_t end = (uint32_t)x->at + x->n;
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *y = &s->dates[i];
    uint32_t the = end + 2u < s->count && news_word_is(&s->tokens[end + 1u], "the");
    bool joined = y->at == end + 1u + the && NEWS_IN(&s->tokens[end], joints);
    if (!joined || !y->resolved) continue;
    imp_day months = month_behind(x, y);
    if (months != DAY_NEVER) return months;
    if (y->from >= x->until && y->from < x->until + 31) return y->until;
    bool week = y->precision == 1 && x->precision == 1 && y->n == 1 && x->n == 1;
    if (week && y->from < x->from && y->from + 7 > x->from) return y->until + 7;
  }
  imp_day years = x->precision > 31 ? last_year(s, x) : x->until;
  return years > x->until ? years : cut_before(s, x);
}

static bool behind_if(const struct news_sentence *s, uint32_t from, uint32_t to) {
  return from < to && news_has(s, NC_IF, from, to);
}

/* Of a mention with an amount; a rule of one measure may mark words that are none. */
bool news_of_promise(const struct news_sentence *s, const struct news_match *m) {
  return m->mention != NEWS_NONE && s->hits[m->mention].ref < s->mention_count &&
         s->mentions[s->hits[m->mention].ref].amount >= 0;
}

/* "applies from Nov. 1, although nothing was signed until Nov. 14": the end is of another clause, or of none. */
static bool of_other(const struct news_sentence *s, uint32_t from, const struct news_date *x) {
  static const char *const turns[] = {"although", "though", "while", "whereas",
                                      "because",  "when",   "as",    "but"};
  bool mark = false;
  for (uint32_t at = from; at < x->at; at++) {
    if (mark && NEWS_IN(&s->tokens[at], turns)) return true;
    if (at + 1u < x->at && news_hit_at(s, NC_NEGATION, at) != NULL) return true; /* "not until" */
    mark = s->tokens[at].kind == NEWS_MARK;
  }
  return false;
}

/* "expected the truce, which runs until May, to be prolonged": the day is of the clause between the commas. */
bool news_of_which(const struct news_sentence *s, const struct news_match *m,
                   const struct news_date *x) {
  uint32_t from = x->at, to = (uint32_t)x->at + x->n;
  while (from > 0 && s->tokens[from - 1].kind != NEWS_MARK) from--;
  while (to < s->count && s->tokens[to].kind != NEWS_MARK) to++;
  bool which = from > 0 && from > m->from && news_hit_at(s, NC_RELATIVE, from) != NULL;
  return which && !m->aside && (m->to <= from || m->to > to);
}

/* "The truce, under which Washington cut its duty to 30%, runs out on Dec. 10": the day of what stands around the clause. */
static bool around_which(const struct news_sentence *s, const struct news_match *m,
                         const struct news_date *x) {
  uint32_t open = m->from, close = m->to;
  while (open > 0 && open + 16u > m->from && s->tokens[open - 1].kind != NEWS_MARK) open--;
  while (close < x->at && s->tokens[close].kind != NEWS_MARK) close++;
  if (open == 0 || open > m->from || s->tokens[open - 1].kind != NEWS_MARK || close >= x->at)
    return false;
  bool which =
      news_word_is(&s->tokens[open], "under") && news_word_is(&s->tokens[open + 1], "which");
  for (uint32_t at = close + 1; which && at < x->at; at++)
    if (news_word_is(&s->tokens[at], "runs") || news_word_is(&s->tokens[at], "lasts")) return true;
  return which && news_has(s, NC_LAPSES, close + 1, x->at);
}

const struct news_date *news_pick_end(const struct news_sentence *s, const struct news_match *m) {
  bool promise = news_of_promise(s, m);
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *x = &s->dates[i];
    bool joined = false; /* "..., and extended until May" */
    for (uint32_t at = m->to; at < x->at; at++) joined = joined || news_clause_at(s, at);
    bool told = (uint32_t)x->at + x->n < m->to && news_has(s, NC_RELATIVE, m->from, x->at) &&
                !news_has(s, NC_RELATIVE, m->from, m->from + 2u);
    if (joined || told || of_other(s, m->to, x) || news_of_which(s, m, x) || around_which(s, m, x))
      continue; /* "which was to end in June, was extended" */
    if (promise && m->to < x->at && news_has(s, NC_AMOUNT, m->to, x->at))
      continue; /* "12 million tons this year and 25 million a year through 2028" */
    bool by = promise && news_led_by_word(s, x, "by"); /* "will buy 12 million tons by January" */
    uint32_t past = (uint32_t)x->at + x->n; /* "Until the end of January Ukraine exempts" */
    bool heads =
        x->at <= 3 && past <= m->from && m->from < past + 4u && news_led_by(s, x, NC_UNTIL);
    if ((news_is_end(s, x) || by) && x->resolved && (x->at >= m->from || heads) &&
        x->at <= m->to + 10u && !behind_if(s, m->from, x->at))
      return x;
  }
  return NULL;
}
