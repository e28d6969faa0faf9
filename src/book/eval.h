// SPDX-License-Identifier: Apache-2.0
// One line under one view with every fact settled: what each measure says of each part of the value.
//
// The plain evaluator. It works from raw statements with linear scans, one measure at a time, in the order
// the law itself gives: own headings, then reliefs, then yields, part by part. The batch evaluator is
// checked against it. Source: docs/language.md, section 3 (Which statement speaks, Applies, Order).
#ifndef IMPOST_BOOK_EVAL_H
#define IMPOST_BOOK_EVAL_H

#include "book/cond.h"
#include "book/rate.h"

enum cell_kind {
  CELL_SILENT,  /* no heading speaks */
  CELL_NONE,    /* a heading speaks with `none`: outside the measure */
  CELL_APPLIES, /* inside it, at nothing too */
  CELL_EXEMPT,  /* a relief takes it out */
  CELL_YIELDS   /* it gives way to another measure that applies here */
};

struct cell {
  enum cell_kind kind;
  uint32_t heading;                     /* that speaks; LAW_NONE: the nameless first heading */
  const struct law_stmt *demand;        /* the current line that speaks */
  uint32_t by;                          /* EXEMPT, YIELDS: the measure that displaces it */
  const struct law_heading *by_heading; /* EXEMPT: the relief's heading, NULL when it has none */
  const struct law_stmt *by_stmt;       /* EXEMPT, YIELDS: the statement */
  uint32_t under;                       /* NONE: the charging heading it displaced, LAW_NONE */
  const struct law_stmt *under_demand;
  bool busy, done; /* while evaluating */
};

struct measure_result {
  bool in_scope; /* into, of, goods and `if` hold */
  bool scope_if_unknown;
  struct match goods;             /* the member of the scope that matched */
  const struct law_stmt *silence; /* state that silences the measure that day, NULL */
  imp_day silence_end;
  struct rat points;  /* taken off its rates that day */
  struct cell *cells; /* one per part of the value */
};

struct eval {
  struct arena *arena;
  const struct law *law;
  const struct view *view;
  const struct line *line;
  const struct awake *awake;
  struct matcher matcher;
  struct moment at; /* the moment of entry */
  struct cond_env cond;
  struct clock_stmt *rows;         /* scratch for one block */
  uint32_t parts;                  /* cells there is room for */
  struct measure_result *results;  /* law->measure_count of them */
  uint32_t *reliefs, relief_count; /* measures in force and in scope that take something out */
  uint32_t base;                   /* index of the base measure, LAW_NONE */
  struct refusal refusal;
  uint32_t refusing; /* measure that refuses, LAW_NONE */
  bool circle;       /* the law runs in a circle for this line (the check should have said so) */
};

/* What a caller knows to be of no account for a line: measures out of scope or ended, headings that cannot fit or have
 * no line in force. Passing over them changes nothing but time. */
struct awake {
  const bool *measures; /* law->measure_count */
  const bool *headings; /* of all measures, one behind the other; NULL: each is looked at */
  const uint32_t *first_heading; /* of each measure, into `headings` */
  bool no_general;               /* no test asks about the general column */
};

struct frame { /* what stays the same for a line */
  struct arena *arena;
  const struct law *law;
  const struct names *names;
  const struct mentions *mentions; /* of the line's code */
  const struct awake *awake;       /* NULL: everything is looked at */
  bool one_basis;                  /* what the other basis comes to is not asked */
};

/* Prepares scope and states of all measures. False: out of memory. */
bool eval_begin(struct eval *e, const struct frame *f, const struct view *view,
                const struct line *line);

/* Another line in the memory of an evaluation that is done with: of no more parts than it has room for, under the same
 * view, with the same measures awake and no others looked at. */
void eval_again(struct eval *e, const struct frame *f, const struct line *line);

/* Verdict of measure m on cell c, worked out once. */
const struct cell *eval_cell(struct eval *e, uint32_t m, uint32_t c);

/* Whether a heading's own tests hold for a cell with this demand (NULL: a relief or a heading's tests only).
 * TRI_UNKNOWN when a fact nobody stated decides; `lowers`: an unstated `ex` counts as no. */
enum tri eval_fits(struct eval *e, uint32_t m, const struct law_heading *h,
                   const struct law_stmt *s, uint32_t c, bool lowers);

/* Whether heading h of measure m is worth a look: its countries, the cheapest of its tests. NULL: always. */
bool eval_heading_wakes(struct eval *e, uint32_t m, const struct law_heading *h);

/* Whether measure m bears on entries into the line's place of entry. */
bool eval_enters(struct eval *e, uint32_t m);

/* The current line among the statements of one sort, NULL when none. */
const struct law_stmt *eval_current_demand(struct eval *e, uint32_t m, const struct law_heading *h);
bool eval_is_current(struct eval *e, const struct law_stmt *block, uint32_t count,
                     const struct law_stmt *s);

/* State that silences a block that day, and the day it ends. NULL when it speaks. */
const struct law_stmt *eval_silence(struct eval *e, const struct law_stmt *s, uint32_t n,
                                    imp_day *end, struct rat *points);

struct eval_held { /* takes points off the rates of its block */
  const struct law_stmt *stmt;
  imp_day end; /* the day it ends, as of eval_silence */
};
/* Those of a block that hold that day, into `out` (`cap` at most); how many there are. */
uint32_t eval_points(struct eval *e, const struct law_stmt *s, uint32_t n, struct eval_held *out,
                     uint32_t cap);

/* Whether a relief takes cell c out of measure m, were it to apply there. */
bool eval_relieved(struct eval *e, uint32_t m, uint32_t c);

/* The part of the value nobody stated, on whose size it hangs whether a relief takes out cell c; LAW_NONE. */
uint32_t eval_relief_hangs_on(struct eval *e, uint32_t m, uint32_t c);

bool eval_lowers(const struct law_stmt *s); /* exempts, free or none: a benefit to be claimed */
bool eval_is_demand(const struct law_stmt *s);
bool eval_has_demands(const struct law_stmt *block, uint32_t n); /* of a whole block */
bool eval_holds_part(struct eval *e, const struct law_parts *on, uint32_t c, enum tri *unknown);
bool eval_is_charge(const struct law_stmt *s); /* a demand other than none */
struct match eval_goods(struct eval *e, uint32_t m, const struct law_heading *h,
                        const struct law_stmt *s);

#endif
