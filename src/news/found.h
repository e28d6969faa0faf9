// SPDX-License-Identifier: Apache-2.0
// What was found in the articles of a story: statements, printings of what was said, what was not read, propositions.
#ifndef IMPOST_NEWS_FOUND_H
#define IMPOST_NEWS_FOUND_H

#include "news/sentence.h"

/* ---- what was found --------------------------------------------------------------------------------------- */

#define NEWS_OUTLET UINT16_MAX /* the speaker when nobody is named */

struct news_span {
  uint32_t from, to; /* bytes of the article as it came */
};

enum news_commitment { NEWS_CERTAIN, NEWS_PROBABLE, NEWS_POSSIBLE, NEWS_CONDITIONAL };
extern const char *const news_commitment_words[4];

/* Of a long story many: the fields stand so that nothing lies between them. */
struct news_statement {
  uint64_t signs;      /* bits of enum news_sign: how hard its sentence is */
  const char *unknown; /* a speaker the actor files do not have */
  const char *number;  /* "100%", "P1Y", "0"; NULL */
  struct news_span span, sentence, number_span, date_span, condition;
  uint32_t article;
  uint32_t head;         /* of a kind: where its word stands */
  int32_t percent_milli; /* 0: none */
  imp_day from, until;
  enum news_side side : 8; /* of the speaker */
  enum news_side imposer : 8,
      target : 8; /* of a kind: who decides, whom it hits; A and B of a pair */
  enum news_status status : 4;
  enum news_commitment commitment : 4;
  uint16_t rule, measure, speaker; /* speaker: actor, NEWS_OUTLET */
  uint16_t good;                   /* NEWS_NONE */
  uint16_t about;   /* whose act it is when another tells it; NEWS_OUTLET: nobody's */
  uint16_t venue;   /* NEWS_NONE */
  uint16_t path[3]; /* who tells of whom, from the outside in; NEWS_OUTLET behind the last */
  bool quoted;      /* in the speaker's own words */
  bool dated, convention, unresolved;
  bool hearsay; /* of people nobody names */
  bool over;    /* only told for what the next sentence ends: no state of things */
  bool unaimed; /* an answer whose target nobody has named yet */
  bool guessed; /* who decides stands nowhere near whom it hits */
  bool hazy;    /* a measure only where the article speaks of trade */
  bool joined;  /* a threat behind another deed of whoever the sentence begins with */
  bool aside;   /* told between commas of what the sentence tells something else of */
  bool negative;
  bool kept; /* what is denied is that it would be lifted or lowered: nothing is said against it */
};

enum news_form_kind { NEWS_DIRECT, NEWS_PARTIAL, NEWS_INDIRECT, NEWS_POSTED };

struct news_form { /* one printing of something that was said */
  uint32_t article;
  struct news_span span;
  uint16_t speaker, venue;
  const char *unknown;
  uint32_t *words;    /* of each the folded hash */
  uint32_t gaps[2];   /* word index behind an elision; UINT32_MAX */
  uint32_t continues; /* form before it that its speaker broke off + 1; 0 */
  uint32_t group;     /* after joining: lowest form of the utterance */
  uint16_t word_count;
  enum news_side side : 8;
  enum news_form_kind kind : 8;
};

#define NEWS_OPEN_DAYS 12

struct news_article {
  const char *name;
  struct str bytes;
  uint64_t digest;
  imp_day published;
  int how;         /* 0 none, 1 given, 2 printed, 3 from the others */
  imp_day printed; /* what it prints, where a day is given; DAY_NEVER: none */
  bool html;
  uint32_t outlet;       /* whose report it is; 0: it does not say */
  const uint32_t *lines; /* of those that may be stock each its hash */
  uint32_t line_count;
  bool reissue;
  uint32_t unresolved; /* days that could not be settled, and where the first of them stand */
  struct news_span open_days[NEWS_OPEN_DAYS];
};

struct news_unread { /* a sentence that names a measure and says nothing that was read */
  uint32_t article;
  struct news_span sentence, words; /* words: the measure with what stands around it */
  bool part; /* something was read of it, and a rate or goods in it were not */
};

struct news_story {
  struct arena arena;
  const struct news_rules *rules;
  struct news_article *articles;
  size_t article_count, article_cap;
  struct news_statement *statements;
  size_t statement_count, statement_cap;
  struct news_form *forms;
  size_t form_count, form_cap;
  struct news_unread *unread; /* in the order of the text */
  size_t unread_count, unread_cap;
  bool joined;
  const uint32_t *stock; /* lines that outlets print again and again, in order */
  size_t stock_count;
  uint32_t without; /* rule that keeps silent, to see what it is good for, + 1; 0 */
};
/* stock.c: lines that stand in several reports of one outlet; false, or a status: no memory. */
bool news_stock_note(struct news_story *y, struct news_article *a, struct str text);
enum imp_status news_stock_find(struct news_story *y, struct imp_error *err);
bool news_is_stock(const struct news_story *y, uint32_t article, struct str line);

/* unread.c: notes the sentence at hand, whose statements begin with `first`, if it names a measure; takes off, of an article's, those of which something was read. */
struct news_reader;
void news_unread_note(struct news_reader *d, uint32_t base, size_t first);
void news_unread_close(struct news_story *y, size_t first, size_t first_statement);

/* Equal but for the article and the bytes. */
bool news_alike(const struct news_statement *a, const struct news_statement *b);

/* ---- propositions ---------------------------------------------------------------------------------------- */

enum news_cell { NEWS_SILENT, NEWS_HEDGED, NEWS_ASSERTED, NEWS_CELL_DENIED, NEWS_BOTH };

struct news_proposition { /* a measure, with what its key is made of */
  uint16_t measure, good;
  enum news_side imposer, target;
  int32_t percent_milli;
  enum news_cell cells[NEWS_SIDES]; /* of the two sides */
  bool withheld[NEWS_SIDES];        /* a report says that the side has not confirmed */
  bool unsure[NEWS_SIDES];          /* it speaks, but in readings left out as uncertain alone */
  bool outlet;
  int level; /* 0 outlets alone, 1 the other side, 2 who decides hedges, 3 asserts, 4 both sides */
  uint32_t statements;
};

/* Propositions in the order of the measures; freed with mem_free. */
enum imp_status news_weigh(const struct news_story *y, struct news_proposition **out, size_t *count,
                           struct imp_error *err);
/* Has the statement the proposition's key? Whom it hits, where the key does not tell it, must not be another. */
bool news_belongs(const struct news_measure *m, const struct news_proposition *p,
                  const struct news_statement *st);
void news_key_print(const struct news_story *y, const struct news_proposition *p, struct buf *out);
struct news_proposition news_proposition_of(const struct news_statement *st);
/* Does the measure concern the side: it decides, is hit, or is one of the two? */
bool news_concerns(const struct news_story *y, const struct news_proposition *p,
                   enum news_side side);
extern const char *const news_cell_words[];

#endif
