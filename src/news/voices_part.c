// SPDX-License-Identifier: Apache-2.0
// Voices side by side: where what one of them covers gives way to another's, as in "Trump said X, and Beijing said Y".
#include "news/mentions.h"
#include "news/slots.h"
#include "news/subjects.h"

static bool is_np(const struct news_sentence *s, uint32_t at, uint16_t class) {
  return s->np[at] == NEWS_NP(class);
}

uint32_t news_name_start(const struct news_reader *d, uint32_t base, uint32_t subject) {
  uint32_t at = subject - base;
  while (at > 0) {
    const struct news_token *t = &d->s->tokens[at - 1];
    bool part = t->kind == NEWS_WORD && !is_np(d->s, at - 1, NC_NP_AND) &&
                (t->capital || is_np(d->s, at - 1, NC_NP_THE) || is_np(d->s, at - 1, NC_NP_A) ||
                 is_np(d->s, at - 1, NC_NP_ITS) || is_np(d->s, at - 1, NC_NP_WORD) ||
                 news_in_class(d->s, NC_TITLE, at - 1) || news_in_class(d->s, NC_PARTY, at - 1));
    if (!part) break;
    at--;
  }
  return base + at;
}

static bool turns(const struct news_reader *d, uint32_t at) {
  static const char *const words[] = {"and",    "but", "while", "whereas", "although",
                                      "though", "as",  "yet",   "however"};
  if (news_is_mark(d, at, ';')) return true;
  return NEWS_IN(&d->tokens.items[at], words);
}

/* ", a day after NAME claimed that": what was said before, by another. */
static bool tells_before(const struct news_reader *d, uint32_t at) {
  static const char *const units[] = {"hours", "day",   "days",   "week",
                                      "weeks", "month", "months", "moments"};
  if (at < 3 || !news_word_is(&d->tokens.items[at], "after")) return false;
  for (uint32_t k = at; k > 1 && k + 5 > at; k--)
    if (news_is_mark(d, k - 1, ',')) return NEWS_IN(&d->tokens.items[at - 1], units);
  return false;
}

/* "While Brussels said nothing, Greer said": the first clause is only put before the other. */
static bool opens_aside(const struct news_reader *d, uint32_t base, uint32_t subject) {
  static const char *const words[] = {"while", "although", "though", "whereas", "as",    "even",
                                      "after", "when",     "since",  "because", "before"};
  if (subject > base + 8) return false;
  return NEWS_IN(&d->tokens.items[base], words);
}

/* ", while Canada ...": the outlet goes on in its own words. */
static void cut_at_while(const struct news_reader *d, uint32_t base, struct news_voice *v) {
  for (uint32_t at = v->verb + 2; at < v->to; at++) {
    const struct news_token *t = &d->tokens.items[at];
    bool turn = t->quote == 0 && (news_word_is(t, "while") || news_word_is(t, "whereas")) &&
                news_is_mark(d, at - 1, ',');
    uint32_t next = at + 1 - base;
    if (next < d->s->count && d->s->np[next] == NEWS_NP(NC_NP_THE)) next++;
    if (turn && news_hit_at(d->s, NC_ACTOR, next) != NULL) v->to = at;
  }
}

void news_voices_part(struct news_reader *d, uint32_t base, uint32_t first) {
  for (uint32_t i = first; i < d->voice_count; i++) {
    struct news_voice *a = &d->voices[i];
    if (a->behind) continue;
    cut_at_while(d, base, a);
    for (uint32_t k = first; k < d->voice_count; k++) {
      const struct news_voice *b = &d->voices[k];
      if (k == i || b->verb <= a->verb || b->subject <= a->verb || b->subject >= b->verb) continue;
      uint32_t start = news_name_start(d, base, b->subject);
      if (start <= a->verb + 1) continue;
      if (b->behind && start < a->to) a->to = start; /* who tells it all */
      bool parted =
          turns(d, start - 1) || tells_before(d, start - 1) ||
          (news_is_mark(d, start - 1, ',') && !b->behind && opens_aside(d, base, a->subject));
      if (parted && start - 1 < a->to) a->to = start - 1;
    }
  }
}
