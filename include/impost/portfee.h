// SPDX-License-Identifier: Apache-2.0
// Fees on a call of a ship at a port: which reach it, what they come to, and which facts decide.
//
// Amounts are cents of the currency the law states. Nothing is guessed of a ship: a condition on a fact nobody stated
// leaves the fee open, and the amount beside it is what would be owed. Steps of a rate run on while a fee is suspended.
// Days are ISO; texts live as long as the answer. Rules: docs/portfee.md.
#ifndef IMPOST_PORTFEE_H
#define IMPOST_PORTFEE_H

#include "impost/duty.h"
#include "impost/report.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

enum imp_charge_status {
  IMP_CHARGE_DUE,
  IMP_CHARGE_DEPENDS,   /* a fact nobody stated decides; `amount` is what would be owed */
  IMP_CHARGE_SUSPENDED, /* `amount` is what would be owed, `until` the last day */
  IMP_CHARGE_NOT,       /* a condition fails, or an exemption holds */
  IMP_CHARGE_YIELDS,    /* another fee is owed in its place */
  IMP_CHARGE_CAPPED,    /* charged as often as it may be in the year */
  IMP_CHARGE_NO_RATE    /* no rate that day: not begun, or over */
};
const char *imp_charge_word(enum imp_charge_status s); /* "due", "depends", … */

struct imp_charge {
  const char *name, *title;
  enum imp_charge_status status;
  bool has_amount;
  int64_t amount;       /* cents */
  const char *currency; /* "USD" */
  const char *rate;     /* as written, or "" */
  const char *how;      /* arithmetic in words, or "" */
  const char *why;      /* what decides, in words, or "" */
  const char *until;    /* SUSPENDED: last day, or NULL */
  const char *const
      *facts; /* DEPENDS: "owed only if …", "nothing if …", "net-tons is not stated" */
  uint32_t fact_count;
  bool wanting; /* DEPENDS: on quantities nobody stated alone; it is owed, how much is not known */
  const char *wants;            /* the quantities nobody stated, "net-tons, containers", or "" */
  uint32_t cap;                 /* most charges a year; 0: none */
  const char *so_far;           /* how often the ship was charged before, as told; NULL: not told */
  const char *charged;          /* "once per voyage, at the first port", or "" */
  const char *mark;             /* what is not certain of the rate, or of the exemption; NULL */
  const char *act_title, *cite; /* of the rate, "" when none */
  struct imp_where where, at;   /* the rate; the fee itself */
};

struct imp_call_outcome {
  const struct imp_pick *picks;
  uint32_t pick_count;
  const struct imp_charge *charges; /* every fee of the place, in the order of the law */
  uint32_t charge_count;
  enum imp_charge_status status; /* of the call: DUE, DEPENDS, SUSPENDED or NOT */
  int64_t low, high;             /* what is owed; with DEPENDS the span of what it may be */
  bool has_low,
      has_high; /* false: it hangs on quantities nobody stated, and that end of the span is not known */
  const char *wants; /* which: "net-tons, containers", or "" */
  const char *tell;  /* every fact nobody stated on which a fee hangs: "type, from-abroad", or "" */
  const char *currency;
};

struct imp_call_step { /* the same call on another day, first outcome */
  const char *day;
  enum imp_charge_status status;
  int64_t low, high;
  bool has_low, has_high;
  const char *wants;
};

struct imp_call_answer {
  const char *id, *reason, *next; /* refused: all set; else NULL */
  const char *into, *into_name, *on;
  const struct imp_call_outcome *outcomes;
  uint32_t outcome_count;
  const struct imp_call_step *steps;
  uint32_t step_count;
};

struct imp_call {               /* as the user gave it */
  const char *into;             /* place of the port */
  const char *on;               /* NULL: the query's day */
  const struct imp_pair *facts; /* built=CN, net-tons=40000, type=container … */
  uint32_t fact_count;
};

struct imp_portfee; /* owns the answer */
/* IMP_OK also for a refused call. */
enum imp_status imp_portfee(const struct imp_law *law, const struct imp_query *query,
                            const struct imp_call *call, struct imp_portfee **out,
                            struct imp_error *err);
const struct imp_call_answer *imp_portfee_answer(const struct imp_portfee *p);
void imp_portfee_free(struct imp_portfee *p);

enum imp_status imp_report_portfee(const struct imp_law *law, const struct imp_query *query,
                                   const struct imp_portfee *p,
                                   const struct imp_report_options *options, struct imp_text *text,
                                   struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
