// SPDX-License-Identifier: Apache-2.0
// Deeds that are told and were not done: "nearly lifted its ban", "could have imposed", "before China suspends them", "dropped
// a plan to cut".
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"

/* "doubled", "halved": nearly so is so, and the rate tells to what. */
static bool only_measures(const struct news_token *t) {
  static const char *const words[] = {"doubled", "tripled", "quadrupled", "halved",
                                      "double",  "triple",  "quadruple",  "halve"};
  return t->kind != NEWS_WORD || NEWS_IN(t, words);
}

/* "suspended", "cut": of what could have been. */
static bool is_participle(const struct news_reader *d, uint32_t at) {
  static const char *const words[] = {"bought", "sold", "spent", "paid", "begun", "brought"};
  const struct news_token *t = &d->s->tokens[at];
  if (t->kind != NEWS_WORD || t->n < 3) return false;
  if (NEWS_IN(t, words)) return true;
  const char *end = d->text->text.p + t->at + t->n;
  return memcmp(end - 2, "ed", 2) == 0 || news_hit_at(d->s, NC_DEED, at) != NULL ||
         news_hit_at(d->s, NC_BE, at) != NULL || memcmp(end - 2, "en", 2) == 0;
}

/* "nearly suspended", "almost cut"; but "nearly 50%", "almost all", "nearly doubled". */
static bool is_nearly(const struct news_reader *d, uint32_t at) {
  const struct news_token *t = &d->s->tokens[at];
  if (!news_word_is(t, "nearly") && !news_word_is(t, "almost")) return false;
  return is_participle(d, at + 1) && !only_measures(t + 1);
}

/* "could have imposed", "should have been lifted"; but "may have to pay". */
static bool could_have(const struct news_reader *d, uint32_t at) {
  static const char *const may[] = {"could", "might", "should", "would", "may"};
  if (!NEWS_IN(&d->s->tokens[at], may)) return false;
  if (at > 0 && news_in_class(d->s, NC_RELATIVE, at - 1))
    return false; /* "which would have hit": of what it is */
  uint32_t have = at + 1;
  if (have + 1 < d->s->count && !news_word_is(&d->s->tokens[have], "have")) have++;
  return have + 1 < d->s->count && news_word_is(&d->s->tokens[have], "have") &&
         is_participle(d, have + 1);
}

/* "was about to lift"; but "claimed that Beijing was about to buy". */
static bool was_about_to(const struct news_sentence *s, uint32_t at) {
  for (uint32_t k = at; k > 0 && k + 8u > at; k--)
    if (news_word_is(&s->tokens[k - 1], "that") || news_hit_at(s, NC_SAY, k - 1) != NULL)
      return false;
  return at + 2 < s->count &&
         (news_word_is(&s->tokens[at], "was") || news_word_is(&s->tokens[at], "were")) &&
         news_word_is(&s->tokens[at + 1], "about") && news_word_is(&s->tokens[at + 2], "to");
}

/* "Before China suspends its fees": behind the actor a verb of the present, and nothing of it is so yet. */
static bool is_before(const struct news_reader *d, uint32_t at) {
  static const char *const none[] = {"was", "is", "has", "its", "this", "as", "does"};
  const struct news_sentence *s = d->s;
  if (!news_word_is(&s->tokens[at], "before") && !news_word_is(&s->tokens[at], "until"))
    return false;
  uint32_t name = at + 1u + (s->np[at + 1] == NEWS_NP(NC_NP_THE));
  const struct news_hit *who = name < s->count ? news_hit_at(s, NC_ACTOR, name) : NULL;
  uint32_t verb = who != NULL ? (uint32_t)who->at + who->n : 0;
  if (verb == 0 || verb >= s->count || s->tokens[verb].kind != NEWS_WORD) return false;
  const struct news_token *t = &s->tokens[verb];
  return t->n > 3 && d->text->text.p[t->at + t->n - 1] == 's' && !NEWS_IN(t, none);
}

/* "its decision to suspend them was reversed", "dropped a plan to": the plan at `noun` came to nothing. */
static bool is_dropped(const struct news_sentence *s, uint32_t noun, uint32_t end) {
  for (uint32_t at = noun; at > 0 && at + 5u > noun; at--) {
    if (s->tokens[at - 1].kind == NEWS_MARK) break;
    if (news_in_class(s, NC_DROPS, at - 1)) return true;
  }
  for (uint32_t at = noun; at + 1 < s->count && at < end + 12u; at++) {
    if (s->tokens[at].kind == NEWS_MARK) return false;
    bool be = news_hit_at(s, NC_BE, at) != NULL;
    if (be && (news_in_class(s, NC_DROPS, at + 1) ||
               (at + 2 < s->count && news_in_class(s, NC_DROPS, at + 2))))
      return true;
  }
  return false;
}

static bool plan_dropped(const struct news_sentence *s, const struct news_match *m) {
  for (uint32_t at = m->from > 2 ? m->from - 2u : 0; at + 1 < m->to; at++)
    if (news_in_class(s, NC_INTENT, at) && news_word_is(&s->tokens[at + 1], "to"))
      return is_dropped(s, at, m->to);
  return false;
}

/* "halved its 20% tariff": the rate that was; "has not cut its duty to 5%": one that is not. */
static bool is_other_rate(const struct news_reader *d, const struct news_statement *st,
                          const struct news_match *m) {
  static const char *const times[] = {"halved",  "halves",  "halve",   "halving",
                                      "doubled", "doubles", "tripled", "trebled"};
  static const char *const moves[] = {"cut",       "lowered", "reduced", "raised",
                                      "increased", "brought", "lifted",  "cutting"};
  const struct news_sentence *s = d->s;
  const struct news_mention *x =
      m->mention != NEWS_NONE ? &s->mentions[s->hits[m->mention].ref] : NULL;
  if (x == NULL || st->percent_milli == 0 || x->form != NEWS_NOUN) return false;
  uint32_t head = x->at, end = (uint32_t)x->at + x->n;
  bool to = false, times_it = false, not_cut = false;
  for (uint32_t at = head > 6 ? head - 6u : 0; at < end + 12u && at < s->count; at++)
    to = to || (news_word_is(&s->tokens[at], "to") && at + 1 < s->count &&
                news_hit_at(s, NC_PERCENT, at + 1) != NULL);
  for (uint32_t at = head > 3 ? head - 3u : 0; at < head; at++) {
    times_it = times_it || NEWS_IN(&s->tokens[at], times);
    not_cut = not_cut || (NEWS_IN(&s->tokens[at], moves) &&
                          news_has(s, NC_NEGATION, at > 3 ? at - 3u : 0, at));
  }
  return (times_it && !to) || (not_cut && to);
}

/* "A draft law imposes": nobody has decided it. */
static bool draft_imposes(const struct news_sentence *s, const struct news_match *m) {
  bool would = news_has(s, NC_WILL, 0, m->to);
  for (uint32_t at = 0; at < 4 && at < m->from && !would; at++)
    if (news_hit_at(s, NC_DRAFT, at) != NULL) return true;
  return news_has(s, NC_LEAKED, 0, m->from);
}

/* "We will put 200% on wine," he joked. */
static bool jokes_behind(const struct news_sentence *s, const struct news_match *m) {
  for (uint32_t at = m->to; at < s->count; at++)
    if (s->tokens[at].quote == 0 && news_hit_at(s, NC_JOKES, at) != NULL)
      return s->tokens[m->from].quote != 0;
  return false;
}

/* "confirmed talks on cutting the 20% tariff", "confirmed reports of": the duty is not what was confirmed. */
static bool confirms_other(const struct news_sentence *s, const struct news_match *m) {
  static const char *const others[] = {"talks",    "discussions", "negotiations", "request",
                                       "requests", "reports",     "plans",        "concerns",
                                       "doubts",   "offer"};
  for (uint32_t at = m->from; at + 1 < m->to; at++) {
    if (!news_word_is(&s->tokens[at], "confirmed") && !news_word_is(&s->tokens[at], "confirms"))
      continue;
    for (uint32_t k = at + 1; k < at + 4u && k < m->to; k++)
      if (NEWS_IN(&s->tokens[k], others)) return true;
  }
  return false;
}

/* "A second round", behind duties and where nobody talks: of the duties, and nobody says so. */
static bool is_round_of_duties(const struct news_reader *d, const struct news_statement *st,
                               const struct news_match *m) {
  const struct news_mention *x =
      m->mention != NEWS_NONE ? &d->s->mentions[d->s->hits[m->mention].ref] : NULL;
  if (x == NULL || strcmp(d->r->measures[st->measure].kind, "talks") != 0) return false;
  static const char *const talks[] = {"talks", "negotiations", "discussions", "consultations"};
  bool round = false;
  for (uint32_t at = x->at; at < (uint32_t)x->at + x->n + 3u && at < d->s->count; at++) {
    round = round || (at < (uint32_t)x->at + x->n && news_word_is(&d->s->tokens[at], "round"));
    if (NEWS_IN(&d->s->tokens[at], talks)) return false;
  }
  for (size_t i = d->opening; i < d->story->statement_count; i++)
    if (d->r->measures[d->story->statements[i].measure].pair) return false;
  return round && d->last_charge != NEWS_NONE && d->s->heads[NC_VENUE] == NEWS_NONE;
}

bool news_unrealised(const struct news_reader *d, const struct news_statement *st,
                     const struct news_match *m) {
  bool no = st->status == NEWS_DENIED || st->status == NEWS_UNCONFIRMED ||
            st->status == NEWS_AVERTED || st->status == NEWS_DISCUSSED;
  if (no) return false;
  uint32_t low = m->from;
  while (low > 0 && low + 4u > m->from && d->s->tokens[low - 1].kind != NEWS_MARK) low--;
  if (is_round_of_duties(d, st, m)) return true;
  bool pair = d->r->measures[st->measure].pair; /* "the truce nearly collapsed" */
  static const char *const words[] = {"nearly", "almost", "could", "might",  "should", "would",
                                      "may",    "was",    "were",  "before", "until"};
  for (uint32_t at = low; at + 1 < m->to; at++)
    if (NEWS_IN(&d->s->tokens[at], words) && ((is_nearly(d, at) && !pair) || could_have(d, at) ||
                                              was_about_to(d->s, at) || is_before(d, at)))
      return true;
  bool firm = st->status == NEWS_ANNOUNCED || st->status == NEWS_SUSPENDED ||
              st->status == NEWS_IN_FORCE || st->status == NEWS_ENDED;
  if (st->status == NEWS_ANNOUNCED && !pair && confirms_other(d->s, m)) return true;
  if (jokes_behind(d->s, m) || (firm && draft_imposes(d->s, m))) return true;
  if (st->status == NEWS_IN_FORCE && is_other_rate(d, st, m)) return true;
  return st->status != NEWS_IN_FORCE && plan_dropped(d->s, m);
}
