// SPDX-License-Identifier: Apache-2.0
// A sentence read: rule by rule, into statements (state.c).
//
// The order of rules in their files is their priority: where one has spoken of a measure, a later one does not speak
// of the same words. Whose word it is, attribute.c says.
#include <string.h>

#include "news/cycle.h"
#include "news/fits.h"
#include "news/several.h"
#include "news/signs.h"
#include "news/slots.h"

/* The percent of the tariff spoken of last: later sentences say "the tariffs". */
static void note_percent(struct news_reader *d) {
  for (uint16_t i = d->s->heads[NC_PERCENT]; i != NEWS_NONE; i = d->s->hits[i].next) {
    const struct news_hit *h = &d->s->hits[i];
    uint32_t end = (uint32_t)h->at + h->n;
    if (d->tariff_class != NEWS_NONE && news_has(d->s, d->tariff_class, end, end + 3))
      d->percent = d->s->values[h->ref];
  }
}

/* What stood here, for rules that ask for company. */
static void note_company(struct news_reader *d) {
  d->read++;
  for (uint8_t k = 0; k < d->r->near_count; k++)
    if (d->s->heads[d->r->nears[k]] != NEWS_NONE) d->near_at[k] = d->read;
}

/* A question states nothing. */
static bool asks(const struct news_reader *d) {
  const struct news_token *t = &d->s->tokens[d->s->count - 1];
  if (t->kind == NEWS_CLOSE && d->s->count > 1) t--;
  return t->kind == NEWS_MARK && d->text->text.p[t->at] == '?';
}

static bool lacks(const struct news_sentence *s, uint16_t class) {
  return class != NEWS_NONE && s->heads[class] == NEWS_NONE;
}

static void read_pattern(struct news_reader *d, const struct news_needle *x, uint32_t base,
                         size_t first) {
  const struct news_rule *rule = &d->r->rules[x->rule];
  const struct news_pattern *p = &rule->match[x->pattern];
  struct news_match m;
  for (uint32_t from = 0; news_pattern_find(p, d->s, from, &m); from = m.to)
    if (!news_forbidden(d, rule, p, &m)) news_state(d, x->rule, &m, base, first);
}

#define DUE ((NEWS_RULES * NEWS_MATCHES + 63) / 64)

static inline void make_due(const struct news_rules *r, uint32_t class, uint64_t *due) {
  for (uint32_t k = r->wanted[class]; k < r->wanted[class + 1]; k++)
    due[r->waiting[k] >> 6] |= (uint64_t)1 << (r->waiting[k] & 63);
}

/* Of the patterns only those are looked at whose needle stands in the sentence, in the order of the rules. */
static void read_patterns(struct news_reader *d, uint32_t base, size_t first) {
  const struct news_sentence *s = d->s;
  const struct news_rules *r = d->r;
  uint64_t due[DUE];
  uint32_t words = (r->needle_count + 63) / 64;
  memset(due, 0, words * sizeof *due);
  make_due(r, NEWS_CLASSES, due);
  for (uint16_t i = 0; i < s->hit_count; i++)
    if (s->heads[s->hits[i].class] == i) make_due(r, s->hits[i].class, due);
  for (uint32_t w = 0; w < words; w++)
    for (uint64_t left = due[w]; left != 0; left &= left - 1) {
      const struct news_needle *x = &r->needles[w * 64 + (uint32_t)__builtin_ctzll(left)];
      if (lacks(s, x->first) || lacks(s, x->second) || (x->about && s->mention_count == 0))
        continue;
      if (x->rule + 1u != d->story->without) read_pattern(d, x, base, first);
    }
}

void news_read_sentence(struct news_reader *d, uint32_t base) {
  size_t first = d->story->statement_count;
  bool question = asks(d);
  note_company(d);
  note_percent(d);
  news_slots_begin(d);
  news_claims_mark(d, base);
  news_retold_mark(d, base);
  if (!question) read_patterns(d, base, first);
  if (!question) news_cycle_read(d, base, first);
  bool none = d->story->statement_count == first;
  if (!question) news_same_own(d, base);
  if (!question && none && d->story->statement_count == first) news_same_deed(d, base);
  if (!question && none && d->story->statement_count == first) news_part_of_sum(d, base);
  if (!question) news_read_likewise(d, base);
  if (!question && none && d->story->statement_count == first) news_those_begin(d, base);
  news_claims_settle(d, base, first);
  news_frame_keep(d, first);
  news_matter_keep(d);
  news_stands_keep(d);
  news_couple_keep(d);
  news_generics_keep(d);
  news_past_keep(d);
  news_slots_keep(d);
  news_signs_note(d, first);
}
