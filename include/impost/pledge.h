// SPDX-License-Identifier: Apache-2.0
// Promises to buy: what was promised by whom, what is due, what was counted, and what nobody has counted.
//
// Amounts are exact decimals in the unit of the pledge. A promise is met only on a row of the same count; not met only
// where a later reading of the running total is still below. Rows of another count are shown beside it and never added.
// An even pace is arithmetic, no forecast. Days are ISO; texts live as long as the pledges. Rules: docs/pledge.md.
#ifndef IMPOST_PLEDGE_H
#define IMPOST_PLEDGE_H

#include "impost/talks.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

enum imp_promise_state {
  IMP_PROMISE_TO_COME, /* its period has not begun */
  IMP_PROMISE_RUNNING, /* begun, counted, not settled */
  IMP_PROMISE_MET,
  IMP_PROMISE_NOT_MET,
  IMP_PROMISE_OPEN,    /* over, and no row settles it */
  IMP_PROMISE_NO_COUNT /* begun, and no row counts in it */
};

struct imp_promise {
  const char *compare;       /* "at least", "about", "at most", "exactly" */
  const char *amount;        /* "12" */
  const char *from, *due;    /* first and last day */
  const char *by, *by_title; /* act or voice, and who */
  const char *mark;          /* what is not certain of it, or NULL */
  enum imp_promise_state state;
  const char *reading;    /* day of the row that settles it or counts last, or NULL */
  const char *low, *high; /* what that row makes of the whole, or NULL */
  int32_t early;          /* MET: days before it was due */
  const char *share;      /* counted of promised, "57.5%", of a range both ends; NULL: no count */
  const char *pace;       /* what an even pace asks for by the known day, or NULL */
  const char *needed;     /* RUNNING: still to come, in each 30 days left; NULL: nothing */
  bool together;          /* a sum of promises that follow one another */
};

struct imp_count { /* a row of the table known by then */
  const char *what, *origin, *origin_name;
  const char *from, *through;
  const char *low, *high;
  const char *by, *source;
  const char *share;          /* of all origins in the same days; NULL: not of such a row */
  uint32_t bar_low, bar_high; /* thousandths of the chart's scale; 0 for other counts */
  bool counts;                /* of the promise's count and seller */
};

struct imp_pledge {
  const char *name, *title, *buyer, *seller;
  char buyer_iso2[3], seller_iso2[3];
  const char *goods;   /* codes or words */
  const char *counted; /* contracts, shipments, arrivals, value */
  const char *unit;
  const char *ends;                 /* a finished pledge, or NULL */
  struct imp_position positions[2]; /* of the seller and of the buyer */
  const struct imp_promise *promises;
  uint32_t promise_count;
  const struct imp_count *counts; /* of the promise first, then the others, in order of day */
  uint32_t count_count;
  const char *scale; /* amount of the full bar */
  const char *const *notes;
  uint32_t note_count;
  struct imp_where at;
};

struct imp_pledges; /* owns them */
/* `name`: whole, or its last part; NULL: all known by then. IMP_USAGE when there is no such pledge. */
enum imp_status imp_pledges_open(const struct imp_law *law, const struct imp_query *query,
                                 const char *name, struct imp_pledges **out, struct imp_error *err);
uint32_t imp_pledges_count(const struct imp_pledges *p);
const struct imp_pledge *imp_pledges_at(const struct imp_pledges *p, uint32_t i);
void imp_pledges_free(struct imp_pledges *p);

enum imp_status imp_report_pledges(const struct imp_law *law, const struct imp_query *query,
                                   const struct imp_pledges *p,
                                   const struct imp_report_options *options, struct imp_text *text,
                                   struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
