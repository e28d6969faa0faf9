// SPDX-License-Identifier: Apache-2.0
// Whom a measure hits where a verb of trade or of charging tells it: "on everything it buys from China", "on what India sells
// to the United States", "charge Mexico a 30% tariff", "charges Indonesian goods 19%".
#include "news/mentions.h"
#include "news/slots.h"

#define FAR 7 /* tokens from the verb of trade to whom it names */

/* The verb of trade at the place: 1 takes in, -1 sends out; 0: none. */
static int trades(const struct news_sentence *s, uint32_t at) {
  if (at >= s->count) return 0;
  return news_in_class(s, NC_BUYS, at) ? 1 : news_in_class(s, NC_SELLS, at) ? -1 : 0;
}

/* Goods, or a word for any: what a clause may tell more of. */
static bool ends_goods(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"what", "everything", "anything", "all",   "whatever",
                                      "much", "that",       "which",    "those", "ones"};
  return at > 0 && (NEWS_IN(&s->tokens[at - 1], words) || news_in_class(s, NC_WARES, at - 1) ||
                    news_ending(s, NC_GOOD, at) != NULL);
}

/* "what the United States still buys from China": who trades, NULL where a pronoun does; the place behind the verb, 0. */
static uint32_t past_trade(const struct news_sentence *s, uint32_t at, const struct news_hit **who,
                           int *way) {
  static const char *const pronouns[] = {"it", "they", "he", "we", "she", "you"};
  *who = NULL;
  if (!ends_goods(s, at)) return 0;
  if (at + 2 < s->count && (news_word_is(&s->tokens[at], "that"))) at++;
  if (at + 2 < s->count && news_np_class(s, at) == NC_NP_THE) at++;
  if (at + 2 >= s->count) return 0;
  *who = news_hit_at(s, NC_PARTY, at);
  if (*who == NULL && !NEWS_IN(&s->tokens[at], pronouns)) return 0;
  at += *who != NULL ? (*who)->n : 1u;
  bool by_some =
      at < s->count && (news_in_class(s, NC_BUYERS, at) || news_in_class(s, NC_MAKERS, at));
  if (*who != NULL && by_some) at++;
  while (at < s->count &&
         (news_hit_at(s, NC_ADVERB, at) != NULL || news_word_is(&s->tokens[at], "has") ||
          news_word_is(&s->tokens[at], "still")))
    at++;
  *way = trades(s, at);
  return *way != 0 ? at + 1 : 0;
}

/* "from China", "to the United States", shortly behind the verb: whom it names. */
static const struct news_hit *traded_with(const struct news_sentence *s, uint32_t at, int way) {
  for (uint32_t last = at + FAR; at < last && at + 1 < s->count; at++) {
    if (s->tokens[at].kind != NEWS_WORD || news_names_kind(s, at)) return NULL;
    bool leads = way > 0
                     ? news_np_class(s, at) == NC_NP_FROM
                     : news_np_class(s, at) == NC_NP_TO || news_word_is(&s->tokens[at], "into") ||
                           news_word_is(&s->tokens[at], "in");
    if (!leads) continue;
    bool the = news_np_class(s, at + 1) == NC_NP_THE;
    return news_hit_at(s, NC_PARTY, at + 1 + the);
  }
  return NULL;
}

/* "Whoever buys oil from Iran will be charged 25%": no duty on oil. */
bool news_is_bought(const struct news_sentence *s, const struct news_hit *h) {
  if (h->class != NC_GOOD || h->at < 2) return false;
  if (trades(s, h->at) < 0 &&
      (news_ending(s, NC_ACTOR, h->at) != NULL || news_np_class(s, h->at - 1u) == NC_NP_IT))
    return true; /* "Cars that Seoul ships" */
  if (trades(s, h->at - 1u) <= 0) return false;
  const struct news_token *t = &s->tokens[h->at - 2];
  return news_word_is(t, "that") || news_word_is(t, "who") || news_word_is(t, "which");
}

/* The name that stands last before the place, of another than `not`. */
static const struct news_hit *name_before(const struct news_sentence *s, uint32_t at,
                                          uint16_t not ) {
  const struct news_hit *best = NULL;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->at < at && h->ref != not &&(best == NULL || h->at > best->at)) best = h;
  }
  return best;
}

/* "that was melted and poured in China": where it is made; NULL: no such clause. */
static const struct news_hit *made_in(const struct news_sentence *s, uint32_t at) {
  if (!ends_goods(s, at) || at + 3 >= s->count ||
      (!news_word_is(&s->tokens[at], "that") && !news_word_is(&s->tokens[at], "which")))
    return NULL;
  static const char *const be[] = {"is", "are", "was", "were", "and", "or"};
  bool made = false;
  for (uint32_t k = at + 1; k < at + 7 && k + 1 < s->count; k++) {
    made = made || news_hit_at(s, NC_MADE, k) != NULL;
    if (made && (news_word_is(&s->tokens[k], "in") || news_word_is(&s->tokens[k], "by")))
      return news_hit_at(s, NC_PARTY, k + 1u + (news_np_class(s, k + 1) == NC_NP_THE));
    if (!NEWS_IN(&s->tokens[k], be) && news_hit_at(s, NC_MADE, k) == NULL) return NULL;
  }
  return NULL;
}

uint32_t news_take_trade(const struct news_sentence *s, struct news_mention *m, uint32_t at) {
  const struct news_hit *who = made_in(s, at);
  int way = 0;
  if (who != NULL && (uint8_t)who->ref != m->imposer) {
    news_target_add(m, who->ref);
    return (uint32_t)who->at + who->n;
  }
  uint32_t behind = past_trade(s, at, &who, &way);
  const struct news_hit *with = behind > 0 ? traded_with(s, behind, way) : NULL;
  if (with == NULL || (who != NULL && who->ref == with->ref)) return 0;
  if (who == NULL && way < 0) who = name_before(s, m->at, with->ref);
  const struct news_hit *sends = way > 0 ? with : who, *takes = way > 0 ? who : with;
  if (sends != NULL && m->imposer == (uint8_t)sends->ref) return 0;
  if (sends != NULL) news_target_add(m, sends->ref);
  if (takes != NULL && m->imposer == NEWS_NO_SIDE) m->imposer = (uint8_t)takes->ref;
  return (uint32_t)with->at + with->n;
}

/* "the 25% duty Mexico has faced since March": whom it hits; but "the duty Mexico charged". */
bool news_pays_there(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"has", "have", "had", "now", "still", "already", "must"};
  for (uint32_t last = at + 3; at < last && at < s->count && NEWS_IN(&s->tokens[at], words);) at++;
  return at < s->count && news_in_class(s, NC_PAYS, at);
}

/* "from Trump's first term": how many words tell the time of whose measure it is, behind the name; 0: it is no time. */
uint32_t news_past_term(const struct news_sentence *s, uint32_t at) {
  static const char *const which[] = {"first", "second", "last", "previous", "earlier", "old"};
  uint32_t from = at;
  if (at < s->count && s->tokens[at].genitive) at++;
  if (at == 0 || at >= s->count || !s->tokens[at - 1].genitive) return 0;
  uint32_t end = at + NEWS_IN(&s->tokens[at], which);
  return end < s->count && news_in_class(s, NC_TERM, end) ? end + 1 - from : 0;
}

/* ---- "charges Mexico 30%" ---------------------------------------------------------------------------------------- */

static bool is_charge(const struct news_token *t) {
  static const char *const words[] = {"charge", "charges", "charged", "charging"};
  return NEWS_IN(t, words);
}

/* A word of an object that names nobody: "the Indonesian goods". */
static bool is_plain(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"the",   "most",      "all",   "other",    "and",
                                      "those", "importers", "firms", "companies"};
  return NEWS_IN(&s->tokens[at], words) || news_in_class(s, NC_WARES, at) ||
         news_in_class(s, NC_MAKERS, at);
}

/* "electric cars", and not "cars" alone: the longest name of goods that ends there; NULL. */
static const struct news_hit *whole_good(const struct news_sentence *s, uint32_t end) {
  const struct news_hit *best = news_ending(s, NC_GOOD, end);
  for (uint16_t i = best != NULL ? s->heads[NC_GOOD] : NEWS_NONE; i != NEWS_NONE;
       i = s->hits[i].next)
    if ((uint32_t)s->hits[i].at + s->hits[i].n == end && s->hits[i].n > best->n) best = &s->hits[i];
  return best;
}

/* The longest name of a government that ends there: "South Korean". */
static const struct news_hit *whole_party(const struct news_sentence *s, uint32_t end) {
  const struct news_hit *best = NULL;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if ((uint32_t)h->at + h->n == end && (best == NULL || h->n > best->n)) best = h;
  }
  return best;
}

uint32_t news_take_charged(const struct news_sentence *s, struct news_mention *m, uint32_t end) {
  uint32_t at = end;
  bool named = false;
  while (at > 1 && at + 3u > end && news_bounds(&s->tokens[at - 1])) at--; /* "cars up to 35%" */
  end = at;
  while (at > 1 && at + 14u > end && !is_charge(&s->tokens[at - 1])) {
    const struct news_hit *who = whole_party(s, at), *what = whole_good(s, at);
    bool from = news_word_is(&s->tokens[at - 1], "from");
    bool them = news_word_is(&s->tokens[at - 1], "them") || news_word_is(&s->tokens[at - 1], "it");
    if (them && at == end)
      named = true;
    else if (who == NULL && what == NULL && !from && !is_plain(s, at - 1) &&
             !(named && s->tokens[at - 1].kind == NEWS_MARK)) /* "charges Japan, Korea and India" */
      return 0;
    if (who != NULL || what != NULL) named = true;
    at = who != NULL ? who->at : what != NULL ? what->at : at - 1u;
  }
  if (!named || at < 2 || !is_charge(&s->tokens[at - 1])) return 0;
  bool them = news_word_is(&s->tokens[end - 1], "them") || news_word_is(&s->tokens[end - 1], "it");
  if (them && at + 1 == end) m->them = true;
  for (uint32_t k = at; k < end; k++) {
    const struct news_hit *who = news_hit_at(s, NC_PARTY, k), *what = news_hit_at(s, NC_GOOD, k);
    if (who != NULL && (uint8_t)who->ref != m->imposer) news_target_add(m, who->ref);
    if (what != NULL && m->good == NEWS_NONE) m->good = what->ref;
  }
  return at;
}

/* "leaves steel at 50%", "kept Japan at 15%": where what it is on begins; 0: no such verb stands before it. */
uint32_t news_left_at(const struct news_sentence *s, const struct news_hit *p,
                      struct news_mention *m) {
  uint32_t at = p->at > 0 ? p->at - 1u : 0, end = (uint32_t)p->at + p->n;
  bool goes_on = end < s->count && s->tokens[end].kind == NEWS_WORD && s->np[end] == 0 &&
                 news_hit_at(s, NC_DATE, end) == NULL && news_hit_at(s, NC_AFTER, end) == NULL;
  if (at < 2 || s->heads[NC_KIND] == NEWS_NONE || goes_on || !news_word_is(&s->tokens[at], "at"))
    return 0;
  while (at > 1 && at + 8u > p->at && !news_in_class(s, NC_LEAVES, at - 1)) {
    const struct news_hit *who = news_ending(s, NC_PARTY, at), *what = news_ending(s, NC_GOOD, at);
    if (who == NULL && what == NULL && s->np[at - 1] == 0 && s->tokens[at - 1].kind != NEWS_MARK)
      return 0;
    if (who != NULL) news_target_add(m, who->ref);
    if (what != NULL) m->good = what->ref;
    at = who != NULL ? who->at : what != NULL ? what->at : at - 1u;
    if (news_in_any(s, at)) return 0;
  }
  bool named = m->good != NEWS_NONE || m->target_count > 0;
  return news_in_class(s, NC_LEAVES, at - 1) && named ? at : 0;
}
