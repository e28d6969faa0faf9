// SPDX-License-Identifier: Apache-2.0
// Measures that only stand beside what a verb tells of: "talks on the duties would continue", "a dispute over the duties".
#include "news/mentions.h"
#include "news/slots.h"

/* "talks on the remaining tariffs would continue": what a preposition leads is not what the verb behind it tells of. */
static bool is_led(const struct news_sentence *s, const struct news_mention *x,
                   const struct news_match *m) {
  if (x->form != NEWS_NOUN || x->pronoun || m->from != x->at || m->to <= x->at + x->n || x->at < 2)
    return false;
  if (s->np[x->at - 1] != NEWS_NP(NC_NP_ON) && !news_word_is(&s->tokens[x->at - 1], "of"))
    return false;
  bool follows = news_word_is(&s->tokens[x->at - 2], "compliance") ||
                 news_hit_at(s, NC_ASPECTS, x->at - 2u) != NULL;
  for (uint16_t i = s->heads[NC_KIND]; i != NEWS_NONE; i = s->hits[i].next)
    follows = follows || (uint32_t)s->hits[i].at + s->hits[i].n + 1u == x->at;
  return follows;
}

/* "raised the possibility of a 100% tariff": of that the verb tells. */
static bool only_possible(const struct news_sentence *s, const struct news_mention *x,
                          const struct news_match *m) {
  static const char *const nouns[] = {"possibility", "prospect", "spectre", "specter",
                                      "likelihood",  "chance",   "risk"};
  static const char *const verbs[] = {"raise", "raises", "raised", "raising", "increased"};
  bool raise = false;
  for (uint32_t at = m->from; at < x->at; at++) raise = raise || NEWS_IN(&s->tokens[at], verbs);
  return raise && m->voice == NEWS_NONE && x->form == NEWS_NOUN && x->at > m->from + 2u &&
         news_word_is(&s->tokens[x->at - 1], "of") && NEWS_IN(&s->tokens[x->at - 2], nouns);
}

/* "launch a dispute over the duties": of the dispute, not of the duties, the verb tells. */
static bool over_quarrel(const struct news_sentence *s, const struct news_mention *x,
                         const struct news_match *m) {
  uint32_t end = (uint32_t)x->at + x->n;
  if (x->form != NEWS_NOUN || x->at < 2 ||
      (m->from >= x->at && m->to > end &&
       (news_has(s, NC_RELATIVE, end, m->to) || s->tokens[end].kind == NEWS_MARK)))
    return false; /* "a complaint over the duty, which took effect", "over the duty, in effect since" */
  for (uint16_t i = s->heads[NC_KIND]; i != NEWS_NONE;
       i = s->hits[i].next) { /* "refund the duties" */
    uint32_t behind = (uint32_t)s->hits[i].at + s->hits[i].n;
    bool of = behind + 1u == x->at && news_word_is(&s->tokens[behind], "of");
    const struct news_token *last = &s->tokens[behind - 1];
    if (s->hits[i].at != x->head && (behind == x->at || of) &&
        news_word_is(last, of ? "refunds" : "refund"))
      return true;
  }
  bool led = s->np[x->at - 1] == NEWS_NP(NC_NP_ON) || news_word_is(&s->tokens[x->at - 1], "over");
  return led && news_hit_at(s, NC_QUARREL, x->at - 2u) != NULL;
}

/* "will raise the duty with NAME", "raise it at the WTO": speak of it. */
static bool raised_with(const struct news_sentence *s, const struct news_mention *x,
                        const struct news_match *m) {
  bool raise = false;
  for (uint32_t at = m->from; at < x->at; at++)
    raise =
        raise || news_word_is(&s->tokens[at], "raise") || news_word_is(&s->tokens[at], "raised");
  if (raise && x->pronoun && news_word_is(&s->tokens[x->at + x->n], "at")) return true;
  for (uint32_t at = x->head; raise && at + 1 < s->count && at <= (uint32_t)x->at + x->n; at++)
    if (news_word_is(&s->tokens[at], "with") && news_hit_at(s, NC_ACTOR, at + 1) != NULL)
      return true;
  return false;
}

/* "depends on an American investigation" */
static bool depends_on(const struct news_sentence *s, const struct news_mention *x) {
  return x->form == NEWS_NOUN && x->at > 1 && news_word_is(&s->tokens[x->at - 1], "on") &&
         news_in_class(s, NC_DEPENDS, x->at - 2);
}

/* "is preparing to retaliate against the controls": what is answered is not what is prepared. */
static bool is_answered(const struct news_sentence *s, const struct news_mention *x,
                        const struct news_match *m) {
  static const char *const leads[] = {"against", "to", "over", "for"};
  if (x->form != NEWS_NOUN) return false;
  for (uint32_t at = x->at; at > m->from + 1u && at + 4u > x->at; at--)
    if (NEWS_IN(&s->tokens[at - 1], leads) && news_in_class(s, NC_ANSWERS, at - 2)) return true;
  return false;
}

/* "is preparing a plan to help firms hit by the duty": of the plan. */
static bool only_suffered(const struct news_sentence *s, const struct news_statement *st,
                          const struct news_mention *x) {
  bool ahead =
      st->status == NEWS_THREATENED || st->status == NEWS_ANNOUNCED || st->status == NEWS_EXPECTED;
  return ahead && x->form == NEWS_NOUN && x->definite && x->at > 2 &&
         news_word_is(&s->tokens[x->at - 1], "by") && news_ending(s, NC_OWES, x->at) != NULL;
}

/* "pays 25%, as talks on a lower rate were shelved": the verb is of the clause behind, which has its own subject. */
static bool told_behind(const struct news_sentence *s, const struct news_mention *x,
                        const struct news_match *m) {
  static const char *const leads[] = {"as", "because", "although", "though", "while", "since"};
  if (m->from < x->at || x->form != NEWS_NOUN || !x->bare) return false;
  bool behind = false;
  for (uint32_t at = (uint32_t)x->at + x->n; at + 1 < m->to; at++) {
    if (s->tokens[at].kind != NEWS_MARK) continue;
    behind = NEWS_IN(&s->tokens[at + 1], leads); /* and no comma closes it */
  }
  return behind;
}

bool news_told_of_other(const struct news_sentence *s, const struct news_statement *st,
                        const struct news_mention *x, const struct news_match *m) {
  return depends_on(s, x) || is_answered(s, x, m) || is_led(s, x, m) || over_quarrel(s, x, m) ||
         raised_with(s, x, m) || only_possible(s, x, m) || only_suffered(s, st, x) ||
         told_behind(s, x, m);
}
