// SPDX-License-Identifier: Apache-2.0
// The decoded text, its lines and its words, and what stands in a sentence.
#ifndef IMPOST_NEWS_SENTENCE_H
#define IMPOST_NEWS_SENTENCE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/day.h"
#include "base/error.h"
#include "base/str.h"
#include "news/lexicon.h"

/* ---- decoded text -------------------------------------------------------------------------------------- */

#define NEWS_DASH    '\x02' /* an em dash */
#define NEWS_HEADING '\x03' /* begins a line that the page marks as a heading */

struct news_shift { /* from `norm` on, the byte n of the decoded text stands at orig + (n - norm) */
  uint32_t norm, orig;
};

struct news_text {
  struct buf text;
  struct news_shift *shifts;
  size_t count, cap;
  imp_day printed; /* a day the page gives as its own; DAY_NEVER: none */
  uint32_t base;   /* of a part: where it begins in the article */
};

/* Quotation marks, dashes and spaces in one form; tags and entities of a page resolved. IMP_REFUSED: binary, or not
 * UTF-8. The text is at most 64 MB. */
enum imp_status news_decode(struct str bytes, bool html, struct news_text *out,
                            struct imp_error *err);
/* A part of a text that was decoded before. False: no memory. */
bool news_decode_part(struct str bytes, uint32_t from, uint32_t to, struct news_text *out);
void news_text_free(struct news_text *t);
/* entities.c: the code of "scaron", "#268", "#x10c", between "&" and ";"; 0: no such character. */
uint32_t news_entity(struct str name);
/* Bytes of the code in UTF-8: how many. */
size_t news_utf8_put(uint32_t code, char out[4]);
uint32_t news_origin(const struct news_text *t, uint32_t norm);

/* ---- lines ---------------------------------------------------------------------------------------------- */

enum news_line_kind { NEWS_BODY, NEWS_POST, NEWS_SIGNATURE, NEWS_FURNITURE };

struct news_line {
  uint32_t from, to; /* of the decoded text */
  enum news_line_kind kind;
  uint32_t signature; /* of a post: the line that signs it; UINT32_MAX: none */
  bool torn;          /* goes on behind its signature */
  bool taken;         /* is that end of the one before */
};

struct news_lines {
  struct news_line *items;
  size_t count, cap;
};

bool news_lines_find(const struct news_text *t, struct news_lines *out);

/* printed.c: the day the article prints as that of its publication; DAY_NEVER: none. */
imp_day news_published(const struct news_text *t);

/* ---- a paragraph ---------------------------------------------------------------------------------------- */

#define NEWS_SENTENCE  240                 /* tokens; a longer one is read in pieces */
#define NEWS_ROOM      (NEWS_SENTENCE + 8) /* ... with the commas that are put into it */
#define NEWS_PARAGRAPH 3000
#define NEWS_HITS      1100
#define NEWS_NIL       1  /* thousandths of a percent: a rate of zero, as 0 stands for none */
#define NEWS_BACK      64 /* statements looked back for the same with its number */

#define NEWS_LEAD 7

enum news_token_kind { NEWS_WORD, NEWS_NUMERAL, NEWS_MARK, NEWS_OPEN, NEWS_CLOSE };

struct news_token {
  uint64_t hash;  /* of the word in one spelling */
  int64_t milli;  /* value of a numeral in thousandths */
  uint32_t at, n; /* decoded text */
  uint16_t quote; /* number of the quotation it is in + 1 */
  uint8_t kind;
  bool capital, ends, percent; /* ends: a sentence ends behind it */
  bool genitive;               /* 's */
  bool put;                    /* a comma that the writer left out (joints.c) */
  uint8_t spot;                /* of a word: news_spot of its first two letters */
  char lead
      [NEWS_LEAD]; /* of a word: its first letters, small, and zeros behind them; none: known by its hash alone */
};

struct news_tokens {
  struct news_token *items;
  uint32_t count;
  uint32_t hole, behind; /* what is passed over: the signature between the halves of a post */
};

/* Cuts text[from..to) into at most NEWS_PARAGRAPH tokens; *to says where it stopped. */
void news_tokens_cut(struct str text, uint32_t from, uint32_t *to, struct news_tokens *out);
uint64_t news_word_hash(const char *p, size_t n);
/* tokens.c: of a word that begins with the same two letters. */
bool news_word_goes_on(const struct news_token *t, const char *word);
/* Plain small letters. Most words begin with others: those are not looked at any further. */
static inline bool news_word_is(const struct news_token *t, const char *word) {
  if (t->lead[0] != word[0] || t->lead[1] != word[1] || t->kind != NEWS_WORD) return false;
  return news_word_goes_on(t, word);
}
static inline uint8_t news_spot(const char *word) {
  return ((unsigned char)word[0] * 5u + (unsigned char)word[1]) & 63u;
}
/* The spots of words that the compiler knows, which it reckons itself. */
__attribute__((always_inline)) static inline uint64_t news_spots(const char *const *words,
                                                                 size_t count) {
  uint64_t spots = 0;
#pragma GCC unroll 64
  for (size_t i = 0; i < count; i++) spots |= (uint64_t)1 << news_spot(words[i]);
  return spots;
}
/* One of some words, written small. Most words begin as none of them does, which one bit tells. */
__attribute__((always_inline)) static inline bool
news_one_of(const struct news_token *t, const char *const *words, size_t count) {
  uint64_t spots = news_spots(words, count);
  if (__builtin_constant_p(spots) && (spots >> t->spot & 1) == 0) return false;
  for (size_t i = 0; i < count; i++)
    if (news_word_is(t, words[i])) return true;
  return false;
}
#define NEWS_IN(t, words) news_one_of((t), (words), sizeof(words) / sizeof *(words))
uint32_t news_fold(uint64_t hash);
/* join.c: words that tell little of what was said, folded. */
#define NEWS_SMALL 50
void news_small_words(uint32_t out[NEWS_SMALL]);
bool news_is_small(const uint32_t small[NEWS_SMALL], uint32_t word);

struct news_hit {
  uint16_t class, at, n;
  uint16_t ref;  /* actor, venue, or which of the days or numbers */
  uint16_t next; /* of the same class */
};

struct news_date {
  imp_day from, until; /* until: first day after it; DAY_FIRST and DAY_NEVER: open */
  uint16_t at, n;
  uint8_t precision; /* days 1, week 7, month 31, season 92, year 366 */
  bool said;         /* the day of the saying */
  bool convention;   /* where a week begins decides it */
  bool resolved;
};

#define NEWS_DEEDS 12

struct news_deed_at { /* where a deed stands (deeds.c) */
  uint16_t at, n, verb, measure;
  uint8_t form, doer, struck; /* sides; NEWS_NO_SIDE */
};

#define NEWS_ASIDES 8

/* What stands between commas within a clause: the comma that opens it, and behind the one that closes it. */
struct news_aside {
  uint16_t from, to;
};

/* How the class of a word in a mention is kept, NC_NP_A to NC_NP_IT from 1 on. */
#define NEWS_NP(class) ((class) - NC_NP_A + 1)

struct news_sentence { /* tokens [from, to) of a paragraph, and what stands in them */
  const struct news_token *tokens;
  uint32_t count;
  uint16_t hit_count;
  bool begun;     /* the heads are set */
  uint64_t spots; /* news_spot of each of its words */
  bool genitive;  /* one of them is 's */
  struct news_date dates[24];
  uint8_t date_count;
  uint8_t np[NEWS_ROOM]; /* NEWS_NP of the class of a word that a mention may hold; 0 */
  bool busy[NEWS_ROOM];  /* the word stands in a class of the files */
  struct news_deed_at deeds[NEWS_DEEDS];
  uint8_t deed_count;
  struct news_mention mentions[NEWS_MENTIONS];
  uint8_t mention_count;
  struct news_aside asides[NEWS_ASIDES];
  uint8_t aside_count;
  int64_t values[48]; /* of percents and amounts in thousandths; of durations count * 4 + unit */
  uint8_t value_count;
  uint64_t others
      [8]; /* last names that are somebody else's in this article; kept from sentence to sentence */
  uint8_t other_count;
  int64_t told_year; /* the last one that a sentence printed: "that year"; 0 */
  /* Of these nothing is read that was not written: they are not cleared when an article begins. */
  uint16_t heads[NEWS_CLASSES]; /* first hit of a class; NEWS_NONE */
  struct news_hit hits[NEWS_HITS];
};

#define NEWS_MARKED 8 /* sentences of a paragraph that are kept */

/* May the sentence hold the word, or one of some? Most that are asked for it does not, and nobody looks for them. */
static inline bool news_may_hold(const struct news_sentence *s, const char *word) {
  return s->spots >> news_spot(word) & 1;
}
#define NEWS_MAY_HOLD(s, words)                                                                    \
  (((s)->spots & news_spots((words), sizeof(words) / sizeof *(words))) != 0)

#define NEWS_UNMARKED UINT32_MAX

struct news_marked { /* what was found in a sentence (marks.c) */
  uint32_t base, count;
  uint64_t spots;
  bool genitive;
  uint16_t hit_count;
  uint8_t date_count, value_count, mention_count, aside_count;
  struct news_aside asides[NEWS_ASIDES];
  uint8_t np[NEWS_ROOM];
  bool busy[NEWS_ROOM];
  int64_t values[48];
  struct news_date dates[24];
  struct news_mention mentions[NEWS_MENTIONS];
  struct news_hit hits[NEWS_HITS];
  uint16_t heads
      [NEWS_HITS]; /* of the class of each hit: the first of its chain, which may have been taken out of it */
};

struct news_marks {
  uint32_t count;
  uint32_t last; /* the sentence that nothing was added to since it was kept; NEWS_UNMARKED */
  struct news_marked items[NEWS_MARKED];
};

void news_marks_keep(struct news_marks *all, uint32_t base, const struct news_sentence *s);
/* What was kept of the sentence that begins at `base`; false: nothing was. */
bool news_marks_take(struct news_marks *all, uint32_t base, struct news_sentence *s);

/* Finds names, words, numbers and days. `published` DAY_NEVER: unknown, days stay unresolved. */
void news_sentence_mark(const struct news_rules *r, struct str text, imp_day published,
                        struct news_sentence *s);
/* Asked for each word many times: these three are inline. */
static inline bool news_has(const struct news_sentence *s, uint16_t class, uint32_t from,
                            uint32_t to) {
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at >= from && s->hits[i].at < to) return true;
  return false;
}
/* Does the token stand in a phrase of the class? Behind the last token it does not. */
static inline bool news_in_class(const struct news_sentence *s, uint16_t class, uint32_t at) {
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at <= at && at < (uint32_t)s->hits[i].at + s->hits[i].n) return true;
  return false;
}
static inline const struct news_hit *news_hit_at(const struct news_sentence *s, uint16_t class,
                                                 uint32_t at) {
  for (uint16_t i = s->heads[class]; i != NEWS_NONE; i = s->hits[i].next)
    if (s->hits[i].at == at) return &s->hits[i];
  return NULL;
}
void news_dates_mark(const struct news_rules *r, struct str text, imp_day published,
                     struct news_sentence *s);
/* No hit of the class that begins in [from, to) is found any more. */
void news_unlink(struct news_sentence *s, uint16_t class, uint32_t from, uint32_t to);
void news_hit_add(struct news_sentence *s, uint16_t class, uint32_t at, uint32_t n, uint16_t ref);

struct news_match {
  uint16_t from, to;
  uint16_t voice, doer, struck, mention; /* hits of the elements marked so; NEWS_NONE */
  uint16_t behind,
      own;    /* of a measure beside another: where that one ends and this one begins; 0 */
  bool aside; /* told between commas: "the truce, which expires in May, ..." */
};

/* Takes out the governments whose names stand for no party. Behind the days, before the measures. */
void news_parties_sift(const struct news_rules *r, struct news_sentence *s);
/* A firm named in [from, to) does what follows: nobody else is named behind it. */
bool news_firm_acts(const struct news_sentence *s, uint32_t from, uint32_t to);
/* Marks what says a measure without its noun. Before the measures. */
void news_deeds_mark(const struct news_rules *r, struct str text, struct news_sentence *s);
/* Measures spoken of in a sentence whose words, numbers and days are marked. */
void news_mentions_mark(const struct news_rules *r, struct str text, struct news_sentence *s);

/* asides.c: finds what stands between commas within a clause. */
void news_asides_mark(struct news_sentence *s, struct str text);
/* Does `at` lie between commas that close before `end`? */
bool news_lies_apart(const struct news_sentence *s, uint32_t at, uint32_t end);
/* The leftmost end at or behind `from`, and the shortest match that ends there. Linear in tokens x elements. */
bool news_pattern_find(const struct news_pattern *p, const struct news_sentence *s, uint32_t from,
                       struct news_match *out);

#endif
