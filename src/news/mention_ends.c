// SPDX-License-Identifier: Apache-2.0
// Where a mention of a measure ends to the right: at another measure, at somebody else who acts, at a clause that tells
// more; and goods in a row, of which the first counts.
#include "news/lots.h"
#include "news/mentions.h"

const struct news_hit *news_ending(const struct news_sentence *s, uint16_t class, uint32_t end) {
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next)
    if ((uint32_t)s->hits[i].at + s->hits[i].n == end) return &s->hits[i];
  return NULL;
}

uint16_t news_np_class(const struct news_sentence *s, uint32_t at) {
  return s->np[at] == 0 ? NEWS_NONE : (uint16_t)(NC_NP_A + s->np[at] - 1);
}

/* Another measure begins: "tariffs in answer to the controls". */
bool news_names_kind(const struct news_sentence *s, uint32_t at) {
  for (uint16_t i = s->heads[NC_KIND]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at == at && s->hits[i].ref % 4 == NEWS_NOUN) return true;
  return false;
}

static bool is_comma(const struct news_sentence *s, uint32_t at) {
  return at < s->count && s->tokens[at].kind == NEWS_MARK &&
         s->tokens[at].hash == news_word_hash(",", 1);
}

/* A word of one of goods in a row; `more`: not its first, "plastic Christmas trees". */
static bool is_item(const struct news_sentence *s, uint32_t at, bool more) {
  static const char *const others[] = {"since",     "until", "than", "as",
                                       "including", "such",  "with", "without"};
  const struct news_token *t = &s->tokens[at];
  uint16_t class = news_np_class(s, at);
  bool plain = (class == NEWS_NONE || class == NC_NP_WORD) && !NEWS_IN(t, others);
  bool named = t->capital && (!more || at + 1 >= s->count || s->tokens[at + 1].kind == NEWS_MARK);
  return t->kind == NEWS_WORD && !named && plain &&
         (!s->busy[at] || news_hit_at(s, NC_GOOD, at) != NULL || news_in_class(s, NC_WARES, at));
}

/* "... and the US imposed a": somebody else acts; but "on Canada and Mexico announced in May". */
static bool acts_there(const struct news_sentence *s, const struct news_hit *h) {
  static const uint16_t verbs[] = {NC_WILL,       NC_MIGHT,   NC_READY,
                                   NC_PROMISE_TO, NC_LOWERED, NC_LIFTED};
  uint32_t at = (uint32_t)h->at + h->n;
  if (at + 1 >= s->count || news_hit_at(s, NC_ACTOR, h->at) == NULL) return false;
  uint16_t next = news_np_class(s, at + 1);
  uint16_t own = news_np_class(s, at);
  bool noun = news_hit_at(s, NC_PERCENT, at + 1) != NULL || news_names_kind(s, at + 1);
  bool both = news_word_is(&s->tokens[at], "both"); /* "on Peru and Laos both rose" */
  if ((own == NC_NP_A && noun) || (own == NC_NP_ITS && !both))
    return true; /* "and Seoul an 8% tariff", "and Ottawa its duty": the verb is left out */
  if (news_word_is(&s->tokens[at], "those") && news_word_is(&s->tokens[at + 1], "on")) return true;
  bool object = next == NC_NP_A || next == NC_NP_THE || next == NC_NP_ITS ||
                news_hit_at(s, NC_PERCENT, at + 1) != NULL ||
                news_hit_at(s, NC_KIND, at + 1) != NULL;
  if (news_np_class(s, at) == NC_NP_PART || news_hit_at(s, NC_DEED, at) != NULL) return object;
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
    if (news_hit_at(s, verbs[i], at) != NULL) return i < 4 || object;
  return false;
}

/* Tokens of the longest goods that begin there, "car parts"; 0: none do. */
uint32_t news_goods_at(const struct news_sentence *s, uint32_t at) {
  const struct news_hit *h = news_hit_at(s, NC_GOOD, at);
  uint32_t most = h != NULL ? h->n : 0;
  for (uint16_t i = h != NULL ? h->next : NEWS_NONE; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at == at && s->hits[i].n > most) most = s->hits[i].n;
  return most;
}

/* "and British goods one of 10%", "and those from Mexico a 25% duty": the verb is left out. Where the other duty
 * begins; 0: no such clause stands behind the "and". */
uint32_t news_elided_at(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"those", "from", "the", "ones", "to",
                                      "and",   "with", "its", "their"};
  bool goods = false;
  for (uint32_t k = at + 1; k + 2 < s->count && k < at + 9;) {
    const struct news_hit *who = news_hit_at(s, NC_PARTY, k), *what = news_hit_at(s, NC_GOOD, k);
    bool one = news_word_is(&s->tokens[k], "one") && news_word_is(&s->tokens[k + 1], "of") &&
               news_hit_at(s, NC_PERCENT, k + 2) != NULL;
    bool rate = news_np_class(s, k) == NC_NP_A && news_hit_at(s, NC_PERCENT, k + 1) != NULL;
    if (one || rate) /* but "on steel and aluminum and a 25% duty on" */
      return goods && !news_word_is(&s->tokens[k - 1], "and") ? k : 0;
    bool plain = NEWS_IN(&s->tokens[k], words) || news_in_class(s, NC_WARES, k);
    if (who == NULL && what == NULL && !plain) return 0;
    goods = goods || what != NULL || (plain && !news_word_is(&s->tokens[k], "the"));
    k += who != NULL ? who->n : what != NULL ? news_goods_at(s, k) : 1u;
  }
  return 0;
}

/* "at 30%", "one of 30%", "a rate of 30%": a rate without its verb. */
static bool rate_there(const struct news_sentence *s, uint32_t at) {
  if (at + 1 < s->count && news_word_is(&s->tokens[at], "a") &&
      news_word_is(&s->tokens[at + 1], "rate"))
    at++;
  if (at < s->count && news_hit_at(s, NC_AMOUNT, at) != NULL)
    return true; /* "and Seoul $350 billion" */
  bool any =
      at + 2 < s->count && (news_in_class(s, NC_WARES, at) || news_word_is(&s->tokens[at], "ones"));
  at += any; /* "and Vietnamese ones to 20%" */
  if (at + 1 < s->count && news_word_is(&s->tokens[at], "to") &&
      news_hit_at(s, NC_PERCENT, at + 1) != NULL)
    return true;
  static const char *const leads[] = {"at", "one", "rate"};
  for (size_t i = 0; at + 2 < s->count && i < sizeof leads / sizeof *leads; i++)
    if (news_word_is(&s->tokens[at], leads[i]))
      return news_hit_at(s, NC_PERCENT, at + 1u + (i > 0)) != NULL &&
             (i == 0 || news_word_is(&s->tokens[at + 1], "of"));
  return news_hit_at(s, NC_PERCENT, at) != NULL;
}

/* "... and a 30% tariff": another begins. */
bool news_another(const struct news_sentence *s, uint32_t at) {
  if (news_np_class(s, at) != NC_NP_AND) return false;
  if (news_elided_at(s, at) > 0 || news_lot_owes(s, at + 1)) return true;
  if (at + 3 < s->count) { /* "and one of 10% on wine", "and the one on cars" */
    uint32_t one = at + 1u + news_word_is(&s->tokens[at + 1], "the");
    bool again = news_word_is(&s->tokens[one], "one") || news_word_is(&s->tokens[one], "those") ||
                 news_word_is(&s->tokens[one], "that");
    if (again &&
        (news_word_is(&s->tokens[one + 1], "of") || news_word_is(&s->tokens[one + 1], "on")))
      return true;
  }
  if (at + 2 < s->count && news_word_is(&s->tokens[at + 1], "of") &&
      news_hit_at(s, NC_PERCENT, at + 2) != NULL)
    return true; /* "of 50% on copper and of 25% on trucks" */
  uint16_t article = at + 2 < s->count ? news_np_class(s, at + 1) : NEWS_NONE;
  bool led = article == NC_NP_A || ((article == NC_NP_THE || article == NC_NP_ITS) &&
                                    news_hit_at(s, NC_PERCENT, at + 2) != NULL);
  uint32_t next = led ? at + 2 : at + 1;
  if (news_hit_at(s, NC_PERCENT, next) != NULL) return true;
  bool the = next < s->count && news_np_class(s, next) == NC_NP_THE; /* "10% and the EU 20%" */
  const struct news_hit *h = news_hit_at(s, NC_PARTY, the ? next + 1 : next);
  if (h == NULL) return false;
  uint32_t end = (uint32_t)h->at + h->n; /* "and Japan's on rice to zero" */
  if (end + 1 < s->count && s->tokens[end].genitive && news_np_class(s, end + 1) == NC_NP_ON)
    return true;
  if (end + 2 < s->count && (s->tokens[end].genitive || news_word_is(&s->tokens[end], "one")) &&
      (news_word_is(&s->tokens[end + 1], "to") || news_word_is(&s->tokens[end + 1], "from")) &&
      news_hit_at(s, NC_PERCENT, end + 2) != NULL)
    return true; /* "and China's to 10%", "and the Chinese one from 125% to 10%" */
  bool both = news_ending(s, NC_PARTY, at) != NULL && end + 1 < s->count &&
              news_word_is(&s->tokens[end], "to"); /* "from Canada and Mexico to 50%" */
  return (rate_there(s, end) && !both) || acts_there(s, h);
}

bool news_rate_ahead(const struct news_sentence *s, uint32_t at, bool moved) {
  if (news_np_class(s, at) != NC_NP_AND) return false;
  bool apart = moved; /* "and on cabinets to 50%"; "to 25% and copper to 10%" */
  for (uint32_t k = at + 1; k < s->count && k < at + 10; k++) {
    if (s->tokens[k].kind != NEWS_WORD && s->tokens[k].kind != NEWS_NUMERAL) return false;
    if (news_hit_at(s, NC_PERCENT, k) != NULL) {
      bool moves = news_word_is(&s->tokens[k - 1], "to") && !news_word_is(&s->tokens[k - 2], "up");
      uint32_t to = k + news_hit_at(s, NC_PERCENT, k)->n; /* "and on cars from 15% to 30%" */
      if (moved && apart && news_word_is(&s->tokens[k - 1], "from") && to + 1 < s->count &&
          news_word_is(&s->tokens[to], "to") && news_hit_at(s, NC_PERCENT, to + 1) != NULL)
        return true;
      return !news_word_is(&s->tokens[k - 1], "from") && (apart || !moves);
    }
    apart = apart || news_word_is(&s->tokens[k], "on") || news_word_is(&s->tokens[k], "those") ||
            news_word_is(&s->tokens[k], "that");
    bool plain = s->np[k] != 0 || news_word_is(&s->tokens[k], "of") ||
                 news_word_is(&s->tokens[k], "those") || news_word_is(&s->tokens[k], "one") ||
                 news_word_is(&s->tokens[k], "ones") || news_in_class(s, NC_WARES, k) ||
                 news_hit_at(s, NC_PARTY, k) != NULL || news_hit_at(s, NC_GOOD, k) != NULL;
    if (!plain || news_names_kind(s, k) || (news_np_class(s, k) == NC_NP_AND && !apart))
      return false;
    const struct news_hit *who = news_hit_at(s, NC_PARTY, k);
    if (who != NULL && who->n > 1) k += who->n - 1u;
    if (who == NULL && news_goods_at(s, k) > 1) k += news_goods_at(s, k) - 1u;
  }
  return false;
}

/* Behind ", germanium and antimony": goods in a row, of which the first was taken. The place itself: no such row. */
uint32_t news_behind_list(const struct news_sentence *s, uint32_t at) {
  uint32_t words = 0;
  bool last = false;
  for (uint32_t k = at; k < at + 20 && k + 1 < s->count; k++) {
    bool and = news_np_class(s, k) == NC_NP_AND;
    if (!and&&!is_comma(s, k)) {
      if (!is_item(s, k, words > 0) || news_word_is(&s->tokens[k], "one") || ++words > 4) return at;
      uint16_t next = news_np_class(s, k + 1);
      bool ends = s->tokens[k + 1].kind == NEWS_MARK || news_is_verb(s, k + 1) ||
                  news_another(s, k + 1) || next == NC_NP_ON || next == NC_NP_TO ||
                  next == NC_NP_FROM || next == NC_NP_IN || next == NC_NP_BY;
      if (last && ends) return k + 1;
      continue;
    }
    if (last) return at;
    words = 0;
    last = and;
  }
  return at;
}

bool news_lists(const struct news_sentence *s, uint32_t at) {
  if (!is_comma(s, at) || at == 0) return false;
  bool wares = news_in_class(s, NC_WARES, at - 1) && news_hit_at(s, NC_GOOD, at + 1) != NULL;
  bool good =
      news_ending(s, NC_GOOD, at) != NULL ||
      (at > 1 && is_item(s, at - 1, true) && !s->busy[at - 1] && /* "steel wire, pipes" */
       (news_ending(s, NC_GOOD, at - 1) != NULL || news_ending(s, NC_PARTY, at - 1) != NULL));
  return (wares || good) && news_behind_list(s, at) > at && !news_lot_owes(s, at + 2);
}

/* "Mr" before a name. */
static bool is_address(const struct news_token *t) {
  static const char *const words[] = {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."};
  return NEWS_IN(t, words);
}

/* "the United States", "the president" */
static bool names_there(const struct news_sentence *s, uint32_t at) {
  return at + 1 < s->count && news_word_is(&s->tokens[at], "the") &&
         (news_hit_at(s, NC_PARTY, at + 1) != NULL || news_hit_at(s, NC_TITLE, at + 1) != NULL);
}

/* "levies that Beijing imposed", "duties which apply": a sentence of its own. */
bool news_tells_more(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"which", "who", "whose", "whom"};
  if (NEWS_IN(&s->tokens[at], words)) return true;
  return news_word_is(&s->tokens[at], "that") && at + 1 < s->count &&
         (s->busy[at + 1] || news_hit_at(s, NC_PARTY, at + 1) != NULL ||
          news_np_class(s, at + 1) == NC_NP_IT || is_address(&s->tokens[at + 1]) ||
          names_there(s, at + 1));
}

/* A verb that a measure is the subject of. */
bool news_is_verb(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"is",   "are",   "was",  "were", "has",   "have", "had",
                                      "rise", "rises", "rose", "fall", "falls", "fell", "took"};
  static const uint16_t classes[] = {NC_WILL, NC_MIGHT, NC_EFFECT, NC_STAYS};
  if (NEWS_IN(&s->tokens[at], words)) return true;
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
    if (news_hit_at(s, classes[i], at) != NULL) return true;
  return false;
}

/* Of a verb and what stands with it: "had threatened to impose". */
static bool of_verb(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"to", "be",      "been",    "not",      "also",  "already",
                                      "by", "charges", "charged", "collects", "levies"};
  if (NEWS_IN(&s->tokens[at], words)) return true;
  return news_is_verb(s, at) || news_np_class(s, at) == NC_NP_PART ||
         (s->busy[at] && news_np_class(s, at) == NEWS_NONE &&
          news_hit_at(s, NC_PARTY, at) == NULL && news_hit_at(s, NC_GOOD, at) == NULL);
}

/* Behind "$30 billion of", "C$30 billion of". */
static uint32_t past_sum(const struct news_sentence *s, uint32_t at) {
  for (uint32_t k = at; k < at + 3 && k < s->count; k++) {
    const struct news_hit *sum = news_hit_at(s, NC_AMOUNT, k);
    if (sum != NULL) return (uint32_t)sum->at + sum->n;
  }
  return at;
}

/* "that he put on Canadian and Mexican goods": more of whom it hits; not "and China will". */
static void take_more_struck(struct news_mention *m, const struct news_sentence *s, uint32_t at) {
  while (at + 1 < s->count && m->target_count < NEWS_TARGETS) {
    bool joint = news_word_is(&s->tokens[at], "and") || news_word_is(&s->tokens[at], ",");
    const struct news_hit *h = joint ? news_hit_at(s, NC_PARTY, at + 1) : NULL;
    uint32_t end = h != NULL ? (uint32_t)h->at + h->n : 0;
    if (h == NULL || h->ref == m->imposer || news_hit_at(s, NC_PERSON, h->at) != NULL ||
        (end < s->count && (s->tokens[end].genitive || news_is_verb(s, end))))
      return;
    m->targets[m->target_count++] = (uint8_t)h->ref;
    at = end;
  }
}

/* Whom and what the clause hits: "that Mr Trump put on Chinese cars". */
static void take_struck(struct news_mention *m, const struct news_sentence *s, uint32_t from,
                        uint32_t to) {
  for (uint32_t at = from; at + 1 < to; at++) {
    bool apt = news_has(s, NC_GOOD, at + 1, at + 3), lot = s->tokens[at + 1].kind == NEWS_NUMERAL;
    if (news_np_class(s, at) != NC_NP_ON || (news_word_is(&s->tokens[at], "for") && !apt) ||
        news_word_is(&s->tokens[at], "over"))
      continue; /* "for a year", but "licences that it introduced for seven rare earths" */
    for (uint32_t k = at + 1; k < to && k < at + 4; k++)
      if (news_np_class(s, k) == NC_NP_ALL) m->worldwide = true;
    uint32_t first = past_sum(s, at + 1);
    for (uint32_t k = first; k < to && k < first + 4; k++) {
      const struct news_hit *who = news_hit_at(s, NC_PARTY, k);
      const struct news_hit *what = news_hit_at(s, NC_GOOD, k);
      if (what != NULL && m->good == NEWS_NONE) m->good = what->ref;
      if (who != NULL && m->target_count == 0 && who->ref != m->imposer) {
        m->targets[m->target_count++] = (uint8_t)who->ref;
        take_more_struck(m, s, (uint32_t)who->at + who->n);
      }
      bool leads = k + 1 < to && news_hit_at(s, NC_GOOD, k + 1) != NULL; /* "some advanced chips" */
      if (news_np_class(s, k) == NEWS_NONE && who == NULL && what == NULL && !leads &&
          (k > first || !(apt || lot)))
        break; /* but "seven rare earths" */
    }
    return;
  }
}

/* "The 20% duty that the president put on Chinese goods remains": where the verb of the measure stands, behind the
 * clause that tells which it is; 0: no such clause, or nothing behind it. */
uint32_t news_past_clause(const struct news_sentence *s, struct news_mention *m) {
  uint32_t end = (uint32_t)m->at + m->n, at = end;
  if (end + 3 >= s->count) return 0;
  bool contact = news_hit_at(s, NC_ACTOR, end) != NULL || news_np_class(s, end) == NC_NP_IT ||
                 news_word_is(&s->tokens[end], "he") || news_word_is(&s->tokens[end], "she") ||
                 (is_address(&s->tokens[end]) && news_hit_at(s, NC_ACTOR, end + 1) != NULL);
  if (!contact && !news_tells_more(s, end)) return 0;
  while (at < s->count && at < end + 8u && s->tokens[at].kind == NEWS_WORD &&
         (at == end || !of_verb(s, at)))
    at++;
  uint32_t verb = at;
  while (at < s->count && s->tokens[at].kind == NEWS_WORD && of_verb(s, at)) at++;
  if (at == verb) return 0;
  m->told = true;
  uint32_t behind = at;
  while (behind < s->count && behind < at + 24u && s->tokens[behind].kind != NEWS_MARK &&
         s->tokens[behind].kind != NEWS_OPEN && !news_is_verb(s, behind) &&
         !news_names_kind(s, behind) && !news_word_is(&s->tokens[behind], "and") &&
         !news_word_is(&s->tokens[behind], "but"))
    behind++;
  take_struck(m, s, at, behind);
  bool verbs = behind < s->count && news_is_verb(s, behind);
  return verbs && behind > at ? behind : 0;
}

/* "had imposed", "announced", "promised" */
bool news_decides(const struct news_sentence *s, uint32_t at) {
  for (uint32_t end = at + 2; at < end && at < s->count; at++) {
    if (news_np_class(s, at) == NC_NP_PART) return true;
    if (news_in_class(s, NC_DECIDES, at)) return true;
  }
  return false;
}

bool news_puts_there(const struct news_sentence *s, uint32_t at) {
  if (at + 3 >= s->count) return false;
  if (news_word_is(&s->tokens[at], "that") || news_word_is(&s->tokens[at], "which")) at++;
  if (news_np_class(s, at) == NC_NP_THE) at++;
  const struct news_hit *who = news_hit_at(s, NC_ACTOR, at);
  if (who == NULL) return false;
  at += who->n;
  while (at + 1 < s->count &&
         (news_hit_at(s, NC_ADVERB, at) != NULL || news_word_is(&s->tokens[at], "has") ||
          news_word_is(&s->tokens[at], "had") || news_word_is(&s->tokens[at], "have")))
    at++;
  return news_decides(s, at) || news_hit_at(s, NC_DEED, at) != NULL ||
         news_word_is(&s->tokens[at], "charges") || news_word_is(&s->tokens[at], "levies");
}

/* Nothing parts them; but ", from 25% to 50%" goes on. */
bool news_goes_on(const struct news_sentence *s, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to && at < s->count; at++)
    if (s->tokens[at].kind == NEWS_MARK && s->np[at + 1] != NEWS_NP(NC_NP_FROM) &&
        s->np[at + 1] != NEWS_NP(NC_NP_TO))
      return false;
  return true;
}

/* "steel, on which Washington charges 50%" */
uint16_t news_good_of_clause(const struct news_sentence *s, uint32_t at, struct news_mention *m) {
  for (uint32_t k = at; k > 3 && k + 9u > at; k--) {
    if (!news_word_is(&s->tokens[k - 1], "which") || !news_word_is(&s->tokens[k - 2], "on"))
      continue;
    uint32_t end = s->tokens[k - 3].kind == NEWS_MARK ? k - 3 : k - 2;
    const struct news_hit *h = news_ending(s, NC_GOOD, end), *who = news_ending(s, NC_PARTY, end);
    if (h == NULL && who != NULL && who->at > 1) /* "soybeans to China, on which" */
      h = news_ending(s, NC_GOOD, who->at - 1u);
    const struct news_hit *whose =
        h != NULL && h->at + h->n < end ? news_ending(s, NC_PARTY, h->at) : NULL;
    if (whose != NULL && (uint8_t)whose->ref != m->imposer) news_target_add(m, whose->ref);
    return h != NULL ? h->ref : NEWS_NONE;
  }
  return NEWS_NONE;
}

/* "Neither gives ground on lumber: mills now pay 45%": the goods before the colon. */
uint16_t news_good_of_topic(const struct news_sentence *s, struct str text, uint32_t at) {
  for (uint32_t k = at; k > 2; k--) {
    if (s->tokens[k - 1].kind != NEWS_MARK || text.p[s->tokens[k - 1].at] != ':') continue;
    const struct news_hit *h = news_ending(s, NC_GOOD, k - 1);
    bool led = h != NULL && h->at > 0 && news_np_class(s, h->at - 1u) == NC_NP_ON;
    return led ? h->ref : NEWS_NONE;
  }
  return NEWS_NONE;
}

/* "including watches and wine, at 15%": the rate behind the second comma; 0: none. */
uint32_t news_past_including(const struct news_sentence *s, uint32_t at) {
  bool such = news_word_is(&s->tokens[at], "such") && news_word_is(&s->tokens[at + 1], "as");
  if (!such && !news_word_is(&s->tokens[at], "including")) return 0;
  for (uint32_t k = at + 1; k < at + 16u && k + 2 < s->count && !s->tokens[k].ends; k++)
    if (s->tokens[k].kind == NEWS_MARK && news_word_is(&s->tokens[k + 1], "at"))
      return news_hit_at(s, NC_PERCENT, k + 2) != NULL ? k + 2 : 0;
  return 0;
}
