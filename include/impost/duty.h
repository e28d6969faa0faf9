// SPDX-License-Identifier: Apache-2.0
// What a line owes: the question, and the answer with its rows, outcomes and reasons.
//
// Money is in cents of the jurisdiction's currency. Days are ISO text. Every text in an answer is owned by
// the answer. A line that cannot be judged gets a status and a reason of its own; the call fails only when
// it cannot go on (memory). See docs/assessment.md for the meaning.
#ifndef IMPOST_DUTY_H
#define IMPOST_DUTY_H

#include <stdbool.h>
#include <stdint.h>

#include "impost/error.h"
#include "impost/law.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

struct imp_pair {
  const char *name, *value;
};

/* One line as the user gave it: text, NULL or "" for what was not given. Nothing is guessed from it. */
struct imp_line {
  const char *entry; /* the entry it belongs to; fees are per entry */
  uint32_t number;   /* the line's number in the input, from 1 */
  const char *code;  /* 8 or 10 digits in any spelling */
  const char *from;  /* origin: ISO, Census number or name */
  const char *into;  /* country of entry; NULL: the one whose schedule the law holds */
  const char *on;    /* date of entry, "2025-11-12 14:00" with an hour; NULL: the query's day */
  const char *value; /* customs value; thousands separators and $ are understood */
  const char *quantity, *unit, *quantity2, *unit2;
  const struct imp_pair *facts; /* loaded=2025-04-04, content.steel=6000, mode=ocean … */
  uint32_t fact_count;
  const char *const *claims; /* usmca, S, 9903.88.69 … */
  uint32_t claim_count;
};

enum imp_basis { IMP_COLLECTED, IMP_LEGAL };

struct imp_query {
  const char *known; /* NULL: the newest known day of the law */
  const char *on;    /* day of lines without one; NULL: the same as known */
  enum imp_basis basis;
  const struct imp_pair *picks; /* question = answer */
  uint32_t pick_count;
  bool brief; /* the bills alone: no unclaimed benefits, no next change (files, checks) */
  bool
      additional; /* also entries into places whose ordinary duty is not encoded: their additional duties alone, in the
                      money of the value. Without it they are refused: sums over lines would mix moneys */
  bool trace;     /* keep the verdict of every measure whose scope holds the line (why, proof) */
};

enum imp_line_status { IMP_LINE_OK, IMP_LINE_RANGE, IMP_LINE_REFUSED, IMP_LINE_PROHIBITED };

enum imp_row_status {
  IMP_ROW_APPLIED,    /* charged, counts in the total (also at zero) */
  IMP_ROW_SUPPRESSED, /* displaced by `by`; `amount` is what it would have been, not in the total */
  IMP_ROW_UNCLAIMED,  /* not claimed; `amount` is what claiming it would save */
  IMP_ROW_SUSPENDED   /* in the law but not in force that day; `until` says when it returns */
};

struct imp_where {
  const char *file;
  uint32_t line;
};

struct imp_row {
  enum imp_row_status status;
  const char
      *heading; /* reporting number, or general / special / column-2, or the measure's name */
  const char *measure; /* "us.301.cn.list-3" */
  const char *title;   /* of the measure */
  const char *rate;    /* as written: "25%" ; the base duty: as the schedule prints it */
  int64_t base;        /* cents: the part of the value it bears on */
  int64_t amount;      /* cents */
  const char *why; /* plain words: what displaced it, what claiming needs, until when suspended */
  const char *by;  /* what displaced it (measure or heading), or NULL */
  const char *act; /* "us.fr.84-20459" */
  const char *act_title;
  const char *act_kind;   /* as the act states it: "executive order"; "" when none */
  const char *cite;       /* "84 FR 20459" */
  struct imp_where where; /* the statement */
  const char *known;      /* day the statement could be known */
  const char *source;     /* official, copy, report, inferred */
  const char *mark;       /* "not re-read", "said, not law: …" or NULL */
  const char *until;      /* SUSPENDED: last window's end, or NULL */
  bool is_void;           /* rests on law since held void (collected basis) */
  bool pending;           /* there only because of the outcome assumed: a speaking act states it */
  bool is_base;           /* the base duty */
  bool is_stated;         /* the rate is what the entry states, not law: "fact ad-rate" */
  const char *rounding;   /* "row-cent" */
  const char *quantity;   /* what a rate per unit bears on, in its unit: "2000 kg"; NULL: none */
  const char *exact;      /* exact amount before rounding, "999.975" or a fraction */
  const char *points;    /* taken off the rate that day, "24%", which `rate` says too; NULL: none */
  const char *points_by; /* the acts that hold them off, "cn.ctc.2025-10" */
  const char *points_until;      /* first day, or moment, they are back; NULL: not said */
  struct imp_where points_where; /* the statement; of several the last written */
};

struct imp_pick {
  const char *question, *answer;
};

struct imp_bill {
  const struct imp_pick *picks; /* the outcome; empty when nothing open touches the line */
  uint32_t pick_count;
  const char *mark;              /* "said by us-cn.busan, no order yet", or NULL */
  int64_t low, high;             /* duty; equal unless a fact is missing */
  int64_t void_low, void_high;   /* part of it resting on law since held void */
  int64_t legal_low, legal_high; /* duty on basis legal under the same known day and outcome */
  bool prohibited;
  const struct imp_row *rows; /* reporting order; of the high end when it is a range */
  uint32_t row_count;
  const struct imp_pair *settled; /* a range: the facts as settled for the rows, the high end */
  uint32_t settled_count;
  const struct imp_pair *settled_low; /* the same for the low end */
  uint32_t settled_low_count;
  const char *const *assumed; /* what law or practice presumed because nobody said */
  uint32_t assumed_count;
  const char *const *needs; /* facts that decide, with what each answer gives */
  uint32_t needs_count;
  const char *const *notes; /* marks, old numbers, near ends */
  uint32_t notes_count;
};

/* One measure whose scope (into, of, goods) holds the line, for why and proof. A measure that says different
 * things of different parts of the value has one verdict for each. */
struct imp_verdict {
  const char *measure;
  const char *part;       /* "us-content, rest": the parts it is about; NULL: the whole value */
  int64_t base;           /* cents of the value it is about */
  struct imp_where where; /* the measure */
  const char *heading;    /* that speaks, or NULL */
  struct imp_where heading_where;
  /* applies, none, silent, suspended, ended, void, exempt, yields, relieves (takes others out), refused */
  const char *verdict;
  const char *why;
  struct imp_where statement; /* line that decided; line 0 when none */
  struct imp_where member;    /* list member that matched; line 0 when none */
  const char *member_text;
  const char *from, *until; /* window of that statement, ISO; NULL: no such end */
  const char *known;        /* day it could be known; NULL: undated */
  uint32_t bill;            /* index of the bill it belongs to */
};

struct imp_question { /* an open or said question that touches the line */
  const char *name, *title;
  const char *state;   /* open, said */
  const char *due;     /* or NULL */
  const char *said_by; /* act, or NULL */
  const char *
      along; /* questions of the line that follow it, with what comes: "us-cn.truce (extended if approved, lapsed if
                        rejected)"; NULL: none */
};

struct imp_answer {
  enum imp_line_status status;
  const char *id;     /* refusal id, "refuse.not-encoded"; NULL when answered */
  const char *reason; /* plain words; NULL when answered */
  const char *next;   /* what to do next; NULL or words */
  const char *code;   /* as printed: 4202.92.31.31 */
  const char *from;   /* ISO-2 */
  const char *place_name;
  const char *on, *known;
  enum imp_basis basis;
  int64_t value;          /* whole dollars in cents, after 19 CFR 159.3(a) */
  const char *value_note; /* when rounding changed it */
  bool additional; /* the ordinary duty of the place is not in it; money is that of the value */
  const char *into_name; /* of such an answer the place of entry, "China"; else NULL */
  const struct imp_bill *bills;
  uint32_t bill_count;
  const struct imp_question *questions;
  uint32_t question_count;
  const struct imp_verdict *verdicts; /* only with query.trace */
  uint32_t verdict_count;
  const struct imp_pair *settled; /* of a refused line: the facts its first verdicts rest on */
  uint32_t settled_count;
  const char *next_change; /* day of the next change of this line's duty under known law, or NULL */
  const char *next_change_why;
  int64_t next_low, next_high; /* below zero: the line is refused from that day on */
  const int64_t
      *next_each; /* the duties of its outcomes, each once and rising; none when one is a range */
  uint32_t next_each_count;
  const char *const *caveats; /* numbers of another edition, horizon, lists in doubtful/ … */
  uint32_t caveat_count;
};

struct imp_assessment; /* owns one answer and its texts */

/* Assesses one line. IMP_OK with *out also for refused lines. Free with imp_assessment_free. */
enum imp_status imp_duty(const struct imp_law *law, const struct imp_query *query,
                         const struct imp_line *line, struct imp_assessment **out,
                         struct imp_error *err);
const struct imp_answer *imp_assessment_answer(const struct imp_assessment *a);
void imp_assessment_free(struct imp_assessment *a);
/* Copies into it whatever it points to elsewhere: an answer of a batch may then outlive the batch. */
enum imp_status imp_assessment_own(struct imp_assessment *a, struct imp_error *err);

/* Fees of one entry (MPF, HMF). Lines whose answer is refused are left out; `answers` NULL: all lines count. */
struct imp_fee {
  const char *name; /* "MPF" */
  const char *measure, *rate, *act, *cite;
  struct imp_where where;
  int64_t base;      /* cents, sum over the lines it bears on */
  int64_t low, high; /* cents; differ when the mode of transport is not known */
  const char *why;   /* assumed or missing facts, or NULL */
  bool unknown;      /* not encoded: no number */
};
struct imp_fees; /* owns the list */
enum imp_status imp_entry_fees(const struct imp_law *law, const struct imp_query *query,
                               const struct imp_line *lines,
                               const struct imp_assessment *const *answers, uint32_t count,
                               struct imp_fees **out, struct imp_error *err);
uint32_t imp_fees_count(const struct imp_fees *fees);
const struct imp_fee *imp_fees_at(const struct imp_fees *fees, uint32_t i);
/* Cents of the value of line `line` (of those given) that fee `fee` bears on. */
int64_t imp_fees_base(const struct imp_fees *fees, uint32_t fee, uint32_t line);
void imp_fees_free(struct imp_fees *fees);
/* 1 when lines that state no fact and differ in nothing but number and value bear the fees of one such line with the sum
 * of their values (lines of no value apart): no fee asks for the number or for the value of a line by itself. */
int imp_fees_add_up(const struct imp_law *law);

/* Measures whose scope holds a code and place on a day, or all when code is NULL: for `impost measures`. `into`: the place
 * of entry, and of no code only what bears on entries there; NULL: the one whose ordinary rates the law holds, and of no
 * code every measure. IMP_USAGE with usage.code, usage.origin, usage.place. */
struct imp_measure_info {
  const char *name, *title,
      *state;           /* in force (also: in part not encoded), suspended until D, ended D, void,
                           to come D, not encoded, not known yet */
  const char *headings; /* "9903.88.03, 9903.88.04" */
  const char *act;
  struct imp_where where;
};
struct imp_measures;
enum imp_status imp_measures(const struct imp_law *law, const struct imp_query *query,
                             const char *code, const char *from, const char *into,
                             struct imp_measures **out, struct imp_error *err);
uint32_t imp_measures_count(const struct imp_measures *m);
const struct imp_measure_info *imp_measures_at(const struct imp_measures *m, uint32_t i);
void imp_measures_free(struct imp_measures *m);

/* The questions of the law and how each stood on the query's known day. */
struct imp_outcome {
  const char *name, *title;
  const char *answers;     /* "approved, rejected" */
  const char *state;       /* not raised, open, said, closed */
  const char *answer, *by; /* said or closed: as what, by which act; else NULL */
  const char *due;         /* ISO day, or NULL */
};
struct imp_outcomes; /* owns the list and its texts; free with imp_outcomes_free */
enum imp_status imp_outcomes(const struct imp_law *law, const struct imp_query *query,
                             struct imp_outcomes **out, struct imp_error *err);
uint32_t imp_outcomes_count(const struct imp_outcomes *o);
const struct imp_outcome *imp_outcomes_at(const struct imp_outcomes *o, uint32_t i);
void imp_outcomes_free(struct imp_outcomes *o);

/* What is left out of every bill: "AD/CVD", "excise", …; NULL-terminated. */
const char *const *imp_not_included(void);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
