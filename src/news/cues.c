// SPDX-License-Identifier: Apache-2.0
// The verbs that measures may stand by, group by group, and how far each goes: "has agreed to lift", "will not be cut".
// Whatever is not understood is silence.
#include <string.h>

#include "news/cues.h"

#define FAR_DOUBT 16

/* ---- a sentence ------------------------------------------------------------------------------------------------- */

static const struct {
  uint16_t class;
  enum cycle_lead lead;
} leads[] = {{NC_WILL, WILL},        {NC_MIGHT, MIGHT},      {NC_MUST, MUST},
             {NC_URGES, MUST},       {NC_HAVE, HAVE},        {NC_BE, BE},
             {NC_DO, DOES},          {NC_NEGATION, DENY},    {NC_DECLINES, DENY},
             {NC_AGREES, AGREE},     {NC_PROMISE_TO, AGREE}, {NC_READY, THREAT},
             {NC_THREATENS, THREAT}, {NC_EXPECTS, EXPECT},   {NC_PLANS, WILL},
             {NC_CAUSES, CAUSES}};

static void cover(struct cycle *c, uint16_t class) {
  for (uint16_t i = c->s->heads[class]; i != NEWS_NONE; i = c->s->hits[i].next)
    for (uint32_t k = 0; k < c->s->hits[i].n; k++) c->led[c->s->hits[i].at + k] = true;
}

/* "last year", "last week": no verb. */
static bool is_last_year(const struct news_sentence *s, uint32_t at) {
  const struct news_hit *h = at + 1 < s->count ? news_hit_at(s, NC_CALENDAR, at + 1) : NULL;
  return h != NULL && h->ref != CAL_IN && news_word_is(&s->tokens[at], "last");
}

/* "agreed in Busan to buy": how many tokens the place takes, with its preposition; 0: none stands there. */
static uint32_t place_of(const struct cycle *c, uint32_t at) {
  uint32_t end = at + 1;
  if (!is_word(c, at, "in") && !is_word(c, at, "at")) return 0;
  while (end < c->s->count && end < at + 4 && c->s->tokens[end].kind == NEWS_WORD &&
         c->s->tokens[end].capital && news_hit_at(c->s, NC_DATE, end) == NULL)
    end++;
  return end > at + 1 && is_word(c, end, "to") ? end - at : 0;
}

void cycle_begin(const struct news_reader *d, struct cycle *c) {
  c->s = d->s;
  c->text = d->text->text.p;
  for (uint32_t i = 0; i < d->s->count; i++) {
    c->deeds[i] = NEWS_NONE;
    c->led[i] = is_word(c, i, "to") || ends_with(c, i, "ly");
  }
  for (uint16_t i = 0; i < d->s->hit_count; i++) {
    const struct news_hit *h = &d->s->hits[i];
    uint16_t was = c->deeds[h->at];
    if (!d->r->cued[h->class] || (h->n == 1 && is_last_year(d->s, h->at))) continue;
    if (was == NEWS_NONE || d->s->hits[was].n < h->n) c->deeds[h->at] = i;
  }
  for (size_t k = 0; k < sizeof leads / sizeof *leads; k++) cover(c, leads[k].class);
  for (uint32_t i = 1; i + 2 < d->s->count; i++)
    for (uint32_t n = c->led[i - 1] ? place_of(c, i) : 0; n > 0; n--) c->led[i + n - 1] = true;
  cover(c, NC_ADVERB);
  cover(c, NC_DATE);
  cover(c, NC_VENUE);
}

/* "wants a deal under which it would cut" */
static bool only_wanted(const struct cycle *c, uint32_t under) {
  for (uint32_t k = under; k > 0 && k + 6u > under; k--)
    if (news_in_class(c->s, NC_DEMANDS, k - 1)) return true;
  return false;
}

bool cycle_is_open(const struct cycle *c, uint32_t at, const struct cycle_verb *verb) {
  bool under = false;
  bool told = verb->mode == CYCLE_DONE && !is_in(c, NC_HAVE, verb->from) &&
              !is_in(c, NC_BE, verb->from); /* "when Washington raised it" */
  if (c->s->count > 2 && (is_word(c, 0, "had") || is_word(c, 0, "were"))) return true;
  for (uint32_t k = at; k > 0 && at - k < FAR_DOUBT; k--) {
    uint32_t open = cycle_back_over_commas(c, k); /* "if, as expected, it lifts" */
    if (open < k && open > 0) k = open;
    if (c->s->tokens[k - 1].kind == NEWS_MARK) return false;
    under = under || is_word(c, k - 1, "under");
    if (under && is_in(c, NC_URGES, k - 1)) return true; /* "wants a deal under which it" */
    if (is_in(c, NC_IF, k - 1) || is_in(c, NC_UNSURE, k - 1) || is_in(c, NC_WISHES, k - 1))
      return true;
    if (is_word(c, k - 1, "until") && !is_in(c, NC_DATE, k)) return true; /* "a deal is reached" */
    if (is_word(c, k - 1, "under") && is_word(c, k, "which") && only_wanted(c, k - 1)) return true;
    if (k > 2 && (is_in(c, NC_SAY, k - 1) || is_in(c, NC_SAY_THAT, k - 1)) &&
        news_has(c->s, NC_NEGATION, k - 3, k - 1))
      return true; /* "has not confirmed a report that" */
    if (k > 3 && is_word(c, k - 1, "that") && is_in(c, NC_NEGATION, k - 3))
      return true;                                     /* "with no announcement that" */
    bool then = told && k > 2 && is_comma(c, k - 2) && /* "in May, when Washington raised it" */
                cycle_back_over_class(c, NC_DATE, k - 2) < k - 2;
    if (!then &&
        (is_word(c, k - 1, "when") || is_word(c, k - 1, "once") || is_word(c, k - 1, "soon")))
      return true;
  }
  return false;
}

bool cycle_is_under(const struct cycle *c, uint32_t at) {
  bool pact = false;
  for (uint32_t k = at; k > 0 && at - k < FAR_DOUBT + 8; k--) {
    pact = pact || is_in(c, NC_PACT, k) || is_word(c, k, "which");
    if (is_word(c, k - 1, "under")) return pact && !is_in(c, NC_DATE, k);
    if (is_word(c, k, "which") && k < at && !is_comma(c, k - 1)) return is_word(c, k - 1, "under");
  }
  return false;
}

/* ---- a group of verbs ------------------------------------------------------------------------------------------- */

enum cycle_form cycle_form_at(const struct cycle *c, uint32_t at) {
  if (is_in(c, NC_EITHER, at)) return EITHER;
  if (is_in(c, NC_PAST, at) || (ends_with(c, at, "ed") && !ends_with(c, at, "eed"))) return PAST;
  if (ends_with(c, at, "ing")) return ING;
  return ends_with(c, at, "s") && !ends_with(c, at, "ss") ? THIRD : BASE;
}

/* A word that only tells how the verb behind it is meant: how many tokens; 0: it is none. */
static uint32_t take_lead(const struct cycle *c, uint32_t at, bool *has) {
  uint32_t most = 0;
  for (size_t k = 0; k < sizeof leads / sizeof *leads; k++) {
    const struct news_hit *h = news_hit_at(c->s, leads[k].class, at);
    if (h == NULL) continue;
    if (leads[k].lead == HAVE && has[WILL]) has[MUST] = true; /* "would have cut" */
    if (leads[k].lead == WILL && has[HAVE] && !is_word(c, at, "decided"))
      has[MUST] = true; /* "had planned to cut" */
    has[leads[k].lead] = true;
    if (leads[k].class == NC_DECLINES) has[WILL] = true;
    if (h->n > most) most = h->n;
  }
  if (is_word(c, at, "to")) has[INFINITE] = true;
  return most == 0 && is_word(c, at, "to") ? 1 : most;
}

/* An adverb, a day, "by now": the group goes on behind it. */
uint32_t cycle_past_between(const struct cycle *c, uint32_t at) {
  const struct news_hit *h = news_hit_at(c->s, NC_DATE, at);
  if (h != NULL) return h->n;
  bool on = is_np(c, at, NC_NP_ON) || is_np(c, at, NC_NP_IN);
  h = news_hit_at(c->s, NC_DATE, at + 1);
  if (h == NULL) h = news_hit_at(c->s, NC_VENUE, at + 1);
  if (h != NULL && on) return h->n + 1u;
  uint32_t place = place_of(c, at);
  if (place > 0) return place;
  h = news_hit_at(c->s, NC_ADVERB, at);
  return h != NULL ? h->n : is_adverb(c, at) ? 1 : 0;
}

/* From `at` to the verb of its group; false: it has none that a cue knows. */
bool cycle_group_read(const struct cycle *c, uint32_t at, uint32_t end, struct cycle_group *g) {
  uint32_t first = at, last = at + CYCLE_FAR_GROUP < end ? at + CYCLE_FAR_GROUP : end;
  memset(g, 0, sizeof *g);
  while (at < last) {
    uint32_t past =
        at > first ? cycle_past_commas(c, at) : at; /* "agreed, after a year, to lift" */
    if (past > at) last += past - at;
    at = past;
    if (is_mark(c, at)) return false;
    const struct news_hit *h = deed_at(c, at);
    bool has[LEADS];
    memcpy(has, g->has, sizeof has);
    uint32_t n = take_lead(c, at, has);
    if (h != NULL && h->n >= n) {
      g->deed = h;
      g->to = at + h->n;
      g->form = cycle_form_at(c, at);
      return true;
    }
    memcpy(g->has, has, sizeof has);
    if (n == 0) n = cycle_past_between(c, at);
    const struct news_hit *who = n == 0 ? news_hit_at(c->s, NC_PARTY, at) : NULL;
    if (who != NULL && (has[EXPECT] || has[MUST] || has[CAUSES]))
      n = who->n; /* "expects Ottawa to lift" */
    if (n == 0) return false;
    at += n;
  }
  return false;
}

bool cycle_leads(const struct cycle *c, uint32_t at) {
  for (size_t k = 0; k < sizeof leads / sizeof *leads; k++)
    if (is_in(c, leads[k].class, at)) return true;
  return false;
}

void cycle_read_leads(const struct cycle *c, uint32_t from, uint32_t to, struct cycle_group *g) {
  memset(g, 0, sizeof *g);
  for (uint32_t at = from; at < to;) {
    uint32_t n = take_lead(c, at, g->has);
    at += n > 0 ? n : 1;
  }
}

/* How far the group goes; 0: nothing that is read. */
uint16_t cycle_mode_of(const struct cycle_group *g) {
  const bool *has = g->has;
  bool past = g->form == PAST || g->form == EITHER, no = has[DENY];
  if (has[MUST]) return 0; /* "should lift", "would have cut" */
  if (has[THREAT]) return no ? 0 : CYCLE_THREAT;
  if (has[AGREE]) return no ? 0 : CYCLE_AGREE;
  if (has[MIGHT]) return no ? 0 : CYCLE_MIGHT;
  if (has[EXPECT]) return no ? 0 : CYCLE_EXPECT;
  if (has[WILL] || (has[BE] && has[INFINITE])) return no ? CYCLE_NEVER : CYCLE_WILL;
  if (has[CAUSES] && has[INFINITE]) return no ? 0 : CYCLE_DONE; /* "persuaded Ottawa to lift" */
  if (has[INFINITE]) return 0;
  if ((has[BE] || has[HAVE]) && g->form != ING && !past) return 0;
  if (has[BE] && g->form == ING) return no ? 0 : CYCLE_BEING;
  if (has[HAVE] || has[BE] || (past && !has[DOES])) return no ? CYCLE_UNDONE : CYCLE_DONE;
  return no ? CYCLE_UNDONE : CYCLE_NOW;
}

uint32_t cycle_group_start(const struct cycle *c, uint32_t verb) {
  uint32_t at = verb, passed = 0;
  while (at > 0 && verb - at < CYCLE_FAR_GROUP + passed) {
    uint32_t open = cycle_back_over_commas(c, at); /* "agreed, after a year, to lift" */
    bool led = open > 0 && (cycle_leads(c, open - 1) || is_word(c, open - 1, "to") ||
                            (c->led[open - 1] && is_word(c, at, "to")));
    if (open < at && led) {
      passed += at - open;
      at = open;
    }
    if (is_mark(c, at - 1)) break;
    bool name = is_in(c, NC_PARTY, at - 1) && is_word(c, at, "to");
    bool on = (is_np(c, at - 1, NC_NP_ON) || is_np(c, at - 1, NC_NP_IN)) &&
              (is_in(c, NC_DATE, at) || is_in(c, NC_VENUE, at));
    if (!c->led[at - 1] && !name && !on) break;
    at--;
  }
  return at;
}
