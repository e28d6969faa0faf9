// SPDX-License-Identifier: Apache-2.0
// The condition and the firmness of a statement.
#include "news/slots.h"
#include "news/subjects.h"

const char *const news_commitment_words[4] = {"certain", "probable", "possible", "conditional"};

/* Another clause begins: ", and". */
bool news_clause_at(const struct news_sentence *s, uint32_t at) {
  return at > 0 && at < NEWS_SENTENCE && s->np[at] == NEWS_NP(NC_NP_AND) &&
         s->tokens[at - 1].kind == NEWS_MARK;
}

/* "if it comes", "if imposed": whether it is done is no condition of it. */
static bool is_idle(const struct news_sentence *s, uint32_t at, uint32_t end) {
  static const char *const verbs[] = {"comes",     "come",    "came",         "happens",
                                      "happened",  "imposed", "enacted",      "implemented",
                                      "confirmed", "effect",  "materializes", "materialises",
                                      "adopted",   "applied"};
  if (at + 3 < s->count && news_word_is(&s->tokens[at + 1], "condition") &&
      (news_word_is(&s->tokens[at + 3], "anonymity") || news_word_is(&s->tokens[at + 2], "he") ||
       news_word_is(&s->tokens[at + 2], "they") || news_word_is(&s->tokens[at + 2], "she")))
    return true; /* "on condition of anonymity", "on condition he not be named" */
  if (end > at + 5) return false;
  for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
    if (news_word_is(&s->tokens[end - 1], verbs[i])) {
      bool bare = end == at + 2, it = at + 1 < end && s->np[at + 1] == NEWS_NP(NC_NP_IT);
      bool they = news_word_is(&s->tokens[at + 1], "they");
      return bare || it || they;
    }
  return false;
}

/* The clause that begins with a word for if. */
static void take_condition(struct news_reader *d, struct news_statement *st, uint32_t at,
                           uint32_t base) {
  uint32_t end = at + 1;
  while (end < d->s->count && d->s->tokens[end].kind != NEWS_MARK &&
         d->s->tokens[end].kind != NEWS_CLOSE)
    end++;
  if (is_idle(d->s, at, end)) return;
  st->condition = news_span_of(d, base + at, base + end);
}

/* "... and can last no longer": the clause behind has a verb of its own. */
static bool modal_at(const struct news_sentence *s, uint32_t at) {
  return at + 1 < s->count && s->np[at] == NEWS_NP(NC_NP_AND) &&
         (news_hit_at(s, NC_MIGHT, at + 1) != NULL || news_hit_at(s, NC_MUST, at + 1) != NULL);
}

/* A semicolon: another sentence in all but name. */
static bool ends_between(const struct news_reader *d, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; at++)
    if (d->s->tokens[at].kind == NEWS_MARK && d->text->text.p[d->s->tokens[at].at] == ';')
      return true;
  return false;
}

/* "is ending the talks and would announce duties on Monday": the day is another clause's. */
bool news_modal_between(const struct news_sentence *s, uint32_t from, uint32_t to) {
  for (uint32_t at = from; at < to; at++)
    if (modal_at(s, at) ||
        (s->np[at] == NEWS_NP(NC_NP_AND) && news_hit_at(s, NC_WILL, at + 1) != NULL))
      return true;
  return false;
}

/* "takes effect", "begins", and in the present: of what is settled. */
static bool begins_in(const struct news_sentence *s, const struct news_match *m) {
  return news_has(s, NC_STARTS, m->from, m->to) && !news_has(s, NC_WILL, m->from, m->to);
}

/* "after talks ended without a deal": how they ended, and no condition. */
static bool tells_how(const struct news_sentence *s, uint32_t at) {
  static const char *const ends[] = {"ended",  "ending",    "ends",   "end",      "concluded",
                                     "up",     "over",      "closed", "finished", "passed",
                                     "failed", "collapsed", "stalled"};
  static const char *const verbs[] = {"left",  "returned", "came",  "went",
                                      "broke", "expired",  "lapsed"};
  if (at == 0 || !news_word_is(&s->tokens[at], "without")) return false;
  if (NEWS_IN(&s->tokens[at - 1], ends) || NEWS_IN(&s->tokens[at - 1], verbs)) return true;
  for (uint32_t k = at - 1; k > 0 && k + 5 > at && s->tokens[k].kind != NEWS_MARK; k--)
    if (NEWS_IN(&s->tokens[k], verbs) || news_word_is(&s->tokens[k], "ended")) return true;
  return false;
}

/* Behind the match in its clause; else where the sentence begins with it: "Unless ..., the duty will rise". */
void news_set_condition(struct news_reader *d, struct news_statement *st,
                        const struct news_match *m, uint32_t base) {
  const struct news_rule *rule = &d->r->rules[st->rule];
  bool generic = rule->measure == NEWS_NONE;
  bool would = false; /* "would stay at 15% if" */
  for (uint32_t at = m->from; st->status == NEWS_IN_FORCE && at < m->to; at++)
    would = would || news_word_is(&d->s->tokens[at], "would");
  if (!rule->condition && !(generic && would)) return;
  for (uint32_t at = m->from; at < d->s->count; at++) {
    if (generic && at >= m->to && (news_clause_at(d->s, at) || modal_at(d->s, at))) break;
    if (generic && at >= m->to && news_modal_between(d->s, at, at + 1) && begins_in(d->s, m))
      break; /* "takes effect on Feb. 24 and will expire after 150 days unless ..." */
    if (generic && at >= m->to && at > 0 && d->s->tokens[at - 1].kind == NEWS_MARK &&
        news_word_is(&d->s->tokens[at], "which"))
      break; /* ", which can last no longer than 150 days unless ..." */
    if (news_hit_at(d->s, NC_IF, at) == NULL) continue;
    if (at < m->to && news_word_is(&d->s->tokens[at], "subject")) continue; /* to a duty */
    if (at > 0 && news_word_is(&d->s->tokens[at - 1], "for")) continue;     /* "for as long as" */
    if (tells_how(d->s, at)) continue;
    take_condition(d, st, at, base);
    return;
  }
  for (uint32_t at = 0; generic && at < m->from; at++) {
    uint8_t led = at == 0 ? NEWS_MARK : d->s->tokens[at - 1].kind;
    bool opens = led == NEWS_MARK || led == NEWS_OPEN ||
                 (at > 0 && news_word_is(&d->s->tokens[at - 1], "that"));
    if (!opens || news_hit_at(d->s, NC_IF, at) == NULL || ends_between(d, at, m->from)) continue;
    take_condition(d, st, at, base);
    return;
  }
}

/* "if Korea does not pass the bill, the duty will rise": behind the comma another acts; `from`: no such clause ends before `at`. */
uint32_t news_past_if(const struct news_sentence *s, uint32_t from, uint32_t at) {
  uint32_t low = from;
  for (uint16_t i = s->heads[NC_IF]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t k = s->hits[i].at;
    if (k < from || k >= at) continue;
    while (k < at && s->tokens[k].kind != NEWS_MARK) k++;
    if (k < at && k + 1 > low) low = k + 1;
  }
  return low;
}

/* How firm the words are, and whether they say no. */
void news_set_commitment(struct news_reader *d, struct news_statement *st,
                         const struct news_match *m) {
  const struct news_sentence *s = d->s;
  uint32_t from = m->from > 4 ? m->from - 4u : 0;
  bool no = st->status == NEWS_DENIED || st->status == NEWS_UNCONFIRMED;
  st->negative = no || news_has(s, NC_NEGATION, m->from, m->to);
  if (st->condition.to != 0)
    st->commitment = NEWS_CONDITIONAL;
  else if (news_has(s, NC_MAY, from, m->to))
    st->commitment = NEWS_POSSIBLE;
  else if (st->status == NEWS_EXPECTED || news_has(s, NC_LIKELY, from, m->to))
    st->commitment = NEWS_PROBABLE;
}
