// SPDX-License-Identifier: Apache-2.0
// Commas that a writer left out between two clauses: "Ottawa lifted its duty on cars after Lima had raised its own" is read as
// "Ottawa lifted its duty on cars, after Lima had raised its own".
//
// What is asked of a clause (whose act, on whom, which rate) stops at a comma before "as", "after", "while"; without one it went on
// into the clause behind. So the comma is put there before anything else looks at the words: in the byte of the space, which gets
// its own back when the paragraph has been read. A comma is put only before a clause of its own: a subject, and a verb that is
// finite or may be.
#include "news/idle.h"

#define FARTHEST 7 /* words from the joint to the verb of its clause */
#define LEAST    3 /* words before the joint */

/* "such as", "as well as", "known as", "long after": the word belongs to the one before it. */
static bool is_bound(const struct news_sentence *s, uint32_t at) {
  static const char *const words[] = {"such", "well", "soon",  "long",  "same", "known", "far",
                                      "just", "even", "seen",  "serve", "much", "many",  "insofar",
                                      "not",  "only", "until", "or",    "and",  "but",   "that",
                                      "than", "so",   "if",    "as"};
  return NEWS_IN(&s->tokens[at - 1], words) || s->np[at - 1] == NEWS_NP(NC_NP_TO);
}

static bool may_be_finite(const struct news_reader *d, uint32_t at) {
  static const uint16_t classes[] = {NC_WILL, NC_MIGHT, NC_OWES, NC_STAYS, NC_AGREES};
  const struct news_token *t = &d->s->tokens[at];
  if (t->kind != NEWS_WORD || t->capital) return false;
  if (at + 1 < d->s->count && d->s->np[at + 1] == NEWS_NP(NC_NP_BY)) return false;
  if (news_idle_verb(d, at)) return true;
  for (size_t k = 0; k < sizeof classes / sizeof *classes; k++)
    if (news_has(d->s, classes[k], at, at + 1)) return true;
  return false;
}

/* Words in a row, somebody named or "the" or "it" at their head, then a verb. */
static bool opens_clause(const struct news_reader *d, uint32_t at) {
  static const char *const heads[] = {"it", "they", "he", "she", "both", "the", "its", "their"};
  const struct news_sentence *s = d->s;
  if (at + 1 >= s->count || s->tokens[at].kind != NEWS_WORD) return false;
  if (!s->tokens[at].capital && !NEWS_IN(&s->tokens[at], heads) &&
      news_hit_at(s, NC_PARTY, at) == NULL && news_hit_at(s, NC_ACTOR, at) == NULL)
    return false;
  for (uint32_t k = at + 1; k < s->count && k <= at + FARTHEST; k++) {
    const struct news_token *t = &s->tokens[k];
    if (t->kind == NEWS_MARK || t->quote != s->tokens[at].quote || t->kind == NEWS_OPEN)
      return false;
    if (may_be_finite(d, k)) return true;
  }
  return false;
}

static bool is_land(const struct news_sentence *s, uint32_t at) {
  return news_in_class(s, NC_PARTY, at) || news_in_class(s, NC_ACTOR, at);
}

/* "Ottawa lifted its duty on cars and Lima raised its own": a government with its verb right behind, and a verb before; not "goods
 * from Canada and Mexico pay 25%". */
static bool adds_clause(const struct news_reader *d, uint32_t at) {
  const struct news_sentence *s = d->s;
  const struct news_hit *h = news_hit_at(s, NC_PARTY, at + 1);
  if (h == NULL) h = news_hit_at(s, NC_ACTOR, at + 1);
  uint32_t k = h != NULL ? (uint32_t)h->at + h->n : at + 2;
  if (at + 1 < s->count && news_word_is(&s->tokens[at + 1], "the") && h == NULL) {
    h = news_hit_at(s, NC_PARTY, at + 2);
    k = h != NULL ? (uint32_t)h->at + h->n : k;
  }
  if (h == NULL || k >= s->count || s->tokens[k - 1].genitive) return false;
  if (is_land(s, at - 1) || s->tokens[at - 1].capital || !may_be_finite(d, k)) return false;
  for (uint32_t i = 1; i < at; i++)
    if (may_be_finite(d, i) && is_land(s, i - 1)) return true;
  return false;
}

/* The first word of the joint at the place: "even as", "two days after", "the same day"; `at` itself for "as". */
static uint32_t joint_from(const struct news_reader *d, uint32_t at) {
  static const char *const words[] = {"as",      "after",  "while",    "because",
                                      "whereas", "though", "although", "but"};
  const struct news_sentence *s = d->s;
  if (news_word_is(&s->tokens[at], "day") && at > 2 && news_word_is(&s->tokens[at - 1], "same") &&
      news_word_is(&s->tokens[at - 2], "the") && !news_word_is(&s->tokens[at - 3], "on"))
    return at - 2;
  if (news_word_is(&s->tokens[at], "and") && adds_clause(d, at)) return at;
  if (!NEWS_IN(&s->tokens[at], words)) return UINT32_MAX;
  uint32_t from = news_turn_opening(d, at);
  if (from < at || !is_bound(d->s, at)) return from;
  return UINT32_MAX;
}

/* Where a comma of the sentence is missing; UINT32_MAX: nowhere. */
static uint32_t missing(const struct news_reader *d) {
  const struct news_sentence *s = d->s;
  for (uint32_t at = LEAST; at + 2 < s->count; at++) {
    uint32_t first = joint_from(d, at);
    if (first == UINT32_MAX || first < LEAST || s->tokens[first - 1].kind == NEWS_MARK) continue;
    bool plain =
        s->tokens[first - 1].kind == NEWS_WORD || s->tokens[first - 1].kind == NEWS_NUMERAL;
    if (plain && s->tokens[first - 1].quote == s->tokens[at].quote && opens_clause(d, at + 1))
      return first;
  }
  return UINT32_MAX;
}

/* Puts a comma before the word; false: there is no room. */
static bool put(struct news_reader *d, uint32_t word) {
  struct news_token *t = d->tokens.items + word;
  uint32_t space = t->at - 1;
  if (d->tokens.count >= NEWS_PARAGRAPH || d->joint_count >= NEWS_JOINTS || t->at == 0)
    return false;
  char *p = d->text->text.p + space;
  if (*p != ' ' && *p != '\n') return false;
  d->joints[d->joint_count].at = space;
  d->joints[d->joint_count++].was = *p;
  *p = ',';
  memmove(t + 1, t, (d->tokens.count - word) * sizeof *t);
  *t =
      (struct news_token){.at = space, .n = 1, .kind = NEWS_MARK, .quote = t[1].quote, .put = true};
  d->tokens.count++;
  return true;
}

uint32_t news_joints_put(struct news_reader *d, uint32_t base) {
  uint32_t at = missing(d);
  return at != UINT32_MAX && put(d, base + at) ? 1 : 0;
}

void news_joints_undo(struct news_reader *d) {
  while (d->joint_count > 0) {
    d->joint_count--;
    d->text->text.p[d->joints[d->joint_count].at] = d->joints[d->joint_count].was;
  }
}
