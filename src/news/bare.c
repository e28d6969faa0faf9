// SPDX-License-Identifier: Apache-2.0
// Rates that are a duty though no noun says so: "the 35% on Canada", "faces 30%".
#include <string.h>

#include "news/mentions.h"

/* "on top of the 40% that", "keep the remaining 10%", "compared with 40% for". */
static bool beside_old(const struct news_sentence *s, const struct news_hit *p) {
  uint32_t at = p->at, end = (uint32_t)p->at + p->n;
  if (at < 3 || (end < s->count && news_word_is(&s->tokens[end], "of"))) return false;
  const struct news_token *t = &s->tokens[at - 1];
  if (news_word_is(t, "remaining")) {
    for (uint32_t k = at; k + 4u > at && k > 0; k--)
      if (news_hit_at(s, NC_STAYS, k - 1) != NULL || news_word_is(&s->tokens[k - 1], "charges") ||
          news_word_is(&s->tokens[k - 1], "retain") || news_word_is(&s->tokens[k - 1], "retains"))
        return true;
    return false;
  }
  bool compares = news_word_is(&t[-1], "compares") && at == 3; /* "That compares with 50% for" */
  if (news_word_is(t, "with") && (news_word_is(&t[-1], "compared") || compares) &&
      end + 1 < s->count &&
      (s->heads[NC_KIND] != NEWS_NONE || s->heads[NC_OWES] != NEWS_NONE || compares))
    return news_word_is(&s->tokens[end], "for") || news_word_is(&s->tokens[end], "on");
  if (!news_word_is(t, "the") ||
      !news_word_is(&t[-1], at > 3 && news_word_is(&t[-2], "addition") ? "to" : "of"))
    return false;
  bool old = news_word_is(&t[-2], "top") || news_word_is(&t[-2], "addition");
  return old && end < s->count && s->tokens[end].kind == NEWS_WORD;
}

/* "charge South Korea 50%", "charges Indonesian goods 19%": where whom it names begins; 0: the number goes on to something. */
static uint32_t of_land(const struct news_sentence *s, const struct news_hit *p,
                        struct news_mention *m) {
  uint32_t end = (uint32_t)p->at + p->n;
  bool goes_on = end < s->count && s->tokens[end].kind == NEWS_WORD && s->np[end] == 0 &&
                 news_hit_at(s, NC_DATE, end) == NULL && news_hit_at(s, NC_AFTER, end) == NULL &&
                 !news_word_is(&s->tokens[end], "under");
  return goes_on ? 0 : news_take_charged(s, m, p->at);
}

static bool is_one(const struct news_sentence *s, uint32_t at) {
  return at < s->count &&
         (news_word_is(&s->tokens[at], "one") || news_word_is(&s->tokens[at], "ones"));
}

/* Of a measure that has its noun. */
static bool in_noun(const struct news_sentence *s, uint32_t at) {
  for (uint8_t k = 0; k < s->mention_count; k++) {
    const struct news_mention *x = &s->mentions[k];
    if (!x->bare && at >= x->at && at < (uint32_t)x->at + x->n) return true;
  }
  return false;
}

/* "threatened Indonesia with 32%", "told to brace for 35%": a rate that is only threatened. */
static bool is_menaced(const struct news_sentence *s, uint32_t at, uint32_t low) {
  if (news_has(s, NC_BRACES, low, at)) return true;
  bool with = false;
  for (uint32_t k = low; k < at; k++) with = with || news_word_is(&s->tokens[k], "with");
  return with && news_has(s, NC_THREATENS, low > 6 ? low - 6u : 0, at);
}

/* "China, meanwhile, charges 10%", "has so far collected 10%": who stands before the verb that stands before the rate; NULL. */
static const struct news_hit *charger(const struct news_sentence *s, const struct news_hit *p) {
  static const char *const helps[] = {"has", "have", "had", "is", "still", "now", "also"};
  uint32_t at = p->at;
  while (at > 2 && at + 3u > p->at && news_bounds(&s->tokens[at - 1])) at--; /* "up to" */
  if (at < 2 || !news_in_class(s, NC_COLLECTS, at - 1)) return NULL;
  at--;
  while (at > 1 &&
         (NEWS_IN(&s->tokens[at - 1], helps) || news_hit_at(s, NC_ADVERB, at - 1) != NULL))
    at--;
  const struct news_hit *who = news_ending(s, NC_ACTOR, at);
  if (who != NULL || at < 4 || s->tokens[at - 1].kind != NEWS_MARK) return who;
  for (uint32_t k = at - 2; k > 0 && k + 5u > at; k--) /* ", for its part," */
    if (s->tokens[k].kind == NEWS_MARK) return news_ending(s, NC_ACTOR, k);
  return NULL;
}

/* "A further 24% is suspended until": what is done to measures alone is done to the rate. */
static bool is_handled(const struct news_sentence *s, const struct news_hit *p) {
  static const char *const more[] = {"another", "further", "additional",
                                     "extra",   "other",   "remaining"};
  static const char *const helps[] = {"is",     "are",  "was",   "were",    "has",  "have",
                                      "had",    "been", "be",    "stays",   "stay", "remains",
                                      "remain", "will", "would", "remained"};
  uint32_t at = (uint32_t)p->at + p->n;
  if (p->at == 0 || !NEWS_IN(&s->tokens[p->at - 1], more)) return false;
  bool helped = false;
  while (at < s->count &&
         (NEWS_IN(&s->tokens[at], helps) || news_hit_at(s, NC_ADVERB, at) != NULL)) {
    helped = true;
    at++;
  }
  return helped && at < s->count &&
         (news_hit_at(s, NC_HANDLES, at) != NULL || news_hit_at(s, NC_LIFTED, at) != NULL);
}

/* "imposed a 10% tariff and added 40% in July": a rate beside one that has its noun. */
static bool adds_beside(const struct news_sentence *s, uint32_t at) {
  static const char *const verbs[] = {"add", "adds", "added", "adding"};
  if (at < 4 || !NEWS_IN(&s->tokens[at - 1], verbs)) return false;
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (!s->mentions[k].bare && s->mentions[k].percent > 0 && s->mentions[k].at < at) return true;
  return false;
}

/* "would add another 100%": on top of the duties there are. */
static bool is_added(const struct news_sentence *s, const struct news_hit *p) {
  static const char *const more[] = {"another", "further", "additional", "extra"};
  static const char *const joints[] = {"by", "through", "under", "via"};
  uint32_t end = (uint32_t)p->at + p->n, at = p->at;
  if (adds_beside(s, at))
    return end >= s->count || s->tokens[end].kind != NEWS_WORD || s->np[end] != 0 ||
           NEWS_IN(&s->tokens[end], joints) || news_hit_at(s, NC_DATE, end) != NULL;
  if (at < 3 || !NEWS_IN(&s->tokens[at - 1], more)) return false;
  at -= 1u + (news_np_class(s, at - 2) == NC_NP_A && !news_word_is(&s->tokens[at - 1], "another"));
  bool goes_on = end < s->count && s->tokens[end].kind == NEWS_WORD && s->np[end] == 0 &&
                 news_hit_at(s, NC_DATE, end) == NULL && news_hit_at(s, NC_AFTER, end) == NULL;
  return at > 0 && news_in_class(s, NC_PUTS_ON, at - 1) && !goes_on;
}

/* "levies of 10% and 15%", "duties of 10% to 15%": the second, behind a measure with its noun that ends with the first. */
static bool is_second(const struct news_sentence *s, const struct news_hit *p) {
  static const char *const joins[] = {"and", "or", "to"};
  if (p->at < 3 || !NEWS_IN(&s->tokens[p->at - 1], joins)) return false;
  const struct news_hit *low = news_ending(s, NC_PERCENT, p->at - 1u);
  for (uint8_t k = 0; low != NULL && k < s->mention_count; k++) {
    const struct news_mention *x = &s->mentions[k];
    if ((uint32_t)x->at + x->n + 1u == p->at && x->many && x->to == 0 && x->was == 0 &&
        x->head < low->at && x->percent == s->values[low->ref])
      return true;
  }
  return false;
}

/* "one of 10%", "ones of 10%" */
static bool led_by_one(const struct news_sentence *s, const struct news_hit *p) {
  return p->at > 1 && news_word_is(&s->tokens[p->at - 1], "of") &&
         (news_word_is(&s->tokens[p->at - 2], "one") ||
          news_word_is(&s->tokens[p->at - 2], "ones"));
}

/* Before "and" or a comma; the place itself: none stands there. */
static uint32_t before_joint(const struct news_sentence *s, uint32_t at) {
  if (at > 0 && news_word_is(&s->tokens[at - 1], "and")) at--;
  return at - (uint32_t)(at > 0 && s->tokens[at - 1].kind == NEWS_MARK);
}

/* "duties of 25% for China, 39% for Korea and 20% for Peru": a rate of a row whose first is in a measure. */
static bool next_of_row(const struct news_sentence *s, const struct news_hit *p, uint32_t end) {
  if (end >= s->count || !news_word_is(&s->tokens[end], "for") ||
      !news_has(s, NC_PARTY, end + 1, end + 3))
    return false;
  while (p != NULL) {
    uint32_t at = before_joint(s, p->at), low = at > 4 ? at - 4u : 0;
    if (at == p->at || news_ending(s, NC_PARTY, at) == NULL) return false;
    while (at > low && !news_word_is(&s->tokens[at - 1], "for")) at--;
    p = at > low ? news_ending(s, NC_PERCENT, at - 1u) : NULL; /* "25%" before "for China" */
    for (uint8_t k = 0; k < s->mention_count && p != NULL; k++) {
      const struct news_mention *x = &s->mentions[k];
      if (!x->bare && x->at < p->at && p->at < x->at + x->n && x->percent > 0) return true;
    }
  }
  return false;
}

/* "10% on cars", "one of 20% on wine", "the remaining 10%": what stands right beside the number says what it is. */
static bool is_rate_there(const struct news_sentence *s, const struct news_hit *p) {
  uint32_t end = (uint32_t)p->at + p->n;
  if (end < s->count && news_np_class(s, end) == NC_NP_ON && news_word_is(&s->tokens[end], "on"))
    for (uint32_t at = end + 1; at < end + 5; at++)
      if (news_hit_at(s, NC_GOOD, at) != NULL || news_hit_at(s, NC_PARTY, at) != NULL ||
          news_hit_at(s, NC_KNOWN_AS, at) != NULL) /* "the 20% on fentanyl" */
        return true;
  if (led_by_one(s, p)) return true; /* "and one of 20% on wine" */
  return next_of_row(s, p, end);
}

/* "another 24 points were suspended", "keep the remaining 10%", "taxes Mexican goods at 35%": a part of what is paid. */
static bool is_part(const struct news_sentence *s, const struct news_hit *p, uint32_t lead) {
  uint32_t end = (uint32_t)p->at + p->n;
  struct news_mention any = {.imposer = NEWS_NO_SIDE, .good = NEWS_NONE};
  if (beside_old(s, p) || of_land(s, p, &any) > 0) return true;
  if (news_word_is(&s->tokens[end - 1], "points") && end < s->count && s->busy[end]) return true;
  if (p->at > 1 && news_word_is(&s->tokens[p->at - 1], "remaining") &&
      news_np_class(s, p->at - 2u) == NC_NP_THE &&
      !(end < s->count && news_word_is(&s->tokens[end], "of")))
    return true;
  if (lead > 2 &&
      (news_word_is(&s->tokens[lead], "at") || news_word_is(&s->tokens[lead - 1], "at")) &&
      news_has(s, NC_RATED, lead > 16 ? lead - 16u : 0, lead - 1))
    return true;
  return is_handled(s, p) || is_added(s, p) || is_second(s, p) ||
         charger(s, p) != NULL; /* "Beijing charges 125%" */
}

/* "Beijing answered with 125%", "retaliated with one of 10%": behind whoever answered, where the answer begins; 0. */
static uint32_t answer_at(const struct news_sentence *s, const struct news_hit *p) {
  uint32_t at = p->at;
  if (led_by_one(s, p)) at -= 2u;
  while (at > 2 && at + 4u > p->at && news_bounds(&s->tokens[at - 1])) at--; /* "up to" */
  if (at < 2 || !news_word_is(&s->tokens[at - 1], "with")) return 0;
  at--;
  if (at > 3 && news_word_is(&s->tokens[at - 1], "kind")) at -= 2u; /* "responded in kind with" */
  const struct news_hit *verb = news_ending(s, NC_REPLIES, at);
  return verb != NULL ? verb->at : 0;
}

/* A noun follows that the number may be of: "faces a 40% fall", "pay 40% more for it". */
static bool leads_noun(const struct news_sentence *s, uint32_t end) {
  static const char *const more[] = {"more", "less", "higher", "lower", "fewer"};
  static const char *const when[] = {"again",   "there", "now",     "since",  "ever", "today",
                                     "instead", "too",   "already", "anyway", "once", "everywhere"};
  if (end >= s->count || NEWS_IN(&s->tokens[end], when)) return false; /* "have paid 18% again" */
  bool plain = s->tokens[end].kind == NEWS_WORD && s->np[end] == 0 &&
               news_hit_at(s, NC_DATE, end) == NULL && news_hit_at(s, NC_AFTER, end) == NULL;
  return plain || NEWS_IN(&s->tokens[end], more);
}

/* "the 25 percent", "the extra 15%": one that is known. */
static bool is_known(const struct news_sentence *s, const struct news_hit *p) {
  return p->at > 0 && (news_np_class(s, p->at - 1) == NC_NP_THE ||
                       (p->at > 1 && news_np_class(s, p->at - 1) == NC_NP_WORD &&
                        news_np_class(s, p->at - 2) == NC_NP_THE));
}

/* "the duty on steel and aluminum stands at 50%": the goods before the verb, and whether the number is of them. */
static bool stays_at(const struct news_sentence *s, const struct news_hit *p, uint16_t *good) {
  if (p->at < 3 || !news_word_is(&s->tokens[p->at - 1], "at") ||
      !news_has(s, NC_STAYS, p->at - 2u, p->at))
    return false;
  for (uint32_t at = p->at - 2u; at > 0 && at + 5u > p->at; at--) {
    const struct news_hit *h = news_ending(s, NC_GOOD, at);
    if (h == NULL) continue;
    *good = h->ref;
    bool those = h->at > 1 && news_word_is(&s->tokens[h->at - 1], "on") &&
                 news_word_is(&s->tokens[h->at - 2], "those"); /* a measure without its noun */
    return !those && !in_noun(s, h->at);
  }
  return false;
}

/* "Cars, which now pay 27.5%, will fall to 15%": the goods that open the sentence, and nothing of theirs but the rate. */
static bool falls_to(const struct news_sentence *s, const struct news_hit *p, uint16_t *good) {
  static const char *const verbs[] = {"fall", "drop", "go", "rise", "come"};
  uint32_t at = p->at > 3 && news_word_is(&s->tokens[p->at - 1], "to") ? p->at - 2u : 0;
  at -= at > 0 && news_word_is(&s->tokens[at], "down");
  if (at < 2 || !NEWS_IN(&s->tokens[at], verbs)) return false;
  at -= 1u + (news_hit_at(s, NC_WILL, at - 1) == NULL);
  if (news_hit_at(s, NC_WILL, at) == NULL) return false;
  for (uint16_t i = s->heads[NC_GOOD]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    uint32_t end = (uint32_t)h->at + h->n;
    if (h->at > 1 || end > at || (end != at && s->tokens[end].kind != NEWS_MARK)) continue;
    *good = h->ref;
    return end == at || s->tokens[at - 1].kind == NEWS_MARK;
  }
  return false;
}

/* "an extra 10% on cars", "pay 50 per cent", "steel stays at 50 percent": a number that speaks for itself. */
static bool stands_alone(const struct news_sentence *s, const struct news_hit *p, uint16_t *good) {
  uint32_t end = (uint32_t)p->at + p->n, lead = p->at;
  while (lead > 0 && lead + 4u > p->at && news_bounds(&s->tokens[lead - 1])) lead--;
  uint32_t low = lead;
  while (low > 1 && low + 4u > p->at && news_np_class(s, low - 1) == NC_NP_WORD)
    low--; /* "subject to the extra 40%" */
  low = low > 3 ? low - 3u : 0;
  if (is_rate_there(s, p)) return true;
  if (is_one(s, end)) return p->at > 0 && s->np[p->at - 1] != 0; /* "a 30% one on solar panels" */
  if (is_part(s, p, lead)) return true;
  if (answer_at(s, p) > 0) return !leads_noun(s, end); /* "Beijing answered with 125%" */
  bool the = is_known(s, p);
  if (the && news_puts_there(s, end)) return true; /* "the extra 15% that Beijing put on" */
  if (the && news_hit_at(s, NC_STAYS, end) != NULL)
    return true; /* "The present 25 percent stays" */
  if (news_has(s, NC_SETTLES, low, p->at) && s->heads[NC_PARTY] != NEWS_NONE)
    return !leads_noun(s, end); /* "Indonesia settled for 19%" */
  if (news_has(s, NC_OWES, low, p->at) || is_menaced(s, p->at, low))
    return !leads_noun(s, end); /* not "faces a 40% fall" */
  return stays_at(s, p, good) || falls_to(s, p, good);
}

/* The number is told already: it stands in a measure, or is both sides' at once, "charges 2.4% on both". */
static bool is_taken(const struct news_sentence *s, const struct news_hit *p) {
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (p->at >= s->mentions[k].at && p->at < (uint32_t)s->mentions[k].at + s->mentions[k].n)
      return true;
  uint32_t on = (uint32_t)p->at + p->n;
  return s->mention_count >= NEWS_MENTIONS ||
         (on + 2 < s->count && news_word_is(&s->tokens[on], "on") &&
          news_word_is(&s->tokens[on + 1], "both") && s->tokens[on + 2].kind == NEWS_MARK);
}

/* Who charges it: "Beijing charges 125%", "and Washington 25% on". */
static void take_charger(const struct news_sentence *s, const struct news_hit *p, bool compared,
                         struct news_mention *m) {
  uint32_t on = (uint32_t)p->at + p->n;
  const struct news_hit *who = charger(s, p);
  uint32_t answer = answer_at(s, p);
  if (who == NULL && answer > 0) who = news_ending(s, NC_ACTOR, answer);
  if (who == NULL) who = news_ending(s, NC_ACTOR, p->at > 0 ? p->at - 1u : 0);
  const struct news_hit *side = who != NULL ? news_hit_at(s, NC_PARTY, who->at) : NULL;
  bool joined =
      p->at > 0 && (s->np[p->at - 1] != 0 ||
                    s->tokens[p->at - 1].kind != NEWS_WORD); /* "30% on India and 55% on Japan" */
  if (side != NULL && (!joined || answer > 0) && !compared &&
      news_hit_at(s, NC_OWES, p->at - 1u) == NULL)
    m->imposer = (uint8_t)side->ref;
  const struct news_hit *elided = news_ending(s, NC_ACTOR, p->at);
  const struct news_hit *doer = elided != NULL ? news_hit_at(s, NC_PARTY, elided->at) : NULL;
  if (doer != NULL && on < s->count && news_word_is(&s->tokens[on], "on"))
    m->imposer = (uint8_t)doer->ref;
}

/* The number as a mention of its own: its goods, its land, who charges it. */
static struct news_mention mention_of(const struct news_sentence *s, const struct news_hit *p,
                                      uint16_t tariff, uint16_t good, uint32_t left) {
  bool compared = news_is_compared(s, p);
  uint16_t one = led_by_one(s, p) ? 2 : 0; /* "China has one of 10%" */
  struct news_mention m = {.measure = tariff,
                           .at = (uint16_t)(p->at - one),
                           .n = (uint16_t)(p->n + one),
                           .head = p->at,
                           .form = NEWS_NOUN,
                           .good = good,
                           .amount = -1,
                           .percent = s->values[p->ref],
                           .bare = true,
                           .loose = true};
  if (m.good == NEWS_NONE && left == 0) m.good = news_good_of_clause(s, p->at, &m);
  if (m.good == NEWS_NONE && left == 0) news_take_front(s, &m);
  uint32_t land = left > 0 ? news_left_at(s, p, &m) : of_land(s, p, &m);
  if (land > 0) { /* "South Korea 25%" */
    m.at = (uint16_t)land;
    m.n = (uint16_t)(p->at + p->n - land);
  } else {
    take_charger(s, p, compared, &m);
  }
  m.definite = p->at > 1 && (news_np_class(s, p->at - 1u) == NC_NP_THE ||
                             news_np_class(s, p->at - 2u) == NC_NP_THE);
  m.definite = m.definite || news_word_is(&s->tokens[p->at + p->n - 1u], "points");
  return m;
}

void news_mark_bare(const struct news_rules *r, struct news_sentence *s, uint16_t tariff) {
  for (uint16_t i = s->heads[NC_PERCENT]; i != NEWS_NONE; i = s->hits[i].next) {
    struct news_hit p = s->hits[i];
    uint16_t good = NEWS_NONE;
    bool leaves = news_ending(s, NC_OWES, p.at) == NULL && /* "pays 20% on its exports" */
                  news_on_exports(s, (uint32_t)p.at + p.n);
    if (is_taken(s, &p) || leaves) continue;
    bool compared = news_is_compared(s, &p);
    struct news_mention lot = {.good = NEWS_NONE};
    uint32_t left = compared ? 0 : news_left_at(s, &p, &lot);
    if (!compared && left == 0 && !stands_alone(s, &p, &good)) continue;
    struct news_mention m = mention_of(s, &p, tariff, good, left);
    uint32_t noun = (uint32_t)p.at + p.n;
    if (is_one(s, noun)) {
      m.n = (uint16_t)(m.n + 1u);
      noun++;
    }
    if (compared)
      news_take_compared(s, &m);
    else
      news_scan_right(r, s, &m, noun);
    if (news_has(s, NC_NP_NOT, p.at > 3 ? p.at - 3u : 0, (uint32_t)m.at + m.n + 2)) continue;
    if (news_has(s, NC_KIND, m.at, (uint32_t)m.at + m.n)) continue;
    news_mention_publish(r, s, &m);
  }
}
