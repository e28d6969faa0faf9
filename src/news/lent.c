// SPDX-License-Identifier: Apache-2.0
// What a mention takes without a word that points back: the goods and sides of the investigation before it, of "them",
// of the one tariff on the same goods, and that it hits all.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"

/* "a 10% tariff that applies to imports from most countries" */
static bool reaches_all(const struct news_sentence *s, const struct news_mention *m) {
  uint32_t end = (uint32_t)m->at + m->n;
  end += end + 1 < s->count && s->tokens[end].kind == NEWS_MARK &&
         news_word_is(&s->tokens[end + 1], "which");
  if (!news_tells_more(s, end)) return false;
  for (uint32_t at = end; at < end + 9u && at < s->count && s->tokens[at].kind == NEWS_WORD; at++) {
    if (news_np_class(s, at) == NC_NP_ALL) return true;
    if (news_hit_at(s, NC_PARTY, at) != NULL && at > end + 2u) return false;
  }
  return false;
}

/* "For steel from anywhere else the duty applies." */
bool news_over_all(const struct news_sentence *s, struct news_mention *m) {
  bool all = false;
  if (m->form == NEWS_NOUN && m->percent > 0 && reaches_all(s, m)) return true;
  for (uint32_t k = m->at; k > 0 && k + 8u > m->at && s->tokens[k - 1].kind == NEWS_WORD; k--) {
    const struct news_hit *good = all ? news_hit_at(s, NC_GOOD, k - 1) : NULL;
    if (good != NULL && m->good == NEWS_NONE) m->good = good->ref;
    all = all || s->np[k - 1] == NEWS_NP(NC_NP_ALL);
  }
  return all;
}

/* "buys fewer American soybeans since it put a tariff on them": the goods of its sentence that have a side. */
bool news_take_them(const struct news_sentence *s, struct news_mention *m) {
  for (uint16_t i = s->heads[NC_GOOD]; i != NEWS_NONE; i = s->hits[i].next)
    for (uint16_t k = s->heads[NC_PARTY]; k != NEWS_NONE && s->hits[i].at < m->at;
         k = s->hits[k].next)
      if ((uint32_t)s->hits[k].at + s->hits[k].n == s->hits[i].at) {
        m->good = s->hits[i].ref;
        m->targets[0] = (uint8_t)s->hits[k].ref;
        m->target_count = 1;
        return true;
      }
  return false;
}

/* "Car parts have their own date: the duty on them begins in May." */
uint16_t news_good_before(const struct news_sentence *s, uint32_t at) {
  const struct news_hit *best = NULL;
  for (uint16_t i = s->heads[NC_GOOD]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at < at && (best == NULL || s->hits[i].at < best->at)) best = &s->hits[i];
  return best != NULL && best->at < 3 ? best->ref : NEWS_NONE;
}

/* Who investigates may impose it; on what it looks at, where nothing else is named. */
static void take_probe(struct news_mention *m, const struct news_mention *probe) {
  m->imposer = probe->imposer;
  if (m->good != NEWS_NONE && m->good != probe->good) return;
  m->good = probe->good;
  memcpy(m->targets, probe->targets, sizeof m->targets);
  m->target_count = probe->target_count;
}

/* "Its investigation of Korean steel could lead to duties": those of the investigation. */
void news_follow_probe(const struct news_reader *d, struct news_mention *m, uint8_t before) {
  const struct news_sentence *s = d->s;
  bool open =
      m->form == NEWS_NOUN && !m->definite && m->imposer == NEWS_NO_SIDE && m->target_count == 0;
  for (uint8_t k = before; k > 0 && open; k--) {
    const struct news_mention *x = &s->mentions[k - 1];
    bool again = x->definite && news_is_bare(x); /* "the inquiry": of the sentence before */
    if (x->measure == m->measure || again || strcmp(d->r->measures[x->measure].kind, "probe") != 0)
      continue;
    if (news_is_bare(m)) take_probe(m, x);
    return;
  }
  const struct news_told *was =
      news_told(d, 0); /* in the sentence before: "Provisional duties could follow" */
  if (!open || was == NULL || was->sentence + 1 != d->sentence || was->sentence < d->paragraph ||
      strcmp(d->r->measures[was->m.measure].kind, "probe") != 0 || s->heads[NC_PARTY] != NEWS_NONE)
    return;
  take_probe(m, &was->m);
}

/* ", the lowest of all, applies to": behind the second comma; the place itself: no comma there. */
static uint32_t past_apposition(const struct news_sentence *s, uint32_t end) {
  if (end >= s->count || s->tokens[end].kind != NEWS_MARK) return end;
  for (uint32_t at = end + 1; at + 1 < s->count && at < end + 14; at++)
    if (s->tokens[at].kind == NEWS_MARK) return s->tokens[at].ends ? end : at + 1;
  return end;
}

/* "will also apply to", "covers": behind that verb of the mention; 0: it has another. */
static uint32_t behind_reach(const struct news_sentence *s, const struct news_mention *m) {
  uint32_t end = past_apposition(s, (uint32_t)m->at + m->n);
  for (uint32_t at = end; at < end + 5u && at < s->count; at++) {
    const struct news_hit *h = news_hit_at(s, NC_REACHES, at);
    if (h != NULL) return at + h->n;
    if (s->tokens[at].kind != NEWS_WORD || news_hit_at(s, NC_PARTY, at) != NULL) return 0;
  }
  return 0;
}

/* "those from Mexico": of the goods told before. */
static bool points_back(const struct news_sentence *s, uint32_t at) {
  for (uint32_t k = at; k < at + 3u && k < s->count; k++)
    if (news_word_is(&s->tokens[k], "those") || news_word_is(&s->tokens[k], "ones")) return true;
  return false;
}

/* A word that no file has: goods, and nobody knows which. */
static bool is_unknown(const struct news_sentence *s, uint32_t at) {
  while (at < s->count && s->np[at] != 0) at++;
  return at < s->count && s->tokens[at].kind == NEWS_WORD && !s->busy[at] && !s->tokens[at].capital;
}

/* "furniture made by Vietnamese firms": whose goods they are. */
static const struct news_hit *maker_of(const struct news_sentence *s, uint32_t at) {
  if (at + 2 >= s->count || news_hit_at(s, NC_MADE, at) == NULL) return NULL;
  uint16_t lead = news_np_class(s, at + 1);
  return lead == NC_NP_BY || lead == NC_NP_IN ? news_hit_at(s, NC_PARTY, at + 2) : NULL;
}

void news_take_reach(const struct news_sentence *s, struct news_mention *m,
                     const struct news_mention *last) {
  uint32_t end = (uint32_t)m->at + m->n;
  bool ones = false;
  for (uint32_t at = m->head; at <= end && at < s->count; at++)
    ones = ones || news_word_is(&s->tokens[at], "ones") ||
           (s->tokens[at].genitive && at > m->head && /* "15% on Europe's." */
            (at + 1 >= s->count || s->tokens[at + 1].kind == NEWS_MARK));
  if (ones && m->form == NEWS_NOUN && m->target_count > 0 && m->good == NEWS_NONE && last != NULL)
    m->good = last->good; /* "its duty on European ones" */
  uint32_t at =
      m->form == NEWS_NOUN && m->target_count == 0 && m->good == NEWS_NONE ? behind_reach(s, m) : 0;
  const struct news_hit *who = NULL, *what = NULL;
  if (at == 0) return;
  for (uint32_t k = at; k < at + 10u && k < s->count && s->tokens[k].kind != NEWS_MARK; k++)
    if (news_take_trade(s, m, k) > 0) return; /* "applies to most of what India sells to" */
  news_read_object(s, at, &who, &what);
  if (who == NULL && what != NULL) who = maker_of(s, (uint32_t)what->at + what->n);
  if (who == NULL && what == NULL && m->definite && is_unknown(s, at)) m->vague = true;
  bool again = m->definite && !m->own && last != NULL;
  if ((who == NULL && what == NULL) || (who != NULL && again && who->ref == last->imposer)) return;
  if (what != NULL) m->good = what->ref;
  if (what == NULL && again && points_back(s, at)) m->good = last->good;
  if (who != NULL) m->targets[m->target_count++] = (uint8_t)who->ref;
  if (!again) return;
  if (who == NULL) {
    memcpy(m->targets, last->targets, sizeof m->targets);
    m->target_count = last->target_count;
  }
  if (m->imposer == NEWS_NO_SIDE) m->imposer = last->imposer;
  if (m->percent > 0 || m->to > 0) return;
  m->percent = last->to > 0 ? last->to : last->percent;
  m->lent_number = m->percent > 0;
}

/* "Similar duties on dairy began the same day": whose they are and whom they hit is as before, how high is not said. */
void news_take_similar(struct news_sentence *s, struct news_mention *m,
                       const struct news_mention *last) {
  bool alike = false;
  for (uint32_t at = m->at > 0 ? m->at - 1u : 0; at < m->head; at++)
    alike = alike || news_in_class(s, NC_LIKE, at);
  if (!alike || m->form != NEWS_NOUN || m->good == NEWS_NONE || m->target_count > 0 ||
      m->imposer != NEWS_NO_SIDE || last->imposer == NEWS_NO_SIDE)
    return;
  m->imposer = last->imposer;
  memcpy(m->targets, last->targets, sizeof m->targets);
  m->target_count = last->target_count;
}

/* "the tariff on medicines" where one of them was spoken of, and no other: that one. */
void news_take_same_goods(const struct news_reader *d, struct news_mention *m) {
  const struct news_mention *one = NULL;
  if (m->form != NEWS_NOUN || !m->definite || m->own || m->told || m->good == NEWS_NONE ||
      m->percent != 0 || m->to != 0 || m->target_count > 0 || m->worldwide || m->amount >= 0)
    return;
  for (uint32_t n = 0; news_told(d, n) != NULL; n++) {
    const struct news_mention *x = &news_told(d, n)->m;
    int64_t rate = x->to > 0 ? x->to : x->percent;
    if (x->measure != m->measure || x->good != m->good) continue;
    if (rate == 0 || !x->sure || (m->imposer != NEWS_NO_SIDE && m->imposer != x->imposer)) return;
    if (one != NULL && (rate != (one->to > 0 ? one->to : one->percent) ||
                        one->imposer != x->imposer || one->target_count != x->target_count))
      return;
    if (one == NULL) one = x;
  }
  if (one == NULL) return;
  m->percent = one->to > 0 ? one->to : one->percent;
  m->imposer = one->imposer;
  memcpy(m->targets, one->targets, sizeof m->targets);
  m->target_count = one->target_count;
  m->lent_number = true;
}

/* "let shipments of its chips resume, although the ban": the only goods named before it; NEWS_NONE: others too. */
uint16_t news_only_good_before(const struct news_sentence *s, uint32_t at) {
  uint16_t good = NEWS_NONE;
  for (uint16_t i = s->heads[NC_GOOD]; i != NEWS_NONE; i = s->hits[i].next) {
    if (s->hits[i].at >= at) continue;
    const struct news_hit *first = news_hit_at(s, NC_GOOD, s->hits[i].at);
    if (first != &s->hits[i]) continue; /* "salmon" is seafood too */
    if (good != NEWS_NONE && good != s->hits[i].ref) return NEWS_NONE;
    good = s->hits[i].ref;
  }
  return good;
}

/* "expected it to be extended": a truce too may be meant. */
bool news_is_prolonged(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"extended", "prolonged", "renewed", "continued"};
  return at + 2 < s->count && news_word_is(&s->tokens[at], "to") &&
         news_word_is(&s->tokens[at + 1], "be") && NEWS_IN(&s->tokens[at + 2], words);
}

/* "wiped out the 10% duty on them. He signed an order for the new 10% duty": another one. */
bool news_is_new(const struct news_reader *d, const struct news_mention *m,
                 const struct news_mention *last) {
  const struct news_story *y = d->story;
  bool new = false;
  for (uint32_t at = m->at; at < m->head; at++) new = new || news_word_is(&d->s->tokens[at], "new");
  if (!new || m->form != NEWS_NOUN || m->loose) return false;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  while (n-- > low) {
    const struct news_statement *x = &y->statements[n];
    if (x->measure != m->measure || x->imposer != (enum news_side)last->imposer) continue;
    return x->status == NEWS_ENDED;
  }
  return false;
}

/* "Japan would take the necessary measures": whoever takes them, and not who took the last. */
uint8_t news_taker_of(const struct news_sentence *s, const struct news_mention *m) {
  static const char *const words[] = {"take", "takes", "took", "taken",  "adopt", "to",
                                      "will", "would", "all",  "could",  "may",   "might",
                                      "must", "also",  "then", "always", "has",   "have"};
  uint32_t at = m->at;
  bool taken = false;
  while (at > 0 && m->at - at < 7u && NEWS_IN(&s->tokens[at - 1], words)) {
    taken = taken || news_in_class(s, NC_TAKES, at - 1);
    at--;
  }
  const struct news_hit *who = taken ? news_ending(s, NC_PARTY, at) : NULL;
  return who != NULL && news_hit_at(s, NC_ACTOR, who->at) != NULL ? (uint8_t)who->ref
                                                                  : NEWS_NO_SIDE;
}

/* "has suspended until November the rule": who does to the measure what only who decides it can do; NEWS_NO_SIDE. */
static enum news_side handler_of(const struct news_sentence *s, const struct news_mention *m) {
  static const char *const goes[] = {"has",  "have",  "had",   "also",
                                     "will", "would", "since", "then"};
  uint32_t at = m->at;
  while (at > 1 && m->at - at < 8u && news_ending(s, NC_HANDLES, at) == NULL &&
         (s->np[at - 1] != 0 || s->busy[at - 1] || news_in_class(s, NC_DATE, at - 1)) &&
         s->tokens[at - 1].kind != NEWS_MARK)
    at--;
  const struct news_hit *verb = news_ending(s, NC_HANDLES, at);
  if (verb == NULL || m->form != NEWS_NOUN || m->own) return NEWS_NO_SIDE;
  at = verb->at;
  while (at > 1 && NEWS_IN(&s->tokens[at - 1], goes)) at--;
  const struct news_hit *who = news_ending(s, NC_ACTOR, at);
  if (who == NULL && at > 4 && s->tokens[at - 1].kind == NEWS_MARK) /* ", for its part," */
    for (uint32_t k = at - 2u; k > 0 && k + 6u > at && who == NULL; k--)
      if (s->tokens[k].kind == NEWS_MARK) who = news_ending(s, NC_ACTOR, k);
  const struct news_hit *side = who != NULL ? news_hit_at(s, NC_PARTY, who->at) : NULL;
  return side != NULL ? (enum news_side)side->ref : NEWS_NO_SIDE;
}

/* Another's than the one spoken of last: nothing is taken from that one. */
bool news_take_handler(const struct news_sentence *s, struct news_mention *m,
                       const struct news_mention *last) {
  if (m->imposer != NEWS_NO_SIDE || last->imposer == NEWS_NO_SIDE) return false;
  enum news_side who = handler_of(s, m);
  if (who == NEWS_NO_SIDE || (uint8_t)who == last->imposer) return false;
  m->imposer = (uint8_t)who;
  return true;
}

/* "countermeasures against U.S. tariffs": what is answered, not what is told of. */
bool news_is_met(const struct news_sentence *s, const struct news_mention *m) {
  if (m->at < 2 || !news_word_is(&s->tokens[m->at - 1], "against")) return false;
  for (uint8_t k = 0; k < s->mention_count; k++)
    if ((uint32_t)s->mentions[k].at + s->mentions[k].n + 1u == m->at &&
        s->mentions[k].form == NEWS_NOUN)
      return true;
  return false;
}

/* "will waive its duty on cotton to help mills hurt by American tariffs": the duty is told of, and not those. */
bool news_is_suffered(const struct news_sentence *s, const struct news_mention *m) {
  if (m->at < 2 || !news_word_is(&s->tokens[m->at - 1], "by") ||
      news_ending(s, NC_OWES, m->at) == NULL)
    return false;
  for (uint8_t k = 0; k < s->mention_count; k++)
    if (s->mentions[k].measure == m->measure && s->mentions[k].at < m->at &&
        s->mentions[k].imposer != m->imposer && s->mentions[k].good != NEWS_NONE)
      return true;
  return false;
}

/* "Israel cut its duties before Trump put 17% on it": on the land that the sentence is about, not on goods told before. */
void news_take_it(const struct news_sentence *s, struct news_mention *m) {
  uint32_t end = (uint32_t)m->at + m->n;
  const struct news_hit *who = NULL;
  bool it = end < s->count && end > 0 &&
            (news_word_is(&s->tokens[end - 1], "it") || news_word_is(&s->tokens[end], "it"));
  for (uint16_t i = s->heads[NC_PARTY]; it && i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at < 2 && s->hits[i].ref != m->imposer) who = &s->hits[i];
  if (who == NULL || s->tokens[who->at + who->n].genitive || news_has(s, NC_GOOD, 0, 4)) return;
  if (news_has(s, NC_ACTOR, who->at + who->n + 1u, m->at)) /* who does it, stands between */
    news_target_add(m, who->ref);
}

/* "quotas for steel, where a 50% duty stays": on what the clause hangs on. */
void news_take_where(const struct news_sentence *s, struct news_mention *m) {
  if (m->at < 3 || m->form != NEWS_NOUN || m->good != NEWS_NONE || m->percent == 0 ||
      !news_word_is(&s->tokens[m->at - 1], "where") || s->tokens[m->at - 2].kind != NEWS_MARK)
    return;
  const struct news_hit *good = news_ending(s, NC_GOOD, m->at - 2u);
  if (good != NULL) m->good = good->ref;
}

/* "The rate includes existing duties", "on top of an earlier 10% rate": what there was besides is not what is told of. */
bool news_is_existing(const struct news_sentence *s, const struct news_mention *m) {
  uint32_t led = m->at;
  while (led > 2 && led + 3u > m->at &&
         (s->np[led - 1] == NEWS_NP(NC_NP_A) || s->np[led - 1] == NEWS_NP(NC_NP_WORD)))
    led--;
  bool top = led > 2 && news_word_is(&s->tokens[led - 1], "of") &&
             news_word_is(&s->tokens[led - 2], "top");
  bool besides = led > 2 && news_word_is(&s->tokens[led - 1], "to") &&
                 news_word_is(&s->tokens[led - 2], "addition");
  for (uint8_t k = 0; (top || besides) && k < s->mention_count; k++)
    if (s->mentions[k].at < m->at && s->mentions[k].measure == m->measure) return true;
  if (!news_is_bare(m) || m->percent > 0 || m->to > 0 || m->imposer != NEWS_NO_SIDE) return false;
  for (uint32_t at = m->at > 0 ? m->at - 1u : 0; at < m->head; at++)
    if (news_word_is(&s->tokens[at], "existing")) return true;
  return false;
}

/* "... postponed its countermeasures. The duties take effect": what was told as an answer and not by its rate. */
void news_take_answer(const struct news_reader *d, struct news_mention *m) {
  if (d->last_charge == NEWS_NONE || d->since_charge > 1 || m->at > 0 || !m->definite || !m->many ||
      m->form != NEWS_NOUN || m->imposer != NEWS_NO_SIDE || !news_is_bare(m) || m->percent > 0 ||
      !news_has_rate(d->r, m->measure) || m->pronoun)
    return;
  const struct news_mention *last = news_last_of(d, d->last_charge);
  if (last == NULL || last->imposer == NEWS_NO_SIDE ||
      strcmp(d->r->measures[last->measure].kind, "countermeasures") != 0)
    return;
  m->measure = last->measure;
  m->imposer = last->imposer;
  if (last->target_count == 1) m->targets[m->target_count++] = last->targets[0];
}

/* "to the Entity List": there is but one, of whoever puts firms on it. */
bool news_is_list(const struct news_sentence *s, const struct news_mention *m) {
  return m->n > 1 && news_word_is(&s->tokens[m->at + m->n - 1], "list") &&
         s->tokens[m->at + m->n - 1].capital;
}

/* "will not raise its duty on steel. The existing 25% levy stays": the rate of the duty that was told without one. */
bool news_is_standing(const struct news_sentence *s, const struct news_mention *m) {
  static const char *const words[] = {"existing", "current", "present"};
  for (uint32_t at = m->at; at < m->head; at++)
    if (m->definite && NEWS_IN(&s->tokens[at], words)) return true;
  return false;
}
