// SPDX-License-Identifier: Apache-2.0
// What stands between commas, dashes or brackets within a clause: "Chile, which sells copper to Japan, pays 10%", "the duty will, she said
// on Monday, be lifted", "its goods (those of the pact are exempt) face 35%". A pattern goes on behind it, and what begins in it ends in it.
//
// A comma opens no such thing by itself. What stands behind the second one tells: a verb, or what a verb before the
// first one wants.
#include "news/news_own.h"

#define FAR_ASIDE 28

static bool is_sign(const struct news_sentence *s, struct str text, uint32_t at, char sign) {
  return s->tokens[at].kind == NEWS_MARK && s->tokens[at].n == 1 &&
         text.p[s->tokens[at].at] == sign;
}

/* A verb, or a word that leads one, maybe behind an adverb: "pays", "still faces", "agreed". */
static bool goes_on(const struct news_sentence *s, uint32_t at) {
  static const uint16_t verbs[] = {NC_WILL,  NC_MIGHT,    NC_MUST,       NC_HAVE,      NC_BE,
                                   NC_DO,    NC_AGREES,   NC_PROMISE_TO, NC_READY,     NC_PLANS,
                                   NC_OWES,  NC_STAYS,    NC_NP_PART,    NC_THREATENS, NC_EXPECTS,
                                   NC_DEED,  NC_DECLINES, NC_LOWERED,    NC_LIFTED,    NC_SAY,
                                   NC_FALLS, NC_PRESENT,  NC_NEGATION};
  if (at + 1 < s->count && news_hit_at(s, NC_ADVERB, at) != NULL) at++;
  if (at >= s->count || s->tokens[at].capital || news_hit_at(s, NC_DATE, at) != NULL) return false;
  if (s->np[at] == NEWS_NP(NC_NP_PART)) return true;
  for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++)
    if (news_hit_at(s, verbs[k], at) != NULL) return true;
  return false;
}

/* "taxed at", "opened in": behind a word in -ed, or one that is so without it, a preposition. */
static bool is_participle(const struct news_sentence *s, struct str text, uint32_t at) {
  const struct news_token *t = &s->tokens[at];
  if (t->kind != NEWS_WORD || t->capital || t->n < 3) return false;
  const char *end = text.p + t->at + t->n;
  if (t->n > 5 && memcmp(end - 3, "ing", 3) == 0) return true;
  bool past = (t->n > 4 && memcmp(end - 2, "ed", 2) == 0) || news_hit_at(s, NC_PAST, at) != NULL ||
              news_hit_at(s, NC_EITHER, at) != NULL;
  return past && at + 1 < s->count &&
         (s->np[at + 1] != 0 || news_hit_at(s, NC_DATE, at + 1) != NULL);
}

/* May what stands between two commas begin so? */
static bool opens(const struct news_sentence *s, struct str text, uint32_t at) {
  static const char *const words[] = {
      "which",    "who",      "whose",    "whom",       "where",     "unless", "if",      "though",
      "although", "when",     "while",    "as",         "once",      "after",  "before",  "since",
      "until",    "despite",  "because",  "at",         "in",        "on",     "under",   "with",
      "without",  "for",      "by",       "of",         "along",     "unlike", "alone",   "now",
      "long",     "too",      "then",     "however",    "meanwhile", "still",  "already", "yet",
      "not",      "the",      "a",        "an",         "its",       "his",    "her",     "their",
      "one",      "wherever", "whatever", "regardless", "including", "home",   "itself",  "both",
      "all",      "most",     "like",     "from"};
  return NEWS_IN(&s->tokens[at], words) || is_participle(s, text, at);
}

/* "..., she said on Monday, ...", "..., Ottawa says, ..." */
static bool says(const struct news_sentence *s, uint32_t from, uint32_t to) {
  return to - from < 10 && news_has(s, NC_SAY, from, to);
}

/* The comma that opens what the one at `end` closes; UINT32_MAX: it closes nothing. */
static uint32_t opened_at(const struct news_sentence *s, struct str text, uint32_t end) {
  for (uint32_t at = end; at > 1 && end - at < FAR_ASIDE; at--) {
    enum news_token_kind kind = (enum news_token_kind)s->tokens[at - 1].kind;
    if (kind == NEWS_OPEN || kind == NEWS_CLOSE) return UINT32_MAX;
    if (kind != NEWS_MARK) continue;
    if (!is_sign(s, text, at - 1, ',')) return UINT32_MAX;
    if (opens(s, text, at) || says(s, at, end) || end - at < 3) return at - 1;
  }
  return UINT32_MAX;
}

static void add(struct news_sentence *s, uint32_t from, uint32_t to) {
  if (s->aside_count < NEWS_ASIDES && to < s->count)
    s->asides[s->aside_count++] = (struct news_aside){(uint16_t)from, (uint16_t)to};
}

void news_asides_mark(struct news_sentence *s, struct str text) {
  s->aside_count = 0;
  uint32_t low = 0, dash = UINT32_MAX;
  for (uint32_t at = 1; at + 1 < s->count; at++) {
    if (s->tokens[at].kind != NEWS_MARK) continue;
    bool bracket = is_sign(s, text, at, ')');
    if (is_sign(s, text, at, ',') && at > 1 && goes_on(s, at + 1)) {
      uint32_t from = opened_at(s, text, at);
      if (from == UINT32_MAX || from < low) continue;
      add(s, from, at + 1);
      low = at + 1;
    } else if (is_sign(s, text, at, '(') || (dash == UINT32_MAX && is_sign(s, text, at, NEWS_DASH)))
      dash = at;
    else if (dash != UINT32_MAX && (bracket || is_sign(s, text, at, NEWS_DASH))) {
      if (dash >= low && at - dash < FAR_ASIDE) {
        add(s, dash, at + 1);
        low = at + 1;
      }
      dash = UINT32_MAX;
    }
  }
}
