// SPDX-License-Identifier: Apache-2.0
// What somebody confirms, denies or keeps silent on without naming it: "Beijing has not confirmed that", "gave no
// figure". It is what the other side, or the report, told last of what the speaker's side has a part in.
#include <stdlib.h>
#include <string.h>

#include "news/slots.h"
#include "news/subjects.h"

#define NEARBY                                                                                     \
  700 /* bytes between the end of what was told and the sentence that is silent on it */

/* Told of what is to come or was agreed: who is silent on it has not confirmed it. What is in force needs nobody's word. */
static bool may_be_meant(const struct news_statement *x) {
  switch (x->status) {
  case NEWS_EXPECTED:
  case NEWS_FRAMEWORK:
  case NEWS_ANNOUNCED:
  case NEWS_SUSPENDED:
  case NEWS_AVERTED:
  case NEWS_CONFIRMED:
    return true;
  default:
    return x->side != NEWS_NO_SIDE && x->status == NEWS_ENDED;
  }
}

/* "has not confirmed the report": of what somebody weighs, say others. */
static bool names_report(const struct news_sentence *s) {
  static const char *const words[] = {"report", "reports"};
  for (uint32_t at = 0; at < s->count; at++)
    if (NEWS_IN(&s->tokens[at], words)) return true;
  return false;
}

/* "China will lift it, the ministry said. It named no date": of what it told itself right before. */
static bool own_words(const struct news_sentence *s, const struct news_statement *x,
                      const struct news_statement *st) {
  return (news_is_pronoun(s, 0) || news_word_is(&s->tokens[0], "it")) &&
         x->speaker == st->speaker && st->speaker != NEWS_OUTLET &&
         x->sentence.from < st->sentence.from && x->sentence.to + 4u > st->sentence.from;
}

/* The side decides it or is one of the two; of a duty whoever is hit has only a part in it where it was agreed. */
static bool has_part(const struct news_reader *d, const struct news_statement *x,
                     enum news_side side) {
  const struct news_measure *m = &d->r->measures[x->measure];
  if (m->a == side || m->b == side) return m->competent == NEWS_NO_SIDE || m->competent == side;
  if (x->imposer == side) return true;
  return x->target == side && (m->pair || x->status == NEWS_FRAMEWORK);
}

static bool of_group(const struct news_reader *d, const struct news_statement *x, uint16_t group) {
  const struct news_measure *m = &d->r->measures[x->measure];
  if (group != NEWS_NONE && !m->template && strcmp(m->kind, "meeting") == 0)
    return strcmp(d->r->classes[group], "#talks") == 0; /* a visit that has a name of its own */
  return group == NEWS_NONE || (m->template && (m->group[NEWS_NOUN] == group || m->noun == group));
}

/* "did not confirm the extension": it was told of what was extended, by whomever. */
static bool says_extended(const struct news_reader *d, struct news_span in) {
  static const char *const words[] = {"exten", "prolong", "renew"};
  for (uint32_t at = in.from; at + 7 < in.to; at++)
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
      if (memcmp(d->text->text.p + at, words[i], strlen(words[i])) == 0) return true;
  return false;
}

static bool on_extension(const struct news_sentence *s) {
  for (uint32_t at = 1; at < s->count; at++)
    if (news_word_is(&s->tokens[at], "extension")) return s->np[at - 1] == NEWS_NP(NC_NP_THE);
  return false;
}

/* "has not confirmed the figure": of what was told with one. */
static bool names_figure(const struct news_sentence *s) {
  for (uint32_t at = 0; at < s->count; at++)
    if (news_in_class(s, NC_FIGURES, at)) return true;
  return false;
}

/* "It did not mention soybeans": is what was told of other goods, or, where no figure is named, of none? */
static bool of_other_goods(const struct news_sentence *s, uint16_t good, bool figure) {
  bool named = false;
  for (uint16_t i = s->heads[NC_GOOD]; i != NEWS_NONE; i = s->hits[i].next) {
    uint32_t end = (uint32_t)s->hits[i].at + s->hits[i].n;
    if (s->hits[i].ref == good || news_in_class(s, NC_WARES, end) ||
        news_in_class(s, NC_WARES, end - 1u))
      return false; /* "farm goods": whatever they are */
    named = named || s->tokens[s->hits[i].at].quote == 0;
  }
  return named && (good != NEWS_NONE || !figure);
}

/* "has not confirmed the $17bn figure", "the 12 million number": a sum, thousandths; 0: none is named. */
static int64_t sum_named(const struct news_sentence *s) {
  const int64_t least = (int64_t)100000 * 1000;
  for (uint32_t at = 0; at < s->count; at++)
    if (s->tokens[at].kind == NEWS_NUMERAL && !s->tokens[at].percent &&
        s->tokens[at].milli >= least)
      return s->tokens[at].milli;
  return 0;
}

static bool is_sum(const struct news_statement *x, int64_t milli) {
  return x->number != NULL && x->percent_milli == 0 && strtoll(x->number, NULL, 10) == milli / 1000;
}

bool news_last_fill(const struct news_reader *d, struct news_statement *st, uint16_t but) {
  const struct news_rule *rule = &d->r->rules[st->rule];
  const struct news_story *y = d->story;
  size_t n = y->statement_count, low = n > d->opening + NEWS_BACK ? n - NEWS_BACK : d->opening;
  bool longer = rule->status == NEWS_UNCONFIRMED && on_extension(d->s);
  bool averts = rule->status == NEWS_AVERTED; /* "That threat is off the table": whoever made it */
  if ((st->side == NEWS_NO_SIDE && !averts) || st->hearsay) return false;
  bool figure = names_figure(d->s), report = names_report(d->s);
  int64_t sum = figure ? sum_named(d->s) : 0;
  bool bare = rule->status == NEWS_UNCONFIRMED && sum == 0 && rule->last != NEWS_NONE &&
              d->s->heads[NC_GOOD] == NEWS_NONE;
  while (n-- > low) {
    const struct news_statement *x = &y->statements[n];
    if (rule->status == NEWS_UNCONFIRMED && own_words(d->s, x, st)) return false;
    bool far = sum == 0 && x->sentence.to + NEARBY < st->sentence.from;
    bool other = x->side != st->side || (x->hearsay && x->speaker == NEWS_OUTLET);
    bool pair = rule->last != NEWS_NONE && d->r->measures[x->measure].pair;
    other = other ||
            (pair &&
             x->speaker !=
                 st->speaker); /* "NAME said so. The White House did not confirm the extension" */
    bool meant = averts ? x->status == NEWS_THREATENED || x->status == NEWS_ANNOUNCED
                        : other && (may_be_meant(x) || (report && x->status == NEWS_DISCUSSED)) &&
                              has_part(d, x, st->side);
    if (longer) {
      meant = has_part(d, x, st->side) && says_extended(d, x->sentence);
      far = false;
    }
    if (bare && x->speaker == st->speaker && x->sentence.from < st->sentence.from &&
        st->speaker != NEWS_OUTLET && !d->r->measures[x->measure].pair)
      return false; /* "will cut it, Wang said. He gave no details": of what he told himself */
    if (figure && x->number == NULL) continue;
    if (rule->status == NEWS_UNCONFIRMED && d->r->measures[x->measure].template &&
        of_other_goods(d->s, x->good, figure))
      continue;
    if (sum > 0 && !is_sum(x, sum)) continue;
    if (far || !meant || x->measure == but || !of_group(d, x, rule->last)) continue;
    st->measure = x->measure;
    st->imposer = x->imposer;
    st->target = x->target;
    st->good = x->good;
    st->percent_milli = x->percent_milli;
    st->head = x->head;
    return true;
  }
  return false;
}
