// SPDX-License-Identifier: Apache-2.0
// Clauses whose verb is left out behind one that has it: "Vietnam faces 20%, Japan and Korea 15%, and Laos a rate of 40%",
// "furniture will pay 30% and cabinets 50%", "to 84% on April 9 and to 125% on April 12", "45% in Europe and 100% in Canada".
// What stands in such a clause takes the place of its like in the one before; the rest stays.
#include <string.h>

#include "news/gaps.h"
#include "news/mentions.h"
#include "news/subjects.h"

#define FAR_GAP 10 /* tokens passed over before the first such clause */

/* Parts one clause from the next. */
static bool parts(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"and", "while", "but", "whereas"};
  return NEWS_IN(&s->tokens[at], words);
}

static bool is_stop(const struct news_reader *d, uint32_t base, uint32_t at) {
  return news_is_mark(d, base + at, ',') || news_is_mark(d, base + at, ';');
}

/* Words that say nothing more of whom, what or how much. */
static bool is_plain(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"one",    "of",   "at",    "a",       "an",   "the",
                                      "those",  "that", "ones",  "on",      "to",   "for",
                                      "from",   "by",   "up",    "as",      "much", "only",
                                      "just",   "now",  "still", "another", "all",  "other",
                                      "others", "most", "some",  "its",     "more", "than",
                                      "over",   "less", "their", "about"};
  return (NEWS_IN(&s->tokens[at], words) || news_in_class(s, NC_FILLS, at)) ||
         news_in_class(s, NC_WARES, at) || news_in_class(s, NC_PEERS, at);
}

/* "and other Japanese goods 25%": of all goods, not of those named before. */
static bool means_all(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"others", "other", "else", "rest", "everything", "remainder"};
  return NEWS_IN(&s->tokens[at], words) || news_in_class(s, NC_WARES, at);
}

/* "100% in Canada", but not "15% for those in Japan". */
static bool led_in(const struct news_sentence *s, uint32_t at) {
  uint32_t before = at - (at > 0 && news_word_is(&s->tokens[at - 1], "the"));
  return before > 1 &&
         (news_word_is(&s->tokens[before - 1], "in") ||
          news_word_is(&s->tokens[before - 1], "at")) &&
         !news_word_is(&s->tokens[before - 2], "those") &&
         !news_in_class(s, NC_MAKERS, before - 2) && !news_in_class(s, NC_PEERS, before - 2);
}

/* "on those from Korea", "Korea's": no subject of the clause. */
static bool is_led(const struct news_sentence *s, const struct news_gap *g, uint32_t at,
                   uint32_t end) {
  if (end < s->count && news_word_is(&s->tokens[end], "with")) /* "hit X with 30%, Y with 10%" */
    for (uint32_t k = 1; k < g->from; k++)
      if (news_word_is(&s->tokens[k], "with") && news_ending(s, NC_PARTY, k) != NULL) return true;
  static const char *const words[] = {"on",    "for",  "from", "against",
                                      "those", "that", "to",   "than"};
  for (uint32_t k = g->from; k < at; k++)
    if (NEWS_IN(&s->tokens[k], words)) return true;
  return end < s->count && (s->tokens[end].genitive || news_hit_at(s, NC_GOOD, end) != NULL ||
                            news_np_class(s, end) == NC_NP_WORD);
}

static void take_party(const struct news_sentence *s, struct news_gap *g,
                       const struct news_hit *who) {
  uint32_t behind = (uint32_t)who->at + who->n;
  if (g->rate == NULL && g->who_count == 0 && g->owner == NEWS_NO_SIDE && behind + 1 < s->count &&
      s->tokens[behind].genitive && news_np_class(s, behind + 1) == NC_NP_ON &&
      news_hit_at(s, NC_PERCENT, behind + 2) == NULL) {
    g->owner = (enum news_side)who->ref; /* "and Japan's on American rice" */
    return;
  }
  static const char *const turns[] = {"to", "from", "at", "is"};
  if (g->rate == NULL && g->who_count == 0 && behind < s->count && s->tokens[behind].genitive)
    g->answers = behind + 1 < s->count && NEWS_IN(&s->tokens[behind + 1], turns);
  if (g->rate == NULL && g->who_count == 0 && who->at > 0 && behind < s->count &&
      news_word_is(&s->tokens[who->at - 1], "the") && news_word_is(&s->tokens[behind], "one"))
    g->answers = true; /* "the American tariff was cut to 30% and the Chinese one to 10%" */
  if (g->rate == NULL && g->who_count == 0)
    g->leads = !is_led(s, g, who->at, (uint32_t)who->at + who->n);
  if (g->rate != NULL && led_in(s, who->at))
    g->place = (enum news_side)who->ref;
  else if (g->rate != NULL && g->leads && g->who_count == 1 && g->struck == NEWS_NO_SIDE)
    g->struck = (enum news_side)who->ref;
  else if (g->who_count < NEWS_TARGETS)
    g->who[g->who_count++] = (uint8_t)who->ref;
}

/* "goods outside the pact", "goods that do not" */
static bool tells_which(const struct news_token *t) {
  static const char *const words[] = {"that", "which", "outside", "not", "covered"};
  return NEWS_IN(t, words);
}

/* What may stand behind the whole: a mark, a day, another clause, "each", "under". */
static bool may_end(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"under", "now", "each",   "respectively", "since",
                                      "or",    "as",  "before", "when",         "once"};
  const struct news_token *t = &s->tokens[at];
  return at >= s->count || t->kind != NEWS_WORD || parts(s, at) || NEWS_IN(t, words) ||
         tells_which(t) || news_hit_at(s, NC_RELATIVE, at) != NULL ||
         news_hit_at(s, NC_DATE, at) != NULL;
}

/* "15% for the EU, Japan, Korea and Chile": names alone, up to one behind an "and" that ends them. */
static bool ends_in_row(const struct news_sentence *s, uint32_t at) {
  while (at + 1 < s->count && s->tokens[at].kind == NEWS_MARK && !s->tokens[at].ends) {
    uint32_t next = at + 1;
    bool and = news_word_is(&s->tokens[next], "and");
    next += and;
    next += next < s->count && news_word_is(&s->tokens[next], "the");
    const struct news_hit *who = next < s->count ? news_hit_at(s, NC_PARTY, next) : NULL;
    if (who == NULL) return false;
    at = next + who->n;
    if (at < s->count && news_word_is(&s->tokens[at], "and")) {
      next = at + 1;
      next += next < s->count && news_word_is(&s->tokens[next], "the");
      who = next < s->count ? news_hit_at(s, NC_PARTY, next) : NULL;
      if (who == NULL) return false;
      at = next + who->n;
      and = true;
    }
    if (and) return may_end(s, at) && news_hit_at(s, NC_PERCENT, at) == NULL;
  }
  return false;
}

/* "Korea and Laos 40%": another name follows the "and", and no rate has been told. */
static bool joins_names(const struct news_sentence *s, const struct news_gap *g, uint32_t at) {
  uint32_t next = at + 1;
  if (g->rate != NULL && g->who_count > 0 && news_word_is(&s->tokens[at], "and")) {
    next += next + 1 < s->count && news_word_is(&s->tokens[next], "the") &&
            news_hit_at(s, NC_PARTY, next) == NULL;
    const struct news_hit *who = next < s->count ? news_hit_at(s, NC_PARTY, next) : NULL;
    uint32_t end = who != NULL ? next + who->n : 0; /* "20% on Taiwan and Vietnam and 25% on" */
    return who != NULL && news_ending(s, NC_PARTY, at) != NULL && may_end(s, end) &&
           news_hit_at(s, NC_PERCENT, end) == NULL;
  }
  if (g->rate != NULL && g->who_count > 0 && !g->leads && news_ending(s, NC_PARTY, at) != NULL &&
      ends_in_row(s, at))
    return true;
  if (g->rate != NULL || g->again || (g->who_count == 0 && g->good == NEWS_NONE)) return false;
  if (next < s->count && news_word_is(&s->tokens[next], "and")) next++;
  if (next < s->count && news_word_is(&s->tokens[next], "the") &&
      news_hit_at(s, NC_PARTY, next) == NULL)
    next++;
  return next < s->count &&
         (news_hit_at(s, NC_PARTY, next) != NULL || news_hit_at(s, NC_GOOD, next) != NULL);
}

/* "in each of the next three years", "a year through 2028" */
static bool tells_each(const struct news_token *t) {
  static const char *const words[] = {"in",  "each",  "every",   "next",     "following", "coming",
                                      "two", "years", "three",   "annually", "yearly",    "year",
                                      "a",   "per",   "through", "until"};
  return NEWS_IN(t, words);
}

/* "25% beyond it", "above that", "outside the quota" */
static bool is_beyond(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"beyond", "above", "outside", "over", "past"};
  static const char *const what[] = {"it", "that", "this", "quota", "the"};
  return at + 1 < s->count && NEWS_IN(&s->tokens[at], words) && NEWS_IN(&s->tokens[at + 1], what);
}

/* "a tariff of 10%", "a levy of 10%": behind the noun; 0: none stands there, or another verb has it. */
static uint32_t duty_noun(const struct news_sentence *s, const struct news_gap *g, uint32_t at) {
  if (!news_names_kind(s, at) || at <= g->from || news_np_class(s, at - 1) != NC_NP_A) return 0;
  const struct news_hit *h = news_hit_at(s, NC_KIND, at);
  uint32_t end = at + h->n;
  bool of = end + 1 < s->count && news_word_is(&s->tokens[end], "of") &&
            news_hit_at(s, NC_PERCENT, end + 1) != NULL;
  return of ? h->n : 0;
}

/* One word or name of the clause; 0: it is none that such a clause has. */
static uint32_t take_item(const struct news_sentence *s, struct news_gap *g, uint32_t at) {
  const struct news_hit *h = news_hit_at(s, NC_DATE, at);
  bool led = at > 0 && news_word_is(&s->tokens[at - 1], "since"); /* "and since April on" */
  bool opens = at > 0 && at == g->from + 1u && !g->promise &&
               news_word_is(&s->tokens[at - 1], "from"); /* "and from Jan. 1 Peru 35%" */
  if (h != NULL && (g->rate != NULL || opens || (g->bare && (g->good != NEWS_NONE || led)))) {
    g->dated = true;
    return h->n;
  }
  if (g->promise && g->rate == NULL && (h = news_hit_at(s, NC_AMOUNT, at)) != NULL) {
    g->rate = h;
    return h->n;
  }
  if ((h = g->promise || g->bare ? NULL : news_hit_at(s, NC_PERCENT, at)) != NULL) {
    if (g->rate != NULL && !news_word_is(&s->tokens[at - 1], "from")) return 0;
    if (g->rate == NULL && !news_word_is(&s->tokens[at - 1], "from")) g->rate = h;
    return h->n;
  }
  if ((h = news_hit_at(s, NC_PARTY, at)) != NULL) {
    take_party(s, g, h);
    return h->n + (uint32_t)(at + h->n < s->count && s->tokens[at + h->n].genitive &&
                             s->tokens[at + h->n].n == 2);
  }
  if ((h = news_hit_at(s, NC_GOOD, at)) != NULL) {
    if (g->good == NEWS_NONE) g->good = h->ref;
    if (g->who_count > 0 && g->rate == NULL && g->goods[g->who_count - 1] == 0)
      g->goods[g->who_count - 1] = (uint16_t)(h->ref + 1u);
    return news_goods_at(s, at);
  }
  if (!g->again && g->rate == NULL && g->who_count > 0 && !g->bare && !g->promise &&
      (news_word_is(&s->tokens[at], "same") || /* "Brazil the same", "French wine too" */
       news_word_is(&s->tokens[at], "too") || news_word_is(&s->tokens[at], "likewise"))) {
    g->again = true;
    return 1;
  }
  if (!g->promise && !g->bare && g->rate == NULL && (g->who_count > 0 || g->good != NEWS_NONE)) {
    uint32_t noun = duty_noun(s, g, at); /* "and goods from Peru a tariff of 10%" */
    if (noun > 0) return noun;
  }
  if (g->rate != NULL && is_beyond(s, at)) {
    g->rest = true;
    return 2;
  }
  if (g->promise && g->rate != NULL && tells_each(&s->tokens[at])) {
    g->each = true;
    return 1;
  }
  if (g->promise && g->rate != NULL) { /* "$8 billion worth of Boeing jets" */
    h = news_hit_at(s, NC_BRAND_NAME, at);
    if (h != NULL || news_word_is(&s->tokens[at], "worth")) return h != NULL ? h->n : 1;
  }
  if (g->all && g->rate == NULL && news_hit_at(s, NC_OWES, at) != NULL) return 1;
  if (means_all(s, at)) {
    g->all = true;
    return 1;
  }
  if (g->bare && at + 1 < s->count && s->tokens[at].kind == NEWS_WORD && !s->tokens[at].capital &&
      news_hit_at(s, NC_CALENDAR, at) != NULL && news_hit_at(s, NC_GOOD, at + 1) != NULL)
    return 1; /* "seven rare earths" */
  if (g->rate == NULL && at + 1 < s->count && news_word_is(&s->tokens[at], "with") &&
      (news_hit_at(s, NC_PERCENT, at + 1) != NULL || news_word_is(&s->tokens[at + 1], "one") ||
       news_np_class(s, at + 1) == NC_NP_A))
    return 1; /* "are hit with 50% and those from Peru with 35%" */
  bool since = g->bare && news_word_is(&s->tokens[at], "since");
  bool in = since || (news_word_is(&s->tokens[at], "in") && (g->rate != NULL || g->bare));
  return in || is_plain(s, at) || news_np_class(s, at) == NC_NP_WORD ? 1 : 0;
}

/* "Chinese chips, Brazilian ethanol": a name and what is its own, and nothing else. */
static bool is_lot(const struct news_sentence *s, const struct news_gap *g) {
  const struct news_hit *h = news_hit_at(s, NC_PARTY, g->from);
  uint32_t behind = h != NULL ? g->from + h->n : 0;
  return h != NULL && news_hit_at(s, NC_GOOD, behind) != NULL &&
         behind + news_goods_at(s, behind) == g->to;
}

/* "12% in the first year, 11.5% in the second and 11% in the third": a rate of its own year. */
static bool is_step(const struct news_sentence *s, const struct news_gap *g) {
  static const char *const nth[] = {"second", "third", "fourth", "fifth", "final", "last"};
  uint32_t at = g->rate != NULL ? (uint32_t)g->rate->at + g->rate->n : s->count;
  return !g->promise && at + 2 < s->count && news_word_is(&s->tokens[at], "in") &&
         news_word_is(&s->tokens[at + 1], "the") && NEWS_IN(&s->tokens[at + 2], nth);
}

/* The clause behind the mark or "and" at `at`. */
static bool read_gap(const struct news_reader *d, uint32_t base, uint32_t at, struct news_gap *g) {
  const struct news_sentence *s = d->s;
  *g = (struct news_gap){.good = NEWS_NONE,
                         .promise = g->promise,
                         .bare = g->bare,
                         .lands = g->lands || g->who_count > 0,
                         .place = NEWS_NO_SIDE,
                         .struck = NEWS_NO_SIDE,
                         .owner = NEWS_NO_SIDE};
  bool apart = is_stop(d, base, at);
  at += apart;
  if (at < s->count && parts(s, at)) at++, apart = true;
  if (apart) at = news_past_cap(s, at);
  g->from = at;
  while (apart && at < s->count) {
    if ((is_stop(d, base, at) || news_word_is(&s->tokens[at], "and")) && joins_names(s, g, at)) {
      at += 1u + (is_stop(d, base, at) && news_word_is(&s->tokens[at + 1], "and"));
      continue;
    }
    if (s->tokens[at].kind != NEWS_WORD && s->tokens[at].kind != NEWS_NUMERAL) break;
    bool told = g->rate != NULL && g->all && tells_which(&s->tokens[at]);
    uint32_t n = told ? 0 : take_item(s, g, at);
    if (n == 0) break;
    at += n;
  }
  g->to = at;
  const struct news_token *behind = g->rate != NULL ? &s->tokens[g->rate->at + g->rate->n] : NULL;
  bool share =
      behind != NULL && (uint32_t)g->rate->at + g->rate->n < s->count && news_word_is(behind, "of");
  bool named = g->rest || g->who_count > 0 || g->good != NEWS_NONE || g->place != NEWS_NO_SIDE ||
               (g->dated && g->rate != NULL && g->rate->at == g->from + 1u) ||
               (g->promise && (g->each || g->dated)) || g->all || is_step(s, g);
  if (g->bare) /* "and of seven rare earths since April" */
    return apart && g->good != NEWS_NONE && may_end(s, at) && g->from < s->count &&
           (news_word_is(&s->tokens[g->from], "of") || news_word_is(&s->tokens[g->from], "on") ||
            news_word_is(&s->tokens[g->from], "from") ||
            (g->dated && news_word_is(&s->tokens[g->from], "since")) ||
            (g->who_count == 1 && g->good != NEWS_NONE && is_lot(s, g)));
  if (g->again && g->rate == NULL) return apart && named && may_end(s, at);
  bool aims = g->promise && g->good != NEWS_NONE && at > g->from &&
              news_word_is(&s->tokens[at - 1], "to"); /* "and $3 billion of corn to avert it" */
  return apart && g->rate != NULL && (!share || g->promise) && named && (aims || may_end(s, at));
}

/* Another clause or a quotation begins: what follows belongs to that one. */
static bool turns(const struct news_sentence *s, uint32_t at) {
  return news_hit_at(s, NC_RELATIVE, at) != NULL || s->tokens[at].kind == NEWS_OPEN ||
         s->tokens[at].kind == NEWS_CLOSE;
}

/* "all others pay 35%" behind goods, or behind those of a land that a pact covers: the rest of what the land sends. */
static bool has_rest(const struct news_sentence *s, const struct news_statement *st,
                     const struct news_gap *g) {
  bool rest = st->target != NEWS_NO_SIDE && st->good != NEWS_NONE;
  for (uint32_t at = 0; at < g->from && !rest; at++)
    rest = st->target != NEWS_NO_SIDE && news_in_class(s, NC_COVERED, at);
  return rest;
}

/* "steel and aluminum and 35% on": the second "and", where the first only joins goods. */
static uint32_t past_pair(const struct news_sentence *s, uint32_t at) {
  if (!news_word_is(&s->tokens[at], "and") || at == 0 || news_ending(s, NC_GOOD, at) == NULL)
    return at;
  uint32_t next = at + 1u + news_goods_at(s, at + 1);
  bool rate = next + 1 < s->count && news_word_is(&s->tokens[next], "and") &&
              news_hit_at(s, NC_PERCENT, next + 1) != NULL;
  return next > at + 1 && rate ? next : at;
}

/* "on Japan, Korea and Taiwan": behind the name that a comma or "and" joins to one before; the place itself: none does. */
static uint32_t past_names(const struct news_reader *d, uint32_t base, uint32_t at) {
  const struct news_sentence *s = d->s;
  if (news_ending(s, NC_PARTY, at) == NULL) return at;
  uint32_t next = at + 1;
  next += next < s->count && is_stop(d, base, at) && news_word_is(&s->tokens[next], "and");
  next += next < s->count && news_word_is(&s->tokens[next], "the");
  const struct news_hit *h = next < s->count ? news_hit_at(s, NC_PARTY, next) : NULL;
  uint32_t end = h != NULL ? next + h->n : 0;
  bool joined = h != NULL && end < s->count && (is_stop(d, base, end) || parts(s, end));
  return joined && end + 1 < s->count ? end : at;
}

bool news_next_gap(const struct news_reader *d, const struct news_statement *st, uint32_t base,
                   uint32_t *from, struct news_gap *g) {
  g->promise = news_is_promise(d->r, st->measure);
  g->bare = !g->promise && !news_has_rate(d->r, st->measure) && st->good != NEWS_NONE;
  if (!g->promise && !g->bare && st->percent_milli == 0) return false;
  const struct news_sentence *s = d->s;
  uint32_t at = *from;
  while (at < *from + FAR_GAP && at + 1 < s->count && !is_stop(d, base, at) && !parts(s, at) &&
         !turns(s, at)) {
    const struct news_hit *day = news_hit_at(s, NC_DATE, at);
    at += day != NULL ? day->n : 1u;
  }
  if (at + 1 >= s->count || at >= *from + FAR_GAP) return false;
  for (uint32_t next; (next = past_names(d, base, at)) > at;) at = next;
  at = past_pair(s, at);
  if (!news_read_share(d, base, at, g) &&
      !read_gap(d, base, at, g)) { /* "15%, twice as much as in Japan, and Indian rice 50%" */
    uint32_t next = at + 1;
    while (next < at + FAR_GAP && next + 1 < s->count && !is_stop(d, base, next) &&
           !turns(s, next) && !news_is_verb(s, next) && !news_names_kind(s, next))
      next++;
    if (next >= at + FAR_GAP || !is_stop(d, base, next) || !parts(s, next + 1) ||
        !read_gap(d, base, next, g))
      return false;
  }
  if (g->all && g->who_count == 0 && g->good == NEWS_NONE && g->place == NEWS_NO_SIDE &&
      !has_rest(s, st, g))
    return false;
  for (uint8_t k = 0; k < g->who_count; k++)
    if (g->who[k] == (uint8_t)st->target && g->good == NEWS_NONE && g->who_count > 1) return false;
  *from = g->to;
  return true;
}

/* "Korean goods pay 25% and Japanese goods 50% in the United States": the place is that of both. */
bool news_shares_place(const struct news_reader *d, const struct news_match *m,
                       const struct news_gap *g) {
  for (uint32_t at = m->from; at < g->from; at++)
    if (news_hit_at(d->s, NC_PARTY, at) != NULL && led_in(d->s, at)) return false;
  return g->place != NEWS_NO_SIDE && g->who_count > 0;
}
