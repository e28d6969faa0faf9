// SPDX-License-Identifier: Apache-2.0
// Inside of the fees of an entry: the job, the lines read one at a time (fees_lines.c), the sums they add up to (fees.c),
// what a sum comes to in money (fees_amount.c).
#ifndef IMPOST_BOOK_FEES_OWN_H
#define IMPOST_BOOK_FEES_OWN_H

#include "book/answer.h"
#include "book/fees.h"
#include "book/fees_form.h"
#include "book/query.h"

enum { CODES_MET = 32, LINES_READ = 64 };

struct fee_job {
  struct frame frame; /* its arena holds what outlives the lines: the list and its texts */
  const struct view *view;
  struct moment on; /* of lines without a day */
  const struct imp_line *lines;
  const struct imp_assessment *const *answers;
  const struct line *one; /* instead of lines: a single line already read */
  uint32_t count, at;     /* the line at hand */
  struct line_read_once { /* of an entry of up to LINES_READ lines; NULL: each is read again */
    struct line line;
    bool known, counts;
  } * read;
  int64_t entry_dollars;
  imp_day day;     /* of the last line that counts */
  bool seen, days; /* a line was seen; lines of other days too, so that this is not one entry */
  struct mentions met[CODES_MET]; /* of the first codes, for the next time they come */
  uint32_t met_count;
  struct eval kept;   /* memory of the evaluations, one after the other; without parts: none yet */
  struct awake awake; /* fees and reliefs; the duties of the line are of no account here */
  bool any_code;      /* some of them asks for the code */
  bool *no_lists;     /* mentions of a code nobody asks for */
};

enum { OPTIONS_MAX = 4 };

struct fee_option { /* a line of the law that is the fee, or may be */
  const struct law_stmt *stmt;
  int64_t sure, open; /* dollars it bears on, or may bear on */
};

struct fee_sum {
  struct fee_option options[OPTIONS_MAX];
  uint32_t count;
  int64_t dollars; /* of the lines that any option reaches, each once */
  bool nothing;    /* for some answer no fee is due */
  struct str open_fact;
  bool not_encoded;
};

struct fee_item { /* a measure that is a fee, and what the lines add up to */
  uint32_t measure;
  struct fee_sum sum;
  int64_t *bases; /* dollars of each line; NULL: not asked for */
};

struct fee_list {
  struct fee_item *items;
  uint32_t count;
};

struct fee_answers { /* the sums again, with the open fact answered on every line that lacks it */
  uint32_t measure, fact;
  const struct law_fact *f;
  struct fee_sum *sums; /* one for each word of the fact */
};

struct imp_fees {
  struct arena arena;
  struct imp_fee *items;
  uint32_t count, lines;
  int64_t **bases; /* per fee: dollars of each line it bears on */
};

struct reading { /* a line with what the law says of it */
  struct mentions mentions;
  struct frame frame;
  struct line whole; /* `value` in a fee's test is the value of the entry */
  struct eval eval;
};

enum { FEE_NAMES_MAX = 256, FEE_LIMITS_MAX = 16 };

struct fee_forms { /* fees of many entries: fees_form.c, fees_parts.c */
  struct arena arena, run;
  struct fee_job job;
  uint32_t measures[FEE_FORM_FEES], count;
  struct str names[FEE_NAMES_MAX]; /* that tests of fees and of reliefs from them ask for */
  uint32_t name_count;
  struct rat limits[FEE_LIMITS_MAX]; /* on the value */
  uint32_t limit_count;
  bool fine;
  struct fee_part **parts; /* by the number of lines alike */
  size_t part_cap;
};

/* ---- fees_lines.c ---- */

/* Called with each line that counts. What it puts into f->arena is gone when it returns. */
typedef bool fee_each(struct fee_job *job, const struct frame *f, const struct line *line,
                      void *user);

/* Each line that counts, in order. False: out of memory, or as the call said. */
bool fees_each_line(struct fee_job *job, fee_each *each, void *user);
/* Finds what is awake: fees, and reliefs that bear on them. */
bool fees_wake(struct fee_job *job);
/* A fee_each: the value and the day of the entry. */
bool fees_add_dollars(struct fee_job *job, const struct frame *f, const struct line *line,
                      void *user);
/* The evaluation of a line, in memory that lasts as long as the job. */
bool fees_begin(struct fee_job *job, const struct frame *f, const struct line *line,
                struct reading *r);

/* Names more than all goods. */
bool fees_name_codes(const struct law_set *set);

/* ---- fees.c ---- */

/* A fee_each: adds the line to every sum of a struct fee_list. */
bool fees_add_all(struct fee_job *job, const struct frame *f, const struct line *line, void *user);

/* What the line at hand adds to the sum of measure m. */
void fees_add_to(struct reading *r, uint32_t m, struct fee_sum *sum);
/* A line of the law that is the fee of so many dollars, or may be. */
void fees_add_option(struct fee_sum *sum, const struct law_stmt *s, int64_t sure, int64_t open);

/* ---- fees_amount.c ---- */

/* A fee_each: adds the line to every answer of a struct fee_answers. */
bool fees_add_answered(struct fee_job *job, const struct frame *f, const struct line *line,
                       void *user);
/* What a sum with options comes to as it stands, in cents. */
bool fees_amounts(struct fee_job *job, const struct fee_sum *sum, int64_t *low, int64_t *high);

/* The fact of which each answer is tried for a sum; NULL: none is. */
const struct law_fact *fees_open_word(const struct law *law, const struct fee_sum *sum,
                                      uint32_t *fact);
/* From the least to the most of the sums of all answers. */
bool fees_ends(struct fee_job *job, const struct fee_sum *sums, uint32_t count, int64_t *low,
               int64_t *high);
/* From the least to the most a sum may come to, in cents: what is open is tried with each of its answers. */
bool fees_spread(struct fee_job *job, uint32_t m, const struct fee_sum *sum, int64_t *low,
                 int64_t *high);
/* The fee as it is printed: name, rate, act, why there is no amount; amounts are left to fees_spread. */
bool fees_fill(struct fee_job *job, uint32_t m, const struct fee_sum *sum, struct imp_fee *fee);

/* ---- fees_parts.c ---- */

void fee_parts_free(struct fee_forms *f);

#endif
