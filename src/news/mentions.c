// SPDX-License-Identifier: Apache-2.0
// Measures spoken of: a word for a measure with what stands around it, "a 25% tariff on steel from Canada".
//
// To the left a mention takes what an English noun takes before it: whose it is, its number, goods, adjectives the
// word files list, an article that ends it. To the right it takes phrases behind prepositions. It ends at marks, days
// and words that do something, so that the verb a rule looks for stays outside.
#include <string.h>

#include "news/mentions.h"

#define ASIDE 16

/* ", which Trump announced in May,": the mention reaches over what is added between commas. 0: nothing is. */
static uint32_t past_aside(const struct news_sentence *s, uint32_t end) {
  if (end + 3 >= s->count || s->tokens[end].kind != NEWS_MARK) return 0;
  if (s->np[end + 1] == NEWS_NP(NC_NP_AND) || news_hit_at(s, NC_GOOD, end + 1) != NULL)
    return 0; /* steel, copper and ... */
  for (uint32_t at = end + 2; at < s->count && at < end + ASIDE; at++)
    if (s->tokens[at].kind != NEWS_WORD && s->tokens[at].kind != NEWS_NUMERAL)
      return s->tokens[at].kind == NEWS_MARK && !s->tokens[at].ends ? at + 1 : 0;
  return 0;
}

/* ---- marking ----------------------------------------------------------------------------------------------------------- */

static bool is_truce(const struct news_rules *r, const struct news_measure *kind) {
  return strcmp(r->classes[kind->noun], "#truce") == 0;
}

void news_mention_publish(const struct news_rules *r, struct news_sentence *s,
                          struct news_mention *m) {
  const struct news_measure *kind = &r->measures[m->measure];
  uint16_t own = m->form == NEWS_NOUN ? kind->noun : m->form == NEWS_ACT ? kind->act : kind->done;
  news_hit_add(s, own, m->at, m->n, s->mention_count);
  news_hit_add(s, kind->group[m->form], m->at, m->n, s->mention_count);
  uint32_t past = m->form == NEWS_NOUN ? past_aside(s, (uint32_t)m->at + m->n) : 0;
  if (past == 0 && m->form == NEWS_NOUN && (!kind->pair || is_truce(r, kind)))
    past = news_past_clause(s, m);
  if (past > 0) {
    news_hit_add(s, own, m->at, past - m->at, s->mention_count);
    news_hit_add(s, kind->group[m->form], m->at, past - m->at, s->mention_count);
  }
  if (m->compared) news_hit_add(s, NC_COMPARED, m->at, m->n, s->mention_count);
  m->sure = m->imposer != NEWS_NO_SIDE;
  s->mentions[s->mention_count++] = *m;
}

/* "rate" in "tariff rate" and "rate of duty" is no measure beside the other. */
static bool beside_kind(const struct news_sentence *s, const struct news_hit *h) {
  uint32_t end = (uint32_t)h->at + h->n;
  return news_ending(s, NC_KIND, h->at) != NULL || news_has(s, NC_KIND, end, end + 2);
}

/* "China levies 10% on American goods": a verb. */
static bool is_deed(const struct news_sentence *s, const struct news_hit *h) {
  uint32_t end = (uint32_t)h->at + h->n;
  bool still = h->at > 0 && news_hit_at(s, NC_ADVERB, h->at - 1u) != NULL;
  const struct news_hit *who = news_ending(s, NC_ACTOR, h->at - still);
  bool tells = end < s->count && news_word_is(&s->tokens[end], "on"); /* "that Ottawa levies on" */
  if (tells && who != NULL && who->at > 0 && news_hit_at(s, NC_RELATIVE, who->at - 1u) != NULL &&
      news_word_is(&s->tokens[h->at], "levies"))
    return true;
  return who != NULL && news_word_is(&s->tokens[h->at], "levies") && end < s->count &&
         (news_hit_at(s, NC_PERCENT, end) != NULL || news_np_class(s, end) == NC_NP_A);
}

/* "Beijing still bans Japanese seafood": a verb. */
static bool bans_there(const struct news_sentence *s, const struct news_hit *h) {
  if (!news_word_is(&s->tokens[h->at], "bans") || h->at == 0) return false;
  bool still =
      news_word_is(&s->tokens[h->at - 1], "still") || news_word_is(&s->tokens[h->at - 1], "also");
  const struct news_hit *who = news_ending(s, NC_ACTOR, h->at - still);
  uint32_t end = (uint32_t)h->at + h->n;
  return who != NULL && !s->tokens[h->at - 1u - still].genitive &&
         (news_hit_at(s, NC_PARTY, end) != NULL || news_hit_at(s, NC_GOOD, end) != NULL);
}

/* A deed of a pattern, with whom its words name. */
static const struct news_deed_at *deed_at(const struct news_sentence *s, const struct news_hit *h) {
  for (uint8_t k = 0; k < s->deed_count; k++)
    if (s->deeds[k].at == h->at && s->deeds[k].n == h->n && s->deeds[k].measure == h->ref / 4 &&
        s->deeds[k].form == h->ref % 4)
      return &s->deeds[k];
  return NULL;
}

/* Behind "to", "to the", "from". */
static bool goes_to(const struct news_sentence *s, uint32_t at) {
  uint32_t k = at - (at > 0 && news_word_is(&s->tokens[at - 1], "the"));
  return k > 0 &&
         (news_word_is(&s->tokens[k - 1], "to") || news_word_is(&s->tokens[k - 1], "from"));
}

static void take_deed(const struct news_sentence *s, struct news_mention *m,
                      const struct news_deed_at *deed) {
  m->verb = deed->verb;
  m->imposer = deed->doer;
  if (deed->struck != NEWS_NO_SIDE) news_target_add(m, deed->struck);
  for (uint32_t k = deed->at; k < (uint32_t)deed->at + deed->n; k++) {
    const struct news_hit *good = news_hit_at(s, NC_GOOD, k), *whose = news_ending(s, NC_PARTY, k);
    if (whose == NULL && k > deed->at + 1u) whose = news_ending(s, NC_PARTY, k - 1u);
    const struct news_hit *rate = news_hit_at(s, NC_PERCENT, k); /* "free of duty" */
    const struct news_hit *sum = news_hit_at(s, NC_AMOUNT, k);
    if (good != NULL && m->good == NEWS_NONE && whose != NULL && deed->struck == NEWS_NO_SIDE)
      news_target_add(m, whose->ref); /* "looking into whether American chips" */
    if (good != NULL && m->good == NEWS_NONE) m->good = good->ref;
    const struct news_hit *to = goes_to(s, k) ? news_hit_at(s, NC_PARTY, k) : NULL;
    if (to != NULL && deed->struck == NEWS_NO_SIDE && m->form != NEWS_NOUN)
      news_target_add(m, to->ref); /* "exports of gallium to the United States were banned" */
    if (rate != NULL && m->percent == 0) m->percent = s->values[rate->ref];
    if (sum != NULL && m->amount < 0) m->amount = s->values[sum->ref];
  }
}

static bool is_promise(const struct news_rules *r, const struct news_mention *m) {
  return news_is_promise(r, m->measure);
}

/* "the ban", "a buy"; "the U.S. ban on cattle imports", "tighter curbs". */
static bool is_noun_here(const struct news_sentence *s, uint32_t at,
                         const struct news_deed_at *deed) {
  uint16_t class = news_np_class(s, at - 1);
  if (class == NC_NP_THE || class == NC_NP_A) return true;
  bool led = class == NC_NP_WORD || class == NC_NP_ITS || news_possessive(s, at - 1) ||
             (news_ending(s, NC_PARTY, at) != NULL &&
              !(news_ending(s, NC_ACTOR, at) != NULL && news_word_is(&s->tokens[at], "bans")));
  return deed != NULL && deed->form == NEWS_ACT && led;
}

/* "tariffs": the last word of the noun. */
static bool is_many(struct str text, const struct news_sentence *s, const struct news_hit *h) {
  const struct news_token *t = &s->tokens[h->at + h->n - 1];
  return t->kind == NEWS_WORD && t->n > 2 && text.p[t->at + t->n - 1] == 's';
}

/* "retaliatory tariffs of up to 15% on soybeans": an answer that is told with its rate is a duty. */
static bool is_answering_duty(const struct news_rules *r, const struct news_sentence *s,
                              const struct news_mention *m, uint32_t last) {
  static const char *const words[] = {"duties", "tariffs", "levies", "tariff", "duty", "levy"};
  return m->form == NEWS_NOUN && r->bare != NEWS_NONE && m->percent > 0 &&
         strcmp(r->measures[m->measure].kind, "countermeasures") == 0 &&
         NEWS_IN(&s->tokens[last], words) && news_word_is(&s->tokens[m->head], "retaliatory");
}

/* A word beside which that of a measure means something else; but "household appliances" are goods. */
static bool has_other_sense(const struct news_sentence *s, uint32_t from, uint32_t to,
                            uint32_t end) {
  for (uint16_t i = s->heads[NC_NP_NOT]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->at < from || h->at >= to) continue;
    if (h->at >= end && news_word_is(&s->tokens[h->at], "in"))
      continue; /* "a duty on wine in retaliation for" */
    const struct news_hit *goods = news_hit_at(s, NC_GOOD, h->at);
    if (goods == NULL || goods->n <= h->n) return true;
  }
  return false;
}

/* "threatened to levy a 50% tariff": no noun. */
static bool is_infinitive(const struct news_sentence *s, const struct news_hit *h) {
  uint32_t end = (uint32_t)h->at + h->n;
  bool object =
      end < s->count && (news_hit_at(s, NC_KIND, end) != NULL || /* "to levy port fees" */
                         news_np_class(s, end) == NC_NP_A || news_np_class(s, end) == NC_NP_ITS ||
                         news_hit_at(s, NC_PERCENT, end) != NULL);
  return object && h->at > 0 && news_word_is(&s->tokens[h->at - 1], "to");
}

/* Goods that stand within its words, at the head before a colon, or alone before it in the sentence. */
static void take_goods(const struct news_rules *r, struct str text, const struct news_sentence *s,
                       const struct news_hit *h, struct news_mention *m) {
  const char *key = r->measures[m->measure].key;
  for (uint32_t k = h->at; m->good == NEWS_NONE && k < (uint32_t)h->at + h->n; k++)
    if (news_hit_at(s, NC_GOOD, k) != NULL) m->good = news_hit_at(s, NC_GOOD, k)->ref;
  if (m->form != NEWS_NOUN || m->good != NEWS_NONE || strchr(key, 'G') == NULL) return;
  uint32_t behind = (uint32_t)m->at + m->n; /* "the curbs that China placed on rare earths" */
  if (news_tells_more(s, behind) && news_has(s, NC_GOOD, behind, behind + 8)) return;
  m->good = news_good_of_topic(s, text, m->at);
  bool bans = strstr(key, "-G-T") != NULL && !news_has_rate(r, m->measure); /* and not a duty */
  if (bans && m->good == NEWS_NONE && m->definite &&
      !news_in_class(s, NC_LISTS, h->at + h->n - 1u)) { /* of firms, and not of goods */
    m->good = news_only_good_before(s, m->at);
    m->good_before = m->good != NEWS_NONE;
  }
}

/* Which form the words have where they stand; false: there they name no measure. */
static bool take_form(const struct news_sentence *s, const struct news_hit *h,
                      struct news_mention *m) {
  if (m->loose && (beside_kind(s, h) || news_caps_kind(s, h) || s->heads[NC_LENDING] != NEWS_NONE))
    return false;
  if (m->loose) m->form = NEWS_NOUN;
  if (m->form == NEWS_NOUN && (is_deed(s, h) || is_infinitive(s, h))) return false;
  if (m->form == NEWS_NOUN && bans_there(s, h)) m->form = NEWS_DONE;
  return !(h->at > 1 && news_word_is(&s->tokens[h->at - 1], "than") &&
           news_word_is(&s->tokens[h->at - 2], "other")); /* "countermeasures other than tariffs" */
}

/* What stands before it: whose it is, its rate; false: it is no verb but a noun of something else. */
static bool take_left(const struct news_rules *r, const struct news_sentence *s,
                      const struct news_hit *h, const struct news_deed_at *deed,
                      struct news_mention *m, uint8_t *left) {
  bool rated = deed != NULL && m->percent != 0; /* "free of duty" */
  if (m->form == NEWS_NOUN && !rated) news_scan_left(r, s, m);
  bool rate = m->form == NEWS_NOUN && news_has_rate(r, m->measure);
  if (rate && m->imposer != NEWS_NO_SIDE) news_turn_owner(r, s, m);
  if (rate && m->imposer == NEWS_NO_SIDE) /* "charge Mexico a 30% tariff" */
    (void)news_take_charged(s, m, m->at);
  *left = m->target_count;
  if (m->form == NEWS_ACT && h->at > 0 && news_word_is(&s->tokens[h->at], "meeting") &&
      (news_led_in(s, h->at - 1u) || news_np_class(s, h->at - 1u) == NC_NP_WORD)) {
    m->form = NEWS_NOUN; /* "a further meeting with" */
    news_scan_left(r, s, m);
  }
  return m->form == NEWS_NOUN || h->at == 0 || m->verb != h->at || !is_noun_here(s, h->at, deed);
}

/* What stands behind it, and the numbers that its words put before it. `rate`: a noun with a rate by its left. */
static void take_right(const struct news_rules *r, const struct news_sentence *s,
                       const struct news_hit *h, const struct news_deed_at *deed, bool rate,
                       struct news_mention *m) {
  if (m->form == NEWS_NOUN) news_amount_left(s, m);
  if (m->form == NEWS_NOUN && news_has_rate(r, m->measure)) news_points_left(s, m);
  news_scan_right(r, s, m, (uint32_t)h->at + h->n);
  if (rate) news_rate_opens(s, m);
  if (is_answering_duty(r, s, m, (uint32_t)h->at + h->n - 1u)) m->measure = r->bare;
  if (deed != NULL && deed->struck != NEWS_NO_SIDE)
    m->target_count = 1; /* "Brazil's treatment of American firms" */
}

/* "on rice exports": what leaves the land, and none of what comes in; but "on exports from Japan". */
bool news_on_exports(const struct news_sentence *s, uint32_t at) {
  if (at >= s->count || !news_word_is(&s->tokens[at++], "on")) return false;
  while (at < s->count && (news_in_class(s, NC_GOOD, at) || news_np_class(s, at) == NC_NP_ITS))
    at++;
  if (at + 1 >= s->count || !news_word_is(&s->tokens[at], "exports")) return false;
  bool rate = at + 2 < s->count && news_hit_at(s, NC_PERCENT, at + 2) != NULL; /* "to 10%" */
  uint16_t lead = news_np_class(s, at + 1);
  return rate || (lead != NC_NP_FROM && lead != NC_NP_TO);
}

/* "a 20% duty on rice exports": no duty of who charges it on what it buys. */
static bool on_what_leaves(const struct news_rules *r, const struct news_sentence *s,
                           const struct news_hit *h, const struct news_mention *m) {
  uint32_t at = (uint32_t)h->at + h->n;
  if (m->form != NEWS_NOUN || m->target_count > 0 || !news_has_rate(r, m->measure)) return false;
  const struct news_hit *rate = at + 1 < s->count && news_word_is(&s->tokens[at], "of")
                                    ? news_hit_at(s, NC_PERCENT, at + 1)
                                    : NULL;
  if (rate != NULL) at = (uint32_t)rate->at + rate->n;
  return news_on_exports(s, at);
}

/* An average of many, and none of them; or words around it give it another sense. */
static bool is_other_thing(const struct news_sentence *s, const struct news_hit *h,
                           const struct news_mention *m) {
  for (uint32_t at = m->at > 1 ? m->at - 2u : 0; at < h->at; at++)
    if (m->percent == 0 && m->to == 0 && news_word_is(&s->tokens[at], "average") &&
        !news_has(s, NC_PERCENT, h->at, h->at + 14u))
      return true;
  static const char *const trades[] = {"buy", "purchase", "supply", "order", "sell", "deliver"};
  uint32_t end = (uint32_t)h->at + h->n;
  if (end + 1 < s->count && news_word_is(&s->tokens[end], "to") &&
      NEWS_IN(&s->tokens[end + 1], trades) && !news_word_is(&s->tokens[h->at], "trade") &&
      news_word_is(&s->tokens[end - 1], "agreement"))
    return true; /* "an agreement to buy 40 aircraft": of a firm, and the purchase is told */
  uint32_t far =
      m->at > 2 && s->tokens[m->at - 1].genitive ? 3 : 2; /* "the telecoms group's tariffs" */
  return has_other_sense(s, m->at > far ? m->at - far : 0, (uint32_t)m->at + m->n + 2,
                         (uint32_t)m->at + m->n);
}

/* The rate of a word that is none without it, "the U.S. rate on Japan"; false: it stays without, "the overall U.S. rate
 * on", and says nothing. */
static bool take_loose(const struct news_rules *r, const struct news_sentence *s,
                       const struct news_hit *h, struct news_mention *m) {
  bool whose = m->imposer != NEWS_NO_SIDE && m->target_count > 0, whole = m->to != 0 && whose;
  news_rate_of_owner(r, s, m);
  if (m->to == 0 && news_word_is(&s->tokens[h->at], "total")) return false;
  if (whose) news_rate_behind(s, m);
  if (m->definite && (m->target_count > 0 || news_will_be(s, (uint32_t)m->at + m->n) != NULL))
    news_rate_goes(s, m);
  return m->percent != 0 || m->definite || whole || news_rate_owned(r, s, m);
}

/* "Indonesia's duty dropped to 19%": a rate that it goes to. */
static bool goes_to_rate(const struct news_rules *r, const struct news_sentence *s,
                         const struct news_mention *m) {
  static const char *const leads[] = {"to", "at", "from"};
  uint32_t end = (uint32_t)m->at + m->n;
  if (m->form != NEWS_NOUN || m->imposer == NEWS_NO_SIDE || !news_has_rate(r, m->measure))
    return false;
  for (uint32_t at = end + 1u; at < end + 8u && at + 1 < s->count; at++)
    if (NEWS_IN(&s->tokens[at], leads) && news_hit_at(s, NC_PERCENT, at + 1) != NULL) return true;
  return false;
}

/* Whether its words say enough: "banned" needs its goods; "restrictions" alone are weak; false: they do not. */
static bool weigh(const struct news_rules *r, const struct news_sentence *s,
                  const struct news_hit *h, const struct news_deed_at *deed,
                  struct news_mention *m) {
  bool goods = strchr(r->measures[m->measure].key, 'G') != NULL;
  const struct news_hit *vague = news_hit_at(s, NC_WEAK, h->at); /* but "banned exports to" */
  bool weak = vague != NULL && m->good == NEWS_NONE && (m->form == NEWS_NOUN || vague->n >= h->n);
  if (weak && m->form != NEWS_NOUN) return false;
  bool open_deed = deed != NULL && m->form != NEWS_NOUN && goods;
  if (open_deed && m->good == NEWS_NONE && m->target_count == 0 && m->amount < 0) return false;
  bool between = m->imposer != NEWS_NO_SIDE && m->target_count > 0 && m->targets[0] != m->imposer;
  m->weak = weak && m->percent == 0 && m->to == 0 && !between && s->heads[NC_TRADE] == NEWS_NONE &&
            !goes_to_rate(r, s, m);
  return true;
}

/* Goods, places, and whom it is with, once its rates are known. */
static void take_rest(const struct news_rules *r, struct str text, const struct news_sentence *s,
                      const struct news_hit *h, const struct news_deed_at *deed, uint8_t left,
                      struct news_mention *m) {
  bool goods = strchr(r->measures[m->measure].key, 'G') != NULL;
  if (goods && m->form == NEWS_NOUN && m->good == NEWS_NONE)
    m->good = news_good_of_clause(s, m->at, m);
  bool told = m->amount >= 0 && m->target_count > 0; /* "$20 billion into American factories" */
  bool open = deed != NULL && (r->measures[m->measure].pair || (is_promise(r, m) && !told));
  m->hazy = open || news_hit_at(s, NC_HAZY, h->at) != NULL;
  take_goods(r, text, s, h, m);
  news_places_note(text, s, m);
  m->named = m->target_count > 0;
  m->each = left == 0 && m->target_count > 1 && r->measures[m->measure].pair && news_is_with(s, m);
}

/* One mention from where its words stand outward; each step may find that they name no measure there. */
static void mark_one(const struct news_rules *r, struct str text, struct news_sentence *s,
                     const struct news_hit *h) {
  struct news_mention m = {.measure = h->ref / 4,
                           .at = h->at,
                           .n = h->n,
                           .head = h->at,
                           .verb = h->at,
                           .form = (uint8_t)(h->ref % 4),
                           .loose = h->ref % 4 == NEWS_LOOSE,
                           .many = is_many(text, s, h),
                           .good = NEWS_NONE,
                           .amount = -1};
  const struct news_deed_at *deed = deed_at(s, h);
  uint8_t left = 0;
  if (deed != NULL) take_deed(s, &m, deed);
  if (!take_form(s, h, &m)) return;
  bool rate = m.form == NEWS_NOUN && news_has_rate(r, m.measure);
  if (!take_left(r, s, h, deed, &m, &left)) return;
  take_right(r, s, h, deed, rate, &m);
  if (is_other_thing(s, h, &m) || on_what_leaves(r, s, h, &m)) return;
  if (m.worldwide && m.target_count == 0 && strcmp(r->measures[m.measure].kind, "probe") == 0)
    news_take_including(s, &m);
  if (m.loose && !take_loose(r, s, h, &m)) return;
  if (rate) news_take_ceiling(s, &m);
  take_rest(r, text, s, h, deed, left, &m);
  if (weigh(r, s, h, deed, &m)) news_mention_publish(r, s, &m);
}

/* A noun by the article before it. */
static bool is_noun(const struct news_sentence *s, const struct news_hit *h) {
  return h->ref % 4 == NEWS_NOUN && h->at > 0 && news_led_in(s, h->at - 1u);
}

void news_mentions_mark(const struct news_rules *r, struct str text, struct news_sentence *s) {
  uint32_t behind = 0;
  s->mention_count = 0;
  if (s->heads[NC_KIND] == NEWS_NONE) {
    if (r->bare != NEWS_NONE) news_mark_bare(r, s, r->bare);
    return;
  }
  for (uint32_t at = 0; at < s->count && s->mention_count < NEWS_MENTIONS; at++) {
    const struct news_hit *h = news_hit_at(s, NC_KIND, at), *best = h;
    if (h == NULL || at < behind) continue;
    for (uint16_t i = h->next; i != NEWS_NONE; i = s->hits[i].next)
      if (s->hits[i].at == at &&
          (s->hits[i].n > best->n || (s->hits[i].n == best->n && is_noun(s, &s->hits[i]))))
        best = &s->hits[i]; /* "the purchase of", "to purchase" */
    behind = at + best->n;
    struct news_hit copy = *best;
    mark_one(r, text, s, &copy);
  }
  if (r->bare != NEWS_NONE) news_mark_bare(r, s, r->bare);
}
