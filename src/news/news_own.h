// SPDX-License-Identifier: Apache-2.0
// Inside of the room: from the bytes of an article to statements with their evidence.
//
// The room works paragraph by paragraph, so that memory does not grow with the article but with what was found in
// it. Every place is kept twice: in the decoded text while a paragraph is read, and as bytes of the article as it
// came (news_origin) in whatever outlives it. Nothing here knows what a measure does: the rule files name them.
#ifndef IMPOST_NEWS_OWN_H
#define IMPOST_NEWS_OWN_H

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

/* ---- a paragraph ---------------------------------------------------------------------------------------- */

#define NEWS_SENTENCE  240 /* tokens; a longer one is read in pieces */
#define NEWS_PARAGRAPH 3000
#define NEWS_HITS      900
#define NEWS_NIL       1  /* thousandths of a percent: a rate of zero, as 0 stands for none */
#define NEWS_BACK      64 /* statements looked back for the same with its number */

enum news_token_kind { NEWS_WORD, NEWS_NUMERAL, NEWS_MARK, NEWS_OPEN, NEWS_CLOSE };

struct news_token {
  uint64_t hash;  /* of the word in one spelling */
  int64_t milli;  /* value of a numeral in thousandths */
  uint32_t at, n; /* decoded text */
  uint16_t quote; /* number of the quotation it is in + 1 */
  uint8_t kind;
  bool capital, ends, percent; /* ends: a sentence ends behind it */
  bool genitive;               /* 's */
  char first;                  /* of a word: its first letter, small */
};

struct news_tokens {
  struct news_token *items;
  uint32_t count;
  uint32_t hole, behind; /* what is passed over: the signature between the halves of a post */
};

/* Cuts text[from..to) into at most NEWS_PARAGRAPH tokens; *to says where it stopped. */
void news_tokens_cut(struct str text, uint32_t from, uint32_t *to, struct news_tokens *out);
uint64_t news_word_hash(const char *p, size_t n);
/* Plain small letters. Most words have another length: those are not hashed. */
static inline bool news_word_is(const struct news_token *t, const char *word) {
  if (t->first != word[0] || t->kind != NEWS_WORD) return false; /* most words end here */
  size_t n = strlen(word);
  return t->n == n && t->hash == news_word_hash(word, n);
}
/* One of some words, written small. */
static inline bool news_one_of(const struct news_token *t, const char *const *words, size_t count) {
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

struct
    news_aside { /* what stands between commas within a clause: the comma that opens it, and behind the one that closes it */
  uint16_t from, to;
};

/* How the class of a word in a mention is kept, NC_NP_A to NC_NP_IT from 1 on. */
#define NEWS_NP(class) ((class) - NC_NP_A + 1)

struct news_sentence { /* tokens [from, to) of a paragraph, and what stands in them */
  const struct news_token *tokens;
  uint32_t count;
  struct news_hit hits[NEWS_HITS];
  uint16_t hit_count;
  uint16_t heads[NEWS_CLASSES]; /* first hit of a class; NEWS_NONE */
  bool begun;                   /* the heads are set */
  struct news_date dates[24];
  uint8_t date_count;
  uint8_t np[NEWS_SENTENCE]; /* NEWS_NP of the class of a word that a mention may hold; 0 */
  bool busy[NEWS_SENTENCE];  /* the word stands in a class of the files */
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
};

#define NEWS_MARKED 8 /* sentences of a paragraph that are kept */

struct news_marked { /* what was found in a sentence (marks.c) */
  uint32_t base, count;
  uint16_t hit_count;
  uint8_t date_count, value_count, mention_count, aside_count;
  struct news_aside asides[NEWS_ASIDES];
  uint8_t np[NEWS_SENTENCE];
  bool busy[NEWS_SENTENCE];
  int64_t values[48];
  struct news_date dates[24];
  struct news_mention mentions[NEWS_MENTIONS];
  struct news_hit hits[NEWS_HITS];
  uint16_t heads
      [NEWS_HITS]; /* of the class of each hit: the first of its chain, which may have been taken out of it */
};

struct news_marks {
  uint32_t count;
  struct news_marked items[NEWS_MARKED];
};

void news_marks_keep(struct news_marks *all, uint32_t base, const struct news_sentence *s);
/* What was kept of the sentence that begins at `base`; false: nothing was. */
bool news_marks_take(const struct news_marks *all, uint32_t base, struct news_sentence *s);

/* Finds names, words, numbers and days. `published` DAY_NEVER: unknown, days stay unresolved. */
void news_sentence_mark(const struct news_rules *r, struct str text, imp_day published,
                        struct news_sentence *s);
bool news_has(const struct news_sentence *s, uint16_t class, uint32_t from, uint32_t to);
const struct news_hit *news_hit_at(const struct news_sentence *s, uint16_t class, uint32_t at);
void news_dates_mark(const struct news_rules *r, struct str text, imp_day published,
                     struct news_sentence *s);
void news_hit_add(struct news_sentence *s, uint16_t class, uint32_t at, uint32_t n, uint16_t ref);

struct news_match {
  uint16_t from, to;
  uint16_t voice, doer, struck, mention; /* hits of the elements marked so; NEWS_NONE */
  uint16_t behind,
      own; /* of a measure beside another: where that one ends and this one begins; 0 */
};

/* Takes out the governments whose names stand for no party. Behind the days, before the measures. */
void news_parties_sift(const struct news_rules *r, struct news_sentence *s);
/* A firm named in [from, to) does what follows: nobody else is named behind it. */
bool news_firm_acts(const struct news_sentence *s, uint32_t from, uint32_t to);
/* Marks what says a measure without its noun. Before the measures. */
void news_deeds_mark(const struct news_rules *r, struct str text, struct news_sentence *s);
/* Measures spoken of in a sentence whose words, numbers and days are marked. */
void news_mentions_mark(const struct news_rules *r, struct str text, struct news_sentence *s);

/* The leftmost end at or behind `from`, and the shortest match that ends there. Linear in tokens x elements. */
/* asides.c: finds what stands between commas within a clause. */
void news_asides_mark(struct news_sentence *s, struct str text);
/* Does `at` lie between commas that close before `end`? */
bool news_lies_apart(const struct news_sentence *s, uint32_t at, uint32_t end);
bool news_pattern_find(const struct news_pattern *p, const struct news_sentence *s, uint32_t from,
                       struct news_match *out);

/* ---- what was found --------------------------------------------------------------------------------------- */

#define NEWS_OUTLET UINT16_MAX /* the speaker when nobody is named */

struct news_span {
  uint32_t from, to; /* bytes of the article as it came */
};

enum news_commitment { NEWS_CERTAIN, NEWS_PROBABLE, NEWS_POSSIBLE, NEWS_CONDITIONAL };
extern const char *const news_commitment_words[4];

struct
    news_statement { /* of a long story many: the fields stand so that nothing lies between them */
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
  bool unaimed; /* an answer whose target nobody has named yet */
  bool guessed; /* who decides stands nowhere near whom it hits */
  bool hazy;    /* a measure only where the article speaks of trade */
  bool negative;
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
  int how; /* 0 none, 1 given, 2 printed, 3 from the others */
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

/* unread.c: notes the sentence at hand if it names a measure; takes off, of an article's, those of which something was read. */
struct news_reader;
void news_unread_note(struct news_reader *d, uint32_t base);
void news_unread_close(struct news_story *y, size_t first, size_t first_statement);

/* Equal but for the article and the bytes. */
bool news_alike(const struct news_statement *a, const struct news_statement *b);

/* ---- who says it ------------------------------------------------------------------------------------------ */

struct
    news_voice { /* a verb of saying with its subject and what it covers; tokens of the paragraph */
  uint32_t verb, subject, from, to, sentence;
  uint16_t actor, venue; /* actor NEWS_OUTLET with `unknown` set: a name the files do not have */
  const char *unknown;
  enum news_side side;
  bool behind; /* stands behind what was said */
  bool lost;   /* of a pronoun that could be anybody's */
  bool source; /* of people nobody names: the outlet's word, and less than that */
};

struct news_quote {
  uint32_t from, to; /* tokens between the marks */
  uint32_t words;
  uint16_t actor, venue;
  const char *unknown;
  enum news_side side;
  uint32_t form;  /* index + 1 */
  uint32_t voice; /* index + 1 of the voice that carries it */
  bool carried;   /* that voice is of a sentence before */
};

struct news_who { /* actor NEWS_OUTLET and `unknown` NULL: nobody */
  uint16_t actor;
  const char *unknown; /* a name the files do not have */
  enum news_side side;
};

/* Whom words mean that name nobody. */
struct news_mind {
  struct news_who he, she; /* who spoke or acted last; somebody of whom no file says it is both */
  struct news_who it;      /* the body that spoke or acted last */
  struct news_who speaker; /* who spoke last: of a quotation that stands alone */
  struct news_who president, prime; /* whom the article has called so */
  struct news_who other_president;  /* ... of another country, before */
  struct news_who spokes;           /* for whom a spokesman spoke last, or who that was */
  struct news_who office;           /* the ministry named last with its government */
  char spokes_word;                 /* how the word for that one begins; 0: nobody has */
  bool near;                        /* the body was named in this paragraph */
};

struct news_known { /* a name no file has, met before: its last word, or its first, stands for it */
  uint64_t word, first;
  struct news_who who;
};

struct news_told { /* a measure spoken of, for what comes after (salience.c) */
  struct news_mention m;
  uint32_t sentence;
  bool many;  /* "duties" */
  bool aside; /* in a clause that only tells more */
};

struct news_side_set {
  bool has[NEWS_SIDES];
  uint8_t count;
};
static inline void news_side_set_add(struct news_side_set *s, uint32_t side) {
  if (!s->has[side]) s->count++;
  s->has[side] = true;
}

struct news_frame {           /* the deal that what is told belongs to: frames.c */
  struct news_side_set sides; /* who has a part in it */
  uint32_t sentence;          /* that told of it last */
  bool told, open;            /* open: it goes on by itself */
  bool pact;                  /* the sentence pact_at spoke of a deal */
  uint32_t pact_at;
};

#define NEWS_TOLD      12
#define NEWS_KNOWN     32
#define NEWS_SENTENCES 200
#define NEWS_VOICES    96
#define NEWS_QUOTES    96

struct news_reader { /* one article being read */
  struct news_story *story;
  const struct news_rules *r;
  uint32_t article;
  size_t opening; /* its first statement */
  const struct news_text *text;
  imp_day published;
  struct news_tokens tokens; /* of the paragraph */
  struct news_sentence *s;
  struct news_marks marks; /* of the paragraph's sentences */
  struct news_voice voices[NEWS_VOICES];
  uint32_t voice_count;
  struct news_quote quotes[NEWS_QUOTES];
  uint32_t quote_count;
  struct {
    uint32_t base;
    struct news_mind mind;
    struct news_who who;    /* whom the sentence is about */
  } before[NEWS_SENTENCES]; /* whom a pronoun means in each sentence of the paragraph */
  uint32_t before_count;
  struct news_mind mind;
  struct news_known known[NEWS_KNOWN]; /* names no file has */
  uint32_t known_count;
  uint16_t signer, signer_venue; /* of a post; NEWS_OUTLET */
  bool post;
  bool transcript; /* paragraphs begin with the name of whoever speaks */
  uint16_t label;  /* whose words the paragraph is by its label; NEWS_OUTLET */
  int64_t percent; /* of the tariff spoken of last, thousandths; 0 */
  uint16_t tariff_class;
  uint32_t spoken[NEWS_SIDES];   /* how often each side was named in the article so far */
  struct news_side_set deciders; /* they have decided something in the article */
  struct news_side_set
      fresh; /* named in the paragraph since the last measure that one does to another */
  struct news_mention
      *last; /* of each kind: the measure spoken of last; form NEWS_DONE + 1: none */
  struct news_told told[NEWS_TOLD];         /* a ring */
  uint32_t told_count, sentence, paragraph; /* paragraph: its first sentence */
  struct news_frame frame;
  struct {
    enum news_side side;   /* the government the sentence `at` was about; NEWS_NO_SIDE */
    enum news_side sender; /* "Japanese carmakers" at its head: whose they are, and their goods */
    uint16_t good;
    uint32_t at;
    struct news_side_set named;           /* in it */
    uint8_t row[NEWS_TARGETS], row_count; /* "Canada and Mexico" at its head */
    bool strikes;                         /* it did something to another */
  } about;
  uint16_t topic;        /* goods a paragraph names at its head, "Soybeans."; NEWS_NONE */
  bool trade;            /* a word of trade has been read */
  uint32_t since_charge; /* sentences since a measure that "it" may mean */
  uint16_t them_good;    /* "American soybeans": what "them" means */
  enum news_side them_side;
  uint16_t last_promise; /* kind of the last that one does for another; NEWS_NONE */
  uint32_t since_promise;
  uint16_t last_given;  /* kind of the last that retaliation may answer; NEWS_NONE */
  uint16_t last_charge; /* kind of the last that "it" may mean; NEWS_NONE */
  imp_day *event_from,
      *event_until; /* of each measure: the day it was last given in this article */
  bool failed;
};

/* Fills voices, quotes and forms of the paragraph. */
void news_voices_find(struct news_reader *d);
/* The voice that covers a token outside quotations; NULL: the outlet. */
const struct news_voice *news_voice_at(const struct news_reader *d, uint32_t token);
struct news_span news_span_of(const struct news_reader *d, uint32_t from, uint32_t to);
/* End of the sentence or piece that begins at `from`. */
uint32_t news_sentence_end(const struct news_tokens *t, uint32_t from);

/* Fields of a statement whose rule, speaker and slots are settled; `base`: first token of the sentence. */
void news_set_date(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                   uint32_t base);
void news_set_number(struct news_reader *d, struct news_statement *st, const struct news_match *m,
                     uint32_t base);
void news_set_condition(struct news_reader *d, struct news_statement *st,
                        const struct news_match *m, uint32_t base);
void news_set_commitment(struct news_reader *d, struct news_statement *st,
                         const struct news_match *m);

/* Reads an article whose text is decoded: statements and forms are added to the story. */
enum imp_status news_read_article(struct news_story *story, uint32_t article,
                                  struct imp_error *err);
/* Finds which forms are one utterance. */
enum imp_status news_join(struct news_story *story, struct imp_error *err);

/* ---- propositions ---------------------------------------------------------------------------------------- */

enum news_cell { NEWS_SILENT, NEWS_HEDGED, NEWS_ASSERTED, NEWS_CELL_DENIED, NEWS_BOTH };

struct news_proposition { /* a measure, with what its key is made of */
  uint16_t measure, good;
  enum news_side imposer, target;
  int32_t percent_milli;
  enum news_cell cells[NEWS_SIDES]; /* of the two sides */
  bool withheld[NEWS_SIDES];        /* a report says that the side has not confirmed */
  bool outlet;
  int level; /* 0 outlets alone, 1 the other side, 2 who decides hedges, 3 asserts, 4 both sides */
  uint32_t statements;
};

/* Propositions in the order of the measures; freed with mem_free. */
enum imp_status news_weigh(const struct news_story *y, struct news_proposition **out, size_t *count,
                           struct imp_error *err);
bool news_belongs(const struct news_proposition *p, const struct news_statement *st);
void news_key_print(const struct news_story *y, const struct news_proposition *p, struct buf *out);
struct news_proposition news_proposition_of(const struct news_statement *st);
/* Does the measure concern the side: it decides, is hit, or is one of the two? */
bool news_concerns(const struct news_story *y, const struct news_proposition *p,
                   enum news_side side);
/* _fill: false when no government is found. Settles what a mention leaves open: what was named before, whose act it is, whom the article is about. */
void news_slots_begin(struct news_reader *d, uint32_t base);
bool news_slots_fill(struct news_reader *d, struct news_statement *st, const struct news_match *m);
void news_slots_keep(struct news_reader *d);
/* At the end of the article: who decides where nobody had been named; what stays nobody's goes. */
void news_slots_close(struct news_reader *d, size_t first);
extern const char *const news_cell_words[];
/* A day printed with its year in a dateline or a signature; DAY_NEVER: none. */
imp_day news_printed_day(struct str text);

#endif
