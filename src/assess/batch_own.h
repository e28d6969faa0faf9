// SPDX-License-Identifier: Apache-2.0
// Inside of the fast evaluator: what is known of codes, facts and programs of one batch.
//
// A program is what the plain evaluator said of one line, with the amounts taken out: rows as shares of the
// value, columns of the schedule and differences of them. It answers every line with the same key: mask,
// facts, results of the tests on amounts. What cannot be said so is marked slow and goes the plain way.
#ifndef IMPOST_ASSESS_BATCH_OWN_H
#define IMPOST_ASSESS_BATCH_OWN_H

#include <assert.h>

#include "book/assess.h"
#include "book/query.h"
#include "impost/batch.h"
#include "index/index.h"

#define NOTHING UINT32_MAX

/* ---- amounts ---------------------------------------------------------------------------------------- */

enum quote_kind {
  QUOTE_ZERO,
  QUOTE_SHARE,
  QUOTE_GENERAL,
  QUOTE_COLUMN_2,
  QUOTE_SPECIAL,
  QUOTE_FLAT
};

enum {
  PARTS_MAX = LINE_CELLS_MAX - 1,
  PART_TESTS_MAX = 64,
  WHOLE_LEAST = 8 /* dollars that leave room for a dollar of some parts, and for the rest */
};

/* An amount of a line. SHARE: num/den cents per dollar, and in millionths when exact. */
struct quote {
  uint16_t kind;
  uint16_t cells; /* parts of the value it bears on, by bit; 0: the whole value */
  int32_t ppm;    /* -1: not exact */
  int64_t num, den;
};

/* MIXED: a bare quantity, and the rate is per two units. NO_QUANTITY: all that it asks for is missing; NO_FIRST, NO_SECOND:
 * one of two. SLOW is never part of a key. */
enum column_state {
  COLUMN_FINE,
  COLUMN_NO_RATE,
  COLUMN_NO_QUANTITY,
  COLUMN_MIXED,
  COLUMN_NO_FIRST,
  COLUMN_NO_SECOND,
  COLUMN_SLOW
};
enum { COLUMN_STATE_BITS = 3 };

enum { UNITS_MAX = IMP_BATCH_UNITS };

struct units { /* that the columns of a tariff line ask for, in the order they are written */
  struct str name[UNITS_MAX];
  uint32_t count;
};

/* A column of the schedule read: (value * dollars + quantity * thousandths of each unit + flat) / den cents. */
struct column {
  const char *text; /* of an entry of the special column, as printed */
  bool no_rate, slow, mixed;
  uint8_t needs; /* units that it asks for, by bit */
  int32_t ppm;   /* millionths, when it is a share alone; else -1 */
  int64_t value, quantity[UNITS_MAX], flat, den;
};

struct tariff { /* the columns of tariff lines that read alike; `line` is the first that came */
  const struct names_line *line;
  struct column general, column2;
  uint32_t units[UNITS_MAX]; /* ids */
  /* How many of them the general column and column 2 ask for, and all three; above UNITS_MAX: too many to be told. */
  uint8_t unit_count, claimed_unit_count;
};

/* What a line brings to the arithmetic. */
struct given {
  int64_t dollars;
  int64_t quantity[UNITS_MAX]; /* of each unit of the tariff line; IMP_NO_VALUE: none */
  bool named;                  /* with their units; else it is the same number for each */
  uint32_t cell_count;         /* parts the value is cut into, the rest last; 0: none is stated */
  int64_t cells[LINE_CELLS_MAX];
  const struct tariff *tariff;
  const struct column *special; /* the entry of a claimed programme, or NULL */
};

/* False: out of memory. */
bool column_read(struct str text, const struct units *units, struct column *out);
enum column_state column_state(const struct column *c, const struct given *g);
/* Dollars of the cells in a mask; 0: the whole value. */
int64_t given_on(const struct given *g, uint16_t cells);
/* Cents on all of the value, half up. False: does not fit. */
bool column_cents(const struct column *c, const struct given *g, int64_t *cents);
bool quote_cents(const struct quote *q, const struct given *g, int64_t *cents);
bool quote_share(struct rat share, struct quote *out);
/* 0 less, 1 equal, 2 more, 3 unknown: how a column's exact amount stands to a threshold. */
unsigned column_test(const struct column *c, const struct given *g, const struct law_amount *limit);
unsigned cents_test(int64_t cents, int64_t dollars, const struct law_amount *limit);

/* ---- programs ------------------------------------------------------------------------------------------ */

struct prow {
  uint32_t measure, heading, shown; /* shown: a row of batch.shown, all of it but its numbers */
  uint32_t spare;                   /* nought: rows are compared as bytes */
  struct quote amount, less;        /* less.kind ZERO: nothing is taken off */
};

struct option { /* the bill of one completion of the facts nobody stated */
  const struct prow *rows;
  const struct imp_shape_row *words;
  uint32_t count, shape;
  bool prohibited;
  const char *refusal;
  uint32_t refusing;
  const char *reason, *next; /* of the refusal, for lines that ask for words; NULL: not kept */
  const char *const *notes;
  uint32_t notes_count;
  /* The same completion on basis legal, when what is void there changes it. `legal_plain`: it cannot be said
   * in rows. */
  bool has_legal, legal_plain;
  const struct prow *legal;
  uint32_t legal_count;
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
  uint32_t pick_count;
  struct outcome_pick *answers; /* while it is made */
  const struct option *options; /* in the order they were tried, each once */
  uint32_t option_count;
  bool sure;                  /* nothing was open: one completion */
  const char *const *assumed; /* for lines that ask for words */
  uint32_t assumed_count;
  const struct need
      *needs; /* what was open, the first varying fastest; and the option of each completion */
  bool
      describes; /* one of them is told in the words of a list, which are another code's on another line */
  uint32_t need_count, cell_count;
  const uint8_t *cells;
};

enum said_state { SAID_ANSWERED, SAID_RANGE, SAID_REFUSED, SAID_EARLY, SAID_PLAIN };

struct said_program { /* what the words of its lines hang on; sets of rows as bits */
  uint8_t state;
  bool all_legal, own_legal; /* basis legal gives the same; gives other rows */
  uint64_t is_void, legal;
  uint32_t words[SIDES]; /* by what is to be borne in mind (words_side); NOTHING: not known */
};

struct program {
  bool slow;           /* each line the plain way */
  bool early;          /* a refusal before the line has a key: lines share it by its id alone */
  const char *refusal; /* id, or NULL */
  const char *reason, *next;
  uint32_t refusing;
  uint32_t shape; /* of the refusal, or of the first bill's first option */
  const struct pbill *bills;
  uint32_t bill_count;
  int64_t least; /* smallest value, and part of it, that it is good for */
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
bool compile_program(struct job *job, struct program *out);
bool quote_same(const struct quote *a, const struct quote *b);
bool option_same(const struct option *a, const struct option *b);
bool option_same_legal(const struct option *a, const struct option *b);
bool extract_option(struct job *job, struct eval *e, const struct bill *b, const bool *is_void,
                    struct option *out, bool *slow);
/* As long as the batch; equal programs are one. Its number; NOTHING: out of memory. */
uint32_t program_keep(struct imp_batch *b, const struct program *p);

/* ---- ids ------------------------------------------------------------------------------------------------- */

enum code_kind { CODE_ONE, CODE_MANY, CODE_REFUSED };

struct variant { /* a code in one window of the schedule */
  imp_day from, until;
  enum code_kind kind;
  uint32_t class; /* ONE: of its number (or of all of them); MANY: first of `numbers` */
  uint32_t tariff;
  uint64_t number;         /* ONE */
  const uint64_t *numbers; /* MANY: one of each class */
  const uint32_t *classes;
  uint32_t number_count;
  const char *refusal;
  uint64_t doubts; /* what the doubtful files say of its number */
  bool doubts_known;
  uint32_t next; /* another window, or NOTHING */
};

struct code_text {
  const char *text, *shown; /* shown: as answers print it; NULL: not yet */
  uint64_t code;
  uint8_t digits;
  const char *refusal; /* unreadable */
  uint32_t variant;    /* first, or NOTHING */
  bool renumbered;     /* it, or a number under it, has an older number */
};

struct stated_part { /* dollars, or a share of the value */
  uint32_t part;
  bool share;
  int64_t num, den;
};

struct fact_set {
  imp_day latest; /* of its dates; a line entered before it is refused */
  uint32_t
      shape; /* sets that differ in dates no test tells apart have one shape, numbered from 1 */
  struct imp_pair *facts;
  uint32_t fact_count;
  struct stated_part *parts; /* those among the facts that are parts of the value */
  uint32_t part_count;
  const char **claims;
  uint32_t claim_count;
  bool claiming;    /* it may make a claim, also in words like 9903.88.69=yes */
  uint32_t without; /* the set without its one claim, plus one; 0: not known */
};

struct reading { /* a fact set on goods of one class of places */
  struct line line;
  const char *refusal;
  bool claims; /* of a programme, made */
};

/* Texts to ids. */
struct keyed {
  struct str *keys;
  uint32_t *slots;
  size_t count, cap, slot_count;
  struct arena *arena;
};
uint32_t keyed_id(struct keyed *t, struct str key,
                  bool *added);                             /* copies; NOTHING: out of memory */
uint32_t keyed_find(const struct keyed *t, struct str key); /* NOTHING: not there */
void keyed_free(struct keyed *t);

/* Numbers to numbers. */
struct memo_key {
  uint32_t a, b, c, d;
};
struct memo {
  struct memo_key *keys;
  uint32_t *values; /* NOTHING: empty */
  size_t count, slot_count;
  size_t first; /* slots to begin with; 0: a few */
};
uint32_t memo_get(const struct memo *m, struct memo_key k); /* NOTHING: not there */
bool memo_put(struct memo *m, struct memo_key k, uint32_t value);
void memo_free(struct memo *m);

/* ---- what the loop reads ------------------------------------------------------------------------------- */

enum {
  FACT_BITS = 12, /* of a table when it is new, and the most */
  FACT_BITS_MAX = 14,
  PLACES_MAX = 256,
  CLASSES_MAX = 4096,
  QUICK_TESTS = 4,
  KERNEL_ROWS = 12, /* a multiple of four */
  KERNEL_OPTIONS = 24,
  QUICK_DAYS = 7305 /* 2015 to 2034 */
};
#define QUICK_DAY_FIRST    16436u
#define PAIR_NONE          UINT16_MAX
#define MASK_NONE          UINT16_MAX
#define SEGMENT_SPLIT      UINT16_MAX /* a day whose hour may decide; no law has so many segments */
#define QUICK_QUANTITY_MAX ((int64_t)1 << 40)
#define QUICK_VALUE_MAX    ((int64_t)1 << 31) /* dollars times millionths stay below 2^58 */

enum { HEAD_FINE, HEAD_REFUSED, HEAD_UNREADABLE };

struct head { /* a code in a window, as far as the law reaches; it holds no day when not known */
  imp_day from;
  uint32_t days;  /* from `from` on */
  uint32_t class; /* FINE */
  uint16_t state;
  bool renumbered;
  bool asks;                /* its rates ask for a quantity, of whoever claims or not */
  int32_t general, column2; /* millionths; -1: not a share alone */
  uint32_t tariff;          /* FINE; else the program that refuses */
};

enum quick_of { OF_NOTHING, OF_GENERAL, OF_COLUMN_2, OF_SPECIAL, OF_COLUMNS };

struct krow { /* millionths of the value and a column, less a column: never below nothing */
  int32_t ppm;
  uint8_t of, less_of;
  uint16_t spare; /* nought: kernels are compared as bytes */
};
static_assert(sizeof(struct krow) * KERNEL_ROWS == sizeof(uint32_t) * KERNEL_OPTIONS,
              "kernels have no holes");

/* A program of one bill in shares and columns; programs that come to the same share one. Rows behind the last are nought, so
 * they may be worked out too. A bill of several completions is a list of kernels, one each. */
struct kernel {
  uint32_t shape;
  uint8_t state; /* KERNEL_… */
  uint8_t rows, status,
      uses; /* of a list: its length; nothing; what any of them uses. Bits: 1 << quick_of */
  union {
    struct krow row[KERNEL_ROWS];
    uint32_t option[KERNEL_OPTIONS]; /* LIST: kernels, in the order they were tried */
  };
};
enum { KERNEL_NONE, KERNEL_FINE, KERNEL_LIST };

/* What lines without facts of a mask come to: a program, or its gate tells. */
#define CELL_GATE 0x80000000u

struct qline { /* what is the same for all rows of a line */
  int64_t dollars, quantity;
  const struct head *head;
  const struct column *special; /* NULL: none */
};

/* A fact set on lines of a mask, for one class of places and epoch. With and without an entry in the special column:
 * the program, when the mask has no tests, else the base duty that they ask about. */
struct fact_slot {
  uint32_t mask, set, place, stated, tests;
  uint32_t program[2];
  struct krow base[2];
  bool has_base[2];
};

struct fact_result { /* of a slot with tests: a program for their results, packed; `entry` on top */
  uint32_t mask, set, place, results, program;
};

struct gate {       /* lines of a mask without facts that matter */
  uint32_t program; /* of all of them; NOTHING: not known, or not quick */
  uint32_t table;   /* by results of the tests alive; NOTHING: no tests, or not quick */
  uint32_t tests;
  struct krow base;
};

struct qtest {
  bool fine;
  uint8_t subject;
  int64_t limit; /* millionths; VALUE: dollars */
};

struct quick {
  struct head *heads, *others; /* of each code the window last learned, and the one before it */
  size_t head_cap, other_cap;
  uint16_t *pairs; /* by class and class of place; PAIR_NONE: not asked for */
  size_t pair_cap;
  uint16_t *masks; /* by pair and segment; MASK_NONE: not asked for */
  size_t mask_count, mask_cap;
  uint32_t segment_count;
  imp_day first, until;         /* days that the law encoded here reaches */
  struct fact_slot *fact_slots; /* one place for each key: the last that came stays */
  struct fact_result *fact_results;
  uint32_t fact_bits, result_bits, fact_news, result_news;
  uint16_t *segments; /* by day from QUICK_DAY_FIRST on */
  uint32_t *cells;    /* by mask: a program, CELL_GATE + the mask, or NOTHING */
  struct gate *gates;
  size_t gate_count, gate_cap, cell_cap;
  uint32_t *tables;
  size_t table_count, table_cap;
  uint32_t *kernel_of; /* by program, plus one; 0: not known */
  size_t kernel_of_cap;
  struct kernel *kernels;
  size_t kernel_cap;
  struct keyed kernel_ids;
  uint32_t no_origin; /* program that refuses a line of no place; NOTHING: not met */
  struct qtest tests[INDEX_TESTS_MAX];
};

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
  struct keyed code_ids, fact_ids, fact_shapes, shape_ids, signatures, refusals, plain_shapes;
  struct code_text *codes;
  size_t code_cap;
  struct variant *variants;
  size_t variant_count, variant_cap;
  struct tariff *tariffs;
  size_t tariff_count, tariff_cap;
  struct keyed tariff_ids; /* by the texts of the columns */
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
  struct memo reading_of, stated_of, signature_of, entry_of, base_of, program_of;
  struct stated {
    uint32_t reading;
    uint64_t off; /* claims that do not hold here, in the order of the law's claims */
  } * stated;
  size_t stated_count, stated_cap;
  struct column *entries;
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

  bool with_words;
  imp_day first_day, last_day, read_day; /* of the schedule's editions, of the sources */
  imp_day doubtful_day; /* the first on which a file in a folder `doubtful` counts */
  bool doubts_settled;  /* which of them counts hangs on number, place and day alone */
  struct side {
    uint64_t reach; /* doubtful measures, by bit */
    uint32_t day_side;
  } sides[SIDES];
  uint32_t side_count;
  struct memo doubts;   /* sides, by what the files say of the number, place and day */
  uint32_t *ran;        /* programs of the lines of the last run */
  bool *ran_renumbered; /* beside each: the words may name its number */
  size_t ran_cap, ran_renumbered_cap;
  uint32_t ran_count, say_at;
  struct said_program *said; /* by program */
  size_t said_count, said_cap;
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
/* Code of the id on a day. NULL: out of memory. */
const struct variant *batch_variant(struct imp_batch *b, uint32_t code, imp_day day);
/* Facts of a shape of sets (0: none) on goods of a place; id or NOTHING. */
uint32_t batch_reading(struct imp_batch *b, uint32_t shape, uint32_t place);
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
/* Program of a bare line of a mask, of a line with facts; NOTHING when it has none. */
uint32_t quick_program(const struct imp_batch *b, uint32_t mask, const struct qline *l);
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

/* The batch's own index: classes and pairs of it are those its answers are kept by. */
struct index *batch_index(struct imp_batch *b);

#endif
