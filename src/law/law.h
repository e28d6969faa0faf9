// SPDX-License-Identifier: Apache-2.0
// The law as checked statements: what the parser builds and every later room reads.
//
// One `struct law` holds all files. Everything in it lives in its arena, text included, and is
// immutable once law_link has run. Order matters: statements stand in the order written, because
// "the last written is current" is the painting rule (docs/language.md, section 3). Files are read in
// byte order of their paths, but no meaning may hang on the order of files.
// This header knows nothing of how law is evaluated.
#ifndef IMPOST_LAW_LAW_H
#define IMPOST_LAW_LAW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/day.h"
#include "base/diag.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/str.h"

#define LAW_NONE UINT32_MAX /* "no such index" for every index below */

struct law_pos {
  uint32_t file; /* index into law->files */
  uint32_t line; /* from 1 */
  uint32_t col;  /* from 1, code points */
};

struct law_file {
  const char *path; /* relative to the law folder */
  struct str bytes; /* as read; a byte that is not UTF-8 stands as '?' */
};

/* ---- goods and places ------------------------------------------------------------------------- */

enum law_item_kind { LAW_ITEM_ALL, LAW_ITEM_CODE, LAW_ITEM_PLACE, LAW_ITEM_LIST };

struct law_item {
  enum law_item_kind kind;
  uint64_t lo, hi; /* CODE: ten-digit numbers covered, inclusive; four digits cover 10^6 */
  uint8_t digits;  /* CODE: 2, 4, 6, 8 or 10 as written (of the first number of a range) */
  uint16_t place;  /* PLACE: two letters, LAW_PLACE('C','N') */
  uint32_t list;   /* LIST: index into law->lists; LAW_NONE until linked */
  struct str name; /* LIST: its name without '@' */
  struct str ex;   /* CODE/LIST: the words of `ex "…"`: only part of the code's goods */
  struct law_pos pos;
};

#define LAW_PLACE(a, b) ((uint16_t)(((unsigned)(a) << 8) | (unsigned)(b)))

struct law_set { /* goods or places: in `items` and not in `but` */
  struct law_item *items;
  uint32_t count;
  struct law_item *but;
  uint32_t but_count;
};

/* ---- windows ---------------------------------------------------------------------------------- */

struct law_when {
  imp_day from;    /* DAY_FIRST when not stated */
  imp_day until;   /* first day off; DAY_NEVER when not stated; also `through D`, `for N …` */
  imp_day known;   /* its own `known`; DAY_NEVER when not stated: ask law_when_known */
  imp_day printed; /* DAY_NEVER when not stated */
  bool has_printed;
  uint32_t act; /* index into law->acts; LAW_NONE when not stated or not linked yet */
  struct str act_name;
  struct str cite;        /* `cite "…"` or the bare paragraph string after a statement */
  struct str unconfirmed; /* `unconfirmed "…"`; n == 0 when not stated */
  bool is_unconfirmed;
  int16_t from_minute, until_minute; /* of a day split by a time; 0: the day is whole */
  int16_t known_minute;
  uint32_t for_months, for_days; /* `for N …` as written; law_link turns it into `until` */
};

/* ---- conditions ------------------------------------------------------------------------------- */

enum law_cond_kind {
  LAW_COND_AND,
  LAW_COND_OR,
  LAW_COND_NOT,
  LAW_COND_CLAIMED,  /* labels[]: headings, claim facts or programme symbols; none: this heading */
  LAW_COND_BEFORE,   /* FACT before day; fact name "entered" is the date of entry */
  LAW_COND_COMPARE,  /* subject compared with amount */
  LAW_COND_IN,       /* FACT in places; fact name "origin" is the origin */
  LAW_COND_IS,       /* FACT is WORD */
  LAW_COND_FLAG,     /* a yes-or-no fact */
  LAW_COND_QUESTION, /* QUESTION is ANSWER: always a whole conjunct */
  /* only in controls, fees and lists of items (law/deal.h) */
  LAW_COND_WORDS,    /* FACT in words[] */
  LAW_COND_LISTED,   /* `item in @items` (fact "item"), `PARTY in @parties` */
  LAW_COND_OF,       /* PARTY of places */
  LAW_COND_OWNED,    /* PARTY owned at least amount by refs[], or by persons of places */
  LAW_COND_CONTENT,  /* content of refs[] of places compared with amount, a share of the value */
  LAW_COND_MADE_WITH /* made with refs[] of places */
};

enum law_subject { LAW_SUBJ_FACT, LAW_SUBJ_VALUE, LAW_SUBJ_BASE, LAW_SUBJ_GENERAL };
enum law_compare { LAW_AT_LEAST, LAW_AT_MOST, LAW_LESS_THAN, LAW_MORE_THAN, LAW_EQUAL };
enum law_amount_kind { LAW_AMOUNT_SHARE, LAW_AMOUNT_MONEY, LAW_AMOUNT_QUANTITY };

struct law_amount {
  enum law_amount_kind kind;
  struct rat value; /* share: 15% is 3/20; money in major units of the jurisdiction's currency */
  struct str unit;  /* QUANTITY */
};

struct deal_ref;
struct deal_said;
struct deal_default;
struct law_deal;

struct law_cond {
  enum law_cond_kind kind;
  struct law_pos pos;
  struct law_cond **kids; /* AND, OR: two or more; NOT: one */
  bool grouped;           /* stands between parentheses */
  uint32_t kid_count;
  struct str fact;     /* BEFORE, COMPARE (subject FACT), IN, IS, FLAG: its name */
  uint32_t fact_index; /* into law->facts; LAW_NONE for entered, origin */
  struct str *labels;  /* CLAIMED */
  uint32_t label_count;
  imp_day day;    /* BEFORE */
  int16_t minute; /* BEFORE, of `entered` alone */
  enum law_subject subject;
  enum law_compare compare;
  struct law_amount amount;
  struct law_set places; /* IN, OF, OWNED by persons of, CONTENT, MADE_WITH */
  struct str *words;     /* WORDS */
  uint32_t word_count;
  struct deal_ref *refs; /* LISTED, OWNED, CONTENT, MADE_WITH */
  uint32_t ref_count;
  struct str word;     /* IS; QUESTION: the answer */
  struct str question; /* QUESTION: its name */
  uint32_t question_index;
  uint32_t answer_index; /* into question.answers; LAW_NONE for the reserved answer `stands` */
};

/* ---- rates ------------------------------------------------------------------------------------ */

enum law_term_kind {
  LAW_TERM_SHARE,    /* 7.5%: value is 3/40 */
  LAW_TERM_MONEY,    /* $31.67 flat */
  LAW_TERM_PER_UNIT, /* $1.05/kg or 1.9c/kg: value in major units, per `unit` */
  LAW_TERM_FREE,
  LAW_TERM_NONE,
  LAW_TERM_UNKNOWN,
  LAW_TERM_FACT,    /* what the entry states: a share of the value, or an amount of money */
  LAW_TERM_GENERAL, /* the columns of the schedule */
  LAW_TERM_SPECIAL,
  LAW_TERM_COLUMN_2
};

enum law_op { LAW_OP_PLUS, LAW_OP_AT_LEAST, LAW_OP_AT_MOST };

struct law_term {
  enum law_op op; /* how it joins what stands before it, left to right; PLUS for the first */
  enum law_term_kind kind;
  struct rat value;
  struct str unit;     /* PER_UNIT; FACT: the name of the fact */
  uint32_t fact_index; /* FACT: into law->facts; LAW_NONE when no fact has the name */
};

enum law_less { LAW_LESS_NOTHING, LAW_LESS_BASE, LAW_LESS_GENERAL };

struct law_expr {
  struct law_term *terms;
  uint32_t count;
  enum law_less less;
  bool per_entry;
  struct str text; /* as written, single-spaced, for the bill: "15% less base" */
};

/* `on steel, us-content`, `on value less us-content`, `on content.steel else value` */
struct law_parts {
  bool stated;
  bool value_less; /* "value" [less parts]: everything but these parts */
  bool else_value; /* `else value`: an unstated part is presumed to be the whole value */
  uint32_t *facts; /* indices of facts of type part */
  struct str *names;
  uint32_t count;
};

/* ---- statements ------------------------------------------------------------------------------- */

enum law_stmt_kind {
  LAW_INTO,
  LAW_OUT_OF,
  LAW_OF,
  LAW_GOODS,
  LAW_IF, /* scope */
  LAW_RATE,
  LAW_FEE,
  LAW_BAN,
  LAW_LICENCE,
  LAW_PROMISE, /* demands: one sort together */
  LAW_QUOTA,
  LAW_EXEMPTS,
  LAW_YIELDS,
  LAW_SUSPENDED,
  LAW_VOID,
  LAW_RESUMES,
  LAW_ENDS, /* states */
  LAW_NOT_ENCODED
};

struct law_stmt {
  enum law_stmt_kind kind;
  uint32_t
      kinds; /* of it and of those below it in its block, one bit each: what is not there need not be looked for */
  struct law_pos pos;
  struct law_when when;
  /* what the kind needs; the rest is empty */
  struct law_expr expr; /* RATE, FEE */
  struct str text;      /* LICENCE words; NOT_ENCODED: what is missing */
  struct rat points;    /* SUSPENDED 24%: share taken off the rate; zero when it silences */
  bool has_points;
  imp_day day;             /* ENDS: first day off; RESUMES: its `from` stands in when.from */
  int16_t minute;          /* ENDS: of its day */
  struct law_amount quota; /* QUOTA, PROMISE: a QUANTITY with unit */
  bool quota_unknown;      /* QUOTA unknown */
  struct str period;       /* QUOTA each …; */
  /* targets of EXEMPTS and YIELDS: measures under the names and not under `but` */
  struct str *names;
  uint32_t name_count;
  struct str *but_names;
  uint32_t but_count;
  uint32_t *targets; /* sorted; filled by law_link; never the stating measure */
  uint32_t target_count;
  struct str label; /* YIELDS … heading LABEL: the zero heading to report */
  /* conditions of the line itself; for scope statements the set or condition stated */
  struct law_parts on;
  struct law_cond *cond; /* NULL when none; IF: the condition */
  struct law_set of;     /* count 0: none stated */
  struct law_set goods;
  bool has_of, has_goods;
  uint16_t place; /* INTO, OUT_OF */
};

struct law_heading {
  struct str label; /* reporting number or a word; empty for the nameless heading */
  struct str text;  /* its quoted words, may be empty */
  struct law_pos pos;
  struct law_set of, goods;
  bool has_of, has_goods;
  struct law_cond *cond;  /* NULL when none */
  struct law_stmt *stmts; /* in written order */
  uint32_t count;
};

enum law_pays { LAW_PAYS_AMOUNT, LAW_PAYS_NOTHING, LAW_PAYS_REFUSED, LAW_PAYS_PROHIBITED };

/* `claims=usmca,9903.82.20 us-content=30%` */
struct law_with {
  struct str name, value;
  struct law_pos pos;
};
struct law_pick {
  struct str question, answer;
  uint32_t question_index, answer_index;
};

struct law_assert {
  struct law_pos pos;
  uint64_t code; /* ten digits; shorter codes padded with zeros */
  uint8_t digits;
  uint16_t place;
  imp_day on;
  int16_t on_minute, known_minute; /* CLOCK_UNSTATED when only the day is given */
  imp_day known;                   /* DAY_NEVER: as best known */
  struct str basis;                /* empty: collected */
  struct law_pick *picks;
  uint32_t pick_count;
  struct law_with *withs;
  uint32_t with_count;
  enum law_pays pays;
  struct law_amount low, high; /* PAYS_AMOUNT: high equals low unless `to` */
  bool is_range;
  struct str under; /* heading label, empty when not stated */
  struct str in;    /* name; the enclosing measure when not stated */
};

struct law_measure {
  struct str name;
  struct str title;
  struct law_pos pos;
  uint32_t parent;        /* nearest stated measure above it by name; LAW_NONE */
  struct law_stmt *stmts; /* of the measure itself, in written order */
  uint32_t count;
  struct law_heading *headings; /* general first, as written */
  uint32_t heading_count;
  struct law_assert *asserts;
  uint32_t assert_count;
  struct str *notes;
  uint32_t note_count;
  struct str jurisdiction; /* first part of the name, lower case */
  bool is_fee, relieves;   /* it states a `fee … per entry`, an `exempts`; filled by law_link */
  bool
      speaks; /* it has headings, a demand or an `exempts`: else it only carries what stands below it */
  uint64_t asks; /* questions asked under its own name, bit q % 64; filled by law_link */
};

static inline bool law_block_has(const struct law_stmt *s, uint32_t n, uint32_t kinds) {
  return n && s->kinds & kinds;
}

/* ---- acts, lists, questions, jurisdictions ------------------------------------------------------ */

enum law_source { LAW_SOURCE_OFFICIAL, LAW_SOURCE_COPY, LAW_SOURCE_REPORT, LAW_SOURCE_INFERRED };

struct law_act {
  struct str name, title, kind, cite, publication; /* publication: "90 FR 15041" */
  struct str note;
  struct str unconfirmed; /* of its kind or one of its days: what is not certain; may be empty */
  bool is_unconfirmed;
  bool binds;                          /* from its kind: binds or speaks */
  imp_day signed_on, known, published; /* DAY_NEVER when not stated */
  int16_t signed_minute, known_minute, published_minute;
  enum law_source source;
  struct law_pos pos;
};

struct law_member { /* a code of a set of a line; reach: the highest `hi` among those up to it */
  uint64_t lo, hi, reach;
  uint32_t set;
};

struct law_list_line {
  bool drop;            /* else add */
  struct law_set *sets; /* on the line itself and on the lines below it */
  struct law_pos *set_pos;
  uint32_t count;
  struct law_member *
      members; /* of a long line of codes, by `lo`; filled by law_link; NULL: look through `sets` */
  uint32_t member_count;
  struct law_when when;
  struct law_pos pos;
};

struct law_list {
  struct str name;
  struct str title; /* may be empty */
  bool of_places;   /* else of goods; decided by the first member */
  struct law_list_line *lines;
  uint32_t count;
  struct law_pos pos;
};

struct law_answered {
  uint32_t answer;
  struct str word;
  struct law_when when;
  struct law_pos pos;
};

struct law_question {
  struct str name, title;
  imp_day raised;
  bool raised_by_word;         /* no line `raised`: as old as the first word said on it */
  struct law_when raised_when; /* `raised D known K by ACT` */
  struct str *answers;
  uint32_t answer_count;
  imp_day *due;
  struct law_when *due_when; /* as many as due: since when each day was the day */
  uint32_t due_count;
  struct law_answered *answered;
  uint32_t answered_count;
  struct law_set decides; /* the sides whose word it is; count 0: nobody's */
  struct deal_default *defaults;
  uint32_t default_count;
  struct deal_said *said; /* in the order written */
  uint32_t said_count;
  struct str *notes;
  uint32_t note_count;
  struct law_pos pos;
};

enum law_fact_type {
  LAW_FACT_DATE,
  LAW_FACT_MONEY,
  LAW_FACT_SHARE,
  LAW_FACT_QUANTITY,
  LAW_FACT_PLACES,
  LAW_FACT_PART,
  LAW_FACT_WORD /* one of */,
  LAW_FACT_FLAG /* yes or no */,
  LAW_FACT_CLAIM,
  LAW_FACT_PARTY, /* controls and fees: somebody; words: the facts it stands for */
  LAW_FACT_ANY,   /* any of WORD: several may hold at once */
  LAW_FACT_TEXT
};

struct law_fact {
  struct str name;
  enum law_fact_type type;
  struct str unit;   /* QUANTITY */
  struct str *words; /* WORD: choices; CLAIM: schedule symbols; PART: what it lies in */
  uint32_t word_count;
  struct law_set places; /* CLAIM … of places; has_places false: any origin */
  bool has_places;
  bool has_else;         /* a presumption when nobody says */
  struct str else_value; /* "not on the way", "not RU", a word or amount */
  struct str question;   /* what to ask, may be empty */
  struct law_pos pos;
  uint32_t both
      [2]; /* PART of A, B: what lies in both; LAW_NONE: a part of its own; filled by law_link */
  bool is_rate; /* SHARE, MONEY: some rate is taken from it; filled by law_link */
};

struct law_order {
  struct str *names;
  uint32_t count;
  struct law_when when;
};

struct law_jurisdiction {
  uint16_t place;
  struct str name;  /* lower case: "us" */
  struct str title; /* may be empty */
  struct str money, zone;
  struct str
      tables; /* folder of the law whose tables hold its numbers and ordinary rates; may be empty */
  bool count_next_day;  /* count from the next day */
  imp_day read_from;    /* first day the law is encoded for; DAY_FIRST when not stated */
  imp_day read_through; /* DAY_NEVER when not stated */
  imp_day read_until;   /* first day of entry that is not answered; DAY_NEVER when not stated */
  struct law_order *orders;
  uint32_t order_count;
  struct law_pos pos;
};

/* A moment within a day at which something in the law of a place begins or ends: that day is split there,
 * for goods that enter that place. */
struct law_split {
  uint16_t place;
  imp_day day;
  int16_t minute; /* 1 to 1439 */
};

struct law_span { /* ten-digit numbers, both ends in it */
  uint64_t lo, hi;
};

struct law {
  struct arena arena;
  struct law_file *files;
  uint32_t file_count;
  struct law_jurisdiction *jurisdictions;
  uint32_t jurisdiction_count;
  uint16_t
      home; /* the place whose schedule the tables hold; lines that name no other enter it; filled by law_link */
  struct law_fact *facts; /* of all jurisdictions; unique names, sorted after law_link */
  uint32_t fact_count;
  struct law_act *acts; /* sorted by name after law_link */
  uint32_t act_count;
  struct law_list *lists; /* sorted by name after law_link */
  uint32_t list_count;
  struct law_question *questions; /* sorted by name */
  uint32_t question_count;
  struct law_measure *measures; /* sorted by name: a name stands before the names under it */
  uint32_t measure_count;
  uint32_t longest_block;   /* statements of the longest measure or heading; filled by law_link */
  struct law_split *splits; /* in order, each once */
  uint32_t split_count;
  struct law_span *fine; /* what sets hold of eight-digit lines they hold in part; by `lo` */
  uint32_t fine_count;   /* filled by law_link */
  struct law_deal *deal; /* controls, fees on calls, promises, talks; never NULL once read */
  imp_day newest_known;  /* the default of --known */
  char digest
      [65]; /* SHA-256 over paths and bytes of all files, lower-case hex; empty of doubtful law */
};

/* ---- reading ------------------------------------------------------------------------------------ */

/* Reads every .law and .list file below `folder` (folders named `doubtful` and `cases` are passed over),
 * parses, links and runs the checks that need no evaluation. All findings go to `diags`; the law is usable
 * when diags->errors is 0. Fails only when it cannot go on (IO, memory). On success *out is owned by the
 * caller: law_free. */
enum imp_status law_load(const char *folder, struct law **out, struct diag_list *diags,
                         struct imp_error *err);
/* The law with the files of folders named `doubtful` in it, whatever is wrong with them: for nothing but saying what
 * they might reach. *out is NULL when there are none. */
enum imp_status law_load_doubtful(const char *folder, struct law **out, struct imp_error *err);
bool law_is_doubtful(const char *path); /* of a file of the law, relative to its folder */
/* The same from texts in memory (tests, fuzzing, editors). Bytes are copied. */
struct law_text {
  const char *path;
  struct str bytes;
};
enum imp_status law_load_texts(const struct law_text *texts, uint32_t count, struct law **out,
                               struct diag_list *diags, struct imp_error *err);
void law_free(struct law *law);
/* SHA-256 of some bytes as 64 lower-case hex digits and a zero. */
void law_sha256(struct str bytes, char hex[65]);

/* When the statement could be known: its own `known`, else its act's known, signed, published.
 * DAY_FIRST when it has neither (undated facts of lists, scope without act). */
imp_day law_when_known(const struct law *law, const struct law_when *when);
imp_day law_act_known(const struct law_act *act);
/* The minute of that day since when it was known: 0 unless a time is written. */
int law_when_known_minute(const struct law *law, const struct law_when *when);
/* The window holds this minute of the day. */
bool law_when_holds(const struct law_when *when, imp_day day, int minute);
/* The moments that split a day for what enters a place; *count is 0 on nearly every day. */
const struct law_split *law_splits_of(const struct law *law, uint16_t into, imp_day day,
                                      uint32_t *count);
/* The act speaks (post, statement, …): what it states counts only in an outcome. False without act. */
bool law_when_speaks(const struct law *law, const struct law_when *when);

/* `name` is `prefix` or stands under it: "us.ieepa.reciprocal" under "us.ieepa". */
bool law_name_under(struct str name, struct str prefix);
/* Sets of a line with `members` that hold a code or take part of it out, one after the other in no order that
 * means anything. Begin with *from LAW_NONE; LAW_NONE when there is no more. */
uint32_t law_line_covering(const struct law_list_line *line, uint64_t code, uint32_t *from);
uint32_t law_find_measure(const struct law *law, struct str name);
uint32_t law_find_list(const struct law *law, struct str name);
uint32_t law_find_act(const struct law *law, struct str name);
uint32_t law_find_question(const struct law *law, struct str name);
uint32_t law_find_fact(const struct law *law, struct str name);

/* Reads a code in any usual spelling (dots, spaces, none; 2 to 10 digits, even count). */
bool law_code_parse(struct str s, uint64_t *lo, uint64_t *hi, uint8_t *digits);

/* Parses a condition-free rate expression ("1.9c/kg", "$1.05/kg + 2.3%", "Free"), for the schedule.
 * *out points into `s` and into the arena. False when it is no rate, or memory is out. */
bool law_expr_parse(struct arena *a, struct str s, struct law_expr *out);

/* The formatter: one spelling of a law, list or case text; idempotent; comments kept. */
enum imp_status law_format(struct str text, struct buf *out, struct imp_error *err);

#endif
