// SPDX-License-Identifier: Apache-2.0
// Measures spoken of: a word for a measure with what stands around it, "a 25% tariff on steel from Canada".
//
// To the left a mention takes what an English noun takes before it: whose it is, its number, goods, adjectives the
// word files list, an article that ends it. To the right it takes phrases behind prepositions. It ends at marks, days
// and words that do something, so that the verb a rule looks for stays outside.
#include <string.h>

#include "news/mentions.h"

#define FAR_RIGHT 18
#define ASIDE     16

/* ---- to the right --------------------------------------------------------------------------------------------------- */

static void take_party(const struct news_rules *r, struct news_mention *m, uint16_t side,
                       uint16_t before) {
  const struct news_measure *kind = &r->measures[m->measure];
  bool by = before == NC_NP_BY && m->form != NEWS_ACT; /* "to invest in projects run by" */
  bool imposes =
      !kind->pair && (by || (before == NC_NP_IN && (m->loose || strchr(kind->key, '%') != NULL)) ||
                      (before == NEWS_NONE && m->form == NEWS_NOUN));
  bool taken = before == NC_NP_TO && m->sent && strchr(kind->key, '%') != NULL;
  if ((imposes || taken) && m->imposer == NEWS_NO_SIDE) m->imposer = (uint8_t)side;
  if (imposes || taken) return; /* "on its exports to the United States" */
  if (kind->pair || m->imposer != side || m->form != NEWS_NOUN) news_target_add(m, side);
}

/* "chip design software" is software. */
static bool is_head(const struct news_sentence *s, uint32_t at) {
  for (uint32_t k = at; k > 0 && k + 3 > at; k--) {
    if (k < at && news_ending(s, NC_GOOD, k) != NULL) return true;
    if (s->tokens[k - 1].kind != NEWS_WORD || s->busy[k - 1] || s->np[k - 1] != 0) return false;
  }
  return false;
}

/* A number, a good or a side at the place: how many tokens it takes; 0: none. */
static uint32_t take_right(const struct news_rules *r, const struct news_sentence *s,
                           struct news_mention *m, uint32_t at, uint16_t before) {
  const struct news_hit *h = news_hit_at(s, NC_PERCENT, at);
  if (h != NULL) {
    uint32_t end = at + h->n;
    if (end < s->count && news_word_is(&s->tokens[end], "of") && before == NC_NP_ON)
      return h->n; /* tariffs on 99% of American goods */
    if (before == NC_NP_TO)
      m->to = s->values[h->ref];
    else if (before == NC_NP_FROM)
      m->was = s->values[h->ref];
    else if (m->percent == 0)
      m->percent = s->values[h->ref];
    return h->n;
  }
  if ((h = news_hit_at(s, NC_AMOUNT, at)) != NULL) {
    if (m->amount < 0) m->amount = s->values[h->ref];
    return h->n;
  }
  if ((h = news_hit_at(s, NC_PARTY, at)) != NULL) {
    bool law = news_word_is(&s->tokens[at], "section"); /* one of its own */
    take_party(r, m, h->ref, law ? NC_NP_BY : before);
    return h->n;
  }
  if ((h = news_hit_at(s, NC_GOOD, at)) == NULL) return 0;
  if (m->good == NEWS_NONE || is_head(s, at)) m->good = h->ref;
  return h->n;
}

/* "Tariffs on steel, at 50 percent, stay": behind the number that stands between commas. */
static uint32_t apposed(const struct news_sentence *s, struct news_mention *m, uint32_t end) {
  uint32_t at = end + 1;
  if (at + 2 >= s->count || s->tokens[end].kind != NEWS_MARK || m->percent != 0) return end;
  if (news_word_is(&s->tokens[at], "now") || news_word_is(&s->tokens[at], "currently")) at++;
  if (news_word_is(&s->tokens[at], "at")) at++;
  const struct news_hit *h = at > end + 1u ? news_hit_at(s, NC_PERCENT, at) : NULL;
  if (h == NULL) return end;
  m->percent = s->values[h->ref];
  at += h->n;
  return at < s->count && s->tokens[at].kind == NEWS_MARK ? at + 1 : at;
}

/* Of "no more than", "up to" before a rate. */
static bool bounds(const struct news_token *t) {
  static const char *const words[] = {"no",   "not",   "more", "less", "than", "up",
                                      "to",   "at",    "most", "as",   "much", "high",
                                      "over", "above", "well", "least"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (news_word_is(t, words[i])) return true;
  return false;
}

static uint32_t past_hedge(const struct news_sentence *s, uint32_t at) {
  uint32_t k = at;
  while (k < s->count && k < at + 4 && bounds(&s->tokens[k])) k++;
  return k > at + 1 && k < s->count && news_hit_at(s, NC_PERCENT, k) != NULL ? k : at;
}

static void scan_right(const struct news_rules *r, const struct news_sentence *s,
                       struct news_mention *m, uint32_t start) {
  uint16_t before = NEWS_NONE;
  uint32_t at = start, end = start, was = start, odd = 0;
  const struct news_measure *kind = &r->measures[m->measure];
  while (at < s->count && at - start < FAR_RIGHT) {
    if (at == end && at > start && news_hit_at(s, NC_DATE, at) == NULL && news_lists(s, at)) {
      at = news_behind_list(s, at);
      end = at;
      continue;
    }
    uint32_t row = at == end ? news_behind_sides(s, at) : at;
    if (row > at) { /* from Canada, Mexico and China */
      for (; at < row; at++) {
        const struct news_hit *h = news_hit_at(s, NC_PARTY, at);
        if (h != NULL) take_party(r, m, h->ref, before);
      }
      end = at;
      continue;
    }
    bool behind = at == start && at + 1 < s->count && s->np[at + 1] != 0; /* "Trade Deal" with */
    bool within = before != NEWS_NONE || m->form != NEWS_NOUN || behind;
    if (within && (s->tokens[at].kind == NEWS_OPEN || s->tokens[at].kind == NEWS_CLOSE)) {
      at++; /* controls on "any and all critical software" */
      continue;
    }
    if (at + 2 < s->count && news_word_is(&s->tokens[at], "in") &&
        news_np_class(s, at + 2) == NC_NP_ON &&
        (news_word_is(&s->tokens[at + 1], "place") || news_word_is(&s->tokens[at + 1], "force"))) {
      at += 2; /* "a tariff in place on Canadian copper" */
      continue;
    }
    if (at + 1 < s->count && news_word_is(&s->tokens[at], "in") &&
        (news_word_is(&s->tokens[at + 1], "exchange") ||
         news_word_is(&s->tokens[at + 1], "return")))
      break; /* "in exchange for a promise by China" */
    at = past_hedge(s, at);
    if (s->tokens[at].kind != NEWS_WORD && s->tokens[at].kind != NEWS_NUMERAL) break;
    if (news_names_kind(s, at) && at == end && end > start) end = was; /* "against US tariffs" */
    if (news_hit_at(s, NC_DATE, at) != NULL || news_names_kind(s, at) || news_another(s, at)) break;
    uint32_t n = take_right(r, s, m, at, before);
    if (n > 0) {
      was = end;
      at = end = at + n;
      odd = 0;
      continue;
    }
    uint16_t class = news_word_is(&s->tokens[at], "into") ? NC_NP_IN : news_np_class(s, at);
    m->sent = m->sent || news_word_is(&s->tokens[at], "exports") ||
              news_word_is(&s->tokens[at], "shipments");
    if (news_tells_more(s, at)) {
      const struct news_hit *who = news_hit_at(s, NC_PARTY, at + 1);
      bool acts = who != NULL && news_hit_at(s, NC_ACTOR, at + 1) != NULL &&
                  news_decides(s, at + 1u + who->n);
      if (acts && !kind->pair && m->imposer == NEWS_NO_SIDE) m->imposer = (uint8_t)who->ref;
      break; /* "the levies that Beijing imposed" */
    }
    if (class == NC_NP_AND && m->bare && before == NEWS_NONE) break; /* "pay 50% and copper" */
    if (class == NC_NP_ALL) m->worldwide = true;
    if ((class == NC_NP_BY || class == NC_NP_IN) && at > 0 &&
        news_hit_at(s, NC_MADE, at - 1) != NULL)
      before = NC_NP_ON; /* "ships owned by Americans" are what is hit */
    else if (class == NC_NP_ON || class == NC_NP_BY || class == NC_NP_TO || class == NC_NP_FROM ||
             class == NC_NP_IN)
      before = class;
    else if (class == NC_NP_ITS)
      m->theirs = before == NC_NP_ON;
    else if (class == NC_NP_IT)
      break;
    else if (news_word_is(&s->tokens[at], "them") && before == NC_NP_ON) {
      m->them = true;
      end = at + 1;
      break;
    } else if (class == NEWS_NONE && !news_possessive(s, at)) {
      bool bare = before == NEWS_NONE && (m->form == NEWS_NOUN || odd > 0);
      if (s->busy[at] || odd >= 2 || before == NC_NP_TO || bare) break;
      odd++;
    } else if (class == NC_NP_WORD || class == NC_NP_ALL)
      end = before != NEWS_NONE ? at + 1 : end;
    at++;
  }
  m->n = (uint16_t)(apposed(s, m, end) - m->at);
}

/* ", which Trump announced in May,": the mention reaches over what is added between commas. 0: nothing is. */
static uint32_t past_aside(const struct news_sentence *s, uint32_t end) {
  if (end + 3 >= s->count || s->tokens[end].kind != NEWS_MARK) return 0;
  if (s->np[end + 1] == NC_NP_AND - NC_NP_A + 1 || news_hit_at(s, NC_GOOD, end + 1) != NULL)
    return 0; /* steel, copper and ... */
  for (uint32_t at = end + 2; at < s->count && at < end + ASIDE; at++)
    if (s->tokens[at].kind != NEWS_WORD && s->tokens[at].kind != NEWS_NUMERAL)
      return s->tokens[at].kind == NEWS_MARK && !s->tokens[at].ends ? at + 1 : 0;
  return 0;
}

/* ---- marking ----------------------------------------------------------------------------------------------------------- */

static void publish(const struct news_rules *r, struct news_sentence *s, struct news_mention *m) {
  const struct news_measure *kind = &r->measures[m->measure];
  uint16_t own = m->form == NEWS_NOUN ? kind->noun : m->form == NEWS_ACT ? kind->act : kind->done;
  news_hit_add(s, own, m->at, m->n, s->mention_count);
  news_hit_add(s, kind->group[m->form], m->at, m->n, s->mention_count);
  uint32_t past = m->form == NEWS_NOUN ? past_aside(s, (uint32_t)m->at + m->n) : 0;
  if (past == 0 && m->form == NEWS_NOUN && !kind->pair) past = news_past_clause(s, m);
  if (past > 0) {
    news_hit_add(s, own, m->at, past - m->at, s->mention_count);
    news_hit_add(s, kind->group[m->form], m->at, past - m->at, s->mention_count);
  }
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
  const struct news_hit *who = news_ending(s, NC_ACTOR, h->at);
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

/* "tariffs": the last word of the noun. */
static bool is_many(struct str text, const struct news_sentence *s, const struct news_hit *h) {
  const struct news_token *t = &s->tokens[h->at + h->n - 1];
  return t->kind == NEWS_WORD && t->n > 2 && text.p[t->at + t->n - 1] == 's';
}

static void mark_one(const struct news_rules *r, struct str text, struct news_sentence *s,
                     const struct news_hit *h) {
  struct news_mention m = {.measure = h->ref / 4,
                           .at = h->at,
                           .n = h->n,
                           .head = h->at,
                           .form = (uint8_t)(h->ref % 4),
                           .loose = h->ref % 4 == NEWS_LOOSE,
                           .many = is_many(text, s, h),
                           .good = NEWS_NONE,
                           .amount = -1};
  if (m.loose && beside_kind(s, h)) return;
  if (m.loose) m.form = NEWS_NOUN;
  if (m.form == NEWS_NOUN && is_deed(s, h)) return;
  if (m.form == NEWS_NOUN && bans_there(s, h)) m.form = NEWS_DONE;
  if (h->at > 1 && news_word_is(&s->tokens[h->at - 1], "than") &&
      news_word_is(&s->tokens[h->at - 2], "other"))
    return; /* "countermeasures other than tariffs" */
  if (m.form == NEWS_NOUN) news_scan_left(r, s, &m);
  uint8_t left = m.target_count;
  if (m.form == NEWS_ACT && h->at > 0 && news_word_is(&s->tokens[h->at], "meeting") &&
      (news_led_in(s, h->at - 1u) || news_np_class(s, h->at - 1u) == NC_NP_WORD)) {
    m.form = NEWS_NOUN; /* "a further meeting with" */
    news_scan_left(r, s, &m);
  }
  if (m.form != NEWS_NOUN && h->at > 0 &&
      (news_np_class(s, h->at - 1) == NC_NP_THE || news_np_class(s, h->at - 1) == NC_NP_A))
    return; /* a noun */
  if (m.form == NEWS_NOUN) news_amount_left(s, &m);
  if (m.form == NEWS_NOUN && strchr(r->measures[m.measure].key, '%') != NULL)
    news_points_left(s, &m);
  scan_right(r, s, &m, (uint32_t)h->at + h->n);
  if (news_has(s, NC_NP_NOT, m.at > 1 ? m.at - 2u : 0, (uint32_t)m.at + m.n + 2)) return;
  if (m.loose && m.percent == 0 && !m.definite) return;
  bool goods = strchr(r->measures[m.measure].key, 'G') != NULL;
  if (goods && m.form == NEWS_NOUN && m.good == NEWS_NONE) m.good = news_good_of_clause(s, m.at);
  m.hazy = news_hit_at(s, NC_HAZY, h->at) != NULL;
  for (uint32_t k = h->at; m.good == NEWS_NONE && k < (uint32_t)h->at + h->n; k++)
    if (news_hit_at(s, NC_GOOD, k) != NULL) m.good = news_hit_at(s, NC_GOOD, k)->ref;
  news_places_note(text, s, &m);
  m.named = m.target_count > 0;
  m.each = left == 0 && m.target_count > 1 && r->measures[m.measure].pair && news_is_with(s, &m);
  bool weak = news_hit_at(s, NC_WEAK, h->at) != NULL && m.good == NEWS_NONE;
  if (weak && m.form != NEWS_NOUN) return; /* "banned" needs its goods */
  bool between = m.imposer != NEWS_NO_SIDE && m.target_count > 0 && m.targets[0] != m.imposer;
  m.weak = weak && m.percent == 0 && m.to == 0 && !between && s->heads[NC_TRADE] == NEWS_NONE;
  publish(r, s, &m);
}

/* "on top of the 40% that", "keep the remaining 10%", "compared with 40% for". */
static bool beside_old(const struct news_sentence *s, const struct news_hit *p) {
  uint32_t at = p->at, end = (uint32_t)p->at + p->n;
  if (at < 3 || (end < s->count && news_word_is(&s->tokens[end], "of"))) return false;
  const struct news_token *t = &s->tokens[at - 1];
  if (news_word_is(t, "remaining")) {
    for (uint32_t k = at; k + 4u > at && k > 0; k--)
      if (news_hit_at(s, NC_STAYS, k - 1) != NULL) return true;
    return false;
  }
  if (news_word_is(t, "with") && news_word_is(&t[-1], "compared") && end + 1 < s->count)
    return news_word_is(&s->tokens[end], "for") || news_word_is(&s->tokens[end], "on");
  if (!news_word_is(t, "the") ||
      !news_word_is(&t[-1], at > 3 && news_word_is(&t[-2], "addition") ? "to" : "of"))
    return false;
  bool old = news_word_is(&t[-2], "top") || news_word_is(&t[-2], "addition");
  return old && end < s->count && s->tokens[end].kind == NEWS_WORD;
}

/* "charge South Korea 50%": the land whose rate it is; NULL: none. */
static const struct news_hit *of_land(const struct news_sentence *s, const struct news_hit *p) {
  uint32_t end = (uint32_t)p->at + p->n;
  const struct news_hit *who = p->at > 1 ? news_ending(s, NC_PARTY, p->at) : NULL;
  bool goes_on = end < s->count && s->tokens[end].kind == NEWS_WORD && s->np[end] == 0 &&
                 news_hit_at(s, NC_DATE, end) == NULL && news_hit_at(s, NC_AFTER, end) == NULL &&
                 !news_word_is(&s->tokens[end], "under");
  if (who == NULL || who->at == 0 || goes_on) return NULL;
  uint32_t lead = who->at - 1u - (who->at > 1 && news_np_class(s, who->at - 1u) == NC_NP_THE);
  if (news_word_is(&s->tokens[lead], "charge") || news_word_is(&s->tokens[lead], "charges") ||
      news_word_is(&s->tokens[lead], "charged") || news_word_is(&s->tokens[lead], "charging"))
    return who;
  return NULL;
}

/* "an extra 10% on cars", "pay 50 per cent", "steel stays at 50 percent": a number that speaks for itself. */
static bool stands_alone(const struct news_sentence *s, const struct news_hit *p, uint16_t *good) {
  uint32_t end = (uint32_t)p->at + p->n, lead = p->at;
  while (lead > 0 && lead + 4u > p->at && bounds(&s->tokens[lead - 1])) lead--;
  uint32_t low = lead > 3 ? lead - 3u : 0;
  if (end < s->count && news_np_class(s, end) == NC_NP_ON && news_word_is(&s->tokens[end], "on"))
    for (uint32_t at = end + 1; at < end + 5; at++)
      if (news_hit_at(s, NC_GOOD, at) != NULL || news_hit_at(s, NC_PARTY, at) != NULL) return true;
  if (p->at > 1 && news_word_is(&s->tokens[p->at - 1], "of") &&
      news_word_is(&s->tokens[p->at - 2], "one"))
    return true; /* "and one of 20% on wine" */
  if (beside_old(s, p) || of_land(s, p) != NULL) return true;
  if (news_word_is(&s->tokens[end - 1], "points") && end < s->count && s->busy[end])
    return true; /* "another 24 points were suspended" */
  if (p->at > 1 && news_word_is(&s->tokens[p->at - 1], "remaining") &&
      news_np_class(s, p->at - 2u) == NC_NP_THE &&
      !(end < s->count && news_word_is(&s->tokens[end], "of")))
    return true; /* "and keep the remaining 10%" */
  const struct news_hit *who = p->at > 1 ? news_ending(s, NC_ACTOR, p->at - 1u) : NULL;
  for (uint32_t at = p->at; p->at > 2 && at > 1 && at + 7u > p->at; at--)
    if (news_word_is(&s->tokens[p->at - 1], "at") &&
        (news_word_is(&s->tokens[at - 1], "taxes") || news_word_is(&s->tokens[at - 1], "taxed")))
      return true; /* "taxes Mexican goods at 35%" */
  if (who != NULL && (news_word_is(&s->tokens[p->at - 1], "charges") ||
                      news_word_is(&s->tokens[p->at - 1], "levies")))
    return true; /* "Beijing charges 125%" */
  bool plain = end < s->count && s->tokens[end].kind == NEWS_WORD && s->np[end] == 0 &&
               news_hit_at(s, NC_DATE, end) == NULL && news_hit_at(s, NC_AFTER, end) == NULL;
  bool the = p->at > 0 && (news_np_class(s, p->at - 1) == NC_NP_THE ||
                           (p->at > 1 && news_np_class(s, p->at - 1) == NC_NP_WORD &&
                            news_np_class(s, p->at - 2) == NC_NP_THE));
  if (the && news_hit_at(s, NC_STAYS, end) != NULL)
    return true;                                       /* "The present 25 percent stays" */
  if (news_has(s, NC_OWES, low, p->at)) return !plain; /* not "faces a 40% fall" */
  if (p->at < 3 || !news_word_is(&s->tokens[p->at - 1], "at") ||
      !news_has(s, NC_STAYS, p->at - 2u, p->at))
    return false;
  for (uint32_t at = p->at - 2u; at > 0 && at + 5u > p->at; at--) {
    const struct news_hit *h = news_ending(s, NC_GOOD, at);
    if (h == NULL) continue;
    *good = h->ref;
    return true;
  }
  return false;
}

static void mark_bare(const struct news_rules *r, struct news_sentence *s, uint16_t tariff) {
  for (uint16_t i = s->heads[NC_PERCENT]; i != NEWS_NONE; i = s->hits[i].next) {
    struct news_hit p = s->hits[i];
    uint16_t good = NEWS_NONE;
    bool inside = false;
    for (uint8_t k = 0; k < s->mention_count; k++)
      inside = inside ||
               (p.at >= s->mentions[k].at && p.at < (uint32_t)s->mentions[k].at + s->mentions[k].n);
    if (inside || s->mention_count >= NEWS_MENTIONS || !stands_alone(s, &p, &good)) continue;
    uint16_t one = p.at > 1 && news_word_is(&s->tokens[p.at - 1], "of") &&
                           news_word_is(&s->tokens[p.at - 2], "one")
                       ? 2
                       : 0; /* "China has one of 10%" */
    struct news_mention m = {.measure = tariff,
                             .at = (uint16_t)(p.at - one),
                             .n = (uint16_t)(p.n + one),
                             .head = p.at,
                             .form = NEWS_NOUN,
                             .good = good,
                             .amount = -1,
                             .percent = s->values[p.ref],
                             .bare = true,
                             .loose = true};
    if (m.good == NEWS_NONE) m.good = news_good_of_clause(s, p.at);
    const struct news_hit *land = of_land(s, &p);
    if (land != NULL) { /* "South Korea 25%" */
      m.at = land->at;
      m.n = (uint16_t)(p.at + p.n - land->at);
      news_target_add(&m, land->ref);
    }
    const struct news_hit *who =
        land == NULL ? news_ending(s, NC_ACTOR, p.at > 0 ? p.at - 1u : 0) : NULL;
    const struct news_hit *side = who != NULL ? news_hit_at(s, NC_PARTY, who->at) : NULL;
    bool joined = p.at > 0 && s->np[p.at - 1] != 0; /* "30% on India and 55% on Japan" */
    if (side != NULL && !joined && news_hit_at(s, NC_OWES, p.at - 1u) == NULL)
      m.imposer = (uint8_t)side->ref; /* "Beijing charges 125%" */
    m.definite = p.at > 1 && (news_np_class(s, p.at - 1u) == NC_NP_THE ||
                              news_np_class(s, p.at - 2u) == NC_NP_THE);
    m.definite = m.definite || news_word_is(&s->tokens[p.at + p.n - 1u], "points");
    scan_right(r, s, &m, (uint32_t)p.at + p.n);
    if (news_has(s, NC_NP_NOT, p.at > 3 ? p.at - 3u : 0, (uint32_t)m.at + m.n + 2)) continue;
    if (news_has(s, NC_KIND, m.at, (uint32_t)m.at + m.n)) continue;
    publish(r, s, &m);
  }
}

void news_mentions_mark(const struct news_rules *r, struct str text, struct news_sentence *s) {
  uint32_t behind = 0;
  s->mention_count = 0;
  if (s->heads[NC_KIND] == NEWS_NONE) {
    if (r->bare != NEWS_NONE) mark_bare(r, s, r->bare);
    return;
  }
  for (uint32_t at = 0; at < s->count && s->mention_count < NEWS_MENTIONS; at++) {
    const struct news_hit *h = news_hit_at(s, NC_KIND, at), *best = h;
    if (h == NULL || at < behind) continue;
    for (uint16_t i = h->next; i != NEWS_NONE; i = s->hits[i].next)
      if (s->hits[i].at == at && s->hits[i].n > best->n) best = &s->hits[i];
    behind = at + best->n;
    struct news_hit copy = *best;
    mark_one(r, text, s, &copy);
  }
  if (r->bare != NEWS_NONE) mark_bare(r, s, r->bare);
}
