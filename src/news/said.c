// SPDX-License-Identifier: Apache-2.0
// A measure that its verb says ("has bought soybeans", "barred its firms from selling chips"): how far the verb goes, and whether it is
// a government's, or its land's, and not of an "American couple".
#include <string.h>

#include "news/cues.h"
#include "news/mentions.h"
#include "news/slots.h"

/* Who does it stands before the verb: a government, a ministry, firms of a land, "it"; not "an American couple". */
static bool has_doer(const struct news_sentence *s, const struct news_mention *x) {
  static const char *const words[] = {"it", "they", "he", "she", "we", "i", "which", "that", "who"};
  if (x->imposer != NEWS_NO_SIDE || x->verb != x->at) return true;
  for (uint32_t at = x->verb > 4 ? x->verb - 4u : 0; at < x->verb; at++)
    if (NEWS_IN(&s->tokens[at], words)) return true;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t at = s->hits[i].at, end = at + s->hits[i].n;
    if (at >= x->at) continue;
    if (news_hit_at(s, NC_ACTOR, at) != NULL || s->tokens[end - 1].genitive) return true;
    if (news_has(s, NC_BODY, end, end + 2) || news_has(s, NC_TITLE, end, end + 2) ||
        news_has(s, NC_FIRM, end, end + 3))
      return true;
  }
  return false;
}

/* "will", "plans to", "also": between a subject and its verb. */
static bool leads_verb(const struct news_sentence *s, uint32_t at) {
  static const uint16_t classes[] = {NC_WILL,    NC_MIGHT,  NC_HAVE,       NC_BE,
                                     NC_DO,      NC_ADVERB, NC_MUST,       NC_AGREES,
                                     NC_EXPECTS, NC_PLANS,  NC_PROMISE_TO, NC_NEGATION};
  if (news_word_is(&s->tokens[at], "to")) return true;
  for (size_t k = 0; k < sizeof classes / sizeof *classes; k++)
    if (news_hit_at(s, classes[k], at) != NULL) return true;
  return false;
}

static bool is_known(const struct news_sentence *s, uint32_t at) {
  bool known = s->busy[at] || s->np[at] != 0;
  for (uint16_t i = 0; i < s->hit_count && !known; i++)
    known = s->hits[i].at <= at && at < (uint32_t)s->hits[i].at + s->hits[i].n;
  return known;
}

static uint32_t subject_end(const struct news_sentence *s, const struct news_mention *x) {
  uint32_t at = x->verb;
  while (at > 0 && x->verb - at < 8u && leads_verb(s, at - 1)) at--;
  return at;
}

bool news_its_firms(const struct news_sentence *s, const struct news_mention *x) {
  uint32_t at = subject_end(s, x);
  return at > 1 && news_hit_at(s, NC_FIRM, at - 1) != NULL && s->np[at - 2] == NEWS_NP(NC_NP_ITS);
}

bool news_they_act(const struct news_sentence *s, const struct news_mention *x) {
  static const char *const words[] = {"they", "they're", "they'll", "they've", "they'd"};
  if (x->form == NEWS_NOUN) return false;
  for (uint32_t at = x->verb; at > 0 && x->verb - at < 14u; at--) {
    if (news_hit_at(s, NC_ACTOR, at - 1) != NULL || s->tokens[at - 1].kind == NEWS_OPEN)
      return false;
    if (NEWS_IN(&s->tokens[at - 1], words)) return true;
  }
  return false;
}

/* "Carney said that he would meet": the subject is whoever speaks. */
bool news_speaker_acts(const struct news_sentence *s, const struct news_mention *x) {
  static const char *const words[] = {"he", "she", "we", "i", "he'll", "we'll", "i'll"};
  if (x->form == NEWS_NOUN) return false;
  uint32_t at = subject_end(s, x);
  return at > 0 && NEWS_IN(&s->tokens[at - 1], words);
}

/* "Ankara's gas company" */
static bool is_owned(const struct news_sentence *s, uint32_t at) {
  for (uint32_t k = at; k > 0 && at - k < 3u; k--)
    if (s->tokens[k - 1].genitive && news_ending(s, NC_PARTY, k) != NULL) return true;
  return false;
}

/* "Apple plans to buy", "the German carmaker will invest": not a government's, nor its land's. */
bool news_stranger_acts(const struct news_sentence *s, const struct news_mention *x) {
  uint32_t at = subject_end(s, x);
  if (at == 0 || s->tokens[at - 1].kind != NEWS_WORD) return false;
  if (news_hit_at(s, NC_ONE_FIRM, at - 1) != NULL) return !is_owned(s, at - 1);
  static const char *const some[] = {"both", "two", "three", "four", "five", "several"};
  bool firms = at > 1 && news_hit_at(s, NC_MAKERS, at - 1) != NULL;
  if (firms && NEWS_IN(&s->tokens[at - 2], some)) return true; /* "Both companies have promised" */
  if (news_hit_at(s, NC_BRAND_NAME, at - 1) != NULL) return true;
  if (news_word_is(&s->tokens[at - 1], "and") && news_hit_at(s, NC_BRAND_NAME, 0) != NULL)
    return true; /* "Ford bought robots from China, and plans to buy" */
  return at > 1 && s->tokens[at - 1].capital && !is_known(s, at - 1);
}

bool news_stops_doing(const struct news_sentence *s, const struct news_mention *x) {
  static const char *const lacks[] = {"without", "from"};
  return x->form != NEWS_NOUN && x->verb > 0 &&
         (NEWS_IN(&s->tokens[x->verb - 1], lacks) || news_in_class(s, NC_STOPS, x->verb - 1));
}

bool news_traders_act(const struct news_sentence *s, const struct news_mention *x) {
  if (x->form == NEWS_NOUN) return false;
  uint32_t at = subject_end(s, x);
  return at > 0 && s->tokens[at - 1].kind == NEWS_WORD &&
         (news_in_class(s, NC_TRADERS, at - 1) || news_hit_at(s, NC_MAKERS, at - 1) != NULL ||
          news_hit_at(s, NC_FIRM, at - 1) != NULL);
}

/* "has bought fewer", "bought none" */
static bool is_scant(const struct news_sentence *s, const struct news_mention *x) {
  static const char *const words[] = {"fewer",  "less", "no",     "few",
                                      "little", "none", "hardly", "nothing"};
  for (uint32_t at = x->verb + 1u; at < x->verb + 3u && at < s->count; at++)
    if (NEWS_IN(&s->tokens[at], words)) return true;
  return false;
}

/* Past the words that lead the verb, over "expects Ottawa to". */
static bool read_group(const struct cycle *c, const struct news_mention *x, uint32_t from,
                       struct cycle_group *g) {
  cycle_read_leads(c, from, x->verb, g);
  g->to = (uint32_t)x->at + x->n;
  g->form = cycle_form_at(c, x->verb);
  if (x->form == NEWS_DONE && g->form == BASE) g->form = PAST; /* "bought" */
  for (int k = 0; k < LEADS; k++)
    if (g->has[k]) return true;
  return false;
}

bool cycle_said(const struct news_reader *d, const struct cycle *c, const struct news_mention *x,
                struct cycle_verb *out) {
  struct cycle_group g;
  bool pair = d->r->measures[x->measure].pair;
  if (!pair && x->good == NEWS_NONE && x->target_count == 0 && x->amount < 0) return false;
  if (is_scant(c->s, x) || !has_doer(c->s, x)) return false;
  uint32_t from = cycle_group_start(c, x->verb), doer = UINT32_MAX;
  bool led = read_group(c, x, from, &g);
  uint16_t mode = led ? cycle_mode_of(&g) : cycle_bare_mode(c, &g, from, &doer);
  *out = (struct cycle_verb){NULL, from, g.to, mode, false, doer, false};
  return mode != 0;
}
