// SPDX-License-Identifier: Apache-2.0
// Clauses that say nothing of trade, left out before a sentence is read: "Ottawa kept its levies on steel while Peru held an
// election" is read as "Ottawa kept its levies on steel".
//
// Pages on events name other governments, days and rates in every other clause. All that is asked of a sentence (whose act, on whom,
// from when) would have to pass over them one by one; so they are taken out of the words instead, before anything else looks at them.
// What stays keeps its bytes. A clause goes only where nothing in it may say anything: no word of a measure, of goods, of saying or
// of a condition, none that stands for something else, and at least one that no file knows.
#include "news/idle.h"

#include <string.h>

#define LONGEST 24 /* words of such a clause */

static bool is_comma(const struct news_reader *d, uint32_t at) {
  return d->s->tokens[at].kind == NEWS_MARK && d->text->text.p[d->s->tokens[at].at] == ',';
}

/* "while", "as", "but"; not what leads to what is said or on what condition. */
static bool turns(const struct news_sentence *s, uint32_t at) {
  static const char *const not [] = {"that", "since", "yet", "however"};
  if (news_hit_at(s, NC_TURN, at) == NULL || NEWS_IN(&s->tokens[at], not )) return false;
  if (at + 1 < s->count && s->np[at + 1] == NEWS_NP(NC_NP_TO)) return false; /* "so as to" */
  return !news_has(s, NC_IF, at, at + 1) &&
         !(at + 1 < s->count && news_has(s, NC_IF, at + 1, at + 2));
}

static bool ends_in(const struct news_reader *d, const struct news_token *t, const char *tail) {
  size_t n = strlen(tail);
  return t->n > n + 1 && memcmp(d->text->text.p + t->at + t->n - n, tail, n) == 0;
}

static bool any_at(const struct news_sentence *s, const uint16_t *classes, size_t count,
                   uint32_t from, uint32_t to) {
  for (size_t k = 0; k < count; k++)
    if (news_has(s, classes[k], from, to)) return true;
  return false;
}
#define ANY_IN(s, classes, from, to)                                                               \
  any_at((s), (classes), sizeof(classes) / sizeof *(classes), (from), (to))

/* Past or not, but none that may as well be a participle: "rose", "was". */
static bool is_plain_verb(const struct news_sentence *s, uint32_t at) {
  static const uint16_t classes[] = {NC_PAST, NC_BE, NC_HAVE};
  return !s->tokens[at].capital && ANY_IN(s, classes, at, at + 1);
}

bool news_idle_verb(const struct news_reader *d, uint32_t at) {
  static const uint16_t classes[] = {NC_DEED, NC_EITHER};
  const struct news_token *t = &d->s->tokens[at];
  if (t->kind != NEWS_WORD || t->capital) return false;
  return ends_in(d, t, "ed") || is_plain_verb(d->s, at) || ANY_IN(d->s, classes, at, at + 1);
}

static bool of_money(const struct news_sentence *s, uint32_t from, uint32_t to) {
  return news_has(s, NC_ECONOMY, from, to) || news_has(s, NC_LENDING, from, to);
}

/* A word that no file has, or of money and prices. */
static bool is_foreign(const struct news_reader *d, uint32_t at) {
  const struct news_token *t = &d->s->tokens[at];
  if (t->kind != NEWS_WORD || t->capital || t->n < 3 || news_word_is(t, "there")) return false;
  if (news_hit_at(d->s, NC_ECONOMY, at) != NULL) return true;
  return !d->s->busy[at] && d->s->np[at] == 0 && !news_in_class(d->s, NC_TURN, at) &&
         !news_in_class(d->s, NC_DATE, at) && !news_in_class(d->s, NC_ADVERB, at);
}

/* "met farmers", "a bank left its rate": no talks, no duty. */
static bool means_else(const struct news_reader *d, const struct news_hit *h, uint32_t from,
                       uint32_t to) {
  static const char *const rates[] = {"rate", "rates"};
  if (NEWS_IN(&d->s->tokens[h->at], rates)) return news_has(d->s, NC_LENDING, from, to);
  bool hazy =
      news_hit_at(d->s, NC_HAZY, h->at) != NULL && news_hit_at(d->s, NC_PAST, h->at) != NULL;
  return hazy && h->at + 1u < to && is_foreign(d, h->at + 1u);
}

static bool names_measure(const struct news_reader *d, uint32_t from, uint32_t to) {
  for (uint16_t i = d->s->heads[NC_KIND]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    if (h->at >= from && h->at < to && !means_else(d, h, from, to)) return true;
  }
  return false;
}

/* Nobody knows that it says nothing. */
static bool may_matter(const struct news_reader *d, uint32_t from, uint32_t to) {
  static const uint16_t classes[] = {
      NC_GOOD,     NC_TRADE,  NC_SAY,     NC_SAY_THAT, NC_AMOUNT,   NC_IF,         NC_UNTIL,
      NC_THING,    NC_FIGURE, NC_PRONOUN, NC_OWES,     NC_PACT,     NC_MENACE,     NC_DECREE,
      NC_STRUCK,   NC_WARES,  NC_BUYS,    NC_SELLS,    NC_QUARREL,  NC_AGREES,     NC_EXPECTS,
      NC_DECLINES, NC_URGES,  NC_PAPER,   NC_TEXT,     NC_SHEET,    NC_THREATENS,  NC_EASES,
      NC_ANSWERS,  NC_VENUE,  NC_SPARE,   NC_LULL,     NC_LEFT_OUT, NC_LAPSES,     NC_STARTS,
      NC_NEGATION, NC_LISTS,  NC_FIRM,    NC_WISHES,   NC_DURATION, NC_PACT_THING, NC_HOLIDAY,
      NC_LIKEWISE, NC_ALIKE,  NC_UNDOES};
  static const char *const words[] = {"it",    "they",   "them",     "this", "that",  "those",
                                      "these", "both",   "one",      "ones", "which", "who",
                                      "whose", "he",     "she",      "so",   "we",    "i",
                                      "you",   "others", "concerned"};
  if (names_measure(d, from, to) || ANY_IN(d->s, classes, from, to)) return true;
  if (news_has(d->s, NC_PERCENT, from, to) && !of_money(d->s, from, to)) return true;
  for (uint32_t at = from; at < to; at++) {
    const struct news_token *t = &d->s->tokens[at];
    bool mark =
        t->kind == NEWS_OPEN || t->kind == NEWS_CLOSE || t->quote != d->s->tokens[from].quote;
    if (mark || NEWS_IN(t, words)) return true;
  }
  return false;
}

static bool has_foreign(const struct news_reader *d, uint32_t from, uint32_t to) {
  while (from < to && !is_foreign(d, from)) from++;
  return from < to;
}

static uint32_t verb_in(const struct news_reader *d, uint32_t from, uint32_t to) {
  while (from < to && !news_idle_verb(d, from)) from++;
  return from;
}

/* A subject, a verb, and something no file knows; its last word is none that leaves a verb out ("as Mexico did"). */
static bool is_clause(const struct news_reader *d, uint32_t from, uint32_t to) {
  uint32_t verb = verb_in(d, from, to);
  return verb > from && verb < to && has_foreign(d, from, to);
}

/* "and Peru held an election", ", and shares in Lima rose 3%": not ", and walnuts shipped from Peru". */
static bool is_added(const struct news_reader *d, uint32_t at, uint32_t from, uint32_t to) {
  uint32_t verb = verb_in(d, from, to);
  if (at == 0 || verb >= to || !is_clause(d, from, to) || d->s->tokens[at - 1].capital)
    return false;
  for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next)
    if (d->s->hits[i].at == from && (uint32_t)d->s->hits[i].at + d->s->hits[i].n == verb)
      return true;
  return is_comma(d, at - 1) &&
         (is_plain_verb(d->s, verb) || news_has(d->s, NC_ECONOMY, from, verb));
}

/* "With Peruvian growth at 2.1%": without a verb. */
static bool is_beside(const struct news_reader *d, uint32_t at, uint32_t from, uint32_t to) {
  bool apart = at == 0 || is_comma(d, at - 1);
  return apart && news_has(d->s, NC_PARTY, from, to) && has_foreign(d, from, to);
}

/* Where a clause that begins at the place ends: at a comma, another turn, the end of the sentence. */
static uint32_t clause_end(const struct news_reader *d, uint32_t at) {
  while (at < d->s->count && d->s->tokens[at].kind != NEWS_MARK && !turns(d->s, at)) at++;
  return at;
}

/* The turn with the words before it that belong to it: "even as", "two days after", ", while". */
uint32_t news_turn_opening(const struct news_reader *d, uint32_t at) {
  static const char *const spans[] = {"hours", "day",   "days",   "week",
                                      "weeks", "month", "months", "years"};
  const struct news_token *t = d->s->tokens;
  if (at > 0 && news_word_is(&t[at - 1], "even")) at--;
  if (at > 0 && NEWS_IN(&t[at - 1], spans) && !news_in_class(d->s, NC_DATE, at - 1)) {
    at--;
    if (at > 0 && (news_in_class(d->s, NC_CALENDAR, at - 1) || t[at - 1].kind == NEWS_NUMERAL))
      at--;
  }
  if (at > 0 && is_comma(d, at - 1)) at--;
  return at;
}

static uint32_t drop(struct news_reader *d, uint32_t base, uint32_t from, uint32_t to) {
  struct news_token *t = d->tokens.items + base;
  memmove(t + from, t + to, (d->tokens.count - base - to) * sizeof *t);
  d->tokens.count -= to - from;
  return to - from;
}

/* ", which left traders in Lima puzzled": but ", which is built in Canada" tells of the goods. */
static bool tells_more(const struct news_reader *d, uint32_t at, uint32_t end) {
  bool which = at > 0 && news_word_is(&d->s->tokens[at], "which") && is_comma(d, at - 1);
  return which && news_idle_verb(d, at + 1) && !news_has(d->s, NC_BE, at + 1, at + 2) &&
         has_foreign(d, at + 2, end) && !news_has(d->s, NC_DATE, at, end);
}

/* Does a clause that says nothing begin at the place, and where does it end? */
static bool idles(const struct news_reader *d, uint32_t at, uint32_t *end) {
  const struct news_sentence *s = d->s;
  bool turn = turns(s, at), and = s->np[at] == NEWS_NP(NC_NP_AND);
  bool with = news_word_is(&s->tokens[at], "with"), which = news_word_is(&s->tokens[at], "which");
  if (!turn && !and&&!with && !which) return false;
  *end = clause_end(d, at + 1);
  if (*end - at > LONGEST || *end - at < 3 || may_matter(d, at + 1, *end)) return false;
  return (turn && is_clause(d, at + 1, *end)) || (and&&is_added(d, at, at + 1, *end)) ||
         (with && is_beside(d, at, at + 1, *end)) || tells_more(d, at, *end);
}

/* Takes out one; how many words went. */
static uint32_t drop_one(struct news_reader *d, uint32_t base) {
  const struct news_sentence *s = d->s;
  for (uint32_t at = 0, end; at + 3 < s->count; at++) {
    if (!idles(d, at, &end)) continue;
    uint32_t from = news_turn_opening(d, at);
    bool comma = end < s->count && is_comma(d, end), last = end >= s->count - 1;
    if (from == 0 && comma) return drop(d, base, 0, end + 1);
    if (from > 0 && (last || comma)) return drop(d, base, from, end);
    if (from > 0 && !last && turns(s, end)) return drop(d, base, from, news_turn_opening(d, end));
  }
  return 0;
}

/* "Peruvian lawmakers", "Peru's voters", "a lake in Peru": it is not the government that is told of. */
static bool only_beside(const struct news_reader *d, const struct news_hit *h) {
  const struct news_sentence *s = d->s;
  uint32_t end = (uint32_t)h->at + h->n;
  bool owner = end < s->count &&
               (s->tokens[end].genitive || (is_foreign(d, end) && !news_idle_verb(d, end)));
  return owner || (h->at > 1 && s->np[h->at - 1] != 0);
}

/* "Peru's economy grew 2.1% last year". But "Mexico fared better", "Mexican growers are hurting", "In Seoul the mood was
 * different" turn to another government, and "he" may be the minister who was heard in Oslo. */
static bool says_nothing(const struct news_reader *d) {
  static const uint16_t classes[] = {NC_PERSON, NC_TITLE,   NC_HEAD,   NC_BODY,
                                     NC_MAKERS, NC_TRADERS, NC_BUYERS, NC_SOURCE};
  const struct news_sentence *s = d->s;
  if (s->count < 4 || s->count > LONGEST || s->heads[NC_PARTY] == NEWS_NONE) return false;
  bool money = of_money(s, 0, s->count);
  if (!money && ANY_IN(s, classes, 0, s->count)) return false;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE && !money; i = s->hits[i].next)
    if (!only_beside(d, &s->hits[i])) return false;
  return !may_matter(d, 0, s->count - 1) && is_clause(d, 0, s->count - 1);
}

void news_idle_drop(struct news_reader *d) {
  d->marks.count = 0;
  d->marks.last = NEWS_UNMARKED;
  for (uint32_t base = 0; base < d->tokens.count;) {
    uint32_t end = news_sentence_end(&d->tokens, base), gone = 1, put = 0;
    for (int k = 0; k < 7 && gone > 0; k++) {
      d->s->tokens = d->tokens.items + base;
      d->s->count = end - base;
      news_sentence_mark(d->r, buf_str(&d->text->text), d->published, d->s);
      bool nothing = says_nothing(d);
      put = k < 3 && !nothing ? news_joints_put(d, base) : 0;
      end += put;
      if (put > 0) continue;
      if (nothing)
        gone = drop(d, base, 0, end - base);
      else
        gone = d->s->mention_count > 0 ? drop_one(d, base) : 0;
      end -= gone;
      if (end == base) break;
    }
    if (gone == 0) news_marks_keep(&d->marks, base, d->s);
    if (gone == 0 && base == 0 && end == d->tokens.count) d->marks.last = base;
    base = end;
  }
}
