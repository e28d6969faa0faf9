// SPDX-License-Identifier: Apache-2.0
// Rates that a duty is compared with: "lower than the 20% charged on goods from Vietnam and the 19% on those from Pakistan",
// "half the 50% that Japan pays", "more than India's 25%". They are of who decides the duty before them.
#include "news/mentions.h"
#include "news/slots.h"

#define FAR_BACK  16 /* tokens from one compared rate to the next */
#define FAR_AHEAD 14

/* Behind the word that compares; 0: none stands before `at`. */
static uint32_t compares(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"than",    "half",   "twice", "double", "triple",  "times",
                                      "against", "versus", "below", "above",  "matching"};
  static const char *const first[] = {"compared", "instead", "compared",
                                      "compares", "compare", "breaking"};
  static const char *const second[] = {"with", "of", "to", "with", "with", "with"};
  if (at == 0) return 0;
  if (NEWS_IN(&s->tokens[at - 1], words)) return at;
  for (size_t i = 0; at > 1 && i < sizeof first / sizeof *first; i++)
    if (news_word_is(&s->tokens[at - 1], second[i]) && news_word_is(&s->tokens[at - 2], first[i]))
      return at;
  return 0;
}

/* "Trump had threatened", "he once threatened": behind the verb; 0: nobody threatens there. */
uint32_t news_past_menace(const struct news_sentence *s, uint32_t at) {
  static const char *const goes[] = {"had",       "has",        "once",       "first",
                                     "initially", "originally", "previously", "earlier"};
  if (at + 1 < s->count &&
      (news_word_is(&s->tokens[at], "that") || news_word_is(&s->tokens[at], "which")))
    at++;
  if (at + 1 < s->count && news_np_class(s, at) == NC_NP_THE) at++;
  if (at + 1 < s->count &&
      (news_word_is(&s->tokens[at], "mr") || news_word_is(&s->tokens[at], "mr.")))
    at++;
  const struct news_hit *who = at < s->count ? news_hit_at(s, NC_ACTOR, at) : NULL;
  if (who == NULL && (at >= s->count || news_hit_at(s, NC_PRONOUN, at) == NULL)) return 0;
  at += who != NULL ? who->n : 1u;
  while (at + 1 < s->count && NEWS_IN(&s->tokens[at], goes)) at++;
  const struct news_hit *verb = at < s->count ? news_hit_at(s, NC_MENACE, at) : NULL;
  return verb != NULL ? at + verb->n : 0;
}

/* "down from the 25% Trump had threatened", "instead of the threatened 30%" */
static bool is_threat(const struct news_sentence *s, uint32_t at, uint32_t end) {
  bool from = at > 1 && news_word_is(&s->tokens[at - 1], "from") &&
              (news_word_is(&s->tokens[at - 2], "down") || news_word_is(&s->tokens[at - 2], "up"));
  return (from || compares(s, at) > 0) && news_past_menace(s, end) > 0;
}

/* Where the rate begins with "the" or the name of whose it is: "the 20%", "India's 25%". */
static uint32_t led_at(const struct news_sentence *s, const struct news_hit *p,
                       const struct news_hit **whose) {
  uint32_t at = p->at;
  *whose = NULL;
  if (at > 0 && news_np_class(s, at - 1) == NC_NP_THE) return at - 1;
  if (at > 1 && s->tokens[at - 1].genitive) *whose = news_ending(s, NC_PARTY, at - 1);
  if (*whose != NULL) at = (*whose)->at;
  return at - (at < p->at && at > 0 && news_np_class(s, at - 1) == NC_NP_THE);
}

/* "charged on", "that Japan pays", "on those from": what tells whose rate it is follows. */
static bool tells_whose(const struct news_sentence *s, uint32_t end) {
  static const char *const joints[] = {"that", "which", "it", "for", "on"};
  if (end + 1 >= s->count || s->tokens[end].kind != NEWS_WORD) return false;
  return NEWS_IN(&s->tokens[end], joints) || news_in_class(s, NC_CHARGED, end) ||
         (news_hit_at(s, NC_PARTY, end) != NULL && news_hit_at(s, NC_OWES, end + 1) != NULL);
}

static const struct news_hit *percent_before(const struct news_sentence *s, uint32_t at) {
  const struct news_hit *best = NULL;
  for (uint16_t i = s->heads[NC_PERCENT]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at < at && (best == NULL || s->hits[i].at > best->at)) best = &s->hits[i];
  return best;
}

bool news_is_compared(const struct news_sentence *s, const struct news_hit *p) {
  const struct news_hit *whose;
  if (s->heads[NC_KIND] == NEWS_NONE && s->heads[NC_OWES] == NEWS_NONE) return false;
  for (uint32_t low = p->at > FAR_BACK ? p->at - FAR_BACK : 0; p != NULL && p->at >= low;) {
    uint32_t end = (uint32_t)p->at + p->n, at = led_at(s, p, &whose);
    if (end < s->count && news_word_is(&s->tokens[end], "of")) return false;
    if (is_threat(s, at, end)) return true;
    if (whose == NULL && !tells_whose(s, end)) return false;
    if (compares(s, at) > 0) return true;
    if (at == 0 || news_np_class(s, at - 1) != NC_NP_AND) return false;
    p = percent_before(s, p->at); /* "... and the 19% on those from Pakistan" */
  }
  return false;
}

bool news_led_by_compare(const struct news_sentence *s, uint32_t at) {
  return compares(s, at) > 0;
}

/* ---- whose it is ------------------------------------------------------------------------------------------------- */

/* Words between the names that say nothing of whose it is. */
static bool is_filler(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"those", "ones",  "of",        "has", "have", "already",
                                      "now",   "still", "currently", "its", "both"};
  return s->np[at] != 0 || NEWS_IN(&s->tokens[at], words) || news_in_class(s, NC_MAKERS, at) ||
         news_in_class(s, NC_PEERS, at);
}

struct whose { /* the way along the words behind the rate */
  bool paid;   /* "paid by": of whom it hits */
  bool clause; /* "that Japan pays" */
  bool by;     /* "by" leads */
};

static void take_name(struct news_mention *m, const struct whose *w, const struct news_sentence *s,
                      const struct news_hit *who) {
  uint32_t end = (uint32_t)who->at + who->n;
  bool acts =
      end < s->count && (news_in_class(s, NC_CHARGES, end) || news_past_menace(s, who->at) > 0);
  if (acts || (w->by && !w->paid))
    m->imposer = (uint8_t)who->ref;
  else
    news_target_add(m, who->ref);
}

/* "the 25% Trump had threatened to impose on Japan": who, and whom it would have hit; the verb stays outside. */
static void take_menace(const struct news_sentence *s, struct news_mention *m, uint32_t at) {
  uint32_t end = news_past_menace(s, at);
  for (uint32_t k = at; k < end; k++)
    if (news_hit_at(s, NC_PARTY, k) != NULL && m->imposer == NEWS_NO_SIDE)
      m->imposer = (uint8_t)news_hit_at(s, NC_PARTY, k)->ref;
  for (uint32_t k = end; k < end + FAR_AHEAD / 2 && k < s->count; k++) {
    const struct news_hit *who = news_hit_at(s, NC_PARTY, k), *what = news_hit_at(s, NC_GOOD, k);
    if (s->tokens[k].kind != NEWS_WORD || news_hit_at(s, NC_DATE, k) != NULL) break;
    if (who != NULL && (uint8_t)who->ref != m->imposer) news_target_add(m, who->ref);
    if (what != NULL && m->good == NEWS_NONE) m->good = what->ref;
  }
}

void news_take_compared(const struct news_sentence *s, struct news_mention *m) {
  static const char *const paid[] = {"paid", "faced", "borne"};
  const struct news_hit *whose;
  struct news_hit p = {.at = m->head, .n = 1};
  struct whose w = {0};
  uint32_t at = (uint32_t)m->at + m->n, last = at + FAR_AHEAD;
  (void)led_at(s, &p, &whose);
  if (whose != NULL) news_target_add(m, whose->ref);
  m->compared = true;
  if (whose == NULL && news_past_menace(s, at) > 0) {
    take_menace(s, m, at);
    return;
  }
  while (whose == NULL && at < last && at < s->count && s->tokens[at].kind == NEWS_WORD) {
    const struct news_hit *h = news_hit_at(s, NC_PARTY, at);
    bool pays =
        NEWS_IN(&s->tokens[at], paid) ||
        (h == NULL && news_hit_at(s, NC_OWES, at) != NULL && !news_in_class(s, NC_LEVIED, at));
    if (news_hit_at(s, NC_DATE, at) != NULL || news_names_kind(s, at) ||
        (m->target_count + (m->good != NEWS_NONE) > 0 && news_another(s, at)))
      break;
    if (h != NULL) take_name(m, &w, s, h);
    if (h == NULL && (h = news_hit_at(s, NC_GOOD, at)) != NULL && m->good == NEWS_NONE)
      m->good = h->ref;
    bool ones = news_word_is(&s->tokens[at], "ones") || news_word_is(&s->tokens[at], "those");
    if (ones && m->good == NEWS_NONE)
      m->good = news_good_before(s, m->at); /* "15% for Thai ones" */
    if (news_np_class(s, at) == NC_NP_ALL) m->worldwide = true;
    if (h == NULL && !pays && !news_in_class(s, NC_LEVIED, at) && !is_filler(s, at) &&
        news_hit_at(s, NC_MADE, at) == NULL && !news_word_is(&s->tokens[at], "that") &&
        !news_word_is(&s->tokens[at], "which"))
      break;
    w.paid = w.paid || pays;
    w.by = news_word_is(&s->tokens[at], "by") || (w.by && s->np[at] != 0);
    at += h != NULL ? h->n : 1u;
    m->n = (uint16_t)(at - m->at);
  }
}

void news_settle_compared(const struct news_reader *d, struct news_mention *x) {
  const struct news_mention *best = NULL;
  if (!x->compared) return;
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *y = &d->s->mentions[k];
    bool before = y->at < x->at && y->form == NEWS_NOUN && y->measure == x->measure;
    if (before && !y->compared && (best == NULL || y->at > best->at)) best = y;
  }
  if (best == NULL) best = news_last_of(d, x->measure);
  bool other = best != NULL && x->imposer != NEWS_NO_SIDE && x->imposer != best->imposer;
  if (other && best->target_count == 1 && best->targets[0] == x->imposer && x->good == NEWS_NONE &&
      x->target_count == 0 && best->imposer != NEWS_NO_SIDE) {
    news_target_add(x, best->imposer); /* "is 18%, against the 2.5% that Washington charges" */
    x->good = best->good;
  }
  if (other) return;
  if (best != NULL && x->target_count == 0 && x->good == NEWS_NONE && !x->worldwide) {
    x->target_count = best->target_count; /* "instead of the 100% duty it has charged on them" */
    for (uint8_t k = 0; k < best->target_count; k++) x->targets[k] = best->targets[k];
    x->worldwide = best->worldwide;
    x->good = best->good;
  }
  if (x->imposer != NEWS_NO_SIDE) return;
  if (best != NULL && !news_hits_side(x, best->imposer)) x->imposer = best->imposer;
  if (best != NULL && x->good == NEWS_NONE && !x->worldwide && best->good != NEWS_NONE)
    x->good = best->good;
  if (x->imposer == NEWS_NO_SIDE) x->vague = true;
}
