// SPDX-License-Identifier: Apache-2.0
// A duty that is taken for granted: "the 50% American duty on shrimp has cost Kerala a quarter of its orders". It names who decides,
// its rate and what it hits, and no word of the sentence tells of what may be, is planned or is over.
#include <string.h>

#include "news/cycle.h"
#include "news/mentions.h"

#define NEAR 16 /* tokens before it in which such a word stands */

static bool is_old(const struct news_sentence *s, const struct news_mention *x) {
  for (uint32_t at = x->at > 0 ? x->at - 1u : 0; at < (uint32_t)x->at + x->n; at++)
    if (news_in_class(s, NC_FORMER, at)) return true;
  return false;
}

/* "levies on steel, now at 50%,", and not "keep the tariff at 15%". */
static bool rate_apart(const struct news_reader *d, const struct news_mention *x) {
  const struct news_sentence *s = d->s;
  for (uint32_t at = x->head + 1u; at + 1 < (uint32_t)x->at + x->n + 4u && at + 1 < s->count;
       at++) {
    if (s->tokens[at].kind != NEWS_MARK || d->text->text.p[s->tokens[at].at] != ',') continue;
    uint32_t led = at + 1u + (news_hit_at(s, NC_ADVERB, at + 1) != NULL);
    if (led < s->count && news_word_is(&s->tokens[led], "at"))
      return news_has(s, NC_PERCENT, led + 1, led + 3);
  }
  return false;
}

/* "U.S. tariffs of 50% on steel have battered mills" */
static bool rate_behind(const struct news_sentence *s, const struct news_mention *x) {
  uint32_t at = x->head + 1u;
  if (at + 1 >= s->count || !news_word_is(&s->tokens[at], "of")) return false;
  while (++at < x->head + 6u && at < s->count && news_bounds(&s->tokens[at])) {
  }
  const struct news_hit *h = at < s->count ? news_hit_at(s, NC_PERCENT, at) : NULL;
  return h != NULL && s->values[h->ref] == x->percent;
}

/* "At 50 percent, U.S. duties on coffee have cut sales" */
static bool rate_opens(const struct news_sentence *s, const struct news_mention *x) {
  for (uint16_t i = s->heads[NC_PERCENT]; i != NEWS_NONE; i = s->hits[i].next)
    if ((uint32_t)s->hits[i].at + s->hits[i].n + 1u == x->at &&
        s->values[s->hits[i].ref] == x->percent)
      return true;
  return false;
}

static bool is_whole(const struct news_reader *d, const struct news_mention *x) {
  const struct news_sentence *s = d->s;
  if (x->row) return true; /* "tariffs differ: 20% for Vietnam and 19% for Indonesia" */
  return !x->bare && !x->loose && !x->lent_number &&
         (news_has(s, NC_PERCENT, x->at, x->head) || rate_opens(s, x) || rate_behind(s, x) ||
          rate_apart(d, x)) && /* else "keep the tariff at 15%" */
         news_hit_at(s, NC_KIND, x->head) != NULL;
}

/* Whose it is: told with it, or by the only one who has decided anything so far, where it hits somebody or something. */
static bool is_whose(const struct news_reader *d, const struct news_mention *x) {
  if (x->imposer != NEWS_NO_SIDE) return !x->lent_imposer;
  return d->deciders.count == 1 && x->good != NEWS_NONE && x->target_count == 0;
}

/* "China's 10% tariff on American goods": whose it is and whom it hits. */
static bool is_ones(const struct news_reader *d, const struct news_mention *x) {
  const struct news_sentence *s = d->s;
  if (x->imposer == NEWS_NO_SIDE || x->target_count == 0) return false;
  for (uint32_t at = x->at; at < (uint32_t)x->head; at++) {
    const struct news_hit *who = s->tokens[at].genitive ? news_ending(s, NC_ACTOR, at) : NULL;
    if (who != NULL && d->r->actors[who->ref].person) return false; /* his, of whatever year */
    if (s->tokens[at].genitive || s->np[at] == NEWS_NP(NC_NP_ITS)) return true;
  }
  return false;
}

bool cycle_granted(const struct news_reader *d, const struct news_mention *x) {
  static const uint16_t doubts[] = {NC_WILL,      NC_MIGHT,    NC_MUST,    NC_IF,
                                    NC_THREATENS, NC_MENACE,   NC_LOOMING, NC_INTENT,
                                    NC_EXPECTS,   NC_PLANS,    NC_AGREES,  NC_PROMISE_TO,
                                    NC_READY,     NC_SUPPOSED, NC_UNSURE,  NC_NEGATION,
                                    NC_HANDLES,   NC_LULL,     NC_SPARE,   NC_LIFT,
                                    NC_LIFTED,    NC_CUT,      NC_LOWERED, NC_UNTIL,
                                    NC_URGES,     NC_LULL_OF,  NC_DECREE,  NC_SPARES,
                                    NC_DRAFT,     NC_COMPARED};
  const struct news_sentence *s = d->s;
  if (x->spared || s->heads[NC_IF] != NEWS_NONE || s->heads[NC_SUPPOSED] != NEWS_NONE) return false;
  bool own = x->form == NEWS_NOUN && !x->pronoun && !x->lent && !x->vague && !x->weak &&
             !x->shared &&
             (x->definite || (x->many && x->imposer != NEWS_NO_SIDE) || is_ones(d, x));
  if (!own || x->percent <= 0 || x->to != 0 || x->was != 0 || !is_whose(d, x) ||
      (x->target_count == 0 && x->good == NEWS_NONE))
    return false;
  if (!is_whole(d, x)) return false;
  uint32_t from = x->at > NEAR && !x->row ? x->at - NEAR : 0, end = (uint32_t)x->at + x->n;
  for (size_t k = 0; k < sizeof doubts / sizeof *doubts; k++)
    if (news_has(s, doubts[k], from, x->at) ||
        (doubts[k] != NC_URGES && news_has(s, doubts[k], end, end + NEAR / 2)))
      return false; /* but "has pushed mills to look for buyers" */
  return !is_old(s, x);
}
