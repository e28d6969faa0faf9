// SPDX-License-Identifier: Apache-2.0
// Many lines at once: encoded columns in; status, duty and the amount of every row out.
//
// A batch is one question (law, known day, basis, picks) asked of any number of lines. Codes, places and
// sets of facts are given ids once; a line is then a handful of numbers. Answers are those of imp_duty, to
// the cent and to the refusal's id. A batch is used by one thread; threads open one batch each.
// See docs/batch.md.
#ifndef IMPOST_BATCH_H
#define IMPOST_BATCH_H

#include "impost/duty.h"

#ifdef __cplusplus
extern "C" {
#endif
#pragma GCC visibility push(default)

struct imp_batch;

/* `law` must outlive the batch. IMP_USAGE when a day, question or answer of the query is not one. */
enum imp_status imp_batch_open(const struct imp_law *law, const struct imp_query *query,
                               struct imp_batch **out, struct imp_error *err);
void imp_batch_free(struct imp_batch *b);

/* ---- encoding: the same text has the same id for the life of the batch -------------------------------- */

#define IMP_BATCH_FAILED UINT32_MAX /* out of memory */
#define IMP_NO_PLACE     0u         /* a place that is none: the line is refused */
#define IMP_NO_FACTS     0u
#define IMP_NO_DAY       INT32_MIN
#define IMP_NO_VALUE     (-1) /* also: no quantity */

/* A commodity code in any spelling. Text that is no code has an id too: its lines are refused. */
uint32_t imp_batch_code(struct imp_batch *b, const char *text);
/* ISO code, Census number or name. */
uint32_t imp_batch_place(struct imp_batch *b, const char *text);
/* Facts and claims of a line, as in struct imp_line. Dates that the law does not tell apart share an id. */
uint32_t imp_batch_facts(struct imp_batch *b, const struct imp_pair *facts, uint32_t fact_count,
                         const char *const *claims, uint32_t claim_count);
/* Days since 1970-01-01; IMP_NO_DAY when the text is no date. */
int32_t imp_batch_day(const char *text);

/* ---- columns -------------------------------------------------------------------------------------------- */

struct imp_columns {
  uint32_t count;
  const uint32_t *code, *place; /* ids */
  const int32_t *day;           /* date of entry */
  const int64_t *value;         /* whole dollars */
  const int64_t
      *quantity; /* thousandths of the unit the rate asks for, IMP_NO_VALUE: none; or NULL */
  /* Lines with facts, in rising order of line; all others have none. */
  const uint32_t *fact_line, *fact_set;
  uint32_t fact_count;
};

/* Memory of the caller. Row amounts stand one behind the other: those of line i are
 * amounts[first[i]] up to amounts[first[i + 1]], one for each row of its shape. */
struct imp_results {
  uint8_t *status;     /* enum imp_line_status */
  uint32_t *shape;     /* what the rows are: imp_batch_shape */
  int64_t *low, *high; /* cents, of the first bill; 0 when refused */
  uint32_t *first;     /* count + 1 */
  int64_t *amounts;    /* cents */
  uint32_t amount_cap; /* IMP_BATCH_ROWS per line always suffices */
};
#define IMP_BATCH_ROWS 64

/* Assesses the lines from the first on, and stops early when `amounts` is full: *done lines are answered. */
enum imp_status imp_batch_run(struct imp_batch *b, const struct imp_columns *columns,
                              const struct imp_results *results, uint32_t *done,
                              struct imp_error *err);

/* ---- what an answer means ------------------------------------------------------------------------------ */

struct imp_shape_row {
  const char *heading, *measure, *act;
  const char *rate; /* as written; NULL: a column of the schedule, that of the line's code */
  bool is_base, is_void;
};
/* A shape is the list of applied rows of one bill, in reporting order, or a refusal. Texts live as long as
 * the batch. A line with several bills has the shape of the first; imp_batch_bills gives the others. */
struct imp_shape {
  const char *refusal; /* id, NULL when answered */
  uint32_t bill_count; /* bills of a line of this shape; 0: refused */
  const struct imp_shape_row *rows;
  uint32_t row_count;
};
enum imp_status imp_batch_shape(const struct imp_batch *b, uint32_t shape, struct imp_shape *out);

struct imp_batch_bill {
  const struct imp_pick
      *picks; /* as long as the batch, or until the next call that needs the plain way */
  uint32_t pick_count;
  int64_t low, high, void_low, void_high; /* cents */
  bool prohibited;
  uint32_t shape;                  /* of the high end */
  int64_t amounts[IMP_BATCH_ROWS]; /* of the high end */
};
/* All bills of line i, at most `cap`. *count 0: refused. */
enum imp_status imp_batch_bills(struct imp_batch *b, const struct imp_columns *columns, uint32_t i,
                                struct imp_batch_bill *out, uint32_t cap, uint32_t *count,
                                struct imp_error *err);
/* The whole answer of line i, with its words: what imp_duty says. */
enum imp_status imp_batch_answer(struct imp_batch *b, const struct imp_columns *columns, uint32_t i,
                                 struct imp_assessment **out, struct imp_error *err);

struct imp_batch_counts {
  uint64_t lines, plain; /* assessed; of them one by one by imp_duty */
  uint32_t classes, masks, programs, codes, fact_sets;
};
struct imp_batch_counts imp_batch_count(const struct imp_batch *b);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
