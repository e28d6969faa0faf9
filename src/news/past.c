// SPDX-License-Identifier: Apache-2.0
// What was long ago is no state of things now: a year, a president's first term, and what is told behind them.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"

#define LONG_AGO  400  /* days: what was done then needs a word that says it goes on */
#define A_MONTH   360  /* and so many more where its month is told: "in October 2024" */
#define AN_AGE    1000 /* ... and so does what the next sentences tell */
#define NO_SUCH   UINT32_MAX
#define OLD_YEARS 1700

/* "1930": a year that no file of days knows; 0. */
static int bare_year(const struct news_token *t) {
  bool four = t->kind == NEWS_NUMERAL && t->n == 4 && !t->percent && t->milli % 1000 == 0;
  int64_t year = four ? t->milli / 1000 : 0;
  return year > OLD_YEARS && year < 2100 ? (int)year : 0;
}

/* "the 1930s": the year it begins with; 0. */
static int decade(const struct news_reader *d, const struct news_token *t) {
  const char *p = d->text->text.p + t->at;
  int year = 0;
  if (t->n != 5 || p[4] != 's') return 0;
  for (int i = 0; i < 4; i++) {
    if (p[i] < '0' || p[i] > '9') return 0;
    year = year * 10 + (p[i] - '0');
  }
  return year > OLD_YEARS && year < 2100 ? year : 0;
}

/* "a dispute that began in 2018": when the quarrel began, not when what is told was done. */
static bool of_quarrel(const struct news_sentence *s, uint32_t at) {
  for (uint32_t k = at; k > 1 && k + 7u > at; k--)
    if (news_word_is(&s->tokens[k - 1], "that") || news_word_is(&s->tokens[k - 1], "which"))
      return news_has(s, NC_QUARREL, k > 4 ? k - 4u : 0, k - 1u);
  return false;
}

static bool since(const struct news_sentence *s, uint32_t at) {
  if (of_quarrel(s, at)) return true;
  return at > 0 && (news_word_is(&s->tokens[at - 1], "since") ||
                    news_has(s, NC_DATES, at > 4 ? at - 4u : 0, at));
}

/* "two years ago", "decades ago", at its "ago": how many years at least; 0. */
static int years_ago(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"years", "decade", "decades", "century", "centuries"};
  const struct news_token *t = &s->tokens[at];
  if (at < 2 || !news_word_is(t, "ago") || !NEWS_IN(t - 1, words)) return 0;
  for (uint32_t k = at; k > 0 && k + 12u > at; k--) /* "since it imposed them two years ago" */
    if (news_word_is(&s->tokens[k - 1], "since")) return 0;
  bool two = news_word_is(t - 2, "two") || (t[-2].kind == NEWS_NUMERAL && t[-2].milli == 2000);
  return two && news_word_is(t - 1, "years") ? 2 : 3;
}

/* A day told in the sentence that lies `days` back and more, at or behind the place; NO_SUCH. */
static uint32_t old_day(const struct news_reader *d, uint32_t from, int32_t days) {
  const struct news_sentence *s = d->s;
  int year = 0, month, day;
  if (d->published == DAY_NEVER) return NO_SUCH;
  day_split(d->published, &year, &month, &day);
  for (uint8_t i = 0; i < s->date_count; i++) {
    const struct news_date *x = &s->dates[i];
    if (x->at < from || !x->resolved || x->until > day_of(year - 1, 1, 1)) continue;
    int32_t more = x->precision <= 31 ? A_MONTH : 0;
    if (x->until + days + more < d->published && !since(s, x->at)) return x->at;
  }
  for (uint32_t at = from > 0 ? from : 1; at < s->count; at++) {
    if (s->tokens[at].kind != NEWS_NUMERAL && !news_word_is(&s->tokens[at], "ago") &&
        s->tokens[at].n != 5)
      continue; /* neither a year nor a decade */
    int told = bare_year(&s->tokens[at]), ten = decade(d, &s->tokens[at]);
    bool in = news_word_is(&s->tokens[at - 1], "in") || news_word_is(&s->tokens[at - 1], "of");
    if (ten > 0 && ten + 10 < year && !since(s, at)) return at;
    if (years_ago(s, at) * 365 > days) return at;
    if (told > 0 && in && told + 1 + days / 365 < year && !of_quarrel(s, at)) return at;
  }
  return NO_SUCH;
}

static bool goes_on(const struct news_token *t) {
  static const char *const words[] = {"is",    "are",   "has",     "have",  "will",
                                      "still", "now",   "today",   "never", "remains",
                                      "stays", "since", "remain",  "stay",  "would",
                                      "says",  "can",   "current", "could", "may"};
  return NEWS_IN(t, words);
}

/* The words tell what was done, and no word that it goes on. */
static bool tells_past(const struct news_reader *d, uint32_t from, uint32_t to) {
  static const char *const was[] = {"was", "were", "had", "did"};
  bool past = false;
  for (uint32_t at = from; at < to; at++) {
    const struct news_token *t = &d->s->tokens[at];
    if (goes_on(t)) return false;
    bool ed = t->kind == NEWS_WORD && t->n > 3 &&
              memcmp(d->text->text.p + t->at + t->n - 2, "ed", 2) == 0;
    past = past || ed || news_hit_at(d->s, NC_PAST, at) != NULL || NEWS_IN(t, was);
  }
  return past;
}

/* "In 2018 China put a duty on soybeans after Washington raised tariffs": of the clause that a day leads, and those behind. */
static bool led_by_old(const struct news_reader *d, const struct news_match *m) {
  uint32_t at = old_day(d, 0, LONG_AGO);
  if (at == NO_SUCH || at >= m->to || news_lies_apart(d->s, at, m->to)) return false;
  for (uint32_t k = at; k < m->from; k++)
    if (goes_on(&d->s->tokens[k]) || d->s->tokens[k].quote != d->s->tokens[m->from].quote ||
        (d->s->tokens[k].kind == NEWS_MARK && d->text->text.p[d->s->tokens[k].at] == ';'))
      return false;
  for (uint8_t i = 0; i < d->s->date_count; i++)
    if (d->s->dates[i].at > at + 2u && d->s->dates[i].at < m->to + 8u) return false;
  return tells_past(d, m->from, m->to);
}

/* The sentences before in the paragraph told of long ago, and this one goes on with what was. */
static bool carried_on(const struct news_reader *d, const struct news_match *m) {
  if (d->past_at == 0 || d->past_at != d->sentence || d->sentence <= d->paragraph) return false;
  return d->s->date_count == 0 && d->s->tokens[m->from].quote == 0 && tells_past(d, m->from, m->to);
}

/* "imposed it in 2018 and lifted it in June": a newer day stands behind what is told. */
static bool newer_behind(const struct news_reader *d, const struct news_match *m, uint32_t old) {
  const struct news_sentence *s = d->s;
  for (uint8_t i = 0; i < s->date_count && old < m->from; i++) {
    const struct news_date *x = &s->dates[i];
    if (x->resolved && x->at >= m->from && x->at < m->to + 6u && x->until + LONG_AGO > d->published)
      return true;
  }
  return false;
}

/* "The previous agreement had abolished the duties": no longer so. */
static bool of_previous(const struct news_reader *d, const struct news_match *m) {
  static const char *const words[] = {"previous", "earlier", "former", "old"};
  bool old = false, had = false;
  for (uint32_t at = 0; at < 3 && at < d->s->count; at++)
    old = old || NEWS_IN(&d->s->tokens[at], words);
  for (uint32_t at = m->from > 1 ? m->from - 1u : 0; old && at < m->to; at++)
    had = had || news_word_is(&d->s->tokens[at], "had");
  return had;
}

/* "which Trump imposed in 2018, remain", "from his first term still apply", "are not affected" */
static bool is_there_still(const struct news_sentence *s, const struct news_match *m) {
  static const char *const stays[] = {"still", "never", "remain", "remains", "stay", "stays"};
  static const char *const spared[] = {"affected", "touched", "changed"};
  for (uint32_t at = m->from; at < m->to + 2u && at < s->count; at++)
    if (NEWS_IN(&s->tokens[at], stays) ||
        (at > 0 && NEWS_IN(&s->tokens[at], spared) && news_word_is(&s->tokens[at - 1], "not")))
      return true;
  return false;
}

/* "in his first term"; but "on top of the tariffs from his first term" */
static bool first_term(const struct news_reader *d, const struct news_match *m) {
  const struct news_sentence *s = d->s;
  for (uint32_t at = 0; at + 1 < s->count; at++) {
    if (!news_word_is(&s->tokens[at], "first") || !news_word_is(&s->tokens[at + 1], "term") ||
        news_has(s, NC_DATES, at > 5 ? at - 5u : 0, at))
      continue;
    bool from = false;
    for (uint32_t k = at; k > 0 && k + 5 > at; k--)
      from = from || news_word_is(&s->tokens[k - 1], "from");
    if (!from || tells_past(d, m->from, m->to)) return true;
  }
  return false;
}

/* "Brussels once charged": it does not any more. */
static bool once_so(const struct news_reader *d, const struct news_match *m) {
  const struct news_sentence *s = d->s;
  for (uint32_t at = m->from > 1 ? m->from - 1u : 1; at + 1 < m->to; at++)
    if (news_word_is(&s->tokens[at], "once") && s->tokens[at - 1].kind == NEWS_WORD &&
        !news_word_is(&s->tokens[at - 1], "at") && tells_past(d, at + 1, at + 2))
      return true;
  return false;
}

bool news_is_history(const struct news_reader *d, const struct news_match *m, bool agreed) {
  const struct news_sentence *s = d->s;
  if (led_by_old(d, m) || carried_on(d, m) || of_previous(d, m) || once_so(d, m)) return true;
  if (agreed && s->np[0] != NEWS_NP(NC_NP_IN)) return first_term(d, m);
  if (is_there_still(s, m)) return false;
  for (uint32_t at = old_day(d, 0, LONG_AGO); at != NO_SUCH; at = old_day(d, at + 1, LONG_AGO))
    if (at + 8u >= m->from && at < m->to + 8u && !newer_behind(d, m, at)) return true;
  return first_term(d, m);
}

/* The day on which what the sentence tells was said or done: the only one it has. */
static void keep_told_day(struct news_reader *d) {
  const struct news_date *only = d->s->date_count == 1 ? &d->s->dates[0] : NULL;
  if (only == NULL || !only->resolved || only->precision != 1 || only->from > d->published) return;
  if (!only->said && !(only->at > 0 && news_word_is(&d->s->tokens[only->at - 1], "on"))) return;
  d->told_day = only->from;
  d->told_at = d->sentence;
}

/* "Suppose that Washington blacklists another. Beijing would then stop": what would be lasts through its paragraph. */
bool news_is_imagined(const struct news_reader *d, const struct news_match *m) {
  static const char *const would[] = {"would", "could", "might"};
  if (d->imagined == 0 || d->imagined <= d->paragraph) return false;
  for (uint32_t at = m->from > 2 ? m->from - 2u : 0; at < m->to; at++)
    if (NEWS_IN(&d->s->tokens[at], would)) return true;
  return false;
}

static void keep_imagined(struct news_reader *d) {
  static const char *const opens[] = {"suppose", "imagine", "assume"};
  if (d->imagined <= d->paragraph) d->imagined = 0;
  if (NEWS_IN(&d->s->tokens[0], opens)) d->imagined = d->sentence + 1;
}

/* The sentence has been read: does the next one of its paragraph go on with what was long ago? */
void news_past_keep(struct news_reader *d) {
  keep_told_day(d);
  keep_imagined(d);
  bool goes = d->past_at != 0 && d->past_at == d->sentence && d->sentence > d->paragraph &&
              d->s->date_count == 0;
  uint32_t at = goes ? 0 : old_day(d, 0, AN_AGE);
  bool old = goes || at < 4; /* "In 1930 Congress raised duties", and no law of that year */
  d->past_at = old && tells_past(d, 0, d->s->count) ? d->sentence + 1 : 0;
}
