// SPDX-License-Identifier: Apache-2.0
// What cues.c and objects.c ask of the words of a sentence: which verb stands there, and which small words lead it.
#ifndef IMPOST_NEWS_CUES_H
#define IMPOST_NEWS_CUES_H

#include <string.h>

#include "news/cycle.h"

#define CYCLE_FAR_GROUP 14 /* "had been widely expected to agree on Friday to cut" */

/* ---- small words -------------------------------------------------------------------------------------------- */

static inline bool is_in(const struct cycle *c, uint16_t class, uint32_t at) {
  return at < c->s->count && news_hit_at(c->s, class, at) != NULL;
}

static inline bool is_word(const struct cycle *c, uint32_t at, const char *word) {
  return at < c->s->count && news_word_is(&c->s->tokens[at], word);
}

static inline bool is_comma(const struct cycle *c, uint32_t at) {
  const struct news_token *t = &c->s->tokens[at];
  return at < c->s->count && t->kind == NEWS_MARK && c->text[t->at] == ',';
}

static inline bool is_np(const struct cycle *c, uint32_t at, uint16_t class) {
  return at < c->s->count && c->s->np[at] == NEWS_NP(class);
}

static inline bool is_mark(const struct cycle *c, uint32_t at) {
  return at >= c->s->count ||
         (c->s->tokens[at].kind != NEWS_WORD && c->s->tokens[at].kind != NEWS_NUMERAL);
}

static inline bool ends_with(const struct cycle *c, uint32_t at, const char *end) {
  const struct news_token *t = &c->s->tokens[at];
  size_t n = strlen(end);
  return t->kind == NEWS_WORD && t->n > n + 1 && memcmp(c->text + t->at + t->n - n, end, n) == 0;
}

static inline bool is_adverb(const struct cycle *c, uint32_t at) {
  return at < c->s->count && (is_in(c, NC_ADVERB, at) || ends_with(c, at, "ly"));
}

static inline const struct news_hit *deed_at(const struct cycle *c, uint32_t at) {
  return at < c->s->count && c->deeds[at] != NEWS_NONE ? &c->s->hits[c->deeds[at]] : NULL;
}

static inline bool opens_aside(const struct cycle *c, uint32_t at) {
  return is_in(c, NC_RELATIVE, at) || is_word(c, at, "which") ||
         (is_word(c, at, "that") && at > 0 && !is_word(c, at - 1, "of"));
}

/* ---- groups of verbs ---------------------------------------------------------------------------------------------- */

/* Words that tell how a verb behind them is meant. */
enum cycle_lead {
  WILL,
  MIGHT,
  MUST,
  HAVE,
  BE,
  DOES,
  DENY,
  AGREE,
  THREAT,
  EXPECT,
  CAUSES,
  INFINITE,
  LEADS
};

enum cycle_form { BASE, THIRD, ING, PAST, EITHER };

struct cycle_group {
  const struct news_hit *deed;
  uint32_t to; /* behind it */
  bool has[LEADS];
  enum cycle_form form;
};

enum cycle_form cycle_form_at(const struct cycle *c, uint32_t at);
/* From `at` to the verb of its group; false: it has none that a cue knows. */
bool cycle_group_read(const struct cycle *c, uint32_t at, uint32_t end, struct cycle_group *g);
/* Where the group of the verb begins: back over "has", "agreed to", "on Friday". */
/* Behind what may stand between the verbs of a group. */
uint32_t cycle_past_between(const struct cycle *c, uint32_t at);
uint32_t cycle_group_start(const struct cycle *c, uint32_t verb);
/* How far the group goes; 0: nothing that is read. */
uint16_t cycle_mode_of(const struct cycle_group *g);
/* objects.c: of a verb without a word before it that tells how it is meant. *doer as below. */
uint16_t cycle_bare_mode(const struct cycle *c, const struct cycle_group *g, uint32_t from,
                         uint32_t *doer);
/* The words in [from, to) that only tell how a verb is meant, without a verb; whether one stands there. */
void cycle_read_leads(const struct cycle *c, uint32_t from, uint32_t to, struct cycle_group *g);
bool cycle_leads(const struct cycle *c, uint32_t at);
/* objects.c: "Trump's newly imposed tariffs": the participle there is no verb. */
bool cycle_is_adjective(const struct cycle *c, uint32_t from);
/* adjuncts.c: from behind what may stand between a verb and its object to its first word; `end`: no such thing ends there.
 * *led: a preposition was passed, what was looked from is its object and no verb's behind an adjunct. */
uint32_t cycle_back_over(const struct cycle *c, uint32_t end, bool *led);
/* ", after talks in Seoul,": from behind the second comma to the first, and the other way; the place itself: no adjunct. */
uint32_t cycle_back_over_commas(const struct cycle *c, uint32_t end);
uint32_t cycle_past_commas(const struct cycle *c, uint32_t at);
uint32_t cycle_back_over_class(const struct cycle *c, uint16_t class, uint32_t end);
/* nonfinite.c: how far a verb in -ing goes whose group is [from, to), enum cycle_mode; 0: nothing that is read. *doer: token of its
 * subject where that stands behind it, or UINT32_MAX. */
uint16_t cycle_nonfinite(const struct cycle *c, uint32_t from, uint32_t to, uint32_t *doer);

#endif
