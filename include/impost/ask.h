// SPDX-License-Identifier: Apache-2.0
// What to find out first: the facts and claims of a line whose answer moves most money.
//
// For every fact nobody stated and every claim not made, the line is assessed again with each answer the law
// tells apart. What changes nothing is left out. Nothing here is an estimate: each number is the bill
// the same line would have with that answer stated.
#ifndef IMPOST_ASK_H
#define IMPOST_ASK_H

#include "impost/batch.h"
#include "impost/report.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

enum imp_ask_kind {
  IMP_ASK_NEED,  /* nobody said, and the law presumes nothing: the bill is a range until answered */
  IMP_ASK_CLAIM, /* a benefit that must be claimed and was not */
  IMP_ASK_PRESUMED /* the law presumes an answer; another one would change the bill */
};

struct imp_ask_answer {
  const char *option;        /* to type: "--fact loaded=2025-04-04", "--claim usmca" */
  const char *also;          /* other answers that give the same: "truck, rail"; or NULL */
  int64_t low, high;         /* duty with that answer, cents: least and most over the outcomes */
  int64_t fee_low, fee_high; /* fees of an entry of this one line */
  const char *refused;       /* why there is no bill with that answer, or NULL */
  bool prohibited;
};

struct imp_ask_item {
  enum imp_ask_kind kind;
  const char *name;     /* the fact, programme or heading */
  const char *question; /* what to ask, in the law's words; may be empty */
  const char *presumed; /* PRESUMED: what the law takes meanwhile; else NULL */
  int64_t moves;        /* cents of duty and fees between the dearest answer and the cheapest */
  const struct imp_ask_answer *answers;
  uint32_t answer_count;
};

struct imp_ask; /* owns the items and the answer they start from */
/* IMP_OK also for a refused line: then there are no items and imp_ask_line says why. Free with
 * imp_ask_free. */
enum imp_status imp_ask(const struct imp_law *law, const struct imp_query *query,
                        const struct imp_line *line, struct imp_ask **out, struct imp_error *err);
uint32_t imp_ask_count(const struct imp_ask *a);
const struct imp_ask_item *imp_ask_at(const struct imp_ask *a, uint32_t i); /* most money first */
const struct imp_answer *imp_ask_line(const struct imp_ask *a); /* as asked, nothing added */
void imp_ask_free(struct imp_ask *a);

/* The same through a batch, for many lines: each option is a line of the batch, and what could be asked is found once for
 * lines alike. Items are those of imp_ask; imp_ask_line has the status alone, and a refused line no items. A batch belongs to
 * one thread. */
enum imp_status imp_batch_ask(struct imp_batch *b, const struct imp_line *line,
                              struct imp_ask **out, struct imp_error *err);

/* The same for many lines: items of one kind and name are one, their money added. Memory follows the number of
 * different items, never of lines. */
struct imp_ask_sum_item {
  enum imp_ask_kind kind;
  const char *name, *question, *presumed;
  const char *example;   /* option of the answer that moves most, from the line that moves most */
  int64_t moves;         /* cents over all lines */
  uint32_t lines;        /* on how many it moves money */
  uint32_t top_line;     /* number of the line on which it moves most */
  const char *top_entry; /* its entry; empty when it has none */
  int64_t top_moves;
};
struct imp_ask_sum;
enum imp_status imp_ask_sum_new(struct imp_ask_sum **out, struct imp_error *err);
/* `a` NULL: a line that could not be read or asked; it counts as refused. */
enum imp_status imp_ask_sum_add(struct imp_ask_sum *sum, const struct imp_line *line,
                                const struct imp_ask *a, struct imp_error *err);
uint32_t imp_ask_sum_count(const struct imp_ask_sum *sum);
const struct imp_ask_sum_item *imp_ask_sum_at(struct imp_ask_sum *sum, uint32_t i); /* most first */
uint32_t imp_ask_sum_lines(const struct imp_ask_sum *sum);                          /* added */
uint32_t imp_ask_sum_refused(const struct imp_ask_sum *sum); /* of them refused */
void imp_ask_sum_free(struct imp_ask_sum *sum);

/* What was asked and what moves most, as text, JSON or JSON lines (CSV and TSV: IMP_USAGE). */
enum imp_status imp_report_ask(const struct imp_law *law, const struct imp_query *query,
                               const struct imp_line *line, const struct imp_ask *a,
                               const struct imp_report_options *options, struct imp_text *text,
                               struct imp_error *err);
enum imp_status imp_report_ask_sum(const struct imp_law *law, const struct imp_query *query,
                                   struct imp_ask_sum *sum,
                                   const struct imp_report_options *options, struct imp_text *text,
                                   struct imp_error *err);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
