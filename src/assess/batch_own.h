// SPDX-License-Identifier: Apache-2.0
// Inside of the fast evaluator: what is known of codes, facts and programs of one batch.
//
// A program is what the plain evaluator said of one line, with the amounts taken out: rows as shares of the
// value, columns of the schedule and differences of them. It answers every line with the same key: mask,
// facts, results of the tests on amounts. What cannot be said so is marked slow and goes the plain way.
#ifndef IMPOST_ASSESS_BATCH_OWN_H
#define IMPOST_ASSESS_BATCH_OWN_H

#include "assess/amounts.h"
#include "assess/ids.h"
#include "assess/program.h"
#include "assess/tables.h"

struct code_group { /* codes of one class with the same columns */
  uint32_t class, tariff;
};

struct
    change_run { /* of a pair: its segments that differ from the one before; count NOTHING: not asked for */
  uint32_t first, count;
};

struct base_info { /* of a mask, facts and entry */
  struct quote quote;
  bool sure;
};

struct imp_batch {
  const struct imp_law *law;
  struct query query;
  struct imp_query asked;
  struct arena arena;
  struct index *index;
  bool all_slow;
  uint64_t *claim_bit; /* by fact; 0: no claim */
  struct index_test tests[INDEX_TESTS_MAX];
  uint32_t test_count;
  uint32_t parts[PARTS_MAX], part_count; /* facts that are parts of the value, in the law's order */
  struct keyed patterns;                 /* of parts stated: number 0 is none */

  struct {
    const char *id;
    uint32_t program;
  } refused[32]; /* by the address of the id */
  struct code_ids code_ids;
  struct keyed fact_ids, fact_shapes, shape_ids, signatures, refusals, plain_shapes;
  struct code_text *codes;
  size_t code_cap;
  struct variant *variants;
  size_t variant_count, variant_cap;
  struct tariff *tariffs;
  size_t tariff_count, tariff_cap;
  struct keyed tariff_ids;             /* by the texts of the columns */
  struct keyed special_ids, entry_ids; /* tariff_text of the special column, of its entries */
  struct code_group *groups;
  size_t group_count, group_cap;
  struct memo group_of;
  struct change_run *change_runs; /* by pair */
  size_t change_run_count, change_run_cap;
  uint32_t *changes; /* segments */
  size_t change_count, change_cap;
  uint16_t places[512]; /* by id: the place; id 0 is none */
  uint32_t place_class[512], place_count;
  struct fact_set *sets;
  size_t set_cap;
  uint32_t *shape_sets; /* a set of each shape */
  size_t shape_set_cap;
  struct reading **readings;
  size_t reading_count, reading_cap;
  uint32_t bare_reading; /* of no facts, once bare_known */
  bool bare_known;
  struct memo reading_of, stated_of, signature_of, entry_of, base_of, program_of, claiming_of;
  struct stated {
    uint32_t reading;
    uint64_t off;    /* claims that do not hold here, in the order of the law's claims */
    uint32_t claims; /* of the index, plus one; 0: not asked for */
  } * stated;
  size_t stated_count, stated_cap;
  struct column *entries; /* by entry_ids */
  size_t entry_count, entry_cap;
  struct keyed base_ids; /* struct base_info */
  struct keyed pieces;   /* of programs, as bytes: keep.c */
  struct keyed program_ids;
  const struct program **programs; /* by number */
  size_t program_cap;
  struct imp_shape *shapes;
  size_t shape_count, shape_cap;
  struct quick quick;
  struct imp_assessment *kept; /* the last plain answer that picks point into */
  uint32_t *plain_shape;       /* by id in plain_shapes */
  size_t plain_shape_cap;
  uint64_t lines, plain;
  struct asks *asks;             /* ask_own.h; NULL: not asked yet */
  struct entry_fees *entry_fees; /* entry_fees.c; NULL: not asked yet */

  bool with_words;
  imp_day first_day, last_day, read_day; /* of the schedule's editions, of the sources */
  imp_day doubtful_day; /* the first on which a file in a folder `doubtful` counts */
  bool doubts_settled;  /* which of them counts hangs on number, place and day alone */
  struct side {
    uint64_t reach; /* doubtful measures, by bit */
    uint32_t day_side;
  } sides[SIDES];
  uint32_t side_count;
  uint64_t *doubts_met; /* what doubtful files say of numbers, each set of them once */
  size_t doubts_count, doubts_cap;
  struct memo doubts;   /* sides, by what the files say of the number, place and day */
  uint32_t *ran;        /* programs of the lines of the last run */
  bool *ran_renumbered; /* beside each: the words may name its number */
  size_t ran_cap, ran_renumbered_cap;
  uint32_t ran_count, say_at;
  struct said_program *said; /* by program */
  size_t said_count, said_cap;
  struct said_kind *said_kinds; /* each once */
  size_t said_kind_count, said_kind_cap;
  struct imp_batch_words *words;
  size_t words_cap;
  uint32_t *early; /* words by text */
  size_t early_cap;
  struct keyed words_ids, early_ids, unit_ids;
  struct memo words_of;
  struct buf needs_text;
  struct keyed shown_ids;
  struct imp_row *shown; /* rows without their numbers, by shown_ids */
  size_t shown_cap;
  bool amounts_only;               /* what is to be borne in mind is not asked for */
  struct text_list caveats[SIDES]; /* by words_side */
  uint32_t caveats_known;          /* bits */
  const char *known_text;
  struct day_text {
    imp_day day;
    const char *text;
  } day_texts[DAY_TEXTS];
};

struct asked_line {
  uint32_t code, place, set, part, part_count; /* parts in columns, from `part` on */
  uint32_t side;                               /* words_side, of lines that ask for words */
  imp_day day;
  int64_t dollars, quantity, second; /* second: of the second unit of its rates */
  bool named;                        /* it has both in their units */
  const struct imp_columns *columns;
};
/* What it brings to the arithmetic before its code is known. */
struct given line_given(const struct asked_line *l);
/* Takes the quantities of line i of columns. */
void line_quantities(const struct imp_columns *c, uint32_t i, struct asked_line *l);

/* What is wrong with a line before its code is looked up, in the order of reading: an id, or NULL. */
const char *batch_unreadable(const struct imp_batch *b, const struct asked_line *l);
/* Line i of columns. */
struct asked_line batch_line(const struct imp_columns *c, uint32_t i);
/* code_texts.c: the id of a code as it is written, and back. NOTHING: not met; out of memory. */
uint32_t code_find(const struct imp_batch *b, struct str text);
uint32_t code_add(struct imp_batch *b, struct str text, bool *added);
/* In `room`, or as long as the batch. */
const char *code_written(const struct code_text *c, char room[CODE_PACKED + 1]);
/* The number that it says, with noughts behind it; 0: unreadable. */
uint64_t code_number(const struct code_text *c);
/* Code of the id on a day. NULL: out of memory. */
const struct variant *batch_variant(struct imp_batch *b, uint32_t code, imp_day day);
/* Facts of a shape of sets (0: none) on goods of a place; id or NOTHING. */
uint32_t batch_reading(struct imp_batch *b, uint32_t shape, uint32_t place);
/* The line of a reading, its facts in the arena. False: out of memory. */
bool reading_line(const struct imp_batch *b, uint32_t reading, struct arena *a, struct line *out);
bool reading_states(const struct reading *r, uint32_t fact);
/* Dollars of a stated part of a line's value, 50 cents up. */
int64_t batch_part_dollars(const struct stated_part *p, int64_t dollars);
/* The days that the law reaches under the batch's known day: [from, until). */
void batch_reach(const struct imp_batch *b, imp_day *from, imp_day *until);
/* Which of the claims stated hold for the place that day: a number for (reading, those). NOTHING: out of
 * memory. */
uint32_t batch_stated(struct imp_batch *b, uint32_t reading, uint32_t place_class,
                      uint32_t segment);
/* Of that, what the mask asks for. 0: nothing. */
uint32_t batch_signature(struct imp_batch *b, uint32_t stated, uint32_t mask);
/* The mask as far as it matters to lines that claim what is stated. NOTHING: out of memory. */
uint32_t batch_claiming(struct imp_batch *b, uint32_t stated, uint32_t mask);
/* Entry of the special column for claims made: index into entries, or NOTHING - 1 when there is none;
 * NOTHING: out of memory. */
uint32_t batch_entry(struct imp_batch *b, struct job *job, uint32_t tariff, uint32_t stated);

bool batch_shape_add(struct imp_batch *b, struct option *o,
                     uint32_t bill_count);                   /* sets o->shape */
uint32_t batch_refusal(struct imp_batch *b, const char *id); /* a program */
const char *batch_text(struct imp_batch *b, struct str s);   /* one copy of each text */
/* Texts kept once, in a list of the batch. False: out of memory. */
bool batch_texts(struct imp_batch *b, const char *const *from, uint32_t n, const char *const **to,
                 uint32_t *count);
/* One copy of equal bytes, aligned for any type. NULL: out of memory. */
const void *batch_kept(struct imp_batch *b, const void *from, size_t n);

/* ---- lines ------------------------------------------------------------------------------------------------- */

/* How a line's program was found. `program` NOTHING: out of memory; a slow or refusing one is a program too. */
struct found {
  uint32_t program, mask, variant; /* NOTHING: not by a mask; refused before, or several numbers */
  uint32_t results;                /* of the tests alive */
  uint32_t stated;                 /* of a line with facts */
  bool fine;                       /* columns computed */
  bool parts;                      /* of the value are stated */
  bool sure;                       /* of `base`, the base duty as tests ask about it */
  struct quote base;
  bool early;       /* refused for its code or its place alone */
  bool bare, entry; /* no facts that matter; an entry in the special column */
};
/* `given` points into the batch until the next call. `mask` as far as it is known already, or NOTHING. */
struct found batch_find(struct imp_batch *b, const struct asked_line *l, uint32_t mask,
                        struct given *given);
/* The same, made for the line's code alone and kept beside `program`, which answers other codes as well. */
struct found batch_find_own(struct imp_batch *b, const struct asked_line *l, uint32_t program,
                            struct given *given);
/* Two lines get the same rows and amounts, as bills_equal of the book compares. *fits false: an amount does not fit. */
bool program_same(const struct program *x, const struct given *gx, const struct program *y,
                  const struct given *gy, bool *fits);

bool quick_open(struct imp_batch *b);
void quick_close(struct imp_batch *b);
/* Keeps for the loop what was found of a line. False: out of memory. */
bool quick_learn(struct imp_batch *b, const struct asked_line *l, const struct found *f);
/* Program of a bare line by its gate, of a line with facts; NOTHING when it has none. */
uint32_t quick_program(const struct imp_batch *b, uint32_t gate, const struct qline *l);
uint32_t quick_with_facts(const struct imp_batch *b, uint32_t mask, const struct asked_line *a,
                          struct qline *l);
/* Cents of a column; false: the line goes the long way. */
bool quick_column(const struct imp_batch *b, uint8_t of, const struct qline *l, int64_t *cents);

/* Whether a program speaks for the line: not slow, and the value is not too small for it. */
bool program_speaks(const struct program *p, const struct given *g);

struct run_bill {
  int64_t low, high;
  uint32_t low_option;
  int64_t void_low, void_high;
  uint32_t high_option;
  bool prohibited;
};
/* False: does not fit: the plain way. */
bool bill_run(const struct pbill *p, const struct given *g, struct run_bill *out);
bool option_run(const struct option *o, const struct given *g, int64_t *amounts, int64_t *total,
                int64_t *void_part);

/* The shape of a plain answer's first bill. False: out of memory. */
bool batch_plain_shape(struct imp_batch *b, const struct imp_answer *a, uint32_t *shape);
/* The line in words, its quantities left out; in the batch, the arena and `room`. False: out of memory. */
bool batch_in_words(struct imp_batch *b, const struct asked_line *l, struct arena *a,
                    struct imp_line_words *room, struct imp_line *line);
enum imp_status batch_plain(struct imp_batch *b, const struct asked_line *l,
                            struct imp_assessment **out, struct imp_error *err);

/* ---- words ------------------------------------------------------------------------------------------------- */

/* Total of the option's bill on basis legal. False: does not fit. */
bool legal_total(const struct option *o, const struct given *given, int64_t *legal);
/* Ends of a range and what each answer gives. *program: the one that has the words of the line's code; *option: of
 * the high end. False: only imp_duty can say. */
bool range_say(struct imp_batch *b, const struct asked_line *l, uint32_t *program, uint32_t *option,
               struct imp_batch_said *out);
/* Appends what fact n of a bill decides, nothing when it decides nothing. *step: choices of those before it; rest:
 * dollars that no stated part has. */
bool range_need(const struct pbill *p, uint32_t n, uint32_t *step, const int64_t *totals,
                int64_t rest, struct buf *out);
void words_free(struct imp_batch *b);
void entry_fees_free(struct entry_fees *e);
/* What is to be borne in mind of a line, below SIDES: lines of one number are told the same. NOTHING: only imp_duty can
 * say. Of a day alone: which of the last days it is before or after, in three bits. */
uint32_t words_side(struct imp_batch *b, const struct asked_line *l);
uint32_t words_day_side(const struct imp_batch *b, imp_day day);
/* The words of such a number on a day that has it. False: out of memory. */
bool words_caveats(struct imp_batch *b, struct arena *a, uint32_t side, imp_day on,
                   struct text_list *out);
void doubts_open(struct imp_batch *b);
/* A row of the plain evaluator without its numbers: its index in batch.shown; NOTHING: out of memory. */
uint32_t answers_shown(struct imp_batch *b, const struct imp_row *row, const struct law_stmt *stmt);
/* Reads the units that the columns of a tariff line ask for, then its columns. False: out of memory. */
bool tariff_read(struct imp_batch *b, const struct names_line *line, struct tariff *out);
/* The units that the rates of the code ask for that day, of a line that claims a programme or not: how many.
 * IMP_BATCH_FAILED: more than are told apart, or out of memory. */
uint32_t batch_units_asked(struct imp_batch *b, uint32_t code, int32_t day, bool claims,
                           uint32_t units[UNITS_MAX]);
struct units tariff_units(const struct imp_batch *b, const struct tariff *t);
/* An id among `ids` for a text of a tariff line beside its units. NOTHING: out of memory. */
uint32_t tariff_text(const struct imp_batch *b, struct keyed *ids, const struct tariff *t,
                     struct str text);

/* The batch's own index: classes and pairs of it are those its answers are kept by. */
struct index *batch_index(struct imp_batch *b);

#endif
