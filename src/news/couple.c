// SPDX-License-Identifier: Apache-2.0
// "both countries", "the two neighbours", "all three economies" as those that are hit: governments named together before.
//
// The last row of so many governments counts ("Canada and Mexico"), else those named in the last sentences, if they are
// so many; whoever decides is none of them.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"

#define NEAR 4 /* sentences in which they were named */

static bool is_word(const struct news_sentence *s, uint32_t at, const char *word) {
  return at < s->count && news_word_is(&s->tokens[at], word);
}

/* How many are meant by the words at the place, and behind them; 0: none are. */
static uint32_t couple_at(const struct news_sentence *s, uint32_t at, uint32_t *end) {
  static const char *const nouns[] = {"countries", "nations",   "neighbours", "neighbors",
                                      "partners",  "economies", "allies"};
  bool all = is_word(s, at, "all"), the = is_word(s, at, "the") || is_word(s, at, "his");
  uint32_t k = at + (all || the);
  uint32_t count = is_word(s, k, "both") || is_word(s, k, "two") ? 2
                   : is_word(s, k, "three")                      ? 3
                                                                 : 0;
  if (count == 0 || (!all && !the && !is_word(s, k, "both"))) return 0;
  for (uint32_t last = k + 3; ++k < last && k < s->count;) {
    if (NEWS_IN(&s->tokens[k], nouns)) {
      *end = k + 1;
      return count;
    }
    if (s->tokens[k].kind != NEWS_WORD || s->busy[k] || news_in_class(s, NC_PARTY, k)) return 0;
  }
  return 0;
}

/* Who does something before the place, or whose duties are meant without a word. */
static enum news_side decider_before(const struct news_reader *d, const struct news_mention *m) {
  if (m->imposer != NEWS_NO_SIDE) return (enum news_side)m->imposer;
  enum news_side who = news_named_before(d, 0, m->at, NEWS_NO_SIDE, true);
  return who != NEWS_NO_SIDE ? who : (enum news_side)d->r->levier;
}

static bool aim(const struct news_reader *d, struct news_mention *m, uint32_t count) {
  const uint32_t now = d->sentence;
  enum news_side not = decider_before(d, m);
  bool row = d->couple.count == count && d->couple.at + NEAR >= now;
  for (uint32_t k = 0; k < d->couple.count; k++) row = row && d->couple.sides[k] != not ;
  uint8_t found[NEWS_TARGETS], n = 0;
  for (uint8_t k = 1; k < d->r->side_count && !row; k++) {
    bool near = d->couple.named[k] != 0 && d->couple.named[k] + NEAR > now + 1;
    for (uint16_t i = d->s->heads[NC_PARTY]; i != NEWS_NONE; i = d->s->hits[i].next)
      near = near || (d->s->hits[i].ref == k && d->s->hits[i].at < m->at);
    if (!near || (enum news_side)k == not ) continue;
    if (n == NEWS_TARGETS) return false;
    found[n++] = k;
  }
  if (!row && n != count) return false;
  memcpy(m->targets, row ? d->couple.sides : found, count);
  m->target_count = (uint8_t)count;
  m->named = true;
  return true;
}

void news_couple_mark(struct news_reader *d) {
  struct news_sentence *s = d->s;
  for (uint8_t k = 0; k < s->mention_count; k++) {
    struct news_mention *m = &s->mentions[k];
    if (m->form != NEWS_NOUN || m->target_count > 0 || d->r->measures[m->measure].pair) continue;
    for (uint32_t at = m->head + 1u, end; at < m->head + 7u && at < s->count; at++) {
      uint32_t count = couple_at(s, at, &end);
      static const char *const leads[] = {"on", "against", "from", "of"};
      if (count == 0 || !NEWS_IN(&s->tokens[at - 1], leads)) continue;
      if (aim(d, m, count) && (uint32_t)m->at + m->n < end) m->n = (uint16_t)(end - m->at);
      break;
    }
  }
}

/* "Canada and Mexico", "Canada, Mexico and China": the last row of the sentence. */
void news_couple_keep(struct news_reader *d) {
  const struct news_sentence *s = d->s;
  uint8_t row[NEWS_TARGETS], n = 0;
  uint32_t at = 0;
  bool ended = false; /* behind the "and" of the row */
  while (at < s->count) {
    const struct news_hit *h = news_hit_at(s, NC_PARTY, at);
    if (h == NULL) {
      at++;
      continue;
    }
    d->couple.named[h->ref] = d->sentence + 1;
    if (n < NEWS_TARGETS) row[n++] = (uint8_t)h->ref;
    at += h->n;
    at += at < s->count && s->tokens[at].genitive;
    bool comma = at < s->count && s->tokens[at].kind == NEWS_MARK, and = is_word(s, at + comma,
                                                                                 "and");
    uint32_t next = at + comma + and;
    next += is_word(s, next, "the");
    if (!ended && (comma || and) && next < s->count && news_hit_at(s, NC_PARTY, next) != NULL) {
      at = next;
      ended = and;
      continue;
    }
    if (ended) {
      memcpy(d->couple.sides, row, n);
      d->couple.count = n;
      d->couple.at = d->sentence;
    }
    n = 0;
    ended = false;
  }
}
