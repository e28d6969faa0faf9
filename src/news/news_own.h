// SPDX-License-Identifier: Apache-2.0
// Inside of the room: from the bytes of an article to statements with their evidence.
//
// The room works paragraph by paragraph, so that memory does not grow with the article but with what was found in
// it. Every place is kept twice: in the decoded text while a paragraph is read, and as bytes of the article as it
// came (news_origin) in whatever outlives it. Nothing here knows what a measure does: the rule files name them.
#ifndef IMPOST_NEWS_OWN_H
#define IMPOST_NEWS_OWN_H

#include "news/found.h"

/* ---- who says it ------------------------------------------------------------------------------------------ */

/* A verb of saying with its subject and what it covers; tokens of the paragraph. */
struct news_voice {
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

struct news_body_named { /* "Japan's trade ministry": the word, and whose body it was */
  uint64_t word;
  struct news_who who;
};

#define NEWS_BODIES 6 /* kept of an article, the last */

/* Whom words mean that name nobody. */
struct news_mind {
  struct news_body_named bodies[NEWS_BODIES];
  uint32_t body_count;     /* that were named; the last stands at (body_count - 1) % NEWS_BODIES */
  struct news_who he, she; /* who spoke or acted last; somebody of whom no file says it is both */
  struct news_who it;      /* the body that spoke or acted last */
  struct news_who surname; /* named last of those whose name is also a pronoun: He Lifeng */
  struct news_who speaker; /* who spoke last: of a quotation that stands alone */
  struct news_who president, prime; /* whom the article has called so */
  struct news_who other_president;  /* ... of another country, before */
  struct news_who
      spokes[2]; /* for whom a spokesman spoke last, or who that was; somebody called otherwise */
  struct news_who sheet;  /* who published the fact sheet or statement told of last */
  struct news_who office; /* the ministry named last with its government */
  char spokes_word[2];    /* how the word for that one begins; 0: nobody has */
  bool near;              /* the body was named in this paragraph */
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
  bool new;   /* "a new 10% tariff" */
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
  bool ended;                 /* by an act of others, not only by a saying */
  bool ahead;                 /* its first day lies ahead */
  bool list;                  /* "What has been agreed:": it goes on over lines that say nothing */
  bool pact;                  /* the sentence pact_at spoke of a deal */
  uint32_t pact_at;
};

#define NEWS_TOLD      12
#define NEWS_KNOWN     32
#define NEWS_SENTENCES 200
#define NEWS_VOICES    96
#define NEWS_QUOTES    96

#define NEWS_GENERICS 7  /* kinds of goods that a plain word means again (generic_goods.c) */
#define NEWS_JOINTS   16 /* commas that are put in a paragraph */
#define NEWS_CLAIMS   8  /* clauses of a sentence that are only cited */

struct news_claim { /* tokens [from, to) of the sentence (claims.c) */
  uint32_t from, to;
  uint32_t verb; /* of whoever denies it; UINT32_MAX: whoever says the sentence */
  enum { /* ... of it nobody says anything; "whether"; "hopes that"; somebody says it is false */
         NEWS_CLAIM_HOLDS,
         NEWS_CLAIM_OPEN,
         NEWS_CLAIM_ASKED,
         NEWS_CLAIM_WISHED,
         NEWS_CLAIM_FALSE,
         NEWS_CLAIM_RETOLD /* "said Trump had said": retold.c */
  } holds;
  uint16_t by; /* whose word it is, where it is retold */
};

struct news_reader { /* one article being read */
  struct news_story *story;
  const struct news_rules *r;
  uint32_t article;
  size_t opening; /* its first statement */
  const struct news_text *text;
  imp_day published;
  struct news_tokens tokens; /* of the paragraph */
  struct {
    uint32_t at; /* the byte of the text that is a comma now */
    char was;
  } joints[NEWS_JOINTS];
  uint32_t joint_count;
  struct news_sentence *s;
  uint32_t cut_to; /* behind the last of the tokens that was ever written to */
  struct news_voice voices[NEWS_VOICES];
  uint32_t voice_count;
  struct news_quote quotes[NEWS_QUOTES];
  uint32_t quote_count;
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
  uint32_t spoken[NEWS_SIDES]; /* how often each side was named in the article so far */
  uint8_t heard[NEWS_SIDES];   /* those that were, in their order */
  uint8_t heard_count;
  struct news_side_set deciders; /* they have decided something in the article */
  struct news_side_set
      fresh; /* named in the paragraph since the last measure that one does to another */
  struct news_mention
      *last; /* of each kind: the measure spoken of last; form NEWS_DONE + 1: none */
  struct news_told told[NEWS_TOLD];         /* a ring */
  uint32_t told_count, sentence, paragraph; /* paragraph: its first sentence */
  uint32_t past_at;  /* the sentence that follows what was long ago; 0 (past.c) */
  uint32_t imagined; /* the sentence behind "Suppose that"; 0 */
  uint32_t told_at;  /* the sentence that told_day, the day of a saying or a deed, stood in */
  imp_day told_day;  /* DAY_NEVER */
  struct news_frame frame;
  struct {
    enum news_side side;  /* the government the sentence `at` was about; NEWS_NO_SIDE */
    enum news_side topic; /* the last that any was about, the sentence `topic_at` */
    uint32_t topic_at;
    enum news_side sender; /* "Japanese carmakers" at its head: whose they are, and their goods */
    bool makers;           /* they are firms by name */
    uint16_t good;
    uint32_t at;
    struct news_side_set named;           /* in it */
    uint16_t only_good;                   /* no other goods are named in it; NEWS_NONE */
    uint8_t row[NEWS_TARGETS], row_count; /* "Canada and Mexico" at its head */
    bool strikes;                         /* it did something to another */
  } about;
  struct {
    uint16_t good; /* goods the paragraph has turned to: "Cars are a separate story"; NEWS_NONE */
    enum news_side side; /* whose they are */
    uint32_t at;         /* the sentence */
  } matter;
  uint16_t
      generic[NEWS_GENERICS]; /* goods: of each kind those named last, "the metal"; NEWS_NONE */
  struct {                    /* "both countries": couple.c */
    uint8_t sides[NEWS_TARGETS], count; /* the last governments in a row */
    uint32_t at;                        /* the sentence */
    uint32_t named[NEWS_SIDES];         /* that named each of them last + 1; 0: none */
  } couple;
  struct news_claim claims[NEWS_CLAIMS]; /* of the sentence */
  uint32_t claim_count;
  uint8_t quarrel[2];           /* "the dispute between Canada and China" (answered.c) */
  uint16_t topic;               /* goods a paragraph names at its head, "Soybeans."; NEWS_NONE */
  bool trade;                   /* a word of trade has been read */
  uint32_t read;                /* sentences read so far, this one too */
  uint32_t near_at[NEWS_NEARS]; /* the last of them with a word of the class */
  uint32_t since_charge;        /* sentences since a measure that "it" may mean */
  uint16_t them_good;           /* "American soybeans": what "them" means */
  uint64_t them_word;           /* the last word of those goods */
  enum news_side them_side;
  uint16_t weighed;      /* goods of the last promise of so many tons; NEWS_NONE */
  uint16_t last_promise; /* kind of the last that one does for another; NEWS_NONE */
  uint32_t since_promise;
  uint16_t last_given;         /* kind of the last that retaliation may answer; NEWS_NONE */
  uint16_t last_charge;        /* kind of the last that "it" may mean; NEWS_NONE */
  struct news_side_set lately; /* named in the sentence before */
  imp_day *event_from,
      *event_until;         /* of each measure: the day it was last given in this article */
  struct news_voice onward; /* who spoke in the last sentence of the paragraph before ... */
  uint32_t onward_at;       /* ... where the sentence of this number follows it */
  bool failed;
  /* Of these as much is written as a paragraph needs: from here on nothing is cleared when an article begins. */
  struct {
    uint32_t base;
    struct news_mind mind;
    struct news_who who;    /* whom the sentence is about */
  } before[NEWS_SENTENCES]; /* whom a pronoun means in each sentence of the paragraph */
  struct news_marks marks;  /* of the paragraph's sentences */
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

/* _fill: false when no government is found. Settles what a mention leaves open: what was named before, whose act it is, whom the article is about. */
void news_slots_begin(struct news_reader *d);
bool news_slots_fill(struct news_reader *d, struct news_statement *st, const struct news_match *m);
void news_slots_keep(struct news_reader *d);
/* At the end of the article: who decides where nobody had been named; what stays nobody's goes. */
void news_slots_close(struct news_reader *d, size_t first);

#endif
