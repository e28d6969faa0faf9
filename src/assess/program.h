// SPDX-License-Identifier: Apache-2.0
// Programs: bills without their amounts, and the jobs they are made of.
#ifndef IMPOST_ASSESS_PROGRAM_H
#define IMPOST_ASSESS_PROGRAM_H

#include "assess/amounts.h"
#include "index/index.h"

struct imp_batch;

struct prow {
  uint32_t measure, heading, shown; /* shown: a row of batch.shown, all of it but its numbers */
  uint32_t spare;                   /* nought: rows are compared as bytes */
  struct quote amount, less;        /* less.kind ZERO: nothing is taken off */
};

struct option { /* the bill of one completion of the facts nobody stated */
  const char *refusal;
  union {
    struct {
      const struct prow *const *rows; /* each row that the law can say is kept once */
      const struct imp_shape_row *words;
    };
    struct { /* of the refusal, for lines that ask for words; NULL: not kept */
      const char *reason, *next;
    };
  };
  const struct prow *const *legal;
  const char *const *notes;
  uint32_t shape, refusing;
  uint16_t count, legal_count, notes_count;
  /* The same completion on basis legal, when what is void there changes it. `legal_plain`: it cannot be said
   * in rows. */
  bool prohibited : 1, has_legal : 1, legal_plain : 1;
};

struct need { /* a fact that nobody stated */
  struct str fact;
  const struct str *choices; /* without bytes: all of the value that no stated part has */
  uint32_t count;
};
enum { DAY_TEXTS = 64, SIDES = 16, SIDE_BITS = 4 };
#define NO_OPTION UINT8_MAX /* of a completion: no such goods */

struct pbill {
  const struct imp_pick *picks;
  const struct option *options; /* in the order they were tried, each once */
  const char *const *assumed;   /* for lines that ask for words */
  const struct need *needs;     /* what was open, the first varying fastest */
  const uint8_t *cells;         /* the option of each completion */
  uint16_t pick_count, option_count, assumed_count, need_count, cell_count;
  bool sure; /* nothing was open: one completion */
  /* A need is told in the words of a list, which are another code's on another line. */
  bool describes;
};

enum said_state { SAID_ANSWERED, SAID_RANGE, SAID_REFUSED, SAID_EARLY, SAID_PLAIN };

struct said_kind { /* what the words of a line hang on beside its program; sets of rows as bits */
  uint8_t state;
  bool all_legal, own_legal; /* basis legal gives the same; gives other rows */
  uint64_t is_void, legal;
};
struct said_program { /* programs of one kind are many */
  uint32_t kind;
  uint16_t words; /* on that side; NO_WORDS: on none. Those on another are in batch.words_of */
  uint8_t side;   /* what is to be borne in mind (words_side) */
};
#define NO_WORDS UINT16_MAX

struct program {
  const char *refusal; /* id, or NULL */
  int64_t least;       /* smallest value, and part of it, that it is good for */
  uint32_t refusing;
  uint32_t shape; /* of the refusal, or of the first bill's first option */
  uint32_t bill_count;
  bool slow;  /* each line the plain way */
  bool early; /* a refusal before the line has a key: lines share it by its id alone */
  struct pbill bills[];
};

/* What one line under a key is compiled from. */
struct job {
  struct imp_batch *b;
  struct line line;
  const struct mentions *mentions;
  const struct awake *awake; /* of the mask; NULL: not known */
  struct given given;
  struct quote base;                                 /* of the base duty, as the key took it */
  uint32_t tests;                                    /* tests alive */
  uint32_t questions[QUESTIONS_MAX], question_count; /* that may touch the line */
  struct arena *arena;                               /* scratch */
};

/* The quote of the base duty of the job's line; *sure false: it hangs on more than the key. */
bool compile_base(struct job *job, struct quote *out, bool *sure);
/* False: out of memory. */
bool compile_program(struct job *job, struct program *out, const struct pbill **bills);
enum likeness { ALIKE, DIFFERENT, EITHER };
/* Whether two bills are the same for every value, or differ for every value from *least on. */
enum likeness bills_compare(const struct pbill *a, const struct pbill *b, int64_t *least);
/* A completion that is refused, the first; NULL: none. */
const struct option *option_refused(const struct pbill *p);
/* The same of a program, which has the reason and the next step; NULL: it has none, as one that is refused early. */
const struct option *program_refused(const struct program *p);
bool quote_same(const struct quote *a, const struct quote *b);
bool option_same(const struct option *a, const struct option *b);
bool option_same_legal(const struct option *a, const struct option *b);
bool extract_option(struct job *job, struct eval *e, const struct bill *b, const bool *is_void,
                    struct option *out, bool *slow);
/* As long as the batch; equal programs are one. Its number; NOTHING: out of memory. */
uint32_t program_keep(struct imp_batch *b, const struct program *p, const struct pbill *bills);

#endif
