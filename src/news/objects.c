// SPDX-License-Identifier: Apache-2.0
// The verb a measure is the object of: "has agreed to lift its duty", and where the group of that verb begins.
#include "news/cues.h"

#define FAR_OBJECT 9 /* tokens from a verb to its object */

/* What may stand between a verb and its object: "for 90 days", "most of", "on Friday". */
static bool fits_between(const struct cycle *c, uint32_t at) {
  const struct news_sentence *s = c->s;
  if (is_np(c, at, NC_NP_AND)) return false;
  return s->tokens[at].kind == NEWS_NUMERAL || s->np[at] != 0 || is_adverb(c, at) ||
         is_word(c, at, "of") || is_word(c, at, "for") || is_in(c, NC_DATE, at) ||
         is_in(c, NC_DURATION, at) || is_in(c, NC_CALENDAR, at);
}

static const struct news_hit *governor(const struct cycle *c, uint32_t end) {
  for (uint32_t k = end; k > 0 && end - k < FAR_OBJECT; k--) {
    for (uint32_t n = 4; n > 0; n--) { /* "heads off" is longer than "heads" */
      const struct news_hit *h = n <= k ? deed_at(c, k - n) : NULL;
      if (h != NULL && (uint32_t)h->at + h->n == k) return h;
    }
    if (!fits_between(c, k - 1)) return NULL;
  }
  return NULL;
}

/* "takes the duty off", "puts it at 55%": with such a word behind its object a verb means something else. */
static bool has_particle(const struct cycle *c, const struct news_mention *x) {
  uint32_t at = (uint32_t)x->at + x->n;
  static const char *const words[] = {"off", "away", "out", "at", "back", "aside", "into", "ahead"};
  for (size_t k = 0; k < sizeof words / sizeof *words; k++)
    if (is_word(c, at, words[k])) return true;
  for (uint32_t k = x->head; k + 1 < at; k++)
    if (is_word(c, k, "at") && is_in(c, NC_PERCENT, k + 1)) return true;
  return false;
}

/* "Trump's newly imposed tariffs", "under suspended duties": no verb. */
static bool is_adjective(const struct cycle *c, uint32_t from) {
  static const uint16_t before[] = {NC_NP_A,  NC_NP_THE,  NC_NP_ITS, NC_NP_ON,
                                    NC_NP_IN, NC_NP_FROM, NC_NP_BY,  NC_NP_WORD};
  if (from == 0) return false;
  for (size_t k = 0; k < sizeof before / sizeof *before; k++)
    if (is_np(c, from - 1, before[k])) return true;
  return c->s->tokens[from - 1].genitive || is_word(c, from - 1, "of") ||
         is_word(c, from - 1, "under");
}

/* "responded by suspending", "will answer by raising": as far as the verb before "by" goes. */
static uint16_t mode_by(const struct cycle *c, uint32_t by) {
  static const struct {
    uint16_t class, mode;
  } leads[] = {{NC_WILL, CYCLE_WILL}, {NC_MIGHT, CYCLE_MIGHT}, {NC_READY, CYCLE_THREAT}};
  uint32_t low = by > 6 ? by - 6 : 0;
  for (uint32_t k = low; k < by; k++)
    if (is_in(c, NC_NEGATION, k) || is_in(c, NC_MUST, k) || is_in(c, NC_BE, k)) return 0;
  for (size_t i = 0; i < sizeof leads / sizeof *leads; i++)
    if (news_has(c->s, leads[i].class, low, by)) return leads[i].mode;
  for (uint32_t k = by; k > low && !is_mark(c, k - 1); k--) {
    enum cycle_form form = cycle_form_at(c, k - 1);
    if (form == PAST || form == EITHER) return CYCLE_DONE;
  }
  return 0;
}

/* Of a verb without a word before it that tells how it is meant: behind "and" that of the verb before is shared. */
static uint16_t bare_mode(const struct cycle *c, const struct cycle_group *g, uint32_t from) {
  static const struct {
    uint16_t class, mode;
  } shared[] = {{NC_WILL, CYCLE_WILL},
                {NC_MIGHT, CYCLE_MIGHT},
                {NC_PROMISE_TO, CYCLE_AGREE},
                {NC_READY, CYCLE_THREAT}};
  if (g->form == ING && from > 1 && is_word(c, from - 1, "by")) return mode_by(c, from - 1);
  if (is_adjective(c, from)) return 0;
  for (uint32_t k = from; k > 0 && from - k < 3 && !is_mark(c, k - 1); k--)
    if (is_in(c, NC_NEGATION, k - 1)) return 0; /* "not before May reached" */
  if (g->form == ING) return from > 0 && is_comma(c, from - 1) ? CYCLE_DONE : 0;
  for (size_t k = 0; from > 0 && k < 4 && g->form != PAST && g->form != THIRD; k++)
    if (is_in(c, shared[k].class, from - 1)) return shared[k].mode;
  return g->form == BASE ? 0 : cycle_mode_of(g); /* "saw China widen" */
}

bool cycle_object(const struct cycle *c, const struct news_mention *x, struct cycle_verb *out) {
  const struct news_hit *deed = governor(c, x->at);
  struct cycle_group g;
  if (deed == NULL || x->pronoun || has_particle(c, x)) return false;
  uint32_t from = cycle_group_start(c, deed->at);
  while (!cycle_group_read(c, from, x->at, &g) || g.deed != deed)
    if (from++ >= deed->at) return false;
  bool led = false;
  for (int k = 0; k < LEADS; k++) led = led || g.has[k];
  bool supposed = from > 0 && is_word(c, from, "would") && opens_aside(c, from - 1);
  uint16_t mode = led ? cycle_mode_of(&g) : bare_mode(c, &g, from);
  bool passive = g.has[BE] && (g.form == PAST || g.form == EITHER);
  if (passive || supposed) mode = 0; /* "quotas that would lower it" */
  *out = (struct cycle_verb){deed, from, g.to, mode, true, UINT32_MAX};
  return out->mode != 0;
}
