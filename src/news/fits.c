// SPDX-License-Identifier: Apache-2.0
// Whether what a rule matches may be stated: not what was said, not what is long past, not of others.
#include <string.h>

#include "news/fits.h"
#include "news/slots.h"

/* "threatened a duty" whose rate was told: but a duty that is there is not what is threatened. */
static bool threatens_it(const struct news_statement *told, const struct news_statement *st) {
  return st->status == NEWS_THREATENED && told->status != NEWS_IN_FORCE;
}

/* A measure without its number says nothing new where the article had it with one. */
bool news_says_less(const struct news_reader *d, const struct news_statement *st) {
  if (st->percent_milli != 0 || d->r->rules[st->rule].measure != NEWS_NONE) return false;
  size_t n = d->story->statement_count, first = d->opening;
  if (n > first + NEWS_BACK) first = n - NEWS_BACK; /* the work stays linear */
  for (size_t i = first; i < n; i++) {
    const struct news_statement *x = &d->story->statements[i];
    bool goods = st->good == NEWS_NONE || st->good == x->good;
    bool bought = st->status == NEWS_IN_FORCE && st->number == NULL && x->number != NULL &&
                  x->imposer == st->imposer && news_is_promise(d->r, st->measure) &&
                  st->speaker == NEWS_OUTLET; /* "the purchases were made by state firms" */
    if (goods && bought && x->measure == st->measure && x->status == st->status) return true;
    if (goods && x->percent_milli != 0 && x->measure == st->measure && x->imposer == st->imposer &&
        x->target == st->target && (x->status == st->status || threatens_it(x, st)))
      return true;
  }
  return false;
}

bool news_spoken_of(const struct news_reader *d, size_t first, const struct news_statement *st) {
  for (size_t i = first; i < d->story->statement_count; i++) {
    const struct news_statement *x = &d->story->statements[i];
    if (x->aside != st->aside) continue;
    bool overlaps = x->span.from < st->span.to && st->span.from < x->span.to;
    bool generic = d->r->rules[st->rule].measure == NEWS_NONE;
    bool named = generic && d->r->rules[x->rule].measure != NEWS_NONE;
    bool same = x->article == st->article && x->sentence.from == st->sentence.from;
    const struct news_measure *was = &d->r->measures[x->measure];
    bool both =
        was->pair || strcmp(was->kind, "meeting") == 0 || strcmp(was->kind, "framework") == 0;
    uint32_t gap = x->span.to < st->span.from   ? st->span.from - x->span.to
                   : st->span.to < x->span.from ? x->span.from - st->span.to
                                                : 0;
    bool apart = strcmp(was->kind, "meeting") == 0 && /* "extended it after a meeting" */
                 (gap > 40 || strcmp(d->r->measures[st->measure].kind, "truce") == 0);
    bool met = d->r->measures[st->measure].pair && same && both && !apart;
    if (named && (overlaps || met)) return true; /* a rule for that very measure has spoken */
    if (generic && x->head == st->head && x->status == st->status && overlaps) return true;
    bool silent = x->status == NEWS_UNCONFIRMED && st->status == NEWS_UNCONFIRMED;
    if (silent && overlaps && d->r->rules[x->rule].of_last) return true;
    if (x->measure != st->measure || x->imposer != st->imposer || x->target != st->target ||
        x->good != st->good)
      continue;
    bool sums = x->number != NULL && st->number != NULL && strcmp(x->number, st->number) == 0;
    bool sum = st->number == NULL || sums || !news_is_promise(d->r, st->measure);
    bool number = (x->percent_milli == st->percent_milli && sum) || !generic;
    if (number && x->status == st->status && x->speaker == st->speaker) return true;
    bool beside = x->head != st->head && x->percent_milli > 0 && st->percent_milli > 0 &&
                  x->percent_milli != st->percent_milli; /* "a 20% tariff and a 40% one" */
    if (overlaps && !beside && st->status != NEWS_UNCONFIRMED) return true;
  }
  return false;
}

/* "Beijing removed the 10% duty": its own, and none that hits it. */
static bool lifted_by(const struct news_reader *d, const struct news_match *m,
                      enum news_side side) {
  const struct news_sentence *s = d->s;
  if (news_hit_at(s, NC_LIFTED, m->from) == NULL) return false;
  for (uint16_t i = s->heads[NC_ACTOR]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t end = (uint32_t)s->hits[i].at + s->hits[i].n;
    if (end <= m->from && end + 4u > m->from && d->r->actors[s->hits[i].ref].side == side)
      return true;
  }
  return false;
}

/* "South Africa offered to buy gas in a bid to avoid a 30% tariff", "threatened Canada with a 100% tariff if": another land stands in the
 * clause up to its end, and neither of whom the rule speaks behind it. */
static bool of_others(const struct news_reader *d, const struct news_rule *rule,
                      const struct news_match *m) {
  const struct news_sentence *s = d->s;
  uint32_t from = m->from;
  bool other = false;
  while (from > 0 && s->tokens[from - 1].kind != NEWS_MARK) from--;
  for (uint16_t i = s->heads[NC_PARTY]; i != NEWS_NONE; i = s->hits[i].next) {
    const struct news_hit *h = &s->hits[i];
    if (h->at < from || h->at >= m->to + 3u) continue;
    if (h->ref == rule->target) return false;
    other = other || (h->ref != rule->imposer && h->ref != NEWS_NO_SIDE);
  }
  return other;
}

/* "China put export controls on gallium. The controls take effect on Dec. 1": of the goods told right before, where none are named. */
static bool of_other_goods(const struct news_reader *d, const struct news_measure *x) {
  const struct news_mention *last =
      d->last_charge != NEWS_NONE ? news_last_of(d, d->last_charge) : NULL;
  if (last == NULL || d->since_charge > 0 || last->good == NEWS_NONE || last->good == x->good)
    return false;
  return d->s->heads[NC_GOOD] == NEWS_NONE &&
         strcmp(d->r->measures[last->measure].kind, x->kind) == 0;
}

/* A rule for one measure speaks where its sides are what the article is about, and not of what names another side. */
bool news_concerned(const struct news_reader *d, const struct news_statement *st,
                    const struct news_match *m) {
  const struct news_rule *rule = &d->r->rules[st->rule];
  const struct news_measure *x = &d->r->measures[st->measure];
  enum news_side a = rule->imposer != 0 ? (enum news_side)rule->imposer : x->a,
                 b = rule->target != 0 ? (enum news_side)rule->target : x->b;
  if (rule->measure == NEWS_NONE || b == NEWS_NO_SIDE) return true;
  if (!x->template && x->good != NEWS_NONE && of_other_goods(d, x)) return false;
  if (!x->template && x->good != NEWS_NONE && d->spoken[x->competent] > 0)
    return true; /* controls of goods, whoever else is told to need them */
  if (rule->status == NEWS_AVERTED && lifted_by(d, m, b)) return false;
  if (rule->target != 0 && of_others(d, rule, m)) return false;
  bool says_a = st->side == a, says_b = st->side == b; /* Trump said "he would meet Xi" */
  if (strcmp(x->kind, "meeting") == 0 && (says_a || news_match_names(d, m, a)) &&
      (says_b || news_match_names(d, m, b)))
    return true;
  uint32_t least = d->spoken[a] < d->spoken[b] ? d->spoken[a] : d->spoken[b];
  bool own = strcmp(x->kind, "meeting") == 0 || strcmp(x->kind, "other") == 0;
  for (uint8_t i = 0; i < d->heard_count; i++) {
    uint8_t k = d->heard[i];
    if (k != (uint8_t)a && k != (uint8_t)b && d->spoken[k] > least && !(own && news_passing(d, k)))
      return false;
  }
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *y = &d->s->mentions[k];
    bool touches = y->at < m->to && y->at + y->n > m->from && y->measure == st->measure;
    if (touches && y->good != NEWS_NONE && st->good == NEWS_NONE) return false;
    if (touches && y->target_count > 0 && y->targets[0] != (uint8_t)b) return false;
  }
  return true;
}

/* "It includes the removal of the duty": of a pact told right before; "the deal includes tariffs" holds none. */
bool news_is_held(const struct news_reader *d, const struct news_statement *st,
                  const struct news_match *m) {
  if (st->status != NEWS_FRAMEWORK || !news_has(d->s, NC_PROVIDES, m->from, m->to)) return true;
  if (news_word_is(&d->s->tokens[m->from], "it")) {
    bool pact = d->frame.pact && d->frame.pact_at + 1 == d->sentence;
    if (m->from > 0 || !pact) return false;
  }
  bool turn = news_has(d->s, NC_TURN_NOUN, m->from, m->to);
  return turn || st->percent_milli != 0 || !news_has_rate(d->r, st->measure);
}

/* "did not confirm the 20% rate": what is not confirmed is named, and no word for what was told last. */
bool news_names_own(const struct news_reader *d, const struct news_match *m) {
  for (uint8_t k = 0; k < d->s->mention_count; k++) {
    const struct news_mention *x = &d->s->mentions[k];
    bool when = x->at > 0 && x->at >= m->to && d->r->measures[x->measure].pair &&
                (news_word_is(&d->s->tokens[x->at - 1], "after") ||
                 news_word_is(&d->s->tokens[x->at - 1], "at")); /* "dropped it after the meeting" */
    if (!x->pronoun && !when && x->at + x->n > m->from && x->at < m->to + 4u) return true;
  }
  return false;
}
