// SPDX-License-Identifier: Apache-2.0
// The verb a measure is the object of: "has agreed to lift its duty", "dropped its plan for a duty"; where the group of that verb begins.
#include "news/cues.h"

#define FAR_SHARED 24 /* tokens from a verb back to the "will" it shares */
#define FAR_OBJECT 9  /* steps from a verb to its object */

/* "Trump's newly imposed tariffs", "under suspended duties": no verb. */
bool cycle_is_adjective(const struct cycle *c, uint32_t from) {
  static const uint16_t before[] = {NC_NP_A,  NC_NP_THE,  NC_NP_ITS, NC_NP_ON,
                                    NC_NP_IN, NC_NP_FROM, NC_NP_BY,  NC_NP_WORD};
  if (from == 0) return false;
  for (size_t k = 0; k < sizeof before / sizeof *before; k++)
    if (is_np(c, from - 1, before[k])) return true;
  return c->s->tokens[from - 1].genitive || is_word(c, from - 1, "of") ||
         is_word(c, from - 1, "under");
}

/* The verb whose object begins there, back over adjuncts; *lull: its object is the suspension of that; *meant: the plan
 * or the threat of it. */
static const struct news_hit *governor(const struct cycle *c, uint32_t end, bool *lull,
                                       bool *meant) {
  bool led = *lull = *meant = false;
  for (uint32_t k = end, steps = 0; k > 0 && steps < FAR_OBJECT; steps++) {
    for (uint32_t n = 4; n > 0; n--) { /* "heads off" is longer than "heads" */
      const struct news_hit *h = n <= k ? deed_at(c, k - n) : NULL;
      if (h != NULL && (uint32_t)h->at + h->n == k) return h;
    }
    uint32_t was = k, of = cycle_back_over_class(c, NC_LULL_OF, k),
             plan = cycle_back_over_class(c, NC_INTENT, k);
    *lull = *lull || of < k;
    *meant = *meant || plan < k;
    k = of < k ? of : plan < k ? plan : cycle_back_over(c, k, &led);
    if (k == was) return NULL;
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

/* ", he wrote on Friday, and buy": before what is put in between commas; the place itself: nothing is. */
static uint32_t before_saying(const struct cycle *c, uint32_t at) {
  if (at < 4 || !is_comma(c, at - 1)) return at;
  for (uint32_t k = at - 1; k > 0 && at - k < 10; k--)
    if (is_mark(c, k - 1)) return is_comma(c, k - 1) && news_has(c->s, NC_SAY, k, at) ? k - 1 : at;
  return at;
}

/* "would buy more oil and cut its duties", "threatened to raise it and curb exports": the "would" is that of both; NEWS_NONE: no
 * such word stands before in the clause. */
static uint16_t lead_shared(const struct cycle *c, uint32_t from, uint32_t *doer) {
  if (from < 3 || !is_np(c, from - 1, NC_NP_AND)) return NEWS_NONE;
  uint32_t start = before_saying(c, from - 1);
  for (uint32_t k = start; k > 0 && start - k < FAR_SHARED; k--) {
    const struct news_hit *verb = deed_at(c, k - 1);
    bool finite =
        verb != NULL && (cycle_form_at(c, k - 1) == PAST || cycle_form_at(c, k - 1) == THIRD);
    if (finite || c->s->tokens[k - 1].kind == NEWS_OPEN || is_in(c, NC_SAY, k - 1) ||
        is_in(c, NC_RELATIVE, k - 1) || is_in(c, NC_IF, k - 1) || opens_aside(c, k - 1))
      return NEWS_NONE;
    bool menaced = k > 1 && is_word(c, k - 1, "to") && is_in(c, NC_MENACE, k - 2);
    bool will = is_in(c, NC_WILL, k - 1);
    if (!will && !menaced && !is_in(c, NC_MIGHT, k - 1)) continue;
    for (uint32_t at = k - 1; at > 0 && k - at < 6; at--) /* who will is who does that too */
      if (*doer == UINT32_MAX && is_in(c, NC_ACTOR, at - 1)) *doer = at - 1;
    if (menaced) return NC_MENACE;
    return will && is_in(c, NC_NEGATION, k) ? NEWS_NONE : will ? NC_WILL : NC_MIGHT;
  }
  return NEWS_NONE;
}

/* "That brings", "This would bring": at the head of a clause it is the subject. */
static bool points(const struct cycle *c, uint32_t at) {
  bool word = at > 0 && (is_word(c, at - 1, "that") || is_word(c, at - 1, "this"));
  return word && (at == 1 || is_mark(c, at - 2));
}

/* Of a verb without a word before it that tells how it is meant: behind "and" that of the verb before is shared. */
uint16_t cycle_bare_mode(const struct cycle *c, const struct cycle_group *g, uint32_t from,
                         uint32_t *doer) {
  static const struct {
    uint16_t class, mode;
  } shared[] = {{NC_WILL, CYCLE_WILL},
                {NC_MIGHT, CYCLE_MIGHT},
                {NC_PROMISE_TO, CYCLE_AGREE},
                {NC_READY, CYCLE_THREAT}};
  if (g->form == ING) return cycle_nonfinite(c, from, g->to, doer);
  if (!(points(c, from) && g->form == THIRD) && cycle_is_adjective(c, from)) return 0;
  for (uint32_t k = from; k > 0 && from - k < 3 && !is_mark(c, k - 1); k--)
    if (is_in(c, NC_NEGATION, k - 1)) return 0; /* "not before May reached" */
  for (size_t k = 0; from > 0 && k < 4 && g->form != PAST && g->form != THIRD; k++)
    if (is_in(c, shared[k].class, from - 1)) return shared[k].mode;
  uint16_t lead = g->form == BASE || g->form == EITHER ? lead_shared(c, from, doer) : NEWS_NONE;
  if (lead == NC_MENACE) return CYCLE_THREAT;
  if (lead != NEWS_NONE) return lead == NC_WILL ? CYCLE_WILL : CYCLE_MIGHT;
  if (g->form != BASE) return cycle_mode_of(g);
  for (uint32_t k = from; k > 1 && from - k < 6 && !is_mark(c, k - 1); k--)
    if (is_word(c, k - 1, "that")) /* "proposed that the EU lower"; but "saw China widen" */
      return is_in(c, NC_MANDATES, k - 2) ? CYCLE_WILL : 0;
  return 0;
}

/* "shelved its plan to double the duty": what is done to the plan. */
static bool dropped_plan(const struct cycle *c, uint32_t from, uint32_t verb, uint32_t to,
                         struct cycle_verb *out) {
  bool lull, meant;
  for (uint32_t k = from; k < verb; k++) {
    if (!is_in(c, NC_INTENT, k)) continue;
    uint32_t led = k; /* "carried out its threat to raise" */
    while (led > 0 && k - led < 3 && (is_np(c, led - 1, NC_NP_ITS) || is_np(c, led - 1, NC_NP_THE)))
      led--;
    if (cycle_back_over_class(c, NC_CARRIES, led) < led) {
      const struct news_hit *done = deed_at(c, verb);
      if (done == NULL) return false;
      *out = (struct cycle_verb){done, from, to, CYCLE_DONE, true, UINT32_MAX, false};
      return true;
    }
    const struct news_hit *h = governor(c, k, &lull, &meant);
    struct cycle_group g;
    if (h == NULL || cycle_form_at(c, h->at) == ING || !is_in(c, NC_DROPS, h->at)) return false;
    uint32_t start = cycle_group_start(c, h->at);
    while (!cycle_group_read(c, start, k, &g) || g.deed != h)
      if (start++ >= h->at) return false;
    uint16_t mode = cycle_mode_of(&g);
    if ((mode & (CYCLE_DONE | CYCLE_NOW | CYCLE_BEING)) == 0) return false;
    *out = (struct cycle_verb){h, start, to, CYCLE_OFF, true, UINT32_MAX, false};
    return true;
  }
  return false;
}

/* "Also suspended were Canada's duties": the verb stands before its subject. */
static bool inverted(const struct cycle *c, const struct news_mention *x, struct cycle_verb *out) {
  if (x->at < 2 || !is_in(c, NC_BE, x->at - 1u) || is_word(c, x->at - 1u, "be")) return false;
  for (uint32_t k = x->at - 1u; k > 0 && k + 4u > x->at; k--) {
    const struct news_hit *h = deed_at(c, k - 1);
    if (h == NULL || (uint32_t)h->at + h->n + 1u != x->at) continue;
    enum cycle_form form = cycle_form_at(c, h->at);
    uint32_t from = cycle_group_start(c, h->at);
    bool opens = from == 0 || is_mark(c, from - 1) || is_np(c, from - 1, NC_NP_AND);
    if (form != PAST || !opens) return false;
    *out = (struct cycle_verb){h,          from, x->at, CYCLE_DONE, !is_in(c, NC_ALONE, h->at),
                               UINT32_MAX, false};
    return true;
  }
  return false;
}

/* "suspended hefty port fees": where the words for it begin, with an adjective that no file has. */
static uint32_t begins_at(const struct cycle *c, const struct news_mention *x) {
  if (x->form != NEWS_NOUN || !x->many || x->at != x->head || x->at < 2) return x->at;
  uint32_t k = x->at - 1u;
  const struct news_token *t = &c->s->tokens[k];
  bool odd = t->kind == NEWS_WORD && !t->capital && !c->s->busy[k] && c->s->np[k] == 0;
  for (uint32_t n = 3; odd && n > 0; n--) {
    const struct news_hit *h = n <= k ? deed_at(c, k - n) : NULL;
    if (h != NULL && (uint32_t)h->at + h->n == k) return k;
  }
  return x->at;
}

bool cycle_object(const struct cycle *c, const struct news_mention *x, struct cycle_verb *out) {
  if (!x->pronoun && inverted(c, x, out)) return true;
  bool lull, meant;
  uint32_t begins = begins_at(c, x);
  const struct news_hit *deed = governor(c, begins, &lull, &meant);
  struct cycle_group g;
  bool near = deed != NULL && (uint32_t)deed->at + deed->n == x->at; /* "has since removed them" */
  if (near && x->pronoun && !is_word(c, x->at, "them")) /* but "put it", "left it to" */
    near = is_in(c, NC_LIFTED, deed->at) || is_in(c, NC_LIFT, deed->at);
  if (deed == NULL || (x->pronoun && !near) || has_particle(c, x)) return false;
  uint32_t from = cycle_group_start(c, deed->at);
  while (!cycle_group_read(c, from, begins, &g) || g.deed != deed)
    if (from++ >= deed->at) return false;
  if (dropped_plan(c, from, deed->at, g.to, out)) return true;
  bool led = false;
  for (int k = 0; k < LEADS; k++) led = led || g.has[k];
  bool supposed =
      from > 0 && is_word(c, from, "would") && opens_aside(c, from - 1) && !points(c, from);
  uint32_t doer = UINT32_MAX;
  uint16_t mode = led ? cycle_mode_of(&g) : cycle_bare_mode(c, &g, from, &doer);
  bool passive = g.has[BE] && (g.form == PAST || g.form == EITHER);
  static const char *const aims[] = {"aim", "goal", "purpose", "idea", "task"};
  for (size_t k = 0; from > 0 && k < sizeof aims / sizeof *aims; k++)
    supposed = supposed || ((is_word(c, from, aims[k]) || is_word(c, from - 1, aims[k])) &&
                            g.has[BE]); /* "their aim is to cut it" */
  bool drafted = supposed && from > 1 && is_in(c, NC_DRAFT, from - 2);
  if (passive || supposed) mode = 0; /* "quotas that would lower it" */
  if (drafted) mode = CYCLE_EXPECT;  /* "a bill that would raise it" */
  if (lull && mode != 0) mode = (mode & CYCLE_AS_IS) != 0 ? CYCLE_LULLED : 0;
  if (meant) mode = (mode & (CYCLE_DONE | CYCLE_NOW | CYCLE_BEING)) != 0 ? CYCLE_OFF : 0;
  *out = (struct cycle_verb){deed, from, g.to, mode, true, doer, false};
  return out->mode != 0;
}
