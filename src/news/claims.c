// SPDX-License-Identifier: Apache-2.0
// What a sentence only cites: "The claim that China will defer them is false, He said", "dismissed reports that", "It is too
// early to say that". What stands in such a clause is denied by whoever calls it false, or said by nobody; never is it
// the word of whoever cites it.
#include <string.h>

#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

/* A phrase of the class that ends where `end` begins. */
static const struct news_hit *ends_at(const struct news_sentence *s, uint16_t class, uint32_t end) {
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next)
    if ((uint32_t)s->hits[i].at + s->hits[i].n == end) return &s->hits[i];
  return NULL;
}

static bool is_negated(const struct news_sentence *s, uint32_t at) {
  return news_has(s, NC_NEGATION, at > 3 ? at - 3u : 0, at);
}

/* "at no point had it been agreed", "nobody has said" */
static bool nobody_before(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"no", "nobody", "none", "neither", "never"};
  for (uint32_t k = at; k > 0 && k + 7u > at; k--) {
    if (s->tokens[k - 1].kind == NEWS_MARK) return false;
    if (NEWS_IN(&s->tokens[k - 1], words)) return true;
  }
  return false;
}

/* Where the clause behind "that" ends at the latest: before a semicolon, a comma behind which another begins, or, where
 * it hangs on "denying", at the first comma. */
uint32_t news_claim_end(const struct news_reader *d, uint32_t base, uint32_t at) {
  static const char *const turns[] = {"but",    "while",  "though", "although",
                                      "adding", "saying", "and"};
  const struct news_sentence *s = d->s;
  const struct news_token *verb = &s->tokens[at > 1 ? at - 2u : 0];
  bool ing = verb->n > 4 && memcmp(d->text->text.p + verb->at + verb->n - 3, "ing", 3) == 0;
  for (; at + 1 < s->count; at++) {
    if (s->tokens[at].kind != NEWS_MARK) continue;
    if (ing || news_is_mark(d, base + at, ';') || NEWS_IN(&s->tokens[at + 1], turns)) return at;
  }
  return s->count;
}

/* "is false", "were not accurate", "as baseless" behind the clause that begins at `from`: where it begins; 0: nowhere. */
static uint32_t verdict_behind(const struct news_sentence *s, uint32_t from, bool called) {
  for (uint16_t i = s->heads[NC_FALSE]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t at = s->hits[i].at;
    if (at <= from + 2u) continue;
    for (uint32_t k = at; k > from && k + 4u > at; k--)
      if (news_hit_at(s, NC_BE, k - 1) != NULL || news_word_is(&s->tokens[k - 1], "as"))
        return k - 1;
    if (called) return at;
  }
  return 0;
}

/* The noun of a claim before "that" with what may stand between: "a report in the Financial Times on Monday that". */
static const struct news_hit *claim_before(const struct news_sentence *s, uint32_t that) {
  for (uint32_t at = that; at > 0 && at + 9u > that; at--) {
    const struct news_hit *h = ends_at(s, NC_CLAIM, at);
    if (h != NULL) return h;
    if (s->tokens[at - 1].kind == NEWS_MARK || news_hit_at(s, NC_SAY, at - 1) != NULL) break;
  }
  return NULL;
}

/* "dismissed as baseless a report", "denied media reports", "contrary to reports": the word that takes the noun at `noun`. */
static const struct news_hit *taken_by(const struct news_sentence *s, uint16_t class,
                                       uint32_t noun) {
  for (uint32_t at = noun; at > 0 && at + 6u > noun; at--) {
    const struct news_hit *h = ends_at(s, class, at);
    if (h != NULL) return h;
    if (s->tokens[at - 1].kind == NEWS_MARK && s->tokens[at - 1].quote == 0) break;
  }
  return NULL;
}

/* What a noun before "that" makes of its clause. */
static void weigh_noun(const struct news_reader *d, uint32_t base, const struct news_hit *noun,
                       struct news_claim *c) {
  const struct news_sentence *s = d->s;
  const struct news_hit *by = taken_by(s, NC_REFUTES, noun->at);
  bool called = taken_by(s, NC_CALLS, noun->at) != NULL;
  uint32_t verdict = verdict_behind(s, c->from, called);
  if (by != NULL) {
    c->holds = is_negated(s, by->at) ? NEWS_CLAIM_OPEN : NEWS_CLAIM_FALSE;
    c->verb = by->at;
  } else if (verdict != 0) {
    c->holds = NEWS_CLAIM_FALSE;
    c->verb = called ? taken_by(s, NC_CALLS, noun->at)->at : UINT32_MAX;
    c->to = verdict;
  } else if (taken_by(s, NC_BELIED, noun->at) != NULL) {
    c->holds = NEWS_CLAIM_FALSE;
    c->verb = UINT32_MAX;
  } else if (news_in_class(s, NC_RUMOUR, noun->at) || taken_by(s, NC_UNSAID, noun->at) != NULL) {
    c->holds = NEWS_CLAIM_OPEN;
  }
  (void)base;
}

/* What stands right before "that" makes of its clause: "It is not true that", "is too early to say that". */
static void weigh_phrase(const struct news_sentence *s, uint32_t that, struct news_claim *c) {
  const struct news_hit *h = ends_at(s, NC_FALSE, that);
  c->verb = UINT32_MAX;
  if (h != NULL && !is_negated(s, h->at)) {
    c->holds = NEWS_CLAIM_FALSE;
    return;
  }
  if (ends_at(s, NC_UNSAID, that) != NULL) c->holds = NEWS_CLAIM_OPEN;
  const struct news_hit *says = ends_at(s, NC_SAY, that);
  if (says == NULL) says = ends_at(s, NC_AGREES, that);
  if (says != NULL && (is_negated(s, says->at) || nobody_before(s, says->at)))
    c->holds = NEWS_CLAIM_OPEN; /* "never said that" */
  const struct news_hit *thinks = ends_at(s, NC_BELIEVES, that);
  if (thinks != NULL && is_negated(s, thinks->at))
    c->holds = NEWS_CLAIM_OPEN; /* "does not think that", "did not mean that" */
  if (c->holds == NEWS_CLAIM_HOLDS &&
      (ends_at(s, NC_WISHES, that) != NULL || ends_at(s, NC_FEARS, that) != NULL ||
       ends_at(s, NC_FEARS, that + 1) != NULL))
    c->holds = NEWS_CLAIM_WISHED;
  const struct news_hit *by = ends_at(s, NC_REFUTES, that);
  if (by == NULL) return;
  c->holds = is_negated(s, by->at) ? NEWS_CLAIM_OPEN : NEWS_CLAIM_FALSE;
  c->verb = by->at;
}

/* "reports China has lifted it", "denied it had agreed": a clause of its own begins without a "that". */
static bool lacks_that(const struct news_reader *d, uint32_t at) {
  const struct news_sentence *s = d->s;
  static const uint16_t finite[] = {NC_WILL, NC_MIGHT, NC_HAVE, NC_BE, NC_MUST};
  if (ends_at(s, NC_CLAIM, at) == NULL && ends_at(s, NC_REFUTES, at) == NULL) return false;
  uint32_t name = at + (s->np[at] == NEWS_NP(NC_NP_THE));
  const struct news_hit *who = name < s->count ? news_hit_at(s, NC_ACTOR, name) : NULL;
  uint32_t verb = who != NULL ? (uint32_t)who->at + who->n : name + 1u;
  if ((who == NULL && !news_word_is(&s->tokens[at], "it")) || verb >= s->count) return false;
  for (size_t k = 0; k < sizeof finite / sizeof *finite; k++)
    if (news_hit_at(s, finite[k], verb) != NULL) return true;
  const struct news_token *t = &s->tokens[verb];
  bool past = t->kind == NEWS_WORD && t->n > 4 && !t->capital &&
              memcmp(d->text->text.p + t->at + t->n - 2, "ed", 2) == 0;
  return past || news_word_is(t, "had") || news_hit_at(s, NC_DEED, verb) != NULL;
}

/* "falsely said China had lifted it", "wrongly claimed that": up to the end. */
static void note_falsely(struct news_reader *d, uint32_t base, uint32_t at) {
  for (uint32_t verb = at + 1; verb < at + 3u && verb + 2 < d->s->count; verb++)
    if (news_hit_at(d->s, NC_SAY, verb) != NULL || news_hit_at(d->s, NC_SAY_THAT, verb) != NULL) {
      d->claims[d->claim_count++] =
          (struct news_claim){verb + 1u, news_claim_end(d, base, verb + 1), UINT32_MAX,
                              NEWS_CLAIM_OPEN, 0};
      return;
    }
}

/* "If Beijing has lifted it, ...", "as if Canada paid 25%": up to the comma. */
static void note_supposed(struct news_reader *d, uint32_t at) {
  uint32_t end = at + 1;
  while (end < d->s->count && d->s->tokens[end].kind != NEWS_MARK) end++;
  d->claims[d->claim_count++] = (struct news_claim){at + 1u, end, UINT32_MAX, NEWS_CLAIM_WISHED, 0};
}

void news_claims_mark(struct news_reader *d, uint32_t base) {
  static const char *const supposes[] = {"if",      "unless",    "provided",
                                         "suppose", "supposing", "assuming"};
  const struct news_sentence *s = d->s;
  d->claim_count = 0;
  if (s->heads[NC_CLAIM] == NEWS_NONE && s->heads[NC_FALSE] == NEWS_NONE &&
      s->heads[NC_UNSAID] == NEWS_NONE && s->heads[NC_NEGATION] == NEWS_NONE &&
      s->heads[NC_REFUTES] == NEWS_NONE && s->heads[NC_WONDERS] == NEWS_NONE &&
      s->heads[NC_IF] == NEWS_NONE && s->heads[NC_FEARS] == NEWS_NONE &&
      s->heads[NC_WISHES] == NEWS_NONE && s->heads[NC_FALSELY] == NEWS_NONE)
    return;
  for (uint32_t at = 0; at + 2 < s->count && d->claim_count < NEWS_CLAIMS; at++) {
    if (news_in_class(s, NC_FALSELY, at)) note_falsely(d, base, at);
    if (NEWS_IN(&s->tokens[at], supposes)) note_supposed(d, at);
    bool whether = news_word_is(&s->tokens[at], "whether");
    bool that = news_word_is(&s->tokens[at], "that");
    if (!whether && !that && !lacks_that(d, at)) continue;
    uint32_t from = at + (whether || that);
    struct news_claim c = {from, news_claim_end(d, base, from), UINT32_MAX, NEWS_CLAIM_HOLDS, 0};
    if (whether)
      c.holds = NEWS_CLAIM_ASKED;
    else
      weigh_phrase(s, at, &c);
    const struct news_hit *noun = c.holds == NEWS_CLAIM_HOLDS ? claim_before(s, at) : NULL;
    if (noun != NULL) weigh_noun(d, base, noun, &c);
    if (c.holds != NEWS_CLAIM_HOLDS) d->claims[d->claim_count++] = c;
  }
}

/* The cited clause in which the match stands, or into which it reaches; NULL: none. */
static const struct news_claim *claim_of(const struct news_reader *d, uint32_t from, uint32_t to) {
  for (uint32_t k = 0; k < d->claim_count; k++)
    if (from < d->claims[k].to && to > d->claims[k].from) return &d->claims[k];
  return NULL;
}

bool news_is_cited(const struct news_reader *d, const struct news_match *m) {
  return claim_of(d, m->from, m->to) != NULL;
}

/* Who denies is told by the verb, else whoever says the sentence; false: nobody knows. */
static bool denied_by(struct news_reader *d, struct news_statement *st, uint32_t base,
                      const struct news_claim *c) {
  struct news_subject who = {.actor = NEWS_OUTLET};
  if (c->verb != UINT32_MAX) {
    const struct news_hit *verb = news_hit_at(d->s, NC_REFUTES, c->verb);
    if (verb == NULL) verb = news_hit_at(d->s, NC_CALLS, c->verb);
    if (verb == NULL || !news_subject_find(d, base, verb, &who) ||
        (who.actor == NEWS_OUTLET && who.unknown == NULL))
      return st->speaker != NEWS_OUTLET || st->unknown != NULL;
    st->speaker = st->path[0] = who.actor;
    st->unknown = who.unknown;
    st->side = news_side_of(d, who.actor);
    if (who.unknown != NULL) st->side = who.side;
    st->quoted = false;
  }
  return st->speaker != NEWS_OUTLET || st->unknown != NULL;
}

/* What is another government's to decide is not theirs to deny. */
static bool is_theirs(const struct news_reader *d, const struct news_statement *st) {
  const struct news_measure *kind = &d->r->measures[st->measure];
  enum news_side decides = kind->template ? st->imposer : kind->competent;
  return (kind->template && kind->pair) || decides == NEWS_NO_SIDE ||
         news_same_house(d->r, st->side, decides);
}

/* "hopes that China has lifted it": what is hoped for may come, the rest nobody says. */
static bool is_firm(enum news_status status) {
  return status == NEWS_CONFIRMED || status == NEWS_IN_FORCE || status == NEWS_SUSPENDED ||
         status == NEWS_ENDED || status == NEWS_AVERTED || status == NEWS_ANNOUNCED;
}

/* Of a statement that stands in the clause, or reaches into it from `before`: does it stay? */
static bool settle(struct news_reader *d, struct news_statement *st, uint32_t base,
                   const struct news_claim *c, bool before) {
  bool no = st->status == NEWS_DENIED || st->status == NEWS_UNCONFIRMED;
  if (c->holds == NEWS_CLAIM_RETOLD) {
    if (!no && !before) news_retold_settle(d, st, c);
    return true;
  }
  if (c->holds == NEWS_CLAIM_WISHED) return no || before || !is_firm(st->status);
  if (c->holds == NEWS_CLAIM_ASKED) return no || before || st->status == NEWS_DISCUSSED;
  if (no && before && c->holds == NEWS_CLAIM_OPEN)
    return st->status == NEWS_UNCONFIRMED || c->verb == UINT32_MAX; /* "did not deny that" */
  if (before && st->status == NEWS_UNCONFIRMED) return true;
  if ((no && !before) || c->holds == NEWS_CLAIM_OPEN) return false;
  if (!denied_by(d, st, base, c) || !is_theirs(d, st)) return false;
  st->status = NEWS_DENIED;
  st->condition = (struct news_span){0, 0};
  return true;
}

/* "the 100% duty it has charged": which duty, so it is there. */
static bool it_has(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"it", "they", "he", "she", "we"};
  return at > 0 && NEWS_IN(&s->tokens[at], words) && news_ending(s, NC_KIND, at) != NULL;
}

/* "denied that Japan, which pays 15%, had asked": what a relative clause tells of it is the writer's own. */
static bool is_told_beside(const struct news_reader *d, uint32_t base, const struct news_claim *c,
                           const struct news_statement *st) {
  static const char *const opens[] = {"which", "who", "whose", "where", "whom", "after"};
  const struct news_sentence *s = d->s;
  for (uint32_t at = c->from; at + 2 < c->to; at++) {
    bool mark = s->tokens[at].kind == NEWS_MARK;
    bool behind = NEWS_IN(&s->tokens[at + 1], opens) || NEWS_IN(&s->tokens[at + 2], opens);
    bool relative = news_in_class(s, NC_RELATIVE, at);
    bool which = c->holds == NEWS_CLAIM_WISHED && (relative || it_has(s, at));
    if (!(mark && behind) && !which && !news_word_is(&s->tokens[at], "which")) continue;
    if (news_span_of(d, base + at, base + at + 1).from < st->span.to) return true;
  }
  return false;
}

void news_claims_settle(struct news_reader *d, uint32_t base, size_t first) {
  struct news_story *y = d->story;
  size_t n = first;
  if (d->claim_count == 0) return;
  for (size_t i = first; i < y->statement_count; i++) {
    struct news_statement *st = &y->statements[i];
    bool stays = true;
    for (uint32_t k = 0; k < d->claim_count && stays; k++) {
      const struct news_claim *c = &d->claims[k];
      struct news_span of = news_span_of(d, base + c->from, base + c->to);
      if (st->span.from < of.to && st->span.to > of.from && !is_told_beside(d, base, c, st))
        stays = settle(d, st, base, c, st->span.from < of.from);
    }
    if (stays) y->statements[n++] = *st;
  }
  y->statement_count = n;
}
