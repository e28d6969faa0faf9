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

/* `law` must outlive the batch. IMP_USAGE when a day, question or answer of the query is not one. Once a call has said
 * IMP_NO_MEMORY, or IMP_BATCH_FAILED, the batch can only be freed. */
enum imp_status imp_batch_open(const struct imp_law *law, const struct imp_query *query,
                               struct imp_batch **out, struct imp_error *err);
void imp_batch_free(struct imp_batch *b);

/* ---- encoding: the same text has the same id for the life of the batch -------------------------------- */

#define IMP_BATCH_FAILED UINT32_MAX /* out of memory */
#define IMP_BATCH_NONE   UINT32_MAX
#define IMP_NO_PLACE     0u /* a place that is none: the line is refused */
#define IMP_NO_FACTS     0u
#define IMP_NO_DAY       INT32_MIN
#define IMP_NO_VALUE     (-1) /* also: no quantity */
#define IMP_BATCH_UNITS  2    /* of quantities of a line */

/* A commodity code in any spelling. Text that is no code has an id too: its lines are refused. */
uint32_t imp_batch_code(struct imp_batch *b, const char *text);
/* Whether the text has an id already, or is a number that some edition of the schedule has. Of texts that are neither
 * there is no end: a caller with many lines asks imp_duty about them, so that the batch need not keep them. */
bool imp_batch_knows_code(const struct imp_batch *b, const char *text);
/* ISO code, Census number or name. */
uint32_t imp_batch_place(struct imp_batch *b, const char *text);
/* Facts and claims of a line, as in struct imp_line. Dates that the law does not tell apart share an id. */
uint32_t imp_batch_facts(struct imp_batch *b, const struct imp_pair *facts, uint32_t fact_count,
                         const char *const *claims, uint32_t claim_count);
/* A part of the value by its name, `content.steel`; IMP_BATCH_NONE: the law knows none of this name. In a set of
 * facts every amount makes another set; as a column it is a number. */
uint32_t imp_batch_part(const struct imp_batch *b, const char *name);
/* "6000", "$6,000.50", "60%" of so many dollars: whole dollars, 50 cents up; IMP_NO_VALUE: it is no amount. */
int64_t imp_batch_part_value(const char *text, int64_t dollars);
/* A customs value as imp_duty reads it: whole dollars, 50 cents up; IMP_NO_VALUE: it is none. */
int64_t imp_batch_value(const char *text);
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
  /* Lines that state the units of their quantities, in rising order of line: `quantity` is of the first unit their rates
   * ask for (imp_batch_quantities), this of the second; IMP_NO_VALUE: not stated. Of all others a quantity has no unit,
   * and rates per two units refuse it. NULL, 0: none. */
  const uint32_t *second_line;
  const int64_t *second;
  uint32_t second_count;
  /* Lines with facts, in rising order of line; all others have none. */
  const uint32_t *fact_line, *fact_set;
  uint32_t fact_count;
  /* Parts of the value, whole dollars (imp_batch_part, imp_batch_part_value), in rising order of line; a line may
   * have several. What states a part in a set of facts too counts here. NULL, 0: none. */
  const uint32_t *part_line, *part;
  const int64_t *part_value; /* IMP_NO_VALUE: what was stated is no amount */
  uint32_t part_count;
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

/* Line i in words: code, origin, day, value, facts and claims; quantities and parts in columns are left out. Texts live
 * as long as the batch or stand in `room`. IMP_NO_MEMORY. */
struct imp_line_words {
  char code[20], from[4], on[16], value[32];
};
enum imp_status imp_batch_line(const struct imp_batch *b, const struct imp_columns *columns,
                               uint32_t i, struct imp_line_words *room, struct imp_line *out);
/* Fees of one entry, whose lines are `count` lines from `first` on, none of them refused: what imp_entry_fees says of them
 * (impost/duty.h: cents, the caller's until imp_fees_free; they may outlive the batch, not the law). What lines alike bear
 * is asked of the law once. Of the batch's query the known day, the basis and the picks count. IMP_NO_MEMORY, and *out is
 * NULL. */
enum imp_status imp_batch_fees(struct imp_batch *b, const struct imp_columns *columns,
                               uint32_t first, uint32_t count, struct imp_fees **out,
                               struct imp_error *err);
/* The same of lines in words; the day of one without is that of the batch's query. */
enum imp_status imp_batch_entry_fees(struct imp_batch *b, const struct imp_line *lines,
                                     uint32_t count, struct imp_fees **out, struct imp_error *err);

/* One line as imp_duty takes it, answered by the batch: what a table of lines shows. The answer has what imp_duty's
 * has but rows that are not charged, what was settled, open questions, marks of bills, and of a row its base,
 * quantity and exact amount. Lines that columns cannot hold are asked of imp_duty (with all it says). Turns words on
 * (imp_batch_with_words). The answer points into the batch: free it first. */
enum imp_status imp_batch_duty(struct imp_batch *b, const struct imp_line *line,
                               struct imp_assessment **out, struct imp_error *err);

/* For callers that compare duties: imp_batch_duty leaves out what is to be borne in mind (`caveats`) and, of some refusals,
 * what to do next. */
void imp_batch_amounts_only(struct imp_batch *b);

/* ---- words: what is said of a line beside its amounts ----------------------------------------------------
 * Lines that can differ in amounts alone share their words. They are asked of imp_duty once, for the first line
 * that has them, whose text the caller gives then. */

struct imp_batch_words {          /* as long as the batch */
  const char *id, *reason, *next; /* of a refusal; NULL when answered */
  const char *const *assumed, *const *notes, *const *caveats;
  uint32_t assumed_count, notes_count, caveat_count;
};
#define IMP_WORDS_UNKNOWN (UINT32_MAX - 1) /* not asked yet: imp_batch_learn */
#define IMP_WORDS_PLAIN   UINT32_MAX       /* only imp_duty can say, the amounts too */

struct imp_batch_said {
  uint32_t words;
  int64_t void_low, void_part,
      legal; /* cents: resting on law since held void, at least and at most; the most on
                                       * basis legal */
  const char *
      needs; /* a range: the facts that decide, with what each answer gives; until the next call. NULL: none */
};
/* From now on imp_batch_run leaves lines that only imp_duty can answer to the caller: their words are
 * IMP_WORDS_PLAIN and their results say nothing. */
void imp_batch_with_words(struct imp_batch *b);
/* Of line i of the last run; fast when asked in order. */
struct imp_batch_said imp_batch_say(struct imp_batch *b, const struct imp_columns *columns,
                                    const struct imp_results *results, uint32_t i);
/* The same for a line refused for what it says, as far as its code, origin, day and value can tell; mostly
 * after imp_batch_say did not know. */
struct imp_batch_said imp_batch_say_refused(struct imp_batch *b, const struct imp_columns *columns,
                                            const struct imp_results *results, uint32_t i,
                                            const struct imp_line *line);
/* The same, asking imp_duty about `line`, the text of line i, when the words are not known. */
enum imp_status imp_batch_learn(struct imp_batch *b, const struct imp_columns *columns,
                                const struct imp_results *results, uint32_t i,
                                const struct imp_line *line, struct imp_batch_said *out,
                                struct imp_error *err);
enum imp_status imp_batch_words(const struct imp_batch *b, uint32_t words,
                                struct imp_batch_words *out);

/* Units of quantity as ids. 0: the text is none. */
uint32_t imp_batch_unit(struct imp_batch *b, const char *text);
/* The unit that the rates of the code ask for that day, of a line that claims a programme or not; 0: none.
 * IMP_BATCH_FAILED: more than one. */
uint32_t imp_batch_asked_unit(struct imp_batch *b, uint32_t code, int32_t day, bool claims);
/* The same of many lines that claim nothing. */
void imp_batch_asked_units(struct imp_batch *b, uint32_t count, const uint32_t *code,
                           const int32_t *day, uint32_t *asked);
/* A quantity in thousandths of one unit in those of another: 1. 0: they measure different things; -1: it does not
 * come out even. */
int imp_batch_convert(const struct imp_batch *b, uint32_t from, uint32_t to, int64_t *thousandths);
/* Quantities as a line states them, in thousandths of their units (0: none is named), as columns take them: 1: `quantity`
 * is out[0]; 2: and the line has a place in `second_line` with out[1]; 0: only imp_duty can say. */
int imp_batch_quantities(struct imp_batch *b, uint32_t code, int32_t day, bool claims,
                         uint32_t count, const uint32_t *units, const int64_t *stated,
                         int64_t out[IMP_BATCH_UNITS]);

/* ---- classes: lines that the law does not tell apart ---------------------------------------------------
 * A group holds codes that lie in the same lists and have the same columns of the schedule; a class of places
 * holds places that stand in the same lists. Lines of one group, one class and days without a change between
 * them get the same rows from the same value, quantity and facts. Groups and classes are numbered from 0 as
 * they are asked for; numbers live as long as the batch. They may be finer than the law's differences, never
 * coarser. */

struct imp_batch_code_window { /* the stretch of days around a day in which a code means the same */
  int32_t from, until;         /* until: the first day off */
  uint32_t group;      /* IMP_BATCH_NONE: refused, or it stands for numbers of several groups */
  uint64_t number;     /* the ten-digit number assessed; 0: refused, or several */
  const char *refusal; /* id, or NULL */
};
enum imp_status imp_batch_code_on(struct imp_batch *b, uint32_t code, int32_t day,
                                  struct imp_batch_code_window *out, struct imp_error *err);
/* IMP_BATCH_NONE: the place is none, or the country of entry. */
uint32_t imp_batch_place_class(const struct imp_batch *b, uint32_t place);

/* Days in (from, until) from which on a group and a class may have other rows than the day before, in order, at
 * most `cap` of them; *count is how many there are. */
enum imp_status imp_batch_changes(struct imp_batch *b, uint32_t group, uint32_t place_class,
                                  int32_t from, int32_t until, int32_t *days, uint32_t cap,
                                  uint32_t *count, struct imp_error *err);

enum imp_rate_of {
  IMP_RATE_FREE,
  IMP_RATE_SHARE,   /* num/den of the value */
  IMP_RATE_MONEY,   /* num/den dollars, whatever the value */
  IMP_RATE_GENERAL, /* columns of the schedule: imp_batch_column */
  IMP_RATE_COLUMN_2,
  IMP_RATE_SPECIAL /* the entry of the claimed programme */
};
struct imp_rate {
  enum imp_rate_of of;
  int64_t num, den; /* lowest terms; FREE and columns: 0/1 */
};
struct
    imp_batch_rate_row { /* rate less what is taken off, each rounded to the cent, never below nothing */
  struct imp_rate rate, less;
};
struct imp_batch_rates {        /* a bill without its amounts */
  const struct imp_pick *picks; /* as long as the batch */
  uint32_t pick_count;
  bool prohibited, is_range; /* a range: other rates are possible; these are of the high end */
  uint32_t shape;            /* what the rows are: imp_batch_shape */
  struct imp_batch_rate_row rows[IMP_BATCH_ROWS];
};
/* Rates of all bills of line i, at most `cap`. They hold for every line of its group, class and stretch of days
 * with the same facts, as long as no test of the law on an amount (`base at least 15%`, `value at most $800`)
 * comes out otherwise. *count 0: refused, or amounts that no single rate of the value gives (parts of it are stated);
 * status says which. */
enum imp_status imp_batch_rates(struct imp_batch *b, const struct imp_columns *columns, uint32_t i,
                                struct imp_batch_rates *out, uint32_t cap, uint32_t *count,
                                uint8_t *status, struct imp_error *err);

/* A column of the schedule for a group: its text and, when it is a share of the value alone, the share. */
struct imp_batch_column {
  const char *text; /* as long as the batch; "" when the column is empty */
  bool is_share;
  int64_t num, den;
};
enum imp_status imp_batch_column(struct imp_batch *b, uint32_t group, enum imp_rate_of column,
                                 struct imp_batch_column *out, struct imp_error *err);

struct imp_batch_counts {
  uint64_t lines, plain; /* assessed; of them one by one by imp_duty */
  uint32_t classes, masks, programs, codes, fact_sets, groups, place_classes;
};
struct imp_batch_counts imp_batch_count(const struct imp_batch *b);

#pragma GCC visibility pop
#ifdef __cplusplus
}
#endif
#endif
